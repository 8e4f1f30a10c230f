"""Which events are these?"""

from ui.events import one_event, table
from ui.frame import page

events, view, look = page("Events")

one_event(events, view)
table(events, view)
