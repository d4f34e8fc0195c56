"""What the portal said it has, it has: its plug is pulled five times on each database while 16 people write."""

from pathlib import Path

import pytest

from bench.kill import pull
from tests.postgres import running_server

KILLS = 5


def on_sqlite(folder: Path):
    """The portal on SQLite."""
    return pull(f"sqlite:///{folder / 'portal.sqlite3'}", folder, KILLS)


def on_postgres(folder: Path):
    """The portal on a PostgreSQL that is killed as well, every second time."""
    with running_server(durable=True) as server:
        url = server.create_database("portal").replace("postgresql:", "postgresql+psycopg:")
        return pull(url, folder, KILLS, server)


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize("run", [on_sqlite, on_postgres], ids=["sqlite", "postgres"])
def test_nothing_is_lost_or_half_done(run, tmp_path: Path) -> None:
    tally = run(tmp_path)
    assert (tally.kills, tally.lost, tally.half, tally.astray) == (KILLS, set(), set(), [])
    assert tally.good
