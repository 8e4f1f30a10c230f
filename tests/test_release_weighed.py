"""What a text only touches is no topic of its event, and those who taught are told from those who came."""

from __future__ import annotations

import pytest

from tests.drafts import bodies, countries, one

# Topics


def test_laws_named_once_among_what_was_taught_are_no_topic():
    text = (
        "IOM held a workshop on human trafficking for 20 police officers in Lima, Peru, on 3 May 2021. The officers "
        "heard about the legal framework, indicators of trafficking and the rights of victims."
    )
    assert "legislation and policy" not in one(text).record["topics"]


def test_laws_in_the_headline_are_a_topic():
    text = (
        "Lima seminar on a new law on human trafficking\n\n"
        "IOM held a seminar on the draft law on human trafficking for 20 members of parliament in Lima, Peru, on 3 May "
        "2021. They compared the draft law with the Protocol and discussed the national action plan."
    )
    assert "legislation and policy" in one(text).record["topics"]


def test_a_crime_that_is_only_told_apart_is_no_topic():
    text = (
        "IOM held a workshop on human trafficking for 20 police officers in Lima, Peru, on 3 May 2021. The workshop "
        "examined the differences between trafficking and smuggling of migrants."
    )
    assert "smuggling of migrants" not in one(text).record["topics"]


@pytest.mark.parametrize(
    ("whom", "topics"), [("men, women and children", set()), ("children", {"child trafficking"})]
)
def test_children_named_beside_men_and_women_are_no_topic(whom: str, topics: set[str]):
    text = (
        "IOM held a workshop on human trafficking for 20 social workers in Lima, Peru, on 3 May 2021. The workshop "
        f"dealt with the exploitation of women and of {whom}."
    )
    assert set(one(text).record["topics"]) & {"child trafficking"} == topics


@pytest.mark.parametrize(
    ("whom", "topics"),
    [
        ("mujeres, niñas y niños", set()),
        ("niños, mujeres y hombres", set()),
        ("niñas y niños", {"child trafficking"}),
    ],
)
def test_children_beside_adults_are_no_topic_in_spanish(whom: str, topics: set[str]):
    text = (
        "La OIM realizó un taller sobre trata de personas para 20 trabajadores sociales en Lima, Perú, el 3 de mayo de "
        f"2021. El taller trató de la explotación de {whom}, y de la trata de {whom}."
    )
    assert set(one(text).record["topics"]) & {"child trafficking"} == topics


@pytest.mark.parametrize(
    ("what", "topics"),
    [("how people are found by recruitment", set()), ("labour recruitment", {"labour exploitation"})],
)
def test_recruitment_is_a_topic_where_it_is_of_workers(what: str, topics: set[str]):
    text = (
        "IOM held a workshop on human trafficking for 20 police officers in Lima, Peru, on 3 May 2021. The workshop "
        f"dealt with {what}."
    )
    assert set(one(text).record["topics"]) & {"labour exploitation"} == topics


# Countries that sent experts

HELD = (
    "IOM held a workshop on human trafficking for 20 Peruvian police officers in Lima, Peru, on 3 May 2021."
)


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        (
            "The trainers were detectives from the Danish police and the Irish inspectorate.",
            {"DNK", "IRL"},
        ),
        (
            "The trainers included experts from Europol and two member states (Malta and Cyprus).",
            {"MLT", "CYP"},
        ),
        ("A judge from Chile explained how a hearing is prepared.", {"CHL"}),
        ("A Norwegian auditor warned of certificates that are bought.", {"NOR"}),
        ("The officers heard from Italian and French magistrates.", {"ITA", "FRA"}),
        ("Everybody benefited from the patience of German and Swedish trainers.", {"DEU", "SWE"}),
        ("Trainers from across the United States will tell of their cases.", {"USA"}),
    ],
)
def test_countries_of_those_who_taught_sent_experts(said: str, sent: set[str]):
    assert countries(one(f"{HELD} {said}"), "expert") == sent


@pytest.mark.parametrize(
    "said",
    [
        "The trainers were trained in Chile two years ago.",
        "A victim from Chile presented her story to a newspaper.",
        "The speakers included the ambassador of Chile.",
    ],
)
def test_countries_only_named_beside_those_who_taught_sent_no_experts(said: str):
    assert "CHL" not in countries(one(f"{HELD} {said}"), "expert")


