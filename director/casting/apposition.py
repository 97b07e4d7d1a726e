"""Nouns that stand beside each other for one being, joined: "Lin, a young detective", 一个女孩，名叫小雨.

English and Chinese. Knows nothing of the stage, or of what the joined noun is staged as.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from director.casting.attire import described_length
from director.casting.descriptions import told_gender
from director.casting.english_words import third_persons
from director.casting.hits import HAN, Hit
from director.casting.wardrobe import told_years
from director.lexicon.people import GENERIC
from director.lexicon.words import AGES


def joined_nouns(prompt: str, hits: Sequence[Hit]) -> list[Hit]:
    """Nouns joined with what stands beside them for the same being: "Lin, a young detective, ...", "the captain, Black
    Meg, ...", "the boy's mother, a tired woman with brown braids, ...", 一个女孩，名叫小雨."""
    joined: list[Hit] = []
    for hit in sorted(hits, key=lambda h: h.start):
        last = joined[-1] if joined else None
        same = last is not None and _is_same(prompt, last, hit)
        if last is not None and _is_corpse_of(prompt, last, hit):
            before = (*last.before, *hit.before, hit.word)
            joined[-1] = replace(last, end=hit.end, before=before, also=(*last.also, hit.start))
        elif not same and (k := _said_to_be(prompt, joined, hit)) is not None:
            joined[k] = replace(joined[k], title=joined[k].title or hit.word, before=(*joined[k].before, *hit.before),
                                sense=hit.sense, also=(*joined[k].also, hit.start))  # fmt: skip
        elif last is not None and _TURNED.fullmatch(prompt[last.end : hit.start]) and _are_alive(last, hit):
            joined[-1] = _turned(last, hit)
        elif last is None or not same:
            joined.append(hit)
        elif not hit.given and hit.sense and hit.sense.role and last.sense and last.sense.kind == "creature":
            joined[-1] = replace(last, end=hit.end, also=(*last.also, hit.start))  # the owl is the referee
        elif hit.given and not last.given:
            also = (*last.also, hit.start)
            age = hit.sense.role.age if hit.title and hit.sense and hit.sense.role else ""
            before = (*last.before, *hit.before, *([age] if age in AGES else []))
            sense = hit.sense if hit.title and _is_child(last) and not _is_child(hit) else last.sense
            joined[-1] = replace(hit, start=last.start, sense=sense, before=before, title=last.word,
                                 also=also)  # fmt: skip
        else:
            after = prompt[hit.end :]
            told = after[: described_length(after)].strip()
            word, sense, title = last.word, last.sense, last.title
            assert hit.sense is not None
            generic = hit.sense.role is not None and hit.sense.role.generic
            if last.given and not last.title:
                sense, title = hit.sense, hit.word
            elif not last.given and not generic and hit.word.isascii():
                # her bodyguard, a huge orc: an orc bodyguard
                word, sense, title = f"{hit.word} {last.word}", hit.sense, last.word
            elif not last.given:
                title = hit.word
            ages = [w for w in hit.word.lower().split()[:-1] if w in AGES]
            years = told_years(prompt[last.end : hit.start])  # Maya (17), a runaway
            before = (*last.before, *hit.before, *ages, *filter(None, (told, years)))
            joined[-1] = replace(last, end=hit.end + len(told), word=word, sense=sense, title=title, before=before,
                                 also=(*last.also, hit.start))  # fmt: skip
    return _named_one_by_one(prompt, _named_later(prompt, joined))


def _is_child(hit: Hit) -> bool:
    return hit.sense is not None and hit.sense.role is not None and hit.sense.role.age == "child"


def _named_later(prompt: str, hits: list[Hit]) -> list[Hit]:
    """ "My stepbrother is a mafia boss. In his study, Luca ...": whom the author calls his own is who is named next."""
    for hit in hits:
        own = hit.sense is not None and hit.sense.role is not None and not (hit.given or hit.plural)
        if not own or not re.search(r"\bmy (?:[\w-]+ )?$", prompt[: hit.start], re.I):
            continue
        name = next((h for h in hits if h.given and not h.title and h.start > hit.end), None)
        if name is not None and told_gender(name) in ("", told_gender(hit)):
            named = replace(name, sense=hit.sense, title=hit.word, before=hit.before, also=(*hit.also, hit.start))
            return [named if h is name else h for h in hits if h is not hit]
    return hits


_TURNED = re.compile(
    r" (?:turns?|turned|transforms?|transformed|shape-?shifts|changes) into (?:an? |the )?(?:[\w-]+ ){0,3}"
    r"|(?:已|又|刚)?(?:化成|化作|化为|变成|变作|变身成?|幻化成|幻化为)了?(?:一[个位名])?[^，。]{0,5}"
)


