"""What each panel shows, as plain JSON-able data, from a story graph, a cursor and a state.

Pure functions: they read nothing, draw nothing and know no Gradio. `Shots` is how they ask where a picture or a clip
can be fetched. Words are the author's or the model's; the panels translate and lay out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Protocol

from director.suggestions import Suggestion
from director.suggestions.density import EVENT_STYLES, LAYOUTS, NARRATIVES
from storygraph.changes import Change
from storygraph.expressions import literal_text
from storygraph.graph import StoryGraph
from storygraph.neighbourhood import Stub, neighbourhood
from storygraph.reshaping import outdated
from storygraph.story import Beat, Choice, Cursor, Episode, Outline, Scene

View = dict[str, Any]

COLUMN, ROW = 46, 66  # px between two beats of a scene, and between two rows of the story graph
LEFT, TOP, RIGHT, BOTTOM = 34, 52, 90, 34  # px around the graph; the title of the last scene needs the right
MOST_REMEMBERED = 40  # memories of one character that are shown
MOST_DRAWN = 100  # scenes: more at once neither an eye nor a browser takes in
STUB = 22  # px below a track at which a stub is
CAP = 15  # px a scene's track reaches beyond its first and last beat
_SWATCHES = {"person": ("top", "hair"), "creature": ("body", "accent"), "prop": ("body", "accent")}
_GREY = "#8b8a96"  # of what has no colours of its own
_FACT = re.compile(r"(not )?(\w+)\((.*)\)", re.S)


class Shots(Protocol):
    """Where a browser can fetch what was filmed; None when it is not there (yet)."""

    def still(self, graph: StoryGraph, cursor: Cursor) -> str | None: ...

    def clip(self, graph: StoryGraph, cursor: Cursor) -> str | None: ...


def address(cursor: Cursor | None) -> str:
    """The query part of the page's address that leads back here."""
    if cursor is None:
        return ""
    return f"?episode={cursor.episode}&scene={cursor.scene}&beat={cursor.beat}"


def header(episode: Episode, history: tuple[Change | None, Change | None] = (None, None)) -> View:
    """`history` is what would be undone and what would be redone next."""
    back, forth = (None if change is None else {"kind": change.kind, "subject": change.subject} for change in history)
    return {"title": episode.title, "prompt": episode.prompt, "saved": episode.updated, "undo": back, "redo": forth}


def library(stories: Sequence[tuple[Outline, str | None]]) -> View:
    """`stories` are outline and still, in the order they are to be shown."""
    return {
        "episodes": [
            {
                "id": outline.episode.id,
                "title": outline.episode.title,
                "still": still,
                "scenes": outline.scenes,
                "beats": outline.beats,
            }
            for outline, still in stories
        ]
    }


def stage(graph: StoryGraph, cursor: Cursor, shots: Shots, *, autoplay: bool) -> View:
    """The clip of the beat before the cursor, and all clips of the scene up to it for playing it through."""
    scene = graph.scene_at(cursor)
    played = graph.beats_before(cursor)
    clips = [_clip(graph, Cursor(cursor.episode, scene.id, n), beat, shots) for n, beat in enumerate(scene.beats, 1)]
    here = clips[cursor.beat - 1] if played else None
    return {
        "aspect": graph.episode.aspect,
        "still": shots.still(graph, cursor),
        "clip": here["clip"] if here else None,
        "captions": here["captions"] if here else [],
        "playlist": [clip for clip in clips if clip["clip"]],
        "direction": played[-1].direction if played else "",
        "scene": scene.title,
        "beat": cursor.beat,
        "beats": len(scene.beats),
        "stale": len(outdated(graph, cursor)),
        "autoplay": autoplay,
    }


def strip(graph: StoryGraph, cursor: Cursor, shots: Shots) -> View:
    """The beats of the cursor's scene, the start as number 0."""
    scene = graph.scene_at(cursor)
    places = [Cursor(cursor.episode, cursor.scene, n) for n in range(len(scene.beats) + 1)]
    return {
        "cursor": cursor.beat,
        "beats": [
            {
                "index": place.beat,
                "direction": scene.beats[place.beat - 1].direction if place.beat else "",
                "still": shots.still(graph, place),
                "stale": graph.is_stale(place),
                "takes": _takes(scene.beats[place.beat - 1]) if place.beat else [],
            }
            for place in places
        ],
    }


def receipt(graph: StoryGraph, cursor: Cursor) -> list[View]:
    """What really happened in the beat before the cursor."""
    played = graph.beats_before(cursor)
    return [_receipt_row(row) for row in played[-1].take.receipt] if played else []


