"""How well directions are read: `python -m director.evaluate_reading eval/sentences.jsonl`; nothing is acted out.

Each line of the file is one sentence: a `world`, directions given `before` it (optional), the `direction`, and a list
of what it must be `read` as. Sentences of one `family` are built alike, and a family is whole in one `half`:
`development`, from whose misses one may learn, or `held_out`, from whose misses one may not. The notation:

    knight: walk|run -> throne, slowly     who does what to whom; any of the verbs will do, * stands for anybody
    guard 1 & guard 2: kneel               each of them
    then princess: give sword -> knight    not before what stands in front of it; `while`: not after it either
    boy: walk -> left                      also right, front (to the audience), rear, ahead, back
    say Lin > Chen, angry: Get out!        a line, to whom and with which feeling, both optional
    camera Close-up, Push-in @ princess    the whole order: what is not listed must not be asked for; `or` between two
    weather: snow   time: dusk   time: +2  the sky; hours that pass
    event: burn -> chest                   what nobody does
    narrated: Years passed.                told by a voice that is nobody's on stage
    refused: wizard                        the author is told of it
    never: drop                            nobody is asked to

Prints every miss, a table by category and language, and the figures as the last line, in JSON. Knows nothing of how
reading works.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from director.casting import cast
from director.casting.spotting import HAN
from director.directive import Directive
from director.understanding import Reader
from model.layout import first_moment
from model.moment import Moment, time_of_day
from model.stage import Stage
from model.state import Action
from model.text import TextEncoder
from model.verbs import VERBS
from storygraph.errors import StoryError

CATEGORIES = (
    "actor",
    "verb",
    "target",
    "order",
    "camera",
    "speech",
    "manner",
    "environment",
    "refusal",
    "nothing else",
)
_SEED = 3
_DEED = re.compile(
    r"(?P<joint>then |while )?(?P<actors>[^:]+): (?P<verbs>[^,>]+?)(?: -> (?P<target>[^,]+))?(?:, (?P<manner>[\w|]+))?"
)
_LINE = re.compile(
    r"(?P<joint>then |while )?say (?P<who>[^:>,]+)(?: > (?P<to>[^:,]+))?(?:, (?P<mood>[^:]+))?: (?P<text>.+)"
)
_CAMERA = re.compile(r"camera (?P<words>[^@]*)(?:@ (?P<subject>.+))?")
_SIZES = ("Wide", "Medium", "Close-up")
_CUTS = ("long-take", "hard-cut", "cut-in", "cut-out", "cutaway", "cutback", "camera movement transition")
_WAYS = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "front": (0.0, 1.0), "rear": (0.0, -1.0)}
# What a deed may need done first; asked of nobody, it is no invention.
_ON_THE_WAY = frozenset({"feel", "take", "walk", "face", "enter", "stop", "fall"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of the file."""

    id: str
    half: str
    family: str
    world: str
    direction: str
    read: tuple[str, ...]
    before: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        return "zh" if HAN.search(self.direction) else "en"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one thing that a sentence asks is as it must be; `note` says what is not."""

    category: str
    right: bool
    note: str = ""


def load_sentences(path: Path) -> list[Sentence]:
    """The sentences of a file. Raises StoryError when it is missing or a line is not one."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise StoryError(f"The sentences cannot be read: {path} ({error.strerror}).") from error
    found = []
    for number, line in enumerate(lines, start=1):
        try:
            data = json.loads(line)
            found.append(Sentence(**{**data, "read": tuple(data["read"]), "before": tuple(data.get("before", ()))}))
        except (KeyError, TypeError, ValueError) as error:
            raise StoryError(f"Line {number} of {path.name} is not a sentence: {error}.") from error
    return found


# -- what is read --------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Answer:
    """What came of reading a sentence: the directive, or the refusal of all of it."""

    directive: Directive
    stage: Stage
    moment: Moment
    ms: float

    @property
    def refusals(self) -> str:
        return " ".join(self.directive.refusals).lower()

    def name(self, entity_id: str | None) -> str:
        entities = (*self.stage.entities, *self.directive.entrances)
        return next((e.name for e in entities if e.id == entity_id), "")


