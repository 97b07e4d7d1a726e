"""Who acts in a clause that says it the other way round: the passive, doors that open, things that fall."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from director.casting.spotting import is_chinese
from director.understanding.arrivals import comes
from director.understanding.deeds import BY_PHONE, DONE_TO_THINGS
from director.understanding.dissection import Clause
from director.understanding.draft import Draft
from director.understanding.heads import Heads
from director.understanding.mentions import Mention
from director.understanding.newcomers import Newcomers
from director.understanding.roles import HANDED, Arg, suits
from model.lexicon import MASKS
from model.seats import is_vehicle
from model.state import Action

_PASSIVE_EN = re.compile(
    r"^\s*(?:is|are|was|were|gets|got|is being|has been)\s+(?:\w+ly\s+)?(?!\w+ing\b)\w+.*\bby\s*$"
    r"|^\W*\w+(?:ed|en|ght)\s+by\s*$",
    re.I,
)
_DONE_BY_EN = re.compile(
    r"^(?:(?:is being|has been|is|are|was|were|gets|got)\s+)?(?P<deed>.+?)\s+by (?:someone|something)", re.I
)
# 拎着水桶去井边: what one does it with, whether it is there or not.
_CARRIED = re.compile(
    r"(?:[拎拿提带抱端挑举扛背撑捧夹握持拄牵]着|\b(?:carrying|holding|with))(?:\s+(?:an?|the|his|her))?\s*$", re.I
)
_WHERE_IT_IS = re.compile(r"[上里中边下]的")  # 端起桌上的咖啡 is done to no table
_CALLS = re.compile(r"^(?:calls?|called|rings?|rang|texts?)\b", re.I)
# What slips somebody.
_OUT_OF_HAND = re.compile(
    r"\b(?:out of|from) (?:his|her|their|its|someone['’]s) (?:\w+ )?(?:hands?|grasp|grip|fingers|arms)\b"
    r"|脱手|[从自][^，]{0,3}手[中里上]?[^，]{0,2}[滑掉飞落跌]", re.I,
)  # fmt: skip
_DONE_BY_ZH = re.compile(r"被(?:某人|某物)(?P<deed>.+)")


class Voice:
    """Who acts, for one draft."""

    def __init__(self, draft: Draft, heads: Heads, newcomers: Newcomers) -> None:
        self.draft, self.heads, self.company = draft, heads, draft.company
        self.newcomers = newcomers

    def turned(self, clause: Clause, subject: tuple[str, ...]) -> tuple[Clause, tuple[str, ...], list[Arg]]:
        """(the clause, who acts, the rest), with the passive turned round: "the groom is slapped by the rival"."""
        args: list[Arg] = []
        told = tuple(zip(clause.others, clause.prepositions, strict=True))
        agent: tuple[str, ...] = ()
        label, sure = self.heads.verb(clause.deed)
        felt = label == "feel" and sure >= self.heads.verb(self._active(clause, subject).deed)[1]  # "is disgusted by"
        for mention, preposition in told:
            if mention.pronoun == "other" and mention.plural and len(subject) > 1:
                continue  # "each other" are those who act
            if preposition == "隔着":
                continue  # 隔着桌子对视 is done to no table
            if mention.absent and label == "talk" and (_CALLS.search(clause.bare) or BY_PHONE.search(clause.bare)):
                self.draft.readings.append(f"{mention.text} is not on stage: spoken to over the phone")
                continue
            if mention.absent:
                ids = self.newcomers.brings(mention, clause)
                if not ids:
                    behind = [clause.text[m.end - clause.piece.start :] for m in clause.others if m.ids]
                    known = label not in HANDED and not all(_WHERE_IT_IS.match(rest) for rest in behind)
                    known |= bool(_CARRIED.search(clause.text[: mention.start - clause.piece.start]))
                    # "hurls it at the wall" that is not there
                    known |= any((m.ids or m.pronoun) and p in ("", "把", "将") for m, p in told)
                    needed = preposition in ("", "把", "将") or label in HANDED  # "drinks from the cup"
                    self.draft.lost |= self.draft.missing and needed and not known
                    continue
            else:
                ids = self.newcomers.own(mention, clause, subject)
                ids = ids or self._taken_from(mention, told, label, subject)
                ids = ids or self.draft.meant(mention, subject=subject, may_be=partial(suits, label, preposition))
            if (
                not felt
                and preposition in ("by", "被")
                and (
                    preposition == "被"
                    or _PASSIVE_EN.search(clause.text[: mention.start - clause.piece.start][_after(clause) :])
                )
            ):
                agent = ids
                continue
            args.append(Arg(ids, preposition))
        if agent:
            return self._active(clause, subject), agent, [Arg(subject, ""), *args]
        thing = self.company.by_id[subject[0]]
        acted_on = thing.kind == "prop" and not (is_vehicle(thing) and comes(clause, label))
        return clause, *(self._hands_for(clause, subject, args) if acted_on else (subject, args))

    def _taken_from(
        self, mention: Mention, told: Sequence[tuple[Mention, str]], label: str, subject: tuple[str, ...]
    ) -> tuple[str, ...]:
        """What "it" is that is taken from somebody: what he has in hand."""
        if mention.pronoun != "it" or label != "take":
            return ()
        whose = [i for m, p in told if p in ("from", "off", "从") for i in self.draft.meant(m, subject=subject)]
        return tuple(thing for i in whose for thing in self.draft.holding.get(i, ()))[-1:]

    def _active(self, clause: Clause, subject: tuple[str, ...]) -> Clause:
        """The clause as it is told of whoever does it: "is slapped by someone" as "slapped someone", 被某人推 as
        把某人推."""
        is_thing = self.company.by_id[subject[0]].kind == "prop"
        if done := _DONE_BY_ZH.search(clause.deed):
            return replace(clause, deed=f"把{MASKS['zh'][is_thing]}{done['deed']}")
        if done := _DONE_BY_EN.search(clause.deed):
            return replace(clause, deed=f"{done['deed']} {MASKS['en'][is_thing]}{clause.deed[done.end() :]}")
        return clause

    def _hands_for(
        self, clause: Clause, subject: tuple[str, ...], args: list[Arg]
    ) -> tuple[tuple[str, ...], list[Arg]]:
        """A door does not open by itself: whoever was spoken of last opens it."""
        label, _ = self.heads.verb(f"{clause.deed} {'某物' if is_chinese(clause.deed) else 'something'}")
        plain, _ = self.heads.verb(clause.deed)
        if not {label, plain} & DONE_TO_THINGS:
            return subject, args
        people = [i for i in self.company.recent if self.company.by_id[i].kind == "person"] or [
            e.id for e in self.company.people()
        ]
        if not people:
            return subject, args
        whose, thing = (self.company.by_id[i].name for i in (people[0], subject[0]))
        self.draft.readings.append(f"{whose} does it to {thing}")
        return (people[0],), [Arg(subject, ""), *args]

    def gives_way(self, clause: Clause, subject: tuple[str, ...]) -> bool:
        """A thing that falls is toppled by whoever touched it in the same sentence, falls from the hand that holds it,
        or falls over by itself."""
        thing = self.company.by_id[subject[0]]
        holder = next((who for who, held in self.draft.holding.items() if thing.id in held), None)
        if holder is not None and _OUT_OF_HAND.search(clause.bare):
            self.draft.act(Action("drop", holder, thing.id), clause, "drop", 1.0)
            self.draft.handled("drop", holder, thing.id, None)
            return True
        if thing.kind != "prop" or self.heads.verb(clause.deed)[0] not in ("fall", "topple", "drop"):
            return False
        own = reversed(self.draft.actions[self.draft.sentence_start :])
        touched = next((a for a in own if a.target in subject), None)
        if touched is not None and touched.actor is not None:
            self.draft.act(Action("topple", touched.actor, thing.id), clause, "topple", 1.0)
        elif clause.others or ("fixed" in thing.traits and "topples" not in thing.traits):
            return False
        elif holder is not None:
            self.draft.act(Action("drop", holder, thing.id), clause, "drop", 1.0)
        else:
            self.draft.act(Action("topple", None, thing.id), clause, "topple", 1.0)
        return True


def _after(clause: Clause) -> int:
    """Where in the clause those it is about have been named."""
    return max((m.end for m in clause.subjects), default=clause.piece.start) - clause.piece.start
