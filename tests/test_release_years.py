"""The year of a day that is told without one, read from its weekday or from what lies shortly before it."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement
from tests.drafts import days, one

WORKSHOP = "IOM held a workshop on human trafficking for 20 judges in Lima, Peru, "


def test_a_weekday_tells_the_only_year_near_those_of_the_page_in_which_the_day_falls_on_it():
    text = f"{WORKSHOP}on Sunday, 3 September. According to the 2006 report, cases are many."
    assert days(one(text)) == ("2006-09-03", None)


def test_a_weekday_that_fits_two_years_of_a_page_tells_none():
    text = f"{WORKSHOP}on Sunday, 3 September. The plans of 2006 and 2017 are alike."
    assert days(one(text)) == ("XXXX-09-03", None)


@pytest.mark.parametrize(
    ("more", "start"),
    [
        ("In November 2014 the ministry had asked for it.", "2015-02-04"),
        ("In July 2014 the ministry had asked for it.", "2015-02-04"),
        ("The strategy for 2011-2015 asks for it.", "XXXX-02-04"),
    ],
)
def test_a_day_lies_shortly_behind_the_last_month_a_page_names(more, start):
    assert days(one(f"{WORKSHOP}from 4 to 6 February. {more}"))[0] == start


def test_this_year_lies_behind_the_year_a_page_names_beside_it():
    text = f"{WORKSHOP}on 18 September. In 2022 ten cases were found, and as many this year."
    assert days(one(text))[0] == "2023-09-18"


def test_a_year_a_weekday_speaks_against_is_not_taken():
    text = f"{WORKSHOP}on Sunday, 18 September. In 2022 ten cases were found, and as many this year."
    assert days(one(text))[0] == "2022-09-18"


def test_days_counted_from_a_sunday_go_on_behind_it():
    text = "A three-day workshop on human trafficking for 20 judges began in Amman, Jordan, on Sunday, 5 May 2019."
    assert days(one(text)) == ("2019-05-05", "2019-05-07")


def test_the_published_day_goes_before_the_last_month_a_page_names():
    text = f"{WORKSHOP}from 4 to 6 February. In November 2014 the ministry had asked for it."
    drafts = read_announcement(text, published="2018-02-09")
    assert [draft.record["start_date"] for draft in drafts] == ["2018-02-04"]


def test_today_is_read_against_the_dateline_of_a_text_that_a_later_page_shows_again():
    text = (
        "03 July 2004\n\nOffice holds a training in Armenia\n\nMany women are told of here.\n\nYEREVAN, 29 June 2004 - "
        "A three-day training on human trafficking started today in Yerevan for interviewers."
    )
    assert days(one(text)) == ("2004-06-29", "2004-07-01")


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01", "2101-01-01", "1899-12-31"])
@pytest.mark.parametrize("told", ["yesterday", "last year", "on Monday", "tomorrow", "next week"])
def test_a_day_of_publication_in_a_year_that_cannot_be_counts_as_not_told(published: str, told: str):
    text = f"IOM held a seminar on trafficking in persons for 20 judges in Tirana, Albania, {told}."
    assert read_announcement(text, published=published) == read_announcement(text)


def test_of_thousands_of_dates_the_first_tell_the_year_of_the_others(monkeypatch: pytest.MonkeyPatch):
    seen: list[int] = []

    def beside(_: object, others: list[object]) -> None:
        seen.append(len(others))

    monkeypatch.setattr("loaders.release_dates._year_beside", beside)
    read_announcement(f"{WORKSHOP}on 3 September. {'12 March ' * 1_000}")
    assert len(seen) > 1_000
    assert max(seen) == 200
