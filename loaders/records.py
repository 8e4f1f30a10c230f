"""Event records (JSON, one a line) become columns of the tidy tables, and problems.

Nothing is lost on the way: every value that is written in a record ends in a table or in a problem that
names file, line, field and value. The fields are those of the codebook (docs/codebook.md).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from loaders import dates, lines, same_events
from loaders.columns import Rows
from loaders.fields import RECORD, Fields, Report
from loaders.problems import Problem, Sink, hand_on
from loaders.same_events import Difference
from loaders.vocabulary import Vocabulary, key
from schema import COUNTRY_ROLES, MODES, ORGANISATION_ROLES, TABLES

RECORD_TABLES = ("events", *(name for name in TABLES if name.startswith("event_")))
"""Tables that are filled from records."""

NO_BODY = "is not in organisations.csv"
"""How the advice begins for a body that is in no vocabulary."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"


Cells = tuple[str | None, ...]
"""The cells of one row, without the event's."""


@dataclass(frozen=True)
class Part:
    """What was read of some records: how many events, the columns of each table, and what is known of them."""

    events: int
    rows: dict[str, dict[str, Any]]
    problems: list[Problem]
    newcomers: dict[str, str]
    seen: dict[str, tuple[int, int]]
    held: dict[str, tuple[dict[str, Any], Report]]


