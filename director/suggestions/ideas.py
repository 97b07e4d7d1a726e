"""What could happen next: every idea of `ideas.yaml` with every cast it suits at a moment, and how well it suits it.

An idea is told in the author's words and says what it must be read as, so that whoever offers it can make sure it is
understood. Knows what deeds ask of those who do them; reads nothing and moves nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from director.lexicon.people import ERAS
from director.suggestions.decorum import ARMS, is_child, is_unseemly
from director.suggestions.needs import NEEDS
from director.suggestions.situation import Situation
from model.verbs import VERBS

_HERE = Path(__file__).parent
_MOST = {"person": 5, "creature": 3, "prop": 9}  # of a kind, that may play a role in an idea
# Where somebody who comes in is of no town: see `ideas.yaml`.
_WILDS = frozenset({"forest", "bamboo grove", "lake", "mountain", "beach", "desert", "snow field", "farm"})
_CALLS = {"calm": 0.25}  # how much an emotion calls for what suits it; who is calm may do nearly anything
_EAGER = 0.42  # the heat that is wanted when all is quiet
_JITTER = 0.35  # how far chance may lift one idea above another


@dataclass(frozen=True, slots=True)
class Deed:
    """What an idea must be read as: roles are entity ids; `actor` is "new" for somebody who comes in, `target` is "any"
    where it does not matter whom."""

    verb: str
    actor: str | None = None
    target: str | None = None
    object: str | None = None
    mood: str | None = None  # emotion, weather or time of day


@dataclass(frozen=True, slots=True)
class Idea:
    """`words` are ways to say it, the best first. `line` is what is spoken in it and `act` to what end, `shot` the size
    of the shot it is seen in, None where it has none. `fit` says how well it suits the moment, more is better."""

    kind: str
    words: tuple[str, ...]
    deeds: tuple[Deed, ...]
    fit: float
    heat: float
    line: str | None = None
    act: str | None = None
    shot: str | None = None

    @property
    def players(self) -> frozenset[str]:
        """Who and what plays a part in it."""
        return frozenset(r for d in self.deeds for r in (d.actor, d.target, d.object) if r not in _NOBODY_YET)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of `ideas.yaml`: see there for what its parts mean."""

    kind: str
    deeds: tuple[tuple[str, ...], ...]
    roles: Mapping[str, str]
    needs: tuple[tuple[str, ...], ...] = ()
    moods: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    after: tuple[str, ...] = ()
    heat: float = 0.3
    weight: float = 1.0
    line: str | None = None
    shot: str | None = None
    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    who: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)


@cache
def patterns() -> tuple[Pattern, ...]:
    rows = yaml.safe_load((_HERE / "ideas.yaml").read_text("utf-8"))
    return tuple(_pattern(row) for row in rows)


@cache
def _lines(act: str, language: str, era: str, child: str = "") -> tuple[str, ...]:
    """What can be said to that end; words of an era are twice as likely there as those of any. `child` is child or
    to_child where one speaks or is spoken to: they have words of their own, or none."""
    told: dict[str, dict[str, dict[str, str]]] = yaml.safe_load((_HERE / "lines.yaml").read_text("utf-8"))
    by_era = {key: tuple(line.strip() for line in text.split("|")) for key, text in told[act][language].items()}
    return by_era.get(child, ()) if child else by_era["any"] + 2 * by_era.get(era, ())


def _pattern(row: dict[str, Any]) -> Pattern:
    def words(text: str) -> tuple[str, ...]:
        return tuple(text.split())

    return Pattern(
        **{key: row[key] for key in ("kind", "heat", "weight", "line", "shot", "who") if key in row},
        deeds=tuple(words(deed) for deed in row["deeds"]),
        roles=row.get("roles", {}),
        needs=tuple(words(need) for need in row.get("needs", ())),
        moods={role: tuple(mood.strip() for mood in moods.split(",")) for role, moods in row.get("moods", {}).items()},
        after=words(row.get("after", "")),
        en=tuple(row["en"]),
        zh=tuple(row["zh"]),
    )


