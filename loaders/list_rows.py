"""The rows of a list: which of them are one event, and the record that they make."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple, Protocol

from loaders import list_cells
from loaders.grids import Cell, Grid, folded, letters, shown
from loaders.headings import Column, Layout
from loaders.list_cells import People, Place
from loaders.list_dates import DateReader, Fault, of_row, year_in
from loaders.list_words import ListWords
from loaders.problems import Problem, Sink
from loaders.vocabulary import Vocabulary
from schema import MODES

DATES = ("date", "start_date", "end_date", "year", "month", "day", "days")
_WHICH = ("title", "date", "start_date", "end_date", "year", "month", "day", "place", "city", "host_country")
_NAMED = ("title", "place", "city", "host_country")
_UNREAD = frozenset({"", "number", "unkept", "ignore"})
_PER_COUNTRY = ("participant_countries", "participant_organisations", "expert_countries", "funder_countries")


class Row(NamedTuple):
    """A row of data: its number in the sheet from 0, a cell for every column, the year its section names."""

    number: int
    cells: list[Cell]
    year: int | None = None


def _getter(places: list[int]) -> Callable[[list[Cell]], tuple[Cell, ...]]:
    """Return what takes the cells at these places out of a row."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda cells: tuple([cells[place] for place in places])


# Which rows are events


def group(grid: Grid, layout: Layout, words: ListWords, problems: Sink) -> list[list[Row]]:
    """Return the rows of each event; rows that are none (totals, sections, notes, copies) are told."""
    grouping = _Grouping(layout)
    for row in _rows(grid, layout, words, problems):
        advice = grouping.take(row)
        if advice:
            severity = "error" if "neither" in advice else "warning"
            problems.append(_about(grid, row.number, row.cells, advice=advice, severity=severity))
    return grouping.groups


def _about(grid: Grid, number: int, cells: Iterable[Cell], *, advice: str, severity: str) -> Problem:
    said = "; ".join(shown(cell) for cell in cells if cell is not None)
    return Problem(grid.file, number + 1, "row", said, advice, severity, sheet=grid.sheet)


class _Grouping:
    """Puts rows together that are one event: the same title, day and place with another country, or a row below."""

    def __init__(self, layout: Layout) -> None:
        self.groups: list[list[Row]] = []
        self._which = [column.number for name in _WHICH for column in layout.of(name)]
        self._title = [column.number for column in layout.of("title")]
        self._ids = [column.number for column in layout.of("id")]
        self._dates = [column.number for name in DATES for column in layout.of(name)]
        self._several = [column.number for name in _PER_COUNTRY for column in layout.of(name)]
        self._read = _getter([column.number for column in layout.columns if column.field not in _UNREAD])
        self._events: dict[tuple[Cell, ...], list[Row]] = {}
        self._copies: dict[tuple[Cell, ...], int] = {}

    def take(self, row: Row) -> str:
        """Put a row where it belongs; return why it is no event, or nothing."""
        cells = row.cells
        titled = any(cells[place] is not None for place in self._title)
        dated = any(cells[place] is not None for place in self._dates)
        if not titled and not dated:
            return self._below(row)
        whole = self._read(cells)
        first = self._copies.setdefault(whole, row.number)
        if first != row.number and titled:
            return f"is the same as row {first + 1}; counted once, take one out"
        key = self._key(cells)
        known = self._events.get(key) if titled and key else None
        if known and self._is_other_country(known[-1].cells, cells):
            known.append(row)
            return ""
        made = [row]
        self.groups.append(made)
        if titled:
            self._events[key] = made
        return "" if titled else "has a date but no title; read as an event without a name: add it"

    def _key(self, cells: list[Cell]) -> tuple[Cell, ...]:
        ids = [cells[place] for place in self._ids]
        places = self._title if any(cell is not None for cell in ids) else self._which
        return (*ids, *[cells[place] for place in places])

    def _is_other_country(self, one: list[Cell], other: list[Cell]) -> bool:
        return any(one[place] != other[place] for place in self._several)

    def _below(self, row: Row) -> str:
        """Add a row without title and date to the event above it, if it lies below one and tells more of it."""
        above = self.groups[-1][-1] if self.groups else None
        several = any(row.cells[place] is not None for place in self._several)
        if above is not None and above.number == row.number - 1 and several:
            self.groups[-1].append(row)
            return ""
        return "has neither title nor date; not read: add them, or delete the row"


