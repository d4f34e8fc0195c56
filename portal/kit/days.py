"""Days as people type them."""

import datetime as dt
import re

DAY = re.compile(
    r"(?:[^\W\d]+,?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?"
    r"[\s./-]+(?P<month>[^\W\d]+|\d{1,2})[\s.,/-]+(?P<year>\d{4}|\d{2})",
    re.IGNORECASE,
)
ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FIRST_YEAR, LAST_YEAR = 1900, 2100


def day_in(text: str) -> dt.date | None:
    """A day as people write it: 1 February 2027, 1st Feb 27, 01/02/2027 or 2027-02-01; None for anything else."""
    found = ISO_DAY.fullmatch(text.strip()) or DAY.fullmatch(text.strip())
    if not found:
        return None
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    try:
        day = dt.date(year, month_number(found["month"]), int(found["day"]))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def month_number(word: str) -> int:
    """The number of a month given in figures or by its name, whole or three letters and more; 0 for anything else."""
    if word.isdecimal():
        return int(word)
    name = "sep" if word.lower() == "sept" else word.lower()
    fits = (number for number, month in enumerate(MONTHS, 1) if len(name) >= 3 and month.lower().startswith(name))
    return next(fits, 0)
