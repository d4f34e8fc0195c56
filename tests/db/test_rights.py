"""The portal's own role of PostgreSQL works with rows, and can neither drop anything nor touch what has happened."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import ProgrammingError

from portal.app import create_app
from portal.db import rights
from portal.db.session import action, db
from portal.jobs import worker
from portal.jobs.models import JobRun
from portal.kit.errors import Misconfigured
from tests import reader, town
from tests.house import lived_in
from tests.houses import furnished, settings
from tests.postgres import Server
from tests.releases.test_upgrades import crawl

OWNER, ROLE = "portal_owner", "portal"
FORBIDDEN = (
    "UPDATE history SET verb = 'z'",
    "DELETE FROM history",
    "TRUNCATE history",
    "DROP TABLE history",
    "ALTER TABLE history DISABLE TRIGGER ALL",
    "DROP TRIGGER history_no_change ON history",
    "CREATE OR REPLACE FUNCTION history_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "DROP TABLE applications",
    "TRUNCATE form_keys",
    "ALTER TABLE applications DROP COLUMN state",
    "UPDATE alembic_version SET version_num = '000'",
    "CREATE TABLE more (id int)",
    "SET session_replication_role = replica",
    "SELECT setval('history_id_seq', 1)",
    f"SET ROLE {OWNER}",
)


@pytest.fixture(scope="module")
def addresses(postgres_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Tables that one role owns and another may work with; the address of each."""
    server = postgres_server
    server.command("CREATE ROLE {} LOGIN", OWNER)
    server.command("CREATE ROLE {} LOGIN", ROLE)
    address = server.create_database("rights")
    server.command("ALTER DATABASE {} OWNER TO {}", "rights", OWNER)
    owner, role = (address.replace("postgres@", f"{name}@") for name in (OWNER, ROLE))
    app = furnished(owner, tmp_path_factory.mktemp("rights"), lambda: None)
    done = app.test_cli_runner().invoke(args=["rights", ROLE])
    assert done.output == f"{ROLE} may now read and write what the portal needs, and no more.\n"
    with app.app_context():
        db.engine.dispose()
    yield owner, role
    server.drop_database("rights")
    server.command("DROP ROLE {}", ROLE)
    server.command("DROP ROLE {}", OWNER)


@pytest.fixture
def lesser(addresses: tuple[str, str], tmp_path: Path) -> Iterator[Flask]:
    """The portal as the lesser role."""
    app = create_app(settings(addresses[1], tmp_path))
    reader.watch(app)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_it_can_change_neither_tables_nor_the_past(lesser: Flask, statement: str) -> None:
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), db.engine.begin() as connection:
        connection.execute(text(statement))


def test_the_whole_town_lives_with_it(lesser: Flask, send: Any) -> None:
    lived_in.lay()
    db.session.remove()
    for key in ("", *(member.key for member in town.CAST if member.has_account)):
        client: Any = lesser.test_client()
        if key:
            client.set_cookie("signed-in", town.sign_in(key))
        assert {status for status in crawl(client).values() if status != 200} == set()
    client = lesser.test_client()
    client.set_cookie("signed-in", town.sign_in("amina"))
    db.session.remove()
    draft = f"/applications/{lived_in.own('amina', 'autumn').ref}"
    section, signed = f"{draft}/parts/project", {"right": "yes", "speaks": "yes", "purpose": "yes"}
    assert send(client, "/account/name", {"name": "Amina Y"}, action="/account/name").status_code == 303
    assert send(client, section, {"title": "Tea"}, action=section).status_code == 303
    sent = send(client, f"{draft}/send", signed | {"signed_name": "Amina Y"}, action=f"{draft}/send")
    assert sent.status_code == 303
    asked = send(lesser.test_client(), "/sign-in", {"email": "amina.yusuf@example.org"}, action="/sign-in")
    assert asked.status_code == 303
    assert worker.tick("a worker") > 0
    assert set(db.session.scalars(select(JobRun.last_error))) == {None}


def test_it_may_do_all_that_is_done_with_rows(lesser: Flask) -> None:
    with action() as session:
        for table in db.metadata.sorted_tables:
            session.execute(text(f"SELECT count(*) FROM {table.name}"))
            if not table.info.get("append_only"):
                column = next(iter(table.primary_key.columns)).name
                session.execute(text(f"UPDATE {table.name} SET {column} = {column} WHERE false"))
                session.execute(text(f"DELETE FROM {table.name} WHERE false"))


def test_only_what_happened_grows_and_never_shrinks() -> None:
    growing = {table.name for table in db.metadata.sorted_tables if table.info.get("append_only")}
    assert growing == {"history", "earlier_scores", "gaps", "moderations"}


def test_an_owner_cannot_be_made_less(addresses: tuple[str, str], tmp_path: Path) -> None:
    app = create_app(settings(addresses[0], tmp_path))
    with app.app_context():
        with pytest.raises(Misconfigured, match=f"{OWNER} may still change history"):
            rights.give(db.session(), db.metadata, OWNER)
        db.session.remove()
        db.engine.dispose()
    with psycopg.connect(addresses[1]) as connection:
        assert connection.execute("SELECT count(*) >= 0 FROM history").fetchone() == (True,)


def test_sqlite_says_that_it_knows_no_roles(sqlite_app: Flask) -> None:
    done = sqlite_app.test_cli_runner().invoke(args=["rights", ROLE])
    assert (done.exit_code, "SQLite knows no roles" in done.output) == (1, True)
