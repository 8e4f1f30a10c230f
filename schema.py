"""Every table of the Atlas, column by column: type, meaning, allowed values, may it be empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["code", "text", "count", "flag", "degree"]

DTYPES: dict[Kind, str] = {
    "code": "category",
    "text": "str",
    "count": "Int32",
    "flag": "bool",
    "degree": "float64",
}
"""The pandas dtype of each kind of column."""

COUNTRY_ROLES = ("host", "participant", "expert", "funder")
"""Roles a country may hold at an event; a country may hold several, one row each."""

ORGANISATION_ROLES = ("organiser", "partner", "funder", "participant", "expert")
"""Roles an organisation may hold at an event."""

FORMATS = (
    "workshop",
    "training",
    "seminar",
    "conference",
    "study visit",
    "round table",
    "meeting",
    "webinar",
    "simulation exercise",
    "campaign event",
    "other",
)
"""Formats of an event, as the codebook names them."""

MODES = ("in person", "hybrid", "online")
"""How people met; empty where the source does not tell."""

PRECISIONS = ("day", "month", "year", "day without year", "month without year")
"""What is known of a start date; empty where nothing is."""

SEVERITIES = ("error", "warning", "note")
"""error: a value or record could not be used; warning: used, but doubtful; note: worth knowing."""

ORGANISATION_KINDS = (
    "UN",
    "intergovernmental",
    "government",
    "law enforcement or justice",
    "civil society",
    "academia",
    "private",
)
"""Kinds of body in organisations.csv; empty for a body not in the vocabulary yet."""

TOPIC_KINDS = ("crime", "theme")
"""The two crimes, and everything else an event may be about."""


@dataclass(frozen=True)
class Column:
    """One column: name, kind (gives the dtype), meaning, allowed values, whether it may be empty."""

    name: str
    kind: Kind
    meaning: str
    values: tuple[str, ...] = ()
    empty: bool = False


def _event_id() -> Column:
    return Column("event_id", "code", "the event, key of `events`")


def _as_written(what: str) -> Column:
    return Column("as_written", "code", f"{what} as the source writes it", empty=True)


TABLES: dict[str, tuple[Column, ...]] = {
    "events": (
        Column("event_id", "text", "the record's id; one row an event"),
        Column("title", "text", "official name or own words", empty=True),
        Column("summary", "text", "one sentence in own words", empty=True),
        Column("format", "code", "kind of event", FORMATS, empty=True),
        Column("mode", "code", "in person, hybrid or online; empty where not told", MODES, empty=True),
        Column(
            "start_date",
            "code",
            "first day as collected: YYYY, YYYY-MM, YYYY-MM-DD or XXXX-MM-DD",
            empty=True,
        ),
        Column("end_date", "code", "last day as collected; empty where the source gives none", empty=True),
        Column("date_precision", "code", "what is known of the start", PRECISIONS, empty=True),
        Column("date_note", "text", "why a date is uncertain or how it was derived", empty=True),
        Column("city", "code", "English name of the place", empty=True),
        Column(
            "host_country", "code", "ISO 3166-1 alpha-3 of the place; empty: online or not told", empty=True
        ),
        Column("participants_total", "count", "headcount, people", empty=True),
        Column("women", "count", "women among them, people", empty=True),
        Column("men", "count", "men among them, people", empty=True),
        Column("participants_approximate", "flag", 'the source rounds ("some 70")'),
        Column("series_id", "code", "recurring event it is an edition of", empty=True),
        Column("series_number", "count", "number of the edition", empty=True),
        Column("series_as_written", "code", "name of the series in the record", empty=True),
        Column("source_file", "code", "file the record was read from"),
        Column("source_row", "count", "line of that file or row of its sheet, from 1"),
    ),
    "event_records": (
        _event_id(),
        Column("source_file", "code", "file that holds the event"),
        Column("source_sheet", "code", "sheet of that file; empty where it has none", empty=True),
        Column("source_row", "count", "line of that file or row of its sheet, from 1"),
        Column(
            "record_id", "text", "id of the record there; another than the event's where records were joined"
        ),
    ),
    "event_differences": (
        _event_id(),
        Column("field", "code", "field of the record in which the sources differ"),
        Column("value", "text", "what is shown", empty=True),
        Column("other_value", "text", "what the other source says", empty=True),
        Column("other_file", "code", "file of the other source"),
        Column("other_row", "count", "line or row there, from 1"),
    ),
    "event_countries": (
        _event_id(),
        Column("iso3", "code", "ISO 3166-1 alpha-3 of the country (XKX for Kosovo)"),
        Column("role", "code", "what the country did there", COUNTRY_ROLES),
        _as_written("name"),
    ),
    "event_organisations": (
        _event_id(),
        Column("organisation_id", "code", "the body, key of `organisations`"),
        Column("role", "code", "what the body did there", ORGANISATION_ROLES),
        Column("name", "code", "full name as the record gives it"),
        _as_written("name"),
    ),
    "event_topics": (_event_id(), Column("topic_id", "code", "key of `topics`")),
    "event_audiences": (_event_id(), Column("audience_id", "code", "key of `audiences`")),
    "event_programmes": (
        _event_id(),
        Column("programme_id", "code", "key of `programmes`"),
        _as_written("name"),
    ),
    "event_outcomes": (
        _event_id(),
        Column("outcome", "text", "one thing that was agreed, in own words"),
    ),
    "event_sources": (
        _event_id(),
        Column("url", "text", "address of the announcement", empty=True),
        Column("publisher", "code", "who published it", empty=True),
        Column("published", "code", "day it was published, as collected", empty=True),
        Column("language", "code", "ISO 639-1 code of its language", empty=True),
        Column("partial", "flag", "only the opening was read: what is absent may just not have been read"),
        Column("read_at", "text", "address of the copy that was read, where it is another", empty=True),
    ),
    "series": (
        Column("series_id", "code", "key"),
        Column("name", "text", "name of the recurring event"),
    ),
    "countries": (
        Column("iso3", "code", "ISO 3166-1 alpha-3, key (XKX for Kosovo)"),
        Column("iso2", "text", "ISO 3166-1 alpha-2 (XK for Kosovo)"),
        Column("name", "text", "short name used by the United Nations"),
        Column("region_code", "code", "UN M49 code of the region", empty=True),
        Column("region", "code", "UN M49 region", empty=True),
        Column("subregion_code", "code", "UN M49 code of the subregion", empty=True),
        Column("subregion", "code", "UN M49 subregion", empty=True),
        Column("latitude", "degree", "point for a marker, degrees north", empty=True),
        Column("longitude", "degree", "point for a marker, degrees east", empty=True),
        Column("note", "text", "what a reader should know of the row", empty=True),
    ),
    "country_groups": (
        Column("group_id", "code", "key of `groups`"),
        Column("iso3", "code", "a member, key of `countries`"),
    ),
    "groups": (
        Column("group_id", "code", "key"),
        Column("name", "text", "name of the group"),
        Column("as_of", "text", "date of the membership"),
    ),
    "organisations": (
        Column("organisation_id", "code", "key"),
        Column("name", "text", "full name"),
        Column("short_name", "text", "acronym or short form", empty=True),
        Column("kind", "code", "kind of body", ORGANISATION_KINDS, empty=True),
        Column("country", "code", "ISO3 of the country a national body belongs to", empty=True),
        Column("parent_id", "code", "the body it is part of, key of this table", empty=True),
    ),
    "topics": (
        Column("topic_id", "code", "key"),
        Column("name", "text", "name in the codebook"),
        Column("kind", "code", "one of the two crimes, or a theme", TOPIC_KINDS),
    ),
    "audiences": (Column("audience_id", "code", "key"), Column("name", "text", "name in the codebook")),
    "formats": (Column("format_id", "code", "key"), Column("name", "text", "name in the codebook")),
    "programmes": (
        Column("programme_id", "code", "key"),
        Column("name", "text", "name of the project or initiative"),
    ),
    "cities": (
        Column("name", "text", "English name of the place"),
        Column("country", "code", "ISO3 of its country", empty=True),
        Column("latitude", "degree", "degrees north"),
        Column("longitude", "degree", "degrees east"),
    ),
    "problems": (
        Column("source", "code", "file the problem is in"),
        Column("sheet", "code", "sheet of that file, where it has sheets", empty=True),
        Column("row", "count", "line of that file or row of its sheet, from 1", empty=True),
        Column("column", "code", "letters of the column, where it is a list", empty=True),
        Column("field", "code", "field of the record, or column of the file"),
        Column("value", "text", "what stands there", empty=True),
        Column("advice", "text", "what is wrong and what to do"),
        Column("severity", "code", "how bad it is", SEVERITIES),
        Column("event_id", "text", "the event it is about, where there is one", empty=True),
    ),
}
"""The tidy tables by name. `tests/test_schema.py` and docs/data-dictionary.md follow this."""

TABLE_MEANINGS = {
    "events": "One row an event. Key: `event_id`.",
    "event_countries": "One row for each country an event names in a role. Two names of one country stay two rows.",
    "event_organisations": "One row for each body an event names in a role. Two names of one body stay two rows.",
    "event_topics": "One row for each topic of an event. Key: both columns.",
    "event_audiences": "One row for each audience of an event. Key: both columns.",
    "event_programmes": "One row for each project or initiative an event belongs to.",
    "event_outcomes": "One row for each thing that was agreed.",
    "event_records": "One row for each record an event was read from: several where records of one event were joined.",
    "event_differences": "One row for each field in which joined records of one event differ.",
    "event_sources": "One row for each announcement of an event, in the record's order.",
    "series": "One row for each recurring event. Key: `series_id`.",
    "countries": "One row for each country of ISO 3166-1, and Kosovo. Key: `iso3`.",
    "country_groups": "One row for each member of a group of countries. Key: both columns.",
    "groups": "One row for each group of countries. Key: `group_id`.",
    "organisations": "One row for each body, those that no vocabulary knows yet last. Key: `organisation_id`.",
    "topics": "One row for each topic of the codebook. Key: `topic_id`.",
    "audiences": "One row for each audience of the codebook. Key: `audience_id`.",
    "formats": "One row for each format of the codebook. Key: `format_id`.",
    "programmes": "One row for each project or initiative. Key: `programme_id`.",
    "cities": "One row for each place an event was held in. Key: `name` and `country`.",
    "problems": "One row for each value that could not be used or is doubtful, errors first.",
}
"""What a row of each table is, and its key."""


def names(table: str) -> list[str]:
    """Return the column names of a table, in order."""
    return [column.name for column in TABLES[table]]
