"""Which of those whom a prompt speaks of are there: not what is worn, only likened to, or named for its place.

English and Chinese. Knows nothing of where they stand or how they look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from director.casting.attire import ON_THE_HEAD, described_length
from director.casting.hits import HAN, Hit
from director.casting.whereabouts import is_place_only
from director.lexicon.people import KIN
from director.lexicon.words import CLASSIFIERS
from model.catalog import CATALOG
from model.settings import Setting


def present(prompt: str, hits: Sequence[Hit], place: Setting) -> tuple[list[Hit], dict[int, list[int]]]:
    """The nouns of who and what is there; and, by where a word for several begins who are then told one by one, where
    those do. `hits` are all nouns of the prompt."""
    worn = [(h.end, h.end + described_length(prompt[h.end :])) for h in hits if h.sense and h.sense.kind != "prop"]
    kept, sums = _without_sums(prompt, hits)
    there = [h for h in kept if h.sense is not None and not is_place_only(h, place, hits, prompt)
             and not any(a <= h.start < b for a, b in worn) and not _is_worn(prompt, h)
             and not _is_boxed_in(prompt, h) and not _is_put_on(prompt, h) and not _is_brink(h, place)
             and not _is_only_said(prompt, h) and not _is_of_a_place(prompt, h, hits)
             and not _AT_HOME.match(prompt, h.end) and not _STAND.match(prompt, h.end)
             and not _ABSENT.match(prompt, h.end) and not _is_content(prompt, h)
             and not _is_absent_owner(prompt, h, hits) and not _is_around(prompt, h, hits)
             and not _is_in_the_sky(prompt, h) and not _is_pictured(prompt, h)
             and not _is_topic(prompt, h) and not _is_in_a_car(prompt, h)
             and not is_of_the_set(h, place) and not _is_what_they_become(prompt, h)
             and not _is_beyond_the_window(prompt, h, place)]  # fmt: skip
    return there, sums


def _is_pictured(prompt: str, hit: Hit) -> bool:
    """Whether somebody is only seen on a screen or in a picture, or is who another plays."""
    if hit.sense is None or hit.sense.kind == "prop":
        return False
    role = hit.sense.kind == "person" and _PLAYED.search(prompt[: hit.start])
    return bool(role or _SHOWN.search(prompt[: hit.start]) or _ON_SCREEN.match(prompt, hit.end))


_PLAYED = re.compile(
    r"\b(?:girl|boy|actor|actress|student|man|woman|child|kid)s? (?:who )?play(?:s|ed|ing)? (?:the )?(?:\w+ )?$",
    re.I,
)
_SHOWN = re.compile(
    r"(?:屏幕|荧幕|荧屏|照片|相片|画像|视频|监控|电视|投影|全息影像)(?:画面)?[上里中](?:的|是|正?出现了?|显示着?|播放着?|映出了?|传来)"
    r"(?:[^，。；着]{1,3}[和与、])?[^，。；着]{0,5}$"
)
_ON_SCREEN = re.compile(
    r"(?:['’]s (?:\w+ )?(?:faces?|image|likeness|hologram))?(?: (?:appears?|smil\w+|wav\w+|laugh\w+|cr(?:y|ies|ying)))?"
    r" (?:on|in) (?:an?|the|his|her|their|every|old)"
    r" (?:[\w-]+ ){0,2}(?:screens?|monitors?|photos?|photographs?|pictures?|portraits?|video|poster)\b",
    re.I,
)


def is_of_the_set(hit: Hit, place: Setting) -> bool:
    """Whether the set has it, or stands beside it: a mast on deck, the train in a station."""
    if place.name == "ship deck":
        return _RIGGING.fullmatch(hit.word) is not None
    return place.name in ("station", "train carriage") and _ON_RAILS.fullmatch(hit.word) is not None


def _is_beyond_the_window(prompt: str, hit: Hit, place: Setting) -> bool:
    """Whether a thing is only seen out there: 窗外陨石飞过."""
    thing = hit.sense is not None and hit.sense.kind == "prop"
    return thing and place.indoor and _OUT_THERE.search(prompt[: hit.start]) is not None


_RIGGING = re.compile(r"(?:main)?masts?|sails?|rigging|crow['’]s nest|桅杆|船帆|主桅|风帆", re.I)
_ON_RAILS = re.compile(r"(?:\w+ )?trains?|subway|metro|列车|火车|高铁|动车|地铁|车", re.I)
_OUT_THERE = re.compile(
    r"(?:^|[，。；])(?:舷|车|落地)?窗外(?:的)?[^，。；]{0,8}$"
    r"|\b(?:outside|beyond) the (?:\w+ )?windows?,? (?:[\w-]+ ){0,3}$", re.I,
)  # fmt: skip


def _is_what_they_become(prompt: str, hit: Hit) -> bool:
    """Whether it is what those are to each other who have been spoken of: 结为兄弟, "become friends", "Ann and Ben, old
    rivals, ..."."""
    tied = _TIES.fullmatch(prompt[hit.start : hit.end]) is not None
    aside = _SET_OFF.search(prompt[: hit.start]) and _SAYS_HOW_LONG.match(prompt, hit.end)
    return tied and (_BECOME.search(prompt[: hit.start]) is not None or bool(aside))


