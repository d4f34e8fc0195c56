"""The words by which the council finds applications and organisations, and what finds them.

A later migration that rebuilds one of the two tables (SQLite's batch mode) has to make its triggers again; a test of the
migrations misses them.
"""

import sqlalchemy as sa
from alembic import op

from portal.db.base import BigKey, Utc

revision = "025"
down_revision = "024"
branch_labels = None
depends_on = None

TABLES = {
    "application_words": ("id", ("naming", "rest")),
    "organisation_words": ("record_id", ("names", "more")),
}
"""What is indexed: each table's key, and its columns of words."""
GIN = {
    "ix_application_words_all": ("application_words", "naming || ' ' || rest"),
    "ix_organisation_words_all": ("organisation_words", "names || ' ' || more"),
    "ix_organisation_words_names": ("organisation_words", "names"),
}


def upgrade() -> None:
    """Make room for the words. What is there already is read by the worker: a row of it waits for that."""
    op.create_table(
        "application_words",
        sa.Column("id", BigKey, primary_key=True),
        sa.Column("application_id", BigKey, sa.ForeignKey("applications.id"), nullable=False, unique=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("naming", "rest")),
        sa.Column("at", Utc, nullable=True),
    )
    op.create_index("ix_application_words_unread", "application_words", ["at", "id"])
    op.create_table(
        "organisation_words",
        sa.Column("record_id", BigKey, sa.ForeignKey("organisations.id"), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "names", "more")),
        sa.Column("at", Utc, nullable=True),
    )
    op.create_index("ix_organisation_words_name", "organisation_words", ["name", "record_id"])
    op.create_index("ix_organisation_words_unread", "organisation_words", ["at", "record_id"])
    if op.get_bind().dialect.name == "sqlite":
        for table, (key, columns) in TABLES.items():
            make_fts(table, key, columns)
    else:
        for name, (table, words) in GIN.items():
            listed = f"array_remove(string_to_array({words}, ' '), '')"
            op.execute(f"CREATE INDEX {name} ON {table} USING gin (array_to_tsvector({listed}))")
    op.execute(
        "INSERT INTO application_words (application_id, naming, rest)"
        " SELECT id, '', '' FROM applications WHERE submitted_at IS NOT NULL ORDER BY submitted_at, id"
    )
    op.execute("INSERT INTO organisation_words (record_id, name, names, more) SELECT id, '', '', '' FROM organisations")


def make_fts(table: str, key: str, columns: tuple[str, ...]) -> None:
    """An index of words that holds no text of its own, and what keeps it as the table is, row by row.

    The words are cut and folded already, so it splits at nothing but spaces (`ascii`), and which row holds a word in
    which column is all that it needs to know (`detail`).
    """
    names, index = ", ".join(columns), f"{table}_fts"
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content='{table}', content_rowid='{key}', detail='column',"
        " tokenize='ascii', prefix='3 4 5')"
    )
    new, old = (", ".join(f"{which}.{name}" for name in (key, *columns)) for which in ("new", "old"))
    put = f"INSERT INTO {index}(rowid, {names}) VALUES ({new});"  # noqa: S608
    take = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', {old});"  # noqa: S608
    op.execute(f"CREATE TRIGGER {index}_put AFTER INSERT ON {table} BEGIN {put} END")
    op.execute(f"CREATE TRIGGER {index}_take AFTER DELETE ON {table} BEGIN {take} END")
    op.execute(f"CREATE TRIGGER {index}_change AFTER UPDATE ON {table} BEGIN {take} {put} END")


def downgrade() -> None:
    """Forget the words; nothing that somebody wrote goes with them."""
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            op.execute(f"DROP TABLE {table}_fts")
    for table in TABLES:
        op.drop_table(table)
