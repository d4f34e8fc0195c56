"""What a release left in its database is all there after every migration since, and the portal works on it."""

import datetime as dt
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg
import pysqlite3.dbapi2
import pytest
import time_machine
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import MetaData, Table, func, select, text
from sqlalchemy.exc import DBAPIError

from portal.app import create_app
from portal.db.session import db
from portal.demo.cast import CAST
from portal.funds import plan_queries
from portal.funds.models import Round
from portal.funds.toml import read
from portal.funds.written import as_toml
from portal.history.models import Deed
from tests import reader, town
from tests.house.test_migrations import checks_of_database, checks_of_models, differences
from tests.houses import settings

HERE = Path(__file__).parent
RELEASES = sorted(path.name for path in HERE.iterdir() if (path / "sqlite.sql").exists())
CHANGED: dict[str, str] = {"alembic_version.version_num": "it says which migration ran last"}
"""Columns, and whole tables, that a later migration changes on purpose, each with the reason."""
PEOPLE = ("", *(member.key for member in CAST if member.has_account))
MOST_PAGES = 15
LINK = re.compile(r'<a\s[^>]*href="(/[^"#]*)')
Sums = dict[str, tuple[int, str]]


@pytest.fixture(params=RELEASES)
def release(request: pytest.FixtureRequest) -> str:
    """One that people may have."""
    return str(request.param)


@pytest.fixture(params=["sqlite", "postgres"])
def released(request: pytest.FixtureRequest, release: str, tmp_path: Path) -> Iterator[Flask]:
    """Today's portal on a database as that release left it."""
    dump = (HERE / release / f"{request.param}.sql").read_text(encoding="utf-8")
    if request.param == "postgres":
        server = request.getfixturevalue("postgres_server")
        url = server.create_database("released")
        with psycopg.connect(url) as there:
            there.execute(dump)
    else:
        url = f"sqlite:///{tmp_path / 'released.sqlite3'}"
        connection = pysqlite3.dbapi2.connect(str(tmp_path / "released.sqlite3"))
        connection.executescript(dump)
        connection.close()
    app = create_app(settings(url, tmp_path))
    reader.watch(app)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    if request.param == "postgres":
        server.drop_database("released")


def tables() -> dict[str, Table]:
    """The tables as they are in the database just now, whatever the models say."""
    found = MetaData()
    found.reflect(db.engine)
    return found.tables  # type: ignore[return-value]


def sums(of: dict[str, list[str]] | None = None) -> Sums:
    """For each column of each table (or of those named): how many rows, and one sum over all that it says."""
    found: Sums = {}
    there = tables()
    with db.engine.connect() as connection:
        for name, table in there.items():
            for column in [*table.c] if of is None else [table.c[each] for each in of.get(name, ())]:
                values = sorted(repr(told(value)) for value in connection.scalars(select(column)))
                found[f"{name}.{column.name}"] = len(values), sha256("\n".join(values).encode()).hexdigest()
    return found


def told(value: Any) -> Any:
    """A value in the one way that it is told, whichever type its column has now."""
    return value.isoformat() if isinstance(value, dt.datetime) else value


def still(before: Sums) -> dict[str, list[str]]:
    """Of these columns, those that are there now."""
    now = {name: {column.name for column in table.c} for name, table in tables().items()}
    kept: dict[str, list[str]] = {}
    for place in before:
        name, column = place.split(".")
        if column in now.get(name, ()):
            kept.setdefault(name, []).append(column)
    return kept


def changed(place: str) -> bool:
    """Whether a migration changes this column on purpose."""
    return place in CHANGED or place.split(".")[0] in CHANGED


def test_every_version_of_the_changelog_left_its_database() -> None:
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", (HERE.parents[1] / "CHANGELOG.md").read_text(), re.MULTILINE)
    missing = sorted(set(versions) - set(RELEASES))
    assert missing == [], "set the version in pyproject.toml, then `make release-dump`"
    for release in RELEASES:
        assert {path.name for path in (HERE / release).iterdir()} == {"sqlite.sql", "postgres.sql"}
        assert all(path.stat().st_size < 350_000 for path in (HERE / release).iterdir())


def test_no_row_is_lost_and_no_column_changes(released: Flask) -> None:
    before = sums()
    assert before["applications.ref"][0] >= 10
    counts = {place.split(".")[0]: number for place, (number, _) in before.items()}
    assert sum(counts.values()) > 900
    upgrade()
    kept = still(before)
    after = sums(kept)
    assert {place: before[place] for place in after if not changed(place)} == {
        place: told for place, told in after.items() if not changed(place)
    }
    gone = {name for name in counts if name not in kept and name not in CHANGED}
    assert gone == set(), "a table that held people's work is gone: say why in CHANGED"


def test_the_schema_is_todays(released: Flask) -> None:
    upgrade()
    assert differences() == []
    assert checks_of_models() <= checks_of_database()
    for statement in ("UPDATE history SET verb = 'z'", "DELETE FROM history"):
        with pytest.raises(DBAPIError, match="append-only"), db.engine.begin() as connection:
            connection.execute(text(statement))


def test_rows_can_still_be_added(released: Flask) -> None:
    upgrade()
    before = db.session.scalar(select(func.max(Deed.id)))
    assert before is not None
    db.session.remove()
    town.sign_in("amina")
    assert db.session.scalars(select(Deed.id).where(Deed.id > before)).first() == before + 1


def crawl(client: Any) -> dict[str, int]:
    """Follow a person's links from the front page on; how each page answered."""
    waiting, found = ["/"], {}
    while waiting and len(found) < MOST_PAGES:
        path = waiting.pop(0)
        answer = client.get(path, follow_redirects=True)
        found[path] = answer.status_code
        links = [link.replace("&amp;", "&") for link in LINK.findall(answer.get_data(as_text=True))]
        waiting += [link for link in dict.fromkeys(links) if link not in {*found, *waiting}]
    return found


def test_everybody_finds_their_pages(released: Flask) -> None:
    upgrade()
    moment = db.session.scalars(select(func.max(Deed.at))).one()
    db.session.remove()
    seen = set()
    with time_machine.travel(moment, tick=True):
        for key in PEOPLE:
            client: Any = released.test_client()
            if key:
                client.set_cookie("signed-in", town.sign_in(key))
            pages = crawl(client)
            assert (key, {path: status for path, status in pages.items() if status != 200}) == (key, {})
            seen |= pages.keys()
    assert sum(path.startswith("/applications/") for path in seen) > 1 < sum("/review/" in path for path in seen)


def test_every_round_of_then_can_be_changed_on_screen(released: Flask) -> None:
    upgrade()
    for code in db.session.scalars(select(Round.code)).all():
        plan = plan_queries.one(code)
        assert (plan.state, plan.version) == ("published", 1)
        assert read(as_toml(plan_queries.document_of_plan(plan))).round["code"] == code
