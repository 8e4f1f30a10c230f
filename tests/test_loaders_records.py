"""Records as they come: what is wrong with one is told with its place, and the rest of it survives."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import lines, vocabulary
from loaders.columns import Codes
from loaders.fields import PARTS, RECORD
from loaders.problems import Problem
from loaders.records import RECORD_TABLES, Tidy
from schema import COUNTRY_ROLES, FORMATS, MODES, ORGANISATION_ROLES, SEVERITIES

ROOT = Path(__file__).resolve().parent.parent
FILE = "events.jsonl"
WHOLE: dict[str, Any] = {
    "id": "2030-dushanbe-course",
    "title": "A course for inspectors",
    "summary": "Inspectors practised interviews.",
    "format": "training",
    "mode": "in person",
    "start_date": "2030-05-06",
    "end_date": "2030-05-08",
    "date_note": "end counted from three days",
    "city": "Dushanbe",
    "host_country": "TJK",
    "countries": [
        {"name": "Tajikistan", "role": "host", "iso3": "TJK"},
        {"name": "Kazakh", "role": "participant", "iso3": "KAZ"},
    ],
    "organisations": [
        {"name": "United Nations Office on Drugs and Crime", "as_written": "UNODC", "role": "organiser"}
    ],
    "programmes": ["PROTECT"],
    "topics": ["trafficking in persons", "labour exploitation"],
    "audiences": ["labour inspectors"],
    "participants": {"total": 20, "women": 12, "men": 8, "approximate": True},
    "series": {"name": "Alliance against Trafficking in Persons conference", "number": 3},
    "outcomes": ["a list of indicators"],
    "sources": [
        {
            "url": "https://example.org/course",
            "publisher": "Example",
            "published": "2030-05-09",
            "language": "en",
            "partial": True,
            "read_at": "https://example.org/copy",
        }
    ],
}
"""A record that uses every field and has nothing wrong."""


@lru_cache(maxsize=1)
def words() -> vocabulary.Vocabulary:
    """The project's own vocabulary, read once."""
    return vocabulary.read(ROOT / "data" / "vocabulary")


def read(*content: bytes | dict[str, Any]) -> Tidy:
    """Read lines, or records as lines."""
    tidy = Tidy(words())
    tidy.read([part if isinstance(part, bytes) else encoded(part) for part in content], FILE)
    return tidy


def encoded(record: Any) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def cells(tidy: Tidy, table: str, column: str) -> list[Any]:
    """Return the cells of one column, as values."""
    found = tidy.rows[table].columns[column]
    if isinstance(found, Codes):
        names = list(found.known)
        return [names[code] for code in found.codes]
    return list(found)


def with_(**changed: Any) -> dict[str, Any]:
    return {**WHOLE, **changed}


def country(**changed: Any) -> dict[str, Any]:
    """Return the record with one more country row."""
    row = {"name": "Uzbekistan", "role": "participant", "iso3": "UZB", **changed}
    return with_(countries=[*WHOLE["countries"], row])


def body(**changed: Any) -> dict[str, Any]:
    """Return the record with one more organisation row."""
    row = {"name": "INTERPOL", "as_written": "Interpol", "role": "expert", **changed}
    return with_(organisations=[*WHOLE["organisations"], row])


def source(**changed: Any) -> dict[str, Any]:
    return with_(sources=[{**WHOLE["sources"][0], **changed}])


def told(tidy: Tidy) -> list[tuple[str, str, str]]:
    """Return field, value and severity of every problem."""
    return [(problem.field, problem.value, problem.severity) for problem in tidy.problems]


# A record without fault


def test_a_whole_record_has_no_problem_and_fills_every_table():
    tidy = read(WHOLE)
    assert tidy.problems == []
    sizes = {table: len(cells(tidy, table, "event_id")) for table in RECORD_TABLES}
    assert sizes == {
        "events": 1,
        "event_records": 1,
        "event_differences": 0,
        "event_countries": 2,
        "event_organisations": 1,
        "event_topics": 2,
        "event_audiences": 1,
        "event_programmes": 1,
        "event_outcomes": 1,
        "event_sources": 1,
    }


