"""How far a piece of long work is, when it is a part of more, or is tried again and again (see `storygraph.progress`).

Knows nothing of what the work is.
"""

from __future__ import annotations

from storygraph.progress import Progress

__all__ = ["Progress", "onward", "part"]


def part(progress: Progress | None, k: float, of: float) -> Progress | None:
    """Progress of the k-th of so many pieces of work."""
    return None if progress is None else lambda fraction, text: progress((k + fraction) / of, text)


def onward(progress: Progress | None) -> Progress | None:
    """Progress that never goes back, however often something has to be tried."""
    farthest = 0.0

    def told(fraction: float, text: str) -> None:
        nonlocal farthest
        farthest = max(farthest, fraction)
        if progress is not None:
            progress(farthest, text)

    return None if progress is None else told
