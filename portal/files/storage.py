"""The store of this installation: one setting says which, and nothing above this room knows."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import IO

import structlog
from flask import current_app

from portal import filing
from portal.config import Settings
from portal.files.disk import Disk
from portal.files.stores import PIECE, Lost, Store
from portal.kit.errors import Away, NotThere
from portal.kit.refs import new_id

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Laid:
    """What was put into the store: where, how large it is in bytes, and its SHA-256."""

    key: str
    size: int
    digest: str


def store() -> Store:
    """The store of this process, made when it is first used."""
    there = current_app.extensions.get("portal_files")
    if there is None:
        chosen = current_app.extensions["portal_settings"].filing
        there = bucket(chosen.bucket) if chosen.bucket else Disk(chosen.folder)
        current_app.extensions["portal_files"] = there
    found: Store = there
    return found


def bucket(there: filing.Bucket) -> Store:
    """A bucket; what speaks to it weighs 4 MB, which whoever keeps files on a disk does without."""
    found: Store = import_module("portal.files.bucket").Bucket(there)
    return found


def settings() -> Settings:
    """This installation's settings."""
    found: Settings = current_app.extensions["portal_settings"]
    return found


def lay(source: IO[bytes]) -> Laid:
    """Put a file into the store under a key that nobody can guess; it is there for good when this returns.

    Raises Away where the store is full or does not answer; nothing of the file is left then.
    """
    total = hashlib.sha256()
    size = source.seek(0, os.SEEK_END)
    source.seek(0)
    while piece := source.read(PIECE):
        total.update(piece)
    source.seek(0)
    laid = Laid(new_id(), size, total.hexdigest())
    try:
        store().put(laid.key, source)
    except OSError as error:
        log.error("files", did="put", error=type(error).__name__, errno=error.errno)
        raise Away() from error
    return laid


def pieces(key: str) -> Iterator[bytes]:
    """What is in a file, a little at a time. Raises NotThere, and Away where the store does not answer."""
    try:
        return store().pieces(key)
    except Lost as error:
        log.error("files", did="get", error="Lost")
        raise NotThere() from error
    except OSError as error:
        log.error("files", did="get", error=type(error).__name__)
        raise Away() from error


def forget(key: str) -> bool:
    """Remove a file from the store; False where the store does not answer, so that it stays for the sweeper."""
    try:
        store().delete(key)
    except OSError as error:
        log.error("files", did="delete", error=type(error).__name__)
        return False
    return True
