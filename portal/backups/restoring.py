"""Putting a backup back on an empty machine: looked at whole before anything is touched, and again when it is there."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from sqlalchemy.exc import SQLAlchemyError

from portal.backups import archive, postgres, sqlite
from portal.backups.content import Content, is_empty
from portal.backups.making import SPARE
from portal.backups.resting import Laid, lay_to_rest, write_down
from portal.backups.rules import DATABASE, MANIFEST, MB, Manifest, Part, Refused, in_words, key_of, why_not_here
from portal.db.sealed import unreadable
from portal.db.session import db
from portal.files import storage
from portal.files.stores import PIECE, Lost
from portal.upkeep.health import newest_migration


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it; `is_older` is a database that has to be brought up to date, `sealed` what no key opens."""

    manifest: Manifest
    laid: Laid
    is_older: bool = False
    sealed: int = 0


def put_back(path: Path, *, moved: bool = False) -> Restored:
    """Put back everything in an archive. Raises Refused, before anything is touched where that can be known before.

    Files come first and the database last, because the database is there whole or not at all: a restore that broke
    off leaves an empty database.
    """
    manifest = archive.check(path)
    newest = newest_migration() or ""
    if reason := why_not_here(manifest, db.engine.dialect.name, newest):
        raise Refused(f"{path} cannot be put back here. {reason}")
    insist_on_nothing()
    insist_on_room(manifest)
    try:
        with files_put(path, manifest):
            found = put_database(path)
        look_again(manifest, found)
    except SQLAlchemyError as error:
        raise Refused("The database does not answer.") from error
    laid = lay_to_rest(moved=moved)
    if manifest.revision < newest:
        return Restored(manifest, laid, is_older=True)
    write_down()
    return Restored(manifest, laid, sealed=unreadable())


def insist_on_nothing() -> None:
    """Raises Refused where the database holds anything, or the store does, or one of them does not answer."""
    try:
        with db.engine.connect() as connection:
            empty = is_empty(connection)
    except SQLAlchemyError as error:
        raise Refused("The database does not answer.") from error
    if not empty:
        raise Refused(
            "The database holds something, and a backup is put back into an empty one alone. For PostgreSQL make one"
            " (dropdb, createdb); for SQLite move the file away."
        )
    try:
        is_bare = next(iter(storage.store().all()), None) is None
    except OSError as error:
        raise Refused("The store for files does not answer.") from error
    if not is_bare:
        raise Refused("There are files in PORTAL_FILES, and a backup is put back beside nothing else. Move them away.")


def insist_on_room(manifest: Manifest) -> None:
    """Raises Refused where this machine's disk has no room for the files."""
    filing, needed = storage.settings().filing, sum(part.size for part in manifest.files) + SPARE
    folder = next(folder for folder in (filing.folder, *filing.folder.parents) if folder.is_dir())
    free = shutil.disk_usage(folder).free
    if not filing.bucket and free < needed:
        raise Refused(f"There is no room in {folder}: {in_words(needed)} are needed, {in_words(free)} are free.")


@contextmanager
def files_put(path: Path, manifest: Manifest) -> Iterator[None]:
    """Put every file into the store. Takes out again what it put there where that or the rest fails. Raises Refused."""
    wanted, put = manifest.parts, []
    try:
        with archive.reading(path):
            for name, source in archive.parts(path):
                if name not in (MANIFEST, DATABASE):
                    put.append(key_of(wanted[name]))
                    put_file(wanted[name], source)
        yield
    except BaseException:
        for key in put:
            storage.forget(key)
        raise


def put_file(part: Part, source: IO[bytes]) -> None:
    """Put one file into the store. Raises Refused for one that is another by now."""
    with SpooledTemporaryFile(max_size=MB) as copy:
        shutil.copyfileobj(source, copy, PIECE)
        copy.seek(0)
        if archive.drained(part.name, copy) != part:
            raise Refused(f"{part.name} was changed while it was put back.")
        try:
            storage.store().put(key_of(part), copy)
        except OSError as error:
            raise Refused("The store for files is full or does not answer. Nothing was put back.") from error


def put_database(path: Path) -> Content:
    """Fill the database; what is in it then."""
    fill = sqlite.put_back if db.engine.dialect.name == "sqlite" else postgres.put_back
    with archive.reading(path), archive.database(path) as source:
        return fill(source)


def look_again(manifest: Manifest, found: Content) -> None:
    """Hold what is there now against the manifest: every table's rows, and every file. Raises Refused."""
    names = sorted({*manifest.rows, *found.rows})
    rows = [name for name in names if manifest.rows.get(name) != found.rows.get(name)]
    files = [part.name for part in manifest.files if not lies(part)]
    named = {named.key for named in found.named if named.ref not in manifest.lost}
    files += sorted(named - {key_of(part) for part in manifest.files})
    if rows or files or found.revision != manifest.revision:
        what = ", ".join([*rows, *files][: archive.SHOWN]) or "alembic_version"
        raise Refused(f"What was put back is not what was in the backup: {what}. Empty both, and begin again.")


def lies(part: Part) -> bool:
    """Whether a file lies in the store as it should."""
    total = hashlib.sha256()
    try:
        for piece in pieces(part):
            total.update(piece)
    except (Lost, OSError):
        return False
    return total.hexdigest() == part.digest


def pieces(part: Part) -> Iterator[bytes]:
    """What lies in the store of it. Raises Lost, and OSError."""
    return storage.store().pieces(key_of(part))
