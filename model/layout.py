"""Where everybody stands when a world begins: a seeded arrangement with room for actors and camera.

A world is arranged as a picture seen from +z: buildings and large furniture behind, people in the middle where nobody
hides another, something low in front; chairs stand at tables, small things where a relation puts them. Knows no words,
no movement and no lens but where the first one may stand.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from model.geometry import hand_offset, inside_height, turn
from model.kinds import is_bridge, kind_of_entity
from model.moment import EMOTIONS, GESTURES, POSES, WEATHERS, Moment
from model.planes import HEART, SEVERAL, is_afloat, is_building, plane_of
from model.seats import seat_height, standing_height
from model.stage import Entity, Stage

CRUISE = 4.2  # m, where flyers circle when a world begins with them in the air


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is one of on, near, inside, sits, lies, holds, faces, shuns (has the back to) and, without `other`, flies,
    kneels, lit, unlit and open; who queues stands behind `other`. Ids of entities."""

    kind: str
    subject: str
    other: str | None = None


def _group(entity: Entity) -> int:
    """Order of placing: fixed scenery first, furniture, what is drawn up to it, people, creatures, small things."""
    if entity.kind == "prop":
        if "holdable" in entity.traits:
            return 5
        return 0 if "fixed" in entity.traits else 2 if entity.archetype in _CHAIRS else 1
    return 3 if entity.kind == "person" else 4


_CHAIRS = ("chair", "office_chair")
_WAIST = 0.6  # of a boat's length, where it is wide enough to sit
_KNEES = 0.5  # m that somebody takes there
_ELBOWS = 0.62  # m that somebody takes who sits beside others
_OPEN = 0.5  # toward the lens by aside, less than which nobody turns from it who has nobody to look at
_TO_TABLE = 0.4  # half turns from the lens, of chairs at its ends: a little less than to face each other
_DRAWN_UP_TO = ("table", "desk", "conference_table")
_KEYS = math.radians(104.0)  # from the lens, where those of a piano are
_SAT_AROUND = ("box", "chest", "barrel")  # where no table is


def _on_wall(entity: Entity) -> bool:
    return "hangs" in entity.traits or entity.archetype == "door"


_ON_WALL = (0.5, -0.5, 0.28, -0.28)  # where something hangs, of the half width of the stage
_NEARER = (0.28, -0.28, 0.5, -0.5)
_LENSES = ((-1.9, 8.2), (1.9, 8.2))  # x, z: a world is seen first from somewhere between
_ROOM, _SIGHT = 0.9, math.radians(4.0)  # more of either is no better: m between footprints, an angle between outlines
_CLEAR = 0.3  # what a place is worth that has a little of both
_PROFILE = 0.1  # nearer to the lens than what one looks at, of the way there: more than which hides the face
_TALKING = 2.2  # m
_BACKS, _FAR = 3.5, 0.3
_IN_THE_DARK = 0.6  # how far apart people are, of what is usual, when little can be seen
_BEFORE, _AT_SIDE = (math.radians(52.0), math.radians(72.0)), (math.radians(78.0), math.radians(100.0))  # from a throne
_AT_ITS_FOOT, _KNEELS_OFF = (math.radians(36.0), math.radians(52.0)), 0.5  # and those on their knees, so many m farther
_DRAWN_UP = 0.45  # m that chairs at a table stand out
_CORNER = (0.3, 0.55)  # m farther out and nearer to the lens than at its ends, where the last at a full table sit
_UNDER = 0.35  # how far aside of what hangs on a wall somebody is who is by it, of what is usual
_ALONG = 0.8  # of somebody's height, that they take to every side on the ground
_MOST = 1.9  # from the way to the lens, to either side, of directions in which somebody is by somebody or something
_ASIDE = 0.8  # from the way to the lens, at which somebody by a thing does not stand before it
_BEFORE_IT = 0.4  # how far aside of a building somebody is who is by it, of what is usual
_BEDSIDE = math.radians(64.0)  # from the lens, of a bed on which somebody lies, so that not only soles are seen
_ON_THE_GROUND = math.radians(20.0)  # and of who lies on the ground: over the feet one sees the face
_ON_ITS_BELLY = math.radians(56.0)  # of an animal that lies, whose head would hide the rest
_RIDDEN = math.radians(48.0)  # and of a horse that somebody is on, whose head would hide the rider's
_AT_SHOULDER = (math.radians(88.0), math.radians(112.0))  # from the lens, of who is by that horse: by its neck, beyond
_CLOSEST = 0.85  # of what two bodies take side by side, that is between those who stand on one thing at least
_BETWEEN_SEATS = 0.9  # m
_BROADSIDE = math.radians(62.0)  # from the lens, of a boat on the water, so that nobody in it hides another
_LEAN = math.radians(34.0)  # by which whoever sits on what stands still turns to somebody
_OPENS = math.radians(26.0)  # by which people turn less to whom they look at than they might, where that hides the face
_SHOWN = math.radians(55.0)  # from the lens, up to which a face is seen from three quarters
_LOW_STEP = 0.17  # of the depth of stairs before their middle, where one sits on them
_QUEUE = 0.75  # m from one to the next
_LOW = 1.0  # m, up to which a thing in the foreground lets one see over it
_STEPS, _STREAM = 0.75, 1.4  # m: how far the steps of a bridge reach, and from its middle the banks under it
_WIDE = 2.5  # m, from which nobody hides a thing by standing before it


