"""Nothing leaves in the clear, and nothing goes to a server that cannot show who it is: letters wait, and say why."""

import socket
import threading
import time
from typing import Any

import pytest
from flask import Flask

from portal.mail import smtp
from portal.mail.sender import send_due
from portal.mail.smtp import demands_tls, judged
from tests.mail.sinks import Certificates, Sink, certificates, free_port, listening, mail_server, only, set_to, write


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """What servers show."""
    return certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def sink() -> Sink:
    """A mail server's memory."""
    return Sink()


def test_a_letter_goes_encrypted_to_a_server_that_shows_who_it_is(
    sqlite_app: Flask, shown: Certificates, sink: Sink
) -> None:
    write("amina@example.org")
    with (
        listening(sink, tls_context=shown.server("sound")) as port,
        set_to(sqlite_app, f"smtp+starttls://127.0.0.1:{port}", smtp_ca=shown.authority),
    ):
        assert send_due() == 1
    assert sink.is_encrypted == [True]


def test_and_by_tls_from_the_first_word(sqlite_app: Flask, shown: Certificates, sink: Sink) -> None:
    write("amina@example.org")
    port = free_port()
    with tls_server(sink, port, shown), set_to(sqlite_app, f"smtps://127.0.0.1:{port}", smtp_ca=shown.authority):
        assert send_due() == 1
    assert len(sink.mails) == 1


def tls_server(sink: Sink, port: int, shown: Certificates) -> Any:
    """A mail server that speaks TLS at once; its controller would look for it without a certificate."""
    return listening(sink, port, ssl_context=shown.server("sound"))


@pytest.mark.parametrize(
    ("which", "says"),
    [
        ("another", "is for another name"),
        ("itself", "signed its certificate itself"),
        ("expired", "has expired"),
    ],
)
def test_a_server_with_a_wrong_certificate_gets_nothing(
    sqlite_app: Flask, shown: Certificates, sink: Sink, which: str, says: str
) -> None:
    write("amina@example.org")
    with (
        listening(sink, tls_context=shown.server(which)) as port,
        set_to(sqlite_app, f"smtp+starttls://127.0.0.1:{port}", smtp_ca=shown.authority),
    ):
        assert send_due() == 0
    letter = only()
    assert (sink.mails, letter.status, letter.tries, letter.leased_until) == ([], "waiting", 0, None)
    assert says in (letter.error or "")


def test_an_authority_that_nobody_named_is_not_trusted(sqlite_app: Flask, shown: Certificates, sink: Sink) -> None:
    write("amina@example.org")
    with (
        listening(sink, tls_context=shown.server("sound")) as port,
        set_to(sqlite_app, f"smtp+starttls://127.0.0.1:{port}"),
    ):
        assert send_due() == 0
    assert (sink.mails, only().error) == ([], smtp.CERTIFICATE)


def test_a_server_without_encryption_gets_nothing(sqlite_app: Flask, shown: Certificates, sink: Sink) -> None:
    write("amina@example.org")
    with listening(sink) as port, set_to(sqlite_app, f"smtp+starttls://127.0.0.1:{port}"):
        assert send_due() == 0
    assert (sink.mails, only().status, only().error) == ([], "waiting", smtp.NO_TLS)


def test_a_password_is_not_said_in_the_clear(sqlite_app: Flask, sink: Sink) -> None:
    write("amina@example.org")
    with listening(sink) as port, set_to(sqlite_app, f"smtp+starttls://portal:secret@127.0.0.1:{port}"):
        assert send_due() == 0
    assert only().error == smtp.NO_TLS


@pytest.mark.parametrize(
    ("url", "is_demanded"),
    [
        ("smtp://127.0.0.1:25", False),
        ("smtp://localhost", False),
        ("smtp://[::1]:25", False),
        ("smtp+starttls://127.0.0.1:25", True),
        ("smtps://127.0.0.1", True),
        ("smtp://mail.example.gov.uk:587", True),
        ("smtp://10.0.0.7", True),
        ("smtp://127.example.org", True),
    ],
)
def test_only_to_this_very_machine_may_letters_go_in_the_clear(url: str, is_demanded: bool) -> None:
    assert demands_tls(url) is is_demanded


def test_a_server_that_does_not_know_us_delays_and_blames_no_letter(sqlite_app: Flask, sink: Sink) -> None:
    write("amina@example.org")
    sink.answers[""] = "530 5.7.0 Authentication required"
    with mail_server(sqlite_app, sink):
        assert send_due() == 0
    letter = only()
    assert (letter.status, letter.tries) == ("waiting", 0)
    assert letter.error == "530 5.7.0 Authentication required"


def test_what_a_code_means() -> None:
    answers = {
        "421 Closing": "Broke",
        "450 Busy": "PutOff",
        "451 Relay is busy": "PutOff",
        "530 5.7.0 Authentication required": "Away",
        "550 5.1.1 No such person": "Refused",
        "550 5.7.1 Unable to relay": "Away",
        "554 5.7.1 <x@example.org>: Relay access denied": "Away",
        "554 5.7.1 Looks like spam": "Refused",
    }
    assert {answer: type(judged(answer)).__name__ for answer in answers} == answers


def test_a_server_that_answers_drop_by_drop_is_cut_off(sqlite_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "LETTER_SECONDS", 0.5)
    write("amina@example.org")
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as door:
        drip = threading.Thread(target=dripping, args=(door, stop), daemon=True)
        drip.start()
        began = time.monotonic()
        with set_to(sqlite_app, f"smtp://127.0.0.1:{door.getsockname()[1]}"):
            assert send_due() == 0
        took = time.monotonic() - began
        stop.set()
        drip.join(5)
    assert took < 4
    assert only().status == "waiting"


def dripping(door: socket.socket, stop: threading.Event) -> None:
    """Greet, and then answer a letter at a time, for ever."""
    line, _ = door.accept()
    with line:
        line.sendall(b"220 here\r\n")
        try:
            while not stop.wait(0.1):
                line.sendall(b"2")
        except OSError:
            return
