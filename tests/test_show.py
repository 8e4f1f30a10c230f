"""What stands under a chart: the words for a click, the view it leads to, the table beside it."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.counts import Counted
from analysis.index import Index
from analysis.selection import select
from tests.facts import counted, countries, crossed, lanes
from tests.frames import EVENTS, ids, index_of
from ui.events import sorting
from ui.show import narrowed_view, said_pick, together
from ui.tables import plain
from view import View


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(*EVENTS)


@pytest.mark.parametrize(
    ("pick", "words"),
    [
        ((("chart", "2"), ("year", "2019")), "Year: 2019"),
        (
            (("chart", "1"), ("topic", "trafficking-in-persons"), ("year", "2019")),
            "Topic: trafficking in persons, Year: 2019",
        ),
        ((("there", "KAZ"),), "Country that was there: Kazakhstan"),
        ((("there", "KAZ"), ("there", "TJK")), "Kazakhstan and Tajikistan"),
        ((("side", "second"), ("there", "KAZ")), "Country that was there: Kazakhstan"),
        ((("host", "KAZ"),), "Country that hosted: Kazakhstan"),
        ((("year", "none"),), "Year: year unknown"),
        ((("event", "almaty"),), "almaty"),
        ((("event", "gone"),), "gone"),
        ((("topic", "gone"),), "Topic: gone"),
        ((("nonsense", "x"), ("year", "2019")), "Year: 2019"),
        ((), ""),
    ],
)
def test_a_click_is_told_in_words(index: Index, pick: tuple[tuple[str, str], ...], words: str):
    assert said_pick(select(index, View()), pick) == words


def test_a_click_on_a_year_becomes_the_period_and_leaves_the_rest_of_the_view(index: Index):
    view = View(topics=("border-management",), undated=True, pick=(("chart", "1"), ("year", "2019")))
    assert narrowed_view(index, view, view.pick) == View(
        topics=("border-management",), start="2019", end="2019"
    )


@pytest.mark.parametrize(
    ("pick", "view"),
    [
        ((("month", "2021-03"),), View(start="2021-03", end="2021-03")),
        ((("topic", "a"),), View(topics=("a",))),
        ((("audience", "none"),), View(audiences=("none",))),
        ((("format", "training"),), View(formats=("training",))),
        ((("funder_body_top", "eu"), ("year", "2020")), View(funders=("eu",), start="2020", end="2020")),
        ((("there", "KAZ"),), View(countries=("KAZ",))),
    ],
)
def test_a_click_becomes_the_filter_that_says_it(index: Index, pick: tuple[tuple[str, str], ...], view: View):
    assert narrowed_view(index, View(), (("chart", "1"), *pick)) == view


@pytest.mark.parametrize(
    "pick",
    [
        (("quarter", "2020-Q1"),),
        (("year", "none"),),
        (("host", "KAZ"),),
        (("there", "none"),),
        (("event", "almaty"),),
        (("topic", "a"), ("topic", "b")),
    ],
)
def test_a_click_that_no_filter_can_say_becomes_none(index: Index, pick: tuple[tuple[str, str], ...]):
    assert narrowed_view(index, View(), pick) is None


@pytest.mark.parametrize(
    ("dimension", "view"),
    [
        ("topic", View()),
        ("audience", View()),
        ("format", View()),
        ("year", View()),
        ("month", View()),
        ("there", View()),
        ("host", View(role="host")),
        ("funder_body_top", View()),
        ("topic", View(start="2020", end="2023")),
        ("year", View(start="2020", end="2023", undated=True)),
        ("format", View(countries=("KAZ",))),
        ("organiser", View()),
        ("there", View(countries=("UZB",))),
        ("year", View(start="2020-05-01", end="2021-04-30")),
    ],
)
def test_a_filter_by_what_was_clicked_leaves_the_events_that_were_behind_it(
    index: Index, dimension: str, view: View
):
    chosen = select(index, view)
    for code in index[dimension].ids:
        narrower = narrowed_view(index, view, ((dimension, code),))
        behind = ids(chosen.narrowed(((dimension, code),)))
        assert narrower is None or not behind or ids(select(index, narrower)) == behind, code


def test_a_table_of_events_has_readable_headings_and_the_code_last():
    table = plain(counted([("eu", "European Union", 46)], "funder_body_top"))
    assert table.to_dict("records") == [{"funder": "European Union", "events": 46, "code": "eu"}]
    assert list(table) == ["funder", "events", "code"]


def test_a_table_in_another_unit_tells_the_events_behind_each_figure():
    table = plain(counted([("eu", "European Union", 900, 46, 20)], "funder_body_top", unit="people"))
    assert table.to_dict("records") == [
        {"funder": "European Union", "people": 900, "events behind": 46, "of them tell it": 20, "code": "eu"}
    ]


def test_a_table_of_a_map_leaves_out_what_only_the_map_needs():
    table = plain(countries([("KAZ", "Kazakhstan", 33, True, 48.0, 67.0)]))
    assert {"latitude", "longitude", "recorded", "id"}.isdisjoint(table)
    assert (table.columns[0], table.columns[-1]) == ("country", "code")
    assert table["country"].tolist() == ["Kazakhstan"]


def test_a_table_of_two_dimensions_has_a_row_a_pair():
    table = plain(
        crossed(
            [("eu", "European Union")],
            [("2019", "2019"), ("2020", "2020")],
            [[3, 0]],
            by=("funder_body_top", "year"),
        )
    )
    assert table.to_dict("records") == [
        {"funder": "European Union", "year": "2019", "events": 3},
        {"funder": "European Union", "year": "2020", "events": 0},
    ]


@pytest.mark.parametrize("unit", ["events", "people"])
def test_a_table_shown_adds_up_to_the_table_it_was_made_from(unit: str):
    table: Counted = counted([("a", "A", 3), ("b", "B", 4), ("none", "not stated", 2)], unit=unit)
    assert plain(table)[unit].sum() == table.frame["count"].sum() == 9


@pytest.mark.parametrize(
    "names",
    [
        ["id", "name", "given_count", "event_count"],
        ["first_id", "first_name", "second_id", "second_name", "count"],
        ["lane_id", "lane_name", "event_id", "title", "number", "city", "start_date", "day"],
    ],
)
def test_no_heading_of_a_table_is_a_name_of_the_program(names: list[str]):
    assert not [name for name in plain(pd.DataFrame(columns=names)) if "_" in str(name)]


def test_no_heading_of_the_table_of_a_map_is_a_name_of_the_program():
    table = plain(countries([("KAZ", "Kazakhstan", 33, True, 48.0, 67.0)]))
    assert not [name for name in table if "_" in str(name)]


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ({}, ""),
        ({"more": 2}, "as in the chart, left out: 2 more with at most 1 event each"),
        (
            {"more": 1, "undated": 3},
            "as in the chart, left out: 1 more with at most 1 event each, 3 events without a known year",
        ),
    ],
)
def test_the_file_of_lanes_says_what_is_not_in_it(left: dict[str, int], said: str):
    assert together(lanes([], **left)) == said


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (None, None, None),
        ("2019", None, "2019"),
        ("2019-05", "2019-05", "2019-05"),
        ("2019-05-30", None, "2019-05-30"),
        ("2019-05-30", "2019-05-31", "2019-05-30 to 31"),
        ("2019-05-30", "2019-06-02", "2019-05-30 to 06-02"),
        ("2019-12-30", "2020-01-02", "2019-12-30 to 2020-01-02"),
        ("2019", "2019-05-30", "2019 to 2019-05-30"),
        (None, "2019-05-30", "2019-05-30, last day"),
        ("XXXX-10-26", "XXXX-10-27", "year unknown, 10-26 to 27"),
    ],
)
def test_dates_of_the_table_of_events_are_told_as_known(start: str | None, end: str | None, told: str | None):
    assert sorting(start, end) == told


def test_dates_of_the_table_of_events_sort_by_their_letters():
    in_order = [
        ("2018", None), ("2018-01", None), ("2018-09-30", None), ("2018-10-01", "2018-10-04"), ("2018-10-02", None),
        ("2019-01-31", "2019-02-01"), ("XXXX-05-01", None),
    ]  # fmt: skip
    shown = [sorting(*dates) or "" for dates in in_order]
    assert shown == sorted(shown)
