"""Bodies bound by a word in one cell of a list, and what in such a cell is no body."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from loaders.list_bodies import body
from tests.lists_written import Read


def of(tmp_path: Path, heading: str, cell: str) -> Read:
    (tmp_path / "list.csv").write_text(
        f'Title,Date,City,{heading}\nA fair,2020-01-02,Vienna,"{cell}"\n', encoding="utf-8"
    )
    return Read(tmp_path / "list.csv")


def roles(record: dict[str, Any]) -> set[str]:
    """Each body and each country that paid, with its role."""
    paid = [row for row in record.get("countries", ()) if row["role"] == "funder"]
    return {
        *(f"{row['as_written']} {row['role']}" for row in record.get("organisations", ())),
        *(f"{row['iso3']} pays" for row in paid),
    }


@pytest.mark.parametrize(
    ("heading", "cell", "kept", "asked"),
    [
        ("Organiser", "UNODC (funded by Norway)", {"UNODC organiser", "NOR pays"}, []),
        ("Organiser", "IOM, in cooperation with OSCE", {"IOM organiser", "OSCE partner"}, []),
        ("Organiser", "IOM jointly with OSCE", {"IOM organiser", "OSCE organiser"}, []),
        ("Organiser", "IOM with UNODC", {"IOM organiser"}, ["UNODC"]),
        ("Organiser", "OSCE en partenariat avec IOM", {"OSCE organiser", "IOM partner"}, []),
        ("Funder", "Norway, co-funded by Sweden", {"NOR pays", "SWE pays"}, []),
        ("Funder", "Japan via IOM", {"JPN pays"}, ["IOM"]),
        ("Funder", "Sweden/Norway (co-funded by EU)", {"SWE pays", "NOR pays", "EU funder"}, []),
        ("Funder", "Norway & Denmark via UNODC", {"NOR pays", "DNK pays"}, ["UNODC"]),
        ("Funder", "Paid by Japan", {"JPN pays"}, []),
        ("Partner", "In cooperation with IOM", {"IOM partner"}, []),
        ("Funder", "EUR 20,000 (EU)", {"EUR 20,000 (EU) funder"}, []),
    ],
)
def test_a_word_between_two_bodies_tells_their_roles_or_is_asked_about(
    heading: str, cell: str, kept: set[str], asked: list[str], tmp_path: Path
):
    read = of(tmp_path, heading, cell)
    assert roles(read.records[0]) == kept
    assert [(value, severity) for _, value, severity in read.told("D")] == [
        (name, "warning") for name in asked
    ]


@pytest.mark.parametrize(
    "cell", ["Women with Wings", "Partners with Children Network", "Path through Justice"]
)
def test_a_body_with_such_a_word_in_its_name_is_one(cell: str, tmp_path: Path):
    assert roles(of(tmp_path, "Organiser", cell).records[0]) == {f"{cell} organiser"}


@pytest.mark.parametrize("heading", ["Organiser", "Funder"])
@pytest.mark.parametrize(
    "cell", ["NA", "no", "online", "Not funded by Norway", "no external funding", "Niger Delta", "New Mexico"]
)
def test_what_is_no_body_is_told_and_not_kept(heading: str, cell: str, tmp_path: Path):
    read = of(tmp_path, heading, cell)
    assert roles(read.records[0]) == set()
    assert read.told("D") == [(2, cell, "note")]


@pytest.mark.parametrize("heading", ["Organiser", "Funder"])
@pytest.mark.parametrize("cell", ["Norway (tbc)", "IOM (declined)", "IOM?"])
def test_a_body_that_is_not_sure_is_told_and_not_kept(heading: str, cell: str, tmp_path: Path):
    read = of(tmp_path, heading, cell)
    assert roles(read.records[0]) == set()
    assert read.told("D") == [(2, cell, "warning")]


def test_bodies_named_for_what_they_refuse_or_where_they_are_stay_bodies():
    for name in ("Not For Sale", "No More Chains", "River Delta Trust", "Bay Area Women"):
        assert body(name)[0] == "unknown"


def test_a_body_beside_what_is_none_is_kept_alone(tmp_path: Path):
    read = of(tmp_path, "Organiser", "IOM / online")
    assert (roles(read.records[0]), read.told("D")) == ({"IOM organiser"}, [(2, "online", "note")])
    assert roles(of(tmp_path, "Organiser", "IOM / Blue Garden").records[0]) == {"IOM / Blue Garden organiser"}
