"""Whom an organisation names: two contacts and a safeguarding lead, with ways to reach them."""

import sqlalchemy as sa
from alembic import op

revision = "021"
down_revision = "020"
branch_labels = None
depends_on = None

COLUMNS = (
    *(f"{who}_{part}" for who in ("main_contact", "second_contact") for part in ("name", "role", "email", "phone")),
    *(f"safeguarding_lead_{part}" for part in ("name", "email", "phone")),
)
CONTACT_REACHED = (
    "({who}_name = '') = ({who}_email = '') AND ({who}_name <> '' OR ({who}_role = '' AND {who}_phone = ''))"
)
CHECKS = {
    "main_contact_reached": CONTACT_REACHED.format(who="main_contact"),
    "second_contact_reached": CONTACT_REACHED.format(who="second_contact"),
    "safeguarding_lead_reached": (
        "(safeguarding_lead_name = '') = (safeguarding_lead_email = '' AND safeguarding_lead_phone = '')"
    ),
    "two_contacts": "main_contact_email = '' OR main_contact_email <> second_contact_email",
}


def upgrade() -> None:
    """Make room for them; nobody has named anybody yet."""
    with op.batch_alter_table("organisations") as table:
        for name in COLUMNS:
            table.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("organisations") as table:
        for name in COLUMNS:
            table.alter_column(name, existing_type=sa.Text(), server_default=None)
        for name, check in CHECKS.items():
            table.create_check_constraint(op.f(f"ck_organisations_{name}"), check)


def downgrade() -> None:
    """Forget whom they named."""
    with op.batch_alter_table("organisations") as table:
        for name in CHECKS:
            table.drop_constraint(op.f(f"ck_organisations_{name}"), type_="check")
        for name in COLUMNS:
            table.drop_column(name)
