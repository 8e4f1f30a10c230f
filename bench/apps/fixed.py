"""A map and three bar charts made beforehand, two of each: what a filter change costs without any counting."""

from typing import Any

import plotly.graph_objects as go
import pycountry
import streamlit as st

COUNTRIES = [country.alpha_3 for country in list(pycountry.countries)[::6]]
LAYOUT: dict[str, Any] = {"height": 300, "margin": {"l": 172, "r": 20, "t": 40, "b": 30}, "showlegend": False}


def _map(state: int) -> go.Figure:
    values = [(place * 7 + state) % 40 for place in range(len(COUNTRIES))]
    geo = {"resolution": 50, "fitbounds": False, "projection": {"type": "natural earth"}}
    return go.Figure(go.Choropleth(locations=COUNTRIES, z=values), {"height": 420, "geo": geo})


def _bars(state: int, count: int) -> go.Figure:
    values = [(place * 11 + state) % 90 for place in range(count)]
    return go.Figure(
        go.Bar(x=values, y=[f"Name of bar {place}" for place in range(count)], orientation="h"), LAYOUT
    )


@st.cache_resource
def _figures() -> list[list[go.Figure]]:
    return [[_map(state), *(_bars(state, count) for count in (26, 8, 9))] for state in (0, 3)]


st.title("Map and three bar charts")
st.button("Second", key="last_twelve_months", on_click=st.query_params.from_dict, args=({"v": "1"},))
st.button("First", key="clear_all", on_click=st.query_params.clear)
for number, figure in enumerate(_figures()["v" in st.query_params]):
    st.plotly_chart(figure, key=f"plot_{number}", theme=None, config={"topojsonURL": "app/static/base_map/"})
