"""Where behaviours are written down under the name of their verb. Knows none of them."""

from __future__ import annotations

from collections.abc import Callable

from model.teacher.simulator import Behaviour, Job, Simulator

Play = Callable[[Simulator, Job], Behaviour]
BEHAVIOURS: dict[str, Play] = {}


def behaviour(name: str) -> Callable[[Play], Play]:
    def register(play: Play) -> Play:
        BEHAVIOURS[name] = play
        return play

    return register
