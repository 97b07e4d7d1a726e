"""What a moment must have for an idea: conditions by the names that `ideas.yaml` uses.

Each is a question about a situation and some of those who are in it, by their ids. Knows no ideas and no words.
"""

from __future__ import annotations

from collections.abc import Callable

from director.suggestions.situation import Situation
from model.stage import Entity

_ARMS = frozenset({"sword", "knife", "dagger", "axe", "bow", "spear", "staff", "gun", "stick", "hammer"})
_WILD = frozenset({"dragon", "wolf", "bear", "lion", "snake", "spider", "ghost", "giant", "dinosaur", "alien", "shark"})
_TAME = frozenset({"dog", "cat", "horse", "sheep", "rabbit", "fox", "unicorn", "bird", "chicken", "robot", "pig"})
_RANKS = frozenset({"king", "queen", "prince", "princess", "emperor", "boss", "priest", "judge", "general", "noble"})


def is_child(entity: Entity | None) -> bool:
    return entity is not None and entity.look.get("age") == "child"


def _grown(situation: Situation, who: str) -> bool:
    return not is_child(situation.entity(who))


def _has(trait: str) -> Callable[[Situation, str], bool]:
    return lambda s, what: trait in s.entity(what).traits


def _upright(s: Situation, who: str) -> bool:
    return s.pose(who) in ("stand", "walk", "run", "dance") and s.up(who) < 0.3


def _taken(s: Situation, seat: str) -> bool:
    return bool((s.moment.supported_by == s.row(seat)).any())


NEEDS: dict[str, Callable[..., bool]] = {
    "far": lambda s, a, b: s.gap(a, b) > 2.2,
    "close": lambda s, a, b: s.gap(a, b) <= 3.0,
    "reach": lambda s, a, b: s.gap(a, b) <= 9.0,
    "free": lambda s, a: not s.held(a),
    "armed": lambda s, a: any(s.entity(t).archetype in _ARMS for t in s.held(a)),
    "has": lambda s, a, t: s.holder(t) == a,
    "loose": lambda s, t: s.holder(t) is None and not s.inside(t) and "holdable" in s.entity(t).traits,
    "small": lambda s, t: max(s.entity(t).size) < 0.75,
    "shut": lambda s, t: "opens" in s.entity(t).traits and s.moment.opened[s.row(t)] < 0.5,
    "ajar": lambda s, t: "opens" in s.entity(t).traits and s.moment.opened[s.row(t)] > 0.5,
    "dark": lambda s, t: "lights" in s.entity(t).traits and s.moment.lit[s.row(t)] < 0.5,
    "lit": lambda s, t: "lights" in s.entity(t).traits and s.moment.lit[s.row(t)] > 0.5,
    "lamps": lambda s: any(s.moment.lit[s.row(e.id)] > 0.5 for e in s.present),
    "door": lambda s, t: s.entity(t).archetype == "door",
    "window": lambda s, t: s.entity(t).archetype == "window",
    "seat": lambda s, t: "seat" in s.entity(t).traits and s.moment.tilt[s.row(t)] < 0.5 and not _taken(s, t),
    "shelter": lambda s, t: "holdable" not in s.entity(t).traits and s.entity(t).size[1] > 0.7
    and "hangs" not in s.entity(t).traits,
    "climb": lambda s, t: s.entity(t).archetype in ("table", "rock", "wall", "stairs", "car", "conference_table"),
    "topples": lambda s, t: {"topples"} <= s.entity(t).traits and s.moment.tilt[s.row(t)] < 0.3
    and "holdable" not in s.entity(t).traits,
    "grown": _grown,
    "upright": _upright,
    "seated": lambda s, a: s.pose(a) in ("sit", "kneel") and s.up(a) < 1.2,
    "fallen": lambda s, a: s.pose(a) in ("fallen", "lie") or s.moment.down(s.row(a)),
    "aloft": lambda s, c: s.pose(c) == "fly",
    "grounded": lambda s, c: s.pose(c) != "fly",
    "flies": _has("flies"),
    "wild": lambda s, c: s.entity(c).archetype in _WILD,
    "tame": lambda s, c: s.entity(c).archetype in _TAME,
    "others": lambda s, n: len(s.cast("person")) > int(n),
    "few": lambda s, n: len(s.cast("person")) <= int(n),
    "outdoor": lambda s: not s.stage.indoor,
    "setting": lambda s, *names: s.stage.setting.replace(" ", "_") in names,
    "weather": lambda s, *kinds: s.moment.weather_name() in kinds,
    "hour": lambda s, *times: s.moment.time_of_day() in times,
    "ranks": lambda s, a: s.entity(a).look.get("role") in _RANKS,
    "feels": lambda s, a, *moods: s.emotion(a).replace(" ", "_") in moods,
    "later": lambda s, n: len(s.past) >= int(n),
    "tense": lambda s: s.tension >= 0.45,
    "at_peace": lambda s: s.tension < 0.45,
}  # fmt: skip
