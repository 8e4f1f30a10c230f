"""Sections of a long list are read by a second process: their cells go there, rows of the tables come back.

While the first process still reads the file, the second one is shown the cells of columns whose headings are
known: what they give is then at hand when it is told which rows are events.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import accumulate, chain, repeat
from pathlib import Path
from typing import NamedTuple

from loaders import headings, list_bodies, list_parts, second
from loaders.grids import Cell, Grid
from loaders.headings import Column
from loaders.list_dates import DateReader
from loaders.list_desk import Desk, Values, near
from loaders.list_groups import Row
from loaders.list_parts import Faults, Known, Section, Sheet
from loaders.list_words import ListWords
from loaders.organisation_views import NOWHERE
from loaders.records import Tidy
from loaders.vocabulary import Vocabulary

LONG = 20_000
"""Events of a sheet from which a second process pays: it takes half a second to start."""

LARGE = 5_000_000
"""Bytes of a text that may well have so many: the second process starts while the first one opens it."""

_SENT = frozenset(
    {
        "countries",
        "organisers",
        "partners",
        "sent",
        "paid",
        "people",
        "topics",
        "audiences",
        "about",
        "sources",
    }
)
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

    @property
    def has_more(self) -> bool:
        """Whether an event has more than one row."""
        return len(self.numbers) > len(self.sizes)

    def events(self, known: Iterable[object] = repeat(None)) -> Iterator[list[Row]]:
        """Yield the rows of each event, their cells where they stood; no rows of one that is known."""
        for size, last, part in zip(self.sizes, accumulate(self.sizes), known, strict=False):
            yield [] if part is not None else [self._row(place) for place in range(last - size, last)]

    def _row(self, place: int) -> Row:
        cells: list[Cell] = [None] * (max(self.places) + 1)
        for number, column in zip(self.places, self.cells, strict=True):
            cells[number] = column[place]
        return Row(self.numbers[place], cells, self.years[place])


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


class Shown(NamedTuple):
    """Cells of a section that has one column, each different one once."""

    section: Section
    cells: list[Cell]


class Question(NamedTuple):
    """What is asked of another process, and what it is to be read with."""

    asked: list[Sent]
    desk: Desk
    sheet: Sheet


class Ahead:
    """A second process that has started, and is shown the cells of columns while they are read."""

    def __init__(self, second: second.Second[Answers], desk: Desk) -> None:
        self.second = second
        self._desk = desk
        self._sections: Sequence[Section] | None = None

    def show(self, rows: list[list[Cell]]) -> None:
        """Show it rows of a file; the first ones have the headings."""
        if self._sections is None:
            self._sections = _foreseen(rows, self._desk.words)
            self.second.tell(self._desk)
        for section in self._sections:
            number = section.columns[0].number
            cells = dict.fromkeys(row[number] for row in rows if number < len(row))
            self.second.tell(Shown(section, list(cells)))


def _foreseen(rows: list[list[Cell]], words: ListWords) -> list[Section]:
    """Return the sections of which a cell can be read before more of the sheet is known."""
    layout = headings.find(Grid("", "", rows), words)
    sections = list_parts.sections(layout) if layout else ()
    return [each for each in sections if each.name in _SENT - _LATER and each.alone]


_LATER = frozenset({"sources"})
"""Sections that say of which list they are."""


class _Before:
    """Reads usual cells before it is known of which events they are."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._parts: dict[tuple[Column, ...], dict[Cell, _Foreseen]] = {}

    def read(self, shown: Shown) -> None:
        """Read cells of a section; those that are read beside a host as a country without bodies sees them."""
        section = shown.section
        parts = self._parts.setdefault(section.columns, {})
        beside = near(None, NOWHERE)
        for cell in shown.cells:
            if isinstance(cell, str) and cell not in parts:
                part = list_parts.usual(section, cell, beside, self._desk)
                homes = list_bodies.homes(cell) if section.beside == "host" else _NOWHERE
                parts[cell] = _Foreseen(part, homes)

    def parts(
        self, section: Section, sheaf: Sheaf, hosts: Sequence[str | None], desk: Desk
    ) -> list[Values | None]:
        """Return the part of each event that has a usual cell, None for any other; nothing where none was shown."""
        known = self._parts.pop(section.columns, {})
        doubted = {column for column, _ in desk.doubts}
        if not known or sheaf.has_more or section.columns[0].number in doubted:
            return []
        found = map(known.get, sheaf.cells[0])
        if section.beside == "nothing":
            return [each.part if each else None for each in found]
        return [each.part_beside(host) if each else None for each, host in zip(found, hosts, strict=True)]


