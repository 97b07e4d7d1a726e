"""Training: `python -m model.train --preset base --out FOLDER`. CPU or CUDA, resumable, seeds fixed.

The learner watches windows of the teacher's rollouts, first from the teacher's own states (with small errors), then
more and more from its own predictions, so that it learns to live with them. Later rounds let the teacher carry on from
where the learner has brought a scene (DAgger, Ross et al. 2011).
"""

from __future__ import annotations

import argparse
import copy
import json
import logging
import math
import multiprocessing
import os
import pickle
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from model.config import WorldConfig
from model.constraints import project
from model.decoder import motion_between
from model.flow import MOTION, Point, between
from model.goals import succeeded
from model.lessons import Lesson, Library, Windows, lesson_of, tasks_at
from model.losses import losses
from model.phrasebook import Phrasebook
from model.teacher.behaviours import BEHAVIOURS
from model.teacher.rollouts import act, rollout
from model.tensors import Cast, Scene, Tasks, moment_of, noised
from model.verbs import VERB_NAMES
from model.world import GLANCE, WEIGHTS, WorldModel, settle

log = logging.getLogger("nacre.train")
_PROBE = 100  # steps in which a single task should be done
_ALONE = (10, 25, 50, 85)  # steps the learner goes by itself before the teacher takes up: up a tower takes eighty
_PROBED = 320  # lessons of each size asked about
# Goals say little of how exactly a body flies, so these are always shown often.
_BALLISTIC = frozenset({"jump", "jump_onto", "drop", "throw", "kick", "push", "topple", "blast"})


@dataclass(frozen=True, slots=True)
class Recipe:
    """`rollouts` lessons; `minutes` of wall clock; windows of `steps` in batches of `batch`; peak learning `rate`;
    `practice` rounds of new lessons from the learner's own states. Lessons show each verb equally often, and those in
    `more` once more for each time they are named there. What is saved has a share of `kept` of the weights that the run
    began with (Wortsman et al. 2022, arXiv:2109.01903): it keeps what it knew while it learns what it lacked."""

    rollouts: int = 16_000
    minutes: float = 85.0
    batch: int = 96
    steps: int = 10
    rate: float = 1.5e-3
    half_until: float = 0.8
    noise: float = 1.0
    practice: int = 4
    batches: int | None = None  # instead of minutes
    seed: int = 1
    size: tuple[int, int, int] = (128, 3, 4)  # width, layers, heads
    memory: int = 16
    relative: bool = True
    flow: bool = False
    phrases: int | None = None  # so many of each verb; None: all of the training split
    more: tuple[str, ...] = ()
    kept: float = 0.0


PRESETS = {
    "base": Recipe(),
    "smoke": Recipe(rollouts=24, batches=80, batch=8, steps=4, practice=1, size=(32, 1, 2), phrases=2),
}
# On from weights that are there (`--start`), with lessons of its own: more of what the last ones failed in.
_FAILED = ("exit",) * 4 + ("flee", "back_off", "land", "jump_onto")
PRESETS["further"] = Recipe(rollouts=8_000, minutes=20.0, rate=8e-4, seed=2, more=_FAILED, kept=0.5)
# The same again, for what "to the left" asks: where to go when nobody and nothing is there to go to.
_ASTRAY = ("walk",) * 10 + ("run",) * 5 + ("fly",) * 4 + ("exit",) * 6 + ("flee", "give", "lead", "back_off", "drag")
PRESETS["bearings"] = Recipe(rollouts=8_000, minutes=30.0, rate=8e-4, seed=3, more=_ASTRAY, kept=0.25)
# What the model is compared with, each trained as long as the others.
SHORT = replace(PRESETS["base"], rollouts=5_000, batches=1_500, practice=2)
PRESETS |= {
    "short": SHORT,
    "without-memory": replace(SHORT, memory=0),
    "without-relative": replace(SHORT, relative=False),
    "flow": replace(SHORT, flow=True),
}


