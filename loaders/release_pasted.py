"""Pasted text that is the source of a page, without its tags, and where each letter of it stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.late import late
from loaders.release_evidence import Evidence
from loaders.release_words import words_in

_LEAST = 2
"""So many tags make a text the source of a page; one may be a slip or a formula."""

_TAGS = late(
    r"</(?:p|div|span|b|strong|em|i|u|a|li|ul|ol|h[1-6]|td|tr|table|section|article|font|body|html)\s*>|<br\s*/?>",
    re.IGNORECASE,
)
_MARK = late(
    r"<!--(?:(?!-->).){0,500}-->|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>|<![^<>]*>|"
    r"(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,8});)|(?P<blank>\s+)",
    re.DOTALL,
)
_SKIPPED = words_in("script style nav footer aside noscript form title")
_BLOCKS = re.compile(
    r"p|div|section|article|main|header|h[1-6]|li|ul|ol|table|tr|br|hr|blockquote|figure|figcaption|dd|dt|dl|pre",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Plain:
    """A text without tags: its pieces begin at `starts`, and stood in the source at the same places of `spans`."""

    text: str
    starts: Sequence[int]
    spans: Sequence[tuple[int, int]]

    def told(self, one: Evidence, source: str) -> Evidence:
        """Return evidence of the plain text as that of its source."""
        start, end = self._place(one.start)[0], self._place(max(one.start, one.end - 1))[1]
        return replace(one, start=start, end=end, words=source[start:end])

    def _place(self, at: int) -> tuple[int, int]:
        """Return where the letter at a place of the plain text stood in the source."""
        number = max(bisect_right(self.starts, at) - 1, 0)
        start, end = self.spans[number]
        following = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        if following - self.starts[number] != end - start:
            return start, end
        start += at - self.starts[number]
        return start, start + 1


def plain(source: str) -> Plain | None:
    """Return the text of the source of a page, None for a text that is none."""
    if "<" not in source or len(_TAGS.findall(source)) < _LEAST:
        return None
    written: list[str] = []
    starts, spans, length = [0], [(0, 0)], 0
    for words, start, end in _pieces(source):
        held = words if words.strip() or not written or written[-1].strip() else ""
        if words == "\n" and written and written[-1] == " ":
            written[-1] = "\n"
        if held:
            starts.append(length)
            spans.append((start, end))
            written.append(held)
            length += len(held)
    return Plain("".join(written), starts, spans)


def _pieces(source: str) -> Iterator[tuple[str, int, int]]:
    """Yield what is left of a source with the place it stood at: words, a blank or a new line."""
    last, skipped = 0, ""
    ends = {tag: source.lower().rfind(f"</{tag}") for tag in _SKIPPED}
    for match in _MARK.finditer(source):
        tag = (match["tag"] or "").lower()
        if skipped:
            skipped = "" if tag == skipped and match["end"] else skipped
            last = match.end()
            continue
        if match.start() > last:
            yield source[last : match.start()], last, match.start()
        last = match.end()
        if tag in _SKIPPED and not match["end"] and ends[tag] > last:
            skipped = tag
        yield from _mark(match)
    if last < len(source):
        yield source[last:], last, len(source)


def _mark(match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """Yield what a tag, an entity or blanks leave: a new line, a letter, a blank, or nothing."""
    if match["entity"]:
        from html import unescape

        words = unescape(match["entity"])
        yield (" " if words.isspace() else words), *match.span()
    elif match["blank"]:
        yield " ", *match.span()
    elif match["tag"] is None or _BLOCKS.fullmatch(match["tag"]):
        yield "\n", *match.span()
