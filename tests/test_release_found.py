"""Events that are told in passing, under way, below menus or side by side, and where missions held them."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement
from tests.drafts import countries, days, one

DAYS = ("2021-05-03", "2021-05-05")


def places(text: str, url: str | None = None) -> list[tuple[str | None, str | None]]:
    return [(draft.record["city"], draft.record["host_country"]) for draft in read_announcement(text, url)]


# Whether an event is told


@pytest.mark.parametrize(
    "text",
    [
        "The director of the bureau of Zambia spoke at the opening of a training on human trafficking for police.",
        "The minister said that this three-day training on human trafficking helps the police of Zambia.",
        "A ministra falou na abertura de uma formação sobre tráfico de pessoas para a polícia da Zâmbia.",
    ],
)
def test_an_event_is_read_of_its_opening_and_of_its_length_where_no_verb_tells_of_it(text):
    drafts = read_announcement(text, "https://news.gov.zm/story")
    assert [draft.record["format"] for draft in drafts] == ["training"]


def test_training_at_large_with_neither_opening_nor_length_is_no_event():
    text = (
        "Zambia sees training on human trafficking as a duty. The ministry values the training of its police."
    )
    assert read_announcement(text) == []


def test_the_next_session_that_took_place_is_an_event():
    text = "The next session of the dialogue on human trafficking took place in Lima, Peru, on 3 May 2021."
    assert (days(one(text)), places(text)) == (("2021-05-03", None), [("Lima", "PER")])


def test_the_next_session_that_is_to_come_is_none():
    text = (
        "A workshop on human trafficking was held in Lima, Peru, on 3 May 2021. "
        "The next session will look at cases in Quito, Ecuador."
    )
    assert places(text) == [("Lima", "PER")]


def test_countries_whose_people_came_tell_of_an_event_without_day_and_town():
    text = (
        "The centre delivered regional workshops on human trafficking to support officials from Chad, Mali "
        "and Niger."
    )
    assert countries(one(text), "participant") == {"TCD", "MLI", "NER"}


# What is of another event


def test_the_day_of_a_first_visit_is_not_that_of_the_training_after_it():
    text = (
        "After an initial assessment trip in November 2018, two experts led a training on human trafficking "
        "for police officers in Suva, Fiji, in March 2020."
    )
    assert days(one(text)) == ("2020-03", None)


def test_the_town_of_a_similar_course_is_not_that_of_the_event():
    text = (
        "Experts are training 32 police officers from Chile and Peru on human trafficking in a two-week course. "
        "IOM conducted a similar course in June 2005 in Quito, Ecuador."
    )
    assert places(text) == [(None, None)]


def test_the_town_of_a_recent_visit_is_not_that_of_the_event():
    text = (
        "A three-day training on human trafficking for the police began on 3 May 2021. "
        "The speaker recalled the recent visit of a delegation to Maputo, Mozambique, for a meeting."
    )
    assert [city for city, _ in places(text)] == [None]


def test_years_behind_the_days_of_an_event_do_not_hide_it():
    text = (
        "Held over 3-5 May 2021 in Hanoi, Viet Nam, the workshop on human trafficking for police officers looked at "
        "what they had reached together over the past months."
    )
    assert (days(one(text)), places(text)) == (DAYS, [("Hanoi", "VNM")])


def test_depuis_before_a_day_tells_of_an_event_under_way():
    text = (
        "Le réseau organise depuis le lundi 3 mai 2021 à Lomé, au Togo, un atelier sur la traite des personnes. "
        "Des magistrats y participent."
    )
    assert (days(one(text))[0], places(text)) == ("2021-05-03", [("Lomé", "TGO")])


# Lines


WRAPPED = (
    "IOM in cooperation with the ministry and two associations of the capital held a\n"
    "workshop on human trafficking for the police and for the judges in the city of\n"
    "Tunis on 3 May 2021."
)


@pytest.mark.parametrize("menu", ["", "Who we are and what we do for people on the move " * 4 + "\n\n"])
def test_broken_lines_are_read_as_one_paragraph_also_below_a_long_line(menu):
    assert (days(one(menu + WRAPPED)), places(menu + WRAPPED)) == (("2021-05-03", None), [("Tunis", "TUN")])


def test_a_heading_above_a_long_paragraph_stays_apart_where_other_lines_are_broken():
    heading = "A workshop on human trafficking opens new ways for the police of two states"
    long = (
        "The judges of Tunisia met in Sousse on 7 May 2021 for a seminar on human trafficking. "
        + "They spoke. " * 9
    )
    from loaders.release_page import page_of

    page = page_of(f"{WRAPPED}\n\n{heading}\n{long}")
    assert heading in [page.words(number) for number in range(len(page.sentences))]


# Where


@pytest.mark.parametrize(
    ("where", "city"),
    [
        ("in Australia's Perth", "Perth"),
        ("in the border town of Los Chiles, Costa Rica", "Los Chiles"),
        ("na cidade da Praia", "Praia"),
    ],
)
def test_a_town_is_read_behind_its_kind_and_its_country(where, city):
    text = f"A workshop on human trafficking was held {where} on 3 May 2021."
    if where.startswith("na"):
        text = f"A formação sobre tráfico de pessoas realizou-se {where} a 3 de maio de 2021."
    assert [found for found, _ in places(text)] == [city]


def test_the_hall_of_a_king_is_no_town():
    text = (
        "The conference on human trafficking on 3 May 2021 heard a teacher at Hassan I University. Judges "
        "attended it."
    )
    assert places(text) == [(None, None)]


def test_the_country_beyond_the_border_is_not_where_an_event_was_held():
    text = (
        "Training courses at the border with China\n\n"
        "Two courses on human trafficking were held for the police in May 2021."
    )
    assert "CHN" not in [iso3 for _, iso3 in places(text)]


MISSION = "On 3 May 2021, prosecutors took part in a seminar on human trafficking in Neumstadt. "


@pytest.mark.parametrize(
    ("more", "url", "host"),
    [
        ("", "https://www.osce.org/mission-to-montenegro/1", "MNE"),
        ("", "https://www.osce.org/programme-office-in-dushanbe/1", "TJK"),
        ("The OSCE Presence in Albania supported it.", None, "ALB"),
        (
            "People from Serbia, Albania and Greece came.",
            "https://www.osce.org/mission-to-montenegro/1",
            None,
        ),
    ],
)
def test_the_seat_of_a_mission_is_where_a_national_event_was_held(more, url, host):
    assert [iso3 for _, iso3 in places(MISSION + more, url)] == [host]


def test_an_embassy_is_not_where_its_own_country_is():
    text = (
        "The training on human trafficking for the police began on May 24. The U.S. Department of State gave it. "
        "It is for officers of Guyana."
    )
    assert places(text, "https://gy.usembassy.gov/news") == [(None, "GUY")]


@pytest.mark.parametrize("many", ["20 países de Iberoamérica", "más de doce países"])
def test_people_of_many_countries_make_no_national_event_in_spanish(many):
    text = (
        f"El encuentro sobre trata de personas se celebró el 3 de mayo de 2021 en Lima, Perú, con fiscales de "
        f"{many}."
    )
    assert countries(one(text), "participant") == set()


# When


def test_a_line_with_a_day_beside_place_and_hour_is_the_day_of_the_event():
    text = (
        "Press invitation\n\nThe opening of a conference on human trafficking\n\nVenue: Hotel Roe, Kampala, Uganda\n\n"
        "Wednesday 20 June 2007\n\nTime: 10:30\n\n"
        "UNODC is organizing the conference on human trafficking for the police. The project began in March 2007."
    )
    assert days(one(text)) == ("2007-06-20", None)


def test_a_day_behind_until_is_the_last():
    text = (
        "The meeting on human trafficking taking place in Lima, Peru, until 11 September 2019 welcomes "
        "police officers."
    )
    assert days(one(text))[1] == "2019-09-11"


def test_the_day_to_which_an_event_continues_is_its_last():
    text = "The training on human trafficking for police in Lima began on 24 May 2021 and continues on 25 May 2021."
    assert days(one(text)) == ("2021-05-24", "2021-05-25")


def test_an_address_may_tell_the_day_before_month_and_year():
    text = "Du 3 au 5 mai, un atelier sur la traite des personnes réunit des magistrats à Lomé."
    assert days(one(text, url="https://ecole.tg/actu-28042021-atelier")) == DAYS


# Several events


def test_events_a_year_apart_below_headings_of_their_own_are_all_read():
    text = (
        "Regional workshop on human trafficking in Sofia\n3-5 May 2021\n"
        "UNODC organised a workshop on human trafficking in Sofia, Bulgaria, on 3-5 May 2021 for 30 judges.\n"
        "Conference on human trafficking in Ankara\n6-7 May 2019\n"
        "A conference on human trafficking took place on 6-7 May 2019 in Ankara, Turkey, with 60 police officers.\n"
    )
    assert places(text) == [("Sofia", "BGR"), ("Ankara", "TUR")]


def test_two_pairs_of_days_and_town_before_the_name_of_the_events_are_two_events():
    text = (
        "Held 24-26 August 2011 in Lusaka, Zambia, and 14-16 September 2011 in Nairobi, Kenya, the training "
        "sessions on "
        "human trafficking showed what police officers need."
    )
    assert places(text) == [("Lusaka", "ZMB"), ("Nairobi", "KEN")]


# Who came


@pytest.mark.parametrize(
    ("told", "came"),
    [
        (
            "A Cameroon-Nigeria workshop on human trafficking was held in Bamenda on 3 May 2021.",
            {"CMR", "NGA"},
        ),
        (
            "On 3 May 2021 a meeting between Chad and Niger on human trafficking was held in Lima.",
            {"TCD", "NER"},
        ),
        (
            "La réunion bilatérale sur la traite des personnes du 3 mai 2021 réunit le Bénin et le Niger.",
            {"BEN", "NER"},
        ),
        (
            "On 3 May 2021 UNODC trained officials of the Government of the Union of Comoros on human trafficking.",
            {"COM"},
        ),
        (
            "A study visit on human trafficking takes place on 3 May 2021. Delegates are from Benin, Togo and Chad.",
            {"BEN", "TGO", "TCD"},
        ),
    ],
)
def test_countries_are_read_of_the_ways_in_which_two_or_more_meet(told, came):
    assert countries(one(told), "participant") == came


@pytest.mark.parametrize(
    "told",
    [
        "IOM, with assistance from the United States, held a workshop on human trafficking in Lima on 3 May 2021.",
        "A workshop on human trafficking in Lima on 3 May 2021 looked at laws in all OSCE participating States.",
        "A workshop on human trafficking in Lima on 3 May 2021 was for judges who meet displaced persons from Syria.",
    ],
)
def test_countries_that_helped_or_are_concerned_did_not_come(told):
    assert countries(one(told), "participant") <= {"PER"}


def test_those_who_gave_a_course_in_spanish_are_its_experts():
    text = (
        "El curso sobre trata de personas, impartido por la Gendarmería francesa, se celebró en Dakar, Senegal, "
        "el 3 de mayo de 2021."
    )
    assert countries(one(text), "expert") == {"FRA"}


# Names across the ends of lines


def test_names_of_countries_and_towns_are_read_across_the_ends_of_broken_lines():
    text = (
        "UNODC held a workshop on human trafficking and on the smuggling of migrants in San\n"
        "José, Costa Rica, on 3 May 2021. It was attended by police officers from Burkina\n"
        "Faso, Côte d'Ivoire, Togo, Benin and Sierra Leone, who work at the borders of these\n"
        "states and who had not met before."
    )
    draft = one(text)
    assert draft.record["host_country"] == "CRI"
    assert countries(draft, "participant") == {"BFA", "CIV", "TGO", "BEN", "SLE"}
    assert all(seen.words == text[seen.start : seen.end] for seen in draft.evidence)


def test_a_meeting_that_only_the_second_sentence_names_is_read():
    text = (
        "The centre brought together 25 police officers in Lima, Peru, on 3-5 May 2021 to speak about human "
        "trafficking. The aim of the workshop was to share what they know."
    )
    assert (days(one(text)), places(text)) == (DAYS, [("Lima", "PER")])


def test_what_a_country_owns_is_cut_at_no_syllable():
    text = "The police held a meeting on human trafficking in Thailand's Ubon Ratchathani province on 3 May 2021."
    assert places(text)[0][0] in {None, "Ubon Ratchathani"}


def test_a_meeting_on_a_whole_region_has_no_people_of_its_host_alone():
    text = (
        "The meeting of co-ordinators on human trafficking in the Western Balkans was held in Budva, Montenegro, on "
        "3 May 2021. The participants spoke of their work."
    )
    assert countries(one(text), "participant") == set()
