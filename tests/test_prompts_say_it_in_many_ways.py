"""Casting reads grammar: each way of saying who is who, who holds what and who is where, with facts that must be so."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from texts import TEXT

from director.casting import cast
from director.statejson import state_json
from model.camera import Camera
from model.facts import holds_true
from model.layout import first_moment
from model.world import WorldModel


@cache
def world() -> WorldModel:
    """A tiny one: nothing is acted here."""
    return WorldModel.tiny()


def unmet(prompt: str, *facts: str, seed: int = 1) -> list[str]:
    """The facts that are not so at the first moment of the prompt's world."""
    casting = cast(prompt, seed=seed, text=TEXT)
    moment = first_moment(casting.stage, casting.relations, seed=seed, hour=casting.hour, weather=casting.weather,
                          emotions=casting.emotions)  # fmt: skip
    state = state_json(world().begin(casting.stage, moment, seed=seed, camera=Camera()), {})
    return [fact for fact in facts if not holds_true(fact, state, state)]


@pytest.mark.parametrize(
    ("prompt", "facts"),
    [
        ("The woman at the bar is a spy.", ["count(person, 1)"]),
        ("A pianist plays alone in a theatre.", ["exists(piano)", "near(pianist, piano, 1.5)", "pose(pianist, sit)"]),
        ("Three witches stir a bubbling cauldron.", ["not exists(plate)"]),
        ("A robot waters a tree, a small girl in pyjamas watches.", ["count(person, 1)", "not exists(watch)"]),
        ("那个戴面具的男人其实是王爷。", ["count(person, 1)"]),
        ("My stepbrother is a mafia boss. In his study, Luca pours whiskey for Nora.", ["count(person, 2)"]),
        ("月圆之夜，九尾狐化作红衣女子，站在桃树下。", ["count(person, 1)", "color(女子, top, red)"]),
        ("The detective kneels by the body of a young woman.", ["count(person, 2)", "pose(body, lie)"]),
        ("Her bodyguard, a huge man, keeps watch at the door of the bank vault.", ["count(person, 1)"]),
        ("The twins, Mae and June, nine, hide in the wardrobe.", ["count(person, 2)", "looks(June, age, child)"]),
        ("The only other guest, a tired old monk, stirs his tea.", ["count(person, 1)"]),
        ("The porter, old Amos Reed, sweeps the hall.", ["count(person, 1)", "looks(Amos Reed, age, old)"]),
        ("Two cooks, plump Olga and skinny Ines, taste soup.", ["count(person, 2)", "exists(Olga)", "exists(Ines)"]),
        ("A captain, a mountain of a man with a red beard, sings.", ["count(person, 1)", "count(creature, 0)"]),
        ("女工程师沈岚站在桥上。", ["count(person, 1)", "looks(沈岚, gender, f)"]),
        ("退伍军人大熊抱着狗。", ["count(person, 1)", "exists(大熊)"]),
        ("The bride glares at the best man, who toasts the couple; the groom laughs.", ["count(person, 3)"]),
    ],
)  # fmt: skip
def test_one_being_is_told_once(prompt: str, facts: list[str]) -> None:
    assert unmet(prompt, *facts) == []


