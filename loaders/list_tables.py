"""The events of a sheet go into the tidy tables column by column.

What a part of a record gives is found out once, by the reader of records; the tables then repeat its rows for
every event that has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from loaders.columns import Codes
from loaders.fields import Fields, Report
from loaders.list_rows import SheetEvents, Shelf
from loaders.problems import Problem, Sink
from loaders.records import RECORD_TABLES, Tidy
from schema import TABLES

Numbers = npt.NDArray[np.int32]

_LISTS = frozenset({"countries", "organisations", "topics", "audiences", "programmes", "outcomes", "sources"})
"""Fields of a record that have a table of their own; all others are cells of its event."""

_TABLES = [name for name in RECORD_TABLES if name not in ("events", "event_records", "event_differences")]
_NAMED = frozenset({"event_id", "title", "summary", "source_file", "source_row"})


@dataclass(frozen=True)
class _Known:
    """The rows of each part of a shelf, what is wrong with each, and the number of its part for each event."""

    tidy: Tidy
    faults: dict[int, tuple[Problem, ...]]
    part_of: Numbers


@dataclass(frozen=True)
class _Taken:
    """The events of a sheet that go straight into the tables: place in the sheet, id, row of the file."""

    events: list[int]
    ids: list[str]
    lines: list[int]


def put(found: SheetEvents, tidy: Tidy, problems: Sink) -> None:
    """Put the events of a sheet into the tables; what is wrong with them goes to `problems`.

    The sheet is used up: its shelves are empty afterwards.
    """
    found.tell(problems)
    taken = _taken(found, tidy, problems)
    if not taken.events:
        return
    places = np.array(taken.events, dtype=np.int32)
    titles = {name: _texts(found, name, taken.events) for name in ("title", "summary")}
    known: list[_Known] = []
    while found.shelves:  # what is known of a shelf takes less room than the shelf
        shelf = found.shelves.pop()
        part_of = np.frombuffer(shelf.of_event, np.int32)[places]
        known.insert(0, _known(shelf, found, part_of, tidy))
    for those in known:
        _tell(those, taken, problems)
    first = tidy.more(len(places))
    _put_events(tidy.rows["events"].columns, taken, titles, known, file=found.grid.file)
    for table in _TABLES:
        _put_rows(table, tidy.rows[table].columns, known, first)
    sheet = found.grid.sheet or None
    for event, (line, event_id) in enumerate(zip(taken.lines, taken.ids, strict=True), start=first):
        tidy.rows["event_records"].add(event, found.grid.file, sheet, line, event_id)


def _report(found: SheetEvents, line: int, problems: Sink) -> Report:
    return Report(found.grid.file, line, problems, sheet=found.grid.sheet, columns=found.columns)


def _taken(found: SheetEvents, tidy: Tidy, problems: Sink) -> _Taken:
    """Return the events with ids of their own; one that is to be joined with another is handed on as a record."""
    taken = _Taken([], [], [])
    report = _report(found, 0, problems)
    for event, (rows, written) in enumerate(zip(found.groups, found.ids, strict=True)):
        report.line = rows[0].number + 1
        event_id = tidy.claim(written, report)
        if tidy.is_joined(event_id):
            held = _report(found, report.line, problems)
            held.event_id = event_id
            tidy.hold(Fields({**found.values(event), "id": event_id}, held))
        else:
            taken.events.append(event)
            taken.ids.append(event_id)
            taken.lines.append(report.line)
    return taken


def _known(shelf: Shelf, found: SheetEvents, part_of: Numbers, tidy: Tidy) -> _Known:
    """Return what the reader of records makes of the parts of a shelf, each as an event of its own."""
    other = tidy.beside()
    faults: dict[int, tuple[Problem, ...]] = {}
    if shelf.name == "texts":
        return _Known(other, faults, part_of)
    fields = {name for part in shelf.parts for name in part}
    takes = other.listed if fields <= _LISTS else other.described
    problems: list[Problem] = []
    report = _report(found, 0, problems)
    for number, part in enumerate(shelf.parts):
        takes(Fields(part, report))
        if problems:
            faults[number] = tuple(problems)
            problems.clear()
    return _Known(other, faults, part_of)


def _tell(known: _Known, taken: _Taken, problems: Sink) -> None:
    """Tell what is wrong with the parts, for every event that has them."""
    if not known.faults:
        return
    for event in np.nonzero(np.isin(known.part_of, list(known.faults)))[0]:
        for p in known.faults[known.part_of[event]]:
            place = {"sheet": p.sheet, "column": p.column}
            event_id, line = taken.ids[event], taken.lines[event]
            problems.append(
                Problem(p.source, line, p.field, p.value, p.advice, p.severity, event_id, **place)
            )


# Events


def _put_events(
    columns: dict[str, Any],
    taken: _Taken,
    titles: dict[str, list[str | None]],
    known: Sequence[_Known],
    *,
    file: str,
) -> None:
    columns["event_id"].extend(taken.ids)
    for name, cells in titles.items():
        columns[name].extend(cells)
    columns["source_file"].extend([file] * len(taken.ids))
    columns["source_row"].extend(taken.lines)
    described = [each for each in known if len(each.tidy.rows["events"].columns["event_id"])]
    for column in TABLES["events"]:
        if column.name not in _NAMED:
            parts = [(each.tidy.rows["events"].columns[column.name], each.part_of) for each in described]
            _put_cells(columns[column.name], parts, count=len(taken.ids), empty=_EMPTY.get(column.kind))


_EMPTY = {"flag": False}
"""What stands in a cell of which nothing is known, by the kind of its column; None for the others."""


def _texts(found: SheetEvents, name: str, events: Sequence[int]) -> list[str | None]:
    """Return title or summary of each event."""
    for shelf in found.shelves:
        if shelf.name == "texts":
            return [shelf.parts[shelf.of_event[event]].get(name) for event in events]
    return [None] * len(events)


def _put_cells(to: Any, parts: Sequence[tuple[Any, Numbers]], *, count: int, empty: Any) -> None:
    """Add a cell for each event: what the last part that says something says."""
    if isinstance(to, Codes):
        codes = np.zeros(count, np.int32)
        for cells, part_of in parts:
            said = _coded(cells, to)[part_of]
            codes = np.where(said > 0, said, codes)
        to.codes.frombytes(codes.tobytes())
        return
    found = [empty] * count
    for cells, part_of in parts:
        if any(cell is not empty for cell in cells):
            said_of = (cells[part] for part in part_of.tolist())
            found = [cell if said is empty else said for said, cell in zip(said_of, found, strict=True)]
    to.extend(found)


def _coded(cells: Codes, to: Codes) -> Numbers:
    """Return the cells of a column as codes of another."""
    codes = np.array([to.known[text] for text in cells.known], np.int32)
    return codes[np.frombuffer(cells.codes, np.int32)] if cells.codes else np.zeros(0, np.int32)


# What belongs to events


@dataclass(frozen=True)
class _Rows:
    """Rows of a table that events have: the event of each, and its place among the rows of the parts."""

    events: Numbers
    rows: Numbers
    columns: dict[str, Any]


def _put_rows(table: str, columns: dict[str, Any], known: Sequence[_Known], first: int) -> None:
    """Add the rows of a table, event by event."""
    found = [
        rows for each in known if len((rows := _rows(each.tidy.rows[table].columns, each.part_of)).events)
    ]
    if not found:
        return
    events = np.concatenate([rows.events for rows in found])
    order = np.argsort(events, kind="stable")
    columns["event_id"].frombytes((events[order] + np.int32(first)).astype(np.int32).tobytes())
    for name in columns.keys() - {"event_id"}:
        _put_column(columns[name], name, found, order)


def _rows(columns: dict[str, Any], part_of: Numbers) -> _Rows:
    """Return the rows that every event has of its part."""
    counts = np.bincount(np.frombuffer(columns["event_id"], np.int32), minlength=int(part_of.max()) + 1)
    starts = np.cumsum(counts) - counts
    many = counts[part_of]
    events = np.repeat(np.arange(len(part_of), dtype=np.int32), many)
    within = np.arange(len(events)) - np.repeat(np.cumsum(many) - many, many)
    return _Rows(events, (np.repeat(starts[part_of], many) + within).astype(np.int32), columns)


def _put_column(to: Any, name: str, found: Sequence[_Rows], order: npt.NDArray[np.intp]) -> None:
    if isinstance(to, Codes):
        codes = np.concatenate([_coded(each.columns[name], to)[each.rows] for each in found])
        to.codes.frombytes(codes[order].tobytes())
        return
    cells = [each.columns[name][row] for each in found for row in each.rows.tolist()]
    to.extend([cells[place] for place in order.tolist()])
