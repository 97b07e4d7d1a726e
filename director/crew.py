"""The crew of a film: reads directions, has the world act them out, chooses shots and draws.

Everything here is a function of its arguments: states in, films out. Knows nothing of episodes, of takes that are kept
or of where anything is saved (see `director.director`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property, lru_cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from director.acting import FPS, Performance, act, act_each, act_many
from director.casting import LONGEST_PROMPT, Casting, cast
from director.directive import CameraOrder, Directive
from director.filming.camera import compose
from director.filming.camerawork import judge_camera
from director.filming.shots import Shot, choose_shot
from director.filming.slate import checked_direction, read_slate
from director.planning.modelplanner import ModelPlanner
from director.planning.planner import NOTHING_BEFORE, Context, Planner, ReadingPlanner
from director.progress import Progress
from director.receipts import Row, judge
from director.speech.lines import with_lines
from director.speech.scriptwriter import ModelWriter, ScriptWriter
from director.statejson import Shown, Spoken, state_json
from director.texts import checked
from director.tongues import check_language
from director.understanding import Reader
from model.language import LanguageModel
from model.layout import first_moment
from model.moment import HOURS, Moment
from model.renderer.passes import Passes
from model.renderer.renderer import Renderer
from model.stage import Stage
from model.state import WorldState
from model.text import TextEncoder
from model.world import WorldModel
from storygraph.errors import StoryError

Frame = npt.NDArray[np.uint8]  # (H, W, 3) RGB

SIZES = {"16:9": (640, 360), "9:16": (360, 640), "1:1": (480, 480)}  # width, height of frames by aspect


@dataclass(frozen=True, slots=True)
class Film:
    """A beat acted and framed. `end` is its checkpoint: the last state, with the camera where the shot ended. `shot_s`
    is how long the shot was made for: longer than the beat where a fork left that in the middle."""

    performance: Performance
    shot: Shot
    end: WorldState
    shot_s: float

    @property
    def frame_count(self) -> int:
        return round(self.performance.duration_s * FPS)


def _filmed(performance: Performance, shot: Shot, shot_s: float) -> Film:
    """The performance in a shot that is made for so many seconds."""
    last = shot.at(performance.end.stage, performance.moments[-1], t=performance.duration_s, duration=shot_s)
    return Film(performance, shot, performance.end.with_camera(last), shot_s)


def receipt_of(film: Film) -> tuple[Row, ...]:
    """What really happened in a film: a row for each action and refusal, then one for the camera's orders."""
    camera = judge_camera(film.performance, film.shot, film.shot_s)
    return (*judge(film.performance), *([] if camera is None else [camera]))


def _share(progress: Progress | None, before: int, many: int, of: int) -> Progress | None:
    """The progress of so many of the pieces of work, when others have been done before."""
    return None if progress is None else lambda fraction, text: progress((before + fraction * many) / of, text)


def _joined(slate: CameraOrder, read: CameraOrder | None) -> CameraOrder:
    """What the slate says, and for the rest what was read."""
    said = {name: value for name, value in asdict(slate).items() if value}
    return replace(read or CameraOrder(), **said)


def language_in(folder: Path) -> LanguageModel:
    """The author's language model in a folder. Raises StoryError when there is none that can be used."""
    try:
        return LanguageModel.load(folder)
    except ValueError as error:
        raise StoryError(f"{error}: name a folder with a causal language model that transformers can load.") from error


def crew_with(
    world: WorldModel, text: TextEncoder, renderer: Renderer, talker: LanguageModel | None, *, plans: bool = False
) -> Crew:
    """A crew whose lines are written by a language model, if there is one, and whose directions are with `plans` read
    by it, too."""
    if talker is None:
        return Crew(world, text, renderer)
    planner = partial(ModelPlanner, talker) if plans else None
    return Crew(world, text, renderer, planner=planner, writer=ModelWriter(talker, text.encode))


