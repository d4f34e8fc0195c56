"""The one place where a refusal becomes an answer, in words, with the request's id."""

import errno
import time
from typing import Any, cast

import structlog
from flask import Flask, Response, g, redirect, request, url_for
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException

from portal.db.session import db
from portal.kit.errors import (
    Away,
    Clash,
    Gone,
    Invalid,
    Moved,
    NotAllowed,
    NotThere,
    OtherTeams,
    Refusal,
    TooMany,
    WrongState,
)
from portal.kit.faults import way_to
from portal.kit.text import N_, Say
from portal.web.pages import page

log = structlog.get_logger()

FULL = {errno.ENOSPC, errno.EDQUOT}
"""What a machine says when its disk has no room left, be it for what is just being sent."""

STATUS: dict[type[Refusal], int] = {
    NotAllowed: 403,
    NotThere: 404,
    WrongState: 409,
    Clash: 409,
    Gone: 410,
    Invalid: 422,
    TooMany: 429,
    Away: 503,
}

TITLES = {
    400: N_("We could not read that request"),
    403: N_("This is not for your role"),
    404: N_("Page not found"),
    405: N_("Page not found"),
    409: N_("Somebody was quicker"),
    410: N_("This link has ended"),
    413: N_("That is too large to send"),
    422: N_("Some of that needs another look"),
    429: N_("Too many tries"),
    500: N_("Sorry, something went wrong here"),
    503: N_("Sorry, the portal is busy"),
}

SENTENCES = {
    400: N_("Go back, reload the page, and send it again. What you typed may still be there."),
    404: N_("Check the address. If you followed a link from us, tell the team, and we will mend it."),
    405: N_("Check the address. If you followed a link from us, tell the team, and we will mend it."),
    413: N_("Go back and send less at once. Nothing was changed."),
    500: N_("It is our fault, and nothing you sent was half kept. Go back and try again in a few minutes."),
    503: N_("Wait a minute, go back, and try again. Nothing was half kept."),
}

ASKED_AGAIN_SECONDS = 2.0
"""A database that said no at once may be back for the page that says so; one whose line is dead is not asked twice."""


def shown_as(status: int) -> int:
    """The status whose words stand for this one."""
    return status if status in TITLES else (400 if status < 500 else 500)


def answer(status: int, sentence: Say | str | None = None, other: OtherTeams | None = None) -> Response:
    """The page for a status; one sentence on what happened and one on what to do, or one press that does it."""
    shown = shown_as(status)
    return page(
        "errors/error",
        status=status,
        title=TITLES[shown],
        sentence=sentence or SENTENCES.get(shown, ""),
        code=status,
        other=other,
        back_to=request.full_path.rstrip("?") if request.method in ("GET", "HEAD") else None,
        request_id=g.get("request_id", ""),
    )


def safely(status: int, sentence: Say | str | None = None, other: OtherTeams | None = None) -> Response:
    """The page for a status, or one plain line where even the page cannot be made."""
    try:
        db.session.rollback()
        return answer(status, sentence, other)
    except Exception as error:
        log.error("no_page", error=type(error).__name__)
        return plain(status)


def plain(status: int) -> Response:
    """One line for a status, for which nothing is asked of anybody."""
    shown = shown_as(status)
    return Response(f"{TITLES[shown]}. {SENTENCES.get(shown, '')}\n", status, mimetype="text/plain")


def elsewhere(error: Moved) -> Response:
    """On to the same page of what stands there now. A form goes along as it was sent, so that nothing typed is lost."""
    db.session.rollback()
    parts = {name: error.to if part == error.ref else part for name, part in (request.view_args or {}).items()}
    more: Any = {**request.args.to_dict(flat=False), **parts}
    address = url_for(str(request.endpoint), **more)
    return cast(Response, redirect(address, 302 if request.method in ("GET", "HEAD") else 307))


def has_waited() -> bool:
    """Whether this request has waited so long for the database that it is not asked once more, for the page."""
    return time.perf_counter() - float(g.get("started", time.perf_counter())) > ASKED_AGAIN_SECONDS


def set_up(app: Flask) -> None:
    """Register the answers."""

    @app.errorhandler(Moved)
    def moved(error: Moved) -> Response:
        return elsewhere(error)

    @app.errorhandler(Refusal)
    def refused(error: Refusal) -> Response:
        status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 409)
        return safely(status, error.sentence, error if isinstance(error, OtherTeams) else None)

    @app.errorhandler(HTTPException)
    def wrong(error: HTTPException) -> Response:
        if error.code and error.code < 400 and error.response is not None:
            return app.make_response(error.get_response())
        own_words = error.code == 400 and error.description and type(error).description != error.description
        return safely(error.code or 500, error.description if own_words else None)

    @app.errorhandler(OperationalError)
    @app.errorhandler(InterfaceError)
    @app.errorhandler(PoolTimeout)
    def database_away(error: Exception) -> Response:
        log.error("database", error=type(error).__name__, cause=type(getattr(error, "orig", error)).__name__)
        answered = plain(503) if has_waited() else safely(503)
        answered.headers["Retry-After"] = "30"
        return answered

    @app.errorhandler(Exception)
    def broken(error: Exception) -> Response:
        log.error("broken", error=type(error).__name__, where=[*way_to(error)])
        return safely(503 if isinstance(error, OSError) and error.errno in FULL else 500)
