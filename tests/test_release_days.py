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


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            (
                "Press release 15.10.2013\n\nNew research\n\nHuman trafficking will be the subject of a conference in "
                "Vilnius on 17 October. IOM organizes the conference."
            ),
            "2013-10-17",
        ),
        (
            (
                "Communiqué de presse - 15 octobre 2013\n\nL'OIM a tenu hier à Dakar un atelier sur la traite des "
                "personnes pour des juges."
            ),
            "2013-10-14",
        ),
        (
            (
                "Nota de prensa, 15 de octubre de 2013\n\nLa OIM realizó un taller sobre trata de personas para jueces "
                "en Lima el 11 de octubre."
            ),
            "2013-10-11",
        ),
    ],
)
def test_the_day_of_a_press_release_is_none_of_the_event(text, start):
    assert days(one(text)) == (start, None)


def test_days_between_bars_in_the_first_lines_are_those_of_the_event():
    text = (
        "Expert seminar on human trafficking\n\nForced labour | 08 - 09 May 2007 | Stockholm\n\nMinisters have invited "
        "specialists to a meeting on exploitation. The meeting is held with the ILO."
    )
    assert days(one(text)) == ("2007-05-08", "2007-05-09")


def test_one_day_between_bars_is_that_of_the_page():
    text = "Judges trained\n\nNews | 9 May 2007 | Lima\n\nIOM held a workshop on human trafficking in Lima yesterday."
    assert days(one(text)) == ("2007-05-08", None)


def test_the_month_of_another_event_further_down_does_not_go_before_the_days():
    text = f"{WORKSHOP}on 24-25 September 2024. UNODC held a comparable workshop in Quito in May."
    assert days(one(text)) == ("2024-09-24", "2024-09-25")


def test_a_day_of_news_does_not_go_before_the_month_of_the_event():
    text = (
        "On 3 May 2024 the minister announced a plan against human trafficking. A workshop on human trafficking for "
        "judges was held in Lima in March 2024."
    )
    assert days(one(text)) == ("2024-03", None)


def test_the_lines_of_an_invitation_tell_days_to_come():
    text = (
        "VIENNA, 19 March 2025 - The media are invited.\n\nWHAT: 25th Conference against Trafficking in Persons\n\n"
        "WHEN: Monday, 31 March, to Tuesday, 1 April\n\nWHERE: Hofburg, Vienna"
    )
    assert days(one(text)) == ("2025-03-31", "2025-04-01")


def test_a_day_of_december_in_a_headline_of_january_is_of_the_year_before():
    text = (
        "Workshop on human trafficking, Lima, 12 December\n\n"
        "LIMA, 5 January 2025 - IOM trained judges in the law. The workshop dealt with victims."
    )
    assert days(one(text)) == ("2024-12-12", None)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Resumen de la Reunión de la Red contra la Trata de Personas\nSan Salvador, El Salvador, 21 de junio de "
            "2017\n\nAsistieron funcionarios de Honduras y México. Los países completarán el plan a más tardar el 21 "
            "de julio."
        ),
        (
            "Minutes of the Meeting of the Working Group on Trafficking in Persons\nVienna, 21 June 2017\n\nThe group "
            "met to discuss the plan. Members send remarks no later than 21 July 2017."
        ),
        (
            "Compte rendu de l'atelier sur la traite des personnes\nDakar, 21 juin 2017\n\nLes participants ont "
            "examiné le plan d'action."
        ),
    ],
)
def test_minutes_tell_the_day_of_the_event_below_their_title(text):
    assert days(one(text)) == ("2017-06-21", None)


def test_a_headline_with_place_and_day_below_is_none_of_minutes():
    text = "Judges meet against human trafficking\nVienna, 4 May 2016\n\nIOM held a workshop for judges yesterday."
    assert days(one(text)) == ("2016-05-03", None)


def test_a_day_of_the_week_up_to_which_an_event_lasts_is_the_next():
    text = (
        "Commissaires et juges se sont retrouvés ce lundi 23 mai à Saly. L'atelier, qui dure jusqu'à mercredi, porte "
        "sur le trafic de migrants."
    )
    assert _days(text, "2022-05-23") == [("2022-05-23", "2022-05-25")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A course on human trafficking was held for judges in Lima last week, from Tuesday to Thursday.",
            (12, 14),
        ),
        (
            "A course on human trafficking was held for judges in Lima from Monday to Wednesday this week.",
            (18, 20),
        ),
        (
            "The training on human trafficking for 20 judges in Lima, which began on Monday, runs until Friday.",
            (18, 22),
        ),
        (
            (
                "Judges are being trained this week in Lima against human trafficking. The five-day course opened on "
                "Monday."
            ),
            (18, 22),
        ),
        (
            "Uma formação sobre tráfico de pessoas para juízes arrancou hoje em Maputo e termina na sexta-feira.",
            (20, 22),
        ),
        (
            "Un taller sobre trata de personas para jueces inició este lunes en Lima y concluye el miércoles.",
            (18, 20),
        ),
    ],
)
def test_days_of_the_week_are_those_of_the_week_told(text, told):
    first, last = told
    assert _days(text, "2020-05-20") == [(f"2020-05-{first}", f"2020-05-{last}")]


def test_the_final_day_of_an_event_is_its_last():
    text = (
        "LIMA, 22 May 2020 - Speaking on the final day of a three-day workshop on human trafficking for judges in Lima "
        "on Thursday, the minister thanked them."
    )
    assert days(one(text)) == ("2020-05-19", "2020-05-21")


def test_a_number_of_people_behind_a_day_of_the_week_is_no_day():
    text = (
        "Lima, 22 de mayo de 2020. Durante tres días, hasta el miércoles, 20 jueces participaron en un taller sobre "
        "trata de personas en Lima."
    )
    assert days(one(text)) == ("2020-05-18", "2020-05-20")