_TIES = re.compile(
    r"兄弟|姐妹|姊妹|夫妻|夫妇|师徒|知己|好友|朋友|手足|仇人"
    r"|(?:brother|sister|friend|enem(?:y|ie)|lover|rival|stranger|neighbou?r|colleague|partner)s", re.I
)
# Behind two who are named, between commas.
_SET_OFF = re.compile(
    r"\band [\w' -]{2,30}, (?:(?:now|once|old|best|sworn|former|bitter|childhood|complete|two) )*$", re.I
)
_SAYS_HOW_LONG = re.compile(r"(?: (?:for|since) [\w ]{2,25})?(?:,(?! (?:and|an?|two|three)\b)|[.;]|$)")
_BECOME = re.compile(r"(?:结为|结成|结拜为?|拜为|情同|亲如|成为|成了|变成)(?:了)?(?:异姓|生死)?$"
                     r"|\b(?:as|become|becomes|became|be|like|are|were) (?:(?:sworn|blood|best|good|old) )?$", re.I)


def _is_in_a_car(prompt: str, hit: Hit) -> bool:
    """Whether a seat is one of a car: "on the back seat of his cab"."""
    of_it = _IN_FRONT_OR_BACK.search(prompt[: hit.start]) or _OF_A_CAR.match(prompt, hit.end)
    return hit.word.lower() in ("seat", "seats") and bool(of_it)


_IN_FRONT_OR_BACK = re.compile(r"\b(?:back|front|rear|passenger|driver['’]s|car) $", re.I)
_OF_A_CAR = re.compile(r" of (?:an?|the|his|her|their) (?:\w+ )?(?:car|cab|taxi|truck|van|limousine|bus)\b", re.I)


def _is_topic(prompt: str, hit: Hit) -> bool:
    """Whether a thing is only what they talk of: "arguing about an old case", 谈论那把剑."""
    return hit.sense is not None and hit.sense.kind == "prop" and TOPIC.search(prompt[: hit.start]) is not None


# Right before what somebody only speaks or thinks of.
TOPIC = re.compile(
    r"\babout (?:an?|some|old|past) (?:[\w'’-]+ ){0,2}$"
    r"|(?:谈论|讨论|议论|争论|说起|提起|聊起|谈起|讲起|聊着|谈着|关于)[^，。；在把]{0,6}$",
    re.I,
)


def _is_in_the_sky(prompt: str, hit: Hit) -> bool:
    """Whether a star is one that shines at night: "under the stars", "a falling star"."""
    word = prompt[hit.start : hit.end].lower()
    if word == "星星":
        return re.search(r"[看数望摘颗]着?$|[天空夜]的?$", prompt[: hit.start]) is not None
    if word not in ("star", "stars"):
        return False
    before = _FALLING_STAR if word == "star" else _UNDER_STARS
    return bool(before.search(prompt[: hit.start]) or _TWINKLE.match(prompt, hit.end))


