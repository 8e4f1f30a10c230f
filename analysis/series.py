"""Recurring events: their editions in order, which numbers are missing, who came to each and who came again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.counts import Counted, ranked, small
from analysis.dimension import Dimension, runs, unpack
from analysis.dimensions import UNKNOWN
from analysis.gaps import texts_at
from analysis.index import Index
from analysis.listing import texts
from analysis.selection import Selection
from analysis.sides import side_of
from view import NONE

DRAWN = 24
"""Columns drawn at most, the newest."""

LISTED = 100
"""Editions listed at most, the newest."""

DRAWN_COUNTRIES = 40
"""Countries drawn at most; the numbers hold all."""

STATES = (
    "not yet",
    "came",
    "came, not named before",
    "not named, but again later",
    "dropped out",
    "not named any more",
    "not told",
)
"""What is known of a country at an edition, in words."""

BEFORE, CAME, NEW, ABSENT, LEFT, GONE, NOT_TOLD = range(len(STATES))


@dataclass(frozen=True)
class Edition:
    """One edition in the records, or a run of numbers that no record has (`missing` of them, else 0).

    `number` is "4" or, for a run, "5–8"; empty where the record gives none. `countries` counts those in the
    view's role; `tells` says whether the record names who came (more than the host); `people` is the headcount.
    Texts are empty where nothing is told; `place` is that of the event in `events`, -1 for a run. `side` is "first",
    "second" or "both" of a comparison, empty where nothing is compared.
    """

    number: str
    missing: int = 0
    place: int = -1
    event_id: str = ""
    title: str = ""
    start_date: str = ""
    end_date: str = ""
    city: str = ""
    hosts: str = ""
    organisers: str = ""
    funders: str = ""
    countries: int = 0
    tells: bool = False
    people: int | None = None
    approximate: bool = False
    side: str = ""

    @property
    def year(self) -> str:
        """The year, empty where it is not known."""
        return "" if self.start_date.startswith("X") else self.start_date[:4]


@dataclass(frozen=True)
class Editions:
    """The editions of one recurring event in order, with the runs of missing numbers between them.

    `countries` are those that came, by ISO3, most often first; `came` holds their states (`STATES`) at the editions
    that are in the records, shape (countries, `held`). `left_out` editions in the records are left out by the
    filters, `earlier` ones are older than the newest LISTED; `in_part` of those shown were read only in part.
    """

    name: str
    all: tuple[Edition, ...]
    countries: dict[str, str]
    came: NDArray[np.int64]
    left_out: int
    earlier: int
    in_part: int
    role: str

    @cached_property
    def held(self) -> tuple[Edition, ...]:
        """The editions in the records, without the missing ones."""
        return tuple(edition for edition in self.all if not edition.missing)

    @cached_property
    def missing(self) -> int:
        """How many numbers up to the last edition are in no record."""
        return sum(edition.missing for edition in self.all)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """One row an edition or run of missing ones: what is shown and handed out."""
        rows = self.all
        side = {"side": [edition.side for edition in rows]} if any(edition.side for edition in rows) else {}
        return small(
            **{
                **side,
                "edition": [edition.number for edition in rows],
                "in the records": ["no" if edition.missing else "yes" for edition in rows],
                "start_date": [edition.start_date for edition in rows],
                "place": [edition.city for edition in rows],
                "host": [edition.hosts for edition in rows],
                "countries": _whole([None if edition.missing else edition.countries for edition in rows]),
                "who came": ["" if edition.missing else TELLS[edition.tells] for edition in rows],
                "people": _whole([edition.people for edition in rows]),
                "organisers": [edition.organisers for edition in rows],
                "funders": [edition.funders for edition in rows],
                "title": [edition.title for edition in rows],
                "event_id": [edition.event_id for edition in rows],
            }
        )

    @cached_property
    def attendance(self) -> pd.DataFrame:
        """One row a country, one column an edition in the records: its state in words."""
        heads = [f"{held.number or 'without number'}, {held.year or 'year unknown'}" for held in self.held]
        unique = [f"{head} ({heads[: at].count(head) + 1})" if head in heads[:at] else head
                  for at, head in enumerate(heads)]  # fmt: skip
        cells = {head: [STATES[state] for state in self.came[:, at]] for at, head in enumerate(unique)}
        return small(country=list(self.countries.values()), **cells)


def _whole(numbers: list[int | None]) -> pd.Series:
    """Return a column of counts, empty where there is none."""
    return pd.Series(numbers, dtype="Int64")


TELLS = {True: "named", False: "not told"}
"""Whether a record names who came."""


def editions(selection: Selection, series_id: str, *, beside: Selection | None = None) -> Editions:
    """Return the editions of a recurring event that the filters leave, with missing numbers between them.

    Who is new and who dropped out is judged over all editions in the records, whatever the filters. Beside a second
    selection its editions too, each with the side it is of.
    """
    index, series = selection.index, selection.index["series"]
    code = series.code[series_id]
    events = in_order(index, series.event[series.value == code])
    sides = [side.mask[events] for side in (selection, beside) if side is not None]
    inside = np.logical_or.reduce(sides)
    kept = np.flatnonzero(inside)[-LISTED:]
    told = _tells(selection)[events]
    countries, there = _there(selection, events)
    came = states(there, told)[:, kept]
    shown = _order(came, countries)
    made = _editions(selection, events[kept], told[kept])
    if beside is not None:
        made = [
            replace(edition, side=side_of(*held))
            for edition, *held in zip(made, *(mask[kept].tolist() for mask in sides), strict=True)
        ]
    numbers = [int(number) for number in _numbers(index, events) if number is not None]
    labels = index[selection.view.role].labels
    return Editions(
        name=series.labels[code],
        all=tuple(with_missing(made, numbers)),
        countries={index[selection.view.role].ids[countries[at]]: labels[countries[at]] for at in shown},
        came=came[shown],
        left_out=int((~inside).sum()),
        earlier=int(inside.sum()) - len(kept),
        in_part=int(index.read_in_part[events[kept]].sum()),
        role=selection.view.role,
    )


def in_order(index: Index, events: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the events of a series in order: by number where all have one, else by date, undated ones last."""
    numbers = _numbers(index, events)
    first = index.measures.first[events]
    dates = np.where(first == UNKNOWN, np.iinfo(np.int32).max, first)
    if None in numbers:
        return events[np.argsort(dates, kind="stable")]
    return events[np.lexsort((dates, np.array(numbers, dtype=np.int64)))]


