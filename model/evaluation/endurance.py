"""Half an hour: 54,000 steps with a direction every four seconds from a written script, in one unbroken world.

Whether anything stops being a number, wanders off though nobody touched it, or comes back from five minutes off stage
as somebody else; whether the world acts as well at the end as at the beginning; what a step and a checkpoint cost.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

import numpy as np

from model.catalog import CATALOG
from model.evaluation.tables import amount, percent, share, table
from model.geometry import STEPS_PER_SECOND
from model.goals import shown_in, succeeded
from model.layout import Relation, first_moment
from model.moment import Moment
from model.stage import Entity, Stage
from model.state import Action, WorldState
from model.world import WorldModel

STEPS = 54_000
EVERY = 4 * STEPS_PER_SECOND  # steps between directions
AWAY = 75  # directions, five minutes, for which the traveller is off stage
ROUND = 150  # directions from one journey to the next
LEAVES = 37  # direction of each round at which they go
TENTHS = 10

CAST = {
    "smith": "adult", "knight": "adult", "girl": "child", "traveller": "adult", "dog": "dog",
    "ball": "ball", "lantern": "lantern", "bench": "bench", "chest": "chest", "well": "well",
    "vase": "vase", "barrel": "barrel",
}  # fmt: skip
TRAVELLER, BELONGING, WAITING = "traveller", "lantern", "well"
UNTOUCHED = ("vase", "barrel", "well")  # of these no direction speaks

SCRIPT: tuple[Action, ...] = (
    Action("walk", "smith", "well"),
    Action("face", "knight", "smith"),
    Action("wave", "girl", "knight"),
    Action("talk", "smith", "knight", seconds=2.0),
    Action("take", "girl", "ball"),
    Action("walk", "dog", "girl"),
    Action("give", "girl", "smith", "ball"),
    Action("feel", "girl", emotion="happy"),
    Action("walk", "knight", "bench"),
    Action("sit", "knight", "bench"),
    Action("open", "smith", "chest"),
    Action("run", "girl", "well"),
    Action("stand", "knight"),
    Action("point", "girl", "dog"),
    Action("drop", "smith", "ball"),
    Action("close", "smith", "chest"),
    Action("weather", None, weather="rain"),
    Action("back_off", "girl", "dog"),
    Action("kneel", "knight"),
    Action("feel", "smith", emotion="angry"),
    Action("stand", "knight"),
    Action("hug", "knight", "girl"),
    Action("bow", "smith", "knight"),
    Action("time", None, hour=23.0),
    Action("run", "dog", "smith"),
    Action("jump", "girl"),
    Action("flee", "girl", "dog"),
    Action("walk", "smith", "chest"),
    Action("turn_around", "knight"),
    Action("cheer", "girl"),
    Action("weather", None, weather="clear"),
    Action("lie", "dog"),
    Action("walk", "girl", "bench"),
    Action("sit", "girl", "bench"),
    Action("examine", "smith", "well"),
    Action("time", None, hour=12.0),
    Action("walk", "traveller", "smith"),
    Action("stand", "girl"),
    Action("feel", "smith", emotion="calm"),
    Action("walk", "knight", "well"),
)


def opening(seed: int) -> tuple[Stage, Moment]:
    """The stage, and the moment it begins with."""
    stage = Stage("village", seed, tuple(_entity(name, archetype) for name, archetype in CAST.items()))
    relations = [Relation("holds", TRAVELLER, BELONGING)]
    return stage, first_moment(stage, relations, seed=seed, hour=12.0, weather="clear")


def _entity(name: str, archetype: str) -> Entity:
    a = CATALOG[archetype]
    return Entity(name, name, a.kind, archetype, a.size, {"body": a.body, "accent": a.accent}, {}, a.traits)


def direction(number: int) -> Action | None:
    """What is asked the `number`-th time: the script over and over, and once a round a journey. None where the script
    speaks of somebody who is away."""
    of_round = number % ROUND
    if of_round == LEAVES:
        return Action("exit", TRAVELLER)
    if of_round == LEAVES + AWAY:
        return Action("enter", TRAVELLER, WAITING)
    asked = SCRIPT[number % len(SCRIPT)]
    away = LEAVES < of_round <= LEAVES + AWAY + 1  # the way back takes longer than one direction
    return None if away and TRAVELLER in (asked.actor, asked.target) else asked


Looks = tuple[Entity, str, tuple[str, ...]]  # who somebody is, what they feel and what they hold


@dataclass(slots=True)
class Journey:
    """Somebody who leaves and is called back: as who they went, whether they were gone, and as who they returned."""

    went: Looks
    gone: bool = False
    back: Looks | None = None
    near: bool = False  # to where they were asked


@dataclass(slots=True)
class Run:
    """A long run as it goes on."""

    first: Moment
    finite: bool = True
    step_ms: list[float] = field(default_factory=list)
    done: list[bool] = field(default_factory=list)  # of each direction, in order
    strayed_m: dict[str, float] = field(default_factory=dict)  # the farthest
    journeys: list[Journey] = field(default_factory=list)
    returned: list[Journey] = field(default_factory=list)  # those that had the time to
    bytes: list[int] = field(default_factory=list)

    def watch(self, state: WorldState) -> None:
        """Note what must not happen."""
        m = state.moment
        self.finite &= bool(np.isfinite(m.position).all() and np.isfinite(m.velocity).all())
        self.finite &= bool(np.isfinite(state.history).all() and np.isfinite(state.memory).all())
        for name in UNTOUCHED:
            row = state.stage.index(name)
            off = float(np.linalg.norm(m.position[row] - self.first.position[row]))
            self.strayed_m[name] = max(off, self.strayed_m.get(name, 0.0))

    def travelled(self, number: int, state: WorldState) -> None:
        """Follow the traveller, once a direction has had its time."""
        of_round, row = number % ROUND, state.stage.index(TRAVELLER)
        held = np.flatnonzero(state.moment.held_by == row)
        hands = tuple(state.stage.entities[int(k)].id for k in held)
        looks = state.stage.entities[row], state.moment.emotion_name(row), hands
        there = bool(state.moment.present[row] > 0.5)
        if of_round == LEAVES:
            self.journeys.append(Journey(looks))
        elif of_round == LEAVES + AWAY - 1:
            self.journeys[-1].gone = not there
        elif of_round == LEAVES + AWAY + 1:
            journey, asked = self.journeys[-1], Action("walk", TRAVELLER, WAITING)
            journey.back = looks if there else None
            journey.near = there and succeeded(asked, state.stage, state.moment, state.moment)
            self.returned.append(journey)


def run(world: WorldModel, steps: int, seed: int = 7, say: Callable[[str], None] = lambda _: None) -> Run:
    """Live through `steps` steps, at least one direction's. Stops early when something is no longer a number."""
    if steps < EVERY:
        raise ValueError(f"{steps} steps: a direction takes {EVERY}")
    stage, first = opening(seed)
    state = world.begin(stage, first, seed=seed)
    out = Run(first, bytes=[len(state.to_bytes())])
    for number in range(steps // EVERY):
        asked = direction(number)
        moments = [state.moment]
        for k in range(EVERY):
            begun = time.process_time()  # whatever else the machine has to do
            state = world.step(state, [asked] if asked is not None and k == 0 else [])
            out.step_ms.append(1e3 * (time.process_time() - begun))
            moments.append(state.moment)
            out.watch(state)
        if asked is not None:
            out.done.append(succeeded(asked, stage, moments[0], moments[-1], shown_in(moments[1:])))
        out.travelled(number, state)
        out.bytes.append(len(state.to_bytes()))
        if not out.finite:
            break
        if number % 100 == 99:
            say(f"{state.step:,} of {steps:,} steps, {median(out.step_ms[-EVERY:]):.1f} ms a step")
    return out


def figures(out: Run) -> dict[str, Any]:
    """Every figure of a run, as plain values."""
    back = [j for j in out.returned if j.back is not None]
    return {
        "steps": len(out.step_ms),
        "finite": out.finite,
        "strayed_m": max(out.strayed_m.values(), default=math.nan),
        "journeys": len(out.returned),
        "left": share(sum(j.gone for j in out.returned), len(out.returned)),
        "came_back": share(len(back), len(out.returned)),
        "same": share(sum(j.back == j.went for j in back), len(back)),
        "where_asked": share(sum(j.near for j in back), len(back)),
        "step_ms": [median(part) for part in _tenths(out.step_ms)],
        "done": [share(sum(part), len(part)) for part in _tenths(out.done)],
        "bytes_first": out.bytes[0],
        "bytes_last": out.bytes[-1],
        "bytes_most": max(out.bytes),
    }


def _tenths(values: Sequence[Any]) -> list[Sequence[Any]]:
    """Ten equal parts in order, fewer when there are not ten values."""
    edges = np.linspace(0, len(values), TENTHS + 1).astype(int)
    return [values[a:b] for a, b in pairwise(edges) if b > a]


def as_table(f: dict[str, Any]) -> str:
    first, last = ({k: f[k][end] for k in ("done", "step_ms")} for end in (0, -1))
    sizes = ", ".join(f"{f[k] / 1024:.1f}" for k in ("bytes_first", "bytes_last", "bytes_most"))
    rows = [
        ["stayed a number", "yes" if f["finite"] else "no", "yes"],
        ["untouched things strayed by at most", amount(f["strayed_m"], "m", 3), "0.1 m"],
        [f"left when asked to ({f['journeys']} times)", percent(f["left"]), ""],
        ["came back after five minutes", percent(f["came_back"]), "100 %"],
        ["with the same looks, feeling and things in hand", percent(f["same"]), "100 %"],
        ["to where they were asked", percent(f["where_asked"]), ""],
        ["directions done in four seconds, first and last tenth",
         f"{percent(first['done'])}, {percent(last['done'])}", ""],
        ["processor time of a step, first and last tenth (medians)",
         f"{first['step_ms']:.1f}, {last['step_ms']:.1f} ms", "no growth"],
        ["the slowest tenth", f"{max(f['step_ms']):.1f} ms", ""],
        ["a checkpoint: first, last, largest", f"{sizes} KiB", "64 KiB"],
    ]  # fmt: skip
    return table([f"{f['steps']:,} steps, a direction every 4 s", "measured", "wanted"], rows)
