"""What generalises: the share of lessons whose goals come true, split by split, English and Chinese apart.

Lessons are asked in words: phrasings that were trained on, phrasings that were held out, and verbs that were; each with
the verb that the phrase reader finds in them, as a director would ask, and by words alone, as when no verb is found.
Judged by the goals of the verb that is meant. Then pairs of verb and creature that were never shown together, and
stages with twice as many on them as any that was trained on. Knows nothing of sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from model.catalog import CATALOG
from model.evaluation.acting import Play, lessons_of, perform
from model.evaluation.by_verb import came_true
from model.evaluation.phrases import LANGUAGES, fitting, known, one_of, said, worded
from model.evaluation.tables import percent, share, table
from model.lexicon import Phrasing, held_out_verbs
from model.moment import Moment
from model.occasions import situation
from model.reader import PhraseReader, load_reader
from model.stage import Stage
from model.state import Action
from model.teacher.rollouts import Rollout, held_out_pair
from model.text import TextEncoder
from model.verbs import VERBS
from model.world import WorldModel

SPLITS = {
    "seen": "verbs and phrasings trained on",
    "phrases": "held-out phrasings, verb as read",
    "phrases_alone": "held-out phrasings, words alone",
    "verbs": "held-out verbs, verb as read",
    "verbs_alone": "held-out verbs, words alone",
    "pairs": "held-out pairs of verb and creature",
    "crowd": "twice the entities (14 to 16)",
}
WANTED = {"phrases": 0.9, "verbs": 0.7, "pairs": 0.75, "crowd": 0.8}
_READ = ("phrases", "verbs")  # splits in which the reader names the verb
OF_THE_WORLD = ("weather", "time", "blast", "quake", "black_out", "burn")  # verbs without an actor
UNDONE = (*OF_THE_WORLD, "topple")  # verbs that need none
_CROWD = 13  # bystanders, beside up to three who act
_AT_ONCE = 256  # questions whose performances are kept at a time
_WEAK = 0.5  # share below which a verb is named


@dataclass(frozen=True, slots=True)
class Question:
    """A lesson with one task, put in one way: `asked` is what the model is told, `meant` what it is judged by."""

    split: str
    language: str  # "" where it is not asked in words
    asked: Action
    meant: Action
    play: Play
    taught: bool  # whether the teacher's own acting came true


@dataclass(frozen=True, slots=True)
class Held:
    """What is kept of a held-out lesson with one task: where it begins, what it asks, how the teacher did."""

    play: Play
    action: Action
    taught: bool

    @classmethod
    def of(cls, lesson: Rollout, seed: int) -> Held:
        (action, start, _), *_ = lesson.jobs
        play = Play(lesson.stage, lesson.moments[0], ((action, start),), seed)
        return cls(play, action, came_true(action, lesson.stage, lesson.moments))

    def told(self, split: str) -> Question:
        """Asked as a director asks it."""
        asked = worded(self.action, self.play.stage, self.play.seed)
        language = LANGUAGES[self.play.seed % len(LANGUAGES)] if asked.words else ""
        return self.asked(split, language, asked)

    def asked(self, split: str, language: str, asked: Action) -> Question:
        ((_, start),) = self.play.asked
        return Question(split, language, asked, self.action, replace(self.play, asked=((asked, start),)), self.taught)


# -- the verb of a phrase ----------------------------------------------------------------------------------------------
class Hearing:
    """Phrases to actions, by the phrase reader: the likeliest verb that those who take part, as they are then, can act.
    """

    def __init__(self, text: TextEncoder, reader: PhraseReader | None = None) -> None:
        self._text, self._reader = text, reader or load_reader()

    def read(self, words: str, meant: Action, stage: Stage, moment: Moment) -> Action:
        """`meant` with the verb that its words say; the verb `act` when they say none that fits."""
        (row,) = self._reader.probabilities([words], self._text.encode, "verb")
        labels = [label.partition(":")[0] for label in self._reader.labels("verb")]
        suited = self._reader.occasions(situation(stage, moment, meant.actor, meant.target, meant.object))
        row = np.log(row + 1e-9) + np.array([suited.get(label, 0.0) for label in labels])
        heard = (labels[int(k)] for k in np.argsort(-row))
        verb = next((v for v in heard if v == "none" or (v in VERBS and fits(v, meant, stage))), "none")
        return replace(meant, verb="act" if verb == "none" else verb, words=words)


def fits(verb: str, action: Action, stage: Stage) -> bool:
    """Whether those named in an action can play their parts in a verb."""
    spec, cast = VERBS[verb], {e.id: e for e in stage.entities}
    actor, target, thing = (cast.get(i or "") for i in (action.actor, action.target, action.object))
    if actor is None and verb not in UNDONE:
        return False
    if actor is not None and (verb in OF_THE_WORLD or not spec.needs <= actor.traits):
        return False
    if target is None:
        return spec.target_optional or not spec.target
    suits = target.kind in spec.target and (not spec.target_needs or bool(spec.target_needs & target.traits))
    return suits and (thing is None or thing.kind in spec.object)


# -- questions ---------------------------------------------------------------------------------------------------------
def in_words(lessons: Mapping[str, Sequence[Held]], hearing: Hearing) -> Iterator[Question]:
    """Each lesson in a phrasing that was trained on and, as read and by words alone, in one that was not; by turns
    English and Chinese."""
    for own in lessons.values():
        for k, lesson in enumerate(own):
            yield lesson.told("seen")
            language = LANGUAGES[k % len(LANGUAGES)]
            if kept := known(lesson.action, "held_out", language):
                yield from _both_ways("phrases", lesson, one_of(kept, lesson.play.seed), hearing)


def in_new_verbs(lessons: Mapping[str, Sequence[Held]], hearing: Hearing, each: int) -> Iterator[Question]:
    """Every verb that was held out, in up to `each` lessons of the verb it means. Not those of feelings: which one
    they mean, their label does not say."""
    for word in held_out_verbs():
        own = lessons.get(word.phrasing.label, ()) if word.phrasing.label != "feel" else ()
        suitable = [x for x in own if fitting(x.action, [word.phrasing])]
        for lesson in suitable[:each]:
            yield from _both_ways("verbs", lesson, word.phrasing, hearing)


def _both_ways(split: str, lesson: Held, phrasing: Phrasing, hearing: Hearing) -> Iterator[Question]:
    words, play = said(phrasing, lesson.action, lesson.play.stage), lesson.play
    yield lesson.asked(split, phrasing.language, hearing.read(words, lesson.action, play.stage, play.first))
    yield lesson.asked(f"{split}_alone", phrasing.language, replace(lesson.action, verb="act", words=words))


def of_new_casts(verbs: Sequence[str], count: int) -> Iterator[Question]:
    """Creatures doing what no lesson shows them do, and stages with more on them than any lesson's."""
    for verb in verbs:
        if _kept_creatures(verb):
            yield from (Held.of(x, seed).told("pairs") for seed, x in lessons_of(verb, count, held_out=True))
        yield from (Held.of(x, seed).told("crowd") for seed, x in lessons_of(verb, count, bystanders=_CROWD))


