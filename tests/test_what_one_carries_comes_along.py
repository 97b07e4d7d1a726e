"""Who takes out what one has about oneself has it, though it was not on stage; who comes in with a thing holds it."""

from __future__ import annotations

import pytest
from test_music_is_seen_to_be_played import READER, begun

from director.directive import Directive
from storygraph.errors import StoryError

ROOM = "A living room at night: Maya, a woman in red, Rob, a man in a suit, a table, a door and a sword."
SALON = "夜晚的客厅里，红裙女子苏晴和西装男子陆沉，一个管家，一扇窗户，一条狗。"


def read(direction: str) -> Directive:
    state = begun(ROOM if direction.isascii() else SALON)
    return READER.read(direction, state.stage, state.moment)


def told(directive: Directive) -> list[tuple[str, str]]:
    """The verbs and, of what came along, the names they are done to."""
    new = {e.id: e.name for e in directive.entrances}
    return [(a.verb, new.get(a.target or "", "")) for a in directive.actions if a.verb != "feel"]


@pytest.mark.parametrize(("direction", "thing"), [
    ("Maya takes out her phone.", "phone"), ("Rob pulls out his gun.", "gun"),
    ("陆沉掏出手机", "手机"), ("苏晴摘下戒指", "戒指"), ("陆沉拔出剑", "剑"), ("苏晴手里拿着刀", "刀"),
])  # fmt: skip
def test_what_one_has_about_oneself_is_there(direction: str, thing: str) -> None:
    assert told(read(direction)) == [("take", thing)]


@pytest.mark.parametrize("direction", [
    "A masked man bursts through the door with a gun.", "A waiter comes in carrying a tray.",
    "A maid walks in with a cup of tea.", "一个蒙面人闯了进来，手里拿着刀",
])  # fmt: skip
def test_who_comes_in_with_a_thing_holds_it(direction: str) -> None:
    directive = read(direction)
    newcomer, thing = directive.entrances
    first, then = directive.actions
    assert (first.verb, first.actor, then.verb, then.actor, then.target) == (
        "enter", newcomer.id, "take", newcomer.id, thing.id)  # fmt: skip


def test_somebody_described_who_is_not_there_is_nobody_who_is() -> None:
    assert [e.name for e in read("A masked man points at Maya.").entrances] == ["masked man"]


def test_what_is_handed_over_may_come_along() -> None:
    assert "玉佩" in {e.name for e in read("苏晴递给陆沉玉佩").entrances}


@pytest.mark.parametrize("direction", ["Maya picks up the cup.", "苏晴拿起刀", "苏晴把剑递给陆沉"])
def test_what_is_picked_up_must_be_there(direction: str) -> None:
    with pytest.raises(StoryError):
        read(direction)
