"""Who and what a direction speaks of: its nouns, names and pronouns, matched with what is on stage.

Matches by name, role, archetype and description, and where words differ by meaning ("the smith" is the blacksmith).
Knows nothing of verbs. Ids are `Entity.id`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from director.casting.english_words import base_forms
from director.casting.spotting import HAN, WORD, Hit, find_nouns
from director.casting.strangers import find_strangers
from director.lexicon.bodies import BEHIND_AND_BESIDE, MOVED, PART, TOUCHED
from director.lexicon.names import FEMALE_NAMES, MALE_NAMES
from director.lexicon.nouns import Sense, sense_of, singular
from director.lexicon.people import roles
from director.lexicon.pronouns import BETWEEN, DETERMINERS, GROUPS, IDIOMS, PRONOUNS, ROLES_OF
from director.lexicon.words import CLASSIFIERS, COLORS, NUMBERS, STOP_WORDS
from director.understanding.fitting import are_alike, has_role, is_called, is_only_such, is_such, names_of, wears
from director.understanding.nounhood import is_determined, stands_as_noun, without_deeds
from model.lexicon import vocabulary
from model.stage import Entity, Stage
from model.text import TextEncoder

_ALIKE = 0.6  # cosine from which another word is taken for the same thing
_INDEFINITE = re.compile(
    rf"(?:\b(?:an?|another|some|{'|'.join(w for w in NUMBERS if w.isascii())})\s+(?:(?!the |his |her )[\w-]+\s+){{0,3}}"
    rf"|[一两三几有][{CLASSIFIERS}](?:(?![后都把将向对给说])[\u3400-\u9fff]){{0,6}})$",
    re.I,
)
# What stands before a thing that one has about oneself: "takes out her phone", 拔出剑, 手里拿着刀.
OWN = re.compile(
    r"\b(?:takes?|took|pulls?|draws?|drew|gets?|whips?|fishes|digs?|brings?|slides?|slips?|produces?|checks?|opens?)"
    r" (?:out |forth )?(?:his|her|their) (?:[\w-]+ )?$"
    r"|\b(?:points?|aims?|levels?|swings?|fires?|brandish\w*|cocks?) (?:his|her|their) (?:[\w-]+ )?$"
    r"|\b(?:takes?|took|pulls?|draws?|drew|whips?|brings?) out the (?:[\w-]+ )?$"
    r"|(?:[掏拿取抽拔亮摸]了?出了?|(?:从[手头脖颈][上间]?)?摘下了?|[拿端捧举握提拎攥]着)$", re.I,
)  # fmt: skip
# "Brings them coffee": of what has no article, some.
SERVED = re.compile(
    r"\b(?:bring|serve|fetch|pour|hand|buy|offer|order)(?:s|es)? (?:(?:(?:the )?[\w-]+) )?"
    r"(?:(?:hot|cold|fresh|more|some) )?$", re.I
)  # fmt: skip
# What only comes from where one carries it oneself.
DRAWN = re.compile(
    r"\b(?:draws?|drew|unsheath\w*|whips? out|pulls? out|cocks?) (?:his|her|their|an?) (?:own )?(?:[\w-]+ )?$"
    r"|(?:拔|抽|掏|亮)[出起]?了?(?:自己的|腰间的|一?[把柄支])?$", re.I
)  # fmt: skip
_ZH_ADVERB = re.compile(r"地(?=[\u3400-\u9fff]{2})(?![上下面板方毯])")
WEAPONS = frozenset({"sword", "bow", "gun", "staff", "hammer"})
# Words that hold a noun of one character and are not it.
_NOT_NOUNS = frozenset(
    "马上 门而 门进 门出 门入 门离 门口 人群 有人 无人 花园 一人 灯光 手表示 手表达 手表演 手表态 手表现".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that speaks of somebody. `ids` is empty when they are not on stage (`absent`) or not known
    yet (`pronoun`); `hit` is the noun, for casting somebody new; `reading` says how it was read, if oddly."""

    start: int
    end: int
    text: str
    ids: tuple[str, ...] = ()
    pronoun: str = ""
    plural: bool = False
    absent: bool = False
    indefinite: bool = False
    denied: bool = False  # "no guard", 没有一个侍卫
    hit: Hit | None = None
    reading: str = ""


