"""What an idea is expected to come to: the facts its deeds ask for, and a sentence in the author's language about them.

Knows facts and names; knows nothing of how anything comes about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from director.directive import Directive
from director.suggestions.ideas import name_in
from model.goals import goals
from model.stage import Entity
from model.state import Action

_FACT = re.compile(r"(not )?(\w+)\((.*)\)", re.S)
# fact: English, Chinese; {0} and {1} are its arguments
_SENTENCES = {
    "near": ("{0} is beside {1}", "{0}在{1}身边"),
    "farther": ("{0} is farther from {1}", "{0}离{1}更远了"),
    "moved": ("{0} is somewhere else", "{0}换了位置"),
    "exists": ("{0} is there", "{0}来到现场"),
    "gone": ("{0} is gone", "{0}不在场了"),
    "on": ("{0} is on {1}", "{0}在{1}上"),
    "inside": ("{0} is in {1}", "{0}在{1}里"),
    "above": ("{0} is off the ground", "{0}离开了地面"),
    "facing": ("{0} faces {1}", "{0}面对着{1}"),
    "holds": ("{1} is in {0}'s hands", "{1}在{0}手里"),
    "not holds": ("{1} is out of {0}'s hands", "{1}不在{0}手里了"),
    "far": ("{1} lies far from {0}", "{1}离{0}很远"),
    "open": ("{0} is open", "{0}开着"),
    "not open": ("{0} is shut", "{0}关上了"),
    "lit": ("{0} is lit", "{0}亮着"),
    "not lit": ("{0} is dark", "{0}灭了"),
    "down": ("{0} lies on the ground", "{0}倒在地上"),
    "dark": ("every light is out", "所有的灯都灭了"),
    "not above": ("{0} is on the ground", "{0}回到地面"),
    "not pose": ("{0} no longer flies", "{0}不再飞了"),
    "turned": ("{0} has turned away", "{0}转过身去"),
}
_POSES = {
    "stand": ("is on {0_his} feet", "站着"), "sit": ("sits", "坐着"), "kneel": ("kneels", "跪着"),
    "lie": ("lies", "躺着"), "fly": ("is in the air", "在空中"), "dance": ("dances", "在跳舞"),
}  # fmt: skip
_FEELINGS = {
    "calm": ("is calm", "平静下来"), "happy": ("is happy", "很高兴"), "sad": ("is sad", "很悲伤"),
    "angry": ("is angry", "很愤怒"), "afraid": ("is afraid", "很害怕"), "surprised": ("is stunned", "很震惊"),
    "disgusted": ("is disgusted", "很厌恶"), "in love": ("is in love", "坠入爱河"),
}  # fmt: skip
_SHOWN = {
    "bow": ("has bowed", "鞠了躬"), "nod": ("has nodded", "点了头"), "shake": ("has said no", "摇了头"),
    "clap": ("has applauded", "鼓了掌"), "cheer": ("has cheered", "欢呼过"), "salute": ("has saluted", "敬了礼"),
    "pray": ("has prayed", "祈祷过"), "cover": ("weeps", "掩面而泣"), "point": ("points the finger", "指着对方"),
    "wave": ("has waved", "挥了手"), "reach": ("has taken a close look", "仔细看过了"),
    "strike": ("has struck", "出了手"), "consume": ("has eaten", "吃了"),
}  # fmt: skip
_SKIES = {
    "clear": ("the sky is clear", "天空放晴"), "rain": ("it rains", "下着雨"), "snow": ("it snows", "下着雪"),
    "fog": ("there is fog all round", "四周起雾"), "storm": ("a storm rages", "风暴大作"),
}  # fmt: skip
_TIMES = {
    "dawn": ("it is dawn", "天亮了"), "day": ("it is day", "到了白天"), "dusk": ("it is dusk", "到了黄昏"),
    "night": ("it is night", "到了夜里"),
}  # fmt: skip
# What of an action is told: the first of these that its goals have.
_TELLING = (
    "emotion", "holds", "down", "gone", "exists", "open", "not open", "lit", "not lit", "inside", "on", "weather",
    "time", "dark", "pose", "showed", "above", "not above", "farther", "far", "not holds", "turned", "near", "facing",
    "moved",
)  # fmt: skip
# What words bring about, by what they are for; {0} speaks to {1}.
_HEARD = {
    "accuse": ("{1} stands accused", "{1}被当面质问"),
    "threaten": ("{1} has been threatened", "{1}受到了威胁"),
    "refuse": ("{0} has refused {1}", "{0}拒绝了{1}"),
    "ask": ("{1} owes {0} an answer", "{1}必须回答{0}"),
    "reveal": ("{1} knows what {0} kept secret", "{1}知道了{0}的秘密"),
    "recall": ("{1} hears what {0} remembers", "{1}听到了{0}记得的事"),
    "love": ("{1} knows what {0} feels", "{1}知道了{0}的心意"),
    "plead": ("{1} has to decide", "要由{1}来决定"),
    "warn": ("{1} is warned", "{1}有了防备"),
    "comfort": ("{1} is not alone", "{1}不再孤单"),
    "farewell": ("{0} has said goodbye to {1}", "{0}向{1}告了别"),
    "command": ("{1} has orders from {0}", "{1}接到了{0}的命令"),
    "object": ("{1} has something to explain", "{1}必须给出解释"),
    "mock": ("{1} is laughed at", "{1}受到了嘲笑"),
    "apologise": ("{0} has asked {1}'s pardon", "{0}向{1}道了歉"),
    "block": ("{1} cannot leave", "{1}走不了了"),
    "creature": ("everybody is warned", "所有人都听到了警告"),
}  # fmt: skip
# What some deeds come to is told better than by their facts; {0} does it to {1}.
_DEEDS = {
    "attack": ("{1} has taken a blow", "{1}挨了一下"),
    "push": ("{1} is thrown back", "{1}被推开了"),
    "hug": ("{0} holds {1} close", "{0}紧紧抱着{1}"),
    "shake_hands": ("{0} and {1} have a deal", "{0}与{1}达成一致"),
    "hide": ("{0} is hidden behind {1}", "{0}躲在{1}后面"),
    "shield": ("{1} is protected", "{1}受到保护"),
    "chase": ("{1} has to run", "{1}不得不逃"),
    "dance": ("{0} and {1} dance", "{0}与{1}共舞"),
    "examine": ("{0} has taken a close look at {1}", "{0}仔细看过了{1}"),
    "bow": ("{0} has shown {1} respect", "{0}向{1}表示了敬意"),
    "point": ("{1} is singled out", "{1}成了众矢之的"),
}  # fmt: skip
_MUTUAL = frozenset({"dance", "shake_hands", "hug"})
_SHAKES = ("the ground has shaken", "大地震动过")


def expected_facts(directive: Directive, names: Mapping[str, str]) -> tuple[str, ...]:
    """Every fact that must hold when the directive has been acted out; of two that would each do, the first."""
    asked = [goal.split("|")[0] for action in directive.asked.actions for goal in goals(action, names)]
    spoken = [f'speaking({names[line.speaker]}, "{line.text}")' for line in directive.lines]
    return tuple(dict.fromkeys([*asked, *spoken]))


def outcome(directive: Directive, entities: Sequence[Entity], act: str | None, language: str) -> str:
    """What will be so, in a sentence of at most two facts; "" where the directive has no deeds. `act` is what its line
    is for."""
    names = {e.id: name_in(e.name, language) for e in entities}
    his = {name_in(e.name, language): _HIS.get(e.look.get("gender", ""), "its") for e in entities}
    told = [_told(action, names, his, act, language) for action in _once(directive.asked.actions)]
    told = list(dict.fromkeys(words for words in told if words))
    told = [words for words in told if words not in _going(directive, names, language)] or told
    if len(told) > 2:
        told = [told[0], told[-1]]
    joined = (" and " if language == "en" else "，").join(_of_one(told, names.values(), language))
    return joined[:1].upper() + joined[1:]


def _once(actions: Sequence[Action]) -> list[Action]:
    """The actions without those that two do with each other, as the second of them does them."""
    met: set[tuple[str, str | None, str | None]] = set()
    kept = []
    for action in actions:
        met.add((action.verb, action.actor, action.target))
        if action.verb not in _MUTUAL or (action.verb, action.target, action.actor) not in met:
            kept.append(action)
    return kept


def _of_one(told: Sequence[str], names: Collection[str], language: str) -> list[str]:
    """The facts, without the name of whom the one before was told of."""
    stop = " " if language == "en" else ""
    leads = [max((n + stop for n in names if words.startswith(n + stop)), key=len, default="") for words in told]
    same = [k > 0 and leads[k] != "" and leads[k] == leads[k - 1] for k in range(len(told))]
    return [words.removeprefix(lead) if drop else words for words, lead, drop in zip(told, leads, same, strict=True)]


def _going(directive: Directive, names: Mapping[str, str], language: str) -> set[str]:
    """That somebody comes to stand beside another is not worth telling where more happens."""
    pick = 0 if language == "en" else 1
    went = [a for a in directive.asked.actions if a.verb in ("walk", "run") and a.actor and a.target]
    return {_SENTENCES["near"][pick].format(names[a.actor or ""], names[a.target or ""]) for a in went}


_HIS = {"f": "her", "m": "his"}


def _told(
    action: Action, names: Mapping[str, str], his: Mapping[str, str], act: str | None, language: str
) -> str:
    pick = 0 if language == "en" else 1
    if action.verb == "talk":
        speaker, listener = names.get(action.actor or "", ""), names.get(action.target or "", "")
        return _HEARD[act][pick].format(speaker, listener) if act in _HEARD and listener else ""
    if action.verb == "quake":
        return _SHAKES[pick]
    if action.verb in _DEEDS and action.target:
        return _DEEDS[action.verb][pick].format(names[action.actor or ""], names[action.target])
    facts = [parts for goal in goals(action, names) if (parts := _FACT.fullmatch(goal.split("|")[0].strip()))]
    by_name = {f"{parts[1] or ''}{parts[2]}": [arg.strip() for arg in parts[3].split(",")] for parts in facts}
    name = next((known for known in _TELLING if known in by_name), None)
    return "" if name is None else _sentence(name, by_name[name], his, pick)


def _sentence(name: str, args: Sequence[str], his: Mapping[str, str], pick: int) -> str:
    """A fact in words."""
    if name in ("weather", "time"):
        return (_SKIES if name == "weather" else _TIMES)[args[0]][pick]
    tables = {"pose": _POSES, "emotion": _FEELINGS, "showed": _SHOWN}
    if name in tables:
        words = tables[name].get(args[1], (args[1], args[1]))[pick].replace("{0_his}", his.get(args[0], "its"))
        return f"{args[0]} {words}" if pick == 0 else f"{args[0]}{words}"
    return _SENTENCES[name][pick].format(*args)
