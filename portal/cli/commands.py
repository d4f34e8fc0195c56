"""Serving the portal, and working through what the clock and the outbox ask for."""

import signal
import subprocess
import sys
import threading

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from portal.config import ROOT, Settings
from portal.jobs import worker as jobs

SERVERS = 2
THREADS = 4
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
@click.pass_context
@with_appcontext
def serve(context: click.Context, port: int, prepare: bool) -> None:
    """Serve the portal at 127.0.0.1, with one worker beside it."""
    settings: Settings = current_app.extensions["portal_settings"]
    if prepare:
        upgrade()
    if prepare and settings.demo:
        context.invoke(current_app.cli.commands["demo"].commands["load"])  # type: ignore[attr-defined]
    beside = subprocess.Popen([sys.executable, "-m", "flask", "--app", "portal.app", "worker"], cwd=ROOT)
    click.echo(welcome(settings, port))
    try:
        listen(port)
    finally:
        beside.terminate()
        beside.wait(30)


def listen(port: int) -> None:
    """Serve in two processes with a few threads each, until stopped."""
    Granian(
        "portal.site:create_site",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=SERVERS,
        blocking_threads=THREADS,
        websockets=False,
        factory=True,
        log_access=False,
        log_dictconfig=LOG,
        log_level=LogLevels.warning,
    ).serve()


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


ALL = (worker, serve)
