"""A list that is dropped on the page: read as one in data/lists/ is, with what its columns were said to be."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from loaders import dropped, mapping, sheets, vocabulary
from loaders.grids import Progress, silent
from loaders.lists import Entry, SheetAbout
from loaders.mapping import ListMapping, SheetMapping
from loaders.problems import Gathering, Problem
from store.revisions import Content

Said = Mapping[tuple[str, str], str]
"""What a person said of columns: (sheet, heading) -> field."""


AWAY = "put it away below"
"""What can be done on the page with a list that cannot be read."""


@dataclass(frozen=True)
class Origin:
    """Where a record stands in a list (its row from 1), and what could not be used of it."""

    sheet: str
    row: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Incoming:
    """What a list holds: its records, how each sheet was read, and what could not be used.

    `origins` has the place of each record, with its problems; `rest` the problems that belong to no record.
    """

    name: str
    records: tuple[Content, ...]
    about: tuple[SheetAbout, ...]
    problems: tuple[Problem, ...]
    origins: tuple[Origin, ...] = ()
    rest: tuple[Problem, ...] = ()


WHERE = "under “What the columns are” on Add events"
"""Where a person says on the page what a mapping says beside a list."""

_ON_PAGE = (
    (', or, if each row is an event, name these columns "ignore" in a mapping', ""),
    (", or name the columns in a mapping", ""),
    ('write date_order = "mdy" into the mapping', "write MM/DD/YYYY behind its heading"),
    ("say date_order in a mapping", "write DD/MM/YYYY or MM/DD/YYYY behind its heading"),
    ("in a mapping", WHERE),
)
"""Advice that names a mapping, and what is said in its place."""


class _Kept:
    """Problems of a list, one for each kind, and once more by their event; `path` is where the list is read from."""

    def __init__(self, path: Path) -> None:
        self._mapping = mapping.path_of(path).name
        self.all, self.rest = Gathering(), Gathering()
        self.of_event: dict[tuple[str, str], list[Problem]] = {}

    def __len__(self) -> int:
        return len(self.all)

    def append(self, problem: Problem, /) -> None:
        """Keep a problem, with advice that can be followed on the page."""
        problem = replace(problem, advice=self.on_page(problem.advice))
        self.all.append(problem)
        if problem.event_id:
            self.of_event.setdefault((problem.sheet, problem.event_id), []).append(problem)
        else:
            self.rest.append(problem)

    def on_page(self, advice: str) -> str:
        """Return advice that names no mapping file: what it would say is said on the page."""
        for written, said in (
            *_ON_PAGE,
            (f"in {self._mapping}", WHERE),
            (f"as {self._mapping}", f"as {WHERE}"),
        ):
            advice = advice.replace(written, said)
        return advice

    def origin(self, entry: Entry) -> Origin:
        """Return where a record stands, and its problems."""
        found = self.of_event.get((entry.sheet, str(entry.values.get("id"))), ())
        return Origin(entry.sheet, entry.row, tuple(found))


def read(
    name: str,
    content: bytes,
    *,
    vocabulary_folder: Path,
    said: Said | None = None,
    progress: Progress = silent,
) -> Incoming:
    """Return what a list holds; nothing of it is kept.

    It is read from a folder that exists only meanwhile. What cannot be used is a problem, as for a list in data/lists/,
    and so is a list that its reader breaks on: what was read before that is kept.
    """
    sheets.use(vocabulary_folder)
    words = vocabulary.read(vocabulary_folder)
    with meanwhile(name, content) as path:
        kept = _Kept(path)
        reading = dropped.reading_of(words, vocabulary_folder, kept, progress=progress)
        if said:
            remembered = path.with_name(path.name + mapping.ENDING)
            remembered.write_text(mapping.written(_mapping(said)), encoding="utf-8")
        entries: list[tuple[Content, Origin]] = []
        try:
            entries.extend((each.values, kept.origin(each)) for each in dropped.entries(path, name, reading))
        except Exception as error:  # noqa: BLE001 - whatever a list holds must not keep the page from being drawn
            kept.append(dropped.broken(name, path.name, error, AWAY))
    records, origins = zip(*entries, strict=True) if entries else ((), ())
    told, rest = (tuple(some.gathered()) for some in (kept.all, kept.rest))
    about = tuple(replace(each, why_not=kept.on_page(each.why_not)) for each in reading.about)
    return Incoming(name, records, about, told, origins, rest)


@contextmanager
def meanwhile(name: str, content: bytes) -> Iterator[Path]:
    """Yield a file with a content that a browser sent, in a folder that is removed when the block ends."""
    with tempfile.TemporaryDirectory(prefix="atlas-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / _plain(name)
        path.write_bytes(content)
        yield path


def _plain(name: str) -> str:
    """Return the name of a file that stays in its folder, whatever the browser sent."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return re.sub(r"[^\w. -]", "_", last).strip(". ")[-100:] or "list"


def _mapping(said: Said) -> ListMapping:
    sheets: dict[str, dict[str, str]] = {}
    for (sheet, label), field in said.items():
        sheets.setdefault(sheet, {})[label] = field
    return ListMapping({sheet: SheetMapping(columns) for sheet, columns in sheets.items()})
