# ruff: noqa: E501  (a table of words reads best a row a line)
"""What people are busy with, where that alone tells what it takes and how they are seen at it: who has dinner sits at a
table, who visits the sick stands by a bed.

Knows nothing of who is busy with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pursuit:
    """`place` is the setting in which it is done if nobody says where. `at` are archetypes; it is done at the first of
    them that is there, and if none is, the first is brought, in the open only if `anywhere`, and never a bed. `posture`
    is how: "sits" or "stands" by it. What lies on it for each is `upon`, and `hand` is held by whoever holds nothing.
    `other` is how those are to whom it is done: "sits" at it too, "lies" on it, or ""."""

    name: str
    words: re.Pattern[str]
    place: str
    at: tuple[str, ...]
    posture: str
    upon: str = ""
    hand: str = ""
    other: str = ""
    anywhere: bool = False


def pursuit_in(phrase: str) -> Pursuit | None:
    """What a phrase tells somebody to be busy with, if it is anything of the kind."""
    return next((p for p in PURSUITS.values() if p.words.search(phrase)), None)


# What is done by all who take part in an occasion, of whom nothing else is told.
OF_OCCASIONS = {"first date": "meal", "family dinner": "meal", "job interview": "talks", "board meeting": "talks"}

_HAVE = "(?:has|have|having) (?:(?:an?|some|another|the|his|her|their|early|late|quiet|quick|last|first|family|hot|iced|morning|afternoon|romantic) ){0,2}"
_MEAL = "(?:breakfast|lunch|dinner|supper|brunch|(?:a|the|their|his|her) (?:\\w+ )?meal|noodles|soup|pizza|hot ?pot|dumplings|cake|dessert)"
_DRINK = "(?:tea|coffee|beers?|wine|whisky|whiskey|cocktails?|sake|espresso|cocoa|(?:a|the|another) (?:\\w+ )?drinks?|drinks)"
_WORK = "(?:homework|exam|essay|report|novel|book|script|letters?|poem|thesis|diary|journal|code|papers|documents|contracts?|bills|accounts)"


def _pursuit(line: str) -> Pursuit:
    name, place, at, posture, upon, hand, other, flags, english, chinese = (part.strip() for part in line.split(";"))
    words = re.compile(rf"\b(?:{english})\b|{chinese}", re.I)
    return Pursuit(name, words, place, tuple(at.split()), posture, upon, hand, other, "anywhere" in flags)


# name; place; at; posture; upon; hand; other; flags; words in English; in Chinese. The first that fits holds.
PURSUITS = {p.name: p for p in map(_pursuit, rf"""
play the piano ; living room ; piano ; sits ; ; ; ; ; (?:play|practi[cs])\w* (?:\w+ ){{0,3}}piano ; [弹练].{{0,3}}钢琴
board game ; living room ; table ; sits ; ; ; sits ; anywhere ; play\w* (?:\w+ ){{0,3}}(?:chess|cards?|poker|checkers|mah-?jongg?|dominoes|board games?) ; 下.{{0,2}}棋|对弈|打牌|打麻将|搓麻将|打扑克|斗地主
care ; hospital ; bed ; stands ; ; ; lies ; ; (?:(?:visit|treat|nurs|examin|bandag)\w*|tend\w* to|operat\w* on|check\w* (?:up )?on|look\w* (?:after|in on)|watch\w* over|car(?:e|es|ing) (?:for|of)|(?:sit|pray|weep)\w* (?:by|beside|with|over)|read\w* to) (?:\w+ ){{0,2}}(?:someone|patients?) ; (?:照顾|照料|看望|探望|探视|看护|护理|陪护|检查|治疗|抢救|医治|救治|守着|陪着).{{0,6}}(?:某人|病人|患者)|查房
meal ; living room ; table conference_table ; sits ; plate ; ; sits ; ; {_HAVE}{_MEAL}|(?:eat|shar|enjoy|finish)\w* (?:\w+ ){{0,3}}{_MEAL}|(?:eats?|eating) (?:together|in silence|alone)|din(?:es?|ing) ; 吃.{{0,2}}饭|吃(?:早餐|午餐|晚餐|火锅|面|饺子|西餐|宵夜|夜宵|烛光晚餐)|用餐|用膳|共进|聚餐
drinks ; cafe ; table ; sits ; cup ; ; sits ; ; {_HAVE}{_DRINK}|(?:drink|sip|shar)\w* (?:\w+ ){{0,3}}{_DRINK} ; 喝.{{0,2}}[茶酒]|喝.{{0,2}}咖啡|品茶|对饮|小酌|饮茶|饮酒|喝下午茶
talks ; office ; conference_table desk table ; sits ; ; ; sits ; ; negotiat\w*|interview\w*|interrogat\w*|(?:hold|ha[sv]|having|in)\w* (?:\w+ ){{0,2}}(?:meeting|negotiations) ; 开会|谈判|会谈|面试|审问|审讯|谈生意|盘问
type ; study ; desk table conference_table ; sits ; laptop ; ; ; ; types?|typing|cod(?:e|es|ing)|programs|programming|works? late|working late ; 打字|敲代码|写代码|敲键盘|加班|赶稿
desk work ; study ; desk table conference_table ; sits ; book ; ; ; ; (?:writ|draft|grad|sign|correct|fill|do|sketch)\w* (?:\w+ ){{0,3}}{_WORK}|(?:writes?|writing)(?! on| something on)|stud(?:y|ies|ying) ; 写.{{0,3}}(?:作业|信|稿|书|小说|剧本|日记|论文|诗|报告)|做(?:作业|功课)|温习|复习|伏案|批[改阅]|签.{{0,3}}(?:字|合同|约|协议|文件)
television ; living room ; television ; sits ; ; ; ; ; watch\w* (?:\w+ ){{0,3}}(?:tv|television|movies?|films?|the (?:game|news)|cartoons?) ; 看.{{0,2}}(?:电视|电影|球赛|新闻|动画)|追剧
read ; study ; table desk sofa chair ; sits ; ; book ; ; ; read(?:s|ing)? (?:\w+ ){{0,3}}(?:books?|novels?|newspapers?|magazines?|comics?|stor(?:y|ies)|in silence|quietly) ; [看读].{{0,2}}(?:书|报|小说|杂志|漫画)(?!信)|阅读
cook ; kitchen ; table ; stands ; plate ; ; ; ; cook\w*|bak(?:e|es|ing)|fr(?:y|ies|ying)|chop(?:s|ping)? (?:\w+ )?(?:vegetables|onions|carrots|meat)|knead\w*|(?:mak|prepar)\w* (?:\w+ ){{0,3}}{_MEAL} ; 做.{{0,2}}(?:饭|菜|早餐|午餐|晚餐|蛋糕)|炒菜|煮.{{0,2}}[面汤饭粥]|熬.{{0,2}}[汤粥]|切菜|包饺子|揉面|下厨|烤.{{0,2}}(?:蛋糕|面包|饼)
smithy ; shop ; anvil ; stands ; ; hammer ; ; anywhere ; (?:hammer|forg)(?:s|es|ing) (?:\w+ ){{0,3}}(?:swords?|iron|steel|blades?|metal|horseshoes?|armou?r)|(?:work|hammer)\w* at (?:\w+ )?(?:forge|anvil) ; 打铁|锻造|铸剑|锻剑
""".strip().splitlines())}  # fmt: skip
