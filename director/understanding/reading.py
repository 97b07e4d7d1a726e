"""Reading a direction: clause by clause, who does what to whom; the rest goes to those who know about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from director.casting.spotting import find_nouns, is_chinese
from director.directive import Directive
from director.lexicon.bodies import PART
from director.lexicon.words import CLASSIFIERS
from director.texts import LONGEST_DIRECTION, as_read, readable, simplified
from director.understanding import clauses as cl
from director.understanding.arrivals import goes_by_itself
from director.understanding.correction import meant_by, takes_back, without_slips
from director.understanding.deeds import MUTUAL, NOBODY, PAIRED, Deeds
from director.understanding.dissection import Clause, dissected
from director.understanding.draft import Draft
from director.understanding.dressing import Dressing
from director.understanding.heads import Heads
from director.understanding.lamps import Lamps
from director.understanding.manuscript import plain
from director.understanding.mentions import Mention
from director.understanding.newcomers import Newcomers
from director.understanding.orders import under_its_heading
from director.understanding.roles import EVENTS, Arg
from director.understanding.speech import Speech
from director.understanding.surroundings import Surroundings
from director.understanding.telling import Telling
from director.understanding.voice import Voice
from director.understanding.wording import WORDLESS, shown, told
from model.moment import Moment
from model.reader import PhraseReader, load_reader
from model.stage import Entity, Stage
from model.state import Action
from model.text import TextEncoder
from storygraph.errors import StoryError

# What the receipt says of a correction: what was done is done.
_INSTEAD = ("meant instead of the beat before, which stays as it was acted until you rewind it",
            "意思是改掉上一拍；上一拍已经演完，要收回请先倒回")  # fmt: skip
_ON_THE_WAY = frozenset({"to", "toward", "towards", "over", "near", "by", "at", "到", "向", "往", "朝"})
_NEGATED_EN = re.compile(
    r"\b(?:not|never|nobody|no one|cannot|refuses to)\b(?! only| help| hold)"
    r"|[a-z]n['’]t\b(?! help| hold| stop| resist)",
    re.I,
)
_NEGATED_ZH = re.compile(
    r"^(?:都|也|再|还|仍然?|并|就|谁也|一直|始终|先|请|千万|突然|谁都)*"
    r"(?:没有?(?!过|想到)|别(?!人|墅|处)|勿|未(?!来|婚)|无人|谁也不|一动不动"
    r"|不(?!小心|久|断|停|安|禁|由|慌|满|屑|耐烦|知所措|好意思|敢相信|可思议"
    r"|解|远|同|舍|甘|动声色|顾|料|幸|情愿|辞而别))"
)
_REFUSES = re.compile(r"\brefuses? to\b", re.I)
# "Don't let Anna leave", 别让她走; "why don't we" and 能不能 ask for it.
_NEGATED_LEAD = re.compile(
    r"(?<!why )\b(?:don['’]t|do not|never|neither|none of|not one of)\b"
    r"|(?<!能)不(?:要|许|准|能)(?!不|.*[?？])|(?<![个分特])别",
    re.I,
)


# "A tear rolls down her cheek": of whom a clause without a subject is told.
_WHOSE = re.compile(rf"\b(his|her) (?:{PART}|voice|smile|face|expression)\b", re.I)
_ALONG = frozenset({"with", "跟", "和", "与"})
_SAID = re.compile("(?:说|话|言|语|讲)(?:完话?|罢|毕|音刚落)[之以]?后?")
_OPENS = re.compile(r"\bopen$|开了?$")  # a door is flung open, 门被撞开
# ... though there is none on stage.
_DOOR_OPENS = re.compile(
    r"(?:then |suddenly,? |just then,? )?(?:the|a) door (?:is |gets? )?(?:\w+ly )?(?:\w+s |\w+ )?open(?:s|ed)?\b"
    r"|(?:突然|忽然|这时)?(?:大|房|殿)?门"
    r"(?:突然|忽然|猛地|砰地一声|被)?[^，。]{0,5}[开响]了?", re.I,
)  # fmt: skip
_ONE_OF = re.compile(r"\bone of\s*$|其中一[个名位只]$", re.I)
_GETS_OUT = re.compile(
    r"^(?:(?:in|with|wearing) [\w ,-]+ )?(?:gets?|steps?|climbs?|hops?) out$"
    r"|^(?:走|钻|跳)?下了?车来?$|从车[上里][走下钻跳]+来$"
)
_FROM_THERE = re.compile(r"\b(?:out|down|up)? ?(?:of|from) |从|自")
_HOMAGE = frozenset({"kneel", "bow", "salute"})
_RANKS = ("emperor", "king", "empress", "queen", "prince", "princess")  # to whom all others pay it
_SUBORDINATE = ("when", "as soon as", "once", "after", "until", "by the time")
_IN_TURN = ("then", "and then", "然后", "接着", "随后")
_SURE_ASKED = 0.5
_OBEYS = re.compile(
    r"(?:\w+ly |at once |then )?(?:obeys?|obeyed|complies|follows the order"
    r"|does (?:as|what) (?:he|she|they) (?:is|was|are|were) told)(?: at once| \w+ly)?"
    r"|(?:立即|马上|立刻|便|就|只好|只得|乖乖地?|听话地?)*(?:照做|照办|从命|遵命|听命)了?|依言(?:照做|而行)",
    re.I,
)
_LIKEWISE = re.compile(
    r"(?:also |then )?(?:follows? suit|(?:does|do|did) (?:the same(?: thing)?|likewise|so(?: too)?))"
    r"|也?(?:照做|照办|如法炮制|有样学样|跟着做|一样)|也是(?:如此|这样)",
    re.I,
)


class Reader:
    """Reads directions. Holds the encoder and the trained heads, no story: reading is a function of its arguments."""

    def __init__(self, text: TextEncoder, phrases: PhraseReader | None = None) -> None:
        self._heads = Heads(text, phrases or load_reader())

    def read(self, sentence: str, stage: Stage, moment: Moment, *, spoken_before: Sequence[str] = ()) -> Directive:
        """What the sentence asks of this stage at this moment.

        `spoken_before` are the directions given before, oldest first; pronouns may reach back. Raises StoryError
        when the sentence is empty, longer than 2,000 characters, or nothing in it can be acted on.
        """
        sentence = _as_called(_checked(sentence), stage)
        reading = _Reading(Draft(self._heads.text, stage, moment), self._heads)
        for earlier in spoken_before[-6:]:
            reading.recall(_as_called(earlier, stage))
        return reading.read(sentence)

    def mentioned(self, sentence: str, stage: Stage, moment: Moment) -> tuple[str, ...]:
        """Ids of those on stage whom the sentence speaks of, in its order."""
        mentions = Draft(self._heads.text, stage, moment).company.find(_as_called(sentence, stage))
        return tuple(dict.fromkeys(who for mention in mentions for who in mention.ids))


def _as_called(sentence: str, stage: Stage) -> str:
    """The sentence as it is read, with whoever is on stage called as there: in traditional characters, where they are
    spelled so."""
    sentence = as_read(sentence)
    for name in sorted((e.name for e in stage.entities if not e.name.isascii()), key=len, reverse=True):
        if (read := simplified(name)) != name:
            sentence = sentence.replace(read, name)
    return sentence


def _checked(sentence: str) -> str:
    if len(sentence) > LONGEST_DIRECTION:
        raise StoryError(f"The direction has {len(sentence):,} characters; please keep it to {LONGEST_DIRECTION:,}.")
    if not readable(sentence):
        raise StoryError('The direction is empty; say who does what, for example "Anna walks to the window".')
    return sentence


class _Reading:
    """One reading under way."""

    def __init__(self, draft: Draft, heads: Heads) -> None:
        self.draft, self.heads, self.company = draft, heads, draft.company
        self.idle: list[tuple[Clause, str]] = []  # who nearly did something
        self.topic: tuple[str, ...] = ()  # whom it was about before the clause that says when
        self.of_nobody = False  # whether it was last about somebody who is not there
        self.clause_before = (0, 0)  # the actions of the clause before the one that is being read
        self.before, self.said_before = "", list[str]()  # the last direction, quotations marked, and these
        self.newcomers = Newcomers(draft, heads)
        self.surroundings, self.speech = Surroundings(draft, heads), Speech(draft, heads)
        self.voice, self.deeds = Voice(draft, heads, self.newcomers), Deeds(draft, heads)
        self.telling, self.lamps, self.dressing = Telling(draft, heads), Lamps(draft), Dressing(draft)

    def recall(self, earlier: str) -> None:
        """Take note of whom an earlier direction spoke of; its last subject is the likeliest "he"."""
        names = {e.name.lower() for e in self.company.entities}
        marked, quotes = cl.unquote(under_its_heading(earlier), names)
        masked, _ = plain(marked, names)
        meant = meant_by(masked, self.before, self.company)
        self.before, self.said_before = (masked, quotes) if meant is None else (meant, self.said_before)
        mentions = self.company.find(masked)
        named = [i for m in mentions for i in m.ids]
        self.company.note(list(dict.fromkeys(reversed(named))))
        group = next((m.ids for m in mentions if len(m.ids) > 1), ())
        if group:
            self.company.last_group = group
        if mentions and mentions[0].ids:
            self.draft.subject = mentions[0].ids
            self.company.note(mentions[0].ids)

    def read(self, sentence: str) -> Directive:
        self.draft.chinese = is_chinese(sentence)
        names = {e.name.lower() for e in self.company.entities}
        marked, quotes = cl.unquote(under_its_heading(sentence), names)
        masked, slips = plain(marked, names)
        self.draft.readings += slips
        note = ""
        if (meant := meant_by(masked, self.before, self.company)) is not None:
            note = _INSTEAD[self.draft.chinese] if takes_back(masked) else ""
            quotes, masked = self.said_before, meant
            self.draft.readings.append(f'read as "{cl.with_quotes(meant, quotes)}"')
        masked = without_slips(masked, self.company)
        mentions = self.company.find(masked)
        taken = dissected(masked, mentions, self.company)
        for i, clause in enumerate(taken):
            self._clause(clause, quotes, taken[i + 1 :])
        for clause, actor in self.idle if not self.draft.actions else ():
            self.draft.act(Action("stop", actor), clause, "stop", 1.0)
        for action, clause, reading in self.draft.held_already if not self.draft.actions else ():
            self.draft.act(action, clause, action.verb, 1.0, f"{shown(clause.bare)} -> {reading}")
        self.surroundings.find_subject()
        if not (self.draft.actions or self.draft.lines or self.draft.camera or self.draft.narration):
            raise StoryError(self._helpless(sentence))
        return Directive(
            sentence, tuple(self.draft.actions), tuple(self.draft.lines), self.draft.camera,
            tuple(self.company.by_id[i] for i in self.draft.entrances), tuple(dict.fromkeys(self.draft.readings)),
            tuple(dict.fromkeys(self.draft.refusals)), tuple(self.draft.action_readings), tuple(self.draft.cues),
            note=note, narration=tuple(self.draft.narration),
        )  # fmt: skip

    def _helpless(self, sentence: str) -> str:
        if self.draft.refusals:
            return self.draft.refusals[0]
        someone = next((e.name for e in self.company.entities if e.kind != "prop"), "Anna")
        if is_chinese(sentence):
            return f"没有读懂这句话；请说清楚谁做什么，例如“{someone}挥手”。在场的有：{self.company.roster()}。"
        return (f"Nothing in this direction can be acted out; say who does what, for example "
                f'"{someone} waves". On stage are {self.company.roster()}.')  # fmt: skip

    def _clause(self, clause: Clause, quotes: Sequence[str], following: Sequence[Clause]) -> None:
        self.draft.ahead = tuple(f for f in following if f.piece.sentence == clause.piece.sentence)
        self.clause_before = (self.draft.clause_start, len(self.draft.actions))
        self.draft.clause_start = len(self.draft.actions)
        self.draft.missing = self.draft.lost = self.draft.outward = False
        if clause.piece.sentence != self.draft.sentence:
            self.draft.sentence, self.draft.sentence_start = clause.piece.sentence, len(self.draft.actions)
            self.surroundings.shown, self.draft.asked = (), False
        if clause.piece.joint == cl.NEVER:
            self.draft.readings.append(f'"{shown(clause.text.strip(" ,，"))}" does not come about')
            self.idle += [(clause, actor) for actor in self._subject(clause, following)]
            self.draft.subject = tuple(actor for _, actor in self.idle) or self.draft.subject
            return
        if self.surroundings.reads_as_camera(clause):
            if (onward := self.surroundings.led_on(clause)) is not None:
                self._deed(onward, self._subject(onward, following))
            elif clause.quotes:  # Close-up of Anna: "Run!"
                self.speech.say(replace(clause, bare="talks"), self._shown(), quotes, lambda speakers: None)
            return
        self.surroundings.shot = False
        if self._opens_for_somebody(clause, following):
            return
        drives = any(goes_by_itself(m.hit) for m in clause.subjects)
        told = not (clause.quotes or drives)
        if told and (self.lamps.reads(clause) or self.surroundings.reads_as_environment(clause)):
            return
        if self.speech.narrates(clause, quotes) or self.speech.is_heard(clause):
            return
        subject = self._subject(clause, following)
        if clause.quotes and not subject and self.of_nobody:
            return  # of whom the author has been told that he is not there
        if clause.quotes:
            self.speech.say(clause, subject, quotes, partial(self._deed, clause))
        elif subject and self._has_come(clause, subject):
            self.draft.subject = subject
        elif subject:
            self._deed(clause, subject)
        elif not self.draft.refusals:
            self._calm(clause)

    def _shown(self) -> tuple[str, ...]:
        """Whom the last order of the camera shows, if it is somebody."""
        shown = self.draft.camera.subject if self.draft.camera is not None else None
        return (shown,) if shown is not None and self.company.by_id[shown].kind != "prop" else ()

    def _calm(self, clause: Clause) -> None:
        label, _ = self.heads.verb(clause.deed)
        if label == "none":
            self.draft.readings.append(f'"{shown(clause.text.strip(" ,，"))}" asks nothing of anybody on stage.')
        elif clause.others and clause.others[0].absent:
            self.draft.refuse_absent(clause.others[0])
        else:
            words = shown(clause.text.strip(" ,，"))
            self.draft.refuse(f'say who does "{words}"', f"请说明“{words}”是谁做的", roster=True)

    def _subject(self, clause: Clause, following: Sequence[Clause]) -> tuple[str, ...]:
        found: list[str] = []
        about = self.draft.subject
        for mention in clause.subjects:
            if mention.pronoun in ("m", "f") and (topic := self._topic(mention)):
                found.append(topic)
            elif mention.absent or self.newcomers.is_another(mention, clause):
                found += self.newcomers.comes_in(mention, clause)
            else:
                may_be = partial(_may_do, self.heads.verb(clause.deed)[0])
                ids = self.draft.meant(mention, as_subject=True, may_be=may_be)
                found += self._of_them(mention, clause, ids)
        without = {i for m in clause.but for i in self.draft.meant(m)}
        if any(m.pronoun == "all" for m in clause.subjects):
            without |= self._honoured(clause)
        self.topic = about if clause.piece.joint in _SUBORDINATE else ()
        if found := [i for i in dict.fromkeys(found) if i not in without]:
            self.of_nobody = False
            self.company.note(found) if len(found) > 1 else None
            self.company.together = tuple(found) if len(found) > 1 else ()
            return tuple(found)
        if any(m.absent for m in clause.subjects):
            self.of_nobody = True
            return ()
        if not clause.subjects:
            return () if self.of_nobody else self._implied(clause, following)
        who = clause.subjects[0].text
        self.draft.refuse(f'it is not clear who "{who}" is', f"不清楚“{who}”是谁", roster=True)
        return ()

    def _of_them(self, mention: Mention, clause: Clause, ids: tuple[str, ...]) -> tuple[str, ...]:
        """One of them; two of them where they do what two do: "they shake hands"."""
        if not mention.pronoun or len(ids) < 2:
            return ids
        if _ONE_OF.search(clause.text[: mention.start - clause.piece.start]):
            return ids[:1]
        if len(ids) > 2 and mention.pronoun == "they" and self.heads.verb(clause.deed)[0] in PAIRED:
            living = [i for i in self.company.recent if self.company.by_id[i].kind != "prop"]
            return tuple(living[:2]) if len(living) > 1 else ids
        return ids

    def _has_come(self, clause: Clause, subject: tuple[str, ...]) -> bool:
        """Whether where somebody comes from is all that is told of who comes in: "steps out of the fog"."""
        done = {a.actor for a in self.draft.actions[self.draft.clause_start :] if a.verb == "enter"}
        leaves = self.heads.verb(clause.deed)[0] in ("exit", "get_down") and _FROM_THERE.search(clause.deed) is not None
        return set(subject) <= done and (leaves or _GETS_OUT.search(clause.deed) is not None)

    def _topic(self, mention: Mention) -> str | None:
        """ "Ben waits; when the boss coughs, he stands": who was spoken of before it was said when."""
        if len(self.topic) != 1 or self.topic == self.draft.subject:
            return None
        entity = self.company.by_id[self.topic[0]]
        return entity.id if entity.look.get("gender") == mention.pronoun else None

    def _honoured(self, clause: Clause) -> set[str]:
        """To whom all others kneel: whoever the clause names, else who is highest in rank."""
        if self.heads.verb(clause.deed)[0] not in _HOMAGE:
            return set()
        named = {i for m in clause.others for i in m.ids if self.company.by_id[i].kind != "prop"}
        ranked = [e for rank in _RANKS for e in self.company.people() if e.look.get("role") == rank]
        return named or {e.id for e in ranked[:1]}

    def _opens_for_somebody(self, clause: Clause, following: Sequence[Clause]) -> bool:
        """Whether a door opens by itself because somebody comes in: 门开了，一个快递员走进来."""
        things = [self.company.by_id[i] for m in clause.subjects for i in m.ids]
        unseen = not things and _DOOR_OPENS.match(clause.text.strip(" ,，")) is not None
        ahead = [f for f in following if f.piece.sentence == clause.piece.sentence]
        comes = any(f.subjects for f in ahead) and any(self.heads.verb(f.deed)[0] == "enter" for f in ahead)
        opens = len(things) == 1 and "opens" in things[0].traits and not clause.others
        opens = opens and (self.heads.verb(clause.deed)[0] == "open" or _OPENS.search(clause.deed) is not None)
        if not (comes and (opens or unseen)):
            return False
        self.draft.readings.append(f'"{shown(clause.bare)}" as somebody comes in')
        return True

    def _implied(self, clause: Clause, following: Sequence[Clause]) -> tuple[str, ...]:
        """Whom a clause without a subject is about: the sentence's last, its next, or the only one there is."""
        if self.surroundings.shown and not self.draft.actions[self.draft.sentence_start :]:
            return self.surroundings.shown  # "cut to Ben, laughing"
        if self.draft.subject and (self.draft.actions[self.draft.sentence_start :] or clause.piece.joint):
            return self.draft.subject
        ahead = next((f for f in following if f.piece.sentence == clause.piece.sentence and f.subjects), None)
        if ahead is not None and (ids := self.draft.meant(ahead.subjects[0], as_subject=True)):
            return ids
        if self.draft.subject:
            return self.draft.subject
        if (whose := _WHOSE.search(clause.text)) is not None:
            owner = Mention(0, 0, whose[1], pronoun="f" if whose[1].lower() == "her" else "m")
            return self.draft.meant(owner, as_subject=True)
        living = [e.id for e in self.company.entities if e.kind != "prop"]
        people = [e.id for e in self.company.people()]
        if len(people) == 1 or len(living) == 1:
            return tuple(people if len(people) == 1 else living)
        return ()

    def _deed(self, clause: Clause, subject: tuple[str, ...]) -> None:
        if _REFUSES.search(clause.deed) and self._negated(clause, subject):
            return  # "refuses to kneel" tells nobody anything
        if self.draft.lines and _SAID.fullmatch(clause.bare):
            self.draft.subject = subject
            return  # 说完转身离开
        self.draft.told_of, self.draft.asked = subject, self.draft.asked or bool(clause.subjects)
        clause, speech = self.telling.parted(clause)
        if self._negated(clause, subject) or self.dressing.reads(clause, subject):
            return
        if self.voice.gives_way(clause, subject):
            return
        if WORDLESS.fullmatch(clause.deed):
            done = self.draft.actions[slice(*self.clause_before)]
            if clause.piece.joint.endswith("then") and not clause.subjects and done and done[-1].actor in subject:
                self._once_more(done[-1], clause)
                return
            if clause.piece.joint in _IN_TURN and clause.subjects and not clause.others and done:
                self._in_turn(done, clause, subject)
                return
            self._without_a_deed(clause, subject)
            return
        if self.draft.lines and _OBEYS.fullmatch(clause.bare):
            clause = self._asked(clause)
        if _LIKEWISE.fullmatch(clause.bare) and (done := self.draft.actions[slice(*self.clause_before)]):
            self._likewise(done, clause, subject)
            return
        told_of, here = subject, len(self.draft.entrances)
        clause, subject, args = self.voice.turned(clause, subject)
        brought = set(self.draft.entrances[here:]) if _have_one_each(clause) else set()
        if not subject:
            return
        subject, args = self._together(clause, subject, args)
        reciprocal = len(subject) > 1 and any(m.pronoun == "other" and m.plural for m in clause.others)
        paired = len(subject) > 1 and self.heads.verb(clause.deed)[0] in PAIRED
        mutual = MUTUAL if len(clause.subjects) > 1 else PAIRED if paired else NOBODY
        together = bool(mutual) and not [a for a in args if a.ids]
        for n, actor in enumerate(subject):
            args = [replace(a, ids=tuple(self.newcomers.another(i) if n and i in brought else i for i in a.ids))
                    for a in args]  # fmt: skip
            brought = {i for a in args for i in a.ids} & set(self.draft.entrances[here:]) if brought else brought
            own = [Arg(tuple(i for i in subject if i != actor))] if reciprocal or together else args
            mutual_here = mutual if together and not reciprocal else NOBODY
            self.deeds.act(clause, actor, own, mutual=mutual_here, speech=speech)
        spoken = [i for a in args for i in a.ids]
        self.company.note([*dict.fromkeys(i for i in spoken if i not in subject)])
        self.company.note(list(subject))
        self.company.last_named = tuple(spoken[-1:]) or subject
        if excepted := tuple(i for m in clause.but for i in self.draft.meant(m)):
            self.company.last_named = excepted  # "except Ben, who stays"
        living = all(self.company.by_id[i].kind != "prop" for i in told_of)
        self.draft.subject = told_of if living else subject  # who is hugged may smile

    def _together(
        self, clause: Clause, subject: tuple[str, ...], args: list[Arg]
    ) -> tuple[tuple[str, ...], list[Arg]]:
        """(who acts, the rest): "leaves with him" lets him leave, too."""
        known = self.company.by_id
        along = [a for a in args if a.preposition in _ALONG and all(known[i].kind != "prop" for i in a.ids)]
        if not along or self.heads.verb(clause.deed)[0] != "exit":
            return subject, args
        return tuple(dict.fromkeys((*subject, *(i for a in along for i in a.ids)))), [a for a in args if a not in along]

    def _asked(self, clause: Clause) -> Clause:
        """What the last line said asks for, as a deed of whoever obeys it: "Sit," she orders. He obeys."""
        words = self.draft.lines[-1].text.strip(" ,，.。!！")
        label, sure = self.heads.verb(words)
        if label in ("camera", "none", "talk") or sure < _SURE_ASKED:
            return clause
        return replace(clause, deed=words, others=(), prepositions=())

    def _in_turn(self, done: Sequence[Action], clause: Clause, subject: tuple[str, ...]) -> None:
        """ "Lin waves, then Chen": he does it, too. "Lin hugs Ben, then Chen": it is done to him, too."""
        kinds = [self.company.by_id[i].kind == "prop" for i in (done[-1].target, *subject) if i is not None]
        if done[-1].target is None or len(set(kinds)) > 1:
            self._likewise(done, clause, subject)
            return
        for target in subject:
            name = self.company.by_id[target].name
            self.draft.act(
                replace(done[-1], target=target), clause, done[-1].verb, 1.0, f"{name}, too -> {told(done[-1])}"
            )

    def _likewise(self, done: Sequence[Action], clause: Clause, subject: tuple[str, ...]) -> None:
        """ "Ben does the same": what the clause before had others do."""
        first = done[0].actor
        for actor in subject:
            for action in done:
                if action.actor == first:
                    target = first if action.target == actor else action.target
                    reading = "" if clause.bare else f"{self.company.by_id[actor].name}, too -> {told(action)}"
                    self.draft.act(replace(action, actor=actor, target=target), clause, action.verb, 1.0, reading)
        self.draft.subject = subject

    def _once_more(self, action: Action, clause: Clause) -> None:
        """ "Glares at Ben, then at Anna": the same is done to somebody else."""
        for mention in clause.others:
            for target in self.draft.meant(mention, subject=self.draft.subject):
                self.draft.act(replace(action, target=target), clause, action.verb, 1.0)

    def _without_a_deed(self, clause: Clause, subject: tuple[str, ...]) -> None:
        """ "Ben to the door" is a way to go; "Ben" is nothing to do."""
        goals = zip(clause.others, clause.prepositions, strict=True)
        goal = next((i for m, p in goals if p in _ON_THE_WAY for i in self.draft.meant(m, subject=subject)), None)
        for actor in subject:
            if goal is None:
                name = self.company.by_id[actor].name
                self.draft.refuse(f"say what {name} does", f"请说明{name}做什么")
            else:
                self.draft.act(Action("walk", actor, goal, words=clause.deed), clause, "walk", 0.0)
        self.draft.subject = subject

    def _negated(self, clause: Clause, subject: tuple[str, ...]) -> bool:
        lead = clause.text[: clause.subjects[0].start - clause.piece.start] if clause.subjects else ""
        negated = _NEGATED_EN.search(clause.deed) or _NEGATED_ZH.search(clause.deed) or _NEGATED_LEAD.search(lead)
        if not negated and not any(m.pronoun == "none" or m.denied for m in clause.subjects):
            return False
        names = ", ".join(self.company.by_id[i].name for i in subject)
        for actor in subject:
            self.draft.act(Action("stop", actor), clause, "stop", 1.0, f"{names}: stays as they are")
        self.company.note(list(subject))
        self.draft.subject = subject
        return True


def _have_one_each(clause: Clause) -> bool:
    """Whether of what is brought each has one: "two guards with swords", 侍卫们拔剑."""
    hits = [h for m in clause.others for h in (m.hit or next(iter(find_nouns(m.text)), None),)
            if h is not None and h.sense is not None and h.sense.kind == "prop"]  # fmt: skip
    one = re.search(rf"一[{CLASSIFIERS}]", clause.text)
    return any(h.plural or (h.count == 1 and not h.word.isascii() and one is None) for h in hits)


def _may_do(label: str, entity: Entity) -> bool:
    """Whether "it" may be what does this: things fall, open and burn, creatures do the rest."""
    return (entity.kind == "prop") == (label in ("fall", "topple", "open", "close", "light", "put_out", *EVENTS))
