"""Single values of a round's file: each reader gives the value as the portal keeps it, or says what is expected."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from portal.funds.questions import Format, Kind
from portal.kit.dates import from_london
from portal.kit.money import pence
from portal.kit.text import one_line, tidy
from portal.organisations.papers import SORTS
from portal.organisations.profile import NEEDABLE

Read = Callable[[Any], Any]

CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
PREFIX = re.compile(r"[A-Z][A-Z0-9]{1,5}")
YES_NO = ("yes", "no")


def text(value: Any) -> str:
    """One line of words. Raises ValueError."""
    if not isinstance(value, str) or not one_line(value):
        raise ValueError("Expected: words in quotes")
    return one_line(value)


def long_text(value: Any) -> str:
    """Words in one or more paragraphs. Raises ValueError."""
    if not isinstance(value, str) or not tidy(value):
        raise ValueError('Expected: words in quotes, or in """ over several lines')
    return tidy(value)


def texts(value: Any) -> list[str]:
    """A list of lines. Raises ValueError."""
    if not isinstance(value, list) or not all(isinstance(each, str) and one_line(each) for each in value):
        raise ValueError('Expected: a list like ["devices", "data"]')
    return [one_line(each) for each in value]


def matching(pattern: re.Pattern[str], expected: str) -> Read:
    """A reader of words of one shape."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise ValueError(f"Expected: {expected}")
        return value

    return read


code = matching(CODE, 'a code of small letters, digits, "-" and "_", like "autumn-2026"')
name = matching(NAME, 'a code of small letters, digits and "_" that starts with a letter, like "people_helped"')
prefix = matching(PREFIX, 'two to six capitals that references start with, like "GC"')


def moment(value: Any) -> dt.datetime:
    """A day and a British clock time, as UTC. Raises ValueError."""
    if not isinstance(value, dt.datetime):
        raise ValueError("Expected: a day and a time without quotes, like 2026-12-11T12:00:00")
    return from_london(value) if value.tzinfo is None else value.astimezone(dt.UTC)


def day(value: Any) -> dt.date:
    """A day. Raises ValueError."""
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise ValueError("Expected: a day without quotes, like 2027-01-22")
    return value


def money(value: Any) -> int:
    """An amount of more than nothing, in pence. Raises ValueError."""
    try:
        amount = pence(value) if isinstance(value, str) else 0
    except ValueError:
        amount = 0
    if not amount:
        raise ValueError('Expected: an amount in quotes, like "£5,000"')
    return amount


def whole(least: int, most: int) -> Read:
    """A reader of whole numbers between two bounds, both included."""

    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"Expected: a whole number from {least:,} to {most:,}")
        return value

    return read


def truth(value: Any) -> bool:
    """True or false. Raises ValueError."""
    if not isinstance(value, bool):
        raise ValueError("Expected: true or false, without quotes")
    return value


def yes_no(value: Any) -> str:
    """The right answer to an eligibility question. Raises ValueError."""
    if value not in YES_NO:
        raise ValueError('Expected: "yes" or "no"')
    return str(value)


def kind(value: Any) -> str:
    """What kind of answer a question takes. Raises ValueError."""
    kinds = [each.value for each in Kind]
    if value not in kinds:
        raise ValueError(f"Expected one of: {', '.join(kinds)}")
    return str(value)


def shape(value: Any) -> str:
    """What a short text has to be. Raises ValueError."""
    shapes = [each.value for each in Format]
    if value not in shapes:
        raise ValueError(f"Expected one of: {', '.join(shapes)}")
    return str(value)


def sort(value: Any) -> str:
    """A document that organisations give once. Raises ValueError."""
    if not isinstance(value, str) or value not in SORTS:
        raise ValueError(f"Expected one of: {', '.join(SORTS)}")
    return value


def details(value: Any) -> list[str]:
    """What a round needs to know of an organisation, in the order of its profile. Raises ValueError."""
    known = isinstance(value, list) and all(isinstance(each, str) and each in NEEDABLE for each in value)
    if not known or len(set(value)) < len(value):
        raise ValueError(f"Expected: a list of some of these, each once: {', '.join(NEEDABLE)}")
    return [each for each in NEEDABLE if each in value]


def anything(value: Any) -> Any:
    """A value that is judged elsewhere, with more around it."""
    return value