_UNDER_STARS = re.compile(
    r"\b(?:under|beneath|below|among|amid|at|by|toward|towards|through|above|the|of|falling|shooting|bright|distant"
    r"|cold|million|thousand|countless|first|moon and) $",
    re.I,
)
_FALLING_STAR = re.compile(r"\b(?:falling|shooting|north|evening|morning|pole|lone|bright|first|wishing) $", re.I)
_TWINKLE = re.compile(r" (?:shin|twinkl|glitter|glimmer|sparkl|overhead|above|come out|came out|fall|wheel|fad)", re.I)


def _is_put_on(prompt: str, hit: Hit) -> bool:
    """Whether it is a veil that is on a head, 掀开头纱, the bride's veil, or what else is worn: under his apron."""
    owned = re.search(r"\b(?:his|her|[\w-]+['’]s) (?:[\w-]+ )?$", prompt[: hit.start]) is not None
    han = HAN.match(hit.word) and not re.search(rf"[一两][{CLASSIFIERS}][^，。]{{0,4}}$", prompt[: hit.start])
    hat = hit.sense is not None and hit.sense.archetype in ("hat", "crown")
    if hat and _HEADED.search(prompt[: hit.start]):
        return True
    return bool(_VEIL.search(hit.word) and (owned or han)) or (owned and hit.word.lower() in ("apron", "shawl"))


_HEADED = re.compile(rf"{ON_THE_HEAD}$", re.I)
_VEIL = re.compile(r"\bveil$|面纱$|盖头$|头纱$|头巾$", re.I)


def _is_brink(hit: Hit, place: Setting) -> bool:
    """Whether an edge is that of a pool or a road, which no wall stands for."""
    return hit.word == "edge" and place.name not in ("rooftop", "mountain")


def _is_boxed_in(prompt: str, hit: Hit) -> bool:
    """Whether a ring is one in which people box."""
    return hit.word == "ring" and _AROUND.search(prompt[: hit.start]) is not None


_AROUND = re.compile(
    r"\b(?:(?:in|into|inside|outside|around|by|near|beside|at|across|from)|(?:corner|middle|cent(?:er|re)|edge) of)"
    r" the (?:boxing |circus )?$",
    re.I,
)


def _is_worn(prompt: str, hit: Hit) -> bool:
    """戴草帽的老人: the hat is on a head, no prop."""
    return bool(
        re.search(r"[穿戴披留][^，。；、的]{0,4}$", prompt[: hit.start])
        and re.match(r"[^，。；、]{0,2}的", prompt[hit.end :])
    )


def _without_sums(prompt: str, hits: Sequence[Hit]) -> tuple[list[Hit], dict[int, list[int]]]:
    """Without words for several who are then told one by one: 一家四口：爸爸、妈妈、姐姐和弟弟; and where those begin,
    by where the word for all of them does."""
    kept, sums = [], dict[int, list[int]]()
    for i, hit in enumerate(hits):
        several = hit.sense is not None and (hit.sense.members or hit.count > 1 or hit.plural)
        sentence = re.split(r"[.。;；!！]", prompt[hit.end :])[0]
        people = [h for h in hits[i + 1 :] if h.start < hit.end + len(sentence) and h.sense and h.sense.kind != "prop"]
        told_below = re.match(r"[^:.]{0,30}: ", prompt[hit.end :])
        if people and told_below and hit.word.lower() in ("someone", "somebody", "stranger", "figure"):
            continue  # "someone knocks: a girl"
        pair = [h for h in hits if h.word.lower() in ("bride", "groom", "新娘", "新郎")]
        if several and len({h.word for h in pair}) == 2 and {r.name for r in hit.sense.members} & {"man", "young man"}:  # type: ignore[union-attr]
            sums[hit.start] = [h.start for h in pair]  # the couple
            continue
        listed = re.match(r"(?:[^:：—,，]{0,12}|(?: (?:in|on|at|around|inside|beside) [\w' -]{1,40}))(?:[:：]|——| — )",
                          prompt[hit.end :])  # fmt: skip
        if several and listed and len(people) >= max(2, hit.count if hit.count < 9 else 2):
            sums[hit.start] = [h.start for h in people]
        elif rest := _rest_of_family(hit, hits[i + 1 :]):
            kept.append(rest)
        else:
            sums[hit.start] = [h.start for h in hits[i + 1 :] if h.sense and h.sense.kind != "prop"]
    return kept, sums


