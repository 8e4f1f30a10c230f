"""The tidy tables as they are loaded: the real records counted by hand, types, keys, versions and the cache."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from loaders import cache, files, load, tables, vocabulary
from loaders.tables import Tables
from schema import DTYPES, TABLES

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"


@pytest.fixture(scope="module")
def atlas() -> Tables:
    """The real data, read from their sources."""
    return load(DATA)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with two records and a vocabulary of its own."""
    made = tmp_path / "data"
    shutil.copytree(DATA / "vocabulary", made / "vocabulary")
    (made / "events.jsonl").write_text('{"id": "a"}\n{"id": "b", "city": "Oz"}\n', encoding="utf-8")
    return made


def those(atlas: Tables, table: str, event_id: str) -> pd.DataFrame:
    """Return the rows of one event."""
    frame = atlas[table]
    return frame[frame["event_id"].astype(str) == event_id]


def countries(atlas: Tables, event_id: str, role: str) -> str:
    """Return the countries of one event in one role, in order of their codes."""
    rows = those(atlas, "event_countries", event_id)
    return " ".join(sorted(rows[rows["role"] == role]["iso3"].astype(str)))


def bodies(atlas: Tables, event_id: str, role: str) -> list[str]:
    rows = those(atlas, "event_organisations", event_id)
    return sorted(rows[rows["role"] == role]["organisation_id"].astype(str))


def event(atlas: Tables, event_id: str) -> pd.Series:
    rows = those(atlas, "events", event_id)
    assert len(rows) == 1
    return rows.iloc[0]


# The real records


def test_every_record_is_an_event(atlas: Tables):
    assert len(atlas["events"]) == 567
    assert atlas["events"]["source_row"].tolist() == list(range(1, 568))


def test_the_one_problem_is_the_sum_that_does_not_add_up(atlas: Tables):
    problems = atlas["problems"]
    assert problems[["sheet", "column"]].isna().all(axis=None)
    assert problems.drop(columns=["sheet", "column"]).to_dict("records") == [
        {
            "source": "events.jsonl",
            "row": 199,
            "field": "participants",
            "value": "total 23, women 3, men 19",
            "advice": "women and men make 22, not 23; check the source",
            "severity": "warning",
            "event_id": "2016-adana-dgmm-anti-trafficking-training",
        }
    ]


def test_every_organisation_is_in_the_vocabulary(atlas: Tables):
    assert len(atlas["organisations"]) == 1718
    assert not atlas["organisations"]["kind"].isna().any()
    assert atlas["event_organisations"]["name"].nunique() == 795


def test_five_events_have_no_year(atlas: Tables):
    events = atlas["events"]
    undated = events[events["date_precision"] == "day without year"]
    assert undated["start_date"].tolist() == [
        "XXXX-10-26",
        "XXXX-02-20",
        "XXXX-04-05",
        "XXXX-02-26",
        "XXXX-04-28",
    ]
    assert not events["start_date"].isna().any()


def test_435_first_sources_were_read_in_part(atlas: Tables):
    first = atlas["event_sources"].drop_duplicates("event_id")
    assert len(first) == 567
    assert first["partial"].sum() == 435


def test_22_events_have_no_host_and_17_of_them_were_online(atlas: Tables):
    events = atlas["events"]
    without = events[events["host_country"].isna()]
    assert len(without) == 22
    assert (without["mode"] == "online").sum() == 17


# The five announcements, facts taken from them by hand

DUSHANBE = "nodate-dushanbe-unodc-osce-bmsc-tip-workshop"
CONSULAR = "2024-dushanbe-consular-tip-workshop"
TASHKENT = "2017-tashkent-second-regional-workshop-tip-investigation"
ALMATY = "2011-almaty-osce-fourth-annual-workshop"
LISBON = "2023-lisbon-unodc-study-visit"