def test_the_country_that_a_study_visit_goes_to_taught():
    text = (
        "Twelve judges from Honduras made a study visit on human trafficking to San José, Costa Rica, on 5 and 6 "
        "February 2020. IOM organised the study visit."
    )
    draft = one(text)
    assert countries(draft, "expert") == {"CRI"}
    assert countries(draft, "participant") == {"HND"}


def test_a_training_at_home_makes_no_experts_of_the_host():
    assert countries(one(HELD), "expert") == set()


# Bodies


def test_a_body_through_which_others_pay_did_not_pay():
    text = f"{HELD} It was funded by the U.S. Department of State through IOM."
    assert bodies(one(text), "funder") == {"United States Department of State"}


def test_what_is_said_of_a_partner_does_not_hide_the_next():
    text = (
        "IOM held a workshop on human trafficking for 20 police officers in Tbilisi, Georgia, on 3 May 2021, in close "
        "coordination with Europol, which keeps the files, and Frontex."
    )
    assert bodies(one(text), "partner") == {
        "European Union Agency for Law Enforcement Cooperation",
        "European Border and Coast Guard Agency",
    }


def test_a_day_of_a_body_is_no_body():
    text = (
        "On the occasion of the EU Anti-Trafficking Day, IOM held a conference on human trafficking in Lima, Peru, on "
        "18 October 2016."
    )
    assert bodies(one(text), "organiser") == {"International Organization for Migration"}


def test_a_purpose_behind_a_body_does_not_name_an_event_after_it():
    text = (
        "A workshop on human trafficking was held for 20 police officers in Lima, Peru, on 3 May 2021. The mayor "
        "praised IOM for turning to the U.S. Department of State to give the workshop its books."
    )
    assert "United States Department of State" not in bodies(one(text), "organiser")


def test_a_course_of_a_body_is_told_by_its_possessive_too():
    text = (
        "Twelve notaries finished the Council of Europe’s LEARN course on human trafficking in Zagreb, Croatia, on 5 "
        "March 2023."
    )
    assert bodies(one(text), "organiser") == {"Council of Europe"}


def test_a_unit_before_the_body_above_it_is_the_one_that_organised():
    text = (
        "A workshop on human trafficking for 20 officers was held in Vienna on 3 May 2021 by the Strategic Police "
        "Matters Unit of the OSCE Secretariat."
    )
    assert bodies(one(text), "organiser") == {"OSCE Strategic Police Matters Unit"}


def test_ministries_told_by_their_tasks_are_several():
    text = (
        "IOM held a workshop on human trafficking for 20 police officers in Kyiv, Ukraine, on 3 May 2021, in "
        "co-operation with the Social Policy and Justice Ministries."
    )
    assert bodies(one(text), "partner") == {
        "Ministry of Social Policy of Ukraine",
        "Ministry of Justice of Ukraine",
    }


def test_embassies_are_told_by_the_town_they_are_in():
    text = (
        "The U.S. Embassy in Lisbon together with the U.S. Embassy in Madrid organized a workshop on human "
        "trafficking for 20 police officers in Lisbon on 3 May 2018."
    )
    assert bodies(one(text), "organiser") == {
        "Embassy of the United States in Portugal",
        "Embassy of the United States in Spain",
    }


def test_a_foundation_that_bears_the_name_of_a_publisher_does_not_report_its_own_event():
    text = (
        "A training course on migrant smuggling for 25 officers was delivered in Amman, Jordan, on 24 June 2018. The "
        "costs were covered by the INTERPOL Foundation for a Safer World."
    )
    assert bodies(one(text, url="https://www.interpol.int/news/course"), "organiser") == {
        "International Criminal Police Organization"
    }


def test_those_through_whom_others_paid_organised_where_nobody_else_did():
    text = (
        "A workshop on human trafficking for 20 police officers took place in Lima, Peru, on 3 May 2021. It was funded "
        "by the U.S. Department of State through IOM."
    )
    assert bodies(one(text), "organiser") == {"International Organization for Migration"}


def test_thanks_in_a_quote_do_not_make_an_organiser_beside_the_one_that_is_told():
    text = (
        "A workshop on human trafficking for 20 police officers in Lima, Peru, on 3 May 2021 was organized by IOM. "
        "“I would like to thank UNODC for its leadership in organizing this workshop,” said the ambassador."
    )
    assert bodies(one(text), "organiser") == {"International Organization for Migration"}


