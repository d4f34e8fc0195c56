"""Conflicts, the checks of an application, assessments and their scores, and the panel's decisions."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.accounts.models import Person
from portal.applications.models import Application
from portal.assessments.rules import ASSESSMENT, DECISION
from portal.db.base import Base, Code, Pence, Ref, pk
from portal.funds.models import Round
from portal.history.models import Recorded, Stateful


class Declaration(Recorded, Base):
    """A reviewer has read the list of all applicants of a round and said with whom they have a conflict."""

    __tablename__ = "declarations"
    __table_args__ = (UniqueConstraint("round_id", "person_id"),)
    kind = "declaration"

    id: Mapped[pk]
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    declared_at: Mapped[dt.datetime]


class Conflict(Base):
    """A reviewer must see nothing of an applicant. `source`: declared by the reviewer, or known to the portal."""

    __tablename__ = "conflicts"
    __table_args__ = (CheckConstraint("source IN ('declared', 'known')", name="source"),)

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    source: Mapped[str] = mapped_column(String(20))
    declared_at: Mapped[dt.datetime]


class Assessment(Stateful, Base):
    """One reviewer's reading of one application. `points`: the weighted score, in hundredths of a point (0 to 500)."""

    __tablename__ = "assessments"
    __table_args__ = (
        UniqueConstraint("application_id", "reviewer_id"),
        CheckConstraint("state IN ('shared', 'finished', 'stood_down')", name="state"),
        CheckConstraint("(state = 'finished') = (finished_at IS NOT NULL)", name="finished_has_date"),
        CheckConstraint("(state = 'finished') = (points IS NOT NULL)", name="finished_has_points"),
        Index("ix_assessments_queue", "reviewer_id", "state", "shared_at", "id"),
    )
    kind = "assessment"
    machine = ASSESSMENT

    id: Mapped[pk]
    ref: Mapped[Ref]
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"))
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    is_third: Mapped[bool] = mapped_column(default=False)
    shared_at: Mapped[dt.datetime]
    finished_at: Mapped[dt.datetime | None]
    points: Mapped[int | None]
    application: Mapped[Application] = relationship(lazy="raise")
    reviewer: Mapped[Person] = relationship(lazy="raise")
    scores: Mapped[list["Score"]] = relationship(lazy="raise")


class Score(Base):
    """The points (0 to 5, none while undecided) and the reason for one criterion, saved as they are typed."""

    __tablename__ = "scores"
    __table_args__ = (CheckConstraint("points BETWEEN 0 AND 5", name="points"),)

    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessments.id"), primary_key=True)
    criterion: Mapped[Code] = mapped_column(primary_key=True)
    points: Mapped[int | None]
    reason: Mapped[str]
    version: Mapped[int]
    form: Mapped[str] = mapped_column(String(64))
    saved_at: Mapped[dt.datetime]


class EarlierScore(Base):
    """What a reviewer had given on a criterion, kept when they took their finished scores back to correct them.

    `number` counts how often they did, from 1. The database refuses to change or delete a row.
    """

    __tablename__ = "earlier_scores"
    __table_args__ = (CheckConstraint("points BETWEEN 0 AND 5", name="points"), {"info": {"append_only": True}})

    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessments.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    criterion: Mapped[Code] = mapped_column(primary_key=True)
    points: Mapped[int]
    reason: Mapped[str]
    given_at: Mapped[dt.datetime]
    kept_at: Mapped[dt.datetime]


class Gap(Base):
    """A criterion on which points lay far apart when all were in.

    It stays, whatever is corrected afterwards: a reviewer who is still blind must not find out by trying when theirs
    come near to those of the others.
    """

    __tablename__ = "gaps"
    __table_args__ = ({"info": {"append_only": True}},)

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    criterion: Mapped[Code] = mapped_column(primary_key=True)
    found_at: Mapped[dt.datetime]


class Moderation(Recorded, Base):
    """Why points that lie far apart go to the panel without a third reviewer: a note on each such criterion."""

    __tablename__ = "moderations"
    __table_args__ = ({"info": {"append_only": True}},)
    kind = "moderation"

    id: Mapped[pk]
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), unique=True)
    notes: Mapped[dict[str, Any]]
    written_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    written_at: Mapped[dt.datetime]


