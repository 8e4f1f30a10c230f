"""Bodies of a country: what a body does, and whose it is ("Tajik Ministry of Interior"), become an id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.organisation_offices import Reading, places_among
from loaders.organisation_tables import Bodies, bag_of, bodies, cities, country_names, country_words
from loaders.organisation_words import AND, Word, bare_words

_MINISTRIES = ("interior", "home", "justice", "foreign", "labor", "security")
"""Ministries known by their first task alone: what they are joined with changes with governments."""

_PLURALS = re.compile(r"minist(?:rie|ère|erio|ério)s|embassies|governments|offices of", re.IGNORECASE)
"""Words that begin the names of several bodies at once."""


@dataclass(frozen=True)
class Nations:
    """Bodies by (what they do, ISO3), ministries by (first task, ISO3), embassies by (sender, host).

    "" stands where two bodies of a country would have the same name.
    """

    by_function: Mapping[tuple[str, str], str]
    by_task: Mapping[tuple[str, str], str]
    embassies: Mapping[tuple[str, str], str]


def national(reading: Reading) -> str | None:
    """Return the body of a country that a name gives by what it does and whose it is, else None.

    The country stands in the name, else in the reading. Two countries are an embassy's sender and host.
    """
    if _functions_of_nations().isdisjoint(word.word for word in reading.words) or _PLURALS.search(
        reading.text
    ):
        return None
    left = reading.left
    named = list(dict.fromkeys(iso3 for _, _, iso3 in reading.countries))
    if any(word.word == "embassy" for word in left):
        return _embassy(left, named, reading)
    if len(named) > 1 or not left or AND in (left[0].word, left[-1].word):
        return None
    iso3 = named[0] if named else reading.country
    return _of_country(left, iso3) if iso3 else None


@lru_cache(maxsize=1)
def _functions_of_nations() -> frozenset[str]:
    """Return the words of which one stands in every name of a country's body that is read here."""
    said = {word for words, _ in nations().by_function for word in words.split()}
    ministries = {word for word, _ in nations().by_task}
    return frozenset(
        said | ministries | bodies().alike.keys() | {f"{task}-ministry" for task in _MINISTRIES} | {"embassy"}
    )


def _of_country(left: Sequence[Word], iso3: str) -> str | None:
    """Return a country's body: by its name, without one honour or all, then by the first task of a ministry."""
    known, all_ = bodies(), nations()
    said = [word.word for word in left]
    titles = known.words["title"]
    plain = [word for word in said if word not in titles]
    fewer = ([*said[:at], *said[at + 1 :]] for at, word in enumerate(said) if word in titles)
    for words in (said, *fewer, plain):
        found = all_.by_function.get((bag_of(words), iso3))
        if words and found is not None:
            return found or None
    task = _task(plain, known)
    for each in (task, *known.alike.get(task, ())) if task else ():
        found = all_.by_task.get((each, iso3))
        if found:
            return found
    return None


def _task(words: Sequence[str], known: Bodies) -> str | None:
    """Return the first task of a ministry, or an office alone; None where the words name another body."""
    if not words:
        return None
    first, *rest = words
    if _is_ministry(first):
        other = any("-" in word or word.isdigit() or (word,) in known.runs for word in rest)
        return None if other or known.words["head"].intersection(rest) else first
    return first if len(words) == 1 and first in known.alike else None


def _is_ministry(word: str) -> bool:
    return word.endswith("-ministry") and word.removesuffix("-ministry") in _MINISTRIES


def _embassy(left: Sequence[Word], named: Sequence[str], reading: Reading) -> str | None:
    """Return the embassy of the first country in the second, in a city's country, or where the text stands."""
    words = [word for word in left if word.word != "embassy"]
    iso3s, others = places_among(words, reading)
    if not named or len(named) > 2 or not bodies().words["title"].issuperset(others):
        return None
    hosts = {*named[1:], *iso3s} or {reading.country or ""}
    host = hosts.pop()
    return None if hosts else nations().embassies.get((named[0], host))


@lru_cache(maxsize=1)
def nations() -> Nations:
    """Return the bodies of all countries, read from the names of the bodies that belong to one."""
    known = bodies()
    by_function: dict[tuple[str, str], str] = {}
    by_task: dict[tuple[str, str], str] = {}
    embassies: dict[tuple[str, str], str] = {}
    for words, id_ in _named(known):
        iso3 = known.by_id[id_].iso3
        left = [word for word in words if word not in country_words().get(iso3, ())]
        if "embassy" in left:
            host = _host(left, known)
            embassies.update({(iso3, host): id_} if host else {})
        elif left:
            _put(by_function, (bag_of(left), iso3), id_)
            task = _task(left, known)
            if task:
                _put(by_task, (task, iso3), id_)
    return Nations(by_function, by_task, embassies)


def _named(known: Bodies) -> Iterator[tuple[Sequence[str], str]]:
    """Yield the words of names and short names of the bodies that belong to a country."""
    yield from ((words, id_) for words, id_ in known.worded if known.by_id[id_].iso3)
    for id_, body in known.by_id.items():
        if body.iso3 and body.short_name:
            yield bare_words(body.short_name, known.wording), id_


def _host(left: Sequence[str], known: Bodies) -> str | None:
    """Return the country of an embassy's name in which only host or city are left."""
    words = [word for word in left if word != "embassy"]
    for place in (bag_of(words), bag_of(word for word in words if word not in known.words["title"])):
        host = country_names().get(place) or cities().get(place)
        if host:
            return host
    return None


def _put(table: dict[tuple[str, str], str], at: tuple[str, str], id_: str) -> None:
    """Put a body where it is the only one; of two where one is below the other, the upper stays."""
    known = bodies()
    other = table.setdefault(at, id_)
    if other and other != id_:
        line, above = list(known.line(id_)), list(known.line(other))
        table[at] = other if other in line else id_ if id_ in above else ""
