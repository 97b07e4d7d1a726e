"""Camera words and jumps of time and weather: what a clause asks that nobody on stage does.

Reads by meaning, with the phrase reader; the exact camera words of `model.camera` always count. Knows no actors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from director.directive import CameraOrder
from director.lexicon.words import NUMBERS
from director.understanding.craft import crafts_in, told_of
from model.camera import CAMERA_TYPES, SHOT_SIZES
from model.moment import HOURS
from model.state import Action

Read = Callable[[str, str], tuple[str, float]]  # head, phrase -> the likeliest answer, and how likely

_CAMERA_EN = re.compile(
    r"\b(?:close[- ]?ups?|camera|zoom(?:s|ing)?|pans?|panning|tilts?|tilting|dolly|pov|point of view|cut (?:to|back"
    r"|away|in|out)|cutaway"
    r"|cutback|(?:wide|medium|mid|long|full|tracking|static|establishing|close|tight|two|reaction|insert|aerial|drone"
    r"|master|low[- ]angle"
    r"|high[- ]angle|over[- ]the[- ]shoulder|hand[- ]?held|steady|group)[- ]?(?:shot|angle|view|lens|frame)|shot of"
    r"|the shot|lens|in frame"
    r"|the frame|first[- ]person|wide|focus on|show (?:us )?(?:the|a|me|only)|push[- ]?in|pull[- ]?out|pull back"
    r"|long[- ]take|hard[- ]cut"
    r"|we see|insert\b|(?:closer?|tight(?:er)?|wider?) on|(?:rack|pull|shift)(?:s|ing)? focus"
    r"|focus (?:pulls|racks|shifts)|extreme close|(?:bird|worm)['’]?s[- ]eye|hold on|angle on|back to|ots"
    r"|over [\w'’ ]{1,30} shoulders?|reverse (?:on|shot)|steadicam|(?:crane|boom|jib|truck) (?:up|down|left|right))\b",
    re.I,
)  # fmt: skip
_CAMERA_ZH = re.compile(
    r"镜头|相机|摄像机|摄影机|特写|全景|中景|近景|远景|画面|跟拍|左摇|右摇|上摇|下摇|推近|拉远|视角|切到|切回|切换|机位|航拍|鸟瞰|推镜"
    r"|[俯仰侧]拍"
    r"|同框|入镜|^\W*(?:从[\u3400-\u9fff]{1,8})?(?:[往向朝][上下左右里]|[近远跟]|只|就)?拍(?![手掌打案桌肩拍了一])"
    r"|拉镜|焦点|对焦|过肩|反打|空镜|定机位|横移|摇臂|广角|入画|出画|摇[上下][去来]|[占撑]满|双人镜|叠化|淡[入出]"
)
_HEADING = re.compile(r"\s*([^:：.!?。！？\"“「『«]{1,60})[:：]\s*([^\s\"“「『«].*)", re.S)  # no speech that is led in
_CUTS = (
    ("cutback", r"\bcut(?:s|ting)? back\b|cutback|切回"), ("cutaway", r"\bcut(?:s|ting)?[- ]?away\b|空镜"),
    ("cut-in", r"\bcut(?:s|ting)?[- ]in\b|切近"), ("cut-out", r"\bcut(?:s|ting)?[- ]out\b"),
    ("long-take", r"long[- ]take|one[- ]take|\b(?:one|a single) (?:\w+ )?take\b|single take|without (?:a )?cut"
                  r"|\b(?:unbroken|uninterrupted|continuous) (?:take|shot)|\bno cuts?\b|(?:don['’]t|never) cut\b"
                  r"|长镜头|一镜到底|不[要许]?[切剪]"),
    ("camera movement transition", r"camera movement transition|\bwhip(?:s|ping)?\b|\bswish|甩镜|运镜转场"),
    ("hard-cut", r"\breverse (?:angle|shot|on)\b|反打"
                 r"|\b(?:hard[- ]cut|jump cut|cut(?:s|ting)? to|smash cut)\b|切到|切换|硬切|切至"),
)  # fmt: skip
_TERMS = (
    ("Pull-out", r"\b(?:zoom(?:s|ing)?|pull(?:s|ing)?|dolly|dollies|track(?:s|ing)?) (?:out|back)\b|拉远|拉开"),
    ("Push-in", r"^\W*(?:slowly |then |now )?push (?:past|through|over|to|towards?|slowly)\b"
                r"|\b(?:zoom(?:s|ing)?|push(?:es|ing)?|dolly|dollies|track(?:s|ing)?) in\b|推近|推进|推向"),
    ("Pan Left", r"\bpan(?:s|ning)?\b(?: \w+){0,3} left\b|[向往]?左摇"),
    ("Pan Right", r"\bpan(?:s|ning)?\b(?: \w+){0,3} right\b|[向往]?右摇"),
    ("Tilt Up", r"\btilt(?:s|ing)?\b(?: \w+){0,2} up|worm['’]?s[- ]eye|上摇|摇上[去来]|摇到顶|^\W*仰[视瞰]"),
    ("Tilt Down", r"\btilt(?:s|ing)?\b(?: \w+){0,2} down|下摇|摇下[去来]|^\W*俯[视瞰]"),
    ("Tracking", r"^\W*(?:slowly |then |now )?(?:follow|track)(?:ing)?\b"
                 r"|\b(?:camera|shot|take) (?:that |which )?(?:tracks|follows|trails)\b|跟拍|镜头跟[着随]"
                 r"|^\W*紧?跟[上住紧]"),
)  # fmt: skip
# How large the subject is, in the words of the trade.
_SIZES = (
    ("Close-up", r"\bclose[- ]?ups?\b|\b[eb]?cu\b|\b(?:closer (?:in )?|close |tight(?:er)? )on\b|特写"
                 r"|\b(?:go|get|move|come)(?:es|s|ing)? in (?:close|tight)(?:er)?\b"
                 r"|\bfill(?:s|ing)? the (?:frame|screen|picture)\b|[占撑充]满(?:整个|了)?(?:画面|屏幕|镜头)"),
    ("Medium", r"\b(?:medium|mid)[- ]?(?:shot|close)|\bmcu\b|\b(?:two|three)[- ]?shot\b|中景|中近景|半身|双人镜|同框"
               r"|\b(?:waist|chest|knees?|belt|hips?)[- ]up\b|[腰胸]部?以上|膝盖以上"),
    ("Wide", r"\b(?:whole|entire) [\w ]{1,20} in (?:the |one |a |this )?(?:single )?(?:picture|frame|shot|view)\b"
             r"|\b(?:wide|full|long|establishing|master)[- ]shot\b|全景|远景|bird['’]?s[- ]eye|\baerial\b|航拍|鸟瞰"),
    ("Close-up", r"近景"),
)  # fmt: skip
_TRANSITION = "camera movement transition"
_WE_SEE = re.compile(r"\bwe (?:can )?see\b|看[到见]", re.I)
# A move in its own time from one to another is no transition, which is over in a blink.
_UNHURRIED = re.compile(r"\b(?:drift|glid|mov|travel|slid|pan|wander|float|slowly)\w*|[摇移]|缓缓|慢慢|平稳", re.I)
# Whose eyes the camera has, in words that may tell of anybody's, too: "Anna tells him what she sees".
_EYES = re.compile(
    r"\bwhat [\w'’ ]{1,30} sees\b|\bwhat (?:does|do|can) [\w'’ ]{1,30} see\b"
    r"|\b(?:as|how|the way) [\w'’ ]{1,30} sees? (?:it|her|him|them)\b",
    re.I,
)
_POV = re.compile(
    r"\bpov\b|\bwe are (?=the )|point of view|first[- ]person|\bsubjective\b"
    r"|\bthrough [\w'’ ]{1,30} eyes\b"
    r"|(?<![机帝瞰视称])视角|主观镜头|第一人称|眼[中里]的(?:世界|画面)|的角度[看望俯仰]|['’]s (?:own )?view of\b"
    r"|(?:我们|观众)[看望]{1,2}(?:一?下)?[\u3400-\u9fff]{1,8}看[到见]",
    re.I,
)
_SURE = 0.42
_SURE_OF_ITSELF = 0.3  # where the camera is who does it, it does something
_ITSELF = re.compile(r"^\W*(?:the )?camera\b|^\W*镜头", re.I)
_UNITS = {
    "minute": 1 / 60,
    "minutes": 1 / 60,
    "hour": 1.0,
    "hours": 1.0,
    "day": 24.0,
    "days": 24.0,
    "分钟": 1 / 60,
    "小时": 1.0,
    "个小时": 1.0,
    "个钟头": 1.0,
    "钟头": 1.0,
    "天": 24.0,
    **dict.fromkeys(("week", "weeks", "周", "星期", "个星期", "礼拜", "个礼拜"), 168.0),
    **dict.fromkeys(("month", "months", "个月"), 720.0),
    **dict.fromkeys(("year", "years", "年"), 8760.0),
    "个时辰": 2.0,
    "时辰": 2.0,
}


def speaks_of_camera(clause: str) -> bool:
    """Whether camera words are in the clause at all."""
    return bool(_CAMERA_EN.search(clause) or _CAMERA_ZH.search(clause))


def under_its_heading(direction: str) -> str:
    """The direction with the shot that stands over it as a sentence of its own: "Wide shot: Anna waves"."""
    heading = _HEADING.match(direction)
    return direction if heading is None or not speaks_of_camera(heading[1]) else f"{heading[1]}. {heading[2]}"


_FROM_WAIST = re.compile(r"\bfrom the (?:waist|chest|knees?|belt|hips?) up\b", re.I)


def camera_order(clause: str, masked: str, subject: str | None, read: Read) -> CameraOrder | None:
    """What the clause asks of the camera, or None when it asks nothing. `masked` has "someone" for its mentions."""
    named_shot = _exact(clause, SHOT_SIZES) or _named(clause, _SIZES)
    crafts = crafts_in(clause)
    named_move = _exact(clause, CAMERA_TYPES) or _term_of_art(clause) or next((c.move for c in crafts if c.move), None)
    named_cut = _named(clause, _CUTS) or next((c.cut for c in crafts if c.cut), None)
    cut = named_cut or _label(read, "cut", masked, 0.85 if named_shot or named_move else 0.6)
    if cut == _TRANSITION and not named_cut:
        comes_from_nowhere = _label(read, "move", masked, _SURE)  # "moves the camera toward the well"
        cut = None if comes_from_nowhere or _UNHURRIED.search(clause) else cut
    if _FROM_WAIST.search(clause):
        return CameraOrder("Medium", named_move, subject, cut)  # that is no way to tilt
    sure = _SURE_OF_ITSELF if subject is None and _ITSELF.search(clause) else _SURE
    move = named_move or _label(read, "move", masked, 0.9 if cut else 0.8 if named_shot else sure)
    if move != named_move and (move or "").startswith("POV") and _WE_SEE.search(clause) and not _through_eyes(clause):
        move = _label(read, "move", masked, 0.8)  # "we see Ben" is nobody's view
    if _through_eyes(clause) and not (move or "").startswith("POV"):
        move = "POV Forward"
    shot = named_shot or _label(read, "shot", masked, 0.7 if move or cut in ("cut-in", "long-take") else _SURE)
    if move is not None and shot is not None and not _names_shot(clause):
        shot = None  # "pushes in on her" says where the camera goes, not how large she is now
    if cut == "long-take" and not named_shot and shot == "Wide":
        shot = None  # "all in one take" is said of time
    if shot is None and move is None and cut is None and subject is None:
        return None
    if (
        shot is not None
        and move == "Static"
        and not re.search(r"static|still|fixed|lock|stead|固定|不动|静止|定", clause, re.I)
    ):
        move = None
    return CameraOrder(shot, move, subject, cut, reading=told_of(crafts, clause))


def _term_of_art(clause: str) -> str | None:
    """The move that camera people's own words name, whatever stands around them; not one that a POV already is."""
    return None if _through_eyes(clause) else _named(clause, _TERMS)


