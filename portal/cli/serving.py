"""The server's processes: how they start and stop, and what they share so that two weigh little more than one."""

import contextlib
import ctypes
import gc
import multiprocessing
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

import structlog
from flask import Flask, g
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import configure_mappers
from werkzeug.test import create_environ

from portal.cli.stopping import hear_asleep, listen_from_the_start
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
    ).serve(target_loader=partial(hearing, site) if forks else None, wrap_loader=False)


def hearing(site: Flask) -> Flask:
    """The site, in the process that is to serve it."""
    hear_asleep()
    return site


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
