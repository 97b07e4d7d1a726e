"""Finds the nouns and names of a text: who and what is spoken of, how many, and how they are described.

English and Chinese, also mixed: each language has its own reader, and what both find is put in order here. Knows
nothing of either's grammar, of the stage, or of what is made of its finds.
"""

from __future__ import annotations

import re

from director.casting.chinese_nouns import chinese_nouns
from director.casting.english_nouns import english_nouns
from director.casting.hits import HAN, WORD, Hit, is_chinese

__all__ = ["HAN", "WORD", "Hit", "find_nouns", "is_chinese"]

_NICKNAME = re.compile(r"(?<=[a-z]) (['\"“‘])(?:The |the )?[A-Z][\w ]{0,20}['\"”’](?= [A-Z])")

_OF_A_MAN = re.compile(r"\b(?:giant|bear|mountain|beast|slip|wisp|brute|hulk) of an? (?=man|woman|girl|boy|guy|lad)")
_ON_THE = re.compile(r"\b(?:on|atop|across|up on|onto) (?:the|a) (?:[\w-]+ )?$", re.I)
_TALL = re.compile(
    r" of (?:an?|the|his|her|their) (?:[\w-]+ ){0,3}(?:building|hotel|skyscraper|hospital|school|tower|mall|factory"
    r"|block|apartments?|office|dormitory|headquarters|bank)\b"
)  # where one is on a roof and sees no house


def find_nouns(text: str) -> list[Hit]:
    """All hits, in the order of the text, not overlapping."""
    for aside in (_NICKNAME, _OF_A_MAN):
        text = aside.sub(lambda m: " " * len(m.group()), text)
    hits = [*english_nouns(text), *chinese_nouns(text)]
    return sorted((h for h in hits if not _is_part(h, text)), key=lambda hit: hit.start)


def _is_part(hit: Hit, text: str) -> bool:
    """Whether a place is but a part of something: the roof of a house, 房子的屋顶."""
    part = hit.setting == "rooftop" or hit.word.lower() in ("edge", "ledge", "top", "steps", "wall")
    if _ON_THE.search(text[: hit.start]) and _TALL.match(text, hit.end):
        return False
    of_it = text[: hit.start].endswith("的") and not hit.word.startswith(("天台", "楼顶", "露台", "阳台"))
    return part and bool(re.match(r"\s+of\s+(?:an?|the|his|her|their|its)\b", text[hit.end :]) or of_it)
