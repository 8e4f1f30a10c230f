"""The text of an announcement out of a file: plain text, HTML, DOCX, PDF with text, or a mail (EML)."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from loaders.release_html import page_text

if TYPE_CHECKING:
    from email.message import EmailMessage

MOST_BYTES = 20 * 2**20
MOST_PAGES = 200
"""Pages of a PDF; an announcement has a few."""

MOST_XML = 50 * 2**20
"""Bytes of the text of a DOCX when unpacked."""

_LABEL = 40
"""Letters of a cell that says what the next one holds."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z-]*: .*\r?\n(?:[ \t].*\r?\n)*){2,}\r?\n")
_FORWARDED = re.compile(
    r"^(?:From|Sent|To|Cc|Bcc|Date|Subject|De|À|Envoyé|Objet|Para|Enviado|Asunto|Assunto|От|Кому|Дата|"
    r"Тема)\s?: .*$|^-{2,} ?(?:Original|Forwarded).*$",
    re.MULTILINE,
)
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Soft hyphens and marks without width, which stand in words of web pages."""

_DIVIDED = re.compile(
    r"(?<![\w-])(?!(?:one|two|three|four|five|six|seven|eight|nine|ten|week|month|anti|non|multi|counter|cross|inter|sub|self|"
    r"long|high|well|half|day)-)([^\W\d_]*[a-zà-ÿа-я])-[ ]*\n[ ]*(?=[a-zà-ÿа-я]{2})"
)
"""A word divided at the end of a line; not one that bears its hyphen, such as "two-day"."""

_BROKEN = re.compile(r"(?<=\w)-[ ]*\n[ ]*(?=[a-zà-ÿа-я])")

_CYRILLIC = re.compile("[а-яё]{4,}")


@dataclass(frozen=True)
class Source:
    """The text of a file, with the address and the day (ISO) that the file tells."""

    text: str
    url: str | None = None
    published: str | None = None


def text_of(path: Path) -> Source:
    """Return the text of a file.

    Raises OSError where it cannot be opened, ValueError (with what to do) where it cannot be read.
    """
    if path.stat().st_size > MOST_BYTES:
        raise ValueError(f"has more than {MOST_BYTES // 2**20} MB; paste its text instead")
    return source_of(path.read_bytes(), path.name)


def source_of(content: bytes, name: str = "") -> Source:
    """Return the text of a file's content; its kind is told by the content, then by the end of its name.

    Raises ValueError, with what to do, where it cannot be read.
    """
    source = _reader(content, name)(content)
    if not source.text.strip():
        raise ValueError("holds no text; if it is a scan, type the text or run text recognition first")
    return replace(source, text=source.text.translate(_UNSEEN))


def _reader(content: bytes, name: str) -> Callable[[bytes], Source]:
    ending = name.casefold().rpartition(".")[2]
    head = content[:4096].lstrip().lower()
    if content[:1024].lstrip().startswith(b"%PDF"):
        return _pdf
    if content.startswith(b"PK"):
        return _docx
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise ValueError("is in an old Word or Outlook format; save it as DOCX, PDF or EML")
    if ending == "eml" or (ending not in {"txt", "htm", "html"} and _MAIL.match(content)):
        return _mail
    if (
        ending in {"html", "htm", "xhtml"}
        or head.startswith((b"<!doctype html", b"<html"))
        or b"<body" in head
    ):
        return _html
    return _plain


def _plain(content: bytes) -> Source:
    if content[:4096].count(b"\x00") > 8 and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("is no text; save it as text, HTML, DOCX, PDF or EML")
    return Source(decoded(content))


def decoded(content: bytes, charset: str = "") -> str:
    """Return bytes as text: in UTF-8 or UTF-16 where they are, else in the charset told, else as Windows writes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    for code in ("utf-8-sig", charset):
        try:
            return content.decode(code)
        except (UnicodeDecodeError, LookupError):
            continue
    russian = content.decode("cp1251", "replace")
    return russian if len(_CYRILLIC.findall(russian)) > 20 else content.decode("cp1252", "replace")