def _radius(entity: Entity) -> float:
    steps = 2 * _STEPS if is_bridge(entity.archetype, entity.name) else 0.0
    return 0.5 * math.hypot(entity.size[0] + steps, entity.size[2])


def _is_long(entity: Entity) -> bool:
    """Whether it is furniture that is much longer than deep, so that a circle says little of where it ends."""
    return entity.kind == "prop" and "fixed" not in entity.traits and max(entity.size[0], entity.size[2]) > 1.45


def _parting(a: Entity, at: tuple[float, float], b: Entity, bt: tuple[float, float]) -> float:
    """The least angle between the outlines of two bodies as the first lens may see them; below 0 where one covers the
    other."""
    partings = []
    for x, z in _LENSES:
        (side, ahead), (other, beyond) = ((px - x, max(z - pz, 0.5)) for px, pz in (at, bt))
        apart = abs(math.atan2(side, ahead) - math.atan2(other, beyond))
        partings.append(apart - math.atan2(0.5 * a.size[0], ahead) - math.atan2(0.5 * b.size[0], beyond))
    return min(partings)


class _Arrangement:
    def __init__(self, stage: Stage, rng: np.random.Generator) -> None:
        n = len(stage.entities)
        self.stage, self.rng = stage, rng
        self.bodies = list(stage.entities)  # as they take room: who lies is long and low
        self.company = sum(e.kind != "prop" for e in stage.entities)
        self.chairs = sum(e.archetype in _CHAIRS for e in stage.entities)
        self.position = np.zeros((n, 3))
        self.heading = np.zeros(n)
        self.pose = ["stand"] * n
        self.held_by = np.full(n, -1)
        self.on = np.full(n, -1)
        self.inside = np.full(n, -1)
        self.placed: set[int] = set()
        self.grounded: list[int] = []
        self.front: int | None = None  # what stands in the foreground
        self.prone: set[int] = set()  # who lies, and nobody says on what
        self.lying: dict[int, int] = {}  # on what those lie who do
        self.sitters: dict[int, list[int]] = {}  # who sits or lies on a thing
        self.around: dict[int, list[int]] = {}  # and who or what is by it
        self.busy_at: set[int] = set()  # tables that people are at
        self.looks: list[tuple[int, int]] = []  # who looks at what
        self.kneeling: set[int] = set()
        self.queued: dict[int, float] = {}  # who stands in a queue, and how far aside the next one does
        self.gathered = 1.0  # how far apart people are, of what is usual
        self.opposite: dict[int, int] = {}  # seats of two who look at each other, and no table between them
        self.used: set[int] = set()  # all that somebody is on, in or by

    def put(self, i: int, x: float, z: float, y: float = 0.0) -> None:
        self.position[i] = (x, y, z)
        self.placed.add(i)
        if y < 0.05:
            self.grounded.append(i)

    def lay_down(self, i: int) -> None:
        """Count on somebody to lie on the ground; animals lie as they stand, on their belly."""
        self.prone.add(i)
        width, height, _ = self.bodies[i].size
        if self.bodies[i].kind == "person":
            self.bodies[i] = replace(self.bodies[i], size=(_ALONG * height, width, _ALONG * height))

    def free(self, i: int) -> None:
        if i in self.placed:
            return
        entity = self.stage.entities[i]
        if self.stage.indoor and _on_wall(entity):
            self.hang(i)
        elif (other := self.opposite.get(i)) is not None and other in self.placed:
            self.vis_a_vis(i, other)
        elif entity.archetype not in _CHAIRS or not self.draw_up(i):
            many, front = self.gathered * min(self.company, 6), i == self.front
            heart = SEVERAL if len(self.busy_at) > 1 else HEART
            plane = heart if i in self.busy_at else plane_of(entity, self.stage.setting, many, front, i in self.used)
            self.put(i, *self.best(i, plane.spots(self.rng, 48)))
            if is_afloat(entity, self.stage.setting):
                self.heading[i] = math.copysign(_BROADSIDE, -self.position[i, 0])
            elif "seat" in entity.traits and "fixed" not in entity.traits and max(entity.size) < 2.0:
                x, _, z = self.position[i]
                self.heading[i] = 0.6 * math.atan2(-x, 2.5 - z) if z < 2.0 else math.atan2(-x, -z)
            elif entity.archetype == "bed" and any(self.lying.get(k) == i for k in self.sitters.get(i, ())):
                self.heading[i] = math.copysign(_BEDSIDE, -self.position[i, 0])

    def vis_a_vis(self, i: int, j: int) -> None:
        """A seat aside of another, and a little nearer to the lens, both half turned to each other."""
        x, _, z = (float(v) for v in self.position[j])
        out = 0.5 * (self.stage.entities[i].size[0] + self.stage.entities[j].size[0]) + _BETWEEN_SEATS
        side = max((1.0, -1.0), key=lambda s: self.worth(i, x + s * out, z + 0.5) - 0.2 * s * math.copysign(1.0, x))
        self.put(i, x + side * out, z + 0.5)
        for k, way in ((i, -side), (j, side)):
            self.heading[k] = way * (_LEAN if _is_long(self.stage.entities[k]) else 2.0 * _LEAN)

    def best(self, i: int, spots: Sequence[tuple[float, float]]) -> tuple[float, float]:
        """Where entity i has room and neither hides another from the lens nor is hidden."""
        return max(spots, key=lambda spot: self.worth(i, *spot))

    def worth(self, i: int, x: float, z: float) -> float:
        entity, room, sight = self.bodies[i], _ROOM, _SIGHT
        for j in self.grounded:
            other, (ox, _, oz) = self.bodies[j], self.position[j]
            room = min(room, self.gap(entity, x, z, j))
            near, far = (other, entity) if oz > z else (entity, other)
            hides = near.size[1] > 0.45 * far.size[1] and far.size[0] < _WIDE
            if hides and not is_building(far) and not _on_wall(far):
                sight = min(sight, _parting(entity, (x, z), other, (ox, oz)))
        return room / _ROOM * (1.0 if room > 0.0 else 8.0) + sight / _SIGHT - self.backs(i, x, z)

    def outline(self, j: int) -> float:
        """m from the middle of j to where it ends, with those who are drawn up to it."""
        drawn = j in self.busy_at and any(self.stage.entities[k].archetype in _CHAIRS for k in self.around.get(j, ()))
        return _radius(self.bodies[j]) + (_DRAWN_UP if drawn else 0.0)

    def gap(self, entity: Entity, x: float, z: float, j: int) -> float:
        """m between the outline of an entity at a place and that of j, which is round unless it is long: a bed, a
        sofa; or from it to the stream under a bridge."""
        other, (ox, _, oz) = self.stage.entities[j], self.position[j]
        if not _is_long(other):
            apart = float(math.hypot(x - ox, z - oz) - _radius(entity) - self.outline(j))
            ashore = [_radius(a) for a, b in ((entity, other), (other, entity)) if is_bridge(b.archetype, b.name)]
            return min([apart, *(float(abs(x - ox)) - _STREAM - radius for radius in ashore)])
        aside, ahead = turn(x - ox, z - oz, -self.heading[j])
        out = abs(aside) - 0.5 * other.size[0], abs(ahead) - 0.5 * other.size[2]
        inside = min(max(out), 0.0)
        return math.hypot(max(out[0], 0.0), max(out[1], 0.0)) + inside - _radius(entity)

    def rim(self, j: int, angle: float) -> float:
        """m from the middle of j to its outline, in a direction of the world."""
        entity = self.bodies[j]
        if not _is_long(entity):
            return _radius(entity)
        s, c = (max(abs(v), 1e-6) for v in (math.sin(angle - self.heading[j]), math.cos(angle - self.heading[j])))
        return min(0.5 * entity.size[0] / s, 0.5 * entity.size[2] / c)

    def backs(self, i: int, x: float, z: float) -> float:
        """What a place of entity i takes from the faces of those who look at it, and from its own: who looks at what is
        farther from the lens turns the back to it, and who looks at what is far off is far from it."""
        lost = 0.0
        for looking, at in self.looks:
            if i not in (looking, at) or not {looking, at} - {i} <= self.placed:
                continue
            other = at if looking == i else looking
            dx, dz = x - self.position[other, 0], z - self.position[other, 2]
            away = max(math.hypot(dx, dz), 0.1)
            nearer = (dz if looking == i else -dz) / away
            lost += _BACKS * max(0.0, nearer - _PROFILE) + _FAR * max(0.0, away - _TALKING)
        return lost

    def hang(self, i: int) -> None:
        """On the back wall, where sets keep it free: right, left, then between. Pictures and windows of their own
        accord hang at the height of eyes above their place. What somebody is by is between first."""
        taken = [float(self.position[j, 0]) for j in self.placed if _on_wall(self.stage.entities[j])]
        places = [share * self.stage.half_extent for share in (_NEARER if i in self.used else _ON_WALL)]
        x = next((x for x in places if x not in taken), places[len(taken) % 4])
        self.put(i, x, -self.stage.half_extent)

    def draw_up(self, i: int, to: int | None = None) -> bool:
        """A chair to a table that stands already and has a side free: its ends, the inner first, then behind; to a desk
        or a long table the other way round."""
        if to is not None and self.stage.entities[to].archetype == "piano":
            return self.draw_up_to_keys(i, to)
        for j in self.grounded if to is None else (to,):
            table = self.stage.entities[j]
            drawn_up_to = _DRAWN_UP_TO if to is None else (*_DRAWN_UP_TO, *_SAT_AROUND)
            if table.archetype not in drawn_up_to or j in self.on:
                continue
            deep, wide = ((size + self.stage.entities[i].size[2]) / 2 + 0.08 for size in (table.size[2], table.size[0]))
            inner = -math.copysign(1.0, self.position[j, 0])
            ends = [(inner * wide, 0.0, -_TO_TABLE * inner), (-inner * wide, 0.0, _TO_TABLE * inner)]
            sharing = sum(self.stage.entities[k].archetype in _CHAIRS for k in self.around.get(j, ()))
            many = self.chairs > 3 or (self.stage.setting == "classroom" and sharing > 1)
            abreast = max(1, int(table.size[0] / _ELBOWS)) if many else 1
            abreast += sharing > abreast + len(ends)  # rather close than with the back to the lens
            row = [(k - (abreast - 1) / 2) * max(_ELBOWS, table.size[0] / abreast) for k in range(abreast)]
            behind = [(x, -deep, 0.0) for x in row]
            corners = [(side * (wide + _CORNER[0]), _CORNER[1], -0.3 * side) for side in (inner, -inner)]
            before = [*corners, *((1.7 * x, deep, 1.0) for x in row if x)] if self.chairs > 3 else []
            long = table.archetype in ("desk", "conference_table")
            for x, z, turned in [*behind, *ends] if long else [*ends, *behind, *before]:
                spot = float(self.position[j, 0]) + x, float(self.position[j, 2]) + z
                others = [k for k in self.grounded if k != j]
                if all(
                    math.hypot(spot[0] - self.position[k, 0], spot[1] - self.position[k, 2]) > self.elbow_room(k)
                    for k in others
                ):
                    self.put(i, *spot)
                    self.heading[i] = turned * math.pi
                    return True
        return False

    def draw_up_to_keys(self, i: int, j: int) -> bool:
        """A chair to a piano, which is turned so that one sees who plays from the side, the face a little more."""
        side = -math.copysign(1.0, float(self.position[j, 0]))
        self.heading[j] = side * _KEYS
        out = 0.5 * self.stage.entities[j].size[2] + 0.4
        x, z = turn(0.0, out, self.heading[j])
        self.put(i, float(self.position[j, 0]) + x, float(self.position[j, 2]) + z)
        self.heading[i] = math.remainder(self.heading[j] + math.pi, math.tau)
        return True

    def elbow_room(self, k: int) -> float:
        """m from the middle of k to that of a chair which has room beside it."""
        entity = self.stage.entities[k]
        return _ELBOWS - 0.01 if entity.archetype in _CHAIRS and self.chairs > 3 else _radius(entity) + 0.3

    def beside(self, i: int, j: int) -> None:
        """Next to j, on the camera's side of it, or on the same surface when j is on one."""
        if self.on[j] >= 0:
            if "holdable" in self.stage.entities[i].traits:
                self.upon(i, int(self.on[j]))
                return
            j = int(self.on[j])  # beside the chair that somebody sits on
        away = _radius(self.bodies[i]) + 0.35
        crowded = len(self.around.get(j, ())) > 2
        if self.stage.entities[j].archetype == "throne" and self.stage.entities[i].kind != "prop":
            self.put(i, *self.at_court(i, j))
            return
        x, _, z = (float(v) for v in self.position[j])
        tried: list[tuple[float, float]] = []  # the best place of each ring
        several = crowded or (i, j) in self.looks
        for farther in (0.0, 0.25, 0.5, 0.8, 1.2)[: 5 if several else 1]:  # the nearest ring around it with room
            ring = [(a, away + farther + self.rim(j, a)) for a in self.around_it(i, j, crowded).tolist()]
            spot = self.best(i, [(x + out * math.sin(a), z + out * math.cos(a)) for a, out in ring])
            if self.worth(i, *spot) > _CLEAR:
                break
            tried.append(spot)
        else:
            spot = self.best(i, tried)
        self.put(i, *spot)

    def around_it(self, i: int, j: int, crowded: bool) -> npt.NDArray[np.float64]:
        """(24,) directions from j in which i may be that is by it. Who looks at it is beside it or, if one sees over
        it, behind: so that the face is seen."""
        entity, other = self.stage.entities[i], self.stage.entities[j]
        angles = self.rng.uniform(-_MOST, _MOST, 24)
        if j in self.lying.values():
            return self.bedside(j)
        if j in self.on and other.kind == "creature" and not crowded:
            shoulder = math.copysign(1.0, -self.position[j, 0]) * self.rng.uniform(*_AT_SHOULDER, 24)
            return np.where(np.arange(24) < 16, shoulder, -shoulder)
        if _on_wall(other) and self.stage.indoor:
            return angles * _UNDER
        if other.kind == "prop" and entity.kind != "prop" and (i, j) in self.looks:
            return _between(angles, 1.15, 2.8 if other.size[1] < _LOW else 1.75)
        if is_building(other) and entity.kind != "prop":
            return angles * _BEFORE_IT
        if entity.kind == other.kind == "person" and not crowded:
            return _between(angles, 1.2, 1.87)  # side by side, so that one sees both faces
        if other.kind == "prop" and entity.kind != "prop" and not crowded:
            return _between(angles, _ASIDE, 1.9 if other.size[1] < _LOW else 1.45)
        return angles * (1.6 if crowded else 1.0)

    def bedside(self, j: int) -> npt.NDArray[np.float64]:
        """(24,) directions from a bed to its long sides, to the one behind it first: over the bed one sees the face."""
        across = self.heading[j] + math.copysign(0.5 * math.pi, -math.sin(self.heading[j]))
        behind = across if math.cos(across) < 0.0 else across + math.pi
        aside: npt.NDArray[np.float64] = np.where(np.arange(24) < 16, 0.0, math.pi)
        aside += behind + self.rng.uniform(-0.7, 0.7, 24)
        return aside

    def at_court(self, i: int, j: int) -> tuple[float, float]:
        """By a throne: who looks at whoever sits there is before him and well aside, so that one sees both faces; who
        does not, at his side. Who kneels is out in front."""
        x, _, z = (float(v) for v in self.position[j])
        kneels = i in self.kneeling
        least, most = _AT_ITS_FOOT if kneels else _BEFORE if (i, j) in self.looks else _AT_SIDE
        if len(self.around.get(j, ())) > 4 and not kneels:
            least, most = _BEFORE[0], _AT_SIDE[1]
        angles = self.rng.uniform(least, most, 64) * self.rng.choice([-1.0, 1.0], 64)
        away = _radius(self.stage.entities[i]) + self.rim(j, 0.0) + 0.35 + (_KNEELS_OFF if kneels else 0.0)
        tried = [(x + out * math.sin(a), z + out * math.cos(a))
                 for out, a in zip(away + np.repeat((0.0, 0.5, 1.0, 1.6), 16), angles, strict=True)]  # fmt: skip
        with_room = (spot for spot in tried if self.worth(i, *spot) > _CLEAR)
        return next(with_room, None) or self.best(i, tried)

    def upon(self, i: int, j: int) -> None:
        """On j's surface, aside from what already lies there; somebody for whom no room is left there stands by it."""
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

        spot = max(spots, key=room)
        abreast = [0.5 * (size[0] + self.stage.entities[k].size[0]) for k in others if self.is_alive(k)]
        if abreast and self.is_alive(i) and room(spot) < _CLOSEST * min(abreast):
            self.beside(i, j)
            return
        x, z = turn(*spot, self.heading[j])
        top = self.position[j, 1] + standing_height(self.stage.entities[j])
        self.put(i, float(self.position[j, 0]) + x, float(self.position[j, 2]) + z, float(top))
        self.on[i], self.heading[i] = j, self.heading[j]

    def is_alive(self, i: int) -> bool:
        return self.stage.entities[i].kind != "prop"

    def seated(self, i: int, j: int, pose: str) -> None:
        """On j, side by side with the others who are; where it is full, beside it."""
        seat, sitters = self.stage.entities[j], self.sitters.get(j, [i])
        long = 0 if (seat.size[0] > seat.size[2]) == (pose == "sit") else 2
        share, apart = (_WAIST, _KNEES) if seat.archetype == "boat" else (1.0, _ELBOWS)
        room = seat.size[long] * share
        many = min(len(sitters), max(1, int(room / apart)))
        own = sitters.index(i) if i in sitters else 0
        if own >= many:
            self.beside(i, j)
            return
        aside = (own - (many - 1) / 2) * room / many
        x, z = turn(*((aside, 0.0) if long == 0 else (0.0, aside)), self.heading[j])
        high = seat_height(seat)
        if "stepped" in seat.traits:  # on one of the lower steps
            (x, z), high = turn(aside, _LOW_STEP * seat.size[2], self.heading[j]), high * (0.5 - _LOW_STEP)
        self.put(i, self.position[j, 0] + x, self.position[j, 2] + z, self.position[j, 1] + high)
        self.heading[i], self.on[i], self.pose[i] = self.heading[j], j, pose
        if pose == "lie" and seat.size[0] > seat.size[2] and "seat" not in seat.traits:
            self.heading[i] += math.copysign(_BEDSIDE, -self.position[i, 0])  # along a table

    def turns(self, i: int) -> bool:
        """Whether somebody sits alone on a chair that no table is in front of, so that it may be turned."""
        seat = int(self.on[i])
        if self.pose[i] != "sit" or seat < 0 or self.stage.entities[seat].archetype not in _CHAIRS:
            return False
        tables = (j for j, e in enumerate(self.stage.entities) if e.archetype in (*_DRAWN_UP_TO, *_SAT_AROUND))
        ahead = (self.position[j] - self.position[seat] for j in tables)
        return not any(math.hypot(gap[0], gap[2]) < 1.6 for gap in ahead)

    def leans(self, i: int) -> bool:
        """Whether somebody sits on a seat that one may turn aside on: no saddle, no chair at a table."""
        return self.stage.entities[int(self.on[i])].archetype in ("sofa", "bench", "bed", "throne")

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
            if kind == "on" and i in self.prone and {"surface", "seat"} & self.stage.entities[j].traits:
                self.seated(i, j, "lie")
            elif kind == "on":
                self.upon(i, j)
            elif kind in ("sits", "lies"):
                self.seated(i, j, "sit" if kind == "sits" else "lie")
            elif kind == "inside":
                lift = inside_height(self.stage.entities[j])
                self.put(i, self.position[j, 0], self.position[j, 2], self.position[j, 1] + lift)
                self.inside[i] = j
            elif kind == "queues":
                self.queued.setdefault(j, -math.copysign(_QUEUE, float(self.position[j, 0])))
                self.queued[i] = self.queued[j]
                self.put(i, float(self.position[j, 0]) + self.queued[i], float(self.position[j, 2]))
            elif self.stage.entities[i].archetype not in _CHAIRS or not self.draw_up(i, j):
                self.beside(i, j)


