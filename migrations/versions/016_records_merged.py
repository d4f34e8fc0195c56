"""Two records can be one organisation: a pointer, and who set it, why, and who took it away again."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "016"
down_revision = "015"
branch_labels = None
depends_on = None

NUMBERS = ("charity_number", "company_number")
STANDS = sa.text("merged_into_id IS NULL")
APART = "(apart_at IS NULL) = (apart_by IS NULL) AND (apart_at IS NULL) = (apart_because IS NULL)"


def upgrade() -> None:
    """Make room for it. A number stands once among the organisations that stand for themselves."""
    with op.batch_alter_table("organisations") as table:
        table.add_column(sa.Column("merged_into_id", BigKey))
        table.create_foreign_key(op.f("fk_organisations_merged_into_id"), "organisations", ["merged_into_id"], ["id"])
        table.create_check_constraint(op.f("ck_organisations_not_into_itself"), "merged_into_id <> id")
        for number in NUMBERS:
            table.drop_constraint(op.f(f"uq_organisations_{number}"), type_="unique")
    op.create_index(op.f("ix_organisations_merged_into_id"), "organisations", ["merged_into_id"])
    for number in NUMBERS:
        op.create_index(
            f"uq_organisations_{number}",
            "organisations",
            [number],
            unique=True,
            sqlite_where=STANDS,
            postgresql_where=STANDS,
        )
    op.create_table(
        "organisation_merges",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("ref", sa.String(40), nullable=False, unique=True),
        sa.Column("record_id", BigKey, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("into_id", BigKey, sa.ForeignKey("organisations.id"), nullable=False, index=True),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("merged_by", BigKey, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("merged_at", Utc, nullable=False),
        sa.Column("apart_because", sa.Text()),
        sa.Column("apart_by", BigKey, sa.ForeignKey("people.id")),
        sa.Column("apart_at", Utc),
        sa.CheckConstraint("record_id <> into_id", name="two_records"),
        sa.CheckConstraint(APART, name="apart_has_reason"),
    )
    together = sa.text("apart_at IS NULL")
    op.create_index(
        "uq_organisation_merges_current",
        "organisation_merges",
        ["record_id"],
        unique=True,
        sqlite_where=together,
        postgresql_where=together,
    )


def downgrade() -> None:
    """Take it away again. Records that were one are two from then on; where both have a number, the later loses it."""
    op.drop_table("organisation_merges")
    for number in NUMBERS:
        op.drop_index(f"uq_organisations_{number}", "organisations")
        lose_twice(number)
    op.drop_index(op.f("ix_organisations_merged_into_id"), "organisations")
    with op.batch_alter_table("organisations") as table:
        table.drop_constraint(op.f("ck_organisations_not_into_itself"), type_="check")
        table.drop_constraint(op.f("fk_organisations_merged_into_id"), type_="foreignkey")
        table.drop_column("merged_into_id")
        for number in NUMBERS:
            table.create_unique_constraint(op.f(f"uq_organisations_{number}"), [number])


def lose_twice(number: str) -> None:
    """Take a number from a merged record where another record has it too."""
    name = sa.column(number, sa.String())
    rows = sa.table("organisations", sa.column("id", BigKey), sa.column("merged_into_id", BigKey), name)
    there = rows.alias()
    has_it = sa.exists().where(there.c[number] == rows.c[number], there.c.id != rows.c.id)
    op.execute(rows.update().where(rows.c.merged_into_id.is_not(None), has_it).values({number: None}))