def _lessons(seeds: range, more: tuple[str, ...]) -> list[Lesson]:
    """Worker: a run of lessons. One thread, or the pool's processes would fight for the cores."""
    torch.set_num_threads(1)
    return [x for seed in seeds if (x := lesson_of(rollout(seed, (*BEHAVIOURS, *more)))) is not None]


def prepare(recipe: Recipe, workers: int) -> list[Lesson]:
    """The recipe's lessons. Their seeds start at a million; evaluation uses lower ones."""
    first = 1_000_000 * recipe.seed
    runs = [range(k, min(k + 250, first + recipe.rollouts)) for k in range(first, first + recipe.rollouts, 250)]
    if workers <= 1:
        return [x for run in runs for x in _lessons(run, recipe.more)]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return [x for part in pool.imap(partial(_pickled, more=recipe.more), runs) for x in pickle.loads(part)]


def _pickled(seeds: range, more: tuple[str, ...]) -> bytes:
    """Lessons as bytes: thousands of small tensors would each take a file handle on their way between processes."""
    return pickle.dumps(_lessons(seeds, more))


def unroll(
    world: WorldModel, lesson: Windows, own: float, generator: torch.Generator, noise: float
) -> dict[str, Tensor]:
    """Summed losses over a window. Each world goes on from its own prediction with probability `own`, else from the
    teacher's state; relations and presence are always the teacher's, or nothing later would line up."""
    scenes, cast = lesson.scenes, lesson.cast
    k, steps = world.config.context, len(scenes) - 1
    b, n = cast.mask.shape
    past = torch.zeros(b, k, n + 1, world.config.width)
    known = torch.zeros(b, k, n + 1, dtype=torch.bool)
    memory = torch.zeros(b, n + 1, world.config.memory)
    scene, total = noised(scenes[0], noise, generator), {"naming": naming(world, lesson)}
    for t in range(steps):
        tasks, done = tasks_at(lesson.rows, lesson.begin, lesson.end, lesson.first + t, lesson.broken)
        pairs = world.pairs(scene, cast)
        latent, roles = world.encode(scene, cast, tasks, pairs)
        seen = latent, roles, scene, cast, tasks, pairs, past, known, memory
        on_the_way = _on_the_way(scene, scenes[t], scenes[t + 1], generator) if world.config.flow else None
        out = world.foresee(*seen, on_the_way)
        for name, value in losses(out, scene, scenes[t], scenes[t + 1], cast, tasks, done).items():
            total[name] = total.get(name, torch.zeros(())) + value / steps
        memory = world.memory(memory, latent)
        past = torch.cat([past[:, 1:], latent[:, None]], 1)
        known = torch.cat([known[:, 1:], torch.ones_like(known[:, :1])], 1)
        if world.config.flow:
            with torch.no_grad():
                out = world.foresee(*seen, torch.randn(b, n, MOTION, generator=generator))
        scene = _next_scene(out, scene, scenes[t + 1], cast, tasks, own, generator, noise)
    return total


def _on_the_way(now: Scene, true_now: Scene, true: Scene, generator: torch.Generator) -> Point:
    """A point between noise and the motion to learn: what is off on the ground may stay off, as in the losses."""
    drift = (now.position - true_now.position) * torch.tensor([1.0, 0.0, 1.0])
    motion = motion_between(now, replace(true, position=true.position + drift))
    noise = torch.randn(motion.shape, generator=generator)
    return between(noise, motion, torch.rand(len(motion), 1, 1, generator=generator) < 0.5)


def naming(world: WorldModel, lesson: Windows) -> Tensor:
    """How badly words find the verb they mean: it keeps the space of words and that of verbs one."""
    encoder, words = world.action_encoder, lesson.rows.words
    logits = encoder.named(words).flatten(0, 1)
    each = cross_entropy(logits, lesson.meant.flatten(), reduction="none", label_smoothing=0.05)
    said = ((words.abs().amax(-1) > 0) & (lesson.end >= 0)).flatten().float()
    share: Tensor = 0.15 * (each * said).sum() / (said.sum() + 1e-6)
    return share