def _between(angles: npt.NDArray[np.float64], least: float, most: float) -> npt.NDArray[np.float64]:
    """Directions of up to _MOST to either side as ones from `least` to `most`."""
    within: npt.NDArray[np.float64] = np.sign(angles) * (least + (most - least) * np.abs(angles) / _MOST)
    return within


def _face_each_other(a: _Arrangement) -> None:
    """People turn three quarters to the camera and to the middle of the company, or to the head of their queue."""
    people = [i for i, e in enumerate(a.stage.entities) if e.kind != "prop" and a.pose[i] == "stand"]
    middle = np.mean([a.position[i] for i in people], axis=0) if people else np.zeros(3)
    for i in people:
        to_middle = middle - a.position[i]
        x, z = to_middle[0], max(to_middle[2] + 1.6, _OPEN * abs(to_middle[0]), 0.3)
        a.heading[i] = math.atan2(x, z) + float(a.rng.normal(0.0, 0.12))
    for i, pose in enumerate(a.pose):
        if pose == "lie" and a.on[i] < 0:
            aside = _ON_THE_GROUND if a.stage.entities[i].kind == "person" else _ON_ITS_BELLY
            a.heading[i] = math.copysign(aside, -a.position[i, 0])
    for i, step in a.queued.items():
        a.heading[i] = math.atan2(-step, 0.5 * _QUEUE)
    for i, j in enumerate(a.on):
        if j >= 0 and a.stage.entities[j].kind == "creature" and a.pose[j] == "fly":
            a.heading[i] = a.heading[j]
        elif j >= 0 and a.stage.entities[j].kind == "creature":
            side = next((a.position[k, 0] - a.position[j, 0] for k in _spoken_with(a, i)), -a.position[j, 0])
            a.heading[j] = math.copysign(max(abs(a.heading[j]), _RIDDEN), side)
            a.heading[i] = a.heading[j]


