"""Tidy tables with the added records behind those of the files; an added record takes the place of a file's own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders import files, tables, vocabulary
from loaders.fields import Report
from loaders.problems import hand_on
from loaders.records import NO_BODY, RECORD_TABLES, Tidy
from loaders.tables import Tables
from loaders.vocabulary import Vocabulary, key
from schema import SEVERITIES
from store import origins
from store.revisions import Added, Content

SOURCE = origins.IMPORTED
"""What stands for the file of an added record."""

BODY = ("organisation_id", "name", "short_name", "kind", "iso3", "parent_id")


def with_added(base: Tables, added: Added, folder: Path) -> Tables:
    """Return the tables with what was added; `base` itself where nothing was.

    `folder` holds the vocabulary. A record with the id of one in the files stands in its place. A name that no
    vocabulary knew belongs to the added body of that name, also in the records of the files.
    """
    if not added.records and not added.bodies:
        return base
    words = with_bodies(vocabulary.read(folder), added.bodies)
    frames = _named(base.frames, words)
    tidy = _tidied(added, words, frames["organisations"])
    hand_on(origins.problems(added), tidy.problems)
    frames |= _joined(frames, tidy)
    frames["organisations"] = _organisations(frames["organisations"], tidy)
    told = _replaced(frames["problems"], {str(record.get("id")) for record in added.records})
    frames["problems"] = _problems(told, tidy)
    version = hashlib.sha256(f"{base.data_version}:{added.digest}".encode()).hexdigest()
    return Tables({name: tables.read_only(frame) for name, frame in frames.items()}, version[: files.SHORT])


def with_bodies(words: Vocabulary, bodies: Iterable[Content]) -> Vocabulary:
    """Return the vocabulary with added bodies; what its own files say goes before."""
    rows, names = dict(words.organisations), dict(words.organisation_names)
    for body in bodies:
        row = {column: str(body.get(column) or "") for column in BODY}
        code = row["organisation_id"]
        if code not in rows and key(row["name"]) not in names:
            rows[code] = row
            for name in (row["name"], *body.get("names", ())):
                names.setdefault(key(name), code)
    return replace(words, organisations=rows, organisation_names=names)


# Names that no vocabulary knew before


def _named(frames: Mapping[str, pd.DataFrame], words: Vocabulary) -> dict[str, pd.DataFrame]:
    """Return the tables with the ids of bodies that were names alone until they were added."""
    bodies = frames["organisations"]
    alone = bodies[bodies["kind"].isna()]
    found = {
        str(code): words.organisation_names[key(name)]
        for code, name in zip(alone["organisation_id"], alone["name"], strict=True)
        if key(name) in words.organisation_names and code not in words.organisations
    }
    if not found:
        return dict(frames)
    rows, problems = frames["event_organisations"], frames["problems"]
    names = set(alone.loc[alone["organisation_id"].isin(list(found)), "name"].map(key))
    told = problems["advice"].str.startswith(NO_BODY) & problems["value"].map(_key_of).isin(list(names))
    return {
        **frames,
        "event_organisations": rows.assign(organisation_id=_recoded(rows["organisation_id"], found)),
        "organisations": bodies[~bodies["organisation_id"].isin(list(found))].reset_index(drop=True),
        "problems": problems[~told].reset_index(drop=True),
    }


def _key_of(value: object) -> str:
    return key(value) if isinstance(value, str) else ""


def _recoded(cells: pd.Series, changed: Mapping[str, str]) -> pd.Categorical:
    """Return a column of codes with some of them changed; two may become one."""
    wanted = [changed.get(str(code), str(code)) for code in cells.cat.categories]
    categories = list(dict.fromkeys(wanted))
    places = {code: place for place, code in enumerate(categories)}
    moved = np.array([*(places[code] for code in wanted), -1], dtype=np.int32)
    return pd.Categorical.from_codes(
        moved[cells.cat.codes.to_numpy()], categories=pd.Index(categories, dtype="str")
    )


# The added records


def _tidied(added: Added, words: Vocabulary, bodies: pd.DataFrame) -> Tidy:
    """Return what the loader makes of added records; names that are in no vocabulary share the ids of the files'."""
    tidy = Tidy(words)
    alone = bodies[bodies["kind"].isna()]
    tidy.newcomers = dict(zip(alone["organisation_id"].astype(str), alone["name"], strict=True))
    rows = {str(row["event_id"]): row for row in added.rows}
    for number, record in enumerate(added.records, start=1):
        row = rows.get(str(record.get("id")))
        report = Report(SOURCE, number, tidy.problems)
        if row:
            report = Report(origins.source(row), row["row"], tidy.problems, sheet=row["sheet"])
        tidy.take(dict(record), report)
    tidy.finish()
    return tidy


