"""Reported speech made direct: "that she is tired", told by Anna to Ben, is "I am tired."; 他来晚了 may be 你来晚了。

Who is meant by he, she, 他 and 她 follows from who speaks to whom, by gender; the speaker before the listener. English
verbs are made to agree. Knows nothing of who is on stage or of what is true.
"""

from __future__ import annotations

import re
from typing import Literal

from model.lexicon.forms import inflections

Kind = Literal["statement", "question", "deed", "topic", "wish"]

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
_DEMANDING = frozenset({"order", "beg", "promise", "agree", "refuse", "warn"})  # what stands behind these is a deed
_WISHING = frozenset({"ask", "beg", "order", "talk", "tell"})
_AFTER_OBJECT = frozenset("and or but to at in on with for from by as when if that now again too first".split())
_ASKS_EN = re.compile(r"(?:what|who|whom|whose|which|where|when|why|how|whether|if)\b", re.I)
_ASKS_ZH = re.compile(r"什么|谁|哪|怎么|怎样|为何|为什么|多少|是否|是不是|如何|吗|几[个时点]")
_TOPIC_ZH = re.compile(
    r"的(?:事情?|下落|经历|经过|消息|秘密|真相)$|^(?:关于|有关)|^[那这][把个只件座位口条匹封]?[\u3400-\u9fff]{1,4}$|^[\u3400-\u9fff]{2}$"
)
_VERBAL_ZH = re.compile(r"[了着过是有在会要能不没别去来走坐站回跑停等]")


def kind_of(told: str, *, chinese: bool) -> Kind:
    """What the words behind "tells him" are: a statement, an indirect question ("what she saw"), a deed ("to leave"),
    a wish ("for help") or no more than what it is about."""
    if chinese:
        if _ASKS_ZH.search(told):
            return "question"
        return "topic" if _TOPIC_ZH.search(told) and not _VERBAL_ZH.search(told) else "statement"
    if _ASKS_EN.match(told):
        return "question"
    if re.match(r"(?:not )?to\b", told, re.I):
        return "deed"
    if re.match(r"for\b", told, re.I):
        return "wish"
    return "topic" if re.match(r"(?:about|of)\b", told, re.I) else "statement"


def direct(told: str, *, speaker: str | None, listener: str | None, chinese: bool) -> str:
    """The words as the speaker says them, without a capital or a full stop. `speaker` and `listener` are their genders:
    f, m or None."""
    if chinese:
        return re.sub(r"[他她](?![们俩])", lambda found: _zh(found.group(), speaker, listener), told)
    return _en(re.sub(r"^that\s+", "", told, flags=re.I), speaker, listener)


def in_own_words(told: str, kind: Kind, act: str, *, speaker: str | None, listener: str | None, chinese: bool,
                 loud: bool = False) -> str | None:
    """What is said where an author reports it, as a clause; None where the words only tell what it is about. `act` is
    what is done with them, of `model/lexicon/speech.yaml`; `loud` says whether they are shouted."""
    if kind == "deed":
        deed = direct(_infinitive(told), speaker=speaker, listener=listener, chinese=chinese)
        return _as_asked(deed, act, refused=bool(re.match(r"not\b", told, re.I)))
    words = direct(re.sub(r"^for\s+", "", told, flags=re.I), speaker=speaker, listener=listener, chinese=chinese)
    if kind == "question":
        return None if act != "ask" else f"{words.rstrip('？?')}？" if chinese else _asked(words)
    if kind == "wish":
        return None if act not in _WISHING else f"{words}!" if loud else f"{words}, please"
    if chinese and (kind == "statement" or act in _DEMANDING):
        return _as_asked_zh(words, act)
    return words if kind == "statement" else None


def _asked(words: str) -> str:
    """An indirect question made direct, without turning its words round."""
    return f"Tell me {words}." if re.search(r"\byour?\b", words) else f"Do you know {words}?"


def _as_asked(deed: str, act: str, *, refused: bool) -> str:
    """ "leave" as an order, a plea, a vow or a refusal."""
    if act in ("promise", "agree", "confess", "refuse", "threaten"):
        return f"I will {'not ' if refused or act == 'refuse' else ''}{deed}{'!' if act == 'threaten' else ''}"
    return f"{'please ' if act in ('beg', 'ask') else ''}{'do not ' if refused else ''}{deed}"


def _as_asked_zh(words: str, act: str) -> str:
    """坐下 as an order, a plea, a vow or a refusal; what tells of something as it is."""
    if act in ("promise", "agree", "refuse") and not re.match(r"我|会|不|绝", words):
        return f"我{'不' if act == 'refuse' else ''}会{words}"
    if act == "beg" and not re.match(r"请|求|我|你", words):
        return f"请{words}"
    return f"{words}！" if act == "order" else words


def _infinitive(told: str) -> str:
    """What "to leave" and "not to leave" ask for: leave. A reader may have put the verb into the third person."""
    words = re.sub(r"^(?:not )?to\s+", "", told, flags=re.I).split(" ", 1)
    return " ".join([_agreeing(words[0], 0), *words[1:]])


def _zh(pronoun: str, speaker: str | None, listener: str | None) -> str:
    gender = "f" if pronoun == "她" else "m"
    return "我" if gender == speaker else "你" if gender == listener else pronoun


def _en(told: str, speaker: str | None, listener: str | None) -> str:
    tokens = re.findall(r"[\w']+|[^\w']+", told)
    for k, word in enumerate(tokens):
        gender = _GENDER.get(word.lower())
        person = None if gender is None else 0 if gender == speaker else 1 if gender == listener else None
        if person is None:
            continue
        ahead = [n for n in range(k + 1, len(tokens)) if re.match(r"[\w']", tokens[n])]
        following = tokens[ahead[0]].lower() if ahead and tokens[k + 1].isspace() else ""
        role = _ROLE.get(word.lower()) or _owning(word.lower(), following)
        tokens[k] = _BECOMES[role][person]
        if role == "subject" and following:
            verb = next((n for n in ahead if tokens[n].lower() not in _ADVERBS), ahead[0])
            tokens[verb] = _agreeing(tokens[verb], person)
    return "".join(tokens)


def _owning(word: str, following: str) -> str:
    """What "her" and "his" are before a word: an owner's, or else whom it is done to."""
    if following and following not in _AFTER_OBJECT:
        return "own"
    return "owned" if word == "his" else "object"


def _agreeing(verb: str, person: int) -> str:
    """The verb of the third person as I (0) and you (1) have it."""
    if verb.lower() in _AGREES:
        return _AGREES[verb.lower()][person]
    forms = inflections(verb) if verb.endswith("s") and verb.lower() not in _ADVERBS else ()
    return forms[0] if forms else verb
