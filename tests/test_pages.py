"""Every page run without a browser: with and without filters, with nothing left, hostile addresses and broken data."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from charts import theme
from tests.browser.by_hand import ALL, RECORDS, with_country
from tests.browser.reading import FILTERED, PAGES
from tests.conftest import ROOT

FILES = {title: f"pages/{slug or 'overview'}.py" for title, slug in PAGES.items()}
CHARTS = {
    "Overview": 4,
    "Map": 1,
    "Timeline": 2,
    "Funders": 5,
    "Topics": 5,
    "Who meets whom": 8,
    "Gaps": 2,
    "Series": 3,
    "Data quality": 3,
}
"""How many charts each page draws; Events and About draw none, nor Country before one is chosen."""


def run(title: str, **address: str) -> AppTest:
    """Run a page under an address; nothing it does may raise."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[{"from_": "from"}.get(name, name)] = value
    if title != "Overview":
        app.switch_page(FILES[title])
    app.run()
    assert [error.value for error in app.exception] == []
    return app


def html(app: AppTest) -> list[str]:
    return [element.proto.body for element in app.get("html")]


def line(app: AppTest) -> str:
    """What the line above the page says, without its marks."""
    found = [body for body in html(app) if 'class="chosen"' in body]
    assert len(found) == 1
    return found[0].replace("<b>", "").replace("</b>", "").removesuffix("</p>").rpartition(">")[2]


def charts(app: AppTest) -> int:
    return len(app.get("plotly_chart"))


def buttons(app: AppTest) -> list[str]:
    return [button.label.replace("\\", "") for button in app.button]


@pytest.mark.parametrize("title", PAGES)
def test_a_page_is_drawn_in_its_frame_with_all_its_charts(title: str):
    app = run(title)
    assert any(body.startswith(f"<h1>{title}</h1>") for body in html(app))
    assert any("data version" in body for body in html(app))
    assert charts(app) == CHARTS.get(title, 0)
    assert title not in FILTERED or line(app) == f"All {ALL} events, nothing filtered out"
    assert [warning.value for warning in app.warning] == []


@pytest.mark.parametrize("title", FILTERED)
def test_a_filter_counts_the_same_on_every_page(title: str):
    app = run(title, v="1", countries="KAZ")
    assert line(app) == f"{len(with_country('KAZ'))} of {ALL} events"
    assert charts(app) == CHARTS.get(title, 0)


@pytest.mark.parametrize("title", [title for title in FILTERED if title in CHARTS])
def test_a_page_with_few_events_and_every_option_is_drawn(title: str):
    view = {
        "unit": "people",
        "role": "host",
        "body": "countries",
        "apart": "1",
        "flow": "host_region",
        "split": "topic",
    }
    view |= {
        "step": "month",
        "cumulative": "1",
        "lanes": "programmes",
        "preset": "pacific",
        "cities": "1",
        "undated": "1",
    }
    app = run(title, v="1", countries="KAZ", from_="2017", to="2017", **view)
    hosted = [
        record for record in with_country("KAZ", ("host",)) if record["start_date"][:4] in ("2017", "XXXX")
    ]
    assert line(app) == f"{len(hosted)} of {ALL} events"
    assert charts(app) == CHARTS.get(title, 0)


@pytest.mark.parametrize("title", ["Overview", "Funders"])
def test_funders_say_that_departments_of_one_government_stand_apart(title: str):
    notes = [body for body in html(run(title)) if 'class="note"' in body]
    assert (
        len([body for body in notes if "Departments and agencies of one government stand apart" in body]) == 1
    )


def test_gaps_are_drawn_though_the_filter_by_country_leaves_nothing():
    app = run("Gaps", v="1", countries="KAZ", formats="seminar", from_="2001", to="2001")
    assert line(app) == f"0 of {ALL} events"
    assert charts(app) == CHARTS["Gaps"]
    assert "Take them as my countries" in buttons(app)


@pytest.mark.parametrize("title", [title for title in FILTERED if title != "Gaps"])
def test_nothing_left_is_said_with_what_to_widen(title: str):
    app = run(title, v="1", countries="KAZ", formats="seminar", from_="2001", to="2001")
    assert line(app) == f"0 of {ALL} events"
    assert charts(app) == 0
    seminars = [record for record in with_country("KAZ") if record["format"] == "seminar"]
    assert f"Without “Period: 2001”: {len(seminars)} events" in buttons(app)
    assert any('class="foot"' in body for body in html(app)), (
        "the data version stands below an empty page too"
    )


