"""What goes into the tables column by column is what goes in record by record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench import lists as long_lists
from loaders import dropped
from loaders.list_bodies import body
from loaders.organisations import classify
from loaders.problems import Gathering
from loaders.records import RECORD_TABLES, Tidy
from tests.lists_written import HEADINGS, ROOT, ROW, WORDS, xlsx

LISTS = ROOT / "tests" / "lists"
MESSES = sorted(path.name for path in LISTS.iterdir())


def rows_of(tidy: Tidy) -> dict[str, list[tuple[Any, ...]]]:
    """Every table as rows, codes as the texts they stand for."""
    return {
        table: list(zip(*map(_texts, tidy.rows[table].columns.values()), strict=True))
        for table in RECORD_TABLES
    }


def _texts(cells: Any) -> list[Any]:
    if hasattr(cells, "codes"):
        known = list(cells.known)
        return [known[code] for code in cells.codes]
    return list(cells)


def both_ways(path: Path, *, same: dict[str, str] | None = None) -> tuple[Tidy, Tidy]:
    """A list read column by column, and record by record."""
    columns, records = (
        Tidy(WORDS, same=same, problems=Gathering()),
        Tidy(WORDS, same=same, problems=Gathering()),
    )
    folder = ROOT / "data" / "vocabulary"
    dropped.take(path, path.name, columns, dropped.reading_of(WORDS, folder, columns.problems))
    reading = dropped.reading_of(WORDS, folder, records.problems)
    for entry in dropped.entries(path, path.name, reading):
        records.take(entry.values, dropped.report_of(entry, path.name, records.problems))
    for tidy in (columns, records):
        tidy.finish()
    return columns, records


@pytest.mark.parametrize("name", MESSES)
def test_a_list_gives_the_same_rows_column_by_column_as_record_by_record(name: str):
    columns, records = both_ways(LISTS / name)
    assert rows_of(columns) == rows_of(records)


@pytest.mark.parametrize("name", MESSES)
def test_every_problem_of_a_record_is_told_column_by_column_too(name: str):
    columns, records = both_ways(LISTS / name)

    def told(tidy: Tidy) -> set[tuple[Any, ...]]:
        return {(p.row, p.column, p.field, p.value, p.severity) for p in tidy.problems.gathered()}

    assert told(records) <= told(columns)


def test_a_long_list_gives_the_same_rows_both_ways(tmp_path: Path):
    columns, records = both_ways(long_lists.write(400, tmp_path))
    assert rows_of(columns) == rows_of(records)


def test_a_record_that_is_joined_with_another_waits_for_it(tmp_path: Path):
    (tmp_path / "list.csv").write_text(
        "Code,Title,Date,City\nA1,A fair,2020-01-02,Vienna\nA2,The fair,2020-01-02,Vienna\n", encoding="utf-8"
    )
    columns, records = both_ways(tmp_path / "list.csv", same={"list-a1": "list-a1", "list-a2": "list-a1"})
    assert [row[0] for row in rows_of(columns)["events"]] == ["list-a1"]
    assert rows_of(columns) == rows_of(records)


@pytest.mark.parametrize("host", ["MEX", "KAZ", "USA", "BIH", "GBR"])
@pytest.mark.parametrize(
    "name",
    [
        "ECPAT",
        "Ministry of Interior",
        "DFID",
        "the Equity Centre (MGEC)",
        "U.S. Embassy",
        "Prosecutor General",
    ],
)
def test_a_body_is_seen_from_a_country_as_the_vocabulary_sees_it(name: str, host: str):
    answer = classify(name, host)
    assert body(name, host) == (answer.kind, answer.organisation_id)


@pytest.mark.parametrize("below", ["", "Seminar on ports,2023-01-01,Kenya,Cancelled\n", "Total,,,\n"])
def test_a_list_without_an_event_gives_none_and_says_so(tmp_path: Path, below: str):
    (tmp_path / "plan.csv").write_text(f"Title,Date,Country,Status\n{below}", encoding="utf-8")
    columns, records = both_ways(tmp_path / "plan.csv")
    assert rows_of(columns) == rows_of(records)
    assert rows_of(columns)["events"] == []
    (told,) = [p for p in columns.problems.gathered() if p.field == "sheet"]
    assert told.advice.startswith("has headings and no event below them")


def test_of_a_list_of_headings_alone_nothing_else_is_told(tmp_path: Path):
    (tmp_path / "plan.csv").write_text("Title,Date,Country\n", encoding="utf-8")
    columns, _ = both_ways(tmp_path / "plan.csv")
    assert [p.field for p in columns.problems.gathered()] == ["sheet"]


@pytest.mark.parametrize("order", [["2025 plan", "2024"], ["2024", "2025 plan"]])
def test_a_sheet_of_headings_alone_takes_no_event_of_the_other_sheets(tmp_path: Path, order: list[str]):
    rows = {"2025 plan": [HEADINGS], "2024": [HEADINGS, ROW]}
    xlsx(tmp_path / "list.xlsx", {name: rows[name] for name in order})
    columns, _ = both_ways(tmp_path / "list.xlsx")
    assert len(rows_of(columns)["events"]) == 1
    (told,) = [p for p in columns.problems.gathered() if p.field == "sheet"]
    assert told.sheet == "2025 plan"


def told_of_bodies(tidy: Tidy) -> list[tuple[Any, ...]]:
    return [
        (p.row, p.column, p.field, p.value)
        for p in tidy.problems.gathered()
        if p.advice.startswith("is not in organisations.csv")
    ]


BODIES = (
    "Title,Date,Country,Organisers,Partners,Partners,Funders\n"
    "Course,2019-05-01,Kenya,Zorkia,Yakland Circle,Zork,Vex Circle\n"
    "Seminar,2019-05-02,Kenya,,,,Wuz Circle; Xylo Circle\n"
)
IN_THEIR_CELLS = [
    (2, "D", "Organisers", "Zorkia"),
    (2, "E", "Partners (column E)", "Yakland Circle"),
    (2, "F", "Partners (column F)", "Zork"),
    (2, "G", "Funders", "Vex Circle"),
    (3, "G", "Funders", "Wuz Circle"),
    (3, "G", "Funders", "Xylo Circle"),
]


def test_a_body_that_nobody_knows_is_told_at_its_own_cell_under_its_heading(tmp_path: Path):
    (tmp_path / "list.csv").write_text(BODIES, encoding="utf-8")
    for tidy in both_ways(tmp_path / "list.csv"):
        assert sorted(told_of_bodies(tidy)) == IN_THEIR_CELLS


def test_a_body_of_a_record_that_waits_for_another_is_told_at_its_own_cell(tmp_path: Path):
    text = (
        BODIES.replace("Title", "Code,Title").replace("Course", "A1,Course").replace("Seminar", "A2,Seminar")
    )
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    columns, _ = both_ways(tmp_path / "list.csv", same={"list-a1": "list-a1", "list-a2": "list-a1"})
    assert (2, "H", "Funders", "Vex Circle") in told_of_bodies(columns)


def test_a_body_is_told_at_the_row_of_its_event_that_names_it(tmp_path: Path):
    (tmp_path / "list.csv").write_text(
        "Title,Date,Participating countries,Participating organisations\n"
        "Course,2019-05-01,Kenya,UNODC\nCourse,2019-05-01,Peru,Yakland Circle\n",
        encoding="utf-8",
    )
    for tidy in both_ways(tmp_path / "list.csv"):
        assert told_of_bodies(tidy) == [(3, "D", "Participating organisations", "Yakland Circle")]
