"""The brush: what it is given, what it answers, and what becomes of that on paper."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch

from model.renderer.brush import GIVEN, PAINTED, Brush, BrushConfig, as_pigment, features, outlines, painted, palette
from model.renderer.illustrator import Illustrator
from model.renderer.paper import PAPERS, laid
from model.renderer.raster import U8, GBuffer
from model.teacher.painters import PAINTERS, motif, pigment
from model.train_styles import Examples, Recipe, examples, loss_of, run_of, train
from tests.scenes import FRONT, SMALL, placed, ruled
from tests.stages import stage_of

STAGE = stage_of(("well", "well"), ("knight", "adult"), ("dog", "dog"))
MOMENT = placed(STAGE, {0: (-1.5, 0.0, 0.0, 0.0), 1: (1.0, 0.0, 0.5, 0.0), 2: (0.0, 0.0, 1.5, 90.0)})
CPU = torch.device("cpu")
TINY = Recipe(sights=2, tested=1, minutes=0.01, batch=1, patch=(64, 32), widths=(8, 8))


def brush(spread: float = 0.1) -> Brush:
    """A small one that nothing has trained."""
    torch.manual_seed(0)
    made = Brush(BrushConfig((8, 8))).eval()
    for leave in made.leave:
        torch.nn.init.normal_(leave.weight, std=spread)
    return made


@cache
def seen(size: tuple[int, int] = SMALL) -> tuple[U8, GBuffer]:
    return ruled().draw(STAGE, MOMENT, FRONT, size), ruled().gbuffer(STAGE, MOMENT, FRONT, size)[0]


def test_lines_run_where_things_end_and_not_across_them() -> None:
    _, g = seen()
    edges = outlines(g)
    ends = g.entity[:, 1:] != g.entity[:, :-1]
    assert np.median(edges[:, 1:, 0][ends]) > 100
    flat = (g.entity == -1) & (g.normal[1] > 0.99)
    assert np.median(edges[flat]) == 0


def test_what_is_made_ready_paints_as_the_brush_learned() -> None:
    frame, g = seen()
    made, edges = brush(), outlines(g)
    given = features(frame, edges, g)
    assert given.shape == (45, 80, GIVEN)
    spots = Illustrator(made).spots(given, PAINTED[1])
    fast = painted(spots, palette(1), frame, edges)
    with torch.no_grad():
        planes = (torch.from_numpy(np.ascontiguousarray(x.transpose(2, 0, 1), np.float32))[None]
                  for x in (given, as_pigment()[frame], edges / 255.0))  # fmt: skip
        slow = made.pigment(*planes, 1)[0].permute(1, 2, 0).numpy()
    assert np.abs(fast - slow).mean() < 0.01 * slow.mean()  # half precision


@pytest.mark.parametrize("size", [(320, 180), (161, 91), (360, 640), (1280, 720)])
def test_any_size_is_painted(size: tuple[int, int]) -> None:
    frame, g = seen(size)
    painting = Illustrator(brush()).paint(frame, g, "ink wash")
    assert painting.shape == frame.shape
    assert painting.std() > 10


def test_a_style_that_is_not_painted_leaves_the_frame_as_it_is() -> None:
    frame, g = seen()
    assert Illustrator(brush()).paint(frame, g, "noir") is frame


@pytest.mark.parametrize("style", PAINTED)
def test_paper_is_bare_without_pigment_and_darker_with_more(style: str) -> None:
    none, some, much = (laid(np.full((90, 160, 3), amount, np.float32), style) for amount in (0.0, 0.5, 2.0))
    assert np.abs(none.mean(axis=(0, 1)) - PAPERS[style].color).max() < 3.0
    middle = np.s_[20:-20, 20:-20]
    assert none[middle].mean() > some[middle].mean() > much[middle].mean()
    assert (some == laid(np.full((90, 160, 3), 0.5, np.float32), style)).all()


@pytest.mark.parametrize("style", PAINTERS)
def test_a_painter_leaves_nothing_to_chance(style: str) -> None:
    motifs = [motif(*seen()) for _ in range(2)]
    first, second = (pigment(style, m) for m in motifs)
    assert (first == second).all() and first.min() >= 0.0


def test_weights_survive_a_folder_and_a_folder_without_them_is_refused(tmp_path: Path) -> None:
    made = brush().half().float()
    made.save(tmp_path)
    back = Brush.load(tmp_path)
    assert back.config == made.config
    assert all((a == b).all() for a, b in zip(made.parameters(), back.parameters(), strict=True))
    with pytest.raises(ValueError, match="train them"):
        Brush.load(tmp_path / "nowhere")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("paintings")


@pytest.fixture(scope="module")
def taught(folder: Path) -> Examples:
    return examples(folder, (0, 1))


def test_patches_show_the_same_place_in_all_their_planes(taught: Examples) -> None:
    batch = taught.patches(replace(TINY, batch=3), np.random.default_rng(1))
    assert batch.frame.shape == (3, 3, 32, 64) and batch.given.shape[-2:] == (8, 16)
    rims = batch.edges[:, 0].float() / 255.0
    top_left = rims[:, ::4, ::4] + rims[:, ::4, 1::4] + rims[:, 1::4, ::4] + rims[:, 1::4, 1::4]
    assert torch.allclose(batch.given[:, 12].float(), top_left / 4, atol=1e-3)
    assert top_left.std() > 0.0


def test_a_few_steps_come_nearer_to_the_painters(taught: Examples, tmp_path: Path) -> None:
    run = run_of(replace(TINY, minutes=1.0), tmp_path, CPU)
    batch = taught.patches(TINY, np.random.default_rng(0))
    before = loss_of(run.net, batch).item()
    for _ in range(60):
        run.learn(batch)
    assert loss_of(run.net, batch).item() < 0.6 * before


def test_a_run_is_taken_up_where_it_was_stopped_and_paints(tmp_path: Path) -> None:
    train(TINY, tmp_path, CPU)
    first = run_of(TINY, tmp_path, CPU)
    first.resume()
    assert first.step > 0 and first.progress >= 1.0
    train(TINY, tmp_path, CPU)  # all its minutes are over
    second = run_of(TINY, tmp_path, CPU)
    second.resume()
    assert second.step == first.step
    assert Illustrator.load(tmp_path).paint(*seen(), "storybook").std() > 5.0
