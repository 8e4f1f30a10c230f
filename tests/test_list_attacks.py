"""What one hostile file in data/lists/ must not do: stop the others, end the process, hang, or lose a name unsaid."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # ships no types
import pytest

from loaders import load
from loaders.headcounts import parse_headcount

GOOD = "Title,Date,City,Country,Participating countries\nGood one,2024-05-06,Vienna,Austria,Kazakhstan\n"


def read(folder: Path, **files: bytes):
    lists = folder / "lists"
    lists.mkdir()
    (lists / "good.csv").write_text(GOOD, encoding="utf-8")
    for name, content in files.items():
        (lists / name.replace("_", ".")).write_bytes(content)
    tables = load(folder)
    told = tables["problems"]
    return set(tables["events"]["title"]), told[told["source"] != "lists/good.csv"]


@pytest.mark.parametrize("attribute", ["r='XFD1048576'", 'r = "XFD1048576"'], ids=["single quotes", "blanks"])
def test_a_cell_at_the_end_of_the_world_is_told_however_it_is_quoted(tmp_path: Path, attribute: str):
    book, content = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Title", "Date"])
    book.active.append(["Course", "2024-05-06"])
    book.save(content)
    far = io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(far, "w") as new:
        for item in old.namelist():
            new.writestr(item, old.read(item).replace(b'r="A2"', attribute.encode()))
    titles, told = read(tmp_path, far_xlsx=far.getvalue())
    assert titles == {"Good one"}
    assert len(told)


LATE = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:x
DTSTART;VALUE=DATE:99991231
DURATION:P1D
END:VEVENT
END:VCALENDAR
"""
DEEP = b'{"@type":"Event","name":"x","startDate":"2024-05-06","location":' + b"[" * 500 + b"]" * 500 + b"}"
ODD = b'<![ <!x[ <script type="application/ld+json">{"@type":"Event"}</script><![if'
MARK = "Title,Date,City,Country,Participants\nCourse,2024-05-06,Vienna,Austria,30\u00b9\n".encode()


@pytest.mark.parametrize(
    ("name", "content"), [("late_ics", LATE), ("odd_html", ODD), ("deep_json", DEEP), ("mark_csv", MARK)]
)
def test_one_bad_file_never_stops_the_others(tmp_path: Path, name: str, content: bytes):
    titles, _ = read(tmp_path, **{name: content})
    assert "Good one" in titles


def test_a_broken_link_is_told_and_a_list_may_be_called_like_a_licence(tmp_path: Path):
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "gone.csv").symlink_to(tmp_path / "nowhere.csv")
    (lists / "License plates 2024.csv").write_text(GOOD, encoding="utf-8")
    tables = load(tmp_path)
    assert list(tables["events"]["title"]) == ["Good one"]
    assert "lists/gone.csv" in set(tables["problems"]["source"])


def test_an_unknown_name_between_known_ones_is_always_told(tmp_path: Path):
    text = GOOD.replace("Kazakhstan", '"Kazakhstan, Ruritania"')
    _, told = read(tmp_path, other_csv=text.encode())
    assert "Ruritania" in set(told["value"])


@pytest.mark.parametrize("words", ["30, no women", "30 participants, no women", "30 (without women)"])
def test_none_of_a_sex_is_never_all_of_them(words: str):
    found = parse_headcount(words)
    assert found is None or found.women in (None, 0)
