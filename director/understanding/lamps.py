"""Lamps and fires that go out, come on or flicker by themselves: "the second candle dies", 灯笼亮了起来.

Knows what is said of light; what anybody does to a lamp is read like any other deed.
"""

from __future__ import annotations

import re

from director.lexicon.words import NUMBERS
from director.understanding.dissection import Clause
from director.understanding.draft import Draft
from director.understanding.fitting import are_alike
from director.understanding.wording import shown, tidy
from model.state import Action

_HOW = (r"(?:(?:\w+ly|then|all|both|just|now|at once|at last|one by one|still)\s+"
        r"|突然|忽然|渐渐|慢慢|一下子?|最后|终于|也|又|都|全|仍然?|依然|还|一?直|地|随即|瞬间|自己|而)*")  # fmt: skip
_WHEN = (r"(?:\s+(?:again|too|out|off|dark|one by one|for a moment|suddenly|slowly|\w+ly)"
         r"|[了起来下去着几两闪]|一?下|不定|熄)*")  # fmt: skip
_SAID = {
    "out": r"(?:go(?:es)?|went|going|burns?|dies?|died|fades?|faded|gutters?) (?:out|off|dark|down|away)"
    r"|dies?|died|fades?|fails?|failed|(?:is|are|was|gets?) (?:\w+ )?(?:blown|put|snuffed|turned|switched) (?:out|off)"
    r"|(?:is|are|was|gets?) (?:extinguished|out|snuffed|dead|dark)|熄灭|灭|熄|黯淡|暗",
    "flickering": r"(?:flickers?|flickered|sputters?|stutters?|wavers?|trembles?|dims?|blinks?|gutters?|is flickering)"
    r"(?! (?:on|to life|into life|back))|忽明忽暗|忽闪忽闪|忽闪|闪烁|闪动|摇曳|跳动|晃动|闪",
    "on": r"(?:lights?|lit|flares?|flared|blazes?|brightens?|flickers?|comes?|came|goes|turns?|springs?|leaps?)"
    r" (?:up|on|to life|into life|back on)|ignites?|(?:is|are) (?:lit|on|burning|alight|ablaze|aglow)"
    r"|burns?(?= ?$| bright)|glows?|glowed|shines?|flares?|brightens?|stays? (?:lit|on|alight)"
    r"|亮|燃|点着|发光|发亮|照亮",
}
_DEEDS = {kind: re.compile(rf"{_HOW}(?:{words}){_WHEN}", re.I) for kind, words in _SAID.items()}
# What burns in a lamp or a fire stands for it.
_FLAME = re.compile(r"(?:the |its )?(?:flames?|fire|candlelight|firelight|lamplight)\b|烛[火光]|灯火|火[苗焰光]", re.I)
# One of the others that were spoken of: "the other one", 第二支.
_ANOTHER = re.compile(
    r"(?:the )?(?:other(?: one)?s?|rest|(?P<en>first|second|third|fourth)(?: one)?)\b"
    r"|(?:另|其他|其余|剩下的?)[外一两几]*[支盏根个只]?|第(?P<zh>[一二三四])[支盏根个只]",
    re.I,
)
_ALL = re.compile(r"\b(?:lights|all|every)\b|灯光|灯火|[都全]|所有", re.I)
_ORDER = ("first", "second", "third", "fourth")
_FLICKER_S = 0.6  # how long a light that flickers is gone


class Lamps:
    """What lights do by themselves, for one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.company = draft, draft.company
        self._told: tuple[str, ...] = ()  # of which the sentence has spoken
        self._sentence = -1

    def reads(self, clause: Clause) -> bool:
        """Whether the clause tells what lights do by themselves; if so it is noted."""
        same = clause.piece.sentence == self._sentence
        ids, said = self._of_which(clause, self._told if same else ())
        kind = next((kind for kind, words in _DEEDS.items() if words.fullmatch(said)), None) if ids else None
        if kind is None:
            self._note(clause)
            return False
        lamps = {e.id for e in self.company.entities if "lights" in e.traits}
        if kind == "out" and (lamps <= set(ids) if len(ids) > 1 else _ALL.search(clause.text)):
            return False
        self._told, self._sentence = (*(self._told if same else ()), *ids), clause.piece.sentence
        self.draft.subject = ids
        for lamp in ids:
            self._act(kind, lamp, clause)
        return True

    def _note(self, clause: Clause) -> None:
        """Of which lamps something else is told: 吹灭了一支蜡烛，另一支……"""
        named = (*clause.subjects, *clause.others)
        told = tuple(i for m in named for i in m.ids if "lights" in self.company.by_id[i].traits)
        if told:
            self._told, self._sentence = told, clause.piece.sentence

    def _of_which(self, clause: Clause, told: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
        """(the lamps that a clause is about, what it says of them)."""
        if any(m.ids or not m.absent for m in clause.others):
            return (), ""
        text = tidy(clause.text)
        if told and (other := _ANOTHER.match(text)):
            return self._others(other, told), tidy(text[other.end() :])
        ids = tuple(i for m in clause.subjects for i in m.ids)
        if ids:
            lit = all("lights" in self.company.by_id[i].traits for i in ids)
            return ids if lit else (), tidy(clause.text[clause.subjects[-1].end - clause.piece.start :])
        if flame := _FLAME.match(text):
            return told[-1:] or self._burning(), tidy(text[flame.end() :])
        return (told, tidy(clause.bare)) if not clause.subjects else ((), "")

    def _others(self, other: re.Match[str], told: tuple[str, ...]) -> tuple[str, ...]:
        last = self.company.by_id[told[-1]]
        alike = [e.id for e in self.company.entities if e is last or are_alike(e, last)]
        if other["en"] or other["zh"]:
            nth = _ORDER.index(other["en"].lower()) if other["en"] else NUMBERS[other["zh"]] - 1
            return tuple(alike[nth : nth + 1])
        return tuple(i for i in alike if i not in told)

    def _burning(self) -> tuple[str, ...]:
        lamps = [e.id for e in self.company.entities if "lights" in e.traits]
        return tuple(sorted(lamps, key=lambda i: not self.draft.is_lit(i))[:1])

    def _act(self, kind: str, lamp: str, clause: Clause) -> None:
        verb, words = ("put_out", "goes out") if kind == "out" else ("light", "lights up")
        if kind == "flickering" and self.draft.is_lit(lamp):
            reading = f"{shown(clause.bare)} -> {self.company.by_id[lamp].name} is dark for a moment"
            dark = Action("put_out", None, lamp, words="goes out", seconds=_FLICKER_S)
            self.draft.act(dark, clause, "put_out", 1.0, reading)
        told = (a.verb for a in reversed(self.draft.actions[self.draft.sentence_start :]) if a.target == lamp)
        if next(told, None) != verb:  # "burns down and dies"
            self.draft.act(Action(verb, None, lamp, words=words), clause, verb, 1.0)
