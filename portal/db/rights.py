"""The least that the portal needs of PostgreSQL: one role owns the tables, another works with their rows."""

from collections.abc import Iterator

from sqlalchemy import MetaData, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session

from portal.kit.errors import Misconfigured

VERSIONS = "alembic_version"


def give(session: Session, metadata: MetaData, role: str) -> None:
    """Give a role just what the portal needs, in one transaction. Raises Misconfigured where it would keep more."""
    for statement in statements(metadata, role):
        session.execute(text(statement))
    for table in metadata.sorted_tables:
        if table.info.get("append_only") and may_change(session, role, table.name):
            session.rollback()
            raise Misconfigured(
                f"{role} may still change {table.name}: it owns the tables, belongs to a role that does, or is a"
                " superuser. Expected: a role of its own, as in docs/running.md."
            )
    session.commit()


def statements(metadata: MetaData, role: str) -> Iterator[str]:
    """What takes everything from a role and gives it the least; the owner of the tables runs it after each migration.

    Tables that only grow (`append_only` in their `info`) are read and added to. Nothing can be dropped, emptied,
    altered or freed from its triggers, because the role owns nothing.
    """
    who = postgresql.dialect().identifier_preparer.quote(role)  # type: ignore[no-untyped-call]
    for everybody in ("PUBLIC", who):
        yield f"REVOKE ALL ON SCHEMA public FROM {everybody}"
        yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {everybody}"
        yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {everybody}"
    yield f"GRANT USAGE ON SCHEMA public TO {who}"
    # A backup reads where each sequence stands; nobody but the owner sets one.
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {who}"
    yield f"GRANT SELECT ON {VERSIONS} TO {who}"
    for table in metadata.sorted_tables:
        may = "SELECT, INSERT" if table.info.get("append_only") else "SELECT, INSERT, UPDATE, DELETE"
        yield f"GRANT {may} ON {table.name} TO {who}"


def may_change(session: Session, role: str, table: str) -> bool:
    """Whether a role may change or remove rows of a table, by whichever way."""
    question = text(
        "SELECT has_table_privilege(:role, :table, 'UPDATE, DELETE, TRUNCATE')"
        " OR pg_has_role(:role, relowner, 'MEMBER') FROM pg_class WHERE oid = CAST(:table AS regclass)"
    )
    return bool(session.scalar(question, {"role": role, "table": table}))
