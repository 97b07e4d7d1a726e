"""Hard constraints: a decoded scene projected back to a possible one, and how much that took.

Only what no film forgives: feet under or a little above the ground or their support, people who stand on air, sink
into a roof or sit with their faces to a backrest, legs through the side of a boat, held things away from the hand,
things in a box beside it, things left in mid-air by who carried them off, things set down above or inside what carries
them, scenery that wanders, runners who leave the wings, and what rests and yet moves: a millimetre a step is metres in
half an hour, and no training is that exact. So nobody at rest creeps, and a thing at rest stays where it is for as
long as nobody is asked to do something with it. The evaluation reports how often and how far these correct the model.
"""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor

from model.geometry import DT, GRAVITY
from model.layers import wrapped
from model.moment import POSES
from model.stage import KINDS, TRAITS
from model.tensors import Cast, Scene, Tasks, out_of_frame, over, pick

_ALOFT = [POSES.index(pose) for pose in ("climb", "fly", "jump", "swim")]
_GOING = [POSES.index("walk"), POSES.index("run"), *_ALOFT]
WINGS = 7.0  # m from the middle, beyond which nobody goes: the stage and what is beside it
SNAP = 0.3  # m, how near its support's surface a resting body must be to be put exactly there
CREEP = 0.006  # m, less than which in one step nothing that rests moves at all
GIVEN = 0.02  # m in one step by which a support must move to set loose what stands on it
CALM = 0.1  # m/s, slower than which a thing lies still
SLENDER = 2.0  # height by width from which a thing may be run over by whoever passes
AFLOAT = 0.5  # m above the ground or what is said to carry one, from which on that is air
SADDLE_M, SADDLE = 0.1, 0.3  # m and share of a pose by which a step brings who is on a mount into the saddle
RISES = 0.01  # of sitting, that whoever does something loses in a step who gets up for it
BACK = 0.3  # m above its seat from which a seat has a back
TURN = 0.45  # rad in one step by which whoever sits down turns about
LEAN = 0.65  # rad off the way a mount goes that its rider turns to somebody
TWIST = 1.2  # rad off its front that somebody on such a seat turns at most
_PLANKS = (0.5, 0.0, 0.8)  # m of half a boat's breadth, height and length that its sides take where one stands
_BOW = 0.35  # m farther to the ends, from where on one has got out over them
HOVER = 0.08  # m, below which a body on nothing that hardly rises or falls stands on the ground


def project(scene: Scene, before: Scene, cast: Cast, tasks: Tasks) -> tuple[Scene, Tensor]:
    """The nearest possible scene after `before`, in which `tasks` were under way, and metres moved (B, N); what is in a
    hand or a box does not count, it is carried."""
    scene, budged = _left_alone(scene, before, cast, tasks)
    y, rise = scene.position[..., 1], scene.velocity[..., 1]
    low, settled = _floor(scene, cast)
    above = over(scene, cast)
    roof = _roof(scene, before, cast, above)
    new_y = torch.where(settled, low, torch.maximum(y, roof))
    velocity_y = torch.where(new_y > y, rise.clamp(min=0.0), torch.where(settled, torch.zeros_like(rise), rise))
    on_it = (scene.supported_by >= 0) & (new_y - low < AFLOAT)
    new_y, velocity_y = _falling(scene, before, cast, on_it, above, roof, new_y, velocity_y)
    scene = _carried(scene, before, cast, tasks)
    held = scene.held_by >= 0
    x, z = (scene.position[..., axis].clamp(-WINGS, WINGS) for axis in (0, 2))
    position = torch.stack([x, new_y, z], -1)
    moved = torch.where(held | (scene.inside >= 0), torch.zeros_like(y), (position - scene.position).norm(dim=-1))
    blocked = (position != scene.position) & (position.abs() >= WINGS)
    velocity = torch.stack([scene.velocity[..., 0], velocity_y, scene.velocity[..., 2]], -1).masked_fill(blocked, 0.0)
    scene = _seated(replace(scene, position=position, velocity=velocity), before, cast)
    scene, crept = _at_rest(scene, before, cast)
    scene = _in_the_saddle(_aboard(scene, cast, tasks), before, cast, tasks)
    scene = _in_hand(_in_container(scene, cast), cast, held)
    return _off_stage_together(scene, cast), moved + budged + crept