def _rows(grid: Grid, layout: Layout, words: ListWords, problems: Sink) -> Iterator[Row]:
    """Yield the rows that may be events; totals, sections, repeated headings and notes are told."""
    year = _year_above(grid, layout)
    headings = [grid.rows[row] for row in layout.heading_rows]
    wide = {area.top for area in grid.merges if area.right - area.left > 1}
    titles = {column.number for column in layout.of("title")}
    width = max((column.number for column in layout.columns), default=0) + 1
    for number in range(layout.first, len(grid.rows)):
        cells = grid.rows[number]
        filled = [cell for cell in cells if cell is not None]
        if not filled:
            continue
        advice = ""
        if len(filled) == 1 and len(layout.columns) > 2:
            advice, year = _alone(cells, year, is_wide=number in wide, titles=titles)
        elif cells in headings:
            advice = "repeats the headings; not read"
        elif is_total(filled, words):
            advice = "is a row of totals; not read"
        if advice:
            severity = "warning" if "add" in advice else "note"
            problems.append(_about(grid, number, filled, advice=advice, severity=severity))
        else:
            yield Row(number, [*cells, *[None] * (width - len(cells))], year)


def _year_above(grid: Grid, layout: Layout) -> int | None:
    """Return the one year that the sheet's name or the rows above its headings name."""
    above = min(layout.heading_rows, default=0)
    said = " ".join(shown(cell) for row in grid.rows[:above] for cell in row if isinstance(cell, str))
    return year_in(grid.sheet) or year_in(said)


def _alone(cells: list[Cell], year: int | None, *, is_wide: bool, titles: set[int]) -> tuple[str, int | None]:
    """Return what a row with one filled cell is, and the year that holds from there on."""
    place, cell = next((place, cell) for place, cell in enumerate(cells) if cell is not None)
    text = shown(cell)
    named = year_in(text)
    if named and len(text) < 30:
        return "heads a section; its year holds for dates below that have none", named
    if is_wide or place not in titles or text.startswith(("*", "Source", "Note", "¹")):
        return "heads a section or is a note; not read", year
    return "has one cell alone; not read as an event: add its date, or delete it", year


def is_total(filled: Sequence[Cell], words: ListWords) -> bool:
    """Return whether a row gives totals: a word for them, and beside it numbers alone."""
    texts: list[str] = []
    for cell in filled:
        if isinstance(cell, str) and not _is_number(cell):
            texts.append(cell)
            if len(texts) > 1 or len(cell) > 60:
                return False
    if not texts:
        return False
    first = re.split(r"[\s:]", texts[0], maxsplit=1)[0]
    numbers = [cell for cell in filled if cell is not texts[0]]
    plain = all(isinstance(cell, int | float | str) for cell in numbers)
    return plain and any(words.meaning("total", word) is not None for word in (texts[0], first))


_NUMBER = re.compile(r"[\d\s.,%+-]+")


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


# From rows to a record


class _At(NamedTuple):
    """A cell with its place."""

    row: int
    column: Column
    cell: Cell


Got = dict[str, list[_At]]
"""The filled cells of an event by field."""


class About(Protocol):
    """The vocabulary that a list is read with."""

    @property
    def words(self) -> ListWords:
        """Words of lists."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Codes and names."""