class Tidy:
    """Turns records into the rows of the tables; `rows` and `problems` are what came out."""

    def __init__(
        self, vocabulary: Vocabulary, *, same: Mapping[str, str] | None = None, problems: Sink | None = None
    ) -> None:
        self.rows = {table: Rows(table) for table in RECORD_TABLES}
        self.problems: Any = [] if problems is None else problems
        self.newcomers: dict[str, str] = {}
        self.vocabulary = vocabulary
        self._seen: dict[str, tuple[int, int]] = {}
        self._same = same or {}
        self._held: dict[str, tuple[dict[str, Any], Report]] = {}
        self._events = 0
        self._country_names: dict[str, str | None] = {}
        self._organisation_ids: dict[str, str] = {}
        self._read_before: defaultdict[str, dict[Any, Cells]] = defaultdict(dict)

    def read(self, content: Iterable[bytes], source: str, *, first: int = 1) -> None:
        """Read records, one JSON object a line, from line `first` on; blank lines are passed over."""
        for number, line in enumerate(content, start=first):
            bare = line.removeprefix(_BOM) if number == 1 else line
            if bare.strip():
                self._line(bare, Report(source, number, self.problems))

    def part(self) -> Part:
        """Return what was read, to be put behind what another has read."""
        rows = {table: rows.columns for table, rows in self.rows.items()}
        return Part(self._events, rows, list(self.problems), self.newcomers, self._seen, self._held)

    def put_behind(self, part: Part) -> bool:
        """Put what was read elsewhere behind what was read here; False, and nothing done, where one needs the other.

        That is so where an id stands in both, and where a new name of one has the id of a new name of the other.
        """
        if self._seen.keys() & part.seen.keys() or not self.welcome(part.newcomers):
            return False
        first = self.more(part.events)
        for table, rows in part.rows.items():
            self.rows[table].put_behind(rows, first)
        hand_on(part.problems, self.problems)
        self._seen |= part.seen
        for event_id, (values, report) in part.held.items():
            self._held[event_id] = (values, replace(report, problems=self.problems))
        return True

    def welcome(self, newcomers: Mapping[str, str]) -> bool:
        """Know names that another found in no vocabulary, by their ids; False where one has the id of another name."""
        both = self.newcomers.keys() & newcomers.keys()
        if any(key(self.newcomers[found]) != key(newcomers[found]) for found in both):
            return False
        self.newcomers.update((found, name) for found, name in newcomers.items() if found not in both)
        return True

    @property
    def ids(self) -> Iterable[str]:
        """The ids of all records read so far."""
        return self._seen.keys()

    def take(self, values: dict[str, Any], report: Report) -> None:
        """Read one record out of a list; its id gets the list's name where another record has it."""
        written = values.get("id")
        if written in self._seen:
            values = {**values, "id": self._renamed(str(written), report)}
        record = Fields(values, report)
        self._identify(record, 0)
        self.hold(record)

    def claim(self, written: str, report: Report) -> str:
        """Return the id that a record out of a list goes under, which no other record has from then on."""
        event_id = self._renamed(written, report) if written in self._seen else written
        self._seen[event_id] = (report.line, 0)
        return event_id

    def _renamed(self, written: str, report: Report) -> str:
        """Return an id that no other record has: with the name of the list behind it."""
        return self._free(f"{written}-{_slug(report.source.rpartition('/')[2].rpartition('.')[0])}")

    def is_joined(self, event_id: str) -> bool:
        """Return whether same_events.csv says that a record is one event with another."""
        return event_id in self._same

    def more(self, count: int) -> int:
        """Make room for events whose rows are put into the tables from outside; return the place of the first."""
        self._events += count
        return self._events - count

    def beside(self) -> Tidy:
        """Return another that knows the same names and has rows and problems of its own: for parts of records."""
        other = Tidy(self.vocabulary)
        other.newcomers, other._country_names = self.newcomers, self._country_names
        other._organisation_ids, other._read_before = self._organisation_ids, self._read_before
        return other

    def described(self, record: Fields) -> None:
        """Read a part of a record that tells of the event itself, into the row of an event without a name."""
        record.report.event = self.more(1)
        host, cells = self._cells(record)
        self.rows["events"].add("", None, None, *cells, "", 0)
        self._lists(record, host)

    def listed(self, record: Fields) -> None:
        """Read a part of a record that has lists alone, which belong to the event of that number."""
        record.report.event = self.more(1)
        self._lists(record, None)

    def placed(self, field: str, rows: Iterable[Cells]) -> None:
        """Add an event that has the rows of one list and nothing else."""
        event = self.more(1)
        self.rows[f"event_{field}"].add_all([(event, *cells) for cells in rows])

    def cells_of(self, field: str, entry: dict[str, str]) -> Cells | None:
        """Return what an entry of a list gave when it was read; None where it was not, or a problem was told of it."""
        return self._read_before[field].get(tuple(entry.items()))

    def finish(self) -> None:
        """Join the records that same_events.csv says are one event, once every source is read."""
        for values, reports, differences in same_events.joined(self._held, self._same):
            report = replace(reports[0], event_id=str(values["id"]))
            self._event(Fields(values, report), reports, differences)
        self._held.clear()

    def hold(self, record: Fields) -> None:
        """Make the record an event, or keep it until those it is to be joined with are there."""
        if record.report.event_id in self._same:
            self._held[record.report.event_id] = (record.values, record.report)
        else:
            self._event(record, (record.report,))

    def _line(self, content: bytes, report: Report) -> None:
        try:
            line = lines.read(content)
        except ValueError as error:
            utf_16 = report.line == 1 and content.startswith(_UTF_16)
            advice = "begins as a file in UTF-16 does; save the file as UTF-8" if utf_16 else str(error)
            self.problems.append(Problem(report.source, report.line, "line", lines.shown(content), advice))
            return
        record = Fields(line.values, report)
        is_new = self._identify(record, line.digest)
        for field, value, advice in line.faults:
            record.problem(field, value, advice)
        if is_new:
            self.hold(record)

    def _identify(self, record: Fields, digest: int) -> bool:
        """Give the record an id of its own; False where it is a copy of an earlier line."""
        report, value = record.report, record.values.get("id")
        written = value if type(value) is str and value.strip() else None
        if written in self._seen:
            return self._again(record, written, digest)
        report.event_id = self._free(f"line-{report.line}") if written is None else written
        self._seen[report.event_id] = (report.line, digest)
        if written is None:
            nothing = value is None or type(value) is str
            what = "is missing; give the record an id" if nothing else "must be a text; put it in quotes"
            advice = f"{what} (shown as {report.event_id!r} until then)"
            record.problem("id", "" if nothing else value, advice)
        return True

    def _again(self, record: Fields, written: str, digest: int) -> bool:
        report, (line, first) = record.report, self._seen[written]
        report.event_id = written
        if first == digest:
            advice = f"the same record stands in line {line}; counted once, remove this one"
            record.problem("id", written, advice)
            return False
        report.event_id = self._free(f"{written}-line-{report.line}")
        self._seen[report.event_id] = (report.line, digest)
        shown = f"shown as {report.event_id!r}"
        advice = f"stands in line {line} too, on another record; give this one its own ({shown})"
        record.problem("id", written, advice)
        return True

    def _free(self, wanted: str) -> str:
        while wanted in self._seen:
            wanted += "-again"
        return wanted

    def _event(
        self, record: Fields, reports: Sequence[Report], differences: Iterable[Difference] = ()
    ) -> None:
        record.tell_unknown(RECORD)
        record.report.event = self.more(1)
        host, cells = self._cells(record)
        self.rows["events"].add(
            record.report.event_id,
            record.text("title"),
            record.text("summary"),
            *cells,
            record.report.source,
            record.report.line,
        )
        self._lists(record, host)
        for report in reports:
            found = (report.source, report.sheet or None, report.line, report.event_id)
            self.rows["event_records"].add(record.report.event, *found)
        for difference in differences:
            self.rows["event_differences"].add(record.report.event, *difference)

    def _cells(self, record: Fields) -> tuple[str | None, tuple[Any, ...]]:
        """Return the host, and the cells of an event from its format to its series, in the order of schema.py."""
        told = record.values
        host, city = self._host(record), record.text("city")
        if city is not None:
            self._place(record, city, host)
        return host, (
            _choice(record, "format", self.vocabulary.format_names),
            _choice(record, "mode", MODES),
            *_dates(record),
            record.text("date_note"),
            city,
            host,
            *(_people(record.part("participants")) if "participants" in told else _NOBODY),
            *(self._series(record.part("series")) if "series" in told else (None, None, None)),
        )

    def _lists(self, record: Fields, host: str | None) -> None:
        """Add the rows of the tables that belong to an event."""
        told = record.values
        if host is not None or "countries" in told:
            self._countries(record, host)
        if "organisations" in told:
            self._organisations(record)
        if "topics" in told:
            self._coded(record, "topics", self.vocabulary.topic_names)
        if "audiences" in told:
            self._coded(record, "audiences", self.vocabulary.audience_names)
        if "programmes" in told:
            self._programmes(record)
        if "outcomes" in told:
            self._outcomes(record)
        if "sources" in told:
            self._sources(record)

    def _series(self, part: Fields) -> tuple[str | None, int | None, str | None]:
        """Return id, number of the edition, and name as written."""
        name, number = part.text("name"), part.count("number")
        if name is None:
            if number is not None:
                part.problem("number", number, "has no series; give the series a name")
            return None, None, None
        series_id = self.vocabulary.series_names.get(key(name))
        if series_id is None:
            part.problem("name", name, "is not in series.csv; add it there or as a name in series_names.csv")
        return series_id, number, name

    def _host(self, record: Fields) -> str | None:
        host = record.text("host_country")
        if host is None or host in self.vocabulary.countries:
            return host
        record.problem("host_country", host, "is no ISO 3166-1 alpha-3 code (XKX for Kosovo); mend it")
        return None

    def _place(self, record: Fields, city: str | None, host: str | None) -> None:
        """Tell of a city without a point, unless the fault is in its country and told there."""
        refused = host is None and record.values.get("host_country") is not None
        if city is not None and not refused and (city, host or "") not in self.vocabulary.cities:
            record.problem("city", city, self._why_no_point(city, host), "warning")

    def _why_no_point(self, city: str, host: str | None) -> str:
        """Return why no map shows a city: cities.csv has none of its name, or only in other countries."""
        homes = " and ".join(iso3 for name, iso3 in self.vocabulary.cities if name == city)
        if not homes:
            return "is not in cities.csv, so no map shows it; add it with its point"
        held = f"in {host}" if host else "without a host"
        return (
            f"is in {homes} in cities.csv, its event {held}, so no map shows it; mend the one that is wrong"
        )

    def _known(self, record: Fields, field: str, read: Callable[[Fields], Cells | None]) -> Iterator[Cells]:
        """Yield what `read` makes of the objects in a list, None left out.

        An object that was read before without a problem is not read again: the same countries and bodies
        stand in thousands of records. Its texts are the key, and only texts pass without a problem.
        """
        before, problems = self._read_before[field], record.report.problems
        for item in record.items(field):
            try:
                written = tuple(item.items())
                cells = before.get(written)
            except (AttributeError, TypeError):
                written, cells = None, None
            if cells is None:
                told = len(problems)
                entry = record.entry(field, item)
                cells = read(entry) if entry is not None else None
                if cells is not None and written is not None and len(problems) == told:
                    before[written] = cells
            if cells is not None:
                yield cells

    def _countries(self, record: Fields, host: str | None) -> None:
        add, hosts, seen = self.rows["event_countries"].add, set(), set()
        for cells in self._known(record, "countries", self._country_entry):
            iso3, role, name = cells
            if cells in seen:
                said = {"name": name, "role": role, "iso3": iso3}
                record.problem("countries[]", said, "stands twice; counted once, take one out", "note")
                continue
            seen.add(cells)
            add(record.report.event, iso3, role, name)
            if role == "host":
                hosts.add(iso3)
        if host is not None and host not in hosts:
            advice = "has no row with the role host among the countries; add it, or no map counts it as host"
            record.problem("host_country", host, advice, "warning")

    def _country_entry(self, entry: Fields) -> Cells | None:
        """Return code, role and name of a country entry; None where a problem tells why it cannot be used."""
        name = entry.text("name")
        iso3 = self._iso3(entry, name)
        role = _role(entry, COUNTRY_ROLES) if iso3 else None
        return (iso3, role, name) if iso3 and role else None

    def _iso3(self, entry: Fields, name: str | None) -> str | None:
        """Return the code of a country entry: as coded, else by its name; a problem names what has none."""
        iso3 = entry.values.get("iso3")
        by_name = self._country(name) if name is not None else None
        if iso3 is None:
            if not by_name:
                _tell_nameless(entry, name, by_name)
            return by_name or None
        if type(iso3) is not str or iso3 not in self.vocabulary.countries:
            advice = f"{lines.written(iso3)!r} is no ISO 3166-1 alpha-3 code; mend it"
            entry.problem("iso3", entry.values, advice)
            return None
        if by_name and by_name != iso3:
            advice = f"{name!r} is {by_name} in country_names.csv but {iso3} here; mend the one that is wrong"
            entry.problem("iso3", entry.values, advice, "warning")
        return iso3

    def _country(self, name: str) -> str | None:
        if name not in self._country_names:
            self._country_names[name] = self.vocabulary.country(name)
        return self._country_names[name]

    def _organisations(self, record: Fields) -> None:
        add = self.rows["event_organisations"].add
        for cells in self._known(record, "organisations", self._organisation_entry):
            add(record.report.event, *cells)

    def _organisation_entry(self, entry: Fields) -> Cells | None:
        """Return id, role, name and name as written of a body; None where a problem tells why it cannot be used."""
        as_written = entry.text("as_written")
        name = entry.text("name") or as_written
        if name is None:
            entry.problem("name", entry.values, "is missing; give the body's name in full")
            return None
        role = _role(entry, ORGANISATION_ROLES)
        return (self._organisation(entry, name), role, name, as_written) if role else None

    def _organisation(self, entry: Fields, name: str) -> str:
        """Return the id of a body; one that is not in the vocabulary gets its own until it is added."""
        found = self._organisation_ids.get(name) or self.vocabulary.organisation_names.get(key(name))
        if found is None:
            found = self._newcomer(name)
            advice = f"{NO_BODY}; add it, or as a name in organisation_names.csv"
            entry.problem("name", name, f"{advice} (counted by itself)", "warning")
        self._organisation_ids[name] = found
        return found

    def _newcomer(self, name: str) -> str:
        """Return an id for a name that is in no vocabulary; names that differ in case or blanks share it."""
        found = f"new-{_slug(name)}"
        while found in self.vocabulary.organisations or key(self.newcomers.get(found, name)) != key(name):
            found += "-again"
        self.newcomers.setdefault(found, name)
        return found

    def _coded(self, record: Fields, field: str, codes: Mapping[str, str]) -> None:
        add, event = self.rows[f"event_{field}"].add, record.report.event
        for code in self._codes(record, field, codes):
            add(event, code)

    def _codes(self, record: Fields, field: str, codes: Mapping[str, str]) -> Cells:
        """Return the codes of a list of names; a list that was read before without a problem is not read again."""
        before, told = self._read_before[field], len(record.report.problems)
        value = record.values.get(field)
        written = tuple(value) if type(value) is list else None
        try:
            if written in before:
                return before[written]
        except TypeError:  # a list or an object among the names
            written = None
        found = []
        for name in record.texts(field):
            if name in codes:
                found.append(codes[name])
            else:
                record.problem(f"{field}[]", name, f"is not in {field}.csv; use one of its names or add it")
        if written is not None and len(record.report.problems) == told:
            before[written] = tuple(found)
        return tuple(found)

    def _programmes(self, record: Fields) -> None:
        for name in record.texts("programmes"):
            programme = self.vocabulary.programme_names.get(key(name))
            if programme is None:
                advice = "is not in programmes.csv; add it, or as a name in programme_names.csv"
                record.problem("programmes[]", name, advice)
            else:
                self.rows["event_programmes"].add(record.report.event, programme, name)

    def _outcomes(self, record: Fields) -> None:
        for outcome in record.texts("outcomes"):
            self.rows["event_outcomes"].add(record.report.event, outcome)

    def _sources(self, record: Fields) -> None:
        add = self.rows["event_sources"].add
        for entry in record.parts("sources"):
            published = entry.text("published")
            if published is not None and dates.precision(published) is None:
                advice = dates.out_of_range(published) or "is no date; write YYYY-MM-DD"
                entry.problem("published", published, advice, "warning")
            add(
                record.report.event,
                _link(entry, "url"),
                entry.text("publisher"),
                published,
                entry.text("language"),
                entry.flag("partial"),
                _link(entry, "read_at"),
            )


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", key(name)).strip("-") or "name"


