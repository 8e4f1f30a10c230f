"""Calendars (.ics, RFC 5545) become records: what it is, when, where, by whom.

Addresses of e-mail are left out; the name of an organiser is kept only where it is that of a body that is known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders import list_cells, list_status, text_grids
from loaders.dates import FIRST_YEAR, LAST_YEAR
from loaders.grids import clean, folded
from loaders.list_persons import masked
from loaders.list_rows import cities_of, event_slug
from loaders.lists import Entry, Reading
from loaders.problems import Problem

ENDINGS = frozenset({".ics", ".ical", ".ifb"})
MOST_BYTES = 20 * 2**20

_READ = frozenset(
    {
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "DURATION",
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "ORGANIZER",
        "URL",
    }
    | {"CATEGORIES", "STATUS", "RRULE", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS", "PRIORITY"}
)
"""Properties that are read or say nothing of the event itself."""


@dataclass(frozen=True)
class Place:
    """Where an event of a calendar or page stands and where its problems go."""

    source: str
    number: int
    reading: Reading

    def tell(self, field: str, value: object, advice: str, severity: str = "warning") -> None:
        """Keep a problem of this event."""
        said = clean(str(value)) or ""
        self.reading.problems.append(Problem(self.source, self.number, field, said, advice, severity))


def read(path: Path, *, name: str, reading: Reading) -> Iterator[Entry]:
    """Yield the records of a calendar, numbered as its events stand; a damaged one gives a problem."""
    from icalendar import Calendar

    problem = _refused(path)
    if problem:
        reading.problems.append(Problem(name, None, "file", path.name, problem))
        return
    try:
        text, advice = text_grids.decoded(path)
        if advice:
            reading.problems.append(Problem(name, None, "file", path.name, advice, "note"))
        text, cut = closed(text)
        calendars = Calendar.from_ical(text, multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
        cancels = any((_text(calendar, "METHOD") or "").upper() == "CANCEL" for calendar in calendars)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, OSError, RecursionError) as error:
        advice = f"is no calendar that can be read ({error}); export it again as iCalendar"
        reading.problems.append(Problem(name, None, "file", path.name, advice))
        return
    if cut is not None:
        reading.problems.append(Problem(name, None, "file", path.name, _CUT.format(cut=cut)))
    elif not events:
        reading.problems.append(Problem(name, None, "file", path.name, "holds no event", "warning"))
    if cancels:
        reading.problems.append(Problem(name, None, "METHOD", "CANCEL", _CANCELS, "warning"))
    for number, event in enumerate([] if cancels else events, start=1):
        values = _record(event, Place(name, number, reading))
        if values is not None:
            yield Entry(values, "", number, {})


_CUT = "is cut off: the events that are whole were read, {cut} begun and not ended; export the calendar again"
_CANCELS = "calls its events off; none was read"
_EVENT = re.compile(r"^BEGIN:VEVENT[ \t]*$", re.IGNORECASE | re.MULTILINE)
_EVENT_ENDS = re.compile(r"^END:VEVENT[ \t]*$", re.IGNORECASE | re.MULTILINE)
_CALENDAR = re.compile(r"^BEGIN:VCALENDAR[ \t]*$", re.IGNORECASE | re.MULTILINE)
_CALENDAR_ENDS = re.compile(r"^END:VCALENDAR[ \t]*$", re.IGNORECASE | re.MULTILINE)


def closed(text: str) -> tuple[str, int | None]:
    """Return a calendar with its whole events alone and how many others it has; as it is, None, where it is whole."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    begun = len(_EVENT.findall(text))
    ended = len(_EVENT_ENDS.findall(text))
    calendars = len(_CALENDAR.findall(text))
    if not calendars or (begun == ended and calendars == len(_CALENDAR_ENDS.findall(text))):
        return text, None
    events = [part[: end.end()] for part in _EVENT.split(text)[1:] if (end := _EVENT_ENDS.search(part))]
    whole = [f"BEGIN:VEVENT{event}\n" for event in events]
    return f"BEGIN:VCALENDAR\n{''.join(whole)}END:VCALENDAR\n", begun - len(events)


