"""Training the neural shading pass: from exposures to weights that the studio paints with."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest
import torch

from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from model.renderer.shader import Shader
from model.teacher.exposures import LEARNED_AT, Exposure, save
from model.teacher.sights import sight
from model.train_shader import Examples, Recipe, examples, loss_of, relative_loss, relit, run_of, train
from tests.scenes import ruled

CPU = torch.device("cpu")
TINY = Recipe(minutes=0.01, batch=1, patch=(64, 32), widths=(8, 8))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two exposures to learn from, one to look at and one held out, of a light that is easily learned: all grey."""
    out = tmp_path_factory.mktemp("exposures")
    for seed in (3, 4, 59, 1_000_003):
        width, height = LEARNED_AT
        save(Exposure(seed, LEARNED_AT, np.full((height, width, 3), 0.3, np.float32), sight(seed)), out)
    return out


@pytest.fixture(scope="module")
def taught(folder: Path) -> Examples:
    return examples(folder, ruled(), for_judging=False)


def test_what_is_held_out_is_not_learned_from(folder: Path, taught: Examples) -> None:
    tested = examples(folder, ruled(), for_judging=True)
    assert (len(taught), len(tested)) == (2, 1)
    assert tested.light.shape[-2:] == taught.light.shape[-2:] == (180, 320)


def test_what_shines_by_itself_and_the_sky_are_not_judged(taught: Examples) -> None:
    s = sight(3)
    g, _ = ruled().gbuffer(s.stage, s.moment, s.camera, LEARNED_AT)
    empty = torch.from_numpy(g.entity == -2)
    assert not taught.counts[0, 0][empty].any()
    assert taught.counts[0].float().mean() > 0.2


def test_pixels_that_show_two_things_at_once_are_not_judged(taught: Examples) -> None:
    paint, counts = taught.albedo[0].float(), taught.counts[0, 0].bool()
    beside = (paint[:, :, 1:] - paint[:, :, :-1]).abs().amax(0) > 0.1
    assert beside.sum() > 100
    assert not (counts[:, 1:] | counts[:, :-1])[beside].any()


def test_patches_show_the_same_place_in_all_their_planes(taught: Examples) -> None:
    batch = taught.patches(replace(TINY, batch=3), np.random.default_rng(1))
    assert batch.light.shape == (3, 3, 32, 64) and batch.given.shape[-2:] == (32, 64)
    assert torch.equal(batch.given[:, 12:15], batch.albedo) and batch.albedo.std() > 0.0


def test_a_world_may_be_mirrored_left_to_right(taught: Examples) -> None:
    whole = replace(TINY, batch=24, patch=(320, 176))
    batch = taught.patches(whole, np.random.default_rng(1))
    found: dict[tuple[int, bool], int] = {}
    for k, turned in product(range(len(taught)), (False, True)):
        paint = (taught.albedo[k].flip(-1) if turned else taught.albedo[k])[:, :176].float()
        for b in range(len(batch)):
            if torch.equal(batch.albedo[b], paint):
                found[k, turned] = b
    assert len(found) == 2 * len(taught)
    for k in range(len(taught)):
        plain, mirrored = batch.given[found[k, False]], batch.given[found[k, True]].flip(-1)
        assert torch.equal(mirrored[6], -plain[6]) and torch.equal(mirrored[18], -plain[18])
        assert torch.equal(mirrored[[7, 8, 19, 20]], plain[[7, 8, 19, 20]])
        assert torch.equal(batch.frame[found[k, True], 3], -batch.frame[found[k, False], 3])


def test_a_world_in_other_colors_is_as_hard_for_who_knows_its_light(taught: Examples) -> None:
    batch = taught.patches(replace(TINY, batch=4, patch=(320, 176)), np.random.default_rng(1))
    other = batch.recolored(np.random.default_rng(2))
    gain, before = (e.light / (e.albedo * e.diffuse + 1e-3) for e in (batch, other))
    assert not torch.allclose(batch.light, other.light)
    lit = (batch.diffuse.amin(1) > 0.05) & (batch.albedo.amin(1) > 0.05)
    for k in range(len(batch)):  # the same gains, in another order of colors
        there = lit[k]
        means = [sorted(g[k][:, there].median(1).values.tolist()) for g in (gain, before)]
        assert np.allclose(*means, rtol=0.05)


def test_what_is_given_of_a_world_in_other_colors_is_what_would_be_drawn_of_it(taught: Examples) -> None:
    other = taught.patches(replace(TINY, batch=4), np.random.default_rng(1)).recolored(np.random.default_rng(2))
    assert torch.equal(other.given[:, 12:15], other.albedo)
    assert torch.allclose(other.given[:, :3].exp() - 0.02, other.diffuse, atol=1e-4)
    assert torch.allclose(other.given[:, 3].exp() - 0.02, other.mirrored.mean(1), atol=1e-4)


def test_a_shader_that_adds_nothing_loses_what_the_rules_lose(taught: Examples, tmp_path: Path) -> None:
    batch = taught.patches(TINY, np.random.default_rng(0))
    untaught = run_of(TINY, tmp_path, CPU).net  # its last layer is empty
    lost = loss_of(batch.albedo * batch.diffuse + batch.mirrored, batch)
    assert relative_loss(untaught, batch).item() == pytest.approx(float((lost / (lost + 0.05)).mean()), rel=1e-3)


def test_a_few_steps_come_nearer_to_what_was_traced(taught: Examples, tmp_path: Path) -> None:
    run, rng = run_of(replace(TINY, minutes=1.0), tmp_path, CPU), np.random.default_rng(0)
    batch = taught.patches(TINY, rng)
    before = loss_of(relit(run.net, batch), batch).item()
    for _ in range(120):
        run.learn(batch)
    assert loss_of(relit(run.net, batch), batch).item() < 0.7 * before


def test_a_run_is_taken_up_where_it_was_stopped(folder: Path, tmp_path: Path) -> None:
    train(TINY, folder, tmp_path, CPU)
    first = run_of(TINY, tmp_path, CPU)
    first.resume()
    assert first.step > 0 and first.progress >= 1.0
    train(TINY, folder, tmp_path, CPU)  # all its minutes are over
    second = run_of(TINY, tmp_path, CPU)
    second.resume()
    assert second.step == first.step


def test_a_run_goes_on_from_weights_that_are_there(folder: Path, tmp_path: Path) -> None:
    train(TINY, folder, tmp_path / "first", CPU)
    net = run_of(TINY, tmp_path / "second", CPU, tmp_path / "first").net
    there = Shader.load(tmp_path / "first").state_dict()
    assert all(torch.equal(weight, there[name]) for name, weight in net.state_dict().items())
    assert net.training


def test_what_was_trained_paints_frames(folder: Path, tmp_path: Path) -> None:
    train(TINY, folder, tmp_path, CPU)
    s = sight(5)
    frame = Renderer(Painter.load(tmp_path)).draw(s.stage, s.moment, s.camera, (160, 90))
    assert frame.shape == (90, 160, 3) and frame.std() > 5
    assert isinstance(Shader.load(tmp_path), Shader)
