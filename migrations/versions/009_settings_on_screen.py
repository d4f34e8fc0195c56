"""The council's settings are edited on screen: colours, what belongs to a word, words no longer offered, old texts."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "009"
down_revision = "008"
branch_labels = None
depends_on = None

TEXTS = {"phrase": sa.Text(), "heading": sa.Text(), "affects": sa.String(60), "number": sa.String(60)}
AFFECTS = "affects IN ('', 'resident', 'partner') AND (affects <> '') = (kind = 'barrier')"
NUMBER = "number IN ('', 'charity', 'company', 'none') AND (number <> '') = (kind = 'legal_form')"


def upgrade() -> None:
    """Add them. A word that is there already is offered; whose barrier it is shows in its code."""
    with op.batch_alter_table("council") as council:
        council.add_column(sa.Column("colours", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("terms") as terms:
        for name, kind in TEXTS.items():
            terms.add_column(sa.Column(name, kind, nullable=False, server_default=""))
        terms.add_column(sa.Column("retired", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE terms SET affects = 'resident' WHERE kind = 'barrier'")
    op.execute("UPDATE terms SET affects = 'partner' WHERE kind = 'barrier' AND code LIKE 'partner%'")
    op.execute("UPDATE terms SET number = 'none' WHERE kind = 'legal_form'")
    op.execute("UPDATE terms SET number = 'charity' WHERE kind = 'legal_form' AND code IN ('charity', 'cio')")
    op.execute("UPDATE terms SET number = 'company' WHERE kind = 'legal_form' AND code IN ('cic', 'company')")
    with op.batch_alter_table("council") as council:
        council.alter_column("colours", existing_type=sa.JSON(), server_default=None)
    with op.batch_alter_table("terms") as terms:
        for name, kind in TEXTS.items():
            terms.alter_column(name, existing_type=kind, server_default=None)
        terms.alter_column("retired", existing_type=sa.Boolean(), server_default=None)
        terms.create_check_constraint("affects", AFFECTS)
        terms.create_check_constraint("number", NUMBER)
    op.create_table(
        "earlier_settings",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("at", Utc, nullable=False),
        sa.Column("setting", sa.String(60), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
    )


def downgrade() -> None:
    """Take them away again; words no longer offered are offered once more."""
    op.drop_table("earlier_settings")
    with op.batch_alter_table("terms") as terms:
        terms.drop_constraint("number", type_="check")
        terms.drop_constraint("affects", type_="check")
        for name in ("retired", *reversed(TEXTS)):
            terms.drop_column(name)
    with op.batch_alter_table("council") as council:
        council.drop_column("colours")
