"""PostgreSQL's driver, made to give up on an answer that does not come. Imported only where PostgreSQL is used."""

from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.errors import _WaitTimeout
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from portal.db.patience import ANSWER_SECONDS

Answer = TypeVar("Answer")


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


class PatientPostgres(PGDialect_psycopg):
    """SQLAlchemy's way with psycopg, over patient connections."""

    supports_statement_cache = True

    def connect(self, *words: Any, **names: Any) -> Any:
        """A new connection that gives up in time."""
        return Patient.connect(*words, **names)