def _named(clause: str, terms: Sequence[tuple[str, str]]) -> str | None:
    return next((name for name, pattern in terms if re.search(pattern, clause, re.I)), None)


def in_words_of_the_trade(clause: str, told_by: int | None = None) -> bool:
    """Whether it says outright how large the picture is, how it is cut, or through whose eyes we see. `told_by` is
    where the clause names who would do it: what they tell somebody else saw is no picture."""
    eyes = _EYES.search(clause)
    return bool(
        _POV.search(clause)
        or _named(clause, (*_SIZES, *_CUTS))
        or (eyes and (told_by is None or eyes.start() <= told_by))
    )


def _through_eyes(clause: str) -> bool:
    return bool(_POV.search(clause) or _EYES.search(clause))


def goes_on(order: CameraOrder, masked: str, read: Read) -> CameraOrder | None:
    """The order with what a clause after it adds to a point of view: "through her eyes, looking up". None when it adds
    nothing. `masked` holds both clauses."""
    if not (order.camera_type or "").startswith("POV"):
        return None
    move = _label(read, "move", masked, _SURE)
    return replace(order, camera_type=move) if move is not None and move.startswith("POV") else None


def _names_shot(clause: str) -> bool:
    return bool(re.search(r"shot|close|wide|medium|tight|full|view|face|特写|景|近距", clause, re.I))


