"""Texts of records in Streamlit's labels, which read Markdown."""

from __future__ import annotations

MARKS = frozenset(r"\`*_{}[]()#+-.!~:$<>|&")
"""Signs that Markdown may take for more than themselves."""


def plain(text: str) -> str:
    """Return a text that a label shows as it stands: every sign of Markdown escaped, lines joined."""
    return "".join(f"\\{sign}" if sign in MARKS else sign for sign in " ".join(text.split()))
