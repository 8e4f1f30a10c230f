"""The records, read with json alone and counted in plain Python: what the numbers on screen are held against."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tests.conftest import ROOT

Record = dict[str, Any]

THERE = ("host", "participant")
"""Roles of a country that was there (DESIGN.md, rules of counting, 2)."""

RECORDS: list[Record] = [
    json.loads(line) for line in (ROOT / "data" / "events.jsonl").read_text(encoding="utf-8").splitlines()
]
ALL = len(RECORDS)


def countries(record: Record, roles: Iterable[str] = THERE) -> set[str]:
    """ISO3 codes of the countries that held one of the roles."""
    return {country["iso3"] for country in record["countries"] if country["role"] in roles}


def with_country(iso3: str, roles: Iterable[str] = THERE) -> list[Record]:
    """Records in which a country held one of the roles."""
    return [record for record in RECORDS if iso3 in countries(record, roles)]


def year(record: Record) -> str:
    """Year an event started in, `XXXX` where it is not known."""
    return record["start_date"][:4]


def between(first: str, last: str) -> list[Record]:
    """Records of a period of whole years, undated ones left out."""
    return [record for record in RECORDS if first <= year(record) <= last]


def undated() -> list[Record]:
    """Records without a year."""
    return [record for record in RECORDS if year(record) == "XXXX"]


def with_topic(name: str) -> list[Record]:
    """Records that name a topic."""
    return [record for record in RECORDS if name in record["topics"]]
