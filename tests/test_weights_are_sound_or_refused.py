"""Shipped weights load, weights that are damaged or of another model do not."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from model.state import Action
from model.verbs import VERB_NAMES
from model.world import WEIGHTS, WorldModel
from tests.stages import begin, square


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    WorldModel.tiny().save_pretrained(tmp_path / "saved")
    return tmp_path / "saved"


def _change(folder: Path, **values: object) -> None:
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps({**config, **values}), "utf-8")


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
    verbs = ["moonwalk" if verb == "walk" else verb for verb in VERB_NAMES]
    _change(folder, verbs=verbs)
    with pytest.raises(ValueError, match=r"moonwalk.*train again"):
        WorldModel.load(folder)


def test_weights_of_another_version_are_refused_by_number(folder: Path) -> None:
    _change(folder, version=99)
    with pytest.raises(ValueError, match=r"version 99.*model\.train"):
        WorldModel.load(folder)


def test_weights_of_another_size_than_their_config_are_refused(folder: Path) -> None:
    _change(folder, width=64)
    with pytest.raises(ValueError, match=r"do not fit.*reinstall"):
        WorldModel.load(folder)


@pytest.mark.parametrize("way", [WorldModel.from_pretrained, WorldModel.load])
def test_a_saved_model_steps_as_the_one_that_was_saved(tmp_path: Path, way: Callable[[Path], WorldModel]) -> None:
    world, state = begin(square())
    world.save_pretrained(tmp_path)
    back = way(tmp_path)
    walk = [Action("walk", "e0", "e2", words="ambles over to something")]
    stepped, again = world.step(state, walk), back.step(state, walk)
    assert replace(again, weights_sha256=stepped.weights_sha256).to_bytes() == stepped.to_bytes()


def test_the_shipped_weights_are_those_that_were_hashed() -> None:
    digest = hashlib.sha256((WEIGHTS / "base" / "model.safetensors").read_bytes()).hexdigest()
    assert WorldModel.load().weights_sha256 == digest
    assert (WEIGHTS / "base" / "SHA256").read_text("ascii").startswith(digest)


def test_no_file_of_weights_is_larger_than_sixteen_megabytes() -> None:
    assert all(file.stat().st_size <= 16 * 2**20 for file in WEIGHTS.rglob("*") if file.is_file())
