"""Who meets whom, and who never met?"""

from analysis import bridges, meeting_grid, meetings
from charts import maps as presets
from charts import meeting_squares, meeting_words, network, theme
from charts import meetings as drawn
from ui import options
from ui.frame import page
from ui.show import row, show

events, view, look = page("Who meets whom")
words = meeting_words.of(view.meeting, view.role)
most = meeting_squares.MOST[view.meeting]

with options.bar():
    options.choose("meeting", "Who", meeting_words.MEETINGS)
    options.choose("weight", "An event counts", meeting_words.WEIGHTS)
    options.choose("order", "Matrix ordered", meeting_words.ORDERS)
    if view.meeting == "countries":
        options.choose("preset", "Region on the map", presets.PRESETS)

met = meetings.of(events)
sides = (met.ties.left.name, met.ties.right.name)

strongest = meetings.strongest(met, weight=view.weight, most=12)
kept, kept_pairs = theme.kept_unit(view.unit, "events"), meeting_words.kept(view.unit)
figure = drawn.strongest(strongest, look, words=words, sides=sides, weight=view.weight)
show(figure, strongest, strip=kept)

cells = meeting_grid.grid(met, weight=view.weight, order=view.order, most=most)
show(meeting_squares.squares(cells, look, words=words), cells.pairs, strip=kept)

if words.other is None:
    points = meetings.positions(met)
    inside = network.inside(points, view.preset)
    lines = meetings.drawable(met, weight=view.weight, inside=inside, most=network.MOST)
    asked = {"weight": view.weight, "preset": view.preset}
    strip = f"{network.strip(points, lines, pair_count=met.pair_count, **asked)} {kept}"
    figure = network.on_map(points, lines, look, words=words, dimension=view.role, **asked)
    show(figure, lines, strip=strip.strip())
else:
    beside = meetings.between(events, *words.other)
    others = meeting_grid.grid(beside, weight="events", order=view.order, most=most)
    figure = meeting_squares.squares(others, look, words=words, title=words.other_title)
    show(figure, others.pairs, strip=kept)

left, right = row(2)
with left:
    per_year = meetings.by_year(met)
    show(drawn.by_year(per_year, look, words=words), per_year, strip=kept_pairs)
with right:
    sizes = meetings.by_size(met)
    show(drawn.sizes(sizes, look, words=words), sizes, strip=kept)

left, right = row(2)
with left:
    across = meetings.across(met)
    show(drawn.across(across, look, words=words), across, strip=kept_pairs)
with right:
    linking = bridges.linking(met, most=12)
    show(drawn.linking(linking, look, words=words, dimension=sides[0]), linking, strip=kept_pairs)
    alone, more = meetings.alone(met, most=12)
    show(drawn.alone(alone, look, words=words, more=more), alone, strip=kept)
