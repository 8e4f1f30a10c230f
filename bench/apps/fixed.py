"""The overview's own map and three bar charts, made beforehand in two states: what a page costs without counting."""

import os

import plotly.graph_objects as go
import streamlit as st

from analysis import counts, places
from analysis import timeline as periods
from analysis.index import Index, build_index
from analysis.selection import last_twelve_months, select
from charts import bars, maps, timeline
from charts.theme import Look
from loaders.tables import load
from view import View


def _overview(index: Index, view: View) -> list[go.Figure]:
    events, look = select(index, view), Look()
    return [
        maps.by_country(places.by_country(events), look),
        timeline.by_period(periods.by_period(events, "year"), look),
        bars.ranking(counts.ranked(events, "funder_body_top", most=7), look),
        bars.ranking(counts.ranked(events, "topic", most=8), look),
    ]


@st.cache_resource
def _figures() -> list[list[go.Figure]]:
    index = build_index(load(os.environ["ATLAS_DATA"]))
    start, end = last_twelve_months(index)
    return [_overview(index, view) for view in (View(), View(start=start, end=end))]


st.title("Map and three bar charts")
st.button("Second", key="last_twelve_months", on_click=st.query_params.from_dict, args=({"v": "1"},))
st.button("First", key="clear_all", on_click=st.query_params.clear)
for number, figure in enumerate(_figures()["v" in st.query_params]):
    st.plotly_chart(figure, key=f"plot_{number}", theme=None, config={"topojsonURL": "app/static/base_map/"})
