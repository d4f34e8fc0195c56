"""Serving the portal, and working through what the clock and the outbox ask for."""

import os
import signal
import sys
import threading

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade

from portal.config import ROOT, Settings
from portal.db import rights as db_rights
from portal.db.session import db
from portal.jobs import worker as jobs


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
    click.echo(welcome(settings, port))
    sys.stdout.flush()
    become_server(port, alone)


def become_server(port: int, alone: bool) -> None:
    """Go on as portal/server.py in this very process, so that nothing of the commands stays in memory.

    Nor does what is written for those who read the code: each process is 5 MB smaller without docstrings (-OO).
    """
    db.session.remove()
    db.engine.dispose()
    words = [sys.executable, "-OO", "-m", "portal.server", "--port", str(port), *(["--alone"] if alone else [])]
    beside = os.environ.get("PYTHONPATH")
    path = os.pathsep.join([str(ROOT), *([beside] if beside else [])])
    os.execve(words[0], words, {**os.environ, "PYTHONPATH": path})  # noqa: S606


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
