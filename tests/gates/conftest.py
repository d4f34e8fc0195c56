"""The towns that all gates of one process share: walked through once, then only looked at."""

from collections.abc import Iterator

import pytest

from tests import postgres as running_servers
from tests.gates import towns
from tests.gates.towns import Town, walked
from tests.gates.walk import Seen
from tests.pages import EVERY

IN_THE_FULL_TOWN = [page for page in EVERY if not page.empty_town]
IN_THE_EMPTY_TOWN = [page for page in EVERY if page.empty_town]


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
