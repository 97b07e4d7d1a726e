"""Somebody whom a prompt speaks of by a pronoun alone: "She throws her ring into the fountain", 他们在湖上划船.

English and Chinese. Knows nothing of the stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from director.casting.descriptions import told_gender
from director.casting.hits import Hit
from director.lexicon.nouns import sense_of, somebody
from director.lexicon.people import roles

_PRONOUNS = (
    ("f", "woman", "女人", re.compile(r"\b(?:she|her)\b(?!\s+Majesty)|她(?!们)", re.I)),
    ("m", "man", "男人", re.compile(r"\b(?:he|him|his)\b|他(?!们)", re.I)),
)


_THEY = re.compile(r"\b(?:they|them|their)\b|他们|她们|两人|二人|俩人|我们", re.I)


def unnamed(prompt: str, hits: Sequence[Hit]) -> Iterator[Hit]:
    """A woman or a man for every "she" or "he" that none of the nouns of the prompt can mean, and both for "they"."""
    people = [told_gender(h) for h in hits if h.sense is not None and h.sense.kind == "person"]
    creatures = any(h.sense is not None and h.sense.kind == "creature" for h in hits)
    for sign, english, chinese, pattern in _PRONOUNS:
        said = pattern.search(prompt)
        if said is not None and not said.group().isascii() and not prompt.startswith("的", said.end()):
            # Of whom none has been spoken, nor will be by name: 她跪在雨里, with guards told of later.
            begins = said.start() == 0 or prompt[said.start() - 1] in "，。；！？、：\n "  # else: 女孩问他
            people = [told_gender(h) for h in hits if h.sense is not None and h.sense.kind == "person"
                      and (h.start < said.start() or h.given or not begins)]  # fmt: skip
        if said is None or creatures or any(own in ("", sign) for own in people):
            continue
        word = english if said.group().isascii() else chinese
        if any(h.start <= said.start() < h.end for h in hits):
            continue
        yield Hit(said.start(), said.end(), word, somebody(roles()[english]), definite=True)
        people.append(sign)
    if (they := _THEY.search(prompt)) and not (people or creatures):
        word = "couple" if they.group().isascii() else "男女"
        yield Hit(they.start(), they.end(), word, sense_of(word), definite=True)
