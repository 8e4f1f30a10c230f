"""Files of announcements that are made to break a reader end in a sentence, and what a page hides is not read."""

from __future__ import annotations

import io
import zipfile
import zlib

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


def test_a_mail_of_many_parts_is_read_and_one_of_hundreds_told():
    def mail(parts: int) -> bytes:
        inside = "--b\nContent-Type: text/plain\n\nA seminar was held.\n"
        begin = "".join(f'Content-Type: multipart/mixed; boundary="{n}b"\n\n--{n}b\n' for n in range(parts))
        return f'Subject: Seminar\n{begin}Content-Type: multipart/mixed; boundary="b"\n\n{inside}'.encode()

    assert source_of(mail(20), "a.eml").text == "Seminar\n\nA seminar was held."
    with pytest.raises(ValueError, match="too many mails in each other; paste its text instead"):
        source_of(mail(200), "a.eml")


@pytest.mark.parametrize("charset", ["a\0b", "undefined", "idna", "punycode", "rot13", "no-such", "\xff"])
@pytest.mark.parametrize("name", ["a.eml", "a.html"])
def test_a_charset_that_is_none_costs_no_text(charset: str, name: str):
    head = {
        "a.eml": f'Subject: Seminar\nContent-Type: text/plain; charset="{charset}"\n\n',
        "a.html": f'<meta charset="{charset}">',
    }
    content = (head[name] + "Held in Córdoba.").encode("cp1252")
    assert source_of(content, name).text.endswith("Held in Córdoba.")


def test_a_page_of_elements_never_closed_is_read_to_its_end():
    page = "<div>" * 100_000 + "<p>A seminar.</p></i></b>" * 5_000
    assert source_of(page.encode(), "a.html").text == "\n".join(["A seminar."] * 5_000)


@pytest.mark.parametrize(("cell", "said"), [("Osh", ": ".join(["Osh"] * 60_000)), (" ", "Osh")])
def test_a_row_of_thousands_of_cells_is_one_line(cell: str, said: str):
    cells = f"<td>{cell}</td>" * 59_999
    found = source_of(f"<table><tr><td>Osh</td>{cells}</tr></table>".encode(), "a.html").text
    assert found.rstrip(": ") == said


@pytest.mark.parametrize("begun", ["<!--", "<!-- a>", '<a b="', "<a href=x ", "<p a='"])
def test_what_is_begun_a_thousand_times_and_never_ended_costs_no_text(begun: str):
    said = source_of(f"<p>A seminar in Osh.</p>{begun * 20_000}".encode(), "a.html").text
    assert said.startswith("A seminar in Osh.\n")


def test_a_comment_is_no_text_and_what_follows_it_is():
    page = "<!-- one -->A seminar<!-- <b>two</b> --> was held <i>in</i> Osh.<!-- three"
    assert source_of(page.encode(), "a.html").text.startswith("A seminar was held in Osh.")


def test_more_tags_than_any_page_has_are_told():
    with pytest.raises(ValueError, match="holds more than 500,000 tags; paste its text instead"):
        source_of(b"<p>x" + b"<br>" * 500_000, "a.html")


# PDF


def pdf(stream: bytes, filters: str = "", trailer: str = "") -> bytes:
    """A PDF of one page with this as its content."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), filters.encode(), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    whole, table = b"%PDF-1.4\n", b"xref\n0 6\n0000000000 65535 f \n"
    for number, told in enumerate(objects, start=1):
        table += b"%010d 00000 n \n" % len(whole)
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, told)
    end = f"trailer << /Size 6 /Root 1 0 R {trailer} >>\nstartxref\n{len(whole)}\n%%EOF"
    return whole + table + end.encode()


def test_a_pdf_is_read():
    assert source_of(pdf(b"BT /F1 12 Tf 10 10 Td (A seminar) Tj ET")).text.strip() == "A seminar"


@pytest.mark.parametrize("name", ["/Unheard", "/JBIG2Decode"])
def test_a_pdf_packed_in_a_way_that_is_not_known_is_told(name: str):
    with pytest.raises(
        ValueError, match="written in a way that cannot be opened here; save it as a text, or print"
    ):
        source_of(pdf(b"zzz", f"/Filter {name}"))


def test_a_pdf_encrypted_in_a_way_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch):
    from pypdf import PageObject
    from pypdf.errors import DependencyError

    def needs(_: object) -> str:
        raise DependencyError("something is required")

    monkeypatch.setattr(PageObject, "extract_text", needs)
    with pytest.raises(
        ValueError, match="encrypted in a way that cannot be opened here; save it as a text, or print"
    ):
        source_of(pdf(b"BT ET", "", "/Private /Encrypted"))


def test_what_a_damaged_pdf_ends_in_is_no_advice():
    with pytest.raises(ValueError, match=r"^is a PDF that cannot be read; paste its text instead$"):
        source_of(pdf(b"zzzz~~~", "/Filter /ASCII85Decode"))


def test_a_pdf_of_millions_of_operators_is_told_before_they_are_kept():
    packed = zlib.compress(b"BT (a) Tj ET\n" * 600_000)
    with pytest.raises(
        ValueError, match="holds far more than an announcement, such as large drawings; paste"
    ):
        source_of(pdf(packed, "/Filter /FlateDecode"))


def test_what_breaks_a_reader_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch):
    def broken(_: bytes) -> str:
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr(release_docx, "document_text", broken)
    with pytest.raises(
        ValueError, match=r"^is damaged, or written in a way that is not known here; save it anew"
    ):
        source_of(docx(para("A seminar")))


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
    monkeypatch.setattr("loaders.release_docx.ET.fromstring", lambda _: pytest.fail("was read"))
    with pytest.raises(ValueError, match="holds more than 1,000,000 marks; paste the part you need"):
        source_of(docx("<p/>" * 1_000_001))


@pytest.mark.parametrize("packed", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_document_damaged_in_any_packing_is_told(packed: int):
    content = docx(para("A seminar was held. " * 500), packed)
    place = content.index(b"document.xml") + 30
    damaged = content[:place] + b"\xff" * 30 + content[place + 30 :]
    with pytest.raises(ValueError, match="no Word document that can be read; save it again as DOCX"):
        source_of(damaged)
