"""What the vocabulary knows of organisations: their names, ready to look up, read when first asked for.

The files are those of data/vocabulary; they are read once, as the app ships them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from loaders import sheets
from loaders.organisation_words import AND, Word, Wording, bare_words, fold, make_wording
from loaders.place_tables import city_rows

KINDS = (
    *("skip", "spelling", "same", "alike", "office", "of an office", "region", "office of", "place"),
    *("unit", "title", "head", "capitals"),
)
"""What a row of organisation_words.csv can say of its word."""

BODY = ("organisation_id", "name", "short_name", "kind", "iso3", "parent_id")
"""What is read of a row of organisations.csv."""

_SINGLE = ("office", "of an office", "region", "unit", "title", "head")
"""Kinds whose words are looked up one by one."""

_Form = TypeVar("_Form", str, tuple[str, ...])

Names = dict[str, str]
"""A name in some form -> organisation_id; "" where the form is that of two bodies."""


@dataclass(frozen=True)
class Body:
    """One organisation: where it belongs, and the body above it ("" = none)."""

    name: str
    short_name: str
    kind: str
    iso3: str
    parent: str


@dataclass(frozen=True)
class Bodies:
    """Bodies by id, the names of each in several forms, and the words that names are made of.

    `names`, `worded`: every name, and its words, with its id. `exact`: name with case and blanks folded.
    `bags`: its words in any order. `runs`: its words in their order; `lengths`: how many words the names have
    that begin with a word, longest first. `none`: bags of names that are known to be no organisation's, with
    the reason. `with_places`: bodies whose name beside a place is their office there; `with_offices`: only with
    a word of an office. `capitals`: words that count only as written here. `alike`: what is tried instead.
    """

    by_id: Mapping[str, Body]
    names: tuple[tuple[str, str], ...]
    worded: tuple[tuple[tuple[str, ...], str], ...]
    exact: Names
    bags: Names
    runs: Mapping[tuple[str, ...], str]
    lengths: Mapping[str, tuple[int, ...]]
    none: Mapping[str, str]
    wording: Wording
    words: Mapping[str, frozenset[str]]
    with_places: frozenset[str]
    with_offices: frozenset[str]
    capitals: Mapping[str, frozenset[str]]
    alike: Mapping[str, tuple[str, ...]]

    def line(self, body: str) -> Iterator[str]:
        """Yield a body and those above it, from the bottom up."""
        while body:
            yield body
            body = self.by_id[body].parent


_SHORT = 3
"""Words of a short name."""


def key(name: str) -> str:
    """Return the form in which whole names are compared: blanks folded, case folded."""
    return " ".join(name.split()).casefold()


def bag(words: Iterable[Word]) -> str:
    """Return words in a form in which their order does not matter."""
    return bag_of([word.word for word in words])


def bag_of(words: Iterable[str]) -> str:
    """Return bare words in a form in which their order does not matter.

    "And" counts only in short names, where it joins two bodies rather than two words of one.
    """
    found = sorted(words)
    others = [word for word in found if word != AND]
    return " ".join(others if len(others) > _SHORT else found)


@lru_cache(maxsize=1)
def bodies() -> Bodies:
    """Return the bodies of data/vocabulary.

    Raises VocabularyError, with file and line, for a word whose kind or meaning is unknown, and for a name that
    is known to be no body's and is one.
    """
    by_id = {row["organisation_id"]: _body(row) for row in sheets.rows("organisations.csv", *BODY)}
    names = tuple(_names(by_id))
    kinds = _kinds(by_id)
    wording = make_wording(kinds["skip"], kinds["spelling"].items(), kinds["same"].items())
    worded = tuple([(bare_words(name, wording), body) for name, body in names])
    functions = {means for means in kinds["same"].values() if "-" in means} | set(kinds["head"])
    alone = [(words, body) for words, body in worded if words and not _is_function(words, functions)]
    runs = _unique(alone)
    exact = _unique((key(name), body) for name, body in names)
    return Bodies(
        by_id=by_id,
        names=names,
        worded=worded,
        exact=exact,
        bags=_unique((bag_of(words), body) for words, body in alone),
        runs=runs,
        lengths=_lengths(runs),
        none=_none(wording, exact),
        wording=wording,
        words={kind: _folded(kinds[kind], wording) for kind in _SINGLE},
        with_places=frozenset(kinds["place"].values()),
        with_offices=frozenset(kinds["office of"].values()),
        capitals=_capitals(kinds["capitals"]),
        alike={word: tuple(means.split()) for word, means in kinds["alike"].items()},
    )


def _body(row: Mapping[str, str]) -> Body:
    return Body(row["name"], row["short_name"], row["kind"], row["iso3"], row["parent_id"])


def _names(by_id: Mapping[str, Body]) -> Iterator[tuple[str, str]]:
    """Yield every name with its id; a short name counts only for bodies of no country, and in capitals."""
    yield from ((body.name, id_) for id_, body in by_id.items())
    taken = set()
    sheet = sheets.read(sheets.path_of("organisation_names.csv"), "name", "organisation_id")
    for line, row in sheet.rows():
        if row["organisation_id"] not in by_id:
            what = f"{row['name']!r} is given the unknown code {row['organisation_id']!r}; add the code or mend it"
            raise sheets.fault(sheet.name, line, what)
        taken.add(key(row["name"]))
        yield row["name"], row["organisation_id"]
    for id_, body in by_id.items():
        short = body.short_name
        if len(short) > 3 and not body.iso3 and key(short) not in taken:
            yield short, id_


def _kinds(by_id: Mapping[str, Body]) -> dict[str, dict[str, str]]:
    """Return kind -> word -> what it means."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    sheet = sheets.read(sheets.path_of("organisation_words.csv"), "word", "kind", "means")
    for line, row in sheet.rows():
        kind, means = row["kind"], row["means"]
        if kind not in found:
            what = f"kind {kind!r} is not one of: {', '.join(KINDS)}"
            raise sheets.fault(sheet.name, line, what)
        if kind in ("place", "office of") and means not in by_id:
            what = f"unknown organisation {means!r}; add it to organisations.csv or mend it"
            raise sheets.fault(sheet.name, line, what)
        found[kind][row["word"]] = means
    return found


