"""Bodies that are small in the picture are drawn with fewer triangles, and nobody can tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from model.camera import Camera
from model.renderer import raster
from model.renderer.detail import ERRORS, coarsest, in_light, in_picture, pixels_of
from model.renderer.kit import Body, Placed, body_for, laid_out
from model.renderer.raster import GBuffer, View, Workspace, view_of
from model.renderer.renderer import Renderer
from model.renderer.shadow import shadow_frame
from model.renderer.troupe import players
from tests.scenes import SMALL, materials, placed
from tests.stages import entity, stage_of

STAGE = stage_of(("Anna", "adult"), ("Rex", "dog"), ("Bella", "horse"), ("well", "well"))
MOMENT = placed(STAGE, {0: (-1.2, 0.0, 0.0, 20.0), 1: (0.3, 0.0, 0.5, -40.0), 2: (2.0, 0.0, -1.0, 70.0)})
ALIVE = ("adult", "child", "dog", "horse", "dragon", "bird")


def things() -> list[Placed]:
    return [Placed(player.body, player.matrices, 1) for player in players(STAGE, MOMENT)]


def away(metres: float, turn: float = 0.0) -> Camera:
    return Camera((metres * np.sin(turn), 1.2, metres * np.cos(turn)), (0.0, 0.9, 0.0), 36.0)


def triangles(some: list[Placed]) -> int:
    return sum(len(thing.body.triangles) for thing in some)


def drawn(some: list[Placed], view: View) -> GBuffer:
    layer = raster.draw([laid_out(some, Workspace(), "test")], view, None)
    looks = materials(*[0] * 64)
    return raster.read(layer, view, replace(looks, painted=np.zeros(len(looks.gloss), bool)))


def test_the_farther_off_the_fewer() -> None:
    counts = [triangles(in_picture(things(), view_of(away(metres), SMALL))) for metres in (1.5, 8.0, 25.0, 100.0)]
    assert counts == sorted(counts, reverse=True)
    assert counts[3] < 0.25 * counts[0]
    assert counts[1] < counts[0]


def test_close_to_the_camera_nothing_is_left_out() -> None:
    (anna, *_) = things()
    (seen,) = in_picture([anna], view_of(Camera((-1.2, 1.4, 0.9), (-1.2, 1.4, 0.0), 36.0), (1280, 720)))
    assert seen.body is anna.body


def test_a_larger_picture_shows_more() -> None:
    small, large = (triangles(in_picture(things(), view_of(away(12.0), size))) for size in ((320, 180), (1280, 720)))
    assert small < large


def test_who_is_out_of_the_picture_is_left_out_but_throws_a_shadow() -> None:
    behind = Camera((0.0, 1.2, -6.0), (0.0, 0.9, -12.0), 36.0)
    assert in_picture(things(), view_of(behind, SMALL)) == []
    light = shadow_frame((0.3, 0.8, 0.2), (0.0, 0.5, 0.0), 9.0, 768)
    assert [thing.matrices.tobytes() for thing in in_light(things(), light)] == [
        thing.matrices.tobytes() for thing in things()
    ]


def test_whatever_shows_a_pixel_is_kept() -> None:
    for turn in np.linspace(0.0, 2.0 * np.pi, 24, endpoint=False):
        eye = Camera((0.0, 1.2, 3.0), (2.5 * np.sin(turn), 1.2, 3.0 + 2.5 * np.cos(turn)), 40.0)
        view = view_of(eye, SMALL)
        for thing in things():
            if (drawn([thing], view).entity >= 0).any():
                assert pixels_of(thing.body, thing.matrices, view) > 0.0


@pytest.mark.parametrize("archetype", ALIVE)
def test_a_coarser_body_has_corners_of_the_full_one_and_no_holes(archetype: str) -> None:
    body = body_for(entity(0, "it", archetype))
    holes, known = open_sides(body), corners(body)
    for error in ERRORS:
        coarse = coarsest(body, 0.3 / error)
        assert corners(coarse) <= known
        assert open_sides(coarse) <= holes
        assert [p for p, _, _ in coarse.parts] == [p for p, _, _ in body.parts]
        assert set(np.unique(coarse.material)) == set(np.unique(body.material[body.triangles]))
        assert (coarse.material[coarse.triangles] == coarse.material[coarse.triangles[:, :1]]).all()


def corners(body: Body) -> set[tuple[float, ...]]:
    part = np.repeat(body.parts[:, 0], body.parts[:, 2] - body.parts[:, 1])
    return set(map(tuple, np.column_stack([body.vertices, body.normals, part, body.material]).tolist()))


def open_sides(body: Body) -> int:
    """How many sides of triangles have no other triangle beyond."""
    sides = Counter((int(a), int(b)) for t in body.triangles for a, b in zip(t, np.roll(t, -1), strict=True))
    return sum(count for (a, b), count in sides.items() if sides[(b, a)] < count)


@pytest.mark.parametrize("metres", [6.0, 12.0, 20.0])
@pytest.mark.parametrize("turn", [0.3, 2.6])
def test_no_difference_is_seen(metres: float, turn: float) -> None:
    view = view_of(away(metres, turn), (640, 360))
    full, fewer = drawn(things(), view), drawn(in_picture(things(), view), view)
    shown = full.entity >= 0
    assert triangles(in_picture(things(), view)) < 0.95 * triangles(things())
    # An outline that is off by a third of a pixel at most turns few of the pixels along it.
    outline = shown & ~(np.roll(shown, 1, 0) & np.roll(shown, -1, 0) & np.roll(shown, 1, 1) & np.roll(shown, -1, 1))
    assert (shown != (fewer.entity >= 0)).sum() < 0.12 * outline.sum()
    both = shown & (fewer.entity >= 0)
    turned = np.degrees(np.arccos(np.clip((full.normal * fewer.normal).sum(axis=0), -1.0, 1.0)))[both]
    assert np.median(turned) < 4.0
    assert (turned > 25.0).mean() < 0.08


def test_a_push_in_is_drawn_as_its_frames_would_be() -> None:
    shots = [(replace(MOMENT, time_s=k / 4), away(metres)) for k, metres in enumerate((30.0, 14.0, 7.0, 4.0, 2.5))]
    other = Renderer()
    frames = {k: other.draw(STAGE, *shots[k], SMALL) for k in reversed(range(len(shots)))}
    for k, frame in enumerate(Renderer(threads=1).film(STAGE, shots, SMALL)):
        assert (frame == frames[k]).all()


def test_control_passes_are_of_all_there_is() -> None:
    far, renderer = away(30.0), Renderer()
    picture = renderer.picture(STAGE, MOMENT, far)
    view = view_of(far, SMALL)
    full = raster.read(raster.draw(picture.surfaces, view, None), view, picture.materials)
    seen, _ = renderer.gbuffer(STAGE, MOMENT, far, SMALL)
    assert (seen.entity == full.entity).all()
    assert np.abs(seen.normal - full.normal).max() < 1e-3
