"""The world model's configuration: sizes, rates and what its vocabulary was when it was trained.

Knows nothing of weights. Kept with them as `config.json`.
"""

from __future__ import annotations

from typing import Any

from transformers import PretrainedConfig

from model.geometry import STEPS_PER_SECOND
from model.verbs import VERB_NAMES

VERSION = 3  # of what weights mean: raised when features, tables or layers change


class WorldConfig(PretrainedConfig):  # type: ignore[no-untyped-call]
    """`width` D of a token, `layers` of attention among a step's tokens, `context` K recent steps looked back at,
    `memory` M numbers an entity keeps beyond them. `verbs` fixes the rows of the verb table. Baselines differ in one
    thing: `memory=0` keeps nothing beyond the context, `relative=False` sees places on the stage instead of places as
    seen from each other, `flow=True` draws motion (`model.flow`) and has no tempers. `version` is that of the code
    they were made by."""

    model_type = "nacre-world"

    def __init__(self, width: int = 128, layers: int = 3, heads: int = 4, context: int = 6, memory: int = 16,
                 relative: bool = True, flow: bool = False, steps_per_second: int = STEPS_PER_SECOND,
                 verbs: tuple[str, ...] | list[str] = VERB_NAMES, version: int = VERSION,
                 **rest: Any) -> None:  # fmt: skip
        super().__init__(**rest)
        self.width, self.layers, self.heads = width, layers, heads
        self.context, self.memory, self.relative, self.flow = context, memory, relative, flow
        self.steps_per_second, self.version = steps_per_second, version
        self.verbs = list(verbs)
