"""Headcounts: the least and most people that words allow, and nobody who did not attend."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import headcount_words, number_words, sheets
from loaders.headcounts import Headcount, find_headcounts, parse_headcount
from loaders.problems import VocabularyError

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"


def rows(file: str):
    with (CASES / file).open(encoding="utf-8-sig", newline="") as cells:
        return [pytest.param(row, id=row["text"]) for row in csv.DictReader(cells)]


def number(cell: str) -> int | None:
    return int(cell) if cell else None


# Cases anyone may add to: tests/cases/counts.csv (low and high), tests/cases/headcounts.csv (women and men too)


@pytest.mark.parametrize("case", rows("counts.csv"))
def test_words_allow_so_many_people_at_least_and_at_most(case: dict[str, str]):
    headcount = parse_headcount(case["text"]) or Headcount(None, None)
    assert (headcount.low, headcount.high) == (number(case["low"]), number(case["high"]))


@pytest.mark.parametrize("case", rows("headcounts.csv"))
def test_women_and_men_are_told_only_where_the_words_tell_them_of_the_whole(case: dict[str, str]):
    headcount = parse_headcount(case["text"]) or Headcount(None, None)
    told = (headcount.low, headcount.high, headcount.women, headcount.men)
    assert told == tuple(number(case[column]) for column in ("low", "high", "women", "men"))


# What the numbers mean


@pytest.mark.parametrize(
    "text", ["some 70", "about 70 people", "up to 70", "more than 70", "60 to 70", "70+"]
)
def test_a_qualifier_or_a_range_makes_a_headcount_approximate(text: str):
    headcount = parse_headcount(text)
    assert headcount is not None
    assert headcount.approximate


@pytest.mark.parametrize(
    "text", ["70", "70 people", "40 judges and 30 lawyers", "seventy", "two groups of 35"]
)
def test_plain_figures_are_not_approximate(text: str):
    assert parse_headcount(text) == Headcount(70, 70, approximate=False)


def test_a_text_with_two_wholes_that_differ_has_no_headcount():
    assert parse_headcount("The first course had 20 participants. The second had 35 participants.") is None


def test_the_same_whole_told_twice_is_one_headcount():
    text = "A course for 20 participants ended today. The 20 participants (8 women) came from Lima."
    assert parse_headcount(text) == Headcount(20, 20, women=8)


def test_participants_go_before_those_who_open_an_event():
    assert parse_headcount("Two ministers opened the meeting. It had 45 participants.") == Headcount(45, 45)


def test_women_and_men_who_are_more_than_all_are_not_believed():
    assert parse_headcount("20 participants (15 women and 10 men)") == Headcount(20, 20)


def test_what_goes_on_from_a_number_that_is_not_counted_is_not_added_to_another():
    assert parse_headcount("12 judges met here in Suva, 10 from Fiji and 5 from Tonga") in (
        None,
        Headcount(12, 12),
    )


def test_numbers_by_country_that_make_the_whole_are_its_parts():
    found = [one.kind for one in find_headcounts("14 inspectors in Suva, 9 from Fiji and 5 from Tonga")]
    assert found == ["total", "part", "part"]


def test_women_among_the_rescued_are_not_women_who_attended():
    assert parse_headcount("The police rescued 40 people, including 12 women.") is None


def test_accents_may_be_written_as_characters_of_their_own():
    assert parse_headcount("25 participants, dont dix Françaises e\u0301lues") == Headcount(25, 25)
    assert parse_headcount("ma\u0301s de 60 funcionarios") == Headcount(60, None, approximate=True)


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "9" * 5000, "(" * 50, "0", "no participants"])
def test_what_counts_nobody_is_no_headcount(text: str):
    assert parse_headcount(text) is None


# Running text

REPORT = (
    "Over two days in May 2022, 12 judges and nine prosecutors from five countries met in Lima. "
    "In 2021 the police had rescued 140 people. More than 30 observers, including 11 women, followed online."
)


def test_every_total_in_running_text_is_found_with_its_parts_behind_it():
    found = [(one.as_written, one.kind, one.noun) for one in find_headcounts(REPORT)]
    assert found == [
        ("12 judges and nine prosecutors", "total", "judges, prosecutors"),
        ("12 judges", "part", "judges"),
        ("nine prosecutors", "part", "prosecutors"),
        ("More than 30 observers", "total", "observers"),
        ("11 women", "women", "women"),
    ]


def test_a_found_total_says_what_the_phrase_alone_would_say():
    totals = [one for one in find_headcounts(REPORT) if one.kind == "total"]
    assert [one.headcount for one in totals] == [
        Headcount(21, 21),
        Headcount(30, None, women=11, approximate=True),
    ]


def test_what_is_found_stands_where_it_says():
    assert all(REPORT[one.start : one.end] == one.as_written for one in find_headcounts(REPORT))


@pytest.mark.parametrize("text", ["12 countries", "3 May 2022", "USD 5,000", "120 victims were identified"])
def test_running_text_without_people_has_no_headcounts(text: str):
    assert find_headcounts(text) == []


# For all texts

VOCABULARY = """
    12 25 1,200 2019 forty two dozen a an and , ; . ( ) : - / + % about more than up to between including of whom
    were women men female judges prosecutors participants people victims countries days from each the in May total
    online rescued group vingt de participantes участников более жертв"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join))


