"""A sentence taken apart: its clauses, whom each is about, what else it mentions, and the deed that is left.

Knows nothing of what the deeds mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from director.casting.english_words import base_forms
from director.casting.spotting import HAN, find_nouns, is_chinese
from director.understanding import clauses as cl
from director.understanding.mentions import Company, Mention
from director.understanding.wording import tidy, without
from model.lexicon import MASKS

# What may stand in front of whom a clause is about: adverbs, order words, and what begins a wish or a question.
_LEADS = re.compile(
    r"^(?:\s|,|，|[-–—]|\b(?:suddenly|then|now|meanwhile|finally|next"
    r"|(?:at|in) (?:that|this|the same) (?:very )?(?:moment|instant)|just then|with that"
    r"|at last|eventually|just|both|have|let|make|and"
    r"|but"
    r"|first|second|third|last|again|later|after that|afterwards|in the end|instead|step by step|once more"
    r"|can|could|would|will|should|may|might|must|do|does|did|what|if|how|about|why|when|don['’]t|never|we|you|i|me|us"
    r"|wants?|like|love|need|see|watch|please|ok|okay|well|yes|no(?=\s*[,，–—-])|oh|imagine|suppose|maybe|perhaps|get"
    r"|having|for|try|possible|time|let['’]s|i['’]d|we['’]d|that|it is|it['’]s|to"
    r"|(?:badly )?(?:wounded|injured|frightened|terrified|exhausted|surprised|shocked|startled|heartbroken)"
    r"|so|there|here|is|are|it|neither(?: of)?|none of|not one of|immediately|at once|\w+ly|both of)\b"
    r"|突然|忽然|不要|(?<!能)不能|不许|不准|别|然后|接着|这时|此时|于是|终于|只见|[让派]|命(?!令|中)|逼着?|随后|最后|先是?|其次|紧接着|继而"
    r"|接下来|同时|现在|立刻|再|又|也|叫|请|能不能|可不可以|可否|可以|能否|我们?|想要?|希望|需要|应该|看到?|要不要?|不如"
    r"|麻烦|只有?|有(?:一?[个名位只])?|唯有|仅有?|帮忙|帮我?|你|就|那么?|假如|如果|要是|万一|吧|是|轮到|换|给我|其中|没想到|原来|不料|却|等到?|当|待|趁着?|每当|一旦|在(?=.*时$))*$",
    re.I,
)
_PREP_EN = re.compile(
    r"\b(out of|in front of|next to|on top of|away from|close to|to|at|on|onto|in|into|from|off|of|with|toward"
    r"|towards|for|by|near|over"
    r"|around|after|behind|against|upon|atop|beside|under|using|before|past|through|up|down|above)\s*$", re.I,
)  # fmt: skip
_PREP_ZH = re.compile(r"(隔着|把|将|向|对|朝|给|往|到|跟|和|与|从|用|在|进|为|冲|拿|被|离|受|遭)$")
# 蹲下来摸了摸狗: a direction word ends one deed, and another begins.
_ZH_DIRECTION = re.compile(
    r"(?:[过上下进出回起][来去]|[站坐跪躺蹲趴]下|站起身来?|转过?身来?(?!就走|走了)|起身|上前"
    r"|跪倒)(?=[\u3400-\u9fff]{2}|[替给为帮向朝对把将跟扶抱拉]\u3000)(?![了的地得着，]|之后|以后|后|说|道|看不|某|在)"
)
# 拿起苹果吃了起来: what is done to a thing once it is taken up.
_ZH_NEXT = re.compile(
    r"(?:就|便)(?:走|跑|逃)|(?:就|便|开始)?(?:吃|喝|咬|啃|嚼|抿|呷|尝|品|嗅|闻|读|念|看了|看起|细看|端详|瞧|仰头|一饮而尽|躲|藏|逃|哭|大哭|大笑"
    r"|离开|转身|回头|跑开|跑了|走开|走出|跑出|飞走|大步|快步|径直|匆匆|一口"
    r"|(?:就|便)?往(?:外|回|前|里|后|左|右)|[迎冲扑追奔]了?[上过出]|擦|抹|捂住)"
)
_TAKEN_UP = re.compile(r"(?:[起开上下出掉了]|[抢夺接]过)(?:[^，]{1,4}的)?$|[a-z]\s*$")
# 端着酒一路小跑过来: what is in hand, and what is done with it there.
_IN_HAND = re.compile(r"[拎拿提端挑举扛撑捧夹握持推背]着$")
_ONWARD = re.compile(r"(?!的|了|和|与|、)[\u3400-\u9fff]{2}")
# 把信交给皇帝, 皇后手里的信: what goes on with the same deed.
_BELONGS = re.compile(
    r"(?:\W*\ue000|和|与|跟|、|给|交给|递给|送给|扔|放|到|向|上|的|不受|免受|免遭|手[里中上]|怀[里中])"
)
# 告诉小明剑不见了: what is told belongs to the telling.
_ZH_TELLS = re.compile(r"(?:告诉|告知|问|提醒|警告|通知|转告|吩咐|命令|答应)了?$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause taken apart. `deed` is what is left when mentions are masked, `bare` the author's own."""

    piece: cl.Piece
    text: str  # quotations blanked, positions as in the whole
    subjects: tuple[Mention, ...]
    others: tuple[Mention, ...]
    prepositions: tuple[str, ...]
    deed: str
    bare: str
    quotes: tuple[int, ...]
    but: tuple[Mention, ...] = ()  # those it is not about: "everyone except the king"

    @property
    def lead(self) -> str:
        """What stands in front of whom it is about: "happily", "in tears"."""
        return self.text[: self.subjects[0].start - self.piece.start] if self.subjects else ""


