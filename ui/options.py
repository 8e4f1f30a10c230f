"""Choices that belong to one page: drawn above its charts, kept in the address."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

import streamlit as st

from ui import address, frame


def bar() -> AbstractContextManager[Any]:
    """Return the line the options of a page stand in."""
    return st.container(key="options", horizontal=True, gap="medium", vertical_alignment="bottom")


def choose(name: str, label: str, said: Mapping[str, str]) -> None:
    """Draw a choice of one value of the view; nothing while presenting."""
    key = _key(name)
    if not key:
        return
    st.selectbox(
        label,
        list(said),
        key=key,
        format_func=lambda value: said[value],
        on_change=_chosen,
        args=(name, key),
        width=230,
    )


def switch(name: str, label: str, *, note: str = "") -> None:
    """Draw a choice between yes and no of the view; nothing while presenting."""
    key = _key(name)
    if not key:
        return
    st.toggle(label, key=key, help=note or None, on_change=_chosen, args=(name, key))


def _key(name: str) -> str:
    """Return the key of an option's widget, with the value of the address in it; "" while presenting."""
    view = frame.current().view
    key = f"option_{name}"
    if st.session_state.get(key) != getattr(view, name):
        st.session_state[key] = getattr(view, name)
    return "" if view.present else key


def _chosen(name: str, key: str) -> None:
    address.change(**{name: st.session_state[key]})
