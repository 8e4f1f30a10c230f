"""Counts of the selected events by one dimension, in any unit; the tables behind maps, bars and timelines.

Every table names its unit, keeps "not stated" as a row of its own, and gives beside each count the number
of events it stands on (DESIGN rules 1, 3, 4 and 6).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import compress
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.dimension import Dimension, Values, pack, runs
from analysis.dimensions import UNKNOWN
from analysis.selection import Selection
from view import NONE


@dataclass(frozen=True)
class Counted:
    """A small table of counts and what was counted.

    `columns` are lists of equal length by name: `id`, `name`, `count` (in `unit`), `event_count` (events behind
    it) and `base_count` (those of them that tell the measure: equal to `event_count` but for people and days).
    `event_count` of the table is the number of distinct events in the selection, and `total` its figure in `unit`
    (None for countries reached, which no bars add up to). `whole` makes the same table with every value in a row of
    its own, where some stand together as "others"; `tied` of these count as much as the last that has a row.
    """

    columns: dict[str, list[Any]]
    dimension: str
    unit: str
    event_count: int
    whole: Callable[[], Counted] | None = field(default=None, compare=False, repr=False)
    total: int | None = None
    tied: int = field(default=0, compare=False)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The table as a frame: what is shown beside a chart and handed out."""
        return small(**self.columns)

    @cached_property
    def all_rows(self) -> list[dict[str, Any]]:
        """The rows as plain dictionaries, column name -> value."""
        return [dict(zip(self.columns, row, strict=True)) for row in zip(*self.columns.values(), strict=True)]

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The rows but for "not stated"."""
        return [row for row in self.all_rows if row["id"] != NONE]

    @cached_property
    def unstated_count(self) -> int:
        """How many events are in "not stated"."""
        return next((int(row["event_count"]) for row in self.all_rows if row["id"] == NONE), 0)

    def row(self, place: int) -> dict[str, Any]:
        """Return one row as a plain dictionary."""
        return {name: cells[place] for name, cells in self.columns.items()}

    def kept(self, inside: Iterable[bool]) -> Counted:
        """Return the table with some of its rows."""
        chosen = list(inside)
        columns = {name: list(compress(cells, chosen)) for name, cells in self.columns.items()}
        return replace(self, columns=columns, whole=None)


def small(**columns: Any) -> pd.DataFrame:
    """Return a small table; texts stay plain objects, which costs a twentieth of packing some dozens of them."""
    rows = pd.RangeIndex(max(map(len, columns.values()), default=0))
    made = {name: _column(cells, rows) for name, cells in columns.items()}
    return pd.DataFrame(made, index=rows, copy=False)


def _column(cells: Sequence[Any], rows: pd.Index) -> pd.Series:
    if not len(cells) or not isinstance(cells[0], str):
        return pd.Series(cells, index=rows)
    held = np.empty(len(cells), dtype=object)
    held[:] = cells
    return pd.Series(held, index=rows, dtype=object, copy=False)


def by(selection: Selection, dimension: str, *, unit: str = "events") -> Counted:
    """Count the selected events by a dimension of the index, every value in its fixed order, zeros kept."""
    made = selection.index[dimension]
    events = selection.held(dimension)
    count, base = _measure(selection, made, unit, events)
    numbers = {"count": count, "event_count": events, "base_count": base}
    columns = {"id": list(made.ids), "name": list(made.labels)}
    columns |= {name: cells.tolist() for name, cells in numbers.items()}
    total = None if unit == "countries" else measured(selection, unit)[0]
    return Counted(columns, dimension, unit, selection.count, total=total)


def ranked(
    selection: Selection,
    dimension: str,
    *,
    unit: str = "events",
    most: int | None = None,
    beside: Selection | None = None,
) -> Counted:
    """Count by a dimension, only values that occur, largest first (then by name), "not stated" last.

    With `most`, the values after the first `most` become one row `other`, told by name how many they are;
    its events are counted once. Beside a second selection the larger of both counts ranks a value, so that
    what is large there alone has a row too; `like` counts that selection by the same rows.
    """
    counted = by(selection, dimension, unit=unit)
    sides = [counted] if beside is None else [counted, by(beside, dimension, unit=unit)]
    counts, events = (largest(sides, name) for name in ("count", "event_count"))
    names = counted.columns["name"]
    occurring = [place for place, held in enumerate(events[:-1]) if held]
    occurring.sort(key=lambda place: (-counts[place], names[place]))
    kept, rest = occurring[:most], [] if most is None else occurring[most:]
    shown = [counted.row(place) for place in kept]
    if rest:
        shown.append(_other(selection, counted, rest))
    if events[-1]:
        shown.append(counted.row(-1))
    columns = {name: [row[name] for row in shown] for name in counted.columns}
    whole = partial(ranked, selection, dimension, unit=unit, beside=beside) if rest else None
    tied = sum(counts[place] == counts[kept[-1]] for place in rest) if kept else 0
    return replace(counted, columns=columns, whole=whole, tied=tied)


def largest(sides: Sequence[Counted], name: str) -> list[int]:
    """Return for each value the largest of one column of tables that count by the same values."""
    first, *others_ = (side.columns[name] for side in sides)
    return [max(cells) for cells in zip(first, *others_, strict=True)] if others_ else first


def like(counted: Counted, selection: Selection | None) -> Counted | None:
    """Count another selection by the values a ranked table shows, in its order; "others" are all the rest."""
    return None if selection is None else _like(counted, selection)


def _like(counted: Counted, selection: Selection) -> Counted:
    made = by(selection, counted.dimension, unit=counted.unit)
    place = {id_: number for number, id_ in enumerate(made.columns["id"])}
    shown = set(counted.columns["id"])
    rest = [number for number, id_ in enumerate(made.columns["id"][:-1]) if id_ not in shown]
    rows = [
        _other(selection, made, rest) | {"name": name} if id_ == OTHER else made.row(place[id_])
        for id_, name in zip(counted.columns["id"], counted.columns["name"], strict=True)
    ]
    entire = counted.whole
    whole = None if entire is None else lambda: _like(entire(), selection)
    return replace(made, columns={name: [row[name] for row in rows] for name in made.columns}, whole=whole)


OTHER = "others"
"""Row that stands for all values beyond those shown; not "other", which is a format of its own."""


def others(count: int) -> str:
    """Return the name of the row that stands for several values: "7 others"."""
    return f"{count} other{'' if count == 1 else 's'}"


def _other(selection: Selection, counted: Counted, rest: Sequence[int]) -> dict[str, Any]:
    """Return one row for several values: an event that holds two of them counts once.

    Where each value counts only what is its own (see `_own`), nothing is held twice and the row is the sum.
    """
    ids, counts = counted.columns["id"], counted.columns["count"]
    bits = selection.index[counted.dimension].any_of(ids[place] for place in rest) & selection.bits
    inside = Selection(selection.index, selection.view, bits, 0)
    total, events, base = measured(inside, counted.unit)
    if _own(selection, counted.dimension, counted.unit) is not None:
        total = sum(counts[place] for place in rest)
    return {"id": OTHER, "name": others(len(rest)), "count": total, "event_count": events, "base_count": base}


def measured(selection: Selection, unit: str) -> tuple[int, int, int]:
    """Return the figure of a whole selection in a unit, its events, and how many of them tell the measure."""
    events = selection.count
    if unit == "events":
        return events, events, events
    if unit == "countries":
        return countries_reached(selection), events, events
    if unit == "participations":
        return int(selection.held(selection.view.role)[:-1].sum()), events, events
    weights = weights_of(selection, unit).take(selection.places)
    known = weights != UNKNOWN
    return int((weights * known).sum(dtype=np.int64)), events, int(np.count_nonzero(known))


def countries_reached(selection: Selection) -> int:
    """Return how many countries hold the view's role in the selected events."""
    return int((selection.held(selection.view.role)[:-1] > 0).sum())


