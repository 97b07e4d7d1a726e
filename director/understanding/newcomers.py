"""Who and what is spoken of and not on stage: brought on when the words do so, refused otherwise."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import count

import numpy as np

from director.casting.attire import described_length
from director.casting.descriptions import told_gender
from director.casting.spotting import Hit, find_nouns
from director.casting.wardrobe import Description, dress
from director.lexicon.nouns import staged_as
from director.understanding.arrivals import comes, goes_by_itself, is_ridden_in
from director.understanding.dissection import Clause
from director.understanding.draft import Draft
from director.understanding.heads import Heads
from director.understanding.mentions import DRAWN, OWN, SERVED, WEAPONS, Mention
from model.catalog import CATALOG
from model.stage import Entity, Stage
from model.state import Action

# What can only be done to a door that is there; all else leads to where one might be.
_BY_HAND = frozenset(
    {"open", "close", "knock", "push", "kick", "attack", "topple", "examine", "take", "point", "throw", "burn", "climb"}
)


# Who does this has the thing in hand, wherever it was.
_IN_HAND = ("take", "attack", "throw", "point", "give", "bring", "eat")
_IN_HAND_ENOUGH = 0.3
# Who brings something comes along with it: 服务员端来两杯咖啡, "the waiter brings them coffee".
_ARRIVES = re.compile(
    r"\b(?:brings?|delivers?|serves?|arrives?|appears?|emerges?|returns?|(?:comes?|walks?|runs?|hurries|rushes) back)\b"
    r"|[端送拿带捧提抬推牵赶追跑走冲闯飞][^，。]{0,1}来(?![回往])|出现|登场|现身|赶到|回来|归来|折返"
)
_FOLLOWED = re.compile(r"(?:身后|后面|背后)(?:紧?跟|随)着?|\b(?:is |closely )?followed by\b")
# "Throws him a dagger".
_HANDED_OVER = re.compile(
    r"\b(?:throw|toss|fling|hand|pass|slip|slid|lend|buy|bring)\w* [\w'-]+ (?:an?|some) (?:[\w-]+ ){0,2}$", re.I
)
# "Comes in with a knife".
_COMES_WITH = re.compile(r"\b(?:with|holding|carrying|bringing) (?:an?|some) (?:[\w-]+ )?$", re.I)


_ALONG = re.compile(
    r"\b(?:with|holding|carrying|wielding|brandishing|bearing) (?:(?!the |his |her |their )[\w-]+ ){0,3}$"
    r"|[持握提拿举端拔抽捧扛]着?[^，。的]{0,3}$"
)  # what who comes in has with him


class Newcomers:
    """Entrances and refusals, for one draft."""

    def __init__(self, draft: Draft, heads: Heads) -> None:
        self.draft, self.heads, self.company = draft, heads, draft.company

    def is_another(self, mention: Mention, clause: Clause) -> bool:
        """Whether "a guard walks in" brings one more of those who are there."""
        person = mention.hit is not None and mention.hit.sense is not None and mention.hit.sense.kind != "prop"
        return bool(mention.ids) and mention.indefinite and person and comes(clause, self.heads.verb(clause.deed)[0])

    def comes_in(self, mention: Mention, clause: Clause) -> list[str]:
        """Somebody who is not on stage: an entrance when the words bring them in, a refusal otherwise."""
        label, _ = self.heads.verb(clause.deed)
        hit = mention.hit
        if (come := self._just_come(mention)) is not None:
            return [come]
        if goes_by_itself(hit) and self.draft.stage.indoor and self.draft.stage.setting != "garage":
            word = mention.text
            self.draft.refuse(f"{word} stays outside: nothing drives in here", f"{word}停在外面，开不进来")
            return []
        arrives = label == "enter" or mention.indefinite or _ARRIVES.search(clause.deed) is not None
        if goes_by_itself(hit):
            arrives = comes(clause, label)
        if hit is None or hit.sense is None or not arrives or (hit.sense.kind == "prop" and not goes_by_itself(hit)):
            self.draft.refuse_absent(mention)
            return []
        if back := self._who_left(hit.word, mention):
            if label != "enter" and hit.sense.kind != "prop":
                self.draft.act(Action("enter", back), clause, "enter", 1.0)
            return [back]
        behind = clause.text[mention.end - clause.piece.start :]
        worn = behind[: described_length(behind)].strip()
        ids = [self._introduce(name, mention, worn) for name in _names_of(mention)]
        if label != "enter" and hit.sense.kind != "prop":
            for i in ids:
                self.draft.act(Action("enter", i), clause, "enter", 1.0)
        return ids

    def _just_come(self, mention: Mention) -> str | None:
        """Who has come in before in the same direction and is told of again: "A knight enters; the knight bows"."""
        if mention.hit is None or mention.indefinite or not self.draft.entrances:
            return None
        fits, _ = self.company.fitting(mention.hit.word, mention.hit.sense, given=mention.hit.given)
        return next((e.id for e in fits if e.id in self.draft.entrances), None)

    def _who_left(self, name: str, mention: Mention) -> str | None:
        """Who bears that name and is off stage: they come back, and nobody else comes in their place."""
        gone = (e for k, e in enumerate(self.draft.stage.entities) if self.draft.moment.present[k] <= 0.5)
        entity = next((e for e in gone if e.name.casefold() == name.casefold()), None)
        if entity is None or mention.indefinite:
            return None
        self.company.add(entity)
        return entity.id

    def brings(self, mention: Mention, clause: Clause) -> tuple[str, ...]:
        """A thing that is not on stage: "pulls out a knife" and "takes out her phone" bring it in, "picks up the knife"
        is refused."""
        hit = mention.hit
        if (
            hit is None
            or hit.sense is None
            or (hit.setting is not None and hit.sense.kind == "prop" and not mention.indefinite)
        ):
            return ()
        label, _ = self.heads.verb(clause.deed)
        if is_ridden_in(clause, hit, mention.start, label):
            mount = self._who_left(hit.word, mention) or self._introduce(hit.word, mention)
            self.draft.ridden.add(mount)
            return (mount,)
        if hit.sense.kind != "prop" and mention.indefinite and comes(clause, label):
            return tuple(self._come_along(mention, clause))
        if (come := self._just_come(mention)) is not None:
            return (come,)
        if hit.sense.kind != "prop" and mention.indefinite and _FOLLOWED.search(clause.bare):
            for i in self._come_along(mention, clause):
                self.draft.act(Action("follow", i, next(iter(self.draft.told_of), None)), clause, "follow", 1.0)
            self.draft.lost = True  # no more is told there
            return ()
        before = clause.text[: hit.start - clause.piece.start]
        holdable = hit.sense.kind == "prop" and "holdable" in CATALOG[hit.sense.archetype].traits
        # Chinese has no article: 递上玉佩 may be of any, 把玉佩递上 is of one that has been seen.
        given = label in ("give", "bring") and not hit.word.isascii() and not before.endswith(("那", "这", "把", "将"))
        handled = mention.indefinite and (label in _IN_HAND or self._is_handled(clause) or _COMES_WITH.search(before))
        handed = mention.indefinite and _HANDED_OVER.search(before) is not None
        handed |= hit.word.isascii() and SERVED.search(before) is not None
        if holdable and (handled or given or handed or OWN.search(before) or DRAWN.search(before)):
            return (self._introduce(hit.word, mention),)
        if label in ("enter", "exit") or (hit.sense.archetype == "door" and label not in _BY_HAND):
            self.draft.outward = hit.sense.archetype == "door"
            self.draft.readings.append(f"{hit.word} is not on stage: the edge of the set serves")
            return ()
        self.draft.refuse_absent(mention)
        return ()

    def own(self, mention: Mention, clause: Clause, subject: Sequence[str]) -> tuple[str, ...]:
        """One's own of what only others have in hand: "Jed draws his gun" does not take the sheriff's; and what those
        who come in have with them, though there is such a thing here."""
        hit = mention.hit or next(iter(find_nouns(mention.text)), None)
        if self._comes_on_its_back(mention, hit, clause, subject):
            return self.brings(replace(mention, ids=(), absent=True, indefinite=True, hit=hit), clause)
        if hit is None or not mention.ids or "holdable" not in self.company.by_id[mention.ids[0]].traits:
            return ()
        lead = clause.text[: max(0, mention.end - clause.piece.start)].removesuffix(mention.text)
        held = {i for who, things in self.draft.holding.items() if who not in subject for i in things}
        comes = set(subject) <= {a.actor for a in self.draft.actions[self.draft.clause_start :] if a.verb == "enter"}
        along = comes and _ALONG.search(lead) is not None
        arms = self.company.by_id[mention.ids[0]].archetype in WEAPONS
        if not along and not (arms and set(mention.ids) <= held and DRAWN.search(lead)):
            return ()
        sign = {"his": "m", "her": "f"}.get((re.findall(r"\b(his|her)\b", lead.lower()) or [""])[-1], "")
        genders = {self.company.by_id[i].look.get("gender", "") for i in subject}
        if sign and sign not in genders:
            return ()  # "she draws his gun"
        return self.brings(replace(mention, ids=(), absent=True, indefinite=True, hit=hit), clause)

    def _come_along(self, mention: Mention, clause: Clause) -> list[str]:
        """Who comes in with those who come in: 两名侍卫押着一个刺客走进来, "enters with two guards"."""
        ids = [self._introduce(name, mention) for name in _names_of(mention)]
        for i in ids:
            self.draft.act(Action("enter", i), clause, "enter", 1.0)
        return ids

    def _comes_on_its_back(self, mention: Mention, hit: Hit | None, clause: Clause, subject: Sequence[str]) -> bool:
        """Whether those who come in do so on one of their own, though there is such a mount here."""
        here = self.draft.scene().present
        come = all(i in self.draft.entrances or i not in here for i in subject)
        return bool(mention.ids) and come and is_ridden_in(clause, hit, mention.start, self.heads.verb(clause.deed)[0])

    def another(self, thing: str) -> str:
        """One more of what has just been brought, for somebody else."""
        entity, known = self.company.by_id[thing], self.company.by_id.values()
        name = _numbered(re.sub(r" ?\d+$", "", entity.name), known)
        added = replace(entity, id=next_id(known), name=name)
        self.company.add(added)
        self.draft.entrances.append(added.id)
        if thing in self.draft.ridden:
            self.draft.ridden.add(added.id)
        return added.id

    def _is_handled(self, clause: Clause) -> bool:
        """Whether it is likely enough to be one of the deeds for which a thing is in the hand, whichever."""
        likely = dict(zip(self.heads.labels("verb"), self.heads.verbs(clause.deed), strict=True))
        return bool(sum(likely[deed] for deed in _IN_HAND) >= _IN_HAND_ENOUGH)

    def _introduce(self, name: str, mention: Mention, worn: str = "") -> str:
        hit = mention.hit
        assert hit is not None and hit.sense is not None
        entity = newcomer(self.draft.stage, self.company.by_id.values(), name, hit, worn)
        self.company.add(entity)
        self.draft.entrances.append(entity.id)
        if other := staged_as(hit.word, hit.sense):
            self.draft.readings.append(f"{hit.word} is staged as {other}")
        return entity.id


def _names_of(mention: Mention) -> list[str]:
    """How those are called who come in: with numbers where they are several."""
    assert mention.hit is not None
    base, count = mention.hit.word, min(mention.hit.count, 4)
    return [base] if count == 1 else [f"{base} {n + 1}" if base.isascii() else f"{base}{n + 1}" for n in range(count)]


def newcomer(stage: Stage, known: Collection[Entity], name: str, hit: Hit, worn: str = "") -> Entity:
    """Somebody or something that the noun speaks of, to be put on a stage on which or coming to which are the `known`:
    called so, or with a number where that name is taken; `worn` are words behind the noun. The same arguments give the
    same."""
    assert hit.sense is not None
    unique = _numbered(name, known) if any(e.name.lower() == name.lower() for e in known) else name
    entity_id = next_id(known)
    words = (*hit.before, worn) if worn else hit.before
    said = Description(" ".join(words), words, told_gender(hit), "" if hit.given else hit.word)
    rng = np.random.default_rng([stage.seed, int(entity_id[1:])])
    tops = {entity.colors["top"] for entity in stage.entities if "top" in entity.colors}
    archetype, role = hit.sense.archetype, hit.sense.role
    return dress(entity_id, unique, archetype, role, said, era=_era_of(stage), rng=rng, worn=tops)


def next_id(known: Collection[Entity]) -> str:
    """The id of one more."""
    numbers = (int(m[1]) for e in known if (m := re.fullmatch(r"e(\d+)", e.id)))
    return f"e{1 + max(numbers, default=0)}"


def _numbered(name: str, known: Collection[Entity]) -> str:
    """The name with the first number, from 2 on, that nobody has it with."""
    taken = {e.name.lower() for e in known}
    told = (f"{name} {n}" if name.isascii() else f"{name}{n}" for n in count(2))
    return next(one for one in told if one.lower() not in taken)


def _era_of(stage: Stage) -> str:
    """The era of the newcomer's clothes: that of those already there."""
    outfits = {e.look.get("outfit") for e in stage.entities}
    if outfits & {"hanfu", "wuxia"}:
        return "chinese"
    return "medieval" if outfits & {"armor", "tunic", "peasant", "royal"} else "modern"