def dissected(sentence: str, mentions: Sequence[Mention], company: Company) -> list[Clause]:
    """The clauses of a sentence whose quotations are marked, in the order in which they are to be acted."""
    spans = [(m.start, m.end) for m in mentions]
    pieces = cl.without_the_forestalled(_serial(cl.split(sentence, spans), sentence, spans), sentence)
    pieces = _witnessed(cl.ordered(pieces, sentence), sentence, spans)
    return [_taken_apart(piece, sentence, mentions, company) for piece in pieces]


def _taken_apart(piece: cl.Piece, sentence: str, mentions: Sequence[Mention], company: Company) -> Clause:
    """One piece of a sentence, whose quotations are marked, with whom and what it mentions."""
    text = piece.text(sentence)
    quotes = tuple(cl.quotes_in(text))
    blank = re.sub(f"{cl.MARK}.", "  ", text)
    inside = _owned([m for m in mentions if piece.start <= m.start < piece.end], sentence)
    but = tuple(m for m in inside if _EXCEPT.search(blank[: m.start - piece.start]))
    for mention in but:
        blank = _without_exception(blank, mention, piece.start)
    inside = [m for m in inside if m not in but]
    if (turned := _turned_round(blank, piece.start, inside)) is not None:
        subject, words = turned
        others = [m for m in inside if m.start > subject.start]
        rest = masked(blank, piece.start, subject.end - piece.start, others, company)
        prepositions = tuple(_preposition(blank[: m.start - piece.start]) for m in others)
        deed, bare = tidy(f"{words} {rest}"), tidy(f"{words} {blank[subject.end - piece.start:]}")
        return Clause(piece, blank, (subject,), tuple(others), prepositions, deed, bare, quotes, but)
    subjects = _subjects(blank, piece.start, inside)
    others = [m for m in inside if m not in subjects]
    if _made_to(blank, piece.start, subjects, others, company):
        subjects, others = others[:1], others[1:]
    begin = max((m.end for m in subjects), default=piece.start) - piece.start
    if subjects and subjects[0].start - piece.start > 0 and not _LEADS.match(blank[: subjects[0].start - piece.start]):
        begin = 0
    prepositions = tuple(_preposition(blank[: m.start - piece.start]) for m in others)
    nowhere = _without_places(blank, inside, piece.start)
    deed = masked(nowhere, piece.start, begin, [*subjects, *others] if begin == 0 else others, company)
    bare = tidy(blank[begin:])
    return Clause(piece, blank, tuple(subjects), tuple(others), prepositions, tidy(deed), bare, quotes, but)


_EXCEPT = re.compile(r"(?:\bexcept(?: for)?|\bother than|\bapart from|\baside from|\bbut(?: not)?|除了?)\s*$", re.I)
_SAVE = re.compile(r"\s*(?:以外|之外|外)?(?:的)?[，,]?")


