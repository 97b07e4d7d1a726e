"""Everybody on stage at one moment, in the world: posed, looking at each other, holding what they hold.

Between a moment's numbers and the geometry pass. Knows nothing of cameras' pictures, sets or light but where lamps are.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from model.camera import Camera
from model.catalog import CATALOG
from model.moment import POSES, Moment
from model.renderer.actor import Actor as Living
from model.renderer.blaze import TONGUES, fire, flicker, kindling_for
from model.renderer.compiled import compiled
from model.renderer.figures.burden import borne, hold
from model.renderer.kit import Body, body_for
from model.renderer.light import Lamp
from model.renderer.mesh import F32, I32
from model.renderer.props.toy import PropPuppet
from model.renderer.puppet import act_of, world_matrix
from model.stage import Entity, Stage

_CHAIN = 4  # of who holds whom: a sword in the hand of somebody on a dragon
_MOST_LAMPS = 6  # that light a frame; the nearest to where the camera looks
_ABLAZE = 0.05  # how far lit a thing must be to be on fire
_OPEN = 0.5  # how far open a container must be for one to see what is in it
_SEEN_INTO = ("cage", "cart", "boat")  # containers that hide nothing, open or shut
_RIMS = {"box": 0.80, "chest": 0.55, "coffin": 0.76}  # of their height: these are solid up to their rim
_SIT = POSES.index("sit")
# Metres from the middle to where legs hang, of things much deeper than the seat on them.
_EDGES = {"bicycle": 0.1, "motorbike": 0.1, "wheelchair": 0.18}
_DEEP = 0.5  # m to its edge from which a seat is too deep for legs to hang from
_HEAD = 0.8  # of a body's height: about where its eyes are
_TURN, _NOD = math.radians(62.0), math.radians(30.0)
# What a lamp gives out: power and reach in metres, where it is more or less than a table lamp's.
_POWER = {
    "candle": (0.5, 3.5), "torch": (1.1, 5.0), "lantern": (1.0, 5.0), "lamp": (1.3, 5.5), "floor_lamp": (1.8, 6.5),
    "street_lamp": (3.2, 9.0), "fireplace": (2.6, 7.5), "campfire": (3.0, 8.5), "forge": (2.6, 7.0),
    "lighthouse": (4.0, 14.0), "television": (0.9, 4.0), "machine": (0.6, 3.0),
}  # fmt: skip


Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Player:
    """One entity as it stands: `matrices` (P, 4, 4) take each part from rest to the world."""

    row: int
    body: Body
    matrices: F32


def players(stage: Stage, moment: Moment, rows: Sequence[int] | None = None) -> list[Player]:
    """Those present (of `rows`, when given) and not shut in a container, in the order of the stage."""
    acting = _Acting(stage, moment, _gazes(stage, moment))
    out = []
    for i in range(len(stage.entities)) if rows is None else rows:
        if moment.present[i] >= 0.5 and not _shut_in(stage, moment, i):
            place, parts = acting.frame(i), acting.parts(i)
            out.append(Player(i, body_for(stage.entities[i]), np.matmul(place, parts)))
    return out


@dataclass(frozen=True, slots=True)
class _Acting:
    """A moment on stage, in which everybody is posed only when it is asked for, and once."""

    stage: Stage
    moment: Moment
    gazes: F32  # (N, 2), see `_gazes`
    posed: dict[int, F32] = field(default_factory=dict)

    def parts(self, i: int) -> F32:
        """(P, 4, 4) of entity i's parts in its own frame."""
        if i not in self.posed:
            yaw, pitch = self.gazes[i].tolist()
            act = act_of(self.moment, i, self.stage.seed + i, (yaw, pitch), _seat(self.stage, self.moment, i),
                         hold(self.stage, self.moment, i))  # fmt: skip
            self.posed[i] = body_for(self.stage.entities[i]).puppet.pose(act)
        return self.posed[i]

    def frame(self, i: int, hops: int = _CHAIN) -> F32:
        """(4, 4) from the entity's own frame to the world: where it stands, or the hand that holds it. Who is
        more than so many `hops` away holds nobody, for a chain may bite its own tail."""
        j = int(self.moment.held_by[i])
        if j < 0 or hops == 0:
            return _laid_in(self.stage, self.moment, i)
        holder, held = self.stage.entities[j], self.stage.entities[i]
        by, who = body_for(holder).puppet, body_for(held).puppet
        if holder.kind == held.kind == "person" and isinstance(by, Living) and isinstance(who, Living):
            way = borne(self.stage, j, self.parts(j), by, self.parts(i), who)
            return np.asarray(self.frame(j, hops - 1) @ way, np.float32)
        hand = by.hand(self.parts(j))
        grip = np.eye(4, dtype=np.float32)
        # People grip a thing a little above its base; claws hold what hangs below them, a mouth the middle.
        share = 0.15 if holder.kind == "person" else 0.8 if "flies" in holder.traits else 0.5
        grip[1, 3] = -share * held.size[1]
        return np.asarray(self.frame(j, hops - 1) @ hand @ grip, np.float32)


