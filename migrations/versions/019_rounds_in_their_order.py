"""A round's applications in the order in which its list shows them, so that a page reads no more than it shows."""

from alembic import op

revision = "019"
down_revision = "018"
branch_labels = None
depends_on = None

NAME, COLUMNS = "ix_applications_sent", ["round_id", "submitted_at", "id"]


def upgrade() -> None:
    """Lay the index; large towns wait a second."""
    op.create_index(NAME, "applications", COLUMNS)


def downgrade() -> None:
    """Do without it."""
    op.drop_index(NAME, "applications")
