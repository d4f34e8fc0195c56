"""An archive: one tar file with the database, every stored file, and last its manifest. None of it is in memory."""

import datetime as dt
import hashlib
import io
import os
import tarfile
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from portal.backups.rules import DATABASE, MANIFEST, Manifest, Part, Refused, faults, is_name, read, written
from portal.files.disk import private
from portal.files.stores import PIECE

SHOWN = 5
"""How many faults of an archive are named."""
MANIFEST_MOST = 500_000_000


class Measured:
    """A source that counts and digests what is read of it."""

    def __init__(self, source: IO[bytes]) -> None:
        self.source, self.size, self.total = source, 0, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Some of it."""
        piece = self.source.read(size)
        self.size += len(piece)
        self.total.update(piece)
        return piece

    def part(self, name: str) -> Part:
        """What has been read by now."""
        return Part(name, self.size, self.total.hexdigest())


class Writer:
    """An archive in the making, readable by its owner alone."""

    def __init__(self, path: Path, at: dt.datetime) -> None:
        self.at = at.timestamp()
        self.file: IO[bytes] = open(path, "xb", opener=private)  # noqa: SIM115, `close` does
        self.tar = tarfile.TarFile(fileobj=self.file, mode="w", format=tarfile.PAX_FORMAT)

    def add(self, name: str, source: IO[bytes]) -> Part:
        """Put all of a source into it."""
        measured, entry = Measured(source), tarfile.TarInfo(name)
        entry.size, entry.mode, entry.mtime = source.seek(0, os.SEEK_END), 0o600, self.at
        source.seek(0)
        self.tar.addfile(entry, measured)
        # It would keep a list of all that is in it.
        self.tar.members.clear()  # type: ignore[attr-defined]
        return measured.part(name)

    def finish(self, manifest: Manifest) -> None:
        """Write down what is in it, and have the disk do so."""
        self.add(MANIFEST, io.BytesIO(written(manifest)))
        self.tar.close()
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()

    def close(self) -> None:
        """Be done with it, finished or not."""
        self.file.close()


def parts(path: Path) -> Generator[tuple[str, IO[bytes]], None, None]:
    """What is in an archive, in its order, each to be read before the next. Raises Refused for what cannot be one."""
    with tarfile.open(path, "r|") as archive:
        for entry in archive:
            source = archive.extractfile(entry) if entry.isreg() else None
            if source is None or not (entry.name == MANIFEST or is_name(entry.name)):
                raise Refused(f"{path} is no backup of the portal: “{entry.name[:80]}” is in it.")
            yield entry.name, source
            archive.members.clear()  # type: ignore[attr-defined]


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Say in a sentence what goes wrong while an archive is read. Raises Refused."""
    try:
        yield
    except (tarfile.TarError, EOFError) as error:
        raise Refused(f"{path} is no whole backup: it cannot be read to its end.") from error
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}.") from error


def check(path: Path) -> Manifest:
    """Read an archive to its end and hold everything in it against its manifest. Raises Refused with what is wrong."""
    found: dict[str, Part] = {}
    manifest = None
    with reading(path):
        for name, source in parts(path):
            if manifest or name in found:
                raise Refused(f"{path} is no whole backup: “{name}” is in it where nothing should be.")
            if name == MANIFEST:
                manifest = said_by(path, source.read(MANIFEST_MOST))
            else:
                found[name] = drained(name, source)
    if manifest is None:
        raise Refused(f"{path} is half a backup: it ends before its manifest, which is written last.")
    if wrong := faults(manifest, found):
        more = f" And {len(wrong) - SHOWN:,} more." if len(wrong) > SHOWN else ""
        raise Refused(f"{path} is damaged. {' '.join(wrong[:SHOWN])}{more}")
    return manifest


def said_by(path: Path, content: bytes) -> Manifest:
    """The manifest of an archive. Raises Refused."""
    try:
        return read(content)
    except Refused as error:
        raise Refused(f"{path} is damaged. {error}") from error


def drained(name: str, source: IO[bytes]) -> Part:
    """Read something to its end; what it is."""
    measured = Measured(source)
    while measured.read(PIECE):
        pass
    return measured.part(name)


@contextmanager
def database(path: Path) -> Iterator[IO[bytes]]:
    """The database in an archive, which is the first thing in it."""
    with closing(parts(path)) as found:
        name, source = next(found)
        if name != DATABASE:
            raise Refused(f"{path} is no backup of the portal: its database does not come first.")
        yield source
