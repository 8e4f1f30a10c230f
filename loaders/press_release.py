"""Announcements of events become drafts of records, with the words behind every value.

`python -m loaders.press_release FILE... [--url U] [--published YYYY-MM-DD]` prints one record a line, `evidence` and
`missing` beside; it ends with 1 where a file cannot be read or no event was found.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders.problems import VocabularyError
from loaders.release_about import format_of, mode_of, series_of
from loaders.release_audiences import audiences_of
from loaders.release_bodies import bodies_of
from loaders.release_countries import Taking, countries_of, hosted
from loaders.release_evidence import Evidence
from loaders.release_facts import facts_of
from loaders.release_heads import Heads, heads
from loaders.release_home import home, is_official, only_country, site_country
from loaders.release_page import LONGEST, page_of, unbroken
from loaders.release_pasted import Plain, plain
from loaders.release_programmes import programmes_of
from loaders.release_publisher import publisher_of, seated
from loaders.release_record import headline_of, id_of, source_of, summary_of, title_of
from loaders.release_roles import Part, parts_of, pieces
from loaders.release_split import stories_of
from loaders.release_story import Story, is_certain
from loaders.release_topics import Setting, topics_of
from loaders.release_when import When, length_of, when
from loaders.release_where import Where, where

__all__ = ["Draft", "Evidence", "main", "read_announcement"]

_NEEDED = {
    "start_date": "no date in the text that is surely the event's",
    "host_country": "no place in the text that is surely the event's",
    "format": "no word for the event",
    "countries": "the text does not say who came",
    "organisations": "no organiser is named",
    "topics": "no topic of the codebook is named",
    "audiences": "the text does not say for whom it was",
    "participants": "no headcount of those who came",
}


_OF_ALL = frozenset({"organiser", "partner", "funder"})
"""Roles that one clause of a list of events gives in all of them."""


@dataclass(frozen=True)
class Draft:
    """A record as in data/events.jsonl, the evidence for its values, and why a needed field is empty."""

    record: dict[str, Any]
    evidence: list[Evidence] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)


def read_announcement(text: str, url: str | None = None, published: str | None = None) -> list[Draft]:
    """Return a draft for each event a text reports, none where it reports none.

    `url` and `published` (YYYY-MM-DD) say where the text is from; years and "today" are read against them.
    """
    if not text.strip():
        return []
    source = plain(text[:LONGEST])
    whole = unbroken(source.text if source else text)
    facts = facts_of(page_of(whole), url, published)
    stories = stories_of(facts)
    readings = _shared(stories, [_read(story) for story in stories])
    told = ((story, _draft(story, reading, url)) for story, reading in zip(stories, readings, strict=True))
    drafts = [draft for story, draft in told if _is_event(draft, story)]
    _keep_vocabulary()
    if source is None and whole == text:
        return drafts
    return [
        replace(draft, evidence=[_as_given(one, source, text) for one in draft.evidence]) for draft in drafts
    ]


@lru_cache(maxsize=1)
def _keep_vocabulary() -> None:
    """Take what was read of the vocabulary, which stays as long as the process, out of the collector's rounds."""
    gc.freeze()


def _as_given(one: Evidence, source: Plain | None, text: str) -> Evidence:
    """Return evidence with the words as they stand in the text that was given."""
    return source.told(one, text) if source else replace(one, words=text[one.start : one.end])


def _is_event(draft: Draft, story: Story) -> bool:
    """Return whether so much is told that an event is reported: when, in which town, how many came, or by whom."""
    record = draft.record
    if record["start_date"] or record["end_date"] or record["participants"]["total"]:
        return True
    if record["host_country"] and (is_certain(story.page, story.lead) or length_of(story)):
        return True
    roles = {one["role"] for one in record["organisations"]}
    sure = {one.field for one in draft.evidence if one.sure == "sure"}
    placed = {"city", "host_country"} & sure
    came = {one["iso3"] for one in record["countries"] if one["role"] == "participant"}
    if len(came) > 1 and record["format"]:
        return True
    whom = "participant" in roles or (record["city"] and record["audiences"])
    return bool(placed or "organiser" in roles or (record["host_country"] and whom))


