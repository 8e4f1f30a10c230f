"""Gaps: months since the last event of each country, what was never, who was left out, and how it is drawn."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from analysis import gaps, neighbours
from analysis.dimensions import UNKNOWN
from charts import drawing, theme
from charts import gaps as charts
from tests import recount
from tests.conftest import ROOT
from tests.facts import LOOK, LOOKS, hovers, legend, said, squares, texts, title, traces
from tests.frames import COURTS, SOM, TIP, every, index_of, real, record, ten
from tests.recount import POOL, light_views, world, worlds
from view import ACROSS, LIMITS, ROLES

TIP_ID, SOM_ID, COURTS_ID = "trafficking-in-persons", "smuggling-of-migrants", "investigation-and-prosecution"
NEVER = gaps.NEVER
CENTRAL_ASIA = ("KAZ", "KGZ", "TJK", "TKM", "UZB")


def found(across="topic", mine=CENTRAL_ASIA, *, index=None, limits="12-24-36", **choices):
    return gaps.of(every(ten() if index is None else index, **choices), mine, across, limits=limits)


def cells(table, values):
    return {
        (country.iso3, id_): values[row, column]
        for row, country in enumerate(table.countries)
        for column, id_ in enumerate(table.names)
    }


def test_months_are_whole_ones_from_the_last_event_to_the_newest_in_the_records():
    table = found()
    assert (table.until, table.cut) == (date(2024, 2, 29), False)
    months = cells(table, table.months)
    assert months["KAZ", TIP_ID] == 3  # 5 Nov 2023
    assert months["UZB", TIP_ID] == 34  # March 2021, which may be its last day: 35 months are not full
    assert months["KGZ", COURTS_ID] == 57  # 13 May 2019
    assert months["TKM", TIP_ID] == NEVER


def test_a_date_known_by_year_alone_gives_months_that_are_at_least_so_many():
    table = found()
    assert cells(table, table.months)["KGZ", TIP_ID] == 13  # Bishkek 2022, on 31 December at the latest
    assert cells(table, table.at_least)["KGZ", TIP_ID]
    assert not cells(table, table.at_least)["KAZ", TIP_ID]


def test_events_without_a_year_count_but_give_no_months():
    table = found(
        index=index_of(record("a", "2020-01-01", host="KAZ"), record("b", "XXXX-10-26", host="TJK"))
    )
    assert cells(table, table.events)["TJK", TIP_ID] == 1
    assert cells(table, table.months)["TJK", TIP_ID] == UNKNOWN
    assert table.undated == 1


def test_events_are_those_of_the_matrix_of_two_dimensions():
    table = found()
    counted = cells(table, table.events)
    assert [counted["KAZ", id_] for id_ in ("any", TIP_ID, SOM_ID, COURTS_ID)] == [5, 5, 2, 2]
    assert [counted["TJK", id_] for id_ in ("any", TIP_ID, SOM_ID, COURTS_ID)] == [2, 2, 2, 1]


def test_what_was_never_stands_before_what_was_long_ago():
    table = found(mine=("KAZ", "KGZ", "TKM"))
    assert [country.iso3 for country in table.countries] == ["TKM", "KGZ", "KAZ"]
    assert next(iter(table.names)) == "any"
    assert list(table.names)[-1] == TIP_ID
    assert table.most_in_need == "Turkmenistan"


def test_two_countries_with_the_same_gaps_have_no_first():
    assert found(mine=("TKM", "AFG")).most_in_need == ""
    assert found(mine=("TKM",)).most_in_need == ""
    assert found(mine=()).most_in_need == ""


def test_it_is_told_by_which_figures_a_country_has_the_largest_gaps():
    index = index_of(
        record("a", "2024-01-01", participant="KAZ KGZ", topics=[TIP]),
        record("b", "2020-01-01", participant="KGZ", topics=[SOM]),
    )
    note = said(charts.squares(found(mine=("KGZ", "KAZ"), index=index), LOOK), "note")
    columns = len(index["topic"]) - 1
    assert note.startswith(
        f"Largest gaps: most squares of never, then of 36 months and more, and so on. "
        f"Kazakhstan (never: {columns - 1}), Kyrgyzstan (never: {columns - 2})."
    )


def test_what_is_equal_is_told_up_to_the_figure_that_differs():
    index = index_of(
        record("a", "2024-01-01", participant="KAZ KGZ", topics=[TIP]),
        record("b", "2020-01-01", participant="KGZ", topics=[SOM]),
        record("c", "2022-06-01", participant="KAZ", topics=[SOM]),
    )
    never = len(index["topic"]) - 3
    note = said(charts.squares(found(mine=("KGZ", "KAZ"), index=index), LOOK), "note")
    told = [
        f"{name} (never: {never}, 36 months and more: {count})"
        for name, count in (("Kyrgyzstan", 1), ("Kazakhstan", 0))
    ]
    assert ", ".join(told) in note


def test_without_a_first_country_no_figures_are_told():
    assert not said(charts.squares(found(mine=("TKM", "AFG")), LOOK), "note").startswith("Largest")
    assert not said(charts.squares(found("year", mine=("TKM", "KAZ")), LOOK), "note").startswith("Largest")


def test_completeness_stands_with_every_country():
    read = {country.iso3: (country.event_count, country.whole_count) for country in found().countries}
    # KAZ: Almaty, "twice" and "joint" were read in full; the online seminar and Dushanbe in part
    assert read == {"KAZ": (5, 3), "KGZ": (3, 2), "TJK": (2, 1), "TKM": (0, 0), "UZB": (2, 1)}


def test_limits_decide_how_long_is_long():
    assert cells(found(), found().classes)["UZB", TIP_ID] == 2
    half = found(limits="6-12-24")
    assert cells(half, half.classes)["UZB", TIP_ID] == 3
    double = found(limits="24-48-72")
    assert cells(double, double.classes)["UZB", TIP_ID] == 1


def test_a_period_that_ends_earlier_is_what_months_count_back_from():
    table = found(start="2019", end="2021")
    assert (table.until, table.cut) == (date(2021, 12, 31), True)
    assert cells(table, table.months)["KAZ", TIP_ID] == 18  # online, 10 June 2020
    assert cells(table, table.months)["UZB", TIP_ID] == 9


def test_years_hold_events_and_the_months_without_one_up_to_their_end():
    table = found("year", mine=("KAZ", "UZB"))
    assert list(table.names) == ["2019", "2020", "2021", "2022", "2023", "2024"]
    by_country = {country.iso3: row for row, country in enumerate(table.countries)}
    assert table.events[by_country["KAZ"]].tolist() == [1, 1, 0, 0, 2, 0]
    assert table.months[by_country["KAZ"]].tolist() == [7, 6, 18, 30, 1, 3]
    assert table.events[by_country["UZB"]].tolist() == [1, 0, 1, 0, 0, 0]


def test_years_before_the_first_event_are_never_so_far():
    table = found("year", mine=("TJK",))
    assert table.months[0].tolist() == [NEVER] * 4 + [1, 3]


def test_years_are_those_of_the_period():
    assert list(found("year", start="2020", end="2021").names) == ["2020", "2021"]


def test_a_filter_by_topic_leaves_its_own_column_alone():
    assert list(found(topics=(SOM_ID,)).names) == ["any", SOM_ID]


def test_region_and_group_codes_stand_for_their_countries():
    index = ten()
    assert gaps.members(index, ()) == CENTRAL_ASIA
    assert gaps.members(index, ("KGZ", "143", "central_asia")) == ("KGZ", "KAZ", "TJK", "TKM", "UZB")


@pytest.mark.parametrize("records", [(), (record("only", topics=[], sources=[]),)])
@pytest.mark.parametrize("across", ["topic", "audience", "year"])
def test_records_without_a_date_give_no_months(records, across):
    table = found(across, index=index_of(*records))
    assert table.until is None
    assert (table.months == NEVER).all()
    assert len(table.frame) == table.months.size
    assert "No event has a known date" in said(charts.squares(table, LOOK), "note")


def test_the_numbers_list_what_was_never_first_with_how_much_was_read():
    rows = found(mine=("KAZ", "TKM")).frame
    assert rows["gap"].iloc[0] == "none recorded"
    last = rows[(rows["country"] == "Kazakhstan") & (rows["topic"] == SOM)].iloc[0]
    assert last[["events", "months since the last", "last event", "its date"]].tolist() == [
        2, 3, "joint", "2023-11-05",
    ]  # fmt: skip
    assert last[["events of the country", "of them read in full"]].tolist() == [5, 3]


@settings(max_examples=25)
@given(worlds, light_views, st.sampled_from(["topic", "audience", "year"]))
def test_every_gap_is_what_a_recount_of_the_records_gives(drawn, view, across):
    records, index = world(*drawn)
    inside, _ = recount.chosen(records, view)
    table = gaps.of(every(index, **vars(view)), POOL, across)
    held = [(recount.values(made, view.role), recount.values(made, across), made) for made in inside]
    for (iso3, id_), count in cells(table, table.events).items():
        own = [
            made for countries, values, made in held if iso3 in countries and (id_ == "any" or id_ in values)
        ]
        assert count == len(own)
        if across == "year":
            continue
        spans = [recount.span(made["start_date"]) for made in own if recount.span(made["start_date"])]
        months = cells(table, table.months)[iso3, id_]
        assert months == (
            slowly(max(last for _, last in spans), table.until) if spans else UNKNOWN if own else NEVER
        )


def slowly(first, last):
    """Whole months between two days, one month at a time."""
    months = 0
    while True:
        year, month = divmod(first.year * 12 + first.month - 1 + months + 1, 12)
        if (year, month + 1, first.day) > (last.year, last.month, last.day):
            return months
        months += 1


# Who was left out


def test_others_of_the_region_are_held_against_events_with_one_of_mine():
    table = neighbours.left_out(every(ten()), ("KAZ",))
    assert (table.regions, table.wider, table.by_organisers) == (("Central Asia",), False, False)
    assert [(row["name"], row["without"], row["together"]) for row in table.rows] == [
        ("Kyrgyzstan", 1, 2),
        ("Uzbekistan", 1, 1),
    ]
    assert table.rows[1]["last_event"] == "tashkent"
    assert table.none_count == 1  # Turkmenistan


def test_countries_we_never_met_come_first():
    table = neighbours.left_out(every(ten()), ("UZB",))
    assert [(row["iso3"], row["without"], row["together"]) for row in table.rows] == [
        ("TJK", 2, 0),
        ("KAZ", 4, 1),
        ("KGZ", 2, 1),
    ]


def test_a_whole_subregion_of_mine_is_held_against_the_region():
    table = neighbours.left_out(every(ten()), CENTRAL_ASIA)
    assert (table.regions, table.wider, table.rows) == (("Asia",), True, [])
    assert "so the wider region stands here" in said(charts.left_out(table, LOOK), "note")


def test_organisers_are_held_against_other_named_organisers():
    table = neighbours.left_out(every(ten(), organisers=("unodc",)), ("KAZ",))
    assert table.by_organisers
    # UNODC: online and joint; the OSCE and its office: Almaty, Tashkent, Bishkek; the others name no organiser
    assert [(row["iso3"], row["without"], row["together"]) for row in table.rows] == [
        ("UZB", 2, 0),
        ("KGZ", 2, 1),
        ("KAZ", 1, 2),
    ]


def test_other_filters_apply_to_both_sides():
    table = neighbours.left_out(every(ten(), organisers=("unodc",), start="2021", end="2021"), ("KAZ",))
    assert [(row["iso3"], row["without"], row["together"]) for row in table.rows] == [("UZB", 1, 0)]


def test_topics_of_the_region_that_a_country_has_not_had():
    rows = neighbours.unworked(every(ten()), ("KAZ", "UZB", "TKM"))
    assert [(row.country.iso3, row.topic, row.count) for row in rows] == [
        ("TKM", TIP, 7),
        ("TKM", COURTS, 2),
        ("TKM", SOM, 2),
        ("UZB", SOM, 2),
    ]
    assert {row.region for row in rows} == {"Central Asia"}


def test_a_country_outside_all_regions_has_no_neighbours():
    index = index_of(record("a", "2020", host="KAZ"))
    assert neighbours.unworked(every(index), ("ATA",)) == []
    assert neighbours.left_out(every(index), ("ATA",)).rows == []


def test_the_real_records_hold_what_was_counted_in_them():
    table = found(index=real())
    last = cells(table, table.months)
    assert last["KGZ", "consular-response"] == NEVER
    assert last["UZB", "border-management"] == 176  # 15 March 2011 to 4 December 2025
    left = neighbours.left_out(every(real()), CENTRAL_ASIA)
    assert left.rows[0]["iso3"] == "BGD"


# How it is drawn


def test_few_countries_stand_as_columns_with_the_months_in_the_squares():
    drawn = charts.squares(found(mine=("KAZ", "TKM"), topics=(TIP_ID,)), LOOK)
    assert squares(drawn) == [
        ("any topic", "Turkmenistan 0 events, 0 read in full", "never", ""),
        ("trafficking in persons", "Turkmenistan 0 events, 0 read in full", "never", ""),
        ("any topic", "Kazakhstan 5 events, 3 read in full", "3", "there:KAZ"),
        ("trafficking in persons", "Kazakhstan 5 events, 3 read in full", "3", f"there:KAZ,topic:{TIP_ID}"),
    ]


def test_countries_of_two_groups_stand_as_columns_side_by_side_each_under_its_name():
    table = gaps.of(every(ten()), ("KAZ", "KGZ"), "topic", second=("DEU", "FIN", "TUR"))
    drawn = charts.squares(table, LOOK, groups=("Mine", "Theirs"))
    heads = {row: text for row, text, *_ in squares(drawn)}
    assert "any topic" in heads
    above = [note for note in drawn.layout.annotations if note.name == drawing.ABOVE]
    assert [(note.text, note.x) for note in above] == [("<b>Mine</b>", -0.5), ("<b>Theirs</b>", 1.5)]
    (line,) = drawn.layout.shapes
    assert (line.x0, line.x1) == (1.5, 1.5)


def test_eleven_countries_have_columns_and_twelve_have_rows():
    codes = list(ten()["there"].ids[:12])
    for count, first in ((11, "any topic"), (12, "events, ")):
        drawn = charts.squares(found(mine=codes[:count]), LOOK)
        assert first in squares(drawn)[0][0]


def test_what_stands_behind_a_sign_of_addition_is_told_by_the_most_months_that_have_one():
    table = found(mine=("KGZ", "TKM"), topics=(TIP_ID,))
    coarse = sorted(
        {int(text[:-1]) for *_, text, _ in squares(charts.squares(table, LOOK)) if text.endswith("+")}
    )
    assert coarse == [13]
    assert "13+ means at least 13 months" in said(charts.squares(table, LOOK), "note")
    assert "at least" not in said(charts.squares(found(mine=("KAZ",), topics=(TIP_ID,)), LOOK), "note")


def test_many_countries_stand_as_rows():
    drawn = charts.squares(found(mine=list(ten()["there"].ids[:12])), LOOK)
    assert squares(drawn)[0][0].endswith("read in full")


def test_never_is_an_empty_frame_and_long_ago_a_deep_square():
    marker = traces(charts.squares(found(mine=("KAZ", "TKM", "KGZ")), LOOK))[0]["marker"]
    drawn = list(zip(marker["color"], marker["line"]["color"], strict=True))
    assert (theme.LIGHT.page, theme.LIGHT.ink) in drawn
    assert (theme.LIGHT.sequence[4], theme.LIGHT.sequence[4]) in drawn
    assert legend(charts.squares(found(), LOOK))[3:5] == [
        ("36 and more", theme.LIGHT.sequence[4]),
        ("never in these records", theme.LIGHT.page),
    ]


def test_the_note_says_from_when_months_count_and_that_none_recorded_is_not_none_held():
    note = said(charts.squares(found(), LOOK), "note")
    assert "Months count back from 29 Feb 2024, the newest event in the records." in note
    assert "none recorded, not none held" in note
    assert "Without a known year, so without months: 1 event." in note
    cut = charts.squares(found(start="2019", end="2021"), LOOK)
    assert "31 Dec 2021, the end of the period" in said(cut, "note")
    assert ("never in these records and this period", theme.LIGHT.page) in legend(cut)


def test_a_year_shows_its_events_or_the_months_without():
    drawn = charts.squares(found("year", mine=("TJK", "UZB")), LOOK)
    assert [(year, text) for row, year, text, _ in squares(drawn) if row.startswith("Uzbekistan")] == [
        ("2019", "1"), ("2020", "19m"), ("2021", "1"), ("2022", "21m"), ("2023", "33m"), ("2024", "34m"),
    ]  # fmt: skip
    assert [text for row, _, text, _ in squares(drawn) if row.startswith("Tajikistan")] == ["–"] * 4 + [
        "1",
        "3m",
    ]


def test_a_square_says_how_many_events_and_which_was_the_last():
    shown = hovers(charts.squares(found(mine=("KGZ", "TKM"), topics=(TIP_ID,)), LOOK))
    assert shown[-1] == "Kyrgyzstan trafficking in persons 3 events last: 2022, at least 13 months before"
    assert shown[0] == "Turkmenistan any topic no event in these records"


def test_more_countries_than_can_be_drawn_are_told():
    table = found(mine=list(ten()["there"].ids[:60]))
    assert "20 more countries are in the numbers." in said(charts.squares(table, LOOK), "note")
    assert len({row for row, *_ in squares(charts.squares(table, LOOK))}) == 40


def test_not_stated_is_no_member_of_any_group():
    assert gaps.members(ten(), ("KAZ", "none")) == ("KAZ",)


def test_bars_of_those_left_out_say_both_numbers_and_who_we_are():
    drawn = charts.left_out(neighbours.left_out(every(ten()), ("UZB",)), LOOK)
    assert title(drawn) == "Countries of Central Asia that were at events without any of my countries"
    assert list(traces(drawn)[1]["text"]) == ["2, never with us", "4, 1 with us", "2, 1 with us"]
    assert said(drawn, "note").startswith("“Us” means my countries; those never with us come first.")
    chosen = charts.left_out(neighbours.left_out(every(ten(), organisers=("unodc",)), ("KAZ",)), LOOK)
    assert title(chosen) == "Countries of Central Asia that were at events of other organisers, and of ours"
    assert set(traces(chosen)[0]["customdata"]) == {""}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("across", ["topic", "audience", "year"])
def test_texts_are_the_same_in_every_look_and_no_colour_is_a_stranger(look, across):
    table = found(across)
    assert list(texts(charts.squares(table, LOOKS[look]))) == list(texts(charts.squares(table, LOOK)))
    marker = traces(charts.squares(table, LOOKS[look]))[0]["marker"]
    palette = LOOKS[look].palette
    assert set(marker["color"]) <= {palette.page, palette.unknown, *palette.sequence}


def test_nothing_to_show_is_drawn_as_nothing():
    empty = gaps.of(every(index_of()), (), "topic")
    assert squares(charts.squares(empty, LOOK)) == []
    assert said(charts.left_out(neighbours.left_out(every(index_of()), ()), LOOK), "alt").endswith(
        "0 countries."
    )


def test_every_choice_of_the_view_has_its_words():
    assert (set(charts.LIMITS), set(charts.ACROSS), set(charts.DID)) == (set(LIMITS), set(ACROSS), set(ROLES))


# The page


def page(**address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    app.switch_page("pages/gaps.py")
    app.run()
    assert [error.value for error in app.exception] == []
    return app


def written(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_the_page_says_which_countries_it_shows_until_some_are_chosen():
    app = page()
    assert "No countries chosen yet, so the five of Central Asia are shown." in written(app)
    assert "No countries chosen yet" not in written(page(v="1", mine="KAZ"))


def test_the_filter_by_country_is_left_aside_and_the_page_says_so():
    app = page(v="1", countries="FIN", mine="KGZ")
    assert "The filter by country (Finland) is left aside on this page" in written(app)
    assert "<p>My countries: Kyrgyzstan (was there); All events, no filter</p>" in written(app)
    app.button(key="take_filter").click().run()
    assert app.query_params["mine"] == "FIN"
    assert app.query_params["countries"] == "FIN"


def test_countries_that_are_chosen_go_into_the_address():
    app = page()
    app.multiselect(key="option_mine").select("KGZ").run()
    assert app.query_params["mine"] == "KGZ"


def test_a_click_lists_the_events_behind_a_square_whatever_the_filter_by_country():
    app = page(v="1", countries="FIN", pick=f"chart:1,there:KGZ,topic:{COURTS_ID}")
    events = every(real()).narrowed((("there", "KGZ"), ("topic", COURTS_ID))).count
    assert f"{events} events behind it" in written(app)


def test_the_link_of_a_row_opens_as_many_events_as_the_row_says():
    rows = neighbours.unworked(every(real()), CENTRAL_ASIA)
    assert rows
    for row in rows:
        assert every(real(), topics=(row.topic_id,), regions=(row.region_id,)).count == row.count
