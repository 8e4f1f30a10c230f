"""The labels of every code a reader can choose, in the order they are offered."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

import pandas as pd

from analysis.index import Index
from view import NONE


@lru_cache(maxsize=2)
def labels(index: Index) -> dict[str, dict[str, str]]:
    """Return for each filter code -> label, in the order a picker offers them; "not stated" last where it may be."""
    countries = index.tables["countries"].sort_values("name")
    topics, audiences, formats = (index.tables[name] for name in ("topics", "audiences", "formats"))
    return {
        "countries": _pairs(countries["iso3"], countries["name"]),
        "regions": {
            code: f"{name} (UN region)" if code.isdecimal() else name
            for code, name in index.region_names.items()
        },
        "topics": _pairs(topics["topic_id"], topics["name"]),
        "audiences": _pairs(audiences["audience_id"], audiences["name"]) | {NONE: "audience not stated"},
        "formats": _pairs(formats["format_id"], formats["name"]),
        "organisers": _bodies(index, "organiser") | {NONE: "no organiser stated"},
        "funders": _bodies(index, "funder_body") | {NONE: "no funder stated"},
        "sources": _files(index),
    }


@lru_cache(maxsize=2)
def known(index: Index) -> dict[str, Container[str]]:
    """Return the codes an address may name, by field of the view."""
    bodies = set(index.tables["organisations"]["organisation_id"].astype(str))
    offered = {name: set(of) for name, of in labels(index).items()}
    return offered | {
        "organisers": bodies,
        "funders": bodies,
        "event": index.places,
        "country": offered["countries"],
        "peers": offered["countries"] | offered["regions"],
        "mine": offered["countries"] | offered["regions"],
        "other_countries": offered["countries"],
        "other_regions": offered["regions"],
        "series": set(index.tables["series"]["series_id"].astype(str)),
        "programme": set(index.tables["programmes"]["programme_id"].astype(str)),
        "pick": {*index.dimensions, "chart", "side", "event"},
    }


def _pairs(codes: pd.Series, names: pd.Series) -> dict[str, str]:
    return dict(zip(codes.astype(str), names, strict=True))


def _files(index: Index) -> dict[str, str]:
    """Return the files that hold events, in the order they were read."""
    made = index["source_file"]
    return dict(zip(made.ids[:-1], made.labels[:-1], strict=True))


def _bodies(index: Index, dimension: str) -> dict[str, str]:
    """Return the bodies that held a role, and those above them, by name; one with others below it says so."""
    made = index[dimension]
    held = {made.ids[code] for code in set(made.value.tolist()) if made.ids[code] != NONE}
    offered = {id_ for id_, below in index.below.items() if held.intersection(below)}
    rows = index.tables["organisations"]
    names = {
        str(id_): f"{short} – {name}" if isinstance(short, str) else name
        for id_, name, short in zip(rows["organisation_id"], rows["name"], rows["short_name"], strict=True)
        if id_ in offered
    }
    wide = {
        id_: f"{name} (and its offices)" if len(index.below[id_]) > 1 else name for id_, name in names.items()
    }
    return dict(sorted(wide.items(), key=lambda item: item[1].casefold()))
