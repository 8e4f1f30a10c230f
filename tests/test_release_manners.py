"""How offices, missions and agencies write of their events: where they leave the organiser, the "
"town or the year out."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import loaders
from loaders.late import Late, late
from loaders.press_release import Draft, read_announcement
from tests.drafts import bodies, countries, days, one

UNODC = "https://www.unodc.org/centralasia/en/news/course.html"
OSCE = "https://www.osce.org/astana/1234"


def people(draft: Draft) -> tuple[int | None, int | None, int | None]:
    told = draft.record["participants"]
    return told["total"], told["women"], told["men"]


# Who organised it


def test_the_publisher_organised_what_nobody_else_is_said_to_have():
    text = (
        "Judges of Kyrgyzstan meet on human trafficking\n\nA three-day course on human trafficking for 20 "
        "judges took place in Osh, Kyrgyzstan, from 3 to 5 May 2022. UNODC has worked with the courts for "
        "ten years."
    )
    assert bodies(one(text, url=UNODC), "organiser") == {"United Nations Office on Drugs and Crime"}
    assert bodies(one(text), "organiser") == set()


def test_the_publisher_is_no_organiser_where_another_is_told():
    text = (
        "The Ministry of Justice of Kyrgyzstan organised a course on human trafficking in Osh, Kyrgyzstan, "
        "on 3 May 2022. UNODC helped with handbooks."
    )
    assert bodies(one(text, url=UNODC), "organiser") == {"Ministry of Justice of Kyrgyzstan"}


def test_the_mission_a_page_names_stands_for_the_osce():
    text = (
        "Police officers of Armenia spoke of human trafficking at an OSCE-organized course that closed "
        "in Yerevan on 6 May 2011. The Head of the OSCE Office in Yerevan was there."
    )
    assert bodies(one(text), "organiser") == {"OSCE Office in Yerevan"}


def test_an_office_told_without_its_seat_is_that_of_the_page():
    text = (
        "A two-day course on human trafficking for notaries, organized by OSCE Programme Office in "
        "co-operation with the Supreme Court, began in Astana on 9 June 2016.\n\nThe Head of the OSCE "
        "Programme Office in Astana spoke."
    )
    draft = one(text, url=OSCE)
    assert bodies(draft, "organiser") == {"OSCE Programme Office in Astana"}
    assert bodies(draft, "partner") == {"Supreme Court of Kazakhstan"}


def test_who_opened_an_event_did_not_organise_it():
    draft = one(
        "UNODC held a workshop on human trafficking in Mombasa, Kenya, on 6 May 2019. The meeting was "
        "opened by the director of the Regional Harbour Office."
    )
    assert bodies(draft, "organiser") == {"United Nations Office on Drugs and Crime"}


def test_a_donor_before_its_project_is_no_organiser():
    draft = one(
        "On 4 March 2024, UNODC, under the EU-funded PROTECT initiative, organized a course on human "
        "trafficking in Lahore, Pakistan."
    )
    assert bodies(draft, "organiser") == {"United Nations Office on Drugs and Crime"}
    assert bodies(draft, "funder") == {"European Union"}


def test_the_donor_of_another_project_is_no_funder():
    draft = one(
        "IOM held a workshop on human trafficking in Port of Spain, Trinidad and Tobago, on 3 May 2019. "
        "IOM recently launched a UK-funded project in the Pacific."
    )
    assert bodies(draft, "funder") == set()


def test_those_who_taught_what_others_organised_are_experts():
    draft = one(
        "IOM organised a workshop on human trafficking in Apia, Samoa, on 2 June 2021. It ended with a "
        "training delivered by the Australian Federal Police."
    )
    assert bodies(draft, "organiser") == {"International Organization for Migration"}
    assert bodies(draft, "expert") == {"Australian Federal Police"}


def test_a_ministry_that_paid_takes_the_place_of_its_government():
    draft = one(
        "Police officers took part in a U.S.-funded course on human trafficking in Manila, Philippines, on "
        "3 March 2015. It was funded by the U.S. Department of State's Office to Monitor and Combat "
        "Trafficking in Persons."
    )
    assert countries(draft, "funder") == {"USA"}
    assert len(bodies(draft, "funder")) == 1


# Where it was held


def test_a_study_visit_leads_to_the_town_behind_a_headquarters():
    draft = one(
        "On 3-5 June 2021, IOM facilitated a study visit on human trafficking of officers of Armenia to "
        "INTERPOL Headquarters, Lyon, France."
    )
    assert draft.record["host_country"] == "FRA"
    assert countries(draft, "participant") == {"ARM"}


def test_consuls_from_all_over_the_world_met_nowhere_that_is_told():
    draft = one(
        "On 2 May 2021, 33 consular officers from missions of Georgia around the world took part in a "
        "course on human trafficking organised by IOM."
    )
    assert draft.record["host_country"] is None


def test_an_event_held_online_was_held_in_no_country():
    draft = one(
        "On 9 March 2021, UNODC held a meeting on human trafficking in Tajikistan. The meeting took place "
        "in an online format."
    )
    assert (draft.record["mode"], draft.record["host_country"]) == ("online", None)


def test_a_ministry_in_a_capital_is_not_where_the_event_was():
    draft = one(
        "UNODC held a training on human trafficking in Kenya from 5 to 8 June 2021. Thirty officers of the "
        "Ministry of Interior in Nairobi took part in the training."
    )
    assert (draft.record["city"], draft.record["host_country"]) == (None, "KEN")


def test_the_capital_of_an_adjective_tells_the_country():
    draft = one(
        "UNODC held a workshop on human trafficking for judges in the Ghanaian capital on 3 May 2019."
    )
    assert draft.record["host_country"] == "GHA"


def test_a_training_centre_that_bears_a_country_is_a_venue():
    draft = one(
        "Officials of Brazil and Suriname took part in a course on human trafficking on 3 February 2022 at "
        "the Guyana Police Force Training Centre."
    )
    assert draft.record["host_country"] == "GUY"


def test_a_town_behind_the_days_that_open_a_text_is_the_place():
    draft = one(
        "14-16 June 2021, Ohrid, North Macedonia: UNODC began a mock trial on human trafficking. Thirty "
        "police officers took part in the exercise."
    )
    assert (draft.record["city"], days(draft)) == ("Ohrid", ("2021-06-14", "2021-06-16"))


# When it was held


def test_the_days_of_an_earlier_session_are_not_those_of_the_last():
    draft = one(
        "Lima, Peru, 20 March 2021 - From 7 to 10 December 2020, UNODC conducted its third training on "
        "human trafficking in Lima. The first training was held from 13 to 17 January 2020, and the second "
        "from 9 to 13 March 2020."
    )
    assert days(draft) == ("2020-12-07", "2020-12-10")


def test_days_behind_the_name_of_an_act_are_those_of_the_event():
    draft = one(
        "UNODC held a training for officers who enforce the Trafficking in Persons Act on 10-12 May 2021 "
        "in Lusaka, Zambia."
    )
    assert days(draft) == ("2021-05-10", "2021-05-12")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("yesterday (28/4) opened a two-day workshop", ("XXXX-04-28", "XXXX-04-29")),
        ("on Wednesday (28-29/4) held a workshop", ("XXXX-04-28", "XXXX-04-29")),
        ("yesterday (31/12) opened a two-day workshop", ("XXXX-12-31", None)),
        ("yesterday (28/13) held a workshop", (None, None)),
    ],
)
def test_days_in_brackets_are_read_day_before_month(told: str, expected: tuple[str | None, str | None]):
    assert days(one(f"IOM {told} on human trafficking in Port of Spain, Trinidad and Tobago.")) == expected


def test_what_had_been_done_before_gives_no_year():
    draft = one(
        "IOM held a meeting on human trafficking in Amman, Jordan, on 14 May. IOM had visited shelters in "
        "March 2011."
    )
    assert days(draft) == ("XXXX-05-14", None)


def test_those_who_have_gathered_meet_on_the_day_of_the_dateline():
    draft = one(
        "Jakarta (Indonesia), 9 May 2016 - Prosecutors have gathered in Jakarta for a UNODC workshop on "
        "human trafficking."
    )
    assert days(draft) == ("2016-05-09", None)


def test_a_moment_in_an_address_tells_the_year():
    text = (
        "A conference on human trafficking organised by IOM will be held in Oslo, Norway, on 29-30 September."
    )
    draft = one(text, url="https://example.az/news/20120815093000123-conference")
    assert days(draft) == ("2012-09-29", "2012-09-30")


def test_the_day_a_collection_puts_before_a_page_is_no_event():
    draft = one(
        "date 2021-09-10 SADC organised in Gaborone (Botswana) a four-day workshop on human "
        "trafficking.\n\nSADC organised a four-day workshop on human trafficking from 23 to 26 August in "
        "Gaborone, Botswana, for 30 officers."
    )
    assert days(draft) == ("2021-08-23", "2021-08-26")


def test_what_ended_early_in_a_month_began_in_that_year():
    draft = one(
        "The OSCE training on human trafficking for police officers concluded in Sofia, Bulgaria, on 2 "
        "June 2018."
    )
    assert days(draft) == ("2018", "2018-06-02")


# How many came


def test_women_and_men_counted_in_another_sentence_are_those_of_the_total():
    draft = one(
        "UNODC held a training on human trafficking for 40 officers in Colombo, Sri Lanka, on 3 May 2021. "
        "The 22 male and 18 female participants practised interviews."
    )
    assert people(draft) == (40, 18, 22)


def test_all_kinds_of_those_who_came_are_added_up():
    draft = one(
        "UNODC held a workshop on human trafficking in Tunis, Tunisia, on 2 May 2018. Participants "
        "included 14 representatives of ministries and 26 police officers."
    )
    assert people(draft)[0] == 40


def test_a_count_of_two_events_is_of_neither():
    drafts = read_announcement(
        "UNODC trains instructors\n\nTwo successive training sessions on human trafficking in Lomé from "
        "5-9 March 2018, and Dakar from 19 to 23 March 2018, brought together 36 police instructors of "
        "UNODC partners."
    )
    assert [draft.record["city"] for draft in drafts] == ["Lomé", "Dakar"]
    assert [people(draft)[0] for draft in drafts] == [None, None]


def test_the_last_of_a_series_has_its_number_but_not_its_count():
    draft = one(
        "The concluding workshop in a series of five workshops on human trafficking for notaries began in "
        "Baku on 6 May 2014. Some 180 notaries of all districts took part."
    )
    assert draft.record["series"]["number"] == 5
    assert people(draft)[0] is None


def test_a_number_of_service_is_no_headcount():
    draft = one(
        "INTERPOL held a training on human trafficking in Kingston, Jamaica, on 5 May 2014. Constable "
        "30417 Roe attended the training."
    )
    assert people(draft)[0] is None


# Who came from where


def test_those_who_share_what_they_know_with_participants_are_experts():
    draft = one(
        "A course on human trafficking for officers began in Osh, Kyrgyzstan, on 5 March 2012. Officers "
        "from Spain and an expert from Italy will share their experiences with the participants."
    )
    assert countries(draft, "expert") == {"ESP", "ITA"}


def test_an_embassy_alone_does_not_make_a_meeting_one_of_several_countries():
    draft = one(
        "On 7 May 2021 UNODC organised a planning meeting on human trafficking in Tashkent, Uzbekistan. "
        "Representatives of the Supreme Court and the U.S. Embassy took part in the meeting."
    )
    assert "UZB" in countries(draft, "participant")


def test_adjectives_with_articles_are_one_list():
    draft = one(
        "UNODC held a workshop on human trafficking for judges in Tunis, Tunisia, on 2 May 2018. A Swiss, "
        "a Dutch and an Italian expert supported the workshop."
    )
    assert countries(draft, "expert") == {"CHE", "NLD", "ITA"}


def test_a_name_that_is_no_country_does_not_end_a_list():
    draft = one(
        "The seminar on human trafficking took place in Bonn, Germany, on 7 May 2003. Participants came "
        "from Latvia, Lithuania, Norway, Ruritania, Poland and Sweden."
    )
    assert countries(draft, "participant") >= {"LVA", "LTU", "NOR", "POL", "SWE"}


def test_members_named_at_once_took_part():
    draft = one(
        "The annual meeting of the working group on human trafficking was held in Manila, Philippines, on "
        "4 May 2019. Statements were made by members Brunei, Japan, Malaysia and Singapore on what was "
        "done to date."
    )
    assert countries(draft, "participant") >= {"BRN", "JPN", "MYS", "SGP"}


def test_a_country_of_which_smugglers_come_took_no_part():
    draft = one(
        "IOM held a course on the smuggling of migrants for prosecutors in Zagreb, Croatia, on 3 May 2015. "
        "Sessions dealt with people smuggling from Turkey along the coast."
    )
    assert countries(draft, "participant") == {"HRV"}


# Pages with several events


def test_sentences_under_the_heading_of_an_event_report_it():
    drafts = read_announcement(
        "Round tables on human trafficking\n\nRound-table talks in Norway\n\nThirty officials met in Oslo "
        "on 1 March 2022 and read the report.\n\nRound-table talks in Portugal\n\nTwenty officials met in "
        "Lisbon on 15 March 2022 and read the report."
    )
    assert [(draft.record["city"], people(draft)[0]) for draft in drafts] == [
        ("Oslo", 30),
        ("Lisbon", 20),
    ]


# For whom


@pytest.mark.parametrize(
    ("body", "audience"),
    [
        ("Supreme Court", "judges"),
        ("Prosecutor General's Office", "prosecutors"),
        ("Ministry of Internal Affairs", "police and law enforcement"),
    ],
)
def test_bodies_that_sent_people_stand_for_an_audience(body: str, audience: str):
    draft = one(
        "UNODC held a workshop on human trafficking in Tashkent, Uzbekistan, on 3 May 2022. Representatives "
        f"of the {body} of Uzbekistan attended the workshop."
    )
    assert audience in draft.record["audiences"]


@pytest.mark.parametrize(
    "words",
    [
        "Turkmenistan had been invited but could not attend.",
        "They discussed a network that took people from Turkmenistan to other places.",
        "The case was of a gang that brought young women from Turkmenistan with false papers.",
    ],
)
def test_a_country_that_did_not_come_or_is_one_of_victims_took_no_part(words: str):
    draft = one(
        "UNODC held a workshop on human trafficking in Tashkent, Uzbekistan, on 4-5 March 2024. Twenty officials "
        f"from Kazakhstan and Kyrgyzstan took part. {words}"
    )
    came = [row["iso3"] for row in draft.record["countries"] if row["role"] == "participant"]
    assert came == ["KAZ", "KGZ"]


# Patterns that are compiled when they are used


def test_every_late_pattern_can_be_compiled():
    modules = [
        importlib.import_module(f"loaders.{one.name}") for one in pkgutil.iter_modules(loaders.__path__)
    ]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Late)]
    assert len(found) > 100
    assert all(isinstance(pattern.pattern, str) for pattern in found)


def test_a_late_pattern_finds_what_the_pattern_finds():
    text = "one two three"
    assert late(r"t\w+").findall(text) == re.findall(r"t\w+", text)
    assert late("TWO", re.IGNORECASE).sub("2", text) == "one 2 three"


def test_what_a_programme_of_the_publisher_did_the_publisher_organised():
    text = (
        "GLO.ACT facilitated a workshop on human trafficking for officials of Nepal in Kathmandu, Nepal, on 19 and 20 "
        "June 2017."
    )
    told = one(text, url="https://www.unodc.org/unodc/en/human-trafficking/glo-act/workshop.html")
    assert bodies(told, "organiser") == {"United Nations Office on Drugs and Crime"}
    assert bodies(one(text), "organiser") == set()
