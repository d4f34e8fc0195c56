"""The headers on every answer, and one line of log for each request."""

import secrets
import time

import structlog
from flask import Flask, Response, g, request

from portal.web import logs
from portal.web.identity import known

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)
FIXED = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
TLS = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
log = structlog.get_logger()


def fixed(*, secure: bool) -> dict[str, str]:
    """The headers that are the same on every answer, files included."""
    return FIXED | TLS if secure else FIXED


def set_up(app: Flask, *, secure: bool) -> None:
    """Stamp each request with an id, and each answer with its headers; write one line of log for it.

    The id is ours alone: one that comes with a request is not read, so that nobody writes into the log.
    """

    same_for_all = fixed(secure=secure)

    @app.before_request
    def stamp() -> None:
        g.request_id = secrets.token_hex(6)
        g.started = time.perf_counter()
        logs.begin(g.request_id)

    @app.after_request
    def cover(response: Response) -> Response:
        for name, value in same_for_all.items():
            response.headers.setdefault(name, value)
        if not response.cache_control.immutable:
            response.vary.update(("HX-Request-Type", "Cookie", "Accept-Language"))
        if "Cache-Control" not in response.headers:
            private = request.endpoint is None or response.status_code >= 400 or signed_in()
            response.headers["Cache-Control"] = "no-store" if private else "private, no-cache"
        response.headers["X-Request-Id"] = g.get("request_id", "")
        took = round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1)
        log.info(
            "request",
            method=request.method if request.method in METHODS else "other",
            route=str(request.url_rule) if request.url_rule else None,
            status=response.status_code,
            ms=took,
            statements=logs.statements(),
        )
        return response

    @app.teardown_request
    def end(_error: BaseException | None) -> None:
        logs.end()


def signed_in() -> bool:
    """Whether this answer is for somebody signed in, be it only half."""
    return known() is not None
