"""A scene that is written goes from its hook to its turn and a last note; every step wants turns of its own kind."""

from __future__ import annotations

import itertools

import pytest

from director.suggestions.density import EVENT_STYLES, LAYOUTS, NARRATIVES, Density
from director.suggestions.ideas import Deed, Idea, patterns
from director.suggestions.screenwriting import (
    BUTTON,
    COMPLICATION,
    ESCALATION,
    HOOK,
    REACTION,
    TURN,
    Step,
    shape,
    wanted,
)

STEPS = (HOOK, COMPLICATION, REACTION, ESCALATION, TURN, BUTTON)


def idea(kind: str, actor: str = "e0", target: str = "e1", verb: str = "talk") -> Idea:
    return Idea(kind, (), (Deed(verb, actor, target),), 1.0, 0.5)


@pytest.mark.parametrize("density", [Density(*words) for words in itertools.product(NARRATIVES, EVENT_STYLES, LAYOUTS)])
def test_every_scene_has_four_to_eight_beats_from_hook_to_button(density: Density) -> None:
    shapes = {shape(density, seed) for seed in range(12)}
    assert len(shapes) > 1, "chance gives it another shape"
    for steps in shapes:
        assert 4 <= len(steps) <= 8
        assert steps[0] == HOOK and steps[-1] == BUTTON and TURN in steps[1:-1]


def test_a_calm_scene_does_not_escalate_and_a_dramatic_one_does_twice() -> None:
    for seed in range(12):
        assert ESCALATION not in shape(Density("Calm", "dramatic"), seed)
        assert shape(Density("Dramatic"), seed).count(ESCALATION) == 2


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_every_step_wants_kinds_that_there_are_and_prefers_them(step: Step) -> None:
    kinds, own = {pattern.kind for pattern in patterns()}, step.first | step.second
    assert own <= kinds
    pull = wanted(step, [])
    assert min(pull(idea(kind)) for kind in own) > max(pull(idea(kind)) for kind in kinds - own)


def test_nobody_leaves_before_the_end_and_nothing_comes_twice() -> None:
    leaves = idea("retreat", "e0", verb="exit")
    assert wanted(TURN, [])(leaves) < wanted(TURN, [])(idea("honour")) and wanted(BUTTON, [])(leaves) > 0.0
    assert wanted(TURN, [idea("reveal")])(idea("reveal")) < wanted(TURN, [])(idea("reveal"))


def test_a_scene_stays_with_those_it_began_with() -> None:
    began = [idea("question", "e0", "e1")]
    assert wanted(ESCALATION, began)(idea("threat", "e1", "e0")) > wanted(ESCALATION, began)(idea("threat", "e7", "e8"))
