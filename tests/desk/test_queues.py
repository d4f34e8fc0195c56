"""The one inbox: its order over all queues, what narrows it, and that every row of it can be reached."""

import datetime as dt

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from portal.db.session import action, db
from portal.desk import queues
from portal.desk.filters import Filters
from portal.desk.queues import counted, page_for
from portal.kit.dates import london_day, utc_now
from portal.kit.paging import encode_key
from portal.kit.queues import Urgency, Waiting
from portal.messages import actions as messages
from portal.messages.models import Message
from portal.organisations.models import Organisation
from portal.permissions import Someone
from tests.assessments import builders, steps
from tests.messages.writing import message

Cast = dict[str, Someone]
WORK = queues.WORK[0]
DAY = dt.timedelta(days=1)


def all_of(someone: Someone, filters: Filters, size: int = 7) -> list[Waiting]:
    """Every row, page by page, to the end and back again."""
    page = page_for(someone, filters, size=size)
    rows = list(page.rows)
    while page.after:
        page = page_for(someone, filters, after=page.after, size=size)
        rows += page.rows
    back = list(page.rows)
    while page.before:
        page = page_for(someone, filters, before=page.before, size=size)
        back = [*page.rows, *back]
    assert back == rows, "the way back shows the same"
    return rows


def busy(cast: Cast) -> None:
    """Work in several queues, due on several days, and messages, some taken."""
    round_ = steps.closed_round()
    steps.sent(round_, 9)
    steps.sent(round_, 4, "assessing")
    builders.scored(round_, [300_000] * 5)
    for number in range(12):
        one = message(number)
        with action() as session:
            session.get_one(Message, one.id).due_on = london_day(utc_now()) + (number - 4) * DAY
        if number % 3 == 0:
            messages.claim(one, by=cast["joyce" if number % 2 else "martin"], version=1)


def test_every_row_of_every_queue_is_reached_in_one_order(app: Flask, cast: Cast) -> None:
    busy(cast)
    to_verify = db.session.scalar(select(func.count()).where(Organisation.state == "unverified"))
    found = all_of(cast["joyce"], Filters())
    assert len(found) == counted(cast["joyce"], Filters()).all == 9 + 1 + 5 + 10 + to_verify
    assert [(row.due, row.since) for row in found] == sorted((row.due, row.since) for row in found)
    assert len({(row.work.code, *row.values.values()) for row in found}) == len(found)


@pytest.mark.parametrize("filters", [Filters(queue=work.code) for work in queues.WORK], ids=lambda each: each.queue)
def test_the_count_of_a_queue_is_what_its_pages_show(app: Flask, cast: Cast, filters: Filters) -> None:
    busy(cast)
    asked = queues.sound(cast["joyce"], filters)
    assert len(all_of(cast["joyce"], asked)) == counted(cast["joyce"], asked).shown


def test_what_narrows_it_shows_what_it_says(app: Flask, cast: Cast) -> None:
    busy(cast)
    joyce, today = cast["joyce"], london_day(utc_now())
    everything = all_of(joyce, Filters())
    for urgency in Urgency:
        filters = Filters(urgency=urgency.value)
        expected = [row for row in everything if row.urgency(today) is urgency]
        assert all_of(joyce, filters) == expected
        assert counted(joyce, filters).shown == len(expected) > 0
    mine = all_of(joyce, Filters(whose="mine"))
    assert {row.owner for row in mine} == {joyce.person_id}
    assert len(mine) == 2
    assert {row.owner for row in all_of(joyce, Filters(whose="free"))} == {None}
    [code] = counted(joyce, Filters()).rounds
    assert len(all_of(joyce, Filters(round=code))) == 15
    assert all_of(joyce, Filters(round="no-such-round")) == []
    assert {row.work.code for row in all_of(joyce, Filters("to_triage", whose="free"))} == {"to_triage"}


def test_what_somebody_else_has_taken_waits_for_them_alone(app: Flask, cast: Cast) -> None:
    one = message()
    messages.claim(one, by=cast["helen"], version=1)
    assert (counted(cast["helen"], Filters()).all, counted(cast["wei"], Filters()).all) == (1, 0)


def test_filters_that_name_nothing_narrow_nothing(app: Flask, cast: Cast) -> None:
    asked = Filters("to_rule", "yesterday", "no such\0round", "yours")
    assert queues.sound(cast["joyce"], asked) == Filters()
    assert queues.sound(cast["joyce"], Filters(round="r" * 200)) == Filters()
    assert queues.sound(cast["daniel"], Filters("to_propose")) == Filters(), "a queue of other roles"


@pytest.mark.parametrize(
    ("due", "since"),
    [
        ("2026-11-26", "2026-11-26T09:00:00"),
        ("2026-11-26", "9999-12-31T23:59:59-14:00"),
        ("2026-13-26", "2026-11-26T09:00:00+00:00"),
        ("2026-11-26", "yesterday"),
    ],
)
def test_what_is_no_place_begins_the_list(due: str, since: str) -> None:
    assert queues.place_of(encode_key("2026-11-26", "2026-11-26T09:00:00+00:00", 0, 1)) is not None
    assert queues.place_of(encode_key(due, since, 0, 1)) is None


def test_whose_roles_empty_no_queue_has_none(app: Flask, cast: Cast) -> None:
    assert page_for(cast["imran"], Filters()).rows == []
    assert counted(cast["imran"], Filters()).all == 0


@pytest.mark.parametrize("number", [1, 30])
def test_the_inbox_is_two_statements_however_many_wait(app: Flask, cast: Cast, queries, number: int) -> None:  # type: ignore[no-untyped-def]
    steps.sent(steps.closed_round(), number)
    for each in range(number):
        message(each)
    with queries() as found:
        page_for(cast["joyce"], Filters())
        counted(cast["joyce"], Filters())
    assert found.number == 2


@given(st.none() | st.integers(-400, 400))
def test_urgency_is_one_of_three_and_nearer_is_never_calmer(days: int | None) -> None:
    today = dt.date(2026, 11, 26)
    due = None if days is None else today + days * DAY
    urgency = Waiting(WORK, "", {}, utc_now(), due).urgency(today)
    expected = Urgency.LATER if days is None or days > 3 else Urgency.OVERDUE if days < 0 else Urgency.SOON
    assert urgency is expected
