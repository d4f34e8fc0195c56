"""Rounds in their phases, paged, and the forms that belong to them."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from flask import Flask

from portal.funds import actions
from portal.funds import queries as rounds
from portal.funds.toml import RoundFile, read
from portal.permissions import PORTAL
from tests.funds.builders import SOUND

NOW = dt.datetime(2020, 6, 1, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
FILE = read(SOUND)
Queries = Callable[[], AbstractContextManager[Any]]


def make(code: str, opens: dt.datetime, closes: dt.datetime) -> None:
    """A round with its own code and window."""
    values = {**FILE.round, "code": code, "title": code, "opens_at": opens, "closes_at": closes}
    actions.load(RoundFile(FILE.fund, values, FILE.form), by=PORTAL)


def closed(number: int) -> None:
    """So many rounds closed before NOW, two on each day, the newest with the highest number."""
    for each in range(number):
        make(f"old-{each:02}", NOW - 400 * DAY, NOW - 300 * DAY + (each // 2) * DAY)


def codes(lines: Any) -> list[str]:
    """The codes of a list."""
    return [line.code for line in lines]


def test_each_round_stands_in_its_phase(app: Flask) -> None:
    make("later", NOW + 2 * DAY, NOW + 3 * DAY)
    make("sooner", NOW + DAY, NOW + 9 * DAY)
    make("open-long", NOW - DAY, NOW + 8 * DAY)
    make("open-short", NOW, NOW + DAY)
    make("closed-now", NOW - DAY, NOW)

    current = rounds.current(NOW)

    assert codes(current.open) == codes(rounds.open_rounds(NOW)) == ["open-short", "open-long"]
    assert codes(current.coming)[:2] == ["sooner", "later"]
    assert codes(current.closed.rows) == ["closed-now"]


def test_closed_rounds_are_paged_there_and_back(app: Flask) -> None:
    closed(30)
    everything = [f"old-{each:02}" for each in reversed(range(30))]

    first = rounds.closed_rounds(NOW, None, None)
    second = rounds.closed_rounds(NOW, first.after, None)
    back = rounds.closed_rounds(NOW, None, second.before)

    assert codes(first.rows) + codes(second.rows) == everything
    assert codes(back.rows) == codes(first.rows)
    assert (first.before, second.after, back.before) == (None, None, None)
    assert back.after == first.after


@pytest.mark.parametrize("word", ["nonsense", "WzEsMl0", "WyJzb29uIiwgIngiXQ", "WyIyMDIwLTAxLTAxIiwgIngiXQ", "é" * 500])
def test_a_place_that_is_none_starts_at_the_top(app: Flask, word: str) -> None:
    closed(1)

    assert codes(rounds.closed_rounds(NOW, word, None).rows) == ["old-00"]


def test_the_same_statements_for_one_and_for_many(app: Flask, queries: Queries) -> None:
    closed(1)
    with queries() as few:
        rounds.current(NOW)
    closed(30)
    with queries() as many:
        rounds.current(NOW)

    assert few.number == many.number == 2


def test_a_form_is_read_once(app: Flask, queries: Queries) -> None:
    make("one", NOW - DAY, NOW + DAY)
    round_ = rounds.one("one")
    assert round_ is not None

    with queries() as counted:
        first = rounds.form_of(round_.id, 1)
        again = rounds.form_of(round_.id, 1)

    assert first is again
    assert counted.number == 1


def test_a_form_that_there_is_not(app: Flask) -> None:
    with pytest.raises(KeyError):
        rounds.form_of(999, 1)


def test_one(app: Flask) -> None:
    make("one", NOW - DAY, NOW + DAY)
    round_ = rounds.one("one")
    assert round_ is not None

    found = rounds.one_by_id(round_.id)

    assert found is not None
    assert (found.code, found.fund.code) == ("one", "connected")
    assert rounds.one("nothing") is rounds.one_by_id(999) is None
