"""What the phrase reader and the world model learn words from: phrasings of verbs, feelings, paces, manners and shots.

Data in the YAML files beside this one, in English and Chinese; `{t}` stands for the target and `{o}` for the object.
`split` sets a tenth of the phrasings apart for testing, and `held_out_verbs` are words that nothing is ever trained on.
Knows nothing of how a sentence is taken apart (see `director.understanding`).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from model.verbs import VERBS

HEADS = ("verb", "emotion", "pace", "manner", "shot", "move", "cut")
# What a clause says in place of those it names: (somebody, a thing), by language.
MASKS = {"en": ("someone", "something"), "zh": ("某人", "某物")}
# Deeds made of several, and the verb of model.verbs that carries their words: the others are steps on the way.
COMPOSITES = {"bring": "give", "carry": "walk", "lift_off_with": "take_off", "strike_down": "attack"}
_TENTH = 10
# How an English word goes on behind its stem: ambl-es, scurr-ied, gap-ing, lob-bed.
_ENDINGS = r"[a-z]?(?:e|es|s|ed|ing|y|ies|ied|ying)?"


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way to say `label`; `language` is "en" or "zh"."""

    head: str
    label: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class HeldOutVerb:
    """A word that nothing is trained on, known by its `stem`, in a phrasing that means its label."""

    stem: str
    phrasing: Phrasing

    def occurs_in(self, text: str) -> bool:
        """Whether the text has the word, in any of its forms."""
        if self.phrasing.language == "zh":
            return self.stem in text
        return bool(re.search(rf"\b{self.stem}{_ENDINGS}\b", text, re.IGNORECASE))


@cache
def vocabulary() -> frozenset[str]:
    """Every English word of the phrasings, lower case: a phrase without any of them means nothing to the heads."""
    return frozenset(word for head in HEADS for p in phrasings(head) for word in re.findall(r"[a-z]+", p.text.lower()))


@cache
def phrasings(head: str) -> tuple[Phrasing, ...]:
    """All phrasings of one of `HEADS`, in the order of its file."""
    return tuple(_listed(head, head))


@cache
def held_out_verbs() -> tuple[HeldOutVerb, ...]:
    """Words that are in no phrasing, with what they mean; never to be trained on."""
    entries = []
    for listed in _listed("verb", "held_out_verbs"):
        stem, _, text = (part.strip() for part in listed.text.partition("="))
        entries.append(HeldOutVerb(stem, Phrasing(listed.head, listed.label, listed.language, text)))
    return tuple(entries)


@cache
def adjuncts(language: str, *, with_feeling: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What may stand (before, behind) a deed and does not change it: "across the room", 小心翼翼地; also
    what tells of a feeling, 气得."""
    text = files(__name__).joinpath("adjuncts.yaml").read_text("utf-8")
    told: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)[language]
    kinds = ("", "_with_feeling") if with_feeling else ("",)

    def listed(side: str) -> tuple[str, ...]:
        return tuple(part.strip() for kind in kinds for part in told[side + kind].split(";"))

    return listed("before"), listed("after")


def split(phrasing: str) -> Literal["train", "held_out"]:
    """To which part a phrasing belongs, by its text alone, so that it is the same part wherever it is asked."""
    return "held_out" if zlib.crc32(phrasing.encode()) % _TENTH == 0 else "train"


def masked(phrasing: Phrasing) -> tuple[str, ...]:
    """The phrasing as clauses say it once those they name are masked: "walks to someone", "walks to something". Only
    with what its verb can be done to; an object is a thing."""
    somebody, thing = MASKS[phrasing.language]
    spec = VERBS.get(COMPOSITES.get(phrasing.label, phrasing.label))
    kinds = spec.target if spec and spec.target else frozenset({"person", "prop"})
    targets = [somebody] * bool(kinds - {"prop"}) + [thing] * ("prop" in kinds)
    other = somebody if spec and spec.object and "prop" not in spec.object else thing
    return tuple(dict.fromkeys(phrasing.text.replace("{t}", t).replace("{o}", other) for t in targets))


def training_phrases(verb: str) -> tuple[str, ...]:
    """What clauses that ask for a verb of `model.verbs` may say, from the phrasings one may train on."""
    return _phrases(verb, "train")


def held_out_phrases(verb: str) -> tuple[str, ...]:
    """The same from the phrasings that are kept for testing."""
    return _phrases(verb, "held_out")


@cache
def _phrases(verb: str, part: str) -> tuple[str, ...]:
    if verb not in VERBS:
        raise ValueError(f"unknown verb {verb!r}")
    wanted = [p for p in phrasings("verb") if COMPOSITES.get(p.label, p.label.partition(":")[0]) == verb]
    return tuple(dict.fromkeys(text for p in wanted if split(p.text) == part for text in masked(p)))


def _listed(head: str, file: str) -> Iterator[Phrasing]:
    text = files(__name__).joinpath(f"{file}.yaml").read_text("utf-8")
    table: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    for label, by_language in table.items():
        for language, phrases in by_language.items():
            for phrase in phrases.split(";"):
                if phrase.strip():
                    yield Phrasing(head, label, language, phrase.strip())