def _shut_in(stage: Stage, moment: Moment, i: int) -> bool:
    """Whether entity i is in a container that hides it, be it one that is itself in another."""
    for _ in stage.entities:  # a chain of containers that bites its own tail ends
        i = int(moment.inside[i])
        if i < 0:
            return False
        if stage.entities[i].archetype not in _SEEN_INTO and moment.opened[i] <= _OPEN:
            return True
    return False


def fires(stage: Stage, moment: Moment, cast: Sequence[Player]) -> list[Player]:
    """The flames on those of the cast that burn: lit things that were not made to give light."""
    out = []
    for player in cast:
        i, entity = player.row, stage.entities[player.row]
        if entity.kind == "prop" and "lights" not in entity.traits and moment.lit[i] > _ABLAZE:
            act = act_of(moment, i, stage.seed + i)
            out.append(Player(i, fire(), kindling_for(entity).burning(player.matrices, act)))
    return out


def _seat(stage: Stage, moment: Moment, i: int) -> tuple[float, float] | None:
    """What a person sits on, as `Act.seat` has it; None for the ground, for what is too deep for legs
    to hang from, and for those who do not sit."""
    j = int(moment.supported_by[i])
    if j < 0 or stage.entities[i].kind != "person" or moment.pose[i, _SIT] < 0.01:
        return None
    x, y, z = (float(v) for v in moment.position[i] - moment.position[j])
    if (near := _EDGES.get(stage.entities[j].archetype)) is not None:
        return max(0.0, y), near
    width, _, depth = stage.entities[j].size
    turn, ahead = float(moment.heading[j]), float(moment.heading[i] - moment.heading[j])
    across, along = x * math.cos(turn) - z * math.sin(turn), x * math.sin(turn) + z * math.cos(turn)
    edges = (
        (0.5 * size - math.copysign(at, way * at)) / max(abs(way), 1e-3)
        for size, at, way in ((width, across, math.sin(ahead)), (depth, along, math.cos(ahead)))
    )
    edge = min(edges)
    return (max(0.0, y), max(0.0, edge)) if edge < _DEEP else None


def _laid_in(stage: Stage, moment: Moment, i: int) -> F32:
    """(4, 4) to the world of what nobody holds. What lies in a solid box is drawn sunk into its rim, not swallowed."""
    place, j = world_matrix(moment, i), int(moment.inside[i])
    if j >= 0 and stage.entities[j].archetype in _RIMS:
        box, height = stage.entities[j], stage.entities[i].size[1]
        rim = float(moment.position[j, 1]) + _RIMS[box.archetype] * box.size[1]
        place[1, 3] = max(float(place[1, 3]), rim - min(0.35 * height, 0.1))
    return place


def _gazes(stage: Stage, moment: Moment) -> F32:
    """(N, 2) yaw and pitch of every head: towards who speaks, else towards whoever is near and in front. All weights
    are smooth in the moment, so that heads turn and never jump."""
    draws = [0.0 if e.kind == "prop" else 1.0 if e.kind == "person" else 0.6 for e in stage.entities]
    alive = np.array(draws, np.float32) * (moment.present >= 0.5)
    eyes = moment.position.astype(np.float32)
    eyes[:, 1] += [_HEAD * e.size[1] for e in stage.entities]
    gazes: F32 = _turned(eyes, moment.heading, alive, moment.speaking)
    return gazes


