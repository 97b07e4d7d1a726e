"""Shipped weights load, weights that are damaged or of another model do not."""

import json
import shutil
from pathlib import Path

import pytest

from model.state import Action
from model.world import WEIGHTS, WorldModel
from tests.stages import begin, square


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WEIGHTS / "base", tmp_path / "base"))


def test_a_changed_byte_is_refused_with_what_to_do(folder: Path) -> None:
    file = folder / "model.safetensors"
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(bytes(data))
    with pytest.raises(ValueError, match="reinstall"):
        WorldModel.load(folder)


def test_missing_weights_are_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"model\.train"):
        WorldModel.load(tmp_path)


def test_weights_for_other_verbs_are_refused_by_name(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text("utf-8"))
    config["verbs"][config["verbs"].index("walk")] = "moonwalk"
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    with pytest.raises(ValueError, match="moonwalk"):
        WorldModel.load(folder)


def test_a_saved_model_steps_as_the_one_that_was_saved(tmp_path: Path) -> None:
    world, state = begin(square())
    world.save_pretrained(tmp_path)
    back = WorldModel.load(tmp_path)
    walk = [Action("walk", "e0", "e2")]
    assert back.step(state, walk).to_bytes() == world.step(state, walk).to_bytes()


def test_no_file_of_weights_is_larger_than_sixteen_megabytes() -> None:
    assert all(file.stat().st_size <= 16 * 2**20 for file in WEIGHTS.rglob("*") if file.is_file())