def test_a_whole_record_keeps_every_value():
    tidy = read(WHOLE)
    event = {name: cells(tidy, "events", name)[0] for name in tidy.rows["events"].columns}
    assert event == {
        "event_id": "2030-dushanbe-course",
        "title": "A course for inspectors",
        "summary": "Inspectors practised interviews.",
        "format": "training",
        "mode": "in person",
        "start_date": "2030-05-06",
        "end_date": "2030-05-08",
        "date_precision": "day",
        "date_note": "end counted from three days",
        "city": "Dushanbe",
        "host_country": "TJK",
        "participants_total": 20,
        "women": 12,
        "men": 8,
        "participants_approximate": True,
        "series_id": "osce-alliance-conference",
        "series_number": 3,
        "series_as_written": "Alliance against Trafficking in Persons conference",
        "source_file": FILE,
        "source_row": 1,
    }


def test_a_name_as_written_stands_beside_its_code():
    tidy = read(WHOLE)
    assert cells(tidy, "event_countries", "as_written") == ["Tajikistan", "Kazakh"]
    assert cells(tidy, "event_countries", "iso3") == ["TJK", "KAZ"]
    assert cells(tidy, "event_organisations", "as_written") == ["UNODC"]
    assert cells(tidy, "event_organisations", "organisation_id") == ["unodc"]
    assert cells(tidy, "event_programmes", "as_written") == ["PROTECT"]


def test_a_record_of_nothing_but_an_id_is_an_event_without_problems():
    tidy = read({"id": "bare"})
    assert tidy.problems == []
    assert cells(tidy, "events", "event_id") == ["bare"]
    assert cells(tidy, "events", "participants_total") == [None]
    assert cells(tidy, "events", "participants_approximate") == [False]


def test_null_in_every_field_is_an_event_without_problems():
    tidy = read({**dict.fromkeys(RECORD), "id": "nulls"})
    assert tidy.problems == []
    assert cells(tidy, "events", "event_id") == ["nulls"]


def test_a_country_without_code_gets_it_from_its_name():
    tidy = read(country(name="Republic of Uzbekistan", iso3=None))
    assert tidy.problems == []
    assert cells(tidy, "event_countries", "iso3") == ["TJK", "KAZ", "UZB"]


def test_two_names_of_one_body_stay_two_rows():
    tidy = read(body(name="UNODC", as_written="UNODC"))
    assert tidy.problems == []
    assert cells(tidy, "event_organisations", "organisation_id") == ["unodc", "unodc"]


# Problems of one value: file, line, field, value, advice; the rest survives

