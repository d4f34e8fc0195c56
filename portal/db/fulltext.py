"""Finding rows by the words in their texts: FTS5 on SQLite, a GIN index on PostgreSQL, and one question for both.

The texts hold words as `kit.finding` keeps them, with one space between; so no operator of either database can be
typed, and both find the same rows. A table says in its `info` what finds it, because neither is a part of the models:
migrations make both, and Alembic is not to miss them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, FromClause, TableClause, and_, column, literal, table, text

from portal.db.base import Base, BigKey
from portal.db.session import db
from portal.kit.finding import Asked

GIN = "array_to_tsvector(array_remove(string_to_array({words}, ' '), ''))"
"""The expression that PostgreSQL indexes. A question has to have it just so, or the index is not used."""
FOUND_BY = "found_by"
"""In a table's `info`: the names of what only migrations make for it."""


@dataclass(frozen=True, slots=True)
class Fulltext:
    """How the rows of a table are found by words in some of its columns, which are among those that are indexed.

    `index` is the FTS5 table, `key` the table's own, of whole numbers. `words` is what PostgreSQL indexes.
    """

    table: FromClause
    key: Any
    index: str
    words: str
    columns: Sequence[str]

    def joined(self) -> Any:
        """What to select from."""
        if not is_sqlite():
            return self.table
        there = fts(self.index)
        return self.table.join(there, there.c.rowid == self.key)

    def place(self) -> ColumnElement[int]:
        """What to sort by and to begin at, so that rows come out of the index in order: the key, as it stands there."""
        return fts(self.index).c.rowid if is_sqlite() else self.key

    def has(self, wanted: Asked) -> ColumnElement[bool]:
        """True of rows in which all that is looked for occurs."""
        among = between_spaces(self.table.c[name] for name in self.columns)
        return and_(self.matches(wanted), *(among.like(f"%{phrase}%") for phrase in wanted.phrases()))

    def matches(self, wanted: Asked) -> ColumnElement[bool]:
        """True of rows that the index names."""
        if is_sqlite():
            said = text(f"{self.index} MATCH :words")
            return said.bindparams(words=for_sqlite(wanted, self.columns))  # type: ignore[return-value]
        said = text(f"{GIN.format(words=self.words)} @@ CAST(:words AS tsquery)")
        return said.bindparams(words=for_postgres(wanted))  # type: ignore[return-value]


@cache
def fts(index: str) -> TableClause:
    """An FTS5 table, of which only the key is ever asked for."""
    return table(index, column("rowid", BigKey))


def reads(columns: Sequence[ColumnElement[str]], wanted: Asked) -> ColumnElement[bool]:
    """The same of few rows that are read through: it asks no index, and so nothing of rows that are not theirs."""
    among = between_spaces(columns)
    return and_(*(among.like(f"%{needle}%") for needle in wanted.needles()))


def between_spaces(columns: Iterable[ColumnElement[str]]) -> ColumnElement[str]:
    """All words of these columns, each between two spaces."""
    among: ColumnElement[str] = literal(" ")
    for each in columns:
        among = among + each + " "
    return among


def for_sqlite(wanted: Asked, columns: Sequence[str]) -> str:
    """The words as FTS5 has them; they hold letters and digits alone."""
    parts = [f'"{word}"' for word in wanted.words()]
    parts += [f'"{wanted.beginning}" *'] if wanted.beginning else []
    return f"{{{' '.join(columns)}}} : ({' AND '.join(parts)})"


def for_postgres(wanted: Asked) -> str:
    """The words as a tsquery; they hold letters and digits alone."""
    parts = [f"'{word}'" for word in wanted.words()]
    parts += [f"'{wanted.beginning}':*"] if wanted.beginning else []
    return " & ".join(parts)


def is_sqlite() -> bool:
    """Whether the portal runs on SQLite."""
    return db.engine.dialect.name == "sqlite"


def is_models(name: str | None, _kind: str, _parents: Mapping[str, Any]) -> bool:
    """For Alembic: whether the models are to tell of what a database has. They say nothing of what finds their rows."""
    made = (each for one in Base.metadata.tables.values() for each in one.info.get(FOUND_BY, ()))
    return name is None or not name.startswith(tuple(made))
