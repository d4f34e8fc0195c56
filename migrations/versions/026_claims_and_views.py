"""Who has taken what waits in an inbox, who has it open, and the views that people saved of theirs."""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "026"
down_revision = "025"
branch_labels = None
depends_on = None

FIRST = sa.text("is_first")


def person(name: str = "person_id", **more: bool) -> sa.Column:
    """A column that points to somebody."""
    return sa.Column(name, BigKey, sa.ForeignKey("people.id"), **more)


def upgrade() -> None:
    """Make room for them; nobody has taken anything yet."""
    op.create_table(
        "claims",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("queue", sa.String(60), nullable=False),
        sa.Column("record", sa.String(60), nullable=False),
        sa.Column("thing_id", BigKey, nullable=False),
        person(nullable=False, index=True),
        sa.Column("since", Utc, nullable=False),
        sa.Column("seen_at", Utc, nullable=False),
        person("handed_by"),
        sa.Column("word", sa.Text(), nullable=False),
        sa.UniqueConstraint("queue", "thing_id"),
        sa.CheckConstraint("word = '' OR handed_by IS NOT NULL", name="word_of_somebody"),
    )
    op.create_index("ix_claims_thing", "claims", ["record", "thing_id"])
    op.create_table(
        "openings",
        sa.Column("place", sa.String(60), primary_key=True),
        sa.Column("thing_id", BigKey, primary_key=True, autoincrement=False),
        person(primary_key=True, autoincrement=False),
        sa.Column("since", Utc, nullable=False),
        sa.Column("seen_at", Utc, nullable=False, index=True),
    )
    op.create_table(
        "saved_views",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("ref", sa.String(40), nullable=False, unique=True),
        person(nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("name_key", sa.String(40), nullable=False),
        sa.Column("queue", sa.String(60), nullable=False),
        sa.Column("urgency", sa.String(60), nullable=False),
        sa.Column("round", sa.String(100), nullable=False),
        sa.Column("whose", sa.String(60), nullable=False),
        sa.Column("is_first", sa.Boolean(), nullable=False),
        sa.Column("made_at", Utc, nullable=False),
        sa.UniqueConstraint("person_id", "name_key"),
    )
    op.create_index(
        "uq_saved_views_first",
        "saved_views",
        ["person_id"],
        unique=True,
        sqlite_where=FIRST,
        postgresql_where=FIRST,
    )


def downgrade() -> None:
    """Forget who has what, and how anybody likes to see their inbox."""
    op.drop_table("saved_views")
    op.drop_table("openings")
    op.drop_table("claims")
