"""Of each question in a draft it is known who saved it last, so that two pages merge question by question."""

import sqlalchemy as sa
from alembic import op

revision = "014"
down_revision = "011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for the last writer of each question; where nobody is noted, whoever saved the section counts."""
    with op.batch_alter_table("section_answers") as answers:
        answers.add_column(sa.Column("last", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("section_answers") as answers:
        answers.alter_column("last", existing_type=sa.JSON(), server_default=None)


def downgrade() -> None:
    """Forget it again."""
    with op.batch_alter_table("section_answers") as answers:
        answers.drop_column("last")
