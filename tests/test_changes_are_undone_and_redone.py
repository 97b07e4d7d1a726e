"""Undo and redo: every saved change can be taken back and made again, after a restart too, and clips stay."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from directing import PROMPT, SAY, WALK, open_director
from stories import HOSTILE, OWNER, Kit, branching

from db.history import MOST_CHANGES
from db.store import EpisodeStore
from storygraph.changes import KINDS, Change, blobs_named, change_between, patch_back, patched
from storygraph.errors import StoryConflict, StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Branch, Scene
from storygraph.trash import put_away, restored
from studio.panels import ASSETS

Keep = Callable[[StoryGraph], StoryGraph]
Step = Callable[[Kit, StoryGraph], StoryGraph]


def without(graph: StoryGraph, gone: str) -> StoryGraph:
    """The story without a scene, and without the choices that led to it."""
    scenes = {
        name: replace(scene, choices=tuple(choice for choice in scene.choices if choice.to != gone))
        for name, scene in graph.scenes.items()
        if name != gone
    }
    return replace(graph, scenes=scenes)


CHANGES: dict[str, Step] = {
    "beat": lambda kit, graph: kit.directed(graph, "mill", "She hides."),
    "fork": lambda kit, graph: kit.directed(kit.forked(graph, "square", 1, "inn", "Drink"), "inn", "A drink."),
    "scene": lambda kit, graph: graph.with_scene(Scene("cut off", "Cut off", kit.state())),
    "take": lambda kit, graph: graph.with_take("square", 0, kit.take()),
    "choice": lambda kit, graph: graph.with_choice("bell", kit.choice("field", "Run after all")),
    "unchoice": lambda kit, graph: graph.without_choice("tower", graph.scene("tower").choices[0].id),
    "rename": lambda kit, graph: graph.with_scene_changes("mill", title="The old mill"),
    "no-ending": lambda kit, graph: graph.with_scene_changes("mill", ending=False),
    "retitle": lambda kit, graph: graph.with_episode(title="Another title"),
    "settings": lambda kit, graph: replace(graph, episode=replace(graph.episode, narrative="Dramatic")),
    "delete": lambda kit, graph: put_away(graph, "bell", removal="r", at=""),
    "branch": lambda kit, graph: replace(graph, branches=(Branch("Brave", "dawn"),)),
    "cut": lambda kit, graph: replace(graph, scenes={**graph.scenes, "mill": replace(graph.scene("mill"), beats=())}),
}


def saved(store: EpisodeStore, kit: Kit, graph: StoryGraph, changed: StoryGraph) -> StoryGraph:
    for data in kit.blobs.values():
        store.put_blob(data)
    return store.save(changed, graph)


def same(graph: StoryGraph, other: StoryGraph) -> bool:
    """Whether two stories are the same, but for how often they were saved."""
    episode = replace(graph.episode, version=other.episode.version, updated=other.episode.updated)
    mine, theirs = list(graph.scenes.items()), list(other.scenes.items())
    return (episode, mine, graph.branches, graph.trash) == (other.episode, theirs, other.branches, other.trash)


@pytest.mark.parametrize("kind", CHANGES)
def test_a_change_is_taken_back_and_made_again(
    store: EpisodeStore, keep: Keep, kit: Kit, tmp_path: Path, kind: str
) -> None:
    before = keep(branching(kit))
    after = saved(store, kit, before, CHANGES[kind](kit, before))
    assert store.history("dragon", OWNER)[0] == store.undo(after)[1]
    store.close()
    again = EpisodeStore.open(tmp_path / "episodes")
    undone = again.load("dragon", OWNER)
    assert same(undone, before) and undone.episode.version == after.episode.version + 1
    redone, change = again.redo(undone)
    assert change.kind == kind and change.words
    assert same(redone, after) and same(again.load("dragon", OWNER), after)
    assert again.history("dragon", OWNER) == (change, None)
    again.close()


def test_a_walk_through_many_changes_comes_by_every_story_again(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    chance = random.Random(7)
    graph = keep(branching(kit))
    stories, here = [graph], 0
    for _ in range(60):
        step = chance.choice(["do", "undo", "redo"])
        if step == "undo" and here > 0:
            graph, here = store.undo(graph)[0], here - 1
        elif step == "redo" and here + 1 < len(stories):
            graph, here = store.redo(graph)[0], here + 1
        else:
            number, where = next(kit.numbers), chance.choice(list(graph.scenes))
            graph = saved(store, kit, graph, chance.choice([
                kit.directed(graph, where, f"Beat {number}."),
                kit.forked(graph, where, 0, f"s{number}", f"Way {number}"),
                graph.with_scene_changes(where, title=f"Scene {number}"),
            ]))  # fmt: skip
            stories, here = [*stories[: here + 1], graph], here + 1
        assert same(graph, stories[here]) and same(store.load("dragon", OWNER), graph)


def test_the_trash_is_filled_and_emptied_by_undo_and_redo_too(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    whole = keep(branching(kit))
    less = saved(store, kit, whole, put_away(whole, "tower", removal="r", at=""))
    back = saved(store, kit, less, restored(less, "r").graph)
    assert [change and change.kind for change in store.history("dragon", OWNER)] == ["restore", None]
    undone, _ = store.undo(back)
    assert same(undone, less) and same(store.load("dragon", OWNER), less)
    undone, _ = store.undo(undone)
    assert same(undone, whole) and same(store.load("dragon", OWNER), whole)
    redone, _ = store.redo(store.redo(undone)[0])
    assert same(redone, back) and same(store.load("dragon", OWNER), back)


def test_a_new_change_is_where_the_story_goes_on(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    graph = keep(branching(kit))
    graph = saved(store, kit, graph, CHANGES["beat"](kit, graph))
    graph, _ = store.undo(graph)
    with pytest.raises(StoryError, match="nothing left to undo"):
        store.undo(graph)
    graph = saved(store, kit, graph, CHANGES["rename"](kit, graph))
    with pytest.raises(StoryError, match="nothing left to redo"):
        store.redo(graph)


def test_a_clip_is_no_change_and_outlives_undo(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    before = keep(branching(kit))
    graph = saved(store, kit, before, kit.directed(before, "mill", "She hides.", clip=False))
    graph = saved(store, kit, graph, CHANGES["rename"](kit, graph))
    graph, _ = store.undo(graph)
    [first, last] = graph.scene("mill").beats
    for place, beat in enumerate((first, last)):  # both are filmed anew while the renaming can still be redone
        clip = kit.blob(f"new clip {place}".encode())
        graph = saved(store, kit, graph, graph.with_clip("mill", place, beat.take.id, clip))
    filmed = graph.scene("mill").beats
    graph, _ = store.redo(graph)
    assert (graph.scene("mill").title, graph.scene("mill").beats) == ("The old mill", filmed)
    graph, _ = store.undo(store.undo(graph)[0])
    assert graph.scene("mill").beats == filmed[:1]
    assert store.redo(graph)[0].scene("mill").beats == filmed


def test_undo_is_refused_when_somebody_else_has_saved(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    graph = keep(branching(kit))
    graph = saved(store, kit, graph, CHANGES["beat"](kit, graph))
    newer = saved(store, kit, graph, CHANGES["rename"](kit, graph))
    with pytest.raises(StoryConflict, match="reload"):
        store.undo(graph)
    with pytest.raises(StoryError, match="no such episode"):
        store.undo(replace(newer, episode=replace(newer.episode, owner="somebody else")))
    with pytest.raises(StoryError, match="no such episode"):
        store.history("dragon", "somebody else")
    assert store.load("dragon", OWNER) == newer


def test_what_could_be_undone_still_holds_its_blobs(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    graph = keep(branching(kit))
    graph = saved(store, kit, graph, without(graph, "tower"))
    tower = branching(Kit()).scene("tower")
    needed = {tower.start} | {digest for beat in tower.beats for digest in (beat.take.checkpoint, beat.take.clip)}
    store.collect(age=timedelta(0))
    for digest in needed - {None}:
        assert store.get_blob(digest, OWNER)
    assert store.undo(graph)[0].scene("tower") == tower


def test_a_change_is_small_and_there_are_only_so_many(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    graph = keep(kit.begin())
    for number in range(MOST_CHANGES + 5):
        graph = saved(store, kit, graph, graph.with_episode(title=f"{number}"))
    undone = 0
    while store.history("dragon", OWNER)[0] is not None:
        graph, undone = store.undo(graph)[0], undone + 1
    assert (undone, graph.episode.title) == (MOST_CHANGES, "4")
    long = kit.directed(kit.begin(), "square", *["x" * 100] * 50)
    longer = kit.directed(long, "square", "On.")
    assert len(str(patch_back(long, longer))) < 1_000, "beats that stay are named, not repeated"


def test_every_change_has_words_in_both_languages() -> None:
    words = json.loads((ASSETS / "words.json").read_text("utf-8"))
    for kind in KINDS:
        assert "{subject}" in words[f"change.{kind}"]["en"] and "{subject}" in words[f"change.{kind}"]["zh"]
        assert words[f"change.{kind}"]["en"].format(subject="X") == Change(kind, "X", "scene").words


def test_words_that_look_like_blobs_are_none(kit: Kit) -> None:
    before = branching(kit)
    take = replace(kit.take(), directive={"clip": "f" * 64}, receipt=({"start": HOSTILE[2]},))
    named = blobs_named(patch_back(before.with_take("mill", 0, take), before))
    assert named == {before.scene("mill").start, take.checkpoint, take.clip, before.scene("mill").start}
    assert change_between(before, before) is None


def test_scenes_come_back_to_where_they_were(kit: Kit) -> None:
    before = branching(kit)
    turned = replace(before, scenes=dict(reversed(before.scenes.items())))
    for after in (without(before, "mill"), without(without(before, "mill"), "tower"), turned):
        assert list(patched(after, patch_back(before, after)).scenes.items()) == list(before.scenes.items())


def test_an_author_stands_where_the_change_was(tmp_path: Path) -> None:
    director = open_director(tmp_path)
    start = director.begin(PROMPT, seed=7)
    walked = director.direct(start, WALK)
    fork = director.fork(start, label="Wait")
    said = director.direct(fork, SAY)
    assert [change and change.words for change in director.history(said.episode)] == [f"direct “{SAY}”", None]
    assert director.undo(said.episode) == fork
    assert director.undo(said.episode) == start, "where the fork began"
    assert director.undo(said.episode) == start
    assert director.story(start.episode).root.beats == ()
    assert [director.redo(said.episode) for _ in range(3)] == [walked, fork, said]
    with pytest.raises(StoryError, match="nothing left to redo"):
        director.redo(said.episode)
    director.close()
