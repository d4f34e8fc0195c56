"""By when a message is answered, how long it is kept, and what could be a telephone number."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.messages.rules import WORKING_DAYS, answer_by, is_phone, kept_since, why_not_touch

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1))


@pytest.mark.parametrize(
    ("came", "by"),
    [
        ("2026-11-23", "2026-11-25"),
        ("2026-11-26", "2026-11-30"),
        ("2026-11-27", "2026-12-01"),
        ("2026-11-28", "2026-12-01"),
    ],
)
def test_two_working_days_pass_over_the_weekend(came: str, by: str) -> None:
    assert answer_by(dt.date.fromisoformat(came)) == dt.date.fromisoformat(by)


@given(DAYS)
def test_an_answer_is_due_on_a_working_day_with_just_so_many_between(came: dt.date) -> None:
    by = answer_by(came)
    working = [day for day in range(1, (by - came).days + 1) if (came + dt.timedelta(day)).weekday() < 5]
    assert by.weekday() < 5
    assert len(working) == WORKING_DAYS


@given(DAYS, DAYS)
def test_a_message_is_kept_for_24_months_and_never_comes_back(one: dt.date, other: dt.date) -> None:
    assert 24 * 30 < (one - kept_since(one)).days <= 731 + 3
    first, second = sorted((one, other))
    assert kept_since(first).replace(day=1) <= kept_since(second)


@pytest.mark.parametrize("number", ["0113 496 0000", "+44 (0)113 496-0000", "07700 900341"])
def test_numbers_as_people_write_them(number: str) -> None:
    assert is_phone(number)


@pytest.mark.parametrize("number", ["", "none", "123", "0113 496 0000 ask for Jo", "1" * 30, "٠١١٣٤٩٦"])
def test_what_nobody_can_ring(number: str) -> None:
    assert not is_phone(number)


def test_somebody_elses_message_is_left_alone() -> None:
    assert why_not_touch(None, 7, "") is why_not_touch(7, 7, "Joyce") is None
    assert "Joyce" in str(why_not_touch(8, 7, "Joyce"))
