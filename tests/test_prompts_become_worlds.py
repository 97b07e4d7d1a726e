"""Casting: what a prompt names is on stage, looks and stands as it says; the rest is chosen by the seed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from texts import TEXT

from director.casting import Casting, cast
from director.lexicon.nouns import senses
from director.lexicon.people import roles
from director.lexicon.places import places
from director.lexicon.words import COLORS, GARMENTS, HAIR_COLORS
from model.catalog import CATALOG
from model.facts import is_color
from model.layout import Relation, first_moment
from model.settings import SETTINGS
from model.stage import AGES, BEARDS, HAIRS, HATS, OUTFITS, Entity
from storygraph.errors import StoryError


def world(prompt: str, seed: int = 1) -> Casting:
    return cast(prompt, seed=seed, text=TEXT)


def named(casting: Casting, name: str) -> Entity:
    return next(e for e in casting.stage.entities if e.name == name)


def names(casting: Casting) -> list[str]:
    return [e.name for e in casting.stage.entities]


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("A medieval village with a blacksmith.", "village"),
        ("A blacksmith's shop with a blacksmith and a sword.", "shop"),
        ("Three guards and a prisoner in a dungeon.", "dungeon"),
        ("A wizard in the throne room of a castle", "throne room"),
        ("A house in the forest with a wolf", "forest"),
        ("Two pilots on the bridge of a starship", "spaceship"),
        ("古代宫殿大厅，一位公主和一名侍卫。", "palace"),
        ("办公室里，总裁和秘书。", "office"),
        ("海边的黄昏，一个女孩。", "beach"),
        ("Two pirates fight on a pirate ship", "ship deck"),
        ("甲板上，船长和水手。", "ship deck"),
        ("A detective and a stranger in a dark alley at night", "alley"),
        ("夜晚的小巷里，女孩和陌生人。", "alley"),
        ("王座厅里，女王和骑士。", "throne room"),
        ("In the boardroom, the CEO fires the manager", "boardroom"),
        ("会议室里，总裁宣布消息。", "boardroom"),
    ],
)
def test_the_place_is_the_one_that_is_named(prompt: str, setting: str) -> None:
    assert world(prompt).stage.setting == setting


@pytest.mark.parametrize(
    ("prompt", "archetypes"),
    [
        ("A beach with a shark, a fish and a girl.", {"shark", "fish"}),
        ("海边，一条鲨鱼和一条鱼。", {"shark", "fish"}),
        ("A lawyer with a contract and a briefcase in an office.", {"contract", "briefcase"}),
        ("办公室里，律师拿着合同，桌上有现金和奖杯。", {"contract", "money", "trophy"}),
        ("An old man in a wheelchair beside a drip, with a pill bottle, in a hospital room.",
         {"wheelchair", "drip", "medicine"}),
        ("病房里，老人坐在轮椅上，旁边有输液架和药瓶。", {"wheelchair", "drip", "medicine"}),
        ("A cafe with a man, a ring box, a wine glass and a handbag.", {"ring_box", "wine_glass", "handbag"}),
        ("咖啡馆里，男人，戒指盒，红酒杯和女包。", {"ring_box", "wine_glass", "handbag"}),
        ("A street with a bicycle, a motorbike, a suitcase and a woman.", {"bicycle", "motorbike", "suitcase"}),
        ("街头，一个女人，自行车，摩托车和行李箱。", {"bicycle", "motorbike", "suitcase"}),
        ("A theatre with a singer, a microphone and a folding fan.", {"microphone", "fan"}),
        ("剧院里，歌手，麦克风和折扇。", {"microphone", "fan"}),
        ("A captain on a ship deck.", {"helm"}),
        ("会议室里，总裁。", {"conference_table", "office_chair"}),
    ],
)  # fmt: skip
def test_a_thing_is_what_it_is_called_in_both_languages(prompt: str, archetypes: set[str]) -> None:
    assert archetypes <= {e.archetype for e in world(prompt).stage.entities}


@pytest.mark.parametrize(
    ("prompt", "hour", "weather"),
    [
        ("A street at night in the rain with a woman", 23.0, "rain"),
        ("A girl at a bus stop on a foggy morning", 9.0, "fog"),
        ("雨夜的街头，一个女人。", 23.0, "rain"),
        ("黄昏的海边，一个渔夫。", 18.5, "clear"),
        ("A knight storms in. A girl in a raincoat builds a snowman at dawn.", 6.5, "clear"),
    ],
)
def test_time_and_weather_are_as_said(prompt: str, hour: float, weather: str) -> None:
    casting = world(prompt)
    assert (casting.hour, casting.weather) == (hour, weather)


def test_everybody_named_is_there_in_the_authors_spelling() -> None:
    assert {"Lin", "Chen"} <= set(names(world("A rooftop in the rain with Lin and Chen.")))
    assert {"old man", "young woman", "Dr. Smith"} <= set(
        names(world("An old man, a young woman and Dr. Smith in a park"))
    )
    assert {"陈总", "林秘书", "小明"} <= set(names(world("办公室里，陈总和林秘书在争吵，小明躲在桌子下面")))
    assert "Arthur" in names(world("A knight named Arthur in a castle"))


def test_counts_give_numbered_names() -> None:
    assert [n for n in names(world("Three guards and a prisoner in a dungeon")) if "guard" in n] == [
        "guard 1",
        "guard 2",
        "guard 3",
    ]
    assert {"侍卫1", "侍卫2"} <= set(names(world("皇宫里，两名侍卫和一位公主")))
    chairs = [e for e in world("A quiet cafe with a woman and two chairs.").stage.entities if e.archetype == "chair"]
    assert len(chairs) == 2, "the cafe's own chair must not be added to those that are named"


def test_the_stage_holds_sixteen_and_says_what_was_left_out() -> None:
    casting = world("Twenty soldiers and twelve horses in a desert")
    assert len(casting.stage.entities) == 16
    assert any("left out" in note for note in casting.notes)


def test_what_only_the_player_does_is_on_stage_too() -> None:
    casting = world("A medieval village. The player can talk to the blacksmith, buy a sword, and climb the bell tower.")
    assert {"blacksmith", "sword", "bell tower"} <= set(names(casting))


def test_looks_follow_role_and_description() -> None:
    smith = named(world("A village with a blacksmith"), "blacksmith")
    assert (smith.look["outfit"], smith.look["beard"]) == ("apron", "full")
    girl = named(world("A girl in a yellow raincoat with black hair at a bus stop"), "girl")
    assert girl.look["outfit"] == "raincoat" and girl.look["age"] == "child"
    assert is_color(girl.colors["top"], "yellow") and is_color(girl.colors["hair"], "black")
    woman = named(world("街头，一个穿红色外套、金色长发的女人。"), "女人")
    assert is_color(woman.colors["top"], "red") and is_color(woman.colors["hair"], "yellow")
    assert named(world("皇宫里，一位公主。"), "公主").look["outfit"] == "hanfu"
    assert named(world("A castle with a princess."), "princess").look["outfit"] == "gown"


def test_things_stand_where_the_prompt_puts_them() -> None:
    casting = world("A cat sleeping on a table next to a lamp in a cozy living room at night.")
    cat, table, lamp = (named(casting, n).id for n in ("cat", "table", "lamp"))
    assert Relation("lies", cat, table) in casting.relations and Relation("near", lamp, cat) in casting.relations
    hall = world("A castle with a princess holding a rose and a king sitting on a throne")
    assert Relation("holds", named(hall, "princess").id, named(hall, "rose").id) in hall.relations
    assert Relation("sits", named(hall, "king").id, named(hall, "throne").id) in hall.relations
    ward = world("医院病房里，一位母亲躺在床上，儿子坐在椅子上。")
    assert Relation("lies", named(ward, "母亲").id, named(ward, "床").id) in ward.relations
    assert Relation("sits", named(ward, "儿子").id, named(ward, "椅子").id) in ward.relations


@pytest.mark.parametrize(
    ("prompt", "who", "what", "setting"),
    [
        ("A thief stands on the roof of a house in a city street.", "thief", "house", "street"),
        ("A cat sits on the roof of the old house.", "cat", "old house", "village"),
        ("小偷站在房子的屋顶上，守卫在街上等着。", "小偷", "房子", "street"),
    ],
)
def test_a_roof_is_a_part_of_its_house_and_no_place_of_its_own(prompt: str, who: str, what: str, setting: str) -> None:
    casting = world(prompt)
    ids = [named(casting, name).id for name in (who, what)]
    assert any(r.kind in ("on", "sits") and [r.subject, r.other] == ids for r in casting.relations)
    assert casting.stage.setting == setting


def test_what_somebody_does_is_no_thing() -> None:
    assert not {"watch", "bow"} & set(names(world("A knight watches a dragon in a castle. Anna bows.")))
    assert "watch" in names(world("A watchmaker and a watch on a table."))


def test_a_circling_dragon_begins_in_the_air_and_circles() -> None:
    casting = world("A medieval village with a dragon circling overhead.")
    dragon = named(casting, "dragon")
    assert Relation("flies", dragon.id) in casting.relations
    assert [(a.verb, a.actor) for a in casting.actions] == [("circle", dragon.id)]
    moment = first_moment(casting.stage, casting.relations, seed=1, hour=12.0, weather="clear")
    row = casting.stage.index(dragon.id)
    assert moment.position[row, 1] >= 3.5 and moment.pose_name(row) == "fly"


def test_feelings_at_the_start() -> None:
    casting = world("A crying child and an angry boss in a meeting room.")
    assert {named(casting, "child").id: "sad", named(casting, "boss").id: "angry"} == casting.emotions


def test_what_the_kit_lacks_is_staged_as_its_nearest_and_said_so() -> None:
    casting = world("A griffin and a knight in a castle")
    assert named(casting, "griffin").archetype == "dragon"
    assert "griffin is staged as dragon." in casting.notes


@pytest.mark.parametrize("seed", range(6))
def test_sisters_who_may_wear_what_they_like_are_told_apart_by_it(seed: int) -> None:
    casting = world("Three sisters, Mia, Lily and Rose, in a kitchen.", seed)
    assert len({named(casting, name).colors["top"] for name in ("Mia", "Lily", "Rose")}) == 3


def test_a_prompt_without_people_gets_company_by_the_seed() -> None:
    casts = {tuple(names(world("A beach with a lighthouse.", seed))) for seed in range(6)}
    assert len(casts) > 1
    assert all(any(e.kind == "person" for e in world("A beach.", seed).stage.entities) for seed in range(3))


def test_the_same_prompt_and_seed_give_the_same_world() -> None:
    prompt = "An old inn with five guests and a dog"
    assert world(prompt, 4) == world(prompt, 4)
    assert world(prompt, 4).stage != world(prompt, 5).stage


@pytest.mark.parametrize(
    "prompt", ["", "   \n ", "\u200b", "x" * 2_001, "asdfgh qwerty zxcv", "💥💥💥", "<script>alert(1)</script>"]
)
def test_what_cannot_be_staged_is_refused_with_a_sentence(prompt: str) -> None:
    with pytest.raises(StoryError) as refused:
        world(prompt)
    assert str(refused.value).endswith((".", '".'))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(max_size=60), st.sampled_from(["", " A king in a forest ", "铁匠在村庄里", "${x} {{y}} [[z]] ", "Lin's, "])
)
def test_hostile_text_never_breaks_casting(noise: str, known: str) -> None:
    try:
        casting = world(noise + known + noise)
    except StoryError:
        return
    stage = casting.stage
    assert 0 < len(stage.entities) <= 16 and len({e.name.lower() for e in stage.entities}) == len(stage.entities)
    first_moment(
        stage, casting.relations, seed=1, hour=casting.hour, weather=casting.weather, emotions=casting.emotions
    )


def test_the_lexicon_speaks_of_what_there_is() -> None:
    assert {sense.archetype for sense in senses().values()} <= set(CATALOG)
    assert set(places().values()) == set(SETTINGS)
    for role in roles().values():
        assert set(role.outfits) <= set(OUTFITS) and role.age in ("", *AGES), role.name
        assert role.look.get("hair", "short") in HAIRS and role.look.get("hat", "none") in HATS
        assert role.look.get("beard", "none") in BEARDS
    assert {outfit for outfit, _ in GARMENTS.values()} <= {"", *OUTFITS}


@pytest.mark.parametrize("table", [COLORS, HAIR_COLORS], ids=["clothes", "hair"])
def test_colours_are_judged_as_they_are_named(table: dict[str, str]) -> None:
    for word in ("red", "green", "blue", "yellow", "orange", "purple", "pink", "brown", "black", "white", "gray"):
        assert word == "red" or is_color(table[word], word), word
    assert is_color(table["red"], "red") and is_color(table["金"], "yellow") and is_color(table["黑"], "black")


@pytest.mark.parametrize(("prompt", "tops"), [
    ("A street with a man in a blue coat and a man in a red coat.", ["blue", "red"]),
    ("A park with a girl in a yellow dress and a girl in a green dress.", ["yellow", "green"]),
    ("办公室里有一个穿蓝衣服的女人和一个穿红衣服的女人。", ["blue", "red"]),
])  # fmt: skip
def test_two_of_a_kind_wear_what_is_said_of_each(prompt: str, tops: list[str]) -> None:
    people = [e for e in cast(prompt, seed=3, text=TEXT).stage.entities if e.kind == "person"]
    assert len(people) == len(tops)
    assert all(is_color(e.colors["top"], top) for e, top in zip(people, tops, strict=True))


@pytest.mark.parametrize("prompt", ["An empty office.", "A deserted beach with a lighthouse.", "空荡荡的教室。"])
def test_who_asks_for_an_empty_place_gets_one(prompt: str) -> None:
    assert not [e.name for e in cast(prompt, seed=3, text=TEXT).stage.entities if e.kind != "prop"]


@pytest.mark.parametrize("prompt", ["女总裁站在办公室里。", "A female boss in an office."])
def test_a_woman_wears_no_mans_hair_for_her_trade(prompt: str) -> None:
    boss = next(e for e in world(prompt).stage.entities if e.kind == "person")
    assert (boss.look["gender"], boss.look["outfit"]) == ("f", "suit")
    assert boss.look["hair"] not in ("short", "side_part")


def people(prompt: str) -> list[str]:
    return [e.name for e in cast(prompt, seed=1, text=TEXT).stage.entities if e.kind == "person"]


@pytest.mark.parametrize(
    ("prompt", "names"),
    [
        ("办公室里只剩王强和张丽两人。", ["王强", "张丽"]), ("太监小顺子跪在皇后面前。", ["小顺子", "皇后"]),
        ("捕快小六子追赶一个小偷。", ["小六子", "小偷"]), ("陈小鱼站在街上。", ["陈小鱼"]),
    ],
)  # fmt: skip
def test_names_that_hide_in_words_are_heard(prompt: str, names: list[str]) -> None:
    assert people(prompt) == names


def test_what_is_only_heard_is_nobody() -> None:
    assert people("月球背面，女宇航员林望舒站着，通讯器里只剩沙沙声。") == ["林望舒"]


@pytest.mark.parametrize("prompt", ["奶奶看着儿子赵军背着包走远。", "An old man walks with his son in the park."])
def test_sons_of_the_old_are_grown(prompt: str) -> None:
    assert all(e.archetype == "adult" for e in cast(prompt, seed=1, text=TEXT).stage.entities if e.kind == "person")


@pytest.mark.parametrize(
    ("prompt", "who", "setting"),
    [
        ("女大学生苏晴穿越到唐朝，站在长安的街上，一个老汉看着她。", "苏晴", "old street"),
        ("A modern girl named Ivy is transported to the Tang dynasty and meets an old man in the street.", "Ivy",
         "old street"),
    ],
)  # fmt: skip
def test_who_comes_from_our_days_wears_their_clothes_in_another_time(prompt: str, who: str, setting: str) -> None:
    casting = cast(prompt, seed=1, text=TEXT)
    outfits = {e.name: e.look["outfit"] for e in casting.stage.entities if e.kind == "person"}
    assert casting.stage.setting == setting
    assert outfits.pop(who) in ("casual", "school", "hoodie", "dress") and set(outfits.values()) == {"hanfu"}


@pytest.mark.parametrize("prompt", ["Two cowboys duel in a dusty street outside the saloon.", "两个牛仔在街上决斗。"])
def test_the_old_west_has_no_cars_and_its_duels_are_fought_with_guns(prompt: str) -> None:
    stage = cast(prompt, seed=1, text=TEXT).stage
    assert stage.setting == "frontier town" and not any(e.archetype == "sword" for e in stage.entities)
    assert {e.look["outfit"] for e in stage.entities if e.kind == "person"} == {"frontier"}


def test_a_bus_stop_is_in_the_street() -> None:
    assert cast("Nora waits under a bus stop while a dog barks.", seed=1, text=TEXT).stage.setting == "street"


@pytest.mark.parametrize(
    ("prompt", "names"),
    [
        ("太空站里，宇航员李昂站着，红色警报灯闪烁。", ["李昂"]),
        ("The little mermaid Coral sits on a rock and combs her hair.", ["Coral"]),
        ("Soldier Cole hides in a trench as shells explode in the distance.", ["Soldier Cole"]),
    ],
)
def test_alarms_shells_and_combing_are_nobody_and_nothing(prompt: str, names: list[str]) -> None:
    stage = cast(prompt, seed=1, text=TEXT).stage
    assert [e.name for e in stage.entities if e.kind == "person"] == names
    assert not {"ring", "microphone"} & {e.archetype for e in stage.entities}


def test_what_describes_whom_something_else_is_counted_before_is_his() -> None:
    mayor = cast("记者苏曼把一叠照片推到对面的秃头市长面前。", seed=1, text=TEXT).stage.entities[2]
    assert (mayor.name, mayor.look["hair"]) == ("市长", "bald")


@pytest.mark.parametrize(
    ("prompt", "names"),
    [
        ("舰长林岳左臂受伤，副官艾拉为他包扎。", ["林岳", "艾拉"]),
        ("Theo plays on the beach with his golden-haired sister June.", ["Theo", "June"]),
        ("破庙中，书生与白狐女子相对而坐。", ["书生", "白狐女子"]),
    ],
)
def test_names_end_where_they_end(prompt: str, names: list[str]) -> None:
    assert people(prompt) == names


def test_a_childs_little_sister_is_a_child() -> None:
    stage = cast("Nine-year-old Theo builds a sandcastle with his sister June.", seed=1, text=TEXT).stage
    assert [e.archetype for e in stage.entities if e.kind == "person"] == ["child", "child"]


def test_what_is_worn_right_before_the_noun_is_worn() -> None:
    stage = cast("江南雨巷里，撑着油纸伞的旗袍女子与穿长衫的青年擦肩而过。", seed=1, text=TEXT).stage
    outfits = {e.name: e.look["outfit"] for e in stage.entities if e.kind == "person"}
    assert (stage.setting, outfits) == ("old street", {"女子": "hanfu", "青年": "robe"})


def test_a_dish_of_an_animal_is_a_dish_and_one_pot_is_one() -> None:
    stage = cast("火锅店里，一家三口围着热气腾腾的火锅吃饭，服务员小陈端来一盘羊肉。", seed=1, text=TEXT).stage
    things = [e.name for e in stage.entities if e.kind == "prop"]
    assert not any(e.archetype == "sheep" for e in stage.entities) and things.count("火锅") == 1 and "羊肉" in things


def test_what_is_beyond_the_window_is_not_in_the_room() -> None:
    stage = cast("星际飞船的驾驶舱内，舰长林岳站着，窗外陨石飞过。", seed=1, text=TEXT).stage
    assert not any(e.archetype == "rock" for e in stage.entities)


def test_the_window_of_a_tower_is_in_its_wall() -> None:
    stage = cast("A village square: a dragon circles the tower while Princess Isolde leans out of the window.", seed=1,
                 text=TEXT).stage  # fmt: skip
    assert not any(e.archetype == "window" for e in stage.entities)


@pytest.mark.parametrize(
    ("prompt", "names"),
    [
        ("足球场上，门将大刘扑出了点球。", ["大刘"]),
        ("On a fishing boat, Captain Ahab Moore hauls in a net.", ["Captain Ahab Moore"]),
        ("皇帝驾崩当夜，太子萧景跪在灵前。", ["萧景"]),
    ],
)
def test_trades_lead_to_names_and_the_dead_are_not_there(prompt: str, names: list[str]) -> None:
    assert people(prompt) == names


def test_a_crowd_leaves_room_for_who_is_named_after_it() -> None:
    casting = cast("武馆里，师父背着手训话，二十个徒弟扎着马步，小师妹偷偷打了个哈欠。", seed=1, text=TEXT)
    assert "小师妹" in {e.name for e in casting.stage.entities}
    assert any("left out: 徒弟" in note for note in casting.notes)


def test_a_leopard_is_said_to_be_staged_as_a_lion() -> None:
    assert "雪豹 is staged as lion." in cast("雪山上，老秦看着一头雪豹。", seed=1, text=TEXT).notes


def test_the_train_of_a_station_is_of_its_set() -> None:
    stage = cast("高铁站台上，男友站着，远处列车缓缓进站。", seed=1, text=TEXT).stage
    assert not any(e.archetype == "car" for e in stage.entities)


@pytest.mark.parametrize(
    ("prompt", "names"),
    [
        ("养猪场里，大学生村官李强追一头小猪。", ["李强"]),
        ("海盗船的甲板上，船长指着被绑在桅杆上的少年水手。", ["船长", "少年水手"]),
    ],
)
def test_titles_before_names_and_masts_of_ships(prompt: str, names: list[str]) -> None:
    stage = cast(prompt, seed=1, text=TEXT).stage
    assert [e.name for e in stage.entities if e.kind == "person"] == names
    assert not any(e.name == "桅杆" for e in stage.entities)


def test_an_army_of_trolls_is_of_trolls_and_a_tower_of_blocks_of_blocks() -> None:
    army = cast("Queen Elara stands before an army of trolls.", seed=1, text=TEXT).stage
    assert {e.archetype for e in army.entities if e.kind != "prop"} == {"adult", "giant"}
    tower = cast("At a kindergarten, Max builds a tower of blocks.", seed=1, text=TEXT).stage
    assert "box" in {e.archetype for e in tower.entities} and "bell_tower" not in {e.archetype for e in tower.entities}


def test_a_dust_storm_on_mars_is_a_storm_that_frightens_nobody() -> None:
    casting = cast("Two astronauts plant a flag on Mars as a dust storm approaches.", seed=1, text=TEXT)
    assert casting.weather == "storm" and not casting.emotions
