"""A Chinese sentence of a prompt, parted into phrases: which words tell a deed, whose it is, and to whom it is done.

Knows nothing of what a phrase means.
"""

from __future__ import annotations

import re
from dataclasses import replace

from director.casting.attire import described_length
from director.casting.hits import Hit
from director.casting.telling import POSTURES, Opening, Telling, is_alive
from director.lexicon.words import CLASSIFIERS

_LEFT_THERE = re.compile(
    r"(?:旁边|身边|脚边|脚下|地上|一旁|身旁|手边)(?:还|正)?(?:放|摆|搁|散落|堆|扔|掉|丢|倒)[着了]?"
)
_LIES_THERE = re.compile(r"[上里中下旁边前后外面](?:有|是|[\u3400-\u9fff]着)")
_RELATIVE = re.compile(rf"[一二两三四五六七八九十几数\d]+[{CLASSIFIERS}][^，。]*的$")
_THERE_IS = re.compile(r"(?:[上里中下旁边前后外面对侧处])(站|坐|躺|趴|蹲|跪|睡|停|立|守|飞|盘旋)?(?:有|是|着)$")
_THEY = re.compile(
    r"^(?:他们|她们|它们|两人|二人|三人|众人|他|她|它|大家|双方)?(?:手中|手里|怀里|怀中|双手|身上|嘴里)?[都也正却只]?"
)
_PRONOUN = re.compile(r"(他们|她们|他|她|它|对方|彼此)(?!的(?!头|脸|手|眼|面|身|肩|背|胸))(?:的[\u3400-\u9fff])?")
_AND = r"|(?:和|与|跟|同|及|、|以及)(?:[一二两三四五六七八九十几数\d]+[^\s，。]{1,2}?)?(?:[^\s，。]{0,6}的)?"
_DONE_TO = re.compile(r"[着了向对给把被到见住在过往朝为替求]$|(?:看|盯|等|问|追|救|杀|爱)$|有$")
_SIDES = set("上下里中旁边前后面身怀")
_HOLDS = frozenset("拿持端提抱握举捧抢撑打拎扛递擦磨拭摇抚")
# Ways of having something on oneself, and what is done to a thing that is in the hand: 腰悬长剑, 看报纸, 打电话.
_BEARS = re.compile(
    r"(?:手握|手持|手执|手提|手捧|手拿|手拎|手举|怀抱|怀揣|背负|身背|背上背|肩扛|腰悬|腰佩|腰挎|腰间别|腰间挂|腰间悬|腰别|口衔|嘴叼|拔出|抽出"
    r"|^.{0,3}[举拔持提挥握拿用舞抽执仗佩]|掏出|亮出|扬起|挥舞|挥着|攥紧|紧握|紧抱|抓着|抓起|摇着|捧起|啃着|喝着|吸着|抽着|吃着|咬着|把玩|摆弄|擦拭|擦着)了?着?$"
)
_READS = re.compile(r"(?:看|读|翻|翻看|翻阅|阅读|写|批阅|打|玩|刷|弹|拉|吹|喝|吃|啃|抽)着?了?$")
_IN_HAND = frozenset(
    "book letter phone contract guitar cup bottle wine_glass plate apple cake torch fan money".split()
)
_TAKES = re.compile(r"^(?:对准|指[着向]|举|递|抵|架|藏|紧|握|抱|捧|扛|夹|揣|塞给|交给|对着|横|高举)")
_MODIFIERS = re.compile(
    rf"(?:(?:跪|坐|躺|站|趴|蹲|倒|靠|睡)[在着][^，。]{{0,6}}的)?(?:[一二两三四五六七八九十几数\d]+[{CLASSIFIERS}]?)?(?:[^着了过在]{{1,5}}的)?$"
)


