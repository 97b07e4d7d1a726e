"""Composition: sizes, subjects and aspects, by what the finished frame would hold."""

from dataclasses import replace

import numpy as np
import pytest

from director.filming.camera import compose
from model.camera import ASPECTS, CAMERA_TYPES, SHOT_SIZES, Camera
from model.catalog import CATALOG
from model.moment import POSES, Moment
from model.renderer.raster import view_of
from model.renderer.troupe import extents, players
from model.stage import HAIRS, Stage
from tests.scenes import placed, ruled
from tests.stages import stage_of

STAGE = stage_of(("Anna", "adult"), ("Ben", "adult"), ("cat", "cat"), ("dragon", "dragon"), ("desk", "desk"))
PLACES = {0: (-0.8, 0.0, 0.5, 50.0), 1: (0.9, 0.0, 0.5, -50.0), 2: (2.5, 0.0, 1.0, 0.0), 3: (0.0, 4.0, -2.5, 90.0),
          4: (3.5, 0.0, -2.0, 0.0)}
MOMENT = placed(STAGE, PLACES)
ROOM = stage_of(("Anna", "adult"), ("Ben", "adult"), ("desk", "desk"), setting="office", indoor=True)
IN_ROOM = placed(ROOM, {0: (-1.0, 0.0, 0.0, 90.0), 1: (1.0, 0.0, 0.0, -90.0), 2: (0.0, 0.0, -2.0, 0.0)})


def shot(stage: Stage, moment: Moment, size: str, subject: str | None, aspect: str = "16:9", seed: int = 1,
         previous: Camera | None = None) -> Camera:
    return compose(stage, moment, shot_size=size, camera_type="Static", subject=subject, aspect=aspect, seed=seed,
                   previous=previous)


def shown(box: tuple[float, float, float, float] | None) -> float:
    """The share of the frame's height that a box takes, as the directability cases measure it."""
    assert box is not None and box[2] > 0 and box[0] < 1
    return min(box[3], 1.0) - max(box[1], 0.0)


def face_in(stage: Stage, moment: Moment, camera: Camera, row: int) -> tuple[float, float, float]:
    """How far down the frame brow, eyes and chin of somebody are."""
    (player,) = players(stage, moment, [row])
    puppet = player.body.puppet
    form, head = puppet.plan.face.form, player.matrices[puppet.head]  # type: ignore[attr-defined]
    points = np.array([(x, y, form.head.front(x, y)) for x, y in (form.brow, form.eye)])
    view = view_of(camera, (round(360 * ASPECTS[camera.aspect]), 360))
    brow, eyes, *skull = view.project(np.concatenate([points, form.skull()]) @ head[:3, :3].T + head[:3, 3])[:, 1]
    return float(brow), float(eyes), float(max(skull))


def top_of_head(stage: Stage, moment: Moment, camera: Camera) -> float:
    """How far down the frame the top of the first one's head is, horns or hair and all."""
    _, (low, high), _ = extents(players(stage, moment, [0])[0])
    middle = np.array([[(low[0] + high[0]) / 2, high[1], (low[2] + high[2]) / 2]])
    return float(view_of(camera, (640, 360)).project(middle)[0, 1])


LOOKS = [{}, {"hat": "wizard"}, {"hat": "top_hat", "hair": "curly"}, {"hair": "bun", "gender": "f"},
         {"hair": "braids", "gender": "f", "age": "child"}, {"hair": "afro"}]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: " ".join(look.values()) or "plain")
def test_a_close_up_fills_half_of_the_height_with_the_face_whatever_is_on_the_head(look: dict[str, str]) -> None:
    stage = replace(STAGE, entities=tuple(replace(e, look=look) if e.kind == "person" else e for e in STAGE.entities))
    for aspect, least in (("16:9", 0.48), ("1:1", 0.48), ("9:16", 0.36)):
        for row in (0, 1):
            brow, eyes, chin = face_in(stage, MOMENT, shot(stage, MOMENT, "Close-up", f"e{row}", aspect), row)
            assert least < chin - brow < 0.62
            assert brow > 0.1 and 0.3 < eyes < 0.48 and chin < 0.9  # lower under hair than they are on who is bald


@pytest.mark.parametrize("hair", ["short", "ponytail"])
def test_a_close_up_has_all_of_hair_that_is_not_tall(hair: str) -> None:
    looks = {"hair": hair, "gender": "f"}
    stage = replace(STAGE, entities=tuple(replace(e, look=looks) for e in STAGE.entities))
    for aspect in ASPECTS:
        assert top_of_head(stage, MOMENT, shot(stage, MOMENT, "Close-up", "e0", aspect)) > 0.0


