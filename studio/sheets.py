"""What is laid over the page, as plain JSON-able data: two things side by side, what differs where a choice rejoins a
scene, what is to be mended, the jobs, scenes found by their titles, the cast, and what everybody remembers.

Pure functions, as in `studio.views`: they read nothing, draw nothing and know no Gradio.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from db.jobs import Job
from director.casting.recasting import LOOKS, WORDS, Part
from director.checking import way_titles
from director.comparing import Comparison
from director.continuity.reconciling import Mismatch
from storygraph.findings import Finding
from storygraph.graph import StoryGraph
from storygraph.story import Scene
from studio.views import View, sources, targets

__all__ = [
    "MOST_FOUND", "MOST_REMEMBERED", "cast", "comparison", "findings", "jobs", "minds", "rejoining", "scenes_found",
    "watched",
]  # fmt: skip

MOST_TOLD = 200  # findings: who has more to mend begins with these
MOST_JOBS = 50
MOST_FOUND = 50  # scenes that a search shows
MOST_REMEMBERED = 40  # memories of one character
_LAST = ("missing-clip",)  # an export makes them by itself

Download = Callable[[Job], tuple[str, str] | None]  # address and name of what a job made


def comparison(found: Comparison, stills: tuple[str | None, str | None]) -> View:
    """Two takes or branches side by side."""
    sides = [
        {
            "title": side.title,
            "still": still,
            "directions": list(side.directions),
            "seconds": round(side.duration_s, 1),
            "done": side.done,
            "asked": side.asked,
        }
        for side, still in zip((found.one, found.other), stills, strict=True)
    ]
    differences = _differences(found.differences)
    return {"kind": "compare", "together": found.together, "sides": sides, "differences": differences}


def rejoining(found: Sequence[Mismatch], offer: Mapping[str, Any], stills: tuple[str | None, str | None]) -> View:
    """What differs where a choice leads to a scene that is there already, to be picked from; `offer` is the choice."""
    return {"kind": "rejoin", "offer": dict(offer), "stills": list(stills), "differences": _differences(found)}


def findings(graph: StoryGraph, found: Sequence[Finding]) -> View:
    """What is to be mended before the story is shown, the first `MOST_TOLD` of it: where it is, how to mend it, and a
    way an audience gets there."""
    ordered = sorted(found, key=lambda finding: finding.code in _LAST)
    told = [_finding(graph, finding) for finding in ordered[:MOST_TOLD]]
    return {"kind": "check", "found": told, "count": len(found)}


def jobs(graph: StoryGraph, known: Iterable[Job], download: Download, *, again: bool = False) -> View:
    """The long work on a story, the newest first; `again` when it is only looked at anew."""
    mine = [job for job in known if job.episode == graph.episode.id]
    rows = [_job(graph, job, download(job)) for job in mine[:MOST_JOBS]]
    return {"kind": "jobs", "jobs": rows, "again": again}


def watched(job: Job) -> View:
    """A job that somebody keeps an eye on."""
    return {"job": job.id, "format": job.about.get("format"), "open": job.is_open, "state": job.state,
            "fraction": job.fraction}  # fmt: skip


def scenes_found(graph: StoryGraph, here: Scene, words: str, purpose: str) -> View:
    """The scenes whose titles hold all the words: those to `go` to, to `compare` with this one, to which a choice of
    this one may `link`, or to which one that leads here may `move`."""
    asked = words.casefold().split()
    titled = {
        scene.id: scene
        for scene in graph.scenes.values()
        if scene is not here and all(word in scene.title.casefold() for word in asked)
    }
    within = {"link": targets, "move": sources}.get(purpose)
    fit = list(titled) if within is None else within(graph, here.id, titled)
    found = [titled[scene_id] for scene_id in fit[:MOST_FOUND]]
    shown = [{"id": scene.id, "title": scene.title, "beats": len(scene.beats)} for scene in found]
    return {"kind": "find", "purpose": purpose, "found": shown, "count": len(fit), "again": bool(words)}


def minds(remembered: Sequence[Mapping[str, Any]]) -> View:
    """What everybody remembers, who remembers anything."""
    return {"kind": "minds", "minds": [mind for kept in remembered if (mind := _mind(kept))["memories"]]}


def cast(there: Sequence[Part], state: Mapping[str, Any], reach: float, *, acted: bool) -> View:
    """The cast that the story starts with, to be changed. `state` is the JSON of that moment, `reach` how far the stage
    goes from its middle in metres; `acted` tells that something is acted from it already."""
    return {
        "parts": [asdict(part) for part in there],
        "kinds": [entity["kind"] for entity in state["entities"]],
        "looks": LOOKS,
        "emotions": WORDS["emotion"],
        "times": WORDS["time"],
        "weathers": WORDS["weather"],
        "time": state["time_of_day"],
        "weather": state["weather"],
        "reach": reach,
        "acted": acted,
    }


def _differences(found: Sequence[Mismatch]) -> list[View]:
    return [asdict(mismatch) for mismatch in found]


def _finding(graph: StoryGraph, finding: Finding) -> View:
    scene = graph.scene(finding.scene)
    first, left_out, last = way_titles(graph, finding.path)
    label = next((choice.label for choice in scene.choices if choice.id == finding.choice), "")
    return {
        "code": finding.code,
        "message": finding.message,
        "scene": scene.id,
        "title": scene.title,
        "beat": finding.beat,
        "label": label,
        "variable": finding.variable,
        "way": [first, left_out, last],
    }


def _mind(kept: Mapping[str, Any]) -> View:
    """What somebody remembers, the latest first, as far as there are words for it."""
    known = [m for m in reversed(kept["memories"]) if m["words"] is not None][:MOST_REMEMBERED]
    shown = ("how", "words", "scene", "beat")
    return {"id": kept["id"], "name": kept["name"], "memories": [{key: m[key] for key in shown} for m in known]}


def _job(graph: StoryGraph, job: Job, made: tuple[str, str] | None) -> View:
    scene = graph.scenes.get(str(job.about.get("scene"))) or graph.trashed.get(str(job.about.get("scene")))
    address, name = made or (None, None)
    return {
        "id": job.id,
        "kind": job.kind,
        "state": job.state,
        "open": job.is_open,
        "fraction": job.fraction,
        "news": job.news if job.is_open else "",
        "error": job.error,
        "created": job.created,
        "format": job.about.get("format"),
        "title": None if scene is None else scene.title,
        "beat": job.about.get("beat"),
        "download": address,
        "name": name,
    }
