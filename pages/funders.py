"""With whose money?"""

from analysis import counts, crossed
from analysis.crossed import unit_of_pairs
from analysis.funders import by_host_region, by_topic, dimension, flow
from analysis.selection import compared
from analysis.timeline import by_year
from charts import bars, matrix, theme
from charts import flow as flows
from ui import change, options
from ui.frame import page
from ui.notes import no_funder
from ui.show import flow_links, show

events, view, look = page("Funders")
other, funder, unit = compared(events), dimension(view), unit_of_pairs(view.unit)
unstated = no_funder(events, other)
counted, kept = theme.UNITS[unit], theme.kept_unit(view.unit, unit)

with options.bar():
    options.choose("body", "Funders as", theme.BODIES)
    if view.body == "organisations":
        options.switch("apart", "Offices apart", note="By themselves instead of under the body above them")
    options.choose("flow", "Flow from funders to", theme.FLOWS)

ranked = counts.ranked(events, funder, most=12, unit=view.unit, beside=other)
about = f"{unstated} {theme.FUNDER_NOTES[view.body]}".strip()
title = theme.FUNDER_TITLES[view.body].format(unit=theme.UNITS[view.unit])
beside = counts.like(ranked, other)
changed = change.stated(events, other, funder, what="with a funder stated")
show(
    bars.ranking(ranked, look, title=title, overlap=True, note=about, other=beside),
    ranked,
    beside,
    strip=changed,
)

about = f"{unstated} {kept}".strip()
per_year = by_year(events, funder, most=8, unit=unit, beside=other)
others = crossed.like(per_year, other)
title = f"{counted} by funder and year"
show(matrix.squares(per_year, look, title=title, note=about, other=others), per_year, others)

per_topic = by_topic(events, funder, unit=unit, beside=other)
others = crossed.like(per_topic, other)
title, note = f"{counted} by topic and funder", f"{theme.OVERLAP} {kept}".strip()
show(matrix.squares(per_topic, look, title=title, note=note, other=others), per_topic, others)

per_region = by_host_region(events, funder, unit=unit, beside=other)
others = crossed.like(per_region, other)
title = f"{counted} by funder and region of the host"
show(matrix.squares(per_region, look, title=title, note=kept, other=others), per_region, others)

flowing = flow(events, funder, view.flow, unit=unit, beside=other)
others = crossed.like(flowing, other)
title = theme.FLOW_TITLES[view.flow].format(unit=counted.lower())
if others is None:
    show(flows.bands(flowing, look, title=title, note=about), flowing)
    flow_links(flowing)
else:
    widest, to = crossed.widest(flowing, others), (flowing.rows, flowing.columns)
    note = f"{flows.COMPARED} {about}"
    figure = bars.pairs(widest, look, dimensions=to, title=title, note=note, unit=unit)
    show(figure, widest.rename(columns={"count": counted.lower()}))