class RowReader:
    """Makes records of the rows of one sheet; each different cell is read once."""

    def __init__(
        self, grid: Grid, layout: Layout, groups: Iterable[list[Row]], *, about: About, dates: DateReader
    ) -> None:
        self._grid = grid
        self._layout = layout
        self._words = about.words
        self._vocabulary = about.vocabulary
        self._dates = dates
        self._sections = list(_sections(layout))
        self._cities = cities_of(about.vocabulary)
        self._ids = [column.number for column in layout.of("id")]
        self._titled = _getter([column.number for name in _NAMED for column in layout.of(name)])
        self._titles = Counter(self._titled(rows[0].cells) for rows in groups)
        self._given: Counter[str] = Counter()
        self._memo: dict[tuple[Any, ...], Any] = {}
        self._empty: dict[Cell, bool] = {}
        self._faults: list[tuple[_At, Fault]] = []
        self._list_name = grid.file.rpartition("/")[2]

    # Ids

    def _new_id(self, rows: list[Row], values: dict[str, Any]) -> str:
        """Return an id for an event: year, city and title; the day too where its title stands elsewhere in the list.

        So the ids of the others stay when rows are moved or added.
        """
        cells = rows[0].cells
        said = next((cells[place] for place in self._ids if cells[place] is not None), None)
        city = str(values.get("city") or values.get("host_country") or "")
        start = str(values.get("start_date") or "")
        plain = event_slug(start[:4], city, str(values.get("title") or ""))
        if said is not None and not _is_number(shown(said)):
            plain = slug(f"{self._list_name.rpartition('.')[0]} {shown(said)}")
        elif self._titles[self._titled(cells)] > 1:
            plain = f"{plain}-{start[5:] or _digest(rows)}"
        own = plain if plain not in self._given else f"{plain}-{_digest(rows)}"
        self._given[own] += 1
        return own if self._given[own] == 1 else f"{own}-{self._given[own]}"

    # Records

    def record(self, rows: list[Row], problems: Sink) -> dict[str, Any]:
        """Return the record of an event; faults go to `problems` with sheet, row and column."""
        values: dict[str, Any] = {}
        for section in self._sections:
            self._take(section, rows, values)
        if "host" in values:
            host, others = values.pop("host"), values.get("countries", [])
            values["countries"] = _once([host, *others]) if others else [host]
        if "sources" not in values:
            values["sources"] = [_LIST | {"publisher": self._list_name}]
        values["id"] = event_id = self._new_id(rows, values)
        for place, (value, advice, severity) in self._faults:
            problems.append(self._problem(place, value, advice, severity, event_id))
        self._faults.clear()
        return values

    def _take(self, section: _Section, rows: list[Row], values: dict[str, Any]) -> None:
        """Add what a section of the columns says; cells that stood together before are not read again."""
        row = rows[0]
        if len(rows) > 1 or not section.repeats:
            values.update(section.read(self, self._cells(rows, section.columns), row.year))
            return
        key = (section.name, row.year, section.cells(row.cells))
        known = self._memo.get(key)
        if known is None:
            before = len(self._faults)
            fragment = section.read(self, self._cells(rows, section.columns), row.year)
            if len(self._memo) < _MOST_KEPT:
                self._memo[key] = fragment, self._faults[before:]
            values.update(fragment)
            return
        fragment, faults = known
        values.update(fragment)
        if faults:
            self._faults.extend((_At(row.number, place.column, place.cell), fault) for place, fault in faults)

    def _problem(self, place: _At, value: str, advice: str, severity: str, event_id: str) -> Problem:  # noqa: PLR0917 - a row of the table
        grid, column = self._grid, place.column
        return Problem(
            grid.file,
            place.row + 1,
            column.label,
            value,
            advice,
            severity,
            event_id,
            sheet=grid.sheet,
            column=letters(column.number),
        )

    def _tell(self, place: _At, value: str, advice: str, severity: str = "error") -> None:
        self._faults.append((place, (value, advice, severity)))

    def _cells(self, rows: list[Row], columns: Iterable[Column]) -> Got:
        """Return the filled cells of columns by field."""
        got: Got = {}
        for row in rows:
            for column in columns:
                cell = row.cells[column.number]
                if cell is None:
                    continue
                place = _At(row.number, column, cell)
                if self._says_nothing(cell):
                    self._tell(place, shown(cell), "says that nothing is known; left empty", "note")
                else:
                    got.setdefault(column.field, []).append(place)
        return got

    def _says_nothing(self, cell: Cell) -> bool:
        known = self._empty.get(cell)
        if known is None:
            known = self._empty[cell] = isinstance(cell, str) and self._words.is_empty(cell)
        return known

    def _one(self, got: Got, name: str) -> _At | None:
        """Return the cell of a field that has one value; another value in a row below is told."""
        places = got.get(name)
        if not places:
            return None
        for other in places[1:]:
            if other.cell != places[0].cell:
                advice = f"differs from row {places[0].row + 1}, which is the same event; that one was used"
                self._tell(other, shown(other.cell), advice, "warning")
        return places[0]

    def _texts(self, got: Got, _year: int | None) -> dict[str, Any]:
        places = {name: place for name in ("title", "summary") if (place := self._one(got, name))}
        return {name: folded(shown(place.cell)) for name, place in places.items()}

    def _when(self, got: Got, year: int | None) -> dict[str, Any]:
        places = {name: place for name in DATES if (place := self._one(got, name))}
        dated = of_row({name: place.cell for name, place in places.items()}, self._dates, year=year)
        for name, *fault in dated.faults:
            place = places.get(name) or next(iter(places.values()))
            self._faults.append((place, (fault[0], fault[1], fault[2])))
        parts = {"start_date": dated.start, "end_date": dated.end, "date_note": dated.note}
        return {name: part for name, part in parts.items() if part}

    def _place(self, text: str) -> Place:
        return list_cells.read_place(text, self._words, self._cities)

    def _where(self, got: Got, _year: int | None) -> dict[str, Any]:
        values: dict[str, Any] = {}
        at_place = self._one(got, "place") or self._one(got, "city")
        if got.get("place") and (city := self._one(got, "city")):
            at_place = self._venue(got["place"][0], city)
        place = self._place(shown(at_place.cell)) if at_place else Place()
        if at_place:
            self._faults.extend((at_place, fault) for fault in place.faults)
        iso3, written = self._host(got, at_place, place)
        known = list_cells.known_city(place.city, iso3, self._cities) if place.city else None
        if place.city:
            values["city"] = known[0] if known else place.city
        if iso3 is None and known and at_place:
            iso3, written = known[1], place.city
            advice = f"stands without a country; {iso3} was taken from cities.csv: add the country"
            self._tell(at_place, shown(at_place.cell), advice, "warning")
        if place.mode:
            values["mode"] = place.mode
        if iso3:
            values["host_country"] = iso3
            values["host"] = {"name": written, "role": "host", "iso3": iso3}
        return values

    def _venue(self, venue: _At, city: _At) -> _At:
        """Return the city's cell and tell of the venue, unless the place says more than the city does."""
        if self._place(shown(venue.cell)).iso3 and not self._place(shown(city.cell)).iso3:
            return venue
        self._tell(venue, shown(venue.cell), "is a venue beside the city; there is no field for it", "note")
        return city

    def _host(self, got: Got, at_place: _At | None, place: Place) -> tuple[str | None, str | None]:
        """Return the host and how it is written: its own column before the place."""
        own = self._one(got, "host_country")
        if own is None:
            return place.iso3, place.written
        text = shown(own.cell)
        iso3 = list_cells.country(text)
        if iso3 is None:
            mode = self._words.meaning("mode", text)
            read = list_cells.read_countries(text, "host", self._words)
            codes = {item["iso3"] for item in read.items}
            if len(codes) == 1:
                iso3 = codes.pop()
            elif codes:
                self._tell(own, text, "names several countries as host; name the one it was held in")
            elif not mode:
                self._faults.extend((own, fault) for fault in read.faults)
        if iso3 and place.iso3 and iso3 != place.iso3 and at_place:
            advice = f"lies in {place.iso3}, but the row's country is {iso3}; the latter was used, mend the wrong one"
            self._tell(at_place, shown(at_place.cell), advice, "warning")
        return (iso3, text) if iso3 else (place.iso3, place.written)

    def _choices(self, got: Got, _year: int | None) -> dict[str, Any]:
        """Take format and mode; either cell may hold both ("Training (online)")."""
        chosen: dict[str, Any] = {}
        for name in ("mode", "format"):
            place = self._one(got, name)
            if place is not None:
                chosen |= dict(reversed(self._chosen(shown(place.cell), name, place)))
        return chosen

    def _chosen(self, text: str, name: str, place: _At) -> list[tuple[str, str]]:
        parts = [text] if self._kind(text, name) else re.split(r"[;,/()\n]|\s[-–—+]\s", text)
        chosen = []
        for part in filter(None, map(str.strip, parts)):
            found = self._kind(part, name)
            if found:
                chosen.append(found)
            else:
                advice = f"is no {name} of the codebook; use one of its names, or add it to list_words.csv"
                self._tell(place, part, advice)
        return chosen

    def _kind(self, text: str, name: str) -> tuple[str, str] | None:
        """Return what a word means, as a format or as a mode: the column's own kind first."""
        plain = text.casefold()
        for kind in (name, "mode" if name == "format" else "format"):
            names = self._vocabulary.format_names if kind == "format" else MODES
            meaning = plain if plain in names else self._words.meaning(kind, text)
            if meaning:
                return kind, meaning
        return None

    def _who(self, got: Got, year: int | None) -> dict[str, Any]:
        """Return the countries and bodies of an event; its host tells which "Ministry of Justice" is meant."""
        told = len(self._faults)
        host = self._where(got, year).get("host_country")
        del self._faults[told:]
        countries: list[dict[str, str]] = []
        bodies: list[dict[str, str]] = []
        for name, role in _COUNTRY_FIELDS.items():
            for place in got.get(name, ()):
                countries.extend(self._read_countries(place, role))
        for place in got.get("country_mark", ()):
            countries.extend(self._marked(place))
        for name, role in _BODY_FIELDS.items():
            near = host if role in ("organiser", "partner") else None
            for place in got.get(name, ()):
                bodies.extend(self._read_bodies(place, role, near))
        for place in got.get("funders", ()):
            paid = self._read_funders(place)
            countries.extend(paid.countries)
            bodies.extend(paid.organisations)
        found = {"countries": _once(countries), "organisations": _once(bodies)}
        return {name: rows for name, rows in found.items() if rows}

    def _read_countries(self, place: _At, role: str) -> tuple[Any, ...]:
        key = ("countries", role, place.cell)
        if key not in self._memo:
            self._memo[key] = list_cells.read_countries(shown(place.cell), role, self._words)
        read = self._memo[key]
        self._faults.extend((place, fault) for fault in read.faults)
        return read.items  # type: ignore[no-any-return]  # the memo holds what was put under its key

    def _marked(self, place: _At) -> list[dict[str, str]]:
        text, label = shown(place.cell), place.column.value
        iso3 = list_cells.country(label)
        if iso3 is None or self._words.meaning("no", text) is not None:
            return []
        if text.isdigit() and int(text) > 1:
            self._tell(
                place, text, "is how many came from there; that they came is kept, the number is not", "note"
            )
        return [{"name": label, "role": "participant", "iso3": iso3}]

    def _read_bodies(self, place: _At, role: str, host: str | None) -> tuple[Any, ...]:
        key = ("bodies", role, host, place.cell)
        if key not in self._memo:
            text = shown(place.cell)
            self._memo[key] = list_cells.read_bodies(text, role, host=host, full_name=self._full_name)
        read = self._memo[key]
        self._faults.extend((place, fault) for fault in read.faults)
        return read.items  # type: ignore[no-any-return]  # the memo holds what was put under its key

    def _read_funders(self, place: _At) -> list_cells.Paid:
        key = ("funders", place.cell)
        if key not in self._memo:
            text = shown(place.cell)
            self._memo[key] = list_cells.read_funders(
                text, full_name=self._full_name, country_of=self._country_of
            )
        paid: list_cells.Paid = self._memo[key]
        self._faults.extend((place, fault) for fault in paid.faults)
        return paid

    def _full_name(self, organisation_id: str) -> str:
        row = self._vocabulary.organisations.get(organisation_id)
        return row["name"] if row else organisation_id

    def _country_of(self, organisation_id: str) -> str | None:
        """Return the country that pays where a body pays: that of a government's body."""
        row = self._vocabulary.organisations.get(organisation_id)
        return (row["iso3"] or None) if row and row["kind"] in _STATE else None

    def _people(self, got: Got, _year: int | None) -> dict[str, Any]:
        found: dict[str, People] = {}
        for name in ("participants", "women", "men"):
            counts = [people for place in got.get(name, ()) if (people := self._count(place))]
            if counts:
                found[name] = self._together(counts, got[name])
        if not found:
            return {}
        total = found.get("participants", People())
        women = found["women"].total if "women" in found else total.women
        men = found["men"].total if "men" in found else total.men
        count = total.total
        if count is None and women is not None and men is not None:
            count = women + men
        rounded = any(people.approximate for people in found.values())
        return {"participants": {"total": count, "women": women, "men": men, "approximate": rounded}}

    def _count(self, place: _At) -> People | None:
        key = ("people", place.cell)
        if key not in self._memo:
            self._memo[key] = list_cells.read_people(place.cell)
        people, advice = self._memo[key]
        if advice:
            self._tell(place, shown(place.cell), advice)
        return people  # type: ignore[no-any-return]  # the memo holds what was put under its key

    def _together(self, counts: list[People], places: list[_At]) -> People:
        """Return the headcount of an event of several rows: their sum where they differ, the one they repeat else."""
        if len(counts) == 1:
            return counts[0]
        totals = [count.total for count in counts if count.total is not None]
        if len(set(totals)) <= 1:
            advice = "stands in every row of the event; taken for the whole event, not for each country"
            self._tell(places[0], shown(places[0].cell), advice, "warning")
            return counts[0]
        said = " + ".join(map(str, totals))
        advice = f"rows of one event were added up: {said} = {sum(totals)}"
        self._tell(places[0], shown(places[0].cell), advice, "note")
        return People(sum(totals), None, None, any(count.approximate for count in counts))

    def _about(self, got: Got, _year: int | None) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, kind, names in (
            ("topics", "topic", self._vocabulary.topic_names),
            ("audiences", "audience", self._vocabulary.audience_names),
        ):
            found: dict[str, None] = {}
            for place in got.get(name, ()):
                key = (kind, place.cell)
                if key not in self._memo:
                    self._memo[key] = list_cells.read_coded(shown(place.cell), kind, self._words, names)
                read = self._memo[key]
                found.update(dict.fromkeys(read.items))
                self._faults.extend((place, fault) for fault in read.faults)
            if found:
                values[name] = list(found)
        for name in ("programmes", "outcomes"):
            lines = [line for place in got.get(name, ()) for line in _several(name, shown(place.cell))]
            if lines:
                values[name] = list(dict.fromkeys(lines))
        return values | self._series(got)

    def _series(self, got: Got) -> dict[str, Any]:
        name, number = self._one(got, "series"), self._one(got, "series_number")
        count = (
            re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th|e|er|º|-?й|-?я)?", shown(number.cell)) if number else None
        )
        if number and (count is None or name is None):
            advice = (
                "is no number of an edition" if count is None else "has no series beside it; name the series"
            )
            self._tell(number, shown(number.cell), advice)
        if name is None:
            return {}
        return {"series": {"name": folded(shown(name.cell)), "number": int(count[1]) if count else None}}

    def _sources(self, got: Got, _year: int | None) -> dict[str, Any]:
        """Return the announcements a row names; the list itself where it names none."""
        publisher = self._one(got, "publisher")
        said = folded(shown(publisher.cell)) if publisher else None
        common = {"published": self._published(got), "language": self._language(got), "partial": False}
        sources: list[dict[str, Any]] = []
        for place in got.get("url", ()):
            links, beside = list_cells.read_links(shown(place.cell))
            sources.extend({"url": link, "publisher": said or beside or None, **common} for link in links)
            if not links and beside and not said:
                said = beside
            elif beside and (not links or said):
                self._tell(place, beside, "stands beside an address; not kept", "note")
        if not sources:
            sources.append({"url": None, "publisher": said or self._list_name, **common})
        return {"sources": sources}

    def _published(self, got: Got) -> str | None:
        place = self._one(got, "published")
        if place is None:
            return None
        span = self._dates.span(place.cell)
        if span is None:
            self._tell(place, shown(place.cell), "is no date that can be read; write it as 2024-09-24")
        return span.start if span else None

    def _language(self, got: Got) -> str | None:
        place = self._one(got, "language")
        if place is None:
            return None
        text = shown(place.cell)
        code = self._words.meaning("language", text)
        if code is None:
            advice = "is no one language that is known; write its name or its ISO 639-1 code"
            self._tell(place, text, advice, "warning")
        return code


