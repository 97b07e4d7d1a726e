"""Where everybody stands when a world begins: a seeded arrangement with room for actors and camera.

Big things go to the back and sides, people to the front half facing each other, small things where a relation puts
them or near people. Knows no words and no movement.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.geometry import hand_offset, inside_height, turn
from model.moment import EMOTIONS, GESTURES, POSES, WEATHERS, Moment
from model.seats import seat_height, standing_height
from model.stage import Entity, Stage

CRUISE = 4.2  # m, where flyers circle when a world begins with them in the air


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is one of on, near, inside, sits, lies, holds, flies (no other), feels is not a place. Ids of entities."""

    kind: str
    subject: str
    other: str | None = None


def _group(entity: Entity) -> int:
    """Order of placing: fixed scenery first, furniture, people, creatures, small things last."""
    if entity.kind == "prop":
        if "holdable" in entity.traits:
            return 4
        return 0 if "fixed" in entity.traits else 1
    return 2 if entity.kind == "person" else 3


def _on_wall(entity: Entity) -> bool:
    return "hangs" in entity.traits or entity.archetype == "door"


def _region(entity: Entity, extent: float) -> tuple[float, float, float, float]:
    """(x0, x1, z0, z1) in which to look for a place."""
    w, h, d = entity.size
    if _on_wall(entity):
        return -extent * 0.75, extent * 0.75, -extent + 0.1, -extent + 0.2
    if entity.archetype == "throne":  # in the middle, where sets have what belongs behind one
        return -0.2, 0.2, -extent * 0.95 + d / 2, -extent * 0.9 + d / 2
    if entity.kind == "prop" and (h > 1.8 or max(w, d) > 2.0):
        return -extent * 0.8, extent * 0.8, -extent * 0.95 + d / 2, -extent * 0.45
    if entity.kind == "prop" and "holdable" not in entity.traits:
        return -extent * 0.7, extent * 0.7, -extent * 0.55, extent * 0.1
    if entity.kind == "person":
        return -2.4, 2.4, -0.6, 2.2
    return -3.4, 3.4, -1.6, 2.6


def _place(
    entity: Entity, taken: list[tuple[float, float, float]], extent: float, rng: np.random.Generator
) -> tuple[float, float]:
    """The freest of a handful of spots in the entity's region: radii must not overlap."""
    x0, x1, z0, z1 = _region(entity, extent)
    radius = 0.5 * math.hypot(entity.size[0], entity.size[2])
    best, best_room = (0.0, 0.0), -math.inf
    for _ in range(48):
        x, z = float(rng.uniform(x0, x1)), float(rng.uniform(z0, z1))
        room = min((math.hypot(x - tx, z - tz) - radius - tr for tx, tz, tr in taken), default=9.0)
        if min(room, 0.9) > best_room:
            best, best_room = (x, z), min(room, 0.9)
        if room > 0.9:
            break
    return best


