"""Stories for the continuity ledger: acted by the world model, or by hand, and changed behind the story's back.

By hand means that what a directive asks for is simply made so in the state: stories that are told in no time, and in
which nothing happens but what was directed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np

from director.casting.spotting import is_chinese
from director.continuity.checking import SeenStory, continuity_findings
from director.continuity.moments import snapshot
from director.crew import Crew, Film, receipt_of
from director.directive import Directive
from director.receipts import is_done, worth
from model.moment import POSES, WEATHERS, Moment
from model.stage import Entity
from model.state import Action, WorldState
from storygraph.continuity import Contradiction, contradictions
from storygraph.findings import Finding
from storygraph.graph import StoryGraph
from storygraph.story import Beat, Caption, Choice, Cursor, Episode, Scene, Take

Change = Callable[[WorldState], WorldState]
_TAKES = 4  # of a beat, as an author would retake it


def changed(state: WorldState, name: str, **values: object) -> WorldState:
    """The state with other values for the thing of that name; a name as a value stands for its row."""
    names = [entity.name for entity in state.stage.entities]
    arrays = {}
    for key, value in values.items():
        array = getattr(state.moment, key).copy()
        if key == "pose":
            array[names.index(name)] = np.eye(len(POSES))[POSES.index(str(value))]
        else:
            array[names.index(name)] = names.index(value) if isinstance(value, str) else value
        arrays[key] = array
    return replace(state, moment=replace(state.moment, **arrays))


def restaged(state: WorldState, who: str, **values: object) -> WorldState:
    """The state in which somebody has another name, other colours or another look."""

    def dressed(entity: Entity) -> Entity:
        if entity.name != who:
            return entity
        merged = {k: {**getattr(entity, k), **v} if isinstance(v, dict) else v for k, v in values.items()}
        return replace(entity, **merged)  # type: ignore[arg-type]

    return replace(state, stage=replace(state.stage, entities=tuple(map(dressed, state.stage.entities))))


def at_hour(state: WorldState, hour: float) -> WorldState:
    return replace(state, moment=replace(state.moment, hour=hour))


def under(state: WorldState, weather: str) -> WorldState:
    sky = np.eye(len(WEATHERS), dtype=np.float32)[WEATHERS.index(weather)]
    return replace(state, moment=replace(state.moment, weather=sky))


def in_setting(state: WorldState, setting: str) -> WorldState:
    return replace(state, stage=replace(state.stage, setting=setting))


@dataclass
class Theatre:
    """A story in the making, its states at hand. `by_hand` acts without the world model."""

    crew: Crew
    by_hand: bool = True
    states: dict[str, WorldState] = field(default_factory=dict)
    graph: StoryGraph = field(init=False)
    _count: int = 0

    def begin(self, prompt: str, title: str = "Opening") -> Theatre:
        state = self.crew.begin(prompt, seed=3, aspect="16:9")[1]
        episode = Episode("play", "author", "Play", prompt, "16:9", "vinyl", 3, "opening")
        self.graph = StoryGraph(episode, MappingProxyType({"opening": Scene("opening", title, self.keep(state))}))
        return self

    def keep(self, state: WorldState) -> str:
        digest = hashlib.sha256(state.to_bytes()).hexdigest()
        self.states[digest] = state
        return digest

    def end(self, scene: str) -> WorldState:
        return self.states[self.graph.checkpoint_at(self.graph.cursor_end(scene))]

    def direct(
        self, scene: str, *directions: str, change: Change | None = None, read_in: Change | None = None
    ) -> Theatre:
        """Beats more at the end of a scene; `change` is done to the state in which the last of them ends, `read_in` to
        that in which they are read."""
        for k, direction in enumerate(directions):
            start = self.end(scene)
            directive = self.crew.read(direction, start if read_in is None else read_in(start))
            assert not directive.refusals, directive.refusals
            last = k == len(directions) - 1
            take = self._acted(start, directive, change if last else None)
            beat = Beat(f"beat{self._number()}", direction, (take,), take.id)
            self.graph = self.graph.with_beat(self.graph.cursor_end(scene), beat)
        return self

    def fork(
        self, scene: str, to: str, label: str, *, after: int | None = None, title: str | None = None, **about: object
    ) -> Theatre:
        """A new scene that starts from the state after so many beats, by default at the end; `about` the choice."""
        played = len(self.graph.scene(scene).beats) if after is None else after
        start = self.graph.checkpoint_at(Cursor("play", scene, played))
        self.graph = self.graph.with_scene(Scene(to, title or to.title(), start, (scene, played)))
        return self.join(scene, to, label, after=played, **about)

    def join(self, scene: str, to: str, label: str, *, after: int | None = None, **about: object) -> Theatre:
        choice = Choice(f"choice{self._number()}", label, to, after, **about)  # type: ignore[arg-type]
        scenes = dict(self.graph.scenes)
        scenes[scene] = replace(scenes[scene], choices=(*scenes[scene].choices, choice))
        self.graph = replace(self.graph, scenes=MappingProxyType(scenes))  # whatever it says
        return self

    @property
    def story(self) -> SeenStory:
        cast = frozenset(entity.id for entity in self.states[self.graph.root.start].stage.entities)
        return SeenStory(self.graph, lambda checkpoint: snapshot(self.states[checkpoint], cast))

    def contradictions(self) -> tuple[Contradiction, ...]:
        return contradictions(self.graph, self.story.sources)

    def findings(self) -> tuple[Finding, ...]:
        return continuity_findings(self.story, "zh" if is_chinese(self.graph.episode.prompt) else "en")

    def _acted(self, start: WorldState, directive: Directive, change: Change | None) -> Take:
        seed = self._number()
        if self.by_hand:
            end = _made_so(self.crew, start, directive)
            names = {entity.id: entity.name for entity in end.stage.entities}
            rows = tuple({"status": "done", "start_s": 0.5, "end_s": 3.0} for _ in directive.actions)
            captions = tuple(Caption(names[line.speaker], line.text, 0.5, 2.0) for line in directive.lines)
        else:
            film = self._best_take(start, directive, 100 * seed)
            end, rows, captions = film.end, receipt_of(film), film.performance.captions()
        end = end if change is None else change(end)
        return Take(f"take{seed}", seed, self.keep(end), None, rows, captions, 4.0, directive=directive.to_json())

    def _best_take(self, start: WorldState, directive: Directive, seed: int) -> Film:
        films = []
        for k in range(_TAKES):
            films.append(self.crew.film(start, directive, seed=seed + k))
            if is_done(receipt_of(films[-1])):
                return films[-1]
        return max(films, key=lambda film: worth(receipt_of(film)))

    def _number(self) -> int:
        self._count += 1
        return self._count


# Acting by hand


def _made_so(crew: Crew, state: WorldState, directive: Directive) -> WorldState:
    for entity in directive.entrances:
        enters = any(action.verb == "enter" and action.actor == entity.id for action in directive.actions)
        state = crew.world.admit(state, entity, on_stage=not enters)
    moment = replace(state.moment, time_s=state.moment.time_s + 4.0)
    rows = {entity.id: row for row, entity in enumerate(state.stage.entities)}
    for action in directive.actions:
        moment = _done(moment, action, rows)
    return replace(state, moment=moment, step=state.step + 48)


def _done(moment: Moment, action: Action, rows: Mapping[str, int]) -> Moment:
    """The moment after an action: its goals hold."""
    a, t, o = (rows.get(who or "", -1) for who in (action.actor, action.target, action.object))
    if action.verb == "time" and action.hour is not None:
        return replace(moment, hour=action.hour)
    if action.verb == "weather":
        return replace(moment, weather=np.eye(len(WEATHERS), dtype=np.float32)[WEATHERS.index(action.weather or "")])
    if action.verb in ("walk", "run") and a >= 0 and t >= 0:
        place = moment.position[t] + np.array([1.2, 0.0, 0.0], np.float32)
        return _set(moment, a, position=[place[0], 0.0, place[2]], supported_by=-1, pose=_pose("stand"))
    thing: dict[str, tuple[int, dict[str, object]]] = {
        "take": (t, {"held_by": a, "supported_by": -1, "inside": -1}),
        "give": (o, {"held_by": t}),
        "drop": (t, {"held_by": -1, "position": moment.position[a]}),
        "put_on": (o, {"held_by": -1, "supported_by": t, "position": moment.position[t]}),
        "put_in": (o, {"held_by": -1, "inside": t}),
        "enter": (a, {"present": 1.0}),
        "exit": (a, {"present": 0.0}),
        "open": (t, {"opened": 1.0}),
        "close": (t, {"opened": 0.0}),
        "light": (t, {"lit": 1.0}),
        "put_out": (t, {"lit": 0.0}),
        "burn": (t, {"lit": 1.0}),
        "topple": (t, {"tilt": 1.0}),
        "fall": (a, {"pose": _pose("fallen")}),
        "lie": (a, {"pose": _pose("lie")}),
        "kneel": (a, {"pose": _pose("kneel")}),
        "stand": (a, {"pose": _pose("stand"), "supported_by": -1}),
        "sit": (a, {"pose": _pose("sit"), "supported_by": t}),
        "jump_onto": (a, {"supported_by": t}),
    }
    row, values = thing.get(action.verb, (-1, {}))
    return _set(moment, row, **values) if row >= 0 else moment


def _pose(name: str) -> np.ndarray:
    return np.eye(len(POSES), dtype=np.float32)[POSES.index(name)]


def _set(moment: Moment, row: int, **values: object) -> Moment:
    arrays = {key: getattr(moment, key).copy() for key in values}
    for key, value in values.items():
        arrays[key][row] = value
    return replace(moment, **arrays)
