"""Who held, paid for, taught at and attended an event, where announcements say it in passing."""

from __future__ import annotations

import pytest

from tests.drafts import bodies, countries, days, one

HELD = "The Council of Europe held a training on human trafficking in Ankara, Türkiye, on 3 and 4 May 2021. "


def test_what_a_body_that_stands_in_a_list_of_those_who_came_is_known_by_its_country():
    text = (
        HELD
        + "Forty participants, from the Coast Guard General Command and the Gendarmerie General Command, attended."
    )
    came = bodies(one(text), "participant")
    assert any("Coast Guard" in name for name in came)
    assert any("Gendarmerie" in name for name in came)


def test_those_who_gave_speeches_organised_nothing():
    text = HELD + "It was opened by speeches delivered by the Gendarmerie General Command."
    assert bodies(one(text), "organiser") == {"Council of Europe"}


@pytest.mark.parametrize(
    "person",
    ["Public Prosecutor Mary Roe", "Acting Head of Office Mary Roe", "Director of the Agency Mary Roe"],
)
def test_a_person_with_an_office_is_no_body(person):
    told = one(HELD + f"The workshop was organised with the support of {person}.")
    assert all("Roe" not in row["name"] for row in told.record["organisations"])


def test_contributions_that_a_training_received_are_not_money():
    told = one(HELD + "The training also received contributions from the Gendarmerie General Command.")
    assert bodies(told, "funder") == set()
    assert countries(told, "funder") == set()
    assert any("Gendarmerie" in name for name in bodies(told, "expert"))


def test_a_body_before_funded_project_paid():
    text = (
        "IOM held a training on human trafficking in Khartoum, Sudan, on 3 May 2017. The training is supported by the "
        "United Kingdom Foreign and Commonwealth Office funded Project on justice."
    )
    assert any("Foreign" in name for name in bodies(one(text), "funder"))


def test_those_between_whom_a_joint_venture_is_organised():
    text = (
        "A training on human trafficking took place in Khartoum, Sudan, on 3 May 2017. The training is part of a joint "
        "venture between IOM and UNICEF."
    )
    assert len(bodies(one(text), "organiser")) == 2


def test_the_staff_who_led_a_course_are_its_experts():
    text = (
        "A course on human trafficking taught by staff of the United States Immigration and Customs Enforcement was "
        "held in Lima, Peru, on 3 May 2021. Thirty officers from Chile and Peru took part."
    )
    assert countries(one(text), "expert") == {"USA"}
    assert countries(one(text), "participant") == {"CHL", "PER"}


def test_the_academy_of_a_ministry_is_not_the_ministry():
    text = (
        "A workshop on human trafficking was organised by the Defence Academy of the Ministry of Interior in Lima, "
        "Peru, on 3 May 2021."
    )
    assert "Ministry of the Interior of Peru" not in bodies(one(text), "organiser")


def test_a_session_of_a_working_group_is_a_meeting():
    text = (
        "The technical session of the Working Group on smuggling of migrants was held in Bogota on 6 May 2019, with "
        "the presence of prosecutors from Brazil, Chile and Peru."
    )
    draft = one(text)
    assert draft.record["format"] == "meeting"
    assert countries(draft, "participant") == {"BRA", "CHL", "PER"}


def test_days_of_this_week_are_of_the_year_of_the_page_though_they_lie_behind_its_stamp():
    text = (
        "Feb 05, 2018\n\nHarare – IOM this week (20-22/02) facilitated a workshop on human trafficking for 30 officers "
        "in Harare, Zimbabwe."
    )
    assert days(one(text)) == ("2018-02-20", "2018-02-22")


def test_a_headline_with_the_first_day_does_not_shorten_an_event():
    text = (
        "14 May 2018 Border Guards Attend Anti-trafficking Course\n\nTwelve officers of Georgia took part in a course "
        "on human trafficking. The course, held on 14-18 May 2018 in Tbilisi, Georgia, was led by Frontex."
    )
    assert days(one(text)) == ("2018-05-14", "2018-05-18")


def test_experts_counted_behind_those_who_came_are_not_the_headcount():
    text = (
        "UNODC organized a study visit on human trafficking to Italy for Libyan judges on 3-5 May 2021. In all 17 "
        "judges, magistrates and prosecutors from Libya and more than 40 Italian and international experts took part "
        "in the discussions."
    )
    assert one(text).record["participants"]["total"] == 17


def test_those_who_came_to_previous_exercises_are_not_counted():
    text = (
        "A simulation exercise on human trafficking was held in Astana, Kazakhstan, on 5 June 2023. The previous "
        "exercises brought new skills. More than 400 police officers were trained and gained experience."
    )
    assert one(text).record["participants"]["total"] is None


def test_women_and_men_in_brackets_before_the_people_are_parts_of_the_count():
    text = (
        "UNODC facilitated a workshop on human trafficking on 22 April 2024 in Dhaka, Bangladesh. 27 (5 female, 22 "
        "male) staff members of a security force participated in the workshop."
    )
    people = one(text).record["participants"]
    assert (people["total"], people["women"], people["men"]) == (27, 5, 22)


