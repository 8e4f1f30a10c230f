"""`load`: the data folder becomes tidy tables, read-only, with the problems that were met."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from loaders import cache, dropped, files, halves, same_events, sheets, vocabulary
from loaders.columns import Codes, Rows
from loaders.problems import Gathering, Problem
from loaders.records import RECORD_TABLES, Tidy
from loaders.vocabulary import Vocabulary
from schema import DTYPES, SEVERITIES, TABLES, Column


@dataclass(frozen=True)
class Tables:
    """The tidy tables by name (columns in schema.py), and the version of the data they were read from."""

    frames: dict[str, pd.DataFrame]
    data_version: str

    def __getitem__(self, table: str) -> pd.DataFrame:
        return self.frames[table]


def load(path: str | Path = "data", *, cache_folder: str | Path | None = None) -> Tables:
    """Read a data folder into tidy tables.

    `path` holds events.jsonl, lists/ (which may be absent or empty), and vocabulary/ unless the Atlas's own is to
    be used. What is wrong with a list is told in `problems` and stops nothing. With a `cache_folder`
    the tables are left there as Parquet, keyed by content, and read from there the next time; the folder
    may be deleted at any time. Raises FileNotFoundError where there is neither events.jsonl nor a list, VocabularyError
    where a hand-edited file contradicts itself.
    """
    sources = files.find(Path(path))
    sheets.use(sources.vocabulary)
    version = files.content_hash(sources)
    frames = cache.read(cache_folder, version) if cache_folder else None
    if frames is None:
        version, frames = _settled(sources, version)
        if cache_folder:
            cache.write(cache_folder, version, frames)
    return Tables({name: read_only(frame) for name, frame in frames.items()}, version[: files.SHORT])


ATTEMPTS = 5
"""How often files that change while they are read are read again."""


def _settled(sources: files.Sources, version: str) -> tuple[str, dict[str, pd.DataFrame]]:
    """Return the tables and the version they were really read from: a file saved meanwhile is read again.

    Raises OSError where the files do not hold still.
    """
    for _ in range(ATTEMPTS):
        before, frames = version, _read(sources)
        version = files.content_hash(sources)
        if version == before:
            return before, frames
    raise OSError(f"{sources.events}: changes while it is read; wait until it is saved, then reload")


def _read(sources: files.Sources) -> dict[str, pd.DataFrame]:
    sheets.use(sources.vocabulary)
    words = vocabulary.read(sources.vocabulary)
    said = same_events.read(sources.vocabulary)
    tidy = Tidy(words, same=said.same)
    with halves.without_collection():
        if sources.events.is_file():
            halves.read(sources.events, sources.vocabulary, tidy)
        gathering = Gathering()
        for path in sources.lists:
            dropped.read(path, tidy, gathering, sources=sources)
        tidy.finish()
    tidy.problems += [*gathering.gathered(), *dropped.questions(tidy, said)]
    event_ids = pd.Index(tidy.rows["events"].columns["event_id"], dtype="str")
    frames = {table: framed(table, tidy.rows.pop(table), event_ids) for table in RECORD_TABLES}
    frames |= {name: listed(name, rows) for name, rows in _vocabulary_rows(words, tidy.newcomers).items()}
    frames["problems"] = listed_problems(tidy.problems)
    return frames


def framed(table: str, rows: Rows, event_ids: pd.Index) -> pd.DataFrame:
    """Return a table as a frame; event ids are codes into the one index of events, which all tables share."""
    cells = rows.columns
    return pd.DataFrame(
        {column.name: _column(column, cells.pop(column.name), event_ids) for column in TABLES[table]}
    )


def _column(column: Column, cells: Any, event_ids: pd.Index) -> Any:
    if isinstance(cells, Codes):
        categories = pd.Index(list(cells.known)[1:], dtype="str")
        return pd.Categorical.from_codes(
            np.frombuffer(cells.codes, dtype=np.int32) - 1, categories=categories
        )
    if isinstance(cells, array):
        return pd.Categorical.from_codes(np.frombuffer(cells, dtype=np.int32), categories=event_ids)
    return pd.array(cells, dtype=DTYPES[column.kind])


def listed(table: str, rows: Iterable[Iterable[Any]]) -> pd.DataFrame:
    """Return rows, their cells in the order of schema.py, as the frame of a table."""
    columns = TABLES[table]
    cells = list(zip(*rows, strict=True)) or [()] * len(columns)
    return pd.DataFrame(
        {column.name: _cells(column, list(values)) for column, values in zip(columns, cells, strict=True)}
    )


def _cells(column: Column, values: list[Any]) -> Any:
    """Return a column; one of codes that are all empty has categories of text, as one that is not has."""
    if column.kind == "code" and all(value is None for value in values):
        return pd.Categorical(values, categories=pd.Index([], dtype="str"))
    return pd.Series(values, dtype=DTYPES[column.kind])


def _vocabulary_rows(words: Vocabulary, newcomers: dict[str, str]) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of the tables that come from the vocabulary, in the order of schema.py."""
    return {
        "series": [(code, row["name"]) for code, row in words.series.items()],
        "countries": [_country(row) for row in words.countries.values()],
        "country_groups": list(words.members),
        "groups": [(code, row["name"], row["as_of"]) for code, row in words.groups.items()],
        "organisations": [_organisation(row) for row in words.organisations.values()]
        + [(code, name, None, None, None, None) for code, name in newcomers.items()],
        "topics": [(code, row["name"], row["kind"]) for code, row in words.topics.items()],
        "audiences": [(code, row["name"]) for code, row in words.audiences.items()],
        "formats": [(code, row["name"]) for code, row in words.formats.items()],
        "programmes": [(code, row["name"]) for code, row in words.programmes.items()],
        "cities": [
            (name, iso3 or None, float(row["latitude"]), float(row["longitude"]))
            for (name, iso3), row in words.cities.items()
        ],
    }


def _country(row: dict[str, str]) -> tuple[Any, ...]:
    texts = ("iso3", "iso2", "name", "region_code", "region", "subregion_code", "subregion")
    return (
        *(row[name] or None for name in texts),
        float(row["latitude"]),
        float(row["longitude"]),
        row.get("note") or None,
    )


def _organisation(row: dict[str, str]) -> tuple[Any, ...]:
    names = ("organisation_id", "name", "short_name", "kind", "iso3", "parent_id")
    return tuple(row[name] or None for name in names)


def listed_problems(problems: list[Problem]) -> pd.DataFrame:
    """Return problems as their table, the worst first."""
    ordered = sorted(problems, key=lambda problem: SEVERITIES.index(problem.severity))
    return listed("problems", [_problem(problem) for problem in ordered])


def _problem(problem: Problem) -> tuple[Any, ...]:
    """Return the row of a problem, in the order of schema.py."""
    p = problem
    place = (p.source, p.sheet or None, p.row, p.column or None, p.field)
    return (*place, p.value or None, p.advice, p.severity, p.event_id or None)


def read_only(frame: pd.DataFrame) -> pd.DataFrame:
    """Make a frame's cells read-only: one copy serves all sessions."""
    for cells in (block.values for block in frame._mgr.blocks):  # noqa: PD011, SLF001 - no public way
        if isinstance(cells, np.ndarray):
            cells.flags.writeable = False
        else:
            cells._readonly = True  # noqa: SLF001 - the same
    return frame
