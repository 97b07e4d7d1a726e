"""What those on stage could tell each other of what they remember: the last thing worth a word that is news to the
listener, or else that the listener did to them.

Made from memories, so that nothing contradicts the branch. Knows nothing of ideas or of how a line is acted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from director.speech.memory import Event, Memories
from director.speech.recall import HARM, KINDNESS
from director.speech.recounting import Voice, recounted, sentence, worth
from model.stage import Stage

_WORTH_TELLING = 0.65
_DEEDS_TO = (HARM | KINDNESS) - {"shake_hands", "light"}  # for which one may blame or thank somebody

Recollections = Mapping[tuple[str, str], str]  # (who tells, to whom), ids of entities -> the line


def recollections(kept: Memories, stage: Stage, language: str, said: Collection[str]) -> Recollections:
    """The lines, for every two people of whom one has something to tell the other; none that has been `said`."""
    people = [e.id for e in stage.entities if e.kind == "person"]
    found: dict[tuple[str, str], str] = {}
    for teller in people:
        for listener in (p for p in people if p != teller):
            voice = Voice(stage, teller, listener, language)
            if line := _line(kept, voice, said):
                found[teller, listener] = line
    return found


def _line(kept: Memories, voice: Voice, said: Collection[str]) -> str | None:
    known = {memory.event for memory in kept.get(voice.listener or "", ())}
    for memory in reversed(kept.get(voice.teller or "", ())):
        event = memory.event
        is_news = event not in known and event.actor != voice.listener and event.voice != "whisper"
        if not (worth(event) >= _WORTH_TELLING and (is_news or _is_between(event, voice))):
            continue
        clause = recounted(event, voice)
        if clause is not None and '"' not in clause and "“" not in clause:
            line = sentence(clause, voice.language)
            if line not in said:
                return line
    return None


def _is_between(event: Event, voice: Voice) -> bool:
    """Whether the listener did it to the one who speaks, for good or ill."""
    return event.verb in _DEEDS_TO and (event.actor, event.target) == (voice.listener, voice.teller)
