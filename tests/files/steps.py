"""Short ways through giving a document and looking at it, for tests."""

import io
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from flask import current_app

from portal.db.session import action, db
from portal.files import storage
from portal.files.checking import check
from portal.files.models import File
from portal.files.preparing import prepare_next, tell
from portal.files.receiving import Upload, copy
from portal.files.rules import kept_name
from portal.history.actions import move
from portal.organisations import document_queries, documents
from portal.organisations.models import Document
from portal.permissions import PORTAL, Someone
from tests.files.samples import GOOD
from tests.organisations.walking import home


@contextmanager
def upload(code: str = "pdf", content: bytes | None = None) -> Iterator[Upload]:
    """A good file of that format, as a view has it."""
    name, make = GOOD[code]
    with TemporaryFile() as file:
        copy(io.BytesIO(make() if content is None else content), file)
        found = check(file, name)
        yield Upload(file, kept_name(name, found), found)


def give(by: Someone, sort: str = "governing", key: str = "amina", code: str = "pdf", **more: Any) -> Document:
    """Give a document for the organisation of one of the cast."""
    organisation = home(key)
    there = document_queries.one(organisation, sort)
    read = there.document.ref if there.document else ""
    ends = more.pop("ends", None)
    with upload(code, **more) as sent:
        return documents.give(organisation, there.sort, sent, ends, read, by=by)


def look_at_all() -> int:
    """Have the worker look at every file that is due; how many it settled."""
    count = 0
    while prepare_next():
        count += 1
    return count


def file_of(document: Document) -> File:
    """The file of a document, as it stands now."""
    db.session.rollback()
    return db.session.get_one(File, db.session.get_one(Document, document.id).file_id)


def content(file: File) -> bytes:
    """What lies in the store of a file."""
    return b"".join(storage.pieces(file.key))


def folder() -> Path:
    """Where this installation's files lie."""
    found: Path = current_app.extensions["portal_settings"].filing.folder
    return found


def lying() -> set[str]:
    """The keys of all that lies in the store."""
    return {stored.key for stored in storage.store().all()}


@contextmanager
def scanner_that_says(answer: bytes, folder: Path) -> Iterator[Path]:
    """A socket on which something answers every question with these bytes, or hangs up where there are none."""
    path = folder / "scanner"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        stop = threading.Event()

        def serve() -> None:
            while not stop.is_set():
                line, _ = server.accept()
                with line:
                    seen = b""
                    while not stop.is_set() and not seen.endswith(b"\0\0\0\0") and seen != b"zPING\0":
                        if not (piece := line.recv(65_536)):
                            break
                        seen += piece
                    # Who has heard enough may have gone.
                    with suppress(BrokenPipeError):
                        line.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield path
        finally:
            stop.set()
            with socket.socket(socket.AF_UNIX) as last:
                last.connect(str(path))
            thread.join(5)


def stop_file(file: File, verb: str) -> None:
    """Let a file not pass, as the worker does."""
    with action() as session:
        there = session.get_one(File, file.id)
        move(there, verb, by=PORTAL, scanned=1, cleaned=0)
        tell(there)
    db.session.rollback()
