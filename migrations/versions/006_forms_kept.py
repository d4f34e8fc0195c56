"""A form that comes after its sender's sign-in has ended is kept until they are back."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "006"
down_revision = "005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for such forms."""
    op.create_table(
        "kept_forms",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("ref", sa.String(40), nullable=False, unique=True),
        sa.Column("person_id", BigKey, sa.ForeignKey("people.id"), nullable=False, index=True),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("at", Utc, nullable=False, index=True),
    )


def downgrade() -> None:
    """Forget them."""
    op.drop_table("kept_forms")
