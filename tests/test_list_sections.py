"""Headings inside a sheet that say of the rows below them that these were not held."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.lists_written import Read, xlsx

HEAD = ["Title", "Date", "City"]
HELD = ["A fair", "2019-05-03", "Vienna"]
OTHER = ["A course", "2019-06-04", "Malta"]


def of(tmp_path: Path, *rows: Sequence[str | None], sheet: str = "Events") -> Read:
    xlsx(tmp_path / "list.xlsx", {sheet: [list(row) for row in rows]})
    return Read(tmp_path / "list.xlsx")


def titles(read: Read) -> list[str]:
    return [record["title"] for record in read.records]


@pytest.mark.parametrize(
    "heading",
    ["Planned", "Cancelled events", "Postponed activities 2019", "Planned workshops:", "Отменено"],
)
def test_rows_below_a_heading_of_what_was_not_held_are_told_and_not_counted(heading: str, tmp_path: Path):
    read = of(tmp_path, HEAD, HELD, [heading], OTHER)
    assert titles(read) == ["A fair"]
    assert "stands below" in read.advice()


def test_the_next_heading_ends_the_section(tmp_path: Path):
    read = of(tmp_path, HEAD, ["Cancelled"], HELD, ["Held"], OTHER)
    assert titles(read) == ["A course"]
    read = of(tmp_path, HEAD, ["Cancelled"], HELD, ["Regional events"], OTHER)
    assert titles(read) == ["A course"]


def test_a_year_below_a_heading_does_not_end_it_but_one_above_does(tmp_path: Path):
    read = of(tmp_path, HEAD, ["Planned"], ["2019"], HELD, ["2020"], OTHER)
    assert titles(read) == []
    read = of(tmp_path, HEAD, ["2018"], ["Planned"], HELD, ["2019"], OTHER)
    assert titles(read) == ["A course"]


def test_a_row_that_says_it_was_held_counts_below_any_heading(tmp_path: Path):
    head, held, other = [*HEAD, "Status"], [*HELD, "held"], [*OTHER, None]
    assert titles(of(tmp_path, head, ["Planned"], held, other)) == ["A fair"]


def test_a_table_below_a_heading_and_a_sheet_of_that_name_are_not_counted(tmp_path: Path):
    read = of(tmp_path, HEAD, HELD, ["Planned"], ["Event title", "Start date", "City"], OTHER)
    assert titles(read) == ["A fair"]
    assert titles(of(tmp_path, HEAD, HELD, sheet="Cancelled")) == []
    assert titles(of(tmp_path, HEAD, HELD, sheet="Draft")) == ["A fair"]
    assert titles(of(tmp_path, HEAD, ["Region X"], HELD, sheet="Plans and budgets")) == ["A fair"]


@pytest.mark.parametrize(
    "title", ["of which second day", "- of which online", "dont journée publique", "из них онлайн"]
)
def test_a_row_that_tells_of_a_part_of_the_row_above_is_no_event(title: str, tmp_path: Path):
    read = of(tmp_path, HEAD, HELD, [title, "2019-05-04", "Vienna"])
    assert titles(read) == ["A fair"]
    assert [severity for row, _, severity in read.told(field="row") if row == 3] == ["warning"]
