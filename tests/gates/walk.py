"""A walk through every page with the test client: what each answered, what it weighed, what it asked the database."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import brotli
from flask import Flask, request_started
from sqlalchemy import event
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from portal.accounts.actions import sign_in_as
from portal.db.session import db
from portal.places import queries as places
from portal.programme import queries as programme
from tests import town
from tests.reader import Reader, form_to
from tests.visits import HALF, Page, Send, Visit, below

PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}
NO_QUESTION = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "SAVEPOINT", "RELEASE")


Stop = tuple[Page, Visit]


@dataclass(slots=True)
class Seen:
    """What one visit came to: the last answer, its statements, and the endpoints that had a hand in it."""

    page: Page
    visit: Visit
    status: int
    html: str
    location: str
    brotli: int
    statements: list[str] = field(default_factory=list)
    endpoints: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Ear:
    """What is heard while a visit lasts: endpoints, and the statements of the last request."""

    endpoints: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)


def prepared(app: Flask, pages: Iterable[Page]) -> tuple[list[Stop], dict[str, Exception]]:
    """Bring the town into every state that these pages ask for, one after the other.

    Returns what to visit, and what kept a page's state from being made, by the page's name.
    """
    found, failed = [], {}
    for page in pages:
        with app.test_request_context():
            try:
                found.append((page, page.prepare()))
            except Exception as error:
                failed[page.name] = error
            db.session.remove()
    return found, failed


def cookie_for(app: Flask, email: str) -> str:
    """A sign-in of that person, half of one where it says so; the cookie's value."""
    with app.test_request_context():
        if email.startswith(HALF):
            return town.sign_in_half(email.removeprefix(HALF))
        return sign_in_as(email, own_device=False, client="Tests")


def walk(app: Flask, visits: list[Stop]) -> list[Seen]:
    """Open every page, one after the other."""
    ear, cookies = Ear(), {visit.email: cookie_for(app, visit.email) for _, visit in visits if visit.email}

    def begin(_app: Flask, **_more: object) -> None:
        read_what_is_kept()
        ear.statements.clear()

    def hear(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(NO_QUESTION):
            ear.statements.append(statement)

    with app.app_context(), request_started.connected_to(begin, app):
        event.listen(db.engine, "before_cursor_execute", hear)
        try:
            return [see(app, page, visit, ear, cookies.get(visit.email)) for page, visit in visits]
        finally:
            event.remove(db.engine, "before_cursor_execute", hear)


def read_what_is_kept() -> None:
    """Read what every page uses and keeps for a while; otherwise it is asked for by whichever page is opened next."""
    programme.forget()
    places.forget()
    programme.look()
    programme.all_terms("community")
    places.wards()
    db.session.remove()


def see(app: Flask, page: Page, visit: Visit, ear: Ear, cookie: str | None) -> Seen:
    """Open one page, and send the forms that lead to the state asked for."""
    client: Reader = app.test_client()  # type: ignore[assignment]
    if cookie:
        client.set_cookie("signed-in", cookie)
    answer = client.get(visit.path, headers=PARTIAL if visit.part else {}, follow_redirects=True)
    passed = [answer]
    for send in visit.sends:
        answer = post(client, answer, send)
        passed.append(answer)
    return Seen(
        page=page,
        visit=visit,
        status=answer.status_code,
        html=answer.get_data(as_text=True),
        location=answer.request.full_path.rstrip("?"),
        brotli=len(brotli.compress(answer.get_data(), quality=4)),
        statements=list(ear.statements),
        endpoints=[endpoint_of(app, each) for got in passed for each in (*got.history, got)],
    )


def post(client: Reader, answer: TestResponse, send: Send) -> TestResponse:
    """Fill in a form of the page that was answered, and send it."""
    form = form_to(answer.get_data(as_text=True), below(answer.request.path, send.form))
    to = form.action if send.to is None else below(answer.request.path, send.to)
    return client.post(
        to, data={**form.fields, **send.typed}, headers=PARTIAL if send.part else {}, follow_redirects=True
    )


def endpoint_of(app: Flask, answer: TestResponse) -> str:
    """The endpoint that gave an answer; nothing where no route matched."""
    try:
        return str(app.url_map.bind("localhost").match(answer.request.path, answer.request.method)[0])
    except HTTPException:
        return ""
