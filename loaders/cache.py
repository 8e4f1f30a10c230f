"""Tables kept as Parquet under a name made from their content, so that the next start is quick.

The folder may be deleted at any time; a file that cannot be read or written is passed over.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow.parquet import ParquetFile

from loaders import files
from schema import TABLES, names

pa.set_memory_pool(pa.system_memory_pool())
"""Arrow's own pool keeps what reading took: resident memory at 100,000 events is a sixth less without it."""

_LOG = logging.getLogger(__name__)
KEPT = 3
"""Versions that stay; older ones are removed when a new one is written."""


def _folder(cache_folder: str | Path, version: str) -> Path:
    return Path(cache_folder) / f"{version[:16]}-{files.code_hash()[:16]}"


def read(cache_folder: str | Path, version: str) -> dict[str, pd.DataFrame] | None:
    """Return the tables kept for a version of the data, or None where there are none or they are damaged."""
    folder = _folder(cache_folder, version)
    if not folder.is_dir():
        return None
    try:
        frames = {table: _shaped(table, _frame(folder, table)) for table in TABLES}
        event_ids = pd.Index(frames["events"]["event_id"].array)
        for table in filter(_is_about_events, TABLES):
            codes = frames[table]["event_id"].to_numpy(dtype=np.int32)
            frames[table]["event_id"] = pd.Categorical.from_codes(codes, categories=event_ids)
    except (OSError, ValueError, KeyError, pa.ArrowException) as error:
        _LOG.warning("%s cannot be read (%s); the tables are read from their sources", folder, error)
        return None
    pa.default_memory_pool().release_unused()
    return frames


def _frame(folder: Path, table: str) -> pd.DataFrame:
    """Return a kept table; read as one file, which spares pandas' look for a data set of many.

    One thread and columns that are let go one by one leave the least memory behind.
    """
    with ParquetFile(folder / f"{table}.parquet", pre_buffer=False) as file:
        frame: pd.DataFrame = file.read(use_threads=False).to_pandas(split_blocks=True, self_destruct=True)
    return frame


def _is_about_events(table: str) -> bool:
    return table.startswith("event_")


def _shaped(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with categories that are texts, which Parquet forgets of a column that is all empty."""
    if list(frame) != names(table):
        raise ValueError(f"{table}.parquet has other columns")
    for column in TABLES[table]:
        cells = frame[column.name]
        if column.kind != "code" or (column.name == "event_id" and _is_about_events(table)):
            continue
        if cells.dtype != "category":
            nothing = np.full(len(cells), -1)
            frame[column.name] = pd.Categorical.from_codes(nothing, categories=pd.Index([], dtype="str"))
        elif cells.cat.categories.dtype != "str":
            categories = pd.Index(cells.cat.categories, dtype="str")
            frame[column.name] = pd.Categorical.from_codes(cells.cat.codes, categories=categories)
    return frame


def write(cache_folder: str | Path, version: str, frames: dict[str, pd.DataFrame]) -> None:
    """Keep the tables; written beside and moved into place, so that a reader never sees half of them."""
    folder = _folder(cache_folder, version)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            dir=folder.parent, prefix="unfinished-", ignore_cleanup_errors=True
        ) as unfinished:
            _fill(Path(unfinished) / folder.name, frames)
            shutil.rmtree(folder, ignore_errors=True)
            (Path(unfinished) / folder.name).replace(folder)
        _tidy_up(folder.parent)
    except OSError as error:
        _LOG.warning("%s cannot be written (%s); the next start reads the sources again", folder, error)


def _fill(folder: Path, frames: dict[str, pd.DataFrame]) -> None:
    folder.mkdir()
    for table, frame in frames.items():
        _plain(table, frame).to_parquet(folder / f"{table}.parquet", compression="zstd", index=False)


def _plain(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with event ids as positions in `events`: shorter, and shared again when read."""
    if not _is_about_events(table):
        return frame
    return frame.assign(event_id=frame["event_id"].cat.codes.astype("int32"))


def _tidy_up(parent: Path) -> None:
    """Remove the oldest versions; what is no version, or just being written by another process, stays."""
    finished = (path for path in parent.iterdir() if (path / "events.parquet").is_file())
    for old in sorted(finished, key=lambda path: path.stat().st_mtime)[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)
