"""The whole demonstration on both databases, for tests that walk through all of it."""

from collections.abc import Iterator

import pytest
from flask import Flask

from portal.db.session import db
from tests import houses
from tests.house import lived_in as town
from tests.postgres import Server

DATABASES = ("sqlite", "postgres")
as_laid: set[int] = set()
"""The houses, by id, that stand as they were laid out, because they were only read since."""


@pytest.fixture(scope="session")
def lived_in_sqlite_house(tmp_path_factory: pytest.TempPathFactory) -> houses.House:
    """The demonstration on SQLite."""
    return houses.SqliteHouse(tmp_path_factory.mktemp("town-sqlite"), town.lay)


@pytest.fixture(scope="session")
def lived_in_postgres_house(postgres_server: Server, tmp_path_factory: pytest.TempPathFactory) -> houses.House:
    """The demonstration on PostgreSQL."""
    return houses.PostgresHouse(postgres_server, tmp_path_factory.mktemp("town-postgres"), town.lay, "town")


def put_back(house: houses.House) -> Iterator[Flask]:
    """Put a house back as it was, and open it."""
    as_laid.discard(id(house))
    with houses.at_home(house) as app:
        yield app


@pytest.fixture(params=DATABASES)
def lived_in(request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The portal with the whole demonstration in it, on each database in turn."""
    yield from put_back(request.getfixturevalue(f"lived_in_{request.param}_house"))


@pytest.fixture
def lived_in_sqlite(lived_in_sqlite_house: houses.House) -> Iterator[Flask]:
    """The same on SQLite alone, for tests in which the database plays no part."""
    yield from put_back(lived_in_sqlite_house)


@pytest.fixture(params=DATABASES)
def lived_in_to_read(request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The same for tests that read and make sure that nothing changed, so that the next one finds it as it was."""
    house: houses.House = request.getfixturevalue(f"lived_in_{request.param}_house")
    if id(house) not in as_laid:
        house.renew()
    as_laid.discard(id(house))
    failed = request.session.testsfailed
    with house.app.app_context():
        yield house.app
        db.session.remove()
        db.engine.dispose()
    if request.session.testsfailed == failed:
        as_laid.add(id(house))
