"""The one way in which files of the vocabulary are read: what spreadsheets do to such a file is told with its line."""

from __future__ import annotations

import ast
import csv
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loaders import load, sheets
from loaders.press_release import main, read_announcement
from loaders.problems import VocabularyError

HOME = Path(__file__).resolve().parent.parent
FILES = sorted(path.name for path in (HOME / "data" / "vocabulary").glob("*.csv"))
RECORD = (
    '{"id":"2020-wien","title":"Training on trafficking","countries":[{"name":"Republic of Moldova","role":"host"},'
    '{"name":"Kazakhstani","role":"participant"}]}\n'
)
LIST = (
    "Title,Date,City,Country,Participants,Organisers\n"
    'Training on trafficking,12-14 March 2020,Vienna,Austria,"20 police officers from Kazakhstan and Uzbekistan",'
    "UNODC and IOM\n"
    "Seminar on smuggling,May 2021,Aktau,Kazakhstan,the five states of Central Asia,Ministry of Interior\n"
)
ANNOUNCEMENT = (
    "Vienna, 12 March 2020. UNODC and IOM held a training on trafficking in persons for 20 police officers from "
    "Kazakhstan and all Central Asian states in Tashkent on 10-11 March 2020, within the GLO.ACT project, paid for by "
    "the European Union. Une délégation kazakhe a participé."
)


def latin(content: bytes) -> bytes:
    return content.rstrip(b"\n") + b"\nM\xe9rida" + b"," * content.partition(b"\n")[0].count(b",") + b"\n"


def short(content: bytes) -> bytes:
    return content.rstrip(b"\n") + b"\nlamp\n"


def renamed(content: bytes) -> bytes:
    return b"lamp" + content[content.index(b",") :]


def open_quote(content: bytes) -> bytes:
    return content.rstrip(b"\n") + b'\n"lamp' + b"," * content.partition(b"\n")[0].count(b",") + b"\n"


def nonsense(content: bytes) -> bytes:
    return (
        content.rstrip(b"\n")
        + b"\n"
        + b",".join([b"(?P<z["] * content.partition(b"\n")[0].count(b","))
        + b",z\n"
    )


def nothing(_: bytes) -> bytes:
    return b""


DAMAGE: tuple[Callable[[bytes], bytes], ...] = (latin, short, renamed, open_quote, nonsense, nothing)


def forget() -> None:
    """Forget what the modules of loaders have read."""
    for module in [module for name, module in sys.modules.items() if name.startswith("loaders.")]:
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of data with a record, a list and a vocabulary of its own, which is the Atlas's too, to be damaged."""
    shutil.copytree(HOME / "data" / "vocabulary", tmp_path / "vocabulary")
    (tmp_path / "events.jsonl").write_text(RECORD, encoding="utf-8")
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "office.csv").write_text(LIST, encoding="utf-8")
    monkeypatch.setattr(sheets, "FOLDER", tmp_path / "vocabulary")
    forget()
    yield tmp_path
    forget()


def told(do: Callable[[], object]) -> str:
    """Return what a VocabularyError says; "" where there is none."""
    try:
        do()
    except VocabularyError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(("file", "damage"), [(file, DAMAGE[at % 4]) for at, file in enumerate(FILES)])
def test_a_damaged_vocabulary_is_told_by_file_and_stops_nothing_unsaid(
    folder: Path, file: str, damage: Callable[[bytes], bytes]
):
    path = folder / "vocabulary" / file
    path.write_bytes(damage(path.read_bytes()))
    said = [told(lambda: load(folder)), told(lambda: read_announcement(ANNOUNCEMENT))]
    assert {words.partition(" ")[0].rstrip(":") for words in said if words} <= {file}


def test_vocabulary_is_read_by_no_module_on_its_own():
    reading = set()
    for path in (HOME / "loaders").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {
            name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
        }
        reading |= {path.stem} if "csv" in imported else set()
    assert reading == {"sheets", "text_grids"}  # the second reads lists that were dropped in


