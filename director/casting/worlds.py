"""From a prompt to a world: the setting, hour and weather, who and what is there, how it looks and where it stands.

Names stay in the author's language and spelling. What the stage does not have is staged as what is nearest, and the
notes say so; what the prompt leaves out is chosen by the seed. Knows nothing of directions, of the store or of drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from director.casting.attire import described_length
from director.casting.chinese_nouns import chinese_number
from director.casting.company import Company, role_names
from director.casting.hits import HAN, Hit, is_chinese
from director.casting.openings import find_openings
from director.casting.placing import emotion_words, find_placings
from director.casting.scene import Scene
from director.casting.spotting import find_nouns
from director.casting.strangers import find_strangers
from director.lexicon.custom import (
    ANCIENT_ERA,
    CHINESE_ERA,
    COMPANY,
    MEDIEVAL_ERA,
    MODERN_ERA,
    OCCASIONS,
    PLACES_OF_ROLES,
    USUAL_PLACES,
    Occasion,
)
from director.lexicon.people import GENERIC, KIN
from director.lexicon.places import TOWNS
from director.lexicon.places import places as known_places
from director.lexicon.words import AGES, CLASSIFIERS, HOURS, NOT_WEATHER, NUMBERS, WEATHERS
from director.styles import style_in
from model.catalog import CATALOG
from model.layout import Relation
from model.settings import SETTINGS, Setting
from model.stage import STYLES, Stage
from model.state import Action
from model.text import TextEncoder
from storygraph.errors import StoryError

LONGEST_PROMPT = 2_000
_UNDERSTOOD = 0.5  # cosine to a setting below which a prompt that names nothing means nothing to us


@dataclass(frozen=True, slots=True)
class Casting:
    """A world as understood. `relations` say where things stand; `emotions` maps entity ids to how they feel at the
    start; `actions` are what is already going on (a dragon circling); `notes` tell the author what was decided."""

    stage: Stage
    hour: float
    weather: str
    relations: tuple[Relation, ...]
    notes: tuple[str, ...]
    title: str
    emotions: dict[str, str] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()


def cast(prompt: str, *, seed: int, text: TextEncoder, aspect: str = "16:9", style: str | None = None) -> Casting:
    """The world that the prompt describes; the same prompt and seed give the same world. Without a `style` it is drawn
    in the one that the prompt asks for.

    Raises StoryError when the prompt is empty, longer than 2,000 characters, or speaks of nothing the stage knows.
    """
    asked, prompt = style_in(_clean(prompt))
    prompt = _clean(prompt)
    hits = find_nouns(prompt)
    strangers = find_strangers(prompt, hits, text)
    occasion = _occasion(prompt)
    place, place_known = _setting(prompt, hits, text, occasion)
    nameless = _without_names(prompt, hits)
    hour, weather = _hour(nameless), _weather(nameless)
    worn = [(h.end, h.end + described_length(prompt[h.end :])) for h in hits if h.sense and h.sense.kind == "person"]
    hits_said, sums = _without_sums(prompt, hits)
    named = [h for h in hits_said if h.sense is not None and not _is_place_only(h, place, hits, prompt)
             and not any(a <= h.start < b for a, b in worn) and not _is_worn(prompt, h)
             and not _is_only_said(prompt, h) and not _is_of_a_place(prompt, h, hits)
             and not _AT_HOME.match(prompt, h.end) and not _is_content(prompt, h)
             and not _is_absent_owner(prompt, h, hits)]  # fmt: skip
    if not (place_known or named or strangers or occasion or hour is not None or weather is not None):
        raise StoryError(
            "Nothing in this prompt is known to the stage; name a place and who is there, "
            'for example "A rainy street at night with a detective and a cat".'
        )
    rng = np.random.default_rng([seed, 5])
    named = _introduced(prompt, sorted([*named, *(s.hit for s in strangers)], key=lambda h: h.start))
    company = Company(prompt, place, era_of(prompt, place), rng, named)
    for hit in named:
        company.add(hit)
    for start, told in sums.items():
        company.of_hit[start] = [i for k in told for i in company.of_hit.get(k, [])]
    company.notes += [s.note for s in strangers if s.note]
    if not place_known:
        company.notes.append(f"The place is not named; it plays in a {place.name}.")
    _complete(company, occasion, rng)
    relations, actions, emotions = _arranged(prompt, company, named, text)
    style = style or asked or STYLES[0]
    stage = Stage(place.name, seed, tuple(company.entities), indoor=place.indoor, style=style, aspect=aspect)
    hour = float(rng.choice((10.0, 12.0, 14.0))) if hour is None else hour
    return Casting(stage, hour, weather or "clear", relations, tuple(company.notes), _title(prompt), emotions, actions)


def _occasion(prompt: str) -> Occasion | None:
    """What is going on, where that alone tells who takes part: a wedding, a trial, 年夜饭."""
    return next((o for o in OCCASIONS if o.words.search(prompt)), None)


_EMPTY = re.compile(
    r"\b(?:empty|deserted|abandoned|uninhabited|lifeless|nobody|no one)\b|空荡荡|空无一人|无人|没有人|空旷|荒废", re.I
)


_ENOUGH = 3  # people who are told, from which on no guests are asked to come


def _complete(company: Company, occasion: Occasion | None, rng: np.random.Generator) -> None:
    """Who and what the prompt leaves out: those whom the occasion or the place suits, and the furniture."""
    present = {e.look.get("role", "") for e in company.entities if e.kind == "person"}
    alone = not any(e.kind != "prop" for e in company.entities)
    told = sum(e.kind == "person" for e in company.entities)
    open_to_all = alone or (occasion is not None and not occasion.intimate)
    if occasion is not None and present <= {*occasion.principals, *occasion.extras} and open_to_all:
        absent = [name for name in occasion.principals if name not in present]
        crowded = bool(present & set(occasion.extras)) or told >= _ENOUGH
        crowd = [] if crowded else list(occasion.extras)[: int(rng.integers(2, 5))]
        company.invite([*absent, *crowd], f"the {occasion.name}")
        company.provide(occasion.things)
    if not (any(e.kind != "prop" for e in company.entities) or _EMPTY.search(company.prompt)):
        names = role_names(COMPANY[company.place.name])
        chosen = rng.permutation(len(names))[: rng.integers(1, len(names) + 1)]
        company.invite([names[i] for i in sorted(chosen)], "the place")
    company.provide(company.place.furniture)
    company.close()


def _clean(prompt: str) -> str:
    if len(prompt) > LONGEST_PROMPT:
        raise StoryError(f"The prompt has {len(prompt):,} characters; please keep it to {LONGEST_PROMPT:,}.")
    prompt = re.sub(r"[\u200b-\u200f\u2060\xad]", "", prompt)
    prompt = re.sub(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]", " ", prompt)
    prompt = re.sub(r"[ \u3000]+", " ", prompt).strip()
    if not prompt:
        raise StoryError(
            'The prompt is empty; say where it plays and who is there, for example "An office with Anna and Ben".'
        )
    return prompt


# ---- place, time, weather ---------------------------------------------------------------------------------------


def _setting(
    prompt: str, hits: Sequence[Hit], text: TextEncoder, occasion: Occasion | None
) -> tuple[Setting, bool]:
    """(the setting, whether the author named it)."""
    places = [h for h in hits if h.setting is not None]
    if places:
        best = max(places, key=lambda h: _place_score(prompt, h))
        pure = [h for h in places if h.sense is None and h.word.lower() not in TOWNS]
        if pure and best.sense is not None and _place_score(prompt, best) < 1.0:
            best = max(pure, key=lambda h: _place_score(prompt, h))
        assert best.setting is not None
        if best.sense is None or _place_score(prompt, best) >= 1.0 or not any(h.sense for h in hits if h is not best):
            return SETTINGS[best.setting], True
    if occasion is not None:
        return SETTINGS[occasion.place], False
    things = [h.word.lower().split() for h in hits if h.sense and h.sense.kind == "prop"]
    if told := next(filter(None, (known_places().get(words[0]) for words in things if len(words) > 1)), None):
        return SETTINGS[told], False
    if usual := _usual_place(hits):
        return SETTINGS[usual], False
    names = [(s, alias) for s in SETTINGS.values() for alias in (s.en[0], s.zh[0])]
    vectors = text.encode([alias for _, alias in names])
    asked = text.encode([prompt, *(part for part in re.split(r"[,.;，。；]", prompt)[:4] if part.strip())])
    likeness = (vectors @ asked.T).max(axis=1)
    best_row = int(likeness.argmax())
    return names[best_row][0], bool(likeness[best_row] >= _UNDERSTOOD)


def _usual_place(hits: Sequence[Hit]) -> str | None:
    """Where things, people and creatures usually are, when the prompt names no place; things tell most."""
    senses = [(h, h.sense) for h in hits if h.sense is not None]
    words = [USUAL_PLACES.get(h.word) for h, _ in senses if h.word not in CATALOG]
    things = [USUAL_PLACES.get(s.archetype) for _, s in senses if s.kind == "prop"]
    trades = [PLACES_OF_ROLES.get(s.role.name) for _, s in senses if s.role is not None]
    creatures = [USUAL_PLACES.get(s.archetype) for _, s in senses if s.kind == "creature"]
    return next((place for place in (*words, *things, *trades, *creatures) if place), None)


def _place_score(prompt: str, hit: Hit) -> float:
    before, after = prompt[: hit.start].lower(), prompt[hit.end :].lower()
    score = 0.02 * len(hit.word) - 0.001 * hit.start - (1.5 if hit.word.lower() in TOWNS else 0.0)
    if re.search(r"\b(?:in|at|inside|into|within|on|outside)\s+(?:[\w-]+\s+){0,4}$", before):
        score += 2.0
    if re.search(r"\b(?:near|next to|by|of|beside|behind)\s+(?:[\w-]+\s+){0,3}$", before):
        score -= 1.0
    if (
        hit.word.isascii()
        and not re.search(r"[.。;；]\s*\S", before)
        and re.fullmatch(r"\s*(?:[\w'-]+,?\s+){0,6}", before)
        and not re.search(r"\b(?:and|with|in|on|at)\s", before)
    ):
        score += 1.5
    if re.search(r"在$|\b(?:across|through)\s+(?:[\w-]+\s+){0,4}$", before):
        score += 1.0
    if re.match(r"\s*(?:里|中|上|内|外|大厅|的|，|,|。|$)", after) and re.search(r"[\u3400-\u9fff]", hit.word):
        score += 1.2 if before.strip() else 2.0
    if hit.sense is not None:
        score -= 0.6
    return score


def _is_place_only(hit: Hit, place: Setting, hits: Sequence[Hit], prompt: str) -> bool:
    """A word that names the chosen setting is no prop as well, unless it stands outdoors and can be gone to; who is on
    the deck of a ship is aboard already."""
    if hit.setting != place.name or hit.sense is None:
        return False
    chosen = max((h for h in hits if h.setting == place.name), key=lambda h: _place_score(prompt, h))
    return hit is chosen and (place.indoor or place.name == "ship deck")


def _introduced(prompt: str, hits: Sequence[Hit]) -> list[Hit]:
    """Nouns joined with what stands beside them for the same being: "Lin, a young detective, ...", "the captain, Black
    Meg, ...", "the boy's mother, a tired woman with brown braids, ...", 一个女孩，名叫小雨."""
    joined: list[Hit] = []
    for hit in sorted(hits, key=lambda h: h.start):
        last = joined[-1] if joined else None
        same = last is not None and _is_same(prompt, last, hit)
        if last is None or not same:
            joined.append(hit)
        elif not hit.given and hit.sense and hit.sense.role and last.sense and last.sense.kind == "creature":
            joined[-1] = replace(last, end=hit.end, also=(*last.also, hit.start))  # the owl is the referee
        elif hit.given and not last.given:
            also = (*last.also, hit.start)
            age = hit.sense.role.age if hit.title and hit.sense and hit.sense.role else ""
            before = (*last.before, *(hit.before if hit.title else ()), *([age] if age in AGES else []))
            joined[-1] = replace(hit, start=last.start, sense=last.sense, before=before, title=last.word,
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
            before = (*last.before, *hit.before, *ages, *([told] if told else []))
            joined[-1] = replace(last, end=hit.end + len(told), word=word, sense=sense, title=title, before=before,
                                 also=(*last.also, hit.start))  # fmt: skip
    return _named_one_by_one(prompt, joined)


def _named_one_by_one(prompt: str, hits: list[Hit]) -> list[Hit]:
    """ "Two roommates, Zoë and Kayleigh, ...": as many names as there are of them."""
    for i, group in enumerate(hits):
        many = max(group.count, len(group.sense.members) if group.sense else 0)
        names = hits[i + 1 : i + 1 + many]
        if group.given or not (group.sense and group.sense.kind != "prop" and 1 < many == len(names)):
            continue
        gaps = [prompt[a.end : b.start] for a, b in zip([group, *names], names, strict=False)]
        if all(n.given for n in names) and re.fullmatch(r"[,:(（：，]? ?|,? named |", gaps[0]) and all(
            re.fullmatch(r",? (?:and )?|[和与、]", gap) for gap in gaps[1:]
        ):
            sense = replace(group.sense, members=())
            told = [replace(n, sense=sense, title="" if group.sense.members else group.word, before=group.before)
                    for n in names]  # fmt: skip
            return [*hits[:i], *told, *_named_one_by_one(prompt, hits[i + 1 + many :])]
    return hits


def _is_same(prompt: str, last: Hit, hit: Hit) -> bool:
    if last.sense and last.sense.kind == "creature" and hit.sense and hit.sense.role and not hit.given:
        copula = r"(?: (?:on|in|by|at|near) (?:an?|the) [\w-]+)? (?:is|was) (?:an?|the|their|his|her) (?:[\w-]+ )?"
        return re.fullmatch(copula, prompt[last.end : hit.start]) is not None
    if last.plural or last.count > 1:
        return False
    creature = hit.sense is not None and hit.sense.kind == "creature" and not hit.given
    if creature and last.sense and last.sense.role and not last.given:
        owned = last.definite or re.search(r"\b(?:his|her|their|its|the) $", prompt[: last.start])
        article = re.fullmatch(r", an? (?:[\w-]+ ){0,3}", prompt[last.end : hit.start])
        return bool(owned and article and re.match(r",|\.|$| with\b", prompt[hit.end :]))
    if not (last.sense and hit.sense and last.sense.kind == hit.sense.kind != "prop"):
        return False
    between, after = re.sub(r"^ ?\(\d+\)", "", prompt[last.end : hit.start]), prompt[hit.end :]
    after = after[described_length(after) :]
    between = between[described_length(between) :]
    if hit.given:
        if hit.title and not last.given and last.definite and re.fullmatch(r", an? (?:[\w-]+ ){0,3}", between):
            return True  # the defendant, a pale teenager named Luke
        if re.fullmatch(r"，?(?:[她他它])?(?:名叫|名为|叫做|叫|唤作)", between):
            return not last.given
        named = re.fullmatch(r",? (?:is )?(?:named|called) ", between) or (
            re.fullmatch(r"[,，] ?", between) and re.match(r"\s*(?:[,，](?! and\b)|$)", after)
        )
        return bool(named and not last.given and hit.count == 1)
    if not hit.sense.role or hit.possessive:
        return False
    if last.given and re.fullmatch(r" the (?:[\w-]+ ){0,2}", between):
        return True  # Ragnar the Viking chieftain
    if last.given and not hit.before and re.fullmatch(r"(?:化成|化作|化为|变成|变作|幻化成|幻化为)了?", between):
        return True  # 阿九化成少女
    article = re.fullmatch(r",? (?:is )?(?:an?|the|his|her|their) (?:[\w-]+ ){0,3}|（|(?:，|是)一?[个名位]?", between)
    goes_on = re.match(
        r"(?:\s+(?:in|on|at|with|from|of|behind|by)\s(?:[\w'-]+\s?){1,5}(?=,\s+(?!an?\b|two\b|three\b|the\b|and\b)))?"
        r"\s*(?:$|[.;。;；)），]|,(?! and (?:an?|two|three|the)\b)|who\b)",
        after,
    )
    listed = re.search(r"\bwith [^.;]*$", prompt[: last.start])
    if listed and not re.match(r",\s+(?:in|on|at|who|is|are|\w+s)\b", after):
        return False
    owned = last.definite or re.search(r"'s (?:[\w-]+ )?$", prompt[: last.start])
    says_more = hit.sense.role.name in GENERIC or _goes_on_doing(prompt, hit)
    general = last.given or (last.sense.role and owned and says_more)
    return bool(general and article and goes_on)


def _goes_on_doing(prompt: str, hit: Hit) -> bool:
    """Whether a verb follows the comma: "her bodyguard, a huge orc, looms behind her"."""
    deed = r",\s+(?:[a-z]+ly\s+)?[a-z]+s\s+(?:an?|the|his|her|their|its|in|on|at|behind|over|to|into|from|by|near)\b"
    return re.match(deed, prompt[hit.end :]) is not None


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
        listed = re.match(r"[^:：—,，]{0,12}(?:[:：]|——| — )", prompt[hit.end :])
        if several and listed and len(people) >= max(2, hit.count if hit.count < 9 else 2):
            sums[hit.start] = [h.start for h in people]
        else:
            kept.append(hit)
    return kept, sums


def _is_of_a_place(prompt: str, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a word for several only says whose a place is: 戏班后台."""
    several = hit.sense is not None and hit.sense.members and HAN.match(hit.word)
    return bool(several) and any(h.setting and h.sense is None and h.start == hit.end for h in hits)


_CONTENT = re.compile(
    r"\b(?:bottle|glass|cup|mug|bucket|bowl|plate|jar|jug|bag|basket|tray|pot|vial|flask|can|slice|piece|loaf|carton)s?"
    r" of (?:[\w-]+ )?$",
    re.I,
)


def _is_content(prompt: str, hit: Hit) -> bool:
    """Whether it only says what is in a thing: a bottle of gin."""
    return hit.sense is not None and hit.sense.kind == "prop" and _CONTENT.search(prompt[: hit.start]) is not None


def _is_absent_owner(prompt: str, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether kin are only spoken of because a thing is theirs: 母亲的金项链."""
    kin = hit.sense is not None and hit.sense.role is not None and hit.sense.role.name in KIN
    if not kin or not HAN.match(hit.word) or sum(h.word == hit.word for h in hits) > 1:
        return False
    owned = re.match(r"的[^，。的]{0,3}", prompt[hit.end :])
    return owned is not None and any(
        h.sense and h.sense.kind == "prop" and "holdable" in CATALOG[h.sense.archetype].traits
        and hit.end < h.start <= hit.end + len(owned[0]) for h in hits
    )  # fmt: skip


_AT_HOME = re.compile(r"家(?=[，。、里中的门发看，]|$)(?<=[婆爷奶公妈爸姨叔姑友家]家)")  # 走进外婆家: she may be out


_LIKENED = re.compile(
    r"(?:\b(?:the size of|sized like|looks? like|looking like|like|as (?:[\w-]+ )?as|shaped like|disguised as"
    r"|dressed as|dressed up as|resembl\w+|in the shape of|instead of|without|no|not|never|afraid of|dreams? of"
    r"|dreaming of"
    r"|imagin\w+|named after)"
    r"\s+(?:an?|the|any|two|three|giant|his|her)?\s*(?:[\w-]+\s+)?"
    r"|(?:(?<![佛雕石头画铜神肖塑人图录影偶])像|如同|仿佛|犹如|好似|宛如|好像|没有|不见|没带|扮成|假扮|乔装成|伪装成|打扮成|梦见|想起|思念|当成|看成)"
    rf"(?:[一二两三几][{CLASSIFIERS}]?)?(?:[^，。的]{{0,3}}|(?<!没有)[^，。、]{{1,2}}的))$",
    re.I,
)


def _is_only_said(prompt: str, hit: Hit) -> bool:
    """Whether the words only compare somebody to it, or say that it is not there: the size of a car, 像一只猫."""
    return not hit.given and hit.count == 1 and _LIKENED.search(prompt[: hit.start]) is not None


def _without_names(prompt: str, hits: Sequence[Hit]) -> str:
    """小雨 and Dawn are no weather and no hour."""
    for hit in hits:
        if hit.given and hit.word in prompt:
            prompt = prompt.replace(hit.word, " " * len(hit.word))
    return prompt


_CLOCK = re.compile(
    r"\b(1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?::[0-5]\d| thirty)?"
    r"(?: o'?clock)? ?(?:(?:in the (early )?(morning)|(?:in the|at|on a) (afternoon|evening|night))|([ap])\.?m\b)",
    re.I,
)
_CLOCK_ZH = re.compile(
    r"(凌晨|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|夜里|深夜|半夜|夜晚|晚)(1[0-2]|\d|[一二两三四五六七八九十]{1,2})[点时:：]"
)


def _hour(prompt: str) -> float | None:
    if clock := _CLOCK.search(prompt):
        hour = NUMBERS[clock[1].lower()] if clock[1].isalpha() else int(clock[1])
        late = clock[4] or (clock[5] or "").lower() == "p"
        return float(hour % 12 + (12 if late and not (clock[4] == "night" and hour % 12 < 5) else 0))
    if clock := _CLOCK_ZH.search(prompt):
        hour = int(clock[2]) if clock[2].isdigit() else chinese_number(clock[2])
        small = clock[1] in ("深夜", "半夜", "夜里", "晚上", "夜晚") and hour < 5
        early = clock[1] in ("凌晨", "清晨", "早上", "早晨", "上午") or hour == 12 or small
        return float(hour % 24 if early else hour % 12 + 12)
    found = _words_in(prompt, HOURS)
    if "夜" in prompt and not found:
        return HOURS["夜"]
    return HOURS[max(found, key=len)] if found else None


def _weather(prompt: str) -> str | None:
    low = prompt.lower()
    for phrase in NOT_WEATHER:
        low = low.replace(phrase, " ")
    found = _words_in(low, WEATHERS) or [w for w in _SOAKED.findall(low) if w in WEATHERS]
    return WEATHERS[max(found, key=len)] if found else None


_SOAKED = re.compile(r"(?<![\w-])([a-z]+)-(?:[a-z]+(?:ed|en|pt|d)|bound|swept)(?![\w-])")  # rain-lashed, snow-dusted


def _words_in(prompt: str, table: Iterable[str]) -> list[str]:
    low = prompt.lower()
    return [w for w in table if (re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", low) if w.isascii() else w in low)]


_YEAR = re.compile(r"\b(\d{1,4}) ?(?:BC|BCE|AD)\b|(?<!\d)(1\d{3}|20\d{2}|2[1-9]\d{2})(?!\d)")


def era_of(prompt: str, place: Setting) -> str:
    """The era that people are dressed for, a word of `director.lexicon.people.ERAS`."""
    if (year := _YEAR.search(prompt)) and not ANCIENT_ERA.search(prompt):
        return "medieval" if year[1] or int(year[2]) < 1700 else "modern"
    if MODERN_ERA.search(prompt) and not ANCIENT_ERA.search(prompt):
        return "modern"
    chinese = is_chinese(prompt)
    if CHINESE_ERA.search(prompt):
        return "chinese"
    if MEDIEVAL_ERA.search(prompt):
        return "medieval"
    if ANCIENT_ERA.search(prompt) or place.name in (
        "palace", "temple", "courtyard", "village", "castle hall", "throne room", "dungeon",
    ):  # fmt: skip
        return "chinese" if chinese else "medieval"
    return "modern"


def _title(prompt: str) -> str:
    first = re.split(r"[.。!！?？;；\n]", prompt, maxsplit=1)[0].strip(" ,，\"'“”")
    first = re.sub(r"^(?:an?|the)\s+", "", first, flags=re.I)
    if len(first) > 60:
        first = first[:60].rsplit(" ", 1)[0].rstrip(" ,，") + "…"
    return first[:1].upper() + first[1:] or "Untitled"


# ---- where they stand and what goes on --------------------------------------------------------------------------


def _arranged(
    prompt: str, company: Company, hits: Sequence[Hit], text: TextEncoder
) -> tuple[tuple[Relation, ...], tuple[Action, ...], dict[str, str]]:
    scene = Scene(company)
    for e in company.entities:
        if e.look.get("role") == "corpse":
            scene.lay_out(e)
    for hit in find_nouns(prompt):
        if hit.start in company.of_hit and (emotion := emotion_words(prompt, hit)) is not None:
            scene.feel(company.of_hit[hit.start], emotion)
    for opening in find_openings(prompt, hits, text):
        scene.open(opening)
    for placing in find_placings(prompt, text):
        scene.put(placing)
    return tuple(dict.fromkeys(scene.relations)), tuple(dict.fromkeys(scene.actions)), scene.emotions
