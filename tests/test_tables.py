"""Tables behind figures: what their columns are called, and which rows lead to the page of a country."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pandas as pd
import pytest

from analysis import bridges, country, meeting_grid, meetings, neighbours, series
from analysis import gaps as gaps_of
from analysis.index import Index
from exports.csv import written
from tests.facts import counted, countries, crossed
from tests.frames import EVENTS, every, index_of, ten
from ui.tables import plain, with_pages
from view import MEETINGS, View, from_address


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(*EVENTS)


def addresses(table: pd.DataFrame, index: Index, view: View = View()) -> list[str | None]:  # noqa: B008 - frozen
    linked, drawn = with_pages(table, index, view)
    (heading,) = drawn
    return [one if isinstance(one, str) else None for one in linked[heading]]


def test_a_country_in_a_table_leads_to_its_page_and_the_view_goes_along(index: Index):
    view = View(start="2015", topics=("border-management",), pick=(("chart", "1"), ("year", "2019")))
    table = plain(countries([("KAZ", "Kazakhstan", 33, True, 48.0, 67.0)]))
    (address,) = addresses(table, index, view)
    assert address is not None
    assert urlsplit(address).path == "country", "relative, so that it holds below any path"
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    there = View(start="2015", topics=("border-management",), country="KAZ")
    assert from_address(asked) == (there, [])


def test_both_countries_of_a_pair_have_a_link_beside_their_name(index: Index):
    pairs = pd.DataFrame(
        [("KAZ", "Kazakhstan", "UZB", "Uzbekistan", 12)],
        columns=["first_id", "first_name", "second_id", "second_name", "count"],
    )
    linked, drawn = with_pages(plain(pairs), index, View())
    assert list(linked) == ["one", "page of one", "the other", "page of the other", "events"]
    assert list(drawn) == ["page of one", "page of the other"]
    assert linked.iloc[0].tolist()[1::2] == [
        "country?v=1&country=KAZ",
        "country?v=1&country=UZB",
    ]


def test_what_is_no_country_has_no_link(index: Index):
    table = pd.DataFrame({"whose": ["Kazakhstan", "Central Asia, all events", None], "value": [1, 2, 3]})
    assert addresses(table, index) == ["country?v=1&country=KAZ", None, None]


def test_a_table_without_countries_stays_as_it_is(index: Index):
    table = plain(counted([("eu", "European Union", 46)], "funder_body_top"))
    linked, drawn = with_pages(table, index, View())
    assert drawn == {}
    assert linked.equals(table)


def test_the_table_that_is_handed_out_has_no_links(index: Index):
    table = plain(countries([("KAZ", "Kazakhstan", 33, True, 48.0, 67.0)]))
    before = list(table)
    with_pages(table, index, View())
    assert list(table) == before


def of_the_pages(meeting: str) -> list[pd.DataFrame]:
    """Every table of the four pages, as it is shown."""
    events = every(ten(), meeting=meeting)
    met = meetings.of(events)
    report = country.report(events, "KAZ", ("UZB", "143"))
    central_asia = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    return [
        plain(table)
        for table in (
            meetings.strongest(met, weight="events", most=12),
            meeting_grid.grid(met, weight="events", order="region", most=20).pairs,
            meetings.by_year(met),
            meetings.by_size(met),
            meetings.across(met),
            bridges.linking(met, most=12),
            meetings.alone(met, most=12)[0],
            report.roles,
            report.topics.frame,
            report.met,
            report.audiences,
            report.funders,
            report.series.frame,
            gaps_of.of(events, central_asia, "topic").frame,
            neighbours.left_out(events, central_asia).frame,
            series.came_again(events),
        )
    ]


RAW = {"there", "shared", "again", "linked", "outside", "size", "group", "within", "across", "unknown", "new"}
"""Names of columns of the program that once stood over numbers."""


@pytest.mark.parametrize("meeting", MEETINGS)
def test_no_column_of_the_adviser_s_tables_is_headed_by_a_name_of_the_program(meeting: str):
    headings = {str(name) for table in of_the_pages(meeting) for name in table}
    assert not {name for name in headings if "_" in name or name in RAW}


def test_an_unknown_year_and_nobody_named_stand_in_words():
    met = meetings.of(every(ten()))
    assert plain(meetings.by_year(met))["year"].tolist()[-1] == "year unknown"
    assert plain(meetings.by_size(met))["how many were named"].tolist()[-1] == "none named"


def test_countries_in_a_role_are_headed_as_countries():
    table = crossed([("KAZ", "Kazakhstan")], [("2019", "2019")], [[3]], by=("there", "year"))
    assert list(plain(table)) == ["country", "year", "events"]


@pytest.mark.parametrize(("unit", "heading"), [("people", "people"), ("days", "event days")])
def test_a_figure_no_event_tells_is_empty_and_one_without_events_is_zero(unit: str, heading: str):
    rows = [("a", "agency", 40, 2, 1), ("b", "bank", 0, 2, 0), ("c", "council", 0, 0, 0), ("d", "d", 0, 1, 1)]
    shown = plain(counted(rows, "funder_body", unit=unit))
    assert shown[heading].isna().tolist() == [False, True, False, False]
    body = written(shown, {}).decode().split("\r\n")
    assert body[-5:-1] == ["agency,40,2,1,a", "bank,,2,0,b", "council,0,0,0,c", "d,0,1,1,d"]


def test_a_cell_of_people_no_event_tells_is_empty():
    events, base = np.array([[2, 1, 0]]), np.array([[1, 0, 0]])
    years = [("2019", "2019"), ("2020", "2020"), ("2021", "2021")]
    table = crossed([("KAZ", "Kazakhstan")], years, [[40, 0, 0]], by=("there", "year"))
    shown = plain(replace(table, unit="people", events=events, base=base))
    assert shown["people"].isna().tolist() == [False, True, False]
    assert shown["people"].dropna().tolist() == [40, 0]
