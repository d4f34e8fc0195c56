"""Signing in and out, and what people and the council say about a person."""

import datetime as dt
from dataclasses import dataclass

from flask import current_app
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from portal.accounts import kept, limits, notices, requests
from portal.accounts.models import Person, SignIn, SignInRequest
from portal.accounts.queries import by_email, holds_council_role
from portal.accounts.requests import Browser
from portal.accounts.rules import (
    HALF_LIFE,
    REQUEST_KEPT,
    SIGN_IN_KEPT,
    WRONG,
    client_of,
    is_alive,
    signed_in_until,
)
from portal.config import Settings
from portal.db.session import action, db, locked
from portal.history.actions import note
from portal.jobs.registry import job
from portal.kit.dates import utc_now
from portal.kit.errors import Gone, Invalid, NotThere, TooMany
from portal.kit.refs import digest, new_id, new_token
from portal.kit.text import N_, Say
from portal.permissions import PORTAL, Someone

LINK_ENDED = Say(N_("A link to sign in works once, and for 10 minutes. A newer e-mail ends the older ones."))


@dataclass(frozen=True, slots=True)
class Asked:
    """A letter asked for: its request, and whether a new one was sent or the newest one stands."""

    ref: str
    sent: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in that has begun: the cookie's token, and whether we still have to ask for a name or a second factor."""

    token: str
    own_device: bool
    is_named: bool
    is_half: bool


def ask_to_sign_in(email: str, *, own_device: bool, next_path: str | None, client: str) -> Asked:
    """Send a code and a link to an address, known or not: the same work and the same letter for both.

    Once an address had its letters for this hour, the newest one stands. Raises TooMany when that has ended too.
    """
    with action() as session:
        limits.one_at_a_time(session, email)
        if limits.used_up(session, limits.LETTERS_TO_ADDRESS, email):
            return Asked(requests.newest_living(session, email).ref, sent=False)
        if limits.used_up(session, limits.LETTERS_FOR_CLIENT, client):
            raise TooMany(requests.FROM_HERE_USED_UP)
        limits.count(session, limits.LETTERS_TO_ADDRESS, email)
        limits.count(session, limits.LETTERS_FOR_CLIENT, client)
        request, code, token = requests.new_request(session, email, own_device=own_device, next_path=next_path)
        notices.sign_in(request, code=code, token=token)
        note(request, "ask", by=PORTAL)
        return Asked(request.ref, sent=True)


def sign_in_with_code(ref: str, code: str | None, browser: Browser) -> Begun:
    """Sign in with a letter's code. Raises Invalid for a wrong or an ended one; each wrong one counts."""
    with action() as session:
        request = requests.held(session, SignInRequest.ref == ref)
        why_not = requests.why_not_this_code(session, request, code, browser)
        if request is not None and why_not is None:
            return begin(session, request, browser)
    raise Invalid({"code": why_not or WRONG})


def sign_in_with_link(token: str, browser: Browser) -> Begun:
    """Sign in with a letter's link. Raises Gone for one that has ended."""
    with action() as session:
        request = requests.held(session, SignInRequest.link_digest == digest(token))
        if request is None or not is_alive(utc_now(), request.expires_at, request.ended_at is not None):
            raise Gone(LINK_ENDED)
        return begin(session, request, browser)


def begin(session: Session, request: SignInRequest, browser: Browser) -> Begun:
    """Use the request up, and sign its address in; a new address makes a new person.

    A council person is only half in then, however the letter was used. Only a whole request spares them the rest.
    """
    request.ended_at, request.next_path = utc_now(), None
    person = by_email(request.email) or new_person(session, request.email)
    if browser.replaces is not None:
        end(session, SignIn.id == browser.replaces)
    is_whole = request.is_whole and not is_production()
    is_half = holds_council_role(person.id) and not is_whole
    token = open_sign_in(session, person, browser, is_half=is_half, is_confirmed=is_whole)
    return Begun(token, browser.own_device, bool(person.name), is_half)


def new_person(session: Session, email: str, *, by: Someone | None = None) -> Person:
    """Somebody new, whose name we have yet to ask for; `by` is who added them, where they did not come themselves."""
    person = Person(ref=new_id(), email=email, name="", created_at=utc_now())
    session.add(person)
    session.flush()
    note(person, "add" if by else "join", by=by or themselves(person))
    return person