class _Section(NamedTuple):
    """Columns that are read together: their name, the columns, what takes their cells out of a row, what reads them."""

    name: str
    columns: tuple[Column, ...]
    cells: Callable[[list[Cell]], tuple[Cell, ...]]
    read: Callable[[RowReader, Got, int | None], dict[str, Any]]
    repeats: bool


_PLACES = ("place", "city", "host_country")
_SECTIONS: dict[str, tuple[tuple[str, ...], Callable[[RowReader, Got, int | None], dict[str, Any]]]] = {
    "texts": (("title", "summary"), RowReader._texts),  # noqa: SLF001 - the class's own
    "when": (DATES, RowReader._when),  # noqa: SLF001 - the class's own
    "where": (_PLACES, RowReader._where),  # noqa: SLF001 - the class's own
    "choices": (("format", "mode"), RowReader._choices),  # noqa: SLF001 - the class's own
    "who": (
        (
            *_PLACES,
            *_PER_COUNTRY,
            "country_mark",
            "organisers",
            "partners",
            "funders",
            "expert_organisations",
        ),
        RowReader._who,  # noqa: SLF001 - the class's own
    ),
    "people": (("participants", "women", "men"), RowReader._people),  # noqa: SLF001 - the class's own
    "about": (
        ("topics", "audiences", "programmes", "outcomes", "series", "series_number"),
        RowReader._about,  # noqa: SLF001 - the class's own
    ),
    "sources": (("url", "publisher", "published", "language"), RowReader._sources),  # noqa: SLF001 - the class's own
}
_UNIQUE = frozenset({"texts", "sources"})
"""Sections that hardly repeat from row to row."""

