"""What a cell of people says beside their number is told."""

from __future__ import annotations

import pytest

from loaders.list_cells import read_people


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("25 persons from Peru", "names Peru too"),
        ("25 officials (12 from Cuba, 13 from Haiti)", "names Cuba, Haiti too"),
        ("25 from 5 countries", "how many countries"),
        ("25?", "not to be sure"),
    ],
)
def test_countries_and_doubts_beside_a_number_of_people_are_told(cell: str, said: str):
    people, advice = read_people(cell)
    assert people is not None
    assert people.total == int(cell[:2])
    assert said in advice


@pytest.mark.parametrize("cell", ["25", "25 people", "about 30", "10 women, 15 men", "25 Judges", "25*"])
def test_a_number_alone_is_not_asked_about(cell: str):
    assert read_people(cell)[1] == ""
