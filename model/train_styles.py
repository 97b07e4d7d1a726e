"""Train the brush of the painted styles: `python -m model.train_styles --out FOLDER`. CPU or CUDA.

Draws sights, has the slow painters (`model.teacher.painters`) paint each, and learns to do as they did. The loss is
taken of the painting as paper shows it before its own texture, of its edges, and of both at half and quarter size, so
that a wash that is too dark counts as much as a line in the wrong place. Resumable, seeds fixed.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d

from model.renderer.brush import FEATURES, PAINTED, SQUARE, Brush, BrushConfig, as_pigment, features, outlines
from model.renderer.painter import Painter
from model.renderer.raster import U8, GBuffer, Plane
from model.renderer.renderer import Renderer
from model.run import Run
from model.teacher.painters import motif, pigment
from model.teacher.sights import held_out, sight

log = logging.getLogger("nacre.styles")
_SIZE = (640, 360)
_TESTED = 1_000_000  # the first seed of sights that are held out


@dataclass(frozen=True, slots=True)
class Recipe:
    """`sights` to learn from and as many `tested` that are held out; `minutes` of wall clock; batches of `batch`
    patches of `patch` = (width, height) pixels, each painted in every style; peak learning `rate`."""

    sights: int = 300
    tested: int = 24
    minutes: float = 24.0
    batch: int = 4
    patch: tuple[int, int] = (160, 128)
    rate: float = 3e-3
    seed: int = 1
    widths: tuple[int, int] = BrushConfig().widths


@dataclass(frozen=True, slots=True)
class Examples:
    """What the brush is given for B frames, and what the painters made of them; bytes, for there are hundreds."""

    given: Tensor  # (B, GIVEN, H / 4, W / 4) float16
    frame: Tensor  # (B, 3, H, W)
    edges: Tensor  # (B, 2, H, W)
    paintings: Tensor  # (B, 3 x styles, H, W) light that comes through the pigment

    @classmethod
    def of(cls, each: Sequence[Examples]) -> Examples:
        """A batch of single ones."""
        return cls(**{f.name: torch.stack([getattr(e, f.name) for e in each]) for f in fields(cls)})

    def __len__(self) -> int:
        return len(self.given)

    def patches(self, recipe: Recipe, rng: np.random.Generator) -> Examples:
        """A batch of patches cut along squares."""
        width, height = (side // SQUARE for side in recipe.patch)
        rows, columns = self.given.shape[-2:]
        most = (len(self), rows - height + 1, columns - width + 1)
        cuts = rng.integers(0, most, (recipe.batch, 3)).tolist()

        def cut(values: Tensor) -> Tensor:
            part = values.shape[-1] // columns
            return torch.stack([values[k, :, y * part : (y + height) * part, x * part : (x + width) * part]
                                for k, y, x in cuts])  # fmt: skip

        return Examples(**{f.name: cut(getattr(self, f.name)) for f in fields(self)})

    def to(self, device: torch.device) -> Examples:
        return Examples(**{f.name: getattr(self, f.name).to(device) for f in fields(self)})


def examples(folder: Path, seeds: Iterable[int]) -> Examples:
    """Of the sights of some seeds, kept in a folder: painting one takes longer than reading it. Every other frame is
    lit by rules, so that a brush does not depend on what the shader knew when it learned."""
    folder.mkdir(parents=True, exist_ok=True)
    each, renderers = [], (Renderer(Painter.load()), Renderer())
    for seed in seeds:
        file = folder / f"{seed:07d}-{FEATURES}.pt"
        if not file.exists():
            torch.save(asdict(_example(*drawn(seed, renderers[seed // 2 % 2]))), file)
        each.append(Examples(**torch.load(file, weights_only=True)))
    return Examples.of(each)


def drawn(seed: int, renderer: Renderer) -> tuple[U8, GBuffer]:
    """The frame of a sight and its G-buffer."""
    s = sight(seed)
    return renderer.draw(s.stage, s.moment, s.camera, _SIZE), renderer.gbuffer(s.stage, s.moment, s.camera, _SIZE)[0]


def _example(frame: U8, g: GBuffer) -> Examples:
    """One frame, without the batch."""
    edges, seen = outlines(g), motif(frame, g)
    through = np.concatenate([np.exp(-pigment(style, seen)) for style in PAINTED], axis=2)
    return Examples(
        _planes(features(frame, edges, g).astype(np.float16)), _planes(frame), _planes(edges),
        _planes(np.round(255.0 * through).astype(np.uint8)),
    )  # fmt: skip


def _planes(values: Plane) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(values.transpose(2, 0, 1)))


def loss_of(brush: Brush, e: Examples) -> Tensor:
    frame = torch.from_numpy(as_pigment()).to(e.frame.device)[e.frame.long()]
    given, edges = e.given.float(), e.edges.float() / 255.0
    total = torch.zeros((), device=e.frame.device)
    for style, painting in enumerate(torch.split(e.paintings, 3, 1)):
        a, b = (-brush.pigment(given, frame, edges, style)).exp(), painting.float() / 255.0
        for _ in range(3):
            total = total + (a - b).abs().mean()
            for dim in (2, 3):
                total = total + 0.5 * (a.diff(dim=dim) - b.diff(dim=dim)).abs().mean()
            a, b = avg_pool2d(a, 2), avg_pool2d(b, 2)
    return total / len(PAINTED)


def run_of(recipe: Recipe, out: Path, device: torch.device) -> Run[Brush, Examples]:
    """A run that has not begun."""
    return Run(lambda: Brush(BrushConfig(recipe.widths)).to(device), loss_of, recipe, out, device)


@torch.no_grad()
def loss_on(brush: Brush, tested: Examples, device: torch.device) -> float:
    """The loss on whole frames."""
    losses = []
    for k in range(len(tested)):
        one = Examples(**{f.name: getattr(tested, f.name)[k : k + 1] for f in fields(Examples)})
        losses.append(float(loss_of(brush, one.to(device))))
    return float(np.mean(losses))


def train(recipe: Recipe, out: Path, device: torch.device) -> None:
    """Learn from as many sights as the recipe says, and save into `out`. Those that are held out are only looked at."""
    begun = time.monotonic()
    seeds = (*range(recipe.sights), *range(_TESTED, _TESTED + recipe.tested))
    taught, tested = (examples(out / "paintings", [seed for seed in seeds if held_out(seed) == judged])
                      for judged in (False, True))  # fmt: skip
    log.info("%d frames, %d to test with, painted in %.0f s", len(taught), len(tested), time.monotonic() - begun)
    run = run_of(recipe, out, device)
    run.resume()
    rng = np.random.default_rng([recipe.seed, run.step])
    run.go(lambda: taught.patches(recipe, rng).to(device), lambda net: loss_on(net, tested, device))


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the brush of the painted styles from slow painters.")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=Recipe().minutes)
    parser.add_argument("--sights", type=int, default=Recipe().sights)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(args.threads)
    train(replace(Recipe(), minutes=args.minutes, sights=args.sights), args.out, torch.device(args.device))


if __name__ == "__main__":
    main()
