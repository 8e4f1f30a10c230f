"""A second count of the same events in plain Python: from the records, one at a time, with sets and loops.

It shares no line with analysis/: it reads records and vocabulary files by itself, slowly, as a person with a
pencil would. Property tests hold every figure of analysis/ against it.
"""

from __future__ import annotations

import calendar
import csv
import random
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from analysis.index import Index
from tests.frames import (
    EU,
    FINLAND,
    FOUNDATION,
    INL,
    NEWCOMER,
    OSCE,
    OSCE_BISHKEK,
    SERIES,
    UNODC,
    US_EMBASSY,
    index_of,
    record,
)
from view import ROLES, View

VOCABULARY = Path(__file__).resolve().parent.parent / "data" / "vocabulary"
NONE = "none"
Record = dict[str, Any]


def rows(name: str) -> list[dict[str, str]]:
    with (VOCABULARY / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def by_name(things: str, thing: str) -> dict[str, str]:
    """Name in any writing -> id."""
    named = rows(things) + (
        rows(f"{thing}_names") if things in ("organisations", "programmes", "series") else []
    )
    return {" ".join(row["name"].split()).casefold(): row[f"{thing}_id"] for row in named}


BODIES = {row["organisation_id"]: row for row in rows("organisations")}
BODY_NAMES = by_name("organisations", "organisation")
TOPICS, AUDIENCES, FORMATS = (by_name(f"{thing}s", thing) for thing in ("topic", "audience", "format"))
PROGRAMMES, SERIES_NAMES = by_name("programmes", "programme"), by_name("series", "series")
COUNTRIES = {row["iso3"]: row for row in rows("countries")}
GROUPS = [row["group_id"] for row in rows("groups")]
CITIES = {(row["name"], row["iso3"]) for row in rows("cities")}
REGIONS = {iso3: {row["region_code"], row["subregion_code"]} - {""} for iso3, row in COUNTRIES.items()}
MEMBERS = {
    iso3: REGIONS[iso3] | {group for group in GROUPS if row[group] == "yes"}
    for iso3, row in COUNTRIES.items()
}


def body(name: str) -> str:
    slug = "".join(char if char.isalnum() else "-" for char in name.casefold())
    return BODY_NAMES.get(name.casefold()) or f"new-{slug}"


def line(id_: str) -> list[str]:
    """A body and everything above it."""
    above = BODIES.get(id_, {}).get("parent_id", "")
    return [id_, *line(above)] if above else [id_]


def countries(made: Record, role: str) -> set[str]:
    roles = ("host", "participant") if role == "there" else (role,)
    return {row["iso3"] for row in made["countries"] if row["role"] in roles}


def tells_who_came(record: Record, editions: list[Record]) -> bool:
    """Whether a record names who came: not where its host alone did while other editions name others."""
    others, of_many = (
        any(set(countries(one, "participant")) - set(countries(one, "host")) for one in some)
        for some in ([record], editions)
    )
    return others or (bool(countries(record, "participant")) and not of_many)


def bodies(made: Record, role: str) -> set[str]:
    return {body(row["name"]) for row in made["organisations"] if row["role"] == role}


def funder_countries(made: Record) -> set[str]:
    """Countries that paid, and a class for each funder that none of them stands for."""
    paid = countries(made, "funder")
    classes = set()
    for id_ in bodies(made, "funder"):
        home = BODIES.get(id_, {}).get("iso3", "")
        if id_ not in BODIES:
            classes.add("unlisted")
        elif not home:
            classes.add("international")
        elif home not in paid:
            classes.add("other-national")
    return paid | classes


def period(start: str | None, step: str) -> set[str]:
    if step not in ("year", "quarter", "month") or not start or start.startswith("XXXX"):
        return set()
    if step == "year":
        return {start[:4]}
    if len(start) == 4:
        return set()
    return {start[:7]} if step == "month" else {f"{start[:4]}-Q{(int(start[5:7]) - 1) // 3 + 1}"}


def region(iso3: str) -> set[str]:
    return {COUNTRIES[iso3]["subregion_code"]} - {""}


def values(made: Record, dimension: str) -> set[str]:
    """What an event is counted under in a dimension; "none" where it states nothing."""
    return _values(made, dimension) or {NONE}


def _values(made: Record, dimension: str) -> set[str]:
    role = dimension.removesuffix("_region")
    if role in ("there", "host", "participant", "expert", "funder"):
        found = countries(made, role)
        return found if role == dimension else {code for iso3 in found for code in region(iso3)}
    held = dimension.removesuffix("_top")
    if held in ("organiser", "partner", "funder_body"):
        found = bodies(made, "funder" if held == "funder_body" else held)
        return found if held == dimension else {line(id_)[-1] for id_ in found}
    return period(made["start_date"], dimension) or _paid(made, dimension) or _listed(made, dimension)


def _paid(made: Record, dimension: str) -> set[str]:
    if dimension == "funder_kind":
        return {BODIES.get(id_, {"kind": "unlisted"})["kind"] for id_ in bodies(made, "funder")}
    return funder_countries(made) if dimension == "funder_country" else set()


def _listed(made: Record, dimension: str) -> set[str]:
    if dimension == "source_file":
        return {"events.jsonl"}  # the one file `index_of` writes
    if dimension == "publisher":
        return {source["publisher"] for source in made["sources"]}
    if dimension == "series":
        return {SERIES_NAMES[made["series"]["name"].casefold()]} if made.get("series") else set()
    if dimension in ("format", "mode"):
        written = made.get(dimension)
        return (
            {FORMATS[written] if dimension == "format" else written.replace(" ", "-")} if written else set()
        )
    if dimension == "city":
        place = (made.get("city") or "", made["host_country"] or "")
        return {"|".join(place)} if place in CITIES else set()
    known = {"topic": TOPICS, "audience": AUDIENCES, "programme": PROGRAMMES}.get(dimension, {})
    return {known[name.casefold()] for name in made.get(f"{dimension}s", ())}


DIMENSIONS = (
    *(f"{role}{end}" for role in ("there", "host", "participant", "expert", "funder") for end in ("", "_region")),
    *(f"{held}{end}" for held in ("organiser", "partner", "funder_body") for end in ("", "_top")),
    *("year", "quarter", "month", "funder_kind", "funder_country", "city", "publisher", "series", "format", "mode"),
    *("topic", "audience", "programme", "source_file"),
)  # fmt: skip


def span(written: str | None) -> Any:
    """First and last day a date may stand for; None without a year."""
    if not written or written.startswith("XXXX"):
        return None
    parts = [int(part) for part in written.split("-")]
    last_month = parts[1] if len(parts) > 1 else 12
    last_day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], last_month)[1]
    return date(*[*parts, 1, 1][:3]), date(parts[0], last_month, last_day)


