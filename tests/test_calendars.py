"""Calendars: what, when, where, by whom; no addresses, no names of persons."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lists_written import Read, bodies, countries


def calendar(tmp_path: Path, *lines: str) -> Read:
    event = ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20200101T000000Z", *lines, "END:VEVENT"]
    whole = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//written by hand//EN", *event, "END:VCALENDAR", ""]
    (tmp_path / "a.ics").write_text("\r\n".join(whole), encoding="utf-8", newline="")
    return Read(tmp_path / "a.ics")


def test_an_event_of_whole_days_ends_the_day_before_its_end(tmp_path: Path):
    read = calendar(
        tmp_path,
        "DTSTART;VALUE=DATE:20200304",
        "DTEND;VALUE=DATE:20200306",
        "SUMMARY:Course on safe houses",
        "LOCATION:Vienna\\, Austria",
        "ORGANIZER;CN=OSCE:mailto:nobody@example.org",
        "CATEGORIES:Training,TIP",
        "URL:https://example.org/course",
    )
    (record,) = read.records
    assert (record["start_date"], record["end_date"]) == ("2020-03-04", "2020-03-05")
    assert (record["city"], countries(record, "host")) == ("Vienna", "AUT")
    assert bodies(record, "organiser") == ["OSCE"]
    assert (record["format"], record["topics"]) == ("training", ["trafficking in persons"])
    assert record["sources"][0]["url"] == "https://example.org/course"
    assert "example.org" not in str(read.problems)


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (["DTSTART:20200304T090000Z", "DTEND:20200304T170000Z"], "2020-03-04", None),
        (
            ["DTSTART;TZID=Asia/Almaty:20200304T090000", "DTEND;TZID=Asia/Almaty:20200305T000000"],
            "2020-03-04",
            None,
        ),
        (["DTSTART;VALUE=DATE:20200304", "DURATION:P3D"], "2020-03-04", "2020-03-06"),
        (["DTSTART;VALUE=DATE:20200304"], "2020-03-04", None),
    ],
)
def test_days_are_those_of_the_calendar(tmp_path: Path, lines: list[str], start: str, end: str | None):
    (record,) = calendar(tmp_path, *lines, "SUMMARY:A course").records
    assert (record["start_date"], record.get("end_date")) == (start, end)


def test_a_person_who_organises_is_not_kept_and_not_named(tmp_path: Path):
    read = calendar(
        tmp_path, "DTSTART:20200304", "SUMMARY:A course", "ORGANIZER;CN=Somebody Else:mailto:a@example.org"
    )
    assert "organisations" not in read.records[0]
    assert [value for _, value, _ in read.told(field="organizer")] == [""]


def test_what_was_called_off_is_told_and_what_repeats_is_read_once(tmp_path: Path):
    assert calendar(tmp_path, "DTSTART:20200304", "SUMMARY:A course", "STATUS:CANCELLED").records == []
    read = calendar(tmp_path, "DTSTART:20200304", "SUMMARY:A course", "RRULE:FREQ=WEEKLY;COUNT=5")
    assert len(read.records) == 1
    assert "is repeated" in read.advice()


def test_an_event_without_a_day_is_kept_and_told(tmp_path: Path):
    read = calendar(tmp_path, "DTSTART:someday", "SUMMARY:A course")
    assert read.records[0]["title"] == "A course"
    assert "has no day" in read.advice()


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251", "utf-8-sig"])
def test_a_calendar_in_another_encoding_keeps_its_letters(encoding: str, tmp_path: Path):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//written by hand//EN", "BEGIN:VEVENT", "UID:1"]
    lines += ["DTSTAMP:20200101T000000Z", "DTSTART:20200304", "SUMMARY:Семинар для судей", "END:VEVENT"]
    whole = "\r\n".join([*lines, "END:VCALENDAR", ""])
    (tmp_path / "a.ics").write_text(whole, encoding=encoding, newline="")
    (record,) = Read(tmp_path / "a.ics").records
    assert record["title"] == "Семинар для судей"


def written(tmp_path: Path, text: str) -> Read:
    (tmp_path / "a.ics").write_text(text, encoding="utf-8")
    return Read(tmp_path / "a.ics")


WHOLE = "BEGIN:VEVENT\nSUMMARY:Course\nDTSTART;VALUE=DATE:20200304\nLOCATION:Vienna\\, Austria\nEND:VEVENT\n"


@pytest.mark.parametrize(
    "rest",
    ["", "BEGIN:VEVENT\nSUMMARY:Cut o", "BEGIN:VEVENT\nSUMMARY:Cut off\nBEGIN:VALARM\nTRIGGER:-PT5M\n"],
)
def test_of_a_calendar_that_is_cut_off_the_whole_events_are_read(tmp_path: Path, rest: str):
    read = written(tmp_path, f"BEGIN:VCALENDAR\n{WHOLE}{rest}")
    assert [record["title"] for record in read.records] == ["Course"]
    assert "is cut off" in read.advice()
    assert "holds no event" not in read.advice()


def test_a_calendar_cut_off_in_its_first_event_is_told_so(tmp_path: Path):
    read = written(tmp_path, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Cou")
    assert read.records == []
    assert "is cut off" in read.advice()


@pytest.mark.parametrize("lines", [["STATUS:CANCELLED", "SUMMARY:Course"], ["SUMMARY:Canceled: Course"]])
def test_an_event_that_is_called_off_is_told_and_not_counted(tmp_path: Path, lines: list[str]):
    read = calendar(tmp_path, "DTSTART;VALUE=DATE:20200304", *lines)
    assert read.records == []
    assert "not" in read.advice()


def test_a_calendar_that_cancels_gives_no_event(tmp_path: Path):
    read = written(tmp_path, f"BEGIN:VCALENDAR\nMETHOD:CANCEL\n{WHOLE}END:VCALENDAR\n")
    assert read.records == []
    assert read.told(field="METHOD") == [(None, "CANCEL", "warning")]


def test_a_town_of_the_state_of_georgia_gives_no_host(tmp_path: Path):
    read = calendar(tmp_path, "DTSTART;VALUE=DATE:20200304", "SUMMARY:Course", "LOCATION:Savannah\\, Georgia")
    assert "host_country" not in read.records[0]
    assert "United States" in read.advice()


@pytest.mark.parametrize(
    ("lines", "start", "field"),
    [
        (["DTSTART;VALUE=DATE:99991231", "DURATION:P9W"], None, "DTSTART"),
        (["DTSTART;VALUE=DATE:00010101"], None, "DTSTART"),
        (["DTSTART:20200101T100000Z", "DURATION:P999999999D"], "2020-01-01", "DURATION"),
        (["DTSTART;VALUE=DATE:20200101", "DURATION:P9000W"], "2020-01-01", "DURATION"),
        (["DTSTART;VALUE=DATE:20200101", "DTEND;VALUE=DATE:99991231"], "2020-01-01", "DTEND"),
    ],
)
def test_a_day_in_a_year_that_cannot_be_is_told_and_the_event_kept(
    tmp_path: Path, lines: list[str], start: str | None, field: str
):
    read = calendar(tmp_path, *lines, "SUMMARY:A course")
    (record,) = read.records
    assert (record.get("start_date"), record.get("end_date")) == (start, None)
    (told,) = [problem for problem in read.problems if problem.field in {"DTSTART", "DTEND", "DURATION"}]
    assert told.field == field
    assert told.advice.endswith("outside the years 1900 to 2100; not read: mend it in the calendar")
