"""What is found in a story that should be mended, as values. Knows nothing of what is looked for, or who shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from storygraph.story import Cursor

__all__ = ["Finding", "Way"]

Way = tuple[Cursor, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: `code` for programs, `message` for the author, and where it is.

    `beat` counts the beats of the scene that have played, as in a cursor; None means the scene as a whole. `variable`
    is the one it is about. `way` works out how an audience gets there, when it is asked for.
    """

    code: str
    message: str
    scene: str
    beat: int | None = None
    choice: str | None = None
    variable: str | None = None
    way: Callable[[], Way] = field(default=tuple, compare=False, repr=False)

    @property
    def path(self) -> Way:
        """A way an audience can get there: a cursor for each scene on it, at the beat where it is left, the place
        itself last. Empty when there is none."""
        return self.way()
