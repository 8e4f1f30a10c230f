"""The hand-edited files: they agree with each other and with the codebook, and say where they do not."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pycountry
import pytest

from loaders import vocabulary
from loaders.problems import VocabularyError
from loaders.vocabulary import KOSOVO, Vocabulary
from schema import COUNTRY_ROLES, FORMATS, ORGANISATION_ROLES

FOLDER = Path(__file__).resolve().parent.parent / "data" / "vocabulary"


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    """The vocabulary of the Atlas."""
    return vocabulary.read(FOLDER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the vocabulary, to be broken."""
    return shutil.copytree(FOLDER, tmp_path / "vocabulary")


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# The files as they are


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("countries.csv", 250),
        ("country_names.csv", 411),
        ("groups.csv", 25),
        ("organisations.csv", 1718),
        ("organisation_names.csv", 2273),
        ("cities.csv", 233),
        ("topics.csv", 20),
        ("audiences.csv", 22),
        ("formats.csv", 11),
        ("roles.csv", 9),
        ("programmes.csv", 163),
        ("programme_names.csv", 19),
        ("series.csv", 103),
        ("series_names.csv", 34),
    ],
)
def test_a_file_has_as_many_rows_as_its_description_says(name: str, count: int):
    assert len(rows(name)) == count


def test_countries_are_those_of_iso_3166_and_kosovo(words: Vocabulary):
    assert set(words.countries) == {country.alpha_3 for country in pycountry.countries} | {KOSOVO}


def test_both_codes_of_a_country_belong_together(words: Vocabulary):
    pairs = {code: row["iso2"] for code, row in words.countries.items()}
    real = {country.alpha_3: country.alpha_2 for country in pycountry.countries}
    assert pairs == {**real, KOSOVO: "XK"}


def test_the_m49_code_of_a_country_is_its_number_in_iso_3166(words: Vocabulary):
    real = {country.alpha_3: country.numeric for country in pycountry.countries}
    given = {code: row["m49"] for code, row in words.countries.items() if row["m49"]}
    assert {code: number for code, number in given.items() if real.get(code) != number} == {}


def test_kosovo_carries_its_footnote(words: Vocabulary):
    assert "1244" in words.countries[KOSOVO]["note"]


def test_a_code_of_a_region_has_one_name(words: Vocabulary):
    for code, name in (("region_code", "region"), ("subregion_code", "subregion")):
        pairs = {(row[code], row[name]) for row in words.countries.values()}
        assert max(Counter(code for code, _ in pairs).values()) == 1
        assert max(Counter(name for _, name in pairs).values()) == 1


@pytest.mark.parametrize(
    ("group", "members"),
    [
        ("central_asia", 5),
        ("asean", 11),
        ("osce", 57),
        ("western_balkans", 6),
        ("eu", 27),
        ("gcc", 6),
        ("ecowas", 12),
        ("council_of_europe", 46),
        ("schengen", 29),
        ("saarc", 8),
        ("eastern_partnership", 6),
        ("caricom", 15),
        ("sadc", 16),
        ("igad", 7),
        ("arab_league", 22),
        ("nordic", 5),
        ("baltic", 3),
        ("south_caucasus", 3),
        ("g7", 7),
        ("sica", 8),
    ],
)
def test_a_group_has_its_members(words: Vocabulary, group: str, members: int):
    assert Counter(code for code, _ in words.members)[group] == members


def test_central_asia_is_the_five(words: Vocabulary):
    assert [iso3 for group, iso3 in words.members if group == "central_asia"] == [
        "KAZ",
        "KGZ",
        "TJK",
        "TKM",
        "UZB",
    ]


def test_every_group_has_members_and_a_date(words: Vocabulary):
    assert {group for group, _ in words.members} == set(words.groups)
    assert {row["as_of"] for row in words.groups.values()} == {"2025-12-31"}