def open_sign_in(session: Session, person: Person, browser: Browser, *, is_half: bool, is_confirmed: bool) -> str:
    """A sign-in for this browser; the token that its cookie will hold. Half of one lasts half an hour at most."""
    now, token = utc_now(), new_token()
    sign_in = SignIn(
        ref=new_id(),
        token_digest=digest(token),
        person_id=person.id,
        own_device=browser.own_device,
        client=client_of(browser.agent),
        at=now,
        last_seen_at=now,
        expires_at=now + HALF_LIFE if is_half else signed_in_until(now, now, browser.own_device),
        confirmed_at=now if is_confirmed else None,
    )
    session.add(sign_in)
    note(sign_in, "sign_in", by=themselves(person))
    return token


def themselves(person: Person) -> Someone:
    """A person as the one who acts."""
    return Someone(person.id, person.name or person.email, person.email)


def sign_in_as(email: str, *, own_device: bool, client: str) -> str:
    """Sign a person in without a letter and with no second factor asked. Raises NotThere.

    The demonstration and the tests alone do this.
    """
    with action() as session:
        person = by_email(email)
        if person is None:
            raise NotThere()
        return open_sign_in(session, person, Browser("", client, own_device), is_half=False, is_confirmed=True)


def link_for(email: str) -> str:
    """A link that signs this address in, stands for both factors and counts towards no limit.

    The demonstration alone gives it out, and only where it is not production is it taken for more than an e-mail.
    """
    with action() as session:
        request, _, token = requests.new_request(session, email, own_device=False, next_path=None, is_whole=True)
        note(request, "ask", by=PORTAL)
    return settings().base_url + current_app.url_map.bind("").build("accounts.link", {"token": token})


def settings() -> Settings:
    """This installation's settings."""
    found: Settings = current_app.extensions["portal_settings"]
    return found


def is_production() -> bool:
    """Whether this is a real council's portal."""
    return settings().production


def seen(sign_in_id: int, began: dt.datetime, own_device: bool) -> None:
    """Note that a signed-in browser was here, so that only an idle one is signed out.

    On a connection of its own, because a page that is only read changes nothing in its own transaction.
    """
    now = utc_now()
    with db.engine.begin() as connection:
        connection.execute(
            update(SignIn)
            .where(SignIn.id == sign_in_id, SignIn.ended_at.is_(None))
            .values(last_seen_at=now, expires_at=signed_in_until(began, now, own_device))
        )


def sign_out(*, by: Someone) -> None:
    """End the sign-in that this browser acts with; its cookie is worth nothing from now on."""
    with action() as session:
        end(session, SignIn.id == by.sign_in_id)


def end_sign_in(ref: str, *, by: Someone) -> None:
    """End one of a person's own sign-ins. Raises NotThere."""
    with action() as session:
        if not end(session, (SignIn.ref == ref) & (SignIn.person_id == by.person_id)):
            raise NotThere()


def end(session: Session, which: object) -> bool:
    """End the sign-in that fits; False where there is none that lives."""
    row = session.scalar(select(SignIn).where(which, SignIn.ended_at.is_(None)).with_for_update())  # type: ignore[arg-type]
    if row is None:
        return False
    row.ended_at = utc_now()
    note(row, "end", by=themselves(session.get_one(Person, row.person_id)))
    return True


def end_all(session: Session, person: Person, reason: str, *, by: Someone, but: int | None = None) -> None:
    """End all sign-ins of a person (but for one), whole and half; each of their browsers will say why."""
    living = select(SignIn).where(SignIn.person_id == person.id, SignIn.ended_at.is_(None), SignIn.id != (but or 0))
    for row in session.scalars(living.order_by(SignIn.id).with_for_update()):
        row.ended_at, row.end_reason = utc_now(), reason
        note(row, "end", by=by, reason=reason)


def rename(name: str, *, by: Someone) -> None:
    """Call a person by another name, everywhere and in all that they did before."""
    with action() as session:
        person = locked(session.get_one(Person, by.person_id))
        person.name = name
        note(person, "rename", by=by)


@job("forget_sign_ins", dt.timedelta(hours=1), N_("Forget old sign-ins and kept forms"))
def forget_old() -> int:
    """Drop counted tries after an hour, letters and kept forms after a day, and sign-ins 90 days after their end.

    Returns how many went.
    """
    now = utc_now()
    with action() as session:
        gone = limits.forget_old(session) + kept.forget_old(session)
        for old in (
            delete(SignInRequest).where(SignInRequest.expires_at < now - REQUEST_KEPT),
            delete(SignIn).where(SignIn.expires_at < now - SIGN_IN_KEPT),
        ):
            gone += session.execute(old.execution_options(synchronize_session=False)).rowcount  # type: ignore[attr-defined]
    return gone
