"""Letters leave once, in order, and none is lost when the mail server refuses, stalls or goes away."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.kit.errors import WrongState
from portal.mail import queries
from portal.mail.carriers import Parcel
from portal.mail.models import Letter
from portal.mail.sender import back_off, mark_sent, put_back, send_all, send_due, set_aside
from portal.mail.smtp import NOT_THERE, UNWRITABLE, message
from tests.mail.sinks import Sink, by_status, free_port, listening, mail_server, only, set_to, write


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
    port, sink = free_port(), Sink()
    for _ in range(20):
        with set_to(app, f"smtp://127.0.0.1:{port}"):
            assert send_due() == 0
        clock.shift(dt.timedelta(seconds=31))
    assert by_status() == {"waiting": 5}
    assert set(db.session.scalars(select(Letter.tries))) == {0}, "nobody blames a letter for that"
    with mail_server(app, sink, port):
        assert send_due() == 5, "after ten minutes away, everything goes at once"
    assert len(sink.mails) == 5


def test_a_server_that_was_away_is_left_alone_for_a_moment(app: Flask, clock: Any) -> None:
    write("amina@example.org")
    port, sink = free_port(), Sink()
    with set_to(app, f"smtp://127.0.0.1:{port}"):
        assert send_due() == 0
        with listening(sink, port):
            assert send_due() == 0
            assert (only().leased_until, only().error) == (None, NOT_THERE)
            clock.shift(dt.timedelta(seconds=31))
            assert send_due() == 1


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


def test_one_letter_that_cannot_be_written_stops_none_of_a_hundred(app: Flask) -> None:
    sink = Sink()
    write("amina@example.org", "A subject\nBcc: everybody@example.org")
    for number in range(100):
        write("amina@example.org" if number == 99 else f"person{number}@example.org", f"Number {number}")
    with mail_server(app, sink):
        while send_due():
            pass
    assert by_status() == {"failed": 1, "sent": 100}
    assert sorted(sink.subjects) == sorted(f"Number {number}" for number in range(100))
    assert db.session.scalars(select(Letter.error).where(Letter.status == "failed")).one() == UNWRITABLE


def test_a_letter_at_which_the_server_hangs_up_stops_no_other(app: Flask) -> None:
    sink = Sink()
    sink.answers["person0@example.org"] = "hang up"
    for number in range(30):
        write(f"person{number}@example.org")
    with mail_server(app, sink):
        while send_due():
            pass
    assert by_status() == {"waiting": 1, "sent": 29}


def test_a_server_that_hangs_up_on_everybody_is_left_alone(app: Flask, clock: Any) -> None:
    sink = Sink()
    sink.answers[""] = "hang up"
    for number in range(10):
        write(f"person{number}@example.org")
    with mail_server(app, sink):
        assert [send_due(), send_due()] == [0, 0]
        assert sorted(db.session.scalars(select(Letter.tries))) == [0] * 8 + [1, 1]
        sink.answers.clear()
        clock.shift(dt.timedelta(minutes=2))
        assert send_due() == 10


class Slow:
    """A carrier with which a letter takes a while, in which `meanwhile` happens."""

    where = "slow"

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        self.meanwhile = meanwhile
        self.carried: list[str] = []

    def open(self) -> None:
        """Nothing to do."""

    def carry(self, letter: Parcel) -> None:
        """Take a letter, slowly."""
        self.carried.append(letter.ref)
        self.meanwhile()

    def close(self) -> None:
        """Nothing to do."""


def test_a_batch_that_takes_longer_than_its_lease_is_sent_by_one_worker(app: Flask, clock: Any) -> None:
    for number in range(6):
        write(f"person{number}@example.org")
    taken: list[str] = []

    def another_worker_looks() -> None:
        clock.shift(dt.timedelta(minutes=2))
        taken.extend(letter.ref for letter in queries.claim(20))

    carrier = Slow(another_worker_looks)
    assert send_all(queries.claim(20), carrier) == 6
    assert (len(set(carrier.carried)), taken) == (6, [])


def test_a_worker_that_slept_through_its_lease_sends_nothing_that_another_has_taken(app: Flask, clock: Any) -> None:
    for number in range(6):
        write(f"person{number}@example.org")
    taken: list[str] = []

    def sleep() -> None:
        clock.shift(dt.timedelta(minutes=6))
        taken.extend(letter.ref for letter in queries.claim(20))

    carrier = Slow(sleep)
    assert send_all(queries.claim(20), carrier) == 1
    assert len(carrier.carried) == 1
    assert len(taken) == 6, "the one that was on its way is nobody's but the lease's"


def test_what_was_sent_stays_sent(app: Flask, clock: Any) -> None:
    write("amina@example.org")
    [late] = queries.claim(20)
    clock.shift(dt.timedelta(minutes=6))
    [again] = queries.claim(20)
    mark_sent(again)
    set_aside(late, "550 Too late")
    put_back(late, "451 Too late", dt.timedelta(minutes=1))
    assert (only().status, only().error) == ("sent", None)


@pytest.mark.parametrize(("days", "status"), [(1, "waiting"), (3, "failed")])
def test_a_letter_is_given_up_after_48_tries_over_two_days(app: Flask, days: int, status: str) -> None:
    write("amina@example.org", secret=True)
    with action() as session:
        session.execute(update(Letter).values(created_at=utc_now() - dt.timedelta(days=days), tries=47))
    sink = Sink()
    sink.answers[""] = "451 Not now"
    with mail_server(app, sink):
        assert send_due() == 0
    letter = only()
    assert (letter.status, letter.tries) == (status, 48)
    assert (letter.text == "") is (status == "failed"), "a code that nobody will get is forgotten"


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
