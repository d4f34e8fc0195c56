"""How long the portal waits for PostgreSQL: a line that swallows what it is given must not hold up whoever waits."""

from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.errors import _WaitTimeout
from sqlalchemy import Engine, event

Answer = TypeVar("Answer")

CONNECT_SECONDS = 3
STATEMENT_SECONDS, LOCK_SECONDS, ANSWER_SECONDS = 16, 13, 18
"""PostgreSQL itself gives up first; what it cannot say, because the line is dead, is found out just after."""
IDLE_SECONDS = 30
"""How long PostgreSQL keeps the locks of somebody who says nothing more, because their line is dead."""
OPTIONS = " ".join(
    (
        f"-c statement_timeout={STATEMENT_SECONDS}s",
        f"-c lock_timeout={LOCK_SECONDS}s",
        f"-c idle_in_transaction_session_timeout={IDLE_SECONDS}s",
        "-c timezone=utc",
    )
)


class Patient(psycopg.Connection[Any]):
    """A connection that gives up on an answer which does not come, and is of no more use then."""

    patience: float | None = ANSWER_SECONDS

    def wait(self, gen: PQGen[Answer], interval: float = 0.1, timeout: float | None = None) -> Answer:
        """Wait for PostgreSQL. Raises OperationalError when it says nothing for too long."""
        if timeout is not None:
            return super().wait(gen, interval, timeout)
        try:
            return super().wait(gen, interval, self.patience)
        except _WaitTimeout:
            self.close()
            raise psycopg.OperationalError(f"no answer within {self.patience} seconds") from None


def wait_patiently(engine: Engine) -> None:
    """Have every connection of this engine give up in time."""

    @event.listens_for(engine, "do_connect")
    def connect(_dialect: object, _record: object, words: list[Any], names: dict[str, Any]) -> Patient:
        return Patient.connect(*words, **names)
