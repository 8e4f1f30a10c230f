"""Dates at the precision they are known, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.dates import ends_before, precision, span
from schema import PRECISIONS


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2024-09-24", "day"),
        ("2024-02-29", "day"),
        ("2024-09", "month"),
        ("2024", "year"),
        ("XXXX-10-26", "day without year"),
        ("XXXX-02-29", "day without year"),
        ("XXXX-10", "month without year"),
    ],
)
def test_a_date_says_how_precisely_it_is_known(text: str, known: str):
    assert precision(text) == known
    assert known in PRECISIONS


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "XXXX", "2024-", "2024-9", "2024-09-24 ", "2024-09-24\n", "24.09.2024", "2024/09/24"),
        *("2023-02-29", "XXXX-02-30", "2024-00", "2024-13", "2024-09-00", "2024-09-31", "1899", "2101"),
        *("20240924", "2024-09-24T00:00", "２０２４", "٢٠٢٤-٠٩", "-2024", "XX24", "2024-XX-24", "today"),
    ],
)
def test_what_is_no_date_has_no_precision_and_covers_no_day(text: str):
    assert precision(text) is None
    assert span(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-09-24", date(2024, 9, 24), date(2024, 9, 24)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2011", date(2011, 1, 1), date(2011, 12, 31)),
    ],
)
def test_a_date_covers_the_days_it_may_stand_for(text: str, first: date, last: date):
    assert span(text) == (first.toordinal(), last.toordinal())


def test_a_date_without_year_covers_no_days():
    assert span("XXXX-10-26") is None


@pytest.mark.parametrize(
    ("start", "end", "before"),
    [
        ("2024-05-03", "2024-05-02", True),
        ("2024-05-03", "2024-05-03", False),
        ("2024-05", "2024-05-01", False),
        ("2024-05", "2024-04-30", True),
        ("2024-05-03", "2024", False),
        ("2024", "2023-12-31", True),
        ("XXXX-12-30", "XXXX-01-02", False),
        ("2024-12-30", "XXXX-01-02", False),
    ],
)
def test_an_end_lies_before_its_start_only_as_far_as_both_are_known(start, end, before):
    assert ends_before(start, end) is before


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_within_its_month_and_its_year(day: date):
    text = day.isoformat()
    first_of_year, last_of_year = span(text[:4]) or (0, 0)
    first_of_month, last_of_month = span(text[:7]) or (0, 0)
    assert span(text) == (day.toordinal(), day.toordinal())
    assert first_of_year <= first_of_month <= day.toordinal() <= last_of_month <= last_of_year


@given(st.text(max_size=12))
def test_only_what_has_a_precision_is_a_date(text: str):
    if precision(text) is None:
        assert span(text) is None
    else:
        assert precision(text) in PRECISIONS
