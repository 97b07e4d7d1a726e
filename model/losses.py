"""How far a prediction is from what the teacher did. Training only; every term is about 1 where the error matters."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, smooth_l1_loss

from model.decoder import RELATIONS, Prediction
from model.tensors import Cast, Scene, Tasks


def _huber(error: Tensor, scale: float) -> Tensor:
    return smooth_l1_loss(error / scale, torch.zeros_like(error), reduction="none")


def _binary(logit: Tensor, truth: Tensor) -> Tensor:
    return binary_cross_entropy_with_logits(logit, truth, reduction="none")


def _wrap(angle: Tensor) -> Tensor:
    return torch.atan2(torch.sin(angle), torch.cos(angle))


def losses(
    out: Prediction, now: Scene, true_now: Scene, true_next: Scene, cast: Cast, tasks: Tasks, done: Tensor
) -> dict[str, Tensor]:
    """Named scalars. `now` is the scene predicted from, which may have drifted from `true_now`: what it is off on the
    ground it may stay off, so that the model is never asked to know where it should have been."""
    s, mask = out.scene, cast.mask.float()
    free = mask * (true_next.held_by < 0)
    count, loose = mask.sum() + 1e-6, free.sum() + 1e-6
    drift = (now.position - true_now.position) * torch.tensor([1.0, 0.0, 1.0])
    turned = _wrap(true_next.heading - true_now.heading).abs() > 0.01
    spun = torch.where(turned, torch.zeros_like(now.heading), _wrap(now.heading - true_now.heading))

    def mean(x: Tensor, weight: Tensor, total: Tensor) -> Tensor:
        return (x * weight).sum() / total

    change = (true_next.velocity - true_now.velocity).norm(dim=-1)
    motion = free * (1 + 2 * (change > 0.02))
    weights = {w: mean(_huber(getattr(s, w) - getattr(true_next, w), 0.05).mean(-1), mask, count)
               for w in ("pose", "gesture", "emotion")}  # fmt: skip
    levels = {w: mean(_huber(getattr(s, w) - getattr(true_next, w), 0.05), mask, count)
              for w in ("opened", "lit", "tilt", "speaking")}  # fmt: skip
    hour = torch.remainder(s.hour - true_next.hour + 12.0, 24.0) - 12.0
    active = tasks.active.float()
    return {
        "velocity": mean(_huber(s.velocity - true_next.velocity, 0.25).sum(-1), motion, loose),
        "position": mean(_huber(s.position - true_next.position - drift, 0.03).sum(-1), motion, loose),
        "heading": mean(_huber(_wrap(s.heading - true_next.heading - spun), 0.08), free, loose),
        **{k: 3.0 * v for k, v in weights.items()},
        **levels,
        "relations": _relations(out, true_now, true_next, mask, count),
        "present": 0.5 * mean(_binary(out.present, true_next.present), mask, count),
        "done": mean(_binary(out.done, done), active * (1 + 5 * done), active.sum() + 1e-6),
        "weather": _huber(s.weather - true_next.weather, 0.05).mean(),
        "hour": _huber(hour, 0.1).mean(),
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
