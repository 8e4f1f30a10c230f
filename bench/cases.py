"""How many cases the normalisers get right, and how many names or phrases they read a second.

The cases are those of tests/cases, or of another folder with files of the same names and columns.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
REPEATS = 200
"""Times a short list of phrases is read, each time with another blank or number, so that no memory of it helps."""


@dataclass
class Score:
    """Answers by kind of case: right, wrong (another answer than asked), left open, and false (none was asked)."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, kind: str, text: str, *, asked: object, given: object) -> None:
        """Count one answer; None, and an empty list, stand for no answer."""
        if given == asked:
            self.right[kind] += 1
            return
        table = self.open if not given else self.wrong if asked else self.false
        table[kind] += 1
        self.faults.append(f"{kind}: {text!r} is {asked}, read as {given}")

    @property
    def kinds(self) -> list[str]:
        """The kinds met, in order."""
        return list(dict.fromkeys([*self.right, *self.wrong, *self.open, *self.false]))

    def total(self, kind: str = "") -> int:
        """Return how many cases there were, of one kind or in all."""
        tables = (self.right, self.wrong, self.open, self.false)
        return sum(table[kind] if kind else table.total() for table in tables)


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """Return the cases of a file; none where there is no such file."""
    path = folder / name
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def countries(folder: Path = CASES) -> Score:
    """Score `resolve_country` and, for cells with several, `resolve_countries`."""
    from loaders.places import resolve_countries, resolve_country

    score = Score()
    for row in rows(folder, "countries.csv"):
        several = row["kind"] == "multi"
        asked: object = sorted(row["iso3"].split("|")) if several else row["iso3"] or None
        given: object = sorted(resolve_countries(row["text"])) if several else resolve_country(row["text"])
        if row["kind"].startswith("typo") and given is None:
            asked = None  # a misspelling may be left to a suggestion
        score.add(row["kind"], row["text"], asked=asked, given=given)
    return score


@dataclass
class Found:
    """Countries in sentences: found and asked, found though not there, not found."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right among what was found."""
        return self.right / max(self.right + self.extra, 1)

    @property
    def recall(self) -> float:
        """Right among what was to be found."""
        return self.right / max(self.right + self.missed, 1)


def sentences(folder: Path = CASES) -> Found:
    """Score `find_countries`: names and whole groups; adjectives may be found, neutral ones are not counted."""
    from loaders.places import find_countries

    found = Found()
    for row in rows(folder, "sentences.csv"):
        asked, adjectives, neutral = (
            set(filter(None, row[name].split("|"))) for name in ("countries", "adjectives", "neutral")
        )
        mentions = find_countries(row["text"])
        named = {m.iso3 for m in mentions if m.kind in ("name", "group")}
        described = {m.iso3 for m in mentions if m.kind == "adjective"} - adjectives - asked - neutral
        extra, missed = (named - asked - neutral) | described, asked - named
        found.right += len(asked & named)
        found.extra += len(extra)
        found.missed += len(missed)
        if extra or missed:
            found.faults.append(f"{row['text']!r}: too many {sorted(extra)}, not found {sorted(missed)}")
    return found


def dates(folder: Path = CASES) -> Score:
    """Score `parse_period`: first and last day, and precision."""
    from loaders.dates import parse_period

    score = Score()
    for row in rows(folder, "dates.csv"):
        published = date.fromisoformat(row["ref"]) if row["ref"] else None
        period = parse_period(row["text"], published=published)
        given = period and (period.start.isoformat(), period.end.isoformat(), period.precision)
        asked = (row["start"], row["end"], row["precision"]) if row["start"] else None
        score.add(row["kind"], row["text"], asked=asked, given=given)
    return score


def headcounts(folder: Path = CASES) -> Score:
    """Score `parse_headcount`: the least and the most people."""
    from loaders.headcounts import parse_headcount

    score = Score()
    for row in rows(folder, "counts.csv"):
        read = parse_headcount(row["text"])
        low, high = (int(row[name]) if row[name] else None for name in ("low", "high"))
        asked = None if low is None and high is None else (low, high)
        given = None if read is None or (read.low is None and read.high is None) else (read.low, read.high)
        score.add("headcount", row["text"], asked=asked, given=given)
    return score


