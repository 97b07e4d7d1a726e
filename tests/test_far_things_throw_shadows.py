"""In the open, what stands still outside of the near shadow map throws a shadow too."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from model.camera import Camera
from model.renderer import raster, renderer, shadow
from model.renderer.mesh import Mesh, box, merge
from model.renderer.raster import view_of
from model.renderer.renderer import Renderer
from model.renderer.scenery import GROUND, Scenery
from tests.scenes import SMALL, materials, placed, surface
from tests.stages import stage_of

SUN = (1.0, 1.0, 0.0)
EARTH = box((60.0, 0.1, 60.0)).moved((0.0, -0.1, 0.0))
TOWER = box((2.0, 6.0, 2.0))  # as high as its shadow is long
ABOVE = Camera(position=(0.0, 40.0, 0.01), target=(0.0, 0.0, 0.0), fov_deg=50.0)
SIZE = (240, 240)
NEAR, FAR = (shadow.shadow_frame(SUN, (0.0, 0.5, 0.0), radius, 768) for radius in (4.0, 60.0))


def seen(tower_at: float) -> tuple[raster.GBuffer, raster.View, tuple[np.ndarray, shadow.KeptMap]]:
    """A tower so far along x from the middle, seen from above, and what the sun sees of it: near by and far around."""
    view, tower = view_of(ABOVE, SIZE), TOWER.moved((tower_at, 0.0, 0.0))
    g = raster.read(raster.draw([surface(EARTH, 1), surface(tower, 2)], view, None), view, materials(-1, 0))
    ground = [surface(EARTH), surface(tower)]
    return g, view, (shadow.shadow_map(ground, NEAR), shadow.kept_map(ground, FAR))


def at(lit: np.ndarray, view: raster.View, x: float, z: float = 0.0) -> float:
    u, v, _ = view.project(np.array([[x, 0.0, z]], np.float32))[0]
    return float(lit[int(v * SIZE[1]), int(u * SIZE[0])])


def test_what_only_the_larger_map_knows_is_in_the_shade() -> None:
    g, view, (near, far) = seen(tower_at=14.0)
    alone = shadow.visibility(g, view, NEAR, near)
    both = shadow.visibility(g, view, NEAR, near, beyond=far)
    assert at(alone, view, 10.0) == 1.0
    assert at(both, view, 10.0) < 0.05
    for x, z in ((10.0, 3.0), (10.0, -3.0), (5.0, 0.0), (-10.0, 0.0), (0.0, 0.0)):
        assert at(both, view, x, z) > 0.95


def test_what_is_near_is_only_looked_for_in_the_near_map() -> None:
    g, view, (near, far) = seen(tower_at=3.0)
    alone = shadow.visibility(g, view, NEAR, near)
    everywhere = {name: np.full_like(getattr(far, name), 0.99) for name in ("nearness", "nearest")}
    pitch_dark = far._replace(**everywhere)  # something right before the sun, all over the larger map
    both = shadow.visibility(g, view, NEAR, near, beyond=pitch_dark)
    points = view.eye[:, None, None] + view.rays() * g.depth
    inside = (np.abs(points[0]) < 2.0) & (np.abs(points[2]) < 2.0)
    assert inside.sum() > 100
    assert (both[inside] == alone[inside]).all()
    assert at(both, view, -12.0) < 0.05


def test_the_ground_does_not_shade_itself_in_either_map() -> None:
    view = view_of(ABOVE, SIZE)
    g = raster.read(raster.draw([surface(EARTH, 1)], view, None), view, materials(-1))
    near, far = shadow.shadow_map([surface(EARTH)], NEAR), shadow.kept_map([surface(EARTH)], FAR)
    assert shadow.visibility(g, view, NEAR, near, beyond=far).min() > 0.99


def test_it_is_the_same_at_once_and_in_bands() -> None:
    g, view, (near, far) = seen(tower_at=6.0)
    lit = shadow.visibility(g, view, NEAR, near, beyond=far)
    with ThreadPoolExecutor(2) as pool:
        assert (shadow.visibility(g, view, NEAR, near, pool, beyond=far) == lit).all()


def test_no_light_falls_in_where_the_near_map_ends() -> None:
    view, roof = view_of(ABOVE, SIZE), box((50.0, 0.1, 50.0)).moved((10.0, 10.0, 0.0))
    g = raster.read(raster.draw([surface(EARTH, 1)], view, None), view, materials(-1))
    above = [surface(EARTH), surface(roof)]
    lit = shadow.visibility(g, view, NEAR, shadow.shadow_map(above, NEAR), beyond=shadow.kept_map(above, FAR))
    points = view.eye[:, None, None] + view.rays() * g.depth
    assert lit[(np.abs(points[0]) < 12.0) & (np.abs(points[2]) < 12.0)].max() < 0.05


STAGE = stage_of(("Anna", "adult"), setting="village")
LOOKING_ON = Camera(position=(0.0, 6.0, 10.0), target=(0.0, 0.5, 0.0), fov_deg=50.0)
ASIDE = {0: (4.0, 0.0, 0.0, 0.0)}
SPOT = np.array([0.0, 0.0, -45.0], np.float32)  # further off than the near map reaches


def sun_on_the_spot(monkeypatch: pytest.MonkeyPatch, *things: Mesh) -> tuple[float, np.ndarray]:
    """The share of the sun that reaches a spot far behind the stage if these things stand there, and the way to it."""
    ground = box((200.0, 0.2, 200.0)).moved((0.0, -0.2, 0.0)).of_part(GROUND)
    monkeypatch.setattr(renderer, "set_for", lambda stage: Scenery(merge([ground, *things])))
    g, light = Renderer().gbuffer(STAGE, placed(STAGE, ASIDE, hour=16.0), LOOKING_ON, SMALL)
    u, v, depth = view_of(LOOKING_ON, SMALL).project(SPOT[None])[0]
    row, column = int(v * SMALL[1]), int(u * SMALL[0])
    assert abs(g.depth[row, column] - depth) < 1.0  # nothing stands before it
    return float(g.sun[row, column]), np.array(light.key_direction)


def test_in_a_set_a_tower_far_behind_the_stage_throws_its_shadow(monkeypatch: pytest.MonkeyPatch) -> None:
    lit, towards = sun_on_the_spot(monkeypatch)
    halfway_up = SPOT + towards * (4.0 / towards[1])
    tower = box((3.0, 8.0, 3.0)).moved(halfway_up * (1.0, 0.0, 1.0))
    shaded, _ = sun_on_the_spot(monkeypatch, tower)
    assert lit > 0.99
    assert shaded < 0.05