def _numbers(index: Index, events: NDArray[np.int32]) -> list[int | None]:
    return texts(index.tables["events"]["series_number"], events)


def _tells(selection: Selection) -> NDArray[np.bool_]:
    """Mark the events that name who was there in the view's role; a host alone may not tell who came."""
    role = selection.view.role
    if role in ("there", "participant"):
        return selection.index.tells_who_came
    return ~unpack(selection.index[role].unstated, len(selection.index))


def _there(selection: Selection, events: NDArray[np.int32]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return the codes of the countries that were at any of the events, and at which, shape (countries, events)."""
    role = selection.index[selection.view.role]
    held = [role.values_of(int(event)) for event in events]
    codes = np.unique(np.concatenate([*held, np.zeros(0, dtype=np.int32)])).astype(np.int64)
    codes = codes[codes < len(role) - 1]
    there = np.zeros((len(codes), len(events)), dtype=np.bool_)
    for at, values in enumerate(held):
        there[np.searchsorted(codes, values[values < len(role) - 1]), at] = True
    return codes, there


def states(there: NDArray[np.bool_], told: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the state of each country (rows) at each edition in order, by those whose record names who came (`told`).

    A country is new where an earlier edition names who came and does not name it; it dropped out at the first
    edition after its last that names who came. Where nobody is named, nothing is said of the absent.
    """
    place, so_far = np.arange(len(told)), np.cumsum(told)
    first = there.argmax(axis=1)[:, None] if there.size else np.zeros((len(there), 1), dtype=np.int64)
    last = place.size - 1 - there[:, ::-1].argmax(axis=1)[:, None] if there.size else first
    made = np.where(place < first, BEFORE, np.where(place < last, ABSENT, GONE))
    if not there.size:
        return made
    made[(place > last) & told & (so_far - so_far[last] == 1)] = LEFT
    made[~there & ~told] = NOT_TOLD
    made[there] = CAME
    made[there & (place == first) & (so_far - told > 0)] = NEW
    return made


def _order(came: NDArray[np.int64], countries: NDArray[np.int64]) -> list[int]:
    """Return the countries that came to any edition shown: most often first, then the earliest, then as they stand."""
    there = (came == CAME) | (came == NEW)
    times = there.sum(axis=1).tolist()
    first = there.argmax(axis=1).tolist() if there.size else [0] * len(countries)
    present = [at for at in range(len(countries)) if times[at]]
    return sorted(present, key=lambda at: (-times[at], first[at], at))


def _editions(selection: Selection, events: NDArray[np.int32], told: NDArray[np.bool_]) -> list[Edition]:
    """Return some events as editions; `told` marks those that name who came."""
    index, table = selection.index, selection.index.tables["events"]
    role = index[selection.view.role]
    facts = {
        name: texts_at(index, name, events)
        for name in ("event_id", "title", "start_date", "end_date", "city")
    }
    numbers, totals, rounded = (
        texts(table[name], events)
        for name in ("series_number", "participants_total", "participants_approximate")
    )
    return [
        Edition(
            number="" if numbers[at] is None else str(int(numbers[at])),
            place=event,
            countries=int((role.values_of(event) < len(role) - 1).sum()),
            tells=bool(told[at]),
            people=None if totals[at] is None else int(totals[at]),
            approximate=bool(rounded[at]),
            **{name: cells[at] for name, cells in facts.items()},  # type: ignore[arg-type]  # all of them texts
            **{name: _names(index, of, event) for name, of in BODIES.items()},  # type: ignore[arg-type]
        )
        for at, event in enumerate(events.tolist())
    ]


BODIES = {"hosts": "host", "organisers": "organiser", "funders": "funder_body"}
"""Texts of an edition that join names, and their dimension."""


def _names(index: Index, dimension: str, event: int) -> str:
    made = index[dimension]
    return "; ".join(made.labels[code] for code in made.values_of(event) if code < len(made) - 1)


def with_missing(held: Sequence[Edition], numbers: Iterable[int]) -> list[Edition]:
    """Return editions with a run of missing numbers before the one that follows it.

    `numbers` are those of all editions in the records: one that the filters leave out is not missing.
    """
    known = sorted({0, *numbers})
    runs = [(low + 1, high - 1) for low, high in pairwise(known) if high > low + 1]
    made = []
    for edition in held:
        while edition.number and runs and runs[0][1] < int(edition.number):
            low, high = runs.pop(0)
            made.append(Edition(str(low) if low == high else f"{low}–{high}", missing=high - low + 1))
        made.append(edition)
    return made


def kinds(
    selection: Selection, dimension: str, *, most: int = 12, beside: Selection | None = None
) -> Counted:
    """Return the recurring events ("series") or programmes with most events, those of no such thing left out."""
    counted = ranked(selection, dimension, beside=beside)
    stated = [id_ != NONE for id_ in counted.columns["id"]]
    kept = counted.kept(stated)
    return kept.kept(place < most for place in range(len(kept.columns["id"])))


def came_again(selection: Selection, *, most: int = 15, beside: Selection | None = None) -> Counted:
    """Count for each country the editions it came to after an earlier one of the same recurring event.

    Columns as in `Counted`; `event_count` are all the editions it came to, and the last column the recurring
    events it came back to. Only countries that came again, most often first; beside a second selection those that
    came again on either side.
    """
    index, role = selection.index, selection.index[selection.view.role]
    times = [_by_series(side) for side in (selection, beside) if side is not None]
    returns = [np.maximum(each - 1, 0).sum(axis=0) for each in times]
    again, back, whole = returns[0], (times[0] > 1).sum(axis=0), times[0].sum(axis=0)
    largest = np.maximum.reduce(returns)
    codes = sorted(np.flatnonzero(largest), key=lambda code: (-largest[code], role.labels[code]))[:most]
    columns = {
        "id": [role.ids[code] for code in codes],
        "name": [role.labels[code] for code in codes],
        "count": again[codes].tolist(),
        "event_count": whole[codes].tolist(),
        "base_count": whole[codes].tolist(),
        "recurring events it came back to": back[codes].tolist(),
    }
    inside = selection.bits & ~index["series"].unstated
    return Counted(columns, selection.view.role, "events", int(np.bitwise_count(inside).sum()))


def _by_series(selection: Selection) -> NDArray[np.int64]:
    """Return the selected events of each recurring event at which each country was, shape (series, countries)."""
    series, role = selection.index["series"], selection.index[selection.view.role]
    shape = len(series) - 1, len(role) - 1
    of = series.value[series.starts[role.event]]
    kept = selection.mask[role.event] & (of < shape[0]) & (role.value < shape[1])
    cells = of[kept].astype(np.int64) * shape[1] + role.value[kept]
    return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)


