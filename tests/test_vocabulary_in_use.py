"""Names are looked up in the vocabulary of the data that are read, as it stands at that moment."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from loaders import __main__, files, load, places, sheets
from store import incoming

ROOT = Path(__file__).resolve().parent.parent
LIST = "Title,Date,Host country,Participating countries\nCourse,2019-05-04,Kenya,Zedland; Peru\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of data with a list and a vocabulary of its own."""
    shutil.copytree(ROOT / "data" / "vocabulary", tmp_path / "vocabulary")
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "ours.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def add(folder: Path, file: str, row: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as words:
        words.write(f"{row}\n")
    before = (folder / file).stat().st_mtime_ns
    os.utime(folder / file, ns=(before, before + 1))


def came(folder: Path) -> list[str]:
    rows = load(folder)["event_countries"]
    return rows.loc[rows["role"] == "participant", "iso3"].astype(str).tolist()


def test_a_name_of_a_vocabulary_of_ones_own_is_known_in_lists(folder: Path):
    add(folder / "vocabulary", "country_names.csv", "Zedland,FJI,a test")
    assert came(folder) == ["FJI", "PER"]


def test_a_name_that_is_added_is_known_at_the_next_load(folder: Path):
    assert came(folder) == ["PER"]
    add(folder / "vocabulary", "country_names.csv", "Zedland,FJI,a test")
    assert came(folder) == ["FJI", "PER"]


def test_a_word_of_lists_that_is_added_is_known_at_the_next_load(folder: Path):
    (folder / "lists" / "ours.csv").write_text(LIST.replace("Date", "Zedday"), encoding="utf-8")
    assert load(folder)["events"]["start_date"].isna().all()
    add(folder / "vocabulary", "list_headings.csv", "Zedday,date,,")
    assert load(folder)["events"]["start_date"].tolist() == ["2019-05-04"]


def test_a_name_added_to_the_atlas_s_own_vocabulary_is_known_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sheets, "FOLDER", folder / "vocabulary")
    sheets.use(sheets.FOLDER)
    assert places.resolve_country("Zedland") is None
    add(sheets.FOLDER, "country_names.csv", "Zedland,FJI,a test")
    sheets.use(sheets.FOLDER)
    assert places.resolve_country("Zedland") == "FJI"
    monkeypatch.undo()
    sheets.use(sheets.FOLDER)
    assert places.resolve_country("Zedland") is None


def test_a_file_that_the_own_vocabulary_lacks_is_the_atlas_s(folder: Path):
    (folder / "vocabulary" / "place_words.csv").unlink()
    add(folder / "vocabulary", "country_names.csv", "Zedland,FJI,a test")
    assert came(folder) == ["FJI", "PER"]
    named = [path for path in files.find(folder).all() if path.name == "place_words.csv"]
    assert named == [ROOT / "data" / "vocabulary" / "place_words.csv"]


def test_nothing_is_forgotten_where_no_file_has_changed(folder: Path, monkeypatch: pytest.MonkeyPatch):
    sheets.use(folder / "vocabulary")
    forgotten: list[bool] = []
    monkeypatch.setattr(sheets, "_forget", lambda: forgotten.append(True))
    sheets.use(folder / "vocabulary")
    assert forgotten == []
    sheets.use(sheets.FOLDER)
    assert forgotten == [True]


def test_the_command_reads_a_list_with_the_vocabulary_of_the_data_in_use(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    add(folder / "vocabulary", "country_names.csv", "Zedland,FJI,a test")
    path = str(folder / "lists" / "ours.csv")

    def countries() -> int:
        __main__.main([path, "--json"])
        found: int = json.loads(capsys.readouterr().out)["tables"]["event_countries"]
        return found

    assert countries() == 2
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    assert countries() == 3


def test_a_list_on_the_page_is_read_with_the_vocabulary_of_the_data_in_use(folder: Path):
    add(folder / "vocabulary", "country_names.csv", "Zedland,FJI,a test")
    found = incoming.read("ours.csv", LIST.encode(), vocabulary_folder=folder / "vocabulary")
    assert [row["iso3"] for row in found.records[0]["countries"]] == ["KEN", "FJI", "PER"]
