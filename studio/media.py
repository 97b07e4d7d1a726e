"""What a browser may fetch: stills, clips and exports in one folder, the only one the server serves.

A still is drawn once for each checkpoint and kept. Names are those of contents or of random ids, so an address tells
nothing and stays true. Knows nothing of panels.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
import uuid
from pathlib import Path
from urllib.parse import quote

from PIL import Image

from director.director import Director
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Cursor, Outline, Take

_ENDINGS = {"player": "", "json": ".json", "twee": ".twee", "vtt": "-captions", "bundle": ".nacre"}


class Media:
    """The media folder of a director, as web addresses."""

    def __init__(self, director: Director, folder: Path) -> None:
        self.folder = folder.resolve()
        self._director = director
        self._drawing = threading.Lock()

    def still(self, graph: StoryGraph, cursor: Cursor, take: Take | None = None) -> str | None:
        """The address of the frame at the cursor, or at the end of another take of the beat before it; None when its
        checkpoint is damaged."""
        path = self.folder / "stills" / f"{take.checkpoint if take else graph.checkpoint_at(cursor)}.jpg"
        with self._drawing:
            if not path.exists():
                try:
                    name = None if take is None else take.id
                    frame = self._director.still(cursor, take=name, owner=graph.episode.owner)
                except StoryError:
                    return None  # one damaged picture must not hide the rest; asking for the state tells the author
                _save_picture(path, Image.fromarray(frame))
        return self.address(path)

    def first_still(self, outline: Outline) -> str | None:
        """The address of the frame an episode begins with; None when its checkpoint is damaged."""
        path, episode = self.folder / "stills" / f"{outline.start}.jpg", outline.episode
        if path.exists():
            return self.address(path)
        try:
            graph = self._director.story(episode.id, episode.owner)
        except StoryError:
            return None
        return self.still(graph, graph.cursor_start())

    def clip(self, graph: StoryGraph, cursor: Cursor) -> str | None:
        """The address of the clip of the beat before the cursor; None when it has not been rendered (here) yet."""
        played = graph.beats_before(cursor)
        clip = played[-1].take.clip if played else None
        path = self.folder / "clips" / f"{clip}.mp4"
        return self.address(path) if clip is not None and path.exists() else None

    def exports(self, graph: StoryGraph, format: str) -> Path:
        """Where an episode is exported to in a format: a folder or file a person recognises by its name."""
        name = re.sub(r"[^\w-]+", "-", graph.episode.title).strip("-")[:48] or "episode"
        return self.folder / "exports" / graph.episode.id / f"{name}{_ENDINGS[format]}"

    def shown(self, out: Path) -> Path:
        """The file to open on this machine of what was exported to `out`."""
        page = out / "index.html"
        return page if page.is_file() else out

    def download(self, out: Path) -> Path | None:
        """The file to take away of what was exported to `out`; None when it is not in the folder (any more)."""
        files = (out, out.with_name(f"{out.name}.zip"))
        return next((file for file in files if file.is_file() and file.resolve().is_relative_to(self.folder)), None)

    def address(self, path: Path) -> str:
        """The web address of a file in the folder. Raises ValueError for any other file."""
        inside = path.resolve()
        if not inside.is_relative_to(self.folder):
            raise ValueError(f"{path} is not in the media folder {self.folder}")
        return f"gradio_api/file={quote(inside.as_posix())}"


def packed(path: Path) -> Path:
    """The file itself, or a folder as a zip beside it."""
    if path.is_file():
        return path
    return Path(shutil.make_archive(str(path), "zip", root_dir=path.parent, base_dir=path.name))


def _save_picture(path: Path, picture: Image.Image) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{uuid.uuid4().hex}.jpg")
    picture.save(partial, "JPEG", quality=88)
    os.replace(partial, path)
