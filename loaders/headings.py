"""Which row of a sheet holds the headings, and what each column is.

An HXL hashtag row decides. Else the row whose headings are known is taken, alone or with the row below it; then
what a column holds: a heading that may mean two things is settled by its cells, an unknown one may be.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from loaders.grids import Cell, Grid, Merge, folded, letters, shown
from loaders.list_words import ListWords, hashtag, words_of

DEEPEST = 60
"""Rows in which headings are looked for."""

SAMPLE = 400
"""Cells of a column that are looked at to find out what it holds."""

_ORDERS = {
    "dmy": re.compile(
        r"\bd{1,2}\W?m{1,2}\W?y{2,4}\b|\bjj\W?mm\W?aaaa\b|\bdd\W?mm\W?aaaa\b|\bдд\W?мм\W?гг", re.IGNORECASE
    ),
    "mdy": re.compile(r"\bm{1,2}\W?d{1,2}\W?y{2,4}\b", re.IGNORECASE),
}
_MANY = frozenset(
    {"participant_countries", "expert_countries", "funder_countries", "organisers", "partners", "funders"}
    | {"participant_organisations", "expert_organisations", "topics", "audiences", "programmes", "outcomes"}
    | {"url", "unkept", "number", "ignore", "country_mark", "person", "contact"}
)
"""Fields that several columns may hold; of any other the first is used and the next is asked about."""

_SAYING = frozenset(
    {
        "title",
        "date",
        "start_date",
        "date_place",
        "participant_countries",
        "country",
        "place",
        "city",
        "id",
        "year",
    }
)
"""Fields of which a table of events has one at least."""


@dataclass(frozen=True)
class Column:
    """A column: its number from 0, its heading as a person would name it, its field, and how that was found out."""

    number: int
    label: str
    field: str = ""
    found: str = ""
    order: str = ""
    value: str = ""
    part_of: int | None = None
    """The column of the file whose cells hold this one's too."""

    @property
    def letters(self) -> str:
        """The letters by which a spreadsheet program names the column of the file."""
        return letters(self.number if self.part_of is None else self.part_of)


@dataclass(frozen=True)
class Layout:
    """How a sheet is laid out: the rows of its headings (from 0), the first row of data, the columns."""

    heading_rows: tuple[int, ...]
    first: int
    columns: tuple[Column, ...] = field(default=())

    def of(self, name: str) -> list[Column]:
        """Return the columns that hold a field."""
        return [column for column in self.columns if column.field == name]


def find(grid: Grid, words: ListWords, *, heading_row: int | None = None) -> Layout | None:
    """Return the layout of a sheet by its headings; None where no row names two fields.

    `heading_row`, from 0, is the row that a person named.
    """
    hxl = _hashtag_row(grid, words)
    if hxl is not None:
        return hxl
    rows = range(min(DEEPEST, len(grid.rows))) if heading_row is None else [heading_row]
    best: tuple[tuple[int, int], Layout] | None = None
    for row in rows:
        for height in (1, 2):
            layout = _layout(grid, words, row, height=height)
            known = {column.field for column in layout.columns if column.field}
            telling = bool(known & _SAYING) and len(known) > 1
            score = (len(known), -height)
            if (telling or heading_row is not None) and (best is None or score > best[0]):
                best = score, layout
    return best[1] if best else None


def _hashtag_row(grid: Grid, words: ListWords) -> Layout | None:
    """Return the layout that a row of HXL hashtags gives, with the headings above it as names."""
    for number, row in enumerate(grid.rows[:DEEPEST]):
        tags = [hashtag(cell) if isinstance(cell, str) and cell.startswith("#") else None for cell in row]
        filled = sum(cell is not None for cell in row)
        if sum(map(bool, tags)) >= max(2, filled / 2):
            names = _labels(grid, (number - 1,)) if number else {}
            above = number and len(set(names.values())) > 1
            columns = [
                Column(
                    place,
                    names.get(place, "") if above else shown(row[place]),
                    _tagged(tag, words),
                    "hashtag",
                )
                for place, tag in enumerate(tags)
                if row[place] is not None
            ]
            untagged = [
                Column(place, name) for place, name in names.items() if above and not _at(tags, place)
            ]
            rows = (number - 1, number) if above else (number,)
            return Layout(rows, number + 1, _settled([*columns, *untagged]))
    return None


