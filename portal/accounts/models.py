"""People, the roles they hold, and how they are signed in."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db.base import Base, Code, Ref, pk
from portal.db.sealed import Sealed
from portal.history.models import Recorded


class Person(Recorded, Base):
    """Somebody with an e-mail address; signing in shows that it is theirs. No password is kept: none is asked."""

    __tablename__ = "people"
    kind = "person"

    id: Mapped[pk]
    ref: Mapped[Ref]
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str]
    created_at: Mapped[dt.datetime]
    roles: Mapped[list["CouncilRole"]] = relationship(lazy="raise", order_by="CouncilRole.role")


class CouncilRole(Base):
    """A role that the council gave a person; roles in a team are kept with the team."""

    __tablename__ = "council_roles"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    role: Mapped[Code] = mapped_column(primary_key=True)
    given_at: Mapped[dt.datetime]


class SignInRequest(Recorded, Base):
    """An e-mail with a code and a link: ten minutes, once, five tries. Only digests of the secrets are kept."""

    __tablename__ = "sign_in_requests"
    __table_args__ = (Index("ix_sign_in_requests_email", "email", "id"),)
    kind = "sign_in_request"

    id: Mapped[pk]
    ref: Mapped[Ref]
    email: Mapped[str] = mapped_column(String(254))
    code_digest: Mapped[str] = mapped_column(String(64))
    link_digest: Mapped[str] = mapped_column(String(64), unique=True)
    own_device: Mapped[bool]
    next_path: Mapped[str | None]
    asked_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime] = mapped_column(index=True)
    tries: Mapped[int] = mapped_column(default=0)
    ended_at: Mapped[dt.datetime | None]
    is_whole: Mapped[bool] = mapped_column(default=False)
    """Whether it stands for the second factor too; the demonstration alone makes such."""


class SignIn(Recorded, Base):
    """One browser that is signed in. The cookie's token is kept as a digest; ending the row ends the session.

    `confirmed_at` is when the second factor was given: without it, whoever holds a council role is only half in.
    """

    __tablename__ = "sign_ins"
    __table_args__ = (
        CheckConstraint("end_reason IN ('roles', 'authenticator')", name="end_reason"),
        CheckConstraint("end_reason IS NULL OR ended_at IS NOT NULL", name="reason_has_end"),
    )
    kind = "sign_in"

    id: Mapped[pk]
    ref: Mapped[Ref]
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    own_device: Mapped[bool]
    place_id: Mapped[int | None]
    client: Mapped[str]
    at: Mapped[dt.datetime]
    last_seen_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]
    confirmed_at: Mapped[dt.datetime | None]
    end_reason: Mapped[str | None] = mapped_column(String(20))


class Authenticator(Base):
    """A person's authenticator app: the secret that both know, and the newest time step whose code was used."""

    __tablename__ = "authenticators"
    __table_args__ = (CheckConstraint("last_step >= 0", name="last_step"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    secret: Mapped[Sealed]
    set_up_at: Mapped[dt.datetime]
    last_step: Mapped[int]


class RecoveryCode(Base):
    """A code that signs in once where the telephone is lost. Only its keyed digest is kept."""

    __tablename__ = "recovery_codes"
    __table_args__ = (UniqueConstraint("person_id", "digest"),)

    id: Mapped[pk]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    digest: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[dt.datetime]
    used_at: Mapped[dt.datetime | None]


class KeptForm(Recorded, Base):
    """A form that came after its sender's sign-in had ended: where it was going, and each field's name and value."""

    __tablename__ = "kept_forms"
    kind = "kept_form"

    id: Mapped[pk]
    ref: Mapped[Ref]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    path: Mapped[str]
    fields: Mapped[list[Any]]
    at: Mapped[dt.datetime] = mapped_column(index=True)


class Attempt(Base):
    """A try that counts towards a limit, by a digest of what is limited (an address, a client)."""

    __tablename__ = "attempts"
    __table_args__ = (Index("ix_attempts_what", "what", "digest", "at"),)

    id: Mapped[pk]
    what: Mapped[Code]
    digest: Mapped[str] = mapped_column(String(64))
    at: Mapped[dt.datetime]
