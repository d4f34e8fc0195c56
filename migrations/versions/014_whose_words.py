"""Of each question in a draft it is known who saved it last; and of each draft, who was reminded of its end."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "014"
down_revision = "013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for both; where nobody is noted as a question's last writer, whoever saved the section counts."""
    with op.batch_alter_table("section_answers") as answers:
        answers.add_column(sa.Column("last", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("section_answers") as answers:
        answers.alter_column("last", existing_type=sa.JSON(), server_default=None)
    op.create_table(
        "closing_reminders",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), nullable=False),
        sa.Column("person_id", BigKey, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("days", BigKey, nullable=False),
        sa.Column("at", Utc, nullable=False),
        sa.UniqueConstraint("application_id", "person_id", "days"),
        sa.CheckConstraint("days IN (7, 1)", name="days"),
    )


def downgrade() -> None:
    """Forget both again."""
    op.drop_table("closing_reminders")
    with op.batch_alter_table("section_answers") as answers:
        answers.drop_column("last")
