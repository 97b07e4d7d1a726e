"""Acting out a directability case: its world, what comes before, and the direction under test.

Knows nothing of facts: `director.evaluation` judges what comes of it.
"""

from __future__ import annotations

from director.acting import take_seed
from director.crew import Crew, Film
from director.evaluation import Case, Outcome
from director.planning.planner import Context
from director.receipts import judge, worth
from model.state import WorldState


def try_out(crew: Crew, case: Case, takes: int = 1) -> Outcome:
    """Act the case out, with so many takes of its direction, of which the one with the best receipt counts. Raises
    StoryError when the prompt or a direction is refused."""
    _, state = crew.begin(case.world, seed=case.seed, aspect="16:9", style="vinyl")
    corrections = 0
    for k, direction in enumerate(case.before):
        film = _film(crew, state, case.before[:k], direction, case.seed, 1)
        state, corrections = film.end, corrections + film.performance.corrections
    before = crew.describe(state)
    if not case.direction:
        return Outcome(before, before, corrections)
    film = _film(crew, state, case.before, case.direction, case.seed, takes)
    after = crew.outcome(film)
    return Outcome(before, after, corrections + film.performance.corrections)


def _film(crew: Crew, start: WorldState, before: tuple[str, ...], direction: str, seed: int, takes: int) -> Film:
    directive = crew.read(direction, start, Context(before))
    seeds = [take_seed(seed, "", direction, k) for k in range(takes)]
    films = dict(crew.films(start, directive, seeds=seeds))
    return max((films[k] for k in range(takes)), key=lambda film: worth(judge(film.performance)))
