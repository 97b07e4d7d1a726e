# ruff: noqa: E501  (one way of saying it a line)
"""What people take off and put on: "takes off his mask", 摘下墨镜, "drapes his coat over her shoulders".

Knows the words of dressing and what a garment is called; what comes off whom and what it then is, `model.attire` knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from director.lexicon.words import COLORS, GARMENTS, HATS, MASKS, alternatives
from director.understanding.dissection import Clause
from director.understanding.draft import Draft
from director.understanding.mentions import Mention
from director.understanding.newcomers import next_id
from director.understanding.wording import shown
from model.attire import BARE, garment, without, worn
from model.stage import OUTFITS, Entity
from model.state import Action

_GLASSES = {
    **dict.fromkeys(
        ("sunglasses", "shades", "dark glasses", "goggles", "墨镜", "太阳镜", "太阳眼镜", "护目镜"), "dark"
    ),
    **dict.fromkeys(("glasses", "spectacles", "specs", "eyeglasses", "reading glasses", "眼镜", "老花镜"), "yes"),
}
_G = "\x01"  # where the garment stands in the words
_HIS = r"(?:his|her|their|the|an?|its|some|own|[\w-]+['’]s?) (?:[\w-]+ ){0,2}?"
_OFF = re.compile(
    rf"\b(?:tak|pull|tear|rip|lift|slip|peel|throw|whip|strip|shrug|yank|snatch|knock|fling|toss|cast|com|slid)\w* off (?:{_HIS})?{_G}"
    rf"|\b(?:takes?|took|tore|ripped|threw|[a-z]{{3,8}}s|[a-z]{{3,8}}ing) (?:{_HIS})?{_G} off\b(?! the| an?\b)"
    rf"|\b(?:takes?|took|pulls?|pulling|lifts?|rips?|tears?|snatches|yanks?) (?:{_HIS})?{_G} (?:off|from) (?:his|her|their|[\w-]+['’]s) (?:head|face|eyes|nose|shoulders|back)"
    rf"|\b(?:pulls?|takes?|rips?|tears?|yanks?|snatches) (?:{_HIS})?{_G} (?:off|from) (?:the )?[\w-]+$"
    rf"|\b(?:remov|doff|shed|unbutton|discard)\w* (?:{_HIS})?{_G}|\b(?:lowers?|pulls? down|pushes? back|pulls? back) (?:{_HIS})?{_G}(?=\W*$)"
    rf"|(?:[摘脱揭扯解卸撕掀除取][下掉去开起了]了?|[摘脱])[^，。]{{0,6}}{_G}(?!上)|把[^，。]{{0,4}}{_G}(?:一把|轻轻|慢慢)?[摘脱揭扯解卸撕掀取拿][下掉去开了]",
    re.I,
)
_ON = re.compile(
    rf"\b(?:put|pull|slip|throw|tug|plac|try|tri)\w* (?:back )?on (?:{_HIS})?{_G}"
    rf"|\b(?:puts?|pulls?|slips?|throws?|tugs?|places?|sets?) (?:{_HIS})?{_G} (?:back )?on(?=\W*$| (?:again|too)\b)"
    rf"|\b(?:put|pull|slip|throw|plac|set|drap|wrap|hang|lay|pulls?)\w* (?:{_HIS})?{_G} (?:back )?(?:on|onto|over|around|about|across|up over) (?:(?:his|her|their|(?:the )?[\w-]+['’]s?) (?:own )?(?:head|face|eyes|nose|shoulders?|back|hair)|(?!top|it|the)[\w-]+)(?=\W*$)"
    rf"|\b(?:don|chang)\w*(?: into)? (?:{_HIS})?{_G}|\b(?:pulls?|puts?) up (?:{_HIS})?{_G}|\bdrap\w+ \w+ in (?:{_HIS})?{_G}"
    rf"|[戴穿披套换罩蒙盖]上?[了好]?[^，。]{{0,6}}{_G}(?!的)|把[^，。]{{0,6}}{_G}[^，。]{{0,8}}[戴穿披套罩盖]|[戴穿披套盖]上[^，。]{{0,4}}{_G}|{_G}[^，。]{{0,8}}[戴穿披套罩盖][上在到]",
    re.I,
)
_TOWARD = frozenset({"to", "at", "before", "for", "from", "towards", "toward", "对", "向", "朝"})  # to greet somebody
_IT = re.compile(r"\bit\b|\bthem\b(?= back on| on$)|它", re.I)
_OTHERS = re.compile(r"\b(?:his|her|him)\b|[她他](?=的|\W*$|[^，。]{0,3}[身肩头脸])", re.I)
_COLOR = re.compile(rf"\b(?:{alternatives(COLORS)})\b|{alternatives(COLORS, han=True)}", re.I)
_SHELF = re.compile(r"\boff the|\bfrom the|从[^，。]{0,8}[上里]")


@cache
def _garments() -> dict[str, tuple[str, str]]:
    """The part of a look and its value by what a garment is called, in small letters."""
    table = {
        word: ("outfit", outfit) for word, (outfit, part) in GARMENTS.items() if part == "top" and outfit in OUTFITS
    }
    table |= {word: ("hat", value) for word, value in HATS.items()}
    table |= {word: ("mask", value.split(" ")[0]) for word, value in MASKS.items()}
    table |= {word: ("glasses", value) for word, value in _GLASSES.items()}
    return {w: v for w, v in table.items() if w not in ("hooded", "衣", "帽") and not w.endswith("ed")}


@cache
def _called() -> re.Pattern[str]:
    words = _garments()
    return re.compile(rf"\b(?:{alternatives(words)})\b|{alternatives(words, han=True)}", re.I)


class Dressing:
    """Putting on and taking off, for one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.company = draft, draft.company

    def reads(self, clause: Clause, subject: Sequence[str]) -> bool:
        """Whether the clause is of a garment that is put on or taken off; if so it is in the draft, or refused."""
        found = max(_called().finditer(clause.bare), key=lambda m: len(m[0]), default=None)
        found = found or self._it(clause, subject)
        people = [i for i in subject if self.company.by_id[i].kind == "person"]
        if found is None or not people or len(people) != len(subject):
            return False
        words = f"{clause.bare[: found.start()]}{_G}{clause.bare[found.end() :]}"
        off, on = _OFF.search(words), _ON.search(words)
        if (off is None and on is None) or (off is not None and _SHELF.search(clause.bare) and self._elsewhere(clause)):
            return False
        part, value = self._garment_called(found[0], people[0])
        for actor in people:
            other = self._other(clause, words, actor)
            if off is not None:
                self._take_off(clause, actor, None if on else other, part, found[0])
            if on is not None and (off is None or other is not None):
                self._put_on(clause, actor, other, part, value, found[0])
            self.company.note([other] if other else [])
        self.draft.subject = tuple(subject)
        self.company.note(list(subject))
        return True

    def _it(self, clause: Clause, subject: Sequence[str]) -> re.Match[str] | None:
        """What "it" is that is put on or taken off: what one has just taken off, where the clause names nothing else."""
        holds = any("part" in self.company.by_id[i].look for s in subject for i in self.draft.holding.get(s, ()))
        return _IT.search(clause.bare) if holds else None

    def _garment_called(self, name: str, actor: str) -> tuple[str, str]:
        """The part of a look and its value that a name, or "it", means."""
        if (known := _garments().get(name.lower())) is not None:
            return known
        held = (self.company.by_id[i].look for i in reversed(self.draft.holding[actor]))
        look = next(look for look in held if "part" in look)
        return look["part"], look["worn"]

    def _elsewhere(self, clause: Clause) -> bool:
        """Whether something is named from which it is taken and nobody wears."""
        things = [self.company.by_id[i] for m in clause.others for i in m.ids]
        return any(thing.kind == "prop" and "holdable" not in thing.traits for thing in things)

    def _other(self, clause: Clause, words: str, actor: str) -> str | None:
        """Who else wears it, or is to: "pulls off the thief's mask", 给她披上外套."""
        pairs = zip(clause.others, clause.prepositions, strict=True)
        named = [i for m, p in pairs if not m.pronoun and p not in _TOWARD for i in m.ids]
        owners = [e.id for e in self.company.people() if re.search(rf"{re.escape(e.name)}(?:['’]s|的)", words, re.I)]
        pronouns = [m for m in clause.others if m.pronoun and not re.search(rf"\bto {m.text}\b", words, re.I)]
        own = self.company.by_id[actor].look.get("gender")
        for told in _OTHERS.finditer(words):
            sign = "f" if told[0].lower() in ("her", "她") else "m"
            if sign != own or told[0].lower() == "him":
                pronouns.append(Mention(0, 0, told[0], pronoun=sign))
        meant = (i for m in pronouns for i in self.draft.meant(m, subject=(actor,)))
        return next(
            (i for i in (*named, *owners, *meant) if i != actor and self.company.by_id[i].kind == "person"), None
        )

    def _take_off(self, clause: Clause, actor: str, other: str | None, part: str, name: str) -> None:
        wearer = self.company.by_id[other or actor]
        has = worn(wearer, part)
        if has is None and part == "outfit":  # whatever is worn over what is seen
            value, has = wearer.look.get("outfit", "casual"), "coat"
        elif has is None:
            self.draft.refuse(f"{wearer.name} wears no {name.lower()}{_but(wearer, 'en')}",
                              f"{wearer.name}没有戴{name}{_but(wearer, 'zh')}")  # fmt: skip
            return
        else:
            value = without(wearer, part)
        thing = self._laid_aside(part, has) or self._new(name, part, has, wearer)
        self._act(clause, actor, other, thing, (part, value))
        self.draft.handled("take", actor, thing, None)

    def _put_on(self, clause: Clause, actor: str, other: str | None, part: str, value: str, name: str) -> None:
        here = [i for m in clause.others for i in m.ids if self.company.by_id[i].kind == "prop"]
        held = [i for i in self.draft.holding.get(actor, ()) if self.company.by_id[i].look.get("part") == part]
        thing = next(iter([*(i for i in here if _is_worn_as(self.company.by_id[i], part)), *held]), None)
        if thing is None and other is not None and (has := worn(self.company.by_id[actor], part)) is not None:
            self._take_off(clause, actor, None, part, name)  # his own
            thing, value = self.draft.holding[actor][-1], has
        if thing is None:
            thing = self._laid_aside(part, value) or self._new(name, part, value, None, _color(clause.bare, name))
        else:
            value = self.company.by_id[thing].look.get("worn", value)
        if thing not in self.draft.entrances:
            self.draft.fetch(actor, thing, clause)
        self._act(clause, actor, other, thing, (part, value))
        for things in self.draft.holding.values():
            if thing in things:
                things.remove(thing)

    def _act(self, clause: Clause, actor: str, other: str | None, thing: str, wear: tuple[str, str]) -> None:
        verb = "examine" if other is not None else "salute" if wear[0] in BARE else "nod"
        action = Action(verb, actor, other, thing, wear=wear, words=clause.deed)
        self.draft.act(action, clause, verb, 1.0, shown(clause.bare))

    def _laid_aside(self, part: str, value: str) -> str | None:
        """What was put on before and is worn now, as the thing it was."""
        rows = enumerate(self.draft.stage.entities)
        gone = (e for k, e in rows if self.draft.moment.present[k] <= 0.5 and e.look.get("part") == part)
        entity = next((e for e in gone if e.look.get("worn") == value), None)
        if entity is None or entity in self.company.entities:
            return None
        self.company.add(entity)
        return entity.id

    def _new(self, name: str, part: str, value: str, owner: Entity | None, color: str = "") -> str:
        known = self.company.by_id.values()
        taken = any(e.name.lower() == name.lower() for e in known)
        entity = garment(next_id(known), f"{name} 2" if taken else name, part, value, owner, color)
        self.company.add(entity)
        self.draft.entrances.append(entity.id)
        return entity.id


def _is_worn_as(entity: Entity, part: str) -> bool:
    """Whether a thing on stage is what is worn there."""
    if "part" in entity.look:
        return entity.look["part"] == part
    called = max(_called().finditer(entity.name), key=lambda m: len(m[0]), default=None)
    return called is not None and _garments()[called[0].lower()][0] == part


def _but(entity: Entity, language: str) -> str:
    """What somebody does wear that can be taken off, behind a comma."""
    names = {"hat": ("hat", "帽子"), "mask": ("mask", "面具"), "glasses": ("glasses", "眼镜")}
    has = [names[part][language == "zh"] for part in BARE if worn(entity, part)]
    if language == "zh":
        return f"；能摘的有{'、'.join(has)}" if has else ""
    return f"; can take off: {', '.join(has)}" if has else ""


def _color(words: str, name: str) -> str:
    """The colour that stands before a garment, "" for none."""
    told = _COLOR.findall(words[: max(0, words.find(name))])
    return COLORS[told[-1].lower()] if told else ""
