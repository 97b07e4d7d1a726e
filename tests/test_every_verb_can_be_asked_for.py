"""Every verb of the model, every manner and every event can be asked for in plain sentences of both languages."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from texts import TEXT

from director.casting import cast
from director.directive import Directive
from director.understanding import Reader
from model.layout import first_moment
from model.moment import Moment
from model.stage import Stage
from model.state import Action
from model.verbs import VERBS
from storygraph.errors import StoryError

READER = Reader(TEXT)
SQUARE = (
    "A village square with a knight, a guard, a princess, a child, a chest, a horse, a ball, an apple, a letter, "
    "a door, a bench, a lamp, a vase on a table and a dragon circling overhead."
)
ROOM = (
    "客厅里，爸爸、妈妈、一个男孩、一只狗、一个箱子、一个球、一个苹果、一封信、一扇门、一个梯子、"
    "一张长椅、一盏灯、一张桌子和一只鹰。"
)

# verb -> (English, Chinese), each as (sentence, who acts, target, object)
ASKED = {
    "walk": (("The knight walks to the chest.", "knight", "chest", None), ("爸爸走向箱子。", "爸爸", "箱子", None)),
    "run": (("The guard runs to the horse.", "guard", "horse", None), ("男孩跑向狗。", "男孩", "狗", None)),
    "flee": (("The child flees from the dragon.", "child", "dragon", None), ("男孩逃离狗。", "男孩", "狗", None)),
    "back_off": (("The guard backs away from the horse.", "guard", "horse", None),
                 ("妈妈从狗身边后退。", "妈妈", "狗", None)),
    "chase": (("The horse chases the child.", "horse", "child", None), ("狗追赶男孩。", "狗", "男孩", None)),
    "follow": (("The child follows the knight.", "child", "knight", None), ("狗跟着妈妈。", "狗", "妈妈", None)),
    "circle": (("The dragon circles the chest.", "dragon", "chest", None), ("狗围着箱子转。", "狗", "箱子", None)),
    "enter": (("A wizard walks in.", "wizard", None, None), ("一个警察走进来。", "警察", None, None)),
    "exit": (("The guard leaves.", "guard", None, None), ("爸爸走出房间。", "爸爸", None, None)),
    "jump": (("The child jumps.", "child", None, None), ("男孩跳起来。", "男孩", None, None)),
    "jump_onto": (("The child jumps onto the table.", "child", "table", None), ("狗跳上桌子。", "狗", "桌子", None)),
    "climb": (("The guard climbs onto the bench.", "guard", "bench", None), ("男孩爬上梯子。", "男孩", "梯子", None)),
    "get_down": (("The guard climbs down from the bench.", "guard", "bench", None),
                 ("男孩从梯子上下来。", "男孩", "梯子", None)),
    "take_off": (("The dragon takes flight.", "dragon", None, None), ("鹰飞起来。", "鹰", None, None)),
    "fly": (("The dragon flies to the horse.", "dragon", "horse", None), ("鹰飞向桌子。", "鹰", "桌子", None)),
    "land": (("The dragon lands on the chest.", "dragon", "chest", None), ("鹰降落在桌子上。", "鹰", "桌子", None)),
    "hover": (("The dragon hovers in the air.", "dragon", None, None), ("鹰在空中悬停。", "鹰", None, None)),
    "hide": (("The child hides behind the chest.", "child", "chest", None),
             ("男孩躲到桌子后面。", "男孩", "桌子", None)),
    "dodge": (("The guard dodges the horse.", "guard", "horse", None), ("爸爸侧身躲过狗的攻击。", "爸爸", "狗", None)),
    "lead": (("The princess leads the horse away.", "princess", "horse", None),
             ("妈妈领着男孩走。", "妈妈", "男孩", None)),
    "drag": (("The guard drags the chest along.", "guard", "chest", None), ("爸爸拖着箱子走。", "爸爸", "箱子", None)),
    "stand": (("The guard stands up.", "guard", None, None), ("妈妈站起来。", "妈妈", None, None)),
    "sit": (("The child sits on the bench.", "child", "bench", None), ("爸爸坐在长椅上。", "爸爸", "长椅", None)),
    "kneel": (("The knight kneels before the princess.", "knight", "princess", None),
              ("爸爸跪下。", "爸爸", None, None)),
    "lie": (("The child lies down.", "child", None, None), ("男孩躺下。", "男孩", None, None)),
    "fall": (("The guard collapses.", "guard", None, None), ("妈妈摔倒了。", "妈妈", None, None)),
    "dance": (("The princess dances with the knight.", "princess", "knight", None), ("妈妈跳舞。", "妈妈", None, None)),
    "stop": (("The horse stops.", "horse", None, None), ("狗停下来。", "狗", None, None)),
    "turn_around": (("The guard turns around.", "guard", None, None), ("妈妈转过身去。", "妈妈", None, None)),
    "bow": (("The knight bows to the princess.", "knight", "princess", None),
            ("爸爸向妈妈鞠躬。", "爸爸", "妈妈", None)),
    "nod": (("The guard nods.", "guard", None, None), ("爸爸点点头。", "爸爸", None, None)),
    "shake_head": (("The princess shakes her head.", "princess", None, None), ("男孩摇摇头。", "男孩", None, None)),
    "clap": (("The princess claps her hands.", "princess", None, None), ("妈妈鼓掌。", "妈妈", None, None)),
    "cheer": (("The guard cheers.", "guard", None, None), ("男孩欢呼起来。", "男孩", None, None)),
    "salute": (("The guard salutes the princess.", "guard", "princess", None),
               ("爸爸向妈妈敬礼。", "爸爸", "妈妈", None)),
    "pray": (("The princess prays.", "princess", None, None), ("妈妈双手合十祈祷。", "妈妈", None, None)),
    "cry": (("The child bursts into tears.", "child", None, None), ("男孩捂着脸哭了。", "男孩", None, None)),
    "eat": (("The horse eats the apple.", "horse", "apple", None), ("男孩吃苹果。", "男孩", "苹果", None)),
    "face": (("The guard looks at the princess.", "guard", "princess", None), ("妈妈看着爸爸。", "妈妈", "爸爸", None)),
    "hug": (("The princess hugs the child.", "princess", "child", None), ("妈妈拥抱男孩。", "妈妈", "男孩", None)),
    "attack": (("The knight attacks the dragon.", "knight", "dragon", None), ("爸爸攻击狗。", "爸爸", "狗", None)),
    "push": (("The guard pushes the chest.", "guard", "chest", None), ("爸爸推箱子。", "爸爸", "箱子", None)),
    "shake_hands": (("The knight shakes hands with the guard.", "knight", "guard", None),
                    ("爸爸和妈妈握手。", "爸爸", "妈妈", None)),
    "help_up": (("The princess helps the child up.", "princess", "child", None),
                ("妈妈扶起男孩。", "妈妈", "男孩", None)),
    "shield": (("The knight shields the child from the dragon.", "knight", "child", "dragon"),
               ("爸爸挡在男孩和狗之间。", "爸爸", "男孩", "狗")),
    "kick": (("The child kicks the ball.", "child", "ball", None), ("男孩踢球。", "男孩", "球", None)),
    "wave": (("The princess waves at the knight.", "princess", "knight", None),
             ("妈妈向爸爸挥手。", "妈妈", "爸爸", None)),
    "point": (("The guard points at the dragon.", "guard", "dragon", None), ("男孩指着狗。", "男孩", "狗", None)),
    "talk": (("The guard talks to the princess.", "guard", "princess", None),
             ("妈妈和爸爸说话。", "妈妈", "爸爸", None)),
    "feel": (("The princess smiles at the knight.", "princess", "knight", None), ("妈妈很生气。", "妈妈", None, None)),
    "take": (("The princess picks up the letter.", "princess", "letter", None), ("爸爸拿起信。", "爸爸", "信", None)),
    "give": (("The guard gives the princess the letter.", "guard", "princess", "letter"),
             ("爸爸把信交给妈妈。", "爸爸", "妈妈", "信")),
    "drop": (("The princess lets go of the letter.", "princess", "letter", None),
             ("爸爸放下苹果。", "爸爸", "苹果", None)),
    "put_on": (("The guard puts the letter on the table.", "guard", "table", "letter"),
               ("爸爸把苹果放在桌子上。", "爸爸", "桌子", "苹果")),
    "put_in": (("The guard puts the letter in the chest.", "guard", "chest", "letter"),
               ("妈妈把苹果放进箱子。", "妈妈", "箱子", "苹果")),
    "throw": (("The child throws the ball at the guard.", "child", "guard", "ball"),
              ("男孩把球扔向狗。", "男孩", "狗", "球")),
    "open": (("The guard opens the door.", "guard", "door", None), ("妈妈打开门。", "妈妈", "门", None)),
    "close": (("The guard closes the door.", "guard", "door", None), ("妈妈关上门。", "妈妈", "门", None)),
    "light": (("The princess turns on the lamp.", "princess", "lamp", None), ("妈妈点亮灯。", "妈妈", "灯", None)),
    "put_out": (("The princess turns off the lamp.", "princess", "lamp", None), ("妈妈关掉灯。", "妈妈", "灯", None)),
    "topple": (("The child knocks the vase over.", "child", "vase", None), ("狗打翻桌子。", "狗", "桌子", None)),
    "knock": (("The guard knocks on the door.", "guard", "door", None), ("爸爸敲门。", "爸爸", "门", None)),
    "examine": (("The guard examines the chest.", "guard", "chest", None), ("妈妈检查箱子。", "妈妈", "箱子", None)),
    "blast": (("There is an explosion next to the chest.", None, "chest", None), ("箱子爆炸了。", None, "箱子", None)),
    "quake": (("The ground shakes.", None, None, None), ("突然地震了。", None, None, None)),
    "black_out": (("The lights go out.", None, None, None), ("突然停电了。", None, None, None)),
    "burn": (("The table catches fire.", None, "table", None), ("桌子着火了。", None, "桌子", None)),
    "weather": (("It starts to rain.", None, None, None), ("下雨了。", None, None, None)),
    "time": (("Night falls.", None, None, None), ("天黑了。", None, None, None)),
}  # fmt: skip
CASES = [(verb, *case) for verb, both in ASKED.items() for case in both]


@cache
def on(world: str) -> tuple[Stage, Moment]:
    casting = cast(world, seed=2, text=TEXT)
    return casting.stage, first_moment(casting.stage, casting.relations, seed=2, hour=12.0, weather="clear")


def read(sentence: str) -> Directive:
    stage, moment = on(SQUARE if sentence.isascii() else ROOM)
    return READER.read(sentence, stage, moment)


def last(sentence: str) -> tuple[Action, dict[str | None, str]]:
    """The last action of the sentence, and everybody's name by id."""
    directive = read(sentence)
    stage, _ = on(SQUARE if sentence.isascii() else ROOM)
    return directive.actions[-1], {e.id: e.name for e in (*stage.entities, *directive.entrances)}


