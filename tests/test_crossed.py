"""Two dimensions at once: every shown pair with its zero, an event once in each cell, and pairs that go together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.crossed import Axis, cross, pairs, totals, unit_of_pairs
from analysis.funders import by_host_region, by_topic, flow
from analysis.selection import select
from analysis.timeline import stacked
from tests import recount
from tests.frames import COURTS, SOM, TIP, every, index_of, record, table, ten
from tests.recount import DIMENSIONS, light_views, world, worlds
from view import UNITS

TIP_ID, SOM_ID, COURTS_ID = "trafficking-in-persons", "smuggling-of-migrants", "investigation-and-prosecution"


def crossed(rows, columns, **choices):
    return cross(every(ten(), **choices), rows, columns)


def test_a_matrix_keeps_its_zeros_and_the_fixed_order_of_both_dimensions():
    made = crossed(Axis("topic"), Axis("year"))
    assert list(made.row_names) == [TIP_ID, SOM_ID, COURTS_ID, "none"]
    assert list(made.column_names) == ["2019", "2020", "2021", "2022", "2023", "2024", "none"]
    assert made.counts.tolist() == [
        [1, 1, 1, 1, 2, 1, 1],
        [0, 1, 0, 0, 1, 0, 1],
        [1, 0, 0, 0, 1, 0, 0],
        [0, 0, 0, 0, 0, 0, 1],
    ]
    assert made.event_count == 10


def test_the_long_table_says_the_same_as_the_matrix():
    made = crossed(Axis("topic", unstated=False), Axis("mode", unstated=False))
    assert table(made.frame, "row_id", "column_id", "count") == [
        (TIP_ID, "in-person", 1), (TIP_ID, "hybrid", 0), (TIP_ID, "online", 1),
        (SOM_ID, "in-person", 0), (SOM_ID, "hybrid", 1), (SOM_ID, "online", 0),
        (COURTS_ID, "in-person", 1), (COURTS_ID, "hybrid", 0), (COURTS_ID, "online", 0),
    ]  # fmt: skip


def test_an_axis_with_zeros_shows_every_value():
    made = crossed(Axis("topic", unstated=False), Axis("year", zeros=True), start="2021", end="2021")
    assert list(made.column_names) == ["2019", "2020", "2021", "2022", "2023", "2024", "none"]
    assert made.counts.tolist() == [[0, 0, 1, 0, 0, 0, 0]]


def test_the_rest_counts_an_event_once_in_each_cell():
    made = crossed(Axis("there", 1), Axis("topic", unstated=False))
    assert list(made.row_names.items()) == [
        ("KAZ", "Kazakhstan"),
        ("others", "7 others"),
        ("none", "no country named"),
    ]
    assert made.counts.tolist() == [[5, 2, 2], [7, 3, 2], [0, 0, 0]]


def test_axes_with_a_rest_are_ordered_by_size_then_by_name():
    made = crossed(Axis("format", 3, unstated=False), Axis("year", 2, unstated=False))
    assert list(made.row_names) == ["workshop", "training", "conference", "others"]
    assert list(made.column_names.items()) == [("2020", "2020"), ("2023", "2023"), ("others", "4 others")]


def test_the_format_called_other_does_not_run_into_the_rest():
    made = crossed(Axis("format", 4), Axis("year"))
    assert list(made.row_names) == ["workshop", "training", "conference", "other", "others", "none"]
    assert made.counts.sum(axis=1).tolist() == [3, 2, 1, 1, 2, 1]


def test_not_stated_is_shown_only_where_it_is_asked_for_and_occurs():
    assert "none" in crossed(Axis("funder_body_top"), Axis("year")).row_names
    assert "none" not in crossed(Axis("funder_body_top", unstated=False), Axis("year")).row_names
    assert "none" not in crossed(Axis("funder_body_top"), Axis("year"), funders=("eu",)).row_names
    assert "none" in crossed(Axis("funder_body_top", zeros=True), Axis("year"), funders=("eu",)).row_names


def test_sums_run_along_the_years_and_leave_the_unknown_as_it_is():
    made = crossed(Axis("topic"), Axis("year")).cumulated()
    assert made.counts.tolist() == [
        [1, 2, 3, 4, 6, 7, 1],
        [0, 1, 1, 1, 2, 2, 1],
        [1, 1, 1, 1, 2, 2, 0],
        [0, 0, 0, 0, 0, 0, 1],
    ]


def test_summing_up_leaves_the_first_table_untouched():
    made = crossed(Axis("topic"), Axis("year"))
    before = made.counts.copy()
    made.cumulated()
    assert np.array_equal(made.counts, before)


def test_topics_that_go_together_stand_once_most_often_first():
    assert table(pairs(every(ten()), "topic"), "first_id", "second_id", "count") == [
        (TIP_ID, COURTS_ID, 2), (TIP_ID, SOM_ID, 2), (SOM_ID, COURTS_ID, 1),
    ]  # fmt: skip


def test_pairs_are_no_more_than_asked_for_and_come_from_the_selection():
    assert len(pairs(every(ten()), "topic", most=2)) == 2
    assert table(pairs(every(ten(), funders=("osce",)), "topic"), "first_name", "second_name", "count") == [
        (TIP, COURTS, 1)
    ]
    assert len(pairs(every(ten(), formats=("webinar",)), "topic")) == 0


def test_not_stated_goes_together_with_nothing():
    index = index_of(record("a", topics=[]), record("b", topics=[TIP]), record("c", topics=[SOM]))
    assert len(pairs(every(index), "topic")) == 0


def test_totals_are_the_events_of_single_values():
    selection = every(ten())
    asked = [TIP_ID, "none", "no such topic"]
    assert totals(selection.index["topic"], selection, asked) == {TIP_ID: 8, "none": 1}


def test_who_paid_for_what_has_a_column_for_no_funder_stated():
    made = by_topic(every(ten()), "funder_country")
    assert next(iter(made.column_names)) == "international"
    assert list(made.column_names)[-1] == "none"
    cells = {(row, column): count for row, column, count in table(made.frame, "row_id", "column_id", "count")}
    assert cells[TIP_ID, "international"] == 3
    assert cells[SOM_ID, "international"] == 3
    assert cells[TIP_ID, "FIN"] == 2
    assert cells[TIP_ID, "none"] == 2


def test_who_paid_for_events_held_where():
    made = by_host_region(every(ten(), funders=("eu",)), "funder_body_top")
    cells = {(row, column): count for row, column, count in table(made.frame, "row_id", "column_id", "count")}
    assert cells["eu", "143"] == 2
    assert cells["eu", "155"] == 1
    assert cells["usaid", "155"] == 0


def test_a_flow_leaves_out_what_has_no_funder():
    assert "none" not in flow(every(ten()), "funder_body_top", "topic").row_names


def test_a_stacked_timeline_sums_the_periods_of_the_view_alone():
    selection = every(ten(), start="2020", end="2023")
    made = stacked(selection, "year", "topic", cumulative=True)
    assert list(made.column_names) == ["2020", "2021", "2022", "2023", "none"]
    assert dict(zip(made.row_names, made.counts.tolist(), strict=True))[TIP_ID] == [1, 2, 3, 5, 0]


@pytest.mark.parametrize(
    "records", [(), (record("only", topics=[], sources=[]),)], ids=["no event", "one that says nothing"]
)
def test_no_data_break_no_matrix(records):
    selection = every(index_of(*records))
    for most in (None, 0, 1):
        made = cross(selection, Axis("topic", most), Axis("year", most))
        assert made.counts.sum() == len(records)
        assert made.cumulated().counts.sum() == len(records)
    assert len(pairs(selection, "topic")) == 0
    assert cross(selection, Axis("topic", unstated=False), Axis("year")).counts.size == 0
    assert stacked(selection, "month", "format", cumulative=True).counts.sum() == len(records)


sides = st.builds(
    Axis, st.sampled_from(DIMENSIONS), st.sampled_from([None, 0, 1, 3]), st.booleans(), st.booleans()
)


def test_people_by_topic_and_year_tell_from_how_many_events_they_are():
    index = index_of(
        record("a", "2019", topics=[TIP], total=30),
        record("b", "2019", topics=[TIP, SOM], total=12),
        record("c", "2019", topics=[TIP]),
        record("d", "2020", topics=[SOM]),
    )
    made = cross(every(index), Axis("topic"), Axis("year", unstated=False), unit="people")
    assert (made.unit, list(made.row_names), list(made.column_names)) == (
        "people", [TIP_ID, SOM_ID], ["2019", "2020"],
    )  # fmt: skip
    assert made.counts.tolist() == [[42, 0], [12, 0]]
    assert made.behind == [(3, 2), (0, 0), (1, 1), (1, 0)]
    assert table(made.frame, "count", "event_count", "base_count") == [
        (42, 3, 2),
        (0, 0, 0),
        (12, 1, 1),
        (0, 1, 0),
    ]


def test_countries_reached_are_shown_as_events_where_two_dimensions_cross():
    assert [unit_of_pairs(unit) for unit in UNITS] == ["events", "participations", "events", "people", "days"]


@settings(max_examples=20)
@given(worlds, light_views, sides, sides, st.sampled_from(["participations", "people", "days"]))
def test_every_cell_in_any_unit_is_what_a_recount_gives(drawn, view, rows, columns, unit):
    records, index = world(*drawn)
    inside, _ = recount.chosen(records, view)
    made = cross(select(index, view), rows, columns, unit=unit)
    named = [[*made.row_names], [*made.column_names]]
    held = [
        (event, recount.values(event, rows.dimension), recount.values(event, columns.dimension))
        for event in inside
    ]

    def holds(id_, values, side):
        return bool(values - {"none", *named[side]}) if id_ == "others" else id_ in values

    for (row, column, count), (events, base) in zip(made.cells, made.behind, strict=True):
        behind = [event for event, left, right in held if holds(row, left, 0) and holds(column, right, 1)]
        assert (count, base) == recount.figure(behind, unit, view.role)
        assert events == len(behind)


@settings(max_examples=60)
@given(worlds, light_views, sides, sides)
def test_every_cell_is_what_a_recount_of_the_records_gives(drawn, view, rows, columns):
    records, index = world(*drawn)
    inside, _ = recount.chosen(records, view)
    made = cross(select(index, view), rows, columns)
    values = [
        (recount.values(event, rows.dimension), recount.values(event, columns.dimension)) for event in inside
    ]
    named = [[*made.row_names], [*made.column_names]]

    def holds(id_, held, side):
        return bool(held - {"none", *named[side]}) if id_ == "others" else id_ in held

    for row, column, count in table(made.frame, "row_id", "column_id", "count"):
        assert count == sum(holds(row, left, 0) and holds(column, right, 1) for left, right in values), (
            row,
            column,
        )
    assert len(made.frame) == len(named[0]) * len(named[1])


@settings(max_examples=25)
@given(worlds, light_views, st.sampled_from(["topic", "audience", "funder_body", "there"]))
def test_every_pair_is_what_a_recount_of_the_records_gives(drawn, view, dimension):
    records, index = world(*drawn)
    inside, _ = recount.chosen(records, view)
    found = {
        frozenset((first, second)): count
        for first, second, count in table(
            pairs(select(index, view), dimension, most=10**6), "first_id", "second_id", "count"
        )
    }
    expected: dict[frozenset[str], int] = {}
    for event in inside:
        held = sorted(recount.values(event, dimension) - {"none"})
        for pair in (frozenset((a, b)) for place, a in enumerate(held) for b in held[place + 1 :]):
            expected[pair] = expected.get(pair, 0) + 1
    assert found == expected
