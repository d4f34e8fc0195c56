"""The whole demonstration on both databases, for tests that walk through all of it."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests import houses
from tests.house import lived_in as town
from tests.postgres import Server


@pytest.fixture(scope="session")
def lived_in_sqlite_house(tmp_path_factory: pytest.TempPathFactory) -> houses.House:
    """The demonstration on SQLite."""
    return houses.SqliteHouse(tmp_path_factory.mktemp("town-sqlite"), town.lay)


@pytest.fixture(scope="session")
def lived_in_postgres_house(postgres_server: Server, tmp_path_factory: pytest.TempPathFactory) -> houses.House:
    """The demonstration on PostgreSQL."""
    return houses.PostgresHouse(postgres_server, tmp_path_factory.mktemp("town-postgres"), town.lay, "town")


@pytest.fixture(params=("sqlite", "postgres"))
def lived_in(request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The portal with the whole demonstration in it, on each database in turn."""
    with houses.at_home(request.getfixturevalue(f"lived_in_{request.param}_house")) as app:
        yield app


@pytest.fixture
def lived_in_sqlite(lived_in_sqlite_house: houses.House) -> Iterator[Flask]:
    """The same on SQLite alone, for tests in which the database plays no part."""
    with houses.at_home(lived_in_sqlite_house) as app:
        yield app
