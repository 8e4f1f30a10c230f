"""Problems: values that could not be used or are doubtful, each with its place and the next step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Problem:
    """One row of the `problems` table (see schema.py)."""

    source: str
    row: int | None
    field: str
    value: str
    advice: str
    severity: str = "error"
    event_id: str = ""
    sheet: str = ""
    column: str = ""


class Sink(Protocol):
    """Where problems go: a list, or what gathers them."""

    def append(self, problem: Problem, /) -> None:
        """Keep a problem."""

    def __len__(self) -> int: ...


class VocabularyError(ValueError):
    """A hand-edited file contradicts itself; the message names file, line, value and the next step."""


NAMED_ROWS = 5
"""Rows that a gathered problem names beside its first; the others are counted."""


@dataclass(slots=True)
class _Again:
    first: Problem
    rows: list[int]
    count: int = 0


class Gathering:
    """Problems of a list, one for each kind: the same value with the same advice in 300 rows is one question."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, ...], _Again] = {}
        self._told = 0

    def __len__(self) -> int:
        return self._told

    def append(self, problem: Problem) -> None:
        """Keep a problem, or the row of one that is there already."""
        p = problem
        self._told += 1
        kind = (p.source, p.sheet, p.column, p.field, p.value, p.advice, p.severity)
        known = self._kinds.get(kind)
        if known is None:
            self._kinds[kind] = _Again(problem, [])
            return
        known.count += 1
        if p.row is not None and len(known.rows) < NAMED_ROWS:
            known.rows.append(p.row)

    def gathered(self) -> list[Problem]:
        """Return a problem for each kind, at its first row, with the other rows in its advice."""
        return [_with_rows(kind) for kind in self._kinds.values()]


def _with_rows(kind: _Again) -> Problem:
    if not kind.count:
        return kind.first
    more = kind.count - len(kind.rows)
    listed = ", ".join(map(str, kind.rows)) + (f" and {more:,} more" if more else "")
    return replace(kind.first, advice=f"{kind.first.advice} (also in rows {listed})", event_id="")


def hand_on(problems: Iterable[Problem], to: Sink) -> None:
    """Append every problem to a sink."""
    for problem in problems:
        to.append(problem)