def _tagged(tag: tuple[str, frozenset[str]] | None, words: ListWords) -> str:
    """Return the field of a hashtag: the row of the vocabulary that shares most attributes with it."""
    if tag is None:
        return ""
    name, attributes = tag
    fits = [known for known in words.hashtags if known[0] == name and known[1] <= attributes]
    return words.hashtags[max(fits, key=lambda known: len(known[1]))] if fits else ""


def _at(items: Sequence[object], place: int) -> object:
    return items[place] if place < len(items) else None


def _layout(grid: Grid, words: ListWords, row: int, *, height: int) -> Layout:
    """Return the layout if the headings stood in this row, and in the next where the height is 2."""
    rows = tuple(range(row, min(row + height, len(grid.rows))))
    if height > 1 and not _may_be_headings(grid, rows):
        return Layout(rows, row + height)
    labels = _labels(grid, rows)
    columns = [_column(place, label, words) for place, label in labels.items()]
    if height > 1:
        lower = {place: _column(place, label, words) for place, label in _labels(grid, rows[1:]).items()}
        columns = [_of_both(column, lower.get(column.number), words) for column in columns]
    columns = _titled(_without_invited(_hombres_and_mujeres(columns)), words)
    return Layout(rows, row + height, _settled(columns))


def _titled(columns: list[Column], words: ListWords) -> list[Column]:
    """Return the columns with one as title that names what was done and what came of it ("Activity / Output").

    It is so only where no other column is one: beside a title, such a column is what came of it.
    """
    if any(column.field == "title" for column in columns):
        return columns
    both = next((column for column in columns if _names_title_too(column, words)), None)
    return [replace(column, field="title") if column is both else column for column in columns]


def _names_title_too(column: Column, words: ListWords) -> bool:
    """Return whether a heading of two parts, read as free text beside a title, names the title in one of them."""
    parts = _languages(column.label) if column.field in ("outcomes", "summary") else []
    return "title" in (known_heading(part, words) for part in parts)


def _without_invited(columns: list[Column]) -> list[Column]:
    """Return the columns with those who were invited left out, where another column tells who came."""
    came = [column for column in columns if column.field == "participant_countries"]
    asked = [column for column in came if _INVITED.search(column.label)]
    if len(asked) in (0, len(came)):
        return columns
    return [replace(column, field="unkept") if column in asked else column for column in columns]


_INVITED = re.compile(r"\binvit|приглаш", re.IGNORECASE)


def _hombres_and_mujeres(columns: list[Column]) -> list[Column]:
    """Return the columns with M as women where H beside it is men, as in Spanish."""
    initials = {
        column.label.split()[-1].rstrip(".").upper(): column for column in columns if column.field == "men"
    }
    if not {"H", "M"} <= initials.keys():
        return columns
    return [replace(column, field="women") if column is initials["M"] else column for column in columns]


def _of_both(column: Column, lower: Column | None, words: ListWords) -> Column:
    """Return a column by both its headings, else by the lower one: "When" above "To" is the last day."""
    if lower is None:
        return column
    above = column.label.removesuffix(lower.label).strip()
    side = words.meaning("side", lower.label)
    if side and known_heading(above, words) in ("date", "start_date"):
        return replace(column, field=side)
    return column if column.field else replace(lower, label=column.label)


def opens_table(cells: Sequence[Cell], words: ListWords) -> bool:
    """Return whether a row below the headings is the heading row of another table."""
    filled: list[str] = []
    for cell in cells:  # nearly every row of a list has a cell in its first columns that ends this
        if cell is None:
            continue
        if not isinstance(cell, str) or len(cell) >= _LONGEST or _DIGIT.search(cell):
            return False
        filled.append(cell)
    if len(filled) < 3:
        return False
    fields = [known_heading(folded(cell), words) for cell in filled]
    known = {name for name in fields if name}
    return len(known) > 2 and bool(known & _SAYING) and sum(map(bool, fields)) * 4 >= len(filled) * 3