def _without_exception(text: str, mention: Mention, offset: int) -> str:
    """The text with an exception blanked out."""
    before, at = text[: mention.start - offset], mention.end - offset
    opens = _EXCEPT.search(before)
    ends = _SAVE.match(text, at)
    start, end = opens.start() if opens else len(before), ends.end() if ends else at
    return text[:start] + " " * (end - start) + text[end:]


def masked(text: str, offset: int, begin: int, mentions: Sequence[Mention], company: Company) -> str:
    """The text from `begin` on, with "someone" and "something" for what it mentions. It starts at `offset` of all."""
    chinese = bool(HAN.search("".join(text[begin:]))) and is_chinese(without(text, offset, begin, mentions) or text)
    someone, something = MASKS["zh" if chinese else "en"]
    result, at = "", begin
    for m in sorted(mentions, key=lambda m: m.start):
        if m.start - offset < at:
            continue
        own = text[m.start - offset : m.end - offset] if is_way_out(m) or m.pronoun == "self" else ""
        result += text[at : m.start - offset] + (own or (someone if living(m, company) else something))
        at = m.end - offset
    return result + text[at:]


def is_way_out(mention: Mention) -> bool:
    """Whether it speaks of a door where there is none: 走到门口 and "out the door" say how somebody goes."""
    return mention.absent and bool(mention.hit and mention.hit.sense and mention.hit.sense.archetype == "door")


def told_of(clause: Clause, n: int, company: Company) -> Clause:
    """The clause as it is told of the one it mentions as its `n`th, from there on."""
    subject, others = clause.others[n], clause.others[n + 1 :]
    begin = subject.end - clause.piece.start
    deed = tidy(masked(clause.text, clause.piece.start, begin, others, company))
    return replace(
        clause, subjects=(subject,), others=others, prepositions=clause.prepositions[n + 1 :], deed=deed,
        bare=tidy(clause.text[begin:]),
    )  # fmt: skip


def living(mention: Mention, company: Company) -> bool:
    """Whether somebody is meant, and not a thing."""
    if mention.ids:
        return company.by_id[mention.ids[0]].kind != "prop"
    if mention.pronoun:
        return mention.pronoun != "it"
    return bool(mention.hit and mention.hit.sense and mention.hit.sense.kind != "prop")


_JOINED = frozenset({",", "and", ", and", "nor", ", nor", "or", "&", "和", "与", "跟", "、", "及", "，", "以及", "同"})