def test_every_alias_of_a_country_points_to_a_code_or_says_why_not(words: Vocabulary):
    for row in rows("country_names.csv"):
        assert row["iso3"] in words.countries or (row["iso3"] == "" and row["note"]), row["name"]
    assert sum(row["iso3"] == "" for row in rows("country_names.csv")) == 115


@pytest.mark.parametrize(
    ("file", "code", "known"),
    [
        ("organisation_names.csv", "organisation_id", "organisations"),
        ("programme_names.csv", "programme_id", "programmes"),
        ("series_names.csv", "series_id", "series"),
    ],
)
def test_every_alias_points_to_a_code(words: Vocabulary, file: str, code: str, known: str):
    assert {row[code] for row in rows(file)} <= set(getattr(words, known))


def test_every_city_is_in_a_real_country(words: Vocabulary):
    assert {iso3 for _, iso3 in words.cities} - {""} <= set(words.countries)


def test_roles_are_those_of_the_schema():
    found: dict[str, list[str]] = {kind: [] for kind in ("country", "organisation")}
    for row in rows("roles.csv"):
        found[row["applies_to"]].append(row["name"])
    assert found == {"country": list(COUNTRY_ROLES), "organisation": list(ORGANISATION_ROLES)}


def test_formats_are_those_of_the_schema(words: Vocabulary):
    assert list(words.format_names) == list(FORMATS)


def test_the_two_crimes_are_the_two_crimes(words: Vocabulary):
    crimes = [row["name"] for row in words.topics.values() if row["kind"] == "crime"]
    assert crimes == ["trafficking in persons", "smuggling of migrants"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Tajikistan", "TJK"),
        ("republic of  tajikistan", "TJK"),
        ("the Russian Federation", "RUS"),
        ("UK", "GBR"),
        ("Kosovo", KOSOVO),
        ("Albanian", "ALB"),
        ("Abu Dhabi", ""),
        ("Bangkok", ""),
        ("Ruritania", None),
        ("Kazakstann", None),
    ],
)
def test_a_name_is_a_code_or_known_to_be_none_or_unknown(words: Vocabulary, name: str, code: str | None):
    assert words.country(name) == code


# Files that contradict themselves

Break = Callable[[Path], object]


def add(name: str, *lines: str) -> Break:
    """Put lines at the end of a file."""

    def change(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)

    return change


def swap(name: str, old: str, new: str) -> Break:
    """Put other words in place of the first that are found."""

    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def put(name: str, content: bytes) -> Break:
    """Put bytes in place of a file."""
    return lambda folder: (folder / name).write_bytes(content)


