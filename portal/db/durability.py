"""In production the portal starts only on a database that has written down what it says it has."""

from typing import Any

import structlog
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from portal.kit.errors import Misconfigured

log = structlog.get_logger()

FULL = 2
POSTGRES = (
    ("fsync", "it would lose what it promised when the power fails"),
    ("synchronous_commit", "it would answer before it has written"),
)
"""What PostgreSQL must not have switched off, and why."""


def insist(engine: Engine) -> None:
    """Look at every new connection, and refuse one that keeps no promises. Raises Misconfigured when the first one is.

    A database that does not answer yet is waited for: pages say so meanwhile, and the first connection is looked at.
    """
    look = sqlite_fault if engine.dialect.name == "sqlite" else postgres_fault

    @event.listens_for(engine, "connect")
    def refuse(connection: Any, _record: object) -> None:
        if fault := look(connection):
            connection.close()
            raise OperationalError("", {}, Misconfigured(fault))

    try:
        engine.connect().close()
    except OperationalError as error:
        if isinstance(error.orig, Misconfigured):
            raise error.orig from None
        log.error("database away", says=str(error.orig).strip().split("\n")[0])
    finally:
        engine.dispose()


def sqlite_fault(connection: Any) -> str | None:
    """What is wrong with this SQLite file: each commit has to reach the disk, and readers must not wait for writers."""
    (level,) = connection.execute("PRAGMA synchronous").fetchone()
    if level < FULL:
        return f"DATABASE_URL: SQLite syncs at level {level}, so a power cut would lose work. Expected: FULL."
    (journal,) = connection.execute("PRAGMA journal_mode").fetchone()
    if journal != "wal":
        return f"DATABASE_URL: SQLite keeps its journal as “{journal}”. Expected: a file on a disk of this machine."
    return None


def postgres_fault(connection: Any) -> str | None:
    """What is wrong with this PostgreSQL."""
    with connection.cursor() as cursor:
        for name, why in POSTGRES:
            (there,) = cursor.execute("SELECT current_setting(%s)", (name,)).fetchone()
            if there == "off":
                connection.rollback()
                return f"DATABASE_URL: PostgreSQL has {name} off, so {why}. Expected: {name} = on."
    connection.rollback()
    return None
