"""The fields of a record: handed out one by one with the type they should have, and told where they have not."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from loaders.lines import written
from loaders.problems import Problem, Sink

RECORD = frozenset(
    {
        *("id", "title", "summary", "format", "mode", "start_date", "end_date", "date_note"),
        *("city", "host_country", "countries", "organisations", "programmes", "topics", "audiences"),
        *("participants", "series", "outcomes", "sources"),
    }
)
"""Fields of a record (docs/codebook.md); anything else is told as a problem."""

PARTS = {
    "countries": ("name", "role", "iso3"),
    "organisations": ("name", "as_written", "role"),
    "participants": ("total", "women", "men", "approximate"),
    "series": ("name", "number"),
    "sources": ("url", "publisher", "published", "language", "partial", "read_at"),
}
"""Fields of the objects inside a record."""

_NAMES = {field: frozenset(names) for field, names in PARTS.items()}


def root(name: str) -> str:
    """Return the field of a record that a name lies in: "organisations" of "organisations[].name"."""
    return name.partition("[")[0].partition(".")[0]


MOST = 2**31 - 1
"""The largest number a table holds."""


@dataclass(slots=True)
class Report:
    """Where a record stands, its event (id, and place among the events), and where its problems go.

    In a list `sheet` names the sheet, `columns` the letters of the column of each field, and `where` tells row, letters
    and heading of the cell a value of a field came from.
    """

    source: str
    line: int
    problems: Sink
    event_id: str = ""
    event: int = -1
    sheet: str = ""
    columns: Mapping[str, str] = dataclasses.field(default_factory=dict)
    where: Callable[[str, str], tuple[int, str, str]] | None = None


@dataclass(slots=True)  # not frozen, which takes three times as long to make: there are ten to a record
class Fields:
    """A JSON object being read: a record, or an object inside one (its fields then begin with `prefix`)."""

    values: dict[str, Any]
    report: Report
    prefix: str = ""

    def problem(self, field: str, value: Any, advice: str, severity: str = "error") -> None:
        """Keep a problem with the place of this record."""
        to = self.report
        name = self.prefix + field
        line, said = to.line, written(value)
        column = to.columns.get(root(name), "") if to.columns else ""
        if column and to.where:
            line, column, name = to.where(name, said)
        to.problems.append(
            Problem(
                to.source,
                line,
                name,
                said,
                advice,
                severity,
                to.event_id,
                sheet=to.sheet,
                column=column,
            )
        )

    def text(self, field: str) -> str | None:
        """Return a text; None for null and a missing field; anything else, and a blank one, is a problem."""
        value = self.values.get(field)
        if value is None or (type(value) is str and not value.isspace() and value):
            return value
        if type(value) is str:
            self.problem(field, value, "is blank; write null where nothing is known", "note")
        else:
            self.problem(field, value, "must be a text or null; put it in quotes")
        return None

    def count(self, field: str) -> int | None:
        """Return a whole number from 0 to MOST; None for null; anything else is a problem."""
        value = self.values.get(field)
        if value is None or (type(value) is int and 0 <= value <= MOST):
            return value
        self.problem(field, value, f"must be a whole number from 0 to {MOST}, or null")
        return None

    def flag(self, field: str) -> bool:
        """Return true or false; null and a missing field count as false."""
        value = self.values.get(field)
        if value is not None and type(value) is not bool:
            self.problem(field, value, "must be true or false")
        return value is True

    def part(self, field: str) -> Fields:
        """Return the object inside a field, without any values for null; what is no object is a problem."""
        value = self.values.get(field)
        if value is not None and type(value) is not dict:
            self.problem(field, value, f"must be an object with {', '.join(PARTS[field])}, or null")
            value = None
        part = Fields(value or {}, self.report, f"{field}.")
        part.tell_unknown(_NAMES[field])
        return part

    def parts(self, field: str) -> Iterator[Fields]:
        """Yield the objects of a list; what is no object is a problem."""
        for item in self.items(field):
            part = self.entry(field, item)
            if part is not None:
                yield part

    def entry(self, field: str, item: Any) -> Fields | None:
        """Return an object of a list; None where it is none, which is a problem."""
        if type(item) is not dict:
            self.problem(f"{field}[]", item, f"must be an object with {', '.join(PARTS[field])}")
            return None
        part = Fields(item, self.report, f"{field}[].")
        part.tell_unknown(_NAMES[field])
        return part

    def texts(self, field: str) -> Iterator[str]:
        """Yield the different texts of a list; anything else in it is a problem."""
        seen = set()
        for item in self.items(field):
            if type(item) is not str or not item.strip():
                self.problem(f"{field}[]", item, "must be a text; put it in quotes or take it out")
            elif item in seen:
                self.problem(f"{field}[]", item, "stands twice; counted once, take one out", "note")
            else:
                seen.add(item)
                yield item

    def tell_unknown(self, names: frozenset[str]) -> None:
        """Keep a problem for every field that is not among `names`."""
        if self.values.keys() <= names:
            return
        for name, value in self.values.items():
            if name not in names:
                self.problem(name, value, "is no field of the codebook; mend its name", "warning")

    def items(self, field: str) -> list[Any]:
        """Return the items of a list; none for null; what is no list is a problem."""
        value = self.values.get(field)
        if value is None or type(value) is list:
            return value or []
        self.problem(field, value, "must be a list in [ ]")
        return []
