"""Conditions and effects of choices: a small language of comparisons and sums, read once into a value.

    trust >= 2 and not met_ben          信任 >= 2 且 非 见过本
    trust += 1      met_ben = true      hero = 'Anna'

A value is true or false, a number, or text. Text is compared only; numbers are IEEE doubles that stay between -1e9 and
1e9, so that whoever works an expression out elsewhere (the HTML player, for one) gets the same to the bit. Nothing is
ever run as code: a text is cut into tokens, these become a tree of bounded size, and the tree is worked out. Knows no
story; which names there are and what kind they have is an argument.
"""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn, cast

from storygraph.errors import StoryError

__all__ = [
    "LONGEST", "MOST", "Effect", "Expression", "Literal", "Name", "Operation", "Value", "as_json", "checked_condition",
    "checked_effect", "checked_name", "checked_value", "evaluate", "kind_of", "literal_text", "read_condition",
    "read_effect", "read_literal", "reads", "renamed", "separated",
]  # fmt: skip

Value = bool | float | str
Kinds = Mapping[str, type]  # bool, float or str for each name

LONGEST = 500  # characters of a condition or an effect, and of a text
LONGEST_NAME = 40  # characters
DEEPEST = 30  # parentheses within parentheses
MOST = 1e9  # the largest number; sums stop there
DECIMALS = 4  # of a number that is written down

KIND_NAMES = {bool: "true or false", float: "a number", str: "text"}


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that is written down."""

    value: Value


@dataclass(frozen=True, slots=True)
class Name:
    """The value of a variable."""

    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator and what it is applied to: one operand for `not` and `negate`, two for all others."""

    operator: str
    operands: tuple[Expression, ...]


Expression = Literal | Name | Operation


@dataclass(frozen=True, slots=True)
class Effect:
    """What a choice does: the variable `name` becomes what `value` is at that moment."""

    name: str
    value: Expression


# Reading


@lru_cache(8192)
def read_condition(text: str) -> Expression:
    """The condition that a text says; one that says nothing always holds. Raises StoryError when it is none."""
    if not text.strip():
        return Literal(True)
    parser = _Parser(text, "condition")
    expression = parser.either(0)
    parser.finish()
    return expression


@lru_cache(8192)
def read_effect(text: str) -> Effect:
    """The effect that a text says: `name = value`, `name += value` or `name -= value`. Raises StoryError."""
    parser = _Parser(text, "effect")
    name = parser.target()
    sign = parser.assignment()
    value = parser.either(0)
    parser.finish()
    return Effect(name, value if sign == "=" else Operation(sign[0], (Name(name), value)))


def read_literal(text: str) -> Value:
    """The value that a text says: true or false, a number, text in quotes, or else the text itself."""
    try:
        parser = _Parser(text, "value", 2 * LONGEST + 2)  # in quotes, and every sign of it one
        expression = parser.value(0)
        parser.finish()
    except StoryError:
        return text
    if isinstance(expression, Operation) and isinstance(expression.operands[0], Literal):  # a minus sign
        return evaluate(expression, {})
    return expression.value if isinstance(expression, Literal) else text


