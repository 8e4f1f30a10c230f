"""Files of announcements that are made to break a reader end in a sentence, and what a page hides is not read."""

from __future__ import annotations

import io
import zipfile

import pytest

from loaders import release_docx
from loaders.release_files import source_of
from loaders.release_page import page_of

PAGE = "<html><body><article><p>{}</p></article></body></html>"


@pytest.mark.parametrize("broken", ["<![- ", "<![foo[", "<![if gte mso 9]>", "<![CDATA[", "<!["])
def test_a_marked_section_that_is_not_closed_costs_no_text(broken: str):
    said = source_of(
        PAGE.format(f"A seminar was held in Tirana. {broken} It ended on Friday.").encode(), "a.html"
    )
    assert "A seminar was held in Tirana." in said.text
    assert "It ended on Friday." in said.text


@pytest.mark.parametrize("style", ["display:none", "display: NONE; color: red", "visibility: hidden"])
def test_text_that_a_page_does_not_show_is_not_read(style: str):
    hidden = f'</p><p style="{style}">A second one was held in Oslo.</p><p>'
    said = source_of(PAGE.format(f"A seminar was held in Tirana.{hidden}").encode(), "a.html")
    assert "Oslo" not in said.text


def test_mails_in_mails_without_end_are_refused_in_a_sentence():
    deep = 1_500
    begin = "".join(
        f'Content-Type: multipart/mixed; boundary="b{level}"\n\n--b{level}\n' for level in range(deep)
    )
    with pytest.raises(ValueError, match="too many mails in each other"):
        source_of(f"Subject: Seminar\n{begin}Content-Type: text/plain\n\nA seminar.\n".encode(), "deep.eml")


@pytest.mark.parametrize("sign", ["?", "!", ".", "…", "?!"])
def test_a_run_of_signs_is_one_stop_however_long_it_is(sign: str):
    text = f"Was a seminar held{sign * 9_000} It was held in Tirana{sign * 9_000}and in Bar. Nobody came."
    page = page_of(text, "en")
    words = [page.words(number) for number in range(len(page.sentences))]
    assert "".join("".join(words).split()) == "".join(text.split())
    assert any(one.startswith("It was held") for one in words)
    assert words[-1] == "Nobody came."


# Word documents

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OTHER = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def docx(body: str, packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A Word document with this inside its body; names without a prefix are Word's."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packed) as archive:
        xml = f'<document xmlns="{WORD}" xmlns:mc="{OTHER}"><body>{body}</body></document>'
        archive.writestr("word/document.xml", xml)
    return held.getvalue()


def para(words: str) -> str:
    return f"<p><r><t>{words}</t></r></p>"


def table(*cells: str) -> str:
    return f"<tbl><tr>{''.join(f'<tc>{cell}</tc>' for cell in cells)}</tr></tbl>"


def test_a_table_in_a_table_is_read_once():
    inner = table(para("Venue"), para("Osh"))
    assert source_of(docx(table(para("Seminar"), inner, para("Friday")))).text == "Seminar Venue: Osh Friday"


def test_cells_in_parts_of_their_own_belong_to_their_row():
    body = f"<tbl><tr><tc>{para('Venue')}</tc><sdt><sdtContent><tc>{para('Osh')}</tc></sdtContent></sdt></tr></tbl>"
    assert source_of(docx(body)).text == "Venue: Osh"


def test_tables_in_tables_thirty_times_are_read_once():
    body = para("A seminar")
    for _ in range(30):
        body = table(body, para("x"))
    said = source_of(docx(body)).text
    assert said.count("A seminar") == 1
    assert said.count("x") == 30


def test_a_box_that_is_written_for_older_programs_too_is_read_once():
    box = f"<r><txbxContent>{para('Held in Osh')}</txbxContent></r>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert source_of(docx(f"<p>{both}</p>")).text == "Held in Osh"


def test_parts_nested_without_end_are_refused_in_a_sentence():
    with pytest.raises(ValueError, match="nested more than 100 deep; paste its text instead"):
        source_of(docx("<sdt>" * 5_000 + para("x") + "</sdt>" * 5_000))


def test_millions_of_empty_paragraphs_are_refused_before_they_are_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(release_docx.ET, "fromstring", lambda _: pytest.fail("was read"))
    with pytest.raises(ValueError, match="holds more than 1,000,000 marks; paste the part you need"):
        source_of(docx("<p/>" * 1_000_001))


@pytest.mark.parametrize("packed", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_document_damaged_in_any_packing_is_told(packed: int):
    content = docx(para("A seminar was held. " * 500), packed)
    place = content.index(b"document.xml") + 30
    damaged = content[:place] + b"\xff" * 30 + content[place + 30 :]
    with pytest.raises(ValueError, match="no Word document that can be read; save it again as DOCX"):
        source_of(damaged)
