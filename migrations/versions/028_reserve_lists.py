"""Offers that were turned down, who on the reserve list is to be funded instead, and a changed order of the list."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "028"
down_revision = "027"
branch_labels = None
depends_on = None

STATES = ("suggested", "proposed", "confirmed", "released", "dropped")
OPEN = "uq_promotions_open"


def upgrade() -> None:
    """Make room for them; no offer could be turned down yet, and every list stands in its order of points."""
    op.create_table(
        "promotions",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("ref", sa.String(40), nullable=False, unique=True),
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), nullable=False),
        sa.Column("round_id", BigKey, sa.ForeignKey("rounds.id"), nullable=False),
        sa.Column("amount_pence", sa.BigInteger, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("letter", sa.Text, nullable=False),
        sa.Column("since", Utc, nullable=False),
        sa.Column("proposed_by", BigKey, sa.ForeignKey("people.id")),
        sa.Column("proposed_at", Utc),
        sa.Column("confirmed_by", BigKey, sa.ForeignKey("people.id")),
        sa.Column("confirmed_at", Utc),
        sa.Column("dropped_because", sa.Text),
        sa.Column("ended_at", Utc),
        sa.Column("reasons_before", sa.Text),
        sa.Column("letter_before", sa.Text),
        sa.Column("told_before_at", Utc),
        sa.Column("version", BigKey, nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.CheckConstraint(f"state IN {STATES}", name="state"),
        sa.CheckConstraint("amount_pence > 0", name="has_amount"),
        sa.CheckConstraint("(proposed_by IS NULL) = (proposed_at IS NULL)", name="proposed_has_date"),
        sa.CheckConstraint("state <> 'suggested' OR proposed_by IS NULL", name="suggested_by_nobody"),
        sa.CheckConstraint(
            "state NOT IN ('proposed', 'confirmed', 'released') OR proposed_by IS NOT NULL", name="adopted"
        ),
        sa.CheckConstraint(
            "confirmed_by IS NULL OR (proposed_by IS NOT NULL AND confirmed_by <> proposed_by)", name="two_people"
        ),
        sa.CheckConstraint(
            "(state IN ('confirmed', 'released')) = (confirmed_by IS NOT NULL)"
            " AND (confirmed_by IS NULL) = (confirmed_at IS NULL)",
            name="confirmed_has_confirmer",
        ),
        sa.CheckConstraint(
            "(state = 'released') = (told_before_at IS NOT NULL)"
            " AND (state IN ('released', 'dropped')) = (ended_at IS NOT NULL)",
            name="ended_has_date",
        ),
    )
    alive = sa.text("ended_at IS NULL")
    op.create_index(OPEN, "promotions", ["application_id"], unique=True, sqlite_where=alive, postgresql_where=alive)
    op.create_index("ix_promotions_queue", "promotions", ["state", "since", "id"])
    op.create_index("ix_promotions_application", "promotions", ["application_id", "state"])
    op.create_index("ix_promotions_round", "promotions", ["round_id", "state"])
    op.create_table(
        "freed_offers",
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), primary_key=True),
        sa.Column("round_id", BigKey, sa.ForeignKey("rounds.id"), nullable=False),
        sa.Column("amount_pence", sa.BigInteger, nullable=False),
        sa.Column("at", Utc, nullable=False),
        sa.Column("promotion_id", BigKey, sa.ForeignKey("promotions.id"), index=True),
        sa.Column("seen_by", BigKey, sa.ForeignKey("people.id")),
        sa.Column("seen_at", Utc),
        sa.CheckConstraint("amount_pence > 0", name="has_amount"),
        sa.CheckConstraint("(seen_by IS NULL) = (seen_at IS NULL)", name="seen_has_date"),
    )
    op.create_index("ix_freed_offers_round", "freed_offers", ["round_id", "seen_at", "at"])
    op.create_table(
        "reserve_places",
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), primary_key=True),
        sa.Column("place", BigKey, nullable=False),
        sa.Column("put_by", BigKey, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("put_at", Utc, nullable=False),
    )


def downgrade() -> None:
    """Forget them; what was decided stays decided."""
    op.drop_table("reserve_places")
    op.drop_table("freed_offers")
    op.drop_table("promotions")
