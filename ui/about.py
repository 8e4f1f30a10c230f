"""How figures are counted, what the records hold, terms, and how to correct a name."""

from __future__ import annotations

import streamlit as st

from analysis.index import Index
from charts import maps, theme
from schema import COUNTRY_ROLES, ORGANISATION_ROLES
from ui import labels
from ui.filters import span_in_words

COUNTING = """
1. **Unit of count.** Events, country participations (distinct pairs of event and country in the chosen
   role), countries reached, people, or event days. The unit stands in every title.
2. **Roles of a country.** Host, participant, expert and funder are kept apart. *Was there* means host or
   participant; *took part* means participant alone.
3. **Nothing is split.** An event with two funders counts once overall and once for each of them, so bars
   can add up to more than the events. In the organisation view offices count with the body above them,
   unless you set them apart. In the country view *international bodies* are funders that belong to no
   country, such as the EU and the United Nations; *other national bodies* sit in a country whose government
   is not named as paying.
4. **Unknown is a class of its own,** in grey: no funder stated, no headcount, no date. Zero is not the same
   as no data.
5. **Partly read sources.** Of many announcements only the opening was read. What is absent there may just
   not have been seen; the note under a chart says for how many events.
6. **People.** Sums of headcounts say how many events gave one. The share of women is women ÷ (women + men),
   only over events that give both, and told from five such events on.
7. **Dates** keep the precision of the source. An event counts in the period of its start. One known by year
   only belongs to its year and to no month; one with day and month but no year stands under *year unknown*.
   Event days are last day − first day + 1; an event without an end date counts one day, so sums are *at
   least*; coarser dates have no known days.
8. **Filters.** Any value within one filter, all filters together. Countries and regions match what you
   choose under *What the country did*. With a period chosen, events whose date is not known finely enough
   are left out and counted; one click adds them.
9. **Last 12 months** ends at the newest event in the records. A change is given only against an earlier
   period of equal length that lies within the records. Below five events there is no percentage,
   neither of a change nor of a share; how complete the records are is told in per cent of any number, beside it.
"""

CORRECT = """
Names live in spreadsheets under `data/vocabulary/`. To correct one:

1. Open `country_names.csv` (names of countries) or `organisation_names.csv` (names of organisations).
2. Change or add a row: the name as it is written, the code it stands for, and a note saying why. An empty code says
   that the name is known not to be a country.
3. Save it as CSV in UTF-8 and reload this page. A file that contradicts itself is told with its line.

A new organisation gets a row in `organisations.csv` first. `make check-data` lists what is still open.
"""

TERMS = """
The facts in `data/` may be reused under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/); the
wording of the sources may not. The code is under the MIT licence. Country shapes come from the United
Nations' simplified boundaries as shipped with plotly.js and lakes from Natural Earth; the terms of the
shapes are their own and stand in `static/base_map/README.md`. Places of cities come from GeoNames (CC BY
4.0). The typeface is IBM Plex Sans (OFL).
"""


KOSOVO = (
    "References to Kosovo shall be understood to be in the context of Security Council resolution 1244 (1999). "
    "Kosovo and a few very small territories have no shape in the base map and are drawn as markers. Regions are "
    "those of the UN's M49 list, which has no row for Kosovo and Taiwan: both are placed by hand."
)


def about(index: Index) -> None:
    """Draw the page."""
    st.write(_records(index))
    for heading, text in (
        ("How this is counted", COUNTING),
        ("What a record holds", _codebook(index)),
        ("How to correct a name", CORRECT),
        ("Boundaries", f"{maps.DISCLAIMER} {KOSOVO}"),
        ("Terms", TERMS),
        ("Data version", _version(index)),
    ):
        st.subheader(heading, anchor=False)
        st.markdown(text)


def _records(index: Index) -> str:
    sources, in_part = len(index.tables["event_sources"]), int(index.read_in_part.sum())
    return (
        f"The Atlas holds **{theme.counted(len(index), 'events')}, {span_in_words(index)}**, each with its source: "
        "workshops, trainings, conferences and study visits against trafficking in persons and smuggling of migrants. "
        f"They were coded by hand from public announcements. Of {theme.number(in_part)} of them only a part of the "
        f"source was read ({theme.number(sources)} sources in all). They are no census: what nobody announced, or "
        "nobody coded, is not here."
    )


def _version(index: Index) -> str:
    version = index.tables.data_version
    return f"`{version}`: a hash of the records and vocabulary that were read. It stands on every picture and file."


def _codebook(index: Index) -> str:
    """Return the fields of a record and the closed lists of the codebook as Markdown."""
    fields = (
        "Title, one sentence in own words, format, dates at the precision of the source, city and host country, "
        "countries and organisations with their roles, programmes, topics, audiences, headcount with women and men, "
        "series and edition, outcomes, and sources.\n"
    )
    lists = (("Topics", "topics"), ("Audiences", "audiences"), ("Formats", "formats"))
    lines = [
        f"- **{heading}:** {', '.join(map(labels.plain, index.tables[table]['name']))}"
        for heading, table in lists
    ]
    roles = [
        f"- **Roles of a country:** {', '.join(COUNTRY_ROLES)}",
        f"- **Roles of an organisation:** {', '.join(ORGANISATION_ROLES)}",
    ]
    return "\n".join([fields, *lines, *roles])
