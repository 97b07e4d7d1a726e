"""When a prompt plays, and under what sky: the hour, the weather, and the era that people are dressed for.

Knows nothing of who is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from director.casting.chinese_nouns import chinese_number
from director.casting.hits import Hit, is_chinese
from director.lexicon.custom import (
    ANCIENT_ERA,
    CHINESE_ERA,
    CHINESE_RANKS,
    HORSE_DRAWN,
    MEDIEVAL_ERA,
    MODERN_ERA,
    OF_BOTH,
    OF_TODAY,
    OLD_WEST,
    POWER_CUT,
)
from director.lexicon.places import EASTERN_TOWNS, TOWNS
from director.lexicon.words import GARMENTS, HOURS, NOT_WEATHER, NUMBERS, WEATHERS
from model.settings import Setting

_DARK = 21.0  # when lights that are out are missed
_CLOCK = re.compile(
    r"\b(1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?::[0-5]\d| thirty)?"
    r"(?: o'?clock)? ?(?:(?:in the (early )?(morning)|(?:in the|at|on a) (afternoon|evening|night))|([ap])\.?m\b)",
    re.I,
)
_CLOCK_ZH = re.compile(
    r"(凌晨|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|夜里|深夜|半夜|夜晚|晚)(1[0-2]|\d|[一二两三四五六七八九十]{1,2})[点时:：]"
)


def hour_and_weather(prompt: str, hits: Sequence[Hit], place: Setting) -> tuple[float | None, str | None]:
    """The hour, 0..24, and the weather that the prompt tells, each None when it does not. `hits` are its nouns."""
    nameless = _without_names(prompt, hits)
    lies = place.name != "snow field" and _SNOW_LIES.search(nameless) is not None
    weather = _weather(nameless) or ("snow" if lies else None)
    if weather == "dust":  # which in a street is no more than a haze
        weather = "storm" if place.dry else "fog"
    return _hour(nameless), weather


_SNOW_LIES = re.compile(r"雪地(?![靴车鞋]|摩托)|积雪|雪堆")  # which elsewhere is only seen where it falls


def _without_names(prompt: str, hits: Sequence[Hit]) -> str:
    """小雨 and Dawn are no weather and no hour."""
    for hit in hits:
        if hit.given and hit.word in prompt:
            prompt = prompt.replace(hit.word, " " * len(hit.word))
    return prompt


def _hour(prompt: str) -> float | None:
    if clock := _CLOCK.search(prompt):
        hour = NUMBERS[clock[1].lower()] if clock[1].isalpha() else int(clock[1])
        late = clock[4] or (clock[5] or "").lower() == "p"
        return float(hour % 12 + (12 if late and not (clock[4] == "night" and hour % 12 < 5) else 0))
    if clock := _CLOCK_ZH.search(prompt):
        hour = int(clock[2]) if clock[2].isdigit() else chinese_number(clock[2])
        small = clock[1] in ("深夜", "半夜", "夜里", "晚上", "夜晚") and hour < 5
        early = clock[1] in ("凌晨", "清晨", "早上", "早晨", "上午") or hour == 12 or small
        return float(hour % 24 if early else hour % 12 + 12)
    found = _words_in(prompt, HOURS)
    if "夜" in prompt and not found:
        return HOURS["夜"]
    if not found and POWER_CUT.search(prompt):
        return _DARK
    return HOURS[max(found, key=len)] if found else None


def _weather(prompt: str) -> str | None:
    low = _OVER.sub(" ", prompt.lower())
    for phrase in NOT_WEATHER:
        low = low.replace(phrase, " ")
    found = _words_in(low, WEATHERS) or [w for w in _SOAKED.findall(low) if w in WEATHERS]
    return WEATHERS[max(found, key=len)] if found else None


# Rain that has gone by: 雨停了, after the rain.
_OVER = re.compile(
    r"[大暴小阵]?雨(?:已经?|终于|刚刚?|渐渐|才)*(?:停|住|歇)(?!不|下)|雨过天晴"
    r"|\b(?:after|since) the (?:rain|storm)\b"
    r"|\b(?:rain|storm) (?:has |had )?(?:just |finally )?(?:stop|end|pass)(?:s|p?ed|es)\b"
)
_SOAKED = re.compile(r"(?<![\w-])([a-z]+)-(?:[a-z]+(?:ed|en|pt|d)|bound|swept)(?![\w-])")  # rain-lashed, snow-dusted


def _words_in(prompt: str, table: Iterable[str]) -> list[str]:
    low = prompt.lower()
    there = [word for word in table if word in low]  # few are: only for them are expressions made
    return [w for w in there if not w.isascii() or re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", low)]


_DYNASTY = r"(?:大?[唐宋明清汉秦隋元周]朝|大[唐宋明清汉秦]|古代|古时)"
# Who comes from our days to others: it plays where he comes to.
_JOURNEY = re.compile(
    rf"(?:穿|回|来|掉|落|跌|送|重生)[^，。；]{{0,3}}(?:到|回|至|进|在|成)了?[^，。；]{{0,4}}{_DYNASTY}|在[^，。；]{{0,2}}{_DYNASTY}"
    r"|\b(?:in|into|to|back to) (?:the )?(?:court of )?(?:the )?(?:tang|song|ming|qing|han|qin|joseon|edo)"
    r" (?:dynasty|era|period|court|palace|china|japan)\b", re.I
)
_YEAR = re.compile(r"\b(\d{1,4}) ?(?:BC|BCE|AD)\b|(?<!\d)(1\d{3}|20\d{2}|2[1-9]\d{2})(?!\d)")


def era_of(prompt: str, place: Setting) -> str:
    """The era that people are dressed for, a word of `director.lexicon.people.ERAS`."""
    if dated := _dated(prompt):
        return dated
    chinese = is_chinese(prompt)
    if CHINESE_ERA.search(prompt) or place.name in ("old street", "old inn", "old chamber", "old study"):
        return "chinese"
    if MEDIEVAL_ERA.search(prompt):
        return "medieval"
    if ANCIENT_ERA.search(prompt) or place.name in (
        "palace", "temple", "courtyard", "village", "castle hall", "throne room", "dungeon", "city wall",
    ):  # fmt: skip
        return "chinese" if chinese else "medieval"
    return "modern"


def _dated(prompt: str) -> str:
    """The era that a year or what is of our days alone tells, or ""."""
    if ANCIENT_ERA.search(prompt) or _JOURNEY.search(prompt):
        return ""
    if year := _YEAR.search(prompt):
        return "medieval" if year[1] or int(year[2]) < 1700 else "modern"
    return "modern" if MODERN_ERA.search(prompt) or OLD_WEST.search(prompt) else ""


def period_of(prompt: str, hits: Sequence[Hit]) -> str:
    """Which time a scene in the open is of, by who and what is there: an era, or "" when nothing tells. Unlike
    `era_of` it does not go by the place."""
    ancient = ANCIENT_ERA.search(prompt) or _JOURNEY.search(prompt)
    dated, chinese = _dated(prompt), is_chinese(prompt)
    things = [h.sense for h in hits if h.sense is not None and not HORSE_DRAWN.search(h.word)]
    if dated == "modern" or (not ancient and any(s.archetype in OF_TODAY and not s.stands_in for s in things)):
        return "modern"
    if _WESTERN.search(prompt):
        return "medieval"
    if CHINESE_ERA.search(prompt):
        return "chinese"
    if any(not OF_BOTH.fullmatch(told[0]) for told in MEDIEVAL_ERA.finditer(prompt)):
        return "medieval"
    told = CHINESE_RANKS.search(prompt) or (chinese and (ancient or _wears_of_old(prompt)))
    return "chinese" if told else dated


_WESTERN = re.compile(rf"\b(?:{'|'.join(re.escape(t) for t in sorted(TOWNS - EASTERN_TOWNS) if t.isascii())})\b", re.I)
_WORN_STILL = re.compile("汉服|旗袍|和服|嫁衣|道服")  # on days of feast, for sport


def _wears_of_old(prompt: str) -> bool:
    """Whether a Chinese prompt speaks of what only people of old China wear."""
    told = [w for w, (outfit, _) in GARMENTS.items() if outfit in ("hanfu", "wuxia", "armor") and not w.isascii()]
    return any(w in prompt and not _WORN_STILL.search(w) for w in told)
