"""The same event in two sources: proposed with reasons, joined only where a person has said so.

`data/vocabulary/same_events.csv` holds what persons said: `event_id`, `other_id`, `answer` (same or different).
The joined event has the first id and the first record's values; what that record does not tell comes from the
other, and where both tell something else it is kept as a difference.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from loaders import dates, sheets
from loaders.problems import Problem

if TYPE_CHECKING:
    from loaders.fields import Report

FILE = "same_events.csv"
ANSWERS = ("same", "different")
NEAR = 2
"""Days that two announcements of one event may lie apart."""

ALIKE, RATHER_ALIKE = 80, 55
"""Likeness of titles in percent (words in any order) that is enough by itself, or with a shared organiser."""

Difference = tuple[str, str | None, str | None, str, int]
"""Field, value shown, value of the other source, its file, its row."""

_SINGLE = (
    "title",
    "format",
    "mode",
    "start_date",
    "end_date",
    "city",
    "host_country",
    "participants",
    "series",
)
_FILLED = (*_SINGLE, "summary", "date_note")
_LISTS = ("countries", "organisations", "programmes", "topics", "audiences", "outcomes", "sources")


@dataclass(frozen=True)
class Said:
    """What persons said: the id each record is joined under, and pairs that are known to be different.

    `lines` has the line that names each joined id, `faults` a problem for each row that cannot be used.
    """

    same: Mapping[str, str]
    different: frozenset[frozenset[str]]
    lines: Mapping[str, int]
    faults: tuple[Problem, ...] = ()


def read(folder: Path) -> Said:
    """Return what same_events.csv says; nothing where there is no such file.

    A row that cannot be used joins nothing and is a fault; where a row calls different what others join, none of these
    is joined. Raises VocabularyError where the file is no UTF-8 or has another heading.
    """
    path = folder / FILE
    if not path.is_file():
        return Said({}, frozenset(), {})
    faults: list[Problem] = []
    pairs = {line: pair for line, pair in _pairs(path, faults) if pair}
    different = {line: (one, other) for line, (one, other, answer) in pairs.items() if answer == "different"}
    joins = {line: (one, other) for line, (one, other, _) in pairs.items() if line not in different}
    doubted = _doubted(joins, different, faults)
    above: dict[str, str] = {}
    lines: dict[str, int] = {}
    for line, (one, other) in joins.items():
        if line not in doubted:
            _join(above, one, other)
            lines.setdefault(one, line)
            lines[other] = line
    same = {name: _top(above, name) for name in lines}
    return Said(same, frozenset(map(frozenset, different.values())), lines, tuple(faults))


def _pairs(path: Path, faults: list[Problem]) -> Iterator[tuple[int, tuple[str, str, str] | None]]:
    """Yield line, both ids and the answer of each row; None, and a fault, for one that cannot be used."""
    heading, rows = sheets.read_ragged(path, "event_id", "other_id", "answer")
    places = [heading.index(name) for name in ("event_id", "other_id", "answer")]
    for line, cells, fault in rows:
        one, other, answer = ([*cells, *[""] * len(heading)][place].strip() for place in places)
        answer = answer.casefold()
        advice = fault or _what_is_wrong(one, other, answer=answer)
        if advice:
            faults.append(Problem(FILE, line, "row", ",".join(cells)[:LONGEST_SHOWN], advice))
        yield line, None if advice else (one, other, answer)


LONGEST_SHOWN = 300
"""Characters of a row that are repeated in its problem."""


def _what_is_wrong(one: str, other: str, *, answer: str) -> str:
    """Return why a row cannot be used, and what to do; "" where it can."""
    if not one or not other or one == other:
        return (
            "needs two ids that differ, divided by a comma; nothing is joined by it: mend it or take it out"
        )
    if answer not in ANSWERS:
        return f"answer {answer!r} is none of: {', '.join(ANSWERS)}; nothing is joined by it: mend it or take it out"
    return ""


Pairs = Mapping[int, tuple[str, str]]
"""Two ids by the line that names them."""


def _doubted(joins: Pairs, different: Pairs, faults: list[Problem]) -> set[int]:
    """Return the lines that join what another line calls different, each such line a fault."""
    above: dict[str, str] = {}
    for one, other in joins.values():
        _join(above, one, other)
    doubted: set[int] = set()
    for line, (one, other) in different.items():
        top = _top(above, one)
        if top == _top(above, other):
            against = [number for number, (name, _) in joins.items() if _top(above, name) == top]
            advice = (
                f"are joined by line {', '.join(map(str, against))}; until one answer is left nothing is joined by "
                "these: take out what is wrong"
            )
            faults.append(Problem(FILE, line, "row", f"{one},{other},different", advice))
            doubted.update(against)
    return doubted


def _join(above: dict[str, str], one: str, other: str) -> None:
    top, below = _top(above, one), _top(above, other)
    if top != below:
        above[below] = top


def _top(above: Mapping[str, str], name: str) -> str:
    while name in above:
        name = above[name]
    return name


# Joining


Held = Mapping[str, tuple[dict[str, Any], "Report"]]


def joined(
    held: Held, same: Mapping[str, str]
) -> Iterator[tuple[dict[str, Any], list[Report], list[Difference]]]:
    """Yield a record for each event that several records tell of, with their places and where they differ."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in held:
        groups[same[name]].append(name)
    for top, names in groups.items():
        ordered = sorted(names, key=lambda name: name != top)
        yield _one([held[name] for name in ordered])


