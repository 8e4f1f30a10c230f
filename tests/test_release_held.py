"""Events told by what was said at them, and where they were held: seats, covers, missions, small capitals."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement
from tests.drafts import countries, days, one


def place(text: str, **where: str) -> tuple[str | None, str | None]:
    record = one(text, **where).record
    return record["city"], record["host_country"]


# What was said at them


@pytest.mark.parametrize(
    "text",
    [
        "The envoys said this at the third yearly planning meeting of a group against trafficking in persons in Lima.",
        "The envoy made the call during the fifth regional meeting on human trafficking in Lima.",
        "Speaking at the regional meeting on human trafficking in Lima, she asked for more shelters.",
    ],
)
def test_an_event_at_which_the_news_was_told_is_read_with_its_town(text):
    assert place(text) == ("Lima", "PER")
    assert one(text).record["format"] == "meeting"


@pytest.mark.parametrize(
    "text",
    [
        "The envoys said this in a report on human trafficking in Lima.",
        "Human trafficking in Lima grew, as was feared at the meeting of ministers.",
    ],
)
def test_a_report_or_a_fear_is_no_event(text):
    assert read_announcement(text) == []


def test_an_event_that_gets_underway_is_read():
    text = "ROSEAU, Dominica, XYZ – A two-day workshop on human trafficking for police gets underway here on Thursday."
    assert place(text) == ("Roseau", "DMA")


# Seats


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Police Academy (LEAX) Gaborone conducted a course on human trafficking for officers on 3 May 2021.",
         ("Gaborone", "BWA")),
        ("La Academia (LEAX- Quito) presentó el curso sobre trata de personas, que se desarrollará del 3 al 7 de mayo.",
         ("Quito", "ECU")),
        ("The Law Enforcement Academy (LEAX) Gaborone conducted a course on human trafficking in Accra on 3 May 2021.",
         ("Accra", "GHA")),
    ],
)  # fmt: skip
def test_a_course_of_an_academy_was_held_at_its_seat_where_no_other_place_is_told(text, told):
    assert place(text) == told


def test_nobody_of_the_seat_of_an_academy_came_where_it_is_not_told():
    text = (
        "The Police Academy (LEAX) Gaborone trained 30 officers in a course on human trafficking in May 2021."
    )
    assert countries(one(text), "participant") == set()


def test_visitors_of_the_leadership_programme_are_on_a_study_visit_to_the_united_states():
    text = (
        "Five officials from Malawi are taking part in the International Visitor Leadership Program on trafficking "
        "in persons from 3 to 20 May 2021."
    )
    draft = one(text)
    assert (place(text), draft.record["format"]) == ((None, "USA"), "study visit")
    assert (days(draft), countries(draft, "participant")) == (("2021-05-03", "2021-05-20"), {"MWI"})


def test_where_people_went_on_a_mission_is_where_the_event_was_that_the_next_sentence_tells():
    text = (
        "On 26-29 April 2021 judges from Chile went on a mission to Lima. They took part in a meeting of experts on "
        "human trafficking."
    )
    assert place(text) == ("Lima", "PER")


def test_the_country_a_mission_is_accredited_to_is_not_where_the_event_was():
    text = "The mission to Peru told of a meeting of experts on human trafficking held on 3 May 2021 in Quito, Ecuador."
    assert place(text) == ("Quito", "ECU")


# Covers and lines that are set in


def test_a_town_right_beside_the_days_on_a_cover_is_where_the_event_was():
    text = (
        "Report of a Regional Seminar\n\nOutcomes\n\n3 – 5 May 2021\n\nQuito, Ecuador\n\nBackground\n\n"
        "The seminar on human trafficking discussed how to protect those who were exploited."
    )
    assert place(text) == ("Quito", "ECU")


def test_a_paragraph_whose_lines_are_set_in_is_read_as_one():
    text = (
        "      The police of Ecuador, in partnership with the prosecutors and with the judges of\n"
        "      the province, held a three-day workshop called Regional Exchange on Human\n"
        "      Trafficking in Quito as part of a longer plan to find those who were exploited in the\n"
        "      country. The workshop was the last after a round of 12 training seminars in the\n"
        "      provinces, and it brought together the judges who had met at those for the first time."
    )
    draft = one(text)
    assert (draft.record["format"], draft.record["city"]) == ("workshop", "Quito")


# Small capitals, as announcements write them


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("N’Djamena", "TCD"),
        ("Nuku’alofa", "TON"),
        ("Nuku'alofa", "TON"),
        ("St. George’s", "GRD"),
        ("St George's", "GRD"),
        ("St Petersburg", "RUS"),
        ("Port Vila", "VUT"),
    ],
)
def test_towns_are_known_with_any_apostrophe_with_saint_cut_short_and_without_a_hyphen(name, iso3):
    assert place(f"A workshop on human trafficking for police was held in {name} on 3 May 2021.")[1] == iso3


def test_a_town_that_two_countries_have_by_its_short_name_counts_where_one_of_them_is_named():
    text = "A workshop on human trafficking was held in St. John’s{} on 3 May 2021."
    assert place(text.replace("’", "'").format("")) == (None, None)
    assert place(text.replace("’", "'").format(", Antigua and Barbuda"))[1] == "ATG"


# A guessed host


def test_a_country_somebody_speaks_for_in_a_body_of_many_is_not_the_host():
    text = (
        "On 4 and 5 May 2021 the agency held a meeting on human trafficking. The meeting was chaired by the National "
        "Member for France."
    )
    assert place(text) == (None, None)


def test_a_host_that_is_only_guessed_yields_where_people_of_other_countries_came():
    text = (
        "On 4 May 2021 the agency held a meeting on human trafficking, which Chile had asked for. In attendance were "
        "prosecutors and judges from Switzerland and Norway."
    )
    draft = one(text)
    assert draft.record["host_country"] is None
    assert countries(draft, "participant") == {"CHE", "NOR"}


@pytest.mark.parametrize("who", ["the UAE’s delegation", "the Qatari delegation"])
def test_the_country_whose_delegation_somebody_led_took_part(who):
    text = (
        f"The minister headed {who} participating in the third forum on human trafficking, which was held in Riyadh, "
        "Saudi Arabia, on 3 May 2021."
    )
    assert countries(one(text), "participant") <= {"ARE", "QAT"}
    assert countries(one(text), "participant")


# Words that only look like a town or an event


def test_an_agency_that_is_called_like_a_town_is_not_where_the_event_was():
    text = "Xinhua, 3 May 2021 - Officials gathered in Vientiane for a meeting on human trafficking."
    assert place(text) == ("Vientiane", "LAO")


def test_an_initiative_of_ministers_is_no_conference():
    text = (
        "Officials gathered in Vientiane on 3 May 2021 to discuss human trafficking. During the Joint Ministerial "
        "Initiative Against Trafficking the chair thanked them."
    )
    assert one(text).record["format"] == "meeting"


def test_judges_of_a_region_are_not_those_of_the_host_alone():
    text = (
        "Lomé, 3 mai 2021 - Le bureau a ainsi formé 22 enquêteurs et juges d'Afrique de l'Ouest pour mieux "
        "combattre la traite des personnes."
    )
    draft = one(text)
    assert (draft.record["participants"]["total"], countries(draft, "participant")) == (22, set())


def test_an_event_of_so_many_days_in_the_only_country_of_a_page_is_reported_without_its_days():
    text = (
        "L'association au Tchad a tenu une formation pour ses membres sur la traite des "
        "personnes. Pendant cette formation qui a duré cinq jours, plusieurs sujets ont été abordés."
    )
    assert place(text) == (None, "TCD")


def test_those_who_have_undergone_training_were_trained():
    text = (
        "Mawlamyine, Myanmar, 3 May 2021 - Customs officers have undergone two weeks of training on migrant "
        "smuggling in the town."
    )
    assert countries(one(text), "participant") == {"MMR"}


def test_a_country_whose_ministry_hosted_an_event_of_several_is_the_host():
    text = (
        "The Ministry of Justice of Georgia hosted an international conference on human trafficking on 3 May 2021 with "
        "delegates from Armenia, Moldova and Ukraine."
    )
    assert place(text) == (None, "GEO")


def test_a_visit_to_learn_is_a_study_visit():
    text = (
        "From 3 to 7 May 2021, a delegation of eight officials from Uzbekistan visited Poland to learn about the "
        "protection of victims of human trafficking."
    )
    draft = one(text)
    assert (draft.record["format"], place(text)) == ("study visit", (None, "POL"))
    assert countries(draft, "participant") == {"UZB"}


# Hosts that are none


def test_a_country_that_took_part_in_an_event_elsewhere_is_not_its_host():
    text = (
        "Oman participates in the second meeting on human trafficking\n\n"
        "Oman participated in the second yearly meeting on human trafficking, held last week. The participants "
        "came from Kenya, Chile and Peru."
    )
    draft = one(text)
    assert draft.record["host_country"] is None
    assert countries(draft, "participant") >= {"KEN", "PER", "CHL"}


def test_a_country_named_like_a_city_of_another_that_a_page_rather_speaks_of_is_no_sure_host():
    text = (
        "A two-day workshop on human trafficking opened in Benin on Tuesday. It is the first for younger Nigerian "
        "judges, and the Nigerian agency chose the place."
    )
    assert place(text, published="2021-05-06") == (None, None)
    assert place("A two-day workshop on human trafficking opened in Benin on Tuesday.")[1] == "BEN"


def test_a_forum_that_will_be_held_virtually_has_no_host():
    text = (
        "Chile will host a meeting on human trafficking on 3 May 2021. As those in charge told the press at the "
        "ministry, the meeting will be held virtually."
    )
    assert (place(text), one(text).record["mode"]) == ((None, None), "online")


def test_a_town_before_a_colon_without_a_blank_heads_the_text():
    text = "LIMA:The ministry held a course on human trafficking for 30 guards in its own rooms."
    assert place(text) == ("Lima", "PER")


def test_an_international_academy_is_known_by_its_short_name_in_the_next_sentences():
    text = (
        "A course on human trafficking has come to its end. Twenty officers from Chile and Brazil took part in the "
        "course. The director of ILEA Gaborone thanked them; ILEA Gaborone plans two more."
    )
    assert place(text) == ("Gaborone", "BWA")


# Who came


@pytest.mark.parametrize(
    "text",
    [
        "The meeting in Lima on 3 May 2021 brought together experts on human trafficking from Chile and Brazil.",
        "Officers against human trafficking from Chile and Brazil attended the workshop held in Lima on 3 May 2021.",
    ],
)
def test_people_who_work_on_the_crime_are_those_who_came_not_a_flow_of_victims(text):
    assert countries(one(text), "participant") >= {"CHL", "BRA"}


def test_a_flow_of_victims_from_a_country_tells_of_nobody_who_came():
    text = "The meeting in Lima on 3 May 2021 dealt with human trafficking from Chile and Brazil; 20 judges attended."
    assert countries(one(text), "participant").isdisjoint({"CHL", "BRA"})


def test_officers_from_a_body_of_a_country_who_will_take_part_are_of_that_country():
    text = (
        "A training on migrant smuggling started in Arusha, Tanzania, on 3 May 2021. Ten officers from the Zambian "
        "Border Services will take part."
    )
    assert countries(one(text), "participant") == {"ZMB"}


def test_a_ministry_that_was_represented_came_from_its_country():
    text = (
        "El encuentro sobre trata de personas se celebró del 8 al 10 de octubre de 2025 en Lima, Perú. El Ministerio "
        "Público de Argentina estuvo representado por dos fiscales en el encuentro."
    )
    assert "ARG" in countries(one(text), "participant")


# What an event is called


def test_a_study_visit_that_is_still_to_be_is_not_the_training():
    text = (
        "Twenty officers from Armenia and Georgia received training on human trafficking in Yerevan, Armenia, on 3 May "
        "2021. It goes with a study visit to Latvia, which will be held in September."
    )
    assert one(text).record["format"] == "training"


def test_a_page_on_the_smuggling_of_immigrants_reports_an_event():
    text = "The meeting on illegal immigrant smuggling, held in Lima on 3 May 2021, united judges."
    assert place(text) == ("Lima", "PER")


def test_a_webinar_on_a_day_is_read_though_no_town_is_told():
    text = (
        "On 3 May 2021, the judges joined the office to give a webinar on trafficking in persons. They met "
        "at a conference in Lima in March 2021."
    )
    draft = one(text)
    assert (draft.record["format"], days(draft)) == ("webinar", ("2021-05-03", None))


def test_what_tells_of_the_publisher_above_a_text_is_not_its_tail():
    text = (
        "-\nWho We Are\nWHO WE ARE The agency has been part of a larger family of agencies for over seventy years, "
        "with an office in every country.\nAbout\nAbout\nAgency Global\n- Take Action\n"
        "Round Table of the Agency\n"
        "Quito - On 3 May 2021, the agency and the Ministry of Interior organized a round table on human trafficking "
        "in the frame of a project that other agencies had paid for over the last three years of their work there.\n"
        "Representatives of the Ministry of Labour, the Ministry of Education and several other bodies of the state "
        "took part in the event, which dealt with what had been reached and what is still to be done together."
    )
    draft = one(text)
    assert (place(text), days(draft)) == (("Quito", "ECU"), ("2021-05-03", None))


def test_a_town_behind_a_centre_and_before_the_day_is_where_the_event_was():
    text = "The conference on human trafficking was organized by the Palm Action Centre in Quito, on March 3."
    assert place(text) == ("Quito", "ECU")


@pytest.mark.parametrize("who", ["members", "countries"])
def test_members_and_countries_at_a_conference_are_not_those_of_the_host(who):
    text = (
        f"The conference on human trafficking was held in Lima on 3 May 2021. The {who} agreed on five steps."
    )
    assert countries(one(text), "participant") == set()


# Two countries, sessions, and what an event complements


@pytest.mark.parametrize(
    "text",
    [
        "El encuentro binacional sobre trata de personas de Ecuador y Perú se realizó el 3 de mayo de 2021 en Tumbes.",
        "The bilateral meeting on human trafficking was held in Tumbes, Peru, on 3 May 2021. Ecuador thanked it.",
    ],
)
def test_both_countries_of_a_meeting_of_two_took_part(text):
    assert countries(one(text), "participant") == {"ECU", "PER"}


def test_a_meeting_of_two_on_a_page_that_names_a_third_does_not_tell_which():
    text = (
        "The bilateral meeting on human trafficking was held in Tumbes, Peru, on 3 May 2021. Ecuador and Chile were "
        "spoken of."
    )
    assert "CHL" not in countries(one(text), "participant")


def test_an_awareness_session_is_a_training():
    text = (
        "An awareness-raising session on human trafficking was held in Quito on 3 May 2021 for 15 officers."
    )
    assert one(text).record["format"] == "training"


def test_a_study_tour_that_a_new_centre_complements_is_no_event():
    text = (
        "The department has opened a house against human trafficking. The house complements a series of lessons "
        "on the care of those exploited and a study tour organized by the agency for judges."
    )
    assert read_announcement(text) == []


def test_people_counted_over_years_are_not_those_of_the_workshop():
    text = (
        "Lima - The office has arranged a one-day workshop about human trafficking for a circle of 28 young judges. "
        "The agency has now trained over 900 guards in Peru through workshops."
    )
    assert one(text).record["participants"]["total"] == 28


def test_magistrates_of_a_country_who_gathered_are_of_that_country():
    text = (
        "Lima - Peru’s Supreme Court judges of the north as well as prosecutors from Chile and Ecuador met "
        "for a symposium on human trafficking."
    )
    assert countries(one(text), "participant") == {"PER", "CHL", "ECU"}


def test_a_list_of_countries_may_follow_a_semicolon():
    text = (
        "The training on human trafficking held in Lima on 3 May 2021 brought together 37 participants from three "
        "countries; Chile, Ecuador and Peru representing the police."
    )
    assert countries(one(text), "participant") == {"CHL", "ECU", "PER"}


@pytest.mark.parametrize(
    "text",
    [
        "Experts attended the workshop on human smuggling in Lima, representing the governments of Chad, Chile, Nepal.",
        "Officials from the Office of Chad, Chile and Nepal attended the meeting on human smuggling held in Lima.",
        "Le Tchad, le Chili et le Népal ont assisté à la réunion sur la traite des personnes, tenue à Lima.",
    ],
)
def test_countries_of_governments_offices_and_of_those_who_attended_took_part(text):
    assert countries(one(text), "participant") == {"TCD", "CHL", "NPL"}


def test_where_similar_programmes_were_is_not_where_the_training_was():
    text = (
        "The police have launched a training on human trafficking for 20 investigators. The trainer spoke of similar "
        "programs run in Kenya."
    )
    assert place(text) == (None, None)
