"""What becomes of a reserve list: offers that were turned down, who is to be funded instead, and a changed order."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.assessments.reserve import PROMOTION
from portal.db.base import Base, Pence, Ref, one_where, pk
from portal.history.models import Stateful

STATES = ", ".join(f"'{code}'" for code in PROMOTION.codes())


class Promotion(Stateful, Base):
    """An application on a reserve list that is to be funded with money that became free.

    The portal suggests it, so that nobody has proposed it until somebody adopts it; another one confirms. Once its
    letter is released the decision itself says so, and what the decision said `before` is kept here, with the moment
    at which the partner was told that.
    """

    __tablename__ = "promotions"
    __table_args__ = (
        CheckConstraint(f"state IN ({STATES})", name="state"),
        CheckConstraint("amount_pence > 0", name="has_amount"),
        CheckConstraint("(proposed_by IS NULL) = (proposed_at IS NULL)", name="proposed_has_date"),
        CheckConstraint("state <> 'suggested' OR proposed_by IS NULL", name="suggested_by_nobody"),
        CheckConstraint(
            "state NOT IN ('proposed', 'confirmed', 'released') OR proposed_by IS NOT NULL", name="adopted"
        ),
        CheckConstraint(
            "confirmed_by IS NULL OR (proposed_by IS NOT NULL AND confirmed_by <> proposed_by)", name="two_people"
        ),
        CheckConstraint(
            "(state IN ('confirmed', 'released')) = (confirmed_by IS NOT NULL)"
            " AND (confirmed_by IS NULL) = (confirmed_at IS NULL)",
            name="confirmed_has_confirmer",
        ),
        CheckConstraint(
            "(state = 'released') = (told_before_at IS NOT NULL)"
            " AND (state IN ('released', 'dropped')) = (ended_at IS NOT NULL)",
            name="ended_has_date",
        ),
        one_where("ended_at IS NULL", "uq_promotions_open", "application_id"),
        Index("ix_promotions_queue", "state", "since", "id"),
        Index("ix_promotions_application", "application_id", "state"),
        Index("ix_promotions_round", "round_id", "state"),
    )
    kind = "promotion"
    machine = PROMOTION

    id: Mapped[pk]
    ref: Mapped[Ref]
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"))
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    amount_pence: Mapped[Pence]
    reasons: Mapped[str]
    letter: Mapped[str]
    since: Mapped[dt.datetime]
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    proposed_at: Mapped[dt.datetime | None]
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    confirmed_at: Mapped[dt.datetime | None]
    dropped_because: Mapped[str | None]
    ended_at: Mapped[dt.datetime | None]
    reasons_before: Mapped[str | None]
    letter_before: Mapped[str | None]
    told_before_at: Mapped[dt.datetime | None]
    version: Mapped[int] = mapped_column(default=1)


class FreedOffer(Base):
    """An offer that its partner turned down: the money that came free, and whom the portal suggests for it.

    Where it suggests nobody, somebody on the panel has to see it.
    """

    __tablename__ = "freed_offers"
    __table_args__ = (
        CheckConstraint("amount_pence > 0", name="has_amount"),
        CheckConstraint("(seen_by IS NULL) = (seen_at IS NULL)", name="seen_has_date"),
        Index("ix_freed_offers_round", "round_id", "seen_at", "at"),
    )

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    amount_pence: Mapped[Pence]
    at: Mapped[dt.datetime]
    promotion_id: Mapped[int | None] = mapped_column(ForeignKey("promotions.id"), index=True)
    seen_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    seen_at: Mapped[dt.datetime | None]


class ReservePlace(Base):
    """That an approver put an application first on its reserve list: the lowest place comes first, none counts as 0."""

    __tablename__ = "reserve_places"

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    place: Mapped[int]
    put_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    put_at: Mapped[dt.datetime]
