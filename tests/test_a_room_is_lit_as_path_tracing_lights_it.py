"""Light by rules in a room against path tracing: as strong, from lamps near and far, from a key light that sticks
through a low ceiling, and from the walls."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from model.camera import Camera
from model.renderer.light import key_indoors
from model.renderer.raster import SET, Surface, view_of
from model.renderer.shading import direct, occlusion
from model.renderer.studio import soft_box
from model.teacher.path_tracer import trace
from tests.scenes import FRONT, placed, ruled
from tests.stages import stage_of

SIZE = (112, 63)
BACK = Camera(position=(0.0, 1.8, 4.5), target=(0.0, 1.6, -6.0))


def lit(setting: str, hour: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Light (H, W) by rules and as traced, and where it falls on the set."""
    stage = stage_of(("Anna", "adult"), setting=setting, indoor=True)
    moment = placed(stage, {0: (6.5, 0.0, 4.0, 0.0)}, hour=hour)
    renderer, view = ruled(), view_of(BACK, SIZE)
    g, light = renderer.gbuffer(stage, moment, BACK, SIZE)
    rules = direct(g, replace(light, fill=(0.0, 0.0, 0.0)), view, occlusion(g, view, None))
    traced = trace(renderer.picture(stage, moment, BACK), BACK, SIZE, samples=25, seed=2)
    return (rules.diffuse * rules.albedo + rules.mirrored).mean(axis=0), traced.mean(axis=2), g.entity == SET


@pytest.mark.parametrize(("setting", "hour"),
                         [("classroom", 22.0), ("bedroom", 22.0), ("theatre", 22.0), ("study", 12.0)])
def test_the_set_is_as_bright_by_rules_as_it_is_traced(setting: str, hour: float) -> None:
    rules, traced, on_set = lit(setting, hour)
    assert 0.7 < rules[on_set].mean() / traced[on_set].mean() < 1.3


def test_a_key_light_that_sticks_through_the_ceiling_is_dimmed_by_it() -> None:
    low, high = (key_indoors((8.0, height, 7.0)).clear for height in (4.0, 8.0))
    assert 0.6 < low < 0.9 and high == 1.0
    assert soft_box((0.0, 1.0, 0.0), (8.0, 4.0, 7.0)).clear == 1.0  # it lies flat under the ceiling


def test_light_does_not_get_through_what_the_camera_looks_through() -> None:
    stage = stage_of(("Anna", "adult"), setting="desert")
    picture = ruled().picture(stage, placed(stage, {0: (6.0, 0.0, -3.0, 0.0)}), FRONT)
    above = Camera(position=(0.0, 9.0, 0.1), target=(0.0, 0.0, 0.0))
    corners = np.array([[x, 3.0, z] for x in (-3.0, 3.0) for z in (-3.0, 3.0)], np.float32)
    faces_down = np.array([[0, 2, 1], [1, 2, 3]], np.int32)
    normals = np.tile(np.array([[0.0, -1.0, 0.0]], np.float32), (4, 1))
    cloth = Surface(corners, normals, faces_down, np.ones(4, np.int32), np.full((4, 3), 0.5, np.float32))
    shaded = replace(picture, surfaces=[*picture.surfaces, cloth])
    bare, under = (trace(p, above, (48, 27), samples=16, seed=1)[9:18, 16:32].mean() for p in (picture, shaded))
    assert 0.0 < under < 0.6 * bare
