"""Whatever an author does, in whatever order, the story is what a plain model of it says it is.

Beats here are made up (see `stories.Kit`); the graph, the store and the JSON are real. A few dozen runs are in the
suite; `NACRE_STATE_MACHINE=2000 python -m pytest tests/test_story_state_machine.py` makes as many as are asked for, a
tenth of a second each where the processor has nothing else to do (and `TMPDIR` waits for no disk).
"""

from __future__ import annotations

import copy
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from stories import OWNER, Kit

from db.store import DATABASE, EpisodeStore
from storygraph.branches import named, renamed
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.reshaping import duplicated, edited, moved, outdated, reordered, started_anew, unlinked
from storygraph.serial import from_json, to_json
from storygraph.story import Cursor, Removal, Scene
from storygraph.trash import put_away, put_branch_away, restored

PICK = st.integers(0, 1 << 20)  # which of the things that are there


@dataclass
class Take:
    """A take as the model knows it: of which words, from which state, to which."""

    words: str
    start: str
    end: str


@dataclass
class Beat:
    takes: dict[str, Take]
    counts: str

    @property
    def take(self) -> Take:
        return self.takes[self.counts]


@dataclass
class Plain:
    """A scene as the model knows it; `ways` are the choices by id: (scene, beats played)."""

    start: str
    origin: tuple[str, int] | None
    beats: list[Beat] = field(default_factory=list)
    ways: dict[str, tuple[str, int]] = field(default_factory=dict)
    ending: bool = False

    def state(self, played: int) -> str:
        return self.beats[played - 1].take.end if played else self.start


@dataclass
class Moment:
    """The story and its model at one time."""

    graph: StoryGraph
    scenes: dict[str, Plain]
    gone: dict[str, dict[str, Plain]]
    names: dict[str, str]
    takes: dict[str, Take]


def same(one: StoryGraph, other: StoryGraph) -> bool:
    """Whether two stories are the same but for when they were saved."""
    return (one.scenes, one.branches, one.trash) == (other.scenes, other.branches, other.trash)


@cache
def empty_database() -> bytes:
    """A database as a new store makes it: laying its tables takes longer than most of what is done to it here."""
    with tempfile.TemporaryDirectory() as folder:
        EpisodeStore.open(Path(folder)).close()
        return (Path(folder) / DATABASE).read_bytes()


def needed(graph: StoryGraph) -> set[str]:
    """The states of a story, and of what is in its trash."""
    scenes = (*graph.scenes.values(), *graph.trashed.values())
    takes = [take for scene in scenes for beat in scene.beats for take in beat.takes]
    return (
        {scene.start for scene in scenes} | {take.checkpoint for take in takes} | {take.start or "" for take in takes}
    )


