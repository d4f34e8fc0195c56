"""Making a backup while the portal is in use: one moment of the database, then every file that it names."""

import datetime as dt
import errno
import os
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile

from sqlalchemy.exc import SQLAlchemyError

from portal.backups import postgres, sqlite
from portal.backups.archive import Writer
from portal.backups.content import Content, Named
from portal.backups.rules import DATABASE, FILES, MB, Manifest, Part, Refused, in_words
from portal.config import ROOT
from portal.db.session import db
from portal.files import storage
from portal.files.disk import sync
from portal.files.holding import Held, hold
from portal.files.stores import Lost
from portal.kit.dates import utc_now

NAME, HALF = "join-the-dots-", ".half-"
LEFT_MOST = dt.timedelta(days=1)
SPARE = 16 * MB
"""Room that is left besides what a backup is known to need."""


def make(to: Path) -> tuple[Path, Manifest]:
    """Make one archive of everything; where it is, and what is in it. `to` is its name, or the folder to put it in.

    It gets its name once it is whole and on the disk. Raises Refused, and leaves nothing behind then.
    """
    now = utc_now()
    target = target_of(to, now)
    try:
        with hold(), working_beside(target) as folder:
            clear_halves(target.parent, now)
            half = folder / "archive"
            manifest = fill(half, folder, now)
            os.rename(half, target)
        sync(target.parent)
    except Held as error:
        raise Refused("Another backup is being made just now.") from error
    except SQLAlchemyError as error:
        raise Refused("The database does not answer. No backup was made.") from error
    except OSError as error:
        raise Refused(trouble(target, error)) from error
    return target, manifest


def target_of(to: Path, now: dt.datetime) -> Path:
    """The name of the archive. Raises Refused for one that is taken, or where it would be among the files."""
    folder = to if to.is_dir() else to.parent
    target = (folder / f"{NAME}{now:%Y-%m-%dT%H%M%SZ}.tar" if to.is_dir() else to).absolute()
    if os.path.lexists(target):
        raise Refused(f"{target} is there already. A backup is never written over another: choose another name.")
    if not folder.is_dir():
        raise Refused(f"There is no folder {folder.absolute()}. Make it first, for whoever makes backups alone.")
    filing = storage.settings().filing
    if not filing.bucket and target.resolve().is_relative_to(filing.folder.resolve()):
        raise Refused(f"{target} is in the folder for files. A backup belongs elsewhere, best on another machine.")
    return target


def clear_halves(folder: Path, now: dt.datetime) -> None:
    """Remove what backups left behind a day ago or more that were killed, or whose machine was."""
    for half in folder.glob(f".{NAME}*{HALF}*"):
        if now.timestamp() - half.lstat().st_mtime > LEFT_MOST.total_seconds():
            shutil.rmtree(half, ignore_errors=True)


@contextmanager
def working_beside(target: Path) -> Iterator[Path]:
    """A folder beside the target that is gone afterwards, whatever happens."""
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}{HALF}", dir=target.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fill(half: Path, folder: Path, now: dt.datetime) -> Manifest:
    """Write an archive: the database, each file, the manifest."""
    dialect, copy = db.engine.dialect.name, folder / DATABASE
    found = (sqlite if dialect == "sqlite" else postgres).snapshot(copy)
    if not found.revision:
        raise Refused("There is nothing in the database yet. Run: flask db upgrade")
    insist_on_room(folder, copy.stat().st_size, found)
    archive = Writer(half, now)
    try:
        with copy.open("rb") as source:
            database = archive.add(DATABASE, source)
        copy.unlink()
        files, lost = add_files(archive, folder, found)
        version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
        made_at = now.isoformat(timespec="seconds")
        manifest = Manifest(made_at, version, found.revision, dialect, found.rows, database, files, lost)
        archive.finish(manifest)
    finally:
        archive.close()
    return manifest


def insist_on_room(folder: Path, database: int, found: Content) -> None:
    """Raises Refused where the rest of the archive has no room."""
    needed = database + sum(named.size for named in found.named) + SPARE
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise Refused(f"There is no room in {folder.parent}: {in_words(needed)} are needed, {in_words(free)} are free.")


def add_files(archive: Writer, folder: Path, found: Content) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Copy every file that the snapshot names; what was copied, and the references of those that are not as it says."""
    files, lost = [], []
    for named in found.named:
        part = add_file(archive, folder, named)
        if part:
            files.append(part)
        if part is None or (part.size, part.digest) != (named.size, named.digest):
            lost.append(named.ref)
    return tuple(files), tuple(lost)


def add_file(archive: Writer, folder: Path, named: Named) -> Part | None:
    """Copy one file; None where it is not in the store. Raises Refused where the store does not answer."""
    with SpooledTemporaryFile(max_size=MB, dir=str(folder)) as copy:
        try:
            for piece in storage.store().pieces(named.key):
                copy.write(piece)
        except Lost:
            return None
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise
            raise Refused("The store for files does not answer. No backup was made.") from error
        return archive.add(f"{FILES}{named.key}", copy)


def trouble(target: Path, error: OSError) -> str:
    """Why nothing could be written, in a sentence."""
    if error.errno == errno.ENOSPC:
        return f"There is no room left in {target.parent}. No backup was made."
    return f"{target} cannot be written: {error.strerror or error}. No backup was made."