@pytest.mark.parametrize(
    ("event_id", "start", "end", "city", "host"),
    [
        (DUSHANBE, "XXXX-10-26", "XXXX-10-27", "Dushanbe", "TJK"),
        (CONSULAR, "2024-09-24", "2024-09-25", "Dushanbe", "TJK"),
        (TASHKENT, "2017-10-10", "2017-10-12", "Tashkent", "UZB"),
        (ALMATY, "2011-11-09", "2011-11-10", "Almaty", "KAZ"),
        (LISBON, "2023-12-04", "2023-12-08", "Lisbon", "PRT"),
    ],
)
def test_an_announced_event_was_held_then_and_there(atlas, event_id, start, end, city, host):
    fields = ["start_date", "end_date", "city", "host_country"]
    assert event(atlas, event_id)[fields].tolist() == [start, end, city, host]
    assert countries(atlas, event_id, "host") == host


@pytest.mark.parametrize(
    ("event_id", "took_part"),
    [
        (DUSHANBE, "IRN KAZ KGZ PAK TJK"),
        (CONSULAR, ""),
        (TASHKENT, "IRN KAZ KGZ PAK TJK UZB"),
        (ALMATY, "ARE AZE GBR KAZ KGZ RUS THA TJK TKM TUR USA UZB"),
        (LISBON, "TKM UZB"),
    ],
)
def test_exactly_the_announced_countries_took_part(atlas: Tables, event_id: str, took_part: str):
    assert countries(atlas, event_id, "participant") == took_part


@pytest.mark.parametrize(
    ("event_id", "people"),
    [
        (DUSHANBE, [30, None, None, False]),
        (CONSULAR, [22, 5, 17, False]),
        (TASHKENT, [None, None, None, False]),
        (ALMATY, [70, None, None, True]),
        (LISBON, [7, None, None, False]),
    ],
)
def test_people_are_those_announced(atlas: Tables, event_id: str, people: list[int | None]):
    row = event(atlas, event_id)[["participants_total", "women", "men", "participants_approximate"]]
    assert [None if pd.isna(value) else value for value in row] == people


@pytest.mark.parametrize(
    ("event_id", "paid", "countries_that_paid"),
    [
        (DUSHANBE, ["Government of Finland", "European Union"], "FIN"),
        (CONSULAR, ["European Union"], ""),
        (TASHKENT, [], ""),
        (ALMATY, [], ""),
        (
            LISBON,
            [
                "United States Department of State, Bureau of International Narcotics and Law Enforcement Affairs"
            ],
            "USA",
        ),
    ],
)
def test_money_came_from_those_announced(
    atlas: Tables, event_id: str, paid: list[str], countries_that_paid: str
):
    rows = those(atlas, "event_organisations", event_id)
    assert set(rows[rows["role"] == "funder"]["name"].astype(str)) == set(paid)
    assert countries(atlas, event_id, "funder") == countries_that_paid


def test_experts_came_from_italy_to_tashkent_and_from_portugal_to_lisbon(atlas: Tables):
    assert countries(atlas, TASHKENT, "expert") == "ITA"
    assert countries(atlas, LISBON, "expert") == "PRT"
    assert countries(atlas, ALMATY, "expert") == ""


def test_the_consular_workshop_belongs_to_glo_act_and_protect(atlas: Tables):
    rows = those(atlas, "event_programmes", CONSULAR)
    assert rows["as_written"].tolist() == ["GLO.ACT", "PROTECT"]


def test_inl_is_below_the_department_of_state(atlas: Tables):
    funder = bodies(atlas, LISBON, "funder")
    organisations = atlas["organisations"]
    parents = dict(zip(organisations["organisation_id"], organisations["parent_id"], strict=True))
    names = dict(zip(organisations["organisation_id"], organisations["name"], strict=True))
    assert [names[parents[body]] for body in funder] == ["United States Department of State"]


def test_almaty_is_the_fourth_of_a_series(atlas: Tables):
    events = atlas["events"]
    series = events[events["series_id"] == "annual-workshop-source-transit-destination"]
    editions = series.sort_values("series_number")[["series_number", "city", "start_date"]]
    assert editions.values.tolist() == [  # noqa: PD011 - rows as lists
        [1, "Tashkent", "2008-05"],
        [2, "Ashgabat", "2009-11"],
        [3, "Abu Dhabi", "2010-10"],
        [4, "Almaty", "2011-11-09"],
    ]


# Types, keys, cells


