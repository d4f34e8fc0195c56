"""What stands around an application: why it was withdrawn, its source, who typed it in, equality in numbers, PDFs."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "015"
down_revision = "014"
branch_labels = None
depends_on = None

HAS_REASON = "withdrawn_because IS NULL OR state = 'withdrawn'"


def upgrade() -> None:
    """Make room for all of it; nobody was asked about equality yet, and nothing was typed in for anybody."""
    with op.batch_alter_table("applications") as table:
        table.add_column(sa.Column("withdrawn_because", sa.Text()))
        table.add_column(sa.Column("copied_from", BigKey))
        table.add_column(sa.Column("asked_equality", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.create_foreign_key(op.f("fk_applications_copied_from"), "applications", ["copied_from"], ["id"])
        table.create_check_constraint(op.f("ck_applications_withdrawn_has_reason"), HAS_REASON)
    with op.batch_alter_table("applications") as table:
        table.alter_column("asked_equality", existing_type=sa.Boolean(), server_default=None)
    op.create_table(
        "keyed_applications",
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), primary_key=True),
        sa.Column("keyed_by", BigKey, sa.ForeignKey("people.id"), nullable=False, index=True),
        sa.Column("came_by", sa.String(60), nullable=False),
        sa.Column("came_on", sa.Date(), nullable=False),
        sa.Column("contact_name", sa.String(200), nullable=False),
        sa.Column("contact_email", sa.String(254), nullable=False),
        sa.Column("contact_phone", sa.String(40), nullable=False),
        sa.CheckConstraint("came_by IN ('phone', 'paper', 'in_person')", name="came_by"),
    )
    op.create_table(
        "equality_counts",
        sa.Column("round_id", BigKey, sa.ForeignKey("rounds.id"), primary_key=True),
        sa.Column("question", sa.String(60), primary_key=True),
        sa.Column("answer", sa.String(60), primary_key=True),
        sa.Column("number", BigKey, nullable=False),
        sa.CheckConstraint("number >= 0", name="number"),
    )
    op.create_table(
        "pdf_copies",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("ref", sa.String(40), nullable=False, unique=True),
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), nullable=False),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("asked_by", BigKey, sa.ForeignKey("people.id"), nullable=True),
        sa.Column("asked_at", Utc, nullable=False),
        sa.Column("tries", BigKey, nullable=False),
        sa.Column("leased_until", Utc, nullable=True),
        sa.Column("failed_at", Utc, nullable=True),
        sa.Column("made_at", Utc, nullable=True),
        sa.Column("pdf", sa.LargeBinary(), nullable=True),
        sa.UniqueConstraint("application_id", "kind"),
        sa.CheckConstraint("kind IN ('whole', 'hidden')", name="kind"),
        sa.CheckConstraint("(made_at IS NULL) = (pdf IS NULL)", name="made_has_bytes"),
        sa.CheckConstraint("made_at IS NULL OR failed_at IS NULL", name="made_or_failed"),
    )
    op.create_index("ix_pdf_copies_waiting", "pdf_copies", ["made_at", "failed_at", "id"])


def downgrade() -> None:
    """Take it all away again."""
    op.drop_table("pdf_copies")
    op.drop_table("equality_counts")
    op.drop_table("keyed_applications")
    with op.batch_alter_table("applications") as table:
        table.drop_constraint(op.f("ck_applications_withdrawn_has_reason"), type_="check")
        table.drop_constraint(op.f("fk_applications_copied_from"), type_="foreignkey")
        table.drop_column("asked_equality")
        table.drop_column("copied_from")
        table.drop_column("withdrawn_because")
