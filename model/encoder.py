"""StateEncoder and ActionEncoder: a scene and its tasks become latent tokens.

One token an entity and one for the environment, D wide. Knows nothing of time (see `model.dynamics`).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from model.config import WorldConfig
from model.tensors import (
    ENTITY,
    ENVIRONMENT,
    ROLE,
    ROLES,
    Cast,
    Scene,
    Tasks,
    entity_features,
    environment_features,
    role_features,
)


def mlp(inputs: int, hidden: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(inputs, hidden), nn.GELU(), nn.Linear(hidden, outputs))


class StateEncoder(nn.Module):
    """Scene -> tokens (B, N + 1, D), the environment's last."""

    def __init__(self, config: WorldConfig) -> None:
        super().__init__()
        self.entity = mlp(ENTITY, config.width, config.width)
        self.environment = mlp(ENVIRONMENT, config.width, config.width)

    def forward(self, scene: Scene, cast: Cast) -> Tensor:
        entities = self.entity(entity_features(scene, cast))
        return torch.cat([entities, self.environment(environment_features(scene, cast))[:, None]], 1)


class ActionEncoder(nn.Module):
    """Tasks -> one token a role (B, A, 3, D), and what each entity's roles add up to (B, N + 1, D).

    An action is seen by everyone in it, each in their own frame: the one who gives, the one who is given to, the
    thing. The environment plays the actor of an action that has none.
    """

    def __init__(self, config: WorldConfig) -> None:
        super().__init__()
        self.verb = nn.Embedding(len(config.verbs), 48)
        self.role = nn.Embedding(len(ROLES), 16)
        self.view = mlp(ROLE + 48 + 16, 2 * config.width, config.width)

    def forward(self, scene: Scene, cast: Cast, tasks: Tasks, pairs: Tensor) -> tuple[Tensor, Tensor]:
        b, a, _ = tasks.roles.shape
        n = scene.position.shape[1]
        words = torch.cat([self.verb(tasks.verb)[:, :, None].expand(-1, -1, 3, -1),
                           self.role.weight.expand(b, a, -1, -1)], -1)  # fmt: skip
        tokens = self.view(torch.cat([words, role_features(scene, cast, tasks, pairs)], -1))
        rows = tasks.roles.clone()
        rows[..., 0] = torch.where(rows[..., 0] < 0, n, rows[..., 0])  # nobody acts: the environment does
        plays = (tasks.active[..., None] & (rows >= 0)).float()[..., None]
        flat = rows.clamp(min=0).reshape(b, -1)
        shares = (tokens * plays).flatten(1, 2)
        sums = torch.zeros(b, n + 1, shares.shape[-1], device=shares.device, dtype=shares.dtype)
        sums = sums.scatter_add(1, flat[..., None].expand_as(shares), shares)
        return tokens, sums
