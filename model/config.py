"""The world model's configuration: sizes, rates and what its vocabulary was when it was trained.

Knows nothing of weights. Kept with them as `config.json`.
"""

from __future__ import annotations

from typing import Any

from transformers import PretrainedConfig

from model.geometry import STEPS_PER_SECOND
from model.verbs import VERB_NAMES


class WorldConfig(PretrainedConfig):  # type: ignore[no-untyped-call]
    """`width` D of a token, `layers` of attention among a step's tokens, `context` K recent steps looked back at,
    `memory` M numbers an entity keeps beyond them. `verbs` fixes the rows of the verb table."""

    model_type = "nacre-world"

    def __init__(self, width: int = 112, layers: int = 3, heads: int = 4, context: int = 6, memory: int = 16,
                 steps_per_second: int = STEPS_PER_SECOND, verbs: tuple[str, ...] | list[str] = VERB_NAMES,
                 **rest: Any) -> None:  # fmt: skip
        super().__init__(**rest)
        self.width, self.layers, self.heads = width, layers, heads
        self.context, self.memory = context, memory
        self.steps_per_second = steps_per_second
        self.verbs = list(verbs)
