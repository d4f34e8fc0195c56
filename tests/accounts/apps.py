"""Short ways to the second factor: a browser that is half in, and what the authenticator apps of the town show."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from flask import Flask
from sqlalchemy import select

from portal.accounts.models import Authenticator, SignIn
from portal.accounts.totp import code_at, step_at
from portal.db.session import db
from portal.demo.cast import BY_KEY
from portal.kit.dates import utc_now
from portal.kit.errors import Refusal
from portal.kit.refs import digest
from portal.organisations.queries import signed_in
from portal.permissions import Someone
from tests import town
from tests.reader import Reader

GATE = "/sign-in/authenticator"
RECOVERY = "/sign-in/recovery-code"
SET_UP = "/sign-in/authenticator/new"


def email_of(key: str) -> str:
    """The address of one of the cast."""
    return BY_KEY[key].email


def together(app: Flask, deeds: list[Callable[[], Any]]) -> list[Any]:
    """What these come to when all begin at the same moment: an answer, or the kind of refusal."""
    gun = Barrier(len(deeds))

    def run(deed: Callable[[], Any]) -> Any:
        with app.test_request_context():
            gun.wait(30)
            try:
                return deed()
            except Refusal as error:
                return type(error)

    with ThreadPoolExecutor(len(deeds)) as pool:
        answers = list(pool.map(run, deeds))
    db.session.rollback()
    return answers


def half(app: Flask, key: str, *, own_device: bool = False) -> Reader:
    """A browser in which one of the council has signed in by e-mail, and no more."""
    client: Any = app.test_client()
    client.set_cookie("signed-in", town.sign_in_half(BY_KEY[key].email, own_device=own_device))
    return client


def half_person(key: str) -> Someone:
    """One of the council who is half in, as somebody who acts."""
    found = signed_in(town.sign_in_half(BY_KEY[key].email))
    assert found is not None
    assert found.is_half
    return found


def whole_person(key: str) -> Someone:
    """One of the cast who is signed in, as somebody who acts in a browser."""
    found = signed_in(town.sign_in(key))
    assert found is not None
    return found


def code_of(key: str, steps: int = 0) -> str:
    """The code that somebody's app shows now, or so many steps later."""
    return code_at(BY_KEY[key].secret, step_at(utc_now()) + steps)


def wrong_code(key: str) -> str:
    """A code that their app shows at no time near now."""
    near = {code_of(key, steps) for steps in range(-3, 4)}
    return next(code for code in map("{:06d}".format, range(10)) if code not in near)


def last_step(key: str) -> int:
    """The newest time step whose code somebody has used."""
    db.session.rollback()
    return db.session.get_one(Authenticator, whole_person(key).person_id).last_step


def row_of(client: Reader) -> SignIn:
    """The sign-in of a browser, as it is kept."""
    cookie = client.get_cookie("signed-in")
    assert cookie is not None
    db.session.rollback()
    return db.session.scalars(select(SignIn).where(SignIn.token_digest == digest(cookie.value))).one()
