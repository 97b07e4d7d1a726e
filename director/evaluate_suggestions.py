"""Whether suggestions do what they say when they are clicked, in many worlds and at moments in the middle of a story.

    python -m director.evaluate_suggestions --count 200

Every world of `eval/suggestion_worlds.txt` becomes an episode in a folder of its own. A story goes on there by clicking
on suggestions chosen by chance; every click is a direction like any other, through the same store and the same words. A
suggestion counts when its receipt says done for everything it asks, and its outcome when every fact it expects then
holds in the state JSON. With `--retakes`: how many are done, too, when they are taken again with other chance, which
nobody tried out beforehand. Prints the misses, then the figures as the last line, in JSON.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from db.store import EpisodeStore
from director.crew import Crew
from director.director import Director
from director.receipts import is_done
from director.suggestions import Suggestion
from model.facts import NotOnStage, holds_true
from model.renderer.renderer import Renderer
from model.text import TextEncoder
from model.world import WorldModel
from storygraph.errors import StoryError
from storygraph.story import Cursor

WORLDS = Path("eval/suggestion_worlds.txt")


@dataclass(frozen=True, slots=True)
class Click:
    """A suggestion that was clicked: what its receipt was, whether what it expects came true, and whether a second take
    with other chance was done, too, None where there was none."""

    world: str
    beat: int
    suggestion: Suggestion
    statuses: tuple[str, ...]
    done: bool
    came_true: bool
    again: bool | None = None


def clicks(director: Director, world: str, many: int, *, seed: int, retake: bool = False) -> Iterator[Click]:
    """A story in `world` of so many beats, each a suggestion chosen by chance."""
    rng = np.random.default_rng(seed)
    cursor = director.begin(world, seed=seed)
    for beat in range(many):
        offered = director.suggestions(cursor)
        if not offered:
            return
        chosen = offered[int(rng.integers(len(offered)))]
        before = director.state(cursor)
        cursor = director.direct(cursor, chosen.direction)
        take = director.story(cursor.episode).beats_before(cursor)[-1].take
        came_true = _holds(chosen, before, director.state(cursor), take.receipt)
        statuses = tuple(str(row["status"]) for row in take.receipt)
        again = is_done(_receipt_of_retake(director, cursor)) if retake else None
        yield Click(world, beat, chosen, statuses, is_done(take.receipt), came_true, again)


def _receipt_of_retake(director: Director, cursor: Cursor) -> Sequence[dict[str, Any]]:
    """The receipt of the beat taken once more; the take that counted still does."""
    beat = director.story(cursor.episode).beats_before(cursor)[-1]
    director.retake(cursor)
    receipt = director.story(cursor.episode).beats_before(cursor)[-1].take.receipt
    director.choose_take(cursor, beat.canonical)
    return receipt


def _holds(
    suggestion: Suggestion, before: dict[str, Any], after: dict[str, Any], receipt: Sequence[dict[str, Any]]
) -> bool:
    """Whether every expected fact holds after; what somebody showed on the way is in the receipt, not in the state."""
    witnessed = {side for row in receipt for fact in row["facts"] if fact["after"] for side in fact["fact"].split("|")}

    def holds(fact: str) -> bool:
        try:
            return fact in witnessed or holds_true(fact, before, after)
        except NotOnStage:
            return False

    return all(holds(fact) for fact in suggestion.expects)


def figures(found: Sequence[Click]) -> dict[str, Any]:
    """What the command prints last: rates of done, of outcomes that came true, and of second takes that were done."""

    def rate(passed: int) -> float:
        return round(passed / len(found), 3) if found else 0.0

    again = [c.again for c in found]
    return {
        "suggestions": len(found), "done": sum(c.done for c in found), "rate": rate(sum(c.done for c in found)),
        "outcomes_came_true": rate(sum(c.came_true for c in found)),
        "done_with_other_chance": rate(again.count(True)) if None not in again else None,
        "kinds": len({c.suggestion.kind for c in found}), "worlds": len({c.world for c in found}),
        "different": len({c.suggestion.direction for c in found}),
    }  # fmt: skip


def main(arguments: Sequence[str] | None = None, say: Callable[[str], None] = print) -> None:
    parser = argparse.ArgumentParser(description="How often suggestions do what they say.")
    parser.add_argument("--count", type=int, default=200, help="suggestions to click on (default: %(default)s)")
    parser.add_argument("--worlds", type=Path, default=WORLDS, help="prompts, one a line (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="chance to begin with (default: %(default)s)")
    parser.add_argument("--retakes", action="store_true", help="take every beat again with other chance")
    options = parser.parse_args(arguments)
    prompts = [line for line in options.worlds.read_text("utf-8").splitlines() if line.strip()]
    crew = Crew(WorldModel.load(), TextEncoder(), Renderer())
    found: list[Click] = []
    with tempfile.TemporaryDirectory(prefix="nacre-suggestions-") as folder:
        director = Director(EpisodeStore.open(Path(folder)), crew, Path(folder))
        for k, world in enumerate(prompts):
            many = options.count // len(prompts) + (k < options.count % len(prompts))
            found += _all_clicks(director, world, many, options.seed + k, options.retakes, say)
        director.close()
    _report(found, say)


def _all_clicks(
    director: Director, world: str, many: int, seed: int, retake: bool, say: Callable[[str], None]
) -> Iterator[Click]:
    try:
        for click in clicks(director, world, many, seed=seed, retake=retake):
            if not (click.done and click.came_true):
                expected = "" if click.came_true else f" (not all came true: {', '.join(click.suggestion.expects)})"
                say(f"{world}\n  {click.suggestion.direction} {', '.join(click.statuses)}{expected}")
            elif click.again is False:
                say(f"  with other chance not done: {click.suggestion.direction}")
            yield click
    except StoryError as refused:
        say(f"{world}\n  refused: {refused}")


def _report(found: Sequence[Click], say: Callable[[str], None]) -> None:
    kinds = Counter(click.suggestion.kind for click in found)
    for kind, many in kinds.most_common():
        done = sum(click.done for click in found if click.suggestion.kind == kind)
        say(f"{kind:<14}{done:>4}/{many}")
    say(json.dumps(figures(found)))


if __name__ == "__main__":
    main()
