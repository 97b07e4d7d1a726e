"""Things in a container are hidden, unless it stands open or one can see into it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from model.camera import Camera
from model.renderer.renderer import Renderer
from model.renderer.troupe import players
from tests.scenes import FRONT, SMALL, placed
from tests.stages import stage_of


def seen(container: str, opened: float) -> bool:
    """Whether an apple in the container is among what is drawn."""
    stage = stage_of((container, container), ("apple", "apple"))
    moment = placed(stage, {0: (0.0, 0.0, 0.0, 0.0), 1: (0.0, 0.1, 0.0, 0.0)})
    moment = replace(moment, inside=np.array([-1, 0]), opened=np.array([opened, 0.0], np.float32))
    return 1 in [player.row for player in players(stage, moment)]


@pytest.mark.parametrize("container", ["box", "chest", "coffin"])
def test_a_lid_hides_what_it_shuts_in(container: str) -> None:
    assert not seen(container, 0.0) and seen(container, 1.0)


@pytest.mark.parametrize(("container", "visible"), [("bag", False), ("cage", True), ("cart", True), ("boat", True)])
def test_bags_swallow_and_bars_show(container: str, visible: bool) -> None:
    assert seen(container, 0.0) is visible


@pytest.mark.parametrize("container", ["box", "chest", "coffin"])
def test_what_lies_in_an_open_container_is_in_the_picture(container: str) -> None:
    stage = stage_of((container, container), ("apple", "apple"))
    moment = placed(stage, {0: (0.0, 0.0, 0.0, 0.0), 1: (0.0, 0.1, 0.0, 0.0)})
    moment = replace(moment, inside=np.array([-1, 0]), opened=np.array([1.0, 0.0], np.float32))
    above = Camera(position=(1.6, 2.6, 3.0), target=(0.0, 0.3, 0.0))
    gbuffer, _ = Renderer(threads=1).gbuffer(stage, moment, above, SMALL)
    assert (gbuffer.entity == 1).sum() > 10


def test_a_thing_in_a_box_in_a_shut_chest_is_hidden_and_has_no_place_in_the_frame() -> None:
    stage = stage_of(("chest", "chest"), ("box", "box"), ("ball", "ball"))
    moment = placed(stage, {row: (0.0, 0.1 * row, 0.0, 0.0) for row in range(3)})
    inside = np.array([-1, 0, 1])
    shut = replace(moment, inside=inside, opened=np.array([0.0, 1.0, 0.0], np.float32))
    assert [player.row for player in players(stage, shut)] == [0]
    boxes = Renderer(threads=1).boxes(stage, shut, FRONT)
    assert boxes["e2"] == (None, None) and boxes["e0"][0] is not None


def test_what_is_hidden_leaves_no_trace_in_the_picture() -> None:
    stage = stage_of(("box", "box"), ("torch", "torch"))
    moment = placed(stage, {0: (0.0, 0.0, 0.0, 0.0), 1: (0.0, 0.1, 0.0, 0.0)}, hour=23.0)
    hidden = replace(moment, inside=np.array([-1, 0]), lit=np.array([0.0, 1.0], np.float32))
    gone = replace(moment, present=np.array([1.0, 0.0], np.float32))
    renderer = Renderer(threads=1)
    assert (renderer.draw(stage, hidden, FRONT, SMALL) == renderer.draw(stage, gone, FRONT, SMALL)).all()


def test_rings_of_containers_end() -> None:
    stage = stage_of(("cage", "cage"), ("cart", "cart"))
    moment = replace(placed(stage, {}), inside=np.array([1, 0]))
    assert len(players(stage, moment)) == 2
