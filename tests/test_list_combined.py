"""Columns that hold date and place in one cell: parted where both can be told, asked about where not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.list_combined import parts
from tests.lists_written import Read


def listed(tmp_path: Path, content: str) -> Read:
    (tmp_path / "list.csv").write_text(content, encoding="utf-8")
    return Read(tmp_path / "list.csv")


@pytest.mark.parametrize(
    ("cell", "date", "place"),
    [
        ("12-14 May 2019, Vienna", "12-14 May 2019", "Vienna"),
        ("Vienna (Austria), 12 - 14 May 2019", "12 - 14 May 2019", "Vienna, Austria"),
        ("May 12-14, 2019, Vienna, Austria", "May 12-14, 2019", "Vienna, Austria"),
        ("Monday, 12 May 2019 in Vienna", "Monday, 12 May 2019", "Vienna"),
        ("31 May – 2 June 2019\nAlmaty, Kazakhstan", "31 May – 2 June 2019", "Almaty, Kazakhstan"),
        ("12 May 2019 Addis Ababa, Ethiopia", "12 May 2019", "Addis Ababa, Ethiopia"),
        ("Vienna 12.05.2019", "12.05.2019", "Vienna"),
        ("Q2 2019, Bangkok", "Q2 2019", "Bangkok"),
        ("12 мая 2019 г., Ташкент", "12 мая 2019 г.", "Ташкент"),
        ("Paris, du 3 au 5 mai 2018", "du 3 au 5 mai 2018", "Paris"),
        ("3 a 5 de mayo de 2018, Bogotá", "3 a 5 de mayo de 2018", "Bogotá"),
        ("Hotel 4 Seasons, Doha, 12 May 2019", "12 May 2019", "Hotel 4 Seasons, Doha"),
        ("March 2020", "March 2020", None),
        ("Vienna, Austria", None, "Vienna, Austria"),
    ],
)
def test_date_and_place_of_a_cell_are_told_apart(cell: str, date: str | None, place: str | None):
    assert parts(cell) == (date, place, False)


@pytest.mark.parametrize("cell", ["5 May 2019, Vienna, 6 May 2019, Graz", "5-7 June and Osh, 8 June 2019"])
def test_a_cell_of_two_dates_and_places_is_doubted(cell: str):
    assert parts(cell) == (cell, None, True)


@given(st.text(max_size=60))
def test_nothing_but_signs_between_the_parts_is_lost(cell: str):
    date, place, _ = parts(cell)
    kept = f"{date or ''} {place or ''}"
    for word in filter(str.isalnum, cell.replace(",", " ").split()):
        assert word in kept or word in ("in", "at", "en", "on", "au", "à", "в")


@pytest.mark.parametrize(
    "heading",
    ["Date and place", "Dates & Venue", "Venue / Date", "Lieu et date", "Fecha y lugar", "Дата и место"],
)
def test_a_column_of_both_gives_days_city_and_host(heading: str, tmp_path: Path):
    rows = '"A course","12-14 May 2019, Vienna"\n"A fair","Bishkek, Kyrgyzstan, 3 June 2020"\n'
    read = listed(tmp_path, f"Title,{heading}\n{rows}")
    found = [
        (record["start_date"], record.get("end_date"), record["city"], record["host_country"])
        for record in read.records
    ]
    assert found == [
        ("2019-05-12", "2019-05-14", "Vienna", "AUT"),
        ("2020-06-03", None, "Bishkek", "KGZ"),
    ]


def test_a_problem_of_the_place_names_the_column_it_was_taken_from(tmp_path: Path):
    rows = '"A course","12 May 2019, Vienna"\n"A fair","5 May 2019, Vienna, 6 May 2019, Graz"\n'
    read = listed(tmp_path, f"Title,Date and place\n{rows}")
    told = [(problem.row, problem.column, problem.severity) for problem in read.problems]
    assert (2, "B", "warning") in told, "a city without a country"
    (doubted,) = [problem for problem in read.problems if "cannot be told apart" in problem.advice]
    assert (doubted.row, doubted.column) == (3, "B")
    assert read.records[1].get("city") is None


def test_beside_a_column_of_dates_one_of_both_is_asked_about(tmp_path: Path):
    read = listed(tmp_path, 'Title,Date,Date and place\nA course,2019-05-12,"12 May 2019, Vienna"\n')
    (record,) = read.records
    assert record["start_date"] == "2019-05-12"
    assert any("seems to hold what another column holds" in problem.advice for problem in read.problems)


def test_a_mark_of_repetition_stands_for_both(tmp_path: Path):
    read = listed(tmp_path, 'Title,Date and place\nA fair,"12 May 2019, Vienna, Austria"\nA course,idem\n')
    told = [(record["start_date"], record["city"], record["host_country"]) for record in read.records]
    assert told == [("2019-05-12", "Vienna", "AUT")] * 2
