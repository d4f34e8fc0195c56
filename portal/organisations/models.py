"""Organisations, their teams, who is invited or asks to join, what the council checked, and which are one."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, func
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship, validates

from portal.accounts.models import Person
from portal.db.base import Base, Code, Ref, one_where, pk
from portal.files.models import File
from portal.history.models import Recorded, Stateful
from portal.kit.dates import london_day, utc_now
from portal.kit.refs import new_id
from portal.organisations.contacts import MAIN, SECOND
from portal.organisations.invited import Invited
from portal.organisations.joining import JOINING
from portal.organisations.verification import VERIFICATION, due_on

CONTACT_REACHED = (
    "({who}_name = '') = ({who}_email = '') AND ({who}_name <> '' OR ({who}_role = '' AND {who}_phone = ''))"
)
"""Who is named has an e-mail address, and nothing is known of nobody."""


def due_from_now() -> dt.date:
    """The day by which what begins to wait now is checked."""
    return due_on(london_day(utc_now()))


class Organisation(Stateful, Base):
    """A partner. Numbers are kept in one form, or not at all: a small constituted group has none.

    Its state is that of the council's check: since when it waits in the queue, since when the check is open (what was
    found before does not count any more), and who judged it last. A record that turned out to be another organisation
    points to the one that stands for it; `one.py` is how every question follows that.
    """

    __tablename__ = "organisations"
    __table_args__ = (
        CheckConstraint("state IN ('unverified', 'more_needed', 'verified', 'refused')", name="state"),
        CheckConstraint(
            "(state IN ('verified', 'refused')) = (judged_at IS NOT NULL)"
            " AND (judged_at IS NULL) = (judged_by IS NULL)",
            name="judged_has_judge",
        ),
        CheckConstraint("merged_into_id <> id", name="not_into_itself"),
        *(CheckConstraint(CONTACT_REACHED.format(who=who), name=f"{who}_reached") for who in (MAIN, SECOND)),
        CheckConstraint(
            "(safeguarding_lead_name = '') = (safeguarding_lead_email = '' AND safeguarding_lead_phone = '')",
            name="safeguarding_lead_reached",
        ),
        CheckConstraint("main_contact_email = '' OR main_contact_email <> second_contact_email", name="two_contacts"),
        *(
            one_where("merged_into_id IS NULL", f"uq_organisations_{number}", number)
            for number in ("charity_number", "company_number")
        ),
        Index("ix_organisations_name_key", "name_key"),
        Index("ix_organisations_queue", "state", "waiting_since", "id"),
    )
    kind = "organisation"
    machine = VERIFICATION

    id: Mapped[pk]
    ref: Mapped[Ref]
    name: Mapped[str]
    name_key: Mapped[str]
    legal_form: Mapped[Code]
    charity_number: Mapped[str | None] = mapped_column(String(12))
    company_number: Mapped[str | None] = mapped_column(String(8))
    address: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(String(8), default="")
    ward_code: Mapped[str | None] = mapped_column(String(9), index=True)
    what: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    main_contact_name: Mapped[str] = mapped_column(default="")
    main_contact_role: Mapped[str] = mapped_column(default="")
    main_contact_email: Mapped[str] = mapped_column(default="")
    main_contact_phone: Mapped[str] = mapped_column(default="")
    second_contact_name: Mapped[str] = mapped_column(default="")
    second_contact_role: Mapped[str] = mapped_column(default="")
    second_contact_email: Mapped[str] = mapped_column(default="")
    second_contact_phone: Mapped[str] = mapped_column(default="")
    safeguarding_lead_name: Mapped[str] = mapped_column(default="")
    safeguarding_lead_email: Mapped[str] = mapped_column(default="")
    safeguarding_lead_phone: Mapped[str] = mapped_column(default="")
    income_band: Mapped[str | None] = mapped_column(String(60))
    communities: Mapped[list[Any]] = mapped_column(default=list)
    wards: Mapped[list[Any]] = mapped_column(default=list)
    languages: Mapped[list[Any]] = mapped_column(default=list)
    created_at: Mapped[dt.datetime]
    version: Mapped[int] = mapped_column(default=1)
    waiting_since: Mapped[dt.datetime] = mapped_column(default=utc_now)
    check_due_on: Mapped[dt.date] = mapped_column(default=due_from_now)
    check_opened_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    judged_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    judged_at: Mapped[dt.datetime | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)

    @validates("waiting_since")
    def count_days(self, _name: str, since: dt.datetime) -> dt.datetime:
        """The day by which it is checked follows from when it began to wait. It is kept, for queues to sort by."""
        self.check_due_on = due_on(london_day(since))
        return since


RECORD = Organisation.__table__.alias("record")
"""An organisation's row as other rows point to it. The one that stands for it may be another."""
STANDS = func.coalesce(RECORD.c.merged_into_id, RECORD.c.id)
"""The id of the organisation that stands for RECORD."""


def of_record(column: Any) -> Any:
    """A row's organisation as it stands now: the one of that column, or the one that it was merged into."""
    return relationship(
        Organisation,
        secondary=RECORD,
        primaryjoin=lambda: column() == RECORD.c.id,
        secondaryjoin=lambda: foreign(Organisation.id) == STANDS,
        viewonly=True,
        uselist=False,
        lazy="raise",
    )


