"""Figures as Markdown tables for the model card. Knows nothing of what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with its first column to the left and figures to the right."""
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def percent(share: float, digits: int = 0) -> str:
    return "-" if share != share else f"{100.0 * share:.{digits}f} %"


def amount(value: float, unit: str, digits: int = 2) -> str:
    """A value with its unit; a dash for what could not be measured (NaN)."""
    return "-" if value != value else f"{value:.{digits}f} {unit}".strip()


def share(part: float, whole: float) -> float:
    """NaN when there is no whole."""
    return part / whole if whole else float("nan")