def _is_corpse_of(prompt: str, last: Hit, hit: Hit) -> bool:
    """The body of a young woman."""
    dead = last.sense is not None and last.sense.role is not None and last.sense.role.name == "corpse"
    alike = hit.sense is not None and hit.sense.role is not None
    of_whom = re.fullmatch(r" of (?:an?|the|his|her) (?:[\w-]+ ){0,2}", prompt[last.end : hit.start])
    return dead and alike and of_whom is not None


def _are_alive(last: Hit, hit: Hit) -> bool:
    return bool(last.sense and hit.sense and "prop" not in (last.sense.kind, hit.sense.kind) and not hit.given)


def _turned(last: Hit, hit: Hit) -> Hit:
    """One who has turned into something else, as what he is now: 九尾狐化作红衣女子, 阿九化成少女."""
    before = (*last.before, *hit.before)
    if last.sense and last.sense.role and hit.sense and hit.sense.kind == "creature":  # a frog scientist
        word = last.word if last.given else f"{hit.word}{'' if HAN.search(hit.word) else ' '}{last.word}"
        also = (*last.also, hit.start)
        return replace(last, end=hit.end, word=word, sense=hit.sense, before=before, also=also)
    if not last.given:
        return replace(hit, before=before, also=(*last.also, last.start))
    return replace(last, end=hit.end, sense=hit.sense, title=hit.word, before=before, also=(*last.also, hit.start))


def _named_one_by_one(prompt: str, hits: list[Hit]) -> list[Hit]:
    """ "Two roommates, Zoë and Kayleigh, ...": as many names as there are of them."""
    for i, group in enumerate(hits):
        many = max(group.count, len(group.sense.members) if group.sense else 0)
        names = hits[i + 1 : i + 1 + many]
        if group.given or not (group.sense and group.sense.kind != "prop" and 1 < many == len(names)):
            continue
        gaps = [prompt[a.end : b.start] for a, b in zip([group, *names], names, strict=False)]
        if all(n.given for n in names) and re.fullmatch(
            r"[,:(（：，]? ?|[,:(] ?(?:the )?(?:[\w-]+ ){1,2}|,? named |", gaps[0]
        ) and all(
            re.fullmatch(r",? (?:and )?(?:[\w-]+ )?|[和与、]", gap) for gap in gaps[1:]
        ):
            sense = replace(group.sense, members=())
            told = [replace(n, sense=sense, title="" if group.sense.members else group.word,
                            before=(*group.before, *n.before))
                    for n in names]  # fmt: skip
            told[0] = replace(told[0], start=group.start, also=(*told[0].also, names[0].start))
            return [*hits[:i], *told, *_named_one_by_one(prompt, hits[i + 1 + many :])]
    return hits


_COUNTED_ON = re.compile(r"[，、](?:和|还有|以及)?[一两三四五][个名位条只匹群对]")  # a list that goes on


