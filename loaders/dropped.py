"""What was dropped into data/lists/ goes into the tables; for what cannot be used a problem says why."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from loaders import calendars, event_pages, list_away, list_tables, list_words, lists, mapping, same_events
from loaders.fields import Report
from loaders.files import Sources, readable
from loaders.grids import Progress, silent
from loaders.lists import Entry, Reading
from loaders.problems import Problem, Sink, VocabularyError
from loaders.records import Tidy
from loaders.same_events import Event, Said
from loaders.vocabulary import Vocabulary

KINDS = {
    **dict.fromkeys(lists.ENDINGS, lists.read),
    **dict.fromkeys(calendars.ENDINGS, calendars.read),
    **dict.fromkeys(event_pages.ENDINGS, event_pages.read),
}
"""What reads a file, by its extension."""

_LOG = logging.getLogger(__name__)
RECORDS = ".jsonl"


def read(path: Path, tidy: Tidy, problems: Sink, *, sources: Sources, progress: Progress = silent) -> None:
    """Read one dropped file into the tables; nothing in it stops the others."""
    name = sources.name(path)
    if unread := _unread(path, sources):
        problems.append(Problem(name, None, "file", readable(path.name), unread))
    elif path.name.endswith(mapping.ENDING):
        _lonely(path, name, problems)
    elif path.suffix.casefold() == RECORDS and path.is_file():
        with path.open("rb") as lines:
            tidy.read(lines, name)
    else:
        reading = reading_of(tidy.vocabulary, sources.vocabulary, problems, progress=progress)
        try:
            take(path, name, tidy, reading)
        except (VocabularyError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever one file holds must not stop all the others
            problems.append(broken(name, path.name, error))


def broken(name: str, file: str, error: Exception, away: str = "take it away") -> Problem:
    """Return the problem of a file that its reader breaks on, and put down where it broke for those who mend it."""
    _LOG.warning("%s could not be read further", name, exc_info=error)
    advice = f"could not be read further, as it is damaged or holds what is not known here; save it as CSV, or {away}"
    return Problem(name, None, "file", file, advice)


def _unread(path: Path, sources: Sources) -> str:
    """Return why a file is not read because of where it stands or what it is called; "" where it is."""
    if sources.is_folder(path):
        return "is a file; make a folder of this name and put the lists into it"
    if readable(path.name) != path.name:
        return "has a name that is no UTF-8; not read: give it another name"
    return ""


def take(path: Path, name: str, tidy: Tidy, reading: Reading) -> None:
    """Put the events of a file into the tables: those of a list sheet by sheet, others record by record."""
    if path.is_file() and path.suffix.casefold() in lists.ENDINGS:
        with list_away.ahead(path, reading.words, reading.vocabulary) as other:
            for found in lists.sheets(path, name=name, reading=replace(reading, shares=True, ahead=other)):
                list_tables.put(found, tidy, reading.problems)
    else:
        for entry in entries(path, name, reading):
            tidy.take(entry.values, report_of(entry, name, reading.problems))


def reading_of(
    vocabulary: Vocabulary, folder: Path, problems: Sink, *, progress: Progress = silent
) -> Reading:
    """Return what a list is read with."""
    return Reading(list_words.read(folder), vocabulary, problems, progress)


def report_of(entry: Entry, name: str, problems: Sink) -> Report:
    """Return where a record of a list stands."""
    return Report(name, entry.row, problems, sheet=entry.sheet, columns=entry.columns, where=entry.where)


def entries(path: Path, name: str, reading: Reading) -> Iterator[Entry]:
    """Yield the records of a file by its extension; one that is none of those read is a problem."""
    if path.is_dir():
        advice = "is a folder; put the lists themselves here, not in folders"
        reading.problems.append(Problem(name, None, "file", path.name, advice))
    elif not path.is_file():
        advice = "is no file that can be read (a broken link or a pipe); put the list itself here"
        reading.problems.append(Problem(name, None, "file", path.name, advice))
    elif path.suffix.casefold() in KINDS:
        yield from KINDS[path.suffix.casefold()](path, name=name, reading=reading)
    else:
        endings = ", ".join(sorted([*KINDS, RECORDS]))
        advice = f"is no file that is read ({endings}); save it as one of these, or take it away"
        reading.problems.append(Problem(name, None, "file", path.name, advice, "warning"))


def _lonely(path: Path, name: str, problems: Sink) -> None:
    """Tell of a mapping whose list is not there."""
    stem = path.name.removesuffix(mapping.ENDING)
    beside = (
        other for other in path.parent.iterdir() if other != path and not other.name.endswith(mapping.ENDING)
    )
    if not any(stem in (other.name, other.stem) for other in beside):
        advice = "remembers how a list is read that is not here; put the list back, or take this away"
        problems.append(Problem(name, None, "file", path.name, advice, "warning"))


# Questions to a person about events in two sources


def questions(tidy: Tidy, said: Said) -> list[Problem]:
    """Return what is to be asked about events in two sources, and ids in same_events.csv that name none."""
    found = list(same_events.unused(said, tidy.ids))
    files = set(tidy.rows["events"].columns["source_file"].known) - {None}
    if len(files) > 1:
        found += same_events.told(same_events.proposals(events_of(tidy), said))
    return found


def events_of(tidy: Tidy) -> Iterator[Event]:
    """Yield what is compared of each event."""
    columns = tidy.rows["events"].columns
    bodies = tidy.rows["event_organisations"].columns
    names = {
        name: list(columns[name].known)
        for name in ("source_file", "start_date", "end_date", "city", "host_country")
    }
    texts = {name: [known[code] or "" for code in columns[name].codes] for name, known in names.items()}
    organisers = _organisers(bodies, len(columns["event_id"]))
    for place, event_id in enumerate(columns["event_id"]):
        yield Event(
            event_id,
            texts["source_file"][place],
            columns["source_row"][place],
            columns["title"][place] or "",
            texts["start_date"][place],
            texts["end_date"][place],
            texts["city"][place],
            texts["host_country"][place],
            organisers[place],
        )


def _organisers(bodies: dict[str, Any], events: int) -> list[frozenset[str]]:
    """Return the ids of the organisers of each event."""
    roles, ids = list(bodies["role"].known), list(bodies["organisation_id"].known)
    found: dict[int, set[str]] = {}
    for event, role, code in zip(
        bodies["event_id"], bodies["role"].codes, bodies["organisation_id"].codes, strict=True
    ):
        if roles[role] == "organiser":
            found.setdefault(event, set()).add(str(ids[code]))
    nobody: frozenset[str] = frozenset()
    return [frozenset(found[event]) if event in found else nobody for event in range(events)]
