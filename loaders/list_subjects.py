"""What an event of a list was about, of which kind it was, and who told of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from loaders.grids import Cell, folded, shown
from loaders.list_cells import is_link, read_coded, read_lines, read_links
from loaders.list_desk import At, Desk, Got, Near, Values
from schema import MODES


def choices(desk: Desk, got: Got, _near: Near) -> Values:
    """Take format and mode; either cell may hold both ("Training (online)")."""
    chosen: Values = {}
    for name in ("mode", "format"):
        place = desk.one(got, name)
        if place is not None:
            chosen |= dict(reversed(_chosen(desk, shown(place.cell), name, place)))
    return chosen


def _chosen(desk: Desk, text: str, name: str, place: At) -> list[tuple[str, str]]:
    parts = [text] if _kind(desk, text, name) else re.split(r"[;,/()\n]|\s[-–—+]\s", text)
    chosen = []
    for part in filter(None, map(str.strip, parts)):
        found = _kind(desk, part, name)
        if found:
            chosen.append(found)
        else:
            advice = f"is no {name} of the codebook; use one of its names, or add it to list_words.csv"
            desk.tell(place, part, advice)
    return chosen


def _kind(desk: Desk, text: str, name: str) -> tuple[str, str] | None:
    """Return what a word means, as a format or as a mode: the column's own kind first."""
    plain = text.casefold()
    for kind in (name, "mode" if name == "format" else "format"):
        names = desk.vocabulary.format_names if kind == "format" else MODES
        meaning = plain if plain in names else desk.words.meaning(kind, text)
        if meaning:
            return kind, meaning
    return None


def topics(desk: Desk, got: Got, _near: Near) -> Values:
    """Return the topics, as the codebook names them."""
    return _coded(desk, got, "topics", names=desk.vocabulary.topic_names)


def audiences(desk: Desk, got: Got, _near: Near) -> Values:
    """Return the audiences, as the codebook names them."""
    return _coded(desk, got, "audiences", names=desk.vocabulary.audience_names)


def about(desk: Desk, got: Got, _near: Near) -> Values:
    """Return programmes, outcomes and the series."""
    values: Values = {}
    for name in ("programmes", "outcomes"):
        lines = [line for place in got.get(name, ()) for line in _several(name, shown(place.cell))]
        if lines:
            values[name] = list(dict.fromkeys(lines))
    return values | _series(desk, got)


def known_topics(desk: Desk, cell: Cell, _near: Near) -> Values | None:
    """Return the topics of a cell in which every name is known."""
    return _known(desk, cell, "topics", names=desk.vocabulary.topic_names)


def known_audiences(desk: Desk, cell: Cell, _near: Near) -> Values | None:
    """Return the audiences of a cell in which every name is known."""
    return _known(desk, cell, "audiences", names=desk.vocabulary.audience_names)


def _known(desk: Desk, cell: Cell, field: str, *, names: Iterable[str]) -> Values | None:
    if not isinstance(cell, str) or desk.says_nothing(cell):
        return None
    read = read_coded(cell, field.removesuffix("s"), desk.words, names)
    return None if read.faults or not read.items else {field: list(read.items)}


def _coded(desk: Desk, got: Got, field: str, *, names: Iterable[str]) -> Values:
    """Return the names of the codebook that the cells of a field mean, if any."""
    found: dict[str, None] = {}
    for place in got.get(field, ()):
        read = read_coded(shown(place.cell), field.removesuffix("s"), desk.words, names)
        found.update(dict.fromkeys(read.items))
        desk.tell_all(place, read.faults)
    return {field: list(found)} if found else {}


def _series(desk: Desk, got: Got) -> Values:
    name, number = desk.one(got, "series"), desk.one(got, "series_number")
    count = re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th|e|er|º|-?й|-?я)?", shown(number.cell)) if number else None
    if number and (count is None or name is None):
        advice = "is no number of an edition" if count is None else "has no series beside it; name the series"
        desk.tell(number, shown(number.cell), advice)
    if name is None:
        return {}
    return {"series": {"name": folded(shown(name.cell)), "number": int(count[1]) if count else None}}


def _several(name: str, text: str) -> Iterable[str]:
    return read_lines(text) if name == "outcomes" else filter(None, re.split(r"\s*[;\n]\s*", text))


def sources(desk: Desk, got: Got, _near: Near) -> Values:
    """Return the announcements a row names; the list itself where it names none."""
    publisher = desk.one(got, "publisher")
    said = folded(shown(publisher.cell)) if publisher else None
    common = {"published": _published(desk, got), "language": _language(desk, got), "partial": desk.partial}
    sources: list[dict[str, Any]] = []
    for place in got.get("url", ()):
        links, beside = read_links(shown(place.cell))
        sources.extend({"url": link, "publisher": said or beside or None, **common} for link in links)
        if not links and beside and not said:
            said = beside
        elif beside and (not links or said):
            desk.tell(place, beside, "stands beside an address; not kept", "note")
    if not sources:
        sources.append({"url": None, "publisher": said or desk.list_name, **common})
    return {"sources": sources}


def link(desk: Desk, cell: Cell, _near: Near) -> Values | None:
    """Return the source that a cell with one address and nothing else names."""
    if not isinstance(cell, str) or not is_link(cell):
        return None
    source = {"url": cell, "publisher": None, "published": None, "language": None, "partial": desk.partial}
    return {"sources": [source]}


def _published(desk: Desk, got: Got) -> str | None:
    place = desk.one(got, "published")
    if place is None:
        return None
    span = desk.dates.span(place.cell)
    if span is None:
        desk.tell(place, shown(place.cell), "is no date that can be read; write it as 2024-09-24")
    return span.start if span else None


def _language(desk: Desk, got: Got) -> str | None:
    place = desk.one(got, "language")
    if place is None:
        return None
    text = shown(place.cell)
    code = desk.words.meaning("language", text)
    if code is None:
        advice = "is no one language that is known; write its name or its ISO 639-1 code"
        desk.tell(place, text, advice, "warning")
    return code
