"""The figures of the overview, each with its base and its change; those of the repository counted again by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from analysis.overview import open_ended_days, paid_by_country_alone, partly_read, share_of_women, tiles
from analysis.selection import select
from charts import theme
from tests import recount
from tests.frames import FINLAND, ROOT, SOM, every, index_of, real, record, ten
from tests.recount import light_views, views, world, worlds


def figures(index, **choices):
    return {tile.name: (tile.value, tile.base) for tile in tiles(every(index, **choices))}


def tile(index, name, **choices):
    return next(tile for tile in tiles(every(index, **choices)) if tile.name == name)


def test_the_figures_of_ten_events():
    assert figures(ten()) == {
        "events": (10, 10),
        "countries": (8, 9),
        "people": (275, 8),
        "women": (pytest.approx(45 / 107), 5),
        "funders": (7, 7),
        "participations": (16, 9),
        "days": (13, 6),
    }


def test_the_share_of_women_tells_of_how_many_people_it_is():
    women = tile(ten(), "women")
    assert (women.part, women.whole) == (45, 107)
    assert {(each.part, each.whole) for each in tiles(every(ten())) if each.name != "women"} == {(0, 0)}


def test_the_role_of_the_view_decides_which_countries_count():
    assert [figures(ten(), role=role)["countries"] for role in ("host", "participant", "expert", "funder")] == [
        (5, 7), (7, 8), (2, 2), (2, 4),
    ]  # fmt: skip


def test_every_figure_says_of_how_many_events():
    assert {tile.events for tile in tiles(every(ten(), formats=("workshop",)))} == {3}


def test_the_share_of_women_is_over_events_that_gave_both():
    index = index_of(
        record("a", women=1, men=3), record("b", women=5, total=9), record("c", men=7), record("d", total=2)
    )
    assert share_of_women(every(index)) == (0.25, 1)


def test_nobody_counted_by_sex_is_no_share_and_not_zero():
    assert share_of_women(every(index_of(record("a", women=0, men=0)))) == (None, 1)
    assert share_of_women(every(index_of(record("a", total=3)))) == (None, 0)
    assert share_of_women(every(index_of(record("a", women=0, men=4)))) == (0, 1)


def test_no_headcount_is_no_figure_and_a_headcount_of_zero_is_zero():
    assert figures(index_of(record("a")))["people"] == (None, 0)
    assert figures(index_of(record("a", total=0)))["people"] == (0, 1)


def test_dates_coarser_than_a_day_give_no_event_days():
    assert figures(index_of(record("a", "2020"), record("b", "2020-03", "2020-03-04")))["days"] == (None, 0)


def test_days_are_told_as_at_least_where_events_have_no_end():
    assert open_ended_days(every(ten())) == 2
    assert open_ended_days(every(ten(), formats=("webinar",))) == 1


def test_an_event_that_a_country_paid_without_a_named_body_is_told_apart():
    index = index_of(
        record("alone", funder="NOR"),
        record("both", funder="FIN", funders=[FINLAND]),
        record("body", funders=[FINLAND]),
        record("nobody"),
    )
    assert paid_by_country_alone(every(index)) == 1
    assert partly_read(every(index), "funder_body") == (2, 0)
    said = theme.partly_read(2, 0, what="funder", by_country=1)
    assert said.endswith("1 of them name a country that paid, and no body.")


def test_missing_funders_are_told_with_how_many_were_read_in_part():
    assert partly_read(every(ten()), "funder_body") == (3, 1)
    assert partly_read(every(ten(), start="2020", end="2020"), "funder_body") == (1, 1)
    assert partly_read(every(ten()), "organiser") == (5, 2)


def changed(*years, **facts):
    return index_of(*(record(f"event-{place}", year, **facts) for place, year in enumerate(years)))


def test_a_change_is_against_the_period_of_equal_length_before():
    index = changed(*["2019"] * 5, *["2020"] * 7, "2021")
    assert (
        tile(index, "events", start="2020", end="2020").value,
        tile(index, "events", start="2020", end="2020").before,
    ) == (7, 5)


def test_there_is_no_change_without_a_period_or_before_the_records_begin():
    index = changed("2019", "2020")
    assert tile(index, "events").before is None
    assert tile(index, "events", start="2019", end="2019").before is None
    assert tile(index, "events", start="2020", end="2020").before == 1
    assert tile(index, "events", start="2022", end="2022").before is None


@pytest.mark.parametrize(
    ("earlier", "now", "few"),
    [(5, 5, False), (4, 5, True), (5, 4, True), (20, 20, False)],
)
def test_below_five_events_in_either_period_there_is_no_percentage(earlier, now, few):
    index = changed(*["2019"] * earlier, *["2020"] * now)
    assert tile(index, "events", start="2020", end="2020").few is few


def test_a_figure_that_rests_on_few_of_many_events_has_no_percentage_either():
    many = [record(f"event-{place}", str(2019 + place % 2), total=None) for place in range(20)]
    told = [record(f"told-{place}", str(2019 + place % 2), total=9) for place in range(4)]
    index = index_of(*many, *told)
    assert tile(index, "people", start="2020", end="2020").few is True
    assert tile(index, "events", start="2020", end="2020").few is False


def test_the_period_before_keeps_every_other_filter():
    index = index_of(
        record("a", "2019", topics=[SOM]), record("b", "2019"), record("c", "2020", topics=[SOM])
    )
    assert tile(index, "events", start="2020", end="2020", topics=("smuggling-of-migrants",)).before == 1


@pytest.mark.parametrize(
    "records", [(), (record("only", topics=[], sources=[]),)], ids=["no event", "one that says nothing"]
)
def test_no_data_break_no_figure(records):
    count = len(records)
    assert figures(index_of(*records), start="", end="") == {
        "events": (count, count),
        "countries": (0, 0),
        "people": (None, 0),
        "women": (None, 0),
        "funders": (0, 0),
        "participations": (0, 0),
        "days": (None, 0),
    }
    assert figures(index_of(*records), start="2020", end="2021")["events"] == (0, 0)
    assert partly_read(every(index_of(*records)), "funder_body") == (count, 0)


@settings(max_examples=60)
@given(worlds, views | light_views)
def test_every_figure_is_what_a_recount_of_the_records_gives(drawn, view):
    records, index = world(*drawn)
    inside, _ = recount.chosen(records, view)
    selection = select(index, view)
    found: dict[str, Any] = {tile.name: (tile.value, tile.base) for tile in tiles(selection)}
    named = sum(bool(recount.countries(made, view.role)) for made in inside)
    paid = [recount.values(made, "funder_body_top") - {"none"} for made in inside]
    assert found["events"] == (len(inside), len(inside))
    assert found["countries"] == (recount.figure(inside, "countries", view.role)[0], named)
    assert found["participations"] == (recount.figure(inside, "participations", view.role)[0], named)
    assert found["funders"] == (len(set().union(*paid)), sum(map(bool, paid)))
    for unit in ("people", "days"):
        figure, base = recount.figure(inside, unit, view.role)
        assert found[unit] == (figure if base else None, base)
    people = [made["participants"] for made in inside]
    both = [(told["women"], told["men"]) for told in people if None not in (told["women"], told["men"])]
    women, total = sum(pair[0] for pair in both), sum(map(sum, both))
    assert found["women"] == (women / total if total else None, len(both))
    unpaid = [made for made in inside if not recount.bodies(made, "funder")]
    in_part = [made for made in unpaid if all(source["partial"] for source in made["sources"])]
    assert partly_read(selection, "funder_body") == (len(unpaid), len(in_part))


# The repository's own events, counted from the file.


RECORDS = [
    json.loads(line) for line in (ROOT / "data" / "events.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_the_file_gives_the_figures_the_page_shows():
    people = [made["participants"]["total"] for made in RECORDS if made["participants"]["total"] is not None]
    both = [(made["participants"]["women"], made["participants"]["men"]) for made in RECORDS]
    both = [pair for pair in both if None not in pair]
    there = {
        row["iso3"] for made in RECORDS for row in made["countries"] if row["role"] in ("host", "participant")
    }
    paid = {
        recount.line(recount.body(row["name"]))[-1]
        for made in RECORDS
        for row in made["organisations"]
        if row["role"] == "funder"
    }
    found = figures(real())
    assert found["events"] == (len(RECORDS), len(RECORDS)) == (567, 567)
    assert found["countries"][0] == len(there) == 169
    assert found["people"] == (sum(people), len(people)) == (11977, 229)
    assert found["women"] == (sum(pair[0] for pair in both) / sum(map(sum, both)), len(both))
    assert found["women"][1] == 20
    assert found["funders"][0] == len(paid)


def test_the_file_gives_the_countries_and_roles_the_page_counts():
    for role in ("host", "participant", "expert", "funder"):
        pairs = {
            (made["id"], row["iso3"]) for made in RECORDS for row in made["countries"] if row["role"] == role
        }
        found = figures(real(), role=role)
        assert found["participations"] == (len(pairs), len({id_ for id_, _ in pairs})), role
        assert found["countries"][0] == len({iso3 for _, iso3 in pairs}), role


def test_the_file_gives_the_days_and_the_parts_read():
    days = [recount.days(made) for made in RECORDS]
    known = [count for count in days if count is not None]
    assert figures(real())["days"] == (sum(known), len(known))
    assert len(known) == 472
    unpaid = [made for made in RECORDS if not any(row["role"] == "funder" for row in made["organisations"])]
    part = [made for made in unpaid if all(source["partial"] for source in made["sources"])]
    assert partly_read(every(real()), "funder_body") == (len(unpaid), len(part))


def test_almaty_2011_is_where_a_reader_would_look_for_it():
    asked = {"start": "2011-11", "end": "2011-11", "countries": ("GBR",), "text": "fourth annual almaty"}
    assert figures(real(), **asked) == {
        "events": (1, 1), "countries": (12, 1), "people": (70, 1), "women": (None, 0), "funders": (0, 0),
        "participations": (12, 1), "days": (2, 1),
    }  # fmt: skip
    assert every(real(), **asked, organisers=("osce",)).count == 1
    assert every(real(), **asked, funders=("none",)).count == 1
