"""A fork changes no byte of anything else and stores nothing that was there; `fork_exactness.py` makes a thousand."""

from __future__ import annotations

from pathlib import Path

from fork_exactness import begin, check


def test_random_forks_share_their_past_and_leave_their_siblings_as_they_were(tmp_path: Path) -> None:
    director, end = begin(tmp_path)
    tally = check(director, end.episode, 12, seed=3, inside=0.4)
    assert tally.forks == 12
    assert 0 < tally.inside < 12
    assert 0 < tally.stored <= tally.inside
    assert tally.prefix_states > tally.forks
