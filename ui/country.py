"""The page of one country: its picker, the tiles, the brief to copy, and what can be taken away."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis import country, counts
from analysis.country import PEERS, Profile, Report
from analysis.overview import FEW
from analysis.selection import Selection, compared, select
from analysis.whereabouts import hosts
from charts import sides, theme
from charts.change import sentence
from charts.country import drawn, second_name, series, shares
from exports import brief, csv
from ui import address, files, frame, labels, names, options, show
from ui import tables as numbers
from view import View

LABELS = {
    "involved": "Events in any role",
    "host": "Hosted",
    "participant": "Took part in",
    "expert": "Sent experts to",
    "funder": "Paid for",
    "people": "People at its events",
    "women": "Women among them",
    "met": "Countries met",
}
"""Figures that are numbers, in the order of the tiles; the last event and what is known in part follow."""

HOW = {
    "involved": "Events that name the country as host, participant, expert or funder, each once.",
    "host": "The event was held there.",
    "participant": "Its officials or practitioners attended.",
    "expert": "It sent trainers, experts or speakers.",
    "funder": "Its government, an agency or an embassy paid.",
    "people": "Sum of the headcounts, people of every country together.",
    "women": f"Women ÷ (women + men), only over events that give both; told from {FEW} of them on.",
    "met": "Distinct other countries that were at the same events, as host or participant.",
}

SUGGESTED = 12
"""Countries with most events that are offered where none is chosen."""


def chosen(selection: Selection, view: View) -> Report | None:
    """Draw the pickers and return all that is said of the chosen country; None without one, and some are offered."""
    _pickers(selection, view)
    if not view.country:
        _offer(counts.ranked(selection, view.role, most=SUGGESTED).rows, view)
        return None
    other = compared(selection)
    report = country.report(selection, view.country, view.peers, beside=other)
    if not report.all_events.count and not view.present:
        held = 0 if other is None else country.involved(other, (view.country,)).count
        _nothing(report, held)
        return report if held else None
    return report


def _pickers(selection: Selection, view: View) -> None:
    offered = names.labels(selection.index)
    if view.present:
        return
    with options.bar():
        options.choose("country", "Country", {"": "Choose a country", **offered["countries"]})
        options.choose("role", "What it did", theme.ROLES)
        _peers(offered["countries"] | offered["regions"], view)


def _peers(offered: dict[str, str], view: View) -> None:
    kept = list(view.peers)
    if st.session_state.get("option_peers") != kept:
        st.session_state["option_peers"] = kept
    st.multiselect(
        "Peers beside it",
        [*offered, *(code for code in kept if code not in offered)],
        format_func=lambda code: offered.get(code, code),
        key="option_peers",
        placeholder="compare with countries, regions or groups",
        help=f"At most {PEERS}, beside every figure. A region or group stands as its average member.",
        filter_mode="contains",
        select_all=False,
        max_selections=max(PEERS, len(kept)),
        on_change=_peers_chosen,
        width=420,
    )


def _peers_chosen() -> None:
    address.change(peers=tuple(st.session_state["option_peers"]))


def _offer(offered: Sequence[dict[str, object]], view: View) -> None:
    """List the countries with most events; a click puts one into the address."""
    role = theme.ROLE_PLURALS[view.role]
    st.html(f'<p class="note">Choose a country above, or one of those that {role} most often:</p>')
    with st.container(key="offered", horizontal=True, gap="small"):
        for row in offered:
            if row["id"] != counts.OTHER:
                st.button(
                    f"{labels.plain(str(row['name']))}: {theme.counted(int(str(row['event_count'])), 'events')}",
                    key=f"offered_{row['id']}",
                    on_click=address.change,
                    kwargs={"country": row["id"]},
                )


def _nothing(report: Report, beside: int) -> None:
    """Say that no event names the country, and how many on the second side do, or would without the filters."""
    if beside:
        first, second = frame.current().look.sides
        st.html(
            f'<p class="note" role="status">{html.escape(first)}: no event names {html.escape(report.side.name)}; '
            f"{html.escape(second)}: {theme.counted(beside, 'events')}.</p>"
        )
        return
    without = country.involved(select(report.selection.index, View()), (report.side.code,)).count
    st.subheader(f"No event names {labels.plain(report.side.name)} under these filters", anchor=False)
    st.write(f"Without any filter: {theme.counted(without, 'events')}.")


def tiles(report: Report, second: Report | None) -> None:
    """Draw the figures of the country as one list, those of its peers and of its second period or group beside each."""
    if frame.current().view.present:
        return
    made = [_figure(report, name, second) for name in LABELS]
    made += [_last(report), _in_part(report)]
    st.html(f'<ul class="tiles">{"".join(made)}</ul>')
    if any(peer.side.averaged for peer in report.peers):
        st.html(f'<p class="note">{html.escape(GROUPS)}</p>')
    if second is not None:
        st.html(f'<p class="note">{html.escape(_whose(report, second))}</p>')


def _whose(report: Report, second: Report) -> str:
    """Return among which events the two sides of a comparison look for the country."""
    look, name = frame.current().look, report.side.name
    own, theirs = (theme.counted(side.selection.count, "events") for side in (report, second))
    return (
        f"The large figures are of {name}'s events among the {own} {look.spoken[0]}; beside them stand those of its "
        f"events among the {theirs} {look.spoken[1]}."
    )


def beside(report: Report) -> Report | None:
    """Return the report of the same country among the events that are compared with; None where nothing is."""
    other = compared(report.selection)
    return None if other is None else country.report(other, report.side.code, beside=report.selection)


def with_second(report: Report, second: Report | None) -> Report:
    """Return a report with the country among the events it is compared with as one more of its peers."""
    if second is None:
        return report
    named = replace(report.side, name=second_name(report, frame.current().look))
    return replace(report, peers=(*report.peers, replace(second.profile, side=named)))


GROUPS = (
    "A region or group stands as its average member: the figures of the members that tell it added up, divided by "
    "how many these are. "
    "Its share of women is that of all its events, its last event that of any member."
)


def _tile(label: str, figure: str, *lines: tuple[str, str], kind: str = "") -> str:
    told = "".join(f'<p class="{name}">{html.escape(text)}</p>' for name, text in lines if text)
    head = f'<p class="label">{html.escape(label)}</p><p class="figure{kind}">{html.escape(figure)}</p>'
    return f"<li>{head}{told}</li>"


def _figure(report: Report, name: str, second: Report | None) -> str:
    figure, look = report.profile.figures[name], frame.current().look
    beside = "; ".join(brief.beside(peer, name) for peer in report.peers)
    change = "" if second is None else brief.change(report.profile, second.profile, name, look)
    return _tile(
        LABELS[name],
        brief.value(report.profile, name),
        ("base", base(report, name)),
        ("change", beside),
        ("change", sentence(change)),
        ("how", f"How this is counted: {HOW[name]}"),
        kind="" if figure.value is not None and not brief.too_few(report.profile, name) else " none",
    )


def base(report: Report, name: str) -> str:
    """Return what a figure stands on: "of 35 events in any role", "from 13 of 33 events it was at"."""
    figure = report.profile.figures[name]
    if name == "involved":
        return f"of {theme.counted(report.selection.count, 'events')} chosen"
    if name in country.ROLES:
        return f"of its {theme.counted(report.all_events.count, 'events')}"
    if name == "met":
        return f"at the {theme.counted(figure.events, 'events')} it was at"
    return f"from {theme.number(figure.base)} of the {brief.own(report)}"


def _last(report: Report) -> str:
    profile, newest = report.profile, report.newest
    if profile.last is None or newest is None:
        return _tile("Last event", "no known year", ("base", f"of the {brief.own(report)}"), kind=" none")
    ago = f"{brief.since(profile)} before the newest event in the records ({theme.day(newest.isoformat())})"
    beside = "; ".join(f"{peer.side.name} {_when(peer)}" for peer in report.peers)
    day = theme.day(profile.last.start_date)
    return _tile(
        "Last event", day, ("base", ago), ("change", beside), ("how", profile.last.title or ""), kind=" none"
    )


def _when(profile: Profile) -> str:
    return theme.day(profile.last.start_date) if profile.last else "no known year"


def _in_part(report: Report) -> str:
    known = report.in_part
    told = (
        f"{theme.number(known.coarse)} without a known day, {theme.number(known.undated)} without a year, "
        f"{theme.number(known.without_headcount)} without a headcount"
    )
    return _tile(
        "Read only in part",
        theme.number(known.read_in_part),
        ("base", f"of its {theme.counted(known.events, 'events')}; {told}"),
        ("how", "What is absent there may just not have been read."),
    )


def figures(report: Report, second: Report | None) -> None:
    """Draw the figures of the tiles as a table with its file, once the reader opens it."""
    if frame.current().view.present:
        return
    opened = st.expander(
        "These figures as a table and CSV", key="numbers_tiles", on_change="rerun", type="compact"
    )
    if opened.open:
        with opened:
            table = comparison(report, second)
            run = frame.current()
            numbers.draw(table, run.index, run.view, alt="Figures of the country and its peers")
            show.download(table, f"{report.side.name}: figures", key="csv_tiles")


def comparison(report: Report, second: Report | None = None) -> pd.DataFrame:
    """Return the figures of the tiles as a table with readable names; no share of women of too few events."""
    table = country.comparison(report, second)
    few = (table["figure"] == "women") & (table["from events"] < FEW)
    table = table.assign(value=table["value"].mask(few))
    return table.assign(figure=[brief.FIGURES[name] for name in table["figure"]])


ABOUT_BRIEF = "Made by rules from the figures above; the button in its corner copies it."

READABLE = (
    f"<style>.st-key-brief code, .st-key-brief code * {{ font-family: {theme.FONT} !important; }}</style>"
)
"""The brief is text to read: it stands in the type of the page."""


def away(report: Report, second: Report | None) -> None:
    """Draw the brief, ready to copy, and the files: document, and the events as CSV."""
    run = frame.current()
    if run.view.present:
        return
    version = run.index.tables.data_version
    with st.container(key="brief", gap=None):
        st.html(f'{READABLE}<div class="chart-head newest"><h2>Brief in words</h2><p>{ABOUT_BRIEF}</p></div>')
        st.code(brief.text(report, _against(second, run), version), language=None, wrap_lines=True)
        with st.container(horizontal=True):
            _document(report, second, run)
            _events(report, second)


def _against(second: Report | None, run: frame.Run) -> brief.Told:
    """Return what the brief says of filters and of the second side."""
    return brief.Told(run.look, second, run.other_filters)


def _document(report: Report, second: Report | None, run: frame.Run) -> None:
    """Draw the button for the document, which is made when it is asked for."""
    from exports import country as written

    look, version = run.look, run.index.tables.data_version
    shown = [show.numbers_of(*pair) for pair in tables(report, second, look)]
    name = csv.file_name(f"{report.side.name} brief", sides.filters(look), version)
    files.button(
        "Download as DOCX",
        lambda: written.document(report, _against(second, run), version=version, tables=shown),
        name=f"{name}.docx",
        key="docx_country",
        about="Brief, charts and every event with its sources. Charts are drawn where this Atlas runs: some seconds.",
    )


def _events(report: Report, second: Report | None) -> None:
    from exports import country as written

    names = frame.current().look.sides
    show.download(
        lambda: written.events(report, second, names),
        f"{report.side.name}: events in any role",
        key="csv_country",
        label="Download its events as CSV",
    )


def charts(
    report: Report, second: Report | None, look: theme.Look
) -> list[tuple[go.Figure, numbers.Table, numbers.Table | None]]:
    """Return each chart of the page with its table and that of the second side, in the order of the page."""
    shown = tables(report, second, look)
    figures = drawn(
        report,
        look,
        hosts(report, second),
        second=second,
        held=None if second is None else hosts(second, report),
    ).all
    return [(figure, *pair) for figure, pair in zip(figures, shown, strict=True)]


def tables(
    report: Report, second: Report | None, look: theme.Look
) -> list[tuple[numbers.Table, numbers.Table | None]]:
    """Return the table of each chart, in the order of the page, with that of the second side where it is one apart."""
    named = {role: theme.ROLES[role] for role in report.roles.row_names}
    return [
        (
            replace(report.roles, row_names=named),
            None if second is None else replace(second.roles, row_names=named),
        ),
        (hosts(report, second), None if second is None else hosts(second, report)),
        (shares(report, second, look).frame, None),
        (report.met, None if second is None else second.met),
        (report.audiences, None if second is None else second.audiences),
        (report.funders, None if second is None else second.funders),
        (series(report, second).frame, None),
    ]
