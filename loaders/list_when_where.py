"""What an event of a list is called, when and where it was held."""

from __future__ import annotations

from dataclasses import replace

from loaders import list_asides, list_countries, place_tables, place_towns
from loaders.grids import Cell, folded, shown
from loaders.list_countries import country, read_countries
from loaders.list_dates import DATES, Fault, doubts, of_row
from loaders.list_desk import At, Desk, Got, Near, Values
from loaders.list_persons import masked
from loaders.list_places import Place, doubt, in_english, is_in_two_countries, known_city
from loaders.place_keys import key


def texts(desk: Desk, got: Got, _near: Near) -> Values:
    """Return title and summary, each on one line."""
    places = {name: place for name in ("title", "summary") if (place := desk.one(got, name))}
    return {name: masked(folded(shown(place.cell))) for name, place in places.items()}


def title(desk: Desk, cell: Cell, _near: Near) -> Values | None:
    """Return a title that is a text."""
    plain = isinstance(cell, str) and not desk.says_nothing(cell)
    return {"title": folded(cell)} if plain and isinstance(cell, str) else None


def day(desk: Desk, cell: Cell, near: Near) -> Values | None:
    """Return the days that a cell names which can be read and about which nothing is to be told."""
    span = None if cell is None or desk.says_nothing(cell) else desk.dates.span(cell, near.year)
    if span is None or doubts(span):
        return None
    parts = {"start_date": span.start, "end_date": span.end, "date_note": span.note}
    return {name: part for name, part in parts.items() if part}


def when(desk: Desk, got: Got, near: Near) -> Values:
    """Return start, end and what was inferred of them."""
    places = {name: place for name in DATES if (place := desk.one(got, name))}
    dated = of_row({name: place.cell for name, place in places.items()}, desk.dates, year=near.year)
    for name, *fault in dated.faults:
        place = places.get(name) or next(iter(places.values()))
        desk.faults.append((place, (fault[0], fault[1], fault[2])))
    parts = {"start_date": dated.start, "end_date": dated.end, "date_note": dated.note}
    return {name: part for name, part in parts.items() if part}


def where(desk: Desk, got: Got, _near: Near) -> Values:
    """Return city, host and mode; a city without a country takes that of cities.csv, which is told."""
    values: Values = {}
    at_place = desk.one(got, "place") or desk.one(got, "city")
    if got.get("place") and (city := desk.one(got, "city")):
        at_place = _venue(desk, got["place"][0], city)
    if at_place and desk.words.meaning("no place", shown(at_place.cell)) is not None:
        desk.tell(at_place, shown(at_place.cell), "names no one place; left empty", "note")
        at_place = None
    place = desk.place(shown(at_place.cell)) if at_place else Place()
    if at_place:
        desk.tell_all(at_place, [*place.faults, *_of_two(place)])
    own = _of_own(desk, got)
    iso3, written = _host(desk, own, at_place, place=place)
    asked = _names_several(desk, got) or (
        place.iso3 is None and any(severity == "error" for *_, severity in place.faults)
    )
    place = _with_own(place, own, iso3)
    found = doubt(place.city, iso3, written or "", desk.cities) if got.get("host_country") else None
    if found and at_place:
        desk.tell(at_place, found.value, found.advice)
        asked = not found.keeps_host
        iso3, written = (None, None) if asked else (iso3, written)
    if iso3 is None and at_place and is_in_two_countries(shown(at_place.cell)):
        desk.tell(at_place, shown(at_place.cell), _OF_TWO)
        asked, place = True, replace(place, city=None)
    known = known_city(place.city, iso3, desk.cities) if place.city else None
    if iso3 is None and place.city and at_place and not asked:
        iso3, written = _from_city(desk, at_place, place.city, known)
    if place.city:
        values["city"] = known[0] if known else in_english(place.city, iso3 or "", desk.cities)
    if place.mode:
        values["mode"] = place.mode
    if iso3:
        values["host_country"] = iso3
        named = list_asides.without_person(written or "", (iso3,))
        values["countries"] = [{"name": named, "role": "host", "iso3": iso3}]
    return values


def _of_two(place: Place) -> tuple[Fault, ...]:
    """Return what is told of a place in "Congo" or "Korea", unless its town is in the one that was read."""
    if not place.iso3 or not list_asides.is_of_two(place.written):
        return ()
    if place.city and place.iso3 in place_towns.countries_of(place.city):
        return ()
    return ((place.written, list_asides.OF_TWO.format(iso3=place.iso3), "warning"),)


