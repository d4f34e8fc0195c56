"""The outbox can be read by state, newest first; workers say that they are alive."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import Utc

revision = "010"
down_revision = "009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """An index for the council's list, and room for the workers."""
    with op.batch_alter_table("letters") as letters:
        letters.create_index("ix_letters_status", ["status", "id"])
    op.create_table(
        "workers",
        sa.Column("name", sa.String(60), primary_key=True),
        sa.Column("started_at", Utc, nullable=False),
        sa.Column("seen_at", Utc, nullable=False, index=True),
    )


def downgrade() -> None:
    """Take both away."""
    op.drop_table("workers")
    with op.batch_alter_table("letters") as letters:
        letters.drop_index("ix_letters_status")
