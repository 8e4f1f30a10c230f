"""What every figure has: title, source, alternative text, the house's colours and type, and text as it is written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import plotly.io
import pytest

from analysis import gaps, neighbours
from analysis.series import Edition, Editions
from charts import bars, flow, maps, matrix, play, theme, timeline
from charts import gaps as gap_charts
from charts import series as series_charts
from charts.theme import Look
from tests.country_figures import COUNTRY_FIGURES
from tests.facts import (
    LOOK,
    LOOKS,
    counted,
    countries,
    crossed,
    filters,
    lanes,
    said,
    seen,
    sizes,
    strings,
    texts,
    title,
    traces,
    written,
)
from tests.frames import every, ten
from tests.meeting_figures import MEETING_FIGURES


def completeness(look: Look, name: str) -> go.Figure:
    table = pd.DataFrame([("a", name, 3, 5)], columns=["id", "name", "given_count", "event_count"])
    return bars.completeness(table, look)


def pairs(look: Look, name: str) -> go.Figure:
    table = pd.DataFrame(
        [("a", name, "b", name, 3)], columns=["first_id", "first_name", "second_id", "second_name", "count"]
    )
    return bars.pairs(table, look, dimensions=("topic", "topic"), title="Topics that go together, by events")


def shares(look: Look, name: str) -> go.Figure:
    columns = ["row_id", "row_name", "column_id", "column_name", "count", "event_count"]
    return matrix.shares(
        pd.DataFrame([("a", name, "b", name, 3, 5)], columns=columns), look, title="Per cent of events"
    )


def cross(name: str) -> Any:
    return crossed([("a", name), ("none", name)], [("b", name)], [[3], [1]], by=("topic", "host_region"))


def of_lanes(look: Look, name: str) -> go.Figure:
    made = lanes([("s", name, "e", name, 2, name, "2019", "2019-07-02")])
    return timeline.lanes(made, look, title="Recurring events and their editions")


def mapped(name: str) -> Any:
    table = countries([("KAZ", name, 2, True, 48.0, 67.0), ("MLT", name, 1, True, 36.0, 14.0)])
    table.columns.update(last_event=[name] * 2, last_date=["2023-12-04"] * 2)
    return table


def world(look: Look, name: str) -> go.Figure:
    cities = counted([("c", name, 2)], "city")
    cities.columns.update(latitude=[43.2], longitude=[76.9])
    return maps.by_country(mapped(name), look, cities=cities)


def played(look: Look, name: str) -> go.Figure:
    per_year = pd.DataFrame([("KAZ", "2019", 2), ("MLT", "2020", 1)], columns=["id", "year", "count"])
    return play.by_year(mapped(name), per_year, look)


def of_gaps(look: Look, name: str) -> go.Figure:
    found = gaps.of(every(ten()), ("KAZ", "TKM"), "topic")
    named = tuple(replace(country, name=name) for country in found.countries)
    return gap_charts.squares(replace(found, countries=named), look)


def of_left_out(look: Look, name: str) -> go.Figure:
    found = neighbours.left_out(every(ten()), ("KAZ",))
    return gap_charts.left_out(replace(found, columns={**found.columns, "name": [name, name]}), look)


def of_editions(name: str) -> Editions:
    held = Edition("2", place=0, event_id="e", title=name, start_date="2019", city=name, tells=True, people=3)
    return Editions(name, (Edition("1", missing=1), held), {"KAZ": name}, np.array([[1]]), 0, 0, 0, "there")


FIGURES: dict[str, Callable[[Look, str], go.Figure]] = {
    "ranking": lambda look, name: bars.ranking(counted([("a", name, 3), ("none", name, 1)]), look),
    "completeness": completeness,
    "pairs": pairs,
    "periods": lambda look, name: timeline.by_period(
        counted([("2019", name, 3), ("none", name, 1)], "year"), look
    ),
    "stack": lambda look, name: timeline.stacked(
        crossed([("a", name), ("none", name)], [("2019", name)], [[3], [1]]), look, split="topic"
    ),
    "lanes": of_lanes,
    "squares": lambda look, name: matrix.squares(cross(name), look, title="Events by topic and region"),
    "shares": shares,
    "flow": lambda look, name: flow.bands(
        cross(name), look, title=theme.FLOW_TITLES["topic"].format(unit="events")
    ),
    "gaps": of_gaps,
    "left out": of_left_out,
    "editions": lambda look, name: series_charts.countries(of_editions(name), look),
    "who came": lambda look, name: series_charts.came(of_editions(name), look),
    "people of editions": lambda look, name: series_charts.people(of_editions(name), look),
    "map": world,
    "map that plays": played,
    **COUNTRY_FIGURES,
    **MEETING_FIGURES,
}

EVERY = pytest.mark.parametrize("chart", FIGURES)


@EVERY
def test_every_value_of_a_figure_is_one_that_plotly_knows(chart: str):
    made = FIGURES[chart](LOOK, "Name").to_plotly_json()
    assert go.Figure(made).to_plotly_json()["layout"]["meta"] == made["layout"]["meta"]


IN_EVERY_LOOK = pytest.mark.parametrize("look", LOOKS)

HOSTILE = {
    "markup": "<script>alert(1)</script>",
    "a link": '<a href="https://example.org">x</a>',
    "bold": "<b>Ministry</b> of <br> Justice",
    "an entity": "R&D &lt;b&gt; &amp; co",
    "Markdown": "**Ministry** _of_ [Justice](x) `a` $x^2$",
    "a format": "%{x} %{customdata} {name} %s",
    "a long word": "Donaudampfschiff" * 12,
    "Arabic": "وزارة الداخلية لجمهورية مصر العربية",
    "right to left marks": "abc \u202egnp\u202c def",
    "emoji": "Ministry 👩‍⚖️🇰🇿 of Justice",
    "line breaks": "Ministry\nof\r\n\tJustice",
    "quotes": "L'\"Office\" d'État",
    "one sign": "-",
    "nothing": "",
}


@EVERY
@IN_EVERY_LOOK
def test_a_figure_has_title_filters_and_source_inside_the_picture(chart: str, look: str):
    figure = FIGURES[chart](LOOKS[look], "Name")
    assert title(figure) == said(figure, "heading")
    assert filters(figure) == said(figure, "filters") == "Period: 2019"
    assert written(figure)[0] == "Source: Cooperation Atlas, data version abc123"


@EVERY
def test_a_title_names_what_is_counted(chart: str):
    assert re.search("[Ee]vent|[Pp]eople|participations|Countries", title(FIGURES[chart](LOOK, "Name")))


@EVERY
def test_a_figure_tells_in_words_what_it_shows(chart: str):
    figure = FIGURES[chart](LOOK, "Name")
    assert re.search(title(figure) + "|slider", said(figure, "alt"))
    assert re.search(r"\d|Name", said(figure, "alt"))


@EVERY
def test_a_figure_gives_the_page_all_it_writes_beside_it(chart: str):
    meta = FIGURES[chart](LOOK, "Name").layout.meta
    assert {"heading", "filters", "legend", "note", "alt"} <= set(meta)
    assert all(isinstance(meta[part], str) for part in ("heading", "filters", "note", "alt"))
    assert all(re.fullmatch("(#[0-9A-F]{6})?", colour) for _, colour in meta["legend"])


DEFAULTS = ("#636EFA", "#EF553B", "#00CC96", "#AB63FA", "#E5ECF6", "#1F77B4", "#FF7F0E", "#2A3F5F", "#444")


@EVERY
@IN_EVERY_LOOK
def test_a_figure_has_no_colour_but_those_of_its_theme(chart: str, look: str):
    palette = LOOKS[look].palette
    known = {"#FFFFFF", matrix.DARK_INK}
    for value in vars(palette).values():
        known |= {value} if isinstance(value, str) else set(value)
    figure = FIGURES[chart](LOOKS[look], "Name").to_plotly_json()
    used = {text.upper() for text in strings(figure) if text.startswith("#")}
    assert used <= known
    assert used.isdisjoint(DEFAULTS)


def test_figures_have_the_house_style_whatever_template_is_the_default(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(plotly.io.templates, "default", "none")
    plotly.io.templates.default = "plotly"  # as other code in the process may do, Streamlit among it
    layout = FIGURES["ranking"](LOOK, "Name").layout.template.layout.to_plotly_json()
    assert not list(strings(layout))


@EVERY
@IN_EVERY_LOOK
def test_a_figure_has_the_ground_and_type_of_the_house(chart: str, look: str):
    layout, palette = FIGURES[chart](LOOKS[look], "Name").layout, LOOKS[look].palette
    assert (layout.paper_bgcolor, layout.plot_bgcolor, layout.font.color) == (
        palette.page,
        palette.page,
        palette.ink,
    )
    assert layout.font.family == layout.hoverlabel.font.family == "IBM Plex Sans, sans-serif"


@EVERY
@IN_EVERY_LOOK
def test_no_type_is_smaller_than_twelve_pixels_and_while_presenting_half_as_large_again(
    chart: str, look: str
):
    figure = FIGURES[chart](LOOKS[look], "Name").to_plotly_json()
    found = list(sizes(figure))
    assert len(found) >= 5
    assert [(where, size) for where, size in found if size < round(12 * LOOKS[look].scale)] == []


def test_titles_are_larger_than_labels_and_labels_than_the_source():
    layout = FIGURES["ranking"](LOOK, "Name").layout
    assert (layout.title.font.size, layout.title.subtitle.font.size, layout.font.size) == (18, 14, 13)
    assert layout.annotations[0].font.size == 12


@EVERY
def test_what_is_not_clicked_does_not_fade(chart: str):
    for trace in traces(FIGURES[chart](LOOK, "Name")):
        if "marker" in trace and "customdata" in trace:
            opacity = trace["marker"].get("opacity", 1)
            assert trace["unselected"]["marker"]["opacity"] == opacity
            assert trace.get("selected", {}).get("marker", {}).get("opacity", opacity) == opacity


@EVERY
def test_a_click_on_the_legend_changes_nothing(chart: str):
    layout = FIGURES[chart](LOOK, "Name").layout
    assert (layout.legend.itemclick, layout.legend.itemdoubleclick, layout.dragmode) == (False, False, False)


@EVERY
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_name_is_shown_as_it_is_written(chart: str, kind: str):
    beginning = " ".join(HOSTILE[kind].split())[:10].strip()
    shown = list(texts(FIGURES[chart](LOOK, HOSTILE[kind])))
    assert any(beginning in text for text in shown)


@pytest.mark.parametrize("kind", HOSTILE)
def test_filters_source_and_title_are_shown_as_they_are_written(kind: str):
    text = HOSTILE[kind]
    look = Look(filters=text, source=text)
    figure = matrix.squares(crossed([("a", "A")], [("b", "B")], [[1]]), look, title=f"Events {text}")
    beginning = " ".join(text.split())[:10].strip()
    assert filters(figure).startswith(beginning)
    assert title(figure).startswith(f"Events {beginning}".strip() if kind != "a long word" else "Events …")
    assert " ".join(written(figure)[0].split()).startswith(beginning)


def test_a_text_with_raw_markup_is_found():
    with pytest.raises(AssertionError, match="markup"):
        seen("<i>x</i>")


@EVERY
@IN_EVERY_LOOK
def test_a_figure_can_be_written_for_the_browser(chart: str, look: str):
    figure = FIGURES[chart](LOOKS[look], "Name")
    sent = json.loads(plotly.io.to_json(figure))
    assert [trace["type"] for trace in sent["data"]] == [trace.type for trace in figure.data]


def test_larger_type_changes_nothing_that_is_said():
    for draw in FIGURES.values():
        assert list(texts(draw(LOOKS["light"], "Name"))) == list(
            texts(draw(LOOKS["presented in the dark"], "Name"))
        )
