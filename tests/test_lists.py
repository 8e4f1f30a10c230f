"""Lists as offices keep them: what each kind of mess becomes, counted by hand, and that nothing in them is lost."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from loaders import __main__, load, mapping
from loaders.list_dates import DateReader, Span, is_swapped, order_of
from loaders.list_rows import event_slug
from tests.lists_written import HEADINGS, ROOT, ROW, Read, bodies, countries, xlsx

LISTS = ROOT / "tests" / "lists"
MESSES = sorted(path.name for path in LISTS.iterdir())


def of(name: str) -> Read:
    return Read(LISTS / name)


def text(tmp_path: Path, content: str, name: str = "list.csv") -> Read:
    (tmp_path / name).write_text(content, encoding="utf-8")
    return Read(tmp_path / name)


def test_title_rows_above_totals_below_and_several_names_in_a_cell():
    read = of("title_rows_semicolons.csv")
    first, second = read.records
    assert (first["start_date"], first["end_date"], first["city"]) == ("2019-05-12", "2019-05-14", "Vienna")
    assert countries(first, "host") == "AUT"
    assert countries(first, "participant") == "KAZ KGZ TJK"
    assert countries(first, "funder") == "USA"
    assert bodies(first, "organiser") == ["UNODC", "OSCE"]
    assert bodies(first, "funder") == ["INL"]
    assert first["participants"] == {"total": 25, "women": 10, "men": None, "approximate": False}
    assert (second["format"], second["mode"]) == ("training", "online")
    assert countries(second, "participant") == "KAZ KGZ TJK TKM UZB"
    assert countries(second, "funder") == "NOR"
    assert second["participants"]["approximate"] is True
    assert (8, "TOTAL; 55", "note") in read.told(field="row")
    assert {problem.severity for problem in read.problems} == {"note"}


def test_rows_of_one_event_and_several_countries_are_one_event():
    course, meeting = of("one_row_per_country.csv").records
    assert countries(course, "participant") == "KAZ KGZ UZB"
    assert course["participants"]["total"] == 15
    assert countries(meeting, "participant") == "DEU"


def test_a_french_list_with_tabs():
    (record,) = of("french.tsv").records
    assert (record["start_date"], record["end_date"]) == ("2019-05-13", "2019-05-15")
    assert (countries(record, "host"), countries(record, "participant")) == ("SEN", "MLI NER")
    assert countries(record, "funder") == "FRA"
    assert record["participants"]["total"] == 40


def test_a_spanish_list():
    (record,) = of("spanish.csv").records
    assert (record["start_date"], record["end_date"]) == ("2017-10-10", "2017-10-12")
    assert countries(record, "participant") == "PER ECU COL"
    assert record["mode"] == "in person"
    assert record["participants"] == {"total": 30, "women": 18, "men": 12, "approximate": False}


RUSSIAN = """Список мероприятий за 2018 год
№ п/п;Наименование мероприятия;Дата проведения;Место проведения;Страны-участницы;Организаторы;Кол-во участников
1;Семинар по выявлению пострадавших;12-14 мая;г. Алматы, Казахстан;Казахстан, Кыргызстан;ОБСЕ;35
Итого;;;;;;35
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8_r"])
def test_a_russian_list_in_any_encoding_takes_the_year_from_above_its_headings(tmp_path: Path, encoding: str):
    (tmp_path / "list.csv").write_bytes(RUSSIAN.replace("№", "N").encode(encoding))
    (record,) = Read(tmp_path / "list.csv").records
    assert (record["start_date"], record["end_date"]) == ("2018-05-12", "2018-05-14")
    assert (countries(record, "host"), countries(record, "participant")) == ("KAZ", "KAZ KGZ")
    assert record["participants"]["total"] == 35


def test_a_day_over_12_tells_that_the_month_comes_first():
    assert [record["start_date"] for record in of("month_first.csv").records] == ["2019-03-25", "2019-04-05"]


def test_dates_that_nothing_decides_are_taken_day_first_and_asked_about(tmp_path: Path):
    read = text(tmp_path, "Title,Date,City\nA course,03/04/2019,Vienna\n")
    assert read.records[0]["start_date"] == "2019-04-03"
    assert "nothing tells whether the day or the month comes first" in read.advice()


