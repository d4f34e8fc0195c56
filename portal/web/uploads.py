"""Pages that take a file: how much may be sent to them, and what script asks on the way."""

from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any, TypeVar

from flask import Flask, Request, Response, request
from werkzeug.exceptions import RequestEntityTooLarge

View = TypeVar("View", bound=Callable[..., Any])

BODY_MOST = 16 * 1024 * 1024
"""The largest file with room to spare, so that one which is a little too large is told so beside its field."""
HEARD_MOST, PIECE = 20 * 1024 * 1024, 64 * 1024
"""How much of what is too large is read all the same, as much as nginx lets through; and how much at once."""
WAY = "X-Uploading"
"""Script that sends a file marks its request with this, and follows where the answer leads."""


class Received(Request):
    """A request that lets go of every file it was sent at its end, of one too whose line broke midway.

    Werkzeug closes the files of a form that came whole; half a one would lie open until memory is swept.
    """

    def _get_file_stream(self, *args: Any, **kwargs: Any) -> IO[bytes]:
        stream = super()._get_file_stream(*args, **kwargs)
        self.__dict__.setdefault("streams", []).append(stream)
        return stream

    def close(self) -> None:
        """Let go of what came with it."""
        super().close()
        for stream in self.__dict__.pop("streams", ()):
            stream.close()


def takes_file(view: View) -> View:
    """Mark a view whose form has a file in it."""
    view.takes_file = True  # type: ignore[attr-defined]
    return view


def set_up(app: Flask) -> None:
    """Let those pages be sent more than any other, before anything of a request is read.

    Script learns only where an answer leads, not what stands there: the browser opens that page itself, and so what is
    said once is said to its reader.
    """
    app.request_class = Received

    @app.before_request
    def make_room() -> Response | None:
        view = app.view_functions.get(request.endpoint or "")
        if getattr(view, "takes_file", False) and request.method == "POST":
            request.max_content_length = BODY_MOST
        if request.method == "GET" and WAY in request.headers:
            return Response(status=204)
        return None

    @app.after_request
    def hear_out(response: Response) -> Response:
        if response.status_code == 413:
            read_the_rest()
        return response


def read_the_rest() -> None:
    """Read what is left of what is too large, and keep nothing of it.

    Who is cut off while they still send never reads the answer: their browser says that the line broke, and nginx that
    the portal is not there.
    """
    request.max_content_length = HEARD_MOST
    # What says beforehand that it is more still is not waited for: nothing that nginx lets through is.
    with suppress(RequestEntityTooLarge):
        while request.stream.read(PIECE):
            pass
