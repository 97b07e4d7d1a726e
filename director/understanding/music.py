"""Playing music: what somebody plays, and how they are seen at it.

The world knows no musicians. Whoever plays what can be held takes it and moves their hands before them; at what stands
on its own they reach for the keys. Knows no other deed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from director.understanding.dissection import Clause
from director.understanding.draft import Draft
from director.understanding.roles import Arg
from director.understanding.wording import shown
from model.state import Action

_INSTRUMENTS = frozenset({"guitar", "piano"})
_PLAYS = re.compile(
    r"\b(?:play|strum|pluck|perform|practi[cs]|bow|fiddl|drum|blow|tun)(?:s|es|ing|ed|e)?\b|[弹拉吹奏敲抚拨练]", re.I
)
_STOPS = re.compile(
    r"\b(?:stop|cease|quit|finish|pause)\w* (?:play|strum|practi|perform)|停[下止住]|不再|弹完|吹完", re.I
)
# Without an instrument: what is played, or nothing.
_MUSIC = re.compile(
    r"\b(?:songs?|tunes?|melod(?:y|ies)|music|chords?|pieces?|waltz|sonata|lullaby|ballad|strings?|keys?)\b"
    r"|^(?:begins? to |starts? to |starts? )?play(?:s|ing)?(?: (?:on|softly|quietly|sadly|slowly|loudly|beautifully"
    r"|together|again))*$|曲|乐|琴|歌|[演合伴]奏|奏起|弹起|弹唱|弹奏", re.I,
)  # fmt: skip


def instrument(draft: Draft, clause: Clause, actor: str, args: Sequence[Arg]) -> str | None:
    """What the clause has the actor play, by id; None when it is about no music."""
    known = draft.company.by_id
    if not _PLAYS.search(clause.bare) or _STOPS.search(clause.bare):
        return None
    named = [i for a in args for i in a.ids]
    if named:
        return next((i for i in named if known[i].archetype in _INSTRUMENTS), None)
    if any(m.absent for m in clause.others) or not _MUSIC.search(clause.bare):
        return None
    taken = {i for who, things in draft.holding.items() if who != actor for i in things}
    there = [e.id for e in draft.company.entities if e.archetype in _INSTRUMENTS and e.id not in taken]
    spoken_of = [i for a in reversed(draft.actions) if a.actor == actor for i in (a.target, a.object) if i in there]
    held = [i for i in draft.holding.get(actor, ()) if i in there]
    return next(iter((*held, *spoken_of, *(i for i in draft.company.recent if i in there), *there)), None)


def play(draft: Draft, clause: Clause, actor: str, thing: str) -> None:
    """The actor is seen to play it."""
    entity = draft.company.by_id[thing]
    if "holdable" in entity.traits:
        draft.fetch(actor, thing, clause)
        action, how = Action("clap", actor, words=clause.deed), "hands before them"
    else:
        action, how = Action("examine", actor, thing, words=clause.deed), "hands on it"
    draft.act(action, clause, action.verb, 1.0, f"{shown(clause.bare)} -> plays {entity.name}, {how}")
