"""A line to PostgreSQL that swallows what it is given holds nobody up for long, and its locks are let go."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bench.line import Line, Way, line_to
from portal.app import create_app
from portal.db import patience, patient
from portal.db.session import db
from tests.houses import settings
from tests.postgres import Server

CONNECT = patience.CONNECT_SECONDS
LIMITS = {"statement_timeout": "16s", "lock_timeout": "13s", "idle_in_transaction_session_timeout": "30s", "jit": "off"}


@pytest.fixture
def wire(postgres_server: Server) -> Iterator[Line]:
    """A line to the tests' PostgreSQL."""
    with line_to(postgres_server.folder / ".s.PGSQL.5432") as line:
        yield line


@pytest.fixture
def far(postgres_server: Server, wire: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """A portal at the other end of it, which waits for two seconds only."""
    monkeypatch.setattr(patient.Patient, "patience", 2.0)
    app = create_app(settings(f"postgresql://postgres@127.0.0.1:{wire.port}/postgres", tmp_path))
    with app.app_context():
        yield app
        wire.turn(Way.OPEN)
        db.session.remove()
        db.engine.dispose()


def test_postgres_itself_gives_up_first(far: Flask) -> None:
    for name, limit in LIMITS.items():
        assert db.session.scalar(text(f"SHOW {name}")) == limit
    assert patience.LOCK_SECONDS < patience.STATEMENT_SECONDS < patience.ANSWER_SECONDS
    assert patience.ANSWER_SECONDS + 3 * patience.CONNECT_SECONDS < 30


@pytest.mark.parametrize("way", [Way.DEAD, Way.CUT])
def test_nobody_waits_for_a_line_that_is_gone(far: Flask, wire: Line, way: Way) -> None:
    assert db.session.scalar(text("SELECT 1")) == 1
    wire.turn(way)
    began = time.monotonic()
    with pytest.raises(OperationalError):
        db.session.scalar(text("SELECT 2"))
    assert time.monotonic() - began < 10
    db.session.remove()
    wire.turn(Way.OPEN)
    assert db.session.scalar(text("SELECT 3")) == 3


def test_a_page_asks_a_dead_line_once_and_who_stood_behind_it_hardly_waits(far: Flask, wire: Line) -> None:
    assert db.session.scalar(text("SELECT 1")) == 1
    db.session.remove()
    wire.turn(Way.DEAD)
    for most in (2 + CONNECT + 1.5, CONNECT + 1.5):
        began = time.monotonic()
        answer = far.test_client().get("/grants")
        assert time.monotonic() - began < most
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
        assert answer.text.startswith("Sorry, the portal is busy")


def test_a_slow_line_is_no_dead_one(far: Flask, wire: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patient.Patient, "patience", 15.0)
    assert db.session.scalar(text("SELECT 1")) == 1
    wire.turn(Way.SLOW)
    assert db.session.scalar(text("SELECT 4")) == 4
