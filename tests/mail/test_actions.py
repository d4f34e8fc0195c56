"""An e-mail that failed goes again when an administrator says so: once, and only where there is something to send."""

import pytest
from flask import Flask
from sqlalchemy import select

from portal.db.session import action, db
from portal.history.queries import of
from portal.kit.errors import NotAllowed, WrongState
from portal.mail.actions import send_again
from portal.mail.models import Letter
from portal.mail.rules import STATUSES, in_words, why_not_again
from portal.mail.sender import send_due
from portal.permissions import Someone
from tests.db.test_session import at_once
from tests.mail.sinks import Sink, by_status, mail_server, only, write

Cast = dict[str, Someone]


def failed(*, secret: bool = False) -> Letter:
    """A letter that has failed."""
    letter = write("amina@example.org", secret=secret)
    with action():
        letter.status, letter.error, letter.tries = "failed", "550 No such person", 48
    return letter


def test_it_goes_again_with_the_same_message_id(app: Flask, cast: Cast) -> None:
    letter, sink = failed(), Sink()
    send_again(letter, by=cast["wei"])
    with mail_server(app, sink):
        assert send_due() == 1
    assert sink.mails[0]["Message-ID"] == f"<{only().ref}@localhost>"
    assert [(deed.verb, deed.actor_id) for deed in of(only())] == [("send_again", cast["wei"].person_id)]


def test_it_holds_its_place_before_later_ones_to_the_same_person(app: Flask, cast: Cast) -> None:
    letter, sink = failed(), Sink()
    write("amina@example.org", "Later")
    send_again(letter, by=cast["wei"])
    with mail_server(app, sink):
        while send_due():
            pass
    assert sink.subjects == ["A letter", "Later"]


@pytest.mark.parametrize("who", ["helen", "joyce", "amina"])
def test_only_an_administrator_may(app: Flask, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        send_again(failed(), by=cast[who])
    assert by_status() == {"failed": 1}


def test_one_with_a_code_in_it_never(app: Flask, cast: Cast) -> None:
    with pytest.raises(WrongState, match="forgotten"):
        send_again(failed(secret=True), by=cast["wei"])
    assert by_status() == {"failed": 1}


def test_sixteen_at_once_send_it_once(app: Flask, cast: Cast) -> None:
    ref = failed().ref

    def press(_place: int) -> None:
        send_again(db.session.scalars(select(Letter).where(Letter.ref == ref)).one(), by=cast["wei"])

    results = at_once(app, press)
    assert sorted(type(result).__name__ for result in results) == ["NoneType"] + ["WrongState"] * 15
    assert len(of(only())) == 1


@pytest.mark.parametrize("secret", [False, True])
@pytest.mark.parametrize("status", STATUSES)
def test_only_what_failed_and_is_still_known_goes_again(status: str, secret: bool) -> None:
    assert (why_not_again(status, secret=secret) == "") is (status == "failed" and not secret)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        ("550 No such person", "refuses it for good. It said: “550 No such person”"),
        ("451 Greylisted {x}", "does not take it now. It said: “451 Greylisted {x}”"),
        ("The mail server could not be reached.", "The mail server could not be reached."),
    ],
)
def test_an_error_is_said_in_words(error: str, says: str) -> None:
    assert says in str(in_words(error))
