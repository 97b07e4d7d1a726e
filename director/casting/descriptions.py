"""What a whole prompt says of the looks of each being: beside its nouns, behind its pronouns, in clauses of their own.

English and Chinese. Knows nothing of what the words look like on stage: that is for the wardrobe.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from director.casting.attire import ON_THE_HEAD, described_length
from director.casting.hits import Hit
from director.casting.naming import gender_of_name
from director.casting.wardrobe import Description, told_years
from director.lexicon.bodies import is_little
from director.lexicon.people import FEMALE_WORDS, GENERIC, MALE_WORDS, SEXED
from director.lexicon.words import CLASSIFIERS, GARMENTS, alternatives

_PRONOUN = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b|([他她])(?!们)", re.I)
_SHE = frozenset({"she", "her", "hers", "herself", "她"})
_GARMENT = alternatives(GARMENTS)
_WORN_ASIDE = re.compile(
    r"\b(?:in|wearing) (?:an? |his |her )?(?:[a-z-]+ ){0,3}"
    rf"(?:{_GARMENT})\b"
    rf"|{ON_THE_HEAD}(?:hat|cap|crown|helmet|mask|glasses|sunglasses)\b"
    r"|[，](?:一袭|一身|身穿|身着|穿着|头戴|身披|披着|戴着)[^，。；]{1,14}"
    r"|[，](?:一头)?[红白黑银金灰蓝紫]发(?=[^，。；]{0,8}[飘飞扬散乱披垂舞])",
    re.I,
)
# Behind "her" or 她: " long red hair", 的短发.
_OWN_LOOKS = re.compile(
    rf"(?: (?!(?:on|in|to|the|an?|with|from|of|and|at|into|by|over|for)\b)[a-z-]+){{1,3}}"
    rf" (?:hair|braids|beard|{_GARMENT})\b"
    r"|的[^，。；的]{0,4}(?:[长短卷直白银黑金红]发|马尾|辫子|光头|胡子)"
)
_HIS_OWN = re.compile(r",? (?:and|with) (his|her)\b")  # Scarlet Finn and her parrot
_BEARD = re.compile(r"\b(?:beard|bearded|moustache|mustache|goatee)\b|胡子|胡须", re.I)
_POSTPOSED = re.compile(r"\s+(?:(?:much|far) )?(?:too|so|very|still|barely)\s+([a-z-]+)\b")  # a knight too old to fight
_NEW = re.compile(
    r"(?:\b(?:an?|another|one|more)\s+(?:(?!the\b|to\b|of\b|in\b|on\b|and\b)[\w-]+\s+){0,4}"
    rf"|另一?[\u3400-\u9fff]|又一[\u3400-\u9fff]|(?<!是)一[{CLASSIFIERS}][\u3400-\u9fff]{{0,9}})$",
    re.I,
)


def said_of(prompt: str, hits: Sequence[Hit]) -> dict[int, Description]:
    """What the whole prompt says of the looks of each hit's being, by the start of its first hit."""
    hits = [h for h in hits if h.sense is not None]
    first: dict[str, Hit] = {}
    text: dict[int, list[str]] = {}
    for hit in hits:
        earliest = first.setdefault(hit.word.lower(), hit)
        again = hit.given or hit.definite or not (hit.before or is_new(prompt, hit))
        own = earliest if again else hit
        text.setdefault(own.start, []).append(_described(prompt, hit))
    for worn in _WORN_ASIDE.finditer(prompt):
        sentence = max(prompt.rfind(mark, 0, worn.start()) for mark in ".。;；!！\n")
        near = [h for h in hits if sentence < h.start < worn.start() and h.sense and h.sense.kind == "person"]
        if near and not any(worn.group().strip("，, ") in " ".join(t) for t in text.values()):
            owner = first.get(near[-1].word.lower(), near[-1])
            text.setdefault(owner.start, []).append(worn.group())
    genders = {h.start: told_gender(h) for h in hits if h.sense and h.sense.kind == "person"}
    for named in (h for h in hits if h.given and h.start in genders):
        whose, role = _HIS_OWN.match(prompt, named.end), named.sense.role if named.sense else None
        if whose and role and role.name not in SEXED - GENERIC:
            genders[named.start] = "m" if whose[1] == "his" else "f"
    for pronoun in _PRONOUN.finditer(prompt):
        sign = "f" if pronoun.group().lower() in _SHE else "m"
        if (meant := _antecedent(prompt, hits, genders, pronoun.start(), sign)) is not None:
            genders[meant.start] = sign
            owner = first.get(meant.word.lower(), meant)
            after = prompt[pronoun.end() :]
            looks = _OWN_LOOKS.match(after)
            text.setdefault(owner.start, []).append(looks[0] if looks else after[: described_length(after)])
    for hit in hits:
        if not genders.get(hit.start, "f") and _BEARD.search(" ".join(text.get(hit.start, []))):
            genders[hit.start] = "m"
    return {
        h.start: Description(
            text=" ".join(text.get(h.start, [])),
            words=tuple(w.lower() for w in h.before),
            gender=genders.get(h.start, ""),
            noun=h.title or ("" if h.given else h.word),
        )
        for h in hits
    }