CONTRADICTIONS: list[tuple[str, Break, str]] = [
    (
        "two codes for one name",
        add("country_names.csv", "Ruritania,CZE,", "RURITANIA,SVK,"),
        "country_names.csv line 414: 'RURITANIA' is SVK here but CZE in line 413; keep one of the two",
    ),
    (
        "a country and none",
        add("country_names.csv", "Ruritania,CZE,", "Ruritania,,a novel"),
        "country_names.csv line 414: 'Ruritania' is no code here but CZE in line 413; keep one of the two",
    ),
    (
        "alias of an unknown country",
        add("country_names.csv", "Ruritania,RUR,"),
        "country_names.csv line 413: 'Ruritania' is given the unknown code 'RUR'; add the code or mend it",
    ),
    (
        "alias without a name",
        add("country_names.csv", ",CZE,"),
        "country_names.csv line 413: name is empty; write the name or take the row out",
    ),
    (
        "alias of an unknown body",
        add("organisation_names.csv", "Lamplighters,lamp-society,"),
        "organisation_names.csv line 2275: 'Lamplighters' is given the unknown code 'lamp-society'",
    ),
    (
        "body twice",
        add("organisations.csv", "unodc,Another,,UN,,,"),
        "organisations.csv line 1720: 'unodc' stands in line",
    ),
    (
        "two bodies of one name",
        add("organisations.csv", "lamp,United Nations Office on Drugs and Crime,,UN,,,"),
        "organisations.csv line 1720: 'United Nations Office on Drugs and Crime' is lamp here but unodc elsewhere",
    ),
    (
        "body without id",
        add("organisations.csv", ",Lamplighters,,private,,,"),
        "organisations.csv line 1720: organisation_id is empty",
    ),
    (
        "body without name",
        add("organisations.csv", "lamp,,,private,,,"),
        "organisations.csv line 1720: name of 'lamp' is empty",
    ),
    (
        "unknown kind of body",
        add("organisations.csv", "lamp,Lamplighters,,guild,,,"),
        "organisations.csv line 1720: kind 'guild' is not one of: UN, intergovernmental",
    ),
    (
        "body in an unknown country",
        add("organisations.csv", "lamp,Lamplighters,,private,RUR,,"),
        "organisations.csv line 1720: unknown country 'RUR'",
    ),
    (
        "unknown parent",
        add("organisations.csv", "lamp,Lamplighters,,private,,guild,"),
        "organisations.csv line 1720: unknown parent 'guild'",
    ),
    (
        "a loop of parents",
        add("organisations.csv", "lamp,Lamplighters,,private,,wick,", "wick,Wick Makers,,private,,lamp,"),
        "organisations.csv line 1720: 'lamp' is its own parent through 'lamp'; mend parent_id",
    ),
    (
        "no such country",
        swap("countries.csv", "\nABW,AW,", "\nABX,AW,"),
        "countries.csv line 2: 'ABX' is no ISO 3166-1 alpha-3 code",
    ),
    (
        "a point that is none",
        swap("countries.csv", ",12.524,", ",92.524,"),
        "countries.csv line 2: latitude '92.524' is no number from -90 to 90",
    ),
    (
        "leading zeros lost",
        swap("countries.csv", "AFG,AF,004,", "AFG,AF,4,"),
        "countries.csv line 3: m49 '4' has not three digits; a spreadsheet drops leading zeros",
    ),
    (
        "another word for yes",
        swap("countries.csv", ",yes,", ",x,"),
        "countries.csv line 3: column 'saarc' must hold yes or nothing",
    ),
    (
        "a group without a column",
        add("groups.csv", "quad,Quad,2025-12-31,"),
        "countries.csv line 2: column 'quad' must hold yes or nothing, and be in the heading",
    ),
    (
        "a column without a group",
        swap("groups.csv", "\ng7,", "\ng8,"),
        "countries.csv line 2: column 'g8'",
    ),
    (
        "city in an unknown country",
        add("cities.csv", "Strelsau,RUR,1,1,,"),
        "cities.csv line 235: unknown country 'RUR'",
    ),
    ("city twice", add("cities.csv", "Accra,GHA,5,0,,"), "cities.csv line 235: 'Accra' (GHA) stands twice"),
    (
        "city without a point",
        add("cities.csv", "Strelsau,CZE,,,,"),
        "cities.csv line 235: latitude '' is no number",
    ),
    (
        "kind of topic",
        add("topics.csv", "fishing,fishing,hobby,"),
        "topics.csv line 22: kind 'hobby' is not one of: crime, theme",
    ),
    (
        "two topics of one name",
        add("topics.csv", "crime-2,organised crime,theme,"),
        "topics.csv line 22: 'organised crime' stands in line",
    ),
    (
        "a format that no chart knows",
        add("formats.csv", "gala,gala,"),
        "formats.csv line 13: name 'gala' is not one of: workshop",
    ),
    (
        "too many cells",
        add("topics.csv", "fishing,fishing,theme,note,more"),
        "topics.csv line 22: has 5 cells, the heading 4; check commas and quotes",
    ),
    (
        "too few cells",
        add("topics.csv", "fishing,fishing"),
        "topics.csv line 22: has 2 cells, the heading 4; check commas and quotes",
    ),
    (
        "an open quote",
        add("topics.csv", 'fishing,fishing,theme,"open'),
        "topics.csv line 22: cannot be read (unexpected end of data); check its quotes",
    ),
    (
        "a column that is missing",
        swap("series.csv", "series_id,name", "series_id,title"),
        "series.csv line 1: column 'name' is missing; add it to the heading, cells divided by commas",
    ),
    (
        "semicolons",
        put("series.csv", b"series_id;name;note\na;b;c\n"),
        "series.csv line 1: column 'series_id' is missing; add it to the heading, cells divided by commas",
    ),
    (
        "a column twice",
        put("series.csv", b"series_id,name,name\na,b,c\n"),
        "series.csv line 1: column 'name' stands twice",
    ),
    ("an empty file", put("series.csv", b""), "series.csv line 1: column 'series_id' is missing"),
    (
        "another encoding",
        put("series.csv", b"series_id,name\na,b\nc,Caf\xe9\n"),
        "series.csv line 3: is no UTF-8; save it as CSV UTF-8",
    ),
]