def _html(content: bytes) -> Source:
    told = _CHARSET.search(content[:4096])
    text, url, published = page_text(decoded(content, told[1].decode() if told else ""))
    return Source(text, url, published)


def _docx(content: bytes) -> Source:
    xml = _document(content)
    if len(xml) > MOST_XML:
        raise ValueError(f"holds more than {MOST_XML // 2**20} MB of text; paste the part you need")
    if b"<!DOCTYPE" in xml[:2048]:
        raise ValueError("holds a document type of its own, which Word never writes; it is not opened")
    try:
        root = ET.fromstring(xml)  # noqa: S314  entities need a document type, refused above
    except ET.ParseError as error:
        raise ValueError("is a damaged Word document; save it again as DOCX") from error
    return Source("\n".join(_lines(root)))


def _document(content: bytes) -> bytes:
    """Return the part of a DOCX that holds its text, not more of it than is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("word/document.xml") as part:
            return part.read(MOST_XML + 1)
    except (KeyError, ValueError, EOFError, OSError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise ValueError("is no Word document that can be read; save it again as DOCX") from error


def _lines(parent: ET.Element) -> Iterator[str]:
    """Yield the paragraphs of a part of a document; a row of short cells as one line, "Venue: Osh"."""
    for child in parent:
        if child.tag == f"{_WORD}p":
            yield _paragraph(child)
        elif child.tag == f"{_WORD}tr":
            cells = [" ".join(filter(None, _lines(cell))) for cell in child.iter(f"{_WORD}tc")]
            label = cells and len(cells[0]) <= _LABEL and not cells[0].endswith(":")
            yield (": " if label and len(cells) == 2 else " ").join(filter(None, cells))
        else:
            yield from _lines(child)


def _paragraph(paragraph: ET.Element) -> str:
    """Return the words of a paragraph, deleted ones left out."""
    words = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
    return "".join(
        (one.text or "") if one.tag == f"{_WORD}t" else words.get(one.tag, "") for one in paragraph.iter()
    )


def _pdf(content: bytes) -> Source:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError("is locked with a password; save it without one")
        if len(reader.pages) > MOST_PAGES:
            raise ValueError(f"has more than {MOST_PAGES} pages; an announcement has a few")
        return Source(joined("\n".join(page.extract_text() for page in reader.pages)))
    except (PyPdfError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError) as error:
        raise ValueError("is a PDF that cannot be read; paste its text instead") from error


def joined(text: str) -> str:
    """Return a text with the words joined that were divided at the ends of lines: "traf-ficking", "two-day"."""
    return _BROKEN.sub("-", _DIVIDED.sub(r"\1", text))


def _mail(content: bytes) -> Source:
    from email import policy
    from email.message import EmailMessage
    from email.parser import BytesParser

    try:
        message = BytesParser(policy=policy.default).parsebytes(content)
        part = message.get_body(preferencelist=("plain", "html"))
    except RecursionError:
        raise ValueError("is a mail of too many mails in each other; paste its text instead") from None
    if not isinstance(part, EmailMessage):
        raise ValueError("is a mail without text; save what is attached to it, and drop that")
    body = decoded(_payload(part), part.get_content_charset() or "")
    if part.get_content_type() == "text/html":
        body = page_text(body)[0]
    lines = [line for line in _FORWARDED.sub("", body).splitlines() if not line.startswith(">")]
    subject = re.sub(
        r"^(?:(?:fwd?|re|tr|rv|enc)\s?:\s*)+", "", str(message.get("subject", "")), flags=re.IGNORECASE
    )
    return Source("\n".join([subject.strip(), "", *_without_signature(lines)]), None, _mail_day(message))


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _without_signature(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if line.rstrip("\r") in {"-- ", "--"}:
            return
        yield line


def _mail_day(message: EmailMessage) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        day: date = parsedate_to_datetime(str(message.get("date", ""))).date()
    except (ValueError, TypeError):
        return None
    return day.isoformat()
