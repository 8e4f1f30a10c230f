"""Headings name fields in four languages; a mapping file says the rest and comes back as it was written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import list_words, mapping
from loaders.headings import known_heading
from loaders.list_words import FIELDS, hashtag
from loaders.mapping import ListMapping, SheetMapping
from loaders.problems import VocabularyError
from tests.conftest import ROOT

WORDS = list_words.read(ROOT / "data" / "vocabulary")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Title", "title"),
        ("Name of the event", "title"),
        ("EVENT TITLE:", "title"),
        ("Workshop", "title"),
        ("Start Date (dd/mm/yyyy)", "start_date"),
        ("Date(s)", "date"),
        ("Dates", "date"),
        ("No. of participants", "participants"),
        ("# participants", "participants"),
        ("Total number of participants", "participants"),
        ("№ п/п", "number"),
        ("N°", "number"),
        ("Participating countries", "participant_countries"),
        ("Countries represented", "participant_countries"),
        ("Country/ies", "country"),
        ("Host Country", "host_country"),
        ("Donor(s)", "funders"),
        ("Funded by", "funders"),
        ("Organizer 1", "organisers"),
        ("Intitulé de l’activité", "title"),
        ("Bailleur de fonds", "funders"),
        ("Nombre de participants", "participants"),
        ("Pays hôte", "host_country"),
        ("Fecha de inicio", "start_date"),
        ("País anfitrión", "host_country"),
        ("Número de participantes", "participants"),
        ("Наименование мероприятия", "title"),
        ("Дата начала", "start_date"),
        ("Страны-участницы", "participant_countries"),
        ("Кол-во участников", "participants"),
        ("Date / Дата", "date"),
        ("F", "women"),
        ("Ж", "women"),
        ("Comments", "unkept"),
        ("Number of participating countries", ""),
        ("Zorbl factor", ""),
        ("", ""),
    ],
)
def test_a_heading_names_its_field(heading: str, field: str):
    assert known_heading(heading, WORDS) == field


def test_every_heading_of_the_vocabulary_is_found_as_it_is_written():
    assert set(WORDS.headings.values()) <= FIELDS.keys()
    assert {"title", "date", "country", "participants", "unkept"} <= set(WORDS.headings.values())


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("#date +start", ("#date", frozenset({"start"}))),
        ("#country+code+host", ("#country", frozenset({"code", "host"}))),
        ("#1", None),
        ("# of people", None),
    ],
)
def test_a_hashtag_is_a_tag_and_its_attributes(text: str, tag: object):
    assert hashtag(text) == tag


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("heading,field\nTitle,titel\n", "line 2: 'titel' is no field"),
        ("heading,field\nTitle,title\ntitle,city\n", "line 3: 'title' is city here but title elsewhere"),
        ("heading\nTitle\n", "line 1: column 'field' is missing"),
    ],
)
def test_a_vocabulary_of_headings_that_contradicts_itself_names_the_line(
    tmp_path: Path, rows: str, said: str
):
    (tmp_path / "list_headings.csv").write_text(rows, encoding="utf-8")
    with pytest.raises(VocabularyError, match=re.escape(said)):
        list_words.read(tmp_path)


# The mapping

LABEL = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SHEET = st.builds(
    SheetMapping,
    st.dictionaries(LABEL, st.sampled_from(sorted(FIELDS))),
    st.none() | st.integers(1, 99),
    st.sampled_from(["", "dmy", "mdy"]),
)


@given(st.dictionaries(LABEL, SHEET, min_size=1, max_size=3))
def test_a_mapping_comes_back_as_it_was_written(tmp_path_factory, sheets):
    path = tmp_path_factory.mktemp("any") / "list.mapping.toml"
    path.write_text(mapping.written(ListMapping(sheets)), encoding="utf-8", newline="\n")
    assert mapping.read(path) == ListMapping(sheets)


def test_what_cannot_be_used_of_a_mapping_is_told_and_the_rest_is_used(tmp_path: Path):
    path = tmp_path / "list.mapping.toml"
    path.write_text(
        'colour = 1\n[[sheet]]\nheading_row = 0\ndate_order = "ymd"\n[sheet.columns]\n"A" = "title"\n"B" = "titel"\n'
    )
    read = mapping.read(path)
    assert read.of("").columns == {"A": "title"}
    assert [value for value, _ in read.faults] == ["colour", "0", "ymd", "B = titel"]


@pytest.mark.parametrize("content", [b"[[sheet", b"\xff\xfe\x00", b"sheet = 5", b"[sheet]\na = 1\n"])
def test_a_mapping_that_is_none_is_told(tmp_path: Path, content: bytes):
    path = tmp_path / "list.mapping.toml"
    path.write_bytes(content)
    assert len(mapping.read(path).faults) == 1


def test_a_mapping_has_the_name_of_its_list_with_or_without_extension(tmp_path: Path):
    assert mapping.path_of(tmp_path / "a.b.csv").name == "a.b.mapping.toml"
    (tmp_path / "a.csv.mapping.toml").touch()
    assert mapping.path_of(tmp_path / "a.csv").name == "a.csv.mapping.toml"
