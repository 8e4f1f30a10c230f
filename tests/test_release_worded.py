"""Events told in many wordings: the verbs of holding and attending, the names of formats, the ways to tell days."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement
from tests.drafts import days, one

WHERE = "on human trafficking for 20 prosecutors in Accra, Ghana"


@pytest.mark.parametrize(
    "told",
    [
        "put on a workshop",
        "spearheaded a workshop",
        "is currently running a workshop",
        "will be holding a workshop",
        "welcomed officials to a workshop",
        "staged, for the first time, a workshop",
        "saw a workshop",
    ],
)
def test_a_body_holds_an_event_in_many_words(told):
    record = one(f"UNODC {told} {WHERE} on 14 May 2019.", published="2019-05-20").record
    assert (record["format"], record["start_date"]) == ("workshop", "2019-05-14")


@pytest.mark.parametrize(
    "told",
    [
        "sat through",
        "flew in for",
        "were enrolled in",
        "spent the day at",
        "tested their skills at",
        "followed",
    ],
)
def test_people_attend_an_event_in_many_words(told):
    text = f"Twenty prosecutors {told} a seminar on human trafficking in Accra, Ghana, on 14 May 2019."
    record = one(text).record
    assert (record["format"], record["start_date"]) == ("seminar", "2019-05-14")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("winter course", "training"),
        ("autumn school", "training"),
        ("mentoring programme", "training"),
        ("writeshop", "workshop"),
        ("symposium", "conference"),
        ("benchmarking visit", "study visit"),
        ("exposure trip", "study visit"),
        ("brainstorming session", "meeting"),
        ("mock hearing", "simulation exercise"),
        ("scenario-based exercise", "simulation exercise"),
        ("awareness day", "campaign event"),
        ("public debate", "other"),
    ],
)
def test_an_event_is_known_by_the_name_of_its_format(name, kind):
    text = f"UNODC held a regional {name} {WHERE} on 14 May 2019."
    assert one(text).record["format"] == kind


@pytest.mark.parametrize(
    "text",
    [
        "The unit against human trafficking was set up at a meeting in Accra, Ghana, on 14 May 2009. It has 40 staff.",
        "A guide on human trafficking was written after a workshop in Accra, Ghana, on 14 May 2019. It is free.",
        "Since the workshop in Accra, Ghana, on 14 May 2019, ten cases of human trafficking have come to court.",
        "The chief named an adviser on human trafficking on 14 May 2019. She had attended a course in Vienna.",
        "Twelve survivors of human trafficking finished a sewing course in Accra, Ghana, on 14 May 2019.",
        "The victims of human trafficking were brought together in a house in Accra, Ghana, on 14 May 2019.",
        "A law on human trafficking was passed on 14 May 2019. It obliges the police to hold courses every year.",
        "A centre against human trafficking was built in Accra on 14 May 2019. It will train 300 officers a year.",
        "The scheme on human trafficking ran from 2019 to 2022. In all 400 prosecutors were trained.",
    ],
)
def test_an_event_named_for_the_sake_of_something_else_is_none(text):
    assert read_announcement(text) == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("held from 14 May 2019 for three days", ("2019-05-14", "2019-05-16")),
        ("held two days ago", ("2019-05-15", None)),
        ("held the day before yesterday", ("2019-05-15", None)),
        ("held on Monday last week", ("2019-05-06", None)),
        ("held from Monday to Wednesday last week", ("2019-05-06", "2019-05-08")),
        ("held over the past week", ("2019-05", None)),
    ],
)
def test_days_are_told_in_many_ways(told, expected):
    text = f"A workshop {WHERE}, was {told}. It dealt with evidence."
    assert days(one(text, published="2019-05-17")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Twenty prosecutors graduated on 17 May 2019 from a five-day course on human trafficking in Accra, Ghana.",
        "Twenty prosecutors received certificates on 17 May 2019 at the end of a five-day course on human trafficking.",
    ],
)
def test_those_who_graduate_do_so_on_the_last_day(text):
    assert days(one(text)) == ("2019-05-13", "2019-05-17")


def test_the_days_of_an_event_at_the_head_are_no_day_of_publication():
    text = f"Date: 14-16 May 2019\nVenue: Accra, Ghana\n\nA workshop {WHERE} will be held by IOM."
    assert days(one(text, published="2019-05-01")) == ("2019-05-14", "2019-05-16")


@pytest.mark.parametrize(
    "text",
    [
        f"After a first workshop in Kumasi on 2 March 2019, IOM held a second workshop {WHERE}, on 14 May 2019.",
        f"A workshop {WHERE} was held on 14 May 2019. A first workshop took place in Kumasi on 2 March 2019.",
        f"After a first workshop in Kumasi on 2 March 2019, IOM held a workshop {WHERE} on 14 May 2019.",
    ],
)
def test_an_earlier_event_gives_neither_days_nor_a_record(text):
    assert days(one(text)) == ("2019-05-14", None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "N'DJAMENA, 14 mai 2019 – L'OIM Tchad a mis sur pied une formation sur la traite pour 20 juges.",
            "training",
        ),
        (
            "N'DJAMENA, 14 mai 2019 – Vingt juges ont été outillés lors d'un séminaire sur la traite.",
            "seminar",
        ),
        (
            "LIMA, 14 de mayo de 2019 – La OIM encabezó un simposio sobre trata de personas para 20 jueces.",
            "conference",
        ),
        (
            "LIMA, 14 de mayo de 2019 – Veinte jueces cursaron un diplomado sobre trata de personas.",
            "training",
        ),
        ("MAPUTO, 14 de maio de 2019 – A OIM levou a cabo uma oficina sobre tráfico de pessoas.", "workshop"),
        (
            "ТАШКЕНТ, 14 мая 2019 года – МОМ выступила организатором мастер-класса о торговле людьми для 20 судей.",
            "training",
        ),
        ("ТАШКЕНТ, 14 мая 2019 года – Двадцать судей окончили стажировку по торговле людьми.", "study visit"),
    ],
)
def test_events_in_four_more_languages_are_held_in_many_words(text, kind):
    assert one(text).record["format"] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Un centre de formation contre la traite des personnes a été inauguré à N'Djamena, au Tchad, le 14 mai 2019.",
        "Dix victimes de la traite ont suivi un cours de couture à Dakar, au Sénégal, le 14 mai 2019.",
        "El ministro se reunió con la embajadora en Lima el 14 de mayo de 2019; hablaron de la trata de personas.",
        "Двадцать жертв торговли людьми окончили курсы шитья в Ташкенте, Узбекистан, 14 мая 2019 года.",
        "Applications are invited for a course on human trafficking. Candidates should be lawyers. It is in May 2019.",
        "In a letter of 14 May 2019 they asked for a conference on human trafficking in Accra, Ghana.",
    ],
)
def test_centres_courses_of_sewing_calls_and_wishes_are_no_event(text):
    assert read_announcement(text) == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("A one-month course", ("2013", "2013-10-25")),
        ("A two-week course", ("2013-10", "2013-10-25")),
        ("A course that lasted six weeks", ("2013", "2013-10-25")),
        ("A course", ("2013-10", "2013-10-25")),
    ],
)
def test_the_beginning_of_a_long_course_is_told_no_closer_than_it_is_known(told, expected):
    text = f"{told} on human trafficking for 20 officers, held in Accra, Ghana, ended on 25 October 2013."
    assert days(one(text)) == expected


def test_the_next_of_a_series_is_not_the_event():
    text = (
        "ACCRA, Ghana, 25 October 2013 – Twenty officers received their diplomas here today. They are the ninth class "
        "of a course on human trafficking. The tenth course begins in March 2014."
    )
    assert days(one(text)) == ("2013-10", "2013-10-25")


@pytest.mark.parametrize(
    "text",
    [
        "A report on human trafficking came out today. It was written after consultations in Vienna in March 2022.",
        "Police arrested twenty suspects of human trafficking. They had coordination meetings in Rome in the run-up.",
    ],
)
def test_what_a_report_or_a_raid_was_prepared_at_is_no_event(text):
    assert read_announcement(text, published="2022-05-02") == []


def test_those_who_had_been_invited_came():
    text = "Accra, Ghana. 22–23 April 2024 were busy days: IOM had invited 27 to a workshop on human trafficking."
    assert days(one(text)) == ("2024-04-22", "2024-04-23")


def test_a_meeting_that_takes_up_a_conference_is_that_conference():
    text = (
        "The first regional conference on human trafficking in Accra, Ghana, ended with a call for more shelters. "
        "The meeting of 5 and 6 November 2008 was held by INTERPOL."
    )
    assert one(text).record["format"] == "conference"


def test_next_monday_in_portuguese_is_a_day_of_the_event():
    text = "O UNODC dá início na próxima segunda-feira, em Luanda, Angola, a uma formação sobre tráfico de pessoas."
    assert days(one(text, published="2020-02-14")) == ("2020-02-17", None)


def test_those_who_are_in_a_workshop_since_monday_tell_its_days():
    text = "Vingt juges sont en atelier depuis lundi à Saly, au Sénégal, sur la traite. Ils ont cinq jours devant eux."
    record = one(text, published="2025-08-20").record
    assert (record["format"], record["start_date"], record["end_date"]) == (
        "workshop",
        "2025-08-18",
        "2025-08-22",
    )


def test_the_session_of_a_group_is_a_meeting():
    text = "The group on the smuggling of migrants gathered in Vienna, Austria, for its seventh session on 8 May 2020."
    assert one(text).record["format"] == "meeting"


def test_earlier_events_of_a_series_give_no_town():
    text = (
        "Officials went through a table-top exercise on people smuggling in Lima, Peru, on 5-7 November 2019. "
        "The exercise was the third that IOM has staged. The first two took place in Quito (November 2017)."
    )
    record = one(text).record
    assert (record["city"], record["start_date"], record["end_date"]) == ("Lima", "2019-11-05", "2019-11-07")


@pytest.mark.parametrize(
    "text",
    [
        "A man was sentenced on 12 April 2016 for human trafficking. Police opened the case after a training in 2014.",
        "A room for victims of trafficking opened on 19 May 2017. Staff were trained in a two-week course in 2016.",
        "The staff mourn the passing of a friend. He held the first seminar on human trafficking in Lima in May 2006.",
        "The police opened an investigation into human trafficking in Lima, Peru, on 5 May 2017 after a meeting.",
    ],
)
def test_courses_of_earlier_years_and_cases_are_no_event(text):
    assert read_announcement(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On January 14, IOM kicked off a boot camp on human trafficking. It runs through Friday, January 18, 2019.",
            ("2019-01-14", "2019-01-18"),
        ),
        (
            "IOM put together a three-day training on human trafficking. Declaring it open on Thursday, she smiled.",
            ("2018-07-19", "2018-07-21"),
        ),
        (
            "IOM ran a course on human trafficking after one in Quito last May. It lasted from 25 to 28 February 2019.",
            ("2019-02-25", "2019-02-28"),
        ),
    ],
)
def test_days_are_told_by_what_is_said_of_them(text, expected):
    where = {"published": "2018-07-24"} if "Thursday" in text else {}
    assert days(one(text, **where)) == expected


@pytest.mark.parametrize(
    "aside",
    [
        "The plan of action was adopted on 12 March 2016.",
        "The treaty was signed on 12 March 2016.",
        "A study published on 12 March 2016 counts 39 victims.",
    ],
)
def test_the_day_of_a_paper_is_not_the_day_a_page_was_published(aside):
    text = f"IOM held a workshop {WHERE} from 14 to 16 May. {aside}"
    assert days(one(text, published="2018-05-20")) == ("2018-05-14", "2018-05-16")


def test_a_page_says_itself_when_it_was_published():
    text = f"This article was last updated on 20 May 2018.\n\nIOM held a workshop {WHERE} from 14 to 16 May."
    assert days(one(text)) == ("2018-05-14", "2018-05-16")


def test_a_number_of_people_behind_the_days_is_no_day():
    text = "From June 18 to 21, 20 judges took part in a workshop on human trafficking in Accra, Ghana."
    assert days(one(text, published="2018-06-25")) == ("2018-06-18", "2018-06-21")


def test_a_course_that_was_launched_in_a_town_on_a_day_is_an_event():
    text = "A seminar on human trafficking was launched in Accra, Ghana, on Tuesday, October 24, 2017."
    assert days(one(text)) == ("2017-10-24", None)


@pytest.mark.parametrize(
    "text",
    [
        (
            "L'OIM a tenu une formation sur la traite à Dakar, au Sénégal, le 3 mai 2018. "
            "Un premier atelier s'était tenu à Thiès en mars 2015."
        ),
        (
            "La OIM dictó una capacitación sobre trata de personas en Lima, Perú, el 3 de mayo de 2018. "
            "Un primer taller se realizó en Cusco en marzo de 2015."
        ),
        (
            "A OIM organizou uma formação sobre tráfico de pessoas em Maputo, Moçambique, a 3 de maio de 2018. "
            "Um primeiro seminário realizou-se na Beira em março de 2015."
        ),
    ],
    ids=["fr", "es", "pt"],
)
def test_an_event_of_years_before_does_not_give_the_format(text):
    assert one(text).record["format"] == "training"


@pytest.mark.parametrize(
    "text",
    [
        (
            "A manager won a prize in Ghent. She has trained many police officers on human trafficking and spoke at "
            "conferences from Vienna to Manila."
        ),
        "The ministry had 17 cases of human trafficking. Sixty police officers took part in courses during the year.",
    ],
    ids=["prize", "figures"],
)
def test_what_was_done_over_time_is_no_event(text):
    assert read_announcement(text) == []


def test_the_days_within_last_week_are_told_by_another_sentence():
    text = (
        f"Judges met last week for a colloquium {WHERE}. The three days from Wednesday 22 to Friday 24 November 2017 "
        "were the work of UNODC."
    )
    record = one(text, published="2017-11-28").record
    assert (record["format"], record["start_date"], record["end_date"]) == (
        "conference",
        "2017-11-22",
        "2017-11-24",
    )


def test_those_who_cross_the_stage_end_their_course():
    text = (
        "MASERU – Sixteen officers crossed the stage on Friday. Their five-day course on human trafficking ended with "
        "a ceremony."
    )
    assert days(one(text, published="2019-09-02")) == ("2019-08-26", "2019-08-30")


@pytest.mark.parametrize(
    "text",
    [
        "Of course, the ministry held talks with the unions on human trafficking in Accra, Ghana, on 14 May 2019.",
        "The trial on human trafficking ran its course in Accra, Ghana, on 14 May 2019.",
        "In the course of the search in Accra, Ghana, on 14 May 2019, police found victims of human trafficking.",
    ],
)
def test_of_course_is_no_course(text):
    assert read_announcement(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A platform on human trafficking went live in Lima, Peru, on 7 May 2021. It offers a course for teachers.",
        "A report on Peru came out on 7 May 2021. It urges the authorities to hold courses on human trafficking.",
        "Police of Lima, Peru, conducted an operation on 7 May 2021. Forty men took part against human trafficking.",
    ],
    ids=["platform", "report", "operation"],
)
def test_courses_on_offer_and_those_that_are_asked_for_are_no_event(text):
    assert read_announcement(text) == []


def test_an_event_of_a_body_is_told_whatever_its_verb():
    text = "Twenty judges from Ghana followed UNODC's seminar on human trafficking in Accra on 14 May 2019."
    assert days(one(text)) == ("2019-05-14", None)


def test_an_event_that_had_asked_for_this_one_is_no_record_of_its_own():
    text = (
        f"IOM held a seminar {WHERE}, on 3 May 2019. A conference in Abuja on 20 March 2019 had asked for it."
    )
    assert days(one(text)) == ("2019-05-03", None)


def test_a_training_that_was_repeated_elsewhere_is_two():
    text = (
        "From 3 to 5 May 2019 a training on human trafficking took place in Accra, Ghana. From 10 to 12 May 2019 the "
        "training was repeated in Kumasi."
    )
    assert [days(draft) for draft in read_announcement(text)] == [
        ("2019-05-03", "2019-05-05"),
        ("2019-05-10", "2019-05-12"),
    ]


@pytest.mark.parametrize(
    "told", ["are back from a", "know more about evidence after a", "compared notes at a"]
)
def test_people_who_come_back_from_an_event_were_there(told):
    text = f"ACCRA, Ghana, 16 May 2019 – Ten judges {told} two-day workshop on human trafficking. IOM organised it."
    assert one(text).record["format"] == "workshop"
