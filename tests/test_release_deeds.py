"""Who held an event, paid for it, supported it, taught or came: the same thing told in many wordings."""

from __future__ import annotations

import pytest

from tests.drafts import bodies, countries, one

HELD = (
    "UNODC held a workshop on human trafficking for 25 prosecutors in Quito, Ecuador, from 3 to 5 June 2019. The "
    "participants worked on files. "
)


@pytest.mark.parametrize(
    "deed",
    [
        *(
            "put on",
            "spearheaded",
            "coordinated",
            "set up",
            "mounted",
            "offered",
            "inaugurated",
            "oversaw",
            "piloted",
        ),
        *("will be hosting", "is to hold", "has been running", "called", "played host to"),
        *("had the honour of hosting", "welcomed 25 prosecutors to"),
    ],
)
def test_whatever_the_verb_its_subject_held_the_event(deed: str):
    text = f"ICMPD {deed} a seminar on human trafficking in Quito, Ecuador, on 3 June 2019. It went well."
    assert bodies(one(text), "organiser") == {"International Centre for Migration Policy Development"}


@pytest.mark.parametrize(
    "deed",
    [
        *(
            "spearheaded by",
            "offered by",
            "overseen by",
            "administered by",
            "led by",
            "taught by",
            "hosted and chaired by",
        ),
        *("planned, prepared and delivered by", "held under the leadership of"),
    ],
)
def test_whatever_the_participle_who_stands_behind_it_held_the_event(deed: str):
    text = f"A seminar on human trafficking was {deed} ICMPD in Quito, Ecuador, on 3 June 2019."
    assert bodies(one(text), "organiser") == {"International Centre for Migration Policy Development"}


@pytest.mark.parametrize(
    "told",
    [
        "ICMPD was the host.",
        "ICMPD acted as host.",
        "The organiser was ICMPD.",
        "Organiser: ICMPD.",
        "It was ICMPD that organised the workshop.",
        "ICMPD, which organised the workshop, hopes for more.",
        "ICMPD, organiser of the workshop, hopes for more.",
    ],
)
def test_who_was_the_host_is_told_in_a_sentence_of_its_own(told: str):
    text = f"A workshop on human trafficking took place in Quito, Ecuador, on 3 June 2019. {told}"
    assert bodies(one(text), "organiser") == {"International Centre for Migration Policy Development"}


def test_by_stands_far_behind_the_town_and_the_hotel():
    text = "A seminar on human trafficking was held on 3 June 2019 at the Hotel Plaza in Quito, Ecuador, by ICMPD."
    assert bodies(one(text), "organiser") == {"International Centre for Migration Policy Development"}


def test_the_season_of_a_course_makes_it_a_certain_one():
    text = "Twelve judges completed the Council of Europe's winter course on human trafficking in Quito on 3 May 2019."
    assert bodies(one(text), "organiser") == {"Council of Europe"}


@pytest.mark.parametrize(
    "told",
    [
        "Funding for the project has been provided by Norway.",
        "Funding is being provided by Norway.",
        "The money for it came from Norway.",
        "Funds were made available by Norway.",
        "A grant was awarded by Norway.",
        "All costs are met by Norway.",
        "Travel and accommodation were paid for by Norway.",
        "The bill was footed by Norway.",
        "The workshop was subsidised by Norway.",
        "The workshop was funded with a contribution of Norway.",
        "The workshop was run on money from Norway.",
        "The donor was Norway.",
        "Donor: Norway.",
        "Funded by: Norway",
        "Norway covered all the costs.",
        "Norway picked up the bill.",
        "Norway underwrote the event.",
        "Norway made a financial contribution.",
        "Norway supported the workshop financially.",
        "Norway was the donor of the project.",
        "UNODC thanked Norway for the generous financial contribution.",
    ],
)
def test_whatever_the_wording_who_paid_is_the_funder(told: str):
    draft = one(HELD + told)
    assert (countries(draft, "funder"), bodies(draft, "partner")) == ({"NOR"}, set())