def _floor(scene: Scene, cast: Cast) -> tuple[Tensor, Tensor]:
    """Height (B, N) of what each stands or sits on, and whether it is so near and so calm that it rests there."""
    sitting = _sitting(scene)
    seat = torch.where(cast.kind[..., 2] > 0.5, cast.seat, cast.stand)
    onto = pick(torch.stack([scene.position[..., 1], cast.stand, seat], -1), scene.supported_by)
    carried = scene.supported_by >= 0
    low = torch.where(carried, onto[..., 0] + torch.where(sitting, onto[..., 2], onto[..., 1]), 0.0)
    off = scene.position[..., 1] - low
    near = torch.where(carried, off.abs() < SNAP, off < HOVER)
    in_air = scene.pose[..., POSES.index("fly")] + scene.pose[..., POSES.index("jump")] > 0.5
    leaving = (scene.pose[..., POSES.index("climb")] > 0.5) & (scene.velocity[..., 1] < -0.05)
    calm = scene.velocity[..., 1].abs() < torch.where(carried, 0.6, 0.25)  # on nothing: not on the way up some stairs
    return low, near & calm & ~in_air & ~leaving & (scene.inside < 0)


def _roof(scene: Scene, before: Scene, cast: Cast, above: Tensor) -> Tensor:
    """Height (B, N) of the highest solid top that each was higher than and is still `above` (B, N, N), 0 for the
    ground: nobody who lands on a tower sinks into it. Things fall as they were taught to, and whoever sits or lies does
    so within."""
    feet = torch.where(_sitting(scene) | (cast.kind[..., 2] > 0.5), -1.0, before.position[..., 1])
    solid = cast.traits[..., TRAITS.index("fixed")] * cast.traits[..., TRAITS.index("surface")]
    solid = solid * (1.0 - cast.traits[..., TRAITS.index("stepped")])
    top = (scene.position[..., 1] + cast.stand)[:, None]
    under = above & (feet[..., None] > top - HOVER) & (solid[:, None] > 0.5)
    highest: Tensor = torch.where(under, top, 0.0).amax(-1)
    return highest


def _falling(
    scene: Scene, before: Scene, cast: Cast, on_it: Tensor, above: Tensor, roof: Tensor, y: Tensor, rise: Tensor
) -> tuple[Tensor, Tensor]:
    """Heights and vertical speeds (B, N) in which whoever neither flies, climbs, jumps nor swims, and whom nothing
    carries (`on_it`, in a hand, in a box, on steps), loses at least half the speed that gravity takes. Small errors
    would let him rise for ever."""
    steps = above & (cast.traits[..., TRAITS.index("stepped")] > 0.5)[:, None]
    carried = on_it | (scene.held_by >= 0) | (scene.inside >= 0) | steps.any(-1)
    falls = (y > AFLOAT) & ~carried & (scene.pose[..., _ALOFT].sum(-1) < 0.5) & (cast.kind[..., 2] < 0.5)
    was = before.velocity[..., 1]
    most = torch.where(falls, was - 0.5 * GRAVITY * DT, rise)
    highest = torch.where(falls, before.position[..., 1] + DT * (was + most) / 2, y)
    return torch.minimum(y, torch.maximum(highest, roof)), torch.minimum(rise, most)


def _sitting(scene: Scene) -> Tensor:
    return (scene.pose[..., POSES.index("sit")] + scene.pose[..., POSES.index("lie")]) > 0.5


