"""Tables as CSV files, and the names of files."""

from __future__ import annotations

import csv as reader
import io
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import csv

ABOUT = {
    "title": "Events by funder",
    "filters": "Period: 2019–2021; Country: Kazakhstan",
    "data version": "397ca1a2",
}


def rows(file: bytes) -> list[list[str]]:
    """All rows of a file, as a spreadsheet reads them."""
    return list(reader.reader(io.StringIO(file.decode("utf-8-sig"), newline="")))


def table_of(file: bytes) -> pd.DataFrame:
    """The table below the description, as pandas reads it."""
    return pd.read_csv(io.BytesIO(file), skiprows=len(ABOUT) + 1, encoding="utf-8-sig", keep_default_na=False)


def cell(value: Any) -> str:
    """One cell as it is written."""
    return rows(csv.written(pd.DataFrame({"a": [value, "x"]}), ABOUT))[len(ABOUT) + 2][0]


def test_a_file_says_what_it_is_before_the_table():
    file = csv.written(pd.DataFrame({"funder": ["EU", "OSCE"], "events": [46, 20]}), ABOUT)
    assert rows(file) == [
        ["# title", "Events by funder"],
        ["# filters", "Period: 2019–2021; Country: Kazakhstan"],
        ["# data version", "397ca1a2"],
        [],
        ["funder", "events"],
        ["EU", "46"],
        ["OSCE", "20"],
    ]


def test_a_file_begins_with_the_mark_that_spreadsheets_look_for():
    file = csv.written(pd.DataFrame({"a": ["Ashgabat – Aşgabat – Ашхабад"]}), ABOUT)
    assert file.startswith(b"\xef\xbb\xbf# title,")
    assert file.count(b"\xef\xbb\xbf") == 1
    assert "Ашхабад" in file.decode()


def test_a_file_is_read_past_its_description_as_comments_also_where_a_cell_holds_the_sign_of_one():
    made = pd.DataFrame({"title": ["Round table #2", 'A "#1" event, and more', "plain"], "events": [1, 2, 3]})
    read = pd.read_csv(io.BytesIO(csv.written(made, ABOUT)), comment="#")
    assert read.to_dict("list") == made.to_dict("list")
    plain = made.assign(title=["a", "b, c", "d"])
    assert pd.read_csv(io.BytesIO(csv.written(plain, ABOUT)), comment="#").to_dict("list") == plain.to_dict(
        "list"
    )


def test_every_line_ends_as_spreadsheets_expect():
    file = csv.written(pd.DataFrame({"a": [1, 2]}), ABOUT).decode()
    assert file.count("\n") == file.count("\r\n") == 7


@pytest.mark.parametrize("text", ["=1+1", "+41 22", "-2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")'])
def test_a_text_that_a_spreadsheet_would_run_is_written_as_text(text: str):
    assert cell(text) == f"'{text}"


def test_a_description_that_a_spreadsheet_would_run_is_written_as_text():
    file = csv.written(pd.DataFrame({"a": [1]}), {"title": "=cmd", "filters": "@x"})
    assert rows(file)[:2] == [["# title", "'=cmd"], ["# filters", "'@x"]]


@pytest.mark.parametrize(
    ("value", "text"), [(-5, "-5"), (-0.5, "-0.5"), (0, "0"), (1240, "1240"), (True, "True")]
)
def test_numbers_stay_numbers_also_below_zero(value: Any, text: str):
    made = pd.DataFrame({"a": [value]})
    assert rows(csv.written(made, ABOUT))[-1] == [text]


@pytest.mark.parametrize("text", ["a-b", "1=1", "mail@x.org", "Côte d'Ivoire", "'quoted'", ""])
def test_other_texts_stay_as_they_are(text: str):
    assert cell(text) == text


@pytest.mark.parametrize("value", [None, pd.NA, float("nan"), pd.NaT])
def test_what_is_not_told_is_an_empty_cell(value: Any):
    assert cell(value) == ""


def test_counts_with_gaps_stay_whole_numbers():
    made = pd.DataFrame({"people": pd.array([30, None], dtype="Int32"), "b": ["x", "y"]})
    assert rows(csv.written(made, ABOUT))[-2:] == [["30", "x"], ["", "y"]]


def test_columns_of_codes_are_guarded_and_may_be_empty():
    made = pd.DataFrame({"code": pd.Categorical(["=a", None, "b"]), "n": [1, 2, 3]})
    assert rows(csv.written(made, ABOUT))[-3:] == [["'=a", "1"], ["", "2"], ["b", "3"]]


@pytest.mark.parametrize("text", ["\u200b=1+1", "\ufeff=1+1", "\uff1d1+1", " \u00a0@a", "\u2060\uff0b1"])
def test_what_begins_a_formula_behind_signs_nobody_sees_is_guarded(text: str):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["\u00e9t\u00e9", "\u2013 none", "(a)", "\u200b", "\u4e2d\u56fd"])
def test_texts_that_begin_no_formula_stay_as_they_are(text: str):
    assert cell(text) == text


