"""Lists are paged by the key of their last row, so page 4,000 costs what page 1 costs."""

import base64
import binascii
import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
PAGE_SIZE = 25
NUMBER_MOST = 2**63


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of a list, and the keys of the pages after and before it (None at either end)."""

    rows: Sequence[Row]
    after: str | None
    before: str | None


def encode_key(*parts: str | int | None) -> str:
    """A row's place in its list as one word for an address."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def decode_key(word: str | None, size: int) -> list[str | int | None] | None:
    """The place again, or None for a word that is no place of that many parts."""
    if not word or len(word) > 400:
        return None
    try:
        parts = json.loads(base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)))
    except (ValueError, binascii.Error):
        return None
    return parts if isinstance(parts, list) and len(parts) == size and all(map(is_part, parts)) else None


def decode_moment(word: str | None) -> tuple[dt.datetime, int] | None:
    """The place in a list by date: the moment in UTC, and the id among those of the same moment; None for any other."""
    match decode_key(word, 2):
        case [str(text), int(id)]:
            moment = moment_in(text)
            return None if moment is None else (moment, id)
    return None


def moment_in(text: str) -> dt.datetime | None:
    """The moment of a place in a list, in UTC; None for what is none, and for one without a zone."""
    try:
        moment = dt.datetime.fromisoformat(text)
        return moment.astimezone(dt.UTC) if moment.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None


def is_part(part: object) -> bool:
    """Whether this can be a part of a place: nothing, or a text or a number that a database can hold."""
    if isinstance(part, str):
        return "\0" not in part and not any("\ud800" <= letter <= "\udfff" for letter in part)
    return part is None or (type(part) is int and abs(part) < NUMBER_MOST)


def page_of(
    found: Sequence[Row],
    key: Callable[[Row], str],
    *,
    came_after: bool,
    came_before: bool,
    size: int = PAGE_SIZE,
) -> Page[Row]:
    """A page from up to size + 1 rows: the one too many tells that there is more.

    Rows fetched backwards (`came_before`) arrive reversed and are turned round here.
    """
    more = len(found) > size
    rows = list(found[:size])
    if came_before:
        rows.reverse()
    has_after = bool(rows) and (more or came_before)
    has_before = bool(rows) and (came_after or (came_before and more))
    if came_before and not more:
        has_before = False
    return Page(rows, key(rows[-1]) if has_after else None, key(rows[0]) if has_before else None)
