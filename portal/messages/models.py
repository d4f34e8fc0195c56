"""Messages to the team."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.models import Person
from portal.db.base import Base, Code, Ref, Version, pk
from portal.history.models import Stateful
from portal.messages.rules import MESSAGE


class Message(Stateful, Base):
    """What somebody asked, with or without an account; who has taken it, and what they were told.

    `due_on`: the day by which it is answered. `organisation`: the name of the one they acted for. All of it is deleted
    24 months after it came.
    """

    __tablename__ = "messages"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'answered', 'closed')", name="state"),
        CheckConstraint("email <> '' OR phone <> ''", name="can_be_answered"),
        CheckConstraint("(claimed_by IS NULL) = (claimed_at IS NULL)", name="claimed_has_date"),
        CheckConstraint(
            "(state = 'answered') = (answered_at IS NOT NULL)"
            " AND (answered_at IS NULL) = (answered_by IS NULL) AND (answered_at IS NULL) = (answer IS NULL)",
            name="answered_has_answer",
        ),
        CheckConstraint(
            "(state <> 'closed' OR closed_at IS NOT NULL) AND (state <> 'waiting' OR closed_at IS NULL)"
            " AND (closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (closed_because IS NULL)",
            name="closed_has_reason",
        ),
        Index("ix_messages_queue", "state", "due_on", "at", "id"),
        Index("ix_messages_at", "at", "id"),
    )
    kind = "message"
    machine = MESSAGE

    id: Mapped[pk]
    ref: Mapped[Ref]
    topic: Mapped[Code]
    name: Mapped[str] = mapped_column(String(100))
    email: Mapped[str] = mapped_column(String(254))
    phone: Mapped[str] = mapped_column(String(40))
    organisation: Mapped[str]
    text: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)
    at: Mapped[dt.datetime]
    due_on: Mapped[dt.date]
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    claimed_at: Mapped[dt.datetime | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    answered_at: Mapped[dt.datetime | None]
    answer: Mapped[str | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    closed_at: Mapped[dt.datetime | None]
    closed_because: Mapped[str | None]
    version: Mapped[Version]

    def called(self) -> str:
        """What to call whoever sent it: their name, or else where they are reached."""
        return self.name or self.email or self.phone