class _Arrangement:
    def __init__(self, stage: Stage, rng: np.random.Generator) -> None:
        n = len(stage.entities)
        self.stage, self.rng = stage, rng
        self.position = np.zeros((n, 3))
        self.heading = np.zeros(n)
        self.pose = ["stand"] * n
        self.held_by = np.full(n, -1)
        self.on = np.full(n, -1)
        self.inside = np.full(n, -1)
        self.placed: set[int] = set()
        self.taken: list[tuple[float, float, float]] = []

    def put(self, i: int, x: float, z: float, y: float = 0.0) -> None:
        entity = self.stage.entities[i]
        self.position[i] = (x, y, z)
        self.placed.add(i)
        if y < 0.05:
            self.taken.append((x, z, 0.5 * math.hypot(entity.size[0], entity.size[2])))

    def free(self, i: int) -> None:
        if i in self.placed:
            return
        if self.stage.indoor and _on_wall(self.stage.entities[i]):
            self.hang(i)
        else:
            self.put(i, *_place(self.stage.entities[i], self.taken, self.stage.half_extent, self.rng))

    def hang(self, i: int) -> None:
        """On the back wall, where sets keep it free: right, left, then between. Pictures and windows of their own
        accord hang at the height of eyes above their place."""
        before = sum(_on_wall(self.stage.entities[j]) for j in self.placed)
        x = (0.5, -0.5, 0.28, -0.28)[before % 4] * self.stage.half_extent
        self.put(i, x, -self.stage.half_extent)

    def beside(self, i: int, j: int) -> None:
        """Next to j, on the camera's side of it, or on the same surface when j is on one."""
        size, other = self.stage.entities[i].size, self.stage.entities[j].size
        if self.on[j] >= 0:
            self.upon(i, int(self.on[j]))
            return
        away = 0.5 * (math.hypot(other[0], other[2]) + math.hypot(size[0], size[2])) + 0.35
        spots = [self.rng.uniform(-1.9, 1.9) for _ in range(24)]
        places = [(self.position[j, 0] + away * math.sin(a), self.position[j, 2] + away * math.cos(a)) for a in spots]
        room = [min((math.hypot(x - tx, z - tz) - tr for tx, tz, tr in self.taken), default=1.0) for x, z in places]
        self.put(i, *places[int(np.argmax(room))])

    def upon(self, i: int, j: int) -> None:
        """On j's surface, aside from what already lies there."""
        w, _, d = self.stage.entities[j].size
        size = self.stage.entities[i].size
        spread = (max(w - size[0], 0.0) * 0.42, max(d - size[2], 0.0) * 0.42)
        others = [k for k in range(len(self.on)) if self.on[k] == j]
        spots = [(float(self.rng.uniform(-spread[0], spread[0])), float(self.rng.uniform(-spread[1], spread[1])))
                 for _ in range(16)]  # fmt: skip

        def room(spot: tuple[float, float]) -> float:
            x, z = turn(*spot, self.heading[j])
            px, pz = self.position[j, 0] + x, self.position[j, 2] + z
            near = [math.hypot(self.position[k, 0] - px, self.position[k, 2] - pz) for k in others]
            return min(near, default=0.0)

        x, z = turn(*max(spots, key=room), self.heading[j])
        top = self.position[j, 1] + standing_height(self.stage.entities[j])
        self.put(i, float(self.position[j, 0]) + x, float(self.position[j, 2]) + z, float(top))
        self.on[i] = j

    def seated(self, i: int, j: int, pose: str) -> None:
        self.put(i, self.position[j, 0], self.position[j, 2], self.position[j, 1] + seat_height(self.stage.entities[j]))
        self.heading[i], self.on[i], self.pose[i] = self.heading[j], j, pose

    def relate(self, kind: str, i: int, j: int) -> None:
        if kind == "flies":
            self.free(i)
            angle = self.rng.uniform(0, math.tau)
            self.position[i] = (3.6 * math.sin(angle), CRUISE, 3.6 * math.cos(angle) - 1.5)
            self.heading[i], self.pose[i] = angle + math.pi / 2, "fly"
        elif j < 0:
            if kind in ("sits", "lies"):
                self.pose[i] = "sit" if kind == "sits" else "lie"
        elif kind == "holds":
            self.free(i)
            offset = hand_offset(self.stage.entities[i], self.stage.entities[j])
            x, z = turn(offset[0], offset[2], self.heading[i])
            self.position[j] = self.position[i] + (x, max(offset[1], -self.position[i, 1]), z)  # not in the ground
            self.held_by[j] = i
            self.placed.add(j)
        else:
            self.free(j)
            if kind == "on":
                self.upon(i, j)
            elif kind in ("sits", "lies"):
                self.seated(i, j, "sit" if kind == "sits" else "lie")
            elif kind == "inside":
                lift = inside_height(self.stage.entities[j])
                self.put(i, self.position[j, 0], self.position[j, 2], self.position[j, 1] + lift)
                self.inside[i] = j
            else:
                self.beside(i, j)


def _face_each_other(a: _Arrangement) -> None:
    """People turn three quarters to the camera and to the middle of the company."""
    people = [i for i, e in enumerate(a.stage.entities) if e.kind != "prop" and a.pose[i] == "stand"]
    middle = np.mean([a.position[i] for i in people], axis=0) if people else np.zeros(3)
    for i in people:
        to_middle = middle - a.position[i]
        x, z = to_middle[0], to_middle[2] + 1.6
        a.heading[i] = math.atan2(x, z) + float(a.rng.normal(0.0, 0.12))


