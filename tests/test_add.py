"""The page of adding without a browser: marks, candidates, the form, saving, the same event, history and lists."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from charts.theme import LIGHT
from loaders import dropped, load
from loaders.lists import Entry
from store import columns, incoming, origins, revisions
from store.appended import with_added
from store.place import Place
from tests.conftest import ROOT
from ui import add_list_tables, add_lists, marks
from ui.add_candidates import candidates, ordered
from ui.events import _sources as sources_as_html
from ui.marks import field_of, legend, marked, pieces

WORDS = ROOT / "data" / "vocabulary"

PAGE = """
from ui import cache
from ui.add import add_events
add_events(cache.index())
"""
"""The page without its frame: AppTest gives a page in pages/ two runs, and a button that was pressed only the first."""


@dataclass(frozen=True)
class Seen:
    """Evidence, as the reader of announcements gives it."""

    field: str
    start: int
    end: int
    sure: str = "sure"
    value: Any = "value"
    rule: str = "a rule"


@dataclass(frozen=True)
class Draft:
    record: dict[str, Any]
    evidence: list[Seen]
    missing: dict[str, str]


TEXT = """Inspectors learn to recognise trafficking

SAMARKAND, 18 June 2026 - UNODC and the Tulip Circle trained 24 inspectors (14 men, 10 women) from 15 to 17 June 2026.
They came from Uzbekistan and Kazakhstan."""


def record(**fields: Any) -> dict[str, Any]:
    return {
        "id": "2026-samarkand-inspectors",
        "title": "Inspectors learn to recognise trafficking",
        "summary": None,
        "format": "training",
        "mode": None,
        "start_date": "2026-06-15",
        "end_date": "2026-06-17",
        "city": "Samarkand",
        "host_country": "UZB",
        "countries": [
            {"name": "Samarkand", "role": "host", "iso3": "UZB"},
            {"name": "Uzbekistan", "role": "participant", "iso3": "UZB"},
        ],
        "organisations": [
            {"name": "UNODC", "as_written": "UNODC", "role": "organiser"},
            {"name": "Tulip Circle", "as_written": "Tulip Circle", "role": "organiser"},
        ],
        "programmes": [],
        "topics": ["trafficking in persons"],
        "audiences": [],
        "participants": {"total": 24, "women": 10, "men": 14, "approximate": False},
        "series": None,
        "outcomes": [],
        "sources": [
            {"url": "https://example.org/a", "publisher": None, "published": "2026-06-18", "language": "en"}
        ],
        **fields,
    }


# Marks in the text


def plain(marked_up: str) -> str:
    """What a reader sees of HTML, without labels."""
    body = re.sub(r"<sup>.*?</sup>", "", marked_up, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", body))


def test_words_of_evidence_are_marked_with_colour_and_label():
    shown = marked("Held in Rome.", [Seen("city", 8, 12)], LIGHT)
    assert (
        f'Held in <mark style="border-bottom-color:{LIGHT.categories[1]}"><sup>city</sup>Rome</mark>.'
        in shown
    )


def test_words_that_tell_two_fields_have_both_labels_and_a_doubt_is_dashed():
    shown = marked("1-3 May", [Seen("start_date", 0, 7), Seen("end_date", 0, 7, "derived")], LIGHT)
    assert '<mark class="unsure"' in shown
    assert "<sup>start</sup><sup>end</sup>1-3 May" in shown


def test_evidence_inside_other_evidence_keeps_both_and_the_text():
    found = list(pieces("UN of Vienna", [Seen("organisations", 0, 12), Seen("city", 6, 12)]))
    assert [(each.words, each.fields, each.begins) for each in found] == [
        ("UN of ", ("organisations",), ("organisations",)),
        ("Vienna", ("organisations", "city"), ("city",)),
    ]


def test_evidence_outside_the_text_is_passed_over():
    assert plain(marked("abc", [Seen("city", 2, 9), Seen("city", -1, 2), Seen("city", 2, 2)], LIGHT)) == "abc"


@given(
    st.text(),
    st.lists(
        st.tuples(st.sampled_from(["city", "countries", "x<b>"]), st.integers(-2, 30), st.integers(-2, 30))
    ),
)
def test_any_text_stays_text_whatever_is_marked_in_it(text: str, spans: list[tuple[str, int, int]]):
    evidence = [Seen(field, start, end) for field, start, end in spans]
    assert "".join(each.words for each in pieces(text, evidence)) == text
    assert set(re.findall(r"<(\w+)", marked(text, evidence, LIGHT))) <= {"div", "mark", "sup"}


def test_parts_of_a_field_share_its_colour_and_an_unknown_one_is_grey():
    assert field_of("participants.total") == "participants"
    assert field_of("organisations[2].name") == "organisations"
    assert marks.colour("participants", LIGHT) == LIGHT.categories[4]
    assert marks.colour("anything", LIGHT) == LIGHT.unknown
    assert "people" in legend(["participants.total"], LIGHT)
    assert "people" not in legend(["anything"], LIGHT)


# What a text offers


def test_a_text_offers_its_dates_places_bodies_and_headcounts_with_their_words():
    found = candidates(TEXT, "2026-06-18")
    assert found.starts["2026-06-15"] == "15 to 17 June 2026"
    assert found.ends["2026-06-17"] == "15 to 17 June 2026"
    assert found.cities == {"Samarkand": "SAMARKAND"}
    assert found.countries["KAZ"] == "Kazakhstan"
    assert found.countries["UZB"] == "Uzbekistan"
    assert found.bodies["unodc"] == "UNODC"
    assert "24" in found.totals
    assert list(found.women) == ["10"]
    assert list(found.men) == ["14"]
    assert found.titles == {
        "Inspectors learn to recognise trafficking": "Inspectors learn to recognise trafficking"
    }


def test_an_empty_text_and_one_that_is_too_long_offer_nothing():
    assert candidates("  ") == candidates("x" * 60_001)
    assert candidates("  ").starts == {}


def test_what_is_chosen_stands_before_what_the_text_offers_and_each_once():
    assert ordered(["b"], ["a", "b"], ["c", "a"]) == ["b", "a", "c"]


# The page


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    url = f"sqlite:///{tmp_path / 'atlas.db'}"
    monkeypatch.setenv("ATLAS_DATABASE_URL", url)
    monkeypatch.delenv("ATLAS_READ_ONLY", raising=False)
    return Place(url, refusal="")


def reads(monkeypatch: pytest.MonkeyPatch, *records: dict[str, Any]) -> None:
    """Have the reader find these records in any text."""
    found = [
        Draft(
            each,
            [Seen("city", 43, 52), Seen("end_date", 0, 4, "derived", "2026-06-17")],
            {"summary": "no rule"},
        )
        for each in records
    ]
    monkeypatch.setattr("loaders.press_release.read_announcement", lambda *_: found)


def opened() -> AppTest:
    app = AppTest.from_string(PAGE, default_timeout=60).run()
    assert [error.value for error in app.exception] == []
    return app


def read(app: AppTest, text: str = TEXT, name: str = "Sam Sample") -> AppTest:
    if name:
        app.text_input(key="add_name").set_value(name)
    app.text_area(key="add_text").set_value(text)
    app.button(key="add_read").click()
    return run(app)


def run(app: AppTest) -> AppTest:
    app.run()
    assert [error.value for error in app.exception] == []
    return app


def press(app: AppTest, label: str) -> AppTest:
    found = [button for button in app.button if button.label == label]
    assert len(found) == 1, [button.label for button in app.button]
    assert not found[0].disabled, f"{label} cannot be pressed"
    found[0].click()
    return run(app)


def widget(app: AppTest, kind: str, label: str) -> Any:
    found: list[Any] = list(app.get(kind))
    return next(one for one in found if one.label == label)


def said(app: AppTest) -> str:
    kinds = ("html", "warning", "error", "info", "success", "markdown")
    bodies = [getattr(one, "value", None) or one.proto.body for kind in kinds for one in app.get(kind)]
    return "\n".join(bodies).replace("\\", "")


def titles(place: Place) -> list[str]:
    return [each["title"] for each in revisions.added(place).records]


def test_a_text_becomes_a_draft_that_is_saved_with_what_was_mended(
    place: Place, monkeypatch: pytest.MonkeyPatch
):
    reads(monkeypatch, record())
    app = read(opened())
    assert widget(app, "selectbox", "First day").value == "2026-06-15"
    assert widget(app, "multiselect", "Organisers").value == [
        "United Nations Office on Drugs and Crime",
        "Tulip Circle",
    ]
    widget(app, "multiselect", "Countries that took part").set_value(["UZB", "HTI"])
    widget(app, "text_input", "Title").set_value("Mended title")
    press(run(app), "Save this event")
    kept = revisions.added(place).records[0]
    assert kept["title"] == "Mended title"
    assert [(row["iso3"], row["role"], row["name"]) for row in kept["countries"]] == [
        ("UZB", "host", "Samarkand"),
        ("UZB", "participant", "Uzbekistan"),
        ("HTI", "participant", "Haiti"),
    ]
    assert kept["participants"] == {"total": 24, "women": 10, "men": 14, "approximate": False}
    assert revisions.newest(place, "event")[0].author == "Sam Sample"
    assert "Saved: Mended title" in said(app)


def test_what_was_saved_is_told_over_the_page_once_and_linked(place: Place, monkeypatch: pytest.MonkeyPatch):
    reads(monkeypatch, record())
    app = press(read(opened()), "Save this event")
    assert [one.value.replace("\\", "") for one in app.toast] == [
        "Saved: Inspectors learn to recognise trafficking"
    ]
    assert linked(app) == [("See “Inspectors learn to recognise trafficking”", "2026-samarkand-inspectors")]
    assert list(app.dataframe[0].value["Open"]) == ["/events?v=1&event=2026-samarkand-inspectors"]
    assert len(run(app).toast) == 0
    press(app, "Undo")
    assert linked(app) == []
    assert list(app.dataframe[0].value["Open"]) == [None]


def linked(app: AppTest) -> list[tuple[str, str]]:
    """Label and event of each link to a page."""
    protos = [one.proto for one in app.get("page_link")]
    return [(each.label.replace("\\", ""), each.query_string.partition("event=")[2]) for each in protos]


def test_a_headcount_shows_its_own_words_rather_than_the_whole_phrase(
    place: Place, monkeypatch: pytest.MonkeyPatch
):
    at = TEXT.index("10 women")
    found = Draft(record(), [Seen("participants.women", at, at + 8, value=10)], {})
    monkeypatch.setattr("loaders.press_release.read_announcement", lambda *_: [found])
    app = read(opened())
    assert "10 · “10 women”" in widget(app, "selectbox", "Women").options


def test_what_is_missing_or_not_sure_is_said(place: Place, monkeypatch: pytest.MonkeyPatch):
    reads(monkeypatch, record())
    app = read(opened())
    assert "<b>Missing:</b> summary: no rule" in said(app)
    assert "<b>Derived:</b> end 2026-06-17 (a rule)" in said(app)


def test_a_draft_left_as_it_is_keeps_every_value_of_the_record(place: Place, monkeypatch: pytest.MonkeyPatch):
    whole = record(
        series={"name": "Days of inspectors", "number": 3}, outcomes=["A list of signs was agreed"]
    )
    reads(monkeypatch, whole)
    press(read(opened()), "Save this event")
    kept = revisions.added(place).records[0]
    assert {name: kept[name] for name in whole if name not in ("organisations", "sources")} == {
        name: value for name, value in whole.items() if name not in ("organisations", "sources")
    }
    assert [row["as_written"] for row in kept["organisations"]] == ["UNODC", "Tulip Circle"]
    assert kept["sources"][0]["url"] == "https://example.org/a"


def test_without_a_name_nothing_can_be_saved_and_the_page_says_so(
    place: Place, monkeypatch: pytest.MonkeyPatch
):
    reads(monkeypatch, record())
    app = read(opened(), name="")
    assert widget(app, "button", "Save this event").disabled
    assert "Give your name above" in said(app)


def test_a_name_is_asked_for_once(place: Place, monkeypatch: pytest.MonkeyPatch):
    reads(monkeypatch, record())
    app = press(read(opened()), "Save this event")
    assert app.text_input(key="add_name").value == "Sam Sample"


def test_the_name_of_one_reader_is_never_offered_to_the_next(place: Place, monkeypatch: pytest.MonkeyPatch):
    reads(monkeypatch, record())
    press(read(opened()), "Save this event")
    assert opened().text_input(key="add_name").value == ""


def test_a_fault_is_told_and_hinders_saving(place: Place, monkeypatch: pytest.MonkeyPatch):
    reads(monkeypatch, record(start_date="in June", title=None))
    app = read(opened())
    assert "First day: &#x27;in June&#x27; is no date" in said(app)
    assert widget(app, "button", "Save this event").disabled


def test_a_page_with_several_events_gives_a_draft_for_each(place: Place, monkeypatch: pytest.MonkeyPatch):
    reads(monkeypatch, record(), record(id="two", title="Second event", city="Bukhara"))
    app = read(opened())
    assert "tells of 2 events" in said(app)
    press(app, "Save this event")
    assert widget(app, "text_input", "Title").value == "Second event"
    press(app, "Put this draft away")
    assert titles(place) == ["Inspectors learn to recognise trafficking"]
    assert not [one for one in app.text_input if one.label == "Title"]


def test_a_text_without_an_event_gives_an_empty_form(place: Place, monkeypatch: pytest.MonkeyPatch):
    reads(monkeypatch)
    app = read(opened())
    assert "no event was found in it" in said(app)
    assert widget(app, "text_input", "Title").value == ""
    assert widget(app, "button", "Save this event").disabled


def test_nothing_to_read_is_told(place: Place):
    assert "Nothing to read yet" in said(read(opened(), text=" "))


def test_limits_of_files_are_told_before_they_bite(place: Place):
    assert "Up to 20 files of 10 MB each" in said(opened())


def test_a_paste_that_is_too_long_stays_in_its_box_and_is_told(place: Place):
    app = read(opened(), "x" * 60_001)
    assert "The pasted text has 60001 characters, more than 60000;" in re.sub(
        r"(?<=\d)\s(?=\d)", "", said(app)
    )
    assert len(app.text_area(key="add_text").value or "") == 60_001
    assert titles(place) == []


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1899-12-31", "2101-01-01"])
def test_a_day_of_publication_in_a_year_that_cannot_be_is_told_and_left_out(
    day: str, place: Place, monkeypatch: pytest.MonkeyPatch
):
    given: list[Any] = []

    def nothing(*told: Any) -> list[Draft]:
        given.append(told)
        return []

    monkeypatch.setattr("loaders.press_release.read_announcement", nothing)
    app = opened()
    app.text_input(key="add_published").set_value(day)
    assert f"Published on: {day} lies outside the years 1900 to 2100; mend the year." in said(read(app))
    assert [told[2] for told in given] == [None]


# Undo and history


def test_a_save_is_undone_and_stays_in_the_list_with_its_history(
    place: Place, monkeypatch: pytest.MonkeyPatch
):
    reads(monkeypatch, record())
    app = press(read(opened()), "Save this event")
    press(app, "Undo")
    assert titles(place) == []
    listed = app.dataframe[0].value
    assert list(listed["In the Atlas"]) == ["taken out"]
    assert list(listed["Changes"]) == [2]


def test_an_added_event_is_edited_compared_and_restored(place: Place, monkeypatch: pytest.MonkeyPatch):
    reads(monkeypatch, record())
    app = press(read(opened()), "Save this event")
    widget(app, "selectbox", "History of").set_value("2026-samarkand-inspectors")
    press(run(app), "Edit")
    widget(app, "text_input", "Title").set_value("Changed title")
    press(run(app), "Save this event")
    assert titles(place) == ["Changed title"]
    compared = app.dataframe[-1].value
    assert compared.to_numpy().tolist() == [
        ["title", "Inspectors learn to recognise trafficking", "Changed title"]
    ]
    press(app, "Restore state 1")
    assert "Restored: Inspectors learn to recognise trafficking" in said(app)
    assert titles(place) == ["Inspectors learn to recognise trafficking"]
    press(app, "Take out of the Atlas")
    assert titles(place) == []
    assert [one.action for one in revisions.history(place, "event", "2026-samarkand-inspectors")] == [
        "take out",
        "restore",
        "change",
        "add",
    ]


def edited(place: Place, title: str) -> AppTest:
    """A tab in which the added event is open under another title, not saved yet."""
    app = opened()
    app.text_input(key="add_name").set_value("Sam Sample")
    widget(app, "selectbox", "History of").set_value("2026-samarkand-inspectors")
    press(run(app), "Edit")
    widget(app, "text_input", "Title").set_value(title)
    return run(app)


@pytest.mark.parametrize(("choice", "stands"), [("Keep mine", "Second tab"), ("Keep theirs", "First tab")])
def test_the_second_of_two_tabs_sees_both_versions_and_chooses(
    choice: str, stands: str, place: Place, monkeypatch: pytest.MonkeyPatch
):
    reads(monkeypatch, record())
    press(read(opened()), "Save this event")
    first, second = edited(place, "First tab"), edited(place, "Second tab")
    press(first, "Save this event")
    press(second, "Save this event")
    assert "saved this event meanwhile" in said(second)
    shown = [frame.value for frame in second.dataframe if "Yours" in frame.value]
    assert shown[0].to_numpy().tolist() == [["title", "First tab", "Second tab"]]
    press(second, choice)
    assert titles(place) == [stands]
    past = revisions.history(place, "event", "2026-samarkand-inspectors")
    assert {"First tab", "Second tab"} <= {one.content["title"] for one in past if one.content}


# Bodies that no vocabulary holds


def test_an_unknown_body_is_added_to_the_vocabulary_with_the_event_and_taken_back_with_it(
    place: Place, monkeypatch: pytest.MonkeyPatch
):
    reads(monkeypatch, record())
    app = read(opened())
    widget(app, "selectbox", "“Tulip Circle” is in no vocabulary. It is …").set_value("+add")
    widget(run(app), "selectbox", "Kind").set_value("civil society")
    press(run(app), "Save this event")
    body = revisions.added(place).bodies[0]
    assert (body["organisation_id"], body["name"], body["kind"]) == (
        "tulip-circle",
        "Tulip Circle",
        "civil society",
    )
    press(app, "Undo")
    assert revisions.added(place) == revisions.Added()


def test_an_unknown_body_can_be_one_that_is_known(place: Place, monkeypatch: pytest.MonkeyPatch):
    reads(monkeypatch, record())
    app = read(opened())
    widget(app, "selectbox", "“Tulip Circle” is in no vocabulary. It is …").set_value("iom")
    press(run(app), "Take this body")
    press(app, "Save this event")
    kept = revisions.added(place).records[0]["organisations"]
    assert [(row["name"], row["as_written"]) for row in kept] == [
        ("United Nations Office on Drugs and Crime", "UNODC"),
        ("International Organization for Migration", "Tulip Circle"),
    ]


# The same event, there already


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ({"publisher": None, "url": None, "published": "2025-10-16", "partial": False},
         "publisher not told, 16 Oct 2025"),
        ({"publisher": "plan.csv", "url": None, "published": None, "partial": True}, "plan.csv; read in part"),
        ({"publisher": "Tulip Circle", "url": "annex 2", "published": None, "partial": False},
         "Tulip Circle annex 2"),
    ],
)  # fmt: skip
def test_a_source_without_an_address_is_told_without_a_stray_blank(source: dict[str, Any], shown: str):
    assert html.unescape(re.sub("<[^>]*>", "", sources_as_html(pd.DataFrame([source])))) == shown


def there() -> dict[str, Any]:
    """Facts of an event of the files that has a day, a city and a host."""
    events = load(ROOT / "data")["events"]
    fit = events[
        (events["date_precision"] == "day") & events["city"].notna() & events["host_country"].notna()
    ]
    return {str(name): value for name, value in fit.iloc[5].items()}


def test_an_event_that_may_be_there_is_asked_about_and_gets_the_source(
    place: Place, monkeypatch: pytest.MonkeyPatch
):
    known = there()
    same = record(
        title="Under another headline",
        start_date=known["start_date"],
        end_date=None,
        city=known["city"],
        host_country=known["host_country"],
    )
    reads(monkeypatch, same)
    app = read(opened())
    assert widget(app, "button", "Save this event").disabled
    app.radio[0].set_value(known["event_id"])
    press(run(app), "Add the source to it")
    kept = revisions.added(place).records
    assert [each["id"] for each in kept] == [known["event_id"]]
    assert kept[0]["title"] == known["title"]
    assert kept[0]["sources"][-1]["url"] == "https://example.org/a"
    assert len(kept[0]["sources"]) > 1


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ({"url": None, "publisher": None, "published": "2025-10-16"}, "no address and no publisher"),
        ({"url": "https://example.org/a", "publisher": "Anybody", "published": None}, "has this source"),
    ],
)
def test_a_source_that_tells_nothing_new_is_not_added_silently(
    source: dict[str, Any], why: str, place: Place, monkeypatch: pytest.MonkeyPatch
):
    reads(monkeypatch, record())
    press(read(opened()), "Save this event")
    reads(monkeypatch, record(sources=[source]))
    app = read(opened())
    app.radio[0].set_value("2026-samarkand-inspectors")
    assert widget(run(app), "button", "Add the source to it").disabled
    assert "Nothing new would be added" in said(app)
    assert why in said(app)


def test_a_publisher_alone_is_a_source_of_its_own(place: Place, monkeypatch: pytest.MonkeyPatch):
    reads(monkeypatch, record())
    press(read(opened()), "Save this event")
    reads(
        monkeypatch, record(sources=[{"url": None, "publisher": "Tulip Circle", "published": "2026-06-19"}])
    )
    app = read(opened())
    app.radio[0].set_value("2026-samarkand-inspectors")
    press(run(app), "Add the source to it")
    kept = revisions.added(place).records[0]["sources"]
    assert [source["publisher"] for source in kept] == [None, "Tulip Circle"]


def test_both_can_be_kept(place: Place, monkeypatch: pytest.MonkeyPatch):
    known = there()
    reads(
        monkeypatch,
        record(
            start_date=known["start_date"],
            end_date=None,
            city=known["city"],
            host_country=known["host_country"],
        ),
    )
    app = read(opened())
    app.radio[0].set_value("new")
    press(run(app), "Save this event")
    assert titles(place) == ["Inspectors learn to recognise trafficking"]


# Who may save, and text that means harm


def test_a_public_showing_reads_and_saves_nothing(place: Place, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ATLAS_READ_ONLY", "1")
    reads(monkeypatch, record())
    app = read(opened(), name="")
    assert "Saving is off. This Atlas is shown for reading only" in said(app)
    assert widget(app, "button", "Save this event").disabled


def test_an_app_bound_to_every_address_saves_nothing(place: Place, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("streamlit.get_option", lambda _: "0.0.0.0")  # noqa: S104 - what is refused
    assert "Saving is off. The app listens on the address 0.0.0.0" in said(opened())


HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[click](javascript:alert(1)) **bold** $x^2$ :material/home: :red[red]",
    '=HYPERLINK("https://example.org","x")',
    "\u202egnp.exe \u0000 \ud800 end",
]


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_is_shown_and_kept_as_text(bad: str, place: Place, monkeypatch: pytest.MonkeyPatch):
    reads(
        monkeypatch, record(title=bad, organisations=[{"name": bad, "as_written": bad, "role": "organiser"}])
    )
    shown = bad.replace("\ud800", "").replace("\u0000", "")
    app = read(opened(), text=f"{shown} in Samarkand")
    press(app, "Save this event")
    bodies = [one.proto.body for one in app.get("html")]
    assert not [body for body in bodies if "<script" in body or "<img" in body]
    kept = revisions.added(place).records[0]["title"]
    assert kept.split()[0] == bad.split(maxsplit=1)[0]
    assert kept in list(app.dataframe[0].value["Event"])


# Lists

LIST = """Title,Start date,City,Country,Remark
Course on referral,2026-02-03,Osh,Kyrgyzstan,first
Round table on data,2026-02-10,Osh,Kyrgyzstan,second
"""

HALF_READ = """Title,Start date,City,Participating countries,Zork of it,Contact person
Course on referral,2026-02-03,Osh,Kyrgyzstan,a,Somebody
Round table on data,2026-02-10,Osh,,b,Somebody
Visit to a shelter,,Osh,,c,Somebody
"""

WHOLE = """Title,Start date,City,Participating countries,Topics
Course on referral,2026-02-03,Osh,Kyrgyzstan,trafficking in persons
"""


def test_a_list_is_read_without_being_kept_and_its_columns_can_be_named():
    found = incoming.read("plan.csv", LIST.encode(), vocabulary_folder=WORDS)
    assert [each["title"] for each in found.records] == ["Course on referral", "Round table on data"]
    assert [each["host_country"] for each in found.records] == ["KGZ", "KGZ"]
    sheet = found.about[0].sheet
    named = incoming.read(
        "plan.csv", LIST.encode(), vocabulary_folder=WORDS, said={(sheet, "Remark"): "summary"}
    )
    assert [each.get("summary") for each in named.records] == ["first", "second"]


def test_columns_that_are_not_read_are_named_with_what_the_events_lack():
    found = incoming.read("plan.csv", HALF_READ.encode(), vocabulary_folder=WORDS)
    told = add_lists.understood(found)
    assert told == "3 events; 1 of 6 columns is not read: Zork of it; known, but not kept: Contact person"
    assert add_lists.lacking(found.records) == (
        "Of them 1 with no date, 3 with no topic, 2 with no country that took part: "
        "there the pages have nothing to count"
    )


def test_a_list_that_is_read_whole_says_so_and_lacks_nothing():
    found = incoming.read("plan.csv", WHOLE.encode(), vocabulary_folder=WORDS)
    assert add_lists.understood(found) == "1 event; every column is read"
    assert add_lists.lacking(found.records) == ""
    assert add_lists.understood(replace(found, about=(), records=())) == "0 events"


def test_what_the_columns_are_stands_open_where_one_is_not_read(place: Place):
    app = opened()
    app.session_state["add_lists"] = [add_lists.Dropped("plan.csv", HALF_READ.encode())]
    boxes = {each.label: each.proto.expanded for each in run(app).expander}
    assert boxes["What the columns are"]
    assert "1 of 6 columns is not read: Zork of it" in said(app)
    app.session_state["add_lists"] = [add_lists.Dropped("whole.csv", WHOLE.encode())]
    assert not {each.label: each.proto.expanded for each in run(app).expander}["What the columns are"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.csv", "C:\\temp\\plan.csv", "plan\u0000.csv", ".csv", "x" * 300 + ".csv"]
)
def test_the_name_of_a_file_never_leads_out_of_its_folder(name: str):
    with incoming.meanwhile(name, b"x") as path:
        assert path.read_bytes() == b"x"
        assert path.parent.name.startswith("atlas-")
    assert not path.exists()


def test_a_list_is_imported_at_once_and_undone_at_once(place: Place):
    app = opened()
    app.text_input(key="add_name").set_value("Sam Sample")
    app.session_state["add_lists"] = [_dropped()]
    press(run(app), "Import 2 events")
    assert titles(place) == ["Course on referral", "Round table on data"]
    assert "Imported 2 events from plan.csv" in said(app)
    press(app, "Undo")
    assert titles(place) == []


def test_events_of_a_list_that_are_there_already_are_left_out(place: Place):
    app = opened()
    app.text_input(key="add_name").set_value("Sam Sample")
    app.session_state["add_lists"] = [_dropped()]
    press(run(app), "Import 2 events")
    app.session_state["add_lists"] = [_dropped()]
    assert "Leave out 2 events that may be in the Atlas already" in [one.label for one in run(app).checkbox]
    beside = next(one.value for one in app.dataframe if "In the Atlas" in one.value)
    assert list(beside["In the list"]) == list(beside["In the Atlas"]) == titles(place)
    assert list(beside["Where and when"]) == ["Osh, 3 Feb 2026", "Osh, 10 Feb 2026"]
    assert widget(app, "button", "Nothing left to import").disabled


DOUBTFUL = """Title,Start date,City,Country,Participating countries,Zork of it
Course on referral,2026-02-03,Osh,Kyrgyzstan,Zedland; Mr Zed Yaxley,Ann Other
Round table on data,2026-02-10,Osh,Kyrgyzstan,Kenya,b
"""


def imported(content: str) -> AppTest:
    app = opened()
    app.text_input(key="add_name").set_value("Sam Sample")
    app.session_state["add_lists"] = [add_lists.Dropped("plan.csv", content.encode())]
    return press(run(app), "Import 2 events")


def told_of(place: Place, source: str) -> list[tuple[Any, ...]]:
    """Severity, row, column and value of what Data quality says of a source."""
    tables = with_added(load(ROOT / "data"), revisions.added(place), WORDS)
    own = tables["problems"][tables["problems"]["source"] == source]
    rows = own[["severity", "row", "column", "value", "event_id"]].astype(object)
    return [tuple(None if pd.isna(cell) else cell for cell in row) for row in rows.itertuples(index=False)]


def test_what_was_not_understood_of_an_imported_row_stays_with_its_place(place: Place):
    app = imported(DOUBTFUL)
    first = revisions.newest(place, "event")[0].key
    told = told_of(place, "plan.csv, added in the Atlas")
    assert ("error", 2, "E", "Zedland", first) in told
    assert ("error", 2, "E", None, first) in told
    assert any(row[1:4] == (2, "F", None) for row in told), "the column that is not read, without its cells"
    kept = json.dumps([one.content for kind in revisions.IN_ATLAS for one in revisions.newest(place, kind)])
    assert "Yaxley" not in kept
    assert "Ann Other" not in kept
    tables = with_added(load(ROOT / "data"), revisions.added(place), WORDS)
    records = tables["event_records"]
    row = records[records["event_id"] == first].iloc[0]
    assert (row["source_file"], row["source_row"]) == ("plan.csv, added in the Atlas", 2)
    widget(app, "selectbox", "History of").select(first)
    run(app)
    assert "Imported from plan.csv, row 2." in said(app)
    assert "What was not understood of that row (2)" in [each.label for each in app.expander]


def test_what_was_asked_of_an_imported_row_is_a_note_once_its_event_was_changed(place: Place):
    imported(DOUBTFUL)
    newest = revisions.newest(place, "event")[0]
    mended = {**(newest.content or {}), "summary": "Mended."}
    revisions.save(place, [revisions.Change("event", newest.key, mended, newest.number)], author="Sam")
    told = told_of(place, "plan.csv, added in the Atlas")
    assert {row[0] for row in told if row[4] == newest.key} == {"note"}


def test_an_import_that_is_undone_asks_nothing_and_can_be_done_again(place: Place):
    app = imported(DOUBTFUL)
    press(app, "Undo")
    assert told_of(place, "plan.csv, added in the Atlas") == []
    app.session_state["add_lists"] = [add_lists.Dropped("plan.csv", DOUBTFUL.encode())]
    press(run(app), "Import 2 events")
    assert titles(place) == ["Course on referral", "Round table on data"]
    assert told_of(place, "plan.csv, added in the Atlas")


def test_what_is_kept_of_a_list_with_many_faults_stays_small():
    cells = "; ".join(f"Zedland{number} {'x' * 100}" for number in range(250))
    content = f'Title,Start date,Participating countries\nCourse,2026-02-03,"{cells}"\n'
    found = incoming.read("plan.csv", content.encode(), vocabulary_folder=WORDS)
    made = origins.changes(found, [(0, {**found.records[0], "id": "a"})])
    assert all(len(json.dumps(each.content)) < revisions.LARGEST / 2 for each in made)


FROM = """Title,Start date,City,Country,Zork of it
Course on referral,2026-02-03,Osh,Kyrgyzstan,Kenya
Round table on data,2026-02-10,Osh,Kyrgyzstan,Peru
"""


def named(app: AppTest, column: str, field: str) -> AppTest:
    widget(app, "selectbox", column).select(field)
    return run(app)


def guests(place: Place) -> list[str]:
    return [
        row["iso3"]
        for one in revisions.newest(place, "event")
        for row in (one.content or {}).get("countries", ())
        if row["role"] == "participant"
    ]


def dropped_again(app: AppTest, content: str = FROM) -> AppTest:
    app.session_state["add_lists"] = [add_lists.Dropped("again.csv", content.encode())]
    return run(app)


def test_what_was_said_of_a_column_counts_for_the_next_list_with_these_headings(place: Place):
    app = opened()
    app.text_input(key="add_name").set_value("Sam Sample")
    app.session_state["add_lists"] = [add_lists.Dropped("plan.csv", FROM.encode())]
    named(run(app), "Zork of it", "participant_countries")
    press(app, "Put this list away")
    dropped_again(app)
    assert widget(app, "selectbox", "Zork of it").value == "participant_countries"
    assert "They are read as was said of a list with the same headings before." in said(app)
    assert revisions.newest(place, "columns") == []
    press(app, "Import 2 events")
    assert guests(place) == ["KEN", "PER"]
    another = dropped_again(opened())
    assert widget(another, "selectbox", "Zork of it").value == "participant_countries"
    other_headings = dropped_again(another, FROM.replace("City", "Town"))
    assert widget(other_headings, "selectbox", "Zork of it").value == ""


def test_a_list_says_how_far_its_reading_is():
    said_: list[tuple[float, str]] = []

    class Bar:
        def progress(self, share: float, text: str) -> None:
            said_.append((share, text))

    add_lists._tell(Bar(), "plan.csv: events found", 24_092)  # type: ignore[arg-type]
    add_lists._tell(Bar(), "reading *this*", 0)  # type: ignore[arg-type]
    assert [share for share, _ in said_] == [0.0, 0.0]
    assert "24" in said_[0][1]
    assert said_[1][1] == "reading \\*this\\*"


def test_what_was_said_of_columns_is_taken_back_with_the_import(place: Place):
    app = opened()
    app.text_input(key="add_name").set_value("Sam Sample")
    app.session_state["add_lists"] = [add_lists.Dropped("plan.csv", FROM.encode())]
    press(named(run(app), "Zork of it", "participant_countries"), "Import 2 events")
    press(app, "Undo")
    assert widget(dropped_again(opened()), "selectbox", "Zork of it").value == ""


def test_columns_without_headings_are_not_those_of_another_list():
    rows = (
        f"Course {number} on the referral of victims,2026-02-0{number},Kyrgyzstan\n" for number in range(1, 9)
    )
    about = incoming.read("plan.csv", "".join(rows).encode(), vocabulary_folder=WORDS).about
    assert not about[0].heading_rows
    assert columns.of(about, {(about[0].sheet, about[0].columns[0].label): "summary"}) == {}


@pytest.mark.parametrize(
    "content",
    [
        FROM,
        FROM.replace("2026-02-03", "03/04/2026").replace("2026-02-10", "05/06/2026"),
        "a,b\nc,d\ne,f\n",
        "Surname,First name,Date\nA,B,2026-02-03\nC,D,2026-02-03\n",
        'Title,Date,Country\nA,2026-02-03,"Kenya, Peru"\n',
    ],
)
def test_on_the_page_no_advice_names_a_mapping_that_nobody_can_place(content: str):
    found = incoming.read("<b>x<b> 'q'.csv", content.encode(), vocabulary_folder=WORDS)
    assert found.problems
    assert not [each.advice for each in found.problems if "mapping" in each.advice]
    assert not [each.why_not for each in found.about if "mapping" in each.why_not]


def test_the_order_of_day_and_month_can_be_written_behind_the_heading():
    content = FROM.replace("2026-02-03", "03/04/2026").replace("2026-02-10", "05/06/2026")
    asked = incoming.read("plan.csv", content.encode(), vocabulary_folder=WORDS)
    assert any("write MM/DD/YYYY behind its heading" in each.advice for each in asked.problems)
    content = content.replace("Start date", "Start date (MM/DD/YYYY)")
    told = incoming.read("plan.csv", content.encode(), vocabulary_folder=WORDS)
    assert [each["start_date"] for each in told.records] == ["2026-03-04", "2026-05-06"]


def broken(*_: Any, **__: Any) -> Any:
    raise OverflowError("date value out of range")


def test_a_list_that_breaks_its_reader_is_a_problem_and_keeps_what_was_read(monkeypatch: pytest.MonkeyPatch):
    def breaks(*_: Any, **__: Any) -> Any:
        yield Entry({"title": "Course"}, "", 1, {})
        broken()

    monkeypatch.setitem(dropped.KINDS, ".csv", breaks)
    found = incoming.read("plan.csv", LIST.encode(), vocabulary_folder=WORDS)
    assert [each["title"] for each in found.records] == ["Course"]
    (told,) = found.problems
    assert told.value == "plan.csv"
    assert told.advice == (
        "could not be read further, as it is damaged or holds what is not known here; "
        "save it as CSV, or put it away below"
    )


@pytest.mark.parametrize(
    "breaks", ["store.incoming.dropped.entries", "store.incoming.read", "ui.add_lists.all_alike"]
)
def test_a_list_that_breaks_the_page_is_told_and_can_be_put_away(
    breaks: str, place: Place, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(breaks, broken)
    app = opened()
    app.session_state["add_lists"] = [_dropped()]
    advice = [
        one.value["What is wrong and what to do"].iloc[0]
        for one in run(app).dataframe
        if "What is wrong and what to do" in one.value
    ]
    assert [each.partition(";")[2] for each in advice] == [" save it as CSV, or put it away below"]
    assert "date value out of range" not in said(app)
    press(app, "Put this list away")
    assert app.session_state["add_lists"] == []


def test_a_file_that_breaks_its_reader_is_told_and_the_others_are_read(
    place: Place, monkeypatch: pytest.MonkeyPatch
):
    reads(monkeypatch, record(title="Course on referral"))
    monkeypatch.setattr("loaders.release_docx.document_text", broken)
    app = opened()
    names = {"a.docx": b"PK damaged", "b.txt": b"A course on referral was held."}
    app.file_uploader[0].set_value([(name, content, "") for name, content in names.items()])
    app.button(key="add_read").click()
    told = said(run(app))
    assert "a.docx: is damaged, or written in a way that is not known here; save it anew" in told
    assert "Drafts (1)" in [each.value for each in app.subheader]


def test_a_text_that_breaks_the_reader_is_told_and_can_be_written_by_hand(
    place: Place, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("loaders.press_release.read_announcement", broken)
    app = read(opened())
    assert "Pasted text: its text could not be read by itself; fill the form by hand." in said(app)
    assert widget(app, "text_input", "Title").value == ""


def test_the_preview_of_a_list_keeps_host_guests_experts_and_payers_apart():
    rows = [
        {"name": "Osh", "role": "host", "iso3": "KGZ"},
        {"name": "Tajikistan", "role": "participant", "iso3": "TJK"},
        {"name": "Dushanbe", "role": "participant", "iso3": "TJK"},
        {"name": "Spain", "role": "expert", "iso3": "ESP"},
        {"name": "Norway", "role": "funder", "iso3": "NOR"},
    ]
    shown = add_list_tables.preview([record(host_country="KGZ", countries=rows)]).iloc[0]
    assert shown[["Host", "Took part", "Sent experts", "Paid"]].tolist() == [
        *("KGZ", "TJK", "ESP", "NOR"),
    ]


def _dropped() -> Any:
    from ui.add_lists import Dropped

    return Dropped("plan.csv", LIST.encode())


# Correcting what the files hold

CORRECTED = "2024-dushanbe-consular-tip-workshop"

CORRECT = f"""
import streamlit as st
from store.as_record import record_of
from ui import add_state, cache
from ui.add import add_events
index = cache.index()
if "correcting" not in st.session_state:
    st.session_state["correcting"] = True
    add_state.correct("{CORRECTED}", record_of(index.tables, "{CORRECTED}"), 0)
