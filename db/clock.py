"""What time it is, and how the tables write it down. Elsewhere a clock is an argument, so that tests have theirs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

__all__ = ["Clock", "now", "stamp"]

Clock = Callable[[], datetime]


def now() -> datetime:
    """The time of this machine."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A moment as the tables keep it: ISO 8601 in UTC, to the millisecond; later moments come later in the alphabet."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
