"""Funds, their rounds, and the frozen forms that people fill in."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.accounts.models import Person
from portal.db.base import Base, Pence, Ref, Version, pk
from portal.funds.rules import PLAN
from portal.history.models import Recorded, Stateful

PLAN_STATES = ", ".join(f"'{code}'" for code in PLAN.codes())


class Fund(Recorded, Base):
    """A purpose and its money."""

    __tablename__ = "funds"
    kind = "fund"

    id: Mapped[pk]
    code: Mapped[Ref]
    name: Mapped[str]
    purpose: Mapped[str]


class Round(Recorded, Base):
    """A fund's dated window. Its phase follows from its dates; amounts are pence."""

    __tablename__ = "rounds"
    __table_args__ = (
        CheckConstraint("opens_at < closes_at", name="opens_before_closing"),
        CheckConstraint("smallest_pence BETWEEN 1 AND largest_pence", name="smallest_under_largest"),
        CheckConstraint("largest_pence <= budget_pence", name="largest_within_budget"),
        CheckConstraint("assessments_needed BETWEEN 1 AND 5", name="assessments_needed"),
        CheckConstraint("grace_minutes BETWEEN 0 AND 120", name="grace"),
    )
    kind = "round"

    id: Mapped[pk]
    code: Mapped[Ref]
    fund_id: Mapped[int] = mapped_column(ForeignKey("funds.id"), index=True)
    title: Mapped[str]
    prefix: Mapped[str] = mapped_column(String(6))
    opens_at: Mapped[dt.datetime] = mapped_column(index=True)
    closes_at: Mapped[dt.datetime] = mapped_column(index=True)
    grace_minutes: Mapped[int]
    budget_pence: Mapped[Pence]
    smallest_pence: Mapped[Pence]
    largest_pence: Mapped[Pence]
    assessments_needed: Mapped[int]
    names_hidden: Mapped[bool]
    checked_by: Mapped[dt.date]
    assessed_by: Mapped[dt.date]
    panel_on: Mapped[dt.date]
    told_by: Mapped[dt.date]
    about: Mapped[str]
    form_number: Mapped[int] = mapped_column(default=1)
    fund: Mapped[Fund] = relationship(lazy="raise")


class FormVersion(Base):
    """A round's questions and criteria as they stood; never changed once written, so that drafts keep theirs."""

    __tablename__ = "form_versions"

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    form: Mapped[dict[str, Any]]
    made_at: Mapped[dt.datetime]


class RoundPlan(Stateful, Base):
    """A round as it is being made or changed: the document of its file, with whatever faults that still has.

    A published one says only that it is: what stands then is the round itself.
    """

    __tablename__ = "round_plans"
    __table_args__ = (
        CheckConstraint(f"state IN ({PLAN_STATES})", name="state"),
        CheckConstraint("(round_id IS NULL) = (state IN ('planned', 'dropped'))", name="published_has_round"),
        CheckConstraint("version > 0", name="version"),
        Index("ix_round_plans_state", "state", "changed_at", "id"),
    )
    kind = "round_plan"
    machine = PLAN

    id: Mapped[pk]
    code: Mapped[Ref]
    round_id: Mapped[int | None] = mapped_column(ForeignKey("rounds.id"), unique=True)
    document: Mapped[dict[str, Any]]
    changed_at: Mapped[dt.datetime]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    version: Mapped[Version]
    editor: Mapped[Person | None] = relationship(lazy="raise")
