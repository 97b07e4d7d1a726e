"""What people and things look like: a role and a description become outfit, hair, colours and size.

What the words leave open is chosen by the seed to suit the role and the era. Knows nothing of sentences beyond the
few words that describe one person.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from director.lexicon.bodies import is_in_arms
from director.lexicon.people import ERAS, Role
from director.lexicon.words import (
    AGES,
    BEARDS,
    COLORS,
    GARMENTS,
    HAIR_COLORS,
    HAIR_STYLES,
    HATS,
    MASKS,
    NUMBERS,
    SIZES,
    WHITE_BY_NATURE,
    alternatives,
)  # fmt: skip
from model.catalog import CATALOG
from model.kinds import OF_OLD_CHINA, kind_named, kind_of
from model.stage import Entity

SKINS = ("#f3cfb3", "#eab98f", "#d69a6c", "#a86f45", "#7a4a2c", "#f0c6a4")
_SKINS_CHINESE = ("#f3cfb3", "#eec19c", "#e6b48c")
_HAIRS = ("#1f1815", "#3b2618", "#5f3c22", "#8a5a2c", "#b5743a", "#d9b25c", "#7a2f1c")
_GREY_HAIR = ("#c9c6c2", "#a9a7a5", "#e6e3de")
_TOPS = ("#3f6fb5", "#b5473c", "#3f8a5c", "#8a5ab0", "#c98a2f", "#2f7f8a", "#a83f6a", "#5a6b7a", "#d9784a")
_BOTTOMS = ("#2c2f4a", "#3a2f2a", "#4a4f58", "#5a4632", "#24303f", "#6b5a48")
_SHOES = ("#2a211e", "#4a3324", "#1f1c22")
_STYLES = {
    "m": ("short", "side_part", "curly", "spiky", "short", "wavy"),
    "f": ("bob", "long", "ponytail", "bun", "bangs", "wavy", "braids"),
}
# An outfit's own colour where neither role nor author gives one.
_OUTFIT_TOPS = {
    "armor": ("#9aa3ad", "#8a929c"),
    "police": ("#24304a",),
    "soldier": ("#5a6b3f",),
    "scrubs": ("#7fc4b8", "#eef1f3"),
    "chef": ("#f3f0ea",),
    "wedding_dress": ("#f4f0ea",),
    "tuxedo": ("#22222a",),
    "suit": ("#2f3a52", "#3a3440", "#4a4f58"),
    "rags": ("#8a7a62", "#7a6f60"),
    "spacesuit": ("#eef1f3",),
    "school": ("#24407a", "#7a2f3a"),
    "coat": ("#6b5a48", "#3a3440"),
    "raincoat": ("#ecc93a", "#3f70b5"),
    "royal": ("#8e1f2b", "#5a2a86"),
    "apron": ("#8a6a4a", "#6b7a5a"),
}
# What those who would come so wear where one dresses up.
_FORMAL = {"f": dict.fromkeys(("casual", "suit", "dress", "tunic"), "gown"), "m": {"casual": "suit"}}
# An emperor of China wears yellow, whatever a king of elsewhere does, and his consort red.
_IMPERIAL = {"m": {"top": "#e3ab2c", "bottom": "#e3ab2c", "accent": "#a8282c", "shoes": "#26242c"},
             "f": {"top": "#a8282c", "bottom": "#a8282c", "accent": "#d9a53a", "shoes": "#26242c"}}  # fmt: skip
_VEIL = re.compile(r"(盖头|喜帕|\bred veil)|\bveil\b|头纱|面纱")
_OUTFIT_BOTTOMS = {"wedding_dress": "#f4f0ea", "armor": "#6b7078", "tuxedo": "#1d1c22", "spacesuit": "#d9dde2",
                   "police": "#1f2838", "soldier": "#4a5636", "chef": "#3a3a40"}  # fmt: skip

_BUILDS = {
    "stout": frozenset("fat chubby plump stout heavy burly portly overweight heavyset heavy-set rotund tubby pudgy"
                       " stocky obese corpulent potbellied pot-bellied paunchy beefy hefty thickset"
                       " 胖 肥 魁梧 壮 大腹便便 膀大腰圆 发福 虎背熊腰".split()),
    "slim": frozenset("thin skinny slim slender lanky lean gaunt bony scrawny willowy wiry emaciated spindly"
                      " reedy rail-thin petite 瘦 苗条 纤细 骨瘦如柴 弱不禁风 单薄".split()),
}

_CUB = re.compile(
    r"\b(?:pupp(?:y|ies)|kittens?|cubs?|chicks?|ducklings?|piglets?|lambs?|fawns?|foals?)\b"
    r"|[狗猫熊虎狮狼]崽|幼[犬狗猫崽]",
    re.I,
)
_OF_METAL = re.compile(r"\brobot|\bmechanical\b|\bclockwork\b|机器|机械|电子", re.I)  # a robot dog
_STEEL, _LIGHTS = "#9fb0be", "#3fc0e0"
_YOUNG = 0.7  # of a grown animal's size
_NEWBORN = 0.48  # of a child's size


@dataclass(frozen=True, slots=True)
class Description:
    """What the author said about somebody's looks: words as given. `gender` is "f" or "m" where the words settle it,
    `noun` the word that somebody was called by, if not by name."""

    text: str = ""
    words: tuple[str, ...] = ()
    gender: str = ""
    noun: str = ""

    @property
    def all_words(self) -> tuple[str, ...]:
        return (*self.words, *re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", self.text.lower()))


def dress(
    entity_id: str,
    name: str,
    archetype: str,
    role: Role | None,
    said: Description,
    *,
    era: str,
    rng: np.random.Generator,
    worn: Collection[str] = (),
    formal: bool = False,
) -> Entity:
    """The entity in its looks. Equal arguments and an equal state of `rng` give an equal entity. `worn` are the colours
    that others wear already: two who may wear what they like are told apart by it. Where it is `formal` who would come
    in plain clothes comes in a suit or a gown."""
    kind = CATALOG[archetype]
    if role is None:
        return _thing(entity_id, name, archetype, said, era)
    age = _age(role, said)
    gender = _gender(role, said, rng)
    look = _look(role, said, gender, age, era, rng)
    if formal and age != "child" and not tells_outfit(said):
        look["outfit"] = _FORMAL[gender].get(look["outfit"], look["outfit"])
    colors = _person_colors(role, said, look, age, era, rng, worn)
    look |= _shape(said, rng)
    if told_mask := _mask(role, said):
        look, colors = {**look, "mask": told_mask[0]}, {**colors, **told_mask[1]}
    body = CATALOG["child"] if age == "child" else kind
    tall = _scale(said.all_words) if role.age != "child" else 1.0
    size = _sized(body.size, tall * _grown(look))
    if age == "child" and any(is_in_arms(word) for word in (name, said.noun, *said.words)):
        size, look = _sized(body.size, _NEWBORN), {**look, "hair": "bald", "outfit": "pyjamas", "hat": "none"}
        return Entity(entity_id, name, "person", body.name, size, colors, look, body.traits | {"holdable"})
    return Entity(entity_id, name, "person", body.name, size, colors, look, body.traits)


def body_of(look: Mapping[str, str]) -> tuple[str, tuple[float, float, float]]:
    """The archetype of a person of that look, and how large one usually is: width, height, depth in metres."""
    body = CATALOG["child" if look["age"] == "child" else "adult"]
    return body.name, _sized(body.size, _grown(look))


def _grown(look: Mapping[str, str]) -> float:
    return {"old": 0.96, "young": 1.0}.get(look["age"], 1.0) * (1.05 if look["gender"] == "m" else 0.98)


# ---- people -----------------------------------------------------------------------------------------------------


_YEARS = re.compile(r"\((\d{1,3})\)|\b(\d{1,3}|[a-z]+)[- ]years?[- ]old\b|(\d{1,3}|[一二三四五六七八九十]{1,3})岁")
_HAIR_NOUNS = (
    r"hair(?:ed)?|beard(?:ed)?|curls|braids|ponytail|pigtails|bun|bob|locks|plaits?|bangs|fringe|mane|tresses|dreadlocks"
    r"|topknot|mohawk|afro|moustache|mustache"
)
_SMOOTH = re.compile(r"eunuch|太监|公公|内侍")  # no beard
_LITTLE = re.compile(r"^小(?:皇子|皇帝|王子|公主|世子|郡主|太子|少爷|徒[弟儿]|学徒|和尚|道士|沙弥|乞丐|叫花|书童)")
_OLD = re.compile(r"^老(?!师|板|公|婆|乡|大|总|鸨|铁|家)")


def _age(role: Role, said: Description) -> str:
    if told := _YEARS.search(said.text):
        return _age_of(next(filter(None, told.groups())))
    if any(w.lower() in ("boy", "girl", "child", "kid") for w in said.words):
        return "child"  # a boy wizard
    ages = [AGES[w] for w in said.all_words if w in AGES]
    ages += ["child" for w in said.words if is_in_arms(w)]  # her baby brother
    ages += [age for word, age in AGES.items() if not word.isascii() and len(word) > 1 and word in said.text]
    if _LITTLE.match(said.noun):
        return "child"
    ages += ["old"] if _OLD.match(said.noun) and role.age != "old" else []
    grown = role.age in ("adult", "old") or (role.age == "young" and "小" in said.words)  # 小宫女 is no child
    if ages and not (ages[0] == "child" and grown):
        return ages[0]
    return role.age or "adult"


_TOLD_AGE = re.compile(
    r"\s*(?:\(|,\s*(?:who is |is )?(?:only |just |barely |about |aged? )*)(\d{1,3}(?=s?\b)|[a-z]+(?:-[a-z]+)?)"
    r"s?(?=\)|\s*[,.;:]|\s+and\b|$)"
    r"|,?\s*in (?:his|her|their) (?:early |mid |late |mid-)?"
    r"(teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b|(?:，|（)?(?:今年|年方|才|刚满|约)?(\d{1,3}|[一二三四五六七八九十]{1,3})(?:岁|(?=，))",
    re.I,
)
_TENS = {"teen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
         "ninety": 90, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "fourteen": 14}  # fmt: skip


def told_years(after: str) -> str:
    """The age that the text right after a name tells, as figures in brackets: ", nine," is "(9)". "" where none is."""
    if not (told := _TOLD_AGE.match(after)):
        return ""
    word = next(filter(None, told.groups())).lower()
    tens, _, ones = re.sub("ties$", "ty", word).removesuffix("s").partition("-")
    years = _TENS.get(tens, NUMBERS.get(tens)) if tens.isascii() and tens.isalpha() else None
    if years is not None:
        return f"({years + NUMBERS.get(ones, 0)})"
    return f"({word})" if word.isdigit() else f"{word}岁" if not word.isascii() else ""


def _age_of(years: str) -> str:
    """The age class of a number in figures, English or Chinese."""
    tens, _, ones = years.partition("十")
    if years.isdigit():
        n = int(years)
    elif "十" in years:
        n = 10 * NUMBERS.get(tens, 1) + NUMBERS.get(ones, 0)
    else:
        n = NUMBERS.get(years, 30)
    return "child" if n < 14 else "young" if n < 28 else "adult" if n < 60 else "old"


def _gender(role: Role, said: Description, rng: np.random.Generator) -> str:
    chance = "f" if rng.random() < 0.5 else "m"
    return said.gender or role.gender or chance


def _shape(said: Description, rng: np.random.Generator) -> dict[str, str]:
    """The build that the words ask for, if they do, and a likeness of one's own."""
    asked = (build for build, words in _BUILDS.items()
             if not words.isdisjoint(said.all_words) or any(not w.isascii() and w in said.text for w in words))
    build = next(asked, None)
    return {"likeness": str(rng.integers(100_000)), **({} if build is None else {"build": build})}


