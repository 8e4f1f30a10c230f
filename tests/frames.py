"""Ten events written out so that a reader can count them by hand, and the way from records to an index.

    event       when                     host  others there  paid                        people      women/men
    almaty      2019-05-13 to 15         KAZ   KGZ UZB       FIN (ministry), OSCE unit   30          10 / 20
    vienna      2020-12-30 to 2021-01-02 AUT   DEU FIN       EU                          100 (about)
    online      2020-06-10                     KAZ KGZ                                   20          12 / 8
    tashkent    2021-03                  UZB                 USA (bureau and embassy)
    bishkek     2022                     KGZ                                             5
    dushanbe    XXXX-10-26 to 27         TJK   KAZ           FIN (ministry), EU          30
    nothing                                                                              0           0 / 0
    twice       2023-02-28               KAZ                 a Swiss foundation          40          25 / not told
    joint       2023-11-05 to 07         KAZ   TJK           USA (agency), EU            50          20 / 30
    rome        2024-02-29                     ITA           a body not in the list                  3 / 4

KAZ also took part where it hosted; in Bishkek nobody is named as taking part. Italy sent experts to Almaty,
the United States to "twice". Rome is given without its country, "twice" names Kazakhstan twice in each role.
"""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.index import Index, build_index
from analysis.selection import Selection, select
from loaders.tables import load
from view import View

ROOT = Path(__file__).resolve().parent.parent
Record = dict[str, Any]

FINLAND = "Ministry for Foreign Affairs of Finland"
OSCE = "Organization for Security and Co-operation in Europe"
OSCE_UNIT = "OSCE Secretariat"
OSCE_BISHKEK = "OSCE Programme Office in Bishkek"
EU = "European Union"
INL = "United States Department of State, Bureau of International Narcotics and Law Enforcement Affairs"
US_EMBASSY = "Embassy of the United States in Uzbekistan"
USAID = "United States Agency for International Development"
FOUNDATION = "Laudes Foundation"
NEWCOMER = "Benevolent Fund of Nowhere"
UNODC = "United Nations Office on Drugs and Crime"
SERIES = "Alliance against Trafficking in Persons conference"
TIP, SOM, COURTS = "trafficking in persons", "smuggling of migrants", "investigation and prosecution"


def record(id_: str, start: str | None = None, end: str | None = None, **facts: Any) -> Record:
    """A record as collected; countries as "KAZ KGZ" by role, organisations as lists of names by role."""
    countries = [
        {"name": iso3, "role": role, "iso3": iso3}
        for role in ("host", "participant", "expert", "funder")
        for iso3 in facts.pop(role, "").split()
    ]
    organisations = [
        {"name": name, "as_written": name, "role": role}
        for role, names in (("organiser", "organisers"), ("funder", "funders"), ("partner", "partners"))
        for name in facts.pop(names, ())
    ]
    people = {
        "total": facts.pop("total", None),
        "women": facts.pop("women", None),
        "men": facts.pop("men", None),
    }
    hosts = [row["iso3"] for row in countries if row["role"] == "host"]
    sources = [{"url": "https://example.org", "publisher": "UNODC", "partial": facts.pop("partial", False)}]
    made = {
        "id": id_,
        "title": id_,
        "start_date": start,
        "end_date": end,
        "topics": [TIP],
        "sources": sources,
    }
    made |= {
        "host_country": hosts[0] if hosts else None,
        "countries": countries,
        "organisations": organisations,
    }
    return made | {"participants": people | {"approximate": facts.pop("approximate", False)}} | facts


EVENTS: list[Record] = [
    record(
        "almaty", "2019-05-13", "2019-05-15", city="Almaty", format="workshop", mode="in person",
        host="KAZ", participant="KAZ KGZ UZB", expert="ITA", funder="FIN",
        organisers=[OSCE_BISHKEK], funders=[FINLAND, OSCE_UNIT], topics=[TIP, COURTS],
        audiences=["prosecutors", "judges"], total=30, women=10, men=20, series={"name": SERIES, "number": 1},
    ),
    record(
        "vienna", "2020-12-30", "2021-01-02", city="Vienna", format="conference", mode="hybrid",
        host="AUT", participant="DEU FIN", funders=[EU], topics=[SOM], total=100, approximate=True, partial=True,
        series={"name": SERIES, "number": 2},
    ),
    record(
        "online", "2020-06-10", format="webinar", mode="online",
        participant="KAZ KGZ", organisers=[UNODC], audiences=["judges"], total=20, women=12, men=8, partial=True,
    ),
    record(
        "tashkent", "2021-03", city="Tashkent", format="training",
        host="UZB", participant="UZB", funder="USA", organisers=[OSCE], funders=[INL, US_EMBASSY], partial=True,
    ),
    record("bishkek", "2022", city="Bishkek", format="other", host="KGZ", organisers=[OSCE_BISHKEK], total=5),
    record(
        "dushanbe", "XXXX-10-26", "XXXX-10-27", city="Dushanbe", format="workshop",
        host="TJK", participant="TJK KAZ", funder="FIN", funders=[FINLAND, EU], topics=[TIP, SOM],
        total=30, partial=True, series={"name": SERIES, "number": 3}, programmes=["GLO.ACT", "PROTECT"],
    ),
    record("nothing", topics=[], sources=[], total=0, women=0, men=0),
    record(
        "twice", "2023-02-28", "2023-02-28", city="Almaty", format="training",
        host="KAZ KAZ", participant="KAZ KAZ", expert="USA", funders=[FOUNDATION, FOUNDATION], topics=[TIP, TIP],
        total=40, women=25,
    ),
    record(
        "joint", "2023-11-05", "2023-11-07", city="Almaty", format="workshop",
        host="KAZ", participant="KAZ TJK", funder="USA", organisers=[UNODC], funders=[USAID, EU],
        topics=[TIP, SOM, COURTS], audiences=["judges"], total=50, women=20, men=30, programmes=["GLO.ACT", "PROTECT"],
    ),
    record(
        "rome", "2024-02-29", city="Rome", format="round table",
        participant="ITA", funders=[NEWCOMER], women=3, men=4,
    ),
]  # fmt: skip
"""The events of the table above, in the order of the file."""


def index_of(*records: Record) -> Index:
    """Records written to a file and read as the app reads them, with the Atlas's own vocabulary."""
    lines = "\n".join(json.dumps(made, ensure_ascii=False) for made in records)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "events.jsonl").write_text(lines, encoding="utf-8")
        return build_index(load(folder))


@cache
def ten() -> Index:
    """The ten events above."""
    return index_of(*EVENTS)


@cache
def real() -> Index:
    """The events of the repository."""
    return build_index(load(ROOT / "data"))


def every(index: Index, **choices: Any) -> Selection:
    """The events of a view."""
    return select(index, View(**choices))


def table(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """Some columns of a small table as plain rows."""
    return list(frame[list(columns)].itertuples(index=False, name=None))


def ids(selection: Selection) -> set[str]:
    """The events that are in."""
    names = selection.index.tables["events"]["event_id"]
    return {name for name, inside in zip(names, selection.mask, strict=True) if inside}


def chosen(index: Index, **choices: Any) -> set[str]:
    """The events a view leaves in."""
    return ids(select(index, View(**choices)))