def composer(graph: StoryGraph, cursor: Cursor, *, accepted: str | None = None) -> View:
    """`accepted` is a token of the direction that has been acted out: its words may leave the box."""
    return {"receipt": receipt(graph, cursor), "accepted": accepted, "place": address(cursor)}


def ideas(episode: Episode, offered: Sequence[Suggestion] | None, *, turn: int = 0) -> View:
    """What could happen next, None while that is still being tried out; and the settings of how much happens by itself,
    with the words each may have. `turn` counts how often the author has asked for other ideas."""
    shown = None if offered is None else [
        {"direction": s.direction, "outcome": s.outcome, "kind": s.kind} for s in offered
    ]
    density = {name: getattr(episode, name) for name in _SETTINGS}
    return {"suggestions": shown, "turn": turn, "density": density, "words": _SETTINGS}


_SETTINGS = {"narrative": NARRATIVES, "event_style": EVENT_STYLES, "layout": LAYOUTS}


def world(state: Mapping[str, Any], memories: Sequence[Mapping[str, Any]] = (), *, notes: Sequence[str] = (),
          prompt: str | None = None) -> View:  # fmt: skip
    """The world at the cursor, from its state JSON and what everybody remembers there; `notes` tell how it was cast,
    and `prompt` is the sentence it can be made anew from."""
    hour = float(state["hour"])
    return {
        "setting": state["setting"],
        "time": state["time_of_day"],
        "hour": f"{int(hour):02d}:{int(hour % 1 * 60):02d}",
        "weather": state["weather"],
        "cast": [_member(entity) for entity in state["entities"]],
        "notes": list(notes),
        "prompt": prompt,
        "minds": [mind for kept in memories if (mind := _mind(kept))["memories"]],
    }


def story(graph: StoryGraph, cursor: Cursor) -> View:
    """The story graph, laid out in pixels, and what can be done at the cursor. Of a long story the part around the
    cursor is shown, with stubs that lead on."""
    here = graph.scene_at(cursor)
    part = neighbourhood(graph, here.id, MOST_DRAWN)
    shown, places = part.graph.scenes, part.graph.layout()
    spots = {scene_id: (LEFT + place.x * COLUMN, TOP + place.y * ROW) for scene_id, place in places.items()}
    return {
        "episode": graph.episode.id,
        "revision": graph.episode.version,
        "cursor": asdict(cursor),
        "title": here.title,
        "ending": here.ending,
        "width": max(LEFT + (place.x + place.length) * COLUMN for place in places.values()) + RIGHT,
        "height": max(y for _, y in spots.values()) + BOTTOM,
        "scenes": [_track(graph, scene, spots[scene.id]) for scene in shown.values()],
        "edges": [_edge(graph, scene, choice, spots) for scene in shown.values() for choice in scene.choices],
        "stubs": [_stub(graph, stub, spots[stub.scene]) for stub in part.stubs],
        "choices": [_choice(graph, here, choice) for choice in here.choices],
        "whole": len(shown) == len(graph.scenes),
        "targets": [{"id": scene.id, "title": scene.title} for scene in targets(graph, here, shown)],
        "sources": [{"id": scene.id, "title": scene.title} for scene in sources(graph, here, shown)],
        "leading": [
            {"id": choice.id, "scene": scene.id, "label": choice.label, "title": scene.title}
            for scene in graph.scenes.values()
            for choice in scene.choices
            if choice.to == here.id
        ],
        "others": [{"id": scene.id, "title": scene.title} for scene in shown.values() if scene is not here],
        "first": here.id == graph.episode.root,
        "branches": [
            {"name": branch.name, "scene": branch.scene, "beats": len(graph.scene(branch.scene).beats)}
            for branch in graph.branches
        ],
        "trash": [
            {"id": put.id, "title": put.title, "removed": put.removed, "scenes": len(put.scenes)}
            for put in reversed(graph.trash)
        ],
        "variables": [{"name": v.name, "initial": literal_text(v.initial)} for v in graph.episode.variables],
    }


def _clip(graph: StoryGraph, place: Cursor, beat: Beat, shots: Shots) -> View:
    captions = [asdict(caption) for caption in beat.take.captions]
    return {"beat": place.beat, "clip": shots.clip(graph, place), "captions": captions}


def _takes(beat: Beat) -> list[View]:
    return [{"id": take.id, "canonical": take.id == beat.canonical} for take in beat.takes]


def _receipt_row(row: Mapping[str, Any]) -> View:
    """A row without what says nothing: a reading of words as themselves, facts that did not come true, twice the same
    words."""
    action, reading, reason = row["action"], row["reading"], row.get("reason") or ""
    return {
        "status": row["status"],
        "action": action,
        "reading": reading if "->" in reading else "",
        "reason": reason if reason != action else "",
        "unbidden": bool(row.get("unbidden")),
        "facts": [known for fact in row["facts"] if fact["after"] and (known := fact_words(fact["fact"]))],
    }


