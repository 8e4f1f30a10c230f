"""Pages with schema.org events: whatever the shape of their JSON-LD, the event is found and nothing is added."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.lists_written import Read, bodies, countries

EVENT: dict[str, Any] = {
    "@type": "EducationEvent",
    "name": "Seminar on shelters",
    "startDate": "2021-02-03T09:00:00+01:00",
    "endDate": "2021-02-04",
    "location": {
        "@type": "Place",
        "name": "A hall",
        "address": {"addressLocality": "Rome", "addressCountry": "IT"},
    },
    "organizer": {"@type": "Organization", "name": "UNODC"},
    "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
    "inLanguage": "en-GB",
    "url": "https://example.org/seminar",
}


def page(tmp_path: Path, data: Any) -> Read:
    script = data if isinstance(data, str) else json.dumps(data)
    html = f'<html><head><script type="application/ld+json">{script}</script></head><p>Words</html>'
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    return Read(tmp_path / "a.html")


@pytest.mark.parametrize(
    "data",
    [EVENT, [EVENT], {"@graph": [{"@type": "WebPage"}, EVENT]}, {"@type": "WebPage", "mainEntity": EVENT}],
)
def test_an_event_is_found_wherever_it_stands(tmp_path: Path, data: Any):
    (record,) = page(tmp_path, data).records
    assert (record["title"], record["mode"]) == ("Seminar on shelters", "hybrid")
    assert (record["start_date"], record["end_date"]) == ("2021-02-03", "2021-02-04")
    assert (record["city"], countries(record, "host")) == ("Rome", "ITA")
    assert bodies(record, "organiser") == ["UNODC"]
    assert record["sources"] == [
        {"url": "https://example.org/seminar", "publisher": None, "language": "en", "partial": False}
    ]


def test_a_file_of_json_ld_is_read_as_a_page_is(tmp_path: Path):
    (tmp_path / "a.jsonld").write_text(json.dumps(EVENT), encoding="utf-8")
    assert Read(tmp_path / "a.jsonld").records[0]["title"] == "Seminar on shelters"


def test_a_person_is_no_organiser_and_a_strange_date_is_told(tmp_path: Path):
    changed = EVENT | {"organizer": {"@type": "Person", "name": "Somebody Else"}, "startDate": "soon"}
    read = page(tmp_path, changed)
    assert "organisations" not in read.records[0]
    assert "Somebody" not in str(read.problems)
    assert read.told(field="startDate") == [(1, "soon", "error")]


def test_an_online_event_has_no_place(tmp_path: Path):
    (record,) = page(
        tmp_path, EVENT | {"location": {"@type": "VirtualLocation"}, "eventAttendanceMode": None}
    ).records
    assert record["mode"] == "online"
    assert "host_country" not in record


def test_an_event_that_was_called_off_is_told_and_not_read(tmp_path: Path):
    read = page(tmp_path, EVENT | {"eventStatus": "https://schema.org/EventCancelled"})
    assert read.records == []
    assert "was called off" in read.advice()


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("{", "is no JSON"),
        ("[" * 3000 + "]" * 3000, "no event that is marked up"),
        ("{}", "no event that is marked up"),
    ],
)
def test_a_page_without_an_event_says_so(tmp_path: Path, script: str, said: str):
    read = page(tmp_path, script)
    assert read.records == []
    assert said in read.advice() or "is no JSON" in read.advice()


@pytest.mark.parametrize(
    ("encoding", "head"),
    [("utf-16", ""), ("cp1252", '<meta charset="windows-1252">'), ("cp1252", ""), ("utf-8-sig", "")],
)
def test_a_page_in_another_encoding_keeps_its_letters(encoding: str, head: str, tmp_path: Path):
    data = json.dumps({**EVENT, "name": "Séminaire régional à Genève"}, ensure_ascii=False)
    html = f'<html><head>{head}<script type="application/ld+json">{data}</script></head><p>Été</html>'
    (tmp_path / "a.html").write_text(html, encoding=encoding)
    (record,) = Read(tmp_path / "a.html").records
    assert record["title"] == "Séminaire régional à Genève"


@pytest.mark.parametrize("kind", [True, None, 3])
def test_a_type_that_is_no_text_does_not_hide_the_other(kind: Any, tmp_path: Path):
    (record,) = page(tmp_path, {**EVENT, "@type": kind, "type": "Event"}).records
    assert record["title"] == "Seminar on shelters"


@pytest.mark.parametrize(
    "status", ["https://schema.org/EventPostponed", "EventPostponed", "http://schema.org/EventCancelled"]
)
def test_an_event_postponed_or_called_off_is_told_and_not_counted(tmp_path: Path, status: str):
    event = {"@type": "Event", "name": "Course", "startDate": "2020-03-04", "eventStatus": status}
    (tmp_path / "a.json").write_text(json.dumps(event), encoding="utf-8")
    read = Read(tmp_path / "a.json")
    assert read.records == []
    assert read.told(field="eventStatus") == [(1, "Course", "note")]
