"""What the variables of a story may be in each of its scenes: more than can happen, never less.

For stories with too many moments to be played out (`storygraph.play.explore`). Each variable is looked at by itself, so
what is said never to happen never does; what may happen perhaps does not. The source is abstract interpretation with
intervals (Cousot and Cousot, 1977); a story runs forward, so one look at each scene is enough.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import cast

from storygraph.expressions import MOST, Expression, Literal, Name, Operation, Value, bounded, kind_of
from storygraph.play import Play, Way

__all__ = ["Outlook", "Range", "Ranges", "Span", "all_shut", "outlook"]

_MOST_TEXTS = 24  # that are told apart


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers from `low` to `high`, both among them."""

    low: float
    high: float


Range = Span | frozenset[Value] | None  # None: any text
Ranges = Mapping[str, Range]  # of each variable

_ANY: dict[type, Range] = {bool: frozenset({True, False}), float: Span(-MOST, MOST), str: None}


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may happen in a story: what the variables may be when each scene begins (one that is missing is one nobody
    can get to), and the choices that are never open, as scene and choice."""

    begins: Mapping[str, Ranges]
    never: frozenset[tuple[str, str]]


def outlook(play: Play) -> Outlook:
    """What may happen in the story."""
    begins = {name: _exactly(value) for name, value in zip(play.names, play.initial, strict=True)}
    found: dict[str, Ranges] = {play.graph.root.id: begins}
    never: set[tuple[str, str]] = set()
    ordered = set(play.graph.order)
    anything = {name: _ANY[kind_of(value)] for name, value in zip(play.names, play.initial, strict=True)}
    found |= {scene_id: anything for scene_id in play.graph.scenes if scene_id not in ordered}  # in a circle, or behind
    for scene_id in (*play.graph.order, *(found.keys() - ordered)):
        for way in play.all_ways(scene_id) if scene_id in found else ():
            after, to = _through(way, found[scene_id]), way.choice.to
            if after is None:
                never.add((scene_id, way.choice.id))
            elif to in ordered:
                found[to] = _either(found[to], after) if to in found else after
    return Outlook(found, frozenset(never))


def _through(way: Way, here: Ranges) -> Ranges | None:
    """What the variables may be after a choice that is offered where they may be `here`; None when it is never open."""
    after = here if way.condition is None else _given(way.condition, True, here)
    if after is None or not way.effects:
        return after
    changed = dict(after)
    for effect in way.effects:
        changed[effect.name] = _range(effect.value, changed)
    return changed


def all_shut(ways: Iterable[Way], here: Ranges) -> bool:
    """Whether none of these choices may be open where the variables may be `here`."""
    for way in ways:
        shut = None if way.condition is None else _given(way.condition, False, here)
        if shut is None:
            return False
        here = shut
    return True


# What comes of an expression


def _range(expression: Expression, here: Ranges) -> Range:
    """All that an expression may come to."""
    if isinstance(expression, Literal):
        return _exactly(expression.value)
    if isinstance(expression, Name):
        return here[expression.name]
    operands = [_range(operand, here) for operand in expression.operands]
    if isinstance(operands[0], Span):
        spans = cast(list[Span], operands)
        sums = expression.operator in ("+", "-", "*", "negate")
        return _sum(expression.operator, spans) if sums else frozenset(_comparisons(expression.operator, *spans))
    if expression.operator == "not":
        return frozenset(not value for value in cast(frozenset[Value], operands[0]))
    if expression.operator in ("==", "!="):
        return frozenset(_sames(operands, expression.operator == "=="))
    first, second = cast(list[frozenset[Value]], operands)
    pairs = product(first, second)
    if expression.operator == "and":
        return frozenset(bool(a and b) for a, b in pairs)
    return frozenset(bool(a or b) for a, b in pairs)


@lru_cache(4_096, typed=True)  # there are few values, and very many that are asked for
def _exactly(value: Value) -> Range:
    return frozenset({value}) if isinstance(value, (bool, str)) else Span(value, value)


def _sum(operator: str, spans: list[Span]) -> Span:
    """Rounding never turns more into less, so what comes of the bounds bounds what comes of all between them."""
    if operator == "negate":
        return Span(-spans[0].high, -spans[0].low)
    a, b = spans
    if operator == "+":
        ends = [a.low + b.low, a.high + b.high]
    elif operator == "-":
        ends = [a.low - b.high, a.high - b.low]
    else:
        ends = [x * y for x, y in product((a.low, a.high), (b.low, b.high))]
    return Span(bounded(min(ends)), bounded(max(ends)))


def _comparisons(sign: str, a: Span, b: Span) -> Iterator[bool]:
    """Whether it may hold, and whether it may not."""
    apart = a.high < b.low or b.high < a.low
    one = a.low == a.high == b.low == b.high
    may = {
        "<": (a.low < b.high, a.high >= b.low),
        "<=": (a.low <= b.high, a.high > b.low),
        ">": (a.high > b.low, a.low <= b.high),
        ">=": (a.high >= b.low, a.low < b.high),
        "==": (not apart, not one),
        "!=": (not one, not apart),
    }[sign]
    yield from (holds for holds, possible in zip((True, False), may, strict=True) if possible)


def _sames(operands: list[Range], wanted: bool) -> Iterator[bool]:
    """Whether two values out of these may be the same, and whether they may not."""
    a, b = (cast("frozenset[Value] | None", operand) for operand in operands)
    if a is None or b is None or a & b:
        yield wanted
    if a is None or b is None or len(a | b) > 1:
        yield not wanted


# What follows from an expression


def _given(expression: Expression, holds: bool, here: Ranges) -> Ranges | None:
    """What the variables may be where a condition holds, or does not; None where that cannot be."""
    if holds not in cast(frozenset[Value], _range(expression, here)):
        return None
    if isinstance(expression, Name):
        return {**here, expression.name: frozenset({holds})}
    if not isinstance(expression, Operation):
        return here
    if expression.operator == "not":
        return _given(expression.operands[0], not holds, here)
    if expression.operator == ("and" if holds else "or"):  # each of the two must be so
        for operand in expression.operands:
            narrowed = _given(operand, holds, here)
            if narrowed is None:
                return None
            here = narrowed
        return here
    return _compared(expression, holds, here)


def _compared(expression: Operation, holds: bool, here: Ranges) -> Ranges | None:
    """What follows where a variable is compared with what is written down; all else tells nothing here."""
    sign, operands = expression.operator, expression.operands
    if isinstance(operands[0], Literal):
        sign, operands = _TURNED.get(sign, sign), operands[::-1]
    if sign not in _OPPOSITE or not (isinstance(operands[0], Name) and isinstance(operands[1], Literal)):
        return here
    name, value = operands[0].name, operands[1].value
    sign = sign if holds else _OPPOSITE[sign]
    before = here[name]
    if isinstance(before, Span):
        after = _cut(before, sign, float(value))
        return None if after.low > after.high else {**here, name: after}
    if sign == "==":
        return {**here, name: frozenset({value})}
    return here if before is None else {**here, name: before - {value}}


def _cut(span: Span, sign: str, value: float) -> Span:
    low, high = {
        "<": (-MOST, math.nextafter(value, -math.inf)),
        "<=": (-MOST, value),
        ">": (math.nextafter(value, math.inf), MOST),
        ">=": (value, MOST),
        "==": (value, value),
        "!=": (math.nextafter(span.low, math.inf) if span.low == value else -MOST,
               math.nextafter(span.high, -math.inf) if span.high == value else MOST),
    }[sign]  # fmt: skip
    return Span(max(span.low, low), min(span.high, high))


_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


# Several ways to one place


def _either(a: Ranges, b: Ranges) -> Ranges:
    return a if a is b else {name: _joined(one, b[name]) for name, one in a.items()}


def _joined(a: Range, b: Range) -> Range:
    if a == b:
        return a
    if isinstance(a, Span) and isinstance(b, Span):
        return Span(min(a.low, b.low), max(a.high, b.high))
    if not isinstance(a, frozenset) or not isinstance(b, frozenset):
        return None
    both = a | b
    return both if len(both) <= _MOST_TEXTS else None
