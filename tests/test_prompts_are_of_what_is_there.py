"""What a prompt speaks of is there once, and where it says: no star of the sky is a person, nobody of a family is there
twice, and who is indoors while it storms outside is indoors."""

import pytest

from director.casting.worlds import Casting, cast
from model.settings import SETTINGS
from model.text import TextEncoder


def cast_of(prompt: str) -> Casting:
    return cast(prompt, seed=41, text=TextEncoder())


@pytest.mark.parametrize(
    ("prompt", "people"),
    [
        ("Two lovers lie on a beach under the stars.", 2),
        ("A boy and a girl watch a falling star from the roof.", 2),
        ("A fading star cries in her dressing room.", 1),
        ("Three stars sign autographs in a street.", 3),
        ("A family of four in a kitchen; the father reads a newspaper while the girl cries.", 4),
        ("A family picnics in the park; mother and father quarrel, and the boy cries.", 3),
        ("A family in a living room. Their grandmother is afraid.", 4),
        ("除夕夜，一家五口围着圆桌吃年夜饭，小孙女给爷爷敬酒。", 5),
        ("一家三口在公园里散步，爸爸抱起女儿。", 3),
        ("A chef and a food critic, enemies for years, are locked in a kitchen.", 2),
        ("The countess plays the piano for her only guest, a blind priest, in a hall.", 2),
        ("猎人的女儿救了一头受伤的鹿。", 1),
        ("出租车司机从镜子里看到乘客是他的前妻。", 3),
        ("别墅里，主人正在哭，管家端着咖啡。", 2),
        ("拳击台上，裁判数秒，拳手倒在地上。", 2),
        ("A 17-year-old runaway sits on the curb.", 1),
        ("OLIVIA (30s, tour guide) waves. Two tourists huddle together.", 3),
        ("健身房里，教练陪胖男孩跑步。", 2),
        ("潜艇里，舰长盯着雷达屏幕。", 1),
        ("A fortune teller warns a young sailor in her tent at the fair.", 2),
        ("两个宫女在御花园，皇后正好经过。", 3),
        ("少林和尚与峨眉女侠比剑。", 2),
        ("雨停了，卖伞的小贩和没带伞的女学生在屋檐下等着。", 2),
        ("湖边，姑娘发现一只装着婴儿的篮子。", 2),
        ("诊所里，医生给猎人包扎手臂，一条猎狗趴在门口。", 2),
    ],
)  # fmt: skip
def test_everybody_is_there_once(prompt: str, people: int) -> None:
    assert sum(e.kind == "person" for e in cast_of(prompt).stage.entities) == people


@pytest.mark.parametrize(
    ("prompt", "indoor"),
    [
        ("An old lighthouse keeper teaches his granddaughter to sing while a storm rages outside.", True),
        ("Outside, a heavy rain falls; two sisters whisper.", True),
        ("窗外下着大雨，祖孙俩下棋。", True),
        ("Two lovers lie under the stars.", False),
        ("星空下，两个恋人依偎在一起。", False),
    ],
)  # fmt: skip
def test_what_is_outside_or_overhead_tells_where_one_is(prompt: str, indoor: bool) -> None:
    assert SETTINGS[cast_of(prompt).stage.setting].indoor is indoor


def test_one_board_stands_between_two_who_play_chess() -> None:
    world = cast_of("Two old men play chess in the park.")
    boards = [e.id for e in world.stage.entities if e.name == "chessboard"]
    seated = {r.subject for r in world.relations if r.kind == "sits"}
    assert len(boards) == 1 and len(seated) == 2
    assert any(r.kind == "on" and r.subject == boards[0] for r in world.relations)


def test_what_pirates_quarrel_over_is_by_them() -> None:
    world = cast_of("Three pirates argue over a treasure chest on the deck of a ship.")
    chest = next(e.id for e in world.stage.entities if e.archetype == "chest")
    assert any(r.kind == "near" and chest in (r.subject, r.other) for r in world.relations)


@pytest.mark.parametrize(("prompt", "held"), [("白衣剑客与黑衣刺客拔剑对峙。", 2), ("两个孩子举着一面旗。", 1)])
def test_each_of_two_draws_a_sword_and_one_flag_is_one(prompt: str, held: int) -> None:
    assert sum(r.kind == "holds" for r in cast_of(prompt).relations) == held


def test_who_rows_a_boat_sits_in_it() -> None:
    world = cast_of("Two brothers row a boat across a lake at dawn; the younger one points at the far shore.")
    boat = next(e.id for e in world.stage.entities if e.archetype == "boat")
    assert sum(r.kind == "sits" and r.other == boat for r in world.relations) == 2


def test_who_slams_papers_on_a_table_is_by_it() -> None:
    world = cast_of("深夜的办公室，老板把文件摔在桌上，实习生低着头不敢说话。")
    by_name = {e.name: e.id for e in world.stage.entities}
    assert any(r.kind == "near" and (r.subject, r.other) == (by_name["老板"], by_name["桌"]) for r in world.relations)


@pytest.mark.parametrize(
    ("prompt", "who", "what"),
    [
        ("老乞丐把半块饼分给一只受伤的小狐狸。", "老乞丐", "半块饼"),
        ("渔夫站在船头撒网，儿子在船尾划桨。", "渔夫", "渔网"),
        ("A fisherman casts his net while his son sleeps.", "fisherman", "net"),
        ("公堂之上，县官一拍惊堂木，犯人跪在地上喊冤。", "县官", "惊堂木"),
    ],
)
def test_what_a_deed_takes_is_in_the_hand_of_who_does_it(prompt: str, who: str, what: str) -> None:
    world = cast_of(prompt)
    name = {e.id: e.name for e in world.stage.entities}
    assert (who, what) in {(name[r.subject], name[r.other or ""]) for r in world.relations if r.kind == "holds"}


def test_who_writes_before_the_board_stands() -> None:
    world = cast_of("老师在黑板前写字，两个学生在后排偷偷传纸条。")
    teacher = next(e.id for e in world.stage.entities if e.name == "老师")
    assert not any(r.kind == "sits" and r.subject == teacher for r in world.relations)


@pytest.mark.parametrize(("prompt", "archetype"), [
    ("奶奶在院子里喂鸡。", "chicken"),
    ("一个写信的男人坐在窗前。", "letter"),
    ("诊所里，医生给猎人包扎手臂，一条猎狗趴在门口。", "dog"),
    ("Two friends, Walter and Gus, fish from a small boat on a lake.", "boat"),
])  # fmt: skip
def test_what_they_do_it_to_is_there(prompt: str, archetype: str) -> None:
    things = {e.archetype for e in cast_of(prompt).stage.entities}
    assert archetype in things and not (archetype == "boat" and "fish" in things)


@pytest.mark.parametrize("prompt", ["雨停了，两个小贩等着收摊。", "After the rain two boys play in a street."])
def test_rain_that_is_over_falls_no_more(prompt: str) -> None:
    assert cast_of(prompt).weather == "clear"


def test_an_age_before_a_noun_counts_years_and_nobody() -> None:
    (maya,) = (e for e in cast_of("Maya (17), a runaway, sits at a bus shelter.").stage.entities if e.kind == "person")
    assert maya.look["age"] == "young"