def test_a_heading_that_tells_the_order_of_dates_decides(tmp_path: Path):
    read = text(tmp_path, "Title,Date (mm/dd/yyyy),City\nA course,03/04/2019,Vienna\n")
    assert read.records[0]["start_date"] == "2019-03-04"
    assert "comes first" not in read.advice()


def test_hashtags_decide_what_columns_are():
    (record,) = of("hxl.csv").records
    assert record["title"] == "Table-top exercise"
    assert (countries(record, "host"), countries(record, "participant")) == ("AUT", "DEU ITA")
    assert bodies(record, "organiser") == ["OSCE"]


def test_sections_give_the_year_and_repeated_headings_are_no_event():
    read = of("sections_and_years.csv")
    assert [record["start_date"] for record in read.records] == ["2018-05-12", "2019-02-28", "2019-11-05"]
    assert read.records[1]["end_date"] == "2019-03-02"
    assert [row for row, _, _ in read.told(field="row")] == [2, 4, 6]


def test_a_column_for_each_country_with_crosses():
    first, second = of("marks.csv").records
    assert countries(first, "participant") == "KAZ TJK"
    assert countries(second, "participant") == "KAZ UZB"


def test_what_was_understood_loads_and_the_rest_is_asked():
    read = of("unknown_columns.csv")
    assert [record["title"] for record in read.records] == [
        "Study visit of inspectors",
        "Study visit of nurses",
    ]
    assert read.told("D") == [(2, "high; low", "warning")]
    assert (3, "Atlantis", "error") in read.told("E")
    assert "start_date" not in read.records[1]
    assert read.told("B") == [(3, "TBC", "note")]
    assert bodies(read.records[0], "organiser") == ["ILO", "UNODC"]


def test_a_quotation_mark_that_is_never_closed_costs_its_row_the_marks_and_no_event():
    read = of("quotes.csv")
    titles = [record["title"] for record in read.records]
    assert titles == ["Meeting, with a comma", "Meeting never closed", 'Meeting with "marks" inside']
    assert (3, "", "warning") in read.told(field="file")


def test_a_row_that_stands_twice_counts_once_and_a_later_date_is_another_event():
    read = of("copies.csv")
    assert [record["start_date"] for record in read.records] == ["2021-05-05", "2021-06-05"]
    assert "is the same as row 2" in read.advice()


def test_a_copy_of_any_row_of_an_event_is_told_with_the_row_it_is_the_same_as(tmp_path: Path):
    kenya, peru = (f"Course,2021-05-05,Vienna,Austria,{country},20" for country in ("Kenya", "Peru"))
    rows = [
        "Title,Date,City,Host country,Participating countries,Participants",
        kenya,
        peru,
        peru,
        kenya,
        "Other,,,,,",
    ]
    (tmp_path / "ours.csv").write_text(
        "\n".join([*rows, "Other,2021-06-05,Vienna,Austria,Peru,9"]), encoding="utf-8"
    )
    read = Read(tmp_path / "ours.csv")
    assert [record["title"] for record in read.records] == ["Course", "Other"]
    assert countries(read.records[0], "participant") == "KEN PER"
    copies = [
        (problem.row, problem.advice[:24]) for problem in read.problems if "is the same" in problem.advice
    ]
    assert copies == [(4, "is the same as row 3; co"), (5, "is the same as row 2; co")]


def test_a_list_without_headings_is_read_by_what_it_holds_and_asked_about():
    read = of("no_headings.csv")
    assert [countries(record, "host") for record in read.records] == ["AUT", "ITA", "ESP"]
    assert sum("confirm it" in problem.advice for problem in read.problems) == 3


def test_year_month_day_and_duration_in_columns_of_their_own():
    first, second = of("separate_dates.csv").records
    assert (first["start_date"], first["end_date"]) == ("2016-10-12", "2016-10-14")
    assert (second["start_date"], second["end_date"]) == ("2017-05-03", "2017-05-04")
    assert "counted from 2 days" in second["date_note"]


