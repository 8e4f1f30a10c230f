"""Where has nobody gone for a while?"""

from analysis import gaps, neighbours
from charts import gaps as charts
from charts import theme
from ui import options
from ui.frame import page
from ui.gaps import begin, my_countries, second_look, unworked
from ui.show import show

events, view, look = page("Gaps")

with options.bar():
    my_countries()
    options.choose("across", "Against", charts.ACROSS)
    options.choose("limits", "Shaded deeper after", charts.LIMITS)

events, groups, look = begin(events, look)

found = gaps.of(events, groups.mine, view.across, limits=view.limits, second=groups.second)
kept = theme.kept_unit(view.unit, "events")
show(charts.squares(found, look, note=kept, groups=(groups.name, groups.second_name)), found.frame)

left_out = neighbours.left_out(events, groups.mine)
show(charts.left_out(left_out, look), left_out.frame, strip=kept)
if groups.second and not view.present:
    left_out = neighbours.left_out(events, groups.second)
    figure = charts.left_out(left_out, second_look(events, look), us=charts.SECOND)
    show(figure, left_out.frame, strip=kept)

unworked(neighbours.unworked(events, groups.all))
