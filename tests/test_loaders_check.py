"""`python -m loaders.check`: what is in a folder, what is wrong with it, and when the gate closes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from loaders import check
from tests.lists_written import xlsx

ROOT = Path(__file__).resolve().parent.parent


def written(folder: Path, *lines: str) -> Path:
    """Write events.jsonl in a folder and return the folder."""
    (folder / "events.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder


def test_the_data_of_the_atlas_pass_with_their_one_warning(capsys: pytest.CaptureFixture[str]):
    assert check.main([str(ROOT / "data")]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith(f"{ROOT / 'data'}: data version ")
    assert "      567  events" in out
    assert "    1,905  event_countries" in out
    assert out[-4:] == [
        "1 warning",
        "events.jsonl:199 participants: warning",
        "    total 23, women 3, men 19",
        "    women and men make 22, not 23; check the source",
    ]


def test_an_error_closes_the_gate_and_is_told_with_its_place(tmp_path, capsys):
    folder = written(tmp_path, '{"id": "a"}', '{"id": "b", "format": "gala", "title": " "}')
    assert check.main([str(folder)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert "        2  events" in out
    assert "1 error, 1 note" in out
    assert out[out.index("events.jsonl:2 format: error") + 1] == "    gala"


def test_warnings_and_notes_leave_the_gate_open(tmp_path, capsys):
    folder = written(tmp_path, '{"id": "a", "title": "", "shape": "round"}')
    assert check.main([str(folder)]) == 0
    assert "1 warning, 1 note" in capsys.readouterr().out


def test_no_problem_is_said_too(tmp_path, capsys):
    assert check.main([str(written(tmp_path, '{"id": "a"}'))]) == 0
    assert capsys.readouterr().out.endswith("no problems\n")


def test_a_missing_file_is_a_message_and_not_a_traceback(tmp_path, capsys):
    assert check.main([str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"{tmp_path / 'events.jsonl'}: no such file")


def test_a_vocabulary_that_contradicts_itself_is_a_message_and_not_a_traceback(tmp_path, capsys):
    shutil.copytree(ROOT / "data" / "vocabulary", tmp_path / "vocabulary")
    with (tmp_path / "vocabulary" / "country_names.csv").open("a", encoding="utf-8") as file:
        file.write("Republic of Uzbekistan,KAZ,\nRepublic of Uzbekistan,UZB,\n")
    assert check.main([str(written(tmp_path, '{"id": "a"}'))]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("country_names.csv line ")
    assert "keep one of the two" in said.err


def test_a_long_value_is_cut_in_the_report(tmp_path, capsys):
    check.main([str(written(tmp_path, "x" * 5000))])
    assert max(map(len, capsys.readouterr().out.splitlines())) < 250


def test_the_folder_of_the_environment_is_taken_where_none_is_named(tmp_path):
    environment = {"PYTHONPATH": str(ROOT), "ATLAS_DATA": str(tmp_path), "PATH": "", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "loaders.check"]
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith(f"{tmp_path / 'events.jsonl'}: no such file")


def test_the_place_in_a_list_names_what_is_known_of_it_alone(tmp_path, capsys):
    folder = tmp_path / "lists"
    folder.mkdir()
    head = ["Title", "Date", "Participating countries"]
    rows = [["A list of ours"], [], head, ["Course", "2019-05-01", "Zedland"]]
    xlsx(folder / "ours.xlsx", {"2019": rows, "plan": [head]})
    check.main([str(tmp_path)])
    out = capsys.readouterr().out.splitlines()
    places = [line for line in out if line.startswith("lists/")]
    assert not [line for line in out if "nan" in line.casefold().split()]
    assert "lists/ours.xlsx, sheet plan sheet: warning" in places
    assert "lists/ours.xlsx, sheet 2019, 1 row: note" in places
    assert "lists/ours.xlsx, sheet 2019, C4 Participating countries: error" in places
