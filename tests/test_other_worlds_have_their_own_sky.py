"""The moon and a red planet are settings: a landing among craters, whoever is there in a space suit with a helmet, and
above the moon the stars at noon, no cloud, and the earth."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.moment import WEATHERS
from model.renderer.light import light_of
from model.renderer.sets import scenery
from model.stage import Stage

NOON = 12.0
CLEAR = np.eye(len(WEATHERS), dtype=np.float32)[WEATHERS.index("clear")]


@pytest.mark.parametrize(("prompt", "setting"), [
    ("Two astronauts find a door on the moon.", "moon"), ("月球上，宇航员发现一块会发光的石头。", "moon"),
    ("An explorer is stranded on the surface of Mars.", "red planet"), ("火星上，两个宇航员在争吵。", "red planet"),
    ("荒凉的外星球上，两个宇航员发现一扇门。", "red planet"), ("Scientists argue in the moon base.", "spaceship"),
    ("Wolves corner a girl by the river at full moon.", "lake"), ("A man waits at the Blue Moon Diner.", "cafe"),
    ("Two lovers sit under the moon in a park.", "park"), ("月亮下，两个人在沙漠里散步。", "desert"),
])  # fmt: skip
def test_prompts_lead_there(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


def test_people_wear_space_suits_and_helmets_there() -> None:
    on_the_moon, aboard = (cast(prompt, seed=3, text=TEXT).stage.entities for prompt in
                           ("Anna and Ben argue on the moon.", "Anna and Ben argue on a spaceship."))  # fmt: skip
    worn = {(e.look["outfit"], e.look["hat"]) for e in on_the_moon if e.kind == "person"}
    assert worn == {("spacesuit", "space_helmet")}
    assert all(e.look["hat"] != "space_helmet" for e in aboard if e.kind == "person")


def test_who_is_dressed_by_the_author_stays_so() -> None:
    (anna,) = (e for e in cast("Anna, in a red dress, stands on the moon.", seed=3, text=TEXT).stage.entities
               if e.name == "Anna")  # fmt: skip
    assert anna.look["outfit"] == "dress"


def test_the_sky_of_the_moon_is_black_and_starry_at_noon() -> None:
    moon, village = (light_of(NOON, CLEAR, scenery(Stage(name, 3, ())), (), 0.0).sky for name in ("moon", "village"))
    assert max(*moon.zenith, *moon.horizon) < 0.02 < min(village.zenith)
    assert (moon.stars, village.stars) == (1.0, 0.0)
    assert moon.cover <= 0.0 < village.cover


def test_the_sun_shines_there_as_it_does_on_earth() -> None:
    moon, village = (light_of(NOON, CLEAR, scenery(Stage(name, 3, ())), (), 0.0) for name in ("moon", "village"))
    assert moon.key == village.key


def test_the_sky_of_the_red_planet_is_redder_than_it_is_blue() -> None:
    sky = light_of(NOON, CLEAR, scenery(Stage("red planet", 3, ())), (), 0.0).sky
    assert sky.horizon[0] > 1.2 * sky.horizon[2]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("setting", ["moon", "red planet"])
def test_such_a_set_is_light_enough_to_draw_and_leaves_the_stage_free(setting: str, seed: int) -> None:
    stage = Stage(setting, seed, ())
    built = scenery(stage)
    assert len(built.mesh.triangles) <= 32_000
    assert len(built.lights) <= 4
    assert not [box for box in built.obstacles
                if all(low < stage.half_extent - 0.5 and high > 0.5 - stage.half_extent
                       for low, high in zip(box[0][::2], box[1][::2], strict=True))]  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_the_earth_hangs_over_the_moon_behind_the_stage(seed: int) -> None:
    mesh = scenery(Stage("moon", seed, ())).mesh
    high = mesh.vertices[:, 1] > 14.0
    red, _, blue = 255.0 * mesh.color[high].mean(axis=0)
    assert high.any()
    assert (mesh.vertices[high, 2] < -60.0).all()
    assert blue > red + 40.0
