"""How near the learned brush comes to the slow painters: `python -m model.evaluate_styles --weights FOLDER`.

Frames of sights that nothing was ever trained on, painted three ways and laid on the same paper: as they are, through a
bilateral filter (which is what cheap painting comes to), by the brush. PSNR and SSIM against the painter's, style by
style.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

import cv2
import numpy as np
import torch
from skimage import metrics

from model.renderer.brush import PAINTED, as_pigment
from model.renderer.illustrator import WEIGHTS, Illustrator
from model.renderer.painter import Painter
from model.renderer.paper import laid
from model.renderer.renderer import Renderer
from model.teacher.painters import motif, pigment
from model.teacher.sights import held_out
from model.train_styles import drawn

_WAYS = ("plain frame", "filtered", "brush")
_FIRST = 1_000_100  # seed: those before it are looked at while a brush learns


def scores(illustrator: Illustrator, seeds: Iterable[int]) -> dict[str, np.ndarray]:
    """(ways, 2) mean PSNR in dB and SSIM of each style. Raises ValueError for a sight that may have been learned."""
    renderer = Renderer(Painter.load())
    found: dict[str, list[list[tuple[float, float]]]] = {style: [] for style in PAINTED}
    for seed in seeds:
        if not held_out(seed):
            raise ValueError(f"sight {seed} is for training")
        frame, g = drawn(seed, renderer)
        filtered = np.asarray(cv2.bilateralFilter(frame, 9, 50.0, 5.0), np.uint8)
        seen = motif(frame, g)
        for style in PAINTED:
            wanted = laid(pigment(style, seen), style)
            made = (laid(as_pigment()[frame], style), laid(as_pigment()[filtered], style),
                    illustrator.paint(frame, g, style))  # fmt: skip
            found[style].append([_measured(wanted, painting) for painting in made])
    return {style: np.mean(values, axis=0) for style, values in found.items()}


def _measured(wanted: np.ndarray, made: np.ndarray) -> tuple[float, float]:
    near = metrics.peak_signal_noise_ratio(wanted, made)  # type: ignore[no-untyped-call]
    alike = metrics.structural_similarity(wanted, made, channel_axis=2)  # type: ignore[no-untyped-call]
    return float(near), float(alike)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the painted styles against their painters.")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--count", type=int, default=58, help="held-out sights (58)")
    args = parser.parse_args()
    torch.set_num_threads(1)
    found = scores(Illustrator.load(args.weights), range(_FIRST, _FIRST + args.count))
    print(f"| style | {' | '.join(f'{what}, {way}' for what in ('PSNR', 'SSIM') for way in _WAYS)} |")
    print("|---|" + "---:|" * 6)
    for style, values in found.items():
        numbers = [f"{value:.1f} dB" for value in values[:, 0]] + [f"{value:.3f}" for value in values[:, 1]]
        print(f"| {style} | {' | '.join(numbers)} |")
    exact = {style: values.round(4).tolist() for style, values in found.items()}
    print("\n" + json.dumps({"sights": args.count, **exact}))


if __name__ == "__main__":
    main()
