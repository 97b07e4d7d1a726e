"""Gestures: hands and heads go where the gesture's name says, feet stay planted, and blows land once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from model.catalog import CATALOG
from model.moment import GESTURES, MANNERS
from model.renderer.actor import Actor
from model.renderer.creatures import creature_puppet
from model.renderer.figures import person_puppet
from model.renderer.mesh import F32
from tests.acting import act, creature, person, posed

ADULT_PUPPET = person_puppet(person({"hair": "bald"}))
TIMES = np.linspace(1.0, 2.6, 33)
CREATURES = [name for name, row in CATALOG.items() if row.kind == "creature"]


def part(puppet: Actor, joint: str, gesture: str, time_s: float = 1.0, pose: str = "stand", phase: float = 0.0) -> F32:
    """The vertices on one joint."""
    shape = posed(puppet, act(pose, gesture, time_s=time_s, phase=phase))
    return shape[puppet.mesh.part == puppet.plan.rig.index[joint]]


def middle(joint: str, gesture: str, time_s: float = 1.0) -> F32:
    return part(ADULT_PUPPET, joint, gesture, time_s).mean(axis=0)


def shown(gesture: str, weight: float) -> F32:
    return (weight * act(gesture=gesture).gesture + (1.0 - weight) * act().gesture).astype(np.float32)


@pytest.mark.parametrize("gesture", ["bow", "nod", "shake", "clap", "cheer", "salute", "pray", "cover", "consume"])
def test_feet_stay_where_they_stand(gesture: str) -> None:
    for foot in ("foot_l", "foot_r"):
        rest = part(ADULT_PUPPET, foot, "rest")
        for time_s in TIMES[::4]:
            assert np.abs(part(ADULT_PUPPET, foot, gesture, float(time_s)) - rest).max() < 0.02, time_s


def test_a_bow_brings_the_head_forward_and_down() -> None:
    moved = middle("head", "bow") - middle("head", "rest")
    assert moved[2] > 0.3 and moved[1] < -0.15


def test_a_head_nods_up_and_down_and_shakes_from_side_to_side() -> None:
    faces = {g: np.array([middle("iris_l", g, float(t)) for t in TIMES]) for g in ("rest", "nod", "shake")}
    swing = {g: np.ptp(places, axis=0) for g, places in faces.items()}
    assert swing["nod"][1] > 0.05 > swing["nod"][0]
    assert swing["shake"][0] > 0.12 and swing["shake"][1] < 0.05
    assert swing["rest"].max() < 0.03


def test_hands_meet_and_part_as_they_clap() -> None:
    gaps = [float(np.linalg.norm(middle("hand_l", "clap", t) - middle("hand_r", "clap", t))) for t in TIMES]
    assert min(gaps) < 0.13 and max(gaps) > 0.3


def test_hands_cheer_above_the_shoulders_pray_before_the_chest_and_cover_the_eyes() -> None:
    for hand, iris in (("hand_l", "iris_l"), ("hand_r", "iris_r")):
        assert middle(hand, "cheer")[1] > 1.1
        assert np.linalg.norm(middle(hand, "cover") - middle(iris, "cover")) < 0.16
        x, y, z = middle(hand, "pray")
        assert abs(x) < 0.08 and 0.6 < y < 0.95 and z > 0.15


@pytest.mark.parametrize("gesture", ["pray", "cover"])
def test_eyes_are_shut_in_prayer_and_behind_the_hands(gesture: str) -> None:
    lashes = part(ADULT_PUPPET, "lid_l", gesture)[:, 1].min() - middle("iris_l", gesture)[1]
    awake = part(ADULT_PUPPET, "lid_l", "bow")[:, 1].min() - middle("iris_l", "bow")[1]
    assert lashes < awake - 0.02


def test_one_hand_salutes_and_one_feeds_the_mouth() -> None:
    assert middle("hand_r", "salute")[1] > 1.15 and middle("hand_l", "salute")[1] < 0.6
    mouth = part(ADULT_PUPPET, "head", "consume")
    front = mouth[np.abs(mouth[:, 1] - ADULT_PUPPET.plan.face.form.mouth[1]) < 0.05].max(axis=0)
    near = min(float(np.linalg.norm(middle("hand_r", "consume", t)[1:] - front[1:])) for t in TIMES)
    assert near < 0.15


@pytest.mark.parametrize("gesture", ["clap", "cheer", "salute", "pray", "cover"])
def test_hands_stay_out_of_the_head(gesture: str) -> None:
    """Fingers, in the frame of the head, lie outside its surface."""
    puppet, at = ADULT_PUPPET, act(gesture=gesture)
    rows = np.isin(puppet.mesh.part, [puppet.plan.rig.index[j] for j in ("fingers_l", "fingers_r")])
    head = puppet.plan.face.form.head
    tips = posed(puppet, at)[rows]
    back = np.linalg.inv(puppet.pose(at)[puppet.plan.rig.index["head"]])
    x, y, z = (np.c_[tips, np.ones(len(tips))] @ back.T)[:, :3].T
    wide, deep = (np.interp(y, head.y, radii, left=0.01, right=0.01) for radii in (head.rx, head.rz))
    assert ((x / wide) ** 2 + (z / deep) ** 2).min() > 0.95


def test_a_kick_swings_one_leg_and_stands_on_the_other() -> None:
    wound, landed = (part_at("foot_r", "kick", weight) for weight in (0.45, 1.0))
    assert landed[:, 2].mean() - wound[:, 2].mean() > 0.2
    assert landed[:, 1].min() > 0.08
    assert np.abs(part_at("foot_l", "kick", 1.0) - part(ADULT_PUPPET, "foot_l", "rest")).max() < 0.03


def part_at(joint: str, gesture: str, weight: float, time_s: float = 1.0) -> F32:
    shape = posed(ADULT_PUPPET, replace(act(time_s=time_s), gesture=shown(gesture, weight)))
    return shape[ADULT_PUPPET.mesh.part == ADULT_PUPPET.plan.rig.index[joint]]


@pytest.mark.parametrize(("gesture", "joint"), [("strike", "forearm_r"), ("throw", "hand_r"), ("kick", "foot_r")])
def test_a_blow_is_drawn_back_and_lands_once_whatever_the_clock_says(gesture: str, joint: str) -> None:
    rising = np.linspace(0.0, 1.0, 21)
    ways = [[part_at(joint, gesture, float(w), t)[:, 2].mean() for w in rising] for t in (1.0, 1.37)]
    assert np.allclose(ways[0], ways[1], atol=0.03)
    ahead = np.array(ways[0])
    back = int(ahead.argmin())
    assert 0 < back < 12 and ahead[back] < ahead[0] - 0.03
    assert (np.diff(ahead[back:]) > -0.05).all() and ahead[-1] > ahead[0] + 0.15


def test_who_sneaks_or_limps_walks_on() -> None:
    for gesture in ("sneak", "limp"):
        for foot in ("foot_l", "foot_r"):
            ahead = [part(ADULT_PUPPET, foot, gesture, 1.0, "walk", p)[:, 2].mean() for p in np.linspace(0, 6.28, 13)]
            assert np.ptp(ahead) > 0.3, gesture


def test_who_sneaks_goes_low() -> None:
    heads = {g: np.mean([part(ADULT_PUPPET, "head", g, 1.0, "walk", p)[:, 1].max() for p in (0.0, 2.0, 4.0)])
             for g in ("rest", "sneak")}  # fmt: skip
    assert heads["sneak"] < heads["rest"] - 0.07


def test_a_limp_tells_the_legs_apart() -> None:
    def lifts(gesture: str) -> list[float]:
        phases = np.linspace(0.0, 2.0 * np.pi, 49)
        return [max(part(ADULT_PUPPET, foot, gesture, 1.0, "walk", float(p))[:, 1].min() for p in phases)
                for foot in ("foot_l", "foot_r")]  # fmt: skip

    left, right = lifts("rest")
    assert left == pytest.approx(right, rel=0.1)
    sound, lame = lifts("limp")
    assert lame < 0.75 * sound


def test_a_body_that_limps_dips_every_second_step() -> None:
    heights = {g: [part(ADULT_PUPPET, "pelvis", g, 1.0, "walk", p)[:, 1].mean() for p in (0.44, np.pi)]
               for g in ("rest", "limp")}  # fmt: skip
    assert abs(np.subtract(*heights["rest"])) < 0.015
    assert np.subtract(*heights["limp"]) > 0.03


@pytest.mark.parametrize("name", CREATURES)
def test_gestures_show_on_every_creature_and_sink_none(name: str) -> None:
    puppet = creature_puppet(creature(name))
    firm = [row for joint, row in puppet.plan.rig.index.items() if not joint.startswith(puppet.plan.soft)]
    solid, size = np.isin(puppet.mesh.part, firm), CATALOG[name].size
    for gesture in GESTURES[1:]:
        pose, seen = "walk" if gesture in MANNERS else "stand", 0.0
        for time_s in (1.1, 1.3, 1.5):
            shape = posed(puppet, act(pose, gesture, time_s=time_s, phase=0.6))
            seen = max(seen, float(np.abs(shape - posed(puppet, act(pose, time_s=time_s, phase=0.6))).max()))
            assert shape[solid, 1].min() > -0.02 * size[1], gesture
        assert seen > 0.015 * max(size), gesture


def test_a_dog_bows_on_its_forelegs() -> None:
    puppet = creature_puppet(creature("dog"))
    fore, hind, chest = (
        [part(puppet, joint, gesture)[:, 1] for gesture in ("rest", "bow")] for joint in ("hand_l", "foot_l", "head")
    )
    assert chest[1].mean() < chest[0].mean() - 0.05
    assert fore[1].min() < 0.06 and hind[1].min() < 0.06