def _refused(path: Path) -> str:
    """Return why a calendar is not opened; nothing, where it is."""
    try:
        size = path.stat().st_size
    except OSError as error:
        return f"cannot be opened ({error.strerror})"
    if size > MOST_BYTES:
        return f"has {size / 2**20:,.0f} MB; calendars of at most {MOST_BYTES // 2**20} MB are read: split it"
    return "" if size else "is empty; export the calendar again, or take the file away"


def _text(event: Any, name: str) -> str | None:
    value = event.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    return clean(str(value)) if value is not None else None


def _record(event: Any, place: Place) -> dict[str, Any] | None:
    """Return the record of an event; None, with a note, for one that was called off."""
    title = _text(event, "SUMMARY")
    if (_text(event, "STATUS") or "").upper() in ("CANCELLED", "CANCELED"):
        place.tell("STATUS", title, "was called off; not read", "note")
        return None
    if not was_held(title, place):
        return None
    for field, error in getattr(event, "errors", ()):
        place.tell(str(field), error, "cannot be read; mend it in the calendar")
    start, end = _days(event, place)
    if event.get("RRULE") is not None:
        place.tell("RRULE", title, "is repeated; the first time alone was read: add the others one by one")
    values = record_of(title, start, end, location=_text(event, "LOCATION"), place=place)
    summary = _text(event, "DESCRIPTION")
    values |= {"summary": masked(folded(summary))} if summary else {}
    values |= _organised(_organiser(event), place)
    values |= _categories(event, place)
    values["sources"] = [_source(_text(event, "URL"), place)]
    for unread in sorted(event.keys() - _READ):
        if not unread.startswith("X-"):
            place.tell(unread, "", "is a property that is not read", "note")
    return values


def was_held(title: str | None, place: Place) -> bool:
    """Return whether a title does not say that its event was called off or postponed, which is told."""
    said = list_status.of_title(title or "", place.reading.words)
    if said != list_status.HELD:
        place.tell("title", title, f"is said to be {said}: not counted, as only events that were held are")
    return said == list_status.HELD


def _days(event: Any, place: Place) -> tuple[str | None, str | None]:
    """Return first and last day as ISO text; the end of a whole-day event is the day after its last."""
    start = _moment(event, "DTSTART")
    if not isinstance(start, dt.date):
        advice = "has no day that can be read; add it in the calendar"
        place.tell("DTSTART", _text(event, "SUMMARY"), advice, "error")
        return None, None
    first = _day(start)
    if not _can_be(first):
        place.tell("DTSTART", first, _OUTSIDE, "error")
        return None, None
    end = _end(event, start, place)
    if end is None:
        return first.isoformat(), None
    last, whole_days = _day(end), not isinstance(start, dt.datetime)
    midnight = isinstance(end, dt.datetime) and end.time() == dt.time()
    if (whole_days or midnight) and last > first:
        last -= dt.timedelta(days=1)
    return first.isoformat(), last.isoformat() if last != first else None


def _end(event: Any, start: dt.date, place: Place) -> dt.date | None:
    """Return the end of an event as it is told or by its length; None, told, for one in a year that cannot be."""
    end, length = _moment(event, "DTEND"), _moment(event, "DURATION")
    field, said = ("DTEND", end) if isinstance(end, dt.date) else ("DURATION", length)
    try:
        told = end if field == "DTEND" else start + length if isinstance(length, dt.timedelta) else None
        if not isinstance(told, dt.date) or _can_be(_day(told)):
            return told
    except OverflowError:
        pass  # behind the last day that a calendar knows
    place.tell(field, said, _OUTSIDE)
    return None


_OUTSIDE = f"lies, or ends, outside the years {FIRST_YEAR} to {LAST_YEAR}; not read: mend it in the calendar"


