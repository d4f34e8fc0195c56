"""The verbs of files: keep one, use it, let it go, and remove what nobody uses."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from portal.db.session import action, db
from portal.files import holding, storage
from portal.files.models import File, FileUse
from portal.files.receiving import Upload
from portal.files.rules import UNUSED_KEPT
from portal.files.storage import Laid
from portal.history.actions import move
from portal.history.models import Recorded
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.permissions import PORTAL, Someone

AT_A_TIME = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """An upload that lies in the store, and has no row yet."""

    upload: Upload
    laid: Laid


@contextmanager
def laid(upload: Upload) -> Iterator[Kept]:
    """An upload, put into the store before the deed that uses it; taken out again where that deed is not done.

    So a row never points to nothing. Raises Away where the store is full or does not answer.
    """
    there = storage.lay(upload.stream)
    try:
        yield Kept(upload, there)
    except BaseException:
        storage.forget(there.key)
        raise


def keep(session: Session, kept: Kept, *, by: Someone) -> File:
    """Give an upload its row, in the deed that uses it. It waits until the worker has looked at it."""
    now = utc_now()
    file = File(
        ref=new_id(),
        key=kept.laid.key,
        name=kept.upload.name,
        format=kept.upload.format.code,
        size=kept.laid.size,
        digest=kept.laid.digest,
        sent_by=by.person_id,
        sent_at=now,
        due_at=now,
    )
    session.add(file)
    session.flush()
    return file


def use(session: Session, file: File, subject: Recorded, place: str) -> None:
    """Write down that something uses a file from now on."""
    if not current(session, file.id, subject, place):
        session.add(FileUse(file_id=file.id, subject=subject.kind, subject_id=subject.id, place=place, since=utc_now()))


def let_go(session: Session, file_id: int, subject: Recorded, place: str) -> None:
    """Write down that something uses a file no longer. Once nothing does, it is removed for good a day later."""
    for found in current(session, file_id, subject, place):
        found.ended_at = utc_now()


def current(session: Session, file_id: int, subject: Recorded, place: str) -> list[FileUse]:
    """The use that stands now; there is one at most."""
    return list(
        session.scalars(
            select(FileUse)
            .where(FileUse.file_id == file_id, FileUse.subject == subject.kind, FileUse.subject_id == subject.id)
            .where(FileUse.place == place, FileUse.ended_at.is_(None))
        )
    )


def remove_unused(older_than: dt.timedelta = UNUSED_KEPT) -> int:
    """Remove for good what nothing has used for a day, and what lies in the store without a row; how many."""
    return sum(remove(id, older_than) for id in unused(older_than)) + sweep(older_than)


def unused(older_than: dt.timedelta) -> list[int]:
    """The files that nothing uses and nothing used lately."""
    before = utc_now() - older_than
    used = exists().where(FileUse.file_id == File.id, (FileUse.ended_at.is_(None)) | (FileUse.ended_at > before))
    question = select(File.id).where(File.state != "removed", File.sent_at < before, ~used)
    return list(db.session.scalars(question.order_by(File.id).limit(AT_A_TIME)))


def remove(id: int, older_than: dt.timedelta) -> bool:
    """Remove one of them, unless somebody has begun to use it this very moment. Its row stays, without a name."""
    with action() as session:
        file = session.get(File, id, with_for_update=True, populate_existing=True)
        if file is None or id not in unused(older_than):
            return False
        file.removed_at, file.name = utc_now(), ""
        move(file, "remove", by=PORTAL)
    return holding.forget(file.key)


def sweep(older_than: dt.timedelta) -> int:
    """Remove from the store what has no living row: uploads that broke off, and files that were removed."""
    before, gone, batch = utc_now() - older_than, 0, []
    for stored in storage.store().all():
        if stored.at < before:
            batch.append(stored.key)
        if len(batch) == AT_A_TIME:
            gone += forget_rowless(batch)
            batch = []
    return gone + forget_rowless(batch)


def forget_rowless(keys: list[str]) -> int:
    """Remove those of these keys that are nobody's, or belong to a file that did not pass; how many."""
    living = set(db.session.scalars(select(File.key).where(File.key.in_(keys), File.state.in_(("waiting", "ready")))))
    db.session.rollback()
    return sum(holding.forget(key) for key in keys if key not in living)
