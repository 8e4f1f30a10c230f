"""Who meets whom, and who never met?"""

from analysis import bridges, meeting_grid, meetings
from analysis.selection import compared
from analysis.sides import both
from charts import maps as presets
from charts import meeting_squares, meeting_words, theme
from charts import meetings as drawn
from ui import change, options
from ui.frame import page
from ui.meetings import networks
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

other = compared(events)
met, beside = meetings.of(events), None if other is None else meetings.of(other)
sides = (met.ties.left.name, met.ties.right.name)

strongest, others = both(meetings.strongest, met, beside, weight=view.weight, most=12)
kept, kept_pairs = theme.kept_unit(view.unit, "events"), meeting_words.kept(view.unit)
figure = drawn.strongest(strongest, look, words=words, sides=sides, weight=view.weight, other=others)
left_out = "" if beside else drawn.left_out(len(strongest), met.pair_count, words=words)
told = (left_out, change.pairs(met, beside, words), kept)
show(figure, strongest, others, strip=" ".join(part for part in told if part))

cells, second = both(meeting_grid.grid, met, beside, weight=view.weight, order=view.order, most=most)
figure = meeting_squares.squares(cells, look, words=words, other=second)
show(figure, cells.pairs, None if second is None else second.pairs, strip=kept)

if words.other is None:
    networks(met, beside, look, words=words, view=view, kept=kept)
else:
    pairs = meetings.between(events, *words.other)
    against = None if other is None else meetings.between(other, *words.other)
    cells, second = both(meeting_grid.grid, pairs, against, weight="events", order=view.order, most=most)
    figure = meeting_squares.squares(cells, look, words=words, title=words.other_title, other=second)
    show(figure, cells.pairs, None if second is None else second.pairs, strip=kept)

left, right = row(2)
with left:
    per_year, others = both(meetings.by_year, met, beside)
    show(drawn.by_year(per_year, look, words=words, other=others), per_year, others, strip=kept_pairs)
with right:
    sizes, others = meetings.by_size(met), None if beside is None else meetings.by_size(beside)
    show(drawn.sizes(sizes, look, words=words, other=others), sizes, others, strip=kept)

left, right = row(2)
with left:
    across, others = both(meetings.across, met, beside)
    behind = [side.event_count for side in (met, beside) if side is not None]
    figure = drawn.across(across, look, words=words, events=behind, other=others)
    show(figure, across, others, strip=kept_pairs)
with right:
    linking, others = both(bridges.linking, met, beside, most=12)
    figure = drawn.linking(linking, look, words=words, dimension=sides[0], other=others)
    show(figure, linking, others, strip=kept_pairs)
    (alone, more), lonely = both(meetings.alone, met, beside, most=12)
    lone = None if lonely is None else lonely[0]
    tied = [side.pair_count for side in (met, beside) if side is not None]
    figure = drawn.alone(alone, look, words=words, more=more, pairs=tied, other=lone)
    show(figure, alone, lone, strip=kept)
