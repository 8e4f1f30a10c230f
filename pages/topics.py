"""On what, and for whom?"""

from analysis import counts, crossed
from analysis.crossed import Axis, cross, unit_of_pairs
from analysis.selection import compared
from analysis.timeline import by_year
from charts import bars, matrix, theme
from ui import change
from ui.frame import page
from ui.show import show

events, view, look = page("Topics")
other = compared(events)
unit = unit_of_pairs(view.unit)
counted, about = theme.UNITS[unit], f"{theme.OVERLAP} {theme.kept_unit(view.unit, unit)}".strip()

topics = counts.ranked(events, "topic", unit=view.unit, beside=other)
beside = counts.like(topics, other)
changed = change.total(events, other, unit=view.unit)
show(bars.ranking(topics, look, overlap=True, other=beside), topics, beside, strip=changed)

per_year = by_year(events, "topic", most=20, unit=unit, beside=other)
others = crossed.like(per_year, other)
title = f"{counted} by topic and year"
show(matrix.squares(per_year, look, title=title, note=about, other=others), per_year, others)

per_region = cross(events, Axis("topic", 20), Axis("there_region", 8), unit=unit, beside=other)
others = crossed.like(per_region, other)
title = f"{counted} by topic and region that was there"
show(matrix.squares(per_region, look, title=title, note=about, other=others), per_region, others)

audiences = counts.ranked(events, "audience", unit=view.unit, beside=other)
beside = counts.like(audiences, other)
show(bars.ranking(audiences, look, overlap=True, other=beside), audiences, beside)

together = crossed.pairs(events, "topic", most=15, beside=other)
title = "Topics that go together, by events"
kept = theme.kept_unit(view.unit, "events")
drawn = "" if other else theme.drawn_of(len(together), crossed.pair_count(events, "topic"), "pairs of topics")
note = f"{drawn} {kept}".strip()
show(bars.pairs(together, look, dimensions=("topic", "topic"), title=title, note=note), together)