def _look(role: Role, said: Description, gender: str, age: str, era: str, rng: np.random.Generator) -> dict[str, str]:
    text = said.text.lower()
    outfit = role.outfits[ERAS.index(era)]
    garment = _garment(text)
    if garment and GARMENTS[garment][0] and not (garment in ("suit", "suits") and outfit == "spacesuit"):
        outfit = GARMENTS[garment][0]
    if garment == "礼服" and gender == "f":  # which says no more than that one is dressed up
        outfit = "gown"
    hair = role.look.get("hair") or str(rng.choice(_STYLES[gender]))
    if gender == "m" and role.gender != "m" and hair in ("bun", "bob", "ponytail", "braids"):
        hair = "short"
    if gender == "f" and role.gender != "f" and hair in ("short", "side_part"):
        hair = "wavy"
    if age == "old" and gender == "m" and "hair" not in role.look:
        hair = str(rng.choice(("short", "bald", "side_part")))
    told_hair = [HAIR_STYLES[w] for w in said.all_words if w in HAIR_STYLES and _about_hair(w, text)]
    chinese_hair = [word for word in HAIR_STYLES if not word.isascii() and word in text]
    told_hair += [HAIR_STYLES[word] for word in sorted(chinese_hair, key=len)[-1:]]
    hat = "none" if _is_dressed_up(role, outfit) else _hat(role, outfit, era, gender)
    told_hat = _longest(_HATS_BY_NAME, text) or (_longest(HATS, text) and (hat if hat != "none" else HATS["hat"]))
    if era == "chinese":
        hair = _of_old_china(hair, outfit, gender, hatless=hat != role.look.get("hat", hat))
    told_beard = _longest(BEARDS, text)
    smooth = gender != "m" or _SMOOTH.search(said.noun) or (age == "young" and role.age != "young")
    beard = "none" if smooth else role.look.get("beard", "none")
    if outfit == "imperial" and beard != "none":
        beard = "goatee"
    glasses = role.look.get("glasses", "no")
    if _SHADES.search(text):
        glasses = "dark"
    elif "glasses" in text or "spectacles" in text or "眼镜" in text:
        glasses = "yes"
    return {
        "outfit": outfit,
        "hair": told_hair[0] if told_hair else hair,
        "age": age,
        "gender": gender,
        "hat": told_hat or ("none" if told_hair else hat),
        "beard": told_beard or beard,
        "glasses": glasses,
        "role": role.name,
    }


