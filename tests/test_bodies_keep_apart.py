"""Nobody walks through anybody or anything, and people who meet leave room between them."""

import math
from dataclasses import replace

import numpy as np
import pytest

from model.geometry import reach
from model.layout import first_moment
from model.moment import Moment
from model.stage import Stage
from model.state import Action
from model.teacher.rollouts import Rollout, act, rollout
from tests.stages import stage_of


def _depth(stage: Stage, moment: Moment, i: int, j: int) -> float:
    """Metres by which i's circle reaches into j's box; negative where there is a gap."""
    w, _, d = stage.entities[j].size
    c, s = math.cos(moment.heading[j]), math.sin(moment.heading[j])
    dx, _, dz = moment.position[i] - moment.position[j]
    x, z = c * dx - s * dz, s * dx + c * dz
    apart = math.hypot(x - float(np.clip(x, -w / 2, w / 2)), z - float(np.clip(z, -d / 2, d / 2)))
    return reach(stage.entities[i].size) - apart


def _solid(stage: Stage, moment: Moment, i: int, j: int) -> bool:
    """Whether i and j stand on the same ground and neither carries the other."""
    tied = (moment.held_by, moment.supported_by, moment.inside)
    if i == j or any(row[i] >= 0 or row[j] >= 0 for row in tied) or min(moment.present[[i, j]]) < 0.5:
        return False
    small = {"holdable", "hangs"} & stage.entities[j].traits and stage.entities[j].kind == "prop"
    low = max(moment.position[i, 1], moment.position[j, 1]) < 0.05
    return low and not small and not moment.tilt[j] > 0.5 and moment.pose_name(i) not in ("climb", "jump", "fly")


def _depths(lesson: Rollout) -> list[float]:
    """Overlaps at all moments but the first second's: a lesson may begin with people inside things."""
    people = [i for i, e in enumerate(lesson.stage.entities) if e.kind != "prop"]
    return [
        max(0.0, _depth(lesson.stage, m, i, j))
        for m in lesson.moments[12:]
        for i in people
        for j in range(len(lesson.stage.entities))
        if _solid(lesson.stage, m, i, j)
    ]


def test_bodies_hardly_ever_overlap() -> None:
    depths = np.concatenate([_depths(rollout(9_000 + seed)) for seed in range(60)])
    assert len(depths) > 10_000
    assert depths.mean() < 0.001 and np.quantile(depths, 0.999) < 0.02


def _met(verb: str, *archetypes: str, places: tuple[tuple[float, float], ...]) -> Rollout:
    stage = stage_of(*((f"{name} {k}", name) for k, name in enumerate(archetypes)))
    moment = first_moment(stage, [], seed=3, hour=12.0, weather="clear")
    position = np.array([(x, 0.0, z) for x, z in places], np.float32)
    moment = replace(moment, position=position, heading=np.zeros(len(places), np.float32))
    return act(stage, moment, np.zeros((len(places), 4), np.float32), [(Action(verb, "e0", "e1"), 0)], longest=200)


def test_a_run_goes_round_a_bench_and_arrives() -> None:
    lesson = _met("run", "adult", "well", "bench", places=((-4.0, 0.0), (4.0, 0.0), (0.0, 0.0)))
    assert max(_depth(lesson.stage, m, 0, 2) for m in lesson.moments) < 0.02
    assert lesson.jobs[0][2] is not None and -0.4 < _depth(lesson.stage, lesson.moments[-1], 0, 1) < 0.0


@pytest.mark.parametrize(
    ("verb", "least", "most"), [("walk", 0.6, 0.9), ("shake_hands", 0.3, 0.55), ("hug", 0.0, 0.25)]
)
def test_people_who_meet_leave_room_as_the_occasion_asks(verb: str, least: float, most: float) -> None:
    lesson = _met(verb, "adult", "adult", places=((-3.0, 1.0), (1.5, 0.0)))
    assert least <= -_depth(lesson.stage, lesson.moments[-1], 0, 1) <= most


def test_a_runner_who_brushes_a_lamp_knocks_it_over_and_a_walker_does_not() -> None:
    for speed, falls in ((1.0, True), (0.4, False)):
        stage = stage_of(("boy", "child"), ("well", "well"), ("torch", "torch"))
        moment = first_moment(stage, [], seed=3, hour=12.0, weather="clear")
        places = np.array([(-4.0, 0.0, 0.0), (4.0, 0.0, 0.0), (0.0, 0.0, 0.2)], np.float32)
        moment = replace(moment, position=places, heading=np.zeros(3, np.float32))
        lesson = act(stage, moment, np.zeros((3, 4), np.float32), [(Action("run", "e0", "e1", speed=speed), 0)], 200)
        assert lesson.moments[-1].down(2) == falls


def test_who_flees_turns_back_at_the_edge() -> None:
    beyond = []
    for seed in range(30):
        lesson = rollout(seed, ["chase", "flee"])
        beyond += [np.abs(m.position[:, [0, 2]]).max() - lesson.stage.half_extent for m in lesson.moments]
    assert max(beyond) < 3.0 and np.mean(np.array(beyond) > 0.0) < 0.1
