"""The whole branch tree as one JSON file, described by `json_tree.schema.json` beside this module.

It holds every scene, beat, take and choice; states and clips are named by their SHA-256, not included. The module does
not know what other programs make of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from storygraph.files import write_whole
from storygraph.graph import StoryGraph
from storygraph.serial import to_json

__all__ = ["export", "schema"]


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every exported file fulfils."""
    text = files(__package__).joinpath("json_tree.schema.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def export(
    graph: StoryGraph,
    blobs: Callable[[str], bytes],
    out: Path,
    progress: Callable[[float, str], None] | None = None,
) -> Path:
    """Write the story to the file `out` and return it. Takes no blobs."""
    text = json.dumps(to_json(graph), ensure_ascii=False, indent=2, allow_nan=False)
    write_whole(out, (text + "\n").encode())
    if progress is not None:
        progress(1.0, "Story written")
    return out
