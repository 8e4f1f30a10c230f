"""A body is known with what it did or gave beside its name, and nothing else is taken for that."""

from __future__ import annotations

import pytest

from loaders.list_beside import bare
from loaders.list_bodies import read_bodies, read_funders


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UNODC (lead)", "UNODC"),
        ("OSCE [Co-organiser]", "OSCE"),
        ("IOM (lead agency, 60%)", "IOM"),
        ("ICMPD – host", "ICMPD"),
        ("Lead: UNODC", "UNODC"),
        ("Interpol (chef de file)", "Interpol"),
        ("МОМ (организатор)", "МОМ"),
        ("EU (80 %)", "EU"),
        ("EU 80%", "EU"),
        ("20.5% Austria", "Austria"),
        ("Japan (USD 12,000)", "Japan"),
        ("EU: 80%", "EU"),
    ],
)
def test_what_a_body_did_or_gave_is_no_part_of_its_name(text: str, name: str):
    assert bare(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "UNODC (ROCA)",
        "Ministry of Justice (Peru)",
        "Host Nation Trust",
        "Partner Institute",
        "Lead Foundation (Kenya)",
        "(lead)",
        "Centre 21 (2019)",
    ],
)
def test_other_words_stay_in_a_name(text: str):
    assert bare(text) == text


def test_a_name_keeps_on_record_how_it_was_written():
    rows = read_bodies("UNODC (lead); Zed Institute (host)", "organiser", host=None, full_name=str).items
    said = [(row["name"], row["as_written"]) for row in rows]
    assert said == [("unodc", "UNODC (lead)"), ("Zed Institute", "Zed Institute (host)")]


@pytest.mark.parametrize("text", ["EU (80%) & Austria (20%)", "80% EU, 20% Austria", "EU 80% / Austria 20%"])
def test_payers_with_their_shares_are_told_apart(text: str):
    paid = read_funders(text, full_name=str, country_of=lambda _: None)
    assert [row["iso3"] for row in paid.countries] == ["AUT"]
    assert [row["name"] for row in paid.organisations] == ["eu"]
    assert paid.faults == ()