def _spoken_with(a: _Arrangement, i: int) -> list[int]:
    """Those whom somebody looks at who is on something else, or who look at them."""
    return [k for pair in a.looks for k in pair if {i, int(a.on[i])} & {*pair} and k not in (i, a.on[i])]


def _looked_up_to(relations: Sequence[Relation], attitudes: Sequence[Relation]) -> list[Relation]:
    """Who kneels by somebody looks at him, unless it is told at whom."""
    looking = {r.subject for r in attitudes if r.kind in ("faces", "shuns")}
    kneeling = {r.subject for r in attitudes if r.kind == "kneels"} - looking
    return [Relation("faces", r.subject, r.other) for r in relations if r.kind == "near" and r.subject in kneeling]


_ATTITUDES = ("faces", "shuns", "kneels", "lit", "unlit", "open")


def _take_attitudes(a: _Arrangement, attitudes: Sequence[Relation]) -> None:
    """Whom they look at, and who is on their knees."""
    for relation in attitudes:
        i = a.stage.index(relation.subject)
        if relation.kind == "kneels" and a.pose[i] == "stand":
            a.pose[i] = "kneel"
        elif relation.kind in ("faces", "shuns") and relation.other is not None:
            toward = a.position[a.stage.index(relation.other)] - a.position[i]
            _look(a, i, float(toward[0]), float(toward[2]), away=relation.kind == "shuns")


