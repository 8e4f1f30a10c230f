"""The figures of the overview: each with the base it stands on, and the change against the period before."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from analysis.counts import countries_reached, measured
from analysis.dimension import size, unpack
from analysis.selection import Selection, compared, previous_period, select
from view import View

FEW = 5
"""Below this many events in either period a change is given without a percentage (DESIGN rule 9)."""


@dataclass(frozen=True)
class Tile:
    """One figure: what it counts, its value (None where nothing gives it), and the events it stands on.

    `base` of `events` events give the figure. `before` is the same figure in the period of equal length
    just before (`earlier` names it, empty where there is none), None where nothing gives it, and stands on
    `before_base` of `before_events`; `few` says that a percentage would rest on too few events. `part` of `whole`
    people make the share of women, 0 of 0 in all other figures.
    """

    name: str
    value: float | None
    base: int
    events: int
    before: float | None = None
    few: bool = False
    earlier: str = ""
    before_base: int = 0
    before_events: int = 0
    part: int = 0
    whole: int = 0


def tiles(selection: Selection, *, against: str = "") -> list[Tile]:
    """Return the figures of a selection in the order of the page; the second is in the view's unit where it counts.

    They are compared with the events the view compares with, which `against` names, or else with the period of
    equal length just before.
    """
    now, other = _figures(selection), compared(selection)
    earlier_view = previous_period(selection.index, selection.view)
    if other is None and earlier_view is not None:
        other, against = select(selection.index, earlier_view), _years(earlier_view)
    if other is None:
        return [_shared(Tile(name, *now[name], selection.count), selection) for name in now]
    before = _figures(other)
    few = min(selection.count, other.count) < FEW
    return [
        _shared(
            Tile(
                name,
                value,
                base,
                selection.count,
                before[name][0],
                few or min(base, before[name][1]) < FEW,
                against,
                before[name][1],
                other.count,
            ),
            selection,
        )
        for name, (value, base) in now.items()
    ]


def _shared(tile: Tile, selection: Selection) -> Tile:
    """Return a figure, that of women with the people it is a share of."""
    if tile.name != "women":
        return tile
    women, men, _ = _women_and_men(selection)
    return replace(tile, part=women, whole=women + men)


def _years(view: View) -> str:
    return f"{view.start}–{view.end}" if view.start != view.end else view.start


def _figures(selection: Selection) -> dict[str, tuple[float | None, int]]:
    """Return value and base of every figure."""
    people, events, with_headcount = measured(selection, "people")
    share, with_both = share_of_women(selection)
    days, _, dated = measured(selection, "days")
    participations = measured(selection, "participations")[0]
    return {
        "events": (events, events),
        "countries": (countries_reached(selection), events - unnamed(selection, selection.view.role)),
        "people": (people if with_headcount else None, with_headcount),
        "women": (share, with_both),
        "funders": (funders_named(selection), events - unnamed(selection, "funder_body")),
        "participations": (participations, events - unnamed(selection, selection.view.role)),
        "days": (days if dated else None, dated),
    }


def share_of_women(selection: Selection) -> tuple[float | None, int]:
    """Return women / (women + men) over the events that give both, and how many those are (DESIGN rule 6)."""
    women, men, events = _women_and_men(selection)
    return (women / (women + men) if women + men else None), events


def _women_and_men(selection: Selection) -> tuple[int, int, int]:
    """Return the women and the men of the events that give both, and how many those are; counted once."""
    return selection.once(("women and men",), lambda: _counted_women_and_men(selection))


def _counted_women_and_men(selection: Selection) -> tuple[int, int, int]:
    measures = selection.index.measures
    both = selection.places[measures.both_sexes.take(selection.places)]
    women, men = (int(counts.take(both).sum(dtype=np.int64)) for counts in (measures.women, measures.men))
    return women, men, len(both)


def funders_named(selection: Selection) -> int:
    """Return how many top-level organisations paid (after roll-up; the organisation view of DESIGN rule 3)."""
    return int((selection.held("funder_body_top")[:-1] > 0).sum())


def unnamed(selection: Selection, dimension: str) -> int:
    """Return how many of the events have nothing stated in a dimension."""
    return size(selection.bits & selection.index[dimension].unstated)


def open_ended_days(selection: Selection) -> int:
    """Return how many of the events give a first day but no end: they count one day, so days are "at least"."""
    return int((selection.mask & selection.index.measures.open_ended).sum())


def partly_read(selection: Selection, dimension: str) -> tuple[int, int]:
    """Return how many events state nothing in a dimension, and how many of those were read only in part (rule 5)."""
    index = selection.index
    without = unpack(selection.bits & index[dimension].unstated, len(index))
    return int(np.count_nonzero(without)), int(np.count_nonzero(without & index.read_in_part))


def paid_by_country_alone(selection: Selection) -> int:
    """Return how many of the events name no body that paid, but a country that did."""
    index = selection.index
    no_body, no_country = (index[name].unstated for name in ("funder_body", "funder"))
    return size(selection.bits & no_body & ~no_country)
