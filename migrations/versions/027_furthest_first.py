"""Which communities a council starts with, how far applications reach, and the conditions of decisions."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "027"
down_revision = "026"
branch_labels = None
depends_on = None

PRIORITY = "priority IN ('', 'yes', 'no') AND (priority <> '') = (kind = 'community')"


def upgrade() -> None:
    """Ask it of every community; the council has said it of none yet. What stands is worked out by the worker."""
    with op.batch_alter_table("terms") as table:
        table.add_column(sa.Column("priority", sa.String(60), nullable=False, server_default=""))
    op.execute("UPDATE terms SET priority = 'no' WHERE kind = 'community'")
    with op.batch_alter_table("terms") as table:
        table.alter_column("priority", existing_type=sa.String(60), server_default=None)
        table.create_check_constraint(op.f("ck_terms_priority"), PRIORITY)
    op.create_table(
        "furthest_first",
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), primary_key=True),
        sa.Column("points", BigKey, sa.CheckConstraint("points BETWEEN 0 AND 500", name="points"), nullable=False),
        sa.Column("working", sa.JSON, nullable=False),
        sa.Column("scale", sa.String(64), nullable=False),
        sa.Column("at", Utc, nullable=False),
    )
    position = sa.CheckConstraint("position BETWEEN 1 AND 10", name="position")
    op.create_table(
        "decision_conditions",
        sa.Column("decision_id", BigKey, sa.ForeignKey("decisions.id"), primary_key=True),
        sa.Column("position", BigKey, position, primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Forget which they were, and the conditions that an earlier portal has no list for."""
    op.drop_table("decision_conditions")
    op.drop_table("furthest_first")
    op.execute("DELETE FROM terms WHERE kind = 'condition'")
    with op.batch_alter_table("terms") as table:
        table.drop_constraint(op.f("ck_terms_priority"), type_="check")
        table.drop_column("priority")
