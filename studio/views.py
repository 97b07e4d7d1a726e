"""What each panel shows, as plain JSON-able data, from a story graph, a cursor and a state.

Pure functions: they read nothing, draw nothing and know no Gradio. `Shots` is how they ask where a picture or a clip
can be fetched. Words are the author's or the model's; the panels translate and lay out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Protocol

from director.suggestions import Suggestion
from director.suggestions.density import EVENT_STYLES, LAYOUTS, NARRATIVES
from director.texts import brief
from storygraph.changes import Change
from storygraph.expressions import literal_text
from storygraph.graph import StoryGraph
from storygraph.neighbourhood import Stub, leading_to, led_to, neighbourhood
from storygraph.reshaping import outdated
from storygraph.story import Beat, Choice, Cursor, Episode, Outline, Scene

View = dict[str, Any]

COLUMN, ROW = 46, 66  # px between two beats of a scene, and between two rows of the story graph
LEFT, TOP, RIGHT, BOTTOM = 34, 52, 90, 34  # px around the graph; the title of the last scene needs the right
MOST_DRAWN = 100  # scenes: more at once neither an eye nor a browser takes in
STUB = 22  # px below a track at which a stub is
LONGEST_HINT = 120  # characters of a direction that are told of a beat in the graph
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
    """The clip of the beat before the cursor, and all clips of the scene up to it for playing it through; and how much
    is stale after it, as far as the story is drawn: `beyond` tells that it goes on."""
    scene, part = graph.scene_at(cursor), neighbourhood(graph, cursor.scene, MOST_DRAWN)
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
        "stale": len(outdated(graph, cursor, within=part.graph.scenes)),
        "beyond": len(part.graph.scenes) < len(graph.scenes),
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
    """`accepted` is the direction that has just been acted out: its words may leave the box."""
    view: View = {"receipt": receipt(graph, cursor), "place": address(cursor)}
    if accepted is not None:
        view["accepted"] = {"direction": accepted, "token": f"{graph.episode.id}:{graph.episode.version}"}
    return view


def ideas(episode: Episode, offered: Sequence[Suggestion] | None, *, turn: int = 0) -> View:
    """What could happen next, None while that is still being tried out; and the settings of how much happens by itself,
    with the words each may have. `turn` counts how often the author has asked for other ideas."""
    shown = None if offered is None else [
        {"direction": s.direction, "outcome": s.outcome, "kind": s.kind} for s in offered
    ]
    density = {name: getattr(episode, name) for name in _SETTINGS}
    return {"suggestions": shown, "turn": turn, "density": density, "words": _SETTINGS}


_SETTINGS = {"narrative": NARRATIVES, "event_style": EVENT_STYLES, "layout": LAYOUTS}


def world(state: Mapping[str, Any], *, notes: Sequence[str] = (), prompt: str | None = None) -> View:
    """The world at the cursor, from its state JSON; `notes` tell how it was cast, and `prompt` is the sentence it can
    be made anew from."""
    hour = float(state["hour"])
    return {
        "setting": state["setting"],
        "time": state["time_of_day"],
        "hour": f"{int(hour):02d}:{int(hour % 1 * 60):02d}",
        "weather": state["weather"],
        "cast": [_member(entity) for entity in state["entities"]],
        "notes": list(notes),
        "prompt": prompt,
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
        "column": COLUMN,
        "title": here.title,
        "ending": here.ending,
        "width": max(LEFT + (place.x + place.length) * COLUMN for place in places.values()) + RIGHT,
        "height": max(y for _, y in spots.values()) + BOTTOM,
        "scenes": [_track(graph, scene, spots[scene.id]) for scene in shown.values()],
        "edges": [_edge(graph, scene, choice, spots) for scene in shown.values() for choice in scene.choices],
        "stubs": [_stub(graph, stub, spots[stub.scene]) for stub in part.stubs],
        "choices": [_choice(graph, here, choice) for choice in here.choices],
        "whole": len(shown) == len(graph.scenes),
        "targets": targets(graph, here.id, shown),
        "sources": sources(graph, here.id, shown),
        "leading": [
            {"id": choice.id, "scene": name, "label": choice.label, "title": graph.scene(name).title}
            for name in graph.entries.get(here.id, ())[:MOST_DRAWN]
            for choice in graph.scene(name).choices
            if choice.to == here.id
        ],
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


def _track(graph: StoryGraph, scene: Scene, spot: tuple[int, int]) -> View:
    """A scene from its first point on: there is one for its start and one after each beat; `stale` is the first of them
    that is."""
    x, y = spot
    return {"id": scene.id, "title": scene.title, "x": x, "y": y, "ending": scene.ending,
            "beats": [brief(beat.direction, LONGEST_HINT) for beat in scene.beats],
            "stale": graph.stale_since(scene.id)}  # fmt: skip


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


def sources(graph: StoryGraph, here: str, among: Collection[str]) -> list[str]:
    """The scenes among some from which a choice may lead to this one: not itself, and none that it leads to."""
    ahead = led_to(graph, here, among)
    return [scene_id for scene_id in among if scene_id not in ahead]


def targets(graph: StoryGraph, here: str, among: Collection[str]) -> list[str]:
    """The scenes among some that a choice of this one may lead to: not itself, and none that leads here."""
    behind = leading_to(graph, here, among)
    return [scene_id for scene_id in among if scene_id not in behind]
