"""What the take of a beat did on purpose, as plain facts for the ledger: from its directive, receipt and captions.

Knows takes and verbs; knows nothing of states or of what contradicts what.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from director.lexicon.fates import DESTROYS, DIES, NOT_MEANT, REVIVES
from storygraph.facts import Account, Reference
from storygraph.story import Take

_SUFFERED = frozenset({"fall", "lie", "feel"})  # what the dead may do
_UPHEAVALS = frozenset({"blast", "quake", "black_out"})
_STRIKES = frozenset({"attack", "kick", "push", "throw", "act"})
# What is done to somebody or something without changing anything about them, and what nobody goes anywhere by.
_ONLY_TOWARDS = frozenset(
    "walk run flee back_off circle fly face examine point talk wave bow nod shake_head clap cheer salute pray cry feel"
    " hide knock kneel enter exit jump dodge hover".split()
)
_ON_THE_SPOT = frozenset(
    "stand kneel fall stop turn_around bow nod shake_head clap cheer salute pray cry face wave talk feel".split()
)
_USES = {
    "target": frozenset({"take", "drop", "eat", "open", "close", "light", "put_out"}),
    "object": frozenset({"give", "put_on", "put_in", "throw", "attack"}),
}


@dataclass(frozen=True, slots=True)
class _Deed:
    """An action of a directive: who plays which role (ids of the story), the words it was asked in, and whether it came
    about at least in part."""

    verb: str
    roles: Mapping[str, str]
    words: str
    happened: bool


def account_of(
    take: Take,
    ids: Mapping[str, str],
    props: frozenset[str],
    under_way: Iterable[Mapping[str, Any]] = (),
    references: tuple[Reference, ...] = (),
) -> Account:
    """What a take did. `ids` are the story's ids by entity id, `props` those of things; `under_way` are actions, as
    JSON, that were going on when it began."""
    deeds = _deeds(take, ids)
    done = [deed for deed in deeds if deed.happened]
    verbs = {deed.verb for deed in done}
    spoke = frozenset(_speakers(take, ids))
    tried = [*((deed.verb, deed.roles) for deed in deeds), *((a["verb"], _roles(a, ids)) for a in under_way)]
    return Account(
        acted=frozenset(_playing(done, "actor", lambda verb: verb not in _SUFFERED)) | spoke,
        spoke=spoke,
        touched=frozenset(who for verb, roles in tried for who in _touched(verb, roles)),
        went=frozenset(who for verb, roles in tried if verb not in _ON_THE_SPOT for who in _touched(verb, roles)),
        used=frozenset(who for role, verbs in _USES.items() for who in _playing(done, role, verbs.__contains__)),
        entered=frozenset(_playing(deeds, "actor", "enter".__eq__)) | {ids[e["id"]] for e in _entrances(take)},
        left=frozenset(_playing(done, "actor", "exit".__eq__)),
        died=frozenset(_dead(deeds)) - props,
        revived=frozenset(who for deed in deeds if _says(REVIVES, deed) for who in deed.roles.values()),
        destroyed=frozenset(who for deed in done if _says(DESTROYS, deed) for who in _broken(deed)) & props,
        time="time" in verbs,
        weather="weather" in verbs,
        upheaval=bool(verbs & _UPHEAVALS),
        references=references,
    )


def _deeds(take: Take, ids: Mapping[str, str]) -> list[_Deed]:
    actions = take.directive.get("actions", ())
    read = take.directive.get("action_readings") or [""] * len(actions)
    rows = take.receipt[: len(actions)]
    return [
        _Deed(a["verb"], _roles(a, ids), a.get("words") or words.partition(" -> ")[0], row.get("status") != "refused")
        for a, words, row in zip(actions, read, rows, strict=False)
    ]


def _roles(action: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, str]:
    return {role: ids[action[role]] for role in ("actor", "target", "object") if action.get(role) in ids}


def _touched(verb: str, roles: Mapping[str, str]) -> Iterator[str]:
    """Those about whom such a deed may change something: who does it, and to whom it is more than looked at."""
    return (who for role, who in roles.items() if role == "actor" or verb not in _ONLY_TOWARDS)


def _entrances(take: Take) -> Sequence[Mapping[str, Any]]:
    entrances: Sequence[Mapping[str, Any]] = take.directive.get("entrances", ())
    return entrances


def _speakers(take: Take, ids: Mapping[str, str]) -> Iterator[str]:
    """Those whose lines were begun. A narrator is not on stage and has none."""
    heard = {caption.text for caption in take.captions}
    return (ids[line["speaker"]] for line in take.directive.get("lines", ()) if line["text"] in heard)


def _playing(deeds: Iterable[_Deed], role: str, verb: Callable[[str], bool]) -> Iterator[str]:
    """Those who play a role in deeds of such a verb."""
    return (deed.roles[role] for deed in deeds if role in deed.roles and verb(deed.verb))


def _dead(deeds: Sequence[_Deed]) -> Iterator[str]:
    """Those who die: who falls dead, or is struck dead and did not stay on their feet."""
    fell = {deed.roles.get("actor"): deed.happened for deed in deeds if deed.verb == "fall"}
    for deed in deeds:
        if not _says(DIES, deed):
            continue
        if deed.verb in ("fall", "lie") and deed.happened:
            yield from _playing([deed], "actor", _any)
        elif deed.verb in _STRIKES:
            yield from (who for who in _playing([deed], "target", _any) if fell.get(who, deed.happened))


def _broken(deed: _Deed) -> Iterator[str]:
    """What is broken by a deed that breaks something: what it is done to; what falls breaks by itself."""
    return _playing([deed], "target" if "target" in deed.roles else "actor", _any)


def _says(words: re.Pattern[str], deed: _Deed) -> bool:
    return bool(words.search(NOT_MEANT.sub("", deed.words)))


def _any(verb: str) -> bool:
    return True
