"""What every test can ask for: the portal on both databases, its people, a strict client, a count of statements."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlalchemy import event, select
from werkzeug.test import TestResponse

from portal.db.session import db
from portal.mail.models import Letter
from portal.organisations.queries import someone_for
from portal.permissions import Someone
from portal.programme import queries as programme
from tests import browser as running_browsers
from tests import houses, reader, town
from tests import postgres as running_servers

pytest_plugins = ["tests.plugin_counts"]

browser = running_browsers.browser
postgres_server = running_servers.postgres_server

DATABASES = ("sqlite", "postgres")
Clock = time_machine.Traveller


@pytest.fixture(scope="session")
def sqlite_house(tmp_path_factory: pytest.TempPathFactory) -> houses.House:
    """The portal on SQLite."""
    return with_cast(houses.SqliteHouse(tmp_path_factory.mktemp("sqlite")))


@pytest.fixture(scope="session")
def postgres_house(postgres_server: running_servers.Server, tmp_path_factory: pytest.TempPathFactory) -> houses.House:
    """The portal on PostgreSQL."""
    return with_cast(houses.PostgresHouse(postgres_server, tmp_path_factory.mktemp("postgres")))


def with_cast(house: houses.House) -> houses.House:
    """The house, of which is known who its people are: before every test the same."""
    with house.app.app_context():
        found = {each.key: someone_for(each.email) for each in town.CAST if each.has_account}
        house.app.extensions["cast"] = {key: one for key, one in found.items() if one}
        db.session.remove()
        db.engine.dispose()
    return house


@pytest.fixture(params=DATABASES)
def app(request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The portal with the town in it, on each database in turn."""
    with houses.at_home(request.getfixturevalue(f"{request.param}_house")) as app:
        yield app


@pytest.fixture
def sqlite_app(sqlite_house: houses.House) -> Iterator[Flask]:
    """The portal on SQLite alone, for tests in which the database plays no part."""
    with houses.at_home(sqlite_house) as app:
        yield app


@pytest.fixture
def client(app: Flask) -> reader.Reader:
    """Somebody who is not signed in."""
    return app.test_client()  # type: ignore[return-value]


@pytest.fixture
def cast(app: Flask) -> dict[str, Someone]:
    """The people of the town by the key of their name, as the portal knows them when they sign in before the test."""
    return dict(app.extensions["cast"])


@pytest.fixture
def as_(app: Flask) -> Callable[[str], reader.Reader]:
    """A client signed in as one of the cast: as_("amina")."""

    def sign_in(key: str) -> reader.Reader:
        client: Any = app.test_client()
        client.set_cookie("signed-in", town.sign_in(key))
        return client

    return sign_in


Send = Callable[..., TestResponse]


@pytest.fixture
def send() -> Send:
    """Fill in a page's form and send it as a browser would.

    send(client, "/page", {"name": "…"}, action="/where", button=("name", "value")). `None` unticks a field.
    """

    def fill(
        client: reader.Reader,
        path: str,
        fields: dict[str, Any] | None = None,
        *,
        action: str | None = None,
        button: tuple[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> TestResponse:
        page = client.get(path)
        assert page.status_code == 200, f"{path} answered {page.status_code}"
        form = reader.form_to(page.get_data(as_text=True), action)
        data: dict[str, Any] = dict(form.fields)
        for name, value in (fields or {}).items():
            if value is None:
                data.pop(name, None)
            else:
                data[name] = value
        if button:
            data[button[0]] = button[1]
        return client.post(form.action or path, data=data, headers=headers or {})

    return fill


@dataclass
class Counted:
    """The statements that a block sent to the database, transactions aside."""

    statements: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many."""
        return len(self.statements)


@pytest.fixture
def queries(app: Flask) -> Callable[[], AbstractContextManager[Counted]]:
    """Count statements: with queries() as counted: … assert counted.number <= 8."""

    @contextmanager
    def count() -> Iterator[Counted]:
        counted = Counted()

        def hear(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
            if not statement.startswith(("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA")):
                counted.statements.append(statement)

        # What each process keeps for some seconds is read beforehand, so that its age decides nothing here.
        programme.council()
        programme.terms("community")
        event.listen(db.engine, "before_cursor_execute", hear)
        try:
            yield counted
        finally:
            event.remove(db.engine, "before_cursor_execute", hear)

    return count


@pytest.fixture
def letters(app: Flask) -> Callable[[], list[Letter]]:
    """The letters written since the test began, oldest first."""

    def read() -> list[Letter]:
        return list(db.session.scalars(select(Letter).order_by(Letter.id)))

    return read


@pytest.fixture
def clock() -> Iterator[Clock]:
    """A clock that the test sets: clock.move_to(moment), clock.shift(timedelta). It stands still between."""
    with time_machine.travel(dt.datetime.now(dt.UTC), tick=False) as traveller:
        yield traveller