def organisations(folder: Path = CASES) -> Score:
    """Score `resolve_organisation`: names of one key must give one body or one below it, other keys another."""
    from loaders.organisations import resolve_organisation

    cases = rows(folder, "orgs.csv")
    answers = {row["text"]: resolve_organisation(row["text"]) for row in cases}
    below = _parents()
    bodies: dict[str, Counter[str]] = {}
    for row in cases:
        answer = answers[row["text"]]
        if row["key"] and answer:
            bodies.setdefault(row["key"], Counter()).update(_line(answer, below))
    known = {
        key: max(counts, key=lambda id_: (counts[id_], _depth(id_, below))) for key, counts in bodies.items()
    }
    score = Score()
    for row in cases:
        given, asked = answers[row["text"]], known.get(row["key"], row["key"]) or None
        fits = given is not None and asked in _line(given, below)
        score.add(row["kind"], row["text"], asked=asked, given=asked if fits else given)
    return score


def _parents() -> dict[str, str]:
    with (CASES.parent.parent / "data" / "vocabulary" / "organisations.csv").open(encoding="utf-8") as file:
        return {row["organisation_id"]: row["parent_id"] for row in csv.DictReader(file)}


def _line(body: str, below: dict[str, str]) -> list[str]:
    """Return a body and those above it."""
    line = [body]
    while below.get(line[-1]):
        line.append(below[line[-1]])
    return line


def _depth(body: str, below: dict[str, str]) -> int:
    return len(_line(body, below))


def speed(read: Callable[[str], object], texts: Iterable[str]) -> float:
    """Return how many distinct texts are read a second."""
    varied = list(_varied(list(texts)))
    begun = time.process_time()
    for text in varied:
        read(text)
    return len(varied) / (time.process_time() - begun)


def _varied(texts: list[str]) -> Iterator[str]:
    """Yield the texts again and again, each time with other blanks around it: a text that was never seen."""
    for turn in range(min(max(REPEATS * 50 // max(len(texts), 1), 1), AROUND**2)):
        for text in texts:
            yield " " * (turn % AROUND) + text + " " * (turn // AROUND)


AROUND = 16
"""Blanks put before and after a text at most."""


def normalisers() -> None:
    """Print what every normaliser makes of the cases, and what the first answer about a country costs."""
    from bench import report
    from loaders.dates import parse_period
    from loaders.headcounts import parse_headcount
    from loaders.organisations import resolve_organisation
    from loaders.places import find_countries, resolve_country

    report.heading("Normalisers on tests/cases")
    for name, score, file, read, right, astray in (
        ("countries", countries(), "countries.csv", resolve_country, 95, 0.5),
        ("dates", dates(), "dates.csv", parse_period, 95, 1),
        ("headcounts", headcounts(), "counts.csv", parse_headcount, 93, 1),
        ("organisations", organisations(), "orgs.csv", resolve_organisation, 90, 1),
    ):
        texts = [row["text"] for row in rows(CASES, file)]
        report.score(name, score, right=right, astray=astray, speed=speed(read, texts))
    texts = [row["text"] for row in rows(CASES, "sentences.csv")]
    size = sum(len(text.encode()) for text in texts) / len(texts)
    report.sentences(sentences(), bytes_a_second=speed(find_countries, texts) * size)
    seconds, megabytes = started("loaders.places", "resolve_country('Kazakhstan')")
    report.line("first answer about a country, import included", seconds, "s", 0.15)
    report.line("   its memory", megabytes, "MB", 25)


def started(module: str, call: str) -> tuple[float, float]:
    """Return seconds and MB that a fresh interpreter takes to import a module and make a first call."""
    program = (
        "import time\n"
        "from bench.server import memory_of\n"
        "before, begun = memory_of('self') or 0, time.perf_counter()\n"
        f"from {module} import *\n{call}\n"
        "print(time.perf_counter() - begun, (memory_of('self') or 0) - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=CASES.parent.parent, capture_output=True, text=True, check=True
    )
    seconds, megabytes = (float(part) for part in done.stdout.split())
    return seconds, megabytes
