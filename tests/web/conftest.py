"""A portal to poke at."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from tests import houses
from tests.reader import Reader
from tests.web.probes import probed, settings_on


@pytest.fixture
def probe_app(sqlite_house: houses.SqliteHouse) -> Iterator[Flask]:
    """The portal with routes that break, on a fresh town."""
    sqlite_house.renew()
    with probed(settings_on(sqlite_house)) as app:
        yield app


@pytest.fixture
def probe(probe_app: Flask) -> Reader:
    """Somebody who is not signed in, at that portal."""
    client: Any = probe_app.test_client()
    return client


@pytest.fixture
def secure_app(sqlite_house: houses.SqliteHouse) -> Iterator[Flask]:
    """The portal as it is reached over TLS."""
    sqlite_house.renew()
    with probed(settings_on(sqlite_house, base_url="https://partners.example.org")) as app:
        yield app
