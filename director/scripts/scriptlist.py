"""HappyOyster scriptlists: JSON of that studio read as a script of ours, so that its users can bring their work.

Fields, limits, defaults and words are those of its Directing interface (create a world with `creationModel` scriptlist,
2026): what it would refuse with error 400000 is refused here with a sentence that says so. What it plays and Nacre does
not (sound, who owns what) is told in the notes of the script. Knows nothing of running scripts.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from director.casting import LONGEST_PROMPT
from director.casting.introductions import introduced
from director.casting.spotting import HAN
from director.filming.slate import checked_direction
from director.scripts.script import Script, ScriptBeat, ScriptScene
from director.styles import style_meant
from director.suggestions.density import EVENT_STYLES, LAYOUTS, NARRATIVES, NORMAL, Density
from director.texts import brief, checked, one_line
from model.camera import CAMERA_TYPES, CUTS, SHOT_SIZES
from storygraph.errors import StoryError

LONGEST = 10_000_000  # characters of a scriptlist, its picture in base64 among them
_LIMITS = {"synopsis": 2_000, "videoTitle": 128, "scene": 64, "style": 64, "speed": 64, "setting": 2_000,
           "soundtrack": 500, "prologue": 1_000}  # fmt: skip
_SUBJECT_LIMITS = {"name": 64, "gender": 64, "position": 64, "ethnicity": 64, "age": 64, "appearance": 500,
                   "voice": 200}  # fmt: skip
_TYPES = ("character", "animal", "creature", "narrator")
_WORDS = {"shotSize": (SHOT_SIZES, "Medium"), "cameraType": (CAMERA_TYPES, "Static"), "cut": (CUTS, "long-take")}
_MOST_ACTS, _MOST_SUBJECTS, _MOST_TAGS, _LONGEST_ACT, _LONGEST_WHOLE = 45, 6, 20, 2_000, 100_000
_LABEL = re.compile(r"\[character_\w+\]")
# Fields of the call, the list, a subject and an act; what is none of them is told, since it may be a slip.
_KNOWN_CALL = {"creationModel", "resolution", "async", "refWorldId", "firstFrameImage", "scriptList", "clientRequestId",
               "narrative", "eventStyle", "layout"}  # fmt: skip
_KNOWN_LIST = {*_LIMITS, "language", "videoTags", "subjects", "acts"}
_KNOWN_SUBJECT = {*_SUBJECT_LIMITS, "label", "type", "refImage"}
_KNOWN_ACT = {*_WORDS, "turn", "content"}
_UNPLAYED = {
    "soundtrack": "Nacre films without sound",
    "voice": "Nacre films without sound",
    "refImage": "looks are made from words",
    "speed": "a beat takes the time that what happens in it needs",
    "prologue": "nobody reads it out; write it as an act",
    "refWorldId": "every play makes a world of its own",
}

Fields = Mapping[str, Any]


def read_scriptlist(text: str) -> Script:
    """The script of a scriptlist, given bare or as the body of the call that creates a world. Raises StoryError."""
    call = _read(text)
    data = call.get("scriptList", call)
    if not isinstance(data, dict):
        raise _bad("the scriptlist must be an object with “synopsis” and “acts”")
    if data is not call and call.get("creationModel", "scriptlist") != "scriptlist":
        raise _bad(f"“creationModel” is {brief(call['creationModel'])}: use scriptlist")
    _check_texts(data, _LIMITS, "the scriptlist")
    if data.get("language") not in (None, "en", "zh"):
        raise _bad(f"“language” is {brief(data['language'])}: use en or zh")
    if not (data.get("synopsis") or "").strip():
        raise _bad("“synopsis” is missing: say in a few sentences what happens")
    _check_tags(data.get("videoTags"))
    subjects = _subjects(data.get("subjects"))
    beats = _beats(data.get("acts"), {label: _name(subject, label) for label, subject in subjects.items()})
    picture, refused = _picture(call.get("firstFrameImage"))
    seed = int.from_bytes(hashlib.sha256(text.encode(errors="surrogatepass")).digest()[:4], "big") >> 1
    scene = ScriptScene("opening", "Opening", beats, ending=True)
    title = one_line(data.get("videoTitle") or "", "The videoTitle") or "New World"
    prompt, cut = _prompt(data, subjects)
    return Script(title, prompt, (scene,), seed, style=style_meant(data.get("style") or ""), picture=picture,
                  notes=(*refused, *cut, *_notes(call, data, subjects)), density=_density(call))  # fmt: skip


def _density(call: Fields) -> Density:
    """How much is to happen by itself and how the camera cuts: what that studio's other way of making a world sets."""
    chosen = asdict(NORMAL)
    settings = {"narrative": NARRATIVES, "eventStyle": EVENT_STYLES, "layout": LAYOUTS}
    for (key, words), name in zip(settings.items(), chosen, strict=True):
        if call.get(key) is not None and call[key] not in words:
            raise _bad(f"“{key}” is {brief(call[key])}: use one of {', '.join(words)}")
        chosen[name] = call.get(key) or chosen[name]
    return Density(**chosen)


