"""A suggested line may be what somebody remembers: news to the listener, or what that one did; never said twice."""

from texts import TEXT

from director.casting import cast
from director.speech.memory import Event, Memory
from director.suggestions.recollection import recollections
from model.stage import Stage
from storygraph.story import Cursor


def _stage() -> Stage:
    return cast("A street with Anna, Ben and Chloe.", seed=1, text=TEXT).stage


def _happened(verb: str, actor: str, target: str) -> Event:
    return Event(Cursor("e", "s", 1), "One", 0.0, verb, actor, target)


def test_who_was_not_there_is_told() -> None:
    stage = _stage()
    anna, ben, chloe = (e.id for e in stage.entities[:3])
    pushed = _happened("push", ben, chloe)
    kept = {anna: (Memory("saw", pushed),), ben: (Memory("did", pushed),), chloe: (Memory("felt", pushed),)}
    found = recollections({**kept, chloe: ()}, stage, "en", ())
    assert found[anna, chloe] == "Ben pushed you."
    assert (ben, anna) not in found  # she saw it herself


def test_what_was_done_to_somebody_comes_back_once() -> None:
    stage = _stage()
    anna, ben, _ = (e.id for e in stage.entities[:3])
    pushed = _happened("push", ben, anna)
    kept = {anna: (Memory("felt", pushed),), ben: (Memory("did", pushed),)}
    assert recollections(kept, stage, "en", ())[anna, ben] == "You pushed me."
    assert (anna, ben) not in recollections(kept, stage, "en", {"You pushed me."})


def test_nothing_is_told_of_an_empty_past() -> None:
    assert recollections({}, _stage(), "zh", ()) == {}
