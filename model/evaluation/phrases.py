"""Words for a lesson: phrasings that say what its action asks, of one split and language, with those named masked.

Knows the lexicon; knows nothing of how words are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from model.lexicon import MASKS, Phrasing, phrasings, split
from model.moment import time_of_day
from model.stage import Stage
from model.state import Action

LANGUAGES = tuple(MASKS)


def known(action: Action, part: str, language: str) -> list[Phrasing]:
    """Phrasings of a split ("train" or "held_out") that mean this action and name just whom it has."""
    head, label = _meaning(action)
    same = (p for p in phrasings(head) if p.label == label and p.language == language and split(p.text) == part)
    return fitting(action, same)


def fitting(action: Action, candidates: Iterable[Phrasing]) -> list[Phrasing]:
    """Those that name a target if the action has one, and an object if it has one."""
    wants = (action.target is not None, action.object is not None)
    return [p for p in candidates if ("{t}" in p.text, "{o}" in p.text) == wants]


def said(phrasing: Phrasing, action: Action, stage: Stage) -> str:
    """The phrasing as a clause of `Action.words` says it: "strolls to someone"."""
    words = phrasing.text
    for role, entity_id in (("{t}", action.target), ("{o}", action.object)):
        if entity_id is not None:
            is_prop = stage.entities[stage.index(entity_id)].kind == "prop"
            words = words.replace(role, MASKS[phrasing.language][is_prop])
    return words


def one_of(phrasings: Sequence[Phrasing], seed: int) -> Phrasing:
    return phrasings[int(np.random.default_rng([seed, 5]).integers(len(phrasings)))]


def worded(action: Action, stage: Stage, seed: int) -> Action:
    """The action as a director asks it: in a phrasing that was trained on, by turns English and Chinese; without words
    where there is none."""
    phrasings = known(action, "train", LANGUAGES[seed % len(LANGUAGES)])
    return replace(action, words=said(one_of(phrasings, seed), action, stage)) if phrasings else action


def _meaning(action: Action) -> tuple[str, str]:
    """(head, label) of the lexicon under which an action is said. A feeling is said by its name, weather and hours by
    what they become."""
    if action.verb == "feel" and action.emotion is not None:
        return "emotion", action.emotion
    if action.verb == "weather":
        return "verb", f"weather:{action.weather}"
    if action.verb == "time" and action.hour is not None:
        return "verb", f"time:{time_of_day(action.hour)}"
    return "verb", action.verb
