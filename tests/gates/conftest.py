"""The towns that all gates of one process share: walked through once, then only looked at."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests import postgres as running_servers
from tests.gates import towns
from tests.gates.looking import Eyes, looking
from tests.gates.towns import Town, walked
from tests.gates.walk import Seen, cookie_for
from tests.live import serving
from tests.pages import EVERY
from tests.visits import Page

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


@pytest.fixture(scope="module")
def eyes_in(browser: Browser, full_sqlite: Town, empty_sqlite: Town) -> Iterator[dict[bool, Eyes]]:
    """Eyes in the town, and in the empty one (True)."""
    with (
        serving(full_sqlite.app) as full,
        serving(empty_sqlite.app) as empty,
        looking(browser, full, cookies(full_sqlite)) as in_full,
        looking(browser, empty, cookies(empty_sqlite)) as in_empty,
    ):
        yield {False: in_full, True: in_empty}


def cookies(town: Town) -> dict[str, str]:
    """A sign-in for everybody who visits a page."""
    return {email: cookie_for(town.app, email) for email in {visit.email for _, visit in town.stops} if email}


LookedAt = Callable[[Page, tuple[int, ...], bool], list[str]]


@pytest.fixture
def looked_at(eyes_in: dict[bool, Eyes], full_sqlite: Town, empty_sqlite: Town) -> LookedAt:
    """What is wrong with a page on screens of these widths, with script or without."""

    def look(page: Page, widths: tuple[int, ...], script: bool) -> list[str]:
        eyes = eyes_in[page.empty_town]
        visits = {stop.name: visit for stop, visit in (*full_sqlite.stops, *empty_sqlite.stops)}
        screen = eyes.open(visits[page.name], widths[0], script)
        # Colours come with kinds of elements, and without script a page has those that it has with it.
        contrast = bool(os.environ.get("AUDIT")) or (script and eyes.sees_new_kinds(screen))
        return eyes.faults(screen, *widths, contrast=contrast)

    return look
