"""An English sentence of a prompt, parted into phrases: clause by clause, whom it is about and what he does to whom.

Knows nothing of what a phrase means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from director.casting.attire import described_length
from director.casting.hits import Hit
from director.casting.telling import PERCEIVED, POSTURES, Opening, Telling, feeling_in, is_alive
from director.lexicon.words import ADJECTIVES, NUMBERS, STOP_WORDS
from model.catalog import CATALOG

_BREAK = re.compile(
    r"[,:()—–]+|\b(?:and|but|while|as|when|then|who|which|that|yet|because|until|till|though|although|whereas)\b"
)
_LITTLE = re.compile(r"\b(?:a|an|the|his|her|their|its|two|three|four|five|of|all|both|each|other)\b")
_PREPOSITION = re.compile(
    r"^\s*(?:in|on|at|by|near|behind|beside|beneath|under|above|below|next to|in front of|between|among|around|inside"
    r"|outside|across|opposite|over|against|with|without|from|of|for|into|to|toward|towards|during|after|before|late|once)\b",
    re.I,
)
_PRONOUN = re.compile(
    r"\b(him|her|them|it|himself|herself|each other|one another)\b(?!\s+(?!with\b|by\b|in\b|on\b|at\b|and\b)[a-z])"
)
_OF = re.compile(r"\s+of\s+(?:an?|the|his|her|their|its)?\s*(?:[\w-]+\s+){0,2}")
_NEW_PHRASE = re.compile(r"(\w+),?\s+(?:an?|the|his|her|their|two|three|four|five|six|another)\s+(?:[\w-]+\s+){0,3}$")
_GOVERNING = frozenset(
    """
    in on at by near behind beside beneath under above below to of between among around inside outside across opposite
    over against with without from for into toward towards during after before and or off through past along like as
    """.split()
)
_FROM = re.compile(
    r"\s+(?:from|at|behind|beside|by|near|next to|against|around|in front of)\s+(?:an?|the|his|her|their)?\s*"
    r"(?:[\w-]+\s+){0,2}"
)
_WITH = re.compile(r"\bwith (?:[\w-]+ ){0,3}$")
_ONE = re.compile(r"\s*one of them\b", re.I)
_HE = re.compile(r"\s*(he|she|they|it)\b", re.I)
_POSED = re.compile(r"\s*(?:\w+ly )?(?:seated|sitting|kneeling|crouching|lying|asleep|sleeping|perched)\b", re.I)
_BY_HIM = re.compile(
    r"\s*(?:behind|beside|next to|before|near|opposite|in front of)\s+(him|her|them),?\s+"
    r"(?=(?:an?|the|his|her|their|two|three|four|five|six|[A-Z])\b)"
)
_GOES_ON = re.compile(r"\s+[a-z]{2,}(?<!s)s\b")
_SOMETHING = re.compile(
    r"\s*(?:something|someone|somebody|nobody|no one|nothing|everything|everyone|everybody)\b", re.I
)
_AROUND_HIM = re.compile(
    r"\s*(?:around|behind|beside|next to|before|near|opposite|in front of|at the feet of|facing)\s+(him|her|them)"
    r"\s+([a-z]+)\b|"
    r"\s*(?:at|by)\s+(his|her|their)\s+(?:feet|side|heels|elbow|back)\s+([a-z]+)\b",
    re.I,
)
_FOUND_DOING = re.compile(r"\s+(?:asleep|alone|unconscious|dead|in tears|\w+ing)\b")
_DETERMINERS = set("a an the his her their its another one some both all suddenly this".split())


class EnglishTelling(Telling):
    """An English sentence under way."""

    posed = ""  # "Seated across a chessboard, ..."
    where: Hit | None = None  # "At a small table, ..."

    def read(self, begin: int, end: int) -> None:
        """Find what is told between these characters of the prompt."""
        fresh = False  # whether the subject still waits for what it does
        behind: list[Opening] = []  # who is by whom, unless there is more to tell of where he is
        for a, b in self._pieces(begin, end):
            inside = [h for h in self.hits if a <= h.start < b and h.sense is not None]
            while len(inside) > 1 and inside[0].possessive and inside[1].start - inside[0].end < 20:
                a, inside = inside[0].end, inside[1:]  # Rosa's dog: it is about the dog
            if relative := re.search(r"\b(which|that|who)\s*$", self.prompt[begin:a]):
                before = [h for h in self.hits if h.end <= a and (relative[1] != "who" or is_alive(h))]
                self.subject = before[-1:]
            if one := _ONE.match(self.prompt, a, b):
                a = one.end()
                self._does(self.prompt[a:b].strip(), a, b, [h for h in inside if h.start >= a])
                self.found[-1:] = [replace(o, one=True) for o in self.found[-1:]]
                continue
            if he := _HE.match(self.prompt, a, b):
                a = he.end()
                self.subject = self._who(he[1].lower(), a) or self.subject
                fresh = False
                self._does(self.prompt[a:b].strip(), a, b, [h for h in inside if h.start >= a])
                continue
            if (posed := _POSED.match(self.prompt, a, b)) and a == begin:
                self.posed = next(verb for verb, pattern in POSTURES if pattern.search(posed[0].lower()))
                continue
            if (by_him := _BY_HIM.match(self.prompt, a, b)) and inside:
                # "behind him his terrified altar boy clutches ..."
                meant = self.meant(by_him[1].lower(), a)
                if meant is not None:
                    behind.append(Opening((inside[0].start,), "stop", meant.start, beside=True))
                a = by_him.end()
            if _SOMETHING.match(self.prompt, a, b):
                self.subject, fresh = [], False
                continue
            first = inside[0] if inside else None
            if first is not None and (there := _AROUND_HIM.match(self.prompt, a, first.start)):
                # "Around her sit four children"
                pronoun, verb = there[1] or there[3], there[2] or there[4]
                meant = self.meant({"his": "him", "their": "them"}.get(pronoun.lower(), pronoun.lower()), a)
                self.subject, fresh = [first], False
                self.tell(f"{verb} by someone", meant)
                continue
            lead = self.prompt[a : first.start] if first else self.prompt[a:b]
            told = _NEW_PHRASE.search(lead) if first and _PREPOSITION.match(lead) else None
            if told and told[1].lower() not in _GOVERNING:
                lead = lead[told.end(1) :]  # "At three in the morning an exhausted nurse ..."
            if first is not None and self._inverted(lead, inside):
                fresh = False
                continue
            if first is not None and _is_nominal(lead, first):
                self.subject = [*self.subject, first] if fresh else [first]
                if self.posed:
                    self.found.append(Opening((first.start,), self.posed))
                    self.posed = self.posed if re.match(r",? and ", self.prompt[first.end :]) else ""
                if self.where is not None and first.sense and first.sense.kind != "prop":
                    self.found.append(Opening((first.start,), "stop", self.where.start, beside=True))
                    self.where = None
                start = first.end + described_length(self.prompt[first.end : b])
                inside = inside[1:]
                while inside and _OF.fullmatch(self.prompt[start : inside[0].start]):
                    start, inside = inside[0].end, inside[1:]  # the ghost of her husband
            elif first is not None and _PREPOSITION.match(lead):
                self.where = first if re.match(r"\s*(?:at|by|near|beside|behind|under)\b", lead.lower()) else None
                continue
            else:
                start = a
            while (
                _PREPOSITION.match(self.prompt[start:b])
                and inside
                and inside[0].start >= start
                and (_GOES_ON.match(self.prompt, inside[0].end, b))
            ):
                start, inside = inside[0].end, inside[1:]  # "a stranger with an umbrella sits down"
            predicate = self.prompt[start:b].strip()
            if not predicate or _PREPOSITION.match(predicate):
                fresh = bool(first) and not predicate
                continue
            fresh = False
            self._does(predicate, start, b, [h for h in inside if h.start >= start])
        self.found += behind

    def _pieces(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        at = begin
        for mark in _BREAK.finditer(self.prompt, begin, end):
            if any(h.start <= mark.start() < h.end + described_length(self.prompt[h.end :]) for h in self.hits):
                continue
            yield at, mark.start()
            at = mark.end()
        yield at, end

    def _inverted(self, lead: str, inside: Sequence[Hit]) -> bool:
        """Whether it is one: "Behind the desk sits an old librarian". `lead` goes before the first noun."""
        if not _PREPOSITION.match(lead):
            return False
        for k, hit in enumerate(inside[1:], start=1):
            gap = self.prompt[inside[k - 1].end : hit.start]
            verb = re.sub(r"\s+", " ", _LITTLE.sub(" ", gap)).strip()
            if hit.sense and hit.sense.kind != "prop" and re.fullmatch(r"\w+s?(?: \w+){0,2}", verb):
                self.subject = [hit]
                self.tell(verb.split()[0] + " by something", inside[k - 1])
                return True
        return False

    def _does(self, predicate: str, start: int, end: int, objects: Sequence[Hit]) -> None:
        """What the subject does, with the first object, and what comes with it."""
        low = predicate.lower()
        while len(objects) > 1 and objects[0].possessive and objects[1].start - objects[0].end < 20:
            objects = objects[1:]  # the ship's robot
        passive = re.match(r"(?:is |are |was |were )?\w+ed by\b", low)
        pronoun = _PRONOUN.search(self.prompt, start)
        if pronoun is not None and pronoun.end() > (objects[0].start if objects else end):
            pronoun = None
        other = objects[0] if objects else None
        if pronoun is not None:
            verb = self.prompt[start : pronoun.start()]
            meant = self.meant(pronoun.group(1), start)
            self.tell(f"{verb.strip()} someone", meant)
            if told := feeling_in(self.prompt[pronoun.end() : other.start if other else end]):
                self.found.append(Opening(tuple(h.start for h in self.subject), "", feeling=told))
            if other is not None and re.search(r"\bwith\b", self.prompt[pronoun.end() : other.start]):
                self.tell("holds something", other)
            return
        verb = self.prompt[start : other.start] if other is not None else self.prompt[start:end]
        if passive and other is not None:
            self.found.append(Opening((other.start,), "stop", self.subject[0].start if self.subject else None))
            return
        alone = len(self.subject) == 1 and self.subject[0].count == 1
        if alone and other is not None and len(objects) > 1 and _WITH.search(self.prompt[other.end : objects[1].start]):
            self.tell("holds something", objects[1])
        if other is not None and (told := feeling_in(self.prompt[other.end : end])) and len(objects) == 1:
            self.found.append(Opening(tuple(h.start for h in self.subject), "", feeling=told))
        thing = other is not None and other.sense is not None and other.sense.kind == "prop"
        if thing and re.search(r"\bwith (?:\w+ ){0,3}$", verb):
            self.tell(re.split(r"\bwith\b", verb)[0].strip(), None)
            self.tell("holds something", other)
            return
        verb = re.sub(r"\b[\w-]+['’]s\b", " ", verb)
        self.tell(re.sub(r"\s+", " ", _LITTLE.sub(" ", verb)).strip() + self._mask(other), other)
        if len(objects) > 1 and other is not None and not PERCEIVED.search(verb):
            gap = self.prompt[other.end : objects[1].start]
            furniture = objects[1].sense is not None and objects[1].sense.kind == "prop"
            if furniture and _FROM.fullmatch(gap):
                seat = objects[1].sense is not None and "seat" in CATALOG[objects[1].sense.archetype].traits
                self.tell("sits on something" if seat and "from" in gap else "stands by something", objects[1])
        if other is not None and other.sense and other.sense.kind != "prop":
            following = objects[1] if len(objects) > 1 else None
            rest = self.prompt[other.end : following.start if following else end]
            if _FOUND_DOING.match(rest):  # "finds Lily asleep at her desk"
                subject, self.subject = self.subject, [other]
                self.tell(_LITTLE.sub(" ", rest).strip() + self._mask(following), following)
                self.subject = subject

    def _who(self, pronoun: str, before: int) -> list[Hit]:
        """Whom a pronoun that does something means."""
        if pronoun in ("they", "it"):
            return self.subject
        sex = "f" if pronoun == "she" else "m"
        told = [h for h in self.everybody if h.end <= before and (h.given or not h.possessive)]
        people = [h for h in told if h.sense is not None and h.sense.kind == "person"]
        return [h for h in people if h.sense and h.sense.role and h.sense.role.gender in ("", sex)][-1:]

    def _mask(self, other: Hit | None) -> str:
        if other is None or other.sense is None:
            return ""
        return " something" if other.sense.kind == "prop" else " someone"


def _is_nominal(lead: str, first: Hit) -> bool:
    """Whether only words that count and describe go before the noun, so that the clause is about it."""
    words = [w for w in re.findall(r"[A-Za-z'-]+", lead.lower()) if not w.endswith("'s")]
    described = set(first.before)
    known = described | _DETERMINERS
    return all(
        w in known or w in NUMBERS or w in ADJECTIVES or (w.endswith(("ed", "y", "ful", "old")) and w not in STOP_WORDS)
        for w in words
    )