def _choice(record: Fields, field: str, allowed: Iterable[str]) -> str | None:
    value = record.text(field) if field in record.values else None
    if value is None or value in allowed:
        return value
    record.problem(field, value, f"is none of: {', '.join(allowed)}")
    return None


def _role(entry: Fields, allowed: tuple[str, ...]) -> str | None:
    role = entry.values.get("role")
    if type(role) is str and role in allowed:
        return role
    entry.problem("role", entry.values, f"{lines.written(role)!r} is none of: {', '.join(allowed)}")
    return None


def _tell_nameless(entry: Fields, name: str | None, by_name: str | None) -> None:
    """Tell of a country without a code; an empty one by name is known not to be a country."""
    known = "is known not to be a country's name" if by_name == "" else "is not in country_names.csv"
    entry.problem("name", entry.values, f"{lines.written(name)!r} {known}; give the row an iso3")


def _link(entry: Fields, field: str) -> str | None:
    """Return the address of a page; anything else is a problem, since readers click on it."""
    value = entry.text(field)
    if value is None or value.startswith(("https://", "http://")):
        return value
    entry.problem(field, value, "is no address of a page; begin it with https:// or http://")
    return None


def _dates(record: Fields) -> tuple[str | None, str | None, str | None]:
    """Return start, end and the precision of the start; a date that cannot be is a problem and left out."""
    start, end = _date(record, "start_date"), _date(record, "end_date")
    if start and end and dates.ends_before(start, end):
        record.problem("end_date", end, f"lies before the start {start}; left out, check both in the source")
        end = None
    return start, end, dates.precision(start) if start else None


