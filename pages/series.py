"""Which events come back, and who comes again?"""

from analysis import programmes, series
from analysis.selection import compared
from analysis.sides import both
from charts import bars, matrix, theme, timeline
from charts import series as charts
from ui import options
from ui.frame import page
from ui.series import PICKERS, begin, head, listed, pickers, programme_events, programme_head
from ui.show import show

events, view, look = page("Series")

with options.bar():
    pickers(events)

look = begin(look)
other, kept = compared(events), theme.kept_unit(view.unit, "events")

if view.series:
    found = series.editions(events, view.series, beside=other)
    head(found)
    show(charts.countries(found, look), found.frame, strip=charts.kept(view.unit, "countries"))
    show(charts.came(found, look), found.attendance, strip=kept)
    show(charts.people(found, look), found.frame, strip=charts.kept(view.unit, "people"))
elif view.programme:
    own, theirs = both(programmes.programme, events, other, programme_id=view.programme)
    within = f"programme:{view.programme}"
    programme_head(own, theirs)
    years, countries, funders = programmes.tables(theirs)
    title = "Events of the programme by year"
    by_year = timeline.by_period(own.per_year, look, title=title, other=years)
    show(charts.within(by_year, within), own.per_year, years, strip=kept)
    title = f"Events of the programme by country that {theme.ROLES[view.role]} and year"
    by_country = matrix.squares(own.countries, look, title=title, note=theme.OVERLAP, other=countries)
    show(charts.within(by_country, within), own.countries, countries, strip=kept)
    title = "Events of the programme by funder"
    by_funder = bars.ranking(own.funders, look, title=title, overlap=True, other=funders)
    show(charts.within(by_funder, within), own.funders, funders, strip=kept)
    programme_events(own, theirs)
else:
    for kind in PICKERS:
        most, others = both(series.kinds, events, other, dimension=kind)
        note = charts.about_largest(most)
        largest = bars.ranking(most, look, note=note, other=others, labels=bars.LONG)
        show(largest, most, others, strip=kept)
    again, others = both(series.came_again, events, other)
    came_back = bars.ranking(again, look, title=charts.AGAIN, note=charts.ABOUT_AGAIN, other=others)
    show(charts.without_picks(came_back), again, others, strip=kept)
    listed(series.listed(events, beside=other))
