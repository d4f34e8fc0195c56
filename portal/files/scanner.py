"""Asking ClamAV whether there is a virus in a file, by the INSTREAM of its daemon (man clamd)."""

import socket
import struct
from typing import IO

from portal.files.stores import PIECE
from portal.filing import Scanner

SECONDS = 30
ANSWER_MOST = 4_096


class ScannerAway(Exception):
    """The scanner does not answer, or not as one does."""


def is_clean(there: Scanner, file: IO[bytes]) -> bool:
    """Whether the scanner finds nothing in a file. Raises ScannerAway."""
    file.seek(0)
    try:
        with connected(there) as line:
            line.sendall(b"zINSTREAM\0")
            while piece := file.read(PIECE):
                line.sendall(struct.pack(">I", len(piece)) + piece)
            line.sendall(struct.pack(">I", 0))
            said = answer(line)
    except OSError as error:
        raise ScannerAway(type(error).__name__) from error
    if said == "stream: OK":
        return True
    if said.startswith("stream: ") and said.endswith(" FOUND"):
        return False
    raise ScannerAway(said)


def is_there(there: Scanner) -> bool:
    """Whether the scanner answers."""
    try:
        with connected(there) as line:
            line.sendall(b"zPING\0")
            return answer(line) == "PONG"
    except OSError:
        return False


def connected(there: Scanner) -> socket.socket:
    """A line to the scanner that gives up in time. Raises OSError."""
    if there.host:
        return socket.create_connection((there.host, there.port), timeout=SECONDS)
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(SECONDS)
    try:
        line.connect(there.socket)
    except OSError:
        line.close()
        raise
    return line


def answer(line: socket.socket) -> str:
    """What the scanner says, up to the zero that ends it."""
    said = b""
    while not said.endswith(b"\0") and len(said) < ANSWER_MOST:
        piece = line.recv(ANSWER_MOST)
        if not piece:
            break
        said += piece
    return said.rstrip(b"\0").decode("utf-8", "replace").strip()
