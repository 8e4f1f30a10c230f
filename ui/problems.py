"""The problems the loaders met, as a table with advice."""

from __future__ import annotations

import streamlit as st

from analysis.index import Index
from charts import theme
from ui.show import download

HEADINGS = {
    "severity": "How bad",
    "source": "File",
    "sheet": "Sheet",
    "row": "Line or row",
    "column": "Column",
    "field": "Field",
    "value": "What stands there",
    "advice": "What is wrong and what to do",
    "event_id": "Event",
}

WIDTHS: dict[str, int] = {
    "How bad": 80,
    "File": 110,
    "Sheet": 90,
    "Line or row": 80,
    "Column": 90,
    "Field": 110,
    "What stands there": 160,
    "What is wrong and what to do": 360,
    "Event": 130,
}
"""Widths of the columns in pixels: advice, the longest, stands in full in a window of 1440 pixels."""

TALL = 78
"""Height of a row, in pixels: room for three lines."""


def problems(index: Index) -> None:
    """Draw the problems of all data, whatever the filters; say so where there is none."""
    table = index.tables["problems"]
    st.subheader("Problems in the files", anchor=False)
    if not len(table):
        st.write(
            "None: every value in the files was read."
            if len(index.tables["events"])
            else "None, but the files hold no event."
        )
        return
    counts = table["severity"].value_counts()
    said = ", ".join(
        f"{theme.number(counts[name])} {name}{'s' if counts[name] != 1 else ''}"
        for name in counts.index
        if counts[name]
    )
    st.write(f"{said[0].upper()}{said[1:]} in the whole data, not only in the events chosen above.")
    told = [name for name in HEADINGS if name not in ("sheet", "column") or table[name].notna().any()]
    shown = table[told].rename(columns=HEADINGS)
    st.dataframe(
        shown,
        hide_index=True,
        width="stretch",
        row_height=TALL,
        lazy=True,
        placeholder="–",
        alt="Problems in the data files",
        column_config={name: st.column_config.Column(width=width) for name, width in WIDTHS.items()},
    )
    download(shown, "Problems in the files", key="csv_problems", filters="All data, no filter")
