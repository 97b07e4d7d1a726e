"""Physics against MuJoCo on scenes never trained on: what falls, leaps, flies, bounces and topples.

Every trial is acted by the teacher (whose bodies are MuJoCo's, and whose leaps are ballistic) and by the model from the
same start and for as long, and measured by positions as far as that goes. What is dropped is taken up once the teacher
has let it go; jumps, throws and pushes are asked for. Overlaps and feet come from all lessons (`contact`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean, median
from typing import Any

import numpy as np
import numpy.typing as npt

from model.catalog import CATALOG, Archetype
from model.evaluation.acting import Play, perform
from model.evaluation.tables import amount, percent, share, table
from model.geometry import DT, GRAVITY
from model.layout import Relation, first_moment
from model.moment import POSES, Moment
from model.stage import Entity, Stage
from model.state import Action
from model.teacher.rollouts import act
from model.world import WorldModel, temper_of

Floats = npt.NDArray[np.float64]

_SEED = 900_000  # of the first trial: below a million, where training's begin
_LOW = 0.08  # m above the ground, below which something may be touching it
_CLEAR = 3  # steps after which what was let go is half a metre off
_FEW = 4  # moments of flight that an acceleration can be read from
_BORNE = tuple(POSES.index(p) for p in ("fly", "climb"))  # poses that carry themselves


@dataclass(frozen=True, slots=True)
class Trial:
    """A scene with one task, the row of the body that is watched, and how the teacher moves it."""

    play: Play
    row: int
    taught: Sequence[Moment]


@dataclass(frozen=True, slots=True)
class Track:
    """One body through T moments; `free` are those at which nothing carries or holds it."""

    position: Floats  # (T, 3)
    velocity: Floats  # (T, 3)
    free: npt.NDArray[np.bool_]  # (T,)
    tilt: float  # at the end

    @classmethod
    def of(cls, moments: Sequence[Moment], row: int) -> Track:
        free = [m.held_by[row] < 0 and m.position[row, 1] > _LOW and int(m.pose[row].argmax()) not in _BORNE
                and m.supported_by[row] < 0 for m in moments]  # fmt: skip
        position, velocity = (np.array([getattr(m, name)[row] for m in moments], np.float64)
                              for name in ("position", "velocity"))  # fmt: skip
        return cls(position, velocity, np.array(free), float(moments[-1].tilt[row]))


# -- what is read from a track -----------------------------------------------------------------------------------------
def flights(track: Track) -> list[slice]:
    """Stretches of moments in the air, cut where the body bounces."""
    cuts, start = [], 0
    rising = np.diff(track.position[:, 1], prepend=np.inf)  # the first step is no bounce
    for t in range(len(track.free) + 1):
        flies = t < len(track.free) and bool(track.free[t])
        bounced = flies and t >= start + 2 and bool(rising[t - 1] < 0.0 < rising[t])
        if not flies or bounced:
            cuts.append(slice(start, t))
            start = t if bounced else t + 1
    return [cut for cut in cuts if cut.stop > cut.start]


def accelerations(track: Track) -> list[float]:
    """Downward acceleration in m/s2 of every flight long enough, by the parabola that fits its heights best."""
    found = []
    for flight in flights(track):
        heights = track.position[flight, 1]
        if len(heights) >= _FEW:
            found.append(-2.0 * float(np.polyfit(DT * np.arange(len(heights)), heights, 2)[0]))
    return found


def apex(track: Track) -> float:
    """Metres a body rises above where it began; between two moments by the speed it still has."""
    return max(_peak(track, slice(0, len(track.position))) - float(track.position[0, 1]), 0.0)


def _peak(track: Track, part: slice) -> float:
    top = part.start + int(track.position[part, 1].argmax())
    left = max(float(track.velocity[top, 1]), 0.0) if track.free[top] else 0.0
    return float(track.position[top, 1]) + left**2 / (2.0 * GRAVITY)


def throw_range(track: Track) -> float:
    """Metres on the ground from the last moment before the first flight to where that comes down; 0 without one."""
    first = next(iter(flights(track)), None)
    if first is None:
        return 0.0
    height, fall = track.position[first.stop - 1, 1], track.velocity[first.stop - 1, 1]
    left = (fall + math.sqrt(fall**2 + 2.0 * GRAVITY * height)) / GRAVITY
    if first.stop < len(track.position):  # no later than the moment at which it is down
        left = min(left, DT)
    lands = track.position[first.stop - 1] + left * track.velocity[first.stop - 1]
    return float(np.hypot(*(lands - track.position[max(first.start - 1, 0)])[[0, 2]]))


def bounce(track: Track) -> float:
    """Metres above the ground that a body comes up to after it has first touched it; 0 when it stays down."""
    first = next(iter(flights(track)), None)
    again = [f for f in flights(track) if first is not None and f.start >= first.stop]
    return _peak(track, again[0]) if again else 0.0


def toppled(track: Track) -> bool:
    return track.tilt > 0.5


# -- scenes ------------------------------------------------------------------------------------------------------------
def _names(kind: str, fits: Callable[[Archetype], bool]) -> list[str]:
    return [a.name for a in CATALOG.values() if a.kind == kind and fits(a)]


_ROUND = _names("prop", lambda a: {"holdable", "rolls"} <= a.traits)
_HANDY = _names("prop", lambda a: "holdable" in a.traits)
_MOVABLE = _names("prop", lambda a: "fixed" not in a.traits)
_FLYERS = _names("creature", lambda a: "flies" in a.traits)
_WALKERS = [*_names("person", lambda a: True), *_names("creature", lambda a: "flies" not in a.traits)]


def _cast(rng: np.random.Generator, *archetypes: str) -> tuple[Entity, ...]:
    def one(k: int, name: str) -> Entity:
        a, grow = CATALOG[name], float(rng.uniform(0.85, 1.15))
        return Entity(f"e{k}", name, a.kind, name, (grow * a.size[0], grow * a.size[1], grow * a.size[2]),
                      traits=a.traits)  # fmt: skip

    return tuple(one(k, name) for k, name in enumerate(archetypes))


def _trial(seed: int, cast: tuple[Entity, ...], action: Action, row: int, relations: Sequence[Relation] = ()) -> Trial:
    stage = Stage("village", seed, cast)
    first = first_moment(stage, relations, seed=seed, hour=12.0, weather="clear")
    tempers = np.stack([temper_of(seed, i) for i in range(len(cast))])
    taught = act(stage, first, tempers, [(action, 0)]).moments
    return Trial(Play(stage, first, ((action, 0),), seed, len(taught) - 1), row, taught)


def drops(count: int) -> Iterator[Trial]:
    """A flyer has let something go, high up, and it is clear of them; every other thing is round."""
    for seed in range(_SEED, _SEED + count):
        rng = np.random.default_rng([seed, 1])
        cast = _cast(rng, str(rng.choice(_FLYERS)), str(rng.choice(_ROUND if seed % 2 else _HANDY)), "adult")
        high = [Relation("flies", "e0"), Relation("holds", "e0", "e1")]
        trial = _trial(seed, cast, Action("drop", "e0", "e1"), 1, high)
        falls = trial.taught[next(k for k, m in enumerate(trial.taught) if m.held_by[1] < 0) + _CLEAR :]
        yield Trial(replace(trial.play, first=falls[0], asked=(), steps=len(falls) - 1), 1, falls)


def throws(count: int) -> Iterator[Trial]:
    """A person throws what they hold, at somebody or ahead."""
    for seed in range(_SEED, _SEED + count):
        rng = np.random.default_rng([seed, 2])
        cast = _cast(rng, str(rng.choice(["adult", "child"])), str(rng.choice(_HANDY)), "adult")
        action = Action("throw", "e0", "e2" if seed % 2 else None, "e1")
        yield _trial(seed, cast, action, 1, [Relation("holds", "e0", "e1")])


def jumps(count: int) -> Iterator[Trial]:
    """Somebody who cannot fly jumps on the spot."""
    for seed in range(_SEED, _SEED + count):
        rng = np.random.default_rng([seed, 3])
        yield _trial(seed, _cast(rng, str(rng.choice(_WALKERS)), "adult"), Action("jump", "e0"), 0)


def pushes(count: int) -> Iterator[Trial]:
    """A person pushes one of all the things that can be moved."""
    for seed in range(_SEED, _SEED + count):
        rng = np.random.default_rng([seed, 4])
        cast = _cast(rng, "adult", _MOVABLE[seed % len(_MOVABLE)])
        yield _trial(seed, cast, Action("push", "e0", "e1"), 1)


# -- figures -----------------------------------------------------------------------------------------------------------
def compare(model: Sequence[float], teacher: Sequence[float], within: float) -> dict[str, float]:
    """Means of both, the median error of the model by the teacher's figure, and the share of trials whose error is
    `within`. Trials in which the teacher's body hardly moves (2 cm) say nothing."""
    pairs = [(m, t) for m, t in zip(model, teacher, strict=True) if t > 0.02]
    errors = [abs(m - t) / t for m, t in pairs]
    return {
        "model": fmean(m for m, _ in pairs) if pairs else math.nan,
        "teacher": fmean(t for _, t in pairs) if pairs else math.nan,
        "error": median(errors) if errors else math.nan,
        "within": share(sum(e <= within for e in errors), len(errors)),
        "trials": len(pairs),
    }