# What nobody would put on the floor, and what it is put on instead when the stage has one.
_TABLEWARE = frozenset(
    """
    lamp laptop vase cup bottle plate cake candle phone book letter wine_glass contract money medicine ring_box trophy
    microphone
    """.split()
)
_TABLES = ("desk", "table", "conference_table", "cart", "chest", "barrel", "bench", "anvil")


def _on_furniture(stage: Stage, relations: Sequence[Relation]) -> list[Relation]:
    """Places on a table for small things that no relation puts anywhere."""
    tables = [e.id for name in _TABLES for e in stage.entities if e.archetype == name]
    spoken_for = {r.subject for r in relations} | {r.other for r in relations if r.kind == "holds"}
    loose = [e.id for e in stage.entities if e.archetype in _TABLEWARE and e.id not in spoken_for]
    return [Relation("on", thing, tables[0]) for thing in loose] if tables else []


def first_moment(
    stage: Stage,
    relations: Sequence[Relation],
    *,
    seed: int,
    hour: float,
    weather: str,
    emotions: dict[str, str] | None = None,
) -> Moment:
    """The moment a world begins with. `emotions` maps entity ids to EMOTIONS. Raises ValueError for an unknown id."""
    rng = np.random.default_rng([seed, 17])
    a = _Arrangement(stage, rng)
    relations = (*relations, *_on_furniture(stage, relations))
    order = sorted(range(len(stage.entities)), key=lambda i: (_group(stage.entities[i]), i))
    related = {r.subject: r for r in relations if r.kind not in ("holds", "flies")}
    held = {r.other for r in relations if r.kind == "holds"}
    for i in order:
        entity = stage.entities[i]
        if entity.id not in related and entity.id not in held:
            a.free(i)
    waiting = sorted(relations, key=lambda r: r.kind == "holds")
    for relation in waiting:
        i = stage.index(relation.subject)
        j = -1 if relation.other is None else stage.index(relation.other)
        if relation.kind in ("flies", "holds") or i not in a.placed:
            if i != j:
                a.relate(relation.kind, i, j)
        elif j < 0:
            a.relate(relation.kind, i, j)
    for i in order:
        a.free(i)
    _face_each_other(a)
    for relation in relations:  # headings have changed: what is held follows
        if relation.kind == "holds" and relation.other is not None:
            a.relate("holds", stage.index(relation.subject), stage.index(relation.other))
    return _as_moment(a, hour, weather, emotions or {})


def _as_moment(a: _Arrangement, hour: float, weather: str, emotions: dict[str, str]) -> Moment:
    n, f = len(a.stage.entities), np.float32
    pose, emotion, gesture = (np.zeros((n, len(words)), f) for words in (POSES, EMOTIONS, GESTURES))
    for i, entity in enumerate(a.stage.entities):
        pose[i, POSES.index(a.pose[i])] = 1.0
        emotion[i, EMOTIONS.index(emotions.get(entity.id, "calm"))] = 1.0
        gesture[i, GESTURES.index("carry" if (a.held_by == i).any() else "rest")] = 1.0
    sky = np.zeros(len(WEATHERS), f)
    sky[WEATHERS.index(weather)] = 1.0
    dark = not 7.0 <= hour < 18.0 or a.stage.indoor
    lit = [float(dark and "lights" in e.traits and e.archetype in _BURNING) for e in a.stage.entities]
    zero = np.zeros(n, f)
    return Moment(
        time_s=0.0, position=a.position.astype(f), velocity=np.zeros((n, 3), f), heading=a.heading.astype(f),
        pose=pose, gesture=gesture, emotion=emotion, phase=zero.copy(), opened=zero.copy(), lit=np.array(lit, f),
        tilt=zero.copy(), speaking=zero.copy(), present=np.ones(n, f), held_by=a.held_by.astype(np.int64),
        supported_by=a.on.astype(np.int64), inside=a.inside.astype(np.int64), hour=float(hour), weather=sky,
    )  # fmt: skip


# What burns by itself when it is dark; a desk lamp or a candle waits to be lit, so that lighting it is an event.
_BURNING = frozenset({"street_lamp", "lighthouse", "fireplace", "campfire", "forge", "lantern", "torch", "floor_lamp"})
