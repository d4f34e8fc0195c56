"""Applications and what is written in them, a row for each section."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from portal.accounts.models import Person
from portal.applications.keying import WAYS_IN
from portal.applications.merging import Writer, writer_in
from portal.applications.rules import MACHINE
from portal.db.base import Base, Code, Ref, one_where, pk
from portal.funds.models import Round
from portal.history.models import Stateful
from portal.organisations.invited import Invited
from portal.organisations.models import Organisation, of_record
from portal.organisations.one import one

CAME_BY = ", ".join(f"'{code}'" for code in WAYS_IN)
STATES = ", ".join(f"'{code}'" for code in MACHINE.codes())


class Keyed(Base):
    """That an application was typed in by the council for somebody: by whom, how and on which day it came, who asked.

    The contact speaks for the organisation; without an e-mail address they get their letters by post.
    """

    __tablename__ = "keyed_applications"
    __table_args__ = (CheckConstraint(f"came_by IN ({CAME_BY})", name="came_by"),)

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    keyed_by: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    came_by: Mapped[Code]
    came_on: Mapped[dt.date]
    contact_name: Mapped[str] = mapped_column(String(200))
    contact_email: Mapped[str] = mapped_column(String(254), default="")
    contact_phone: Mapped[str] = mapped_column(String(40), default="")
    officer: Mapped[Person] = relationship(lazy="raise")


class Application(Stateful, Base):
    """One organisation's application to one round. Title, amount (pence) and people are copied from the answers.

    `organisation_id` is the record that it was made for, `owner_id` the organisation that stands for that now. Who
    started it looks after it, until it is handed on (`looked_after_by`); the leads do where that one has left.
    `known_closes_at` is the closing that those who write in it were told.
    """

    __tablename__ = "applications"
    __table_args__ = (
        ForeignKeyConstraint(["round_id", "form_number"], ["form_versions.round_id", "form_versions.number"]),
        CheckConstraint(f"state IN ({STATES})", name="state"),
        CheckConstraint(
            "(submitted_at IS NULL) = (submitted_by IS NULL) AND (submitted_at IS NULL) = (signed_name IS NULL)",
            name="sent_has_sender",
        ),
        CheckConstraint("state IN ('draft', 'withdrawn') OR submitted_at IS NOT NULL", name="state_has_sent"),
        CheckConstraint("withdrawn_because IS NULL OR state = 'withdrawn'", name="withdrawn_has_reason"),
        one_where("state <> 'withdrawn'", "uq_applications_one_each", "round_id", "organisation_id"),
        Index("ix_applications_queue", "state", "submitted_at", "id"),
        Index("ix_applications_round", "round_id", "state", "submitted_at", "id"),
        Index("ix_applications_sent", "round_id", "submitted_at", "id"),
    )
    kind = "application"
    machine = MACHINE

    id: Mapped[pk]
    ref: Mapped[Ref]
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    form_number: Mapped[int]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    owner_id: Mapped[int] = column_property(one(organisation_id))
    started_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    started_at: Mapped[dt.datetime]
    changed_at: Mapped[dt.datetime]
    eligibility: Mapped[dict[str, Any]]
    title: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    amount_pence: Mapped[int | None]
    people: Mapped[int | None]
    submitted_at: Mapped[dt.datetime | None]
    submitted_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    signed_name: Mapped[str | None] = mapped_column(String(200))
    outcome_reasons: Mapped[str | None]
    withdrawn_because: Mapped[str | None]
    copied_from: Mapped[int | None] = mapped_column(ForeignKey("applications.id"))
    looked_after_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    asked_equality: Mapped[bool] = mapped_column(default=False)
    sent_with: Mapped[list[Any]] = mapped_column(default=list)
    known_closes_at: Mapped[dt.datetime]
    version: Mapped[int] = mapped_column(default=1)
    round: Mapped[Round] = relationship(lazy="raise", foreign_keys=[round_id])
    organisation: Mapped[Organisation] = of_record(lambda: Application.organisation_id)
    sections: Mapped[list["SectionAnswers"]] = relationship(lazy="raise")
    sender: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=[submitted_by])
    keyed: Mapped[Keyed | None] = relationship(lazy="raise")


class Guest(Base):
    """Somebody outside the team who may read one application, or write in it. Whose access has ended keeps the row."""

    __tablename__ = "application_guests"
    __table_args__ = (CheckConstraint("role IN ('read', 'write')", name="role"),)

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    role: Mapped[Code]
    invited_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    since: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]


class GuestInvitation(Invited, Base):
    """An invitation to one application."""

    __tablename__ = "guest_invitations"
    __table_args__ = (
        UniqueConstraint("link_digest"),
        CheckConstraint("role IN ('read', 'write')", name="role"),
        CheckConstraint("accepted_by IS NULL OR ended_at IS NOT NULL", name="accepted_has_ended"),
        Index("ix_guest_invitations_sent", "invited_by", "invited_at"),
    )

    id: Mapped[pk]
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), index=True)


class SectionAnswers(Base):
    """What was typed in one section, as typed.

    `version` tells a stale page; `form` which page saved last. `last` holds, for each question, who saved it last.
    """

    __tablename__ = "section_answers"

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    section: Mapped[Code] = mapped_column(primary_key=True)
    answers: Mapped[dict[str, Any]]
    version: Mapped[int]
    saved_at: Mapped[dt.datetime]
    saved_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    form: Mapped[str] = mapped_column(String(64))
    last: Mapped[dict[str, Any]] = mapped_column(default=dict)

    def writer_of(self, code: str) -> Writer:
        """Who saved a question last; where nobody noted it, as before release 0.3, who saved the section."""
        if code in self.last:
            return writer_in(self.last[code])
        return Writer(self.version, self.form, self.saved_by, self.saved_at)

    def writers(self) -> dict[str, Writer]:
        """Who saved each question last that was ever saved."""
        return {code: self.writer_of(code) for code in self.answers}

    def note_writer(self, codes: Iterable[str], writer: Writer) -> None:
        """Note who saves these questions now, and of all others who did; before the row itself says who saved last."""
        there = {code: each.kept() for code, each in self.writers().items()}
        self.last = {**there, **dict.fromkeys(codes, writer.kept())}


class EarlierAnswers(Base):
    """What a section held before somebody else, or another page, saved over it.

    With `form` it is a text that never stood there: it came from a page that somebody else's save had overtaken, and
    waits for its author to choose between the two. `version` is the one it stood at, or started from.
    """

    __tablename__ = "earlier_answers"
    __table_args__ = (Index("ix_earlier_answers_section", "application_id", "section", "version"),)

    id: Mapped[pk]
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"))
    section: Mapped[Code]
    answers: Mapped[dict[str, Any]]
    version: Mapped[int]
    saved_at: Mapped[dt.datetime]
    saved_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    form: Mapped[str | None] = mapped_column(String(64))


class LeftAnswers(Base):
    """Answers for which newer questions have no place, as they stood under the form that asked for them."""

    __tablename__ = "left_answers"

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    form_number: Mapped[int] = mapped_column(primary_key=True)
    answers: Mapped[dict[str, Any]]
    at: Mapped[dt.datetime]


class ClosingReminder(Base):
    """That somebody was reminded of a draft so many days before its round closes: once each."""

    __tablename__ = "closing_reminders"
    __table_args__ = (
        UniqueConstraint("application_id", "person_id", "days"),
        CheckConstraint("days IN (7, 1)", name="days"),
    )

    id: Mapped[pk]
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    days: Mapped[int]
    at: Mapped[dt.datetime]


class EqualityCount(Base):
    """How often an answer was given to an equality question by those who applied to a round. Nothing else is kept."""

    __tablename__ = "equality_counts"
    __table_args__ = (CheckConstraint("number >= 0", name="number"),)

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    question: Mapped[Code] = mapped_column(primary_key=True)
    answer: Mapped[Code] = mapped_column(primary_key=True)
    number: Mapped[int]


class PdfCopy(Base):
    """A PDF of an application that somebody asked for: being made, made, or given up; deleted after a week."""

    __tablename__ = "pdf_copies"
    __table_args__ = (
        UniqueConstraint("application_id", "kind"),
        CheckConstraint("kind IN ('whole', 'hidden')", name="kind"),
        CheckConstraint("(made_at IS NULL) = (pdf IS NULL)", name="made_has_bytes"),
        CheckConstraint("made_at IS NULL OR failed_at IS NULL", name="made_or_failed"),
        Index("ix_pdf_copies_waiting", "made_at", "failed_at", "id"),
    )

    id: Mapped[pk]
    ref: Mapped[Ref]
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"))
    kind: Mapped[Code]
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    asked_at: Mapped[dt.datetime]
    tries: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[dt.datetime | None]
    failed_at: Mapped[dt.datetime | None]
    made_at: Mapped[dt.datetime | None]
    pdf: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
