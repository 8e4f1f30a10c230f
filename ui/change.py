"""The line under a chart on how much its total differs between the two sides of a comparison."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from analysis.counts import measured
from analysis.meetings import Meetings
from analysis.overview import unnamed
from analysis.selection import Selection
from charts import change, theme
from charts.change import Amount
from charts.meeting_words import Words
from ui import frame


def total(selection: Selection, other: Selection | None, *, unit: str = "events") -> str:
    """Return the totals of both sides in a unit and their difference, with what sums of people or days stand on."""
    if other is None:
        return ""
    look, sides = frame.current().look, [measured(side, unit) for side in (selection, other)]
    amounts = [Amount(value if base or unit == "events" else None, base) for value, _, base in sides]
    said = change.sentence(change.totals(look, amounts, partial(theme.counted, unit=unit)))
    if unit not in ("people", "days"):
        return said
    bases = [f"{theme.number(base)} of {theme.counted(events, 'events')}" for _, events, base in sides]
    lead, rest = bases[look.leads], bases[1 - look.leads]
    return f"{said} These stand on {lead} and {rest}."


def stated(selection: Selection, other: Selection | None, dimension: str, *, what: str) -> str:
    """Return how many events of both sides state something in a dimension, and their difference."""
    if other is None:
        return ""
    counts = [side.count - unnamed(side, dimension) for side in (selection, other)]
    amounts = [Amount(count, count) for count in counts]
    return change.totals(frame.current().look, amounts, _events(what))


def _events(what: str) -> Callable[[float], str]:
    return lambda value: f"{theme.counted(value, 'events')} {what}"


def pairs(met: Meetings, other: Meetings | None, words: Words) -> str:
    """Return how many pairs met on both sides, and their difference."""
    if other is None:
        return ""
    amounts = [Amount(side.pair_count, side.selection.count) for side in (met, other)]
    many, one = words.pairs.lower(), words.pairs.lower().replace("pairs", "pair", 1)
    return change.totals(
        frame.current().look,
        amounts,
        lambda value: f"{theme.number(value)} {one if value == 1 else many} in the same events",
    )
