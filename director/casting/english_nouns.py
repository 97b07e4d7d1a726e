"""The nouns and names of an English text, told from verbs that look like them and from what describes another noun.

Knows nothing of the stage, or of what is made of its finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from director.casting.english_names import is_name, name_at
from director.casting.english_words import DETERMINERS, base_forms, described, describes, third_persons
from director.casting.hits import WORD, Hit
from director.lexicon.nouns import Sense, is_plural, sense_of, singular
from director.lexicon.places import places
from director.lexicon.words import AGES, COLORS, GARMENTS, NUMBERS, STOP_WORDS

_LONGEST = 4  # words
_NOT_A_NOUN_AFTER = frozenset("to can will must should could would may might cannot not who i you we they".split())
_ON_DUTY = re.compile(r"keep|kept|stand|stood|on$")
_TOWARD = frozenset("at behind over above before beside under toward towards into in on to for from near by".split())
_OBJECTS = DETERMINERS | {"him", "them", "it", "me", "us", "himself", "herself", "themselves"}


def english_nouns(text: str) -> Iterator[Hit]:
    """All of them, in the order of the text, not overlapping."""
    tokens = list(WORD.finditer(text))
    words = [t.group().lower().replace("’", "'") for t in tokens]
    i = 0
    while i < len(tokens):
        found = _english_at(text, tokens, words, i)
        if found is None:
            i += 1
            continue
        hit, used = found
        yield hit
        i += used


def _english_at(text: str, tokens: list[re.Match[str]], words: list[str], i: int) -> tuple[Hit, int] | None:
    if name := name_at(text, tokens, words, i):
        return name
    for n in range(min(_LONGEST, len(tokens) - i), 0, -1):
        if any(text[tokens[k].end() : tokens[k + 1].start()].strip() for k in range(i, i + n - 1)):
            continue  # punctuation between the words
        phrase = " ".join(words[i : i + n])
        bare = phrase.removesuffix("'s").removesuffix("s'") if phrase.endswith(("'s", "s'")) else phrase
        place = places().get(phrase) or places().get(singular(phrase))
        sense = sense_of(bare) or (_sense_of_compound(bare) if n == 1 else None)
        if place is None and sense is None:
            continue
        if i and words[i] == "body" and words[i - 1] in DETERMINERS - {"a", "the"}:
            return None
        if i and words[i] in ("watch", "guard") and _ON_DUTY.match(words[i - 1]):
            return None  # "keeps watch"
        if i and words[i - 1] in _NOT_A_NOUN_AFTER and not _adjacent_break(text, tokens, i):
            return None
        if n == 1 and place is not None and sense is None and _is_adjectival(text, tokens, words, i):
            return Hit(tokens[i].start(), tokens[i].end(), bare, None, place), n  # a pharmacy door is in a pharmacy
        if n == 1 and (phrase in COLORS or phrase in AGES or _is_adjectival(text, tokens, words, i)):
            return None
        if n == 1 and sense is not None and _is_deed(text, tokens, words, i, sense):
            return None
        count, before, definite = described(text, tokens, words, i)
        word = singular(bare) if sense is None or sense.kind != "person" or is_plural(bare) else bare
        hit = Hit(tokens[i].start(), tokens[i + n - 1].end(), word, sense, place, count, is_plural(bare),
                  definite=definite, possessive=bare != phrase, before=before)  # fmt: skip
        following = name_at(text, tokens, words, i + n) if i + n < len(tokens) and hit.sense else None
        named = words[i + n] in ("named", "called") if i + n < len(tokens) else False
        if named and i + n + 1 < len(tokens):
            following = name_at(text, tokens, words, i + n + 1, certain=True)
        if following and sense and sense.kind != "prop" and not (hit.possessive or sense.members) and hit.count == 1:
            gap = text[hit.end : following[0].start]
            if named or not gap.strip():
                title = text[hit.start : hit.end].istitle() and not definite and not named
                start = hit.start if title else following[0].start
                own = following[0]
                joined = Hit(hit.start, own.end, text[start : own.end].removesuffix("'s"), sense, None, 1, given=True,
                             possessive=own.possessive, before=before, title=word)  # fmt: skip
                return joined, n + following[1] + (1 if named else 0)
        return hit, n
    return None


def _sense_of_compound(word: str) -> Sense | None:
    """A witch-queen is a queen; whoever is blue-eyed is described."""
    first, mark, last = word.rpartition("-")
    return sense_of(last) if mark and first and len(last) > 2 and last not in COLORS else None


def _adjacent_break(text: str, tokens: list[re.Match[str]], i: int) -> bool:
    return bool(text[tokens[i - 1].end() : tokens[i].start()].strip())


def _is_adjectival(text: str, tokens: list[re.Match[str]], words: list[str], i: int) -> bool:
    """A known noun right before another noun describes it: "stone wall" is a wall, "village well" a well."""
    if i + 1 >= len(words) or text[tokens[i].end() : tokens[i + 1].start()] != " " or words[i].endswith("'s"):
        return False
    own = sense_of(words[i])
    if words[i + 1] in _MATTERS:
        return words[i + 1] not in base_forms() or not (is_plural(words[i]) or "and" in words[max(0, i - 3) : i])
    several = any(NUMBERS.get(w, 1) > 1 for w in words[max(0, i - 2) : i]) and not is_plural(words[i])
    if own is not None and own.kind != "prop" and words[i + 1].endswith("s") and not several:
        return False  # "the knight bows"
    if i + 2 < len(words) and words[i + 2] in _OBJECTS and text[tokens[i + 1].end() : tokens[i + 2].start()] == " ":
        return False  # "the trolls guard a bridge"
    following = sense_of(words[i + 1]) or places().get(words[i + 1])
    proper = tokens[i + 1].group()[0].isupper() and not tokens[i + 1].group().isupper()
    return following is not None and words[i + 1] not in STOP_WORDS and not proper


_MATTERS = frozenset(
    """
    episode story stories tale tales apocalypse season outbreak invasion attack attacks war hunt problem crisis secret
    business drama case costume costumes report trouble party house trap market talk gossip legend legends
    """.split()
)


def _is_deed(text: str, tokens: list[re.Match[str]], words: list[str], i: int, sense: Sense) -> bool:
    """Right behind somebody or something, what looks like a noun is what he does: "the knight watches", "two trolls
    guard a bridge"."""
    between = text[tokens[i - 1].end() : tokens[i].start()] if i else ""
    following = words[i + 1] if i + 1 < len(words) else ""
    if between == ", " and words[i].endswith("s"):
        # "the chef, Gaston, presents a cake", "her guard, an orc, looms behind her"
        return following in _OBJECTS or (following in _TOWARD and words[i] in third_persons())
    if between != " ":
        return False
    following_is_object = following in _OBJECTS and text[tokens[i].end() : tokens[i + 1].start()] == " "
    bare = words[i - 1] not in DETERMINERS and words[i - 1] not in STOP_WORDS and words[i - 1] not in NUMBERS
    if words[i] in third_persons() and (words[i - 1].endswith("ly") or _is_behind_several(words, i, following)):
        return True
    if bare and words[i] in base_forms() and following_is_object and not describes(words[i - 1]):
        return True  # "two knights in black armor guard a drawbridge"
    own = sense_of(words[i - 1])
    named = tokens[i - 1].group()[0].isupper() and is_name(text, tokens, words, i - 1)
    if own is None and not named:
        return False
    if i + 1 < len(words) and words[i + 1] in _OBJECTS and text[tokens[i].end() : tokens[i + 1].start()] == " ":
        return True
    somebody = named or (own is not None and own.kind != "prop" and not is_plural(words[i - 1]))
    return somebody and sense.kind == "prop" and words[i].endswith("s")


def _is_behind_several(words: list[str], i: int, following: str) -> bool:
    """ "Something with antlers watches from ...", "a cop in plain clothes watches her"."""
    several = is_plural(words[i - 1]) and following in _OBJECTS | _TOWARD
    return several and (i < 2 or words[i - 1] in GARMENTS or words[i - 2] in STOP_WORDS or words[i - 2] in NUMBERS)
