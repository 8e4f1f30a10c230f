"""What every page shares: the list of pages, menu, filters, title, the line of choices, foot and presenting."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from analysis.index import Index
from analysis.selection import Selection, compared, select
from charts import theme
from charts.theme import Look
from loaders.problems import VocabularyError
from ui import address, cache, filters, labels, names
from view import View, contrast, leads, sentence, spoken

HOME = Path(__file__).resolve().parent.parent
ATLAS = "Cooperation Atlas"
FEW_COMPLAINTS = 5
LONGEST = 60
"""Characters of an unknown page's name that a complaint repeats."""


@dataclass(frozen=True)
class PageOf:
    """One page: its file, title, the question it answers, and how many charts it can present."""

    path: str
    title: str
    question: str
    charts: int = 0
    aside: bool = False
    """Whether the page leaves the filter by country aside."""
    listens: bool = True
    """Whether the filters change the page."""
    compares: bool = False
    """Whether its charts hold the second side of a comparison."""
    needs: str = ""
    """The field of the view without which it has no charts."""

    @property
    def slug(self) -> str:
        """The page's place in the address: the name of its file, which Streamlit takes for it before the first run."""
        return Path(self.path).stem


PAGES = (
    PageOf(
        "pages/overview.py",
        "Overview",
        "Who meets whom against trafficking in persons and smuggling of migrants?",
        4,
        compares=True,
    ),
    PageOf("pages/map.py", "Map", "Which countries, and where did they meet?", 1, compares=True),
    PageOf("pages/timeline.py", "Timeline", "When did they meet?", 2, compares=True),
    PageOf("pages/country.py", "Country", "What is known of one country?", 7, compares=True, needs="country"),
    PageOf("pages/meetings.py", "Who meets whom", "Who meets whom, and who never met?", 8, compares=True),
    PageOf("pages/funders.py", "Funders", "With whose money?", 5, compares=True),
    PageOf("pages/topics.py", "Topics", "On what, and for whom?", 5, compares=True),
    PageOf("pages/gaps.py", "Gaps", "Where has nobody gone for a while?", 2, aside=True),
    PageOf("pages/series.py", "Series", "Which events come back, and who comes again?", 3, compares=True),
    PageOf("pages/events.py", "Events", "Which events are these?"),
    PageOf(
        "pages/quality.py", "Data quality", "How complete are the records, and what is wrong with them?", 3
    ),
    PageOf("pages/add.py", "Add events", "What happened next?", listens=False),
    PageOf("pages/about.py", "About", "How is this counted, and where is it from?", listens=False),
)
"""The menu, in order."""


@dataclass
class Run:
    """What one run of the script has found out and drawn so far."""

    page: PageOf
    index: Index
    view: View
    selection: Selection
    look: Look
    targets: list[StreamlitPage]
    other_filters: str = ""
    """The filters of the second side of a comparison in words."""
    drawn: int = 0
    beside: int = 0
    """Charts that stand on the screen of the one before them while presenting."""
    part: int = 0
    parts: int = 1
    """Which part of a presented chart of many rows is shown, from 0, and how many there are."""


def pages() -> list[StreamlitPage]:
    """Return the pages for Streamlit, the first as the default, whose place is the root of the address.

    Behind them stands the first once more, under its name.
    """
    if "_pages" not in st.session_state:  # made once a session: Streamlit looks for the file of each
        first, *others = PAGES
        st.session_state["_pages"] = [
            st.Page(str(HOME / first.path), title=first.title, url_path="", default=True),
            *(st.Page(str(HOME / page.path), title=page.title, url_path=page.slug) for page in others),
            st.Page(str(HOME / first.path), title=first.title, url_path=first.slug, visibility="hidden"),
        ]
    made: list[StreamlitPage] = st.session_state["_pages"]
    return made


def presents(page: PageOf, view: View) -> bool:
    """Return whether a page has charts to present under a view."""
    return bool(page.charts and (not page.needs or getattr(view, page.needs)))


def _navigation(targets: list[StreamlitPage]) -> StreamlitPage:
    """Return the page the address names; the first page also goes by its name, which leads on to the root."""
    chosen = st.navigation(targets, position="hidden")
    if chosen.url_path == PAGES[0].slug:
        st.switch_page(targets[0], query_params=st.query_params.to_dict())
    return chosen


