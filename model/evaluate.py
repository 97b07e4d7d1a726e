"""Evaluation: `python -m model.evaluate`. What the model does on stages it has never seen, beside the teacher.

Asks the questions of `model.evaluation` one by one, prints their tables for the model card as they come and, last,
every figure as a line of JSON. Stages are from seeds that training never uses. `--baseline NAME=FOLDER` adds another
model's column to the table by verb.
"""

from __future__ import annotations

import argparse
import json
import logging
import platform
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch

from model.evaluation import by_verb, contact, endurance, physics, scope, splits, steadiness, variety
from model.evaluation.lessons import Tallies, tallied
from model.evaluation.tables import table
from model.reader import PhraseReader, load_reader
from model.teacher.behaviours import BEHAVIOURS
from model.verbs import VERB_NAMES
from model.world import WorldModel

ASKED = tuple(verb for verb in VERB_NAMES if verb in BEHAVIOURS and verb != "act")
FROM_LESSONS = ("verbs", "scope", "steadiness", "physics")  # what needs the pass over all lessons
QUESTIONS = (*FROM_LESSONS, "variety", "splits", "endurance")
_TRIALS = 8  # of a kind in physics, for each lesson a verb
_OF_TAKES = 0.4  # lessons of a verb in eight takes, for each lesson a verb
_OF_SPLIT = 0.4  # lessons of a verb in a split, for each lesson a verb

log = logging.getLogger("nacre.evaluate")


def evaluate(
    world: WorldModel,
    count: int,
    questions: tuple[str, ...] = QUESTIONS,
    baselines: Mapping[str, WorldModel] | None = None,
    steps: int = endurance.STEPS,
    reader: PhraseReader | None = None,
) -> Iterator[tuple[str, dict[str, Any], str]]:
    """(question, its figures as plain values, its table), one by one; shares are of 1. `reader` is who reads the words
    of the splits, the shipped one if none is given."""
    tallies = Tallies()
    if set(questions) & set(FROM_LESSONS):
        tallies = tallied(world, ASKED, count, baselines, log.info)
    for question in questions:
        if question in FROM_LESSONS:
            yield question, *_from_lessons(question, world, count, tallies, tuple(baselines or ()))
        elif question == "variety":
            varied = variety.figures(world, max(1, round(_OF_TAKES * count)), log.info)
            yield question, varied, variety.as_table(varied)
        elif question == "splits":
            asked = splits.questions(world, ASKED, max(2, round(_OF_SPLIT * count)), log.info, reader)
            of_split = splits.figures(world, asked)
            yield question, of_split, splits.as_table(of_split)
        else:
            lived = endurance.figures(endurance.run(world, steps, say=log.info))
            yield question, lived, endurance.as_table(lived)


def _from_lessons(
    question: str, world: WorldModel, count: int, tallies: Tallies, baselines: tuple[str, ...]
) -> tuple[dict[str, Any], str]:
    if question == "verbs":
        by = tallies.by_verb.figures()
        return by, by_verb.as_table(by, baselines)
    if question == "scope":
        kept = tallies.scope.figures()
        return kept, scope.as_table(kept)
    if question == "steadiness":
        steady, taught = tallies.steady.figures(), tallies.steady_teacher.figures()
        return {"model": steady, "teacher": taught}, steadiness.as_table(steady, taught)
    trials = physics.figures(world, _TRIALS * count)
    model, teacher = tallies.contact.figures(), tallies.contact_teacher.figures()
    touching = table(["bodies and feet, all lessons", "model", "teacher", "wanted"], contact.rows(model, teacher))
    return {**trials, "contact": {"model": model, "teacher": teacher}}, f"{physics.as_table(trials)}\n\n{touching}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Judge the world model on lessons it has never seen.")
    parser.add_argument("--weights", default="base", help="name of shipped weights, or a model folder")
    parser.add_argument("--count", type=int, default=10, help="lessons a verb")
    parser.add_argument("--only", default=",".join(QUESTIONS), help="questions to ask, with commas between")
    parser.add_argument("--baseline", action="append", default=[], metavar="NAME=FOLDER", help="to compare with")
    parser.add_argument("--steps", type=int, default=endurance.STEPS, help="steps of the long run")
    parser.add_argument("--reader", type=Path, help="reader for the splits, such as train_reader --trial keeps")
    args = parser.parse_args()
    questions = tuple(args.only.split(","))
    if unknown := set(questions) - set(QUESTIONS):
        parser.error(f"no such question: {', '.join(sorted(unknown))}; there are {', '.join(QUESTIONS)}")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(1)
    world = _load(args.weights)
    baselines = {name: _load(folder) for name, _, folder in (given.partition("=") for given in args.baseline)}
    result: dict[str, Any] = {"weights_sha256": world.weights_sha256, "lessons_per_verb": args.count,
                              "machine": f"{platform.machine()}, torch {torch.__version__}, one thread"}  # fmt: skip
    reader = load_reader(args.reader) if args.reader else None
    for question, figures, shown in evaluate(world, args.count, questions, baselines, args.steps, reader):
        print(f"{shown}\n", flush=True)
        result[question] = figures
    print(json.dumps(result))


def _load(weights: str) -> WorldModel:
    folder = Path(weights)
    return WorldModel.load(folder.resolve() if folder.is_dir() else weights)


if __name__ == "__main__":
    main()
