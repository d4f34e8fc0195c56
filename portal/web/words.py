"""Translation, and the words for money, days and times, in the reader's language."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from gettext import NullTranslations
from typing import Any

from babel import Locale
from babel.dates import format_date, format_time, get_month_names
from flask import Flask, current_app, has_request_context, request
from flask_babel import Babel, force_locale, get_babel, get_locale, get_translations
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

from portal.kit import dates
from portal.kit.money import pounds
from portal.kit.text import Say

LANGUAGES = {"en": "en-GB"}
RIGHT_TO_LEFT = {"ar", "ur", "fa", "he", "ps"}

PATTERNS = {"day": "EEEE d MMMM y", "short_day": "d MMMM y", "clock": "h:mma"}
"""How the British write a day and a time; any other language has its own way, which Babel knows."""
ELSEWHERE = {"day": "full", "short_day": "long", "clock": "short"}

TEXTS_KEPT = 2_000
"""How many texts are kept as they are found; a page has a hundred, and the portal has as many again for each page."""

spoken: ContextVar[tuple[NullTranslations, Locale] | None] = ContextVar("spoken", default=None)
"""The catalogue and the locale of this request: asked for once, because a page has a hundred texts."""


def catalogue() -> NullTranslations:
    """The texts in the reader's language."""
    known = spoken.get()
    found: NullTranslations = known[0] if known else get_translations()
    return found


def locale() -> Locale:
    """The reader's way of writing dates."""
    known = spoken.get()
    return known[1] if known else get_locale()


def preferred() -> str | None:
    """The first language the browser asks for that there is a catalogue of; None leaves it to the council's own."""
    if not has_request_context():
        return None
    there: dict[str, str] = current_app.extensions["portal_languages"]
    wanted = [tag.lower() for tag, liking in request.accept_languages if liking > 0]
    return next((there[code] for tag in wanted for code in (tag, tag.split("-")[0]) if code in there), None)


def offered(languages: list[Locale]) -> dict[str, str]:
    """What a browser may call each language, and what it is called here: cy, cy-GB and en-US are known as well."""
    own = {str(each).replace("_", "-").lower(): str(each) for each in languages}
    return {each.language: str(each) for each in reversed(languages)} | own


@contextmanager
def councils_language() -> Iterator[None]:
    """Speak the council's own language: whoever gets a letter need not read what its causer's browser asked for."""
    language = get_babel().instance.default_locale
    with force_locale(str(language)):
        token = spoken.set((get_translations(), language))
        try:
            yield
        finally:
            spoken.reset(token)


def gettext(text: str) -> str:
    """One text in the reader's language."""
    return found_in(catalogue(), text)


@lru_cache(maxsize=TEXTS_KEPT)
def found_in(texts: NullTranslations, text: str) -> str:
    """One text of a catalogue."""
    return texts.gettext(text)


@lru_cache(maxsize=TEXTS_KEPT)
def ready_in(texts: NullTranslations, text: str) -> Markup:
    """One text of a catalogue that has no values, as HTML; it is ours, and so needs no escaping."""
    return Markup(texts.gettext(text) % {})  # nosec B704


def ngettext(one: str, many: str, number: int) -> str:
    """A text that depends on a number, in the reader's language."""
    return catalogue().ngettext(one, many, number)


@pass_eval_context
def written(there: EvalContext, text: str, /, **values: Any) -> str:
    """A template's text in the reader's language, its values put in, and escaped where the template is HTML.

    Jinja's own function for this copies the whole context for each text, and a page has a hundred texts.
    """
    if there.autoescape and not values:
        return ready_in(catalogue(), text)
    return filled(there, gettext(text), values)


@pass_eval_context
def counted(there: EvalContext, one: str, many: str, number: int, /, **values: Any) -> str:
    """A template's text that depends on a number, which it has as `num`; the rest is as for `written`."""
    return filled(there, ngettext(one, many, number), {"num": number, **values})


def filled(there: EvalContext, text: str, values: dict[str, Any]) -> str:
    """A text with its values put in; the text itself is ours, so only the values are escaped."""
    if not there.autoescape:
        return text % values
    return Markup(text % {name: escape(value) for name, value in values.items()})  # nosec B704: the text is our own


def in_letters(sentence: Say | str) -> str:
    """The sentence in the council's own language, for what ends up in a letter."""
    with councils_language():
        return translated(sentence)


def translated(sentence: Say | str) -> str:
    """The sentence in the reader's language, with its values put in."""
    if isinstance(sentence, Say):
        text = gettext(sentence.msgid)
        return text.format(**dict(sentence.values)) if sentence.values else text
    return gettext(sentence) if sentence else ""


