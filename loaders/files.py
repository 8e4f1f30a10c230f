"""The files of a data folder: which they are, whether they changed, and the hash of what is in them."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
"""The folder of the Atlas itself."""

SHORT = 8
"""Characters of a content hash that make the data version shown to readers."""


@dataclass(frozen=True)
class Sources:
    """The files the tables are read from."""

    events: Path
    vocabulary: Path
    lists: tuple[Path, ...] = ()

    def all(self) -> list[Path]:
        """Return every file, in a fixed order."""
        events = [self.events] if self.events.exists() else []
        return [*events, *self._words(), *self.lists]

    def _words(self) -> list[Path]:
        """Return the files of the vocabulary, the Atlas's own where the folder has none of a name."""
        folders = (_vocabulary(HOME / "data"), self.vocabulary)
        found = {path.name: path for folder in folders for path in folder.glob("*.csv")}
        return [found[name] for name in sorted(found)]

    def name(self, file: Path) -> str:
        """Return how problems and events call a file: lists with their folder, the others by their name."""
        is_list = file in self.lists and not self.is_folder(file)
        return f"{LISTS}/{readable(file.name)}" if is_list else readable(file.name)

    def is_folder(self, file: Path) -> bool:
        """Return whether this stands where the folder of lists should."""
        return file == self.events.with_name(LISTS)


def readable(name: str) -> str:
    """Return a file's name as text: with U+FFFD for what is no UTF-8 in it."""
    return os.fsencode(name).decode(errors="replace")


LISTS = "lists"
"""The folder, beside events.jsonl, that lists are dropped into; it may be absent or empty."""

_NOT_DROPPED = re.compile(r"[.~]|~\$|(readme|license)(\.(md|txt))?$", re.IGNORECASE)
"""Names that systems, spreadsheet programs and people leave beside lists."""


def dropped(folder: Path) -> tuple[Path, ...]:
    """Return what was dropped into a folder of lists, by name, lists and mappings alike; a file in its place itself."""
    if folder.is_file():
        return (folder,)
    if not folder.is_dir():
        return ()
    return tuple(sorted(path for path in folder.iterdir() if not _NOT_DROPPED.match(path.name)))


def find(folder: Path) -> Sources:
    """Return the files of a data folder; its own vocabulary/ goes before the Atlas's.

    Raises FileNotFoundError, with the place and the next step, where there are no events.
    """
    events, lists = folder / "events.jsonl", dropped(folder / LISTS)
    if not events.is_file() and not set(lists) - {folder / LISTS}:
        raise FileNotFoundError(
            f"{events}: no such file; ATLAS_DATA must name a folder with events.jsonl (one JSON object a line)"
        )
    return Sources(events, vocabulary(folder), lists)


def chosen() -> Path:
    """Return the data folder that ATLAS_DATA names; the Atlas's own data/ where it names none."""
    return Path(os.environ.get("ATLAS_DATA") or HOME / "data")


def vocabulary(folder: Path) -> Path:
    """Return the vocabulary that a data folder is read with: its own, or the Atlas's."""
    own = _vocabulary(folder)
    return own if own.is_dir() else _vocabulary(HOME / "data")


def _vocabulary(folder: Path) -> Path:
    return folder / "vocabulary"


def fingerprint(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, size and time of each file: cheap to compare, changes whenever a file is written."""
    return tuple((str(file), *stamp(file)) for file in find(folder).all())


def stamp(file: Path) -> tuple[int, int]:
    """Return size and time of a file; zeros for a broken link, or a file that has just gone."""
    try:
        stat = file.stat()
    except OSError:
        return 0, 0
    return stat.st_size, stat.st_mtime_ns


def content_hash(sources: Sources) -> str:
    """Return the SHA-256 of names and contents of all files, hexadecimal."""
    digest = hashlib.sha256()
    for file in sources.all():
        digest.update(f"{sources.name(file)}:{_hash(file, sources)}\n".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _hash(file: Path, sources: Sources) -> str:
    """Return the SHA-256 of a file; a dropped file that cannot be read counts by its name alone."""
    dropped_in = file in sources.lists
    if dropped_in and not file.is_file():
        return "no file"
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        if dropped_in:
            return "unreadable"
        raise


@lru_cache(maxsize=1)
def code_hash() -> str:
    """Return the SHA-256 of the code that reads data: tables kept by other code are not read."""
    digest = hashlib.sha256()
    for file in sorted([*Path(__file__).parent.glob("*.py"), HOME / "schema.py"]):
        digest.update(file.read_bytes())
    return digest.hexdigest()
