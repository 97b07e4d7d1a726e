"""From a sentence to a directive: who does what, to whom, in what order; what is said, shot, and what the sky does.

By meaning: mentions are matched with the stage, and what is left of each clause is read by learned heads, weighed with
what its participants can do. English and Chinese, also mixed. Knows nothing of how the world acts it out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

import numpy as np

from director import clauses as cl
from director.directive import CameraOrder, Directive, Line
from director.mentions import Company, Mention
from director.orders import camera_order, environment, speaks_of_camera
from director.roles import COMPOSITES, EVENTS, TOOL, Arg, Parts, Scene, fill, suits
from director.spotting import HAN, find_nouns, is_chinese
from director.wardrobe import Description, dress
from model.catalog import CATALOG
from model.lexicon import MASKS, vocabulary
from model.moment import EMOTIONS, Moment
from model.reader import PhraseReader, load_reader
from model.stage import Entity, Stage
from model.state import Action
from model.text import TextEncoder
from model.verbs import VERBS
from storygraph.errors import StoryError

LONGEST_DIRECTION = 2_000
_SURE_ENV = 0.4
_SURE_EMOTION = 0.55
_SURE_MANNER = 0.7
_LIKELY_TOO = 0.15  # a second reading as likely as this is taken when the first cannot be done
_PLAIN = 0.35  # a verb read with less than this is named in the reading
_MUTUAL = frozenset({"shake_hands", "hug", "talk", "face", "dance", "attack", "wave", "bow", "nod", "salute"})
_LEADS = re.compile(
    r"^(?:\s|,|，|suddenly|then|now|meanwhile|finally|slowly|quickly|quietly|next|at last|eventually|just|both|have"
    r"|let|make|and|but"
    r"|(?:badly )?(?:wounded|injured|frightened|terrified|exhausted|surprised|shocked|startled|heartbroken)"
    r"|so|there|here|immediately|at once|\w+ly|both of|突然|忽然|然后|接着|这时|此时|于是|终于|只见|让|随后|最后"
    r"|接下来|同时|现在|立刻|再|又|也|叫|请)*$",
    re.I,
)
_CAUSES = re.compile(r"^\s*(?:have|let|make)\b", re.I)
_PREP_EN = re.compile(
    r"\b(out of|in front of|next to|on top of|away from|close to|to|at|on|onto|in|into|from|off|of|with|toward"
    r"|towards|for|by|near|over"
    r"|around|after|behind|against|upon|atop|beside|under|using|before|past|through|up|down|above)\s*$", re.I,
)  # fmt: skip
_PREP_ZH = re.compile(r"(把|将|向|对|朝|给|往|到|跟|和|与|从|用|在|进|为|冲|拿|被|离|受|遭)$")
_NEGATED_EN = re.compile(r"\b(?:not|never|nobody|no one|cannot|refuses to)\b|[a-z]n['’]t\b", re.I)
_NEGATED_ZH = re.compile(
    r"^(?:都|也|再|还|仍然?|并|就|谁也|一直|始终|先|请|千万|突然|谁都)*"
    r"(?:没有?(?!过|想到)|别(?!人|墅|处)|勿|未(?!来|婚)|无人|谁也不|一动不动"
    r"|不(?!小心|久|断|停|安|禁|由|慌|满|屑|耐烦|知所措|好意思|敢相信|可思议"
    r"|解|远|同|舍|甘|动声色|顾|料|幸|情愿|辞而别))"
)
_PASSIVE_EN = re.compile(r"^\s*(?:is|are|was|were|gets|got|is being|has been)\s+(?:\w+ly\s+)?\w+.*\bby\s*$", re.I)
_DIRECTIONS: tuple[tuple[str, tuple[float, float]], ...] = (
    (r"\b(?:left|stage left|leftwards?)\b|左", (-1.0, 0.0)),
    (r"\b(?:right|rightwards?)\b(?! now| away| there| in| up| at)|右", (1.0, 0.0)),
    (r"toward(?:s)? the (?:camera|audience|viewer)|downstage|向镜头|朝镜头|朝观众", (0.0, 1.0)),
    (r"\bupstage\b|into the (?:background|distance)|away from the camera|远处|向后方", (0.0, -1.0)),
)  # fmt: skip
_AHEAD = re.compile(r"\b(?:forward|forwards|ahead|straight on)\b|向前|往前|上前", re.I)
_BEHIND = re.compile(r"\b(?:back|backward|backwards)\b|后退|向后|往后", re.I)
_EN_MANNERS = re.compile(
    r"\b(?:in|with|out of)\s+(?:a |an |great |deep |sheer |his |her )?(?:[a-z]+ )?[a-z]+\b|\b[a-z]+ly\b"
    r"|\b[a-z]{3,}ing\b",
    re.I,
)
# 蹲下来摸了摸狗: a direction word ends one deed, and another begins.
_ZH_DIRECTION = re.compile(
    r"(?:[过上下进出回起][来去]|[站坐跪躺蹲趴]下|站起身来?|转过?身来?|起身|上前"
    r"|跪倒)(?=[\u3400-\u9fff]{2})(?![了的地得着，]|之后|以后|后|说|道|看不|某)"
)
# 哭着跑出去 is running out: what somebody does meanwhile is the manner.
_ZH_WHILE = re.compile(r"^(?:[\u3400-\u9fff]{0,3}[哭笑泪抖怒慌])着(?=[\u3400-\u9fff]{2})")
_ALL_LIGHTS = re.compile(r"\b(?:lights|lamps|candles|every)\b|灯光|灯火|[都全]|所有", re.I)
# 拿起苹果吃了起来: what is done to a thing once it is taken up.
_ZH_NEXT = re.compile(
    r"(?:就|便|开始)?(?:吃|喝|咬|啃|嚼|一饮而尽|躲|藏|逃|哭|大哭|大笑|离开|转身|跑开|跑了|走开|走出|跑出|飞走)"
)
_ZH_MANNERS = re.compile(r"([\u3400-\u9fff]{1,6}?)地|^([\u3400-\u9fff]{1,3})得")
_PACED = frozenset(
    """
    walk run flee chase follow circle enter exit climb fly back_off carry hide bring take_off land jump shake_hands
    get_down push lead drag dodge shield
    """.split()
)
_COMING_DOWN = frozenset({"sit", "climb", "jump_onto", "lie", "get_down"})
_GAITS = _PACED - {"hide", "lead", "drag", "dodge", "shield"}  # whose very words may tell the pace
# What is done on the way somewhere, and so in a manner.
_GOING = frozenset(
    "walk run flee back_off follow chase circle enter exit hide lead drag carry bring climb get_down take".split()
)
_DIRECTED = frozenset(
    {"walk", "run", "jump", "fly", "flee", "back_off", "throw", "exit", "push", "lead", "drag", "dodge"}
)
_DONE_TO_THINGS = frozenset({"open", "close", "light", "put_out"})
_SPEECH = frozenset({"talk", "feel", "none", "camera", "stop", "cry"})


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause taken apart. `deed` is what is left when mentions are masked, `bare` the author's own."""

    piece: cl.Piece
    text: str  # quotations blanked, positions as in the whole
    subjects: tuple[Mention, ...]
    others: tuple[Mention, ...]
    prepositions: tuple[str, ...]
    deed: str
    bare: str
    quotes: tuple[int, ...]


