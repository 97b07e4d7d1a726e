"""How a direction is written down: brackets, capitals and slips of the pen made plain before it is read.

Knows nothing of what words mean.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from director.spelling import is_known, word_meant

_SPEAKER_ASIDE = re.compile(
    r"(?<=[\w\u3400-\u9fff])(\s*[:：]?)\s*[(（\[【]([^()（）\[\]【】]{1,80})[)）\]】]\s*([:：]?)\s*(?=\ue000)"
)
_ASIDE = re.compile(r"[(（\[【]([^()（）\[\]【】]{1,300})[)）\]】]")
_BULLET = re.compile(r"(?:^|(?<=\n))\s*(?:[-–—•·△▲#>]+|\d+[.)、])\s*|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
# 边走边哭 is 一边走一边哭; 床边 and 身边 are places.
_BOTH_AT_ONCE = re.compile(
    r"(?<![一床桌窗门井海湖河池路街炉水火天身旁那这左右外里耳])边([\u3400-\u9fff]{1,5}?)(?<![床桌窗门井海湖河池路街身旁])边(?=[\u3400-\u9fff])"
)
# 他在她坐下以前拿走了信: when comes first, so that it is a clause of its own.
_MEANWHILE = re.compile(
    r"(^|[，。；！？])([^，。；！？在趁]{1,8})(?:在|趁着?)([^，。；！？在趁]{2,12}?"
    r"(?:以前|之前|以后|之后|(?:的|之)(?:时候|同时)|之际|(?<=[下走开来去完起着])(?:时(?!候)|[后前](?![面边方]))))"
    r"(?=[\u3400-\u9fff])([^，。；！？]+)"
)
# 你看看我，我看看你: they do it to each other.
# 趁剑客不备夺走了剑: that somebody does not notice is nothing to do.
_UNNOTICED = re.compile(
    r"趁着?[^，。；！？]{1,8}?(?:不备|不注意|没注意|不留神|没留神|没防备|不防备?|分神|走神|没看见)(?:[的之]?时候?|[之的]?[际时])?[，,]?"
)
_EACH_OTHER = re.compile(r"你([\u3400-\u9fff]{1,3}?)(?:了|着)?我[，,、]?我\1(?:了|着)?你")
# "No sooner has he sat down than she stands": as soon as.
_NO_SOONER = re.compile(r"\b(?:no sooner|hardly|scarcely) (?:has|have|had|does|do|did) (.+?) (?:than|when) ", re.I)
# "Only after he has knelt does she stand", "not until he leaves does she sit": that comes first.
_ONLY_AFTER = re.compile(
    r"(?:\bonly|\bnot) (?:after|when|once|until) ([^,.;!?]+?),? (?:does|do|did|will|can) ", re.I
)
# "Without a word, she leaves": what is not done on the way is nothing to do. That nothing is cut tells the camera.
_WITHOUT = re.compile(
    r"(?:^|(?<=[.!?;]))\s*without (?!any|(?:[\w-]+ ){0,2}(?:cut|edit|mov|zoom|pan)\w*)[^,.;!?\ue000]{1,60},\s*", re.I
)
# "Everyone runs out, leaving only Ben", 所有人都走了，只剩下林夏一个人: all but one, who stays.
_ALL_BUT = re.compile(
    r"(?P<all>\b(?:everyone|everybody|all of them)\b|所有人|众人|大家)(?P<deed>[^,，.。;；]{2,40})[,，]\s*"
    r"(?:leaving only (?P<en>[\w ]{2,30}?)(?: behind| alone)*"
    r"|只[剩留]下?了?(?P<zh>[\u3400-\u9fff]{1,8}?)(?:独自)?(?:一个?人)?)(?=\s*(?:[,，.。;；!！]|$))",
    re.I,
)
# 最后只剩董事长一个人: who is left stays.
_ONLY_LEFT = re.compile(
    r"(?:最后|最终|终于)?[只就]剩[下了]*(?P<who>[\u3400-\u9fff]{1,8}?)(?:独自)?(?:一个人|一人)?(?=[，。；！]|$)"
)
# "Never taking her eyes off him": she watches him.
_EYES_ON = re.compile(
    r"\b(?:never|not|without)(?: once)? (?:taking|lifting|tearing) (?:his|her|their) eyes (?:off|from)\b", re.I
)
# "... and walks out, leaving her in tears": how somebody is left is how they are.
_LEAVES = re.compile(
    r",\s*leaving (?P<who>her|him|them|[A-Z]\w+|the \w+)"
    r" (?P<how>in (?:tears|shock|despair|a rage)|\w+(?:less|ed|broken|ious))\b"
)
_SUBJECT = {"her": "she", "him": "he", "them": "they"}
_HAN_GAP = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])")
_LATIN = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")


def plain(masked: str, names: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """(a direction whose quotations are marked, as plain sentences; how slips of the pen were read). `names` are those
    on stage, lower case."""
    text = _BULLET.sub("", masked)
    text = _SPEAKER_ASIDE.sub(r" \2\1\3", text)
    text = _ASIDE.sub(_aside, text)
    text = _BOTH_AT_ONCE.sub(r"一边\1一边", _HAN_GAP.sub("，", text))
    text = _UNNOTICED.sub("", text)
    text = _EYES_ON.sub("watching", text)
    text = _LEAVES.sub(lambda m: f", and {_SUBJECT.get(m['who'], m['who'])} is {m['how']}", text)
    text = _EACH_OTHER.sub(r"互相\1", text)
    text = _NO_SOONER.sub(r"as soon as \1, ", text)
    text = _ONLY_AFTER.sub(r"after \1, ", text)
    text = _ALL_BUT.sub(_all_but, _WITHOUT.sub(" ", text).lstrip())
    text = _ONLY_LEFT.sub(r"\g<who>站着不动", text)
    text = _MEANWHILE.sub(r"\1在\3，\2\4", text)
    known = frozenset(word for name in names for word in name.split())
    text = _LATIN.sub(lambda m: _lowered(m[0], known), text)
    readings: list[str] = []

    def mended(match: re.Match[str]) -> str:
        word, low = match[0], match[0].lower()
        meant = low if word[0].isupper() and match.start() > 0 else word_meant(low, known)
        if meant == low:
            return word
        readings.append(f"{word} is read as {meant}")
        return meant

    return _LATIN.sub(mended, text).strip(), tuple(readings)


def _all_but(match: re.Match[str]) -> str:
    if match["en"]:
        return f"{match['all']} except {match['en']}{match['deed']}, {match['en']} stays"
    return f"除了{match['zh']}，{match['all']}{match['deed']}，{match['zh']}站着不动"


def _aside(match: re.Match[str]) -> str:
    """What stands in brackets, as a sentence of its own where it stands between sentences, else set off by commas."""
    before = match.string[: match.start()].rstrip()
    return f"{match[1]}. " if not before or before[-1] in ".!?。！？\n\ue000" else f", {match[1]}, "


def _lowered(word: str, names: Collection[str]) -> str:
    """SITS as "sits": capitals mean nothing, unless it is a word nobody knows."""
    if len(word) < 2 or not word.isupper() or word in ("POV", "ECU", "CU", "OTS"):
        return word
    return word.lower() if is_known(word.lower(), names) else word
