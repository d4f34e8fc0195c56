"""The server's processes: how they start and stop, and what they share so that two weigh little more than one."""

import contextlib
import ctypes
import gc
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import structlog
from flask import Flask, g
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import configure_mappers
from werkzeug.test import create_environ

from portal.config import ROOT, Settings
from portal.db.session import db

PATIENCE = 35
"""Seconds that a process which is told to stop may take for what it is answering; no request takes longer than 30."""
LOG = {
    "handlers": {
        "console": {"class": "portal.web.logs.Lines"},
        "access": {"class": "logging.NullHandler"},
    }
}
"""The server's own words as lines like the portal's."""
FIRST = ("/", "/sign-in")
"""Pages that anybody opens, and that between them use what nearly every page does."""
ARENAS_MOST, MAPPED_LEAST = (-8, 1), (-3, 65_536)
"""What glibc's `mallopt` is told (malloc.h): all threads share one heap, and from 64 KB on memory goes back at once."""
STOPS = (signal.SIGTERM, signal.SIGINT)
"""What tells a process to stop."""

log = structlog.get_logger()


def listen(site: Flask, port: int, settings: Settings) -> None:
    """Serve in a few processes with a few threads each, until stopped.

    TERM stops it once what it is answering is answered; HUP puts a new process in the place of each, one after the
    other. A process that dies is replaced. Each shares with this one what is there by now.
    """
    hold_little()
    warm(site)
    give_back()
    listen_from_the_start()
    forks = multiprocessing.get_start_method() == "fork"
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
    ).serve(target_loader=(lambda: site) if forks else None, wrap_loader=False)


@contextlib.contextmanager
def worker_beside() -> Iterator[None]:
    """A worker for as long as the portal is served."""
    beside = subprocess.Popen([sys.executable, "-m", "flask", "--app", "portal.app", "worker"], cwd=ROOT)
    try:
        yield
    finally:
        beside.terminate()
        beside.wait(30)


def hold_little() -> None:
    """Have glibc keep no heap for each thread, nor what large pieces were freed; another C library does as it does."""
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):
        for setting in (ARENAS_MOST, MAPPED_LEAST):
            library.mallopt(*setting)


def give_back() -> None:
    """Free what starting up has left, so that no process takes a copy of it along.

    The collector is not to look at the rest again: it would write into all of it, and so give each process its own.
    """
    gc.collect()
    library = ctypes.CDLL(None)
    if hasattr(library, "malloc_trim"):
        library.malloc_trim(0)
    gc.freeze()


def warm(site: Flask) -> None:
    """Do before the processes part what each of them would do at its first pages: read templates, map tables.

    A database that does not answer yet is left for later, as it is by pages. No connection outlives this, because two
    processes must not speak on the same one.
    """
    configure_mappers()
    for path in FIRST:
        with site.request_context(create_environ(path, site.extensions["portal_settings"].base_url)):
            g.someone = None
            try:
                site.preprocess_request() or site.dispatch_request()
            except SQLAlchemyError as error:
                log.warning("not warm", error=type(error).__name__)
                break
    db.session.remove()
    db.engine.dispose()


def listen_from_the_start() -> None:
    """See to it that a process that is just being made stops when it is told to, however early that is.

    Python forgets what it was told while it was being made. So that waits, until the process has a way of its own.
    """
    os.register_at_fork(before=hear_later, after_in_parent=hear_now, after_in_child=listen_to_nobody)


def hear_later() -> None:
    """Have a word to stop wait."""
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)


def hear_now() -> None:
    """Act on a word to stop: one that waits, and those to come."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)


def listen_to_nobody() -> None:
    """A process that was just made stops when it is told to, before it has said itself what to do then.

    Otherwise it would have its parent's way, which is to tell its children: and having none, it would go on for ever.
    """
    for stop in STOPS:
        signal.signal(stop, signal.SIG_DFL)
    hear_now()