def test_numbers_of_people_as_they_are_written():
    read = of("people.csv")
    totals = [record.get("participants", {}).get("total") for record in read.records]
    assert totals == [1250, 25, None, None]
    assert [value for _, value, _ in read.told("D")] == ["up to 20", "many"]


def test_headings_in_two_rows():
    (record,) = of("two_heading_rows.csv").records
    assert (record["start_date"], record["end_date"], record["city"]) == (
        "2020-02-03",
        "2020-02-05",
        "Vienna",
    )


def test_one_country_a_row_without_a_host_column_is_where_it_was_held(tmp_path: Path):
    read = text(tmp_path, "Title,Date,Country\nA course,2020-01-02,Italy\nA fair,2020-01-03,Spain\n")
    assert [countries(record, "host") for record in read.records] == ["ITA", "ESP"]


def test_several_countries_in_a_cell_are_those_who_took_part(tmp_path: Path):
    read = text(tmp_path, 'Title,Date,Country\nA course,2020-01-02,"Italy, Spain"\nA fair,2020-01-03,Spain\n')
    assert [countries(record, "participant") for record in read.records] == ["ITA ESP", "ESP"]
    assert [countries(record, "host") for record in read.records] == ["", ""]


def test_an_excel_list_with_typed_dates_merged_cells_and_a_hidden_column(tmp_path: Path):
    rows = [
        HEADINGS,
        ROW,
        [None, None, None, None, 5],
        ["Seminar on borders", dt.date(2021, 6, 7), "Rome", "Italy", 12],
    ]
    book = xlsx(tmp_path / "list.xlsx", {"2021": rows, "Notes": [["Nothing to see"]]})
    sheet = book["2021"]
    for column in "ABCD":
        sheet.merge_cells(f"{column}2:{column}3")
    sheet.column_dimensions["E"].hidden = True
    book.save(tmp_path / "list.xlsx")
    read = Read(tmp_path / "list.xlsx")
    assert [record["start_date"] for record in read.records] == ["2021-05-04", "2021-05-04", "2021-06-07"]
    assert "hidden column" in read.advice()
    assert [about.why_not != "" for about in read.about] == [False, True]


def test_a_formula_without_a_stored_result_is_named_with_its_cell(tmp_path: Path):
    xlsx(tmp_path / "list.xlsx", {"A": [HEADINGS, [*ROW[:4], "=1+1"]]})
    read = Read(tmp_path / "list.xlsx")
    assert read.told("E") == [(2, "=1+1", "error")]
    assert len(read.records) == 1


@pytest.mark.parametrize(("name", "value"), [("", "[[sheet]] without a name"), ('name = "2019"\n', "2019")])
def test_of_two_mappings_of_one_sheet_the_first_is_used_and_the_second_told(
    tmp_path: Path, name: str, value: str
):
    one, two = (
        f'[[sheet]]\n{name}[sheet.columns]\n"Zork" = "{field}"\n' for field in ("summary", "outcomes")
    )
    (tmp_path / "list.mapping.toml").write_text(one + two, encoding="utf-8")
    found = mapping.read(tmp_path / "list.mapping.toml")
    assert [sheet.columns for sheet in found.sheets.values()] == [{"Zork": "summary"}]
    ((told, advice),) = found.faults
    assert told == value
    assert advice.startswith("stands twice, and the first is used")


def test_the_mapping_beside_a_list_answers_its_questions(tmp_path: Path):
    (tmp_path / "list.mapping.toml").write_text(
        '[[sheet]]\n[sheet.columns]\n"Zorbl" = "city"\n"Title" = "summary"\n'
    )
    read = text(tmp_path, "Title,Date,Zorbl\nA course,2020-01-02,Vienna\n")
    assert read.records[0]["city"] == "Vienna"
    assert read.records[0]["summary"] == "A course"


def test_an_id_does_not_depend_on_the_order_of_rows(tmp_path: Path):
    rows = ["A course,2020-01-02,Vienna", "A course,2020-03-04,Vienna", "A fair,2020-01-02,Rome"]
    forward = text(tmp_path, "\n".join(["Title,Date,City", *rows])).records
    backward = text(tmp_path, "\n".join(["Title,Date,City", *reversed(rows)])).records
    assert {record["id"] for record in forward} == {record["id"] for record in backward}
    assert event_slug("2020", "Vienna", "The Course on Shelters") == "2020-vienna-course-shelters"


