"""On what, and for whom?"""

from analysis import counts, crossed
from analysis.crossed import Axis, cross
from analysis.timeline import by_year
from charts import bars, matrix, theme
from ui.frame import page
from ui.show import show

events, view, look = page("Topics")

topics = counts.ranked(events, "topic")
show(bars.ranking(topics, look, overlap=True), topics)

per_year = by_year(events, "topic", most=20)
show(matrix.squares(per_year, look, title="Events by topic and year", note=theme.OVERLAP), per_year)

per_region = cross(events, Axis("topic", 20), Axis("there_region", 8))
show(
    matrix.squares(per_region, look, title="Events by topic and region that was there", note=theme.OVERLAP),
    per_region,
)

audiences = counts.ranked(events, "audience")
show(bars.ranking(audiences, look, overlap=True), audiences)

together = crossed.pairs(events, "topic", most=15)
show(bars.pairs(together, look, dimension="topic", title="Topics that go together, by events"), together)