_SHADES = re.compile(r"\bsunglasses\b|\bdark glasses\b|\bshades\b|墨镜|太阳镜|太阳眼镜")


def _is_dressed_up(role: Role, outfit: str) -> bool:
    """Whether somebody wears what nobody of their trade is known by."""
    return outfit in _APART and outfit not in role.outfits


_APART = frozenset({"tuxedo", "suit", "gown", "wedding_dress", "pyjamas"})
_ROUGH = frozenset({"thief", "swordsman", "soldier", "pirate", "guard"})  # who masks not for a ball
_COLORED_MASK = re.compile(
    rf"\b({alternatives(COLORS)})\b(?: [\w-]+){{0,2}}? (?:masks?|bandanas?|balaclavas?)\b")
_COLORED_MASK_ZH = re.compile(
    rf"({alternatives(COLORS, han=True)})色?的?[^\s，。、的]{{0,3}}?(?:面具|面罩|面巾|面纱|口罩|头套|脸谱|假面)")


def _mask(role: Role, said: Description) -> tuple[str, dict[str, str]] | None:
    """The mask that somebody is told to wear, and its colour where that is told or is not the usual one."""
    text = " ".join((said.noun, *said.words, said.text)).lower()
    if told := _longest(MASKS, text):
        kind, _, color = told.partition(" ")
    elif re.search(r"\bmasked\b", text):
        kind, color = ("cloth" if role.name in _ROUGH else "half"), ""
    else:
        return None
    if named := _COLORED_MASK.search(text) or _COLORED_MASK_ZH.search(text):
        color = COLORS[named[1]]
    return kind, {"mask": color} if color else {}


