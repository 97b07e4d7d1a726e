"""How worlds look at their first moment: whether many people in one have room, how large and how well everybody is
seen, and a contact sheet to look at.

    python -m director.evaluate_casting --crowds 100
    python -m director.evaluate_casting --frames eval/prompts.jsonl
    python -m director.evaluate_casting --sheet DIR eval/prompts.jsonl

Crowds are worlds of five to eight people in every kind of grouping. Of each: the smallest gap between two bodies that
stand, sit or lie somewhere, how many bodies are within another, and how many faces the first camera does not see. The
figures are the last line, in JSON. Frames are the first of each case: how high the largest figure in it is, what share
of the faces is not seen, and of people and creatures how many another covers or the frame cuts. A sheet is some PNG
files of first frames, each with its id. Judges no words: whether a prompt is understood, `nacre eval` says.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import cv2
import numpy as np

from director.crew import Crew
from director.director import Director
from director.evaluation import load_cases
from model.geometry import box_gap
from model.renderer.renderer import Renderer
from model.state import WorldState
from model.text import TextEncoder
from model.world import WorldModel

# What crowds do, and where; {n} is how many people there are, less those who are named.
_CROWDS = (
    ("{n} soldiers huddle around a campfire in a snow field. Their sergeant keeps watch.", 1),
    ("A queen in her throne room with {n} guards.", 1),
    ("{n} students sit in a classroom; a teacher writes on the blackboard.", 1),
    ("In a cafe {n} friends sit at a table.", 0),
    ("{n} guests dance around the bride in a wedding hall.", 1),
    ("{n} reporters crowd around the mayor outside the hospital.", 1),
    ("{n} villagers stand around a coffin in a graveyard.", 0),
    ("A street at night: a singer plays the guitar in front of {n} tourists.", 1),
    ("{n} pirates surround the captain on the deck of a ship.", 1),
    ("A boardroom with a boss and {n} employees at the conference table.", 1),
    ("庭院里，{n}个宫女围着皇后。", 1),
    ("村口老槐树下，{n}个孩子围着一个说书人。", 1),
    ("年夜饭，一家{n}口人围坐在圆桌旁。", 0),
    ("{n}个劫匪站在银行柜台前，经理跪在地上。", 1),
    ("A kitchen where a chef shouts at {n} cooks.", 1),
    ("{n} people wait on a bench at a station.", 0),
    ("A king on his throne, {n} knights kneel before him.", 1),
    ("A spaceship: {n} astronauts beside a machine.", 0),
    ("{n} children play with a ball in a park.", 0),
    ("A farmer, his wife and {n} children next to a cart on a farm.", 2),
)  # fmt: skip
_HIDDEN = 0.35  # of a face, from which on it is not seen
_AWAY = math.radians(115.0)  # from the lens, from which on nothing is left of it
_SMALL = 0.3  # of the picture's height, up to which a figure is small in it
_COVERED = 0.5  # of a figure, from which on another covers it
_CUT = 0.01  # of the picture, by which a figure may reach beyond it


@dataclass(frozen=True, slots=True)
class Crowd:
    """`gap`: m between the two bodies that are nearest, below 0 as deep as one is in the other; `within`: pairs of
    bodies of which that is so; `unseen`: faces out of the picture or behind somebody."""

    prompt: str
    people: int
    gap: float
    within: int
    unseen: int


def crowd_prompts(count: int) -> Iterator[str]:
    """Worlds of five to eight people, `count` of them."""
    for k in range(count):
        pattern, others = _CROWDS[k % len(_CROWDS)]
        people = 5 + (k // len(_CROWDS) + k) % 4
        yield pattern.format(n=people - others)


def crowd(crew: Crew, prompt: str, seed: int) -> Crowd:
    """The world of the prompt, measured. Raises StoryError as `Crew.begin` does."""
    _, state = crew.begin(prompt, seed=seed, aspect="16:9")
    people = [i for i, e in enumerate(state.stage.entities) if e.kind == "person"]
    gaps = [gap_between(state, i, j) for i, j in combinations(people, 2)]
    return Crowd(prompt, len(people), min(gaps, default=0.0), sum(g < 0.0 for g in gaps), len(_unseen(crew, state)))


def gap_between(state: WorldState, i: int, j: int) -> float:
    """m between the bodies of two people, below 0 where one is within the other: of those who lie, as long as they
    are."""
    sizes = [_footprint(state, k) for k in (i, j)]
    at = state.moment.position
    gap = box_gap(at[i], sizes[0], at[j], sizes[1])
    if gap > 0.0 or abs(float(at[i, 1] - at[j, 1])) > 1.2:
        return max(gap, 0.01)
    into = [abs(float(at[i, axis] - at[j, axis])) - (sizes[0][axis] + sizes[1][axis]) / 2 for axis in (0, 2)]
    return max(into)


def _footprint(state: WorldState, i: int) -> tuple[float, float, float]:
    width, height, depth = state.stage.entities[i].size
    if state.moment.pose_name(i) != "lie":
        return width, height, depth
    along = abs(float(np.cos(state.moment.heading[i])))
    return (width, depth, height) if along > 0.7 else (height, depth, width)


def _unseen(crew: Crew, state: WorldState) -> list[str]:
    """Names of those whose face is out of the picture, turned away from it or mostly behind somebody nearer."""
    told = [e for e in crew.describe(state)["entities"] if e["kind"] == "person"]
    eye = state.camera.position
    hidden = []
    for entity in told:
        face = entity["face_box"]
        nearer = [o["screen_box"] for o in told if o is not entity and o["screen_box"]
                  and np.hypot(*np.subtract(o["position"], eye)[[0, 2]])
                  < np.hypot(*np.subtract(entity["position"], eye)[[0, 2]])]  # fmt: skip
        x, _, z = np.subtract(eye, entity["position"])
        off = abs(math.remainder(math.atan2(x, z) - math.radians(entity["heading_deg"]), math.tau))
        if face is None or off > _AWAY or any(_covered(face, box) > _HIDDEN for box in nearer):
            hidden.append(str(entity["name"]))
    return hidden


def _covered(face: Sequence[float], box: Sequence[float]) -> float:
    """The share of a box that another covers."""
    wide, high = (max(0.0, min(face[k + 2], box[k + 2]) - max(face[k], box[k])) for k in (0, 1))
    return wide * high / max((face[2] - face[0]) * (face[3] - face[1]), 1e-9)


def figures(crowds: Sequence[Crowd]) -> dict[str, float]:
    """All of them in a few numbers."""
    gaps, people = [c.gap for c in crowds], sum(c.people for c in crowds)
    return {
        "worlds": len(crowds),
        "people": people,
        "smallest_gap_m": round(min(gaps), 3),
        "mean_of_smallest_m": round(float(np.mean(gaps)), 3),
        "worlds_with_bodies_within": sum(c.within > 0 for c in crowds),
        "faces_unseen": round(sum(c.unseen for c in crowds) / people, 3),
    }


@dataclass(frozen=True, slots=True)
class FirstFrame:
    """`figures` are the heights of all who are in the picture, as shares of it; `faces` of people, and how many of them
    are `unseen`. `covered` are the names of those of whom another covers more than half, `cut` of those whom the frame
    cuts or does not show, of so many `players`."""

    case: str
    figures: tuple[float, ...]
    faces: int
    unseen: int
    players: int = 0
    covered: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()


def first_frame(crew: Crew, case: str, prompt: str, seed: int) -> FirstFrame:
    """The first frame of a prompt, measured. Raises StoryError as `Crew.begin` does."""
    _, state = crew.begin(prompt, seed=seed, aspect="16:9")
    told = [e for e in crew.describe(state)["entities"] if e["kind"] != "prop"]
    boxes = [e["screen_box"] for e in told if e["screen_box"]]
    people = sum(e["kind"] == "person" for e in told)
    cut = tuple(str(e["name"]) for e in told if e["present"] and _is_cut(e["screen_box"]))
    return FirstFrame(case, tuple(box[3] - box[1] for box in boxes), people, len(_unseen(crew, state)), len(told),
                      tuple(_covered_figures(state)), cut)  # fmt: skip


def _is_cut(box: Sequence[float] | None) -> bool:
    return box is None or min(box[0], box[1], 1.0 - box[2], 1.0 - box[3]) < -_CUT


def _covered_figures(state: WorldState) -> Iterator[str]:
    """Names of people and creatures of whom another of them covers more than half."""
    renderer, stage, moment = Renderer(threads=1), state.stage, state.moment
    here = [i for i, e in enumerate(stage.entities) if e.kind != "prop" and moment.present[i] > 0.5]

    def pixels(rows: Sequence[int]) -> dict[int, int]:
        present = np.zeros_like(moment.present)
        present[rows] = 1.0
        seen, _ = renderer.gbuffer(stage, replace(moment, present=present), state.camera, (320, 180))
        return {i: int((seen.entity == i).sum()) for i in rows}

    together = pixels(here) if len(here) > 1 else {}
    for i, seen in together.items():
        if seen < (1.0 - _COVERED) * pixels([i])[i]:
            yield stage.entities[i].name


def in_frames(frames: Sequence[FirstFrame]) -> dict[str, float]:
    """All of them in a few numbers."""
    peopled = [f for f in frames if f.figures]
    largest = [max(f.figures) for f in peopled]
    return {
        "worlds": len(frames),
        "largest_figure": round(float(np.median(largest)), 3),
        "median_figure": round(float(np.median([h for f in peopled for h in f.figures])), 3),
        "worlds_of_small_figures": sum(h < _SMALL for h in largest),
        "faces_unseen": round(sum(f.unseen for f in frames) / max(1, sum(f.faces for f in frames)), 3),
        "players": sum(f.players for f in frames),
        "covered": sum(len(f.covered) for f in frames),
        "cut": sum(len(f.cut) for f in frames),
    }


def contact_sheet(cases: Path, folder: Path, *, columns: int = 4, rows: int = 6) -> list[Path]:
    """Draw the first frame of every case of a file; the PNG files, each of so many. Raises StoryError for a file that
    holds no cases, or a prompt that is refused."""
    folder.mkdir(parents=True, exist_ok=True)
    frames = []
    with tempfile.TemporaryDirectory() as home:
        director = Director.open(Path(home))
        for case in load_cases(cases):
            frame = cv2.resize(director.still(director.begin(case.world, seed=case.seed)), (400, 225))
            cv2.putText(frame, case.id, (6, 218), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (255, 255, 255), 1, cv2.LINE_AA)
            frames.append(frame)
    files = []
    for at in range(0, len(frames), columns * rows):
        part = frames[at : at + columns * rows]
        part += [np.zeros_like(part[0])] * (-len(part) % columns)
        sheet = np.vstack([np.hstack(part[k : k + columns]) for k in range(0, len(part), columns)])
        files.append(folder / f"sheet_{at // (columns * rows) + 1}.png")
        cv2.imwrite(str(files[-1]), sheet[..., ::-1])
    return files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crowds", type=int, metavar="N", help="measure so many worlds of five to eight people")
    parser.add_argument("--frames", action="store_true", help="measure the first frames of CASES")
    parser.add_argument("--sheet", type=Path, metavar="DIR", help="draw the first frames of CASES into a folder")
    parser.add_argument("cases", type=Path, nargs="?", default=Path("eval/prompts.jsonl"))
    args = parser.parse_args()
    if args.sheet:
        for file in contact_sheet(args.cases, args.sheet):
            print(file)
    crew = Crew(WorldModel.load(), TextEncoder(), Renderer(threads=1)) if args.crowds or args.frames else None
    if args.frames and crew is not None:
        frames = [first_frame(crew, case.id, case.world, case.seed) for case in load_cases(args.cases)]
        for f in sorted(frames, key=lambda f: max(f.figures, default=0.0)):
            print(f"{f.case}: figures {' '.join(f'{h:.2f}' for h in f.figures)}, {f.unseen} of {f.faces} faces unseen"
                  f", covered: {', '.join(f.covered)}; cut: {', '.join(f.cut)}")
        print(json.dumps(in_frames(frames)))
    if args.crowds and crew is not None:
        crowds = [crowd(crew, prompt, seed) for seed, prompt in enumerate(crowd_prompts(args.crowds))]
        for c in crowds:
            if c.within or c.unseen:
                print(f"{c.people} people, gap {c.gap:.2f} m, {c.within} within, {c.unseen} unseen: {c.prompt}")
        print(json.dumps(figures(crowds)))


if __name__ == "__main__":
    main()
