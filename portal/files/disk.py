"""Files on a disk of this machine, outside of what is served: written once, synced, and never over another."""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from portal.files.stores import PIECE, Lost, Stored

HALF = ".half"


class Reading:
    """The pieces of a file, which is opened for the first one and closed after the last, or by who wants no more.

    Raises FileNotFoundError where there is none, before anything is answered.
    """

    def __init__(self, path: Path) -> None:
        path.stat()
        self.path = path
        self.source: IO[bytes] | None = None

    def __iter__(self) -> "Reading":
        return self

    def __next__(self) -> bytes:
        self.source = self.source or self.path.open("rb")
        piece = self.source.read(PIECE) if not self.source.closed else b""
        if len(piece) < PIECE:
            self.close()
        if not piece:
            raise StopIteration
        return piece

    def close(self) -> None:
        """Be done with it, read to its end or not."""
        if self.source:
            self.source.close()


class Disk:
    """A folder. A file gets its name only once all of it is on the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, key: str) -> Path:
        """Where a file lies: in one of 4,096 folders, so that none grows long."""
        return self.folder / key[:2].lower() / key

    def put(self, key: str, source: IO[bytes]) -> None:
        """Keep what is in the source, whole or not at all. Raises OSError, FileExistsError for a key that is taken."""
        source.seek(0)
        path = self.path(key)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        half = path.with_name(path.name + HALF)
        try:
            with open(half, "xb", opener=private) as target:
                while piece := source.read(PIECE):
                    target.write(piece)
                target.flush()
                os.fsync(target.fileno())
            os.link(half, path)
            sync(path.parent)
        finally:
            half.unlink(missing_ok=True)

    def pieces(self, key: str) -> Iterator[bytes]:
        """What is in a file, a little at a time. Raises Lost where there is none, before the first piece."""
        try:
            return Reading(self.path(key))
        except FileNotFoundError as error:
            raise Lost(key) from error

    def delete(self, key: str) -> None:
        """Remove a file; one that is gone stays gone."""
        self.path(key).unlink(missing_ok=True)

    def all(self) -> Iterator[Stored]:
        """Every file, those included that were never finished."""
        for path in self.folder.glob("*/*"):
            try:
                changed = path.stat().st_mtime
            except FileNotFoundError:
                continue
            yield Stored(path.name, dt.datetime.fromtimestamp(changed, dt.UTC))


def private(path: str, flags: int) -> int:
    """Open a file that only the portal's own user can read."""
    return os.open(path, flags, 0o600)


def sync(folder: Path) -> None:
    """Have the disk write down the names in a folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
