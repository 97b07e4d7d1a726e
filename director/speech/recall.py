"""What somebody who speaks remembers that is to the point: of all memories those that fit what is asked for.

Weighs whom and what it is about, how near its words are to what is asked, whether the listener knows it already, how
much it is worth telling and how long ago it was. Knows nothing of how a line is worded around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from director.casting.spotting import HAN
from director.lexicon.words import STOP_WORDS
from director.speech.memory import Event, Memory
from director.speech.recounting import Voice, is_asking, recounted, worth
from model.reader import Encode

HARM = frozenset("attack push kick drag chase topple throw take lead".split())
KINDNESS = frozenset("give help_up shield hug shake_hands light".split())
DANGER = frozenset("attack push kick chase drag blast quake burn black_out topple fall".split())
GRIEF = frozenset("cry fall kneel".split())
_WORTH_A_WORD = 0.75  # from which a memory comes up where nobody asked for one
_ALIKE = 0.4  # cosine from which words are about the same, where no name says so
_SHARED = 0.3  # of the words of a question, from which what is only a little like it is about the same
_SURE, _APART = 0.42, 0.04  # cosine, and difference of two, from which words ask for the one and not the other
_ASKING_ZH = re.compile(r"某人|什么|谁|哪[里儿个些]?|怎么样?|为什么|多少|吗|呢|了|的|在|是|有没有")
_COMMON = STOP_WORDS | {"someone", "something", "know", "tell", "what", "where", "who", "why", "how", "when"}
_HEARD = ("what I was told", "what somebody said", "what he heard", "听到的话", "别人说的话", "某人告诉了某人什么")
_SEEN = ("what I saw", "what somebody did", "what happened", "看到了什么", "发生了什么", "某人做了什么")


@dataclass(frozen=True, slots=True)
class Recaller:
    """One who is to speak: what they remember, who they speak to, what that one knows, and the voice that tells it."""

    remembered: tuple[Memory, ...]  # oldest first
    known_to_listener: frozenset[Event]
    voice: Voice
    encode: Encode

    def to_tell(self, asked: str, about: Sequence[str], *, most: int = 1, open_ended: bool = True) -> list[Event]:
        """At most so many events, in the order in which they happened, that answer to words and to those they are about
        (entity ids); nothing where nothing fits. Words may be `open_ended`: "what she saw" is whatever was seen."""
        free = [m for m in self.remembered if not self._is_theirs(m)]
        if not (asked or about):  # what was said in confidence, and to others, is told only where that is asked for
            free = [m for m in free if m.how != "said" and m.event.voice != "whisper"]
        found = self._told_of(free)
        if not found:
            return []
        heard = self._manner(asked) if open_ended else None
        alike = self._alike(asked, [words for _, words in found]) if asked else np.zeros(len(found))
        named = np.array([_named(m.event, about, heard) for m, _ in found])
        right = np.array([heard is not None and (m.event.text is not None) == heard for m, _ in found], float)
        told = np.array([self._has_told(words) for _, words in found], float)
        news = np.array([m.event not in self.known_to_listener for m, _ in found], float) * (1.0 - told)
        score = np.array([worth(m.event) for m, _ in found]) + 1.5 * named + alike + news - told + 1.2 * right
        score += (0.8 if about else 0.3) * _recency(len(found))
        fits = news > 0 if not (asked or about) else np.ones(len(found), bool)  # unasked, only what is news
        if about or (asked and heard is None):
            fits = (named > 0) | (alike >= _ALIKE)
        ranked = [int(k) for k in np.argsort(-score, kind="stable") if fits[k]]
        best = [k for k in ranked[:most] if k == ranked[0] or (news[k] and right[k] == right[ranked[0]])]
        return [found[k][0].event for k in sorted(best)]

    def answering(self, question: str, about: Sequence[str]) -> list[Event]:
        """The event that answers a question, where one does: in much the same words, or about the same thing."""
        if self._manner(question) is not None:
            return self.to_tell(question, about)
        found = self._told_of([m for m in self.remembered if not is_asking(m.event)])
        if not found:
            return []
        told = [m.event.text or words for m, words in found]
        names = [e.name for e in self.voice.stage.entities if e.kind != "prop"]
        alike = self._alike(_nameless(question, names), [_nameless(words, names) for words in told])
        shared = np.array([_shared(_nameless(question, names), words) for words in told])
        things = [i for i in about if self.voice.stage.entities[self.voice.stage.index(i)].kind == "prop"]
        named = np.array([any(m.event.concerns(i) for i in things) for m, _ in found], float)
        fits = (named > 0) | (alike >= _ALIKE) | ((alike >= _ALIKE / 2) & (shared >= _SHARED))
        score = np.where(fits, named + 1.5 * alike + shared + 0.3 * _recency(len(found)), -np.inf)
        best = int(np.argmax(score))
        return [found[best][0].event] if fits[best] else []

    def latest(self, fits: Callable[[Event], bool]) -> list[Event]:
        """The last event that fits, if any."""
        return [m.event for m, _ in self._told_of([m for m in self.remembered if fits(m.event)])[-1:]]

    def on_their_mind(self) -> list[Event]:
        """The last that happened which is worth a word unasked, and has not had one."""

        def is_one(event: Event) -> bool:
            free = event.actor != self.voice.teller and event.voice != "whisper"
            return free and worth(event) >= _WORTH_A_WORD and not self._has_told(recounted(event, self.voice) or "")

        return self.latest(is_one)

    def _told_of(self, memories: Sequence[Memory]) -> list[tuple[Memory, str]]:
        pairs = [(m, recounted(m.event, self.voice)) for m in memories if worth(m.event) > 0]
        return [(m, words) for m, words in pairs if words is not None]

    def _is_theirs(self, memory: Memory) -> bool:
        """Whether the listener has said it to the speaker or heard it of them: nobody is told what they just said."""
        listener = self.voice.listener
        if memory.event.text is None or listener is None:
            return False
        return memory.event.actor == listener or (memory.how == "said" and memory.event.target == listener)

    def _has_told(self, words: str) -> bool:
        """Whether the speaker has told this listener so before."""
        told = (m.event for m in self.remembered if m.how == "said" and m.event.target == self.voice.listener)
        return any(words.casefold() in (event.text or "").casefold() for event in told)

    def _alike(self, asked: str, words: Sequence[str]) -> np.ndarray:
        rows: np.ndarray = self.encode([asked, *words])
        likeness: np.ndarray = rows[1:] @ rows[0]
        return likeness

    def _manner(self, asked: str) -> bool | None:
        """Whether the words ask for what was heard (True) or seen (False); None where they ask for neither."""
        if not asked:
            return None
        rows = self.encode([asked, *_HEARD, *_SEEN])
        near = rows[1:] @ rows[0]
        heard, seen = float(near[: len(_HEARD)].max()), float(near[len(_HEARD) :].max())
        return None if max(heard, seen) < _SURE or abs(heard - seen) < _APART else heard > seen


def _named(event: Event, about: Sequence[str], heard: bool | None) -> float:
    """How far an event is about those who are asked about: of words that were heard, who spoke them counts most."""
    if not any(event.concerns(i) for i in about):
        return 0.0
    return 0.4 if heard and event.actor not in about else 1.0


def _nameless(text: str, names: Sequence[str]) -> str:
    """The text without the names of those on stage: two are not alike because they are about the same person."""
    for name in names:
        text = re.sub(re.escape(name), "某人" if HAN.search(name) else "someone", text, flags=re.I)
    return text


def _shared(question: str, text: str) -> float:
    """How many of a question's own words are in a text, 0 to 1: Chinese by pairs of characters."""
    asked = {word for word in re.findall(r"[a-z']+", question.casefold()) if word not in _COMMON and len(word) > 2}
    for run in re.findall(r"[\u3400-\u9fff]+", _ASKING_ZH.sub(" ", question)):
        asked |= {run[k : k + 2] for k in range(max(1, len(run) - 1))}
    return sum(word in text.casefold() for word in asked) / len(asked) if asked else 0.0


def _recency(count: int) -> np.ndarray:
    """(count,) rising to 1 for the last."""
    return np.arange(1, count + 1) / max(count, 1)
