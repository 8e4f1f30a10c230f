"""One country: its figures counted by hand and by a recount, beside peers, in charts, and in the brief's words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from analysis import country
from analysis.country import (
    ROLES,
    editions,
    involved,
    joined,
    met,
    profile,
    report,
    roles_by_year,
    side,
    topic_shares,
)
from analysis.overview import FEW
from analysis.selection import select
from analysis.whereabouts import hosts
from charts import drawing, theme
from charts.country import drawn as drawn_with
from charts.country import within
from exports import brief
from tests import recount
from tests.browser.by_hand import RECORDS, countries
from tests.conftest import ROOT
from tests.country_figures import COUNTRY_FIGURES, topics
from tests.facts import LOOK, bars, figures, hovers, said, seen, ticks, traces, written
from tests.frames import SERIES, every, ids, index_of, real, record, table, ten
from tests.recount import POOL, light_views, world, worlds
from ui.country import base, comparison
from view import View

TIP_ID, SOM_ID, COURTS_ID = "trafficking-in-persons", "smuggling-of-migrants", "investigation-and-prosecution"


def of(iso3="KAZ", *peers, **choices):
    return report(every(ten(), **choices), iso3, peers)


def drawn(made, look):
    return drawn_with(made, look, hosts(made))


def values(code, *names, **choices):
    made = profile(every(ten(), **choices), side(ten(), code))
    return [made.value(name) for name in names]


# Figures


def test_each_role_is_counted_apart_and_events_in_any_role_once():
    assert values("KAZ", "involved", "there", "host", "participant", "expert", "funder") == [5, 5, 3, 5, 0, 0]
    assert values("ITA", "involved", "there", "host", "participant", "expert", "funder") == [2, 1, 0, 1, 1, 0]
    assert values("FIN", "involved", "there", "funder") == [3, 1, 2]


def test_people_are_told_with_the_events_that_give_a_headcount():
    people = profile(every(ten()), side(ten(), "UZB")).figures["people"]
    assert (people.value, people.base, people.events) == (30, 1, 2)


def test_without_any_headcount_people_are_not_stated_rather_than_none():
    assert values("ITA", "people") == [None]


def test_the_share_of_women_counts_only_events_that_give_both():
    women = profile(every(ten()), side(ten(), "KAZ")).figures["women"]
    assert (women.value, women.base, women.events) == (0.42, 3, 5)


def test_countries_met_are_those_that_were_there_too_each_once():
    assert values("KAZ", "met") == [3]
    assert values("AUT", "met") == [2]
    assert values("ITA", "met") == [0]


def test_a_country_without_events_has_zeros_and_no_last_event():
    made = of("TKM")
    assert [made.profile.value(name) for name in ("involved", "host", "met")] == [0, 0, 0]
    assert made.profile.last is None
    assert made.topics.topics == {}


def test_a_group_is_its_average_member():
    assert values("central_asia", "involved", "host", "participant", "people", "met") == [
        2.4,
        1.2,
        2.2,
        83.75,  # 335 people over the four that tell it; one of the five has no headcount
        1.6,
    ]


def test_the_share_of_women_of_a_group_is_that_of_all_its_events():
    women = profile(every(ten()), side(ten(), "central_asia")).figures["women"]
    assert (women.value, women.base, women.events) == (0.42, 3, 7)


def test_the_role_of_the_view_decides_whose_people_and_topics_are_counted():
    assert values("KAZ", "people", role="host") == [120]
    assert of(role="host").topics.events[0] == 3


def test_the_filters_apply():
    assert values("KAZ", "involved", "host", start="2023", end="2023") == [2, 2]
    assert values("KAZ", "involved", topics=(SOM_ID,)) == [2]


def test_months_are_counted_from_the_last_event_to_the_newest_of_the_records():
    last = of().profile.last
    assert (last.event_id, last.least, last.most) == ("joint", 3, 3)


def test_a_last_event_known_by_month_or_year_gives_a_range_of_months():
    index = index_of(
        record("a", "2022", host="KAZ"), record("b", "2023-03", host="UZB"), record("c", "2023-05-20")
    )
    told = [brief.since(report(every(index), iso3).profile) for iso3 in ("KAZ", "UZB")]
    assert told == ["4 to 16 months", "1 to 2 months"]


def test_the_newest_event_is_that_of_the_records_whatever_is_filtered():
    assert of(start="2019", end="2019").profile.last.least == 57


def test_events_without_a_year_have_no_last_one():
    index = index_of(record("a", "XXXX-10-26", host="KAZ"), record("b", "2020"))
    assert report(every(index), "KAZ").profile.last is None


def test_what_is_known_in_part_is_counted_by_what_is_missing():
    known = of().in_part
    assert (known.events, known.read_in_part, known.coarse, known.undated, known.without_headcount) == (
        5,
        2,
        0,
        1,
        0,
    )
    known = of("UZB").in_part
    assert (known.events, known.read_in_part, known.coarse, known.undated, known.without_headcount) == (
        2,
        1,
        1,
        0,
        1,
    )


# Tables


def test_roles_by_year_keep_zeros_and_the_unknown_year():
    made = roles_by_year(every(ten()), "KAZ")
    assert list(made.row_names) == list(ROLES)
    assert list(made.column_names) == ["2019", "2020", "2021", "2022", "2023", "2024", "none"]
    assert made.counts.tolist() == [[1, 0, 0, 0, 2, 0, 0], [1, 1, 0, 0, 2, 0, 1], [0] * 7, [0] * 7]
    assert made.event_count == 5


def test_roles_by_year_show_the_years_of_the_view():
    made = roles_by_year(every(ten(), start="2020", end="2022"), "KAZ")
    assert list(made.column_names) == ["2020", "2021", "2022", "none"]


def test_topics_are_set_against_all_events_of_the_region_and_the_average_member_of_a_group():
    made = of("KAZ", "central_asia").topics
    assert [(one.code, one.kind) for one in made.sides] == [
        ("KAZ", "country"), ("143", "region"), ("central_asia", "group"),
    ]  # fmt: skip
    assert list(made.topics) == [TIP_ID, COURTS_ID, SOM_ID]
    assert made.counts.tolist() == [[5, 2, 2], [7, 2, 2], [12, 5, 4]]
    assert made.events == (5, 7, 12)
    assert [made.share(2, topic) for topic in range(3)] == [1, 5 / 12, 4 / 12]


def test_below_five_events_there_is_no_percentage():
    made = of("KGZ", "KAZ").topics
    assert FEW == 5
    assert (made.events[0], made.enough(), made.share(0, 0), made.share(2, 0)) == (3, False, None, 1)
    rows = table(made.frame, "topic", "whose", "events with it", "events", "per cent")
    assert rows[0][:4] == ("trafficking in persons", "Kyrgyzstan", 3, 3)
    assert rows[0][4] != rows[0][4]


def test_a_country_without_a_region_is_set_against_nothing():
    assert [one.code for one in of("ATA").topics.sides] == ["ATA"]


def test_peers_are_told_once_and_never_the_country_itself():
    made = of("KAZ", "KGZ", "KAZ", "KGZ", "UZB", "TJK", "FIN", "ITA", "DEU")
    assert [peer.side.code for peer in made.peers] == ["KGZ", "UZB", "TJK", "FIN", "ITA"]


def test_whom_it_met_comes_most_often_first_without_itself():
    assert table(met(every(ten()), "KAZ").frame, "id", "count") == [("KGZ", 2), ("TJK", 2), ("UZB", 1)]


def test_at_a_single_large_event_it_met_everybody_but_itself():
    index = index_of(record("a", "2020", participant="KAZ KGZ UZB TJK USA FIN DEU ITA AUT"))
    made = met(every(index), "UZB")
    assert "UZB" not in made.columns["id"]
    assert len(made.rows) == 8


def test_whom_it_met_can_be_counted_in_people():
    assert table(of(unit="people").met.frame, "id", "count") == [("TJK", 80), ("KGZ", 50), ("UZB", 30)]


def test_a_unit_that_makes_no_sense_for_a_single_country_falls_back_to_events():
    assert of(unit="countries").met.unit == "events"


def test_editions_that_do_not_name_the_country_are_told_with_the_undated_ones():
    made = of().series
    assert made.by_series == [("Conference of the Alliance against Trafficking in Persons", 2, 1, 0)]
    assert [(row["event_id"], row["number"], row["state"], row["in_part"]) for row in made.rows] == [
        ("dushanbe", 3, "named", True),
        ("almaty", 1, "named", False),
        ("vienna", 2, "not named", True),
    ]
    assert (made.more, made.undated, made.earlier) == (0, 1, 0)
    assert table(made.frame, "event", "the country", "source read")[2] == ("vienna", "not named", "in part")


def silent():
    """Three editions: one names Kazakhstan, one others alone, and of one only the host is told."""
    held: dict[str, Any] = {"series": {"name": SERIES, "number": None}}
    return index_of(
        record("told", "2020", participant="KAZ", **held),
        record("others", "2021", host="AUT", participant="UZB", **held),
        record("host alone", "2022", host="AUT", **held),
    )


def test_an_edition_that_does_not_tell_who_came_is_not_one_that_the_country_missed():
    made = report(every(silent()), "KAZ")
    assert [(row["event_id"], row["state"]) for row in made.series.rows] == [
        ("told", "named"), ("others", "not named"), ("host alone", "not told who came"),
    ]  # fmt: skip
    assert [counts for _, *counts in made.series.by_series] == [[1, 1, 1]]
    assert list(made.series.frame["the country"]) == ["named", "not named", "not told who came"]
    told = " ".join(brief.sentences(made, "All events, no filter"))
    assert "(1 of 3 recorded). What is not named may" in told
    assert "Not counted, for they do not tell who came: 1." in told


def test_where_all_other_editions_do_not_tell_who_came_none_is_missed():
    made = report(every(silent()), "UZB", ())
    told = " ".join(brief.sentences(report(every(silent(), end="2020"), "KAZ"), "All events, no filter"))
    assert "every edition within these filters names it." in told
    assert [counts for _, *counts in made.series.by_series] == [[1, 1, 1]]
    alone = index_of(
        record("a", "2020", participant="KAZ", series={"name": SERIES, "number": 1}),
        record("b", "2021", host="AUT", series={"name": SERIES, "number": 2}),
    )
    told = " ".join(brief.sentences(report(every(alone), "KAZ"), "All events, no filter"))
    assert "every recorded edition that tells who came names it. Not counted" in told


def test_an_edition_is_missed_also_in_a_period_in_which_no_edition_names_the_country():
    made = report(every(silent(), start="2021"), "KAZ")
    assert [(row["event_id"], row["state"]) for row in made.series.rows] == [
        ("others", "not named"), ("host alone", "not told who came"),
    ]  # fmt: skip
    told = " ".join(brief.sentences(made, "Period: from 2021"))
    assert (
        "It is named in no recurring events, and in editions of 1 more that these filters leave out." in told
    )
    assert "(1 of 2 within these filters). What is not named may" in told


def test_a_recurring_event_that_never_names_the_country_has_no_lane():
    assert not editions(every(silent(), start="2021"), "FIN").by_series


def test_of_two_periods_the_editions_missed_in_the_second_are_drawn_as_well():
    first = every(silent(), start="2020", end="2020")
    second = every(silent(), start="2021", end="2022")
    made = joined(editions(first, "KAZ"), editions(second, "KAZ"))
    assert list(zip(made.columns["event_id"], made.columns["state"], made.columns["side"], strict=True)) == [
        ("told", "named", "first"), ("others", "not named", "second"),
        ("host alone", "not told who came", "second"),
    ]  # fmt: skip


def test_a_host_that_takes_part_by_its_own_record_is_named_though_nobody_else_is():
    made = editions(every(silent()), "AUT")
    assert [row["state"] for row in made.rows] == ["not named", "named", "named"]


def test_a_series_without_the_country_is_not_among_its_own():
    index = index_of(
        record("a", "2020", host="KAZ", series={"name": SERIES, "number": 1}), record("b", host="UZB")
    )
    assert editions(every(index), "UZB").rows == []


def test_the_list_tells_what_the_country_did_and_where_it_was_read():
    rows = country.listed(of().all_events, "KAZ")
    assert table(rows, "event_id", "roles", "publishers", "sources", "read_in_part")[:2] == [
        ("joint", "host; participant", "UNODC", "https://example.org", False),
        ("twice", "host; participant", "UNODC", "https://example.org", False),
    ]


@pytest.mark.parametrize(
    "records", [(), (record("only", topics=[], sources=[]),)], ids=["no event", "nothing said"]
)
def test_no_data_break_nothing(records):
    made = report(every(index_of(*records)), "KAZ", ("central_asia", "UZB"))
    assert made.all_events.count == 0
    assert len(drawn(made, LOOK).all) == 7
    assert brief.sentences(made, "All events, no filter")


# The real records


@pytest.mark.parametrize("iso3", ["KAZ", "TUR", "FIN", "USA", "XKX", "TWN", "TKM"])
def test_real_countries_are_counted_as_in_the_file(iso3):
    made = report(every(real()), iso3)
    held = [each for each in RECORDS if iso3 in countries(each, ROLES)]
    assert made.profile.value("involved") == len(held)
    for role in ROLES:
        assert made.profile.value(role) == sum(iso3 in countries(each, (role,)) for each in held), role
    there = [each for each in held if iso3 in countries(each)]
    assert made.profile.value("met") == len({other for each in there for other in countries(each)} - {iso3})
    told = [each["participants"]["total"] for each in there if each["participants"]["total"] is not None]
    assert (made.profile.value("people"), made.profile.figures["people"].base) == (
        sum(told) or None,
        len(told),
    )


def test_the_annual_workshop_of_central_asia_names_kazakhstan_in_two_of_its_four_editions():
    made = report(every(real()), "KAZ").series
    rows = [row for row in made.rows if row["series_id"] == "annual-workshop-source-transit-destination"]
    assert [(row["start_date"][:4], row["state"] == "named") for row in rows] == [
        ("2008", True), ("2009", False), ("2010", False), ("2011", True),
    ]  # fmt: skip


# Against a recount

codes = st.sampled_from([code for code in POOL if code != "ATA"])


@settings(max_examples=40)
@given(worlds, light_views, codes)
def test_every_figure_is_what_a_recount_gives(drawn_world, view, iso3):
    records, index = world(*drawn_world)
    inside, _ = recount.chosen(records, view)
    made = report(select(index, view), iso3)
    by_role = {
        role: [one for one in inside if iso3 in recount.countries(one, role)] for role in ("there", *ROLES)
    }
    any_role = [one for one in inside if any(iso3 in recount.countries(one, role) for role in ROLES)]
    assert ids(made.all_events) == {one["id"] for one in any_role}
    assert {role: made.profile.value(role) for role in by_role} == {
        role: len(held) for role, held in by_role.items()
    }
    people, known = recount.figure(by_role[view.role], "people", view.role)
    assert (made.profile.figures["people"].base, made.profile.value("people")) == (
        known,
        people if known else None,
    )
    others = [recount.countries(one, "there") - {iso3} for one in by_role["there"]]
    counts = {other: sum(other in held for held in others) for other in set().union(*others)}
    assert dict(table(made.met.frame, "id", "count")) == counts
    assert made.profile.value("met") == len(counts)
    for role, row in zip(ROLES, made.roles.counts.tolist(), strict=True):
        years = [next(iter(recount.values(one, "year"))) for one in by_role[role]]
        assert row == [years.count(year) for year in made.roles.column_names]


@settings(max_examples=30)
@given(worlds, light_views, codes, st.sampled_from(["143", "central_asia", "eu", "150"]))
def test_every_share_is_what_a_recount_gives(drawn_world, view, iso3, group):
    records, index = world(*drawn_world)
    inside, _ = recount.chosen(records, view)
    region = country.home(index, iso3)
    sides = [side(index, iso3), *([region] if region else []), side(index, group)]
    made = topic_shares(select(index, view), sides)
    for place, one in enumerate(sides):
        held = [set(one.members) & recount.countries(event, view.role) for event in inside]
        weights = [len(members) if one.averaged else bool(members) for members in held]
        assert made.events[place] == sum(weights)
        assert made.event_counts[place] == sum(map(bool, held))
        for topic, code in enumerate(made.topics):
            with_it = [
                weight
                for weight, event in zip(weights, inside, strict=True)
                if code in recount.values(event, "topic")
            ]
            assert made.counts[place, topic] == sum(with_it)


@settings(max_examples=30)
@given(worlds, light_views, codes)
def test_every_edition_is_what_a_recount_gives(drawn_world, view, iso3):
    records, index = world(*drawn_world)
    inside, _ = recount.chosen(records, view)
    held = [one for one in inside if one.get("series")]
    named = [one for one in held if any(iso3 in recount.countries(one, role) for role in ROLES)]
    made = editions(select(index, view), iso3)
    editions_ = [one for one in records if one.get("series")]
    untold = [one for one in held if one not in named and not recount.tells_who_came(one, editions_)]
    missed = len(held) - len(named) - len(untold)
    ever = any(
        one.get("series") and any(iso3 in recount.countries(one, role) for role in ROLES) for one in records
    )
    belongs = bool(held) and ever
    assert [counts for _, *counts in made.by_series] == (
        [[len(named), missed, len(untold)]] if belongs else []
    )
    assert {row["event_id"] for row in made.rows} == ({one["id"] for one in held} if belongs else set())
    assert {row["event_id"] for row in made.rows if row["state"] == "named"} == {one["id"] for one in named}


# Charts


def test_a_click_in_a_chart_of_its_events_picks_the_country_too():
    made = drawn(of(), LOOK)
    assert bars(made.audiences)[0][3] == "there:KAZ,audience:judges"
    assert bars(made.met)[0] == ("Kyrgyzstan", 2, "2", "there:KAZ,there:KGZ")
    assert traces(made.roles)[0]["customdata"][0] == "host:KAZ,year:2019"
    assert traces(made.topics)[-2]["customdata"][0] == f"there:KAZ,topic:{TIP_ID}"


def test_what_a_click_picks_are_the_events_that_were_counted():
    made = drawn(of(), LOOK)
    for figure in (made.audiences, made.met, made.funders):
        for _, count, _, pick in bars(figure):
            pairs = tuple((part.split(":", 1)[0], part.split(":", 1)[1]) for part in pick.split(","))
            assert every(ten()).narrowed(pairs).count == count, pick


def test_a_row_that_picks_nothing_still_picks_nothing():
    figure = drawing.Drawn(data=[{"type": "bar", "customdata": ["", "topic:a"]}], layout={})
    assert within(figure, "there:KAZ").to_dict()["data"][0]["customdata"] == ["", "there:KAZ,topic:a"]


def test_every_role_has_a_band_with_its_number_also_at_none():
    made = drawn(of(), LOOK).roles
    notes = written(made)[1:]
    assert notes == ["hosted: 3", "took part: 5", "sent experts: 0", "paid: 0"]
    assert [list(trace["y"]) for trace in traces(made)] == of().roles.counts.tolist()
    axes = [made.layout[name] for name in ("yaxis", "yaxis2", "yaxis3", "yaxis4")]
    assert len({tuple(axis.range) for axis in axes}) == 1
    assert all(upper.domain[0] > lower.domain[1] for upper, lower in pairwise(axes))


def test_shares_are_drawn_in_per_cent_with_numbers_in_the_hover():
    made = drawn(of("KAZ", "central_asia", "KGZ"), LOOK).topics
    assert seen(made.layout.title.text) == "Kazakhstan: share of its events by topic, in per cent"
    marks = {trace["name"]: trace for trace in traces(made) if trace.get("mode") == "markers"}
    assert list(marks) == ["Central Asia (5), average member", "Central Asia, all events", "Kazakhstan"]
    assert list(marks["Kazakhstan"]["x"]) == [100, 40, 40]
    told = hovers(made, 1)
    assert told[2] == "smuggling of migrants Central Asia (5), average member: 0.8 of 2.4 events (33 %)"
    assert "fewer than five events: Kyrgyzstan" in said(made, "note")


def test_with_too_few_events_the_topics_are_numbers():
    made = drawn(of("KGZ"), LOOK).topics
    assert seen(made.layout.title.text) == "Kyrgyzstan: events by topic"
    assert "Too few for per cent" in said(made, "note")
    assert ticks(made, "y") == {0: "trafficking in persons", 1: "investigation and prosecution"}


def test_the_region_and_each_peer_have_marks_of_their_own():
    made = drawn(of("KAZ", "central_asia"), LOOK).topics
    marks = [
        (trace["marker"]["symbol"], trace["marker"]["color"]) for trace in traces(made) if "marker" in trace
    ]
    assert len(set(marks)) == 3
    assert len({symbol for symbol, _ in marks}) == 3


def test_editions_without_the_country_are_hollow_and_say_what_that_can_mean():
    made = drawn(of(), LOOK).series
    silent, hollow, filled, marks = traces(made)
    assert (list(silent["customdata"]), list(marks["text"])) == ([], [])
    assert list(hollow["customdata"]) == ["event:vienna"]
    assert hollow["marker"]["symbol"] == "circle-open"
    assert list(filled["customdata"]) == ["event:almaty"]
    assert said(made, "note").startswith("Not naming it: 1 event; 1 of them read only in part")
    assert "1 without a known year not drawn." in said(made, "note")


def test_an_edition_that_does_not_tell_who_came_has_a_question_mark():
    made = drawn(report(every(silent()), "KAZ"), LOOK).series
    silent_, hollow, filled, marks = traces(made)
    assert [list(each["customdata"]) for each in (silent_, hollow, filled)] == [
        ["event:host alone"], ["event:others"], ["event:told"],
    ]  # fmt: skip
    assert (list(marks["x"]), list(marks["y"]), list(marks["text"])) == (
        list(silent_["x"]),
        list(silent_["y"]),
        ["?"],
    )
    assert "does not tell who came" in silent_["hovertext"][0]
    assert "Not told who came: 1 event." in said(made, "note")
    assert "1 without it, 1 that do not tell who came." in said(made, "alt")


def test_a_filter_for_countries_is_told_beside_the_editions_it_leaves_out():
    made = drawn(of(countries=("KAZ",)), LOOK)
    assert "leaves out editions" in said(made.series, "note")


def test_where_it_was_is_told_by_who_hosted():
    shown = [(label, value, pick) for label, value, _, pick in bars(drawn(of(), LOOK).hosts)]
    assert shown[0] == ("Kazakhstan", 3, "there:KAZ,host:KAZ")
    assert sum(value for _, value, _ in shown) == 5
    assert "Countries that most often hosted the 5 events it was at: Kazakhstan (3)" in words()
    assert "most often hosted" not in words(role="host")


def test_only_fifteen_countries_are_drawn_and_the_rest_is_told():
    world_ = "KAZ KGZ UZB TJK TKM USA FIN DEU ITA AUT FRA ESP PRT GRC TUR UKR MDA"
    made = drawn(report(every(index_of(record("a", "2020", participant=world_))), "KAZ"), LOOK).met
    assert len(bars(made)) == 15
    assert "1 more in the numbers" in said(made, "note")


def test_figures_of_a_countrys_events_say_so_and_how_many_they_are():
    report_ = report(every(ten()), "KAZ")
    made = drawn(
        report_, theme.Look(filters="All events, no filter", source="Source: S, data d, 10 of 10 events")
    )
    own = f"Source: S, data d, {report_.all_events.count} of 10 events"
    told = {
        name: (said(figure, "filters"), own in str(figure.layout.annotations))
        for name, figure in vars(made).items()
    }
    of_it, of_all = ("Events that name Kazakhstan, no other filter", True), ("All events, no filter", False)
    assert told == dict.fromkeys(("roles", "hosts", "met", "audiences", "funders"), of_it) | dict.fromkeys(
        ("topics", "series"), of_all
    )


@pytest.mark.parametrize("chart", COUNTRY_FIGURES)
def test_a_figure_of_a_country_can_be_drawn_without_a_table_of_anything(chart):
    assert COUNTRY_FIGURES[chart](LOOK, "").layout.meta["heading"]


# The brief


def words(*peers, **choices):
    return figures(" ".join(brief.sentences(of("KAZ", *peers, **choices), "All events, no filter")))


def test_the_brief_says_what_the_figures_say():
    told = words()
    assert "Kazakhstan is named in 5 of 10 events: it hosted 3 events and took part in 5 events." in told
    assert "No event is recorded that it sent experts to or paid for." in told
    assert (
        "5–7 Nov 2023 in Almaty (“joint”), 3 months before the newest event in the records (29 Feb 2024)"
        in told
    )
    assert "Headcounts stand for 5 of the 5 events it was at: 170 people" in told
    assert "Only 3 events give women and men apart: too few for a share." in told
    assert "it met 3 countries, most often Kyrgyzstan (2), Tajikistan (2) and Uzbekistan (1)." in told
    assert "smuggling of migrants (2 of 5, 40 %)" in told


def mixed(events: int):
    made = [record(f"e{n}", f"20{10 + n}-05-01", host="KAZ", total=10, women=4, men=6) for n in range(events)]
    return report(every(index_of(*made)), "KAZ")


@pytest.mark.parametrize(("events", "share"), [(FEW - 1, "too few to say"), (FEW, "40 %")])
def test_the_share_of_women_is_told_from_five_events_on(events: int, share: str):
    made = mixed(events)
    assert figures(brief.value(made.profile, "women")) == share
    told = figures(" ".join(brief.sentences(made, "All events, no filter")))
    assert ("Women are 40 %" in told) == (events == FEW)
    told_in_table = comparison(made).set_index("figure").loc["share of women", "value"]
    assert (told_in_table == 0.4) == (events == FEW)


def test_an_event_that_a_country_paid_for_alone_is_told_beside_those_without_a_funder():
    index = index_of(
        record("a", "2020", host="KAZ", funder="NOR"),
        record("b", "2021", host="KAZ"),
        record("c", "2022", host="KAZ", funder="NOR", funders=["MFA Norway"]),
    )
    told = " ".join(brief.sentences(report(every(index), "KAZ"), "All events, no filter"))
    assert "Of the 2 without, 0 read only in part; 1 name a country that paid and no body." in told


def test_every_figure_in_the_brief_is_the_one_on_the_page():
    made = report(every(real()), "KAZ", ("KGZ", "central_asia"))
    told = " ".join(brief.sentences(made, "All events, no filter"))
    for name in ("host", "participant", "expert"):
        assert f"{brief.value(made.profile, name)} event" in told, name
    assert brief.value(made.profile, "people") in told
    assert base(made, "people").removeprefix("from ").split(" of ")[0] in told
    assert theme.counted(made.profile.figures["met"].value or 0, "countries") in told
    assert brief.since(made.profile) in told
    for peer in made.peers:
        for name in ("involved", "host", "met"):
            assert (
                f"{brief.FIGURES[name]} {brief.value(peer, name)} (here {brief.value(made.profile, name)})"
                in told
            )
    first = made.met.rows[0]
    assert f"{first['name']} ({first['count']})" in told


def test_a_country_with_few_events_gets_numbers_and_no_percentages_of_topics():
    told = " ".join(brief.sentences(of("KGZ"), "All events, no filter"))
    assert "trafficking in persons (3 of 3)" in told
    assert "Beside all" not in told


def test_the_brief_of_a_country_in_no_event_says_so():
    assert brief.sentences(of("ATA"), "All events, no filter") == [
        "Antarctica is named in none of 10 events."
    ]


def test_filters_stand_in_the_first_sentence():
    made = of(start="2023", end="2023")
    assert brief.sentences(made, "Period: 2023")[0].startswith(
        "Kazakhstan is named in 2 of 2 events (Period: 2023): "
    )


def test_the_text_to_copy_names_its_source_and_data_version():
    lines = brief.text(of(), brief.Told(theme.Look(filters="All events, no filter")), "abc123").splitlines()
    assert lines[:2] == ["Kazakhstan", "Filters: All events, no filter"]
    assert lines[-1] == "Source: Cooperation Atlas, data version abc123."
    assert all(line.startswith("- ") for line in lines[3:-2])


@settings(max_examples=30)
@given(worlds, light_views, codes, st.sampled_from(["central_asia", "UZB", "eu"]))
def test_every_brief_is_made_of_whole_sentences(drawn_world, view, iso3, peer):
    _, index = world(*drawn_world)
    for sentence in brief.sentences(report(select(index, view), iso3, (peer,)), "All events, no filter"):
        assert sentence.endswith(".")
        assert not re.search(
            r"\b(None|nan)\b|  |\(\)|: \.|, \.| \.$|\b1 (events|countries|months)\b", sentence
        ), sentence


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([], []),
        ([9, 4], ["a 9", "b 4"]),
        ([9, 4, 3, 2], ["a 9", "b 4", "c 3"]),
        ([9, 4, 4, 4], ["a 9", "b 4", "c 4", "d 4"]),
        ([9, 1, 1, 1, 1, 1], ["a 9", "b 1", "c 1", "d 1", "e 1", "f 1"]),
        ([9, 1, 1, 1, 1, 1, 1], ["a 9", "b 1", "c 1", "4 more with as many"]),
    ],
)
def test_equal_figures_are_never_cut_between_without_a_word(counts, told):
    rows = list(zip("abcdefg", counts, strict=False))
    assert brief.first(rows, lambda row: row[1], lambda row: f"{row[0]} {row[1]}") == told


def test_the_most_frequent_hosts_are_told_by_events_whatever_the_unit():
    index = index_of(
        *(record(f"{host}{n}", "2020", host=host, participant="KAZ") for host in ("UZB", "TJK", "KGZ", "AUT")
          for n in range(2)),
        record("large", "2021", host="ITA", participant="KAZ", total=900),
    )  # fmt: skip
    told = " ".join(brief.sentences(report(every(index, unit="people"), "KAZ"), "All events, no filter"))
    assert "Austria (2), Kyrgyzstan (2), Tajikistan (2) and Uzbekistan (2)." in told


@pytest.mark.parametrize(
    ("names", "text"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_names_are_joined_as_in_a_sentence(names, text):
    assert brief.listed(names) == text


def test_involved_is_any_role_of_any_of_the_countries():
    assert ids(involved(every(ten()), ("ITA", "FIN"))) == {"almaty", "rome", "vienna", "dushanbe"}


def test_a_view_keeps_the_country_and_its_peers_in_the_address():
    view = View(country="KAZ", peers=("KGZ", "central_asia"))
    assert view.to_address() == {"v": "1", "country": "KAZ", "peers": "KGZ,central_asia"}


# The page


def page(**address: str) -> AppTest:
    """The page under an address; nothing it does may raise."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[{"from_": "from"}.get(name, name)] = value
    app.switch_page("pages/country.py")
    app.run()
    assert [error.value for error in (*app.exception, *app.error)] == []
    return app


