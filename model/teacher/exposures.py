"""Exposures: parts of sights, path-traced, kept in a folder for the shader to learn from.

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
from model.teacher.path_tracer import Crop, Size, trace
from model.teacher.sights import Sight, held_out, sight

log = logging.getLogger("nacre.exposures")
SIZE: Size = (640, 360)  # of the frames
CROP: Size = (320, 192)
_STEP = 8  # pixels that crops are aligned to


@dataclass(frozen=True, slots=True)
class Exposure:
    """Reflected linear light in the part `crop` = (x, y, width, height) of a frame of `size`, without its grain."""

    seed: int
    size: Size
    crop: Crop
    light: F32  # (H, W, 3)
    sight: Sight


def part_of(seed: int) -> tuple[Size, Crop]:
    """The frame and the part of it that is traced of a sight: as often about its middle as anywhere. Where it is to be
    judged, all of it, with four pixels for each that is shown."""
    width, height = SIZE
    if held_out(seed):
        return (2 * width, 2 * height), (0, 0, 2 * width, 2 * height)
    rng = np.random.default_rng([seed, 29])
    x, y = rng.random(2) if rng.random() < 0.5 else np.clip(rng.normal(0.5, 0.15, 2), 0.0, 1.0)
    left, top = (int(share * (room - part)) // _STEP * _STEP
                 for share, room, part in zip((x, y), (width, height), CROP, strict=True))
    return (width, height), (left, top, *CROP)


def expose(seed: int, renderer: Renderer, samples: int) -> Exposure:
    seen, (size, crop) = sight(seed), part_of(seed)
    picture = renderer.picture(seen.stage, seen.moment, seen.camera)
    light = trace(picture, seen.camera, size, samples=samples, seed=seed, crop=crop)
    g, falling = renderer.gbuffer(seen.stage, seen.moment, seen.camera, size)
    x, y, width, height = crop
    by_camera = by_own_lamp(g, falling, view_of(seen.camera, size)).transpose(1, 2, 0)[y : y + height, x : x + width]
    return Exposure(seed, size, crop, _without_grain(light, g, crop) + by_camera, seen)


def _without_grain(light: F32, g: GBuffer, crop: Crop) -> F32:
    """What many more paths would have come to, by Intel's Open Image Denoise."""
    x, y, width, height = crop
    albedo, normal = (np.ascontiguousarray(np.moveaxis(plane[:, y : y + height, x : x + width], 0, -1), np.float32)
                      for plane in (g.albedo, g.normal))
    out: F32 = pyoidn.denoise(light, albedo=albedo, normal=normal, hdr=True)
    return out


def save(exposure: Exposure, folder: Path) -> None:
    """Whole or not at all."""
    partial = folder / f".{exposure.seed}.npz"
    np.savez_compressed(partial, size=exposure.size, crop=exposure.crop, light=exposure.light.astype(np.float16),
                        sight=np.frombuffer(exposure.sight.to_bytes(), np.uint8))
    os.replace(partial, folder / f"{exposure.seed:07d}.npz")


def kept(folder: Path, wanted: Callable[[int], bool]) -> Iterator[Exposure]:
    """The exposures of a folder whose seeds are wanted, in the order of their seeds."""
    for file in sorted(folder.glob("[0-9]*.npz")):
        if not wanted(int(file.stem)):
            continue
        with np.load(file) as data:
            size, crop = (tuple(int(v) for v in data[name]) for name in ("size", "crop"))
            seen = Sight.from_bytes(data["sight"].tobytes())
            yield Exposure(int(file.stem), size, crop, data["light"].astype(np.float32), seen)  # type: ignore[arg-type]


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
