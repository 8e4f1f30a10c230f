"""What an attacker, a slip of the keyboard or a half-saved file may bring: told, and nothing breaks."""

from __future__ import annotations

import html
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from loaders import files, load
from loaders.problems import VocabularyError
from tests.conftest import ROOT
from ui import labels
from ui.events import _links
from view import View, from_address

RECORDS = (ROOT / "data" / "events.jsonl").read_text("utf-8").splitlines()


def folder(tmp_path: Path, *records: dict[str, Any]) -> Path:
    lines = [json.dumps(record) for record in records]
    (tmp_path / "events.jsonl").write_text("\n".join(lines), "utf-8")
    return tmp_path


def app(monkeypatch: pytest.MonkeyPatch, data: Path, page: str = "", **address: str) -> AppTest:
    monkeypatch.setenv("ATLAS_DATA", str(data))
    made = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in address.items():
        made.query_params[name] = value
    if page:
        made.switch_page(page)
    made.run()
    assert [error.value for error in made.exception] == []
    return made


def text(made: AppTest) -> str:
    return " ".join([*(part.value for part in made.subheader), *(part.value for part in made.markdown)])


def test_a_file_saved_while_it_is_read_is_not_kept_under_the_version_it_had_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    data, kept = tmp_path / "data", tmp_path / "kept"
    data.mkdir()
    events = data / "events.jsonl"
    events.write_text("\n".join(RECORDS), "utf-8")
    whole, calls = files.content_hash, []

    def saved_meanwhile(sources: files.Sources) -> str:
        found = whole(sources)
        calls.append(found)
        if len(calls) == 1:  # between the hash and the reading
            events.write_text("\n".join(RECORDS[:100]), "utf-8")
        return found

    monkeypatch.setattr(files, "content_hash", saved_meanwhile)
    assert len(load(data, cache_folder=kept)["events"]) == 100
    events.write_text("\n".join(RECORDS), "utf-8")
    assert len(load(data, cache_folder=kept)["events"]) == len(RECORDS)


def test_files_that_never_hold_still_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    hashes = iter(str(number) for number in range(100))
    monkeypatch.setattr(files, "content_hash", lambda _sources: next(hashes))
    with pytest.raises(OSError, match="changes while it is read"):
        load(folder(tmp_path, {"id": "a"}))


def test_a_file_in_utf_16_is_told_line_by_line_and_the_first_names_the_encoding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "events.jsonl").write_text("\n".join(RECORDS[:3]), "utf-16")
    problems = load(tmp_path)["problems"]
    assert len(problems) >= 3
    assert "UTF-16" in problems["advice"].iloc[0]
    made = app(monkeypatch, tmp_path, "pages/quality.py")
    assert "No event could be read" in text(made)
    assert made.dataframe[0].value["What is wrong and what to do"].tolist() == problems["advice"].tolist()


def test_problems_stand_there_even_where_the_filters_leave_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    data = folder(tmp_path, {"id": "a", "topics": ["sorcery"]})
    made = app(monkeypatch, data, "pages/quality.py", countries="KAZ")
    assert "sorcery" in made.dataframe[0].value["What stands there"].tolist()


def test_data_without_an_event_are_not_said_to_be_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made = app(monkeypatch, folder(tmp_path), "pages/quality.py")
    assert "None, but the files hold no event." in [part.value for part in made.markdown]


@pytest.mark.parametrize("published", ["2024-13-01", "3-May-2024", "0000", "2024-", "X"])
def test_a_day_of_publication_that_is_no_date_is_shown_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, published: str
):
    source = {"url": "https://example.org/a", "publisher": "none", "published": published}
    data = folder(tmp_path, {"id": "a", "title": "A", "sources": [source]})
    made = app(monkeypatch, data, "pages/events.py", event="a")
    assert any(f">none</a>, {published}" in part.proto.body for part in made.get("html"))


@pytest.mark.parametrize(
    "published",
    ["<img src=http://a.example/x.png>", "<a href='https://a.example'>sign in</a>", "<style>*{}</style>"],
)
def test_a_day_of_publication_with_tags_is_shown_as_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, published: str
):
    source = {"url": "https://example.org/a", "publisher": "UNODC", "published": published}
    data = folder(tmp_path, {"id": "a", "title": "A", "sources": [source]})
    made = app(monkeypatch, data, "pages/events.py", event="a")
    bodies = [part.proto.body for part in made.get("html")]
    assert any(html.escape(published) in body for body in bodies)
    assert not any(published in body for body in bodies)


def test_a_publisher_called_none_is_not_taken_for_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    named: dict[str, Any] = {"id": "a", "sources": [{"publisher": "none"}]}
    app(monkeypatch, folder(tmp_path, named, {"id": "b", "sources": []}), "pages/quality.py")


