"""An English sentence of a prompt, parted into phrases: clause by clause, whom it is about and what he does to whom.

Knows nothing of what a phrase means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from director.casting.attire import described_length
from director.casting.descriptions import told_gender
from director.casting.english_words import IN_HAND, base_forms, third_persons
from director.casting.hits import WORD, Hit
from director.casting.telling import (
    FELLED,
    INTO_ARMS,
    PERCEIVED,
    POSTURES,
    Opening,
    Telling,
    feeling_in,
    handled_by,
    is_alive,
    is_person,
    is_seat,
)
from director.lexicon.bodies import PART
from director.lexicon.pursuits import begins_pursuit
from director.lexicon.words import ADJECTIVES, NUMBERS, STOP_WORDS
from model.catalog import CATALOG
from model.seats import can_be_ridden

# "Walks in holding a baby": with what is in the hand, a clause of its own begins.
_BREAK = re.compile(
    r"[,:()—–]+|\b(?:and|but|while|as|when|then|who|which|that|yet|because|until|till|though|although|whereas)\b"
    rf"|(?<=[a-z]) (?={IN_HAND}\b)(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\ba )(?<!\bthe )"
    r"(?<!\bof )(?<!\bby )(?<!\bstarts )(?<!\bkeeps )(?<!\bstops )"
)
_LITTLE = re.compile(
    r"\b(?:(?:circle|group|row|crowd|bunch|pack|herd|flock|gang|class|line) of"
    r"|a|an|the|his|her|their|its|two|three|four|five|of|all|both|each|other)\b"
)
_PREPOSITION = re.compile(
    r"^\s*(?:in|on|at|by|near|behind|beside|beneath|under|above|below|next to|in front of|between|among|around|inside"
    r"|outside|across|opposite|over|against|with|without|from|of|for|into|to|toward|towards|during|after|before|late|once)\b",
    re.I,
)
_PRONOUN = re.compile(
    r"\b(him|them|it|himself|herself|themselves|each other|one another"
    r"|her(?!\s+(?!(?:an?|the|his|two|with|by|in|on|at|and|from|to|through|over|across|behind|beside|before|into|onto|off|down|up|out|away|back"
    r"|under|against|toward|towards|while|as|for|near|like|without|until|after|around|again|alone|closely|silently|quietly"
    r"|coldly|warily|nervously)\b)[a-z]))\b"
)
# "Holds her hand": what is done to a part of somebody is done to him.
_PART_OF_HIM = re.compile(
    rf"\b(his|her|their) (?:[a-z]+ )?{PART}\b"
)
# "Wrapped in a blanket", ", covered in flour,": how somebody is, before it is told what he does.
_COVERED = re.compile(
    r"\s*,?\s*(?:wrapped|bundled|huddled|draped|swathed|covered|drenched|soaked|caked) (?:up )?(?:in|with) "
    r"(?:an? |the |his |her )?(?:[\w-]+ ){0,2}?[\w-]+(?:,|(?= [a-z]+(?<!s)s\b))"
)
_OF = re.compile(r"\s+of\s+(?:an?|the|his|her|their|its)?\s*(?:[\w-]+\s+){0,2}")
_NEW_PHRASE = re.compile(
    r"(\w+),?\s+(?:an?|the|his|her|their|two|three|four|five|six|another)\s+"
    r"(?:(?!(?:an?|the|his|her|their|two|three|four|five|six|another)\b)[\w-]+\s+){0,3}$"
)
_GOVERNING = frozenset(
    """
    in on at by near behind beside beneath under above below to of between among around inside outside across opposite
    over against with without from for into toward towards during after before and or off through past along like as
    """.split()
)
_FROM = re.compile(
    r"\s+(?:from|at|behind|beside|by|near|next to|against|around|in front of|over|above|before|under|beneath"
    r"|outside|opposite)\s+(?:an?|the|his|her|their)?\s*(?:[\w-]+\s+){0,2}"
)
_TO = re.compile(r"\s+(?:to|at|for|with|against|toward|towards|over|from|around|into)\b(?:[\s\w,'’]{0,40})$")
_AT_HIM = re.compile(
    r"(?: [a-z]+)? (?:at|to|toward|towards|against|on|over|for) (him|her|them|it)"
    r"(?!\s+(?!from\b|with\b|in\b|on\b|and\b|as\b)[a-z])"
)
_ON = re.compile(r"\s+(?:on|in|at)\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,2}")
_DONE_SEATED = re.compile(
    r"(?:read|play|writ|eat|drink|knit|stud|smok|sketch|draw|count|typ|sip|nurs|nibbl|sort|deal|cradl|clutch|hold|hug|watch"
    r"|devour|strum|paint|peel|rock|braid)[a-z]*\b"
)
_MUTUALLY = re.compile(r"\b(?:each other|one another)\b")
_BY_MEANS = re.compile(r"\b(with|through|using) (?:[\w-]+ ){0,3}$")  # watches the street through binoculars
_WITH = re.compile(r"\bwith (?:[\w-]+ ){0,3}$")
_ONE = re.compile(r"\s*(?:only )?one of (?:them\b|(?:the|his|her|their)\s+(?=[a-z]))", re.I)
_HE = re.compile(r"\s*(he|she|they|it)\b", re.I)
_POSED = re.compile(r"\s*(?:\w+ly )?(?:seated|sitting|kneeling|crouching|lying|asleep|sleeping|perched)\b", re.I)
_AS_HE_IS = re.compile(r"\s*(?:asleep|unconscious|drunk|dead|slumped|fast asleep|passed out|half asleep)\b", re.I)
_BY_HIM = re.compile(
    r"\s*(?i:behind|beside|next to|before|near|opposite|in front of)\s+(him|her|them),?\s+"
    r"(?=(?:an?|the|his|her|their|two|three|four|five|six|[A-Z]\w*)\b)"
)
_GOES_ON = re.compile(r"\s+[a-z]{2,}(?<!s)s\b")
_OTHER_SUBJECT = re.compile(
    r"\s*(?:an?|the)\s+(?!(?:same|other|first|last|next|two|three)\b)(?:[a-z-]+\s+){1,2}?(?P<does>[a-z]{2,}(?<![su])s)\s+"
    r"(?:an?|the|his|her|their|its|in|on|at|down|up|out|outside|against|over|through|from|into|across)\b"
)
# "Learns to play the violin": it is seen.
_BEGINS_TO = re.compile(
    r"\s*(?:is |are )?(?:\w+ly )?(?:learn|practi[sc]e|begin|start|continue)(?:s|ing)? (?:how )?to (?=[a-z])"
)
_TEACHES = re.compile(r"(?:teach|show|help|join|challeng|invit)(?:es|s|ing)?\b")
_HANDS = re.compile(
    r"(?:\w+ly )?(?:hand|giv|offer|pass|bring|pour|serv|show|slip|toss|throw|buy|lend|feed)(?:e|s|es|ing)?\b"
)
_TO_DO = re.compile(r"\s+(?:how )?to ([a-z][^,.;]*)")
_SOMETHING = re.compile(
    r"\s*(?:something|someone|somebody|nobody|no one|nothing|everything|everyone|everybody)\b", re.I
)
_AROUND_HIM = re.compile(
    r"\s*(?:around|behind|beside|next to|before|near|opposite|in front of|at the feet of|facing)\s+(him|her|them)"
    r"\s+(?!an?\b|the\b|his\b|her\b|their\b|two\b|three\b|four\b)([a-z]+)\b|"
    r"\s*(?:at|by)\s+(his|her|their)\s+(?:feet|side|heels|elbow|back)\s+([a-z]+)\b",
    re.I,
)
_FOUND_DOING = re.compile(r"\s+(?:asleep|alone|unconscious|dead|in tears|\w+ing)\b")
# Of a thing that lies somewhere: finding it, or looking at it.
_FINDS = re.compile(
    r"(?:\w+ly )?(?:find|discover|spot|notic|see|uncover|examin|inspect|stud(?=i)"
    r"|(?:point|look|star|gaz|peer|frown|nod)(?=\w* (?:at|over)\b))(?:s|es|ies|ing)?\b"
)
_RISES = re.compile(
    r"\b(?:ris|rose|emerg|climb|crawl|jump|burst|leap|step|sit|pop|clamber|slither|stagger|stumbl)[a-z]* "
    r"(?:up |slowly )?(?:out of|from(?! (?:behind|under)))(?: [\w'-]+){0,4} $"
)
_ROOFED = frozenset({"car", "house", "cart", "boat", "tent"})
_ROOF = re.compile(r"\b(?:from|on|onto|atop|across) (?:the|its) (?:roof|hood)\b(?! of\b)")
# "Carries in a turkey".
_PARTICLE = re.compile(
    r"\b((?:carr|bring|brought|wheel|drag|haul|drop|hold|pick|tak|took|lift|rais|throw|set|lay|hand|pull)[a-z]*)"
    r" (?:in|out|up|down|off|back|away|around)$"
)
_SHARES = re.compile(r"shar(?:e|es|ed|ing)(?: \w+)?")  # shares a bench with an old man
_SEEN_BY = re.compile(
    r"(?:is |are |was |were )?(?:watched|seen|observed|filmed|photographed|admired|stared at|spotted) by\b"
)
_STRIKES = re.compile(r"(?:punch|knock|kick|push|shov|throw|beat|strik|slam|hurl|fling|tackl|wrestl|shoot)[a-z]*\b")
_MOVES = re.compile(
    r"(?:collaps|fall|run|rush|jump|leap|sink|fly|flies|throw|fling|melt|stumbl|dash|tumbl)[a-z]*\b.*\bin(?:to)?\b"
)
_FASTENS = re.compile(r"(?:chain|tie|handcuff|cuff|shackle|strap|lash|bind|lock)(?:s|d|ed)?\b")
_DETERMINERS = set(
    "a an the his her their its another one some both all only "
    "suddenly this now then meanwhile finally very rather".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence, from `start` to `end` in the prompt, with the nouns in it."""

    start: int
    end: int
    hits: tuple[Hit, ...]

    def after(self, at: int) -> Clause:
        """What is left of it behind a place in the prompt."""
        return Clause(at, self.end, tuple(h for h in self.hits if h.start >= at))

    @property
    def first(self) -> Hit | None:
        return self.hits[0] if self.hits else None


