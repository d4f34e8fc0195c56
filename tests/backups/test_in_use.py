"""A backup while people work: one moment of the database, and each file that it names, whatever is done meanwhile."""

import itertools
import threading
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from portal.app import create_app
from portal.backups import making
from portal.db.models import FormKey
from portal.db.session import action, db
from portal.files import holding
from portal.files.actions import remove_unused
from portal.files.models import File
from portal.jobs.registry import PUMPS
from portal.kit.dates import utc_now
from portal.organisations import documents
from portal.organisations.papers import SORTS
from tests.backups.steps import contents, done, empty_machine
from tests.files.steps import file_of, give, look_at_all, lying
from tests.houses import furnished, settings
from tests.organisations.walking import home
from tests.postgres import Server


@pytest.fixture
def here(app: Flask):
    """A request, so that sentences have a language."""
    with app.test_request_context():
        yield app


def meanwhile(monkeypatch: pytest.MonkeyPatch, deed) -> None:
    """Have something done between the copy of the database and the copies of the files."""
    add_files = making.add_files

    def later(*words):
        deed()
        return add_files(*words)

    monkeypatch.setattr(making, "add_files", later)


def test_a_file_that_is_cleaned_meanwhile_is_in_it(here, cast, request, tmp_path: Path, monkeypatch) -> None:
    before = file_of(give(cast["amina"])).key
    archive = tmp_path / "backup.tar"
    meanwhile(monkeypatch, look_at_all)
    done(here, "backup", archive)
    assert {before} < lying(), "the worker went on, and left the file there that it had cleaned"
    PUMPS["held_up"]()
    assert before not in lying()
    with empty_machine(request, tmp_path / "there") as there:
        done(there, "restore", archive)
        assert contents().keys() == {before}


def test_a_file_that_is_removed_meanwhile_is_in_it(here, cast, request, tmp_path: Path, monkeypatch, clock) -> None:
    document = give(cast["amina"])
    look_at_all()
    key = file_of(document).key
    documents.take_back(home("amina"), SORTS["governing"], document.ref, by=cast["amina"])
    clock.shift(2 * 24 * 3600)
    archive = tmp_path / "backup.tar"
    meanwhile(monkeypatch, remove_unused)
    done(here, "backup", archive)
    assert db.session.scalar(select(File.state).where(File.key == key)) == "removed"
    assert PUMPS["held_up"]() >= 1
    assert key not in lying()
    with empty_machine(request, tmp_path / "there") as there:
        done(there, "restore", archive)
        assert contents().keys() == {key}


def test_nothing_is_held_once_it_is_done(here: Flask, cast) -> None:
    for _ in range(20):
        assert not holding.is_held()
        with holding.hold():
            assert holding.is_held()
    with pytest.raises(RuntimeError), holding.hold():
        raise RuntimeError
    with holding.hold():
        assert holding.is_held(), "somebody who broke off lets go as well"
    key = file_of(give(cast["amina"])).key
    look_at_all()
    assert key not in lying()


def test_what_was_promised_before_is_in_it_and_nothing_by_half(app: Flask, request, tmp_path: Path) -> None:
    stop, told = threading.Event(), []

    def write(mine: int) -> None:
        with app.app_context():
            for number in itertools.count():
                if stop.is_set():
                    break
                name = f"{mine}-{number}"
                with action() as session:
                    session.add(FormKey(digest=f"{name}-first", at=utc_now()))
                    session.flush()
                    session.add(FormKey(digest=f"{name}-second", at=utc_now()))
                told.append(name)
            db.session.remove()

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    promised = []
    try:
        for number in range(3):
            while len(told) < 20 * (number + 1):
                pass
            promised.append(set(told))
            done(app, "backup", tmp_path / f"{number}.tar")
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    for number, names in enumerate(promised):
        with empty_machine(request, tmp_path / f"there-{number}") as there:
            done(there, "restore", tmp_path / f"{number}.tar")
            rows = set(db.session.scalars(select(FormKey.digest)))
            firsts, seconds = ({row[: -len(end)] for row in rows if row.endswith(end)} for end in ("-first", "-second"))
            assert firsts == seconds
            assert names <= firsts


def test_the_lesser_role_backs_up_and_the_owner_puts_back(postgres_server: Server, tmp_path: Path) -> None:
    for role in ("backup_owner", "backup_portal"):
        postgres_server.command("CREATE ROLE {} LOGIN", role)

    def database(name: str) -> str:
        url = postgres_server.create_database(name)
        postgres_server.command("ALTER DATABASE {} OWNER TO {}", name, "backup_owner")
        return url

    def app_as(role: str, url: str, folder: str) -> Flask:
        return create_app(settings(url.replace("postgres@", f"{role}@"), tmp_path / folder))

    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    first, second = database("backed_up"), database("put_back")
    owner = furnished(first.replace("postgres@", "backup_owner@"), tmp_path / "here", lambda: None)
    archive = tmp_path / "backup.tar"
    with owner.app_context():
        done(owner, "rights", "backup_portal")
        db.engine.dispose()
    portal = app_as("backup_portal", first, "here")
    with portal.app_context():
        assert "is whole: " in done(portal, "backup", archive)
        db.session.remove()
        db.engine.dispose()
    there = app_as("backup_owner", second, "there")
    with there.app_context():
        assert "flask rights ROLE" in done(there, "restore", archive)
        done(there, "rights", "backup_portal")
        db.session.remove()
        db.engine.dispose()
    lesser = app_as("backup_portal", second, "there")
    with lesser.app_context():
        assert lesser.test_client().get("/grants").status_code == 200
        db.session.remove()
        db.engine.dispose()
    for name in ("backed_up", "put_back"):
        postgres_server.drop_database(name)
    for role in ("backup_portal", "backup_owner"):
        postgres_server.command("DROP ROLE {}", role)
