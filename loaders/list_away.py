"""Sections of a long list are read by a second process: their cells go there, rows of the tables come back."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from loaders import halves, list_parts, second
from loaders.grids import Cell
from loaders.list_desk import Desk, Values
from loaders.list_groups import Row
from loaders.list_parts import Faults, Known, Section, Sheet
from loaders.records import Tidy

LONG = 20_000
"""Events of a sheet from which a second process pays: it takes half a second to start."""

LARGE = 5_000_000
"""Bytes of a text that may well have so many: the second process starts while the first one opens it."""

_SENT = frozenset({"countries", "organisers", "partners", "sent", "paid", "audiences"})
"""Sections that no id is made of, half of the work that is left when the events are known.

All that name bodies are among them: new bodies get their ids in one process.
"""


class Sheaf(NamedTuple):
    """Rows of events with the cells of a section alone, column by column, as they go to the other process."""

    places: tuple[int, ...]
    sizes: array[int]
    numbers: array[int]
    years: list[int | None]
    cells: list[list[Cell]]

    def events(self) -> Iterator[list[Row]]:
        """Yield the rows of each event, their cells where they stood."""
        width = max(self.places) + 1
        rows = zip(self.numbers, self.years, zip(*self.cells, strict=True), strict=True)
        for size in self.sizes:
            yield [self._row(width, *row) for row in islice(rows, size)]

    def _row(self, width: int, number: int, year: int | None, said: tuple[Cell, ...]) -> Row:
        cells: list[Cell] = [None] * width
        for place, cell in zip(self.places, said, strict=True):
            cells[place] = cell
        return Row(number, cells, year)


class Asked(NamedTuple):
    """A section, and rows of which each has other cells in its columns or another host: those of an event each."""

    section: Section
    rows: Sequence[list[Row]]
    hosts: list[str | None]

    def sheaf(self) -> Sheaf:
        """Return the rows as they go to another process."""
        places = tuple(column.number for column in self.section.columns)
        rows = list(chain.from_iterable(self.rows))
        return Sheaf(
            places,
            array("i", map(len, self.rows)),
            array("i", (row.number for row in rows)),
            [row.year for row in rows],
            [[row.cells[place] for row in rows] for place in places],
        )


Sent = tuple[Section, Sheaf, list[str | None]]
"""What is asked of another process: a section, the rows of its parts, their hosts."""


class Answer(NamedTuple):
    """What is wrong with the cells of each part of a section, and what the reader of records makes of the parts."""

    told: dict[int, Faults]
    known: Known


class Answers(NamedTuple):
    """The answer for each section by its name, and the names of bodies that are in no vocabulary, by their ids."""

    of_section: dict[str, Answer]
    newcomers: dict[str, str]


Ahead = second.Second[Answers] | None
"""A process that may read sections and waits to be asked; None where there is none."""


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
            here = [(each.section, each.sheaf(), each.hosts) for each in self.asked]
            return _read_all(here, self.desk, self.sheet, tidy)
        return found.of_section


def of(sections: Iterable[Section], events: int) -> list[Section]:
    """Return the sections that a second process reads of a list of so many events."""
    pays = events >= LONG and second.cores() > 1
    return [section for section in sections if section.name in _SENT] if pays else []


@contextmanager
def ahead(path: Path) -> Iterator[Ahead]:
    """Give a second process that starts before a large text is opened; None where none may be needed."""
    if path.suffix.casefold() in _WORKBOOKS or path.stat().st_size < LARGE or second.cores() < 2:
        yield None
        return
    with second.waiting(read) as other:
        yield other


_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})


@contextmanager
def begun(asked: Sequence[Asked], desk: Desk, sheet: Sheet, *, ahead: Ahead) -> Iterator[Away | None]:
    """Have sections read by a second process until the block ends; None where none is asked for.

    That is the process that started ahead, if it has nothing to do.
    """
    if not asked:
        yield None
        return
    with ExitStack() as held:
        free = ahead if ahead and not ahead.is_asked else held.enter_context(second.waiting(read))
        free.ask([(each.section, each.sheaf(), each.hosts) for each in asked], desk, sheet)
        yield Away(asked, desk, sheet, free)


def read(asked: list[Sent], desk: Desk, sheet: Sheet) -> Answers:
    """Return the answers of a process by itself, which is the second one."""
    tidy = Tidy(desk.vocabulary)
    with halves.without_collection():
        return Answers(_read_all(asked, desk, sheet, tidy), tidy.newcomers)


def _read_all(asked: list[Sent], desk: Desk, sheet: Sheet, tidy: Tidy) -> dict[str, Answer]:
    """Return the answer for each section, the last first; what is asked is used up, so that its room serves again."""
    answers = {}
    while asked:
        section, sheaf, hosts = asked.pop()
        parts, told = list_parts.read_all(section, sheaf.events(), hosts, desk)
        del sheaf
        answers[section.name] = Answer(told, list_parts.known(parts, sheet, tidy))
    return answers
