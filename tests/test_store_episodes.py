"""Episodes in the store: saved whole, one change at a time, each its owner's."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError
from stories import HOSTILE, OWNER, Kit, branching, hostile

from db.store import EpisodeStore
from storygraph.errors import StoryConflict, StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Scene

Keep = Callable[[StoryGraph], StoryGraph]


def test_a_story_comes_back_as_it_was_saved(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    saved = keep(branching(kit))
    assert store.load("dragon", OWNER) == saved


def test_hostile_text_comes_back_letter_by_letter(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    keep(hostile(kit))
    square = store.load("dragon", OWNER).root
    assert tuple(beat.direction for beat in square.beats) == HOSTILE
    assert tuple(caption.text for caption in square.beats[0].take.captions) == HOSTILE


def test_everything_is_there_after_the_program_was_closed(
    store: EpisodeStore, keep: Keep, kit: Kit, reopened: Callable[[], EpisodeStore]
) -> None:
    saved = keep(branching(kit))
    store.close()
    again = reopened()
    assert again.load("dragon", OWNER) == saved
    assert [again.get_blob(digest, OWNER) for digest in kit.blobs] == list(kit.blobs.values())


def changes(kit: Kit, graph: StoryGraph) -> list[StoryGraph]:
    """One story for each kind of change."""
    [down] = graph.scene("tower").choices
    without_tower = {name: scene for name, scene in graph.scenes.items() if name != "tower"}
    bell = graph.scene("bell")
    kept = tuple(choice for choice in bell.choices if choice.to != "tower")
    shorter = replace(graph.scene("mill"), beats=())
    return [
        kit.directed(graph, "mill", "She hides."),
        kit.directed(kit.forked(graph, "square", 1, "inn", "Drink"), "inn", "A drink."),
        graph.with_take("square", 0, kit.take()),
        graph.with_take("square", 0, kit.take(), canonical=False),
        graph.with_clip("square", 1, graph.scene("square").beats[1].take.id, kit.blob(b"another clip")),
        graph.without_choice("tower", down.id),
        graph.with_scene_changes("mill", title="Mill", ending=False),
        graph.with_episode(title="Another title"),
        replace(graph, scenes={**without_tower, "bell": replace(bell, choices=kept)}),
        replace(graph, scenes={**graph.scenes, "mill": shorter}),
    ]


@pytest.mark.parametrize("which", range(10))
def test_each_change_is_saved_as_a_difference(store: EpisodeStore, keep: Keep, kit: Kit, which: int) -> None:
    graph = keep(branching(kit))
    changed = changes(kit, graph)[which]
    for data in kit.blobs.values():
        store.put_blob(data)
    saved = store.save(changed, graph)
    assert saved.scenes == changed.scenes
    assert saved.episode.version == graph.episode.version + 1
    assert store.load("dragon", OWNER) == saved


def test_a_saved_story_can_be_changed_and_saved_again(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    graph = keep(kit.begin())
    for words in ("One.", "Two.", "Three."):
        longer = kit.directed(graph, "square", words)
        for data in kit.blobs.values():
            store.put_blob(data)
        graph = store.save(longer, graph)
    assert store.load("dragon", OWNER) == graph
    assert graph.episode.version == 4


def test_the_second_of_two_writers_is_told_to_reload(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    keep(branching(kit))
    mine, yours = store.load("dragon", OWNER), store.load("dragon", OWNER)
    saved = store.save(mine.with_scene_changes("mill", title="Mine"), mine)
    with pytest.raises(StoryConflict, match="reload"):
        store.save(yours.with_scene_changes("mill", title="Yours"), yours)
    assert store.load("dragon", OWNER) == saved


def test_writers_at_the_same_time_lose_nothing(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    keep(branching(kit))
    told = []

    def write(name: str) -> None:
        for number in range(10):
            while True:
                graph = store.load("dragon", OWNER)
                scene = Scene(f"{name}{number}", name, graph.root.start)
                try:
                    store.save(graph.with_scene(scene), graph)
                    break
                except StoryConflict:
                    told.append(name)

    writers = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    graph = store.load("dragon", OWNER)
    assert {f"{name}{number}" for name in "abc" for number in range(10)} <= graph.scenes.keys()
    assert graph.episode.version == 31


def test_a_change_lands_whole_or_not_at_all(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    graph = keep(branching(kit))
    torn = graph.with_scene_changes("mill", title="New").with_scene(Scene("far", "Far", "0" * 64))
    with pytest.raises(DatabaseError, match=r"(?i)foreign key"):  # its checkpoint was never kept
        store.save(torn, graph)
    assert store.load("dragon", OWNER) == graph


@pytest.mark.parametrize(("episode", "owner"), [("unknown", OWNER), ("dragon", "somebody else"), ("dragon", "")])
def test_what_is_not_yours_is_as_unknown_as_what_never_was(
    store: EpisodeStore, keep: Keep, kit: Kit, episode: str, owner: str
) -> None:
    graph = keep(branching(kit))
    theirs = replace(graph, episode=replace(graph.episode, id=episode, owner=owner))
    for use in (
        lambda: store.load(episode, owner),
        lambda: store.save(theirs.with_episode(title="Mine now"), theirs),
        lambda: store.delete(episode, owner),
    ):
        with pytest.raises(StoryError, match=r"^There is no such episode: choose one from your list\.$"):
            use()
    assert store.load("dragon", OWNER) == graph


def test_owners_see_their_own_episodes_the_last_changed_first(tmp_path: Path, database: str | None, kit: Kit) -> None:
    moments = (datetime(2026, 11, 22, tzinfo=UTC) + timedelta(minutes=minute) for minute in range(100))
    store = EpisodeStore.open(tmp_path, database, clock=lambda: next(moments))
    graph = kit.begin()
    for data in kit.blobs.values():
        store.put_blob(data)
    made = {
        name: store.create(replace(graph, episode=replace(graph.episode, id=name, owner=owner)))
        for name, owner in (("first", OWNER), ("second", OWNER), ("third", "somebody else"))
    }
    assert [episode.id for episode in store.episodes(OWNER)] == ["second", "first"]
    store.save(made["first"].with_episode(title="Changed"), made["first"])
    assert store.episodes(OWNER)[0].title == "Changed"
    assert made["first"].episode.created == "2026-11-22T00:02:00.000Z"  # opening and putting looked at the clock, too
    store.close()


def test_an_episode_in_the_trash_is_gone_and_can_be_brought_back(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    graph = keep(branching(kit))
    store.delete("dragon", OWNER)
    assert store.episodes(OWNER) == []
    with pytest.raises(StoryError, match="no such episode"):
        store.load("dragon", OWNER)
    with pytest.raises(StoryError, match="no such episode"):
        store.save(graph.with_episode(title="Late"), graph)
    store.restore("dragon", OWNER)
    assert store.load("dragon", OWNER) == graph


def test_an_id_is_used_once(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    graph = keep(branching(kit))
    with pytest.raises(StoryError, match="already an episode"):
        store.create(graph)


def test_a_difference_between_two_stories_is_a_mistake(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    graph = keep(branching(kit))
    with pytest.raises(ValueError, match="not the same episode"):
        store.save(replace(graph, episode=replace(graph.episode, id="other")), graph)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoryError, match="choose another folder"):
        EpisodeStore.open(tmp_path / "file" / "episodes")


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "episodes.db").write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(StoryError, match="not a Nacre database"):
        EpisodeStore.open(tmp_path)


@pytest.mark.parametrize("url", ["nonsense", "oracle+nothing://x", "postgresql+nodriver://localhost/nacre"])
def test_a_database_url_that_cannot_be_used_is_told(tmp_path: Path, url: str) -> None:
    with pytest.raises(StoryError, match="correct it, or install its driver"):
        EpisodeStore.open(tmp_path, url)