FAULTS: list[tuple[str, dict[str, Any], str, str, str, str]] = [
    # what is wrong, the record, field, value, words of the advice, severity
    ("unknown format", with_(format="gala"), "format", "gala", "is none of: workshop", "error"),
    ("format in capitals", with_(format="Training"), "format", "Training", "is none of", "error"),
    ("unknown mode", with_(mode="by post"), "mode", "by post", "in person, hybrid, online", "error"),
    ("title is a number", with_(title=7), "title", "7", "must be a text", "error"),
    ("title is a list", with_(title=["a"]), "title", '["a"]', "must be a text", "error"),
    ("blank title", with_(title="  "), "title", "  ", "is blank", "note"),
    ("empty city note", with_(date_note=""), "date_note", "", "is blank", "note"),
    ("30 February", with_(start_date="2030-02-30"), "start_date", "2030-02-30", "is no date", "error"),
    ("month 13", with_(start_date="2030-13"), "start_date", "2030-13", "is no date", "error"),
    ("date in words", with_(start_date="May 2030"), "start_date", "May 2030", "is no date", "error"),
    (
        "date and time",
        with_(end_date="2030-05-08T09:00"),
        "end_date",
        "2030-05-08T09:00",
        "is no date",
        "error",
    ),
    ("line end in a date", with_(end_date="2030-05-08\n"), "end_date", "2030-05-08\n", "is no date", "error"),
    ("digits of another script", with_(end_date="٢٠٣٠"), "end_date", "٢٠٣٠", "is no date", "error"),
    ("year of a slip", with_(end_date="20300"), "end_date", "20300", "is no date", "error"),
    ("end before start", with_(end_date="2030-05-05"), "end_date", "2030-05-05", "before the start", "error"),
    ("end year before start", with_(end_date="2029"), "end_date", "2029", "before the start", "error"),
    ("date is a number", with_(end_date=2030), "end_date", "2030", "must be a text", "error"),
    ("host unknown", with_(host_country="UK"), "host_country", "UK", "is no ISO 3166-1", "error"),
    ("host is a list", with_(host_country=["TJK"]), "host_country", '["TJK"]', "must be a text", "error"),
    ("city unknown", with_(city="Atlantis"), "city", "Atlantis", "is not in cities.csv", "warning"),
    ("city of elsewhere", with_(city="Vienna"), "city", "Vienna", "is in AUT in cities.csv", "warning"),
    ("unknown topic", with_(topics=["fishing"]), "topics[]", "fishing", "is not in topics.csv", "error"),
    ("topic twice", with_(topics=["organised crime"] * 2), "topics[]", "organised crime", "twice", "note"),
    ("topic is a number", with_(topics=[5]), "topics[]", "5", "must be a text", "error"),
    ("topic is null", with_(topics=[None]), "topics[]", "null", "must be a text", "error"),
    (
        "topics no list",
        with_(topics="organised crime"),
        "topics",
        "organised crime",
        "must be a list",
        "error",
    ),
    ("unknown audience", with_(audiences=["cats"]), "audiences[]", "cats", "not in audiences.csv", "error"),
    ("unknown programme", with_(programmes=["X-9"]), "programmes[]", "X-9", "programme_names.csv", "error"),
    ("outcome is blank", with_(outcomes=[" "]), "outcomes[]", " ", "must be a text", "error"),
    (
        "people no object",
        with_(participants=20),
        "participants",
        "20",
        "must be an object with total",
        "error",
    ),
    (
        "sum that does not fit",
        with_(participants={"total": 20, "women": 3, "men": 8}),
        "participants",
        "total 20, women 3, men 8",
        "women and men make 11, not 20",
        "warning",
    ),
    (
        "headcount in words",
        with_(participants={"total": "twenty"}),
        "participants.total",
        "twenty",
        "whole number",
        "error",
    ),
    ("fewer than nobody", with_(participants={"men": -1}), "participants.men", "-1", "from 0", "error"),
    ("half a person", with_(participants={"men": 1.5}), "participants.men", "1.5", "whole number", "error"),
    (
        "true as headcount",
        with_(participants={"men": True}),
        "participants.men",
        "true",
        "whole number",
        "error",
    ),
    (
        "more people than a table holds",
        with_(participants={"total": 2**31}),
        "participants.total",
        "2147483648",
        "2147483647",
        "error",
    ),
    (
        "approximate in words",
        with_(participants={"total": 20, "approximate": "yes"}),
        "participants.approximate",
        "yes",
        "true or false",
        "error",
    ),
    (
        "unknown series",
        with_(series={"name": "Salon"}),
        "series.name",
        "Salon",
        "is not in series.csv",
        "error",
    ),
    ("edition of nothing", with_(series={"number": 4}), "series.number", "4", "has no series", "error"),
    ("unknown field", with_(colour="red"), "colour", "red", "is no field of the codebook", "warning"),
    (
        "unknown field inside",
        with_(participants={"total": 20, "guests": 3}),
        "participants.guests",
        "3",
        "is no field of the codebook",
        "warning",
    ),
    (
        "countries no list",
        with_(city=None, host_country=None, countries={}),
        "countries",
        "{}",
        "must be a list",
        "error",
    ),
    (
        "country no object",
        with_(city=None, host_country=None, countries=["X"]),
        "countries[]",
        "X",
        "an object",
        "error",
    ),
    (
        "unknown country role",
        country(role="guest"),
        "countries[].role",
        '{"name": "Uzbekistan", "role": "guest", "iso3": "UZB"}',
        "'guest' is none of: host, participant, expert, funder",
        "error",
    ),
    (
        "role is a list",
        country(role=["host"]),
        "countries[].role",
        '{"name": "Uzbekistan", "role": ["host"], "iso3": "UZB"}',
        "is none of",
        "error",
    ),
    (
        "unknown country code",
        country(iso3="UZ"),
        "countries[].iso3",
        '{"name": "Uzbekistan", "role": "participant", "iso3": "UZ"}',
        "'UZ' is no ISO 3166-1",
        "error",
    ),
    (
        "unknown country name",
        country(name="Ruritania", iso3=None),
        "countries[].name",
        '{"name": "Ruritania", "role": "participant", "iso3": null}',
        "'Ruritania' is not in country_names.csv",
        "error",
    ),
    (
        "known not to be a country's name",
        country(name="Abu Dhabi", iso3=None),
        "countries[].name",
        '{"name": "Abu Dhabi", "role": "participant", "iso3": null}',
        "is known not to be a country's name",
        "error",
    ),
    (
        "name and code of two countries",
        country(name="Kazakhstan"),
        "countries[].iso3",
        '{"name": "Kazakhstan", "role": "participant", "iso3": "UZB"}',
        "'Kazakhstan' is KAZ in country_names.csv but UZB here",
        "warning",
    ),
    (
        "host is not among the countries",
        with_(countries=[]),
        "host_country",
        "TJK",
        "has no row with the role host",
        "warning",
    ),
    (
        "unknown organisation role",
        body(role="caterer"),
        "organisations[].role",
        '{"name": "INTERPOL", "as_written": "Interpol", "role": "caterer"}',
        "'caterer' is none of: organiser",
        "error",
    ),
    (
        "body without a name",
        body(name=None, as_written=None),
        "organisations[].name",
        '{"name": null, "as_written": null, "role": "expert"}',
        "is missing",
        "error",
    ),
    (
        "body not known yet",
        body(name="Society of Lamplighters"),
        "organisations[].name",
        "Society of Lamplighters",
        "is not in organisations.csv",
        "warning",
    ),
    (
        "source on a day that cannot be",
        source(published="yesterday"),
        "sources[].published",
        "yesterday",
        "is no date",
        "warning",
    ),
    (
        "link that is no page",
        source(url="javascript:alert(1)"),
        "sources[].url",
        "javascript:alert(1)",
        "https://",
        "error",
    ),
    ("partial in words", source(partial="no"), "sources[].partial", "no", "true or false", "error"),
]