@pytest.mark.parametrize("creature", [a.name for a in CATALOG.values() if a.kind == "creature"])
def test_a_close_up_of_a_creature_shows_its_face_large_and_whole(creature: str) -> None:
    stage = stage_of((creature, creature))
    moment = placed(stage, {0: (0.0, 0.0, 0.5, 35.0)})
    for aspect in ASPECTS:
        face = ruled().boxes(stage, moment, shot(stage, moment, "Close-up", "e0", aspect))["e0"][1]
        assert face is not None and face[0] > 0.0 and face[2] < 1.0 and face[1] > 0.0 and face[3] < 0.95
        assert face[3] - face[1] > (0.2 if aspect != "9:16" else 0.15)


@pytest.mark.parametrize("creature", ["dragon", "cow", "unicorn"])
def test_a_close_up_of_a_creature_has_its_horns(creature: str) -> None:
    stage = stage_of((creature, creature))
    moment = placed(stage, {0: (0.0, 0.0, 0.5, 35.0)})
    camera = shot(stage, moment, "Close-up", "e0")
    assert 0.0 < top_of_head(stage, moment, camera) < 0.2


def test_a_medium_shot_of_somebody_with_a_tall_hat_is_as_near_as_without() -> None:
    hatted = replace(STAGE, entities=tuple(replace(e, look={"hat": "wizard"}) for e in STAGE.entities))
    plain, tall = (face_in(stage, MOMENT, shot(stage, MOMENT, "Medium", "e0"), 0) for stage in (STAGE, hatted))
    assert tall[2] - tall[0] == pytest.approx(plain[2] - plain[0], abs=0.02)
    assert plain[2] - plain[0] > 0.28
    assert 0.0 <= tall[1] - plain[1] < 0.12  # lower, for the hat to have room


@pytest.mark.parametrize("hair", [hair for hair in HAIRS if hair != "bald"])
def test_a_medium_shot_has_air_over_the_hair(hair: str) -> None:
    stage = replace(STAGE, entities=tuple(replace(e, look={"hair": hair, "gender": "f"}) for e in STAGE.entities))
    for size in ("Medium", "Wide"):
        body, face = ruled().boxes(stage, MOMENT, shot(stage, MOMENT, size, "e0"))["e0"]
        assert body is not None and body[1] > 0.02
        assert face is not None and face[3] < 0.75


def test_a_medium_shot_of_a_beast_shows_its_head_and_breast() -> None:
    stage = stage_of(("horse", "horse"), ("Anna", "adult"))
    moment = placed(stage, {0: (0.0, 0.0, 0.0, 40.0), 1: (3.0, 0.0, 2.0, 0.0)})
    brow, eyes, chin = face_in(stage, moment, shot(stage, moment, "Medium", "e0"), 0)
    assert chin - brow > 0.25 and 0.25 < eyes < 0.45


def test_a_company_far_apart_is_not_seen_from_the_ground() -> None:
    stage = stage_of(("dragon", "dragon"), ("Tom", "child"))
    moment = placed(stage, {0: (3.3, 0.0, 1.4, -70.0), 1: (-1.0, 0.0, 0.8, 110.0)})
    for aspect in ASPECTS:
        assert shot(stage, moment, "Medium", None, aspect).position[1] > 0.9


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("subject", ["e0", "e1", "e2", "e3"])
def test_a_close_up_fills_the_frame_with_its_subject(aspect: str, subject: str) -> None:
    camera = shot(STAGE, MOMENT, "Close-up", subject, aspect)
    assert (camera.shot_size, camera.subject, camera.aspect) == ("Close-up", subject, aspect)
    body, face = ruled().boxes(STAGE, MOMENT, camera)[subject]
    tall_enough = 0.6 if ASPECTS[aspect] >= 1.0 or subject in ("e0", "e1") else 0.3
    assert shown(body) >= tall_enough
    assert face is not None and face[0] > 0 and face[2] < 1 and face[1] > 0 and face[3] < 1


def test_a_close_up_in_a_room_fills_the_frame_too() -> None:
    for seed in range(6):
        body, face = ruled().boxes(ROOM, IN_ROOM, shot(ROOM, IN_ROOM, "Close-up", "e0", seed=seed))["e0"]
        assert shown(body) >= 0.6
        assert face is not None and face[3] - face[1] > 0.25


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_face_gets_larger_from_wide_to_close(aspect: str) -> None:
    heights = []
    for size in SHOT_SIZES:
        face = ruled().boxes(STAGE, MOMENT, shot(STAGE, MOMENT, size, "e0", aspect))["e0"][1]
        assert face is not None
        heights.append(face[3] - face[1])
    assert heights[0] * 1.5 < heights[1] and heights[1] * 1.3 < heights[2]


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_wide_shot_shows_everybody_from_head_to_foot(aspect: str) -> None:
    boxes = ruled().boxes(STAGE, MOMENT, shot(STAGE, MOMENT, "Wide", None, aspect))
    for entity in ("e0", "e1", "e2", "e3"):
        body = boxes[entity][0]
        assert body is not None
        assert body[0] > -0.01 and body[1] > -0.01 and body[2] < 1.01 and body[3] < 1.01


