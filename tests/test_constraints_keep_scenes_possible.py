"""What no film forgives is put right: feet, hands, and scenery."""

from dataclasses import replace

import numpy as np
import torch

from model.constraints import WINGS, project
from model.layout import Relation
from model.moment import POSES, Moment
from model.stage import Stage
from model.state import Action
from model.tensors import WORDS, cast_of, moment_of, scene_of, tasks_of
from model.verbs import VERBS
from tests.stages import begin, stage_of

STAGE = stage_of(("smith", "adult"), ("sword", "sword"), ("well", "well"), ("table", "table"), ("cup", "cup"))


def _projected(stage: Stage, before: Moment, after: Moment, *asked: Action) -> tuple[Moment, list[float]]:
    cast = cast_of(stage, np.zeros((len(stage.entities), 4), np.float32))
    rows = {name: k for k, name in enumerate(VERBS)}
    tasks = tasks_of([[(action, 0) for action in asked]], [stage], [0], rows, lambda _: np.zeros(WORDS, np.float32))
    scene, moved = project(scene_of([after]), scene_of([before]), cast, tasks)
    return moment_of(scene, 0, len(stage.entities)), moved[0].tolist()


def _start() -> Moment:
    _, state = begin(STAGE, relations=(Relation("holds", "e0", "e1"), Relation("on", "e4", "e3")))
    return state.moment


def _shifted(moment: Moment, row: int, by: tuple[float, float, float]) -> Moment:
    position = moment.position.copy()
    position[row] += np.array(by, np.float32)
    return replace(moment, position=position)


def test_feet_under_the_ground_are_lifted_and_the_lift_is_counted() -> None:
    after, moved = _projected(STAGE, _start(), _shifted(_start(), 0, (0.0, -0.2, 0.0)))
    assert after.position[0, 1] == 0.0
    assert abs(moved[0] - 0.2) < 1e-5


def test_what_is_held_is_in_the_hand() -> None:
    start = _start()
    after, _ = _projected(STAGE, start, _shifted(start, 1, (3.0, 0.0, 1.0)))
    assert np.allclose(after.position[1], start.position[1], atol=1e-5)


def test_scenery_does_not_wander() -> None:
    start = _start()
    after, moved = _projected(STAGE, start, _shifted(start, 2, (0.05, 0.0, 0.05)))
    assert np.array_equal(after.position[2], start.position[2])
    assert moved[2] > 0.05


def test_a_thing_that_lies_still_moves_for_whoever_is_asked_to_and_for_nobody_else() -> None:
    stage = stage_of(("smith", "adult"), ("box", "box"), ("lamp", "floor_lamp"), ("tray", "plate"))
    _, state = begin(stage, relations=(Relation("on", "e3", "e1"),))
    shoved = _shifted(_shifted(state.moment, 1, (0.12, 0.0, 0.0)), 3, (0.12, 0.0, 0.0))
    cases = (
        ((), False), ((Action("walk", "e0", "e2"),), False), ((Action("weather", None, weather="rain"),), False),
        ((Action("push", "e0", "e1"),), True), ((Action("quake", None),), True),
    )  # fmt: skip
    for asked, moves in cases:
        after, counted = _projected(stage, state.moment, shoved, *asked)
        for row in (1, 3):  # what is on it goes along
            assert bool((after.position[row] != state.moment.position[row]).any()) == moves
        assert moves or counted[1] > 0.1
    brushed, _ = _projected(stage, state.moment, _shifted(state.moment, 2, (0.12, 0.0, 0.0)))
    assert brushed.position[2, 0] != state.moment.position[2, 0]  # a slender thing falls to whoever runs into it


def test_what_stands_on_a_chest_stays_when_the_chest_is_opened() -> None:
    stage = stage_of(("smith", "adult"), ("chest", "chest"), ("vase", "vase"))
    _, state = begin(stage, relations=(Relation("on", "e2", "e1"),))
    sinking = _shifted(state.moment, 2, (0.0, -0.1, 0.0))
    after, _ = _projected(stage, state.moment, sinking, Action("open", "e0", "e1"))
    assert np.array_equal(after.position[2], state.moment.position[2])


def test_nobody_has_in_hand_what_nobody_was_asked_to_take() -> None:
    stage = stage_of(("smith", "adult"), ("vase", "vase"))
    _, state = begin(stage)
    grabbed = replace(state.moment, held_by=np.array([-1, 0]))
    for asked, holder in (((), -1), ((Action("walk", "e0"),), -1), ((Action("take", "e0", "e1"),), 0)):
        after, _ = _projected(stage, state.moment, grabbed, *asked)
        assert after.held_by[1] == holder


def test_nobody_ever_has_a_well_in_hand() -> None:
    stage = stage_of(("smith", "adult"), ("well", "well"))
    _, state = begin(stage)
    grabbed = replace(state.moment, held_by=np.array([-1, 0]))
    after, _ = _projected(stage, state.moment, grabbed, Action("take", "e0", "e1"))
    assert after.held_by[1] == -1 and np.array_equal(after.position[1], state.moment.position[1])


