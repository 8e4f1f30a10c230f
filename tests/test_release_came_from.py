"""From which countries people came, in the many ways to say it; texts written for the tests."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement

MET = (
    "Regional meeting on smuggling of migrants\n\nUNODC held a regional workshop on the smuggling of migrants in "
    "Bangkok, Thailand, on 12 and 13 November 2024. "
)
HELD = (
    "Legal practitioners meet against trafficking in human beings\n\nThe OSCE held a two-day workshop on trafficking "
    "in human beings in Tirana, Albania, on 12 and 13 November 2024. "
)


def _came(text: str) -> set[str]:
    (draft,) = read_announcement(text, None, "2024-11-20")
    return {one["iso3"] for one in draft.record["countries"] if one["role"] == "participant"}


@pytest.mark.parametrize(
    "said",
    [
        "Those attending were from Kenya, Uganda and Rwanda.",
        "Attendees represented Kenya, Uganda and Rwanda.",
        "Teams from Kenya, Uganda and Rwanda worked on a case study.",
        "Kenya, Uganda and Rwanda each sent five officers.",
        "Kenya was represented by 12 officers, Uganda by ten and Rwanda by eight.",
        "From Kenya came 12 officers, from Uganda ten and from Rwanda eight.",
        "Kenyan officials met their Ugandan and Rwandan counterparts.",
        "Participants from Kenya (12), Uganda (10) and Rwanda (8) attended.",
        "Nationals of Kenya, Uganda and Rwanda attended the training.",
        "Kenya, Uganda and Rwanda were among the countries represented.",
        "Representatives of the governments of Kenya, Uganda and Rwanda attended.",
        "Officials from Kenya's Judiciary, Uganda's Judiciary and Rwanda's Judiciary were trained.",
        "Thirty-two instructors from Kenya, Uganda and Rwanda attended.",
        "Thirty notaries from Kenya, Uganda and Rwanda were trained.",
    ],
)
def test_those_who_came_are_read_however_they_are_told(said: str) -> None:
    assert _came(MET + said) == {"KEN", "UGA", "RWA"}


def test_officers_brought_to_an_event_are_no_migrants() -> None:
    said = "UNODC brought 24 officers from Nepal and Sri Lanka to Bangkok on 12 November 2024 for a course on migrants."
    assert _came(f"Smuggling of migrants\n\n{said}\n") == {"NPL", "LKA"}


@pytest.mark.parametrize(
    "said",
    [
        "Investigators compared Albanian law with that of Italy and Austria.",
        "Participants called for better cooperation with the authorities of Italy and Austria.",
        "The case, solved with police from Italy and Austria, was discussed.",
        "A joint operation by officers from Italy and Austria was presented.",
        "Officials of Italy and Austria are to be invited to the next edition.",
        "The prosecutor described how she had worked with colleagues from Italy and Austria on the case.",
        "Judges from Italy and Austria are to follow in spring.",
    ],
)
def test_those_with_whom_somebody_works_elsewhere_did_not_come(said: str) -> None:
    assert _came(HELD + said) <= {"ALB"}


def test_guests_and_speakers_together_are_those_who_came() -> None:
    assert _came(f"{HELD}Guests and speakers are coming from Ghana and Kenya.") == {"GHA", "KEN"}


def test_a_winter_course_is_an_event() -> None:
    text = (
        "Notaries against trafficking\n\nTwelve notaries graduated from the Council of Europe's winter course on human "
        "trafficking in Zagreb, Croatia, on 17 December 2024.\n"
    )
    assert _came(text) == {"HRV"}
