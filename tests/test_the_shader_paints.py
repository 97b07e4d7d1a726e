"""The neural shading pass: what it is given, what it answers, and what becomes of that."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from model.renderer.mesh import box, sphere
from model.renderer.painter import Painter, relight, spread, step_of
from model.renderer.raster import NOTHING, GBuffer, Workspace, draw, read, view_of
from model.renderer.renderer import Renderer
from model.renderer.scenery import LAMP, LIT_PANE, SCREEN, SKY_PANE
from model.renderer.shader import FRAME, GIVEN, Shader, ShaderConfig, given
from tests.scenes import FRONT, SMALL, materials, placed, ruled, surface
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
    rules, painted = ruled().draw(STAGE, MOMENT, FRONT), Renderer(Painter(shader())).draw(STAGE, MOMENT, FRONT)
    off = np.abs(rules.astype(int) - painted)
    assert off.mean() < 1.5  # its light is known at every other pixel only
    assert np.percentile(off, 90) <= 4


def test_a_still_has_shadows_as_sharp_as_rules_make_them() -> None:
    painted, off = Renderer(Painter(shader())), []
    for quality in (1, 2):
        one, other = (by.draw(STAGE, MOMENT, FRONT, quality=quality).astype(int) for by in (ruled(), painted))
        off.append(float(np.abs(one - other).mean()))
    assert off[1] < 0.7 * off[0]


def test_what_the_shader_says_is_seen_in_stills_as_in_live_frames() -> None:
    dark = shader()
    torch.nn.init.constant_(dark.leave.bias, -0.5)
    for quality in (1, 2):
        plain, less = (Renderer(Painter(net)).draw(STAGE, MOMENT, FRONT, SMALL, quality=quality)
                       for net in (shader(), dark))  # fmt: skip
        ground = np.s_[150:, 100:220]
        assert less[ground].mean() < 0.85 * plain[ground].mean()


def test_the_same_moment_is_painted_the_same_with_any_number_of_threads() -> None:
    frames = [Renderer(Painter(shader(0.1)), threads=n).draw(STAGE, MOMENT, FRONT, SMALL) for n in (1, 2, 4)]
    assert (frames[0] == frames[1]).all() and (frames[0] == frames[2]).all()


@pytest.mark.parametrize("size", [(320, 180), (161, 91), (360, 640), (1280, 720)])
def test_any_size_is_painted(size: tuple[int, int]) -> None:
    frame = Renderer(Painter(shader(0.1))).draw(STAGE, MOMENT, FRONT, size)
    assert frame.shape == (size[1], size[0], 3)
    assert frame.std() > 10


def test_the_shader_works_on_about_as_many_pixels_however_large_the_picture() -> None:
    sizes = ((90, 160), (360, 640), (640, 360), (720, 1280), (1080, 1920))
    assert [step_of(*size) for size in sizes] == [2, 2, 2, 4, 6]


def test_what_is_made_ready_answers_as_the_shader_does() -> None:
    made = shader(0.1)
    rng = np.random.default_rng(0)
    picture, frame = (rng.normal(size=shape).astype(np.float32) for shape in ((45, 80, GIVEN), (FRAME,)))
    with torch.no_grad():
        even = np.pad(picture, ((0, 1), (0, 0), (0, 0)), mode="edge")  # the shader takes no odd number of rows
        slow = made(torch.from_numpy(even.transpose(2, 0, 1))[None], torch.from_numpy(frame)[None])[0].exp().numpy()
    bits = Painter(made).log_gains(picture, frame).astype(np.uint32) << 16
    fast = np.exp(bits.view(np.float32))
    for part in range(4):
        here = slow[:, part // 2 :: 2, part % 2 :: 2].transpose(1, 2, 0)
        assert np.abs(fast[..., part::4] / here - 1.0).max() < 0.05  # half precision


def test_weights_survive_a_folder_and_a_folder_without_them_is_refused(tmp_path: Path) -> None:
    made = shader(0.1).half().float()
    made.save(tmp_path)
    back = Shader.load(tmp_path)
    assert back.config == made.config
    assert all((a == b).all() for a, b in zip(made.parameters(), back.parameters(), strict=True))
    with pytest.raises(ValueError, match="train them"):
        Shader.load(tmp_path / "nowhere")


def test_the_shader_is_given_what_is_there() -> None:
    g, light = ruled().gbuffer(STAGE, MOMENT, FRONT, (65, 37))
    packed = given(g, light, view_of(FRONT, (65, 37)), None)[0]
    assert packed.shape == (37, 65, GIVEN)
    assert (packed[..., 6:9] == g.normal.transpose(1, 2, 0)).all() and (packed[..., 11] <= g.gloss).all()
    assert (packed[..., 15] == (g.entity == NOTHING)).all()


def test_the_shader_is_told_where_the_set_shines() -> None:
    stage = stage_of(("dog", "dog"), setting="office", indoor=True)
    camera = replace(FRONT, position=(0.0, 1.6, 5.0), target=(0.0, 1.8, 0.0))
    g, light = ruled().gbuffer(stage, placed(stage, {0: (0.0, 0.0, 0.0, 0.0)}), camera, (64, 36))
    shines, window = (given(g, light, view_of(camera, (64, 36)), None)[0][..., k] for k in (22, 23))
    assert window.any() and (window > 0.0).sum() == np.isin(g.kind, (SKY_PANE, LIT_PANE)).sum()
    assert (shines[g.kind == SCREEN] == 1.0).all() and (shines[g.kind == LAMP] == np.float32(light.dark)).all()
    assert not shines[~np.isin(g.kind, (SCREEN, LAMP))].any()


def test_half_precision_is_the_nearest_to_what_the_shader_is_given() -> None:
    g, light = ruled().gbuffer(STAGE, MOMENT, FRONT, (65, 37))
    full, half = (given(g, light, view_of(FRONT, (65, 37)), None, halved=halved)[0]
                  for halved in (False, True))
    rounded = torch.from_numpy(full).to(torch.bfloat16)
    assert (torch.from_numpy(half).view(torch.bfloat16) == rounded).all()


def test_what_the_shader_is_given_is_the_same_in_bands_and_in_memory_used_again() -> None:
    g, light = ruled().gbuffer(STAGE, MOMENT, FRONT, (1280, 720))
    view, space = view_of(FRONT, (1280, 720)), Workspace()
    once = given(g, light, view, None)
    with ThreadPoolExecutor(2) as pool:
        for _ in range(2):
            again = given(g, light, view, pool, space=space)
            assert (again[0] == once[0]).all() and (again[1] == once[1]).all()
            assert (again[2].diffuse == once[2].diffuse).all() and (again[2].mirrored == once[2].mirrored).all()


def gained(logs: np.ndarray, of: GBuffer) -> tuple[np.ndarray, np.ndarray]:
    """What becomes of white light by log gains (H / 2, W / 2, 4, 4)."""
    light = np.ones((3, *of.depth.shape), np.float32)
    mirrored, bits = light.copy(), (logs.astype(np.float32).view(np.uint32) >> 16).astype(np.uint16)
    relight(light, mirrored, bits.reshape(*logs.shape[:2], 16), of)
    return light, mirrored


def test_light_is_multiplied_by_what_the_shader_says_of_it() -> None:
    g, _ = ruled().gbuffer(STAGE, MOMENT, FRONT, (65, 37))
    logs = np.zeros((19, 33, 4, 4), np.float32)
    logs[..., 0, :], logs[..., 3, :] = 1.0, -9.0  # more red, and next to nothing mirrored
    light, mirrored = gained(logs, g)
    assert np.allclose(light[0], np.e, rtol=0.01) and np.allclose(light[1:], 1.0)
    assert np.allclose(mirrored, np.exp(-3.0), rtol=0.01)  # no less than so much


def test_no_seam_is_left_between_pixels_that_show_the_same_place() -> None:
    view = view_of(FRONT, (64, 36))
    wall, ball = surface(box((40, 20, 0.1)).moved((0, -5, -6)), 1), surface(sphere(0.8).moved((0, 1, 2)), 2)
    g = read(draw([wall, ball], view, None), view, materials(-1, 0))
    logs = np.zeros((18, 32, 4, 4), np.float32)
    logs[..., 1::2] = 0.2  # every other column
    inner = gained(logs, g)[0][0][1:-1, 1:-1]
    assert np.ptp(inner[:, :20]) < 0.01
    logs = np.where(g.entity == 0, np.float32(1.0), np.float32(0.0)).reshape(18, 2, 32, 2).transpose(0, 2, 1, 3)
    light = gained(np.repeat(logs.reshape(18, 32, 1, 4), 4, axis=2), g)[0][0]
    assert light[g.entity == -1].max() < 1.05 and np.median(light[g.entity == 0]) > 2.6  # and none over an edge


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
