"""Cells of lists: long lists are read by names seen before, and every cell as if it were the only one."""

from __future__ import annotations

import csv
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import lists as long_lists
from loaders import list_words
from loaders.list_bodies import body
from loaders.list_countries import country, named_countries, plain_countries, read_countries
from loaders.list_gate import refused
from loaders.list_ids import slug
from loaders.list_pieces import PIECES, unmarked
from loaders.organisation_views import NOWHERE, seen_from
from loaders.organisations import classify
from tests.lists_written import ROOT, Read, countries

WORDS = list_words.read(ROOT / "data" / "vocabulary")
NAMES = ["Kazakhstan", "Bosnia and Herzegovina", "Trinidad and Tobago", "Benin", "Hong Kong, China", "Norway"]
CODES = ["KAZ", "BIH", "TTO", "BEN", "HKG", "NOR"]


def names(file: str) -> list[str]:
    with (ROOT / "data" / "vocabulary" / file).open(encoding="utf-8-sig", newline="") as text:
        return [row["name"] for row in csv.DictReader(text)]


# Countries


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Benin, Turks and Caicos Islands", "BEN TCA"),
        ("Norway, Bosnien und Herzegowina, Austria", "NOR BIH AUT"),
        ("Samoa, American", "ASM"),
        ("United Kingdom of GB and NI", "GBR"),
        ("Hong Kong, China, Malta", "HKG MLT"),
        ("Korea, Republic of, Malta", "KOR MLT"),
        ("Kazakhstan (5), Uzbekistan (3)", "KAZ UZB"),
        ("Albania; Georgia, Ukraine\nMalta", "ALB GEO UKR MLT"),
        ("Malta et Benin", "MLT BEN"),
        ("Malta\ny\tBenin", "MLT BEN"),
        ("Malta as well as Norway", "MLT NOR"),
    ],
)
def test_a_name_of_several_words_does_not_swallow_the_country_beside_it(cell: str, codes: str):
    assert " ".join(code for _, found in named_countries(cell) for code in found) == codes


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=8), st.sampled_from(["; ", "\n", ", ", " / "]))
def test_a_cell_holds_the_countries_of_its_names_in_their_order(chosen: list[str], separator: str):
    asked = [CODES[NAMES.index(name)] for name in chosen]
    given_ = [code for _, codes in named_countries(separator.join(chosen)) for code in codes]
    assert given_ == asked


@pytest.mark.parametrize("cell", ["Malta et Benin", "Malta\ny\tBenin", "et Malta", "Malta as well as Norway"])
def test_a_usual_cell_of_countries_gives_what_any_cell_gives(cell: str):
    items = read_countries(cell, "participant", WORDS, suggests=str).items
    assert plain_countries(cell, "participant") == list(items) != []


def test_who_is_said_not_to_have_come_is_left_out_whatever_word_says_so():
    absent = [
        "absent",
        "Did not attend",
        "NO SHOW",
        "apologies sent",
        "excusé",
        "no vino",
        "отсутствует",
        "не прибыл",
    ]
    for word in absent:
        assert plain_countries(f"Malta, Kenya ({word})", "participant") == []
        found = read_countries(f"Malta, Kenya ({word})", "participant", WORDS, suggests=str)
        assert [item["iso3"] for item in found.items] == ["MLT"]


def test_a_number_in_any_script_and_markup_are_no_names():
    assert not any(refused("organisers", cell) for cell in ("Unit 731", "R&D Unit", "Unit ٣"))
    assert all(refused("organisers", cell) for cell in ("٣", "12", "<b>Wien</b>", "Büro <b>Wien</b>"))


@pytest.mark.parametrize(
    ("cell", "text"),
    [("- one", "one"), ("  2) two", "two"), ("1. - three", "- three"), ("4 - four", "4 - four")],
)
def test_a_bullet_is_taken_off_once_and_only_at_the_beginning(cell: str, text: str):
    assert unmarked(cell) == text


def test_every_name_of_the_vocabulary_with_a_comma_or_and_in_it_is_one_name_in_a_cell():
    written = [name for name in names("country_aliases.csv") if PIECES.search(name) and country(name)]
    astray = [name for name in written if [codes for _, codes in named_countries(name)] != [(country(name),)]]
    assert astray == []


# Bodies


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("UNODC", NOWHERE),
        ("Ministry of Interior of Tajikistan", "TJK"),
        ("Ministry of Interior", None),
        ("U.S. Embassy", None),
    ],
)
def test_a_name_depends_on_the_host_where_it_tells_no_country_of_its_own(name: str, seen: str | None):
    assert seen_from(name) == seen


@pytest.mark.parametrize("host", ["KAZ", "USA", "FRA"])
def test_a_body_that_does_not_depend_on_the_host_is_the_same_from_everywhere(host: str):
    for name in [*names("organisations.csv"), *names("organisation_names.csv")]:
        answer = classify(name, host)
        assert body(name, host) == (answer.kind, answer.organisation_id), name


# Long lists


def test_a_made_up_list_is_the_same_each_time_and_its_rows_fit_their_headings():
    first, again = (list(islice(long_lists.rows(40), 40)) for _ in range(2))
    assert first == again
    assert {len(row) for row in first} == {len(long_lists.HEADINGS)}
    assert len({row[1] for row in first}) > 30


def test_a_made_up_list_loads_with_an_event_a_row(tmp_path: Path):
    read = Read(long_lists.write(300, tmp_path))
    assert len(read.records) == 300
    assert len({record["id"] for record in read.records}) == 300
    with (tmp_path / "lists" / "big.csv").open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    hosted = [bool(row["Host country"]) for row in rows]
    read_hosts = [bool(countries(record, "host")) for record in read.records]
    assert all(known for known, told in zip(read_hosts, hosted, strict=True) if told)


def test_a_cell_is_read_alike_the_first_time_and_later(tmp_path: Path):
    line = 'A course {0},2020-01-02,Vienna,"Italy, Atlantis",UNODC; Bureau of Zorbl\n'
    content = "Title,Date,City,Participating countries,Organisers\n" + "".join(map(line.format, range(5)))
    (tmp_path / "list.csv").write_text(content, encoding="utf-8")
    records = Read(tmp_path / "list.csv").records
    assert [countries(record, "participant") for record in records] == ["ITA"] * 5
    assert all(record["organisations"] == records[0]["organisations"] for record in records)


def test_a_fault_of_a_cell_read_before_is_told_with_its_own_row(tmp_path: Path):
    (tmp_path / "list.csv").write_text(
        "Title,Date,City,Topics\nA fair,2020-01-02,Rome,Zorblism\nA talk,2020-01-03,Rome,Zorblism\n",
        encoding="utf-8",
    )
    told = [problem for problem in Read(tmp_path / "list.csv").problems if problem.value == "Zorblism"]
    assert [problem.row for problem in told] == [2]
    assert "also in rows 3" in told[0].advice


def test_a_cell_of_the_place_that_says_nothing_is_told_once(tmp_path: Path):
    (tmp_path / "list.csv").write_text(
        "Title,Date,City,Organisers\nA fair,2020-01-02,TBC,UNODC\n", encoding="utf-8"
    )
    read = Read(tmp_path / "list.csv")
    assert read.told("C") == [(2, "TBC", "note")]
    assert "also in rows" not in read.advice()


def test_an_id_of_letters_beyond_ascii_keeps_those_that_have_a_plain_form():
    assert slug("Séminaire à Kyïv (2)") == "seminaire-a-kyiv-2"
    assert len(slug("会议")) == 8
