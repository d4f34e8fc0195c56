"""The closing of a round as a calendar file, read back by a calendar's own rules."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from flask import Flask
from icalendar import Calendar

from portal.funds import queries as rounds
from tests.funds.test_views import make
from tests.reader import Reader

Queries = Callable[[], AbstractContextManager[Any]]


def test_the_closing_is_in_the_calendar(app: Flask, client: Reader) -> None:
    round_ = rounds.one("autumn-2026")
    assert round_ is not None
    answer = client.get("/grants/autumn-2026/closing.ics")
    read = Calendar.from_ical(answer.get_data())
    (event,) = read.walk("VEVENT")

    assert answer.mimetype == "text/calendar"
    assert (str(read["version"]), read.errors, event.errors) == ("2.0", [], [])
    assert event.decoded("dtend") == round_.closes_at
    assert event.decoded("dtend") - event.decoded("dtstart") == dt.timedelta(minutes=15)
    assert str(event["summary"]) == f"{round_.title}: applying ends"
    assert str(event["url"]).endswith("/grants/autumn-2026")
    assert {"uid", "dtstamp"} <= {name.lower() for name in event}
    assert [each.decoded("trigger") for each in event.walk("VALARM")] == [dt.timedelta(days=-7)]


def test_lines_are_folded_and_end_as_the_standard_has_it(client: Reader) -> None:
    make("long", 1, 9, title="Ä" * 120 + ", and; more\\ of it")
    data = client.get("/grants/long/closing.ics").get_data()

    assert data.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert str(event["summary"]).startswith("Ä" * 120 + ", and; more\\ of it")


def test_the_page_offers_it_while_it_can_be_met(client: Reader) -> None:
    make("over", -9, -1)

    assert "/grants/autumn-2026/closing.ics" in client.get("/grants/autumn-2026").get_data(as_text=True)
    assert "closing.ics" not in client.get("/grants/over").get_data(as_text=True)


@pytest.mark.parametrize("path", ["/grants/nothing/closing.ics"])
def test_no_such_round(client: Reader, path: str) -> None:
    assert client.get(path).status_code == 404