def test_a_thing_that_rolls_rolls_on_though_nobody_is_asked() -> None:
    stage = stage_of(("ball", "ball"), ("smith", "adult"))
    _, state = begin(stage)
    rolling = replace(state.moment, velocity=np.array([[1.0, 0, 0], [0, 0, 0]], np.float32))
    after, _ = _projected(stage, rolling, _shifted(rolling, 0, (0.08, 0.0, 0.0)))
    assert after.position[0, 0] > state.moment.position[0, 0] + 0.07


def test_what_stands_on_a_table_stands_on_its_top() -> None:
    start = _start()
    after, _ = _projected(STAGE, start, _shifted(start, 4, (0.0, 0.08, 0.0)))
    assert abs(float(after.position[4, 1]) - 0.75) < 1e-5


def test_nobody_runs_out_of_the_wings_nor_against_them() -> None:
    running = replace(_start(), velocity=np.full((5, 3), 2.0, np.float32))
    after, moved = _projected(STAGE, _start(), _shifted(running, 0, (40.0, 0.0, 0.0)))
    assert after.position[0, 0] == WINGS
    assert moved[0] > 20.0
    assert after.velocity[0, 0] == 0.0 and after.velocity[0, 2] == 2.0


def _on_the_tower(pose: str) -> tuple[Stage, Moment]:
    stage = stage_of(("dragon", "dragon"), ("tower", "bell_tower"))
    _, state = begin(stage, relations=(Relation("on", "e0", "e1"),))
    poses = state.moment.pose.copy()
    poses[0] = np.eye(len(POSES))[POSES.index(pose)]
    return stage, replace(state.moment, pose=poses)


def test_whoever_starts_to_climb_down_is_not_held_at_the_top() -> None:
    stage, top = _on_the_tower("climb")
    sinking = replace(_shifted(top, 0, (1.6, -0.03, 0.0)), velocity=np.array([[0, -0.3, 0], [0, 0, 0]], np.float32))
    after, _ = _projected(stage, top, sinking, Action("get_down", "e0"))
    assert after.position[0, 1] < top.position[0, 1] - 0.02 and after.velocity[0, 1] < 0.0
    arriving = replace(_shifted(top, 0, (0.4, -0.03, 0.0)), velocity=np.zeros((2, 3), np.float32))
    after, _ = _projected(stage, top, arriving, Action("climb", "e0", "e1"))
    assert abs(float(after.position[0, 1] - top.position[0, 1])) < 1e-5


def test_nobody_stands_on_air() -> None:
    stage = stage_of(("smith", "adult"), ("dragon", "dragon"))
    _, state = begin(stage)
    high = state.moment
    for row in (0, 1):
        high = _shifted(high, row, (0.0, 3.0, 0.0))
    pose = high.pose.copy()
    pose[1] = np.eye(len(POSES))[POSES.index("fly")]
    now = replace(high, pose=pose)
    for _ in range(12):
        rising = _shifted(_shifted(now, 0, (0.0, 0.1, 0.0)), 1, (0.0, 0.1, 0.0))
        velocity = np.array([[0, 1.2, 0], [0, 1.2, 0]], np.float32)
        now, _ = _projected(stage, now, replace(rising, velocity=velocity))
    assert now.position[0, 1] < 1.5 and now.position[1, 1] > 4.0


def test_nobody_stands_on_air_above_what_is_said_to_carry_him() -> None:
    stage = stage_of(("smith", "adult"), ("forge", "forge"))
    _, state = begin(stage, relations=(Relation("on", "e0", "e1"),))
    top = float(state.moment.position[0, 1])
    now = _shifted(state.moment, 0, (0.0, 2.0, 0.0))
    for _ in range(24):
        rising = _shifted(now, 0, (0.0, 0.05, 0.0))
        now, _ = _projected(stage, now, replace(rising, velocity=np.array([[0, 0.6, 0], [0, 0, 0]], np.float32)))
    assert top - 1e-4 < now.position[0, 1] < top + 0.6


def test_who_lands_on_a_roof_does_not_sink_into_it() -> None:
    stage, above = _on_the_tower("fly")
    above = replace(above, supported_by=np.array([-1, -1]))
    down = np.array([[0, -2.0, 0], [0, 0, 0]], np.float32)
    after, moved = _projected(stage, above, replace(_shifted(above, 0, (0.2, -0.4, 0.1)), velocity=down))
    assert abs(float(after.position[0, 1] - above.position[0, 1])) < 1e-5 and after.velocity[0, 1] == 0.0
    assert abs(moved[0] - 0.4) < 1e-4
    beside, _ = _projected(stage, above, replace(_shifted(above, 0, (3.0, -0.4, 0.0)), velocity=down))
    assert beside.position[0, 1] < above.position[0, 1] - 0.3


def test_a_possible_scene_is_left_alone() -> None:
    start = _start()
    after, moved = _projected(STAGE, start, start)
    assert torch.allclose(torch.from_numpy(after.position), torch.from_numpy(start.position), atol=1e-6)
    assert max(moved) < 1e-6


