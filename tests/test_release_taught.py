"""Who taught at an event, told by what people did; texts written for the tests."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement

HELD = (
    "Legal practitioners meet against trafficking in human beings\n\n"
    "The OSCE held a two-day workshop on trafficking in human beings in Tirana, Albania, on 12 and 13 November 2024. "
)


def _of(role: str, said: str) -> set[str]:
    (draft,) = read_announcement(HELD + said, None, "2024-11-20")
    return {one["iso3"] for one in draft.record["countries"] if one["role"] == role}


@pytest.mark.parametrize(
    "said",
    [
        "Experienced prosecutors from Ghana and Kenya led the sessions.",
        "Practitioners from Ghana and Kenya walked the trainees through mock cases.",
        "Investigators from Ghana and Kenya passed on their know-how.",
        "Judges from Ghana and Kenya acted as trainers.",
        "Judges from Ghana and Kenya were among the speakers.",
        "Judges from Ghana and Kenya presented case law.",
        "Police officers came from Ghana and Kenya to teach.",
        "The exercises were run by police officers from Ghana and Kenya.",
        "Participants learned from magistrates from Ghana and Kenya.",
        "Participants benefited from the expertise of prosecutors from Ghana and Kenya.",
        "Presentations by judges from Ghana and Kenya were followed by group work.",
        "The faculty included judges from Ghana and Kenya.",
        "Under the guidance of detectives from Ghana and Kenya, they practised interviewing.",
        "The lectures were given by Ghanaian and Kenyan magistrates.",
        "A judge from Ghana and two prosecutors from Kenya coached the teams.",
        "The organizers had invited notaries from Ghana and Kenya to share their experience.",
    ],
)
def test_those_who_taught_are_experts_whatever_their_profession(said: str) -> None:
    assert _of("expert", said) == {"GHA", "KEN"}


@pytest.mark.parametrize(
    "said",
    [
        "The trainer, a former detective from Kenya, used real cases.",
        "One of the trainers was a police officer from Kenya.",
        "The trainers, from Kenya, used real cases.",
        "Kenyan judge Mary Example spoke about evidence.",
        "Two former officers of the Kenyan Directorate of Criminal Investigations led the exercises.",
    ],
)
def test_one_or_two_who_taught_are_experts(said: str) -> None:
    assert _of("expert", said) == {"KEN"}


@pytest.mark.parametrize(
    "said",
    [
        "The training was delivered by OSCE experts to judges from Ghana and Kenya.",
        "The sessions, led by the OSCE, brought together judges from Ghana and Kenya.",
        "Officers from Ghana and Kenya trained together for two days.",
        "Delegations from Ghana and Kenya presented their national systems.",
        "Thirty-two trainers from Ghana and Kenya attended.",
    ],
)
def test_those_who_came_to_learn_are_no_experts(said: str) -> None:
    assert _of("expert", said) == set()
    assert _of("participant", said) >= {"GHA", "KEN"}


@pytest.mark.parametrize(
    "said",
    [
        "The manual was written by experts from Ghana and Kenya.",
        "A report by researchers from Ghana and Kenya was presented.",
        "Investigations led by prosecutors from Ghana and Kenya were discussed.",
        "Participants learned about cases from Ghana and Kenya.",
        "Trainers from Ghana and Kenya could not attend.",
        "Prosecutors should learn from countries such as Ghana and Kenya, one speaker said.",
    ],
)
def test_those_who_wrote_or_worked_elsewhere_did_not_come(said: str) -> None:
    assert _of("expert", said) | _of("participant", said) <= {"ALB"}


def test_delegations_that_met_for_a_regional_meeting_present_their_work_as_participants() -> None:
    text = (
        "Regional meeting on smuggling of migrants\n\nUNODC held a regional workshop on the smuggling of migrants in "
        "Bangkok, Thailand, on 12 and 13 November 2024. Prosecutors from Malaysia and Indonesia shared their "
        "experience."
    )
    (draft,) = read_announcement(text, None, "2024-11-20")
    roles = {(one["iso3"], one["role"]) for one in draft.record["countries"]}
    assert {("MYS", "participant"), ("IDN", "participant")} <= roles
    assert not any(role == "expert" for _, role in roles)


def test_teachers_are_read_in_other_languages() -> None:
    french = (
        "Les magistrats de Dakar se forment\n\nDu 11 au 13 juin 2019, trente magistrats du Sénégal et du Mali ont "
        "participé à "
        "Dakar à un atelier régional sur la traite des personnes. Deux experts français et une magistrate belge ont "
        "présenté "
        "des dossiers."
    )
    russian = (
        "Трёхдневный тренинг для журналистов на тему торговли людьми завершился 14 октября 2016 года в Душанбе. "
        "Занятия вели редакторы из Казахстана."
    )
    for text, told in ((french, {"FRA", "BEL"}), (russian, {"KAZ"})):
        (draft,) = read_announcement(text, None, None)
        assert {one["iso3"] for one in draft.record["countries"] if one["role"] == "expert"} == told


@pytest.mark.parametrize(
    ("text", "role", "told"),
    [
        ("El taller fue facilitado por especialistas de Argentina y España.", "expert", {"ARG", "ESP"}),
        ("Los participantes aprendieron de fiscales argentinos.", "expert", {"ARG"}),
        ("Dos expertas argentinas y un juez español impartieron las sesiones.", "expert", {"ARG", "ESP"}),
        ("Participaron jueces y notarios de Bolivia y Ecuador.", "participant", {"BOL", "ECU"}),
    ],
)
def test_those_who_came_and_taught_are_read_in_spanish(text: str, role: str, told: set[str]) -> None:
    held = (
        "Jueces se capacitan\n\nLa UNODC organizó un taller sobre la trata de personas en Lima, Perú, el 12 y 13 de "
        "noviembre de 2024. "
    )
    (draft,) = read_announcement(f"{held}{text}\n", None, "2024-11-20")
    assert {one["iso3"] for one in draft.record["countries"] if one["role"] == role} == told


def test_judges_of_countries_are_read_in_portuguese() -> None:
    text = (
        "Juízes em formação\n\nO UNODC organizou uma formação sobre o tráfico de pessoas em Maputo, Moçambique, nos "
        "dias "
        "12 e 13 de novembro de 2024. Participaram 30 juízes de Angola, Moçambique e Cabo Verde.\n"
    )
    (draft,) = read_announcement(text, None, "2024-11-20")
    came = {one["iso3"] for one in draft.record["countries"] if one["role"] == "participant"}
    assert came == {"AGO", "MOZ", "CPV"}


def test_colleagues_who_receive_a_visit_teach() -> None:
    text = (
        "Officials look at shelters\n\nNine Moldovan officials took part in a study visit on human trafficking "
        "to Madrid, Spain, from 6 to 10 May 2019. Their Spanish colleagues explained how victims are protected.\n"
    )
    (draft,) = read_announcement(text, None, "2019-05-20")
    roles = {(one["iso3"], one["role"]) for one in draft.record["countries"]}
    assert {("ESP", "expert"), ("MDA", "participant")} <= roles
    assert ("ESP", "participant") not in roles
