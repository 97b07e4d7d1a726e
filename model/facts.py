"""Facts about two states, before and after: `near(knight, well)`, `not holds(boy, ball)`.

Facts are judged on state JSON alone, so that anybody can check them. Names are matched as an author would: the exact
name first, then one name inside the other ("lamp" is the "desk lamp"), then the kind. Knows nothing of the world model.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

State = Mapping[str, Any]
Thing = Mapping[str, Any]

CSS_COLORS: dict[str, tuple[int, int, int]] = {
    "black": (0, 0, 0), "white": (255, 255, 255), "red": (220, 20, 20), "green": (30, 140, 40),
    "blue": (40, 70, 210), "yellow": (235, 205, 50), "orange": (240, 140, 30), "purple": (130, 40, 150),
    "pink": (240, 150, 180), "brown": (120, 75, 40), "gray": (128, 128, 128),
}  # fmt: skip
_ALSO = {"grey": "gray", "blonde": "yellow"}


class NotOnStage(KeyError):
    """A fact names something that is not on stage."""


# ---- looking things up ------------------------------------------------------------------------------------------


def find(state: State, name: str) -> list[Thing]:
    """Everything present that `name` may mean; empty when nothing is."""
    wanted = name.strip().lower()
    present = [e for e in state["entities"] if e.get("present", True)]
    for means in (
        lambda e: e["name"].lower() == wanted,
        lambda e: wanted in e["name"].lower() or e["name"].lower() in wanted,
        lambda e: str(e.get("kind", "")).lower() == wanted,
    ):
        if found := [e for e in present if means(e)]:
            return found
    return []


def _one(state: State, name: str) -> Thing:
    found = find(state, name)
    if not found:
        raise NotOnStage(name)
    return found[0]


def _pairs(state: State, first: str, second: str) -> list[tuple[Thing, Thing]]:
    return [(a, b) for a in find(state, first) for b in find(state, second) if a["id"] != b["id"]]


# ---- measures ---------------------------------------------------------------------------------------------------


def gap(a: Thing, b: Thing) -> float:
    """Metres between two boxes on the ground."""
    apart = (
        max(0.0, abs(a["position"][axis] - b["position"][axis]) - (a["size"][axis] + b["size"][axis]) / 2)
        for axis in (0, 2)
    )
    return math.hypot(*apart)


def _gap(state: State, first: str, second: str) -> float:
    gaps = [gap(a, b) for a, b in _pairs(state, first, second)]
    if not gaps:
        raise NotOnStage(f"{first}/{second}")
    return min(gaps)


def _approach(before: State, after: State, first: str, second: str) -> tuple[float, float]:
    """(how much smaller the gap became, by how much it must change to count)."""
    was = _gap(before, first, second)
    return was - _gap(after, first, second), (0.5 if was >= 1.0 else 0.3 * was)


def _off_heading(a: Thing, b: Thing) -> float:
    """Degrees between a's heading and the direction from a to b."""
    dx, dz = (b["position"][axis] - a["position"][axis] for axis in (0, 2))
    return float(abs((math.degrees(math.atan2(dx, dz)) - a["heading_deg"] + 180.0) % 360.0 - 180.0))


def _moved(before: State, after: State, name: str) -> float:
    return math.dist(_one(after, name)["position"], _one(before, name)["position"])


def _headed(before: State, after: State, name: str, bearing_deg: float) -> bool:
    """Whether it has gone some way within 45 degrees of a bearing (0 along +z, 90 along +x)."""
    was, now = _one(before, name)["position"], _one(after, name)["position"]
    x, z = now[0] - was[0], now[2] - was[2]
    off = (math.degrees(math.atan2(x, z)) - bearing_deg + 180.0) % 360.0 - 180.0
    return bool(math.hypot(x, z) >= 0.3 and abs(off) <= 45.0)


def _stands_on(a: Thing, b: Thing) -> bool:
    base, top = a["position"][1], b["position"][1] + b["size"][1]
    carried = str(a.get("supported_by", "")).lower() in (b["name"].lower(), b["id"].lower())
    return bool(carried and 0.15 < base <= top + 0.25)


def is_color(code: str, wanted: str) -> bool:
    """Whether `#rrggbb` is nearest to that basic colour; a light tan counts as yellow, as blond hair does."""
    wanted = _ALSO.get(wanted, wanted)
    digits = code.lstrip("#")
    rgb = tuple(int(digits[i : i + 2], 16) for i in (0, 2, 4))
    nearest = min(CSS_COLORS, key=lambda name: sum((x - y) ** 2 for x, y in zip(rgb, CSS_COLORS[name], strict=True)))
    return nearest == wanted or (wanted == "yellow" and nearest in ("orange", "brown") and rgb[0] > 170)


def _holds(state: State, who: str, what: str) -> bool:
    held = [str(item).lower() for item in _one(state, who).get("holds", [])]
    ids = {e["id"].lower() for e in find(state, what)}
    what = what.lower()
    return any(item in ids or what in item or item in what for item in held)


def _showed(state: State, who: str, gesture: str) -> bool:
    """`shown` lists the gestures somebody made since the state before."""
    return any(gesture in thing.get("shown", ()) for thing in find(state, who))


def _turned(before: State, after: State, who: str) -> bool:
    off = _one(after, who)["heading_deg"] - _one(before, who)["heading_deg"]
    return bool(abs((off + 180.0) % 360.0 - 180.0) >= 120.0)


def _spoke(state: State, who: str, text: str) -> bool:
    speaker = _one(state, who)["name"].lower()
    words = text.strip(" .!?,。！？")
    return any(words in line["text"] for line in state.get("spoken", []) if line["speaker"].lower() == speaker)