def _unknown() -> list[str]:
    """Return a complaint where the address names a page there is not: Streamlit then opens the first."""
    place = urlsplit(st.context.url or "").path.rstrip("/").rpartition("/")[2]
    base = str(st.get_option("server.baseUrlPath")).strip("/").rpartition("/")[2]
    if place in ("", base, *(page.slug for page in PAGES)):
        return []
    return [f"the Atlas has no page “{place[:LONGEST]}”; this is {PAGES[0].title}"]


def run() -> None:
    """Draw the frame and run the page the address names."""
    targets = pages()
    chosen = _navigation(targets)
    page = next(page for page in PAGES if page.title == chosen.title)
    st.set_page_config(
        page_title=f"{page.title} · {ATLAS}", page_icon=str(HOME / "static" / "icon.svg"), layout="wide"
    )
    st.html(HOME / "static" / "atlas.css")
    with _told():
        index = cache.index()
        view, complaints = address.read(names.known(index))
        complaints = [*_unknown(), *complaints]
        begun = _RUN.set(_started(page, index, view, targets[: len(PAGES)]))
        try:
            if view.present:
                _present(chosen, complaints)
            else:
                _draw(chosen, complaints)
        finally:
            _RUN.reset(begun)
        cache.settle(page.title, index.made)


@contextmanager
def _told() -> Iterator[None]:
    """Show what is wrong with the data folder in place of the page; anything else goes on as it is."""
    try:
        yield
    except (VocabularyError, OSError) as error:
        st.error(f"The data cannot be read. {labels.plain(_in_words(error))}")
        st.write("Mend the file and reload this page; nothing else has to be started again.")


def _in_words(error: Exception) -> str:
    """Return what is wrong with the data; of the system's own errors which file it is, shortened, and what to do."""
    if not isinstance(error, OSError) or not error.strerror or not error.filename:
        return str(error)
    name = str(error.filename)
    short = name if len(name) <= LONGEST_PATH else f"… {name[-LONGEST_PATH:]}"
    return f"{short}: cannot be opened ({error.strerror}); put a file there that can be read"


LONGEST_PATH = 120
"""Characters of the path of a file that a message repeats."""


def _started(page: PageOf, index: Index, view: View, targets: list[StreamlitPage]) -> Run:
    palette = theme.DARK if st.context.theme.type == "dark" else theme.LIGHT
    selection = select(index, view)
    other = compared(selection)
    events = f"{theme.number(selection.count)} of {theme.counted(len(index), 'events')}"
    if other is not None:
        events = (
            f"{theme.number(selection.count)} and {theme.number(other.count)} of {theme.number(len(index))}"
        )
    source = f"Source: {ATLAS}, data {index.tables.data_version}, {events}"
    scale = theme.PRESENTING if view.present else 1.0
    look = Look(palette, scale, _said(view, index), source, *_sides(view, index))
    other_filters = _said(view.other, index) if view.compares else ""
    return Run(page, index, view, selection, look, targets, other_filters)


def _sides(view: View, index: Index) -> tuple[tuple[str, str], tuple[str, str], int]:
    """Return what the sides of a comparison are called, alone and in a sentence, and which of them leads it."""
    if not view.compares:
        return ("", ""), ("", ""), 0
    called = names.labels(index)
    return (
        contrast(view, called, role=theme.ROLES[view.role], period=filters.period),
        spoken(view, called, held=theme.WITH[view.role], period=filters.period),
        leads(view),
    )


def _said(view: View, index: Index) -> str:
    """Return the filters of a view in words."""
    return sentence(view, names.labels(index), role=theme.ROLES[view.role], period=filters.period(view))


def current() -> Run:
    """Return the run the frame has begun.

    A page that is run without its frame (the first visit to a deep link after a start) has none: the pages
    are named and the script starts again, now with the frame.
    """
    run = _RUN.get()
    if run is None:
        st.navigation(pages(), position="hidden")
        st.rerun()
    return run


_RUN: ContextVar[Run | None] = ContextVar("run", default=None)
"""The run of this thread: Streamlit gives each its own, and asking the session's state takes ten times as long."""


class NothingLeftError(Exception):
    """No event is left to show on a page."""


