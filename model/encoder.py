"""StateEncoder and ActionEncoder: a scene and its tasks become latent tokens.

One token an entity and one for the environment, D wide. Knows nothing of time (see `model.dynamics`).
"""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor, nn

from model.config import WorldConfig
from model.layers import mlp
from model.tensors import (
    ENTITY,
    ENVIRONMENT,
    ROLE,
    ROLES,
    WORDS,
    Cast,
    Scene,
    Tasks,
    entity_features,
    environment_features,
    role_features,
)

CODE = 48  # width of what is asked


class StateEncoder(nn.Module):
    """Scene -> tokens (B, N + 1, D), the environment's last."""

    def __init__(self, config: WorldConfig) -> None:
        super().__init__()
        self.tempered = not config.flow
        self.entity = mlp(ENTITY, config.width, config.width)
        self.environment = mlp(ENVIRONMENT, config.width, config.width)

    def forward(self, scene: Scene, cast: Cast) -> Tensor:
        seen = cast if self.tempered else replace(cast, temper=torch.zeros_like(cast.temper))
        entities = self.entity(entity_features(scene, seen))
        return torch.cat([entities, self.environment(environment_features(scene, cast)[:, None])], 1)


class ActionEncoder(nn.Module):
    """Tasks -> one token a role (B, A, 3, D), and what each entity's roles add up to (B, N + 1, D).

    An action is seen by everyone in it, each in their own frame: the one who gives, the one who is given to, the
    thing. The environment plays the actor of an action that has none. What is asked is a verb's row and the meaning of
    the words it was asked in, added in one space, so that words alone can stand for a verb nobody has named.
    """

    def __init__(self, config: WorldConfig) -> None:
        super().__init__()
        self.verb = nn.Embedding(len(config.verbs), CODE)
        self.meaning = mlp(WORDS, 128, CODE)
        self.role = nn.Embedding(len(ROLES), 16)
        self.view = mlp(ROLE + CODE + 16, 2 * config.width, config.width)

    def forward(self, scene: Scene, cast: Cast, tasks: Tasks, pairs: Tensor) -> tuple[Tensor, Tensor]:
        b, a, _ = tasks.roles.shape
        n = scene.position.shape[1]
        code = self.verb(tasks.verb) + self.said(tasks.words)
        asked = torch.cat([code[:, :, None].expand(-1, -1, 3, -1), self.role.weight.expand(b, a, -1, -1)], -1)
        seen = torch.cat([asked, role_features(scene, cast, tasks, pairs)], -1)
        tokens = self.view(seen.flatten(0, 1)).view(b, a, len(ROLES), -1)  # a product a task: worlds differ in how many
        rows = tasks.roles.clone()
        rows[..., 0] = torch.where(rows[..., 0] < 0, n, rows[..., 0])  # nobody acts: the environment does
        plays = (tasks.active[..., None] & (rows >= 0)).float()[..., None]
        flat = rows.clamp(min=0).reshape(b, -1)
        shares = (tokens * plays).flatten(1, 2)
        sums = torch.zeros(b, n + 1, shares.shape[-1], device=shares.device, dtype=shares.dtype)
        sums = sums.scatter_add(1, flat[..., None].expand_as(shares), shares)
        return tokens, sums

    def said(self, words: Tensor) -> Tensor:
        """Phrases (B, A, 512) in the space of the verbs (B, A, CODE); 0 where nothing was said."""
        code: Tensor = self.meaning(words.flatten(0, 1)[:, None] * WORDS**0.5)
        code = code.view(*words.shape[:2], CODE)
        return code * (words.abs().amax(-1, keepdim=True) > 0)

    def named(self, words: Tensor) -> Tensor:
        """Which verb phrases mean, as logits (B, A, V): the nearer to a verb's row the likelier."""
        return self.said(words) @ self.verb.weight.t()
