"""Lines for those who are asked to speak and given no words: "Ben answers", "Anna tells him what she saw".

What the author reports is made direct; else the speaker says what they remember that is to the point, in the wording of
a pattern, or in that of a language model where the author has one and what it says holds. Patterns say nothing of the
story that the speaker does not remember, so no line contradicts its branch. Words in quotation marks are the author's
and stay as they are. Knows nothing of how a sentence is read or of how a line is acted.
"""

from __future__ import annotations

import json
import math
import random
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from director.casting.spotting import is_chinese
from director.directive import AUTHOR, MODEL, PATTERNS, Cue, Directive, Line
from director.lexicon.lines import LINES, REPLIES, SPEAKING_CREATURES
from director.planning.planner import Context
from director.speech.memory import Event, Memory
from director.speech.recall import DANGER, GRIEF, HARM, KINDNESS, Recaller
from director.speech.recounting import Voice, is_asking, quoted, recounted, sentence
from director.speech.reported import Kind, direct, in_own_words, kind_of
from director.speech.scriptwriter import Part, ScriptWriter
from director.understanding.wording import speaking_s
from model.reader import Encode
from model.speech import act_of, voice_of
from model.stage import Entity, Stage
from model.state import Action, WorldState
from storygraph.story import Cursor

_SURE = 0.4  # an act of speech read with less than this is plain talk
_ASIDE = frozenset({"talk", "sound"})  # what creatures do without words
_SPEAKING_M = 4.0  # within which somebody is spoken to
_NOW = Cursor("", "", 0)  # the end of the beat that is still to be acted
_IN_THE_MOOD = 4  # how much likelier wordings of the speaker's mood are than those of any


@dataclass(frozen=True, slots=True)
class _Said:
    """Words for a cue, what of the speaker's memory is in them, and who wrote them."""

    text: str
    used: tuple[Event, ...] = ()
    source: str = PATTERNS


@dataclass(frozen=True, slots=True)
class _Turn:
    """One cue with all that bears on it. `heard` is what was last said to the speaker, `act` a label of
    `model/lexicon/speech.yaml`, `kind` what the words to be said are (see `director.speech.reported`)."""

    cue: Cue
    act: str
    kind: Kind | None
    mood: str
    speaker: Entity
    listener: Entity | None
    heard: Event | None
    recaller: Recaller
    loud: bool

    @property
    def voice(self) -> Voice:
        return self.recaller.voice

    @property
    def chinese(self) -> bool:
        return self.voice.language == "zh"


def with_lines(
    directive: Directive, state: WorldState, context: Context, encode: Encode, writer: ScriptWriter | None = None
) -> Directive:
    """The directive with a line for each of its cues and a voice for every line; the same arguments give the same
    lines. Who makes a sound and no words gets no line."""
    script = _Script(directive, state, context, encode, writer)
    for cue in sorted(directive.cues, key=lambda cue: cue.action):
        script.write(cue)
    return script.directive()