def test_words_looked_for_stand_between_single_marks_within_others():
    assert f"Without “Words: ‘zzzz’”: {ALL} events" in buttons(run("Overview", v="1", q="zzzz"))


@pytest.mark.parametrize("unit", ["events", "participations", "countries", "people", "days"])
def test_the_unit_of_count_stands_in_the_titles(unit: str):
    named = {
        "participations": "Country participations",
        "countries": "Countries reached",
        "days": "Event days",
    }
    app = run("Overview", v="1", unit=unit)
    titles = [body for body in html(app) if 'class="chart-head"' in body]
    assert any(f"<h2>{named.get(unit, unit.capitalize())} by year</h2>" in title for title in titles)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ({"countries": "XXX,KAZ"}, "countries=XXX: the Atlas knows no such code; left out"),
        (
            {"topics": "<script>alert(1)</script>"},
            "topics=<script>alert(1)</script>: the Atlas knows no such code",
        ),
        ({"v": "99"}, "v=99: this link is of a later Atlas"),
        ({"from": "2019-13-45"}, "from=2019-13-45: give a date"),
        ({"from": "2020", "to": "2019"}, "the period ends before it starts"),
        ({"unit": "'; drop table events"}, "unit='; drop table events: give events"),
        ({"present": "yes"}, "present=yes: give 0"),
        ({"event": "../../etc/passwd"}, "event=../../etc/passwd: no event in the Atlas has this id"),
        ({"colour": "red"}, "colour=red: the Atlas has no such choice"),
    ],
)
@pytest.mark.parametrize("title", ["Overview", "Events"])
def test_what_an_address_cannot_mean_is_told_and_the_page_stands(
    title: str, address: dict[str, str], told: str
):
    app = run(title, **address)
    assert told in "\n".join(warning.value.replace("\\", "") for warning in app.warning)
    assert charts(app) == CHARTS.get(title, 0)


HOSTILE = [
    {"pick": "chart:1,topic:no-such-topic"},
    {"pick": "chart:99,nothing:at all,topic"},
    {"pick": ":,::,,chart:"},
    {"pick": "chart:1,there:<b>x</b>"},
    {"present": "1", "screen": "99999999999999999999"},
    {"present": "1", "screen": "²"},
    {"present": "1", "screen": "-1"},
    {"present": "1", "countries": "KAZ", "formats": "seminar", "from": "2001", "to": "2001"},
    {"q": "((((" * 50},
    {"q": "\u0000\u202e<img src=x onerror=alert(1)>"},
    {"from": "1900", "to": "1900"},
    {"from": "2099"},
    {"from": "2023-02-31", "to": "2023-02-31"},
    {"to": "2005-02"},
    {"countries": ",".join(["KAZ"] * 500)},
]


@pytest.mark.parametrize(
    "address",
    HOSTILE,
    ids=lambda address: (
        "&".join(f"{k}={v[:20]}" for k, v in address.items()).encode("ascii", "backslashreplace").decode()
    ),
)
@pytest.mark.parametrize("title", ["Overview", "Map", "Topics", "Events"])
def test_no_address_brings_a_page_down_or_puts_markup_into_it(title: str, address: dict[str, str]):
    app = run(title, **address)
    assert len(html(app)) > 2
    assert not [body for body in html(app) if "<img src=x" in body or "<b>x</b>" in body]


def test_the_overview_says_what_the_figures_of_the_period_before_stand_on():
    told = " ".join(html(run("Overview", v="1", **{"from": "2018", "to": "2022"})))
    dated = [made for made in RECORDS if (made["start_date"] or "")[:4].isdigit()]
    earlier = [made for made in dated if "2013" <= made["start_date"][:4] <= "2017"]
    heads = [total for made in earlier if (total := made["participants"]["total"]) is not None]
    assert f"2013–2017: {theme.number(sum(heads))}, from {len(heads)} of {len(earlier)} events." in told
    both = [
        made["participants"] for made in dated
        if "2018" <= made["start_date"][:4] <= "2022" and None not in made["participants"].values()
    ]  # fmt: skip
    women, men = (sum(each[sex] for each in both) for sex in ("women", "men"))
    assert f"{women} of {women + men} people, from {len(both)} of " in told


