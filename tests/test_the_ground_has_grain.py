"""The ground's paint is mottled: the same wherever it is drawn from, and in a path-traced picture too."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from model.camera import Camera
from model.moment import Moment
from model.renderer.finish import finish
from model.renderer.renderer import Renderer
from model.renderer.scenery import GROUND
from model.stage import Stage
from model.teacher.sights import sight
from tests.scenes import ruled

SIZE = (160, 90)


def _village() -> tuple[Stage, Moment, Camera]:
    s = sight(1_000_042)
    assert s.stage.setting == "village"
    return s.stage, s.moment, s.camera


def test_only_the_ground_is_mottled_and_evenly_about_its_paint() -> None:
    g, _ = ruled().gbuffer(*_village(), SIZE)
    ground = g.kind == GROUND
    assert ground.sum() > 1000 and np.all(g.grain[~ground] == 1.0)
    assert g.grain[ground].std() > 0.03 and abs(g.grain[ground].mean() - 1.0) < 0.1


def test_what_was_traced_is_as_mottled_as_what_is_drawn() -> None:
    stage, moment, camera = _village()
    g, light = ruled().gbuffer(stage, moment, camera, SIZE)
    light = replace(light, wet=0.0, snow=0.0)
    falls = np.full((3, SIZE[1], SIZE[0]), 0.4, np.float32)
    drawn = finish(falls, np.zeros_like(falls), g, light, camera)
    traced = finish(falls * g.albedo, None, g, light, camera)
    assert np.abs(drawn.astype(int) - traced.astype(int)).max() <= 1
    bare = finish(falls * g.albedo, None, replace(g, grain=np.ones_like(g.grain)), light, camera)
    assert np.abs(bare.astype(int) - traced.astype(int))[g.kind == GROUND].mean() > 1.0


def test_snow_hides_the_grain() -> None:
    stage, moment, camera = _village()
    g, light = ruled().gbuffer(stage, moment, camera, SIZE)
    flat = (g.kind == GROUND) & (g.normal[1] > 0.9)
    falls = np.full((3, SIZE[1], SIZE[0]), 0.4, np.float32)

    def rough(snow: float) -> float:
        white = replace(light, wet=0.0, snow=snow)
        with_grain, without = (finish(falls, None, at, white, camera)[flat].astype(float)
                               for at in (g, replace(g, grain=np.ones_like(g.grain))))
        return float(np.abs(with_grain - without).mean())

    assert rough(1.0) < 0.2 * rough(0.0)


def test_a_film_has_the_grain_of_single_frames() -> None:
    stage, moment, camera = _village()
    later = replace(moment, position=moment.position + np.float32(0.3))
    shots = [(moment, camera), (later, camera), (moment, camera)]
    film = list(Renderer(threads=1).film(stage, shots, SIZE))
    for (at, seen_by), frame in zip(shots, film, strict=True):
        assert np.array_equal(frame, ruled().draw(stage, at, seen_by, SIZE))
