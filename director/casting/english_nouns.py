"""The nouns and names of an English text, told from verbs that look like them and from what describes another noun.

Knows nothing of the stage, or of what is made of its finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from director.casting.english_names import is_name, name_at
from director.casting.english_words import (
    DETERMINERS,
    Words,
    base_forms,
    described,
    describes,
    is_done_by_several,
    third_persons,
)
from director.casting.hits import Hit
from director.lexicon.nouns import Sense, is_plural, sense_of, singular
from director.lexicon.places import places
from director.lexicon.words import AGES, COLORS, GARMENTS, HATS, MASKS, NUMBERS, STOP_WORDS, WEATHERS

_LONGEST = 4  # words
_NOT_A_NOUN_AFTER = frozenset("to can will must should could would may might cannot not who i you we they".split())
_ON_DUTY = re.compile(r"keep|kept|stand|stood|on$")
_TOWARD = frozenset("at behind over above before beside under toward towards into in on to for from near by".split())
_PARTICLES = frozenset("out up down away off back forward forwards aside inside outside".split())
_OBJECTS = DETERMINERS | {"him", "them", "it", "me", "us", "himself", "herself", "themselves"}


def english_nouns(text: str) -> Iterator[Hit]:
    """All of them, in the order of the text, not overlapping."""
    words = Words.of(text)
    i = 0
    while i < len(words):
        found = name_at(words, i) or _noun_at(words, i)
        if found is None:
            i += 1
            continue
        hit, used = found
        yield hit
        i += used


def _noun_at(words: Words, i: int) -> tuple[Hit, int] | None:
    """The noun that begins at word i, with how many words it takes."""
    if is_done_by_several(words, i):
        return None
    pair = f"{words.low[i]} {words.low_at(i + 1)}"
    if singular(pair) in GARMENTS and not sense_of(pair):
        return None  # a bow tie is no bow
    for n in range(min(_LONGEST, len(words) - i), 0, -1):
        if any(words.gap(k + 1).strip() for k in range(i, i + n - 1)):
            continue  # punctuation between the words
        phrase = " ".join(words.low[i : i + n])
        bare = phrase.removesuffix("'s").removesuffix("s'") if phrase.endswith(("'s", "s'")) else phrase
        place = places().get(phrase) or places().get(singular(phrase)) or places().get(phrase.replace("-", " "))
        sense = sense_of(bare) or (_sense_of_compound(bare) if n == 1 else None)
        if bare == "can" and words.low_at(i + 1) == "of" and words.low_at(i - 1) in DETERMINERS:
            sense = sense_of("tin can")
        if place is None and sense is None:
            continue
        does = words.low[i] in third_persons() and words.low_at(i - 1) not in DETERMINERS
        if n == 1 and sense is None and does and i and not words.is_capital(i):
            return None  # keeps watch
        adjectival = n == 1 and _is_adjectival(words, i)
        of_somebody = adjectival and (owner := sense_of(words.low_at(i + 1))) is not None and owner.kind == "person"
        place_only = adjectival and (sense is None or of_somebody)  # a submarine captain
        if n == 1 and place is not None and place_only and not _is_other_word(words, i):
            return Hit(words.start(i), words.end(i), bare, None, place), n  # a pharmacy door is in a pharmacy
        if _is_other_word(words, i) or (n == 1 and (_is_color(words, i) or phrase in AGES or adjectival)):
            return None
        if n == 1 and sense is not None and _is_deed(words, i, sense):
            return None
        if n == 1 and words.low_at(i + 1) == "of" and phrase in _GROUPS and _are_alive(words, i + 2):
            return None  # an army of trolls is them
        if n == 1 and words.low_at(i + 1) == "of" and phrase in _PILES and words.low_at(i + 2) in _PILED:
            sense = Sense(_PILED[words.low_at(i + 2)], stands_in=True)  # a tower of blocks
        count, before, definite = described(words, i)
        word = singular(bare) if sense is None or sense.kind != "person" or is_plural(bare) else bare
        hit = Hit(words.start(i), words.end(i + n - 1), word, sense, place, count, is_plural(bare),
                  definite=definite, possessive=bare != phrase, before=before)  # fmt: skip
        return _with_name(words, i + n, hit, n) or _with_content(words, i + n, hit, n) or (hit, n)
    return None


_GROUPS = frozenset(
    "army horde legion gang band squad crew group pack herd flock swarm crowd mob pair trio line circle row".split()
)
_PILES = frozenset("tower castle house pyramid fort wall stack pile bridge".split())
_PILED = {"blocks": "box", "bricks": "box", "cards": "letter", "cups": "cup", "cans": "bottle", "books": "book",
          "cushions": "pillow", "pillows": "pillow", "boxes": "box", "lego": "box", "legos": "box"}  # fmt: skip


def _are_alive(words: Words, i: int) -> bool:
    """Whether several beings are named at word i, or behind one word that describes them."""
    for k in (i, i + 1):
        sense = sense_of(words.low_at(k))
        if sense is not None and sense.kind != "prop" and is_plural(words.low_at(k)):
            return True
    return False


def _is_color(words: Words, i: int) -> bool:
    """Whether a word that may be a colour is one; "an orange" at the end of a phrase is none."""
    ends = i + 1 >= len(words) or words.gap(i + 1) != " " or words.low[i + 1] in STOP_WORDS
    return words.low[i] in COLORS and not (ends and words.low_at(i - 1) in ("a", "an", "the", "one"))


def _is_other_word(words: Words, i: int) -> bool:
    """Whether what looks like a noun is something else by the word before it: "keeps watch", "to paint", "his body"."""
    before = words.low_at(i - 1)
    if words.low[i] in ("body", "chest", "palm") and before in DETERMINERS - {"a", "the"}:
        return True
    if words.low[i] == "glass" and words.low_at(i - 2) in ("through", "behind", "against"):
        return True  # a pane
    aboard = words.low_at(i + 1) == "of" or _ABOARD.search(words.text[: words.start(i)])
    if words.low[i] in ("bow", "stern") and aboard:
        return True  # at the bow of a boat
    if words.low[i] in _FIRED and words.low_at(i + 1) in _FALL:
        return True  # shells explode in the distance
    if words.low[i] == "camera" and before in ("the", ""):
        return True  # the one that films it
    if words.low[i] == "home" and i and before not in DETERMINERS | {"at", "in"}:
        return True  # the last train home
    if words.low[i] in ("watch", "guard") and _ON_DUTY.match(before):
        return True
    return before in _NOT_A_NOUN_AFTER and not words.gap(i).strip()


def _with_name(words: Words, i: int, hit: Hit, n: int) -> tuple[Hit, int] | None:
    """The noun together with the name that follows it at word i: Detective Okafor, a baker named Rosa."""
    sense = hit.sense
    if i >= len(words) or sense is None or sense.kind == "prop":
        return None
    named = words.low[i] in ("named", "called")
    following = name_at(words, i, certain=words.is_capital(i) and words.gap(i) == " ")  # Detective Miller
    if named and i + 1 < len(words):
        following = name_at(words, i + 1, certain=True)
    if following is None or hit.possessive or sense.members or hit.count > 1:
        return None
    own, used = following
    if not named and words.text[hit.end : own.start].strip():
        return None
    titled = words.text[hit.start : hit.end].istitle() and not hit.definite and not named
    if titled and hit.word == "officer":
        sense = sense_of("cop") or sense  # of the police, whoever is on the beat by name
    whole = words.text[hit.start if titled else own.start : own.end].removesuffix("'s")
    joined = Hit(hit.start, own.end, whole, sense, None, 1, given=True, possessive=own.possessive,
                 before=hit.before, title=hit.word)  # fmt: skip
    return joined, n + used + (1 if named else 0)


_ABOARD = re.compile(r"\b(?:boat|ship|vessel|canoe|yacht|deck)\b.*\b(?:at|in|on|from|to) the $", re.I | re.S)
_FIRED = frozenset("shell shells rocket rockets mortar mortars round rounds".split())
_FALL = frozenset(f"{verb}{s}" for verb in "explode burst fall land whistle rain hit scream".split() for s in ("", "s"))
_VESSELS = frozenset(
    """
    bottle glass cup mug goblet tankard kettle bucket bowl plate jar jug bag basket
    tray pot vial flask can box sack crate platter pitcher
    """.split()
)


def _with_content(words: Words, i: int, hit: Hit, n: int) -> tuple[Hit, int] | None:
    """A thing together with what is in it or on it, told from word i on: a tray of champagne, a bowl of hot noodles."""
    if hit.word not in _VESSELS or words.low_at(i) != "of" or hit.sense is None or hit.sense.kind != "prop":
        return None
    for m in (2, 1):
        content = words.low[i + 1 : i + 1 + m]
        ends = i + m
        if len(content) < m or any(words.gap(k).strip() for k in range(i, ends + 1)):
            continue
        sense = sense_of(content[-1])
        describing = m == 1 or (content[0] not in DETERMINERS | STOP_WORDS and content[0].islower())
        known = sense is not None and sense.kind == "prop" and describing
        if known or (m == 1 and sense is None and content[0] not in DETERMINERS | STOP_WORDS):
            whole = f"{hit.word} of {' '.join(content)}"
            return replace(hit, end=words.end(ends), word=whole), n + 1 + m
    return None


def _sense_of_compound(word: str) -> Sense | None:
    """A witch-queen is a queen; whoever is blue-eyed is described."""
    first, mark, last = word.rpartition("-")
    return sense_of(last) if mark and first and len(last) > 2 and last not in COLORS else None


def _is_adjectival(words: Words, i: int) -> bool:
    """A known noun right before another noun describes it: "stone wall" is a wall, "village well" a well."""
    if i + 1 >= len(words) or words.gap(i + 1) != " " or words.low[i].endswith("'s"):
        return False
    word, following = words.low[i], words.low[i + 1]
    own = sense_of(word)
    if is_done_by_several(words, i + 1):
        return False
    if following in _MATTERS and following.endswith("s") and words.low_at(i + 2) in _OBJECTS:
        return False  # "a reporter films them"
    if following in _MATTERS:
        return following not in base_forms() or not (is_plural(word) or "and" in words.low[max(0, i - 3) : i])
    several = any(NUMBERS.get(w, 1) > 1 for w in words.low[max(0, i - 2) : i]) and not is_plural(word)
    does = following.endswith("s") and not following.endswith("ss")
    does = does and (following in third_persons() or sense_of(following) is None)  # twin granddaughters
    if own is not None and own.kind != "prop" and does and not several:
        return False  # "the knight bows"
    if words.low_at(i + 2) in _OBJECTS and words.gap(i + 2) == " ":
        return False  # "the trolls guard a bridge"
    if following in _ADVERBS:
        return False  # a mirror backstage
    known = sense_of(following) or places().get(following)
    if known is None and "-" in following and words.gap(i + 2) == " " and not is_plural(word):
        known = sense_of(words.low_at(i + 2))  # rival food-truck owners
    proper = words.is_capital(i + 1) and not words.written(i + 1).isupper()
    return known is not None and following not in STOP_WORDS and not proper


_ADVERBS = frozenset("backstage upstairs downstairs outside inside onstage offstage underwater".split())
_MATTERS = frozenset(
    """
    tattoo tattoos sticker stickers logo costume earrings accent impression voice sounds scent pattern badge
    episode story stories tale tales apocalypse season outbreak invasion attack attacks war hunt problem crisis secret
    movie movies film films novel poster mask masks museum exhibit musical video
    business drama case costume costumes report trouble party house trap market talk gossip legend legends
    """.split()
)


def _is_deed(words: Words, i: int, sense: Sense) -> bool:
    """Right behind somebody or something, what looks like a noun is what he does: "the knight watches", "two trolls
    guard a bridge"."""
    if i == 0:
        return False
    word, before, following, between = words.low[i], words.low[i - 1], words.low_at(i + 1), words.gap(i)
    if between == ", " and word.endswith("s"):
        # "the chef, Gaston, presents a cake", "her guard, an orc, looms behind her"
        done_to_some = word in third_persons() and words.gap(i + 1) == " " and is_plural(following)
        return following in _OBJECTS or (following in _TOWARD and word in third_persons()) or done_to_some
    if between == ") " and word.endswith("s"):
        return following in _OBJECTS  # Ross (50, grey beard) slides a photograph
    if between != " ":
        return False
    with_object = following in _OBJECTS and words.gap(i + 1) == " "
    bare = before not in DETERMINERS and before not in STOP_WORDS and before not in NUMBERS
    aside = before not in DETERMINERS and before not in STOP_WORDS and before not in NUMBERS
    if word == "steps" and _UPON.search(words.text[: words.start(i)]):
        return False  # sits on the church steps outside
    if aside and word in third_persons() and following in _PARTICLES and words.gap(i + 1) == " ":
        return True  # a woman in a red dress steps out of a car
    counted = following in NUMBERS and words.gap(i + 1) == " "
    if before in ("and", "then", "but") and word.endswith("s") and with_object:
        return True  # sits on a rock and combs her hair
    if before in WEATHERS and (with_object or counted) and word.endswith("s"):
        return True  # rain hammers the roof
    if word in third_persons() and (before.endswith("ly") or _is_behind_several(words, i)):
        return True
    ends = not following or following in _TOWARD
    if word in third_persons() and words.low_at(i - 2) in ("a", "an") and sense_of(before) and ends:
        return True  # a cop holding a gun watches
    if word in third_persons() and (before in _ON_HEADS or before in GARMENTS) and following in _TOWARD:
        return True  # a prince in a half mask bows to a girl, a man in a black coat watches from afar
    if word in third_persons() and is_plural(before) and sense_of(following) is not None:
        return True  # a pharmacist with round glasses counts pills
    if bare and with_object and word.endswith("s") and not describes(before):
        return True  # the taster clutches his throat
    if bare and word in base_forms() and with_object and not describes(before):
        return True  # "two knights in black armor guard a drawbridge"
    own = sense_of(before)
    named = words.is_capital(i - 1) and is_name(words, i - 1)
    if own is None and not named:
        return False
    somebody = named or (own is not None and own.kind != "prop" and not is_plural(before))
    if somebody and word.endswith("s") and following in _TOWARD and sense.kind != "person":
        return True  # the inspector ducks behind the counter
    return with_object or (somebody and sense.kind == "prop" and word.endswith("s"))


_ON_HEADS = frozenset(name.rsplit(" ", 1)[-1] for name in (*HATS, *MASKS) if name.isascii())
_UPON = re.compile(r"\b(?:on|up|down|at) (?:an?|the|his|her|their) (?:[\w-]+ )?$", re.I)


def _is_behind_several(words: Words, i: int) -> bool:
    """ "Something with antlers watches from ...", "a cop in plain clothes watches her", "a girl in boots watches". """
    before, earlier = words.low[i - 1], words.low_at(i - 2)
    ends = words.low_at(i + 1) in _OBJECTS | _TOWARD or re.match(r"\s*(?:[.,;!?]|$)", words.after(i)) is not None
    several = is_plural(before) and ends
    return several and (i < 2 or before in GARMENTS or earlier in STOP_WORDS or earlier in NUMBERS)
