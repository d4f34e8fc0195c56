"""Organisations, their teams, and the invitations to them."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.accounts.models import Person
from portal.db.base import Base, Code, Ref, pk
from portal.history.models import Recorded


class Organisation(Recorded, Base):
    """A partner. Numbers are kept in one form, or not at all: a small constituted group has none."""

    __tablename__ = "organisations"
    __table_args__ = (Index("ix_organisations_name_key", "name_key"),)
    kind = "organisation"

    id: Mapped[pk]
    ref: Mapped[Ref]
    name: Mapped[str]
    name_key: Mapped[str]
    legal_form: Mapped[Code]
    charity_number: Mapped[str | None] = mapped_column(String(12), unique=True)
    company_number: Mapped[str | None] = mapped_column(String(8), unique=True)
    address: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(String(8), default="")
    ward_code: Mapped[str | None] = mapped_column(String(9), index=True)
    what: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    income_band: Mapped[str | None] = mapped_column(String(60))
    communities: Mapped[list[Any]] = mapped_column(default=list)
    wards: Mapped[list[Any]] = mapped_column(default=list)
    languages: Mapped[list[Any]] = mapped_column(default=list)
    created_at: Mapped[dt.datetime]
    version: Mapped[int] = mapped_column(default=1)


class TeamMember(Recorded, Base):
    """A person's place in an organisation's team. Who left keeps a row with the day."""

    __tablename__ = "team_members"
    __table_args__ = (
        CheckConstraint("role IN ('lead', 'member')", name="role"),
        Index(
            "uq_team_members_current",
            "organisation_id",
            "person_id",
            unique=True,
            sqlite_where=text("left_at IS NULL"),
            postgresql_where=text("left_at IS NULL"),
        ),
    )
    kind = "team_member"

    id: Mapped[pk]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[Code]
    joined_at: Mapped[dt.datetime]
    left_at: Mapped[dt.datetime | None]
    person: Mapped[Person] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")


class TeamInvitation(Recorded, Base):
    """An invitation by e-mail: seven days, once. Only the digest of its link is kept."""

    __tablename__ = "team_invitations"
    __table_args__ = (
        UniqueConstraint("link_digest"),
        CheckConstraint("role IN ('lead', 'member')", name="role"),
    )
    kind = "team_invitation"

    id: Mapped[pk]
    ref: Mapped[Ref]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    email: Mapped[str] = mapped_column(String(254))
    role: Mapped[Code]
    link_digest: Mapped[str] = mapped_column(String(64))
    invited_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    invited_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]
    accepted_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    organisation: Mapped[Organisation] = relationship(lazy="raise")
