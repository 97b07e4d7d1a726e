"""Differences between two moments in words, and the direction that would turn one into the other.

English and Chinese. Knows facts and names; knows nothing of states, of scenes or of how a direction is acted.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from director.lexicon import continuity as words
from director.lexicon.continuity import Words
from director.suggestions.ideas import name_in
from model.facts import CSS_COLORS
from model.moment import time_of_day
from storygraph.facts import Difference, Facts, Thing

_BESIDE_M = 3.0  # within which something stands for a place
_MOST_PARTS = 2  # of a changed look that are named


@dataclass(frozen=True, slots=True)
class Wording:
    """Two moments, and the language (`en` or `zh`) in which they are compared."""

    here: Facts
    there: Facts
    language: str = "en"

    def name(self, thing_id: str) -> str:
        """What somebody or something is called inside a sentence."""
        thing = self.here.things.get(thing_id) or self.there.things.get(thing_id)
        return name_in(thing.name if thing else thing_id.lstrip("+"), self.language)

    def subject(self, difference: Difference) -> str:
        return self.name(difference.subject) if difference.subject else self._pick(words.IT)

    def sides(self, difference: Difference) -> tuple[str, str]:
        """What is so of the subject at either moment, as clauses that follow it."""
        if difference.kind == "hour":
            return self._hours(float(str(difference.here)), float(str(difference.there)))
        if difference.kind == "look":
            return self._looks(difference)
        return (
            self._clause(difference, difference.here, self.here),
            self._clause(difference, difference.there, self.there),
        )

    def sentence(self, difference: Difference, when_here: str, when_there: str) -> str:
        """The difference in one sentence without a full stop; `when_...` say which moments these are."""
        who, (one, other) = self.subject(difference), self.sides(difference)
        if self.language == "zh":
            return f"{when_here}{who}{one}，{when_there}却{other}"
        who = who[:1].upper() + who[1:]
        return f"{who} {one} {when_here} and {other} {when_there}"

    def bridge(self, difference: Difference) -> str | None:
        """A direction that makes what is here into what is there; None where no deed can."""
        made = {
            "hour": self._to_hour, "weather": self._to_weather, "presence": self._to_presence, "place": self._to_place,
            "open": self._to_state, "lit": self._to_state, "pose": self._to_pose, "seat": self._to_seat,
            "spot": self._to_spot,
        }.get(difference.kind)  # fmt: skip
        text = made(difference) if made else None
        return text and text[:1].upper() + text[1:]

    # What is so

    def _clause(self, difference: Difference, value: object, facts: Facts) -> str:
        kind, thing = difference.kind, facts.things.get(difference.subject)
        if kind == "setting":
            return self._pick(words.SETTING, str(value).replace("_", " "))
        if kind == "name":
            return self._pick(words.CALLED, str(value))
        if kind == "weather":
            return self._pick(words.SKIES[str(value)])
        if kind == "pose" and thing and not thing.lives:
            return self._pick(words.OVERTURNED[0 if value == "fallen" else 1])
        if kind == "pose":
            return self._pick(words.POSES[str(value)])
        if kind == "spot":
            beside = self._landmark(facts, thing)
            return self._pick(words.STANDS, beside) if beside else self._pick(words.STANDS_ALONE)
        if kind in ("place", "seat"):
            return self._place(kind, value, facts, thing)
        return self._pick(self._truth(difference)[0 if value else 1])

    def _truth(self, difference: Difference) -> tuple[Words, Words]:
        """The words for what may be so or not."""
        both = [facts.things.get(difference.subject) for facts in (self.here, self.there)]
        if difference.kind == "lit" and any(thing is None or thing.lit is None for thing in both):
            return words.BURNING  # what gives no light of its own
        if difference.kind == "fate" and not any(thing and thing.lives for thing in both):
            return words.WHOLE
        return words.TRUTHS[difference.kind]

    def _place(self, kind: str, value: object, facts: Facts, thing: Thing | None) -> str:
        how, where = value if isinstance(value, tuple) else ("ground", "")
        if kind == "seat":
            return self._pick(words.SEATS[how], self.name(where))
        beside = self._landmark(facts, thing) if how == "ground" else ""
        return self._pick(words.PLACES["beside" if beside else how], beside or self.name(where))

    def _landmark(self, facts: Facts, thing: Thing | None) -> str:
        """What somebody or something is beside, by name: a thing that stands there, not another person."""
        if thing is None:
            return ""
        near = [
            (math.dist(thing.spot, other.spot), other.id)
            for other in facts.things.values()
            if other.here and not other.lives and other.id != thing.id and other.place[0] == "ground"
        ]
        distance, nearest = min(near, default=(math.inf, ""))
        return self.name(nearest) if distance <= _BESIDE_M else ""

    def _hours(self, here: float, there: float) -> tuple[str, str]:
        one, other = time_of_day(here), time_of_day(there)
        if one != other:
            return self._pick(words.TIMES[one]), self._pick(words.TIMES[other])
        return self._pick(words.CLOCK, f"{here:.0f}"), self._pick(words.CLOCK, f"{there:.0f}")

    def _looks(self, difference: Difference) -> tuple[str, str]:
        pairs = [pair for side in (difference.here, difference.there) for pair in _pairs(side)]
        one, other = pairs[: len(pairs) // 2][:_MOST_PARTS], pairs[len(pairs) // 2 :][:_MOST_PARTS]
        return self._joined(one, other), self._joined(other, one)

    def _joined(self, parts: Iterable[tuple[str, str]], others: Iterable[tuple[str, str]]) -> str:
        said = []
        for (part, value), (_, other) in zip(parts, others, strict=True):
            word = self._colour(value, other) if value.startswith("#") else value.replace("_", " ") or "—"
            said.append(self._pick(words.LOOKS.get(part, ("is {0}", "是{0}")), word))
        return (" and " if self.language == "en" else "，").join(said)

    def _colour(self, code: str, other: str) -> str:
        name = _nearest(code)
        word = name if self.language == "en" else words.COLOURS_ZH[name]
        return f"{word} ({code})" if other.startswith("#") and _nearest(other) == name else word

    # What would bring it about

    def _to_hour(self, difference: Difference) -> str | None:
        here, there = (time_of_day(float(str(value))) for value in (difference.here, difference.there))
        return None if here == there else self._pick(words.BECOMES[there])

    def _to_weather(self, difference: Difference) -> str:
        return self._pick(words.TURNS[str(difference.there)])

    def _to_presence(self, difference: Difference) -> str | None:
        thing = self.here.things.get(difference.subject) or self.there.things[difference.subject]
        if thing.lives:
            comes = words.COMES_IN if difference.there else words.GOES_OUT
            newcomer = thing.id not in self.here.things
            return self._pick(comes, a=self._indefinite(thing) if newcomer else self.name(thing.id))
        how, holder = self.there.things[thing.id].place if thing.id in self.there.things else ("", "")
        if difference.there and how == "held" and thing.id not in self.here.things:
            return self._pick(words.BRINGS_OUT, a=self.name(holder), o=self._indefinite(thing))
        return None

    def _to_place(self, difference: Difference) -> str | None:
        thing = self.here.things[difference.subject]
        how, where = self.there.things[difference.subject].place
        holder = thing.place[1] if thing.place[0] == "held" else ""
        if how == "held":
            if not self.here.is_here(where):
                return None
            if holder:
                return self._pick(words.GIVES, self.name(where), a=self.name(holder), o=self.name(thing.id))
            return self._pick(words.TAKES, a=self.name(where), o=self.name(thing.id))
        who = holder or self._somebody(thing)
        if not who or (where and not self.here.is_here(where)) or (how == "ground" and not holder):
            return None
        return self._pick(words.PUTS[how], self.name(where), a=self.name(who), o=self.name(thing.id))

    def _to_state(self, difference: Difference) -> str | None:
        thing = self.here.things[difference.subject]
        who = self._somebody(thing)
        sets = words.SETS[difference.kind][0 if difference.there else 1]
        return self._pick(sets, a=self.name(who), o=self.name(thing.id)) if who else None

    def _to_pose(self, difference: Difference) -> str | None:
        thing = self.here.things[difference.subject]
        if thing.lives:
            return self._pick(words.TAKES_POSE[str(difference.there)], a=self.name(thing.id))
        who = self._somebody(thing)
        knocked = difference.there == "fallen" and who
        return self._pick(words.KNOCKED_OVER, a=self.name(who), o=self.name(thing.id)) if knocked else None

    def _to_seat(self, difference: Difference) -> str | None:
        was, now = self.here.things[difference.subject], self.there.things[difference.subject]
        how, where = now.place
        who = self.name(now.id)
        if how == "ground":
            gets = words.TAKES_POSE["stand"] if was.pose in ("sit", "lie") else words.GETS_DOWN
            return self._pick(gets, self.name(was.place[1]), a=who)
        if how != "on" or not self.here.is_here(where):
            return None
        goes = {"sit": words.SITS, "lie": words.LIES}.get(now.pose, words.CLIMBS)
        return self._pick(goes, self.name(where), a=who)

    def _to_spot(self, difference: Difference) -> str | None:
        beside = self._landmark(self.there, self.there.things[difference.subject])
        return self._pick(words.WALKS, beside, a=self.name(difference.subject)) if beside else None

    def _somebody(self, thing: Thing) -> str:
        """Who could do something with a thing: the nearest person on their feet, or else whoever is there."""
        able = [
            (math.dist(thing.spot, other.spot), other.id)
            for other in self.here.things.values()
            if other.kind == "person" and other.upright and other.id != thing.id
        ]
        return min(able, default=(0.0, ""))[1]

    def _indefinite(self, thing: Thing) -> str:
        """A newcomer, who is not known yet: "a guard", but "Anna"."""
        plain = self.language == "en" and thing.name.isascii() and not thing.name[:1].isupper()
        return f"{'an' if thing.name[:1] in 'aeiou' else 'a'} {thing.name}" if plain else thing.name

    def _pick(self, pair: Words, name: str = "", **names: str) -> str:
        return pair[1 if self.language == "zh" else 0].format(name, **names)


def _pairs(side: object) -> list[tuple[str, str]]:
    return [(str(part), str(value)) for part, value in side] if isinstance(side, tuple) else []


def _nearest(code: str) -> str:
    """The basic colour nearest to `#rrggbb`."""
    rgb = [int(code[i : i + 2], 16) for i in (1, 3, 5)]
    return min(CSS_COLORS, key=lambda name: math.dist(rgb, CSS_COLORS[name]))
