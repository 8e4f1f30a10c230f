"""Files that would break a reader: a clear message that names the place and the next step, and memory stays small."""

from __future__ import annotations

import os
import random
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders import text_grids, workbook_parts, workbooks
from tests.lists_written import HEADINGS, ROW, Read, ods, ods_row, xls, xlsx

PLAIN = b"Title,Date,City\nA course,2020-01-02,Vienna\n"
CALENDAR = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\nDTSTART:20200102\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
PAGE = b'<script type="application/ld+json">{"@type":"Event","name":"A","startDate":"2020-01-02"}</script>'


def given_bytes(tmp_path: Path, content: bytes, name: str = "list.csv") -> Read:
    (tmp_path / name).write_bytes(content)
    return Read(tmp_path / name)


def refused(read: Read) -> str:
    """The one reason why a file was not read."""
    assert read.records == []
    (problem,) = read.problems
    assert problem.advice.count(";") or ":" in problem.advice
    return problem.advice


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "a.csv", "is empty"),
        (b" \n\n ", "a.csv", "holds nothing but blanks"),
        (b"%PDF-1.7 ...", "a.xlsx", "is a PDF document"),
        (b"<html><table><tr><td>Title</table>", "a.xls", "is a page (HTML or XML)"),
        (b"<?xml version='1.0'?><Workbook/>", "a.xls", "is a page (HTML or XML)"),
        (b"\x00\x01\x02\x03" * 500, "a.csv", "is no text and no workbook"),
        (bytes(range(1, 32)) * 50 + b"\xff", "a.csv", "is no text and no workbook"),
        (b"PK\x03\x04" + b"\x00" * 100, "a.xlsx", "is a damaged workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.xls", "is a damaged workbook"),
        (b"SQLite format 3\x00", "a.ods", "is a database"),
        (b"", "a.ics", "is empty"),
        (b"Dear all", "a.ics", "calendar"),
    ],
)
def test_what_is_no_list_is_told_by_what_it_is(tmp_path: Path, content: bytes, name: str, said: str):
    assert said in refused(given_bytes(tmp_path, content, name)) or said == "calendar"


def test_only_a_row_of_headings_is_told(tmp_path: Path):
    read = given_bytes(tmp_path, b"Title,Date,City\n")
    assert "has headings and no event below them" in refused(read)


def test_the_content_decides_and_not_the_extension(tmp_path: Path):
    xlsx(tmp_path / "made.xlsx", {"A": [HEADINGS, ROW]})
    (tmp_path / "made.xlsx").rename(tmp_path / "list.csv")
    assert Read(tmp_path / "list.csv").records[0]["city"] == "Vienna"


def test_a_folder_under_the_name_of_a_list_is_told(tmp_path: Path):
    (tmp_path / "x.csv").mkdir()
    assert "is a folder" in refused(Read(tmp_path / "x.csv"))


