"""Limits on letters and on tries, and what many at once cannot get past."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.accounts import actions, limits
from portal.accounts.models import Attempt, Person, SignIn, SignInRequest
from portal.accounts.requests import Browser
from portal.db.session import action, db
from portal.kit.errors import Gone, Invalid, Refusal, TooMany
from portal.mail.models import Letter
from tests.accounts.inbox import ADA, ask, code_in, path_in, wrong
from tests.conftest import Clock, Send
from tests.reader import Reader

Letters = Callable[[], list[Letter]]
AT_ONCE = 16


def at_once(app: Flask, deed: Callable[[], Any]) -> list[Any]:
    """What sixteen threads get that do the same at the same time: an answer, or the kind of refusal."""

    def run(_number: int) -> Any:
        with app.test_request_context():
            try:
                return deed()
            except Refusal as error:
                return type(error)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(run, range(AT_ONCE)))


def asked(app: Flask, email: str = ADA) -> tuple[str, str, str]:
    """A request that was made, with its code and its link's token."""
    with action() as session:
        request, code, token = actions.requests.new_request(session, email, own_device=False, next_path=None)
        return request.ref, code, token


def count(table: type) -> int:
    """How many rows."""
    return db.session.scalar(select(func.count()).select_from(table)) or 0


def test_of_sixteen_presses_with_the_code_one_signs_in(app: Flask) -> None:
    ref, code, _ = asked(app)

    answers = at_once(app, lambda: actions.sign_in_with_code(ref, code, Browser("", "")))

    assert Counter(type(a) is actions.Begun for a in answers) == {True: 1, False: 15}
    assert {answer for answer in answers if not isinstance(answer, actions.Begun)} == {Invalid}
    assert (count(SignIn), db.session.scalar(select(func.count()).where(Person.email == ADA))) == (1, 1)


def test_of_sixteen_presses_of_the_link_one_signs_in(app: Flask) -> None:
    _, _, token = asked(app)

    answers = at_once(app, lambda: actions.sign_in_with_link(token, Browser("", "")))

    assert sorted(a is Gone for a in answers) == [False] + [True] * 15
    assert count(SignIn) == 1


def test_of_sixteen_wrong_codes_at_once_five_are_looked_at(app: Flask) -> None:
    ref, code, _ = asked(app)

    at_once(app, lambda: actions.sign_in_with_code(ref, wrong(code), Browser("", "")))

    assert db.session.scalars(select(SignInRequest.tries)).all() == [5]


def test_sixteen_who_ask_at_once_cause_five_letters(app: Flask, letters: Letters) -> None:
    answers = at_once(app, lambda: actions.ask_to_sign_in(ADA, own_device=False, next_path=None, client="1.2.3.4"))

    assert Counter(a.sent for a in answers) == {True: 5, False: 11}
    assert len(letters()) == 5
    assert sum(r.ended_at is None for r in db.session.scalars(select(SignInRequest))) == 1


def test_two_hundred_requests_cause_five_letters_and_the_person_can_still_sign_in(
    app: Flask, client: Reader, send: Send, letters: Letters
) -> None:
    with app.test_request_context():
        for _ in range(200):
            actions.ask_to_sign_in(ADA, own_device=True, next_path="/evil", client="6.6.6.6")

    assert ask(client, send).location == "/sign-in/code"
    page = client.get("/sign-in/code").get_data(as_text=True)
    arrived = send(client, "/sign-in/code", {"code": code_in(letters()[-1])})

    assert len(letters()) == 5
    assert "Please use the newest one." in page
    assert arrived.location == "/account/name?next=/"
    assert "Max-Age" not in arrived.headers["Set-Cookie"]


def test_an_address_without_letters_left_is_told_when_to_come_back(
    client: Reader, send: Send, letters: Letters, clock: Clock
) -> None:
    for _ in range(5):
        ask(client, send)
    clock.shift(dt.timedelta(minutes=11))

    refused = ask(client, send)
    assert refused.status_code == 429
    html = refused.get_data(as_text=True)
    assert "Wait an hour, then ask again." in html
    assert f'value="{ADA}"' in html

    clock.shift(dt.timedelta(minutes=50))
    assert ask(client, send).status_code == 303
    assert len(letters()) == 6


def test_one_client_cannot_write_to_the_whole_town(app: Flask) -> None:
    with action() as session:
        for _ in range(limits.LETTERS_FOR_CLIENT.most):
            limits.count(session, limits.LETTERS_FOR_CLIENT, "6.6.6.6")

    with app.test_request_context():
        with pytest.raises(TooMany, match="Too many people"):
            actions.ask_to_sign_in(ADA, own_device=False, next_path=None, client="6.6.6.6")
        assert actions.ask_to_sign_in(ADA, own_device=False, next_path=None, client="1.2.3.4").sent


def test_a_thousand_guesses_are_looked_at_ten_times_and_the_link_still_works(
    app: Flask, client: Reader, send: Send, letters: Letters
) -> None:
    for _ in range(5):
        with app.test_request_context():
            asked_now = actions.ask_to_sign_in(ADA, own_device=False, next_path=None, client="6.6.6.6")
        code = code_in(letters()[-1])
        for _ in range(200):
            with pytest.raises(Invalid):
                actions.sign_in_with_code(asked_now.ref, wrong(code), Browser("6.6.6.6", ""))

    assert sum(db.session.scalars(select(SignInRequest.tries))) == 10
    with pytest.raises(Invalid) as refused:
        actions.sign_in_with_code(asked_now.ref, code, Browser("6.6.6.6", ""))
    assert str(refused.value.errors["code"]) == "That is too many wrong codes. Use the link in the e-mail instead."
    assert send(client, path_in(letters()[-1])).status_code == 303


def test_wrong_codes_count_for_the_client_too(app: Flask) -> None:
    ref, code, _ = asked(app)
    with action() as session:
        for _ in range(limits.WRONG_CODES_FROM_CLIENT.most):
            limits.count(session, limits.WRONG_CODES_FROM_CLIENT, "6.6.6.6")

    with pytest.raises(Invalid):
        actions.sign_in_with_code(ref, code, Browser("6.6.6.6", ""))
    assert actions.sign_in_with_code(ref, code, Browser("1.2.3.4", "")).token


def test_limits_hold_no_address_in_clear(client: Reader, send: Send) -> None:
    ask(client, send)

    rows = db.session.execute(select(Attempt.what, Attempt.digest)).all()
    assert [row.what for row in rows] == ["letters_to_address", "letters_for_client"]
    assert all(len(row.digest) == 64 for row in rows)


def test_the_demonstration_link_counts_towards_no_limit(app: Flask, client: Reader, send: Send) -> None:
    link = actions.link_for(ADA)

    assert link.startswith("http://localhost/sign-in/link/")
    assert count(Attempt) == 0
    assert send(client, link.removeprefix("http://localhost")).status_code == 303
