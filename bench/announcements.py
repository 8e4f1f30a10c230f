"""How well announcements are read: field by field, over texts that stand beside their records.

A folder holds NAME.txt, NAME.json (the records, none for a page that reports no event) and perhaps NAME.meta.json
(`url`, `published`). `python -m bench.announcements [FOLDER] [--faults]` prints the figures.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders.organisations import resolve_organisation
from loaders.press_release import read_announcement

HOME = Path(__file__).resolve().parent.parent
FOLDER = HOME / "tests" / "announcements"
Record = dict[str, Any]
WARM = "The Government of Norway funded a workshop on human trafficking for 20 judges in Lima, Peru, on 3 May 2018."
"""A text that has the vocabularies read before time is taken, and with which the start is measured."""

WARM_TOO = (
    "Le gouvernement de la Norvège a financé un atelier sur la traite des personnes pour 20 juges à Lima le 3 mai.",
    "El Gobierno de Noruega financió un taller sobre la trata de personas para 20 jueces en Lima el 3 de mayo.",
    "A Noruega financiou um seminário sobre o tráfico de pessoas para 20 juízes em Lima em 3 de maio de 2018.",
    "Правительство Норвегии профинансировало семинар о торговле людьми для 20 судей в Лиме 3 мая 2018 года.",
)
"""The same in the other languages, each of which has a vocabulary of its own."""


@dataclass
class Field:
    """Values asked for, given, and right of one field."""

    asked: int = 0
    given: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Right among what was asked."""
        return self.right / max(self.asked, 1)

    @property
    def precision(self) -> float:
        """Right among what was given."""
        return self.right / max(self.given, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(self.asked + self.given, 1)


@dataclass
class Score:
    """Figures by field; events asked, drafts given, pages without an event that gave one; faults in words."""

    fields: dict[str, Field] = field(default_factory=dict)
    events: int = 0
    drafts: int = 0
    matched: int = 0
    pages: int = 0
    false: int = 0
    seconds: float = 0.0
    letters: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, name: str, asked: set[Any], given: set[Any], *, where: str) -> None:
        """Count the values of a field of one event."""
        count = self.fields.setdefault(name, Field())
        count.asked += len(asked)
        count.given += len(given)
        count.right += len(asked & given)
        if asked != given:
            lost, much = sorted(map(str, asked - given)), sorted(map(str, given - asked))
            self.faults.append(f"{where} {name}: not found {lost}, too many {much}")


def _single(*path: str) -> Callable[[Record], set[Any]]:
    def values(record: Record) -> set[Any]:
        value: Any = record
        for key in path:
            value = (value or {}).get(key)
        return set() if value is None else {value}

    return values


def _countries(role: str) -> Callable[[Record], set[Any]]:
    return lambda record: {one["iso3"] for one in record["countries"] if one["role"] == role and one["iso3"]}


def _bodies(role: str) -> Callable[[Record], set[Any]]:
    return lambda record: {_body(one["name"]) for one in record["organisations"] if one["role"] == role}


def _body(name: str) -> str:
    return resolve_organisation(name) or " ".join(name.casefold().split()).removeprefix("the ")


FIELDS: dict[str, Callable[[Record], set[Any]]] = {
    "host country": _single("host_country"),
    "city": _single("city"),
    "start date": _single("start_date"),
    "end date": _single("end_date"),
    "format": _single("format"),
    "mode": _single("mode"),
    "headcount": _single("participants", "total"),
    "women": _single("participants", "women"),
    "men": _single("participants", "men"),
    "participant countries": _countries("participant"),
    "expert countries": _countries("expert"),
    "funder countries": _countries("funder"),
    "funders": _bodies("funder"),
    "organisers": _bodies("organiser"),
    "partners": _bodies("partner"),
    "experts": _bodies("expert"),
    "attending bodies": _bodies("participant"),
    "topics": lambda record: set(record["topics"]),
    "audiences": lambda record: set(record["audiences"]),
    "series": _single("series", "number"),
    "programmes": lambda record: set(record["programmes"]),
}


