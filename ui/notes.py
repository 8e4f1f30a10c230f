"""Notes that charts of several pages share."""

from __future__ import annotations

from analysis import overview
from analysis.selection import Selection
from charts import theme
from charts.change import of_sides
from ui import frame


def no_funder(selection: Selection, other: Selection | None) -> str:
    """Return how many events state no funder and why that may be, of both sides where two are compared."""
    own = _no_funder(selection)
    return own if other is None else of_sides(frame.current().look, own, _no_funder(other))


def _no_funder(selection: Selection) -> str:
    return theme.partly_read(
        *overview.partly_read(selection, "funder_body"),
        what="funder",
        by_country=overview.paid_by_country_alone(selection),
    )