_TOWNS: WeakKeyDictionary[Index, dict[str, dict[str, tuple[str, ...]]]] = WeakKeyDictionary()
"""The host cities of recurring events and programmes, which depend on the index alone."""


def towns(index: Index, dimension: str) -> dict[str, tuple[str, ...]]:
    """Return by id the cities that hosted each recurring event ("series") or programme, most often first."""
    kept = _TOWNS.setdefault(index, {})
    if dimension not in kept:
        kept[dimension] = _towns(index[dimension], index["city"])
    return kept[dimension]


def _towns(made: Dimension, cities: Dimension) -> dict[str, tuple[str, ...]]:
    begin = cities.starts[made.event]
    width = cities.starts[made.event + 1] - begin
    pairs = np.stack([np.repeat(made.value, width), cities.value[runs(begin, width)]])
    (kinds_, towns_), counts = np.unique(pairs, axis=1, return_counts=True)
    named: dict[str, list[str]] = {id_: [] for id_ in made.ids[:-1]}
    for place in np.argsort(-counts, kind="stable").tolist():
        kind, town = int(kinds_[place]), int(towns_[place])
        if kind < len(made) - 1 and town < len(cities) - 1:
            named[made.ids[kind]].append(cities.labels[town])
    return {id_: tuple(names) for id_, names in named.items()}