def _seated(scene: Scene, before: Scene, cast: Cast) -> Scene:
    """Who sits down on what has a back turns it to that back, and does not turn farther from it than one can on a chair
    afterwards."""
    sit, on = scene.pose[..., POSES.index("sit")], scene.supported_by
    has_back = cast.traits[..., TRAITS.index("seat")] * (cast.size[..., 1] - cast.seat > BACK)
    seat = torch.stack([scene.heading, has_back], -1)
    ahead, backed = pick(seat, on).unbind(-1)
    off = wrapped(scene.heading - ahead)
    sits_down = (sit > before.pose[..., POSES.index("sit")] + 0.01) & (off.abs() > 0.02)
    turns = (sit > 0.1) & (on >= 0) & (backed > 0.5) & (cast.kind[..., 2] < 0.5) & (sits_down | (off.abs() > TWIST))
    return replace(scene, heading=torch.where(turns, wrapped(scene.heading - off.clamp(-TURN, TURN)), scene.heading))


def _in_the_saddle(scene: Scene, before: Scene, cast: Cast, tasks: Tasks) -> Scene:
    """Who is on a mount sits astride it and goes where it goes, until they do something themselves that takes them off.
    Who has come to be on it slides into the saddle."""
    acts = _acting(scene, tasks)
    sits, sat = (s.pose[..., POSES.index("sit")] for s in (scene, before))
    leaves = acts & ((sits < 0.5) | (sits < sat - RISES))
    stays = _on_mount(before.supported_by, cast) & ~leaves
    on = torch.where(stays, before.supported_by, scene.supported_by)
    rides = stays | (_on_mount(on, cast) & ~acts & (scene.pose[..., _ALOFT].sum(-1) < 0.5))
    was, now = pick(before.position, on), pick(scene.position, on)
    flat = torch.zeros_like(sits)
    saddle = now + torch.stack([flat, pick(cast.stand[..., None], on)[..., 0], flat], -1)
    gap = saddle - (before.position + now - was)
    away = gap.norm(dim=-1, keepdim=True)
    place = torch.where(away > SADDLE_M, saddle - gap * (1.0 - SADDLE_M / away.clamp(min=1e-6)), saddle)
    ahead = pick(scene.heading[..., None], on)[..., 0]
    aside = torch.where(acts, wrapped(scene.heading - ahead).clamp(-LEAN, LEAN), 0.0)
    turned = wrapped(ahead + aside - before.heading).clamp(-TURN, TURN)
    sit = torch.nn.functional.one_hot(torch.tensor(POSES.index("sit")), len(POSES)).to(scene.pose)
    keep = rides[..., None]
    return replace(
        scene, position=torch.where(keep, place, scene.position),
        supported_by=torch.where(rides, on, scene.supported_by),
        velocity=torch.where(keep, pick(scene.velocity, on), scene.velocity),
        heading=torch.where(rides, wrapped(before.heading + turned), scene.heading),
        pose=torch.where(keep, before.pose + SADDLE * (sit - before.pose), scene.pose),
    )  # fmt: skip


def _acting(scene: Scene, tasks: Tasks) -> Tensor:
    """Whether (B, N) each is the actor of something under way."""
    actors = torch.where(tasks.active, tasks.roles[..., 0], -1)
    return torch.nn.functional.one_hot(actors + 1, scene.position.shape[1] + 1)[..., 1:].amax(1) > 0


def _aboard(scene: Scene, cast: Cast, tasks: Tasks) -> Scene:
    """Who is well within a boat and does nothing about it is on it, and comes to where there is room: no legs through
    its planks."""
    hull = cast.traits[..., [TRAITS.index(trait) for trait in ("container", "surface", "seat")]].prod(-1) > 0.5
    above = over(scene, cast) & hull[:, None] & (scene.position[..., 1] > HOVER)[..., None]
    on = torch.where(above.any(-1), above.float().argmax(-1), scene.supported_by)
    within = above.any(-1) & (cast.kind[..., KINDS.index("person")] > 0.5) & (scene.held_by < 0)
    within &= ~_acting(scene, tasks) & (scene.pose[..., _GOING].sum(-1) < 0.5)
    x, y, z, way, stand = pick(torch.cat([scene.position, scene.heading[..., None], cast.stand[..., None]], -1),
                               on).unbind(-1)  # fmt: skip
    room = (0.5 * pick(cast.size, on) - torch.tensor(_PLANKS)).clamp(min=0.0)
    sin, cos = torch.sin(way), torch.cos(way)
    off_x, off_z = scene.position[..., 0] - x, scene.position[..., 2] - z
    aside, ahead = off_x * cos - off_z * sin, off_x * sin + off_z * cos
    within &= ahead.abs() < room[..., 2] + _BOW
    inward = torch.stack([aside.clamp(-room[..., 0], room[..., 0]) - aside,
                          ahead.clamp(-room[..., 2], room[..., 2]) - ahead], -1).clamp(-SADDLE_M, SADDLE_M)  # fmt: skip
    aside, ahead = aside + inward[..., 0], ahead + inward[..., 1]
    place = torch.stack([x + aside * cos + ahead * sin, y + stand, z - aside * sin + ahead * cos], -1)
    return replace(scene, position=torch.where(within[..., None], place, scene.position),
                   supported_by=torch.where(within, on, scene.supported_by))  # fmt: skip


