# ruff: noqa: E501  (one way of saying it a line)
"""Somebody who carries another: 背着老妇人离开, "lifts her in his arms", "carries the boy on his back to the well".

Knows the words of it; what is done with whom one carries is done as with what is in hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from director.understanding.dissection import Clause
from director.understanding.draft import Draft
from director.understanding.roles import Arg
from model.attire import CARRIES
from model.state import Action

_BACK = re.compile(
    r"\b(?:piggy-?backs?|(?:carr\w+|lift\w*|hoist\w*|tak\w+|heav\w+|throw\w*|sling\w*|slung|swings?) [^.]*\b(?:on|onto|over) (?:his|her|their|its|someone(?:['’]s)?) (?:back|shoulders?))\b"
    r"|(?<!某人)背[着起上住]?(?!对|靠|过|后|影|包|书|叛|手)(?=[^，。]{0,3}(?:某人|[^，。]))|把[^，。]*[背扛驮][起在到上走着]",
    re.I,
)
_ARMS = re.compile(
    r"\b(?:(?:carr\w+|scoops? up|sweeps? up|lift\w*|gathers?|picks? up|hoists?|takes?|sweeps?) (?:someone|him|her|them)(?: up)?"
    r"(?: (?:gently|up))?(?: (?:in|into|off) (?:his|her|their|someone(?:['’]s)?) (?:arms|feet))|(?:carr(?:y|ies|ied|ying)|scoop\w* up|pick\w* up|scoop\w*|lift\w* up) (?:someone|him|her|them)\b"
    r"|lifts? (?:someone|him|her|them) up\b|(?:picks?|scoops?) (?:someone|him|her|them) up\b)"
    r"|(?:横|公主)抱|抱[起走]了?(?=某人)|抱着某人(?=[^，。]{0,4}[走跑冲奔进出离回上下])|把某人(?:一把|轻轻|拦腰|横)*抱(?:起|在怀|上|进|到|走|下)|抱起",
    re.I,
)
_DOWN = re.compile(
    r"\b(?:lay|lays|laid|laying|put|puts|putting|sets?|setting|plac\w+|lower\w*|eas\w+|sits?|seats?|deposit\w*|releas\w+) "
    r"|[放搁摆平置]", re.I
)  # fmt: skip
_LAID = re.compile(r"\b(?:lay|lays|laid|laying)\b|[平躺]", re.I)
_SEATED = re.compile(r"\b(?:sits?|seats?|sat)\b|坐", re.I)
_SOMEONE = re.compile(r"\b(?:someone|him|them|her(?= (?:\w+ly|down|back|in|into|on|onto|to)\b|$))\b|某人|[他她]", re.I)
_WAY = re.compile(
    r"(?:to|out|away|off|into|over|across|back|through|toward|towards|up|down|inside|outside|home|past)\b", re.I
)
_ON = re.compile(
    r"^(?:[^，。]*?(?:背[着起上]?|抱[着起]?)某人)(?=[^，。])|^.*?(?:on|onto|over|in|into) (?:his|her|their|someone(?:['’]s)?) (?:back|shoulders?|arms)\b|^.*?someone\b(?: up)?",
    re.I,
)


def lifted(draft: Draft, clause: Clause, actor: str, args: Sequence[Arg]) -> str | None:
    """Whom the actor takes in the arms or on the back there, or has there already and goes on carrying; that is in the
    draft then. None where the clause is of something else."""
    people = [i for i in (actor, *(i for a in args for i in a.ids)) if draft.company.by_id[i].kind == "person"]
    on_back = _BACK.search(clause.deed) is not None
    if actor not in people or len(people) < 2 or not (on_back or _ARMS.search(clause.deed)):
        return None
    who = people[1]
    if who not in draft.holding.get(actor, ()):
        where = "back" if on_back else "arms"
        draft.act(Action("take", actor, who, wear=(CARRIES, where), words=clause.deed), clause, "take", 1.0)
        draft.handled("take", actor, who, None)
    return who


def onward(clause: Clause) -> Clause | None:
    """What the clause says of the way besides: 背着某人离开, "carries someone to something"."""
    begun = _ON.search(clause.deed)
    rest = clause.deed[begun.end() :].strip(" ,，") if begun else ""
    if rest and rest.isascii():
        rest = rest.removeprefix("and ")
        rest = f"walks {rest}" if _WAY.match(rest) else rest
    return replace(clause, deed=rest, bare=rest) if rest else None


def carried_by(draft: Draft, actor: str, ids: Sequence[str | None]) -> str | None:
    """Whom of these the actor carries."""
    people = (i for i in draft.holding.get(actor, ()) if draft.company.by_id[i].kind == "person")
    return next((i for i in people if i in ids), None)


def put_down(draft: Draft, clause: Clause, actor: str) -> bool:
    """Whether the clause has the actor lay, sit or put down whom they carry; that is in the draft then."""
    mentioned = [draft.company.by_id[i] for m in clause.others for i in m.ids]
    people = [e.id for e in mentioned if e.kind == "person"]  # none where they are "him" or 他
    who = carried_by(draft, actor, people or draft.holding.get(actor, ())) if _DOWN.search(clause.deed) else None
    if who is None or not (people or _SOMEONE.search(clause.deed)):
        return False
    gone_to = [draft.company.by_id[a.target] for a in draft.actions[-1:] if a.verb == "walk" and a.target is not None]
    laid = _LAID.search(clause.deed) is not None
    on = next((e for e in (*mentioned, *(gone_to if laid else ())) if {"seat", "surface"} & e.traits), None)
    lies = laid or (on is not None and on.archetype == "bed" and _SEATED.search(clause.deed) is None)
    set_down(draft, clause, actor, who, None if on is None else on.id, lies=lies)
    return True


def set_down(draft: Draft, clause: Clause, actor: str, who: str, on: str | None, *, lies: bool = False) -> None:
    """The actor lets somebody down: on their feet, on what can be sat on, or to lie there or on the ground."""
    if on is not None and [(a.verb, a.actor, a.target) for a in draft.actions[-1:]] != [("walk", actor, on)]:
        draft.act(Action("walk", actor, on), clause, "walk", 1.0)
    draft.act(Action("drop", actor, who, words=clause.deed), clause, "drop", 1.0)
    put = len(draft.actions) - 1
    verb = "lie" if lies else "stand" if on is None else "sit"
    draft.act(Action(verb, who, on), clause, verb, 1.0)
    draft.actions[-1] = replace(draft.actions[-1], after=put)
    draft.handled("drop", actor, who, None)