@pytest.mark.parametrize(
    "how",
    [
        *("in close partnership with", "in tandem with", "with the collaboration of", "with backing from"),
        *("in cooperation and coordination with", "hand in hand with", "with the support and cooperation of"),
        *("with the participation and support of", "as part of its partnership with"),
    ],
)
def test_whatever_the_wording_who_helped_is_a_partner(how: str):
    text = f"UNODC held a workshop on human trafficking in Quito, Ecuador, on 3 June 2019, {how} ICMPD."
    draft = one(text)
    assert bodies(draft, "partner") == {"International Centre for Migration Policy Development"}
    assert bodies(draft, "organiser") == {"United Nations Office on Drugs and Crime"}


@pytest.mark.parametrize(
    "told",
    [
        "ICMPD supported the workshop.",
        "ICMPD helped to run the training.",
        "ICMPD lent its support to the event.",
        "Technical support was provided by ICMPD.",
    ],
)
def test_who_supported_the_event_is_a_partner(told: str):
    assert bodies(one(HELD + told), "partner") == {"International Centre for Migration Policy Development"}


@pytest.mark.parametrize(
    "told",
    [
        "ICMPD sent two analysts.",
        "The trainers were from ICMPD.",
        "Presentations were given by ICMPD.",
        "A representative of ICMPD gave a presentation on evidence.",
        "Officials of ICMPD lectured on evidence.",
    ],
)
def test_who_taught_is_an_expert(told: str):
    draft = one(HELD + told)
    assert bodies(draft, "expert") == {"International Centre for Migration Policy Development"}
    assert bodies(draft, "participant") == set()


@pytest.mark.parametrize(
    "told", ["{} was represented at the workshop.", "{} was in attendance.", "Officials of {} attended."]
)
def test_a_body_nobody_knows_attended_too(told: str):
    assert bodies(one(HELD + told.format("the Lantern Foundation")), "participant") == {"Lantern Foundation"}


def test_an_event_is_held_in_a_town_and_not_its_organiser_seated_there():
    text = "A workshop on human trafficking was held by the Lantern Foundation in Quito, Ecuador, on 3 June 2019."
    assert bodies(one(text), "organiser") == {"Lantern Foundation"}


def test_what_opens_a_sentence_is_no_name():
    text = "Together with the Lantern Foundation, UNODC held a workshop on human trafficking in Quito on 3 June 2019."
    assert bodies(one(text), "organiser") == {
        "Lantern Foundation",
        "United Nations Office on Drugs and Crime",
    }


@pytest.mark.parametrize(
    "told",
    [
        "The law was drafted with the support of ICMPD.",
        "The participants studied a manual produced with funding from ICMPD.",
        "A report financed by ICMPD describes the routes.",
        "ICMPD funded the shelter that opened in March.",
        "The national plan is coordinated by ICMPD.",
        "A hotline organised by ICMPD receives calls day and night.",
        "ICMPD set up a helpline for victims.",
        "ICMPD offered shelter to ten women.",
        "In 2017, ICMPD organised a seminar on smuggling in Lima.",
        "Last year ICMPD hosted a similar seminar in Lima.",
        "The next workshop will be hosted by ICMPD.",
    ],
)
def test_laws_reports_houses_and_other_events_give_no_part_in_this_one(told: str):
    draft = one(HELD + told)
    named = {row["name"] for row in draft.record["organisations"]}
    assert named == {"United Nations Office on Drugs and Crime"}


@pytest.mark.parametrize(
    "told",
    [
        "Lecturers had been sent by ICMPD.",
        "An analyst from ICMPD showed how money moves.",
        "Experts of ICMPD taught in the mornings.",
        "UNODC opened the course and ICMPD seconded three instructors.",
    ],
)
def test_who_taught_is_told_in_a_paragraph_of_its_own(told: str):
    assert "International Centre for Migration Policy Development" in bodies(
        one(f"{HELD}\n\n{told}"), "expert"
    )


