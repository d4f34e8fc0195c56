"""Rounds are made on screen, and who has begun an application is offered the questions that came later."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "012"
down_revision = "011"
branch_labels = None
depends_on = None


ROUNDS = sa.table("rounds", sa.column("id"), sa.column("code"), sa.column("opens_at"))


def upgrade() -> None:
    """Make room for rounds that are being made, and for answers to questions that are asked no more."""
    op.create_table(
        "round_plans",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("code", sa.String(40), nullable=False, unique=True),
        sa.Column("round_id", BigKey, sa.ForeignKey("rounds.id"), nullable=True, unique=True),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("changed_at", Utc, nullable=False),
        sa.Column("changed_by", BigKey, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.CheckConstraint("state IN ('planned', 'published', 'changing', 'dropped')", name="state"),
        sa.CheckConstraint("(round_id IS NULL) = (state IN ('planned', 'dropped'))", name="published_has_round"),
        sa.CheckConstraint("version > 0", name="version"),
    )
    op.create_index("ix_round_plans_state", "round_plans", ["state", "changed_at", "id"])
    published = sa.select(
        ROUNDS.c.code,
        ROUNDS.c.id,
        sa.literal({}, sa.JSON),
        ROUNDS.c.opens_at,
        sa.literal(1, sa.Integer),
        sa.literal("published", sa.String(40)),
    )
    names = ["code", "round_id", "document", "changed_at", "version", "state"]
    op.execute(sa.table("round_plans", *map(sa.column, names)).insert().from_select(names, published))
    op.create_table(
        "left_answers",
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), primary_key=True),
        sa.Column("form_number", BigKey, primary_key=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("at", Utc, nullable=False),
    )


def downgrade() -> None:
    """Take both away again."""
    op.drop_table("left_answers")
    op.drop_table("round_plans")
