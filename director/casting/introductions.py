"""Somebody described by fields (name, age, gender, appearance), as a sentence of a prompt would introduce them.

"A young woman named Ada in a green dress.", 一位年轻女子林月，身穿红裙。 Knows nothing of how prompts are cast.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from director.casting.english_words import with_article
from director.casting.hits import HAN
from director.casting.spotting import find_nouns
from director.lexicon.words import NUMBERS

_ROLE = re.compile(r"(?:an?|the)\s+([\w' -]+?)(?=\s+(?:in|with|wearing|who)\b|\s*,|\s*\.?$)(.*)", re.I | re.S)
_GARMENT_ZH = re.compile(r"^(?!.*[穿戴披着]).*(?:裙|袍|衣|甲|衫|装|外套|大褂|制服|裤)$")
_GENDERS = {"f": re.compile(r"\b(?:f|female|woman|women|girl|lady)\b|女", re.I),
            "m": re.compile(r"\b(?:m|male|man|men|boy|gentleman)\b|男", re.I)}  # fmt: skip
_AGES = {
    "child": re.compile(r"\b(?:child|kid|boy|girl|toddler)\b|儿童|孩|幼", re.I),
    "young": re.compile(r"\b(?:young|teen\w*|youth\w*|twent\w+)\b|[青少]年|少女|年轻|年少", re.I),
    "old": re.compile(r"\b(?:old(?! enough)|elderly|aged|senior|(?:six|seven|eigh|nine)t(?:y|ies))\b|老", re.I),
}  # fmt: skip
_NOUNS = {
    ("child", "f"): ("girl", "女孩"), ("child", "m"): ("boy", "男孩"), ("child", ""): ("child", "孩子"),
    ("young", "f"): ("young woman", "年轻女子"), ("young", "m"): ("young man", "年轻男子"),
    ("young", ""): ("young person", "年轻人"), ("old", "f"): ("old woman", "老妇人"), ("old", "m"): ("old man", "老人"),
    ("old", ""): ("old person", "老人"), ("", "f"): ("woman", "女子"), ("", "m"): ("man", "男子"),
    ("", ""): ("person", "人"),
}  # fmt: skip


def introduced(name: str, about: Mapping[str, Any]) -> str:
    """The sentence for one of that name. Of `about` it uses "type", "age", "gender", "position", "ethnicity" and
    "appearance", where they are there."""
    told = [str(about[key]).strip(" .。") for key in ("position", "ethnicity", "appearance") if about.get(key)]
    looks, age, gender = ", ".join(told), _age(str(about.get("age") or "")), _gender(str(about.get("gender") or ""))
    if any(hit.sense is not None and not hit.given for hit in find_nouns(name)):  # "the old king" says it all
        pause, stop = ("，", "。") if HAN.search(name + looks) else (", ", ".")
        return f"{name}{pause if looks else ''}{looks}{stop}"
    is_person = about.get("type") not in ("animal", "creature")
    if not is_person and not looks:
        looks = "dog" if about["type"] == "animal" else ""  # what an animal is staged as when nothing is said of it
    if HAN.search(name + looks):
        return _in_chinese(name, _NOUNS[age, gender][1] if is_person else "", looks)
    return _in_english(name, _NOUNS[age, gender][0] if is_person else str(about["type"]), looks, gender)


def _in_chinese(name: str, noun: str, looks: str) -> str:
    if not noun:
        kind, *rest = re.split("[,，]", looks, maxsplit=1) if looks else ["动物"]
        return f"一只名叫{name}的{kind.removeprefix('一只')}{'，' if rest else ''}{''.join(rest)}。"
    parts = [f"身穿{part}" if _GARMENT_ZH.search(part) else part for part in re.split("[,，]", looks) if part.strip()]
    return "，".join((f"一位{noun}{name}", *parts)) + "。"


def _in_english(name: str, noun: str, looks: str, gender: str) -> str:
    if any(hit.sense and hit.sense.kind == "creature" for hit in find_nouns(looks)) and not _ROLE.match(looks):
        looks = f"a {looks}"  # "grey wolf, old scars" says what it is
    if role := _ROLE.match(looks):
        return f"{with_article(_said(role[1], gender)).replace('a', 'A', 1)} named {name}{role[2].rstrip(' .')}."
    joined = " and ".join(part.strip() for part in looks.split(",") if part.strip())
    leads = "" if not joined else " " if re.match(r"(?:in|with|wearing)\b", joined, re.I) else " with "
    return f"{with_article(noun).replace('a', 'A', 1)} named {name}{leads}{joined}."


def _said(role: str, gender: str) -> str:
    """A role with the gender that it does not tell by itself: an "old female captain"."""
    if not gender or _gender(role):
        return role
    *before, last = role.split()
    return " ".join((*before, {"f": "female", "m": "male"}[gender], last))


def _gender(words: str) -> str:
    return next((gender for gender, pattern in _GENDERS.items() if pattern.search(words)), "")


def _age(words: str) -> str:
    """child, young, old, or "" for the years between, or when nothing is said."""
    found = re.search(r"\d{1,3}", words)
    years = int(found[0]) if found else NUMBERS.get(words.strip().lower())
    if years is not None:
        return "child" if years < 13 else "young" if years < 30 else "old" if years >= 60 else ""
    return next((age for age, pattern in _AGES.items() if pattern.search(words)), "")
