"""The text of a PDF that holds text, page by page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 200
"""Pages; an announcement has a few."""

MOST_PARTS = 500_000
"""Operators, figures and words of one page, or of one part it shows; a full page of a newspaper has 50,000."""

MOST_UNPACKED = 20 * 2**20
"""Bytes of what the pages hold when unpacked, pictures left out; of one page, or of a font, as well."""

_MOST_SHOWN = 100
"""Parts that a page shows, each time counted."""


def document_text(content: bytes) -> str:
    """Return the text of a PDF.

    Raises ValueError, with what to do, where it cannot be read.
    """
    from pypdf import Configuration, PdfReader, apply_configuration

    limits = Configuration(
        stream_parsing_work_maximum_count=MOST_PARTS,
        xform_maximum_invocations_per_extraction=_MOST_SHOWN,
        zlib_maximum_output_length=MOST_UNPACKED,
        lzw_maximum_output_length=MOST_UNPACKED,
        run_length_maximum_output_length=MOST_UNPACKED,
    )
    try:
        with apply_configuration(limits):
            reader = PdfReader(io.BytesIO(content))
            refusal = _refusal(reader)
            text = "" if refusal else "\n".join(page.extract_text() for page in reader.pages)
    except Exception as error:  # a damaged file ends in any of them, and it must not stop the others
        raise ValueError(_why_not(error, encrypted=b"/Encrypt" in content)) from error
    if refusal:
        raise ValueError(refusal)
    return text


def _refusal(reader: PdfReader) -> str:
    """Return why a file is not read, with what to do; nothing where it is."""
    if reader.is_encrypted and not reader.decrypt(""):
        return "is locked with a password; save it without one"
    if len(reader.pages) > MOST_PAGES:
        return f"has more than {MOST_PAGES} pages; an announcement has a few"
    held = 0
    for page in reader.pages:
        contents = page.get_contents()
        held += len(contents.get_data()) if contents else 0
        if held > MOST_UNPACKED:
            return _TOO_MUCH
    return ""


_TOO_MUCH = "holds far more than an announcement, such as large drawings; paste its text instead"


def _why_not(error: Exception, *, encrypted: bool) -> str:
    """Return what an error of the reader of PDF means, and what to do."""
    from pypdf.errors import DependencyError, LimitReachedError

    if isinstance(error, LimitReachedError | MemoryError):
        return _TOO_MUCH
    if not isinstance(error, DependencyError | NotImplementedError):
        return "is a PDF that cannot be read; paste its text instead"
    way = "encrypted" if encrypted else "written"
    return f"is {way} in a way that cannot be opened here; save it as a text, or print it to PDF again"