class Crew:
    """The world model and all that works with it. Safe to share between threads."""

    def __init__(
        self,
        world: WorldModel,
        text: TextEncoder,
        renderer: Renderer,
        *,
        planner: Callable[[Planner], Planner] | None = None,
        writer: ScriptWriter | None = None,
    ) -> None:
        """`planner` may put another planner before the one that reads, which it is given to fall back on; `writer`
        writes lines before patterns do."""
        self.world = world
        self._text = text
        self._writer = writer
        self._preferred = planner
        self._renderer = renderer
        self._cast = lru_cache(maxsize=32)(cast)
        self._reading = threading.Lock()  # the text encoder and the renderer remember what they did last
        self._drawing = threading.Lock()

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._text)

    @cached_property
    def _planner(self) -> Planner:
        reading = ReadingPlanner(self._reader)
        return reading if self._preferred is None else self._preferred(reading)

    # Beginning

    def begin(self, prompt: str, *, seed: int, aspect: str, style: str | None = None, hour: float | None = None
              ) -> tuple[Casting, WorldState]:
        """The world of a prompt at its first moment, seen whole. `hour` is the light of a picture prompt, used unless
        the prompt speaks of the time itself. Raises StoryError for a prompt the stage can do nothing with."""
        prompt = checked(prompt, "The prompt", LONGEST_PROMPT)
        check_language(prompt)
        casting = self.cast(prompt, seed=seed, aspect=aspect, style=style)
        if hour is not None and 9.0 <= casting.hour <= HOURS["day"] + 3.0:
            casting = replace(casting, hour=hour)
        moment = first_moment(casting.stage, casting.relations, seed=seed, hour=casting.hour, weather=casting.weather,
                              emotions=casting.emotions)  # fmt: skip
        camera = compose(casting.stage, moment, shot_size="Wide", camera_type="Static", subject=None, aspect=aspect,
                         seed=seed, previous=None)  # fmt: skip
        state = self.world.begin(casting.stage, moment, seed=seed, camera=camera)
        return casting, self.world.step(state, casting.actions) if casting.actions else state

    def restage(self, state: WorldState, stage: Stage, moment: Moment) -> WorldState:
        """The first state of a world begun otherwise than `state` began, seen whole; what was going on goes on."""
        camera = compose(stage, moment, shot_size="Wide", camera_type="Static", subject=None, aspect=stage.aspect,
                         seed=stage.seed, previous=None)  # fmt: skip
        begun = self.world.begin(stage, replace(moment, time_s=0.0), seed=state.seed, camera=camera)
        here = {None, *(entity.id for entity in stage.entities)}
        tasks = [task.action for task in state.tasks if task.done is None]
        going = [action for action in tasks if {action.actor, action.target, action.object} <= here]
        return self.world.step(begun, going) if going else begun

    def cast(self, prompt: str, *, seed: int, aspect: str, style: str | None = None) -> Casting:
        """Who and what the prompt brings on stage, not begun yet; the last few are remembered. Raises StoryError as
        `begin` does."""
        with self._reading:
            return self._cast(prompt, seed=seed, text=self._text, aspect=aspect, style=style)

    def resume(self, state: WorldState) -> WorldState:
        """A state this model can go on from: as it is, or begun anew from what can be seen of it when another model
        made it."""
        if state.weights_sha256 == self.world.weights_sha256:
            return state
        return self.world.begin(state.stage, state.moment, seed=state.seed, camera=state.camera)

    # Directing

    def read(self, direction: str, state: WorldState, context: Context = NOTHING_BEFORE) -> Directive:
        """The direction as understood at this state, with a line for everybody who is asked to speak. Pronouns and
        lines may reach back to what came before. Raises StoryError when nothing of it can be done."""
        direction = checked_direction(direction)
        order, rest = read_slate(direction)
        if order is not None and not rest:
            return Directive(direction, camera=order)
        try:
            check_language(rest, [entity.name for entity in state.stage.entities])
            with self._reading:
                planned = self._planner.plan(rest, state, context)
                directive = with_lines(planned, state, context, self._text.encode, self._writer)
        except StoryError as error:
            if order is None:
                raise
            directive = Directive(rest, refusals=(str(error),))  # what the slate orders is filmed all the same
        if order is not None:
            order = _joined(order, directive.camera)
            if not (directive.actions or order.subject or order.company):  # a shot of what the words speak of
                spoken_of = self._reader.mentioned(rest, state.stage, state.moment)
                order = replace(order, subject=next(iter(spoken_of), None))
            directive = replace(directive, text=direction, camera=order)
        if directive.refusals and not (directive.actions or directive.camera):
            raise StoryError(" ".join(directive.refusals))
        return directive

    def film(self, start: WorldState, directive: Directive, *, seed: int, progress: Progress | None = None) -> Film:
        """The directive acted out from `start` and framed; the same arguments give the same film, to the bit."""
        whole = replace(directive, steps=None)
        film = self._framed(act(self.world, start, whole, seed=seed, progress=progress), seed)
        return film if directive.steps is None else self.cut(film, start, directive.steps, seed=seed)

    def cut(self, film: Film, start: WorldState, steps: int, *, seed: int) -> Film:
        """The first world steps of a film that was acted from `start` with that seed, to the bit: the same shot, and
        what is under way is still under way at its end. All of it when it has no more."""
        if steps >= film.performance.steps:
            return film
        directive = replace(film.performance.directive, steps=steps)
        performance = act(self.world, start, directive, seed=seed)
        return _filmed(performance, film.shot, film.shot_s)

    def films(
        self, start: WorldState, directive: Directive, *, seeds: Sequence[int], progress: Progress | None = None
    ) -> Iterator[tuple[int, Film]]:
        """A film for each of `seeds`, acted side by side: (which of them, the film) as each is finished. Each is what
        `film` makes of its seed; of those that are cut each is made by itself."""
        if directive.steps is not None:
            for take, seed in enumerate(seeds):
                told = _share(progress, take, 1, len(seeds))
                yield take, self.film(start, directive, seed=seed, progress=told)
            return
        for take, performance in act_many(self.world, start, directive, seeds=seeds, progress=progress):
            yield take, self._framed(performance, seeds[take])

    def rehearse(
        self, start: WorldState, directives: Sequence[Directive], *, seeds: Sequence[int],
        progress: Progress | None = None,
    ) -> list[tuple[Row, ...]]:  # fmt: skip
        """The receipt of each directive, acted out from `start` with its own seed: that of the film that `film` would
        make of it. Those that bring on equally many are acted side by side, and only ordered shots are framed."""
        receipts: dict[int, tuple[Row, ...]] = {}
        for newcomers in sorted({len(directive.entrances) for directive in directives}):
            rows = [k for k, directive in enumerate(directives) if len(directive.entrances) == newcomers]
            chosen, chances = [directives[k] for k in rows], [seeds[k] for k in rows]
            told = _share(progress, len(receipts), len(rows), len(directives))
            for k, performance in act_each(self.world, start, chosen, seeds=chances, progress=told):
                framed = chosen[k].camera is not None
                receipts[rows[k]] = (
                    receipt_of(self._framed(performance, chances[k])) if framed else tuple(judge(performance))
                )
        return [receipts[k] for k in range(len(directives))]

    def _framed(self, performance: Performance, seed: int) -> Film:
        stage, moments, directive = performance.end.stage, performance.moments, performance.directive
        shot = choose_shot(directive, stage, moments, performance.start.camera, seed=seed, look=self._renderer.boxes)
        return _filmed(performance, shot, performance.duration_s)

    # Seeing

    def describe(
        self, state: WorldState, spoken: tuple[Spoken, ...] = (), shown: Shown | None = None
    ) -> dict[str, Any]:
        """The state as JSON values."""
        return state_json(state, self._renderer.boxes(state.stage, state.moment, state.camera), spoken, shown)

    def outcome(self, film: Film) -> dict[str, Any]:
        """The state a film ends in, with what was said and shown in it."""
        return self.describe(film.end, film.performance.spoken(), film.performance.shown())

    def still(self, state: WorldState, size: tuple[int, int], backdrop: Frame | None = None, *,
              quality: int = 1) -> Frame:
        """The picture of a state, `uint8 (H, W, 3)` for `size` (width, height), as its film would show it, or with
        finer edges for a `quality` of 2."""
        with self._drawing:
            return self._renderer.draw(state.stage, state.moment, state.camera, size, quality=quality,
                                       backdrop=backdrop)

    def passes(self, film: Film, size: tuple[int, int]) -> Iterator[Passes]:
        """The control passes of a film, one for each of its frames."""
        for t, moment in film.performance.frames():
            stage = film.performance.stage_at(t)
            camera = film.shot.at(stage, moment, t=t, duration=film.shot_s)
            with self._drawing:
                passes = self._renderer.passes(stage, moment, camera, size)
            yield passes

    def frames(self, film: Film, size: tuple[int, int], backdrop: Frame | None = None) -> Iterator[Frame]:
        """The frames of a film in order, 24 a second."""
        played = film.performance
        for stage, timed in groupby(played.frames(), lambda frame: played.stage_at(frame[0])):
            shots = ((moment, film.shot.at(stage, moment, t=t, duration=film.shot_s)) for t, moment in timed)
            yield from self._renderer.film(stage, shots, size, backdrop=backdrop)
