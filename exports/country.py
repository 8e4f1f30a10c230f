"""What leaves the page of one country: its events as a table, and the document with brief, charts and sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from analysis.country import Report, listed
from analysis.listing import sources
from analysis.selection import Selection
from analysis.sides import called, side_of
from analysis.whereabouts import hosts
from charts import theme
from charts.country import drawn
from exports import brief, documents, pictures

HEADINGS = {
    "side": "Side",
    "title": "Title",
    "start_date": "Start",
    "end_date": "End",
    "city": "City",
    "host_country": "Host country",
    "roles": "What the country did",
    "countries": "Countries that took part",
    "organisers": "Organisers",
    "funders": "Funders",
    "paying_countries": "Countries that paid",
    "expert_countries": "Countries that sent experts",
    "partners": "Partners",
    "programmes": "Programmes",
    "topics": "Topics",
    "audiences": "Audiences",
    "format": "Format",
    "participants_total": "People",
    "participants_approximate": "People rounded",
    "women": "Women",
    "men": "Men",
    "publishers": "Publishers",
    "sources": "Sources",
    "read_in_part": "Read only in part",
    "event_id": "Id",
}
"""How the columns of the list of events are headed; the first stands only where two sides are compared."""


def events(report: Report, second: Report | None = None, names: tuple[str, str] = ("", "")) -> pd.DataFrame:
    """Return the country's events in any role as they are handed out, newest first.

    With those of a second report, each event once and with the side it is of, by `names` or "both".
    """
    rows = _listed(report, second, names)
    bodies = rows["funders"].fillna("")
    funders = bodies.mask((bodies == "") & rows["paying_countries"].notna(), NO_BODY)
    roles = [_roles(codes) for codes in rows["roles"]]
    made = rows.assign(roles=roles, funders=funders)
    return made[[name for name in HEADINGS if name in made]].rename(columns=HEADINGS)


def _listed(report: Report, second: Report | None, names: tuple[str, str]) -> pd.DataFrame:
    """Return the country's events of one side or two as rows to read, those of two with a column `side`."""
    if second is None:
        return listed(report.all_events, report.side.code)
    rows = listed(_either(report, second), report.side.code)
    held = [side.all_events.mask for side in (report, second)]
    said = called(names)
    places = [report.selection.index.places[str(event_id)] for event_id in rows["event_id"]]
    return rows.assign(side=[said[side_of(*(bool(mask[place]) for mask in held))] for place in places])


def _either(report: Report, second: Report) -> Selection:
    """Return the country's events of either side."""
    return replace(report.all_events, bits=report.all_events.bits | second.all_events.bits)


NO_BODY = "no body named"
"""Stands for the funders of an event that a country paid for, where no body of it is named."""


def _roles(codes: str) -> str:
    return "; ".join(theme.ROLES[code] for code in codes.split("; ") if code)


def document(
    report: Report,
    told: brief.Told,
    *,
    version: str,
    tables: Sequence[pd.DataFrame],
    draw: Callable[[Sequence[go.Figure]], list[bytes] | None] = pictures.png,
) -> bytes:
    """Return the document of one country; `tables` are the numbers of its charts, in the order of the page.

    `told` holds the look and the report of the country among the events that are compared with, where there is one.

    The charts are drawn in the light theme, whatever the reader's is.
    """
    look, second = told.look, told.second
    paper, held = (
        replace(look, palette=theme.LIGHT, scale=1.0, noted=0),
        None if second is None else hosts(second, report),
    )
    figures = drawn(report, paper, hosts(report, second), second=second, held=held).all
    made: Sequence[bytes | None] = draw(figures) or [None] * len(figures)
    metas = [figure.to_dict()["layout"]["meta"] for figure in figures]
    parts = [
        documents.Part(meta["heading"], meta["note"], meta["alt"], table, picture)
        for meta, table, picture in zip(metas, tables, made, strict=True)
    ]
    return documents.written(
        f"{report.side.name}: events against trafficking in persons and smuggling of migrants",
        about(report, told, version=version),
        brief=brief.parts(report, told),
        parts=parts,
        annex=annex(report, second, look.sides),
    )


def about(report: Report, told: brief.Told, *, version: str) -> Mapping[str, str]:
    """Return what the document was made from, by name."""
    peers, look = [peer.side.name for peer in report.peers], told.look
    if told.second is not None:
        peers.append(f"{look.sides[1]} ({_chosen(told.second)})")
    lines = {
        "Filters": f"{look.filters} ({_chosen(report)})",
        "Role that makes events its own": f"{theme.ROLES[report.role]} ({theme.ROLE_HELP[report.role]})",
        "Compared with": brief.listed(peers),
        "Data version": version,
        "Source": "Cooperation Atlas",
    }
    return {name: text for name, text in lines.items() if text}


def _chosen(report: Report) -> str:
    return f"{theme.number(report.selection.count)} of {theme.counted(len(report.selection.index), 'events')}"


def annex(
    report: Report, second: Report | None = None, names: tuple[str, str] = ("", "")
) -> list[documents.Entry]:
    """Return the country's events in any role with their sources, newest first; of two sides each with its side."""
    rows = theme.rows(_listed(report, second, names))
    found = sources(report.all_events if second is None else _either(report, second))
    return [_entry(row, found.get(str(row["event_id"]), ())) for row in rows]


def _entry(row: Mapping[str, object], told_in: Sequence[tuple[str, str]]) -> documents.Entry:
    texts = {name: value if isinstance(value, str) else "" for name, value in row.items()}
    where = ", ".join(part for part in (texts["city"], texts["host_country"]) if part)
    facts = [
        theme.period(texts["start_date"] or None, texts["end_date"] or None),
        where,
        _roles(texts["roles"]),
        _funded(texts["funders"], texts["paying_countries"]),
        "source read only in part" if row["read_in_part"] else "",
        f"side: {texts['side']}" if texts.get("side") else "",
    ]
    told = "; ".join(part for part in facts if part)
    return documents.Entry(texts["title"] or texts["event_id"], f"{told}.", _named(told_in))


def _funded(bodies: str, payers: str) -> str:
    if bodies:
        return f"funded by {bodies}"
    return f"paid by {payers}, {NO_BODY}" if payers else "no funder stated"


def _named(told_in: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return publisher and address of each source; what is missing is said."""
    return tuple((publisher or "publisher not told", address) for publisher, address in told_in)