@pytest.mark.parametrize(
    "told",
    [
        "Officials of the State Police of Albania said in May that numbers had gone up.",
        "Staff of the Lantern Foundation run a shelter.",
        "Inspectors of the Lantern Foundation found 14 workers in a barn.",
        "The Lantern Foundation joined the convention late.",
        "ICMPD sent a note to the embassy.",
        "ICMPD took part in the talks on the law.",
        "Nobody from ICMPD attended.",
        "The raid was carried out by ICMPD.",
        "ICMPD hosts many refugees.",
        "Victims are returned in cooperation with ICMPD.",
        "Donors such as ICMPD paid for the new shelter.",
        "ICMPD gave money to the families.",
        "The participants asked ICMPD to train more judges.",
    ],
)
def test_what_bodies_do_at_other_times_gives_no_part_in_the_event(told: str):
    named = {row["name"] for row in one(HELD + told).record["organisations"]}
    assert named == {"United Nations Office on Drugs and Crime"}


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("Partners: ICMPD.", "partner"),
        ("ICMPD was the local partner of the workshop.", "partner"),
        ("ICMPD was represented by its director.", "participant"),
    ],
)
def test_labels_and_nouns_tell_a_role(told: str, role: str):
    assert bodies(one(HELD + told), role) == {"International Centre for Migration Policy Development"}


@pytest.mark.parametrize(
    "whose",
    [
        "The Lantern Foundation's two-day seminar on human trafficking took place",
        "The International Organization for Migration (IOM)'s two-day seminar on human trafficking took place",
        "A two-day seminar on human trafficking, held jointly by the Lantern Foundation, took place",
    ],
)
def test_whose_event_it_is_is_read_of_bodies_with_letters_and_of_unknown_ones(whose: str):
    text = f"{whose} in Quito, Ecuador, on 3 and 4 June 2019."
    told = bodies(one(text), "organiser")
    assert len(told) == 1
    assert told <= {"Lantern Foundation", "International Organization for Migration"}


def test_the_hosts_are_named_behind_their_comma():
    text = (
        "Forty imams met in Quito, Ecuador, on 3 June 2019 for a workshop on human trafficking. The hosts, ICMPD and "
        "the Lantern Foundation, wanted an open debate."
    )
    assert bodies(one(text), "organiser") == {
        "International Centre for Migration Policy Development",
        "Lantern Foundation",
    }


@pytest.mark.parametrize(
    "deed",
    [
        *(
            "a mis sur pied",
            "a mis en place",
            "anime",
            "vient d'organiser",
            "a coorganisé",
            "a piloté",
            "va organiser",
        ),
    ],
)
def test_whatever_the_verb_its_subject_held_the_event_in_french(deed: str):
    text = (
        f"L'OIM Tchad {deed} une formation sur la traite des personnes pour 20 juges à Abéché le 3 juin 2019."
    )
    assert bodies(one(text), "organiser") == {"International Organization for Migration"}


@pytest.mark.parametrize("deed", ["dictó", "ofreció", "brindó", "lideró", "puso en marcha", "ha impartido"])
def test_whatever_the_verb_its_subject_held_the_event_in_spanish(deed: str):
    text = f"La OIM {deed} un taller sobre trata de personas para 20 jueces en Lima, Perú, el 3 de junio de 2019."
    assert bodies(one(text), "organiser") == {"International Organization for Migration"}


@pytest.mark.parametrize("deed", ["levou a cabo", "ofereceu", "coordenou", "conduziu", "facilitou"])
def test_whatever_the_verb_its_subject_held_the_event_in_portuguese(deed: str):
    text = (
        f"A OIM {deed} uma formação sobre tráfico de pessoas para 20 juízes em Maputo a 3 de junho de 2019."
    )
    assert bodies(one(text), "organiser") == {"International Organization for Migration"}


