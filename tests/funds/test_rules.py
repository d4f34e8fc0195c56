"""A round's phase and its way, by the clock."""

import datetime as dt
from dataclasses import dataclass

import pytest

from portal.funds.rules import Phase, phase, timeline
from portal.kit.states import Dot

NONE, NOW, DONE = Dot.NONE, Dot.NOW, Dot.DONE


@dataclass
class Dates:
    """The dates of a round."""

    opens_at: dt.datetime = dt.datetime(2026, 10, 5, 8, tzinfo=dt.UTC)
    closes_at: dt.datetime = dt.datetime(2026, 12, 11, 12, tzinfo=dt.UTC)
    checked_by: dt.date = dt.date(2026, 12, 18)
    assessed_by: dt.date = dt.date(2027, 1, 8)
    panel_on: dt.date = dt.date(2027, 1, 15)
    told_by: dt.date = dt.date(2027, 1, 22)


def at(*parts: int) -> dt.datetime:
    """A moment in UTC."""
    return dt.datetime(*parts, tzinfo=dt.UTC)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(2026, 10, 5, 7, 59, 59), Phase.COMING),
        (at(2026, 10, 5, 8), Phase.OPEN),
        (at(2026, 12, 11, 11, 59, 59), Phase.OPEN),
        (at(2026, 12, 11, 12), Phase.CLOSED),
    ],
)
def test_phase(now: dt.datetime, expected: Phase) -> None:
    assert phase(Dates().opens_at, Dates().closes_at, now) is expected


@pytest.mark.parametrize(
    ("now", "dots"),
    [
        (at(2026, 9, 1), [NOW, NONE, NONE, NONE, NONE, NONE]),
        (at(2026, 11, 1), [DONE, NOW, NONE, NONE, NONE, NONE]),
        (at(2026, 12, 11, 12), [DONE, DONE, NOW, NONE, NONE, NONE]),
        (at(2026, 12, 18, 23), [DONE, DONE, NOW, NONE, NONE, NONE]),
        (at(2026, 12, 19), [DONE, DONE, DONE, NOW, NONE, NONE]),
        (at(2027, 1, 23), [DONE] * 6),
    ],
)
def test_timeline(now: dt.datetime, dots: list[Dot]) -> None:
    assert [step.dot for step in timeline(Dates(), now)] == dots


def test_only_the_window_has_hours_and_only_promises_are_limits() -> None:
    steps = timeline(Dates(), at(2026, 11, 1))

    assert [step.has_hour for step in steps] == [True, True, False, False, False, False]
    assert [step.is_limit for step in steps] == [False, False, True, True, False, True]
