"""A training run of a small net that draws: its optimiser, a moving average, which is what is kept, and progress that
outlives being stopped.

Knows nothing of what the net is for. The seed is fixed; how far a run comes in its minutes depends on the machine.
"""

from __future__ import annotations

import json
import logging
import math
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

import torch
from torch import Tensor, nn

log = logging.getLogger("nacre.run")
_WARM = 200  # steps until the rate is at its peak
_TOLD = 500  # steps between lines in the log
_SAVED = 240.0  # s between savings


class Net(Protocol):
    """What can be trained: an `nn.Module` that knows how to save itself into a folder."""

    def save(self, folder: Path) -> None: ...
    def parameters(self) -> Any: ...
    def state_dict(self) -> Any: ...
    def load_state_dict(self, state: Any) -> Any: ...


class Recipe(Protocol):
    """A dataclass with `minutes` of wall clock, a peak learning `rate`, and more that is the trainer's business."""

    @property
    def minutes(self) -> float: ...
    @property
    def rate(self) -> float: ...
    @property
    def seed(self) -> int: ...


N = TypeVar("N", bound=Net)
B = TypeVar("B")


class Run(Generic[N, B]):
    """`make` makes the net, twice; `loss_of` judges it on a batch."""

    def __init__(self, make: Callable[[], N], loss_of: Callable[[N, B], Tensor], recipe: Recipe, out: Path,
                 device: torch.device) -> None:
        self.recipe, self.out, self.device, self._loss_of = recipe, out, device, loss_of
        torch.manual_seed(recipe.seed)
        self.net, self.average = make(), make()
        self.average.load_state_dict(self.net.state_dict())
        self.optimiser = torch.optim.AdamW(self.net.parameters(), lr=recipe.rate, weight_decay=1e-4)
        self.seconds, self.step, self.mean = 0.0, 0, 0.0

    @property
    def progress(self) -> float:
        return self.seconds / (60 * self.recipe.minutes)

    def resume(self) -> None:
        """Go on from `resume.pt` when there is one."""
        if (self.out / "resume.pt").is_file():
            saved = torch.load(self.out / "resume.pt", weights_only=True, map_location=self.device)
            for name in ("net", "average", "optimiser"):
                getattr(self, name).load_state_dict(saved[name])
            self.seconds, self.step = saved["seconds"], saved["step"]

    def save(self) -> None:
        self.average.save(self.out)
        recipe = asdict(self.recipe) | {"steps_done": self.step}  # type: ignore[call-overload]
        (self.out / "recipe.json").write_text(json.dumps(recipe, indent=1))
        parts = {name: getattr(self, name).state_dict() for name in ("net", "average", "optimiser")}
        torch.save({**parts, "seconds": self.seconds, "step": self.step}, self.out / "resume.pt")

    def learn(self, batch: B) -> None:
        """One step, at a rate that falls along a cosine with the minutes that are left."""
        fall = 0.5 * (1 + math.cos(math.pi * self.progress))
        for group in self.optimiser.param_groups:
            group["lr"] = self.recipe.rate * min(1.0, (self.step + 1) / _WARM) * fall + 1e-5
        with torch.autocast(self.device.type, torch.bfloat16):
            loss = self._loss_of(self.net, batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        keep = min(0.999, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for mean, now in zip(self.average.parameters(), self.net.parameters(), strict=True):
                mean.lerp_(now, 1 - keep)
        self.mean += 0.02 * (loss.item() - self.mean) if self.mean else loss.item()

    def go(self, batch: Callable[[], B], judged: Callable[[N], float]) -> None:
        """Learn from one `batch` after the other until the minutes are over, and save; `judged` is the loss on what is
        held out, for the log."""
        begun, saved = time.monotonic() - self.seconds, time.monotonic()
        while self.progress < 1.0:
            self.learn(batch())
            self.seconds = time.monotonic() - begun
            if self.step % _TOLD == 0:
                log.info("step %d, %.1f minutes, loss %.4f, on what is held out %.4f", self.step, self.seconds / 60,
                         self.mean, judged(self.average))  # fmt: skip
            if time.monotonic() - saved > _SAVED:
                self.save()
                saved = time.monotonic()
        self.save()
