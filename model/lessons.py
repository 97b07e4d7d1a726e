"""Rollouts as training batches: padded, windowed, with the tasks of every step.

Training and evaluation only. Knows no loss and no optimiser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from model.geometry import DT
from model.phrasebook import Phrasebook
from model.stage import Stage
from model.state import Action
from model.teacher.rollouts import Rollout
from model.tensors import FIELDS, Cast, Scene, Tasks, cast_of, scene_of, task_row
from model.verbs import VERB_NAMES, VERBS

Part = TypeVar("Part", Scene, Cast, Tasks)
Rows = TypeVar("Rows", Scene, Cast)
ENTITIES, TASKS = 8, 4
_ROWS = {name: k for k, name in enumerate(VERB_NAMES)}


@dataclass(frozen=True, slots=True)
class Lesson:
    """One rollout as tensors: scenes (T + 1, N, ...), cast (1, N, ...), tasks as rows with their first and last step.
    `asked` is what was asked and when, to take the story up elsewhere."""

    stage: Stage
    temper: npt.NDArray[np.float32]
    asked: tuple[tuple[Action, int], ...]
    scenes: Scene
    cast: Cast
    rows: Tasks  # (1, A) without words; elapsed and remaining are those at each task's start
    begin: Tensor  # (A,) step at which it starts
    end: Tensor  # (A,) step at which it is done or broken off, beyond the end when it is not
    broken: Tensor  # (A,) bool: something else was asked of the actor instead
    length: int


def lesson_of(rollout: Rollout) -> Lesson | None:
    """None for a rollout with more entities or tasks than a batch holds."""
    n, a = len(rollout.stage.entities), len(rollout.jobs)
    if n > ENTITIES or a > TASKS:
        return None
    length = len(rollout.moments) - 1
    table = [task_row(action, rollout.stage, _ROWS) for action, _, _ in rollout.jobs]
    columns = {}
    for name in FIELDS:
        values = np.asarray([row[name] for row in table])
        filler = np.zeros((TASKS - a, *values.shape[1:]), values.dtype) - (1 if name == "roles" else 0)
        values = np.concatenate([values, filler])[None]
        columns[name] = torch.from_numpy(values if values.dtype == np.int64 else values.astype(np.float32))
    seconds = torch.tensor([[action.seconds or 0.0 for action, _, _ in rollout.jobs] + [0.0] * (TASKS - a)])
    unset = torch.zeros(1, TASKS)
    rows = Tasks(**columns, words=unset[..., None][..., :0], elapsed=unset, remaining=seconds, active=unset.bool())
    begin = torch.tensor([start for _, start, _ in rollout.jobs] + [10**6] * (TASKS - a))
    end = torch.tensor([10**6 if done is None else done for _, _, done in rollout.jobs] + [-1] * (TASKS - a))
    broken = torch.tensor([_broken_off(rollout, k) for k in range(a)] + [False] * (TASKS - a))
    scenes = scene_of(rollout.moments)
    asked = tuple((action, start) for action, start, _ in rollout.jobs)
    cast = _pad_cast(cast_of(rollout.stage, rollout.temper), n)
    return Lesson(rollout.stage, rollout.temper, asked, _pad_scene(scenes, n), cast, rows, begin, end, broken, length)


def _broken_off(rollout: Rollout, k: int) -> bool:
    """Whether the task ended because its actor was asked something else: nothing to be seen says that it is done."""
    action, _, done = rollout.jobs[k]
    return done is not None and any(
        other.actor == action.actor is not None and start == done and not VERBS[other.verb].light
        for other, start, _ in rollout.jobs[k + 1 :]
    )


def _widen(x: Tensor, n: int, axis: int, value: float = 0.0) -> Tensor:
    if x.ndim <= axis or x.shape[axis] != n:
        return x
    shape = list(x.shape)
    shape[axis] = ENTITIES - n
    return torch.cat([x, torch.full(shape, value, dtype=x.dtype)], axis)


def _pad_scene(scene: Scene, n: int) -> Scene:
    out = {}
    for f in fields(Scene):
        x = getattr(scene, f.name)
        if f.name in ("hour", "weather"):
            out[f.name] = x
        else:
            out[f.name] = _widen(x, n, 1, -1 if x.dtype == torch.int64 else 0.0)
    return Scene(**out)


def _pad_cast(cast: Cast, n: int) -> Cast:
    special = ("hand", "mask", "indoor")
    out = {f.name: _widen(getattr(cast, f.name), n, 1) for f in fields(Cast) if f.name not in special}
    hand = torch.zeros(1, ENTITIES, ENTITIES, 3)
    hand[:, :n, :n] = cast.hand
    mask = torch.arange(ENTITIES)[None] < n
    return Cast(**out, hand=hand, mask=mask, indoor=cast.indoor)


def tasks_at(
    rows: Tasks, begin: Tensor, end: Tensor, step: Tensor, broken: Tensor | None = None
) -> tuple[Tasks, Tensor]:
    """Tasks (B, A) as they stand at `step` (B,), and which of them are done one step later (B, A)."""
    at = step[:, None]
    active = (begin <= at) & (at < end)
    elapsed = (at - begin).clamp(min=0).float() * DT
    remaining = (rows.remaining - elapsed).clamp(min=0.0) * (rows.remaining > 0)
    tasks = replace(rows, elapsed=elapsed * active, remaining=remaining * active, active=active)
    done = end == at + 1
    return tasks, (done if broken is None else done & ~broken).float()


class Library:
    """All lessons end to end, so that a batch of windows is one lookup a field. A batch is drawn from lessons of about
    one size and cut to it, so that little is spent on padding. `book` says what is asked in words."""

    def __init__(self, lessons: Sequence[Lesson], book: Phrasebook) -> None:
        self.lessons, self.book = tuple(lessons), book
        self.scenes = _joined(Scene, [x.scenes for x in lessons])
        self.cast = _joined(Cast, [x.cast for x in lessons])
        self.rows = _joined(Tasks, [x.rows for x in lessons])
        self.begin, self.end = torch.stack([x.begin for x in lessons]), torch.stack([x.end for x in lessons])
        self.broken = torch.stack([x.broken for x in lessons])
        self.length = torch.tensor([x.length for x in lessons])
        self.offset = torch.cumsum(self.length + 1, 0) - (self.length + 1)
        self.weight = torch.ones(len(lessons))
        self.shelves: dict[tuple[int, int], Tensor] = {}
        sizes = (3, 4, 6, ENTITIES)
        shape = [(_fit(int(x.cast.mask.sum()), sizes), _fit(int((x.end >= 0).sum()), (1, TASKS))) for x in lessons]
        for key in sorted(set(shape)):
            self.shelves[key] = torch.tensor([k for k, s in enumerate(shape) if s == key])

    def prefer(self, weights: Mapping[str, float]) -> None:
        """Draw a lesson as often as the heaviest of its verbs says; 1 is usual."""
        by_row = torch.tensor([weights.get(name, 1.0) for name in VERB_NAMES])
        there = self.end >= 0
        self.weight = torch.where(there, by_row[self.rows.verb], torch.zeros(())).amax(-1)

    def windows(self, size: int, steps: int, rng: np.random.Generator) -> Windows:
        """`size` random windows of `steps` steps; one in four starts where its rollout does. A window that outlasts
        its rollout stays at the last scene."""
        keys = list(self.shelves)
        share = np.array([float(self.weight[self.shelves[k]].sum()) for k in keys])
        shelf = keys[int(rng.choice(len(keys), p=share / share.sum()))]
        rows = self.shelves[shelf]
        heavy = torch.cumsum(self.weight[rows].double(), 0)
        drawn = torch.searchsorted(heavy, torch.from_numpy(rng.random(size)) * heavy[-1])
        which = rows[drawn.clamp(max=len(rows) - 1)]
        room = (self.length[which] - steps + 1).clamp(min=1)
        first = (torch.from_numpy(rng.random(size)) * room).long() * torch.from_numpy(rng.random(size) > 0.25)
        return self.take(shelf, which, first, steps, rng)

    def take(
        self, shelf: tuple[int, int], which: Tensor, first: Tensor, steps: int, rng: np.random.Generator
    ) -> Windows:
        """These lessons' windows, all of one shelf, each asked for in words of its own."""
        n, a = shelf
        scenes = []
        for k in range(steps + 1):
            at = self.offset[which] + torch.minimum(first + k, self.length[which])
            scenes.append(_cut(self.scenes, at, n))
        cast = _cut(self.cast, which, n)
        rows = self.rows.map(lambda t: t[which][:, :a])
        verb, words = self.book.ask(rows.verb, rows.roles, rng)
        told = replace(rows, verb=verb, words=words)
        begin, end, broken = (x[which, :a] for x in (self.begin, self.end, self.broken))
        return Windows(scenes, cast, told, rows.verb, begin, end, broken, first)


