"""Which events come back, and who comes again?"""

from analysis import programmes, series
from charts import bars, matrix, theme, timeline
from charts import series as charts
from ui import options
from ui.frame import page
from ui.series import begin, head, listed, pickers, programme_head
from ui.show import show

events, view, look = page("Series")

with options.bar():
    pickers(events)

look = begin(look)
kept = theme.kept_unit(view.unit, "events")

if view.series:
    found = series.editions(events, view.series)
    head(found)
    show(charts.countries(found, look), found.frame, strip=charts.kept(view.unit, "countries"))
    show(charts.came(found, look), found.attendance, strip=kept)
    show(charts.people(found, look), found.frame, strip=charts.kept(view.unit, "people"))
elif view.programme:
    own = programmes.programme(events, view.programme)
    within = f"programme:{view.programme}"
    programme_head(own)
    by_year = timeline.by_period(own.per_year, look, title="Events of the programme by year")
    show(charts.within(by_year, within), own.per_year, strip=kept)
    title = f"Events of the programme by country that {theme.ROLES[view.role]} and year"
    by_country = matrix.squares(own.countries, look, title=title, note=theme.OVERLAP)
    show(charts.within(by_country, within), own.countries, strip=kept)
    by_funder = bars.ranking(own.funders, look, title="Events of the programme by funder", overlap=True)
    show(charts.within(by_funder, within), own.funders, strip=kept)
else:
    recurring, named = series.kinds(events, "series"), series.kinds(events, "programme")
    show(bars.ranking(charts.short_names(recurring), look, note=charts.LARGEST), recurring, strip=kept)
    show(bars.ranking(charts.short_names(named), look, note=charts.LARGEST), named, strip=kept)
    again = series.came_again(events)
    came_back = bars.ranking(again, look, title=charts.AGAIN, note=charts.ABOUT_AGAIN)
    show(charts.without_picks(came_back), again, strip=kept)
    listed(series.listed(events))
