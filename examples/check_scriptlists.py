"""Plays scriptlists act by act and counts: receipts by kind, and the camera words that were obeyed.

    python examples/check_scriptlists.py [--strips DIR] [LIST.json ...]      by default all of this folder

For every act the shot size and the camera type must be those of the state's camera, and the act's receipt must say that
the move and the cut were to be seen. `--strips` draws three frames of every act. The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from db.store import EpisodeStore
from director.acting import Performance
from director.crew import Crew
from director.directive import Directive
from director.director import Director
from director.scripts.playing import run_script
from director.scripts.scriptlist import read_scriptlist
from model.renderer.illustrator import Illustrator
from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from model.text import TextEncoder
from model.world import WorldModel
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Cursor

_WORDS = {"shotSize": ("shot", "shot_size", "Medium"), "cameraType": ("camera", "camera_type", "Static"),
          "cut": ("cut", None, "long-take")}  # fmt: skip
_SIZE = (320, 180)
_COLUMNS = 3  # acts beside each other in a strip


@dataclass(frozen=True, slots=True)
class Act:
    """An act played: what it asked of the camera, and for each of these words whether it was obeyed."""

    number: int
    content: str
    statuses: tuple[str, ...]  # of what happened, in the order of the receipt
    obeyed: Mapping[str, bool]
    reasons: tuple[str, ...]


def play(director: Director, path: Path) -> tuple[StoryGraph, list[Act]]:
    """Play a scriptlist to its end."""
    text = path.read_text("utf-8")
    graph = director.story(run_script(director, read_scriptlist(text), progress=_told))
    data = json.loads(text)
    return graph, list(_acts(director, graph, data.get("scriptList", data)["acts"]))


def _acts(director: Director, graph: StoryGraph, acts: Sequence[Mapping[str, Any]]) -> Iterator[Act]:
    for number, (act, beat) in enumerate(zip(acts, graph.root.beats, strict=True), 1):
        camera = director.state(Cursor(graph.episode.id, graph.root.id, number))["camera"]
        rows = [row for row in beat.take.receipt if row["verb"] != "camera"]
        facts = {fact["fact"]: fact["after"] for row in beat.take.receipt for fact in row["facts"]}
        obeyed = {}
        for key, (fact, field, default) in _WORDS.items():
            word = act.get(key) or default
            obeyed[f"{key}: {word}"] = bool(facts.get(f"{fact}({word})")) and (field is None or camera[field] == word)
        yield Act(number, act["content"], tuple(row["status"] for row in rows), obeyed,
                  tuple(f"{row['action']}: {row['reason']}" for row in rows if row["reason"]))  # fmt: skip


def strips(director: Director, crew: Crew, graph: StoryGraph, folder: Path, name: str) -> Iterator[Path]:
    """Three frames of every act, fifteen acts a picture."""
    cells = []
    for number, beat in enumerate(graph.root.beats, 1):
        start = director.checkpoint(Cursor(graph.episode.id, graph.root.id, number - 1))
        film = crew.film(start, Directive.from_json(beat.take.directive), seed=beat.take.seed)
        cells.append(_cell(crew, film.performance, film.shot.at, f"{number} {beat.direction}"))
    for k in range(0, len(cells), 5 * _COLUMNS):
        part = cells[k : k + 5 * _COLUMNS]
        part += [np.zeros_like(part[0])] * (-len(part) % _COLUMNS)
        rows = [np.hstack(part[i : i + _COLUMNS]) for i in range(0, len(part), _COLUMNS)]
        out = folder / f"{name}-{k + 1:02}.png"
        out.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.vstack(rows)).save(out)
        yield out


def _cell(crew: Crew, performance: Performance, at: Any, words: str) -> Any:
    duration, last = performance.duration_s, performance.steps
    frames = []
    for step in (min(2, last), last // 2, last):
        moment = performance.moments[step]
        t = step / performance.steps_per_second
        camera = at(performance.end.stage, moment, t=t, duration=duration)
        state = replace(performance.end, moment=moment).with_camera(camera)
        frames.append(crew.still(state, _SIZE))
    label = Image.new("RGB", (_SIZE[0] * 3 // 2, 14))
    ImageDraw.Draw(label).text((2, 1), words[:95], font=_font())
    shown = Image.fromarray(np.hstack(frames)).resize((_SIZE[0] * 3 // 2, _SIZE[1] // 2), Image.Resampling.LANCZOS)
    return np.vstack([np.asarray(label), np.asarray(shown)])


def _font() -> Any:
    try:
        return ImageFont.truetype("NotoSansCJK-Regular.ttc", 10)
    except OSError:
        return ImageFont.load_default(10)


def report(name: str, acts: Sequence[Act]) -> dict[str, Any]:
    """Print what went wrong act by act, and count."""
    statuses = Counter(status for act in acts for status in act.statuses)
    words = Counter(obeyed for act in acts for obeyed in act.obeyed.values())
    for act in acts:
        missed = [word for word, obeyed in act.obeyed.items() if not obeyed]
        if missed or act.reasons:
            print(f"{name} {act.number}: {act.content}\n    " + "\n    ".join((*missed, *act.reasons)))
    told = sum(bool(act.statuses or act.obeyed) for act in acts)
    return {"list": name, "acts": len(acts), "with_receipt": told, **dict(statuses),
            "camera_words": words.total(), "obeyed": words[True]}  # fmt: skip


def _told(fraction: float, text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{100 * fraction:3.0f}% {text[:90]}", end="\r", file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Play scriptlists and count what was obeyed.")
    parser.add_argument("lists", type=Path, nargs="*", default=sorted(Path(__file__).parent.glob("*.json")))
    parser.add_argument("--strips", type=Path, help="folder for three frames of every act")
    options = parser.parse_args()
    counted = []
    with tempfile.TemporaryDirectory(prefix="nacre-acts-") as folder:
        crew = Crew(WorldModel.load(), TextEncoder(), Renderer(Painter.load(), Illustrator.load()))
        director = Director(EpisodeStore.open(Path(folder)), crew, Path(folder))
        for path in options.lists:
            try:
                graph, acts = play(director, path)
            except StoryError as error:
                print(f"{path.name}: {error}", file=sys.stderr)
                return 1
            counted.append(report(path.stem, acts))
            if options.strips:
                for out in strips(director, crew, graph, options.strips, path.stem):
                    print(out)
            print(json.dumps(counted[-1]), flush=True)
        director.close()
    print(json.dumps(counted))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