@compiled
def _turned(eyes: F32, heading: F32, alive: F32, speaking: F32) -> F32:
    """(N, 2). `alive` is how much each draws looks by being there, 0 for what is not."""
    out = np.zeros((len(eyes), 2), np.float32)
    for i in range(len(eyes)):
        total, yaw_sum, pitch_sum = 0.04, 0.0, 0.0
        for j in range(len(eyes)):
            if j != i and alive[i] > 0.0 and alive[j] > 0.0:
                dx, dy, dz = float(eyes[j, 0] - eyes[i, 0]), eyes[j, 1] - eyes[i, 1], float(eyes[j, 2] - eyes[i, 2])
                away = math.hypot(dx, dz)
                turn = math.atan2(dx, dz) - heading[i]
                yaw = math.atan2(math.sin(turn), math.cos(turn))
                ahead = max(0.0, math.cos(yaw) + 0.25) / 1.25
                weight = ahead * (alive[j] * math.exp(-away / 1.5) + 4.0 * speaking[j])
                total += weight
                yaw_sum += weight * max(-_TURN, min(_TURN, yaw))
                pitch_sum += weight * max(-_NOD, min(_NOD, math.atan2(float(dy), max(away, 0.3))))
        out[i, 0], out[i, 1] = yaw_sum / total, pitch_sum / total
    return out


def lamps_of(stage: Stage, moment: Moment, cast: Sequence[Player], fires: Sequence[Player],
             camera: Camera) -> list[Lamp]:
    """The burning lamps among the players and the light of fires, at most a handful: those nearest to where the
    camera looks."""
    found = [_glow(stage, moment, player, camera) for player in fires]
    for player in cast:
        entity, lit = stage.entities[player.row], float(moment.lit[player.row])
        if "lights" not in entity.traits or lit < 0.02:
            continue
        power, reach = _POWER.get(entity.archetype, (1.3, 5.5))
        (width, height, _), (usual_width, usual_height, _) = entity.size, CATALOG[entity.archetype].size
        power *= min(1.0, width * height / (usual_width * usual_height))  # a cigarette is less of a light than a candle
        place, (r, g, b) = _flame(entity, player)
        found.append(Lamp(place, (r * power * lit, g * power * lit, b * power * lit), reach))
    target = np.asarray(camera.target)
    found.sort(key=lambda lamp: float(np.linalg.norm(np.asarray(lamp.position) - target)) / lamp.radius)
    return found[:_MOST_LAMPS]


def _glow(stage: Stage, moment: Moment, fire: Player, camera: Camera) -> Lamp:
    """The light of a fire. It stands off what burns, upwards and on the camera's side: lamps throw no shadow, and one
    within a house would light all but its walls."""
    roots, height = fire.matrices[:TONGUES, :3, 3], float(fire.matrices[:TONGUES, 1, 1].mean())
    middle = roots.mean(axis=0)
    way = np.asarray(camera.position, np.float32) - middle
    way[1] = 0.0
    off = float(np.ptp(roots[:, [0, 2]], axis=0).max()) / 2 + height
    x, y, z = (float(v) for v in middle + way * min(0.5, off / max(float(np.linalg.norm(way)), 1e-3)))
    power = (0.7 + 2.8 * height) * flicker(moment.time_s, stage.seed + fire.row)
    return Lamp((x, y + 0.6 * height, z), (power, 0.46 * power, 0.13 * power), 3.0 + 9.0 * height)


def _flame(entity: Entity, player: Player) -> tuple[Triple, Triple]:
    """Where a lamp's light comes from and its linear colour: the middle of what glows on it, or of its upper part."""
    wick = _wick(entity)
    if len(wick.part) == 0:
        x, y, z = extents(player)[0][1].tolist()
    else:
        x, y, z = (player.matrices[wick.part, :3] @ wick.share[:, :, None]).sum(axis=(0, 2)).tolist()
    return (x, y, z), wick.color


@dataclass(frozen=True, slots=True)
class _Wick:
    """What glows on a lamp: parts of it, each one's share in the middle of all as a homogeneous point at rest, and the
    linear colour, 1 at its brightest."""

    part: I32  # (G,)
    share: F32  # (G, 4)
    color: Triple


