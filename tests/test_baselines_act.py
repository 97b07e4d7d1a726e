"""What the model is compared with can be acted with like the model itself: without memory, without relative geometry,
and with motion that is drawn."""

from typing import Any

import pytest
import torch

from model.config import WorldConfig
from model.state import Action, WorldState
from model.world import WorldModel
from tests.stages import begin, square


@pytest.mark.parametrize("without", [{"memory": 0}, {"relative": False}, {"flow": True}], ids=str)
def test_a_baseline_steps_and_replays_from_its_bytes(without: dict[str, Any]) -> None:
    torch.manual_seed(1)
    world = WorldModel(WorldConfig(width=32, layers=1, heads=2, **without)).eval()
    _, first = begin(square(), world=world)
    later = world.step(first, [Action("walk", "e0", "e1")])
    again = world.step(WorldState.from_bytes(first.to_bytes()), [Action("walk", "e0", "e1")])
    assert later.to_bytes() == again.to_bytes()
    assert world.step(later).step == 2
