"""The towns that gates look at: the whole demonstration, and one in which no round was ever opened."""

from pathlib import Path
from random import Random

from flask import Flask
from flask_migrate import upgrade

from portal.app import create_app
from portal.db.session import action, db
from portal.demo import ground
from portal.demo.build import build
from portal.demo.organisations import organisations
from tests import houses, reader


def full_town(database_url: str, instance: Path) -> Flask:
    """The portal with the whole demonstration in it."""
    app = create_app(houses.settings(database_url, instance))
    reader.watch(app)
    with app.test_request_context():
        upgrade()
        build()
        db.session.remove()
    return app


def empty_town(database_url: str, instance: Path) -> Flask:
    """The portal as a council finds it on its first day: words, places, its people and theirs, and nothing else."""
    app = create_app(houses.settings(database_url, instance))
    reader.watch(app)
    with app.test_request_context():
        upgrade()
        with action() as session:
            ground.settle(session, organisations(Random(ground.SEED)))
        db.session.remove()
    return app