@given(TEXTS)
def test_the_least_never_exceeds_the_most_and_the_parts_never_the_whole(text: str):
    headcount = parse_headcount(text)
    if headcount is None:
        return
    assert (headcount.low, headcount.high) != (None, None)
    if headcount.low is not None and headcount.high is not None:
        assert 0 <= headcount.low <= headcount.high
    if headcount.high is not None:
        assert (headcount.women or 0) + (headcount.men or 0) <= headcount.high


@given(TEXTS)
def test_whatever_is_found_is_a_piece_of_the_text(text: str):
    for one in find_headcounts(text):
        assert text[one.start : one.end] == one.as_written


@given(st.integers(1, 1899))
def test_any_figure_of_participants_is_read_as_it_stands(people: int):
    assert parse_headcount(f"{people} participants") == Headcount(people, people)
    assert parse_headcount(f"{people:,} participants") == Headcount(people, people)


@given(st.integers(1, 500), st.integers(1, 500))
def test_women_and_men_add_up(women: int, men: int):
    both = Headcount(women + men, women + men, women, men)
    assert parse_headcount(f"{women} women and {men} men") == both
    assert parse_headcount(f"{men}M/{women}F") == both
    assert parse_headcount(f"{women + men} officials ({men} male, {women} female)") == both


# Cells in a manner of their own


@pytest.mark.parametrize(
    ("text", "low", "women", "men"),
    [
        ("30, half women", 30, None, None),
        ("40, mostly female", 40, None, None),
        ("30 (majority women)", 30, None, None),
        ("30, mitad mujeres", 30, None, None),
        ("30, none women", 30, None, None),
        ("30, women unknown", 30, None, None),
        ("30, women n/a", 30, None, None),
        ("30, one third women", 30, None, None),
        ("20, women 5", 20, 5, None),
        ("20 women 5", 20, 5, None),
        ("20, women: 5, men: 15", 20, 5, 15),
        ("20, men 5", 20, None, 5),
        ("30 / women 12", 30, 12, None),
        ("30, mulheres 12", 30, 12, None),
        ("30, женщин 12", 30, 12, None),
        ("30 / 12 women", 30, 12, None),
        ("30 12 women", 30, 12, None),
        ("M:15, W:15, X:2", 32, 15, 15),
        ("15 men, 15 women and 5 others", 35, 15, 15),
        ("5 and 30 others", 35, None, None),
    ],
)
def test_women_are_no_more_than_a_cell_says(text: str, low: int, women: int | None, men: int | None):
    assert parse_headcount(text) == Headcount(low, low, women, men)


@pytest.mark.parametrize("text", ["15 women (30)", "25 men + 5", "12 / 30 women", "5, women 20", "10+10=30"])
def test_a_cell_that_can_be_meant_in_two_ways_is_no_headcount(text: str):
    assert parse_headcount(text) is None


