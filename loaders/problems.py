"""Problems: values that could not be used or are doubtful, each with its place and the next step."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One row of the `problems` table (see schema.py)."""

    source: str
    row: int | None
    field: str
    value: str
    advice: str
    severity: str = "error"
    event_id: str = ""


class VocabularyError(ValueError):
    """A hand-edited file contradicts itself; the message names file, line, value and the next step."""
