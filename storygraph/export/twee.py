"""The story as Twee 3, which Twine opens: passages with the author's directions, the lines spoken, and links.

A scene becomes one passage, or several where a choice is offered in its middle. It is text for Harlowe, Twine's own
default format; no clips are in it. Author text never becomes code or a link: what Harlowe would read as markup is
written as character references. Conditions and effects become macros (`storygraph.export.harlowe`). Source: Twee 3
specification 3.0.2. The module does not know how Twine draws.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from storygraph.export.harlowe import Harlowe
from storygraph.files import write_whole
from storygraph.graph import StoryGraph
from storygraph.layout import Place
from storygraph.story import Beat, Scene

__all__ = ["export", "to_twee"]

STORY_FORMAT = ("Harlowe", "3.3.9")
GRID, MARGIN = 125, 100  # a passage is 100 wide and high in Twine
START_UP = "Variables"
RESERVED = {"StoryTitle", "StoryData", START_UP}

# What Harlowe takes as markup: brackets and hooks, macros, variables, styles, and marks that count at a line's start.
_MARKUP = re.compile(
    r"""[][{}<>&|\\`$*~^#@]     # brackets, macros, variables, styles, character references
    | '{2,} | /{2,} | _{2,} | ={2,} | -{2,}
    | (?<!\w)_(?=\w)          # a temporary variable
    | \((?=\s*[\w-]+:)        # a macro call
    | \?(?=\w)                # a reference to a hook
    | ^[-+:=!] | ^(?:\d+\.)+  # what counts at the start of a line: lists, headings, passages
    """,
    re.VERBOSE,
)
# Passage names are written into links and macros, where nothing can be escaped: look-alikes stand in.
_NAME = str.maketrans('[]{}<>|\\"`&$', "()()‹›//”’＆＄")

_Part = tuple[str, int]  # a scene's id and which of its passages, from 0


def export(
    graph: StoryGraph,
    blobs: Callable[[str], bytes],
    out: Path,
    progress: Callable[[float, str], None] | None = None,
) -> Path:
    """Write the story to the file `out` and return it. Takes no blobs."""
    write_whole(out, to_twee(graph).encode())
    if progress is not None:
        progress(1.0, "Twee written")
    return out


def to_twee(graph: StoryGraph) -> str:
    """The story as Twee 3 source."""
    names, places, logic = _passage_names(graph), graph.layout(), Harlowe(graph)
    data = {
        "ifid": _ifid(graph.episode.id),
        "format": STORY_FORMAT[0],
        "format-version": STORY_FORMAT[1],
        "start": names[graph.root.id, 0],
        "zoom": 1,
    }
    passages = [
        f":: StoryTitle\n{_one_line(graph.episode.title).lstrip(': ') or 'Untitled'}",
        f":: StoryData\n{json.dumps(data, indent=2, ensure_ascii=False)}",
        *([f":: {START_UP} [startup]\n{logic.start()}"] if graph.episode.variables else []),
        *(_passage(graph.scene(part[0]), part[1], names, places[part[0]], logic) for part in names),
    ]
    return "\n\n\n".join(passages) + "\n"


def _ifid(episode_id: str) -> str:
    """An upper-case version 4 UUID, the same each time an episode is exported."""
    return str(uuid.UUID(bytes=hashlib.sha256(episode_id.encode()).digest()[:16], version=4)).upper()


def _passage_names(graph: StoryGraph) -> dict[_Part, str]:
    """A name of its own for every passage."""
    names: dict[_Part, str] = {}
    taken = set(RESERVED)
    copies: Counter[str] = Counter()
    for scene in graph.scenes.values():
        title = _one_line(scene.title).translate(_NAME).lstrip(": ") or "Scene"
        for number in range(len(_stretches(scene))):
            name = wanted = f"{title}, part {number + 1}" if number else title
            while name in taken:
                copies[wanted] += 1
                name = f"{wanted} ({copies[wanted] + 1})"
            taken.add(name)
            names[scene.id, number] = name
    return names


def _stretches(scene: Scene) -> list[tuple[int, int]]:
    """The beats of each passage of a scene, from and to: a passage ends where a choice is offered."""
    stops = sorted({len(scene.beats), *(scene.offers(choice) for choice in scene.choices)})
    return list(zip([0, *stops], stops, strict=False))


def _passage(scene: Scene, number: int, names: dict[_Part, str], place: Place, logic: Harlowe) -> str:
    first, last = _stretches(scene)[number]
    tag = " [ending]" if scene.ending and last == len(scene.beats) else ""
    spot = {"position": f"{MARGIN + GRID * (place.x + first)},{MARGIN + GRID * place.y}", "size": "100,100"}
    header = f":: {names[scene.id, number]}{tag} {json.dumps(spot, separators=(',', ':'))}"
    told = [line for beat in scene.beats[first:last] for line in _beat(beat)]
    return header + "\n" + "\n\n".join([*told, *_ways_out(names, scene, number, logic)])


def _beat(beat: Beat) -> Iterator[str]:
    yield _literal(beat.direction)
    for caption in beat.take.captions:
        yield f"{_literal(caption.speaker)}: “{_literal(caption.text)}”"


def _ways_out(names: dict[_Part, str], scene: Scene, number: int, logic: Harlowe) -> Iterator[str]:
    """Links for the choices at the end of a passage, one to go on in the scene, and what happens when time runs out."""
    last = _stretches(scene)[number][1]
    choices = [choice for choice in scene.choices if scene.offers(choice) == last]
    ways = [logic.link(choice, _literal(choice.label) or "Go on", names[choice.to, 0]) for choice in choices]
    onward = names.get((scene.id, number + 1))
    if onward is not None:
        ways.append(f"[[Continue->{onward}]]")
    if ways:
        yield "\n".join(ways)
    if clock := logic.clock(choices, {choice.id: names[choice.to, 0] for choice in choices}, onward):
        yield clock


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _literal(text: str) -> str:
    """One line of text that Harlowe shows as it is."""
    return _MARKUP.sub(lambda found: "".join(f"&#{ord(sign)};" for sign in found[0]), _one_line(text))