class Company:
    """The cast of a stage, ready to be recognised. Remembers who was spoken of last."""

    def __init__(self, stage: Stage, text: TextEncoder, present: Iterable[str]) -> None:
        here = set(present)
        self.entities = [e for e in stage.entities if e.id in here]
        self.by_id = {e.id: e for e in stage.entities}
        self._text = text
        self.recent: list[str] = []  # ids, newest first
        self.last_group: tuple[str, ...] = ()
        self.together: tuple[str, ...] = ()  # who acted together last: rather "they" than "he"
        self.last_named: tuple[str, ...] = ()  # whom the last clause named last

    def add(self, entity: Entity) -> None:
        """Somebody who has just come in."""
        self.entities.append(entity)
        self.by_id[entity.id] = entity

    def people(self) -> list[Entity]:
        return [e for e in self.entities if e.kind == "person"]

    def note(self, ids: Sequence[str]) -> None:
        """These were just spoken of."""
        self.recent = [*ids, *(i for i in self.recent if i not in ids)]
        living = tuple(i for i in ids if self.by_id[i].kind != "prop")
        if len(living) > 1:
            self.last_group = living

    def roster(self) -> str:
        """Who is on stage, in words."""
        names = [e.name for e in self.entities]
        if any(HAN.search(name) for name in names):
            return "、".join(names)
        return ", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else "".join(names) or "nobody"

    # ---- finding --------------------------------------------------------------------------------------------

    def find(self, sentence: str) -> list[Mention]:
        """All mentions in the sentence, in order, not overlapping. Pronouns are left open: see `pronoun`."""
        hits = find_nouns(without_deeds(sentence))
        titled = {h.end: h.start for h in hits if h.title}  # 秘书小李, Coach Bennett
        called = [replace(m, start=min(m.start, titled.get(m.end, m.start))) for m in self._by_name(sentence, hits)]
        found = [m for m in called if not IDIOMS.search(sentence[: m.end])]
        ways = (self._by_pronoun, self._by_looks, self._by_noun)
        hits = [*hits, *self._newcomers(sentence, hits)]
        for mention in (mention for way in ways for mention in way(sentence, hits)):
            if any(m.start < mention.end and mention.start < m.end for m in found):
                continue
            # "Anna shields Ben": right behind a name stands what she does.
            named = mention.text.isascii() and any(sentence[m.end : mention.start] == " " and m.ids for m in found)
            if not (named and mention.text.endswith("s")):
                found.append(mention)
        found = [m for m in found if not (m.absent and _is_worn(m, sentence)) and not _is_outside(m, sentence)]
        ends = [m.end for m in found]
        wide = [self._widened(sentence, m, max((e for e in ends if e <= m.start), default=0)) for m in found]
        wide.sort(key=lambda m: m.start)
        wide = [self._not_told_of(m, wide[:i], sentence) for i, m in enumerate(wide)]
        # 白裙 is no name in front of 女人.
        return [m for m in wide if not (m.absent and any(o is not m and o.start <= m.start < o.end for o in wide))]

    def _not_told_of(self, mention: Mention, before: Sequence[Mention], sentence: str) -> Mention:
        """ "The other guard" is none of whom the sentence has spoken of last."""
        if len(mention.ids) != 1 or not _THE_OTHER.match(sentence, mention.start):
            return mention
        own = self.by_id[mention.ids[0]]
        like = [e for e in self.entities if e is own or are_alike(e, own)]
        told = next((m.ids for m in reversed(before) if {e.id for e in like} & set(m.ids)), ())
        rest = [e.id for e in like if e.id not in told]
        return replace(mention, ids=tuple(rest[:1])) if told and rest else mention

    def _newcomers(self, sentence: str, hits: Sequence[Hit]) -> Iterator[Hit]:
        """Somebody of a kind we have no word for, at the head of a clause: "A janitor walks in"."""
        for match in _SOMEBODY.finditer(sentence):
            for stranger in find_strangers(match[0], [], self._text):
                at = match.start() + stranger.hit.start
                known = any(h.start <= at < h.end for h in hits)
                sense = stranger.hit.sense
                somebody = sense is not None and sense.kind != "prop" and stranger.hit.word not in base_forms()
                if not known and somebody and sense is not None:
                    length = stranger.hit.end - stranger.hit.start
                    yield replace(stranger.hit, start=at, end=at + length, sense=replace(sense, stands_in=True))

    def _by_name(self, sentence: str, hits: Sequence[Hit]) -> Iterator[Mention]:
        """The very names on stage, longest first; with the noun where one more of the kind may be meant ("a guard")."""
        low = sentence.lower()
        taken: list[tuple[int, int]] = []
        for name in sorted({n for e in self.entities for n in names_of(e)}, key=lambda n: (-len(n), n)):
            edge = (r"(?<![A-Za-z0-9_-])", r"(?![A-Za-z0-9_-])") if name.isascii() else ("", "")
            for match in re.finditer(
                f"{edge[0]}{re.escape(name)}(?:{'s|es' if name.isascii() else '们'})?{edge[1]}", low
            ):
                if any(a < match.end() and match.start() < b for a, b in taken) or not self._is_noun_here(
                    sentence, match, name
                ):
                    continue
                longer = (h for h in hits if h.start <= match.start() and match.end() < h.end and not h.given)
                if len(name) == 1 and any(longer):
                    continue  # 马车 is no 马
                taken.append(match.span())
                plural = match.group() != name
                same = [e for e in self.entities if name in names_of(e)]
                more = bool(_INDEFINITE.search(sentence[: match.start()]))
                hit = next((h for h in hits if h.start <= match.start() < h.end), None) if more else None
                end = match.end() + (sentence[match.start() : match.end() + 1] == "门口")
                chosen = self._chosen(sentence, match.start(), end, same, plural)
                yield replace(chosen, indefinite=hit is not None, hit=hit)

    def _is_noun_here(self, sentence: str, match: re.Match[str], name: str) -> bool:
        if not name.isascii():
            around = sentence[max(0, match.start() - 1) : match.end() + 1].removesuffix("口")
            if around == "在马上":
                return True
            return len(name) > 1 or not any(word in around for word in _NOT_NOUNS)
        if sentence[match.start()].isupper() and match.start() > 0:
            return True
        return stands_as_noun(sentence, match.start(), match.end(), plural=match.group() != name)

    def _by_pronoun(self, sentence: str, hits: Sequence[Hit]) -> Iterator[Mention]:
        low = sentence.lower()
        for word in sorted(PRONOUNS, key=len, reverse=True):
            pattern = rf"\b{word}\b" if word.isascii() else word
            for match in re.finditer(pattern, low):
                if (
                    word == "her"
                    and re.match(r"\s+(?!to\b|with\b|and\b|in\b|by\b|from\b|on\b|at\b)[a-z-]+", low[match.end() :])
                    and (self._possesses(low[: match.start()], low[match.end() :]))
                ):
                    continue
                if word.startswith("另一") and any(h.start == match.end() for h in hits):
                    continue  # 另一个侍卫
                if word in ("the other", "对方") and sense_of(
                    (WORD.findall(low[match.end() : match.end() + 30]) or [""])[0]
                ):
                    continue  # "the other guard"
                if word == "another" and any(
                    _ONLY_LOOKS.fullmatch(sentence[match.end() : h.start]) for h in hits if h.start >= match.end()
                ):
                    continue  # "another old man"
                # The eldest daughter is a daughter, while "the rest bow" tells of no bow.
                if PRONOUNS[word][0].startswith("nth") and (
                    low.startswith(" of", match.end())
                    or any(h.start == match.end() + word.endswith(("dest", "gest")) for h in hits)
                    or (HAN.match(word) and not re.search(r"(?:^|[，。；！？])$", low[: match.start()]))
                ):
                    continue  # 第三个学生; 他第一个冲上去
                if word[0] in "三四五" and _COMES_ALONG.match(low, match.end()):
                    continue  # 三个人冲了进来
                if word == "it" and _IT_IS.search(low[: match.end() + 16]):
                    continue
                if word == "all" and not re.match(r"\s+(?:but|except|save)\b", low[match.end() :]):
                    continue
                if word in ("who", "which") and not re.search(r"[,，]\s*$", low[: match.start()]):
                    continue  # only ", who kneels" tells of somebody
                kind, plural = PRONOUNS[word]
                yield Mention(match.start(), match.end(), match.group(), pronoun=kind, plural=plural)
        for match in _HANDS_ONE.finditer(sentence):
            yield Mention(match.start("one"), match.end("one"), match["one"], pronoun="it")
        for match in _TOUCHES_HIS.finditer(sentence):
            word = match.group()[-len("his") :]
            yield Mention(match.end() - len("his"), match.end(), word, pronoun="m" if word.lower() == "his" else "f")

    def _possesses(self, before: str, after: str) -> bool:
        """Whether "her" between the words is whose something is: "hands in her resignation", not "hands her the sword"
        nor "makes her laugh"."""
        words = [w.group() for w in WORD.finditer(after[:40])][:3]
        if words[:1] and words[0] in ("the", "a", "an", "his", "some", "two"):
            return False
        if words[:1] and words[0] in TOUCHED | BEHIND_AND_BESIDE:
            return False  # "puts his arm around her shoulders"
        if not _GIVES_OR_MAKES.search(before) and words and words[0] not in _BEHIND_HER and not words[0].endswith("ly"):
            return True
        return any(sense_of(w) or w in ROLES_OF or w in MOVED or w == "way" for w in words)

    def _by_looks(self, sentence: str, hits: Sequence[Hit]) -> Iterator[Mention]:
        """Those who are only described: "the one in red", 穿白裙子的那个."""
        living = [e for e in self.entities if e.kind != "prop"]
        for match in _SUCH_A_ONE.finditer(sentence):
            zh = bool(HAN.search(match[0]))
            before, after = (match[0], "") if zh else (sentence[: match.end()], sentence[match.end() :])
            if match[0].endswith("的") and any(h.start == match.end() and h.sense for h in hits):
                continue  # 穿红衣的女人
            if zh and _INDEFINITE.search(sentence[: match.start()]):
                continue  # 三个黑衣人 are none of those who are there
            told = self._described(living, before.lower(), after.lower())
            if len(told) < len(living):
                yield self._chosen(sentence, match.start() if zh else match.end() - 3, match.end(), told, plural=False)

    def _by_noun(self, sentence: str, hits: Sequence[Hit]) -> Iterator[Mention]:
        for hit in hits:
            owns = hit.possessive and not hit.given
            if pair := self._siblings(sentence[hit.start : hit.end].lower()):
                yield Mention(hit.start, hit.end, sentence[hit.start : hit.end], pair, plural=True)
                continue
            if hit.sense is None or (owns and not _PART_OF_BODY.match(sentence, hit.end)):
                continue  # "the girl's shoulder" is hers, "the girl's book" a book
            if re.match(r"\s+(?:shot|up\b(?=[:,]|\s+(?:on|of)))", sentence[hit.end :], re.I):
                continue  # "cowboy shot", "from the chest up: ..."
            heads = not re.search(r"[^.!?:;\s]\s*$", sentence[: hit.start])
            low = hit.word.lower()
            group = self._group(ROLES_OF[low]) if low in ROLES_OF else ()
            own = self.fitting(low, hit.sense, given=hit.given)[0] if group else ()
            if group and (not own or (hit.plural and len(group) > len(own))):
                continue  # "Her Highness", "the soldier" where there are only guards
            several = hit.plural or sentence.startswith("们", hit.end)
            some = bool(_INDEFINITE.search(sentence[: hit.start]))  # 一群村民涌了进来
            told_together = several and not some and {f"{low}s", f"{low}们"} & GROUPS.keys()
            if told_together and not self.fitting(low, hit.sense, given=hit.given)[0]:
                continue  # "all the villagers" where nobody is called one
            if hit.given and heads and low in vocabulary() and low not in FEMALE_NAMES | MALE_NAMES:
                continue  # "Camera turns left"
            if IDIOMS.search(sentence[: hit.end]) or sentence[hit.start : hit.end].lower() in STOP_WORDS:
                continue  # "takes a seat" speaks of no seat, "does not" of no does
            if (
                hit.word.isascii()
                and not hit.given
                and not stands_as_noun(sentence, hit.start, hit.end, plural=sentence[hit.start : hit.end].endswith("s"))
            ):
                continue
            if not hit.word.isascii() and sentence[hit.start : hit.end + 1] in _NOT_NOUNS:
                continue
            if hit.word[0] in "天年月日" and _HOW_MANY.search(sentence[: hit.start]):
                continue  # 三天后 is no 天后
            if not hit.word.isascii() and _ZH_ADVERB.match(sentence, hit.end):
                continue  # 殷勤地 is no name
            worn = any(h.start == hit.end and h.sense is not None and h.sense.kind != "prop" for h in hits)
            if worn and not hit.word.isascii() and hit.sense.kind == "prop":
                continue  # 白裙女人 wears it
            indefinite = hit.count > 1 or some
            fits, reading = self.fitting(hit.word, hit.sense, given=hit.given)
            one_more = hit.count <= 1 and not hit.plural and _ONE_MORE.search(sentence[: hit.start])
            if one_more and fits and all(is_only_such(e, low, hit.sense) for e in fits):
                fits = []  # 一个女人 is none of those who have a name or a trade
            if reading and (indefinite or OWN.search(sentence[: hit.start])):
                fits, reading = [], ""  # "a wheelchair" is no bench, "a masked man" nobody who is there
            if not fits and hit.sense.role is not None and not hit.given and not indefinite:
                looking_so = self._described(self.people(), sentence[: hit.start].lower(), sentence[hit.end :].lower())
                if len(looking_so) == 1 < len(self.people()):  # 穿黑衣服的客人: nobody else wears black
                    fits, reading = looking_so, f"{hit.word} -> {looking_so[0].name}"
            if fits:
                chosen = self._chosen(sentence, hit.start, hit.end, fits, hit.plural)
                yield replace(chosen, reading=reading, hit=hit, indefinite=indefinite)
            else:
                if sentence[: hit.start].endswith("一") and sentence[hit.end : hit.end + 1] in _STRUCK:
                    continue  # 一刀砍倒 asks for no 刀 that is not there
                bare = hit.word.isascii() and not hit.given and not is_determined(sentence, hit.start)
                served = hit.sense.kind == "prop" and SERVED.search(sentence[: hit.start])
                if bare and not served and (hit.sense.kind == "prop" or hit.plural):
                    continue  # "breathes fire" speaks of no fire on stage
                yield Mention(hit.start, hit.end, sentence[hit.start : hit.end], absent=True, indefinite=indefinite,
                              plural=hit.plural, hit=hit)  # fmt: skip
        for match in _GROUPED.finditer(sentence.lower()):
            if fits := self._group(_GROUPS[match.group()]):
                end = match.end() + (1 if sentence[match.end() : match.end() + 1] == "s" else 0)
                lead = _LED.search(sentence[: match.start()])
                if match.group().isascii() and (
                    not lead
                    or sentence[end : end + 1].isalpha()
                    or not stands_as_noun(sentence, match.start(), end, plural=end > match.end())
                ):
                    continue
                noun = next((h for h in hits if h.start == match.start() and h.sense is not None), None)
                more = noun is not None and bool(_INDEFINITE.search(sentence[: match.start()]))
                chosen = self._chosen(sentence, match.start(), end, fits, end > match.end())
                yield replace(chosen, hit=noun, indefinite=True) if more else chosen

    def _group(self, group: str | frozenset[str]) -> list[Entity]:
        if isinstance(group, frozenset):
            return [e for e in self.entities if e.look.get("role") in group]
        if group == "creature":
            return [e for e in self.entities if e.kind == "creature"]
        if group == "weapon":
            return [e for e in self.entities if e.archetype in WEAPONS]
        if group == "people":
            return self.people()
        if group == "lamp":
            return [e for e in self.entities if "lights" in e.traits]
        return [e for e in self.entities if group in e.traits]

    def fitting(self, word: str, sense: Sense | None, *, given: bool = False) -> tuple[list[Entity], str]:
        """(everybody on stage whom the noun may mean, how it was read when that is not plain)."""
        low = singular(word) if word.isascii() else word
        for test in (
            lambda e: low in names_of(e),
            lambda e: not given and len(low) > 1 and (_ends_in(e.name.lower(), low) or _ends_in(low, e.name.lower())),
            lambda e: not given and sense is not None and has_role(e, sense.role),
            lambda e: not given and sense is not None and sense.role is None and e.archetype == sense.archetype,
            lambda e: not given and sense is not None and is_called(e, sense.role),
            lambda e: not given and sense is not None and is_such(e, sense.role),
        ):
            if found := [e for e in self.entities if test(e)]:
                return found, ""
        if not given and (kin := self._kin(sense)) is not None:
            return [kin], f"{word} -> {kin.name}"
        return ([], "") if given else self._alike(low, sense)

    def _kin(self, sense: Sense | None) -> Entity | None:
        """Who alone may be somebody's parent, where a child is there too: of the king's daughters the father."""
        role = sense.role if sense is not None else None
        if role is None or role.name not in _PARENTS:
            return None
        ages = [(e, e.look.get("age")) for e in self.people()]
        grown = [e for e, age in ages if e.look.get("gender") == role.gender and age in ("adult", "old")]
        young = any(age in ("child", "young") for _, age in ages)
        return grown[0] if young and len(grown) == 1 else None

    def _alike(self, word: str, sense: Sense | None) -> tuple[list[Entity], str]:
        """By meaning: another word for somebody on stage, of the same kind."""
        gender = sense.role.gender if sense is not None and sense.role is not None else ""
        pool = [e for e in self.entities if sense is None or (e.kind == "person") == (sense.role is not None)]
        pool = [e for e in pool if not gender or e.look.get("gender", gender) == gender]  # 王子 is no princess
        if not pool:
            return [], ""
        labels = [e.name if e.kind != "person" else e.look.get("role") or e.name for e in pool]
        likeness = self._text.encode(labels) @ self._text.encode([word])[0]
        best = int(likeness.argmax())
        if likeness[best] < _ALIKE:
            return [], ""
        return [pool[best]], f"{word} -> {pool[best].name}"

    def nearest(self, word: str) -> tuple[list[Entity], str]:
        """Whom an unknown noun may mean, by meaning alone."""
        return self._alike(word, None)

    def _siblings(self, word: str) -> tuple[str, ...]:
        """Whom "the sisters" or 兄妹 are where only one is called so: her sister and she."""
        sign = _SIBLINGS.get(word)
        people = [e for e in self.people() if not sign or e.look.get("gender") == sign]
        kin = [k for k, e in enumerate(people) if e.look.get("role") in ("brother", "sister")]
        if sign is None or not kin or len(people) < 2:
            return ()
        other = [kin[0] - 1 if kin[0] else 1] if len(kin) == 1 else []  # of whom it was told
        return tuple(people[k].id for k in sorted((*kin, *other)))

    def _chosen(self, sentence: str, start: int, end: int, fits: Sequence[Entity], plural: bool) -> Mention:
        before, after = sentence[:start].lower(), sentence[end:].lower()
        everyone = bool(
            re.search(
                r"\b(?:all|both|every|each|these|those)\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+)?$|(?:所有|全部|两[个名位]"
                r"|这些|那些|每[个名])的?$",
                before,
            )
        )
        number = _COUNTED.search(before)
        fits = self._described(fits, before, after)
        several = sense_of(sentence[start:end].lower()) if len(fits) > 1 else None
        if several is not None and several.members:
            return Mention(start, end, sentence[start:end], tuple(e.id for e in fits), plural=True)  # the couple
        if len(fits) > 1 and (numbered := _NUMBERED.match(after)):
            row = "甲乙丙丁".find(numbered["zh"]) if numbered["zh"] else NUMBERS.get(numbered["en"], 0) - 1
            if 0 <= row < len(fits):
                return Mention(start, end + numbered.end(), sentence[start : end + numbered.end()], (fits[row].id,))
        if _NONE_OF.search(before):
            return Mention(start, end, sentence[start:end], tuple(e.id for e in fits), plural=True, denied=True)
        if len(fits) > 1 and _ZH_ALL.match(after):
            return Mention(start, end, sentence[start:end], tuple(e.id for e in fits), plural=True)
        count = NUMBERS[number["en"] or number["zh"]] if number else 0
        if len(fits) > 1 and _THE_REST.search(before):
            told = sorted(fits, key=lambda e: self.recent.index(e.id) if e.id in self.recent else len(self.recent))
            rest = told[len(fits) - count if 0 < count < len(fits) else 1 :]
            fits = [e for e in fits if e in rest]
            return Mention(start, end, sentence[start:end], tuple(e.id for e in fits), plural=len(fits) > 1)
        if (everyone or plural or count > 1) and not re.search(
            r"\bone of (?:the|these|those)\s+(?:\w+\s+)?$|(?:其中)?一[个名位只]$", before
        ):
            kept = fits[:count] if count > 1 else fits
            return Mention(start, end, sentence[start:end], tuple(e.id for e in kept), plural=len(kept) > 1)
        if (nth := _nth_of(before)) is not None and len(fits) > nth:
            fits = [fits[nth]]
        elif re.search(r"\bother\s+$|另一?[个名位只]$", before) and len(fits) > 1:
            last = next((i for i in self.recent if any(e.id == i for e in fits)), fits[0].id)
            fits = [e for e in fits if e.id != last]
        best = min(fits, key=lambda e: self.recent.index(e.id) if e.id in self.recent else len(self.recent) + 1)
        return Mention(start, end, sentence[start:end], (best.id,))

    def _described(self, fits: Sequence[Entity], before: str, after: str) -> list[Entity]:
        """Those of `fits` who look as the words around say: "the man in red", 穿红衣的."""
        if len(fits) < 2:
            return list(fits)
        led = re.search(rf"{DETERMINERS}(?:{BETWEEN}){{0,3}}$", before, re.I)
        around = (
            (led.group() if led else " ".join(before.split()[-2:]))
            + " "
            + (_DRESSED.match(after) or [""])[0]
        )
        zh = re.search(r"[\u3400-\u9fff]{0,8}$", before)
        around += zh.group() if zh else ""
        told = [w for w in COLORS if (re.search(rf"\b{w}\b", around) if w.isascii() else w in around)]
        kept = [e for e in fits if any(wears(e, color) for color in told)] if told else []
        if not kept:
            ages = [a for a in ("old", "young") if re.search(rf"\b{a}\b", around)]
            kept = [e for e in fits if ages and e.look.get("age") == ages[0]]
        return kept or list(fits)

    def _widened(self, sentence: str, mention: Mention, since: int) -> Mention:
        """The mention with its article and adjectives, so that masking it leaves none behind. They stand behind
        `since`, where another ends."""
        if HAN.search(mention.text) or mention.pronoun:
            counted = re.search(
                rf"(?:(?:剩下|其余|余下|另外)的?)?(?:没有?一?|那|这|(?:其中)?一|第[一二三四]|最后一?|两|三|几|另一?|每|所有|全部)?"
                rf"[{CLASSIFIERS}些]?$",
                sentence[since : mention.start],
            )
            prefix = counted.group() if counted and not mention.pronoun and len(counted.group()) > 1 else ""
            before = sentence[: mention.start - len(prefix)]
            looks = _ZH_LOOKS.search(before, since) if not mention.pronoun else None
            if looks is None and mention.absent and _COMES_ALONG.match(sentence, mention.end):
                looks = _ZH_TITLE.search(before, since)
            return replace(mention, start=mention.start - len(prefix) - (len(looks.group()) if looks else 0))
        lead = _NOUN_LEAD.search(sentence[: mention.start], since)
        titled = mention.text.lower() in ROLES_OF  # "Her Highness"
        named = sentence[mention.start].isupper() and not titled  # "the camera tracks Ben" has no "the" of Ben's
        start = mention.start if lead is None or named else lead.start()
        tail = _IN_COLOR.match(sentence[mention.end :])
        end = mention.end + (tail.end() if tail else 0)
        return replace(mention, start=start, end=end)

    # ---- pronouns -------------------------------------------------------------------------------------------

    def pronoun(
        self,
        mention: Mention,
        *,
        subject: Sequence[str],
        held: Sequence[str] = (),
        as_subject: bool = False,
        may_be: Callable[[Entity], bool] = lambda entity: True,
    ) -> tuple[str, ...]:
        """Whom a pronoun means now: `subject` are those the clause is about, `held` what they hold; `may_be` says of
        what is told: "opens it" can be said of a door, and only when nothing known is fit what is not."""
        kind, people = mention.pronoun, [e.id for e in self.people()]
        living = [e.id for e in self.entities if e.kind != "prop"]
        if kind == "self":
            return tuple(subject)
        if kind == "who":
            return self.last_named
        if kind == "none" and self.last_group and mention.text == "谁也":
            return self.last_group  # 两人对视，谁也没说话
        if kind in ("all", "none"):
            return tuple(people or living)
        if kind == "crowd":
            return tuple(i for i in people if i not in self.recent[:1] and i not in subject) or tuple(people)
        if kind in ("other", "others"):
            pool = self.last_group or tuple(people or living)
            rest = [i for i in pool if i not in subject] or [i for i in living if i not in subject]
            if kind == "other" and len(rest) > 1:
                last = next((self.by_id[i] for i in (*subject, *self.recent)), None)
                rest.sort(key=lambda i: (last is None or not are_alike(self.by_id[i], last), i in self.recent))
            return tuple(rest if kind == "others" else rest[:1])
        if kind.startswith("nth "):
            return self._nth(kind.removeprefix("nth "), subject)
        if kind == "they":
            if len(people) == NUMBERS.get(mention.text[:1], 0):
                return tuple(i for i in people if i not in subject)  # 三个人
            group = self.last_group or tuple(i for i in self.recent if i in people)[:2]
            they = tuple(i for i in group if i not in subject) or tuple(i for i in people if i not in subject)
            return they[:2] if _TWO.search(mention.text) else they
        if kind == "it":
            things = [*held, *self._by_recency(e.id for e in self.entities if e.kind != "person")]
            things = [i for i in things if i not in subject]
            known = {*held, *self.recent}
            # The likeliest is fit and known; who acts is rather a creature than a thing.
            things.sort(key=lambda i: (
                i in known and may_be(self.by_id[i]), i in known,
                as_subject and self.by_id[i].kind == "creature", may_be(self.by_id[i]),
            ), reverse=True)  # fmt: skip
            return tuple(things[:1])
        return self._he_or_she(kind, subject, () if as_subject else self.last_named)

    def _nth(self, which: str, subject: Sequence[str]) -> tuple[str, ...]:
        """ "The third one" of those who were spoken of last, or of all who are like them; the "rest" of these."""
        spoken = self.last_group or tuple(i for i in self.recent if self.by_id[i].kind != "prop")
        spoken = spoken if which == "rest" else tuple(i for i in spoken if i not in subject)
        others = [e for e in self.people() if e.id not in subject]
        spoken = spoken or tuple(e.id for e in others if any(are_alike(e, o) for o in others))[:1]
        like = [e.id for e in self.entities if spoken and (e.id in spoken or are_alike(e, self.by_id[spoken[0]]))]
        if which == "rest":
            people = [e.id for e in self.people()]
            return tuple(i for i in (like if len(like) > len(spoken) else people) if i not in (*spoken, *subject))
        return tuple(like[-1:] if which == "last" else like[int(which) - 1 :][:1])

    def _by_recency(self, ids: Iterable[str]) -> list[str]:
        order = {i: n for n, i in enumerate(self.recent)}
        return sorted(ids, key=lambda i: order.get(i, len(order) + 1))

    def _he_or_she(self, gender: str, subject: Sequence[str], last_named: Sequence[str]) -> tuple[str, ...]:
        pool = [i for i in self._by_recency(e.id for e in self.people()) if i not in subject]

        def likely(i: str) -> float:
            entity = self.by_id[i]
            role = roles().get(entity.look.get("role", ""))
            told = bool(role and role.gender)
            known = i in self.recent
            match = entity.look.get("gender") == gender
            last = match and i in last_named  # "gives it to the stranger and leaves with him"
            fits = 2.0 if match and told else 1.2 if match else 0.5 if not told else 0.0
            return fits + 1.0 * known + 0.9 * last - 0.5 * (i in self.together)

        best = max(pool, key=likely, default=None)
        if best is None or likely(best) <= 0.5:
            creatures = self._by_recency(e.id for e in self.entities if e.kind == "creature" and e.id not in subject)
            return tuple(creatures[:1]) if creatures and best is None else (best,) if best else ()
        return (best,)


