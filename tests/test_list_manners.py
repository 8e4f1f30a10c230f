"""Manners of offices in lists: marks of repetition, a status, years left out, numbers beside countries."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.list_dates import DateReader, _of_month
from loaders.list_words import read as read_words
from tests.lists_written import ROOT, Read, countries, xlsx

LISTS = ROOT / "tests" / "lists"
WORDS = read_words(ROOT / "data" / "vocabulary")


def of(name: str) -> Read:
    return Read(LISTS / name)


def text(tmp_path: Path, content: str, name: str = "list.csv") -> Read:
    (tmp_path / name).write_text(content, encoding="utf-8")
    return Read(tmp_path / name)


def test_marks_of_repetition_are_read_as_the_cell_above_and_told():
    read = of("dittos_and_notes.csv")
    first, second, third, fourth = read.records
    assert first["title"] == second["title"] == third["title"] != fourth["title"]
    assert [record["city"] for record in read.records] == ["Tashkent", "Tashkent", "Samarkand", "Tashkent"]
    assert [countries(record, "funder") for record in read.records] == ["USA", "USA", "USA", ""]
    assert fourth["organisations"][0]["as_written"] == "Ministry of Internal Affairs"
    assert (fourth["start_date"], fourth["end_date"]) == ("2018-12-30", "2019-01-03")
    assert read.advice().count('says "as above"') == 4


@pytest.mark.parametrize("mark", ['"', "''", "-//-", "—„—", "idem", "Ídem.", "то же", "do.", "Ditto"])
def test_each_way_of_writing_as_above_is_known(mark: str, tmp_path: Path):
    quoted = mark.replace('"', '""')
    read = text(tmp_path, f'Title,Date,City\nA fair,2020-01-02,Vienna\nA course,2020-02-03,"{quoted}"\n')
    assert [record["city"] for record in read.records] == ["Vienna", "Vienna"]


def test_a_mark_below_nothing_and_a_dash_are_no_repetition(tmp_path: Path):
    read = text(tmp_path, "Title,Date,City\nA fair,2020-01-02,\nA course,2020-02-03,-\n")
    assert [record.get("city") for record in read.records] == [None, None]


def test_a_year_left_out_below_is_the_one_above_and_days_stand_beside_their_month():
    read = of("years_left_out_below.tsv")
    assert [record["start_date"] for record in read.records] == [
        "2011-05-03",
        "2011-05-17",
        "2011-06-01",
        "2012-11-30",
    ]
    assert [record.get("end_date") for record in read.records] == ["2011-05-05", None, "2011-06-02", None]
    assert read.told() == []


def test_an_event_that_was_called_off_or_postponed_is_told_and_not_counted():
    read = of("status.csv")
    assert [record["city"] for record in read.records] == ["San José", "Lima", "Lima"]
    said = {problem.row: problem.advice for problem in read.problems if problem.field == "row"}
    assert "called off" in said[4]
    assert "postponed" in said[5]
    assert (6, "sin informe", "warning") in read.told(column="I")


@pytest.mark.parametrize(
    ("title", "counted"),
    [
        ("CANCELLED: Course for judges", 0),
        ("Course for judges (postponed)", 0),
        ("Отменено - Курс для судей", 0),
        ("Course on cancelled visas", 1),
        ("Planned: Course for judges", 1),
        ("Course for judges (Vienna)", 1),
    ],
)
def test_a_title_says_itself_that_its_event_was_not_held(title: str, counted: int, tmp_path: Path):
    read = text(tmp_path, f"Title,Date,City\n{title},2020-01-02,Vienna\nA fair,2020-01-02,Vienna\n")
    assert len(read.records) == counted + 1


def test_a_status_that_tells_of_something_else_has_no_field(tmp_path: Path):
    read = text(tmp_path, "Title,Date,Status\nA fair,2020-01-02,report filed\nA course,2020-02-03,paid\n")
    assert [column.field for column in read.about[0].columns] == ["title", "date", "unkept"]
    assert len(read.records) == 2


def test_numbers_beside_countries_are_told():
    read = of("status.csv")
    assert countries(read.records[1], "participant") == "PER ECU"
    assert [(row, value) for row, value, _ in read.told(column="F")][:2] == [(3, "Perú 20"), (3, "Ecuador 8")]


@pytest.mark.parametrize("cell", ["Kazakhstan1, Tajikistan", "Kosovo (UNSCR 1244), Serbia"])
def test_a_footnote_or_a_resolution_is_no_number_of_people(cell: str, tmp_path: Path):
    read = text(
        tmp_path, f'Title,Date,Participating countries\nA fair,2020-01-02,"{cell}"\nA,2020-02-02,Chad\n'
    )
    assert read.told(column="C") == []


def test_countries_in_brackets_behind_a_word_for_several_are_read():
    read = of("status.csv")
    assert countries(read.records[2], "participant") == "PER CHL BOL"
    assert (6, "Regional", "note") in read.told(column="F")


def test_a_second_column_of_a_field_is_read_once_the_first_turns_out_to_be_another(tmp_path: Path):
    content = "Event,Date,Participants,# of pax\nA fair,2020-01-02,judges,20\nA course,2020-02-03,police,30\n"
    read = text(tmp_path, content)
    assert [column.field for column in read.about[0].columns] == [
        "title",
        "date",
        "audiences",
        "participants",
    ]


def test_a_town_without_a_country_has_that_of_the_only_town_of_its_name(tmp_path: Path):
    read = text(tmp_path, "Title,Date,City\nA fair,2020-01-02,Struga\nA course,2020-02-03,Santa Cruz\n")
    assert [record.get("host_country") for record in read.records] == ["MKD", None]
    assert "towns.csv" in read.advice()


def test_what_a_column_of_countries_is_was_found_out_and_is_offered_for_an_answer(tmp_path: Path):
    read = text(tmp_path, "Event,Date,Country\nA fair,2020-01-02,Chad\nA fair,2020-01-02,Mali\n")
    assert [column.found for column in read.about[0].columns] == ["heading", "heading", "rows"]
    assert countries(read.records[0], "participant") == "TCD MLI"


def test_a_place_that_is_many_is_none(tmp_path: Path):
    read = text(tmp_path, "Title,Date,Place\nA fair,2020-01-02,nationwide\nA course,2020-02-03,Vienna\n")
    assert [record.get("city") for record in read.records] == [None, "Vienna"]
    assert (2, "nationwide", "note") in read.told(column="C")


def test_a_list_without_a_column_for_funders_was_read_only_in_part(tmp_path: Path):
    heads = "Title,Date,Participating countries,Organiser"
    row = "A fair,2020-01-02,Chad,UNODC"
    (partly,) = text(tmp_path, f"{heads}\n{row}\n").records
    (whole,) = text(tmp_path, f"{heads},Donor\n{row},\n").records
    assert (partly["sources"][0]["partial"], whole["sources"][0]["partial"]) == (True, False)


@pytest.mark.parametrize("line", ["sep=;\r\n", '"sep=;"\r\n', "sep=;\n", "\ufeffsep=;\r\n"])
def test_a_line_that_names_the_separator_is_no_row(line: str, tmp_path: Path):
    read = text(tmp_path, f"{line}Title;Date;City\r\nA fair;2020-01-02;Vienna\r\n")
    assert len(read.records) == 1
    assert read.told(field="row") == []


def test_a_title_of_signs_nobody_sees_is_none(tmp_path: Path):
    (record,) = text(tmp_path, "Title,Date,City\n\u200b\u2060,2020-01-02,Vienna\n").records
    assert "title" not in record


def test_a_merged_event_over_its_countries_adds_up_the_people(tmp_path: Path):
    rows = [
        ["Event", "Date", "Location", "Country", "Total"],
        ["A meeting", "2-4 June 2015", "Budva, Montenegro", "Albania", 5],
        [None, None, None, "BiH", 4],
    ]
    book = xlsx(tmp_path / "field.xlsx", {"2015": rows})
    for column in "ABC":
        book["2015"].merge_cells(f"{column}2:{column}3")
    book.save(tmp_path / "field.xlsx")
    (record,) = Read(tmp_path / "field.xlsx").records
    assert (countries(record, "participant"), record["participants"]["total"]) == ("ALB BIH", 9)


@pytest.mark.parametrize(
    "written",
    ["5 May 2019", "5-7 May 2019", "31 May - 2 June 2019", "5 мая 2019", "5–7 mai 2019", "29 February 2020"],
)
def test_the_usual_way_to_write_days_is_read_as_every_other(written: str):
    assert _of_month(written) == DateReader("dmy")._of_words(written, None) is not None


@pytest.mark.parametrize(
    "written", ["30 February 2019", "7-5 May 2019", "5 rooms 2019", "5 May 1066", "May 2019"]
)
def test_what_is_no_usual_day_is_left_to_the_others(written: str):
    assert _of_month(written) is None