def ideas(situation: Situation, seed: int) -> list[Idea]:
    """Everything that could happen now, best first; the same arguments give the same ideas. `seed` chooses lines and
    who comes in, and lifts some ideas above others of about the same fit."""
    rng = np.random.default_rng([seed & 0xFFFFFFFF, seed >> 32, len(situation.past), situation.digest])
    found = [idea for pattern in patterns() for idea in _bound(pattern, situation, rng)]
    return sorted(found, key=lambda idea: -idea.fit)


def _bound(pattern: Pattern, situation: Situation, rng: np.random.Generator) -> Iterator[Idea]:
    """The idea of a pattern with every cast that can act it out."""
    for part in _parts(pattern, situation):
        if not all(NEEDS[need[0]](situation, *(part.get(word, word) for word in need[1:])) for need in pattern.needs):
            continue
        deeds = tuple(_deed(deed, part) for deed in pattern.deeds)
        if any(_impossible(deed, situation) for deed in deeds) or _repeats(deeds, situation):
            continue
        line = _line(pattern.line, part, situation, rng)
        if pattern.line is not None and line is None:
            continue
        words = _words(pattern, situation, part, line, rng)
        fit = _fit(pattern, deeds, part, situation) + float(rng.uniform(0.0, _JITTER))
        yield Idea(pattern.kind, words, deeds, fit, pattern.heat, line, pattern.line, pattern.shot)


def _parts(pattern: Pattern, situation: Situation) -> Iterator[dict[str, str]]:
    """Who could play the roles of a pattern: role -> entity id, nobody in two of them."""
    pools = [_pool(kinds, situation) for kinds in pattern.roles.values()]
    for chosen in itertools.product(*pools):
        if len(set(chosen)) == len(chosen):
            yield dict(zip(pattern.roles, chosen, strict=True))


def _pool(kinds: str, situation: Situation) -> list[str]:
    return [e.id for kind in kinds.split("|") for e in situation.cast(kind)[: _MOST[kind]]]


def _deed(words: Sequence[str], part: Mapping[str, str]) -> Deed:
    """`give a b t` or `feel a =afraid`: the roles in their order, `-` for none, and what else belongs to it."""
    mood = next((word[1:].replace("_", " ") for word in words if word.startswith("=")), None)
    roles = [None if word == "-" else part.get(word, word) for word in words[1:] if not word.startswith("=")]
    actor, target, thing = (*roles, None, None, None)[:3]
    return Deed(words[0], actor, target, thing, mood)


# What rules an idea out


def _impossible(deed: Deed, situation: Situation) -> bool:
    """Whether somebody in a deed cannot do what it asks: the traits verbs want, and what nobody wants to see."""
    spec = VERBS[deed.verb]
    actor, target, thing = (
        None if who in _NOBODY_YET else situation.entity(who) for who in (deed.actor, deed.target, deed.object)
    )
    if actor is not None and not spec.needs <= actor.traits:
        return True
    if target is not None and spec.target_needs and not spec.target_needs & target.traits:
        return True
    armed = target is not None and any(situation.entity(t).archetype in ARMS for t in situation.held(target.id))
    return is_unseemly(deed.verb, actor, target, thing, armed)


def _repeats(deeds: Sequence[Deed], situation: Situation) -> bool:
    """Whether that is what the last beat did, or what still goes on."""
    before = [(a.verb, a.actor, a.target) for a in (*situation.last, *situation.running) if a.verb not in _SIDE]
    mine = [(d.verb, d.actor, d.target) for d in deeds if d.verb not in _SIDE]
    entered = any(a.verb == "enter" for past in situation.past[-3:] for a in past.actions)
    return any(deed in before for deed in mine) or (entered and any(d.verb == "enter" for d in deeds))


_SIDE = frozenset({"feel", "face"})
_NOBODY_YET = (None, "new", "any")


# How well it suits