def _on_mount(on: Tensor, cast: Cast) -> Tensor:
    """Whether (B, N) each is a person whom what it is `on` (B, N) carries on its back."""
    carries = cast.kind[..., KINDS.index("creature")] * cast.traits[..., TRAITS.index("surface")]
    return (on >= 0) & (pick(carries[..., None], on)[..., 0] > 0.5) & (cast.kind[..., KINDS.index("person")] > 0.5)


def _at_rest(scene: Scene, before: Scene, cast: Cast) -> tuple[Scene, Tensor]:
    """Static friction: what stands or lies, goes nowhere and hardly moves does not move, and a thing does not turn."""
    step = (scene.position - before.position).norm(dim=-1)
    going = scene.pose[..., _GOING].sum(-1) > 0.5
    in_air = (scene.supported_by < 0) & (scene.position[..., 1] > HOVER)
    slow = (step < CREEP) & (scene.velocity.norm(dim=-1) < CREEP / DT + 0.01)
    rests = slow & ~going & ~in_air & (scene.held_by < 0) & (scene.inside < 0)
    turned = wrapped(scene.heading - before.heading).abs()
    faces = rests & (cast.kind[..., 2] > 0.5) & (turned < 0.01)
    return _kept(scene, before, rests, faces), torch.where(rests, step, torch.zeros_like(step))


def _left_alone(scene: Scene, before: Scene, cast: Cast, tasks: Tasks) -> tuple[Scene, Tensor]:
    """What is fixed stays, whatever happens: hours of small errors would walk a well off the stage. So does what lies
    still, whoever brushes against it, and nobody has it in hand who was not asked to take it; unless it is part of a
    task, or its support is and gives way (a chest that is opened does not), or it is slender."""
    on, step = before.supported_by, (scene.position - before.position).norm(dim=-1)
    asked = acted_on(tasks, cast.mask.shape[1])
    gives_way = asked & ((step > GIVEN) | (scene.tilt - before.tilt > 0.02))
    asked |= (pick(gives_way[..., None].float(), on)[..., 0] > 0.5) & (on >= 0)
    w, h, d = cast.size.unbind(-1)
    slender = (cast.traits[..., TRAITS.index("topples")] > 0.5) & (h >= SLENDER * torch.minimum(w, d))
    free = (before.held_by < 0) & (before.inside < 0)
    lies = (before.velocity.norm(dim=-1) < CALM) & ((on >= 0) | (before.position[..., 1] < HOVER)) & free
    fixed = cast.traits[..., TRAITS.index("fixed")] > 0.5
    stays = fixed | ((cast.kind[..., 2] > 0.5) & lies & ~asked & ~slender)
    budged = torch.where(stays, step, torch.zeros_like(step))
    kept = _kept(scene, before, stays, stays)
    ties = ("held_by", "inside", "supported_by")
    same = {name: torch.where(stays, getattr(before, name), getattr(scene, name)) for name in ties}
    return replace(kept, **same, tilt=torch.where(stays & ~fixed, before.tilt, scene.tilt)), budged


