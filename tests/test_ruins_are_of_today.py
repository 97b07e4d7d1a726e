"""The ruins of a town are a set of their own, and who is there is of today; old temples in ruins stay temples."""

from __future__ import annotations

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from model.renderer.sets import scenery
from model.stage import Stage

SEEDS = (1, 2, 3, 4)


@pytest.mark.parametrize(("prompt", "setting"), [
    ("A soldier finds a girl in the ruins of a bombed city.", "ruins"), ("废墟中，女兵抱着一个小男孩。", "ruins"),
    ("A survivor and a dog in a post-apocalyptic wasteland.", "ruins"), ("末日之后，两个幸存者在废墟里争吵。", "ruins"),
    ("Firefighters pull a girl from the rubble.", "ruins"), ("In the ruins of a hospital two soldiers hide.", "ruins"),
    ("学校的废墟上，老师抱着学生哭泣。", "ruins"), ("消防员从倒塌的大楼里救出一个孩子。", "ruins"),
    ("古庙废墟中，侠客拔剑。", "temple"), ("An explorer in the ruins of an ancient temple.", "temple"),
    ("古代，将军站在废墟中。", "temple"), ("A knight kneels in the ruins.", "courtyard"),
    ("In a hospital a nurse comforts a soldier.", "hospital"), ("A cowboy rides across the wasteland.", "desert"),
])  # fmt: skip
def test_prompts_find_it(prompt: str, setting: str) -> None:
    assert cast(prompt, seed=3, text=TEXT).stage.setting == setting


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_there_wears_what_was_worn_in_old_china(seed: int) -> None:
    found = cast("废墟里，一个男人和一个女人在找水。", seed=seed, text=TEXT).stage
    people = [e for e in found.entities if e.kind == "person"]
    assert len(people) == 2 and not {e.look["outfit"] for e in people} & {"hanfu", "wuxia", "robe"}


@pytest.mark.parametrize("seed", SEEDS)
def test_one_sees_through_its_windows_and_fires_burn_at_any_hour(seed: int) -> None:
    built = scenery(Stage("ruins", seed, ()))
    assert any(light.when == "always" for light in built.lights)
    # Of level rays from the stage to one side at the height of the windows some meet a wall and some meet none.
    triangles = built.mesh.vertices[built.mesh.triangles].astype(np.float64)
    for side in (-1.0, 1.0):
        met = [_is_met(triangles, side, float(z)) for z in np.arange(-9.0, 1.0, 0.35)]
        assert any(met) and not all(met)


def _is_met(triangles: np.ndarray, side: float, z: float, y: float = 1.6) -> bool:
    """Whether something stands at that height where the walls beside the stage are."""
    x = triangles[:, :, 0] * side
    near = triangles[(x.min(axis=1) > 6.6) & (x.max(axis=1) < 8.6)][:, :, 1:]
    (a, b, c), p = (near[:, k] for k in range(3)), np.array((y, z))

    def turn(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        return (v - u)[:, 0] * (p - u)[:, 1] - (v - u)[:, 1] * (p - u)[:, 0]

    signs = np.stack([turn(a, b), turn(b, c), turn(c, a)])
    return bool(((signs > 0).all(axis=0) | (signs < 0).all(axis=0)).any())