class _Script:
    """The lines of one directive in the making."""

    def __init__(
        self, directive: Directive, state: WorldState, context: Context, encode: Encode, writer: ScriptWriter | None
    ) -> None:
        self._given, self._state, self._context, self._encode, self._writer = directive, state, context, encode, writer
        self._stage = _with_entrances(state.stage, directive.entrances)
        self._language = "zh" if is_chinese(directive.text) else "en"
        self._actions = list(directive.actions)
        self._told = list(directive.action_readings or [""] * len(directive.actions))
        self._readings = list(directive.readings)
        self._worn: set[str] = set()  # wordings that somebody has used by now
        self._lines = [self._marked(line) for line in directive.lines]

    def _marked(self, line: Line) -> Line:
        """An author's line with how loudly it is said and what is done with it."""
        clause = self._clause(line.action)
        return replace(line, voice=voice_of(clause, self._encode), act=self._act(clause)) if clause else line

    def _act(self, words: str) -> str:
        act, sure = act_of(words, self._encode)
        return act if sure >= _SURE else "talk"

    def directive(self) -> Directive:
        """The directive with all lines there are by now."""
        lines = tuple(sorted(self._lines, key=lambda line: line.action))
        return replace(self._given, actions=tuple(self._actions), lines=lines, readings=tuple(self._readings),
                       action_readings=tuple(self._told), cues=())  # fmt: skip

    def write(self, cue: Cue) -> None:
        """A line for the cue, when its speaker has words."""
        turn = self._turn(cue)
        if turn is None:
            return
        said = _reported(turn) or self._by_model(turn) or self._worded(turn)
        action, row = self._actions[cue.action], cue.action
        target = turn.listener.id if turn.listener else action.target
        waits = max((line.action for line in self._lines if line.action < row and line.speaker != turn.speaker.id),
                    default=None)  # fmt: skip
        self._actions[row] = replace(action, target=target, seconds=speaking_s(said.text),
                                     after=waits if action.after is None else action.after)  # fmt: skip
        voice = voice_of(cue.words, self._encode)
        self._lines.append(Line(turn.speaker.id, said.text, action.emotion, row, voice, said.source, _done_with(turn)))
        words = quoted(said.text, len(said.text))
        old, new = self._told[row], f"{self._clause(row)} -> {words} ({_origin(said, turn)})"
        self._told[row] = new
        self._readings = [new if reading == old else reading for reading in self._readings]
        if new not in self._readings:
            self._readings.append(new)

    # What bears on it

    def _turn(self, cue: Cue) -> _Turn | None:
        action = self._actions[cue.action]
        if action.actor is None:
            return None
        speaker = self._entity(action.actor)
        act = self._act(cue.words)
        mute = speaker.kind != "person" and (speaker.archetype not in SPEAKING_CREATURES or act in _ASIDE)
        if mute or act == "sound":
            return None
        remembered = self._remembered(speaker.id, cue.action)
        heard = next((m.event for m in reversed(remembered) if m.how == "told"), None)
        listener = self._listener(action, cue, heard)
        known = self._remembered(listener, cue.action) if listener else ()
        voice = Voice(self._stage, speaker.id, listener, self._language)
        recaller = Recaller(remembered, frozenset(m.event for m in known), voice, self._encode)
        kind = kind_of(cue.told, chinese=self._language == "zh") if cue.told else None
        return _Turn(cue, act, kind, self._mood(action), speaker, self._entity(listener) if listener else None, heard,
                     recaller, voice_of(cue.words, self._encode) == "shout")  # fmt: skip

    def _remembered(self, mind: str, row: int) -> tuple[Memory, ...]:
        """What somebody remembers, with what has been said in this direction before its action of that row."""
        spoken = [
            Event(_NOW, "", 0.0, "talk", line.speaker, self._actions[line.action].target, None, line.text, line.voice,
                  act=line.act, source=line.source)
            for line in sorted(self._lines, key=lambda line: line.action)
            if line.action < row
        ]
        now = [Memory("said" if e.actor == mind else "told" if e.target == mind else "heard", e) for e in spoken]
        return (*self._context.memories.get(mind, ()), *now)

    def _listener(self, action: Action, cue: Cue, heard: Event | None) -> str | None:
        """Whom a line is for: as asked; else who is spoken with in this direction, who spoke to the speaker last, or
        the only other or the nearest person there."""
        if action.target is not None:
            return action.target if self._entity(action.target).kind != "prop" else None
        people = [e.id for e in self._stage.entities if e.kind == "person" and self._here(e.id)]
        others = [i for i in people if i != action.actor]
        partners = [self._actions[c.action].actor for c in self._given.cues if c.words == cue.words]
        asked = [line.speaker for line in self._lines if line.action < cue.action]
        last = [heard.actor] if heard is not None else []
        for candidate in (*partners, *reversed(asked), *last):
            if candidate in others:
                return candidate
        near = sorted((self._apart(action.actor, other), other) for other in others)
        return near[0][1] if len(near) == 1 or (near and near[0][0] <= _SPEAKING_M) else None

    def _apart(self, one: str | None, other: str) -> float:
        """Metres between two on the ground; far for who has yet to come in."""
        rows = {e.id: k for k, e in enumerate(self._state.stage.entities)}
        if one not in rows or other not in rows:
            return math.inf
        a, b = (self._state.moment.position[rows[who]] for who in (one, other))
        return math.hypot(float(a[0] - b[0]), float(a[2] - b[2]))

    def _here(self, entity_id: str) -> bool:
        rows = {e.id: k for k, e in enumerate(self._state.stage.entities)}
        return entity_id not in rows or bool(self._state.moment.present[rows[entity_id]] > 0.5)

    def _mood(self, action: Action) -> str:
        """The mood a line is worded for; "" where there is none in particular."""
        rows = {e.id: k for k, e in enumerate(self._state.stage.entities)}
        row = rows.get(action.actor or "")
        felt = action.emotion or (self._state.moment.emotion_name(row) if row is not None else "calm")
        return "" if felt == "calm" else felt

    def _entity(self, entity_id: str) -> Entity:
        return self._stage.entities[self._stage.index(entity_id)]

    def _clause(self, row: int) -> str:
        """The author's words that an action was read from."""
        return self._told[row].split(" -> ")[0].strip() if row < len(self._told) else ""

    # What is said

    def _worded(self, turn: _Turn) -> _Said:
        """The line in the wording of a pattern: of those that say most of what there is to say, one by chance."""
        key, used = self._material(turn)
        roles = _roles(turn, used)
        wordings = LINES[key][self._language]
        found = [words for mood in dict.fromkeys((turn.mood, "")) for words in wordings.get(mood, ())
                 if _slots(words) <= roles.keys()]  # fmt: skip
        most = max(map(_substance, found))
        found = [words for words in found if _substance(words) == most]
        found = [words for words in found if words not in self._worn] or found
        weights = [_IN_THE_MOOD if words in wordings.get(turn.mood, ()) else 1 for words in found]
        (words,) = self._chance(turn.cue.action).choices(found, weights)
        self._worn.add(words)
        text = words.format(**roles)
        return _Said(text if turn.chinese else text[:1].upper() + text[1:], used if "Memory" in _slots(words) else ())

    def _material(self, turn: _Turn) -> tuple[str, tuple[Event, ...]]:
        """(the wordings to choose from, what is remembered that belongs into them)."""
        if turn.act == "answer" and turn.kind is None:
            if turn.heard is None or turn.heard.text is None:
                return "answer nobody", ()
            if not is_asking(turn.heard):
                return REPLIES.get(turn.heard.act, "answer"), ()
            about = [*turn.cue.about, *self._named(turn.heard.text, turn)]
            return "answer a question", tuple(turn.recaller.answering(turn.heard.text, about))
        act = "tell" if turn.act == "answer" or (turn.act == "talk" and turn.cue.told) else turn.act
        return act, tuple(_to_the_point(act, turn))

    def _named(self, text: str, turn: _Turn) -> list[str]:
        """Ids of those whom somebody's words name, other than who speaks and who listens."""
        low, spare = text.casefold(), {turn.speaker.id, turn.listener.id if turn.listener else ""}
        return [e.id for e in self._stage.entities if e.id not in spare and _names(low, e.name.casefold())]

    def _by_model(self, turn: _Turn) -> _Said | None:
        """The line as the author's language model has it; None without one, or when what it says does not hold."""
        if self._writer is None:
            return None
        _, used = self._material(turn)
        remembers = [words for m in turn.recaller.remembered if (words := recounted(m.event, turn.voice)) is not None]
        known = {m.event.actor for m in turn.recaller.remembered} | {m.event.target for m in turn.recaller.remembered}
        known |= {m.event.object for m in turn.recaller.remembered} | set(turn.cue.about)
        present = {e.id for e in self._stage.entities if self._here(e.id)}
        part = Part(
            turn.speaker.name,
            turn.listener.name if turn.listener else None,
            self._clause(turn.cue.action),
            turn.mood or "calm",
            self._language,
            tuple(sentence(words, self._language) for words in remembers),
            tuple(sentence(words, self._language) for e in used if (words := recounted(e, turn.voice)) is not None),
            turn.heard.text if turn.heard else None,
            frozenset(e.name for e in self._stage.entities if e.id in present | known),
            frozenset(e.name for e in self._stage.entities),
        )
        text = self._writer.line(part, seed=self._chance(turn.cue.action).getrandbits(31))
        return None if text is None else _Said(text, used, MODEL)

    def _chance(self, row: int) -> random.Random:
        text = json.dumps([self._context.seed, self._given.text, row], ensure_ascii=False)
        return random.Random(zlib.crc32(text.encode()))