@pytest.mark.parametrize(
    ("record", "field", "value", "advice", "severity"),
    [fault[1:] for fault in FAULTS],
    ids=[fault[0] for fault in FAULTS],
)
def test_a_value_that_is_wrong_is_told_with_its_place(record, field, value, advice, severity):
    tidy = read({"id": "first"}, record)
    assert [(p.source, p.row, p.field, p.value, p.severity, p.event_id) for p in tidy.problems] == [
        (FILE, 2, field, value, severity, WHOLE["id"])
    ]
    assert advice in tidy.problems[0].advice


@pytest.mark.parametrize("record", [fault[1] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_the_rest_of_a_record_with_a_fault_survives(record):
    tidy = read(record)
    assert cells(tidy, "events", "event_id") == [WHOLE["id"]]
    if record["summary"] is WHOLE["summary"]:
        assert cells(tidy, "events", "summary") == [WHOLE["summary"]]
    assert cells(tidy, "event_sources", "publisher") == ["Example"]


def test_what_cannot_be_used_is_left_out_and_what_is_doubtful_is_kept():
    tidy = read(with_(end_date="2030-05-05", participants={"total": 20, "women": 3, "men": 8}))
    assert cells(tidy, "events", "end_date") == [None]
    assert cells(tidy, "events", "start_date") == ["2030-05-06"]
    assert [cells(tidy, "events", name) for name in ("participants_total", "women", "men")] == [
        [20],
        [3],
        [8],
    ]


def test_a_series_that_is_not_known_keeps_its_name_and_number():
    tidy = read(with_(series={"name": "Salon", "number": 2}))
    assert cells(tidy, "events", "series_id") == [None]
    assert cells(tidy, "events", "series_as_written") == ["Salon"]
    assert cells(tidy, "events", "series_number") == [2]


def test_a_body_not_known_yet_counts_by_itself_and_is_told_once():
    twice = [{"name": name, "role": "expert"} for name in ("Lamp Society", "LAMP  society", "Lamp-Society")]
    tidy = read(with_(organisations=twice))
    assert cells(tidy, "event_organisations", "organisation_id") == [
        "new-lamp-society",
        "new-lamp-society",
        "new-lamp-society-again",
    ]
    assert tidy.newcomers == {"new-lamp-society": "Lamp Society", "new-lamp-society-again": "Lamp-Society"}


def test_a_newcomer_never_takes_the_id_of_a_known_body():
    tidy = read(body(name="Zealand Immigration"))
    assert "new-zealand-immigration" in words().organisations
    assert cells(tidy, "event_organisations", "organisation_id")[-1] == "new-zealand-immigration-again"


# Lines and ids


def test_blank_lines_count_as_lines_and_nothing_else():
    tidy = read(b"\n", WHOLE, b"  \r\n", {"id": "second"})
    assert tidy.problems == []
    assert cells(tidy, "events", "source_row") == [2, 4]


def test_nothing_to_read_is_no_event_and_no_problem():
    tidy = read()
    assert tidy.problems == []
    assert cells(tidy, "events", "event_id") == []


def test_a_byte_order_mark_and_windows_line_ends_are_passed_over():
    tidy = read(b"\xef\xbb\xbf" + encoded({"id": "first"}).replace(b"\n", b"\r\n"), {"id": "second"})
    assert tidy.problems == []
    assert cells(tidy, "events", "event_id") == ["first", "second"]


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        (b'{"id": "cut off', "is no JSON"),
        (b"id: yaml", "is no JSON"),
        (b'["id"]', "must be one JSON object"),
        (b"42", "must be one JSON object"),
        (b"\xff\xfe{\x00", "UTF-16"),
        (b"[" * 2000 + b"]" * 2000, "is no JSON"),
        (b'{"id": ' + b"[" * 300 + b"]" * 300 + b"}", "too deep to be kept"),
        (b'{"id": 1e9999999999999999999999}', "is no JSON"),
    ],
    ids=["cut off", "yaml", "list", "number", "other encoding", "far too deep", "too deep", "exponent"],
)
def test_a_line_that_is_no_record_is_told_whole_and_the_next_is_read(line, advice):
    tidy = read(line + b"\n", {"id": "next"})
    assert [(p.source, p.row, p.field, p.value) for p in tidy.problems] == [
        (FILE, 1, "line", line.decode(errors="replace"))
    ]
    assert advice in tidy.problems[0].advice
    assert cells(tidy, "events", "event_id") == ["next"]


