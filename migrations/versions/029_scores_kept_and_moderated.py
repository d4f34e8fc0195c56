"""Scores that were taken back are kept, gaps stay found, and a note may take the place of a third reviewer."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "029"
down_revision = "028"
branch_labels = None
depends_on = None

GROWING = ("earlier_scores", "gaps", "moderations")


def upgrade() -> None:
    """Make room for them; nothing was taken back or moderated yet."""
    op.create_table(
        "earlier_scores",
        sa.Column("assessment_id", BigKey, sa.ForeignKey("assessments.id"), primary_key=True),
        sa.Column("number", BigKey, primary_key=True, autoincrement=False),
        sa.Column("criterion", sa.String(60), primary_key=True),
        sa.Column("points", BigKey, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("given_at", Utc, nullable=False),
        sa.Column("kept_at", Utc, nullable=False),
        sa.CheckConstraint("points BETWEEN 0 AND 5", name="points"),
    )
    op.create_table(
        "gaps",
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), primary_key=True),
        sa.Column("criterion", sa.String(60), primary_key=True),
        sa.Column("found_at", Utc, nullable=False),
    )
    op.create_table(
        "moderations",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), nullable=False, unique=True),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("written_by", BigKey, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("written_at", Utc, nullable=False),
    )
    for table in GROWING:
        grow_only(table)


def grow_only(table: str) -> None:
    """Refuse to change, delete or empty the rows of a table, as history does."""
    sentence = f"{table} is append-only"
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
            )
        return
    op.execute(
        f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()"
    )
    op.execute(
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"
    )


def downgrade() -> None:
    """Forget what was taken back and moderated."""
    for table in reversed(GROWING):
        op.drop_table(table)
        if op.get_bind().dialect.name != "sqlite":
            op.execute(f"DROP FUNCTION {table}_refuse")
