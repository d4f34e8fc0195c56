"""The towns that all gates of one process share: walked through once, then only looked at."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask

from portal.db.session import db
from tests import postgres as running_servers
from tests.gates import towns
from tests.gates.walk import Seen, Stop, prepared, walk
from tests.pages import EVERY
from tests.visits import Page

IN_THE_FULL_TOWN = [page for page in EVERY if not page.empty_town]
IN_THE_EMPTY_TOWN = [page for page in EVERY if page.empty_town]


@dataclass(frozen=True, slots=True)
class Town:
    """A portal in every state that its pages ask for: what to visit in it, and what a walk saw, by page.

    `failed` is what kept a page from being prepared.
    """

    app: Flask
    stops: list[Stop]
    failed: dict[str, Exception]
    seen: dict[str, Seen]


def walked(app: Flask, pages: list[Page]) -> Iterator[Town]:
    """Prepare a town for these pages, and walk through it; in the end its connections are closed."""
    stops, failed = prepared(app, pages)
    yield Town(app, stops, failed, {seen.page.name: seen for seen in walk(app, stops)})
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def full_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The demonstration's town on SQLite."""
    folder = tmp_path_factory.mktemp("full")
    yield from walked(towns.full_town(f"sqlite:///{folder / 'town.sqlite3'}", folder), IN_THE_FULL_TOWN)


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The town before its first round, on SQLite."""
    folder = tmp_path_factory.mktemp("empty")
    yield from walked(towns.empty_town(f"sqlite:///{folder / 'town.sqlite3'}", folder), IN_THE_EMPTY_TOWN)


@pytest.fixture(scope="session")
def full_postgres(postgres_server: running_servers.Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The demonstration's town on PostgreSQL."""
    url = postgres_server.create_database("full_town")
    yield from walked(towns.full_town(url, tmp_path_factory.mktemp("full")), IN_THE_FULL_TOWN)


@pytest.fixture(scope="session")
def seen(full_sqlite: Town, empty_sqlite: Town) -> dict[str, Seen]:
    """What the walk saw of every page, by its name, on SQLite."""
    return full_sqlite.seen | empty_sqlite.seen