def _next_scene(
    out: object,
    scene: Scene,
    true: Scene,
    cast: Cast,
    tasks: Tasks,
    own: float,
    generator: torch.Generator,
    noise: float,
) -> Scene:
    with torch.no_grad():
        mine = settle(out, scene)  # type: ignore[arg-type]
        mine = replace(
            mine, held_by=true.held_by, supported_by=true.supported_by, inside=true.inside, present=true.present
        )
        mine, _ = project(mine, scene, cast, tasks)
        shown = noised(true, noise, generator)
        keep = torch.rand(cast.mask.shape[0], generator=generator) < own

        def choose(a: Tensor, b: Tensor) -> Tensor:
            return torch.where(keep.view(-1, *[1] * (a.ndim - 1)), a, b)

        return Scene(**{f: choose(getattr(mine, f), getattr(shown, f)) for f in Scene.__dataclass_fields__})


@torch.no_grad()
def practise(world: WorldModel, library: Library, count: int, rng: np.random.Generator) -> list[Lesson]:
    """New lessons, most of what it fails, that begin where the learner has brought a scene by itself; the teacher takes
    up from there."""
    lessons: list[Lesson] = []
    world.eval()  # type: ignore[no-untyped-call]
    for shelf, rows in library.shelves.items():
        share = max(1, round(count * len(rows) / len(library.lessons)))
        weight = library.weight[rows].double().numpy()
        which = rows[torch.from_numpy(rng.choice(len(rows), share, p=weight / weight.sum()))]
        start = library.take(shelf, which, torch.zeros(share, dtype=torch.long), 0, rng)
        for k, steps in enumerate(_ALONE):
            part = slice(share * k // len(_ALONE), share * (k + 1) // len(_ALONE))
            if part.start < part.stop:
                cut = start.some(part)
                lessons += _taken_up(world, [library.lessons[int(k)] for k in which[part]], cut, steps)
    world.train()
    return lessons


def _taken_up(world: WorldModel, origin: list[Lesson], start: Windows, steps: int) -> list[Lesson]:
    played = closed_loop(world, start, steps)
    lessons = []
    for row, lesson in enumerate(origin):
        n = len(lesson.stage.entities)
        left = [
            (action, max(0, begin - steps))
            for k, (action, begin) in enumerate(lesson.asked)
            if int(played.end[row, k]) > steps
        ]
        moment = moment_of(played.scene, row, n)
        if (
            left
            and np.abs(moment.position).max() < 12.0
            and (made := lesson_of(act(lesson.stage, moment, lesson.temper, left, 70)))
        ):
            lessons.append(made)
    return lessons


@torch.no_grad()
def failures(world: WorldModel, library: Library, rng: np.random.Generator) -> dict[str, float]:
    """For each verb the share of its lessons with one task in which the learner, by itself, misses the goals."""
    world.eval()  # type: ignore[no-untyped-call]
    tally: dict[str, list[bool]] = {}
    alone = (library.end >= 0).sum(1) == 1
    for shelf, rows in library.shelves.items():
        single = rows[alone[rows]]
        if not len(single):
            continue
        which = single[torch.from_numpy(rng.permutation(len(single))[:_PROBED])]
        start = library.take(shelf, which, torch.zeros(len(which), dtype=torch.long), 0, rng)
        end = closed_loop(world, start, _PROBE)
        for row, k in enumerate(which):
            lesson = library.lessons[int(k)]
            n, (action, _) = len(lesson.stage.entities), lesson.asked[0]
            before, after = (moment_of(scene, row, n) for scene in (start.scenes[0], end.scene))
            shown = end.shown[row, :n].numpy()
            tally.setdefault(action.verb, []).append(not succeeded(action, lesson.stage, before, after, shown))
    world.train()
    # One more miss and one more success, so that a verb that was hardly met is neither perfect nor hopeless.
    return {verb: (sum(missed) + 0.5) / (len(missed) + 1) for verb, missed in tally.items()}


def attention(failing: Mapping[str, float]) -> dict[str, float]:
    """How often to show each verb, by the share in which the learner fails it."""
    return {verb: (2.0 if verb in _BALLISTIC else 0.7) + 3.0 * failing.get(verb, 0.1) for verb in VERB_NAMES}


@dataclass(frozen=True, slots=True)
class Played:
    """Where a closed loop ended: scenes, when (B, A) each task was taken to be done, gestures' peaks (B, N, 22)."""

    scene: Scene
    end: Tensor
    shown: Tensor


def closed_loop(world: WorldModel, start: Windows, steps: int) -> Played:
    """The learner alone for `steps` steps."""
    k, scene, cast = world.config.context, start.scenes[0], start.cast
    b, n = cast.mask.shape
    past, known = torch.zeros(b, k, n + 1, world.config.width), torch.zeros(b, k, n + 1, dtype=torch.bool)
    memory = torch.zeros(b, n + 1, world.config.memory)
    end, shown = torch.full_like(start.begin, 10**6), scene.gesture
    generator = torch.Generator().manual_seed(0)
    for t in range(steps):
        tasks, _ = tasks_at(start.rows, start.begin, end, torch.full((b,), t))
        chance = torch.randn(b, n, MOTION, generator=generator) if world.config.flow else None
        out, latent, memory = world.predict(scene, cast, tasks, past, known, memory, chance)
        over = tasks.active & (out.done > 0) & (t + 1 - start.begin > GLANCE)
        end = torch.where(over & (end > t + 1), t + 1, end)
        scene, _ = project(settle(out, scene), scene, cast, tasks)
        shown = torch.maximum(shown, scene.gesture)
        past = torch.cat([past[:, 1:], latent[:, None]], 1)
        known = torch.cat([known[:, 1:], torch.ones_like(known[:, :1])], 1)
    return Played(scene, end, shown)


class Run:
    """A training run: the learner, its moving average (which is what is kept), the optimiser, and its progress. It
    begins with chance weights, or with those of the model folder `start`."""

    def __init__(self, recipe: Recipe, out: Path, preset: str, start: Path | None = None) -> None:
        self.recipe, self.out, self.preset, self.start = recipe, out, preset, start
        width, layers, heads = recipe.size
        torch.manual_seed(recipe.seed)
        config = WorldConfig(width, layers, heads, memory=recipe.memory, relative=recipe.relative, flow=recipe.flow)
        self.world, self.average = WorldModel(config), WorldModel(config)
        if start is not None:
            self.world.load_state_dict(WorldModel.from_pretrained(start).state_dict())
        self.average.load_state_dict(self.world.state_dict())
        self.origin = {name: p.detach().clone() for name, p in self.world.named_parameters()}
        plain = [p for p in self.world.parameters() if p.ndim < 2]
        shrunk = [p for p in self.world.parameters() if p.ndim >= 2]
        groups = [{"params": shrunk, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, lr=recipe.rate, betas=(0.9, 0.98))
        self.seconds, self.step, self.practised = 0.0, 0, 0
        self.means: dict[str, float] = {}

    @property
    def progress(self) -> float:
        """0 at the start, 1 when the recipe's batches or, without a number of them, its minutes are over."""
        if self.recipe.batches is not None:
            return self.step / self.recipe.batches
        return self.seconds / (60 * self.recipe.minutes)

    def resume(self) -> None:
        """Go on from `resume.pt` when there is one."""
        if (self.out / "resume.pt").is_file():
            saved = torch.load(self.out / "resume.pt", weights_only=True)
            for name in ("world", "average", "optimiser"):
                getattr(self, name).load_state_dict(saved[name])
            self.seconds, self.step = saved["seconds"], saved["step"]

    def save(self) -> None:
        """The model folder (config, safetensors, their hash, the recipe) and what is needed to go on."""
        kept = copy.deepcopy(self.average)
        with torch.no_grad():
            for name, weight in kept.named_parameters():
                weight.lerp_(self.origin[name], self.recipe.kept)
        kept.save_pretrained(self.out)
        recipe = {
            "preset": self.preset,
            "start": self.start and self.start.name,
            **asdict(self.recipe),
            "steps_done": self.step,
        }
        (self.out / "recipe.json").write_text(json.dumps(recipe, indent=1), "utf-8")
        parts = {name: getattr(self, name).state_dict() for name in ("world", "average", "optimiser")}
        torch.save({**parts, "seconds": self.seconds, "step": self.step}, self.out / "resume.pt")

    def learn(self, library: Library, rng: np.random.Generator, generator: torch.Generator) -> None:
        """One batch."""
        recipe = self.recipe
        rate = recipe.rate * min(1.0, (self.step + 1) / 200) * 0.5 * (1 + math.cos(math.pi * self.progress)) + 1e-5
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        own = min(0.9, max(0.0, 1.6 * (self.progress - 0.1)))
        # Half precision is twice as fast; the last part is exact, because small motions need the missing bits.
        with torch.autocast("cpu", torch.bfloat16, enabled=self.progress < recipe.half_until):
            terms = unroll(self.world, library.windows(recipe.batch, recipe.steps, rng), own, generator, recipe.noise)
        self.optimiser.zero_grad(set_to_none=True)
        torch.stack(list(terms.values())).sum().backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.world.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        keep = min(0.999, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for mean, now in zip(self.average.parameters(), self.world.parameters(), strict=True):
                mean.lerp_(now, 1 - keep)
        for name, value in terms.items():
            self.means[name] = 0.98 * self.means.get(name, value.item()) + 0.02 * value.item()

    def note(self) -> None:
        row = {"step": self.step, "minutes": round(self.seconds / 60, 2), "loss": round(sum(self.means.values()), 4)}
        row |= {k: round(v, 4) for k, v in self.means.items()}
        with (self.out / "log.jsonl").open("a") as file:
            file.write(json.dumps(row) + "\n")
        log.info("%s", row)


def train(
    recipe: Recipe, out: Path, *, workers: int = 2, resume: bool = True, preset: str = "base", start: Path | None = None
) -> None:
    """Train and save into `out`: the model folder, `log.jsonl`, and `resume.pt` to go on from."""
    out.mkdir(parents=True, exist_ok=True)
    run = Run(recipe, out, preset, start)
    if resume:
        run.resume()
    lessons, book = prepare(recipe, workers), Phrasebook.of_training(recipe.phrases)
    library = Library(lessons, book)
    library.prefer(attention({}))
    log.info("%d lessons, %d parameters", len(lessons), sum(p.numel() for p in run.world.parameters()))
    rng = np.random.default_rng([recipe.seed, run.step])
    generator = torch.Generator().manual_seed(recipe.seed + run.step)
    begun, saved = time.monotonic() - run.seconds, time.monotonic()
    while run.progress < 1.0:
        if run.practised < recipe.practice and run.progress > 0.25 + 0.6 * run.practised / recipe.practice:
            run.practised += 1
            failing = failures(run.average, library, rng)
            library.prefer(attention(failing))
            lessons += practise(run.average, library, recipe.rollouts // (2 * recipe.practice), rng)
            library = Library(lessons, book)
            library.prefer(attention(failing))
            hardest = sorted(failing, key=lambda verb: -failing[verb])[:8]
            log.info("%d lessons after practice %d; hardest: %s", len(lessons), run.practised,
                     {verb: round(failing[verb], 2) for verb in hardest})  # fmt: skip
        run.learn(library, rng, generator)
        run.seconds = time.monotonic() - begun
        if run.step % 50 == 1:
            run.note()
        if time.monotonic() - saved > 240:
            run.save()
            saved = time.monotonic()
    run.note()
    run.save()


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the world model from the teacher's rollouts.")
    parser.add_argument("--preset", choices=sorted(PRESETS), default="base")
    parser.add_argument("--out", type=Path, help="model folder (default: the shipped one of the preset's name)")
    parser.add_argument("--start", type=Path, help="model folder whose weights to begin with")
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--rollouts", type=int)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--fresh", action="store_true", help="do not go on from an earlier run")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(args.threads)
    recipe = PRESETS[args.preset]
    changed = {k: v for k in ("minutes", "rollouts") if (v := getattr(args, k)) is not None}
    train(replace(recipe, **changed), args.out or WEIGHTS / args.preset, workers=args.workers, resume=not args.fresh,
          preset=args.preset, start=args.start)  # fmt: skip


if __name__ == "__main__":
    main()