def shown(app: AppTest) -> str:
    return figures(" ".join(element.proto.body for element in app.get("html")))


def tile(app: AppTest, label: str) -> str:
    found = re.search(rf'<p class="label">{label}</p><p class="figure[^"]*">([^<]*)</p>', shown(app))
    assert found, label
    return found[1]


def test_without_a_country_those_with_most_events_are_offered():
    app = page(v="1")
    held = {iso3: sum(iso3 in countries(each) for each in RECORDS) for iso3 in ("KAZ", "UZB", "TJK")}
    offered = [button.label.replace("\\", "") for button in app.button if "events" in button.label]
    assert offered[:3] == [
        f"Kazakhstan: {held['KAZ']} events", f"Uzbekistan: {held['UZB']} events", f"Tajikistan: {held['TJK']} events",
    ]  # fmt: skip
    assert len(app.get("plotly_chart")) == 0


def test_a_click_on_an_offered_country_puts_it_into_the_address():
    app = page(v="1")
    next(button for button in app.button if button.label.startswith("Tajikistan")).click().run()
    assert app.query_params["country"] in ("TJK", ["TJK"])
    assert len(app.get("plotly_chart")) == 7


@pytest.mark.parametrize("filters", [{}, {"from_": "2010", "to": "2019"}, {"topics": "border-management"}])
def test_the_tiles_of_the_page_are_the_figures_of_its_brief(filters):
    app = page(v="1", country="KAZ", peers="KGZ,central_asia", **filters)
    told = figures(app.code[0].value)
    chosen = re.search(r"is named in (\d+) of (\d+) events", told)
    assert chosen
    assert tile(app, "Events in any role") == chosen[1]
    assert f"of {chosen[2]} events chosen" in shown(app)
    assert f"<b>{chosen[2]}</b> " in shown(app) or f"All <b>{chosen[2]}</b> events" in shown(app)
    assert f"it met {tile(app, 'Countries met')} countr" in told
    assert f": {tile(app, 'People at its events')} p" in told
    assert f"hosted {tile(app, 'Hosted')} event" in told


