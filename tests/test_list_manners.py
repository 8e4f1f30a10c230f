"""Manners of offices in lists: marks of repetition, a status, years left out, numbers beside countries."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from loaders.list_countries import plain_countries, read_countries
from loaders.list_dates import DateReader, _of_month
from loaders.list_who import once
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


HEADINGS = "Title,Date,City"


def listed(folder: Path, text: str) -> Read:
    (folder / "list.csv").write_text(text, encoding="utf-8")
    return Read(folder / "list.csv")


def test_beside_h_for_men_m_is_women(tmp_path: Path):
    read = listed(tmp_path, "Actividad;Fecha;Lugar;H;M\nTaller;3/05/2021;Lima;12;15\n")
    assert read.records[0]["participants"] == {"total": 27, "women": 15, "men": 12, "approximate": False}


def test_beside_f_m_is_men(tmp_path: Path):
    read = listed(tmp_path, "Activity;Date;City;M;F\nTraining;3/05/2021;Lima;12;15\n")
    assert read.records[0]["participants"] == {"total": 27, "women": 15, "men": 12, "approximate": False}


@pytest.mark.parametrize(
    "heading", ["No. of officials", "Nombre de magistrats", "Количество судей", "Number of trainees"]
)
def test_a_heading_that_counts_people_of_any_kind_is_one_of_people(heading: str, tmp_path: Path):
    read = listed(tmp_path, f"{HEADINGS},{heading}\nCourse,2021-05-04,Vienna,12\n")
    assert read.records[0]["participants"]["total"] == 12


@pytest.mark.parametrize("heading", ["No. of victims", "Number of countries", "Nombre de pays", "Total cost"])
def test_a_heading_that_counts_other_things_is_none_of_people(heading: str, tmp_path: Path):
    read = listed(tmp_path, f"{HEADINGS},{heading}\nCourse,2021-05-04,Vienna,12\n")
    assert "participants" not in read.records[0]


@pytest.mark.parametrize(
    ("cell", "people"), [("20 (12 муж., 8 жен.)", (20, 8, 12)), ("20 (12 H, 8 M)", (20, 8, 12))]
)
def test_women_and_men_are_told_by_abbreviations(cell: str, people: tuple[int, int, int], tmp_path: Path):
    read = listed(tmp_path, f'{HEADINGS},Participants\nCourse,2021-05-04,Vienna,"{cell}"\n')
    told = read.records[0]["participants"]
    assert (told["total"], told["women"], told["men"]) == people


def test_women_told_for_some_rows_of_an_event_are_not_those_of_the_event(tmp_path: Path):
    rows = "Course,2021-05-04,Vienna,Malta,10,4\nCourse,2021-05-04,Vienna,Norway,6,\n"
    read = listed(tmp_path, f"{HEADINGS},Participating countries,Participants,Women\n{rows}")
    people = read.records[0]["participants"]
    assert (people["total"], people["women"]) == (16, None)
    assert (2, "4", "warning") in read.told("F")


def test_all_people_in_a_column_of_men_are_asked_about(tmp_path: Path):
    read = listed(tmp_path, f"{HEADINGS},M,F\nCourse,2021-05-04,Vienna,120 in total,\n")
    assert "participants" not in read.records[0]
    assert (2, "120 in total", "error") in read.told("D")


def test_a_year_of_two_figures_is_told_and_one_that_is_none_borrows_none_from_above(tmp_path: Path):
    rows = "A,3,5,2019,Vienna\nB,4,6,21,Vienna\nC,5,7,soon,Vienna\n"
    read = listed(tmp_path, f"Title,Day,Month,Year,City\n{rows}")
    assert [record.get("start_date") for record in read.records] == ["2019-05-03", "2021-06-04", None]
    assert (3, "21", "note") in read.told("D")
    assert (4, "soon", "error") in read.told("D")


def test_days_that_do_not_touch_are_told_also_where_they_have_a_column_of_their_own(tmp_path: Path):
    read = listed(tmp_path, 'Title,Day,Month,Year,City\nA,"1, 8 and 15",Nov,2018,Vienna\nB,3,5,2019,Vienna\n')
    assert read.records[0]["date_note"] == "on 2018-11-01, 2018-11-08, 2018-11-15"


@pytest.mark.parametrize("host", ["", "Mexico and USA"])
def test_towns_of_two_countries_side_by_side_give_no_host(host: str, tmp_path: Path):
    read = listed(tmp_path, f"Title,Date,Place,Host country\nTalks,2021-05-04,Tijuana / San Diego,{host}\n")
    assert "host_country" not in read.records[0]
    assert "error" in {severity for *_, severity in read.told()}


def test_a_city_in_another_language_or_script_has_its_english_name(tmp_path: Path):
    rows = "A,2021-05-04,Wien,Austria\nB,2021-05-05,Самарканд,Узбекистан\nC,2021-05-06,Graz,Austria\n"
    read = listed(tmp_path, f"Title,Date,City,Host country\n{rows}")
    assert [record["city"] for record in read.records] == ["Vienna", "Samarkand", "Graz"]


@pytest.mark.parametrize("cell", ["20 countries", "10 pays africains", "12 стран", "over 20 States"])
def test_a_number_of_countries_names_none(cell: str, tmp_path: Path):
    read = listed(tmp_path, f"{HEADINGS},Participating countries\nCourse,2021-05-04,Vienna,{cell}\n")
    assert read.told("D") == [(2, cell, "note")]


def test_a_group_of_which_all_is_said_in_brackets_came(tmp_path: Path):
    cell = "Benelux (tous les pays)"
    read = listed(tmp_path, f"{HEADINGS},Participating countries\nCourse,2021-05-04,Vienna,{cell}; Malta\n")
    assert set(countries(read.records[0], "participant").split()) in ({"BEL", "LUX", "MLT", "NLD"}, {"MLT"})


def test_a_country_that_sent_trainers_is_an_expert(tmp_path: Path):
    cell = '"Malta, Italy (trainers), Spain (5 officials)"'
    read = listed(tmp_path, f"{HEADINGS},Participating countries\nCourse,2021-05-04,Vienna,{cell}\n")
    assert countries(read.records[0], "expert") == "ITA"
    assert countries(read.records[0], "participant") == "MLT ESP"


def test_in_a_matrix_other_countries_came_too_and_unclear_marks_are_asked(tmp_path: Path):
    rows = [
        'A,2021-05-04,Vienna,x,x,"Mongolia, Iran"',
        "B,2021-05-05,Vienna,x,,",
        "C,2021-05-06,Vienna,x,x,China",
    ]
    unclear = "D,2021-05-07,Vienna,x,(x),"
    read = listed(tmp_path, "\n".join([f"{HEADINGS},Malta,Norway,Other", *rows, unclear]))
    assert set(countries(read.records[0], "participant").split()) == {"MLT", "NOR", "MNG", "IRN"}
    assert countries(read.records[3], "participant") == "MLT"
    assert (5, "(x)", "error") in read.told("E")


def test_a_remark_that_an_event_was_postponed_is_told(tmp_path: Path):
    rows = "A,2021-05-04,Vienna,postponed to 2022\nB,2021-05-05,Vienna,postponed from March\nC,2021-05-06,Vienna,ok\n"
    read = listed(tmp_path, f"{HEADINGS},Notes\n{rows}")
    assert (2, "postponed to 2022", "warning") in read.told("D")
    assert len(read.records) == 3
    assert len(read.told("D")) == 2


@pytest.mark.parametrize("cell", ["НПО", "ONG", "sociedad civil", "société civile"])
def test_a_class_of_bodies_in_any_language_is_no_body(cell: str, tmp_path: Path):
    read = listed(tmp_path, f"{HEADINGS},Organiser\nCourse,2021-05-04,Vienna,{cell}\n")
    assert "organisations" not in read.records[0]
    assert read.told("D") == [(2, cell, "note")]


def test_a_country_beside_those_that_took_part_is_the_host(tmp_path: Path):
    rows = 'A,2021-05-04,"Vienna, Austria",Austria,Malta\nB,2021-05-05,Valletta,Malta,Norway\n'
    read = listed(tmp_path, f"Title,Date,Venue,Country,Beneficiary countries\n{rows}")
    assert [record["host_country"] for record in read.records] == ["AUT", "MLT"]
    assert [countries(record, "participant") for record in read.records] == ["MLT", "NOR"]


@pytest.mark.parametrize("heading", ["% women", "Share of women", "Women (%)", "Pourcentage de femmes"])
def test_a_column_of_shares_counts_no_women(heading: str, tmp_path: Path):
    read = listed(tmp_path, f"{HEADINGS},Participants,{heading}\nCourse,2021-05-04,Vienna,40,12\n")
    assert (read.records[0]["participants"]["total"], read.records[0]["participants"]["women"]) == (40, None)
    assert "not read" in read.advice()


@pytest.mark.parametrize("cell", ["USD 20,000; INL", "INL; 20 000 EUR", "$5k; INL", "INL; own resources"])
def test_a_sum_or_own_money_is_no_body_that_paid(cell: str, tmp_path: Path):
    read = listed(tmp_path, f'{HEADINGS},Funder\nCourse,2021-05-04,Vienna,"{cell}"\n')
    assert [row["as_written"] for row in read.records[0]["organisations"]] == ["INL"]
    assert [severity for *_, severity in read.told("D")] == ["note"]


def test_nobody_among_participants_is_asked_about_and_no_women_are_none(tmp_path: Path):
    rows = "A,2021-05-04,Vienna,0,\nB,2021-05-05,Vienna,12,0\n"
    read = listed(tmp_path, f"{HEADINGS},Participants,Women\n{rows}")
    assert "participants" not in read.records[0]
    assert read.records[1]["participants"]["women"] == 0
    assert read.told("D") == [(2, "0", "warning")]


@pytest.mark.parametrize(
    ("cell", "came"),
    [
        ("Malta, Italy (invited, did not attend)", "MLT"),
        ("Malta (absent); Italy", "ITA"),
        ("Malta, Italy (apologies: Spain)", "MLT ITA"),
        ("Мальта, Италия (отсутствовала)", "MLT"),
    ],
)
def test_a_country_that_did_not_come_is_told_and_not_counted(cell: str, came: str, tmp_path: Path):
    read = listed(tmp_path, f'{HEADINGS},Participating countries\nCourse,2021-05-04,Vienna,"{cell}"\n')
    assert countries(read.records[0], "participant") == came
    assert [severity for *_, severity in read.told("D")] == ["note"]


@pytest.mark.parametrize("cell", ["#REF!", "#NAME?", "#DIV/0!", "########"])
@pytest.mark.parametrize("column", ["Title", "Date", "City", "Participants"])
def test_a_lost_result_of_a_formula_is_told_wherever_it_stands(cell: str, column: str, tmp_path: Path):
    row = {"Title": "Course", "Date": "2021-05-04", "City": "Vienna", "Participants": "12"} | {column: cell}
    read = listed(tmp_path, f"{','.join(row)}\n{','.join(row.values())}\n")
    assert cell not in str(read.records[0])
    assert "a formula without a result" in read.advice()


@pytest.mark.parametrize("place", ["Nairobi & online", "Nairobi and online", "online + Nairobi, Kenya"])
def test_a_town_beside_online_is_hybrid(place: str, tmp_path: Path):
    read = listed(tmp_path, f'Title,Date,Venue\nCourse,2021-05-04,"{place}"\n')
    assert (read.records[0].get("city"), read.records[0].get("mode")) == ("Nairobi", "hybrid")


def test_a_city_with_a_comma_in_its_name_is_one(tmp_path: Path):
    rows = 'Course,2021-05-04,"Washington, D.C."\nSeminar,2021-05-05,"Washington, D.C., USA"\n'
    read = listed(tmp_path, f"Title,Date,Venue\n{rows}")
    assert [record["city"] for record in read.records] == ["Washington, D.C."] * 2
    assert [record["host_country"] for record in read.records] == ["USA", "USA"]


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        ("12-14/05 and 20-22/06/2019", "2019-05-12", "2019-06-22"),
        ("12/05 and 20/06/2019", "2019-05-12", "2019-06-20"),
        ("30/12 and 02/01/2020", "2019-12-30", "2020-01-02"),
        ("12/05-14/05/2019", "2019-05-12", "2019-05-14"),
    ],
)
def test_a_day_and_month_before_a_full_date_are_in_its_year_or_the_one_before(
    cell: str, start: str, end: str
):
    span = DateReader("dmy").span(cell)
    assert span is not None
    assert (span.start, span.end) == (start, end)


def test_two_days_before_a_full_date_stay_two_days():
    span = DateReader("dmy").span("5/6 & 20/06/2019")
    assert span is not None
    assert (span.start, span.end) == ("2019-06-05", "2019-06-20")


def test_the_quick_way_to_read_countries_gives_what_the_thorough_one_gives():
    vocabulary = ROOT / "data" / "vocabulary"
    with (vocabulary / "country_aliases.csv").open(encoding="utf-8-sig", newline="") as rows:
        names = [row["name"] for row in csv.DictReader(rows)]
    joining = [name for name in names if " and " in name or "," in name]
    chance = random.Random(1961)  # noqa: S311  # nothing secret is drawn
    quick = 0
    for _ in range(600):
        drawn = [chance.choice(chance.choice((names, joining))) for _ in range(chance.randint(1, 4))]
        cell = chance.choice((", ", "; ", " and ", "\n", " & ")).join(drawn)
        if rows_of := plain_countries(cell, "participant"):
            thorough = read_countries(cell, "participant", WORDS, suggests=lambda _: "")
            assert rows_of == once(list(thorough.items)), cell
            assert not thorough.faults, cell
            quick += 1
    assert quick > 60


def test_a_status_that_is_not_yet_is_planned(tmp_path: Path):
    rows = "Course,2021-05-04,Vienna,Not yet\nSeminar,2021-05-05,Vienna,Held\n"
    read = listed(tmp_path, f"Title,Date,City,Status\n{rows}")
    assert [record["title"] for record in read.records] == ["Seminar"]
    assert "said to be planned" in read.advice()


@pytest.mark.parametrize(
    ("tick", "cross", "counted"),
    [
        ("✓", "✗", ["Seminar"]),
        ("✔", "❌", ["Seminar"]),
        ("✓", "✗ (no funds)", ["Seminar"]),
        ("✓", "x", ["Seminar"]),
        ("Held", "No", ["Seminar"]),
        ("Held", "no report yet", ["Course", "Seminar"]),
    ],
)
def test_a_cross_as_status_says_that_the_event_was_not_held(
    tick: str, cross: str, counted: list[str], tmp_path: Path
):
    rows = f"Course,2021-05-04,Vienna,{cross}\nSeminar,2021-05-05,Vienna,{tick}\n"
    read = listed(tmp_path, f"Title,Date,City,Status\n{rows}")
    assert [record["title"] for record in read.records] == counted
    assert ("said to be not held" in read.advice()) == (len(counted) == 1)


def test_a_cross_without_a_tick_in_its_column_is_asked_about(tmp_path: Path):
    rows = "Course,2021-05-04,Vienna,x\nSeminar,2021-05-05,Vienna,Held\n"
    read = listed(tmp_path, f"Title,Date,City,Status\n{rows}")
    assert [record["title"] for record in read.records] == ["Course", "Seminar"]
    assert "does not tell whether the event was held" in read.advice()


@pytest.mark.parametrize(
    "title", ["No events", "No activities in March", "Nothing held due to floods", "Aucune activité ce mois"]
)
def test_a_row_that_says_that_nothing_was_held_is_told_and_not_counted(title: str, tmp_path: Path):
    read = listed(tmp_path, f"Title,Date,City\n{title},March 2021,Vienna\nSeminar,2021-05-05,Vienna\n")
    assert [record["title"] for record in read.records] == ["Seminar"]
    assert "said to be no event" in read.advice()


@pytest.mark.parametrize(
    "title", ["No child alone: a course", "Nothing about us without us", "Nilufar forum"]
)
def test_a_title_that_begins_with_no_is_one(title: str, tmp_path: Path):
    assert len(listed(tmp_path, f"Title,Date,City\n{title},2021-05-05,Vienna\n").records) == 1


def test_those_who_were_invited_did_not_come_where_another_column_tells_who_did(tmp_path: Path):
    head = "Title,Date,City,Countries invited,Countries that attended"
    read = listed(tmp_path, f'{head}\nForum,2021-05-05,Nairobi,"Kenya, Uganda",Kenya\n')
    assert countries(read.records[0], "participant") == "KEN"
    assert ("Countries invited", "unkept") in {(c.label, c.field) for c in read.about[0].columns}


def test_two_events_in_one_row_do_not_share_their_donors(tmp_path: Path):
    head = "Country,Title,Date,Donor,Title,Date,Donor"
    read = listed(tmp_path, f"{head}\nAlbania,Course,3 May 2019,EU,Seminar,7 June 2019,Japan\n")
    assert [row["as_written"] for row in read.records[0]["organisations"]] == ["EU"]
    assert "seems to hold what another column holds" in read.advice()


def test_a_day_without_its_year_under_from_has_that_of_to(tmp_path: Path):
    read = listed(tmp_path, "Title,From,To,City\nCourse,10/06,14/06/2019,Vienna\n")
    assert (read.records[0]["start_date"], read.records[0]["end_date"]) == ("2019-06-10", "2019-06-14")


def test_towns_on_two_sides_of_a_border_tell_no_host(tmp_path: Path):
    read = listed(tmp_path, "Title,Date,Place\nMeeting,2019-06-14,Cúcuta - San Antonio\n")
    assert "host_country" not in read.records[0]
    assert "names towns of different countries" in read.advice()


@pytest.mark.parametrize(("cell", "came"), [("AU MS; Kenya", "KEN"), ("5 MS", ""), ("MS; KE", "MSR KEN")])
def test_member_states_are_not_montserrat(cell: str, came: str, tmp_path: Path):
    read = listed(
        tmp_path, f"Title,Date,Participating countries\nForum,2021-05-05,{cell}\nFair,2021-05-06,Peru\n"
    )
    assert countries(read.records[0], "participant") == came


def test_a_status_with_more_behind_its_first_word_is_one(tmp_path: Path):
    rows = "Course,2021-05-04,DONE\nFair,2021-05-05,done (report due)\nForum,2021-05-06,POSTPONED -> autumn\n"
    read = listed(tmp_path, f"Title,Date,Status\n{rows}Talk,2021-05-07,80%\n")
    assert [record["title"] for record in read.records] == ["Course", "Fair", "Talk"]
    assert "said to be postponed" in read.advice()


def one_column(folder: Path, heading: str, *cells: str) -> Read:
    """Return a list of events with one column more."""
    rows = [f"Course {n};{n + 1} March 2019;Vienna, Austria;{cell}" for n, cell in enumerate(cells)]
    (folder / "list.csv").write_text("\n".join([f"Title;Date;Place;{heading}", *rows]), encoding="utf-8")
    return Read(folder / "list.csv")


def test_what_was_done_and_what_came_of_it_under_one_heading_is_the_title(tmp_path: Path):
    rows = "Activity / Output;Date;Place\nCourse on shelters;4 March 2019;Vienna, Austria\n"
    (tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    (record,) = Read(tmp_path / "list.csv").records
    assert record["title"] == "Course on shelters"
    assert "outcomes" not in record


def test_beside_a_title_it_is_what_came_of_it(tmp_path: Path):
    (record,) = one_column(tmp_path, "Activity / Output", "A guide was agreed").records
    assert (record["title"], record["outcomes"]) == ("Course 0", ["A guide was agreed"])


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [
        ("Held?", "Yes", "No"),
        ("Done (Y/N)", "Y", "N"),
        ("Event held", "✓", "no"),
        ("Réalisé ?", "oui", "non"),
        ("Tenue (oui/non)", "Oui", "Non"),
        ("¿Realizado?", "sí", "no"),
        ("Проведено", "да", "нет"),
    ],
)
def test_a_column_that_asks_whether_the_event_was_held_leaves_out_those_that_were_not(
    tmp_path: Path, heading: str, yes: str, no: str
):
    read = one_column(tmp_path, heading, yes, no, yes)
    assert [record["title"] for record in read.records] == ["Course 0", "Course 2"]
    assert [problem.row for problem in read.problems] == [3]
    assert "not held" in read.advice()


@pytest.mark.parametrize(("heading", "cell"), [("Held?", "1"), ("Held?", "x"), ("Delivered", "Vienna")])
def test_what_does_not_say_yes_or_no_to_that_is_asked_about(tmp_path: Path, heading: str, cell: str):
    read = one_column(tmp_path, heading, cell, cell)
    assert len(read.records) == 2
    assert [(problem.field, problem.severity) for problem in read.problems] == [(heading, "warning")]


@pytest.mark.parametrize(
    ("heading", "cell", "women", "men"),
    [
        ("Participants (m/f/total)", "10/9/19", 9, 10),
        ("Participants (total / women / men)", "19 / 9 / 10", 9, 10),
        ("Participants (M/F)", "10/9", 9, 10),
        ("Participants M/F/Total", "10 / 9 / 19", 9, 10),
        ("Participants M/F/Total", "19", None, None),
        ("Number of women / men", "9/10", 9, 10),
        ("Participants (H/F/T)", "10/9/19", 9, 10),
        ("Participantes (H/M)", "10/9", 9, 10),
        ("Участники (ж/м/всего)", "9-10-19", 9, 10),
        ("Participants (m/f/total)", "19", None, None),
    ],
)
def test_numbers_in_the_order_that_a_heading_names_are_women_men_and_all(
    tmp_path: Path, heading: str, cell: str, women: int | None, men: int | None
):
    read = one_column(tmp_path, heading, cell)
    assert read.records[0]["participants"] == {
        "total": 19,
        "women": women,
        "men": men,
        "approximate": False,
    }
    assert read.problems == []


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Participants (m/f/total)", "10/9/20"),
        ("Participants (m/f/total)", "10/9"),
        ("Participants (planned/actual)", "10/9"),
        ("Participants (m/m/total)", "10/9/19"),
    ],
)
def test_numbers_that_do_not_fit_their_heading_are_asked_about(tmp_path: Path, heading: str, cell: str):
    read = one_column(tmp_path, heading, cell)
    assert "participants" not in read.records[0]
    assert read.told(field=heading) == [(2, cell, "error")]


def test_a_range_below_a_heading_of_men_and_women_is_a_range(tmp_path: Path):
    (record,) = one_column(tmp_path, "Participants (m/f)", "20-25").records
    assert record["participants"] == {"total": 20, "women": None, "men": None, "approximate": True}