class Reader:
    """Reads directions. Holds the encoder and the trained heads, no story: reading is a function of its arguments."""

    def __init__(self, text: TextEncoder, phrases: PhraseReader | None = None) -> None:
        self._text = text
        self._phrases = phrases or load_reader()

    def read(self, sentence: str, stage: Stage, moment: Moment, *, spoken_before: Sequence[str] = ()) -> Directive:
        """What the sentence asks of this stage at this moment.

        `spoken_before` are the directions given before, oldest first; pronouns may reach back. Raises StoryError
        when the sentence is empty, longer than 2,000 characters, or nothing in it can be acted on.
        """
        sentence = _cleaned(sentence)
        reading = _Reading(self._text, self._phrases, stage, moment)
        for earlier in spoken_before[-6:]:
            reading.recall(earlier)
        return reading.read(sentence)


def _cleaned(sentence: str) -> str:
    if len(sentence) > LONGEST_DIRECTION:
        raise StoryError(f"The direction has {len(sentence):,} characters; please keep it to {LONGEST_DIRECTION:,}.")
    sentence = re.sub(
        r"[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff]", " ", sentence
    )
    sentence = re.sub(r"[ \u3000]+", " ", sentence).strip()
    if not sentence:
        raise StoryError('The direction is empty; say who does what, for example "Anna walks to the window".')
    return sentence


