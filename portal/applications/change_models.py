"""Changes that were asked for, each with what stood before it and what came back."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.applications.changing import check_by
from portal.applications.stops import Question
from portal.db.base import Base, Code, one_where


class ChangeRequest(Base):
    """That the council asked for changes in some answers of an application: the first, second or later time.

    `before` and `after` hold the raw answers of these questions, and of those that hang on them, as they stood when
    they were asked for and when they were answered. `due_set_at` is when the day was set last, from which reminders
    count. An end is an answer, the council's taking back, or that the application was withdrawn.
    """

    __tablename__ = "change_requests"
    __table_args__ = (
        CheckConstraint("outcome IN ('answered', 'taken_back', 'withdrawn')", name="outcome"),
        CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)", name="ended_has_outcome"),
        CheckConstraint("(coalesce(outcome, '') = 'answered') = (check_by IS NOT NULL)", name="answered_has_day"),
        one_where("ended_at IS NULL", "uq_change_requests_open", "application_id"),
        Index("ix_change_requests_due", "ended_at", "due_on"),
    )

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    asked_at: Mapped[dt.datetime]
    note: Mapped[str]
    questions: Mapped[list[Any]]
    before: Mapped[dict[str, Any]]
    due_on: Mapped[dt.date]
    due_set_at: Mapped[dt.datetime]
    reminded_at: Mapped[dt.datetime | None]
    ended_at: Mapped[dt.datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    outcome: Mapped[Code | None]
    after: Mapped[dict[str, Any]] = mapped_column(default=dict)
    reply: Mapped[str] = mapped_column(default="")
    check_by: Mapped[dt.date | None]

    def days(self, round_check: dt.date) -> Question:
        """By when it is answered, and by when the council looks at what comes; not before it checks all others."""
        return Question(self.due_on, self.check_by or check_by(self.due_on, round_check))

    def end(self, outcome: str, at: dt.datetime, by: int | None) -> None:
        """Let it be over."""
        self.outcome, self.ended_at, self.ended_by = outcome, at, by
