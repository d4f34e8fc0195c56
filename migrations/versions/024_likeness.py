"""Applications that look like others: what waits to be compared, the marks by which they are found, the suspicions."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "024"
down_revision = "023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for them. What was sent already is compared by the worker, a part at a time."""
    op.create_table(
        "alike_looks",
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), primary_key=True),
        sa.Column("due_at", Utc, nullable=True),
        sa.Column("looked_at", Utc, nullable=True),
        sa.Column("tries", BigKey, nullable=False),
    )
    op.create_index("ix_alike_looks_due", "alike_looks", ["due_at"])
    op.create_table(
        "alike_marks",
        sa.Column("mark", BigKey, primary_key=True, autoincrement=False),
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), primary_key=True, index=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "suspicions",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("ref", sa.String(40), nullable=False, unique=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("first_id", BigKey, sa.ForeignKey("applications.id"), nullable=False),
        sa.Column("second_id", BigKey, sa.ForeignKey("applications.id"), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("is_weak", sa.Boolean(), nullable=False),
        sa.Column("found_at", Utc, nullable=False),
        sa.Column("settled_by", BigKey, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("settled_at", Utc, nullable=True),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("version", BigKey, nullable=False),
        sa.UniqueConstraint("first_id", "second_id"),
        sa.CheckConstraint("first_id < second_id", name="two"),
        sa.CheckConstraint("state IN ('open', 'cleared', 'confirmed', 'lapsed')", name="state"),
        sa.CheckConstraint(
            "(state IN ('cleared', 'confirmed')) = (settled_by IS NOT NULL)"
            " AND (settled_by IS NULL) = (settled_at IS NULL)",
            name="settled_has_settler",
        ),
    )
    op.create_index("ix_suspicions_second_id", "suspicions", ["second_id"])


def downgrade() -> None:
    """Forget what was found."""
    op.drop_table("suspicions")
    op.drop_table("alike_marks")
    op.drop_table("alike_looks")
