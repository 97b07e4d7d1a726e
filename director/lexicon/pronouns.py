# ruff: noqa: E501  (tables of words read best a row a line)
"""Pronouns, words for groups, and what leads to a noun. Data only; knows nothing of who is meant."""

from __future__ import annotations

import re

DETERMINERS = r"\b(?:(?:all|both|each) (?:of )?(?:the )?|(?:the|a) (?:pair|couple|group) of (?:the )?|one of the |the (?:two|three|four) |(?:one|two|three|four|five|six|several|two of the) |(?:no|neither|none of the) |the |an? |another |this |that |these |those |his |her |its |their |my |your |our |some )"
# An adjective may stand between article and noun; these words end the noun phrase.
BETWEEN = (r"(?!(?:the|an?|his|her|its|their|my|your|and|or|but|to|of|at|in|on|with|from|into|onto|is|are|was|as|by|for|then|while|up|down|off|over|out|toward|towards"
            r"|lights|rings|bows|faces|points|waves|hands|turns|looks|steps|stands|sits|runs|walks) )[\w-]+ ")  # fmt: skip
IDIOMS = re.compile(r"\b(?:takes?|taking|took|ha(?:s|ve)|having|makes?|gives?) (?:a|an|his|her|their) (?:(?:deep|low|quick|slight|polite|long|close|short|little) )?(?:seat|bow|step|stand|look|nap|run|swing|dash|fire)$"
                    r"|\b(?:(?:is|are|was|talk\w*|speak\w*|chat\w*) (?:on|over)|answer(?:s|ed|ing)?|hang(?:s|ing)? up|hung up) (?:the |his |her )?(?:tele)?phone$|(?:打|接|拨|挂)[了起听完着通断掉]{0,2}(?:[一两]?[个通])?(?:电话|手机)$"
                    r"|\b(?:on|catch(?:es)?|catching|caught|sets?|setting|takes?) fire$|^fire$|(?:一口|喷出?|吐出?|喷着|口吐)(?:烈|大)?(?:火焰?|烈焰)$|霍然$|[下飘]起?[了着]?小[雨雪]$|(?:反手|回身|当头|迎面)一[剑刀枪]$|[出进]门$|\b(?:one|two|three|four|five|few|some|several) steps?$|\b(?:towards?|to|at|facing) the (?:audience|camera|viewers?)$|\bin (?:the )?(?:picture|frame|shot)$|(?:面向|朝着?|对着?|向)着?(?:观众|镜头)$", re.I)  # fmt: skip
PRONOUNS: dict[str, tuple[str, bool]] = {
    "he": ("m", False), "him": ("m", False), "himself": ("self", False), "she": ("f", False), "her": ("f", False),
    "herself": ("self", False), "it": ("it", False), "itself": ("self", False), "they": ("they", True),
    "them": ("they", True), "they both": ("they", True), "them both": ("they", True), "themselves": ("self", True), "each other": ("other", True), "one another": ("other", True),
    "everyone": ("all", True), "everybody": ("all", True), "all of them": ("all", True), "both of them": ("they", True),
    "nobody": ("none", True), "no one": ("none", True), "the others": ("others", True), "the other": ("other", False),
    "他": ("m", False), "她": ("f", False), "它": ("it", False), "他们": ("they", True), "她们": ("they", True),
    "它们": ("they", True), "自己": ("self", False), "大家": ("all", True), "所有人": ("all", True), "众人": ("all", True),
    "人们": ("all", True), "两人": ("they", True), "二人": ("they", True), "彼此": ("other", True), "对方": ("other", False),
    "其他人": ("others", True), "没有人": ("none", True), "没人": ("none", True), "谁也": ("none", True), "另一个人": ("other", False), "另一个": ("other", False), "另一位": ("other", False), "另一名": ("other", False),
    "俩人": ("they", True), "谁都": ("none", True), "任何人": ("none", True), "nobody else": ("none", True), "all": ("all", True), "who": ("who", False), "which": ("who", False), "the other one": ("other", False), "the two of them": ("they", True), "all of you": ("all", True), "互相": ("other", True), "相互": ("other", True), "他们俩": ("they", True), "她们俩": ("they", True), "他俩": ("they", True),
    "两个人": ("they", True), "他们两个": ("they", True), "他们两人": ("they", True), "二人组": ("they", True), "another": ("other", False), "the first one": ("nth 1", False), "the eldest": ("nth 1", False), "the youngest": ("nth last", False), "the second one": ("nth 2", False), "the third one": ("nth 3", False), "the last one": ("nth last", False), "the rest": ("nth rest", True), "the rest of them": ("nth rest", True), "第一个": ("nth 1", False), "第二个": ("nth 2", False), "第三个": ("nth 3", False), "最后一个": ("nth last", False), "其余的人": ("nth rest", True), "其余人": ("nth rest", True), "剩下的人": ("nth rest", True), "余下的人": ("nth rest", True), "三个人": ("they", True), "三人": ("they", True), "四个人": ("they", True), "四人": ("they", True), "五个人": ("they", True), "大伙": ("all", True), "全体": ("all", True), "全班": ("crowd", True), "全班同学": ("crowd", True), "全场": ("crowd", True), "在场的人": ("crowd", True), "在场众人": ("crowd", True), "在场所有人": ("crowd", True), "全家": ("crowd", True), "全家人": ("crowd", True), "满朝文武": ("crowd", True), "满堂宾客": ("crowd", True), "围观的人": ("crowd", True),
    "the whole class": ("crowd", True), "the whole room": ("crowd", True), "the entire room": ("crowd", True), "the whole family": ("crowd", True), "the whole court": ("crowd", True), "the whole crowd": ("crowd", True), "everyone else": ("crowd", True), "everybody else": ("crowd", True), "其他所有人": ("crowd", True), "所有其他人": ("crowd", True), "旁人": ("crowd", True),
}  # fmt: skip
GROUPS = {
    "animal": "creature", "creature": "creature", "beast": "creature", "monster": "creature", "pet": "creature",
    "bird": "creature", "动物": "creature", "野兽": "creature", "怪物": "creature", "weapon": "weapon", "武器": "weapon",
    "兵器": "weapon", "seat": "seat", "座位": "seat", "couple": "people", "夫妻": "people", "people": "people",
    "crowd": "people", "group": "people", "villagers": "people", "村民们": "people", "乡亲们": "people", "宾客们": "people", "light": "lamp", "灯光": "lamp", "灯": "lamp",
}  # fmt: skip
# What those of some roles are called, too, where nobody else is: "Her Highness", "the soldier" of a guard.
ROLES_OF = {
    "highness": frozenset({"prince", "princess"}), "majesty": frozenset({"king", "queen"}), "soldier": frozenset({"guard", "knight"}),
    "士兵": frozenset({"guard", "knight"}), "server": frozenset({"waitress"}), "servant": frozenset({"maid", "milkmaid", "waitress", "waiter"}),
    "丫鬟": frozenset({"maid", "milkmaid"}), "仆人": frozenset({"maid", "milkmaid", "waiter"}), "下人": frozenset({"maid", "milkmaid", "waiter"}), "medic": frozenset({"doctor", "nurse"}),
    "医护人员": frozenset({"doctor", "nurse"}), "护卫": frozenset({"guard"}), "守卫": frozenset({"guard"}),
}  # fmt: skip