@dataclass(frozen=True)
class _Reading:
    """What was read of an event, field by field."""

    format: Evidence | None
    mode: Evidence | None
    days: When
    place: Where
    parts: list[Part]
    countries: list[Taking]
    people: Heads
    topics: list[Evidence]
    audiences: list[Evidence]
    programmes: list[Evidence]
    series: Evidence | None


def _draft(story: Story, reading: _Reading, url: str | None) -> Draft:
    record = _record(story, reading, url)
    return Draft(record, _evidence(story, reading), _missing(record))


def _read(story: Story) -> _Reading:
    """Return what a story tells; places come first, as they say whose ministries are meant."""
    mode = mode_of(story)
    place = where(story, mode.value if mode else None)
    whose = site_country(story.facts.url) if is_official(story.facts.url) else place.iso3
    whose = whose or only_country(story) or site_country(story.facts.url)
    named = bodies_of(story.page.text, pieces(story), story.facts.places, whose)
    parts = parts_of(story, named, whose)
    publisher = publisher_of(story, parts, place.iso3)
    parts = seated(story, [*parts, publisher] if publisher else parts, place.iso3)
    online = home(story) if mode and mode.value == "online" and place.iso3 is None else None
    countries = countries_of(story, place.iso3, parts, home=online[0] if online else None)
    if _is_belied(place, countries):
        place, countries = Where(None, None), countries_of(story, None, parts)
    if place.iso3:
        seen = place.evidence[-1]
        countries.insert(0, hosted(place.iso3, (seen.start, seen.end), seen.words))
    others = [(one.body.start, one.body.end) for one in parts if one.role != "participant"]
    attending = [one.body for one in parts if one.role == "participant"]
    kind = format_of(story)
    audiences = audiences_of(story, others, attending, kind=kind.value if kind else None)
    came = {one.iso3 for one in countries if one.role == "participant"}
    spans = [(one.start, one.end) for one in named]
    setting = Setting([one.value for one in audiences], kind.value if kind else None, len(came))
    return _Reading(
        format=kind,
        mode=mode,
        days=when(story),
        place=place,
        parts=parts,
        countries=countries,
        people=heads(story),
        topics=topics_of(story, spans, setting),
        audiences=audiences,
        programmes=programmes_of(story),
        series=series_of(story),
    )


def _shared(stories: Sequence[Story], readings: Sequence[_Reading]) -> list[_Reading]:
    """Return what was read of some events, with what one clause of a list says of all: "IOM held, on 3 May in A …"."""
    listed = [story.lead in story.page.parts for story in stories]
    inside = [reading for reading, of_list in zip(readings, listed, strict=True) if of_list]
    parts = [
        part for reading in inside for part in reading.parts if part.role in _OF_ALL and part.sure == "sure"
    ]
    named = [reading.audiences for reading in inside if reading.audiences]
    audiences = named[0] if len(named) == 1 else []
    return [
        replace(reading, parts=_joined(reading.parts, parts), audiences=reading.audiences or audiences)
        if of_list
        else reading
        for reading, of_list in zip(readings, listed, strict=True)
    ]


def _joined(parts: list[Part], told: Sequence[Part]) -> list[Part]:
    """Return the bodies of an event, with those told once for all of a list where no organiser is told of it alone."""
    if any(part.role == "organiser" and part.sure == "sure" for part in parts):
        return parts
    if not any(part.role == "organiser" for part in told):
        return parts
    named = {(part.body.key, part.role) for part in parts if part.role != "organiser"}
    added = {(part.body.key, part.role): part for part in told}
    kept = [part for part in parts if part.role != "organiser"]
    return [*kept, *(part for key, part in added.items() if key not in named)]


