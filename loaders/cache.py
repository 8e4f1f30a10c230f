"""Tables kept as Parquet under a name made from their content, so that the next start is quick.

The folder may be deleted at any time; a file that cannot be read or written is passed over.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from loaders import files
from schema import TABLES

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
        frames = {table: pd.read_parquet(folder / f"{table}.parquet") for table in TABLES}
        event_ids = pd.Index(frames["events"]["event_id"], dtype="str", name=None)
        for table, frame in frames.items():
            if table.startswith("event_"):
                codes = frame["event_id"].to_numpy(dtype=np.int32)
                frame["event_id"] = pd.Categorical.from_codes(codes, categories=event_ids)
    except (OSError, ValueError, KeyError, pa.ArrowException) as error:
        _LOG.warning("%s cannot be read (%s); the tables are read from their sources", folder, error)
        return None
    return frames


def write(cache_folder: str | Path, version: str, frames: dict[str, pd.DataFrame]) -> None:
    """Keep the tables; written beside and moved into place, so that a reader never sees half of them."""
    folder = _folder(cache_folder, version)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(dir=folder.parent, prefix="unfinished-"))
        for table, frame in frames.items():
            _plain(table, frame).to_parquet(unfinished / f"{table}.parquet", compression="zstd", index=False)
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(unfinished, folder)
        _tidy_up(folder.parent)
    except OSError as error:
        _LOG.warning("%s cannot be written (%s); the next start reads the sources again", folder, error)


def _plain(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with event ids as positions in `events`: shorter, and shared again when read."""
    if not table.startswith("event_"):
        return frame
    return frame.assign(event_id=frame["event_id"].cat.codes.astype("int32"))


def _tidy_up(parent: Path) -> None:
    kept = sorted((path for path in parent.iterdir() if path.is_dir()), key=lambda path: path.stat().st_mtime)
    for old in kept[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)
