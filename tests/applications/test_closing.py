"""The end of a round: minutes in its last hour, the grace, and when a reminder is due, clocks that change included."""

import datetime as dt

import pytest

from portal.applications.closing import Closing, Phase, closing, closing_for, reminder_at, reminder_due
from portal.kit.dates import from_london

NOON = from_london(dt.datetime(2026, 12, 18, 12))
MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)
SECOND, BLINK = dt.timedelta(seconds=1), dt.timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (DAY, Closing(Phase.FAR)),
        (HOUR + BLINK, Closing(Phase.FAR)),
        (HOUR, Closing(Phase.LAST_HOUR, 3600)),
        (SECOND, Closing(Phase.LAST_HOUR, 1)),
        (BLINK, Closing(Phase.LAST_HOUR, 0)),
        (0 * HOUR, Closing(Phase.GRACE, 600)),
        (-10 * MINUTE, Closing(Phase.GRACE, 0)),
        (-10 * MINUTE - BLINK, Closing(Phase.OVER)),
    ],
)
def test_the_clock_runs_in_the_last_hour_and_in_the_grace(before: dt.timedelta, expected: Closing) -> None:
    assert closing(NOON - before, NOON, 10) == expected


def test_without_a_grace_it_is_over_with_the_closing() -> None:
    assert closing(NOON + BLINK, NOON, 0) == Closing(Phase.OVER)


@pytest.mark.parametrize(
    ("after", "phase"),
    [(-MINUTE, Phase.FAR), (MINUTE, Phase.FAR), (5 * DAY - HOUR, Phase.LAST_HOUR), (5 * DAY + BLINK, Phase.OVER)],
)
def test_who_types_in_for_somebody_has_days_longer(after: dt.timedelta, phase: Phase) -> None:
    found = closing_for(NOON + after, NOON, 10, is_typing=True)
    assert (found.phase, found.typing_until) == (phase, NOON + 5 * DAY)
    assert closing_for(NOON + after, NOON, 10, is_typing=False) == closing(NOON + after, NOON, 10)


@pytest.mark.parametrize(("seconds", "minutes"), [(3600, 60), (61, 2), (60, 1), (1, 1), (0, 0)])
def test_a_minute_that_has_begun_counts_whole(seconds: int, minutes: int) -> None:
    assert Closing(Phase.LAST_HOUR, seconds).minutes == minutes


@pytest.mark.parametrize(
    ("before", "days"),
    [
        (8 * DAY, None),
        (7 * DAY + BLINK, None),
        (7 * DAY, 7),
        (DAY + BLINK, 7),
        (DAY, 1),
        (BLINK, 1),
        (0 * DAY, None),
        (-DAY, None),
    ],
)
def test_one_reminder_is_due_at_a_time_and_none_after_the_end(before: dt.timedelta, days: int | None) -> None:
    assert reminder_due(NOON - before, NOON) == days


@pytest.mark.parametrize(
    ("closes", "reminded"),
    [
        (dt.datetime(2027, 3, 30, 12), dt.datetime(2027, 3, 23, 12)),  # clocks go forward on the 28th
        (dt.datetime(2026, 10, 27, 12), dt.datetime(2026, 10, 20, 12)),  # clocks went back on the 25th
        (dt.datetime(2026, 10, 26, 0, 30), dt.datetime(2026, 10, 19, 0, 30)),
        (dt.datetime(2027, 1, 3, 23, 59), dt.datetime(2026, 12, 27, 23, 59)),
    ],
)
def test_a_reminder_goes_at_the_same_time_of_day_by_a_british_clock(closes: dt.datetime, reminded: dt.datetime) -> None:
    assert reminder_at(from_london(closes), 7) == from_london(reminded)


def test_a_reminder_in_the_hour_that_is_left_out_goes_all_the_same() -> None:
    closes_at = from_london(dt.datetime(2027, 3, 29, 1, 30))
    assert reminder_due(closes_at - 23 * HOUR, closes_at) == 1
    assert reminder_due(closes_at - 23 * HOUR - BLINK, closes_at) == 7
