"""Speech that is told of and not quoted: "tells him what she saw" is telling, and what is told stands behind it.

Parts a clause where the telling ends and what is told begins, so that the words of what is told are not read as a deed.
Knows nothing of what will be said (see `director.speech.lines`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from director.casting.spotting import is_chinese
from director.understanding.dissection import Clause, living, masked
from director.understanding.draft import Draft
from director.understanding.heads import Heads
from director.understanding.mentions import Mention
from director.understanding.wording import tidy

_SURE = 0.5
# What is told begins with one of these; "to" only where it leads to a deed, not to whom it is told.
_OPENS = re.compile(
    r"(?<=\bsays )(?=(?:he|she|they) [a-z])|(?<=\bsaid )(?=(?:he|she|they) [a-z])"
    r"|\b(?:that|what|who|whom|whose|which|where|when|why|how|whether|if|about|of|for)\b|\b(?:not )?to (?=[a-z]+\b)",
    re.I,
)
_ARTICLE = re.compile(r"to (?:the|an?|his|her|their|its|my|your|every\w+|some\w+|each|all|both)\b", re.I)
_SPOKEN_ZH = re.compile(r"[说道讲问称述起到谈论]|答(?!应)")
_NOT_TOLD_ZH = re.compile(r"[着了完过话出下个声得几很]|[来去]$|不[出停清完]")


# By a sign of the hand or the head, and to whom.
_SIGNALS = re.compile(
    r"(?:示意|暗示|使眼色[让叫]|[招挥摆]手[让叫])$"
    r"|\b(?:motion|gestur|signal|beckon)\w* (?:(?:to|for|at) )?(?:the )?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be said in a clause that tells of speech: the author's words for it ("" where there are none), and the
    ids of those it speaks of."""

    words: str = ""
    about: tuple[str, ...] = ()


NOTHING_TOLD = Told()


class Telling:
    """What is told, for one draft."""

    def __init__(self, draft: Draft, heads: Heads) -> None:
        self.draft, self.heads, self.company = draft, heads, draft.company

    def parted(self, clause: Clause) -> tuple[Clause, Told]:
        """The clause up to where what is told begins, and that; the clause as it is where it tells of no speech."""
        begin = max((m.end for m in clause.subjects), default=clause.piece.start) - clause.piece.start
        signal = next((m for m in clause.others[:1] if living(m, self.company)), None)
        if signal is not None and _SIGNALS.search(clause.text[: signal.start - clause.piece.start]):
            return self._signalled(clause, signal, begin), NOTHING_TOLD
        for cut in self._cuts(clause, begin):
            mentions = [m for m in clause.others if m.end <= clause.piece.start + cut]
            text = clause.text[:cut]
            deed = tidy(masked(text, clause.piece.start, begin, mentions, self.company))
            label, sure = self.heads.verb(deed) if deed else ("none", 0.0)
            if label != "talk" or sure < _SURE:
                continue
            told = clause.text[cut:].strip(" ,，.。")
            about = tuple(i for m in clause.others if m not in mentions for i in m.ids)
            kept = clause.prepositions[: len(mentions)]
            parted = replace(clause, text=text, others=tuple(mentions), prepositions=kept, deed=deed)
            return replace(parted, bare=tidy(text[begin:])), Told(told, about)
        return clause, NOTHING_TOLD

    def _signalled(self, clause: Clause, signal: Mention, begin: int) -> Clause:
        """The clause without what somebody is waved at for: 示意她去休息."""
        text = clause.text[: signal.end - clause.piece.start]
        deed = tidy(masked(text, clause.piece.start, begin, [signal], self.company))
        kept = replace(clause, text=text, others=(signal,), prepositions=clause.prepositions[:1], deed=deed)
        return replace(kept, bare=tidy(text[begin:]))

    def _cuts(self, clause: Clause, begin: int) -> Iterator[int]:
        """Where what is told may begin, in the clause's text, first ones first."""
        text, start = clause.text, clause.piece.start
        if not is_chinese(text[begin:]):
            heard = {m.start - start for m in clause.others}
            for found in _OPENS.finditer(text, begin):
                whom = found.group().lower() == "to " and (found.end() in heard or _ARTICLE.match(text, found.start()))
                if found.start() > begin and not whom and text[found.end() :].strip():
                    yield found.start()
            return
        asked = {m.start - start for m in clause.others if living(m, self.company)}  # 问|小明: whom, and not what
        spoken = {m.end() for m in _SPOKEN_ZH.finditer(text, begin) if m.group() not in "问答" or m.end() not in asked}
        ends = {m.end - start for m in clause.others} | spoken
        for cut in sorted(ends):
            told = text[cut:].strip(" ，。")
            bare = len(told) == 2 and not any(m.end - start <= cut for m in clause.others)  # 说再见 is one deed
            if len(told) >= 2 and not bare and not _NOT_TOLD_ZH.match(told) and not _SPOKEN_ZH.match(told):
                yield cut
