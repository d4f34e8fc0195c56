"""The end of a round for those who write: reminders before it, minutes in the last hour, the grace after it."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import Enum

from portal.applications.keying import last_to_type
from portal.applications.rules import last_moment
from portal.kit.dates import from_london, in_london

REMINDED = (7, 1)
"""On how many days before the end people are reminded, the first reminder first."""
LAST_HOUR = dt.timedelta(hours=1)


class Phase(Enum):
    """How near the end is."""

    FAR = "far"
    LAST_HOUR = "hour"
    GRACE = "grace"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Closing:
    """How near the end is: the phase, and the whole seconds that are left in it (0 where no clock runs).

    For who types in for somebody, and only for them, `typing_until` is the moment at which that ends.
    """

    phase: Phase
    seconds: int = 0
    typing_until: dt.datetime | None = None

    @property
    def minutes(self) -> int:
        """The minutes that are left, a begun one counted whole: nobody reads 0 while there is time."""
        return -(-self.seconds // 60)


def closing(now: dt.datetime, closes_at: dt.datetime, grace_minutes: int) -> Closing:
    """How near the end is at this moment. The clock is shown in the last hour, and in the grace."""
    if now < closes_at - LAST_HOUR:
        return Closing(Phase.FAR)
    if now < closes_at:
        return Closing(Phase.LAST_HOUR, int((closes_at - now).total_seconds()))
    left = (last_moment(closes_at, grace_minutes) - now).total_seconds()
    return Closing(Phase.GRACE, int(left)) if left >= 0 else Closing(Phase.OVER)


def closing_for(now: dt.datetime, closes_at: dt.datetime, grace_minutes: int, *, is_typing: bool) -> Closing:
    """The same for whoever asks: who types in for somebody has days after the round, and their own last hour."""
    if not is_typing:
        return closing(now, closes_at, grace_minutes)
    until = last_to_type(closes_at)
    return replace(closing(now, until, 0), typing_until=until)


def reminder_at(closes_at: dt.datetime, days: int) -> dt.datetime:
    """When people are reminded so many days before the end: at the same time of day by a British clock."""
    return from_london(in_london(closes_at).replace(tzinfo=None) - dt.timedelta(days=days))


def reminder_due(now: dt.datetime, closes_at: dt.datetime) -> int | None:
    """The reminder that is due at this moment, by its days; the nearer one alone where both would be. None for none."""
    if now >= closes_at:
        return None
    return next((days for days in sorted(REMINDED) if reminder_at(closes_at, days) <= now), None)
