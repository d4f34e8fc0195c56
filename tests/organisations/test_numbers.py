"""Charity and company numbers, however they are typed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.organisations.numbers import PREFIXES, charity_number, company_number, is_tax_reference

CHARITY = re.compile(r"[1-9]\d{5,6}|SC\d{6}")
COMPANY = re.compile(r"\d{8}|[A-Z][A-Z0-9]\d{6}|[A-Z][A-Z0-9]\d{5}[A-Z]")
DIGITS = st.text("0123456789", min_size=6, max_size=6)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1164883", "1164883"),
        ("210220", "210220"),
        (" 1 164 883 ", "1164883"),
        ("0210220", "210220"),
        ("1164883-1", "1164883"),
        ("Registered charity no. 1164883", "1164883"),
        ("Charity number: 1164883 (England and Wales)", "1164883"),
        ("SC042386", "SC042386"),
        ("sc 042386", "SC042386"),
        ("SC42386", "SC042386"),
        ("SC000587", "SC000587"),
        ("NIC100019", "100019"),
        ("NI 100019", "100019"),
        ("100019", "100019"),
        ("12345", None),
        ("12345678", None),
        ("000000", None),
        ("SC1234", None),
        ("SC1234567", None),
        ("XT12345", None),
        ("none", None),
        ("", None),
        ("١١٦٤٨٨٣", None),
    ],
)
def test_charity_numbers(typed: str, kept: str | None) -> None:
    assert charity_number(typed) == kept


@pytest.mark.parametrize(
    ("typed", "is_one"), [("X12345", True), ("XT31415", True), ("CH1234", True), ("1164883", False), ("", False)]
)
def test_references_of_the_tax_office(typed: str, is_one: bool) -> None:
    assert is_tax_reference(typed) is is_one


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("09506232", "09506232"),
        ("9506232", "09506232"),
        ("95 06232", "09506232"),
        ("Company no. 9506232", "09506232"),
        ("CE012345", "CE012345"),
        ("ce 12345", "CE012345"),
        ("SC123456", "SC123456"),
        ("R0123456", "R0123456"),
        ("IP12345R", "IP12345R"),
        ("IP1234R", "IP01234R"),
        ("01234567", None),
        ("1234567", None),
        ("12345678", None),
        ("00000000", None),
        ("0000", None),
        ("123", None),
        ("123456789", None),
        ("QQ123456", None),
        ("AB1234567", None),
        ("", None),
        ("n/a", None),
    ],
)
def test_company_numbers(typed: str, kept: str | None) -> None:
    assert company_number(typed) == kept


@given(st.text(max_size=30))
def test_whatever_is_typed_a_kept_number_has_the_registers_form(typed: str) -> None:
    charity, company = charity_number(typed), company_number(typed)

    assert charity is None or CHARITY.fullmatch(charity, re.ASCII)
    assert company is None or COMPANY.fullmatch(company, re.ASCII)


@given(st.from_regex(r"\A([1-9][0-9]{5,6}|SC[0-9]{6})\Z"))
def test_a_charity_number_stays_itself_with_spaces_and_in_small_letters(number: str) -> None:
    assert charity_number(number) == number
    assert charity_number(" ".join(number.lower())) == number


@given(st.sampled_from(PREFIXES.split()), DIGITS)
def test_a_lettered_company_number_stays_itself(prefix: str, digits: str) -> None:
    assert company_number(prefix + digits) == prefix + digits
    assert company_number(f" {prefix.lower()} {digits}") in (
        prefix + digits,
        company_number(digits) if prefix == "NO" else prefix + digits,
    )


@given(st.integers(1000, 99_999_999).filter(lambda n: n not in (1234567, 12345678)))
def test_lost_noughts_come_back(number: int) -> None:
    assert company_number(str(number)) == f"{number:08d}"
