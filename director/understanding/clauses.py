"""Takes a direction apart: quoted speech out, then sentences, then clauses with the word that joins each to the last.

Works on text and on where the mentions are; knows nothing of what a clause means.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from director.casting.english_words import third_persons
from director.casting.spotting import HAN, WORD
from director.lexicon.feelings import feelings
from director.lexicon.words import ADJECTIVES, COLORS, STOP_WORDS
from model.lexicon import vocabulary

MARK = "\ue000"  # stands for the quotation of the same number: MARK + chr(0xE100 + n)
_FIRST_QUOTE = 0xE100
# Speech may quote in turn, even in signs of its own kind: one level deep.
_QUOTES = re.compile(
    r"“((?:[^“”]|“[^“”]{1,200}”){1,600})”|「((?:[^「」]|「[^「」]{1,200}」){1,600})」|『((?:[^『』]|『[^『』]{1,200}』){1,600})』"
    r"|\"((?>(?<=[\s,:—])\"(?=[^\s\"])[^\"]{1,200}\"(?=[\s,.;!?—])|[^\"]){1,600})\"|„([^“”]{1,600})[“”]"
    r"|«([^«»]{1,600})»"
    r"|(?<![\w])['‘]((?>(?<=[\s,:—])['‘](?=\w)[^'’]{1,200}(?<=[\w.,!?])['’](?=[\s,.;!?—])|['’](?=\w)|[^'’]){2,600})['’]"
    r"(?!\w)"
)
_SCRIPT_LINE = re.compile(
    r"^\s*([A-Za-z][\w .'-]{0,30}|[\u3400-\u9fff]{1,8})(\s*[(（\[][^()（）]{1,60}[)）\]])?"
    r"\s*[:：]\s*([(（\[][^()（）]{1,60}[)）\]])?\s*([^\s\"“'「『(（].*)$",
    re.S,
)
# Who tells the story and is not in it.
NARRATOR = re.compile(
    r"(?:the )?\b(?:narrator|narration|voice[- ]?over|v\.?o\.?|off[- ]screen voice|title card|caption|intertitle)\b"
    r"|on[- ]screen text"
    r"|旁白|画外音|解说词?|字幕|旁述",
    re.I,
)
SENTENCE_END = re.compile(r"[.!?;。！？；\n]+")
_JOINTS = re.compile(
    r"\s*,?\s*\b(and then|and|then|while|as soon as|by the time|as|when|once|before|after that|afterwards|after|but"
    r"|meanwhile|until|so \w+ that|so|before that"
    r"|whereupon)\b\s*|\s*[,，]\s*|\s*[:：]\s*(?=[A-Za-z\u3400-\u9fff])|\s*(然后|接着|随后|于是|同时|与此同时|并且|并(?!且|肩|排)|而后|随即|紧接着|之后"
    r"|接下来|一边|一面)\s*",
    re.I,
)
_AND_AGAIN = re.compile(r"(\w+) and \1\b", re.I)
_FILLERS = frozenset("camera first second third next last meanwhile please ok okay well yes now".split())
_GOING = re.compile(r"\s*(?:over )?(?:to|towards?)\s*|到|向|往", re.I)
_ADVERB = re.compile(
    r"\w+ly$|^(?:fast|hard|together|again|twice|once|suddenly|now|away|alone|softly|too|just|still|quietly|soon|later)$"
)
_NOT_ADVERBS = frozenset(
    {"dolly", "fly", "family", "ally", "bully", "rally", "apply", "reply", "rely", "belly", "jelly", "butterfly"}
)
# What stands before whom a clause is about when it says how much time has passed, or when it happens.
_HOUR = re.compile(
    r"\s*(?:(?:\w+ ){0,3}(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|moments?|time)"
    r" (?:later|on|after)"
    r"|(?:a|some|one|two|several) (?:\w+ )?(?:pause|moment|while|silence|beat)"
    r"|later (?:that|the same) \w+|(?:the )?(?:next|following|same|that) (?:day|morning|night|evening|afternoon)"
    r"|(?:at|by|around) (?:dawn|dusk|noon|midday|midnight|night|nightfall|sunrise|sunset|daybreak))\s*"
    r"|[^，。\ue000]{0,6}(?:分钟|小时|钟头|时辰|星期|礼拜|[天夜年月周])(?:之?后|过去)了?|(?:次日|第二天|当天|当晚|翌日)[^，。\ue000]{0,3}",
    re.I,
)
# "a week later it is snowing", 半小时后雨停了: nobody is mentioned.
_LATER_THAN = re.compile(
    r"\s*(?:\w+ ){1,3}later\b"
    r"|[^，。\ue000]{0,6}(?:分钟|小时|钟头|时辰|星期|礼拜|[天夜年月周])(?:之?后|过去)了?(?=[\u3400-\u9fff]{2})",
    re.I,
)
_ZH_DONE = re.compile(
    r"(?P<sure>[看听说读喝吃写做行讲]完[话礼茶酒饭信]?(?:[之以]?后)?|(?<=[下起定走了开来去])(?:[之以]后|后(?!面|边)))"
    r"(?=[\u3400-\u9fff]{2})|[之以]?后(?=[\u3400-\u9fff]{2})"
)
_HAS_DONE = re.compile(r"[看听读喝吃写做]完$")  # 看完|信|哭了起来
_GOES_ON = re.compile(r"(?!之?后$)[\u3400-\u9fff]{2}")
# 除皇帝外，所有人: whom a clause is not about is none of its own.
_EXCEPT_AHEAD = re.compile(r"\s*(?:except|excluding|save|apart from|but not)\b", re.I)
_EXCEPTED = re.compile(
    r"除了?\s*(?:[\w ]{1,16}|[^，,]{1,8})(?:[，,]\s*$)|\b(?:everyone|everybody|all|nobody)\s+but\s*$", re.I
)
_LATER = ("after", "once", "when", "as soon as", "by the time")
_BY_THEN = re.compile(r"\b(?:already|had|has|have)\b", re.I)
_MEANWHILE = ("while", "as", "同时")
_LOOSE = ("", ",", "，", "and", "but")  # joints that say nothing of what comes first
# Words at the head of a clause that say it is the next: "next he kneels", 皇帝就站了起来.
_NEXT = re.compile(
    r"\s*(?:(?:who|which|next|finally|later|afterwards|eventually|at last|in the end|lastly|second(?:ly)?|third(?:ly)?"
    r"|only then)\b"
    r"|最后|继而|紧接着|(?:[^，,\s]{0,8}?)(?:(?<![成])就|才|便)(?![算是]))",
    re.I,
)
# How a Chinese clause ends that says when another happens; 前 and 后 behind what is spoken of are places.
_ZH_WHEN = (
    ("before", re.compile(r"(?:之前|以前|(?P<bare>前))\s*$")),
    ("after", re.compile(r"(?:之后|以后|(?P<kept>[看听说读喝吃写做行讲]完[\u3400-\u9fff]{0,2}"
                         r"|一[走来到说坐站看听开关跪倒出进转回哭笑挥喊叫推][\u3400-\u9fff]?"
                         r"|(?<!不)刚刚?(?!才|好)[^，]{1,14})|(?P<bare>后))\s*$")),
    ("while", re.compile(r"(?:的?(?:时候|同时)|之际|(?<![同及准按小])时)\s*$")),
)
_ZH_PLACE = re.compile(r"(?:[身面跟眼背楼殿堂台座随然最今]|上|往|向|朝|落|退)$")
_ZH_OPENS = re.compile(r"\s*(?:在|当|等到?|待|趁着?|每当)")
# 等他走到门口，…: what is waited for comes first; 等一下 and 等着 wait for nothing.
_ZH_AWAITED = re.compile(
    r"\s*(?:一?直[等到]到?|一?等到?(?![一着待候级等\s])|待到?(?![着在\s]))(?=\s*[\u3400-\u9fff]{2})"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause to be. `start` and `end` are in the masked text; `joint` is the word before it, lower case ("" at the
    beginning of a sentence); `sentence` counts sentences."""

    start: int
    end: int
    joint: str
    sentence: int

    def text(self, masked: str) -> str:
        return masked[self.start : self.end]