_GROUPS = GROUPS | ROLES_OF
_GROUPED = re.compile("|".join(_GROUPS))
_LED = re.compile(r"\b(?:the|this|that|these|all|both|two|three|his|her|your)\s+(?:\w+\s+)?$", re.I)
_NOUN_LEAD = re.compile(rf"{DETERMINERS}(?:{BETWEEN}){{0,3}}$", re.I)
_THE_OTHER = re.compile(r"the other\b|另一", re.I)
_ONLY_LOOKS = re.compile(
    rf"\s+(?:(?!(?:behind|beside|before|near|who|under|after|across|around) ){BETWEEN}){{0,2}}", re.I
)
# Behind these "her" is somebody: she is given something, or made to do it.
_GIVES_OR_MAKES = re.compile(
    r"\b(?:giv|hand|offer|buy|bought|bring|brought|tell|told|ask|show|pass|toss|throw|teach|pour|send|sent|make|made|mak"
    r"|let|see|saw|watch|hear|help|ha[sd]|have|keep|kept|call|leav|left|feed|fed|owe|read|cost|lend|get|got|find|found)"
    r"(?:e?s|es|ed|ing|e|s)?\s+$"
)
# Here "his" is somebody else: "whispers in his ear", not "rubs his neck" nor "over his shoulder".
_TOUCHES_HIS = re.compile(
    r"\b(?:in|into) his(?= ears?\b)"
    r"|\b(?:press|push|slip|thrust|put|place|drop|lay)(?:e?s|ed|ing)? [\w ]{2,24} in(?:to)? his(?= (?:hands?|palm)\b)"
    r"|\b(?:grab|seize|take|hold|squeeze|clasp|kiss|strok)(?:e?s|ed|ing)? (?:his|her)(?= (?:hands?|wrists?|arm|face)\b)"
    rf"|\b(?:on|around|onto|against|by) his(?= (?:{'|'.join(sorted(TOUCHED))})\b)",
    re.I,
)
_HANDS_ONE = re.compile(
    r"\b(?:hand|give|pass|offer|throw|toss|slide)(?:s|es)? (?:(?:him|her|them) )?(?P<one>one)\b"
    r"(?= to\b|\W|$)(?! of\b)", re.I,
)  # of the two glasses that she has poured
_ONE_MORE = re.compile(
    rf"(?:\b(?:an?|another)\s+(?:[\w-]+\s+){{0,3}}|另?一[{CLASSIFIERS}][\u3400-\u9fff]{{0,6}})$", re.I
)
_HOW_MANY = re.compile(r"[一二两三四五六七八九十百几数半]$|\d$")
_COMES_ALONG = re.compile(r"影|[^，。；！？]{0,8}?(?:[进出过上]来|[闯走冲跑][进入]|出现)")
_PART_OF_BODY = re.compile(rf"(?:['’]s?)?\s+(?:\w+\s+)?{PART}\b", re.I)
_BEHIND_HER = frozenset(
    """
    up down out off away back over in on at to with by from and or but then as when while if that what who how why again
    too first now here there home into onto through around about for after before until so not down alone aside instead
    toward towards against along across is are was were
    """.split()
)
_TWO = re.compile(r"[两二俩]|\b(?:two|both)\b", re.I)
_IN_COLOR = re.compile(
    r"\s+(?:in|with|wearing|dressed in|clad in)\s+(?:an?\s+|the\s+)?"
    r"(?:" + "|".join(w for w in COLORS if w.isascii()) + r")\b"
    r"(?:\s+(?:coat|dress|hair|shirt|jacket|suit|hat|robe|cloak|raincoat|gown))?",
    re.I,
)
_ZH_COLORS = "".join(w for w in COLORS if len(w) == 1)
_IT_IS = re.compile(
    r"\bit (?:is|was|would be|['’]s) (?:possible|time|best|better|ok|okay)"
    r"|\b(?:is|would) it (?:be )?(?:possible|time|ok)"
)
_SOMEBODY = re.compile(
    r"(?:(?<=[.,;!?] )|(?<=\band )|(?<=\bthen )|^)(?:a|an|two|three|four|some) [a-z]+\b(?! of\b)", re.I
)
_COUNTED = re.compile(
    rf"\b(?P<en>{'|'.join(w for w in NUMBERS if w.isascii())})\s+(?:of (?:the|these|those|them) )?(?:\w+\s+)?$"
    rf"|(?<![第其])(?P<zh>[两二三四五])[{CLASSIFIERS}]$"
)
_PARENTS = frozenset({"father", "mother", "old man", "old woman"})  # 爷爷 is one too
_SIBLINGS = {
    "sisters": "f", "brothers": "m", "siblings": "", "twins": "", "姐妹": "f", "姐妹俩": "f", "兄弟": "m",
    "兄弟俩": "m", "兄妹": "", "兄妹俩": "", "姐弟": "", "姐弟俩": "", "双胞胎": "",
}  # fmt: skip
_STRUCK = frozenset("砍刺劈斩捅挑削扫抹抵打敲砸击射挥穿")
_THE_REST = re.compile(
    rf"(?:剩下|其余|余下|另外)的?(?:[两二三四五][{CLASSIFIERS}])?$"
    r"|\bother (?:two|three|four)\s+$|\bremaining (?:\w+ )?$", re.I
)  # fmt: skip
_NTH = re.compile(
    rf"\b(?P<en>first|second|third|fourth|last|eldest|oldest|youngest)\s+$"
    rf"|(?:第(?P<zh>[一二三四])|最后一?)[{CLASSIFIERS}]$", re.I,
)
_NUMBERED = re.compile(r"\s+(?:number|no\.) (?P<en>one|two|three|four)\b|(?P<zh>[甲乙丙丁])")
_DRESSED = re.compile(r"\s*(?:dressed in|clad in|in|with|wearing)\s+(?:an?\s+|the\s+)?\w+(?:\s+\w+)?")
_NONE_OF = re.compile(
    r"\b(?:no|neither|none of (?:the|them|these))\s+(?:\w+\s+)?$|(?:没有?|无)一?[个名位只]$", re.I
)
_ZH_ALL = re.compile(r"(?:们|全都|全部|都|纷纷|各自|一齐|一起)")
# Somebody without a noun, who is described: "the one in red", "that one", 穿白裙子的那个.
_SUCH_A_ONE = re.compile(
    r"\b(?:the|that) (?:\w+ )?one\b(?=\s+(?:in|with|wearing)\b)"
    rf"|(?:那[个位名只])?[穿戴披][^，。；、！？\s的]{{1,8}}的(?:那[个位名只]人?|人|家伙|)|[{_ZH_COLORS}][衣袍]人",
    re.I,
)
# What somebody wears or carries is nobody's to act with: 一个戴墨镜的陌生人.
_WORN = re.compile(r"(?:[穿戴披系]着?|[拿提抱背撑拄举牵]着)[^，。；！？的]{0,3}$")


