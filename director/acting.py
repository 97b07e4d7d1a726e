"""A beat acted out: the world steps until what was asked is done, and every moment of it is kept for the camera.

The same start, directive and seed give the same performance, bit for bit, so nothing but these need be saved. Knows no
words, draws nothing and saves nothing.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from director.directive import Directive
from director.planning.riding import with_mounts
from director.progress import Progress
from director.statejson import Spoken
from model.attire import in_hand, takes_off
from model.goals import gestures_in, shown_in
from model.moment import POSES, Moment, blend
from model.seats import seat_height
from model.stage import Entity, Stage
from model.state import Action, Task, WorldState
from model.verbs import VERBS
from model.world import WorldModel
from storygraph.story import Caption

FPS = 24
SHORTEST_S = 2.5
NORMAL_S = 4.0  # what a beat takes in which nothing comes to an end by itself
LONGEST_S = 12.0
LONGEST_WAIT_S = 24.0  # for words that wait until somebody has come
LONGEST_SPEECH_S = 60.0  # nobody is cut short
STUCK_S = 1.5  # nobody waits longer than this for what has stopped coming
_NO_WAY_M = 0.15  # who goes somewhere and has not come as far as this in that time is stuck, too
_WAYS = frozenset({"enter", "walk", "run", "fly", "back_off", "flee", "hide", "lead", "drag", "circle"})
CORRECTION_M = 0.02  # below it a constraint only rounds
BREATH_S = 0.75  # how long the picture rests on what has been done


@dataclass(frozen=True, slots=True)
class Performance:
    """`moments` has one entry per world step and the start, so `steps + 1`; `tasks` is the progress of each action of
    the directive, in order; `end` is the state after the last step, with the camera still as it was at the start.
    `stages` has the stage of each moment, on which people may dress and undress; none where all are that of `end`."""

    directive: Directive
    start: WorldState
    moments: tuple[Moment, ...]
    tasks: tuple[Task, ...]
    end: WorldState
    steps_per_second: int
    corrections: int = 0  # steps at which a hard constraint had to move something by more than CORRECTION_M
    stages: tuple[Stage, ...] = ()

    @property
    def steps(self) -> int:
        return len(self.moments) - 1

    @property
    def duration_s(self) -> float:
        return self.steps / self.steps_per_second

    def frames(self) -> Iterator[tuple[float, Moment]]:
        """(seconds since the start, moment) for every frame at 24 a second; the last moment itself begins the next
        beat."""
        per_step = FPS // self.steps_per_second
        for step in range(self.steps):
            for k in range(per_step):
                t = (step + k / per_step) / self.steps_per_second
                yield t, blend(self.moments[step], self.moments[step + 1], k / per_step)

    def stage_at(self, seconds: float) -> Stage:
        """The stage so many seconds after the start."""
        return self.stage_of(min(int(seconds * self.steps_per_second + 1e-6), self.steps))

    def stage_of(self, step: int) -> Stage:
        """The stage after so many steps."""
        return self.stages[step] if self.stages else self.end.stage

    def captions(self) -> tuple[Caption, ...]:
        """The lines that were spoken, timed from the start of the beat."""
        names = {entity.id: entity.name for entity in self.end.stage.entities}
        return (*self._narrated(), *(
            Caption(names[line.speaker], line.text, *self._seconds(line.action))
            for line in self.directive.lines
            if self.tasks[line.action].started is not None
        ))  # fmt: skip

    def spoken(self) -> tuple[Spoken, ...]:
        """The same lines in world time, each with the mood it was said in."""
        began = self.start.moment.time_s
        lines = [line for line in self.directive.lines if self.tasks[line.action].started is not None]
        moods = ["calm"] * len(self.directive.narration) + [line.mood or self._mood(line.speaker) for line in lines]
        return tuple(
            Spoken(c.speaker, c.text, mood, began + c.start_s, began + c.end_s)
            for mood, c in zip(moods, self.captions(), strict=True)
        )

    def _narrated(self) -> Iterator[Caption]:
        """What a narrator says, from the start of the beat on."""
        at = 0.0
        for told in self.directive.narration:
            yield Caption(told.teller, told.text, at, at := at + told.seconds)

    def shown(self) -> dict[str, tuple[str, ...]]:
        """The gestures that each entity, by id, made at any moment of the beat."""
        peaks = shown_in(self.moments[1:])
        return {entity.id: gestures_in(row) for entity, row in zip(self.end.stage.entities, peaks, strict=True)}

    def _seconds(self, action: int) -> tuple[float, float]:
        """When the words of a started action begin and end, from the start of the beat."""
        rate, first = self.steps_per_second, self.start.step
        began, over = _span(self.tasks[action], self.end.step, rate)
        return (began - first) / rate, (min(over, self.end.step) - first) / rate

    def _mood(self, entity_id: str) -> str:
        return self.end.moment.emotion_name(self.end.stage.index(entity_id))


def take_seed(episode_seed: int, checkpoint: str, direction: str, take: int) -> int:
    """The chance of a take, 0 .. 2**63 - 1: another one for each take, beat and episode, and the same every time.
    `checkpoint` is the SHA-256 of the state it is acted from."""
    text = json.dumps([episode_seed, checkpoint, direction, take])
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") >> 1


@dataclass(slots=True, eq=False)
class _Future:
    """A take being acted: which of them it is, of what, where it began, and what has happened so far."""

    take: int
    directive: Directive
    began: WorldState
    state: WorldState
    moments: list[Moment]
    stages: list[Stage]
    corrections: int = 0


def act(
    world: WorldModel, start: WorldState, directive: Directive, *, seed: int, progress: Progress | None = None
) -> Performance:
    """Act the directive out from `start` with the chance of `seed`. Raises ValueError when the model cannot."""
    ((_, performance),) = act_many(world, start, directive, seeds=[seed], progress=progress)
    return performance


def act_many(
    world: WorldModel,
    start: WorldState,
    directive: Directive,
    *,
    seeds: Sequence[int],
    progress: Progress | None = None,
) -> Iterator[tuple[int, Performance]]:
    """Act the directive out once for each of `seeds`, side by side: (which of them, its performance) as each comes to
    its end. A performance is the same, to the bit, as one acted alone."""
    return act_each(world, start, [directive] * len(seeds), seeds=seeds, progress=progress)


def act_each(
    world: WorldModel,
    start: WorldState,
    directives: Sequence[Directive],
    *,
    seeds: Sequence[int],
    progress: Progress | None = None,
) -> Iterator[tuple[int, Performance]]:
    """Act each of the directives out with its seed, side by side, as `act_many` does. All must bring on equally
    many, so that their stages are of one size."""
    rate = int(world.config.steps_per_second)
    parts = list(zip(directives, seeds, strict=True))
    begun = [_ready(world, replace(start, seed=seed), directive) for directive, seed in parts]
    futures = [_Future(k, directives[k], state, state, [state.moment], [state.stage]) for k, state in enumerate(begun)]
    asked: list[Sequence[Action]] = [directive.actions for directive in directives]
    while futures:
        stepped = world.step_many([f.state for f in futures], asked)
        for future, (state, moved) in zip(futures, stepped, strict=True):
            future.state = state
            future.moments.append(state.moment)
            future.stages.append(state.stage)
            future.corrections += moved > CORRECTION_M
        for f in futures:
            f.state = _given_up(f.state, f.moments, rate)
        for f in [f for f in futures if _is_over(f.state, f.directive, f.moments, rate)]:
            futures.remove(f)
            tasks = _tasks(f.state, f.directive)
            yield f.take, Performance(f.directive, f.began, tuple(f.moments), tasks, f.state, rate,
                                      f.corrections, tuple(f.stages))  # fmt: skip
            _tell(progress, futures, len(seeds), rate)  # so that who cancels now keeps those that are over
        asked = [()] * len(futures)
        _tell(progress, futures, len(seeds), rate)


def _tell(progress: Progress | None, futures: Sequence[_Future], of: int, rate: int) -> None:
    """How far `of` takes are, while some of them are still acted."""
    if progress is not None and futures:
        shown = min(0.9, (len(futures[0].moments) - 1) / (NORMAL_S * rate))  # the rest when it is over
        progress((of - len(futures) + shown * len(futures)) / of, "Acting")


def _ready(world: WorldModel, state: WorldState, directive: Directive) -> WorldState:
    for entity in directive.entrances:
        state = _brought_on(world, state, entity, directive.actions)
    state = with_mounts(state, directive.actions)
    for row in _returning(state, directive):
        state = replace(state, moment=_in_the_wings(state, row))
    for action in directive.actions:
        if action.verb == "enter" and action.object is not None and action.actor is not None:
            rider, mount = state.stage.index(action.actor), state.stage.index(action.object)
            state = replace(state, moment=_in_the_saddle(state, rider, mount))
    return state


def _returning(state: WorldState, directive: Directive) -> Iterator[int]:
    """The rows of those who left and are to come in again."""
    newcomers = {entity.id for entity in directive.entrances}
    for action in directive.actions:
        for who in (action.actor, action.object) if action.verb == "enter" else ():
            if who is not None and who not in newcomers and state.moment.present[row := state.stage.index(who)] <= 0.5:
                yield row


def _in_the_wings(state: WorldState, row: int) -> Moment:
    """The state's moment with somebody who left ready to come in where they went out. Nobody sees this: it is staging,
    not acting; whoever comes in learned to do so from there."""
    moment = state.moment
    side = 1.0 if moment.position[row, 0] >= 0 else -1.0
    position, velocity, heading, pose = (
        a.copy() for a in (moment.position, moment.velocity, moment.heading, moment.pose)
    )
    position[row] = (side * (state.stage.half_extent + 0.5), moment.position[row, 1], 0.0)
    velocity[row], heading[row] = 0.0, -side * math.pi / 2
    pose[row] = np.eye(pose.shape[1], dtype=pose.dtype)[
        POSES.index("fly" if moment.pose_name(row) == "fly" else "stand")
    ]
    return replace(moment, position=position, velocity=velocity, heading=heading, pose=pose)


def _in_the_saddle(state: WorldState, rider: int, mount: int) -> Moment:
    """The state's moment with somebody in the wings on what is to carry them in."""
    moment, saddle = state.moment, seat_height(state.stage.entities[mount])
    position, heading, pose = moment.position.copy(), moment.heading.copy(), moment.pose.copy()
    position[rider] = moment.position[mount] + np.array([0.0, saddle, 0.0], np.float32)
    heading[rider] = moment.heading[mount]
    pose[rider] = np.eye(pose.shape[1], dtype=pose.dtype)[POSES.index("sit")]
    on = moment.supported_by.copy()
    on[rider] = mount
    return replace(moment, position=position, heading=heading, pose=pose, supported_by=on)


