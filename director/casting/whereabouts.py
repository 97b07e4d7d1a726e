"""Where a prompt plays: the setting that it names, or where what it speaks of usually is.

Knows nothing of who is there, but that people, things and creatures have their places.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from director.casting.hits import HAN, Hit
from director.casting.times import era_of, hour_and_weather, period_of
from director.lexicon.custom import LIKELY_PLACES, OLD_WEST, PLACES_OF_ROLES, USUAL_PLACES, Occasion
from director.lexicon.nouns import singular
from director.lexicon.places import PLACE_HEADS, TOWNS, places
from director.lexicon.pursuits import pursuit_in
from director.lexicon.words import WEATHERS, alternatives
from model.catalog import CATALOG
from model.kinds import is_bridge, kind_of
from model.settings import SETTINGS, Setting
from model.text import TextEncoder

_UNDERSTOOD = 0.5  # cosine to a setting below which a prompt that names nothing means nothing to us


def find_setting(
    prompt: str, hits: Sequence[Hit], text: TextEncoder, occasion: Occasion | None
) -> tuple[Setting, str | None]:
    """(the setting, how the author named it: "" where it is only understood, None where it is left to us)."""
    setting, word = _told(prompt, hits, text, occasion)
    period = period_of(prompt, hits)
    place = setting.name
    if place in ("street", "alley", "village") and OLD_WEST.search(prompt):
        place = "frontier town"
    if place in _OF_ANY_TOWN and period == "medieval" and era_of(prompt, setting) == "modern":  # told by a town alone
        period = "modern"
    if word and period not in ("chinese", "medieval") and _is_ruined(prompt, place, word):
        place = "ruins"
    return SETTINGS[_in_its_time(place, word or "", period)], word


def is_nearest(word: str) -> bool:
    """Whether a setting only is the nearest that we have to a place of that name."""
    return bool(word) and not {word.lower(), singular(word), f"{word.lower()}s", f"{word}上"} & places().keys()


def _is_ruined(prompt: str, place: str, word: str) -> bool:
    """Whether no more is left of a place in a town than ruins: the rubble of an office, 学校的废墟."""
    return place in _OF_BRICK and _RUINED.search(prompt.replace(word, "|", 1)) is not None


_OF_ANY_TOWN = frozenset({"ballroom", "bar", "corner shop"})  # which those of the West have as well
_OF_BRICK = frozenset(
    {"street", "alley", "village", "office", "hospital", "classroom", "shop", "corner shop", "station", "living room",
     "cafe", "bar", "ballroom", "theatre", "boardroom", "kitchen"}
)
_RUINED = re.compile(
    r"\b(?:ruins|rubble|wreckage|remains) of (?:an?|the|his|her|their|its) (?:[\w-]+ ){0,2}\|"
    r"|\b(?:ruined|bombed(?:-out)?|collapsed|destroyed|devastated|burnt-out|burned-out) (?:[\w-]+ )?\|"
    r"|\|的?(?:废墟|瓦砾|残骸)|(?:倒塌|坍塌|炸毁|被毁|毁灭|夷为平地)的\|",
    re.I,
)


def _in_its_time(place: str, word: str, period: str) -> str:
    """The setting that a street, a yard or a town is in its time: `word` is what it was called, "" where it was not
    named."""
    if period == "chinese":
        return _in_old_china(place, word)
    if place == "bar" and period == "medieval":
        return "cafe"
    if place == "corner shop" and period == "medieval":
        return "shop"
    if place == "ruins" and period == "medieval":
        return "courtyard"
    if place == "ballroom" and period == "medieval" and (not word or _FEASTED_AT.search(word)):
        return "castle hall"
    if period == "medieval" and word.lower() in _OF_KINGS:
        return "castle hall"
    if word in _ALSO_OF_TODAY:
        return "living room"
    if place == "courtyard" and period != "medieval":
        return _yard(word, period)
    if place == "old street" and period == "medieval":
        return place if _EASTERN.search(word) else "village"
    if place == "old street":  # today's guests come to a fair, and to an old town
        return place if _EASTERN.search(word) or (word and not period) else "street"
    return place


def _in_old_china(place: str, word: str) -> str:
    if place in ("street", "alley", "village"):
        return "old street" if not word or _URBAN.search(word) else place
    if place in ("courtyard", "park"):
        return "courtyard garden"
    if place in ("cafe", "bar") and not _NEW.search(word):
        return "old inn"
    if _BRIDAL.search(word):
        return "old chamber"
    if place == "ballroom":
        return "old study" if _OF_A_FAMILY.search(word) else "palace"
    told = {"bedroom": "old chamber", "study": "old study", "living room": "old study", "ruins": "temple",
            "cemetery": "forest"}  # fmt: skip
    return {**told, "corner shop": "shop", "courtroom": "palace"}.get(place, place)


def _yard(word: str, period: str) -> str:
    """A yard without battlements: that of an old Chinese house, of a village, or of a school, which is for games."""
    if HAN.search(word):
        return "village" if period == "modern" and not _OF_OLD.search(word) else "courtyard garden"
    return "park" if _PLAYED_IN.search(word) else "courtyard"


_OF_KINGS = frozenset({"court", "trial", "tribunal"})  # what kings hold in their halls
_FEASTED_AT = re.compile(r"\bbanquet|feast|宴", re.I)
_OF_A_FAMILY = re.compile("[寿家]宴|生日|满月|百日|周岁|认亲|接风|归宁|回门|订婚|升学|谢师")
_BRIDAL = re.compile("新房|里屋|内室|厢房")
_ALSO_OF_TODAY = ("堂屋",)  # which houses in the country still have
_OF_OLD = re.compile(r"四合院|[宅府庭门派]")
_PLAYED_IN = re.compile(r"\bschool|\bpatio\b|^yard$", re.I)
# What a place in a town is called at any time, and what is no longer a street of today.
_URBAN = re.compile(
    r"^(?!.*\b(?:village|china|gas)).*\b(?:streets?|roads?|squares?|market(?:place|s)?|towns?|city|capital|bridge|crossroads"
    r"|plaza|bazaar|avenue|alley(?:way)?s?|lanes?|festival|fair|gates?|parade|outside .*)\b"
    r"|^(?!.*(?:步行|唐人|上海|超市|天桥|立交|公[交路]|马路|城中村|[租法]界)).*(?:[街集镇城桥巷京都市]|路[口边旁]|广场|胡同|弄堂|水乡|屋檐|[面酒茶]摊)",
    re.I,
)
_NEW = re.compile(r"coffee|cafe|café|pizz|fast food|casino|karaoke|club|咖啡|快餐|网吧|夜店|ktv", re.I)
_EASTERN = re.compile(r"\b(?:temple|lantern|chinese)\b|古|庙会|灯", re.I)


def _places_named(prompt: str, hits: Sequence[Hit]) -> list[Hit]:
    """The nouns that may say where it plays: no more than one for a place that is called by two."""
    named = [h for h in hits if h.setting is not None]
    named = [h for h in named if not (_EVENT.search(h.word) and any(0 <= h.start - o.end <= 1 for o in named))]
    begun = {h.start for h in named}
    # 深山老庙 is a temple, and a mountain cabin a cabin.
    rooms = {o.start for o in named if SETTINGS[str(o.setting)].indoor}
    named = [h for h in named if not (h.setting == "courtyard garden" and h.end in rooms)]  # 侯府正厅, 王府书房
    named = [h for h in named if not (_HALL.fullmatch(h.word) and h.start in {o.end for o in named})]  # 客栈大堂
    alive = {h.start for h in hits if h.sense is not None and h.sense.kind != "prop"}
    named = [h for h in named if not (h.word.lower() in _OF_A_TOWN and h.end + 1 in alive  # a street boy
                                      and not _PLIED_THERE.match(prompt, h.end))]  # fmt: skip
    done = re.search(r"炒菜|做饭|煮|切菜|\bcook|\bchop|\bstir", prompt) is not None  # within, whoever is at the door
    named = [h for h in named if done or not (h.setting in _DOMESTIC and _AT_ITS_DOOR.match(prompt, h.end))]
    if any(h.setting == "lake" for h in named):  # whose are the boats and landings, too
        named = [h for h in named if not (h.setting in ("ship deck", "beach") and _AT_A_LAKE.search(h.word))]
    if any(h.setting == "city wall" for h in named):  # the castle's battlements are not in its hall
        named = [h for h in named if h.setting != "castle hall"]
    if any(SETTINGS[h.setting].indoor for h in named if h.setting is not None):  # the balcony of the ballroom
        named = [h for h in named if h.word.lower() != "balcony"]
    named = [h for h in named if h.word.lower() not in WEATHERS] or named  # a sandstorm in town
    if any(h.setting not in _WIDE for h in named):
        named = [h for h in named if h.word not in _UNDERFOOT]
    named = [h for h in named if not (h.setting in _WIDE and {h.end, h.end + h.word.isascii()} & begun)]
    named = [h for h in named if not (h.word in _HOUSES and _GROUNDS.match(prompt, h.end))]  # the castle garden
    if _TRIED.search(prompt):
        named = [replace(h, setting="courtroom") if h.word.endswith("dock") else h for h in named]
    if any(h.setting in _WIDE and _AT.search(prompt[: h.start]) for h in named):  # a wedding on the beach
        named = [h for h in named if not (_EVENT.fullmatch(h.word) and not _AT.search(prompt[: h.start]))]
    people = {h.start for h in hits if h.sense is not None and h.sense.kind == "person"}
    return [h for h in named if not _is_origin(prompt, h, people)] or named


def _best_named(prompt: str, named: Sequence[Hit]) -> Hit:
    """Which of the places that are named it plays in."""
    named = [h for h in named if not any(_is_around(prompt, h, o) for o in named)] or named
    best = max(named, key=lambda h: _place_score(prompt, h))
    pure = [h for h in named if h.sense is None and h.word.lower() not in TOWNS]
    if pure and best.sense is not None and _place_score(prompt, best) < 1.0:
        best = max(pure, key=lambda h: _place_score(prompt, h))
    return best


def _is_around(prompt: str, wide: Hit, narrow: Hit) -> bool:
    """Whether a place in the open only tells where another is that has a roof: a cave high in the mountains."""
    if wide.setting not in _WIDE or narrow.sense is not None or not SETTINGS[str(narrow.setting)].indoor:
        return False
    return bool(re.fullmatch(r"(?: (?:high|deep|far|up))?(?: up)? (?:in|on) (?:the|a) (?:[\w-]+ )?",
                             prompt[narrow.end : wide.start]))  # fmt: skip


def _named(prompt: str, hits: Sequence[Hit], named: Sequence[Hit], best: Hit) -> tuple[Setting, str]:
    """(the setting of the place that is named best, how it was called): on a train one is in its carriage, and before a
    house in the street."""
    setting = SETTINGS[str(best.setting)]
    if not setting.indoor and _aboard(prompt, best, named):
        return SETTINGS["spaceship"], best.word
    if best.word.lower() in _RIDDEN and _ABOARD.search(prompt[: best.start]):
        return SETTINGS["train carriage"], best.word
    if _SHED.search(best.word) and _MENDS.search(prompt):
        return SETTINGS["shop"], best.word
    if _LOT.fullmatch(best.word) and _is_under_the_sky(prompt, hits, setting):
        return SETTINGS["street"], best.word
    if setting.indoor and (outside := _outside_of(prompt, best, named)) is not None:
        return outside, ""
    return setting, best.word


def _told(
    prompt: str, hits: Sequence[Hit], text: TextEncoder, occasion: Occasion | None
) -> tuple[Setting, str | None]:
    """(the setting, how the author named it, None where that is left to us)."""
    named = _places_named(prompt, hits)
    if _OWN_ROOM.search(prompt) and not any(h.sense is None and h.word != "房间" for h in named):
        return SETTINGS["bedroom"], ""
    if named:
        best = _best_named(prompt, named)
        setting, word = _named(prompt, hits, named, best)
        settled = word != best.word or setting.name != best.setting  # by more than the word
        if settled or best.sense is None or _place_score(prompt, best) >= 1.0 or not any(
            h.sense for h in hits if h is not best
        ):
            return setting, word
    if any(_is_within(prompt, h) for h in hits):
        return SETTINGS["living room"], ""
    if (shop := _shop_of(prompt, hits)) is not None:
        return shop
    if occasion is not None:
        return SETTINGS[occasion.place], None
    props = [(h, CATALOG[h.sense.archetype]) for h in hits if h.sense and h.sense.kind == "prop"]
    things = [h.word.lower().split() for h, kind in props if "holdable" not in kind.traits]
    told_by = (places().get(" ".join(words)) or places().get(words[0]) for words in things if len(words) > 1)
    if told := next(filter(None, told_by), None):
        return SETTINGS[told], None
    indoor = _is_indoors(prompt)
    pursuit = pursuit_in(prompt)
    for usual in (*_usual_places(hits), pursuit.place if pursuit else None):
        if usual and indoor in (None, SETTINGS[usual].indoor):
            return SETTINGS[usual], None
    if indoor:
        return SETTINGS["living room"], None
    names = [(s, alias) for s in SETTINGS.values() if not (indoor is False and s.indoor)
             for alias in (s.en[0], s.zh[0])]  # fmt: skip
    vectors = text.encode([alias for _, alias in names])
    asked = text.encode([prompt, *(part for part in re.split(r"[,.;，。；]", prompt)[:4] if part.strip())])
    likeness = (vectors @ asked.T).max(axis=1)
    best_row = int(likeness.argmax())
    return names[best_row][0], "" if likeness[best_row] >= _UNDERSTOOD else None


def _outside_of(prompt: str, house: Hit, named: Sequence[Hit]) -> Setting | None:
    """Where it plays if it does outside of what the hit names, before it or above it; None if it does within."""
    at, told = prompt[: house.end] + "|" + prompt[house.end :], prompt[: house.start] + "|" + prompt[house.end :]
    yard, room = _BEFORE.get(str(house.setting)), _ROOM.search(house.word) is not None
    before = _BEFORE_HOUSE.search(at)
    if before or (_BEFORE_IT.search(told) and not room):
        around = (SETTINGS[str(h.setting)] for h in named if h.setting is not None and not SETTINGS[h.setting].indoor)
        return next(around, SETTINGS[yard or ("village" if before else "street")])
    if _FLOWN_OVER.search(told):
        return SETTINGS[yard or "street"]
    if _OUTSIDE.search(told) and house.setting != "spaceship" and not room:
        return SETTINGS[{"castle hall": "courtyard", "cave": "mountain"}.get(str(house.setting), "street")]
    return None


def _is_indoors(prompt: str) -> bool | None:
    """Whether weather is told of as what is outside, or the sky as what is above; None when neither is."""
    if _WEATHER_OUTSIDE.search(prompt) or _THROUGH_A_WINDOW.search(prompt):
        return True
    return False if _UNDER_THE_SKY.search(prompt) or _IN_THE_OPEN.search(prompt) else None


_WEATHER_OUTSIDE = re.compile(
    r"\b(?:rain|storm|snow|blizzard|wind|thunder|hail|lightning|gale)\w*\b[^,.;]{0,30}? outside"
    r"(?! (?:of|the|an?|his|her|their)\b)"
    r"|\b(?:rain|storm|snow|blizzard|wind|hail|gale)\w*\b[^,.;]{0,24}?\b(?:against|on|at) (?:the|a|his|her|their) "
    r"(?:[\w-]+ )?(?:windows?|panes?|shutters)\b"
    r"|[风雨雪雹][^，。；]{0,3}[打敲拍扑砸]{1,2}(?:在|着|打着)?[^，。；]{0,3}窗"
    r"|\boutside,? (?:(?:the|a|an) )?(?:\w+ )?(?:rain|storm|snow|blizzard|wind|thunder|hail|lightning|gale)"
    r"|(?:窗外|屋外|外面|门外)[^，。；]{0,6}[雨雪雷风]",
    re.I,
)
_THROUGH_A_WINDOW = re.compile(
    r"\b(?:climb|break|sneak|crawl|slip|jump|com)(?:e?s|ing)? (?:in )?through (?:the|an?|his|her) (?:\w+ )?windows?\b"
    r"|[从由][^，。]{0,3}窗[户口子]?[^，。]{0,2}[爬翻跳钻][了进入]|翻窗(?:而入|进)",
    re.I,
)
_UNDER_THE_SKY = re.compile(
    r"\b(?:under|beneath) (?:the |a |an )?(?:[\w-]+ ){0,2}(?:stars|sky|skies|moon|moonlight)\b"
    r"|(?:星空|月光|夜空|蓝天)之?下",
    re.I,
)

_IN_THE_OPEN = re.compile(
    r"\b(?:on|across|over|in) the (?:\w+ )?(?:grass|lawn|meadow|sunshine|rain|snow|downpour)\b"
    r"|\bby the (?:\w+ )?(?:lake|river|stream|pond)\b|\bfl(?:y|ies|ying) (?:\w+ ){1,2}kites?\b"
    r"|草地上|草坪|放风筝|[烈阳]日下|太阳下|阳光下|[雨雪]中(?=[，。、])|[河湖江溪塘]边",
    re.I,
)


_LOT = re.compile(r"parking lot|car ?park|停车场", re.I)  # which may be in the open or under a house

_FLOWN = frozenset({"ship", "shuttle", "rocket"})  # in which one is, or seen from
_RIDDEN = frozenset({"train", "metro", "subway", "bus", "tram", "monorail"})  # which one waits for, or is in
_ABOARD = re.compile(
    r"\b(?:aboard|on(?: board)?|inside|in the (?:back|front|middle) of) (?:an?|the|his|her|their|this) "
    r"(?:[\w'-]+ ){0,3}$",
    re.I,
)
_SHED = re.compile(r"^(?:the )?garage$|^车库里?$", re.I)  # where cars are parked, or mended
_MENDS = re.compile(r"mechanic|repair|\bfix|\bmend|\btinker|\bworkbench|wrench|修|机械师|技工|扳手|改装|发明", re.I)


def _is_under_the_sky(prompt: str, hits: Sequence[Hit], place: Setting) -> bool:
    """Whether rain or snow falls there, or it is told that it is in the open."""
    return hour_and_weather(prompt, hits, place)[1] in ("rain", "storm", "snow") or _is_indoors(prompt) is False


def _is_within(prompt: str, house: Hit) -> bool:
    """Whether it all goes on in a house that is no more than that: 破屋里."""
    hut = house.sense is not None and house.sense.archetype == "house" and house.setting is None
    return hut and re.match(r"[里中内](?!的)", prompt[house.end :]) is not None


# At a butcher's, in the locksmith's; 修表铺里, of what end says what kind of place it is.
_AT_HIS = re.compile(r"\b(?:at|in|inside|into|outside) (?:an?|the|his|her|their) (?:[\w-]+ ){0,2}$", re.I)
_SHOP_ZH = re.compile(
    r"(?:^|(?<=[，。；、\s在的进到]))(?:(?![在的进到回去来出入])[\u3400-\u9fff]){2,4}?"
    rf"({alternatives(PLACE_HEADS, han=True)})"
    r"(?=里|中(?!间)|内|外|门口|前[，的]|老板|，|的|$)"
)


def _shop_of(prompt: str, hits: Sequence[Hit]) -> tuple[Setting, str] | None:
    """(the nearest setting, how it was called) of a place that is only told by whose it is or by the end of its
    word."""
    for hit in hits:
        role = hit.sense.role if hit.sense is not None else None
        his = role is not None and hit.possessive and not hit.given and _AT_HIS.search(prompt[: hit.start])
        if role is not None and his and re.match(r"\s*(?:[,.;:]|$)", prompt[hit.end :]):
            usual = PLACES_OF_ROLES.get(role.name, "shop")
            return SETTINGS[usual if SETTINGS[usual].indoor else "shop"], prompt[hit.start : hit.end]
    if found := _SHOP_ZH.search(prompt):
        return SETTINGS[PLACE_HEADS[found[1]]], found[0]
    return None


def _is_origin(prompt: str, place: Hit, people: Container[int]) -> bool:
    """Whether a place only says where somebody is from: 渔村的老渔夫."""
    owned = prompt.startswith("的", place.end)
    return owned and any(place.end + k in people for k in range(1, 4))


def _aboard(prompt: str, garden: Hit, named: Sequence[Hit]) -> bool:
    """Whether a place in the open is part of a ship or colony in space: 火星基地的温室, a greenhouse on a Mars base."""
    for ship in (h for h in named if h.setting == "spaceship"):
        between = prompt[min(ship.end, garden.end) : max(ship.start, garden.start)]
        if between in ("的", "") or re.fullmatch(r" (?:of|on|in|aboard) (?:an?|the) (?:[\w-]+ )?", between):
            return True
    return False


def _usual_places(hits: Sequence[Hit]) -> list[str | None]:
    """Where things, people and creatures usually are, when the prompt names no place; things tell most. None where
    one tells nothing."""
    senses = [(h, h.sense) for h in hits if h.sense is not None]
    words = [USUAL_PLACES.get(kind.name) for h, s in senses if (kind := kind_of(s.archetype, h.word))]
    told = [USUAL_PLACES.get(w) for h, _ in senses for w in (h.word, h.title) if w not in CATALOG]
    words += sorted(told, key=lambda usual: usual == "living room")  # grandfather at home, but not on a sickbed
    things = [USUAL_PLACES.get(s.archetype) for _, s in senses if s.kind == "prop" and not s.stands_in]
    trades = [PLACES_OF_ROLES.get(s.role.name) for _, s in senses if s.role is not None]
    creatures = [USUAL_PLACES.get(s.archetype) for _, s in senses if s.kind == "creature"]
    likely = [LIKELY_PLACES.get(s.archetype) for _, s in senses if s.kind == "prop"]
    return [*words, *things, *trades, *creatures, *likely]


_OWN_ROOM = re.compile(
    r"\b(?:his|her|[a-z]+['’]s) (?:own |old |messy |dark |tiny )?room\b(?!mate)|[女儿子孙妹弟姐哥她他己]的小?房间", re.I
)
_PLIED_THERE = re.compile(
    r" (?:magician|musician|perform|artist|vendor|sell|sweep|clean|dancer|photograph|violin|guitar)"
)
_HOUSES = frozenset(
    "castle palace hospital hotel school office mansion museum prison church restaurant monastery".split()
)
_GROUNDS = re.compile(
    r" (?:gardens?|courtyard|yard|grounds|roof(?:top)?|playground|parking lot|cemetery|graveyard|pool)\b"
)
_TRIED = re.compile(r"\b(?:judge|trial|jury|court(?:room)?|bailiff|defendant|accused|verdict)\b", re.I)  # in the dock
_OF_A_TOWN = frozenset({"street", "city", "town", "village"})
_EVENT = re.compile(r"wedding|party|reception|ceremony|婚礼|派对|晚会|酒会", re.I)  # a beach wedding is on a beach
_HALL = re.compile(r"大堂|大厅|前厅|正厅|前堂|后堂|包间|包厢|雅间")
_DOMESTIC = frozenset({"kitchen", "bedroom", "study"})
_AT_ITS_DOOR = re.compile(r"的?门[口边外前]|(?: |'s )(?:door|doorway)\b")  # to hide there is to be in the next room
_AT_A_LAKE = re.compile(
    r"[船舟舫](?:上|头|尾|$)|码头|^(?!.*\b(?:pirate|sea|ocean)).*(?:\bboat|\b(?:dock|pier|jetty|wharf|shore)s?$)", re.I
)
_UNDERFOOT = frozenset({"雪地", "沙地", "草地", "snow", "sand", "grass"})  # which there is in many places
_WIDE = frozenset(
    {"mountain", "forest", "bamboo grove", "lake", "village", "street", "snow field", "desert", "beach", "farm"}
)
# "At the back of a crowded bus"; and places that are only spoken of or looked at.
_WITHIN = re.compile(
    r"\b(?:in|at|on|inside) the (?:back|front|middle|heart|depths?|corner|edge|centre|center|(?:far )?end|rear|ruins"
    r"|shadows?) of (?:[\w-]+\s+){0,3}$"
)
_FROM_UNDER = re.compile(r"\b(?:out of|from|under|beneath) (?:the |a )?(?:[\w-]+ )?$")  # dug out of the rubble
# "Over the counter of a tavern": what there is within it.
_PART_OF_A_ROOM = re.compile(
    r"\b(?:counter|bar|floor|stage|altar|aisle|lobby|basement|cellar|attic|hall|hallway|stairs|staircase|rafters) of"
    r" (?:an?|the|his|her|their) (?:[\w-]+\s+){0,3}$"
)
_ELSEWHERE = re.compile(
    r"\b(?:overlooking|above|beyond|to|toward|towards|from|about|leaving|leaves|left|fled|flees)"
    r" (?:an? |the |his |her )?(?:[\w-]+ )?$"
    r"|(?:窗外|门外|屋外|墙外|远处|外面|通往|来自|逃出|离开|往|奔向|跑向|冲向|逃向|想去|要去)的?$"
)


# From where, or at what, somebody looks: "watch the castle from the hill", 望着燃烧的城堡.
_LOOK = r"(?:watch|look|gaze|star|observ|spy|survey|admir|film)(?:e|es|s|ing|ed)?"
_LOOKOUT = re.compile(rf"\b{_LOOK}\b[^.;]* from (?:an? |the |his |her |their )(?:[\w-]+ ){{0,2}}$")
_LOOKED_AT = re.compile(
    rf"\b{_LOOK}(?: at| over| upon)? (?:an? |the )(?:[\w-]+ ){{0,2}}$"
    r"|(?:望着|眺望|俯瞰|俯视|远望|遥望)[^，。；]{0,6}$"
)

_OUTSIDE = re.compile(
    r"\boutside(?: of)? (?:an?|the|his|her|their|[\w]+['’]s) (?:(?!door)[\w'-]+ ){0,3}\|"
    r"|\|(?:的?大?门外|大?门口|门前|外面?(?![国星地套]))(?=[，。、的]|[\u3400-\u9fff])",
    re.I,
)
# "Flies over the castle", 飞过皇宫: what is flown over is not seen from within.
_FLOWN_OVER = re.compile(
    r"\b(?:fl(?:y|ies|ew|ying)|circl\w+|soar\w*|glid\w+|sky|hover\w*) (?:high |low )?(?:over|above|around|past)"
    r" (?:an?|the|his|her|their) (?:[\w-]+ ){0,2}\||飞[过越到在][^，。]{0,4}\||\|的?上空",
    re.I,
)
_BEFORE_HOUSE = re.compile(r"(?:木屋|茅屋|小屋|老屋|农舍|[庙寺堡宫塔观祠殿])\|(?:大?门)?前面?(?=[，的])")  # 小木屋前，
_BEFORE_IT = re.compile(
    r"\b(?:in front of|at the (?:gates?|foot|walls) of|before the (?:gates?|walls|ruins) of) (?:an?|the|his|her|their)"
    r" (?!whole|entire)(?:[\w'-]+ ){0,3}\|",
    re.I,
)
# What one is in before a house of that kind.
_BEFORE = {
    **dict.fromkeys(("castle hall", "palace", "throne room", "temple", "dungeon"), "courtyard"),
    **dict.fromkeys(("classroom", "hospital", "office"), "street"), "cave": "mountain",
}
_ROOM = re.compile(
    r"room|office|ward|suite|study|apartment|lab|theatre|cabin|cell|hall|ship|shuttle|station|airlock|car|train"
    r"|室|房|厅|殿|堂|间|舱|办公|宿舍|教室|手术|急诊|公寓|出租|牢|车|船|站|家|府|宫|屋|楼",
    re.I,
)  # outside which one is still in a house, or at no street


_AT = re.compile(
    r"\b(?:in|at|inside|into|within|on|outside|up|onto|along|atop|amid|amidst|among)\s+(?:[\w'’-]+\s+){0,4}$"
)


_GOES_ABOUT = re.compile(
    r"\b(?:guard|patrol|defend|hold|sweep|search|explore|wander|roam|haunt)(?:s|es|ed|ing)? "
    r"(?:an?|the|his|her|their|its) (?:[\w-]+ ){0,2}$",
    re.I,
)  # who does it to a place is there


def _place_score(prompt: str, hit: Hit) -> float:
    before, after = prompt[: hit.start].lower(), prompt[hit.end :].lower()
    score = 0.02 * len(hit.word) - 0.001 * hit.start - (1.5 if hit.word.lower() in TOWNS else 0.0)
    if _AT.search(before):
        score += 2.0
    if _GOES_ABOUT.search(before):
        score += 1.6
    dug_out = hit.setting == "ruins" and _FROM_UNDER.search(before) is not None
    if dug_out or _WITHIN.search(before) or _PART_OF_A_ROOM.search(before):
        score += 2.0
    elif re.search(r"\b(?:near|next to|by|of|beside|behind)\s+(?:[\w-]+\s+){0,3}$", before):
        score -= 1.0
    away = hit.word.lower() == "home" and not re.search(r"\b(?:at|the|a|his|her|their|my) $", before)  # the train home
    if _LOOKOUT.search(before):
        score += 2.0
    elif not dug_out and (away or _ELSEWHERE.search(before) or _LOOKED_AT.search(before)):
        score -= 3.0
    if (
        hit.word.isascii()
        and not re.search(r"[.。;；]\s*\S", before)
        and re.fullmatch(r"\s*(?:[\w'-]+,?\s+){0,6}", before)
        and not re.search(r"\b(?:and|with|in|on|at)\s", before)
    ):
        score += 1.5
    if re.search(r"在$|(?:^|[，。；\n])在[^，。；\n]{1,6}$|\b(?:across|through)\s+(?:[\w-]+\s+){0,4}$", before):
        score += 1.0
    if re.fullmatch(r"[^.,;:!?，。；]{0,40}", before) and re.match(r"[^.,;!?，。；]{0,24}[:：]", after):
        score += 3.0  # "Courtroom: ..."
    if re.match(r"(?:前|外|旁|边|后)[面边]?的", after) and HAN.search(hit.word):
        return score - 1.0  # 酒馆前的街道
    told_in_chinese = re.match(r"\s*(?:里|中|上|内|外|前|下[，,]|门口|门前|大厅|的|，|,|。|$)", after)
    if told_in_chinese and HAN.search(hit.word):
        begins = len(before) <= 8 and re.match(r"(?:里|中|上|内|外|前|深处|尽头)?[，,]", after)
        score += 3.0 if begins else 1.2 if before.strip() else 2.0
    if hit.sense is not None:
        score -= 0.6
    return score


_UPON = re.compile(r"\b(?:on|upon|across|atop) (?:an?|the|its|this) (?:[\w-]+,? ){0,3}$", re.I)


def find_bridge(prompt: str, hits: Sequence[Hit]) -> Hit | None:
    """The bridge on which it all plays: one that a sentence begins on before it speaks of anybody: 石桥上，书生……"""
    for hit in hits:
        if hit.sense is None or not is_bridge(hit.sense.archetype, hit.word):
            continue
        begin = max(prompt.rfind(mark, 0, hit.start) for mark in ".!?;。！？；") + 1
        alive = any(begin <= h.start < hit.start and h.sense is not None and h.sense.kind != "prop" for h in hits)
        upon = prompt.startswith("上", hit.end) if HAN.search(hit.word) else _UPON.search(prompt[begin : hit.start])
        if upon and not alive:
            return hit
    return None


_IN_IT = re.compile(
    r"(?:(?:^|[.!?:] )(?:an? |the )?|\b(?:in|inside|into|outside) (?:an?|the) )(?:[\w-]+ ){0,2}$", re.I
)


def is_place_only(hit: Hit, place: Setting, hits: Sequence[Hit], prompt: str) -> bool:
    """A word that names the chosen setting is no prop as well, unless it stands outdoors and can be gone to; who is on
    the deck of a ship is aboard already, and who is on a city's wall up there."""
    if hit.sense is not None and hit.sense.archetype == "house" and place.indoor and (
        hit.setting == place.name or _is_within(prompt, hit)
    ):
        return True
    aboard = {"train carriage": _RIDDEN, "spaceship": _FLOWN}.get(place.name, frozenset())
    if hit.word.lower() in aboard:
        return True
    if hit.setting != place.name or hit.sense is None:
        return False
    if hit.sense.archetype in place.furniture:
        return _IN_IT.search(prompt[: hit.start]) is not None  # one is in a bar, and on a theatre's stage
    chosen = max((h for h in hits if h.setting == place.name), key=lambda h: _place_score(prompt, h))
    return hit is chosen and (place.indoor or place.name in ("ship deck", "city wall"))