class Story(RuleBasedStateMachine):
    """An author with a story; `scenes`, `gone` and `names` are the plain model of it."""

    def __init__(self) -> None:
        super().__init__()
        self.kit = Kit()
        self.folder = tempfile.TemporaryDirectory()
        (Path(self.folder.name) / DATABASE).write_bytes(empty_database())
        self.store = EpisodeStore.open(Path(self.folder.name))
        self.graph = self.kit.begin()
        self.saved: StoryGraph | None = None
        self.kept: set[str] = set()  # blobs that are in the store
        self.past: list[Moment] = []  # what undoing goes back to, the last one first to be popped
        self.future: list[Moment] = []  # what redoing goes on to
        self.scenes = {"square": Plain(self.graph.root.start, None)}
        self.gone: dict[str, dict[str, Plain]] = {}  # removal -> scenes
        self.names: dict[str, str] = {}
        self.takes: dict[str, Take] = {}  # every take there ever was

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    # What is there to choose from

    def any_scene(self, pick: int) -> str:
        return sorted(self.scenes)[pick % len(self.scenes)]

    def any_place(self, pick: int) -> Cursor:
        places = [(name, n) for name in sorted(self.scenes) for n in range(len(self.scenes[name].beats) + 1)]
        return Cursor("dragon", *places[pick % len(places)])

    def any_beat(self, pick: int) -> tuple[str, int] | None:
        beats = [(name, n) for name in sorted(self.scenes) for n in range(len(self.scenes[name].beats))]
        return beats[pick % len(beats)] if beats else None

    def any_choice(self, pick: int) -> tuple[str, str] | None:
        choices = [(name, way) for name in sorted(self.scenes) for way in sorted(self.scenes[name].ways)]
        return choices[pick % len(choices)] if choices else None

    def has_beats(self) -> bool:
        return any(scene.beats for scene in self.scenes.values())

    def has_choices(self) -> bool:
        return any(scene.ways for scene in self.scenes.values())

    # What an author does

    @initialize()
    def first_beat(self) -> None:
        self.direct(0)

    @rule(pick=PICK)
    def direct(self, pick: int) -> None:
        name = self.any_scene(pick)
        beat = self.kit.beat(f"Direction {pick}.")
        self.graph = self.graph.with_beat(self.graph.cursor_end(name), beat)
        scene = self.scenes[name]
        made = self.known(beat.take.id, Take(beat.direction, scene.state(len(scene.beats)), beat.take.checkpoint))
        at_end = [way for way, (_, after) in scene.ways.items() if after == len(scene.beats)]
        scene.beats.append(Beat({beat.take.id: made}, beat.take.id))
        for way in at_end:
            if self.choice(name, way).after is None:  # a choice at the end stays there
                scene.ways[way] = (scene.ways[way][0], len(scene.beats))

    @rule(pick=PICK)
    def fork(self, pick: int) -> None:
        """A fork where a choice may be offered: not at the end of an ending."""
        at = self.any_place(pick)
        scene = self.scenes[at.scene]
        fork, choice = f"scene{len(self.kit.blobs)}-{next(self.kit.numbers)}", self.kit.choice("", "Another way")
        made = self.graph.with_scene(Scene(fork, "Another way", self.graph.checkpoint_at(at), (at.scene, at.beat)))
        try:
            made = made.with_choice(at.scene, replace(choice, to=fork, after=at.beat))
        except StoryError:
            assert scene.ending and at.beat == len(scene.beats)
            return
        assert not (scene.ending and at.beat == len(scene.beats))
        self.graph = made
        self.scenes[fork] = Plain(scene.state(at.beat), (at.scene, at.beat))
        scene.ways[choice.id] = (fork, at.beat)

    @rule(pick=PICK)
    def rewind(self, pick: int) -> None:
        """Going back changes nothing and stands at the state that was there."""
        at = self.any_place(pick)
        assert self.graph.checkpoint_at(at) == self.scenes[at.scene].state(at.beat)

    @precondition(has_beats)
    @rule(pick=PICK)
    def retake(self, pick: int) -> None:
        name, n = self.any_beat(pick)  # type: ignore[misc]
        take, beat = self.kit.take(), self.scenes[name].beats[n]
        words = self.graph.scene(name).beats[n].direction
        self.graph = self.graph.with_take(name, n, take)
        beat.takes[take.id] = self.known(take.id, Take(words, self.scenes[name].state(n), take.checkpoint))
        beat.counts = take.id

    @precondition(has_beats)
    @rule(pick=PICK, which=PICK)
    def choose_take(self, pick: int, which: int) -> None:
        name, n = self.any_beat(pick)  # type: ignore[misc]
        beat = self.scenes[name].beats[n]
        beat.counts = sorted(beat.takes)[which % len(beat.takes)]
        self.graph = self.graph.with_canonical(name, n, beat.counts)

    @precondition(has_beats)
    @rule(pick=PICK)
    def edit(self, pick: int) -> None:
        name, n = self.any_beat(pick)  # type: ignore[misc]
        take, beat, words = self.kit.take(), self.scenes[name].beats[n], f"Other words {pick}."
        self.graph = edited(self.graph, name, n, words, take)
        beat.takes[take.id] = self.known(take.id, Take(words, self.scenes[name].state(n), take.checkpoint))
        beat.counts = take.id

    @rule(pick=PICK)
    def act_again(self, pick: int) -> None:
        """All that is stale after a place, in the order it is told in."""
        for at in outdated(self.graph, self.any_place(pick)):
            scene = self.scenes[at.scene]
            self.graph = started_anew(self.graph, at.scene) if at.beat == 0 else self.graph
            if at.beat == 0 and scene.origin is not None:
                scene.start = self.ever(scene.origin[0]).state(scene.origin[1])
            if at.beat < len(scene.beats):
                take, beat = self.kit.take(), scene.beats[at.beat]
                self.graph = self.graph.with_take(at.scene, at.beat, take)
                beat.takes[take.id] = self.known(take.id, Take(beat.take.words, scene.state(at.beat), take.checkpoint))
                beat.counts = take.id

    @rule(pick=PICK, to=PICK)
    def rejoin(self, pick: int, to: int) -> None:
        at, target = self.any_place(pick), self.any_scene(to)
        choice, scene = self.kit.choice(target, "Come back", after=at.beat), self.scenes[at.scene]
        allowed = not self.leads(target, at.scene) and not (scene.ending and at.beat == len(scene.beats))
        try:
            self.graph = self.graph.with_choice(at.scene, choice)
        except StoryError:
            assert not allowed
            return
        assert allowed
        scene.ways[choice.id] = (target, at.beat)

    @precondition(has_choices)
    @rule(pick=PICK)
    def remove_choice(self, pick: int) -> None:
        name, way = self.any_choice(pick)  # type: ignore[misc]
        self.graph = self.graph.without_choice(name, way)
        del self.scenes[name].ways[way]

    @precondition(has_choices)
    @rule(pick=PICK, to=PICK)
    def move_choice(self, pick: int, to: int) -> None:
        (name, way), at = self.any_choice(pick), self.any_place(to)  # type: ignore[misc]
        target, scene = self.scenes[name].ways[way][0], self.scenes[at.scene]
        allowed = not self.leads(target, at.scene) and not (scene.ending and at.beat == len(scene.beats))
        try:
            self.graph = moved(self.graph, name, way, at)
        except StoryError:
            assert not allowed
            return
        assert allowed
        del self.scenes[name].ways[way]
        scene.ways[way] = (target, at.beat)

    @precondition(has_choices)
    @rule(pick=PICK, to=PICK)
    def reorder(self, pick: int, to: int) -> None:
        name, way = self.any_choice(pick)  # type: ignore[misc]
        at = to % len(self.scenes[name].ways)
        self.graph = reordered(self.graph, name, way, at)
        assert self.graph.scene(name).choices[at].id == way

    @rule(pick=PICK)
    def unlink(self, pick: int) -> None:
        name = self.any_scene(pick)
        ways = [(left, way, to) for left, scene in self.scenes.items() for way, (to, _) in scene.ways.items()]
        leading = [(left, way) for left, way, to in ways if to == name]
        try:
            self.graph = unlinked(self.graph, name)
        except StoryError:
            assert not leading
            return
        for left, way in leading:
            del self.scenes[left].ways[way]

    @rule(pick=PICK)
    def mark_ending(self, pick: int) -> None:
        name = self.any_scene(pick)
        scene = self.scenes[name]
        goes_on = any(after == len(scene.beats) for _, after in scene.ways.values())
        try:
            self.graph = self.graph.with_scene_changes(name, ending=not scene.ending)
        except StoryError:
            assert goes_on and not scene.ending
            return
        scene.ending = not scene.ending

    @rule(pick=PICK)
    def duplicate(self, pick: int) -> None:
        name = self.any_scene(pick)
        try:
            self.graph, twin_id = duplicated(self.graph, name, "A copy", lambda: f"copy{next(self.kit.numbers)}")
        except StoryError:
            origin = self.scenes[name].origin
            assert origin is not None and origin[0] not in self.scenes
            return
        twin, scene = self.graph.scene(twin_id), self.scenes[name]
        beats = []
        for copied, plain in zip(twin.beats, scene.beats, strict=True):
            pairs = zip(copied.takes, plain.takes.values(), strict=True)
            beats.append(Beat({new.id: self.known(new.id, old) for new, old in pairs}, copied.canonical))
        order = [choice.id for choice in self.graph.scene(name).choices]
        ways = {new.id: scene.ways[old] for new, old in zip(twin.choices, order, strict=True)}
        self.scenes[twin_id] = Plain(scene.start, scene.origin or (name, 0), beats, ways, scene.ending)

    @precondition(lambda self: len(self.scenes) > 1)
    @rule(pick=PICK)
    def delete(self, pick: int) -> None:
        """A scene goes, and with it what cannot be got to any more from where anybody could start."""
        name = sorted(self.scenes.keys() - {"square"})[pick % (len(self.scenes) - 1)]
        put = f"removal{next(self.kit.numbers)}"
        self.graph = put_away(self.graph, name, removal=put, at="")
        going = {name}
        while True:
            led = {to for left, scene in self.scenes.items() for to, _ in scene.ways.values()}
            loose = {
                other for other, scene in self.scenes.items()
                if other not in led and other != name and not (scene.origin and scene.origin[0] in going)
            }  # fmt: skip
            stays = {other for other in self.scenes if any(self.leads(r, other, but=name) for r in loose | {"square"})}
            ahead = {other for other in self.scenes if any(self.leads(g, other) for g in going)}
            orphans = {
                other for other, scene in self.scenes.items()
                if other not in led and scene.origin and scene.origin[0] in going and other != "square"
            }  # fmt: skip
            more = (going | ahead | orphans) - (stays - {name})
            if more == going:
                break
            going = more
        self.gone[put] = {other: self.scenes.pop(other) for other in list(self.scenes) if other in going}
        for scene in self.scenes.values():
            for way in [way for way, (to, _) in scene.ways.items() if to in going]:
                del scene.ways[way]
        assert {scene.id for scene in self.removal(put).scenes} == going
        self.names = {name: scene for name, scene in self.names.items() if scene not in going}

    @precondition(lambda self: self.graph.trash)
    @rule(pick=PICK)
    def restore(self, pick: int) -> None:
        """What comes back is as it was; of choices and names, what cannot be is still in the trash and is told."""
        put = self.graph.trash[pick % len(self.graph.trash)]
        before = self.choices_ever()
        back = restored(self.graph, put.id)
        self.graph = back.graph
        assert self.choices_ever() == before  # a choice is somewhere, always
        rest = [other for other in self.graph.trash if other.id == put.id]
        assert not rest or back.left
        self.scenes |= self.gone.pop(put.id, {})
        for name in self.scenes:  # which choices came back is for other tests to say; here: none is wrong
            found = self.graph.scene(name)
            self.scenes[name].ways = {choice.id: (choice.to, found.offers(choice)) for choice in found.choices}
        self.names = {branch.name: branch.scene for branch in self.graph.branches}

    @rule(pick=PICK, name=st.sampled_from("abc"))
    def name_branch(self, pick: int, name: str) -> None:
        scene = self.any_scene(pick)
        try:
            self.graph = named(self.graph, name, scene)
        except StoryError:
            assert name in self.names
            return
        self.names[name] = scene

    @precondition(lambda self: self.names)
    @rule(pick=PICK, to=st.sampled_from("abcd"))
    def rename_branch(self, pick: int, to: str) -> None:
        name = sorted(self.names)[pick % len(self.names)]
        try:
            self.graph = renamed(self.graph, name, to)
        except StoryError:
            assert to in self.names and to != name
            return
        self.names[to] = self.names.pop(name)

    @precondition(lambda self: self.names)
    @rule(pick=PICK)
    def delete_branch(self, pick: int) -> None:
        name = sorted(self.names)[pick % len(self.names)]
        self.graph = put_branch_away(self.graph, name, removal=f"removal{next(self.kit.numbers)}", at="")
        del self.names[name]

    @rule()
    def reload(self) -> None:
        """Saved and loaded again, and through JSON, the story is the same. All since the last time is one change."""
        if self.saved is not None and not same(self.graph, self.saved):
            self.past.append(self.at_save)
            self.future.clear()
        self.at_save = self.moment()
        for digest in self.kit.blobs.keys() - self.kept:
            self.store.put_blob(self.kit.blobs[digest])
        self.kept = set(self.kit.blobs)
        saved = self.store.create(self.graph) if self.saved is None else self.store.save(self.graph, self.saved)
        self.saved = self.graph = self.store.load("dragon", OWNER)
        assert self.graph == saved
        assert [list(graph.scenes) for graph in (saved, self.graph)] == [list(saved.scenes)] * 2
        assert from_json(json.loads(json.dumps(to_json(self.graph))), owner=OWNER) == self.graph

    @precondition(lambda self: self.saved is not None)
    @rule()
    def undo(self) -> None:
        self.reload()
        self.cross(self.store.undo, self.past, self.future)

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.reload()
        self.cross(self.store.redo, self.future, self.past)

    @precondition(lambda self: self.saved is not None)
    @rule()
    def collect(self) -> None:
        """What nobody can get back to may go; all that is in the story, its trash and its history is still there."""
        self.reload()
        self.store.collect(age=timedelta(0))
        for graph in (self.graph, *(moment.graph for moment in (*self.past, *self.future))):
            for digest in needed(graph):
                self.store.get_blob(digest, OWNER)
        self.kept = self.store.known(self.kept)

    # What is always so

    @invariant()
    def scenes_are_those_of_the_model(self) -> None:
        assert self.graph.scenes.keys() == self.scenes.keys()
        for name, plain in self.scenes.items():
            scene = self.graph.scenes[name]
            assert (scene.start, scene.origin, scene.ending) == (plain.start, plain.origin, plain.ending)
            assert [beat.canonical for beat in scene.beats] == [beat.counts for beat in plain.beats]
            assert [beat.direction for beat in scene.beats] == [beat.take.words for beat in plain.beats]
            assert {c.id: (c.to, scene.offers(c)) for c in scene.choices} == plain.ways
        assert {branch.name: branch.scene for branch in self.graph.branches} == self.names

    @invariant()
    def every_take_is_kept(self) -> None:
        found = {
            take.id: Take(beat.words_of(take), take.start or "", take.checkpoint)
            for scene in (*self.graph.scenes.values(), *self.graph.trashed.values())
            for beat in scene.beats
            for take in beat.takes
        }
        assert found == self.takes

    @invariant()
    def what_is_stale_is_what_was_acted_from_another_past(self) -> None:
        for name, scene in self.scenes.items():
            for played in range(len(scene.beats) + 1):
                assert self.graph.is_stale(Cursor("dragon", name, played)) == self.stale(scene, played), (name, played)

    @invariant()
    def the_story_runs_forward_and_can_be_drawn(self) -> None:
        before: set[str] = set()
        for name, scene in self.graph.scenes.items():
            assert scene.origin is None or scene.origin[0] in before or scene.origin[0] in self.graph.trashed
            before.add(name)
            assert not any(self.leads(to, name) for to, _ in self.scenes[name].ways.values())
        assert self.graph.layout().keys() == self.scenes.keys()

    # The model's own

    def moment(self) -> Moment:
        return Moment(self.graph, *copy.deepcopy((self.scenes, self.gone, self.names, self.takes)))

    def cross(self, way: Callable[[StoryGraph], object], there: list[Moment], back: list[Moment]) -> None:
        """Undo or redo: the story is what it was then, to the byte, but for when it was saved."""
        if not there:
            try:
                way(self.graph)
            except StoryError:
                return
            raise AssertionError("something was taken back that nobody did")
        way(self.graph)
        self.graph = self.saved = self.store.load("dragon", OWNER)
        back.append(self.at_save)
        then = self.at_save = there.pop()
        assert same(self.graph, then.graph)
        assert list(self.graph.scenes) == list(then.graph.scenes)
        self.scenes, self.gone, self.names, self.takes = copy.deepcopy((then.scenes, then.gone, then.names, then.takes))

    def known(self, take_id: str, take: Take) -> Take:
        self.takes[take_id] = take
        return take

    def ever(self, name: str) -> Plain:
        return self.scenes.get(name) or next(scenes[name] for scenes in self.gone.values() if name in scenes)

    def stale(self, scene: Plain, played: int) -> bool:
        if scene.origin is not None:
            origin, n = self.ever(scene.origin[0]), scene.origin[1]
            if scene.start != origin.state(n) or self.stale(origin, n):
                return True
        return any(scene.beats[n].take.start != scene.state(n) for n in range(played))

    def leads(self, here: str, there: str, but: str | None = None) -> bool:
        if here == but:
            return False
        return here == there or any(self.leads(to, there, but) for to, _ in self.scenes[here].ways.values())

    def choice(self, scene: str, way: str):  # type: ignore[no-untyped-def]
        return next(choice for choice in self.graph.scene(scene).choices if choice.id == way)

    def removal(self, put: str) -> Removal:
        return next(removal for removal in self.graph.trash if removal.id == put)

    def choices_ever(self) -> set[str]:
        scenes = (*self.graph.scenes.values(), *self.graph.trashed.values())
        waiting = {choice.id for removal in self.graph.trash for _, _, choice in removal.choices}
        return waiting | {choice.id for scene in scenes for choice in scene.choices}


runs = int(os.environ.get("NACRE_STATE_MACHINE", "40"))
Story.TestCase.settings = settings(
    max_examples=runs, stateful_step_count=25, deadline=None, derandomize=runs <= 40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
test_the_story_is_what_a_plain_model_says = Story.TestCase
