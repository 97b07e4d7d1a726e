"""Everybody on stage is posed the same whoever else is asked for, and a body's boxes hold it exactly."""

from dataclasses import replace

import numpy as np
import pytest

from model.moment import EMOTIONS, GESTURES, POSES
from model.renderer.mesh import F32
from model.renderer.troupe import extents, lamps_of, outline, players
from tests.scenes import FRONT, placed
from tests.stages import stage_of

STAGE = stage_of(("Anna", "adult"), ("dragon", "dragon"), ("sword", "sword"), ("lantern", "lantern"), ("crow", "bird"))
PLACES = {0: (0.0, 0.0, 0.0, 30.0), 1: (-2.5, 0.0, 1.5, 120.0), 2: (3.0, 0.0, -3.0, 0.0), 3: (1.0, 0.0, 1.0, 0.0),
          4: (2.0, 1.0, 1.5, 180.0)}  # fmt: skip


def mixed(names: tuple[str, ...], seed: int) -> F32:
    """(N, names) weights of a bit of everything."""
    return np.random.default_rng(seed).dirichlet(np.full(len(names), 0.4), len(STAGE.entities)).astype(np.float32)


STILL = placed(STAGE, PLACES)
MOMENT = replace(STILL, pose=mixed(POSES, 1), gesture=mixed(GESTURES, 2), emotion=mixed(EMOTIONS, 3),
                 held_by=np.array([-1, -1, 0, 2, -1]), speaking=np.array([0.7, 0, 0, 0, 0.2], np.float32))  # fmt: skip


@pytest.mark.parametrize("row", range(len(STAGE.entities)))
def test_one_who_is_asked_for_alone_stands_as_among_the_others(row: int) -> None:
    (alone,) = players(STAGE, MOMENT, [row])
    assert np.array_equal(alone.matrices, players(STAGE, MOMENT)[row].matrices)


@pytest.mark.parametrize("row", range(len(STAGE.entities)))
def test_boxes_are_those_of_the_outline(row: int) -> None:
    (player,) = players(STAGE, MOMENT, [row])
    for box, points in zip(extents(player), outline(player), strict=True):
        assert (box is None) == (points is None)
        if box is not None and points is not None:
            assert np.allclose(box, [points.min(axis=0), points.max(axis=0)], atol=1e-5)


def test_a_lamp_shines_from_what_glows_on_it_wherever_it_is_carried() -> None:
    lit = replace(MOMENT, lit=np.array([0, 0, 0, 1, 0], np.float32))
    cast = players(STAGE, lit)
    (lamp,) = lamps_of(STAGE, lit, cast, [], FRONT)
    body = cast[3].body
    glowing = body.glow[body.material] > 0.3
    assert np.allclose(lamp.position, body.placed(cast[3].matrices)[0][glowing].mean(axis=0), atol=1e-4)
