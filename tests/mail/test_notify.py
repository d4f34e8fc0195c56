"""Letters by GOV.UK Notify: once each, in its own terms, and none lost whatever it answers."""

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.db.session import db
from portal.mail import notify as by_notify
from portal.mail.models import Letter
from portal.mail.sender import send_due
from portal.postage import Notify as Account
from tests.mail.notify import KEY, TEMPLATE, Notify, stand_in
from tests.mail.sinks import by_status, free_port, only, set_to, write


@contextmanager
def account(app: Flask, *, key: str = KEY, template: str = TEMPLATE, url: str = "") -> Iterator[Notify]:
    """The portal with an account at a stand-in of Notify."""
    with stand_in() as notify, set_to(app, "", notify=Account(key, template, url or notify.url)):
        yield notify


def test_a_letter_goes_with_its_reference(app: Flask) -> None:
    ref = write("amina@example.org", "Your code", "It is 123456.\n", secret=True).ref
    with account(app) as notify:
        assert [send_due(), send_due()] == [1, 0]
    assert notify.taken == [
        {
            "email_address": "amina@example.org",
            "template_id": TEMPLATE,
            "personalisation": {"subject": "Your code", "text": "It is 123456.\n"},
            "reference": ref,
        }
    ]
    assert (only().status, only().text) == ("sent", "")


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (400, "email_address Not a valid email address"),
        (400, "Can’t send to this recipient using a team-only API key"),
        (413, "Your message is too long"),
    ],
)
def test_what_can_never_go_is_set_aside_and_the_rest_goes(sqlite_app: Flask, status: int, message: str) -> None:
    for address in ("wrong@example.org", "fine@example.org"):
        write(address)
    with account(sqlite_app) as notify:
        notify.answers["wrong@example.org"] = (status, message)
        assert send_due() == 1
    assert by_status() == {"failed": 1, "sent": 1}
    assert db.session.scalars(select(Letter.error).where(Letter.status == "failed")).one() == f"{status} {message}"


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (400, "Template not found"),
        (400, "Missing personalisation: text"),
        (403, "Invalid token: signature, api token not found"),
        (429, "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"),
        (429, "Exceeded send limits (250,000) for today"),
    ],
)
def test_what_is_no_fault_of_the_letters_lets_it_wait(sqlite_app: Flask, clock: Any, status: int, message: str) -> None:
    write("amina@example.org")
    with account(sqlite_app) as notify:
        notify.answers[""] = (status, message)
        assert [send_due(), send_due()] == [0, 0]
        assert (only().status, only().tries, only().error) == ("waiting", 0, f"{status} {message}")
        notify.answers.clear()
        clock.shift(dt.timedelta(seconds=31))
        assert send_due() == 1


@pytest.mark.parametrize("status", [500, 502, 503])
def test_its_own_faults_are_waited_out(sqlite_app: Flask, clock: Any, status: int) -> None:
    for number in range(5):
        write(f"person{number}@example.org")
    with account(sqlite_app) as notify:
        notify.answers[""] = (status, "Internal server error")
        assert send_due() == 0
        assert by_status() == {"waiting": 5}
        notify.answers.clear()
        clock.shift(dt.timedelta(minutes=2))
        assert send_due() == 5
    assert len({one["reference"] for one in notify.taken}) == 5


def test_one_at_which_it_breaks_stops_no_other(sqlite_app: Flask) -> None:
    for number in range(5):
        write(f"person{number}@example.org")
    with account(sqlite_app) as notify:
        notify.answers["person2@example.org"] = (500, "Internal server error")
        assert send_due() == 4


def test_one_that_it_took_without_saying_so_is_not_sent_twice(app: Flask, clock: Any) -> None:
    write("amina@example.org")
    with account(app) as notify:
        notify.is_forgetful = True
        assert send_due() == 0
        notify.is_forgetful = False
        clock.shift(dt.timedelta(minutes=2))
        assert send_due() == 1
    assert len(notify.taken) == 1
    assert only().status == "sent"


def test_one_that_stalls_is_not_waited_for_for_ever(sqlite_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_notify, "TIMEOUT_SECONDS", 0.2)
    write("amina@example.org")
    with account(sqlite_app) as notify:
        notify.seconds = 1
        assert send_due() == 0
    assert (only().status, only().error) == ("waiting", by_notify.NOT_THERE)


def test_when_it_is_not_there_letters_wait(sqlite_app: Flask) -> None:
    write("amina@example.org")
    with account(sqlite_app, url=f"http://127.0.0.1:{free_port()}"):
        assert send_due() == 0
    assert (only().status, only().error) == ("waiting", by_notify.NOT_THERE)


def test_a_key_of_somebody_elses_lets_letters_wait(sqlite_app: Flask) -> None:
    write("amina@example.org")
    with account(sqlite_app, key=KEY[:-1] + "0") as notify:
        assert send_due() == 0
    assert (notify.taken, only().status) == ([], "waiting")
    assert "403" in (only().error or "")


def test_who_does_not_send_by_it_does_not_carry_its_library() -> None:
    code = "import sys, portal.app; sys.exit('notifications_python_client' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
