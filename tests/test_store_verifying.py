"""Verifying: everything that is missing or damaged is found and named, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from stories import OWNER, Kit, branching

from db.engine import open_engine, sqlite_url
from db.store import EpisodeStore
from storygraph.graph import StoryGraph
from storygraph.soundness import flaws
from storygraph.story import Scene

Keep = Callable[[StoryGraph], StoryGraph]


def test_what_is_whole_has_no_flaws(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    keep(branching(kit))
    found = store.verify()
    size = sum(map(len, kit.blobs.values()))
    assert (found.episodes, found.blobs, found.size, found.flaws) == (1, len(kit.blobs), size, ())


def test_every_damaged_blob_is_named(store: EpisodeStore, keep: Keep, kit: Kit) -> None:
    keep(branching(kit))
    missing, damaged, *_ = kit.blobs
    store.blob_path(missing, OWNER).unlink()
    store.blob_path(damaged, OWNER).write_bytes(b"?")
    told = sorted(store.verify().flaws)
    assert len(told) == 2
    assert f"is damaged (sha256/{damaged[:2]}/{damaged})" in told[0]
    assert f"is missing (sha256/{missing[:2]}/{missing})" in told[1]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("DELETE FROM takes WHERE scene_id = 'mill'", "Beat 1 of mill has no take"),
        ("UPDATE scenes SET origin_beat = 9 WHERE id = 'mill'", "Scene mill comes from beat 9 of square, which has 2."),
        ("UPDATE episodes SET root = 'gone'", "The first scene (gone) is missing."),
        (
            "UPDATE choices SET after = 5 WHERE to_scene = 'mill'",
            "Scene square offers a choice after beat 5, and has 2.",
        ),
        ("UPDATE choices SET to_scene = 'square' WHERE scene_id = 'tower'", "The choices lead in a circle."),
    ],
)
def test_a_story_that_is_torn_is_named(
    store: EpisodeStore, keep: Keep, kit: Kit, tmp_path: Path, database: str | None, change: str, told: str
) -> None:
    keep(branching(kit))
    engine = open_engine(database or sqlite_url(tmp_path / "episodes" / "episodes.db"))
    with engine.begin() as connection:
        connection.execute(text(change))
    engine.dispose()
    (flaw,) = store.verify().flaws
    assert flaw.startswith(f"Episode dragon: {told}")


def test_a_scene_from_nowhere_is_a_flaw(kit: Kit) -> None:
    graph = branching(kit)
    lost = replace(graph, scenes={**graph.scenes, "far": Scene("far", "Far", kit.state(), ("gone", 1))})
    assert flaws(graph) == ()
    assert flaws(lost) == ("Scene far comes from a scene that is missing (gone).",)
