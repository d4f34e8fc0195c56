"""Files, who uses them, and the documents of organisations."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "013"
down_revision = "012"
branch_labels = None
depends_on = None

CURRENT = sa.text("ended_at IS NULL")


def upgrade() -> None:
    """Make room for files, for what uses each of them, and for organisations' documents."""
    op.create_table(
        "files",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("ref", sa.String(40), nullable=False, unique=True),
        sa.Column("key", sa.String(40), nullable=False, unique=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("format", sa.String(10), nullable=False),
        sa.Column("size", BigKey, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("sent_by", BigKey, nullable=True),
        sa.Column("sent_at", Utc, nullable=False, index=True),
        sa.Column("due_at", Utc, nullable=False),
        sa.Column("tries", BigKey, nullable=False),
        sa.Column("scanned_at", Utc, nullable=True),
        sa.Column("ready_at", Utc, nullable=True),
        sa.Column("removed_at", Utc, nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'ready', 'infected', 'unusable', 'removed')", name="state"),
        sa.CheckConstraint("format IN ('pdf', 'docx', 'odt', 'xlsx', 'ods', 'jpeg', 'png', 'heic')", name="format"),
        sa.CheckConstraint("size > 0", name="size"),
        sa.CheckConstraint("state <> 'waiting' OR ready_at IS NULL", name="waiting_is_not_ready"),
        sa.CheckConstraint("(state = 'removed') = (removed_at IS NOT NULL)", name="removed_has_date"),
    )
    op.create_index("ix_files_waiting", "files", ["state", "due_at", "id"])
    op.create_table(
        "file_uses",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("file_id", BigKey, sa.ForeignKey("files.id"), nullable=False, index=True),
        sa.Column("subject", sa.String(60), nullable=False),
        sa.Column("subject_id", BigKey, nullable=False),
        sa.Column("place", sa.String(60), nullable=False),
        sa.Column("since", Utc, nullable=False),
        sa.Column("ended_at", Utc, nullable=True),
    )
    op.create_index("ix_file_uses_subject", "file_uses", ["subject", "subject_id", "ended_at"])
    op.create_index(
        "uq_file_uses_current",
        "file_uses",
        ["file_id", "subject", "subject_id", "place"],
        unique=True,
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )
    op.create_table(
        "documents",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("ref", sa.String(40), nullable=False, unique=True),
        sa.Column("organisation_id", BigKey, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("sort", sa.String(60), nullable=False),
        sa.Column("file_id", BigKey, sa.ForeignKey("files.id"), nullable=False, index=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("given_by", BigKey, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("given_at", Utc, nullable=False),
        sa.Column("reminded_days", BigKey, nullable=True),
        sa.Column("ended_at", Utc, nullable=True),
        sa.CheckConstraint("sort IN ('governing', 'accounts', 'safeguarding', 'insurance')", name="sort"),
        sa.CheckConstraint("sort <> 'insurance' OR expires_on IS NOT NULL", name="insurance_ends"),
        sa.CheckConstraint("reminded_days IS NULL OR expires_on IS NOT NULL", name="reminded_of_a_day"),
    )
    op.create_index(
        "uq_documents_current",
        "documents",
        ["organisation_id", "sort"],
        unique=True,
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )
    op.create_index("ix_documents_expiring", "documents", ["ended_at", "expires_on", "id"])


def downgrade() -> None:
    """Take the tables away again. What lies in the store stays there, without a row."""
    op.drop_table("documents")
    op.drop_table("file_uses")
    op.drop_table("files")
