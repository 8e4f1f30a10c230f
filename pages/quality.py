"""How complete are the records, and what is wrong with them?"""

from analysis import completeness
from charts import bars, matrix, theme
from ui.frame import page
from ui.problems import problems
from ui.show import show

PUBLISHERS = 12

events, view, look = page("Data quality", first=problems)

kept = theme.kept_unit(view.unit, "events")
about = f"{theme.SHARES} {kept}".strip()

fields = completeness.by_field(events)
show(bars.completeness(fields, look, note=kept), fields)

per_year = completeness.by_field_and(events, "year")
show(
    matrix.shares(per_year, look, title="Completeness by year, per cent of events", note=about),
    per_year,
)

per_publisher = completeness.by_field_and(events, "publisher", most=PUBLISHERS)
drawn = theme.drawn_of(PUBLISHERS, completeness.with_events(events, "publisher"), "publishers")
note = f"{drawn} {about}".strip()
show(
    matrix.shares(per_publisher, look, title="Completeness by publisher, per cent of events", note=note),
    per_publisher,
)