def _exact(clause: str, words: tuple[str, ...]) -> str | None:
    found = [w for w in words if re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", clause, re.I)]
    if not found and re.search(r"close\s?-?up", clause, re.I) and "Close-up" in words:
        return "Close-up"
    return max(found, key=len) if found else None


def _label(read: Read, head: str, masked: str, sure: float) -> str | None:
    label, likely = read(head, masked)
    return None if label == "none" or likely < sure else label


def environment(label: str, clause: str, hour: float) -> Action:
    """The action of a clause that was read as `weather:*` or `time:*`. `hour` is the hour it is now."""
    kind, _, value = label.partition(":")
    if kind == "weather":
        return Action("weather", None, weather=value)
    if value == "later":
        return Action("time", None, hour=(hour + hours_passed(clause)) % 24.0)
    return Action("time", None, hour=_named_hour(clause, value))


def _named_hour(clause: str, value: str) -> float:
    low = clause.lower()
    if value == "night":
        return 0.0 if re.search(r"midnight|午夜|子夜", low) else HOURS["night"]
    if value == "day" and re.search(r"afternoon|下午|午后", low):
        return 15.0
    return HOURS[value]


def hours_passed(clause: str) -> float:
    """How long "two hours later" or 半小时后 is, in hours; one hour when no number says."""
    low = clause.lower()
    half = re.search(r"half an hour|半个?小时|半个?钟头", low)
    if half:
        return 0.5
    units = "|".join(sorted(_UNITS, key=len, reverse=True))
    numbers = "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))
    match = re.search(rf"(\d+|\b(?:an?)\b|{numbers})\s*(?:of\s+)?({units})", low)
    if not match:
        return 2.0 if re.search(r"some time|hours|时间流逝|几个小时|许久|半天", low) else 1.0
    amount = float(match[1][:9]) if match[1].isdigit() else float(NUMBERS.get(match[1], 1))
    return amount * _UNITS[match[2]]
