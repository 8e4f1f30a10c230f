"""Pages and files with schema.org events in JSON-LD become records.

Read are `<script type="application/ld+json">` of HTML, and JSON files; an event is anything of a type that ends
with "Event", or a course instance, wherever it stands in the data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loaders import text_grids
from loaders.calendars import Place, labelled, record_of, was_held
from loaders.dates import out_of_range, precision
from loaders.grids import clean, folded
from loaders.list_cells import body
from loaders.list_persons import masked
from loaders.lists import Entry, Reading
from loaders.problems import Problem

ENDINGS = frozenset({".html", ".htm", ".xhtml", ".json", ".jsonld"})
MOST_BYTES = 20 * 2**20
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_DEEPEST = 30
_READ = frozenset(
    {
        "name",
        "headline",
        "startDate",
        "endDate",
        "location",
        "organizer",
        "funder",
        "sponsor",
        "description",
        "url",
    }
    | {"eventAttendanceMode", "eventStatus", "keywords", "about", "inLanguage", "superEvent", "@id", "@type"}
    | {"@context", "image", "subEvent", "mainEntityOfPage", "identifier", "sameAs"}
)
"""Properties that are read, or that say nothing the Atlas has a field for."""

_MODES = {"Offline": "in person", "Online": "online", "Mixed": "hybrid"}
_NOT_HELD = {"cancel": "called off", "postpone": "postponed"}
"""What is not counted, by what stands in eventStatus; EventRescheduled has its new date."""

_ROLES = {"organizer": "organiser", "funder": "funder", "sponsor": "funder"}


def read(path: Path, *, name: str, reading: Reading) -> Iterator[Entry]:
    """Yield the records of a page, numbered as its events stand; one without any gives a problem."""
    events = []
    try:
        said, advice = _decoded(path)
        if advice:
            reading.problems.append(Problem(name, None, "file", path.name, advice, "note"))
        for line, text in _data(path, said):
            try:
                events += list(_events(json.loads(text, strict=False)))
            except (ValueError, RecursionError) as error:
                advice = f"is no JSON that can be read ({error}); save the page again"
                reading.problems.append(Problem(name, line, "JSON-LD", text.strip()[:300], advice))
    except (OSError, ValueError) as error:
        reading.problems.append(Problem(name, None, "file", path.name, f"cannot be read: {error}"))
        return
    if not events:
        advice = "holds no event that is marked up (schema.org Event in JSON-LD); write it into a list"
        reading.problems.append(Problem(name, None, "file", path.name, advice, "warning"))
    for number, event in enumerate(events, start=1):
        values = _record(event, Place(name, number, reading))
        if values is not None:
            yield Entry(values, "", number, {})


def _decoded(path: Path) -> tuple[str, str]:
    """Return the text of a file, and what is to be told of its encoding.

    Raises ValueError for a file that is too large or no text.
    """
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ValueError(f"has {size / 2**20:,.0f} MB; pages of at most {MOST_BYTES // 2**20} MB are read")
    return text_grids.decoded(path)


def _data(path: Path, text: str) -> list[tuple[int, str]]:
    """Return the JSON-LD of a file's text with its lines."""
    if path.suffix.casefold() not in _PAGES:
        return [(1, text)]
    return [
        (text.count("\n", 0, script.start()) + 1, script["data"])
        for script in _SCRIPT.finditer(text)
        if _JSON_LD.search(script["attributes"])
    ]


_SCRIPT = re.compile(
    r"<script\b(?P<attributes>[^<>]{0,2000})>(?P<data>.*?)</script\b", re.IGNORECASE | re.DOTALL
)
_JSON_LD = re.compile(r"""\btype\s*=\s*["']?\s*application/ld\+json\b""", re.IGNORECASE)


