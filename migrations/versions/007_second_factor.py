"""A second factor for council people, and why a sign-in was ended."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "007"
down_revision = "006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for authenticators and recovery codes, and say of each sign-in whether the second factor was given."""
    op.create_table(
        "authenticators",
        sa.Column("person_id", BigKey, sa.ForeignKey("people.id"), primary_key=True, autoincrement=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("set_up_at", Utc, nullable=False),
        sa.Column("last_step", BigKey, nullable=False),
        sa.CheckConstraint("last_step >= 0", name=op.f("ck_authenticators_last_step")),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("person_id", BigKey, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("made_at", Utc, nullable=False),
        sa.Column("used_at", Utc),
        sa.UniqueConstraint("person_id", "digest", name=op.f("uq_recovery_codes_person_id_digest")),
    )
    with op.batch_alter_table("sign_ins") as sign_ins:
        sign_ins.add_column(sa.Column("confirmed_at", Utc))
        sign_ins.add_column(sa.Column("end_reason", sa.String(20)))
        sign_ins.create_check_constraint(op.f("ck_sign_ins_end_reason"), "end_reason IN ('roles', 'authenticator')")
        sign_ins.create_check_constraint(
            op.f("ck_sign_ins_reason_has_end"), "end_reason IS NULL OR ended_at IS NOT NULL"
        )
    with op.batch_alter_table("sign_in_requests") as requests:
        requests.add_column(sa.Column("is_whole", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("sign_in_requests") as requests:
        requests.alter_column("is_whole", server_default=None)


def downgrade() -> None:
    """Forget them."""
    with op.batch_alter_table("sign_in_requests") as requests:
        requests.drop_column("is_whole")
    with op.batch_alter_table("sign_ins") as sign_ins:
        sign_ins.drop_constraint(op.f("ck_sign_ins_reason_has_end"), type_="check")
        sign_ins.drop_constraint(op.f("ck_sign_ins_end_reason"), type_="check")
        sign_ins.drop_column("end_reason")
        sign_ins.drop_column("confirmed_at")
    op.drop_table("recovery_codes")
    op.drop_table("authenticators")