def _framed(state: State, who: str, fraction: float) -> bool:
    box = _one(state, who).get("screen_box")
    if not box:
        return False
    return bool(min(box[3], 1.0) - max(box[1], 0.0) >= fraction and box[2] > 0.0 and box[0] < 1.0)


def _is_subject(state: State, name: str) -> bool:
    subject = str(state["camera"].get("subject")).lower()
    return any(subject in (e["name"].lower(), e["id"].lower()) for e in find(state, name))


def _limit(args: Sequence[str], at: int, usual: float) -> float:
    return float(args[at]) if len(args) > at else usual


# ---- the facts --------------------------------------------------------------------------------------------------

_Judge = Callable[[State, State, Sequence[str]], bool]


def _closer(b: State, a: State, x: Sequence[str]) -> bool:
    change, enough = _approach(b, a, x[0], x[1])
    return change >= enough


def _farther(b: State, a: State, x: Sequence[str]) -> bool:
    change, enough = _approach(b, a, x[0], x[1])
    return -change >= enough


def _down(b: State, a: State, x: Sequence[str]) -> bool:
    thing = _one(a, x[0])
    return bool(thing.get("down")) or thing["pose"] in ("fallen", "lie")


FACTS: dict[str, _Judge] = {
    "exists": lambda b, a, x: bool(find(a, x[0])),
    "gone": lambda b, a, x: not find(a, x[0]),
    "count": lambda b, a, x: len(find(a, x[0])) == int(x[1]),
    "near": lambda b, a, x: _gap(a, x[0], x[1]) <= _limit(x, 2, 1.5),
    "far": lambda b, a, x: _gap(a, x[0], x[1]) >= float(x[2]),
    "closer": _closer,
    "farther": _farther,
    "moved": lambda b, a, x: _moved(b, a, x[0]) >= _limit(x, 1, 0.5),
    "on": lambda b, a, x: any(_stands_on(p, q) for p, q in _pairs(a, x[0], x[1])),
    "inside": lambda b, a, x: str(_one(a, x[0]).get("inside") or "").lower() == _one(a, x[1])["name"].lower(),
    "above": lambda b, a, x: bool(_one(a, x[0])["position"][1] >= float(x[1])),
    "facing": lambda b, a, x: any(_off_heading(p, q) <= 30.0 for p, q in _pairs(a, x[0], x[1])),
    "holds": lambda b, a, x: _holds(a, x[0], x[1]),
    "pose": lambda b, a, x: bool(_one(a, x[0])["pose"] == x[1]),
    "emotion": lambda b, a, x: bool(_one(a, x[0])["emotion"] == x[1]),
    "open": lambda b, a, x: bool(_one(a, x[0]).get("open")),
    "lit": lambda b, a, x: bool(_one(a, x[0]).get("lit")),
    "down": _down,
    "time": lambda b, a, x: bool(a["time_of_day"] == x[0]),
    "weather": lambda b, a, x: bool(a["weather"] == x[0]),
    "setting": lambda b, a, x: x[0].lower() in str(a["setting"]).lower(),
    "color": lambda b, a, x: is_color(_one(a, x[0])["colors"][x[1]], x[2]),
    "shot": lambda b, a, x: bool(a["camera"]["shot_size"] == x[0]),
    "camera": lambda b, a, x: bool(a["camera"]["camera_type"] == x[0]),
    "subject": lambda b, a, x: _is_subject(a, x[0]),
    # besides those of the directability cases: what verbs and casting need to be judged by
    "showed": lambda b, a, x: _showed(a, x[0], x[1]),
    "looks": lambda b, a, x: bool(_one(a, x[0]).get("look", {}).get(x[1]) == x[2]),
    "headed": lambda b, a, x: _headed(b, a, x[0], float(x[1])),
    "turned": lambda b, a, x: _turned(b, a, x[0]),
    "dark": lambda b, a, x: not any(thing.get("lit") for thing in a["entities"]),
    "framed": lambda b, a, x: _framed(a, x[0], float(x[1])),
}


def holds_true(fact: str, before: State, after: State) -> bool:
    """Whether `fact` holds after. Raises `NotOnStage` when it speaks of somebody who is not there, and ValueError
    when it is not a fact of this language."""
    fact = fact.strip()
    if fact.startswith("not "):
        return not holds_true(fact[4:], before, after)
    parts = re.fullmatch(r"(\w+)\((.*)\)", fact, re.S)
    if parts is None:
        raise ValueError(f"not a fact: {fact!r}")
    name, inner = parts.groups()
    if name == "speaking":
        who, text = inner.split(",", 1)
        return _spoke(after, who.strip(), text.strip().strip('"'))
    if name not in FACTS:
        raise ValueError(f"no such fact: {name!r}")
    return FACTS[name](before, after, [arg.strip() for arg in inner.split(",")])


def is_unchanged(name: str, before: State, after: State) -> bool:
    """Whether everything called `name` is still there, within 0.2 m, with the same pose, emotion and holdings."""

    def manner(thing: Thing) -> tuple[str, str, list[str]]:
        return thing["pose"], thing["emotion"], sorted(map(str, thing.get("holds", [])))

    was = find(before, name)
    now = {thing["id"]: thing for thing in find(after, name)}
    return bool(was) and all(
        thing["id"] in now
        and math.dist(thing["position"], now[thing["id"]]["position"]) <= 0.2
        and manner(thing) == manner(now[thing["id"]])
        for thing in was
    )
