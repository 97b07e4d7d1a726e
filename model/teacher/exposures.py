"""Exposures: sights, path-traced, kept in a folder for the shader to learn from.

`python -m model.teacher.exposures --out DIR --count 3000` goes on where it was stopped. A file holds the light and the
sight that it fell on; what the shader is given is drawn anew, so that its inputs may change, and the kit may grow,
without tracing anything again.
"""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyoidn

from model.renderer.mesh import F32
from model.renderer.raster import GBuffer, view_of
from model.renderer.renderer import Renderer
from model.renderer.shading import by_own_lamp
from model.teacher.path_tracer import Size, trace
from model.teacher.sights import Sight, held_out, sight

log = logging.getLogger("nacre.exposures")
LEARNED_AT: Size = (320, 180)  # the pixels on which the shader works
JUDGED_AT: Size = (1280, 720)  # four for each pixel of a frame


@dataclass(frozen=True, slots=True)
class Exposure:
    """Reflected linear light in a frame of `size` = (width, height), without its grain."""

    seed: int
    size: Size
    light: F32  # (H, W, 3)
    sight: Sight


def expose(seed: int, renderer: Renderer, samples: int) -> Exposure:
    seen, size = sight(seed), JUDGED_AT if held_out(seed) else LEARNED_AT
    picture = renderer.picture(seen.stage, seen.moment, seen.camera)
    light = trace(picture, seen.camera, size, samples=samples, seed=seed)
    g, falling = renderer.gbuffer(seen.stage, seen.moment, seen.camera, size)
    by_camera = by_own_lamp(g, falling, view_of(seen.camera, size)).transpose(1, 2, 0)
    return Exposure(seed, size, _without_grain(light, g) + by_camera, seen)


def _without_grain(light: F32, g: GBuffer) -> F32:
    """What many more paths would have come to, by Intel's Open Image Denoise."""
    albedo, normal = (np.ascontiguousarray(np.moveaxis(plane, 0, -1)) for plane in (g.albedo, g.normal))
    out: F32 = pyoidn.denoise(light, albedo=albedo, normal=normal, hdr=True)
    return out


def save(exposure: Exposure, folder: Path) -> None:
    """Whole or not at all."""
    partial = folder / f".{exposure.seed}.npz"
    np.savez_compressed(partial, size=exposure.size, light=exposure.light.astype(np.float16),
                        sight=np.frombuffer(exposure.sight.to_bytes(), np.uint8))
    os.replace(partial, folder / f"{exposure.seed:07d}.npz")


def kept(folder: Path, wanted: Callable[[int], bool]) -> Iterator[Exposure]:
    """The exposures of a folder whose seeds are wanted, in the order of their seeds."""
    for file in sorted(folder.glob("[0-9]*.npz")):
        if not wanted(int(file.stem)):
            continue
        with np.load(file) as data:
            width, height = (int(side) for side in data["size"])
            seen = Sight.from_bytes(data["sight"].tobytes())
            yield Exposure(int(file.stem), (width, height), data["light"].astype(np.float32), seen)


def main() -> None:
    parser = argparse.ArgumentParser(description="Path-trace what the shader learns from.")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--first", type=int, default=0, help="seed of the first sight")
    parser.add_argument("--count", type=int, default=3_000)
    parser.add_argument("--step", type=int, default=1, help="from one seed to the next: with one more than there are "
                        "settings, few sights show many settings at many hours")
    parser.add_argument("--samples", type=int, default=8, help="paths a pixel")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    args.out.mkdir(parents=True, exist_ok=True)
    renderer = Renderer()
    for seed in range(args.first, args.first + args.count * args.step, args.step):
        if not (args.out / f"{seed:07d}.npz").exists():
            save(expose(seed, renderer, args.samples), args.out)
            log.info("%d of %d", (seed - args.first) // args.step + 1, args.count)


if __name__ == "__main__":
    main()
