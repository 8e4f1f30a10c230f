"""Who meets whom against trafficking in persons and smuggling of migrants?"""

from analysis import counts, overview, places
from analysis import timeline as periods
from analysis.selection import compared
from charts import bars, maps, theme, timeline
from ui.frame import page
from ui.notes import no_funder
from ui.show import more, newest, row, show, show_map
from ui.tiles import tiles

events, view, look = page("Overview")
other = compared(events)

tiles(overview.tiles(events, against=look.sides[1]), view)

countries = places.by_country(events, unit=places.unit_of_map(view.unit))
show_map(
    countries, places.like(countries, other), look, also=maps.about_unit(view.unit, shown=countries.unit)
)
more("Map")

per_year = periods.by_period(events, "year", unit=view.unit)
beside = periods.like(per_year, other)
show(timeline.by_period(per_year, look, other=beside), per_year, beside)
more("Timeline")

left, right = row(2)
with left:
    funders = counts.ranked(events, "funder_body_top", unit=view.unit, most=7, beside=other)
    about = f"{no_funder(events, other)} {theme.FUNDER_NOTES['organisations']}".strip()
    beside = counts.like(funders, other)
    show(bars.ranking(funders, look, overlap=True, note=about, other=beside), funders, beside)
    more("Funders")
with right:
    topics = counts.ranked(events, "topic", unit=view.unit, most=8, beside=other)
    beside = counts.like(topics, other)
    show(bars.ranking(topics, look, overlap=True, other=beside), topics, beside)
    more("Topics")

newest(events, other)
