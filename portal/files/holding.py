"""While a backup is made nothing is deleted from the store, so that each file its database names can be copied."""

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from flask import current_app
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from portal.db.session import db
from portal.files import storage

ROOM, NUMBER = 0x6A7464, 1
"""The two numbers of PostgreSQL's advisory lock that a backup holds; every process on every machine sees it."""
TAKE = text("SELECT pg_try_advisory_lock(:room, :number)")
LET_GO = text("SELECT pg_advisory_unlock(:room, :number)")
IS_TAKEN = text(
    "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = :room"
    " AND objid = :number AND objsubid = 2"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"
)
NUMBERS = {"room": ROOM, "number": NUMBER}
TRIES, PAUSE = 20, 0.1


class Held(Exception):
    """Somebody holds already: another backup is being made."""


@contextmanager
def hold() -> Iterator[None]:
    """Hold up every deletion for as long as this lasts, or until this process dies. Raises Held.

    Whoever deletes writes down first that a file is used no more, and then looks here. So a snapshot of the database
    that is taken inside names no file that somebody still deletes.
    """
    if db.engine.dialect.name == "sqlite":
        with open(lock_file(), "a+b") as file:
            insist(lambda: is_locked(file))
            yield
        return
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # It says nothing for as long as the backup takes, and is of no use to anybody afterwards.
        connection.connection.driver_connection.patience = None  # type: ignore[union-attr]
        try:
            insist(lambda: bool(connection.scalar(TAKE, NUMBERS)))
            yield
            # A line that is only closed keeps its lock until PostgreSQL finds out; one that is dead has none any more.
            with suppress(SQLAlchemyError):
                connection.execute(LET_GO, NUMBERS)
        finally:
            connection.invalidate()


def insist(take: Callable[[], bool]) -> None:
    """Try for two seconds: somebody may only be looking, or have been killed this very moment. Raises Held."""
    for _ in range(TRIES):
        if take():
            return
        time.sleep(PAUSE)
    raise Held()


def is_locked(file: IO[bytes]) -> bool:
    """Lock the file of this machine, where nobody else has."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_held() -> bool:
    """Whether a backup is being made."""
    if db.engine.dialect.name != "sqlite":
        with db.engine.connect() as connection:
            return bool(connection.scalar(IS_TAKEN, NUMBERS))
    try:
        with lock_file().open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def lock_file() -> Path:
    """SQLite's processes are all on this machine, and share the folder for data."""
    return storage.settings().instance / "backup.lock"


def held_up() -> list[str]:
    """The keys that this process was to delete while a backup was made."""
    found: list[str] = current_app.extensions.setdefault("portal_files_held_up", [])
    return found


def forget(key: str) -> bool:
    """Remove a file that no row names any more; once the backup is done, where one is being made.

    False where it is still there. Whatever a process held up when it died is left to the sweeper.
    """
    if is_held():
        held_up().append(key)
        return False
    return storage.forget(key)


def forget_held_up() -> int:
    """Remove what was held up, once the backup is done; how many files."""
    keys = held_up()
    if not keys or is_held():
        return 0
    count = 0
    while keys:
        count += storage.forget(keys.pop())
    return count
