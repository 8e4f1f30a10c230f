"""Days as lists write them: what is known is read, what may be two things is told and not guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from loaders.list_dates import DateReader, Span, of_row, year_in
from tests.lists_written import Read, xlsx

YEARS_ACROSS = [
    "2018/19",
    "2018-19",
    "2018/2019",
    "FY 2018/19",
    "FY 2018-2019",
    "school year 2018–19",
    "2011/12",
]


@pytest.mark.parametrize("text", YEARS_ACROSS)
def test_a_year_that_lies_in_two_is_told_and_not_read(text: str):
    dated = of_row({"date": text}, DateReader("dmy"), year=None)
    assert dated.start is None
    assert [(field, value) for field, value, *_ in dated.faults] == [("date", text)]
    assert "ends in the next" in dated.faults[0][2]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("2018-2019", "2018", "2019"), ("2011-12", "2011-12", None), ("2018-05", "2018-05", None)],
)
def test_two_years_and_a_month_are_what_they_were(text: str, start: str, end: str | None):
    assert DateReader("dmy").span(text) == Span(start, end)


def test_a_column_of_such_years_lends_no_date_its_year():
    dated = of_row({"date": "3 May", "year": "2018/19"}, DateReader("dmy"), year=2017)
    assert dated.start is None
    assert {field for field, *_ in dated.faults} == {"date", "year"}


@pytest.mark.parametrize(
    ("text", "year"),
    [("Events 2018/19", None), ("2018-05-03", 2018), ("2011-12-05", 2011), ("Plan 2019", 2019)],
)
def test_a_heading_with_two_years_names_none(text: str, year: int | None):
    assert year_in(text) == year


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Q1-Q2 2019", "2019", None),
        ("Q1 and Q2 2019", "2019", None),
        ("T1 à T3 2019", "2019", None),
        ("Q3 2018 - Q1 2019", "2018", "2019"),
    ],
)
def test_several_quarters_are_kept_as_their_years_and_told(text: str, start: str, end: str | None):
    dated = of_row({"date": text}, DateReader("dmy"), year=None)
    assert (dated.start, dated.end, dated.note) == (start, end, f"known as {text!r}")
    assert [severity for *_, severity in dated.faults] == ["note"]


@pytest.mark.parametrize("text", ["Q2-Q1 2019", "Q1-Q5 2019", "Q1 2019 - Q4 2018"])
def test_quarters_out_of_their_order_are_no_date(text: str):
    assert of_row({"date": text}, DateReader("dmy"), year=None).start is None


@pytest.mark.parametrize(
    "text",
    ["Xo 4.3. – Yr 8.3.2019", "4.3. xyz 8.3.2019", "v. 4/3/19 xyz 8/3/19", "Mi. 4. bis Do. 5. März 2019"],
)
def test_a_cell_of_two_days_of_which_one_was_understood_is_asked_about(text: str):
    dated = of_row({"date": text}, DateReader("dmy"), year=None)
    assert dated.start is None
    assert len(dated.faults) == 1


@pytest.mark.parametrize(
    "text", ["8.3.2019, 10.00-15.30", "Fri 8/3/2019 9.05 am", "8.3.2019 (8.3.)", "8 March 2019"]
)
def test_an_hour_or_the_same_day_twice_is_no_other_day(text: str):
    assert DateReader("dmy").span(text) == Span("2019-03-08")


@pytest.mark.parametrize("text", ["1899-12-31", "9999-12-31", "1000"])
def test_a_day_outside_the_years_that_are_read_is_told_with_the_years(text: str):
    dated = of_row({"date": text}, DateReader("dmy"), year=None)
    assert dated.start is None
    assert dated.faults[0][2] == "lies outside the years 1900 to 2100; mend the year"


def test_days_that_a_workbook_counts_from_1904_are_read_so(tmp_path: Path):
    rows: list[list[Any]] = [["Title", "Date", "City"], ["A fair", 42_135, "Vienna"]]
    book = xlsx(tmp_path / "list.xlsx", {"Events": rows})
    assert Read(tmp_path / "list.xlsx").records[0]["start_date"] == "2015-05-11"
    from openpyxl.utils.datetime import CALENDAR_MAC_1904  # type: ignore[import-untyped]  # ships no types

    book.epoch = CALENDAR_MAC_1904
    book.save(tmp_path / "list.xlsx")
    assert Read(tmp_path / "list.xlsx").records[0]["start_date"] == "2019-05-12"


def test_an_old_workbook_that_counts_from_1904_too(tmp_path: Path):
    import xlwt  # type: ignore[import-untyped]  # ships no types

    book = xlwt.Workbook()
    book.dates_1904 = True
    sheet = book.add_sheet("Events")
    rows: list[list[Any]] = [["Title", "Date", "City"], ["A fair", 42_135, "Vienna"]]
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            sheet.write(number, place, cell)
    book.save(str(tmp_path / "list.xls"))
    assert Read(tmp_path / "list.xls").records[0]["start_date"] == "2019-05-12"