class ChineseTelling(Telling):
    """A Chinese sentence under way."""

    def read(self, begin: int, end: int) -> None:
        """Find what is told between these characters of the prompt."""
        for match in re.finditer(r"[^，,：:]+", self.prompt[begin:end]):
            self._piece(begin + match.start(), begin + match.end())

    def _piece(self, a: int, b: int) -> None:
        """What is told between two commas."""
        inside = [h for h in self.hits if a <= h.start < b and h.sense is not None]
        if inside and not is_alive(inside[0]) and _LEFT_THERE.match(self.prompt, a, b):
            if self.subject:  # 旁边放着一封信: it is by whom the text is about
                self.found.append(Opening((inside[0].start,), "stop", self.subject[0].start, beside=True))
            return
        k = 0
        while k < len(inside) and inside[k].sense.kind == "prop":  # type: ignore[union-attr]
            k += 1
        if inside and k == len(inside) and _LIES_THERE.match(self.prompt[inside[0].end : b]):
            return  # 桌上放着钥匙: nobody does it
        while (
            k + 1 < len(inside)
            and self.prompt[inside[k].end : inside[k + 1].start] == "的"
            and is_alive(inside[k + 1])
        ):
            k += 1  # 男孩的父亲: it is about the father
        lead = _unmodified(_RELATIVE.sub("", self.prompt[a : inside[k].start])) if k < len(inside) else ""
        lead = "" if 0 < k < len(inside) and self.prompt[inside[k - 1].end : inside[k].start] == "的" else lead
        existing = _THERE_IS.search(lead)
        if k < len(inside) and (existing or not _DONE_TO.search(lead)):
            self.subject = [inside[k]]
            while k + 1 < len(inside) and re.fullmatch(_AND, self.prompt[inside[k].end : inside[k + 1].start]):
                k += 1
                self.subject.append(inside[k])
            if existing and existing[1]:
                self.tell(f"{existing[1]}着", None)
            start, rest = inside[k].end, inside[k + 1 :]
        else:
            start, rest = a, inside
        start += described_length(self.prompt[start:b])
        rest = [h for h in rest if h.start >= start]
        for i, other in enumerate([*rest, None]):
            stop = other.start if other else b
            place = next((h for h in self.hits if h.sense is None and start < h.start and h.end + 1 == stop), None)
            if place is not None and self.prompt[place.end] == "的":
                stop = place.start  # 推开教室的门
            verb = _unmodified(self.prompt[start:stop])
            tail = ""
            if other is not None:
                limit = rest[i + 1].start if i + 1 < len(rest) else b
                tail = re.match(r"[\u3400-\u9fff]{0,4}", self.prompt[other.end : limit]).group()  # type: ignore[union-attr]
            before, each = len(self.found), re.search(r"[都各]", verb) is not None
            verb = _THEY.sub("", verb)
            if pronoun := _PRONOUN.search(verb):
                self.tell(verb[: pronoun.start()] + "某人" + verb[pronoun.end() :][:4], self.meant(pronoun[1], start))
            elif other is not None and self._is_held(verb, other, b):
                starts = tuple(h.start for h in self.subject)
                self.found.append(Opening(starts, "take", other.start))
                self.found += [Opening(starts, posture) for posture, pattern in POSTURES if pattern.search(verb)]
            elif len(verb) > (0 if other is None else 1) or verb in _HOLDS:
                mask = "" if other is None else "某物" if other.sense and other.sense.kind == "prop" else "某人"
                self.tell(verb + mask + (tail if tail[:1] in _SIDES else ""), other)
            self.found[before:] = [replace(opening, each=each) for opening in self.found[before:]]
            start = other.end if other else b

    def _is_held(self, verb: str, other: Hit, end: int) -> bool:
        """Whether the words say that the thing is in a hand: 手握长剑, 看报纸, 把枪对准."""
        if not self.subject or other.sense is None or other.sense.kind != "prop":
            return False
        if re.search(r"[把将]$", verb):
            return _TAKES.match(self.prompt[other.end : end]) is not None
        return bool(_BEARS.search(verb) or (_READS.search(verb) and other.sense.archetype in _IN_HAND))


def _unmodified(text: str) -> str:
    """Without the counting and describing words at its end: 端着一杯 -> 端着."""
    return _MODIFIERS.sub("", text).strip("、和与 ")
