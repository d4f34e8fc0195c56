"""Every route says who may come in; a route that does not say it stops the start."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask, Response, current_app, request, url_for

from portal.kit.errors import Misconfigured, NotAllowed
from portal.kit.text import N_
from portal.permissions import Permission
from portal.web.htmx import is_htmx
from portal.web.identity import Keeper, Why, halfway, held_token, known, me
from portal.web.pages import away, tell

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Guard:
    """Who may open a route: `public`, `by_link` (the holder of a link for this purpose), `halfway` or `requires`."""

    kind: str
    permissions: frozenset[Permission] = frozenset()
    purpose: str = ""


OUT_KEPT = N_("You were signed out. What you typed is kept: sign in again, and go on.")
HALF_KEPT = N_("What you typed is kept. Finish signing in, and go on.")

PUBLIC = Guard("public")
HALFWAY = Guard("halfway")
NOT_KEPT = {"csrf_token", "_key", "authenticator_code", "recovery_code"}
"""Fields of a form that are worth nothing later, or that nobody should find written down."""


def requires(*permissions: Permission) -> Callable[[View], View]:
    """Only somebody signed in whose roles include any of these."""
    return mark(Guard("requires", frozenset(permissions)))


def by_link(purpose: str) -> Callable[[View], View]:
    """Only the holder of a link for this purpose; the view itself reads the link and answers 404 without it."""
    return mark(Guard("by_link", purpose=purpose))


def public(view: View) -> View:
    """Anybody."""
    return mark(PUBLIC)(view)


def by_halves(view: View) -> View:
    """Only somebody signed in, be it only half: the pages on which the second factor is given."""
    return mark(HALFWAY)(view)


def mark(guard: Guard) -> Callable[[View], View]:
    """Write the guard on the view, where the request and the tests find it."""

    def marked(view: View) -> View:
        view.guard = guard  # type: ignore[attr-defined]
        return view

    return marked


def guard_of(app: Flask, endpoint: str) -> Guard:
    """The guard of a route. Raises Misconfigured where there is none."""
    guard: Guard | None = getattr(app.view_functions[endpoint], "guard", None)
    if guard is None:
        raise Misconfigured(f"The route {endpoint} does not say who may open it.")
    return guard


def check_all(app: Flask) -> None:
    """Raises Misconfigured when any route is unguarded."""
    for rule in app.url_map.iter_rules():
        guard_of(app, rule.endpoint)


def watch(app: Flask) -> None:
    """Let nobody through to a view that its guard does not admit."""

    @app.before_request
    def admit() -> Response | None:
        if request.endpoint is None:
            return None
        guard = guard_of(app, request.endpoint)
        if guard.kind == "halfway":
            return None if known() else to_sign_in(keeps=False)
        if guard.kind != "requires":
            return None
        someone = me()
        if someone is None:
            return to_sign_in()
        if not guard.permissions & someone.permissions:
            raise NotAllowed()
        return None


def to_sign_in(*, keeps: bool = True) -> Response:
    """Send somebody to sign in first, or on to the second half of it, and back afterwards.

    htmx is told by header, because it follows redirects. Where the sign-in was ended for them, they read why.
    """
    where = "accounts.second_factor" if halfway() else "accounts.sign_in"
    say_why()
    if is_htmx():
        return Response(status=401, headers={"HX-Redirect": url_for(where)})
    if request.method != "POST":
        return away(url_for(where, next=request.full_path.rstrip("?")))
    return away(url_for(where, next=kept() if keeps else None))


def say_why() -> None:
    """Say why their sign-in was ended to somebody whose cookie is worth nothing any more."""
    why_ended: Why = current_app.extensions["portal_why_ended"]
    why = why_ended(held_token()) if held_token() and known() is None else None
    if why is not None:
        tell(why, "warning")


def kept() -> str | None:
    """Keep what was sent by somebody who is not signed in any more, or only half; the path where they find it again."""
    keep: Keeper = current_app.extensions["portal_keeper"]
    fields = [(name, value) for name, value in request.form.items(multi=True) if name not in NOT_KEPT]
    ref = keep(held_token(), request.full_path.rstrip("?"), fields) if held_token() else None
    if ref is None:
        return None
    tell(HALF_KEPT if halfway() else OUT_KEPT, "warning")
    return url_for("accounts.kept", ref=ref)
