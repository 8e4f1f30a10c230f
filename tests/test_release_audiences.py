"""For whom an event was, in whatever words it is told; and who is only named on its page."""

from __future__ import annotations

import pytest

from tests.drafts import one

HELD = "IOM held a three-day workshop on human trafficking in Lusaka, Zambia, on 10-12 May 2023."


def for_whom(sentence: str) -> list[str]:
    return one(f"{HELD} {sentence}").record["audiences"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nurses are expected to be taught there.",
        "Nurses should attend.",
        "Nurses were coached on the law.",
        "Nurses were in attendance.",
        "Nurses were among the participants.",
        "Nurses sharpened their skills.",
        "Nurses sat around one table.",
        "In attendance were nurses.",
        "The trainees were mostly nurses.",
        "It was geared towards nurses.",
        "It was open to nurses.",
        "It gave nurses a chance to test their knowledge.",
        "The sessions taught nurses how to interview victims.",
        "It aimed to build the skills of nurses.",
        "Nurses, thirty in all, took their seats.",
        "Nurses formed four teams.",
        "Participants: nurses.",
    ],
)
def test_those_who_came_are_found_in_whatever_way_it_is_said(sentence: str):
    assert for_whom(sentence) == ["health workers"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The sessions were led by experienced judges.",
        "Trainers were judges from Norway.",
        "Judges served as trainers.",
        "Participants talked about the role of judges.",
        "Participants agreed that judges need better tools.",
        "Participants recommended training for judges.",
        "They learned how to refer victims to judges.",
        "Traffickers often pose as judges.",
        "Judges play a key role in such cases.",
        "Last year judges in Ndola heard two cases.",
        "A similar workshop for judges is planned for next year.",
        "A handbook for judges was presented.",
        "Since 2019, IOM has trained 300 judges.",
        "The project builds the capacity of judges in three provinces.",
        "Every victim has the right to see a judge.",
        "Every year hundreds of cases come before judges.",
        "Participants asked that states should train their judges sooner.",
        "In 2019 two seminars were held for judges.",
        "The sessions were moderated by judges from both towns.",
        'It is part of the project "Fair trials and stronger judges".',
    ],
)
def test_those_who_are_only_named_are_no_audience(sentence: str):
    assert for_whom(sentence) == []


def test_those_of_whom_the_event_begins_did_what_it_did():
    assert for_whom("Participants debated shelters and the fees of lawyers, and drew up a list.") == []


def test_border_guards_who_completed_a_course_are_its_audience():
    text = (
        "Twenty Tajik border guards completed a five-day course on human trafficking in Dushanbe, Tajikistan, on 14-18 "
        "December 2009."
    )
    assert one(text).record["audiences"] == ["border guards and customs"]


@pytest.mark.parametrize(
    ("people", "audience"),
    [
        ("Public defenders", "lawyers"),
        ("District attorneys", "prosecutors"),
        ("Court presidents", "judges"),
        ("Constables", "police and law enforcement"),
        ("Coastguard crews", "border guards and customs"),
        ("Asylum adjudicators", "immigration officials"),
        ("Embassy officials", "diplomats and consular staff"),
        ("Labour market inspectors", "labour inspectors"),
        ("Case managers", "social services"),
        ("Paediatricians", "health workers"),
        ("Pastors and imams", "civil society"),
        ("Members of the legislature", "parliamentarians"),
        ("State employees", "central government"),
        ("City councillors", "local authorities"),
        ("Radio hosts", "journalists"),
        ("Deans and tutors", "educators"),
        ("Travel agents", "private sector"),
        ("Aid workers", "international organisations"),
        ("Undergraduates", "students"),
        ("Bank employees", "financial sector"),
        ("Blue helmets", "military and peacekeepers"),
    ],
)
def test_a_profession_has_its_audience(people: str, audience: str):
    assert for_whom(f"{people} attended the workshop.") == [audience]


@pytest.mark.parametrize(
    ("held", "there", "beside"),
    [
        (
            "L'OIM a organisé un atelier sur la traite des personnes à Lusaka, en Zambie, du 10 au 12 mai 2023.",
            ["Les avocats ont été formés.", "La formation était ouverte aux avocats."],
            ["Un guide pour les avocats sera publié.", "Les avocats jouent un rôle clé."],
        ),
        (
            "La OIM organizó un taller sobre la trata de personas en Lusaka, Zambia, del 10 al 12 de mayo de 2023.",
            ["Los abogados fueron capacitados.", "Estuvieron presentes abogados."],
            ["Se publicará una guía para abogados.", "Los abogados desempeñan un papel clave."],
        ),
        (
            "A OIM organizou uma oficina sobre tráfico de pessoas em Lusaca, Zâmbia, de 10 a 12 de maio de 2023.",
            ["Os advogados receberam formação.", "Foram convidados advogados."],
            ["Será publicado um guia para advogados.", "Os advogados desempenham um papel fundamental."],
        ),
        (
            "МОМ провела семинар по противодействию торговле людьми в Лусаке, Замбия, 10–12 мая 2023 года.",
            ["Адвокаты прошли обучение.", "На семинаре присутствовали адвокаты."],
            ["Адвокаты играют ключевую роль.", "Занятия вели адвокаты из Норвегии."],
        ),
    ],
)
def test_four_other_languages_tell_who_came_and_who_did_not(held: str, there: list[str], beside: list[str]):
    assert all(one(f"{held} {said}").record["audiences"] == ["lawyers"] for said in there)
    assert not any(one(f"{held} {said}").record["audiences"] for said in beside)
