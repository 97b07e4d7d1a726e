"""A frame depends on what is drawn and on nothing that was drawn before, nor on how many threads draw it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from model.renderer.shader import Shader, ShaderConfig
from tests.scenes import FRONT, SMALL, placed
from tests.stages import square, stage_of

STAGE = square()
MOMENT = placed(STAGE, {0: (-1.0, 0.0, 1.0, 50.0), 1: (1.0, 0.0, 1.0, -50.0), 4: (0.5, 3.5, -2.0, 90.0)})


def test_again_after_another_camera_hour_and_stage() -> None:
    renderer = Renderer()
    first = renderer.draw(STAGE, MOMENT, FRONT, SMALL)
    room = stage_of(("Anna", "adult"), ("lamp", "lamp"), setting="living room", indoor=True)
    renderer.draw(STAGE, MOMENT, replace(FRONT, position=(2.0, 1.5, 5.0)), SMALL)
    renderer.draw(STAGE, replace(MOMENT, hour=22.0), FRONT, SMALL)
    renderer.draw(room, placed(room, {}), FRONT, SMALL)
    renderer.draw(STAGE, replace(MOMENT, position=MOMENT.position + 0.3), FRONT, SMALL)
    assert (renderer.draw(STAGE, MOMENT, FRONT, SMALL) == first).all()


def test_a_new_renderer_with_another_number_of_threads() -> None:
    first = Renderer(threads=2).draw(STAGE, MOMENT, FRONT, SMALL)
    for threads in (1, 4):
        assert (Renderer(threads=threads).draw(STAGE, MOMENT, FRONT, SMALL) == first).all()


def test_what_the_caller_does_to_a_frame_stays_with_the_caller() -> None:
    renderer = Renderer()
    first = renderer.draw(STAGE, MOMENT, FRONT, SMALL)
    kept = first.copy()
    first[:] = 0
    assert (renderer.draw(STAGE, MOMENT, FRONT, SMALL) == kept).all()


def test_a_small_change_changes_only_what_it_touches() -> None:
    renderer = Renderer()
    before = renderer.draw(STAGE, MOMENT, FRONT, SMALL).astype(int)
    position = MOMENT.position.copy()
    position[0, 0] -= 0.3
    after = renderer.draw(STAGE, replace(MOMENT, position=position), FRONT, SMALL).astype(int)
    changed = np.abs(after - before).max(axis=2) > 8
    assert changed.any()
    assert not changed[:, 220:].any()  # the other half of the stage


def test_frames_have_the_size_that_was_asked_for() -> None:
    renderer = Renderer()
    for size in ((320, 180), (180, 320), (101, 77)):
        frame = renderer.draw(STAGE, MOMENT, FRONT, size)
        assert frame.shape == (size[1], size[0], 3)
        assert frame.dtype == np.uint8
    assert renderer.draw(STAGE, MOMENT, FRONT, (160, 90), quality=2).shape == (90, 160, 3)


def test_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="quality"):
        Renderer().draw(STAGE, MOMENT, FRONT, SMALL, quality=3)
    with pytest.raises(ValueError, match="small"):
        Renderer().draw(STAGE, MOMENT, FRONT, (4, 4))


def test_threads_that_share_a_renderer_do_not_mix_their_frames() -> None:
    renderer = Renderer()
    hours = [6.5, 12.0, 18.5, 23.0]

    def at(hour: float) -> np.ndarray:
        return renderer.draw(STAGE, replace(MOMENT, hour=hour), FRONT, SMALL)

    alone = [at(hour) for hour in hours]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(at, hours * 2))
    assert all((a == b).all() for a, b in zip(alone * 2, together, strict=True))


@pytest.mark.parametrize("painter", [None, Painter(Shader(ShaderConfig((8, 8))))])
@pytest.mark.parametrize("backdrop", [None, np.full((90, 160, 3), 120, np.uint8)])
def test_a_film_is_drawn_as_its_frames_would_be(painter: Painter | None, backdrop: np.ndarray | None) -> None:
    shots = [(replace(MOMENT, time_s=k / 4, position=MOMENT.position + np.float32(0.05 * k)),
              replace(FRONT, position=(0.1 * k, 1.8, 8.0))) for k in range(4)]
    renderer, other = Renderer(painter), Renderer(painter)
    renderer.draw(STAGE, MOMENT, FRONT, SMALL)  # makes the set ready once: every thread of the film would
    film = renderer.film(STAGE, shots, SMALL, backdrop=backdrop)
    for (moment, camera), frame in zip(shots, film, strict=True):
        assert (frame == other.draw(STAGE, moment, camera, SMALL, backdrop=backdrop)).all()
        renderer.draw(STAGE, MOMENT, FRONT, SMALL)  # somebody else asks for another frame between two of the film
    assert list(renderer.film(STAGE, [], SMALL)) == []
