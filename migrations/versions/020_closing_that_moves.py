"""The closing that those who write in an application know of, so that they hear when it moves."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import Utc

revision = "020"
down_revision = "019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What stands now is what everybody knows; nobody is written to about what moved before."""
    op.add_column("applications", sa.Column("known_closes_at", Utc, nullable=True))
    op.execute(
        "UPDATE applications SET known_closes_at ="
        " (SELECT closes_at FROM rounds WHERE rounds.id = applications.round_id)"
    )
    with op.batch_alter_table("applications") as table:
        table.alter_column("known_closes_at", existing_type=Utc, nullable=False)


def downgrade() -> None:
    """Forget what was known."""
    with op.batch_alter_table("applications") as table:
        table.drop_column("known_closes_at")