def _of_old_china(hair: str, outfit: str, gender: str, *, hatless: bool) -> str:
    """How somebody's hair was worn in old China, where nothing is told of it: never cut, but shaven by monks."""
    if hair == "bald" or (outfit not in _ROBES and not hatless):
        return hair
    if gender == "m":
        return "topknot"
    return {"wavy": "long", "bob": "long", "curly": "bun", "afro": "bun", "short": "bun"}.get(hair, hair)


_ROBES = frozenset({"hanfu", "wuxia", "robe", "imperial", "royal", "apron", "peasant", "tunic", "rags", "armor"})


_HATS_BY_NAME = {word: hat for word, hat in HATS.items() if word not in ("hat", "帽子")}  # not just any


def _hat(role: Role, outfit: str, era: str, gender: str) -> str:
    """The hat of the role, if people wore such hats then."""
    hat = role.look.get("hat", "none")
    if outfit == "imperial":
        return "beaded" if gender == "m" else "phoenix"
    if era == "chinese" and hat in ("helmet", "cap", "beanie", "top_hat", "wizard"):
        return "none"
    if hat == "helmet" and outfit != "armor":
        return "cap"  # the helmet that the kit has belongs to armour
    return "hood" if hat == "beanie" and era == "medieval" else hat


def _person_colors(
    role: Role, said: Description, look: Mapping[str, str], age: str, era: str, rng: np.random.Generator,
    worn: Collection[str],
) -> dict[str, str]:  # fmt: skip
    text = said.text.lower()
    skins, hairs = (_SKINS_CHINESE, _HAIRS[:2]) if era == "chinese" else (SKINS, _HAIRS)
    outfit = look["outfit"]
    tops = _OUTFIT_TOPS.get(outfit) or [color for color in _TOPS if color not in worn] or _TOPS
    colors = {
        "skin": str(rng.choice(skins)),
        "hair": str(rng.choice(_GREY_HAIR if age == "old" else hairs)),
        "top": str(rng.choice(tops)),
        "bottom": _OUTFIT_BOTTOMS.get(outfit, str(rng.choice(_BOTTOMS))),
        "shoes": str(rng.choice(_SHOES)),
        "accent": str(rng.choice(("#d9b24a", "#c9d2dc", "#b5473c", "#2f7f8a"))),
    }
    apart = {"top", "bottom"} if _is_dressed_up(role, outfit) else set()
    colors |= {part: color for part, color in role.colors.items() if part not in apart}
    if look["hat"] == "hood" and (veil := _VEIL.search(text)):
        colors["accent"] = COLORS["red"] if veil[1] else COLORS["white"]
    if outfit == "imperial":
        colors |= _IMPERIAL[look["gender"]]
    if role.name in ("bride", "groom") and outfit == "hanfu":
        colors["top"] = colors["bottom"] = COLORS["red"]
    garment = _garment(text)
    if garment in WHITE_BY_NATURE:
        colors["top"] = COLORS["white"]
    for part, color in _told_colors(text):
        colors[part] = color
    if outfit in ("dress", "gown", "wedding_dress", "hanfu", "robe", "raincoat", "royal", "imperial") and (
        "top" in role.colors or any(part == "top" for part, _ in _told_colors(text))
    ):
        colors["bottom"] = colors["top"]
    return colors


