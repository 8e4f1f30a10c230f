"""The text of an announcement out of a file: plain text, HTML, DOCX, PDF with text, or a mail (EML).

What reads a kind of file is imported when the first file of that kind is read, so that plain text starts sooner.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.late import late

if TYPE_CHECKING:
    from email.message import EmailMessage

MOST_BYTES = 20 * 2**20
MOST_MAILS = 100
"""Parts and mails in a mail, each of which may hold others."""

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"})
"""What Python can decode and no page or mail is written in."""

_PARTED = re.compile(rb"\bboundary(?:\*\d*\*?)?[ \t]*=|message/rfc822", re.IGNORECASE)
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z-]*: .*\r?\n(?:[ \t].*\r?\n)*){2,}\r?\n")
_FORWARDED = late(
    r"^(?:From|Sent|To|Cc|Bcc|Date|Subject|De|À|Envoyé|Objet|Para|Enviado|Asunto|Assunto|От|Кому|Дата|"
    r"Тема)\s?: .*$|^-{2,} ?(?:Original|Forwarded).*$",
    re.MULTILINE,
)
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Soft hyphens and marks without width, which stand in words of web pages."""

_DIVIDED = late(
    r"(?<![\w-])(?!(?:one|two|three|four|five|six|seven|eight|nine|ten|week|month|anti|non|multi|counter|cross|inter|sub|self|"
    r"long|high|well|half|day)-)([^\W\d_]*[a-zà-ÿа-я])-[ ]*\n[ ]*(?=[a-zà-ÿа-я]{2})"
)
"""A word divided at the end of a line; not one that bears its hyphen, such as "two-day"."""

_BROKEN = late(r"(?<=\w)-[ ]*\n[ ]*(?=[a-zà-ÿа-я])")

_CYRILLIC = late("[а-яё]{4,}")


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
    if not content.strip():
        raise ValueError("is empty; save it again, or take it away")
    source = _read(content, name)
    if not source.text.strip():
        raise ValueError("holds no text; if it is a scan, type the text or run text recognition first")
    return replace(source, text=source.text.translate(_UNSEEN))


def _read(content: bytes, name: str) -> Source:
    """Return the text of a content as its reader gives it; where that breaks on it, a sentence says so."""
    read = _reader(content, name)
    try:
        return read(content)
    except UnicodeError as error:
        raise ValueError(_DAMAGED) from error
    except ValueError:
        raise
    except Exception as error:
        raise ValueError(_DAMAGED) from error


_DAMAGED = "is damaged, or written in a way that is not known here; save it anew, or paste its text instead"


def _reader(content: bytes, name: str) -> Callable[[bytes], Source]:
    ending = name.casefold().rpartition(".")[2]
    head = content[:4096].lstrip().lower()
    if content[:1024].lstrip().startswith(b"%PDF"):
        return _pdf
    if content.startswith(b"PK"):
        return _docx
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise ValueError("is in an old Word or Outlook format; save it as DOCX, PDF or EML")
    if _is_binary(content):
        raise ValueError("is no text; save it as text, HTML, DOCX, PDF or EML")
    if ending == "eml" or (ending not in {"txt", "htm", "html"} and _MAIL.match(content)):
        return _mail
    if (
        ending in {"html", "htm", "xhtml"}
        or head.startswith((b"<!doctype html", b"<html"))
        or b"<body" in head
    ):
        return _html
    return _plain


def _is_binary(content: bytes) -> bool:
    """Return whether the opening holds signs that no text holds: a picture, a program, a damaged file."""
    head = content[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return head.count(b"\x00") > 8 or head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8"))


def _plain(content: bytes) -> Source:
    return Source(decoded(content))


def decoded(content: bytes, charset: str = "") -> str:
    """Return bytes as text: in UTF-8 or UTF-16 where they are, else in the charset told, else as Windows writes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    for code in ("utf-8-sig", _charset(charset)):
        try:
            return content.decode(code)
        except (UnicodeDecodeError, LookupError):
            continue
    russian = content.decode("cp1251", "replace")
    return russian if len(_CYRILLIC.findall(russian)) > 20 else content.decode("cp1252", "replace")


def _charset(told: str) -> str:
    """Return the name of a charset as Python knows it; nothing for one that is none."""
    try:
        name = codecs.lookup(told).name
    except (LookupError, ValueError):
        return ""
    return "" if name.replace("-", "_") in _NO_CHARSETS else name


def _html(content: bytes) -> Source:
    from loaders.release_html import page_text

    told = _CHARSET.search(content[:4096])
    text, url, published = page_text(decoded(content, told[1].decode() if told else ""))
    return Source(text, url, published)


def _docx(content: bytes) -> Source:
    from loaders.release_docx import document_text

    return Source(document_text(content))


def _pdf(content: bytes) -> Source:
    from loaders.release_pdf import document_text

    return Source(joined(document_text(content)))


def joined(text: str) -> str:
    """Return a text with the words joined that were divided at the ends of lines: "traf-ficking", "two-day"."""
    return _BROKEN.sub("-", _DIVIDED.sub(r"\1", text))


def _mail(content: bytes) -> Source:
    from email import policy
    from email.message import EmailMessage
    from email.parser import BytesParser

    from loaders.release_html import page_text

    if len(_PARTED.findall(content)) > MOST_MAILS:
        raise ValueError("is a mail of too many mails in each other; paste its text instead")
    message = BytesParser(policy=policy.default).parsebytes(content)
    part = message.get_body(preferencelist=("plain", "html"))
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
