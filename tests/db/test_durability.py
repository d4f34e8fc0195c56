"""In production the portal refuses a database that would lose what it says it has."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from portal.app import create_app
from portal.config import Settings
from portal.db import session
from portal.db.session import check_sqlite, db
from portal.kit.errors import Misconfigured
from tests.houses import settings
from tests.postgres import Server, running_server


def council(url: str, folder: Path) -> Settings:
    """A council's own installation."""
    return dataclasses.replace(settings(url, folder), production=True, demo=False, base_url="https://localhost")


@pytest.fixture(scope="module")
def durable() -> Iterator[Server]:
    """A PostgreSQL that keeps its promises."""
    with running_server(durable=True) as server:
        yield server


def test_a_forgetful_postgres_is_refused(postgres_server: Server, tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="PostgreSQL has fsync off, so it would lose"):
        create_app(council(postgres_server.url("postgres"), tmp_path))


def test_a_hasty_postgres_is_refused(durable: Server, tmp_path: Path) -> None:
    durable.create_database("hasty")
    durable.command("ALTER DATABASE {} SET synchronous_commit = off", "hasty")
    with pytest.raises(Misconfigured, match="PostgreSQL has synchronous_commit off, so it would answer before"):
        create_app(council(durable.url("hasty"), tmp_path))
    durable.drop_database("hasty")


def test_a_sound_one_is_taken_until_it_turns(durable: Server, tmp_path: Path) -> None:
    app = create_app(council(durable.create_database("turns"), tmp_path))
    with app.app_context():
        assert db.session.scalar(text("SELECT 1")) == 1
        db.session.remove()
        db.engine.dispose()
        durable.command("ALTER DATABASE {} SET synchronous_commit = off", "turns")
        with pytest.raises(OperationalError, match="synchronous_commit off"):
            db.session.scalar(text("SELECT 1"))
        db.session.remove()
        db.engine.dispose()
    durable.drop_database("turns")


def test_one_that_is_away_is_waited_for(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    app = create_app(council(f"postgresql://portal@/portal?host={tmp_path}", tmp_path))
    assert "database away" in capfd.readouterr().out
    answer = app.test_client().get("/", base_url="https://localhost")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")


def test_sqlite_that_does_not_sync_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'portal.sqlite3'}"
    app = create_app(council(url, tmp_path))
    with app.app_context():
        assert db.session.scalar(text("PRAGMA synchronous")) == 2
        db.session.remove()
        db.engine.dispose()
    monkeypatch.setattr(session, "PRAGMAS", ("journal_mode=WAL", "synchronous=NORMAL"))
    with pytest.raises(Misconfigured, match="SQLite syncs at level 1, so a power cut would lose work"):
        create_app(council(url, tmp_path))
    monkeypatch.setattr(session, "PRAGMAS", ("journal_mode=DELETE", "synchronous=FULL"))
    with pytest.raises(Misconfigured, match="SQLite keeps its journal as “delete”"):
        create_app(council(url, tmp_path))


def test_an_sqlite_with_the_known_fault_is_refused() -> None:
    with pytest.raises(Misconfigured, match=r"SQLite is 3\.40\.1, which has a known fault"):
        check_sqlite((3, 40, 1))


def test_what_is_only_tried_may_forget(postgres_server: Server, tmp_path: Path) -> None:
    assert create_app(settings(postgres_server.url("postgres"), tmp_path))
