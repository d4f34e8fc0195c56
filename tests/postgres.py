"""A PostgreSQL server of the tests' own, on Debian's programs: started for a run, gone after it.

It listens on a socket in its own folder, so there is no port to clash over and nobody else can reach it.
PostgreSQL refuses to run as root, so root starts it as the user `postgres` that Debian's package brings.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

# Tests may lose everything in a power cut; the ones that pull the plug ask for a durable server.
FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
PATIENCE = 20.0  # seconds
MEMORY, ROOM = Path("/dev/shm"), 4 * 1024**3


def programs() -> Path:
    """The folder of the newest PostgreSQL here. Raises RuntimeError, with the command that installs one."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if elsewhere := shutil.which("initdb"):
        found.append(Path(elsewhere).resolve().parent)
    if not found:
        raise RuntimeError("PostgreSQL is missing. On Debian: apt-get install postgresql")
    return max(found, key=lambda path: float(path.parent.name) if path.parent.name.isdigit() else 0)


class Server:
    """One PostgreSQL server in a folder of its own. It can be stopped, killed and started again."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        """Lay the server out in an empty folder; `durable` makes every commit reach the disk."""
        self.folder = folder
        self.durable = durable
        self.programs = programs()
        self.process: subprocess.Popen[bytes] | None = None
        self.line: psycopg.Connection[Any] | None = None
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        make = ("-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        if self.launch("initdb", *make).wait():
            raise RuntimeError("PostgreSQL could not be laid out:\n" + self.log())

    def launch(self, program: str, *args: str) -> subprocess.Popen[bytes]:
        """Start one of PostgreSQL's programs in the server's folder, as its own user when root asks."""
        own_user = "postgres" if os.geteuid() == 0 else None
        # A run that is killed cannot tidy up: with setpriv the kernel stops the server together with it.
        setpriv = shutil.which("setpriv")
        prefix = [setpriv, "--pdeathsig", "INT"] if setpriv else []
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [*prefix, str(self.programs / program), *args],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                user=own_user,
                group=own_user,
                extra_groups=[] if own_user else None,
            )

    def log(self) -> str:
        """What the server has said so far."""
        return (self.folder / "log").read_text(errors="replace")

    def start(self) -> None:
        """Start, and return when a connection has been answered. Raises RuntimeError with the log when none is."""
        settings = ["listen_addresses=", f"unix_socket_directories={self.folder}", "max_connections=200"]
        settings += [] if self.durable else FORGETFUL
        until = time.monotonic() + PATIENCE
        while not self.answers():
            if time.monotonic() > until:
                raise RuntimeError("PostgreSQL did not start:\n" + self.log())
            # After a kill the children take a moment to go, and the next server refuses to start meanwhile.
            if self.process is None or self.process.poll() is not None:
                self.process = self.launch("postgres", "-D", "data", *(f"--{setting}" for setting in settings))
            time.sleep(0.02)

    def answers(self) -> bool:
        """Whether the server takes a connection."""
        try:
            psycopg.connect(self.url("postgres")).close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self) -> None:
        """Stop in order, whoever is connected."""
        self.end(kill=False)

    def kill(self) -> None:
        """Pull the plug."""
        self.end(kill=True)

    def end(self, *, kill: bool) -> None:
        """End the server's process, if there is one."""
        if self.line:
            self.line.close()
            self.line = None
        if self.process:
            self.process.kill() if kill else self.process.send_signal(signal.SIGINT)
            self.process.wait(PATIENCE)
            self.process = None

    def url(self, name: str) -> str:
        """The address of one of its databases, as DATABASE_URL takes it."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def command(self, text: str, *names: str) -> None:
        """Carry out one command about whole databases, with their names put in for {}."""
        self.connection().execute(sql.SQL(text).format(*map(sql.Identifier, names)))

    def connection(self) -> psycopg.Connection[Any]:
        """The connection for such commands, the same one as long as the server runs."""
        if self.line is None:
            self.line = psycopg.connect(self.url("postgres"), autocommit=True)
        return self.line

    def create_database(self, name: str, template: str = "template0") -> str:
        """Make a database, as a copy of another to which nobody is connected, and return its address."""
        # Copying files takes half the time of going through the log, and less with fsync off.
        self.command("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", name, template)
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is connected to it."""
        self.see_off(name)
        self.command("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def see_off(self, name: str) -> None:
        """End whoever is connected to a database, and wait until they are gone.

        PostgreSQL would wait itself, but looks again only after a tenth of a second, and whoever has just hung up takes
        two or three thousandths to go.
        """
        until, connection = time.monotonic() + PATIENCE, self.connection()
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        there = "SELECT 1 FROM pg_stat_activity WHERE datname = %s LIMIT 1"
        while connection.execute(there, [name]).fetchone() and time.monotonic() < until:
            time.sleep(0.0005)


def roomy() -> str:
    """Where a server that may forget everything lies: in memory, where a database is copied for each test in a quarter
    of the time; on the disk of a machine that gives memory to nobody."""
    has_room = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return str(MEMORY) if has_room else "/tmp"


@contextmanager
def running_server(*, durable: bool = False) -> Iterator[Server]:
    """A server for as long as the block lasts; its folder goes with it."""
    # Not under root's home nor in pytest's folder: the user `postgres` could not enter those.
    home = "/tmp" if durable else roomy()
    with tempfile.TemporaryDirectory(prefix="jtd-pg-", dir=home, ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder), durable=durable)
        server.start()
        try:
            yield server
        finally:
            server.stop()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """One forgetful server for a whole run (each process of a parallel run has its own)."""
    with running_server() as server:
        yield server