_NAMES, _HANS = alternatives(HAIR_COLORS), alternatives(COLORS, han=True)
_COLORED_HAIR = re.compile(rf"\b({_NAMES})[- ](?:and \w+ )?((?:[a-z-]+ ){{0,2}}?)({_HAIR_NOUNS})\b")
_COLORED_GARMENT = re.compile(rf"\b({_NAMES})\s+((?:[a-z-]+\s+){{0,2}}?)({alternatives(GARMENTS)})\b")
_IN_COLOR = re.compile(rf"\b(?:in|wearing)\s+(?:all\s+)?({_NAMES})\b(?!\s*-?hair)")
_COLORED_HAIR_ZH = re.compile(rf"({_HANS})色?的?(?:[短长卷直]?头?发|[短长卷]发|胡子|马尾|辫子)")
_COLORED_GARMENT_ZH = re.compile(rf"({_HANS})色?的?[^\s，。、的]{{0,3}}?({alternatives(GARMENTS, han=True)})")


def _told_colors(text: str) -> list[tuple[str, str]]:
    """(part, colour) pairs that the text names: "a red coat", "black hair", "in white", 红色外套, 黑发."""
    told: list[tuple[str, str]] = []
    for match in _COLORED_HAIR.finditer(text):
        told.append(("hair", HAIR_COLORS[match[1]]))
    for match in re.finditer(r"\b(blonde?|brunette|ginger)\b(?! hair)", text):
        told.append(("hair", HAIR_COLORS[match[1]]))
    for match in _COLORED_GARMENT.finditer(text):
        told.append((GARMENTS[match[3]][1], COLORS.get(match[1], HAIR_COLORS[match[1]])))
    if not told or all(part == "hair" for part, _ in told):
        for match in _IN_COLOR.finditer(text):
            told.append(("top", COLORS.get(match[1], HAIR_COLORS[match[1]])))
    for match in _COLORED_HAIR_ZH.finditer(text):
        told.append(("hair", HAIR_COLORS[match[1]]))
    for match in _COLORED_GARMENT_ZH.finditer(text):
        told.append((GARMENTS[match[2]][1], COLORS[match[1]]))
    return told


