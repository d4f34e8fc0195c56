"""Who is asking. The areas say how a cookie becomes a person; only views and this room read it."""

import hashlib
import hmac
from collections.abc import Callable, Collection, Mapping

from flask import Response, current_app, g, request

from portal.kit.text import Say
from portal.permissions import Someone

Loader = Callable[[str], Someone | None]
Why = Callable[[str], Say | None]
"""Says why the sign-in of a cookie was ended, where its person should know."""
Keeper = Callable[[str, str, list[tuple[str, str]]], str | None]
"""Keeps a form for whoever held a cookie, by the path it was sent to; the reference under which they find it."""
Names = Callable[[Collection[int | None]], Mapping[int | None, str]]
"""What to call each of these people."""

OWN_DEVICE_DAYS = 30
TOKEN_MOST = 100
MARK_LENGTH = 20


def cookie_name() -> str:
    """The sign-in cookie's name; the prefix makes browsers keep it to this host and to TLS."""
    return "__Host-signed-in" if current_app.config["SESSION_COOKIE_SECURE"] else "signed-in"


def held_token() -> str:
    """What the sign-in cookie holds, be it worth anything or not; empty for none, and for what cannot be one."""
    token = request.cookies.get(cookie_name(), "")
    return token if len(token) < TOKEN_MOST else ""


def known() -> Someone | None:
    """Whoever holds the sign-in cookie, signed in whole or only half. Looked up once a request."""
    if "someone" not in g:
        load: Loader = current_app.extensions["portal_identity"]
        g.someone = load(held_token()) if held_token() else None
    someone: Someone | None = g.someone
    return someone


def me() -> Someone | None:
    """The person signed in with this request, or None; whoever still has to give the second factor is nobody yet."""
    someone = known()
    return None if someone is None or someone.is_half else someone


def halfway() -> Someone | None:
    """The person who has signed in by e-mail and still has to give the second factor, or None."""
    someone = known()
    return someone if someone is not None and someone.is_half else None


def person() -> Someone:
    """The person signed in, in views whose guard has made sure that there is one."""
    someone = me()
    if someone is None:
        raise RuntimeError("a view without a sign-in guard asked for the person signed in")
    return someone


def browser_mark() -> str:
    """Under what this person's own words lie in a browser: the same on every page, and it says nothing of them."""
    words = f"what is kept for {person().person_id}".encode()
    return hmac.new(str(current_app.secret_key).encode(), words, hashlib.sha256).hexdigest()[:MARK_LENGTH]


def names_of(ids: Collection[int | None]) -> Mapping[int | None, str]:
    """What to call each of these people, for rooms that stand below the one that knows them."""
    names: Names = current_app.extensions["portal_names"]
    return names(ids)


def remember(response: Response, token: str, *, own_device: bool) -> Response:
    """Put the sign-in cookie on an answer: for this browser session, or for 30 days on a person's own device."""
    response.set_cookie(
        cookie_name(),
        token,
        max_age=OWN_DEVICE_DAYS * 86400 if own_device else None,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return response


def forget(response: Response, *, own_device: bool) -> Response:
    """Take the sign-in cookie away, and have the browser drop what it may have kept of the portal's pages.

    On somebody's own device words that are not saved yet stay there for them (docs/decisions/0069).
    """
    response.headers["Clear-Site-Data"] = '"cache"' if own_device else '"cache", "storage"'
    response.delete_cookie(
        cookie_name(),
        path="/",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
    return response
