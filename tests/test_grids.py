"""Files become sheets of cells: encodings, separators, workbooks, and what a spreadsheet program does not show."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font  # type: ignore[import-untyped]

from loaders import grids, text_grids
from loaders.grids import Grid, UnreadableError, clean, letters
from tests.lists_written import HEADINGS, ROW, ods, ods_row, xls, xlsx


def one(path: Path) -> Grid:
    (grid,) = grids.read(path, name=path.name)
    return grid


def text(tmp_path: Path, content: bytes) -> Grid:
    (tmp_path / "list.csv").write_bytes(content)
    return one(tmp_path / "list.csv")


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_spreadsheets_name_them(column: int, name: str):
    assert letters(column) == name


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b"a;b\n1;2\n", [["a", "b"], ["1", "2"]]),
        (b"a\tb\r\n1\t2\r\n", [["a", "b"], ["1", "2"]]),
        (b"a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
        (b"sep=;\na;b,c\n", [[], ["a", "b,c"]]),
        (b'a,b\n"1\n2",3\n', [["a", "b"], ["1\n2", "3"]]),
        (b"title only\n\na,b\n1, \n", [["title only"], [], ["a", "b"], ["1"]]),
        ("é;ü\n".encode("cp1252"), [["é", "ü"]]),
        ("a,b\u00a0\n".encode(), [["a", "b"]]),
        (b"a long heading,b\x00c\n", [["a long heading", "b\ufffdc"]]),
    ],
)
def test_a_text_becomes_rows_of_cells(tmp_path: Path, content: bytes, rows: list[list[str]]):
    assert text(tmp_path, content).rows == rows


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "koi8_r", "cp866"])
def test_an_older_encoding_is_found_and_told(tmp_path: Path, encoding: str):
    words = (
        "Réunion à Genève, présentée par les délégués\n"
        if encoding == "cp1252"
        else "Встреча, семинар в городе\n"
    )
    grid = text(tmp_path, words.encode(encoding))
    assert ", ".join(map(str, grid.rows[0])) == words.strip()
    assert encoding in grid.problems[0].advice


def test_a_few_broken_bytes_do_not_make_utf_8_something_else(tmp_path: Path):
    grid = text(tmp_path, "Titre,Été à Genève,préparé\n".encode() + b"a,\xed\xa0\x80,b\n")
    assert grid.rows[0] == ["Titre", "Été à Genève", "préparé"]
    assert [problem.column for problem in grid.problems if problem.field == "cell"] == ["B"]


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters='"\r\n\x00'), max_size=8),
            min_size=2,
            max_size=4,
        ),
        min_size=2,
        max_size=5,
    ),
    st.sampled_from([";", "\t"]),
)
def test_what_is_written_as_csv_comes_back(tmp_path: Path, rows: list[list[str]], separator: str):
    lines = [separator.join(f'"{cell}"' for cell in ["first", "second", *row]) for row in rows]
    grid = text(tmp_path, f"sep={separator}\n".encode() + "\n".join(lines).encode())
    wanted = [[grids.clean(cell) for cell in ["first", "second", *row]] for row in rows]
    found = [
        [*row, *[None] * (len(want) - len(row))] for row, want in zip(grid.rows[1:], wanted, strict=True)
    ]
    assert found == wanted


def test_typed_cells_of_a_workbook_keep_their_type(tmp_path: Path):
    xlsx(tmp_path / "a.xlsx", {"A": [HEADINGS, ROW]})
    assert one(tmp_path / "a.xlsx").rows[1] == [
        "Seminar on shelters",
        dt.date(2021, 5, 4),
        "Vienna",
        "Austria",
        30.0,
    ]


def test_an_old_workbook_is_read(tmp_path: Path):
    rows = one(xls(tmp_path / "a.xls", [HEADINGS, ROW])).rows
    assert rows == [HEADINGS, ["Seminar on shelters", dt.date(2021, 5, 4), "Vienna", "Austria", 30.0]]


def test_an_opendocument_list_is_read_with_its_hidden_rows_and_lost_results(tmp_path: Path):
    lost = '<table:table-row><table:table-cell table:formula="of:=1+1"/></table:table-row>'
    rows = ods_row("Title", "Date") + ods_row("A course", 5, attributes='table:visibility="collapse"') + lost
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    grid = one(ods(tmp_path / "a.ods", rows + empty))
    assert grid.rows == [["Title", "Date"], ["A course", 5.0]]
    assert [(problem.row, problem.column) for problem in grid.problems] == [(2, ""), (3, "A")]


def test_a_merged_cell_fills_the_rows_it_covers_and_not_the_columns(tmp_path: Path):
    book = xlsx(tmp_path / "a.xlsx", {"A": [["Title", "City", "x"], ["one", None, 1], [None, None, 2]]})
    book["A"].merge_cells("A2:B3")
    book.save(tmp_path / "a.xlsx")
    assert one(tmp_path / "a.xlsx").rows == [["Title", "City", "x"], ["one", None, 1.0], ["one", None, 2.0]]


def test_hidden_rows_columns_and_sheets_are_read_and_told(tmp_path: Path):
    book = xlsx(tmp_path / "a.xlsx", {"A": [HEADINGS, ROW], "B": [["x"]]})
    book["A"].row_dimensions[2].hidden = True
    book["A"].column_dimensions["C"].hidden = True
    book["B"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    first, second = grids.read(tmp_path / "a.xlsx", name="a.xlsx")
    assert first.rows[1][2] == "Vienna"
    assert [(problem.row, problem.column) for problem in first.problems] == [(None, "C"), (2, "")]
    assert "hidden sheet" in second.problems[0].advice


def test_a_row_that_is_struck_through_is_read_and_told(tmp_path: Path):
    book = xlsx(tmp_path / "a.xlsx", {"A": [HEADINGS, ROW, ROW, ROW]})
    for cell in book["A"][3]:
        cell.font = Font(strike=True)
    book["A"]["A4"].font = Font(strike=True)
    for cell in book["A"][2]:
        cell.font = Font(strike=False, bold=True)
    book.save(tmp_path / "a.xlsx")
    grid = one(tmp_path / "a.xlsx")
    assert len(grid.rows) == 4
    (problem,) = grid.problems
    assert (problem.row, problem.severity) == (3, "warning")
    assert "struck through" in problem.advice


def test_a_cell_with_an_error_is_told(tmp_path: Path):
    book = xlsx(tmp_path / "a.xlsx", {"A": [HEADINGS, ROW]})
    book["A"]["F2"] = "#N/A"
    book["A"]["F2"].data_type = "e"
    book.save(tmp_path / "a.xlsx")
    (problem,) = one(tmp_path / "a.xlsx").problems
    assert (problem.row, problem.column, problem.value) == (2, "F", "#N/A")


def test_a_lone_value_far_away_is_a_message_and_not_a_full_memory(tmp_path: Path):
    book = xlsx(tmp_path / "a.xlsx", {"A": [HEADINGS, ROW]})
    book["A"]["AZ1048576"] = "lost"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UnreadableError, match=r"sheet 'A' reaches to AZ1048576"):
        one(tmp_path / "a.xlsx")


def test_the_separator_is_the_one_that_gives_the_steadiest_rows():
    assert text_grids.find_separator("Overview, of 2019\na;b;c\n1,5;2;3\n4;5,1;6\n") == ";"


def test_a_long_text_is_cleaned_as_a_short_one_is(tmp_path: Path):
    cells = ["Vienna", " Rome", "Two  blanks", "line\none", "", "caf\u00e9\u00a0bar", "\u200b", "7"]
    rows = [[cells[n % 8], f"Course {n}", f"{cells[n % 7]} {n}", "x"] for n in range(9_000)]
    with (tmp_path / "list.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    (grid,) = grids.read(tmp_path / "list.csv", name="list.csv")
    assert grid.rows == [[clean(text) for text in row] for row in rows]
    assert grid.problems == ()


def test_a_row_of_another_length_far_below_keeps_its_cells(tmp_path: Path):
    rows = [["A", f"Course {n}", "B"] for n in range(5_000)]
    rows[4_500], rows[4_700] = ["A", "", ""], ["A", "B", "C", "D"]
    (tmp_path / "list.csv").write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    (grid,) = grids.read(tmp_path / "list.csv", name="list.csv")
    assert (len(grid.rows), grid.rows[4_500], grid.rows[4_700]) == (5_000, ["A"], ["A", "B", "C", "D"])
