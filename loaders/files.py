"""The files of a data folder: which they are, whether they changed, and the hash of what is in them."""

from __future__ import annotations

import hashlib
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

    def all(self) -> list[Path]:
        """Return every file, in a fixed order."""
        return [self.events, *sorted(self.vocabulary.glob("*.csv"))]


def find(folder: Path) -> Sources:
    """Return the files of a data folder; its own vocabulary/ goes before the Atlas's.

    Raises FileNotFoundError, with the place and the next step, where there are no events.
    """
    events = folder / "events.jsonl"
    if not events.is_file():
        raise FileNotFoundError(
            f"{events}: no such file; ATLAS_DATA must name a folder with events.jsonl (one JSON object a line)"
        )
    own = folder / "vocabulary"
    return Sources(events, own if own.is_dir() else HOME / "data" / "vocabulary")


def fingerprint(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, size and time of each file: cheap to compare, changes whenever a file is written."""
    return tuple((str(file), (stat := file.stat()).st_size, stat.st_mtime_ns) for file in find(folder).all())


def content_hash(sources: Sources) -> str:
    """Return the SHA-256 of names and contents of all files, hexadecimal."""
    digest = hashlib.sha256()
    for file in sources.all():
        with file.open("rb") as content:
            digest.update(f"{file.name}:{hashlib.file_digest(content, 'sha256').hexdigest()}\n".encode())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def code_hash() -> str:
    """Return the SHA-256 of the code that reads data: tables kept by other code are not read."""
    digest = hashlib.sha256()
    for file in sorted([*Path(__file__).parent.glob("*.py"), HOME / "schema.py"]):
        digest.update(file.read_bytes())
    return digest.hexdigest()