def _tasks(state: WorldState, directive: Directive) -> tuple[Task, ...]:
    """How far the directive's own actions are: the world keeps them last."""
    return state.tasks[len(state.tasks) - len(directive.actions) :]


def _brought_on(world: WorldModel, state: WorldState, entity: Entity, actions: Sequence[Action]) -> WorldState:
    """The state with a newcomer: in the wings when it walks on by itself, in the hand of who pulls it out, else there.

    Somebody's sword that nobody has mentioned before is at their side; that is staging, not acting."""
    if any(takes_off(a) and a.object == entity.id for a in actions):
        return world.admit(state, entity)  # nobody sees it as a thing while it is worn
    enters = any(entity.id in (a.actor, a.object) and a.verb == "enter" for a in actions)
    state = world.admit(state, entity, on_stage=not enters)
    user = next((a.actor for a in actions if a.actor and entity.id in (a.object, a.target)), None)
    if enters or user is None or "holdable" not in entity.traits:
        return state
    row = len(state.stage.entities) - 1
    return replace(state, moment=in_hand(state.stage, state.moment, row, state.stage.index(user)))


def _span(task: Task, now: int, rate: int) -> tuple[int, int]:
    """The steps at which a started task began and is over; words take their time even when the speaker is done."""
    began = now if task.started is None else task.started
    spoken = began + math.ceil((task.action.seconds or 0.0) * rate) if task.action.verb == "talk" else began
    return began, max(spoken, now if task.done is None else task.done)