def written(tmp_path: Path, content: bytes | str) -> Path:
    """Return a file of words that holds this."""
    path = tmp_path / "vocabulary" / "words.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"word,kind\nlamp,a\nM\xe9rida,b\n", "words.csv line 3: is no UTF-8; save it as CSV UTF-8"),
        ("word,kind\nlamp\n", "words.csv line 2: has 1 cell, the heading 2; check commas and quotes"),
        (
            "word,kind\n\n\nlamp,a,b\n",
            "words.csv line 4: has 3 cells, the heading 2; check commas and quotes",
        ),
        (
            "words,kind\nlamp,a\n",
            "words.csv line 1: column 'word' is missing; add it to the heading, cells divided by commas",
        ),
        ("word,kind,kind\n", "words.csv line 1: column 'kind' stands twice; keep one of the two"),
        (
            'word,kind\nlamp,a\n"desk,b\nchair,c\n',
            "words.csv line 3: cannot be read (unexpected end of data); check its quotes",
        ),
        ("", "words.csv line 1: column 'word' is missing; add it to the heading, cells divided by commas"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_line_and_next_step(
    tmp_path: Path, content: bytes | str, message: str
):
    with pytest.raises(VocabularyError) as raised:
        sheets.read(written(tmp_path, content), "word", "kind")
    assert str(raised.value) == message


def test_a_nul_in_a_file_is_told_with_its_line(tmp_path: Path):
    with pytest.raises(
        VocabularyError, match=r"line 3: holds a NUL, which is no text; save it as CSV UTF-8$"
    ):
        sheets.read(written(tmp_path, b"word,kind\nlamp,a\nca\0rd,b\n"), "word", "kind")


def test_a_file_that_is_missing_or_is_a_folder_is_told(tmp_path: Path):
    with pytest.raises(VocabularyError, match=r"^none.csv: the file is missing from .*/; put it back$"):
        sheets.read(tmp_path / "none.csv")
    (tmp_path / "words.csv").mkdir()
    with pytest.raises(VocabularyError, match=r"^words.csv: cannot be opened \(Is a directory\)"):
        sheets.read(tmp_path / "words.csv")


@pytest.mark.parametrize("limit", [131_072, 200_000, 2_000_000])
def test_a_cell_that_is_too_long_is_told_whatever_the_limit_of_csv_is(tmp_path: Path, limit: int):
    before = csv.field_size_limit(limit)
    try:
        said = told(lambda: sheets.read(written(tmp_path, f"word,kind\nlamp,a\n{'x' * 140_000},b\n"), "word"))
    finally:
        csv.field_size_limit(before)
    assert said == "words.csv line 3: has a cell of more than 131,072 characters; check its quotes"


def test_rows_without_content_are_left_out_and_lines_are_those_of_the_file(tmp_path: Path):
    path = written(tmp_path, '\ufeffword,kind\r\n\r\n lamp ,a\r\n,\r\n"de\r\nsk",b\r\n')
    assert list(sheets.read(path, "word").rows()) == [
        (3, {"word": "lamp", "kind": "a"}),
        (6, {"word": "de\r\nsk", "kind": "b"}),
    ]


def test_columns_are_found_by_their_heading_wherever_they_stand(tmp_path: Path):
    found = sheets.read(written(tmp_path, "note,kind,word\n,a,lamp\n"), "word", "kind")
    assert list(found.columns("word", "kind")) == [("lamp", "a")]


def test_a_number_that_is_none_is_told_with_its_line(folder: Path):
    path = folder / "vocabulary" / "release_fitted.csv"
    path.write_text("field,value,begin,seen,note\ntopic,lamps,x,1,\n", encoding="utf-8")
    said = told(lambda: read_announcement(ANNOUNCEMENT))
    assert said == "release_fitted.csv line 2: begin 'x' is no number; mend it"


def test_a_town_in_quotes_is_told_with_its_line(folder: Path):
    path = folder / "vocabulary" / "towns.csv"
    path.write_text('name,iso3,known_as\r\nAa,FRA,\r\n"B, b",FRA,\r\n', encoding="utf-8", newline="")
    said = told(lambda: read_announcement(ANNOUNCEMENT))
    assert said.startswith("towns.csv line 3: '\"B, b\",FRA,' is no name, iso3 and known_as")


def test_the_command_for_announcements_tells_a_damaged_vocabulary(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    (folder / "vocabulary" / "date_words.csv").write_text("lamp\n", encoding="utf-8")
    (folder / "text.txt").write_text(ANNOUNCEMENT, encoding="utf-8")
    assert main([str(folder / "text.txt")]) == 1
    assert capsys.readouterr().err.startswith("date_words.csv line 1: column 'word' is missing")


@pytest.mark.parametrize(
    ("file", "row", "said"),
    [
        ("date_words.csv", "lamp,en,number,x,", "value 'x' is no number; mend it"),
        ("people_words.csv", ",role,en,a note", "word is empty; write it or take the row out"),
        (
            "group_phrases.csv",
            "Lamp states,lamps,,,,,",
            "unknown group 'lamps'; name a column of countries.csv",
        ),
        ("country_adjective_forms.csv", "lampe,xx,AFG,", "language 'xx' is none of: "),
        (
            "organisation_names.csv",
            "Lamps,no-lamps,",
            "'Lamps' is given the unknown code 'no-lamps'; add the code",
        ),
        (
            "programme_names.csv",
            "Lamps,no-lamps,",
            "'Lamps' is given the unknown code 'no-lamps'; add the code",
        ),
    ],
)
def test_a_value_that_cannot_be_is_told_with_its_line(folder: Path, file: str, row: str, said: str):
    path = folder / "vocabulary" / file
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    path.write_text("\n".join([*lines, row, ""]), encoding="utf-8")
    assert told(lambda: read_announcement(f"{ANNOUNCEMENT}")).startswith(
        f"{file} line {len(lines) + 1}: {said}"
    )


@pytest.mark.parametrize("file", ["place_words.csv", "list_words.csv", "same_events.csv"])
def test_a_page_tells_a_damaged_vocabulary_and_opens_once_it_is_mended(
    folder: Path, monkeypatch: pytest.MonkeyPatch, file: str
):
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    path = folder / "vocabulary" / file
    whole = path.read_bytes()
    path.write_bytes(latin(whole))
    app = AppTest.from_file(str(HOME / "dashboard.py"), default_timeout=60).run()
    assert not app.exception
    (error,) = app.error
    assert f"The data cannot be read. {file} line " in error.value.replace("\\", "")
    path.write_bytes(whole)
    app.run()
    assert not app.error
    assert not app.exception
