"""What a cell says is weighed against its column, its row and what a reader would believe."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.__main__ import MOST_SHOWN, Preview, as_text
from loaders.problems import Problem
from tests.lists_written import Read, countries, xlsx


def listed(folder: Path, text: str) -> Read:
    (folder / "list.csv").write_text(text, encoding="utf-8")
    return Read(folder / "list.csv")


PEOPLE = "Title,Date,City,Host country,Participants,Women\n"


def test_a_year_among_headcounts_is_asked_about(tmp_path: Path):
    read = listed(tmp_path, f"{PEOPLE}A,2019-05-04,Vienna,Austria,20,\nB,2019-05-05,Vienna,Austria,2019,\n")
    assert [record.get("participants", {}).get("total") for record in read.records] == [20, None]
    assert (3, "2019", "error") in read.told("E")


def test_a_large_meeting_among_large_ones_is_no_year(tmp_path: Path):
    read = listed(tmp_path, f"{PEOPLE}A,2019-05-04,Vienna,Austria,1800,\nB,2019-05-05,Vienna,Austria,2019,\n")
    assert [record["participants"]["total"] for record in read.records] == [1800, 2019]


def test_more_women_than_people_are_left_out(tmp_path: Path):
    read = listed(tmp_path, f"{PEOPLE}A,2019-05-04,Vienna,Austria,20,25\n")
    assert (read.records[0]["participants"]["total"], read.records[0]["participants"]["women"]) == (20, None)
    assert (2, "25", "error") in read.told("F")


@pytest.mark.parametrize(
    ("city", "country", "host", "asked"),
    [
        ("Savannah", "Georgia", "", "United States"),
        ("Tbilisi", "Georgia", "GEO", ""),
        ("Batumi", "Georgia", "GEO", ""),
        ("Vienna", "Germany", "DEU", "contradict"),
        ("Tashkent", "Kazakhstan", "KAZ", "contradict"),
        ("Tbilisi", "Austria", "AUT", "contradict"),
        ("Vienna", "Austria", "AUT", ""),
    ],
)
@pytest.mark.parametrize("form", ["two columns", "one column"])
def test_a_city_and_a_country_that_do_not_fit_are_asked_about(
    tmp_path: Path, city: str, country: str, host: str, asked: str, form: str
):
    heads, cells = {
        "two columns": ("City,Host country", f"{city},{country}"),
        "one column": ("Place", f'"{city}, {country}"'),
    }[form]
    read = listed(tmp_path, f"Title,Date,{heads}\nCourse,2019-05-04,{cells}\n")
    assert countries(read.records[0], "host") == host
    errors = [problem.advice for problem in read.problems if problem.severity == "error"]
    assert [asked in advice for advice in errors] == ([True] if asked else [])


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Course", "cancelled (5 May 2019)"),
        ("Course", "5 May 2019 - postponed"),
        ("Course", "Cancelled 5 May 2019"),
        ("Atelier", "annulé"),
        ("CANCELLED Course", "5 May 2019"),
        ("Семинар ОТМЕНЕН", "5 May 2019"),
    ],
)
def test_what_title_or_date_call_off_is_not_counted(tmp_path: Path, title: str, date: str):
    read = listed(tmp_path, f"Title,Date,City\n{title},{date},Vienna\nHeld,6 May 2019,Vienna\n")
    assert [record["title"] for record in read.records] == ["Held"]
    assert "not counted" in read.advice()


def test_a_course_on_cancelled_visas_was_held(tmp_path: Path):
    read = listed(tmp_path, "Title,Date,City\nCourse on cancelled visas,5 May 2019,Vienna\n")
    assert len(read.records) == 1


def test_a_status_held_wins_over_a_date_that_was_moved(tmp_path: Path):
    read = listed(tmp_path, "Title,Date,Status\nCourse,postponed to May 2020,held\n")
    assert len(read.records) == 1


def test_a_row_of_totals_may_say_what_it_counts(tmp_path: Path):
    read = listed(
        tmp_path, f"{PEOPLE}A,2019-05-04,Vienna,Austria,20,9\nGrand total:,,1 city,2 countries,20,9\n"
    )
    assert [record["title"] for record in read.records] == ["A"]


def test_a_second_table_below_is_read_by_its_own_headings(tmp_path: Path):
    read = listed(
        tmp_path,
        f"{PEOPLE}A,2019-05-04,Vienna,Austria,20,9\n\nTitle,Country,Date,Men\nB,France,2021-03-04,15\n",
    )
    assert [record["title"] for record in read.records] == ["A", "B"]
    assert read.records[1]["start_date"] == "2021-03-04"
    assert (read.records[1]["host_country"], read.records[1]["participants"]["men"]) == ("FRA", 15)
    assert [entry.row for entry in read.entries] == [2, 5]


@pytest.mark.parametrize("cell", ["0.5", "2019-05-06", "<i>Vienna</i>", "Vienna&nbsp;"])
def test_what_is_no_name_is_no_body(tmp_path: Path, cell: str):
    read = listed(tmp_path, f"Title,Date,City,Organiser\nCourse,2019-05-04,Vienna,{cell}\n")
    assert "organisations" not in read.records[0]
    assert (2, cell, "error") in read.told("D")


def test_a_row_with_a_day_for_a_city_is_shifted_and_not_read(tmp_path: Path):
    read = listed(tmp_path, "Title,Start date,City,Country\nCourse, on shelters,2019-05-04,Vienna\n")
    assert read.records == []
    assert "shifted" in read.advice()


def test_days_that_may_be_months_are_asked_where_a_column_has_both(tmp_path: Path):
    read = listed(
        tmp_path,
        "Title,Date,City\nA,13/06/2019,Vienna\nB,06/14/2019,Vienna\nC,03/04/2019,Vienna\nD,05/05/2019,Vienna\n",
    )
    assert [record.get("start_date") for record in read.records] == [
        "2019-06-13",
        "2019-06-14",
        None,
        "2019-05-05",
    ]
    assert (4, "03/04/2019", "error") in read.told("B")


@pytest.mark.parametrize(
    ("above", "lower"), [("When", ("From", "To")), ("Dates", ("Du", "Au")), ("Дата", ("с", "по"))]
)
def test_the_headings_below_a_date_are_its_first_and_last_day(
    tmp_path: Path, above: str, lower: tuple[str, str]
):
    rows = [
        ["Title", above, None, "City"],
        [None, *lower, None],
        ["Course", "2019-05-06", "2019-05-08", "Vienna"],
    ]
    book = xlsx(tmp_path / "a.xlsx", {"Sheet": rows})
    book["Sheet"].merge_cells("B1:C1")
    book.save(tmp_path / "a.xlsx")
    (record,) = Read(tmp_path / "a.xlsx").records
    assert (record["start_date"], record["end_date"]) == ("2019-05-06", "2019-05-08")


def test_a_column_of_unknown_names_is_told_whole_and_suggested_for_in_part(tmp_path: Path):
    names = "".join(f"Course {number},2019-05-04,Kazakstann{number}\n" for number in range(260))
    read = listed(tmp_path, f"Title,Date,Participating countries\nCourse,2019-05-04,Austria\n{names}")
    unknown = [problem for problem in read.problems if problem.column == "C" and problem.severity == "error"]
    assert len(unknown) == 260
    assert sum("did you mean" in problem.advice for problem in unknown) <= 200


@pytest.mark.parametrize("cell", ["45 (25 M, 21 F)", "35 (50 F)", "35 (20 H, 16 M)"])
def test_women_and_men_that_do_not_fit_the_total_are_told_and_the_total_is_kept(cell: str, tmp_path: Path):
    read = listed(tmp_path, f'Title,Date,City,Participants\nCourse,2019-05-04,Vienna,"{cell}"\n')
    (record,) = read.records
    people = record["participants"]
    assert (people["total"], people["women"], people["men"]) == (int(cell[:2]), None, None)
    (problem,) = [problem for problem in read.problems if problem.column == "D"]
    assert (problem.value, problem.severity) == (cell, "error")


def test_a_row_of_totals_with_women_and_men_is_no_event(tmp_path: Path):
    rows = 'Course,2019-05-04,Vienna,30\nTotal: 1 activity,,,"432 (200 M, 232 F)"\n'
    read = listed(tmp_path, f"Title,Date,City,Participants\n{rows}")
    assert [record["title"] for record in read.records] == ["Course"]
    assert "is a row of totals; not read" in [problem.advice for problem in read.problems]


def test_on_the_command_line_a_flood_of_problems_is_cut_and_counted():
    flood = [
        Problem("a.csv", row, "Country", f"name {row}", "is unknown", "error") for row in range(1, 1_201)
    ]
    lines = list(as_text(Path("a.csv"), Preview({}, [], flood)))
    assert lines[1].startswith("1,200 problems, of which the gravest 500 follow")
    assert sum(line.startswith("    name ") for line in lines) == MOST_SHOWN


def test_a_group_in_a_column_of_countries_is_asked_about_and_counted_as_none(tmp_path: Path):
    read = listed(
        tmp_path,
        "Title;Date;City;Participating countries\nCourse;2019-05-04;Vienna;Austria, Central Asian states\n",
    )
    (record,) = read.records
    came = [row["iso3"] for row in record["countries"] if row["role"] == "participant"]
    assert came == ["AUT"]
    (problem,) = [problem for problem in read.problems if problem.column == "D"]
    assert problem.value == "Central Asian states"
    assert problem.advice.startswith("names a group and does not say that all of it came")


@pytest.mark.parametrize(
    ("date", "start"),
    [("Q3 2021", "2021"), ("H1 2021", "2021"), ("spring 2021", "2021"), ("early May 2021", "2021-05")],
)
def test_a_date_coarser_than_written_is_told_and_keeps_its_words(date: str, start: str, tmp_path: Path):
    read = listed(tmp_path, f"Title,Date,City\nCourse,{date},Vienna\n")
    (record,) = read.records
    assert (record["start_date"], record.get("end_date")) == (start, None)
    assert date in record["date_note"]
    assert (2, date, "note") in read.told("B")


def test_a_quarter_beside_its_year_is_read(tmp_path: Path):
    read = listed(tmp_path, "Title,Year,Month,City\nCourse,2021,Q3,Vienna\n")
    (record,) = read.records
    assert record["start_date"] == "2021"
    assert "Q3" in record["date_note"]
    assert read.told("C") == [(2, "Q3", "note")]


@pytest.mark.parametrize(
    "date", ["12 May 2099", "2099-05-12", "2099", "10-12 May 2098", "30 December 2095 - 2 January 2096"]
)
def test_a_year_far_ahead_is_asked_about_and_kept(date: str, tmp_path: Path):
    read = listed(tmp_path, f"Title,Date,City\nCourse,{date},Vienna\n")
    assert read.records[0]["start_date"] > "2090"
    assert (2, date, "warning") in read.told("B")
    assert "is the year right?" in read.advice()


def test_a_year_far_ahead_in_a_column_of_its_own_is_asked_about(tmp_path: Path):
    read = listed(tmp_path, "Title,Year,Month,Day,City\nCourse,2099,5,12,Vienna\n")
    assert (2, "2099", "warning") in read.told("B")


@pytest.mark.parametrize(
    ("cell", "total", "told"),
    [
        ("40 (60% women)", 40, "as a share"),
        ("40, 55 % femmes", 40, "as a share"),
        ("40 (half women)", 40, "as a share"),
        ("25 (15/10)", 25, "parts without saying of what"),
        ("15+10 = 25", 25, "parts without saying of what"),
        ("25 (15/12)", None, "no number of people"),
        ("30-40% women", None, "no number of people"),
        ("20-25", 20, ""),
    ],
)
def test_parts_that_give_no_women_and_men_leave_the_total_and_are_told(
    cell: str, total: int | None, told: str, tmp_path: Path
):
    read = listed(
        tmp_path, f'Title,Date,City,Host country,Participants\nCourse,2021-05-04,Vienna,Austria,"{cell}"\n'
    )
    people = read.records[0].get("participants") or {}
    assert (people.get("total"), people.get("women"), people.get("men")) == (total, None, None)
    assert told in read.advice() if told else not read.told("E")


def test_an_embassy_that_paid_stands_for_its_country_too(tmp_path: Path):
    read = listed(tmp_path, "Title,Date,City,Funder\nCourse,2021-05-04,Vienna,Norwegian Embassy\n")
    assert countries(read.records[0], "funder") == "NOR"
    assert [row["as_written"] for row in read.records[0]["organisations"]] == ["Norwegian Embassy"]


def test_a_known_city_without_a_country_has_its_own_whatever_smaller_towns_are_called(tmp_path: Path):
    read = listed(tmp_path, "Title,Date,City\nCourse,2021-05-04,Samarkand\n")
    assert read.records[0]["host_country"] == "UZB"
    assert (2, "Samarkand", "warning") in read.told("C")
