"""How migrations run, on both databases."""

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from portal.accounts import models as accounts
from portal.applications import change_models as changes
from portal.applications import models as applications
from portal.assessments import alike_models
from portal.assessments import models as assessments
from portal.assessments import reserve_models as reserves
from portal.db import models as forms
from portal.db.base import Base
from portal.db.fulltext import is_models
from portal.desk import models as desk
from portal.files import models as files
from portal.funds import models as funds
from portal.history import models as history
from portal.jobs import models as jobs
from portal.mail import models as mail
from portal.messages import models as messages
from portal.organisations import models as organisations
from portal.places import models as places
from portal.programme import models as programme

AREAS = (
    accounts,
    alike_models,
    applications,
    assessments,
    desk,
    changes,
    files,
    forms,
    funds,
    history,
    jobs,
    mail,
    messages,
    organisations,
    places,
    programme,
    reserves,
)
"""Every room with tables, so that the metadata is whole."""


def take_time(connection: Connection) -> None:
    """A large table takes longer to rebuild than anybody waits for a page; locks are still not waited for for long."""
    connection.connection.driver_connection.patience = None
    connection.exec_driver_sql("SET statement_timeout = 0")
    connection.exec_driver_sql("SET idle_in_transaction_session_timeout = 0")
    connection.commit()


def run() -> None:
    """Run the migrations on the app's database.

    SQLite's foreign keys are off while tables are rebuilt, because rebuilding a parent would delete its children
    (ON DELETE CASCADE); afterwards every key is checked.
    """
    with current_app.extensions["migrate"].db.engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            connection.connection.dbapi_connection.execute("PRAGMA foreign_keys=OFF")
        else:
            take_time(connection)
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            compare_type=True,
            compare_server_default=True,
            include_name=is_models,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()
        if sqlite:
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            connection.rollback()
            connection.connection.dbapi_connection.execute("PRAGMA foreign_keys=ON")
            if broken:
                raise RuntimeError(f"A migration left {len(broken)} rows whose parent is gone: {broken[:5]}")


run()
