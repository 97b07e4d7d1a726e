"""How fast this machine is, measured on a world like any other: medians of what an author waits for.

Every figure comes from the same code that the studio runs, in a folder of its own. Knows nothing of what would be fast
enough.
"""

from __future__ import annotations

import hashlib
import statistics
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from director.acting import FPS
from director.crew import Crew, Film, Frame
from director.director import Director
from director.filming.video import write_clip
from director.progress import Progress
from model.settings import SETTINGS, Setting
from model.state import Action, WorldState

PROMPT = "A medieval village with a blacksmith, a knight, a well and a dragon circling overhead."
DIRECTIONS = (
    "The knight walks to the well.",
    "The blacksmith turns to face the knight.",
    'The knight says: "It is coming."',
    "The blacksmith runs away from the well.",
    "The knight kneels.",
    "Night falls.",
)
FULL = ("A medieval village with a blacksmith, a knight, a king, a queen, a merchant, a nun, three guards, two "
        "farmers, a girl, a boy, a dog, a horse and a well.")  # sixteen
ALL_SEEN = "The blacksmith walks to the well. Wide shot of everybody."
_TINY, SMALL, LARGE = (320, 180), (640, 360), (1280, 720)
_WINDOW = 8  # frames
_REPEATS = 9


def bench(crew: Crew, open_director: Callable[[Path], Director], folder: Path, progress: Progress,
          kit: Sequence[Setting] = tuple(SETTINGS.values()), *, windows: int = 5) -> dict[str, Any]:
    """Measure everything; `open_director` opens a director with this crew on a folder. The slowest of the settings in
    `kit` is looked for; a frame rate is the median of so many `windows`, and of a film at most as many seconds are
    drawn. Returns the figures."""
    progress(0.0, "First frame")
    began = time.perf_counter()
    director = open_director(folder)
    start = director.begin(PROMPT, seed=7)
    director.still(start)
    first_frame_s = time.perf_counter() - began
    cursor = start
    for k, direction in enumerate(DIRECTIONS[:3]):
        progress(0.1 + 0.1 * k, direction)
        cursor = director.direct(cursor, direction)
    state = director.checkpoint(cursor)
    film = crew.film(state, crew.read(DIRECTIONS[3], state), seed=1)
    progress(0.4, "Acting")
    reactions = sorted(_reactions(crew, state))
    full = _full(crew)
    alone, together = _steps(crew, full.performance.start)
    figures: dict[str, Any] = {
        "step_ms_p50": _ms(alone),
        "four_futures_cost": round(statistics.median(together) / statistics.median(alone), 2),
        "action_to_frame_ms_p50": round(1e3 * statistics.median(reactions), 1),
        "action_to_frame_ms_p95": round(1e3 * reactions[int(0.95 * (len(reactions) - 1) + 0.5)], 1),
        "first_frame_s": round(first_frame_s, 2),
        "checkpoint_bytes": len(state.to_bytes()),
        "replay_bit_exact": _replays(crew, state, film, windows),
    }
    progress(0.5, "Rendering")
    figures["render_fps_640x360"] = _frame_rate(crew, full, SMALL, windows)
    figures["render_fps_1280x720"] = _frame_rate(crew, full, LARGE, windows)
    progress(0.6, "Looking for the setting that is slowest to draw")
    figures["slowest_setting"], worst = _slowest(crew, full, kit)
    figures["slowest_fps_640x360"] = _frame_rate(crew, worst, SMALL, windows)
    figures["slowest_fps_1280x720"] = _frame_rate(crew, worst, LARGE, windows)
    progress(0.8, "Exporting")
    figures["export_realtime_720p"] = _export_speed(crew, film, folder / "bench.mp4", windows)
    progress(0.95, "Forking")
    figures["fork_ms_p50"] = _ms(_often(lambda: director.fork(cursor)))
    figures["rewind_ms_p50"] = _ms(_often(lambda: director.state(director.rewind(cursor, 1))))
    director.close()
    return figures


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _often(work: Callable[[], object]) -> list[float]:
    return [_timed(work) for _ in range(_REPEATS)]


