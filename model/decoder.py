"""StateDecoder: from the next latents to the next scene, and to which tasks are done.

It predicts changes, in each entity's own frame; weights move towards what they are to become at a rate of their
own. Knows nothing of the past.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from model.config import WorldConfig
from model.flow import HINT, MOTION, Point, drawn
from model.geometry import DT
from model.layers import Linear, mlp, sigmoid, wrapped
from model.moment import EMOTIONS, GESTURES, POSES, WEATHERS
from model.tensors import PAIR, Cast, Scene, into_frame, out_of_frame, pick

Chance = Tensor | Point  # noise (B, N, MOTION) to draw motion from, or in training a point on its way there
_UNITS = (4.0, 4.0, 4.0, 3.3, 3.3, 3.3, 7.5)  # of motion as `model.flow` counts it, in what the network says
_SLIP, _TURN = 0.1, 0.6  # m and radians, what 1 of the network's answer means and at most
RELATIONS = ("held_by", "supported_by", "inside")


@dataclass(frozen=True, slots=True)
class Prediction:
    """The next scene with soft edges: relations as logits over N entities and, last, none; tasks as logits of done."""

    scene: Scene  # relations as they were
    relations: Tensor  # (B, N, 3, N + 1)
    present: Tensor  # (B, N) logit
    done: Tensor  # (B, A) logit


class StateDecoder(nn.Module):
    def __init__(self, config: WorldConfig) -> None:
        super().__init__()
        d = config.width
        self.motion = mlp(d + (HINT if config.flow else 0), d, MOTION)
        self.weights = mlp(d, d, len(POSES) + len(GESTURES) + len(EMOTIONS) + 3)
        self.levels = mlp(d, d, 6)
        self.left, self.right, self.between = Linear(d, 32), Linear(d, 32), Linear(PAIR, 32)
        self.relation = Linear(32, len(RELATIONS))
        self.nothing = Linear(d, len(RELATIONS))
        self.done = mlp(2 * d, d, 1)
        self.sky = mlp(d, d, len(WEATHERS) + 2)

    def forward(
        self,
        x: Tensor,
        roles: Tensor,
        actors: Tensor,
        pairs: Tensor,
        scene: Scene,
        cast: Cast,
        chance: Chance | None = None,
    ) -> Prediction:
        """x (B, N + 1, D); roles (B, A, 3, D) and actors (B, A), rows of x, from the action encoder. `chance` is for
        models with `flow`."""
        entities, sky = x[:, :-1], self.sky(x[:, -1:])[:, 0]
        moved = _moved(self._motion(entities, chance), scene)
        scene = Scene(**{**_fields(scene), **moved, **self._shown(entities, scene), **self._sky(sky, scene)})
        hidden = torch.relu(self.left(entities)[:, :, None] + self.right(entities)[:, None] + self.between(pairs))
        to_others = self.relation(hidden).masked_fill(~cast.mask[:, None, :, None], -1e9)
        logits = torch.cat([to_others, self.nothing(entities)[:, :, None]], 2).transpose(2, 3)
        acting = pick(x, actors)
        done = self.done(torch.cat([acting, roles[:, :, 0]], -1).flatten(0, 1)[:, None])[:, 0, 0]
        present = self.levels(entities)[..., 5] + 8.0 * scene.present - 4.0
        return Prediction(scene, logits, present, done.view(acting.shape[:2]))

    def _motion(self, x: Tensor, chance: Chance | None) -> Tensor:
        """What the network says of motion (B, N, MOTION)."""
        if chance is None:
            said: Tensor = self.motion(x)
            return said
        units = torch.tensor(_UNITS, device=x.device)

        def end(point: Point) -> Tensor:
            ends: Tensor = self.motion(torch.cat([x, point.columns()], -1)) * units
            return ends

        return (end(chance) if isinstance(chance, Point) else drawn(end, chance)) / units

    def _shown(self, x: Tensor, scene: Scene) -> dict[str, Tensor]:
        raw, level = self.weights(x), self.levels(x)
        sizes = [len(POSES), len(GESTURES), len(EMOTIONS), 3]
        *logits, rates = raw.split(sizes, -1)
        rate = sigmoid(rates - 1.0)
        old = (scene.pose, scene.gesture, scene.emotion)
        pose, gesture, emotion = (
            _towards(w, g, rate[..., k, None]) for k, (w, g) in enumerate(zip(old, logits, strict=True))
        )
        step = torch.tanh(level)
        return {
            "pose": pose, "gesture": gesture, "emotion": emotion,
            "opened": (scene.opened + 0.2 * step[..., 0]).clamp(0, 1),
            "lit": (scene.lit + 0.2 * step[..., 1]).clamp(0, 1),
            "tilt": (scene.tilt + 0.4 * step[..., 2]).clamp(0, 1),
            "speaking": scene.speaking + sigmoid(level[..., 4]) * (sigmoid(level[..., 3]) - scene.speaking),
        }  # fmt: skip

    def _sky(self, raw: Tensor, scene: Scene) -> dict[str, Tensor]:
        rate = sigmoid(raw[:, -2:-1] - 3.0)
        weather = _towards(scene.weather, raw[:, :-2], rate)
        return {"weather": weather, "hour": torch.remainder(scene.hour + 0.6 * sigmoid(raw[:, -1] - 3.0), 24.0)}


def _moved(motion: Tensor, scene: Scene) -> dict[str, Tensor]:
    """Velocity by a predicted change, position by the mean of both velocities plus what that leaves out."""
    change, slip, turn = motion[..., :3], _SLIP * motion[..., 3:6], motion[..., 6]
    velocity = out_of_frame(into_frame(scene.velocity, scene.heading) + change, scene.heading)
    position = scene.position + DT * (scene.velocity + velocity) / 2 + out_of_frame(slip, scene.heading)
    return {"velocity": velocity, "position": position, "heading": wrapped(scene.heading + _TURN * torch.tanh(turn))}


def motion_between(scene: Scene, then: Scene) -> Tensor:
    """The motion (B, N, MOTION) that leads from one scene to the other, as `model.flow` counts it."""
    change = into_frame(then.velocity - scene.velocity, scene.heading)
    slip = into_frame(then.position - scene.position - DT * (scene.velocity + then.velocity) / 2, scene.heading)
    turn = torch.atanh((wrapped(then.heading - scene.heading) / _TURN).clamp(-0.95, 0.95))
    motion = torch.cat([change, slip / _SLIP, turn[..., None]], -1)
    return motion * torch.tensor(_UNITS, device=motion.device)


def _towards(weights: Tensor, logits: Tensor, rate: Tensor) -> Tensor:
    """Weights moved at `rate` to where the logits point; without any they settle on the one that leads."""
    return weights + rate * ((logits + 6.0 * weights).softmax(-1) - weights)


def _fields(scene: Scene) -> dict[str, Tensor]:
    return {name: getattr(scene, name) for name in Scene.__dataclass_fields__}