def _joined(frames: Mapping[str, pd.DataFrame], tidy: Tidy) -> dict[str, pd.DataFrame]:
    """Return the tables of events: those of the files without what was replaced, then the added ones."""
    own_ids = pd.Index(tidy.rows["events"].columns["event_id"], dtype="str")
    more = {table: tables.framed(table, tidy.rows[table], own_ids) for table in RECORD_TABLES}
    ids = frames["events"]["event_id"]
    kept = ~ids.isin(own_ids).to_numpy()
    all_ids = pd.Index(ids[kept].array, dtype="str").append(own_ids)
    return {
        table: _events(frames[table][kept], more[table])
        if table == "events"
        else _of_events(frames[table], more[table], kept, ids=all_ids)
        for table in RECORD_TABLES
    }


def _events(base: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({name: _column(base[name], more[name]) for name in base})


def _of_events(
    base: pd.DataFrame, more: pd.DataFrame, kept: NDArray[np.bool_], *, ids: pd.Index
) -> pd.DataFrame:
    """Return the rows of a table about events, each with the place its event has among all that are left."""
    own = base["event_id"].cat.codes.to_numpy()
    left = kept[own]
    places = (np.cumsum(kept) - 1)[own[left]]
    added = more["event_id"].cat.codes.to_numpy().astype(np.int64) + int(kept.sum())
    rest = base if left.all() else base[left]
    columns: dict[Any, Any] = {name: _column(rest[name], more[name]) for name in base if name != "event_id"}
    codes = np.concatenate([places, added]).astype(np.int32)
    return pd.DataFrame({"event_id": pd.Categorical.from_codes(codes, categories=ids), **columns})


def _column(base: pd.Series, more: pd.Series) -> Any:
    if isinstance(base.dtype, pd.CategoricalDtype):
        return pd.api.types.union_categoricals([base, more])
    return pd.concat([base, more], ignore_index=True)


def _organisations(base: pd.DataFrame, tidy: Tidy) -> pd.DataFrame:
    """Return the bodies with those that were added, and names met for the first time."""
    there = set(base["organisation_id"].astype(str))
    rows = [
        tuple(row[name] or None for name in BODY)
        for code, row in tidy.vocabulary.organisations.items()
        if code not in there
    ]
    rows += [(code, name, *[None] * 4) for code, name in tidy.newcomers.items() if code not in there]
    return _events(base, tables.listed("organisations", rows)) if rows else base


def _replaced(problems: pd.DataFrame, ids: set[str]) -> pd.DataFrame:
    """Return the problems of the files; those of a record that an added one stands in place of are notes."""
    replaced = problems["event_id"].isin(list(ids))
    if not replaced.any():
        return problems
    return problems.assign(
        advice=problems["advice"].where(~replaced, problems["advice"] + _REPLACED),
        severity=problems["severity"].cat.set_categories(list(SEVERITIES)).where(~replaced, "note"),
    )


_REPLACED = " (the file still says so; the event was corrected in the Atlas)"


def _problems(base: pd.DataFrame, tidy: Tidy) -> pd.DataFrame:
    """Return the problems, the worst first."""
    every = _events(base, tables.listed_problems(tidy.problems))
    order = np.argsort(every["severity"].map(SEVERITIES.index).to_numpy(dtype=np.int32), kind="stable")
    return every.iloc[order].reset_index(drop=True)