@lru_cache(maxsize=4096)
def written_day(date: dt.date, pattern: str, language: Locale) -> str:
    """A day by a pattern of Babel's; a list has the same few days over and over."""
    return str(format_date(date, pattern, locale=language))


@lru_cache(maxsize=1440)
def written_time(time: dt.time, pattern: str, language: Locale) -> str:
    """A time of day, to the minute, by a pattern of Babel's."""
    return str(format_time(time, pattern, locale=language)).replace("AM", "am").replace("PM", "pm")


def day_of(moment: dt.datetime | dt.date) -> dt.date:
    """The British day of a moment, or the day itself."""
    return dates.london_day(moment) if isinstance(moment, dt.datetime) else moment


def pattern(name: str) -> str:
    """How the reader's language writes this; Babel's name for it, or its pattern."""
    return (PATTERNS if locale().language == "en" else ELSEWHERE)[name]


def day(moment: dt.datetime | dt.date) -> str:
    """A day in words: Friday 11 December 2026."""
    return written_day(day_of(moment), pattern("day"), locale())


def short_day(moment: dt.datetime | dt.date) -> str:
    """A day in few words: 11 December 2026."""
    return written_day(day_of(moment), pattern("short_day"), locale())


def clock(moment: dt.datetime) -> str:
    """A time of day in words: 12 noon, 2:02pm."""
    if dates.is_noon(moment):
        return gettext("12 noon")
    return written_time(dates.in_london(moment).time().replace(second=0, microsecond=0), pattern("clock"), locale())


def moment(when: dt.datetime) -> str:
    """A day and a time in words: Friday 11 December 2026 at 12 noon."""
    return gettext("%(day)s at %(time)s") % {"day": day(when), "time": clock(when)}


def months() -> dict[str, str]:
    """The months by their numbers, as they stand in a day that is written in words."""
    return {str(number): name for number, name in get_month_names("wide", "format", locale()).items()}


def saved(when: dt.datetime) -> str:
    """That something is saved, and since when: at 14:02 today, on which day where it was another."""
    if dates.days_between(when, dates.utc_now()):
        return gettext("Saved on %(when)s") % {"when": moment(when)}
    return gettext("Saved at %(time)s") % {"time": dates.short_clock(when)}


def ago(when: dt.datetime, now: dt.datetime | None = None) -> str:
    """How many days back, in words."""
    days = dates.days_between(when, now or dates.utc_now())
    if days <= 0:
        return gettext("today")
    if days == 1:
        return gettext("yesterday")
    return ngettext("%(num)s day ago", "%(num)s days ago", days) % {"num": days}


def span(time: dt.timedelta | int) -> str:
    """A length of time in whole days, hours or minutes: 90 days, 1 hour. A number counts months."""
    if isinstance(time, int):
        return ngettext("%(num)s month", "%(num)s months", time) % {"num": time}
    minutes = round(time.total_seconds() / 60)
    if minutes % 1440 == 0:
        return ngettext("%(num)s day", "%(num)s days", minutes // 1440) % {"num": minutes // 1440}
    if minutes % 60 == 0:
        return ngettext("%(num)s hour", "%(num)s hours", minutes // 60) % {"num": minutes // 60}
    return ngettext("%(num)s minute", "%(num)s minutes", minutes) % {"num": minutes}


def set_up(app: Flask) -> None:
    """Give templates their words, in each language that has a catalogue; the direction follows the language."""
    babel = Babel(app, default_locale="en_GB", default_timezone="Europe/London", locale_selector=preferred)
    with app.app_context():
        app.extensions["portal_languages"] = offered([babel.default_locale, *babel.list_translations()])
    app.jinja_env.newstyle_gettext = True  # type: ignore[attr-defined]
    app.jinja_env.globals.update({"_": written, "gettext": written, "ngettext": counted})
    app.jinja_env.filters.update(
        say=translated,
        pounds=pounds,
        day=day,
        short_day=short_day,
        clock=clock,
        short_clock=dates.short_clock,
        moment=moment,
        ago=ago,
        is_day=dates.is_day,
        span=span,
    )

    @app.before_request
    def listen() -> None:
        spoken.set((get_translations(), get_locale()))

    @app.teardown_request
    def fall_silent(_error: BaseException | None) -> None:
        spoken.set(None)

    @app.context_processor
    def language() -> dict[str, str]:
        code = locale().language
        return {"lang": LANGUAGES.get(code, code), "dir": "rtl" if code in RIGHT_TO_LEFT else "ltr"}
