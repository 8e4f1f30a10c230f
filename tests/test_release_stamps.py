"""Days read against datelines without a year, mastheads that show the day of reading, and weeks with an opening."""

from __future__ import annotations

import pytest

from tests.drafts import days, one

COURSE = "A three-day training on human trafficking for judges "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Lima, May 4\n\n{COURSE}began in the capital yesterday.", ("XXXX-05-03", "XXXX-05-05")),
        (
            f"Lima, March 9:\n\n{COURSE}ended here today with a list of tasks.",
            ("XXXX-03-07", "XXXX-03-09"),
        ),
        (f"Lima, May 4\n\n{COURSE}began in the capital.", (None, None)),
    ],
)
def test_today_and_yesterday_are_read_against_a_dateline_without_a_year(text, told):
    assert days(one(text)) == told


def test_a_masthead_that_shows_the_day_of_reading_yields_to_the_dateline_with_its_town():
    text = (
        "Monday 3 June 2024\n\nAnti-trafficking course ends\n\nMuscat, March 12, 2015\n\n"
        "A two-day course on human trafficking ended in Oman yesterday."
    )
    assert days(one(text)) == ("2015-03-10", "2015-03-11")


def test_a_masthead_of_the_same_days_stays_the_day_of_the_page():
    text = (
        "Friday 13 March 2015\n\nAnti-trafficking course ends\n\nMuscat, March 12, 2015\n\n"
        "A two-day course on human trafficking ended in Oman yesterday."
    )
    assert days(one(text)) == ("2015-03-11", "2015-03-12")


def test_the_opening_of_this_morning_is_the_first_day_of_an_event_of_this_week():
    text = (
        "A two-day workshop on human trafficking is being held in Lima this week. It was opened this morning by the "
        "minister, who thanked the police."
    )
    assert days(one(text, published="2014-07-15")) == ("2014-07-15", "2014-07-16")


def test_what_somebody_did_this_morning_is_not_the_first_day_of_an_event_of_this_week():
    text = (
        "A two-day workshop on human trafficking is being held in Lima this week. The minister told the radio this "
        "morning that more work lies ahead."
    )
    assert days(one(text, published="2014-07-17")) == ("2014-07", None)


@pytest.mark.parametrize("verb", ["began Monday", "began on Monday", "opened Monday", "kicked off on Monday"])
def test_a_day_of_the_week_on_which_something_began_has_gone_by_also_beside_what_will_be(verb):
    text = f"The week-long training on human trafficking in Lima, which {verb}, will end on Friday, May 7."
    assert days(one(text, published="2021-05-05")) == ("2021-05-03", "2021-05-07")


def test_a_day_behind_a_headline_and_a_bar_is_that_of_the_page():
    text = (
        "Police learn more of the crime | 6 May 2021\n\n"
        "A training on human trafficking for 20 officers opened in Lima on Monday and will run until May 14."
    )
    assert days(one(text)) == ("2021-05-03", "2021-05-14")


def test_the_years_of_an_archive_are_no_days_of_an_event():
    text = "Old pages 2001 - May 2010\n\nA training on human trafficking for 20 officers of Peru was held in Lima."
    assert days(one(text)) == (None, None)


def test_the_weekday_beside_a_stamp_in_figures_tells_the_year_of_the_days_below_it():
    text = (
        "Officers learn more\n\nUpdates Tue, 11/06/2018 - 09:30\n\n"
        "The course on human trafficking, held in Lima on 8-9 October, taught 17 officers."
    )
    assert days(one(text)) == ("2018-10-08", "2018-10-09")


@pytest.mark.parametrize("place", ["Abidjan, Côte d’Ivoire", "Abidjan, Côte d'Ivoire", "Lomé, Togo"])
def test_a_country_with_an_article_before_a_day_is_part_of_the_dateline(place):
    text = f"{place}, 28 May 2019 - The office has trained 18 judges of Togo in a five-day course on human trafficking."
    assert days(one(text)) != ("2019-05-28", None)


def test_the_day_on_which_a_yearly_day_is_marked_is_not_that_of_the_event():
    text = "In Lima, Peru, a meeting on human trafficking was held for the day marked on July 30th."
    assert days(one(text)) == (None, None)


def test_an_event_that_began_on_a_day_of_the_month_and_runs_to_another_is_of_both():
    text = (
        "A workshop on human trafficking is being held in Lima. The course, which started on the 3rd and goes on up "
        "to the 7th of May, 2021, is for 20 officers."
    )
    assert days(one(text)) == ("2021-05-03", "2021-05-07")


def test_a_year_that_is_spoken_of_as_the_present_one_is_that_of_the_event():
    text = (
        "In 2019, the crime is on the rise. On 12 March, a meeting on human trafficking was held in Lima for 40 "
        "officers."
    )
    assert days(one(text)) == ("2019-03-12", None)
    assert days(one(text.replace("is on the rise", "rose")))[0] == "XXXX-03-12"


def test_the_year_in_the_name_of_an_event_is_its_year_where_no_day_is_known():
    text = "The Quito Conference 2012 on human trafficking was held for 40 officers."
    assert days(one(text)) == ("2012", None)
    assert days(one(text.replace("Conference 2012", "Conference"))) == (None, None)


def test_a_stamp_may_stand_below_the_text_with_how_long_ago_that_was():
    text = (
        "LIMA - Prosecutors came together for a three-day meeting on human trafficking. They spoke of their own "
        "cases.\n\n2016-11-24 08:10:15 3 hours ago"
    )
    assert days(one(text)) == ("2016-11", None)


def test_the_day_on_which_an_event_was_announced_is_not_its_day_in_spanish_either():
    text = (
        "Un encuentro sobre trata de personas tendrá lugar en Lima, anunció este martes el ministerio. Participarán 40 "
        "fiscales."
    )
    assert days(one(text, published="2022-02-17")) != ("2022-02-15", None)


def test_the_length_of_an_event_counts_where_its_sentence_goes_on_to_an_earlier_one():
    text = (
        "A course on human trafficking for 20 judges opened in Quito on Tuesday. The three-day course follows on a "
        "first one held in May 2016."
    )
    assert days(one(text, published="2018-02-06")) == ("2018-02-06", "2018-02-08")


def test_a_dateline_may_name_its_town_in_brackets_behind_the_day():
    text = (
        "Sunday, January 5, 2025\n\nTalks ahead\n\n"
        "March 11, 2013 (LIMA) – The town will host on Wednesday a meeting on human trafficking for 40 officers."
    )
    assert days(one(text)) == ("2013-03-13", None)


def test_an_address_with_the_day_and_the_number_of_a_story_tells_the_year():
    text = "Du 14 au 16 mai, une réunion sur la traite des personnes se tient à Lima pour 40 magistrats."
    assert days(one(text, url="https://news.example.org/stories/201805140312.html")) == (
        "2018-05-14",
        "2018-05-16",
    )
    assert days(one(text, url="https://news.example.org/stories/2018051403127.html"))[0] == "XXXX-05-14"


def test_the_day_on_which_people_come_home_is_not_that_of_the_course():
    text = (
        "A week-long course on human trafficking is being held in Quito, Ecuador, for 30 prosecutors. Those from "
        "Peru will return home on Saturday, May 8, 2021."
    )
    assert days(one(text))[0] != "2021-05-08"
