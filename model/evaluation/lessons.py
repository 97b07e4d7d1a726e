"""One pass over held-out lessons of every verb, and everything that is read from it.

Each lesson is asked for as a director asks, by its verb and in a phrasing that was trained on, acted by the model, and
handed to the tallies of goals, scope, steadiness and contact beside the teacher's own acting.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from model.evaluation.acting import Acted, Play, lessons_of, perform, play_of
from model.evaluation.by_verb import ByVerb
from model.evaluation.contact import Contact
from model.evaluation.phrases import worded
from model.evaluation.scope import Scope, bystanders
from model.evaluation.steadiness import Steadiness
from model.teacher.rollouts import Rollout
from model.world import WorldModel

_AT_ONCE = 8  # verbs whose lessons are stepped side by side


@dataclass(slots=True)
class Tallies:
    """What one pass fills."""

    by_verb: ByVerb = field(default_factory=ByVerb)
    scope: Scope = field(default_factory=Scope)
    steady: Steadiness = field(default_factory=Steadiness)
    steady_teacher: Steadiness = field(default_factory=Steadiness)
    contact: Contact = field(default_factory=Contact)
    contact_teacher: Contact = field(default_factory=Contact)

    def add(self, acted: Acted) -> None:
        stage = acted.lesson.stage
        idle = bystanders(acted.action, stage, acted.lesson.moments[0])
        self.by_verb.add(acted)
        self.scope.add(acted)
        for moments, steady, contact in (
            (acted.played.moments, self.steady, self.contact),
            (acted.lesson.moments, self.steady_teacher, self.contact_teacher),
        ):
            steady.add(stage, moments, idle)
            contact.add(stage, moments)


def tallied(
    world: WorldModel,
    verbs: Sequence[str],
    count: int,
    baselines: Mapping[str, WorldModel] | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Tallies:
    """`count` lessons of each verb, acted by `world` and, for the table by verb, by each baseline."""
    out = Tallies()
    for at in range(0, len(verbs), _AT_ONCE):
        some = verbs[at : at + _AT_ONCE]
        say(f"lessons of {', '.join(some)}")
        lessons = [(seed, lesson) for verb in some for seed, lesson in lessons_of(verb, count)]
        plays = [in_words(seed, lesson) for seed, lesson in lessons]
        acted = [
            Acted(lesson, lesson.jobs[0][0], played)
            for (_, lesson), played in zip(lessons, perform(world, plays), strict=True)
        ]
        for one in acted:
            out.add(one)
        for name, other in (baselines or {}).items():
            for one, played in zip(acted, perform(other, plays), strict=True):
                out.by_verb.compare(name, one, played)
    return out


def in_words(seed: int, lesson: Rollout) -> Play:
    """The lesson as a director asks for it."""
    play = play_of(lesson, seed)
    return replace(play, asked=tuple((worded(action, lesson.stage, seed), start) for action, start in play.asked))
