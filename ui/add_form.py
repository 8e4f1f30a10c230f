"""The form of a draft: every field of the codebook with what the text offers for it; returns the record."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import streamlit as st

from analysis.index import Index
from schema import COUNTRY_ROLES, FORMATS, MODES, ORGANISATION_ROLES
from ui import add_bodies, marks
from ui.add_candidates import Candidates, candidates, ordered
from ui.add_state import Item

ROLES = {
    "participant": "Countries that took part",
    "expert": "Countries that sent experts",
    "funder": "Countries that paid",
}
BODIES = {
    "organiser": "Organisers",
    "partner": "Partners",
    "funder": "Funders",
    "participant": "Bodies that took part",
    "expert": "Bodies that sent experts",
}


def form(item: Item, index: Index) -> None:
    """Draw the form and put what it says into the draft's record."""
    published = next((source.get("published") for source in item.record.get("sources") or ()), None)
    found = candidates(item.text, published)
    item.record = {
        **item.record,
        **_what(item, found),
        **_when(item, found),
        **_where(item, found, index),
        **_countries(item, found, index),
        **_bodies(item, found, index),
        **_subject(item, index),
        **_people(item, found),
        **_source(item),
    }


# Widgets that know their draft


def _set(item: Item, name: str, value: Any) -> str:
    """Return the key of a widget, with the draft's value in it at first."""
    key = item.key(name)
    if key not in st.session_state:
        st.session_state[key] = value
    return key


def _text(item: Item, name: str, label: str, value: Any) -> str | None:
    key = _set(item, name, str(value or ""))
    return _clean(st.text_input(label, key=key, max_chars=500))


def _area(item: Item, name: str, label: str, value: Any) -> str | None:
    key = _set(item, name, str(value or ""))
    return _clean(st.text_area(label, key=key, max_chars=4000, height=90))


def _clean(text: Any) -> str | None:
    """Return a text without blanks round it; None for nothing."""
    return " ".join(str(text or "").split()) or None


def _pick(item: Item, name: str, label: str, value: Any, *, offered: Mapping[str, str]) -> str | None:
    """Draw a picker of what the text offers, which can be overtyped."""
    key = _set(item, name, None if value is None else str(value))
    own = st.session_state[key]
    return _clean(
        st.selectbox(
            label,
            ordered([own] if own else [], offered),
            key=key,
            format_func=lambda one: _with_words(one, offered),
            accept_new_options=True,
            placeholder="pick or type",
            index=None,
        )
    )


def _with_words(value: str, offered: Mapping[str, str]) -> str:
    words = " ".join(offered.get(value, value).split())
    return value if words == value else f"{value} · “{words[:60]}”"


def _choose(item: Item, name: str, label: str, value: Any, *, options: Sequence[str]) -> str | None:
    """Draw a choice from a closed list."""
    key = _set(item, name, value if value in options else None)
    chosen: str | None = st.selectbox(label, options, key=key, index=None, placeholder="not told")
    return chosen


def _several(
    item: Item, name: str, label: str, value: Sequence[str], *, options: Sequence[str],
    said: Callable[[str], str] = str, new: bool = False,
) -> list[str]:  # fmt: skip
    """Draw a choice of several; `new` says whether others can be typed."""
    key = _set(item, name, list(value))
    chosen = st.multiselect(
        label,
        ordered(st.session_state[key], options),
        key=key,
        format_func=said,
        accept_new_options=new,
        placeholder="none",
        select_all=False,
        filter_mode="contains",
    )
    return [str(one) for one in chosen]


def about(item: Item, *fields: str) -> None:
    """Say what of some fields is missing or not sure, each with its colour in the text."""
    lines = [*_missing(item, fields), *_unsure(item, fields)]
    if lines:
        st.html("".join(f'<p class="doubt">{line}</p>' for line in lines))


def _missing(item: Item, fields: Iterable[str]) -> list[str]:
    return [
        f"<b>Missing:</b> {html.escape(f'{marks.said(name)}: {why}')}"
        for name, why in item.missing.items()
        if marks.field_of(name) in fields and _is_empty(item.record, marks.field_of(name))
    ]


def _is_empty(record: Mapping[str, Any], field: str) -> bool:
    """Return whether a record does not tell a field: of countries those who came, of bodies an organiser."""
    value = record.get(field)
    role = {"countries": "participant", "organisations": "organiser"}.get(field)
    if role:
        return not any(row.get("role") == role for row in value or ())
    return not value or (isinstance(value, dict) and value.get("total") is None and "total" in value)


def _unsure(item: Item, fields: Iterable[str]) -> list[str]:
    doubts = {
        (each.field, str(each.value)): f"<b>{html.escape(_DOUBT.get(each.sure, each.sure))}:</b> "
        + html.escape(f"{marks.said(marks.field_of(each.field))} {_shown(each.value)} ({each.rule})")
        for each in item.evidence
        if each.sure != "sure" and marks.field_of(each.field) in fields
    }
    return list(doubts.values())


