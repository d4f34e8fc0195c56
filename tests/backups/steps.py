"""An empty machine beside the one that is backed up, and what both of them hold."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import MetaData, select

from portal.app import create_app
from portal.db.session import db
from portal.files import storage
from portal.files.models import File
from tests import reader
from tests.houses import settings

UNLIKE = {"workers", "jobs", "letters", "sign_ins", "sign_in_requests", "history"}
"""Tables in which something is laid to rest, or that tell of it."""
Sums = dict[str, tuple[int, str]]


@contextmanager
def empty_machine(request: pytest.FixtureRequest, folder: Path, name: str = "restored") -> Iterator[Flask]:
    """A portal with the same keys, on an empty database of the same kind as the test's own, with no files."""
    folder.mkdir(exist_ok=True)
    server = request.getfixturevalue("postgres_server") if db.engine.dialect.name == "postgresql" else None
    url = server.create_database(name) if server else f"sqlite:///{folder / 'portal.sqlite3'}"
    app = create_app(settings(url, folder))
    reader.watch(app)
    try:
        with app.app_context():
            yield app
            db.session.remove()
            db.engine.dispose()
    finally:
        if server:
            server.drop_database(name)


def run(app: Flask, *words: object) -> Result:
    """One of the portal's own commands."""
    result = app.test_cli_runner().invoke(args=[str(word) for word in words])
    db.session.remove()
    return result


def done(app: Flask, *words: object) -> str:
    """What a command says that works."""
    result = run(app, *words)
    assert result.exit_code == 0, result.output
    return result.output


def refused(app: Flask, *words: object) -> str:
    """The sentence of a command that does not."""
    result = run(app, *words)
    assert result.exit_code == 1, result.output
    assert result.output.startswith("Error: ")
    return result.output.removeprefix("Error: ").strip()


def sums() -> Sums:
    """How many rows each table has, and a sum over all that is in them."""
    found, metadata = {}, MetaData()
    with db.engine.connect() as connection:
        metadata.reflect(connection)
        for table in metadata.sorted_tables:
            rows = sorted(repr(tuple(row)) for row in connection.execute(select(table)))
            found[table.name] = (len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest())
    return found


def contents() -> dict[str, bytes]:
    """What lies in the store under each key that the database names."""
    keys = db.session.scalars(select(File.key).where(File.state.in_(("waiting", "ready"))))
    return {key: b"".join(storage.store().pieces(key)) for key in keys}


def signed_in(app: Flask, token: str) -> Any:
    """Somebody who has this cookie."""
    client = app.test_client()
    client.set_cookie("signed-in", token)
    return client
