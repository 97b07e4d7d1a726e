"""A stable layout does not cut by itself, a fast one cuts within beats; what the author orders stands in both."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_talk_is_cut_to_who_listens import HERE, STAGE, TALK, WIDE, beat

from director.directive import CameraOrder, Directive
from director.filming.shots import Shot, choose_shot
from model.state import Action
from tests.scenes import ruled

LOOK = ruled().boxes
HUG = Action("hug", "e0", "e1")


def shot(action: Action, layout: str, *, order: CameraOrder | None = None, seconds: float = 4.0) -> Shot:
    directive = Directive("…", (action,), camera=order, layout=layout)
    return choose_shot(directive, STAGE, beat(seconds, HERE), WIDE, seed=1, look=LOOK)


def test_a_talk_is_not_cut_in_a_stable_layout() -> None:
    assert shot(TALK, "Calm").cuts_to is not None
    assert shot(TALK, "Stable").cuts_to is None


def test_a_stable_layout_comes_to_its_shots_without_a_jump() -> None:
    stable = shot(HUG, "Stable")
    assert stable.cuts_to is None and stable.glides_from == WIDE
    first = stable.at(STAGE, HERE, t=0.0, duration=4.0)
    assert first.position == pytest.approx(WIDE.position)


def test_a_fast_layout_cuts_within_a_beat_to_a_face() -> None:
    fast = shot(HUG, "Fast")
    assert fast.glides_from is None and fast.camera != WIDE
    assert fast.cuts_to is not None and fast.cuts_to.shot_size == "Close-up" and 1.0 <= fast.cuts_at <= 3.0
    assert shot(HUG, "Calm").cuts_to is None
    assert shot(HUG, "Fast", seconds=1.5).cuts_to is None, "there is no time for it"


@pytest.mark.parametrize("layout", ["Stable", "Calm", "Fast"])
def test_what_is_ordered_stands(layout: str) -> None:
    ordered = shot(HUG, layout, order=CameraOrder("Wide", "Pull-out", None, "hard-cut"))
    assert (ordered.camera.shot_size, ordered.camera.camera_type) == ("Wide", "Pull-out")
    assert ordered.cuts_to is None and ordered.glides_from is None


def test_who_only_stands_by_does_not_move_the_camera() -> None:
    asked = Directive("…", (TALK,))
    lively = replace(asked, actions=(TALK, Action("face", "e2", "e0")), action_readings=("", ""), unbidden=1)
    moments = beat(4.0, HERE)
    assert choose_shot(asked, STAGE, moments, WIDE, seed=1, look=LOOK) == choose_shot(
        lively, STAGE, moments, WIDE, seed=1, look=LOOK
    )
