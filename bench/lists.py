"""What a long list costs to load: made-up rows as an office keeps them, countries and dates as free text.

Names are those of the real events, as often as there, combined by chance: no row is a real event. Nearly every
cell of the countries is another one, as in a list that many people have filled in.
"""

from __future__ import annotations

import csv
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import orjson

from bench import report
from bench.server import memory_of, started_by

HOME = Path(__file__).resolve().parent.parent
VOCABULARY = HOME / "data" / "vocabulary"
SEED = 2003
"""The year the protocol entered into force; another seed gives other rows of the same kind."""

ROWS = 100_000
SECONDS, MEGABYTES = 10.0, 600.0
"""Goals for a list of ROWS rows: from its bytes to tables, with all that is imported."""

HEADINGS = (
    *("No.", "Title of the event", "Dates", "City", "Host country", "Participating countries", "Organisers"),
    *("Partners", "Donor", "No. of participants", "of whom women", "Type of event", "Modality", "Topics"),
    *("Target groups", "Link"),
)
_SEPARATORS = (", ", ", ", "; ", "\n", " / ")
_COUNTS = ("{}", "{}", "{}", "{} persons", "some {}", "approx. {}", "{} participants", "up to {}")
_DAYS = (
    "{0.day} {0:%B} {0.year}",
    "{0:%d/%m/%Y}",
    "{0:%Y-%m-%d}",
    "{0.day}-{1.day} {1:%B} {1.year}",
    "{0.day} {0:%B} - {1.day} {1:%B} {1.year}",
    "{0:%d.%m.%Y}",
    "{0:%B} {0.year}",
    "{0.year}",
)
_ALIKE = 4
"""The way of writing dates that serves where first and last day lie in different months."""


def write(count: int, folder: Path, *, seed: int = SEED) -> Path:
    """Write a list of `count` rows to lists/big.csv in a folder and return the file."""
    file = folder / "lists" / "big.csv"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(HEADINGS)
        table.writerows(rows(count, seed=seed))
    return file


def rows(count: int, *, seed: int = SEED) -> Iterator[tuple[str, ...]]:
    """Yield made-up rows, their cells below HEADINGS; the same for the same seed."""
    maker = _Maker(random.Random(seed))  # noqa: S311  # nothing secret is drawn
    return (maker.row(number) for number in range(1, count + 1))


def _names(file: str, column: str = "name") -> list[str]:
    """Return the names in a file of the vocabulary."""
    with (VOCABULARY / file).open(encoding="utf-8-sig", newline="") as text:
        return [row[column] for row in csv.DictReader(text)]


class _Maker:
    """Draws the cells of a row; a name is drawn as often as it stands in the real records."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        lines = (HOME / "data" / "events.jsonl").read_bytes().splitlines()
        real = [orjson.loads(line) for line in lines]
        self.name_of = dict(zip(_names("countries.csv", "iso3"), _names("countries.csv"), strict=True))
        self.countries = [
            self.name_of[row["iso3"]]
            for record in real
            for row in record["countries"]
            if row["role"] == "participant"
        ]
        self.bodies: dict[str, list[str]] = {}
        for record in real:
            for row in record["organisations"]:
                self.bodies.setdefault(row["role"], []).append(row["as_written"])
        self.held = [record for record in real if record["city"]]
        self.topics, self.audiences = _names("topics.csv"), _names("audiences.csv")
        self.formats = _names("formats.csv")

    def row(self, number: int) -> tuple[str, ...]:
        """Return the cells of one row; its number makes title and address its own."""
        chance = self.chance
        held = chance.choice(self.held)
        city, organisers = held["city"], [row for row in held["organisations"] if row["role"] == "organiser"]
        kind, topic, audience = map(chance.choice, (self.formats, self.topics, self.audiences))
        people = chance.randint(8, 180)
        return (
            str(number),
            f"{kind.capitalize()} on {topic} for {audience}, {city}, group {number % 97}",
            self._days(),
            city,
            self.name_of.get(held["host_country"], ""),
            self._several(self.countries, chance.choice(_SEPARATORS), most=8),
            "; ".join(row["as_written"] for row in organisers),
            self._several(self.bodies["partner"], "; ", most=2) if chance.random() < 0.5 else "",
            chance.choice(self.bodies["funder"]) if chance.random() < 0.6 else "",
            chance.choice(_COUNTS).format(people),
            str(chance.randint(0, people)) if chance.random() < 0.3 else "",
            kind,
            chance.choice(("in person", "in person", "online", "hybrid", "")),
            self._several(self.topics, "; ", most=3),
            self._several(self.audiences, ", ", most=3),
            f"https://example.org/events/{number}",
        )

    def _several(self, names: list[str], separator: str, *, most: int) -> str:
        drawn = (self.chance.choice(names) for _ in range(self.chance.randint(1, most)))
        return separator.join(dict.fromkeys(drawn))

    def _days(self) -> str:
        """Return one to five days in one of the ways in which they are written."""
        first = date(2001, 1, 1) + timedelta(days=self.chance.randrange(9_000))
        last = first + timedelta(days=self.chance.randrange(5))
        form = self.chance.randrange(len(_DAYS))
        if first.month != last.month and "{1" in _DAYS[form]:
            form = _ALIKE
        return _DAYS[form].format(first, last)


_PROGRAM = """
import sys, time
begun = time.perf_counter()
from loaders import load
load(sys.argv[1])
print(time.perf_counter() - begun)
"""


def measure(count: int = ROWS) -> tuple[float, float]:
    """Return seconds that a fresh process takes to load a list of `count` rows, and the most MB it holds.

    The memory is that of the process and of those it starts, at one time; 0 where the machine does not tell.
    """
    with tempfile.TemporaryDirectory(prefix="atlas-list-") as folder:
        write(count, Path(folder))
        program, most = [sys.executable, "-c", _PROGRAM, folder], 0.0
        with subprocess.Popen(program, cwd=HOME, stdout=subprocess.PIPE, text=True) as process:
            while process.poll() is None:
                most = max(most, sum(filter(None, map(memory_of, (process.pid, *started_by(process.pid))))))
                time.sleep(0.05)
            said, _ = process.communicate()
    return float(said), most


def lists() -> None:
    """Measure a long list and print what it costs."""
    report.heading(f"A list of {ROWS:,} rows, read for the first time")
    report.long_list(*measure(), goals=(SECONDS, MEGABYTES))
