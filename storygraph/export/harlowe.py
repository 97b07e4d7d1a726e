"""Conditions, effects and timers of choices as macros of Harlowe, Twine's own default format.

Variables go by their names where Harlowe can take these, else by numbers. The texts of variables are only ever
compared, so each stands there in a form of its own in which nothing is a sign. Sums are not bounded there as they are
in the player. Source: the Harlowe 3.3 manual. Knows nothing of passages (`storygraph.export.twee`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from storygraph.expressions import (
    Effect,
    Expression,
    Literal,
    Name,
    Value,
    checked_condition,
    checked_effect,
    literal_text,
)
from storygraph.graph import StoryGraph
from storygraph.story import Choice

__all__ = ["Harlowe"]

_OPERATORS = {"==": "is", "!=": "is not"}


class Harlowe:
    """Writes the logic of one story. Raises StoryError when a condition or an effect cannot be read."""

    def __init__(self, graph: StoryGraph) -> None:
        self._kinds = graph.kinds
        self._initial = {variable.name: variable.initial for variable in graph.episode.variables}
        plain = [name for name in graph.kinds if re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name)]
        taken = {name.casefold() for name in plain}
        self._names = {name: f"${name}" for name in plain}
        number = 0
        for name in graph.kinds:
            while name not in self._names:
                number += 1
                if f"v{number}" not in taken:
                    self._names[name] = f"$v{number}"

    def start(self) -> str:
        """What sets the variables up."""
        return "".join(f"(set: {self._names[name]} to {_value(initial)})" for name, initial in self._initial.items())

    def link(self, choice: Choice, label: str, passage: str) -> str:
        """A choice as a link to a passage; `label` is text that Harlowe shows as it is."""
        effects = self._effects(choice)
        link = f"[[{label}->{passage}]]"
        if effects:
            quoted = label.replace('"', "&#34;")
            link = f'(link-reveal-goto: "{quoted}", "{passage}")[{effects}]'
        condition = self._condition(choice)
        return link if condition is None else f"(if: {condition})[{link}]"

    def clock(self, choices: Sequence[Choice], passages: Mapping[str, str], onward: str | None) -> str:
        """What happens when the time of these choices is up, which lead to `passages` by id; `onward` is the one that
        goes on. Nothing where time does not run."""
        jumps: list[tuple[str | None, str]] = [
            (self._condition(choice), f'{self._effects(choice)}(go-to: "{passages[choice.id]}")')
            for choice in choices
            if choice.default
        ]
        jumps += [(None, f'(go-to: "{onward}")')] if onward is not None else []
        timed = [(self._condition(choice), choice.seconds) for choice in choices if choice.seconds is not None]
        if not jumps or not timed:
            return ""
        jump = _first_open(jumps)
        always = min((seconds for condition, seconds in timed if condition is None), default=None)
        clocks = [f"(if: {condition})[(after: {seconds:g}s)[{jump}]]" for condition, seconds in timed
                  if condition is not None and (always is None or seconds < always)]  # fmt: skip
        return "\n".join([*clocks, *([] if always is None else [f"(after: {always:g}s)[{jump}]"])])

    # Inside

    def _condition(self, choice: Choice) -> str | None:
        if not choice.condition.strip():
            return None
        return self._expression(checked_condition(choice.condition, self._kinds))

    def _effects(self, choice: Choice) -> str:
        return "".join(self._effect(checked_effect(effect, self._kinds)) for effect in choice.effects)

    def _effect(self, effect: Effect) -> str:
        return f"(set: {self._names[effect.name]} to {self._expression(effect.value)})"

    def _expression(self, expression: Expression) -> str:
        """Everything in parentheses: what binds more is not the same everywhere."""
        if isinstance(expression, Literal):
            return _value(expression.value)
        if isinstance(expression, Name):
            return self._names[expression.name]
        operands = [self._expression(operand) for operand in expression.operands]
        if expression.operator == "not":
            return f"(not {operands[0]})"
        if expression.operator == "negate":
            return f"(0 - {operands[0]})"
        return f"({operands[0]} {_OPERATORS.get(expression.operator, expression.operator)} {operands[1]})"


def _first_open(jumps: Sequence[tuple[str | None, str]]) -> str:
    """The first of these of which the condition holds."""
    written = ""
    for condition, jump in jumps:
        if condition is None:
            return f"{written}(else:)[{jump}]" if written else jump
        written += f"({'else-if' if written else 'if'}: {condition})[{jump}]"
    return written


def _value(value: Value) -> str:
    if isinstance(value, str):
        return '"' + re.sub(r"[^\w ]|_", lambda found: f"&#{ord(found[0])};", value) + '"'
    return literal_text(value)