def _look(a: _Arrangement, i: int, x: float, z: float, *, away: bool) -> None:
    """Turn somebody to what is there, seen from him, or away from it. Who sits turns with a seat that turns, or as far
    as it lets him."""
    if a.pose[i] in ("stand", "kneel"):
        if math.hypot(x, z) > 0.05:
            a.heading[i] = math.atan2(-x, -z) if away else _opened_up(math.atan2(x, z))
    elif away:
        return
    elif a.turns(i):
        a.heading[i] = a.heading[int(a.on[i])] = _opened_up(math.atan2(x, z))
    elif a.pose[i] == "sit" and a.on[i] >= 0 and a.leans(i):
        seat = float(a.heading[int(a.on[i])])
        a.heading[i] = seat + min(max(math.remainder(math.atan2(x, z) - seat, math.tau), -_LEAN), _LEAN)


def _opened_up(heading: float) -> float:
    """A heading at which whoever has it shows more of the face, if it is turned from the lens: as actors do, who look
    at each other and stand half open to the house."""
    heading = math.remainder(heading, math.tau)
    return math.copysign(max(min(abs(heading), _SHOWN), abs(heading) - _OPENS), heading)


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
    placed = {r.subject for r in relations if r.kind not in _ATTITUDES}  # a candle that is lit is somewhere, too
    spoken_for = placed | {r.other for r in relations if r.kind == "holds"}
    loose = [e.id for e in stage.entities if e.archetype in _TABLEWARE and e.id not in spoken_for]
    return [Relation("on", thing, tables[0]) for thing in loose] if tables else []