def test_letters_written_as_escapes_are_no_control_signs():
    tidy = read(b'{"id": "a", "title": "caf\\u00e9 \\u000a\\u0009 \\\\u0000"}')
    assert (tidy.problems, cells(tidy, "events", "title")) == ([], ["caf\xe9 \n\t \\u0000"])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (b'{"id": "a", "title": "caf\xe9"}', "caf\ufffd"),
        (b'{"id": "a", "title": "half \\ud83d pair"}', "half \ufffd pair"),
        (b'{"id": "a", "title": "a\ttab"}', "a\ttab"),
        (b'{"id": "a", "title": "a \\u0000 nul \\u001b[31m"}', "a \ufffd nul \ufffd[31m"),
    ],
    ids=["Latin-1", "half a surrogate pair", "bare tab", "control signs"],
)
def test_a_slip_in_a_text_is_told_and_does_not_cost_the_event(line, title):
    tidy = read(line)
    assert [(p.row, p.field, p.value, p.event_id) for p in tidy.problems] == [
        (1, "line", line.decode(errors="replace"), "a")
    ]
    assert cells(tidy, "events", "title") == [title]


@pytest.mark.parametrize(
    ("number", "value"),
    [(b"1e400", "1E+400"), (b"NaN", "NaN"), (b"-Infinity", "-Infinity"), (b"9" * 5000, "9" * 5000)],
    ids=["1e400", "NaN", "infinity", "5,000 digits"],
)
def test_a_number_out_of_range_is_told_and_does_not_cost_the_event(number, value):
    tidy = read(b'{"id": "a", "title": "Course", "participants": {"total": ' + number + b"}}")
    assert ("participants.total", value, "error") in told(tidy)
    assert cells(tidy, "events", "title") == ["Course"]


