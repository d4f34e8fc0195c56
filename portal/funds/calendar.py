"""The closing of a round as a calendar file (RFC 5545), which any calendar can read."""

import datetime as dt
from importlib import import_module

from portal.funds.models import Round
from portal.kit.text import N_, Say
from portal.web.words import translated

LENGTH = dt.timedelta(minutes=15)
EARLIER = dt.timedelta(days=-7)
MAKER = "-//Join the Dots//grants//EN"


def closing(round_: Round, address: str, host: str, now: dt.datetime) -> bytes:
    """One event that ends as the round closes, with a reminder a week before. Times are UTC."""
    library = import_module("icalendar")  # 3 MB for one link
    title = translated(Say(N_("{title}: applying ends"), title=round_.title))
    event = library.Event()
    event.add("uid", f"{round_.code}-closing@{host}")
    event.add("dtstamp", now)
    event.add("dtstart", round_.closes_at - LENGTH)
    event.add("dtend", round_.closes_at)
    event.add("summary", title)
    event.add("url", address)
    event.add("description", address)
    event.add("transp", "TRANSPARENT")
    reminder = library.Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", title)
    reminder.add("trigger", EARLIER)
    event.add_component(reminder)
    calendar = library.Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
