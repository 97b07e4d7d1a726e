"""Train the neural shading pass: `python -m model.train_shader --exposures DIR --out FOLDER`. CPU or CUDA.

Learns from path-traced frames (`model.teacher.exposures`) what light by rules gets wrong. The loss is taken of the
light as film sees it, of its edges, and again at smaller and smaller sizes, so that a whole wall that is too dark
counts more than a grain; and of each patch in parts of what the rules lose there: where they are nearly right, as in
a dark alley, there is most to spoil. Light adds up color by color, so every world is also a world in other colors of
light, none of which has to be traced. Resumable, seeds fixed.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d

from model.renderer.raster import NOTHING, Plane, view_of
from model.renderer.renderer import Renderer
from model.renderer.scenery import LAMP, LIT_PANE, SCREEN, SKY_PANE
from model.renderer.shader import (
    DIM,
    FALLS,
    FEATURES,
    KEY_SIDEWAYS,
    LAMPS,
    LIGHTS,
    PAINT,
    SHINES,
    SIDEWAYS,
    Shader,
    ShaderConfig,
    given,
)
from model.run import Run
from model.teacher.exposures import Exposure, kept
from model.teacher.sights import held_out

log = logging.getLogger("nacre.shader")
_SHINING = (LAMP, LIT_PANE, SCREEN, SKY_PANE)
_BRIGHTEST = 60.0  # light beyond which film is white anyway
_ALIGNED = 16  # pixels that patches are cut at
_BLACK = 2e-3  # that is not told from black
_JUDGED = 60  # one in so many sights
_GROSS = 120.0  # weight of squares, for what is far off is seen first
_BENT, _REPAINTED, _FARTHER = 0.5, 0.09, 0.09  # of a normal, of paint, of the logarithm of depth: something else
_NEAREST = 1.5  # m, to which depth is told apart
_EVEN = 0.05  # loss by rules from which on less of it does not count as more right
_TINT, _BRIGHTER = 0.15, 0.2  # of logarithms: how far light of one color, and all of it, is made brighter or dimmer
_SCALES, _EDGES = 5, 3  # sizes, each half of the one before, that light is compared at, and its edges


@dataclass(frozen=True, slots=True)
class Recipe:
    """`minutes` of wall clock; batches of `batch` patches of `patch` = (width, height) pixels; peak learning `rate`."""

    minutes: float = 60.0
    batch: int = 3
    patch: tuple[int, int] = (208, 112)
    rate: float = 2e-3
    seed: int = 1
    widths: tuple[int, ...] = ShaderConfig().widths


@dataclass(frozen=True, slots=True)
class Examples:
    """What the shader is given for B exposures, and what was traced; float16, for there are thousands."""

    given: Tensor  # (B, GIVEN, H, W)
    frame: Tensor  # (B, FRAME), the exposure of the film last
    diffuse: Tensor  # (B, 3, H, W)
    mirrored: Tensor  # (B, 3, H, W)
    albedo: Tensor  # (B, 3, H, W)
    counts: Tensor  # (B, 1, H, W) 1 where the light is judged; 0 in the sky, on what shines by itself, and at edges
    light: Tensor  # (B, 3, H, W) as traced

    @classmethod
    def of(cls, each: Sequence[Examples]) -> Examples:
        """A batch of single ones."""
        return cls(**{f.name: torch.stack([getattr(e, f.name) for e in each]) for f in fields(cls)})

    def __len__(self) -> int:
        return len(self.frame)

    def patches(self, recipe: Recipe, rng: np.random.Generator) -> Examples:
        """A batch of patches cut anywhere, every other one of a world that is mirrored left to right, as float32."""
        width, height = recipe.patch
        which = rng.integers(0, len(self), recipe.batch)
        rooms = (self.light.shape[-1] - width, self.light.shape[-2] - height)
        x, y = (rng.integers(0, room // _ALIGNED + 1, recipe.batch) * _ALIGNED for room in rooms)
        turned = torch.from_numpy(rng.random(recipe.batch) < 0.5)

        def cut(values: Tensor) -> Tensor:
            if values.ndim < 4:
                return values[torch.from_numpy(which)].float()
            parts = torch.stack([values[k, :, b : b + height, a : a + width]
                                 for k, a, b in zip(which, x, y, strict=True)]).float()  # fmt: skip
            return torch.where(turned[:, None, None, None], parts.flip(-1), parts)

        batch = Examples(**{f.name: cut(getattr(self, f.name)) for f in fields(self)})
        side = torch.where(turned, -1.0, 1.0)
        batch.given[:, SIDEWAYS] *= side[:, None, None, None]
        batch.frame[:, KEY_SIDEWAYS] *= side
        return batch

    def recolored(self, rng: np.random.Generator) -> Examples:
        """A batch of the same worlds, half of them with their colors in another order, in light that is brighter or
        dimmer, color by color. (How much is reflected from thing to thing depends on paint, which stays as it is.)"""
        count = len(self)
        order = torch.from_numpy(np.stack([rng.permutation(3) if rng.random() < 0.5 else np.arange(3)
                                           for _ in range(count)]))  # fmt: skip
        brighter = rng.normal(0.0, _TINT, (count, 3)) + rng.normal(0.0, _BRIGHTER, (count, 1))
        times = torch.from_numpy(np.exp(brighter)).float()

        def turned(colors: Tensor) -> Tensor:
            return torch.stack([of_one[o] for of_one, o in zip(colors, order, strict=True)])

        def lit(light: Tensor) -> Tensor:
            return turned(light) * times[:, :, None, None]

        diffuse, mirrored = lit(self.diffuse), lit(self.mirrored)
        picture, frame = self.given.clone(), self.frame.clone()
        picture[:, FALLS] = (diffuse + float(DIM)).log()
        picture[:, SHINES] = (mirrored.mean(1) + float(DIM)).log()
        picture[:, PAINT] = turned(self.given[:, PAINT])
        for light in LIGHTS:
            frame[:, light] = turned(self.frame[:, light]) * times
        frame[:, LAMPS] = (turned(self.frame[:, LAMPS]).expm1() * times).log1p()
        return Examples(picture, frame, diffuse, mirrored, turned(self.albedo), self.counts, lit(self.light))

    def to(self, device: torch.device) -> Examples:
        return Examples(**{f.name: getattr(self, f.name).to(device) for f in fields(self)})


def judged(seed: int) -> bool:
    """Whether the trainer only looks at how it does on a sight. What is held out is not even looked at."""
    return seed % _JUDGED == _JUDGED - 1


def examples(folder: Path, renderer: Renderer, *, for_judging: bool) -> Examples:
    """Of the exposures in a folder. What the shader is given takes longer to draw than to read: it is kept beside them,
    for as long as features are what they are."""
    ready = folder / f"ready-{FEATURES}"
    ready.mkdir(exist_ok=True)
    each = []
    for exposure in kept(folder, lambda seed: not held_out(seed) and judged(seed) == for_judging):
        file = ready / f"{exposure.seed:07d}.pt"
        if not file.exists():
            torch.save(asdict(_example(exposure, renderer)), file)
        each.append(Examples(**torch.load(file, weights_only=True)))
    return Examples.of(each)


def _example(exposure: Exposure, renderer: Renderer) -> Examples:
    """One exposure, without the batch."""
    s = exposure.sight
    g, light = renderer.gbuffer(s.stage, s.moment, s.camera, exposure.size)
    picture, frame, seen = given(g, light, view_of(s.camera, exposure.size), None)
    shining = np.isin(g.kind, _SHINING) | (g.glow > 0.05) | (g.entity == NOTHING)
    counts = ~shining & ~_mixed(g.normal, seen.albedo, g.depth)
    traced = np.minimum(exposure.light, _BRIGHTEST)
    return Examples(_half(picture.transpose(2, 0, 1)), torch.from_numpy(frame), _half(seen.diffuse),
                    _half(seen.mirrored), _half(seen.albedo), _half(counts[None]),
                    _half(traced.transpose(2, 0, 1)))  # fmt: skip


def _mixed(normal: Plane, albedo: Plane, depth: Plane) -> npt.NDArray[np.bool_]:
    """(H, W) where a pixel borders on one that shows something else: what was traced there is a mean of both, but the
    shader is told of one, and would learn to draw halos."""
    told = np.concatenate([normal / _BENT, albedo / _REPAINTED, np.log(_NEAREST + depth)[None] / _FARTHER])
    out = np.zeros(depth.shape, np.bool_)
    down = (np.abs(np.diff(told, axis=1)) > 1.0).any(axis=0)
    right = (np.abs(np.diff(told, axis=2)) > 1.0).any(axis=0)
    out[1:] |= down
    out[:-1] |= down
    out[:, 1:] |= right
    out[:, :-1] |= right
    return out


def _half(values: Plane) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(values, np.float16))


def relit(shader: Shader, e: Examples) -> Tensor:
    """(B, 3, H, W) reflected light, as the renderer puts it together."""
    gains = shader(e.given, e.frame).float().exp()
    out: Tensor = e.albedo * e.diffuse * gains[:, :3] + e.mirrored * gains[:, 3:]
    return out


def film(light: Tensor, exposure: Tensor) -> Tensor:
    """Linear light as it will be seen: through the film's curve and gamma, but never quite white, so that there is
    always something to learn. `exposure` is (B,)."""
    x = light.clamp(min=0.0) * (0.58 * exposure[:, None, None, None])
    y = x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14)
    return (y + _BLACK) ** (1 / 2.2)


def loss_of(out: Tensor, e: Examples) -> Tensor:
    """(B,) of reflected light (B, 3, H, W)."""
    exposure = e.frame[:, -1]
    a, b = film(out, exposure) * e.counts, film(e.light, exposure) * e.counts
    total = _GROSS * (a - b).square().mean((1, 2, 3))
    for k in range(_SCALES):
        total = total + (a - b).abs().mean((1, 2, 3))
        if k < _EDGES:
            for dim in (2, 3):
                total = total + 0.5 * (a.diff(dim=dim) - b.diff(dim=dim)).abs().mean((1, 2, 3))
        a, b = avg_pool2d(a, 2), avg_pool2d(b, 2)
    return total


def relative_loss(shader: Shader, e: Examples) -> Tensor:
    """The mean loss in parts of that of the rules: about 1 for a shader that adds nothing to them."""
    with torch.no_grad():
        by_rules = loss_of(e.albedo * e.diffuse + e.mirrored, e)
    return (loss_of(relit(shader, e), e) / (by_rules + _EVEN)).mean()


def run_of(recipe: Recipe, out: Path, device: torch.device, start: Path | None = None) -> Run[Shader, Examples]:
    """A run that has not begun: it will with chance weights, or with those in the folder `start`."""
    return Run(lambda: _net(recipe, start).to(device), relative_loss, recipe, out, device)


def _net(recipe: Recipe, start: Path | None) -> Shader:
    """In the layout in which convolutions are fastest."""
    net = Shader(ShaderConfig(recipe.widths)) if start is None else Shader.load(start).train()
    made: Shader = net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return made


@torch.no_grad()
def loss_on(shader: Shader, examples: Examples, device: torch.device) -> float:
    """The relative loss on whole exposures; 0 for none."""
    losses = []
    for k in range(len(examples)):
        one = Examples(**{f.name: getattr(examples, f.name)[k : k + 1].float() for f in fields(Examples)}).to(device)
        losses.append(float(relative_loss(shader, one)))
    return float(np.mean(losses)) if losses else 0.0


def train(recipe: Recipe, folder: Path, out: Path, device: torch.device, start: Path | None = None) -> None:
    """Learn from the exposures in `folder`, on from the weights in `start` if given, and save into `out`. Some are only
    looked at."""
    out.mkdir(parents=True, exist_ok=True)
    renderer = Renderer()
    begun = time.monotonic()
    taught, tested = (examples(folder, renderer, for_judging=which) for which in (False, True))
    log.info("%d exposures, %d to test with, made ready in %.0f s", len(taught), len(tested), time.monotonic() - begun)
    run = run_of(recipe, out, device, start)
    run.resume()
    rng = np.random.default_rng([recipe.seed, run.step])
    run.go(lambda: taught.patches(recipe, rng).recolored(rng).to(device), lambda net: loss_on(net, tested, device))


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the neural shading pass from path-traced exposures.")
    parser.add_argument("--exposures", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="folder of weights to go on from, with exposures of other seeds")
    parser.add_argument("--minutes", type=float, default=Recipe().minutes)
    parser.add_argument("--rate", type=float, default=Recipe().rate, help="peak learning rate; less when going on")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(args.threads)
    train(replace(Recipe(), minutes=args.minutes, rate=args.rate), args.exposures, args.out,
          torch.device(args.device), args.start)


if __name__ == "__main__":
    main()