# Other data


def data_in(folder: Path, records: list[dict[str, Any]]) -> Path:
    """A data folder with these records and a copy of the vocabulary."""
    shutil.copytree(ROOT / "data" / "vocabulary", folder / "vocabulary")
    text = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "events.jsonl").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that ATLAS_DATA names; nothing is in it yet."""
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    monkeypatch.setattr("ui.cache.KEPT", tmp_path / "kept")
    return tmp_path


def test_a_folder_without_events_is_told_with_its_place_and_what_to_do(data: Path):
    app = run("Map")
    assert len(app.error) == 1
    told = app.error[0].value.replace("\\", "")
    assert f"{data / 'events.jsonl'}: no such file; ATLAS_DATA must name a folder with events.jsonl" in told
    assert charts(app) == 0


def test_a_broken_vocabulary_is_told_with_its_line_and_works_again_once_mended(data: Path):
    names = data_in(data, RECORDS[:3]) / "vocabulary" / "country_names.csv"
    whole = names.read_text(encoding="utf-8")
    names.write_text(f"{whole}Atlantis,KAZ,\nAtlantis,UZB,\n", encoding="utf-8")
    lines = len(whole.splitlines())
    app = run("Overview")
    told = app.error[0].value.replace("\\", "")
    assert f"country_names.csv line {lines + 2}" in told
    assert f"line {lines + 1}" in told
    names.write_text(whole, encoding="utf-8")
    app.run()
    assert [error.value for error in app.error] == []
    assert line(app) == "All 3 events, nothing filtered out"


@pytest.mark.parametrize("title", PAGES)
def test_no_events_at_all_is_no_error(title: str, data: Path):
    data_in(data, [])
    app = run(title)
    assert [error.value for error in app.error] == []
    assert any(body.startswith(f"<h1>{title}</h1>") for body in html(app))


@pytest.mark.parametrize("error", [TypeError, OSError, AttributeError])
def test_pages_open_where_no_c_library_can_be_asked_to_take_memory_back(
    error: type[Exception], data: Path, monkeypatch: pytest.MonkeyPatch
):
    """On Windows ctypes raises TypeError where a program's own library is asked for."""
    asked = []

    def library(name: str | None) -> None:
        asked.append(name)
        raise error(f"no library {name}")

    data_in(data, RECORDS[:2])
    monkeypatch.setattr("ui.cache.ctypes.CDLL", library)
    assert line(run("Overview")) == "All 2 events, nothing filtered out"
    assert set(asked) == {None}


@pytest.mark.parametrize("title", PAGES)
@pytest.mark.parametrize("start", ["2019-05-06", "XXXX-10-26"])
def test_a_single_event_is_drawn_on_every_page(start: str, title: str, data: Path):
    data_in(data, [RECORDS[0] | {"start_date": start, "end_date": None}])
    app = run(title)
    assert [error.value for error in app.error] == []
    assert charts(app) == CHARTS.get(title, 0)


@pytest.mark.parametrize("title", ["Overview", "Map", "Events"])
def test_lines_that_could_not_be_read_are_told_above_every_page(data: Path, title: str):
    said = '<p class="note" role="status">{} of the data could not be read, so events are missing here.'
    (data / "events.jsonl").write_text('{"id": "a", "title": "Course"}\n{broken\n[1, 2]\n', encoding="utf-8")
    assert [body for body in html(run(title)) if body.startswith(said.format("2 lines or files"))]
    (data / "events.jsonl").write_text('{"id": "a", "title": "Course"}\n{broken\n', encoding="utf-8")
    assert [body for body in html(run(title)) if body.startswith(said.format("1 line or file"))]
    (data / "events.jsonl").write_text('{"id": "a", "title": "Course", "line": 7}\n', encoding="utf-8")
    assert not [body for body in html(run(title)) if "could not be read" in body]


def test_an_empty_result_offers_what_the_countries_did_otherwise():
    app = run("Events", countries="TKM", role="funder")
    offered = app.button("widen_role")
    there = len(with_country("TKM"))
    assert there > 0
    assert offered.label == f"Countries that were there, instead of “paid”: {there} events"
    offered.click().run()
    assert line(app).startswith(f"{there} of {ALL} events")
    assert "role" not in app.query_params