@pytest.mark.parametrize("table", TABLES)
def test_columns_and_types_are_those_of_the_schema(atlas: Tables, table: str):
    frame = atlas[table]
    assert list(frame) == [column.name for column in TABLES[table]]
    assert [str(dtype) for dtype in frame.dtypes] == [DTYPES[column.kind] for column in TABLES[table]]


@pytest.mark.parametrize("table", TABLES)
def test_only_columns_that_may_be_empty_are(atlas: Tables, table: str):
    frame = atlas[table]
    never = [column.name for column in TABLES[table] if not column.empty]
    assert [name for name in never if frame[name].isna().any()] == []


@pytest.mark.parametrize("table", TABLES)
def test_only_allowed_values_stand_in_a_column(atlas: Tables, table: str):
    allowed = {column.name: set(column.values) for column in TABLES[table] if column.values}  # noqa: PD011
    found = {name: set(atlas[table][name].dropna().astype(str)) for name in allowed}
    assert {name: found[name] - allowed[name] for name in allowed} == {name: set() for name in allowed}


@pytest.mark.parametrize("table", TABLES)
def test_no_list_lives_in_a_cell(atlas: Tables, table: str):
    cells = atlas[table].astype(object).to_numpy().ravel()
    scalars = (str, int, float, bool, np.bool_, type(None), type(pd.NA))
    assert [cell for cell in cells if not isinstance(cell, scalars)] == []


KEYS = {
    "events": ["event_id"],
    "event_topics": ["event_id", "topic_id"],
    "event_audiences": ["event_id", "audience_id"],
    "event_outcomes": ["event_id", "outcome"],
    "series": ["series_id"],
    "countries": ["iso3"],
    "country_groups": ["group_id", "iso3"],
    "groups": ["group_id"],
    "organisations": ["organisation_id"],
    "topics": ["topic_id"],
    "audiences": ["audience_id"],
    "formats": ["format_id"],
    "programmes": ["programme_id"],
    "cities": ["name", "country"],
}


@pytest.mark.parametrize(("table", "key"), KEYS.items(), ids=KEYS)
def test_a_key_stands_once(atlas: Tables, table: str, key: list[str]):
    assert atlas[table].duplicated(key).sum() == 0


REFERENCES = [
    *((table, "event_id", "events", "event_id") for table in TABLES if table.startswith("event_")),
    ("events", "host_country", "countries", "iso3"),
    ("events", "series_id", "series", "series_id"),
    ("events", "format", "formats", "name"),
    ("event_countries", "iso3", "countries", "iso3"),
    ("event_organisations", "organisation_id", "organisations", "organisation_id"),
    ("event_topics", "topic_id", "topics", "topic_id"),
    ("event_audiences", "audience_id", "audiences", "audience_id"),
    ("event_programmes", "programme_id", "programmes", "programme_id"),
    ("country_groups", "iso3", "countries", "iso3"),
    ("country_groups", "group_id", "groups", "group_id"),
    ("organisations", "country", "countries", "iso3"),
    ("organisations", "parent_id", "organisations", "organisation_id"),
    ("cities", "country", "countries", "iso3"),
]


@pytest.mark.parametrize(("table", "column", "to", "key"), REFERENCES)
def test_a_reference_names_a_row_that_exists(atlas: Tables, table: str, column: str, to: str, key: str):
    named = set(atlas[table][column].dropna().astype(str))
    assert named - set(atlas[to][key].astype(str)) == set()
    assert named or table == "event_differences"  # no two records of the real data were joined yet


def test_every_place_of_an_event_has_a_point(atlas: Tables):
    events = atlas["events"].dropna(subset=["city"])
    held = set(zip(events["city"].astype(str), events["host_country"].astype(str), strict=True))
    cities = atlas["cities"]
    assert held - set(zip(cities["name"], cities["country"].astype(str), strict=True)) == set()


@pytest.mark.parametrize(
    "table", [table for table in TABLES if table not in ("problems", "event_differences")]
)
def test_no_cell_can_be_written(atlas: Tables, table: str):
    frame = atlas[table]
    for place, name in enumerate(frame):
        before = frame[name].copy()
        with pytest.raises(ValueError, match="read-only"):
            frame.iloc[0, place] = frame[name].iloc[-1]
        pd.testing.assert_series_equal(frame[name], before)