def falling(model: Sequence[Track], teacher: Sequence[Track], within: float = 0.05) -> dict[str, float]:
    """Free fall of every flight, by 9.81 m/s2."""
    found, taught = ([a for track in tracks for a in accelerations(track)] for tracks in (model, teacher))
    errors = [abs(a - GRAVITY) / GRAVITY for a in found]
    return {
        "model": median(found) if found else math.nan,
        "teacher": median(taught) if taught else math.nan,
        "error": median(errors) if errors else math.nan,
        "within": share(sum(e <= within for e in errors), len(errors)),
        "trials": len(found),
    }


def toppling(model: Sequence[Track], teacher: Sequence[Track]) -> dict[str, float]:
    """How often both agree on whether the pushed thing falls over, and the four counts."""
    counts = {"both": 0, "neither": 0, "model_only": 0, "teacher_only": 0}
    for m, t in zip(model, teacher, strict=True):
        falls = toppled(m), toppled(t)
        counts["both" if all(falls) else "model_only" if falls[0] else "teacher_only" if falls[1] else "neither"] += 1
    return {"agreement": share(counts["both"] + counts["neither"], len(model)), **counts}


def figures(world: WorldModel, count: int) -> dict[str, Any]:
    """Every figure, from `count` trials of a kind."""
    kinds = {"drops": drops, "throws": throws, "jumps": jumps, "pushes": pushes}
    trials = {name: list(make(count)) for name, make in kinds.items()}
    model, teacher = dict[str, list[Track]](), dict[str, list[Track]]()
    for name, own in trials.items():
        played = perform(world, [t.play for t in own])
        model[name] = [Track.of(p.moments, t.row) for p, t in zip(played, own, strict=True)]
        teacher[name] = [Track.of(t.taught, t.row) for t in own]
    round_ones = [k for k, t in enumerate(trials["drops"]) if "rolls" in t.play.stage.entities[t.row].traits]
    dropped, taught = ([tracks["drops"][k] for k in round_ones] for tracks in (model, teacher))

    def both(name: str, read: Callable[[Track], float], within: float) -> dict[str, float]:
        return compare([read(t) for t in model[name]], [read(t) for t in teacher[name]], within)

    def in_the_air(own: dict[str, list[Track]]) -> list[Track]:
        return [*own["drops"], *own["throws"], *own["jumps"]]

    return {
        "free_fall": falling(in_the_air(model), in_the_air(teacher)),
        "jump_apex": both("jumps", apex, 0.1),
        "throw_range": both("throws", throw_range, 0.1),
        "bounce": compare([bounce(t) for t in dropped], [bounce(t) for t in taught], 0.15),
        "topple": toppling(model["pushes"], teacher["pushes"]),
    }


_ROWS = (
    ("free_fall", "free fall", "m/s2", 0.05),
    ("jump_apex", "jump, apex", "m", 0.10),
    ("throw_range", "throw, range", "m", 0.10),
    ("bounce", "bounce, height", "m", 0.15),
)


def as_table(figures: dict[str, Any]) -> str:
    rows = []
    for key, name, unit, wanted in _ROWS:
        f = figures[key]
        rows.append([name, amount(f["model"], unit), amount(f["teacher"], unit), percent(f["error"], 1),
                     percent(wanted), percent(f["within"]), f"{f['trials']:.0f}"])  # fmt: skip
    t = figures["topple"]
    said = (
        f"Pushed things: model and MuJoCo agree on whether they fall over in {percent(t['agreement'])} "
        f"({t['both']} both, {t['neither']} neither, {t['model_only']} only the model's, "
        f"{t['teacher_only']} only MuJoCo's)."
    )
    head = ["physics", "model", "teacher", "error, median", "wanted", "trials within", "trials"]
    return f"{table(head, rows)}\n\n{said}"