class Examiner:
    """Reads sentences, each on its stage."""

    def __init__(self, text: TextEncoder) -> None:
        self._text, self._reader = text, Reader(text)
        self._stage = cache(self._cast)

    def ask(self, sentence: Sentence) -> Answer:
        stage, moment = self._stage(sentence.world)
        for i, earlier in enumerate(sentence.before):
            read = self._reader.read(earlier, stage, moment, spoken_before=sentence.before[:i])
            moment = _in_hand(stage, moment, read.actions)
        began = time.perf_counter()
        try:
            read = self._reader.read(sentence.direction, stage, moment, spoken_before=sentence.before)
        except StoryError as refused:
            read = Directive(sentence.direction, refusals=(str(refused),))
        return Answer(read, stage, moment, 1000 * (time.perf_counter() - began))

    def _cast(self, world: str) -> tuple[Stage, Moment]:
        casting = cast(world, seed=_SEED, text=self._text)
        moment = first_moment(casting.stage, casting.relations, seed=_SEED, hour=casting.hour, weather=casting.weather,
                              emotions=casting.emotions)  # fmt: skip
        return casting.stage, moment


def _in_hand(stage: Stage, moment: Moment, actions: Sequence[Action]) -> Moment:
    """The moment when these have been done, as far as it is told in who holds what."""
    held_by = moment.held_by.copy()
    for action in actions:
        holder, thing = {"take": (action.actor, action.target), "give": (action.target, action.object)}.get(
            action.verb, (None, None)
        )
        if holder is not None and thing is not None:
            held_by[stage.index(thing)] = stage.index(holder)
    return replace(moment, held_by=held_by)


# -- how it is judged ----------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class _Deed:
    """One `actor: verb object -> target, manner` of the notation, for one actor."""

    joint: str
    actor: str
    verbs: tuple[str, ...]
    object: str
    target: str
    manner: str
    told: str

    def verb_fits(self, action: Action) -> bool:
        said = f"feel {action.emotion}" if action.verb == "feel" else action.verb
        return said in self.verbs or "*" in self.verbs

    def actor_fits(self, action: Action, answer: Answer) -> bool:
        return _among(answer.name(action.actor), self.actor)

    def target_fits(self, action: Action, answer: Answer) -> bool:
        if self.object and not _among(answer.name(action.object), self.object):
            return False
        if self.target in _WAYS:
            way, wanted = action.direction, _WAYS[self.target]
            return way is not None and way[0] * wanted[0] + way[1] * wanted[1] > 0.7
        if self.target in ("ahead", "back"):
            return action.direction is not None
        named = answer.name(action.target) or answer.name(action.object if action.verb == "throw" else None)
        return not self.target or _among(named, self.target)

    def manner_fits(self, action: Action) -> bool:
        seen = {action.manner}
        seen |= {"slowly"} if action.speed < 0.9 else set()
        seen |= {"fast"} if action.speed > 1.2 or action.verb in ("run", "flee") else set()
        return bool(seen & set(self.manner.split("|")))


def judge(sentence: Sentence, answer: Answer) -> list[Verdict]:
    """A verdict for every single thing the sentence asks."""
    verdicts: list[Verdict] = []
    deeds: list[_Deed | re.Match[str]] = []
    for told in sentence.read:
        if told.startswith("camera"):
            verdicts.append(_judged_camera(told, answer))
        elif line := _LINE.fullmatch(told):
            deeds.append(line)
        elif told.startswith(("weather: ", "time: ", "event: ")):
            verdicts.append(_judged_environment(told, answer))
        elif told.startswith("narrated: "):
            verdicts.append(Verdict("speech", told[10:] in {n.text for n in answer.directive.narration}, told))
        elif told.startswith("refused: "):
            verdicts.append(Verdict("refusal", told[9:].lower() in answer.refusals, told))
        elif told.startswith("never: "):
            verdicts.append(Verdict("verb", all(a.verb != told[7:] for a in answer.directive.actions), told))
        else:
            deeds += _deeds(told)
    return verdicts + list(_judged_deeds(deeds, answer))


def _deeds(told: str) -> list[_Deed]:
    match = _DEED.fullmatch(told)
    if match is None:
        raise StoryError(f"“{told}” is not in the notation of director.evaluate_reading.")
    listed, _, thing = match["verbs"].partition(" ")
    if "feel " in match["verbs"]:
        listed, thing = match["verbs"], ""
    actors = match["actors"].split(" & ")
    joints = [(match["joint"] or "").strip(), *[""] * (len(actors) - 1)]
    return [_Deed(joint, actor, tuple(listed.split("|")), thing, match["target"] or "", match["manner"] or "", told)
            for joint, actor in zip(joints, actors, strict=True)]  # fmt: skip


