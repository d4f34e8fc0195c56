"""SQLite: a copy that SQLite itself makes while others write, and putting it in its place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import pysqlite3.dbapi2 as sqlite
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from portal.backups.content import Content, content_of
from portal.backups.rules import Refused
from portal.db.session import db
from portal.files.disk import private, sync
from portal.files.stores import PIECE


def snapshot(target: Path) -> Content:
    """Copy one moment of the database; what is in the copy. Raises Refused.

    VACUUM INTO reads in one transaction, so writers go on (WAL). It leaves behind pages that nothing uses any more, and
    so no text that was deleted stays readable in a backup.
    """
    os.close(private(str(target), os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    try:
        source = sqlite.connect(f"{place().as_uri()}?mode=ro", uri=True, timeout=20)
        try:
            source.execute("VACUUM INTO ?", (str(target),))
        finally:
            source.close()
    except sqlite.Error as error:
        raise Refused(f"SQLite could not copy its database: {error}.") from error
    with looking_at(target) as connection:
        return content_of(connection)


def put_back(source: IO[bytes]) -> Content:
    """Write a copy beside the database's place, look at it, and give it its name; what is in it. Raises Refused."""
    there = place()
    half = there.with_name(f"{there.name}.half")
    half.unlink(missing_ok=True)
    try:
        with open(half, "xb", opener=private) as target:
            while piece := source.read(PIECE):
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
        with looking_at(half) as connection:
            found = content_of(connection)
        db.engine.dispose()
        # The empty one that was there, with what stands beside it.
        for end in ("", "-wal", "-shm"):
            Path(f"{there}{end}").unlink(missing_ok=True)
        os.rename(half, there)
        sync(there.parent)
    except (OSError, sqlite.Error) as error:
        raise Refused(f"SQLite’s file could not be written: {error}.") from error
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
    return found


def place() -> Path:
    """Where the database lies. Raises Refused for one in memory."""
    name = db.engine.url.database
    if not name or name == ":memory:":
        raise Refused("DATABASE_URL names a database in memory, which is gone with its process.")
    return Path(name).resolve()


@contextmanager
def looking_at(path: Path) -> Iterator[Connection]:
    """A line to a copy, which nothing changes. Raises Refused where it is no sound database."""
    engine = create_engine(f"sqlite:///file:{path}?mode=ro&immutable=1&uri=true", module=sqlite, poolclass=NullPool)
    with engine.connect() as connection:
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
            raise Refused("The copy of SQLite’s database is not sound. Look at the disk of this machine.")
        yield connection
