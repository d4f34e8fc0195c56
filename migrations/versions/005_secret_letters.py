"""A letter with a code or a link in it is forgotten once it is sent."""

import sqlalchemy as sa
from alembic import op

revision = "005"
down_revision = "004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say of each letter whether it holds a secret; those written before do not say."""
    with op.batch_alter_table("letters") as letters:
        letters.add_column(sa.Column("secret", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("letters") as letters:
        letters.alter_column("secret", server_default=None)


def downgrade() -> None:
    """Take the mark away."""
    with op.batch_alter_table("letters") as letters:
        letters.drop_column("secret")