def _is_over(state: WorldState, directive: Directive, moments: Sequence[Moment], rate: int) -> bool:
    """Whether a beat of these moments may end: all that comes to an end has, and had a breath to sink in; or those
    who should still do something have stopped moving. A beat of so many steps ends with the last of them."""
    if directive.steps is not None and len(moments) > directive.steps:
        return True
    tasks, now, seconds = _tasks(state, directive), state.step, (len(moments) - 1) / rate
    if seconds < min(sum(told.seconds for told in directive.narration), LONGEST_SPEECH_S):
        return False
    ending = [task for task in tasks if not VERBS[task.action.verb].lasting]
    unfinished = [task for task in ending if task.done is None]
    if unfinished:
        talks = [task for task in unfinished if task.action.verb == "talk"]
        if any(task.started is not None for task in talks):
            return seconds >= LONGEST_SPEECH_S
        begins = any(t.started is None and t.after is not None and state.tasks[t.after].done == now for t in unfinished)
        stuck = not begins and seconds >= NORMAL_S and _stand_still(state, unfinished, moments[-round(STUCK_S * rate)])
        return seconds >= (LONGEST_WAIT_S if talks else LONGEST_S) or stuck
    breath = (now - max((_span(task, now, rate)[1] for task in ending), default=0)) / rate
    wanted = SHORTEST_S if len(ending) == len(tasks) > 0 else NORMAL_S
    return seconds >= wanted and breath >= BREATH_S