def days(made: Record) -> int | None:
    first, last = made["start_date"], made["end_date"]
    if not span(first) or len(first) < 10:
        return None
    ends = span(last) if last and len(last) == 10 else None
    return (ends[1] - span(first)[0]).days + 1 if ends else 1


def fits(made: Record, view: View) -> bool:
    """Whether an event passes every filter but the period."""
    held = values(made, view.role)
    where = {code for iso3 in held for code in MEMBERS.get(iso3, {NONE})}
    organisers = {above for id_ in values(made, "organiser") for above in line(id_)}
    funders = {above for id_ in values(made, "funder_body") for above in line(id_)}
    pairs = (
        (view.countries, held),
        (view.regions, where),
        (view.topics, values(made, "topic")),
        (view.audiences, values(made, "audience")),
        (view.formats, values(made, "format")),
        (view.organisers, organisers),
        (view.funders, funders),
        (view.sources, values(made, "source_file")),
    )
    return all(not asked or held_.intersection(asked) for asked, held_ in pairs) and found(made, view.text)


def folded(text: str) -> str:
    return "".join(
        char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)
    ).casefold()


def found(made: Record, text: str) -> bool:
    fields = [
        made["id"],
        made["title"],
        made.get("summary"),
        made.get("city"),
        (made.get("series") or {}).get("name"),
    ]
    fields += [row["name"] for row in made["organisations"] + made["countries"]] + list(
        made.get("programmes", ())
    )
    return all(any(word in folded(field) for field in fields if field) for word in folded(text).split())


def placed(made: Record, view: View) -> str:
    """Whether an event lies "in" the period, "out" of it, or nobody can say ("unclear")."""
    known = span(made["start_date"])
    first = span(view.start)[0] if view.start else date.min
    last = span(view.end)[1] if view.end else date.max
    if known is None:
        return "unclear"
    if first <= known[0] and known[1] <= last:
        return "in"
    return "out" if known[1] < first or last < known[0] else "unclear"


def chosen(records: list[Record], view: View) -> tuple[list[Record], int]:
    """The events a view leaves in, and how many its period left out as undated."""
    fitting = [made for made in records if fits(made, view)]
    if not view.start and not view.end:
        return fitting, 0
    inside = [
        made
        for made in fitting
        if placed(made, view) == "in" or (view.undated and placed(made, view) == "unclear")
    ]
    unclear = sum(placed(made, view) == "unclear" for made in fitting)
    return inside, 0 if view.undated else unclear


def figure(records: list[Record], unit: str, role: str) -> tuple[int, int]:
    """The figure of some events in a unit, and how many of them tell it."""
    if unit == "people":
        told = [made["participants"]["total"] for made in records]
    elif unit == "days":
        told = [days(made) for made in records]
    elif unit == "participations":
        told = [len(countries(made, role)) for made in records]
    elif unit == "countries":
        return len(set().union(*(countries(made, role) for made in records))), len(records)
    else:
        told = [1 for _ in records]
    return sum(value for value in told if value is not None), sum(value is not None for value in told)


