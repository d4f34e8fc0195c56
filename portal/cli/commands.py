"""Serving the portal, and working through what the clock and the outbox ask for."""

import contextlib
import gc
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from portal.config import ROOT, Settings
from portal.db import rights as db_rights
from portal.db.session import db
from portal.jobs import worker as jobs

PATIENCE = 35
"""Seconds that a process which is told to stop may take for what it is answering; no request takes longer than 30."""
LOG = {
    "handlers": {
        "console": {"class": "portal.web.logs.Lines"},
        "access": {"class": "logging.NullHandler"},
    }
}
"""The server's own words as lines like the portal's."""


@click.command()
@with_appcontext
def worker() -> None:
    """Send letters and run the jobs of the clock, until stopped. Any number of these may run at once."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    jobs.run(stop)


@click.command()
@click.option("--port", default=5000, show_default=True, help="Where to listen, on this machine alone.")
@click.option("--prepare", is_flag=True, help="First bring the database up to date, and load the demonstration.")
@click.option("--alone", is_flag=True, help="Without a worker beside it, where workers are started by themselves.")
@click.pass_context
@with_appcontext
def serve(context: click.Context, port: int, prepare: bool, alone: bool) -> None:
    """Serve the portal at 127.0.0.1, with one worker beside it."""
    settings: Settings = current_app.extensions["portal_settings"]
    if prepare:
        upgrade()
    if prepare and settings.demo:
        context.invoke(current_app.cli.commands["demo"].commands["load"])  # type: ignore[attr-defined]
    with contextlib.nullcontext() if alone else worker_beside():
        click.echo(welcome(settings, port))
        listen(port, settings)


@contextlib.contextmanager
def worker_beside() -> Iterator[None]:
    """A worker for as long as the portal is served."""
    beside = subprocess.Popen([sys.executable, "-m", "flask", "--app", "portal.app", "worker"], cwd=ROOT)
    try:
        yield
    finally:
        beside.terminate()
        beside.wait(30)


def listen(port: int, settings: Settings) -> None:
    """Serve in a few processes with a few threads each, until stopped.

    TERM stops it once what it is answering is answered; HUP puts a new process in the place of each, one after the
    other. A process that dies is replaced. Each shares what is imported by now with this one.
    """
    # The collector would write into all of it, and so give each process a copy of its own.
    gc.collect()
    gc.freeze()
    os.register_at_fork(after_in_child=listen_to_nobody)
    Granian(
        "portal.site:create_site",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.processes,
        blocking_threads=settings.threads,
        workers_kill_timeout=PATIENCE,
        respawn_failed_workers=True,
        websockets=False,
        factory=True,
        log_access=False,
        log_dictconfig=LOG,
        log_level=LogLevels.warning,
    ).serve()


def listen_to_nobody() -> None:
    """A process that was just made stops when it is told to, before it has said itself what to do then.

    Otherwise it would have its parent's way, which is to tell its children: and having none, it would go on for ever.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def welcome(settings: Settings, port: int) -> str:
    """What the terminal says: what to open, and as whom to sign in."""
    here = f"http://127.0.0.1:{port}"
    lines = ["", f"  Join the Dots is at {here}", ""]
    if settings.demo:
        lines += [
            f"  Sign in:      {here}/sign-in  (each person of the demonstration is one press away)",
            f"  All e-mails:  {here}/demo/mail",
            "  Who is who:   .venv/bin/flask --app portal.app demo people",
            "",
            "  Try first:    Amina Yusuf writes an application; Ruth Shah scores; Joyce Adeyemi decides.",
        ]
    return "\n".join([*lines, "  Stop with Ctrl+C.", ""])


@click.command()
@click.argument("role")
@with_appcontext
def rights(role: str) -> None:
    """Give ROLE of PostgreSQL the least that the portal needs; run by the tables' owner, after each migration."""
    if db.engine.dialect.name != "postgresql":
        raise click.ClickException("SQLite knows no roles: whoever may write to its file may change all of it.")
    db_rights.give(db.session(), db.metadata, role)
    click.echo(f"{role} may now read and write what the portal needs, and no more.")


ALL = (worker, serve, rights)
