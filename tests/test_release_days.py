"""First and last day of an event: opening and close told apart, days told by the week or a month, years of issues."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement
from tests.drafts import days, one

WORKSHOP = "IOM held a workshop on human trafficking for 20 judges in Lima, Peru, "


def _days(
    text: str, published: str | None = None, url: str | None = None
) -> list[tuple[str | None, str | None]]:
    return [
        (draft.record["start_date"], draft.record["end_date"])
        for draft in read_announcement(text, url, published)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A course on human trafficking for judges, opened on Monday, 4 May, in Lima, closed on Wednesday, 6 May 2020.",
        (
            "El taller sobre trata de personas para jueces, inaugurado el lunes 4 de mayo en Lima, concluyó "
            "el miércoles 6 de mayo de 2020."
        ),
        (
            "A formação de juízes sobre tráfico de pessoas, aberta na segunda-feira, 4 de Maio, em Maputo, terminou "
            "na quarta-feira, 6 de Maio de 2020."
        ),
        (
            "L'atelier sur la traite des personnes, lancé lundi 4 mai à Dakar pour des magistrats, s'est achevé "
            "mercredi 6 mai 2020."
        ),
    ],
)
def test_the_day_behind_opened_is_the_first_and_that_of_the_close_the_last(text):
    assert days(one(text)) == ("2020-05-04", "2020-05-06")


@pytest.mark.parametrize(
    "text",
    [
        "Judges in Lima were given diplomas on Friday, 8 May 2020, after three days of training on human trafficking.",
        (
            "Les juges ont reçu leurs brevets le 8 mai 2020 à Dakar, à l'issue de trois jours de formation sur "
            "la traite des personnes organisés par l'OIM."
        ),
        (
            "The closing ceremony of the three-day workshop on human trafficking for judges took place in Lima on "
            "Friday, 8 May 2020."
        ),
        (
            "La clausura del taller de tres días sobre trata de personas para jueces se realizó en Lima el viernes "
            "8 de mayo de 2020."
        ),
    ],
)
def test_a_day_after_so_many_days_of_an_event_is_its_last(text):
    assert days(one(text)) == ("2020-05-06", "2020-05-08")


@pytest.mark.parametrize(
    "text",
    [
        f"{WORKSHOP}on 8 May 2020, after two days of preparation.",
        "After two days of travel, judges met in Lima on 8 May 2020 for a workshop on human trafficking.",
    ],
)
def test_days_of_getting_ready_are_none_of_the_event(text):
    assert days(one(text)) == ("2020-05-08", None)


def test_graduation_is_the_last_day_of_a_course_of_a_month():
    text = (
        "Graduation of the tenth course on human trafficking for border guards was celebrated in Lima on 28 May 2020. "
        "After one month of lectures they took the oath.\n\n"
        "Next event: the eleventh course starts in Lima on 3 August 2020."
    )
    assert days(one(text)) == ("2020", "2020-05-28")


def test_the_days_within_a_month_or_season_go_before_it():
    month = "This month 20 judges attended a workshop on human trafficking in Lima, Peru. IOM ran it from 4 to 6 May."
    assert _days(month, "2020-05-20") == [("2020-05-04", "2020-05-06")]
    season = (
        "In the autumn of 2019, IOM held a seminar on human trafficking for judges in Lima, Peru. The seminar took "
        "place on 4 and 5 October."
    )
    assert _days(season, "2019-12-20") == [("2019-10-04", "2019-10-05")]


def test_a_season_alone_gives_its_year():
    text = "In spring 2019, IOM held a seminar on human trafficking for judges in Lima, Peru."
    assert _days(text, "2019-12-20") == [("2019", None)]


def test_days_of_the_week_are_those_a_headline_tells_by_number():
    text = (
        "Workshop on trafficking to be held in Lima on May 8-9\n\n"
        "Lima, May 6, 2014 - IOM is organising a workshop on human trafficking for judges here on Thursday and Friday."
    )
    assert days(one(text)) == ("2014-05-08", "2014-05-09")


@pytest.mark.parametrize(
    "text",
    [
        "Entre el martes 6 de mayo y este jueves se realizó en Lima un taller sobre trata de personas para jueces.",
        "From Tuesday, 6 May, to Thursday, IOM held a workshop on human trafficking for judges in Lima.",
        "Du mardi 6 mai à hier, l'OIM a tenu à Dakar un atelier sur la traite des personnes pour 20 juges.",
        "Between 6 May and Thursday IOM ran a workshop on human trafficking for judges in Lima.",
    ],
)
def test_the_last_of_two_days_may_be_told_in_words(text):
    assert _days(text, "2014-05-09") == [("2014-05-06", "2014-05-08")]


def test_a_later_day_of_the_week_is_none_of_the_event():
    text = "IOM ran a course on human trafficking for judges in Lima on 6 May. On Thursday the minister thanked them."
    assert _days(text, "2014-05-09") == [("2014-05-06", None)]


@pytest.mark.parametrize(
    "head",
    ["NEWSLETTER No. 3, 2016", "Bulletin - Issue 2/2016", "Quarterly newsletter | Vol. IV, No. 2 (2016)"],
)
def test_a_newsletter_tells_the_year_by_its_number(head):
    assert days(one(f"{head}\n\nJudges trained\n{WORKSHOP}on 4 May."))[0] == "2016-05-04"


def test_the_issue_of_another_paper_tells_no_year():
    text = f"{WORKSHOP}on 4 May. The law, printed in issue 2/2011 of the gazette, was explained."
    assert days(one(text))[0] == "XXXX-05-04"


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("the 2018 Regional Seminar on human trafficking", "2018-05-04"),
        ("the Training of Trainers Programme 2018 on human trafficking", "2018-05-04"),
        ("a Seminar on the National Plan 2011-2015 against human trafficking", "XXXX-05-04"),
        ("a Seminar on human trafficking in the law of 2011", "XXXX-05-04"),
    ],
)
def test_the_year_in_the_name_of_an_event_is_that_of_its_days(name, start):
    assert days(one(f"IOM held {name} for judges in Lima, Peru, on 4 May."))[0] == start


@pytest.mark.parametrize(
    ("more", "start"),
    [
        ("It came a week after the 2016 report on trafficking was published.", "2016-07-04"),
        ("It came a week after parliament amended the 2008 law.", "XXXX-07-04"),
    ],
)
def test_what_lies_a_week_from_an_event_tells_its_year(more, start):
    assert days(one(f"{WORKSHOP}on 4 July. {more}"))[0] == start


COPY = "https://web.archive.org/web/20160218025650/http://www.example.org/print/4d7.html"


def test_the_day_of_an_archived_copy_is_not_that_of_the_page():
    assert _days(f"{WORKSHOP}on 4 July.", url=COPY) == [("XXXX-07-04", None)]


def test_a_dateline_without_a_year_has_that_of_the_line_above():
    text = (
        "News, 4 July 2011\n\n"
        "LIMA, July 4 (IOM) – A two-day workshop on human trafficking for judges opened in Lima on Monday."
    )
    assert _days(text, url=COPY) == [("2011-07-04", "2011-07-05")]


def test_a_line_of_the_editors_tells_the_day_of_the_page():
    text = "Magistrats formés\nPar la rédaction, 8 mai 2014\n\nUn atelier sur la traite a réuni hier à Dakar 20 juges."
    assert days(one(text)) == ("2014-05-07", None)
