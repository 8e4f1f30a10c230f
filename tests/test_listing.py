"""Events as rows to read, newest first, and all facts of one."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from analysis.listing import COLUMNS, event, rows, undated, whole
from tests.frames import EU, FINLAND, NEWCOMER, OSCE_UNIT, ROOT, every, index_of, real, record, table, ten


def test_the_newest_start_comes_first_and_events_without_a_year_last():
    assert list(rows(every(ten()))["event_id"]) == [
        "rome", "joint", "twice", "bishkek", "tashkent", "vienna", "online", "almaty", "dushanbe", "nothing",
    ]  # fmt: skip


def test_events_of_one_day_keep_the_order_of_the_file():
    index = index_of(record("b", "2020-01-01"), record("a", "2020-01-01"), record("c", "2020-01-02"))
    assert list(rows(every(index))["event_id"]) == ["c", "b", "a"]


def test_a_list_holds_the_selection_and_no_more_than_asked_for():
    assert list(rows(every(ten(), start="2020", end="2021"))["event_id"]) == ["tashkent", "vienna", "online"]
    assert list(rows(every(ten()), most=2)["event_id"]) == ["rome", "joint"]


def test_names_are_joined_for_reading_each_once_in_the_order_of_the_record():
    frame: Any = rows(every(ten())).set_index("event_id")
    assert frame.loc["almaty", "countries"] == "Kazakhstan; Kyrgyzstan; Uzbekistan"
    assert frame.loc["almaty", "host_country"] == "Kazakhstan"
    assert frame.loc["almaty", "funders"] == f"{FINLAND}; {OSCE_UNIT}"
    assert frame.loc["dushanbe", "topics"] == "trafficking in persons; smuggling of migrants"
    assert frame.loc["twice", ["countries", "topics"]].tolist() == ["Kazakhstan", "trafficking in persons"]
    assert frame.loc["rome", "funders"] == NEWCOMER


def test_what_is_not_told_is_missing_and_zero_is_zero():
    frame: Any = rows(every(ten())).set_index("event_id")
    assert frame.loc["nothing", ["countries", "organisers", "funders", "topics", "city"]].isna().all()
    assert frame.loc["nothing", "participants_total"] == 0
    assert pd.isna(frame.loc["rome", "participants_total"])
    assert frame.loc["vienna", "participants_approximate"]


def test_who_sent_experts_who_paid_partners_and_programmes_are_listed_as_recorded():
    listed: Any = whole(every(real())).astype(object).set_index("event_id")
    names = dict(zip(*(real().tables["countries"][name] for name in ("iso3", "name")), strict=True))
    lines = (ROOT / "data" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    for made in map(json.loads, lines):
        row = listed.loc[made["id"]].where(lambda cells: cells.notna(), "")
        for column, role in (("expert_countries", "expert"), ("paying_countries", "funder")):
            told = [names[each["iso3"]] for each in made["countries"] if each["role"] == role]
            assert row[column] == "; ".join(dict.fromkeys(told))
        partners = [each["name"] for each in made["organisations"] if each["role"] == "partner"]
        assert row["partners"] == "; ".join(dict.fromkeys(partners))
        assert row["programmes"] == "; ".join(dict.fromkeys(made["programmes"]))
    assert (listed["expert_countries"].notna().sum(), listed["partners"].notna().sum()) == (126, 209)


def test_audiences_women_men_and_sources_are_listed_as_recorded():
    listed: Any = whole(every(real())).astype(object).set_index("event_id")
    lines = (ROOT / "data" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    recorded = {made["id"]: made for made in map(json.loads, lines)}
    assert set(listed.index) == set(recorded)
    several = 0
    for event_id, made in recorded.items():
        row = listed.loc[event_id]
        told = made["sources"]
        several += len(told) > 1
        assert row["sources"] == "; ".join(source["url"] for source in told)
        assert row["publishers"] == "; ".join(dict.fromkeys(source["publisher"] for source in told))
        assert row["read_in_part"] == all(source["partial"] for source in told)
        assert (row["audiences"] if made["audiences"] else "") == "; ".join(made["audiences"])
        assert [None if pd.isna(row[sex]) else row[sex] for sex in ("women", "men")] == [
            made["participants"][sex] for sex in ("women", "men")
        ]
    assert several == 15


def test_one_event_has_its_facts_and_only_its_own_rows():
    found: Any = event(ten(), "dushanbe")
    assert (found.facts["start_date"], found.facts["participants_total"], found.facts["women"]) == (
        "XXXX-10-26",
        30,
        None,
    )
    assert table(found.rows["event_countries"], "iso3", "role") == [
        ("TJK", "host"), ("TJK", "participant"), ("KAZ", "participant"), ("FIN", "funder"),
    ]  # fmt: skip
    assert list(found.rows["event_organisations"]["name"]) == [FINLAND, EU]
    assert list(found.rows["event_programmes"]["programme_id"]) == ["glo-act", "protect"]
    assert len(found.rows["event_audiences"]) == 0


def test_an_event_that_does_not_exist_is_none():
    assert event(ten(), "no-such-event") is None


def test_undated_events_have_no_known_year():
    assert undated(every(ten())) == 2
    assert undated(every(ten(), start="2022")) == 0
    assert undated(every(real())) == 5


@pytest.mark.parametrize("records", [(), (record("only"),)], ids=["no event", "one that says nothing"])
def test_no_data_break_no_list(records):
    frame = rows(every(index_of(*records)))
    assert (list(frame), len(frame)) == (COLUMNS, len(records))


def test_almaty_2011_as_it_was_announced():
    found: Any = event(real(), "2011-almaty-osce-fourth-annual-workshop")
    assert [found.facts[name] for name in ("start_date", "end_date", "city", "host_country")] == [
        "2011-11-09", "2011-11-10", "Almaty", "KAZ",
    ]  # fmt: skip
    assert (found.facts["participants_total"], found.facts["participants_approximate"]) == (70, True)
    assert (found.facts["series_number"], found.facts["series_id"]) == (
        4,
        "annual-workshop-source-transit-destination",
    )
    countries = found.rows["event_countries"]
    assert sorted(countries.loc[countries["role"] == "participant", "iso3"]) == sorted(
        ["KAZ", "AZE", "KGZ", "RUS", "TJK", "THA", "TUR", "TKM", "ARE", "GBR", "USA", "UZB"]
    )
    assert list(countries.loc[countries["role"] == "host", "iso3"]) == ["KAZ"]
    assert not (countries["role"] == "funder").any()
