"""Ink wash, watercolour, storybook: the brush that ships, on frames of every style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise

import numpy as np
import pytest

from model.renderer.brush import PAINTED
from model.renderer.illustrator import Illustrator
from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from model.stage import STYLES, Stage
from tests.scenes import FRONT, SMALL, placed
from tests.stages import stage_of

CAST = (("smith", "adult"), ("girl", "child"), ("lamp", "floor_lamp"), ("chest", "chest"))
PLACES = {0: (-1.0, 0.0, 0.0, 30.0), 1: (0.6, 0.0, 0.5, -30.0), 2: (2.0, 0.0, -0.5, 0.0), 3: (-2.2, 0.0, -0.6, 15.0)}
STAGE = stage_of(*CAST)
MOMENT = placed(STAGE, PLACES)


@cache
def hands() -> tuple[Painter, Illustrator]:
    """What ships, made ready once."""
    return Painter.load(), Illustrator.load()


def renderer(threads: int = 2) -> Renderer:
    return Renderer(*hands(), threads=threads)


@pytest.fixture(scope="module")
def one() -> Renderer:
    """For whatever does not hang on how it was made."""
    return renderer(threads=1)


@pytest.fixture(scope="module")
def drawn(one: Renderer) -> Mapping[str, np.ndarray]:
    """The same moment in every style."""
    return {style: one.draw(replace(STAGE, style=style), MOMENT, FRONT, SMALL).astype(float) for style in STYLES}


@pytest.mark.parametrize(("first", "second"), list(combinations(STYLES, 2)))
def test_no_two_styles_look_alike(drawn: Mapping[str, np.ndarray], first: str, second: str) -> None:
    """In a thumbnail of 16 x 9 colours: grain, paper and lines play no part."""
    thumbnails = [drawn[style].reshape(9, 20, 16, 20, 3).mean(axis=(1, 3)) for style in (first, second)]
    assert np.abs(thumbnails[0] - thumbnails[1]).mean() > 8.0


def test_ink_is_grey_and_leaves_the_sky_to_the_paper(drawn: Mapping[str, np.ndarray]) -> None:
    ink = drawn["ink wash"]
    assert np.percentile(np.ptp(ink, axis=2), 75) < 30.0 < np.percentile(np.ptp(drawn["vinyl"], axis=2), 75)
    assert ink[2:20, 4:60].mean() > 200.0


@pytest.mark.parametrize("style", ["watercolour", "storybook"])
def test_the_edge_of_the_paper_stays_bare(drawn: Mapping[str, np.ndarray], style: str) -> None:
    frame = drawn[style]
    border = np.concatenate([frame[0], frame[-1], frame[:, 0], frame[:, -1]])
    assert border.mean() > 235.0 > frame[20:-20, 20:-20].mean() + 20.0


@pytest.mark.parametrize("style", STYLES[1:])
def test_the_same_moment_is_the_same_with_any_number_of_threads(style: str) -> None:
    stage = replace(STAGE, style=style, setting="desert")  # soon made ready, for each of them anew
    frames = [renderer(threads).draw(stage, MOMENT, FRONT, SMALL) for threads in (1, 2, 4)]
    assert (frames[0] == frames[1]).all() and (frames[0] == frames[2]).all()


@pytest.mark.parametrize("style", STYLES[1:])
@pytest.mark.parametrize(("setting", "indoor", "hour"), [("village", False, 12.0), ("living room", True, 21.0)])
def test_a_still_world_is_still(one: Renderer, style: str, setting: str, indoor: bool, hour: float) -> None:
    stage = replace(stage_of(*CAST, setting=setting, indoor=indoor), style=style)
    first = placed(stage, PLACES, hour=hour)
    shots = [(replace(first, time_s=k / 24, hour=hour + k / 24 / 3600), FRONT) for k in range(4)]
    one.draw(stage, first, FRONT, SMALL)  # makes the set ready once: every thread of the film would
    film = [frame.astype(float) for frame in one.film(stage, shots, SMALL)]
    assert max(np.abs(a - b).mean() for a, b in pairwise(film)) < 0.5  # of 255: people breathe and clouds drift


@pytest.mark.parametrize("style", PAINTED)
def test_a_film_has_the_frames_that_are_drawn_one_by_one(one: Renderer, style: str) -> None:
    stage = replace(STAGE, style=style)
    drawn = one.draw(stage, MOMENT, FRONT, SMALL)
    (frame,) = one.film(stage, [(MOMENT, FRONT)], SMALL)
    assert (frame == drawn).all()


@pytest.mark.parametrize("style", PAINTED)
def test_a_photograph_is_painted_with_those_in_front_of_it(one: Renderer, style: str) -> None:
    stage: Stage = replace(STAGE, style=style)
    photograph = np.full((90, 160, 3), (60, 110, 160), np.uint8)
    plain = one.draw(STAGE, MOMENT, FRONT, SMALL, backdrop=photograph)
    painted = one.draw(stage, MOMENT, FRONT, SMALL, backdrop=photograph)
    top = np.s_[14:40, 14:-14]
    assert np.abs(painted[top].astype(int) - plain[top]).mean() > 8.0
    assert painted[top].mean() < 235.0  # no sky of bare paper where the photograph is