def test_a_country_that_the_filters_leave_nothing_of_says_how_many_it_has_without_them():
    app = page(v="1", country="TKM", from_="2001", to="2001")
    whole = sum("TKM" in countries(each, ROLES) for each in RECORDS)
    assert [one.value for one in app.subheader if "No event" in one.value] == [
        "No event names Turkmenistan under these filters"
    ]
    assert f"Without any filter: {whole} events." in [one.value for one in app.markdown]


def test_a_code_that_is_no_country_is_told():
    app = page(v="1", country="XXX", peers="KAZ,nowhere")
    told = " ".join(warning.value.replace("\\", "") for warning in app.warning)
    assert "country=XXX: the Atlas knows no such code" in told
    assert "peers=nowhere: the Atlas knows no such code" in told


@pytest.mark.parametrize("screen", ["1", "6"])
@pytest.mark.parametrize("address", [{"country": "KAZ"}, {"country": "ATA"}])
def test_every_chart_can_be_presented_also_of_a_country_without_events(address, screen):
    app = page(v="1", present="1", screen=screen, **address)
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize("unit", ["people", "days", "countries", "participations"])
@pytest.mark.parametrize("role", ["host", "funder"])
def test_every_unit_and_role_is_drawn(unit, role):
    assert len(page(v="1", country="USA", unit=unit, role=role).get("plotly_chart")) == 7


def test_no_mark_of_a_topic_hides_that_of_a_peer_with_the_same_share():
    figure = topics(LOOK, "a")
    rows = [list(trace["y"]) for trace in traces(figure) if trace.get("mode") == "markers"]
    assert len(rows) == 3
    for topic, places in enumerate(zip(*rows, strict=True)):
        assert len(set(places)) == len(places)
        assert all(abs(place - topic) < 0.5 for place in places)


def test_the_figure_of_a_group_is_told_as_an_average():
    made = report(
        every(index_of(record("a", "2020", host="KAZ"), record("b", "2020", host="KAZ"))), "KAZ", ["143"]
    )
    assert brief.beside(made.peers[0], "host") == "Central Asia on average 0.4 a member"