class CheckMark(Recorded, Base):
    """What an officer found on one line of an application's gate. The highest version of a line counts.

    Whoever goes on typing on the same page writes over their own note; another verdict, page or person makes another
    version, so that what was found before stays. `item`: a line of diligence.py, or "reasons" while they are written.
    """

    __tablename__ = "check_marks"
    __table_args__ = (
        UniqueConstraint("application_id", "item", "version"),
        CheckConstraint("verdict IN ('', 'pass', 'fail', 'ask')", name="verdict"),
        CheckConstraint("verdict = '' OR item <> 'reasons'", name="reasons_judge_nothing"),
    )
    kind = "check_mark"

    id: Mapped[pk]
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"))
    item: Mapped[str] = mapped_column(String(80))
    verdict: Mapped[str] = mapped_column(String(20), default="")
    note: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    form: Mapped[str] = mapped_column(String(64))
    marked_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    marked_at: Mapped[dt.datetime]


class Standing(Base):
    """An application's place in the ranking once its scores are in: mean points and widest gap, in hundredths."""

    __tablename__ = "standings"
    __table_args__ = (Index("ix_standings_rank", "round_id", "points", "application_id"),)

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    points: Mapped[int]
    lowest: Mapped[int]
    highest: Mapped[int]
    at: Mapped[dt.datetime]


class FurthestFirst(Base):
    """How far an application reaches, in hundredths of a point, with what makes it up: evidence beside its standing.

    `scale` is the mark of the wards and communities by which it was worked out; by another one it is worked out anew.
    """

    __tablename__ = "furthest_first"
    __table_args__ = (CheckConstraint("points BETWEEN 0 AND 500", name="points"),)

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    points: Mapped[int]
    working: Mapped[dict[str, Any]]
    scale: Mapped[str] = mapped_column(String(64))
    at: Mapped[dt.datetime]


class Panel(Base):
    """A round's money while it is decided. The database itself refuses to commit more than the budget (pence)."""

    __tablename__ = "panels"
    __table_args__ = (CheckConstraint("committed_pence BETWEEN 0 AND budget_pence", name="never_overspent"),)

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    budget_pence: Mapped[Pence]
    committed_pence: Mapped[Pence] = mapped_column(default=0)


class Decision(Stateful, Base):
    """What the panel decides on one application: proposed by one, confirmed by another, then released as a letter."""

    __tablename__ = "decisions"
    __table_args__ = (
        CheckConstraint("state IN ('proposed', 'returned', 'confirmed', 'released')", name="state"),
        CheckConstraint("outcome IN ('fund', 'part_fund', 'reserve', 'decline')", name="outcome"),
        CheckConstraint(
            "(outcome IN ('fund', 'part_fund')) = (amount_pence > 0) AND amount_pence >= 0",
            name="paying_has_amount",
        ),
        CheckConstraint("confirmed_by IS NULL OR confirmed_by <> proposed_by", name="two_people"),
        CheckConstraint(
            "(state IN ('confirmed', 'released')) = (confirmed_by IS NOT NULL)"
            " AND (confirmed_by IS NULL) = (confirmed_at IS NULL)",
            name="confirmed_has_confirmer",
        ),
        CheckConstraint(
            "(state = 'released') = (released_at IS NOT NULL) AND (released_at IS NULL) = (released_by IS NULL)",
            name="released_has_releaser",
        ),
        Index("ix_decisions_queue", "state", "proposed_at", "id"),
    )
    kind = "decision"
    machine = DECISION

    id: Mapped[pk]
    ref: Mapped[Ref]
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), unique=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), index=True)
    outcome: Mapped[str] = mapped_column(String(20))
    amount_pence: Mapped[Pence]
    reasons: Mapped[str]
    letter: Mapped[str]
    return_note: Mapped[str | None]
    proposed_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    proposed_at: Mapped[dt.datetime]
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    confirmed_at: Mapped[dt.datetime | None]
    released_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    released_at: Mapped[dt.datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    application: Mapped[Application] = relationship(lazy="raise")
    round: Mapped[Round] = relationship(lazy="raise")

    def waits_as(self) -> tuple[str, int]:
        """It is the application that waits for its decision."""
        return Application.kind, self.application_id


class DecisionCondition(Base):
    """One condition of a grant, in its place (1 to 10): proposed, confirmed and read with its decision."""

    __tablename__ = "decision_conditions"
    __table_args__ = (CheckConstraint("position BETWEEN 1 AND 10", name="position"),)

    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
