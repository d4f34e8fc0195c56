"""Files that people sent, and who uses each of them. What is in a file lies in the store, not in the database."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base, Ref, one_where, pk
from portal.files.rules import FORMATS, SCANNING, Format
from portal.history.models import Stateful

CODES = ", ".join(f"'{code}'" for code in FORMATS)
STATES = ", ".join(f"'{code}'" for code in SCANNING.codes())


class File(Stateful, Base):
    """One file. `key` is its place in the store, and `digest` the SHA-256 of what lies there.

    While it waits, `due_at` is when it is looked at next; whoever looks puts that off first, so that nobody else does.
    """

    __tablename__ = "files"
    __table_args__ = (
        CheckConstraint(f"state IN ({STATES})", name="state"),
        CheckConstraint(f"format IN ({CODES})", name="format"),
        CheckConstraint("size > 0", name="size"),
        CheckConstraint("state <> 'waiting' OR ready_at IS NULL", name="waiting_is_not_ready"),
        CheckConstraint("(state = 'removed') = (removed_at IS NOT NULL)", name="removed_has_date"),
        Index("ix_files_waiting", "state", "due_at", "id"),
    )
    kind = "file"
    machine = SCANNING

    id: Mapped[pk]
    ref: Mapped[Ref]
    key: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str]
    format: Mapped[str] = mapped_column(String(10))
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    sent_by: Mapped[int | None]
    sent_at: Mapped[dt.datetime] = mapped_column(index=True)
    due_at: Mapped[dt.datetime]
    tries: Mapped[int] = mapped_column(default=0)
    scanned_at: Mapped[dt.datetime | None]
    ready_at: Mapped[dt.datetime | None]
    removed_at: Mapped[dt.datetime | None]

    @property
    def is_what(self) -> Format:
        """The kind of file it is."""
        return FORMATS[self.format]


class FileUse(Base):
    """That something uses a file, in one place of its own; ended once it is taken out there."""

    __tablename__ = "file_uses"
    __table_args__ = (
        Index("ix_file_uses_subject", "subject", "subject_id", "ended_at"),
        one_where("ended_at IS NULL", "uq_file_uses_current", "file_id", "subject", "subject_id", "place"),
    )

    id: Mapped[pk]
    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"), index=True)
    subject: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[int]
    place: Mapped[str] = mapped_column(String(60))
    since: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]