@pytest.mark.parametrize("text", ["15+15=30", "15 + 15 = 30 people", "10 + 10 + 10", "10+10+10 judges"])
def test_numbers_with_plus_signs_are_added_up(text: str):
    assert parse_headcount(text) == Headcount(30, 30)


@pytest.mark.parametrize(
    "text",
    [
        "30 registered, 25 present",
        "invited 30 attended 25",
        "30 inscritos, 25 presentes",
        "25 attended (30 invited)",
    ],
)
def test_those_who_came_count_not_those_who_were_asked(text: str):
    assert parse_headcount(text) == Headcount(25, 25)


# Numbers in words


@pytest.mark.parametrize(
    ("words", "value", "taken"),
    [
        ("one hundred and twenty people", 120, 4),
        ("two thousand five hundred", 2500, 4),
        ("half a dozen", 6, 3),
        ("twenty thirty", 20, 1),
        ("one hundred and two hundred", 100, 2),
        ("quatre vingt dix huit", 98, 4),
        ("vingt et un agents", 21, 3),
        ("soixante et onze", 71, 3),
        ("treinta y cinco jueces", 35, 3),
        ("mil duzentos e trinta", 1230, 4),
        ("сто двадцать пять судей", 125, 3),
        ("двух десятков", 20, 2),
    ],
)
def test_a_number_in_words_takes_the_words_that_fit_together(words: str, value: int, taken: int):
    spoken = number_words.read(words.split())
    assert spoken is not None
    assert (spoken.value, spoken.words) == (value, taken)


@pytest.mark.parametrize("words", ["a judge", "un juge", "judges", "and twenty"])
def test_an_article_is_no_number(words: str):
    assert number_words.read(words.split()) is None


# The words in data/vocabulary/people_words.csv


def test_every_kind_of_people_word_is_in_use():
    with (sheets.FOLDER / headcount_words.FILE).open(encoding="utf-8", newline="") as cells:
        assert {row["kind"] for row in csv.DictReader(cells)} == set(headcount_words.KINDS)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("judges,subject,en,", r"line 3: 'judges' is 'subject' here but 'role' in line 2; mend its kind"),
        ("lawyers,rolle,en,", r"line 3: 'lawyers' is 'rolle' here but none of participant, role"),
    ],
)
def test_a_people_word_of_two_kinds_or_of_none_stops_the_start(tmp_path: Path, line: str, message: str):
    sheet = tmp_path / "people_words.csv"
    sheet.write_text(f"word,kind,language,note\njudges,role,en,\n{line}\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=message):
        headcount_words._nouns(sheet)


def test_the_reader_of_headcounts_brings_no_table_library():
    code = "import sys, loaders.headcounts; print({'pandas', 'loaders.vocabulary'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("text", "low", "women", "men"),
    [
        ("M: 12 F: 8 T: 20", 20, 8, 12),
        ("T: 20 (M: 12 F: 8)", 20, 8, 12),
        ("W12 M8", 20, 12, 8),
        ("H 12 M 8 T 20", 20, 8, 12),
        ("H: 12 F: 8 T: 20", 20, 8, 12),
        ("М: 12 Ж: 8 Всего: 20", 20, 8, 12),
        ("Total: 20, women: 8", 20, 8, None),
    ],
)
def test_a_cell_of_labels_and_numbers_tells_women_men_and_all(
    text: str, low: int, women: int, men: int | None
):
    found = parse_headcount(text)
    assert found is not None
    assert (found.low, found.high, found.women, found.men) == (low, low, women, men)


@pytest.mark.parametrize(
    "text", ["M: 12; F: 8; T: 22", "T: 20 (M: 12)", "H 5 M 5 F 5", "F 8 W 8", "women 8 total 5"]
)
def test_labels_that_contradict_each_other_or_mean_two_things_are_not_guessed(text: str):
    assert parse_headcount(text) is None


@pytest.mark.parametrize("text", ["320 inscritos, 255 finalizaron", "255 completed (320 registered)"])
def test_those_who_stayed_to_the_end_are_fewer_than_came(text: str):
    found = parse_headcount(text)
    assert found is not None
    assert (found.low, found.high) == (255, 320)
