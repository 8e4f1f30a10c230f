"""The address bar is the state: the view is read from it before the widgets and written when one changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from view import View, from_address


def read(known: Mapping[str, Any]) -> tuple[View, list[str]]:
    """Return the view of the address, with complaints about what in it could not be used."""
    return from_address(_parameters(), known)


def current() -> View:
    """Return the view of the address, for callbacks (which run before the page)."""
    return from_address(_parameters())[0]


def _parameters() -> dict[str, str]:
    """Return the parameters of the address; one that is repeated holds all its values."""
    return {name: ",".join(st.query_params.get_all(name)) for name in st.query_params}


def write(view: View) -> None:
    """Put a view that was chosen into the address, for callbacks: one step of the browser's history.

    While the reader steps back or forward the address stays: widgets then say what they said on the page left, and
    that nobody chose.
    """
    run = get_script_run_ctx()
    if run is None or not run.is_history_navigation:
        correct(view)


def correct(view: View) -> None:
    """Put a view into the address, whatever the reader does."""
    st.query_params.from_dict(view.to_address())


def change(**values: Any) -> None:
    """Change fields of the view in the address; what was picked in a chart is let go unless it is given."""
    write(replace(current(), **{"pick": (), **values}))
