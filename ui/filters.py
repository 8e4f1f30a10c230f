"""The filters in the sidebar, and the line above every page that says what is chosen and how much is left."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from analysis.dimension import size
from analysis.index import Index
from analysis.selection import Selection, compared, last_twelve_months
from charts import theme
from ui import address, labels, names
from view import ROLES, SAID, UNITS, View, choices, contrast

HELP = {
    "countries": "Events in which any of these countries did what is chosen under “What the country did”.",
    "regions": "Any member counts. A UN region is one of the UN's statistical regions (M49); all others are groups: "
    "members of an organisation, or states often named together. Both may hold the same countries.",
    "organisers": "A body with offices stands for all of them.",
    "funders": "A body with offices stands for all of them.",
    "sources": "Events that stand in any of these files; one that was joined from two stands in both.",
}

FOLDED = {
    "filters_what": ("topics", "audiences", "formats"),
    "filters_who": ("organisers", "funders", "sources"),
}
"""Filters that are drawn once their heading is opened, by the key of the heading."""


def sidebar(index: Index, view: View) -> None:
    """Draw the filters, each set to what the address says."""
    with st.sidebar.container(key="filters"):
        st.subheader("Filters", anchor=False)
        _period(index, view)
        _choice("unit", "Unit of count", UNITS, view, said=lambda unit: theme.UNITS[unit])
        offered = names.labels(index)
        _list("countries", offered["countries"], view)
        _choice("role", "What the country did", ROLES, view, said=lambda role: theme.ROLES[role].capitalize())
        _list("regions", offered["regions"], view)
        _set("filter_text", view.text)
        st.text_input(
            "Words in title, summary, names",
            key="filter_text",
            placeholder="e.g. consular training",
            max_chars=200,
            on_change=_changed,
            args=("text", "filter_text", str),
        )
        for key, lists in FOLDED.items():
            _folded(key, {name: offered[name] for name in lists if _offers(name, offered, view)}, view)
        _comparison(index, view)


def _offers(name: str, offered: dict[str, dict[str, str]], view: View) -> bool:
    """Return whether there is anything to choose: with one file of events there is not."""
    return name != "sources" or len(offered[name]) > 1 or bool(view.sources)


def _folded(key: str, lists: dict[str, dict[str, str]], view: View) -> None:
    """Draw lists of choices under a heading, once the reader opens it: a page is there sooner without them."""
    heading = ", ".join(f"{SAID[name]}s" for name in lists).capitalize()
    box = st.expander(heading, key=key, on_change="rerun", type="compact")
    if box.open or any(getattr(view, name) for name in lists):
        with box:
            for name, offered in lists.items():
                _list(name, offered, view)


def _comparison(index: Index, view: View) -> None:
    """Draw the choice of a second period and a second group of countries, once the reader opens it."""
    box = st.expander("Second period or group", key="comparison", on_change="rerun", type="compact")
    if not (box.open or view.has_second):
        return
    years = [id_ for id_ in index["year"].ids if id_ != "none"]
    offered = names.labels(index)
    with box:
        st.caption(
            "A second period, a second group of countries, or both. The filters above are the first side."
        )
        for name, label in (("other_start", "Second period from"), ("other_end", "Second period to")):
            _set(f"filter_{name}", getattr(view, name)[:4])
            st.selectbox(
                label,
                ["", *years],
                key=f"filter_{name}",
                format_func=lambda year: year or "not chosen",
                on_change=_changed,
                args=(name, f"filter_{name}", str),
            )
        _list("other_countries", offered["countries"], view, label="Second group: countries")
        _list("other_regions", offered["regions"], view, label="Second group: region or group")


def _list(name: str, offered: dict[str, str], view: View, *, label: str = "") -> None:
    key = f"filter_{name}"
    chosen = list(getattr(view, name))
    _set(key, chosen)
    st.multiselect(
        label or {"countries": "Countries", "regions": "Region or group"}.get(name) or f"{SAID[name]}s",
        [*offered, *(code for code in chosen if code not in offered)],
        format_func=lambda code: offered.get(code, code),
        key=key,
        help=HELP.get(name),
        placeholder="any",
        filter_mode="contains",
        select_all=False,
        on_change=_changed,
        args=(name, key, tuple),
    )


def _choice(
    name: str, label: str, options: tuple[str, ...], view: View, *, said: Callable[[str], str]
) -> None:
    key = f"filter_{name}"
    _set(key, getattr(view, name))
    st.selectbox(label, options, key=key, format_func=said, on_change=_changed, args=(name, key, str))


def _period(index: Index, view: View) -> None:
    years = [id_ for id_ in index["year"].ids if id_ != "none"]
    if len(years) < 2:
        return
    first, last = (view.start or years[0])[:4], (view.end or years[-1])[:4]
    _set("filter_period", (min(max(first, years[0]), years[-1]), max(min(last, years[-1]), years[0])))
    whole = (
        years[0],
        years[-1],
    )  # says that the slider has two ends, also before its value is read from the state
    st.select_slider(
        "Period (years)", years, whole, key="filter_period", on_change=_period_changed, args=whole
    )
    start, end = last_twelve_months(index)
    st.button(
        "Last 12 months",
        key="last_twelve_months",
        help=f"{theme.period(start, end)}: twelve months up to the newest event in the records",
        on_click=address.change,
        kwargs={"start": start, "end": end},
    )


def _period_changed(first: str, last: str) -> None:
    start, end = st.session_state["filter_period"]
    everything = (start, end) == (first, last)
    address.change(start="" if everything else start, end="" if everything else end)


def _changed(name: str, key: str, kind: Callable[[Any], Any]) -> None:
    address.change(**{name: kind(st.session_state[key] or "")})


def _set(key: str, value: Any) -> None:
    """Give a widget its value from the address; untouched where it has it already."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def chosen(selection: Selection, *, aside: bool = False) -> None:
    """Draw the line that says what is chosen and how many events remain, each choice with a way to remove it.

    A page that leaves periods to compare with aside (`aside`) says so instead of counting their events.
    """
    index, view = selection.index, selection.view
    said = choices(view, names.labels(index), role=theme.ROLES[view.role], period=period(view))
    with st.container(key="chosen", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(f'<p class="chosen" role="status">{_remaining(selection, aside=aside)}</p>', width="content")
        for choice in said:
            st.button(
                f"{labels.plain(choice.words)}  ✕",
                key=f"remove_{choice.name}_{choice.code}",
                help=f"Remove this filter: {labels.plain(choice.words)}",
                on_click=address.write,
                args=(replace(view.without(choice.name, choice.code), pick=()),),
            )
        if view.has_second:
            st.button(
                f"{_against(selection, aside=aside)}  ✕",
                key="remove_comparison",
                help="Remove the comparison",
                on_click=address.write,
                args=(replace(view.without("comparison"), pick=()),),
            )
        if said or view.has_second:
            st.button(
                "Clear all", key="clear_all", type="tertiary", on_click=address.write, args=(view.cleared(),)
            )
        _left_out(selection)


SAME = "Not compared, both sides are the same"
"""What stands before a second side that is the first once more."""


def _against(selection: Selection, *, aside: bool) -> str:
    """Return what is compared with, in words; on a page that leaves a second period aside, what of it is not."""
    view = replace(selection.view, other_start="", other_end="") if aside else selection.view
    shown = view if view.compares else selection.view
    called = contrast(shown, names.labels(selection.index), role=theme.ROLES[view.role], period=period)
    said = "Compared with" if view.compares else "Not compared here" if selection.view.compares else SAME
    return f"{said}: {labels.plain(called[1])}"


def _remaining(selection: Selection, *, aside: bool) -> str:
    total = len(selection.index)
    other = None if aside else compared(selection)
    against = (
        ""
        if other is None
        else f", compared with <b>{theme.number(other.count)}</b>{_shared(selection, other)}"
    )
    if selection.count == total:
        return f"All <b>{theme.number(total)}</b> events{against or ', nothing filtered out'}"
    return f"<b>{theme.number(selection.count)}</b> of {theme.number(total)} events{against}"


def _shared(selection: Selection, other: Selection) -> str:
    """Return how many events are of both sides of a comparison; nothing where none is."""
    both = size(selection.bits & other.bits)
    return f" (<b>{theme.number(both)}</b> of them on both sides)" if both else ""


def _left_out(selection: Selection) -> None:
    """Offer to add the undated events that a period left out, of either side of a comparison, or to leave them out."""
    view, other = selection.view, compared(selection)
    sides = [selection] if other is None else [selection, other]
    if any(side.left_out for side in sides):
        counts = [theme.number(side.left_out) for side in sides]
        said = counts[0] if len(counts) == 1 else f"{counts[0]} (second side: {counts[1]})"
        st.button(
            f"{said} undated left out – add them",
            key="add_undated",
            type="tertiary",
            help="Their date is unknown, has no year, or is known too coarsely to say whether it lies in the period.",
            on_click=address.change,
            kwargs={"undated": True},
        )
    elif view.undated and any(side.view.has_period for side in sides):
        st.button(
            "Undated included – leave them out",
            key="drop_undated",
            type="tertiary",
            on_click=address.change,
            kwargs={"undated": False},
        )


def unread(index: Index) -> None:
    """Say that lines or files of the data could not be read, where that is so: none of their events is counted."""
    if index.unread:
        what = "line or file" if index.unread == 1 else "lines or files"
        st.html(
            f'<p class="note" role="status">{theme.number(index.unread)} {what} of the data could not be read, '
            "so events are missing here. Data quality tells which, and what to do.</p>"
        )


def empty_side(selection: Selection, sides: tuple[str, str]) -> None:
    """Say that one side of a comparison holds no event, so that its charts draw the other alone."""
    other = compared(selection)
    if other is None:
        return
    for side, name, drawn in ((selection, sides[0], sides[1]), (other, sides[1], sides[0])):
        if not side.count:
            st.html(
                f'<p class="note" role="status">{html.escape(name)}: no event in the records fits. '
                f"What the charts show is of the other side alone: {html.escape(drawn)}.</p>"
            )


def empty(selection: Selection) -> None:
    """Say that nothing is left, and which filter to widen, with a way to take off each."""
    from analysis.selection import select

    index, view = selection.index, selection.view
    said = choices(view, names.labels(index), role=theme.ROLES[view.role], period=period(view))
    wider = [(select(index, view.without(choice.name, choice.code)).count, choice) for choice in said]
    helpful = sorted(((count, choice) for count, choice in wider if count), key=lambda pair: -pair[0])
    if not len(index):
        st.subheader("No event could be read", anchor=False)
        told = len(index.tables["problems"])
        why = (
            "Data quality lists why, with file, line and advice."
            if told
            else "The files hold no line to read."
        )
        st.write(f"{why} An events file holds one JSON object a line, in UTF-8.")
        return
    st.subheader("No event in the records fits all of these filters", anchor=False)
    if not helpful and not _was_there(selection):
        st.write("No single filter is to blame: clear all of them, or remove two.")
        st.button("Clear all filters", key="empty_clear", on_click=address.write, args=(view.cleared(),))
        return
    st.write("Widen one of them:")
    _other_role(selection)
    for count, choice in helpful:
        st.button(
            f"Without “{labels.plain(_inner(choice.words))}”: {theme.counted(count, 'events')}",
            key=f"widen_{choice.name}_{choice.code}",
            on_click=address.write,
            args=(view.without(choice.name, choice.code),),
        )


def _was_there(selection: Selection) -> int:
    """Return how many events are left where countries and regions only have to have been there, whatever they did."""
    from analysis.selection import select

    view = selection.view
    if view.role == View().role or not (view.countries or view.regions):
        return 0
    return select(selection.index, replace(view, role=View().role)).count


def _other_role(selection: Selection) -> None:
    """Offer the events at which the countries were, where none has them in the role that is chosen."""
    if count := _was_there(selection):
        usual = View().role
        st.button(
            f"Countries that were there, instead of “{theme.ROLES[selection.view.role]}”: "
            f"{theme.counted(count, 'events')}",
            key="widen_role",
            on_click=address.change,
            kwargs={"role": usual},
        )


def _inner(words: str) -> str:
    """Return words as they stand between quotation marks."""
    return words.translate(str.maketrans("“”", "‘’"))


def span_in_words(index: Index) -> str:
    """Return from when to when the records reach, for reading."""
    span = index.span
    return "no dated events" if span is None else f"{span[0].year}–{span[1].year}"


def period(view: View) -> str:
    """Return the chosen period for reading, empty where none is chosen."""
    if view.start and view.end:
        if len(view.start) != len(view.end):
            return f"{theme.day(view.start)} – {theme.day(view.end)}"
        years = len(view.start) == len("YYYY")
        return (
            f"{view.start}–{view.end}"
            if years and view.start != view.end
            else theme.period(view.start, view.end)
        )
    return f"from {theme.day(view.start)}" if view.start else f"to {theme.day(view.end)}" if view.end else ""
