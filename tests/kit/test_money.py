"""Pence in the tables, pounds on the page."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kit.money import pence, pounds


@given(st.integers(min_value=0, max_value=99_999_999_999))
def test_what_we_write_we_can_read(amount: int) -> None:
    assert pence(pounds(amount)) == amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("£1,200", 120_000), ("1200.50", 120_050), (" £ 40 ", 4_000), ("0.99", 99), ("12.5", 1_250), ("1 200", 120_000)],
)
def test_amounts_as_people_write_them(typed: str, amount: int) -> None:
    assert pence(typed) == amount


@pytest.mark.parametrize("typed", ["", "about forty", "-5", "1.2.3", "12,00", "£", "1e9", "1.005", "٣٠٠x", "9" * 40])
def test_what_is_no_amount(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        pence(typed)


@given(st.text())
def test_nothing_typed_breaks_it(typed: str) -> None:
    with contextlib.suppress(ValueError):
        assert pence(typed) >= 0