def page(title: str, *, first: Callable[[Index], None] | None = None) -> tuple[Selection, View, Look]:
    """Begin a page: return the selected events, the view and the look of figures.

    `first` draws what does not depend on the filters, even where nothing is selected. Raises NothingLeftError then,
    at which the frame ends the page.
    """
    run = current()
    if run.page.title != title:
        raise ValueError(
            f"{run.page.path} calls itself {title!r}; PAGES in ui/frame.py says {run.page.title!r}"
        )
    if first is not None and not run.view.present:
        first(run.index)
    if run.page.listens and not run.view.present:
        if not _left(run):
            filters.empty(run.selection)
            raise NothingLeftError
        if run.page.compares:
            filters.empty_side(run.selection, run.look.sides)
    return run.selection, run.view, run.look


def _left(run: Run) -> int:
    """Return how many events the page has to show, of either side where it holds both."""
    if run.page.aside:
        return select(run.index, replace(run.view, countries=(), regions=())).count
    other = compared(run.selection) if run.page.compares else None
    return run.selection.count + (0 if other is None else other.count)


def _draw(chosen: StreamlitPage, complaints: list[str]) -> None:
    run = current()
    _menu(run)
    filters.sidebar(run.index, run.view)
    _head(run, complaints)
    try:
        with suppress(NothingLeftError):
            chosen.run()
    finally:
        _foot(run)


def _menu(run: Run) -> None:
    with st.sidebar.container(key="menu", gap=None):
        st.html(f'<p class="brand">{ATLAS}</p>')
        parameters = replace(run.view, pick=(), event="").to_address()
        for page, target in zip(PAGES, run.targets, strict=True):
            st.page_link(target, label=page.title, width="stretch", query_params=parameters)


def _head(run: Run, complaints: list[str]) -> None:
    with st.container(key="head", horizontal=True, vertical_alignment="bottom"):
        st.html(f'<h1>{run.page.title}</h1><p class="question">{run.page.question}</p>', width="stretch")
        if presents(run.page, run.view):
            st.button(
                "Present",
                key="present",
                icon=":material/slideshow:",
                help="One chart a screen, larger type; arrow keys move, Esc leaves",
                on_click=address.change,
                kwargs={"present": True, "screen": run.view.screen or "1"},
            )
    for complaint in complaints[:FEW_COMPLAINTS]:
        st.warning(f"The address: {labels.plain(complaint)}")
    if len(complaints) > FEW_COMPLAINTS:
        st.warning(f"The address: {len(complaints) - FEW_COMPLAINTS} more choices could not be used.")
    if run.page.listens:
        filters.chosen(run.selection, aside=run.page.aside)
        filters.unread(run.index)


def _foot(run: Run) -> None:
    version = run.index.tables.data_version
    st.html(
        f'<footer class="foot">{ATLAS} · data version {version} · {theme.number(len(run.index))} events, '
        f"{filters.span_in_words(run.index)} · facts CC BY 4.0</footer>"
    )


def _present(chosen: StreamlitPage, complaints: list[str]) -> None:
    """Draw one chart of the page, with buttons that arrow keys press, and what of the address could not be used."""
    run = current()
    st.html(HOME / "static" / "present.css")
    if not presents(run.page, run.view):
        address.correct(replace(run.view, present=False))
        st.rerun()
    if not _left(run):
        st.write("No event in the records fits all of these filters.")
    else:
        chosen.run()
        complaints = [*complaints, *_no_screen(run)]
    if complaints:
        more = f"; {len(complaints) - 1} more choices could not be used" if len(complaints) > 1 else ""
        st.html(f'<p class="note" role="status">The address: {html.escape(complaints[0])}{more}.</p>')
    _steps(run)


def _no_screen(run: Run) -> list[str]:
    """Return a complaint where the address asks for a screen behind the last of the page, or a part behind the last."""
    asked, shown = (_number(run.view.screen.partition(".")[0]), part_of(run)), (screen_of(run), run.part)
    if asked == shown:
        return []
    called = f"{shown[0]}.{shown[1] + 1}" if run.parts > 1 else shown[0]
    return [f"{run.page.title} has no screen {run.view.screen}; this is {called}"]


def turn_to(title: str) -> None:
    """Go on to another page, under the filters of this one."""
    run = current()
    target = next(target for page, target in zip(PAGES, run.targets, strict=True) if page.title == title)
    st.switch_page(target, query_params=replace(run.view, pick=(), event="").to_address())


def screen_of(run: Run) -> int:
    """Return the number of the chart that is presented, within those the page has."""
    return min(max(_number(run.view.screen.partition(".")[0]), 1), run.page.charts)


