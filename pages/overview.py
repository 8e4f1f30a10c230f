"""Who meets whom against trafficking in persons and smuggling of migrants?"""

from analysis import counts, overview, places
from analysis import timeline as periods
from charts import bars, maps, theme, timeline
from ui.frame import page
from ui.show import more, newest, row, show
from ui.tiles import tiles

events, view, look = page("Overview")

tiles(overview.tiles(events), view)

countries = places.by_country(events, unit=places.unit_of_map(view.unit))
strip = maps.strip(countries) + maps.about_unit(view.unit, shown=countries.unit)
show(maps.by_country(countries, look), countries, strip=strip)
more("Map")

per_year = periods.by_period(events, "year", unit=view.unit)
show(timeline.by_period(per_year, look), per_year)
more("Timeline")

left, right = row(2)
with left:
    funders = counts.ranked(events, "funder_body_top", unit=view.unit, most=7)
    unstated = theme.partly_read(*overview.partly_read(events, "funder_body"), what="funder")
    show(bars.ranking(funders, look, overlap=True, note=unstated), funders)
    more("Funders")
with right:
    topics = counts.ranked(events, "topic", unit=view.unit, most=8)
    show(bars.ranking(topics, look, overlap=True), topics)
    more("Topics")

newest(events)
