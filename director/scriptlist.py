"""HappyOyster scriptlists: JSON of that studio read as a script of ours, so that its users can bring their work.

Fields, limits and words are those of its Directing interface (create a world with `creationModel` scriptlist, 2026):
what it would refuse with error 400000 is refused here with a sentence that says so. Knows nothing of running scripts.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from director.script import Script, ScriptScene
from director.styles import style_meant
from model.camera import CAMERA_TYPES, CUTS, SHOT_SIZES
from storygraph.errors import StoryError

_LIMITS = {"synopsis": 2_000, "videoTitle": 128, "scene": 64, "style": 64, "speed": 64, "setting": 2_000,
           "soundtrack": 500, "prologue": 1_000}  # fmt: skip
_SUBJECT_LIMITS = {"name": 64, "gender": 64, "position": 64, "ethnicity": 64, "age": 64, "appearance": 500,
                   "voice": 200}  # fmt: skip
_TYPES = ("character", "animal", "creature", "narrator")
_WORDS = {"cameraType": CAMERA_TYPES, "shotSize": SHOT_SIZES, "cut": CUTS}
_MOST_ACTS, _MOST_SUBJECTS, _MOST_TAGS, _LONGEST_ACT, _LONGEST_WHOLE = 45, 6, 20, 2_000, 100_000
_LABEL = re.compile(r"\[character_\w+\]")
_PROMPT = 2_000

Fields = Mapping[str, Any]


def read_scriptlist(text: str) -> Script:
    """The script of a scriptlist, given bare or as the body of the call that creates a world. Raises StoryError."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise StoryError(f"The scriptlist is not JSON in line {error.lineno}: {error.msg} (400000).") from error
    data = data.get("scriptList", data) if isinstance(data, dict) else data
    if not isinstance(data, dict):
        raise _bad("the scriptlist must be an object with “synopsis” and “acts”")
    _check_texts(data, _LIMITS, "the scriptlist")
    if not str(data.get("synopsis") or "").strip():
        raise _bad("“synopsis” is missing: say in a few sentences what happens")
    _check_tags(data.get("videoTags", []))
    subjects = _subjects(data.get("subjects", []))
    beats = _beats(data.get("acts"), {label: _name(subject, label) for label, subject in subjects.items()})
    seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") >> 1
    scene = ScriptScene("opening", "Opening", beats, ending=True)
    title, style = data.get("videoTitle") or "New World", style_meant(data.get("style") or "")
    return Script(title, _prompt(data, subjects), (scene,), seed, style=style)


def _bad(what: str) -> StoryError:
    return StoryError(f"This scriptlist cannot be played: {what} (400000).")


def _check_texts(data: Fields, limits: Mapping[str, int], where: str) -> None:
    for key, limit in limits.items():
        value = data.get(key)
        if value is not None and not isinstance(value, str):
            raise _bad(f"“{key}” of {where} must be text")
        if value is not None and len(value) > limit:
            raise _bad(f"“{key}” of {where} has {len(value):,} characters, {limit:,} are the most")
    if (language := data.get("language")) not in (None, "en", "zh") and where == "the scriptlist":
        raise _bad(f"“language” is {language!r}: use en or zh")


def _check_tags(tags: Any) -> None:
    if not isinstance(tags, list) or len(tags) > _MOST_TAGS or any(len(str(tag)) > 32 for tag in tags):
        raise _bad(f"“videoTags” must be a list of at most {_MOST_TAGS} words of at most 32 characters")


def _subjects(data: Any) -> dict[str, Fields]:
    """The subjects by label; one without a label gets the next by order."""
    if not isinstance(data, list) or len(data) > _MOST_SUBJECTS:
        raise _bad(f"“subjects” must be a list of at most {_MOST_SUBJECTS}")
    found: dict[str, Fields] = {}
    for number, subject in enumerate(data, 1):
        if not isinstance(subject, dict):
            raise _bad(f"subject {number} must be an object")
        _check_texts(subject, _SUBJECT_LIMITS, f"subject {number}")
        if (kind := subject.get("type", "character")) not in _TYPES:
            raise _bad(f"subject {number} has the type {kind!r}: use one of {', '.join(_TYPES)}")
        label = subject.get("label") or f"[character_{number}]"
        if label in found or not isinstance(label, str) or not _LABEL.fullmatch(label):
            raise _bad(f"subject {number} has the label {label!r}: use [character_{number}], each one once")
        found[label] = subject
    return found


def _beats(acts: Any, names: Mapping[str, str]) -> tuple[str, ...]:
    """One direction for each act in the order of their turns, with names for labels and the camera said first."""
    if not isinstance(acts, list) or not 1 <= len(acts) <= _MOST_ACTS:
        raise _bad(f"“acts” must be a list of 1 to {_MOST_ACTS}")
    by_turn: dict[int, str] = {}
    for number, act in enumerate(acts, 1):
        turn = act.get("turn", number) if isinstance(act, dict) else 0
        if isinstance(turn, bool) or not isinstance(turn, int) or not 1 <= turn <= _MOST_ACTS or turn in by_turn:
            raise _bad(f"act {number} must be an object with a “turn” of its own from 1 to {_MOST_ACTS}")
        by_turn[turn] = _beat(act, number, names)
    if sum(map(len, by_turn.values())) > _LONGEST_WHOLE:
        raise _bad(f"all acts together have more than {_LONGEST_WHOLE:,} characters")
    return tuple(by_turn[turn] for turn in sorted(by_turn))


def _beat(act: Fields, number: int, names: Mapping[str, str]) -> str:
    content = act.get("content")
    if not isinstance(content, str) or not content.strip():
        raise _bad(f"act {number} has no “content”: say what happens")
    if len(content) > _LONGEST_ACT:
        raise _bad(f"act {number} has {len(content):,} characters, {_LONGEST_ACT:,} are the most")
    for key, known in _WORDS.items():
        if act.get(key) is not None and act[key] not in known:
            raise _bad(f"act {number} has the {key} {act[key]!r}: use one of {', '.join(known)}")
    for label in _LABEL.findall(content):
        if label not in names:
            raise _bad(f"act {number} speaks of {label}, which no subject has as its label")
    content = _LABEL.sub(lambda found: names[found[0]], content.strip())
    camera = [str(act[key]) for key in ("shotSize", "cameraType", "cut") if act.get(key) is not None]
    return f"{', '.join(camera)}. {content}" if camera else content


def _name(subject: Fields, label: str) -> str:
    return str(subject.get("name") or "").strip() or label.strip("[]").replace("_", " ")


def _prompt(data: Fields, subjects: Mapping[str, Fields]) -> str:
    """The world in a sentence for each: where it plays, then who is there. What only a voice says is not on stage."""
    place = data.get("setting") or data.get("scene") or data["synopsis"]
    cast = [
        ", ".join(part for part in (_name(subject, label), subject.get("age"), subject.get("gender"),
                                    subject.get("appearance")) if part)
        for label, subject in subjects.items() if subject.get("type") != "narrator"
    ]  # fmt: skip
    return " ".join(f"{part.strip().rstrip('.。')}." for part in (place, *cast))[:_PROMPT]
