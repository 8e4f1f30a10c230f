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

_SENT = frozenset(
    {"countries", "organisers", "partners", "sent", "paid", "people", "topics", "audiences", "sources"}
)
"""Sections that no id is made of. All that name bodies are among them: new bodies get their ids in one process."""


class Asked(NamedTuple):
    """A section, and rows of which each has other cells in its columns or another host: those of an event each."""

    section: Section
    rows: list[list[Row]]
    hosts: list[str | None]


class Answer(NamedTuple):
    """What is wrong with the cells of each part of a section, and what the reader of records makes of the parts."""

    told: dict[int, Faults]
    known: Known


class Answers(NamedTuple):
    """The answer for each section by its name, and the names of bodies that are in no vocabulary, by their ids."""

    of_section: dict[str, Answer]
    newcomers: dict[str, str]


@dataclass(frozen=True)
class Away:
    """The sections that a second process reads."""

    asked: Sequence[Asked]
    desk: Desk
    sheet: Sheet
    second: second.Second[Answers]

    def part(self, name: str, rows: Sequence[Row], host: str | None) -> Values:
        """Return the part of one event, read here."""
        section = next(each.section for each in self.asked if each.section.name == name)
        return list_parts.read(section, rows, host, self.desk)[0]

    def answers(self, tidy: Tidy) -> dict[str, Answer]:
        """Return the answer for each section by its name, new bodies known to `tidy` from then on.

        What the second process failed at is read here, and what it gave an id that another new body has.
        """
        found = self.second.answer()
        if found is None or not tidy.welcome(found.newcomers):
            return _read_all(list(self.asked), self.desk, self.sheet, tidy)
        return found.of_section


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
        read, [each._replace(rows=_own(each.section, each.rows)) for each in asked], desk, sheet
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


def read(asked: list[Asked], desk: Desk, sheet: Sheet) -> Answers:
    """Return the answers of a process by itself, which is the second one."""
    tidy = Tidy(desk.vocabulary)
    with halves.without_collection():
        return Answers(_read_all(asked, desk, sheet, tidy), tidy.newcomers)


def _read_all(asked: list[Asked], desk: Desk, sheet: Sheet, tidy: Tidy) -> dict[str, Answer]:
    """Return the answer for each section, the last first; what is asked is used up, so that its room serves again."""
    answers = {}
    while asked:
        section, events, hosts = asked.pop()
        parts, told = list_parts.read_all(section, events, hosts, desk)
        answers[section.name] = Answer(told, list_parts.known(parts, sheet, tidy))
    return answers
