"""What a browser sent as a file, looked at before it is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

from flask import request

from portal.files.checking import check
from portal.files.faults import Fault
from portal.files.rules import Format, kept_name
from portal.files.stores import PIECE
from portal.kit.errors import Invalid


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that may be kept: what is in it, what it is called, and what it is."""

    stream: IO[bytes]
    name: str
    format: Format


@contextmanager
def received(field: str = "file") -> Iterator[Upload]:
    """The file of a form's field, for as long as it is worked with. Raises Invalid with a sentence on what to do."""
    sent = request.files.get(field)
    name = (sent.filename or "") if sent else ""
    with TemporaryFile() as file:
        if sent:
            copy(sent.stream, file)
        try:
            found = check(file, name)
        except Fault as fault:
            raise Invalid({field: fault.sentence}) from fault
        yield Upload(file, kept_name(name, found), found)


def copy(source: IO[bytes], target: IO[bytes]) -> None:
    """Put it into a file of the machine, so that none of it has to be in memory."""
    source.seek(0)
    while piece := source.read(PIECE):
        target.write(piece)
    target.flush()
