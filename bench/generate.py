"""Made-up event records in the form of the real ones: same fields, same shares, as many as asked for.

Fields that belong together (place and host, dates, money, people ...) are drawn as one block from a real
record, each block from another record. So every share is that of the real records, and no event is real.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import orjson

HOME = Path(__file__).resolve().parent.parent
SEED = 2000
"""The year of the Palermo Protocol; another seed gives other events of the same spread."""

REDRAWN = 0.3
"""Share of participating countries and of organisations that are drawn anew, so that lists differ."""

UNUSUAL = 0.2
"""Share of those organisations that come from the whole vocabulary: the long tail of bodies seen once."""

Record = dict[str, Any]


def write(count: int, folder: Path, *, seed: int = SEED) -> Path:
    """Write `count` records to events.jsonl in a folder and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "events.jsonl"
    with file.open("wb") as out:
        out.writelines(orjson.dumps(record) + b"\n" for record in records(count, seed=seed))
    return file


def records(count: int, *, seed: int = SEED) -> Iterator[Record]:
    """Yield made-up records; the same for the same count and seed."""
    maker = _Maker(random.Random(seed))  # noqa: S311  # nothing secret is drawn
    return (maker.record(number) for number in range(1, count + 1))


class _Maker:
    """Draws blocks of fields from the real records."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.real: list[Record] = [
            orjson.loads(line) for line in (HOME / "data" / "events.jsonl").read_bytes().splitlines()
        ]
        self.countries = [
            row for record in self.real for row in record["countries"] if row["role"] == "participant"
        ]
        self.bodies: dict[str, list[str]] = {}
        for record in self.real:
            for row in record["organisations"]:
                self.bodies.setdefault(row["role"], []).append(row["name"])
        with (HOME / "data" / "vocabulary" / "organisations.csv").open(
            encoding="utf-8-sig", newline=""
        ) as rows:
            self.vocabulary = [row["name"] for row in csv.DictReader(rows)]

    def drawn(self) -> Record:
        """Return one of the real records."""
        return self.chance.choice(self.real)

    def record(self, number: int) -> Record:
        """Return one record; its number makes id, title and address its own."""
        kind, place, money, subject = self.drawn(), self.drawn(), self.drawn(), self.drawn()
        start, end, note = self._dates()
        series = self.drawn()["series"]
        return {
            "id": f"{start[:4] if start else 'undated'}-made-up-{number:06}",
            "title": f"{kind['title']} ({number})",
            "summary": self._summary(),
            "format": kind["format"],
            "mode": place["mode"],
            "start_date": start,
            "end_date": end,
            "date_note": note,
            "city": place["city"],
            "host_country": place["host_country"],
            "countries": self._countries(place, money),
            "organisations": self._organisations(money),
            "programmes": self.drawn()["programmes"],
            "topics": subject["topics"],
            "audiences": subject["audiences"],
            "participants": self._people(),
            "series": series and {**series, "number": series["number"] and self.chance.randint(1, 20)},
            "outcomes": self.drawn()["outcomes"],
            "sources": [{**row, "url": f"{row['url']}#{number}"} for row in self.drawn()["sources"]],
        }

    def _summary(self) -> str:
        first, second = (str(self.drawn()["summary"]).split() for _ in range(2))
        return " ".join(first[: len(first) // 2] + second[len(second) // 2 :])

    def _dates(self) -> tuple[str | None, str | None, str | None]:
        """Return start, end and note: precision, year and length of a real event on another day of its year."""
        real = self.drawn()
        start, end, note = real["start_date"], real["end_date"], real["date_note"]
        if start is None or len(start) == 4:
            return start, None, note
        month = self.chance.randint(1, 12)
        if len(start) == 7:
            return f"{start[:4]}-{month:02}", None, note
        if start.startswith("X"):
            return f"XXXX-{month:02}-{self.chance.randint(1, 28):02}", None, note
        first = date(int(start[:4]), month, self.chance.randint(1, 28))
        if end is None or len(end) != 10:
            return first.isoformat(), None, note
        length = date.fromisoformat(end) - date.fromisoformat(start)
        return first.isoformat(), (first + max(length, timedelta(0))).isoformat(), note

    def _countries(self, place: Record, money: Record) -> list[Record]:
        """Return the host of one record, the payers of another, participants and experts of a third; none twice."""
        others = self.drawn()["countries"]
        rows = [
            *(row for row in place["countries"] if row["role"] == "host"),
            *(self._country(row) for row in others if row["role"] in ("participant", "expert")),
            *(row for row in money["countries"] if row["role"] == "funder"),
        ]
        return list({(row["iso3"], row["name"], row["role"]): row for row in rows}.values())

    def _country(self, row: Record) -> Record:
        if self.chance.random() > REDRAWN:
            return row
        return {**self.chance.choice(self.countries), "role": row["role"]}

    def _organisations(self, money: Record) -> list[Record]:
        others = [row for row in self.drawn()["organisations"] if row["role"] != "funder"]
        payers = [row for row in money["organisations"] if row["role"] == "funder"]
        return [self._body(row) for row in others] + payers

    def _body(self, row: Record) -> Record:
        if self.chance.random() > REDRAWN:
            return row
        unusual = self.chance.random() < UNUSUAL
        name = self.chance.choice(self.vocabulary if unusual else self.bodies[row["role"]])
        return {"name": name, "as_written": name, "role": row["role"]}

    def _people(self) -> Record:
        """Return the headcount of a real event, up to a quarter larger or smaller; women and men add up."""
        people = self.drawn()["participants"]
        factor = self.chance.uniform(0.75, 1.25)
        told = {
            name: None
            if people[name] is None
            else max(round(people[name] * factor), 1 if people[name] else 0)
            for name in ("total", "women", "men")
        }
        if None not in told.values():
            told["total"] = told["women"] + told["men"]  # type: ignore[operator]
        return {**told, "approximate": people["approximate"]}