_DOUBT = {"derived": "Derived", "guess": "A guess"}


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(str(part) for part in value.values() if part)
    return str(value)


# The fields, group by group


def _what(item: Item, found: Candidates) -> dict[str, Any]:
    record = item.record
    title = _text(item, "title", "Title", record.get("title"))
    _lines_for_title(item, found)
    summary = _area(item, "summary", "Summary, one sentence in own words", record.get("summary"))
    left, right = st.columns(2)
    with left:
        format_ = _choose(item, "format", "Format", record.get("format"), options=FORMATS)
    with right:
        mode = _choose(item, "mode", "How people met", record.get("mode"), options=MODES)
    about(item, "title", "summary", "format", "mode")
    return {"title": title, "summary": summary, "format": format_, "mode": mode}


def _lines_for_title(item: Item, found: Candidates) -> None:
    """Offer lines of the text as the title, where there are others than the title itself."""
    lines = [line for line in found.titles if line != st.session_state[item.key("title")]]
    if lines:
        key = item.key("title_line")
        st.selectbox(
            "Or a line of the text as title",
            lines,
            key=key,
            index=None,
            placeholder="pick a line",
            on_change=_take_line,
            args=(key, item.key("title")),
        )


def _take_line(line: str, title: str) -> None:
    st.session_state[title] = st.session_state[line] or st.session_state[title]
    st.session_state[line] = None


def _when(item: Item, found: Candidates) -> dict[str, Any]:
    record = item.record
    left, right = st.columns(2)
    with left:
        start = _pick(item, "start_date", "First day", record.get("start_date"), offered=found.starts)
    with right:
        end = _pick(item, "end_date", "Last day", record.get("end_date"), offered=found.ends)
    note = _text(item, "date_note", "Note on dates and figures", record.get("date_note"))
    about(item, "start_date", "end_date")
    return {"start_date": start, "end_date": end, "date_note": note}


@lru_cache(maxsize=2)
def _names(index: Index) -> dict[str, str]:
    countries = index.tables["countries"].sort_values("name")
    return dict(zip(countries["iso3"].astype(str), countries["name"], strict=True))


def _where(item: Item, found: Candidates, index: Index) -> dict[str, Any]:
    record, names = item.record, _names(index)
    left, right = st.columns(2)
    with left:
        city = _pick(item, "city", "City", record.get("city"), offered=found.cities)
    with right:
        key = _set(item, "host_country", record.get("host_country"))
        host = st.selectbox(
            "Host country",
            ordered([], found.countries, names),
            key=key,
            format_func=lambda iso3: _country(iso3, found, names),
            index=None,
            placeholder="online or not told",
            filter_mode="contains",
        )
    about(item, "city", "host_country")
    return {"city": city, "host_country": host}


def _country(iso3: str, found: Candidates, names: Mapping[str, str]) -> str:
    words = found.countries.get(iso3)
    return f"{names.get(iso3, iso3)} · “{words}”" if words else names.get(iso3, iso3)


def _countries(item: Item, found: Candidates, index: Index) -> dict[str, Any]:
    """Return the rows of countries: the host by its own field, the other roles by their pickers."""
    names = _names(index)
    rows = [row for row in item.record.get("countries") or () if row.get("role") in COUNTRY_ROLES]
    written = {str(row.get("iso3")): row.get("name") for row in reversed(rows)}
    own_names = {(str(row.get("iso3")), row["role"]): row.get("name") for row in reversed(rows)}
    options = ordered([], found.countries, names)

    def called(iso3: str) -> str:
        return found.countries.get(iso3) or names.get(iso3, iso3)

    host = st.session_state[item.key("host_country")]
    others = [str(row["iso3"]) for row in rows if row["role"] == "host" and row.get("iso3")]
    first = item.record.get("host_country")
    picked = {"host": ordered([host] if host else [], (one for one in others if one != first))}
    for role, label in ROLES.items():
        own = [str(row["iso3"]) for row in rows if row["role"] == role and row.get("iso3")]
        picked[role] = _several(
            item, f"countries_{role}", label, ordered(own, ()), options=options,
            said=lambda iso3: _country(iso3, found, names),
        )  # fmt: skip
    about(item, "countries")
    made = [
        {"name": own_names.get((iso3, role)) or written.get(iso3) or called(iso3), "role": role, "iso3": iso3}
        for role, codes in picked.items()
        for iso3 in codes
    ]
    return {"countries": _as_before(made, rows, "iso3")}


