"""How much memory the renderer takes while it draws on and on: five sets in turn, with the weights that ship.

    PYTHONPATH=. python tests/long_drawing.py --frames 20000

Says after every tenth how many MB more the process holds than after the first 500 frames, by which every set has been
drawn; the last line is JSON.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from tests.test_drawing_keeps_no_memory import draw

FIRST = 500  # frames


def held_mb() -> float:
    """Memory that the process holds now."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=20_000)
    count = parser.parse_args().frames
    renderer = Renderer(Painter.load())
    draw(renderer, FIRST)
    before, more = held_mb(), []
    for k in range(10):
        draw(renderer, (count - FIRST) // 10)
        more.append(round(held_mb() - before, 1))
        print(f"{FIRST + (k + 1) * (count - FIRST) // 10} frames: {more[-1]} MB more", flush=True)
    print(json.dumps({"frames": count, "held_mb": round(before), "most_more_mb": max(more)}))


if __name__ == "__main__":
    main()
