"""The page on which events are added: read a text, mend the draft, save it, see what was added."""

from __future__ import annotations

import streamlit as st

from analysis.index import Index
from charts import theme
from charts.theme import Palette
from store import revisions
from ui import add_bodies, add_form, add_history, add_lists, add_reading, add_saving, labels, marks
from ui.add_state import NAME, Item, author, drafts, place

STYLE = """<style>
.read { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 75vh; overflow-y: auto; font-size: 15px;
  line-height: 1.75; border: 1px solid var(--hairline); border-radius: 6px; padding: 12px 16px; margin-top: 8px; }
.read mark { background: transparent; color: inherit; border-bottom: 3px solid; padding: 0 1px; }
.read mark.unsure { border-bottom-style: dashed; }
.read mark sup { font-size: 12px; font-weight: 600; margin-right: 3px; vertical-align: baseline; position: relative;
  top: -.55em; line-height: 0; }
.doubt, .fault { font-size: 13px; line-height: 1.45; margin: 0 0 4px; overflow-wrap: anywhere; }
.fault { font-weight: 600; }
@media (min-width: 641px) {
  [data-testid="stColumn"]:has(.read) > div { position: sticky; top: 3rem; }
}
@media (max-width: 640px) { .read { max-height: 45vh; } }
</style>"""


def add_events(index: Index) -> None:
    """Draw the page."""
    palette = _palette()
    st.html(f"{STYLE}<style>{_buttons(palette)}</style>")
    _who()
    add_history.last()
    with st.expander("Read a text or files", expanded=not drafts()):
        add_reading.ask(index)
    add_lists.ask(index)
    _drafts(index)
    add_history.history(index)


def _buttons(palette: Palette) -> str:
    """Return the colours of the main buttons: of the page where they can be pressed, else of what is in the back."""
    main = "[data-testid='stBaseButton-primary']"
    return (
        f"{main}:not(:disabled) p {{ color: {palette.page}; }}"
        f"{main}:disabled {{ border: 1px dashed {palette.muted}; opacity: 1; }}"
        f"{main}:disabled p {{ color: {palette.muted}; }}"
    )


def _palette() -> Palette:
    return theme.DARK if st.context.theme.type == "dark" else theme.LIGHT


def _who() -> None:
    """Say whether this reader may save, and ask for the name that changes are kept under."""
    where = place()
    if where.refusal:
        st.info(
            f"Saving is off. {labels.plain(where.refusal)} Texts can be read and drafts looked at all the same."
        )
        return
    if NAME not in st.session_state:
        st.session_state[NAME] = st.session_state.get("add_author", "")
    st.text_input(
        "Your name",
        key=NAME,
        max_chars=revisions.LONGEST_NAME,
        help="Kept with every change you save; asked once, until this window is closed or loaded anew",
        width=320,
    )
    st.session_state["add_author"] = author()


def _drafts(index: Index) -> None:
    """Draw the draft that is open, beside its text."""
    open_ = {item.number: item for item in drafts()}
    if not open_:
        return
    titles = add_reading.titles(open_.values())
    if st.session_state.get("add_open") not in open_:
        st.session_state["add_open"] = next(iter(open_))
    st.subheader(f"Drafts ({theme.number(len(open_))})", anchor=False)
    number = st.selectbox("Draft", list(open_), key="add_open", format_func=titles.__getitem__)
    _draft(open_[number], index)


def _draft(item: Item, index: Index) -> None:
    if not item.text:
        _fields(item, index)
        return
    text, fields = st.columns(2, gap="medium")
    with text:
        palette = _palette()
        if item.evidence:
            st.html(marks.legend((each.field for each in item.evidence), palette))
        st.html(marks.marked(item.text, item.evidence, palette))
    with fields:
        _fields(item, index)


def _fields(item: Item, index: Index) -> None:
    with st.container(key=f"add_form_{item.number}"):
        add_form.form(item, index)
        add_bodies.ask(item, index)
        add_saving.offer(item, index)
