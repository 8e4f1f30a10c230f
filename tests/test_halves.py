"""A long file read by two processes gives what one process gives, whatever stands in its halves."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from loaders import halves, load, second
from loaders.records import Part
from loaders.tables import Tables
from tests.alike import assert_alike

ROOT = Path(__file__).resolve().parent.parent
VOCABULARY = ROOT / "data" / "vocabulary"

Parts = list[Part | None]


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> Parts:
    """Every file is long enough for two processes; what the second one handed over is kept here."""
    handed: Parts = []
    answer = second.Second.answer

    def keep(other: second.Second[Part]) -> Part | None:
        handed.append(answer(other))
        return handed[-1]

    monkeypatch.setattr(halves, "LONG", 0)
    monkeypatch.setattr(second, "cores", lambda: 2)
    monkeypatch.setattr(second.Second, "answer", keep)
    return handed


def folder(at: Path, lines: list[str], *, end: str = "\n", same: str = "") -> Path:
    """Return a data folder with these lines, and with a row of same_events.csv."""
    (at / "data").mkdir()
    (at / "data" / "events.jsonl").write_text("\n".join(lines) + end, encoding="utf-8")
    if same:
        shutil.copytree(VOCABULARY, at / "data" / "vocabulary")
        said = f"event_id,other_id,answer\n{same}\n"
        (at / "data" / "vocabulary" / "same_events.csv").write_text(said, encoding="utf-8")
    return at / "data"


def record(event_id: str, **values: Any) -> str:
    return json.dumps({"id": event_id, "title": f"Course {event_id}", "start_date": "2019-03-04", **values})


def by_one(path: Path) -> Tables:
    """Return what one process reads."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(halves, "LONG", 10**12)
        return load(path)


def both_alike(path: Path) -> Tables:
    """Return what two processes read, once it is seen to be what one reads."""
    found, expected = load(path), by_one(path)
    assert_alike(found, expected)
    return found


def test_the_real_records(parts: Parts):
    found = both_alike(ROOT / "data")
    assert len(found["events"]) == 567
    assert [part.events for part in parts if part] == [len(found["events"]) - first_half(ROOT / "data")]


def first_half(path: Path) -> int:
    with (path / "events.jsonl").open("rb") as content:
        half = halves._half(content)
    assert half is not None
    return half.line - 1


def test_problems_keep_their_lines_and_their_order(tmp_path: Path, parts: Parts):
    lines = [record(f"e{number}", colour=number) if number % 3 else "{broken" for number in range(12)]
    found = both_alike(folder(tmp_path, lines))
    assert found["problems"]["row"].tolist() == [1, 4, 7, 10, 2, 3, 5, 6, 8, 9, 11, 12]
    assert parts[0] is not None
    assert parts[0].events == 4


def test_an_id_of_both_halves_is_told_with_the_line_of_the_first(tmp_path: Path, parts: Parts):
    lines = [record("a"), record("b"), record("c"), record("a", city="Bishkek"), record("b"), record("d")]
    found = both_alike(folder(tmp_path, lines))
    assert found["events"]["event_id"].tolist() == ["a", "b", "c", "a-line-4", "d"]
    assert found["problems"]["row"].tolist()[:2] == [4, 5]
    assert parts[0] is not None, "the second process has read, and was not believed"


def test_a_new_body_of_both_halves_has_one_id(tmp_path: Path, parts: Parts):
    def of(event_id: str, name: str) -> str:
        return record(event_id, organisations=[{"name": name, "role": "organiser"}])

    lines = [of("a", "Zed Institute"), of("b", "Yak"), of("c", "ZED  Institute"), of("d", "Xylo")]
    found = both_alike(folder(tmp_path, lines))
    ids = found["event_organisations"]["organisation_id"].astype(str).tolist()
    assert ids == ["new-zed-institute", "new-yak", "new-zed-institute", "new-xylo"]
    assert (
        found["organisations"].set_index("organisation_id").loc["new-zed-institute", "name"]
        == "Zed Institute"
    )
    assert parts[0] is not None


def test_two_new_bodies_whose_names_look_alike_stay_two(tmp_path: Path, parts: Parts):
    def of(event_id: str, name: str) -> str:
        return record(event_id, organisations=[{"name": name, "role": "organiser"}])

    found = both_alike(
        folder(tmp_path, [of("a", "Zed-Yak"), of("b", "Xylo"), of("c", "Zed Yak"), of("d", "W")])
    )
    ids = found["event_organisations"]["organisation_id"].astype(str).tolist()
    assert ids == ["new-zed-yak", "new-xylo", "new-zed-yak-again", "new-w"]
    assert parts[0] is not None


def test_records_of_both_halves_are_joined(tmp_path: Path, parts: Parts):
    lines = [record("a", city="Osh"), record("b"), record("d"), record("c", city="Bishkek", topics=["dance"])]
    found = both_alike(folder(tmp_path, lines, same="a,c,same"))
    assert sorted(found["events"]["event_id"]) == ["a", "b", "d"]
    assert found["event_differences"]["field"].astype(str).tolist() == ["title", "city"]
    assert parts[0] is not None
    assert parts[0].held.keys() == {"c"}


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_the_end_of_a_file_and_its_first_bytes_do_not_matter(tmp_path: Path, parts: Parts, end: str):
    lines = ["\ufeff" + record("a"), "", record("b"), record("c", summary="x" * 5000)]
    assert len(both_alike(folder(tmp_path, lines, end=end))["events"]) == 3
    del parts


def test_one_long_line_is_read_by_one_process(tmp_path: Path, parts: Parts):
    assert len(both_alike(folder(tmp_path, [record("a")], end=""))["events"]) == 1
    assert parts == []


def test_a_second_process_that_fails_costs_time_and_nothing_else(
    tmp_path: Path, parts: Parts, monkeypatch: pytest.MonkeyPatch
):
    path = folder(tmp_path, [record(f"e{number}") for number in range(9)])
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\necho half a pickle\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    assert len(both_alike(path)["events"]) == 9
    assert parts == [None]
