"""The log: one line of JSON for each thing, with the request it belongs to, and nothing that people typed."""

import json
import logging
import sys
from contextvars import ContextVar
from typing import Any

import structlog
from sqlalchemy import Engine, event

from portal.kit.dates import utc_now
from portal.kit.faults import way_to

PLAIN_SPOKEN = {"_granian"}
"""Who speaks of processes alone, so that even a message without values can be written down."""

asked: ContextVar[list[int] | None] = ContextVar("asked", default=None)
"""How many statements this request has sent to the database so far; None outside of requests."""


def set_up() -> None:
    """Have every line look alike, those of libraries included."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.JSONRenderer(),
        ]
    )
    root = logging.getLogger()
    if not any(isinstance(handler, Lines) for handler in root.handlers):
        root.addHandler(Lines(logging.WARNING))


class Lines(logging.Handler):
    """What libraries say through Python's logging, as lines like ours.

    The values of a message are left out, and so is an error's text, because either may quote what people typed.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        try:
            error = record.exc_info[1] if record.exc_info else None
            line: dict[str, Any] = structlog.contextvars.get_contextvars() | {
                "event": record.msg if record.args or record.name in PLAIN_SPOKEN else "library",
                "logger": record.name,
                "level": record.levelname.lower(),
                "timestamp": utc_now().isoformat(),
            }
            if error is not None:
                line |= {"error": type(error).__name__, "where": [*way_to(error)]}
            sys.stdout.write(json.dumps(line) + "\n")
        except Exception:
            self.handleError(record)


def begin(request_id: str) -> None:
    """Let all lines from here on say to which request they belong."""
    structlog.contextvars.bind_contextvars(request=request_id)
    asked.set([0])


def end() -> None:
    """The request is over."""
    structlog.contextvars.unbind_contextvars("request")
    asked.set(None)


def statements() -> int:
    """How many statements this request has sent so far."""
    counter = asked.get()
    return counter[0] if counter else 0


def count_statements(engine: Engine) -> None:
    """Count what each request asks the database, for its line in the log."""

    @event.listens_for(engine, "before_cursor_execute")
    def count(*_: object) -> None:
        counter = asked.get()
        if counter is not None:
            counter[0] += 1