def _judged_deeds(asked: Sequence[_Deed | re.Match[str]], answer: Answer) -> Iterator[Verdict]:
    actions = answer.directive.actions
    spoken = {line.action for line in answer.directive.lines}
    rows = _aligned([a for a in asked if isinstance(a, _Deed)], answer, spoken)
    group: list[int | None] = []
    used: set[int] = set(rows.values())
    for one in asked:
        if isinstance(one, _Deed):
            row = rows.get(id(one))
            yield from _judged_deed(one, None if row is None else actions[row], answer)
            joint = one.joint
        else:
            row = _row_of_line(one, answer)
            yield Verdict("speech", row is not None, one.string)
            joint = (one["joint"] or "").strip()
        if joint:
            in_order = _waits(actions, row, group) if joint == "then" else _side_by_side(actions, row, group)
            yield Verdict("order", in_order, one.told if isinstance(one, _Deed) else one.string)
        group = [row] if joint == "then" else [*group, row]
    asked_for = {(actions[row].actor, actions[row].verb) for row in used}  # of several, one after the other
    extra = [a for i, a in enumerate(actions) if i not in used and i not in spoken and a.actor
             and a.verb not in _ON_THE_WAY and (a.actor, a.verb) not in asked_for]  # fmt: skip
    yield Verdict("nothing else", not extra, ", ".join(f"{answer.name(a.actor)}: {a.verb}" for a in extra))


def _judged_deed(deed: _Deed, action: Action | None, answer: Answer) -> Iterator[Verdict]:
    yield Verdict("actor", action is not None and deed.actor_fits(action, answer), deed.told)
    yield Verdict("verb", action is not None and deed.verb_fits(action), deed.told)
    if deed.target or deed.object:
        yield Verdict("target", action is not None and deed.target_fits(action, answer), deed.told)
    if deed.manner:
        yield Verdict("manner", action is not None and deed.manner_fits(action), deed.told)


def _aligned(deeds: Sequence[_Deed], answer: Answer, spoken: set[int]) -> dict[int, int]:
    """For each deed, by its id, the row of the action that answers it best; each action answers one deed at most."""

    def worth(deed: _Deed, row: int) -> int:
        action = answer.directive.actions[row]
        return (2 * deed.verb_fits(action) + 2 * deed.actor_fits(action, answer)
                + (deed.verb_fits(action) and deed.target_fits(action, answer)))  # fmt: skip

    rows = [i for i, a in enumerate(answer.directive.actions) if i not in spoken and a.verb not in ("weather", "time")]
    pairs = [(worth(deed, row), -n - row, n, row) for n, deed in enumerate(deeds) for row in rows]
    found: dict[int, int] = {}
    for value, _, n, row in sorted(pairs, reverse=True):
        if value >= 2 and id(deeds[n]) not in found and row not in found.values():
            found[id(deeds[n])] = row
    return found


def _reach(actions: Sequence[Action], row: int) -> set[int]:
    """The actions that must be done before this one begins."""
    before: set[int] = set()
    at = actions[row].after
    while at is not None:
        before.add(at)
        at = actions[at].after
    return before


def _waits(actions: Sequence[Action], row: int | None, group: Sequence[int | None]) -> bool:
    """Whether the action waits for one of the group; what never ends and the sky cannot be waited for."""
    if row is None:
        return False
    reach = _reach(actions, row)
    rows = [g for g in group if g is not None]
    endless = [g for g in rows if VERBS[actions[g].verb].lasting or actions[g].verb == "feel"]
    return not group or bool(reach & set(rows)) or any(g < row for g in endless)


def _side_by_side(actions: Sequence[Action], row: int | None, group: Sequence[int | None]) -> bool:
    if row is None or not group or group[-1] is None:
        return False
    return group[-1] not in _reach(actions, row) and row not in _reach(actions, group[-1])


def _row_of_line(asked: re.Match[str], answer: Answer) -> int | None:
    """The action that speaks the line as asked, if any."""
    for line in answer.directive.lines:
        action = answer.directive.actions[line.action]
        felt = {a.emotion for a in answer.directive.actions if a.verb == "feel" and a.actor == line.speaker}
        if (
            answer.name(line.speaker) == asked["who"]
            and line.text == asked["text"]
            and (not asked["to"] or answer.name(action.target) == asked["to"])
            and (not asked["mood"] or asked["mood"] in felt | {action.emotion})
        ):
            return line.action
    return None


def _judged_camera(told: str, answer: Answer) -> Verdict:
    orders = (f"camera {order.removeprefix('camera ')}" for order in told.split(" or "))
    return Verdict("camera", any(_ordered(order, answer) for order in orders), told)


def _ordered(told: str, answer: Answer) -> bool:
    match = _CAMERA.fullmatch(told)
    order = answer.directive.camera
    if match is None or order is None:
        return False
    words = [word.strip() for word in match["words"].split(",") if word.strip()]
    size = next((w for w in words if w in _SIZES), None)
    cut = next((w for w in words if w in _CUTS), None)
    move = next((w for w in words if w not in _SIZES and w not in _CUTS), None)
    return (
        order.shot_size == size
        and order.cut == cut
        and (order.camera_type in move.split("|") if move else order.camera_type in (None, "Static"))
        and (not match["subject"] or answer.name(order.subject) == match["subject"])
    )


