"""Looking at files that wait: scanned for viruses where there is a scanner, cleaned, and then ready or stopped."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import structlog
from sqlalchemy import select

from portal.config import ROOT
from portal.db.session import action, db
from portal.files import holding, storage
from portal.files.models import File, FileUse
from portal.files.registry import LISTENERS
from portal.files.rules import FORMATS, LOOKING_MOST, PICTURES, TRIES_MOST, kept_name, look_again_in
from portal.files.scanner import ScannerAway, is_clean
from portal.files.storage import Laid
from portal.history.actions import move
from portal.kit.dates import utc_now
from portal.kit.errors import Away
from portal.permissions import PORTAL

log = structlog.get_logger()

CLEANED = PICTURES | {"pdf"}
WRITTEN, UNUSABLE, LEFT = 0, 3, 4
SECONDS = 90


class Broken(Exception):
    """What cleans a file fell over, which may be the file's fault or the machine's."""


@dataclass(frozen=True, slots=True)
class Found:
    """What came of looking: the move that follows, whether a scanner had a look, and what lies in the store anew."""

    name: str
    is_scanned: bool = False
    laid: Laid | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that this process has to itself for a few minutes."""

    id: int
    key: str
    format: str
    tries: int


def prepare_next() -> int:
    """Look at the file that waits the longest; 1, or 0 where none is due."""
    file = claim()
    if file is None:
        return 0
    try:
        found = look(file)
    except (ScannerAway, Away, Broken) as error:
        log.error("files", did="look", error=type(error).__name__)
        if not (isinstance(error, Broken) and file.tries >= TRIES_MOST):
            put_off(file.id)
            return 0
        found = Found("spoil")
    end(file.id, file.key, found)
    return 1


def claim() -> Taken | None:
    """Take the next file that is due, for a few minutes; whoever dies over it lets another take it up then."""
    now = utc_now()
    with action() as session:
        file = session.scalar(
            select(File)
            .where(File.state == "waiting", File.due_at <= now)
            .order_by(File.due_at, File.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        if file is None:
            return None
        file.due_at, file.tries = now + LOOKING_MOST, file.tries + 1
        return Taken(file.id, file.key, file.format, file.tries)


def look(file: Taken) -> Found:
    """Scan and clean one file, in no transaction. Raises ScannerAway, Away without the store, and Broken."""
    there = storage.settings().filing.scanner
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in"), Path(folder, "out")
        with open(source, "w+b") as copy:
            copy.writelines(storage.pieces(file.key))
            copy.flush()
            if there and not is_clean(there, copy):
                return Found("infect", is_scanned=True)
        if file.format not in CLEANED:
            return Found("pass", is_scanned=bool(there))
        code = clean(file.format, source, target)
        if code == LEFT:
            return Found("pass", is_scanned=bool(there))
        if code == UNUSABLE:
            return Found("spoil", is_scanned=bool(there))
        with open(target, "rb") as cleaned:
            return Found("pass", bool(there), storage.lay(cleaned))


def clean(kind: str, source: Path, target: Path, *more: str, seconds: int = SECONDS) -> int:
    """Run the program that cleans; how it ended. Raises Broken where it fell over or took too long."""
    command = [sys.executable, "-m", "portal.files.cleaning", kind, str(source), str(target), *more]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise Broken() from error
    if done.returncode not in (WRITTEN, UNUSABLE, LEFT):
        raise Broken()
    return done.returncode


def put_off(id: int) -> None:
    """Let a file wait that could not be looked at; what is away comes back, and this is no fault of the file's."""
    with action() as session:
        file = session.get_one(File, id, with_for_update=True, populate_existing=True)
        file.due_at = utc_now() + look_again_in(file.tries)


def end(id: int, key: str, found: Found) -> None:
    """Write down what came of it, tell whose file it is, and have what came lie in the store no more."""
    with action() as session:
        file = session.get_one(File, id, with_for_update=True, populate_existing=True)
        if file.state != "waiting" or file.key != key:  # another worker was quicker
            forget_late(found)
            return
        now = utc_now()
        if found.is_scanned:
            file.scanned_at = now
        if found.name == "pass":
            file.ready_at = now
            take_over(file, found.laid)
        move(file, found.name, by=PORTAL, scanned=int(found.is_scanned), cleaned=int(found.laid is not None))
        if found.name != "pass":
            tell(file)
    if found.name != "pass" or found.laid:
        holding.forget(key)


def forget_late(found: Found) -> None:
    """What was cleaned for nothing goes again."""
    if found.laid:
        storage.forget(found.laid.key)


def take_over(file: File, laid: Laid | None) -> None:
    """Have the row tell of what was cleaned. A HEIC picture is a JPEG from here on, which everybody can open."""
    if laid is None:
        return
    file.key, file.size, file.digest = laid.key, laid.size, laid.digest
    if file.format == "heic":
        file.format = "jpeg"
        file.name = kept_name(file.name, FORMATS["jpeg"])


def tell(file: File) -> None:
    """Tell whoever uses a file that it did not pass."""
    uses = select(FileUse).where(FileUse.file_id == file.id, FileUse.ended_at.is_(None)).order_by(FileUse.id)
    for use in db.session.scalars(uses):
        if use.subject in LISTENERS:
            LISTENERS[use.subject](file, use)
