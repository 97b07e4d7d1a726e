"""A prompt written down as screenwriters do, in headings, sluglines, cast lists and cues, told in plain sentences.

"Characters: Anna (detective). Setting: a bar." becomes "Anna, a detective. In a bar."; 人物：林晓（医生） becomes
医生林晓. Other prompts stay as they are. Knows which words name people, but nothing of the stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from director.casting.english_names import is_everyday, is_given_name
from director.casting.english_words import DETERMINERS, with_article
from director.casting.hits import HAN
from director.casting.naming import chinese_words
from director.lexicon.nouns import sense_of, senses
from director.lexicon.places import places
from director.lexicon.words import HOURS
from model.settings import SETTINGS

# What headings head: who and what is there, where it is, what tells nothing of the stage; all else is told as it is.
_WHO = (
    "(?:main |principal |lead |supporting |side )?(?:characters?|cast|roles?|leads?|protagonists?|antagonists?|people)"
    "|dramatis person(?:ae|æ)|who|hero(?:ine)?|villain|male lead|female lead"
    "|(?:主要|出场|登场|出镜|核心)?(?:人物|角色)(?:介绍|设定|表)?|主演|演员|主角|配角|反派|男主角?|女主角?|男[一二]号?|女[一二]号?"
)
_WHERE = (
    "(?:main )?(?:settings?|locations?|places?|where|backdrop|environment|set)"
    "|地点|场景|场地|场所|地方|(?:故事)?背景|环境|布景"
)
_WHEN = (
    "time(?: of day| period)?|when|date|hour|period|era|year|season|weather|atmosphere|light(?:ing)?"
    "|时间|时代|年代|朝代|时段|天气|季节|光线|氛围|气氛"
)
_WHAT = (
    "props?|objects?|things?|items?|plot|story(?:line)?|synopsis|summary|premise|log ?line|action|scene|what happens"
    "|situation|opening|conflict|beginning|description|idea|concept|what|scenario|prompt"
    "|道具|物品|剧情|故事|情节|内容|大纲|梗概|简介|故事(?:梗概|简介|内容|大纲)|剧情(?:梗概|简介|大纲)|动作|画面|开场|开头|事件|冲突|情境|描述|设定"
)
_NOTHING = (
    "(?:working )?title|name of the (?:story|film)|genre|tone|mood|theme|format|author|written by|length|episode|logo"
    "|标题|片名|剧名|题目|名称|类型|题材|基调|情绪|主题|作者|编剧|时长|集数"
)
_TITLE = re.compile(r"(?:working )?title|标题|片名|剧名|题目", re.I)
_SEAM = " ,，、;；|\n"
_MARK = r"(?:[-–—•·*#>+]+|\(?\d{1,2}[.)、]|[①-⑩]|[一二三四五六七八九十]{1,2}、)"
_HEADING = re.compile(
    rf"(?:^|(?<=[\n.;|,，。；、！!]))[ ]*(?:{_MARK} ?)*(?P<open>[【\[*_ ]*)"
    rf"(?:(?P<who>{_WHO})|(?P<where>{_WHERE})|(?P<when>{_WHEN})|(?P<what>{_WHAT})|(?P<nothing>{_NOTHING}))"
    r"(?: ?\d{1,2})?"
    r"(?:[】\]*_ ]*(?:[:：][*_]*|(?<=[】\]])|\n| [-–—] (?!\w+ing\b))) *",
    re.I,
)
_PLACED = re.compile(r"(?:in|on|at|inside|outside|under|aboard|near|by|behind|within|a long|once)\b|在", re.I)
# INT. BAR - NIGHT; 场景一，内景，厨房，夜.
_SLUG = re.compile(
    r"(?:^|(?<=\n)|(?<=[.:] )) *(?:scene )?(?:\d{1,3}[A-Z]?[.:)]? *)?"
    r"(?P<side>(?:INT|EXT|EST|I/E)(?:\. ?/ ?(?:INT|EXT))?)\b[.:]? *(?P<place>[^\n.–—]+?)"
    r"(?:(?: ?[–—-] ?|\. )(?P<hour>(?:[A-Z]+ )?(?:DAY|NIGHT|MORNING|EVENING|DAWN|DUSK|AFTERNOON|NOON|SUNSET|SUNRISE"
    r"|MIDNIGHT|TWILIGHT|CONTINUOUS|LATER|SAME)\b))?"
    r"(?: ?[–—-] ?[A-Z][A-Z ]*)?(?: ?\([^)]*\))?(?=\.|\n|$)\.?",
    re.I,
)
_SLUG_ZH = re.compile(r"(?:^|(?<=\n))(?P<line>[^\n：:]{2,30}?)(?=\n|$|。)")
_SIDE_ZH = re.compile(r"内景|外景|内外景|[内外]")
_HOUR_ZH = {"日": "白天", "夜": "夜晚", "晨": "清晨", "昏": "黄昏", "早": "早晨", "晚": "夜晚"}
_SCENE_ZH = re.compile(r"(?:第?[一二三四五六七八九十\d]+[场幕集]|场景?[一二三四五六七八九十\d]*|\d+(?:[-.]\d+)?[.、]?)")
_SCENE = re.compile(
    r"(?:^|(?<=[\n.]))[ ]*(?:scene|act|episode|shot) (?:\d{1,3}|[ivx]{1,4}|one|two|three)\b *[.:–—-]* *"
    r"|(?:^|(?<=\n))第[一二三四五六七八九十\d]+[场幕集][：:，。 ]*|(?:^|(?<=\n)) *fade in:? *",
    re.I,
)
_BULLET = re.compile(rf"(?:^|(?<=\n))[ ]*{_MARK} ?(?=[^\d\s])")
# One of a cast list: Anna (detective), Ben - her brother, 林晓：医生.
_IN_BRACKETS = re.compile(
    r"(?P<name>[^()（）;；\n。]{1,40}?) ?[(（](?P<told>[^()（）]{1,80})[)）][,，、;；.。 ]*(?:and |和|与)?"
)
_BEHIND_A_MARK = re.compile(r"(?P<name>[^:：\n–—]{1,30}?) ?(?:[:：]|[–—]+| - |(?<=[\u3400-\u9fff])-) ?(?P<told>.+)")
_AGED = re.compile(
    r"(?:aged? |in (?:his|her|their) )?(?P<years>\d{1,3})(?P<decade>s|['’]s)?(?: ?(?:years?[- ]old|y/?o|yrs?))?"
    r"|(?P<zh>(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:多)?岁(?:左右)?)",
    re.I,
)
_SEX = {"female": "female", "f": "female", "woman": "female", "male": "male", "m": "male", "man": "male", "女": "女",
        "女性": "女", "男": "男", "男性": "男"}  # fmt: skip
_CUE = re.compile(
    r"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2})(?: ?\([^)]*\))?|(?P<zh>[\u3400-\u9fff]{1,4})(?:（[^）]*）)?"
)
_CLAUSE = re.compile(r"\s+(?:who|that|which|with|in|of|from|at|on|and)\s+.*", re.S)


def in_sentences(prompt: str) -> tuple[str, str]:
    """(the prompt in plain sentences, the title that it gives itself or "")."""
    title = next((_first(value) for head, _, value in _parts(prompt) if _TITLE.fullmatch(head)), "")
    prompt = _SLUG.sub(_slug, _SCENE.sub("", prompt))
    prompt = _SLUG_ZH.sub(_slug_zh, prompt)
    told = [_told(kind, value) for _, kind, value in _parts(prompt)]
    return "\n".join(filter(None, told)) or prompt, title


def _parts(prompt: str) -> Iterator[tuple[str, str, str]]:
    """(heading, what it heads, what stands under it) from first to last; what goes before is under none."""
    found = list(_HEADING.finditer(prompt))
    ends = [*(heading.start() for heading in found), len(prompt)]
    yield "", "what", prompt[: ends[0]].strip(_SEAM)
    for heading, end in zip(found, ends[1:], strict=True):
        kind = str(heading.lastgroup)
        yield heading[kind], kind, prompt[heading.end() : end].strip(_SEAM)


def _first(value: str) -> str:
    return value.split("\n", 1)[0].strip(" .。《》\"“”")


def _told(kind: str, value: str) -> str:
    """What stands under a heading, in sentences."""
    if not value or kind == "nothing":
        return ""
    if kind == "who":
        return "\n".join(map(_sentence, map(_somebody, _listed(value))))
    value = "\n".join(_cues(_BULLET.sub("", value).split("\n")))
    if kind == "where" and not _PLACED.match(value):
        value = f"在{value}" if HAN.search(value) else f"In {_lowered(value)}"
    return value if kind == "what" else _sentence(value)


def _sentence(told: str) -> str:
    return told if re.search("[.!?。！？]$", told) else told + ("。" if HAN.search(told) else ".")


def _lowered(place: str) -> str:
    """A place as it stands behind "in": the old bar, the hospital corridor, Paris."""
    first = place.split(" ", 1)[0].rstrip(",")
    common = first.lower() in DETERMINERS or is_everyday(first.lower())
    the = "" if first.lower() in DETERMINERS or not (common or first.islower()) or first.endswith("s") else "the "
    return the + (place[:1].lower() + place[1:] if common else place)


# ---- cast lists ---------------------------------------------------------------------------------------------------


def _listed(value: str) -> Iterator[str]:
    """The items of a cast list: one a line, between semicolons, or each with what it is in brackets."""
    for line in re.split(r"[\n;；]", _BULLET.sub("", value)):
        bracketed = list(_IN_BRACKETS.finditer(line))
        end = 0
        for item in bracketed:
            *others, name = re.split(r"[,，、]\s*(?:and )?|(?<=[\u3400-\u9fff])[和与](?=[\u3400-\u9fff])", item["name"])
            yield from filter(None, others)
            yield f"{name} ({item['told']})"
            end = item.end()
        rest = line[end:]
        yield from filter(None, re.split("[、]", rest) if "、" in rest else [rest])


def _somebody(item: str) -> str:
    """One of a cast list as a sentence tells of him."""
    item = item.strip(" *_.。")
    found = _IN_BRACKETS.fullmatch(item) or _BEHIND_A_MARK.fullmatch(item)
    if found is None:
        name, mark, told = item.partition("，" if "，" in item else ",")
        if not (mark and _is_proper(name) and _describes(told)):
            return item
    else:
        name, told = found["name"], found["told"]
    return _introduced(name.strip(" *_"), [bit.strip() for bit in re.split(r"[,，、;；/]|\. ", told) if bit.strip()])


def _describes(told: str) -> bool:
    """Whether what follows a name in a list says what he is, and is not the next of the list."""
    first = re.split("[,，]", told.strip())[0]
    described = _AGED.fullmatch(first) or first.lower() in _SEX or _names_a_trade(first)
    return bool(described) and not any(map(is_given_name, re.findall(r"[a-z]+", told.lower())))


def _is_proper(name: str) -> bool:
    """Whether it may be what somebody is called, and is no word for what he is."""
    if HAN.search(name):
        return len(name) < 6 and name not in chinese_words()
    return name[:1].isupper() and name.split(" ")[0].lower() not in DETERMINERS and sense_of(name) is None


def _names_a_trade(bit: str, *, or_beast: bool = False) -> bool:
    """Whether it ends in a word for somebody: "her younger brother", 外科医生; or, if need be, for an animal."""
    kinds = ("person", "creature") if or_beast else ("person",)
    if HAN.search(bit):
        return any((of := senses().get(bit[-n:])) is not None and of.kind in kinds for n in (5, 4, 3, 2))
    head = _CLAUSE.sub("", bit).split(" ")
    of = sense_of(" ".join(head[-2:])) or sense_of(head[-1])
    return of is not None and of.kind in kinds


def _introduced(name: str, bits: list[str]) -> str:
    """Somebody by name, with what a list says of him: Anna, a detective; 28岁的女法医沈清."""
    aged = next((m for bit in bits if (m := _AGED.fullmatch(bit))), None)
    sex = next((_SEX[bit.lower()] for bit in bits if bit.lower() in _SEX), "")
    rest = [bit for bit in bits if not _AGED.fullmatch(bit) and bit.lower() not in _SEX]
    trade = next((bit for bit in rest if _names_a_trade(bit, or_beast=True)), "")
    if trade:
        rest.remove(trade)
    if HAN.search(name + trade):
        years = f"{aged['zh'] or aged['years'] + '岁'}的" if aged else ""
        own = trade or ("子" if sex else "")
        whole = f"{years}{sex if own[:1] != sex else ''}{own}{name}"
        return "，".join([whole, *rest])
    years = f"{aged['years']}-year-old " if aged else ""
    own = trade or ("woman" if sex == "female" else "man" if sex == "male" else "")
    if not own:
        return ", ".join([f"{name} ({aged['years']})" if aged else name, *rest])
    sexed = f"{sex} " if trade and sex else ""
    described = f"{years}{sexed}{own}"
    article = own.split(" ")[0].lower() in DETERMINERS
    noun = described if article else with_article(described)
    whole = f"{name}, {noun}" if not trade or _names_a_trade(trade) else f"{noun} named {name}"  # a dog named Rex
    return ", ".join([whole, *rest])


def _is_listed(name: str, told: str) -> bool:
    """Whether a line by itself, outside of any list, is one of a cast list."""
    short = re.fullmatch(r"[^.,;!?，。；！？]{1,50}", told) and (HAN.search(name) or name.istitle() or name.isupper())
    return bool(short) and _is_proper(name) and _names_a_trade(told)


# ---- scripts ------------------------------------------------------------------------------------------------------


def _slug(found: re.Match[str]) -> str:
    """INT. ANNA'S KITCHEN - NIGHT, as "In Anna's kitchen. Night."."""
    place = re.sub(r"[A-Za-z'’]+", lambda m: m[0].capitalize() if is_given_name(m[0].split("'")[0]) else m[0].lower(),
                   found["place"].strip(" -"))  # fmt: skip
    the = "" if place.split(" ")[0].lower() in DETERMINERS or re.match(r"[\w]+['’]s\b", place) else "the "
    side = "Outside" if found["side"].upper().startswith("EXT") and _is_a_house(place) else "In"
    hour = (found["hour"] or "").lower()
    told = f"{hour.capitalize()}. " if any(word in HOURS for word in (hour, *hour.split())) else ""
    return f"{side} {the}{place}. {told}"


