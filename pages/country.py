"""What is known of one country?"""

from analysis import places
from charts import theme
from ui.country import away, beside, charts, chosen, figures, tiles, with_second
from ui.frame import page
from ui.show import row, show

events, view, look = page("Country")
report = chosen(events, view)

if report is not None:
    kept = theme.kept_unit(view.unit, "events")
    second = beside(report)
    told = with_second(report, second)
    tiles(told, second)
    figures(told, second)

    roles, where, topics, met, audiences, funders, series = charts(report, second, look)
    show(*roles)
    show(*where)
    show(*topics, strip=kept)
    show(*met, strip=theme.kept_unit(view.unit, places.unit_of_map(view.unit)))
    left, right = row(2)
    with left:
        show(*audiences)
    with right:
        show(*funders)
    show(*series, strip=kept)

    away(report, second)
