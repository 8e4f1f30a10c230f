"""The text of a web page without its menus, footers and side columns, with its address and day where it tells them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from loaders.late import late
from loaders.release_words import words_in

_SKIPPED = words_in(
    "script style nav footer aside form button select noscript template svg iframe object head dialog menu"
)
_BLOCKS = words_in(
    "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol table tr br hr blockquote "
    "figure figcaption dd dt dl pre address"
)
_VOID = words_in("area base br col embed hr img input link meta source track wbr")
_FURNITURE = late(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer|sidebar|side-bar|breadcrumbs?|cookies?|consent|"
    r"share|sharing|social|related|comments?|banner|newsletter|"
    r"subscribe|pagination|pager|tags?|skip|search|topbar|masthead|toolbar|widget|advert\w*|promo|"
    r"popup|modal|languages?|lang-switcher)(?:$|[\s_-])",
    re.IGNORECASE,
)
_DAYS = frozenset(
    {
        "article:published_time",
        "datepublished",
        "dc.date",
        "dcterms.date",
        "dcterms.created",
        "date",
        "pubdate",
        "og:published_time",
    }
)
_ADDRESSES = frozenset({"og:url"})
_LEAST = 300
"""An article or main part with fewer letters is not taken for the whole text."""

_LINKED = 0.6
"""A line of which more is link text, and that ends no sentence, belongs to a menu."""


MOST_TAGS = 500_000
"""Signs that open a tag; long pages have ten thousand of them."""


@dataclass
class _Line:
    """A block of the page: its text, how much of it are links, and whether it stands in the main part."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    main: bool = False
    heading: bool = False
    ending: str = ""
    """The last sign that is no blank."""

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())

    def add(self, part: str) -> None:
        """Put text at the end of the line."""
        self.parts.append(part)
        self.ending = part.rstrip()[-1:] or self.ending


class _Reader(HTMLParser):
    """Collects the lines of a page and what its head tells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[_Line] = [_Line()]
        self.title: list[str] = []
        self.address = ""
        self.day = ""
        self._open: list[tuple[str, str]] = []
        self._names: Counter[str] = Counter()
        self._skipped = self._main = self._linked = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; note what the head tells."""
        values = {name: value or "" for name, value in attrs}
        self._note(tag, values)
        if tag in _BLOCKS:
            self._new_line(tag)
        if tag in {"td", "th"} and (before := self.lines[-1].ending):
            self.lines[-1].add(" " if before == ":" else ": ")
        if tag in _VOID:
            return
        kind = self._kind(tag, values)
        self._open.append((tag, kind))
        self._names[tag] += 1
        self._count(kind, 1)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those left open in it."""
        if tag in _BLOCKS:
            self._new_line("")
        if not self._names[tag]:
            return
        while self._open:
            name, kind = self._open.pop()
            self._names[name] -= 1
            self._count(kind, -1)
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        """Keep text that belongs to the page."""
        if self._open and self._open[-1][0] == "title" and not self.lines[-1].ending:
            self.title.append(data)
        if self._skipped:
            return
        line = self.lines[-1]
        line.add(data)
        line.main = line.main or self._main > 0
        line.linked += len(data.strip()) if self._linked else 0

    def _kind(self, tag: str, values: dict[str, str]) -> str:
        """Return how an element counts: skipped, main, linked, or plain."""
        named = f"{values.get('class', '')} {values.get('id', '')}"
        hidden = "hidden" in values or values.get("aria-hidden") == "true" or _unseen(values.get("style", ""))
        furniture = tag not in {"body", "html", "article", "main"} and _FURNITURE.search(named) is not None
        if (
            tag in _SKIPPED
            or hidden
            or furniture
            or values.get("role") in {"navigation", "banner", "contentinfo", "search"}
        ):
            return "skipped"
        if tag in {"article", "main"} or values.get("role") == "main":
            return "main"
        return "linked" if tag == "a" else ""

    def _count(self, kind: str, step: int) -> None:
        self._skipped += step if kind == "skipped" else 0
        self._main += step if kind == "main" else 0
        self._linked += step if kind == "linked" else 0

    def _new_line(self, tag: str) -> None:
        if self.lines[-1].parts:
            self.lines.append(_Line())
        self.lines[-1].heading = tag in {"h1", "h2"}

    def _note(self, tag: str, values: dict[str, str]) -> None:
        name = (values.get("property") or values.get("name") or values.get("itemprop") or "").casefold()
        if tag == "meta" and name in _DAYS and not self.day:
            self.day = values.get("content", "")[:10]
        if tag == "meta" and name in _ADDRESSES:
            self.address = values.get("content", "")
        if tag == "link" and values.get("rel", "").casefold() == "canonical":
            self.address = values.get("href", "") or self.address
        if tag == "time" and not self.day and values.get("datetime"):
            self.day = values["datetime"][:10]


def _unseen(style: str) -> bool:
    told = style.casefold().replace(" ", "")
    return "display:none" in told or "visibility:hidden" in told


_MARKED = late(r"<!\[CDATA\[|\]\]>|<!\[(?:if|endif)[^>]*>|<!\[", re.IGNORECASE)
"""Marked sections, on which Python's parser fails where they are not closed."""


def _unmarked(found: re.Match[str]) -> str:
    return "&lt;![" if found[0] == "<![" else ""


_MOST_BEGUN = 20
"""Signs that open a tag before one that closes one; where there are more, they are signs of a text."""

_COMMENT_ENDS = late(r"--\s*!?>")


def _ended(html: str) -> str:
    """Return a page with the tags and comments as text that are begun and never ended.

    Python's parser looks for the end of each of them to the end of the page.
    """
    html = ">".join(_of_one_tag(piece) for piece in html.split(">"))
    last = max((found.end() for found in _COMMENT_ENDS.finditer(html)), default=0)
    return html[:last] + html[last:].replace("<!--", "&lt;!--")


def _of_one_tag(piece: str) -> str:
    if piece.count("<") <= _MOST_BEGUN:
        return piece
    text, _, tag = piece.rpartition("<")
    return text.replace("<", "&lt;") + "<" + tag


def page_text(html: str) -> tuple[str, str | None, str | None]:
    """Return the text of a page, one block a line, with its address and the day it was published (ISO), where told.

    Raises ValueError, with what to do, for one of more tags than any page has.
    """
    if html.count("<") > MOST_TAGS:
        raise ValueError(f"holds more than {MOST_TAGS:,} tags; paste its text instead")
    reader = _Reader()
    reader.feed(_ended(_MARKED.sub(_unmarked, html)))
    reader.close()
    lines = [line for line in reader.lines if line.text]
    main = [line for line in lines if line.main]
    if sum(len(line.text) for line in main) >= _LEAST:
        lines = main
    kept = [line.text for line in lines if not _is_menu(line)]
    title = " ".join("".join(reader.title).split()).split(" | ")[0].strip()
    headed = any(line.heading for line in lines) or not title or any(title[:40] in line for line in kept[:5])
    address = reader.address if reader.address.startswith(("https://", "http://")) else None
    day = reader.day if re.fullmatch(r"\d{4}-\d\d-\d\d", reader.day) else None
    return "\n".join(kept if headed else [title, *kept]), address, day


def _is_menu(line: _Line) -> bool:
    return line.linked > _LINKED * len(line.text) and not line.text.endswith((".", "!", "?", ":"))
