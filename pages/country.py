"""What is known of one country?"""

from charts.country import drawn
from ui.country import away, chosen, figures, tables, tiles
from ui.frame import page
from ui.show import row, show

events, view, look = page("Country")
report = chosen(events, view)

if report is not None:
    tiles(report)
    figures(report)

    roles, topics, met, audiences, funders, series = zip(drawn(report, look).all, tables(report), strict=True)
    show(*roles)
    show(*topics)
    show(*met)
    left, right = row(2)
    with left:
        show(*audiences)
    with right:
        show(*funders)
    show(*series)

    away(report)
