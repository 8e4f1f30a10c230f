"""Pasted text that holds the tags of its page: they hide nothing, and evidence stands where it was pasted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.press_release import read_announcement
from loaders.release_pasted import plain
from tests.drafts import bodies, days, one

SOURCE = (
    "<html><head><title>Kenya News</title><style>p {margin: 1em}</style></head><body>"
    '<nav><a href="/">Home</a> <a href="/ke">Kenya</a></nav><h1>Judges meet</h1>\n'
    "<p>UNODC and the <strong>Ministry of\n   Justice</strong> of&nbsp;Zambia held a <em>two-day</em> workshop on "
    "human trafficking in <b>Lusaka</b>, Zambia, on 3&ndash;4&nbsp;May 2021.</p>"
    '<p>Thirty judges attended.<br/>It was funded by <a href="x">Norway</a> &amp; Sweden.</p></body></html>'
)
TOKENS = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<br>",
    "<nav>",
    "</nav>",
    "<script>",
    "<!--",
    "-->",
    "&amp;",
    "&#160;",
    "<",
    ">",
]
SENTENCE = "UNODC held a workshop on human trafficking in Lima, Peru, on 3 May 2021. Norway paid."
WORDS = SENTENCE.split()


def test_names_broken_by_tags_are_read():
    draft = one(SOURCE)
    assert days(draft) == ("2021-05-03", "2021-05-04")
    assert draft.record["city"] == "Lusaka"
    assert bodies(draft, "organiser") == {
        "United Nations Office on Drugs and Crime",
        "Ministry of Justice of Zambia",
    }
    assert bodies(draft, "funder") == {"Government of Norway", "Government of Sweden"}


def test_names_are_written_without_tags():
    written = {row["as_written"] for row in one(SOURCE).record["organisations"]}
    assert "Ministry of Justice of Zambia" in written


def test_evidence_stands_where_it_was_pasted():
    evidence = {told.field: told for told in one(SOURCE).evidence}
    assert evidence["city"].words == "Lusaka"
    assert evidence["start_date"].words == "3&ndash;4&nbsp;May 2021"
    assert all(SOURCE[told.start : told.end] == told.words for told in one(SOURCE).evidence)


def test_menus_and_styles_are_left_out():
    read = plain(SOURCE)
    assert read is not None
    assert "Kenya" not in read.text
    assert "margin" not in read.text


def test_a_text_with_signs_of_comparison_is_no_source():
    assert plain("The share was < 5 % and not > 7 %, as <b>told.") is None


def test_a_part_that_is_never_closed_hides_nothing():
    read = plain("<p>One</p><script><p>Two</p><nav>Three")
    assert read is not None
    assert read.text.split() == ["One", "Two", "Three"]


@given(st.lists(st.sampled_from([*WORDS, *TOKENS, "\n"]), max_size=60))
def test_tags_in_any_order_give_evidence_that_stands_in_the_text(words):
    text = "<p></p><p></p>" + " ".join(words)
    for draft in read_announcement(text):
        for told in draft.evidence:
            assert 0 <= told.start < told.end <= len(text)
            assert text[told.start : told.end] == told.words
