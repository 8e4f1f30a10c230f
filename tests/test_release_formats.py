"""What an event was, where a page names events of several formats."""

from __future__ import annotations

import pytest

from tests.drafts import one

HELD = "Lima, 4 May 2021 – IOM held a two-day {} on human trafficking for 20 judges in Lima, Peru."


def kind(text: str) -> str | None:
    format_: str | None = one(text).record["format"]
    return format_


@pytest.mark.parametrize("format_", ["training", "workshop", "seminar"])
@pytest.mark.parametrize(
    "part",
    [
        "Participants took part in a mock trial on the last day.",
        "A simulated hearing was used for practice.",
        "The judges ended with a table-top exercise and went on a study visit to a shelter.",
        "A webinar prepared them for it.",
    ],
)
def test_what_is_told_as_a_part_of_an_event_is_not_its_format(format_, part):
    assert kind(f"{HELD.format(format_)} {part}") == format_


def test_an_exercise_that_opens_the_text_is_one_though_those_who_came_are_trained():
    text = "The OSCE held a simulation exercise on human trafficking in Vienna on 3 May 2021. The training went on."
    assert kind(text) == "simulation exercise"


def test_the_workshop_that_people_followed_is_the_event():
    text = "From 2 to 4 May UNODC brought its training on human trafficking to Lima, Peru. {} the three-day workshop."
    assert kind(text.format("Eighteen judges followed")) == "workshop"
    assert kind(text.format("The course followed")) == "training"


def test_a_training_course_is_a_training_though_groups_are_called_a_workshop():
    assert kind(f"{HELD.format('training course')} Workshop groups spoke of cases.") == "training"


@pytest.mark.parametrize("word", ["Ces assises ont", "Ce forum a"])
def test_a_word_that_takes_up_an_event_of_any_format_is_not_its_format(word):
    text = f"L'OIM a organisé à Dakar une formation sur la traite des personnes. {word} réuni 30 magistrats."
    assert kind(text) == "training"


def test_the_name_of_a_body_at_the_head_of_its_letters_is_no_format():
    text = (
        "CONFERENCIA DE FISCALES DEL SUR (CFS)\nReunión sobre la trata de personas\nLima, Perú, 4 de mayo de 2021\n\n"
        "Asistieron los fiscales de Perú y Chile. La OIM apoyará la celebración de un taller el próximo año."
    )
    assert kind(text) == "meeting"


def test_a_day_of_reflection_is_of_no_other_format():
    text = "L'OIM a organisé à Dakar une journée de réflexion sur la traite des personnes pour 30 magistrats."
    assert kind(text) == "other"


def test_an_event_with_its_title_counts_more_than_the_course_that_opens_the_text():
    text = (
        "Judges completed a three-day course in Lima on 3 May 2021. IOM had brought them together for a workshop "
        'entitled "Hearing victims of human trafficking".'
    )
    assert kind(text) == "workshop"


@pytest.mark.parametrize("more", ["A workshop on evidence closed it.", "A workshop will follow."])
def test_a_workshop_within_or_after_a_course_is_not_its_format(more):
    assert kind(f"{HELD.format('course')} {more}") == "training"


@pytest.mark.parametrize(
    ("more", "mode"),
    [
        ("Judges took part both in person and online.", "hybrid"),
        ("The manual used in the workshop is available online.", None),
        ("Women recruited online were a topic of the workshop.", None),
    ],
)
def test_how_people_met_is_told_of_them_and_not_of_what_is_found_online(more, mode):
    assert one(f"{HELD.format('workshop')} {more}").record["mode"] == mode