def _folded(words: Iterable[str], wording: Wording) -> frozenset[str]:
    """Return the single words of these phrases, folded."""
    return frozenset(word for phrase in words for word in bare_words(phrase, wording))


def _capitals(words: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word in words:
        found.setdefault(fold(word), set()).add(word)
    return {word: frozenset(forms) for word, forms in found.items()}


def _is_function(named: tuple[str, ...], functions: set[str]) -> bool:
    """Whether these words leave out whose body or where it is ("Attorney General's Chambers", "US Embassy")."""
    return (len(named) == 1 and named[0] in functions) or (len(named) < 3 and "embassy" in named)


def _unique(pairs: Iterable[tuple[_Form, str]]) -> dict[_Form, str]:
    """Return form -> id, "" where two bodies have a name in that form."""
    found: dict[_Form, str] = {}
    for name, body in pairs:
        if found.setdefault(name, body) != body:
            found[name] = ""
    return found


def _lengths(runs: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for words in runs:
        found.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _none(wording: Wording, names: Mapping[str, str]) -> dict[str, str]:
    """Return bag -> why it is no organisation: not_organisations.csv, and programmes and topics by name."""
    listed = {}
    sheet = sheets.read(sheets.path_of("not_organisations.csv"), "name", "note")
    for line, row in sheet.rows():
        body = names.get(key(row["name"]))
        if body:
            what = f"{row['name']!r} is a name of {body}; take it out here or there"
            raise sheets.fault(sheet.name, line, what)
        listed[row["name"]] = row["note"]
    for file, why in (
        ("topics.csv", _TOPIC),
        ("programme_names.csv", _PROJECT),
        ("programmes.csv", _PROJECT),
    ):
        listed.update(
            {row["name"]: why for row in sheets.rows(file, "name") if key(row["name"]) not in names}
        )
    return {bag_of(words): why for name, why in listed.items() if (words := bare_words(name, wording))}


_TOPIC = "a topic, not a body"
_PROJECT = "a programme or project (programmes.csv), not a body"


@lru_cache(maxsize=1)
def words_by_body() -> Mapping[str, set[str]]:
    """Return id -> the words of all names of a body."""
    found: dict[str, set[str]] = {}
    for words, id_ in bodies().worded:
        found.setdefault(id_, set()).update(words)
    return found


@lru_cache(maxsize=1)
def country_names() -> Mapping[str, str]:
    """Return the bag of a country's name or adjective -> ISO3, for the names in which its bodies are kept."""
    known = bodies()
    pairs = (
        (row["name"].partition(" (")[0], row["iso3"])
        for file in ("countries.csv", "country_adjectives.csv", "country_names.csv")
        for row in sheets.rows(file, "name", "iso3")
        if row["iso3"] and "overnment" not in row["name"]
    )
    return {bag_of(words): iso3 for name, iso3 in pairs if (words := bare_words(name, known.wording))}


@lru_cache(maxsize=1)
def country_words() -> Mapping[str, set[str]]:
    """Return ISO3 -> the words of the country's names and adjectives."""
    found: dict[str, set[str]] = {}
    for name, iso3 in country_names().items():
        found.setdefault(iso3, set()).update(name.split())
    return found


@lru_cache(maxsize=1)
def cities() -> Mapping[str, str]:
    """Return the words of a city's name, as one text -> ISO3 of its country ("" where two countries have it)."""
    known = bodies()
    return _unique((" ".join(bare_words(name, known.wording)), iso3) for name, iso3 in city_rows())


def neighbours(words: list[Word]) -> Iterator[tuple[Word, str]]:
    """Yield each word with itself and, where there is one, the next as one text."""
    for word, following in pairwise([*words, Word("", 0, 0)]):
        yield word, f"{word.word} {following.word}".strip()
