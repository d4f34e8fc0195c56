"""The portal on a port of its own, for as long as a test needs it: what browsers and busy clients talk to."""

import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

PATIENCE = 10
"""Seconds that an answer may take for which nobody waits any more."""


class Quiet(WSGIRequestHandler):
    """Writes no line for each request."""

    protocol_version = "HTTP/1.1"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """The portal has a log of its own."""


class Counting:
    """An app that knows how many requests it is answering.

    A browser that has left does not wait for its answer. Who takes the database away meanwhile would leave that answer
    with a connection that nobody closes.
    """

    def __init__(self, app: Flask) -> None:
        self.app, self.busy, self.changed = app, 0, threading.Condition()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """One request, until its answer begins: what it held of the database is given back by then."""
        self.count(1)
        try:
            return self.app(environ, start_response)
        finally:
            self.count(-1)

    def count(self, more: int) -> None:
        """One more, or one less."""
        with self.changed:
            self.busy += more
            self.changed.notify_all()

    def wait(self) -> bool:
        """Wait until everything is answered; whether it was in time."""
        with self.changed:
            return self.changed.wait_for(lambda: not self.busy, PATIENCE)


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """Serve an app on a free port of this machine, a thread for each request; yields its address."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    counting = Counting(app)
    server = make_server("127.0.0.1", 0, counting, threaded=True, request_handler=Quiet)
    server.daemon_threads = True  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join(PATIENCE)
        server.server_close()
        counting.wait()
