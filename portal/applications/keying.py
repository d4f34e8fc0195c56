"""What is true of an application that the council types in for somebody: how it came, when, and until when it may."""

import datetime as dt

from portal.kit.dates import london_day
from portal.kit.text import N_, Say

WAYS_IN = {"phone": N_("By phone"), "paper": N_("On paper"), "in_person": N_("In person")}
"""How somebody comes who does not write on a screen, by the code that is kept."""

WAYS_SAID = {
    "phone": N_("Typed in by {who} at the council, from a call on {day}"),
    "paper": N_("Typed in by {who} at the council, from a form on paper that came on {day}"),
    "in_person": N_("Typed in by {who} at the council, from a visit on {day}"),
}
"""The sentence that marks such an application wherever it is shown."""

DAYS_TO_TYPE = 5
"""So many days after a round has closed the council may still type in what came before it closed."""


def last_to_type(closes_at: dt.datetime) -> dt.datetime:
    """Until when what came in time may be typed in and sent."""
    return closes_at + dt.timedelta(days=DAYS_TO_TYPE)


def grace_of(grace_minutes: int, *, is_typing: bool) -> int:
    """For how many minutes after closing an application can be written and sent by whoever asks.

    `is_typing` is whether they type it in for somebody: it came before closing, so that only the typing is late.
    """
    return DAYS_TO_TYPE * 24 * 60 if is_typing else grace_minutes


def why_not_type(now: dt.datetime, opens_at: dt.datetime, closes_at: dt.datetime) -> Say | None:
    """Why nothing can be typed in for a round now, or None while it can."""
    if now < opens_at:
        return Say(N_("This round is not open yet."))
    if now > last_to_type(closes_at):
        return Say(N_("This round has closed, and the days to type in what came before are over."))
    return None


def why_not_that_day(came_on: dt.date, today: dt.date, opens_at: dt.datetime, closes_at: dt.datetime) -> Say | None:
    """Why an application cannot have come on that day, or None where it can."""
    if came_on > today:
        return Say(N_("Enter a day that is not in the future"))
    if came_on > london_day(closes_at):
        return Say(N_("The round had closed by then. Only what came before it closed can be typed in."))
    if came_on < london_day(opens_at):
        return Say(N_("The round was not open yet on that day"))
    return None
