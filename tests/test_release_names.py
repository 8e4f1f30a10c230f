"""Names of bodies in announcements: where one begins, how far it goes, and which body stands for it."""

from __future__ import annotations

import pytest

from loaders.organisations import find_organisations
from tests.drafts import bodies, one


def organisers(who: str) -> set[str]:
    return bodies(
        one(
            "A three-day workshop on human trafficking for 20 judges took place in Accra, Ghana, "
            f"from 3 to 5 May 2022. "
            f"It was organized by {who}."
        ),
        "organiser",
    )


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Organização Internacional para as Migrações", "iom"),
        ("Organisation internationale pour les migrations", "iom"),
        ("Oficina de las Naciones Unidas contra la Droga y el Delito", "unodc"),
        ("Bureau of International Narcotics and Law Enforcement Affairs", "us-inl"),
        ("Swiss Agency for Development and Cooperation", "switzerland-sdc"),
    ],
)
def test_a_name_with_small_words_inside_is_found_in_running_text(name: str, body: str):
    assert [each.organisation_id for each in find_organisations(f"The workshop of the {name} ended.")] == [
        body
    ]


def test_small_letters_make_no_name_of_two_words():
    assert find_organisations("A home office is no ministry, and a Nordic council of friends is none.") == []


@pytest.mark.parametrize(
    "office",
    [
        "IOM in Ghana",
        "the International Organization for Migration (IOM) in Ghana",
        "the IOM Mission in Ghana",
    ],
)
def test_the_office_of_a_body_in_a_country_stands_for_the_body(office: str):
    assert organisers(office) == {"International Organization for Migration"}


def test_a_regional_office_stands_for_itself():
    assert organisers("the UNODC Regional Office for South Asia") == {"UNODC Regional Office for South Asia"}


def test_a_ministry_is_named_with_all_its_tasks():
    assert organisers("the Ministry of Tourism, Culture and Youth and IOM") == {
        "Ministry of Tourism, Culture and Youth of Ghana",
        "International Organization for Migration",
    }


def test_a_ministry_before_another_body_ends_at_the_comma():
    assert organisers("the Ministry of Tourism, INTERPOL and UNICEF") == {
        "Ministry of Tourism of Ghana",
        "International Criminal Police Organization",
        "United Nations Children's Fund",
    }


def test_a_body_each_country_may_have_is_told_with_its_country():
    assert organisers("the National Lantern Agency") == {"National Lantern Agency of Ghana"}
    assert organisers("the National Lantern Agency of Togo") == {"National Lantern Agency of Togo"}
    assert organisers("the Lantern Foundation") == {"Lantern Foundation"}


def test_a_support_office_with_its_process_is_one_body():
    assert organisers("the Regional Support Office (RSO) of the Bali Process") == {
        "Regional Support Office of the Bali Process"
    }
