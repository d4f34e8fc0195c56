"""Guests of one application, invitations to it, and who looks after it once it was handed on."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "017"
down_revision = "016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for all of it; nobody was invited yet, and who started an application looks after it."""
    with op.batch_alter_table("applications") as table:
        table.add_column(sa.Column("looked_after_by", BigKey))
        table.create_foreign_key(op.f("fk_applications_looked_after_by"), "people", ["looked_after_by"], ["id"])
    op.create_table(
        "application_guests",
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), primary_key=True),
        sa.Column("person_id", BigKey, sa.ForeignKey("people.id"), primary_key=True, index=True),
        sa.Column("role", sa.String(60), nullable=False),
        sa.Column("invited_by", BigKey, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("since", Utc, nullable=False),
        sa.Column("ended_at", Utc, nullable=True),
        sa.CheckConstraint("role IN ('read', 'write')", name="role"),
    )
    op.create_table(
        "guest_invitations",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("ref", sa.String(40), nullable=False, unique=True),
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), nullable=False, index=True),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("role", sa.String(60), nullable=False),
        sa.Column("link_digest", sa.String(64), nullable=False),
        sa.Column("invited_by", BigKey, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("invited_at", Utc, nullable=False),
        sa.Column("expires_at", Utc, nullable=False),
        sa.Column("ended_at", Utc, nullable=True),
        sa.Column("accepted_by", BigKey, sa.ForeignKey("people.id"), nullable=True),
        sa.UniqueConstraint("link_digest"),
        sa.CheckConstraint("role IN ('read', 'write')", name="role"),
        sa.CheckConstraint("accepted_by IS NULL OR ended_at IS NOT NULL", name="accepted_has_ended"),
    )
    op.create_index("ix_guest_invitations_sent", "guest_invitations", ["invited_by", "invited_at"])


def downgrade() -> None:
    """Take it all away again."""
    op.drop_table("guest_invitations")
    op.drop_table("application_guests")
    with op.batch_alter_table("applications") as table:
        table.drop_constraint(op.f("fk_applications_looked_after_by"), type_="foreignkey")
        table.drop_column("looked_after_by")
