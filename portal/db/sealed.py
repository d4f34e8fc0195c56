"""Columns whose text nobody can read who has only the database: `Mapped[Sealed]`, and how they get a new key."""

from collections.abc import Iterator
from typing import Annotated, Any

from flask import current_app
from sqlalchemy import Column, Dialect, Text, TypeDecorator, select, type_coerce, update
from sqlalchemy.orm import mapped_column

from portal.config import Settings
from portal.db.base import Base
from portal.db.session import action, db
from portal.kit.sealing import Keyring, Unreadable

BATCH = 200


def keyring() -> Keyring:
    """This installation's keys."""
    settings: Settings = current_app.extensions["portal_settings"]
    return Keyring(settings.encryption_keys)


class SealedText(TypeDecorator[str]):
    """A text that is sealed on its way to the database and opened on its way back."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """To the database: under the newest key."""
        return None if value is None else keyring().seal(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """From the database: by whichever key it was sealed. Raises Unreadable where that key is gone."""
        return None if value is None else keyring().open(value)


Sealed = Annotated[str, mapped_column(SealedText)]


def sealed_columns() -> Iterator[Column[Any]]:
    """Every column of the portal that is kept sealed, whichever area has it."""
    for table in Base.metadata.sorted_tables:
        yield from (column for column in table.columns if isinstance(column.type, SealedText))


def renew_all() -> tuple[int, int]:
    """Seal everything anew under the newest key, a few rows at a time, while people go on working.

    Returns how many texts were, and how many no key opens; those are left as they are.
    """
    counts = [renew(column) for column in sealed_columns()]
    return sum(done for done, _ in counts), sum(lost for _, lost in counts)


def unreadable() -> int:
    """How many sealed texts no key opens, because they were sealed with one that is not here."""
    keys, count = keyring(), 0
    for column in sealed_columns():
        question = select(type_coerce(column, Text)).where(column.is_not(None))
        for sealed in db.session.scalars(question, execution_options={"yield_per": BATCH}):
            try:
                keys.open(sealed)
            except Unreadable:
                count += 1
    db.session.rollback()
    return count


def renew(column: Column[Any]) -> tuple[int, int]:
    """One column; how many texts were sealed anew, and how many no key opens."""
    keys, done, lost = keyring(), 0, 0
    primary = next(iter(column.table.primary_key))
    raw = type_coerce(column, Text)
    after = None
    while True:
        question = select(primary, raw).where(raw.is_not(None)).order_by(primary).limit(BATCH)
        rows = db.session.execute(question if after is None else question.where(primary > after)).all()
        if not rows:
            return done, lost
        after = rows[-1][0]
        with action() as session:
            for key, sealed in rows:
                try:
                    anew = type_coerce(keys.renew(sealed), Text)
                except Unreadable:
                    lost += 1
                    continue
                # Whoever changed it meanwhile has sealed it under the newest key themselves.
                change = update(column.table).where(primary == key, raw == sealed).values({column.name: anew})
                done += session.execute(change).rowcount  # type: ignore[attr-defined]
