"""Golden facts of the charts of each page over the real events, counted again here from the file itself."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from analysis import completeness, counts, crossed, lanes, overview, places
from analysis import timeline as periods
from analysis.crossed import Axis, cross
from analysis.funders import by_host_region, by_topic, dimension, flow
from analysis.index import build_index
from analysis.selection import Selection, select
from charts import bars, maps, matrix, play, theme, timeline
from charts import flow as flows
from loaders.tables import load
from tests.facts import (
    LOOK,
    areas,
    columns,
    legend,
    links,
    markers,
    read,
    said,
    squares,
    ticks,
    title,
    traces,
)
from tests.facts import bars as drawn
from view import View

DATA = Path(__file__).resolve().parent.parent / "data"
RECORDS: list[dict[str, Any]] = [
    json.loads(line) for line in (DATA / "events.jsonl").read_text(encoding="utf-8").splitlines()
]
ALL = len(RECORDS)

Of = Callable[[dict[str, Any]], Iterable[str]]


def tally(of: Of, *, none: str = "") -> Counter[str]:
    """How many events hold each value; with `none`, also how many hold none."""
    found: Counter[str] = Counter()
    for record in RECORDS:
        values = set(of(record))
        found.update(values or ({none} if none else ()))
    return found


def vocabulary(name: str) -> list[dict[str, str]]:
    with (DATA / "vocabulary" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def top_funders(record: dict[str, Any]) -> set[str]:
    """The short names of the bodies above all that paid."""
    written = [body["name"] for body in record["organisations"] if body["role"] == "funder"]
    return {TOP[name.casefold()] for name in written}


def _tops() -> dict[str, str]:
    bodies = {row["organisation_id"]: row for row in vocabulary("organisations")}

    def top(id_: str) -> str:
        parent = bodies[id_]["parent_id"]
        return top(parent) if parent else bodies[id_]["short_name"] or bodies[id_]["name"]

    named = {row["name"].casefold(): top(id_) for id_, row in bodies.items()}
    (key,) = (name for name in vocabulary("organisation_names")[0] if name not in ("organisation_id", "note"))
    return named | {
        row[key].casefold(): top(row["organisation_id"]) for row in vocabulary("organisation_names")
    }


TOP = _tops()


def was_there(record: dict[str, Any]) -> set[str]:
    return {row["iso3"] for row in record["countries"] if row["role"] in ("host", "participant")}


def year(record: dict[str, Any]) -> set[str]:
    start = record["start_date"] or ""
    return {start[:4]} if start[:4].isdigit() else set()


@pytest.fixture(scope="module")
def events() -> Selection:
    return select(build_index(load(DATA)), View())


def named(figure: Any) -> dict[str, int]:
    """Labels of bars and their values."""
    return {label: value for label, value, _, _ in drawn(figure)}


def test_overview_shows_who_paid_most(events: Selection):
    figure = bars.ranking(counts.ranked(events, "funder_body_top", most=7), LOOK, overlap=True)
    expected = tally(top_funders, none="none")
    shown = [(pick, value) for _, value, _, pick in drawn(figure)]
    assert [value for _, value in shown[:7]] == sorted((expected - Counter(none=ALL)).values(), reverse=True)[
        :7
    ]
    assert shown[-1] == ("funder_body_top:none", expected["none"])
    assert (drawn(figure)[0][1], shown[-1][1]) == (46, 446)
    assert title(figure) == "Events by funder"


def test_overview_shows_every_year_and_the_five_without_one(events: Selection):
    figure = timeline.by_period(counts.by(events, "year"), LOOK)
    expected = tally(year, none="none")
    years = range(int(min(expected)), int(max(set(expected) - {"none"})) + 1)
    assert columns(figure) == [(f"year:{id_}", expected[str(id_)]) for id_ in [*years, "none"]]
    assert columns(figure)[-1] == ("year:none", 5)
    assert sum(value for _, value in columns(figure)) == ALL == 567


def test_the_map_shows_the_countries_that_were_there(events: Selection):
    table = places.by_country(events)
    figure = maps.by_country(table, LOOK)
    expected = tally(was_there)
    assert (expected["KAZ"], expected["TJK"]) == (33, 31)
    limits = theme.class_limits(max(expected.values()))
    shown = {iso3: name for name, filled in areas(figure).items() for iso3 in filled}
    names = [
        theme.class_names(limits)[theme.class_of(count, limits)].replace(theme.THIN, " ")
        for count in expected.values()
    ]
    for iso3, name in zip(expected, names, strict=True):
        if maps.has_shape(iso3):
            assert shown[iso3] == name
    marked = {pick.removeprefix("there:") for picks in markers(figure).values() for pick in picks}
    assert {iso3 for iso3 in expected if not maps.has_shape(iso3)} <= marked
    assert marked == {iso3 for iso3 in expected if maps.needs_marker(iso3)}
    assert maps.strip(table).startswith(f"{len(expected)} of {len(expected)} countries drawn;")


def test_countries_of_the_records_that_were_nowhere_are_not_those_outside_the_records(events: Selection):
    figure = maps.by_country(places.by_country(events), LOOK)
    recorded = tally(lambda record: (row["iso3"] for row in record["countries"]))
    elsewhere = {iso3 for iso3 in set(recorded) - set(tally(was_there)) if maps.has_shape(iso3)}
    assert set(areas(figure)["none here"]) == elsewhere
    assert set(areas(figure)["not in the records"]).isdisjoint(recorded)


@pytest.mark.parametrize("role", ["host", "participant", "expert", "funder"])
def test_the_map_shows_each_role_by_itself(events: Selection, role: str):
    chosen = select(events.index, View(role=role))
    table = places.by_country(chosen)
    expected = tally(lambda record: (row["iso3"] for row in record["countries"] if row["role"] == role))
    shown = {row["id"]: row["count"] for row in table.rows if row["count"]}
    assert shown == dict(expected)
    assert title(maps.by_country(table, LOOK)) == f"Events by country that {theme.ROLES[role]}"


def test_host_cities_hold_the_events_whose_place_is_known(events: Selection):
    table = places.by_city(events)
    figure = maps.by_country(places.by_country(events), LOOK, cities=table)
    expected = tally(
        lambda record: (
            [f"{record['city']}|{record['host_country'] or ''}".replace(",", " ")] if record["city"] else []
        )
    )
    circles = traces(figure)[-1]
    shown = dict(zip(circles["customdata"], (row["event_count"] for row in table.rows), strict=True))
    assert {pick.removeprefix("city:"): count for pick, count in shown.items()}.items() <= expected.items()


def test_the_map_that_plays_adds_up_to_the_years(events: Selection):
    figure = play.by_year(places.by_country(events), places.by_country_and_year(events), LOOK)
    years = sorted(set(tally(year)))
    assert [frame.name for frame in figure.frames] == [
        str(one) for one in range(int(years[0]), int(years[-1]) + 1)
    ]
    expected = Counter(
        (iso3, one) for record in RECORDS for iso3 in was_there(record) for one in year(record)
    )
    for frame in figure.frames:
        shown = dict(zip(frame.data[0].locations, frame.data[0].z, strict=True))
        limits = theme.CLASS_LIMITS[0]
        assert shown == {iso3: theme.class_of(expected[iso3, frame.name], limits) for iso3 in shown}


def test_the_numbers_of_the_map_that_plays_are_those_of_its_frames(events: Selection):
    played = places.through_years(events)
    figure = play.by_year(played.countries, played.pairs, LOOK, undated=played.undated)
    told = {
        (*pick.removeprefix("there:").split(",year:"), int(text.split(": ")[1].split()[0]))
        for frame in figure.frames
        for trace in frame.data
        for pick, text in zip(trace.customdata, read(trace.hovertext), strict=True)
    }
    rows = set(zip(*(played.frame[name] for name in ("code", "year", "count")), strict=True))
    drawn = {row for row in rows if row[2] or maps.has_shape(row[0])}
    assert told == drawn
    assert len(rows) == len(played.frame)
    undated = [record for record in RECORDS if not list(year(record))]
    assert said(figure, "note") == f"{len(undated)} events without a year are in no frame."


@pytest.mark.parametrize("split", theme.SPLITS)
def test_the_six_largest_categories_of_a_stack_have_colours_of_their_own(events: Selection, split: str):
    figure = timeline.stacked(periods.stacked(events, "year", split), LOOK, split=split)
    greys = {theme.LIGHT.other, theme.LIGHT.unknown}
    shown = [colour for name, colour in legend(figure) if colour not in greys]
    named_ones = [
        name for name, _ in legend(figure) if not name.endswith((" others", " other", "stated", "online"))
    ]
    assert len(shown) == len(set(shown)) == len(named_ones)


def test_columns_stacked_by_format_add_up_to_the_years(events: Selection):
    figure = timeline.stacked(periods.stacked(events, "year", "format"), LOOK, split="format")
    sums: Counter[str] = Counter()
    for place in range(len(figure.data)):
        for pick, value in columns(figure, place):
            sums[pick.split(",")[0]] += value
    assert sums == Counter({f"year:{id_}": count for id_, count in tally(year, none="none").items()})
    assert said(figure, "note") == "“?” holds the events with the year unknown."


def test_columns_of_a_period_have_no_question_mark_and_do_not_explain_it(events: Selection):
    within = select(events.index, View(start="2018", end="2020"))
    figure = timeline.stacked(periods.stacked(within, "year", "format"), LOOK, split="format")
    assert said(figure, "note") == ""


def test_columns_stacked_by_topic_hold_each_topic_of_each_event(events: Selection):
    figure = timeline.stacked(periods.stacked(events, "year", "topic"), LOOK, split="topic")
    first = dict(columns(figure, 0))
    in_2023 = sum(
        "trafficking in persons" in record["topics"] and year(record) == {"2023"} for record in RECORDS
    )
    assert first["year:2023,topic:trafficking-in-persons"] == in_2023
    assert "2023" in said(figure, "alt")
    assert "events." not in said(figure, "alt")


def test_summed_up_columns_end_at_all_dated_events(events: Selection):
    table = periods.stacked(events, "year", "format", cumulative=True)
    figure = timeline.stacked(table, LOOK, split="format", cumulative=True)
    last = sum(columns(figure, place)[-2][1] for place in range(len(figure.data)))
    assert last == ALL - tally(year, none="none")["none"]


def test_the_editions_of_a_recurring_event_stand_in_one_lane(events: Selection):
    editions = lanes.of(events, "series")
    figure = timeline.lanes(editions, LOOK, title=theme.LANE_TITLES["series"])
    marks = next(trace for trace in traces(figure) if "markers" in trace["mode"])
    ids = [pick.removeprefix("event:") for pick in marks["customdata"]]
    numbers = {record["id"]: (record["series"] or {}).get("number") for record in RECORDS}
    shown = [number for text in marks["text"] if text for number in text.split(", ")]
    assert sorted(shown) == sorted(str(numbers[id_]) for id_ in ids if numbers[id_] is not None)
    assert all(number.isdecimal() for number in shown)


def test_funders_are_ranked_and_the_share_without_one_is_told(events: Selection):
    caveat = theme.partly_read(*overview.partly_read(events, "funder_body"), what="funder")
    table = counts.ranked(events, dimension(View()), most=15)
    figure = bars.ranking(
        table,
        LOOK,
        title=theme.FUNDER_TITLES["organisations"].format(unit="Events"),
        overlap=True,
        note=caveat,
    )
    whole = [record for record in RECORDS if not top_funders(record)]
    partly = sum(
        all(source["partial"] for source in record["sources"]) and bool(record["sources"]) for record in whole
    )
    assert said(figure, "note").startswith(
        f"446 events with no funder stated; of {partly} of them only a part"
    )
    expected = tally(top_funders)
    assert [value for _, value, _, _ in drawn(figure)[:15]] == sorted(expected.values(), reverse=True)[:15]


def test_funders_by_topic_are_counted_pair_by_pair(events: Selection):
    figure = matrix.squares(by_topic(events, "funder_body_top"), LOOK, title="Events by topic and funder")
    pairs = Counter(
        (topic, funder)
        for record in RECORDS
        for topic in set(record["topics"])
        for funder in top_funders(record) or {"no funder stated"}
    )
    shown = {
        (row, column): int(text)
        for row, column, text, pick in squares(figure)
        if pick and "…" not in f"{row}{column}"
    }
    assert len(shown) > 50
    assert {pair: pairs[pair] for pair in shown} == shown


def test_funders_by_region_of_the_host_draw_every_pair_that_occurs(events: Selection):
    figure = matrix.squares(
        by_host_region(events, "funder_body_top"), LOOK, title="Events by funder and region"
    )
    table = by_host_region(events, "funder_body_top")
    assert len(squares(figure)) == (table.frame["count"] > 0).sum()


def test_the_flow_leaves_out_events_without_a_funder(events: Selection):
    figure = flows.bands(
        flow(events, "funder_body_top", "topic"), LOOK, title=theme.FLOW_TITLES["topic"].format(unit="events")
    )
    widths = {(a, b): width for a, b, width in links(figure)}
    eu = sum(
        "EU" in top_funders(record) and "trafficking in persons" in record["topics"] for record in RECORDS
    )
    assert widths["EU", "trafficking in persons"] == eu
    assert not [pair for pair in widths if "no funder stated" in pair]


def test_topics_are_ranked_by_their_events(events: Selection):
    figure = bars.ranking(counts.ranked(events, "topic"), LOOK, overlap=True)
    expected = tally(lambda record: record["topics"])
    assert named(figure) == dict(expected)
    assert list(named(figure).values()) == sorted(expected.values(), reverse=True)
    assert said(figure, "note").endswith(
        f"add up to {expected.total():,}, the events are 567.".replace(",", " ", 1)
    )


def test_topics_by_year_add_up_to_the_topics(events: Selection):
    figure = matrix.squares(
        cross(events, Axis("topic", 20), Axis("year", zeros=True)), LOOK, title="Events by topic and year"
    )
    sums: Counter[str] = Counter()
    for row, _, text, _ in squares(figure):
        sums[row] += int(text)
    assert sums == tally(lambda record: record["topics"])
    assert list(ticks(figure, "x").values())[-1] == "?"


def test_audiences_are_ranked_with_those_not_stated_in_grey(events: Selection):
    figure = bars.ranking(counts.ranked(events, "audience"), LOOK, overlap=True)
    assert named(figure) == dict(tally(lambda record: record["audiences"], none="audience not stated"))
    assert figure.data[0].marker.color[-1] == theme.LIGHT.unknown


def test_topics_that_go_together_are_pairs_of_the_same_event(events: Selection):
    table = crossed.pairs(events, "topic", most=15)
    figure = bars.pairs(
        table, LOOK, dimensions=("topic", "topic"), title="Topics that go together, by events"
    )
    together = Counter(
        frozenset((a, b))
        for record in RECORDS
        for a in set(record["topics"])
        for b in set(record["topics"])
        if a < b
    )
    assert [value for _, value, _, _ in drawn(figure)] == sorted(together.values(), reverse=True)[:15]
    first = dict(zip(("a", "b"), drawn(figure)[0][0].split(" + "), strict=True))
    assert together[frozenset(first.values())] == drawn(figure)[0][1]


def test_completeness_tells_how_many_events_give_each_field(events: Selection):
    figure = bars.completeness(completeness.by_field(events), LOOK)
    told, missing = named(figure) | {}, {label: value for label, value, _, _ in drawn(figure, 1)}
    assert told["headcount"] == sum(record["participants"]["total"] is not None for record in RECORDS)
    assert told["funder"] == ALL - 446
    assert told["organiser"] == len(
        [r for r in RECORDS if any(o["role"] == "organiser" for o in r["organisations"])]
    )
    assert told["audience"] == sum(bool(record["audiences"]) for record in RECORDS)
    assert {told[label] + missing[label] for label in told} == {ALL}


def test_completeness_by_year_stands_beside_the_events_of_each_year(events: Selection):
    figure = matrix.shares(
        completeness.by_field_and(events, "year"), LOOK, title="Completeness by year, per cent of events"
    )
    expected = tally(year, none="year unknown")
    labels = {f"{id_} ({count})" for id_, count in expected.items()}
    assert set(ticks(figure, "y").values()) == labels