def _fit(count: int, sizes: tuple[int, ...]) -> int:
    return next(s for s in sizes if count <= s)


def _cut(values: Rows, at: Tensor, n: int) -> Rows:
    """Rows `at`, cut to the first n entities in every axis that counts entities."""
    out = {}
    for f in fields(values):
        x = getattr(values, f.name)[at]
        if f.name not in ("hour", "weather", "indoor"):
            x = x[:, :n]
        out[f.name] = x[:, :, :n] if f.name == "hand" else x
    return type(values)(**out)


@dataclass(frozen=True, slots=True)
class Windows:
    """Scenes [steps + 1] of (B, N, ...), what does not change, and the step (B,) of its rollout a window starts at."""

    scenes: list[Scene]
    cast: Cast
    rows: Tasks
    meant: Tensor  # (B, A) rows of the verbs that are meant, also where only words tell
    begin: Tensor
    end: Tensor
    broken: Tensor
    first: Tensor

    def some(self, part: slice) -> Windows:
        """Only these of the B worlds."""

        def cut(t: Tensor) -> Tensor:
            return t[part]

        scenes = [scene.map(cut) for scene in self.scenes]
        rest = map(cut, (self.meant, self.begin, self.end, self.broken, self.first))
        return Windows(scenes, self.cast.map(cut), self.rows.map(cut), *rest)


def _joined(kind: type[Part], items: Sequence[Part]) -> Part:
    return kind(**{f.name: torch.cat([getattr(x, f.name) for x in items]) for f in fields(kind)})
