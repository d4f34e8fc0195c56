"""Whether the portal can do its work, in words that name no person, no version and no place on the machine."""

import io
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import structlog
from sqlalchemy import delete, text
from sqlalchemy.exc import SQLAlchemyError

from portal.config import ROOT
from portal.db.models import FormKey
from portal.db.session import action, db
from portal.files import queries as files
from portal.files import storage
from portal.files.scanner import is_there
from portal.jobs import queries as jobs
from portal.kit.dates import utc_now
from portal.kit.errors import Away, NotThere
from portal.kit.text import N_, Say
from portal.mail import queries as mail
from portal.paper import press

log = structlog.get_logger()

LETTERS_LATE_MINUTES = 15
FILES_LATE_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. Without what is `needed`, nobody should be sent to this process."""

    name: str
    is_well: bool
    words: Say
    needed: bool = False


def checks(folder: Path) -> list[Check]:
    """Everything that was looked at; what asks a database that is away is left out."""
    database = check_database()
    found = [database, check_storage(folder), check_files()]
    return found + list(check_rest()) if database.is_well else found


def check_rest() -> Iterator[Check]:
    """What can be asked once the database answers."""
    schema = guarded("migrations", N_("The database cannot say how it is laid out."), check_schema)
    yield schema
    if schema.is_well:
        yield guarded("worker", N_("The database cannot say whether a worker is alive."), check_worker)
        yield guarded("jobs", N_("The database cannot say how background work stands."), check_jobs)
        yield guarded("scanning", N_("The database cannot say how many files wait."), check_scanning)
        yield check_pdfs()
        yield guarded("letters", N_("The database cannot say how the outbox stands."), check_letters)


def guarded(name: str, trouble: str, look: Callable[[], Check]) -> Check:
    """A check, or that it could not be made."""
    try:
        return look()
    except SQLAlchemyError as error:
        db.session.rollback()
        log.error("health", check=name, error=type(error).__name__)
        return Check(name, False, Say(trouble), needed=True)


def check_database() -> Check:
    """Whether the database answers and can be written to; nothing is changed by asking."""

    def look() -> Check:
        with action() as session:
            session.execute(delete(FormKey).where(FormKey.digest == ""))
        return Check("database", True, Say(N_("The database answers and can be written to.")), needed=True)

    return guarded("database", N_("The database does not answer, or cannot be written to."), look)


@cache
def newest_migration() -> str | None:
    """The migration that this code was written for: they are numbered, and alembic is not loaded to count them."""
    return max((path.name[:3] for path in (ROOT / "migrations" / "versions").glob("[0-9]*.py")), default=None)


def check_schema() -> Check:
    """Whether the database is laid out as this code expects."""
    there = db.session.scalar(text("SELECT version_num FROM alembic_version"))
    if there == newest_migration():
        return Check("migrations", True, Say(N_("The database is up to date.")), needed=True)
    return Check("migrations", False, Say(N_("The database is not up to date. Run: flask db upgrade")), needed=True)


def check_storage(folder: Path) -> Check:
    """Whether a file can be written where the portal keeps its data."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"well")
            file.flush()
    except OSError as error:
        log.error("health", check="storage", error=type(error).__name__)
        return Check("storage", False, Say(N_("The folder for data cannot be written to, or is full.")), needed=True)
    return Check("storage", True, Say(N_("The folder for data can be written to.")), needed=True)


def check_files() -> Check:
    """Whether a file can be put into the store and taken out again."""
    try:
        key = storage.lay(io.BytesIO(b"well")).key
        is_well = b"".join(storage.pieces(key)) == b"well" and storage.forget(key)
    except (Away, NotThere):
        is_well = False
    if is_well:
        return Check("files", True, Say(N_("The store for files takes a file and gives it back.")))
    return Check("files", False, Say(N_("The store for files is full or does not answer. Nobody can send a file.")))


def check_scanning() -> Check:
    """Whether files are scanned for viruses, and none waits for long."""
    scanner, stands = storage.settings().filing.scanner, files.standing()
    minutes = int((utc_now() - stands.oldest).total_seconds()) // 60 if stands.oldest else 0
    if scanner is None:
        sentence = N_("No virus scanner is set up. Files that wait: {waiting}. The oldest waits for {minutes} minutes.")
    elif not is_there(scanner):
        sentence = N_("The virus scanner does not answer. Files that wait for it: {waiting}.")
    else:
        sentence = N_("The virus scanner answers. Files that wait: {waiting}. The oldest waits for {minutes} minutes.")
    is_well = minutes < FILES_LATE_MINUTES and (scanner is None or is_there(scanner))
    return Check("scanning", is_well, Say(sentence, waiting=stands.waiting, minutes=minutes))


def check_worker() -> Check:
    """Whether a worker has said lately that it is alive."""
    seen = jobs.worker_seen_at()
    if jobs.has_worker(seen):
        return Check("worker", True, Say(N_("A worker is alive.")))
    return Check("worker", False, Say(N_("No worker is alive, so no e-mail goes and no job runs. Run: flask worker")))


def check_jobs() -> Check:
    """Whether jobs run when they should, and end as they should."""
    ill = [job for job in jobs.jobs() if not job.is_well]
    if not ill:
        return Check("jobs", True, Say(N_("Every job runs when it should.")))
    names = ", ".join(job.title for job in ill)
    return Check("jobs", False, Say(N_("Late, or failed the last time: {names}."), names=names))


def check_pdfs() -> Check:
    """Whether this machine can make PDFs; without it, people are told to print the page."""
    why_not = press.why_not()
    return Check("pdfs", why_not is None, why_not or Say(N_("PDFs can be made.")))


def check_letters() -> Check:
    """Whether letters go."""
    stands = mail.standing()
    minutes = int((utc_now() - stands.oldest).total_seconds()) // 60 if stands.oldest else 0
    told = {"due": stands.due, "minutes": minutes, "failed": stands.failed}
    sentence = N_("E-mails to go now: {due}. The oldest waits for {minutes} minutes. Failed: {failed}.")
    return Check("letters", minutes < LETTERS_LATE_MINUTES, Say(sentence, **told))
