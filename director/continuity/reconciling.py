"""A rejoin reconciled: what differs between where the story comes from and where it goes, and what the author picks.

Knows facts and their words; changes nothing: directing the picked bridges and keeping the picks is for others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from director.continuity.wording import Wording
from director.texts import brief
from storygraph.errors import StoryError
from storygraph.facts import Difference, Facts, differences
from storygraph.story import Scene

__all__ = ["BRIDGE", "KEEP", "Mismatch", "Reconciliation", "joint", "reconciled", "reconciliation"]

KEEP, BRIDGE = "keep", "bridge"  # what an author may pick
# In which order bridges are directed: who is to do something is there first, and who leaves does so last.
_ORDER = ("comes", "open", "place", "lit", "seat", "pose", "spot", "weather", "hour", "goes")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One difference, in the author's language: `text` names it in a sentence, `here` and `there` are what is so at
    either side. `bridge` is a direction that would bring about what is there, None where no deed can. `contradicts`
    says whether an audience would stumble over it."""

    key: str
    text: str
    here: str
    there: str
    bridge: str | None
    contradicts: bool


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What an author has picked: the keys of differences that are meant as they are, and the directions to be given, in
    this order, at the end of the scene the story comes from."""

    kept: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()


def reconciliation(
    here: Facts,
    there: Facts,
    when_here: str,
    when_there: str,
    language: str = "en",
    gone_here: frozenset[str] = frozenset(),
    gone_there: frozenset[str] = frozenset(),
) -> tuple[Mismatch, ...]:
    """All that differs between two moments, in the order in which it would be bridged."""
    found = differences(here, there, gone_here, gone_there)
    wording = Wording(here, there, language)
    return tuple(
        Mismatch(
            d.key, f"{wording.sentence(d, when_here, when_there)}{'。' if language == 'zh' else '.'}",
            *wording.sides(d), wording.bridge(d), d.contradicts,
        )
        for d in sorted(found, key=_turn)
    )  # fmt: skip


def reconciled(mismatches: Sequence[Mismatch], picks: Mapping[str, str]) -> Reconciliation:
    """The picks, `KEEP` or `BRIDGE` by key, as a value; what is not picked stays a finding of the ledger. Raises
    StoryError for a pick that there is not."""
    known = {mismatch.key: mismatch for mismatch in mismatches}
    for key, pick in picks.items():
        if key not in known:
            raise StoryError(f"“{brief(key)}” does not differ between these scenes: look at the differences again.")
        if pick not in (KEEP, BRIDGE):
            raise StoryError(f"“{brief(pick)}” is no way to reconcile two scenes: pick {KEEP} or {BRIDGE}.")
        if pick == BRIDGE and known[key].bridge is None:
            raise StoryError(f"No deed can mend this: {known[key].text} Keep it, or lead to another scene.")
    bridged = [mismatch for mismatch in mismatches if picks.get(mismatch.key) == BRIDGE]
    kept = tuple(mismatch.key for mismatch in mismatches if picks.get(mismatch.key) == KEEP)
    return Reconciliation(kept, tuple(dict.fromkeys(m.bridge for m in bridged if m.bridge is not None)))


def joint(scene: Scene, beat: int, to: Scene, language: str) -> tuple[str, str]:
    """How the moment after so many beats of one scene and the start of another are spoken of."""
    at_end = beat == len(scene.beats)
    if language == "zh":
        return f"在“{scene.title}”{'结尾' if at_end else f'第{beat}拍之后'}", f"在“{to.title}”开头"
    left = f"at the end of “{scene.title}”" if at_end else f"after beat {beat} of “{scene.title}”"
    return left, f"at the start of “{to.title}”"


def _turn(difference: Difference) -> int:
    kind = difference.kind
    if kind == "presence":
        kind = "comes" if difference.there else "goes"
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