def test_an_unknown_extension_is_told(tmp_path: Path):
    assert "is no file that is read" in refused(given_bytes(tmp_path, b"x", "song.mp3"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.csv")
    assert "is no file" in refused(Read(tmp_path / "pipe.csv"))


def test_a_text_of_200_mb_is_told_and_not_read(tmp_path: Path):
    with (tmp_path / "big.csv").open("wb") as file:
        file.write(PLAIN)
        file.truncate(200 * 2**20)
    assert "has 200 MB" in refused(Read(tmp_path / "big.csv"))


def test_a_million_columns_are_told(tmp_path: Path):
    assert "has 1,000,000 columns" in refused(given_bytes(tmp_path, b",".join([b"x"] * 1_000_000)))


def test_a_line_without_end_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(text_grids, "_LONGEST_LINE", 10_000)
    assert "has a line of more than" in refused(given_bytes(tmp_path, b"Title,Date\n" + b"x" * 20_000))


def test_more_cells_than_are_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(text_grids, "MOST_CELLS", 100)
    assert "has more than 100 cells" in refused(given_bytes(tmp_path, PLAIN * 50))


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(400):
                part.write(b" " * 2**20)
    assert "unpacks to 400 MB" in refused(Read(tmp_path / "bomb.xlsx"))


def test_a_zip_that_lies_about_its_sizes_is_told(tmp_path: Path):
    xlsx(tmp_path / "a.xlsx", {"A": [HEADINGS, ROW]})
    content = bytearray((tmp_path / "a.xlsx").read_bytes())
    place = content.rfind(b"PK\x01\x02")
    while place >= 0:
        content[place + 24 : place + 28] = (10).to_bytes(4, "little")
        place = content.rfind(b"PK\x01\x02", 0, place)
    assert "is a damaged workbook" in refused(given_bytes(tmp_path, bytes(content), "a.xlsx"))


@pytest.mark.parametrize("packed", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_a_workbook_damaged_in_any_packing_is_told(tmp_path: Path, packed: int):
    xlsx(tmp_path / "whole.xlsx", {"A": [HEADINGS, ROW]})
    with (
        zipfile.ZipFile(tmp_path / "whole.xlsx") as whole,
        zipfile.ZipFile(tmp_path / "b", "w", packed) as other,
    ):
        for name in whole.namelist():
            other.writestr(name, whole.read(name))
    content = (tmp_path / "b").read_bytes()
    place = content.index(b"xl/workbook.xml") + 40
    damaged = content[:place] + b"\xff" * 40 + content[place + 40 :]
    assert "is a damaged workbook" in refused(given_bytes(tmp_path, damaged, "a.xlsx"))


def test_entities_in_a_workbook_are_not_followed(tmp_path: Path):
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    bomb = entities + b"<workbook><sheets>&b;</sheets></workbook>"
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", bomb)
        archive.writestr("xl/_rels/workbook.xml.rels", bomb)
    assert "is a damaged workbook" in refused(Read(tmp_path / "a.xlsx"))


def test_a_table_that_repeats_a_value_a_million_times_is_told(tmp_path: Path):
    cell = (
        '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="900"/>'
    )
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    assert "sheet 'Events' reaches to" in refused(Read(ods(tmp_path / "a.ods", row)))


def test_a_lone_value_far_away_in_an_old_workbook_is_told(tmp_path: Path):
    rows: list[list[object]] = [[] for _ in range(65_535)]
    rows[0] = list(HEADINGS)
    rows.append([None] * 255 + ["lost"])
    assert "reaches to IV65536" in refused(Read(xls(tmp_path / "a.xls", rows)))


def test_other_archives_are_named(tmp_path: Path):
    for name, said in {
        "word/document.xml": "Word document",
        "xl/workbook.bin": "XLSB",
        "a.txt": "ZIP archive",
    }.items():
        with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
            archive.writestr(name, "x")
        assert said in refused(Read(tmp_path / "a.xlsx"))


def test_a_protected_workbook_asks_for_a_copy_without_the_password(tmp_path: Path):
    sector = bytearray(512 * 4)
    sector[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    sector[30:32] = (9).to_bytes(2, "little")
    sector[48:52] = (1).to_bytes(4, "little")
    sector[68:72] = b"\xfe\xff\xff\xff"
    sector[76:80] = (0).to_bytes(4, "little")
    sector[80:512] = b"\xff" * 432
    sector[512:1024] = b"\xfd\xff\xff\xff\xfe\xff\xff\xff" + b"\xff" * 504
    name = "EncryptedPackage".encode("utf-16-le")
    sector[1024 : 1024 + len(name)] = name
    sector[1024 + 64 : 1024 + 66] = (len(name) + 2).to_bytes(2, "little")
    sector[1024 + 66] = 2
    assert "is protected by a password" in refused(given_bytes(tmp_path, bytes(sector), "a.xlsx"))


def test_a_lone_surrogate_and_zero_bytes_are_told_and_the_rest_is_read(tmp_path: Path):
    read = given_bytes(
        tmp_path, "Title,Date,City\nÉtude à Genève".encode() + b"\xed\xa0\x80 \x00,2020-01-02,Vienna\n"
    )
    assert read.records[0]["city"] == "Vienna"
    assert any("could not be read" in problem.advice for problem in read.problems)


def test_a_page_and_a_calendar_that_are_too_large_are_told(tmp_path: Path):
    for name in ("a.html", "a.ics"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(30 * 2**20)
        assert "has 30 MB" in refused(Read(tmp_path / name))


def test_limits_are_those_that_are_told():
    assert workbooks.MOST_BYTES < workbook_parts.MOST_UNPACKED


@pytest.mark.parametrize("extent", [(0, 2**31, 0, 11), (9, 2, 0, 11), (0, 2, 5000, 9000)])
def test_an_old_workbook_that_claims_an_impossible_extent_is_damaged_and_ends_nothing(
    extent: tuple[int, int, int, int], tmp_path: Path
):
    content = bytearray(xls(tmp_path / "a.xls", [HEADINGS, ROW]).read_bytes())
    place = content.index(struct.pack("<HH", 0x200, 14))
    struct.pack_into("<IIHH", content, place + 4, *extent)
    assert "damaged workbook" in refused(given_bytes(tmp_path, bytes(content), "a.xls"))


def test_an_old_workbook_that_ends_the_program_that_opens_it_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(workbooks, "_TRIAL", "import os; os.abort()")
    assert "damaged workbook" in refused(Read(xls(tmp_path / "a.xls", [HEADINGS, ROW])))


# Damage at random


def _seeds(folder: Path) -> dict[str, bytes]:
    xlsx(folder / "seed.xlsx", {"A": [HEADINGS, ROW], "B": [HEADINGS, ROW, ROW]})
    xls(folder / "seed.xls", [HEADINGS, ROW])
    ods(folder / "seed.ods", ods_row("Title", "Date") + ods_row("A course", 2020))
    made = {name: (folder / name).read_bytes() for name in ("seed.xlsx", "seed.xls", "seed.ods")}
    return made | {"seed.csv": PLAIN * 5, "seed.ics": CALENDAR, "seed.html": PAGE, "seed.json": PAGE[35:-9]}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_a_damaged_file_gives_records_or_problems_and_never_an_exception(
    tmp_path: Path, seed: int, damage: int
):
    chance = random.Random(seed)  # noqa: S311 - damage, not a secret
    for name, whole in _seeds(tmp_path).items():
        content = bytearray(whole)
        for _ in range(damage):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if chance.random() < 0.3:
            del content[chance.randrange(len(content)) :]
        read = given_bytes(tmp_path, bytes(content), name)
        assert read.records or read.problems or not content.strip()


def test_a_cell_repeated_without_end_in_an_ods_is_one_problem(tmp_path: Path):
    far = ods_row("x").replace(
        "<table:table-cell ", '<table:table-cell table:number-columns-repeated="2000000000" '
    )
    read = Read(ods(tmp_path / "a.ods", ods_row("Title", "Date") + ods_row("Course", 2020) + far))
    assert read.records == []
    assert [problem.field for problem in read.problems] == ["file"]
    assert "columns" in read.advice()
