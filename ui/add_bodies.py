"""Bodies of a draft: which are known, and for one that is not, which it is or what is to be added."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import streamlit as st

from analysis.index import Index
from loaders.organisations import resolve_organisation, suggest_organisation
from loaders.vocabulary import key
from schema import ORGANISATION_KINDS, ORGANISATION_ROLES
from store.revisions import Change
from ui import labels
from ui.add_state import Item

ADD = "+add"
"""Stands among the bodies an unknown name may be for "none of them: add it"."""


@lru_cache(maxsize=2)
def by_id(index: Index) -> dict[str, str]:
    """Return id -> name of every body that a vocabulary holds."""
    rows = index.tables["organisations"]
    known = rows[rows["kind"].notna()]
    return dict(zip(known["organisation_id"].astype(str), known["name"], strict=True))


@lru_cache(maxsize=2)
def _by_name(index: Index) -> dict[str, str]:
    return {key(name): name for name in by_id(index).values()}


def known(index: Index, name: str) -> str | None:
    """Return the vocabulary's name of a body that is written in any way; None for one that no vocabulary holds."""
    found = _by_name(index).get(key(name))
    return found or by_id(index).get(resolve_organisation(name) or "")


def settle(item: Item, index: Index) -> None:
    """Give the bodies of a draft the names the vocabulary has for them."""
    for body in item.record.get("organisations") or ():
        name = str(body.get("name") or body.get("as_written") or "")
        body["name"] = known(index, name) or name


def unknown(item: Item, index: Index) -> list[str]:
    """Return the names of bodies that no vocabulary holds, each once."""
    names = (str(body["name"]) for body in item.record.get("organisations") or ())
    return [name for name in dict.fromkeys(names) if known(index, name) is None]


def ask(item: Item, index: Index) -> None:
    """Draw a question for each unknown body: one of the known, or one to add."""
    names = unknown(item, index)
    item.bodies = {name: body for name, body in item.bodies.items() if name in names}
    for number, name in enumerate(names):
        with st.container(border=True, key=item.key(f"body_{number}")):
            _question(item, index, name)


def _question(item: Item, index: Index, name: str) -> None:
    every = by_id(index)
    near = [id_ for id_ in suggest_organisation(name) if id_ in every]
    options = ["", ADD, *near, *(id_ for id_ in every if id_ not in near)]
    said = {"": "leave it as a name alone", ADD: "a body to add to the vocabulary"}
    answer = st.selectbox(
        f"“{labels.plain(name)}” is in no vocabulary. It is …",
        options,
        key=item.key(f"which {name}"),
        format_func=lambda id_: said.get(id_) or every[id_],
        help="A name alone is counted by itself until it is in the vocabulary",
        filter_mode="contains",
    )
    if answer == ADD:
        item.bodies[name] = _new(item, index, name)
    else:
        item.bodies.pop(name, None)
    if answer not in ("", ADD):
        chosen = every[str(answer)]
        st.button("Take this body", key=item.key(f"take {name}"), on_click=_take, args=(item, name, chosen))


def _take(item: Item, name: str, chosen: str) -> None:
    """Put a known body in the place of a name, in the record and in the pickers of the form."""
    for body in item.record["organisations"]:
        if body["name"] == name:
            body["as_written"] = body.get("as_written") or name
            body["name"] = chosen
    for role in ORGANISATION_ROLES:
        picked = st.session_state.get(item.key(f"bodies_{role}"), [])
        st.session_state[item.key(f"bodies_{role}")] = list(
            dict.fromkeys(chosen if one == name else one for one in picked)
        )


def _new(item: Item, index: Index, name: str) -> dict[str, Any]:
    """Draw what is to be known of a new body, and return its row for the vocabulary."""
    countries = index.tables["countries"].sort_values("name")
    named = {
        "": "international, or not known",
        **dict(zip(countries["iso3"].astype(str), countries["name"], strict=True)),
    }
    every = {"": "none", **by_id(index)}
    left, right = st.columns(2)
    kind = left.selectbox("Kind", ORGANISATION_KINDS, key=item.key(f"kind {name}"))
    short = right.text_input("Short name", key=item.key(f"short {name}"), max_chars=30)
    iso3 = left.selectbox("Country", list(named), key=item.key(f"iso3 {name}"), format_func=named.__getitem__)
    parent = right.selectbox(
        "Part of",
        list(every),
        key=item.key(f"parent {name}"),
        format_func=every.__getitem__,
        filter_mode="contains",
    )
    return {
        "organisation_id": _free_id(name, every),
        "name": name,
        "short_name": short.strip(),
        "kind": kind,
        "iso3": iso3,
        "parent_id": parent,
        "names": [],
    }


def _free_id(name: str, taken: Mapping[str, str]) -> str:
    stem = re.sub(r"[^a-z0-9]+", "-", key(name)).strip("-")[:60] or "body"
    found, number = stem, 2
    while found in taken or found in ("none", "others"):
        found, number = f"{stem}-{number}", number + 1
    return found


def changes(item: Item) -> list[Change]:
    """Return what is to be saved of the new bodies of a draft."""
    return [Change("organisation", body["organisation_id"], body) for body in item.bodies.values()]
