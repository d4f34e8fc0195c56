"""No letter is lost: its workers are killed while a mail server refuses, stalls, goes away and hangs up on them."""

from pathlib import Path

import pytest

from bench.mail import pull
from tests.postgres import running_server

KILLS, LETTERS = 3, 150


def on_sqlite(folder: Path):
    """The portal on SQLite."""
    return pull(f"sqlite:///{folder / 'portal.sqlite3'}", folder, KILLS, LETTERS)


def on_postgres(folder: Path):
    """The portal on PostgreSQL."""
    with running_server() as server:
        url = server.create_database("portal").replace("postgresql:", "postgresql+psycopg:")
        return pull(url, folder, KILLS, LETTERS)


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize("run", [on_sqlite, on_postgres], ids=["sqlite", "postgres"])
def test_every_letter_goes_once_and_in_order(run, tmp_path: Path) -> None:
    tally = run(tmp_path)
    assert tally.faults == []
    assert tally.kills > KILLS
    assert tally.taken == LETTERS + tally.twice