def _subjects(text: str, offset: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions the clause is about: those it begins with."""
    if not mentions:
        return []
    first = mentions[0]
    lead = text[: first.start - offset]
    start = 0
    if not _LEADS.match(lead):
        # "At the door the guard waits": the second mention is the subject when nothing else parts the two.
        if (
            len(mentions) < 2
            or not _PREP_EN.search(lead)
            or text[first.end - offset : mentions[1].start - offset].strip(" ,，")
        ):
            return []
        start = 1
    elif _PREP_ZH.search(re.sub(r"(?:现在|[轮等]到)+$", "", lead.strip())):
        return []
    found = [mentions[start]]
    if found[0].pronoun == "other" and found[0].plural:
        return []
    for mention in mentions[start + 1 :]:
        between = text[found[-1].end - offset : mention.start - offset].strip().lower()
        if between not in _JOINED:
            break
        found.append(mention)
    return found


_MAKES = re.compile(r"\s*(?:makes|made|has|had|forces)\s+|(?:却|便|就|又|只好)?(?:[让使令命派逼]|逼着)", re.I)
_DOES = re.compile(r"\s+(?!to\b|in\b|on\b|at\b|by\b|with\b|and\b|of\b)([a-z]+)|\s*[\u3400-\u9fff]", re.I)


def _made_to(
    text: str, offset: int, subjects: Sequence[Mention], others: Sequence[Mention], company: Company
) -> bool:
    """Whether somebody else is to act than whom the clause begins with: "Anna makes Ben sit", 总裁让林晓坐下."""
    if len(subjects) != 1 or not others or not living(others[0], company):
        return False
    between = text[subjects[0].end - offset : others[0].start - offset]
    does = _DOES.match(text, others[0].end - offset)
    return bool(_MAKES.fullmatch(between) and does and (does[1] is None or does[1].lower() in base_forms()))


# What stands before the one it is told of: "Enter a king", "In comes a girl", 门外进来一个警察.
_CALL = re.compile(r"^\W*(?:(?:then|and|now)\W+)?(?P<call>re-?enter|enter|exit|exeunt)\W*(?:both |all )?$", re.I)
_INVERTED_EN = re.compile(
    r"^\W*(?:(?:then|and|now|suddenly)\W+)?(?P<way>in|out|up|down|away|off|over|here|there|along)"
    r"\s+(?!is|are|was|were)(?P<verb>[a-z]+)\s*$",
    re.I,
)
_INVERTED_ZH = re.compile(
    r"(?P<deed>(?:[走跑冲闯飞爬溜挤钻跳]?[进出过上下]来|[走跑飞冲]来|来|出现)了?)(?:一|两|三|几|另一)?.?$"
)
_CALLED = {"exit": "exits", "exeunt": "exits"}


def _turned_round(text: str, offset: int, mentions: Sequence[Mention]) -> tuple[Mention, str] | None:
    """(whom the clause is about, the deed) where the deed comes first."""
    if not mentions:
        return None
    lead = text[: mentions[0].start - offset]
    if match := _CALL.match(lead):
        return mentions[0], _CALLED.get(match["call"].lower(), "enters")
    if match := _INVERTED_EN.match(lead):
        way = match["way"].lower()
        return mentions[0], f"{match['verb']} {'in' if way in ('here', 'there') else way}"
    for mention in mentions:
        lead = text[: mention.start - offset]
        match = _INVERTED_ZH.search(lead) if mention.indefinite and not _is_thing(mention) else None
        if match and all(m.hit is None or m.hit.sense is None or m.hit.sense.kind == "prop" for m in mentions
                         if m.start < mention.start and not m.ids):  # fmt: skip
            return mention, match["deed"]
    return None


def _is_thing(mention: Mention) -> bool:
    return mention.hit is not None and mention.hit.sense is not None and mention.hit.sense.kind == "prop"


_TO_A_PLACE = re.compile(
    r"\b(?:the|an?|this|that|his|her|its|their|our|my|to|into|from|in|at|of|through|outside|inside)\s+$", re.I
)


def _without_places(text: str, mentions: Sequence[Mention], offset: int) -> str:
    """The text with names of places that nobody can be made "here", of the same length: 溜出教室 is leaving here."""
    for hit in find_nouns(text):
        spoken_of = any(m.start < hit.end + offset and hit.start + offset < m.end for m in mentions)
        a_deed = hit.word.isascii() and not _TO_A_PLACE.search(text[: hit.start])  # who lifts it is in no lift
        if hit.setting is None or spoken_of or hit.end - hit.start < 2 or a_deed:
            continue
        here = "房间" if HAN.search(hit.word) else "place"
        text = text[: hit.start] + here.ljust(hit.end - hit.start)[: hit.end - hit.start] + text[hit.end :]
    return text


_OWNS = re.compile(r"(?:手[里中上]|身上|怀[里中])?的|['’]s?\s+(?:\w+\s+){0,2}")


def _owned(mentions: Sequence[Mention], masked: str) -> list[Mention]:
    """The mentions with owners left out: in "Anna's desk" and 苏晴的包 only the desk and the bag are spoken of."""
    kept: list[Mention] = []
    for mention in mentions:
        owner = kept[-1] if kept else None
        between = masked[owner.end : mention.start] if owner else ""
        if owner and _OWNS.fullmatch(between):
            kept[-1] = replace(mention, start=owner.start)
        else:
            kept.append(mention)
    return kept


def _preposition(before: str) -> str:
    """The preposition that leads to what follows `before`."""
    if match := _PREP_EN.search(before):
        word = match.group(1).lower()
        return {
            "away from": "from",
            "on top of": "on",
            "next to": "near",
            "close to": "near",
            "in front of": "near",
        }.get(word, word)
    if match := _PREP_ZH.search(before.rstrip()):
        return match.group(1)
    return ""


# 抱起孩子往钟楼跑, 骑在马上朝她挥手: a second deed that is led to by a word for where it goes.
_LED_AWAY = re.compile(r"[牵带领拖拉押架推扶引送陪拽搀抬赶将]|(?<!一)把")
_PLACE_OF = re.compile("^[背脚肩头底下后里上旁边面]+")  # 躲在女人背后偷看龙
_IS_SOMEWHERE = re.compile(r"[坐站躺跪趴骑蹲靠倚躲藏]在$")


# 指着门口对股东们吼道: what is said to whom, behind what is done meanwhile.
_MEANWHILE_ZH = re.compile(r"(?<![跟随冲对向朝])着$")
_SAYS_ZH = re.compile(r"[^，。]{0,6}?(?:[说喊吼叫问骂嚷道答]|大笑|低语|怒斥|求饶)")


# 跳上船向她挥手: what is done once somebody has got there.
_ARRIVED_ZH = re.compile(r"[走跑跳爬登骑坐站躲冲][上到进]了?$")
_DOES_THERE_ZH = re.compile(r"(?![跑走冲奔飞逃爬])[\u3400-\u9fff]{2}")


def _goes_on(lead: str, between: str, after: str) -> bool:
    """Whether behind somebody or something another deed begins, told by a preposition alone."""
    if _MEANWHILE_ZH.search(lead) and between in ("朝", "向", "对", "冲") and _SAYS_ZH.match(after):
        return True
    if _IS_SOMEWHERE.search(lead):
        return between in ("朝", "向", "对", "冲", "给") or (len(between) > 1 and "的" not in between)
    if between in ("向", "朝", "对", "冲", "给") and _ARRIVED_ZH.search(lead) and _DOES_THERE_ZH.match(after):
        return not _LED_AWAY.search(lead)
    leaves = between in ("往", "朝", "向") and re.match(r"[跑走冲奔飞逃爬]", after) and re.search(r"[起住过上]$", lead)
    return bool(leaves) and not _LED_AWAY.search(lead)


# 护士看见病人倒下, "Anna watches Ben leave": what is seen is a deed of its own, of whom is seen.
_SEES_ZH = re.compile(
    r"(?P<long>[看望盯瞧]着|注视着|目送着?|眼看着?)|(?<![没不])(?:[看望瞧听]见|[看见听瞧]到|发现|目睹|只见|(?<![看望瞧听意再求])见)了?"
)
_SEES_EN = re.compile(
    r"\b(?:(?P<long>watch(?:es|ed|ing)?|looks? on as)|sees|saw|seeing|hears|heard|hearing|notice[sd]|spots|spotted)\s+",
    re.I,
)
_SEEN_EN = re.compile(r"\s+(?:\w+ly\s+)?(\w+)")
_SEEN_ZH = re.compile(
    r"\s*(?:正?在(?=[吵打哭笑跳睡说聊谈亲吻抱跑吃喝唱弹玩写读偷争骂哄收商拥接]))?"
    r"(?![的在和与跟手脸眼身背那这、]|[上里中下旁边前后][面边]?$)[\u3400-\u9fff]{2}"
)
_AT_THAT_ZH = re.compile(
    r"(?<=[\u3400-\u9fff])(?:就|便|立[刻即]|马上|[连急赶]忙|赶紧|不禁|忍不住)(?=[\u3400-\u9fff]{2})"
)


def _witnessed(pieces: Sequence[cl.Piece], masked: str, spans: Sequence[tuple[int, int]]) -> list[cl.Piece]:
    """The pieces, those taken apart in which somebody sees, hears or watches somebody else do something: what is seen
    comes first, and whoever sees it goes on."""
    result: list[cl.Piece] = []
    for piece, following in zip_longest(pieces, pieces[1:]):
        parts = _seen_and_seeing(piece, masked, spans)
        unsaid = len(parts) == 2 and not any(piece.start <= a < parts[0].start for a, _ in spans)
        if unsaid and following is not None and following.sentence == piece.sentence:
            parts = parts[:1]  # 看到皇帝坐下，皇后也坐下: who sees it is told in what follows
        awaited = result and result[-1] not in pieces and result[-1].sentence == piece.sentence
        if awaited and piece.joint in (",", "，"):
            parts[0] = replace(parts[0], joint="then")
        result += parts
    return result


def _seen_and_seeing(piece: cl.Piece, masked: str, spans: Sequence[tuple[int, int]]) -> list[cl.Piece]:
    inside = [(a, b) for a, b in spans if piece.start <= a < piece.end]
    for n, (a, b) in enumerate(inside):
        since = inside[n - 1][1] if n else piece.start
        lead = masked[since:a]
        sees = re.search(rf"(?:{_SEES_ZH.pattern})\s*$", lead) or re.search(rf"(?:{_SEES_EN.pattern})$", lead, re.I)
        if sees is None or cl.residue(lead[: sees.start()].strip(" 一刚才又也"), since, ()):
            continue
        english = sees[0].isascii()
        does = (_SEEN_EN if english else _SEEN_ZH).match(masked, b, piece.end)
        if does is None or (english and not (does[1] in base_forms() or does[1].endswith("ing"))):
            continue
        at_that = None if english else _AT_THAT_ZH.search(masked, b, piece.end)
        end = at_that.start() if at_that else piece.end
        seen = cl.Piece(a, end, piece.joint, piece.sentence)
        seeing = cl.Piece(piece.start, b, "while" if sees["long"] else "then", piece.sentence)
        return [seen, seeing, *([cl.Piece(end, piece.end, "then", piece.sentence)] if at_that else [])]
    return [piece]


# 跑到他面前跪下: where somebody goes, and what they do there.
_GOES_UP_TO = re.compile(r"[走跑冲奔来飞爬游扑挪凑靠移赶踱退回](?:到|至|向)?了?$")
_CLOSE_TO = re.compile(r"的?(?:身[边旁前后]|脚[边下旁]|面前|跟前|膝前|腿边)(?=(?!.?[时后前])[\u3400-\u9fff]{2})")


def _serial(pieces: Sequence[cl.Piece], masked: str, spans: Sequence[tuple[int, int]]) -> list[cl.Piece]:
    """Chinese strings deeds together without a joint: 拿起剑冲向龙 is split behind the first thing it is done to."""
    result: list[cl.Piece] = []
    for piece in pieces:
        text = piece.text(masked)
        inside = [(a, b) for a, b in spans if piece.start <= a < piece.end]
        inside += [
            (m.start(), m.end()) for m in re.finditer(f"{cl.MARK}.", masked) if piece.start <= m.start() < piece.end
        ]
        inside.sort()
        cut = None
        if HAN.search(text):
            for (a, b), (c, d) in pairwise(inside):
                lead, between = masked[piece.start : a], masked[b:c]
                left = re.sub(r"^[上下里中内旁边前后面身起来了着过的,，]+", "", between)
                left = _PLACE_OF.sub("", left) if _IS_SOMEWHERE.search(lead) else left
                own = () if _LEADS.match(lead) else cl.residue(lead, piece.start, spans)  # 是掌柜去开门
                if own and _goes_on(lead, left, masked[d : piece.end]):
                    cut = b + len(between) - len(left)
                    break
                if (
                    own
                    and len(HAN.findall(left)) >= 2
                    and HAN.match(left)
                    and not _ZH_TELLS.search(lead)
                    and not re.search(r"[把将给向对朝往从用跟和与在被让为]", lead[-6:])
                ):
                    if _BELONGS.match(left):
                        continue
                    cut = b + len(between) - len(left)
                    break
            if cut is None and inside:
                a, b = inside[-1]
                lead, rest = masked[piece.start : a], masked[b : piece.end]
                done = _TAKEN_UP.search(lead) and _ZH_NEXT.match(rest.lstrip())
                cut = b if done or (_IN_HAND.search(lead) and _ONWARD.match(rest)) else None
                there = _CLOSE_TO.match(rest) if cut is None and _GOES_UP_TO.search(lead) else None
                cut = b + there.end() if there else cut
            if cut is None:
                blank = "".join(
                    "\u3000" if any(a <= k < b for a, b in inside) else c for k, c in enumerate(masked[: piece.end])
                )
                turn = _ZH_DIRECTION.search(blank, piece.start)
                cut = turn.end() if turn else None
        if cut is None:
            result.append(piece)
        else:
            onward = cl.Piece(cut, piece.end, "then", piece.sentence)
            more = _serial([onward], masked, spans) if piece.start < cut < piece.end else [onward]
            result += [cl.Piece(piece.start, cut, piece.joint, piece.sentence), *more]
    return result
