"""PostgreSQL: pg_dump from one moment of it, and pg_restore as one transaction."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from sqlalchemy import URL, Connection, text

from portal.backups.content import Content, content_of
from portal.backups.rules import Refused
from portal.db.session import db
from portal.files.stores import PIECE

PACKAGE = "On Debian: apt-get install postgresql-client"


def snapshot(target: Path) -> Content:
    """Dump one moment of the database; what was in it in that same moment. Raises Refused."""
    program = found("pg_dump")
    with in_no_hurry() as connection:
        moment = connection.scalar(text("SELECT pg_export_snapshot()"))
        content = content_of(connection)
        words = [program, "--format=custom", f"--snapshot={moment}", f"--file={target}", "--no-password"]
        done = subprocess.run(  # noqa: S603
            [*words, f"--dbname={address(db.engine.url)}"],
            env=surroundings(db.engine.url),
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise Refused(f"pg_dump did not copy the database. It said: {trouble(done.stderr)}")
    return content


def put_back(source: IO[bytes]) -> Content:
    """Fill the empty database, all or nothing, as whoever DATABASE_URL names; what is in it then. Raises Refused."""
    words = [found("pg_restore"), "--single-transaction", "--no-owner", "--no-privileges", "--no-password"]
    db.engine.dispose()
    with TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603
            [*words, f"--dbname={address(db.engine.url)}"],
            env=surroundings(db.engine.url),
            stdin=subprocess.PIPE,
            stdout=said,
            stderr=said,
        )
        feed(process, source)
        said.seek(0)
        last = trouble(said.read().decode("utf-8", "replace"))
    if process.returncode:
        raise Refused(f"pg_restore did not fill the database. It said: {last}")
    with in_no_hurry() as connection:
        return content_of(connection)


def feed(process: subprocess.Popen[bytes], source: IO[bytes]) -> None:
    """Give a program all of a source, and wait until it ends."""
    assert process.stdin
    try:
        # One that has seen enough says why, and ends.
        with suppress(BrokenPipeError), process.stdin:
            while piece := source.read(PIECE):
                process.stdin.write(piece)
    except BaseException:
        process.kill()
        raise
    finally:
        process.wait()


@contextmanager
def in_no_hurry() -> Iterator[Connection]:
    """One moment of the database, for as long as it takes: a copy may take longer than anybody waits for a page."""
    with db.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        connection.connection.driver_connection.patience = None  # type: ignore[union-attr]
        connection.exec_driver_sql("SET statement_timeout = 0")
        connection.exec_driver_sql("SET idle_in_transaction_session_timeout = 0")
        try:
            yield connection
        finally:
            connection.invalidate()


def found(program: str) -> str:
    """Where one of PostgreSQL's own programs is. Raises Refused with what brings it."""
    path = shutil.which(program)
    if path is None:
        raise Refused(f"{program} is missing, which is PostgreSQL’s own program for this. {PACKAGE}")
    return path


def address(url: URL) -> str:
    """Where the database is, without the password: everybody on a machine can read the words of a command."""
    query = {name: value for name, value in url.query.items() if name != "password"}
    return str(URL.create("postgresql", url.username, None, url.host, url.port, url.database, query))


def surroundings(url: URL) -> dict[str, str]:
    """What the programs are told that nobody else may read."""
    password = url.password or url.query.get("password")
    return {**os.environ, **({"PGPASSWORD": str(password)} if password else {})}


def trouble(said: str) -> str:
    """What one of PostgreSQL's programs found wrong, of all that it said."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return next((line for line in lines if "error:" in line), lines[-1] if lines else "nothing.")