def acted_on(tasks: Tasks, n: int) -> Tensor:
    """(B, N) whether an entity plays a part in a task that is under way; all of them do in one that nobody does (a
    blast, a quake), save when it is only the sky that changes."""
    rows = torch.where(tasks.active[..., None], tasks.roles, -1)
    part = torch.nn.functional.one_hot(rows + 1, n + 1)[..., 1:].amax((1, 2)) > 0
    sky = torch.cat([tasks.weather, tasks.hour], -1).abs().amax(-1) > 0
    return part | (tasks.active & (tasks.roles[..., 0] < 0) & ~sky).any(1, keepdim=True)


def _kept(scene: Scene, before: Scene, places: Tensor, headings: Tensor) -> Scene:
    """The scene with these (B, N) still where they were, and these still facing as they did."""
    still = places[..., None]
    return replace(
        scene, position=torch.where(still, before.position, scene.position),
        velocity=torch.where(still, torch.zeros_like(scene.velocity), scene.velocity),
        heading=torch.where(headings, before.heading, scene.heading),
    )  # fmt: skip


def _off_stage_together(scene: Scene, cast: Cast) -> Scene:
    """What is in a hand or a box and who is on a mount leaves and comes back with what carries them."""
    riding = torch.where(_on_mount(scene.supported_by, cast), scene.supported_by, -1)
    by = torch.where(scene.held_by >= 0, scene.held_by, torch.where(scene.inside >= 0, scene.inside, riding))
    present = torch.where(by >= 0, pick(scene.present[..., None], by)[..., 0], scene.present)
    return replace(scene, present=present)


def _in_container(scene: Scene, cast: Cast) -> Scene:
    """What is in a box is where the box is."""
    box, lift = scene.inside, pick(cast.within[..., None], scene.inside)[..., 0]
    keep = (box >= 0)[..., None]
    place = pick(scene.position, box) + torch.stack([torch.zeros_like(lift), lift, torch.zeros_like(lift)], -1)
    return replace(
        scene, position=torch.where(keep, place, scene.position),
        velocity=torch.where(keep, pick(scene.velocity, box), scene.velocity),
    )  # fmt: skip


def _carried(scene: Scene, before: Scene, cast: Cast, tasks: Tasks) -> Scene:
    """Who is carried sits in the arms or on the back that carries them until one of the two does something about it;
    nobody else is in anybody's hand."""
    person = cast.kind[..., KINDS.index("person")] > 0.5
    n = person.shape[1]
    rows = torch.arange(n, device=person.device)
    carrier = before.held_by[:, None]
    dropped = tasks.active[..., None] & (tasks.roles[..., 1:2] == rows) & (tasks.roles[..., 0:1] == carrier)
    stays = person & (before.held_by >= 0) & ~_acting(scene, tasks) & ~dropped.any(1)
    held = torch.where(person, torch.where(stays, before.held_by, -1), scene.held_by)
    sit = torch.nn.functional.one_hot(torch.tensor(POSES.index("sit")), len(POSES)).to(scene.pose)
    pose = torch.where(stays[..., None], before.pose + SADDLE * (sit - before.pose), scene.pose)
    on = torch.where(stays, -1, scene.supported_by)
    return replace(scene, held_by=held, pose=pose, tilt=torch.where(stays, 0.0, scene.tilt), supported_by=on)


def _in_hand(scene: Scene, cast: Cast, held: Tensor) -> Scene:
    holder = scene.held_by.clamp(min=0)
    n = holder.shape[1]
    index = (holder * n + torch.arange(n, device=holder.device)[None])[..., None].expand(-1, -1, 3)
    offset = torch.gather(cast.hand.flatten(1, 2), 1, index)
    turned = pick(scene.heading[..., None], holder)[..., 0]
    place = pick(scene.position, holder) + out_of_frame(offset, turned)
    place = torch.stack([place[..., 0], place[..., 1].clamp(min=0.0), place[..., 2]], -1)
    moving = pick(scene.velocity, holder)
    keep = held[..., None]
    return replace(
        scene, position=torch.where(keep, place, scene.position), velocity=torch.where(keep, moving, scene.velocity),
        heading=torch.where(held, turned, scene.heading),
    )  # fmt: skip
