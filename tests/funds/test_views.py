"""The public pages of grants, read without an account."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import brotli
import pytest
from flask import Flask

from portal.db.session import action
from portal.funds import actions
from portal.funds import queries as rounds
from portal.funds.models import Round
from portal.funds.toml import RoundFile, read
from portal.kit.dates import utc_now
from portal.permissions import PORTAL
from tests.funds.builders import SOUND
from tests.reader import Reader, parse

DAY = dt.timedelta(days=1)
FILE = read(SOUND)
Queries = Callable[[], AbstractContextManager[Any]]
INDEX_MOST, SHOW_MOST = 6_000, 12_000


def make(code: str, opens_in: int, closes_in: int, **more: Any) -> None:
    """A round that opens and closes so many days from now."""
    now = utc_now()
    window = {"opens_at": now + opens_in * DAY, "closes_at": now + closes_in * DAY}
    values = {**FILE.round, "code": code, "title": f"Round {code}", **window, **more}
    actions.load(RoundFile(FILE.fund, values, FILE.form), by=PORTAL)


def text(client: Reader, path: str) -> str:
    """A page's words on one line."""
    response = client.get(path)
    assert response.status_code == 200
    return " ".join("".join(parse(response.get_data(as_text=True)).itertext()).split())


def test_list_in_phases(client: Reader) -> None:
    make("new", 5, 30)
    make("old", -30, -5)

    words = text(client, "/grants")

    places = [
        words.index(part) for part in ("Open now", "autumn 2026", "Opening soon", "Round new", "Closed", "Round old")
    ]
    assert places == sorted(places)


def test_nothing_open(client: Reader) -> None:
    with action() as session:
        for round_ in session.query(Round):
            round_.opens_at, round_.closes_at = utc_now() - 9 * DAY, utc_now() - 8 * DAY

    words = text(client, "/grants")

    assert "No grants are open today" in words
    assert "Opening soon" not in words


def test_closed_rounds_by_page(client: Reader) -> None:
    for number in range(30):
        make(f"old-{number:02}", -300, -200 + number)

    first = client.get("/grants").get_data(as_text=True)
    link = next(each.get("href", "") for each in parse(first).iter("a") if each.get("rel") == "next")
    second = text(client, link)

    assert "Round old-29" in first
    assert "Round old-00" not in first
    assert "Round old-00" in second
    assert "Round old-29" not in second


def test_an_open_round_leads_to_its_check(client: Reader) -> None:
    html = client.get("/grants/autumn-2026").get_data(as_text=True)
    links = [each.get("href") for each in parse(html).iter("a")]

    assert "/grants/autumn-2026/check" in links


@pytest.mark.parametrize(
    ("opens_in", "closes_in", "said"),
    [(5, 30, "You cannot apply yet."), (-30, -5, "You can no longer apply. Everybody who did hears by")],
)
def test_other_rounds_say_why_not(client: Reader, opens_in: int, closes_in: int, said: str) -> None:
    make("other", opens_in, closes_in)

    html = client.get("/grants/other").get_data(as_text=True)

    assert said in html
    assert "/grants/other/check" not in html


def test_everything_is_on_the_page(client: Reader) -> None:
    round_ = rounds.one("autumn-2026")
    assert round_ is not None
    form = rounds.form_of(round_.id, round_.form_number)

    words = text(client, "/grants/autumn-2026")

    asked = [each.label for each in form.questions()] + [each.question for each in form.eligibility]
    scored = [part for each in form.criteria for part in (each.title, each.about, each.zero, each.three, each.five)]
    assert [part for part in [*asked, *scored, *form.pays_for, *form.does_not_pay_for] if part not in words] == []
    assert "Up to 250 words." in words
    assert "£500 to £5,000" in words
    assert "at 12 noon" in words
    assert "30 minutes more" in words


def test_dates_are_joined_dots(client: Reader) -> None:
    html = client.get("/grants/autumn-2026").get_data(as_text=True)
    dots = next(each for each in parse(html).iter("ol") if "dots" in each.get("class", ""))

    assert [step.get("class") for step in dots] == ["done", "now", "none", "none", "none", "none"]


def test_hidden_names_are_said(client: Reader) -> None:
    make("blind", -1, 5, names_hidden=True, assessments_needed=1)

    words = text(client, "/grants/blind")

    assert "1 person reads each application." in words
    assert "They do not see the name of your organisation." in words


def test_no_such_round(client: Reader) -> None:
    assert client.get("/grants/nothing").status_code == 404


@pytest.mark.parametrize(("path", "most"), [("/grants", INDEX_MOST), ("/grants/autumn-2026", SHOW_MOST)])
def test_light(client: Reader, path: str, most: int) -> None:
    assert len(brotli.compress(client.get(path).get_data(), quality=4)) <= most


def test_few_statements_however_many_rounds(app: Flask, client: Reader, queries: Queries) -> None:
    with queries() as few:
        client.get("/grants")
    for number in range(30):
        make(f"open-{number:02}", -5, number + 1)
    with queries() as many:
        client.get("/grants")
    with queries() as one:
        client.get("/grants/open-07")

    assert many.number <= few.number <= 4
    assert one.number <= 5
