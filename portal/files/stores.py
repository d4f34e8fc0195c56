"""What every store of files can do, and what can go wrong with one."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Protocol

PIECE = 65_536


class Lost(Exception):
    """There is no file under this key."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One file in the store, and when it came."""

    key: str
    at: dt.datetime


class Store(Protocol):
    """A place for files. Any of these may raise OSError where the store is full, or away."""

    def put(self, key: str, source: IO[bytes]) -> None:
        """Keep what is in the source, whole or not at all, before this returns. A key is used once."""

    def pieces(self, key: str) -> Iterator[bytes]:
        """What is in a file, a little at a time. Raises Lost."""

    def delete(self, key: str) -> None:
        """Remove a file; one that is gone stays gone."""

    def all(self) -> Iterator[Stored]:
        """Every file there is."""