def _in_front(stage: Stage, tied: Set[str | None], rng: np.random.Generator) -> int | None:
    """Which piece of furniture stands in the foreground, if one does: low, not large, and nothing's companion."""
    things = [i for i, e in enumerate(stage.entities) if e.kind == "prop" and _group(e) <= 1 and not _on_wall(e)]
    low = [i for i in things if (e := stage.entities[i]).size[1] < _LOW and max(e.size) < 1.7 and e.id not in tied
           and not ("lights" in e.traits or e.archetype in ("table", "desk"))]  # fmt: skip
    return low[-1] if low and (len(things) > 1 or rng.random() < 0.6) else None


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
    attitudes = [r for r in relations if r.kind in _ATTITUDES]
    attitudes += _looked_up_to(relations, attitudes)
    relations = [r for r in relations if r.kind not in _ATTITUDES]
    related = {r.subject: r for r in relations if r.kind not in ("holds", "flies")}
    held = {r.other for r in relations if r.kind == "holds"}
    a.front = _in_front(stage, {*related, *held, *(r.other for r in relations)}, rng)
    a.sitters, a.around = _by_place(stage, relations, "sits", "lies"), _by_place(stage, relations, "near")
    for r in relations:
        if r.kind == "lies" and r.other is None:
            a.lay_down(stage.index(r.subject))
    a.lying = {i: j for j, some in _by_place(stage, relations, "lies").items() for i in some}
    a.busy_at = {j for j, some in a.around.items() if stage.entities[j].archetype in (*_DRAWN_UP_TO, *_SAT_AROUND)
                 and any(i in a.sitters or stage.entities[i].kind == "person" for i in some)}  # fmt: skip
    bearing = ("on", "inside", "sits", "lies")
    under = {r.subject: r.other for r in relations if r.kind in bearing and r.other is not None}
    a.looks = [(stage.index(r.subject), stage.index(under.get(r.other, r.other))) for r in attitudes
               if r.kind == "faces" and r.other is not None and r.other != r.subject]  # fmt: skip
    a.kneeling = {stage.index(r.subject) for r in attitudes if r.kind == "kneels"}
    a.opposite = {} if any(e.archetype == "bed" for e in stage.entities) else _opposite_seats(a)
    a.used = {stage.index(r.other) for r in relations if r.other is not None and r.kind not in _ATTITUDES
              and (e := stage.entities[stage.index(r.subject)]) and (e.kind != "prop" or e.archetype in _CHAIRS)}
    a.used |= {stage.index(r.other) for r in relations
               if r.kind == "on" and r.other is not None and stage.index(r.subject) in a.used}  # fmt: skip
    a.gathered = _IN_THE_DARK if weather in ("fog", "storm") or (not stage.indoor and not 6.0 <= hour < 20.0) else 1.0
    order.sort(key=lambda i: (_group(stage.entities[i]), i not in a.busy_at))  # other furniture keeps clear of those
    for i in order:
        entity = stage.entities[i]
        if entity.id not in related and entity.id not in held:
            a.free(i)
    relations.sort(key=lambda r: not (r.kind == "near" and stage.index(r.subject) in a.kneeling))  # out in front
    for relation in _in_order(relations):
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
    _take_attitudes(a, attitudes)
    for relation in relations:  # headings have changed: what is held follows
        if relation.kind == "holds" and relation.other is not None:
            a.relate("holds", stage.index(relation.subject), stage.index(relation.other))
    lit = {r.subject: r.kind == "lit" for r in attitudes if r.kind in ("lit", "unlit")}
    opened = {r.subject for r in attitudes if r.kind == "open"}
    return _as_moment(a, hour, weather, emotions or {}, lit, opened)