def _can_be(day: dt.date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _moment(event: Any, name: str) -> Any:
    """Return the day, time or length of a property; None where it is missing, damaged or stands twice."""
    try:
        return event.get(name).dt
    except (AttributeError, ValueError, OverflowError):
        return None


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def record_of(
    title: str | None, start: str | None, end: str | None, *, location: str | None, place: Place
) -> dict[str, Any]:
    """Return a record with what calendars and pages have in common: id, title, days, place."""
    reading = place.reading
    values: dict[str, Any] = {"title": masked(folded(title))} if title else {}
    values |= {name: day for name, day in (("start_date", start), ("end_date", end)) if day}
    cities = cities_of(reading.vocabulary)
    where = list_cells.read_place(folded(location), reading.words, cities) if location else list_cells.Place()
    for value, advice, severity in where.faults:
        place.tell("location", value, advice, severity)
    known = list_cells.known_city(where.city, where.iso3, cities) if where.city else None
    iso3, written = (
        (where.iso3, where.written) if where.iso3 else (known[1], where.city) if known else (None, None)
    )
    doubtful = any(severity == "error" for *_, severity in where.faults)
    if doubtful and not where.iso3:
        known, iso3, written = None, None, None
    if known and not where.iso3:
        place.tell(
            "location", location, f"names no country; {iso3} was taken from cities.csv: add the country"
        )
    if where.city:
        values["city"] = known[0] if known else where.city
    values |= {"mode": where.mode} if where.mode else {}
    if iso3:
        values["host_country"] = iso3
        values["countries"] = [{"name": written, "role": "host", "iso3": iso3}]
    values["id"] = event_slug((start or "")[:4], str(values.get("city") or iso3 or ""), title or "event")
    return values


def _organiser(event: Any) -> list[str]:
    organiser = event.get("ORGANIZER")
    organisers = organiser if isinstance(organiser, list) else [organiser]
    names = (clean(str(one.params.get("CN", ""))) for one in organisers if hasattr(one, "params"))
    return [name for name in names if name and "@" not in name]


def _organised(names: list[str], place: Place, role: str = "organiser") -> dict[str, Any]:
    """Return the bodies among these names; another name may be a person's and is not kept."""
    bodies = []
    for name in names:
        _, found = list_cells.body(name)
        row = place.reading.vocabulary.organisations.get(found or "")
        if row is None:
            advice = "is the name of no body that is known, and names of persons are not kept; add it if it is a body"
            place.tell("organizer", "", advice, "note")
        else:
            bodies.append({"name": row["name"], "as_written": name, "role": role})
    return {"organisations": bodies} if bodies else {}


def _categories(event: Any, place: Place) -> dict[str, Any]:
    """Return format and topics that the categories name; others are told."""
    said = event.get("CATEGORIES")
    groups = said if isinstance(said, list) else [said] if said is not None else []
    names = [clean(str(name)) for group in groups for name in getattr(group, "cats", ())]
    return labelled([name for name in names if name], place)


def labelled(names: list[str], place: Place) -> dict[str, Any]:
    """Return format, mode, topics and audiences that labels name; others are told."""
    reading = place.reading
    values: dict[str, Any] = {}
    for name in names:
        found = list_cells.read_coded(name, "topic", reading.words, reading.vocabulary.topic_names)
        plain = name.casefold()
        form = plain if plain in reading.vocabulary.format_names else reading.words.meaning("format", name)
        if form:
            values.setdefault("format", form)
        elif found.items and not found.faults:
            values["topics"] = list(dict.fromkeys([*values.get("topics", []), *found.items]))
        else:
            place.tell(
                "category",
                name,
                "is no topic and no format of the codebook; add it to list_words.csv",
                "note",
            )
    return values


def _source(url: str | None, place: Place) -> dict[str, Any]:
    link = url if url and url.startswith(("https://", "http://")) else None
    if url and not link:
        place.tell("URL", url, "is no address of a page; begin it with https://")
    return {"url": link, "publisher": None if link else place.source.rpartition("/")[2], "partial": False}
