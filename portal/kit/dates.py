"""Times are kept in UTC and read in Europe/London, in words."""

import datetime as dt
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
NOON = dt.time(12)
FRIDAY = 4


def utc_now() -> dt.datetime:
    """Now, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


def in_london(moment: dt.datetime) -> dt.datetime:
    """The same moment on a British clock."""
    return moment.astimezone(LONDON)


def from_london(local: dt.datetime) -> dt.datetime:
    """UTC from a naive British wall-clock time; an hour that comes twice means the first of the two."""
    return local.replace(tzinfo=LONDON, fold=0).astimezone(dt.UTC)


def london_day(moment: dt.datetime) -> dt.date:
    """The British calendar day of a moment."""
    return in_london(moment).date()


def is_working_day(day: dt.date) -> bool:
    """Whether it is Monday to Friday; bank holidays are not heeded."""
    return day.weekday() <= FRIDAY


def working_day(day: dt.date) -> dt.date:
    """That day, or the Monday after it where it is a Saturday or Sunday."""
    return day if is_working_day(day) else day + dt.timedelta(days=7 - day.weekday())


def is_noon(moment: dt.datetime) -> bool:
    """Whether a British clock shows twelve at that moment."""
    return in_london(moment).time().replace(second=0, microsecond=0) == NOON


def short_clock(moment: dt.datetime) -> str:
    """The British time of day in figures: 14:02."""
    return in_london(moment).strftime("%H:%M")


def days_between(earlier: dt.datetime, later: dt.datetime) -> int:
    """Whole British calendar days from one moment to another; 0 within the same day."""
    return (london_day(later) - london_day(earlier)).days


def is_day(text: str) -> bool:
    """Whether a text is a day as a browser's own calendar writes it: 2026-12-11 (HTML, valid date string)."""
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
