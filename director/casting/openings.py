"""What is already going on when a world begins: clause by clause, who does or feels what, and to whom.

"Two brothers argue", "a messenger kneels before her with a letter", 女儿捂着鼻子笑. Deeds and feelings are read by
meaning, with the phrase reader. Knows nothing of the stage or of what can be shown of it (see `scene`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from director.casting.attire import described_length
from director.casting.hits import HAN, Hit
from director.lexicon.feelings import PHRASES, feelings
from director.lexicon.words import ADJECTIVES, CLASSIFIERS, NUMBERS, STOP_WORDS
from model.catalog import CATALOG
from model.reader import load_reader
from model.text import TextEncoder

_CLEAR = 0.35  # probability from which a phrase is taken for a deed
_FELT = 0.72  # and from which it tells a feeling


@dataclass(frozen=True, slots=True)
class Opening:
    """`starts` are where the nouns of those who do it begin in the text, `other` that of whom or what it is done to;
    `verb` is a label of the phrase reader ("" when only a feeling is told), `upon` whether it is done on or in it,
    `beside` whether by it; `one` whether by only one of them, `each` whether by each with a thing of his own."""

    starts: tuple[int, ...]
    verb: str
    other: int | None = None
    feeling: str | None = None
    upon: bool = False
    beside: bool = False
    one: bool = False
    each: bool = False


_UPON = re.compile(
    r"\b(?:on|onto|upon|atop|in|into|inside)\b(?: [\w-]+){0,3} some(?:thing|one)\b|某[物人](?:上|里|中|$)"
)
_BY = re.compile(
    r"\b(?:by|beside|near|at|against|behind|under|beneath|around|between|next to|in front of|opposite|before|through)\b"
    r"(?: [\w-]+){0,3} some(?:thing|one)\b"
    r"|\b(?:watch|sell|star|peer|peek|look|glar|speak|shout|call|preach|serv|hang|dangl|spy|grin|smil|wav)[a-z]*\b"
    r".* from(?: [\w-]+){0,3} something\b"
    r"|[在靠倚守围挨].{0,2}某[物人](?:旁|边|前|后|下|面|身|门)|[给为帮替陪]某人"
)
# Postures that a phrase names; the rest of it may be read for another deed.
_POSTURES = (
    ("kneel", re.compile(r"\b(?:kneels?|kneeling|crouch\w*|squats?|squatting)\b|跪|蹲")),
    ("sleep", re.compile(r"\b(?:asleep|sleeps?|sleeping|unconscious)\b|睡|昏迷")),
    ("lie", re.compile(r"\b(?:lies down|lying)\b|躺|趴在")),
    ("sit", re.compile(r"\b(?:sits?|sitting|seated|perched)\b|坐")),
)


def find_openings(prompt: str, hits: Sequence[Hit], text: TextEncoder) -> list[Opening]:
    """All of them, in the order of the text. `hits` are the nouns of the prompt, each being's names joined."""
    found: list[Opening] = []
    subject: list[Hit] = []
    for begin, end in sentences(prompt):
        inside = [h for h in hits if begin <= h.start < end]
        clauses = _Clauses(prompt, hits, inside, found, text)
        clauses.subject = subject
        clauses.in_passing()
        if HAN.search(prompt[begin:end]):
            clauses.chinese(begin, end)
        else:
            clauses.english(begin, end)
        subject = clauses.subject
    return found


