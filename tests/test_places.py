"""Countries and cities behind the map: no data unlike zero, roles apart, the last event, places without a country."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from analysis.places import MAP_UNITS, by_city, by_country, by_country_and_year, through_years, unit_of_map
from analysis.selection import select
from tests import recount
from tests.frames import chosen, every, index_of, record, table, ten
from tests.recount import light_views, world, worlds
from view import UNITS


def country(iso3, *, unit="events", **choices):
    frame = by_country(every(ten(), **choices), unit=unit).frame
    return frame[frame["id"] == iso3].iloc[0]


@pytest.mark.parametrize(
    ("role", "events"), [("there", 5), ("host", 3), ("participant", 5), ("expert", 0), ("funder", 0)]
)
def test_a_map_counts_the_role_of_the_view(role, events):
    assert country("KAZ", role=role)["count"] == events


def test_every_country_is_there_and_the_unknown_last():
    frame = by_country(every(ten())).frame
    assert len(frame) == len(ten().tables["countries"]) + 1
    assert frame["id"].iloc[-1] == "none"
    assert {"XKX", "TWN", "ATA"} <= set(frame["id"])


def test_never_in_the_records_is_unlike_none_in_the_selection():
    assert (
        country("UZB", formats=("webinar",))["count"],
        country("UZB", formats=("webinar",))["recorded"],
    ) == (0, True)
    assert (country("FRA")["count"], country("FRA")["recorded"]) == (0, False)


def test_a_country_that_only_paid_or_sent_experts_is_in_the_records():
    assert (country("USA")["count"], country("USA")["recorded"]) == (0, True)


def test_people_by_country_say_from_how_many_events():
    assert tuple(country("KAZ", unit="people")[["count", "event_count", "base_count"]]) == (170, 5, 5)
    assert tuple(country("UZB", unit="people")[["count", "event_count", "base_count"]]) == (30, 2, 1)


def test_event_days_by_country():
    assert tuple(country("KAZ", unit="days")[["count", "event_count", "base_count"]]) == (8, 5, 4)


def test_the_last_event_is_the_one_that_started_last():
    assert tuple(country("KAZ")[["last_event", "last_date"]]) == ("joint", "2023-11-05")
    assert tuple(country("KGZ")[["last_event", "last_date"]]) == ("bishkek", "2022")
    assert tuple(country("KAZ", end="2020")[["last_event", "last_date"]]) == ("online", "2020-06-10")


def test_a_country_without_a_dated_event_has_no_last_one():
    assert tuple(
        country("TJK", formats=("workshop",), topics=("none", "smuggling-of-migrants"))[
            ["count", "last_event"]
        ]
    ) == (2, "joint")
    index = index_of(record("undated", "XXXX-10-26", host="TJK"))
    frame = by_country(every(index)).frame
    assert table(frame[frame["id"] == "TJK"], "count", "last_event", "last_date") == [(1, "", "")]


def test_a_country_has_its_point():
    assert (round(country("KAZ")["latitude"]), round(country("KAZ")["longitude"])) == (48, 70)


def test_a_map_shows_units_that_differ_between_countries():
    assert [unit_of_map(unit) for unit in UNITS] == ["events", "events", "events", "people", "days"]
    assert set(map(unit_of_map, UNITS)) == set(MAP_UNITS)


def test_cities_are_those_with_events_each_with_its_point_and_country():
    frame = by_city(every(ten())).frame
    assert table(frame, "id", "country_name", "event_count")[:2] == [
        ("Almaty|KAZ", "Kazakhstan", 3),
        ("Bishkek|KGZ", "Kyrgyzstan", 1),
    ]
    assert frame["event_count"].tolist() == [3, 1, 1, 1, 1, 1, 2]
    assert (frame["id"].iloc[-1], frame["latitude"].isna().tolist()) == ("none", [False] * 6 + [True])


def test_a_city_given_without_its_country_is_the_one_listed_without_country():
    frame = by_city(every(ten(), countries=("ITA",))).frame
    rows = frame[frame["id"] != "none"]
    assert table(rows, "id", "name", "event_count") == [("Rome|", "Rome", 1)]
    assert rows["country_name"].isna().all()


def test_a_city_in_another_country_or_not_listed_is_not_located():
    index = index_of(
        record("a", city="Almaty"),
        record("b", city="Almaty", host="FRA"),
        record("c", city="Nowhere", host="KAZ"),
    )
    counted = by_city(every(index))
    assert (counted.unstated_count, len(counted.rows)) == (3, 0)


def test_online_events_are_held_nowhere():
    assert chosen(ten(), role="host", countries=("none",)) == {"online", "nothing", "rome"}
    assert by_city(every(ten(), formats=("webinar",))).unstated_count == 1


def test_countries_by_year_hold_only_pairs_that_occur_and_the_undated_apart():
    rows = table(by_country_and_year(every(ten(), countries=("TJK", "KGZ"))), "id", "year", "count")
    assert sorted(rows) == [
        ("KAZ", "2019", 1), ("KAZ", "2020", 1), ("KAZ", "2023", 1), ("KAZ", "none", 1),
        ("KGZ", "2019", 1), ("KGZ", "2020", 1), ("KGZ", "2022", 1),
        ("TJK", "2023", 1), ("TJK", "none", 1), ("UZB", "2019", 1),
    ]  # fmt: skip


def test_the_map_that_plays_has_a_row_for_each_country_of_the_records_and_year_zeros_kept():
    index = index_of(
        record("a", "2019-05", host="KAZ"),
        record("b", "2019", host="KAZ", participant="UZB"),
        record("c", "2021", host="UZB"),
        record("d", "XXXX-10-26", host="TJK"),
    )
    played = through_years(every(index))
    assert table(played.frame, "country", "year", "count", "code") == [
        ("Uzbekistan", "2021", 1, "UZB"), ("Kazakhstan", "2021", 0, "KAZ"), ("Tajikistan", "2021", 0, "TJK"),
        ("Kazakhstan", "2020", 0, "KAZ"), ("Tajikistan", "2020", 0, "TJK"), ("Uzbekistan", "2020", 0, "UZB"),
        ("Kazakhstan", "2019", 2, "KAZ"), ("Uzbekistan", "2019", 1, "UZB"), ("Tajikistan", "2019", 0, "TJK"),
    ]  # fmt: skip
    assert (played.undated, played.countries.event_count) == (1, 3)
    assert [row["id"] for row in played.countries.rows if row["event_count"]] == ["KAZ", "UZB"]


def test_undated_events_alone_make_no_year_to_play():
    played = through_years(every(index_of(record("d", "XXXX-10-26", host="TJK"))))
    assert (played.undated, len(played.frame), list(played.frame)) == (
        1,
        0,
        ["country", "year", "count", "code"],
    )


def test_a_city_that_is_named_but_not_located_is_told_from_none():
    index = index_of(
        record("a", city="Almaty", host="KAZ"),
        record("b", city="Nowhere", host="KAZ"),
        record("c", city="Nowhere", host="FRA"),
        record("d", host="KAZ"),
    )
    counted = by_city(every(index))
    assert (counted.unstated_count, counted.columns["named_count"]) == (3, [1, 2])
    assert by_city(every(index, countries=("FRA",))).columns["named_count"] == [1]


@pytest.mark.parametrize("records", [(), (record("only"),)], ids=["no event", "one that says nothing"])
def test_no_data_break_no_map(records):
    selection = every(index_of(*records))
    counted = by_country(selection)
    assert (sum(row["count"] for row in counted.rows), counted.unstated_count) == (0, len(records))
    assert not any(row["recorded"] for row in counted.rows)
    assert len(by_city(selection).rows) == len(by_country_and_year(selection)) == 0


@settings(max_examples=30)
@given(worlds, light_views)
def test_a_map_is_what_a_recount_of_the_records_gives(drawn, view):
    records, index = world(*drawn)
    inside, _ = recount.chosen(records, view)
    selection = select(index, view)
    for iso3, events, _, dated in table(
        by_country(selection).frame.iloc[:-1], "id", "event_count", "last_event", "last_date"
    ):
        held = [made for made in inside if iso3 in recount.countries(made, view.role)]
        starts = [recount.span(made["start_date"])[0] for made in held if recount.span(made["start_date"])]
        assert events == len(held)
        assert (recount.span(dated)[0] if dated else None) == max(starts, default=None)
    pairs = {
        (iso3, year): count
        for iso3, year, count in table(by_country_and_year(selection), "id", "year", "count")
    }
    assert sum(pairs.values()) == sum(len(recount.countries(made, view.role)) for made in inside)
    for made in inside:
        for iso3 in recount.countries(made, view.role):
            pairs[iso3, min(recount.values(made, "year"))] -= 1
    assert set(pairs.values()) <= {0}
