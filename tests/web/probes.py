"""The portal with a few routes that do what no route of it should: break, refuse, and lose their database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flask import Flask, Response, abort, flash
from sqlalchemy import text
from sqlalchemy.exc import InterfaceError, OperationalError, TimeoutError

from portal.app import create_app
from portal.config import Settings
from portal.db.session import action, db
from portal.kit import errors
from portal.kit.text import N_, Say
from portal.permissions import Permission
from portal.web.guards import public, requires
from portal.web.pages import page
from tests import reader
from tests.houses import SqliteHouse, settings

SECRET = "hunter2 at 12 Elm Row"
"""What must be in no answer and in no line of log."""

REFUSALS: dict[str, errors.Refusal] = {
    "not-allowed": errors.NotAllowed(),
    "not-there": errors.NotThere(),
    "wrong-state": errors.WrongState(),
    "clash": errors.Clash(),
    "gone": errors.Gone(),
    "invalid": errors.Invalid({"name": "Say it again."}),
    "too-many": errors.TooMany(),
    "named": errors.NotThere(Say(N_("There is no {what} here."), what="<b>cat</b>")),
}


def boom() -> Response:
    """Break, with something private in the message."""
    raise RuntimeError(SECRET)


def twin() -> Response:
    """Break in the database, with something private in the statement."""
    with action() as session:
        statement = text("INSERT INTO people (ref, email, name, created_at) VALUES ('r', :email, '', '2026-01-01')")
        session.execute(statement, {"email": SECRET})
        session.execute(statement, {"email": SECRET})
    return page("desk/privacy")


def refuse(kind: str) -> Response:
    """Refuse in one of the ways there are."""
    raise REFUSALS[kind]


def stop(code: str) -> Response:
    """Stop with a status."""
    abort(int(code))


def lose(kind: str) -> Response:
    """Lose the database."""
    kinds = {"operation": OperationalError, "interface": InterfaceError}
    if kind == "pool":
        raise TimeoutError(SECRET)
    raise kinds[kind](f"SELECT '{SECRET}'", None, Exception(SECRET))


def whisper() -> Response:
    """Say something with markup in it on the next page."""
    flash("<b>said</b>", "done")
    return page("desk/privacy")


def settings_on(house: SqliteHouse, **changed: object) -> Settings:
    """The tests' settings on the town's database, with some changed."""
    return replace(settings(f"sqlite:///{house.path}", house.path.parent), **changed)  # type: ignore[arg-type]


@contextmanager
def probed(chosen: Settings) -> Iterator[Flask]:
    """A portal with the probes in it."""
    app = create_app(chosen)
    reader.watch(app)
    for rule, view in (
        ("/probe/boom", boom),
        ("/probe/twin", twin),
        ("/probe/refuse/<kind>", refuse),
        ("/probe/stop/<code>", stop),
        ("/probe/lose/<kind>", lose),
        ("/probe/whisper", whisper),
    ):
        app.add_url_rule(rule, view_func=public(view), methods=["GET", "POST"])
    app.add_url_rule(
        "/probe/settings", "probe_settings", view_func=requires(Permission.SETTINGS_EDIT)(lambda: page("desk/privacy"))
    )
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def nowhere(folder: Path, **changed: object) -> Settings:
    """Settings with a database in which there is nothing, not even a table."""
    return replace(settings(f"sqlite:///{folder / 'empty.sqlite3'}", folder), **changed)  # type: ignore[arg-type]
