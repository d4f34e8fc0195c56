"""Which language a page is in, and how each writes a day."""

import datetime as dt

import pytest
from babel import Locale
from flask import Flask
from flask_babel import force_locale

from portal.web import words

WHEN = dt.datetime(2026, 12, 11, 12, 0, tzinfo=dt.UTC)
THREE = [Locale.parse(each) for each in ("en_GB", "cy", "ur")]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("cy", "cy"),
        ("cy-GB,en;q=0.5", "cy"),
        ("ur-PK", "ur"),
        ("en-US,cy;q=0.8", "en_GB"),
        ("en-GB,en;q=0.9,cy;q=0.8", "en_GB"),
        ("fr,cy;q=0.1", "cy"),
        ("fr", None),
        ("", None),
        ("*;q=nan,;;,\xff", None),
    ],
)
def test_the_browser_says_which_language(sqlite_app: Flask, asked: str, found: str | None) -> None:
    kept, sqlite_app.extensions["portal_languages"] = sqlite_app.extensions["portal_languages"], words.offered(THREE)
    try:
        with sqlite_app.test_request_context(headers={"Accept-Language": asked}):
            assert words.preferred() == found
    finally:
        sqlite_app.extensions["portal_languages"] = kept


def test_without_another_catalogue_everybody_reads_english(sqlite_app: Flask) -> None:
    assert set(sqlite_app.extensions["portal_languages"].values()) == {"en_GB"}
    page = sqlite_app.test_client().get("/privacy", headers={"Accept-Language": "ar"}).get_data(as_text=True)
    assert '<html lang="en-GB" dir="ltr">' in page


@pytest.mark.parametrize(
    ("language", "day", "short_day", "clock"),
    [
        ("en_GB", "Friday 11 December 2026", "11 December 2026", "2:02pm"),
        ("cy", "Dydd Gwener, 11 Rhagfyr 2026", "11 Rhagfyr 2026", "14:02"),
        ("pl", "piątek, 11 grudnia 2026", "11 grudnia 2026", "14:02"),
    ],
)
def test_each_language_writes_a_day_its_own_way(
    sqlite_app: Flask, language: str, day: str, short_day: str, clock: str
) -> None:
    with sqlite_app.test_request_context(), force_locale(language):
        later = WHEN + dt.timedelta(hours=2, minutes=2)
        assert (words.day(WHEN), words.short_day(WHEN), words.clock(later)) == (day, short_day, clock)
        assert words.months()["12"] in short_day


def test_days_back_are_counted_in_words(sqlite_app: Flask) -> None:
    with sqlite_app.test_request_context():
        assert words.ago(WHEN - dt.timedelta(days=3), WHEN) == "3 days ago"
        assert words.ago(WHEN - dt.timedelta(days=1), WHEN) == "yesterday"
