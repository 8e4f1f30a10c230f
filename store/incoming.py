"""A list that is dropped on the page: read as one in data/lists/ is, with what its columns were said to be."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from loaders import dropped, mapping, sheets, vocabulary
from loaders.grids import Progress, silent
from loaders.lists import SheetAbout
from loaders.mapping import ListMapping, SheetMapping
from loaders.problems import Gathering, Problem
from store.revisions import Content

Said = Mapping[tuple[str, str], str]
"""What a person said of columns: (sheet, heading) -> field."""


AWAY = "put it away below"
"""What can be done on the page with a list that cannot be read."""


@dataclass(frozen=True)
class Incoming:
    """What a list holds: its records, how each sheet was read, and what could not be used."""

    name: str
    records: tuple[Content, ...]
    about: tuple[SheetAbout, ...]
    problems: tuple[Problem, ...]


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
    gathering = Gathering()
    sheets.use(vocabulary_folder)
    words = vocabulary.read(vocabulary_folder)
    reading = dropped.reading_of(words, vocabulary_folder, gathering, progress=progress)
    with meanwhile(name, content) as path:
        if said:
            remembered = path.with_name(path.name + mapping.ENDING)
            remembered.write_text(mapping.written(_mapping(said)), encoding="utf-8")
        records: list[Content] = []
        try:
            records.extend(entry.values for entry in dropped.entries(path, name, reading))
        except Exception as error:  # noqa: BLE001 - whatever a list holds must not keep the page from being drawn
            gathering.append(dropped.broken(name, path.name, error, AWAY))
    return Incoming(name, tuple(records), tuple(reading.about), tuple(gathering.gathered()))


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
