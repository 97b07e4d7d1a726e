"""How far a piece of long work is, told to whoever waits: a fraction and a few words.

Whoever is told may raise to stop the work. Knows nothing of what the work is.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Progress"]

Progress = Callable[[float, str], None]
