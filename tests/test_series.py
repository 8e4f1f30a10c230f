"""Recurring events and programmes: editions in order, missing ones, who came, who is new and who dropped out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from analysis import programmes, series
from analysis.series import ABSENT, BEFORE, CAME, GONE, LEFT, NEW, NOT_TOLD, states
from charts import bars, timeline
from charts import series as charts
from tests import recount
from tests.conftest import ROOT
from tests.facts import LOOK, LOOKS, counted, hovers, said, squares, texts, ticks, title, traces
from tests.frames import SERIES, every, index_of, real, record, ten
from tests.recount import light_views, world, worlds
from ui.series import offered

ALMATY = "annual-workshop-source-transit-destination"
ALLIANCE = "osce-alliance-conference"


def edition(id_, number, start, **facts):
    return record(id_, start, series={"name": SERIES, "number": number}, **facts)


def three():
    """Vienna with KAZ and KGZ; Berlin, which names only its host; Rome with KGZ and UZB; no third edition."""
    return index_of(
        edition("vienna", 1, "2019-05", host="AUT", participant="KAZ KGZ", city="Vienna", total=40),
        edition("berlin", 2, "2020-05", host="DEU", city="Berlin"),
        edition(
            "rome",
            4,
            "2022-05-01",
            host="ITA",
            participant="KGZ UZB",
            city="Rome",
            total=70,
            approximate=True,
        ),
        record("other", "2021", host="KAZ", participant="KAZ"),
    )


def of(index=None, id_=ALLIANCE, **choices):
    return series.editions(every(three() if index is None else index, **choices), id_)


def came(made):
    return {iso3: line.tolist() for iso3, line in zip(made.countries, made.came, strict=True)}


def test_the_almaty_series_has_its_four_editions_in_order():
    made = of(real(), ALMATY)
    assert [(held.number, held.city, held.year, held.hosts) for held in made.all] == [
        ("1", "Tashkent", "2008", "Uzbekistan"),
        ("2", "Ashgabat", "2009", "Turkmenistan"),
        ("3", "Abu Dhabi", "2010", "United Arab Emirates"),
        ("4", "Almaty", "2011", "Kazakhstan"),
    ]
    assert (made.missing, made.left_out, made.held[3].people, made.held[3].approximate) == (0, 0, 70, True)
    assert [held.tells for held in made.held] == [True, False, False, True]
    assert [held.countries for held in made.held] == [11, 1, 1, 12]


def test_the_almaty_series_gained_two_countries_and_lost_one():
    last = {iso3: line[-1] for iso3, line in came(of(real(), ALMATY)).items()}
    assert {iso3 for iso3, state in last.items() if state == NEW} == {"AZE", "GBR"}
    assert {iso3 for iso3, state in last.items() if state == LEFT} == {"ISR"}
    assert sum(state in (CAME, NEW) for state in last.values()) == 12
    assert came(of(real(), ALMATY))["TKM"] == [CAME, CAME, NOT_TOLD, CAME]


def test_numbers_that_no_record_has_stand_as_missing_runs():
    shown = [(held.number, held.missing) for held in of(real(), "commit-som").all]
    assert shown == [("1–7", 7), ("8", 0), ("9", 0), ("10–13", 4), ("14", 0)]


def test_one_missing_number_stands_by_itself():
    assert [held.number for held in of().all] == ["1", "2", "3", "4"]
    assert [held.missing for held in of().all] == [0, 0, 1, 0]


def test_an_edition_that_names_its_host_alone_does_not_tell_who_came():
    assert came(of()) == {
        "KGZ": [CAME, NOT_TOLD, CAME],
        "AUT": [CAME, NOT_TOLD, LEFT],
        "KAZ": [CAME, NOT_TOLD, LEFT],
        "DEU": [BEFORE, NEW, LEFT],
        "ITA": [BEFORE, NOT_TOLD, NEW],
        "UZB": [BEFORE, NOT_TOLD, NEW],
    }


def test_an_edition_whose_only_participant_is_its_host_does_not_tell_who_came_where_others_name_more():
    index = index_of(
        edition("a", 1, "2019", host="TJK", participant="TJK KAZ"),
        edition("b", 2, "2020", host="TJK", participant="TJK"),
        edition("c", 3, "2021", host="TJK", participant="TJK UZB"),
    )
    assert came(of(index)) == {
        "TJK": [CAME, CAME, CAME],
        "KAZ": [CAME, NOT_TOLD, LEFT],
        "UZB": [BEFORE, NOT_TOLD, NEW],
    }
    assert [held.tells for held in of(index).held] == [True, False, True]


def test_a_national_recurring_event_tells_who_came_though_its_host_alone_did():
    index = index_of(
        edition("a", 1, "2019", host="TJK", participant="TJK"),
        edition("b", 2, "2020", host="TJK", participant="TJK"),
    )
    assert [held.tells for held in of(index).held] == [True, True]


def test_one_participant_who_is_not_the_host_is_told():
    index = index_of(
        edition("a", 1, "2019", host="TJK", participant="TJK KAZ"),
        edition("b", 2, "2020", host="TJK", participant="KAZ"),
    )
    assert [held.tells for held in of(index).held] == [True, True]


def test_a_filter_takes_editions_out_and_changes_no_verdict():
    made = of(start="2022", end="2022")
    assert [(held.number, held.missing) for held in made.all] == [("3", 1), ("4", 0)]
    assert made.left_out == 2
    assert came(made) == {"ITA": [NEW], "KGZ": [CAME], "UZB": [NEW]}


def test_an_edition_left_out_by_a_filter_is_not_missing():
    made = of(countries=("AUT", "ITA"))
    assert [(held.number, held.missing) for held in made.all] == [("1", 0), ("3", 1), ("4", 0)]


def test_the_role_decides_who_came():
    assert came(of(role="host")) == {
        "AUT": [CAME, LEFT, GONE],
        "DEU": [BEFORE, NEW, LEFT],
        "ITA": [BEFORE, BEFORE, NEW],
    }


def test_editions_without_a_number_stand_by_their_date():
    index = index_of(
        edition("c", None, "2022"),
        edition("b", 3, "2021"),
        edition("a", 1, "2019"),
        edition("d", None, "XXXX-10-26"),
    )
    made = of(index)
    assert [(held.event_id, held.number) for held in made.all] == [
        ("a", "1"), ("", "2"), ("b", "3"), ("c", ""), ("d", ""),
    ]  # fmt: skip
    assert made.held[3].year == ""
    assert "An edition without a number may be one of them." in said(charts.countries(made, LOOK), "note")


def test_a_huge_number_is_one_run():
    assert [(held.number, held.missing) for held in of(index_of(edition("a", 1000000, "2019"))).all] == [
        ("1–999999", 999999),
        ("1000000", 0),
    ]


def test_two_editions_of_one_number_both_stand():
    made = of(index_of(edition("b", 1, "2020", host="KAZ"), edition("a", 1, "2019", host="KAZ")))
    assert [held.event_id for held in made.all] == ["a", "b"]
    assert list(made.attendance) == ["country", "1, 2019", "1, 2020"]


def test_names_written_differently_are_one_series():
    assert [held.number for held in of(real()).held] == ["21", "23", "25"]


def verdict(there, told, place):
    """What is known of one country at one edition, by the rules one at a time."""
    came_at = [at for at, was in enumerate(there) if was]
    if there[place]:
        earlier = any(told[:place])
        return NEW if place == came_at[0] and earlier else CAME
    if not told[place]:
        return NOT_TOLD
    if place < came_at[0]:
        return BEFORE
    if place < came_at[-1]:
        return ABSENT
    return GONE if any(told[came_at[-1] + 1 : place]) else LEFT


@given(
    st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=9).filter(
        lambda all_: any(t for t, _ in all_)
    )
)
def test_states_follow_their_rules(cells):
    there, told = [was for was, _ in cells], [tells for _, tells in cells]
    made = states(np.array([there]), np.array(told))[0].tolist()
    assert made == [verdict(there, told, place) for place in range(len(cells))]


@settings(max_examples=20)
@given(worlds, light_views)
def test_editions_and_those_who_came_again_are_what_a_recount_gives(drawn, view):
    records, index = world(*drawn)
    inside, _ = recount.chosen(records, view)
    selection = every(index, **vars(view))
    own = [made for made in inside if made.get("series")]
    made = series.editions(selection, ALLIANCE)
    assert {held.event_id for held in made.held} == {event["id"] for event in own} or made.earlier
    assert {held.event_id: held.countries for held in made.held}.items() <= {
        event["id"]: len(recount.countries(event, view.role)) for event in own
    }.items()
    times: dict[str, int] = {}
    for event in own:
        for iso3 in recount.countries(event, view.role):
            times[iso3] = times.get(iso3, 0) + 1
    again = series.came_again(selection, most=10**6).columns
    assert dict(zip(again["id"], again["count"], strict=True)) == {
        iso3: count - 1 for iso3, count in times.items() if count > 1
    }


def test_recurring_events_and_programmes_are_listed_with_their_years():
    rows = {(row.kind, row.id): (row.events, row.first, row.last) for row in series.listed(every(ten()))}
    assert rows == {
        ("series", ALLIANCE): (3, "2019", "2020"),
        ("programme", "glo-act"): (2, "2023", "2023"),
        ("programme", "protect"): (2, "2023", "2023"),
    }


def test_events_of_no_series_are_no_bar():
    counted = series.kinds(every(ten()), "series")
    assert (counted.columns["id"], counted.columns["count"]) == ([ALLIANCE], [3])


def test_a_programme_has_its_years_countries_and_funders():
    made = programmes.programme(every(ten()), "glo-act")
    assert made.events.count == 2
    assert dict(zip(made.per_year.columns["id"], made.per_year.columns["count"], strict=True)) == {
        "2023": 1,
        "none": 1,
    }
    assert made.countries.row_names == {"KAZ": "Kazakhstan", "TJK": "Tajikistan"}
    assert made.countries.counts.tolist() == [[1, 1], [1, 1]]
    assert made.funders.columns["id"][0] == "eu"


def test_years_without_an_event_stand_within_the_programme():
    index = index_of(
        record("a", "2018", programmes=["GLO.ACT"]),
        record("b", "2020", programmes=["GLO.ACT"]),
        record("c", "2024"),
    )
    made = programmes.programme(every(index), "glo-act")
    assert made.per_year.columns["id"] == ["2018", "2019", "2020"]
    assert list(made.countries.column_names) == ["2018", "2019", "2020"]


def test_a_programme_none_of_whose_events_is_left_is_drawn_as_nothing():
    made = programmes.programme(every(ten(), formats=("webinar",)), "glo-act")
    assert made.events.count == 0
    assert traces(timeline.by_period(made.per_year, LOOK, title="Events by year"))[0]["x"] == []
    assert traces(bars.ranking(made.funders, LOOK))[0]["x"] == []


# How it is drawn


def test_columns_say_what_is_not_told_and_what_is_missing():
    drawn = charts.countries(of(), LOOK)
    assert [text.replace("<br>", " ") for text in traces(drawn)[0]["text"]] == [
        "3",
        "not told",
        "no record",
        "3",
    ]
    assert list(traces(drawn)[0]["y"]) == [3, 0, 0, 3]
    assert "Without a column where no country that came is named, or the host alone: 1 of 3 events." in said(
        drawn, "note"
    )
    assert "Numbers that stand in no record: 1." in said(drawn, "note")


def test_a_headcount_is_drawn_where_it_is_told():
    drawn = charts.people(of(), LOOK)
    assert [text.replace("<br>", " ") for text in traces(drawn)[0]["text"]] == [
        "40",
        "not told",
        "no record",
        "about 70",
    ]
    assert said(drawn, "note") == "A headcount is told by 2 of 3 events."


def test_squares_tell_who_is_new_and_who_dropped_out_in_words():
    drawn = charts.came(of(), LOOK)
    assert title(drawn) == "1 of 6 countries came to more than one edition of this recurring event"
    shown = {(row, head.split()[0]): text for row, head, text, _ in squares(drawn)}
    assert shown["Kazakhstan", "4"] == "left"
    assert shown["Uzbekistan", "4"] == "new"
    assert shown["Kyrgyzstan", "2"] == "?"
    assert ("Uzbekistan", "1") not in shown
    assert ("Kyrgyzstan", "3") not in shown
    assert hovers(drawn)[0] == "Kyrgyzstan : came Edition 1: vienna May 2019, Vienna"


def test_a_square_picks_the_country_at_that_edition_and_an_absence_picks_nothing():
    picks = {(row, head.split()[0]): pick for row, head, _, pick in squares(charts.came(of(), LOOK))}
    assert picks["Kyrgyzstan", "4"] == "there:KGZ,event:rome"
    assert picks["Kazakhstan", "4"] == ""


def test_the_alternative_text_says_who_came_to_the_last_edition():
    assert said(charts.came(of(real(), ALMATY), LOOK), "alt").endswith(
        "At the last, Almaty 2011: 12 came, 2 of them new, 1 dropped out."
    )


def test_a_series_none_of_whose_editions_is_left_is_drawn_as_nothing():
    made = of(formats=("webinar",), countries=("FIN",))
    assert (made.all, made.left_out) == ((), 3)
    assert squares(charts.came(made, LOOK)) == []
    for draw in (charts.countries, charts.people):
        assert list(traces(draw(made, LOOK))[0]["y"]) == []
    assert (len(made.frame), len(made.attendance)) == (0, 0)


def test_the_numbers_hold_every_edition_and_every_country():
    made = of()
    assert made.frame["in the records"].tolist() == ["yes", "yes", "no", "yes"]
    assert made.attendance.set_index("country").loc["Kazakhstan"].tolist() == [
        "came",
        "not told",
        "dropped out",
    ]


def test_a_click_in_a_programme_means_its_own_events():
    made = programmes.programme(every(ten()), "glo-act")
    drawn = charts.within(timeline.by_period(made.per_year, LOOK), "programme:glo-act")
    assert list(traces(drawn)[0]["customdata"]) == [
        "year:2023,programme:glo-act",
        "year:none,programme:glo-act",
    ]
    assert list(traces(charts.without_picks(drawn))[0]["customdata"]) == ["", ""]


def test_titles_of_three_lines_stand_in_full_beside_their_bars_and_longer_ones_when_pointed_at():
    names = ["Annual workshop " + "on what is longer than a line of labels " * 2, "Meeting " * 20]
    table = counted([(f"s{place}", name.strip(), 2) for place, name in enumerate(names)])
    drawn = bars.ranking(table, LOOK, labels=bars.LONG, title="T")
    shown = list(ticks(drawn, "y").values())
    assert (shown[0], shown[1][-1]) == (names[0].strip(), "…")
    assert hovers(drawn)[1].startswith(names[1].strip())


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("draw", [charts.countries, charts.came, charts.people])
def test_texts_are_the_same_in_every_look(look, draw):
    made = of(real(), ALMATY)
    assert list(texts(draw(made, LOOKS[look]))) == list(texts(draw(made, LOOK)))


# The page


def page(**address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    app.switch_page("pages/series.py")
    app.run()
    assert [error.value for error in app.exception] == []
    return app


def written(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_without_a_choice_all_are_listed_with_a_link_to_each():
    app = page()
    rows = app.dataframe[0].value
    counted = series.listed(every(real()))
    assert len(rows) == len(counted)
    assert rows["open"].iloc[0] == f"/series?v=1&programme={counted[0].id}"
    assert len(app.get("plotly_chart")) == 3


@pytest.mark.parametrize(
    ("unit", "shown", "words"),
    [
        ("events", "countries", ""),
        ("countries", "countries", ""),
        ("people", "countries", "People make no sense here: the chart shows countries reached."),
        ("days", "people", "Event days make no sense here: the chart shows people."),
    ],
)
def test_a_chart_in_a_unit_of_its_own_says_so_where_another_is_chosen(unit, shown, words):
    assert charts.kept(unit, shown) == words


def test_a_series_is_shown_with_its_editions_newest_first():
    app = page(v="1", series=ALMATY)
    rows = app.dataframe[0].value
    assert rows["edition"].tolist() == ["4", "3", "2", "1"]
    assert rows["countries"].tolist() == ["12", "not told", "not told", "11"]
    assert rows["open"].iloc[0].endswith("&event=2011-almaty-osce-fourth-annual-workshop")
    assert "4 editions in the records from 2008 to 2011." in written(app)
    assert "<p>Recurring event: Annual workshop" in written(app)


def test_to_pick_a_programme_lets_the_series_go():
    app = page(v="1", series=ALMATY)
    app.selectbox(key="option_programme").select("glo-act").run()
    assert app.query_params["programme"] == "glo-act"
    assert "series" not in app.query_params
    assert len(app.get("plotly_chart")) == 3


def test_a_series_without_an_event_under_the_filters_says_so():
    app = page(v="1", series=ALMATY, countries="FIN")
    assert "None of its editions is among the events the filters leave." in written(app)
    assert len(app.get("plotly_chart")) == 3


def test_a_recurring_event_is_found_by_the_cities_that_hosted_it():
    name = offered(real(), "series")[ALMATY]
    assert all(city in name for city in ("Tashkent", "Ashgabat", "Abu Dhabi", "Almaty"))


def test_the_cities_of_a_recurring_event_stand_most_often_first():
    index = index_of(
        edition("one", 1, "2019", host="AUT", city="Vienna"),
        edition("two", 2, "2020", host="ITA", city="Rome"),
        edition("three", 3, "2021", host="ITA", city="Rome"),
    )
    assert series.towns(index, "series")[ALLIANCE] == ("Rome", "Vienna")
