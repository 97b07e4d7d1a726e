"""Control passes of a film as clips, and what they mean as JSON: for conditioning a large video model elsewhere.

Each clip has as many frames as the film and the size of its pictures, pixel by pixel. Nothing is lost in them.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from director.acting import FPS
from director.crew import Crew, Film
from director.filming.video import clip
from director.progress import Progress
from model.renderer.passes import NEAREST, Passes, entity_color
from storygraph.files import write_whole

PASSES = ("depth", "normal", "segmentation", "pose")


def write_passes(
    crew: Crew, film: Film, size: tuple[int, int], folder: Path, progress: Progress | None = None
) -> tuple[Path, ...]:
    """`color.mp4`, one clip for each of PASSES, and `passes.json`, in `folder`. Raises StoryError when the disk is
    full."""
    files = {name: folder / f"{name}.mp4" for name in ("color", *PASSES)}
    points: list[dict[str, Any]] = []
    with ExitStack() as clips:
        add = {name: clips.enter_context(clip(file, size=size, lossless=True)) for name, file in files.items()}
        for frame, passes in zip(crew.frames(film, size), crew.passes(film, size), strict=True):
            add["color"](frame)
            for name in PASSES:
                add[name](getattr(passes, name))
            points.append(_named(film, passes))
            if progress is not None:
                progress(len(points) / film.frame_count, "Rendering")
    legend = folder / "passes.json"
    write_whole(legend, json.dumps(_legend(film, size, points), ensure_ascii=False).encode())
    return (*files.values(), legend)


def _named(film: Film, passes: Passes) -> dict[str, Any]:
    entities = film.end.stage.entities
    return {
        entities[row].id: {joint: _rounded(asdict(point)) for joint, point in joints.items()}
        for row, joints in passes.keypoints.items()
    }


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value if isinstance(value, bool) else round(value, 5) for name, value in values.items()}


def _legend(film: Film, size: tuple[int, int], points: list[dict[str, Any]]) -> dict[str, Any]:
    entities = film.end.stage.entities
    colors = {entity.id: {"name": entity.name, "rgb": entity_color(row)} for row, entity in enumerate(entities)}
    return {
        "version": 1,
        "size": list(size),
        "fps": FPS,
        "depth": {"meaning": "255 x nearest_m / metres from the lens, along its axis; 0 where there is sky",
                  "nearest_m": NEAREST},
        "normal": {"meaning": "127.5 + 127.5 x (x to the right, y up, z towards the lens)"},
        "segmentation": {"sky": [0, 0, 0], "set": list(entity_color(-1)), "entities": colors},
        "pose": {"meaning": "x and y in fractions of the frame, y down; people only", "frames": points},
    }  # fmt: skip
