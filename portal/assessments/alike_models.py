"""Looking for applications like others: what waits to be looked at, the marks, and the suspicions."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.accounts.models import Person
from portal.assessments.alike import SUSPICION
from portal.db.base import Base, Ref, pk
from portal.history.models import Stateful
from portal.kit.refs import new_id


class Look(Base):
    """That an application is compared with others: since when it waits for that, if it does, and when it last was."""

    __tablename__ = "alike_looks"
    __table_args__ = (Index("ix_alike_looks_due", "due_at"),)

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    due_at: Mapped[dt.datetime | None]
    looked_at: Mapped[dt.datetime | None]
    tries: Mapped[int] = mapped_column(default=0)


class Mark(Base):
    """A mark of what an application says, or of who sent it: a number from which nobody can read it."""

    __tablename__ = "alike_marks"

    mark: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True, index=True)


class Suspicion(Stateful, Base):
    """That two applications look like one, and why; and what an officer said to it. The first has the lower id."""

    __tablename__ = "suspicions"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        CheckConstraint("first_id < second_id", name="two"),
        CheckConstraint("state IN ('open', 'cleared', 'confirmed', 'lapsed')", name="state"),
        CheckConstraint(
            "(state IN ('cleared', 'confirmed')) = (settled_by IS NOT NULL)"
            " AND (settled_by IS NULL) = (settled_at IS NULL)",
            name="settled_has_settler",
        ),
        Index("ix_suspicions_second_id", "second_id"),
    )
    kind = "suspicion"
    machine = SUSPICION

    id: Mapped[pk]
    ref: Mapped[Ref] = mapped_column(default=new_id)
    first_id: Mapped[int] = mapped_column(ForeignKey("applications.id"))
    second_id: Mapped[int] = mapped_column(ForeignKey("applications.id"))
    reasons: Mapped[list[Any]]
    is_weak: Mapped[bool]
    found_at: Mapped[dt.datetime]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    settled_at: Mapped[dt.datetime | None]
    because: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    settler: Mapped[Person | None] = relationship(lazy="raise")
