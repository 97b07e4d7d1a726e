"""Everybody on stage at one moment, in the world: posed, looking at each other, holding what they hold.

Between a moment's numbers and the geometry pass. Knows nothing of cameras' pictures, sets or light but where lamps are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from model.camera import Camera
from model.moment import POSES, Moment
from model.renderer.actor import Actor as Living
from model.renderer.blaze import TONGUES, fire, flicker, kindling_for
from model.renderer.kit import Body, body_for
from model.renderer.light import Lamp
from model.renderer.mesh import F32
from model.renderer.puppet import Act, act_of, world_matrix
from model.stage import Stage

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
    gazes = _gazes(stage, moment)
    acts = [replace(act_of(moment, i, stage.seed + i, gazes[i]), seat=_seat(stage, moment, i))
            for i in range(len(stage.entities))]  # fmt: skip
    out = []
    for i in range(len(stage.entities)) if rows is None else rows:
        if moment.present[i] >= 0.5 and not _shut_in(stage, moment, i):
            body = body_for(stage.entities[i])
            place = _frame(stage, moment, acts, i, _CHAIN)
            out.append(Player(i, body, np.matmul(place, body.puppet.pose(acts[i])).astype(np.float32)))
    return out


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


def _frame(stage: Stage, moment: Moment, acts: Sequence[Act], i: int, hops: int) -> F32:
    """(4, 4) from the entity's own frame to the world: where it stands, or the hand that holds it. Who is
    more than so many `hops` away holds nobody, for a chain may bite its own tail."""
    j = int(moment.held_by[i])
    if j < 0 or hops == 0:
        return _laid_in(stage, moment, i)
    holder, held = stage.entities[j], stage.entities[i]
    hand = body_for(holder).puppet.hand(acts[j])
    grip = np.eye(4, dtype=np.float32)
    # People grip a thing a little above its base; claws hold what hangs below them, a mouth the middle.
    share = 0.15 if holder.kind == "person" else 0.8 if "flies" in holder.traits else 0.5
    grip[1, 3] = -share * held.size[1]
    return np.asarray(_frame(stage, moment, acts, j, hops - 1) @ hand @ grip, np.float32)


def _laid_in(stage: Stage, moment: Moment, i: int) -> F32:
    """(4, 4) to the world of what nobody holds. What lies in a solid box is drawn sunk into its rim, not swallowed."""
    place, j = world_matrix(moment, i), int(moment.inside[i])
    if j >= 0 and stage.entities[j].archetype in _RIMS:
        box, height = stage.entities[j], stage.entities[i].size[1]
        rim = float(moment.position[j, 1]) + _RIMS[box.archetype] * box.size[1]
        place[1, 3] = max(float(place[1, 3]), rim - min(0.35 * height, 0.1))
    return place


def _gazes(stage: Stage, moment: Moment) -> list[tuple[float, float]]:
    """(yaw, pitch) of every head: towards who speaks, else towards whoever is near and in front. All weights are
    smooth in the moment, so that heads turn and never jump."""
    alive = [i for i, e in enumerate(stage.entities) if e.kind != "prop" and moment.present[i] >= 0.5]
    heights = np.array([_HEAD * e.size[1] for e in stage.entities], np.float32)
    eyes = {i: moment.position[i] + heights[i] * np.array([0, 1, 0], np.float32) for i in alive}
    out = [(0.0, 0.0)] * len(stage.entities)
    for i in alive:
        total, yaw_sum, pitch_sum = 0.04, 0.0, 0.0
        for j in alive:
            if j == i:
                continue
            dx, dy, dz = (float(v) for v in eyes[j] - eyes[i])
            away = math.hypot(dx, dz)
            yaw = math.remainder(math.atan2(dx, dz) - float(moment.heading[i]), 2 * math.pi)
            ahead = max(0.0, math.cos(yaw) + 0.25) / 1.25
            people = 1.0 if stage.entities[j].kind == "person" else 0.6
            weight = ahead * (people * math.exp(-away / 1.5) + 4.0 * float(moment.speaking[j]))
            total += weight
            yaw_sum += weight * max(-_TURN, min(_TURN, yaw))
            pitch_sum += weight * max(-_NOD, min(_NOD, math.atan2(dy, max(away, 0.3))))
        out[i] = (yaw_sum / total, pitch_sum / total)
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
        place, (r, g, b) = _flame(player)
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


def _flame(player: Player) -> tuple[Triple, Triple]:
    """Where a lamp's light comes from and its linear colour: the middle of what glows on it, or of its upper part."""
    body = player.body
    glowing = np.flatnonzero(body.glow[body.material] > 0.3)
    vertices, _ = body.placed(player.matrices)
    if len(glowing) == 0:
        x, y, z = (float(v) for v in vertices.max(axis=0))
        return (x, y, z), (1.0, 0.62, 0.3)
    x, y, z = (float(v) for v in vertices[glowing].mean(axis=0))
    r, g, b = (float(v) for v in body.albedo[body.material[glowing]].mean(axis=0))
    brightest = max(r, g, b, 1e-3)
    return (x, y, z), (r / brightest, g / brightest, b / brightest)


def outline(player: Player) -> tuple[F32, F32 | None, F32 | None]:
    """World points (N, 3) of the whole body, of the head with what grows on it, and of the features of the face;
    None for what it has not."""
    vertices, _ = player.body.placed(player.matrices)
    puppet = player.body.puppet
    if not isinstance(puppet, Living):
        return vertices, None, None
    index = puppet.plan.rig.index
    features = {index[joint.name] for joint in puppet.plan.face.joints}
    features |= set(range(len(index), len(player.matrices)))  # the mouth's parts follow the joints
    return vertices, _of_parts(player, vertices, {index["head"]}), _of_parts(player, vertices, features)


def face_heading(player: Player) -> float | None:
    """Where a face looks, in radians about y; None for what has none and for one that looks straight up or down."""
    puppet = player.body.puppet
    if not isinstance(puppet, Living):
        return None
    x, y, z = (float(v) for v in player.matrices[puppet.plan.rig.index["head"], :3, 2])
    return math.atan2(x, z) if math.hypot(x, z) > 0.5 * abs(y) else None


def _of_parts(player: Player, vertices: F32, parts: set[int]) -> F32 | None:
    spans = [vertices[start:end] for part, start, end in player.body.parts if part in parts]
    return np.concatenate(spans) if spans else None
