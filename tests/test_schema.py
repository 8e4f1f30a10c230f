"""The schema: every table told once, and the data dictionary made from it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from schema import DTYPES, TABLE_MEANINGS, TABLES, names
from scripts import build_data_dictionary
from scripts.build_data_dictionary import dictionary

ROOT = Path(__file__).resolve().parent.parent


def test_the_data_dictionary_is_what_the_schema_says():
    written = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert written == dictionary(), "run python -m scripts.build_data_dictionary"


def test_every_table_of_the_design_is_there():
    assert set(TABLES) >= {
        *("events", "event_countries", "event_organisations", "event_topics", "event_audiences"),
        *("event_programmes", "event_outcomes", "event_sources", "series", "countries", "organisations"),
        *("cities", "problems"),
    }
    assert TABLES.keys() == TABLE_MEANINGS.keys()


@pytest.mark.parametrize("table", TABLES)
def test_a_column_is_told_once_with_a_type_and_a_meaning(table: str):
    assert len(set(names(table))) == len(names(table))
    for column in TABLES[table]:
        assert column.kind in DTYPES
        assert column.meaning
        assert "|" not in column.meaning
        assert column.kind == "code" or not column.values


@pytest.mark.parametrize("table", [table for table in TABLES if table.startswith("event_")])
def test_what_belongs_to_an_event_begins_with_its_id(table: str):
    assert names(table)[0] == "event_id"


def test_the_same_name_has_the_same_kind_in_every_table():
    kinds: dict[str, set[str]] = {}
    for table, columns in TABLES.items():
        for column in columns:
            is_key = column.name in {"event_id", "name"}  # text where it is one's own, code where it repeats
            kinds.setdefault(f"{table}.{column.name}" if is_key else column.name, set()).add(column.kind)
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}


@pytest.mark.parametrize(("text", "code"), [(None, 1), ("# Data dictionary\n", 1), (dictionary(), 0)])
def test_the_check_fails_where_the_file_is_missing_or_old(monkeypatch, capsys, tmp_path, text, code):
    target = tmp_path / "data-dictionary.md"
    if text is not None:
        target.write_text(text, encoding="utf-8")
    monkeypatch.setattr(build_data_dictionary, "TARGET", target)
    monkeypatch.setattr(sys, "argv", ["build_data_dictionary", "--check"])
    assert build_data_dictionary.main() == code
    assert ("is not what schema.py says" in capsys.readouterr().err) is bool(code)


def test_writing_makes_the_check_pass(monkeypatch, tmp_path):
    monkeypatch.setattr(build_data_dictionary, "TARGET", tmp_path / "data-dictionary.md")
    monkeypatch.setattr(sys, "argv", ["build_data_dictionary"])
    assert build_data_dictionary.main() == 0
    assert (tmp_path / "data-dictionary.md").read_text(encoding="utf-8") == dictionary()