def test_head_room_and_eye_line() -> None:
    for subject in ("e0", "e1"):
        body, face = ruled().boxes(STAGE, MOMENT, shot(STAGE, MOMENT, "Medium", subject))[subject]
        assert body is not None and face is not None
        assert 0.02 < body[1] < 0.2  # some air over the head, not half a frame
        assert 0.2 < (face[1] + face[3]) / 2 < 0.5


def test_there_is_more_room_before_a_face_than_behind_it() -> None:
    # Anna looks towards +x, Ben towards -x; seen from the front that is to the right and to the left.
    for subject, looks in (("e0", 1.0), ("e1", -1.0)):
        camera = shot(ROOM, IN_ROOM, "Medium", subject)
        _, face = ruled().boxes(ROOM, IN_ROOM, camera)[subject]
        assert face is not None and camera.position[2] > 0
        assert ((face[0] + face[2]) / 2 - 0.5) * looks < 0.0


def test_the_line_of_action_is_not_crossed() -> None:
    first = shot(STAGE, MOMENT, "Medium", "e0", seed=2)
    line = MOMENT.position[1] - MOMENT.position[0]

    def side(camera: Camera) -> float:
        x, _, z = np.asarray(camera.position) - MOMENT.position[0]
        return float(np.sign(line[2] * x - line[0] * z))

    for seed in range(8):
        for size in SHOT_SIZES:
            assert side(shot(STAGE, MOMENT, size, "e1", seed=seed, previous=first)) == side(first)


def test_who_stands_on_a_tower_is_seen_from_the_tower_s_height_and_who_flies_from_below() -> None:
    stage = stage_of(("Anna", "adult"), ("dragon", "dragon"), ("tower", "bell_tower"))
    high = placed(stage, {0: (2.0, 6.5, 0.0, 0.0), 1: (-2.0, 6.5, 0.0, 0.0), 2: (2.0, 0.0, 0.0, 0.0)})
    pose = high.pose.copy()
    pose[1] = np.eye(len(POSES))[POSES.index("fly")]
    level, below = (shot(stage, replace(high, pose=pose), "Wide", who) for who in ("e0", "e1"))
    assert level.target[1] - level.position[1] < 2.0 < below.target[1] - below.position[1]


def test_the_camera_stays_in_the_room_and_out_of_things() -> None:
    from model.renderer.kit import set_for

    room = set_for(ROOM).room
    assert room is not None
    for subject in (None, "e0", "e1", "e2"):
        for size in SHOT_SIZES:
            for heading in (0.0, 90.0, 180.0, 270.0):
                moment = placed(ROOM, {0: (-2.5, 0.0, -1.5, heading), 1: (1.0, 0.0, 0.0, heading)})
                x, y, z = shot(ROOM, moment, size, subject).position
                assert abs(x) < room[0] and 0.0 < y < room[1] and z > -room[2]
                for row in range(2):
                    assert np.hypot(x - moment.position[row, 0], z - moment.position[row, 2]) > 0.3


def test_nobody_stands_in_the_way_of_a_close_up() -> None:
    moment = placed(STAGE, {**PLACES, 0: (0.0, 0.0, -1.0, 0.0), 1: (0.0, 0.0, 0.6, 180.0)})
    camera = shot(STAGE, moment, "Close-up", "e0")
    gbuffer, _ = ruled().gbuffer(STAGE, moment, camera, (160, 90))
    assert (gbuffer.entity == 0).mean() > 0.15
    assert (gbuffer.entity == 1).mean() < 0.10


def test_a_close_up_of_nobody_in_particular_is_of_who_speaks() -> None:
    speaking = np.zeros(5, np.float32)
    speaking[1] = 1.0
    from dataclasses import replace

    assert shot(STAGE, replace(MOMENT, speaking=speaking), "Close-up", None).subject == "e1"


def test_the_same_question_gets_the_same_answer_and_wrong_words_are_refused() -> None:
    assert shot(STAGE, MOMENT, "Wide", "e0") == shot(STAGE, MOMENT, "Wide", "e0")
    with pytest.raises(ValueError, match="Huge"):
        shot(STAGE, MOMENT, "Huge", "e0")
    with pytest.raises(ValueError, match="e9"):
        shot(STAGE, MOMENT, "Wide", "e9")
    with pytest.raises(ValueError, match="4:3"):
        shot(STAGE, MOMENT, "Wide", None, "4:3")


def test_an_empty_stage_can_be_filmed() -> None:
    empty = stage_of()
    for kind in CAMERA_TYPES:
        compose(empty, placed(empty, {}), shot_size="Wide", camera_type=kind, subject=None, aspect="16:9", seed=0,
                previous=None)