def test_the_department_of_another_state_named_in_full_before_is_meant_afterwards():
    text = (
        "A workshop on human trafficking for 20 police officers in Manila, Philippines, on 3 May 2021 was organized by "
        "the U.S. Department of Justice. The Department of Justice funded the workshop."
    )
    assert bodies(one(text), "funder") == {"United States Department of Justice"}


def test_a_body_against_something_is_named_to_the_end():
    text = (
        "IOM held a workshop on human trafficking for 20 police officers in Lima, Peru, on 3 May 2021 in partnership "
        "with the Riverside Coalition against Trafficking in Persons."
    )
    assert bodies(one(text), "partner") == {"Riverside Coalition against Trafficking in Persons"}


def test_who_supported_the_organisation_of_an_event_is_a_partner():
    text = (
        "IOM held a workshop on human trafficking for 20 police officers in Lima, Peru, on 3 May 2021. UNODC supported "
        "the organisation of the workshop."
    )
    assert bodies(one(text), "partner") == {"United Nations Office on Drugs and Crime"}


def test_a_country_that_funds_in_a_headline_is_not_where_the_event_was():
    text = (
        "Norway funds training on human trafficking\n\nThe training will benefit 25 Gambians. It is funded by the "
        "Government of Norway and was opened in Banjul on 3 May 2021."
    )
    assert countries(one(text), "host") == {"GMB"}


# Audiences


def test_those_whose_role_is_only_spoken_of_are_no_audience():
    text = (
        "IOM held a workshop on human trafficking for 20 journalists in Lima, Peru, on 3 May 2021. It dealt with "
        "co-operation between media and law enforcement and the role of the labour inspectors."
    )
    assert one(text).record["audiences"] == ["journalists"]


def test_in_french_those_who_take_part_are_told_before_the_verb():
    text = (
        "L'OIM a organisé un atelier sur la traite des personnes pour 20 inspecteurs de travail à Lomé, Togo, le 3 mai "
        "2021. Des journalistes participent également à cet atelier."
    )
    assert set(one(text).record["audiences"]) == {"labour inspectors", "journalists"}


# Events


def test_an_online_discussion_is_an_event():
    text = "An online discussion on human trafficking for social workers was organized by IOM on 3 May 2021."
    assert one(text).record["format"] == "webinar"


def test_in_spanish_a_workshop_may_be_implemented():
    text = (
        "La OIM y UNODC implementaron un taller sobre trata de personas para 20 fiscales en Lima, Perú, el 3 de mayo "
        "de 2021."
    )
    assert bodies(one(text), "organiser") == {
        "International Organization for Migration",
        "United Nations Office on Drugs and Crime",
    }


# Names


def test_the_name_in_quotes_of_a_body_belongs_to_it():
    text = (
        "The Public Foundation «Lantern» organized a workshop on human trafficking for 20 teachers in Osh, Kyrgyzstan, "
        "on 3 May 2021."
    )
    assert bodies(one(text), "organiser") == {"Public Foundation «Lantern»"}


def test_an_office_told_with_its_country_before_is_of_that_country():
    text = (
        "IOM held a workshop on human trafficking for 20 officials in Roseau on 3 May 2021 in partnership with the "
        "press and Dominica's Office of the Prime Minister."
    )
    assert bodies(one(text), "partner") == {"Office of the Prime Minister of Dominica"}


def test_a_body_whose_abbreviation_is_that_of_the_site_reports_its_own_event():
    text = (
        "A meeting on the anti-trafficking manual prepared by the Riverside Centre for Ethics and Law (RCEL) was held "
        "in Abuja, Nigeria, from 3 to 5 May 2021 for 20 immigration officers."
    )
    draft = one(text, url="https://rcel.org/news/meeting")
    assert bodies(draft, "organiser") == {"Riverside Centre for Ethics and Law"}


def test_a_department_told_behind_its_ministry_stands_for_the_ministry():
    text = (
        "The OSCE Mission to Serbia and the Ministry of Interior’s Department for Work against Trafficking "
        "organized a workshop on human trafficking for 20 police officers in Belgrade, Serbia, on 5 October."
    )
    assert bodies(one(text), "organiser") == {
        "OSCE Mission to Serbia",
        "Ministry of Interior of Serbia",
    }


