"""What keeps a record from being saved, and what is only told: both can be mended in the form."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from loaders import dates
from loaders.fields import MOST
from loaders.records import people_doubt
from store.revisions import Content

CRIMES = ("trafficking in persons", "smuggling of migrants")
"""Topics of which every event has one at least (docs/codebook.md)."""


def faults(record: Content) -> list[str]:
    """Return why a record cannot be saved: title, dates, headcounts, addresses; empty where it can."""
    titled = [] if record.get("title") else ["Title: give the event a title."]
    return [*titled, *_dates(record), *_people(record), *_sources(record)]


def doubts(record: Content) -> list[str]:
    """Return what is odd about a record that can be saved all the same."""
    found = []
    if not set(record.get("topics") or ()) & set(CRIMES):
        found.append(f"Topics: every event is about {' or '.join(CRIMES)}; neither is chosen.")
    people = record.get("participants") or {}
    counts = (people.get(name) for name in ("total", "women", "men"))
    doubt = people_doubt(*(number if isinstance(number, int) else None for number in counts))
    if doubt:
        found.append(f"People: {doubt}.")
    if not any(source.get("url") for source in record.get("sources") or ()):
        found.append("Source: no address is given, so nobody can look it up.")
    return found


def _dates(record: Content) -> Iterator[str]:
    start, end = record.get("start_date"), record.get("end_date")
    for said, value in (("First day", start), ("Last day", end)):
        if value and dates.precision(value) is None:
            forms = "is no date; write 2026-11-21, 2026-11, 2026, or XXXX-11-21 without a year"
            yield f"{said}: {value!r} {dates.out_of_range(value) or forms}."
    if start and end and dates.precision(start) and dates.precision(end) and dates.ends_before(start, end):
        yield f"Last day: {end} lies before the first day {start}."


def _people(record: Content) -> Iterator[str]:
    counts = {**(record.get("participants") or {}), "edition": (record.get("series") or {}).get("number")}
    for name in ("total", "women", "men", "edition"):
        value = counts.get(name)
        if value is not None and not (type(value) is int and 0 <= value <= MOST):
            yield f"{name.capitalize()}: {value!r} is no whole number."


def _sources(record: Content) -> Iterator[str]:
    for source in record.get("sources") or ():
        url, published = source.get("url"), source.get("published")
        if url and not url.startswith(("https://", "http://")):
            yield f"Address: {url!r} is no address of a page; begin it with https:// or http://."
        if published and dates.precision(published) is None:
            advice = dates.out_of_range(published) or "is no date; write it as 2026-11-21"
            yield f"Published on: {published!r} {advice}."


def free_id(record: Content, taken: Container[str]) -> str:
    """Return the id of a record, or one made of year, place and title; with a number where it is taken."""
    wanted = str(record.get("id") or "") or _made(record)
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found


def _made(record: Content) -> str:
    start = str(record.get("start_date") or "")
    year = start[:4] if start[:4].isdigit() else "undated"
    words = f"{year} {record.get('city') or ''} {record.get('title') or ''}".casefold()
    return "-".join(re.findall(r"[a-z0-9]+", words)[:8])