@pytest.mark.parametrize(
    "text",
    [
        "L'OIM a organisé un atelier sur la traite des personnes à Abéché le 3 juin 2019 grâce à un don du Japon.",
        "La OIM organizó un taller sobre trata de personas en Lima el 3 de mayo de 2019 gracias a los fondos de Japón.",
        "A OIM organizou um curso sobre tráfico de pessoas em Maputo a 3 de junho de 2019 graças a fundos do Japão.",
    ],
)
def test_who_gave_the_money_is_read_in_french_spanish_and_portuguese(text: str):
    assert countries(one(text), "funder") == {"JPN"}


@pytest.mark.parametrize(
    "text",
    [
        "L'OIM a organisé, de concert avec l'ICMPD, un atelier sur la traite des femmes à Abéché le 3 juin 2019.",
        "La OIM organizó, de la mano de ICMPD, un taller sobre trata de personas en Lima el 3 de junio de 2019.",
        "A OIM organizou, com a cooperação do ICMPD, um curso sobre tráfico de pessoas em Maputo a 3 de maio de 2019.",
    ],
)
def test_who_helped_is_read_in_french_spanish_and_portuguese(text: str):
    assert bodies(one(text), "partner") == {"International Centre for Migration Policy Development"}


def test_a_prepared_work_in_french_is_no_event():
    text = (
        "L'OIM a organisé un atelier sur la traite des personnes à Abéché, au Tchad, le 3 juin 2019. L'ICMPD a mis "
        "en place une ligne téléphonique."
    )
    assert bodies(one(text), "organiser") == {"International Organization for Migration"}


def test_judges_in_the_name_of_an_association_end_no_name():
    text = f"{HELD}It was supported by the Association of Women Judges of Ecuador and the Lantern Foundation."
    assert bodies(one(text), "partner") == {"Association of Women Judges of Ecuador", "Lantern Foundation"}


def test_a_foundation_that_paid_is_no_country_that_paid():
    draft = one(f"{HELD}The workshop was underwritten by the MacArthur Foundation.")
    assert bodies(draft, "funder") == {"John D. and Catherine T. MacArthur Foundation"}
    assert countries(draft, "funder") == set()


def test_an_office_in_small_letters_goes_on_a_name_and_of_the_begins_another():
    text = f"{HELD}The workshop was supported by the County Commissioner's office."
    assert bodies(one(text), "partner") == {"County Commissioner's office"}
    text = f"{HELD}Representatives of the Lantern Foundation and of the Harbour Trust attended."
    assert bodies(one(text), "participant") == {"Lantern Foundation", "Harbour Trust"}


def test_a_body_named_behind_an_embassy_is_no_part_of_it():
    text = (
        "The Embassy of France in Kenya and the Harbour Crime Office held a workshop on human trafficking in Nairobi, "
        "Kenya, on 3 June 2019."
    )
    assert bodies(one(text), "organiser") == {"Embassy of France in Kenya", "Harbour Crime Office"}


@pytest.mark.parametrize(
    "above", ["as part of a project implemented by ICMPD", "under the leadership of ICMPD"]
)
def test_who_carries_out_the_project_organised_only_where_nobody_else_did(above: str):
    text = f"A workshop on human trafficking took place in Quito, Ecuador, on 3 June 2019 {above}."
    assert bodies(one(text), "organiser") == {"International Centre for Migration Policy Development"}
    text = f"UNODC held a workshop on human trafficking in Quito, Ecuador, on 3 June 2019 {above}."
    assert bodies(one(text), "organiser") == {"United Nations Office on Drugs and Crime"}


@pytest.mark.parametrize(
    "told",
    [
        "Un centre d'accueil financé par l'Union européenne a ouvert en 2017.",
        "La loi a été rédigée avec l'appui de l'ICMPD.",
        "L'ICMPD a piloté une étude.",
    ],
)
def test_laws_studies_and_shelters_give_no_part_in_french_either(told: str):
    text = f"L'OIM a organisé un atelier sur la traite des personnes à Abéché le 3 juin 2019. {told}"
    named = {row["name"] for row in one(text).record["organisations"]}
    assert named == {"International Organization for Migration"}