def _antecedent(prompt: str, hits: Sequence[Hit], genders: dict[int, str], at: int, sign: str) -> Hit | None:
    """Who before the pronoun is meant by it: of those in its sentence the last who is known to be a he or she, then the
    first who may be; else the last before it who may be."""
    begin = max(prompt.rfind(mark, 0, at) for mark in ".。!！;；\n")
    before = [h for h in hits if h.start in genders and h.end <= at and h.count == 1 and not h.plural]
    near = [h for h in before if h.start > begin and not prompt[h.end : at].strip().startswith("'s")]
    if prompt[at : at + 2] in ("他的", "她的"):  # 徒弟拔他的胡子: of oneself one says 自己的
        clause = max(prompt.rfind(mark, 0, at) for mark in "，,、.。!！;；\n")
        near = [h for h in near if h.start < clause] or near
    for some in (near, before):
        known = [h for h in some if genders[h.start] == sign]
        grown = [h for h in some if genders[h.start] == "" and not is_little(h.word)]
        meant = known[-1:] or (grown[:1] if some is near else grown[-1:])
        if some is near and meant:
            return meant[0]
    return next((h for h in reversed(before) if genders[h.start] in ("", sign)), None)


def told_gender(hit: Hit) -> str:
    """ "f" or "m" where the words settle it, else ""."""
    assert hit.sense is not None
    role, noun = hit.sense.role, hit.title or ("" if hit.given else hit.word)
    described = " ".join(hit.before)
    for pattern, sign in ((FEMALE_WORDS, "f"), (MALE_WORDS, "m")):
        if noun and pattern.search(noun):
            return sign
    if role is not None and role.name in SEXED and not (hit.given and not hit.title and role.name in GENERIC):
        return role.gender
    if re.search(r"\bfemale\b|女", described):
        return "f"
    if re.search(r"\bmale\b|男", described):
        return "m"
    if hit.given:
        if re.fullmatch(r"老[\u3400-\u9fff]", hit.word):
            return "m"
        return gender_of_name(hit.word) or (role.gender if role is not None and not hit.title else "")
    return ""


def _described(prompt: str, hit: Hit) -> str:
    """What the prompt says of the hit's looks: the words before it and the phrases right after it."""
    after = prompt[hit.end :]
    alive = hit.sense is not None and hit.sense.kind != "prop"
    told = _POSTPOSED.match(after)
    taken = f"{told[1] if told else ''} {after[: described_length(after)] if alive else ''}".strip()
    own = hit.title or hit.word
    before = (*hit.before, *([own] if " " in own else [])) if own.isascii() else ("".join(hit.before) + own,)
    years = told_years(after) if hit.sense and hit.sense.kind == "person" else ""
    return f"{' '.join(w.lower() for w in before)} {years} {taken}".strip()


def is_new(prompt: str, hit: Hit) -> bool:
    """Whether the words say that this is one who has not been spoken of: "a man", 一个穿红衣服的女人."""
    return _NEW.search(prompt[: hit.start]) is not None
