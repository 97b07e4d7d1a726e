"""The training recipe, at its smallest: it learns, it can be resumed, and what it saves can be loaded."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from model.lessons import Library, lesson_of
from model.phrasebook import Phrasebook
from model.teacher.rollouts import rollout
from model.train import PRESETS, practise, train
from model.world import WorldModel


def _log(folder: Path) -> list[dict[str, float]]:
    return [json.loads(line) for line in (folder / "log.jsonl").read_text("utf-8").splitlines()]


def test_a_short_run_learns_goes_on_and_can_be_loaded(tmp_path: Path) -> None:
    recipe = replace(PRESETS["smoke"], rollouts=8, batches=60)
    train(recipe, tmp_path, workers=1, preset="smoke")
    first = _log(tmp_path)
    train(replace(recipe, batches=70), tmp_path, workers=1, preset="smoke")
    second = _log(tmp_path)
    assert first[-1]["loss"] < first[0]["loss"]
    assert second[-1]["step"] > first[-1]["step"]
    assert WorldModel.load(tmp_path).config.width == recipe.size[0]


def test_practice_lessons_start_where_the_learner_ended_up() -> None:
    lessons = [x for seed in range(8) if (x := lesson_of(rollout(seed, ["walk", "run", "take"]))) is not None]
    made = practise(WorldModel.load(), Library(lessons, Phrasebook.of_training(1)), 12, np.random.default_rng(0))
    starts = [x.scenes.position[0] for x in lessons]
    assert made
    assert all(not any(m.scenes.position[0].equal(s) for s in starts) for m in made)
