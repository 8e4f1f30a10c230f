"""What an event was on: its subject and what it dealt with, against what its page only tells beside it."""

from __future__ import annotations

import pytest

from tests.drafts import one

HELD = "IOM held a three-day workshop on human trafficking for 20 officials in Lusaka, Zambia, on 10-12 May 2023."


def topics(text: str) -> list[str]:
    return one(text).record["topics"]


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("building strong cases", "investigation and prosecution"),
        ("letters rogatory", "international cooperation"),
        ("spotting the signs", "victim identification and referral"),
        ("aftercare", "victim protection and assistance"),
        ("the risks of going abroad", "prevention and awareness"),
        ("legal reform", "legislation and policy"),
        ("first-line checks", "border management"),
        ("illegal adoption", "child trafficking"),
        ("wage theft", "labour exploitation"),
        ("the sex trade", "sexual exploitation"),
        ("asset tracing", "financial investigation"),
        ("online grooming", "technology-facilitated trafficking"),
        ("prevalence estimates", "data and research"),
        ("transnational crime", "organised crime"),
        ("women's empowerment", "gender and human rights"),
        ("statelessness", "refugees and migration management"),
        ("smuggling rings", "smuggling of migrants"),
    ],
)
def test_a_subject_is_known_by_its_near_words(words: str, topic: str):
    assert topic in topics(f"{HELD} The workshop focused on {words}. Sessions dealt with {words}.")


def test_what_a_workshop_was_on_counts_for_more_than_what_its_sentence_names():
    text = (
        "A workshop on human trafficking and sexual exploitation was held in Lusaka, Zambia, on 10 May 2023."
    )
    beside = (
        "A workshop on human trafficking was held in a street of brothels in Lusaka, Zambia, on 10 May 2023."
    )
    assert "sexual exploitation" in topics(text)
    assert "sexual exploitation" not in topics(beside)


@pytest.mark.parametrize(
    "sentence",
    [
        "A workshop on money laundering will be held next year.",
        "An earlier workshop on money laundering was held in 2021.",
        "The project is funded by the EU and aims at money laundering in five countries.",
    ],
)
def test_the_subject_of_another_event_or_of_a_project_is_no_topic(sentence: str):
    assert "financial investigation" not in topics(f"{HELD} {sentence}")


def test_a_border_that_is_only_crossed_is_no_border_management():
    assert "border management" not in topics(
        f"{HELD} The workshop focused on cross-border cooperation across borders."
    )
    assert "border management" in topics(f"{HELD} The workshop focused on border checks at land borders.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The second day belonged to asset tracing and money laundering.",
        "Working groups dealt with asset tracing and money laundering.",
        "The opening session covered asset tracing and money laundering.",
    ],
)
def test_what_was_done_on_its_days_is_of_the_event(sentence: str):
    assert "financial investigation" in topics(f"{HELD}\n\nLusaka is a large town.\n\n{sentence}")


def test_a_subject_written_as_a_title_counts():
    text = (
        "From 30 to 31 May 2023 IOM Zambia held a training on the Identification and Referral of Victims of "
        "Human Trafficking for 20 officials in Lusaka, Zambia."
    )
    assert "victim identification and referral" in topics(text)


def test_a_word_behind_the_dateline_is_no_name():
    text = "LUSAKA, 12 May 2023 - Consular officers attended a course on human trafficking in Lusaka, on 10 May 2023."
    assert "consular response" in topics(text)


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        (
            "Inspectors practised how to recognise cases of exploitation and to whom a suspicion is passed on.",
            "victim identification and referral",
        ),
        (
            "They learned where to find a safe place and medical treatment for them.",
            "victim protection and assistance",
        ),
        ("They talked about false job offers and young people at risk.", "prevention and awareness"),
    ],
)
def test_a_topic_told_in_plain_words_is_found(sentence: str, topic: str):
    assert topic in topics(f"{HELD} {sentence}")


@pytest.mark.parametrize(
    ("held", "dealt", "topic"),
    [
        (
            "L'OIM a organisé un atelier sur la traite des personnes à Lusaka, en Zambie, du 10 au 12 mai 2023.",
            "L'atelier a porté sur l'aide aux victimes et le soutien psychosocial.",
            "victim protection and assistance",
        ),
        (
            "La OIM organizó un taller sobre la trata de personas en Lusaka, Zambia, del 10 al 12 de mayo de 2023.",
            "El taller trató de la detección de víctimas y de las señales de alerta.",
            "victim identification and referral",
        ),
        (
            "МОМ провела семинар по противодействию торговле людьми в Лусаке, Замбия, 10–12 мая 2023 года.",
            "Участники обсудили сбор доказательств и судебную практику по уголовным делам.",
            "investigation and prosecution",
        ),
    ],
)
def test_other_languages_say_what_an_event_dealt_with(held: str, dealt: str, topic: str):
    assert topic in topics(f"{held} {dealt}")