def unquote(sentence: str, names: Collection[str] = ()) -> tuple[str, list[str]]:
    """(the sentence with a mark in place of each quotation, the quotations). `names` are those on stage, lower case: a
    line of a script ("Anna: Who is there?") is their speech."""
    quotes: list[str] = []

    def take(match: re.Match[str]) -> str:
        quotes.append(next(g for g in match.groups() if g is not None).strip())
        mark = f"{MARK}{chr(_FIRST_QUOTE + len(quotes) - 1)}"
        # Speech that was led in ("He says: ...") ends the sentence; speech that leads ("Run!" she cries) does not.
        led_in = re.split(r"[.!?。！？]", sentence[: match.start()])[-1].strip()
        ends = re.search(r"[.!?。！？]$", quotes[-1]) and led_in and not _SAID_SO.match(sentence, match.end())
        return f"{mark}. " if ends else mark

    masked = _QUOTES.sub(take, sentence)
    line = _SCRIPT_LINE.match(sentence)
    if not quotes and line and (line[1].strip().lower() in names or _is_name(line[1]) or NARRATOR.fullmatch(line[1])):
        quotes.append(line[4].strip())
        masked = f"{line[1]}{line[2] or line[3] or ''}:{MARK}{chr(_FIRST_QUOTE)}"
    return masked, quotes


