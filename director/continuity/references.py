"""Of what earlier beats somebody speaks: a line that repeats what was said or done, as something known.

Nacre's own lines tell a memory in the words of `director.speech.recounting`; an author's line is taken to refer to an
earlier one when it says so ("you told me", 你说过) and has its words. Knows takes and events; knows nothing of the ways
of a story.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from director.casting.spotting import HAN
from director.lexicon.words import STOP_WORDS
from director.speech.memory import Event
from director.speech.recounting import Voice, recounted
from model.stage import Stage
from storygraph.facts import Reference

_SAYS_SO = re.compile(
    r"\b(?:told|said|mentioned|promised|warned|swore|admitted|confessed|remembers?|recalls?|reminded|you know|heard)\b"
    r"|说过|告诉|跟我说|对我说|提过|提到|答应|记得|刚才说|警告|听.{0,6}说|承认|发过誓",
    re.I,
)
_LEAST = 2  # words, or pairs of Chinese characters, that a line must share with what it refers to
_SHARED = 0.6  # of the words of what it refers to
_LONG = 4  # characters of a deed in words from which finding it in a line is no accident

Happened = tuple[str, str | None, str | None, str | None, str | None]  # verb, actor, target, object, words
Index = Mapping[Happened, frozenset[tuple[str, int]]]  # where it happened: (scene id, number of the beat, from 1)


@dataclass(frozen=True, slots=True)
class Known:
    """An event that came before a line on the checkpoints it grew from, its roles as entity ids."""

    event: Event
    happened: Happened


def happened(event: Event, ids: Mapping[str, str]) -> Happened:
    """What makes two events the same, in whatever branches: who did what to whom, or who said what."""
    roles = (None if who is None else ids.get(who, who) for who in (event.actor, event.target, event.object))
    actor, target, thing = roles
    if event.text is not None:
        return "talk", actor, None, None, _plain(event.text)
    return event.verb, actor, target, thing, None


def index(events: Sequence[tuple[Event, Mapping[str, str]]]) -> Index:
    """All places at which each of these happened; every event comes with the story's ids by entity id."""
    places: dict[Happened, set[tuple[str, int]]] = defaultdict(set)
    for event, ids in events:
        places[happened(event, ids)].add((event.at.scene, event.at.beat))
    return {key: frozenset(found) for key, found in places.items()}


def may_refer(text: str, source: str) -> bool:
    """Whether a line may speak of the past at all: most do not, and need not be compared with all that came before."""
    return source != "author" or bool(_SAYS_SO.search(text))


def references(
    line: Event, before: Sequence[Known], places: Index, stage: Stage, ids: Mapping[str, str]
) -> Iterator[Reference]:
    """What a line refers to of all that came before it. `stage` is that of its beat."""
    for known in before:
        words = _words_of(known.event, line, stage)
        if words is not None:
            where = places.get(known.happened, frozenset({(known.event.at.scene, known.event.at.beat)}))
            yield Reference(ids.get(line.actor or "", ""), words, where)


def _words_of(event: Event, line: Event, stage: Stage) -> str | None:
    """What the line says of the event, None where it does not speak of it."""
    text = line.text or ""
    if event.text is not None:
        said = event.actor != line.actor or bool(
            re.search(r"\bI (?:said|told|warned|promised)|我(?:说过|告诉|警告)", text)
        )
        return event.text if said and _SAYS_SO.search(text) and _repeats(text, event.text) else None
    language = "zh" if HAN.search(text) else "en"
    for listener in (line.target, None):
        clause = recounted(event, Voice(stage, line.actor, listener, language))
        if clause is not None and len(clause) >= _LONG and _plain(clause) in _plain(text):
            return clause
    return None


def _repeats(text: str, earlier: str) -> bool:
    """Whether a line has the words of an earlier one."""
    if _plain(earlier) in _plain(text):
        return len(_content(earlier)) >= _LEAST
    wanted, there = _content(earlier), _content(text)
    shared = wanted & there
    return len(shared) >= _LEAST and len(shared) >= _SHARED * len(wanted)


def _content(text: str) -> set[str]:
    """The words that carry its meaning; of Chinese, pairs of neighbouring characters."""
    han = "".join(HAN.findall(text))
    words = {word for word in re.findall(r"[a-z']+", text.lower()) if word not in STOP_WORDS and len(word) > 2}
    return words | {han[k : k + 2] for k in range(len(han) - 1)}


def _plain(text: str) -> str:
    """Letters and figures only, small, a space between words."""
    return " ".join(re.findall(r"\w+", text.casefold()))
