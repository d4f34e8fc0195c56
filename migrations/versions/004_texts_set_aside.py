"""A text that came from a page that was no longer true is set aside until its author has chosen."""

import sqlalchemy as sa
from alembic import op

revision = "004"
down_revision = "003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say of an earlier text which page it came from, while that page's author has still to choose."""
    with op.batch_alter_table("earlier_answers") as earlier:
        earlier.add_column(sa.Column("form", sa.String(64), nullable=True))


def downgrade() -> None:
    """Keep such texts as plain earlier ones."""
    with op.batch_alter_table("earlier_answers") as earlier:
        earlier.drop_column("form")