def _read(text: str) -> Fields:
    if len(text) > LONGEST:
        raise _bad(f"it has {len(text):,} characters, {LONGEST:,} are the most")
    try:
        data = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise StoryError(f"The scriptlist is not JSON in line {error.lineno}: {error.msg} (400000).") from error
    except ValueError as error:  # a number of thousands of digits
        raise _bad("it holds a number that is far too long") from error
    except RecursionError as error:
        raise _bad("it is nested too deeply") from error
    if not isinstance(data, dict):
        raise _bad("the scriptlist must be an object with “synopsis” and “acts”")
    return data


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys stand once: of two of a name, one would be lost."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _bad(f"“{brief(key)}” is there twice")
        found[key] = value
    return found


def _bad(what: str, code: int = 400000) -> StoryError:
    return StoryError(f"This scriptlist cannot be played: {what} ({code}).")


def _check_texts(data: Fields, limits: Mapping[str, int], where: str) -> None:
    for key, limit in limits.items():
        value = data.get(key)
        if value is not None and not isinstance(value, str):
            raise _bad(f"“{key}” of {where} must be text")
        if value is not None:
            _check_length(value, f"“{key}” of {where}", limit)


def _check_length(text: str, what: str, limit: int) -> None:
    if len(text) > limit:
        raise _bad(f"{what} has {len(text):,} characters, {limit:,} are the most")
    checked(text, what, limit)


def _check_tags(tags: Any) -> None:
    fits = isinstance(tags, list) and all(isinstance(tag, str) and len(tag) <= 32 for tag in tags)
    if tags is not None and not (fits and len(tags) <= _MOST_TAGS):
        raise _bad(f"“videoTags” must be a list of at most {_MOST_TAGS} words of at most 32 characters")


def _subjects(data: Any) -> dict[str, Fields]:
    """The subjects by label; one without a label gets the next by order."""
    if data is None:
        return {}
    if not isinstance(data, list) or len(data) > _MOST_SUBJECTS:
        raise _bad(f"“subjects” must be a list of at most {_MOST_SUBJECTS}")
    found: dict[str, Fields] = {}
    for number, subject in enumerate(data, 1):
        if not isinstance(subject, dict):
            raise _bad(f"subject {number} must be an object")
        _check_texts(subject, _SUBJECT_LIMITS, f"subject {number}")
        if (kind := subject.get("type") or "character") not in _TYPES:
            raise _bad(f"subject {number} has the type {brief(kind)}: use one of {', '.join(_TYPES)}")
        label = subject.get("label") or f"[character_{number}]"
        if not isinstance(label, str) or label in found or not _LABEL.fullmatch(label):
            raise _bad(f"subject {number} has the label {brief(label)}: use [character_{number}], each one once")
        found[label] = subject
    return found


def _beats(acts: Any, names: Mapping[str, str]) -> tuple[ScriptBeat, ...]:
    """One direction for each act, with names for labels and the camera said first."""
    if not isinstance(acts, list) or not 1 <= len(acts) <= _MOST_ACTS:
        raise _bad(f"“acts” must be a list of 1 to {_MOST_ACTS}")
    last, beats = 0, []
    for number, act in enumerate(acts, 1):
        turn = act.get("turn") if isinstance(act, dict) else 0
        turn = number if turn is None else turn
        if isinstance(turn, bool) or not isinstance(turn, int) or not 1 <= turn <= _MOST_ACTS:
            raise _bad(f"act {number} must be an object with a “turn” from 1 to {_MOST_ACTS}")
        if turn <= last:
            raise _bad(f"act {number} has the turn {turn} after the turn {last}: put acts in the order of their turns")
        last = turn
        beats.append(ScriptBeat(_beat(act, number, names)))
    if sum(len(act["content"]) for act in acts) > _LONGEST_WHOLE:
        raise _bad(f"all acts together have more than {_LONGEST_WHOLE:,} characters")
    return tuple(beats)