def _rest_of_family(hit: Hit, people: Sequence[Hit]) -> Hit | None:
    """A word for several without those of a family who are then told by themselves, 一家五口, 小孙女给爷爷敬酒; None
    when nobody else is left."""
    if hit.sense is None or not {role.name for role in hit.sense.members} & KIN:
        return hit
    counted = re.search(r"[二三四五六七]口|\bof\b", hit.word) is not None  # else a grandmother comes on top
    left = list(hit.sense.members)
    for told in people:
        role = told.sense.role if told.sense is not None and told.count == 1 and not told.plural else None
        if role is None or role.name not in KIN or not left:
            continue
        alike = [m for m in left if m.name == role.name]
        if counted and not alike:
            alike = [m for m in left if m.age == role.age] or left
        if alike:
            left.remove(alike[-1])
    return replace(hit, sense=replace(hit.sense, members=tuple(left), role=left[0])) if left else None


def _is_of_a_place(prompt: str, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a word for several only says whose a place is: 戏班后台."""
    several = hit.sense is not None and hit.sense.members and HAN.match(hit.word)
    return bool(several) and any(h.setting and h.sense is None and h.start == hit.end for h in hits)


def _is_around(prompt: str, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a place is but a room in it, so that all are within: the hold of a ship, 货船的厨房."""
    if hit.sense is None or hit.sense.archetype not in ("boat", "car", "house", "bell_tower", "lighthouse"):
        return False
    rooms = [h for h in hits if h.setting is not None and h is not hit]
    within = r"\s+of\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,2}"
    return any(
        re.fullmatch(within, prompt[h.end : hit.start])
        or re.fullmatch(r"[上里]?的[^，。的]{0,4}", prompt[hit.end : h.start])
        for h in rooms
    )


_CONTENT = re.compile(
    r"\b(?:bottle|glass|cup|mug|bucket|bowl|plate|jar|jug|bag|basket|tray|pot|vial|flask|can|slice|piece|loaf|carton)s?"
    r" of (?:[\w-]+ )?$|\bfull of (?:[\w-]+ )?$",
    re.I,
)


def _is_content(prompt: str, hit: Hit) -> bool:
    """Whether it only says what is in a thing: a bottle of gin."""
    filled = _FILLED.search(prompt[: hit.start]) and prompt.startswith("的", hit.end)
    told = filled or _CONTENT.search(prompt[: hit.start])
    return hit.sense is not None and hit.sense.kind == "prop" and bool(told)


_FILLED = re.compile(r"(?:装|盛|塞|堆)(?:满了?|着)[^，。；的]{0,2}$")  # 装满现金的箱子


def _is_absent_owner(prompt: str, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether somebody is only spoken of because a thing is his: 母亲的金项链, Grandma Ethel's will."""
    if hit.possessive and _OF_THE_DEAD.match(prompt, hit.end):
        return True
    things = [h for h in hits if h.sense is not None and h.sense.kind == "prop"]
    if hit.word.startswith("卖") and hit.word.endswith("的") and any(h.start == hit.end for h in things):
        return True  # 卖糖人的摊子
    if hit.sense is not None and hit.sense.kind == "person" and not hit.given and (
        _HIS_SERVANT.match(prompt, hit.end) or (_HIS_CHILD.match(prompt, hit.end) and not hit.before)
    ):
        return sum(h.word == hit.word for h in hits) == 1  # 太后的贴身嬷嬷, 猎人的女儿
    if _FILLED.search(prompt[: hit.start]):
        return False  # 装着婴儿的篮子
    kin = hit.sense is not None and hit.sense.role is not None and hit.sense.role.name in KIN
    if not kin or not HAN.match(hit.word) or sum(h.word == hit.word for h in hits) > 1:
        return False
    owned = re.match(r"的(?!面前?|背后|身边|注视)[^，。的]{0,3}", prompt[hit.end :])
    return owned is not None and any(
        h.sense and h.sense.kind == "prop" and "holdable" in CATALOG[h.sense.archetype].traits
        and hit.end < h.start <= hit.end + len(owned[0]) for h in hits
    )  # fmt: skip


_HIS_SERVANT = re.compile(
    r"的(?:贴身|心腹|私人|首席|得力)?(?:嬷嬷|侍女|丫鬟|婢女|太监|护卫|侍卫|秘书|助理|司机|保镖|管家|手下|亲信|律师|保姆|女佣|随从|小厮)"
)
_HIS_CHILD = re.compile(r"的(?:小|大|独生|亲生)?(?:女儿|儿子|孙女|孙子|遗孀|寡妇)(?!和|与|手|身|怀|脸|头|肩|面|眼)")
_OF_THE_DEAD = re.compile(
    r"\s+(?:last |late )?(?:will|estate|grave|funeral|memory|death|inheritance|ashes|portrait|legacy|murder|wake)\b"
)
_ABSENT = re.compile(
    r"\s+(?:is|are|was|were|has been) (?:late|missing|away|gone|absent|nowhere|not (?:here|there|coming)|abroad)\b"
    r"|\s+(?:(?:did not|didn't|will not|won't) (?:survive|make it|come)|(?:has |had )?died\b|passed away)"
    r"|(?:还)?(?:没来|没到|未到|不在(?!乎)|失踪|迟迟未|去世|驾崩|病逝|过世|离世|已故|不见了|没有来|没出现)"
    r"|(?:争霸|选拔|挑战|锦标)?(?:大?赛|大会|选秀)(?![手车跑])"  # 厨神大赛: it is named after them
)
_STAND = re.compile(r"席(?=[上前里，])(?<=[告众听人审]席)")  # 被告席上的女人
_AT_HOME = re.compile(r"家(?=[，。、里中的门发看，]|$)(?<=[婆爷奶公妈爸姨叔姑友家]家)")  # 走进外婆家: she may be out
_LIKENED = re.compile(
    r"(?:\b(?:(?:\w+er|more [\w-]+|less [\w-]+) than"
    r"|the size of|sized like|looks? like|looking like|like|as (?:[\w-]+ )?as|shaped like|disguised as"
    r"|dressed as|dressed up as|resembl\w+|in the shape of|instead of|without|no|not|never|afraid of|dreams? of"
    r"|dreaming of"
    r"|imagin\w+|named after)"
    r"\s+(?:an?|the|any|two|three|giant|his|her)?\s*(?:[\w-]+\s+)?"
    r"|(?:(?<![佛雕石头画铜神肖塑人图录影偶])像|如同|仿佛|犹如|好似|宛如|好像|没有|不见|没带|扮成|假扮|乔装成|伪装成|打扮成|梦见|想起|思念|当成|看成)"
    rf"(?:[一二两三几][{CLASSIFIERS}]?)?(?:[^，。的]{{0,3}}|(?<!没有|没带)[^，。、]{{1,2}}的))$",
    re.I,
)


def _is_only_said(prompt: str, hit: Hit) -> bool:
    """Whether the words only compare somebody to it, or say that it is not there: the size of a car, 像一只猫."""
    return not hit.given and hit.count == 1 and _LIKENED.search(prompt[: hit.start]) is not None
