"""Motion drawn instead of regressed: flow matching in two steps (Lipman et al., arXiv:2210.02747), the comparison that
the plain decoder is measured against.

A point goes in a straight line from noise to motion. The decoder's network is shown where on that line it is and says
where the line ends. Knows nothing of worlds; units are those in which the losses count motion.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

MOTION = 7  # change of velocity (3), slip (3), turn
HINT = 16  # columns a point takes, filled up to a whole cache line
TIMES = (0.0, 0.5)  # the places on the line that drawing visits, and so all that is taught


@dataclass(frozen=True, slots=True)
class Point:
    """Places (B, N, MOTION) on lines from noise to motion, and how far along, `time` (B, N, 1) in [0, 1)."""

    place: Tensor
    time: Tensor

    def columns(self) -> Tensor:
        """(B, N, HINT)."""
        known = torch.cat([self.place, self.time], -1)
        return torch.nn.functional.pad(known, (0, HINT - MOTION - 1))


def between(noise: Tensor, motion: Tensor, late: Tensor) -> Point:
    """A point of each line (B, N, MOTION): its second place where `late` (B, 1, 1), else its first."""
    time = torch.where(late, TIMES[1], TIMES[0]).expand(*noise.shape[:2], 1)
    return Point(noise + time * (motion - noise), time)


def drawn(end: Callable[[Point], Tensor], noise: Tensor) -> Tensor:
    """Motion (B, N, MOTION) that this noise leads to; `end` says where the line through a point ends."""
    place = noise
    for time, then in zip(TIMES, (*TIMES[1:], 1.0), strict=True):
        at = Point(place, torch.full_like(noise[..., :1], time))
        place = place + (end(at) - place) * ((then - time) / (1.0 - time))
    return place