def test_who_hovers_a_little_stands_and_who_jumps_does_not() -> None:
    start = _start()
    after, moved = _projected(STAGE, start, _shifted(start, 0, (0.0, 0.05, 0.0)))
    assert after.position[0, 1] == 0.0
    assert abs(moved[0] - 0.05) < 1e-5
    velocity = start.velocity.copy()
    velocity[0, 1] = 2.0
    after, _ = _projected(STAGE, start, replace(_shifted(start, 0, (0.0, 0.05, 0.0)), velocity=velocity))
    assert abs(float(after.position[0, 1]) - 0.05) < 1e-5


def test_what_is_in_a_box_goes_where_the_box_goes() -> None:
    stage = stage_of(("chest", "chest"), ("ring", "ring"))
    _, state = begin(stage, relations=(Relation("inside", "e1", "e0"),))
    start = state.moment
    after, moved = _projected(stage, start, _shifted(start, 0, (0.5, 0.0, 0.0)))
    assert np.allclose(after.position[1] - after.position[0], start.position[1] - start.position[0], atol=1e-5)
    assert moved[1] == 0.0


def test_what_rests_does_not_creep_and_what_is_pushed_moves() -> None:
    start = _start()
    after, _ = _projected(STAGE, start, _shifted(start, 4, (0.002, 0.0, 0.001)))
    assert np.array_equal(after.position[4], start.position[4])
    velocity = start.velocity.copy()
    velocity[4, 0] = 0.4
    pushed = replace(_shifted(start, 4, (0.03, 0.0, 0.0)), velocity=velocity)
    after, _ = _projected(STAGE, start, pushed, Action("push", "e0", "e4"))
    assert abs(float(after.position[4, 0] - start.position[4, 0]) - 0.03) < 1e-5


def _sat(archetype: str, off: float, sit: float) -> Moment:
    """Somebody on a seat, `off` degrees off its front, `sit` of the way to sitting."""
    stage = stage_of(("smith", "adult"), ("seat", archetype))
    moment = begin(stage, relations=(Relation("sits", "e0", "e1"),))[1].moment
    heading, pose = moment.heading.copy(), moment.pose.copy()
    heading[0] = heading[1] + np.radians(off)
    pose[0] = 0.0
    pose[0, [POSES.index("stand"), POSES.index("sit")]] = 1.0 - sit, sit
    return replace(moment, heading=heading, pose=pose)


def _turned(archetype: str, off: float, was: float, sit: float) -> float:
    """Degrees off a seat's front after a step in which somebody came from `was` to `sit` of sitting on it."""
    stage = stage_of(("smith", "adult"), ("seat", archetype))
    after, _ = _projected(stage, _sat(archetype, off, was), _sat(archetype, off, sit))
    return float(np.degrees(np.angle(np.exp(1j * (after.heading[0] - after.heading[1])))))


def test_who_sits_down_turns_their_back_to_a_backrest() -> None:
    for archetype in ("throne", "sofa", "chair"):
        assert 100.0 < _turned(archetype, 170.0, 0.4, 0.6) < 170.0
        assert abs(_turned(archetype, 20.0, 0.4, 0.6)) < 1.0
        assert _turned(archetype, 40.0, 1.0, 1.0) > 39.0  # who sits may look aside
        assert _turned(archetype, 120.0, 1.0, 1.0) < 100.0  # but not sit the wrong way round
    assert _turned("bench", 170.0, 0.4, 0.6) > 169.0  # has no back: either way will do


def test_what_is_carried_off_is_gone_and_comes_back() -> None:
    stage = stage_of(("smith", "adult"), ("bag", "bag"), ("ring", "ring"), ("girl", "child"), ("horse", "horse"))
    carried = (Relation("holds", "e0", "e1"), Relation("inside", "e2", "e1"), Relation("sits", "e3", "e4"))
    _, state = begin(stage, relations=carried)
    for there in (0.0, 1.0):
        moment = replace(state.moment, present=np.array([there, 1 - there, 1 - there, 1 - there, there], np.float32))
        for _ in range(2):  # a hand, and a bag in it
            moment, _ = _projected(stage, moment, moment)
        assert (moment.present == there).all()


def test_who_is_in_a_boat_and_does_nothing_stays_on_it_and_off_its_sides() -> None:
    stage = stage_of(("girl", "adult"), ("boat", "boat"))
    start = begin(stage, relations=(Relation("on", "e0", "e1"),))[1].moment
    middle = start.position[1] - start.position[0] + np.array([0.6, 0.3, 0.4])
    lost = replace(_shifted(start, 0, tuple(middle)), supported_by=np.array([-1, -1]))
    again, _ = _projected(stage, lost, lost)
    assert again.supported_by[0] == 1 and abs(again.position[0, 0] - again.position[1, 0]) < 0.55
    going, _ = _projected(stage, lost, lost, Action("get_down", "e0", "e1"))
    assert going.supported_by[0] == -1
