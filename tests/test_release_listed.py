"""Bodies that announcements tell in lists: of associations, of events, of those an event is named after."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement
from tests.drafts import bodies, countries, one

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
        HELD + "It was run by the OSCE Mission to the Federal Republic of Yugoslavia (FRY) as well as UNICEF."
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
    assert [draft.record["city"] for draft in told] == ["Rabat", "Marrakesh"]
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


# Where the name of one body ends and that of the next begins

EN_PUEBLA = (
    "Un taller sobre trata de personas para 20 jueces comenzó en Puebla, México, el 3 de junio de 2013. "
)


def test_letters_that_bodies_of_two_states_have_stand_for_the_one_the_page_names():
    text = (
        "Manila, 3 June 2013 - A workshop on human trafficking for prosecutors was held in Manila, Philippines. The "
        "council is led by the Department of Justice (DOJ). The workshop was organized by the DOJ and UNICEF."
    )
    told = one(text)
    assert "Department of Justice of the Philippines" in bodies(told, "organiser")
    assert not any("United States" in name for name in bodies(told, "organiser"))


def test_letters_that_a_page_does_not_explain_stand_for_whom_they_stand_elsewhere():
    told = one(HELD + "It was organized by USAID and UNICEF.")
    assert bodies(told, "organiser") == {
        "United States Agency for International Development",
        "United Nations Children's Fund",
    }


def test_the_united_nations_in_the_name_of_an_office_are_none_beside_it():
    told = one(EN_PUEBLA + "Fue organizado por la Oficina contra la Droga de las Naciones Unidas (UNODC).")
    assert bodies(told, "organiser") == {"United Nations Office on Drugs and Crime"}


def test_a_name_that_goes_on_into_a_known_one_is_no_body_beside_it():
    told = one(EN_PUEBLA + "Fue organizado por la Unidad Especial UNICEF y por UNHCR.")
    assert "Unidad Especial" not in bodies(told, "organiser")


def test_a_programme_of_cooperation_is_no_body():
    text = (
        HELD + "It was funded by the Government of Norway and the Programme of Cooperation in the Sea Region."
    )
    assert bodies(one(text), "funder") == {"Government of Norway"}


@pytest.mark.parametrize("held", ["El taller fue liderado por", "Fue realizado en conjunto por"])
def test_those_who_led_or_held_together_organised(held: str):
    told = one(EN_PUEBLA + f"{held} UNICEF y UNODC.")
    assert bodies(told, "organiser") == {
        "United Nations Children's Fund",
        "United Nations Office on Drugs and Crime",
    }


def test_the_school_of_a_police_is_not_the_police():
    text = (
        "Un taller sobre trata de personas para 20 jueces comenzó en Roatán, Honduras, el 3 de junio de 2013. Fue "
        "organizado por UNICEF y la Escuela de Letras de la Policía Nacional de Honduras."
    )
    told = bodies(one(text), "organiser")
    assert len(told) == 2
    assert any(name.startswith("Escuela de Letras") for name in told)


def test_who_stands_behind_the_programme_of_a_partner_is_no_partner():
    text = (
        "Con apoyo de UNICEF, a través del Programa Norte, la Oficina de Asesoría Judicial capacitó a 20 jueces en "
        "trata de personas el 3 de junio de 2013 en Puebla, México."
    )
    assert bodies(one(text), "partner") == {"United Nations Children's Fund"}


def test_a_unit_with_its_letters_is_of_the_body_behind_it():
    told = one(
        HELD
        + "UNODC organized it in partnership with the Border Matters Unit (BMU), of the Sahel Police College."
    )
    assert bodies(told, "partner") == {"Sahel Police College"}


def test_ministries_told_together_in_spanish_are_two():
    told = one(EN_PUEBLA + "Fue organizado por los Ministerios de Pesca y Relaciones Exteriores.")
    assert len(bodies(told, "organiser")) == 2


def test_who_promoted_a_date_organised_nothing():
    told = one("El 3 de junio es una fecha impulsada por Naciones Unidas contra la trata. " + EN_PUEBLA)
    assert bodies(told, "organiser") == set()


# Whom letters, sites and small words stand for


def test_letters_told_with_a_name_nobody_knows_are_of_no_body_elsewhere():
    told = one(
        HELD + "It was organized by the Network for Arms Traffic Inquiry of Peoples (NAPTIP) and UNICEF."
    )
    assert not any("Nigeria" in name or "Prohibition" in name for name in bodies(told, "organiser"))


def test_letters_whose_country_stands_beside_them_keep_it():
    told = one(HELD + "It was organized by Nigeria's Agency on Persons (NAPTIP) and UNICEF.")
    assert any("Prohibition" in name for name in bodies(told, "organiser"))


def test_the_letters_of_a_site_tell_who_held_what_its_page_reports():
    text = "ZORBA’s seminar on human trafficking for 20 social workers was held in Nicosia, Cyprus, on 3 May 2021."
    assert bodies(one(text, url="https://zorba.org/seminar"), "organiser") == {"ZORBA"}
    assert bodies(one(text, url="https://example.org/seminar"), "organiser") == set()


def test_who_has_commenced_a_workshop_holds_it():
    told = one("ICMPD has commenced a four-day seminar for nurses on human trafficking in Enugu, Nigeria.")
    assert bodies(told, "organiser") == {"International Centre for Migration Policy Development"}


def test_those_with_whom_others_were_trained_before_are_no_partners():
    told = one(
        "UNODC held a workshop on human trafficking for 20 prosecutors in Nairobi, Kenya, on 3 June 2013. UNODC has "
        "now trained over 500 police officers through workshops developed in close cooperation with UNICEF."
    )
    assert bodies(told, "partner") == set()


def test_a_body_against_trafficking_is_named_in_full_in_french():
    text = (
        "Un atelier sur la traite des êtres humains pour 20 juges a eu lieu à Tunis, Tunisie, le 3 juin 2020. Il a été "
        "organisé par l’UNICEF et l’Instance nationale de lutte contre la traite des personnes."
    )
    assert "National Authority for Combating Trafficking in Persons of Tunisia" in bodies(
        one(text), "organiser"
    )


def test_the_part_of_a_site_for_a_country_says_whose_ministry_is_meant():
    text = (
        "Un atelier sur la traite des êtres humains pour 20 juges, tenu en ligne le 3 juin 2020, a été organisé par "
        "l’UNICEF et le ministère de la Justice."
    )
    told = one(text, url="https://www.coe.int/fr/web/tunis/-/atelier")
    assert "Ministry of Justice of Tunisia" in bodies(told, "organiser")


def test_trainers_who_are_named_one_by_one_come_from_the_countries_behind_them():
    told = one(
        "A seminar on human trafficking for judges took place in Nicosia, Cyprus, on 4 March 2020. The seminar’s "
        "trainers, Judge Mary Major from the United Kingdom and Mr. John Roe from the United States, spoke on evidence."
    )
    assert countries(told, "expert") == {"GBR", "USA"}
    assert not countries(told, "participant") & {"GBR", "USA"}


# Who came, and who taught


def test_participants_and_speakers_told_together_are_those_who_came():
    told = one(
        "A conference on human trafficking opens in Lusaka, Zambia, on 5 June 2019. Participants and speakers "
        "will come from Ghana, Kenya, Malawi and Uganda."
    )
    assert countries(told, "expert") == set()
    assert countries(told, "participant") >= {"GHA", "KEN", "MWI", "UGA"}


def test_a_few_from_a_body_of_a_country_who_gave_talks_taught():
    told = one(
        "IOM organized training on human trafficking for 25 labour inspectors in Tbilisi, Georgia, on 3 May 2017. Two "
        "experienced inspectors from the Belgian Social Service gave detailed presentations on their work."
    )
    assert countries(told, "expert") == {"BEL"}


@pytest.mark.parametrize("verb", ["will equip", "are training"])
def test_agents_of_a_body_who_train_others_are_experts(verb: str):
    told = one(
        "A course on human trafficking for 40 Kenyan police officers was held in Gaborone, Botswana, on 3 July 2023. "
        f"During the course, agents from the Federal Bureau of Investigation (FBI) {verb} the officers."
    )
    assert "USA" in countries(told, "expert")
    assert "USA" not in countries(told, "participant")


@pytest.mark.parametrize(
    ("spoke_of", "for_whom"),
    [("migración y salud mental", set()), ("su trabajo con agentes de migración", {"immigration officials"})],
)
def test_words_for_a_field_are_no_people_in_spanish(spoke_of: str, for_whom: set[str]):
    told = one(EN_PUEBLA + f"UNICEF reunió a los jueces y habló de {spoke_of}.")
    assert set(told.record["audiences"]) & {"immigration officials", "health workers"} == for_whom


def test_who_is_providing_days_of_training_holds_it():
    told = one(
        "UNICEF and UNHCR are providing two days of training on human trafficking to 20 teachers in Nairobi, Kenya. "
        "The training began on 3 June 2013."
    )
    assert bodies(told, "organiser") == {
        "United Nations Children's Fund",
        "Office of the United Nations High Commissioner for Refugees",
    }


def test_experts_of_a_body_who_are_named_one_by_one_come_from_the_countries_behind_them():
    told = one(
        HELD + "UNODC experts, Ms. Mary Major from Israel and Mr. John Roe from Malawi, guided the seminar."
    )
    assert countries(told, "expert") == {"ISR", "MWI"}


def test_those_under_whose_chairmanship_a_conference_was_organised_held_it():
    text = (
        "A conference on human trafficking was held in Vienna, Austria, on 3 June 2014. It was organized under "
        "the Swiss Chairmanship of the OSCE."
    )
    assert bodies(one(text), "organiser") == {"Organization for Security and Co-operation in Europe"}


def test_those_with_whom_more_is_to_be_done_are_no_audience():
    told = one(
        HELD + "Participants discussed solutions, including stronger partnerships with private companies."
    )
    assert told.record["audiences"] == ["judges"]


def test_a_ministry_of_social_affairs_is_no_social_service():
    told = one(HELD + "Officials of the Ministry of Labour and Social Protection also attended.")
    assert "social services" not in told.record["audiences"]


def test_the_office_that_pays_against_trafficking_is_known_in_spanish():
    told = one(
        EN_PUEBLA + "El taller es financiado por la Oficina para Monitorear y Combatir la Trata de Personas "
        "(JTIP) del Departamento de Estado de Estados Unidos."
    )
    assert any("Office to Monitor" in name for name in bodies(told, "funder"))


def test_experts_listed_behind_a_colon_come_from_the_countries_behind_them():
    told = one(
        HELD
        + "The seminar was co-facilitated by a panel of international experts: Ms. Mary Major, who sits on the "
        "Supreme Court of Serbia, and Mr. John Roe, a prosecutor of Israel."
    )
    assert countries(told, "expert") == {"SRB", "ISR"}