def _from_city(
    desk: Desk, at_place: At, city: str, known: tuple[str, str] | None
) -> tuple[str | None, str | None]:
    """Return the host that a city without a country tells, and how it is written; both None where it is not sure."""
    text = shown(at_place.cell)
    iso3, file = _home(city, known)
    if iso3 is None:
        if file:
            desk.tell(at_place, text, _OF_MANY, "warning")
        return None, None
    advice = f"stands without a country; {iso3} was taken from {file}: add the country"
    desk.tell(at_place, text, advice, "warning")
    return iso3, city


def _home(city: str, known: tuple[str, str] | None) -> tuple[str | None, str]:
    """Return the country of a city (ISO3) and the file that tells it; no country where several have such a town.

    A city of place_words.csv goes before a smaller town of its name elsewhere: Samarkand is in Uzbekistan.
    """
    from loaders.release_towns import town

    if known:
        return known[1], "cities.csv"
    homes = place_tables.names().cities.get(key(city), frozenset())
    if len(homes) == 1:
        return next(iter(homes)), "place_words.csv"
    found = town(city) if len(city) < LONGEST_TOWN else None
    if found is None:
        return None, ""
    line = place_towns.town_named(city)
    is_of_many = "|" in found[0] or (line is not None and place_towns.is_of_many(line))
    return None if is_of_many else found[0], "towns.csv"


_OF_TWO = "names towns of different countries; no host is kept: name the one it was held in"
_OF_MANY = "is the name of towns in several countries; no host is kept: add the country"

LONGEST_TOWN = 60
"""Signs of a name that is looked for among the towns."""


def _venue(desk: Desk, venue: At, city: At) -> At:
    """Return the city's cell and tell of the venue, unless the place says more than the city does."""
    if desk.place(shown(venue.cell)).iso3 and not desk.place(shown(city.cell)).iso3:
        return venue
    desk.tell(venue, shown(venue.cell), "is a venue beside the city; there is no field for it", "note")
    return city


def _names_several(desk: Desk, got: Got) -> bool:
    """Return whether the column of the host names several countries, of which none is taken."""
    own = desk.one(got, "host_country")
    named = list_countries.named_countries(shown(own.cell)) if own else []
    return len({code for _, codes in named for code in codes}) > 1


def _host(desk: Desk, own: Place, at_place: At | None, *, place: Place) -> tuple[str | None, str | None]:
    """Return the host and how it is written: that of its own column before that of the place."""
    if own.iso3 and place.iso3 and own.iso3 != place.iso3 and at_place:
        advice = f"lies in {place.iso3}, but the row's country is {own.iso3}; the latter was used, mend the wrong one"
        desk.tell(at_place, shown(at_place.cell), advice, "warning")
    return (own.iso3, own.written) if own.iso3 else (place.iso3, place.written)


def _with_own(place: Place, own: Place, iso3: str | None) -> Place:
    """Return a place with the town and the way of meeting that the host's column tells, where its own tells none."""
    city = place.city or (own.city if iso3 == own.iso3 else None)
    return replace(place, city=city, mode=place.mode or own.mode)


def _of_own(desk: Desk, got: Got) -> Place:
    """Return what the column of the host tells: the country, and a town of it and a way of meeting beside it."""
    own = desk.one(got, "host_country")
    if own is None:
        return Place()
    text = shown(own.cell)
    iso3 = _country_of(desk, own, text)
    if text.isalpha() and iso3:
        return Place(None, iso3, text)
    beside = desk.place(text)
    is_town = iso3 and beside.city and iso3 in place_towns.countries_of(beside.city)
    return Place(beside.city if is_town else None, iso3, text, beside.mode)


def _country_of(desk: Desk, own: At, text: str) -> str | None:
    """Return the one country that a cell of the host names; what else it names is told."""
    if list_asides.is_state_of_america(text):
        desk.tell(own, text, list_asides.AMERICAN)
        return None
    iso3 = country(text)
    if iso3:
        desk.tell_all(own, list_countries.beside(text, (iso3,)))
        return iso3
    if desk.words.meaning("mode", text):
        return None
    read = read_countries(text, "host", desk.words, suggests=desk.suggests(own))
    codes = {item["iso3"] for item in read.items}
    if len(codes) > 1:
        desk.tell(own, text, "names several countries as host; name the one it was held in")
        return None
    desk.tell_all(own, [fault for fault in read.faults if not desk.words.meaning("mode", fault[0])])
    return codes.pop() if codes else None
