"""Where an event was held, in the many ways to say it; texts written for the tests."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement

TITLE = "Judges meet against trafficking in human beings\n\n"


def _where(said: str) -> tuple[str | None, str | None]:
    (draft,) = read_announcement(f"{TITLE}{said}\n", None, "2024-11-20")
    return draft.record["city"], draft.record["host_country"]


@pytest.mark.parametrize(
    "said",
    [
        "A workshop on human trafficking took place in the Albanian capital of Tirana on 12 November 2024.",
        "A workshop on human trafficking took place in Albania's capital Tirana on 12 November 2024.",
        "The capital of Albania, Tirana, hosted a workshop on human trafficking on 12 November 2024.",
        "TIRANA (12 November 2024) – UNODC held a workshop on human trafficking.",
        "The Tirana workshop on human trafficking, held on 12 November 2024, gathered judges.",
        "On 12 November 2024 Tirana was the venue of a workshop on human trafficking.",
        "Tirana was the setting for a workshop on human trafficking on 12 November 2024.",
        "Tirana today hosts a workshop on human trafficking.",
        "The venue of the workshop on human trafficking on 12 November 2024 was Tirana, Albania.",
        "The city of Tirana welcomed judges to a workshop on human trafficking on 12 November 2024.",
        "Judges attended a workshop on human trafficking on the outskirts of Tirana on 12 November 2024.",
        "A workshop on human trafficking took place at Tirana University on 12 November 2024.",
        "A workshop on human trafficking (Tirana, 12-13 November 2024) was organized by the OSCE.",
        "A workshop on human trafficking was held at the school of the judiciary, Tirana, on 12 November 2024.",
        "Thirty judges are in Tirana this week for a workshop on human trafficking.",
        (
            "Following a workshop in Skopje in June, judges met for a workshop on human trafficking in Tirana on "
            "12 November 2024."
        ),
        (
            "The third workshop on human trafficking after those in Rome and Skopje took place in Tirana on "
            "12 November 2024."
        ),
    ],
)
def test_the_town_of_an_event_is_read_however_it_is_told(said: str) -> None:
    assert _where(said) == ("Tirana", "ALB")


@pytest.mark.parametrize(
    "said",
    [
        "Hosted by Albania, the workshop on human trafficking took place on 12 November 2024.",
        "The workshop on human trafficking of 12 November 2024 was hosted by the Government of Albania.",
        (
            "The workshop on human trafficking on 12 November 2024, hosted by the Albanian Ministry of Justice, "
            "gathered judges."
        ),
    ],
)
def test_who_hosted_says_the_country(said: str) -> None:
    assert _where(said) == (None, "ALB")


@pytest.mark.parametrize(
    "said",
    [
        "Vienna welcomed a delegation of judges from Kenya for a study visit on human trafficking on 12 November 2024.",
        "Vienna hosted a workshop on human trafficking on 12 November 2024, hosted by the Kenyan Embassy.",
    ],
)
def test_guests_and_embassies_are_no_hosts(said: str) -> None:
    assert _where(said) == ("Vienna", "AUT")


@pytest.mark.parametrize(
    "said",
    [
        "A follow-up will be hosted by the Government of Serbia.",
        "Serbia played host to the first edition in 2022.",
        "A sister event was held on the outskirts of Belgrade in May.",
        "The Belgrade conference of 2023 had called for it.",
    ],
)
def test_the_place_of_another_event_is_not_the_events(said: str) -> None:
    held = "The OSCE held a two-day workshop on trafficking in Tirana, Albania, on 12 and 13 November 2024."
    assert _where(f"{held} {said}") == ("Tirana", "ALB")