def test_a_name_twice_in_one_object_tells_the_value_that_is_lost():
    tidy = read(b'{"id": "a", "title": "first", "series": null, "title": "second", "title": "second"}')
    assert told(tidy) == [("title", "first", "error")]
    assert cells(tidy, "events", "title") == ["second"]


def test_a_name_twice_is_found_behind_an_escaped_quotation_mark_too():
    tidy = read(b'{"id": "a", "title": 1, "title": "\\u0022\\u0022"}')
    assert told(tidy) == [("title", "1", "error")]


def test_a_name_twice_is_found_among_thousands_of_names():
    many = ",".join(f'"field{number}": 1' for number in range(20_000))
    (fault,) = lines.read(f'{{"title": "A", {many}, "title": "B"}}'.encode()).faults
    assert fault[:2] == ("title", "A")


def test_the_same_record_twice_counts_once_and_is_told():
    again = dict(reversed(WHOLE.items()))
    tidy = read(WHOLE, again)
    assert [(p.row, p.field, p.value) for p in tidy.problems] == [(2, "id", WHOLE["id"])]
    assert "the same record stands in line 1" in tidy.problems[0].advice
    assert cells(tidy, "events", "event_id") == [WHOLE["id"]]


def test_another_record_with_the_same_id_is_kept_under_an_id_of_its_own():
    tidy = read(WHOLE, with_(title="Another"))
    assert [(p.row, p.field, p.value) for p in tidy.problems] == [(2, "id", WHOLE["id"])]
    assert "stands in line 1 too, on another record" in tidy.problems[0].advice
    assert cells(tidy, "events", "event_id") == [WHOLE["id"], f"{WHOLE['id']}-line-2"]
    assert cells(tidy, "events", "title") == ["A course for inspectors", "Another"]


def test_one_and_true_are_not_the_same_record():
    tidy = read({"id": "a", "participants": {"total": 1}}, {"id": "a", "participants": {"total": True}})
    assert told(tidy) == [("id", "a", "error"), ("participants.total", "true", "error")]


@pytest.mark.parametrize(
    ("id_", "fields"),
    [(None, ["id"]), ("", ["id"]), (5, ["id"])],
    ids=["missing", "empty", "number"],
)
def test_a_record_without_id_is_told_once_and_shown_under_its_line(id_, fields):
    tidy = read(with_(id=id_))
    assert [problem.field for problem in tidy.problems] == fields
    assert "'line-1'" in tidy.problems[-1].advice
    assert cells(tidy, "events", "event_id") == ["line-1"]
    assert cells(tidy, "events", "title") == ["A course for inspectors"]


def test_an_id_made_for_a_record_never_meets_one_that_is_written():
    tidy = read({"id": "line-2"}, {"title": "without id"}, {"id": "line-2-again"})
    assert cells(tidy, "events", "event_id") == ["line-2", "line-2-again", "line-2-again-line-3"]


# Whatever comes

TEXTS = st.text(max_size=8)
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(["Kazakhstan", "Kazakh", "Abu Dhabi", "UNODC", "INTERPOL", "No such body", " "])
CODES = st.sampled_from(["KAZ", "TJK", "XKX", "XXX", "kaz"])
DATES = st.sampled_from(["2030", "2030-05", "2030-05-06", "XXXX-05-06", "2030-02-30", "2029-01-01", "soon"])


