"""Directability: how many cases of a file come true when they are acted out (`nacre eval`).

Knows the case format and the facts; acts nothing out itself: whoever calls it gives a function that does. Prints a
table by tag and returns the figures.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from model.facts import NotOnStage, State, holds_true, is_unchanged
from storygraph.errors import StoryError


@dataclass(frozen=True, slots=True)
class Case:
    """One case: a world, what is directed first, the direction under test and what must then be so."""

    id: str
    world: str
    seed: int
    direction: str
    expect: tuple[str, ...]
    before: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()

    @property
    def tag(self) -> str:
        return self.id.split("-")[0]

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Case:
        return cls(
            id=str(data["id"]),
            world=str(data["world"]),
            seed=int(data["seed"]),
            direction=str(data["direction"]),
            expect=tuple(data["expect"]),
            before=tuple(data.get("before", ())),
            unchanged=tuple(data.get("unchanged", ())),
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of acting a case out: the states as JSON, and how often a hard constraint had to correct the world."""

    before: State
    after: State
    corrections: int = 0


Act = Callable[[Case, int], Outcome]  # (case, takes) -> outcome; raises StoryError when the words are refused


@dataclass(frozen=True, slots=True)
class Result:
    """`misses` lists the facts that do not hold; empty when the case passed."""

    case: Case
    misses: tuple[str, ...]
    corrections: int = 0
    outcome: Outcome | None = field(default=None, repr=False)

    @property
    def passed(self) -> bool:
        return not self.misses


def load_cases(path: Path) -> list[Case]:
    """Cases of a JSON-lines file. Raises StoryError when the file is missing or a line is not a case."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise StoryError(f"The cases cannot be read: {path} ({error.strerror}).") from error
    cases = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            cases.append(Case.from_json(json.loads(line)))
        except (KeyError, TypeError, ValueError) as error:
            raise StoryError(f"Line {number} of {path.name} is not a case: {error}.") from error
    return cases


def misses(case: Case, before: State, after: State) -> list[str]:
    """The facts of the case that do not hold between the two states."""
    wrong = []
    for fact in case.expect:
        try:
            if not holds_true(fact, before, after):
                wrong.append(fact)
        except NotOnStage as missing:
            wrong.append(f"{fact} [not on stage: {missing.args[0]}]")
    return wrong + [f"unchanged({name})" for name in case.unchanged if not is_unchanged(name, before, after)]


def evaluate(cases: Iterable[Case], act: Act, *, takes: int = 1, dump: Path | None = None,
             say: Callable[[str], None] = print) -> list[Result]:
    """Act every case out and judge it. `dump` gets `<id>.before.json` and `<id>.after.json` of each."""
    results = []
    for case in cases:
        result = _judged(case, act, takes)
        if not result.passed:
            say(f"{case.id}: {case.direction or case.world}: {', '.join(result.misses)}")
        if dump is not None and result.outcome is not None:
            _dump(dump, case, result.outcome)
        results.append(result)
    return results


def summary(results: Sequence[Result]) -> dict[str, Any]:
    """{"cases", "passed", "rate"}: what `nacre eval` prints last."""
    passed = sum(result.passed for result in results)
    return {"cases": len(results), "passed": passed, "rate": round(passed / len(results), 3) if results else 0.0}


def table(results: Sequence[Result]) -> str:
    """Passed and all, by tag, and how many cases needed a correction."""
    tags: dict[str, list[Result]] = {}
    for result in results:
        tags.setdefault(result.case.tag, []).append(result)
    rows = [f"{tag:<10}{sum(r.passed for r in group):>4}/{len(group):<4}" for tag, group in sorted(tags.items())]
    corrected = sum(1 for result in results if result.corrections)
    return "\n".join([*rows, f"cases in which a constraint corrected the world: {corrected}"])


def report(results: Sequence[Result], say: Callable[[str], None] = print) -> None:
    """The table, then the figures as the last line, in JSON."""
    say(table(results))
    say(json.dumps(summary(results)))


def _judged(case: Case, act: Act, takes: int) -> Result:
    try:
        outcome = act(case, takes)
    except StoryError as refused:
        return Result(case, (f"refused: {refused}",))
    return Result(case, tuple(misses(case, outcome.before, outcome.after)), outcome.corrections, outcome)


def _dump(folder: Path, case: Case, outcome: Outcome) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for when, state in (("before", outcome.before), ("after", outcome.after)):
        text = json.dumps(state, ensure_ascii=False, indent=1)
        (folder / f"{case.id}.{when}.json").write_text(text, "utf-8")