_LONGEST = 40
"""Signs of a heading in a row that is told from others by its short texts, less one."""

_DIGIT = re.compile(r"\d")


def _may_be_headings(grid: Grid, rows: tuple[int, ...]) -> bool:
    """Return whether the second row may belong to the headings: it is all text, short, and not the last."""
    below = islice(grid.rows, rows[1] + 1, None) if len(rows) > 1 else ()
    if not any(cell is not None for row in below for cell in row):
        return False
    cells = [cell for cell in grid.rows[rows[1]] if cell is not None]
    return bool(cells) and all(isinstance(cell, str) and len(cell) < _LONGEST for cell in cells)


def _labels(grid: Grid, rows: tuple[int, ...]) -> dict[int, str]:
    """Return the heading of each column: the texts of the heading rows, those of merged areas for all they cover."""
    labels: dict[int, list[str]] = {}
    for position, row in enumerate(rows):
        cells = list(grid.rows[row]) if 0 <= row < len(grid.rows) else []
        _spread(cells, row, grid.merges)
        if position == 0 and len(rows) > 1:
            _spread_over_blanks(cells, grid.rows[rows[1]])
        for place, cell in enumerate(cells):
            text = folded(shown(cell))
            if text and text not in labels.setdefault(place, []):
                labels[place].append(text)
    return {place: " ".join(texts) for place, texts in sorted(labels.items()) if texts}


def _spread(cells: list[Cell], row: int, merges: tuple[Merge, ...]) -> None:
    """Repeat the value of a merged area in the columns it covers."""
    for area in merges:
        if area.top <= row <= area.bottom and area.left < len(cells):
            cells.extend([None] * (area.right + 1 - len(cells)))
            cells[area.left : area.right + 1] = [cells[area.left]] * (area.right + 1 - area.left)


def _spread_over_blanks(cells: list[Cell], below: list[Cell]) -> None:
    """Repeat a heading over the blanks to its right where a heading stands below them: not all people merge."""
    cells.extend([None] * (len(below) - len(cells)))
    for place in range(1, len(below)):
        if cells[place] is None and below[place] is not None and _at(below, place - 1) is not None:
            cells[place] = cells[place - 1]


def _column(place: int, label: str, words: ListWords) -> Column:
    order = next((order for order, form in _ORDERS.items() if form.search(label)), "")
    return Column(place, label, known_heading(label, words), "heading", order)


_IN_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_NUMBERED = re.compile(r"\s*[-_]?\d{1,2}\s*$")


def known_heading(label: str, words: ListWords) -> str:
    """Return the field a heading names, with or without what stands in brackets or behind a slash; "" for none."""
    if len(label) > 120:
        return ""
    if _SHARE.search(label):
        return "unkept"
    plain = _IN_BRACKETS.sub(" ", label)
    forms, parts = [label, plain, _NUMBERED.sub("", plain)], _languages(plain)
    whole, named = _fields_of(forms, words), _fields_of(parts, words)
    if not any(whole) and {"women", "men"} <= set(named):
        return "participants"
    if found := next(filter(None, (*whole, *named)), ""):
        return found
    return "participants" if any(map(_counts_people, (*forms, *parts))) else ""


def _fields_of(forms: Sequence[str], words: ListWords) -> list[str]:
    """Return the field of each form of a heading, "" for one that names none."""
    return [words.headings.get(words.tokens(form), "") for form in forms if form.strip()]


_SHARE = re.compile(
    r"%|\b(?:per ?cent(?:age)?|share|proportion|pourcentage|porcentaje|percentagem|доля|процент)\b",
    re.IGNORECASE,
)
"""What makes a heading one of shares, which the Atlas has no field for: "% women"."""

_COUNTING = frozenset(
    {
        "no",
        "№",
        "number",
        "num",
        "nr",
        "nb",
        "nombre",
        "numero",
        "total",
        "of",
        "de",
        "d",
        "the",
        "des",
        "how",
    }
    | {"many", "count", "кол", "во", "количество", "число"}
)
_COUNTED = re.compile(r"[^\W\d_]+|№")


