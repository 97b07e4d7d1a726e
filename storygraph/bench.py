"""How long it takes to look through a large story: `python -m storygraph.bench [--scenes 100000] [--seed 1]`.

Builds a story of that many scenes by chance, with variables, conditions, effects and timers, and prints, as one line of
JSON, its size, what lint finds in it, and the seconds of lint and of statistics, by the clock and (`_cpu_s`) of the
processor alone. Knows no store and no interface.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from storygraph.graph import StoryGraph
from storygraph.story import Beat, Choice, Episode, Scene, Take, Variable

__all__ = ["large_story", "main"]

T = TypeVar("T")

VARIABLES = (Variable("trust", 0.0), Variable("courage", 1.0), Variable("met_ben", False), Variable("hero", "nobody"))
CONDITIONS = ("", "", "trust >= {0}", "not met_ben", "courage > {0} and met_ben", "hero == 'Anna {0}'", "trust < {0}")
EFFECTS = ("", "", "trust += {0}", "met_ben = true", "courage -= {0}; hero = 'Anna {0}'", "trust = courage * {0}")
WIDTH = 50  # scenes side by side; each leads to some of the next so many


def large_story(scenes: int, chance: random.Random) -> StoryGraph:
    """A story of so many scenes with a beat each, and two or three choices of which one is always open."""
    return StoryGraph(
        Episode("large", "author", "Large", "", "16:9", "vinyl", 1, "s0", variables=VARIABLES),
        {f"s{number}": _scene(number, scenes, chance) for number in range(scenes)},
    )


def _scene(number: int, scenes: int, chance: random.Random) -> Scene:
    take = Take("t", 1, "0" * 64, clip="0" * 64, duration_s=chance.choice((2.0, 4.0, 5.5)), start="0" * 64)
    beat = Beat("b", "They walk on.", (take,), "t")
    ahead = range(number + 1, min(scenes, number + WIDTH))
    choices = [
        Choice(f"c{k}", f"Way {k}", f"s{chance.choice(ahead)}", default=k == 0, seconds=chance.choice((None, 8.0)),
               condition=chance.choice(CONDITIONS).format(chance.randrange(20)) if k else "",
               effects=tuple(filter(None, chance.choice(EFFECTS).format(chance.randrange(20)).split("; "))))
        for k in range(chance.choice((2, 3)) if ahead else 0)
    ]  # fmt: skip
    origin = (f"s{number - 1}", 1) if number else None
    return Scene(f"s{number}", f"Scene {number}", "0" * 64, origin, (beat,), tuple(choices), not ahead)


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m storygraph.bench", description="Time lint and statistics.")
    parser.add_argument("--scenes", type=int, default=100_000, help="scenes of the story (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="what decides its shape (default: %(default)s)")
    options = parser.parse_args()
    graph = large_story(options.scenes, random.Random(options.seed))
    findings, lint_s, lint_cpu_s = _timed(graph.lint)
    sizes, statistics_s, statistics_cpu_s = _timed(graph.statistics)
    print(json.dumps({
        "scenes": sizes.scenes, "choices": sizes.choices, "findings": Counter(finding.code for finding in findings),
        "lint_s": lint_s, "lint_cpu_s": lint_cpu_s, "statistics_s": statistics_s, "statistics_cpu_s": statistics_cpu_s,
        "exact": sizes.exact, "digits_of_paths": sizes.paths.bit_length() * 3 // 10,
    }))  # fmt: skip


def _timed(work: Callable[[], T]) -> tuple[T, float, float]:
    """What comes of it, and the seconds it took: as a clock shows them, and of the processor alone."""
    began, busy = time.perf_counter(), time.process_time()
    return work(), round(time.perf_counter() - began, 2), round(time.process_time() - busy, 2)


if __name__ == "__main__":
    main()
