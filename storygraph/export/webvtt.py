"""The lines of a story as WebVTT captions: a folder with one file a scene, its canonical takes one after the other.

`captions` makes the text of any run of lines, for whoever has a clip to go with it. Author text is escaped as the
format wants it, so that nothing in it can end a cue or begin a tag. Knows no clips. Source: W3C WebVTT, the Web Video
Text Tracks Format.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from storygraph.errors import StoryError
from storygraph.files import write_whole
from storygraph.graph import StoryGraph
from storygraph.story import Caption, Scene, Take

__all__ = ["captions", "export", "lines_of"]

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SHORTEST_S = 0.001  # a cue ends after it begins


def export(
    graph: StoryGraph,
    blobs: Callable[[str], bytes],
    out: Path,
    progress: Callable[[float, str], None] | None = None,
) -> Path:
    """Write `01-title.vtt` and so on into the folder `out`, for the scenes in which something is said, and return the
    folder. Takes no blobs. Raises StoryError when nobody says anything in the whole story."""
    spoken = [scene for scene in graph.scenes.values() if any(beat.take.captions for beat in scene.beats)]
    if not spoken:
        raise StoryError("Nobody says anything in this story yet: direct a line, then export its captions.")
    for number, scene in enumerate(spoken, 1):
        if progress is not None:
            progress((number - 1) / len(spoken), scene.title)
        lines = lines_of([beat.take for beat in scene.beats])
        write_whole(out / _file_name(number, scene), captions(lines).encode())
    if progress is not None:
        progress(1.0, "Captions written")
    return out


def lines_of(takes: Iterable[Take]) -> tuple[Caption, ...]:
    """The lines of takes that play one after the other, timed from the start of the first."""
    began, lines = 0.0, []
    for take in takes:
        lines += [replace(c, start_s=began + c.start_s, end_s=began + c.end_s) for c in take.captions]
        began += take.duration_s
    return tuple(lines)


def captions(lines: Sequence[Caption]) -> str:
    """The text of a WebVTT file with these lines, in the order in which they begin."""
    cues = [_cue(line) for line in sorted(lines, key=lambda line: (line.start_s, line.end_s))]
    return "\n\n".join(["WEBVTT", *cues]) + "\n"


def _cue(line: Caption) -> str:
    began, over = line.start_s, max(line.end_s, line.start_s + _SHORTEST_S)
    speaker, words = _escaped(line.speaker), _escaped(line.text)
    return f"{_time(began)} --> {_time(over)}\n<v {speaker}>{words}</v>" if speaker else (
        f"{_time(began)} --> {_time(over)}\n{words}"
    )


def _time(seconds: float) -> str:
    """`HH:MM:SS.mmm`; hours may have more digits."""
    milliseconds = max(0, round(seconds * 1000))
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


def _escaped(text: str) -> str:
    """The text on one line, with nothing left that means something to a parser: an empty line would end the cue, and
    an arrow would begin another."""
    flat = " ".join(text.replace("\0", "\N{REPLACEMENT CHARACTER}").split())
    return re.sub("[&<>]", lambda found: _ESCAPES[found[0]], flat)


def _file_name(number: int, scene: Scene) -> str:
    """A name that a person recognises and every disk can hold."""
    name = re.sub(r"[^\w-]+", "-", scene.title).strip("-")[:48]
    return f"{number:02d}-{name or 'scene'}.vtt"
