"""Postcodes, whatever way they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places.rules import normal_postcode

REAL = ["LS1 1AA", "LS29 9ZZ", "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "GIR 0AA", "BD10 0FE"]


@pytest.mark.parametrize("postcode", REAL)
def test_real_postcodes(postcode: str) -> None:
    assert normal_postcode(postcode) == postcode


@given(st.sampled_from(REAL), st.lists(st.booleans(), min_size=8, max_size=8), st.data())
def test_case_and_spaces_do_not_matter(postcode: str, capitals: list[bool], data: st.DataObject) -> None:
    letters = postcode.replace(" ", "")
    cased = [each.upper() if big else each.lower() for each, big in zip(letters, capitals, strict=False)]
    gaps = [data.draw(st.sampled_from(["", " ", "\u00a0", "-"])) for _ in cased]
    typed = "".join(gap + each for gap, each in zip(gaps, cased, strict=True))

    assert normal_postcode(typed) == postcode


@given(st.text())
def test_normal_form_is_its_own_normal_form(typed: str) -> None:
    found = normal_postcode(typed)

    assert found is None or (normal_postcode(found) == found and len(found) <= 8)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "LS1",
        "LS1 1A",
        "LS1 1AAA",
        "1LS 1AA",
        "LS1 CAA",
        "QS1 1AA",
        "LS1 1CA",
        "LS11 1AA x",
        "ＬＳ１ １ＡＡ",
        "9" * 99,
    ],
)
def test_no_postcodes(typed: str) -> None:
    assert normal_postcode(typed) is None
