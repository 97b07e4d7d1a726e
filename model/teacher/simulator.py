"""The teacher's stage: bodies with weight and limits, moved by what behaviours want.

Behaviours (`model.teacher.behaviours`) state wishes each step; this module turns wishes into motion: limited
acceleration and turning, ballistic flight, things carried in hands, and MuJoCo for whatever is let go or knocked over.
Knows no verbs. A simulator is worked on in place; `moment()` hands out a copy.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from model.geometry import DT, GRAVITY, hand_offset, inside_height, reach, turn
from model.moment import EMOTIONS, GESTURES, POSES, WEATHERS, Moment
from model.seats import seat_height, standing_height
from model.stage import Entity, Stage
from model.state import Action
from model.teacher.bodies import Block, Flight, fly
from model.teacher.obstacles import around, separate

Vec = npt.NDArray[np.float64]
Behaviour = Generator[None, None, None]

POSE = {name: k for k, name in enumerate(POSES)}
GESTURE = {name: k for k, name in enumerate(GESTURES)}
EMOTION = {name: k for k, name in enumerate(EMOTIONS)}
WEATHER = {name: k for k, name in enumerate(WEATHERS)}
_PASSING = frozenset({"walk", "run", "climb", "jump", "dance"})  # poses that end with what they were for
CRUISE = 3.6  # m, the height at which flyers travel
_SNEAKING = 0.6  # share of their pace that those have who sneak or limp


def nothing() -> Behaviour:
    """The behaviour that is over before it begins."""
    yield from ()


@dataclass(slots=True)
class Job:
    """An action being acted out."""

    action: Action
    actor: int
    target: int
    object: int
    started: int
    play: Behaviour = field(default_factory=nothing)
    done: int | None = None


@dataclass(slots=True)
class Wish:
    """What an entity wants in the step at hand; None leaves nature its course."""

    velocity: Vec | None = None
    heading: float | None = None
    pose: str | None = None
    gesture: str | None = None
    speaking: float = 0.0
    meets: int = -1  # whom or what it goes up to and so need not go round


class Simulator:
    """One stage in motion. `temper` (N, 4) is each entity's temperament: pace, bow of its path, quickness of its
    gestures, quickness of its feelings."""

    def __init__(self, stage: Stage, moment: Moment, temper: npt.NDArray[np.float32]) -> None:
        self.stage, self.temper = stage, temper
        self.entities: tuple[Entity, ...] = stage.entities
        n = len(self.entities)
        self.p = moment.position.astype(np.float64)
        self.v = moment.velocity.astype(np.float64)
        self.h = moment.heading.astype(np.float64)
        self.pose = moment.pose.astype(np.float64)
        self.gesture = moment.gesture.astype(np.float64)
        self.emotion = moment.emotion.astype(np.float64)
        self.opened, self.lit, self.tilt = (np.array(a, np.float64) for a in (moment.opened, moment.lit, moment.tilt))
        self.speaking, self.present = (np.array(a, np.float64) for a in (moment.speaking, moment.present))
        self.held_by, self.on, self.inside = (a.copy() for a in (moment.held_by, moment.supported_by, moment.inside))
        self.hour, self.weather = moment.hour, moment.weather.astype(np.float64)
        self.feeling = [EMOTIONS[int(e)] for e in moment.emotion.argmax(axis=1)]
        self.wanted_hour: float | None = None
        self.wanted_weather: str | None = None
        self.flights: dict[int, tuple[Flight, int]] = {}
        self.falling_towards: dict[int, float] = {}  # bearing to which a toppling thing turns as it falls
        self.manner: dict[int, str] = {}
        self.airborne = np.zeros(n, bool)  # in a jump or fall of its own
        self.wish = [Wish() for _ in range(n)]
        self.jobs: list[Job] = []
        self.step_count = 0
        self.time_s = moment.time_s
        for i in np.flatnonzero((self.held_by < 0) & (self.present > 0.5)):
            self._resume_fall(int(i))

    def _resume_fall(self, i: int) -> None:
        """Whatever hangs in the air when a scene is taken up goes on falling."""
        floor = self.top(int(self.on[i])) if self.on[i] >= 0 else 0.0
        if self.p[i, 1] < floor + 0.08 or self.inside[i] >= 0 or "hangs" in self.entities[i].traits:
            return
        if not self.is_actor(i):
            self.release(i, self.v[i].tolist())
        elif not self.flying(i) and self.pose[i, POSE["climb"]] < 0.5:
            self.airborne[i] = True

    # -- looking around -------------------------------------------------------------------------------------------
    def is_actor(self, i: int) -> bool:
        return self.entities[i].kind != "prop"

    def flies(self, i: int) -> bool:
        return "flies" in self.entities[i].traits

    def flying(self, i: int) -> bool:
        return bool(self.pose[i, POSE["fly"]] > 0.5)

    def top(self, j: int) -> float:
        """Height above the ground at which one stands on j."""
        carries = not self.is_actor(j) or "surface" in self.entities[j].traits
        return float(self.p[j, 1]) + (standing_height(self.entities[j]) if carries else 0.0)

    def seat(self, j: int) -> float:
        """Height above the ground at which one sits or lies on j."""
        return float(self.p[j, 1]) + (0.0 if self.is_actor(j) else seat_height(self.entities[j]))

    def crown(self, j: int) -> float:
        return float(self.p[j, 1]) + self.entities[j].size[1]

    def to_surface(self, i: int, j: int) -> tuple[float, float]:
        """(x, z) from i's edge to the nearest point of j's footprint, on the ground; (0, 0) when they touch."""
        w, _, d = self.entities[j].size
        lx, lz = self.frame(i, j)
        nx, nz = float(np.clip(lx, -w / 2, w / 2)) - lx, float(np.clip(lz, -d / 2, d / 2)) - lz
        gx, gz = turn(nx, nz, self.h[j])
        length = math.hypot(gx, gz)
        keep = max(0.0, 1.0 - reach(self.entities[i].size) / length) if length > 1e-6 else 0.0
        return gx * keep, gz * keep

    def apart(self, i: int, j: int) -> float:
        """Metres between two middles, on the ground."""
        return math.hypot(self.p[j, 0] - self.p[i, 0], self.p[j, 2] - self.p[i, 2])

    def on_stage(self) -> list[int]:
        return [int(i) for i in np.flatnonzero(self.present > 0.5)]

    def carrier(self, j: int) -> int:
        """The thing that j stands, lies or sits on or is in, or -1: one goes up to that to reach j."""
        below = int(self.inside[j]) if self.inside[j] >= 0 else int(self.on[j])
        return -1 if below >= 0 and self.is_actor(below) and self.held_by[j] >= 0 else below

    def frame(self, i: int, j: int) -> tuple[float, float]:
        """i's place on the ground in j's own axes."""
        c, s = math.cos(self.h[j]), math.sin(self.h[j])
        dx, dz = self.p[i, 0] - self.p[j, 0], self.p[i, 2] - self.p[j, 2]
        return c * dx - s * dz, s * dx + c * dz

    def slopes(self, j: int) -> bool:
        return "stepped" in self.entities[j].traits

    def slope(self, j: int, z: float) -> float:
        """Height of stairs above the ground at depth z of their own: they rise from front to back."""
        _, h, d = self.entities[j].size
        return float(self.p[j, 1]) + h * float(np.clip((d / 2 - z) / (0.75 * d), 0.0, 1.0))

    def gap(self, i: int, j: int) -> float:
        return math.hypot(*self.to_surface(i, j))

    def bearing(self, i: int, j: int) -> float:
        return math.atan2(self.p[j, 0] - self.p[i, 0], self.p[j, 2] - self.p[i, 2])

    def off_heading(self, i: int, heading: float) -> float:
        return abs(math.remainder(heading - self.h[i], math.tau))

    def pace(self, i: int, speed: float, running: bool) -> float:
        """Metres a second at which this body goes: long legs go faster, temperament varies it."""
        _, h, d = self.entities[i].size
        legs = float(np.clip(math.sqrt(max(h, d) / 1.6), 0.7, 1.6))
        base = 3.4 if running else 1.35
        if self.flying(i):
            base = 3.6 if running else 2.4
        manner = _SNEAKING if i in self.manner else 1.0
        return base * legs * speed * manner * math.exp(0.1 * float(self.temper[i, 0]))

    # -- wishing --------------------------------------------------------------------------------------------------
    def go(self, i: int, x: float, z: float, running: bool, climb: float = 0.0) -> None:
        """Wish to move with velocity (x, climb, z) m/s, looking where one goes."""
        self.wish[i].velocity = np.array([x, climb, z])
        if math.hypot(x, z) > 0.05:
            self.wish[i].heading = math.atan2(x, z)
        if not self.flying(i):
            self.wish[i].pose = "run" if running else "walk"

    def look(self, i: int, j: int) -> None:
        if i != j and math.hypot(self.p[j, 0] - self.p[i, 0], self.p[j, 2] - self.p[i, 2]) > 0.05:
            self.wish[i].heading = self.bearing(i, j)

    def let_go(self, j: int, flight: Flight) -> None:
        """Hand j over to physics."""
        self.held_by[j] = -1
        self.on[j] = -1
        self.inside[j] = -1
        self.flights[j] = (flight, 0)

    def release(self, j: int, velocity: Sequence[float], spin: float = 0.0, towards: float | None = None) -> None:
        """Let j go with this velocity, and a spin that tips it towards a bearing; somebody alive falls by himself."""
        if self.is_actor(j):
            self.held_by[j], self.on[j], self.airborne[j] = -1, -1, True
            self.v[j] = velocity
            return
        traits, size, heading = self.entities[j].traits, self.entities[j].size, float(self.h[j])
        is_round = "rolls" in traits and "topples" not in traits
        flight = fly(size, is_round, self.p[j], heading, velocity, spin, self.blocks(j), towards=towards)
        self.falling_towards.pop(j, None)
        if towards is not None and spin > 0.0 and flight.tilt[-1] > 0.5:
            self.falling_towards[j] = towards
        self.let_go(j, flight)

    def strike(self, j: int, bearing: float, pace: float, height: float) -> None:
        """Push a thing at `height` so that the place that is pushed moves off at `pace`: it tips or slides."""
        if self.is_actor(j) or self.held_by[j] >= 0 or self.tilt[j] > 0.7:
            return
        if "fixed" in self.entities[j].traits and "topples" not in self.entities[j].traits:
            return
        _, h, d = self.entities[j].size
        arm = float(np.clip(height, 0.5 * h, 0.95 * h)) - 0.5 * h
        inertia = (h * h + d * d) / 12
        speed = pace / (1.0 + arm * arm / inertia)
        flat = (speed * math.sin(bearing), 0.0, speed * math.cos(bearing))
        self.release(j, flat, speed * arm / inertia, bearing)

    def throw_down(self, i: int, velocity: Sequence[float]) -> None:
        """Somebody is thrown off his feet."""
        self.on[i], self.inside[i], self.airborne[i] = -1, -1, self.held_by[i] < 0
        self.v[i] = velocity if self.held_by[i] < 0 else self.v[i]

    def blocks(self, without: int) -> list[Block]:
        """Everything fixed, as obstacles for flying bodies."""
        return [
            Block((float(self.p[k, 0]), float(self.p[k, 1]), float(self.p[k, 2])), e.size, float(self.h[k]))
            for k, e in enumerate(self.entities)
            if k != without
            and e.kind == "prop"
            and ("fixed" in e.traits or "surface" in e.traits)
            and self.held_by[k] < 0
            and self.present[k] > 0.5
        ]

    # -- a step ---------------------------------------------------------------------------------------------------
    def begin(self, action: Action, play: Callable[[Simulator, Job], Behaviour]) -> Job:
        roles = (self._row(action.actor), self._row(action.target), self._row(action.object))
        job = Job(action, *roles, self.step_count)
        job.play = play(self, job)
        self.jobs.append(job)
        return job

    def _row(self, entity_id: str | None) -> int:
        return -1 if entity_id is None else self.stage.index(entity_id)

    def step(self) -> None:
        """One world step: behaviours wish, bodies follow."""
        self.wish = [Wish() for _ in self.entities]
        going = [job for job in self.jobs if job.done is None and job.action.manner is not None]
        self.manner = {job.actor: str(job.action.manner) for job in going}
        for job in self.jobs:
            if job.done is None:
                try:
                    next(job.play)
                except StopIteration:
                    job.done = self.step_count + 1
        self._in_their_manner()
        before = self.p.copy()
        for i in range(len(self.entities)):
            self._body(i)
        separate(self, before)
        self._carried(before)
        self._environment()
        self.step_count += 1
        self.time_s += DT

    def _in_their_manner(self) -> None:
        """Whoever sneaks or limps shows it while he goes, unless his hands are busy."""
        for i, manner in self.manner.items():
            velocity = self.wish[i].velocity
            if velocity is not None and math.hypot(velocity[0], velocity[2]) > 0.1 and not (self.held_by == i).any():
                self.wish[i].gesture = self.wish[i].gesture or manner

    def _body(self, i: int) -> None:
        if i in self.flights:
            self._flown(i)
        elif self.held_by[i] < 0 and self.is_actor(i):
            self._moved(i)
        elif self.held_by[i] < 0 and self.inside[i] < 0:
            self._thing(i)
        self._shown(i)

    def _flown(self, i: int) -> None:
        flight, at = self.flights[i]
        self.p[i] = flight.position[at]
        self.p[i, 1] = max(self.p[i, 1], 0.0)
        self.v[i], self.tilt[i] = flight.velocity[at], flight.tilt[at]
        if i in self.falling_towards:
            off = math.remainder(self.falling_towards[i] - self.h[i], math.tau)
            self.h[i] = math.remainder(self.h[i] + float(np.clip(off, -0.5, 0.5)), math.tau)
        if at + 1 < len(flight.tilt):
            self.flights[i] = (flight, at + 1)
        else:
            del self.flights[i]
            self.v[i] = 0.0
            self.falling_towards.pop(i, None)
            self.on[i] = self._under(i)

    def _under(self, i: int) -> int:
        """What i rests on: the thing whose surface is just under its base, or -1 for the ground."""
        if self.p[i, 1] < 0.1:
            return -1
        for j in range(len(self.entities)):
            if j != i and not self.is_actor(j) and abs(self.top(j) - self.p[i, 1]) < 0.15 and self.over(i, j):
                return j
        return -1

    def over(self, i: int, j: int) -> bool:
        """Whether i's middle is above j's footprint."""
        w, _, d = self.entities[j].size
        x, z = self.frame(i, j)
        return bool(abs(x) <= w / 2 + 0.1 and abs(z) <= d / 2 + 0.1)

    def _thing(self, i: int) -> None:
        """A prop at rest, or slid by a wish (being set down)."""
        wish = self.wish[i].velocity
        new = np.zeros(3) if wish is None else wish
        self.p[i] += DT * (self.v[i] + new) / 2
        self.p[i, 1] = max(self.p[i, 1], 0.0)
        self.v[i] = new

    def _moved(self, i: int) -> None:
        """A body with muscles: it follows its wish as fast as it can, or falls."""
        wish, old = self.wish[i], self.v[i].copy()
        new = old.copy()
        floor = self.top(int(self.on[i])) if self.on[i] >= 0 else 0.0
        perched = self.on[i] >= 0 and self.p[i, 1] > 0.25 and not self.airborne[i]
        if perched and wish.pose not in ("climb", "sit", "lie") and not self.over(i, int(self.on[i])):
            self.on[i], self.airborne[i], floor = -1, True, 0.0
        want = np.zeros(3) if wish.velocity is None else around(self, i, wish.velocity)
        if self.airborne[i]:
            new[1] -= GRAVITY * DT
        elif self.flying(i) or wish.pose == "fly":
            new += np.clip(want - old, -4.0 * DT, 4.0 * DT)
        elif wish.pose == "climb":
            new = want
        else:
            new[[0, 2]] += np.clip((want - old)[[0, 2]], -7.0 * DT, 7.0 * DT)
            new[1] = want[1]
        self.p[i] += DT * (old + new) / 2
        if self.airborne[i] and self.p[i, 1] <= floor and new[1] < 0:
            self.p[i, 1], new[1], self.airborne[i] = floor, 0.0, False
        self.p[i, 1] = max(self.p[i, 1], 0.0)
        edge = self.stage.half_extent + (3.0 if wish.velocity is not None and self.present[i] else 0.0)
        self.p[i, 0], self.p[i, 2] = np.clip(self.p[i, [0, 2]], -edge, edge)
        self.v[i] = new

    def _shown(self, i: int) -> None:
        """Heading, pose, gesture, feeling and voice follow the wish at the body's own pace."""
        wish = self.wish[i]
        if wish.heading is not None:
            off = math.remainder(wish.heading - self.h[i], math.tau)
            self.h[i] = math.remainder(self.h[i] + float(np.clip(0.4 * off, -0.5, 0.5)), math.tau)
        if self.is_actor(i):
            current = POSES[int(self.pose[i].argmax())]
            pose = wish.pose or ("stand" if current in _PASSING and not self.airborne[i] else current)
            _ease(self.pose[i], POSE[pose], 0.4)
            carrying = bool((self.held_by == i).any())
            gesture = wish.gesture or ("carry" if carrying else "rest")
            _ease(self.gesture[i], GESTURE[gesture], 0.3 * math.exp(0.15 * float(self.temper[i, 2])))
            _ease(self.emotion[i], EMOTION[self.feeling[i]], 0.25 * math.exp(0.15 * float(self.temper[i, 3])))
            self.speaking[i] += 0.6 * (wish.speaking - self.speaking[i])

    def _carried(self, before: Vec) -> None:
        for i in np.flatnonzero(self.held_by >= 0):
            holder = int(self.held_by[i])
            ox, oy, oz = hand_offset(self.entities[holder], self.entities[i])
            x, z = turn(ox, oz, self.h[holder])
            place = self.p[holder] + (x, oy, z)
            place[1] = max(place[1], 0.0)
            self.v[i], self.h[i], self.p[i], self.on[i] = self.v[holder], self.h[holder], place, -1
        for i in np.flatnonzero(self.inside >= 0):
            box = int(self.inside[i])
            self.p[i] = self.p[box] + (0.0, inside_height(self.entities[box]), 0.0)
            self.v[i] = self.v[box]
        for i in np.flatnonzero(self.on >= 0):
            j = int(self.on[i])
            if i not in self.flights and not self.airborne[i] and self.held_by[j] < 0:
                self.p[i, [0, 2]] += (self.p[j] - before[j])[[0, 2]]

    def _environment(self) -> None:
        if self.wanted_hour is not None:
            left = (self.wanted_hour - self.hour) % 24.0
            self.hour = (self.hour + min(left, 0.5)) % 24.0
        if self.wanted_weather is not None:
            _ease(self.weather, WEATHER[self.wanted_weather], 0.12)

    def moment(self) -> Moment:
        f = np.float32
        return Moment(
            time_s=self.time_s, position=self.p.astype(f), velocity=self.v.astype(f), heading=self.h.astype(f),
            pose=self.pose.astype(f), gesture=self.gesture.astype(f), emotion=self.emotion.astype(f),
            phase=np.zeros(len(self.entities), f), opened=self.opened.astype(f), lit=self.lit.astype(f),
            tilt=self.tilt.astype(f), speaking=self.speaking.astype(f), present=self.present.astype(f),
            held_by=self.held_by.copy(), supported_by=self.on.copy(), inside=self.inside.copy(), hour=self.hour,
            weather=self.weather.astype(f),
        )  # fmt: skip


def _ease(weights: Vec, towards: int, rate: float) -> None:
    """Move weights that sum to 1 a fraction `rate` towards one of them, in place."""
    weights *= 1.0 - rate
    weights[towards] += rate