def _fit(pattern: Pattern, deeds: Sequence[Deed], part: Mapping[str, str], situation: Situation) -> float:
    """What speaks for an idea: its own weight, moods that call for it, that it answers the last beat, and that it is
    new; a story that is quiet wants more of it, one in uproar wants both a blow and a pause."""
    fit = pattern.weight
    for role, moods in pattern.moods.items():
        fit += _CALLS.get(situation.emotion(part[role]), 0.8) if situation.emotion(part[role]) in moods else -0.25
    fit += _answers(pattern, deeds, situation)
    fit -= 0.45 * min(3, sum(situation.told[d.verb, d.actor, d.target] for d in deeds))
    fit -= 0.25 * sum(a.verb == deeds[0].verb for past in situation.past[-3:] for a in past.actions)
    fresh = {e.id for e in situation.present} - {
        role for past in situation.past for a in past.actions for role in (a.actor, a.target, a.object)
    }
    fit += 0.12 * len(fresh & set(part.values()))
    return fit - 0.8 * abs(pattern.heat - (_EAGER + 0.4 * situation.tension))


def _answers(pattern: Pattern, deeds: Sequence[Deed], situation: Situation) -> float:
    """Whoever something was just done or said to answers first; what follows well from it, follows."""
    if not situation.last:
        return 0.0
    fit = 0.45 if {a.verb for a in situation.last} & set(pattern.after) else 0.0
    actor, target = deeds[0].actor, deeds[0].target
    spoken_to = {a.target for a in situation.last if a.target is not None}
    spoke = {a.actor for a in situation.last if a.actor is not None}
    if actor in spoken_to:
        fit += 0.5
        fit += 0.2 if target in spoke else 0.0
    elif actor in spoke and target not in spoken_to:
        fit -= 0.2
    return fit


# Words


def _line(
    act: str | None, part: Mapping[str, str], situation: Situation, rng: np.random.Generator
) -> str | None:
    """Words to be spoken that nobody has spoken yet on this branch; to `recall` is to tell what one remembers."""
    if act is None:
        return None
    if act == "recall":
        return situation.recollections.get((part["a"], part["b"]))
    speaks, hears = (is_child(situation.entity(part[role])) if role in part else False for role in ("a", "b"))
    child = "child" if speaks else "to_child" if hears else ""
    new = [line for line in _lines(act, situation.language, situation.era, child) if line not in situation.said]
    return new[int(rng.integers(len(new)))] if new else None


def _words(
    pattern: Pattern, situation: Situation, part: Mapping[str, str], line: str | None, rng: np.random.Generator
) -> tuple[str, ...]:
    """The ways to say it, beginning with one that chance chooses."""
    told = pattern.en if situation.language == "en" else pattern.zh
    first = int(rng.integers(len(told)))
    names = {**_names(situation, part), "line": line or "", **_newcomer(pattern, situation, rng)}
    return tuple(_sentence(words.format(**names)) for words in (*told[first:], *told[:first]))


def _newcomer(pattern: Pattern, situation: Situation, rng: np.random.Generator) -> dict[str, str]:
    """Somebody of the era, or in our days of the place, who is not there yet."""
    if not pattern.who:
        return {}
    place = "wilds" if situation.stage.setting in _WILDS else situation.stage.setting
    here = place if situation.era == ERAS[0] and place in pattern.who else situation.era
    known = " ".join(e.name.lower() for e in situation.stage.entities)
    pool = pattern.who[here]
    new = [who for who in pool if all(word.lower().split()[-1] not in known for word in who.values())] or list(pool)
    return {"who": new[int(rng.integers(len(new)))][situation.language]}


def _names(situation: Situation, part: Mapping[str, str]) -> dict[str, str]:
    """What everybody is called in a sentence."""
    entities = {role: situation.entity(who) for role, who in part.items()}
    names = {
        role: name_in(e.name, situation.language) for role, e in entities.items()
    }
    return names | {f"{role}_his": _HIS.get(e.look.get("gender", ""), "its") for role, e in entities.items()}


_HIS = {"f": "her", "m": "his"}


def name_in(name: str, language: str) -> str:
    """A name inside a sentence: "Anna", "guard 2", but "the knight"."""
    if language != "en" or not name.isascii() or name[:1].isupper() or re.search(r"\d$", name) or name[:4] == "the ":
        return name
    return f"the {name}"


def _sentence(text: str) -> str:
    """With a capital after every stop that is not in a quotation."""
    return re.sub(r"(^|\. )([a-z])(?![^“]*”)", lambda found: found[1] + found[2].upper(), text)
