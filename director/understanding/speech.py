"""Quotations: who says them, to whom, in which mood, and how long that takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from director.directive import Line, Narration
from director.understanding import clauses as cl
from director.understanding.dissection import Clause, living
from director.understanding.draft import Draft
from director.understanding.heads import Heads
from director.understanding.wording import shown, speaking_s, tidy
from model.state import Action

_SPEECH = frozenset({"talk", "feel", "none", "camera", "stop", "cry"})

_AFAR = re.compile(
    r"\b(?:in the distance|far (?:away|off)|off[ -]?(?:screen|stage)|from afar"
    r"|somewhere (?:outside|above|below|nearby))\b|\b(?:outside|next door)\W*$"
    r"|远处|远方|画外|[窗门屋墙室院]外|隔壁|外面", re.I,
)  # fmt: skip
_SOUND = re.compile(
    r"\b(?:howl|bark|wail|ring|toll|chim|siren|scream|shout|shot|gunfire|music|rumbl|roar|cr(?:y|ies)|hoot|whistl|engine"
    r"|footstep|laugh|sing|crow|explo|bell|drum|alarm|honk|voice)|[声嚎吼鸣]|响起|狼叫|狗叫", re.I,
)  # fmt: skip


_SHOUTS = re.compile(r"[大厉怒暴断]喝|喝[道令斥问]|呵斥")  # nobody drinks


class Speech:
    """Lines, for one draft."""

    def __init__(self, draft: Draft, heads: Heads) -> None:
        self.draft, self.heads, self.company = draft, heads, draft.company

    def narrates(self, clause: Clause, quotes: Sequence[str]) -> bool:
        """Whether the clause's quotations are told by somebody who is not in the story; if so they are noted."""
        teller = cl.NARRATOR.search(clause.text) if clause.quotes else None
        if teller is None or any(m.ids or m.pronoun for m in clause.subjects):
            return False
        name = re.sub(r"^the ", "", teller.group(), flags=re.I)
        name = name[:1].upper() + name[1:]
        self.draft.narration += [Narration(quotes[n], name, speaking_s(quotes[n])) for n in clause.quotes]
        return True

    def is_heard(self, clause: Clause) -> bool:
        """Whether the clause tells of a sound from where nobody is seen: "a wolf howls in the distance". It is told in
        a caption, and nobody comes in."""
        afar = _AFAR.search(clause.text) and _SOUND.search(clause.text) and not clause.quotes
        mentions = (*clause.subjects, *clause.others)
        if not afar or any(m.pronoun or (m.ids and living(m, self.company)) for m in mentions):
            return False
        words = shown(clause.text.strip(" ,，"))
        teller = "画外" if self.draft.chinese else "Off screen"
        self.draft.narration.append(Narration(words, teller, speaking_s(words)))
        self.draft.readings.append(f'"{words}" is heard and not seen')
        return True

    def say(
        self, clause: Clause, subject: tuple[str, ...], quotes: Sequence[str], deed: Callable[[tuple[str, ...]], None]
    ) -> None:
        """The clause's quotations are said. `deed` acts out, for who speaks, what else the clause tells of him."""
        subject = subject or self.draft.subject or tuple(e.id for e in self.company.people())[:1]
        subject, listener = self._speakers(clause, subject)
        if not subject:
            self.draft.refuse("say who speaks", "请说明谁在说话", roster=True)
            return
        words = cl.without_quotes(clause.text)
        shouts = not tidy(words) or _SHOUTS.search(words) is not None
        label, sure = ("talk", 1.0) if shouts else self.heads.verb(clause.deed)
        emotion = self.heads.emotion(clause, label) or self.heads.lead(clause) or self._felt(subject)
        if (
            label not in _SPEECH
            and sure > 0.5
            and len(
                cl.residue(words, clause.piece.start, [(m.start, m.end) for m in [*clause.subjects, *clause.others]])
            )
            > 0
        ):
            deed(subject)
        for number in clause.quotes:
            spoken = quotes[number]
            self._note_things(spoken)
            for speaker in subject:
                self.draft.feel(speaker, emotion, clause)
                to = listener or self._called_on(spoken, speaker) or self._listener(speaker)
                action = Action(
                    "talk", speaker, to, emotion=emotion, seconds=speaking_s(spoken)
                )
                self.draft.act(action, clause, "talk", 1.0)
                mood = self.heads.mood(clause, emotion)
                self.draft.lines.append(Line(speaker, spoken, mood, len(self.draft.actions) - 1))
        self.draft.subject = subject
        heard = listener or next((a.target for a in reversed(self.draft.actions) if a.verb == "talk"), None)
        self.company.note([*([heard] if heard else []), *subject])

    def _note_things(self, spoken: str) -> None:
        """What a line speaks of may be "it" from there on: "Give me that phone," he says. She drops it."""
        things = [i for m in self.company.find(spoken) for i in m.ids if self.company.by_id[i].kind == "prop"]
        self.company.note(things)

    def _felt(self, subject: tuple[str, ...]) -> str | None:
        """What the sentence has said the speaker feels: "sobbing, she says"."""
        own = [a for a in self.draft.actions[self.draft.sentence_start :] if a.actor in subject]
        return next(("sad" if a.verb == "cry" else a.emotion for a in reversed(own) if a.verb in ("cry", "feel")), None)

    def _speakers(self, clause: Clause, subject: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
        """(who speaks, to whom). "“Run!” says Lin" has its speaker behind the verb; 林对陈说 a listener in front."""
        pairs = zip(clause.others, clause.prepositions, strict=True)
        others = [(m, p) for m, p in pairs if living(m, self.company)]
        if not clause.subjects and others and not others[0][1]:
            said = re.match(r"\s*(?:\w+\s+)?\w+\s*$|.*(?:says|said|asks|shouts|whispers|replies|answers|cries)\s*$",
                            clause.text[: others[0][0].start - clause.piece.start])  # fmt: skip
            if said and clause.text[:2] == "  ":
                subject = self.draft.meant(others[0][0], as_subject=True) or subject
                others = others[1:]
        if (
            len(subject) == 2
            and len(clause.subjects) == 2
            and re.search(r"[和跟与对向]\s*$", clause.text[: clause.subjects[1].start - clause.piece.start])
        ):
            return subject[:1], subject[1]
        listeners = [i for m, _ in others for i in self.draft.meant(m, subject=subject) if i not in subject]
        return subject, listeners[0] if listeners else None

    def _called_on(self, spoken: str, speaker: str) -> str | None:
        """Who is called by name at the beginning or the end of a line: "Stop it, Clara!", 小林，过来。"""
        for mention in self.company.find(spoken):
            before, after = spoken[: mention.start].rstrip(), spoken[mention.end :].lstrip()
            apart = (not before or before[-1] in ",，") and (not after or after[0] in ",，!！.。?？…")
            if apart and len(mention.ids) == 1 and mention.ids[0] != speaker and living(mention, self.company):
                return mention.ids[0]
        return None

    def _listener(self, speaker: str) -> str | None:
        """To whom one speaks when the words do not say: whoever was spoken of last, or the only other one."""
        people = [e.id for e in self.company.people() if e.id != speaker and e.look.get("role") != "corpse"]
        recent = [i for i in self.company.recent if i in people]
        return recent[0] if recent else people[0] if len(people) == 1 else None
