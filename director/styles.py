"""The style a world is drawn in, as authors write it: by name, or in the words of a prompt.

Knows nothing of how a style is drawn.
"""

from __future__ import annotations

import re

from model.stage import STYLES
from storygraph.errors import StoryError

_WORDS = {
    "noir": r"(?:film[ -])?noir|黑色电影|黑色影片",
    "ink wash": r"(?:chinese )?ink[ -]?wash(?: painting)?|chinese ink painting|sumi-?e|水墨画?",
    "watercolour": r"water-?colou?rs?(?: painting)?|aquarelle|水彩画?",
    "neon": r"neon|霓虹灯?",
    "storybook": r"story-?book|picture[ -]book(?: illustration)?|gouache|(?:童话)?绘本|童话书|故事书",
    "vinyl": r"vinyl(?:[ -]toys?)?|搪胶",
}
# A word alone may be a thing ("a neon sign", 墙上的水墨画): it must be said to be the style, or can be nothing else.
_MADE = r",?\s*\b(?:(?:drawn|painted|shot|filmed|told) )"
_SAID = (
    _MADE + r"?in (?:the )?(?:style|look|manner) of (?:an? |the )?(?:{0})\b(?: style)?",
    _MADE + r"?(?:in|as|like) (?:an? |the )?(?:{0})[ -](?:style|look|film|movie)\b",
    _MADE + r"(?:in|as|like) (?:an? |the )?(?:{0})\b",
    r",?\s*\bin (?:{0})(?=\s*(?:[.,;:!?]|$))",
    r",?\s*\b(?:{0})[ -](?:style|look)\b:?",
    r"[，,]?\s*(?:用|以)?(?:{0})(?:风格|画风|风(?!景|雨)|的风格|的画风)(?:的)?[，：:]?",
)
_PLAIN = r",?\s*(?:\bas )?(?:\ban? )?\bfilm[ -]noir\b[,:]?|[，,]?黑色电影(?:风格|风)?(?:的)?[，：:]?"
_ASKED = [(style, re.compile(said.format(words), re.IGNORECASE)) for style, words in _WORDS.items()
          for said in (*_SAID, *([_PLAIN] if style == "noir" else []))]  # fmt: skip


def checked_style(style: str) -> str:
    """The style, if Nacre has it; "watercolor" is "watercolour". Raises StoryError that lists those it has."""
    for name, words in _WORDS.items():
        if re.fullmatch(words, style.strip(), re.IGNORECASE):
            return name
    raise StoryError(f"“{style}” is no style Nacre draws in: choose one of {', '.join(STYLES)}.")


def style_meant(words: str) -> str | None:
    """The style that words which speak of nothing else come nearest to; None for none that Nacre has."""
    return next((style for style, names in _WORDS.items() if re.search(names, words, re.IGNORECASE)), None)


def style_in(prompt: str) -> tuple[str | None, str]:
    """The style that a prompt asks for, None for none, and the prompt without the words that did."""
    for style, asked in _ASKED:
        rest, found = asked.subn(" ", prompt, count=1)
        if found:
            return style, re.sub(r"^[\s,，.。:：]+|\s+(?=[\s.,;:!?，。])", "", rest).strip()
    return None, prompt
