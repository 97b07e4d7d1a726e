"""The world as tensors: moments, casts and tasks in batches, and their features in each entity's own frame.

Shapes: B worlds (or worlds times steps), N entities, A tasks. Rows that pad a world have `mask` False. Knows nothing of
weights. Angles in radians, lengths in metres.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from model.geometry import DT, GRAVITY, hand_offset, inside_height, reach
from model.moment import EMOTIONS, GESTURES, MANNERS, POSES, WEATHERS, Moment
from model.seats import seat_height, standing_height
from model.stage import KINDS, TRAITS, Stage
from model.state import Action
from model.text import WIDTH

ROLES = ("actor", "target", "object")
WORDS = WIDTH  # of a phrase's meaning
_CLOCK = 2.0 * np.pi / 24.0


@dataclass(frozen=True, slots=True)
class Scene:
    """B moments. Field for field `Moment`, stacked; relations are long with -1 for none."""

    position: Tensor  # (B, N, 3)
    velocity: Tensor  # (B, N, 3)
    heading: Tensor  # (B, N)
    pose: Tensor  # (B, N, 12)
    gesture: Tensor  # (B, N, 22)
    emotion: Tensor  # (B, N, 8)
    opened: Tensor  # (B, N)
    lit: Tensor
    tilt: Tensor
    speaking: Tensor
    present: Tensor
    held_by: Tensor  # (B, N) long
    supported_by: Tensor
    inside: Tensor
    hour: Tensor  # (B,)
    weather: Tensor  # (B, 5)

    def map(self, f: Callable[[Tensor], Tensor]) -> Scene:
        return Scene(**{x.name: f(getattr(self, x.name)) for x in fields(self)})


@dataclass(frozen=True, slots=True)
class Cast:
    """What does not change in a world. `hand` (B, N, N, 3): where j's base is in i's frame when i holds it."""

    size: Tensor  # (B, N, 3)
    seat: Tensor  # (B, N)
    reach: Tensor  # (B, N)
    kind: Tensor  # (B, N, 3)
    stand: Tensor  # (B, N) m, how high above its base people stand and things lie on it
    within: Tensor  # (B, N) m, how high above its base things lie in it
    traits: Tensor  # (B, N, 14)
    temper: Tensor  # (B, N, 4)
    hand: Tensor
    mask: Tensor  # (B, N) bool
    indoor: Tensor  # (B,)

    def map(self, f: Callable[[Tensor], Tensor]) -> Cast:
        return Cast(**{x.name: f(getattr(self, x.name)) for x in fields(self)})


@dataclass(frozen=True, slots=True)
class Tasks:
    """What is being acted. `roles` (B, A, 3) holds rows of actor, target, object, -1 for none; `words` the meaning of
    the phrases it was asked in, rows of zeros for none."""

    verb: Tensor  # (B, A) long
    words: Tensor  # (B, A, 512)
    roles: Tensor  # (B, A, 3) long
    elapsed: Tensor  # (B, A) s
    remaining: Tensor  # (B, A) s, 0 when the action has no set length
    speed: Tensor  # (B, A)
    direction: Tensor  # (B, A, 2) world (x, z), 0 for none
    emotion: Tensor  # (B, A, 8)
    manner: Tensor  # (B, A, 2)
    weather: Tensor  # (B, A, 5)
    hour: Tensor  # (B, A, 3): sin, cos, 1; all 0 for none
    active: Tensor  # (B, A) bool

    def map(self, f: Callable[[Tensor], Tensor]) -> Tasks:
        return Tasks(**{x.name: f(getattr(self, x.name)) for x in fields(self)})


# -- from values to tensors ----------------------------------------------------------------------------------------
def scene_of(moments: Sequence[Moment]) -> Scene:
    """Moments of one world (equal N), stacked."""
    out: dict[str, Tensor] = {}
    for f in fields(Scene):
        stacked = np.stack([np.asarray(getattr(m, f.name)) for m in moments])
        out[f.name] = torch.from_numpy(stacked if stacked.dtype == np.int64 else stacked.astype(np.float32))
    return Scene(**out)


def moment_of(scene: Scene, row: int, n: int, time_s: float = 0.0) -> Moment:
    """World `row` of a batch as a moment of its first n entities, gait at rest."""
    arrays: dict[str, Any] = {}
    for f in fields(Scene):
        value = getattr(scene, f.name)[row]
        arrays[f.name] = (
            float(value) if f.name == "hour" else value.numpy() if f.name == "weather" else value[:n].numpy()
        )
    return Moment(time_s=time_s, phase=np.zeros(n, np.float32), **arrays)


def cast_of(stage: Stage, temper: npt.NDArray[np.float32]) -> Cast:
    """One world's cast, B = 1. `temper` is (N, 4)."""
    return replace(_bodies(stage), temper=torch.from_numpy(np.asarray(temper, np.float32))[None])


