"""The same event in two sources: proposed with reasons, joined only where a person has said so."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from loaders import load, same_events
from loaders.problems import VocabularyError
from loaders.same_events import Event, Said, proposals
from tests.conftest import ROOT

NOTHING = Said({}, frozenset(), {})
ONE = Event(
    "one",
    "events.jsonl",
    1,
    "Workshop on victim identification",
    "2020-03-04",
    "",
    "Vienna",
    "AUT",
    frozenset(),
)


def other(**changed: object) -> Event:
    return replace(ONE, **({"event_id": "two", "source": "lists/a.csv"} | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, 1),
        ({"start": "2020-03-06"}, 1),
        ({"start": "2020-03-07"}, 0),
        ({"start": "2020-03"}, 0),
        ({"city": "Graz"}, 0),
        ({"host": "ITA"}, 0),
        ({"title": "Victim identification workshop"}, 1),
        ({"title": "Meeting of customs officers"}, 0),
        ({"city": ""}, 0),
        ({"source": "events.jsonl"}, 0),
    ],
)
def test_events_are_proposed_as_one_by_day_place_and_title(changed: dict[str, object], found: int):
    assert len(proposals([ONE, other(**changed)], NOTHING)) == found


def test_a_shared_organiser_bears_a_less_similar_title_and_stands_among_the_reasons():
    unodc = frozenset({"unodc"})
    pair = [replace(ONE, organisers=unodc), other(title="Workshop on finding victims", organisers=unodc)]
    assert proposals([ONE, other(title="Workshop on finding victims")], NOTHING) == []
    (proposal,) = proposals(pair, NOTHING)
    assert proposal.reasons[0] == "same first day"
    assert proposal.reasons[-1] == "the same organiser: unodc"


def test_a_pair_that_a_person_called_different_is_not_proposed_again():
    said = Said({}, frozenset({frozenset({"one", "two"})}), {})
    assert proposals([ONE, other()], said) == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data" / "vocabulary", tmp_path / "vocabulary")
    record = {
        "id": "one",
        "title": ONE.title,
        "start_date": "2020-03-04",
        "city": "Vienna",
        "host_country": "AUT",
    }
    record["countries"] = [{"name": "Austria", "role": "host", "iso3": "AUT"}]  # type: ignore[assignment]
    (tmp_path / "events.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "a.csv").write_text(
        "Title,Date,City,Host country,Organiser,Participants\n"
        "Workshop on victim identification,2020-03-05,Vienna,Austria,OSCE,30\n",
        encoding="utf-8",
    )
    return tmp_path


def say(folder: Path, *rows: str) -> None:
    text = "\n".join(["event_id,other_id,answer,note", *rows]) + "\n"
    (folder / "vocabulary" / "same_events.csv").write_text(text, encoding="utf-8")


TWO = "2020-vienna-workshop-victim-identification"


def test_a_proposal_is_a_note_and_nothing_is_joined_by_itself(folder: Path):
    tables = load(folder)
    assert tables["events"]["event_id"].tolist() == ["one", TWO]
    notes = tables["problems"][tables["problems"]["field"] == "same event?"]
    assert notes["event_id"].tolist() == [TWO]
    assert f"write one,{TWO},same" in notes["advice"].iloc[0]


def test_joined_records_are_one_event_with_all_sources_and_their_differences(folder: Path):
    say(folder, f"one,{TWO},same,the announcement was a day late")
    tables = load(folder)
    assert tables["events"][["event_id", "start_date", "participants_total"]].values.tolist() == [
        ["one", "2020-03-04", 30]
    ]
    assert tables["event_organisations"]["as_written"].tolist() == ["OSCE"]
    assert tables["event_countries"]["iso3"].tolist() == ["AUT"]
    records = tables["event_records"][["source_file", "source_row", "record_id"]].values.tolist()
    assert records == [["events.jsonl", 1, "one"], ["lists/a.csv", 2, TWO]]
    (difference,) = tables["event_differences"].to_dict("records")
    assert (difference["field"], difference["value"], difference["other_value"]) == (
        "start_date",
        "2020-03-04",
        "2020-03-05",
    )
    assert not (tables["problems"]["field"] == "same event?").any()


def test_events_called_different_stay_two_and_nobody_is_asked(folder: Path):
    say(folder, f"one,{TWO},different,")
    tables = load(folder)
    assert len(tables["events"]) == 2
    assert not (tables["problems"]["field"] == "same event?").any()


def test_an_id_that_names_no_record_is_told_with_its_line(folder: Path):
    say(folder, "one,gone,same,")
    problems = load(folder)["problems"]
    assert problems[problems["source"] == "same_events.csv"][["row", "value"]].values.tolist() == [
        [2, "gone"]
    ]


@pytest.mark.parametrize("answer", ["same", "different"])
def test_the_row_that_a_proposal_asks_for_can_be_written_as_it_stands(folder: Path, answer: str):
    advice = load(folder)["problems"].set_index("field").loc["same event?", "advice"]
    row = advice.partition("write ")[2].partition(",same or")[0] + f",{answer}"
    say(folder, row)
    tables = load(folder)
    assert len(tables["events"]) == (1 if answer == "same" else 2)
    assert not tables["problems"]["field"].isin(["same event?", "row"]).any()


def test_a_proposal_puts_ids_with_a_comma_into_quotes():
    (told,) = same_events.told(proposals([replace(ONE, event_id='a,"b"'), other()], NOTHING))
    assert 'write "a,""b""",two,same' in told.advice


