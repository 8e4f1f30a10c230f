"""Event records (JSON, one a line) become columns of the tidy tables, and problems.

Nothing is lost on the way: every value that is written in a record ends in a table or in a problem that
names file, line, field and value. The fields are those of the codebook (docs/codebook.md).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import orjson

from loaders import dates
from loaders.problems import Problem, shown
from loaders.vocabulary import Vocabulary, key
from schema import COUNTRY_ROLES, MODES, ORGANISATION_ROLES, TABLES

FIELDS = frozenset(
    "id title summary format mode start_date end_date date_note city host_country countries organisations "
    "programmes topics audiences participants series outcomes sources".split()
)
"""Fields of a record; anything else is told as a problem."""

RECORD_TABLES = ("events", *(name for name in TABLES if name.startswith("event_")))
"""Tables that are filled from records."""


class Codes:
    """A column of repeated texts, kept as integer codes; -1 is empty."""

    __slots__ = ("codes", "known")

    def __init__(self) -> None:
        self.codes = array("i")
        self.known: dict[str, int] = {}

    def append(self, value: str | None) -> None:
        """Add one cell."""
        self.codes.append(-1 if value is None else self.known.setdefault(value, len(self.known)))


class Rows:
    """The columns of one table while it grows; codes for repeated texts, lists for the rest."""

    def __init__(self, table: str) -> None:
        self.columns: dict[str, Any] = {
            column.name: Codes() if column.kind == "code" else [] for column in TABLES[table]
        }
        self._puts: tuple[Callable[[Any], None], ...] = tuple(cells.append for cells in self.columns.values())

    def add(self, *values: Any) -> None:
        """Add one row, its values in the order of schema.py."""
        for put, value in zip(self._puts, values, strict=True):
            put(value)


class Record:
    """One record being read: hands out its values by field and keeps what is wrong with them."""

    __slots__ = ("_problems", "event_id", "line", "source", "values")

    def __init__(self, values: dict[str, Any], source: str, line: int, problems: list[Problem]) -> None:
        self.values, self.source, self.line, self._problems = values, source, line, problems
        self.event_id = ""

    def problem(self, field: str, value: Any, advice: str, severity: str = "error") -> None:
        """Keep a problem with the place of this record."""
        self._problems.append(
            Problem(self.source, self.line, field, _written(value), advice, severity, self.event_id)
        )

    def text(self, field: str, values: dict[str, Any] | None = None, prefix: str = "") -> str | None:
        """Return a text; None for null, a missing field and an empty text; anything else is a problem."""
        value = (self.values if values is None else values).get(field)
        if type(value) is str:
            return value if value.strip() else self._blank(prefix + field, value)
        if value is not None:
            self.problem(prefix + field, value, "must be a text or null; put it in quotes")
        return None

    def _blank(self, field: str, value: str) -> None:
        self.problem(field, value, "is blank; write null where nothing is known", "note")

    def count(self, field: str, values: dict[str, Any], prefix: str) -> int | None:
        """Return a whole number of at least 0 that fits a headcount; anything else but null is a problem."""
        value = values.get(field)
        if value is None:
            return None
        if type(value) is int and 0 <= value < 2**31:
            return value
        self.problem(prefix + field, value, "must be a whole number from 0, or null")
        return None

    def flag(self, field: str, values: dict[str, Any], prefix: str) -> bool:
        """Return true or false; null and a missing field count as false."""
        value = values.get(field)
        if value is not None and type(value) is not bool:
            self.problem(prefix + field, value, "must be true or false")
        return value is True

    def part(self, field: str, names: frozenset[str]) -> dict[str, Any]:
        """Return a nested object (empty for null); unknown names in it are problems."""
        value = self.values.get(field)
        if value is None:
            return {}
        if type(value) is not dict:
            self.problem(field, value, f"must be an object with {', '.join(sorted(names))}, or null")
            return {}
        self._unknown(value, names, f"{field}.")
        return value

    def parts(self, field: str, names: frozenset[str]) -> Iterator[dict[str, Any]]:
        """Yield the objects of a list; what is no object, and unknown names in one, are problems."""
        for item in self.items(field):
            if type(item) is dict:
                self._unknown(item, names, f"{field}[].")
                yield item
            else:
                self.problem(f"{field}[]", item, f"must be an object with {', '.join(sorted(names))}")

    def texts(self, field: str) -> Iterator[str]:
        """Yield the texts of a list; anything else in it is a problem."""
        for item in self.items(field):
            if type(item) is str and item.strip():
                yield item
            else:
                self.problem(f"{field}[]", item, "must be a text; put it in quotes or take it out")

    def items(self, field: str) -> list[Any]:
        """Return a list (empty for null); anything else is a problem."""
        value = self.values.get(field)
        if value is None or type(value) is list:
            return value or []
        self.problem(field, value, "must be a list in [ ]")
        return []

    def _unknown(self, values: dict[str, Any], names: frozenset[str], prefix: str) -> None:
        for name in values.keys() - names:
            self.problem(prefix + name, values[name], "is no field of the codebook; mend its name", "warning")


COUNTRY_NAMES = frozenset({"name", "role", "iso3"})
ORGANISATION_NAMES = frozenset({"name", "as_written", "role"})
PEOPLE_NAMES = frozenset({"total", "women", "men", "approximate"})
SERIES_NAMES = frozenset({"name", "number"})
SOURCE_NAMES = frozenset({"url", "publisher", "published", "language", "partial", "read_at"})


class Tidy:
    """Turns records into the rows of the tables; `rows` and `problems` are what came out."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.rows = {table: Rows(table) for table in RECORD_TABLES}
        self.problems: list[Problem] = []
        self.newcomers: dict[str, str] = {}
        self._vocabulary = vocabulary
        self._seen: dict[str, tuple[int, dict[str, Any]]] = {}
        self._country_names: dict[str, str | None] = {}
        self._organisation_ids: dict[str, str] = {}
        self._places: set[tuple[str, str]] = set()

    def read(self, lines: Iterable[bytes], source: str) -> None:
        """Read records, one JSON object a line; blank lines are passed over."""
        for number, line in enumerate(lines, start=1):
            content = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if content.strip():
                self._line(content, source, number)

    def _line(self, line: bytes, source: str, number: int) -> None:
        try:
            values = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            self._malformed(line, source, number, f"is no JSON ({error}); mend the line")
            return
        if type(values) is not dict:
            self._malformed(line, source, number, "must be one JSON object in { }; mend the line")
            return
        record = Record(values, source, number, self.problems)
        if self._identify(record):
            self._event(record)

    def _malformed(self, line: bytes, source: str, number: int, advice: str) -> None:
        self.problems.append(Problem(source, number, "line", line.decode(errors="replace").strip(), advice))

    def _identify(self, record: Record) -> bool:
        """Give the record an id of its own; False where it is a copy of an earlier line."""
        written = record.text("id")
        if written is None:
            record.event_id = self._free(f"line-{record.line}")
            record.problem("id", "", f"is missing; give the record an id (shown as {record.event_id!r} until then)")
        elif written in self._seen:
            return self._again(record, written)
        else:
            record.event_id = written
        self._seen[record.event_id] = (record.line, record.values)
        return True

    def _again(self, record: Record, written: str) -> bool:
        line, first = self._seen[written]
        if first == record.values:
            record.event_id = written
            record.problem("id", written, f"the same record stands in line {line}; counted once, remove this one")
            return False
        record.event_id = self._free(f"{written}-line-{record.line}")
        self._seen[record.event_id] = (record.line, record.values)
        advice = f"stands in line {line} too, on another record; give this one its own (shown as {record.event_id!r})"
        record.problem("id", written, advice)
        return True

    def _free(self, wanted: str) -> str:
        while wanted in self._seen:
            wanted += "-again"
        return wanted

    def _event(self, record: Record) -> None:
        record._unknown(record.values, FIELDS, "")
        start, end, precision = self._dates(record)
        host, city = self._host(record), record.text("city")
        series_id, number, series_name = self._series(record)
        self.rows["events"].add(
            record.event_id,
            record.text("title"),
            record.text("summary"),
            self._choice(record, "format", self._vocabulary.format_names),
            self._choice(record, "mode", MODES),
            start,
            end,
            precision,
            record.text("date_note"),
            city,
            host,
            *self._people(record),
            series_id,
            number,
            series_name,
            record.source,
            record.line,
        )
        self._place(record, city, host)
        self._countries(record, host)
        self._organisations(record)
        self._lists(record)
        self._sources(record)

    def _choice(self, record: Record, field: str, allowed: Iterable[str]) -> str | None:
        value = record.text(field)
        if value is None or value in allowed:
            return value
        record.problem(field, value, f"is none of: {', '.join(allowed)}")
        return None

    def _dates(self, record: Record) -> tuple[str | None, str | None, str | None]:
        """Return start, end and the precision of the start; a date that cannot be is a problem and left out."""
        start, end = self._date(record, "start_date"), self._date(record, "end_date")
        if start and end and dates.ends_before(start, end):
            record.problem("end_date", end, f"lies before the start {start}; left out, check both in the source")
            end = None
        return start, end, dates.precision(start) if start else None

    def _date(self, record: Record, field: str) -> str | None:
        value = record.text(field)
        if value is None or dates.precision(value):
            return value
        record.problem(field, value, "is no date; write YYYY-MM-DD, YYYY-MM, YYYY, or XXXX-MM-DD without a year")
        return None

    def _people(self, record: Record) -> tuple[int | None, int | None, int | None, bool]:
        people = record.part("participants", PEOPLE_NAMES)
        if not people:
            return None, None, None, False
        total, women, men = (record.count(field, people, "participants.") for field in ("total", "women", "men"))
        if None not in (total, women, men) and women + men != total:  # type: ignore[operator]
            written = f"total {total}, women {women}, men {men}"
            advice = f"women and men make {women + men}, not {total}; check the source"  # type: ignore[operator]
            record.problem("participants", written, advice, "warning")
        return total, women, men, record.flag("approximate", people, "participants.")

    def _series(self, record: Record) -> tuple[str | None, int | None, str | None]:
        part = record.part("series", SERIES_NAMES)
        name = record.text("name", part, "series.") if part else None
        number = record.count("number", part, "series.") if part else None
        if name is None:
            if number is not None:
                record.problem("series.number", number, "has no series; give the series a name")
            return None, None, None
        series_id = self._vocabulary.series_names.get(key(name))
        if series_id is None:
            record.problem("series.name", name, "is not in series.csv; add it there or as a name in series_names.csv")
        return series_id, number, name

    def _host(self, record: Record) -> str | None:
        host = record.text("host_country")
        if host is None or host in self._vocabulary.countries:
            return host
        record.problem("host_country", host, "is no ISO 3166-1 alpha-3 code (XKX for Kosovo); mend it")
        return None

    def _place(self, record: Record, city: str | None, host: str | None) -> None:
        if city is not None and (city, host or "") not in self._vocabulary.cities:
            record.problem("city", city, "is not in cities.csv, so no map shows it; add it with its point", "warning")

    def _countries(self, record: Record, host: str | None) -> None:
        add, hosts = self.rows["event_countries"].add, set()
        for entry in record.parts("countries", COUNTRY_NAMES):
            name = record.text("name", entry, "countries[].")
            role, iso3 = entry.get("role"), self._iso3(record, entry, name)
            if iso3 is None:
                continue
            if role not in COUNTRY_ROLES:
                record.problem("countries[].role", entry, f"{_written(role)!r} is none of: {', '.join(COUNTRY_ROLES)}")
                continue
            add(record.event_id, iso3, role, name)
            if role == "host":
                hosts.add(iso3)
        if host is not None and host not in hosts:
            advice = "is not among the countries with the role host; add it there, or no map counts it as host"
            record.problem("host_country", host, advice, "warning")

    def _iso3(self, record: Record, entry: dict[str, Any], name: str | None) -> str | None:
        """Return the code of a country entry: as coded, else by its name; a problem names what has none."""
        iso3 = entry.get("iso3")
        by_name = self._country(name) if name is not None else None
        if iso3 is None and by_name:
            return by_name
        if iso3 is None:
            known = "is known not to be a country's name" if by_name == "" else "is not in country_names.csv"
            record.problem("countries[].name", entry, f"{_written(name)!r} {known}; give the row an iso3")
            return None
        if type(iso3) is not str or iso3 not in self._vocabulary.countries:
            record.problem("countries[].iso3", entry, f"{_written(iso3)!r} is no ISO 3166-1 alpha-3 code; mend it")
            return None
        if by_name and by_name != iso3:
            advice = f"{name!r} is {by_name} in country_names.csv but {iso3} here; mend the one that is wrong"
            record.problem("countries[].iso3", entry, advice, "warning")
        return iso3

    def _country(self, name: str) -> str | None:
        if name not in self._country_names:
            self._country_names[name] = self._vocabulary.country(name)
        return self._country_names[name]

    def _organisations(self, record: Record) -> None:
        add = self.rows["event_organisations"].add
        for entry in record.parts("organisations", ORGANISATION_NAMES):
            as_written = record.text("as_written", entry, "organisations[].")
            name, role = record.text("name", entry, "organisations[].") or as_written, entry.get("role")
            if name is None:
                record.problem("organisations[].name", entry, "is missing; give the body's name in full")
            elif role not in ORGANISATION_ROLES:
                advice = f"{_written(role)!r} is none of: {', '.join(ORGANISATION_ROLES)}"
                record.problem("organisations[].role", entry, advice)
            else:
                add(record.event_id, self._organisation(record, name), role, name, as_written)

    def _organisation(self, record: Record, name: str) -> str:
        """Return the id of a body; one that is not in the vocabulary gets its own until it is added."""
        found = self._organisation_ids.get(name) or self._vocabulary.organisation_names.get(key(name))
        if found is None:
            slug = re.sub(r"[^a-z0-9]+", "-", key(name)).strip("-") or "name"
            found = f"new-{slug}"
            while found in self.newcomers and key(self.newcomers[found]) != key(name):
                found += "-again"
            self.newcomers[found] = name
            advice = "is not in organisations.csv; add it, or as a name in organisation_names.csv (counted by itself)"
            record.problem("organisations[].name", name, advice, "warning")
        self._organisation_ids[name] = found
        return found

    def _lists(self, record: Record) -> None:
        vocabulary = self._vocabulary
        for field, codes in (("topics", vocabulary.topic_names), ("audiences", vocabulary.audience_names)):
            add = self.rows[f"event_{field}"].add
            for name in record.texts(field):
                if name in codes:
                    add(record.event_id, codes[name])
                else:
                    record.problem(f"{field}[]", name, f"is not in {field}.csv; use one of its names or add it")
        for name in record.texts("programmes"):
            programme = vocabulary.programme_names.get(key(name))
            if programme is None:
                record.problem("programmes[]", name, "is not in programmes.csv; add it or a name in programme_names.csv")
            else:
                self.rows["event_programmes"].add(record.event_id, programme, name)
        for outcome in record.texts("outcomes"):
            self.rows["event_outcomes"].add(record.event_id, outcome)

    def _sources(self, record: Record) -> None:
        add = self.rows["event_sources"].add
        for entry in record.parts("sources", SOURCE_NAMES):
            url, publisher, published, language, read_at = (
                record.text(field, entry, "sources[].")
                for field in ("url", "publisher", "published", "language", "read_at")
            )
            if published is not None and dates.precision(published) is None:
                record.problem("sources[].published", published, "is no date; write YYYY-MM-DD", "warning")
            partial = record.flag("partial", entry, "sources[].")
            add(record.event_id, url, publisher, published, language, partial, read_at)


def _written(value: Any) -> str:
    """Return a value as the file has it: a text as it is, anything else as JSON."""
    return value if type(value) is str else orjson.dumps(value, default=shown).decode()
