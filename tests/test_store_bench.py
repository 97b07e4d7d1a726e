"""The figures of the store are measured on a story of the right shape, and beside another store on equal states."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from db.bench import STATE_BYTES, bench, build
from db.store import EpisodeStore
from storygraph.story import Cursor


def test_the_long_story_is_a_story(tmp_path: Path) -> None:
    build(tmp_path, scenes=30, beats=3, line=10)
    store = EpisodeStore.open(tmp_path)
    graph = store.load("long", "author")
    assert len(graph.scenes) == 30 and graph.reachable() == graph.scenes.keys()
    deep = Cursor("long", f"{9:032x}", 3)
    assert len(graph.ancestry(deep)) == 30 and not graph.is_stale(deep)
    checkpoints = {beat.take.checkpoint for scene in graph.scenes.values() for beat in scene.beats}
    assert len(checkpoints) == 90 and len(store.get_blob(graph.checkpoint_at(deep), "author")) == STATE_BYTES
    store.close()


def test_every_figure_is_there_and_possible(tmp_path: Path) -> None:
    figures = bench(tmp_path, scenes=12, beats=2, line=6, repeats=2, states=11)
    both = figures.pop("side_by_side")
    assert both.pop("states") == 11
    if find_spec("langgraph") is None:
        assert "not installed" in both.pop("langgraph")
    for told in (figures, *both.values()):
        assert all(value > 0 for value in told.values())
    assert figures["depth"] == 12 and figures["beats"] == 24
    assert STATE_BYTES < figures["bytes_per_beat"] < 10 * STATE_BYTES
    assert figures["fork_ms_p95"] >= figures["fork_ms_p50"]