def _beat(act: Fields, number: int, names: Mapping[str, str]) -> str:
    content = act.get("content")
    if not isinstance(content, str) or not content.strip():
        raise _bad(f"act {number} has no “content”: say what happens")
    _check_length(content, f"act {number}", _LONGEST_ACT)
    camera = []
    for key, (known, default) in _WORDS.items():
        word = default if act.get(key) is None else act[key]
        if word not in known:
            raise _bad(f"act {number} has the {key} {brief(word)}: use one of {', '.join(known)}")
        camera.append(str(word))
    for label in _LABEL.findall(content):
        if label not in names:
            raise _bad(f"act {number} speaks of {brief(label)}, which no subject has as its label")
    content = _LABEL.sub(lambda found: names[found[0]], content.strip())
    return checked_direction(f"{', '.join(camera)}. {content}", f"Act {number}, with names for its labels,")


def _name(subject: Fields, label: str) -> str:
    name = " ".join((subject.get("name") or "").split())
    return name or label.strip("[]").replace("_", " ")


def _prompt(data: Fields, subjects: Mapping[str, Fields]) -> tuple[str, tuple[str, ...]]:
    """The world in a sentence for each: where it plays, then who is there; what only a voice says is not on stage.
    Where all that is longer than a prompt may be, looks are left out, then the last sentences about the place, which
    is said in the notes that come with it."""
    notes = []
    on_stage = {_name(s, label): s for label, s in subjects.items() if s.get("type") != "narrator"}
    cast = " ".join(introduced(name, subject) for name, subject in on_stage.items())
    if len(cast) > LONGEST_PROMPT // 2:
        notes.append("The appearances of the subjects are longer than a prompt may be: looks are chosen for them.")
        cast = " ".join(introduced(name, {**subject, "appearance": ""}) for name, subject in on_stage.items())
    place = (data.get("setting") or data.get("scene") or data["synopsis"]).strip()
    room = LONGEST_PROMPT - len(cast) - 2
    if len(place) > room:
        notes.append("The setting is longer than a prompt may be: its last sentences are left out.")
        place = place[: max(place.rfind(mark, 0, room) for mark in ".。!！?？") + 1] or place[:room]
    end = "" if place.endswith(tuple(".。!！?？")) else "。" if HAN.search(place) else "."
    return " ".join(part for part in (place + end, cast) if part), tuple(notes)


def _picture(image: Any) -> tuple[bytes | None, tuple[str, ...]]:
    """The bytes of the picture the world begins with, and what to say of one that cannot be had."""
    if image is None:
        return None, ()
    url, encoded = (image.get("url"), image.get("base64")) if isinstance(image, dict) else (None, None)
    if isinstance(url, str) and encoded is None:
        return None, ("“firstFrameImage” is an address in the web, where Nacre does not go: give its base64.",)
    try:
        return base64.b64decode(str(encoded).rpartition(",")[2], validate=True), ()
    except ValueError as error:
        raise _bad("“firstFrameImage” must be an object with a “url” or a “base64”", 400001) from error


def _notes(call: Fields, data: Fields, subjects: Mapping[str, Fields]) -> Iterator[str]:
    """What the author should know: what is not played, and fields that may be slips."""
    places = [(call, _KNOWN_CALL, "the call")] if data is not call else []
    places += [(data, _KNOWN_LIST if places else _KNOWN_LIST | _KNOWN_CALL, "the scriptlist")]
    places += [(subject, _KNOWN_SUBJECT, f"subject {label}") for label, subject in subjects.items()]
    places += [(act, _KNOWN_ACT, f"act {number}") for number, act in enumerate(data["acts"], 1)]
    for key, why in _UNPLAYED.items():
        if any(fields.get(key) for fields, *_ in places):
            yield f"“{key}” is not played: {why}."
    for fields, known, where in places:
        yield from (f"“{brief(key)}” of {where} is not known and left out." for key in fields if key not in known)
    for label, subject in subjects.items():
        if subject.get("type") == "narrator":
            yield f"{_name(subject, label)} is nobody on stage: what a narrator says is not spoken."
