"""The portal on each database, laid out once a run and put back as it was before every test."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import event

from portal.app import create_app
from portal.config import Settings
from portal.db.session import db
from portal.programme import queries as programme
from tests import reader, town
from tests.postgres import Server

Lay = Callable[[], object]
"""What puts the first rows into an empty house."""


class House(Protocol):
    """A portal whose database can be put back."""

    app: Flask

    def renew(self) -> None:
        """Put the database back as the town left it."""


def settings(database_url: str, instance: Path) -> Settings:
    """A portal for tests: the demonstration's, so that its pages are tested too."""
    return Settings(
        production=False,
        demo=True,
        secret_key="tests-only-" * 4,
        encryption_keys=("dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=",),
        database_url=database_url,
        base_url="http://localhost",
        smtp_url="",
        mail_from="Join the Dots <portal@example.org>",
        instance=instance,
        trusted_proxies=0,
    )


def furnished(database_url: str, instance: Path, lay: Lay) -> Flask:
    """The portal on an empty database, migrated, and with what `lay` puts there."""
    app = unfurnished(database_url, instance)
    with app.app_context():
        upgrade()
        lay()
        db.session.remove()
        db.engine.dispose()
    return app


def unfurnished(database_url: str, instance: Path) -> Flask:
    """The portal before its database is laid out, read strictly, and waiting for no disk.

    SQLite is as forgetful here as tests/postgres.py makes PostgreSQL; tests of durability open theirs themselves.
    """
    app = create_app(settings(database_url, instance))
    reader.watch(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", forget)
    return app


def forget(connection: Any, _record: object) -> None:
    """Sync nothing on this connection."""
    connection.execute("PRAGMA synchronous=OFF")


class SqliteHouse:
    """On the embedded database: a file, copied back from a master."""

    def __init__(self, folder: Path, lay: Lay = town.build) -> None:
        self.path = folder / "portal.sqlite3"
        self.master = folder / "master.sqlite3"
        self.app = furnished(f"sqlite:///{self.path}", folder, lay)
        self.leave()
        shutil.copy(self.path, self.master)

    def leave(self) -> None:
        """Close every connection and fold the log into the file."""
        with self.app.app_context():
            with db.engine.connect() as connection:
                connection.connection.dbapi_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            db.engine.dispose()

    def keep(self, copy: Path) -> None:
        """Keep a copy of the database as it stands, to be put back by `renew`."""
        self.leave()
        shutil.copy(self.path, copy)

    def renew(self, master: Path | None = None) -> None:
        """Copy the master back, or another copy that was kept."""
        with self.app.app_context():
            db.engine.dispose()
        for end in ("-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                Path(f"{self.path}{end}").unlink()
        shutil.copy(master or self.master, self.path)


class PostgresHouse:
    """On PostgreSQL: a database, made anew from a template."""

    def __init__(self, server: Server, folder: Path, lay: Lay = town.build, name: str = "portal") -> None:
        self.server, self.name = server, name
        self.app = furnished(server.create_database(name), folder, lay)
        server.create_database(f"{name}_master", template=name)

    def renew(self) -> None:
        """Drop the database and copy the template."""
        with self.app.app_context():
            db.engine.dispose()
        self.server.drop_database(self.name)
        self.server.create_database(self.name, template=f"{self.name}_master")


@contextlib.contextmanager
def at_home(house: House) -> Iterator[Flask]:
    """The house's app with a clean database and a context of its own."""
    house.renew()
    with house.app.app_context():
        programme.forget()  # what the test before made of the council's settings
        yield house.app
        db.session.remove()
        db.engine.dispose()
