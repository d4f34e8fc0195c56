"""Cookies, idle time, signing out, and the list of sign-ins."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.accounts.actions import end_sign_in, forget_old, sign_in_as
from portal.accounts.models import Attempt, SignIn, SignInRequest
from portal.db.session import action, db
from portal.kit.errors import NotThere
from portal.permissions import Someone
from tests import town
from tests.accounts.inbox import ask, path_in
from tests.conftest import Clock, Counted, Send
from tests.reader import Reader, form_to

AMINA = "amina.yusuf@example.org"
As = Callable[[str], Reader]


def with_cookie(app: Flask, token: str) -> Reader:
    """A browser with that cookie."""
    client = app.test_client()
    client.set_cookie("signed-in", token)
    return client  # type: ignore[return-value]


def is_in(client: Reader) -> bool:
    """Whether the browser is signed in."""
    return client.get("/account").status_code == 200


@pytest.mark.parametrize(
    ("device", "attributes"),
    [
        ("shared", {"HttpOnly", "Path=/", "SameSite=Lax"}),
        ("own", {"HttpOnly", "Path=/", "SameSite=Lax", "Max-Age=2592000"}),
    ],
)
def test_the_cookie(client: Reader, send: Send, letters: Callable[[], list], device: str, attributes: set[str]) -> None:  # type: ignore[type-arg]
    ask(client, send, AMINA, device=device)

    cookie = send(client, path_in(letters()[0])).headers.getlist("Set-Cookie")
    ours = next(line for line in cookie if line.startswith("signed-in="))

    assert {part.strip() for part in ours.split(";")[1:] if not part.strip().startswith("Expires")} == attributes
    assert ("Expires" in ours) is (device == "own")


def test_over_tls_the_cookie_is_kept_to_it(
    app: Flask, monkeypatch: pytest.MonkeyPatch, client: Reader, send: Send, letters: Callable[[], list]
) -> None:  # type: ignore[type-arg]
    ask(client, send, AMINA)
    monkeypatch.setitem(app.config, "SESSION_COOKIE_SECURE", True)
    monkeypatch.setitem(app.config, "WTF_CSRF_SSL_STRICT", False)
    keys = form_to(client.get(path_in(letters()[0])).get_data(as_text=True), None).fields

    answer = client.post(path_in(letters()[0]), data=keys)

    ours = next(line for line in answer.headers.getlist("Set-Cookie") if line.startswith("__Host-signed-in="))
    assert "; Secure;" in ours
    assert "Domain" not in ours


def test_a_shared_computer_signs_out_after_30_idle_minutes(app: Flask, clock: Clock) -> None:
    browser = with_cookie(app, sign_in_as(AMINA, own_device=False, client=""))

    for _ in range(4):
        clock.shift(dt.timedelta(minutes=29))
        assert is_in(browser)
    clock.shift(dt.timedelta(minutes=30))

    assert not is_in(browser)


def test_a_shared_computer_signs_out_after_12_hours_whatever_happens(app: Flask, clock: Clock) -> None:
    browser = with_cookie(app, sign_in_as(AMINA, own_device=False, client=""))

    hours = 0.0
    while is_in(browser):
        clock.shift(dt.timedelta(minutes=20))
        hours += 1 / 3

    assert hours == pytest.approx(12)


def test_an_own_device_stays_signed_in_for_30_days(app: Flask, clock: Clock) -> None:
    browser = with_cookie(app, sign_in_as(AMINA, own_device=True, client=""))

    clock.shift(dt.timedelta(days=29, hours=23))
    assert is_in(browser)
    clock.shift(dt.timedelta(hours=1))

    assert not is_in(browser)


def test_being_here_is_noted_once_a_minute_and_not_at_each_page(
    app: Flask, clock: Clock, queries: Callable[[], Counted]
) -> None:
    browser = with_cookie(app, sign_in_as(AMINA, own_device=False, client=""))
    is_in(browser)

    def updates() -> int:
        with queries() as counted:  # type: ignore[attr-defined]
            is_in(browser)
        return sum("UPDATE sign_ins" in statement for statement in counted.statements)

    assert updates() == 0
    clock.shift(dt.timedelta(seconds=61))
    assert (updates(), updates()) == (1, 0)


def test_signed_out_is_signed_out(app: Flask, as_: As, send: Send) -> None:
    amina = as_("amina")
    token = amina.get_cookie("signed-in")
    assert token is not None

    answer = send(amina, "/account", action="/sign-out")

    assert (answer.status_code, answer.location) == (303, "/")
    assert "signed-in=;" in answer.headers["Set-Cookie"]
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "You are signed out." in amina.get("/").text, "not its cookies: one of them carries this sentence"
    assert not is_in(with_cookie(app, token.value))
    assert not is_in(amina)


def test_on_ones_own_device_unsaved_words_stay(app: Flask, send: Send) -> None:
    amina: Any = app.test_client()
    amina.set_cookie("signed-in", town.sign_in("amina", own_device=True))
    assert send(amina, "/account", action="/sign-out").headers["Clear-Site-Data"] == '"cache"'


def test_only_that_browser_is_signed_out(as_: As, send: Send) -> None:
    one, other = as_("amina"), as_("amina")

    send(one, "/account", action="/sign-out")

    assert is_in(other)


def test_every_sign_in_is_listed_and_can_be_ended(app: Flask, as_: As, send: Send) -> None:
    here = as_("amina")
    away = with_cookie(app, sign_in_as(AMINA, own_device=True, client="Mozilla/5.0 (Linux; Android 14) Chrome/126.0"))
    assert is_in(away)
    ref = db.session.scalars(select(SignIn.ref).where(SignIn.own_device.is_(True))).one()
    html = here.get("/account").get_data(as_text=True)
    assert "Chrome on Android" in html
    assert html.count("(this one)") == 1

    answer = send(here, "/account", action=f"/account/sign-ins/{ref}/end")

    assert answer.location == "/account"
    assert not is_in(away)
    assert is_in(here)
    assert "Chrome on Android" not in here.get("/account").get_data(as_text=True)


def test_nobody_ends_the_sign_in_of_another(app: Flask, cast: dict[str, Someone], as_: As) -> None:
    amina = as_("amina")
    ref = db.session.scalars(select(SignIn.ref)).one()

    with pytest.raises(NotThere):
        end_sign_in(ref, by=cast["tom"])

    tom = as_("tom")
    keys = form_to(tom.get("/account").get_data(as_text=True), "/sign-out").fields
    assert tom.post(f"/account/sign-ins/{ref}/end", data=keys).status_code == 404
    assert is_in(amina)


@pytest.mark.parametrize("token", ["", "x", "x" * 4000, "ümlaut", "' or 1=1 --"])
def test_a_cookie_that_is_not_ours_signs_nobody_in(app: Flask, token: str) -> None:
    browser = with_cookie(app, token)

    assert browser.get("/account").status_code == 303
    assert browser.get("/roles").status_code == 200


def test_a_long_list_of_sign_ins_comes_in_pages_at_the_same_cost(
    app: Flask, as_: As, cast: dict[str, Someone], queries: Callable[[], Counted]
) -> None:
    amina = as_("amina")
    amina.get("/account")
    costs, now = [], dt.datetime.now(dt.UTC)
    for more in (0, 29):
        with action() as session:
            for n in range(more):
                session.add(
                    SignIn(
                        ref=f"r{n}",
                        token_digest=f"d{n}",
                        person_id=cast["amina"].person_id,
                        own_device=True,
                        client=f"Browser {n}",
                        at=now,
                        last_seen_at=now,
                        expires_at=now + dt.timedelta(days=1),
                    )
                )
        with queries() as counted:  # type: ignore[attr-defined]
            html = amina.get("/account").get_data(as_text=True)
        costs.append(counted.number)

    assert costs[0] == costs[1] <= 8
    assert html.count("End it") == 25
    further = next(line.split('href="')[1].split('"')[0] for line in html.splitlines() if 'rel="next"' in line)
    assert amina.get(further).get_data(as_text=True).count("End it") == 5


def test_what_is_over_is_forgotten(app: Flask, client: Reader, send: Send, letters: object, clock: Clock) -> None:
    ask(client, send, AMINA)
    sign_in_as(AMINA, own_device=False, client="")
    clock.shift(dt.timedelta(days=1, minutes=11))
    assert forget_old() == 3

    assert db.session.scalars(select(Attempt)).all() == []
    assert db.session.scalars(select(SignInRequest)).all() == []
    assert len(db.session.scalars(select(SignIn)).all()) == 1
    clock.shift(dt.timedelta(days=90))
    assert forget_old() == 1