def _ms(seconds: list[float]) -> float:
    return round(1e3 * statistics.median(seconds), 2)


def _steps(crew: Crew, state: WorldState) -> tuple[list[float], list[float]]:
    """Seconds for a step of one future, and of four side by side, taken in turns, in the middle of something."""
    alone, together = [], []
    first, *_, last = state.stage.entities
    state = crew.world.step(state, [Action("walk", first.id, last.id), Action("wave", first.id)])
    futures = [replace(state, seed=seed) for seed in range(4)]
    for _ in range(4 * _REPEATS):
        began = time.perf_counter()
        state = crew.world.step(state)
        between = time.perf_counter()
        futures = [future for future, _ in crew.world.step_many(futures, [()] * 4)]
        together.append(time.perf_counter() - between)
        alone.append(between - began)
    return alone, together


def _reactions(crew: Crew, state: WorldState) -> Iterator[float]:
    """Seconds from words to the first frame that their acting moves, for several directions, none read before."""
    crew.still(state, SMALL)
    for direction in DIRECTIONS[3:]:
        for who in ("", "Now ", "Then "):
            began = time.perf_counter()
            directive = crew.read(f"{who}{direction}", state)
            crew.still(crew.world.step(state, directive.actions), SMALL)
            yield time.perf_counter() - began


def _full(crew: Crew) -> Film:
    """Sixteen on stage, all of them in the picture, and somebody doing something."""
    _, state = crew.begin(FULL, seed=7, aspect="16:9", style="vinyl")
    return crew.film(state, crew.read(ALL_SEEN, state), seed=1)


def _slowest(crew: Crew, film: Film, kit: Sequence[Setting]) -> tuple[str, Film]:
    """The setting in which a film takes longest to draw, and the film there: the same acting before another set."""
    films = {}
    for setting in kit:
        stage = replace(film.end.stage, setting=setting.name, indoor=setting.indoor)
        films[setting.name] = replace(film, end=replace(film.end, stage=stage))
    name = min(films, key=lambda name: _frame_rate(crew, films[name], _TINY, 1))
    return name, films[name]


def _frame_rate(crew: Crew, film: Film, size: tuple[int, int], windows: int) -> float:
    """Frames a second of a clip that is being rendered, of the median of windows of a few frames: frames are drawn
    side by side, so that one may follow the last at once. The first ones prepare the set."""
    frames = crew.frames(film, size)
    for _ in range(_WINDOW // 2):
        next(frames)
    count = min(windows, film.frame_count // _WINDOW - 1)
    times = [_timed(lambda: deque(islice(frames, _WINDOW), maxlen=0)) for _ in range(count)]
    return round(_WINDOW / statistics.median(times), 1)


def _export_speed(crew: Crew, film: Film, path: Path, longest_s: int) -> float:
    """Seconds of film at 720p, drawn and encoded, for each second it takes."""
    count = min(film.frame_count, longest_s * FPS)
    took = _timed(lambda: write_clip(islice(crew.frames(film, LARGE), count), path, size=LARGE))
    return round(count / FPS / took, 2)


def _replays(crew: Crew, state: WorldState, film: Film, longest_s: int) -> bool:
    """Whether the same beat acted again from the saved bytes ends in the same bytes and gives the same frames."""
    start = WorldState.from_bytes(state.to_bytes())
    again = crew.film(start, film.performance.directive, seed=film.performance.start.seed)
    if again.end.to_bytes() != film.end.to_bytes():
        return False
    one, other = (_digest(islice(crew.frames(f, (160, 90)), longest_s * FPS)) for f in (film, again))
    return one == other


def _digest(frames: Iterator[Frame]) -> str:
    digest = hashlib.sha256()
    for frame in frames:
        digest.update(frame.tobytes())
    return digest.hexdigest()
