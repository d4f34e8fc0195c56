"""Letters leave once, in order, and none is lost when the mail server refuses, stalls or goes away."""

import contextlib
import datetime as dt
import socket
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default as default_policy
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from flask import Flask
from sqlalchemy import func, select

from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.kit.errors import WrongState
from portal.kit.refs import new_id
from portal.mail import queries
from portal.mail.models import Letter
from portal.mail.sender import back_off, message, send_due


class Sink:
    """A mail server that keeps what it accepts, and answers as it is told to."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.answers: dict[str, str] = {}

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """Accept a letter, or answer as told for that address."""
        told = self.answers.get(envelope.rcpt_tos[0])
        if told:
            return told
        self.mails.append(BytesParser(policy=default_policy).parsebytes(envelope.content))  # type: ignore[arg-type]
        return "250 Taken"


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def mail_server(app: Flask, sink: Sink) -> Iterator[None]:
    """A mail server on this machine, which the portal is set to."""
    controller = Controller(sink, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        with set_to(app, f"smtp://127.0.0.1:{controller.port}"):
            yield
    finally:
        controller.stop()


@contextlib.contextmanager
def set_to(app: Flask, url: str) -> Iterator[None]:
    """The portal with another mail server."""
    before = app.extensions["portal_settings"]
    app.extensions["portal_settings"] = replace(before, smtp_url=url)
    try:
        yield
    finally:
        app.extensions["portal_settings"] = before


def write(to: str, subject: str = "A letter", text: str = "Hello.\n") -> Letter:
    """A letter in the outbox."""
    now = utc_now()
    with action() as session:
        letter = Letter(
            ref=new_id(),
            to_address=to,
            subject=subject,
            text=text,
            html=f"<p>{text}</p>",
            template="tests/letter",
            created_at=now,
            next_try_at=now,
        )
        session.add(letter)
    return letter


def by_status() -> dict[str, int]:
    """How many letters are where."""
    db.session.rollback()
    return dict(db.session.execute(select(Letter.status, func.count()).group_by(Letter.status)).all())  # type: ignore[arg-type]


def test_a_letter_goes_once_with_text_and_html(app: Flask) -> None:
    sink = Sink()
    letter = write("amina@example.org", "Your code", "It is 123456.\n")
    ref = letter.ref
    with mail_server(app, sink):
        assert send_due() == 1
        assert send_due() == 0
    [mail] = sink.mails
    assert (mail["Subject"], mail["To"], mail["Message-ID"]) == ("Your code", "amina@example.org", f"<{ref}@localhost>")
    assert mail.get_body(("plain",)).get_content().strip() == "It is 123456."  # type: ignore[union-attr]
    assert by_status() == {"sent": 1}


def test_no_letter_for_a_deed_that_was_refused(app: Flask) -> None:
    with pytest.raises(WrongState), action():
        write("amina@example.org")
        raise WrongState()
    assert by_status() == {}


def test_a_server_that_is_away_delays_and_loses_nothing(app: Flask, clock: Any) -> None:
    for number in range(5):
        write(f"person{number}@example.org")
    with set_to(app, f"smtp://127.0.0.1:{free_port()}"):
        assert send_due() == 0
    assert by_status() == {"waiting": 5}
    sink = Sink()
    with mail_server(app, sink):
        assert send_due() == 0
        clock.shift(dt.timedelta(minutes=11))
        assert send_due() == 5
    assert len(sink.mails) == 5


def test_what_the_server_refuses_for_good_is_set_aside_and_the_rest_goes(app: Flask) -> None:
    sink = Sink()
    sink.answers["gone@example.org"] = "550 No such person"
    sink.answers["full@example.org"] = "451 Mailbox full, try later"
    for address in ("gone@example.org", "full@example.org", "fine@example.org"):
        write(address)
    with mail_server(app, sink):
        send_due()
    assert [mail["To"] for mail in sink.mails] == ["fine@example.org"]
    assert by_status() == {"failed": 1, "sent": 1, "waiting": 1}
    failed = db.session.scalars(select(Letter).where(Letter.status == "failed")).one()
    assert failed.error == "550 No such person"


def test_one_persons_letters_go_in_order(app: Flask, clock: Any) -> None:
    sink = Sink()
    sink.answers["amina@example.org"] = "451 Not now"
    write("amina@example.org", "First")
    with mail_server(app, sink):
        send_due()
        write("amina@example.org", "Second")
        assert send_due() == 0
        sink.answers.clear()
        clock.shift(dt.timedelta(minutes=10))
        assert send_due() == 1
        assert send_due() == 1
    assert [mail["Subject"] for mail in sink.mails] == ["First", "Second"]


def test_a_letter_that_cannot_be_written_does_not_stop_the_others(app: Flask) -> None:
    sink = Sink()
    write("amina@example.org", "A subject\nBcc: everybody@example.org")
    write("tom@example.org", "Fine")
    with mail_server(app, sink):
        assert send_due() == 1
    assert by_status() == {"failed": 1, "sent": 1}
    assert [mail["Subject"] for mail in sink.mails] == ["Fine"]


def test_two_workers_never_hold_the_same_letter(app: Flask) -> None:
    for number in range(30):
        write(f"person{number}@example.org")
    first, second = queries.claim(20), queries.claim(20)
    assert (len(first), len(second)) == (20, 10)
    assert {letter.id for letter in first} & {letter.id for letter in second} == set()
    assert list(queries.claim(20)) == []


def test_a_worker_that_died_leaves_its_letters_to_the_next(app: Flask, clock: Any) -> None:
    write("amina@example.org")
    assert len(queries.claim(20)) == 1
    assert list(queries.claim(20)) == []
    clock.shift(dt.timedelta(minutes=6))
    assert len(queries.claim(20)) == 1


def test_without_a_mail_server_letters_are_kept_and_count_as_sent(app: Flask) -> None:
    write("amina@example.org")
    assert send_due() == 1
    assert by_status() == {"sent": 1}


def test_a_sent_letter_with_a_code_in_it_is_forgotten(app: Flask) -> None:
    sink = Sink()
    secret, plain = write("amina@example.org", "Your code", "123456\n"), write("tom@example.org", "News", "Hello\n")
    with action():
        secret.secret = True
    with mail_server(app, sink):
        assert send_due() == 2
    assert sink.mails[0].get_body(("plain",)).get_content().strip() == "123456"  # type: ignore[union-attr]
    db.session.rollback()
    assert (secret.text, secret.html) == ("", "")
    assert plain.text == "Hello\n"


def test_back_off_grows_and_ends_at_an_hour() -> None:
    waits = [back_off(tries) for tries in range(20)]
    assert waits == sorted(waits)
    assert (waits[1], waits[-1]) == (dt.timedelta(minutes=1), dt.timedelta(hours=1))


def test_a_letter_says_that_a_machine_sent_it(sqlite_app: Flask) -> None:
    mail = message(write("amina@example.org"), sqlite_app.extensions["portal_settings"])
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["From"] == "Join the Dots <portal@example.org>"