def test_an_event_without_a_title_is_named_by_its_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made = app(monkeypatch, folder(tmp_path, {"id": "untitled-one", "start_date": "2024-05-06"}))
    labels = [link.proto.label for link in made.get("page_link")]
    assert any("untitled" in label for label in labels)
    assert not any("nan" in label.split() for label in labels)


def test_markdown_in_the_address_stays_text_in_the_hint_of_a_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = app(monkeypatch, folder(tmp_path, {"id": "a"}), q="![x](http://evil.example/i.png)")
    hints = [button.proto.help for button in made.button if button.key == "remove_text_"]
    assert len(hints) == 1
    assert "![" not in hints[0]
    assert "](" not in hints[0]


@pytest.mark.parametrize("screen", ["9" * 5000, "-1", "abc", "²", ""])
def test_a_screen_that_is_none_shows_one_that_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, screen: str
):
    made = app(monkeypatch, folder(tmp_path, {"id": "a"}), present="1", screen=screen)
    assert len(made.get("plotly_chart")) == 1
    told = " ".join(body.proto.body for body in made.get("html"))
    assert f"The address: screen={screen[:50]}" in told


def test_signs_without_a_letter_are_found_in_no_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made = app(monkeypatch, folder(tmp_path, {"id": "a", "title": "A"}), q="\u0301")
    assert "No event in the records fits all of these filters" in text(made)


def test_many_unknown_codes_are_told_in_a_few_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    codes = ",".join(f"Q{number:02}" for number in range(60))
    made = app(monkeypatch, folder(tmp_path, {"id": "a"}), countries=codes)
    assert len(made.warning) == 6
    assert "55 more" in made.warning[-1].value


def test_a_pick_of_an_unknown_dimension_is_complained_of():
    view, complaints = from_address({"v": "1", "pick": "foo:bar,topic:x"}, {"pick": {"topic"}})
    assert view.pick == (("topic", "x"),)
    assert len(complaints) == 1
    assert "foo:bar" in complaints[0]


@pytest.mark.parametrize("id_", ["a+b", "a&b=c", "a#b", "a%41b", "a b", "é"])
def test_the_link_of_an_event_holds_its_id_whatever_is_in_it(id_: str):
    from urllib.parse import parse_qs, urlsplit

    assert parse_qs(urlsplit(_links([id_], View())[0]).query)["event"] == [id_]


@pytest.mark.parametrize("code", ["none", "others", "a,b", "a:b"])
def test_a_code_that_addresses_need_is_refused_in_a_vocabulary(tmp_path: Path, code: str):
    own = tmp_path / "vocabulary"
    own.mkdir()
    for file in (ROOT / "data" / "vocabulary").glob("*.csv"):
        (own / file.name).write_bytes(file.read_bytes())
    with (own / "programmes.csv").open("a", encoding="utf-8", newline="") as rows:
        rows.write(f'"{code}",A programme,,\r\n')
    with pytest.raises(VocabularyError, match=r"programmes\.csv line \d+: .* cannot be a code"):
        load(folder(tmp_path, {"id": "a"}))


def test_a_folder_that_cannot_be_read_is_told_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    data = folder(tmp_path, {"id": "a"})
    (data / "vocabulary").mkdir()
    (data / "vocabulary" / "countries.csv").mkdir()
    made = app(monkeypatch, data)
    assert len(made.error) == 1
    assert "countries" in made.error[0].value


IMAGE = "![x](http://evil.example/m.png) <img src=http://evil.example/i.png> https://evil.example"


def test_names_of_a_vocabulary_are_text_where_about_lists_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    data = folder(tmp_path, {"id": "a"})
    shutil.copytree(ROOT / "data" / "vocabulary", data / "vocabulary")
    for name in ("topics.csv", "audiences.csv"):
        file = data / "vocabulary" / name
        heading, row, *rows = file.read_text(encoding="utf-8-sig").splitlines()
        cells = row.split(",")
        cells[heading.split(",").index("name")] = IMAGE
        file.write_text("\n".join([heading, ",".join(cells), *rows, ""]), encoding="utf-8")
    shown = text(app(monkeypatch, data, "pages/about.py"))
    assert shown.count(labels.plain(IMAGE)) == 2
    assert IMAGE not in shown


def test_an_empty_events_file_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made = app(monkeypatch, folder(tmp_path))
    assert "The files hold no line to read." in " ".join(part.value for part in made.markdown)
    made = app(monkeypatch, folder(tmp_path, {"id": "a"}), "")
    assert "The files hold no line to read." not in " ".join(part.value for part in made.markdown)


def test_an_error_of_the_system_names_the_file_in_words_and_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = app(monkeypatch, tmp_path / ("x" * 5000))
    told = made.error[0].value
    assert "cannot be opened" in told or "no such file" in told
    assert "Errno" not in told
    assert len(told) < 600
