"""Changes that the council asks for in an application that was sent, with what stood before them."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "022"
down_revision = "021"
branch_labels = None
depends_on = None

BEFORE = (
    *("draft", "submitted", "not_eligible", "assessing", "scored"),
    *("funded", "part_funded", "reserved", "declined", "withdrawn"),
)
STATE = "changes_asked"


def states(*codes: str) -> None:
    """Let an application be in just these states."""
    name, listed = op.f("ck_applications_state"), ", ".join(f"'{code}'" for code in codes)
    with op.batch_alter_table("applications") as table:
        table.drop_constraint(name, type_="check")
        table.create_check_constraint(name, f"state IN ({listed})")


def upgrade() -> None:
    """Make room for them; nothing was asked for yet."""
    states(BEFORE[0], BEFORE[1], STATE, *BEFORE[2:])
    op.create_table(
        "change_requests",
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), primary_key=True),
        sa.Column("number", BigKey, primary_key=True),
        sa.Column("asked_by", BigKey, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("asked_at", Utc, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_set_at", Utc, nullable=False),
        sa.Column("reminded_at", Utc, nullable=True),
        sa.Column("ended_at", Utc, nullable=True),
        sa.Column("ended_by", BigKey, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("outcome", sa.String(60), nullable=True),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("check_by", sa.Date(), nullable=True),
        sa.CheckConstraint("outcome IN ('answered', 'taken_back', 'withdrawn')", name="outcome"),
        sa.CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)", name="ended_has_outcome"),
        sa.CheckConstraint("(coalesce(outcome, '') = 'answered') = (check_by IS NOT NULL)", name="answered_has_day"),
    )
    op.create_index("ix_change_requests_due", "change_requests", ["ended_at", "due_on"])
    op.create_index(
        "uq_change_requests_open",
        "change_requests",
        ["application_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def downgrade() -> None:
    """Forget them; what somebody was still asked about waits to be checked again, with the answers that it has now."""
    op.drop_table("change_requests")
    op.execute("UPDATE applications SET state = 'submitted' WHERE state = 'changes_asked'")
    states(*BEFORE)
