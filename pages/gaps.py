"""Where has nobody gone for a while?"""

from analysis import gaps, neighbours
from charts import gaps as charts
from charts import theme
from ui import options
from ui.frame import page
from ui.gaps import begin, my_countries, unworked
from ui.show import show

events, view, look = page("Gaps")

with options.bar():
    my_countries()
    options.choose("across", "Against", charts.ACROSS)
    options.choose("limits", "Shaded deeper after", charts.LIMITS)

events, mine, look = begin(events, look)

found = gaps.of(events, mine, view.across, limits=view.limits)
kept = theme.kept_unit(view.unit, "events")
show(charts.squares(found, look, note=kept), found.frame)

left_out = neighbours.left_out(events, mine)
show(charts.left_out(left_out, look), left_out.frame, strip=kept)

unworked(neighbours.unworked(events, mine))