def _date(record: Fields, field: str) -> str | None:
    value = record.text(field)
    if value is None or dates.precision(value):
        return value
    forms = "is no date; write YYYY-MM-DD, YYYY-MM, YYYY, or XXXX-MM-DD without a year"
    record.problem(field, value, dates.out_of_range(value) or forms)
    return None


_NOBODY = (None, None, None, False)


def people_doubt(total: int | None, women: int | None, men: int | None) -> str:
    """Return what is wrong with a headcount as a whole: women and men that do not add up, or exceed it; else ""."""
    if total is None:
        return ""
    if women is not None and men is not None:
        return f"women and men make {women + men}, not {total}" if women + men != total else ""
    name, part = ("women", women) if women is not None else ("men", men)
    return f"{name} are {part}, more than the total of {total}" if part is not None and part > total else ""


def _people(part: Fields) -> tuple[int | None, int | None, int | None, bool]:
    """Return headcount, women, men and whether they are rounded; a sum that does not fit is kept and told."""
    total, women, men = part.count("total"), part.count("women"), part.count("men")
    doubt = people_doubt(total, women, men)
    if doubt:
        told = (("total", total), ("women", women), ("men", men))
        said = ", ".join(f"{name} {number}" for name, number in told if number is not None)
        Fields(part.values, part.report).problem(
            "participants", said, f"{doubt}; check the source", "warning"
        )
    return total, women, men, part.flag("approximate")
