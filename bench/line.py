"""The line between the portal and PostgreSQL, with somebody's hand on it: it can be cut, go dead, or turn slow."""

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

CHUNK = 65536
SLOW_SECONDS = 0.2
RESET = struct.pack("ii", 1, 0)
"""A socket that is closed with this is not closed politely: the other side gets a reset."""


class Way(Enum):
    """What becomes of what is sent."""

    OPEN = "it passes"
    SLOW = "it passes late"
    DEAD = "it is swallowed, and nobody is told"
    CUT = "there is no line"


class Line:
    """A port of this machine that leads to PostgreSQL's socket."""

    def __init__(self, target: Path) -> None:
        self.target, self.way = target, Way.OPEN
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listening.getsockname()[1]
        self.ends: set[socket.socket] = set()
        threading.Thread(target=self.take, daemon=True).start()

    def take(self) -> None:
        """Take connections until closed."""
        with contextlib.suppress(OSError):
            while True:
                near, _ = self.listening.accept()
                far = socket.socket(socket.AF_UNIX)
                try:
                    if self.way is Way.CUT:
                        raise ConnectionRefusedError
                    far.connect(str(self.target))
                except OSError:
                    self.reset(near)
                    far.close()
                    continue
                self.ends |= {near, far}
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self.carry, args=(one, other), daemon=True).start()

    def carry(self, one: socket.socket, other: socket.socket) -> None:
        """Carry what one end says to the other."""
        with contextlib.suppress(OSError):
            while chunk := one.recv(CHUNK):
                while self.way is Way.DEAD:
                    time.sleep(0.02)
                if self.way is Way.SLOW:
                    time.sleep(SLOW_SECONDS)
                other.sendall(chunk)
        for end in (one, other):
            self.ends.discard(end)
            self.end(end)

    def turn(self, way: Way) -> None:
        """Change what becomes of what is sent; a cut ends every connection at once."""
        self.way = way
        if way is Way.CUT:
            for end in list(self.ends):
                self.reset(end)

    @classmethod
    def reset(cls, end: socket.socket) -> None:
        """End a connection as a cut does."""
        with contextlib.suppress(OSError):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        cls.end(end)

    @staticmethod
    def end(end: socket.socket) -> None:
        """End a connection, though somebody else may be listening to it just now."""
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()


@contextmanager
def line_to(target: Path) -> Iterator[Line]:
    """A line for as long as the block lasts."""
    line = Line(target)
    try:
        yield line
    finally:
        line.listening.close()
        line.turn(Way.CUT)
