"""A long events.jsonl is read by two processes, a half each: reading is the work of one core, and most have two.

What the second half gives is put behind what the first gave, which makes the tables that one process makes.
Where a record or a new name of the second half needs the first (an id that stands in both, say), the second half
is read again, after the first.
"""

from __future__ import annotations

import gc
import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from loaders import same_events, second, vocabulary
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
        with second.begun(_read_second, path.resolve(), words.resolve(), half) as other:
            tidy.read(itertools.islice(content, half.line - 1), path.name)
            part = other.answer()
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
    return path.stat().st_size >= LONG and second.cores() > 1


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


def _read_second(said: second.Said) -> Part:
    """Return what the second half of a file gives, by itself."""
    path, words, half = next(said)
    tidy = Tidy(vocabulary.read(words), same=same_events.read(words).same)
    with path.open("rb") as content, without_collection():
        content.seek(half.start)
        tidy.read(content, path.name, first=half.line)
    return tidy.part()