class Merge(Base):
    """That a record turned out to be another organisation: who said so and why, and who took them apart again."""

    __tablename__ = "organisation_merges"
    __table_args__ = (
        CheckConstraint("record_id <> into_id", name="two_records"),
        CheckConstraint(
            "(apart_at IS NULL) = (apart_by IS NULL) AND (apart_at IS NULL) = (apart_because IS NULL)",
            name="apart_has_reason",
        ),
        one_where("apart_at IS NULL", "uq_organisation_merges_current", "record_id"),
    )

    id: Mapped[pk]
    ref: Mapped[Ref] = mapped_column(default=new_id)
    record_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    into_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    because: Mapped[str]
    merged_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    merged_at: Mapped[dt.datetime]
    apart_because: Mapped[str | None]
    apart_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    apart_at: Mapped[dt.datetime | None]
    record: Mapped[Organisation] = relationship(lazy="raise", foreign_keys=[record_id])


class TeamMember(Recorded, Base):
    """A person's place in an organisation's team. Who left keeps a row with the day."""

    __tablename__ = "team_members"
    __table_args__ = (
        CheckConstraint("role IN ('lead', 'member')", name="role"),
        one_where("left_at IS NULL", "uq_team_members_current", "organisation_id", "person_id"),
    )
    kind = "team_member"

    id: Mapped[pk]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[Code]
    joined_at: Mapped[dt.datetime]
    left_at: Mapped[dt.datetime | None]
    person: Mapped[Person] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = of_record(lambda: TeamMember.organisation_id)


class TeamInvitation(Recorded, Invited, Base):
    """An invitation to a team. Of its reminder's link, too, only the digest is kept."""

    __tablename__ = "team_invitations"
    __table_args__ = (
        UniqueConstraint("link_digest"),
        UniqueConstraint("reminder_digest"),
        CheckConstraint("role IN ('lead', 'member')", name="role"),
        CheckConstraint("(reminder_digest IS NULL) = (reminded_at IS NULL)", name="reminded_has_link"),
    )
    kind = "team_invitation"

    id: Mapped[pk]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    reminder_digest: Mapped[str | None] = mapped_column(String(64))
    reminded_at: Mapped[dt.datetime | None]
    organisation: Mapped[Organisation] = of_record(lambda: TeamInvitation.organisation_id)


class JoinRequest(Stateful, Base):
    """Somebody who asks to join a team: once at a time, for thirty days, with a line of their own."""

    __tablename__ = "join_requests"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'accepted', 'declined', 'withdrawn', 'expired')", name="state"),
        CheckConstraint("(state = 'waiting') = (ended_at IS NULL)", name="ended_has_date"),
        Index("ix_join_requests_waiting", "state", "expires_at", "id"),
        one_where("state = 'waiting'", "uq_join_requests_waiting", "organisation_id", "person_id"),
    )
    kind = "join_request"
    machine = JOINING

    id: Mapped[pk]
    ref: Mapped[Ref] = mapped_column(default=new_id)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    line: Mapped[str] = mapped_column(default="")
    asked_at: Mapped[dt.datetime]
    due_on: Mapped[dt.date]
    expires_at: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    word: Mapped[str] = mapped_column(default="")
    by_council: Mapped[bool] = mapped_column(default=False)
    organisation: Mapped[Organisation] = of_record(lambda: JoinRequest.organisation_id)

    @validates("asked_at")
    def count_days(self, _name: str, asked_at: dt.datetime) -> dt.datetime:
        """The day by which the council answers where nobody else can."""
        self.due_on = due_on(london_day(asked_at))
        return asked_at


class Checked(Base):
    """What somebody found on one line of the checklist, and when; who comes later writes over it."""

    __tablename__ = "organisation_checks"
    __table_args__ = (
        UniqueConstraint("organisation_id", "item"),
        CheckConstraint("outcome IN ('yes', 'no', 'not_needed')", name="outcome"),
    )

    id: Mapped[pk]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    item: Mapped[Code]
    outcome: Mapped[str] = mapped_column(String(20))
    note: Mapped[str] = mapped_column(default="")
    checked_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    checked_at: Mapped[dt.datetime]


class Exchange(Base):
    """What the council and the partner wrote to each other with a move: what is missing, reasons, answers."""

    __tablename__ = "verification_exchanges"

    id: Mapped[pk]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    verb: Mapped[Code]
    words: Mapped[str] = mapped_column(default="")
    missing: Mapped[list[Any]] = mapped_column(default=list)
    written_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    written_at: Mapped[dt.datetime]


class Document(Recorded, Base):
    """One document of an organisation, held once for every application. The newest of its sort counts; others ended.

    `reminded_days` is how many days before its end the leads were reminded last.
    """

    __tablename__ = "documents"
    __table_args__ = (
        CheckConstraint("sort IN ('governing', 'accounts', 'safeguarding', 'insurance')", name="sort"),
        CheckConstraint("sort <> 'insurance' OR expires_on IS NOT NULL", name="insurance_ends"),
        CheckConstraint("reminded_days IS NULL OR expires_on IS NOT NULL", name="reminded_of_a_day"),
        Index("ix_documents_expiring", "ended_at", "expires_on", "id"),
        one_where("ended_at IS NULL", "uq_documents_current", "organisation_id", "sort"),
    )
    kind = "document"

    id: Mapped[pk]
    ref: Mapped[Ref] = mapped_column(default=new_id)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    sort: Mapped[Code]
    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"), index=True)
    expires_on: Mapped[dt.date | None]
    given_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    given_at: Mapped[dt.datetime]
    reminded_days: Mapped[int | None]
    ended_at: Mapped[dt.datetime | None]
    file: Mapped[File] = relationship(lazy="raise")
