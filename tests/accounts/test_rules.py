"""What is true of signing in."""

import datetime as dt

import pytest

from portal.accounts import rules

NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("123456", "123456"),
        (" 123 456 ", "123456"),
        ("123-456", "123456"),
        ("12345", None),
        ("1234567", None),
        ("١٢٣٤٥٦", None),
        ("abcdef", None),
        ("", None),
    ],
)
def test_codes_however_they_are_spaced(typed: str, code: str | None) -> None:
    assert rules.typed_code(typed) == code


@pytest.mark.parametrize(
    ("now", "ended", "tries", "why"),
    [
        (NOON - SECOND, False, 0, None),
        (NOON - SECOND, False, 4, None),
        (NOON, False, 0, rules.ENDED),
        (NOON - SECOND, True, 0, rules.ENDED),
        (NOON - SECOND, False, 5, rules.USED_UP),
        (NOON, True, 5, rules.USED_UP),
    ],
)
def test_why_a_code_is_not_taken(now: dt.datetime, ended: bool, tries: int, why: object) -> None:
    assert rules.why_not_code(now, NOON, ended, tries) == why


@pytest.mark.parametrize(
    ("now", "ended", "alive"), [(NOON - SECOND, False, True), (NOON, False, False), (NOON - SECOND, True, False)]
)
def test_when_a_link_lives(now: dt.datetime, ended: bool, alive: bool) -> None:
    assert rules.is_alive(now, NOON, ended) is alive


def test_a_shared_computer_is_signed_out_after_30_idle_minutes_and_12_hours_at_most() -> None:
    assert rules.signed_in_until(NOON, NOON, False) == NOON + dt.timedelta(minutes=30)
    late = NOON + dt.timedelta(hours=11, minutes=50)
    assert rules.signed_in_until(NOON, late, False) == NOON + dt.timedelta(hours=12)


def test_an_own_device_stays_signed_in_for_30_days_from_the_start() -> None:
    assert rules.signed_in_until(NOON, NOON + dt.timedelta(days=9), True) == NOON + dt.timedelta(days=30)


@pytest.mark.parametrize(
    ("agent", "client"),
    [
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
            "Chrome on Android",
        ),
        (
            "Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 SamsungBrowser/20.0 Chrome/106.0 Mobile Safari/537.36",
            "Samsung Internet on Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1 Version/17.5 Mobile Safari/604.1",
            "Safari on iPhone",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
            "Edge on Windows",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox on Linux"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1 Version/17.5 Safari/605.1", "Safari on Mac"),
        ("something on Windows", "Windows"),
        ("curl/8.0", ""),
        ("", ""),
    ],
)
def test_browsers_in_a_few_words(agent: str, client: str) -> None:
    assert rules.client_of(agent) == client