def _opposite_seats(a: _Arrangement) -> dict[int, int]:
    """By seat the other one, of pairs on which two sit of whom one looks at the other, away from any table."""
    seat_of = {i: j for j, some in a.sitters.items() for i in some}
    by_something = {i for some in a.around.values() for i in some}
    pairs: dict[int, int] = {}
    for i, j in a.looks:
        one, other = seat_of.get(i, i), seat_of.get(j, j)  # who is looked at counts as where he is
        free = all("seat" in a.stage.entities[k].traits and "fixed" not in a.stage.entities[k].traits
                   and k not in by_something and k not in pairs for k in (one, other))  # fmt: skip
        if one != other and free:
            pairs |= {one: other, other: one}
    berths = [i for i, e in enumerate(a.stage.entities) if (kind := kind_of_entity(e)) and kind.name == "train-seat"]
    if len(berths) == 2 and not set(berths) & set(pairs):  # in a train they face each other, whoever sits there
        pairs |= {berths[0]: berths[1], berths[1]: berths[0]}
    return pairs


def _by_place(stage: Stage, relations: Sequence[Relation], *kinds: str) -> dict[int, list[int]]:
    """By what they are related to in one of these ways, all who are, in the order in which they are told."""
    sharing: dict[int, list[int]] = {}
    for relation in relations:
        if relation.kind in kinds and relation.other is not None:
            sharing.setdefault(stage.index(relation.other), []).append(stage.index(relation.subject))
    return sharing


