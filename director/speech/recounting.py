"""Events in words, as somebody tells them to somebody: "You took the sword", 安娜告诉我：“钥匙在井里。”

English and Chinese. What is told is what happened and nothing beyond: only what is in the event is said of it. Knows
nothing of who remembers what.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from director.casting.spotting import HAN
from director.lexicon.deeds import (
    ASKED,
    DEEDS,
    FEELINGS,
    FELT,
    IDLE,
    IDLE_WORTH,
    SAID,
    SAID_WORTH,
    SKY,
    SKY_WORTH,
    TOLD,
)
from director.speech.memory import Event, Memories, Memory
from model.stage import Stage

_LONGEST_QUOTE = 160  # characters
_YOU_AND_I = {"en": (("I", "you"), ("me", "you")), "zh": (("我", "你"), ("我", "你"))}  # as subjects and as objects


@dataclass(frozen=True, slots=True)
class Voice:
    """Who tells, to whom (entity ids, or nobody in particular), in which language: `en` or `zh`."""

    stage: Stage
    teller: str | None = None
    listener: str | None = None
    language: str = "en"

    def name(self, entity_id: str) -> str:
        """What somebody or something is called in a sentence: Anna, the guard, 铁匠."""
        return called(self.stage, entity_id, self.language)

    def role(self, entity_id: str, *, subject: bool) -> str:
        """The same, or I and you where they are meant."""
        mine, yours = _YOU_AND_I[self.language][0 if subject else 1]
        return mine if entity_id == self.teller else yours if entity_id == self.listener else self.name(entity_id)


def called(stage: Stage, entity_id: str, language: str) -> str:
    """The name as the language has it: English puts an article before what is no proper name."""
    name = stage.entities[stage.index(entity_id)].name
    if HAN.search(name) or language == "zh" or name[:1].isupper():
        return name
    return name if re.match(r"(?:the|a|an|my|his|her) ", name) else f"the {name}"


def worth(event: Event) -> float:
    """How much an event is worth telling, 0 to 1; 0 for what there are no words for."""
    if event.text is not None:
        return IDLE_WORTH if is_asking(event) or event.act in IDLE else SAID_WORTH[event.source]
    if event.verb == "feel":
        return FELT if event.value in FEELINGS else 0.0
    if event.verb == "weather":
        return SKY_WORTH if event.value in SKY else 0.0
    return DEEDS[event.verb][0] if event.verb in DEEDS else 0.0


def is_asking(event: Event) -> bool:
    """Whether somebody asked something with their words."""
    last = (event.text or "").rstrip(" ”’\"'")[-1:]
    return event.text is not None and (event.act == "ask" or last in ("?", "？", "吗", "呢"))


def recounted(event: Event, voice: Voice) -> str | None:
    """The event as a clause without a full stop ("Anna took the sword"); None when there are no words for it, or when
    it speaks of somebody who is not on this stage at all."""
    known = {e.id for e in voice.stage.entities}
    if any(who is not None and who not in known for who in (event.actor, event.target, event.object)):
        return None
    chinese = voice.language == "zh"
    if event.verb == "weather":
        return SKY[str(event.value)][chinese] if event.value in SKY else None
    if event.verb == "feel":
        if event.actor is None or event.value not in FEELINGS:
            return None
        who, feeling = voice.role(event.actor, subject=True), FEELINGS[str(event.value)][chinese]
        return f"{who}{feeling}" if chinese else f"{who} {_was(who)} {feeling}"
    if event.text is not None:
        wordings: tuple[str, ...] = ((ASKED if is_asking(event) else TOLD)[chinese], SAID[chinese])
    elif event.verb in DEEDS:
        _, english, zh = DEEDS[event.verb]
        wording = zh if chinese else english
        wordings = tuple(wording.split("|"))
    else:
        return None
    roles = _roles(event, voice)
    return next((w.format(**roles) for w in wordings if set(re.findall(r"\{(\w+)\}", w)) <= roles.keys()), None)


def _roles(event: Event, voice: Voice) -> dict[str, str]:
    """What stands for each role that somebody plays."""
    roles = {"a": voice.role(event.actor, subject=True)} if event.actor else {}
    for slot, who in (("t", event.target), ("o", event.object)):
        if who is not None:
            roles[slot] = voice.role(who, subject=False)
    if event.actor:
        entity = voice.stage.entities[voice.stage.index(event.actor)]
        theirs = {"f": "her", "m": "his"}.get(entity.look.get("gender", ""), "their")
        roles["own"] = {"I": "my", "you": "your"}.get(roles["a"], theirs)
    if event.text is not None:
        roles["q"] = quoted(event.text)
    return roles


def quoted(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """Somebody's words in quotation marks, on one line, those inside them single; long ones end at a word."""
    flat = " ".join(text.split())
    if len(flat) > longest:
        cut = flat[:longest]
        flat = (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"
    return f"“{flat.replace('“', '‘').replace('”', '’')}”"


def sentence(clause: str, language: str) -> str:
    """The clause as a sentence: a capital at its beginning, a full stop at its end unless a quotation has one."""
    clause = clause if language == "zh" else clause[:1].upper() + clause[1:]
    if re.search(r"[.!?…。！？][”’]*$", clause):
        return clause
    return clause + ("。" if language == "zh" else ".")


def memories_json(kept: Memories, voice: Voice) -> list[dict[str, Any]]:
    """The memories of everybody as plain JSON values, names in place of ids, each with what it is in words (None where
    there are none)."""
    names = {entity.id: entity.name for entity in voice.stage.entities}
    return [
        {"id": mind, "name": names.get(mind, mind), "memories": [_row(memory, names, voice) for memory in known]}
        for mind, known in kept.items()
    ]


def _row(memory: Memory, names: Mapping[str, str], voice: Voice) -> dict[str, Any]:
    event = memory.event
    roles = {role: names.get(who, who) for role in ("actor", "target", "object") if (who := getattr(event, role))}
    told = {"text": event.text, "voice": event.voice} if event.text is not None else {}
    value = {"value": event.value} if event.value is not None else {}
    words = recounted(event, voice)
    return {"how": memory.how, "words": None if words is None else sentence(words, voice.language), "verb": event.verb,
            **roles, **told, **value, "scene": event.scene, "scene_id": event.at.scene, "beat": event.at.beat,
            "start_s": round(event.start_s, 2)}  # fmt: skip


def _was(who: str) -> str:
    return "were" if who == "you" else "was"
