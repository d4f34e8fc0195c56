"""What a database was made to keep, transaction by transaction."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

CHANGES = re.compile(r"\s*(INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)", re.IGNORECASE)
SEEN = (
    *("UPDATE sign_ins SET last_seen_at", "UPDATE openings SET seen_at", "UPDATE openings SET since"),
    *("INSERT INTO openings", "UPDATE claims SET seen_at"),
)
"""Written once a minute for whoever is here, or has a page open, on a connection of its own; nothing hangs on it."""


class Ledger:
    """The transactions that were committed with a change in them: for each, what it did to which table."""

    def __init__(self) -> None:
        self.kept: list[list[str]] = []

    def take(self) -> list[list[str]]:
        """What was kept since the last look."""
        found, self.kept = self.kept, []
        return found


@contextmanager
def ledger(engine: Engine) -> Iterator[Ledger]:
    """Listen to a database."""
    book = Ledger()

    def changed(connection: Any, cursor: Any, statement: str, *_rest: object) -> None:
        found = CHANGES.match(statement)
        if found and cursor.rowcount != 0 and not statement.startswith(SEEN):
            connection.info.setdefault("changes", []).append(f"{found[1].lower()} {found[2]}")

    def committed(connection: Any) -> None:
        if changes := connection.info.pop("changes", None):
            book.kept.append(changes)

    def undone(connection: Any) -> None:
        connection.info.pop("changes", None)

    heard = (("after_cursor_execute", changed), ("commit", committed), ("rollback", undone))
    for name, hear in heard:
        event.listen(engine, name, hear)
    try:
        yield book
    finally:
        for name, hear in heard:
            event.remove(engine, name, hear)