def _in_order(relations: Sequence[Relation]) -> list[Relation]:
    """Whatever something is put on or by is put first; what is held, last."""
    places = [r for r in relations if r.kind != "holds"]
    ordered: list[Relation] = []

    def follow(relation: Relation, above: frozenset[str]) -> None:
        for under in places:
            if under.subject == relation.other and under.subject not in above:
                follow(under, above | {relation.subject})
        if relation not in ordered:
            ordered.append(relation)

    for relation in places:
        follow(relation, frozenset({relation.subject}))
    return [*ordered, *(r for r in relations if r.kind == "holds")]


def _as_moment(a: _Arrangement, hour: float, weather: str, emotions: dict[str, str], kindled: Mapping[str, bool],
               opened: Set[str]) -> Moment:  # fmt: skip
    n, f = len(a.stage.entities), np.float32
    pose, emotion, gesture = (np.zeros((n, len(words)), f) for words in (POSES, EMOTIONS, GESTURES))
    for i, entity in enumerate(a.stage.entities):
        pose[i, POSES.index(a.pose[i])] = 1.0
        emotion[i, EMOTIONS.index(emotions.get(entity.id, "calm"))] = 1.0
        gesture[i, GESTURES.index("carry" if (a.held_by == i).any() else "rest")] = 1.0
    sky = np.zeros(len(WEATHERS), f)
    sky[WEATHERS.index(weather)] = 1.0
    dark = not 7.0 <= hour < 18.0 or a.stage.indoor
    lit = [float("lights" in e.traits and kindled.get(e.id, dark and e.archetype in _BURNING))
           for e in a.stage.entities]  # fmt: skip
    zero = np.zeros(n, f)
    return Moment(
        time_s=0.0, position=a.position.astype(f), velocity=np.zeros((n, 3), f), heading=a.heading.astype(f),
        pose=pose, gesture=gesture, emotion=emotion, phase=zero.copy(),
        opened=np.array([float(e.id in opened) for e in a.stage.entities], f), lit=np.array(lit, f),
        tilt=zero.copy(), speaking=zero.copy(), present=np.ones(n, f), held_by=a.held_by.astype(np.int64),
        supported_by=a.on.astype(np.int64), inside=a.inside.astype(np.int64), hour=float(hour), weather=sky,
    )  # fmt: skip


# What burns by itself when it is dark; a desk lamp or a candle waits to be lit, so that lighting it is an event.
_BURNING = frozenset({"street_lamp", "lighthouse", "fireplace", "campfire", "forge", "lantern", "torch", "floor_lamp"})
