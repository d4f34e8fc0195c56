"""History is append-only: the database refuses to change or delete a row."""

from alembic import op

revision = "002"
down_revision = "001"
branch_labels = None
depends_on = None

SENTENCE = "history is append-only"


def upgrade() -> None:
    """Refuse UPDATE and DELETE (and, on PostgreSQL, TRUNCATE) on history."""
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER history_no_{deed.lower()} BEFORE {deed} ON history "
                f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION history_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    op.execute(
        "CREATE TRIGGER history_no_change BEFORE UPDATE OR DELETE ON history "
        "FOR EACH ROW EXECUTE FUNCTION history_refuse()"
    )
    op.execute(
        "CREATE TRIGGER history_no_truncate BEFORE TRUNCATE ON history "
        "FOR EACH STATEMENT EXECUTE FUNCTION history_refuse()"
    )


def downgrade() -> None:
    """Let rows be changed again."""
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("update", "delete"):
            op.execute(f"DROP TRIGGER history_no_{deed}")
        return
    op.execute("DROP TRIGGER history_no_truncate ON history")
    op.execute("DROP TRIGGER history_no_change ON history")
    op.execute("DROP FUNCTION history_refuse")