@lru_cache(maxsize=64)
def _wick(entity: Entity) -> _Wick:
    body = body_for(entity)
    glows = body.glow[body.material] > 0.3
    if not glows.any():
        return _Wick(np.zeros(0, np.int32), np.zeros((0, 4), np.float32), (1.0, 0.62, 0.3))
    points = np.concatenate([body.vertices, np.ones((len(body.vertices), 1))], axis=1) * glows[:, None] / glows.sum()
    spans = [(part, start, end) for part, start, end in body.parts if glows[start:end].any()]
    share = np.array([points[start:end].sum(axis=0) for _, start, end in spans], np.float32)
    r, g, b = body.albedo[body.material[glows]].mean(axis=0).tolist()
    brightest = max(r, g, b, 1e-3)
    return _Wick(np.array([part for part, _, _ in spans], np.int32), share,
                 (r / brightest, g / brightest, b / brightest))  # fmt: skip


def outline(player: Player) -> tuple[F32, F32 | None, F32 | None]:
    """World points (N, 3) of the whole body, of the head with what grows on it, and of the features of the face;
    None for what it has not."""
    vertices, _ = player.body.placed(player.matrices)
    head, features = _head_and_features(player)
    whole = [vertices[start:end] for _, start, end in _own_parts(player)]
    return np.concatenate(whole), _of_parts(player, vertices, head), _of_parts(player, vertices, features)


def extents(player: Player) -> tuple[F32, F32 | None, F32 | None]:
    """The boxes of what `outline` gives, each (2, 3) its low and its high corner."""
    spans = _own_parts(player)
    boxes = _boxed(player.body.vertices, spans, player.matrices)
    head, features = _head_and_features(player)

    def around(parts: Collection[int]) -> F32 | None:
        rows = [k for k, (part, _, _) in enumerate(spans) if part in parts]
        return _around(boxes[rows]) if rows else None

    return _around(boxes), around(head), around(features)


def _own_parts(player: Player) -> I32:
    """(K, 3) the parts of a body without the land about it."""
    puppet, parts = player.body.puppet, player.body.parts
    return parts[parts[:, 0] != puppet.site] if isinstance(puppet, PropPuppet) else parts


def _around(boxes: F32) -> F32:
    return np.stack([boxes[:, 0].min(axis=0), boxes[:, 1].max(axis=0)])


@compiled
def _boxed(vertices: F32, spans: I32, matrices: F32) -> F32:
    """(S, 2, 3) boxes in the world of S spans of the vertices, each (part, first, end), where `matrices` move them."""
    out = np.empty((len(spans), 2, 3), np.float32)
    for s in range(len(spans)):
        part, first, end = spans[s, 0], spans[s, 1], spans[s, 2]
        for k in range(3):
            m = matrices[part, k]
            low, high = np.float32(np.inf), np.float32(-np.inf)
            for v in range(first, end):
                at = m[0] * vertices[v, 0] + m[1] * vertices[v, 1] + m[2] * vertices[v, 2] + m[3]
                low = at if at < low else low
                high = at if at > high else high
            out[s, 0, k], out[s, 1, k] = low, high
    return out


def _head_and_features(player: Player) -> tuple[Collection[int], Collection[int]]:
    """Parts of a player's head and of its face; none of what has no face."""
    puppet = player.body.puppet
    return ((puppet.head,), puppet.features) if isinstance(puppet, Living) else ((), ())


def skull(player: Player) -> F32 | None:
    """The box (2, 3) of the bare head: chin and crown without what grows on it or is worn; None for what has none."""
    puppet = player.body.puppet
    if not isinstance(puppet, Living):
        return None
    at = player.matrices[puppet.head]
    points = puppet.skull @ at[:3, :3].T + at[:3, 3]
    return np.stack([points.min(axis=0), points.max(axis=0)])


def face_heading(player: Player) -> float | None:
    """Where a face looks, in radians about y; None for what has none and for one that looks straight up or down."""
    puppet = player.body.puppet
    if not isinstance(puppet, Living):
        return None
    x, y, z = (float(v) for v in player.matrices[puppet.head, :3, 2])
    return math.atan2(x, z) if math.hypot(x, z) > 0.5 * abs(y) else None


def _of_parts(player: Player, vertices: F32, parts: Collection[int]) -> F32 | None:
    spans = [vertices[start:end] for part, start, end in player.body.parts if part in parts]
    return np.concatenate(spans) if spans else None