def _is_same(prompt: str, last: Hit, hit: Hit) -> bool:
    if last.sense and last.sense.kind == "creature" and hit.sense and hit.sense.role and not hit.given:
        copula = r"(?: (?:on|in|by|at|near) (?:an?|the) [\w-]+)? (?:is|was) (?:an?|the|their|his|her) (?:[\w-]+ )?"
        return re.fullmatch(copula, prompt[last.end : hit.start]) is not None
    if last.plural or last.count > 1:
        return False
    if last.sense and last.sense.kind == "creature" and hit.given and not (last.given or hit.title or hit.possessive):
        # her parrot, Biscuit
        return prompt[last.end : hit.start] == ", " and re.match(r"[,.]", prompt[hit.end :]) is not None
    creature = hit.sense is not None and hit.sense.kind == "creature" and not hit.given
    if creature and last.sense and last.sense.role and not last.given:
        owned = last.definite or re.search(r"\b(?:his|her|their|its|the) $", prompt[: last.start])
        article = re.fullmatch(r", an? (?:[\w-]+ ){0,3}", prompt[last.end : hit.start])
        return bool(owned and article and re.match(r",|\.|$| with\b", prompt[hit.end :]))
    if not (last.sense and hit.sense and last.sense.kind == hit.sense.kind != "prop"):
        return False
    between, after = re.sub(r"^ ?\(\d+s?\)|^, \d{1,2}s?(?=, an? )", "", prompt[last.end : hit.start]), prompt[hit.end :]
    between = re.sub(r"^ \(\d{1,3}s?, ", " (", between)  # Olivia (30s, tour guide)
    after = after[described_length(after) :]
    between = between[described_length(between) :]
    if hit.given:
        if hit.title and not last.given and last.definite and re.fullmatch(r", an? (?:[\w-]+ ){0,3}", between):
            return True  # the defendant, a pale teenager named Luke
        if hit.title and HAN.match(hit.word) and between:
            return False  # 总裁，女秘书温晚: a trade of her own
        if re.fullmatch(r"，?(?:[她他它])?(?:名叫|名为|叫做|叫|唤作)", between):
            return not last.given
        named = re.fullmatch(r",? (?:is )?(?:named|called) ", between) or (
            re.fullmatch(
                r"(?: of (?:the )?[A-Z][\w'’-]+)?[,，] ?(?:(?:old|young|little|big|poor|fat|one-eyed|mad|blind) )?",
                between,
            )
            and re.match(r"(?: of (?:the )?[A-Z][\w'’-]+)?\s*(?:[,，](?! and\b)|[.;:]|$)", after)
        )
        return bool(named and not last.given and hit.count == 1)
    if not hit.sense.role or hit.possessive:
        return False
    if HAN.match(hit.word) and (_COUNTED_ON.match(after) or (last.title and hit.sense.role.name not in GENERIC)):
        return False  # 王子陆沉，一个管家，一个保镖
    if last.given and re.fullmatch(r" the (?:[\w-]+ ){0,2}", between):
        return True  # Ragnar the Viking chieftain
    article = re.fullmatch(
        r",? (?:is )?(?:an?|the|his|her|their) (?:[\w-]+ ){0,3}"
        r"| ?\((?:an?|the|his|her|their)?(?: ?[\w-]+ ){0,3}|（|(?:，|是)一?[个名位]?(?:[^，。；]{1,6}的)?", between
    )
    goes_on = re.match(
        r"(?:\s+(?:in|on|at|with|from|of|behind|by)\s(?:[\w'-]+\s?){1,5}(?=,\s+(?!an?\b|two\b|three\b|the\b|and\b)))?"
        r"\s*(?:$|[.:;。;；)），]|,(?! and (?:an?|two|three|the)\b)|who\b)",
        after,
    )
    listed = re.search(r"\bwith [^.;]*$", prompt[: last.start])
    if listed and not re.match(r",\s+(?:in|on|at|who|is|are|\w+s)\b", after):
        return False
    owned = last.definite or re.search(
        r"(?:'s|\b(?:the|his|her|their) (?:only|other|first|last)(?: other)?) (?:[\w-]+ )?$",
        prompt[: last.start], re.I,
    )  # fmt: skip
    says_more = hit.sense.role.name in GENERIC or _goes_on_doing(prompt, hit) or _IS_SOMEWHERE.match(prompt, hit.end)
    told = between.startswith(" is ")  # my stepbrother is a mafia boss
    whole = hit.sense.role.name in GENERIC and last.sense.role is not None and last.sense.role.name not in GENERIC
    described = whole and re.match(r",\s+(?:[a-z]+ly\s+)?[a-z]{2,}(?<!s)s\b", after)  # a captain, a tall man, sings
    general = last.given or (last.sense.role and owned and (says_more or told)) or described
    return bool(general and article and goes_on)


# Behind what one is, between commas: her only guest, a blind priest, in a hall.
_IS_SOMEWHERE = re.compile(r", (?:in|on|at|by|from|with)\b(?!(?: [\w-]+){1,4},? and\b)")


def _said_to_be(prompt: str, joined: Sequence[Hit], hit: Hit) -> int | None:
    """Which noun the hit says more of: "The woman at the bar is a spy.", 那个戴面具的男人其实是王爷."""
    k = next((k for k in reversed(range(len(joined))) if joined[k].sense and joined[k].sense.kind != "prop"), None)  # type: ignore[union-attr]
    if k is None or not (hit.sense and hit.sense.role) or hit.given or hit.possessive or joined[k].possessive:
        return None
    last = joined[k]
    if last.plural or last.count > 1 or not (last.sense and last.sense.role):
        return None
    between = prompt[last.end : hit.start]
    said = re.search(r"\b(?:is|was) (?:secretly |really |actually |now )?(?:an?|the) (?:[\w-]+ ){0,2}$", between)
    whole = not re.search(r"[.;:!?,]|\b(?:whose|who|that|which|and|but|while)\b", between)
    ends = re.match(r"\s*(?:[.,:;!。，；！]|$|who\b|in\b|with\b)", prompt[hit.end :])
    chinese = re.fullmatch(r"(?:其实|原来|竟然?|居然|就|正)是(?:当朝|当今)?(?:一[个名位])?", between)
    return k if ends and (chinese or (said and whole)) else None


def _goes_on_doing(prompt: str, hit: Hit) -> bool:
    """Whether a verb follows the comma: "her bodyguard, a huge orc, looms behind her"."""
    after = prompt[hit.end :]
    deed = r",\s+(?:[a-z]+ly\s+)?([a-z]+s)\s+(an?|the|his|her|their|its|in|on|at|behind|over|to|into|from|by|near)?\b"
    told = re.match(deed, after)
    return told is not None and (told[2] is not None or told[1] in third_persons())
