"""A long events.jsonl is read by two processes, a half each: reading is the work of one core, and most have two.

What the second half gives is put behind what the first gave, which makes the tables that one process makes.
Where a record or a new name of the second half needs the first (an id that stands in both, say), the second half
is read again, after the first.
"""

from __future__ import annotations

import gc
import itertools
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from loaders import files, same_events, vocabulary
from loaders.records import Part, Tidy

LONG = 16_000_000
"""Bytes of a file from which a second process pays: it takes half a second to start."""

_BLOCK = 1 << 20


@dataclass(frozen=True)
class Half:
    """Where the second half of a file begins: the byte, and the number of the line."""

    start: int
    line: int


def read(path: Path, words: Path, tidy: Tidy) -> None:
    """Read the records of a file, one JSON object a line, with a second process where that pays.

    `words` is the folder of the vocabulary that `tidy` was made with.
    """
    with path.open("rb") as content:
        half = _half(content) if _pays(path) else None
        if half is None:
            tidy.read(content, path.name)
            return
        with _second(path, words, half) as second:
            tidy.read(itertools.islice(content, half.line - 1), path.name)
            part = _part(second)
        if part is None or not tidy.put_behind(part):
            content.seek(half.start)
            tidy.read(content, path.name, first=half.line)


@contextmanager
def without_collection() -> Iterator[None]:
    """Keep the garbage collector from looking through millions of cells, none of which is garbage, as they grow."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _pays(path: Path) -> bool:
    return path.stat().st_size >= LONG and _cores() > 1


def _cores() -> int:
    """Return the cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _half(content: BinaryIO) -> Half | None:
    """Return where the second half begins, the file at its first byte again; None where there is only one line."""
    size = content.seek(0, os.SEEK_END)
    content.seek(size // 2)
    content.readline()
    start = content.tell()
    content.seek(0)
    lines, left = 1, start
    while left:
        block = content.read(min(left, _BLOCK))
        lines += block.count(b"\n")
        left -= len(block)
    content.seek(0)
    return Half(start, lines) if start < size else None


@contextmanager
def _second(path: Path, words: Path, half: Half) -> Iterator[subprocess.Popen[bytes]]:
    """Give the process that reads the second half; it is gone afterwards, whatever happens."""
    asked = [str(path.resolve()), str(words.resolve()), str(half.start), str(half.line)]
    program = [sys.executable, "-m", "loaders.halves", *asked]
    with subprocess.Popen(program, cwd=files.HOME, stdout=subprocess.PIPE) as second:  # noqa: S603 - ours
        try:
            yield second
        finally:
            second.kill()


def _part(second: subprocess.Popen[bytes]) -> Part | None:
    """Return what the second process has read; None where it could not (no memory left, say)."""
    assert second.stdout is not None  # noqa: S101 - it was asked for
    try:
        part: Part = pickle.load(second.stdout)  # noqa: S301 - written by our own process
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, LookupError, ValueError):
        return None  # what unpickling raises where something else stands there
    return part


def _read_second(path: Path, words: Path, half: Half) -> Part:
    """Return what the second half of a file gives, by itself."""
    tidy = Tidy(vocabulary.read(words), same=same_events.read(words).same)
    with path.open("rb") as content, without_collection():
        content.seek(half.start)
        tidy.read(content, path.name, first=half.line)
    return tidy.part()


if __name__ == "__main__":
    file, folder, first_byte, first_line = sys.argv[1:]
    found = _read_second(Path(file), Path(folder), Half(int(first_byte), int(first_line)))
    pickle.dump(found, sys.stdout.buffer, protocol=5)
