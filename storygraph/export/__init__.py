"""The formats a story can be handed over in: one module each, listed in `FORMATS`.

An exporter is a function `export(graph, blobs, out, progress=None) -> Path`. `blobs` gives the bytes of a SHA-256;
`out` is the file to write, or the folder for a format that needs several; what comes back is the file to open. Files
land whole. An exporter raises StoryError when the story lacks something the format needs, the disk is full, or `out`
cannot be written. `progress` gets a fraction and what is happening; raising from it cancels.

To add a format: a module with `export`, a line in `FORMATS`, a golden baseline in `tests/golden`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from storygraph.bundle import export as export_bundle
from storygraph.errors import StoryError
from storygraph.export.json_tree import export as export_json
from storygraph.export.player import export as export_player
from storygraph.export.twee import export as export_twee
from storygraph.export.webvtt import export as export_webvtt
from storygraph.graph import StoryGraph
from storygraph.progress import Progress

__all__ = ["FORMATS", "Blobs", "Exporter", "Progress", "exporter"]

Blobs = Callable[[str], bytes]


class Exporter(Protocol):
    """What every format offers."""

    def __call__(self, graph: StoryGraph, blobs: Blobs, out: Path, progress: Progress | None = None) -> Path:
        """Write the story to `out` and return the file to open."""


FORMATS: dict[str, Exporter] = {
    "json": export_json,
    "twee": export_twee,
    "player": export_player,
    "vtt": export_webvtt,
    "bundle": export_bundle,
}


def exporter(name: str) -> Exporter:
    """The exporter of that name. Raises StoryError when there is none."""
    try:
        return FORMATS[name]
    except KeyError:
        raise StoryError(f"There is no format “{name}”: choose one of {', '.join(FORMATS)}.") from None
