"""Stories far longer than a draft: opened for their shape, read once, and changed at the price of the change."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import networkx as nx
import pytest
from sqlalchemy import event
from stories import OWNER, Kit, branching

from db.store import EpisodeStore
from storygraph.bench import large_story
from storygraph.graph import StoryGraph
from storygraph.neighbourhood import leading_to, led_to, neighbourhood
from storygraph.story import Cursor, Outline, Scene
from storygraph.trash import put_away

Keep = Callable[[StoryGraph], StoryGraph]


def long(kit: Kit, scenes: int = 60) -> StoryGraph:
    """A chain of scenes of two beats, and a fork from the middle of each."""
    graph = kit.directed(kit.begin(), "square", "One.", "Two.")
    before = "square"
    for number in range(scenes // 2):
        graph = kit.directed(kit.forked(graph, before, 2, f"s{number}", "On"), f"s{number}", "One.", "Two.")
        graph = kit.forked(graph, before, 1, f"f{number}", "Away")
        before = f"s{number}"
    return graph


@pytest.fixture
def recalling(tmp_path: Path, kit: Kit) -> EpisodeStore:
    """A store that holds a story in memory, and a long one in it."""
    store = EpisodeStore.open(tmp_path / "episodes", recall=1)
    graph = long(kit)
    for data in kit.blobs.values():
        store.put_blob(data)
    store.create(graph)
    return store


def statements(store: EpisodeStore) -> list[str]:
    """What the database is told from now on."""
    told: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *about: told.append(about[2]))
    return told


def test_what_is_read_of_a_take_is_there_when_it_is_asked_for(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    graph = keep(branching(kit))
    loaded = store.load("dragon", OWNER)
    assert asdict(loaded.scene("square")) == asdict(graph.scene("square"))
    take, same = loaded.scene("square").beats[1].take, graph.scene("square").beats[1].take
    assert take.captions == same.captions and take.directive == same.directive and take == same
    assert replace(store.load("dragon", OWNER).root, title="X") == replace(graph.root, title="X")
    for name in ("nothing", "_nothing"):
        with pytest.raises(AttributeError):
            getattr(take, name)


def test_going_on_in_a_story_does_not_read_it_again(recalling: EpisodeStore) -> None:
    graph = recalling.load("dragon", OWNER)
    told = statements(recalling)
    assert recalling.load("dragon", OWNER) is graph
    assert not any("FROM takes" in statement or "FROM scenes" in statement for statement in told)
    saved = recalling.save(graph.with_scene_changes("s3", title="Changed"), graph)
    assert recalling.load("dragon", OWNER) is saved
    undone, _ = recalling.undo(saved)
    assert recalling.load("dragon", OWNER) is undone
    recalling.close()


def test_a_part_is_drawn_also_where_a_branch_leads_back_to_what_it_grew_from(kit: Kit) -> None:
    graph = long(kit)
    graph = graph.with_scene(Scene("aside", "Aside", graph.root.start, ("square", 0)))
    graph = graph.with_choice("aside", kit.choice("square", "Back"))
    assert {"square", "aside"} <= neighbourhood(graph, "square", 12).graph.scenes.keys()


def test_what_leads_where_is_found_without_looking_at_the_whole(kit: Kit) -> None:
    graph, chance = large_story(300, random.Random(3)), random.Random(4)
    looked: set[str] = set()
    for _ in range(20):
        here = f"s{chance.randrange(300)}"
        near = neighbourhood(graph, here, 30).graph.scenes
        behind, ahead = nx.ancestors(graph.network, here) | {here}, nx.descendants(graph.network, here) | {here}
        assert leading_to(graph, here, near) == behind & near.keys()
        assert led_to(graph, here, near) == ahead & near.keys()
        looked |= near.keys()
    assert len(looked) > 200


def test_the_latest_of_a_way_are_its_end(kit: Kit, keep: Keep) -> None:
    graph = keep(long(kit))
    for cursor in (graph.cursor_end("s29"), Cursor("dragon", "f29", 0), graph.cursor_start()):
        whole = graph.ancestry(cursor)
        for latest in (1, 2, 3, 1000):
            assert graph.ancestry(cursor, latest) == whole[-latest:]


def test_what_staleness_looks_at_is_known_without_reading_beats(keep: Keep, kit: Kit, store: EpisodeStore) -> None:
    graph = kit.directed(kit.begin(), "square", "One.", "Two.")
    graph = graph.with_take("square", 0, kit.take()).with_take("square", 1, kit.take(), canonical=False)
    keep(graph)
    loaded = store.load("dragon", OWNER)
    assert loaded.root.trail == graph.root.trail
    assert loaded.stale_since("square") == graph.stale_since("square") == 2


def test_what_somebody_else_has_changed_is_read_again(recalling: EpisodeStore, tmp_path: Path) -> None:
    mine = recalling.load("dragon", OWNER)
    other = EpisodeStore.open(tmp_path / "episodes")
    theirs = other.save(mine.with_scene_changes("s3", title="Theirs"), other.load("dragon", OWNER))
    other.close()
    assert recalling.load("dragon", OWNER) == theirs
    recalling.close()


def test_a_fork_writes_rows_of_its_own_only(recalling: EpisodeStore, kit: Kit) -> None:
    graph = recalling.load("dragon", OWNER)
    at = Cursor("dragon", "s29", 1)
    forked = graph.with_scene(Scene("new", "New", graph.checkpoint_at(at), ("s29", 1)))
    told = statements(recalling)
    saved = recalling.save(forked.with_choice("s29", kit.choice("new", "New", after=1)), graph)
    written = [s.split("(")[0].split(" SET ")[0] for s in told if s.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(written) == len(set(written)) <= 10, written
    assert all(saved.scenes[name] is scene for name, scene in graph.scenes.items() if name != "s29")
    recalling.close()


def test_a_shelf_of_episodes_is_shown_without_reading_them(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    graph = keep(put_away(branching(kit), "tower", removal="r", at=""))
    for data in kit.blobs.values():
        store.put_blob(data)
    other = replace(graph.episode, id="theirs", owner="somebody else")
    store.create(replace(graph, episode=other, trash=()))
    [outline] = store.outlines(OWNER)
    beats = sum(len(scene.beats) for scene in graph.scenes.values())
    assert outline == Outline(graph.episode, len(graph.scenes), beats, graph.root.start)
    store.delete("dragon", OWNER)
    assert store.outlines(OWNER) == [] and len(store.outlines("somebody else")) == 1
