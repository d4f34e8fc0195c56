"""Codes of authenticator apps, and of recovery codes, as numbers and letters."""

import datetime as dt
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from portal.accounts.squares import squares
from portal.accounts.totp import (
    RECOVERY_CODES,
    code_at,
    in_groups,
    matching_step,
    new_recovery_codes,
    new_secret,
    setting_up,
    step_at,
    typed_recovery_code,
)
from portal.kit.refs import LETTERS

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NOW = dt.datetime(2026, 11, 26, 12, 0, 15, tzinfo=dt.UTC)
RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # "12345678901234567890", RFC 6238 appendix B


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (2000000000, "279037"), (20000000000, "353130")],
)
def test_the_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    moment = dt.datetime.fromtimestamp(seconds, dt.UTC)
    assert code_at(RFC_SECRET, step_at(moment)) == code


@given(st.integers(min_value=-4, max_value=4))
def test_a_clock_may_be_one_step_off_and_no_more(steps: int) -> None:
    code = code_at(SECRET, step_at(NOW) + steps)
    assert (matching_step(SECRET, code, NOW) == step_at(NOW) + steps) is (abs(steps) <= 1)


@given(st.text(max_size=8).filter(lambda text: text.isascii()))
def test_what_is_no_code_matches_nothing(text: str) -> None:
    near = {code_at(SECRET, step_at(NOW) + steps) for steps in (-1, 0, 1)}
    assert (matching_step(SECRET, text, NOW) is not None) is (text in near)
    assert matching_step(SECRET, None, NOW) is None


def test_every_secret_is_another_one_of_160_bits() -> None:
    secrets = {new_secret() for _ in range(100)}
    assert len(secrets) == 100
    assert {len(secret) for secret in secrets} == {32}


@given(st.emails())
def test_what_the_picture_says_names_the_account(email: str) -> None:
    parts = urlsplit(setting_up(SECRET, email))
    assert (parts.scheme, parts.netloc) == ("otpauth", "totp")
    assert unquote(parts.path) == f"/Join the Dots:{email}"
    assert parse_qs(parts.query) == {"secret": [SECRET], "issuer": ["Join the Dots"]}


def test_the_picture_has_a_white_border_and_black_corners() -> None:
    found = squares(setting_up(SECRET, "amina.yusuf@example.org"))
    rows = black(found.path)
    modules = segno.make(setting_up(SECRET, "amina.yusuf@example.org"), micro=False, error="m").matrix_iter(border=4)
    assert rows == {(x, y) for y, row in enumerate(modules) for x, is_black in enumerate(row) if is_black}
    assert {(x, y) for x, y in rows if min(x, y) < 4 or max(x, y) >= found.size - 4} == set()
    for x, y in ((4, 4), (found.size - 11, 4), (4, found.size - 11)):
        assert all((x + step, y) in rows and (x, y + step) in rows for step in range(7)), "a finder pattern"


def black(path: str) -> set[tuple[int, int]]:
    """The black squares of a path."""
    found = set()
    for run in path.split("M")[1:]:
        x, _, rest = run.partition(" ")
        y, _, rest = rest.partition("h")
        found |= {(int(x) + step, int(y)) for step in range(int(rest.split("v")[0]))}
    return found


def test_recovery_codes_are_ten_that_nobody_misreads() -> None:
    codes = new_recovery_codes()
    assert len(set(codes)) == RECOVERY_CODES == 10
    assert all(len(code) == 12 and set(code) <= set(LETTERS) for code in codes)


@given(st.text(alphabet=LETTERS, min_size=12, max_size=12))
def test_a_recovery_code_is_read_however_it_is_written(code: str) -> None:
    for typed in (code, code.lower(), in_groups(code), f" {code[:6]}-{code[6:]} "):
        assert typed_recovery_code(typed) == code


@pytest.mark.parametrize(
    "typed", ["", "123456", "ABCDEFGHJKM", "ABCDEFGHJKMNP", "ABCDEFGHJKM0", "ÄBCDEFGHJKMN", "💥" * 12]
)
def test_what_is_no_recovery_code_is_none(typed: str) -> None:
    assert typed_recovery_code(typed) is None