# How it is said, behind the speech: she calls "Come back!" sadly.
_SAID_SO = re.compile(r"\s+(?:[a-z]+ly\b|in an? [\w ]{3,24}(?:voice|tone|whisper)\b|under (?:his|her|their) breath\b)")


def quotes_in(text: str) -> list[int]:
    """Numbers of the quotations marked in the text."""
    return [ord(c) - _FIRST_QUOTE for c in re.findall(f"{MARK}(.)", text)]


def _is_name(text: str) -> bool:
    """Whether a word or two are written as a name is, and are none that directions are made of."""
    words = text.split()
    return len(words) <= 3 and all(word[0].isupper() for word in words) and words[0].lower() not in vocabulary()


def with_quotes(masked: str, quotes: Sequence[str]) -> str:
    """The text with its quotations back in their places."""
    return re.sub(f"{MARK}(.)", lambda m: f"“{quotes[ord(m[1]) - _FIRST_QUOTE]}”", masked)


def without_quotes(text: str) -> str:
    return re.sub(rf"\s*[:：,，]?\s*{MARK}.", " ", text)


def is_adverb(word: str) -> bool:
    return bool(_ADVERB.search(word)) and word not in _NOT_ADVERBS


def split(masked: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """The clauses of the text. `spans` are its mentions: joints inside them do not split, and a stretch of text without
    a deed of its own (a list of names, an adverb) stays with its neighbour."""
    pieces: list[Piece] = []
    for number, (begin, end) in enumerate(_sentences(masked)):
        raw = _cut(masked, begin, end, number, spans)
        pieces += _merge(masked, raw, spans)
    return pieces


def _sentences(masked: str) -> list[tuple[int, int]]:
    found, begin = [], 0
    for match in SENTENCE_END.finditer(masked):
        if re.match(r"\.\w", masked[match.start() :]) or re.search(r"\b(?:Mr|Mrs|Ms|Dr|St)$", masked[: match.start()]):
            continue
        found.append((begin, match.start()))
        begin = match.end()
    found.append((begin, len(masked)))
    return [(a, b) for a, b in found if masked[a:b].strip()]


def _cut(masked: str, begin: int, end: int, number: int, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    pieces: list[Piece] = []
    start, joint = begin, ""
    for match in _JOINTS.finditer(masked, begin, end):
        if any(a < match.end() and match.start() < b for a, b in spans):
            continue
        word = (match[1] or match[2] or ",").lower()
        if word in (",", "，", "but") and _EXCEPTED.search(masked[start : match.end()]):
            continue
        if word in (",", "，") and _EXCEPT_AHEAD.match(masked, match.end(), end):
            continue
        if word == "and" and re.match(
            r"(?:down|forth|about|around|again|over|out)\b(?! of)|shoulders\b", masked[match.end() : end], re.I
        ):
            continue  # "up and down"
        named = any(a == match.end() for a, _ in spans)
        if word == "and" and not named and _AND_AGAIN.match(masked, masked.rfind(" ", start, match.start()) + 1, end):
            continue  # "lower and lower", but not "hugs Ben and Ben cries"
        if word == "as" and re.match(
            r"(?:far|fast|hard|quickly|soon|high|long|loud|if|possible|well|usual|he can|she can|they can)\b",
            masked[match.end() : end],
            re.I,
        ):
            continue
        if word == "as" and _as_one(masked, match.end(), end, spans):
            continue  # "still as a statue"
        if word == "so" and re.match(r"(?:much|far|long|on)\b", masked[match.end() : end], re.I):
            continue
        if word == "as" and re.search(r"\bso (?:much|far|long)\s*$", masked[start : match.start()], re.I):
            continue  # "nobody so much as blinks"
        if word in ("so", "once", "then", "after") and not masked[start : match.start()].strip() and start == begin:
            joint, start = word, match.end()
            continue
        if masked[start : match.start()].strip():
            pieces.append(Piece(start, match.start(), joint, number))
            joint = word
        else:
            joint = word if joint in ("", ",") else joint
        start = match.end()
    if masked[start:end].strip():
        pieces.append(Piece(start, end, joint, number))
    if pieces:
        pieces[:1] = _after_the_hour(pieces[0], masked, spans)
    pieces = [part for piece in pieces for part in _done_first(piece, masked, spans)]
    return [_timed(piece, masked, spans, first=i == 0) for i, piece in enumerate(pieces)]


def _as_one(masked: str, begin: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether "as" only likens to what follows it, "a statue", and nobody does anything there."""
    if not masked.startswith(("a ", "an "), begin):
        return False
    behind = next((b for a, b in spans if a <= begin + 3 < b), None)
    does = None if behind is None else _DOES.match(masked, behind, end)
    if does is None:
        return True
    word = does[1].lower()
    return not word.endswith(("ing", "ed")) and word not in third_persons()


_DOES = re.compile(r"\s+(?:\w+ly\s+)?([a-z]+)", re.I)


def _after_the_hour(piece: Piece, masked: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """ "Six hours later the blacksmith kneels": how much time passes is a clause of its own."""
    first = min((a for a, _ in spans if piece.start <= a < piece.end), default=piece.end)
    if first == piece.end:
        later = _LATER_THAN.match(masked, piece.start, piece.end)
        first = later.end() if later and masked[later.end() : piece.end].strip() else first
    if not _HOUR.fullmatch(masked, piece.start, first) or first == piece.end:
        return [piece]
    return [Piece(piece.start, first, piece.joint, piece.sentence), Piece(first, piece.end, "then", piece.sentence)]


def _done_first(piece: Piece, masked: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """皇后坐定后皇帝才开口, 行完礼后退下: what is done first is a clause of its own."""
    named = [(a, b) for a, b in spans if piece.start <= a < piece.end]
    for a, b in named:
        if _HAS_DONE.search(masked, piece.start, a) and _GOES_ON.match(masked, b, piece.end):
            return [Piece(piece.start, b, piece.joint, piece.sentence), Piece(b, piece.end, "then", piece.sentence)]
    for match in _ZH_DONE.finditer(masked, piece.start, piece.end):
        apart = not any(a < match.end() and match.start() < b for a, b in named)
        place = any(b == match.start() for _, b in named) or _ZH_PLACE.search(masked, piece.start, match.start())
        if apart and (match["sure"] or (not place and any(a == match.end() for a, _ in named[1:]))):
            first = Piece(piece.start, match.end(), piece.joint, piece.sentence)
            return [first, Piece(match.end(), piece.end, "then", piece.sentence)]
    return [piece]


def _timed(piece: Piece, masked: str, spans: Sequence[tuple[int, int]], *, first: bool) -> Piece:
    """The piece with the joint that its own words stand for, and without these where they are none of its deed."""
    text = piece.text(masked)
    for joint, pattern in () if _HOUR.fullmatch(text.strip()) else _ZH_WHEN:  # 三天后 says how long, not what first
        match = pattern.search(text)
        if match is None or not HAN.search(text[: match.start()]):
            continue
        bare, at = match.groupdict().get("bare"), piece.start + match.start()
        if any(a < at < b for a, b in spans):
            continue  # 皇后
        if match.groupdict().get("kept"):
            at = piece.end
        going = text[: match.start()].endswith(("出门", "进门", "临走"))
        if bare and not going and (any(b == at for _, b in spans) or _ZH_PLACE.search(text[: match.start()])):
            continue
        opens = _ZH_OPENS.match(text)
        return Piece(piece.start + (opens.end() if opens else 0), at, joint if first else "then", piece.sentence)
    if awaited := _ZH_AWAITED.match(text):
        return Piece(piece.start + awaited.end(), piece.end, "after" if first else "then", piece.sentence)
    if not first and piece.joint in _LOOSE and _NEXT.match(text):
        return Piece(piece.start, piece.end, "then", piece.sentence)
    return piece


# "Once Ben has closed the door": here it is no adjective.
_DONE = re.compile(r"\b(?:has|have|had)\s+(?:\w+ly\s+|just\s+)?(\w+(?:ed|en))\b", re.I)


def residue(text: str, start: int, spans: Sequence[tuple[int, int]]) -> list[str]:
    """Words of the text that are no mention, no filler and no adverb: where a deed must be. `start` is where the text
    begins in the masked whole."""
    kept = list(text)
    for a, b in spans:
        for k in range(max(a, start), min(b, start + len(text))):
            kept[k - start] = " "
    rest = "".join(kept)
    words = [w.group().lower() for w in WORD.finditer(rest)]
    idle = STOP_WORDS | _FILLERS | ADJECTIVES | COLORS.keys()
    english = [w for w in words if _may_act(w) or not (w in idle or is_adverb(w))]
    leaves = re.match(r"\s*[上下进出][了到]?\s", rest)  # 上了出租车: here they are the deed
    english += [m[1].lower() for m in _DONE.finditer(rest) if m[1].lower() in idle]
    han = re.sub(r"[和与跟、的了着在上里下旁边中地们，]", "", "".join(HAN.findall(rest))) or ("上" if leaves else "")
    return [*english, *([han] if han else [])]


def _may_act(word: str) -> bool:
    """Participles and feelings are deeds: "smiling, Anna ...", "..., heartbroken"."""
    return (word in feelings() and not is_adverb(word)) or (
        word.endswith("ing")
        and len(word) > 5
        and word not in ("morning", "evening", "during", "something", "nothing", "everything")
    )


_GAPPED = re.compile(r"\s*(?:at|to|toward|towards|with|from|for|on)\s*", re.I)  # "glares at Ben, then at Anna"


def _merge(masked: str, raw: Sequence[Piece], spans: Sequence[tuple[int, int]]) -> list[Piece]:
    def acts(piece: Piece) -> bool:
        text = piece.text(masked)
        inside = [(a, b) for a, b in spans if piece.start <= a and b <= piece.end]
        going = any(_GOING.fullmatch(masked, b, c) for (_, b), (c, _) in pairwise(inside))  # "Anna to the door"
        led = inside and _GAPPED.fullmatch(masked, piece.start, inside[0][0]) and piece.joint.endswith("then")
        return bool(going or led) or bool(residue(without_quotes(text), piece.start, spans)) or bool(quotes_in(text))

    def only_quote(piece: Piece) -> bool:
        text = piece.text(masked)
        return bool(quotes_in(text)) and not residue(without_quotes(text), piece.start, spans)

    merged: list[Piece] = []
    for piece in raw:
        last = merged[-1] if merged else None
        if last is None or _HOUR.fullmatch(last.text(masked).strip()):
            merged.append(piece)
        elif (
            (not acts(piece) and not _in_turn(last, piece, masked, spans))
            or only_quote(piece)
            or (only_quote(last) and _subject_after_quote(masked, piece, spans))
            or (not acts(last) and last.joint not in _MEANWHILES and not _seen_from(last, piece, masked))
        ):
            merged[-1] = Piece(last.start, piece.end, last.joint, last.sentence)
        else:
            merged.append(piece)
    return merged


def _in_turn(last: Piece, piece: Piece, masked: str, spans: Sequence[tuple[int, int]]) -> bool:
    """ "Lin waves, then Chen", "hugs Ben, then Chen": one more stands behind "then", and nothing is said of them."""
    told = [sum(p.start <= a and b <= p.end for a, b in spans) for p in (last, piece)]
    same = last.sentence == piece.sentence and piece.joint in ("then", "and then")
    return same and told[1] == 1 and told[0] >= 1 and not quotes_in(last.text(masked))


_MEANWHILES = ("while", "as", "when")
_SEEN_FROM = re.compile(r"\W*(?:from|over|on|past|behind|through)\b", re.I)


def _seen_from(last: Piece, piece: Piece, masked: str) -> bool:
    """ "From behind Ben as he walks": where we look from stands before what we see, and nothing is done in it."""
    return piece.joint in _MEANWHILES and _SEEN_FROM.match(masked, last.start, last.end) is not None


def _subject_after_quote(masked: str, piece: Piece, spans: Sequence[tuple[int, int]]) -> bool:
    """ "You lied," says Lin: the speaker comes after the speech."""
    return any(piece.start <= a < piece.end for a, _ in spans)


NEVER = "never"  # the joint of what does not come to pass
# What never comes to pass: "before he can reach the door", 没等他开口.
_CUT_SHORT = re.compile(r"\b(?:can|could|has time to|gets? (?:a|the) chance to|manages? to)\b", re.I)
_GIVEN_UP = re.compile(r"\b(?:thinks? better of it|decides? against it)\b|(?:但|却|又|还是)(?:忍住了|作罢|改变了?主意)")
_NEARLY = re.compile(r"\b(?:almost|nearly|all but) (?!at\b|all\b|every)[a-z]+(?:s|ed)\b|差一?点儿?|险些", re.I)
# What somebody was about to do when something else happened.
_ABOUT_TO = re.compile(
    r"\b(?:is|are|was|were) (?:just )?(?:about to|on the (?:point|verge) of)\b|[刚正](?:要|想(?!着)|准备|打算)"
)
# And what is not done, for something else: "instead of running, she walks".
_RATHER_THAN = re.compile(r"\s*(?:instead of|rather than) (?:[\w']+ ){0,2}?\w+ing\b", re.I)
_ZH_CUT_SHORT = re.compile(r"\s*(?:[^，]{0,4}?还)?(?:没等|不等|未等|没来得及|来不及)(?!及)")


def without_the_forestalled(pieces: Sequence[Piece], masked: str) -> list[Piece]:
    """The pieces, with `NEVER` for the joint of those that somebody else's deed forestalls."""
    kept: list[Piece] = []
    for piece in pieces:
        text = piece.text(masked)
        if _GIVEN_UP.search(text):
            kept[-1:] = [replace(p, joint=NEVER) for p in kept[-1:]]
        forestalled = (piece.joint == "before" and _CUT_SHORT.search(text)) or _ZH_CUT_SHORT.match(text)
        alone = not any(p is not piece and p.sentence == piece.sentence for p in pieces)
        interrupted = not alone and _ABOUT_TO.search(text)
        rather = not alone and _RATHER_THAN.match(text)
        undone = forestalled or interrupted or rather or _NEARLY.search(text) or _GIVEN_UP.search(text)
        kept.append(replace(piece, joint=NEVER) if undone else piece)
    return kept


def ordered(pieces: Sequence[Piece], masked: str) -> list[Piece]:
    """The clauses in the order in which things happen: "before she sits, she waves" waves first."""
    result: list[Piece] = []
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        following = pieces[i + 1] if i + 1 < len(pieces) and pieces[i + 1].sentence == piece.sentence else None
        first = _opens(pieces, i)
        if piece.joint == NEVER or (following and following.joint == NEVER):
            result.append(piece)
            i += 1
        elif following and first and piece.joint in _MEANWHILE and following.joint in _LOOSE:
            result += [piece, Piece(following.start, following.end, "while", following.sentence)]
            i += 2
        elif following and first and piece.joint == "before":
            result += [following, Piece(piece.start, piece.end, "then", piece.sentence)]
            i += 2
        elif following and following.joint in _LATER and piece.joint not in _LATER:
            result += [Piece(following.start, following.end, piece.joint, piece.sentence),
                       Piece(piece.start, piece.end, "then", piece.sentence)]  # fmt: skip
            i += 2
        elif following and first and piece.joint == "by the time" and _BY_THEN.search(following.text(masked)):
            result += [following, Piece(piece.start, piece.end, "then", piece.sentence)]
            i += 2
        elif following and first and piece.joint in _LATER:
            result += [piece, Piece(following.start, following.end, "then", following.sentence)]
            i += 2
        else:
            result.append(piece)
            i += 1
    return result


def _opens(pieces: Sequence[Piece], i: int) -> bool:
    return i == 0 or pieces[i - 1].sentence != pieces[i].sentence
