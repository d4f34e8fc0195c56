"""Pages that take a file: how much may be sent to them, and what script asks on the way."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, Response, request

View = TypeVar("View", bound=Callable[..., Any])

BODY_MOST = 16 * 1024 * 1024
"""The largest file with room to spare, so that one which is a little too large is told so beside its field."""
WAY = "X-Uploading"
"""Script that sends a file marks its request with this, and follows where the answer leads."""


def takes_file(view: View) -> View:
    """Mark a view whose form has a file in it."""
    view.takes_file = True  # type: ignore[attr-defined]
    return view


def set_up(app: Flask) -> None:
    """Let those pages be sent more than any other, before anything of a request is read.

    Script learns only where an answer leads, not what stands there: the browser opens that page itself, and so what is
    said once is said to its reader.
    """

    @app.before_request
    def make_room() -> Response | None:
        view = app.view_functions.get(request.endpoint or "")
        if getattr(view, "takes_file", False) and request.method == "POST":
            request.max_content_length = BODY_MOST
        if request.method == "GET" and WAY in request.headers:
            return Response(status=204)
        return None
