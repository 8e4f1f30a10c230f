"""One line of events.jsonl becomes the values of a record, with what is wrong with the line itself.

A line that a strict reader refuses is read once more by Python's own, which bears a bare tab, half a surrogate
pair and numbers out of range; what cannot be told stands as U+FFFD. So a slip costs its value, not the event.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import orjson

_BOM = b"\xef\xbb\xbf"
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
"""Signs no table or file should hold: control signs but tabs and ends of lines, and halves of surrogate pairs."""

_DIGITS = 18
"""Whole numbers of this length fit 64 bits."""


@dataclass(frozen=True)
class Line:
    """What a line says: its values, a digest that tells copies, and faults as (field, value, advice)."""

    values: dict[str, Any]
    digest: int
    faults: tuple[tuple[str, Any, str], ...]


def read(line: bytes) -> Line:
    """Return what a line says.

    Raises ValueError with advice where it is no JSON object or is nested more than 254 deep.
    """
    values, faults = _parsed(line)
    if type(values) is not dict:
        raise ValueError("must be one JSON object in { }; mend the line")
    try:
        canonical = orjson.dumps(values, default=str, option=orjson.OPT_SORT_KEYS)
    except TypeError as error:
        raise ValueError(_TOO_DEEP) from error
    return Line(values, hash(canonical), (*faults, *_twice(line, canonical, faults)))


def shown(line: bytes) -> str:
    """Return a line as text, whatever its bytes."""
    return line.removeprefix(_BOM).decode(errors="replace").strip()


def written(value: Any) -> str:
    """Return a value as the file has it: texts and odd numbers as they are, the rest as JSON."""
    plain = isinstance(value, str | Decimal)
    return str(value) if plain else json.dumps(value, ensure_ascii=False, default=str)


def _parsed(line: bytes) -> tuple[Any, tuple[tuple[str, Any, str], ...]]:
    try:
        values = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        advice = _in_words(error)
    else:
        return _without_control(line, values) if b"\\u00" in line else (values, ())
    try:
        values = json.loads(
            shown(line), strict=False, parse_float=Decimal, parse_constant=Decimal, parse_int=_whole
        )
        return _mended(values), (("line", shown(line), f"{advice} (read as far as it goes)"),)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise ValueError(advice) from error


_TOO_DEEP = "holds objects or lists one in another too deep to be kept; mend the line"

_FAULTS = {
    "depth limit exceeded": "lists or objects stand one in another too deep",
    "no low surrogate in string": "half of a sign stands in a text",
    "number is infinity when parsed as double": "a number is out of range",
    "str is not valid UTF-8: surrogates not allowed": "some of its bytes are no UTF-8",
    "trailing comma is not allowed": "a comma stands before a closing bracket",
    "unexpected content after document": "something stands behind the last bracket",
    "unexpected control character in string": "a tab or another control sign stands in a text",
    "unexpected end of data": "a quotation mark or a bracket is not closed",
}
"""What orjson finds wrong with a line, in words."""


def _in_words(error: orjson.JSONDecodeError) -> str:
    """Return advice for a line that is no JSON, with the place in the line where that shows."""
    what = _FAULTS.get(error.msg, "a sign stands where it cannot")
    inside = 0 < error.pos < len(error.doc.rstrip())
    place = f" at character {error.pos + 1}" if inside else ""
    return f"is no JSON: {what}{place}; mend the line"


def _whole(digits: str) -> int | Decimal:
    return int(digits) if len(digits) <= _DIGITS else Decimal(digits)


def _without_control(line: bytes, values: Any) -> tuple[Any, tuple[tuple[str, Any, str], ...]]:
    """Return what a line says with U+FFFD for every control sign, and that there was one."""
    mended = _mended(values)
    if mended == values:
        return values, ()
    return mended, (
        ("line", shown(line), "holds control signs, such as NUL, which are no text; take them out"),
    )


def _mended(value: Any) -> Any:
    """Return a value with U+FFFD for every sign that is no text."""
    if isinstance(value, str):
        return _NO_TEXT.sub("\ufffd", value)
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {_mended(name): _mended(item) for name, item in value.items()}
    return value


def _twice(line: bytes, canonical: bytes, faults: tuple[Any, ...]) -> list[tuple[str, Any, str]]:
    """Return a fault for every value that is lost because its name stands again in the same object.

    A reader keeps the last of them. Written anew, such a line has fewer quotation marks: only then, or where
    one is written as an escape, is the line read slowly.
    """
    if faults or (line.count(b'"') == canonical.count(b'"') and b"\\u0022" not in line):
        return []
    lost: list[tuple[str, Any, str]] = []

    def keep(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        last = dict(pairs)
        times = Counter(name for name, _ in pairs)
        advice = "stands twice in one object; the last is used, take the others out"
        lost.extend(
            (name, value, advice)
            for name, value in pairs
            if times[name] > 1 and written(value) != written(last[name])
        )
        return last

    json.loads(line, object_pairs_hook=keep)
    return lost
