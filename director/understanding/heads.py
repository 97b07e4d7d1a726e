"""What the learned heads say of a clause: its verb, feeling, manner and pace.

And how far a verb suits those who are to do it. Knows nothing of sentences.
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from director.casting.spotting import HAN
from director.lexicon.feelings import feelings
from director.understanding import clauses as cl
from director.understanding.dissection import Clause
from director.understanding.roles import COMPOSITES, EVENTS
from director.understanding.wording import core
from model.lexicon.forms import present
from model.moment import EMOTIONS, Moment
from model.occasions import situation
from model.reader import PhraseReader
from model.stage import Stage
from model.text import TextEncoder

_REMEMBERED = 4_096  # answers
_SURE_EMOTION = 0.55
_SURE_MANNER = 0.7
# 哭着跑出去 is running out: what somebody does meanwhile is the manner.
_ZH_WHILE = re.compile(
    r"^(?:[\u3400-\u9fff]{0,3}[哭笑泪抖怒慌])着(?=[\u3400-\u9fff]{2})"
    r"|^面?[向朝对]着?(?:观众|镜头)(?=[走跑冲])"
    r"|^[瘸跛猫弯踮拖][\u3400-\u9fff]?着[腿腰脚身尖步]*(?=[走跑冲溜爬靠挪])"
)
_ZH_SAYS = re.compile(r"(?:[说喊叫问答吼嚷骂叹]|回答|回应|开口)?[说道着]?\W*$")
_EN_MANNERS = re.compile(
    r"\b(?:in|with|out of)\s+(?:a |an |great |deep |sheer |his |her )?(?:[a-z]+ )?[a-z]+\b|\b[a-z]+ly\b"
    r"|\b[a-z]{3,}ing\b",
    re.I,
)
_ZH_MANNERS = re.compile(r"([\u3400-\u9fff]{1,6}?)地|^([\u3400-\u9fff]{1,3})得")
_SURE_OF_HAND = 0.9  # of the manner in which something is taken: nobody limps who snatches
_PACED = frozenset(
    """
    walk run flee chase follow circle enter exit climb fly back_off carry hide bring take_off land jump shake_hands
    get_down push lead drag dodge shield
    """.split()
)
_GAITS = _PACED - {"hide", "lead", "drag", "dodge", "shield"}  # whose very words may tell the pace
# What is done on the way somewhere, and so in a manner.
GOING = frozenset(
    "walk run flee back_off follow chase circle enter exit hide lead drag carry bring climb get_down take".split()
)

_SMILE_FADES = re.compile(
    r"\bsmile (?:fades?|dies?|vanish\w*|disappears?|freezes?)|\bface falls?\b|笑容?(?:消失|凝固|僵|褪|敛)", re.I
)


class Heads:
    """The trained heads and the encoder they read through."""

    def __init__(self, text: TextEncoder, phrases: PhraseReader) -> None:
        self.text, self.phrases = text, phrases
        self._row = lru_cache(_REMEMBERED)(self._asked)  # a sentence asks the same of a phrase many times

    def _asked(self, head: str, phrase: str) -> np.ndarray:
        """Probabilities of a head's labels; not to be written to."""
        row: np.ndarray = self.phrases.probabilities([phrase], self.text.encode, head)[0]
        row.flags.writeable = False
        return row

    def labels(self, head: str) -> tuple[str, ...]:
        return self.phrases.labels(head)

    def verbs(self, phrase: str) -> np.ndarray:
        """Probabilities of the verbs. A phrase is read whole and without its trimmings ("in the sand"), half each."""
        phrase = present(_ZH_WHILE.sub("", phrase)) or "does something"
        wordings = dict.fromkeys((phrase, core(phrase)))
        row: np.ndarray = np.mean([self._row("verb", wording) for wording in wordings], axis=0)
        return row

    def verb(self, phrase: str) -> tuple[str, float]:
        """The likeliest verb, and how likely."""
        row = self.verbs(phrase)
        best = int(row.argmax())
        return self.phrases.labels("verb")[best], float(row[best])

    def occasion(
        self, label: str, stage: Stage, moment: Moment, actor: str, target: str | None, thing: str | None
    ) -> float:
        """How much likelier those who take part make a verb, in nats; what nobody does suits everybody."""
        verb = COMPOSITES.get(label, label)
        if verb in EVENTS or not {actor, target, thing} <= {None, *(e.id for e in stage.entities)}:
            return 0.0  # whoever has yet to come in is in no situation
        return self.phrases.occasions(situation(stage, moment, actor, target, thing)).get(verb, 0.0)

    def label(self, head: str, phrase: str) -> tuple[str, float]:
        """The likeliest answer of a head, and how likely."""
        row = self._row(head, phrase)
        best = int(row.argmax())
        return self.phrases.labels(head)[best], float(row[best])

    def asked_of_camera(self, head: str, phrase: str) -> float:
        """How likely the phrase asks anything of one of the camera's heads."""
        row = self._row(head, phrase)
        return 1.0 - float(row[self.phrases.labels(head).index("none")])

    def emotion(self, clause: Clause, label: str) -> str | None:
        """The feeling the clause tells: of its whole when it is about feeling, else of its manner only."""
        if label == "feel" and _SMILE_FADES.search(clause.deed):
            return "sad"
        if label == "feel":
            row = self._row("emotion", clause.deed)
            names = self.phrases.labels("emotion")
            return max(EMOTIONS, key=lambda e: float(row[names.index(e)]))
        if label == "face" and (feeling := _look(clause.bare)):
            return feeling
        bare = re.sub(r"某人|某物|\b(?:someone|something)\b", "", f"{clause.deed} {clause.lead}".strip())
        manners = [m.group(1) or m.group(2) for m in _ZH_MANNERS.finditer(bare)] + [
            m.group() for m in _EN_MANNERS.finditer(bare)
        ]
        zh = re.match(r"\s*([\u3400-\u9fff]{1,4})着(?=[\u3400-\u9fff])", bare)
        manners += [zh.group(1)] if zh else []
        for manner in manners:
            feeling, sure = self.label("emotion", manner.strip().lower())
            if feeling != "none" and sure >= _SURE_EMOTION:
                return feeling
        return "sad" if label == "cry" else None

    def lead(self, clause: Clause) -> str | None:
        """The feeling that leads to what is said: 含泪道."""
        lead = _ZH_SAYS.sub("", re.sub(r"某人|某物|[对向朝跟]", "", clause.deed)).strip()
        if not 0 < len(lead) <= 8 or not HAN.search(lead):
            return None
        feeling, sure = self.label("emotion", lead)
        return feeling if feeling != "none" and sure >= _SURE_EMOTION else None

    def mood(self, clause: Clause, emotion: str | None) -> str | None:
        """How a line is said, in the author's own word where there is one."""
        manner = _ZH_MANNERS.search(clause.deed) or re.search(r"\b\w+ly\b", clause.deed)
        if manner and manner.group().lower() not in ("suddenly", "finally", "突然地"):
            return (manner.group(1) or manner.group(2)) if manner.re is _ZH_MANNERS else manner.group()
        return emotion

    def manner(self, clause: Clause, label: str) -> str | None:
        """How one goes; who limps or sneaks is as slow as that makes them."""
        if label not in GOING:
            return None
        told = [self.label("manner", words) for words in (clause.deed, clause.lead.strip(" ,，")) if words]
        least = _SURE_OF_HAND if label == "take" else _SURE_MANNER
        return next((manner for manner, sure in told if manner != "none" and sure >= least), None)

    def speed(self, clause: Clause, label: str) -> float:
        """How fast it is done; 1 is as usual."""
        if label not in _PACED:
            return 1.0
        adverbs = [w for w in re.findall(r"[a-z]+", f"{clause.lead} {clause.deed}".lower()) if cl.is_adverb(w)]
        adverbs += [a or b for a, b in _ZH_MANNERS.findall(clause.deed)]
        paces = [self.label("pace", phrase) for phrase in (*adverbs, *([clause.deed] if label in _GAITS else []))]
        pace = next((name for name, sure in paces if name != "normal" and sure >= 0.55), "normal")
        if pace == "normal":
            return 1.0
        if pace == "slow":
            return 0.5 if label != "run" else 0.8
        strong = re.search(r"as fast as|full speed|top speed|全速|拼命|飞快|最快", clause.deed)
        return 2.0 if strong else 1.0 if label in ("run", "flee", "chase") else 1.5


def _look(words: str) -> str | None:
    """The feeling that a word for looking tells: "glares", 瞪."""
    told = (emotion for word, emotion in feelings().items() if _says(words.lower(), word))
    return next((emotion for emotion in told if emotion != "calm"), None)


def _says(words: str, word: str) -> bool:
    return bool(re.match(rf"(?:\w+ly )?{word}\b", words)) if word.isascii() else words.startswith(word)