def test_no_verb_is_forgotten() -> None:
    assert set(ASKED) == set(VERBS) - {"act"}


@pytest.mark.parametrize(("verb", "sentence", "actor", "target", "thing"), CASES, ids=[c[1] for c in CASES])
def test_it_is_read_with_its_participants(
    verb: str, sentence: str, actor: str | None, target: str | None, thing: str | None
) -> None:
    directive = read(sentence)
    stage, _ = on(SQUARE if sentence.isascii() else ROOM)
    names: dict[str | None, str] = {e.id: e.name for e in (*stage.entities, *directive.entrances)}
    found = [(a.verb, names.get(a.actor), names.get(a.target), names.get(a.object)) for a in directive.actions]
    assert (verb, actor, target, thing) in found


@pytest.mark.parametrize(
    ("sentence", "manner"),
    [
        ("The guard tiptoes to the chest.", "sneak"), ("The child creeps up to the horse.", "sneak"),
        ("The knight limps to the bench.", "limp"), ("The princess walks slowly to the bench.", None),
        ("The guard storms out.", None), ("爸爸蹑手蹑脚地走向门。", "sneak"), ("男孩一瘸一拐地走到桌子旁。", "limp"),
        ("妈妈悄悄走出房间。", "sneak"), ("爸爸害怕地跑向门。", None),
    ],
)  # fmt: skip
def test_how_one_goes_is_a_manner(sentence: str, manner: str | None) -> None:
    assert last(sentence)[0].manner == manner


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The guard walks to the chest.", "walks to something"), ("爸爸把信交给妈妈。", "把某物交给某人"),
        ("The dragon is attacked by the knight.", "attacked someone"), ("桌子着火了。", "着火了"),
    ],
)  # fmt: skip
def test_an_action_keeps_the_words_it_was_asked_in(sentence: str, words: str) -> None:
    assert last(sentence)[0].words == words


