"""From inside, a window shows air and hills, so far off that they stay where they are when the camera moves aside."""

from functools import cache

import numpy as np

from model.camera import Camera
from model.renderer.scenery import SKY_PANE
from model.stage import Stage
from tests.scenes import placed, ruled
from tests.stages import stage_of

SIZE = (480, 270)


@cache
def room() -> Stage:
    return stage_of(("girl", "child"), setting="living room", indoor=True)


@cache
def seen(aside: float) -> tuple[np.ndarray, np.ndarray]:
    """The frame (H, W, 3) by rules, and which of its pixels are windows; the camera stands that far aside, m."""
    renderer, stage = ruled(), room()
    moment = placed(stage, {0: (-3.0, 0.0, 2.0, 0.0)}, hour=20.3)
    camera = Camera(position=(aside, 1.7, 1.0), target=(aside, 1.9, -6.0), fov_deg=50.0)
    frame = renderer.draw(stage, moment, camera, SIZE)
    return frame.astype(float).mean(axis=2), renderer.gbuffer(stage, moment, camera, SIZE)[0].kind == SKY_PANE


def test_the_air_is_lightest_over_the_hills_and_the_hills_are_dark() -> None:
    frame, panes = seen(0.0)
    rows = np.flatnonzero(panes.sum(axis=1) > 20)
    light = [float(np.median(frame[y][panes[y]])) for y in rows]
    brightest = int(np.argmax(light))
    assert 0 < brightest < len(light) - 1
    assert light[brightest] > 1.1 * light[0]
    assert light[-1] < 0.8 * light[brightest]


def test_what_is_outside_is_too_far_off_to_move_with_the_camera() -> None:
    (one, panes), (other, still_panes) = seen(0.0), seen(0.15)
    both = panes & still_panes
    assert both.sum() > 500
    assert np.quantile(np.abs(one - other)[both], 0.9) < 3.0
