"""The table behind the map: the last event of each country, found without looking at every pair."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from analysis import places
from analysis.selection import select
from tests import recount
from tests.frames import index_of, record, ten
from tests.recount import light_views, worlds
from view import NONE, View


def last_of(selection, column="last_event"):
    counted = places.by_country(selection)
    found = dict(zip(counted.columns["id"], counted.columns[column], strict=True))
    return {id_: text for id_, text in found.items() if isinstance(text, str) and text}


def test_the_last_event_of_a_country_is_the_one_that_started_last():
    assert last_of(select(ten(), View())) == {
        "AUT": "vienna",
        "DEU": "vienna",
        "FIN": "vienna",
        "ITA": "rome",
        "KAZ": "joint",
        "KGZ": "bishkek",
        "TJK": "joint",
        "UZB": "tashkent",
    }


def test_a_country_with_undated_events_alone_has_no_last_event():
    index = index_of(record("some-october", "XXXX-10-26", host="TJK", participant="TJK KAZ"))
    assert last_of(select(index, View())) == {}


def test_of_two_events_that_started_on_one_day_the_later_of_the_records_is_the_last():
    index = index_of(record("one", "2020-01-05", host="KAZ"), record("other", "2020-01-05", host="KAZ"))
    assert last_of(select(index, View())) == {"KAZ": "other"}


@pytest.mark.parametrize("newest", [1, 3, 4096])
def test_a_country_that_is_not_among_the_newest_events_has_its_last_event_too(newest, monkeypatch):
    monkeypatch.setattr(places, "_NEWEST", newest)
    assert last_of(select(ten(), View()))["UZB"] == "tashkent"
    assert last_of(select(ten(), View(countries=("KAZ",))))["KAZ"] == "joint"
    assert last_of(select(ten(), View(end="2020")), "last_date") == {
        "AUT": "2020-12-30",
        "DEU": "2020-12-30",
        "FIN": "2020-12-30",
        "KAZ": "2020-06-10",
        "KGZ": "2020-06-10",
        "UZB": "2019-05-13",
    }


@pytest.mark.parametrize("newest", [2, 4096])
@given(worlds, light_views)
@settings(deadline=None)
def test_last_events_are_those_a_walk_over_the_records_finds(newest, asked, view):
    records, index = recount.world(*asked)
    dated = [made for made in recount.chosen(records, view)[0] if recount.span(made["start_date"])]
    walked: dict[str, Any] = {}
    for made in sorted(dated, key=lambda made: recount.span(made["start_date"])[0]):
        walked |= dict.fromkeys(recount.values(made, view.role) - {NONE}, made["id"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "_NEWEST", newest)
        assert last_of(select(index, view)) == walked
