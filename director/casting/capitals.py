"""The capitals of a prompt that was typed without them: English names are told by theirs.

Knows which given names there are, and which of them are words as well. Does not know surnames, nor names that nobody
has but in this story, unless a rank goes before them or the prompt says that somebody is called so.
"""

from __future__ import annotations

import re
from functools import cache

from director.casting.english_names import HONORIFICS, is_everyday, is_given_name
from director.casting.english_words import DETERMINERS
from director.casting.hits import HAN
from model.lexicon import phrasings

_WORD = re.compile(r"(?:(?![\u3400-\u9fff])[^\W\d_])+(?:-[^\W\d_]+)*")
_STARTS = re.compile(r"(?:^|[.!?:;\n])\s*$")
_CALLED = re.compile(r"\b(?:named|called|names are|name is)\s+(?:\w+(?:,| and)\s+)*$", re.I)
# Given names that are words in every other prompt.
_WORDS_TOO = frozenset(
    """
    amber angel april art ash august autumn basil bunny carol chance charity chase chip christian clay cliff crystal
    dale dawn destiny dusty eve faith frank gene genesis ginger glen grant harmony haven heather holly honey hope iris
    jay june kitty lance lane liberty lone major melody mercy misty nick norm olive penny pierce prince queen rain ray
    reed rich river rob robin rocky royal sandy serenity skip sky star stew storm sue summer tiger trinity victor
    victory wade
    """.split()
)
_RANKS = frozenset(HONORIFICS) | frozenset(
    """
    captain colonel commander count countess detective doctor duchess duke emperor empress general grandma grandpa
    inspector king lieutenant officer prince princess professor queen sergeant sheriff
    """.split()
)
_KIN = frozenset("father mother brother sister uncle aunt auntie grandma grandpa".split())


def with_capitals(prompt: str) -> str:
    """The prompt with names in it capitalised, if it has no capital letter but at the beginning of sentences, or if it
    has no small letter. Its characters stay where they are."""
    if prompt.isupper() and not HAN.search(prompt):
        prompt = prompt.lower()
    found = [*_WORD.finditer(prompt)]
    if any(word[0] != "I" and word[0][0].isupper() and not _STARTS.search(prompt[: word.start()]) for word in found):
        return prompt
    words = [word[0].lower() for word in found]
    names = {k for k, word in enumerate(found) if _is_name(prompt, words, k, word.start())}
    titles = {k - 1 for k in names if k and _is_title(words, k - 1)}
    letters = list(prompt)
    for k in names | titles:
        letters[found[k].start()] = letters[found[k].start()].upper()
    return "".join(letters)


def _is_name(prompt: str, words: list[str], k: int, start: int) -> bool:
    """Whether word `k`, which begins at `start`, is somebody's name."""
    if _CALLED.search(prompt[:start]) and words[k] not in DETERMINERS:
        return True
    before, after, next_but_one = (words[k + n] if 0 <= k + n < len(words) else "" for n in (-1, 1, 2))
    known, common = is_given_name(words[k]), _is_common(words[k])
    if not known:
        if not k or common or words[k - 1] in _KIN or words[k].endswith(("s", "ed", "ing", "ly")):
            return False  # grandpa teaches, father and mother quarrel
        goes_on = after in ("", "and", "is", "was", "who", "with") or after in _deeds() or after in DETERMINERS
        bare = not any(letter.isupper() for letter in prompt)  # who writes capitals writes them for names
        return bare and goes_on and _is_title(words, k - 1)
    if not common:
        return before not in DETERMINERS  # the forrest
    if before == "and" and k > 1 and is_given_name(words[k - 2]):
        return True  # jack and rose
    begins = bool(_STARTS.search(prompt[:start]))
    return begins and ((after == "and" and is_given_name(next_but_one)) or after in _deeds())


def _is_title(words: list[str], k: int) -> bool:
    """Whether word `k` can go before a name as a part of it: captain, but not the captain."""
    return words[k] in _RANKS and not (k and words[k - 1] in DETERMINERS)


def _is_common(word: str) -> bool:
    """Whether it means something, too."""
    return word in _WORDS_TOO or is_everyday(word) or word in _told()


@cache
def _told() -> frozenset[str]:
    """The words of all English phrases for deeds and feelings."""
    texts = (p.text for head in ("verb", "emotion") for p in phrasings(head) if p.language == "en")
    return frozenset(word for text in texts for word in _WORD.findall(text))


@cache
def _deeds() -> frozenset[str]:
    """The words that English phrases for deeds begin with: hugs, walks."""
    first = (p.text.split()[0] for p in phrasings("verb") if p.language == "en")
    return frozenset(word for word in first if word.endswith("s"))
