"""Depth, normals, segmentation and poses of a film, aligned to the pixel with its frames."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from directing import PROMPT, SAY, open_director

from director.filming.video import read_frames
from model.renderer.passes import NEAREST, entity_color
from tests.scenes import FRONT, SMALL, placed, ruled
from tests.stages import stage_of

STAGE = stage_of(("knight", "adult"), ("ball", "ball"), ("dragon", "dragon"))
MOMENT = placed(STAGE, {0: (-0.8, 0.0, 1.0, 0.0), 1: (0.6, 0.0, 1.5, 0.0), 2: (0.0, 0.0, -4.0, 0.0)})


def test_passes_show_what_the_geometry_pass_sees() -> None:
    renderer = ruled()
    passes = renderer.passes(STAGE, MOMENT, FRONT, SMALL)
    g, _ = renderer.gbuffer(STAGE, MOMENT, FRONT, SMALL)
    assert (passes.segmentation[g.entity == 0] == entity_color(0)).all()
    assert (passes.segmentation[g.entity == -2] == 0).all()
    there = g.entity != -2
    metres = 255.0 * NEAREST / np.maximum(passes.depth[..., 0][there], 1)
    near = g.depth[there] < 12
    assert np.allclose(metres[near], g.depth[there][near], rtol=0.06)
    up = (g.normal[1] > 0.99) & there
    assert passes.normal[up][:, 1].mean() > 200  # seen from the front, the ground's normal points up


def test_joints_lie_on_the_body_they_belong_to() -> None:
    renderer = ruled()
    passes = renderer.passes(STAGE, MOMENT, FRONT, SMALL)
    g, _ = renderer.gbuffer(STAGE, MOMENT, FRONT, SMALL)
    assert set(passes.keypoints) == {0}  # a ball has no pose, and a dragon not that of a person
    joints = passes.keypoints[0]
    on_body = [g.entity[int(p.y * SMALL[1]), int(p.x * SMALL[0])] == 0 for p in joints.values() if p.visible]
    assert len(on_body) >= 12 and np.mean(on_body) > 0.9
    assert joints["head"].y < joints["pelvis"].y < joints["foot_l"].y
    assert joints["arm_l"].x > joints["arm_r"].x  # who looks at us has his left on our right
    assert passes.pose.any()


def test_colours_of_entities_differ() -> None:
    colors = np.array([entity_color(row) for row in range(-1, 16)])
    apart = np.abs(colors[:, None] - colors[None]).sum(axis=2) + 1000 * np.eye(len(colors))
    assert apart.min() > 40


def test_a_beat_is_written_as_clips_that_lose_nothing(tmp_path: Path) -> None:
    director = open_director(tmp_path / "home")
    cursor = director.fork_inside(director.direct(director.begin(PROMPT, seed=3), SAY), 0.5)  # twelve frames
    files = {file.stem: file for file in director.passes(cursor, tmp_path / "out")}
    legend = json.loads(files["passes"].read_text("utf-8"))
    clips = {name: list(read_frames(file)) for name, file in files.items() if file.suffix == ".mp4"}
    assert set(clips) == {"color", "depth", "normal", "segmentation", "pose"}
    assert len({len(frames) for frames in clips.values()}) == 1
    assert len(legend["pose"]["frames"]) == len(clips["color"])
    assert {frames[0].shape for frames in clips.values()} == {(360, 640, 3)}
    known = {tuple(e["rgb"]) for e in legend["segmentation"]["entities"].values()} | {(96, 96, 96), (0, 0, 0)}
    assert {tuple(c) for c in np.unique(clips["segmentation"][5].reshape(-1, 3), axis=0).tolist()} <= known
    assert legend["pose"]["frames"][0]


def test_a_scene_without_beats_has_no_passes(tmp_path: Path) -> None:
    director = open_director(tmp_path / "home")
    with pytest.raises(Exception, match="direct one first"):
        director.passes(director.begin(PROMPT, seed=3), tmp_path / "out")