def literal_text(value: Value) -> str:
    """The value as it is written in an expression."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")


def separated(text: str) -> tuple[str, ...]:
    """The effects in a text that has one after the other, with “;” between them."""
    return tuple(part.strip() for part in _BETWEEN.findall(text) if part.strip())


def renamed(text: str, old: str, new: str) -> str:
    """The condition or effect with a variable under another name; all else stays as it is written. What cannot be read
    stays as it is, too."""
    try:
        tokens = list(_tokens(text, "condition"))
    except StoryError:
        return text
    for token in reversed(tokens):
        if token.kind == "name" and token.text == old:
            text = text[: token.at] + new + text[token.at + token.length :]
    return text


def checked_name(name: str) -> str:
    """The name of a variable, in its usual form. Raises StoryError when no variable can be called that."""
    plain = unicodedata.normalize("NFKC", name.strip())
    if not re.fullmatch(r"[^\W\d]\w*", plain) or len(plain) > LONGEST_NAME:
        raise StoryError(
            f"“{_brief(name)}” cannot be the name of a variable: use letters, digits and _, such as met_ben, "
            f"at most {LONGEST_NAME}."
        )
    if plain.casefold() in _WORDS:
        raise StoryError(f"“{plain}” has a meaning of its own in conditions: call the variable something else.")
    return plain


def checked_value(value: Value) -> Value:
    """A value a variable can begin with. Raises StoryError for too long a text or too large a number."""
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise StoryError(f"The text of a variable has {len(value):,} characters: keep it to {LONGEST}.")
        return value
    if isinstance(value, bool):
        return value
    if not -MOST <= value <= MOST:
        raise StoryError(f"A variable cannot begin with {value:g}: numbers go from {-MOST:,.0f} to {MOST:,.0f}.")
    return round(float(value), DECIMALS) + 0.0  # never -0


# What a text is made of

# Every form of a word or sign; those that are not here are names, or nothing.
_WORDS = {
    "and": "and", "or": "or", "not": "not", "true": "true", "false": "false",
    "且": "and", "并且": "and", "而且": "and", "或": "or", "或者": "or", "非": "not", "不": "not",
    "真": "true", "假": "false",
}  # fmt: skip
_SIGNS = {"≥": ">=", "≤": "<=", "≠": "!=", "×": "*", "−": "-", "&&": "and", "||": "or", "!": "not"}
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}  # what Chinese keyboards type
_TEXT = """'(?:[^']|'')*' | "(?:[^"]|"")*" | “[^”]*” | ‘[^’]*’ | 「[^」]*」"""
_BETWEEN = re.compile(rf"(?:{_TEXT} | [^;；])+", re.VERBOSE)
_TOKEN = re.compile(
    rf"""(?P<space>\s+)
    | (?P<text> {_TEXT} )
    | (?P<number> [0-9]+ (?:\.[0-9]+)? (?![\w.]) )
    | (?P<name> [^\W\d]\w* )
    | (?P<sign> [<>=!]= | \+= | -= | && | \|\| | [-+*()<>=!≥≤≠×−] )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # name, number, text, sign, word, or end
    text: str  # in its usual form
    at: int  # where it stands, and how long it is there
    length: int


def _tokens(text: str, what: str, longest: int = LONGEST) -> Iterator[_Token]:
    if len(text) > longest:
        raise StoryError(f"The {what} “{_brief(text)}” has {len(text):,} characters: keep it to {longest}.")
    plain, at = text.translate(_WIDE), 0
    while at < len(text):
        found = _TOKEN.match(plain, at)
        if found is None:
            _refuse(text, what, f"“{_brief(text[at:], 12)}” means nothing there: compare and add up variables, such as "
                                "trust >= 2 and not met_ben")  # fmt: skip
        kind, whole = str(found.lastgroup), found[0]
        if kind == "text":
            mark, inner = plain[at], text[at + 1 : found.end() - 1]
            whole = inner.replace(mark * 2, mark) if mark in "'\"" else inner
        elif kind == "name":
            whole = unicodedata.normalize("NFKC", whole)
            if whole.casefold() in _WORDS:
                kind, whole = "word", _WORDS[whole.casefold()]
        elif kind == "sign":
            whole = _SIGNS.get(whole, whole)
        if kind != "space":
            yield _Token(kind, whole, at, found.end() - at)
        at = found.end()
    yield _Token("end", "", len(text), 0)


class _Parser:
    """Reads one text, from what binds least to what binds most; each step is told how deep in parentheses it is."""

    def __init__(self, text: str, what: str, longest: int = LONGEST) -> None:
        self._text, self._what = text, what
        self._tokens = list(_tokens(text, what, longest))
        self._next = 0

    def target(self) -> str:
        """The variable that an effect changes."""
        token = self._take()
        if token.kind != "name":
            self._refuse("it must begin with a variable, such as trust += 1")
        return token.text

    def assignment(self) -> str:
        """The sign after it."""
        token = self._take()
        if token.text not in ("=", "+=", "-="):
            self._refuse("“=”, “+=” or “-=” must follow the variable, such as trust += 1")
        return token.text

    def either(self, depth: int) -> Expression:
        return self._joined("or", self._both, depth)

    def _both(self, depth: int) -> Expression:
        return self._joined("and", self._negated, depth)

    def _negated(self, depth: int) -> Expression:
        if self._is("not"):
            self._take()
            return Operation("not", (self._negated(self._deeper(depth)),))
        return self._compared(depth)

    def _compared(self, depth: int) -> Expression:
        """A comparison; several in a row (1 <= trust <= 3) must all hold."""
        left, whole = self._sum(depth), None
        while (token := self._tokens[self._next]).text in _COMPARISONS and token.kind == "sign":
            self._take()
            right = self._sum(depth)
            one = Operation(token.text, (left, right))
            whole = one if whole is None else Operation("and", (whole, one))
            left = right
        if self._is("="):
            self._refuse("write == to compare, or = alone in an effect")
        return left if whole is None else whole

    def _sum(self, depth: int) -> Expression:
        return self._joined("+ -", self._product, depth)

    def _product(self, depth: int) -> Expression:
        return self._joined("*", self.value, depth)

    def value(self, depth: int) -> Expression:
        """A value, a variable, or an expression in parentheses."""
        token = self._take()
        if token.kind == "name":
            return Name(token.text)
        if token.kind == "text":
            return Literal(token.text)
        if token.kind == "number":
            return Literal(self._number(token.text))
        if token.kind == "word" and token.text in ("true", "false"):
            return Literal(token.text == "true")
        if token.text == "-" and token.kind == "sign":
            return Operation("negate", (self.value(self._deeper(depth)),))
        if token.text == "(" and token.kind == "sign":
            inner = self.either(self._deeper(depth))
            if self._take().text != ")":
                self._refuse("a “(” is not closed: put a “)” after what belongs together")
            return inner
        return self._refuse_token(token)

    def finish(self) -> None:
        """Nothing may follow."""
        token = self._take()
        if token.kind != "end":
            self._refuse_token(token)

    # Inside

    def _joined(self, operators: str, part: Callable[[int], Expression], depth: int) -> Expression:
        left = part(depth)
        while (token := self._tokens[self._next]).text in operators.split() and token.kind in ("sign", "word"):
            self._take()
            left = Operation(token.text, (left, part(depth)))
        return left

    def _is(self, text: str) -> bool:
        token = self._tokens[self._next]
        return token.kind in ("sign", "word") and token.text == text

    def _take(self) -> _Token:
        token = self._tokens[self._next]
        self._next = min(self._next + 1, len(self._tokens) - 1)
        return token

    def _deeper(self, depth: int) -> int:
        if depth == DEEPEST:
            self._refuse(f"it is nested more than {DEEPEST} deep: take parentheses away")
        return depth + 1

    def _number(self, text: str) -> float:
        whole, _, decimals = text.partition(".")
        if len(whole.lstrip("0")) > 10 or float(text) > MOST or len(decimals) > DECIMALS:
            self._refuse(f"“{_brief(text, 20)}” is no number here: up to {MOST:,.0f}, with {DECIMALS} decimals at most")
        return float(text)

    def _refuse_token(self, token: _Token) -> NoReturn:
        if token.kind == "end":
            self._refuse("it stops too early: a value must follow")
        if token.text == "(":
            self._refuse("there is nothing that can be called: use variables, and and, or, not, + - * and comparisons")
        self._refuse(f"“{_brief(token.text, 20)}” does not belong there: join two values with and, or, == or the like")

    def _refuse(self, why: str) -> NoReturn:
        _refuse(self._text, self._what, why)


def _refuse(text: str, what: str, why: str) -> NoReturn:
    raise StoryError(f"The {what} “{_brief(text)}” cannot be read: {why}.")


def _brief(text: str, most: int = 60) -> str:
    text = " ".join(text[: 2 * most].split())
    return text if len(text) <= most else text[: most - 1] + "…"


# Whether it fits


def reads(expression: Expression) -> frozenset[str]:
    """The names of the variables whose values it takes."""
    if isinstance(expression, Name):
        return frozenset({expression.name})
    if isinstance(expression, Operation):
        return frozenset().union(*(reads(operand) for operand in expression.operands))
    return frozenset()


def checked_condition(text: str, kinds: Kinds) -> Expression:
    """The condition that a text says. Raises StoryError when it cannot be read or does not fit the variables."""
    expression = read_condition(text)
    if _kind(expression, kinds, f"The condition “{_brief(text)}”") is not bool:
        raise StoryError(
            f"The condition “{_brief(text)}” is neither true nor false: compare it with something, such as trust >= 2."
        )
    return expression


def checked_effect(text: str, kinds: Kinds) -> Effect:
    """The effect that a text says. Raises StoryError when it cannot be read or does not fit the variables."""
    effect, where = read_effect(text), f"The effect “{_brief(text)}”"
    wanted = _kind(Name(effect.name), kinds, where)
    given = _kind(effect.value, kinds, where)
    if given is not wanted:
        raise StoryError(
            f"{where} gives “{effect.name}” {KIND_NAMES[given]}, but it is {KIND_NAMES[wanted]}: give it that."
        )
    return effect


def kind_of(value: Value) -> type:
    """bool, float or str."""
    return bool if isinstance(value, bool) else str if isinstance(value, str) else float


def _kind(expression: Expression, kinds: Kinds, where: str) -> type:
    """The kind of what comes out. Raises StoryError, beginning with `where`, when something in it does not fit."""
    if isinstance(expression, Literal):
        return kind_of(expression.value)
    if isinstance(expression, Name):
        if expression.name not in kinds:
            raise StoryError(f"{where} has the variable “{expression.name}”, which there is not: set it up first.")
        return kinds[expression.name]
    sign, given = expression.operator, [_kind(operand, kinds, where) for operand in expression.operands]
    if sign in ("==", "!="):
        if given[0] is not given[1]:
            both = f"{KIND_NAMES[given[0]]} with {KIND_NAMES[given[1]]}"
            raise StoryError(f"{where} compares {both}, which are never the same: compare two of a kind.")
        return bool
    wanted = bool if sign in ("and", "or", "not") else float
    for kind, operand in zip(given, expression.operands, strict=True):
        if kind is not wanted:
            shown = f"“{operand.name}”" if isinstance(operand, Name) else "a part of it"
            raise StoryError(f"{where} uses {shown} as {KIND_NAMES[wanted]}, but it is {KIND_NAMES[kind]}: "
                             f"{_HINTS[kind, wanted]}.")  # fmt: skip
    return float if sign in ("+", "-", "*", "negate") else bool


_HINTS = {
    (float, bool): "compare it, such as trust >= 2",
    (str, bool): "compare it, such as hero == 'Anna'",
    (bool, float): "only numbers are more or less and can be added up",
    (str, float): "text can only be the same or not (==, !=)",
}


# Working it out


def evaluate(expression: Expression, values: Mapping[str, Value]) -> Value:
    """What an expression that fits comes to, given the values of all its variables."""
    if isinstance(expression, Literal):
        return expression.value
    if isinstance(expression, Name):
        return values[expression.name]
    sign = expression.operator
    if sign == "and":
        return all(evaluate(operand, values) for operand in expression.operands)
    if sign == "or":
        return any(evaluate(operand, values) for operand in expression.operands)
    operands = [evaluate(operand, values) for operand in expression.operands]
    if sign in _COMPARISONS:
        return cast(bool, _COMPARISONS[sign](*operands))
    return not operands[0] if sign == "not" else bounded(_SUMS[sign](*operands))


_COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_SUMS: dict[str, Callable[..., float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "negate": operator.neg,
}  # fmt: skip


def bounded(number: float) -> float:
    """The number, or the bound that it is beyond."""
    return max(-MOST, min(MOST, number))


def as_json(expression: Expression, places: Mapping[str, int]) -> Any:
    """The expression as JSON: a value as it is, `["get", place]` for a variable, else the operator and its operands."""
    if isinstance(expression, Literal):
        return expression.value
    if isinstance(expression, Name):
        return ["get", places[expression.name]]
    return [expression.operator, *(as_json(operand, places) for operand in expression.operands)]