def _bodies(item: Item, found: Candidates, index: Index) -> dict[str, Any]:
    every = add_bodies.by_id(index)
    rows = [row for row in item.record.get("organisations") or () if row.get("role") in ORGANISATION_ROLES]
    written = {str(row["name"]): row.get("as_written") for row in reversed(rows)}
    own_words = {(str(row["name"]), row["role"]): row.get("as_written") for row in reversed(rows)}
    in_text = {every[id_]: words for id_, words in found.bodies.items() if id_ in every}
    options = ordered([], in_text, every.values())
    made = []
    for role, label in BODIES.items():
        own = ordered([str(row["name"]) for row in rows if row["role"] == role], ())
        names = _several(
            item,
            f"bodies_{role}",
            label,
            own,
            options=options,
            said=lambda name: _with_words(name, in_text),
            new=True,
        )
        made += [
            {
                "name": name,
                "as_written": own_words.get((name, role)) or written.get(name) or in_text.get(name),
                "role": role,
            }
            for name in filter(None, map(_clean, names))
        ]
    about(item, "organisations")
    return {"organisations": _as_before(made, rows, "name")}


def _as_before(
    made: list[dict[str, Any]], rows: Sequence[Mapping[str, Any]], name: str
) -> list[dict[str, Any]]:
    """Return rows in the order they had, new ones behind: a record that is not changed stays as it is."""
    places = {(row.get(name), row["role"]): place for place, row in reversed(list(enumerate(rows)))}
    return sorted(made, key=lambda row: places.get((row[name], row["role"]), len(places)))


def _subject(item: Item, index: Index) -> dict[str, Any]:
    record, tables = item.record, index.tables
    topics = _several(
        item, "topics", "Topics", record.get("topics") or [], options=list(tables["topics"]["name"])
    )
    audiences = _several(
        item,
        "audiences",
        "Audiences",
        record.get("audiences") or [],
        options=list(tables["audiences"]["name"]),
    )
    programmes = _several(
        item, "programmes", "Programmes and projects", record.get("programmes") or [],
        options=list(tables["programmes"]["name"]), new=True,
    )  # fmt: skip
    series = record.get("series") or {}
    left, right = st.columns([3, 1])
    with left:
        offered = dict.fromkeys(tables["series"]["name"], "")
        name = _pick(item, "series", "Series", series.get("name"), offered={one: one for one in offered})
    with right:
        number = _number(item, "series_number", "Edition", series.get("number"), offered={})
    about(item, "topics", "audiences", "programmes", "series")
    outcomes = _lines(item, record.get("outcomes") or [])
    return {
        "topics": topics,
        "audiences": audiences,
        "programmes": programmes,
        "series": {"name": name, "number": number} if name else None,
        "outcomes": outcomes,
    }


def _lines(item: Item, value: Sequence[str]) -> list[str]:
    key = _set(item, "outcomes", "\n".join(value))
    text = st.text_area("Outcomes, one a line, in own words", key=key, max_chars=4000, height=90)
    return [line for line in map(_clean, (text or "").splitlines()) if line]


def _number(item: Item, name: str, label: str, value: int | None, *, offered: Mapping[str, str]) -> Any:
    """Return a whole number; what is none stays a text, for which `faults` says so."""
    text = _pick(item, name, label, value, offered=offered)
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else text


def _people(item: Item, found: Candidates) -> dict[str, Any]:
    people = item.record.get("participants") or {}
    columns = st.columns(3)
    told = {}
    offers = {"total": ("People", found.totals), "women": ("Women", found.women), "men": ("Men", found.men)}
    for column, (name, (label, offered)) in zip(columns, offers.items(), strict=True):
        with column:
            words = {**offered, **_words_of(item, f"participants.{name}")}
            told[name] = _number(item, name, label, people.get(name), offered=words)
    key = _set(item, "approximate", bool(people.get("approximate")))
    about(item, "participants")
    return {"participants": {**told, "approximate": st.checkbox("The source rounds it (“some 70”)", key=key)}}


def _words_of(item: Item, field: str) -> dict[str, str]:
    """Return the values of a field that were read, with their own words, which are closer than a whole phrase."""
    return {
        str(each.value): item.text[each.start : each.end] for each in item.evidence if each.field == field
    }


def _source(item: Item) -> dict[str, Any]:
    sources = list(item.record.get("sources") or [{}])
    first = sources[0]
    url = _text(item, "url", "Address of the announcement", first.get("url"))
    columns = st.columns(3)
    labels = {"publisher": "Published by", "published": "Published on", "language": "Language"}
    told = {}
    for column, (name, label) in zip(columns, labels.items(), strict=True):
        with column:
            told[name] = _text(item, name, label, first.get(name))
    key = _set(item, "partial", bool(first.get("partial")))
    partial = st.checkbox("Only its opening was read", key=key)
    about(item, "sources")
    return {"sources": [{**first, "url": url, **told, "partial": partial}, *sources[1:]]}
