"""How many of the events tell each field; a source that is not named was not read in full."""

from __future__ import annotations

import pytest

from analysis.completeness import FIELDS, by_field, by_field_and
from tests.frames import every, index_of, record, table, ten


def given(*, index=None, **choices):
    return dict(table(by_field(every(index or ten(), **choices)), "id", "given_count"))


def test_each_field_is_counted_over_the_ten_events():
    assert given() == {
        "start": 6, "end": 4, "host": 7, "city": 8, "participant": 8, "headcount": 8, "sex": 5,
        "organiser": 5, "funder": 7, "audience": 3, "mode": 3, "whole": 5,
    }  # fmt: skip
    assert set(by_field(every(ten()))["event_count"]) == {10}


def test_a_field_is_counted_in_the_selection_alone():
    assert given(start="2020", end="2020") == {
        "start": 2, "end": 1, "host": 1, "city": 1, "participant": 2, "headcount": 2, "sex": 1,
        "organiser": 1, "funder": 1, "audience": 1, "mode": 2, "whole": 0,
    }  # fmt: skip


def test_a_headcount_of_zero_is_given():
    assert given(index=index_of(record("a", total=0, women=0, men=0)))["headcount"] == 1
    assert given(index=index_of(record("a", women=3)))["sex"] == 0


def test_an_event_without_a_source_was_not_read_in_full():
    assert given(index=index_of(record("a", sources=[]), record("b")))["whole"] == 1


def test_a_date_without_year_or_day_is_not_a_first_or_last_day():
    index = index_of(
        record("a", "XXXX-10-26", "XXXX-10-27"), record("b", "2020-01", "2020-02"), record("c", "2020")
    )
    assert (given(index=index)["start"], given(index=index)["end"]) == (0, 0)


def test_fields_by_year_leave_out_years_without_events():
    frame = by_field_and(every(ten(), formats=("training", "other")), "year")
    assert list(dict.fromkeys(frame["row_id"])) == ["2021", "2022", "2023"]
    headcounts = frame[frame["column_id"] == "headcount"]
    assert table(headcounts, "row_id", "count", "event_count") == [
        ("2021", 0, 1),
        ("2022", 1, 1),
        ("2023", 1, 1),
    ]
    assert len(frame) == 3 * len(FIELDS)


def test_fields_by_publisher_are_those_with_most_events():
    def source(name):
        return [{"url": "https://example.org", "publisher": name, "partial": False}]

    index = index_of(
        record("a", sources=source("One")),
        record("b", sources=source("Two"), total=3),
        record("c", sources=source("Two")),
    )
    frame = by_field_and(every(index), "publisher", most=1)
    assert table(frame[frame["column_id"] == "headcount"], "row_id", "count", "event_count") == [
        ("Two", 1, 2)
    ]


@pytest.mark.parametrize(
    "records", [(), (record("only", sources=[]),)], ids=["no event", "one that says nothing"]
)
def test_no_data_break_no_completeness(records):
    selection = every(index_of(*records))
    assert set(by_field(selection)["given_count"]) == {0}
    assert set(by_field(selection)["event_count"]) == {len(records)}
    assert by_field_and(selection, "year")["count"].sum() == 0
    assert list(by_field_and(selection, "publisher")) == [
        "row_id",
        "row_name",
        "column_id",
        "column_name",
        "count",
        "event_count",
    ]
