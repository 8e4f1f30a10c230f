"""How many came, where they are counted kind by kind or side by side, and where others are counted."""

from __future__ import annotations

import pytest

from loaders.headcounts import find_headcounts
from tests.drafts import one

HELD = "IOM held a two-day workshop on human trafficking in Lima, Peru, on 3 and 4 May 2021. "
LAST = "The {} on human trafficking held by the OSCE took place in Poltava, Ukraine, on 11 June 2010. "


def total(text: str) -> int | None:
    count: int | None = one(text).record["participants"]["total"]
    return count


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Twenty judges and prosecutors, ten police and coast guard officers and five clerks", 35),
        ("Twelve judges and prosecutors from Lima, ten police officers of Cusco and five clerks", 27),
        ("15 judges and lawyers and 12 officers", 27),
        ("20 jueces y fiscales, diez policías y cinco médicos", 35),
        ("20 magistrats et greffiers, 10 policiers et 5 avocats", 35),
        ("20 судей и прокуроров, 10 полицейских и 5 адвокатов", 35),
        ("45 people: 20 judges and prosecutors, 15 police officers and 10 social workers", 45),
        ("20 judges and prosecutors, 10 of them from Lima", 20),
        ("12 officers and staff of 3 shelters", 12),
    ],
)
def test_a_count_of_two_kinds_is_added_to_those_of_others(words, count):
    assert find_headcounts(words)[0].headcount.low == count


def test_women_and_men_behind_a_count_of_two_kinds_are_of_all():
    found = find_headcounts("30 judges and prosecutors, 12 women and 18 men")[0].headcount
    assert (found.low, found.women, found.men) == (30, 12, 18)


@pytest.mark.parametrize(
    "body", ["the prosecution service", "prosecution offices", "the prosecution authorities"]
)
def test_the_prosecution_service_is_where_people_come_from(body):
    assert find_headcounts(f"Twenty practitioners from {body} were present.")[0].headcount.low == 20


def test_those_whom_the_prosecution_services_met_as_suspects_are_not_counted():
    assert not find_headcounts("20 men were referred to the prosecution service")


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("In all, 18 officers were sent from Chile. On the Peruvian side there were 12 participants.", 30),
        ("From Chile came 18 officials. On the Peruvian side, 12 participants attended.", 30),
        ("Eighteen officials came from Chile, and from the Peruvian side came 12 judges.", 30),
        ("Officials of Chile were there. On the Peruvian side there were 12 participants.", None),
    ],
)
def test_those_of_one_side_are_added_to_those_of_the_other_or_left_out(told, count):
    assert total(HELD + told) == count


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("All 24 received certificates.", 24),
        ("Participants numbered 24.", 24),
        ("Participants: 24 officers, clerks and others working against human trafficking.", 24),
        ("All 24 victims received certificates.", None),
        ("Some 24 students took part, as role players.", None),
        ("Some 24 students took part, as well as observers.", 24),
    ],
)
def test_who_is_counted_tells_whether_they_came(told, count):
    assert total(HELD + told) == count


@pytest.mark.parametrize("last", ["last of eight regional training sessions", "final of the four workshops"])
@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Altogether the sessions reached 200 inspectors.", None),
        ("This session gathered 45 inspectors.", 45),
        ("In Poltava, 45 inspectors were trained.", 45),
    ],
)
def test_of_the_last_of_some_events_only_its_own_people_are_counted(last, told, count):
    assert total(LAST.format(last) + told) == count


def test_those_who_are_to_be_trained_are_not_counted():
    assert total(f"{HELD}Under the project, 600 officials are to be trained.") is None
