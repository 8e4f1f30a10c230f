"""Pictures hold what the page writes beside a figure: the whole legend, the note at the foot; type as large as fits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from charts import bars, drawing, theme
from charts.theme import Look
from tests.facts import LOOK, LOOKS, counted, figures, key, noted, seen, traces
from tests.test_charts_frame import FIGURES
from ui.show import _entry, _picture

LEGEND = [("1", "#D6E6F2"), ("2–4", "#A3C7E0"), ("not stated", "#80858A")]
LONG = (
    "Of twelve events three state no funder; of two of them only the first lines of the source were read. "
    * 8
)


def drawn(look: Look = LOOK, **given: Any) -> drawing.Drawn:
    marks = {"type": "scatter", "mode": "markers", "x": [0], "y": [0], "customdata": ["a:b"]}
    return drawing.figure(look, **{"title": "T", "data": [marks], "height": 300, "alt": "A", **given})


def entries(figure: go.Figure) -> list[str]:
    """Names in the legend inside the picture, line by line."""
    made = [trace.to_plotly_json() for trace in figure.data if figure.layout.showlegend]
    shown = [trace for trace in made if trace.get("showlegend", True) and trace.get("name")]
    held = [trace for trace in shown if trace.get("meta") == drawing.KEY or drawing._holds(trace)]
    return [seen(trace["name"]) for trace in sorted(held, key=lambda trace: trace.get("legend", ""))]


def test_a_legend_that_no_trace_brings_stands_in_the_picture_in_its_colours():
    figure = drawn(legend=LEGEND)
    assert key(figure) == LEGEND
    assert figure.layout.showlegend
    assert [trace["showlegend"] for trace in traces(figure)] == [False]


def test_a_trace_of_the_legend_has_no_points_and_tells_nothing():
    made = [trace for trace in drawn(legend=LEGEND).data if trace.meta == drawing.KEY]
    assert [(trace.x, trace.y, trace.hoverinfo, trace.customdata) for trace in made] == [
        ((None,), (None,), "skip", None)
    ] * 3


def test_a_legend_that_traces_bring_is_left_to_them():
    told = [{"type": "bar", "name": "told &amp; known", "x": [1], "y": [0], "showlegend": True}]
    figure = drawn(data=told, legend=[("told & known", "#185EA5")])
    assert (key(figure), figure.data[0].showlegend) == ([], True)


def test_an_entry_whose_trace_holds_nothing_is_brought_all_the_same():
    nothing = [{"type": "scatter", "mode": "markers", "name": "late", "x": [], "y": []}]
    assert key(drawn(data=nothing, legend=[("○ late", "#55616D")])) == [("late", "#55616D")]


def test_a_line_of_the_legend_stands_under_the_line_before_it():
    lines = [("first", ""), *LEGEND, ("second", ""), *LEGEND]
    layout = drawn(legend=lines).layout
    assert layout.legend.y > layout.legend2.y >= 1
    assert [trace.legend for trace in drawn(legend=lines).data if trace.meta] == ["legend"] * 4 + [
        "legend2"
    ] * 4


def test_further_lines_of_a_legend_have_room_that_the_page_cuts_off():
    one, many = (
        drawn(legend=LEGEND),
        drawn(legend=[(f"an entry of many words, {n}", "#80858A") for n in range(6)]),
    )
    assert one.layout.meta["cut"]["keyed"] == 0
    lines = many.layout.meta["cut"]["keyed"]
    assert lines > 0
    room = drawing.KEY_LINE * lines
    assert many.layout.margin.t - one.layout.margin.t == many.layout.height - one.layout.height == room


@pytest.mark.parametrize("chart", FIGURES)
@pytest.mark.parametrize("look", LOOKS)
def test_a_picture_has_each_entry_of_the_legend_of_its_page_once(chart: str, look: str):
    figure = FIGURES[chart](LOOKS[look], "Name")
    named = [figures(seen(theme.escaped(name))) for name, _ in figure.layout.meta["legend"]]
    plain = [name.partition(" ")[2] if name[:1] in drawing.SIGNS[:-1] else name for name in named]
    assert sorted(figures(name) for name in entries(figure)) == sorted(plain)


def test_the_classes_of_a_map_have_squares_with_an_outline():
    made = [trace for trace in FIGURES["map"](LOOK, "Name").data if trace.meta == drawing.KEY]
    assert {(trace.marker.symbol, trace.marker.line.width, trace.marker.line.color) for trace in made} == {
        ("square", 1, theme.LIGHT.unknown)
    }
    assert len(made) == 7


def test_a_note_stands_at_the_foot_of_the_picture_in_room_that_the_page_cuts_off():
    without, with_note = drawn(), drawn(note="Three events state no funder.")
    assert (noted(without), noted(with_note)) == ([], ["Three events state no funder."])
    assert [figure.layout.meta["cut"]["noted"] for figure in (without, with_note)] == [0, 1]
    room = drawing.NOTE_LINE + drawing.NOTE_EDGE
    assert with_note.layout.height - without.layout.height == room
    assert with_note.layout.margin.b - without.layout.margin.b == room
    assert with_note.layout.annotations[0].yshift == without.layout.annotations[0].yshift


def test_a_long_note_takes_three_lines_and_says_that_it_goes_on():
    lines = noted(drawn(note=LONG))
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_no_note_stands_in_a_figure_that_is_presented_or_drawn_beside_its_note():
    assert noted(drawn(LOOKS["presented"], note="Read in part.")) == []
    assert noted(drawn(replace(LOOK, noted=0), note="Read in part.")) == []


@pytest.mark.parametrize("height", [100, 414, 500, 700, 990])
def test_a_picture_is_a_slide_drawn_as_high_as_its_rows_need_and_no_higher(height: int):
    figure = drawn(height=height, note="Read in part.")
    size = _picture(figure.layout.meta["picture"])
    assert [int(size[side] * size["scale"]) for side in ("width", "height")] == [1920, 1080]
    assert max(540, figure.layout.height) <= size["height"] < max(540, figure.layout.height) + 9


def test_bars_stand_closer_in_a_picture_than_on_the_page_as_long_as_their_labels_do_not_touch():
    for name, row in (
        ("One line", drawing.BAR),
        ("Two lines of a label and no more than that", 2 * drawing.LABEL_LINE),
    ):
        table = counted([(f"b{place}", name, 40 - place) for place in range(20)])
        layout = bars.ranking(table, LOOK, labels=bars.LONG if row > drawing.BAR else bars.SHORT).layout
        high = layout.meta["picture"]["height"]
        assert high < layout.height
        assert row <= (high - layout.margin.t - layout.margin.b) / 20 < row + 1


def test_a_picture_of_very_many_rows_is_larger_than_a_slide_so_that_its_type_stays_readable():
    size = _picture(drawn(height=3000).layout.meta["picture"])
    assert size["scale"] == 0.9
    assert size["width"] * 9 == size["height"] * 16


def test_a_question_mark_in_a_legend_is_a_sign_like_the_others():
    assert _entry("? not told", "#55616D") == (
        '<li><span class="sign" style="color:#55616D">?</span>not told</li>'
    )
    (entry,) = [
        trace for trace in drawn(legend=[("? not told", "#55616D")]).data if trace.meta == drawing.KEY
    ]
    assert (entry.name, entry.marker.color) == ("? not told", theme.LIGHT.page)


def test_a_figure_that_holds_nothing_says_so():
    nothing = [{"type": "bar", "x": [], "y": []}]
    assert [drawn().layout.meta["empty"], drawn(data=nothing).layout.meta["empty"]] == [False, True]
    assert drawn(note=drawing.NONE_HERE).layout.meta["empty"]
