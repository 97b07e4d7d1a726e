"""Lessons: random stages on which the teacher acts random tasks out, written down step by step.

A rollout depends on its seed alone. Knows no phrasing and nothing of the learner.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from model.catalog import CATALOG
from model.layout import Relation, first_moment
from model.moment import EMOTIONS, GESTURES, HOURS, MANNERS, POSES, WEATHERS, Moment
from model.stage import Entity, Stage
from model.state import Action
from model.teacher.behaviours import BEHAVIOURS
from model.teacher.simulator import CRUISE, Simulator
from model.verbs import PROP, VERBS, Verb

_TAIL = 8  # steps written down after everything is done, to learn rest
_SHOWN = 56  # steps for which what goes on without end is shown
_WAY = 20  # steps to a metre, for those who have to walk there first
LONGEST = 150  # steps: a child that climbs a bell tower needs most of them


@dataclass(frozen=True, slots=True)
class Rollout:
    """`moments` has T + 1 entries; `jobs` the tasks with the steps at which they started and were done."""

    stage: Stage
    temper: npt.NDArray[np.float32]  # (N, 4)
    moments: tuple[Moment, ...]
    jobs: tuple[tuple[Action, int, int | None], ...]


# -- random stages -------------------------------------------------------------------------------------------------
_NAMES = {kind: [a.name for a in CATALOG.values() if a.kind == kind] for kind in ("person", "creature", "prop")}


def _entity(rng: np.random.Generator, k: int, archetype: str) -> Entity:
    a = CATALOG[archetype]
    grow = float(rng.uniform(0.85, 1.15))
    size = (a.size[0] * grow, a.size[1] * grow, a.size[2] * grow)
    return Entity(f"e{k}", archetype, a.kind, archetype, size, traits=a.traits)


def _choose(rng: np.random.Generator, kinds: frozenset[str], traits: frozenset[str] = frozenset()) -> str:
    """An archetype of one of the kinds with any of the traits; people most often, when allowed."""
    pool = [n for kind in sorted(kinds) for n in _NAMES[kind] if not traits or traits & CATALOG[n].traits]
    if "person" in kinds and not traits and rng.random() < 0.6:
        pool = _NAMES["person"]
    return str(rng.choice(pool))


def held_out_pair(verb: str, archetype: str) -> bool:
    """Whether no lesson shows this creature do this: one pair in eight, kept for testing. Never for people."""
    return CATALOG[archetype].kind == "creature" and zlib.crc32(f"{verb} {archetype}".encode()) % 8 == 0


def _creatures(verb: Verb, traits: frozenset[str], held_out: bool) -> list[str]:
    able = [n for n in _NAMES["creature"] if traits <= CATALOG[n].traits]
    return [n for n in able if held_out_pair(verb.name, n) == held_out]


def _actor_archetype(rng: np.random.Generator, verb: Verb, held_out: bool) -> str:
    if held_out:
        return str(rng.choice(_creatures(verb, verb.needs, True)))
    if verb.needs:
        return str(rng.choice(_creatures(verb, verb.needs, False)))
    if verb.name in ("circle", "take", "chase", "attack", "enter", "exit", "drop") and rng.random() < 0.3:
        return str(rng.choice(_creatures(verb, frozenset({"flies"}), False)))
    return str(rng.choice(_NAMES["person"] if rng.random() < 0.68 else _creatures(verb, frozenset(), False)))


_MOVING = ("push", "drag", "blast")  # what is fixed does not mind them
_NOT_FIXED = [n for n in _NAMES["prop"] if "fixed" not in CATALOG[n].traits]


# What stories have somebody climb and dragons land on. Chance alone would choose a table.
_TALL = [n for n in _NAMES["prop"] if CATALOG[n].size[1] > 2.5 and {"surface", "climbable"} & CATALOG[n].traits]
_LOW = [n for n in _NAMES["prop"] if CATALOG[n].size[1] < 2.0 and {"surface", "seat"} & CATALOG[n].traits]


def _target_archetype(rng: np.random.Generator, verb: Verb) -> str:
    if verb.name in ("land", "climb", "fly") and rng.random() < 0.5:
        return str(rng.choice(_TALL))
    if verb.name in _MOVING and rng.random() < 0.6:
        return str(rng.choice(_NOT_FIXED))
    if verb.name in _MOVING:
        return _choose(rng, frozenset({"person", "creature"}))
    if verb.name == "kick" and rng.random() < 0.6:
        return str(rng.choice(["ball", "ball", "box", "bottle", "apple", "bag", "chair", "vase"]))
    if verb.name == "knock" and rng.random() < 0.6:
        return str(rng.choice(["door", "house", "window", "chest", "coffin", "table"]))
    if verb.name == "burn" and rng.random() < 0.5:
        return str(rng.choice([n for n in _NAMES["prop"] if "lights" not in CATALOG[n].traits]))
    if verb.name == "take":
        return _choose(rng, frozenset({"prop", "creature"}), frozenset({"holdable"}))
    if verb.name in ("drop", "eat"):
        return _handy(rng)
    if verb.name == "put_on" and rng.random() < 0.85:
        return str(rng.choice(_LOW))
    if verb.name == "topple":
        return _choose(rng, PROP, _TOPPLES) if rng.random() < 0.8 else "adult"
    if verb.name == "kick":
        return _choose(rng, frozenset({"person", "creature"}))
    return _choose(rng, verb.target, verb.target_needs)


_ROUND = [n for n in _NAMES["prop"] if {"holdable", "rolls"} <= CATALOG[n].traits]


def _handy(rng: np.random.Generator) -> str:
    """What a hand can hold; more often than by chance something round, for bounces take much showing."""
    return str(rng.choice(_ROUND)) if rng.random() < 0.3 else _choose(rng, frozenset({"prop"}), frozenset({"holdable"}))


@dataclass(slots=True)
class _Plan:
    """A stage under construction: entities, what is asked, and how things are at the start."""

    entities: list[Entity]
    actions: list[tuple[Action, int]]  # with the step at which each is given
    relations: list[Relation]

    def add(self, rng: np.random.Generator, archetype: str) -> str:
        entity = _entity(rng, len(self.entities), archetype)
        self.entities.append(entity)
        return entity.id


_TOPPLES = frozenset({"topples"})
_GOING = ("walk", "run", "flee", "back_off", "follow", "circle", "enter", "exit", "hide", "lead", "drag", "chase")
_BEARINGS = ("walk", "run", "fly")  # what a side alone is often said for: "to the left"
_NEW = ("take", "drop", "topple", "eat")  # their target is always somebody or something of its own


def _ask(
    plan: _Plan, rng: np.random.Generator, verb: Verb, start: int, actor: str | None = None, held_out: bool = False
) -> None:
    """Add an action of this verb, and whoever and whatever it needs."""
    if verb.name in ("weather", "time"):
        plan.actions.append((_sky(rng, verb), start))
        return
    nobody = verb.name == "topple" and not (actor or held_out) and rng.random() < 0.25  # it falls over by itself
    if verb.name not in ("blast", "quake", "black_out", "burn") and not nobody:
        actor = actor or plan.add(rng, _actor_archetype(rng, verb, held_out))
    target = plan.add(rng, _choose(rng, PROP, _TOPPLES)) if nobody else _target(plan, rng, verb, actor)
    thing = _object(plan, rng, verb, actor, target)
    if actor is not None:
        _prepare(plan, rng, verb, actor, target)
    if verb.name == "help_up" and target is not None:
        plan.relations.append(Relation(str(rng.choice(["sits", "lies"])), target))
    angle = rng.uniform(0, math.tau)
    directed = target is None or verb.name in ("lead", "drag")
    told = 0.9 if verb.name in _BEARINGS else 0.6
    feels = verb.name == "feel" or (actor is not None and rng.random() < 0.12)
    speed = float(rng.choice([0.5, 0.75, 1.0, 1.0, 1.0, 1.4, 1.8]))
    manner = str(rng.choice(MANNERS)) if verb.name in _GOING and rng.random() < 0.15 else None
    plan.actions.append((Action(
        verb.name, actor, target, thing,
        speed=speed if manner is None else max(speed, 1.0),
        direction=(math.sin(angle), math.cos(angle)) if directed and actor and rng.random() < told else None,
        emotion=str(rng.choice(EMOTIONS)) if feels and verb.name != "cry" else None,
        seconds=float(rng.uniform(0.8, 4.5)) if verb.name == "talk" else None,
        manner=manner,
    ), start))  # fmt: skip


def _sky(rng: np.random.Generator, verb: Verb) -> Action:
    word = str(rng.choice(WEATHERS))
    hour = float(list(HOURS.values())[int(rng.integers(4))] + rng.uniform(-0.8, 0.8))
    return Action(
        verb.name, None, weather=word if verb.name == "weather" else None, hour=hour if verb.name == "time" else None
    )


def _target(plan: _Plan, rng: np.random.Generator, verb: Verb, actor: str | None) -> str | None:
    """Someone or something there already, or new, or nobody where the verb allows it."""
    nobody = {"land": 0.2, **dict.fromkeys(_BEARINGS, 0.55)}.get(verb.name, 0.4)
    if not verb.target or (verb.target_optional and rng.random() < nobody):
        return None
    fits = [
        e.id
        for e in plan.entities
        if e.id != actor and e.kind in verb.target and (not verb.target_needs or verb.target_needs & e.traits)
        if verb.name not in (*_MOVING, "kick") or "fixed" not in e.traits
    ]
    if fits and verb.name not in _NEW and rng.random() < (0.2 if verb.name == "land" else 0.5):
        return str(rng.choice(fits))
    return plan.add(rng, _target_archetype(rng, verb))


def _object(plan: _Plan, rng: np.random.Generator, verb: Verb, actor: str | None, target: str | None) -> str | None:
    """What is given or put somewhere, mostly in hand already; for a shield, whoever it is against."""
    if verb.name == "drop" and actor and target:
        plan.relations.append(Relation("holds", actor, target))
    if not verb.object:
        return None
    if verb.name == "shield":
        return plan.add(rng, _choose(rng, frozenset({"person", "creature"})))
    thing = plan.add(rng, _handy(rng))
    if actor and rng.random() < 0.75:
        plan.relations.append(Relation("holds", actor, thing))
    return thing


# How often whoever does this begins on top of something.
_FROM_ABOVE = {"get_down": 0.7, "stand": 0.7, "walk": 0.08, "run": 0.08, "take": 0.08, "exit": 0.08}


def _prepare(plan: _Plan, rng: np.random.Generator, verb: Verb, actor: str, target: str | None) -> None:
    """Start some verbs from where they make sense: in the air, on top of something, seated, with something in hand."""
    entity = next(e for e in plan.entities if e.id == actor)
    if verb.name in ("take_off", "fly", "land", "walk", "run", "exit", "jump") and rng.random() < 0.2:
        pool = ["sheep", "chicken", "sword", "box", "crown"] if "flies" in entity.traits else ["sword", "bag", "book"]
        pool = [n for n in pool if max(CATALOG[n].size) < 0.9 * max(entity.size)] or ["ring"]
        plan.relations.append(Relation("holds", actor, plan.add(rng, str(rng.choice(pool)))))
    aloft = {"land": 1.0, "hover": 0.7, "take_off": 0.0}.get(verb.name, 0.4)
    if "flies" in entity.traits and rng.random() < aloft:
        plan.relations.append(Relation("flies", actor))
    elif verb.name in _FROM_ABOVE and rng.random() < _FROM_ABOVE[verb.name]:
        low = rng.random() < (0.3 if verb.name == "get_down" else 0.5) or verb.name == "stand"
        perch = plan.add(rng, str(rng.choice(["table", "bench", "chair", "rock"] if low else [*_TALL, "stairs"])))
        plan.relations.append(Relation("sits" if verb.name == "stand" and rng.random() < 0.6 else "on", actor, perch))
    elif rng.random() < 0.06:
        plan.relations.append(Relation(str(rng.choice(["sits", "lies"])), actor))
    if verb.name in ("take", "topple", "eat") and target and rng.random() < 0.45:
        thing = next(e for e in plan.entities if e.id == target)
        if "holdable" in thing.traits and thing.kind == "prop":
            inside = verb.name != "topple" and rng.random() < 0.4
            pool = ["chest", "cart", "box", "bag", "boat"] if inside else ["table", "desk", "bench", "barrel"]
            plan.relations.append(Relation("inside" if inside else "on", target, plan.add(rng, str(rng.choice(pool)))))


MOST = 8  # entities of a lesson


def _plan(rng: np.random.Generator, verbs: Sequence[str], held_out: bool, bystanders: int | None) -> _Plan:
    """One leading verb, often a second actor's or a following one, and bystanders, at times a crowd. A held-out
    leader is the only one who is asked something."""
    plan = _Plan([], [], [])
    names = [str(v) for v in rng.choice(verbs, size=1 + int(rng.random() < 0.35) + int(rng.random() < 0.1))]
    names = names[:1] if held_out else names
    for k, name in enumerate(names):
        start = int(rng.integers(0, 6)) if k == 0 else int(rng.integers(0, 24))
        first = plan.actions[0][0].actor if k == 1 and plan.actions else None
        again = _may(plan, first, VERBS[name]) and rng.random() < 0.3
        if k and len(plan.entities) > 4:
            break
        _ask(plan, rng, VERBS[name], start, first if again else None, held_out)
    leading = plan.actions[0][0].actor
    if leading is not None and not held_out and rng.random() < 0.25:
        light = [v for v in ("talk", "talk", "feel", "wave", "nod", "clap") if _may(plan, leading, VERBS[v])]
        if light:
            _ask(plan, rng, VERBS[str(rng.choice(light))], int(rng.integers(0, 24)), leading)
    if bystanders is not None:
        more = bystanders
    elif rng.random() < 0.12:
        more = int(rng.integers(3, 6))
    else:
        more = int(rng.integers(0 if plan.entities else 1, 4))
    more = more if bystanders is not None else min(more, MOST - len(plan.entities))
    crowd = more > 3 and rng.random() < 0.7
    if more and rng.random() < 0.15:  # something to bounce by itself
        plan.add(rng, str(rng.choice(_ROUND)))
        more -= 1
    for _ in range(more):
        kinds = frozenset({"person"}) if crowd else frozenset({"person", "creature", "prop"})
        plan.add(rng, _choose(rng, kinds))
    return plan


def _may(plan: _Plan, actor: str | None, verb: Verb) -> bool:
    """Whether somebody who is there may be asked this too without spoiling what is kept for testing."""
    entity = next((e for e in plan.entities if e.id == actor), None)
    return entity is not None and verb.needs <= entity.traits and not held_out_pair(verb.name, entity.archetype)


def _scatter(stage: Stage, moment: Moment, relations: Sequence[Relation], rng: np.random.Generator) -> Moment:
    """A first moment as a story might leave it halfway: other places, headings, feelings, hours, lights, poses."""
    n, f = len(stage.entities), np.float32
    position, heading = moment.position.copy(), moment.heading.copy()
    tied = {r.subject for r in relations} | {r.other for r in relations}
    extent = stage.half_extent
    for i, e in enumerate(stage.entities):
        if e.kind != "prop":
            heading[i] = rng.uniform(-math.pi, math.pi) if e.id not in tied else heading[i]
        elif "hangs" not in e.traits and e.id not in tied:
            heading[i] = rng.choice([0.0, math.pi / 2, -math.pi / 2, math.pi]) + rng.normal(0, 0.1)
        if e.id not in tied and rng.random() < 0.5:
            for _ in range(12):
                spot = rng.uniform(-extent * 0.9, extent * 0.9, 2)
                room = [
                    math.hypot(spot[0] - position[j, 0], spot[1] - position[j, 2])
                    - 0.5 * (max(e.size[0], e.size[2]) + max(o.size[0], o.size[2]))
                    for j, o in enumerate(stage.entities)
                    if j != i
                ]
                if min(room, default=1.0) > 0.3:
                    position[i, 0], position[i, 2] = spot
                    break
    position, velocity = _aloft(stage, position, moment.velocity, tied, rng)
    emotion = np.eye(len(EMOTIONS), dtype=f)[np.where(rng.random(n) < 0.6, 0, rng.integers(0, len(EMOTIONS), n))]
    lit = np.where([("lights" in e.traits) and rng.random() < 0.5 for e in stage.entities], 1.0, 0.0).astype(f)
    opened = np.where([("opens" in e.traits) and rng.random() < 0.4 for e in stage.entities], 1.0, 0.0).astype(f)
    pose, gesture = moment.pose.copy(), moment.gesture.copy()
    for i, e in enumerate(stage.entities):
        if e.kind != "prop" and e.id not in tied and rng.random() < 0.12:
            pose[i] = np.eye(len(POSES), dtype=f)[POSES.index(str(rng.choice(["sit", "kneel", "lie", "fallen"])))]
        if e.kind != "prop" and e.id not in tied and rng.random() < 0.1:
            gesture[i] = np.eye(len(GESTURES), dtype=f)[int(rng.integers(0, len(GESTURES)))]
    sky = np.eye(len(WEATHERS), dtype=f)[int(rng.integers(0, len(WEATHERS)))]
    return replace(
        moment,
        position=position,
        velocity=velocity,
        heading=heading.astype(f),
        emotion=emotion,
        lit=lit,
        opened=opened,
        pose=pose,
        gesture=gesture,
        weather=sky,
        hour=float(rng.uniform(0, 24)),
    )


Places = npt.NDArray[np.float32]


def _aloft(
    stage: Stage, position: Places, velocity: Places, tied: set[str | None], rng: np.random.Generator
) -> tuple[Places, Places]:
    """Places and velocities (N, 3) with a few things in the air, falling: half of what is round, little else."""
    position, velocity = position.copy(), velocity.copy()
    for i, e in enumerate(stage.entities):
        if e.kind != "prop" or "holdable" not in e.traits or e.id in tied:
            continue
        if rng.random() < (0.5 if e.archetype in _ROUND else 0.03):
            position[i, 1] = rng.uniform(0.3, 5.0)
            velocity[i] = (rng.normal(0, 0.8), rng.uniform(-3.0, 2.0), rng.normal(0, 0.8))
    return position, velocity


# -- acting them out -----------------------------------------------------------------------------------------------
def act(
    stage: Stage,
    moment: Moment,
    temper: npt.NDArray[np.float32],
    asked: Sequence[tuple[Action, int]],
    longest: int = LONGEST,
) -> Rollout:
    """Let the teacher act `asked` (action, step at which it is given) out. A later action of the same actor ends its
    earlier one, as in the world itself."""
    s = Simulator(stage, moment, temper)
    moments, last_start = [s.moment()], max((step for _, step in asked), default=0)
    rest, shown = 0, _SHOWN
    while len(moments) <= longest and rest < _TAIL:
        for action, step in asked:
            if step == s.step_count:
                for job in s.jobs:
                    mine = job.done is None and job.action.actor == action.actor is not None
                    if mine and not VERBS[action.verb].light and not VERBS[job.action.verb].light:
                        job.done = s.step_count
                if action.emotion is not None and action.actor is not None:
                    s.feeling[stage.index(action.actor)] = action.emotion
                s.begin(action, BEHAVIOURS[action.verb])
                if action.actor is not None and action.target is not None:
                    here, there = (s.moment().position[stage.index(x)] for x in (action.actor, action.target))
                    shown = max(shown, step + _SHOWN // 2 + round(_WAY * math.dist(here[[0, 2]], there[[0, 2]])))
        s.step()
        moments.append(s.moment())
        pending = any(job.done is None and not VERBS[job.action.verb].lasting for job in s.jobs)
        waiting = (
            s.step_count <= max(last_start, shown * any(job.done is None for job in s.jobs))
            or pending
            or bool(s.flights)
        )
        rest = 0 if waiting else rest + 1
    return Rollout(stage, temper, tuple(moments), tuple((j.action, j.started, j.done) for j in s.jobs))


@dataclass(frozen=True, slots=True)
class Opening:
    """How a lesson begins, and what is asked at which step."""

    stage: Stage
    moment: Moment
    temper: npt.NDArray[np.float32]  # (N, 4)
    asked: tuple[tuple[Action, int], ...]


def rollout(
    seed: int,
    verbs: Sequence[str] = tuple(BEHAVIOURS),
    longest: int = LONGEST,
    held_out: bool = False,
    bystanders: int | None = None,
) -> Rollout:
    """The lesson of this seed; arguments as for `opening`, and the steps it has at most."""
    begun = opening(seed, verbs, held_out, bystanders)
    return act(begun.stage, begun.moment, begun.temper, begun.asked, longest)


def opening(
    seed: int, verbs: Sequence[str] = tuple(BEHAVIOURS), held_out: bool = False, bystanders: int | None = None
) -> Opening:
    """How the lesson of this seed begins. With `held_out` its leading actor is one that no lesson shows do that.
    `bystanders` sets how many stand by, for stages with more on them than a lesson has. Raises ValueError for a verb
    for which no creature is held out."""
    rng = np.random.default_rng(seed)
    plan = _plan(rng, verbs, held_out, bystanders)
    stage = Stage("village", seed, tuple(plan.entities), half_extent=6.0)
    relations, seen = [], set()
    for r in plan.relations:  # one starting place each
        if r.subject not in seen or r.kind == "holds":
            relations.append(r)
            seen.add(r.subject)
    moment = first_moment(stage, relations, seed=seed, hour=12.0, weather="clear")
    moment = _scatter(stage, moment, relations, rng)
    absent = {a.actor for a, _ in plan.actions if a.verb == "enter" and rng.random() < 0.7}
    present = np.array([0.0 if e.id in absent else 1.0 for e in stage.entities], np.float32)
    temper = rng.standard_normal((len(stage.entities), 4)).astype(np.float32)
    moment = _wings(stage, replace(moment, present=present), temper)
    return Opening(stage, moment, temper, tuple(plan.actions))


def _wings(stage: Stage, moment: Moment, temper: npt.NDArray[np.float32]) -> Moment:
    """Whoever is absent waits at the side that `WorldModel.admit` would put them, looking in."""
    position, heading, pose = moment.position.copy(), moment.heading.copy(), moment.pose.copy()
    for i in np.flatnonzero(moment.present < 0.5):
        side = 1.0 if temper[i, 1] >= 0 else -1.0
        flying = "flies" in stage.entities[i].traits
        position[i] = (side * (stage.half_extent + 0.5), CRUISE if flying else 0.0, 0.0)
        heading[i] = -side * math.pi / 2
        pose[i] = np.eye(len(POSES), dtype=np.float32)[POSES.index("fly" if flying else "stand")]
    return replace(moment, position=position, heading=heading, pose=pose)
