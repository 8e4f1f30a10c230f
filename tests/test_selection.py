"""Any within a filter, all between filters; a period at the precision dates are known (DESIGN rules 7, 8 and 9)."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from analysis.selection import bounds, last_twelve_months, previous_period, select
from tests import recount
from tests.frames import EVENTS, chosen, every, ids, index_of, record, ten
from tests.recount import light_views, views, world, worlds
from view import FILTERS, View

ALL = {event["id"] for event in EVENTS}


def in_ten(**choices):
    return chosen(ten(), **choices)


def test_no_filter_leaves_every_event_in_dated_or_not():
    assert in_ten() == ALL
    assert every(ten()).left_out == 0


def test_within_one_filter_any_value_is_enough():
    assert in_ten(topics=("smuggling-of-migrants", "investigation-and-prosecution")) == {
        "almaty",
        "vienna",
        "dushanbe",
        "joint",
    }


def test_between_filters_all_are_needed():
    assert in_ten(topics=("smuggling-of-migrants",), formats=("workshop",)) == {"dushanbe", "joint"}
    assert in_ten(topics=("smuggling-of-migrants",), formats=("workshop",), audiences=("judges",)) == {
        "joint"
    }
    assert in_ten(formats=("webinar",), audiences=("prosecutors",)) == set()


@pytest.mark.parametrize(
    ("role", "country", "events"),
    [
        ("there", "KAZ", {"almaty", "online", "dushanbe", "twice", "joint"}),
        ("host", "KAZ", {"almaty", "twice", "joint"}),
        ("participant", "KGZ", {"almaty", "online"}),
        ("there", "KGZ", {"almaty", "online", "bishkek"}),
        ("expert", "ITA", {"almaty"}),
        ("there", "ITA", {"rome"}),
        ("funder", "USA", {"tashkent", "joint"}),
        ("there", "USA", set()),
    ],
)
def test_the_role_decides_how_a_country_matches(role, country, events):
    assert in_ten(role=role, countries=(country,)) == events


CENTRAL_ASIA = {"almaty", "online", "tashkent", "bishkek", "dushanbe", "twice", "joint"}


@pytest.mark.parametrize(
    ("role", "region", "events"),
    [
        ("there", "143", CENTRAL_ASIA),
        ("there", "142", CENTRAL_ASIA),
        ("there", "central_asia", CENTRAL_ASIA),
        ("there", "150", {"vienna", "rome"}),
        ("host", "150", {"vienna"}),
        ("funder", "eu", {"almaty", "dushanbe"}),
        ("there", "no-such-region", set()),
    ],
)
def test_a_region_or_group_stands_for_its_members_in_the_role(role, region, events):
    assert in_ten(role=role, regions=(region,)) == events


def test_countries_and_regions_are_two_filters():
    assert in_ten(countries=("KAZ", "ITA"), regions=("150",)) == {"rome"}


@pytest.mark.parametrize(
    ("filter_", "body", "events"),
    [
        ("funders", "osce", {"almaty"}),
        ("funders", "osce-secretariat", {"almaty"}),
        ("funders", "osce-programme-office-bishkek", set()),
        ("funders", "us-state-department", {"tashkent"}),
        ("funders", "us-embassy-uzbekistan", {"tashkent"}),
        ("funders", "eu", {"vienna", "dushanbe", "joint"}),
        ("organisers", "osce", {"almaty", "tashkent", "bishkek"}),
        ("organisers", "osce-programme-office-bishkek", {"almaty", "bishkek"}),
        ("organisers", "eu", set()),
    ],
)
def test_a_body_stands_for_itself_and_its_offices_but_an_office_not_for_its_parent(filter_, body, events):
    assert in_ten(**{filter_: (body,)}) == events


@pytest.mark.parametrize(
    ("filter_", "events"),
    [
        ("funders", {"online", "bishkek", "nothing"}),
        ("organisers", {"vienna", "dushanbe", "nothing", "twice", "rome"}),
        ("audiences", ALL - {"almaty", "online", "joint"}),
        ("formats", {"nothing"}),
        ("topics", {"nothing"}),
        ("countries", {"nothing"}),
        ("regions", {"nothing"}),
    ],
)
def test_not_stated_is_a_value_to_filter_by(filter_, events):
    assert in_ten(**{filter_: ("none",)}) == events


def test_not_stated_goes_with_values_as_any_of_them():
    assert in_ten(funders=("none", "osce")) == {"online", "bishkek", "nothing", "almaty"}
    assert in_ten(role="host", countries=("none", "AUT")) == {"online", "nothing", "rome", "vienna"}


def test_the_format_called_other_is_a_format():
    assert in_ten(formats=("other",)) == {"bishkek"}


def test_words_are_a_filter_like_the_others():
    assert in_ten(text="ALMATY", formats=("workshop",)) == {"almaty", "joint"}
    assert in_ten(text=" \n ") == ALL


@pytest.mark.parametrize(
    ("start", "end", "events", "left_out"),
    [
        ("2020", "2020", {"online", "vienna"}, 2),
        ("2021", "2021", {"tashkent"}, 2),
        ("2022", "2022", {"bishkek"}, 2),
        ("2019", "2021", {"almaty", "online", "vienna", "tashkent"}, 2),
        ("2023", "", {"twice", "joint", "rome"}, 2),
        ("", "2019", {"almaty"}, 2),
        ("2020-12", "2020-12", {"vienna"}, 2),
        ("2021-01-01", "2021-01-02", set(), 2),
        ("2024-02", "2024-02", {"rome"}, 2),
        ("2024-02-29", "2024-02-29", {"rome"}, 2),
        ("2024-03", "", set(), 2),
    ],
)
def test_an_event_is_in_the_period_of_its_start_and_undated_ones_are_out_and_counted(
    start, end, events, left_out
):
    selection = every(ten(), start=start, end=end)
    assert (ids(selection), selection.left_out) == (events, left_out)


@pytest.mark.parametrize(
    ("start", "end", "where"),
    [
        ("2022", "2022", "in"),
        ("2022-01", "2022-12", "in"),
        ("2022-01-01", "2022-12-31", "in"),
        ("2021-06", "2023-06", "in"),
        ("2022-01", "2022-11", "unclear"),
        ("2022-02", "", "unclear"),
        ("2022-05-10", "2022-05-20", "unclear"),
        ("", "2022-12-30", "unclear"),
        ("2021-06", "2021-12", "out"),
        ("2023-01", "", "out"),
    ],
)
def test_an_event_known_by_year_is_in_a_period_that_holds_its_year_and_unclear_in_a_part_of_it(
    start, end, where
):
    selection = every(ten(), start=start, end=end, formats=("other",))
    assert (ids(selection), selection.left_out) == {
        "in": ({"bishkek"}, 0),
        "unclear": (set(), 1),
        "out": (set(), 0),
    }[where]


@pytest.mark.parametrize(
    ("start", "end", "where"),
    [
        ("2021-03", "2021-03", "in"),
        ("2021-03-01", "2021-03-31", "in"),
        ("2021", "2021-06", "in"),
        ("2021-03-01", "2021-03-30", "unclear"),
        ("2021-03-02", "", "unclear"),
        ("2021-04", "", "out"),
        ("2021-02", "2021-02-28", "out"),
    ],
)
def test_an_event_known_by_month_is_in_a_period_that_holds_its_month_and_unclear_in_a_part_of_it(
    start, end, where
):
    selection = every(ten(), start=start, end=end, countries=("UZB",), formats=("training",))
    assert (ids(selection), selection.left_out) == {
        "in": ({"tashkent"}, 0),
        "unclear": (set(), 1),
        "out": (set(), 0),
    }[where]


def test_only_undated_events_that_pass_the_other_filters_are_counted_as_left_out():
    selection = every(ten(), start="2023", end="2023", countries=("TJK",))
    assert (ids(selection), selection.left_out) == ({"joint"}, 1)


def test_one_click_adds_the_undated_and_then_none_is_left_out():
    selection = every(ten(), start="2022-03", end="2023-02", undated=True)
    assert (ids(selection), selection.left_out) == ({"twice", "bishkek", "dushanbe", "nothing"}, 0)


def test_undated_means_nothing_without_a_period():
    assert in_ten(undated=True) == ALL


def test_a_period_runs_from_the_first_day_of_its_start_to_the_last_of_its_end():
    days = [date.fromordinal(day).isoformat() for day in bounds(View(start="2023", end="2024-02"))]
    assert days == ["2023-01-01", "2024-02-29"]


def test_a_period_that_ends_before_it_starts_holds_nothing():
    assert in_ten(start="2023", end="2020") == set()


def test_a_choice_is_answered_for_the_index_it_was_asked_of():
    other = index_of(record("one", "2020", participant="KAZ"))
    assert chosen(other, countries=("KAZ",)) == {"one"}
    assert in_ten(countries=("KAZ",)) == {"almaty", "online", "dushanbe", "twice", "joint"}
    assert chosen(other, countries=("KAZ",)) == {"one"}


CHANGES: dict[str, Any] = {
    "start": "2023",
    "end": "2019",
    "undated": True,
    "countries": ("UZB",),
    "regions": ("150",),
    "topics": ("none",),
    "audiences": ("judges",),
    "formats": ("none",),
    "organisers": ("osce",),
    "funders": ("none",),
    "sources": ("none",),
    "text": "vienna",
}


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_changes_what_is_in(name):
    before = View(start="2019", end="2023") if name in ("start", "end", "undated") else View()
    assert ids(select(ten(), before)) != ids(select(ten(), replace(before, **{name: CHANGES[name]})))


@pytest.mark.parametrize(
    "name", [field.name for field in fields(View) if field.name not in (*FILTERS, "role")]
)
def test_no_page_option_changes_what_is_in(name):
    other: dict[bool, Any] = {
        True: not getattr(View(), name),
        False: (("topic", "none"),) if name == "pick" else "days",
    }
    value = other[isinstance(getattr(View(), name), bool)]
    selection = select(ten(), View(countries=("KAZ",), **{name: value}))
    assert ids(selection) == in_ten(countries=("KAZ",))
    assert selection.view != View(countries=("KAZ",))


def test_a_pick_narrows_to_the_events_that_hold_all_of_it():
    selection = every(ten(), regions=("143",))
    assert ids(selection.narrowed((("topic", "smuggling-of-migrants"),))) == {"dushanbe", "joint"}
    assert ids(selection.narrowed((("topic", "smuggling-of-migrants"), ("year", "2023")))) == {"joint"}
    assert ids(selection.narrowed((("year", "none"),))) == {"dushanbe"}
    assert ids(selection.narrowed((("host", "KAZ"), ("expert", "USA")))) == {"twice"}


def test_a_pick_of_something_else_than_a_dimension_leaves_all_in_and_an_unknown_code_none():
    selection = every(ten())
    assert ids(selection.narrowed((("chart", "2"),))) == ALL
    assert ids(selection.narrowed((("topic", "no-such-topic"),))) == set()


def test_a_narrowed_selection_is_another_one_even_when_the_view_already_names_the_pick():
    pick = (("year", "2019"),)
    selection = select(ten(), View(pick=pick))
    assert selection.narrowed(pick) != selection
    assert selection == select(ten(), View(pick=pick))
    assert hash(selection) == hash(select(ten(), View(pick=pick)))
    assert selection != "something else"


def test_a_selection_has_the_length_of_its_events():
    assert len(every(ten(), formats=("workshop",))) == 3


@pytest.mark.parametrize(
    ("starts", "first", "last"),
    [
        (["2024-02-29", "2010-05"], "2023-03-01", "2024-02-29"),
        (["2024-02-28"], "2023-03-01", "2024-02-28"),
        (["2025-02-28"], "2024-03-01", "2025-02-28"),
        (["2025-10-15"], "2024-10-16", "2025-10-15"),
        (["2023-12-31"], "2023-01-01", "2023-12-31"),
        (["2025-10", "2025-09-30"], "2024-11-01", "2025-10-31"),
        (["2025", "2024-12-31"], "2025-01-01", "2025-12-31"),
        (["2025", "2025-03-31"], "2024-04-01", "2025-03-31"),
        (["XXXX-10-26", None, "2020-06-01"], "2019-06-02", "2020-06-01"),
        (["XXXX-10-26", None], "", ""),
        ([], "", ""),
    ],
)
def test_the_last_twelve_months_end_at_the_newest_event(starts, first, last):
    index = index_of(*(record(f"event-{place}", start) for place, start in enumerate(starts)))
    assert last_twelve_months(index) == (first, last)


def test_the_records_reach_from_the_oldest_to_the_newest_start():
    assert ten().span == (date(2019, 5, 13), date(2024, 2, 29))
    assert index_of().span is None


LONG = index_of(record("oldest", "2010-01-01"), record("newest", "2025-10-15", "2025-10-20"))


@pytest.mark.parametrize(
    ("start", "end", "earlier"),
    [
        ("2020", "2020", ("2019", "2019")),
        ("2018", "2020", ("2015", "2017")),
        ("2024-02", "2024-02", ("2024-01", "2024-01")),
        ("2024-01", "2024-03", ("2023-10", "2023-12")),
        ("2024", "2024-06", ("2023-07-01", "2023-12-31")),
        ("2024-01-01", "2024-12-31", ("2023-01-01", "2023-12-31")),
        ("2024-10-16", "2025-10-15", ("2023-10-16", "2024-10-15")),
        ("2023-03-01", "2024-02-29", ("2022-03-01", "2023-02-28")),
        ("2024-03-05", "2024-03-11", ("2024-02-27", "2024-03-04")),
        ("2024-02-29", "2024-02-29", ("2024-02-28", "2024-02-28")),
        ("2011", "2011", ("2010", "2010")),
        ("2026", "2026", ("2025", "2025")),
        ("2010", "2010", None),
        ("2012", "2015", None),
        ("2026-01", "2026-03", None),
        ("2030", "2030", None),
        ("2020", "", None),
        ("", "2020", None),
        ("", "", None),
        ("2021", "2020", None),
    ],
)
def test_the_period_before_has_equal_length_and_lies_within_the_records(start, end, earlier):
    view = previous_period(LONG, View(start=start, end=end, countries=("KAZ",)))
    assert (view and (view.start, view.end)) == earlier
    assert view is None or view.countries == ("KAZ",)


def test_the_period_before_the_last_twelve_months_touches_them_and_is_as_long():
    start, end = last_twelve_months(LONG)
    earlier: Any = previous_period(LONG, View(start=start, end=end))
    assert (start, end) == ("2024-10-16", "2025-10-15")
    assert (earlier.start, earlier.end) == ("2023-10-16", "2024-10-15")


def test_records_that_begin_within_the_earlier_days_do_not_hold_them():
    index = index_of(record("oldest", "2010-01-02"), record("newest", "2025-10-15"))
    assert previous_period(index, View(start="2011-01-01", end="2011-12-31")) is None
    assert previous_period(index, View(start="2011", end="2011")) == View(start="2010", end="2010")


def test_without_dated_events_there_is_no_period_before():
    assert previous_period(index_of(record("one")), View(start="2020", end="2020")) is None


@settings(max_examples=200)
@given(worlds, views | light_views)
def test_a_view_leaves_in_what_reading_every_record_leaves_in(drawn, view):
    records, index = world(*drawn)
    selection = select(index, view)
    expected, left_out = recount.chosen(records, view)
    assert ids(selection) == {made["id"] for made in expected}
    assert (selection.count, selection.left_out) == (len(expected), left_out)
