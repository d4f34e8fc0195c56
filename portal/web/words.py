"""Translation, and the words for money, days and times, in the reader's language."""

import datetime as dt

from flask import Flask
from flask_babel import Babel, format_date, format_datetime, get_locale, gettext

from portal.kit import dates
from portal.kit.money import pounds
from portal.kit.text import Say

LANGUAGES = {"en": "en-GB"}
RIGHT_TO_LEFT = {"ar", "ur", "fa", "he", "ps"}


def translated(sentence: Say | str) -> str:
    """The sentence in the reader's language, with its values put in."""
    if isinstance(sentence, Say):
        text = str(gettext(sentence.msgid))
        return text.format(**dict(sentence.values)) if sentence.values else text
    return str(gettext(sentence)) if sentence else ""


def day(moment: dt.datetime | dt.date) -> str:
    """A day in words: Friday 11 December 2026."""
    date = dates.london_day(moment) if isinstance(moment, dt.datetime) else moment
    return str(format_date(date, "EEEE d MMMM y"))


def short_day(moment: dt.datetime | dt.date) -> str:
    """A day in few words: 11 December 2026."""
    date = dates.london_day(moment) if isinstance(moment, dt.datetime) else moment
    return str(format_date(date, "d MMMM y"))


def clock(moment: dt.datetime) -> str:
    """A time of day in words: 12 noon, 2:02pm."""
    if dates.is_noon(moment):
        return str(gettext("12 noon"))
    return str(format_datetime(moment, "h:mma")).replace("AM", "am").replace("PM", "pm")


def moment(when: dt.datetime) -> str:
    """A day and a time in words: Friday 11 December 2026 at 12 noon."""
    return str(gettext("%(day)s at %(time)s", day=day(when), time=clock(when)))


def ago(when: dt.datetime, now: dt.datetime | None = None) -> str:
    """How many days back, in words."""
    days = dates.days_between(when, now or dates.utc_now())
    if days <= 0:
        return str(gettext("today"))
    if days == 1:
        return str(gettext("yesterday"))
    return str(gettext("%(days)s days ago", days=days))


def set_up(app: Flask) -> None:
    """Give templates their words. One language so far; the direction follows the language."""
    Babel(app, default_locale="en_GB", default_timezone="Europe/London")
    app.jinja_env.filters.update(
        say=translated,
        pounds=pounds,
        day=day,
        short_day=short_day,
        clock=clock,
        short_clock=dates.short_clock,
        moment=moment,
        ago=ago,
    )

    @app.context_processor
    def language() -> dict[str, str]:
        code = get_locale().language
        return {"lang": LANGUAGES.get(code, code), "dir": "rtl" if code in RIGHT_TO_LEFT else "ltr"}