def test_a_name_goes_on_behind_for_the_and_stands_without_its_country():
    text = (
        "IOM held a workshop on human trafficking for 20 police officers in Belize City, Belize, on 3 May 2021 in "
        "collaboration with Belize’s Union for the Protection of Children and Youth."
    )
    assert bodies(one(text), "partner") == {"Union for the Protection of Children and Youth"}


def test_what_a_body_is_may_stand_before_its_name():
    text = (
        "A workshop on human trafficking opened in Bridgetown, Barbados, on 3 May 2021. Facilitated by the "
        "Vienna-based global advisory and research organization, Harbour Institute, the workshop gathered 20 "
        "police officers."
    )
    assert "Harbour Institute" in bodies(one(text), "organiser")


def test_a_body_is_no_partner_of_its_own_unit():
    text = (
        "The OSCE Strategic Police Matters Unit organized a workshop on human trafficking for 20 police officers in "
        "Vienna on 3 May 2021. The workshop was held in co-operation with the OSCE and Frontex."
    )
    assert bodies(one(text), "partner") == {"European Border and Coast Guard Agency"}


def test_representatives_of_bodies_of_a_country_came_from_there():
    text = (
        "Representatives of Armenian non-governmental organizations participated in a study tour on human trafficking "
        "to Odessa, Ukraine, organized by IOM from 3 to 5 May 2021."
    )
    draft = one(text)
    assert countries(draft, "participant") == {"ARM"}
    assert countries(draft, "expert") == {"UKR"}


def test_those_who_are_expected_to_be_trained_are_the_audience():
    text = (
        "IOM will hold a workshop on human trafficking in Lima, Peru, on 3 May 2021. Lawyers, immigration "
        "officers, judges and prosecutors are expected to take part."
    )
    assert set(one(text).record["audiences"]) == {"judges", "lawyers", "immigration officials", "prosecutors"}


def test_those_among_whom_awareness_is_raised_need_not_have_come():
    text = (
        "IOM held a workshop on human trafficking for 20 judges in Lima, Peru, on 3 May 2021. She stressed the need to "
        "raise awareness among the private sector and faith-based organisations."
    )
    assert one(text).record["audiences"] == ["judges"]


@pytest.mark.parametrize("told", ["the government of Belize", "the Belizean government"])
def test_a_government_in_small_letters_organises_too(told: str):
    text = (
        f"IOM and {told} this week will hold a workshop on human trafficking for 20 police officers in Belize City on "
        "3 May 2021."
    )
    assert bodies(one(text), "organiser") == {
        "International Organization for Migration",
        "Government of Belize",
    }


def test_forced_labour_that_is_only_told_apart_is_no_topic():
    text = f"{HELD} A lawyer set out the difference between slavery, forced labour and trafficking."
    assert "labour exploitation" not in one(text).record["topics"]


def test_who_provided_funding_for_a_project_paid():
    text = f"{HELD} Funding for the seminar was provided by the United States Department of State."
    assert bodies(one(text), "funder") == {"United States Department of State"}


def test_who_supported_another_to_hold_an_event_is_a_partner():
    text = (
        "A workshop on human trafficking for 20 diplomats was held in Hanoi, Viet Nam, on 3 May 2021. UNODC supported "
        "the ministry to organize the workshop."
    )
    assert bodies(one(text), "partner") == {"United Nations Office on Drugs and Crime"}


def test_a_headline_does_not_take_a_partner_away():
    text = (
        "ICMPD, NAPTIP launch workshop on human trafficking\n\nICMPD, in collaboration with NAPTIP, held a workshop on "
        "human trafficking for 20 prosecutors in Benin City, Nigeria, on 3 May 2021."
    )
    draft = one(text)
    assert bodies(draft, "organiser") == {"International Centre for Migration Policy Development"}
    assert bodies(draft, "partner") == {"National Agency for the Prohibition of Trafficking in Persons"}


def test_a_small_word_is_no_abbreviation_of_a_body():
    text = (
        "Three weeks ago, IOM organized a workshop on human trafficking for 20 teachers in Osh, Kyrgyzstan."
    )
    assert bodies(one(text), "organiser") == {"International Organization for Migration"}
