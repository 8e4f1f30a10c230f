"""Files of announcements that are made to break a reader end in a sentence, and what a page hides is not read."""

from __future__ import annotations

import pytest

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