add_events(index)
"""
"""The page as it opens from the facts of an event."""


def correcting(title: str) -> AppTest:
    """A tab in which an event of the files is open under another title, not saved yet."""
    app = run(AppTest.from_string(CORRECT, default_timeout=60))
    app.text_input(key="add_name").set_value("Sam Sample")
    widget(app, "text_input", "Title").set_value(title)
    return run(app)


def test_an_event_of_the_files_is_corrected_compared_with_them_and_put_back(place: Place):
    app = press(correcting("Better title"), "Save this event")
    kept = revisions.added(place).records
    (before,) = (one.content for one in revisions.history(place, "event", CORRECTED) if one.number == 1)
    assert [each["id"] for each in kept] == [CORRECTED]
    assert kept[0] == {**(before or {}), "title": "Better title"}
    widget(app, "selectbox", "History of").set_value(CORRECTED)
    run(app)
    assert app.dataframe[-1].value.to_numpy().tolist() == [["title", (before or {})["title"], "Better title"]]
    press(app, "Go back to the files")
    assert revisions.added(place).records == ()
    assert list(app.dataframe[0].value["In the Atlas"]) == ["as in the files"]
    assert list(app.dataframe[0].value["Event"]) == [(before or {})["title"]]
    assert "As in the files again: " in said(app)
    assert [one.action for one in revisions.history(place, "event", CORRECTED)] == [
        "take out",
        "change",
        "as in the files",
    ]


def test_a_correction_is_undone_in_one_step(place: Place):
    press(press(correcting("Better title"), "Save this event"), "Undo")
    assert revisions.added(place).records == ()


@pytest.mark.parametrize(("choice", "stands"), [("Keep mine", "Second tab"), ("Keep theirs", "First tab")])
def test_two_who_correct_the_same_event_of_the_files_lose_neither(choice: str, stands: str, place: Place):
    first, second = correcting("First tab"), correcting("Second tab")
    press(first, "Save this event")
    press(second, "Save this event")
    press(second, choice)
    assert titles(place) == [stands]
    kept = [(one.content or {}).get("title") for one in revisions.history(place, "event", CORRECTED)]
    assert {"First tab", "Second tab"} <= set(kept)


FORMS = """
import streamlit as st
from store.as_record import record_of
from ui import add_form, add_state, cache
index = cache.index()
found = {}
for event_id in st.session_state["looked_at"]:
    record = record_of(index.tables, event_id)
    item = add_state.Item("", "", dict(record), seen=0)
    add_form.form(item, index)
    found[event_id] = (record, item.record)
st.session_state["found"] = found
"""


def test_a_record_that_is_only_looked_at_in_the_form_stays_as_it_is(place: Place):
    ids = [str(id_) for id_ in load(ROOT / "data")["events"]["event_id"]][::14]
    app = AppTest.from_string(FORMS, default_timeout=120)
    app.session_state["looked_at"] = ids
    found = run(app).session_state["found"]
    assert len(found) == 41
    for record, after in found.values():
        assert after == record
    assert titles(place) == []
