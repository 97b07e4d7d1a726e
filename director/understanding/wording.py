"""Phrases as words: tidied, cut to their core, told back to the author, and how long they take to say.

Knows nothing of what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from director.casting.spotting import HAN
from director.understanding import clauses as cl
from director.understanding.mentions import Mention
from model.frames import is_known
from model.lexicon import vocabulary
from model.state import Action

_TRIMMINGS = re.compile(
    r"\s+(?:in|at|with|by|for|across|under|against|along|through|on|from|inside|near|beside|behind)"
    r"(?:\s+(?!someone|something)[\w'-]+){1,3}$|\b\w+ly\b|\s+(?:again|together|hard|fast|alone)\b"
    r"|\s+(?:beside|near|next to|in front of|under|beneath)\s+some(?:one|thing)$"
    r"|\s+without\s+.*$"
    r"|\s+(?:crying|weeping|sobbing|laughing|smiling|trembling|shaking|screaming)$"
    r"|(?<![放扔丢摆搁落停降坐躺睡趴])在某[人物](?:旁边?|身[边旁]|[边前后下])$"
    r"|在(?:(?!某)[\u3400-\u9fff]){1,4}[上里中下边旁]"
    r"|^(?:tries|tried|trying|attempts|begins|starts|manages|hurries|decides) to (?=[a-z])"
    r"|(?:(?<= outside)|(?<= aside)|(?<= away)|(?<= off)|(?<= out)|(?<= back)|(?<= forward))"
    r" to (?!some|his\b|her\b|the\b|an?\b)[a-z]+\b.*$"
    r"|(?<=someone|mething) (?:in order |so as )?to (?!some|his\b|her\b|its\b|their\b|the\b|a\b|an\b)[a-z]+\b.*$"
    r"|^(?:(?!某)[\u3400-\u9fff]){1,5}地|突然|急忙|一起"
    r"|^(?:低|垂|抬|昂|仰|歪|侧|红|板|沉|黑|皱|咬|握|攥|背|插|叉|踮|弯|猫|躬|闭|眯|瞪|捂|掩|噘|嘟|撅)着"
    r"(?:头|脸|眉头?|牙|嘴唇?|拳头?|手|腰|脚尖?|眼睛?|鼻子|身子?)(?=[\u3400-\u9fff]{2})"
    r"|^(?:弯腰|俯身|伸手|抬手|低头|抬头|咬牙|屏息|踮脚)(?=[\u3400-\u9fff]{2})"
    r"|^(?:先是|继而|忍不住|不由得|不禁|二话不说|终于|[气吓急疼痛冷累乐喜羞慌](?:[得坏]|坏了)+|(?:高兴|激动|兴奋|害怕|难过|伤心|生气|愤怒)得)+",
    re.I,
)
# Where something is done that leads nowhere, in front of whom it is done to: "trudges through the snow to someone".
_ON_THE_WAY = re.compile(
    r"\s+(?:through|across|along|past|over|down|up|around|round|behind|under|beneath|between|amid|among|in|on|from|by)"
    r"(?:\s+(?!someone|something)[\w'-]+){1,3}(?=\s+(?:to|toward|towards|at|onto|on|into) some(?:one|thing)\b)",
    re.I,
)
_OWN = re.compile(r"\b(?:their|our|your|my)\b")
_SELF = re.compile(r"\b(?:them|our|your)selves\b|\b(?:my|your|it|one)self\b")
# A phrase in which nothing is done.
WORDLESS = re.compile(
    r"(?:\b(?:someone|something|does|did|to|toward|towards|over|at|by|near|and|the|an?|of|with)\b|某人|某物"
    r"|[到向往朝\W])*",
    re.I,
)
_MANNER_WORDS = {"sneak": ", sneaking", "limp": ", limping"}


def tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,，.。:：;；!！")
    text = re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])|(?<=某[人物])的方向", "", text)
    return re.sub(
        r"^(?:(?:also|just|then|now|both|suddenly|finally|immediately|to)\b|突然|忽然|然后|这才|就|便|也|都|则|正)\s*",
        "",
        text,
        flags=re.I,
    )


def core(phrase: str) -> str:
    """The phrase without what only says where or how: "kneels in the sand" is kneels."""
    words = phrase.split()
    if phrase.isascii() and words and cl.is_adverb(words[0]):
        phrase = " ".join(words[1:])
    phrase = _SELF.sub("himself", _OWN.sub("his", phrase))
    core = tidy(_TRIMMINGS.sub("", _ON_THE_WAY.sub("", phrase)))
    return core if len(core) > 1 else phrase


def familiar(phrase: str) -> bool:
    """Whether the phrase is in words that the heads have met, so that their answer means something."""
    words = {w for w in re.findall(r"[a-z]+", phrase.lower()) if len(w) > 2}
    return bool(HAN.search(phrase) or words & vocabulary() or (words and is_known(phrase)))


def without(text: str, offset: int, begin: int, mentions: Sequence[Mention]) -> str:
    kept = list(text)
    for m in mentions:
        for k in range(max(0, m.start - offset), min(len(kept), m.end - offset)):
            kept[k] = " "
    return "".join(kept[begin:]).strip()


def speaking_s(words: str) -> float:
    """Seconds it takes to say them: a Chinese character takes as long as a short English word."""
    han = len(HAN.findall(words))
    return round(0.22 * han + 0.06 * (len(words) - han) + (0.6 if han else 0.8), 2)


def differs(bare: str, verb: str) -> bool:
    """Whether the words do not name the verb themselves."""
    if HAN.search(bare):
        return False
    stem = verb.split("_")[0][:4]
    return stem not in bare.lower() and not re.search(
        r"^(?:go|goes|says|tells|picks|gets|turns|hits|hands)\b", bare.lower()
    )


def shown(bare: str) -> str:
    """The words as a sentence may quote them: the first few."""
    words = " ".join(bare.split()[:8])
    return words[:60] + ("…" if len(words) < len(bare) or len(words) > 60 else "")


def told(action: Action) -> str:
    verb = f"feel {action.emotion}" if action.verb == "feel" else action.verb.replace("_", " ")
    return verb + (_MANNER_WORDS[action.manner] if action.manner else _pace_word(action.speed))


def _pace_word(speed: float) -> str:
    return ", slowly" if speed < 0.9 else ", fast" if speed > 1.2 else ""
