"""The council says when its telephone is answered, what its programme is, and to whom pictures and words are owed."""

import sqlalchemy as sa
from alembic import op

revision = "003"
down_revision = "002"
branch_labels = None
depends_on = None

COLUMNS = ("phone_hours", "about", "credit")


def upgrade() -> None:
    """Add the three texts, empty for a council that is there already."""
    with op.batch_alter_table("council") as council:
        for name in COLUMNS:
            council.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("council") as council:
        for name in COLUMNS:
            council.alter_column(name, existing_type=sa.Text(), server_default=None)


def downgrade() -> None:
    """Take them away again."""
    with op.batch_alter_table("council") as council:
        for name in reversed(COLUMNS):
            council.drop_column(name)
