"""What an e-mail address and a telephone number look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kit.addresses import is_phone, normal_email


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("amina@example.org", "amina@example.org"),
        ("  Amina.Yusuf@Example.ORG ", "amina.yusuf@example.org"),
        ("o'neill+grants@post.example.co.uk", "o'neill+grants@post.example.co.uk"),
        ("anna@müller.example", "anna@xn--mller-kva.example"),
        ("amina", None),
        ("amina@", None),
        ("@example.org", None),
        ("amina@localhost", None),
        ("amina@127.0.0.1", None),
        ("a..b@example.org", None),
        (".a@example.org", None),
        ("a b@example.org", None),
        ("amina@exam ple.org", None),
        ("amina@example.org\r\nBcc: all@example.org", None),
        ("amina@-example.org", None),
        ("<amina@example.org>", None),
        ("amina@example..org", None),
        ("a" * 65 + "@example.org", None),
        ("amina@" + "a" * 64 + ".org", None),
        ("amina@" + ".".join(["a" * 62] * 4) + ".org", None),
        ("", None),
    ],
)
def test_addresses(typed: str, kept: str | None) -> None:
    assert normal_email(typed) == kept


@given(st.text(max_size=80) | st.emails())
def test_a_kept_address_stays_itself_and_fits_a_letter(typed: str) -> None:
    kept = normal_email(typed)

    assert kept is None or normal_email(kept) == kept
    assert kept is None or (kept.isascii() and not any(c.isspace() for c in kept) and len(kept) <= 254)


@pytest.mark.parametrize(
    ("text", "fits"),
    [("0113 496 0100", True), ("+44 (0)113 496-0100", True), ("12345", False), ("call me", False), ("0" * 16, False)],
)
def test_phones(text: str, fits: bool) -> None:
    assert is_phone(text) is fits