@pytest.mark.parametrize(
    ("prompt", "facts"),
    [
        ("She throws her ring into the fountain.", ["exists(woman)", "count(person, 1)"]),
        ("她把戒指扔进了喷泉。", ["exists(女人)", "count(person, 1)"]),
        ("The bride, whose father is late, paces in front of the altar.", ["not exists(father)"]),
        ("A young samurai kneels before the lord who killed his father.", ["not exists(father)", "count(person, 2)"]),
        ("A dragon no bigger than a cat naps on a rock.", ["not exists(cat)", "pose(dragon, lie)"]),
        ("Six friends celebrate a birthday.", ["count(person, 6)", "emotion(friend 1, happy)"]),
        ("A wedding with guests.", ["exists(bride)", "exists(groom)"]),
        ("On the set of a pirate movie a director yawns.", ["count(person, 1)"]),
        ("Rain hammers the roof as a nun prays.", ["not exists(hammer)", "count(person, 1)"]),
        ("The clerk, tired, counts coins.", ["count(person, 1)", "exists(coin)"]),
        ('A boy whispers, "My father is a king!" to a girl.', ["count(person, 2)"]),
        ("女孩问他：你见过我妈妈吗？老人摇头。", ["count(person, 2)"]),
        ("厨神大赛上，评委皱着眉。", ["count(person, 1)"]),
        ("路过的靖王停下脚步，丽妃低着头。", ["exists(靖王)", "looks(丽妃, gender, f)"]),
        ("她跪在雪里，两名侍卫冷冷看着。", ["exists(女人)", "pose(女人, kneel)", "count(person, 3)"]),
        ("兔子太太和狐狸先生喝茶。", ["count(person, 0)", "count(creature, 2)"]),
        ("天上下着小雨，林晚站在街头。", ["count(person, 1)", "weather(rain)"]),
        ("前女友姜离站在门口。", ["exists(姜离)", "near(姜离, 门口, 2)"]),
        ("小师妹云朵偷偷把烤鸡藏在身后。", ["exists(云朵)", "holds(云朵, 烤鸡)"]),
        ("白袍小将赵翎横枪立马。", ["exists(赵翎)", "holds(赵翎, 枪)"]),
        ("堂下跪满了瑟瑟发抖的弟子。", ["not count(弟子, 1)", "pose(弟子1, kneel)"]),
    ],
)  # fmt: skip
def test_who_is_there_and_who_is_only_spoken_of(prompt: str, facts: list[str]) -> None:
    assert unmet(prompt, *facts) == []


@pytest.mark.parametrize(
    ("prompt", "facts"),
    [
        ("Kyle leaves, and Grandma hides a smile behind her newspaper.", ["holds(Grandma, newspaper)"]),
        ("A girl wrapped in an old blanket drinks tea.", ["holds(girl, tea)"]),
        ("A lighthouse keeper lights his pipe.", ["holds(lighthouse keeper, pipe)"]),
        ("A countess offers a goblet of wine to a priest.", ["holds(countess, goblet of wine)"]),
        ("路过的女白领为小哥撑伞。", ["holds(女白领, 伞)"]),
        ("上班族抱着一只企鹅玩偶睡在长椅上。", ["holds(上班族, 企鹅玩偶)"]),
        ("The queen begs before the usurper, a goblet in his hand.", ["holds(usurper, goblet)"]),
        ("A detective kneels in an alley, his flashlight pointing at a knife.", ["holds(detective, flashlight)"]),
        ("With a torch in each hand, a monk walks past a sleeping guard.", ["holds(monk, torch)", "pose(monk, stand)"]),
        ("A boy watches a hooded figure dig with a shovel.", ["holds(figure, shovel)"]),
        ("A monkey on his shoulder eats a banana.", ["holds(monkey, banana)"]),
        ("Torres shouts into the radio.", ["holds(Torres, radio)"]),
        ("Two astronauts repair a machine.", ["near(astronaut 1, machine, 2.5)"]),
        ("魔尊一剑刺穿师尊的胸口。", ["holds(魔尊, 剑)"]),
        ("A waiter with a silver cane and a valet glare at each other.", ["holds(waiter, cane)"]),
        ("保安打着盹，旁边是抱着骨灰盒的妇女。", ["holds(妇女, 骨灰盒)"]),
        ("班主任周敏没收了男生陆燃的吉他。", ["holds(周敏, 吉他)"]),
        ("养女沈知夏打开录音笔。", ["holds(沈知夏, 录音笔)"]),
        ("师傅老郑举着擀面杖追着他跑。", ["holds(老郑, 擀面杖)"]),
        ("老兵裹着破毯子喝酒。", ["holds(老兵, 酒)"]),
        ("一个女孩把自己的伞递给老人。", ["holds(女孩, 伞)"]),
        ("美人鱼听水手弹吉他。", ["holds(水手, 吉他)"]),
        ("老板戴着白手套端详一只花瓶。", ["exists(花瓶)", "holds(老板, 花瓶)"]),
    ],
)  # fmt: skip
def test_the_one_who_is_meant_holds_it(prompt: str, facts: list[str]) -> None:
    assert unmet(prompt, *facts) == []