def test_a_copy_of_a_table_can_be_written(atlas: Tables):
    copy = atlas["countries"].copy()
    copy.loc[0, "name"] = "Elsewhere"
    copy.loc[0, "latitude"] = 1.0
    assert copy["name"].iloc[0] == "Elsewhere"
    assert copy["latitude"].iloc[0] == 1.0
    assert atlas["countries"]["name"].iloc[0] == "Aruba"


def test_what_belongs_to_events_shares_their_ids(atlas: Tables):
    ids = atlas["events"]["event_id"].tolist()
    for table in TABLES:
        if table.startswith("event_"):
            assert atlas[table]["event_id"].cat.categories.tolist() == ids


# A folder without records, and any record


def test_a_folder_without_records_gives_empty_tables_of_the_right_types(folder: Path):
    (folder / "events.jsonl").write_bytes(b"")
    empty = load(folder)
    assert len(empty["events"]) == 0
    assert len(empty["event_countries"]) == 0
    assert len(empty["countries"]) == 250
    for table, columns in TABLES.items():
        assert [str(dtype) for dtype in empty[table].dtypes] == [DTYPES[column.kind] for column in columns]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.binary(max_size=20),
            st.text(max_size=10).map(lambda text: f'{{"id": "a", "title": "{text}"}}'.encode()),
            st.sampled_from([b'{"id": "b", "countries": [{"name": "Oz"}]}', b'{"topics": [1]}', b"{}"]),
        ),
        max_size=5,
    )
)
def test_whatever_the_lines_hold_there_are_tables(tmp_path_factory, monkeypatch, content):
    words = vocabulary.read(DATA / "vocabulary")
    with monkeypatch.context() as patched:
        patched.setattr(vocabulary, "read", lambda _: words)
        folder = tmp_path_factory.mktemp("any")
        (folder / "events.jsonl").write_bytes(b"\n".join(content))
        loaded = load(folder)
    written = [
        line for line in b"\n".join(content).removeprefix(b"\xef\xbb\xbf").split(b"\n") if line.strip()
    ]
    rows = [*loaded["events"]["source_row"], *loaded["problems"]["row"].dropna()]
    assert len(set(rows)) == len(written)