# Dates in columns


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        (dt.date(2020, 1, 2), "2020-01-02", None),
        (43832.0, "2020-01-02", None),
        (2020, "2020", None),
        (20200102, "2020-01-02", None),
        ("02/01/2020", "2020-01-02", None),
        ("30/01/2020", "2020-01-30", None),
        ("01/30/2020", "2020-01-30", None),
        ("May 2020", "2020-05", None),
        ("4 to 8 December 2023", "2023-12-04", "2023-12-08"),
    ],
)
def test_a_cell_with_a_date_is_read_at_the_precision_it_has(cell, start: str, end: str | None):
    span = DateReader("dmy").span(cell)
    assert isinstance(span, Span)
    assert (span.start, span.end) == (start, end)


@pytest.mark.parametrize("cell", [True, -4.0, 3, "soon", "31/31/2020", dt.date(1900, 1, 1)])
def test_what_is_no_date_is_none(cell):
    assert DateReader("dmy").span(cell) is None


def test_days_and_months_exchanged_by_a_spreadsheet_program_are_noticed():
    typed = [dt.date(2019, 5, day) for day in (3, 4, 11)]
    assert is_swapped([*typed, "13/05/2019", "25/05/2019", "30/05/2019"])
    assert not is_swapped([*typed, dt.date(2019, 5, 20), "13/05/2019", "25/05/2019", "30/05/2019"])


def test_two_orders_in_one_column_are_told():
    order = order_of(["13/05/2019", "14/05/2019", "05/20/2019"])
    assert order is not None
    assert (order.name, order.against) == ("dmy", ("05/20/2019",))


# Nothing is lost

CELL = st.one_of(
    st.sampled_from(
        ["", "Austria", "Vienna", "2020-01-02", "12 May", "25", "TBC", "UNODC; Nobody known", "x", "Total"]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12),
)
TABLE = st.lists(st.lists(CELL, min_size=5, max_size=5), min_size=1, max_size=6)


def everything(value: object) -> str:
    """All texts and numbers in a record, in one."""
    if isinstance(value, dict):
        return " ".join(map(everything, value.values()))
    if isinstance(value, list):
        return " ".join(map(everything, value))
    return "" if value is None else " ".join(str(value).split())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TABLE)
@example([["M", "", "", "", ""]])
@example([["", "M", "", "", ""]])
def test_every_title_and_every_cell_of_an_unknown_column_is_in_a_record_or_a_problem(tmp_path: Path, rows):
    out = io.StringIO()
    csv.writer(out).writerows([["Title", "Zorbl factor", "Remarks", "Organiser", "Summary"], *rows])
    read = text(tmp_path, out.getvalue())
    kept = " ".join(map(everything, read.records))
    told = " ".join(f"{problem.value} {problem.advice}" for problem in read.problems)
    if "is a list of persons" in told:  # refused as a whole: its cells are not repeated
        return
    unread = sum(
        bool(row[1].replace("\u00a0", " ").replace("\u202f", " ").replace("\ufeff", "").strip())
        for row in rows
    )
    for row in rows:
        for word in re.findall(r"\w+", " ".join((row[0], row[3], row[4]))):
            assert word in kept or word in told
    assert not unread or f"{unread:,} cell" in told or "no table of events" in told


# The data folder


def test_a_list_that_is_dropped_in_is_loaded_with_its_problems(tmp_path: Path):
    (tmp_path / "lists").mkdir()
    (tmp_path / "events.jsonl").write_text('{"id": "a", "title": "An event"}\n', encoding="utf-8")
    (tmp_path / "lists" / "office.csv").write_bytes((LISTS / "unknown_columns.csv").read_bytes())
    (tmp_path / "lists" / "song.mp3").write_bytes(b"la")
    tables = load(tmp_path)
    assert tables["events"]["source_file"].tolist() == [
        "events.jsonl",
        "lists/office.csv",
        "lists/office.csv",
    ]
    assert tables["event_records"]["source_row"].tolist() == [1, 2, 3]
    place = tables["problems"].set_index("value")[["source", "row", "column"]]
    assert place.loc["Atlantis"].tolist() == ["lists/office.csv", 3, "E"]
    assert place.loc["song.mp3", "source"] == "lists/song.mp3"


