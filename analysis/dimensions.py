"""All dimensions of the events by name, each made from the tidy tables when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.dimension import Codes, Dimension, build, mapped
from loaders.tables import Tables
from schema import COUNTRY_ROLES, FORMATS, MODES, ORGANISATION_KINDS
from view import NONE

UNKNOWN = -1
"""Stands in a measure or a column of codes for "not told"."""

INTERNATIONAL = "international"
"""Class of funders in the country view that belong to no country (DESIGN rule 3): EU, UN and others."""

OTHER_NATIONAL = "other-national"
"""Class of funders in the country view that sit in a country whose government is not named as paying."""

UNLISTED = "unlisted"
"""Class of funders that the vocabulary does not know yet: stated, but neither their kind nor their country is known."""

THERE = ("host", "participant")
"""Roles of a country that was there (DESIGN rule 2)."""

_NO_KIND = "bodies not in the list yet"

_NO_COUNTRY = {
    "host": "host not told or online",
    "participant": "no participant named",
    "expert": "no expert country named",
    "funder": "no country named as funder",
    "there": "no country named",
}

_BODIES = {"organiser": "organiser", "partner": "partner", "funder_body": "funder"}
"""Dimension of bodies -> their role."""

_LINKED = {
    "topic": ("topics", "no topic stated"),
    "audience": ("audiences", "audience not stated"),
    "programme": ("programmes", "no programme named"),
}
"""Dimension -> its table of the vocabulary, and how events without any are called."""


class Dimensions(Mapping[str, Dimension]):
    """The dimensions by name; one that nobody asks for takes neither time nor memory."""

    def __init__(self, tables: Tables) -> None:
        self._tables, self._events = tables, len(tables["events"])
        self._made: dict[str, Dimension] = {}
        self._makers: dict[str, Callable[[str], Dimension]] = {
            "format": self._format,
            "mode": self._mode,
            **dict.fromkeys(("year", "quarter", "month"), self._period),
            **dict.fromkeys(_NO_COUNTRY, self._role),
            **dict.fromkeys((f"{role}_region" for role in _NO_COUNTRY), self._region),
            **dict.fromkeys(_BODIES, self._body),
            **dict.fromkeys((f"{name}_top" for name in _BODIES), self._top),
            "funder_kind": self._funder_kind,
            "funder_country": self._funder_country,
            "city": self._city,
            **dict.fromkeys(_LINKED, self._linked),
            "series": self._series,
            "publisher": self._publisher,
            "source_file": self._source_file,
        }

    def __getitem__(self, name: str) -> Dimension:
        if name not in self._made:
            self._made[name] = self._makers[name](name)
        return self._made[name]

    @property
    def made(self) -> int:
        """How many of them are made."""
        return len(self._made)

    def __contains__(self, name: object) -> bool:
        return name in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    def _of(
        self, name: str, ids: Sequence[str], labels: Sequence[str], *, event: Codes, value: Codes, none: str
    ) -> Dimension:
        return build(name, ids, labels, event=event, value=value, events=self._events, none=none)

    def _column(
        self, name: str, ids: Sequence[str], labels: Sequence[str], *, value: Codes, none: str
    ) -> Dimension:
        """Return a dimension of which an event has one value at most."""
        return self._of(
            name, ids, labels, event=np.arange(self._events, dtype=np.int32), value=value, none=none
        )

    def _format(self, name: str) -> Dimension:
        formats = self._tables["formats"]
        id_of = dict(zip(formats["name"], formats["format_id"].astype(str), strict=True))
        ids = [id_of.get(written, written) for written in FORMATS]
        value = recode(self._tables["events"]["format"], FORMATS)
        return self._column(name, ids, FORMATS, value=value, none="format not stated")

    def _mode(self, name: str) -> Dimension:
        value = recode(self._tables["events"]["mode"], MODES)
        return self._column(
            name, [mode.replace(" ", "-") for mode in MODES], MODES, value=value, none="not told"
        )

    def _period(self, step: str) -> Dimension:
        starts = self._tables["events"]["start_date"]
        known = [str(text) for text in starts.cat.categories if "X" not in text]
        years = [int(text[:4]) for text in known] or [0]
        parts = {
            "year": [""],
            "quarter": [f"-Q{quarter}" for quarter in (1, 2, 3, 4)],
            "month": [f"-{month:02}" for month in range(1, 13)],
        }
        whole = range(min(years), max(years) + 1) if known else range(0)
        ids = [f"{year}{part}" for year in whole for part in parts[step]]
        value = recode(starts, ids, {text: period_of(text, step) for text in known})
        return self._column(step, ids, ids, value=value, none=f"{step} unknown")

    def _role(self, role: str) -> Dimension:
        rows, countries = self._tables["event_countries"], self._tables["countries"]
        ids, held = list(countries["iso3"].astype(str)), recode(rows["role"], COUNTRY_ROLES)
        wanted = [COUNTRY_ROLES.index(name) for name in (THERE if role == "there" else (role,))]
        kept = np.isin(held, wanted)
        event, value = codes_of(rows["event_id"])[kept], recode(rows["iso3"], ids)[kept]
        return self._of(role, ids, list(countries["name"]), event=event, value=value, none=_NO_COUNTRY[role])

    def _region(self, name: str) -> Dimension:
        role, countries = name.removesuffix("_region"), self._tables["countries"]
        home = countries["subregion_code"].astype(object).where(countries["subregion_code"].notna(), None)
        named = countries.dropna(subset=["subregion_code"]).drop_duplicates("subregion_code")
        order = named.sort_values(["region", "subregion"], key=lambda column: column.astype(str))
        ids, labels = list(order["subregion_code"].astype(str)), list(order["subregion"].astype(str))
        return mapped(self[role], name, ids, labels, to=list(home), none=_NO_COUNTRY[role])

    def _body(self, name: str) -> Dimension:
        rows, ids = self._tables["event_organisations"], self._body_ids
        role = _BODIES[name]
        kept = np.asarray(rows["role"] == role)
        event, value = codes_of(rows["event_id"])[kept], recode(rows["organisation_id"], ids)[kept]
        return self._of(name, ids, self._body_labels, event=event, value=value, none=f"no {role} stated")

    def _top(self, name: str) -> Dimension:
        below = name.removesuffix("_top")
        to, none = _tops(self._tables["organisations"]), f"no {_BODIES[below]} stated"
        return mapped(self[below], name, self._body_ids, self._body_labels, to=to, none=none)

    @property
    def _body_ids(self) -> list[str]:
        return list(self._tables["organisations"]["organisation_id"].astype(str))

    @property
    def _body_labels(self) -> list[str]:
        bodies = self._tables["organisations"]
        return [
            short if isinstance(short, str) else name
            for short, name in zip(bodies["short_name"], bodies["name"], strict=True)
        ]

    def _funder_kind(self, name: str) -> Dimension:
        kinds = [kind or UNLISTED for kind in texts(self._tables["organisations"]["kind"])]
        ids, labels = [*ORGANISATION_KINDS, UNLISTED], [*ORGANISATION_KINDS, _NO_KIND]
        return mapped(self["funder_body"], name, ids, labels, to=kinds, none="no funder stated")

    def _funder_country(self, name: str) -> Dimension:
        """Countries that paid, and classes for bodies that are no country's payment (DESIGN rule 3)."""
        paid, funders, bodies = self["funder"], self["funder_body"], self._tables["organisations"]
        countries = self._tables["countries"]
        iso3 = list(countries["iso3"].astype(str))
        ids = [*iso3, INTERNATIONAL, OTHER_NATIONAL, UNLISTED]
        labels = [*countries["name"], "international bodies", "other national bodies", _NO_KIND]
        place = {code: number for number, code in enumerate(iso3)}
        home = np.array([place.get(code, UNKNOWN) for code in texts(bodies["country"])] + [UNKNOWN])
        stated = funders.value < len(funders) - 1
        event, country = funders.event[stated], home[funders.value[stated]]
        governments = paid.value < len(paid) - 1
        payer, payment = paid.event[governments], paid.value[governments].astype(np.int64)
        by_country = payer * np.int64(len(ids)) + payment
        named = np.isin(event * np.int64(len(ids)) + country, by_country)
        unlisted = np.array([not kind for kind in texts(bodies["kind"])], dtype=bool)[funders.value[stated]]
        nowhere = np.where(unlisted, len(ids) - 1, len(ids) - 3)
        klass = np.where(country == UNKNOWN, nowhere, len(ids) - 2)
        rest = (country == UNKNOWN) | ~named
        return self._of(
            name,
            ids,
            labels,
            event=np.concatenate([payer, event[rest]]),
            value=np.concatenate([payment, klass[rest]]).astype(np.int32),
            none="no funder stated",
        )

    def _city(self, name: str) -> Dimension:
        events, cities = self._tables["events"], self._tables["cities"]
        ids = list(map(_place_id, cities["name"], texts(cities["country"])))
        place = {id_: code for code, id_ in enumerate(ids)}
        written = map(_place_id, texts(events["city"]), texts(events["host_country"]))
        value = np.array([place.get(text, UNKNOWN) for text in written], dtype=np.int32)
        return self._column(
            name, ids, list(cities["name"]), value=value, none="place not told, online or not located"
        )

    def _linked(self, name: str) -> Dimension:
        table, none = _LINKED[name]
        rows, things = self._tables[f"event_{table}"], self._tables[table]
        ids = list(things[f"{name}_id"].astype(str))
        event, value = codes_of(rows["event_id"]), recode(rows[f"{name}_id"], ids)
        return self._of(name, ids, list(things["name"]), event=event, value=value, none=none)

    def _series(self, name: str) -> Dimension:
        series = self._tables["series"]
        ids = list(series["series_id"].astype(str))
        value = recode(self._tables["events"]["series_id"], ids)
        return self._column(name, ids, list(series["name"]), value=value, none="not in a series")

    def _publisher(self, name: str) -> Dimension:
        sources = self._tables["event_sources"]
        publishers = [str(publisher) for publisher in sources["publisher"].cat.categories]
        ids = [f"{text} (publisher)" if text in (NONE, "others") else text for text in publishers]
        event, value = codes_of(sources["event_id"]), codes_of(sources["publisher"])
        return self._of(name, ids, publishers, event=event, value=value, none="publisher not told")

    def _source_file(self, name: str) -> Dimension:
        records = self._tables["event_records"]
        files = [str(file) for file in records["source_file"].cat.categories]
        event, value = codes_of(records["event_id"]), codes_of(records["source_file"])
        ids = [file_id(file) for file in files]
        return self._of(name, ids, files, event=event, value=value, none="file not told")


