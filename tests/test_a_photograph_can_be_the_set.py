"""With a backdrop the photograph keeps its pixels, and figures and their shadows come into it."""

import cv2
import numpy as np

from tests.scenes import FRONT, SMALL, placed, ruled
from tests.stages import stage_of

STAGE = stage_of(("Anna", "adult"))
PHOTO = np.random.default_rng(1).integers(60, 200, (90, 160, 3)).repeat(4, axis=0).repeat(4, axis=1).astype(np.uint8)


def test_the_photograph_shows_where_nobody_stands() -> None:
    moment = placed(STAGE, {0: (0.0, 0.0, 1.0, 0.0)})
    frame = ruled().draw(STAGE, moment, FRONT, SMALL, backdrop=PHOTO)
    photo = PHOTO[::4, ::4].repeat(2, axis=0).repeat(2, axis=1)
    corner = np.s_[5:40, 5:100]
    assert np.abs(frame[corner].astype(int) - photo[corner]).mean() < 6.0


def test_the_figure_stands_in_it_and_darkens_the_ground() -> None:
    renderer = ruled()
    moment = placed(STAGE, {0: (0.0, 0.0, 1.0, 0.0)}, hour=16.0)  # the shadow falls to one side
    grey = np.full((180, 320, 3), 150, np.uint8)
    frame = renderer.draw(STAGE, moment, FRONT, SMALL, backdrop=grey).astype(int)
    gbuffer, _ = renderer.gbuffer(STAGE, moment, FRONT, SMALL)
    assert (np.abs(frame - 150).max(axis=2)[gbuffer.entity == 0] > 20).mean() > 0.6
    near = cv2.dilate((gbuffer.entity == 0).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    ground = frame[~near]
    assert (ground.mean(axis=1) < 130).sum() > 60
    assert ground.max() <= 152  # light is taken from the photograph, never added


def test_any_shape_of_photograph_covers_the_frame() -> None:
    moment = placed(STAGE, {0: (0.0, 0.0, 1.0, 0.0)})
    for shape in ((50, 300, 3), (300, 50, 3)):
        frame = ruled().draw(STAGE, moment, FRONT, SMALL, backdrop=np.full(shape, 180, np.uint8))
        assert frame.shape == (180, 320, 3)
        assert np.abs(frame[:20].astype(int) - 180).max() < 6