def _reported(turn: _Turn) -> _Said | None:
    """The author's own words, where they say what is said and not only what it is about."""
    if turn.kind is None or (turn.kind == "topic" and turn.cue.about):
        return None
    listener = turn.listener.look.get("gender") if turn.listener else None
    clause = in_own_words(turn.cue.told, turn.kind, turn.act, speaker=turn.speaker.look.get("gender"),
                          listener=listener, chinese=turn.chinese, loud=turn.loud)  # fmt: skip
    return None if clause is None else _Said(sentence(clause, turn.voice.language), source=AUTHOR)


def _done_with(turn: _Turn) -> str:
    """What a line does: whoever tells somebody to leave gives an order."""
    return "order" if turn.kind == "deed" and turn.act in ("tell", "talk", "ask", "warn") else turn.act


def _to_the_point(act: str, turn: _Turn) -> Sequence[Event]:
    """What the speaker remembers that belongs into a line of this kind."""
    recaller, about, me = turn.recaller, turn.cue.about, turn.speaker.id
    you = turn.listener.id if turn.listener else ""

    def concerns(event: Event) -> bool:
        return not about or any(event.concerns(i) for i in about)

    if act == "tell":
        return recaller.to_tell(turn.cue.told, about, most=1 if about else 2, open_ended=turn.kind == "question")
    if act == "talk":
        asked = turn.cue.told
        return recaller.to_tell(asked, about, open_ended=False) if about else recaller.on_their_mind()
    if act == "confess":
        return recaller.latest(lambda e: e.actor == me and e.verb in HARM and concerns(e))
    if act == "apologise":
        return recaller.latest(lambda e: e.actor == me and e.verb in HARM and e.concerns(you) and concerns(e))
    if act == "thank":
        return recaller.latest(lambda e: e.actor == you and e.verb in KINDNESS and e.concerns(me) and concerns(e))
    if act == "praise":
        return recaller.latest(lambda e: e.actor == you and e.verb in KINDNESS and concerns(e))
    if act in ("argue", "insult", "threaten"):
        return recaller.latest(lambda e: e.actor == you and e.verb in HARM and concerns(e))
    if act == "warn":
        return recaller.latest(lambda e: e.verb in DANGER and e.actor not in (me, you) and concerns(e))
    if act == "comfort":
        return recaller.latest(lambda e: (e.actor == you and (e.verb in GRIEF or e.value in ("sad", "afraid")))
                               or (e.target == you and e.verb in HARM))  # fmt: skip
    return ()


