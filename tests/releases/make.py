"""A small part of the demonstration's town as this release keeps it, as SQL for each database.

`make release-dump` writes it into `tests/releases/<version>/` when a version is finished; from then on it stays as it
is, and every later migration is tried on it. It is all of the cast, and an application in each state and of each round,
with everything that belongs to them; of what there is much of alike, a few.
"""

import re
import sqlite3
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import Table, insert, select, text
from sqlalchemy.engine import make_url

from portal.app import create_app
from portal.db.base import Base
from portal.db.models import FormKey
from portal.db.session import action, db
from portal.demo.cast import CAST
from portal.jobs import worker
from portal.kit.dates import utc_now
from tests.house import lived_in
from tests.houses import settings
from tests.postgres import programs, running_server

ROOT = Path(__file__).resolve().parents[2]
EVERY_TENTH = slice(None, None, 10)
ENOUGH = 2
ALIKE = {
    "history": ("subject", "verb", "actor_id"),
    "letters": ("template", "status"),
    "messages": ("state",),
    "recovery_codes": ("person_id",),
}
"""Of rows that are the same in these columns, so many are kept."""
Row = dict[str, Any]
Town = dict[Table, list[Row]]
HEADING = re.compile(r"^--\n-- Name: .*\n--\n\n", re.MULTILINE)
FOR_PSQL = re.compile(r"^\\(?:un)?restrict .*\n", re.MULTILINE)
PREAMBLE = re.compile(r"\A.*?(?=^CREATE )", re.DOTALL | re.MULTILINE)


def version() -> str:
    """The version that this checkout is."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"])


def whole(folder: Path) -> Town:
    """Every row of the demonstration, with the things in it that are only there now and then."""
    with opened(f"sqlite:///{folder / 'whole.sqlite3'}", folder):
        lived_in.lay()
        worker.tick("a worker")
        with action() as session:
            session.add(FormKey(digest="f" * 64, at=utc_now(), location="/"))
        return {
            table: [dict(row) for row in db.session.execute(select(table)).mappings()]
            for table in Base.metadata.sorted_tables
        }


def opened(url: str, folder: Path) -> Any:
    """An app's context on a database that was empty and has its tables now."""
    app: Flask = create_app(settings(url, folder))
    context = app.test_request_context()
    with context:
        upgrade()
    return context


def part_of(town: Town) -> Town:
    """The rows to keep: chosen applications, everything that belongs to them, and everybody they name."""
    tables = {table.name: table for table in town}
    applications, organisations, people = (tables[name] for name in ("applications", "organisations", "people"))
    places = tables["neighbourhoods"]
    cast = {row["id"] for row in town[people] if row["email"] in {member.email for member in CAST}}
    homes = {row["organisation_id"] for row in town[tables["team_members"]] if row["person_id"] in cast}
    kept = town | {places: town[places][EVERY_TENTH]}
    kept |= {tables[name]: list(few(town[tables[name]], columns)) for name, columns in ALIKE.items()}
    kept[applications] = list(chosen(town[applications], homes))
    homes |= {row["organisation_id"] for row in kept[applications]}
    kept[organisations] = [row for row in town[organisations] if row["id"] in homes]
    for table in town:
        kept[table] = [row for row in kept[table] if table is people or not orphan(table, row, kept, people)]
    subjects = {kind_of(mapper.class_): mapper.local_table for mapper in Base.registry.mappers}
    for name, kind, id in (("history", "subject", "subject_id"), ("letters", "about", "about_id")):
        kept[tables[name]] = [row for row in kept[tables[name]] if there(row[id], subjects.get(row[kind]), kept)]
    named = cast | {row["actor_id"] for row in kept[tables["history"]]}
    for table, rows in kept.items():
        columns = [key.parent.name for key in table.foreign_keys if key.column.table is people]
        named |= {row[column] for row in rows for column in columns}
    kept[people] = [row for row in town[people] if row["id"] in named]
    return kept


def chosen(applications: list[Row], homes: set[int]) -> Iterator[Row]:
    """One in each state and one of each round, of the cast where they have one."""
    seen: set[int | str] = set()
    for row in sorted(applications, key=lambda row: (row["organisation_id"] not in homes, row["id"])):
        new = {row["round_id"], row["state"]} - seen
        if new:
            seen |= new
            yield row


def few(rows: list[Row], columns: Sequence[str]) -> Iterator[Row]:
    """The first of those that are alike."""
    counted: Counter[tuple[Any, ...]] = Counter()
    for row in rows:
        alike = tuple(row[column] for column in columns)
        counted[alike] += 1
        if counted[alike] <= ENOUGH:
            yield row


def orphan(table: Table, row: Row, kept: Town, people: Table) -> bool:
    """Whether a row belongs to something that is not kept. People are kept for the rows that name them."""
    return any(
        row[key.parent.name] is not None
        and row[key.parent.name] not in {parent[key.column.name] for parent in kept[key.column.table]}
        for key in table.foreign_keys
        if key.column.table is not people
    )


def kind_of(model: Any) -> str | None:
    """What history calls a record of this model, where it does."""
    kind = getattr(model, "kind", None)
    return kind if isinstance(kind, str) else None


def there(id: int | None, table: Table | None, kept: Town) -> bool:
    """Whether what a row is about is kept, or is nothing that can be dropped."""
    return table is None or id in {row.get("id") for row in kept[table]} or "id" not in table.c


def fill(rows: Town) -> None:
    """Put the rows into an empty database."""
    with db.engine.begin() as connection:
        for table, some in rows.items():
            if some:
                connection.execute(insert(table), some)
            if connection.dialect.name == "postgresql" and "id" in table.c:
                name = table.name
                number = (
                    f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name} HAVING max(id) > 0"
                )
                connection.execute(text(number))
    db.engine.dispose()


def sqlite(rows: Town, folder: Path) -> str:
    """What SQLite says of itself."""
    path = folder / "part.sqlite3"
    with opened(f"sqlite:///{path}", folder):
        fill(rows)
    connection = sqlite3.connect(path)
    try:
        return "\n".join(connection.iterdump()) + "\n"
    finally:
        connection.close()


def postgres(rows: Town, folder: Path) -> str:
    """What PostgreSQL says of itself, but for the lines that only its own client understands."""
    with running_server() as server:
        address = server.create_database("part")
        with opened(address, folder):
            fill(rows)
        host = str(make_url(address).query["host"])
        command = [programs() / "pg_dump", "--inserts", "--rows-per-insert=100", "--no-owner", "--no-privileges"]
        said = subprocess.run(
            [*command, "--host", host, "--username", "postgres", "part"], check=True, stdout=subprocess.PIPE, text=True
        )
    return HEADING.sub("", PREAMBLE.sub("", FOR_PSQL.sub("", said.stdout)))


def main() -> int:
    """Write both files; 1 when this version has them already, because what was released does not change."""
    target = Path(__file__).parent / version()
    if target.exists():
        print(f"{target.relative_to(ROOT)} is there already, and what was released does not change.")
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        rows = part_of(whole(folder))
        dumps = {"sqlite": sqlite(rows, folder), "postgres": postgres(rows, folder)}
    target.mkdir()
    for name, dump in dumps.items():
        (target / f"{name}.sql").write_text(dump, encoding="utf-8")
        print(f"{target.relative_to(ROOT)}/{name}.sql: {len(dump.encode()) // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