class EnglishTelling(Telling):
    """An English sentence under way."""

    posed = ""  # "Seated across a chessboard, ..."
    where: Hit | None = None  # "At a small table, ..."
    brings: Hit | None = None  # "With a crowbar in each hand, ..."
    upon = False  # whether on that, not by it
    waits = False  # whether the subject still waits for what it does: "Anna and ..."

    def read(self, begin: int, end: int) -> None:
        """Find what is told between these characters of the prompt."""
        self.begin = begin
        self.behind: list[Opening] = []  # who is by whom, unless there is more to tell of where he is
        for a, b in self._pieces(begin, end):
            clause = Clause(a, b, tuple(h for h in self.hits if a <= h.start < b and h.sense is not None))
            self._clause(self._of_the_owned(clause))
        self.found += self.behind

    def _clause(self, clause: Clause) -> None:
        if not self.prompt[clause.start : clause.end].strip():
            return
        self._aside(clause)
        self._relative(clause)
        if self._one_of_them(clause) or self._pronoun_does(clause) or self._posed_first(clause):
            return
        clause = self._behind_him(clause)
        if _SOMETHING.match(self.prompt, clause.start, clause.end):
            self.subject, self.waits = [], False
        elif not (self._around_him(clause) or self._inverted(clause)):
            self._plain(clause)

    def _aside(self, clause: Clause) -> None:
        """ "Their boss, Mr. Han, asleep on the table": it is said of him."""
        if _AS_HE_IS.match(self.prompt, clause.start, clause.end) and self.prompt[: clause.start].endswith(","):
            last = [h for h in self.hits if h.end == clause.start - 1 and is_alive(h)]
            self.subject = last or self.subject

    def _of_the_owned(self, clause: Clause) -> Clause:
        """Rosa's dog: it is about the dog."""
        while len(clause.hits) > 1 and _owns(clause.hits):
            owner = clause.hits[0]
            begins = _is_nominal(self.prompt[clause.start : owner.start], owner)
            clause = Clause(owner.end if begins else clause.start, clause.end, clause.hits[1:])
        return clause

    def _relative(self, clause: Clause) -> None:
        """Whom "who", "which" or "that" before the clause means."""
        if relative := re.search(r"\b(which|that|who)\s*$", self.prompt[self.begin : clause.start]):
            before = [h for h in self.hits if h.end <= clause.start and (relative[1] != "who" or is_alive(h))]
            self.subject = before[-1:]

    def _one_of_them(self, clause: Clause) -> bool:
        if (one := _ONE.match(self.prompt, clause.start, clause.end)) is None:
            return False
        clause = clause.after(one.end())
        if clause.first is not None and _is_nominal(self.prompt[clause.start : clause.first.start], clause.first):
            self.subject = [clause.first]
            clause = clause.after(clause.first.end)
        self._does(clause)
        self.found[-1:] = [replace(opening, one=True) for opening in self.found[-1:]]
        return True

    def _pronoun_does(self, clause: Clause) -> bool:
        if (he := _HE.match(self.prompt, clause.start, clause.end)) is None:
            return False
        self.subject = self._who(he[1].lower(), he.end()) or self.subject
        self.waits = False
        self._does(clause.after(he.end()))
        return True

    def _posed_first(self, clause: Clause) -> bool:
        """ "Seated across a chessboard, ...": of whom, is said later."""
        posed = _POSED.match(self.prompt, clause.start, clause.end)
        if posed is None or clause.start != self.begin:
            return False
        self.posed = next(verb for verb, pattern in POSTURES if pattern.search(posed[0].lower()))
        return True

    def _behind_him(self, clause: Clause) -> Clause:
        """ "behind him his terrified altar boy clutches ...": the clause without where he is."""
        if not clause.hits or (by_him := _BY_HIM.match(self.prompt, clause.start, clause.end)) is None:
            return clause
        if (meant := self.meant(by_him[1].lower(), clause.start)) is not None:
            self.behind.append(Opening((clause.hits[0].start,), "stop", meant.start, beside=True))
        return clause.after(by_him.end())

    def _around_him(self, clause: Clause) -> bool:
        """ "Around her sit four children"."""
        first = clause.first
        if first is None or (there := _AROUND_HIM.match(self.prompt, clause.start, first.start)) is None:
            return False
        pronoun, verb = there[1] or there[3], there[2] or there[4]
        meant = self.meant({"his": "him", "their": "them"}.get(pronoun.lower(), pronoun.lower()), clause.start)
        self.subject, self.waits = [first], False
        self.tell(f"{verb} by someone", meant)
        return True

    def _inverted(self, clause: Clause) -> bool:
        """ "Behind the desk sits an old librarian"."""
        if not clause.hits or not _PREPOSITION.match(self._lead(clause)):
            return False
        for before, hit in pairwise(clause.hits):
            gap = self.prompt[before.end : hit.start]
            verb = re.sub(r"\s+", " ", _LITTLE.sub(" ", gap)).strip()
            if is_alive(hit) and re.fullmatch(r"\w+s?(?: \w+){0,2}", verb):
                self.subject, self.waits = [hit], False
                self.tell(verb.split()[0] + " by something", before)
                return True
        return False

    def _lead(self, clause: Clause) -> str:
        """What goes before the first noun, but for when it is: "At three in the morning an exhausted nurse ..."."""
        if clause.first is None:
            return self.prompt[clause.start : clause.end]
        lead = self.prompt[clause.start : clause.first.start]
        told = _NEW_PHRASE.search(lead) if _PREPOSITION.match(lead) else None
        return lead[told.end(1) :] if told and told[1].lower() not in _GOVERNING else lead

    def _plain(self, clause: Clause) -> None:
        """Somebody, or whoever the text is about, does something."""
        first, lead = clause.first, self._lead(clause)
        other = _OTHER_SUBJECT.match(self.prompt, clause.start, clause.end)
        if other and self.subject and not self.waits and (first is None or first.start >= other.end()):
            return  # "and a storm rattles the windows": it is about nobody
        named = first is not None and _is_nominal(lead, first)
        if first is not None and not named and _PREPOSITION.match(lead):
            if self._trails(clause):
                holds = re.match(r"\s*with\b", lead)
                self.tell("holds something" if holds else _LITTLE.sub(" ", lead).strip() + _mask(first), first)
                return
            self.brings = first if re.match(r"\s*with\b", lead.lower()) and not is_alive(first) else self.brings
            placed = re.match(r"\s*(?:(at|by|near|beside|behind|under)|on|in)\b", lead.lower())
            self.where, self.upon = (first if placed else None), bool(placed and not placed[1])
            if len(clause.hits) < 2 or not is_alive(clause.hits[1]):
                self.where = None if self.upon else self.where
                return
            clause = clause.after(first.end)  # "On the sofa Nia hides ..."
            first = clause.first
            named = first is not None and _is_nominal(self.prompt[clause.start : first.start], first)
        if named and first is not None:
            clause = self._about(first, clause)
        while (
            clause.first is not None
            and _PREPOSITION.match(self.prompt[clause.start : clause.end])
            and self._goes_on(clause.first.end, clause.end)
        ):
            clause = clause.after(clause.first.end)  # "a stranger with an umbrella sits down"
        clause = clause.after(self._past_place(clause))
        predicate = self.prompt[clause.start : clause.end].strip()
        if not predicate or _PREPOSITION.match(predicate):
            self.waits = first is not None and not predicate
            return
        self.waits = False
        self._does(clause)

    def _goes_on(self, at: int, end: int) -> bool:
        """Whether a verb that agrees with the subject follows."""
        word = WORD.match(self.prompt, at + 1, end)
        together = len(self.subject) > 1 and word is not None and word.group() in base_forms()
        return together or _GOES_ON.match(self.prompt, at, end) is not None

    def _trails(self, clause: Clause) -> bool:
        """Whether a clause only adds where they are who have done something: "watches, terrified, from behind a
        barrel"."""
        told = bool(self.subject) and self.subject[0].start >= self.begin and not self.waits
        apart = self.prompt[: clause.start].rstrip().endswith(",")
        return told and apart and len(clause.hits) == 1 and not self.prompt[clause.hits[0].end : clause.end].strip()

    def _past_place(self, clause: Clause) -> int:
        """Where the verb begins behind words of place that hold no noun we know: "on his shoulder eats a banana"."""
        words = list(WORD.finditer(self.prompt, clause.start, clause.first.start if clause.first else clause.end))
        if not _PREPOSITION.match(self.prompt[clause.start : clause.end]):
            return clause.start
        verbs = (w.start() for w in words[2:5] if w.group() in third_persons() or w.group() in ("is", "are", "was"))
        return next(verbs, clause.start)

    def _about(self, first: Hit, clause: Clause) -> Clause:
        """Make the first noun the subject, or one of them; what the clause goes on to say."""
        self.subject = [*self.subject, first] if self.waits else [first]
        if self.posed:
            self.found.append(Opening((first.start,), self.posed))
            self.posed = self.posed if re.match(r",? and ", self.prompt[first.end :]) else ""
        if self.brings is not None and is_alive(first):
            self.found.append(Opening((first.start,), "take", self.brings.start, each=True))
            self.brings = None
        if self.where is not None and is_alive(first):
            where = Opening((first.start,), "stop", self.where.start, upon=self.upon, beside=not self.upon)
            self.found.append(where)
            self.where, self.upon = None, False
        said = self.prompt[first.end : clause.end]
        covered = _COVERED.match(said)
        clause = clause.after(first.end + (covered.end() if covered else described_length(said)))
        while clause.first and _OF.fullmatch(self.prompt[clause.start : clause.first.start]):
            clause = clause.after(clause.first.end)  # the ghost of her husband
        return clause

    def _pieces(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        at = begin
        for mark in _BREAK.finditer(self.prompt, begin, end):
            if any(h.start <= mark.start() < h.end + described_length(self.prompt[h.end :]) for h in self.hits):
                continue
            yield at, mark.start()
            at = mark.end()
        yield at, end

    def _does(self, clause: Clause) -> None:
        """What the subject does, with the first object, and what comes with it."""
        if begun := _BEGINS_TO.match(self.prompt, clause.start, clause.end):
            clause = clause.after(begun.end())
        objects = clause.hits
        while len(objects) > 1 and _owns(objects):
            objects = objects[1:]  # the ship's robot
        self._done_to_a_part(clause)
        self._on_its_roof(clause)
        self._rises_from(clause)
        if self._done_to_a_pronoun(clause, objects) or self._done_to_it(clause, objects):
            return
        several = len(self.subject) > 1 or any(h.count > 1 for h in self.subject)
        if several and _MUTUALLY.search(self.prompt, clause.start, clause.end):
            self.found.append(Opening(tuple(h.start for h in self.subject), "face"))
        there = [h for k, h in enumerate(objects) if k == 0 or not _owns(objects[k:])]  # beneath the abbot's chair
        other, following = (*there[:2], None, None)[:2]
        verb = self.prompt[clause.start : _begins(other) if other is not None else clause.end]
        seen = other is not None and is_alive(other) and self.prompt[other.end :].split(" ")[1:2]
        alone = len(self.subject) == 1 and self.subject[0].count == 1 and not (seen and seen[0] in base_forms())
        if alone and other and following and _WITH.search(self.prompt[other.end : following.start]):
            self.tell("holds something", following)
        if other is not None and following is None:
            self._felt(feeling_in(self.prompt[other.end : clause.end]))
        by_means = _BY_MEANS.search(verb) if other is not None and not is_alive(other) else None
        if by_means and (handled_by(other) or by_means[1] == "with"):
            self.tell(verb[: by_means.start()].strip(), None)
            self.tell("holds something", other)
            return
        if other is not None and following is not None and self._finds_there(verb, other, following):
            upon = re.match(r"\s+on\b", self.prompt[other.end : following.start]) is not None
            self.found.append(Opening((other.start,), "stop", following.start, upon=upon, beside=not upon))
            self.found.append(Opening(tuple(h.start for h in self.subject), "stop", following.start, beside=True))
            return
        verb = _LITTLE.sub(" ", re.sub(r"\b[\w-]+['’]s\b", " ", verb))
        verb = re.sub(r"\s+", " ", verb).strip()
        if other is not None and _SHARES.fullmatch(verb) and is_seat(other):
            with_whom = [h for h in objects[1:2] if is_alive(h)]
            starts = tuple(h.start for h in (*self.subject, *with_whom))
            self.found.append(Opening(starts, "sit", other.start, upon=True))
            return
        if other is not None and self._teaches(verb, other, clause.after(other.end)):
            return
        if other is not None and is_person(other) and INTO_ARMS.match(self.prompt, other.end) and _MOVES.match(verb):
            self.tell("hugs someone", other)
            return
        self._watches_from(verb, other)
        self.tell(_PARTICLE.sub(r"\1", verb) + _mask(other), other)
        if other is not None and is_person(other) and _STRIKES.match(verb) and FELLED.match(self.prompt, other.end):
            self.found.append(Opening((other.start,), "lie", grounded=True))
        if other is not None:
            self._toward_a_pronoun(other, clause.end)
        if other is not None and following is not None and not PERCEIVED.search(verb):
            self._stands_by(following, self.prompt[other.end : following.start], verb)
        for thing, owner in pairwise(objects):
            if handled_by(thing) and is_alive(owner) and _OF.fullmatch(self.prompt[thing.end : owner.start]):
                self.found.append(Opening(tuple(h.start for h in self.subject), "stop", owner.start, beside=True))
        if other is not None and is_alive(other):
            self._found_doing(other, clause.after(other.end), seen=PERCEIVED.search(verb) is not None)
            if following is not None and _FASTENS.match(verb) and not is_alive(following):
                self.found.append(Opening((other.start,), "stop", following.start, beside=True))  # to a barrel
            if following is not None and _HANDS.match(verb):
                self._hands_over(following, self.prompt[other.end : following.start])
        elif other is not None and following is not None and is_alive(following):
            self._to_somebody(self.prompt[other.end : following.start], following)

    def _teaches(self, verb: str, other: Hit, rest: Clause) -> bool:
        """ "teaches the boy to play chess": both do it."""
        learnt = _TO_DO.match(self.prompt, rest.start, rest.end)
        if learnt is None or not is_alive(other) or not _TEACHES.match(verb) or not begins_pursuit(learnt[1]):
            return False
        subject, self.subject = self.subject, [*self.subject, other]
        self._does(rest.after(learnt.start(1)))
        self.subject = subject
        return True

    def _finds_there(self, verb: str, thing: Hit, place: Hit) -> bool:
        """ "discovers a manuscript beneath the chair": it stays there, and the finder is by it."""
        gap = self.prompt[thing.end : place.start]
        found = _FINDS.match(verb.strip()) and not is_alive(thing) and not is_alive(place)
        return bool(found and re.match(r"\s+(?:in|on|under|beneath|behind|inside|beside|near|among)\b", gap))

    def _done_to_a_pronoun(self, clause: Clause, objects: Sequence[Hit]) -> bool:
        """ "kneels before her with a letter"."""
        other = objects[0] if objects else None
        pronoun = _PRONOUN.search(self.prompt, clause.start)
        if pronoun is None or pronoun.end() > (other.start if other else clause.end):
            return False
        verb = self.prompt[clause.start : pronoun.start()].strip()
        meant = self.meant(pronoun[1], pronoun.start())
        self.tell(f"{verb}{_mask(meant) or ' someone'}", meant)
        rest = self.prompt[pronoun.end() : other.start if other else clause.end]
        self._felt(feeling_in(rest))
        if other is not None and _FASTENS.match(verb) and re.search(r"\bto\b", rest):
            self.found.append(Opening(tuple(h.start for h in self.subject), "stop", other.start, beside=True))
        elif other is not None and re.search(r"\bwith\b", rest):
            self.tell("holds something", other)
        elif other is not None and _is_nominal(rest, other) and not is_alive(other):
            self.tell(f"{verb} something", other)  # hands him a letter
        elif other is not None:
            self._stands_by(other, rest)
        return True

    def _done_to_a_part(self, clause: Clause) -> None:
        """ "Holds her hand", of somebody else than who does it."""
        end = clause.first.start if clause.first is not None else clause.end
        part = _PART_OF_HIM.search(self.prompt, clause.start, end)
        own = {told_gender(h) for h in self.subject if h.sense is not None and h.sense.kind == "person"}
        if part is None or not self.subject or own & {"", {"his": "m", "her": "f"}.get(part[1], "")}:
            return
        if (meant := self.meant({"his": "him", "their": "them"}.get(part[1], "her"), clause.start)) is not None:
            self.found.append(Opening(tuple(h.start for h in self.subject), "face", meant.start, beside=True))

    def _done_to_it(self, clause: Clause, objects: Sequence[Hit]) -> bool:
        """ "is chased by a dog": the dog is by him."""
        predicate = self.prompt[clause.start : clause.end].strip().lower()
        if not objects or not re.match(r"(?:is |are |was |were )?\w+ed by\b", predicate):
            return False
        verb = "face" if _SEEN_BY.match(predicate) else "stop"
        self.found.append(Opening((objects[0].start,), verb, self.subject[0].start if self.subject else None))
        return True

    def _rises_from(self, clause: Clause) -> None:
        """ "Climbs out of its coffin": at the first moment it is there."""
        thing = clause.first
        if thing is None or is_alive(thing) or thing.sense is None or handled_by(thing) or not self.subject:
            return
        if _RISES.search(self.prompt, clause.start, thing.start):
            self.found.append(Opening(tuple(h.start for h in self.subject), "stop", thing.start, beside=True))

    def _on_its_roof(self, clause: Clause) -> None:
        """ "A goat watches from the roof": of the bus that has been spoken of."""
        built = [h for h in self.everybody if h.end <= clause.start and h.sense and h.sense.archetype in _ROOFED]
        if built and self.subject and _ROOF.search(self.prompt, clause.start, clause.end):
            self.found.append(Opening(tuple(h.start for h in self.subject), "climb", built[-1].start, upon=True))

    def _felt(self, feeling: str | None) -> None:
        if feeling is not None:
            self.found.append(Opening(tuple(h.start for h in self.subject), "", feeling=feeling))

    def _stands_by(self, thing: Hit, gap: str, verb: str = "") -> None:
        """ "watches him from a bench", "play cards on a crate": where the subject is, behind what it does."""
        if is_alive(thing) or thing.sense is None:
            return
        if _ON.fullmatch(gap) and _DONE_SEATED.match(verb.strip()):
            seat = "seat" in CATALOG[thing.sense.archetype].traits
            if not seat:  # whether they stand there or sit around it, nobody says
                self.found.append(Opening(tuple(h.start for h in self.subject), "stop", thing.start, beside=True))
                return
            self.tell("sits on something", thing)
        elif _FROM.fullmatch(gap):
            traits = CATALOG[thing.sense.archetype].traits
            if "surface" in traits and "from" in gap and not any(is_alive(h) for h in self.subject):
                self.found.append(Opening(tuple(h.start for h in self.subject), "stop", thing.start, upon=True))
                return  # a doll watches her from the shelf
            seat = "seat" in traits
            upon = seat and re.search(r"\bfrom (?!behind|beneath|under|beside|near|between)", gap) is not None
            self.tell("sits on something" if upon else "stands by something", thing)

    def _toward_a_pronoun(self, thing: Hit, end: int) -> None:
        """ "Aims a pistol at her": whom it is about faces her."""
        if is_alive(thing) or (toward := _AT_HIM.match(self.prompt, thing.end, end)) is None:
            return
        if (meant := self.meant(toward[1], thing.start)) is not None:
            self.found.append(Opening(tuple(h.start for h in self.subject), "face", meant.start))

    def _watches_from(self, verb: str, thing: Hit | None) -> None:
        """ "her cat watches from the piano": what is small is upon it, and people sit at a desk."""
        small = all(h.sense and h.sense.kind != "person" for h in self.subject)
        watches = re.fullmatch(r"(?:watch|look|star|peer|glar)\w* (?:\w+ )?from", verb)
        if thing is not None and thing.sense and watches and not small and _rested_on(thing):
            self.tell("sits on something" if _rested_on(thing) == "on" else "sits at something", thing)
        elif thing is not None and thing.sense and small and watches:
            upon = "surface" in CATALOG[thing.sense.archetype].traits
            self.found.append(Opening(tuple(h.start for h in self.subject), "stop", thing.start, upon=upon))

    def _to_somebody(self, gap: str, somebody: Hit) -> None:
        """ "holds a pistol to the navigator's head", "gives the letter to Anna": they are together."""
        if _FROM.match(gap) and re.search(r"\bfrom\b", gap) and self.found and self.found[-1].verb == "hide":
            self._felt("afraid")  # hides behind a rock from a shark
            return
        if _TO.match(gap):
            self.found.append(Opening(tuple(h.start for h in self.subject), "face", somebody.start, beside=True))

    def _hands_over(self, thing: Hit, gap: str) -> None:
        """ "hands a sailor a cup"."""
        if not is_alive(thing) and _is_nominal(gap, thing):
            self.tell("holds something", thing)

    def _found_doing(self, other: Hit, rest: Clause, *, seen: bool) -> None:
        """ "finds Lily asleep at her desk", "watches a figure dig with a shovel"; `seen` if he is only perceived."""
        words = self.prompt[rest.start : rest.end]
        first = re.match(r" ([a-z]{3,})(?<!s) ", words)
        acts = seen and first is not None and first[1] not in STOP_WORDS | _GOVERNING
        if acts or _FOUND_DOING.match(words) or words.strip().split(" ")[0] in base_forms():
            subject, self.subject = self.subject, [other]
            self._does(rest)
            self.subject = subject

    def _who(self, pronoun: str, before: int) -> list[Hit]:
        """Whom a pronoun that does something means."""
        if pronoun in ("they", "it"):
            return self.subject or [h for h in self.everybody if h.end == before]
        sex = "f" if pronoun == "she" else "m"
        told = [h for h in self.everybody if h.end <= before and (h.given or not h.possessive)]
        people = [h for h in told if h.sense is not None and h.sense.kind == "person"]
        fits = [h for h in people if told_gender(h) in ("", sex)]
        return (fits and [h for h in fits if h in self.subject]) or fits[-1:]


def _begins(hit: Hit) -> int:
    """Where a noun begins with the words that describe it: "past a sleeping watchman"."""
    start = hit.start - len(" ".join(hit.before)) - 1
    return max(start, 0) if hit.before else hit.start


def _owns(hits: Sequence[Hit]) -> bool:
    """Whether the first noun only says whose the second is."""
    return len(hits) > 1 and hits[0].possessive and hits[1].start - hits[0].end < 20


def _rested_on(thing: Hit) -> str:
    """How one is at a thing from which one looks on: "on" a horse, "at" a desk, or ""."""
    archetype = CATALOG[thing.sense.archetype] if thing.sense else None
    if archetype is None or archetype.name in ("desk", "table"):
        return "at" if archetype else ""
    return "on" if can_be_ridden(archetype) or {"seat"} <= archetype.traits else ""


def _mask(other: Hit | None) -> str:
    if other is None or other.sense is None:
        return ""
    return " something" if other.sense.kind == "prop" else " someone"


def _is_a_trade(word: str) -> bool:
    """Whether a word that we do not know may tell what somebody is who is named right behind it."""
    verb = word in third_persons() | base_forms() or word.endswith(("ing", "s", "ed", "ly"))
    return not (verb or word in STOP_WORDS or word in _DETERMINERS or _PREPOSITION.match(word))


def _is_nominal(lead: str, first: Hit) -> bool:
    """Whether only words that count and describe go before the noun, so that the clause is about it."""
    words = [w for w in re.findall(r"[A-Za-z'-]+", lead.lower()) if not w.endswith("'s")]
    described = set(first.before)
    known = described | _DETERMINERS
    if first.given and words and _is_a_trade(words[-1]):
        words = words[:-1]  # salaryman Kenji
    return all(
        w in known or w in NUMBERS or w in ADJECTIVES or "-" in w
        or (w.endswith(("ed", "y", "ful", "old")) and w not in STOP_WORDS)
        for w in words
    )
