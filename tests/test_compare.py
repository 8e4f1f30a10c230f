"""Two sides of a comparison: a second period or group of countries, counted like the first."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis import country, counts, gaps, places, timeline
from analysis.overview import tiles
from analysis.selection import compared
from charts import bars, maps
from charts import timeline as drawn
from charts.theme import Look
from exports import brief
from tests.conftest import ROOT
from tests.facts import counted, figures, legend, said, title, traces
from tests.frames import every, ids, index_of, record, ten
from ui import country as country_page
from ui import filters, frame
from ui.show import numbers_of
from ui.tiles import change
from view import View, contrast, from_address, leads, spoken

SIDES = Look(filters="All events", sides=("2020–2024", "2015–2019"))


def test_nothing_is_compared_until_a_second_side_is_chosen():
    assert compared(every(ten())) is None
    assert not View(start="2019", countries=("KAZ",)).compares


@pytest.mark.parametrize(
    "view",
    [
        View(start="2020", end="2021", other_start="2020", other_end="2021"),
        View(countries=("KAZ", "UZB"), other_countries=("UZB", "KAZ")),
        View(start="2020", regions=("eu",), other_start="2020", other_regions=("eu",)),
    ],
)
def test_a_second_side_that_is_the_first_once_more_is_no_comparison(view: View):
    assert view.has_second
    assert not view.compares
    assert compared(every(ten(), **vars(view))) is None
    assert from_address(view.to_address()) == (view, [])


def test_a_second_side_that_adds_a_group_to_the_same_period_is_a_comparison():
    view = View(start="2020", end="2021", other_start="2020", other_end="2021", other_countries=("KAZ",))
    assert view.compares


def test_the_second_period_keeps_every_other_filter():
    view = View(start="2020", end="2024", topics=("t",), other_start="2015", other_end="2019")
    assert view.other == View(start="2015", end="2019", topics=("t",))


def test_a_second_group_takes_the_place_of_countries_and_regions():
    view = View(countries=("KAZ",), regions=("eu",), other_regions=("asean",))
    assert view.other == View(regions=("asean",))


def test_each_side_is_named_by_what_differs():
    names = {"countries": {"KAZ": "Kazakhstan"}, "regions": {"eu": "EU"}}

    def period(view: View) -> str:
        return f"{view.start}–{view.end}" if view.start else ""

    view = View(start="2020", end="2021", other_start="2018", other_end="2019")
    assert contrast(view, names, role="hosted", period=period) == ("2020–2021", "2018–2019")
    view = View(other_start="2018", other_end="2019", other_countries=("KAZ",), other_regions=("eu",))
    assert contrast(view, names, role="hosted", period=period) == (
        "all years, all countries",
        "2018–2019, Kazakhstan, EU (hosted)",
    )
    assert contrast(View(), names, role="hosted", period=period) == ("", "")
    view = View(countries=("KAZ",), other_countries=("none",))
    assert contrast(view, names, role="hosted", period=period) == (
        "Kazakhstan (hosted)",
        "no country stated (hosted)",
    )


@pytest.mark.parametrize(
    ("view", "words", "leading"),
    [
        (
            View(start="2010", end="2015", other_start="2016", other_end="2021"),
            ("in 2010–2015", "in 2016–2021"),
            1,
        ),
        (
            View(start="2016", end="2021", other_start="2010", other_end="2015"),
            ("in 2016–2021", "in 2010–2015"),
            0,
        ),
        (View(end="2015", other_start="2016"), ("up to 2015", "from 2016 on"), 1),
        (View(other_start="2016"), ("in all years", "from 2016 on"), 1),
        (
            View(start="2024-12-05", end="2025-12-04", other_start="2020", other_end="2020"),
            ("in the period 5 Dec 2024 – 4 Dec 2025", "in 2020"),
            0,
        ),
        (View(countries=("KAZ",), other_regions=("eu",)), ("with Kazakhstan", "with EU"), 0),
        (View(other_regions=("eu",)), ("in all countries", "with EU"), 0),
        (
            View(start="2020", end="2020", other_start="2021", other_end="2021", other_regions=("eu",)),
            ("in 2020 in all countries", "in 2021 with EU"),
            1,
        ),
        (View(), ("", ""), 0),
    ],
)
def test_each_side_is_named_as_a_sentence_needs_it(view: View, words: tuple[str, str], leading: int):
    called = {"countries": {"KAZ": "Kazakhstan"}, "regions": {"eu": "EU"}}
    assert spoken(view, called, held="with {}", period=filters.period) == words
    assert leads(view) == leading


def test_a_comparison_is_in_the_address_and_clearing_takes_it_off():
    view = View(other_start="2015", other_end="2019", other_countries=("KAZ", "UZB"))
    assert from_address(view.to_address()) == (view, [])
    assert view.cleared() == view.without("comparison") == View()


def test_a_second_period_that_ends_before_it_starts_is_told():
    view, complaints = from_address({"other_from": "2020", "other_to": "2019"})
    assert view == View()
    assert complaints == ["other_from=2020, other_to=2019: the period ends before it starts; left out"]


def world():
    return index_of(
        record("a", "2019", topics=["trafficking in persons"], countries=[("KAZ", "participant")], total=10),
        record("b", "2020", topics=["smuggling of migrants"], countries=[("KAZ", "participant")]),
        record("c", "2020", topics=["trafficking in persons"], countries=[("UZB", "participant")], total=5),
    )


def test_the_second_side_is_counted_by_the_values_of_the_first_and_the_rest_are_others():
    selection = every(world(), start="2020", end="2020", other_start="2019", other_end="2019")
    other = compared(selection)
    assert other is not None
    assert ids(other) == {"a"}
    first = counts.ranked(selection, "topic", most=1)
    second = counts.like(first, other)
    assert second is not None
    assert first.columns["id"] == second.columns["id"] == ["smuggling-of-migrants", "others"]
    assert (first.columns["count"], second.columns["count"]) == ([1, 1], [0, 1])
    assert counts.like(first, None) is None


def test_tiles_tell_the_change_against_the_second_side():
    selection = every(world(), start="2020", end="2020", other_start="2019", other_end="2019")
    events = next(tile for tile in tiles(selection, against="2019") if tile.name == "events")
    assert (events.value, events.before, events.earlier, events.few) == (2, 1, "2019", True)
    assert figures(change(events)) == "1 more than in 2019."
    assert (events.before_base, events.before_events) == (1, 1)


def test_bars_of_both_sides_stand_together_and_a_click_says_which_it_is_of():
    selection = every(world(), start="2020", end="2020", other_start="2019", other_end="2019")
    first = counts.ranked(selection, "topic")
    figure = bars.ranking(first, SIDES, other=counts.like(first, compared(selection)))
    one, two = traces(figure)
    assert (one["name"], two["name"]) == ("2020–2024", "2015–2019")
    assert [name for name, _ in legend(figure)] == ["2020–2024", "2015–2019"]
    assert one["customdata"][0] == "side:first,topic:smuggling-of-migrants"
    assert two["customdata"][0] == "side:second,topic:smuggling-of-migrants"
    assert figure.layout.barmode == "group"


def test_columns_of_two_periods_stand_on_one_axis_of_time():
    selection = every(world(), start="2020", end="2020", other_start="2019", other_end="2019")
    first = timeline.by_period(selection, "year")
    figure = drawn.by_period(first, SIDES, other=timeline.like(first, compared(selection)))
    one, two = traces(figure)
    assert (list(one["x"]), list(one["y"]), list(two["x"]), list(two["y"])) == (
        [1, 2],
        [2, 0],
        [0, 2],
        [1, 0],
    )


def test_two_maps_have_one_scale_and_say_which_side_they_are():
    selection = every(world(), role="participant", countries=("KAZ",), other_countries=("UZB",))
    first = places.by_country(selection)
    second = places.like(first, compared(selection))
    assert second is not None
    left, right = (
        maps.by_country(first, SIDES, beside=second),
        maps.by_country(second, SIDES.turned(), beside=first),
    )
    assert (title(left), title(right)) == (
        "Events by country that took part: 2020–2024", "Events by country that took part: 2015–2019",
    )  # fmt: skip
    assert [name for name, _ in legend(left)] == [name for name, _ in legend(right)]


@pytest.mark.parametrize("comparing", [True, False])
def test_a_chart_without_a_second_side_says_so(comparing):
    look = SIDES if comparing else Look()
    figure = bars.ranking(counts.ranked(every(world()), "topic"), look)
    assert ("The comparison is not drawn in this chart." in figure.layout.meta["note"]) == comparing


ADDRESS = {"v": "1", "from": "2010", "to": "2015", "other_from": "2016", "other_to": "2021", "country": "KAZ"}


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("timeline", "columns are whole: neither stacked nor summed up"),
        ("country", "Kazakhstan (2016–2021)"),
    ],
)
def test_the_second_side_stands_on_the_page(page: str, words: str):
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.run()
    app.switch_page(f"pages/{page}.py")
    for name, value in ADDRESS.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    assert words in " ".join(html.proto.body for html in app.get("html"))


def test_the_second_side_of_a_country_is_in_the_table_of_its_figures(monkeypatch: pytest.MonkeyPatch):
    days = {"a": "2019", "b": "2020", "c": "2020"}
    index = index_of(*(record(name, day, participant="UZB") for name, day in days.items()))
    selection = every(index, start="2020", end="2020", other_start="2019", other_end="2019")
    monkeypatch.setattr(frame, "current", lambda: SimpleNamespace(look=SIDES))
    report = country.report(selection, "UZB")
    told = country_page.comparison(country_page.with_second(report, country_page.beside(report)))
    rows = told[told["figure"] == brief.FIGURES["involved"]]
    assert dict(zip(rows["whose"], rows["value"], strict=True)) == {
        "Uzbekistan": 2,
        "Uzbekistan (2015–2019)": 1,
    }


@pytest.mark.parametrize("page", ["overview", "funders", "topics", "meetings", "series", "country", "gaps"])
def test_both_sides_the_same_are_told_and_drawn_as_one(page: str):
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    same = {"from": "2010", "to": "2015", "other_from": "2010", "other_to": "2015", "country": "KAZ"}
    for name, value in ({"mine": "KAZ", "other_countries": "KAZ"} if page == "gaps" else same).items():
        app.query_params[name] = value
    app.switch_page(f"pages/{page}.py")
    app.run()
    assert [error.value for error in app.exception] == []
    told = [button.label for button in app.button] + [body.proto.body for body in app.get("html")]
    assert any("are the same" in text or "the same countries as mine" in text for text in told)
    for chart in app.get("plotly_chart"):
        spec = chart.proto.spec or chart.proto.figure.spec
        assert "; compared with" not in spec
        assert "The comparison is not drawn" not in spec


def test_tables_of_both_sides_name_them_and_never_call_them_first_and_second(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(frame, "current", lambda: SimpleNamespace(look=SIDES))
    editions = pd.DataFrame({"side": ["first", "second", "both", ""], "edition": ["1", "2", "3", "4–6"]})
    assert list(numbers_of(editions, None)["side"]) == ["2020–2024", "2015–2019", "both", ""]
    found = gaps.of(every(world()), ("KAZ",), "topic", second=("UZB",))
    told = numbers_of(found.frame, None)
    assert set(told["group"]) == {"2020–2024", "2015–2019"}
    assert set(told["group"][told["country"] == "Uzbekistan"]) == {"2015–2019"}


EMPTY_FIRST = {"from": "1995", "to": "1996", "other_from": "2003", "country": "FIN"}


@pytest.mark.parametrize(
    ("page", "charts"),
    [
        ("overview", 5),  # two maps
        ("map", 2),
        ("timeline", 2),
        ("country", 7),
        ("meetings", 9),  # two networks
        ("funders", 5),
        ("topics", 5),
        ("series", 3),
    ],
)
def test_an_empty_first_side_is_told_and_the_second_drawn(page: str, charts: int):
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in EMPTY_FIRST.items():
        app.query_params[name] = value
    if page != "overview":
        app.switch_page(f"pages/{page}.py")
    app.run()
    assert [error.value for error in app.exception] == []
    assert len(app.get("plotly_chart")) == charts
    told = " ".join(body.proto.body for body in app.get("html"))
    assert "1995–1996: no event in the records fits. What the charts show" in told
    assert "other side alone: 2003 on." in told
    assert ("1995–1996: no event names Finland; 2003 on: 5 events." in told) == (page == "country")


def test_an_empty_first_side_hides_nothing_while_presenting():
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in (EMPTY_FIRST | {"present": "1", "screen": "3"}).items():
        app.query_params[name] = value
    app.switch_page("pages/topics.py")
    app.run()
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize("page", ["topics", "events"])
def test_with_nothing_on_either_side_or_on_a_page_of_one_side_the_page_says_what_to_widen(page: str):
    later = {"other_to": "1998"} if page == "topics" else {}
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in (EMPTY_FIRST | {"other_from": "1997"} | later).items():
        app.query_params[name] = value
    app.switch_page(f"pages/{page}.py")
    app.run()
    assert "No event in the records fits all of these filters" in [head.value for head in app.subheader]


def test_the_alt_text_names_the_largest_bar_of_its_own_side():
    rows = [("a", "large on the second side", 1), ("b", "large on the first", 3)]
    figure = bars.ranking(counted(rows), SIDES, other=counted([(id_, name, 4) for id_, name, _ in rows]))
    assert "Largest: large on the first, 3 events" in said(figure, "alt")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ({"other_from": "2001", "other_to": "2025"}, "0 (second side: 5) undated left out – add them"),
        (
            {"from": "2001", "to": "2025", "other_to": "2010"},
            "5 (second side: 5) undated left out – add them",
        ),
        ({"from": "2001", "to": "2025"}, "5 undated left out – add them"),
        ({"other_from": "2001", "undated": "1"}, "Undated included – leave them out"),
    ],
)
def test_undated_events_that_either_side_leaves_out_are_told_and_can_be_added(
    address: dict[str, str], told: str
):
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    app.switch_page("pages/events.py")
    app.run()
    assert told in [button.label for button in app.button]
