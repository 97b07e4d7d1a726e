"""What a moment must have for an idea: conditions by the names that `ideas.yaml` uses.

Each is a question about a situation and some of those who are in it, by their ids. Knows no ideas and no words.
"""

from __future__ import annotations

from collections.abc import Callable

from director.suggestions.decorum import ARMS, could_be_lovers, is_child
from director.suggestions.situation import Situation

# What tells a story when it is held up: it is somebody's, or it means something.
_TELLING = ARMS | frozenset(
    """
    letter phone laptop book ring ring_box crown contract money handbag suitcase briefcase medicine trophy photo box bag
    """.split()
)
_TOYS = frozenset({"ball"})
_HARM = frozenset("attack kick push chase drag throw blast burn quake black_out topple land".split())
_WILD = frozenset({"dragon", "wolf", "bear", "lion", "snake", "spider", "ghost", "giant", "dinosaur", "alien", "shark"})
_TAME = frozenset({"dog", "cat", "horse", "sheep", "rabbit", "fox", "unicorn", "bird", "chicken", "robot", "pig"})
_RANKS = frozenset({"king", "queen", "prince", "princess", "emperor", "boss", "priest", "judge", "general", "noble"})


def _has(trait: str) -> Callable[[Situation, str], bool]:
    return lambda s, what: trait in s.entity(what).traits


def _upright(s: Situation, who: str) -> bool:
    return s.pose(who) in ("stand", "walk", "run", "dance") and s.up(who) < 0.3


def _taken(s: Situation, seat: str) -> bool:
    return bool((s.moment.supported_by == s.row(seat)).any())


def _in_danger(s: Situation) -> bool:
    """Whether there is something to be afraid of: a wild creature, a drawn weapon, or what has just happened."""
    wild = any(e.archetype in _WILD for e in s.cast("creature"))
    drawn = any(s.entity(t).archetype in ARMS for e in s.cast("person") for t in s.held(e.id))
    return wild or drawn or any(a.verb in _HARM for past in s.past[-2:] for a in past.actions)


def _spoken(s: Situation) -> bool:
    return any(a.verb == "talk" for a in s.last)


def _able(s: Situation, who: str) -> bool:
    """Whether who sits there can get up: not out of a wheelchair or a sickbed."""
    seat = int(s.moment.supported_by[s.row(who)])
    return seat < 0 or s.stage.entities[seat].archetype not in ("wheelchair", "bed")


NEEDS: dict[str, Callable[..., bool]] = {
    "far": lambda s, a, b: s.gap(a, b) > 2.2,
    "close": lambda s, a, b: s.gap(a, b) <= 3.0,
    "reach": lambda s, a, b: s.gap(a, b) <= 9.0,
    "free": lambda s, a: not s.held(a),
    "armed": lambda s, a: any(s.entity(t).archetype in ARMS for t in s.held(a)),
    "has": lambda s, a, t: s.holder(t) == a,
    "loose": lambda s, t: s.holder(t) is None and not s.inside(t) and "holdable" in s.entity(t).traits,
    "small": lambda s, t: max(s.entity(t).size) < 0.75,
    "telling": lambda s, t: s.entity(t).archetype in _TELLING,
    "arm": lambda s, t: s.entity(t).archetype in ARMS,
    "toy": lambda s, t: s.entity(t).archetype in _TOYS,
    "lid": lambda s, t: s.entity(t).archetype != "machine",
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
    "climb": lambda s, t: s.entity(t).archetype in ("table", "rock", "wall", "car", "conference_table"),
    "topples": lambda s, t: {"topples"} <= s.entity(t).traits and s.moment.tilt[s.row(t)] < 0.3
    and "holdable" not in s.entity(t).traits,
    "grown": lambda s, a: not is_child(s.entity(a)),
    "child": lambda s, a: is_child(s.entity(a)),
    "suitors": lambda s, a, b: could_be_lovers(s.entity(a), s.entity(b)),
    "able": _able,
    "upright": _upright,
    "seated": lambda s, a: s.pose(a) in ("sit", "kneel") and s.up(a) < 1.2,
    "fallen": lambda s, a: s.pose(a) in ("fallen", "lie") or s.moment.down(s.row(a)),
    "aloft": lambda s, c: s.pose(c) == "fly",
    "grounded": lambda s, c: s.pose(c) != "fly",
    "flies": _has("flies"),
    "wild": lambda s, c: s.entity(c).archetype in _WILD,
    "daunting": lambda s, b: s.entity(b).kind == "person" or s.entity(b).archetype in _WILD,
    "tame": lambda s, c: s.entity(c).archetype in _TAME,
    "others": lambda s, n: len(s.cast("person")) > int(n),
    "few": lambda s, n: len(s.cast("person")) <= int(n),
    "outdoor": lambda s: not s.stage.indoor,
    "indoor": lambda s: s.stage.indoor,
    "setting": lambda s, *names: s.stage.setting.replace(" ", "_") in names,
    "weather": lambda s, *kinds: s.moment.weather_name() in kinds,
    "hour": lambda s, *times: s.moment.time_of_day() in times,
    "ranks": lambda s, a: s.entity(a).look.get("role") in _RANKS,
    "feels": lambda s, a, *moods: s.emotion(a).replace(" ", "_") in moods,
    "later": lambda s, n: len(s.past) >= int(n),
    "tense": lambda s: s.tension >= 0.45,
    "danger": _in_danger,
    "spoken": _spoken,
    "at_peace": lambda s: s.tension < 0.45,
}  # fmt: skip
