"""Faces act: each emotion reads at thumbnail size, eyes blink and follow the gaze, a speaking mouth moves."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import cv2
import numpy as np
import pytest

from model.moment import EMOTIONS
from model.renderer.actor import Actor
from model.renderer.creatures import creature_puppet
from model.renderer.faces import Mouth, blink, syllable
from model.renderer.figures import person_puppet
from model.renderer.mesh import F32
from model.renderer.puppet import Act, transform
from tests.acting import act, creature, person

FACE = 60  # pixels


def thumbnail(puppet: Actor, at: Act) -> F32:
    """The face as (FACE, FACE, 3) flat colours, seen from the front, in the head's own frame."""
    matrices = puppet.pose(at)
    row = puppet.plan.rig.index["head"]
    v, _ = transform(puppet.mesh, (np.linalg.inv(matrices[row]) @ matrices).astype(np.float32))
    form = puppet.plan.face.form
    size = 5.6 * form.eye[0]
    middle = np.array([0.0, form.eye[1] - 0.1 * size, float(form.head.cz.mean())])
    view = np.eye(4, dtype=np.float32)
    view[:3, 3] = -middle - (0.0, 0.0, 10.0 * size)
    image, depth = np.ones((FACE, FACE, 3), np.float32), np.full((FACE, FACE), 1e3, np.float32)
    settings = cv2.TriangleRasterizeSettings()
    settings.setShadingType(cv2.RASTERIZE_SHADING_SHADED)
    settings.setCullingMode(cv2.RASTERIZE_CULLING_CW)
    fov = 2 * math.atan(0.5 / 10.0)
    cv2.triangleRasterize(v, puppet.mesh.triangles, puppet.mesh.color, image, depth, view, fov, 0.01, 1e3, settings)
    return image


@pytest.mark.parametrize("gender", ["f", "m"])
def test_each_emotion_gives_a_different_face_at_thumbnail_size(gender: str) -> None:
    puppet = person_puppet(person({"gender": gender, "hair": "bald"}))
    faces = {emotion: thumbnail(puppet, act(emotion=emotion, time_s=2.0)) for emotion in EMOTIONS}
    for a, b in itertools.combinations(EMOTIONS, 2):
        changed = np.abs(faces[a] - faces[b]).max(axis=2) > 0.15
        assert changed.sum() > 40, (a, b, int(changed.sum()))


@pytest.mark.parametrize("name", ["dragon", "dog", "horse", "eagle", "snake", "robot", "ghost"])
def test_creatures_show_emotion_too(name: str) -> None:
    puppet = creature_puppet(creature(name))
    faces = [thumbnail(puppet, act(emotion=emotion, time_s=2.0)) for emotion in ("calm", "angry", "sad", "surprised")]
    for a, b in itertools.combinations(faces, 2):
        assert (np.abs(a - b).max(axis=2) > 0.15).sum() > 25


def test_eyes_blink_now_and_then_and_each_person_at_other_times() -> None:
    times = np.arange(0.0, 30.0, 1 / 24)
    shut = {seed: np.array([blink(float(t), seed) > 0.5 for t in times]) for seed in (1, 2)}
    for seen in shut.values():
        starts = int((seen[1:] & ~seen[:-1]).sum())
        assert 5 <= starts <= 12
        assert seen.mean() < 0.08
    assert not np.array_equal(shut[1], shut[2])


def mouth_height(puppet: Actor, at: Act) -> float:
    matrices = puppet.pose(at)
    head = np.linalg.inv(matrices[puppet.plan.rig.index["head"]])
    rows = puppet.mesh.part >= len(puppet.plan.rig)
    v, _ = transform(puppet.mesh, (head @ matrices).astype(np.float32))
    return float(np.ptp(v[rows, 1]))


def test_a_speaking_mouth_opens_and_shuts() -> None:
    puppet = person_puppet(person())
    times = [1.0 + k / 24 for k in range(36)]
    talking = [mouth_height(puppet, act(time_s=t, speaking=1.0)) for t in times]
    silent = [mouth_height(puppet, act(time_s=t)) for t in times]
    assert max(talking) > 1.5 * min(talking)
    assert np.ptp(silent) < 0.1 * np.ptp(talking)


@pytest.mark.parametrize("emotion", ["happy", "surprised"])
def test_the_dark_of_an_open_mouth_is_ringed_by_the_lips(emotion: str) -> None:
    puppet = person_puppet(person({"gender": "f"}))
    matrices = puppet.pose(act(emotion=emotion))
    head = np.linalg.inv(matrices[puppet.plan.rig.index["head"]])
    v, _ = transform(puppet.mesh, (head @ matrices).astype(np.float32))
    part, n = puppet.mesh.part - len(puppet.plan.rig), Mouth.SEGMENTS
    lips, dark = (v[(part >= low) & (part < high), :2] for low, high in ((0, 2 * n), (2 * n, 3 * n)))
    ring = cv2.convexHull(lips)
    inside = [cv2.pointPolygonTest(ring, (float(x), float(y)), True) for x, y in dark]
    assert min(inside) > -0.1 * puppet.plan.face.form.lip


def test_syllables_stay_within_bounds() -> None:
    values = [syllable(t / 50, 5) for t in range(500)]
    assert 0.0 <= min(values) < 0.1 and 0.7 < max(values) <= 1.0


def looks_at(puppet: Actor, yaw: float, pitch: float) -> tuple[F32, F32]:
    """Where head and left iris point."""
    at = replace(act(), gaze=(yaw, pitch))
    matrices = puppet.pose(at)
    index = puppet.plan.rig.index
    head = matrices[index["head"]][:3, 2]
    iris, eye = matrices[index["iris_l"]], matrices[index["eye_l"]]
    middle = np.append(np.add(puppet.plan.rig.joints[index["eye_l"]].at, (0.0, 0.0, 0.02)), 1.0)
    return head, (iris @ middle - eye @ middle)[:3]


def test_the_head_turns_to_the_gaze_as_far_as_a_neck_goes() -> None:
    puppet = person_puppet(person())
    left, _ = looks_at(puppet, 0.8, 0.0)
    right, _ = looks_at(puppet, -0.8, 0.0)
    up, _ = looks_at(puppet, 0.0, 0.4)
    behind, _ = looks_at(puppet, 3.0, 0.0)
    assert left[0] > 0.25 and right[0] < -0.25 and up[1] > 0.15
    assert behind[2] > 0.2


def test_to_look_a_little_aside_is_for_the_eyes_alone() -> None:
    ahead, still = looks_at(person_puppet(person()), 0.0, 0.0)
    aside, moved = looks_at(person_puppet(person()), 0.3, 0.0)
    assert np.abs(aside - ahead).max() < 1e-5
    assert np.linalg.norm(moved - still) > 0.001


def test_eyes_go_further_than_the_head() -> None:
    _, moved = looks_at(person_puppet(person()), 0.6, 0.0)
    _, still = looks_at(person_puppet(person()), 0.0, 0.0)
    assert np.linalg.norm(moved - still) > 0.001


def test_who_sleeps_shuts_the_eyes() -> None:
    puppet = person_puppet(person())
    row = puppet.plan.rig.index["lid_l"]
    awake, asleep = (puppet.pose(act(pose, time_s=2.0)) for pose in ("stand", "lie"))
    head = puppet.plan.rig.index["head"]
    open_lid, shut_lid = (np.linalg.inv(m[head]) @ m[row] for m in (awake, asleep))
    assert np.abs(open_lid - shut_lid).max() > 0.5
