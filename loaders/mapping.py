"""`<name>.mapping.toml` beside a list: what each of its columns is, confirmed by a person and remembered.

[[sheet]]
name = "2019"          # left out for CSV
heading_row = 3        # left out where it is found
date_order = "dmy"     # 03/04/2019 is 3 April; "mdy": 4 March

[sheet.columns]
"Event" = "title"
"Remarks" = "ignore"
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders.list_words import FIELDS

ENDING = ".mapping.toml"
ORDERS = ("dmy", "mdy")


@dataclass(frozen=True)
class SheetMapping:
    """What is known of a sheet: field by heading, the row of the headings (from 1), the order of dates."""

    columns: Mapping[str, str] = field(default_factory=dict)
    heading_row: int | None = None
    date_order: str = ""


@dataclass(frozen=True)
class ListMapping:
    """The mapping of a file: sheets by name ("" for text), and faults as (value, advice)."""

    sheets: Mapping[str, SheetMapping] = field(default_factory=dict)
    faults: tuple[tuple[str, str], ...] = ()

    def of(self, sheet: str) -> SheetMapping:
        """Return what is known of a sheet; nothing, where nothing is."""
        return self.sheets.get(sheet) or SheetMapping()


def path_of(path: Path) -> Path:
    """Return the file that remembers how a list is read: named as the list, with or without its extension."""
    whole = path.with_name(path.name + ENDING)
    return whole if whole.exists() else path.with_suffix(ENDING)


def read(path: Path) -> ListMapping:
    """Return a mapping file; an empty mapping where there is none, and a fault for what cannot be used."""
    if path.exists() and not path.is_file():
        return ListMapping(faults=(("", "is no file that can be read; take it away"),))
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return ListMapping()
    except (OSError, UnicodeDecodeError) as error:
        return ListMapping(faults=(("", f"cannot be read ({error}); save it as UTF-8"),))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return ListMapping(faults=(("", f"is no TOML ({error}); mend it, or delete it to begin anew"),))
    faults = [(str(key), "is no part of a mapping; only [[sheet]] is") for key in found if key != "sheet"]
    entries = found.get("sheet", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return ListMapping(faults=(*faults, ("sheet", "must be written as [[sheet]]")))
    sheets: dict[str, SheetMapping] = {}
    for entry in entries:
        name, sheet = str(entry.get("name", "")), _sheet(entry, faults)
        if name in sheets:
            faults.append((name or "[[sheet]] without a name", _TWICE))
        sheets.setdefault(name, sheet)
    return ListMapping(sheets, tuple(faults))


_TWICE = "stands twice, and the first is used; give each [[sheet]] the name of another sheet, or take one out"


def _sheet(entry: Mapping[str, Any], faults: list[tuple[str, str]]) -> SheetMapping:
    row, order = entry.get("heading_row"), entry.get("date_order", "")
    if row is not None and (type(row) is not int or row < 1):
        faults.append((str(row), "is no row; heading_row is the row of the headings, from 1"))
        row = None
    if order and order not in ORDERS:
        faults.append((str(order), f"is none of: {', '.join(ORDERS)}"))
        order = ""
    faults.extend((key, "is no part of a sheet's mapping; mend its name") for key in entry.keys() - _KEYS)
    columns = entry.get("columns", {})
    if not isinstance(columns, dict):
        faults.append(("columns", "must be written as [sheet.columns]"))
        columns = {}
    return SheetMapping(dict(_columns(columns, faults)), row, order)


_KEYS = frozenset({"name", "heading_row", "date_order", "columns"})


def _columns(columns: Mapping[str, Any], faults: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for label, name in columns.items():
        if isinstance(name, str) and name in FIELDS:
            yield label, name
        else:
            faults.append((f"{label} = {name}", f"is no field; use one of: {', '.join(FIELDS)}"))


def written(mapping: ListMapping, *, asked: Mapping[str, tuple[str, ...]] | None = None) -> str:
    """Return the text of a mapping file; columns in `asked`, by sheet, stand in it as questions."""
    lines = ["# What each column of the list is. Fields to choose from:"]
    lines += [f"#   {name}: {meaning}" for name, meaning in FIELDS.items()]
    for name, sheet in mapping.sheets.items():
        lines += ["", "[[sheet]]", *([f"name = {_text(name)}"] if name else [])]
        lines += [f"heading_row = {sheet.heading_row}"] if sheet.heading_row is not None else []
        lines += [f"date_order = {_text(sheet.date_order)}"] if sheet.date_order else []
        lines += ["", "[sheet.columns]"]
        lines += [f"{_text(label)} = {_text(field_)}" for label, field_ in sheet.columns.items()]
        lines += [f'# {_text(label)} = "?"' for label in (asked or {}).get(name, ())]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    """Return a text as TOML writes it: JSON's signs fit, but for DEL, and halves of a pair do not exist."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
