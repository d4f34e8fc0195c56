"""A line to the portal that breaks in the middle of what is sent: once or as often as wanted, then it holds."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

PIECE = 16_384


@dataclass
class Line:
    """Breaks after so many bytes of one connection; `broken` counts how often it did."""

    target: tuple[str, int]
    after: int
    times: int
    broken: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, browser: socket.socket) -> None:
        """Both ways, until one side is done or the line breaks."""
        with browser, socket.create_connection(self.target) as portal:
            back = threading.Thread(target=self.back, args=(portal, browser), daemon=True)
            back.start()
            sent = 0
            while piece := self.piece(browser):
                sent += len(piece)
                if sent > self.after and self.breaks():
                    linger = struct.pack("ii", 1, 0)
                    browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    return
                portal.sendall(piece)
            portal.shutdown(socket.SHUT_WR)
            back.join(20)

    def breaks(self) -> bool:
        """Whether it is to break once more."""
        with self.lock:
            if self.broken >= self.times:
                return False
            self.broken += 1
            return True

    @staticmethod
    def piece(end: socket.socket) -> bytes:
        """What comes next; nothing where the other side is gone."""
        try:
            return end.recv(PIECE)
        except OSError:
            return b""

    def back(self, portal: socket.socket, browser: socket.socket) -> None:
        """What the portal answers."""
        while piece := self.piece(portal):
            try:
                browser.sendall(piece)
            except OSError:
                return


@contextmanager
def breaking(url: str, *, after: int, times: int) -> Iterator[tuple[str, Line]]:
    """The address of a line to that portal, and the line."""
    parts = urlsplit(url)
    line = Line((parts.hostname or "", parts.port or 0), after, times)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    browser, _ = server.accept()
                except OSError:
                    return
                threading.Thread(target=line.carry, args=(browser,), daemon=True).start()

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", line
        server.shutdown(socket.SHUT_RDWR)
