"""Every form there is counts once, however often it comes, and only with both of its keys."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from portal.app import create_app
from portal.db.session import db
from portal.history.models import Deed
from portal.mail.models import Letter
from tests.house.ledger import Ledger, ledger
from tests.house.posts import Prepared, post_for, prepare
from tests.house.subjects import look_around
from tests.houses import settings
from tests.reader import Reader

DONE = {200, 303}
KEEPS_NOTHING = {
    "programme.colours_of": "the choice travels in the address of its sample, and is kept from there",
    "applications.check": "nobody is asked who they are; the answers travel in the browser's own session",
}
COUNTS_ONLY = {"applications.equality": "an answer to an equality question belongs to nobody, and to no moment"}
BOOKKEEPING = {"update form_keys"}
"""Where a form led is noted after its deed."""
AT_ONCE = ("applications.start", "organisations.register", "organisations.invite", "assessments.propose")
CROWD = 16


def posts() -> list[str]:
    """Every endpoint that takes a form."""
    app = create_app(settings("sqlite://", Path()))
    return sorted(rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ()))


@pytest.fixture
def book(lived_in: Flask) -> Iterator[Ledger]:
    """What the database was made to keep."""
    with ledger(db.engine) as found:
        yield found


def ready(app: Flask, endpoint: str) -> Prepared:
    """A form that is ready to go."""
    return prepare(app, look_around(), post_for(endpoint))


def twin(client: Reader) -> Reader:
    """Another browser with the same cookies, as a second press sends them."""
    other: Any = client.application.test_client()
    other.strict = False
    for name in ("form", "signed-in"):
        if cookie := client.get_cookie(name):
            other.set_cookie(name, cookie.value)
    return other


def send(client: Reader, form: Prepared, **changed: Any) -> TestResponse:
    """Send it, with some of it changed; None leaves a field out."""
    data = {name: value for name, value in {**form.data, **changed}.items() if value is not None}
    return client.post(form.path, data=data, headers=form.headers)


def written() -> tuple[int, int]:
    """How many deeds and letters there are."""
    deeds = db.session.scalar(select(func.count()).select_from(Deed)) or 0
    return deeds, db.session.scalar(select(func.count()).select_from(Letter)) or 0


@pytest.mark.parametrize("endpoint", posts())
def test_a_form_counts_once_and_is_written_down(lived_in: Flask, book: Ledger, endpoint: str) -> None:
    form = ready(lived_in, endpoint)
    second_press = twin(form.client)
    book.take()
    first = send(form.client, form)
    assert first.status_code in DONE, first.get_data(as_text=True)
    deeds = [changes for changes in book.take() if not set(changes) <= BOOKKEEPING]
    if endpoint in KEEPS_NOTHING:
        assert deeds == []
    elif endpoint in COUNTS_ONLY:
        assert len(deeds) == 1
        assert "insert into history" not in deeds[0], "history would say when, and so whose it is"
    else:
        assert len(deeds) == 1, "a deed is one transaction"
        assert "insert into history" in deeds[0], "and is written down in it"
    before = written()

    second = send(second_press, form)
    assert book.take() == []
    assert written() == before
    if form.headers:
        assert (second.status_code, second.data) == (204, b""), "a part has nothing new to show"
    else:
        assert (second.status_code, second.location) == (first.status_code, first.location)


@pytest.mark.parametrize("endpoint", posts())
def test_a_form_without_its_keys_does_nothing(lived_in_sqlite: Flask, endpoint: str) -> None:
    form = ready(lived_in_sqlite, endpoint)
    elsewhere = prepare(lived_in_sqlite, look_around(), post_for("accounts.sign_in"))
    with ledger(db.engine) as book:
        send_without_keys(form, elsewhere)
        assert book.take() == []
    assert send(form.client, form).status_code in DONE, "with its keys it still does its work"


def send_without_keys(form: Prepared, elsewhere: Prepared) -> None:
    """Leave the keys out, spoil them, and use those that another browser was given."""
    for changed in (
        {"_key": None},
        {"_key": ""},
        {"_key": "short"},
        {"_key": "no such letters!!"},
        {"csrf_token": None},
        {"csrf_token": ""},
        {"csrf_token": "bm8"},
        {"csrf_token": "é" * 40},
        {"csrf_token": elsewhere.data["csrf_token"]},
    ):
        assert send(form.client, form, **changed).status_code == 400, changed
    assert send(elsewhere.client, form).status_code == 400, "a token that another browser was given"


@pytest.mark.parametrize("endpoint", AT_ONCE)
def test_sixteen_at_once_count_once(lived_in: Flask, book: Ledger, endpoint: str) -> None:
    form = ready(lived_in, endpoint)
    clients = [twin(form.client) for _ in range(CROWD)]
    together = threading.Barrier(CROWD)
    answers: list[TestResponse] = []

    def press(client: Reader) -> None:
        with lived_in.app_context():
            together.wait(20)
            answers.append(send(client, form))

    book.take()
    threads = [threading.Thread(target=press, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    deeds = [changes for changes in book.take() if not set(changes) <= BOOKKEEPING]
    assert len(deeds) == 1
    assert [answer.status_code for answer in answers] == [303] * CROWD
    assert len({answer.location for answer in answers}) <= 2, "where it led, or back to the form while that is unknown"
