"""Clauses that are nobody's deed: what the camera does, what the sky does, a blast, a fire, all lights gone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from director.casting.english_words import base_forms
from director.directive import CameraOrder
from director.understanding.craft import crafts_in
from director.understanding.dissection import Clause, living, masked, told_of
from director.understanding.draft import Draft
from director.understanding.heads import Heads
from director.understanding.mentions import Company, Mention
from director.understanding.orders import camera_order, environment, goes_on, in_words_of_the_trade, speaks_of_camera
from director.understanding.roles import EVENTS
from director.understanding.wording import WORDLESS, familiar, shown, tidy
from model.state import Action
from model.verbs import VERBS

_SURE_ENV = 0.4
_NEARING = frozenset({"walk", "flee", "back_off", "follow", "camera"})  # what a camera does with those it films
_SURE_CAMERA = 0.5
_SURE_SHOT = 0.85  # heads that answer only what the camera does
_SURE_DEED = 0.45
_PART_OF = re.compile(r"['’]s\b|的|(?:上半身|半身|全身|背影|侧脸|正脸)\W*$")
_TOGETHER = re.compile(
    r"\btwo[- ]?shot\b|\b(?:shot|close-?\s?up|on) of (?:the |a )?[\w ]+ and |双人|[和与跟].*(?:镜头|景)", re.I
)
_ALL_LIGHTS = re.compile(r"\b(?:lights|lamps|candles|every)\b|灯光|灯火|[都全]|所有", re.I)


# What no hand does: a gust, lightning.
_FORCE = re.compile(
    r"\W*(?:(?:suddenly|then)\W+)?(?:(?:a|an|the)\s+)?(?:(?:cold|strong|sudden|fierce|icy|violent)\s+)?"
    r"(?:gusts?(?: of wind)?|winds?|storm|draught|draft|breeze|lightning|thunderbolt|waves?)\b"
    r"|\W*(?:突然|忽然)?(?:一阵|一股|一道)?(?:狂风|大风|冷风|寒风|阴风|海风|夜风|风|闪电|雷|海浪|巨浪)(?!筝|扇|景|雨衣)",
    re.I,
)
_GO_OUT = re.compile(
    r"(?:suddenly |finally |all )*(?:go|goes|went|die|dies) (?:out|dark|off)|(?:最后|突然|全)*(?:熄?灭)了", re.I
)
# What nobody on stage is told to do, where nobody is named: "push past Anna to the door", 俯视整张桌子.
_TOLD_THE_CAMERA = re.compile(
    r"^\W*(?:(?:slowly|then|now|gently|quickly|let's|just)\s+)*"
    r"(?:push|glide|drift|sweep|float|creep|swing|travel|linger|whip)"
    r"\s+(?:in|past|along|across|over|to|towards?|from|through|around|up|down|out|slowly|on)\b"
    r"|^\W*(?:从[\u3400-\u9fff]{1,6})?[俯仰][视瞰]",
    re.I,
)
_KEPT_ON = re.compile(r"\W*(?:(?:就|只)?(?:一直|始终|都)?)(?:对[着准]|拍着?|停在)")
# 天也亮了 is 天亮了.
_ALREADY = re.compile(r"(?<=[天雨雪风雾])(?:[也又就便才都]|渐渐地?|慢慢地?|终于|突然|忽然|已经)+(?=[\u3400-\u9fff])")
_SEES = re.compile(
    r"['’]s?\s+(?:own\s+)?(?:eyes?|pov|point of view|view(?:point)?|perspective|shoes|head)\b|\s+(?:pov|sees)\b"
    r"|的?(?:主观|第一视角|第一人称|视角|视线|眼[中里睛]|双眼|目光|角度)",
    re.I,
)
_FROM = re.compile(
    r"\b(?:past|from(?: (?:up|down|high|low|in|on|at|behind|inside|above|below|the top of))*)\s*$"
    r"|(?:从|由|扫过|掠过|离开)$",
    re.I,
)
_TO = re.compile(r"\b(?:to|on|onto|finds|find)\s*$|(?:到|向|给|在|拍)(?:[\u3400-\u9fff]{1,5}的)?$", re.I)
_ENDS_ON = re.compile(
    r"\s*(?:and )?(?:landing|ending|settling|stopping|coming to rest|lands|ends|settles|stops|finds|finding)\b"
    r"|(?:最后|最终)?(?:[落停定]|带到|直到)", re.I,
)  # fmt: skip
# Past whom the camera looks: "over Anna's shoulder we see Ben", 从林晓的肩膀上方拍总裁.
_PAST = re.compile(r"['’]s?\s+shoulders?\b|的?肩(?:膀|头|后|上|$)", re.I)
# The camera, and, named without an article, what it stands on: "crane up", but "a crane lands".
_ITSELF = re.compile(
    r"(?:the |our )?(?:camera|lens)|crane|boom|jib|truck|dolly|drone|steadicam|[这那]?[台架]?(?:相机|摄像机|摄影机)",
    re.I,
)
_KEEPS_UP = re.compile(r"\W*(?:一直|始终|一路)?(?:紧紧|紧)?跟[着上住紧随]")  # of nobody: the camera
_RIGHT_UP = re.compile(
    r"\bright (?=up to|in front|behind|into|onto|beside|next to|back|here|there)", re.I
)  # no way to go
# What somebody does behind whom the camera shows: "cut to Ben laughing", 镜头跟随马奔跑.
_WE_SEE = re.compile(r"\W*(?:now |then )?(?:we|you) (?:can )?see\b|\W*我们?(?:能|可以)?看[到见]", re.I)
_TRACKS = re.compile(r"\b(?:follow|track|trail|tail)|\bwith\b|[跟追随]", re.I)
_LEADS_TO = re.compile(r"\s*(?:to|toward|towards|into|onto)\b", re.I)
_DOES_EN = re.compile(r"\s+(?:\w+ly\s+)?(\w+)")
_DOES_ZH = re.compile(r"(?:正在?|在)?(?![的和与跟、到身脸手眼脚背腰肩上下里中旁边前后面处位])[\u3400-\u9fff]{2}")
_GOES_WITH = re.compile(r"(?:跟[着随拍]?|追着?|\b(?:follow|track|trail)(?:s|ing)?(?: (?:the|a))?\s)$", re.I)
_HER_EYES = re.compile(r"\bthrough (?:her|his) (?:own )?eyes\b", re.I)
_SEEN_BY = re.compile(r"\b(?:eyes|pov|point of view|perspective|viewpoint)(?: of|,|:)?\s*$", re.I)


_FADES = re.compile(  # to an hour: the light changes and not the camera
    r"\s*(?:(?:we|the (?:picture|scene|screen|camera)) )?(?:fades?|dissolves?|cuts?) "
    r"(?:out |in |over |forward )?(?:in)?to (?:the )?(?=(?:next |following |early |late |that |same )*"
    r"(?:day|night|dawn|dusk|morning|evening|noon|midnight|sunrise|sunset|afternoon)\b)"
    r"|(?:镜头|画面)?(?:淡[出入]|渐[隐变]|切|转)[到至成]?"
    r"(?=[^，。]{0,4}(?:清晨|早晨|黄昏|傍晚|夜里|夜晚|深夜|黎明|中午|正午|第二天|次日))", re.I,
)  # fmt: skip


class Surroundings:
    """What is nobody's deed, for one draft. `shot` says whether the clause before was about the camera."""

    def __init__(self, draft: Draft, heads: Heads) -> None:
        self.draft, self.heads, self.company = draft, heads, draft.company
        self.shot = False
        self.shown: tuple[str, ...] = ()  # whom the last order of this sentence shows
        self._past: tuple[str, ...] = ()  # over whose shoulder it looks
        self._said, self._sentence = "", -1  # the words of the last order, and its sentence

    def reads_as_camera(self, clause: Clause) -> bool:
        """Whether the clause is about the camera; if so it is noted. "Fade to night" is of the hour."""
        if _FADES.match(clause.text):
            return False
        whole_clause, clause = clause, _without_itself(clause)
        itself = clause is not whole_clause and not clause.subjects
        words = re.sub(
            r"\b(?:towards?|to|at|into|facing|from) the (?:camera|lens)|[向对朝看]着?镜头(?=走|跑|看|挥|说|$)",
            " ",
            clause.text,
        )
        subject = any(m.ids or m.pronoun or (m.absent and m.indefinite and living(m, self.company))
                      for m in clause.subjects[:1])  # fmt: skip
        whole = masked(clause.text, clause.piece.start, 0, [*clause.subjects, *clause.others], self.company)
        same = clause.piece.sentence == self._sentence
        if self.shot and all(m.pronoun for m in clause.subjects) and self._goes_on(whole, anew=not same):
            return True
        if self.shot and self._names_subject(clause):
            return True
        owner = clause.subjects[-1] if clause.subjects else None
        after = clause.text[owner.end - clause.piece.start :] if owner else ""
        subject = subject and not _PART_OF.match(after)  # "the knight's hands": nobody does anything
        means_camera = not subject and not clause.quotes and self._means_camera(whole, nobody=not clause.others)
        told_by = owner.start - clause.piece.start if owner and subject else None
        follows = not clause.subjects and not self.draft.actions[self.draft.sentence_start :] and _KEEPS_UP.match(words)
        anew = not clause.subjects and not self.draft.actions and not self.draft.lines
        follows = (
            follows
            or (anew and _TOLD_THE_CAMERA.match(words))
            or (self.shot and not clause.subjects and len(clause.others) == 1 and _KEPT_ON.match(words))
        )
        outright = itself or bool(follows) or in_words_of_the_trade(words, told_by)
        names_camera = speaks_of_camera(words) or means_camera or outright
        own = re.search(
            r"^\s*(?:slowly |then |gently |quickly )*(?:zoom|tilt|pan|dolly|push in|pull (?:out|back)|track|cut"
            r"|hold on|establish|focus on)\b"
            r"|^\s*we see\b|^\s*(?:推近|拉远|跟拍|左摇|右摇|上摇|下摇|切)"
            r"|\bcamera\b|\blens\b|^\s*we\b|镜头|机位|相机|摄像机|摄影机|\bshot\b|close-?\s?up|特写"
            r"|全景|\bpov\b|画面|视角|[俯仰侧]拍|^\s*(?:over [\w'’ ]+ shoulders?|ots)\b|过肩|反打|同框|入镜"
            r"|^\W*(?:从[\u3400-\u9fff]{1,8})?(?:[往向朝][上下左右里]|只|就)?拍",
            words,
            re.I,
        ) or means_camera or outright  # fmt: skip
        if not names_camera and not (self.shot and not subject and self.heads.verb(clause.deed)[0] == "camera"):
            return False
        if (subject and not own) or (not own and clause.quotes):
            return False
        if not own and self.heads.verb(clause.bare)[0] != "camera" and self.heads.verb(clause.deed)[0] != "camera":
            return False
        mentions = [*clause.subjects, *clause.others]
        past = [m for m in mentions if _PAST.match(clause.text, m.end - clause.piece.start)]
        self._past = tuple(i for m in past for i in m.ids)
        mentions = [m for m in mentions if m not in past] or mentions
        told = _tracked(clause, self.company) or _seer(clause.text, clause.piece.start, mentions)
        told = told or _goal(clause.text, clause.piece.start, mentions)
        ids = next((i for m in (*told, *mentions) if (i := self.draft.meant(m, as_subject=True))), ())
        ids = self.draft.subject if _HER_EYES.search(words) and self.draft.subject else ids
        absent = next((m for m in mentions if m.absent and m.hit and m.hit.setting is None), None)
        if absent is not None and not ids:
            self.draft.refuse_absent(absent)
        onward = self.led_on(clause)
        said = clause.text if onward is None else clause.text[: onward.subjects[0].end - clause.piece.start]
        asked = _RIGHT_UP.sub(
            "", tidy(whole if onward is None else masked(said, clause.piece.start, 0, mentions, self.company))
        )
        if not ids and any(not craft.alone for craft in crafts_in(said)) and not in_words_of_the_trade(said):
            self._nobody_shown(clause)
            return True
        order = camera_order(clause.text if _LEADS_TO.match(clause.text, len(said)) else said, asked,
                             ids[0] if ids else None, self.heads.label)  # fmt: skip
        if order is None:
            return False
        order = replace(order, company=self._together(clause, mentions, ids))
        self.draft.camera = order if self.draft.camera is None else _joined(self.draft.camera, order)
        self._said, self._sentence = whole, clause.piece.sentence
        if ids:
            self.company.note(ids)
            self.company.last_named = tuple(ids)
        self.shot = True
        self.shown = tuple(i for i in ids if self.company.by_id[i].kind != "prop")
        return True

    def _nobody_shown(self, clause: Clause) -> None:
        """Tell the author that pictures neither blend nor blur here, and what would work."""
        words, name = shown(clause.text.strip(" ,，")), next((e.name for e in self.company.entities), "Anna")
        self.draft.refuse(
            f'the camera cannot do "{words}"; say whom or what it shows next, for example "Cut to {name}"',
            f"镜头做不到“{words}”；请说明接下来拍谁，例如“切到{name}”",
        )

    def led_on(self, clause: Clause) -> Clause | None:
        """What whom the camera shows does in the same clause: 镜头跟着他走到门口, "follow Ben to the door", "cut to Ben
        laughing"."""
        if clause.subjects:
            return clause if _WE_SEE.match(clause.lead) and self._is_deed(clause) else None
        for n, mention in enumerate(clause.others):
            at = mention.end - clause.piece.start
            if not (living(mention, self.company) or mention.pronoun):
                continue
            told = told_of(clause, n, self.company)
            if n == 0 and _LEADS_TO.match(clause.text, at) and told.others:
                tracks = _TRACKS.search(clause.text[:at])
                return replace(told, deed=f"goes {told.prepositions[0]} something") if tracks else None
            does_en, does_zh = _DOES_EN.match(clause.text, at), _DOES_ZH.match(clause.text, at)
            does = does_zh or (does_en and (does_en[1] in base_forms() or does_en[1].endswith("ing")))
            if does and self._is_deed(told):
                return told
        return None

    def _is_deed(self, clause: Clause) -> bool:
        label, sure = self.heads.verb(clause.deed)
        return label not in ("camera", "none") and sure >= _SURE_DEED

    def _means_camera(self, whole: str, *, nobody: bool) -> bool:
        """Whether the words mean the camera, without a word of the trade: "closer on someone's hands". Sure deeds are
        nothing for the camera where somebody may do them; `nobody` is spoken of."""
        words = tidy(whole)
        label, sure = self.heads.verb(words)
        if (label == "camera" and sure >= _SURE_CAMERA) or any(craft.own for craft in crafts_in(words)):
            return True
        deed = label != "camera" and sure >= _SURE_DEED and not _asks_us(words) and (nobody or bool(self.draft.subject))
        told = self.draft.asked or self.draft.actions[self.draft.sentence_start :]
        if deed or (told and not self.shot) or not familiar(words):
            return False
        return any(self.heads.asked_of_camera(head, words) >= _SURE_SHOT for head in ("shot", "move", "cut"))

    def _names_subject(self, clause: Clause) -> bool:
        """Whether the clause only says of whom the shot before it is: "Insert. The letter."; if so that is noted."""
        mentions = [*clause.subjects, *clause.others]
        whole = masked(clause.text, clause.piece.start, 0, mentions, self.company)
        rest = re.sub(r"['’]s \w+|的[\u3400-\u9fff]{1,2}$", "", whole)
        order = self.draft.camera
        ends = _ENDS_ON.match(clause.text) is not None and not clause.subjects
        if order is None or (order.subject and not ends) or clause.quotes or len(mentions) != 1:
            return False
        moves = order.camera_type is not None and not clause.subjects and self.heads.verb(clause.deed)[0] in _NEARING
        if not moves and not ends and not WORDLESS.fullmatch(tidy(rest)):
            return False
        ids = self.draft.meant(mentions[0], as_subject=True)
        self.draft.camera = replace(order, subject=ids[0] if ids else None)
        return bool(ids)

    def _goes_on(self, whole: str, *, anew: bool) -> bool:
        """Whether the clause goes on with the order before it; if so that is noted. A sentence of its own (`anew`) must
        say where the eyes turn."""
        order = self.draft.camera
        both = tidy(f"{self._said}, {whole}")
        further = goes_on(order, both, self.heads.label) if order else None
        if order is None or not further or (anew and further.camera_type in (None, order.camera_type, "POV Forward")):
            return False
        self.draft.camera = further
        return True

    def _together(self, clause: Clause, mentions: Sequence[Mention], ids: Sequence[str]) -> tuple[str, ...]:
        """Ids of those that are to be in one picture, when the clause speaks of several together."""
        if _TOGETHER.search(clause.text):
            ids = [i for m in mentions for i in self.draft.meant(m, as_subject=True)]
        shown = [i for i in dict.fromkeys(ids) if self.company.by_id[i].kind != "prop"]
        return tuple(shown) if len(shown) > 1 else ()

    def find_subject(self) -> None:
        """A shot of nobody in particular is one of the thing that is told of, or of the only one who acts in it:
        "Close-up: the princess cries"."""
        order = self.draft.camera
        beyond = {a.actor for a in self.draft.actions if a.actor is not None} - set(self._past)
        if order is not None and order.subject in self._past and len(beyond) == 1:
            order = self.draft.camera = replace(order, subject=beyond.pop())  # "over Anna's shoulder: Ben nods"
        actors = {action.actor for action in self.draft.actions if action.actor is not None}
        things = {i for i in self.draft.told_of if self.company.by_id[i].kind == "prop"}
        shown = things if len(things) == 1 else actors
        if order is None or order.subject or order.company or len(shown) != 1 or order.shot_size == "Wide":
            return
        if order.shot_size or order.camera_type:
            self.draft.camera = replace(order, subject=shown.pop())

    def reads_as_environment(self, clause: Clause) -> bool:
        """Whether the clause is about the sky or an event; if so it is noted."""
        if any(living(m, self.company) for m in clause.subjects if m.ids or m.pronoun or m.indefinite):
            return False
        mentions = [m for m in (*clause.subjects, *clause.others) if not (m.pronoun == "it" and m in clause.subjects)]
        words = masked(clause.text, clause.piece.start, 0, mentions, self.company)
        if _FORCE.match(words) and self._is_done_by_a_force(clause, words, mentions):
            return True
        words = _FADES.sub("", words)
        label, sure = self._of_the_sky(_ALREADY.sub("", tidy(words)))
        plain = self.heads.verb(_ALREADY.sub("", tidy(clause.text)))
        if plain[0] in EVENTS and (plain[1] > sure or label == "put_out"):
            label, sure = plain  # "the lights go out" is more than "something goes out"
        if sure < _SURE_ENV or not familiar(clause.text):
            return False
        before = self.draft.actions[self.draft.sentence_start :]
        if before and before[-1].verb == "black_out" and _GO_OUT.fullmatch(tidy(clause.text)):
            return True  # "the lights flicker and go out"
        if label in EVENTS:
            told_of = tuple(i for m in clause.subjects for i in m.ids)
            self.draft.subject = told_of or self.draft.subject  # 灯忽明忽暗，最后灭了
            return self._reads_as_event(label, sure, clause)
        if ":" not in label or any(m.ids for m in clause.subjects):
            return False
        hour = next((a.hour for a in reversed(self.draft.actions) if a.hour is not None), self.draft.moment.hour)
        if any(m.absent for m in clause.subjects) and sure < 0.7:
            return False
        self.draft.act(environment(label, clause.text, hour), clause, label, sure)
        return True

    def _of_the_sky(self, words: str) -> tuple[str, float]:
        """The likeliest verb; of what happens in the sky, how likely anything does: 太阳出来了 clears it or is dawn."""
        label, sure = self.heads.verb(words)
        if ":" not in label:
            return label, sure
        likely = zip(self.heads.labels("verb"), self.heads.verbs(words), strict=True)
        return label, float(sum(sure for name, sure in likely if ":" in name))

    def _is_done_by_a_force(self, clause: Clause, words: str, mentions: Sequence[Mention]) -> bool:
        """Whether wind or lightning does something to a thing: "a gust blows out the candle"; if so it is noted."""
        things = [i for m in mentions for i in m.ids if self.company.by_id[i].kind == "prop"]
        label, sure = self.heads.verb(tidy(_FORCE.sub("", words)))
        traits = self.company.by_id[things[0]].traits if things else frozenset()
        if sure < _SURE_ENV or not things:
            return False
        if label in ("put_out", "black_out", "attack") and "lights" in traits:
            self.draft.act(Action("put_out", None, things[0], words="goes out"), clause, "put_out", sure)
        elif label in ("topple", "fall", "push", "throw", "attack", "strike_down") and "topples" in traits:
            self.draft.act(Action("topple", None, things[0]), clause, "topple", sure)
        else:
            return False
        return True

    def _reads_as_event(self, label: str, sure: float, clause: Clause) -> bool:
        """An explosion, an earthquake, a fire, or all lights gone. One lamp that goes out is somebody's doing."""
        ids = [i for m in (*clause.subjects, *clause.others) for i in self.draft.meant(m, as_subject=True)]
        lamps = {e.id for e in self.company.entities if "lights" in e.traits}
        if label == "black_out" and ids and not lamps <= set(ids) and not _ALL_LIGHTS.search(clause.text):
            return False
        kinds = VERBS[label].target
        targets = [i for i in ids if self.company.by_id[i].kind in kinds]
        if label == "burn" and not targets:
            absent = next((m for m in clause.subjects if m.absent), None)
            if absent is None:
                self.draft.refuse("say what catches fire", "请说明什么着火", roster=True)
            else:
                self.draft.refuse_absent(absent)
            return True
        action = Action(label, None, targets[0] if targets else None, words=clause.deed)
        self.draft.act(action, clause, label, sure)
        return True


