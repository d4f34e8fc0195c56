"""Which documents of the organisation went with an application when it was sent."""

import sqlalchemy as sa
from alembic import op

revision = "018"
down_revision = "017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for them; with what was sent before went none."""
    with op.batch_alter_table("applications") as table:
        table.add_column(sa.Column("sent_with", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("applications") as table:
        table.alter_column("sent_with", existing_type=sa.JSON(), server_default=None)


def downgrade() -> None:
    """Forget which they were; the files stay with those that use them."""
    with op.batch_alter_table("applications") as table:
        table.drop_column("sent_with")
