"""The base of all tables: names of constraints, and the few column types that both databases share."""

import datetime as dt
from typing import Annotated, Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Index, Integer, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, mapped_column, registry

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

BigKey = BigInteger().with_variant(Integer, "sqlite")


class Utc(TypeDecorator[dt.datetime]):
    """An aware moment, kept in UTC; a naive one is refused, because nobody could say what it means."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """To the database: UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive time")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """From the database: aware, in UTC (SQLite hands times back without a zone)."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


class Base(DeclarativeBase):
    """Every table of the portal."""

    registry = registry(
        metadata=MetaData(naming_convention=NAMES),
        type_annotation_map={dt.datetime: Utc, int: BigKey, str: Text, dict[str, Any]: JSON, list[Any]: JSON},
    )


def one_where(condition: str, name: str, *columns: str) -> Index:
    """An index that lets these columns stand once, among the rows of which the condition is true.

    The condition is kept for readers and tests; the index is made by a migration. SQLAlchemy's own keyword would load
    PostgreSQL's dialect, which weighs 2 MB in each process, also where the portal runs on SQLite.
    """
    return Index(name, *columns, unique=True, info={"where": condition})


pk = Annotated[int, mapped_column(BigKey, primary_key=True)]
Ref = Annotated[str, mapped_column(String(40), unique=True)]
Code = Annotated[str, mapped_column(String(60))]
Pence = Annotated[int, mapped_column(BigInteger)]
Version = Annotated[int, mapped_column(Integer, default=1)]