def _roles(turn: _Turn, used: Sequence[Event]) -> dict[str, str]:
    """What stands for each slot of a wording that there is something for."""
    language = turn.voice.language
    told = [sentence(words, language) for e in used if (words := recounted(e, turn.voice)) is not None]
    about = [turn.voice.role(i, subject=False) for i in dict.fromkeys(turn.cue.about)]
    roles = {"me": turn.speaker.name}
    if turn.listener is not None:
        roles["you"] = re.sub(r"\s*\d+$", "", turn.listener.name)
    if about:
        roles["what"] = ("和" if turn.chinese else " and ").join(about[:2])
    elif turn.kind in ("topic", "wish"):
        roles["what"] = _topic(turn)
    if told:
        roles["Memory"] = ("" if turn.chinese else " ").join(told)
    return roles


def _topic(turn: _Turn) -> str:
    """What a line is about where that is nothing on stage: "of his promise" is your promise."""
    words = re.sub(r"^(?:about|of|for|关于|有关)\s*|的事情?$", "", turn.cue.told, flags=re.I)
    listener = turn.listener.look.get("gender") if turn.listener else None
    return direct(words, speaker=turn.speaker.look.get("gender"), listener=listener, chinese=turn.chinese)


def _slots(words: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", words))


def _substance(words: str) -> int:
    """How much of the story a wording says: a memory more than what it is about."""
    slots = _slots(words)
    return 2 * ("Memory" in slots) + ("what" in slots)


def _names(text: str, name: str) -> bool:
    """Whether a text has a name in it, as a word where the language has words."""
    plain = re.sub(r"\s*\d+$", "", name)
    return bool(re.search(rf"(?<!\w){re.escape(plain)}s?(?!\w)", text)) if plain.isascii() else plain in text


def _origin(said: _Said, turn: _Turn) -> str:
    """Where a line comes from, in words."""
    if said.source == AUTHOR:
        return "as reported"
    by = "by the language model" if said.source == MODEL else "worded by Nacre"
    beats = [f"beat {e.at.beat} of “{e.scene}”" for e in said.used if e.at != _NOW]
    return f"{by}, from what {turn.speaker.name} remembers of {' and '.join(dict.fromkeys(beats))}" if beats else by


def _with_entrances(stage: Stage, entrances: Sequence[Entity]) -> Stage:
    for entity in entrances:
        stage = stage.with_entity(entity)
    return stage