@pytest.mark.parametrize(
    ("rows", "line", "said"),
    [
        (["a,a,same,"], 2, "needs two ids that differ"),
        (["a,,same"], 2, "needs two ids that differ"),
        (["a;b;same"], 2, "divided by a comma"),
        (["a,b,maybe,"], 2, "answer 'maybe' is none of: same, different"),
        (["a,b"], 2, "answer '' is none of"),
        (["a,b,same,", "b,c,same,", "a,c,different,"], 4, "are joined by line 2, 3"),
        (["a,b,different", "b,a,same"], 2, "are joined by line 3"),
        (['a,b,same,"open'], 2, "check its quotes: nothing from here on is read"),
        (["a,b,same," + "x" * 200_000], 2, "more than 131,072 characters"),
    ],
)
def test_a_row_that_cannot_be_used_is_one_problem_and_joins_nothing(
    folder: Path, rows: list[str], line: int, said: str
):
    say(folder, *rows)
    found = same_events.read(folder / "vocabulary")
    assert not found.same
    (fault,) = found.faults
    assert fault.row == line
    assert said in fault.advice


def test_the_rows_beside_one_that_cannot_be_used_are_used(folder: Path):
    say(folder, "a,b,maybe", f"one,{TWO},Same,a note, with a comma", "c,c,same")
    tables = load(folder)
    assert tables["events"]["event_id"].tolist() == ["one"]
    told = tables["problems"][tables["problems"]["source"] == "same_events.csv"]
    assert told[["row", "field", "value", "severity"]].values.tolist() == [
        [2, "row", "a,b,maybe", "error"],
        [4, "row", "c,c,same", "error"],
    ]


def test_what_one_row_calls_different_is_not_joined_by_others(folder: Path):
    say(folder, f"one,{TWO},same", f"{TWO},one,different")
    tables = load(folder)
    assert len(tables["events"]) == 2
    assert tables["problems"]["source"].tolist().count("same_events.csv") == 1


def test_a_heading_that_lacks_a_column_is_told_with_its_line(folder: Path):
    (folder / "vocabulary" / "same_events.csv").write_text("a,b,same\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"same_events\.csv line 1: column 'event_id' is missing"):
        same_events.read(folder / "vocabulary")


def test_three_records_said_to_be_one_in_two_rows_are_one():
    assert same_events._top({"c": "b", "b": "a"}, "c") == "a"