def _without_itself(clause: Clause) -> Clause:
    """The clause without the camera among those it mentions: 相机别动 is said of nobody."""
    told = tuple(zip(clause.others, clause.prepositions, strict=True))
    kept = [(m, p) for m, p in told if m.ids or not _ITSELF.fullmatch(m.text)]
    subjects = tuple(m for m in clause.subjects if m.ids or not _ITSELF.fullmatch(m.text))
    if len(kept) == len(told) and subjects == clause.subjects:
        return clause
    return replace(clause, subjects=subjects, others=tuple(m for m, _ in kept), prepositions=tuple(p for _, p in kept))


def _seer(text: str, offset: int, mentions: Sequence[Mention]) -> list[Mention]:
    """Through whose eyes we look: "at the boy through the dragon's eyes" is the dragon's picture."""
    return [m for m in mentions if _SEES.match(text, m.end - offset) or _SEEN_BY.search(text[: m.start - offset])]


def _tracked(clause: Clause, company: Company) -> list[Mention]:
    """Whom the camera goes with, wherever they go: 镜头跟着管家走到沙发旁."""
    at = clause.piece.start
    led = (m for m in clause.others if living(m, company) and _GOES_WITH.search(clause.text[: m.start - at]))
    return list(led)[:1]


def _goal(text: str, offset: int, mentions: Sequence[Mention]) -> list[Mention]:
    """Where a picture that goes from one to another ends: "swings from Ben over to Anna" is Anna's."""
    leaves = any(_FROM.search(text[: m.start - offset]) for m in mentions[:-1])
    return list(mentions[-1:]) if leaves and _TO.search(text[: mentions[-1].start - offset]) else []


def _asks_us(words: str) -> bool:
    """Whether English words tell the camera what to do, and not what somebody does: "go back", "we approach"."""
    first = next(iter(re.findall(r"[a-z]+", words.lower())), "")
    return first == "we" or first in base_forms()


def _joined(a: CameraOrder, b: CameraOrder) -> CameraOrder:
    return CameraOrder(
        b.shot_size or a.shot_size,
        b.camera_type or a.camera_type,
        b.subject or a.subject,
        b.cut or a.cut,
        b.company or a.company,
        "; ".join(filter(None, (a.reading, b.reading))),
    )
