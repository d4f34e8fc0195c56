"""Messages to the team have a room of their own, and all of history can be searched without reading all of it."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "011"
down_revision = "010"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_history_at": ["at", "id"],
    "ix_history_kind": ["subject", "at", "id"],
    "ix_history_verb": ["subject", "verb", "at", "id"],
    "ix_history_actor": ["actor_id", "at", "id"],
}


def upgrade() -> None:
    """Make room for messages, and index history by moment, kind, verb and person."""
    op.create_table(
        "messages",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("ref", sa.String(40), nullable=False, unique=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("topic", sa.String(60), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("phone", sa.String(40), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("person_id", BigKey, sa.ForeignKey("people.id"), nullable=True, index=True),
        sa.Column("at", Utc, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("claimed_by", BigKey, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("claimed_at", Utc, nullable=True),
        sa.Column("answered_by", BigKey, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("answered_at", Utc, nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("closed_by", BigKey, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("closed_at", Utc, nullable=True),
        sa.Column("closed_because", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'answered', 'closed')", name="state"),
        sa.CheckConstraint("email <> '' OR phone <> ''", name="can_be_answered"),
        sa.CheckConstraint("(claimed_by IS NULL) = (claimed_at IS NULL)", name="claimed_has_date"),
        sa.CheckConstraint(
            "(state = 'answered') = (answered_at IS NOT NULL)"
            " AND (answered_at IS NULL) = (answered_by IS NULL) AND (answered_at IS NULL) = (answer IS NULL)",
            name="answered_has_answer",
        ),
        sa.CheckConstraint(
            "(state <> 'closed' OR closed_at IS NOT NULL) AND (state <> 'waiting' OR closed_at IS NULL)"
            " AND (closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (closed_because IS NULL)",
            name="closed_has_reason",
        ),
    )
    op.create_index("ix_messages_queue", "messages", ["state", "due_on", "at", "id"])
    op.create_index("ix_messages_at", "messages", ["at", "id"])
    for name, columns in INDEXES.items():
        op.create_index(name, "history", columns)


def downgrade() -> None:
    """Take both away again."""
    for name in reversed(INDEXES):
        op.drop_index(name, "history")
    op.drop_table("messages")