def _kept_creatures(verb: str) -> list[str]:
    """Those that no lesson shows do this though they could."""
    able = [a.name for a in CATALOG.values() if a.kind == "creature" and VERBS[verb].needs <= a.traits]
    return [] if verb in OF_THE_WORLD else [name for name in able if held_out_pair(verb, name)]


def questions(
    world: WorldModel,
    verbs: Sequence[str],
    count: int,
    say: Callable[[str], None] = lambda _: None,
    reader: PhraseReader | None = None,
) -> list[Question]:
    """Every split's questions, from `count` lessons of each verb; words are read by `reader`, else by that which
    ships."""
    say("lessons to be asked in other words")
    lessons = {verb: [Held.of(lesson, seed) for seed, lesson in lessons_of(verb, count)] for verb in verbs}
    hearing = Hearing(world.text, reader)
    say("lessons with other casts")
    casts = of_new_casts(verbs, max(1, count // 2))
    return [*in_words(lessons, hearing), *in_new_verbs(lessons, hearing, max(1, count // 2)), *casts]


# -- figures -----------------------------------------------------------------------------------------------------------
def figures(world: WorldModel, questions: Sequence[Question]) -> dict[str, Any]:
    """For each split the share that came true, by language and by verb, the teacher's, and how many were asked with the
    verb that is meant."""
    answered: dict[str, list[tuple[Question, bool]]] = {name: [] for name in SPLITS}
    for at in range(0, len(questions), _AT_ONCE):
        some = questions[at : at + _AT_ONCE]
        for question, played in zip(some, perform(world, [q.play for q in some]), strict=True):
            came = came_true(question.meant, question.play.stage, played.moments)
            answered[question.split].append((question, came))
    return {name: _of_split(own) for name, own in answered.items()}


def _of_split(answered: Sequence[tuple[Question, bool]]) -> dict[str, Any]:
    verbs = sorted({q.meant.verb for q, _ in answered})
    by_verb = {verb: _rate(ok for q, ok in answered if q.meant.verb == verb) for verb in verbs}
    return {
        "lessons": len(answered),
        "model": _rate(ok for _, ok in answered),
        **{language: _rate(ok for q, ok in answered if q.language == language) for language in LANGUAGES},
        "teacher": _rate(q.taught for q, _ in answered),
        "read": _rate(q.asked.verb == q.meant.verb for q, _ in answered),
        "weak": {verb: rate for verb, rate in by_verb.items() if rate < _WEAK},
    }


def _rate(successes: Iterable[bool]) -> float:
    counted = list(successes)
    return share(sum(counted), len(counted))


def as_table(figures: dict[str, Any]) -> str:
    rows = []
    for name, f in figures.items():
        shares = (percent(f[who]) for who in ("model", *LANGUAGES, "teacher"))
        read = percent(f["read"]) if name in _READ else ""
        wanted = percent(WANTED[name]) if name in WANTED else ""
        rows.append([SPLITS[name], f"{f['lessons']}", *shares, read, wanted])
    return table(["split", "lessons", "came true", "English", "Chinese", "teacher", "read right", "wanted"], rows)