def count(records: list[Record], dimension: str, id_: str, unit: str, role: str) -> tuple[int, int, int]:
    """Count, events and base of one value; by country or its region, participations are the value's own."""
    held = [made for made in records if id_ in values(made, dimension)]
    if unit in ("participations", "countries") and dimension in (role, f"{role}_region"):
        pairs = {(made["id"], iso3) for made in records for iso3 in countries(made, role)}
        own = {
            pair
            for pair in pairs
            if id_ == (pair[1] if dimension == role else min(region(pair[1]), default=NONE))
        }
        return len(own if unit == "participations" else {iso3 for _, iso3 in own}), len(held), len(held)
    total, base = figure(held, unit, role)
    return total, len(held), base


POOL = ["KAZ", "KGZ", "UZB", "TJK", "USA", "FIN", "DEU", "ITA", "XKX", "TWN", "ATA", "AUT"]
FUNDERS = (FINLAND, OSCE, OSCE_BISHKEK, EU, INL, US_EMBASSY, FOUNDATION, NEWCOMER, "INTERPOL", UNODC)
STARTS = (None, "XXXX-10-26", "2019", "2020", "2020-02", "2020-02-29", "2021-01", "2021-12-31", "2022-01-01")
PLACES = (None, "Almaty", "Rome", "Nowhere-on-Sea")


def random_records(size: int, seed: int) -> list[Record]:
    """Events with few different values, so that they meet in every dimension."""
    dice = random.Random(seed)  # noqa: S311 - the same events every time
    return [_random_record(dice, f"event-{number:03}") for number in range(size)]


def _some(dice: random.Random, things: Any, most: int) -> list[Any]:
    return dice.sample(list(things), dice.randint(0, most))


def _random_record(dice: random.Random, id_: str) -> Record:
    start = dice.choice(
        [*STARTS, f"20{dice.randint(18, 23)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"]
    )
    end = (
        dice.choice([None, start, f"2023-12-{dice.randint(29, 31)}"]) if start and "X" not in start else None
    )
    women: Any
    men: Any
    women, men = (dice.choice([None, dice.randint(0, 20)]) for _ in range(2))
    both = women is not None and men is not None
    return record(
        id_,
        start,
        end,
        **{role: " ".join(_some(dice, POOL, 4)) for role in ("participant", "expert", "funder")},
        host=dice.choice(["", *POOL]),
        city=dice.choice(PLACES),
        organisers=_some(dice, FUNDERS, 2),
        partners=_some(dice, FUNDERS, 2),
        funders=_some(dice, FUNDERS, 3),
        topics=_some(dice, TOPICS, 3),
        audiences=_some(dice, AUDIENCES, 2),
        programmes=_some(dice, ["GLO.ACT", "PROTECT"], 2),
        format=dice.choice([None, *FORMATS]),
        mode=dice.choice([None, "in person", "hybrid", "online"]),
        series=dice.choice([None, {"name": SERIES, "number": 1}]),
        total=dice.choice([None, women + men if both else dice.randint(20, 90)]),
        women=women,
        men=men,
        partial=dice.random() < 0.5,
    )


SIZES = (0, 1, 2, 63, 64, 65, 127, 128, 130)
"""How many events: around the ends of 64-bit words."""


@cache
def world(size: int, seed: int) -> tuple[list[Record], Index]:
    """Random events as records and as the index analysis/ makes of them."""
    records = random_records(size, seed)
    return records, index_of(*records)


worlds = st.tuples(st.sampled_from(SIZES), st.integers(0, 1))
"""How many events and which: what `world` is asked for."""


def _few(things: Any) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from([*things, NONE]), max_size=3, unique=True).map(tuple) | st.just(())


_periods = st.sampled_from(["", "2019", "2020-02", "2020-02-29", "2020-12", "2021-06-15", "2022"])
_words = st.sampled_from(
    ["", "  ", "event-01", "ALMATY", "pro\u0308tect", "kaz unodc", "event .*", "2 fund", "osce\nfin"]
)
_bodies = {above for name in FUNDERS for above in line(body(name))}

views = st.builds(
    View,
    start=_periods,
    end=_periods,
    undated=st.booleans(),
    countries=_few(POOL),
    regions=_few(["143", "150", "034", "central_asia", "eu", "osce", "western_balkans"]),
    topics=_few(list(TOPICS.values())[:5]),
    audiences=_few(list(AUDIENCES.values())[:5]),
    formats=_few(FORMATS.values()),
    organisers=_few(sorted(_bodies)),
    funders=_few(sorted(_bodies)),
    sources=_few(["events.jsonl"]),
    text=_words,
    role=st.sampled_from(ROLES),
)
"""Views with any filters; most leave few events or none."""

light_views = st.builds(
    View,
    start=_periods,
    end=_periods,
    undated=st.booleans(),
    regions=_few(["143", "150"]),
    role=st.sampled_from(ROLES),
)
"""Views that leave many events."""
