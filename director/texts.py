"""Text that authors write, looked at before anything is made of it: whole characters, and not too many of them.

Knows nothing of what the words mean.
"""

from __future__ import annotations

import re
from functools import cache

from opencc import OpenCC

from storygraph.errors import StoryError

LONGEST_DIRECTION = 2_000  # characters, without its slate
LONGEST_NAME = 200  # characters of a title or a label: what still fits on a button
_HALF = re.compile(r"[\ud800-\udfff]")
# Controls, and orders to write from right to left: nobody sees them, and no database or page is the better for them.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+")
# What words are read without: joints nobody sees (but those of an emoji), and signs that stand for other things here.
_SEAMS = re.compile(r"[\u200b\u200c\u200e\u200f\u2060\xad]|(?<![\u2190-\U0010ffff])\u200d")
_NO_WORDS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff]")
_BREAKS = re.compile(r"\r\n|[\x0b-\x0d\x85]")
# What a Latin keyboard puts behind or before a Chinese character: marks, and a space for a comma. A space behind a
# Chinese mark says nothing. What is quoted stays as it was typed.
_QUOTED = re.compile(r"(\"[^\"]*\"|“[^”]*”|「[^」]*」|『[^』]*』)")
_MARKED = re.compile(
    rf"(?P<quoted>{_QUOTED.pattern})"
    r"|(?<=[\u3400-\u9fff])(?:(?P<behind>[,;:!?]) *|(?P<stop>\.)(?: +|$|(?=[\u3400-\u9fff\n]))"
    r"|(?P<space> )(?=[\u3400-\u9fff]))"
    r"|(?P<before>[,;:!?])(?=[\u3400-\u9fff])|(?<=[，。；：！？、]) +"
)
_CHINESE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。", " ": "，"}
_SHORTENED = re.compile(r"(?<=[A-Za-z])[’ʼ＇](?=(?:s|t|re|ve|ll|d|m)\b)", re.I)  # it’s; the name O’Brien stays


def checked(text: str, what: str, longest: int) -> str:
    """The text without what nobody can see. `what` names it in a sentence ("The direction"). Raises StoryError when it
    has more than `longest` characters, or half of one, as a broken emoji is."""
    if len(text) > longest:
        raise StoryError(f"{what} has {len(text):,} characters: keep it to {longest:,}.")
    if broken := _HALF.search(text):
        before = text[max(0, broken.start() - 20) : broken.start()]
        place = f"after “{before}”" if before.strip() else "at its beginning"
        raise StoryError(f"{what} has half a character {place}, perhaps of an emoji cut in two: type it again.")
    return _UNSEEN.sub("", _BREAKS.sub("\n", text)).strip()


def one_line(text: str, what: str) -> str:
    """A title or a label: checked, and on one line."""
    return " ".join(checked(text, what, LONGEST_NAME).split())


def required_line(text: str, what: str, missing: str) -> str:
    """As `one_line`, of what has to be there. Raises StoryError, in the words of `missing`, when it is nothing."""
    line = one_line(text, what)
    if not line:
        raise StoryError(missing)
    return line


def readable(text: str) -> str:
    """The text as whoever reads its words takes it, prompt or direction: nothing unseen, lines kept, single spaces, and
    in Chinese the marks of Chinese, whatever keyboard they were typed on."""
    text = _SHORTENED.sub("'", text)
    text = re.sub(r"[ \u3000]+", " ", _NO_WORDS.sub(" ", _SEAMS.sub("", text))).strip()
    return _MARKED.sub(_in_chinese, text)


def as_read(text: str) -> str:
    """The text as whoever looks for words in it takes it: readable, and in simplified characters."""
    return simplified(readable(text))


def simplified(text: str) -> str:
    """The text in the simplified characters that the stage knows its words by, as long as it was, if it is written in
    traditional ones; but what is quoted as it was typed."""
    parts = enumerate(_QUOTED.split(text))
    told = "".join(part if quoted % 2 else _to_simplified().convert(part) for quoted, part in parts)
    traditional = _changed(text, told) > _changed(text, _to_traditional().convert(text))  # 吧台 may be 吧檯, too
    return told if traditional and len(told) == len(text) else text


def _changed(text: str, told: str) -> int:
    """How many characters became others."""
    return sum(a != b for a, b in zip(text, told, strict=False))


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("tw2s")


@cache
def _to_traditional() -> OpenCC:
    return OpenCC("s2t")


def _in_chinese(found: re.Match[str]) -> str:
    mark = found["behind"] or found["stop"] or found["space"] or found["before"]
    return found["quoted"] or (_CHINESE[mark] if mark else "")


def brief(value: object, most: int = 60) -> str:
    """A value as a sentence may quote it: what is long is cut, and half a character is shown as one that is not known.
    Lists and objects are only named."""
    plain = isinstance(value, (str, int, float, type(None)))
    text = str(value) if plain else f"a {type(value).__name__}"
    text = " ".join(_HALF.sub("\ufffd", _UNSEEN.sub("", text[: 2 * most])).split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
