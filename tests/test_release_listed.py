"""Bodies that announcements tell in lists: of associations, of events, of those an event is named after."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement
from tests.drafts import bodies, one

HELD = "A seminar on human trafficking for judges began in Nairobi, Kenya, on 3 June 2013. "


def test_associations_are_bodies_also_where_their_names_do_not_say_so():
    told = one(
        HELD + "It was held in co-operation with the non-governmental organizations Lantern and UNICEF."
    )
    assert bodies(told, "partner") == {"Lantern", "United Nations Children's Fund"}


def test_the_last_two_of_some_associations_are_two():
    told = one(
        HELD
        + "It was held in co-operation with the NGOs the Harbour League, the Union of Hill Farms and Lantern."
    )
    assert bodies(told, "partner") == {"Harbour League", "Union of Hill Farms", "Lantern"}


def test_a_person_behind_an_association_is_none():
    told = one(HELD + "It was organized by UNODC, and opened by the NGO Coordinator Mary Major.")
    assert bodies(told, "organiser") == {"United Nations Office on Drugs and Crime"}


def test_a_body_told_before_is_no_part_of_the_name_of_the_next():
    told = one(HELD + "It was co-organized by this Department and the Bishops' Conference of Kenya.")
    assert bodies(told, "organiser") == {"Bishops' Conference of Kenya"}


def test_the_small_words_of_a_name_end_no_list():
    told = one(
        HELD + "It was organized by the OSCE Mission to the Federal Republic of Yugoslavia (FRY) and UNICEF."
    )
    assert bodies(told, "organiser") == {"OSCE Mission to Serbia", "United Nations Children's Fund"}


def test_what_two_things_a_unit_is_for_does_not_make_it_two_bodies():
    text = (
        "Un taller sobre trata de personas para jueces comenzó en Puebla, México, el 3 de junio de 2013, organizado "
        "por la Unidad de Paz y Derechos Humanos del Poder Judicial de Puebla."
    )
    assert bodies(one(text), "organiser") == {"Unidad de Paz y Derechos Humanos del Poder Judicial de Puebla"}


def test_the_government_a_body_is_of_is_no_body_beside_it():
    told = one(
        HELD
        + "UNHCR organized it in collaboration with the Commission for Returns (CFR) of the Kenyan Government."
    )
    assert not any("Government" in name for name in bodies(told, "partner"))
    assert any("Commission for Returns" in name for name in bodies(told, "partner"))


def test_those_in_a_partnership_of_which_a_training_is_part_are_partners():
    told = one(HELD + "The seminar forms part of a partnership with UNICEF and UNHCR.")
    assert bodies(told, "partner") == {
        "United Nations Children's Fund",
        "Office of the United Nations High Commissioner for Refugees",
    }


def test_who_paid_for_a_study_did_not_pay_for_the_meeting_on_it():
    told = one(HELD + "The seminar was held to discuss an EU-funded needs assessment of courts.")
    assert bodies(told, "funder") == set()


def test_who_paid_for_a_project_paid_for_its_meetings():
    told = one(HELD + "The seminar was held within an EU-funded project on courts.")
    assert bodies(told, "funder") == {"European Union"}


def test_an_event_may_be_named_after_two():
    text = (
        "The INTERPOL and Europol Operational Forum on migrant smuggling took place in Lyon, France, on 3 June 2013, "
        "with 90 police officers."
    )
    assert bodies(one(text), "organiser") == {
        "International Criminal Police Organization",
        "European Union Agency for Law Enforcement Cooperation",
    }


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2022 in Rabat and on 9 June 2022 in Marrakech, IOM held a course for police on human trafficking.",
        "IOM held, on 3 May 2022 in Rabat and on 9 June 2022 in Marrakech, a course for police on human trafficking.",
        "IOM held a course for police on human trafficking on 3 May 2022 in Rabat and on 9 June 2022 in Marrakech.",
    ],
)
def test_what_is_said_once_of_events_in_a_list_is_said_of_each(text: str):
    told = read_announcement(text)
    assert [draft.record["city"] for draft in told] == ["Rabat", "Marrakech"]
    for draft in told:
        assert bodies(draft, "organiser") == {"International Organization for Migration"}
        assert draft.record["audiences"] == ["police and law enforcement"]


def test_events_of_a_list_that_others_held_keep_their_own():
    text = (
        "IOM held a course for police on human trafficking on 3 May 2022 in Rabat, and UNODC held one for "
        "judges on 9 June 2022 in Marrakech."
    )
    told = [bodies(draft, "organiser") for draft in read_announcement(text)]
    assert told == [
        {"International Organization for Migration"},
        {"United Nations Office on Drugs and Crime"},
    ]
