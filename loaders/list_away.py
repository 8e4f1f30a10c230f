"""Sections of a long list are read by a second process: their cells go there, rows of the tables come back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from loaders import halves, list_parts, second
from loaders.grids import Cell
from loaders.list_desk import Desk, Values
from loaders.list_groups import Row
from loaders.list_parts import Faults, Known, Section, Sheet
from loaders.records import Tidy

LONG = 20_000
"""Events of a sheet from which a second process pays: it takes half a second to start."""

_SENT = frozenset({"countries", "people", "topics", "audiences", "sources"})
"""Sections that no id is made of, that are read beside nothing, and that name no body: new bodies get new ids."""


class Asked(NamedTuple):
    """A section, and rows of which each has other cells in its columns: those of an event for each part."""

    section: Section
    rows: list[list[Row]]


class Answer(NamedTuple):
    """What is wrong with the cells of each part of a section, and what the reader of records makes of the parts."""

    told: dict[int, Faults]
    known: Known


@dataclass(frozen=True)
class Away:
    """The sections that a second process reads."""

    asked: Sequence[Asked]
    desk: Desk
    sheet: Sheet
    second: second.Second[dict[str, Answer]]

    def part(self, name: str, rows: Sequence[Row]) -> Values:
        """Return the part of one event, read here."""
        section = next(each.section for each in self.asked if each.section.name == name)
        return list_parts.read(section, rows, None, self.desk)[0]

    def answers(self) -> dict[str, Answer]:
        """Return the answer for each section by its name; what the second process failed at is read here."""
        found = self.second.answer()
        return read(list(self.asked), self.desk, self.sheet) if found is None else found


def of(sections: Iterable[Section], events: int) -> list[Section]:
    """Return the sections that a second process reads of a list of so many events."""
    pays = events >= LONG and second.cores() > 1
    return [section for section in sections if section.name in _SENT] if pays else []


@contextmanager
def begun(asked: Sequence[Asked], desk: Desk, sheet: Sheet) -> Iterator[Away | None]:
    """Have sections read by a second process until the block ends; None where none is asked for."""
    if not asked:
        yield None
        return
    with second.begun(
        read, [Asked(section, _own(section, events)) for section, events in asked], desk, sheet
    ) as other:
        yield Away(asked, desk, sheet, other)


def _own(section: Section, events: Iterable[Sequence[Row]]) -> list[list[Row]]:
    """Return the rows with the cells of a section alone, which is all that goes to the other process."""
    numbers = [column.number for column in section.columns]
    return [[_only(row, numbers) for row in rows] for rows in events]


def _only(row: Row, numbers: Sequence[int]) -> Row:
    cells: list[Cell] = [None] * (max(numbers) + 1)
    for number in numbers:
        cells[number] = row.cells[number]
    return row._replace(cells=cells)


def read(asked: list[Asked], desk: Desk, sheet: Sheet) -> dict[str, Answer]:
    """Return the answer for each section by its name; what is asked is used up, so that its room serves again."""
    answers = {}
    with halves.without_collection():
        while asked:
            section, events = asked.pop()
            answers[section.name] = _read(section, events, desk, sheet)
    return answers


def _read(section: Section, events: Sequence[Sequence[Row]], desk: Desk, sheet: Sheet) -> Answer:
    parts, told = list_parts.read_all(section, events, [None] * len(events), desk)
    return Answer(told, list_parts.known(parts, sheet, Tidy(desk.vocabulary)))
