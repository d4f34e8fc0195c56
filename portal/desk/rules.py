"""What is true of taking work, of having it open, and of saved views: how long each counts, how many there may be."""

import datetime as dt

from portal.kit.dates import from_london, is_working_day, london_day
from portal.kit.text import N_

STALE_DAYS = 5
"""After so many working days without opening what they took, it counts as nobody's again."""
OPEN_NOW = dt.timedelta(minutes=2)
"""Whoever was seen on a page so lately has it open; script says so every 45 seconds while the page can be seen."""
OPEN_KEPT = dt.timedelta(minutes=10)
"""So long it is told, and kept, that somebody had a page open."""
SEEN_EVERY = dt.timedelta(minutes=1)
VISITS_EVERY = dt.timedelta(hours=1)
"""How often it is written down anew that somebody has a page open, and that they came back to what they took."""
VIEWS_MOST = 12
NAME_MOST = 40
WORD_MOST = 300
COLLEAGUES_MOST = 50

TAKEN_NOW = N_("Somebody else took it while you had this page open: {name} has it now. Nothing was changed.")
GIVEN_BACK = N_("Nobody has it any more. It was given back while you had this page open.")
NOT_YOURS = N_("{name} has it. Take it over first, then you can hand it over.")
CHOOSE_COLLEAGUE = N_("Choose the colleague who takes it. The list has everybody who can do this work.")
NAME_NEEDED = N_("Give the view a name, such as “Closing this week”.")
NOTHING_NARROWED = N_("The inbox is not narrowed, so there is nothing to save. Choose what is listed first.")
NAME_THERE = N_("You have a view of that name already. Choose another name, or remove that one first.")
TOO_MANY = N_("You have {most} views, which is as many as there can be. Remove one first.")


def working_days_before(day: dt.date, number: int) -> dt.date:
    """The day that lies so many working days before another; bank holidays are not heeded."""
    while number:
        day -= dt.timedelta(days=1)
        number -= is_working_day(day)
    return day


def stale_before(now: dt.datetime) -> dt.datetime:
    """Who opened last before this moment what they took has been away for five working days, and so has lost it."""
    return from_london(dt.datetime.combine(working_days_before(london_day(now), STALE_DAYS), dt.time()))


def name_key(name: str) -> str:
    """The name of a view as it is likened to others: small and large letters are one."""
    return name.casefold()[:NAME_MOST]
