"""What one phrase of a sentence tells of those whom it is about: a deed, a feeling, or by what they are.

"kneels someone", 拿着某物: read by meaning, with the phrase reader, and by the words that place it. Knows nothing of
grammar, which parts a sentence into such phrases, nor of the stage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from director.casting.descriptions import told_gender
from director.casting.hits import Hit
from director.lexicon.feelings import PHRASES, feelings
from director.lexicon.pursuits import Pursuit, pursuit_in
from director.lexicon.words import STOP_WORDS
from model.catalog import CATALOG
from model.reader import load_reader
from model.text import TextEncoder

CLEAR = 0.35  # probability from which a phrase is taken for a deed
_FELT = 0.72  # and from which it tells a feeling


@dataclass(frozen=True, slots=True)
class Opening:
    """`starts` are where the nouns of those who do it begin in the text, `other` that of whom or what it is done to;
    `verb` is a label of the phrase reader ("" when only a feeling is told), `upon` whether it is done on or in it,
    `beside` whether by it; `one` whether by only one of them, `each` whether by each with a thing of his own; `pursuit`
    what they are busy with; `loosely` told holds only where nothing else is."""

    starts: tuple[int, ...]
    verb: str
    other: int | None = None
    feeling: str | None = None
    upon: bool = False
    beside: bool = False
    one: bool = False
    each: bool = False
    pursuit: Pursuit | None = None
    loosely: bool = False
    grounded: bool = False  # on the ground, whatever seats there are


_ON_THE_GROUND = re.compile(
    r"\bon (?:[\w-]+ ){0,2}(?:floor|ground|grass|lawn|dirt|mud|sand|snow|ice|pavement|sidewalk|curb|kerb|road|street"
    r"|pitch|field|deck|asphalt|concrete|tiles|leaves|moss|shore|riverbank|platform)\b(?! (?:chair|bench))"
    r"|在(?:[^，。某]{0,3}地板?|[^，。某]{0,2}[沙冰雪草泥]地?|路边|马路|街边|甲板|田埂)(?:上|里|边|$|(?=[哭笑发喘]))"
)
_UPON = re.compile(
    r"\b(?:on|onto|upon|atop|in|into|inside)\b(?: [\w-]+){0,3} some(?:thing|one)\b|某[物人](?:上|里|中)"
    r"|[坐骑乘跨躺睡趴伏爬登踩踏站上进入到靠倚][着了在上进]?某[物人]$|在[^，。]{0,4}某[物人]$"
)
_BY = re.compile(
    r"\b(?:bend|lean|stoop|loom|hover|crouch|hunch|tower)[a-z]* over(?: [\w-]+){0,3} some(?:thing|one)\b"
    r"|俯身.{0,3}某人|"
    r"\bbacks? (?:up |slowly |away )?(?:toward|towards|into|against|up to)(?: [\w-]+){0,3} some(?:thing|one)\b|"
    r"\b(?:by|beside|near|at|against|behind|under|beneath|around|between|next to|in front of|opposite|before|through)\b"
    r"(?: [\w-]+){0,3} some(?:thing|one)\b"
    r"|\b(?:ear|arms?|shoulders?|lap|face|throat|neck|hair|hands?|back|side|feet|knees?|chest)(?: of)? someone\b"
    r"|^(?!(?:com|run|walk|step|emerg|flee|fall|jump|climb|drink|eat|return|escap|leav|steal|tak|pull|drag|draw|pick|ris|pour|tear)"
    r"[a-z]*\b)[\w ]* from(?: [\w-]+){0,3} something\b"
    r"|^(?:hold|hug|embrac|grab|clutch|carr|lead|drag|kiss|cradl|cling|clung|comfort|support|strangl|slap|tend|bandag|nurs|treat"
    r"|feed|bath|wash|help|handcuff|arrest|restrain|pin|push)[a-z]* (?:\w+ ){0,2}someone\b"
    r"|[拦挡][着住下在]?某人|(?:[搂抱挽牵扶拉揪拽抓押揽偎贴抚摸掐扯扛驮搀]|背(?![对向朝靠])).{0,2}某人"
    r"|[在靠倚守围挨].{0,2}某[物人]的?(?:旁|边|前|后|下|面|身|门|肩|背|怀|腿|膝|脚|头)|[给为帮替陪]某人"
    r"|[往朝向给]某人.{0,2}[嘴耳脸手头肩身怀碗杯背]"
)
# Postures that a phrase names; the rest of it may be read for another deed.
POSTURES = (
    ("kneel", re.compile(r"\b(?:kneels?|kneeling|crouch\w*|squats?|squatting)\b|跪|蹲"
                         r"|缩(?:在|成)[^，。床]{0,5}?(?:角|后|底|下|旁|边|一团)"
                         r"|系(?:紧|好)?鞋带|\bt(?:ies|ying|ie) (?:[\w-]+ )?(?:shoes?|shoelaces?|laces|boots?)\b")),
    (
        "sleep",
        re.compile(
            r"\b(?:asleep|sleeps?|sleeping|unconscious|naps?|napping|doz\w+|snooz\w+|slumbers?)\b|睡(?![衣袍裙裤袋莲帽])|昏迷|打盹|打瞌睡|小憩"
        ),
    ),
    ("lie", re.compile(r"\b(?:lies down|lying|sprawl\w*|face ?down|collaps\w*|passed out|faint(?:s|ed|ing)|swoon\w*"
                       r"|blacks? out|keel\w* over|drops? dead)\b|躺|趴在|倒[在地]|[瘫昏晕]倒|[昏晕][了过]|不省人事")),
    ("sit", re.compile(r"\b(?:sits?|sitting|seated|perch(?:ed|es|ing)|loung\w+|slouch\w+|slump\w*|straddl\w+|enthroned"
                      r"|(?:sink|sank|flop)\w* (?:back )?(?:in|on|down)\w*"
                      r"|feet (?:up |propped )?on something)\b|坐|盘[着起了]?[腿膝]|[跷翘]着?二郎腿")),
)
RESTS_ZH = "跪|坐|躺|站|趴|蹲|倒|靠|睡|昏倒|瘫坐"  # how one is somewhere, before 在
_POSTURES = frozenset(posture for posture, _ in POSTURES)
_THERE_RESTS = re.compile(rf"[上里中下旁边前后](?:{RESTS_ZH})着")  # 船上坐着受伤的女侠: where, is told
_FROM_SOMEBODY = re.compile(
    r"\b(?:hid|cower|flee|fled|shrink|recoil|runs? away|backs? away|backing away)\w*\b.* from\b|躲[避开着]?某人"
)
_GATHERS = re.compile(r"(?:gather|crowd|huddle|stand|sit|surround|cluster)|围[着坐在](?![^转跑跳舞]*[转跑跳舞])")
_ADVERB = re.compile(r"^(?:is|are|was|were|has|have|just|now|still|already|being|been|\w+ly)\b\s*")
# "repairs something": what is done to a thing brings one to it, unless it is only seen or wished for.
_DIRECT = re.compile(
    r"^(?!.*\b(?:in|on|at|to|for|from|of|about|into|over|like|than|with|as)\b)[\w -]+ something$"
    r"|^[^a-zA-Z在从向往对给跟]{1,6}某物$"
)
_WITH_IT_IN_HAND = frozenset(
    "examine push light talk knock shield attack close wave point bow none topple strike_down".split()
) | {""}
PERCEIVED = re.compile(
    r"\b(?:sees?|saw|watch\w*|finds?|found|wants?|eyes|looks?|search\w*|los[et]s?|miss\w*|discover\w*|notices?|needs?|dreams?|hears?"
    r"|knows?|remembers?|leaves?|awaits?|fears?|hates?|loves?|seeks?|asks?)\b|[看见发现找听等想要爱怕忘丢失]"
)
_LEFT_THERE = re.compile(
    r"(?:plant|stir|punch|kick|empt(?:y|ie)|rob|loot|ransack|guard|inspect|check|repair|fix|clean|light|water|approach|paint|polish|mend|block|barricad|crack|unlock|admir)[a-z]*\b"
)  # what is done to a thing where it stands
_STAYS = re.compile(r"plant|light|stir|water|punch|kick|rob|loot|ransack")  # though a hand could hold it
_OVER = re.compile(r"(?:stand|loom|tower|bend|lean|kneel|crouch|weep)(?:s|ing)? over\b")  # somebody who lies there
# "Knocks someone out": who is struck so lies there.
_FELLS = re.compile(
    r"\b(?:knock|strik)\w* (?:out|down) someone\b|\bfloors someone\b"
    r"|(?:打|击|撞|砸|踢|踹|撂|推|绊|放)(?:倒|翻|趴|晕)了?(?:在地)?某人"
)
INTO_ARMS = re.compile(r"(?:['’]s?)? (?:waiting |open |outstretched |strong )?arms\b")
FELLED = re.compile(
    r"\s*(?:out|down|unconscious|(?:down )?(?:to|on|onto) the (?:ground|floor|canvas|mat|deck|pavement))\b"
)
_INTO_ARMS_ZH = re.compile(r"[扑倒靠躲钻冲依偎缩][进在到入向]了?某人的?怀")
_ON_THE_BACK = re.compile(r"背[着负]?了?某物$")  # while a hand may hold something else
_CUTS = re.compile(r"(?:cut|slic|chop|carv|fillet)[a-z]*\b|[^，。某]{0,4}[切剁剖]")
_DOWN = frozenset("wounded injured fallen dying dead unconscious lifeless bleeding defeated beaten sleeping".split())
_FLOWN = re.compile(r"fl(?:y|ies|ying) (?:[\w-]+ )?something|放某物")  # a kite
_WITHIN_IT = re.compile(r"\b(?:in|on|inside|onto|into|under|behind|beside)$")
_WRITES = re.compile(
    r"(?:writ|scribbl|jot|sketch|draw|read|doodl|scrawl|typ|tap|scroll)[a-z]*(?: \w+){0,2}"
    r" (?:in|on|from|into|through) something"
)
_SMOKED = re.compile(r"\b(?:cigarettes?|cigars?|pipes?|joint)$|烟$|烟斗|雪茄", re.I)
_FEMALE, _MALE = {"her", "herself", "她"}, {"him", "himself", "他"}


class Telling:
    """A sentence under way: whom it is about, and what has been found. Its languages part it into phrases."""

    def __init__(
        self,
        prompt: str,
        everybody: Sequence[Hit],
        hits: Sequence[Hit],
        found: list[Opening],
        text: TextEncoder,
        subject: list[Hit],
    ) -> None:
        self.prompt, self.everybody, self.hits, self.found, self.text = prompt, everybody, hits, found, text
        self.subject = subject
        self.guesses: list[Opening] = []  # feelings that no word tells by itself

    def in_passing(self) -> None:
        """What describing words tell: "a sleeping dog", 熟睡的皇帝, her son's hospital bed."""
        for hit, following in zip_longest(self.hits, self.hits[1:]):
            told = " ".join(hit.before)[-12:] if hit.before else ""
            for verb, pattern in POSTURES:
                if hit.sense and hit.sense.kind != "prop" and pattern.search(told) and not _THERE_RESTS.search(told):
                    self.found.append(Opening((hit.start,), verb))
            bed = following.sense.archetype if following and following.sense else ""
            if hit.possessive and following and bed in ("bed", "wheelchair") and following.start - hit.end < 20:
                self.found.append(Opening((hit.start,), "lie" if bed == "bed" else "sit", following.start, upon=True))

    def meant(self, pronoun: str, before: int) -> Hit | None:
        """Whom or what the pronoun means: the last that is not the subject and may be."""
        if pronoun in ("it", "它"):
            things = [h for h in self.everybody if h.end <= before and h.sense and h.sense.kind != "person"]
            things = [h for h in things if h not in self.subject]
            within = _WITHIN_IT.search(self.prompt[:before].rstrip())
            likely = [] if within else [h for h in things if is_alive(h)] or [h for h in things if not handled_by(h)]
            return next(reversed(likely or things), None)
        sex = "f" if pronoun in _FEMALE else "m" if pronoun in _MALE else ""
        alive = [h for h in reversed(self.everybody) if h.end <= before and is_alive(h) and h not in self.subject]
        people = [h for h in alive if h.sense is not None and h.sense.kind == "person"]
        fits = [h for h in people if told_gender(h) in ("", sex)] if sex else alive
        if sex:  # of a queen and her two guards "before her" is before the queen
            fits = [h for h in fits if h.count == 1 and not h.plural] or fits
        return next(iter(fits or [h for h in alive if h not in people]), None)  # a general, rather than his horse

    def tell(self, phrase: str, other: Hit | None) -> None:
        """Note what the subject does, if it is a deed or a feeling at all."""
        pursuit = pursuit_in(_with_its_thing(phrase, other))
        phrase = _ADVERB.sub("", phrase.strip(" ,"), count=2) if phrase.isascii() else phrase
        if not phrase or not self.subject or phrase.lower() in STOP_WORDS:
            return
        starts = tuple(h.start for h in self.subject)
        phrase = "抱着某人" if other is not None and _INTO_ARMS_ZH.search(phrase) else phrase
        label, sure = meaning(phrase, "verb", self.text)
        if sure >= CLEAR and ":" in label and not any(pattern.search(phrase) for _, pattern in POSTURES):
            return  # a storm that nears is nobody's deed
        verb = label if sure >= CLEAR else ""
        verb = "" if verb == "circle" and _GATHERS.match(phrase) else verb
        cuts = verb == "camera" and _CUTS.match(phrase) is not None  # a fish: of a camera nobody speaks yet
        verb = "" if cuts else verb
        verb = "" if pursuit and verb in _POSTURES else verb  # how it is done, the pursuit knows
        verb = next((posture for posture, pattern in POSTURES if pattern.search(phrase)), verb)
        if verb == "kneel" and all(h.sense and h.sense.kind == "creature" for h in self.subject):
            verb = "stop"  # 黑猫蹲在祭坛上
        if verb == "lie" and "趴" in phrase and other and other.sense and other.sense.archetype in ("table", "desk"):
            verb = "sit"  # 趴在书桌前
        feeling = feeling_in(phrase) or ("afraid" if _FROM_SOMEBODY.search(phrase) else None)
        if feeling is None and (likely := self._feeling(phrase)) is not None:
            self.guesses.append(Opening(starts, "", feeling=likely))
        if other is not None and is_alive(other) and _OVER.match(phrase) and _DOWN & set(other.before):
            self.found.append(Opening((other.start,), "lie", grounded=True))
        owns = other is not None and self.prompt.startswith("的", other.end)
        if other is not None and is_person(other) and _FELLS.search(phrase) and not owns:
            self.found.append(Opening((other.start,), "lie", grounded=True))
        direct = bool(_DIRECT.search(phrase)) and not PERCEIVED.search(phrase)
        meets = other is not None and (is_alive(other) or direct)
        handled = other is not None and other.sense is not None and other.sense.kind == "creature"
        if handled and re.fullmatch(r"[a-z-]+s someone", phrase) and not PERCEIVED.search(phrase):
            phrase += " beside someone"  # saddles, feeds, milks it
        leans = re.match(r"lean(?:s|ing|ed)?\b", phrase) is not None  # on a piano: one stands by it
        leans = leans or (re.match(r"[斜背]?[靠倚][在着]", phrase) is not None and not is_seat(other))  # 靠在柱子上
        upon, beside = bool(_UPON.search(phrase)) and not leans, bool(_BY.search(phrase)) or leans
        if verb or feeling or beside or meets or pursuit or _WRITES.match(phrase):
            smoked = other is not None and _SMOKED.search(other.word) is not None
            light = handled_by(other) and (smoked or not _STAYS.match(phrase))
            there = _LEFT_THERE.match(phrase) is not None and other is not None and not light
            if handled_by(other) and _WRITES.match(phrase):
                verb, beside = "take", False
            in_hand = (verb in _WITH_IT_IN_HAND and not cuts) or _FLOWN.match(phrase)
            if direct and in_hand and other is not None and not (there or is_alive(other)):
                verb = "take"
            beside = beside or there or (cuts and other is not None)
            to = other.start if other else None
            grounded = _ON_THE_GROUND.search(phrase) is not None
            on_back = verb == "take" and _ON_THE_BACK.search(phrase) is not None
            self.found.append(Opening(starts, verb, to, feeling, upon, beside, pursuit=pursuit, grounded=grounded,
                                      loosely=on_back))  # fmt: skip

    def _feeling(self, phrase: str) -> str | None:
        label, sure = meaning(phrase, "emotion", self.text)
        return label if sure >= _FELT and label not in ("none", "calm", "disgusted") else None


