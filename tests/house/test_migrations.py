"""Models and migrations agree, on both databases, in both directions."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import CheckConstraint, inspect, select, text
from sqlalchemy.exc import DBAPIError

from portal.app import create_app
from portal.db.base import Base
from portal.db.fulltext import is_models
from portal.db.session import db
from portal.kit.dates import utc_now
from portal.organisations.models import Organisation
from portal.organisations.words import read_unread
from tests.houses import settings

FOLDER = Path(__file__).resolve().parents[2] / "migrations"


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """The portal on a database with nothing in it."""
    if request.param == "postgres":
        server = request.getfixturevalue("postgres_server")
        url = server.create_database("empty")
    else:
        url = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    app = create_app(settings(url, tmp_path))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    if request.param == "postgres":
        server.drop_database("empty")


def differences() -> list[object]:
    """What a new migration would have to change."""
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": is_models})
        return list(compare_metadata(context, Base.metadata))


def checks_of_models() -> set[str]:
    """The names of all CHECK constraints of the models, which Alembic does not compare."""
    return {
        str(constraint.name)
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint) and constraint.name
    }


def checks_of_database() -> set[str]:
    """The names of all CHECK constraints of the database."""
    there = inspect(db.engine)
    return {check["name"] or "" for table in there.get_table_names() for check in there.get_check_constraints(table)}


def conditions_of_models() -> dict[str, str]:
    """The condition of each index that is over some rows only, by its name; Alembic does not compare them either."""
    indexes = [index for table in Base.metadata.tables.values() for index in table.indexes]
    return {str(index.name): bare(index.info["where"]) for index in indexes if "where" in index.info}


def conditions_of_database() -> dict[str, str]:
    """The same of the database."""
    there, found = inspect(db.engine), {}
    for table in there.get_table_names():
        for index in there.get_indexes(table):
            for option, where in index.get("dialect_options", {}).items():
                if option.endswith("_where"):
                    found[str(index["name"])] = bare(str(where))
    return found


def bare(condition: str) -> str:
    """A condition without blanks, nor the brackets and types that PostgreSQL writes into it."""
    return re.sub(r"::(character varying|text)|[()\s]", "", condition)


def test_up_equals_the_models(empty: Flask) -> None:
    upgrade()
    assert differences() == []
    assert conditions_of_models() == conditions_of_database()
    assert checks_of_models() <= checks_of_database()


def test_down_leaves_nothing_and_up_again_works(empty: Flask) -> None:
    upgrade()
    downgrade(revision="base")
    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    upgrade()
    assert differences() == []


def test_each_migration_can_be_taken_back_by_itself(empty: Flask) -> None:
    for script in reversed(list(ScriptDirectory(str(FOLDER)).walk_revisions())):
        upgrade(revision=script.revision)
        if script.down_revision:
            downgrade(revision=str(script.down_revision))
            upgrade(revision=script.revision)
    assert differences() == []


def test_whom_organisations_name_goes_and_comes_back_without_the_rest(empty: Flask) -> None:
    upgrade()
    named = {"main_contact_name": "Zadie", "main_contact_email": "z@example.org"}
    db.session.add(
        Organisation(ref="tea", name="Tea", name_key="tea", legal_form="group", created_at=utc_now(), **named)
    )
    db.session.commit()
    downgrade(revision="021")
    downgrade(revision="-1")
    with db.engine.connect() as connection:
        row = connection.execute(text("SELECT * FROM organisations")).mappings().one()
    assert row["name"] == "Tea"
    assert [name for name in row if name.startswith(("main_contact", "second_contact", "safeguarding_lead"))] == []
    upgrade()
    kept = db.session.scalars(select(Organisation)).one()
    assert (kept.name, kept.main_contact_name, kept.safeguarding_lead_phone) == ("Tea", "", "")


def made_for_search() -> set[str]:
    """The triggers or indexes by which rows are found by their words; the models say nothing of them."""
    if db.engine.dialect.name == "sqlite":
        question = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%words_fts%'"
    else:
        question = "SELECT indexname FROM pg_indexes WHERE indexdef LIKE '%USING gin%'"
    return set(db.session.scalars(text(question)))


def test_what_finds_rows_by_their_words_is_there_after_the_newest_migration(empty: Flask) -> None:
    upgrade()
    tables = ("application_words", "organisation_words")
    triggers = {f"{table}_fts_{deed}" for table in tables for deed in ("put", "take", "change")}
    indexes = {"ix_application_words_all", "ix_organisation_words_all", "ix_organisation_words_names"}
    assert made_for_search() == (triggers if db.engine.dialect.name == "sqlite" else indexes)


def test_what_was_there_before_there_were_words_waits_to_be_read(empty: Flask) -> None:
    upgrade()
    db.session.add(Organisation(ref="tea", name="Tea", name_key="tea", legal_form="group", created_at=utc_now()))
    db.session.commit()
    downgrade(revision="025")
    downgrade(revision="-1")
    upgrade()
    assert db.session.execute(text("SELECT name, at FROM organisation_words")).all() == [("", None)]
    assert read_unread() == 1
    assert db.session.execute(text("SELECT name FROM organisation_words")).all() == [("tea",)]


def test_history_refuses_change_and_removal(app: Flask) -> None:
    with db.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO history (at, subject, subject_id, verb, facts)"
                " VALUES ('2026-01-01 00:00:00+00:00', 'x', 1, 'y', '{}')"
            )
        )
    for statement in ("UPDATE history SET verb = 'z'", "DELETE FROM history"):
        with pytest.raises(DBAPIError, match="append-only"), db.engine.begin() as connection:
            connection.execute(text(statement))


def test_migrations_have_readable_numbers() -> None:
    names = sorted(path.stem for path in (FOLDER / "versions").glob("*.py"))
    assert [name[:3] for name in names] == [f"{number:03d}" for number in range(1, len(names) + 1)]
    assert all(re.fullmatch(r"\d{3}_[a-z_]+", name) for name in names)
