"""The speed figures have every key of their contract and are measured, not made up."""

from __future__ import annotations

from pathlib import Path

from directing import crew
from texts import TEXT

from db.store import EpisodeStore
from director.bench import ALL_SEEN, FULL, bench
from director.crew import Crew
from director.director import Director
from model.renderer.renderer import Renderer
from model.settings import SETTINGS
from model.world import WorldModel

KEYS = {
    "render_fps_640x360", "render_fps_1280x720", "slowest_setting", "slowest_fps_640x360", "slowest_fps_1280x720",
    "step_ms_p50", "four_futures_cost",
    "action_to_frame_ms_p50", "action_to_frame_ms_p95",
    "first_frame_s", "checkpoint_bytes", "fork_ms_p50", "rewind_ms_p50", "replay_bit_exact", "export_realtime_720p",
}  # fmt: skip


def test_every_figure_is_there_and_possible(tmp_path: Path) -> None:
    told: list[str] = []
    own = Crew(WorldModel.tiny(), TEXT, Renderer())  # it draws in large, and goes when it has
    figures = bench(
        own,
        lambda folder: Director(EpisodeStore.open(folder), own, folder),
        tmp_path,
        lambda fraction, text: told.append(text),
        [SETTINGS["beach"], SETTINGS["kitchen"]],
        windows=1,
    )
    assert set(figures) == KEYS
    assert figures.pop("replay_bit_exact") is True
    assert figures.pop("slowest_setting") in ("beach", "kitchen")
    assert all(value > 0 for value in figures.values())
    assert figures["action_to_frame_ms_p95"] >= figures["action_to_frame_ms_p50"] > figures["step_ms_p50"]
    assert figures["render_fps_640x360"] > figures["render_fps_1280x720"]
    assert 500 < figures["checkpoint_bytes"] < 100_000
    assert told


def test_a_full_village_is_sixteen_of_whom_all_are_seen() -> None:
    _, state = crew().begin(FULL, seed=7, aspect="16:9", style="vinyl")
    assert len(state.stage.entities) == 16
    directive = crew().read(ALL_SEEN, state)
    assert [action.verb for action in directive.actions] == ["walk"]
    assert directive.camera is not None and len(directive.camera.company) == 13
