"""The story as something an audience can play: a folder with `index.html`, the clips and their captions, for any
browser, offline.

The page (`player.html`, `player.css`, `player_rules.js` and `player.js` beside this module) is put together into one
file that works from disk and asks the network for nothing. Author text reaches it as JSON only and is shown as text,
never as markup. Only what the audience can get to is in it, canonical takes only. The page shows captions by itself;
beside each clip with lines lies a WebVTT file of its name, for whoever plays it elsewhere. This module does not know
how the page plays.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from storygraph.errors import StoryError
from storygraph.export.webvtt import captions
from storygraph.expressions import as_json, checked_condition, checked_effect
from storygraph.files import write_whole
from storygraph.graph import StoryGraph
from storygraph.story import Beat, Choice, Scene

__all__ = ["export", "page", "story_data"]

VERSION = 2  # of the data in the page; saved progress of another version is not read
FILE_NAME = re.compile(r"[0-9a-f]{20}\.(?:mp4|vtt)")


def export(
    graph: StoryGraph,
    blobs: Callable[[str], bytes],
    out: Path,
    progress: Callable[[float, str], None] | None = None,
) -> Path:
    """Write the player into the folder `out` and return its `index.html`.

    Clips land first and the page last, so a player that is there is whole. Raises StoryError when a scene the audience
    can get to has a beat without a clip, or nothing at all to show.
    """
    _refuse_unplayable(graph)
    clips = _clips(graph)
    folder = out / "clips"
    for number, clip in enumerate(clips):
        if progress is not None:
            progress(number / len(clips), f"Clip {number + 1} of {len(clips)}")
        write_whole(folder / _clip_name(clip), blobs(clip))
    texts = _texts(graph)
    for name, text in texts.items():
        write_whole(folder / name, text.encode())
    index = out / "index.html"
    write_whole(index, page(graph).encode())
    _sweep(folder, {*(_clip_name(clip) for clip in clips), *texts})
    if progress is not None:
        progress(1.0, "Player written")
    return index


def page(graph: StoryGraph) -> str:
    """The whole of `index.html`."""
    script = _asset("player_rules.js") + _asset("player.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    parts = {
        "TITLE": html.escape(graph.episode.title),
        "SCRIPT_HASH": digest,
        "STYLE": _asset("player.css"),
        "STORY": _inline_json(story_data(graph)),
        "SCRIPT": script,
    }
    return re.sub(r"\{\{([A-Z_]+)\}\}", lambda found: parts[found[1]], _asset("player.html"))


def story_data(graph: StoryGraph) -> dict[str, Any]:
    """What the page needs to know: scenes with clips, captions and choices, and where to draw them on the map."""
    scenes = _playable(graph)
    places = graph.layout()
    sizes = graph.statistics()
    rules = _Rules(graph)
    return {
        "version": VERSION,
        "id": graph.episode.id,
        "title": graph.episode.title,
        "aspect": graph.episode.aspect,
        "seconds": [sizes.shortest_s, sizes.longest_s],
        "root": graph.episode.root,
        "variables": [variable.initial for variable in graph.episode.variables],
        "scenes": {
            scene.id: {
                "title": scene.title,
                "place": [places[scene.id].x, places[scene.id].y],
                "beats": [_beat(beat) for beat in scene.beats],
                "choices": [rules.choice(scene, choice) for choice in scene.choices],
            }
            for scene in scenes
        },
    }


def _beat(beat: Beat) -> dict[str, Any]:
    take = beat.take
    return {
        "clip": f"clips/{_clip_name(take.clip or '')}",
        "seconds": take.duration_s,
        "captions": [
            {"speaker": line.speaker, "text": line.text, "from": line.start_s, "to": line.end_s}
            for line in take.captions
        ],
    }


class _Rules:
    """What choices ask and do, as the page takes it (`player_rules.js`): read, and with numbers for the variables."""

    def __init__(self, graph: StoryGraph) -> None:
        self._kinds = graph.kinds
        self._places = {name: place for place, name in enumerate(graph.kinds)}

    def choice(self, scene: Scene, choice: Choice) -> dict[str, Any]:
        """Raises StoryError when its condition or an effect cannot be read."""
        effects = [checked_effect(effect, self._kinds) for effect in choice.effects]
        return {
            "label": choice.label,
            "to": choice.to,
            "after": scene.offers(choice),
            "default": choice.default,
            "seconds": choice.seconds,
            "when": as_json(checked_condition(choice.condition, self._kinds), self._places),
            "sets": [[self._places[effect.name], as_json(effect.value, self._places)] for effect in effects],
        }


def _playable(graph: StoryGraph) -> list[Scene]:
    """The scenes an audience can get to, in the order they were made."""
    reachable = graph.reachable()
    return [scene for scene in graph.scenes.values() if scene.id in reachable]


def _refuse_unplayable(graph: StoryGraph) -> None:
    scenes = _playable(graph)
    for scene in scenes:
        for played, beat in enumerate(scene.beats, start=1):
            if beat.take.clip is None:
                raise StoryError(f"Beat {played} of “{scene.title}” has no clip yet: render it, then export again.")
        for choice in scene.choices:
            try:
                graph.refuse_unfit(choice)
            except StoryError as error:
                raise StoryError(f"“{choice.label}” in “{scene.title}” cannot be played. {error}") from error
    if not any(scene.beats for scene in scenes):
        raise StoryError("There is nothing to play yet: direct at least one beat, then export again.")


def _clips(graph: StoryGraph) -> list[str]:
    """The SHA-256 of every clip the player needs, each once."""
    takes = (beat.take for scene in _playable(graph) for beat in scene.beats)
    return list(dict.fromkeys(take.clip for take in takes if take.clip is not None))


def _texts(graph: StoryGraph) -> dict[str, str]:
    """The WebVTT files by name: one for each clip in which something is said."""
    takes = [beat.take for scene in _playable(graph) for beat in scene.beats]
    spoken = {take.clip: captions(take.captions) for take in takes if take.clip is not None and take.captions}
    return {f"{clip[:20]}.vtt": text for clip, text in spoken.items()}


def _clip_name(sha256: str) -> str:
    return f"{sha256[:20]}.mp4"


def _sweep(folder: Path, wanted: set[str]) -> None:
    """Remove clips and captions that an earlier export left and this one does not use; nothing else."""
    for file in folder.iterdir():
        if FILE_NAME.fullmatch(file.name) and file.name not in wanted:
            file.unlink()


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _inline_json(data: dict[str, Any]) -> str:
    """JSON that can stand inside a script element: nothing in it can end the element or begin a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return re.sub(r"[<>&\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)