@lru_cache(maxsize=32)
def _bodies(stage: Stage) -> Cast:
    """The cast of a stage with even tempers; kept, for a stage is the same for thousands of steps."""
    e = stage.entities
    n = len(e)
    hand = np.array([[hand_offset(a, b) for b in e] for a in e], np.float32).reshape(n, n, 3)
    rows = {
        "size": [x.size for x in e],
        "seat": [seat_height(x) if x.kind == "prop" else 0.0 for x in e],
        "reach": [reach(x.size) for x in e],
        "stand": [standing_height(x) for x in e],
        "within": [inside_height(x) if x.kind == "prop" else 0.0 for x in e],
        "kind": [[float(x.kind == k) for k in KINDS] for x in e],
        "traits": [[float(t in x.traits) for t in TRAITS] for x in e],
        "temper": [[0.0] * 4] * n,
        "hand": hand,
    }
    widths = {"size": (3,), "kind": (3,), "traits": (len(TRAITS),), "temper": (4,), "hand": (n, 3)}
    tensors = {
        k: torch.from_numpy(np.asarray(v, np.float32).reshape(1, n, *widths.get(k, ()))) for k, v in rows.items()
    }
    return Cast(**tensors, mask=torch.ones(1, n, dtype=torch.bool), indoor=torch.tensor([float(stage.indoor)]))


def task_row(action: Action, stage: Stage, verbs: dict[str, int]) -> dict[str, npt.NDArray[np.float32] | float | int]:
    """One action's fields of `Tasks` besides words, elapsed, remaining and active. Raises ValueError for an unknown
    id."""
    hour = np.zeros(3, np.float32)
    if action.hour is not None:
        hour[:] = np.sin(action.hour * _CLOCK), np.cos(action.hour * _CLOCK), 1.0
    roles = [-1 if name is None else stage.index(name) for name in (action.actor, action.target, action.object)]
    return {
        "verb": verbs[action.verb], "roles": np.array(roles), "speed": action.speed,
        "direction": np.array(action.direction or (0.0, 0.0), np.float32), "hour": hour,
        "emotion": _one_of(EMOTIONS, action.emotion), "manner": _one_of(MANNERS, action.manner),
        "weather": _one_of(WEATHERS, action.weather),
    }  # fmt: skip


def _one_of(names: Sequence[str], name: str | None) -> npt.NDArray[np.float32]:
    return np.array([float(n == name) for n in names], np.float32)


FIELDS = ("verb", "roles", "speed", "direction", "emotion", "manner", "weather", "hour")  # of an action by itself


def tasks_of(
    worlds: Sequence[Sequence[tuple[Action, int]]],
    stages: Sequence[Stage],
    steps: Sequence[int],
    verbs: dict[str, int],
    meaning: Callable[[str], npt.NDArray[np.float32]],
) -> Tasks:
    """Running actions (with the step each started at) of B worlds at their `steps`; A is the most that any world
    has, at least 1. `meaning` gives the vector of a phrase."""
    width = max(1, *(len(rows) for rows in worlds))
    idle = Action("stop", None)
    table, words, clock = [], [], []
    for rows, stage, step in zip(worlds, stages, steps, strict=True):
        filled = [*rows, *[(idle, step)] * (width - len(rows))]
        table.append([task_row(a, stage, verbs) for a, _ in filled])
        words.append([meaning(a.words) if a.words else np.zeros(WORDS, np.float32) for a, _ in filled])
        clock.append([((step - began) * DT, a.seconds or 0.0, k < len(rows)) for k, (a, began) in enumerate(filled)])

    def column(name: str) -> Tensor:
        values = np.asarray([[row[name] for row in rows] for rows in table])
        return torch.from_numpy(values if values.dtype == np.int64 else values.astype(np.float32))

    elapsed, length, active = np.moveaxis(np.asarray(clock, np.float32), -1, 0)
    return Tasks(
        **{name: column(name) for name in FIELDS},
        words=torch.from_numpy(np.asarray(words, np.float32)),
        elapsed=torch.from_numpy(elapsed.copy()),
        remaining=torch.from_numpy(np.maximum(length - elapsed, 0.0) * (length > 0)),
        active=torch.from_numpy(active > 0.5),
    )


