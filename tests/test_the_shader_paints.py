"""The neural shading pass: what it is given, what it answers, and what becomes of that."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import torch

from model.renderer.mesh import box, sphere
from model.renderer.painter import Grids, Painter, spread
from model.renderer.raster import Workspace, draw, read, view_of
from model.renderer.renderer import Renderer
from model.renderer.shader import FRAME, GIVEN, Shader, ShaderConfig, given
from model.train_shader import doubled
from tests.scenes import FRONT, SMALL, materials, placed, surface
from tests.stages import stage_of

STAGE = stage_of(("well", "well"), ("knight", "adult"), ("dog", "dog"))
MOMENT = placed(STAGE, {0: (-1.5, 0.0, 0.0, 0.0), 1: (1.0, 0.0, 0.5, 0.0), 2: (0.0, 0.0, 1.5, 90.0)})


def shader(spread: float = 0.0) -> Shader:
    """A small one that nothing has trained: it says that the rules are right, or within `spread` of right."""
    torch.manual_seed(0)
    made = Shader(ShaderConfig((8, 8, 8))).eval()
    torch.nn.init.normal_(made.leave.weight, std=spread)
    return made


def test_a_shader_that_has_learned_nothing_paints_what_the_rules_say() -> None:
    rules, painted = Renderer().draw(STAGE, MOMENT, FRONT), Renderer(Painter(shader())).draw(STAGE, MOMENT, FRONT)
    off = np.abs(rules.astype(int) - painted)
    assert off.mean() < 1.5  # its light is known at every other pixel only
    assert np.percentile(off, 90) <= 4


def test_the_same_moment_is_painted_the_same_with_any_number_of_threads() -> None:
    frames = [Renderer(Painter(shader(0.1)), threads=n).draw(STAGE, MOMENT, FRONT, SMALL) for n in (1, 2, 4)]
    assert (frames[0] == frames[1]).all() and (frames[0] == frames[2]).all()


@pytest.mark.parametrize("size", [(320, 180), (161, 91), (360, 640), (1280, 720)])
def test_any_size_is_painted(size: tuple[int, int]) -> None:
    frame = Renderer(Painter(shader(0.1))).draw(STAGE, MOMENT, FRONT, size)
    assert frame.shape == (size[1], size[0], 3)
    assert frame.std() > 10


def test_the_shader_works_on_about_as_many_pixels_however_large_the_picture() -> None:
    assert Grids.of(360, 640) == Grids(1, 2)
    assert Grids.of(640, 360) == Grids(1, 2)
    assert Grids.of(720, 1280) == Grids(2, 4)
    assert Grids.of(1080, 1920) == Grids(3, 6)
    assert Grids.of(90, 160) == Grids(1, 2)


def test_what_is_made_ready_answers_as_the_shader_does() -> None:
    made = shader(0.1)
    rng = np.random.default_rng(0)
    picture, frame = (rng.normal(size=shape).astype(np.float32) for shape in ((45, 80, GIVEN), (FRAME,)))
    with torch.no_grad():
        even = np.pad(picture, ((0, 1), (0, 0), (0, 0)), mode="edge")  # the shader takes no odd number of rows
        slow = made(torch.from_numpy(even.transpose(2, 0, 1))[None], torch.from_numpy(frame)[None])[0].exp().numpy()
    bits = Painter(made).log_gains(picture, frame).astype(np.uint32) << 16
    fast = np.exp(bits.view(np.float32))
    for part in range(16):
        here = slow[:, part // 4 :: 4, part % 4 :: 4].transpose(1, 2, 0)
        assert np.abs(fast[..., part::16] / here - 1.0).max() < 0.05  # half precision


def test_weights_survive_a_folder_and_a_folder_without_them_is_refused(tmp_path: Path) -> None:
    made = shader(0.1).half().float()
    made.save(tmp_path)
    back = Shader.load(tmp_path)
    assert back.config == made.config
    assert all((a == b).all() for a, b in zip(made.parameters(), back.parameters(), strict=True))
    with pytest.raises(ValueError, match="train them"):
        Shader.load(tmp_path / "nowhere")


def test_each_four_pixels_become_channels_of_one() -> None:
    g, light = Renderer().gbuffer(STAGE, MOMENT, FRONT, (65, 37))
    packed = given(g, g.every(2), light, view_of(FRONT, (65, 37)).every(2), None)[0]
    assert packed.shape == (19, 33, GIVEN)
    packed = packed[..., -20:]
    for part, (down, right) in enumerate(((0, 0), (0, 1), (1, 0), (1, 1))):
        assert (packed[:18, :32, part] == g.normal[0, down:36:2, right:64:2]).all()
    assert (packed[-1, :32, 2] == g.normal[0, -1, :64:2]).all()  # beyond the border


def test_half_precision_is_the_nearest_to_what_the_shader_is_given() -> None:
    g, light = Renderer().gbuffer(STAGE, MOMENT, FRONT, (65, 37))
    full, half = (given(g, g.every(2), light, view_of(FRONT, (65, 37)).every(2), None, halved=halved)[0]
                  for halved in (False, True))
    rounded = torch.from_numpy(full).to(torch.bfloat16)
    assert (torch.from_numpy(half).view(torch.bfloat16) == rounded).all()


def test_what_the_shader_is_given_is_the_same_in_bands_and_in_memory_used_again() -> None:
    g, light = Renderer().gbuffer(STAGE, MOMENT, FRONT, (1280, 720))
    view, space = view_of(FRONT, (1280, 720)).every(2), Workspace()
    once = given(g, g.every(2), light, view, None)
    with ThreadPoolExecutor(2) as pool:
        for _ in range(2):
            again = given(g, g.every(2), light, view, pool, space=space)
            assert (again[0] == once[0]).all() and (again[1] == once[1]).all()
            assert (again[2].diffuse == once[2].diffuse).all() and (again[2].mirrored == once[2].mirrored).all()


def test_light_known_at_every_other_pixel_is_the_mean_between_them() -> None:
    x = torch.tensor([[[[0.0, 2.0], [4.0, 6.0]]]])
    assert doubled(x)[0, 0].tolist() == [[0, 1, 2, 2], [2, 3, 4, 4], [4, 5, 6, 6], [4, 5, 6, 6]]


def test_light_does_not_leak_over_the_edge_of_a_thing() -> None:
    view = view_of(FRONT, (64, 36))
    wall, ball = surface(box((40, 20, 0.1)).moved((0, -5, -6)), 1), surface(sphere(0.8).moved((0, 1, 2)), 2)
    g = read(draw([wall, ball], view, None), view, materials(-1, 0))
    few = g.every(4)
    light = np.broadcast_to(np.where(few.entity == 0, np.float32(1.0), np.float32(0.0)), (3, *few.depth.shape))
    out, mirrored = spread(light, 2.0 * light, few, g, 4, None)
    assert np.allclose(mirrored, 2.0 * out) and (out[:, ::4, ::4] == light).all()
    assert out[0][g.entity == 0].mean() > 0.9
    assert out[0][g.entity == -1].mean() < 0.05
