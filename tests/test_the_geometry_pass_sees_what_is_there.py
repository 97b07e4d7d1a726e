"""The G-buffer holds the right surface, depth and normal for every pixel."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields

import numpy as np
import pytest

from model.camera import Camera
from model.renderer import raster
from model.renderer.mesh import box, from_arrays, sphere
from model.renderer.raster import NOTHING, SET, GBuffer, View, view_of
from tests.scenes import materials, surface

CAMERA = Camera(position=(0.0, 1.0, 6.0), target=(0.0, 1.0, 0.0), fov_deg=40.0)


def drawn(view: View, *surfaces: raster.Surface, entities: tuple[int, ...] = (0, 1)) -> GBuffer:
    with ThreadPoolExecutor(1) as pool:
        layer = raster.draw(surfaces, view, None, pool)
    return raster.read(layer, view, materials(*entities))


def test_a_ball_is_round_and_where_projection_says() -> None:
    view = view_of(CAMERA, (320, 180))
    ball = sphere(0.5, 32).moved((1.0, 1.5, 0.0)).painted("#ff0000")
    g = drawn(view, surface(ball))
    rows, columns = np.nonzero(g.entity == 0)
    x, y, depth = view.project(np.array([[1.0, 1.5, 0.0]], np.float32))[0]
    assert columns.mean() + 0.5 == pytest.approx(x * 320, abs=0.7)
    assert rows.mean() + 0.5 == pytest.approx(y * 180, abs=0.7)
    assert depth == pytest.approx(6.0, abs=1e-4)
    assert np.allclose(g.albedo[:, rows, columns].T, [1.0, 0.0, 0.0], atol=1e-3)


def test_depth_and_normal_put_every_pixel_back_on_its_sphere() -> None:
    view = view_of(CAMERA, (320, 180))
    centre = np.array([-0.4, 0.9, 1.0], np.float32)
    g = drawn(view, surface(sphere(0.8, 48).moved(centre)))
    inside = g.entity == 0
    points = view.eye[:, None, None] + view.rays() * g.depth
    out = (points - centre[:, None, None])[:, inside]
    assert np.allclose(np.linalg.norm(out, axis=0), 0.8, atol=0.01)
    assert (out / 0.8 * g.normal[:, inside]).sum(axis=0).min() > 0.98
    assert np.allclose(np.linalg.norm(g.normal[:, inside], axis=0), 1.0, atol=1e-3)


def test_the_nearer_of_two_things_hides_the_other_in_either_order() -> None:
    view = view_of(CAMERA, (160, 90))
    near, far = surface(box((1, 1, 1)).moved((0, 0.5, 2)), 1), surface(box((3, 3, 1)).moved((0, 0, -2)), 2)
    for order in ((near, far), (far, near)):
        g = drawn(view, *order)
        assert g.entity[45, 80] == 0
        assert g.entity[20, 80] == 1
        assert g.entity[2, 2] == NOTHING


def test_what_reaches_behind_the_camera_is_cut_and_not_lost() -> None:
    view = view_of(CAMERA, (160, 90))
    corners = [(-60, 0, 60), (60, 0, 60), (60, 0, -60), (-60, 0, -60)]
    ground = surface(from_arrays(corners, [(0, 1, 2), (0, 2, 3)]))
    g = drawn(view, ground, entities=(SET,))
    assert (g.entity[60:] == SET).all()
    assert (g.entity[:40] == NOTHING).all()
    straight_down = 1.0 / np.tan(np.radians(20.0)) * 90 / (2 * (89.5 - 45))
    assert g.depth[89, 80] == pytest.approx(straight_down, rel=0.01)
    assert np.allclose(g.normal[:, 80, 80], [0, 1, 0], atol=1e-3)


def test_drawing_over_a_layer_is_the_same_as_drawing_all_at_once() -> None:
    view = view_of(CAMERA, (160, 90))
    first, second = surface(box((3, 3, 1)).moved((0, 0, -2)), 1), surface(sphere(0.6).moved((0, 1, 1)), 2)
    with ThreadPoolExecutor(1) as pool:
        under = raster.draw([first], view, None, pool)
        kept = under.nearness.copy()
        over = raster.read(raster.draw([second], view, under, pool), view, materials(0, 1))
    at_once = drawn(view, first, second)
    assert (under.nearness == kept).all()
    assert (over.entity == at_once.entity).all()
    assert np.allclose(over.depth, at_once.depth, atol=1e-3)


def test_what_is_read_over_the_same_is_as_if_all_were_read_anew() -> None:
    view, space = view_of(CAMERA, (500, 280)), raster.Workspace()
    under = raster.draw([surface(box((3, 3, 1)).moved((0, 0, -2)), 1)], view, None)
    for x in (-1.6, 0.4, 0.5, 9.0, -0.2):  # across the picture, out of it and in again
        layer = raster.draw([surface(sphere(0.6).moved((x, 1, 1)), 2)], view, under)
        kept = raster.read(layer, view, materials(0, 1), space=space, over="a box")
        anew = raster.read(layer, view, materials(0, 1))
        assert all((getattr(kept, f.name) == getattr(anew, f.name)).all() for f in fields(GBuffer))


@pytest.mark.parametrize("step", [2, 3, 4])
def test_what_is_thinned_where_it_changed_is_as_if_all_were_thinned(step: int) -> None:
    view, space = view_of(CAMERA, (501, 281)), raster.Workspace()
    under = raster.draw([surface(box((3, 3, 1)).moved((0, 0, -2)), 1)], view, None)
    for x in (-1.6, 0.4, 0.5, 9.0, -0.2):
        layer = raster.draw([surface(sphere(0.6).moved((x, 1, 1)), 2)], view, under)
        g, changed = raster.read_and_told(layer, view, materials(0, 1), space=space, over="a box")
        few, anew = raster.thinned(g, step, changed, space), g.every(step)
        assert all((getattr(few, f.name) == getattr(anew, f.name)).all() for f in fields(GBuffer))
    assert not changed.all()


def test_a_camera_that_looks_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="coincide"):
        view_of(Camera(position=(1, 1, 1), target=(1, 1, 1)), (160, 90))


def test_a_closed_surface_has_no_pinholes() -> None:
    rng = np.random.default_rng(0)
    for _ in range(6):
        x, y, z = rng.uniform(-2, 2, 3)
        view = view_of(Camera(position=(x, 2 + y, 7 + z), target=(0, 0, 0), fov_deg=30.0), (320, 180))
        g = drawn(view, surface(sphere(1.2, 40), 1), surface(sphere(1.0, 30), 2))
        assert not (g.entity == 1).any()


def test_large_and_small_triangles_meet_without_a_gap() -> None:
    """A fan from far outside of the picture down its middle, and from there on many small triangles."""
    rng = np.random.default_rng(1)
    heights = np.concatenate([[-9.0], np.sort(rng.uniform(-2.0, 4.0, 150)), [9.0]])
    columns = np.concatenate([[0.0], np.sort(rng.uniform(0.0, 4.0, 60)), [9.0]])
    grid = [(x, y, 0.0) for x in columns for y in heights]
    n = len(heights)
    corners = [(k, k + n, k + n + 1, k + 1) for k in range((len(columns) - 1) * n) if k % n < n - 1]
    fan = [(len(grid), k, k + 1) for k in range(n - 1)]
    small = [t for a, b, c, d in corners for t in ((a, b, c), (a, c, d))]
    sheet = surface(from_arrays([*grid, (-300.0, 1.0, 0.0)], [*fan, *small]))
    g = drawn(view_of(CAMERA, (320, 180)), sheet)
    assert (g.entity == 0).all()
    assert np.allclose(g.depth, 6.0, atol=1e-3)


def test_a_picture_is_the_same_drawn_at_once_or_in_bands() -> None:
    view = view_of(CAMERA, (500, 280))
    surfaces = [surface(box((40, 0.1, 40)), 1), surface(sphere(0.6).moved((0, 1, 1)), 2)]
    with ThreadPoolExecutor(2) as pool:
        banded = raster.draw(surfaces, view, None, pool)
        seen_in_bands = raster.read(banded, view, materials(0, 1), pool)
    at_once = raster.draw(surfaces, view, None)
    seen = raster.read(at_once, view, materials(0, 1))
    assert (banded.nearness == at_once.nearness).all()
    assert (banded.triangle == at_once.triangle).all()
    assert all((getattr(seen, f.name) == getattr(seen_in_bands, f.name)).all() for f in fields(GBuffer))


def test_a_very_narrow_picture_shows_the_middle_of_a_wide_one() -> None:
    ball = surface(sphere(0.5, 32).moved((0.0, 1.0, 0.0)))
    wide, narrow = (drawn(view_of(CAMERA, (width, 60)), ball) for width in (60, 10))
    assert (wide.entity[:, 25:35] == narrow.entity).all()
    assert (narrow.entity == 0).any()