def _events(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the events in a piece of JSON-LD, wherever they stand; not the parts of an event that is one."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _events(item, depth + 1)
    elif isinstance(data, dict):
        if any(kind.endswith("Event") or kind == "CourseInstance" for kind in _types(data)):
            yield data
        else:
            for part in data.values():
                yield from _events(part, depth + 1)


def _types(data: dict[str, Any]) -> list[str]:
    said = [*_items(data.get("@type")), *_items(data.get("type"))]
    return [kind.rpartition("/")[2] for kind in said if isinstance(kind, str)]


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str | None:
    """Return a text out of JSON-LD: itself, its @value, its name, the first of several."""
    if isinstance(value, list):
        return next((text for item in value if (text := _text(item))), None)
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("name"))
    return clean(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _record(event: dict[str, Any], place: Place) -> dict[str, Any] | None:
    """Return the record of an event; None, with a note, for one that was called off."""
    title = _text(event.get("name")) or _text(event.get("headline"))
    status = str(event.get("eventStatus", "")).casefold()
    said = next((why for word, why in _NOT_HELD.items() if word in status), "")
    if said:
        place.tell("eventStatus", title, f"was {said}; not read", "note")
        return None
    if not was_held(title, place):
        return None
    start, end = _day(event, "startDate", place), _day(event, "endDate", place)
    location = _location(event.get("location"))
    values = record_of(title, start, end if end != start else None, location=location, place=place)
    mode = next(
        (mode for word, mode in _MODES.items() if word in str(event.get("eventAttendanceMode", ""))), None
    )
    values |= {"mode": mode} if mode else {}
    summary = _text(event.get("description"))
    values |= {"summary": masked(folded(summary))} if summary else {}
    bodies = _bodies(event, place)
    values |= {"organisations": bodies} if bodies else {}
    keywords = [
        word.strip() for item in _items(event.get("keywords")) for word in (_text(item) or "").split(",")
    ]
    about = [_text(item) or "" for item in _items(event.get("about"))]
    values |= labelled([word for word in [*keywords, *about] if word], place)
    values["sources"] = [_source(event, place)]
    for unread in sorted(event.keys() - _READ):
        place.tell(unread, json.dumps(event[unread], ensure_ascii=False)[:300], "is not read", "note")
    return values


def _day(event: dict[str, Any], field: str, place: Place) -> str | None:
    """Return a date as the codebook writes it; times of day are left out."""
    text = _text(event.get(field))
    day = text.partition("T")[0].partition(" ")[0] if text else None
    if day and precision(day) in ("day", "month", "year"):
        return day
    if text:
        advice = out_of_range(day or "") or "is no date of ISO 8601; mend it on the page"
        place.tell(field, text, advice, "error")
    return None


def _location(value: Any) -> str | None:
    """Return a place in words, the city and country last: "Vienna, Austria"; "online" for a virtual one."""
    if isinstance(value, list):
        parts = [part for item in value if (part := _location(item))]
        return ", ".join(dict.fromkeys(parts)) or None
    if not isinstance(value, dict):
        return _text(value)
    if "VirtualLocation" in _types(value):
        return "online"
    address = value.get("address")
    if isinstance(address, dict):
        country = _text(address.get("addressCountry"))
        said = [_text(address.get("addressLocality")), country]
        if any(said):
            return ", ".join(filter(None, said))
    return _text(address) or _text(value.get("name"))


def _bodies(event: dict[str, Any], place: Place) -> list[dict[str, str]]:
    """Return the bodies of an event; a person, or a name nobody knows, is not kept as one."""
    found = []
    for field, role in _ROLES.items():
        for item in _items(event.get(field)):
            name = _text(item)
            if name is None:
                continue
            known = place.reading.vocabulary.organisations.get(body(name)[1] or "")
            is_body = isinstance(item, dict) and any("Organization" in kind for kind in _types(item))
            if known or is_body:
                found.append({"name": known["name"] if known else name, "as_written": name, "role": role})
            else:
                advice = "is no body that is known, and names of persons are not kept; add it if it is a body"
                place.tell(field, "", advice, "note")
    return found


def _source(event: dict[str, Any], place: Place) -> dict[str, Any]:
    url = _text(event.get("url")) or _text(event.get("@id")) or ""
    link = url if url.startswith(("https://", "http://")) else None
    language = _text(event.get("inLanguage"))
    code = place.reading.words.meaning("language", language.partition("-")[0]) if language else None
    publisher = None if link else place.source.rpartition("/")[2]
    return {"url": link, "publisher": publisher, "language": code, "partial": False}
