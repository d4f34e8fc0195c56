"""The session, and `action()`: one transaction for a deed, its history and its letters."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

import pysqlite3.dbapi2
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import URL, Connection, Engine, event, insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal.config import Settings
from portal.db.base import Base
from portal.db.durability import insist
from portal.db.models import FormKey
from portal.db.patience import CONNECT_SECONDS, OPTIONS, patiently
from portal.kit.dates import utc_now
from portal.kit.errors import Misconfigured, Refusal

Thing = TypeVar("Thing", bound=Base)

db = SQLAlchemy(model_class=Base, disable_autonaming=True, session_options={"autoflush": True})

writing: ContextVar[bool] = ContextVar("writing", default=False)
form_key: ContextVar[str | None] = ContextVar("form_key", default=None)

BUSY_SECONDS = 20
CACHE_KILOBYTES = 200
"""What each connection keeps of SQLite's file; the machine itself keeps the rest, once for all processes."""
PRAGMAS = (
    *("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"),
    f"cache_size=-{CACHE_KILOBYTES}",
)
SOUND_SQLITE = (3, 51, 3)
FORMS_KEPT = dt.timedelta(days=3)
"""So long nobody can send the same form twice; after that its page is long gone."""


class AlreadyDone(Refusal):
    """The same form came before, with the same content, and was acted on."""


def set_up(app: Flask, settings: Settings) -> None:
    """Give the app its database. SQLite is driven by pysqlite3, because Debian's own has a known WAL fault."""
    address: str | URL = settings.database_url
    if settings.is_sqlite:
        check_sqlite(pysqlite3.dbapi2.sqlite_version_info)
        options: dict[str, Any] = {"module": pysqlite3.dbapi2, "connect_args": {"timeout": BUSY_SECONDS}}
    else:
        address = patiently(settings.database_url)
        options = {"pool_pre_ping": True, "pool_size": 8, "max_overflow": 8, "pool_timeout": 10}
        options["connect_args"] = {"connect_timeout": CONNECT_SECONDS, "options": OPTIONS}
    app.config["SQLALCHEMY_DATABASE_URI"] = address
    # An error that is logged must not quote what people typed.
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {**options, "hide_parameters": True}
    db.init_app(app)
    with app.app_context():
        listen(db.engine)
        if settings.production:
            insist(db.engine)


def check_sqlite(version: tuple[int, ...]) -> None:
    """Raises Misconfigured for an SQLite that can spoil its file when several processes write (sqlite.org/wal.html)."""
    if version < SOUND_SQLITE:
        there, sound = (".".join(map(str, each)) for each in (version, SOUND_SQLITE))
        raise Misconfigured(f"SQLite is {there}, which has a known fault. Expected: {sound} or later (pysqlite3).")


def listen(engine: Engine) -> None:
    """Make SQLite keep its promises: foreign keys, a sync at each commit, and writers that queue at the door."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing.get() else "BEGIN")


@contextmanager
def action() -> Iterator[Session]:
    """One deed, whole or not at all; an action inside an action joins it.

    What the page read before is read again inside, under the lock (SQLite: one writer at a time; PostgreSQL: see
    `locked`). Where a form is being acted on, its key is claimed first, so that a second press finds it taken.
    Raises AlreadyDone then, and Refusals as the deed does; nothing of a refused deed is kept.
    """
    session = db.session()
    if session.info.get("deed"):
        yield session
        return
    session.rollback()
    token = writing.set(True)
    session.info["deed"] = True
    try:
        claim_form(session)
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info["deed"] = False
        writing.reset(token)


def claim_form(session: Session) -> None:
    """Write down that this very form is being acted on. Raises AlreadyDone when it was before."""
    key = form_key.get()
    if key is None:
        return
    try:
        session.execute(insert(FormKey).values(digest=key, at=utc_now()))
    except IntegrityError as error:
        raise AlreadyDone("This was sent before, and it counted once.") from error


def locked(thing: Thing) -> Thing:
    """The same row, read afresh and held until the deed ends, so that two people cannot both act on what they saw.

    Rows that point to it can still be made meanwhile (PostgreSQL's FOR NO KEY UPDATE): nobody's key is ever changed,
    and who wrote one would otherwise wait for whoever holds this, and they perhaps for them.
    """
    # Only this row: what was loaded along with it comes by outer joins, which PostgreSQL refuses to lock.
    db.session.refresh(thing, with_for_update={"of": type(thing), "key_share": True})
    return thing


def forget_old_forms(older_than: dt.timedelta = FORMS_KEPT) -> int:
    """Forget the keys of forms sent days ago; how many went."""
    with action() as session:
        return session.query(FormKey).where(FormKey.at < utc_now() - older_than).delete()
