"""Forward kinematics: parts follow their joints, frames scale and turn, tables blend and mirror."""

from __future__ import annotations

import numpy as np
import pytest

from model.moment import EMOTIONS, GESTURES, POSES
from model.renderer.motion import Motion, Moves, Wave
from model.renderer.rig import SCALE, SHIFT, TURN, Joint, Rig, lowest
from tests.acting import act

ARM = Rig([Joint("body", None, (0, 1, 0)), Joint("arm", "body", (1, 1, 0)), Joint("hand", "arm", (1, 0, 0))])
PAIR = Rig([Joint("body", None, (0, 1, 0)), Joint("arm_l", "body", (1, 1, 0)), Joint("arm_r", "body", (-1, 1, 0))])


def moves(**poses: dict[str, Wave | tuple[float, float, float]]) -> Moves:
    gestures = {"wave": {"arm_r": (0, 0, 90)}, "bow": {"+arm_r": (0, 0, 40)}, "kick": {"arm_r": Wave(sin=(60, 0, 0))},
                "limp": {"+arm_r": Wave(sin=(30, 0, 0))}}  # fmt: skip
    return Moves(poses, gestures, {"sad": {"body": (30, 0, 0)}}, {}, {"wave": 1.0})


def test_rest_channels_leave_everything_where_it_is() -> None:
    assert np.allclose(ARM.solve(ARM.rest()), np.eye(4), atol=1e-6)


def test_a_child_follows_its_parent() -> None:
    channels = ARM.rest()
    channels[1, TURN] = (0, 0, 90)  # about the shoulder at (1, 1, 0)
    world = ARM.solve(channels)
    assert np.allclose(world[2] @ (1, 0, 0, 1), (2, 1, 0, 1), atol=1e-5)
    assert np.allclose(world[0], np.eye(4), atol=1e-6)


def test_a_positive_pitch_swings_back_what_hangs() -> None:
    channels = ARM.rest()
    channels[1, TURN] = (90, 0, 0)
    assert np.allclose(ARM.solve(channels)[2] @ (1, 0, 0, 1), (1, 1, -1, 1), atol=1e-5)


def test_a_joint_turns_in_its_own_flat_frame() -> None:
    rig = Rig([Joint("eye", None, (0, 0, 0), radii=(1.0, 2.0, 0.5))])
    channels = rig.rest()
    channels[0, TURN] = (90, 0, 0)
    assert np.allclose(rig.solve(channels)[0] @ (0, 2, 0, 1), (0, 0, 0.5, 1), atol=1e-5)


def test_shift_and_scale() -> None:
    channels = ARM.rest()
    channels[1, SHIFT], channels[1, SCALE] = (0, 0, 3), (2, 2, 2)
    assert np.allclose(ARM.solve(channels)[1] @ (1, 2, 0, 1), (1, 3, 3, 1), atol=1e-5)


def test_parents_must_come_first() -> None:
    with pytest.raises(ValueError, match="before its parent"):
        Rig([Joint("b", None, (0, 0, 0)), Joint("a", "a", (0, 0, 0))])


def test_lowest_contact() -> None:
    parts, points = np.array([0, 2], np.int32), np.array([[0, 0.5, 0, 1], [1, -0.25, 0, 1]], np.float32)
    assert lowest(ARM.solve(ARM.rest()), parts, points) == pytest.approx(-0.25)


def test_the_right_side_mirrors_the_left_half_a_cycle_later() -> None:
    motion = Motion(PAIR, moves(walk={"arm": Wave(mean=(5, 6, 7), sin=(10, 0, 0))}), 1.0)
    angles = motion.angles(act("walk", phase=np.pi / 2))
    assert np.allclose(angles[1, 3:], (15, 6, 7), atol=1e-4)
    assert np.allclose(angles[2, 3:], (-5, -6, -7), atol=1e-4)


def test_one_sided_entries_have_the_last_word() -> None:
    motion = Motion(PAIR, moves(sit={"arm_r": (1, 0, 0), "arm": (50, 0, 0)}), 1.0)
    assert motion.angles(act("sit"))[:, 3].tolist() == [0.0, 50.0, 1.0]


def test_gestures_take_over_only_their_joints_and_moods_need_free_hands() -> None:
    motion = Motion(PAIR, moves(stand={"arm": (20, 0, 0)}), 1.0)
    waving = motion.angles(act(gesture="wave", emotion="sad"))
    assert np.allclose(waving[:, 3:], [(0, 0, 0), (20, 0, 0), (0, 0, -90)], atol=1e-3)
    assert motion.angles(act(emotion="sad"))[0, 3] == pytest.approx(30)
    half = act(gesture="wave")
    half.gesture[:] = 0.5 * (half.gesture + act().gesture)
    assert np.allclose(motion.angles(half)[2, 3:], (10, 0, -45), atol=1e-3)


def test_what_is_written_with_a_plus_adds_to_the_pose() -> None:
    motion = Motion(PAIR, moves(stand={"arm": (20, 0, 0)}), 1.0)
    assert np.allclose(motion.angles(act(gesture="bow"))[2, 3:], (20, 0, -40), atol=1e-3)


def test_a_gesture_without_rhythm_follows_its_weight() -> None:
    motion = Motion(PAIR, moves(), 1.0)
    angles = []
    for weight in (0.2, 0.6, 1.0):
        at = act(gesture="kick")
        at.gesture[:] = weight * at.gesture + (1.0 - weight) * act().gesture
        angles.append(float(motion.angles(at)[2, 3]))
    assert angles[0] < -15 and angles[1] == pytest.approx(0.0, abs=1e-3) and angles[2] == pytest.approx(60.0)


def test_a_manner_keeps_the_time_of_the_steps() -> None:
    motion = Motion(PAIR, moves(), 1.0)
    late, later = (motion.angles(act("walk", "limp", phase=np.pi / 2, time_s=t))[2, 3] for t in (1.0, 1.4))
    assert late == later == pytest.approx(30.0)


def test_shifts_are_in_parts_of_the_unit() -> None:
    motion = Motion(PAIR, moves(run={"body.shift": (0, 0.1, 0)}), 2.0)
    assert motion.angles(act("run"))[0, :3].tolist() == pytest.approx([0.0, 0.2, 0.0])


@pytest.mark.parametrize(("pose", "joint"), [("hover", "body"), ("stand", "tentacle")])
def test_unknown_names_are_refused(pose: str, joint: str) -> None:
    with pytest.raises(ValueError, match=pose if pose == "hover" else joint):
        Motion(PAIR, moves(**{pose: {joint: (0, 0, 0)}}), 1.0)


def test_the_tables_know_every_pose_gesture_and_mood() -> None:
    from model.renderer.figures.moves import PERSON

    assert set(PERSON.poses) == set(POSES)
    assert set(PERSON.gestures) == set(GESTURES) - {"rest"}
    assert set(PERSON.moods) == set(EMOTIONS) - {"calm"}
