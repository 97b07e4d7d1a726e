"""Reported speech made direct: "that she is tired", told by Anna to Ben, is "I am tired."; 他来晚了 may be 你来晚了。

Who is meant by he, she, 他 and 她 follows from who speaks to whom, by gender; the speaker before the listener. English
verbs are made to agree. Knows nothing of who is on stage or of what is true.
"""

from __future__ import annotations

import re
from typing import Literal

from model.lexicon.forms import inflections

Kind = Literal["statement", "question", "deed", "topic"]

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_BECOMES = {  # by role: (of who speaks, of who is spoken to)
    "subject": ("I", "you"), "object": ("me", "you"), "own": ("my", "your"), "owned": ("mine", "yours"),
    "self": ("myself", "yourself"),
}  # fmt: skip
_ROLE = {"he": "subject", "she": "subject", "him": "object", "himself": "self", "herself": "self", "hers": "owned"}
_AGREES = {"is": ("am", "are"), "was": ("was", "were"), "isn't": ("am not", "aren't"), "wasn't": ("wasn't", "weren't"),
           "has": ("have", "have"), "hasn't": ("haven't", "haven't"), "does": ("do", "do"),
           "doesn't": ("don't", "don't")}  # fmt: skip
_ADVERBS = frozenset({"always", "sometimes", "perhaps", "also", "never", "still", "really", "only", "just", "now"})
_PRONOUN = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b(?:(\s+)([a-z']+))?(?:(\s+)([a-z']+))?", re.I)
_AFTER_OBJECT = frozenset("and or but to at in on with for from by as when if that now again too first".split())
_ASKS_EN = re.compile(r"(?:what|who|whom|whose|which|where|when|why|how|whether|if)\b", re.I)
_ASKS_ZH = re.compile(r"什么|谁|哪|怎么|怎样|为何|为什么|多少|是否|是不是|如何|吗|几[个时点]")
_TOPIC_ZH = re.compile(
    r"的(?:事情?|下落|经历|经过|消息|秘密|真相)$|^(?:关于|有关)|^[那这]?[把个只件座位]?[\u3400-\u9fff]{1,3}$"
)
_VERBAL_ZH = re.compile(r"[了着过是有在会要能不没别去来走坐站回给把被跑停等]")


def kind_of(told: str, *, chinese: bool) -> Kind:
    """What the words behind "tells him" are: a statement, an indirect question ("what she saw"), a deed ("to leave") or
    no more than what it is about."""
    if chinese:
        if _ASKS_ZH.search(told):
            return "question"
        return "topic" if _TOPIC_ZH.search(told) and not _VERBAL_ZH.search(told) else "statement"
    if _ASKS_EN.match(told):
        return "question"
    if re.match(r"(?:not )?to\b", told, re.I):
        return "deed"
    return "topic" if re.match(r"(?:about|of)\b", told, re.I) else "statement"


def direct(told: str, *, speaker: str | None, listener: str | None, chinese: bool) -> str:
    """The words as the speaker says them, without a capital or a full stop. `speaker` and `listener` are their genders:
    f, m or None."""
    if chinese:
        return re.sub(r"[他她](?![们俩])", lambda found: _zh(found.group(), speaker, listener), told)
    told = re.sub(r"^that\s+", "", told, flags=re.I)
    return _PRONOUN.sub(lambda found: _en(found, speaker, listener), told)


def _zh(pronoun: str, speaker: str | None, listener: str | None) -> str:
    gender = "f" if pronoun == "她" else "m"
    return "我" if gender == speaker else "你" if gender == listener else pronoun


def _en(found: re.Match[str], speaker: str | None, listener: str | None) -> str:
    word, gap, following, gap_2, second = found.groups()
    gender = _GENDER[word.lower()]
    person = 0 if gender == speaker else 1 if gender == listener else None
    rest = "".join(part or "" for part in (gap, following, gap_2, second))
    if person is None:
        return word + rest
    role = _ROLE.get(word.lower()) or ("own" if following and following.lower() not in _AFTER_OBJECT else
                                       "owned" if word.lower() == "his" else "object")  # fmt: skip
    if role != "subject" or following is None:
        return _BECOMES[role][person] + rest
    if following.lower() in _ADVERBS and second:
        return f"{_BECOMES[role][person]}{gap}{following}{gap_2}{_agreeing(second, person)}"
    return f"{_BECOMES[role][person]}{gap}{_agreeing(following, person)}{gap_2 or ''}{second or ''}"


def _agreeing(verb: str, person: int) -> str:
    """The verb of the third person as I (0) and you (1) have it."""
    if verb.lower() in _AGREES:
        return _AGREES[verb.lower()][person]
    forms = inflections(verb) if verb.endswith("s") and verb.lower() not in _ADVERBS else ()
    return forms[0] if forms else verb
