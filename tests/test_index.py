"""The index keeps roles apart, keeps what is unknown as a class, and finds words in the lines of single events."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.dimension import unpack
from analysis.dimensions import UNKNOWN
from analysis.words import plain
from tests.frames import EVENTS, FINLAND, index_of, record, ten
from tests.recount import DIMENSIONS, found, values, world, worlds

NAMES = [event["id"] for event in EVENTS]


def held(dimension, event, index=None):
    """What an event is counted under."""
    index = index or ten()
    made = index[dimension]
    return [made.ids[code] for code in made.values_of(index.places[event])]


def measure(name):
    """A measure by event, None where it is unknown."""
    column = getattr(ten().measures, name).tolist()
    return {event: None if value == UNKNOWN else value for event, value in zip(NAMES, column, strict=True)}


def with_words(index, text):
    mask = unpack(index.find(text), len(index))
    return {
        str(name) for name, inside in zip(index.tables["events"]["event_id"], mask, strict=True) if inside
    }


def test_the_four_roles_of_a_country_are_kept_apart():
    roles = {role: held(role, "almaty") for role in ("host", "participant", "expert", "funder")}
    assert roles == {
        "host": ["KAZ"],
        "participant": ["KAZ", "KGZ", "UZB"],
        "expert": ["ITA"],
        "funder": ["FIN"],
    }


def test_a_country_was_there_as_host_or_as_participant_and_then_once():
    assert held("there", "almaty") == ["KAZ", "KGZ", "UZB"]
    assert held("there", "vienna") == ["AUT", "DEU", "FIN"]
    assert held("there", "twice") == ["KAZ"]


def test_experts_and_funders_were_not_there():
    assert "ITA" not in held("there", "almaty")
    assert "USA" not in held("there", "tashkent")


def test_the_organisation_view_counts_bodies_at_the_top_after_roll_up():
    assert held("funder_body", "almaty") == ["finland-ministry-of-foreign-affairs", "osce-secretariat"]
    assert held("funder_body_top", "almaty") == ["finland-ministry-of-foreign-affairs", "osce"]


def test_two_offices_of_one_body_are_one_funder_after_roll_up():
    assert held("funder_body", "tashkent") == ["us-embassy-uzbekistan", "us-inl"]
    assert held("funder_body_top", "tashkent") == ["us-state-department"]


@pytest.mark.parametrize(
    ("event", "classes"),
    [
        ("almaty", ["FIN", "international"]),
        ("vienna", ["international"]),
        ("tashkent", ["USA"]),
        ("twice", ["other-national"]),
        ("joint", ["USA", "international"]),
        ("rome", ["unlisted"]),
        ("online", ["none"]),
    ],
)
def test_the_country_view_has_countries_and_a_class_for_the_rest(event, classes):
    assert held("funder_country", event) == classes


def test_a_government_that_paid_is_one_country_beside_its_organisation():
    assert held("funder", "dushanbe") == ["FIN"]
    assert held("funder_country", "dushanbe") == ["FIN", "international"]


def test_a_body_of_a_country_that_paid_itself_adds_no_class():
    index = index_of(
        record("a", "2020", funder="FIN", funders=[FINLAND]), record("b", "2020", funders=[FINLAND])
    )
    assert held("funder_country", "a", index) == ["FIN"]
    assert held("funder_country", "b", index) == ["other-national"]


def test_a_funder_that_is_not_in_the_list_yet_is_stated_all_the_same():
    assert held("funder_kind", "rome") == ["unlisted"]
    assert held("funder_kind", "online") == ["none"]


def test_a_kind_of_funder_counts_an_event_once():
    assert held("funder_kind", "tashkent") == ["government"]
    assert held("funder_kind", "almaty") == ["intergovernmental", "government"]


@pytest.mark.parametrize(
    ("event", "year", "quarter", "month"),
    [
        ("almaty", "2019", "2019-Q2", "2019-05"),
        ("vienna", "2020", "2020-Q4", "2020-12"),
        ("tashkent", "2021", "2021-Q1", "2021-03"),
        ("bishkek", "2022", "none", "none"),
        ("dushanbe", "none", "none", "none"),
        ("nothing", "none", "none", "none"),
    ],
)
def test_a_date_counts_as_finely_as_it_is_known_in_the_period_of_its_start(event, year, quarter, month):
    assert [held(step, event) for step in ("year", "quarter", "month")] == [[year], [quarter], [month]]


def test_every_year_between_the_first_and_the_last_is_there():
    assert ten()["year"].ids == ("2019", "2020", "2021", "2022", "2023", "2024", "none")
    assert ten()["year"].labels[-1] == "year unknown"


def test_event_days_run_from_the_first_to_the_last_and_are_unknown_for_coarser_dates():
    assert measure("days") == {
        "almaty": 3, "vienna": 4, "online": 1, "tashkent": None, "bishkek": None,
        "dushanbe": None, "nothing": None, "twice": 1, "joint": 3, "rome": 1,
    }  # fmt: skip


def test_no_end_date_is_one_day_and_told_as_at_least():
    told = dict(zip(NAMES, ten().measures.open_ended.tolist(), strict=True))
    assert [name for name in NAMES if told[name]] == ["online", "rome"]


def test_an_end_known_by_month_only_is_no_last_day():
    index = index_of(record("a", "2020-02-28", "2020-03"), record("b", "2020-02-28", "2020-03-01"))
    assert index.measures.days.tolist() == [1, 3]
    assert index.measures.open_ended.tolist() == [True, False]


def test_a_headcount_of_zero_is_not_an_unknown_headcount():
    assert measure("total") == {
        "almaty": 30, "vienna": 100, "online": 20, "tashkent": None, "bishkek": 5,
        "dushanbe": 30, "nothing": 0, "twice": 40, "joint": 50, "rome": None,
    }  # fmt: skip


def test_a_body_stands_for_itself_and_all_below_it():
    below = ten().below
    assert {"osce", "osce-secretariat", "osce-programme-office-bishkek"} <= set(below["osce"])
    assert below["osce-secretariat"] == ("osce-secretariat",)


def test_regions_are_known_by_their_m49_code_and_groups_by_their_id():
    regions = ten().regions
    assert set(regions["143"]) == set(regions["central_asia"]) == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
    assert {"KAZ", "JPN", "TWN"} <= set(regions["142"])
    assert "XKX" in regions["039"]
    assert (ten().region_names["143"], ten().region_names["central_asia"]) == (
        "Central Asia",
        "Central Asia (5)",
    )


def test_an_event_is_read_in_part_when_none_of_its_sources_was_read_whole():
    part = dict(zip(NAMES, ten().read_in_part.tolist(), strict=True))
    assert [name for name in NAMES if part[name]] == ["vienna", "online", "tashkent", "dushanbe"]
    half, whole = (
        {"url": "https://example.org", "publisher": "P", "partial": partial} for partial in (True, False)
    )
    index = index_of(
        record("a", sources=[half, half]), record("b", sources=[half, whole]), record("c", sources=[])
    )
    assert index.read_in_part.tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Zürich \n PARIS ", "zurich paris"),
        ("Straße", "strasse"),
        ("São\u00a0Tomé", "sao tome"),
        ("℡", "tel"),
    ],
)
def test_case_accents_and_blanks_do_not_matter(text, folded):
    assert plain(text) == folded


WORDS = index_of(
    record(
        "one", title="Séminaire in Zürich", summary="Consular training (2nd part)", organisers=["Ombudsman A"]
    ),
    record("two", title="Course for judges", city="Geneva", programmes=["GLO.ACT"], participant="UZB"),
    record("three", title="Ends with alpha"),
    record("four", title="beta begins"),
)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("SEMINAIRE", {"one"}),
        ("zürich", {"one"}),
        ("consular zurich", {"one"}),
        ("zurich judges", set()),
        ("judges glo.act", {"two"}),
        ("geneva uzb", {"two"}),
        ("ombudsman", {"one"}),
        ("", {"one", "two", "three", "four"}),
        ("co", {"one", "two"}),
        ("(2nd", {"one"}),
        (".*", set()),
        ("glo.act", {"two"}),
        ("glo_act", set()),
        ("[a-z]+", set()),
        ("judges\ngeneva", {"two"}),
        ("alpha\nfour", set()),
        ("alpha four", set()),
        ("\\n", set()),
    ],
)
def test_words_are_plain_text_and_all_of_them_are_needed_in_one_event(text, events):
    assert with_words(WORDS, text) == events


def test_no_word_matches_across_two_events_or_two_fields():
    assert (
        with_words(WORDS, "alphafour")
        == with_words(WORDS, "one\u00adtwo")
        == with_words(WORDS, "zurichconsular")
        == set()
    )


@given(worlds, st.text(alphabet="aeknot-0123.* \n\u00e4", max_size=6))
def test_a_search_finds_what_reading_every_event_finds(drawn, text):
    records, index = world(*drawn)
    assert with_words(index, text) == {made["id"] for made in records if found(made, text)}


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_every_event_is_counted_under_what_its_record_says(dimension):
    records, index = world(130, 1)
    for made in records:
        assert set(held(dimension, made["id"], index)) == values(made, dimension), made["id"]


def test_the_recount_knows_every_dimension():
    assert set(DIMENSIONS) == set(ten().dimensions)


def test_an_index_of_no_events_has_every_dimension_and_holds_nothing():
    index = index_of()
    assert len(index) == 0
    assert set(index.dimensions) == set(DIMENSIONS)
    assert all(not len(made.event) for made in index.dimensions.values())
    assert with_words(index, "anything") == with_words(index, "") == set()
    assert np.array_equal(index.measures.days, [])