def _is_belied(place: Where, countries: Sequence[Taking]) -> bool:
    """Return whether the host of a national event is guessed where several came of whom it is none."""
    came = {one.iso3 for one in countries if one.role == "participant"}
    guessed = bool(place.evidence) and place.evidence[-1].sure == "guess"
    return guessed and len(came) > 1 and place.iso3 not in came


def _record(story: Story, read: _Reading, url: str | None) -> dict[str, Any]:
    """Return the record of an event, in the order of fields of data/events.jsonl."""
    kind = read.format.value if read.format else None
    topics = [one.value for one in read.topics]
    people, text = read.people, story.page.text
    record: dict[str, Any] = {
        "id": "",
        "title": title_of(story, kind, topics, city=read.place.city, iso3=read.place.iso3),
        "summary": "",
        "format": kind,
        "mode": read.mode.value if read.mode else None,
        "start_date": read.days.start,
        "end_date": read.days.end,
        "date_note": read.days.note,
        "city": read.place.city,
        "host_country": read.place.iso3,
        "countries": [{"name": one.name, "role": one.role, "iso3": one.iso3} for one in read.countries],
        "organisations": [
            {"name": one.body.name, "as_written": text[one.body.start : one.body.end], "role": one.role}
            for one in read.parts
        ],
        "programmes": [one.value for one in read.programmes],
        "topics": topics,
        "audiences": [one.value for one in read.audiences],
        "participants": {name: getattr(people, name) for name in ("total", "women", "men", "approximate")},
        "series": read.series.value if read.series else None,
        "outcomes": [],
        "sources": [source_of(story, url)],
    }
    return record | {"summary": summary_of(record), "id": id_of(record)}


def _evidence(story: Story, read: _Reading) -> list[Evidence]:
    """Return the evidence for all values in the order of the text."""
    told = [one for one in (headline_of(story), read.format, read.mode, read.series) if one]
    told += [*read.days.evidence, *read.place.evidence, *read.people.evidence]
    told += [*read.topics, *read.audiences, *read.programmes]
    told += [one.evidence(story) for one in read.countries] + [one.evidence(story) for one in read.parts]
    return sorted(told, key=lambda one: (one.start, one.end))


def _missing(record: dict[str, Any]) -> dict[str, str]:
    """Return why each needed field is empty."""
    empty = {name for name in _NEEDED if not record[name]}
    if not any(one["role"] == "participant" for one in record["countries"]):
        empty.add("countries")
    if not any(one["role"] == "organiser" for one in record["organisations"]):
        empty.add("organisations")
    if record["participants"]["total"] is None:
        empty.add("participants")
    if record["mode"] == "online":
        empty.discard("host_country")
    return {name: why for name, why in _NEEDED.items() if name in empty}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the records of some files and return the exit code."""
    import argparse  # not needed by those who only read a text

    from loaders.release_files import text_of

    parser = argparse.ArgumentParser(
        prog="python -m loaders.press_release", description="Records from announcements."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="text, HTML, DOCX, PDF or EML")
    parser.add_argument("--url", help="address the text is from")
    parser.add_argument("--published", help="day it was published, YYYY-MM-DD")
    asked = parser.parse_args(arguments)
    failed = 0
    for path in asked.files:
        try:
            page = text_of(path)
        except (OSError, ValueError) as error:
            failed += _tell(f"{path}: {error}")
            continue
        try:
            drafts = read_announcement(page.text, asked.url or page.url, asked.published or page.published)
        except VocabularyError as error:
            return _tell(str(error))
        failed += 0 if drafts else _tell(f"{path}: no event was found; write it by hand if there is one")
        for draft in drafts:
            sys.stdout.write(_line(draft) + "\n")
    return int(failed > 0)


def _tell(said: str) -> int:
    sys.stderr.write(f"{said}\n")
    return 1


def _line(draft: Draft) -> str:
    beside = {"evidence": [asdict(one) for one in draft.evidence], "missing": draft.missing}
    return json.dumps({**draft.record, **beside}, ensure_ascii=False)


if __name__ == "__main__":
    gc.disable()  # the vocabularies are kept; to look among them for what is none costs a twelfth of a start
    sys.exit(main())