def _garment(text: str) -> str | None:
    return _longest_key({k: k for k in GARMENTS}, text)


def tells_outfit(said: Description) -> bool:
    """Whether the author says what somebody wears."""
    garment = _garment(said.text.lower())
    return garment is not None and bool(GARMENTS[garment][0])


def _longest(table: Mapping[str, str], text: str) -> str | None:
    key = _longest_key(table, text)
    return None if key is None else table[key]


def _longest_key(table: Mapping[str, str], text: str) -> str | None:
    return max((key for key in table if _tells(text, key.lower())), key=len, default=None)


def _tells(text: str, word: str) -> bool:
    """Whether a word is in a text, an English one as a whole. What is not in it at all, as nearly always, is not worth
    an expression."""
    return word in text and (not word.isascii() or re.search(rf"\b{re.escape(word)}\b", text) is not None)


def _about_hair(word: str, text: str) -> bool:
    """ "Long" and "short" are about hair only beside it; "bald" and "braids" always are."""
    if word not in ("short", "long", "wavy", "curly", "bob", "shaved", "bangs"):
        return True
    return bool(re.search(rf"\b{word}\b[^,.;]*\bhair", text))


# ---- creatures and things ---------------------------------------------------------------------------------------


def _thing(entity_id: str, name: str, archetype: str, said: Description, era: str) -> Entity:
    usual, kind, look = CATALOG[archetype], kind_of(archetype, name), dict[str, str]()
    if kind is None and era == "chinese" and archetype in OF_OLD_CHINA:
        kind = kind_named(OF_OLD_CHINA[archetype])
        look = {"kind": OF_OLD_CHINA[archetype]}
    told = [COLORS[w] for w in said.all_words if w in COLORS]
    told += [COLORS[c] for c in COLORS if not c.isascii() and re.search(rf"{c}色|{c}的|^[小大老胖瘦肥]?{c}", said.text)]
    if usual.kind == "creature" and archetype != "robot" and _OF_METAL.search(name):
        told = [*(told or [_STEEL]), _LIGHTS]
    colors = {
        "body": told[0] if told else (kind and kind.body) or usual.body,
        "accent": told[1] if len(told) > 1 else (kind and kind.accent) or usual.accent,
    }
    young = _YOUNG if usual.kind == "creature" and _CUB.search(name) else 1.0
    size = _sized((kind and kind.size) or usual.size, young * _scale(said.all_words, said.text))
    return Entity(entity_id, name, usual.kind, archetype, size, colors, look, usual.traits)


def _scale(words: Sequence[str], text: str = "") -> float:
    told = [SIZES[w] for w in words if w in SIZES]
    told += [SIZES[w] for w in SIZES if not w.isascii() and len(w) > 1 and w in text]
    return told[0] if told else 1.0


def _sized(size: tuple[float, float, float], scale: float) -> tuple[float, float, float]:
    w, h, d = size
    return round(w * min(scale, 1.2) if scale > 1 else w * scale, 3), round(h * scale, 3), round(d * scale, 3)
