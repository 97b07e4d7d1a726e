"""What film people ask of a camera that this one has not, and the nearest that it has.

It stands on a tripod that may roll forward and back, turns and tilts; it has one lens, always sharp and level, and a
pair of scissors. So "rack focus to Ben" is a picture of Ben, "dissolve to the desk" a cut to the desk, and the receipt
says so. Knows nothing of whom a picture is of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from director.casting.spotting import HAN


@dataclass(frozen=True, slots=True)
class Craft:
    """A pattern of the author's words, what they come to in the words of `model.camera` (None: nothing but whom the
    picture is of), and what the receipt says of it. `alone` says whether it means anything of nobody, `own` whether
    nobody on stage could do it."""

    pattern: re.Pattern[str]
    en: str
    zh: str
    move: str | None = None
    cut: str | None = None
    alone: bool = True
    own: bool = True


_BY = r"(?: (?:slowly|the camera|it|gently|quickly))?"
_SLOWLY = r"(?:[缓慢渐]{2}地?)?"
_CRAFTS = (
    Craft(
        re.compile(
            r"\b(?:dissolv|cross[- ]?fad)(?:e[sd]?|ing)\b|\bfad(?:e|es|ing) (?:to|into|out|in|through|from|up)\b"
            r"|\bwip(?:e|es|ing) to\b|\biris (?:in|out)\b|叠化|叠到|溶[入到]|化[入出]|淡[入出]|渐[隐显]|划像|闪[白黑]",
            re.I,
        ),
        "pictures do not blend here: a cut", "这里没有叠化和淡入淡出：直接切换", cut="hard-cut", alone=False,
    ),
    Craft(
        re.compile(r"\b(?:match(?:ed)?|graphic)[- ](?:cut|match)\b|匹配剪辑", re.I),
        "a cut; shapes are not matched", "直接切换，不匹配形状", cut="hard-cut",
    ),
    Craft(
        re.compile(
            r"\b(?:rack|pull|shift|throw)(?:s|ing)?(?: the)? focus\b|\bfocus (?:pulls|racks|shifts|moves)\b"
            r"|\b(?:out of|in(?:to)?) focus\b|[变移转]焦|焦点|虚化|虚焦|对焦",
            re.I,
        ),
        "everything is in focus: a picture of what it goes to", "画面处处清晰：拍焦点所在", alone=False,
    ),
    Craft(
        re.compile(
            r"\b(?:dutch|canted|tilted) (?:angle|tilt|shot|frame|view)\b"
            r"|荷兰角|斜角镜头|倾斜(?:构图|镜头|画面)|[斜歪]着拍",
            re.I,
        ),
        "the camera stays level", "镜头保持水平",
    ),
    Craft(
        re.compile(
            rf"\b(?:crane|jib|boom|pedestal)s?\b{_BY} (?:up|upwards?|over|above)\b|\brising crane\b"
            rf"|\bcamera (?:rises|lifts|soars|ascends)\b|镜头{_SLOWLY}(?:[往向]上)?升|升镜头|(?:摇臂|机位)上?升",
            re.I,
        ),
        "it looks up from where it is", "原地向上摇", move="Tilt Up",
    ),
    Craft(
        re.compile(
            rf"\b(?:crane|jib|boom|pedestal)s?\b{_BY} (?:down|downwards?|under)\b"
            rf"|\bcamera (?:sinks|lowers|descends|comes down)\b|镜头{_SLOWLY}(?:[往向]下)?降|降镜头|(?:摇臂|机位)下?降",
            re.I,
        ),
        "it looks down from where it is", "原地向下摇", move="Tilt Down",
    ),
    Craft(
        re.compile(
            rf"\b(?:truck|crab|slide|glide)s?\b{_BY}(?: to the)? left\b|左横移|[向往朝]左(?:边|侧)?[平横]?移", re.I
        ),
        "it turns from where it is", "原地向左摇", move="Pan Left", own=False,
    ),
    Craft(
        re.compile(
            rf"\b(?:truck|crab|slide|glide)s?\b{_BY}(?: to the)? right\b|右横移|[向往朝]右(?:边|侧)?[平横]?移", re.I
        ),
        "it turns from where it is", "原地向右摇", move="Pan Right", own=False,
    ),
    Craft(
        re.compile(
            r"\b(?:arc|orbit|circl|revolv|spin)(?:e?s|ing|e)?\b|\b360\b"
            r"|环绕|环拍|[绕围]着[\u3400-\u9fff]{1,6}[拍转]",
            re.I,
        ),
        "it stays with them and does not go around", "跟着拍，不绕圈", move="Tracking", alone=False, own=False,
    ),
    Craft(
        re.compile(r"\bhand[- ]?held\b|\bshaky\b|手持|晃动镜头|镜头[摇晃抖]{2}", re.I),
        "the camera does not shake", "镜头不晃动", own=False,
    ),
    Craft(
        re.compile(r"\bsplit[- ]screen\b|分屏|分割画面", re.I),
        "both in one picture", "放在同一个画面里", alone=False,
    ),
    Craft(
        re.compile(r"\bfreeze[- ]frame\b|\bfreeze on\b|定格", re.I),
        "the camera holds, and those in the picture go on", "镜头停住，人物照常", move="Static", own=False,
    ),
)  # fmt: skip


def crafts_in(clause: str) -> tuple[Craft, ...]:
    """What the clause asks of which only something near is to be had."""
    return tuple(craft for craft in _CRAFTS if craft.pattern.search(clause))


def told_of(crafts: Sequence[Craft], clause: str) -> str:
    """How the clause was read, for the receipt, in its language; empty when the camera can do what it asks."""
    chinese = HAN.search(clause) is not None
    return "; ".join(
        f"{match.group().strip()} -> {craft.zh if chinese else craft.en}"
        for craft in crafts
        if (match := craft.pattern.search(clause))
    )