def fact_words(fact: str) -> View | None:
    """`not holds(boy, ball)` as {"name": "holds", "args": ["boy", "ball"], "not": True}; of several that would each do
    (`a|b`) the first. None when it is not a fact."""
    parts = _FACT.fullmatch(fact.split("|")[0].strip())
    if parts is None:
        return None
    negation, name, args = parts.groups()
    return {"name": name, "args": [arg.strip() for arg in args.split(",")], "not": negation is not None}


def _member(entity: Mapping[str, Any]) -> View:
    colors = entity["colors"]
    first, second = _SWATCHES[entity["kind"]]
    main = colors.get(first) or next(iter(colors.values()), _GREY)
    shown = ("id", "name", "kind", "pose", "emotion", "holds", "held_by", "inside", "open", "lit", "down", "present")
    return {
        **{key: entity[key] for key in shown},
        "on": None if entity["supported_by"] == "ground" else entity["supported_by"],
        "swatch": [main, colors.get(second) or main],
    }


def _mind(kept: Mapping[str, Any]) -> View:
    """What somebody remembers, the latest first, as far as there are words for it."""
    known = [m for m in reversed(kept["memories"]) if m["words"] is not None][:MOST_REMEMBERED]
    shown = ("how", "words", "scene", "beat")
    return {"id": kept["id"], "name": kept["name"], "memories": [{key: m[key] for key in shown} for m in known]}


def _track(graph: StoryGraph, scene: Scene, spot: tuple[int, int]) -> View:
    x, y = spot
    dots = [
        {
            "x": x + n * COLUMN,
            "direction": scene.beats[n - 1].direction if n else "",
            "stale": graph.is_stale(Cursor(graph.episode.id, scene.id, n)),
        }
        for n in range(len(scene.beats) + 1)
    ]
    length = len(scene.beats) * COLUMN
    return {"id": scene.id, "title": scene.title, "y": y, "x": x - CAP, "width": length + 2 * CAP,
            "room": length + 2 * COLUMN - 6, "dots": dots, "beats": len(scene.beats),
            "ending": scene.ending}  # fmt: skip


def _edge(graph: StoryGraph, scene: Scene, choice: Choice, spots: Mapping[str, tuple[int, int]]) -> View:
    x, y = spots[scene.id]
    to_x, to_y = spots[choice.to]
    played = scene.offers(choice)
    forked = graph.scene(choice.to).origin == (scene.id, played)
    return {"id": choice.id, "label": choice.label, "kind": "fork" if forked else "rejoin", "default": choice.default,
            "x0": x + played * COLUMN, "y0": y, "x1": to_x, "y1": to_y}  # fmt: skip


def _choice(graph: StoryGraph, scene: Scene, choice: Choice) -> View:
    return {"id": choice.id, "label": choice.label, "to": graph.scene(choice.to).title,
            "target": choice.to, "after": scene.offers(choice),
            "default": choice.default, "seconds": choice.seconds, "condition": choice.condition,
            "effects": "; ".join(choice.effects)}  # fmt: skip


def _stub(graph: StoryGraph, stub: Stub, spot: tuple[int, int]) -> View:
    """Where the story goes on outside of what is drawn: below the end of a track, or below its start."""
    x, y = spot
    length = len(graph.scene(stub.scene).beats) * COLUMN
    beat = 0 if stub.onward else len(graph.scene(stub.to).beats)
    return {"x": x + (length if stub.onward else 0), "y": y + STUB, "count": stub.count, "onward": stub.onward,
            "to": stub.to, "beat": beat, "title": graph.scene(stub.to).title}  # fmt: skip


def sources(graph: StoryGraph, here: Scene, shown: Mapping[str, Scene]) -> list[Scene]:
    """The scenes among those shown from which a choice may lead to this one: not itself, and none that it leads to."""
    return _out_of_reach(graph.network.successors, here, shown)


def targets(graph: StoryGraph, here: Scene, shown: Mapping[str, Scene]) -> list[Scene]:
    """The scenes among those shown that a choice of this one may lead to: not itself, and none that leads here."""
    return _out_of_reach(graph.network.predecessors, here, shown)


def _out_of_reach(near: Callable[[str], Iterable[str]], here: Scene, shown: Mapping[str, Scene]) -> list[Scene]:
    """The scenes shown that going to what is `near`, again and again, does not come to from here."""
    reached, coming = {here.id}, [here.id]
    while coming:
        found = set(near(coming.pop())) - reached
        reached |= found
        coming.extend(found)
    return [scene for scene in shown.values() if scene.id not in reached]