def _is_outside(mention: Mention, sentence: str) -> bool:
    """窗外下雪了: a clause that begins so tells where, and of no window."""
    begins = mention.start == 0 or sentence[mention.start - 1] in "，。；！？ "
    return begins and re.match(r"窗户?外", sentence[mention.start :]) is not None


def _is_worn(mention: Mention, sentence: str) -> bool:
    return sentence.startswith("的", mention.end) and bool(_WORN.search(sentence[: mention.start]))


# A trade or task in front of somebody who comes in: 传旨太监走进来.
_ZH_TITLE = re.compile(r"(?:(?<=[，。；！？])|^)(?![看望听见叫让带推扶拉请派把将向对给跟和与])[\u3400-\u9fff]{1,3}$")
# What describes somebody in front of the noun: 穿蓝色衬衫的, 那个黑发的, 年轻的, 白衣; at the head of a clause any 的.
_ZH_LOOKS = re.compile(
    r"(?:那|这|另?一|两|三|几)?[个名位只]?(?:[穿戴披留扎][^，。；、！？\s的]{1,8}|[拿提抱背撑拄举牵]着[^，。；、！？\s的]{1,6}"
    r"|[^，。；、！？\s的]{0,3}[色发衣]|年轻|年老|高大"
    rf"|矮小|受伤|[跪站坐躺哭睡趴蹲飞跑]着)的$|(?:那|这)?[个名位只]?[女男老巨]$|(?:那|这)?[个名位只]?[{_ZH_COLORS}][衣袍裙发甲衫]$"
    r"|(?:(?<=[，。；！？])|^)(?:那|这|有?一)?[个名位只]?(?![\u3400-\u9fff][起住开下上过向给])[^，。；、！？\s的\ue000]{2,5}的$"
)


def _ends_in(name: str, word: str) -> bool:
    """Whether a name ends in a word: a bell tower in a tower, 大将军 in 将军, but no woman in a man."""
    return name.endswith((f" {word}", f"-{word}") if word.isascii() else word)


_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "eldest": 0, "oldest": 0, "youngest": -1}


def _nth_of(before: str) -> int | None:
    """Which of several the words that lead to their noun tell of: 0 for the first, -1 for the last."""
    told = _NTH.search(before)
    if told is None:
        return None
    if told["en"]:
        return _ORDINALS[told["en"].lower()]
    return "一二三四".index(told["zh"]) if told["zh"] else -1
