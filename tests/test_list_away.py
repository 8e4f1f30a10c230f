"""A long list read by two processes gives the tables and problems that one process gives."""

from __future__ import annotations

import csv
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench import lists as made_up
from loaders import headings, list_away, list_parts, list_words, load, second, text_grids
from loaders import vocabulary as vocabulary_files
from loaders.grids import Cell, Grid
from loaders.list_away import Answers as Given
from loaders.list_dates import DateReader
from loaders.list_desk import Desk
from loaders.list_groups import Row
from loaders.tables import Tables
from tests.alike import assert_alike

ROOT = Path(__file__).resolve().parent.parent
LISTS = ROOT / "tests" / "lists"
VOCABULARY = ROOT / "data" / "vocabulary"
HEADINGS = (
    "Title",
    "Date",
    "City",
    "Country",
    "Participating countries",
    "Organisers",
    "Participants",
    "Topics",
    "Link",
)

Answers = list[Given | None]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Every list is long enough for two processes; what the second one gave is kept here."""
    kept: Answers = []
    answer: Callable[[second.Second[Given]], Given | None] = second.Second.answer

    def keep(other: second.Second[Given]) -> Given | None:
        kept.append(answer(other))
        return kept[-1]

    monkeypatch.setattr(list_away, "LONG", 0)
    monkeypatch.setattr(second, "cores", lambda: 2)
    monkeypatch.setattr(second.Second, "answer", keep)
    return kept


def both_alike(path: Path) -> Tables:
    """Return what two processes read, once it is seen to be what one reads."""
    found = load(path)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(list_away, "LONG", 10**9)
        patched.setattr(list_away, "LARGE", 10**9)
        expected = load(path)
    assert_alike(found, expected)
    return found


def a_list(folder: Path, *rows: tuple[str, ...]) -> Path:
    """Return a data folder with a list of these rows below HEADINGS."""
    file = folder / "lists" / "ours.csv"
    file.parent.mkdir(parents=True)
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([HEADINGS, *rows])
    return folder


def test_every_messy_list(tmp_path: Path, answers: Answers):
    shutil.copytree(LISTS, tmp_path / "lists")
    assert len(both_alike(tmp_path)["events"]) > 40
    assert len(answers) >= 10
    assert None not in answers


def test_a_made_up_list(tmp_path: Path, answers: Answers):
    made_up.write(400, tmp_path)
    found = both_alike(tmp_path)
    assert len(found["events"]) == 400
    sections = {"countries", "organisers", "partners", "paid", "people", "topics", "audiences", "sources"}
    assert [answer.of_section.keys() for answer in answers if answer] == [sections]


def test_what_is_wrong_with_a_cell_is_told_with_its_row_and_column(tmp_path: Path, answers: Answers):
    rows = [
        (
            "Course on evidence",
            "4 March 2019",
            "Bishkek",
            "Kyrgyzstan",
            "Atlantis; Kenya",
            "Zed Institute",
            "20",
            "dance",
            "",
        ),
        (
            "Course on victims",
            "5 March 2019",
            "Bishkek",
            "Kyrgyzstan",
            "Kenya",
            "Zed Institute",
            "many",
            "",
            "",
        ),
        (
            "Course on borders",
            "6 March 2019",
            "Bishkek",
            "Kyrgyzstan",
            "Atlantis; Kenya",
            "Zed Institute",
            "",
            "",
            "",
        ),
    ]
    found = both_alike(a_list(tmp_path, *rows))["problems"]
    told = {(row.value, row.row, row.column) for row in found.itertuples() if row.severity == "error"}
    assert told == {("Atlantis", 2, "E"), ("dance", 2, "H"), ("many", 3, "G")}
    assert found.loc[found["value"] == "Atlantis", "advice"].str.contains("also in rows 4").tolist() == [True]
    assert found["value"].tolist().count("Zed Institute") == 1
    assert len(answers) == 1


def test_new_bodies_of_two_lists_whose_ids_would_be_the_same_stay_two(tmp_path: Path, answers: Answers):
    for file, body in (
        ("one.csv", "Zed Institute"),
        ("other.csv", "Zed-Institute"),
        ("third.csv", "ZED institute"),
    ):
        row = ("A course", "4 March 2019", "Bishkek", "Kyrgyzstan", "Kenya", body, "20", "", "")
        a_list(tmp_path / file, row)
        (tmp_path / "lists").mkdir(exist_ok=True)
        (tmp_path / file / "lists" / "ours.csv").rename(tmp_path / "lists" / file)
    found = both_alike(tmp_path)["event_organisations"]["organisation_id"].astype(str).tolist()
    assert found == ["new-zed-institute", "new-zed-institute-again", "new-zed-institute"]
    assert None not in answers


def test_an_event_that_is_joined_with_another_has_all_its_parts(tmp_path: Path, answers: Answers):
    title, days = "Course on evidence", ("4 March 2019", "11 March 2019")
    rows = [
        (title, day, "Bishkek", "Kyrgyzstan", "Kenya", "UNODC", "20", "", f"https://example.org/{n}")
        for n, day in enumerate(days)
    ]
    path = a_list(tmp_path, *rows)
    one, other = load(path)["events"]["event_id"]
    shutil.copytree(ROOT / "data" / "vocabulary", path / "vocabulary")
    said = f"event_id,other_id,answer\n{one},{other},same\n"
    (path / "vocabulary" / "same_events.csv").write_text(said, encoding="utf-8")
    found = both_alike(path)
    assert found["events"]["event_id"].tolist() == [one]
    assert found["event_countries"]["iso3"].astype(str).tolist() == ["KGZ", "KEN"]
    assert found["event_sources"]["url"].tolist() == ["https://example.org/0", "https://example.org/1"]
    assert found["events"]["participants_total"].tolist() == [20]
    assert None not in answers


def test_a_process_that_starts_before_a_large_list_is_opened_reads_it_alike(
    tmp_path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(list_away, "LARGE", 0)
    made_up.write(60, tmp_path)
    (tmp_path / "lists" / "none.csv").write_text("Title,Date\n", encoding="utf-8")
    assert len(both_alike(tmp_path)["events"]) == 60
    assert len(answers) == 1
    assert None not in answers


def test_a_second_process_knows_the_names_of_a_vocabulary_of_ones_own(tmp_path: Path, answers: Answers):
    row = ("Course", "4 May 2019", "Osh", "Kyrgyzstan", "Zedland; Kenya", "UNODC", "20", "", "")
    path = a_list(tmp_path, row)
    names = shutil.copytree(ROOT / "data" / "vocabulary", path / "vocabulary") / "country_names.csv"
    names.write_text(names.read_text(encoding="utf-8") + "Zedland,FJI,a test\n", encoding="utf-8")
    found = both_alike(path)
    assert found["event_countries"]["iso3"].astype(str).tolist() == ["KGZ", "FJI", "KEN"]
    assert len(answers) == 1
    assert None not in answers


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[list_away.Shown]:
    """Every text is shown to the second process twenty rows at a time; what it is shown is kept here."""
    kept: list[list_away.Shown] = []
    tell = second.Second.tell

    def keep(other: second.Second[Given], *things: object) -> None:
        kept.extend(thing for thing in things if isinstance(thing, list_away.Shown))
        tell(other, *things)

    monkeypatch.setattr(second.Second, "tell", keep)
    monkeypatch.setattr(list_away, "LARGE", 0)
    monkeypatch.setattr(text_grids, "SHOWN", 20)
    monkeypatch.setattr(text_grids._Table, "MANY", 20)
    return kept


def test_cells_that_are_shown_while_a_list_is_read_change_nothing(
    tmp_path: Path, answers: Answers, shown: list[list_away.Shown]
):
    made_up.write(90, tmp_path)
    assert len(both_alike(tmp_path)["events"]) == 90
    sections = ["countries", "organisers", "partners", "topics", "audiences"] * 4
    assert [each.section.name for each in shown[: len(sections)]] == sections
    assert "Participating countries" in shown[0].cells
    assert None not in answers


def test_cells_of_rows_that_are_no_events_are_shown_and_not_kept(
    tmp_path: Path, answers: Answers, shown: list[list_away.Shown]
):
    def row(number: int, title: str, body: str) -> tuple[str, ...]:
        day = f"{number % 28 + 1} May 2019"
        return title, day, "Osh", "Kyrgyzstan", f"Kenya; Peru{' ' * number}", body, "20", "", ""

    rows = [row(number, f"Course {number}", "Zed Institute") for number in range(40)]
    rows[7] = row(7, "CANCELLED: Course 7", "Yak Institute")
    found = both_alike(a_list(tmp_path, *rows))
    assert len(found["events"]) == 39
    assert "new-yak-institute" not in found["organisations"]["organisation_id"].tolist()
    assert any("Yak Institute" in each.cells for each in shown)
    assert None not in answers


def test_a_ministry_that_was_shown_before_its_host_was_known_is_that_of_its_host(
    tmp_path: Path, answers: Answers, shown: list[list_away.Shown]
):
    hosts = ("Kyrgyzstan", "Tajikistan")
    rows = [
        (f"Course {n}", f"{n % 28 + 1} May 2019", "", hosts[n % 2], "Kenya", body, "20", "", "")
        for n, body in enumerate(["Ministry of Interior; UNODC", "UNODC, Ministry of Interior"] * 20)
    ]
    found = both_alike(a_list(tmp_path, *rows))["event_organisations"]
    ids = found["organisation_id"].astype(str).str.contains
    assert [ids(code).sum() for code in ("kyrgyz", "tajik", "unodc")] == [20, 20, 40]
    assert any("UNODC, Ministry of Interior" in each.cells for each in shown)
    assert None not in answers


def test_a_list_that_is_begun_anew_for_a_broken_mark_is_shown_twice(
    tmp_path: Path, answers: Answers, shown: list[list_away.Shown]
):
    days = (f"{number % 28 + 1} May 2019" for number in range(60))
    rows = [(f"Course of {day}", day, "Osh", "Kyrgyzstan", "Kenya", "UNODC", "20", "", "") for day in days]
    path = a_list(tmp_path, *rows) / "lists" / "ours.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[50] = f'"{lines[50]}'
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = both_alike(tmp_path)
    assert found["problems"]["advice"].str.contains("quotation mark").any()
    assert sum("Participating countries" in each.cells for each in shown) == 2
    assert None not in answers


def test_a_second_process_that_fails_costs_time_and_nothing_else(
    tmp_path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
):
    made_up.write(50, tmp_path)
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\necho half a pickle\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    assert len(both_alike(tmp_path)["events"]) == 50
    assert answers == [None]


def test_where_no_second_process_can_be_started_one_reads_all(
    tmp_path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
):
    made_up.write(50, tmp_path)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "there is no such program"))
    assert len(both_alike(tmp_path)["events"]) == 50
    assert answers == [None]


def test_a_short_list_is_read_by_one_process(
    tmp_path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(list_away, "LONG", 51)
    made_up.write(50, tmp_path)
    assert len(load(tmp_path)["events"]) == 50
    assert answers == []


def test_who_tells_a_process_something_need_not_wait_until_it_is_taken_in():
    fcntl = pytest.importorskip("fcntl", reason="pipes of this machine have a size of their own")
    if not hasattr(fcntl, "F_GETPIPE_SZ"):
        pytest.skip("pipes of this machine have a size of their own")
    with second.waiting(list_away.read) as other:
        assert other.process
        assert other.process.stdin
        assert fcntl.fcntl(other.process.stdin, fcntl.F_GETPIPE_SZ) > 2**16
        other.ask("nothing")
        assert other.answer() == Given({}, {})


def test_a_second_process_makes_no_rows_for_usual_cells():
    words, vocabulary = list_words.read(VOCABULARY), vocabulary_files.read(VOCABULARY)
    layout = headings.find(Grid("", "", [["Title", "Date", "Link"]]), words)
    assert layout
    section = next(each for each in list_parts.sections(layout) if each.name == "sources")
    cells: list[list[Cell]] = [
        ["A course", "2019-03-04", link] for link in ("https://example.org/1", "no link")
    ]
    asked = list_away.Asked(section, [[Row(n, row)] for n, row in enumerate(cells)], [None, None])
    desk = Desk(words, vocabulary, DateReader("dmy"), {}, "")
    sheaf = asked.sheaf()
    usual = list_away._usual(section, sheaf, asked.hosts, desk)
    assert [part and part["sources"][0]["url"] for part in usual] == ["https://example.org/1", None]
    assert [[row.number for row in rows] for rows in sheaf.events(usual)] == [[], [1]]
