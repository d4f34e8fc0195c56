"""The council checks organisations, people ask to join them, and an invitation is remembered before it ends."""

import datetime as dt

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "008"
down_revision = "007"
branch_labels = None
depends_on = None

STATES = "state IN ('unverified', 'more_needed', 'verified', 'refused')"
JUDGED = "(state IN ('verified', 'refused')) = (judged_at IS NOT NULL) AND (judged_at IS NULL) = (judged_by IS NULL)"


def upgrade() -> None:
    """Put every organisation that is there into the queue, from today on."""
    with op.batch_alter_table("organisations") as table:
        table.add_column(sa.Column("state", sa.String(40), nullable=False, server_default="unverified"))
        table.add_column(sa.Column("waiting_since", Utc))
        table.add_column(sa.Column("check_due_on", sa.Date()))
        table.add_column(sa.Column("check_opened_at", Utc))
        table.add_column(sa.Column("judged_by", BigKey))
        table.add_column(sa.Column("judged_at", Utc))
    columns = ("waiting_since", Utc), ("check_opened_at", Utc), ("check_due_on", sa.Date())
    there = sa.table("organisations", *(sa.column(*each) for each in columns))
    now = dt.datetime.now(dt.UTC)
    due = now.date() + dt.timedelta(days=14)
    op.execute(there.update().values(waiting_since=now, check_opened_at=now, check_due_on=due))
    with op.batch_alter_table("organisations") as table:
        table.alter_column("state", existing_type=sa.String(40), server_default=None)
        table.alter_column("waiting_since", existing_type=Utc, nullable=False)
        table.alter_column("check_opened_at", existing_type=Utc, nullable=False)
        table.alter_column("check_due_on", existing_type=sa.Date(), nullable=False)
        table.create_foreign_key(op.f("fk_organisations_judged_by"), "people", ["judged_by"], ["id"])
        table.create_check_constraint(op.f("ck_organisations_state"), STATES)
        table.create_check_constraint(op.f("ck_organisations_judged_has_judge"), JUDGED)
        table.create_index("ix_organisations_queue", ["state", "waiting_since", "id"])
    with op.batch_alter_table("team_invitations") as table:
        table.add_column(sa.Column("reminder_digest", sa.String(64)))
        table.add_column(sa.Column("reminded_at", Utc))
        table.create_unique_constraint(op.f("uq_team_invitations_reminder_digest"), ["reminder_digest"])
        table.create_check_constraint(
            op.f("ck_team_invitations_reminded_has_link"), "(reminder_digest IS NULL) = (reminded_at IS NULL)"
        )
    make_requests()
    make_checks()


def make_requests() -> None:
    """Room for those who ask to join."""
    op.create_table(
        "join_requests",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("ref", sa.String(40), nullable=False, unique=True),
        sa.Column("organisation_id", BigKey, sa.ForeignKey("organisations.id"), nullable=False, index=True),
        sa.Column("person_id", BigKey, sa.ForeignKey("people.id"), nullable=False, index=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("asked_at", Utc, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("expires_at", Utc, nullable=False),
        sa.Column("ended_at", Utc),
        sa.Column("answered_by", BigKey, sa.ForeignKey("people.id")),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("by_council", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'accepted', 'declined', 'withdrawn', 'expired')",
            name=op.f("ck_join_requests_state"),
        ),
        sa.CheckConstraint("(state = 'waiting') = (ended_at IS NULL)", name=op.f("ck_join_requests_ended_has_date")),
        sa.Index("ix_join_requests_waiting", "state", "expires_at", "id"),
        sa.Index(
            "uq_join_requests_waiting",
            "organisation_id",
            "person_id",
            unique=True,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        ),
    )


def make_checks() -> None:
    """Room for the checklist, and for what both sides write to each other about it."""
    op.create_table(
        "organisation_checks",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("organisation_id", BigKey, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("item", sa.String(60), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("checked_by", BigKey, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("checked_at", Utc, nullable=False),
        sa.UniqueConstraint("organisation_id", "item"),
        sa.CheckConstraint("outcome IN ('yes', 'no', 'not_needed')", name=op.f("ck_organisation_checks_outcome")),
    )
    op.create_table(
        "verification_exchanges",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("organisation_id", BigKey, sa.ForeignKey("organisations.id"), nullable=False, index=True),
        sa.Column("verb", sa.String(60), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("missing", sa.JSON(), nullable=False),
        sa.Column("written_by", BigKey, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("written_at", Utc, nullable=False),
    )


def downgrade() -> None:
    """Forget the checks and the requests."""
    for name in ("verification_exchanges", "organisation_checks", "join_requests"):
        op.drop_table(name)
    with op.batch_alter_table("team_invitations") as table:
        table.drop_constraint(op.f("ck_team_invitations_reminded_has_link"), type_="check")
        table.drop_constraint(op.f("uq_team_invitations_reminder_digest"), type_="unique")
        table.drop_column("reminded_at")
        table.drop_column("reminder_digest")
    with op.batch_alter_table("organisations") as table:
        table.drop_index("ix_organisations_queue")
        table.drop_constraint(op.f("ck_organisations_judged_has_judge"), type_="check")
        table.drop_constraint(op.f("ck_organisations_state"), type_="check")
        table.drop_constraint(op.f("fk_organisations_judged_by"), type_="foreignkey")
        for name in ("judged_at", "judged_by", "check_opened_at", "check_due_on", "waiting_since", "state"):
            table.drop_column(name)
