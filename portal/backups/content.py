"""What a database holds, asked of the database itself: so it can be asked of an older one as well."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, inspect, select, table, text

NAMED = text("SELECT ref, key, size, digest FROM files WHERE state IN ('waiting', 'ready') ORDER BY state DESC, id")
"""The files that have to lie in the store."""


@dataclass(frozen=True, slots=True)
class Named:
    """A file that the database names: its reference, its key in the store, and what has to lie there."""

    ref: str
    key: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Content:
    """Which migration a database is at, how many rows each table has, and the files that it names."""

    revision: str
    rows: Mapping[str, int]
    named: tuple[Named, ...]


def content_of(connection: Connection) -> Content:
    """All of it, in the transaction of this connection."""
    names = sorted(inspect(connection).get_table_names())
    if "alembic_version" not in names:
        return Content("", {}, ())
    rows = {name: connection.scalar(select(func.count()).select_from(table(name))) or 0 for name in names}
    revision = connection.scalar(text("SELECT version_num FROM alembic_version")) or ""
    return Content(revision, rows, named_by(connection) if "files" in names else ())


def named_by(connection: Connection) -> tuple[Named, ...]:
    """The files that have to lie in the store, those first that the worker may be changing just now."""
    return tuple(Named(*row) for row in connection.execute(NAMED))


def is_empty(connection: Connection) -> bool:
    """Whether there is no table yet."""
    return not inspect(connection).get_table_names()
