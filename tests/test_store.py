"""The store: nothing is overwritten, a save is whole or not at all, two who save the same thing are told."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import load
from store import appended, revisions
from store.alike import alike, all_alike
from store.as_record import record_of
from store.faults import doubts, faults, free_id
from store.place import Place, RefusedError, StoreError, is_loopback, of_app, refusal
from store.revisions import Added, Change, ConflictError
from tests.conftest import ROOT

WORDS = ROOT / "data" / "vocabulary"
LINES = (ROOT / "data" / "events.jsonl").read_text(encoding="utf-8").splitlines()
RECORDS = [json.loads(line) for line in LINES]


def record(**fields: Any) -> dict[str, Any]:
    """A short record of an event in Tashkent."""
    return {
        "id": "2026-tashkent-test",
        "title": "Course for border guards",
        "format": "training",
        "start_date": "2026-03-02",
        "end_date": "2026-03-04",
        "city": "Tashkent",
        "host_country": "UZB",
        "countries": [{"name": "Uzbekistan", "role": "host", "iso3": "UZB"}],
        "organisations": [],
        "topics": ["trafficking in persons"],
        "sources": [{"url": "https://example.org/one", "publisher": "Example"}],
        **fields,
    }


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(f"sqlite:///{tmp_path / 'kept' / 'atlas.db'}", refusal="")


def titled(place: Place) -> list[str]:
    return [each["title"] for each in revisions.added(place).records]


def add(place: Place, **fields: Any) -> revisions.Revision:
    made = record(**fields)
    return revisions.save(place, [Change("event", made["id"], made)], author="Sam Sample")[0]


def change(place: Place, seen: int, title: str, *, author: str = "Sam Sample") -> revisions.Revision:
    made = record(title=title)
    return revisions.save(place, [Change("event", made["id"], made, seen)], author=author)[0]


# Saving and reading


def test_nothing_is_made_until_something_is_saved(place: Place):
    assert revisions.stamp(place) == (0, 0)
    assert revisions.added(place) == Added()
    assert revisions.newest(place, "event") == []
    assert not Path(place.url.removeprefix("sqlite:///")).parent.exists()


def test_a_saved_record_comes_back_as_it_was_with_name_and_time(place: Place):
    made = add(place, title='Séminaire – Бишкек <b>"x"</b> =1+1')
    assert revisions.added(place).records == (record(title='Séminaire – Бишкек <b>"x"</b> =1+1'),)
    assert (made.number, made.action, made.author) == (1, "add", "Sam Sample")
    assert made.made_at.endswith("+00:00")


def test_every_save_changes_the_stamp(place: Place):
    add(place)
    first = revisions.stamp(place)
    change(place, 1, "Another title")
    assert first == (1, 1)
    assert revisions.stamp(place) == (2, 2)


def test_a_file_of_the_store_keeps_a_log_beside_it_while_it_is_written(place: Place):
    add(place)
    with sqlite3.connect(place.url.removeprefix("sqlite:///")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_several_things_of_one_save_have_one_batch_and_one_time(place: Place):
    both = [Change("organisation", "tulip", {"name": "Tulip"}), Change("event", "one", record(id="one"))]
    made = revisions.save(place, both, author="Sam Sample")
    assert len({revision.batch for revision in made}) == 1
    assert len({revision.made_at for revision in made}) == 1
    assert [revision.kind for revision in made] == ["organisation", "event"]


def test_a_name_is_needed_and_is_kept_in_one_line(place: Place):
    for name in ("", "   ", "\n", "x" * 81):
        with pytest.raises(ValueError, match="1 to 80 characters"):
            revisions.save(place, [Change("event", "one", {})], author=name)
    made = revisions.save(place, [Change("event", "one", {})], author="  Sam \n Sample ")
    assert made[0].author == "Sam Sample"


def test_a_record_that_is_too_long_is_refused_and_nothing_is_kept(place: Place):
    with pytest.raises(ValueError, match="shorten its texts"):
        add(place, summary="x" * 1_000_001)
    assert revisions.added(place) == Added()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=8,
    )
)
def test_any_content_comes_back_with_signs_that_no_table_holds_replaced(value: Any):
    place = Place("sqlite://", refusal="")
    key = f"thing-{revisions.stamp(place)[0]}"
    made = revisions.save(place, [Change("event", key, {"value": value})], author="Sam Sample")
    again = revisions.history(place, "event", key)[0].content
    assert again == made[0].content
    written = json.dumps(again, ensure_ascii=False)
    assert "\\u0000" not in written
    assert written.encode()


# Two who save the same thing


def test_the_second_of_two_tabs_sees_both_versions_and_nothing_is_lost(place: Place):
    add(place)
    change(place, 1, "First tab", author="Ada Example")
    with pytest.raises(ConflictError) as conflict:
        change(place, 1, "Second tab", author="Bo Example")
    assert conflict.value.theirs is not None
    assert conflict.value.theirs.content == record(title="First tab")
    assert conflict.value.theirs.author == "Ada Example"
    assert conflict.value.mine.content == record(title="Second tab")
    assert titled(place) == ["First tab"]


def test_mine_can_be_saved_after_a_conflict_and_theirs_stays_in_the_history(place: Place):
    add(place)
    change(place, 1, "First tab")
    change(place, 2, "Second tab")
    titles = [
        one.content and one.content["title"] for one in revisions.history(place, "event", record()["id"])
    ]
    assert titles == ["Second tab", "First tab", "Course for border guards"]


def test_theirs_can_be_kept_with_mine_in_the_history(place: Place):
    add(place)
    change(place, 1, "First tab")
    with pytest.raises(ConflictError) as conflict:
        change(place, 1, "Second tab")
    revisions.keep_theirs(place, conflict.value, author="Bo Example")
    assert titled(place) == ["First tab"]
    titles = [
        one.content and one.content["title"] for one in revisions.history(place, "event", record()["id"])
    ]
    assert titles == ["First tab", "Second tab", "First tab", "Course for border guards"]


def test_a_conflict_over_one_thing_keeps_the_whole_save_out(place: Place):
    add(place)
    both = [Change("event", "other", record(id="other")), Change("event", record()["id"], record())]
    with pytest.raises(ConflictError):
        revisions.save(place, both, author="Sam Sample")
    assert titled(place) == ["Course for border guards"]


def test_a_save_of_many_things_keeps_their_order_and_is_kept_out_whole_by_one_conflict(place: Place):
    many = [Change("event", f"e{number}", record(id=f"e{number}")) for number in range(1_200)]
    revisions.save(place, many[:1_199], author="Sam Sample")
    assert [one.key for one in revisions.newest(place, "event")] == [each.key for each in many[:1_199]]
    with pytest.raises(ConflictError) as raised:
        revisions.save(place, [many[1_199], *many[700:]], author="Sam Sample")
    assert raised.value.mine.key == "e700"
    assert len(revisions.newest(place, "event")) == 1_199


def test_of_many_who_save_at_the_same_instant_one_is_kept_and_all_others_are_told(place: Place):
    add(place)
    start, told = Barrier(8), []

    def run(number: int) -> None:
        start.wait()
        try:
            change(place, 1, f"Version {number}")
        except ConflictError as conflict:
            told.append(conflict.theirs)

    threads = [Thread(target=run, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 7
    assert len({theirs.content["title"] for theirs in told if theirs and theirs.content}) == 1
    assert len(revisions.history(place, "event", record()["id"])) == 2


# Going back


def test_an_addition_that_is_undone_is_out_and_stays_in_the_history(place: Place):
    made = add(place)
    revisions.undo(place, made.batch, author="Sam Sample")
    assert revisions.added(place) == Added()
    past = revisions.history(place, "event", made.key)
    assert [(one.number, one.action, one.content is None) for one in past] == [
        (2, "undo", True),
        (1, "add", False),
    ]


def test_an_undone_change_gives_the_state_before_it_and_can_be_undone_itself(place: Place):
    add(place)
    made = change(place, 1, "Wrong title")
    undone = revisions.undo(place, made.batch, author="Sam Sample")
    assert titled(place) == ["Course for border guards"]
    revisions.undo(place, undone[0].batch, author="Sam Sample")
    assert titled(place) == ["Wrong title"]


def test_a_save_that_was_changed_since_is_not_undone_behind_the_others_back(place: Place):
    made = add(place)
    change(place, 1, "Mended by another", author="Bo Example")
    with pytest.raises(ConflictError):
        revisions.undo(place, made.batch, author="Sam Sample")
    assert titled(place) == ["Mended by another"]


def test_undoing_settled_versions_gives_what_stood_before_both(place: Place):
    add(place)
    change(place, 1, "First tab")
    with pytest.raises(ConflictError) as conflict:
        change(place, 1, "Second tab")
    settled = revisions.keep_theirs(place, conflict.value, author="Bo Example")
    revisions.undo(place, settled[0].batch, author="Bo Example")
    assert titled(place) == ["First tab"]


def test_any_earlier_state_can_be_restored(place: Place):
    first = add(place)
    change(place, 1, "Second")
    change(place, 2, "Third")
    revisions.restore(place, first, author="Bo Example", seen=3)
    newest = revisions.history(place, "event", first.key)[0]
    assert titled(place) == ["Course for border guards"]
    assert (newest.number, newest.action, newest.author) == (4, "restore", "Bo Example")


def test_states_are_compared_field_by_field():
    one, other = (
        {"title": "A", "city": "Rome", "topics": ["x"]},
        {"title": "B", "city": "Rome", "format": "other"},
    )
    assert revisions.differences(one, other) == [
        ("title", "A", "B"),
        ("topics", ["x"], None),
        ("format", None, "other"),
    ]
    assert revisions.differences(None, {"title": "A"}) == [("title", None, "A")]


def test_no_row_is_ever_changed_or_taken_away(place: Place):
    made = add(place)
    change(place, 1, "Second")
    before = revisions.history(place, "event", made.key)
    revisions.undo(place, revisions.history(place, "event", made.key)[0].batch, author="Bo Example")
    revisions.restore(place, before[0], author="Bo Example", seen=3)
    assert revisions.history(place, "event", made.key)[-2:] == before


def test_the_added_records_are_handed_out_as_lines_for_the_file_of_events(place: Place, tmp_path: Path):
    add(place)
    add(place, id="other", title="Ünïcode")
    (tmp_path / "events.jsonl").write_text(revisions.as_jsonl(place), encoding="utf-8")
    assert list(load(tmp_path)["events"]["title"]) == ["Course for border guards", "Ünïcode"]


# Who may save


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.5", "localhost", "LOCALHOST", "::1", "[::1]"])
def test_an_app_that_answers_to_its_own_machine_alone_saves(address: str):
    assert refusal({}, bound_to=address) == ""
    assert is_loopback(address)


@pytest.mark.parametrize(
    "address",
    [None, "", "0.0.0.0", "::", "10.0.0.7", "atlas.example.org", "localhost.example.org"],  # noqa: S104 - refused
)
def test_an_app_that_others_can_reach_does_not_save_and_says_what_would(address: str | None):
    said = refusal({}, bound_to=address)
    assert "HOST=127.0.0.1" in said
    assert (address or "every address") in said


@pytest.mark.parametrize("opened_as", ["atlas.example.org", "10.0.0.7"])
def test_a_page_that_comes_through_another_machine_does_not_save(opened_as: str):
    assert opened_as in refusal({}, bound_to="127.0.0.1", opened_as=opened_as)
    assert refusal({}, bound_to="127.0.0.1", opened_as="localhost") == ""


@pytest.mark.parametrize("value", ["1", "true", "yes", "anything"])
def test_reading_only_wins_over_loopback(value: str):
    assert "ATLAS_READ_ONLY" in refusal({"ATLAS_READ_ONLY": value}, bound_to="127.0.0.1")


@pytest.mark.parametrize("value", ["", "0", "false", "No"])
def test_reading_only_can_be_said_to_be_off(value: str):
    assert refusal({"ATLAS_READ_ONLY": value}, bound_to="127.0.0.1") == ""


def test_the_store_itself_refuses_where_saving_is_off(place: Place):
    closed = Place(place.url, refusal="Saving is off.")
    with pytest.raises(RefusedError, match="Saving is off"):
        add(closed)
    made = add(place)
    with pytest.raises(RefusedError):
        revisions.undo(closed, made.batch, author="Sam Sample")
    with pytest.raises(RefusedError):
        revisions.restore(closed, made, author="Sam Sample", seen=1)
    assert titled(closed) == ["Course for border guards"]


def test_a_database_can_be_named_and_the_own_one_is_in_var():
    assert (
        of_app({"ATLAS_DATABASE_URL": "postgresql://db/atlas"}, bound_to="::1").url == "postgresql://db/atlas"
    )
    assert of_app({}, bound_to="::1").url.endswith("/var/atlas.db")


def test_a_database_that_is_none_is_told_with_its_name_and_the_next_step(tmp_path: Path):
    (tmp_path / "atlas.db").write_bytes(b"no database" * 200)
    with pytest.raises(StoreError, match=r"atlas\.db: the added records cannot be read"):
        revisions.stamp(Place(f"sqlite:///{tmp_path / 'atlas.db'}", refusal=""))


# Killed in the middle


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill -9")
def test_a_save_that_is_killed_is_kept_whole_or_not_at_all(tmp_path: Path):
    database = tmp_path / "atlas.db"
    script = str(ROOT / "tests" / "store_killed.py")
    ran = subprocess.run(
        [sys.executable, script, f"sqlite:///{database}", "200"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    told = [tuple(map(int, line.split())) for line in ran.stdout.splitlines()]
    assert len(told) == 200
    connection = sqlite3.connect(database)
    batches = Counter(batch for (batch,) in connection.execute("SELECT batch FROM revisions"))
    kept = {int(key.partition("-")[0]) for (key,) in connection.execute("SELECT key FROM revisions")}
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    assert sorted(set(batches.values())) == [1, 3]
    assert {number for first, last in told for number in range(first, last + 1)} <= kept


# Behind the tables of the files


def folder_of(tmp_path: Path, lines: list[str]) -> Path:
    (tmp_path / "events.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return tmp_path


def rows(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    left = frame.drop(
        columns=[name for name in ("source_file", "source_row", "source", "row") if name in frame]
    )
    return sorted(tuple(map(str, row)) for row in left.astype(object).itertuples(index=False, name=None))


def test_added_records_make_the_same_tables_as_those_of_the_file(tmp_path: Path):
    whole = load(ROOT / "data")
    base = load(folder_of(tmp_path, LINES[:300]))
    made = appended.with_added(base, Added(tuple(RECORDS[290:])), WORDS)
    for name, frame in whole.frames.items():
        assert rows(made[name]) == rows(frame), name
    assert set(made["events"]["source_file"]) == {"events.jsonl", appended.SOURCE}
    assert made.data_version != base.data_version


def test_nothing_added_leaves_the_tables_as_they_are(tmp_path: Path):
    base = load(folder_of(tmp_path, LINES[:3]))
    assert appended.with_added(base, Added(), WORDS) is base


def test_the_data_version_is_the_same_again_after_an_undo(place: Place, tmp_path: Path):
    base = load(folder_of(tmp_path, LINES[:3]))
    add(place)
    before = appended.with_added(base, revisions.added(place), WORDS).data_version
    made = change(place, 1, "Another title")
    assert appended.with_added(base, revisions.added(place), WORDS).data_version != before
    revisions.undo(place, made.batch, author="Sam Sample")
    assert appended.with_added(base, revisions.added(place), WORDS).data_version == before


def test_an_added_record_takes_the_place_of_the_files_own(tmp_path: Path):
    base = load(folder_of(tmp_path, LINES[:3]))
    mended = {**RECORDS[1], "title": "Mended title", "countries": []}
    made = appended.with_added(base, Added((mended,)), WORDS)
    assert list(made["events"]["event_id"]) == [RECORDS[0]["id"], RECORDS[2]["id"], RECORDS[1]["id"]]
    assert made["events"]["title"].iloc[2] == "Mended title"
    named = made["event_countries"]
    assert not (named["event_id"] == RECORDS[1]["id"]).any()
    first = named[named["event_id"] == RECORDS[0]["id"]]
    assert list(first["iso3"]) == [row["iso3"] for row in RECORDS[0]["countries"]]


def test_what_was_wrong_with_a_record_in_the_file_is_a_note_once_it_is_corrected(tmp_path: Path):
    wrong = {**record(), "id": "a", "participants": {"total": 9, "women": 3, "men": 3}}
    other = {**wrong, "id": "b"}
    base = load(folder_of(tmp_path, [json.dumps(each) for each in (wrong, other)]))
    mended = {**wrong, "participants": {"total": 9, "women": 3, "men": 6}}
    told = appended.with_added(base, Added((mended,)), WORDS)["problems"]
    about = told[told["field"] == "participants"]
    assert list(zip(about["event_id"], about["severity"], strict=True)) == [("b", "warning"), ("a", "note")]
    assert [advice.endswith("corrected in the Atlas)") for advice in about["advice"]] == [False, True]
    assert set(base["problems"]["severity"]) == {"warning"}


def test_the_tables_stay_read_only(tmp_path: Path):
    base = load(folder_of(tmp_path, LINES[:3]))
    made = appended.with_added(base, Added((record(),)), WORDS)
    with pytest.raises(ValueError, match=r"read-only|Cannot modify"):
        made["events"].loc[0, "title"] = "Another"


TULIP = {
    "organisation_id": "tulip-circle",
    "name": "Tulip Circle",
    "short_name": "TC",
    "kind": "civil society",
    "iso3": "KAZ",
    "parent_id": "",
    "names": ["The Tulip Circle Foundation"],
}


def organised_by(*names: str, id_: str = "2026-tashkent-test") -> dict[str, Any]:
    return record(
        id=id_, organisations=[{"name": name, "as_written": None, "role": "organiser"} for name in names]
    )


def test_a_body_that_was_a_name_alone_gets_its_id_also_in_the_records_of_the_files(tmp_path: Path):
    base = load(folder_of(tmp_path, [json.dumps(organised_by("Tulip Circle", "Unheard Of"))]))
    assert set(base["event_organisations"]["organisation_id"]) == {"new-tulip-circle", "new-unheard-of"}
    made = appended.with_added(base, Added(bodies=(TULIP,)), WORDS)
    assert list(made["event_organisations"]["organisation_id"]) == ["tulip-circle", "new-unheard-of"]
    bodies = made["organisations"].set_index("organisation_id")
    assert bodies.loc["tulip-circle", "kind"] == "civil society"
    assert "new-tulip-circle" not in bodies.index
    told = made["problems"][made["problems"]["field"] == "organisations[].name"]
    assert list(told["value"]) == ["Unheard Of"]


def test_another_name_of_an_added_body_is_the_same_body(tmp_path: Path):
    base = load(folder_of(tmp_path, LINES[:1]))
    added = Added((organised_by("Tulip Circle", "the tulip circle  foundation"),), (TULIP,))
    made = appended.with_added(base, added, WORDS)
    own = made["event_organisations"][made["event_organisations"]["event_id"] == "2026-tashkent-test"]
    assert list(own["organisation_id"]) == ["tulip-circle", "tulip-circle"]


def test_a_name_unknown_to_all_is_one_body_in_the_file_and_in_what_was_added(tmp_path: Path):
    base = load(folder_of(tmp_path, [json.dumps(organised_by("Unheard Of"))]))
    made = appended.with_added(base, Added((organised_by("unheard  of", id_="2026-second"),)), WORDS)
    assert set(made["event_organisations"]["organisation_id"]) == {"new-unheard-of"}
    assert (made["organisations"]["organisation_id"] == "new-unheard-of").sum() == 1


def test_a_body_of_the_vocabulary_goes_before_an_added_one_of_the_same_name(tmp_path: Path):
    base = load(folder_of(tmp_path, LINES[:1]))
    same = {**TULIP, "name": "United Nations Office on Drugs and Crime"}
    made = appended.with_added(base, Added(bodies=(same,)), WORDS)
    assert "tulip-circle" not in set(made["organisations"]["organisation_id"])


def test_what_cannot_be_used_in_an_added_record_is_a_problem_like_any_other(tmp_path: Path):
    base = load(folder_of(tmp_path, LINES[:1]))
    made = appended.with_added(base, Added((record(format="feast"),)), WORDS)
    told = made["problems"][made["problems"]["source"] == appended.SOURCE]
    assert list(told["field"]) == ["format"]


# An event as a record again


@pytest.mark.parametrize("number", [0, 7, 100, 300, 566])
def test_an_event_of_the_tables_is_its_record_again(number: int):
    made = record_of(load(ROOT / "data"), RECORDS[number]["id"])
    assert made is not None
    wanted = RECORDS[number]
    assert {name: made[name] for name in wanted if name != "sources"} == {
        name: value for name, value in wanted.items() if name != "sources"
    }
    for one, other in zip(made["sources"], wanted["sources"], strict=True):
        assert {name: one[name] for name in other} == other


def test_an_event_that_is_not_there_has_no_record(tmp_path: Path):
    assert record_of(load(folder_of(tmp_path, LINES[:1])), "nobody") is None


# The same event, there already


def found(tmp_path: Path, **fields: Any) -> list[str]:
    tables = load(folder_of(tmp_path, [json.dumps(record(id="there"))]))
    alone, (among,) = alike(record(**fields), tables), all_alike([record(**fields)], tables)
    assert alone == among
    return [one.event_id for one in alone]


def test_the_records_of_a_list_are_like_the_events_each_is_like_alone():
    tables = load(ROOT / "data")
    ids = tables["events"]["event_id"].tolist()
    whole = [{**(record_of(tables, event_id) or {}), "id": None} for event_id in ids[::7]]
    vague = [{**each, "start_date": str(each["start_date"])[:7], "sources": []} for each in whole]
    bare = [{**each, "start_date": None, "title": None, "sources": []} for each in whole]
    records = [*whole, *vague, *bare]
    found = list(all_alike(records, tables))
    assert found == [alike(each, tables) for each in records]
    assert all(found[: len(whole)])


def test_the_same_city_within_two_days_may_be_the_same_event(tmp_path: Path):
    other = [{"url": "https://example.org/two"}]
    for day in ("2026-02-28", "2026-03-02", "2026-03-04"):
        assert found(tmp_path, start_date=day, sources=other, title="Something else") == ["there"]


def test_another_city_country_or_week_is_another_event(tmp_path: Path):
    other = [{"url": "https://example.org/two"}]
    assert found(tmp_path, city="Samarkand", sources=other) == []
    assert found(tmp_path, city=None, host_country="KAZ", sources=other) == []
    assert found(tmp_path, start_date="2026-03-05", sources=other) == []
    assert found(tmp_path, start_date="2026-03", sources=other) == []


def test_without_a_city_only_a_similar_title_says_that_it_may_be_the_same(tmp_path: Path):
    other = [{"url": "https://example.org/two"}]
    assert found(tmp_path, city=None, sources=other) == ["there"]
    assert found(tmp_path, city=None, sources=other, title="Quite another subject") == []


def test_the_same_page_may_be_the_same_event_whatever_else_it_says(tmp_path: Path):
    assert found(tmp_path, start_date=None, city="Samarkand") == ["there"]


def test_an_event_is_not_like_itself(tmp_path: Path):
    assert found(tmp_path, id="there") == []


# Faults of a record


def test_a_record_without_faults_has_none():
    assert faults(record()) == []
    assert doubts(record()) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": None}, "Title: give the event a title."),
        ({"start_date": "2 March"}, "First day: '2 March' is no date"),
        ({"end_date": "2026-03-01"}, "lies before the first day"),
        ({"participants": {"total": "many"}}, "Total: 'many' is no whole number."),
        ({"series": {"name": "Days", "number": "third"}}, "Edition: 'third' is no whole number."),
        ({"sources": [{"url": "javascript:alert(1)"}]}, "is no address of a page"),
        ({"sources": [{"published": "yesterday"}]}, "Published on: 'yesterday' is no date"),
        ({"start_date": "1899-12-31"}, "First day: '1899-12-31' lies outside the years 1900 to 2100"),
        ({"sources": [{"published": "9999-01-01"}]}, "Published on: '9999-01-01' lies outside the years"),
    ],
)
def test_a_fault_says_its_field_and_what_to_write(fields: dict[str, Any], said: str):
    assert [fault for fault in faults(record(**fields)) if said in fault]


def test_what_is_odd_is_told_and_hinders_nothing():
    odd = record(
        topics=["prevention and awareness"], participants={"total": 9, "women": 5, "men": 5}, sources=[]
    )
    assert [said.partition(":")[0] for said in doubts(odd)] == ["Topics", "People", "Source"]
    assert faults(odd) == []
    more = record(participants={"total": 9, "women": 10})
    assert doubts(more)[0] == "People: women are 10, more than the total of 9."


def test_an_id_that_is_taken_gets_a_number_and_a_missing_one_is_made():
    assert free_id({"id": "one"}, {"one", "one-2"}) == "one-3"
    made = free_id({"start_date": "2026-03-02", "city": "Tashkent", "title": "Course for border guards"}, ())
    assert made == "2026-tashkent-course-for-border-guards"
    assert free_id({"title": "Только кириллица"}, ()) == "undated"


@pytest.mark.parametrize("start", ["2019-11", None])
def test_an_event_without_a_day_is_like_one_with_its_title_city_and_month(tmp_path: Path, start: str | None):
    vague = {**record(), "start_date": start, "end_date": None, "sources": []}
    base = load(folder_of(tmp_path, [json.dumps(vague)]))
    assert [one.event_id for one in alike({**vague, "id": None}, base)] == [vague["id"]]
    assert alike({**vague, "id": None, "title": "Another title"}, base) == []
    assert alike({**vague, "id": None, "start_date": "2018"}, base) == []