@pytest.mark.parametrize(
    ("breaks", "message"), [case[1:] for case in CONTRADICTIONS], ids=[case[0] for case in CONTRADICTIONS]
)
def test_a_contradiction_is_told_with_file_line_and_next_step(folder: Path, breaks: Break, message: str):
    breaks(folder)
    with pytest.raises(VocabularyError) as raised:
        vocabulary.read(folder)
    assert str(raised.value).startswith(message)


def test_a_column_that_is_no_group_is_told(folder: Path):
    text = (folder / "countries.csv").read_text(encoding="utf-8").splitlines()
    changed = [f"{text[0]},quad", *(f"{line}," for line in text[1:])]
    (folder / "countries.csv").write_text("\n".join(changed), encoding="utf-8")
    with pytest.raises(
        VocabularyError, match=r"^countries\.csv line 1: column 'quad' is no group of groups\.csv"
    ):
        vocabulary.read(folder)


def test_a_country_that_is_missing_is_told(folder: Path):
    text = (folder / "countries.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in text if not line.startswith(("AFG,", "XKX,"))]
    (folder / "countries.csv").write_text("\n".join(kept), encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"^countries\.csv: no row for AFG, XKX; add it$"):
        vocabulary.read(folder)


READ_ELSEWHERE = {
    "roles.csv",
    *(
        "country_adjectives.csv",
        "country_adjective_forms.csv",
        "country_aliases.csv",
        "group_phrases.csv",
        "place_words.csv",
    ),
    *("date_words.csv", "people_words.csv", "not_organisations.csv", "organisation_words.csv"),
    *(
        "list_headings.csv",
        "list_words.csv",
        "same_events.csv",
        "release_words.csv",
        "release_likely.csv",
        "release_fitted.csv",
        "towns.csv",
    ),
}
"""Files the normalisers and the readers of lists open when they are first asked for, and the roles of the codebook."""


@pytest.mark.parametrize(
    "name", sorted(path.name for path in FOLDER.glob("*.csv") if path.name not in READ_ELSEWHERE)
)
def test_a_file_that_is_missing_is_told(folder: Path, name: str):
    (folder / name).unlink()
    with pytest.raises(VocabularyError, match=f"^{name}: the file is missing from vocabulary/; put it back$"):
        vocabulary.read(folder)


def test_a_file_saved_by_a_spreadsheet_reads_the_same(folder: Path, words: Vocabulary):
    for path in folder.glob("*.csv"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    saved = vocabulary.read(folder)
    assert saved.countries == words.countries
    assert saved.organisation_names == words.organisation_names


def test_the_same_name_twice_for_the_same_code_is_no_contradiction(folder: Path):
    add("country_names.csv", "Ruritania,CZE,", "ruritania,CZE,")(folder)
    assert vocabulary.read(folder).country("Ruritania") == "CZE"


def test_the_alias_file_goes_before_the_code_table(folder: Path):
    add("country_names.csv", "Czechia,SVK,")(folder)
    assert vocabulary.read(folder).country("Czechia") == "SVK"
