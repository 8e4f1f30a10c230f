"""What happened next?"""

from ui.add import add_events
from ui.frame import page

events, view, look = page("Add events")

add_events(events.index)
