"""What a text only touches is no topic of its event, and those who taught are told from those who came."""

from __future__ import annotations

from tests.drafts import one

# Topics


def test_laws_named_once_among_what_was_taught_are_no_topic():
    text = (
        "IOM held a workshop on human trafficking for 20 police officers in Lima, Peru, on 3 May 2021. The officers "
        "heard about the legal framework, indicators of trafficking and the rights of victims."
    )
    assert "legislation and policy" not in one(text).record["topics"]


def test_laws_in_the_headline_are_a_topic():
    text = (
        "Lima seminar on a new law on human trafficking\n\n"
        "IOM held a seminar on the draft law on human trafficking for 20 members of parliament in Lima, Peru, on 3 May "
        "2021. They compared the draft law with the Protocol and discussed the national action plan."
    )
    assert "legislation and policy" in one(text).record["topics"]