def test_an_empty_folder_of_lists_and_none_at_all_give_the_same(tmp_path: Path):
    (tmp_path / "events.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    before = load(tmp_path).data_version
    (tmp_path / "lists").mkdir()
    assert load(tmp_path).data_version == before


def test_another_byte_in_a_list_is_another_version(tmp_path: Path):
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "a.csv").write_text("Title,Date\nA fair,2020-01-02\n", encoding="utf-8")
    before = load(tmp_path).data_version
    (tmp_path / "lists" / "a.csv").write_text("Title,Date\nA fair,2020-01-03\n", encoding="utf-8")
    assert load(tmp_path).data_version != before


# What would be read, told


def test_a_list_is_told_in_words_with_its_columns_and_problems(capsys: pytest.CaptureFixture[str]):
    assert __main__.main([str(LISTS / "unknown_columns.csv")]) == 1
    out = capsys.readouterr().out
    assert "the list: headings in row 1, 2 events" in out
    assert "unknown_columns.csv, E3 Country: error" in out
    assert "        2  events" in out


def test_a_list_is_told_to_machines(capsys: pytest.CaptureFixture[str]):
    assert __main__.main([str(LISTS / "title_rows_semicolons.csv"), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["tables"]["events"] == 2
    assert said["sheets"][0]["columns"]["B"] == {
        "heading": "Event title",
        "field": "title",
        "found": "heading",
    }
    assert {problem["severity"] for problem in said["problems"]} == {"note"}


def test_what_was_understood_can_be_remembered_and_is_read_again(tmp_path: Path):
    (tmp_path / "list.csv").write_bytes((LISTS / "unknown_columns.csv").read_bytes())
    __main__.main([str(tmp_path / "list.csv"), "--remember"])
    written = (tmp_path / "list.mapping.toml").read_text(encoding="utf-8")
    assert '"Host country" = "host_country"' in written
    assert '# "Zorbl factor" = "?"' in written
    read = Read(tmp_path / "list.csv")
    assert {column.found for column in read.about[0].columns} == {"mapping", "heading"}
    assert len(read.records) == 2


def test_a_folder_of_data_is_told_too_and_a_missing_file_is_a_message(tmp_path: Path, capsys):
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "a.csv").write_text("Title,Date\nA fair,2020-01-02\n", encoding="utf-8")
    assert __main__.main([str(tmp_path)]) == 0
    assert "        1  events" in capsys.readouterr().out
    assert __main__.main([str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["tables"]["events"] == 1
    assert __main__.main([str(tmp_path / "none.csv")]) == 1
    assert "no such file" in capsys.readouterr().err


def test_a_list_whose_name_is_no_utf_8_is_one_problem_and_the_others_are_read(tmp_path: Path):
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "a.csv").write_text("Title,Date\nA fair,2020-01-02\n", encoding="utf-8")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path / "lists") + b"/b\xff.csv")).write_text("Title\nA race\n")
    except OSError:
        pytest.skip("the file system takes no such name")
    for _ in range(2):  # the second time from the cache
        tables = load(tmp_path, cache_folder=tmp_path / "cache")
        assert tables["events"]["title"].tolist() == ["A fair"]
        told = tables["problems"][tables["problems"]["source"] == "lists/b\ufffd.csv"]
        assert told["advice"].tolist() == ["has a name that is no UTF-8; not read: give it another name"]


def test_a_file_in_the_place_of_the_folder_of_lists_is_told(tmp_path: Path):
    (tmp_path / "events.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    (tmp_path / "lists").write_text("Title\nA race\n", encoding="utf-8")
    tables = load(tmp_path)
    assert tables["events"]["event_id"].tolist() == ["a"]
    told = tables["problems"][tables["problems"]["source"] == "lists"]
    assert told["advice"].tolist() == ["is a file; make a folder of this name and put the lists into it"]
    (tmp_path / "events.jsonl").unlink()
    with pytest.raises(FileNotFoundError, match="no such file"):
        load(tmp_path)
