"""With whose money?"""

from analysis import counts, overview
from analysis.funders import by_host_region, by_topic, dimension, flow
from analysis.timeline import by_year
from charts import bars, matrix, theme
from charts import flow as flows
from ui import options
from ui.frame import page
from ui.show import flow_links, show

events, view, look = page("Funders")
funder = dimension(view)
unstated = theme.partly_read(*overview.partly_read(events, "funder_body"), what="funder")

with options.bar():
    options.choose("body", "Funders as", theme.BODIES)
    if view.body == "organisations":
        options.switch("apart", "Offices apart", note="By themselves instead of under the body above them")
    options.choose("flow", "Flow from funders to", theme.FLOWS)

ranked = counts.ranked(events, funder, most=12)
about = f"{unstated} {theme.FUNDER_NOTES[view.body]}".strip()
show(bars.ranking(ranked, look, title=theme.FUNDER_TITLES[view.body], overlap=True, note=about), ranked)

per_year = by_year(events, funder, most=8)
show(matrix.squares(per_year, look, title="Events by funder and year", note=unstated), per_year)

per_topic = by_topic(events, funder)
show(matrix.squares(per_topic, look, title="Events by topic and funder", note=theme.OVERLAP), per_topic)

per_region = by_host_region(events, funder)
show(matrix.squares(per_region, look, title="Events by funder and region of the host"), per_region)

flowing = flow(events, funder, view.flow)
show(flows.bands(flowing, look, title=theme.FLOW_TITLES[view.flow], note=unstated), flowing)
flow_links(flowing)
