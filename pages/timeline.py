"""When did they meet?"""

from analysis import lanes
from analysis import timeline as periods
from analysis.crossed import unit_of_pairs
from analysis.selection import compared
from charts import theme, timeline
from ui import change, options
from ui.frame import page
from ui.show import show

events, view, look = page("Timeline")
unit = unit_of_pairs(view.unit)

with options.bar():
    options.choose("step", "By", theme.STEPS)
    options.choose("split", "Stacked by", theme.SPLITS)
    options.switch("cumulative", "Summed up", note="Each column counts all events up to its end")
    options.choose("lanes", "Lanes of", theme.LANES)

other = compared(events)
if other is None:
    per_period = periods.stacked(events, view.step, view.split, cumulative=view.cumulative, unit=unit)
    kept = theme.kept_unit(view.unit, unit)
    show(
        timeline.stacked(per_period, look, split=view.split, cumulative=view.cumulative, note=kept),
        per_period,
    )
else:
    whole = periods.by_period(events, view.step, unit=view.unit)
    beside = periods.like(whole, other)
    told = f"{change.total(events, other, unit=view.unit)} {timeline.WHOLE}"
    show(timeline.by_period(whole, look, other=beside), whole, beside, strip=told)

editions = lanes.of(events, view.lanes, beside=other)
kept = theme.kept_unit(view.unit, "events")
show(timeline.lanes(editions, look, title=theme.LANE_TITLES[view.lanes], note=kept), editions)
