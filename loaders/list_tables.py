"""The events of a sheet go into the tidy tables column by column.

What a part of a record gives is found out once, by the reader of records; the tables then repeat its rows for
every event that has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from loaders import list_parts
from loaders.columns import Codes
from loaders.fields import Fields, Report
from loaders.list_parts import Known
from loaders.list_rows import SheetEvents, Shelf
from loaders.problems import Problem, Sink
from loaders.records import RECORD_TABLES, Tidy
from schema import TABLES

Numbers = npt.NDArray[np.int32]

_TABLES = [name for name in RECORD_TABLES if name not in ("events", "event_records", "event_differences")]
_NAMED = frozenset({"event_id", "title", "summary", "source_file", "source_row"})


@dataclass(frozen=True)
class _Known:
    """The rows of each part of a shelf, what is wrong with each, and the number of its part for each event."""

    rows: dict[str, dict[str, Any]]
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

    The sheet is used up: its shelves have no parts afterwards.
    """
    if not found.groups:
        return
    taken = _taken(found, tidy, problems)
    places = np.array(taken.events, dtype=np.int32)
    titles = {name: _texts(found, name, taken.events) for name in ("title", "summary")}
    known = _all_known(found, places, tidy)
    found.tell(problems)
    if not taken.events:
        return
    for those in known:
        _tell(those, taken, found, problems)
    first = tidy.more(len(places))
    _put_events(tidy.rows["events"].columns, taken, titles, known, file=found.grid.file)
    for table in _TABLES:
        _put_rows(table, tidy.rows[table].columns, known, first)
    records = tidy.rows["event_records"].columns
    records["event_id"].extend(range(first, first + len(places)))
    records["source_file"].extend([found.grid.file] * len(places))
    records["source_sheet"].extend([found.grid.sheet or None] * len(places))
    records["source_row"].extend(taken.lines)
    records["record_id"].extend(taken.ids)


def _all_known(found: SheetEvents, places: Numbers, tidy: Tidy) -> list[_Known]:
    """Return what is known of each shelf, which takes less room than the shelf: those read elsewhere come last."""
    here = {
        shelf.name: _known(shelf, found, tidy, places) for shelf in reversed(found.shelves) if shelf.parts
    }
    there = found.away.answers(tidy) if found.away else {}
    for shelf in found.shelves:
        if shelf.name in there:
            shelf.faults.update(there[shelf.name].told)
    rows = here | {name: answer.known for name, answer in there.items()}
    parts = [(rows[shelf.name], np.frombuffer(shelf.of_event, np.int32)[places]) for shelf in found.shelves]
    return [_Known(each.rows, each.faults, part_of) for each, part_of in parts]


def _known(shelf: Shelf, found: SheetEvents, tidy: Tidy, places: Numbers) -> Known:
    """Return the rows of a shelf, whose parts are let go; titles are cells of their events alone.

    A part that only events have which wait to be joined is not read: what is wrong with it is told then.
    """
    parts = [] if shelf.name == "texts" else shelf.parts
    if len(places) < len(shelf.of_event):
        used = {shelf.of_event[place] for place in places}
        parts = [part if number in used else {} for number, part in enumerate(parts)]
    rows = list_parts.known(parts, found.sheet, tidy)
    shelf.parts.clear()
    return rows


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
            held.event_id, held.where = event_id, partial(found.where, event)
            tidy.hold(Fields({**found.values(event), "id": event_id}, held))
        else:
            taken.events.append(event)
            taken.ids.append(event_id)
            taken.lines.append(report.line)
    return taken


def _tell(known: _Known, taken: _Taken, found: SheetEvents, problems: Sink) -> None:
    """Tell what is wrong with the parts, for every event that has them."""
    if not known.faults:
        return
    for event in np.nonzero(np.isin(known.part_of, list(known.faults)))[0]:
        for p in known.faults[known.part_of[event]]:
            line, column, field = taken.lines[event], p.column, p.field
            if column:
                line, column, field = found.where(taken.events[event], field, p.value)
            place = {"sheet": p.sheet, "column": column}
            problems.append(
                Problem(p.source, line, field, p.value, p.advice, p.severity, taken.ids[event], **place)
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
    described = [each for each in known if len(each.rows["events"]["event_id"])]
    for column in TABLES["events"]:
        if column.name not in _NAMED:
            parts = [
                (each.rows["events"][column.name], each.part_of)
                for each in described
                if column.name in each.rows["events"]
            ]
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
    found = [rows for each in known if len((rows := _rows(each.rows[table], each.part_of)).events)]
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