def sentences(prompt: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end."""
    begin = 0
    for match in re.finditer(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)\.(?!\d)|[!?;。！？；\n]+|$", prompt):
        if match.start() > begin:
            yield begin, match.start()
        begin = match.end()


_BREAK = re.compile(
    r"[,:()—–]+|\b(?:and|but|while|as|when|then|who|which|that|yet|because|until|till|though|although|whereas)\b"
)
_LITTLE = re.compile(r"\b(?:a|an|the|his|her|their|its|two|three|four|five|of|all|both|each|other)\b")
_ADVERB = re.compile(r"^(?:is|are|was|were|has|have|just|now|still|already|being|been|\w+ly)\b\s*")
_PREPOSITION = re.compile(
    r"^\s*(?:in|on|at|by|near|behind|beside|beneath|under|above|below|next to|in front of|between|among|around|inside"
    r"|outside|across|opposite|over|against|with|without|from|of|for|into|to|toward|towards|during|after|before|late|once)\b",
    re.I,
)
_PRONOUN = re.compile(
    r"\b(him|her|them|it|himself|herself|each other|one another)\b(?!\s+(?!with\b|by\b|in\b|on\b|at\b|and\b)[a-z])"
)
# "repairs something": what is done to a thing brings one to it, unless it is only seen or wished for.
_DIRECT = re.compile(
    r"^(?!.*\b(?:in|on|at|to|for|from|of|about|into|over|like|than|with|as)\b)[\w -]+ something$"
    r"|^[^a-zA-Z在从向往对给跟]{1,6}某物$"
)
_WITH_IT_IN_HAND = (
    "",
    "examine",
    "push",
    "light",
    "talk",
    "knock",
    "shield",
    "attack",
    "close",
    "wave",
    "point",
    "bow",
    "none",
    "topple",
    "strike_down",
)
_PERCEIVED = re.compile(
    r"\b(?:sees?|saw|watch\w*|finds?|found|wants?|eyes|looks?|search\w*|los[et]s?|miss\w*|discover\w*|notices?|needs?|dreams?|hears?"
    r"|knows?|remembers?|leaves?|awaits?|fears?|hates?|loves?|seeks?|asks?)\b|[看见发现找听等想要爱怕忘丢失]"
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
_FEMALE, _MALE = {"her", "herself"}, {"him", "himself"}


class _Clauses:
    """One sentence under way."""

    def __init__(
        self, prompt: str, everybody: Sequence[Hit], hits: Sequence[Hit], found: list[Opening], text: TextEncoder
    ) -> None:
        self.prompt, self.everybody, self.hits, self.found, self.text = prompt, everybody, hits, found, text
        self.subject: list[Hit] = []
        self.posed = ""  # "Seated across a chessboard, ..."
        self.where: Hit | None = None  # "At a small table, ..."

    def in_passing(self) -> None:
        """What describing words tell: "a sleeping dog", 熟睡的皇帝, her son's hospital bed."""
        for hit, following in zip_longest(self.hits, self.hits[1:]):
            told = " ".join(hit.before)[-12:] if hit.before else ""
            for verb, pattern in _POSTURES:
                if hit.sense and hit.sense.kind != "prop" and pattern.search(told):
                    self.found.append(Opening((hit.start,), verb))
            bed = following.sense.archetype if following and following.sense else ""
            if hit.possessive and following and bed in ("bed", "wheelchair") and following.start - hit.end < 20:
                self.found.append(Opening((hit.start,), "lie" if bed == "bed" else "sit", following.start, upon=True))

    # English

    def english(self, begin: int, end: int) -> None:
        fresh = False  # whether the subject still waits for what it does
        behind: list[Opening] = []  # who is by whom, unless there is more to tell of where he is
        for a, b in self._pieces(begin, end):
            inside = [h for h in self.hits if a <= h.start < b and h.sense is not None]
            while len(inside) > 1 and inside[0].possessive and inside[1].start - inside[0].end < 20:
                a, inside = inside[0].end, inside[1:]  # Rosa's dog: it is about the dog
            if relative := re.search(r"\b(which|that|who)\s*$", self.prompt[begin:a]):
                before = [h for h in self.hits if h.end <= a and (relative[1] != "who" or _is_alive(h))]
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
                self.posed = next(verb for verb, pattern in _POSTURES if pattern.search(posed[0].lower()))
                continue
            if (by_him := _BY_HIM.match(self.prompt, a, b)) and inside:
                # "behind him his terrified altar boy clutches ..."
                meant = self._meant({"his": "him", "their": "them"}.get(by_him[1].lower(), by_him[1].lower()), a)
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
                meant = self._meant({"his": "him", "their": "them"}.get(pronoun.lower(), pronoun.lower()), a)
                self.subject, fresh = [first], False
                self._tell(f"{verb} by someone", meant)
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
                self._tell(verb.split()[0] + " by something", inside[k - 1])
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
            meant = self._meant(pronoun.group(1), start)
            self._tell(f"{verb.strip()} someone", meant)
            if told := feeling_in(self.prompt[pronoun.end() : other.start if other else end]):
                self.found.append(Opening(tuple(h.start for h in self.subject), "", feeling=told))
            if other is not None and re.search(r"\bwith\b", self.prompt[pronoun.end() : other.start]):
                self._tell("holds something", other)
            return
        verb = self.prompt[start : other.start] if other is not None else self.prompt[start:end]
        if passive and other is not None:
            self.found.append(Opening((other.start,), "stop", self.subject[0].start if self.subject else None))
            return
        alone = len(self.subject) == 1 and self.subject[0].count == 1
        if alone and other is not None and len(objects) > 1 and _WITH.search(self.prompt[other.end : objects[1].start]):
            self._tell("holds something", objects[1])
        if other is not None and (told := feeling_in(self.prompt[other.end : end])) and len(objects) == 1:
            self.found.append(Opening(tuple(h.start for h in self.subject), "", feeling=told))
        thing = other is not None and other.sense is not None and other.sense.kind == "prop"
        if thing and re.search(r"\bwith (?:\w+ ){0,3}$", verb):
            self._tell(re.split(r"\bwith\b", verb)[0].strip(), None)
            self._tell("holds something", other)
            return
        verb = re.sub(r"\b[\w-]+['’]s\b", " ", verb)
        self._tell(re.sub(r"\s+", " ", _LITTLE.sub(" ", verb)).strip() + self._mask(other), other)
        if len(objects) > 1 and other is not None and not _PERCEIVED.search(verb):
            gap = self.prompt[other.end : objects[1].start]
            furniture = objects[1].sense is not None and objects[1].sense.kind == "prop"
            if furniture and _FROM.fullmatch(gap):
                seat = objects[1].sense is not None and "seat" in CATALOG[objects[1].sense.archetype].traits
                self._tell("sits on something" if seat and "from" in gap else "stands by something", objects[1])
        if other is not None and other.sense and other.sense.kind != "prop":
            following = objects[1] if len(objects) > 1 else None
            rest = self.prompt[other.end : following.start if following else end]
            if _FOUND_DOING.match(rest):  # "finds Lily asleep at her desk"
                subject, self.subject = self.subject, [other]
                self._tell(_LITTLE.sub(" ", rest).strip() + self._mask(following), following)
                self.subject = subject

    def _who(self, pronoun: str, before: int) -> list[Hit]:
        """Whom a pronoun that does something means."""
        if pronoun in ("they", "it"):
            return self.subject
        sex = "f" if pronoun == "she" else "m"
        told = [h for h in self.everybody if h.end <= before and (h.given or not h.possessive)]
        people = [h for h in told if h.sense is not None and h.sense.kind == "person"]
        return [h for h in people if h.sense and h.sense.role and h.sense.role.gender in ("", sex)][-1:]

    def _meant(self, pronoun: str, before: int) -> Hit | None:
        """Whom the pronoun means: the last who is not the subject and may be."""
        sex = "f" if pronoun in _FEMALE | {"她"} else "m" if pronoun in _MALE | {"他"} else ""
        for hit in reversed([h for h in self.everybody if h.end <= before and h.sense and h.sense.kind != "prop"]):
            role = hit.sense.role if hit.sense else None
            if hit not in self.subject and (not sex or role is None or role.gender in ("", sex)):
                return hit
        return None

    def _mask(self, other: Hit | None) -> str:
        if other is None or other.sense is None:
            return ""
        return " something" if other.sense.kind == "prop" else " someone"

    # Chinese

    def chinese(self, begin: int, end: int) -> None:
        for match in re.finditer(r"[^，,：:]+", self.prompt[begin:end]):
            self._chinese_piece(begin + match.start(), begin + match.end())

    def _chinese_piece(self, a: int, b: int) -> None:
        inside = [h for h in self.hits if a <= h.start < b and h.sense is not None]
        if inside and not _is_alive(inside[0]) and _ZH_LEFT_THERE.match(self.prompt, a, b):
            if self.subject:  # 旁边放着一封信: it is by whom the text is about
                self.found.append(Opening((inside[0].start,), "stop", self.subject[0].start, beside=True))
            return
        k = 0
        while k < len(inside) and inside[k].sense.kind == "prop":  # type: ignore[union-attr]
            k += 1
        if inside and k == len(inside) and _ZH_LIES_THERE.match(self.prompt[inside[0].end : b]):
            return  # 桌上放着钥匙: nobody does it
        while (
            k + 1 < len(inside)
            and self.prompt[inside[k].end : inside[k + 1].start] == "的"
            and _is_alive(inside[k + 1])
        ):
            k += 1  # 男孩的父亲: it is about the father
        lead = _unmodified(_ZH_RELATIVE.sub("", self.prompt[a : inside[k].start])) if k < len(inside) else ""
        lead = "" if 0 < k < len(inside) and self.prompt[inside[k - 1].end : inside[k].start] == "的" else lead
        existing = _ZH_THERE_IS.search(lead)
        if k < len(inside) and (existing or not _ZH_DONE_TO.search(lead)):
            self.subject = [inside[k]]
            while k + 1 < len(inside) and re.fullmatch(_ZH_AND, self.prompt[inside[k].end : inside[k + 1].start]):
                k += 1
                self.subject.append(inside[k])
            if existing and existing[1]:
                self._tell(f"{existing[1]}着", None)
            start, rest = inside[k].end, inside[k + 1 :]
        else:
            start, rest = a, inside
        start += described_length(self.prompt[start:b])
        rest = [h for h in rest if h.start >= start]
        for i, other in enumerate([*rest, None]):
            stop = other.start if other else b
            place = next((h for h in self.hits if h.sense is None and start < h.start and h.end + 1 == stop), None)
            if place is not None and self.prompt[place.end] == "的":
                stop = place.start  # 推开教室的门
            verb = _unmodified(self.prompt[start:stop])
            tail = ""
            if other is not None:
                limit = rest[i + 1].start if i + 1 < len(rest) else b
                tail = re.match(r"[\u3400-\u9fff]{0,4}", self.prompt[other.end : limit]).group()  # type: ignore[union-attr]
            before, each = len(self.found), re.search(r"[都各]", verb) is not None
            verb = _ZH_THEY.sub("", verb)
            if pronoun := _ZH_PRONOUN.search(verb):
                self._tell(verb[: pronoun.start()] + "某人" + verb[pronoun.end() :][:4], self._meant(pronoun[1], start))
            elif other is not None and self._chinese_holds(verb, other, b):
                starts = tuple(h.start for h in self.subject)
                self.found.append(Opening(starts, "take", other.start))
                self.found += [Opening(starts, posture) for posture, pattern in _POSTURES if pattern.search(verb)]
            elif len(verb) > (0 if other is None else 1) or verb in _ZH_HOLDS:
                mask = "" if other is None else "某物" if other.sense and other.sense.kind == "prop" else "某人"
                self._tell(verb + mask + (tail if tail[:1] in _ZH_SIDES else ""), other)
            self.found[before:] = [replace(opening, each=each) for opening in self.found[before:]]
            start = other.end if other else b

    def _chinese_holds(self, verb: str, other: Hit, end: int) -> bool:
        """Whether the words say that the thing is in a hand: 手握长剑, 看报纸, 把枪对准."""
        if not self.subject or other.sense is None or other.sense.kind != "prop":
            return False
        if re.search(r"[把将]$", verb):
            return _ZH_TAKES.match(self.prompt[other.end : end]) is not None
        return bool(_ZH_BEARS.search(verb) or (_ZH_READS.search(verb) and other.sense.archetype in _ZH_IN_HAND))

    # Both

    def _tell(self, phrase: str, other: Hit | None) -> None:
        """Note what the subject does, if it is a deed or a feeling at all."""
        phrase = _ADVERB.sub("", phrase.strip(" ,"), count=2) if phrase.isascii() else phrase
        if not phrase or not self.subject or phrase.lower() in STOP_WORDS:
            return
        starts = tuple(h.start for h in self.subject)
        reader = load_reader()
        row = reader.probabilities([phrase], self.text.encode, "verb")[0]
        verb = reader.labels("verb")[int(row.argmax())] if row.max() >= _CLEAR else ""
        verb = next((posture for posture, pattern in _POSTURES if pattern.search(phrase)), verb)
        feeling = feeling_in(phrase) or self._feeling(phrase)
        direct = bool(_DIRECT.search(phrase)) and not _PERCEIVED.search(phrase)
        meets = other is not None and (_is_alive(other) or direct)
        handled = other is not None and other.sense is not None and other.sense.kind == "creature"
        if handled and re.fullmatch(r"[a-z-]+s someone", phrase) and not _PERCEIVED.search(phrase):
            phrase += " beside someone"  # saddles, feeds, milks it
        leans = re.match(r"lean(?:s|ing|ed)?\b", phrase) is not None  # on a piano: one stands by it
        upon, beside = bool(_UPON.search(phrase)) and not leans, bool(_BY.search(phrase)) or leans
        if verb or feeling or beside or meets:
            if direct and verb in _WITH_IT_IN_HAND and other is not None and not _is_alive(other):
                verb = "take"
            self.found.append(Opening(starts, verb, other.start if other else None, feeling, upon, beside))

    def _feeling(self, phrase: str) -> str | None:
        reader = load_reader()
        row = reader.probabilities([phrase], self.text.encode, "emotion")[0]
        label = reader.labels("emotion")[int(row.argmax())]
        return label if row.max() >= _FELT and label not in ("none", "calm", "disgusted") else None


_ZH_LEFT_THERE = re.compile(
    r"(?:旁边|身边|脚边|脚下|地上|一旁|身旁|手边)(?:还|正)?(?:放|摆|搁|散落|堆|扔|掉|丢|倒)[着了]?"
)
_ZH_LIES_THERE = re.compile(r"[上里中下旁边前后外面](?:有|是|[\u3400-\u9fff]着)")
_ZH_RELATIVE = re.compile(rf"[一二两三四五六七八九十几数\d]+[{CLASSIFIERS}][^，。]*的$")
_ZH_THERE_IS = re.compile(r"(?:[上里中下旁边前后外面对侧处])(站|坐|躺|趴|蹲|跪|睡|停|立|守|飞|盘旋)?(?:有|是|着)$")
_ZH_THEY = re.compile(
    r"^(?:他们|她们|它们|两人|二人|三人|众人|他|她|它|大家|双方)?(?:手中|手里|怀里|怀中|双手|身上|嘴里)?[都也正却只]?"
)
_ZH_PRONOUN = re.compile(r"(他们|她们|他|她|它|对方|彼此)(?!的(?!头|脸|手|眼|面|身|肩|背|胸))(?:的[\u3400-\u9fff])?")
_ZH_AND = r"|(?:和|与|跟|同|及|、|以及)(?:[一二两三四五六七八九十几数\d]+[^\s，。]{1,2}?)?(?:[^\s，。]{0,6}的)?"
_ZH_DONE_TO = re.compile(r"[着了向对给把被到见住在过往朝为替求]$|(?:看|盯|等|问|追|救|杀|爱)$|有$")
_ZH_SIDES = set("上下里中旁边前后面身怀")
_ZH_HOLDS = frozenset("拿持端提抱握举捧抢撑打拎扛递擦磨拭摇抚")
# Ways of having something on oneself, and what is done to a thing that is in the hand: 腰悬长剑, 看报纸, 打电话.
_ZH_BEARS = re.compile(
    r"(?:手握|手持|手执|手提|手捧|手拿|手拎|手举|怀抱|怀揣|背负|身背|背上背|肩扛|腰悬|腰佩|腰挎|腰间别|腰间挂|腰间悬|腰别|口衔|嘴叼|拔出|抽出"
    r"|^.{0,3}[举拔持提挥握拿用舞抽执仗佩]|掏出|亮出|扬起|挥舞|挥着|攥紧|紧握|紧抱|抓着|抓起|摇着|捧起|啃着|喝着|吸着|抽着|吃着|咬着|把玩|摆弄|擦拭|擦着)了?着?$"
)
_ZH_READS = re.compile(r"(?:看|读|翻|翻看|翻阅|阅读|写|批阅|打|玩|刷|弹|拉|吹|喝|吃|啃|抽)着?了?$")
_ZH_IN_HAND = frozenset(
    "book letter phone contract guitar cup bottle wine_glass plate apple cake torch fan money".split()
)
_ZH_TAKES = re.compile(r"^(?:对准|指[着向]|举|递|抵|架|藏|紧|握|抱|捧|扛|夹|揣|塞给|交给|对着|横|高举)")
_ZH_MODIFIERS = re.compile(
    rf"(?:(?:跪|坐|躺|站|趴|蹲|倒|靠|睡)[在着][^，。]{{0,6}}的)?(?:[一二两三四五六七八九十几数\d]+[{CLASSIFIERS}]?)?(?:[^着了过在]{{1,5}}的)?$"
)


def _unmodified(text: str) -> str:
    """Without the counting and describing words at its end: 端着一杯 -> 端着."""
    return _ZH_MODIFIERS.sub("", text).strip("、和与 ")


def _is_alive(hit: Hit) -> bool:
    return hit.sense is not None and hit.sense.kind != "prop"


def _is_nominal(lead: str, first: Hit) -> bool:
    """Whether only words that count and describe go before the noun, so that the clause is about it."""
    words = [w for w in re.findall(r"[A-Za-z'-]+", lead.lower()) if not w.endswith("'s")]
    described = set(first.before)
    known = described | _DETERMINERS
    return all(
        w in known or w in NUMBERS or w in ADJECTIVES or (w.endswith(("ed", "y", "ful", "old")) and w not in STOP_WORDS)
        for w in words
    )


_DETERMINERS = set("a an the his her their its another one some both all suddenly this".split())


def feeling_in(phrase: str) -> str | None:
    """The feeling that a word of the phrase tells by itself, or two ("in shock")."""
    table = feelings()
    if phrase.isascii():
        low = phrase.lower()
        if told := next((label for words, label in PHRASES.items() if re.search(rf"\b{words}\b", low)), None):
            return told
        return next((table[w] for w in re.findall(r"[a-z-]+", phrase.lower()) if w in table), None)
    for n in (4, 3, 2, 1):
        for i in range(len(phrase) - n + 1):
            if phrase[i : i + n] in table:
                return table[phrase[i : i + n]]
    return None