_MOST_KEPT = 100_000
"""Combinations of cells that are remembered."""

_LIST = {"url": None, "published": None, "language": None, "partial": False}
"""The source of an event whose row names no announcement."""


def _sections(layout: Layout) -> Iterator[_Section]:
    for name, (fields, read) in _SECTIONS.items():
        columns = tuple(column for column in layout.columns if column.field in fields)
        own = set(fields) - set(_PLACES) if name == "who" else set(fields)
        if any(column.field in own for column in columns):
            yield _Section(
                name, columns, _getter([column.number for column in columns]), read, name not in _UNIQUE
            )


_STATE = ("government", "law enforcement or justice")
_COUNTRY_FIELDS = {
    "participant_countries": "participant",
    "expert_countries": "expert",
    "funder_countries": "funder",
}
_BODY_FIELDS = {
    "organisers": "organiser",
    "partners": "partner",
    "participant_organisations": "participant",
    "expert_organisations": "expert",
}


def _once(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the rows without copies, in order."""
    if len(rows) < 2:
        return rows
    return list({tuple(row.values()): row for row in rows}.values())


def _several(name: str, text: str) -> Iterable[str]:
    return list_cells.read_lines(text) if name == "outcomes" else filter(None, re.split(r"\s*[;\n]\s*", text))


def cities_of(vocabulary: Vocabulary) -> list_cells.Cities:
    """Return the cities of cities.csv by the key of their name."""
    found: list_cells.Cities = {}
    for name, iso3 in vocabulary.cities:
        found.setdefault(list_cells.city_key(name), []).append((name, iso3))
    return found


def _digest(rows: list[Row]) -> str:
    said = "\x1f".join(shown(cell) for row in rows for cell in row.cells)
    return hashlib.sha256(said.encode(errors="replace")).hexdigest()[:6]


_SMALL = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "on",
        "in",
        "for",
        "and",
        "to",
        "at",
        "with",
        "by",
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
    }
    | {"et", "sur", "pour", "el", "los", "las", "y", "en", "para", "con"}
)
"""Words that an id does without."""


def slug(text: str) -> str:
    """Return a text as small letters, digits and hyphens; a digest of it where it has no Latin letter."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return found or hashlib.sha256(text.encode(errors="replace")).hexdigest()[:8]


@lru_cache(maxsize=200_000)
def event_slug(year: str, city: str, title: str) -> str:
    """Return the id that year, city and the first words of a title make."""
    words = [word for word in slug(title).split("-") if word not in _SMALL][:8] if title else []
    parts = [year or "undated", slug(city) if city else "", *words]
    return "-".join(filter(None, parts))[:90].strip("-")