def score(folder: Path = FOLDER) -> Score:
    """Return the figures over the announcements of a folder.

    Time is taken over the second half, texts that were not read before, with the patterns that the first half needed.
    """
    result = Score()
    for text in (WARM, *WARM_TOO):
        read_announcement(text)
    pages = list(announcements(folder))
    for name, text, asked, meta in pages:
        begun = time.process_time()
        drafts = [draft.record for draft in read_announcement(text, meta.get("url"), meta.get("published"))]
        if result.pages >= len(pages) // 2:
            result.seconds += time.process_time() - begun
            result.letters += len(text)
        result.pages += 1
        _count(result, name, asked, drafts)
    return result


def announcements(folder: Path) -> Iterator[tuple[str, str, list[Record], dict[str, str]]]:
    """Yield name, text, records and what is known of each page."""
    for path in sorted(folder.glob("*.txt")):
        gold, meta = path.with_suffix(".json"), path.with_suffix(".meta.json")
        if gold.is_file():
            records = json.loads(gold.read_text(encoding="utf-8"))
            known = json.loads(meta.read_text(encoding="utf-8")) if meta.is_file() else {}
            yield path.stem, path.read_text(encoding="utf-8"), records, known


def start(times: int = 3) -> float:
    """Return the processor time in seconds from starting Python to the record of a short text, the least of some."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "announcement.txt"
        path.write_text(WARM, encoding="utf-8")
        return min(
            _processor([sys.executable, "-m", "loaders.press_release", str(path)]) for _ in range(times)
        )


def _processor(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=HOME, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _count(result: Score, name: str, asked: list[Record], drafts: list[Record]) -> None:
    result.events += len(asked)
    result.drafts += len(drafts)
    result.false += bool(drafts and not asked)
    if len(asked) != len(drafts):
        result.faults.append(f"{name} events: {len(asked)} asked, {len(drafts)} given")
    for gold, draft in _pairs(asked, drafts):
        result.matched += draft is not None
        for field_, values in FIELDS.items():
            result.add(field_, values(gold), values(draft) if draft else set(), where=name)


def _pairs(asked: Iterable[Record], drafts: Iterable[Record]) -> Iterator[tuple[Record, Record | None]]:
    """Yield each record with the draft most like it, no draft twice."""
    left = list(drafts)
    for gold in asked:
        best = max(left, key=lambda draft: _alike(gold, draft), default=None)
        if best is not None:
            left.remove(best)
        yield gold, best


def _alike(gold: Record, draft: Record) -> int:
    keys = ("start_date", "end_date", "city", "host_country", "format")
    counts = Counter(gold[key] == draft[key] for key in keys)
    return counts[True] + int(gold["participants"]["total"] == draft["participants"]["total"])


def lines(result: Score) -> Iterator[str]:
    """Yield the figures as lines of text."""
    extra = (result.drafts - result.matched) / max(result.events, 1)
    yield f"{result.pages} pages, {result.events} events, {result.drafts} drafts, {result.matched} of them of an event"
    yield f"drafts beyond the events {extra:.0%}; pages without an event that gave one: {result.false}"
    yield f"{result.seconds * 3e6 / max(result.letters, 1):.1f} ms of processor time for 3,000 characters (goal: 20)"
    yield f"{'field':<24}{'asked':>7}{'given':>7}{'right':>7}{'found':>8}{'true':>8}{'F1':>8}"
    for name, one in result.fields.items():
        counts = f"{one.asked:>7}{one.given:>7}{one.right:>7}"
        yield f"{name:<24}{counts}{one.recall:>8.0%}{one.precision:>8.0%}{one.f1:>8.2f}"


def main() -> None:
    """Print the figures of a folder."""
    parser = argparse.ArgumentParser(prog="python -m bench.announcements", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--faults", action="store_true", help="print what was read wrongly, too")
    chosen = parser.parse_args()
    result = score(chosen.folder)
    for line in [*lines(result), *(result.faults if chosen.faults else [])]:
        print(line)
    print(f"{start():.2f} s of processor time from the start to the first record (goal: 0.5)")


if __name__ == "__main__":
    main()
