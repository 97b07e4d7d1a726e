"""Lakes and rivers are a set of their own: still water right behind those who act, on which boats lie."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.layout import first_moment
from model.planes import WATERLINE
from model.renderer.scenery import WATER
from model.renderer.sets import scenery
from model.stage import Stage

SEEDS = (1, 2, 3, 4)


@pytest.mark.parametrize(("prompt", "setting"), [
    ("Two lovers in a small boat on a misty lake.", "lake"), ("A samurai and a monk duel on the riverbank.", "lake"),
    ("Three children play by the river.", "lake"), ("A woman rows a boat.", "lake"),
    ("湖畔，书生遇见白衣女子。", "lake"),
    ("河边，一个女孩在洗衣服。", "lake"),
    ("老渔夫坐在船上，小孙女站在岸边挥手。", "lake"), ("江面上，书生在船头弹琴。", "lake"),
    ("船长站在船头眺望大海。", "ship deck"),
    ("On the deck of a pirate ship, a captain shouts.", "ship deck"), ("海盗船上，船长举起弯刀。", "ship deck"),
    ("A fisherman mends nets on the beach.", "beach"), ("一对恋人坐在湖边的码头上。", "lake"),
    ("A hunter in the woods.", "forest"), ("A frozen lake where two girls skate.", "snow field"),
])  # fmt: skip
def test_prompts_find_it(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


@cache
def water(seed: int) -> np.ndarray:
    """(T, 3, 3) its triangles."""
    mesh = scenery(Stage("lake", seed, ())).mesh
    return mesh.vertices[mesh.triangles[mesh.part[mesh.triangles[:, 0]] == WATER]].astype(np.float64)


def heights(seed: int, at: tuple[float, float]) -> list[float]:
    """Of the water at a place."""
    corners = water(seed)
    a, b, c = (corners[:, k] for k in range(3))
    p = np.array(at)

    def turn(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        (ux, uz), (vx, vz) = (w[:, [0, 2]].T for w in (u, v))
        return (vx - ux) * (p[1] - uz) - (vz - uz) * (p[0] - ux)

    signs = np.stack([turn(a, b), turn(b, c), turn(c, a)])
    over = (signs >= 0).all(axis=0) | (signs <= 0).all(axis=0)
    return [float(v[:, 1].mean()) for v in corners[over]]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_bank_is_dry_and_water_begins_behind_it(seed: int) -> None:
    assert not heights(seed, (0.0, WATERLINE + 0.6))
    assert all(heights(seed, (x, z)) for x in (-3.0, 0.0, 3.0) for z in (WATERLINE - 0.6, -9.0, -40.0))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("prompt", [
    "Two lovers in a small boat on a lake.", "湖上，一对恋人在划船。", "A girl by the river.",
    "江上，书生和公主坐在船头。",
])  # fmt: skip
def test_a_boat_is_afloat_and_who_is_in_it_too(prompt: str, seed: int) -> None:
    found = cast(prompt, seed=seed, text=TEXT)
    boats = [i for i, e in enumerate(found.stage.entities) if e.archetype == "boat"]
    assert len(boats) == 1
    begun = first_moment(found.stage, found.relations, seed=seed, hour=found.hour, weather=found.weather)
    x, _, z = (float(v) for v in begun.position[boats[0]])
    level = heights(found.stage.seed, (x, z))
    assert level and 0.02 < level[0] < 0.14, "it draws some water, and none comes in"
    aboard = [i for i in range(len(found.stage.entities)) if begun.supported_by[i] == boats[0]]
    assert len(aboard) == (0 if "girl" in prompt else 2)