class _Reading:
    """One reading under way: what has been understood so far."""

    def __init__(self, text: TextEncoder, phrases: PhraseReader, stage: Stage, moment: Moment) -> None:
        self.text, self.phrases, self.stage, self.moment = text, phrases, stage, moment
        present = [e.id for i, e in enumerate(stage.entities) if moment.present[i] > 0.5]
        self.company = Company(stage, text, present)
        self.holding: dict[str, list[str]] = {}
        for i, entity in enumerate(stage.entities):
            if moment.held_by[i] >= 0:
                self.holding.setdefault(stage.entities[int(moment.held_by[i])].id, []).append(entity.id)
        self.actions: list[Action] = []
        self.action_readings: list[str] = []
        self.lines: list[Line] = []
        self.camera: CameraOrder | None = None
        self.entrances: list[str] = []
        self.readings: list[str] = []
        self.refusals: list[str] = []
        self.subject: tuple[str, ...] = ()
        self._sentence = -1
        self._sentence_start = 0  # first action of the current sentence
        self._shot = False  # whether the last clause was about the camera
        self._clause_start = 0  # first action of the current clause
        self._missing = False  # whether the clause speaks of something that is not there

    # ---- the whole sentence -----------------------------------------------------------------------------------

    def recall(self, earlier: str) -> None:
        """Take note of whom an earlier direction spoke of; its last subject is the likeliest "he"."""
        masked, _ = cl.unquote(earlier)
        mentions = self.company.find(masked)
        named = [i for m in mentions for i in m.ids]
        self.company.note(list(dict.fromkeys(reversed(named))))
        group = next((m.ids for m in mentions if len(m.ids) > 1), ())
        if group:
            self.company.last_group = group
        if mentions and mentions[0].ids:
            self.subject = mentions[0].ids
            self.company.note(mentions[0].ids)

    def read(self, sentence: str) -> Directive:
        masked, quotes = cl.unquote(sentence, {e.name.lower() for e in self.company.entities})
        mentions = self.company.find(masked)
        spans = [(m.start, m.end) for m in mentions]
        pieces = cl.ordered(_serial(cl.split(masked, spans), masked, spans), masked)
        taken = [self._take_apart(piece, masked, mentions) for piece in pieces]
        for i, clause in enumerate(taken):
            self._clause(clause, quotes, taken[i + 1 :])
        if not (self.actions or self.lines or self.camera):
            raise StoryError(self._helpless(sentence))
        return Directive(
            sentence, tuple(self.actions), tuple(self.lines), self.camera,
            tuple(self.company.by_id[i] for i in self.entrances), tuple(dict.fromkeys(self.readings)),
            tuple(dict.fromkeys(self.refusals)), tuple(self.action_readings),
        )  # fmt: skip

    def _helpless(self, sentence: str) -> str:
        if self.refusals:
            return self.refusals[0]
        someone = next((e.name for e in self.company.entities if e.kind != "prop"), "Anna")
        if is_chinese(sentence):
            return f"没有读懂这句话；请说清楚谁做什么，例如“{someone}挥手”。在场的有：{self.company.roster()}。"
        return (f"Nothing in this direction can be acted out; say who does what, for example "
                f'"{someone} waves". On stage are {self.company.roster()}.')  # fmt: skip

    # ---- a clause taken apart ---------------------------------------------------------------------------------

    def _take_apart(self, piece: cl.Piece, masked: str, mentions: Sequence[Mention]) -> _Clause:
        text = piece.text(masked)
        quotes = tuple(cl.quotes_in(text))
        blank = re.sub(f"{cl.MARK}.", "  ", text)
        inside = _owned([m for m in mentions if piece.start <= m.start < piece.end], masked)
        subjects = _subjects(blank, piece.start, inside)
        others = [m for m in inside if m not in subjects]
        begin = max((m.end for m in subjects), default=piece.start) - piece.start
        if (
            subjects
            and subjects[0].start - piece.start > 0
            and not _LEADS.match(blank[: subjects[0].start - piece.start])
        ):
            begin = 0
        prepositions = tuple(_preposition(blank[: m.start - piece.start]) for m in others)
        nowhere = _without_places(blank, inside, piece.start)
        deed = self._masked(nowhere, piece.start, begin, [*subjects, *others] if begin == 0 else others)
        return _Clause(
            piece, blank, tuple(subjects), tuple(others), prepositions, _tidy(deed), _tidy(blank[begin:]), quotes
        )

    def _masked(self, text: str, offset: int, begin: int, mentions: Sequence[Mention]) -> str:
        chinese = bool(HAN.search("".join(text[begin:]))) and is_chinese(
            _without(text, offset, begin, mentions) or text
        )
        someone, something = MASKS["zh" if chinese else "en"]
        result, at = "", begin
        for m in sorted(mentions, key=lambda m: m.start):
            if m.start - offset < at:
                continue
            living = self._living(m)
            result += text[at : m.start - offset] + (someone if living else something)
            at = m.end - offset
        return result + text[at:]

    def _living(self, mention: Mention) -> bool:
        if mention.ids:
            return self.company.by_id[mention.ids[0]].kind != "prop"
        if mention.pronoun:
            return mention.pronoun != "it"
        return bool(mention.hit and mention.hit.sense and mention.hit.sense.kind != "prop")

    # ---- what a clause is about -------------------------------------------------------------------------------

    def _clause(self, clause: _Clause, quotes: Sequence[str], following: Sequence[_Clause]) -> None:
        self._clause_start, self._missing = len(self.actions), False
        if clause.piece.sentence != self._sentence:
            self._sentence, self._sentence_start, self._shot = clause.piece.sentence, len(self.actions), False
        if self._reads_as_camera(clause):
            return
        self._shot = False
        if not clause.quotes and self._reads_as_environment(clause):
            return
        subject = self._subject(clause, following)
        if clause.quotes:
            self._speech(clause, subject, quotes)
        elif subject:
            self._deed(clause, subject)
        elif not self.refusals:
            self._calm(clause)

    def _calm(self, clause: _Clause) -> None:
        label, _ = self._verb(clause.deed)
        if label == "none":
            self.readings.append(f'"{_shown(clause.text.strip(" ,，"))}" asks nothing of anybody on stage.')
        elif clause.others and clause.others[0].absent:
            self._refuse_absent(clause.others[0])
        else:
            words = _shown(clause.text.strip(" ,，"))
            self.refusals.append(f'Say who does "{words}"; on stage are {self.company.roster()}.')

    def _reads_as_camera(self, clause: _Clause) -> bool:
        words = re.sub(
            r"\b(?:towards?|to|at|into|facing|from) the (?:camera|lens)|[向对朝看]着?镜头(?=走|跑|看|挥|说|$)",
            " ",
            clause.text,
        )
        subject = bool(clause.subjects and (clause.subjects[0].ids or clause.subjects[0].pronoun))
        names_camera = speaks_of_camera(words)
        own = re.search(
            r"^\s*(?:slowly |then |gently |quickly )*(?:zoom|tilt|pan|dolly|push in|pull (?:out|back)|track|cut"
            r"|hold on|establish|focus on)\b"
            r"|^\s*we see\b|^\s*(?:推近|拉远|跟拍|左摇|右摇|上摇|下摇|切)"
            r"|\bcamera\b|\blens\b|镜头|\bshot\b|close-?\s?up|特写"
            r"|全景|\bpov\b|画面|视角",
            words,
            re.I,
        )
        if not names_camera and not (self._shot and not subject and self._verb(clause.deed)[0] == "camera"):
            return False
        if (subject and not own) or (not own and clause.quotes):
            return False
        if not own and self._verb(clause.bare)[0] != "camera" and self._verb(clause.deed)[0] != "camera":
            return False
        mentions = [*clause.subjects, *clause.others]
        ids = next((i for m in mentions if (i := self._meant(m, as_subject=True))), ())
        absent = next((m for m in mentions if m.absent and m.hit and m.hit.setting is None), None)
        if absent is not None and not ids:
            self._refuse_absent(absent)
        whole = self._masked(clause.text, clause.piece.start, 0, mentions)
        order = camera_order(clause.text, _tidy(whole), ids[0] if ids else None, self.phrases, self.text)
        if order is None:
            return False
        self.camera = order if self.camera is None else _joined(self.camera, order)
        if ids:
            self.company.note(ids)
        self._shot = True
        return True

    def _reads_as_environment(self, clause: _Clause) -> bool:
        if any(self._living(m) for m in clause.subjects if m.ids or m.pronoun):
            return False
        mentions = [m for m in (*clause.subjects, *clause.others) if not (m.pronoun == "it" and m in clause.subjects)]
        label, sure = self._verb(_tidy(self._masked(clause.text, clause.piece.start, 0, mentions)))
        plain = self._verb(_tidy(clause.text))
        if plain[0] in EVENTS and (plain[1] > sure or label == "put_out"):
            label, sure = plain  # "the lights go out" is more than "something goes out"
        if sure < _SURE_ENV or not _familiar(clause.text):
            return False
        if label in EVENTS:
            return self._reads_as_event(label, sure, clause)
        if ":" not in label or any(m.ids for m in clause.subjects):
            return False
        hour = next((a.hour for a in reversed(self.actions) if a.hour is not None), self.moment.hour)
        if any(m.absent for m in clause.subjects) and sure < 0.7:
            return False
        self._act(environment(label, clause.text, hour), clause, label, sure)
        return True

    def _reads_as_event(self, label: str, sure: float, clause: _Clause) -> bool:
        """An explosion, an earthquake, a fire, or all lights gone. One lamp that goes out is somebody's doing."""
        ids = [i for m in (*clause.subjects, *clause.others) for i in self._meant(m, as_subject=True)]
        lamps = {e.id for e in self.company.entities if "lights" in e.traits}
        if label == "black_out" and ids and not lamps <= set(ids) and not _ALL_LIGHTS.search(clause.text):
            return False
        kinds = VERBS[label].target
        targets = [i for i in ids if self.company.by_id[i].kind in kinds]
        if label == "burn" and not targets:
            absent = next((m for m in clause.subjects if m.absent), None)
            if absent is None:
                self.refusals.append(f"Say what catches fire; on stage are {self.company.roster()}.")
            else:
                self._refuse_absent(absent)
            return True
        action = Action(label, None, targets[0] if targets else None, words=clause.deed)
        self._act(action, clause, label, sure)
        return True

    # ---- who ----------------------------------------------------------------------------------------------------

    def _subject(self, clause: _Clause, following: Sequence[_Clause]) -> tuple[str, ...]:
        found: list[str] = []
        for mention in clause.subjects:
            if mention.absent:
                found += self._comes_in(mention, clause)
            else:
                found += self._meant(mention, as_subject=True, may_be=partial(_may_do, self._verb(clause.deed)[0]))
        if found:
            self.company.note(found) if len(found) > 1 else None
            return tuple(dict.fromkeys(found))
        if any(m.absent for m in clause.subjects):
            return ()
        if not clause.subjects:
            return self._implied(clause, following)
        self.refusals.append(
            f'It is not clear who "{clause.subjects[0].text}" is; on stage are {self.company.roster()}.'
        )
        return ()

    def _implied(self, clause: _Clause, following: Sequence[_Clause]) -> tuple[str, ...]:
        """Whom a clause without a subject is about: the sentence's last, its next, or the only one there is."""
        if self.subject and (self.actions[self._sentence_start :] or clause.piece.joint):
            return self.subject
        ahead = next((f for f in following if f.piece.sentence == clause.piece.sentence and f.subjects), None)
        if ahead is not None and (ids := self._meant(ahead.subjects[0], as_subject=True)):
            return ids
        if self.subject:
            return self.subject
        living = [e.id for e in self.company.entities if e.kind != "prop"]
        people = [e.id for e in self.company.people()]
        if len(people) == 1 or len(living) == 1:
            return tuple(people if len(people) == 1 else living)
        return ()

    def _meant(
        self,
        mention: Mention,
        *,
        subject: Sequence[str] = (),
        as_subject: bool = False,
        may_be: Callable[[Entity], bool] = lambda entity: True,
    ) -> tuple[str, ...]:
        if mention.pronoun:
            held = [i for s in (subject or self.subject) for i in self.holding.get(s, ())]
            return self.company.pronoun(mention, subject=subject, held=held, as_subject=as_subject, may_be=may_be)
        if mention.reading:
            self.readings.append(mention.reading)
        return mention.ids

    def _comes_in(self, mention: Mention, clause: _Clause) -> list[str]:
        """Somebody who is not on stage: an entrance when the words bring them in, a refusal otherwise."""
        label, _ = self._verb(clause.deed)
        hit = mention.hit
        if hit is None or hit.sense is None or hit.sense.kind == "prop" or not (label == "enter" or mention.indefinite):
            self._refuse_absent(mention)
            return []
        count = min(hit.count, 4)
        base = hit.word
        names = (
            [base] if count == 1 else [f"{base} {n + 1}" if base.isascii() else f"{base}{n + 1}" for n in range(count)]
        )
        ids = [self._introduce(name, hit.sense.archetype, mention) for name in names]
        if label != "enter":
            for i in ids:
                self._act(Action("enter", i), clause, "enter", 1.0)
        return ids

    def _introduce(self, name: str, archetype: str, mention: Mention) -> str:
        hit = mention.hit
        assert hit is not None and hit.sense is not None
        taken = {e.name.lower() for e in self.stage.entities} | {
            self.company.by_id[i].name.lower() for i in self.entrances
        }
        unique, n = name, 2
        while unique.lower() in taken:
            unique, n = (f"{name} {n}" if name.isascii() else f"{name}{n}"), n + 1
        number = 1 + max((int(m[1]) for i in self.company.by_id if (m := re.fullmatch(r"e(\d+)", i))), default=0)
        entity_id = f"e{number}"
        said = Description(" ".join(hit.before), hit.before)
        rng = np.random.default_rng([self.stage.seed, number])
        era = _era_of(self.stage)
        entity = dress(entity_id, unique, archetype, hit.sense.role, said, era=era, rng=rng)
        self.company.add(entity)
        self.entrances.append(entity_id)
        if hit.sense.stands_in:
            self.readings.append(f"{hit.word} is staged as {archetype.replace('_', ' ')}")
        return entity_id

    def _refuse_absent(self, mention: Mention) -> None:
        self._missing = True
        word = mention.hit.word if mention.hit else mention.text
        if HAN.search(word):
            self.refusals.append(f"台上没有{word}；在场的有：{self.company.roster()}。")
        else:
            article = "" if mention.hit and mention.hit.given else "no "
            there = f"There is {article}{word}" if article else f"{word} is not"
            self.refusals.append(f"{there} on stage; on stage are {self.company.roster()}.")

    # ---- speech -------------------------------------------------------------------------------------------------

    def _speech(self, clause: _Clause, subject: tuple[str, ...], quotes: Sequence[str]) -> None:
        subject = subject or self.subject or tuple(e.id for e in self.company.people())[:1]
        subject, listener = self._speakers(clause, subject)
        if not subject:
            self.refusals.append(f"Say who speaks; on stage are {self.company.roster()}.")
            return
        words = cl.without_quotes(clause.text)
        label, sure = self._verb(clause.deed) if _tidy(words) else ("talk", 1.0)
        emotion = self._emotion(clause, label)
        if (
            label not in _SPEECH
            and sure > 0.5
            and len(
                cl.residue(words, clause.piece.start, [(m.start, m.end) for m in [*clause.subjects, *clause.others]])
            )
            > 0
        ):
            self._deed(clause, subject)
        for number in clause.quotes:
            spoken = quotes[number]
            for speaker in subject:
                self._feel(speaker, emotion, clause)
                action = Action(
                    "talk", speaker, listener or self._listener(speaker), emotion=emotion, seconds=_speaking_s(spoken)
                )
                self._act(action, clause, "talk", 1.0)
                self.lines.append(Line(speaker, spoken, self._mood(clause, emotion), len(self.actions) - 1))
        self.subject = subject
        self.company.note([*([listener] if listener else []), *subject])

    def _speakers(self, clause: _Clause, subject: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
        """(who speaks, to whom). "“Run!” says Lin" has its speaker behind the verb; 林对陈说 a listener in front."""
        others = [(m, p) for m, p in zip(clause.others, clause.prepositions, strict=True) if self._living(m)]
        if not clause.subjects and others and not others[0][1]:
            said = re.match(r"\s*(?:\w+\s+)?\w+\s*$|.*(?:says|said|asks|shouts|whispers|replies|answers|cries)\s*$",
                            clause.text[: others[0][0].start - clause.piece.start])  # fmt: skip
            if said and clause.text[:2] == "  ":
                subject = self._meant(others[0][0], as_subject=True) or subject
                others = others[1:]
        if (
            len(subject) == 2
            and len(clause.subjects) == 2
            and re.search(r"[和跟与对向]\s*$", clause.text[: clause.subjects[1].start - clause.piece.start])
        ):
            return subject[:1], subject[1]
        listeners = [i for m, _ in others for i in self._meant(m, subject=subject) if i not in subject]
        return subject, listeners[0] if listeners else None

    def _listener(self, speaker: str) -> str | None:
        """To whom one speaks when the words do not say: whoever was spoken of last, or the only other one."""
        people = [e.id for e in self.company.people() if e.id != speaker]
        recent = [i for i in self.company.recent if i in people]
        return recent[0] if recent else people[0] if len(people) == 1 else None

    def _mood(self, clause: _Clause, emotion: str | None) -> str | None:
        manner = _ZH_MANNERS.search(clause.deed) or re.search(r"\b\w+ly\b", clause.deed)
        if manner and manner.group().lower() not in ("suddenly", "finally", "突然地"):
            return (manner.group(1) or manner.group(2)) if manner.re is _ZH_MANNERS else manner.group()
        return emotion

    # ---- deeds --------------------------------------------------------------------------------------------------

    def _deed(self, clause: _Clause, subject: tuple[str, ...]) -> None:
        if self._negated(clause, subject) or self._gives_way(clause, subject):
            return
        subject, args = self._voice(clause, subject)
        if not subject:
            return
        mutual = len(clause.subjects) > 1 and not [a for a in args if a.ids]
        for actor in subject:
            own = args
            if mutual:
                own = [Arg(tuple(i for i in subject if i != actor), "")]
            self._do(clause, actor, own, mutual=mutual or any(m.pronoun == "other" for m in clause.others))
        spoken = [i for a in args for i in a.ids]
        self.company.note([*dict.fromkeys(i for i in spoken if i not in subject)])
        self.company.note(list(subject))
        self.subject = subject

    def _voice(self, clause: _Clause, subject: tuple[str, ...]) -> tuple[tuple[str, ...], list[Arg]]:
        """(who acts, the rest), with the passive turned round: "the groom is slapped by the rival"."""
        args: list[Arg] = []
        agent: tuple[str, ...] = ()
        label, _ = self._verb(clause.deed)
        felt = label == "feel"  # "is disgusted by the student" stays as it is
        for mention, preposition in zip(clause.others, clause.prepositions, strict=True):
            if mention.absent:
                ids = self._brings(mention, clause)
                if not ids:
                    continue
            else:
                ids = self._meant(mention, subject=subject, may_be=partial(suits, label, preposition))
            if (
                not felt
                and preposition in ("by", "被")
                and (
                    preposition == "被"
                    or _PASSIVE_EN.search(clause.text[: mention.start - clause.piece.start][self._after(clause) :])
                )
            ):
                agent = ids
                continue
            args.append(Arg(ids, preposition))
        if agent:
            return agent, [Arg(subject, ""), *args]
        acted_on = self.company.by_id[subject[0]].kind == "prop"
        return self._hands_for(clause, subject, args) if acted_on else (subject, args)

    def _after(self, clause: _Clause) -> int:
        return max((m.end for m in clause.subjects), default=clause.piece.start) - clause.piece.start

    def _hands_for(
        self, clause: _Clause, subject: tuple[str, ...], args: list[Arg]
    ) -> tuple[tuple[str, ...], list[Arg]]:
        """A door does not open by itself: whoever was spoken of last opens it."""
        label, _ = self._verb(f"{clause.deed} {'某物' if is_chinese(clause.deed) else 'something'}")
        plain, _ = self._verb(clause.deed)
        if not {label, plain} & _DONE_TO_THINGS:
            return subject, args
        people = [i for i in self.company.recent if self.company.by_id[i].kind == "person"] or [
            e.id for e in self.company.people()
        ]
        if not people:
            return subject, args
        self.readings.append(f"{self.company.by_id[people[0]].name} does it to {self.company.by_id[subject[0]].name}")
        return (people[0],), [Arg(subject, ""), *args]

    def _gives_way(self, clause: _Clause, subject: tuple[str, ...]) -> bool:
        """A thing that falls is toppled by whoever touched it in the same sentence, falls from the hand that holds it,
        or falls over by itself."""
        thing = self.company.by_id[subject[0]]
        if thing.kind != "prop" or self._verb(clause.deed)[0] not in ("fall", "topple"):
            return False
        touched = next((a for a in reversed(self.actions[self._sentence_start :]) if a.target in subject), None)
        holder = next((who for who, held in self.holding.items() if thing.id in held), None)
        if touched is not None and touched.actor is not None:
            self._act(Action("topple", touched.actor, thing.id), clause, "topple", 1.0)
        elif clause.others or ("fixed" in thing.traits and "topples" not in thing.traits):
            return False
        elif holder is not None:
            self._act(Action("drop", holder, thing.id), clause, "drop", 1.0)
        else:
            self._act(Action("topple", None, thing.id), clause, "topple", 1.0)
        return True

    def _brings(self, mention: Mention, clause: _Clause) -> tuple[str, ...]:
        """A thing that is not on stage: "pulls out a knife" brings it in, "picks up the knife" is refused."""
        hit = mention.hit
        if (
            hit is None
            or hit.sense is None
            or (hit.setting is not None and hit.sense.kind == "prop" and not mention.indefinite)
        ):
            return ()
        label, _ = self._verb(clause.deed)
        holdable = "holdable" in CATALOG[hit.sense.archetype].traits
        if (
            hit.sense.kind == "prop"
            and holdable
            and mention.indefinite
            and label in ("take", "attack", "throw", "point", "give", "bring", "eat")
        ):
            return (self._introduce(hit.word, hit.sense.archetype, mention),)
        if label in ("enter", "exit"):
            self.readings.append(f"{hit.word} is not on stage: the edge of the set serves")
            return ()
        self._refuse_absent(mention)
        return ()

    def _negated(self, clause: _Clause, subject: tuple[str, ...]) -> bool:
        negated = _NEGATED_EN.search(clause.deed) or _NEGATED_ZH.search(clause.deed)
        if not negated and not any(m.pronoun == "none" for m in clause.subjects):
            return False
        names = ", ".join(self.company.by_id[i].name for i in subject)
        for actor in subject:
            self._act(Action("stop", actor), clause, "stop", 1.0, f"{names}: stays as they are")
        self.subject = subject
        return True

    def _do(self, clause: _Clause, actor: str, args: Sequence[Arg], *, mutual: bool = False) -> None:
        scene = self._scene()
        ranked = self._ranked(clause, actor, args, scene, mutual)
        label, sure, parts = ranked[0]
        first = max(ranked, key=lambda r: r[1])
        guessed = not clause.subjects and not clause.others
        enough = 0.16 if self.actions[self._sentence_start :] or clause.piece.joint else 0.4
        if guessed and (max(sure, first[1]) < enough or not _familiar(clause.bare)):
            self.refusals.append(f'"{_shown(clause.bare)}" is not clear; say who does what, in a few plain words.')
            return
        if label == "none":
            self.readings.append(f'"{clause.bare}" asks for nothing that can be acted out')
            return
        completed = self._completed(label, actor, parts, args)
        if completed is None:
            return
        parts = completed
        impossible = first[2].cost >= 3.0 and first[1] >= 0.55 and sure < _LIKELY_TOO
        if parts.cost >= 2.4 or impossible:
            if label != "feel":
                self._feel(actor, self._emotion(clause, label), clause)
            why = first[2].why or parts.why or f'"{clause.bare}" cannot be acted out'
            self.refusals.append(f"{why[:1].upper()}{why[1:]}.")
            return
        if label in _COMING_DOWN and self._airborne(actor):
            label = "land"
        elif label in ("walk", "run") and self._airborne(actor):
            label = "fly"
        if label == "hover" and (over := [i for a in args for i in a.ids]):
            label, parts = "fly", replace(parts, targets=tuple(over[:1]))  # to hover over the tower is to fly there
        self._perform(clause, label, sure, actor, parts)

    def _scene(self) -> Scene:
        return Scene(self.company.by_id, self.holding, {e.id for e in self.company.entities})

    def _airborne(self, actor: str) -> bool:
        """Whether the actor flies by now: to sit somewhere is to land there."""
        if "flies" not in self.company.by_id[actor].traits:
            return False
        flown = next((a.verb for a in reversed(self.actions) if a.actor == actor and a.verb != "feel"), None)
        if flown is not None:
            return flown in ("fly", "take_off", "circle", "hover")
        rows = [i for i, e in enumerate(self.stage.entities) if e.id == actor]
        return bool(rows) and self.moment.pose_name(rows[0]) == "fly"

    def _completed(self, label: str, actor: str, parts: Parts, args: Sequence[Arg]) -> Parts | None:
        """The parts with a target that the words leave out ("she opens it ... he closes"): who was spoken of last, or
        the only one that fits. None when the deed cannot be done without the thing that is not there."""
        spec = VERBS[COMPOSITES.get(label, label)]
        if parts.targets or not spec.target or spec.target_optional or parts.cost >= 2.4:
            return parts
        if self._missing:
            return None
        pool = [e.id for e in self.company.entities if e.id != actor and not (args and label not in COMPOSITES)
                and not fill(label, actor, [Arg((e.id,))], self._scene()).cost]  # fmt: skip
        if label == "knock":
            pool = [i for i in pool if self.company.by_id[i].archetype == "door"][:1]
        recent = [i for i in self.company.recent if i in pool]
        if label == "face" and not recent:
            pool = [i for i in pool if self.company.by_id[i].kind != "prop"][:1] or pool
        if recent or len(pool) == 1 or (label == "face" and pool):
            return replace(parts, targets=tuple((recent or pool)[:1]), cost=0.0)
        return replace(parts, cost=3.0)

    def _ranked(
        self, clause: _Clause, actor: str, args: Sequence[Arg], scene: Scene, mutual: bool
    ) -> list[tuple[str, float, Parts]]:
        """(label, probability, parts), best first: what the words say, less what the participants lack."""
        labels = self.phrases.labels("verb")
        row = self._kindling(self._row(clause.deed), labels, args)
        ranked: list[tuple[float, str, float, Parts]] = []
        likeliest = [i for i in np.argsort(-row) if not self._by_hand(clause, actor) or labels[i] in _DONE_TO_THINGS]
        for i in likeliest[:10]:
            label = labels[int(i)]
            if ":" in label or label == "camera":
                continue
            use = args if not mutual or label in _MUTUAL else ()
            parts = Parts(cost=1.0) if label == "none" else fill(label, actor, use, scene)
            if label == "feel" and self._label("emotion", clause.deed)[0] == "none":
                parts = replace(parts, cost=parts.cost + 0.7)
            ranked.append((math.log(float(row[int(i)]) + 1e-6) - parts.cost, label, float(row[int(i)]), parts))
        ranked.sort(key=lambda r: -r[0])
        return [(label, sure, parts) for _, label, sure, parts in ranked] or [("none", 0.0, Parts(cost=9.0))]

    def _kindling(self, row: np.ndarray, labels: Sequence[str], args: Sequence[Arg]) -> np.ndarray:
        """The probabilities of verbs with fire put to what it is put to: a lamp is lit by it, all else burns."""
        kindled = next((self.company.by_id[i] for a in args if a.preposition not in TOOL for i in a.ids), None)
        if kindled is None:
            return row
        pair = [labels.index(v) for v in ("light", "burn")]
        row = row.copy()
        row[pair] = (row[pair].sum(), 0.0) if "lights" in kindled.traits else (0.0, row[pair].sum())
        return row

    def _by_hand(self, clause: _Clause, actor: str) -> bool:
        """Whether the clause tells of a thing ("the door opens") what the actor must do to it."""
        told = [self.company.by_id[i] for m in clause.subjects for i in m.ids]
        things = [e.id for e in told if e.kind == "prop"]
        return bool(things) and actor not in things and not {"by", "被"} & set(clause.prepositions)

    def _perform(self, clause: _Clause, label: str, sure: float, actor: str, parts: Parts) -> None:
        emotion = self._emotion(clause, label)
        target = parts.targets[0] if parts.targets else None
        how = self._how(clause, label)
        if label == "feel":
            feeling = emotion or "surprised"
            self._act(replace(how, verb="feel", actor=actor, target=target, emotion=feeling), clause, label, sure)
            return
        if not (label == "cry" and emotion == "sad"):
            self._feel(actor, emotion, clause)
        if parts.tool and parts.tool not in self.holding.get(actor, ()):
            self._take(actor, parts.tool, clause)
        if label == "take" and target and target in self.holding.get(actor, ()):
            self._act(Action("face", actor, target), clause, "face", 1.0,
                      f"{_shown(clause.bare)} -> look at {self.company.by_id[target].name}, in hand")  # fmt: skip
            return
        if label in EVENTS:
            if target and label == "burn":
                reading = f"{_shown(clause.bare)} -> {_told(Action(label, None, target))}"
                self._act(Action("walk", actor, target, speed=how.speed), clause, "walk", 1.0, reading)
            before = len(self.actions) - 1 if target and label == "burn" else None
            self._act(replace(how, verb=label, target=target), clause, label, sure)
            self.actions[-1] = replace(self.actions[-1], after=before)
            return
        if label in _STEPS:
            _STEPS[label](self, clause, actor, target, parts, how)
            return
        if parts.object and label != "shield" and parts.object not in self.holding.get(actor, ()):
            self._take(actor, parts.object, clause)
        if (
            label == "take_off"
            and target
            and target not in self.holding.get(actor, ())
            and "holdable" in self.company.by_id[target].traits
        ):
            self._take(actor, target, clause)
        if label in ("sit", "lie", "kneel") and target is None and (near := self._beside(clause)):
            self._act(Action("walk", actor, near, speed=how.speed), clause, "walk", 1.0)
        for one in parts.targets or (None,):
            way = self._toward(actor, parts.goal) if parts.goal else None
            if way is None and label in _DIRECTED and (one is None or label in ("lead", "drag")):
                way = self._way(clause, actor)
            one = one if VERBS[label].target else None
            action = replace(
                how, verb=label, actor=actor, target=one, object=parts.object, direction=way,
                emotion=None if label == "cry" else emotion, seconds=2.0 if label == "talk" else None,
            )  # fmt: skip
            if label != "talk" and self._is_done_already(action):
                continue
            self._act(action, clause, label, sure)
            self._handled(label, actor, one, parts.object)

    def _is_done_already(self, action: Action) -> bool:
        """Whether the sentence says the same deed twice: "hides her face and weeps"."""
        own = (a for a in reversed(self.actions[self._sentence_start :]) if a.actor == action.actor)
        last = next((a for a in own if a.verb != "feel"), None)
        return last is not None and replace(last, words="", after=None) == replace(action, words="")

    def _how(self, clause: _Clause, label: str) -> Action:
        """An action without participants, in the words of the clause and as fast and in the manner they say."""
        words = "" if any(p in ("by", "被") for p in clause.prepositions) else clause.deed
        manner = self._manner(clause, label)
        speed = self._speed(clause, label)
        return Action("act", None, speed=speed if manner is None else max(speed, 1.0), manner=manner, words=words)

    def _manner(self, clause: _Clause, label: str) -> str | None:
        """How one goes; who limps or sneaks is as slow as that makes them."""
        if label not in _GOING:
            return None
        manner, sure = self._label("manner", clause.deed)
        return manner if manner != "none" and sure >= _SURE_MANNER else None

    def _beside(self, clause: _Clause) -> str | None:
        """ "sits down next to Ben": a person is gone to, not sat on."""
        for mention in clause.others:
            ids = self._meant(mention, subject=self.subject)
            if ids and self.company.by_id[ids[0]].kind != "prop":
                return ids[0]
        return None

    def _take(self, actor: str, thing: str, clause: _Clause) -> None:
        self._act(Action("take", actor, thing), clause, "take", 1.0, f"takes {self.company.by_id[thing].name} first")
        self._handled("take", actor, thing, None)

    def _handled(self, label: str, actor: str, target: str | None, thing: str | None) -> None:
        """Keep count of who holds what once this has been done."""
        if label == "take" and target:
            for held in self.holding.values():
                if target in held:
                    held.remove(target)
            self.holding.setdefault(actor, []).append(target)
        gone = target if label == "drop" else thing if label in ("give", "put_on", "throw") else None
        if gone and gone in self.holding.get(actor, ()):
            self.holding[actor].remove(gone)
        if label == "give" and target and thing:
            self.holding.setdefault(target, []).append(thing)

    def _feel(self, actor: str, emotion: str | None, clause: _Clause) -> None:
        if emotion and emotion != "calm":
            self._act(Action("feel", actor, emotion=emotion), clause, "feel", 1.0, apart=True)

    # ---- the act itself -----------------------------------------------------------------------------------------

    def _act(
        self, action: Action, clause: _Clause, label: str, sure: float, reading: str = "", *, apart: bool = False
    ) -> None:
        """Append the action, waiting for what must be done before it."""
        after = None if action.actor is None or apart else self._awaits(action, clause)
        text = clause.text.strip(" ,，.")
        if (
            not reading
            and action.actor is not None
            and (sure < _PLAIN or label in COMPOSITES or _differs(clause.bare, action.verb))
        ):
            reading = f"{_shown(clause.bare)} -> {_told(action)}"
        self.actions.append(replace(action, after=after))
        self.action_readings.append(reading or text)
        if reading:
            self.readings.append(reading)

    def _awaits(self, action: Action, clause: _Clause) -> int | None:
        """The action this one must wait for: its actor's last, what involves it, or what came before a "then"."""
        rows = range(len(self.actions) - 1, -1, -1)
        lasting = {i for i in rows if VERBS[self.actions[i].verb].lasting}
        feelings = {i for i in rows if self.actions[i].verb == "feel" and self.actions[i].target is None}
        same = next((i for i in rows if self.actions[i].actor == action.actor and i not in feelings), None)
        parallel = clause.piece.joint in ("while", "as", "meanwhile", "同时", "与此同时", "一边", "一面")
        if parallel and not clause.subjects and same is not None and same < self._clause_start:
            return None  # "walks while waving"
        if same is not None:
            return None if same in lasting else same
        before = [i for i in rows if i < self._clause_start and self.actions[i].actor is not None and i not in feelings]
        involved = next((i for i in before if self._in_sentence(i)
                         and self.actions[i].actor in (action.target, action.object)), None)  # fmt: skip
        sequel = clause.piece.joint not in (",", "，", "and", "but", "") and not parallel
        new_sentence = self._sentence_start > 0 and not parallel
        waits = involved if involved is not None else next(iter(before), None) if sequel or new_sentence else None
        return None if waits is None or waits in lasting else waits

    def _in_sentence(self, row: int) -> bool:
        return row >= self._sentence_start

    # ---- what words say -----------------------------------------------------------------------------------------

    def _row(self, phrase: str) -> np.ndarray:
        """Probabilities of the verbs. A phrase is read whole and without its trimmings ("in the sand"), half each."""
        phrase = _ZH_WHILE.sub("", phrase) or "does something"
        wordings = list(dict.fromkeys((phrase, _core(phrase))))
        rows = self.phrases.probabilities(wordings, self.text.encode, "verb")
        row: np.ndarray = rows.mean(axis=0)
        return row

    def _verb(self, phrase: str) -> tuple[str, float]:
        row = self._row(phrase)
        best = int(row.argmax())
        return self.phrases.labels("verb")[best], float(row[best])

    def _label(self, head: str, phrase: str) -> tuple[str, float]:
        row = self.phrases.probabilities([phrase], self.text.encode, head)[0]
        best = int(row.argmax())
        return self.phrases.labels(head)[best], float(row[best])

    def _emotion(self, clause: _Clause, label: str) -> str | None:
        """The feeling the clause tells: of its whole when it is about feeling, else of its manner only."""
        if label == "feel":
            row = self.phrases.probabilities([clause.deed], self.text.encode, "emotion")[0]
            names = self.phrases.labels("emotion")
            return max(EMOTIONS, key=lambda e: float(row[names.index(e)]))
        bare = re.sub(r"某人|某物|\b(?:someone|something)\b", "", clause.deed)
        manners = [m.group(1) or m.group(2) for m in _ZH_MANNERS.finditer(bare)] + [
            m.group() for m in _EN_MANNERS.finditer(bare)
        ]
        zh = re.match(r"\s*([\u3400-\u9fff]{1,4})着(?=[\u3400-\u9fff])", bare)
        manners += [zh.group(1)] if zh else []
        for manner in manners:
            feeling, sure = self._label("emotion", manner.strip())
            if feeling != "none" and sure >= _SURE_EMOTION:
                return feeling
        return None

    def _speed(self, clause: _Clause, label: str) -> float:
        if label not in _PACED:
            return 1.0
        adverbs = [w for w in re.findall(r"[a-z]+", clause.deed.lower()) if cl.is_adverb(w)]
        adverbs += [a or b for a, b in _ZH_MANNERS.findall(clause.deed)]
        paces = [self._label("pace", phrase) for phrase in (*adverbs, *([clause.deed] if label in _GAITS else []))]
        pace = next((name for name, sure in paces if name != "normal" and sure >= 0.55), "normal")
        if pace == "normal":
            return 1.0
        if pace == "slow":
            return 0.5 if label != "run" else 0.8
        strong = re.search(r"as fast as|full speed|top speed|全速|拼命|飞快|最快", clause.deed)
        return 2.0 if strong else 1.0 if label in ("run", "flee", "chase") else 1.5

    def _toward(self, actor: str, goal: str) -> tuple[float, float] | None:
        """The direction from somebody to something, as a unit vector on the ground."""
        rows = {e.id: row for row, e in enumerate(self.stage.entities)}
        if actor not in rows or goal not in rows:
            return None
        x, _, z = (self.moment.position[rows[goal]] - self.moment.position[rows[actor]]).tolist()
        length = math.hypot(x, z)
        return (round(x / length, 4), round(z / length, 4)) if length > 0.01 else None

    def _way(self, clause: _Clause, actor: str) -> tuple[float, float] | None:
        for pattern, way in _DIRECTIONS:
            if re.search(pattern, clause.text, re.I):
                return way
        ahead, behind = _AHEAD.search(clause.text), _BEHIND.search(clause.text)
        if not (ahead or behind) or all(e.id != actor for e in self.stage.entities):
            return None
        heading = float(self.moment.heading[self.stage.index(actor)])
        sign = 1.0 if ahead else -1.0
        return round(sign * math.sin(heading), 4), round(sign * math.cos(heading), 4)


# ---- verbs made of several ----------------------------------------------------------------------------------------


def _bring(r: _Reading, clause: _Clause, actor: str, target: str | None, parts: Parts, how: Action) -> None:
    if parts.object and parts.object not in r.holding.get(actor, ()):
        r._take(actor, parts.object, clause)
    r._act(replace(how, verb="give", actor=actor, target=target, object=parts.object), clause, "bring", 1.0)
    r._handled("give", actor, target, parts.object)


def _carry(r: _Reading, clause: _Clause, actor: str, target: str | None, parts: Parts, how: Action) -> None:
    if parts.object and parts.object not in r.holding.get(actor, ()):
        r._take(actor, parts.object, clause)
    r._act(replace(how, verb="walk" if target else "flee", actor=actor, target=target), clause, "carry", 1.0)


def _lift_off_with(r: _Reading, clause: _Clause, actor: str, target: str | None, parts: Parts, how: Action) -> None:
    if target and target not in r.holding.get(actor, ()):
        r._take(actor, target, clause)
    verb = "take_off" if "flies" in r.company.by_id[actor].traits else "flee"
    r._act(replace(how, verb=verb, actor=actor), clause, "lift_off_with", 1.0)


def _strike_down(r: _Reading, clause: _Clause, actor: str, target: str | None, parts: Parts, how: Action) -> None:
    for one in parts.targets:
        if r.company.by_id[one].kind == "prop":
            r._act(replace(how, verb="topple", actor=actor, target=one), clause, "strike_down", 1.0)
            continue
        r._act(replace(how, verb="attack", actor=actor, target=one), clause, "strike_down", 1.0)
        blow = len(r.actions) - 1
        r._act(Action("fall", one), clause, "strike_down", 1.0)
        r.actions[-1] = replace(r.actions[-1], after=blow)


_STEPS = {"bring": _bring, "carry": _carry, "lift_off_with": _lift_off_with, "strike_down": _strike_down}


# ---- small things ---------------------------------------------------------------------------------------------------


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
    elif _PREP_ZH.search(lead.strip()):
        return []
    found = [mentions[start]]
    for mention in mentions[start + 1 :]:
        between = text[found[-1].end - offset : mention.start - offset].strip().lower()
        if between not in (",", "and", ", and", "&", "和", "与", "跟", "、", "及", "，", "以及", "同"):
            break
        found.append(mention)
    return found


def _may_do(label: str, entity: Entity) -> bool:
    """Whether "it" may be what does this: things fall, open and burn, creatures do the rest."""
    return (entity.kind == "prop") == (label in ("fall", "topple", "open", "close", "light", "put_out", *EVENTS))


def _without_places(text: str, mentions: Sequence[Mention], offset: int) -> str:
    """The text with names of places that nobody can be made "here", of the same length: 溜出教室 is leaving here."""
    for hit in find_nouns(text):
        spoken_of = any(m.start < hit.end + offset and hit.start + offset < m.end for m in mentions)
        if hit.setting is None or spoken_of or hit.end - hit.start < 2:
            continue
        here = "房间" if HAN.search(hit.word) else "place"
        text = text[: hit.start] + here.ljust(hit.end - hit.start)[: hit.end - hit.start] + text[hit.end :]
    return text


def _owned(mentions: Sequence[Mention], masked: str) -> list[Mention]:
    """The mentions with owners left out: in "Anna's desk" and 苏晴的包 only the desk and the bag are spoken of."""
    kept: list[Mention] = []
    for mention in mentions:
        owner = kept[-1] if kept else None
        between = masked[owner.end : mention.start] if owner else ""
        if owner and (between == "的" or re.fullmatch(r"['’]s?\s+(?:\w+\s+){0,2}", between)):
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
            for (a, b), (c, _) in pairwise(inside):
                lead, between = masked[piece.start : a], masked[b:c]
                left = re.sub(r"^[上下里中内旁边前后面身起来了着过的,，]+", "", between)
                own = cl.residue(lead, piece.start, spans)
                if (
                    own
                    and len(left) >= 2
                    and HAN.match(left)
                    and not re.search(r"[把将给向对朝往从用跟和与在被让为]", lead[-6:])
                ):
                    if re.match(r"(?:\W*\ue000|和|与|跟|、|给|交给|递给|送给|扔|放|到|向|上|的|不受|免受|免遭)", left):
                        continue
                    cut = b + len(between) - len(left)
                    break
            if cut is None and inside:
                a, b = inside[-1]
                done = re.search(r"[起开上下出掉了]$", masked[piece.start : a])
                cut = b if done and _ZH_NEXT.match(masked[b : piece.end]) else None
            if cut is None:
                blank = "".join(
                    "\u3000" if any(a <= k < b for a, b in inside) else c for k, c in enumerate(masked[: piece.end])
                )
                turn = _ZH_DIRECTION.search(blank, piece.start)
                cut = turn.end() if turn else None
        if cut is None:
            result.append(piece)
        else:
            result += [
                cl.Piece(piece.start, cut, piece.joint, piece.sentence),
                cl.Piece(cut, piece.end, "then", piece.sentence),
            ]
    return result


def _joined(a: CameraOrder, b: CameraOrder) -> CameraOrder:
    return CameraOrder(
        b.shot_size or a.shot_size, b.camera_type or a.camera_type, b.subject or a.subject, b.cut or a.cut
    )


def _without(text: str, offset: int, begin: int, mentions: Sequence[Mention]) -> str:
    kept = list(text)
    for m in mentions:
        for k in range(max(0, m.start - offset), min(len(kept), m.end - offset)):
            kept[k] = " "
    return "".join(kept[begin:]).strip()


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,，.。:：;；!！")
    text = re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", text)
    return re.sub(
        r"^(?:also|just|then|now|both|suddenly|finally|immediately|to|突然|忽然|然后|就|便|也|都|则|正)\s*",
        "",
        text,
        flags=re.I,
    )


_TRIMMINGS = re.compile(
    r"\s+(?:in|at|with|by|for|across|under|against|along|through|on|from|inside|near|beside|behind)"
    r"(?:\s+(?!someone|something)[\w'-]+){1,3}$|\b\w+ly\b|\s+(?:again|together|hard|fast|alone)\b"
    r"|\s+(?:beside|near|next to|in front of|under|beneath)\s+some(?:one|thing)$"
    r"|\s+(?:crying|weeping|sobbing|laughing|smiling|trembling|shaking|screaming)$"
    r"|(?<![放扔丢摆搁落停降坐躺睡趴])在某[人物](?:旁边?|身[边旁]|[边前后下])$"
    r"|在(?:(?!某)[\u3400-\u9fff]){1,4}[上里中下边旁]"
    r"|^(?:(?!某)[\u3400-\u9fff]){1,5}地|突然|急忙|一起",
    re.I,
)


def _familiar(phrase: str) -> bool:
    """Whether the phrase is in words that the heads have met, so that their answer means something."""
    words = {w for w in re.findall(r"[a-z]+", phrase.lower()) if len(w) > 2}
    return bool(HAN.search(phrase) or words & vocabulary())


def _core(phrase: str) -> str:
    """The phrase without what only says where or how: "kneels in the sand" is kneels."""
    words = phrase.split()
    if phrase.isascii() and words and cl.is_adverb(words[0]):
        phrase = " ".join(words[1:])
    core = _tidy(_TRIMMINGS.sub("", phrase))
    return core if len(core) > 1 else phrase


def _speaking_s(words: str) -> float:
    """Seconds it takes to say them: a Chinese character takes as long as a short English word."""
    han = len(HAN.findall(words))
    return round(0.22 * han + 0.06 * (len(words) - han) + (0.6 if han else 0.8), 2)


def _differs(bare: str, verb: str) -> bool:
    """Whether the words do not name the verb themselves."""
    if HAN.search(bare):
        return False
    stem = verb.split("_")[0][:4]
    return stem not in bare.lower() and not re.search(
        r"^(?:go|goes|says|tells|picks|gets|turns|hits|hands)\b", bare.lower()
    )


def _shown(bare: str) -> str:
    """The words as a sentence may quote them: the first few."""
    words = " ".join(bare.split()[:8])
    return words[:60] + ("…" if len(words) < len(bare) or len(words) > 60 else "")


def _told(action: Action) -> str:
    verb = f"feel {action.emotion}" if action.verb == "feel" else action.verb.replace("_", " ")
    return verb + (_MANNER_WORDS[action.manner] if action.manner else _pace_word(action.speed))


_MANNER_WORDS = {"sneak": ", sneaking", "limp": ", limping"}


def _pace_word(speed: float) -> str:
    return ", slowly" if speed < 0.9 else ", fast" if speed > 1.2 else ""


def _era_of(stage: Stage) -> str:
    """The era of the newcomer's clothes: that of those already there."""
    outfits = {e.look.get("outfit") for e in stage.entities}
    if outfits & {"hanfu", "wuxia"}:
        return "chinese"
    return "medieval" if outfits & {"armor", "tunic", "peasant", "royal"} else "modern"
