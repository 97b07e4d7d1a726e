"""A scene moved or turned as a whole looks the same to everyone in it."""

import math
from dataclasses import replace

import numpy as np
import torch

from model.tensors import cast_of, pair_features, scene_of
from tests.stages import begin, square


def test_pair_features_do_not_change_when_the_whole_scene_is_moved_and_turned() -> None:
    _, state = begin(square())
    m, angle = state.moment, 0.8
    c, s = math.cos(angle), math.sin(angle)
    turn = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]], np.float32)
    moved = replace(
        m, position=(m.position @ turn.T + np.array([2.0, 0.0, -1.0], np.float32)).astype(np.float32),
        velocity=(m.velocity @ turn.T).astype(np.float32), heading=(m.heading + angle).astype(np.float32),
    )  # fmt: skip
    cast = cast_of(state.stage, np.zeros((5, 4), np.float32))
    torch.testing.assert_close(
        pair_features(scene_of([m]), cast), pair_features(scene_of([moved]), cast), atol=2e-4, rtol=1e-3
    )