def part_of(run: Run) -> int:
    """Return which part of the presented chart is asked for, from 0: "3.2" is the second part of the third chart."""
    return max(_number(run.view.screen.partition(".")[2]) - 1, 0)


def _number(written: str) -> int:
    """Return a number of the address; 1 where it is none."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 4 else 1


def _steps(run: Run) -> None:
    """Draw previous, leave and next: the parts of a chart, then the next chart, then the first of the next page."""
    place, places = SCREENS.index((run.page, screen_of(run))), _places(run.view)
    part = f", part {run.part + 1} of {run.parts}" if run.parts > 1 else ""
    first, last = (place, run.part) == (places[0], 0), place == places[-1] and run.part + 1 == run.parts
    with st.container(
        key="steps", horizontal=True, horizontal_alignment="center", vertical_alignment="center"
    ):
        st.button("Previous", key="previous", shortcut="Left", disabled=first, on_click=_press, args=(-1,))
        st.html(
            f'<p class="screen" role="status">{run.page.title}, {places.index(place) + 1} of {len(places)}{part}</p>',
            width="content",
        )
        st.button("Next", key="next", shortcut="Right", disabled=last, on_click=_press, args=(1,))
        st.button("Leave", key="leave", shortcut="Esc", on_click=_leave)
    st.session_state.setdefault(_PARTS, {})[place] = run.parts
    pressed = st.session_state.pop(_PRESSED, 0)
    here, walked = _under_way(run, (place, run.part)), st.session_state.setdefault(_WALKED, [])
    if pressed:
        _step(run, here, pressed)
    elif here in walked[:-1]:  # come back to by the address, not by a step
        walked.clear()


SCREENS = [(page, number) for page in PAGES for number in range(1, page.charts + 1)]
"""All screens that can be presented, by page and number."""


def _places(view: View) -> list[int]:
    """Return the places of the screens there are under a view: a page that needs a choice has none without it."""
    return [place for place, (page, _) in enumerate(SCREENS) if presents(page, view)]


_PRESSED, _WALKED, _TURNING, _PARTS = "_pressed", "_walked", "_turning", "_parts"
"""In the state of a session: screens to go on by, as presses that come while a screen is drawn add up; the screens that
steps have led over, the last of which is shown: a press may come from a browser that has not heard of it yet; the
screen of another page that a step leads to, beside the page it leads from and the number of the screen; and of how many
parts each chart is that has been seen, so that the way back leads through the same.

A browser hears of the number first: a press that comes between asks for the screen of that number on the page left."""


def _under_way(run: Run, here: tuple[int, int]) -> tuple[int, int]:
    """Return the screen a press goes on from: that of the page which is being turned to, if it is not there yet."""
    turning: tuple[str, str, tuple[int, int]] = st.session_state.get(_TURNING, ("", "", here))
    page, number, there = turning
    if (page, number) == (run.page.slug, run.view.screen):
        return there
    if here == there:
        st.session_state.pop(_TURNING, None)
    return here


def _press(by: int) -> None:
    st.session_state[_PRESSED] = st.session_state.get(_PRESSED, 0) + by


def _leave() -> None:
    for key in (_PRESSED, _WALKED, _TURNING, _PARTS):
        st.session_state.pop(key, None)
    address.change(present=False)


def _step(run: Run, here: tuple[int, int], by: int) -> None:
    """Go on by some screens, back where `by` is below 0: through the parts of charts that have been seen."""
    walked: list[tuple[int, int]] = st.session_state[_WALKED]
    parts: dict[int, int] = st.session_state[_PARTS]
    all_ = [(place, part) for place in _places(run.view) for part in range(parts.get(place, 1))]
    place, part = walked[-1] if here in walked and walked[-1] in all_ else here
    at = all_.index((place, min(part, parts.get(place, 1) - 1)))
    there = all_[min(max(at + by, 0), len(all_) - 1)]
    walked[:] = [each for each in (*walked, here) if each != there] + [there]
    page, number = SCREENS[there[0]]
    screen = f"{number}.{there[1] + 1}" if there[1] else str(number)
    if page != run.page:
        st.session_state[_TURNING] = (run.page.slug, screen, there)
    parameters = replace(run.view, screen=screen, pick=()).to_address()
    st.switch_page(run.targets[PAGES.index(page)], query_params=parameters)
