"""The shadow map: what stands in the light darkens what is behind it, softly, and nothing else."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np

from model.camera import Camera
from model.renderer import raster, shadow
from model.renderer.mesh import Mesh, box, sphere
from model.renderer.raster import view_of
from tests.scenes import materials, surface

SUN = (1.0, 1.0, 0.0)
BALL = sphere(0.5, 24).moved((0.0, 1.5, 0.0))
GROUND = box((40.0, 0.1, 40.0)).moved((0.0, -0.1, 0.0))
ABOVE = Camera(position=(0.0, 12.0, 0.01), target=(0.0, 0.0, 0.0), fov_deg=50.0)


def seen_from_above(radius: float = 8.0) -> tuple[np.ndarray, raster.GBuffer, raster.View]:
    view = view_of(ABOVE, (200, 200))
    frame = shadow.shadow_frame(SUN, (0.0, 0.5, 0.0), radius, 512)
    with ThreadPoolExecutor(1) as pool:
        layer = raster.draw([surface(GROUND, 1), surface(BALL, 2)], view, None, pool)
    g = raster.read(layer, view, materials(-1, 0))
    depth = shadow.shadow_map([surface(GROUND), surface(BALL)], frame)
    return shadow.visibility(g, view, frame, depth), g, view


def lit_at(x: float, z: float) -> float:
    lit, _, view = seen_from_above()
    u, v, _ = view.project(np.array([[x, 0.0, z]], np.float32))[0]
    return float(lit[int(v * 200), int(u * 200)])


def test_the_shadow_lies_opposite_to_the_sun() -> None:
    assert lit_at(-1.5, 0.0) < 0.05  # 1.5 m up, sun at 45 degrees from +x
    for x, z in ((1.5, 0.0), (0.8, 0.8), (-1.5, 1.5), (-3.5, 0.0), (-1.5, -1.5)):
        assert lit_at(x, z) > 0.95


def test_its_edge_is_soft_and_its_middle_is_not() -> None:
    lit, g, _ = seen_from_above()
    ground = lit[g.entity == -1]
    assert ((ground > 0.1) & (ground < 0.9)).sum() > 20
    assert (ground < 0.02).sum() > 50


def test_a_surface_does_not_shade_itself() -> None:
    lit, g, _ = seen_from_above()
    towards = np.tensordot(np.array(SUN) / np.sqrt(2), g.normal, axes=1)
    facing = (g.entity == 0) & (towards > 0.3)
    assert facing.sum() > 100
    assert lit[facing].mean() > 0.97


def test_beyond_the_map_everything_is_lit() -> None:
    lit, g, view = seen_from_above(radius=2.5)
    points = view.eye[:, None, None] + view.rays() * g.depth
    outside = (g.entity == -1) & (np.abs(points[2]) > 3.0)
    assert (lit[outside] > 0.99).all()


def test_drawing_movers_over_a_kept_map_leaves_it_alone() -> None:
    frame = shadow.shadow_frame(SUN, (0.0, 0.5, 0.0), 8.0, 256)
    still = shadow.shadow_map([surface(GROUND)], frame)
    before = still.copy()
    moved = shadow.shadow_map([surface(BALL)], frame, still)
    assert (still == before).all()
    assert (moved > still + 1e-4).sum() > 50


def test_under_a_lamp_the_shadow_lies_below() -> None:
    frame = shadow.lamp_shadow_frame(np.array([0.0, 4.0, 0.0]), np.array([0.0, -1.0, 0.0]), 512, 0.1)
    _, g, view = seen_from_above()
    lit = shadow.visibility(g, view, frame, shadow.shadow_map([surface(GROUND), surface(BALL)], frame))
    ground = np.array([[0.6, 0.0, 0.0], [2.5, 0.0, 0.0], [0.0, 0.0, -2.5]], np.float32)
    under, *beside = (lit[int(v * 200), int(u * 200)] for u, v, _ in view.project(ground))
    assert under < 0.05
    assert min(beside) > 0.95


def test_it_is_the_same_at_once_and_in_bands() -> None:
    lit, g, view = seen_from_above()
    frame = shadow.shadow_frame(SUN, (0.0, 0.5, 0.0), 8.0, 512)
    depth = shadow.shadow_map([surface(GROUND), surface(BALL)], frame)
    with ThreadPoolExecutor(2) as pool:
        assert (shadow.visibility(g, view, frame, depth, pool) == lit).all()


def lit_under(*things: Mesh) -> Callable[[float, float], float]:
    """The share of the sun that reaches a place on the ground, seen from high above."""
    view = view_of(Camera(position=(0.0, 60.0, 0.01), target=(0.0, 0.0, 0.0), fov_deg=50.0), (480, 480))
    g = raster.read(raster.draw([surface(GROUND, 1)], view, None), view, materials(-1))
    frame = shadow.shadow_frame(SUN, (0.0, 0.5, 0.0), 30.0, 2048)
    lit = shadow.visibility(g, view, frame, shadow.shadow_map([surface(GROUND), *map(surface, things)], frame))

    def at(x: float, z: float) -> float:
        u, v, _ = view.project(np.array([[x, 0.0, z]], np.float32))[0]
        return float(lit[int(v * 480), int(u * 480)])

    return at


def test_a_shadow_is_softer_the_farther_off_what_throws_it_is() -> None:
    at = lit_under(box((2.0, 30.0, 8.0)).moved((10.0, 0.0, 0.0)))  # its shadow's long edges lie along z = 4 and z = -4

    def edge(x: float) -> int:
        return sum(0.1 < at(x, z) < 0.9 for z in np.arange(2.0, 6.0, 0.1))

    assert 1 <= edge(6.0) < edge(-2.0) < edge(-14.0)
    assert edge(-14.0) >= 8  # a penumbra of 2 x 24 m x sqrt(2) x tan(2.2 degrees)
    half = [at(-14.0, z) for z in np.arange(2.0, 6.0, 0.25)]
    assert all(b >= a - 0.02 for a, b in pairwise(half))  # and it brightens without a step back


def test_in_the_half_shade_of_a_tower_a_low_wall_still_throws_its_own_shadow() -> None:
    tower = box((2.0, 30.0, 8.0)).moved((18.0, 0.0, 0.0))
    wall = box((0.4, 1.5, 16.0)).moved((1.0, 0.0, 0.0))
    assert 0.2 < lit_under(tower)(0.2, 4.0) < 0.8
    assert lit_under(tower, wall)(0.2, 4.0) < 0.1
    assert 0.2 < lit_under(tower, wall)(-3.0, 4.0) < 0.8