AWKWARD = 'She said "no", then\nleft; a,b\r\nend'


def test_quotes_commas_and_line_breaks_come_back_as_they_were():
    file = csv.written(pd.DataFrame({"a": [AWKWARD], "b": ["x,y"]}), ABOUT)
    assert rows(file)[-1] == [AWKWARD, "x,y"]
    assert table_of(file).to_dict("records") == [{"a": AWKWARD, "b": "x,y"}]


def test_a_description_with_line_breaks_stays_one_row():
    file = csv.written(pd.DataFrame({"a": [1]}), ABOUT | {"filters": 'Words: “a\nb, "c"”'})
    assert rows(file)[1] == ["# filters", 'Words: “a\nb, "c"”']
    assert table_of(file).to_dict("records") == [{"a": 1}]


def test_an_empty_table_has_its_headings():
    assert rows(csv.written(pd.DataFrame(columns=["funder", "events"]), ABOUT))[-1] == ["funder", "events"]


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.lists(st.tuples(TEXTS, st.integers()), min_size=1, max_size=5))
def test_any_text_comes_back_with_at_most_an_apostrophe_before_it(cells: list[tuple[str, int]]):
    file = csv.written(pd.DataFrame(cells, columns=["text", "count"]), ABOUT)
    for (text, count), (written, number) in zip(cells, rows(file)[len(ABOUT) + 2 :], strict=True):
        assert written in (text, f"'{text}")
        assert not written.startswith(csv.FORMULA)
        assert int(number) == count


def test_a_file_name_tells_heading_filters_and_data_version():
    assert (
        csv.file_name("Events by funder", "All events, no filter", "397ca1a2")
        == "atlas-events-by-funder-397ca1a2"
    )
    assert csv.file_name("Events by funder", "Period: 2019–2021; Topic: border", "397ca1a2") == (
        "atlas-events-by-funder-period-2019-2021-topic-border-397ca1a2"
    )


LONG = "; ".join(f"Country: Land {place} (was there)" for place in range(30))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Period: 2019", "Period: 2020"),
        (LONG, f"{LONG}; Topic: border"),
        ("Words: “Астана”", "Words: “Ташкент”"),
        ("Words: “北京”", "Words: “a”"),
    ],
)
def test_two_views_never_have_one_file_name(one: str, other: str):
    assert csv.file_name("Events by year", one, "397ca1a2") != csv.file_name(
        "Events by year", other, "397ca1a2"
    )


@pytest.mark.parametrize("filters", ["All events, no filter", LONG])
def test_two_charts_never_have_one_file_name_however_long_their_headings_are(filters: str):
    heading = "Funders and the organisers of the events that they pay for most often, in events"
    headings = [heading, f"{heading}, shared among those there", heading.replace("most", "least")]
    names = [csv.file_name(one, filters, "397ca1a2") for one in headings]
    assert len(set(names)) == 3
    assert all(name.startswith("atlas-funders-and-the") for name in names)
    assert [("those-there" in name) for name in names] == [False, True, False]


def test_options_of_a_page_stand_in_the_name_and_tell_two_files_apart():
    names = [
        csv.file_name("Events by funder and year", "All events", "397ca1a2", options=options)
        for options in ("", "body countries", "peers KGZ,UZB,TJK,TKM,RUS", "peers KGZ,UZB,TJK,TKM,DEU")
    ]
    assert names[:2] == [
        "atlas-events-by-funder-and-year-397ca1a2",
        "atlas-events-by-funder-and-year-body-countries-397ca1a2",
    ]
    assert len(set(names)) == 4


def test_two_data_versions_have_two_file_names():
    assert csv.file_name("A", LONG, "397ca1a2") != csv.file_name("A", LONG, "bc22d0f1")


@given(TEXTS, TEXTS)
def test_a_file_name_is_short_and_plain_whatever_the_view(heading: str, filters: str):
    name = csv.file_name(heading * 9, filters * 9, "397ca1a2", options=heading * 3)
    assert len(name) <= 120
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name.startswith("atlas-")
    assert name.endswith("-397ca1a2")