def _one(
    records: Sequence[tuple[dict[str, Any], Report]],
) -> tuple[dict[str, Any], list[Report], list[Difference]]:
    """Return one record out of several: the first one's values, filled and lengthened by the others'."""
    values = dict(records[0][0])
    differences: list[Difference] = []
    for other, report in records[1:]:
        differences += list(_differences(values, other, report))
        values |= {name: other[name] for name in _FILLED if _is_empty(values.get(name)) and name in other}
        for name in _LISTS:
            if isinstance(other.get(name), list) and isinstance(values.get(name, []), list):
                values[name] = _with(values.get(name) or [], other[name])
    values["id"] = records[0][1].event_id
    return values, [report for _, report in records], differences


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, dict) and not any(value.values()))


def _differences(values: Mapping[str, Any], other: Mapping[str, Any], report: Report) -> Iterator[Difference]:
    for name in _SINGLE:
        one, two = values.get(name), other.get(name)
        if not _is_empty(one) and not _is_empty(two) and one != two:
            yield name, _in_words(one), _in_words(two), report.source, report.line


def _in_words(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {part}" for name, part in value.items() if part not in (None, False))
    return str(value)


def _with(items: list[Any], more: list[Any]) -> list[Any]:
    """Return a list with the items of another that it does not have; rows of one code and role are the same."""
    known = {_key(item) for item in items}
    return [*items, *(item for item in more if _key(item) not in known)]


def _key(item: Any) -> str:
    if isinstance(item, dict):
        code = item.get("iso3") or item.get("url") or item.get("name") or item.get("publisher")
        return f"{code} {item.get('role')}"
    return str(item)


def unused(said: Said, seen: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each row of same_events.csv that cannot be used, and each id that names no record."""
    yield from said.faults
    known = set(seen)
    for name, line in said.lines.items():
        if name not in known:
            advice = "names no record; put its list back, or take the row out"
            yield Problem(FILE, line, "event_id", name, advice, "warning")


# Proposing


@dataclass(frozen=True, slots=True)
class Event:
    """What is compared of an event."""

    event_id: str
    source: str
    row: int
    title: str
    start: str
    end: str
    city: str
    host: str
    organisers: frozenset[str]


@dataclass(frozen=True)
class Proposal:
    """Two events of different sources that may be one, and why."""

    one: Event
    other: Event
    reasons: tuple[str, ...]
    likeness: int


def proposals(events: Iterable[Event], said: Said) -> list[Proposal]:
    """Return the pairs of events from two sources that are probably one, the likeliest first.

    They begin within two days of each other in one place, and have similar titles or, with rather similar ones,
    an organiser in common. Events without a day are not compared.
    """
    days: dict[tuple[str, int], list[Event]] = defaultdict(list)
    found = []
    for event in events:
        if dates.precision(event.start) != "day" or not event.host:
            continue
        day = dt.date.fromisoformat(event.start).toordinal()
        near = (days.get((event.host, day + apart), ()) for apart in range(-NEAR, NEAR + 1))
        for other in (other for those in near for other in those if other.source != event.source):
            if frozenset((event.event_id, other.event_id)) not in said.different:
                found += [proposal] if (proposal := _compared(other, event)) else []
        days[event.host, day].append(event)
    return sorted(found, key=lambda proposal: -proposal.likeness)


def _compared(one: Event, other: Event) -> Proposal | None:
    """Return the proposal to join two events of one country and within two days; None where they differ."""
    from rapidfuzz import fuzz

    if one.city and other.city and one.city != other.city:
        return None
    likeness = round(fuzz.token_set_ratio(one.title.casefold(), other.title.casefold()))
    shared = one.organisers & other.organisers
    same_city = bool(one.city) and one.city == other.city
    needed = ALIKE if not shared else RATHER_ALIKE
    if likeness < (needed if same_city else ALIKE) or not (same_city or shared):
        return None
    apart = abs((dt.date.fromisoformat(one.start) - dt.date.fromisoformat(other.start)).days)
    reasons = [
        "same first day" if not apart else f"first days {apart} apart",
        f"both in {one.city}" if same_city else f"both in {one.host}",
        f"titles {likeness} % alike",
        *(["the same organiser: " + ", ".join(sorted(shared))] if shared else []),
    ]
    return Proposal(one, other, tuple(reasons), likeness)


def told(found: Iterable[Proposal]) -> Iterator[Problem]:
    """Yield each proposal as a question to a person."""
    for proposal in found:
        one, other = proposal.one, proposal.other
        advice = (
            f"may be the same event as {one.event_id} in {one.source}, row {one.row} ({'; '.join(proposal.reasons)}): "
            f"write {_row(one.event_id, other.event_id)},same or ...,different into {FILE}"
        )
        yield Problem(other.source, other.row, "same event?", other.title, advice, "note", other.event_id)


def _row(*ids: str) -> str:
    """Return ids as cells of a CSV file."""
    return ",".join('"' + name.replace('"', '""') + '"' if set(name) & set(',"\n') else name for name in ids)