def test_a_folder_without_its_own_vocabulary_uses_that_of_the_atlas(tmp_path: Path):
    (tmp_path / "events.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    assert len(load(tmp_path)["organisations"]) == 1718


def test_a_missing_file_is_named_with_the_next_step(tmp_path: Path):
    with pytest.raises(
        FileNotFoundError, match=r"events\.jsonl: no such file; ATLAS_DATA must name a folder"
    ):
        load(tmp_path)


# The version


def test_reading_twice_gives_the_same_version(atlas: Tables):
    assert load(DATA).data_version == atlas.data_version
    assert len(atlas.data_version) == 8


@pytest.mark.parametrize(
    "file", ["events.jsonl", "vocabulary/topics.csv", "vocabulary/organisation_names.csv"]
)
def test_another_byte_is_another_version(folder: Path, file: str):
    before = load(folder).data_version
    content = (folder / file).read_bytes()
    (folder / file).write_bytes(content + b"\n")
    assert load(folder).data_version != before
    (folder / file).write_bytes(content)
    assert load(folder).data_version == before


def test_a_file_that_was_written_changes_the_fingerprint(folder: Path):
    before = files.fingerprint(folder)
    assert files.fingerprint(folder) == before
    os.utime(folder / "vocabulary" / "series.csv", ns=(1, 1))
    assert files.fingerprint(folder) != before


# The cache


def assert_same(one: Tables, other: Tables) -> None:
    """Compare two sets of tables frame by frame: values, types and categories with their order."""
    assert one.data_version == other.data_version
    assert one.frames.keys() == other.frames.keys()
    for table, frame in one.frames.items():
        assert_frame_equal(frame, other[table], check_categorical=True, check_exact=True)


def test_tables_from_the_cache_are_those_from_the_sources(atlas: Tables, tmp_path: Path):
    assert_same(load(DATA, cache_folder=tmp_path), atlas)
    assert [path.suffix for path in next(tmp_path.iterdir()).iterdir()] == [".parquet"] * len(TABLES)
    assert_same(load(DATA, cache_folder=tmp_path), atlas)


def test_a_second_start_does_not_read_the_sources(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    first = load(folder, cache_folder=tmp_path / "cache")
    monkeypatch.delattr(tables, "_read")
    assert_same(load(folder, cache_folder=tmp_path / "cache"), first)


def test_tables_from_the_cache_cannot_be_written_either(folder: Path, tmp_path: Path):
    load(folder, cache_folder=tmp_path / "cache")
    kept = load(folder, cache_folder=tmp_path / "cache")
    for place, name in enumerate(kept["countries"]):
        with pytest.raises(ValueError, match="read-only"):
            kept["countries"].iloc[0, place] = kept["countries"][name].iloc[-1]


def test_a_change_of_the_data_is_not_answered_from_the_cache(folder: Path, tmp_path: Path):
    assert len(load(folder, cache_folder=tmp_path / "cache")["events"]) == 2
    (folder / "events.jsonl").write_text('{"id": "c"}\n', encoding="utf-8")
    assert load(folder, cache_folder=tmp_path / "cache")["events"]["event_id"].tolist() == ["c"]


def test_tables_kept_by_other_code_are_not_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    load(folder, cache_folder=tmp_path / "cache")
    monkeypatch.setattr(files, "code_hash", lambda: "f" * 64)
    assert cache.read(tmp_path / "cache", files.content_hash(files.find(folder))) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b"no parquet"),
        lambda file: file.write_bytes(file.read_bytes()[:-20]),
        lambda file: file.unlink(),
        lambda file: pd.DataFrame({"x": [1]}).to_parquet(file),
    ],
    ids=["other content", "cut off", "one file missing", "other columns"],
)
@pytest.mark.parametrize("table", ["events", "event_countries", "countries"])
def test_a_damaged_cache_is_passed_over_told_and_mended(folder, tmp_path, caplog, damage, table):
    first = load(folder, cache_folder=tmp_path / "cache")
    damage(next((tmp_path / "cache").iterdir()) / f"{table}.parquet")
    with caplog.at_level(logging.WARNING):
        assert_same(load(folder, cache_folder=tmp_path / "cache"), first)
    assert "read from their sources" in caplog.text
    caplog.clear()
    assert_same(load(folder, cache_folder=tmp_path / "cache"), first)
    assert caplog.text == ""


def test_the_cache_may_be_deleted_at_any_time(folder: Path, tmp_path: Path):
    first = load(folder, cache_folder=tmp_path / "cache")
    shutil.rmtree(tmp_path / "cache")
    assert_same(load(folder, cache_folder=tmp_path / "cache"), first)


def test_a_cache_that_cannot_be_written_is_told_and_does_without(folder, tmp_path, caplog):
    (tmp_path / "cache").write_text("a file stands where the folder should", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert len(load(folder, cache_folder=tmp_path / "cache")["events"]) == 2
    assert "cannot be written" in caplog.text


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_cache_folder_does_no_harm(folder: Path, tmp_path: Path):
    (tmp_path / "cache").mkdir(mode=0o500)
    assert len(load(folder, cache_folder=tmp_path / "cache")["events"]) == 2


def test_a_write_that_fails_half_way_leaves_nothing_behind(folder, tmp_path, monkeypatch, caplog):
    def full(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", full)
    with caplog.at_level(logging.WARNING):
        assert len(load(folder, cache_folder=tmp_path / "cache")["events"]) == 2
    assert "no space left" in caplog.text
    assert list((tmp_path / "cache").iterdir()) == []


def test_only_the_newest_versions_are_kept_and_one_being_written_is_left_alone(folder: Path, tmp_path: Path):
    kept = tmp_path / "cache"
    (kept / "unfinished-by-another").mkdir(parents=True)
    (kept / "packed").mkdir()
    for number in range(cache.KEPT + 2):
        (folder / "events.jsonl").write_text(f'{{"id": "{number}"}}\n', encoding="utf-8")
        load(folder, cache_folder=kept)
    names = [path.name for path in kept.iterdir()]
    assert {"unfinished-by-another", "packed"} <= set(names)
    assert len(names) == cache.KEPT + 2
    assert cache.read(kept, files.content_hash(files.find(folder))) is not None
