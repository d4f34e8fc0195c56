"""Named questions about files."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from portal.db.session import db
from portal.files.models import File, FileUse
from portal.kit.errors import NotThere


@dataclass(frozen=True, slots=True)
class Standing:
    """How many files wait to be looked at, and since when the oldest does."""

    waiting: int
    oldest: dt.datetime | None


def standing() -> Standing:
    """How the looking stands."""
    row = db.session.execute(select(func.count(), func.min(File.sent_at)).where(File.state == "waiting")).one()
    return Standing(row[0], row[1])


def used_by(subject: str, subject_id: int, ref: str) -> File:
    """A file of that reference, where this uses it now. Raises NotThere for every other."""
    found = db.session.scalar(
        select(File)
        .join(FileUse, FileUse.file_id == File.id)
        .where(File.ref == ref, FileUse.subject == subject, FileUse.subject_id == subject_id)
        .where(FileUse.ended_at.is_(None))
        .limit(1)
    )
    if found is None:
        raise NotThere()
    return found


def by_ref(refs: Collection[str]) -> Mapping[str, File]:
    """These files, by their references; those that there are."""
    if not refs:
        return {}
    return {row.ref: row for row in db.session.scalars(select(File).where(File.ref.in_(refs)))}