def _is_a_house(place: str) -> bool:
    """Whether one may be outside of it: EXT. BANK - DAY."""
    known = places().get(place.split(" ")[-1])
    return place.endswith("house") or (known is not None and SETTINGS[known].indoor)


def _slug_zh(found: re.Match[str]) -> str:
    """场景一，内景，厨房，夜 as 在厨房。夜晚。"""
    words = [w for w in re.split(r"[，。、 \-—–·/|【】]+", _SCENE_ZH.sub("", found["line"], count=1)) if w]
    sides = [w for w in words if _SIDE_ZH.fullmatch(w)]
    hours = [_HOUR_ZH.get(w, w) for w in words if w in _HOUR_ZH or w in HOURS]
    places = [w for w in words if w not in sides and w not in _HOUR_ZH and w not in HOURS]
    if not sides or len(words) > 4 or not (places or hours):
        return found[0]
    return "".join([*(f"在{place}。" for place in places), *(f"{hour}。" for hour in hours)]).rstrip("。")


def _cues(lines: list[str]) -> Iterator[str]:
    """The lines of a script. A name on a line of its own is told of by the next: what he is, or what he says."""
    k = 0
    while k < len(lines):
        line, following = lines[k].strip(), lines[k + 1].strip() if k + 1 < len(lines) else ""
        cue, listed = _CUE.fullmatch(line), _BEHIND_A_MARK.fullmatch(line)
        k += 1
        if listed and _is_listed(listed["name"], listed["told"].rstrip(".。")):
            yield _sentence(_somebody(line))  # Anna - detective
            continue
        if cue is None or not following:
            yield line
            continue
        if re.fullmatch(r"\([^)]*\)|（[^）]*）", following) and k + 1 < len(lines):
            k, following = k + 1, lines[k + 1].strip()  # (shrugging)
        name = cue["zh"] or cue["name"]
        is_told = _names_a_trade(following.rstrip(".。"))
        if cue["zh"] and (name in chinese_words() or not (is_told or f"\n{name}\n" in "\n".join(lines[k:]))):
            yield line
            continue
        k += 1
        if is_told:
            yield _sentence(_introduced(name, [following.rstrip(".。")]))
        else:
            yield f"{name}说：“{following}”" if cue["zh"] else f'{name.title()} says, "{following}"'
