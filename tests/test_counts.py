"""Five units, unknown as a class, nothing split: counts of ten events by hand, and of many against a recount."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.counts import by, countries_reached, measured, ranked, total_in_bars
from analysis.funders import dimension as dimension_of_funders
from analysis.selection import select
from analysis.timeline import by_period
from tests import recount
from tests.frames import SERIES, TIP, every, index_of, record, table, ten
from tests.recount import DIMENSIONS, light_views, views, world, worlds
from view import ROLES, UNITS, View

COLUMNS = ("id", "count", "event_count", "base_count")


def counted(dimension, unit="events", **choices):
    """What occurs in a dimension: id -> count, events, base."""
    frame = by(every(ten(), **choices), dimension, unit=unit).frame
    return {row[0]: row[1:] for row in table(frame, *COLUMNS) if row[2]}


def shown(dimension, unit="events", most=None, **choices):
    return table(ranked(every(ten(), **choices), dimension, unit=unit, most=most).frame, "id", "count")


@pytest.mark.parametrize(
    ("unit", "role", "figure", "base"),
    [
        ("events", "there", 10, 10),
        ("participations", "there", 16, 10),
        ("participations", "host", 7, 10),
        ("participations", "participant", 14, 10),
        ("participations", "expert", 2, 10),
        ("participations", "funder", 4, 10),
        ("countries", "there", 8, 10),
        ("countries", "host", 5, 10),
        ("countries", "participant", 7, 10),
        ("countries", "expert", 2, 10),
        ("countries", "funder", 2, 10),
        ("people", "there", 275, 8),
        ("days", "there", 13, 6),
    ],
)
def test_each_unit_counts_ten_events_as_a_person_would(unit, role, figure, base):
    assert measured(every(ten(), role=role), unit) == (figure, 10, base)


def test_a_country_that_was_host_and_participant_is_one_participation():
    index = index_of(record("a", "2020", host="KAZ KAZ", participant="KAZ KGZ"))
    assert measured(every(index), "participations")[0] == 2
    assert countries_reached(every(index)) == 2


def test_two_names_of_one_country_are_one_participation():
    index = index_of(
        record(
            "a",
            countries=[
                {"name": name, "role": "participant", "iso3": "GBR"} for name in ("the UK", "Britain")
            ],
        )
    )
    assert measured(every(index, role="participant"), "participations")[0] == 1


def test_events_by_topic_add_up_to_more_than_the_events():
    assert counted("topic") == {
        "trafficking-in-persons": (8, 8, 8),
        "smuggling-of-migrants": (3, 3, 3),
        "investigation-and-prosecution": (2, 2, 2),
        "none": (1, 1, 1),
    }
    made = by(every(ten()), "topic")
    assert (total_in_bars(made), made.event_count, made.unstated_count) == (14, 10, 1)


def test_people_by_topic_say_how_many_events_gave_a_headcount():
    assert counted("topic", "people") == {
        "trafficking-in-persons": (175, 8, 6),
        "smuggling-of-migrants": (180, 3, 3),
        "investigation-and-prosecution": (80, 2, 2),
        "none": (0, 1, 1),
    }


def test_event_days_by_topic_leave_out_coarser_dates():
    assert counted("topic", "days") == {
        "trafficking-in-persons": (9, 8, 5),
        "smuggling-of-migrants": (7, 3, 2),
        "investigation-and-prosecution": (6, 2, 2),
        "none": (0, 1, 0),
    }


def test_participations_and_countries_by_topic_are_those_of_its_events():
    assert counted("topic", "participations") == {
        "trafficking-in-persons": (13, 8, 8),
        "smuggling-of-migrants": (7, 3, 3),
        "investigation-and-prosecution": (5, 2, 2),
        "none": (0, 1, 1),
    }
    assert [row[0] for row in counted("topic", "countries").values()] == [5, 5, 4, 0]


def test_participations_by_country_are_its_own_and_add_up_to_the_total():
    own = counted("there", "participations")
    assert {id_: row[0] for id_, row in own.items()} == {
        "KAZ": 5, "KGZ": 3, "UZB": 2, "TJK": 2, "AUT": 1, "DEU": 1, "FIN": 1, "ITA": 1, "none": 0,
    }  # fmt: skip
    assert sum(row[0] for row in own.values()) == 16


def test_an_event_that_names_no_country_is_an_event_but_no_participation():
    assert counted("there", "participations")["none"] == (0, 1, 1)
    assert counted("there")["none"] == (1, 1, 1)


def test_participations_and_countries_by_region_are_those_of_the_region():
    central, northern, southern, western = "143", "154", "039", "155"
    regions = counted("there_region", "participations")
    assert regions == {
        central: (12, 7, 7),
        northern: (1, 1, 1),
        southern: (1, 1, 1),
        western: (2, 1, 1),
        "none": (0, 1, 1),
    }
    assert {id_: row[0] for id_, row in counted("there_region", "countries").items()} == {
        central: 4, northern: 1, southern: 1, western: 2, "none": 0,
    }  # fmt: skip


def test_by_region_of_the_host_all_countries_that_were_there_count():
    assert counted("host_region", "participations")["155"] == (3, 1, 1)


def test_co_funding_counts_once_overall_and_once_for_each():
    made = by(every(ten()), "funder_body_top")
    rows = {row[0]: row[1] for row in table(made.frame, "id", "count") if row[1]}
    newcomer = next(id_ for id_ in rows if id_.startswith("new-"))
    assert rows == {
        "finland-ministry-of-foreign-affairs": 2, "osce": 1, "eu": 3, "us-state-department": 1,
        "laudes-foundation": 1, "usaid": 1, newcomer: 1, "none": 3,
    }  # fmt: skip
    assert made.event_count == 10


def test_the_country_view_counts_countries_and_classes_for_the_rest():
    assert {id_: row[0] for id_, row in counted("funder_country").items()} == {
        "FIN": 2, "USA": 2, "international": 4, "other-national": 1, "unlisted": 1, "none": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("choices", "dimension"),
    [
        ({"body": "countries"}, "funder_country"),
        ({"body": "countries", "apart": True}, "funder_country"),
        ({}, "funder_body_top"),
        ({"apart": True}, "funder_body"),
    ],
)
def test_the_view_says_who_counts_as_a_funder(choices, dimension):
    assert dimension_of_funders(View(**choices)) == dimension


def test_a_year_without_events_is_zero_not_missing():
    index = index_of(record("a", "2019"), record("b", "2022-01-01"), record("c", "XXXX-01-01"))
    frame = by(every(index), "year").frame
    assert table(frame, "id", "count") == [("2019", 1), ("2020", 0), ("2021", 0), ("2022", 1), ("none", 1)]


def test_events_by_year_hold_the_undated_in_a_row_of_their_own():
    frame = by(every(ten()), "year").frame
    assert table(frame, "name", "count") == [
        ("2019", 1), ("2020", 2), ("2021", 1), ("2022", 1), ("2023", 2), ("2024", 1), ("year unknown", 2),
    ]  # fmt: skip


def test_an_event_known_by_year_is_in_no_month_and_told():
    months = {row[0]: row[1] for row in table(by(every(ten()), "month").frame, "id", "count") if row[1]}
    assert months == {
        "2019-05": 1, "2020-06": 1, "2020-12": 1, "2021-03": 1, "2023-02": 1, "2023-11": 1, "2024-02": 1, "none": 3,
    }  # fmt: skip


def test_a_timeline_shows_the_periods_of_the_view_and_the_unknown():
    selection = every(ten(), start="2020-06", end="2021")
    assert table(by_period(selection, "year").frame, "id", "count") == [("2020", 2), ("2021", 1), ("none", 0)]
    assert len(by_period(selection, "quarter").frame) == 4 + 4 + 1


def test_stated_is_everything_but_not_stated():
    made = ranked(every(ten()), "audience")
    assert table(made.frame, "id", "count") == [("judges", 3), ("prosecutors", 1), ("none", 7)]
    assert [row["id"] for row in made.rows] == ["judges", "prosecutors"]
    assert made.unstated_count == 7
    assert by(every(ten(), audiences=("judges",)), "audience").unstated_count == 0


def test_ranks_run_from_large_to_small_then_by_name_with_the_unknown_last():
    assert shown("mode") == [("hybrid", 1), ("in-person", 1), ("online", 1), ("none", 7)]
    assert shown("format") == [
        ("workshop", 3), ("training", 2), ("conference", 1), ("other", 1),
        ("round-table", 1), ("webinar", 1), ("none", 1),
    ]  # fmt: skip


def test_what_does_not_occur_is_not_ranked():
    assert shown("topic", formats=("webinar",)) == [("trafficking-in-persons", 1)]


def test_the_rest_is_one_row_in_which_an_event_counts_once():
    frame = ranked(every(ten()), "there", most=2).frame
    assert table(frame, "id", "name", "count") == [
        ("KAZ", "Kazakhstan", 5), ("KGZ", "Kyrgyzstan", 3), ("others", "6 others", 6), ("none", "no country named", 1),
    ]  # fmt: skip


def test_the_rest_in_participations_is_the_sum_of_what_it_holds():
    frame = ranked(every(ten()), "there", unit="participations", most=2).frame
    assert table(frame, *COLUMNS) == [
        ("KAZ", 5, 5, 5),
        ("KGZ", 3, 3, 3),
        ("others", 8, 6, 6),
        ("none", 0, 1, 1),
    ]


def test_the_rest_in_people_counts_the_headcount_of_an_event_once():
    frame = ranked(every(ten()), "topic", unit="people", most=1).frame
    assert table(frame, *COLUMNS) == [
        ("smuggling-of-migrants", 180, 3, 3),
        ("others", 175, 8, 6),
        ("none", 0, 1, 1),
    ]


def test_the_format_called_other_and_the_rest_are_two_rows():
    assert shown("format", most=4)[3:] == [("other", 1), ("others", 2), ("none", 1)]


def test_nothing_is_called_others_when_nothing_is_left_over():
    assert "others" not in dict(shown("format", most=6))
    frame = ranked(every(ten()), "topic", most=2).frame
    assert list(frame["name"])[2] == "1 other"


def test_an_event_that_crosses_years_is_in_the_year_of_its_start():
    assert measured(every(ten(), start="2021", end="2021"), "days") == (0, 1, 0)
    assert measured(every(ten(), start="2020-12", end="2020-12"), "days") == (4, 1, 1)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "records", [(), (record("only", topics=[], sources=[]),)], ids=["no event", "an event that says nothing"]
)
def test_no_data_break_no_count(unit, records):
    selection = every(index_of(*records))
    for dimension in set(DIMENSIONS) - {"source_file"}:  # of every event it is known where it was read
        made = by(selection, dimension, unit=unit)
        events = [0] * (len(made.frame) - 1) + [len(records)]
        assert list(made.frame["event_count"]) == events
        assert len(ranked(selection, dimension, unit=unit, most=1).frame) == len(records)
    assert measured(selection, unit)[1] == len(records)


def test_a_single_event_is_counted_in_full():
    index = index_of(
        record("only", "2020-02-29", host="KAZ", total=7, topics=[TIP], series={"name": SERIES, "number": 1})
    )
    assert [measured(every(index), unit) for unit in UNITS] == [
        (1, 1, 1),
        (1, 1, 1),
        (1, 1, 1),
        (7, 1, 1),
        (1, 1, 1),
    ]


@settings(max_examples=100)
@given(worlds, views | light_views, st.sampled_from(DIMENSIONS), st.sampled_from(UNITS))
def test_every_count_is_what_a_recount_of_the_records_gives(drawn, view, dimension, unit):
    records, index = world(*drawn)
    selection, (inside, _) = select(index, view), recount.chosen(records, view)
    for id_, *figures in table(by(selection, dimension, unit=unit).frame, *COLUMNS):
        assert tuple(figures) == recount.count(inside, dimension, id_, unit, view.role), id_
    figure, base = recount.figure(inside, unit, view.role)
    assert measured(selection, unit) == (figure, len(inside), base)


@settings(max_examples=60)
@given(worlds, st.sampled_from(DIMENSIONS), st.sampled_from(UNITS), st.sampled_from(ROLES), st.integers(0, 5))
def test_a_ranking_and_its_rest_are_what_a_recount_gives(drawn, dimension, unit, role, most):
    records, index = world(*drawn)
    rows = table(ranked(every(index, role=role), dimension, unit=unit, most=most).frame, *COLUMNS)
    occurring = {id_ for made in records for id_ in recount.values(made, dimension)} - {"none"}
    named = [row[0] for row in rows if row[0] not in ("none", "others")]
    rest = occurring - set(named)
    assert (set(named) <= occurring, len(named)) == (True, min(most, len(occurring)))
    sizes = {id_: recount.count(records, dimension, id_, unit, role)[0] for id_ in occurring}
    assert [sizes[id_] for id_ in named] == sorted(sizes.values(), reverse=True)[:most]
    others = next((row for row in rows if row[0] == "others"), None)
    assert (others is None) == (not rest)
    if others and dimension not in (role, f"{role}_region"):
        held = [made for made in records if rest & recount.values(made, dimension)]
        figure, base = recount.figure(held, unit, role)
        assert others[1:] == (figure, len(held), base)
    elif others and unit in ("participations", "countries"):
        assert others[1] == sum(sizes[id_] for id_ in rest)


@pytest.mark.parametrize(("unit", "inside", "total"), [("people", 385, 275), ("days", 19, 13)])
def test_people_and_days_of_an_event_with_two_funders_stand_in_both_bars_and_once_in_the_total(
    unit, inside, total
):
    made = ranked(every(ten()), "funder_body_top", unit=unit)
    assert (total_in_bars(made), made.total) == (inside, total)


def test_countries_reached_have_no_total_that_bars_could_add_up_to():
    assert by(every(ten()), "topic", unit="countries").total is None


def test_values_left_to_the_others_that_count_as_much_as_the_last_one_shown_are_told():
    counted = ranked(every(ten()), "topic")
    whole = [row["count"] for row in counted.rows]
    for most in range(1, len(whole) + 1):
        shown = ranked(every(ten()), "topic", most=most)
        assert shown.tied == sum(count == whole[most - 1] for count in whole[most:])
