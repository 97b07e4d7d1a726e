"""How far the words right behind somebody say what he wears or looks like: "in red with a white beard", 穿着裙子.

English and Chinese. Knows nothing of what the clothes are: that is for the wardrobe.
"""

from __future__ import annotations

import re

from director.casting.english_words import base_forms, third_persons
from director.casting.spotting import find_nouns
from director.lexicon.words import BEARDS, GARMENTS, HATS, MASKS, alternatives

# Before a hat that is on a head: "tips her hat", "lowered his old".
ON_THE_HEAD = (
    r"\b(?:tip(?:s|ped|ping)?|doff(?:s|ed|ing)?|(?:adjust|lower|straighten|touch|lift)(?:s|es|ed|ing)?"
    r"|pull(?:s|ed|ing)? down|tak(?:es|ing) off|took off|remov(?:es?|ed|ing)) (?:his|her|their) (?:[a-z-]+ )?"
)
_WEARABLE = (
    *GARMENTS, *HATS, *BEARDS, "hair", "glasses", "sunglasses", "spectacles", "monocle", "braids", "ponytail",
    "pigtails", "curls", "bob", "bun", "dreadlocks", "mohawk", "afro", "head", "bandana", "gloves", "shawl", "veil",
    "mask", "boots", "sash", "leotard", "tights", "sneakers", "heels", "tie", "collar", "eyepatch", "sweatshirt",
    "turban", "headscarf", "goggles", "helmets", "gear", "disguise", "costume", "costumes", "mourning", "headphones",
    "earrings", "tattoos", "pearls", "diamonds", "chains", "handcuffs",
)  # fmt: skip
_CLAD = r"(?:dressed|clad|veiled|draped|wrapped|swathed|cloaked|robed|shrouded|decked out|garbed|attired|bundled) in"
_WORN = re.compile(
    r"\s*,?\s*(?:(?:who (?:is|are|wears?|has|have)|and|,)\s+)*"
    rf"(?:(?:is |was |are )?(?:in|wearing|{_CLAD})|wears?|has|with|and)\s+[^.,;!?，。；！？]*?"
    rf"\b(?:(?:{alternatives(_WEARABLE)})(?:e?s)?\b"
    r"|(?:[a-z]+-)?(?:red|blue|green|black|white|yellow|pink|purple|grey|gray|brown|orange|gold|silver)"
    r"(?=\s*(?:[.,;!?]|$)|\s+(?:and|at|on|in|with|by|who|is|are|near|beside|stand|sit|wait|walk|hold)))",
    re.I,
)
_PUT_ON_ZH = (
    r"，?(?:身穿|身着|穿着|穿|戴着|头戴|披着|身披|留着|扎着|梳着|一头|满头|有着|长着|顶着|一袭|一身"
    r"|[蒙盖]着(?=[^，。]{0,4}(?:盖头|喜帕|面纱|头纱))|裹着(?![^，。]{0,6}[毯被巾布单]))"
)
_ON_ONE_ZH = "|".join(w for w in (*GARMENTS, *HATS, *BEARDS) if not w.isascii() and len(w) > 1)
_WORN_ZH = re.compile(
    # "戴着白手套端详花瓶": what is worn ends where a deed begins
    rf"{_PUT_ON_ZH}[^，。；！？\s]{{0,6}}?(?:{_ON_ONE_ZH}|手套|手铐|脚镣|眼罩|耳机|红领巾|大红花|盖头|喜帕|墨镜|眼镜|面具|面纱|头纱|口罩|围巾|耳环|项链|马尾|[长短卷白银红金黑]发|(?<=[^，。；！？\s])[衣袍裙衫甲裳裤帽靴鞋服妆纱])"
    r"(?=[^，。；！？\s的]{0,3}[看望端捧抱拿握举站坐走跑跪躺盯踱研擦翻读写吃喝啃抽打扫修切洗弹唱跳指骑提拎埋趴蹲靠倚守追逃冲闯推拉抚摸轻缓静默凝注摇擦"
    r"在从向对把被正却押扶挥拔持背牵挽撑扛递倒爬钻飞挡护哭笑喊叫骂吼翩起舞旋转祈练盘睡缩颤弯鞠行敬喂])"
    rf"|{_PUT_ON_ZH}[^，。；！？\s]{{1,16}}"
    rf"|的(?:[白黑红蓝绿青紫黄灰粉]色?的?)[^，。；！？\s的]{{0,3}}?(?:{_ON_ONE_ZH})(?=[上里下，。])"
    r"|，?(?:西装革履|西装笔挺|衣衫褴褛|白发苍苍|满头白发|满头银发|披头散发)"
    r"|，?(?:[白黑红蓝绿青紫黄灰金银粉素墨][衣袍裙衫甲裳发]|[长短卷]发)[^，。；！？\s]{0,4}(?=[，。；！？]|$)"
)
_WORN_LOOSELY = re.compile(
    r"\s*,\s+(?:\w+ly )?(?:[a-z]+-(?:bearded|haired|eyed|skinned|faced|clad)|bald"
    r"|bearded|freckled|hooded|barefoot|masked)"
    r"(?: and [\w-]+(?: in one eye)?)?(?=\s*(?:[,.;]|$))|"
    r"\s*,\s+(?:all |an? |his |her )?(?:red|blue|green|black|white|yellow|pink|purple|grey|gray|brown|orange|gold"
    r"|golden|silver|blonde?|dark|long|short)\s+"
    rf"(?:[\w-]+\s+)?(?:{alternatives(_WEARABLE)})\b"
    r"(?:\s+and\s+(?:an? )?(?:[\w-]+\s+){0,2}[\w-]+(?=,))?",
    re.I,
)


_MASK = re.compile(rf"\b(?:{alternatives(MASKS)})\b", re.I)
_IN_COLOR = re.compile(
    r"\s*,?\s*(?:in|wearing|dressed in|clad in) (?:all )?"
    r"(?:red|blue|green|black|white|yellow|pink|purple|grey|gray|brown|orange|gold|silver)(?=\s+([a-z]+))"
)  # "two men in black carry a coffin"


def described_length(after: str) -> int:
    """How many characters of the text right after a person say what they wear or look like: " in red", 穿着裙子."""
    length = 0
    plain = _IN_COLOR.match(after)
    if plain and plain[1] in base_forms() | third_persons() and plain[1] not in _WEARABLE:  # not "in red boots"
        return plain.end()
    while match := _WORN.match(after[length:]) or _WORN_LOOSELY.match(after[length:]) or _WORN_ZH.match(after[length:]):
        others = find_nouns(_MASK.sub(" ", match.group())) if match.re is not _WORN_ZH else ()  # a fox mask is no fox
        if any(h.sense and h.sense.kind != "prop" for h in others):
            break
        length += match.end()
    return length
