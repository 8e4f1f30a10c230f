"""The pictures of one country, in the order of its page: what its report holds is handed to each."""

from __future__ import annotations

from dataclasses import dataclass, replace

import plotly.graph_objects as go

from analysis.country import (
    Editions,
    Report,
    Shares,
    Side,
    joined,
    with_second,
)
from analysis.counts import Counted
from charts import bars, drawing, theme
from charts.change import of_sides
from charts.country_editions import editions
from charts.country_roles import EVENTS_OF, roles_by_year
from charts.country_topics import topics
from charts.theme import Look
from view import NO_FILTER

MET = 15
"""Countries drawn at most among those it met."""


@dataclass(frozen=True)
class Drawings:
    """The seven figures of the page, in its order."""

    roles: go.Figure
    hosts: go.Figure
    topics: go.Figure
    met: go.Figure
    audiences: go.Figure
    funders: go.Figure
    series: go.Figure

    @property
    def all(self) -> tuple[go.Figure, ...]:
        """The figures in the order of the page."""
        return (self.roles, self.hosts, self.topics, self.met, self.audiences, self.funders, self.series)


def drawn(
    report: Report, look: Look, hosts: Counted, *, second: Report | None = None, held: Counted | None = None
) -> Drawings:
    """Return every figure of the page; `hosts` are its events by the country that hosted them.

    `second` is the report of the same country among the events that are compared with, `held` its events by host.
    """
    name, pick, whose = report.side.name, f"{report.role}:{report.side.code}", EVENTS_OF[report.role]
    all_events, look = look, _of_its_events(report, look, compares=second is not None)
    unit = theme.UNITS[report.audiences.unit].lower()
    audiences = bars.ranking(
        report.audiences,
        look,
        title=f"{name}: {unit} by audience ({whose})",
        overlap=True,
        other=None if second is None else second.audiences,
    )
    funders = bars.ranking(
        report.funders,
        look,
        title=f"{name}: {unit} by funder ({whose})",
        overlap=True,
        note=_no_funder(report, second, look),
        other=None if second is None else second.funders,
    )
    hosted = bars.ranking(hosts, look, title=f"{name}: {unit} by country that hosted ({whose})", other=held)
    return Drawings(
        roles_by_year(
            report.roles, look, country=report.side, other=None if second is None else second.roles
        ),
        within(hosted, pick),
        topics(shares(report, second, look), all_events),
        met(report.met, look, country=report.side, other=None if second is None else second.met),
        within(audiences, pick),
        within(funders, pick),
        editions(series(report, second), all_events, country=report.side, note=_left_out(report)),
    )


def _of_its_events(report: Report, look: Look, *, compares: bool) -> Look:
    """Return a look that says that a figure is of the events that name the country, and how many these are."""
    if compares:
        return look
    rest = f"; {look.filters}" if look.filters not in ("", NO_FILTER) else ", no other filter"
    count, whole = theme.number(report.all_events.count), len(report.selection.index)
    return replace(
        look,
        filters=f"Events that name {report.side.name}{rest}",
        source=f"{look.source.rpartition(', ')[0]}, {count} of {theme.counted(whole, 'events')}",
    )


def _no_funder(report: Report, second: Report | None, look: Look) -> str:
    """Return how many of the country's events state no funder, of both sides where two are compared."""
    own, *theirs = (
        theme.partly_read(*side.unstated, what="funder") for side in (report, second) if side is not None
    )
    return of_sides(look, own, *theirs) if theirs else own


def shares(report: Report, second: Report | None, look: Look) -> Shares:
    """Return the shares of topics, the country of the second side among them."""
    if second is None:
        return report.topics
    return with_second(report.topics, second.topics, second_name(report, look))


def second_name(report: Report, look: Look) -> str:
    """Return what the country is called on the second side: "Kenya (2016–2021)", "Kenya (with EU)"."""
    side, spoken = look.sides[1], look.spoken[1]
    return f"{report.side.name} ({side if spoken in ('', f'in {side}') else spoken})"


def series(report: Report, second: Report | None) -> Editions:
    """Return the editions of both sides."""
    return report.series if second is None else joined(report.series, second.series)


def _left_out(report: Report) -> str:
    """Return what filters for countries do to editions: those without them are not in the selection at all."""
    view = report.selection.view
    chosen = view.countries or view.regions
    return NOT_THERE if chosen else ""


NOT_THERE = "The filter for countries leaves out editions without them."


def within(figure: go.Figure, pick: str) -> drawing.Drawn:
    """Return a figure whose clicks also pick the country: what it shows are the country's events alone."""
    given = figure.to_dict()
    data = [
        {**trace, "customdata": [f"{pick},{one}" if one else "" for one in trace["customdata"]]}
        if "customdata" in trace
        else trace
        for trace in given["data"]
    ]
    return drawing.Drawn(data=data, layout=given["layout"])


def met(table: Counted, look: Look, *, country: Side, other: Counted | None = None) -> go.Figure:
    """Bars of the countries that were at the same events, the fifteen it met most often."""
    rest = len(table.columns["id"]) - MET
    more = f"{theme.number(rest)} more in the numbers." if rest > 0 else ""
    note = f"Events where both were there, as host or participant. {more}".strip()
    kept = [place < MET for place in range(len(table.columns["id"]))]
    shown, second = table.kept(kept), None if other is None else other.kept(kept)
    heading = f"{country.name}: {theme.UNITS[table.unit].lower()} by country it met"
    figure = bars.ranking(shown, look, title=heading, note=note, other=second)
    return within(figure, f"there:{country.code}")
