"""The link in the letter: looked at by scanners, pressed by people, used once."""

from collections.abc import Callable

from flask import Flask
from sqlalchemy import func, select

from portal.accounts.models import SignIn, SignInRequest
from portal.db.session import db
from portal.mail.models import Letter
from tests.accounts.inbox import ask, path_in
from tests.conftest import Send
from tests.reader import Reader

Letters = Callable[[], list[Letter]]
AMINA = "amina.yusuf@example.org"


def test_scanners_use_nothing_up(app: Flask, client: Reader, send: Send, letters: Letters) -> None:
    ask(client, send, AMINA)
    path = path_in(letters()[0])

    for _ in range(10):
        scanner = app.test_client()
        assert scanner.head(path).status_code == 200
        assert scanner.get(path).status_code == 200
        assert scanner.get_cookie("signed-in") is None

    assert db.session.scalar(select(func.count()).select_from(SignIn)) == 0
    assert send(client, path).status_code == 303


def test_a_scanner_that_runs_scripts_finds_nothing_to_press(
    app: Flask, client: Reader, send: Send, letters: Letters
) -> None:
    ask(client, send, AMINA)
    path = path_in(letters()[0])

    assert "data-press" in client.get(path).get_data(as_text=True)
    assert "data-press" not in app.test_client().get(path).get_data(as_text=True)


def test_a_scanner_that_posts_without_our_keys_uses_nothing_up(
    app: Flask, client: Reader, send: Send, letters: Letters
) -> None:
    ask(client, send, AMINA)
    path = path_in(letters()[0])

    assert app.test_client().post(path).status_code == 400
    assert send(client, path).status_code == 303


def test_the_page_says_who_signs_in(app: Flask, client: Reader, send: Send, letters: Letters) -> None:
    ask(client, send, AMINA)

    html = app.test_client().get(path_in(letters()[0])).get_data(as_text=True)

    assert f"You are signing in as {AMINA}." in html


def test_elsewhere_the_device_is_asked_for_and_is_a_shared_one_by_default(
    app: Flask, client: Reader, send: Send, letters: Letters
) -> None:
    ask(client, send, AMINA, device="own", next="/account")
    other = app.test_client()

    arrived = send(other, path_in(letters()[0]))

    assert arrived.location == "/account"
    assert "Max-Age" not in arrived.headers["Set-Cookie"]


def test_elsewhere_it_can_be_an_own_device(app: Flask, client: Reader, send: Send, letters: Letters) -> None:
    ask(client, send, AMINA)

    arrived = send(app.test_client(), path_in(letters()[0]), {"device": "own"})

    assert "Max-Age=2592000" in arrived.headers["Set-Cookie"]


def test_an_ended_link_says_what_to_do(client: Reader, send: Send, letters: Letters) -> None:
    ask(client, send, AMINA)
    path = path_in(letters()[0])
    send(client, path)

    ended = client.get(path)
    assert ended.status_code == 410
    assert "You are signed in already." in ended.get_data(as_text=True)
    unknown = client.get("/sign-in/link/nothing-like-it")
    assert unknown.status_code == 410


def test_where_somebody_was_going_is_forgotten_once_the_letter_has_ended(
    client: Reader, send: Send, letters: Letters
) -> None:
    ask(client, send, AMINA, next="/account")
    send(client, path_in(letters()[0]))

    assert db.session.scalars(select(SignInRequest.next_path)).all() == [None]
