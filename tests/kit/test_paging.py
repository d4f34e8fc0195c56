"""Paging by key, held against the whole list."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kit.paging import Page, decode_key, decode_moment, encode_key, page_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=5)
KEYS = st.lists(st.one_of(st.none(), TEXTS, st.integers(1 - 2**63, 2**63 - 1)), min_size=1, max_size=4)


@given(KEYS)
def test_a_key_comes_back_as_it_was(parts: list[str | int | None]) -> None:
    assert decode_key(encode_key(*parts), len(parts)) == parts


@given(st.text(max_size=500))
def test_a_made_up_key_is_no_place(word: str) -> None:
    found = decode_key(word, 2)
    assert found is None or len(found) == 2


def test_a_number_that_no_database_holds_is_no_place() -> None:
    assert decode_key(encode_key(2**63), 1) is None
    assert decode_key(encode_key(-(10**30)), 1) is None


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud800", "a\udfffb"])
def test_a_text_that_no_database_holds_is_no_place(text: str) -> None:
    assert decode_key(encode_key(text), 1) is None


def fetch(rows: list[int], after: int | None, before: int | None, size: int) -> Page[int]:
    """A page as a query would find it."""
    if before is not None:
        found = [row for row in reversed(rows) if row < before][: size + 1]
    else:
        found = [row for row in rows if after is None or row > after][: size + 1]
    return page_of(found, str, came_after=after is not None, came_before=before is not None, size=size)


@given(st.integers(min_value=0, max_value=40), st.integers(min_value=1, max_value=7))
def test_forwards_and_back_shows_every_row_once(length: int, size: int) -> None:
    rows = list(range(length))
    pages, after = [], None
    while True:
        page = fetch(rows, after, None, size)
        pages.append(list(page.rows))
        if page.after is None:
            break
        after = int(page.after)
    assert [row for page in pages for row in page] == rows
    back = []
    page = fetch(rows, after, None, size)
    while page.before is not None:
        page = fetch(rows, None, int(page.before), size)
        back.append(list(page.rows))
    assert sum(map(len, back)) + len(pages[-1]) == length


def test_a_moment_comes_back_in_utc() -> None:
    there = dt.datetime(2026, 7, 1, 12, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert decode_moment(encode_key(there.isoformat(), 7)) == (dt.datetime(2026, 7, 1, 11, tzinfo=dt.UTC), 7)


@pytest.mark.parametrize(
    "text", ["soon", "2026-07-01T12:00:00", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59"]
)
def test_what_is_no_moment_is_no_place(text: str) -> None:
    assert decode_moment(encode_key(text, 7)) is None