def meaning(phrase: str, head: str, text: TextEncoder) -> tuple[str, float]:
    """What a head of the phrase reader takes the phrase for, and how likely that is."""
    reader = load_reader()
    row = reader.probabilities([phrase], text.encode, head)[0]
    return reader.labels(head)[int(row.argmax())], float(row.max())


def _with_its_thing(phrase: str, other: Hit | None) -> str:
    """The phrase with the word for what it is done with: "drinks tea", 喝茶."""
    if other is None or is_alive(other):
        return phrase
    return re.sub(r"something|某物", lambda _: other.word, phrase)


def handled_by(thing: Hit | None) -> bool:
    """Whether it is something that a hand can hold."""
    return thing is not None and thing.sense is not None and "holdable" in CATALOG[thing.sense.archetype].traits


def is_seat(thing: Hit | None) -> bool:
    """Whether it is something to sit on."""
    return thing is not None and thing.sense is not None and "seat" in CATALOG[thing.sense.archetype].traits


def is_alive(hit: Hit) -> bool:
    """Whether it is a person or a creature."""
    return hit.sense is not None and hit.sense.kind != "prop"


def is_person(hit: Hit) -> bool:
    return hit.sense is not None and hit.sense.kind == "person"


def feeling_in(phrase: str) -> str | None:
    """The feeling that a word of the phrase tells by itself, or two ("in shock")."""
    table = feelings()
    if phrase.isascii():
        low = phrase.lower()
        if told := next((label for words, label in PHRASES.items() if re.search(rf"\b{words}\b", low)), None):
            return told
        return next((table[w] for w in re.findall(r"[a-z-]+", phrase.lower()) if w in table), None)
    for n in (4, 3, 2, 1):
        for i in range(len(phrase) - n + 1):
            if phrase[i : i + n] in table:
                return table[phrase[i : i + n]]
    return None
