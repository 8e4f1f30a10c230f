"""Where imported events stood in their list, and what of it was not understood: kept with them in the store.

Beside each imported event stands a "row" under its id: {event_id, import, file, sheet, row, digest, problems}; beside
all events of an import an "import": {import, file, problems}, with what belongs to no row that became an event. Of a
column that is not read its heading is kept and none of its cells, which may name persons.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from loaders.problems import Problem
from store.incoming import Incoming
from store.revisions import Added, Change, Content, fit

MOST = 200
"""Problems that are kept of an import, and of a row."""

LONGEST = 300
"""Characters that are kept of a value."""

_ABOUT_ROWS = frozenset({"row", "sheet", "file"})
"""Fields of problems whose value is no cell of a column."""


def changes(found: Incoming, kept: Sequence[tuple[int, Content]]) -> list[Change]:
    """Return what is saved beside the events of a list: `kept` has their places in it, and their records as saved."""
    name = f"import-{uuid.uuid4().hex}"
    made = []
    for place, record in kept:
        origin = found.origins[place]
        row = {"event_id": record["id"], "import": name, "file": found.name, "sheet": origin.sheet}
        row |= {"row": origin.row, "digest": digest(record), "problems": _written(origin.problems)}
        made.append(Change("row", record["id"], row))
    rest = [p if p.field in _ABOUT_ROWS else replace(p, value="") for p in found.rest]
    beside = {"import": name, "file": found.name, "problems": _written(rest)}
    return [*made, Change("import", name, beside)] if made else []


def _written(problems: Sequence[Problem]) -> list[Content]:
    """Return problems as they are kept, the file and event left out."""
    return [
        {name: getattr(p, name) for name in _NAMES} | {"value": p.value[:LONGEST]} for p in problems[:MOST]
    ]


_NAMES = ("sheet", "row", "column", "field", "advice", "severity")


def digest(record: Content) -> str:
    """Return what tells whether a record is as it was imported."""
    return hashlib.sha256(json.dumps(fit(record), sort_keys=True).encode()).hexdigest()


def source(row: Mapping[str, Any]) -> str:
    """Return what the tables call the list of an imported event."""
    return f"{row['file']}, {IMPORTED}"


IMPORTED = "added in the Atlas"


def problems(added: Added) -> Iterator[Problem]:
    """Yield what was not understood of lists of which events stand in the Atlas; of one that was changed, as a note."""
    records = {str(record.get("id")): record for record in added.records}
    there = set()
    for row in added.rows:
        record = records.get(str(row["event_id"]))
        if record is not None:
            there.add(row["import"])
            is_changed = digest(record) != row["digest"]
            yield from map(_as_note, told(row)) if is_changed else told(row)
    for beside in added.imports:
        if beside["import"] in there:
            yield from told(beside)


def told(thing: Content) -> list[Problem]:
    """Return what is kept of a row or an import as problems."""
    event_id = str(thing.get("event_id") or "")
    return [Problem(source=source(thing), event_id=event_id, **kept) for kept in thing["problems"]]


def _as_note(problem: Problem) -> Problem:
    return replace(problem, severity="note", advice=problem.advice + _CHANGED)


_CHANGED = " (so the list said; the event was changed in the Atlas since)"