def test_who_is_led_and_what_is_dragged_goes_toward_what_is_named() -> None:
    stage, moment = on(SQUARE)
    action, names = last("The guard drags the chest to the bench.")
    rows = {e.name: row for row, e in enumerate(stage.entities)}
    way = moment.position[rows["bench"]] - moment.position[rows["guard"]]
    assert (action.verb, names[action.target]) == ("drag", "chest")
    assert action.direction is not None
    assert action.direction[0] * way[0] + action.direction[1] * way[2] > 0.99 * np.hypot(way[0], way[2])


def test_what_falls_over_is_toppled_by_who_touched_it() -> None:
    action, names = last("The child bumps into the vase and it falls over.")
    assert (action.verb, names[action.actor], names[action.target]) == ("topple", "child", "vase")


def test_somebody_sets_a_thing_on_fire_from_close_by() -> None:
    walk, burn = read("The knight sets the table on fire.").actions
    assert (walk.verb, burn.verb, burn.actor, burn.after) == ("walk", "burn", None, 0)
    assert walk.target == burn.target


def test_fire_lights_a_lamp_and_burns_what_is_none() -> None:
    (action,) = read("The knight sets fire to the lamp.").actions
    assert action.verb == "light"
    directive = read("The knight lights the table.")
    assert [action.verb for action in directive.actions] == ["walk", "burn"]
    assert directive.readings == ("lights the table -> burn",)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("The barn catches fire.", "There is no barn on stage"),
        ("Fire breaks out.", "Say what catches fire"),
        ("The guard puts the letter in the horse.", "othing can be put in horse"),
                ("The knight hovers.", "cannot fly; dragon can"),
    ],
)
def test_what_cannot_be_is_refused(sentence: str, why: str) -> None:
    with pytest.raises(StoryError, match=why):
        directive = read(sentence)
        raise StoryError(" ".join(directive.refusals))
