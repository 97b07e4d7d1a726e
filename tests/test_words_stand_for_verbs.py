"""Lessons are asked for in words, and words alone must do where the verb is not named."""

import numpy as np
import torch
from texts import TEXT

from model.phrasebook import Phrasebook
from model.state import Action
from model.verbs import VERB_NAMES
from tests.stages import begin, square

ACT, WALK, BOW = (VERB_NAMES.index(verb) for verb in ("act", "walk", "bow"))
BOOK = {"walk": ("strolls", "ambles over to someone"), "bow": ("bows low",)}


def _asked(verb: int, target: int, count: int = 400) -> tuple[torch.Tensor, torch.Tensor]:
    verbs, roles = torch.full((count, 1), verb), torch.tensor([0, target, -1]).expand(count, 1, 3)
    return Phrasebook(BOOK, TEXT).ask(verbs, roles, np.random.default_rng(0))


def _near(words: torch.Tensor, phrase: str) -> torch.Tensor:
    vector = torch.from_numpy(TEXT.encode([phrase])[0])
    return torch.nn.functional.cosine_similarity(words[:, 0], vector, dim=-1) > 0.9


def test_a_phrase_that_names_another_is_used_where_there_is_another() -> None:
    _, alone = _asked(WALK, -1)
    _, together = _asked(WALK, 1)
    assert _near(alone, "strolls").any()
    assert not _near(alone, "ambles over to someone").any()
    assert _near(together, "ambles over to someone").any()
    assert not _near(together, "strolls").any()


def test_a_verb_without_a_fitting_phrase_takes_another_of_its_own() -> None:
    _, words = _asked(BOW, 1)
    assert _near(words, "bows low").any()


def test_some_are_asked_without_words_some_without_a_verb_and_none_without_both() -> None:
    told, words = _asked(WALK, 1)
    silent, unnamed = words.abs().amax(-1) == 0, told == ACT
    assert 0.05 < silent.float().mean() < 0.25
    assert 0.15 < unnamed.float().mean() < 0.5
    assert not (silent & unnamed).any()
    assert ((told == WALK) | unnamed).all()


def test_what_was_said_reaches_the_model() -> None:
    world, state = begin(square())
    latents = {
        world.step(state, [Action("act", "e0", "e1", words=words)]).history.tobytes()
        for words in ("walks to someone", "hides behind someone", "走向某人")
    }
    assert len(latents) == 3
