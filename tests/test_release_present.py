"""Countries whose people are told to have been there, by the words round a list of them."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement
from tests.drafts import countries, one

HELD = (
    "UNODC held a regional workshop on trafficking in persons in Nairobi, Kenya, on 3 and 4 May 2023. "
    "The sessions dealt with joint investigations and requests for legal assistance. "
)
THREE = {"MLI", "NER", "TCD"}


@pytest.mark.parametrize(
    "told",
    [
        "Three countries sent prosecutors and analysts: Chad, Mali and Niger.",
        "Three states were represented: Chad, Mali and Niger.",
        "Chad, Mali and Niger each sent a delegation of three people.",
        "Chad, Mali and Niger were in attendance.",
        "Coast guards, prosecutors and policy makers came from Chad, Mali and Niger.",
        "The group had 18 officers. They came from Chad, Mali and Niger.",
        "The graduates serve in the border services of three states: Chad, Mali and Niger.",
        "The other members connected were Chad, Mali and Niger.",
        "Delegations from Chad have come, as well as officials from Mali and Niger.",
        "Three delegations - Chadian, Malian and Nigerien - attended.",
        "Officers of the Chadian, Malian and Nigerien police services joined them.",
        "Three countries sent officers: Chad, represented by its gendarmerie; its neighbour states Mali and Niger.",
        "Participants: 9 officers from three countries (Chad 2, Mali 4, Niger 3)",
        "Officers came from Chad, from the Sahel (Mali), and, from West Africa, Niger.",
    ],
)
def test_countries_are_participants_where_their_people_are_told_to_be_there(told):
    assert countries(one(HELD + told), "participant") == THREE


@pytest.mark.parametrize(
    "told",
    [
        "Victims came from Chad, Mali and Niger.",
        "Most of the women found came from Chad, Mali and Niger.",
        "The Protocol was signed by three states: Chad, Mali and Niger.",
        "Cases from three countries were presented: Chad, Mali and Niger.",
        "The digest has rulings from nine countries, including Chad, Mali and Niger.",
        "The Committee, in which Chad and Mali are represented, meets once a year.",
        "Chad and Mali have sent no officers.",
        "A judge told of a case in which two guards from Niger had been bribed.",
        "The meeting weighed a request from Chad to be admitted.",
    ],
)
def test_countries_of_others_than_those_who_came_take_no_part(told):
    assert countries(one(HELD + told), "participant") == set()


def test_those_beside_whom_others_came_were_there_too():
    told = one(HELD + "Besides Chad, the countries taking part were Mali and Niger.")
    assert countries(told, "participant") == THREE
    told = one(HELD + "Apart from the host, delegations came from Mali and Niger.")
    assert countries(told, "participant") == {"KEN", "MLI", "NER"}


def test_those_in_the_chair_were_there():
    told = one(HELD + "Mali and Niger chaired it jointly.")
    assert countries(told, "participant") == {"MLI", "NER"}


def test_every_country_of_a_group_is_all_of_them():
    told = one(HELD + "Ten officers, two from every Central Asian state, came.")
    assert countries(told, "participant") == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}


@pytest.mark.parametrize(
    "told",
    [
        "Good practice was presented by experts from two other states: Chad and Mali.",
        "Experts from Chad and Mali report on their case law.",
        "Speakers on the first day were practitioners from Chad and Mali.",
    ],
)
def test_experts_who_spoke_give_their_countries(told):
    read = one(HELD + told)
    assert countries(read, "expert") == {"MLI", "TCD"}
    assert countries(read, "participant") == set()


def test_the_hosts_who_welcome_their_counterparts_are_no_experts():
    told = one(HELD + "The Kenyan hosts welcomed their counterparts from Mali and Niger.")
    assert countries(told, "expert") == set()
    assert countries(told, "participant") == {"KEN", "MLI", "NER"}


def test_a_visit_to_an_international_body_gives_no_country_that_taught():
    told = one(
        "Study visit to INTERPOL headquarters\n\nA delegation of the Ministry of Internal Affairs of Uzbekistan went "
        "to Lyon, France, on a study visit on human trafficking from 6 to 8 December 2022."
    )
    assert countries(told, "expert") == set()


def test_a_region_that_is_named_is_no_list():
    told = read_announcement(HELD + "The participants came from West Africa and the Sahel.")[0]
    assert countries(told, "participant") == set()


def test_delegations_of_other_tongues_are_those_who_came():
    told = one(
        "Ayer se celebró en Lima, Perú, una reunión regional sobre la trata de personas. "
        "Las delegaciones, integradas por fiscales, representaron a Chile, Bolivia y Ecuador."
    )
    assert countries(told, "participant") >= {"CHL", "BOL", "ECU"}
    told = one(
        "Un atelier régional sur la traite des personnes s'est tenu à Lomé, au Togo, le 6 mai 2021. "
        "Le Ghana, le Mali et le Bénin ont envoyé des délégations de magistrats."
    )
    assert countries(told, "participant") >= {"GHA", "MLI", "BEN"}
    told = one(
        "В Минске 6 мая 2021 года прошла международная конференция по противодействию торговле людьми. "
        "В ней участвовали представители прокуратур и министерств внутренних дел Армении, Казахстана и Таджикистана."
    )
    assert countries(told, "participant") >= {"ARM", "KAZ", "TJK"}


@pytest.mark.parametrize(
    "told",
    [
        "In the room were prosecutors from Chad, Mali and Niger.",
        "Delegates of Chad, Mali and Niger presented the situation at home.",
        "The Chadian, Malian and Nigerien delegations compared their manuals.",
        "Chad, Mali and Niger presented their national plans.",
        "The heads of the anti-trafficking units of Chad, Mali and Niger agreed on a plan.",
        "Chad sent four officers, Mali three and Niger two.",
        "Chad, Mali and Niger were each represented by a prosecutor.",
        "The audience was made up of prosecutors from Chad and Mali, with a few judges from Niger.",
        "Present were Chad, Mali and Niger.",
        "The UN team was joined by Chad, Mali and Niger.",
        "Delegations of Chad and its neighbours Mali and Niger compared their manuals.",
        "Beyond Chad, participants joined from Mali and Niger.",
    ],
)
def test_a_sentence_that_does_not_name_the_event_may_tell_who_was_there(told):
    assert countries(one(HELD + told), "participant") == THREE


@pytest.mark.parametrize(
    "told",
    [
        "About the network: partners in nine states, among them Chad, Mali and Niger, exchange letters.",
        "Prosecutors from Chad and Mali had worked together on such a case in 2019.",
        "Officers from Chad and Mali arrested nine men.",
        "Kenya lies on a route from Chad and Mali to the Gulf.",
        "Judges from Chad and Mali will be invited to a second workshop.",
        "Other countries, such as Chad and Mali, have asked for the same course.",
    ],
)
def test_people_of_other_times_and_of_networks_took_no_part(told):
    assert countries(one(HELD + told), "participant") == set()


def test_participants_who_represent_countries_in_russian_give_them():
    told = one(
        "Сегодня, 6 мая 2021 года, в Минске открылась международная конференция по противодействию торговле людьми. "
        "Участники представляют Беларусь, Литву и Польшу."
    )
    assert countries(told, "participant") == {"BLR", "LTU", "POL"}


COURSE = (
    "UNODC held a workshop on trafficking in persons in Nairobi, Kenya, for 20 judges on 3 and 4 May 2023. "
)


@pytest.mark.parametrize(
    "told",
    [
        "An officer who has come from Italy will explain the procedure.",
        "It was led by two prosecutors who had come to Nairobi from Italy.",
        "The head of the Italian anti-mafia office outlined the experience of his team.",
        "A retired judge from Italy served as facilitator.",
        "Specialists of the Italian police took part as trainers.",
        "Questions were answered by a judge from Italy.",
        "Italy shared its experience with special courts.",
    ],
)
def test_those_who_came_to_speak_give_an_expert_country(told):
    read = one(COURSE + told)
    assert countries(read, "expert") == {"ITA"}
    assert "ITA" not in countries(read, "participant")


@pytest.mark.parametrize(
    "told",
    [
        "The head of the Italian police said that cases rise.",
        "The Italian town of Turin has such a court.",
        "The consuls general of Italy and Spain spoke a few words.",
        "A man who came back from Italy spoke of his ordeal.",
        "The film was made by a director from Italy.",
    ],
)
def test_those_of_whom_only_something_is_said_give_no_country(told):
    read = one(COURSE + told)
    assert countries(read, "expert") == set()
    assert countries(read, "participant") == {"KEN"}


def test_a_list_of_trainers_goes_on_behind_an_abbreviation():
    told = one(
        COURSE + "Instructors included an attorney of the U.S. Department of Justice and Kenyan prosecutors."
    )
    assert countries(told, "expert") == {"USA", "KEN"}


def test_people_from_all_over_the_country_are_those_of_the_host():
    told = one(COURSE + "Judges from all parts of the country and two observers from Uganda attended.")
    assert countries(told, "participant") == {"KEN", "UGA"}


def test_people_from_parts_of_a_country_are_of_it():
    told = one(HELD + "Delegates came from nine Indian states and from Nepal.")
    assert countries(told, "participant") == {"IND", "NPL"}


def test_people_on_the_side_of_a_country_are_of_it():
    told = one(HELD + "On the Ugandan side there were ten judges.")
    assert countries(told, "participant") == {"UGA"}


def test_those_in_whose_charge_lessons_are_teach():
    told = one(
        "O Ministério da Justiça realizou em Luanda, Angola, de 3 a 5 de Maio de 2021, uma formação sobre tráfico de "
        "seres humanos para vinte magistrados. As aulas estiveram a cargo de especialistas portugueses."
    )
    assert countries(told, "expert") == {"PRT"}
    told = one(
        "Ayer se celebró en Lima, Perú, un taller sobre la trata de personas para jueces. "
        "Siguió la exposición de un auditor fiscal de Brasil, quien detalló la labor de los grupos móviles."
    )
    assert countries(told, "expert") == {"BRA"}


def test_experts_who_meet_are_those_who_came():
    told = one(
        "Kenyan and Ugandan experts meet in Nairobi\n\nOn 3 May 2023 UNODC held an expert meeting on trafficking in "
        "persons in Nairobi, Kenya."
    )
    assert countries(told, "expert") == set()


@pytest.mark.parametrize(
    ("held", "told", "came"),
    [
        ("es", "Además del anfitrión, asistieron Chile, Bolivia y Ecuador.", {"PER", "CHL", "BOL", "ECU"}),
        ("es", "Los países participantes fueron Chile, Bolivia y Ecuador.", {"CHL", "BOL", "ECU"}),
        ("es", "Las víctimas provenían de Chile, Bolivia y Ecuador.", set()),
        ("fr", "Le Mali, le Bénin et le Ghana y étaient représentés.", {"MLI", "BEN", "GHA"}),
        ("fr", "Les pays représentés étaient le Mali, le Bénin et le Ghana.", {"MLI", "BEN", "GHA"}),
        ("fr", "Le projet couvre le Mali, le Bénin et le Ghana.", set()),
        ("pt", "Participaram procuradores de Angola, Malawi e Zâmbia.", {"AGO", "MWI", "ZMB"}),
        ("pt", "As vítimas vieram de Angola, Malawi e Zâmbia.", set()),
    ],
)
def test_lists_of_other_tongues_give_those_who_came(held, told, came):
    events = {
        "es": "UNODC celebró en Lima, Perú, los días 3 y 4 de mayo de 2023 un taller regional sobre la trata de "
        "personas. ",
        "fr": "L'ONUDC a organisé à Lomé, au Togo, les 3 et 4 mai 2023 un atelier régional sur la traite des "
        "personnes. ",
        "pt": "O UNODC realizou em Maputo, Moçambique, nos dias 3 e 4 de maio de 2023 um seminário regional sobre "
        "tráfico de pessoas. ",
    }
    assert countries(one(events[held] + told), "participant") == came


def test_trainers_of_the_ministry_are_those_of_the_host():
    told = one(COURSE + "Trainers were officers of the Ministry's own department and two psychologists.")
    assert countries(told, "expert") == {"KEN"}


@pytest.mark.parametrize(
    "told",
    [
        "Trainers were officers of the Italian Ministry of Interior.",
        "Trainers were officers of the UN Department of Peacekeeping and the Police Division.",
    ],
)
def test_trainers_of_the_bodies_of_others_are_not_those_of_the_host(told):
    assert "KEN" not in countries(one(COURSE + told), "expert")