def weights_of(selection: Selection, unit: str) -> NDArray[np.int32]:
    """Return what each event adds in a unit: people, event days or country participations; UNKNOWN where not told."""
    index = selection.index
    if unit == "people":
        return index.measures.total
    if unit == "days":
        return index.measures.days
    roles = index[selection.view.role]
    stated = roles.value < len(roles) - 1
    return np.bincount(roles.event[stated], minlength=len(index)).astype(np.int32)


def _measure(
    selection: Selection, dimension: Dimension, unit: str, events: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return count and base of every value of a dimension."""
    if unit == "events":
        return events, events
    own = _own(selection, dimension.name, unit)
    if own is not None:
        return own, events
    if unit == "countries":
        return _reached(selection, dimension), events
    weights = weights_of(selection, unit)
    known = selection.mask & (weights != UNKNOWN)
    return dimension.summed(weights * known), dimension.counts(pack(known))


def _own(selection: Selection, dimension: str, unit: str) -> NDArray[np.int64] | None:
    """Return participations or countries of each country in the view's role, or of each region of that role.

    There a value counts its own countries alone, not those it met: bars of participations then add up to
    the total. None for other dimensions and units.
    """
    role = selection.view.role
    if unit not in ("participations", "countries") or dimension not in (role, f"{role}_region"):
        return None
    made, events = selection.index[dimension], selection.held(role)[:-1]
    held = events if unit == "participations" else (events > 0).astype(np.int64)
    if dimension == role:
        return np.append(held, 0)
    region_of = selection.index.region_of["subregion"]
    ids = selection.index[role].ids[:-1]
    home = [made.code.get(region_of.get(iso3, ""), len(made) - 1) for iso3 in ids]
    return np.bincount(home, weights=held, minlength=len(made)).astype(np.int64)


def _reached(selection: Selection, dimension: Dimension) -> NDArray[np.int64]:
    """Return for each value how many countries hold the view's role in its events."""
    roles = selection.index[selection.view.role]
    left, right = pairs_in_common(selection, dimension, roles)
    seen = np.zeros((len(dimension), len(roles)), dtype=np.bool_)
    seen[left, right] = True
    reached: NDArray[np.int64] = seen[:, :-1].sum(axis=1, dtype=np.int64)
    return reached


def pairs_in_common(selection: Selection, left: Dimension, right: Dimension) -> tuple[Values, Values]:
    """Return the codes of every pair of values two dimensions hold in the same selected event."""
    kept = selection.mask[left.event]
    event, value = left.event[kept], left.value[kept]
    begin = right.starts[event]
    width = right.starts[event + 1] - begin
    return np.repeat(value, width), right.value[runs(begin, width)]


def total_in_bars(counted: Counted) -> int:
    """Return what the bars of a table add up to; more than its total where one event stands in several bars."""
    return sum(counted.columns["count"])