def _judged_environment(told: str, answer: Answer) -> Verdict:
    kind, _, wanted = told.partition(": ")
    return Verdict("environment", any(_is_so(kind, w, answer) for w in wanted.split("|")), told)


def _is_so(kind: str, wanted: str, answer: Answer) -> bool:
    actions = answer.directive.actions
    if kind == "weather":
        return any(a.verb == "weather" and a.weather == wanted for a in actions)
    if kind == "time":
        hours = [a.hour for a in actions if a.verb == "time" and a.hour is not None]
        if wanted.startswith("+"):
            return any(abs((hour - answer.moment.hour - float(wanted)) % 24.0) < 0.01 for hour in hours)
        return any(time_of_day(hour) == wanted for hour in hours)
    event, _, target = wanted.partition(" -> ")
    return any(a.verb == event and (not target or _among(answer.name(a.target), target)) for a in actions)


def _among(name: str, wanted: str) -> bool:
    return wanted == "*" or name in wanted.split("|")


# -- the figures ---------------------------------------------------------------------------------------------------
def figures(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """The share that is right, by category; categories that nothing was asked of are left out."""
    found = {c: [v.right for v in verdicts if v.category == c] for c in CATEGORIES}
    return {category: round(sum(right) / len(right), 3) for category, right in found.items() if right}


def table(results: Sequence[tuple[Sentence, Sequence[Verdict]]]) -> str:
    """Right and asked, by category and language."""
    rows = [f"{'':<14}{'en':>12}{'zh':>12}{'all':>8}"]
    for category in CATEGORIES:
        cells = []
        for language in ("en", "zh", None):
            right = [v.right for s, vs in results for v in vs
                     if v.category == category and language in (None, s.language)]  # fmt: skip
            share = f"{100 * sum(right) / len(right):.1f} %" if right else "-"
            cells.append(f"{sum(right)}/{len(right)}" if language else share)
        rows.append(f"{category:<14}{cells[0]:>12}{cells[1]:>12}{cells[2]:>8}")
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> dict[str, Any]:
    """Read every sentence, print misses, table and figures; the figures are returned, too."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--half", choices=("development", "held_out"), help="only this half")
    options = parser.parse_args(arguments)
    examiner = Examiner(TextEncoder())
    results, times = [], []
    for sentence in load_sentences(options.sentences):
        if options.half in (None, sentence.half):
            answer = examiner.ask(sentence)
            verdicts = judge(sentence, answer)
            results.append((sentence, verdicts))
            times.append(answer.ms)
            _tell(sentence, verdicts, answer)
    print(table(results))
    whole = sum(all(v.right for v in verdicts) for _, verdicts in results)
    found = {
        "sentences": len(results),
        "whole": round(whole / max(len(results), 1), 3),
        **figures([v for _, verdicts in results for v in verdicts]),
        "parse_ms_p50": round(statistics.median(times), 1),
        "parse_ms_p95": round(sorted(times)[int(0.95 * (len(times) - 1))], 1),
    }
    print(json.dumps(found))
    return found


def _tell(sentence: Sentence, verdicts: Sequence[Verdict], answer: Answer) -> None:
    """What is wrong with the reading of a sentence, and how it was read."""
    wrong = [f"{v.category} [{v.note}]" for v in verdicts if not v.right]
    if not wrong:
        return
    before = f"({' '.join(sentence.before)}) " if sentence.before else ""
    print(f"{sentence.id}: {before}{sentence.direction}\n    wrong: {'; '.join(wrong)}")
    read = [
        f"{i}{'' if a.after is None else f'<{a.after}'} {answer.name(a.actor) or '-'}: {a.verb}"
        + "".join(f" {value}" for value in (a.emotion, a.weather, a.hour, a.direction, a.manner) if value is not None)
        + (f" {answer.name(a.object)}" if a.object else "")
        + (f" -> {answer.name(a.target)}" if a.target else "")
        for i, a in enumerate(answer.directive.actions)
    ]
    camera = answer.directive.camera
    if camera is not None:
        told = (camera.shot_size, camera.camera_type, camera.cut, answer.name(camera.subject))
        read.append("camera " + ", ".join(word for word in told if word))
    read += [f"“{line.text}” by {answer.name(line.speaker)}" for line in answer.directive.lines]
    read += [f"“{told.text}” by nobody on stage" for told in answer.directive.narration]
    read += [f"refused: {refusal}" for refusal in answer.directive.refusals]
    print(f"    read:  {'; '.join(read)}")


if __name__ == "__main__":
    main()