def _counts_people(heading: str) -> bool:
    """Return whether a heading counts people and nothing else: "No. of judges", "Nombre de policiers"."""
    from loaders.headcount_words import fold, lexicon

    said = [fold(word) for word in _COUNTED.findall(heading)]
    counted = [word for word in said if word not in _COUNTING]
    letters_of = lexicon().letters
    return 0 < len(counted) < len(said) and all(letters_of.get(word) in ("P", "R", "G") for word in counted)


def _languages(label: str) -> list[str]:
    """Return the parts of a heading given twice: "Date / Дата", "Title - Titre"."""
    parts = re.split(r"\s*[/|\n]\s*|\s+[-–—]\s+", label)
    return parts if len(parts) > 1 else []


def _settled(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns with a name of their own each; a second column of a single field has none.

    Behind a second title or date another event stands in the same row: no column headed alike is this one's.
    """
    names = Counter(column.label for column in columns)
    taken: set[str] = set()
    headed: set[str] = set()
    is_beside = False
    settled = []
    for column in columns:
        twice = names[column.label] > 1 or not column.label
        label = f"{column.label} (column {letters(column.number)})".strip() if twice else column.label
        heading = _COLUMN.sub("", label)
        again = bool(column.field) and column.field in taken and column.field not in _MANY
        is_beside = is_beside or (again and column.field in _BEGINS and heading in headed)
        again = again or (is_beside and column.field in _OF_ONE and heading in headed)
        taken.add(column.field)
        headed.add(heading)
        settled.append(
            replace(column, label=label, field="", found="again") if again else replace(column, label=label)
        )
    return tuple(settled)


_COLUMN = re.compile(r" \(column [A-Z]+\)$")
_BEGINS = frozenset({"title", "date", "start_date"})
"""Fields of which a second column, headed as the first, begins another event in the same row."""

_OF_ONE = _MANY - {"unkept", "number", "ignore", "country_mark", "person", "contact"}


# What a column holds


@dataclass(frozen=True)
class Tests:
    """Ways to tell whether a text is a country (one or several), a date, a headcount."""

    is_country: Callable[[str], bool]
    are_countries: Callable[[str], bool]
    is_date: Callable[[str], bool]
    is_headcount: Callable[[str], bool]


def share(cells: Sequence[Cell], test: Callable[[str], bool]) -> float:
    """Return the share of cells of which a test holds; 0 for no cells."""
    texts = [shown(cell) for cell in cells]
    return sum(map(test, texts)) / len(texts) if texts else 0.0


def sample(grid: Grid, layout: Layout, place: int) -> list[Cell]:
    """Return different cells of a column, from its whole height."""
    step = max(1, (len(grid.rows) - layout.first) // (SAMPLE * 4))
    cells = (
        row[place] for row in grid.rows[layout.first :: step] if place < len(row) and row[place] is not None
    )
    return list(dict.fromkeys(cells))[:SAMPLE]


def by_content(grid: Grid, layout: Layout, words: ListWords, tests: Tests) -> Layout:
    """Return the layout with ambiguous headings settled, and unknown columns named, by what they hold."""
    columns = [
        replace(column, field=known_heading(column.label, words), found="heading")
        if column.found == "again"
        else column
        for column in layout.columns
    ]
    for place, column in enumerate(columns):
        cells = [cell for cell in sample(grid, layout, column.number) if not words.is_empty(shown(cell))]
        if column.found in ("heading", "hashtag") and column.field in _AMBIGUOUS and cells:
            columns[place] = replace(column, field=_AMBIGUOUS[column.field](cells, words, tests))
        elif not column.field and column.found != "again":
            marked = _mark(column, _all_cells(grid, layout, column), words, tests)
            columns[place] = _whether_held(marked, cells, words)
    columns = _with_others(columns, lambda column: sample(grid, layout, column.number), tests)
    columns = list(_settled(_with_days(grid, layout, columns)))
    known = {column.field for column in columns}
    for place, column in enumerate(columns):
        if not column.field and column.found != "again":
            cells = sample(grid, layout, column.number)
            if guess := _guess(cells, known, tests):
                known.add(guess)
                columns[place] = replace(column, field=guess, found="content")
    return replace(layout, columns=_settled(columns))


_DAYS = re.compile(r"\d{1,2}(?:\s*(?:[-–,&+/]|to|and|au|et|al|y|по|и)\s*\d{1,2})*\.?", re.IGNORECASE)
"""Days of a month without the month: "3", "3-5", "1, 8 and 15"."""


def _with_days(grid: Grid, layout: Layout, columns: list[Column]) -> list[Column]:
    """Return the columns with days of a month named so beside a column of months: "Dates", "Day(s)", "Days"."""
    if not any(column.field == "month" for column in columns) or any(
        column.field == "day" for column in columns
    ):
        return columns
    return [
        replace(column, field="day")
        if column.field in ("date", "days")
        and share(sample(grid, layout, column.number), _are_days) >= 0.5
        and (column.field == "date" or share(sample(grid, layout, column.number), str.isdecimal) < 1)
        else column
        for column in columns
    ]


def _are_days(text: str) -> bool:
    return _DAYS.fullmatch(text) is not None


def _all_cells(grid: Grid, layout: Layout, column: Column) -> list[Cell]:
    rows = grid.rows[layout.first : layout.first + SAMPLE * 4]
    return [row[column.number] for row in rows if column.number < len(row) and row[column.number] is not None]


def _mark(column: Column, cells: list[Cell], words: ListWords, tests: Tests) -> Column:
    """Return a column whose heading is a country and whose cells are crosses or small numbers as one of marks."""
    if not cells or not tests.is_country(column.label):
        return column
    if share(cells, lambda text: is_mark(text, words)) >= _MOST:
        return replace(column, field="country_mark", found="marks", value=column.label)
    return column


def _whether_held(column: Column, cells: list[Cell], words: ListWords) -> Column:
    """Return a column that asks whether the event was held ("Done?") and says yes or no as one of its status."""
    asked = _IN_BRACKETS.sub(" ", column.label).strip(" ?¿:").split()
    said = " ".join(word for word in asked if not words.fillers.issuperset(words_of(word)))
    if column.field or words.meaning("status", said) != "held":
        return column
    if share(cells, lambda text: _is_yes_or_no(text, words)) < _MOST:
        return column
    return replace(column, field="status", found="heading")


def _is_yes_or_no(text: str, words: ListWords) -> bool:
    return words.meaning("yes", text) is not None or words.meaning("no", text) is not None


_MOST = 2 / 3
"""Share of marks from which a column below a country's name is one of marks; other cells are asked about."""


def _with_others(
    columns: list[Column], cells_of: Callable[[Column], list[Cell]], tests: Tests
) -> list[Column]:
    """Return the columns with "Other" beside columns of marks as countries that came, where it names countries."""
    if not any(column.field == "country_mark" for column in columns):
        return columns
    return [
        replace(column, field="participant_countries", found="content")
        if column.field == "unkept" and share(cells_of(column), tests.are_countries) >= _HALF
        else column
        for column in columns
    ]


_HALF = 0.5


def is_mark(text: str, words: ListWords) -> bool:
    """Return whether a cell says that a country came or did not, or how many came."""
    return words.meaning("yes", text) is not None or words.meaning("no", text) is not None or text.isdecimal()


def _participants(cells: list[Cell], words: ListWords, tests: Tests) -> str:
    if share(cells, tests.is_headcount) >= 0.5:
        return "participants"
    if share(cells, tests.are_countries) >= 0.6:
        return "participant_countries"
    kinds = {"audience": "audiences"}
    return _by_kind(cells, words, kinds) or "participants"


def _audiences(cells: list[Cell], words: ListWords, tests: Tests) -> str:
    """Return countries or how many where a column "Participants from" or "Attended by" holds these."""
    if share(cells, lambda text: _holds(text, "audience", words)) >= _HALF:
        return "audiences"
    if share(cells, tests.are_countries) >= _HALF:
        return "participant_countries"
    return "participants" if share(cells, tests.is_headcount) >= _HALF else "audiences"


def _format(cells: list[Cell], words: ListWords, tests: Tests) -> str:  # noqa: ARG001 - all are called alike
    return _by_kind(cells, words, {"format": "format", "mode": "mode", "topic": "topics"}) or "format"


def _mode(cells: list[Cell], words: ListWords, tests: Tests) -> str:  # noqa: ARG001 - all are called alike
    return _by_kind(cells, words, {"mode": "mode", "format": "format"}) or "mode"


def _topics(cells: list[Cell], words: ListWords, tests: Tests) -> str:  # noqa: ARG001 - all are called alike
    return _by_kind(cells, words, {"topic": "topics", "format": "format"}) or "topics"


def _by_kind(cells: list[Cell], words: ListWords, kinds: dict[str, str]) -> str | None:
    """Return the field of the kind that most cells belong to, a third of them at least."""
    shares = {field_: _share_of(kind, cells, words) for kind, field_ in kinds.items()}
    best, most = max(shares.items(), key=lambda item: item[1])
    return best if most >= 1 / 3 else None


def _share_of(kind: str, cells: list[Cell], words: ListWords) -> float:
    return share(cells, lambda text: _holds(text, kind, words))


def _holds(text: str, kind: str, words: ListWords) -> bool:
    parts = [
        text,
        *re.split(r"[;,\n/]", text),
        *(re.split(r"[\s(]", text, maxsplit=1)[:1] if kind == "status" else ()),
    ]
    return any(words.meaning(kind, part) for part in parts)


def _place(cells: list[Cell], words: ListWords, tests: Tests) -> str:  # noqa: ARG001 - all are called alike
    return (
        "host_country" if share(cells, tests.is_country) > 0.9 and share(cells, _is_comma) < 0.1 else "place"
    )


def _country(cells: list[Cell], words: ListWords, tests: Tests) -> str:  # noqa: ARG001 - all are called alike
    """Return status for a column "Estado" or "État" that does not hold states."""
    return _by_kind(cells, words, {"status": "status"}) or "country"


def _status(cells: list[Cell], words: ListWords, tests: Tests) -> str:  # noqa: ARG001 - all are called alike
    return _by_kind(cells, words, {"status": "status"}) or "unkept"


def _is_comma(text: str) -> bool:
    return "," in text


_AMBIGUOUS = {
    "participants": _participants,
    "audiences": _audiences,
    "format": _format,
    "mode": _mode,
    "topics": _topics,
    "place": _place,
    "status": _status,
    "country": _country,
}
"""Headings that mean one thing in one office and another in the next, and what settles them."""


def _guess(cells: list[Cell], known: set[str], tests: Tests) -> str:
    """Return what a column without a known heading holds, where nearly all its cells say so and nothing else does."""
    if len(cells) < 3:
        return ""
    dated = bool(known & {"date", "start_date"})
    if not dated and all(isinstance(cell, dt.date) for cell in cells):
        return "date"
    if not all(isinstance(cell, str) for cell in cells):
        return ""
    placed = bool(known & {"country", "participant_countries"})
    holds = {
        "url": share(cells, _is_address) == 1,
        "date": not dated and share(cells, tests.is_date) >= 0.9,
        "country": not placed and share(cells, tests.are_countries) >= 0.9,
        "title": "title" not in known and _are_sentences(cells),
    }
    return next((name for name, so in holds.items() if so), "")


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://"))


def _are_sentences(cells: list[Cell]) -> bool:
    lengths = sorted(len(shown(cell)) for cell in cells)
    return lengths[len(lengths) // 2] >= 25 and " " in shown(cells[0])


def without_headings(grid: Grid, words: ListWords, tests: Tests) -> Layout | None:
    """Return the layout of a sheet without headings, by what its columns hold; None without a title and a date."""
    first = next(
        (number for number, row in enumerate(grid.rows) if sum(cell is not None for cell in row) > 2), None
    )
    if first is None:
        return None
    width = max(len(row) for row in grid.rows[first : first + SAMPLE])
    bare = Layout((), first, tuple(Column(place, f"column {letters(place)}") for place in range(width)))
    guessed = by_content(grid, bare, words, tests)
    known = {column.field for column in guessed.columns}
    heading = set(words_of(" ".join(shown(cell) for cell in grid.rows[first])))
    return guessed if {"title", "date"} <= known and len(heading) > 3 else None
