"""How far a prediction is from what the teacher did. Training only; every term is about 1 where the error matters."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, smooth_l1_loss

from model.decoder import RELATIONS, Prediction
from model.layers import wrapped
from model.tensors import Cast, Scene, Tasks


def _huber(error: Tensor, scale: float) -> Tensor:
    return smooth_l1_loss(error / scale, torch.zeros_like(error), reduction="none")


def _binary(logit: Tensor, truth: Tensor) -> Tensor:
    return binary_cross_entropy_with_logits(logit, truth, reduction="none")


def losses(
    out: Prediction, now: Scene, true_now: Scene, true_next: Scene, cast: Cast, tasks: Tasks, done: Tensor
) -> dict[str, Tensor]:
    """Named scalars. `now` is the scene predicted from, which may have drifted from `true_now`: what it is off on the
    ground it may stay off, so that the model is never asked to know where it should have been."""
    s, mask = out.scene, cast.mask.float()
    free = mask * (true_next.held_by < 0) * (true_next.inside < 0)
    count, loose = mask.sum() + 1e-6, free.sum() + 1e-6
    drift = (now.position - true_now.position) * torch.tensor([1.0, 0.0, 1.0])
    # Whoever goes somewhere has to face where that is; whoever just stands may face wherever he has come to face.
    goes = true_next.velocity[..., [0, 2]].norm(dim=-1) > 0.2
    turned = goes | (wrapped(true_next.heading - true_now.heading).abs() > 0.01)
    spun = torch.where(turned, torch.zeros_like(now.heading), wrapped(now.heading - true_now.heading))

    def mean(x: Tensor, weight: Tensor, total: Tensor) -> Tensor:
        share: Tensor = (x * weight).sum() / total
        return share

    def busier(name: str, extra: float) -> Tensor:
        """The mask with more weight where this field changes: most of a stage stands still most of the time."""
        before, after = getattr(true_now, name), getattr(true_next, name)
        changes = (after - before).abs().reshape(*mask.shape, -1).amax(-1) > 0.01
        heavier: Tensor = mask * (1 + extra * changes)
        return heavier

    def shown(name: str) -> Tensor:
        error = _huber(getattr(s, name) - getattr(true_next, name), 0.05)
        return mean(error.reshape(*mask.shape, -1).mean(-1), busier(name, 4.0), count)

    motion = free * (1 + 2 * ((true_next.velocity - true_now.velocity).norm(dim=-1) > 0.02))
    active = tasks.active.float()
    return {
        "velocity": mean(_huber(s.velocity - true_next.velocity, 0.25).sum(-1), motion, loose),
        "position": mean(_huber(s.position - true_next.position - drift, 0.03).sum(-1), motion, loose),
        "heading": mean(_huber(wrapped(s.heading - true_next.heading - spun), 0.08), free, loose),
        **{name: 3.0 * shown(name) for name in ("pose", "gesture", "emotion")},
        **{name: shown(name) for name in ("opened", "lit", "tilt", "speaking")},
        "relations": _relations(out, true_now, true_next, mask, count),
        "present": 0.5 * mean(_binary(out.present, true_next.present), busier("present", 20.0), count),
        "done": mean(_binary(out.done, done), active * (1 + 2 * done), active.sum() + 1e-6),
        **_sky(s, now, true_now, true_next),
    }


def _sky(s: Scene, now: Scene, true_now: Scene, true_next: Scene) -> dict[str, Tensor]:
    """Weather and hour: few lessons move them, so those that do weigh more."""
    passed = torch.remainder(true_next.hour - true_now.hour + 12.0, 24.0) - 12.0
    hour = torch.remainder(s.hour - now.hour - passed + 12.0, 24.0) - 12.0
    turning = (true_next.weather - true_now.weather).abs().amax(-1) > 0.01
    weather = _huber(s.weather - true_next.weather, 0.05).mean(-1)
    return {
        "weather": (weather * (1 + 12 * turning)).mean(),
        "hour": (_huber(hour, 0.1) * (1 + 12 * (passed.abs() > 0.01))).mean(),
    }


def _relations(out: Prediction, now: Scene, then: Scene, mask: Tensor, count: Tensor) -> Tensor:
    """Changes are rare and everything hangs on them, so they weigh more."""
    n = mask.shape[1]
    total = torch.zeros(())
    for k, name in enumerate(RELATIONS):
        target, was = getattr(then, name), getattr(now, name)
        row = torch.where(target < 0, n, target).reshape(-1)
        each = cross_entropy(out.relations[:, :, k].reshape(-1, n + 1), row, reduction="none")
        total = total + (each.view_as(mask) * mask * (1 + 14 * (target != was))).sum() / count
    return total