def _given_up(state: WorldState, moments: Sequence[Moment], rate: int) -> WorldState:
    """The state in which whoever should go somewhere and has come to a standstill is done with it, when something waits
    for that: the receipt tells how far they came."""
    steps = round(STUCK_S * rate)
    if len(moments) <= steps or not any(t.started is None for t in state.tasks):
        return state
    ways = np.abs(state.moment.position - moments[-steps].position).max(axis=1)
    awaited = {t.after for t in state.tasks if t.started is None}

    def stuck(row: int, task: Task) -> bool:
        who = None if task.action.object is None else state.stage.find(task.action.object)
        who = state.stage.find(task.action.actor) if who is None else who
        begun = task.started is not None and task.started + steps <= state.step
        return row in awaited and task.running and begun and who is not None and ways[who] < _NO_WAY_M

    tasks = tuple(replace(t, done=state.step) if t.action.verb in _WAYS and stuck(k, t) else t
                  for k, t in enumerate(state.tasks))  # fmt: skip
    return state if tasks == state.tasks else replace(state, tasks=tasks)


def _stand_still(state: WorldState, tasks: Sequence[Task], before: Moment) -> bool:
    """Whether everybody in these tasks, and the sky, is as it was at that moment `before`."""
    now = state.moment
    ids = {who for t in tasks for who in (t.action.actor, t.action.target, t.action.object) if who is not None}
    rows = [state.stage.index(who) for who in ids]
    changes = [(np.asarray(now.hour - before.hour), 0.02), (now.weather - before.weather, 0.02)]
    changes += [(now.position[rows] - before.position[rows], 0.05), (now.heading[rows] - before.heading[rows], 0.05)]
    changes += [(now.pose[rows] - before.pose[rows], 0.1), (now.tilt[rows] - before.tilt[rows], 0.05)]
    changes += [(now.opened[rows] - before.opened[rows], 0.05), (now.lit[rows] - before.lit[rows], 0.05)]
    return all(float(np.abs(change).max(initial=0.0)) < least for change, least in changes)