def test_those_with_whom_one_body_co_organised_are_organisers_too():
    text = (
        "A seminar on human trafficking began in Astana, Kazakhstan, on 3 June 2013. It was co-organized by UNODC in "
        "co-operation with UNICEF and UNHCR."
    )
    assert bodies(one(text), "organiser") == {
        "United Nations Office on Drugs and Crime",
        "United Nations Children's Fund",
        "Office of the United Nations High Commissioner for Refugees",
    }


def test_who_supports_what_two_bodies_co_organised_is_a_partner():
    text = (
        "A seminar on human trafficking began in Astana, Kazakhstan, on 3 June 2013. It was co-organized by UNODC and "
        "IOM in co-operation with UNHCR."
    )
    assert bodies(one(text), "partner") == {"Office of the United Nations High Commissioner for Refugees"}


def test_a_body_that_only_pays_is_the_funder_of_what_it_supports():
    text = (
        HELD + "The training is part of an initiative that UNODC implements with support from the U.S. "
        "Department of State's Office to Monitor and Combat Trafficking in Persons."
    )
    told = one(text)
    assert any("Office to Monitor" in name for name in bodies(told, "funder"))
    assert countries(told, "funder") == {"USA"}


def test_another_body_that_supports_is_a_partner():
    told = one(HELD + "The training was held with support from UNICEF.")
    assert bodies(told, "partner") == {"United Nations Children's Fund"}
    assert bodies(told, "funder") == set()


def test_officers_of_bodies_who_facilitated_a_training_are_no_organisers():
    text = (
        "A training on human trafficking, facilitated by UNODC and IOM officers, was held in Ankara, Türkiye, on 3 May "
        "2021."
    )
    told = one(text)
    assert bodies(told, "organiser") == set()
    assert len(bodies(told, "expert")) == 2


def test_what_trained_officers_are_to_do_was_organised_by_nobody():
    text = HELD + "It will engage trained IOM officers to conduct workshops in the provinces."
    assert bodies(one(text), "organiser") == {"Council of Europe"}


def test_the_subject_of_the_sentence_behind_funded_by_paid_nothing():
    text = (
        HELD
        + "Under a project on human trafficking funded by Canada, UNODC is currently conducting a training of "
        "trainers."
    )
    assert bodies(one(text), "funder") == {"Government of Canada"}


def test_a_minister_is_no_body_in_french_either():
    text = (
        "Le Ministre de la Justice a ouvert à Libreville, Gabon, le 29 juillet 2025 une réunion sur la traite des "
        "personnes organisée par l'ONUDC."
    )
    assert bodies(one(text), "organiser") == {"United Nations Office on Drugs and Crime"}


def test_the_osce_on_a_page_that_names_its_co_ordinator_and_no_mission_is_the_office_in_vienna():
    text = "An OSCE-organized workshop on human trafficking took place in Vienna, Austria, on 3 May 2021. {} opened it."
    office = "The OSCE Special Representative and Co-ordinator for Combating Trafficking in Human Beings"
    assert bodies(one(text.format("The Secretary General")), "organiser") == {
        "Organization for Security and Co-operation in Europe"
    }
    assert any("Special Representative" in name for name in bodies(one(text.format(office)), "organiser"))


@pytest.mark.parametrize(
    "told",
    [
        "La formation, organisée par l'OIM, a reçu l'appui financier du Canada.",
        "La formation a été organisée par l'OIM avec un important soutien financier du Canada.",
    ],
)
def test_money_is_read_in_french_without_a_fixed_phrase_before_it(told):
    text = f"Une formation sur la traite des personnes s'est tenue à Lomé, Togo, le 3 mai 2021. {told}"
    assert countries(one(text), "funder") == {"CAN"}


def test_specialists_of_a_body_who_learned_came_and_taught_nothing():
    text = (
        "UNODC held a training on human trafficking in Lima, Peru, on 3 May 2021. Specialists from the Ministry of "
        "Interior {}."
    )
    learned, taught = one(text.format("learned to recognise victims")), one(text.format("gave lectures"))
    assert (len(bodies(learned, "participant")), len(bodies(learned, "expert"))) == (1, 0)
    assert (len(bodies(taught, "participant")), len(bodies(taught, "expert"))) == (0, 1)


def test_ministries_told_together_are_bodies_of_their_own():
    text = (
        "UNODC, in close cooperation with the Tunisian Ministries of Justice and Interior, held a workshop on human "
        "trafficking in Tunis, Tunisia, on 3 May 2014."
    )
    assert bodies(one(text), "partner") == {
        "Ministry of Justice of Tunisia",
        "Ministry of Interior of Tunisia",
    }


def test_the_unit_of_a_ministry_hides_no_organiser_before_it():
    text = (
        "The OSCE Mission to Montenegro and the Ministry of Interior's Department for Fight against Crime organised a "
        "training on human trafficking in Podgorica, Montenegro, on 3 May 2021."
    )
    assert "OSCE Mission to Montenegro" in bodies(one(text), "organiser")


def test_a_programme_of_some_days_is_what_its_subject_organised():
    text = (
        "IOM, in collaboration with UNICEF, organized a three-day program to strengthen the skills of police officers "
        "in Mauritius to investigate cases of human trafficking. This training took place in Port Louis on 3 May 2021."
    )
    assert bodies(one(text), "organiser") == {"International Organization for Migration"}
    assert bodies(one(text), "partner") == {"United Nations Children's Fund"}