def _place_id(name: str, country: str) -> str:
    """Return the id of a place: commas stand between the parts of an address, so they go."""
    return f"{name}|{country}".replace(",", " ")


def file_id(name: str) -> str:
    """Return the id of a file that holds events: commas stand between the parts of an address, so they go."""
    return name.replace(",", " ")


def texts(column: pd.Series) -> list[str]:
    """Return the texts of a column, "" where there is none."""
    return [text if isinstance(text, str) else "" for text in column.astype(object)]


def codes_of(column: pd.Series) -> Codes:
    """Return the codes of a categorical column."""
    return np.asarray(column.cat.codes, dtype=np.int32)


def recode(column: pd.Series, ids: Sequence[str], to: dict[str, Any] | None = None) -> Codes:
    """Return a categorical column as codes into `ids`, through `to` where given; -1 for what is not there."""
    place = {id_: code for code, id_ in enumerate(ids)}
    categories = [str(category) for category in column.cat.categories]
    if to is not None:
        categories = [to.get(category) or "" for category in categories]
    table = np.array([place.get(category, UNKNOWN) for category in categories] + [UNKNOWN], dtype=np.int32)
    return table[codes_of(column)]


def period_of(text: str, step: str) -> str | None:
    """Return the year, quarter or month a date belongs to; None where it is not known that finely."""
    if step == "year":
        return text[:4]
    if len(text) < 7:
        return None
    return text[:7] if step == "month" else f"{text[:4]}-Q{(int(text[5:7]) + 2) // 3}"


def _tops(bodies: pd.DataFrame) -> list[str | None]:
    """Return for each organisation the one at the top of its parents."""
    parent = dict(zip(bodies["organisation_id"].astype(str), texts(bodies["parent_id"]), strict=True))
    return [_top(id_, parent) for id_ in parent]


def _top(id_: str, parent: dict[str, str]) -> str:
    while parent.get(id_):
        id_ = parent[id_]
    return id_
