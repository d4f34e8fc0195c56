"""British clocks, and days counted as people count them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kit.dates import days_between, from_london, in_london, is_day, is_noon, london_day, short_clock

MOMENTS = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2090, 1, 1), timezones=st.just(dt.UTC))


@given(MOMENTS)
def test_a_british_time_names_its_moment(moment: dt.datetime) -> None:
    local = in_london(moment).replace(tzinfo=None, fold=0)
    assert from_london(local) in {moment, moment - dt.timedelta(hours=1)}


@pytest.mark.parametrize(
    ("local", "utc_hour"), [(dt.datetime(2026, 7, 1, 12), 11), (dt.datetime(2026, 12, 11, 12), 12)]
)
def test_noon_is_noon_in_summer_and_winter(local: dt.datetime, utc_hour: int) -> None:
    moment = from_london(local)
    assert moment.hour == utc_hour
    assert is_noon(moment)
    assert short_clock(moment) == "12:00"


def test_an_hour_that_comes_twice_means_the_first() -> None:
    assert from_london(dt.datetime(2026, 10, 25, 1, 30)) == dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)


def test_late_evening_in_summer_is_the_next_british_day() -> None:
    assert london_day(dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)) == dt.date(2026, 7, 1)


@given(MOMENTS, st.integers(min_value=0, max_value=400))
def test_days_between_counts_midnights(moment: dt.datetime, days: int) -> None:
    assert abs(days_between(moment, moment + dt.timedelta(days=days)) - days) <= 1


@pytest.mark.parametrize("text", ["2026-12-11", "2028-02-29"])
def test_a_day_as_a_calendar_writes_it(text: str) -> None:
    assert is_day(text)


@pytest.mark.parametrize("text", ["", "soon", "2027-02-29", "20261211", "2026-W50-5", "11/12/2026", "2026-12-11 "])
def test_what_no_calendar_writes(text: str) -> None:
    assert not is_day(text)