@dataclass(frozen=True)
class Listed:
    """One recurring event or programme of the list: its events, from which year to which ("" where none is known).

    `beside` are its events on the second side of a comparison, `towns` the cities that ever hosted it.
    """

    kind: str
    id: str
    name: str
    events: int
    first: str
    last: str
    towns: tuple[str, ...] = ()
    beside: int = 0


def listed(selection: Selection, *, beside: Selection | None = None) -> list[Listed]:
    """Return all recurring events and programmes of the selection, or of either selection, most events first."""
    found = [row for dimension in ("series", "programme") for row in _listed(selection, dimension, beside)]
    return sorted(found, key=lambda row: (-max(row.events, row.beside), row.name))


def _listed(selection: Selection, dimension: str, beside: Selection | None) -> Iterator[Listed]:
    made, counts = selection.index[dimension], selection.held(dimension)[:-1]
    others = np.zeros_like(counts) if beside is None else beside.held(dimension)[:-1]
    either = selection if beside is None else replace(selection, bits=selection.bits | beside.bits)
    years, hosts = _years(either, dimension), towns(selection.index, dimension)
    for code in np.flatnonzero(counts + others).tolist():
        id_ = made.ids[code]
        yield Listed(
            dimension, id_, made.labels[code], int(counts[code]), *years[code], hosts[id_], int(others[code])
        )


def _years(selection: Selection, dimension: str) -> list[tuple[str, str]]:
    """Return the first and last year of the selected events of each value of a dimension, "" where none is known."""
    made, year = selection.index[dimension], selection.index["year"]
    shape = len(made), len(year)
    kept = selection.mask[made.event]
    cells = made.value[kept].astype(np.int64) * shape[1] + year.value[year.starts[made.event[kept]]]
    held = np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)[:-1, :-1] > 0
    if not held.shape[1]:
        return [("", "")] * len(held)
    first, last = held.argmax(axis=1).tolist(), (held.shape[1] - 1 - held[:, ::-1].argmax(axis=1)).tolist()
    return [
        (year.ids[low], year.ids[high]) if held[code, low] else ("", "")
        for code, (low, high) in enumerate(zip(first, last, strict=True))
    ]