_NOWHERE: frozenset[str] = frozenset()


class _Foreseen(NamedTuple):
    """What a usual cell gives, None for an unusual one, unless its event was held in one of these countries."""

    part: Values | None
    homes: frozenset[str] | None

    def part_beside(self, host: str | None) -> Values | None:
        """Return the part of an event by its host; None where the host may see other bodies."""
        return None if host is None or self.homes is None or host in self.homes else self.part


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
            return _read_all(_question(self.asked, self.desk, self.sheet), tidy)
        return found.of_section


def of(sections: Iterable[Section], events: int) -> list[Section]:
    """Return the sections that a second process reads of a list of so many events."""
    pays = events >= LONG and second.cores() > 1
    return [section for section in sections if section.name in _SENT] if pays else []


@contextmanager
def ahead(path: Path, words: ListWords, vocabulary: Vocabulary) -> Iterator[Ahead | None]:
    """Give a second process that starts before a large text is opened; None where none may be needed."""
    if path.suffix.casefold() in _WORKBOOKS or path.stat().st_size < LARGE or second.cores() < 2:
        yield None
        return
    with second.waiting(read) as other:
        yield Ahead(other, Desk(words, vocabulary, DateReader("dmy"), {}, ""))


_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})


@contextmanager
def begun(asked: Sequence[Asked], desk: Desk, sheet: Sheet, *, ahead: Ahead | None) -> Iterator[Away | None]:
    """Have sections read by a second process until the block ends; None where none is asked for.

    That is the process that started ahead, if it has nothing to do.
    """
    if not asked:
        yield None
        return
    with ExitStack() as held:
        is_free = ahead and not ahead.second.is_asked
        free = ahead.second if ahead and is_free else held.enter_context(second.waiting(read))
        free.ask(_question(asked, desk, sheet))
        yield Away(asked, desk, sheet, free)


def _question(asked: Iterable[Asked], desk: Desk, sheet: Sheet) -> Question:
    return Question([(each.section, each.sheaf(), each.hosts) for each in asked], desk, sheet)


def read(said: second.Said) -> Answers:
    """Return the answers of a process by itself, which is the second one.

    It may be shown cells first, and is asked at last.
    """
    before = None
    for (thing,) in said:
        if isinstance(thing, Desk):
            before = _Before(thing)
        elif isinstance(thing, Shown) and before:
            before.read(thing)
        elif isinstance(thing, Question):
            tidy = Tidy(thing.desk.vocabulary)
            return Answers(_read_all(thing, tidy, before), tidy.newcomers)
    return Answers({}, {})


def _read_all(question: Question, tidy: Tidy, before: _Before | None = None) -> dict[str, Answer]:
    """Return the answer for each section, the last first; what is asked is used up, so that its room serves again."""
    answers = {}
    asked, desk = question.asked, question.desk
    while asked:
        section, sheaf, hosts = asked.pop()
        known = before.parts(section, sheaf, hosts, desk) if before else []
        known = known or _usual(section, sheaf, hosts, desk)
        parts, told = list_parts.read_all(section, sheaf.events(known), hosts, desk, before=known)
        del sheaf, known
        answers[section.name] = Answer(told, list_parts.known(parts, question.sheet, tidy))
    return answers


def _usual(section: Section, sheaf: Sheaf, hosts: Iterable[str | None], desk: Desk) -> list[Values | None]:
    """Return the part of each event that has a usual cell, for which no row need be made; None for any other."""
    if section.alone is None or sheaf.has_more:
        return [None] * len(sheaf.sizes)
    beside = map(near, sheaf.years, hosts)
    cells = zip(sheaf.cells[0], beside, strict=True)
    return [list_parts.usual(section, cell, known, desk) for cell, known in cells]
