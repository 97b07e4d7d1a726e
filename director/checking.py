"""What an author should know before a story is shown: what to mend and how large it is, in lines to be printed.

Only words: what is found is found elsewhere (`storygraph.lint`, `storygraph.statistics`). Knows no store and no screen.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from storygraph.findings import Finding
from storygraph.graph import StoryGraph
from storygraph.statistics import PLAYS, Coverage, Statistics, random_coverage
from storygraph.story import Cursor

__all__ = ["finding_lines", "statistics_lines", "way_titles"]

_MOST_STOPS = 12  # of a way that are told


def finding_lines(graph: StoryGraph, findings: Iterable[Finding]) -> Iterator[str]:
    """Each finding: where it is, what to do, and a way there."""
    for finding in findings:
        beat = f", after beat {finding.beat}" if finding.beat else ""
        yield f"[{finding.code}] {graph.scene(finding.scene).title}{beat}"
        yield f"    {finding.message}"
        if path := finding.path:
            first, left_out, last = way_titles(graph, path)
            between = [f"… {left_out} more …"] if left_out else []
            yield f"    Way there: {' > '.join([*first, *between, *last])}"


def statistics_lines(graph: StoryGraph, *, seed: int) -> Iterator[str]:
    """How large the story is, and how much of it plays see; `seed` decides the random ones."""
    sizes = graph.statistics(seed=seed)
    counted = ("scenes", sizes.scenes), ("beats", sizes.beats), ("takes", sizes.takes), ("choices", sizes.choices)
    yield ", ".join(_counted(word, count) for word, count in (*counted, ("endings", sizes.endings)))
    heeded = "" if sizes.exact else " (by its shape: there is too much to play it all out)"
    yield f"{'One way' if sizes.paths == 1 else f'{_many(sizes.paths)} ways'} through it{heeded}"
    about = "" if sizes.median_exact else "about "
    yield (f"{_time(sizes.shortest_s)} at the shortest, {about}{_time(sizes.median_s)} in the middle, "
           f"{_time(sizes.longest_s)} at the longest; {sizes.choices_per_minute:.1f} choices a minute")  # fmt: skip
    yield f"Playing everything sees {_seen(sizes, sizes.coverage)}"
    yield f"{PLAYS:,} random plays (seed {seed}) see {_seen(sizes, random_coverage(graph, seed=seed))}"


def _seen(sizes: Statistics, coverage: Coverage) -> str:
    bound = "" if coverage.whole else "; there was too much to play it all"
    return (f"{coverage.scenes:,} of {sizes.scenes:,} scenes, {coverage.endings:,} of {sizes.endings:,} endings, "
            f"{coverage.choices:,} of {sizes.choices:,} choices{bound}")  # fmt: skip


def way_titles(graph: StoryGraph, path: tuple[Cursor, ...]) -> tuple[list[str], int, list[str]]:
    """The titles of the scenes on a way: of a long one the first, how many are left out, and the last."""
    half, left_out = _MOST_STOPS // 2, len(path) - _MOST_STOPS
    first, last = (path, ()) if left_out <= 0 else (path[:half], path[-half:])
    titles = ([graph.scene(stop.scene).title for stop in stops] for stops in (first, last))
    return next(titles), max(0, left_out), next(titles)


def _counted(words: str, count: int) -> str:
    return f"{count:,} {words.removesuffix('s') if count == 1 else words}"


def _many(count: int) -> str:
    """A number that may have thousands of digits."""
    digits = math.floor(count.bit_length() * math.log10(2))
    return f"{count:,}" if digits < 15 else f"about 10^{digits}"


def _time(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 60 else f"{seconds // 60:.0f}:{seconds % 60:04.1f} min"
