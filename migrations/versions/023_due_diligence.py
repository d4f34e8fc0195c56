"""What officers find on each line of an application's gate, before it is scored."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "023"
down_revision = "022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it; of applications that were checked before, nothing of the kind is known."""
    op.create_table(
        "check_marks",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), nullable=False),
        sa.Column("item", sa.String(80), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", BigKey, nullable=False),
        sa.Column("form", sa.String(64), nullable=False),
        sa.Column("marked_by", BigKey, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("marked_at", Utc, nullable=False),
        sa.UniqueConstraint("application_id", "item", "version"),
        sa.CheckConstraint("verdict IN ('', 'pass', 'fail', 'ask')", name="verdict"),
        sa.CheckConstraint("verdict = '' OR item <> 'reasons'", name="reasons_judge_nothing"),
    )


def downgrade() -> None:
    """Forget what was found."""
    op.drop_table("check_marks")
