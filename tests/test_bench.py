"""The made-up records: always the same, without problems, spread like the real ones."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from statistics import mean

import pytest

from bench import generate
from loaders import load

REAL = [json.loads(line) for line in Path("data/events.jsonl").read_text(encoding="utf-8").splitlines()]
MANY = 4000
NEAR = 0.03
"""How far a share among 4,000 drawn events may lie from the real one: over three standard errors at worst."""


@pytest.fixture(scope="module")
def made():
    return list(generate.records(MANY))


def share(records, told):
    return mean(bool(told(record)) for record in records)


def test_the_same_seed_gives_the_same_records():
    assert list(generate.records(50)) == list(generate.records(50))
    assert list(generate.records(50, seed=1)) != list(generate.records(50, seed=2))


def test_the_first_records_do_not_depend_on_how_many_are_asked_for(made):
    assert list(generate.records(20)) == made[:20]


def test_as_many_records_as_asked_for_each_with_an_id_of_its_own(made):
    assert len({record["id"] for record in made}) == MANY


def test_made_up_records_load_without_a_problem(tmp_path):
    generate.write(500, tmp_path)
    tables = load(tmp_path)
    assert len(tables["events"]) == 500
    assert list(tables["problems"]["advice"]) == []


def test_a_made_up_record_has_the_fields_of_a_real_one(made):
    assert {tuple(record) for record in made} == {tuple(REAL[0])}


def test_dates_are_known_as_precisely_as_the_real_ones(made):
    def precision(record):
        start = record["start_date"]
        return start if start is None else (len(start), start.startswith("X"))

    real, drawn = (Counter(map(precision, records)) for records in (REAL, made))
    assert set(drawn) <= set(real)
    assert {form: count / MANY for form, count in drawn.items()} == pytest.approx(
        {form: real[form] / len(REAL) for form in drawn}, abs=NEAR
    )


def test_no_event_ends_before_it_starts(made):
    assert [
        record["id"] for record in made if record["end_date"] and record["end_date"] < record["start_date"]
    ] == []


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(lambda record: record["host_country"], id="host"),
        pytest.param(lambda record: record["participants"]["total"] is not None, id="headcount"),
        pytest.param(lambda record: record["participants"]["women"] is not None, id="women"),
        pytest.param(lambda record: record["series"], id="series"),
        pytest.param(lambda record: record["format"] == "training", id="trainings"),
        pytest.param(lambda record: record["sources"][0]["partial"], id="read in part"),
        pytest.param(lambda record: "labour exploitation" in record["topics"], id="a topic"),
        pytest.param(
            lambda record: any(row["role"] == "funder" for row in record["organisations"]), id="funder"
        ),
    ],
)
def test_as_many_events_tell_it_as_among_the_real_ones(made, told):
    assert share(made, told) == pytest.approx(share(REAL, told), abs=NEAR)


@pytest.mark.parametrize("field", ["countries", "organisations", "topics", "audiences", "sources"])
def test_lists_are_as_long_as_the_real_ones(made, field):
    real, drawn = (mean(len(record[field]) for record in records) for records in (REAL, made))
    assert drawn == pytest.approx(real, rel=0.1)


def test_a_country_hosts_about_as_often_as_among_the_real_ones(made):
    real, drawn = (Counter(record["host_country"] for record in records) for records in (REAL, made))
    often = [country for country, _ in real.most_common(10)]
    assert [drawn[country] / MANY for country in often] == pytest.approx(
        [real[country] / len(REAL) for country in often], abs=NEAR
    )


def test_women_and_men_add_up_to_the_total(made):
    people = [record["participants"] for record in made]
    told = [part for part in people if None not in (part["total"], part["women"], part["men"])]
    assert told
    assert [part for part in told if part["women"] + part["men"] != part["total"]] == []