def broken(good: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A good value, or anything at all."""
    return st.one_of(good, good, good, JUNK)


def objects(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """An object of which any field may be broken or missing, and one may be unknown."""
    optional = {name: broken(good) for name, good in fields.items()} | {"unheard of": JUNK}
    return st.fixed_dictionaries({}, optional=optional)


def listed(good: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(broken(good), max_size=3)


COUNTS = st.integers(0, 40)
RECORDS = objects(
    id=TEXTS,
    title=TEXTS,
    summary=TEXTS,
    format=st.sampled_from([*FORMATS, "gala"]),
    mode=st.sampled_from([*MODES, "by post"]),
    start_date=DATES,
    end_date=DATES,
    date_note=TEXTS,
    city=st.sampled_from(["Dushanbe", "Atlantis"]),
    host_country=CODES,
    countries=listed(objects(name=NAMES, role=st.sampled_from(COUNTRY_ROLES), iso3=CODES)),
    organisations=listed(objects(name=NAMES, as_written=TEXTS, role=st.sampled_from(ORGANISATION_ROLES))),
    programmes=listed(st.sampled_from(["PROTECT", "GLO.ACT", "X-9"])),
    topics=listed(st.sampled_from(["organised crime", "supply chains", "fishing"])),
    audiences=listed(st.sampled_from(["judges", "cats"])),
    participants=objects(total=COUNTS, women=COUNTS, men=COUNTS, approximate=st.booleans()),
    series=objects(name=st.sampled_from(["Salon"]), number=COUNTS),
    outcomes=listed(TEXTS),
    sources=listed(
        objects(
            url=st.sampled_from(["https://example.org", "ftp://example.org"]),
            publisher=TEXTS,
            published=DATES,
            language=st.just("en"),
            partial=st.booleans(),
            read_at=st.none(),
        )
    ),
)
LINES = st.lists(
    st.one_of(
        RECORDS.map(encoded), JUNK.map(encoded), st.binary(max_size=12).filter(lambda line: b"\n" not in line)
    ),
    max_size=4,
)


def leaves(value: Any) -> list[Any]:
    """Return everything that is told in a JSON value: null and false are what a missing field says too."""
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in leaves(item)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in leaves(item)]
    return [] if value is None or value is False else [value]


def in_tables(tidy: Tidy) -> set[tuple[type, Any]]:
    """Return every value in the tables, topics and audiences by their names."""
    found: set[tuple[type, Any]] = set()  # with their types: true and 1 are equal, and not the same
    for rows in tidy.rows.values():
        for column in rows.columns.values():
            found.update(
                (type(value), value) for value in (column.known if isinstance(column, Codes) else column)
            )
    named = {**words().topic_names, **words().audience_names}
    return found | {(str, name) for name, code in named.items() if (str, code) in found}


def in_problems(problems: list[Problem], leaf: Any) -> bool:
    """Whether a problem shows the value, by itself or inside a larger one."""
    said = json.dumps(leaf, ensure_ascii=False)
    inside = said[1:-1] if isinstance(leaf, str) else said
    return any(lines.written(leaf) == p.value or inside in p.value for p in problems)


@given(RECORDS)
def test_every_value_written_is_in_a_table_or_in_a_problem(record):
    tidy = read(record)
    tables = in_tables(tidy)
    lost = [leaf for leaf in leaves(record) if (type(leaf), leaf) not in tables]
    assert [leaf for leaf in lost if not in_problems(tidy.problems, leaf)] == []


@given(JUNK.filter(lambda value: isinstance(value, dict)))
def test_every_value_of_any_object_is_in_a_table_or_in_a_problem(record):
    tidy = read(record)
    tables = in_tables(tidy)
    lost = [leaf for leaf in leaves(record) if (type(leaf), leaf) not in tables]
    assert [leaf for leaf in lost if not in_problems(tidy.problems, leaf)] == []


@given(LINES)
def test_every_line_in_is_an_event_out_or_a_problem_that_names_it(content):
    tidy = read(*content)
    named = {problem.row for problem in tidy.problems} | set(cells(tidy, "events", "source_row"))
    blank = {n for n, line in enumerate(content, start=1) if not line.removeprefix(b"\xef\xbb\xbf").strip()}
    assert named >= set(range(1, len(content) + 1)) - blank
    assert len(cells(tidy, "events", "event_id")) == len(set(cells(tidy, "events", "event_id")))


@given(LINES)
def test_every_problem_names_file_line_field_and_advice(content):
    for problem in read(*content).problems:
        assert problem.source == FILE
        assert problem.row is not None
        assert 1 <= problem.row <= len(content)
        assert problem.advice
        assert problem.severity in SEVERITIES


@given(st.lists(RECORDS.map(encoded), max_size=3))
def test_every_record_that_is_an_object_is_an_event_or_a_copy(content):
    tidy = read(*content)
    copies = [p for p in tidy.problems if p.field == "id" and "the same record" in p.advice]
    assert len(cells(tidy, "events", "event_id")) + len(copies) == len(content)


def test_the_fields_inside_a_record_are_those_the_codebook_lists():
    codebook = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    names = [*RECORD, *(name for part in PARTS.values() for name in part)]
    assert [name for name in names if f"`{name}`" not in codebook] == []


@pytest.mark.parametrize("written", ["1899-12-31", "9999-12-31", "1000", "2101-01"])
def test_a_date_outside_the_years_that_are_read_is_told_with_the_years(written: str):
    tidy = read(with_(start_date=written, end_date=None))
    (problem,) = tidy.problems
    assert (problem.field, problem.value) == ("start_date", written)
    assert problem.advice == "lies outside the years 1900 to 2100; mend the year"
    (problem,) = read(source(published=written)).problems
    assert problem.advice == "lies outside the years 1900 to 2100; mend the year"


@pytest.mark.parametrize(
    ("people", "value", "advice"),
    [
        ({"total": 20, "women": 50}, "total 20, women 50", "women are 50, more than the total of 20"),
        ({"total": 20, "men": 21}, "total 20, men 21", "men are 21, more than the total of 20"),
    ],
)
def test_more_women_or_men_than_people_are_kept_and_told(people: dict[str, int], value: str, advice: str):
    tidy = read(with_(participants=people))
    (problem,) = tidy.problems
    assert (problem.field, problem.value, problem.severity) == ("participants", value, "warning")
    assert problem.advice == f"{advice}; check the source"
    assert cells(tidy, "events", "participants_total") == [20]
    assert cells(tidy, "events", "women") == [people.get("women")]


@pytest.mark.parametrize("people", [{"total": 20, "women": 20}, {"women": 5}, {"total": 0, "men": 0}])
def test_a_headcount_that_can_be_is_no_problem(people: dict[str, int]):
    assert read(with_(participants=people)).problems == []


def test_a_country_row_that_stands_twice_is_counted_once_and_told():
    tidy = read(with_(countries=[*WHOLE["countries"], WHOLE["countries"][0]]))
    assert told(tidy) == [("countries[]", json.dumps(WHOLE["countries"][0], ensure_ascii=False), "note")]
    assert tidy.problems[0].advice == "stands twice; counted once, take one out"
    assert len(cells(tidy, "event_countries", "iso3")) == 2


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        (b"id: yaml", "is no JSON: a sign stands where it cannot; mend the line"),
        (b'{"id": x}', "is no JSON: a sign stands where it cannot at character 8; mend the line"),
        (
            b'{"id": "a"',
            "is no JSON: a quotation mark or a bracket is not closed; mend the line",
        ),
        (
            b'{"id": "a",}',
            "is no JSON: a comma stands before a closing bracket at character 11; mend the line",
        ),
        (
            b"[" * 2000,
            "is no JSON: lists or objects stand one in another too deep at character 1026; mend the line",
        ),
    ],
)
def test_a_line_that_is_no_json_is_told_in_plain_words(line: bytes, advice: str):
    tidy = read(b"\n", line + b"\n")
    assert [(problem.row, problem.advice) for problem in tidy.problems] == [(2, advice)]
