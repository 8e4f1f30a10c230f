"""The document of one country: what a reader of the file finds, with pictures and without, whatever its texts."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

import docx
import numpy as np
import pandas as pd
import pytest

from analysis.country import report
from analysis.whereabouts import hosts
from charts import maps
from charts.country import drawn as drawn_with
from charts.theme import DARK, Look
from exports import brief, country, documents, pictures
from exports.documents import Entry, Part
from tests.facts import LOOK, countries, figures
from tests.frames import every, index_of, real, record, ten
from ui.country import tables
from ui.tables import plain as as_shown


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(bytes(4)))
    + chunk(b"IEND", b"")
)
"""A picture of one pixel."""


def read(made: bytes):
    return docx.Document(io.BytesIO(made))


def texts(made: bytes) -> str:
    """Every paragraph, one a line."""
    return figures("\n".join(paragraph.text for paragraph in read(made).paragraphs))


def links(made: bytes) -> list[str]:
    held = zipfile.ZipFile(io.BytesIO(made)).read("word/_rels/document.xml.rels").decode()
    return re.findall(r'Target="(http[^"]+)" TargetMode="External"', held)


def without(figures_) -> None:
    return None


def with_pictures(figures_) -> list[bytes]:
    return [PNG] * len(figures_)


def of(iso3="KAZ", *peers, draw=without, look=LOOK, index=None, **choices):
    made = report(every(index or ten(), **choices), iso3, peers)
    shown = [as_shown(table) for table, _ in tables(made, None, look)]
    return country.document(made, brief.Told(look), version="abc123", tables=shown, draw=draw)


def drawn(made, look):
    return drawn_with(made, look, hosts(made))


def plain(parts=(), annex=(), brief_=()) -> bytes:
    return documents.written("Title", {"Filters": "none"}, brief=[("", brief_)], parts=parts, annex=annex)


def test_a_document_says_what_it_was_made_from():
    told = texts(of("KAZ", "KGZ"))
    assert told.startswith("Kazakhstan: events against trafficking in persons and smuggling of migrants")
    for line in (
        "Filters: Period: 2019 (10 of 10 events)",
        "Role that makes events its own: was there (host or participant)",
        "Compared with: Kyrgyzstan",
        "Data version: abc123",
        "Source: Cooperation Atlas",
    ):
        assert line in told


def test_every_sentence_of_the_brief_stands_in_the_document():
    made = report(every(ten()), "KAZ")
    bullets = [one.text for one in read(of()).paragraphs if one.style.name == "List Bullet"]
    assert bullets == brief.sentences(made, LOOK.filters)


def test_without_a_program_that_draws_the_charts_are_tables_and_the_document_says_so():
    made = read(of())
    assert documents.NO_PICTURES in texts(of())
    assert len(made.inline_shapes) == 0
    assert len(made.tables) == 7
    met = made.tables[3]
    assert [[cell.text for cell in row.cells] for row in met.rows] == [
        ["country", "events", "code"],
        ["Kyrgyzstan", "2", "KGZ"],
        ["Tajikistan", "2", "TJK"],
        ["Uzbekistan", "1", "UZB"],
    ]


def test_with_pictures_each_chart_is_one_with_its_words_for_those_who_cannot_see_it():
    made = of(draw=with_pictures)
    shapes = read(made).inline_shapes
    assert len(shapes) == 7
    assert "Four rows of columns. Kazakhstan: events by year and role" in shapes[0]._inline.docPr.get("descr")
    assert documents.NO_PICTURES not in texts(made)
    assert read(made).tables == []


def test_the_charts_of_a_document_are_light_whatever_the_reader_looks_at():
    seen: list = []
    of(draw=seen.extend, look=Look(DARK, 1.5, "Period: 2019", "Source"))
    assert {figure.to_dict()["layout"]["paper_bgcolor"] for figure in seen} == {"#FFFFFF"}
    assert {figure.to_dict()["layout"]["title"]["font"]["size"] for figure in seen} == {18}


def test_the_annex_lists_every_event_with_what_the_country_did_and_its_source():
    told = texts(of())
    assert "Annex: 5 events with sources" in told
    assert "1. joint. 5–7 Nov 2023; Almaty, Kazakhstan; hosted; took part; funded by" in told
    assert "dushanbe. 26–27 Oct, year unknown; Dushanbe, Tajikistan; took part" in told
    assert "source read only in part" in told
    assert links(of()) == ["https://example.org"]


def test_an_address_that_is_no_link_is_written_as_text():
    made = plain(annex=[Entry("a", "facts.", (("Press", "javascript:alert(1)"), ("Other", "")))])
    assert links(made) == []
    assert "javascript:alert(1)" in texts(made)
    assert "address not stated" in texts(made)


HOSTILE = ("\x00\x07bell", "<w:p/>&amp;", "\udcff", "a\tb\nc", "👩‍⚖️", "\u202eabc", "x" * 5000, "")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_can_be_written(text):
    part = Part(
        text, text, text, pd.DataFrame([[text]], columns=pd.Index([text], dtype=object), dtype=object), None
    )
    made = documents.written(
        text,
        {text: text},
        brief=[(text, [text])],
        parts=[part],
        annex=[Entry(text, text, ((text, f"https://x/{text}"),))],
    )
    assert read(made).paragraphs


def test_a_long_table_and_a_long_annex_tell_what_is_left_out():
    part = Part("Heading", "", "alt", pd.DataFrame({"a": range(50)}))
    told = texts(plain([part], [Entry(f"event {place}", "facts.", ()) for place in range(305)]))
    assert "10 more rows in the CSV file." in told
    assert "Annex: 305 events with sources" in told
    assert "The newest 300 are listed; the CSV file holds all." in told
    assert "event 299" in told
    assert "event 300" not in told


def test_an_empty_table_says_so():
    assert "Nothing to show." in texts(plain([Part("Heading", "", "alt", pd.DataFrame({"a": []}))]))


def test_numbers_in_tables_read_as_on_the_page():
    part = Part("Heading", "", "alt", pd.DataFrame({"a": [1240, None], "b": [2.5, np.nan], "c": ["x", None]}))
    rows = [[figures(cell.text) for cell in row.cells] for row in read(plain([part])).tables[0].rows]
    assert rows == [["a", "b", "c"], ["1 240", "2.5", "x"], ["–", "–", "–"]]


def test_a_figure_nobody_tells_is_a_dash_in_a_table():
    part = Part("Heading", "", "alt", pd.DataFrame({"people": pd.array([40, None], dtype="Int64")}))
    rows = [[cell.text for cell in row.cells] for row in read(plain([part])).tables[0].rows]
    assert rows == [["people"], ["40"], ["–"]]


def test_a_country_without_events_still_has_a_document():
    assert "Antarctica is named in none of 10 events." in texts(
        of("ATA", look=Look(filters="All events, no filter"))
    )


def test_the_events_as_a_table_are_those_of_any_role():
    made = country.events(report(every(ten()), "ITA"))
    assert made[["Id", "What the country did"]].to_numpy().tolist() == [
        ["rome", "took part"],
        ["almaty", "sent experts"],
    ]
    assert list(made) == list(country.HEADINGS.values())[1:]


def test_an_event_without_facts_is_told_by_its_id():
    index = index_of(record("bare", host="KAZ", title=None, sources=[]))
    assert "1. bare. date not stated; Kazakhstan; hosted; no funder stated." in texts(of(index=index))


PAID = index_of(
    record("body", "2022", host="KAZ", funder="NOR", funders=["MFA Norway"]),
    record("alone", "2021", host="KAZ", funder="NOR DNK"),
    record("nobody", "2020", host="KAZ"),
)


def test_an_event_that_a_country_paid_for_is_not_one_without_a_funder():
    told = texts(of(index=PAID))
    assert "1. body. 2022; Kazakhstan; hosted; funded by MFA Norway." in told
    assert "2. alone. 2021; Kazakhstan; hosted; paid by Norway; Denmark, no body named." in told
    assert "3. nobody. 2020; Kazakhstan; hosted; no funder stated." in told


def test_the_events_as_a_table_name_the_countries_that_paid():
    made = country.events(report(every(PAID), "KAZ"))[["Id", "Funders", "Countries that paid"]]
    assert made.astype(object).fillna("").to_numpy().tolist() == [
        ["body", "MFA Norway", "Norway"],
        ["alone", "no body named", "Norway; Denmark"],
        ["nobody", "", ""],
    ]


# Pictures


def test_without_a_browser_there_are_no_pictures(monkeypatch, tmp_path):
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "nothing"))
    assert pictures.png(drawn(report(every(ten()), "KAZ"), LOOK).all) is None


def test_a_browser_that_cannot_draw_gives_no_pictures(monkeypatch, tmp_path):
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(broken))
    assert pictures.png([drawn(report(every(ten()), "KAZ"), LOOK).met]) is None


@pytest.mark.skipif(not pictures.browser(), reason="no Chromium on this machine")
def test_figures_and_maps_become_pictures_of_their_own_size():
    made = drawn(report(every(real()), "KAZ"), LOOK)
    world = maps.by_country(countries([("KAZ", "Kazakhstan", 2, True, 48.0, 67.0)]), LOOK)
    drawn_ = pictures.png([made.topics, world])
    assert drawn_ is not None
    sizes = [tuple(int.from_bytes(one[at : at + 4], "big") for at in (16, 20)) for one in drawn_]
    height = made.topics.to_dict()["layout"]["height"]
    assert sizes == [(1920, 2 * height), (1920, 1080)]


def test_the_page_that_draws_names_no_other_host(tmp_path):
    page = pictures._page(tmp_path).read_text(encoding="utf-8")
    assert "Content-Security-Policy" in page
    assert set(re.findall(r'src="(\w+):', page)) == {"file"}