@pytest.mark.parametrize(
    ("prompt", "facts"),
    [
        ("Priya waits at the table. Arjun stands at the window, his back to her.", ["not facing(Arjun, Priya)"]),
        ("A lion roars in its cage.", ["inside(lion, cage)"]),
        ("Grandpa teaches his granddaughter to ride a red bicycle.", ["on(granddaughter, bicycle)"]),
        ("A nurse helps the old man to sit on the bench.", ["on(old man, bench)"]),
        ("On a bridge, two spies exchange briefcases.", ["on(spy 1, bridge)", "on(spy 2, bridge)"]),
        ("断桥上，白娘子撑着伞等许仙。", ["on(白娘子, 断桥)", "on(许仙, 断桥)", "holds(白娘子, 伞)"]),
        ("A cabin boy watches, terrified, from behind a barrel.", ["near(cabin boy, barrel, 1.5)"]),
        ("On the sofa Nia hides behind a pillow.", ["near(Nia, sofa, 0.5)"]),
        ("Behind them a black cat sits on the edge of the well.", ["near(cat, well, 1)"]),
        ("A captain holds a pistol to the navigator's head.", ["facing(captain, navigator)"]),
        ("A prince rides into the village on a donkey.", ["pose(prince, sit)"]),
        ("Two chefs throw tomatoes at each other.", ["facing(chef 1, chef 2)", "exists(tomato)"]),
        ("The inspector ducks behind the counter.", ["near(inspector, counter, 1.5)", "count(creature, 0)"]),
        ("A monk discovers a scroll beneath the abbot's chair.", ["near(scroll, chair, 1)"]),
        ("收银台上的花瓶碎了，店员愣住。", ["on(花瓶, 收银台)"]),
        ("老李喝茶，一只猫趴在他脚边。", ["near(猫, 老李, 2)"]),
        ("少女驾驶员零跪在损坏的机器人旁边。", ["pose(零, kneel)", "near(零, 机器人, 2)"]),
        ("狐狸在大树下发现了一个宝箱。", ["near(宝箱, 大树, 1.5)", "near(狐狸, 大树, 1.5)"]),
        ("少女苏念红着脸看向骑自行车的学长沈砚。", ["facing(苏念, 沈砚)", "emotion(苏念, in love)", "pose(沈砚, sit)"]),
        ("堂下跪着寡妇和一脸横肉的屠夫。", ["pose(寡妇, kneel)", "pose(屠夫, kneel)"]),
        ("青年向站在雪中的未婚妻敬礼。", ["facing(青年, 未婚妻)"]),
        ("一个女人推门进来。", ["near(女人, 门, 2)"]),
    ],
)  # fmt: skip
def test_everybody_is_where_it_is_said(prompt: str, facts: list[str]) -> None:
    assert unmet(prompt, *facts) == []


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("At the back of a crowded bus, a pickpocket steals a purse.", "station"),
        ("The best man dances at a beach wedding.", "beach"),
        ("A wizard and his dragon watch the burning castle from the mountain.", "mountain"),
        ("老兵站在山顶，望着远处燃烧的城堡。", "mountain"),
        ("Two lovers meet on a stone bridge in the rain.", "village"),
        ("On the roof of a hotel a hacker waits.", "rooftop"),
        ("御花园里，小宫女跪在雪地里。", "courtyard garden"),
        ("深山老庙，剑客靠着佛像喝酒。", "temple"),
        ("A surgeon bends over a patient; the monitor flatlines.", "hospital"),
    ],
)
def test_the_place_that_is_meant_is_told_from_what_is_only_mentioned(prompt: str, setting: str) -> None:
    assert unmet(prompt, f"setting({setting})") == []


@pytest.mark.parametrize(("prompt", "many"), [
    ("A king stands between torches.", {"torch": 2}),
    ("A camp with torches, a table and three tents.", {"torch": 2, "tent": 4}),
    ("A study with books.", {"book": 1}), ("Rain beats on the windows of a bedroom where Ada sleeps.", {"window": 1}),
])  # fmt: skip
def test_several_of_what_stands_are_more_than_one(prompt: str, many: dict[str, int]) -> None:
    kinds = Counter(e.archetype for e in cast(prompt, seed=3, text=TEXT).stage.entities)
    assert {kind: kinds[kind] for kind in many} == many
