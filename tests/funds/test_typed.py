"""Numbers, amounts and days as people type them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.funds.typed import amount_in, is_blank, whole_number
from portal.kit.days import day_in, month_number
from tests.funds.builders import question

FIRST = dt.date(2027, 2, 1)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("40", 40), (" 40 ", 40), ("0", 0), ("1,200", 1200), ("1 200", 1200), ("12,345,678", 12345678), ("٤٠", 40)],
)
def test_whole_numbers(typed: str, number: int) -> None:
    assert whole_number(typed) == number


@pytest.mark.parametrize("typed", ["", "about forty", "4o", "40.5", "-3", "1,20", "40 people", "²", "1234567890"])
def test_no_whole_numbers(typed: str) -> None:
    assert whole_number(typed) is None


@given(st.integers(min_value=0, max_value=999_999_999))
def test_every_whole_number_either_way(number: int) -> None:
    assert whole_number(str(number)) == whole_number(f"{number:,}") == number


@pytest.mark.parametrize(("typed", "amount"), [("£1,200", 120000), ("1200.50", 120050), ("a lot", None), ("-5", None)])
def test_amounts(typed: str, amount: int | None) -> None:
    assert amount_in(typed) == amount


@pytest.mark.parametrize(
    "typed",
    [
        *("1 February 2027", "01/02/2027", "2027-02-01", "1 feb 27", "1st February, 2027", "1.2.2027", "1-2-27"),
        *("Monday 1 February 2027", "Mon, 1st of Feb 2027", "  1   FEBRUARY   2027 ", "1/Feb/2027"),
    ],
)
def test_days(typed: str) -> None:
    assert day_in(typed) == FIRST


@pytest.mark.parametrize(
    "typed",
    [
        *("", "soon", "February 2027", "31/02/2027", "1/13/2027", "1 Fe 2027", "1 Foo 2027", "01/02/0027"),
        *("2027-02", "²/2/2027", "1/²/2027", "1 February 9999", "0/1/2027", "2027-02-30"),
    ],
)
def test_no_days(typed: str) -> None:
    assert day_in(typed) is None


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 12, 31)))
def test_every_day_three_ways(day: dt.date) -> None:
    words = f"{day.day} {day:%B} {day.year}"

    assert day_in(words) == day_in(f"{day:%d/%m/%Y}") == day_in(day.isoformat()) == day


@given(st.text())
def test_any_text_is_a_day_or_none(typed: str) -> None:
    assert day_in(typed) is None or isinstance(day_in(typed), dt.date)


@pytest.mark.parametrize(("word", "number"), [("September", 9), ("sept", 9), ("Sep", 9), ("2", 2), ("ma", 0), ("", 0)])
def test_months(word: str, number: int) -> None:
    assert month_number(word) == number


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *(
            ("text", None),
            ("text", ""),
            ("text", "  "),
            ("text", ["x"]),
            ("choices", []),
            ("choices", "a"),
            ("choices", [1]),
        ),
        *(
            ("groups", {}),
            ("groups", {"older": ""}),
            ("groups", ["older"]),
            ("wards", {}),
            ("wards", {"E05": " "}),
            ("wards", ["E05"]),
            ("wards", {1: "5"}),
        ),
        *(
            ("budget", []),
            ("budget", [{"category": "a", "quote": "yes"}]),
            ("budget", ["x"]),
            ("budget", {"item": "x"}),
        ),
    ],
)
def test_blank(kind: str, value: object) -> None:
    assert is_blank(question(kind), value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("text", "x"),
        ("choices", ["a"]),
        ("wards", {"E05": "5"}),
        ("groups", {"older": "5"}),
        ("budget", [{"amount": "5"}]),
        ("budget", [{"item": "x"}]),
    ],
)
def test_not_blank(kind: str, value: object) -> None:
    assert not is_blank(question(kind), value)
