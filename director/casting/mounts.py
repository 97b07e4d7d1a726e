"""Who rides without it being said on what: "a sheriff on horseback", "three cowboys ride into town", 骑兵, 策马.

Knows nothing of the stage, or of what they are given to ride.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from director.casting.hits import HAN, Hit
from director.casting.openings import sentences
from director.casting.relatives import plainly_told

_MOUNTED_TRADE = re.compile(
    r"(?:\w+ )*(?:cavalry(?:m[ae]n)?|horse(?:wo)?m[ae]n|hussars?|dragoons?|lancers?|cossacks?)"
    r"|.*(?:骑兵|铁骑|轻骑)",
    re.I,
)
_ASTRIDE = re.compile(
    r"\bon (?:horseback|horses\b)|(?:[策纵勒打拍催跃扬]|(?<![\u3400-\u9fff])飞)马(?![车上路])|马背上|翻身[上下]马"
)
# Who "rides" and is neither in nor on anything that the words name.
_RIDES = re.compile(
    r"(?<!\bto )\b(?:rides?|riding|rode|gallops?|galloping|galloped)\b"
    r"(?=\s*(?:$|[.,;:!?]|(?:\w+ly |hard |fast |back |up |out |off |slowly )?"
    r"(?:into|through|across|past|toward|towards|to|up|down|out|off|away|along|over|by|from|home|back|side|together"
    r"|ahead|in(?! (?:an?|the|his|her|their)\b)|and|while|after|at|under|with|alone)\b))",
    re.I,
)


def find_riders(prompt: str, hits: Sequence[Hit]) -> list[int]:
    """Where those nouns begin whose beings need a mount, unless they have one."""
    told = (reading.source(start) for reading in plainly_told(prompt, hits)
            for start in _riders(reading.text, reading.hits))  # fmt: skip
    return list(dict.fromkeys(told))


def _riders(prompt: str, hits: Sequence[Hit]) -> Iterator[int]:
    people = [h for h in hits if h.sense is not None and h.sense.kind == "person" and not h.possessive]
    for hit in people:
        words = {w for before in hit.before for w in re.findall(r"[a-z]+", before.lower())}
        if _MOUNTED_TRADE.fullmatch(hit.title or hit.word) or "mounted" in words:
            yield hit.start
    for begin, end in sentences(prompt):
        there = [h for h in people if begin <= h.start < end]
        for rides in (*_ASTRIDE.finditer(prompt, begin, end), *_RIDES.finditer(prompt, begin, end)):
            before = [h for h in there if h.end <= rides.start()]
            if rides.re is _RIDES and before:
                yield from (h.start for h in _in_one_breath(prompt, before))
            elif before or there:
                yield (before or there[:1])[-1].start


def _in_one_breath(prompt: str, before: Sequence[Hit]) -> list[Hit]:
    """The last of them, with those who are named along with it: "a sheriff and two deputies ride"."""
    last = [before[-1]]
    for hit in reversed(before[:-1]):
        between = prompt[hit.end : last[0].start]
        if HAN.search(between) or not re.fullmatch(r",? (?:and )?(?:an? |the |his |her |\w+ ){0,3}", between):
            break
        last.insert(0, hit)
    return last