# -- features ------------------------------------------------------------------------------------------------------
def into_frame(vector: Tensor, heading: Tensor) -> Tensor:
    """World (..., 3) vectors in the frame of a body with this heading: +z ahead, +x to its left hand."""
    c, s = torch.cos(heading), torch.sin(heading)
    x, y, z = vector.unbind(-1)
    return torch.stack([c * x - s * z, y, s * x + c * z], -1)


def out_of_frame(vector: Tensor, heading: Tensor) -> Tensor:
    return into_frame(vector, -heading)


def pick(values: Tensor, index: Tensor) -> Tensor:
    """values (B, N, F) at rows index (B, ...) with -1 read as row 0 (mask it yourself): (B, ..., F)."""
    flat = index.clamp(min=0).reshape(index.shape[0], -1)
    got = torch.gather(values, 1, flat[..., None].expand(-1, -1, values.shape[-1]))
    return got.reshape(*index.shape, values.shape[-1])


def _whole(count: int) -> int:
    """Features filled up to whole cache lines: a product's rounding may depend on where in memory its rows start."""
    return -(-count // 16) * 16


def _filled(features: Tensor) -> Tensor:
    count = features.shape[-1]
    return torch.nn.functional.pad(features, (0, _whole(count) - count))


def _relation(index: Tensor, n: int) -> Tensor:
    """(B, N) rows to (B, N, N) flags: [b, i, j] is 1 when i's relation points to j."""
    return torch.nn.functional.one_hot(index + 1, n + 1)[..., 1:].float()


def pair_features(scene: Scene, cast: Cast) -> Tensor:
    """(B, N, N, 24): what j is to i, in i's own frame."""
    n = scene.position.shape[1]
    own = scene.heading[:, :, None].expand(-1, -1, n)
    offset = scene.position[:, None] - scene.position[:, :, None]
    local = into_frame(offset, own)
    flat = torch.linalg.norm(local[..., [0, 2]], dim=-1)
    ahead = local / (flat[..., None] + 0.05)
    edge = into_frame(_to_surface(offset, scene.heading, cast), own)
    gap = torch.linalg.norm(edge[..., [0, 2]], dim=-1)
    direction = edge / (gap[..., None] + 0.05)
    turned = scene.heading[:, None] - own
    top = scene.position[:, None, :, 1] + cast.size[:, None, :, 1] - scene.position[:, :, None, 1]
    seat = scene.position[:, None, :, 1] + cast.seat[:, None] - scene.position[:, :, None, 1]
    held, on = _relation(scene.held_by, n), _relation(scene.supported_by, n)
    inside = _relation(scene.inside, n)
    moving = into_frame((scene.velocity[:, None] - scene.velocity[:, :, None]), own)
    columns = [
        ahead[..., 0], ahead[..., 2], flat / 4, torch.log1p(flat), local[..., 1] / 2,
        direction[..., 0], direction[..., 2], gap / 4, torch.exp(-2 * gap), torch.exp(-8 * gap),
        torch.sin(turned), torch.cos(turned), top / 2, seat / 2, torch.exp(-4 * top.abs()),
        held, held.transpose(1, 2), on, on.transpose(1, 2), inside, inside.transpose(1, 2),
        moving[..., 0] / 3, moving[..., 1] / 3, moving[..., 2] / 3,
    ]  # fmt: skip
    return torch.stack(columns, -1)


def _to_surface(offset: Tensor, heading: Tensor, cast: Cast) -> Tensor:
    """World (B, N, N, 3) vectors on the ground from i's edge to the nearest point of j's footprint."""
    n = heading.shape[1]
    theirs = heading[:, None].expand(-1, n, -1)
    local = into_frame(-offset, theirs)
    half = cast.size[:, None].expand_as(local) / 2
    nearest = torch.maximum(torch.minimum(local, half), -half) - local
    flat = out_of_frame(nearest * torch.tensor([1.0, 0.0, 1.0], device=nearest.device), theirs)
    length = torch.linalg.norm(flat, dim=-1, keepdim=True)
    kept: Tensor = (1 - cast.reach[:, :, None, None] / (length + 1e-6)).clamp(min=0.0)
    return flat * kept


PAIR = 24


def placed_features(scene: Scene) -> Tensor:
    """(B, N, N, 24) for the ablation without relative geometry: where i and j are on the stage, each by itself, and
    what `pair_features` says of who holds, carries and contains whom."""
    n = scene.position.shape[1]
    place = torch.cat([scene.position / 6, scene.velocity / 2, torch.sin(scene.heading)[..., None],
                       torch.cos(scene.heading)[..., None]], -1)  # fmt: skip
    ties = [_relation(index, n) for index in (scene.held_by, scene.supported_by, scene.inside)]
    tied = torch.stack([t for tie in ties for t in (tie, tie.transpose(1, 2))], -1)
    both = [place[:, :, None].expand(-1, -1, n, -1), place[:, None].expand(-1, n, -1, -1), tied]
    return torch.nn.functional.pad(torch.cat(both, -1), (0, 2))


def entity_features(scene: Scene, cast: Cast, extent: float = 6.0) -> Tensor:
    """(B, N, F): what an entity is and does, in its own frame."""
    velocity = into_frame(scene.velocity, scene.heading)
    centre = into_frame(-scene.position / extent, scene.heading)
    height = scene.position[..., 1]
    floor = floor_below(scene, cast)
    scalars = torch.stack([
        height / 3, torch.exp(-6 * height), torch.exp(-6 * (height - floor).abs()), scene.opened, scene.lit, scene.tilt,
        scene.speaking, scene.present, (scene.held_by >= 0).float(), (scene.supported_by >= 0).float(),
        (scene.inside >= 0).float(), cast.seat, cast.reach,
        (extent - scene.position[..., 0].abs()).clamp(-1, 2), (extent - scene.position[..., 2].abs()).clamp(-1, 2),
    ], -1)  # fmt: skip
    return _filled(torch.cat([
        velocity / 2, centre, scalars, scene.pose, scene.gesture, scene.emotion, cast.kind, cast.traits,
        torch.log(cast.size + 0.05), cast.temper, _impact(scene, height - floor),
    ], -1))  # fmt: skip


ENTITY = _whole(3 + 3 + 15 + len(POSES) + len(GESTURES) + len(EMOTIONS) + 3 + len(TRAITS) + 3 + 4 + 4)


def floor_below(scene: Scene, cast: Cast) -> Tensor:
    """Height (B, N) of what each would come to stand on: what carries it, else the highest top below it, else the
    ground. So landing on a tower looks like landing anywhere."""
    top = scene.position[..., 1] + cast.stand
    free = (cast.kind[..., 2] > 0.5) & (scene.held_by < 0) & (scene.inside < 0)
    beneath = (top[:, None] < scene.position[..., 1, None] + _STEP) & free[:, None] & over(scene, cast)
    highest = torch.where(beneath, top[:, None], 0.0).amax(-1)
    return torch.where(scene.supported_by >= 0, pick(top[..., None], scene.supported_by)[..., 0], highest)


_STEP = 0.15  # m above one's feet, up to which a top is still below


def over(scene: Scene, cast: Cast) -> Tensor:
    """(B, N, N) whether i's middle is above, within or below j's footprint. Nobody is over himself."""
    n = scene.position.shape[1]
    theirs = scene.heading[:, None].expand(-1, n, -1)
    x, _, z = into_frame(scene.position[:, :, None] - scene.position[:, None], theirs).abs().unbind(-1)
    within = (x < cast.size[:, None, :, 0] / 2) & (z < cast.size[:, None, :, 2] / 2)
    return within & ~torch.eye(n, dtype=torch.bool, device=within.device)


def _impact(scene: Scene, above: Tensor) -> Tensor:
    """(B, N, 4): whether what flies freely meets its floor within the step, how fast, and how much of the step is left
    then: a bounce is a straight line in these, and a sharp corner in height and speed."""
    above, rise = above.clamp(min=0.0), scene.velocity[..., 1]
    fast = torch.sqrt(rise.square() + 2.0 * GRAVITY * above)
    left = (1.0 - (rise + fast) / (GRAVITY * DT)).clamp(min=0.0)  # as a share of the step
    meets = (left > 0.0).float()
    return torch.stack([meets, left, meets * fast / 4, left * fast / 4], -1)


def environment_features(scene: Scene, cast: Cast) -> Tensor:
    """(B, F): hour, weather, whether it is a room."""
    clock = scene.hour * _CLOCK
    return _filled(torch.cat([torch.stack([torch.sin(clock), torch.cos(clock), cast.indoor], -1), scene.weather], -1))


ENVIRONMENT = _whole(3 + len(WEATHERS))


WAYS = 8
EDGES = ((1.0, 0.0, 0.0), (-1.0, 0.0, 0.0), (0.0, 0.0, 1.0), (0.0, 0.0, -1.0))  # of a top, in its own frame


def ways_out(scene: Scene, cast: Cast, extent: float = 6.0) -> Tensor:
    """(B, N, 8): ways (x, z) in one's own frame to where no entity is: to the nearer wing, and how far that is; over
    the edge of what one is on, and how far; and back to the middle of the stage. Each is one way where several would
    do as well, because between equal ways a mean goes nowhere."""
    x = _signs(scene.position[..., 0])
    still = torch.zeros_like(x)
    wing = into_frame(torch.stack([x, still, still], -1), scene.heading)[..., [0, 2]]
    far = (extent - scene.position[..., 0].abs())[..., None] / 3
    middle = into_frame(-scene.position / extent, scene.heading)[..., [0, 2]]
    return torch.cat([wing, far, _brink(scene, cast), middle], -1)


def _brink(scene: Scene, cast: Cast) -> Tensor:
    """(B, N, 3): the way over an edge of what one is on, near and ahead rather than far and behind, or down its steps
    where it has some; and how far that edge is."""
    on = scene.supported_by
    below = torch.cat([scene.position, scene.heading[..., None], cast.size / 2, cast.traits], -1)
    place, turned, half, traits = torch.split(pick(below, on), [3, 1, 3, len(TRAITS)], -1)
    turned = turned[..., 0]
    x, _, z = into_frame(scene.position - place, turned).unbind(-1)
    wide, _, deep = half.unbind(-1)
    room = torch.stack([wide - x, wide + x, deep - z, deep + z], -1)
    ahead = torch.stack([torch.sin(scene.heading - turned), torch.cos(scene.heading - turned)], -1)
    facing = torch.stack([ahead[..., 0], -ahead[..., 0], ahead[..., 1], -ahead[..., 1]], -1)
    steps = traits[..., TRAITS.index("stepped")] > 0.5  # they lead down to the front
    edge = torch.where(steps, 2, (room - facing).argmin(-1))[..., None]
    far = torch.gather(room, -1, edge).clamp(-1.0, 2.0)
    way = torch.tensor(EDGES, device=room.device)[edge[..., 0]]
    own = into_frame(out_of_frame(way, turned), scene.heading)[..., [0, 2]]
    return torch.cat([own, far], -1) * (on >= 0)[..., None]


def _signs(x: Tensor) -> Tensor:
    """1 or -1, never 0."""
    return torch.where(x < 0, -1.0, 1.0)


def role_features(scene: Scene, cast: Cast, tasks: Tasks, pairs: Tensor) -> Tensor:
    """(B, A, 3, F): each role's view of its task: the task, the other two as seen from here and their state, and ways
    out that need nobody else."""
    b, a, _ = tasks.roles.shape
    n = scene.position.shape[1]
    rows = tasks.roles.clamp(min=0)
    state = torch.cat([torch.stack([scene.opened, scene.lit, scene.tilt, scene.present, scene.speaking,
                                    (scene.held_by >= 0).float()], -1), scene.pose, scene.gesture, cast.size,
                       cast.kind], -1)  # fmt: skip
    heading = pick(scene.heading[..., None], tasks.roles)[..., 0]  # (B, A, 3)
    direction = torch.stack([tasks.direction[..., 0], torch.zeros_like(tasks.speed), tasks.direction[..., 1]], -1)
    local = into_frame(direction[:, :, None].expand(-1, -1, 3, -1), heading)[..., [0, 2]]
    e = tasks.elapsed
    shared = torch.cat([torch.stack([e / 4, torch.exp(-2 * e), torch.exp(-12 * e), tasks.remaining / 3,
                                     torch.exp(-4 * tasks.remaining), tasks.speed, (tasks.roles >= 0)[..., 1].float(),
                                     (tasks.roles >= 0)[..., 2].float()], -1),
                        tasks.emotion, tasks.manner, tasks.weather, _hours_left(scene, tasks)], -1)  # fmt: skip
    ways = ways_out(scene, cast)
    views: list[Tensor] = []
    for first, second in ((1, 2), (0, 2), (0, 1)):
        me = len(views)
        seen = []
        for other in (first, second):
            there = ((tasks.roles[..., me] >= 0) & (tasks.roles[..., other] >= 0))[..., None].float()
            flat = (rows[..., me] * n + rows[..., other]).reshape(b, a)
            pair = torch.gather(pairs.reshape(b, n * n, PAIR), 1, flat[..., None].expand(-1, -1, PAIR))
            seen += [pair * there, pick(state, tasks.roles[..., other]) * there]
        mine = pick(ways, tasks.roles[..., me]) * (tasks.roles[..., me] >= 0)[..., None]
        views.append(_filled(torch.cat([shared, local[:, :, me], *seen, mine], -1)))
    return torch.stack(views, 2)


def _hours_left(scene: Scene, tasks: Tasks) -> Tensor:
    """(B, A, 3): the way from the scene's hour to the asked one as an angle (its sine stretched near 0, its cosine),
    and whether an hour is asked at all."""
    now = (scene.hour * _CLOCK)[:, None]
    sine, cosine, asked = tasks.hour.unbind(-1)
    ahead = sine * torch.cos(now) - cosine * torch.sin(now)
    along = cosine * torch.cos(now) + sine * torch.sin(now)
    return torch.stack([torch.tanh(6.0 * ahead), along * asked, asked], -1)


_VIEW = PAIR + 6 + len(POSES) + len(GESTURES) + 3 + 3
ROLE = _whole(8 + len(EMOTIONS) + len(MANNERS) + len(WEATHERS) + 3 + 2 + 2 * _VIEW + WAYS)


def noised(scene: Scene, amount: float, generator: torch.Generator) -> Scene:
    """Small errors of the kind a long roll-out gathers, in what is continuous."""

    def shake(x: Tensor, scale: float) -> Tensor:
        return x + amount * scale * torch.randn(x.shape, generator=generator)

    free = ((scene.held_by < 0) & (scene.inside < 0)).float()[..., None]
    weights = [(shake(w, 0.04).clamp(min=0) + 1e-4) for w in (scene.pose, scene.gesture, scene.emotion)]
    pose, gesture, emotion = (w / w.sum(-1, keepdim=True) for w in weights)
    shift = (shake(scene.position, 0.03) - scene.position) * torch.tensor([1.0, 0.3, 1.0])
    return replace(
        scene, position=scene.position + free * shift,
        velocity=shake(scene.velocity, 0.08), heading=shake(scene.heading, 0.05), pose=pose, gesture=gesture,
        emotion=emotion, opened=shake(scene.opened, 0.02), lit=shake(scene.lit, 0.02), tilt=shake(scene.tilt, 0.01),
        speaking=shake(scene.speaking, 0.03),
    )  # fmt: skip
