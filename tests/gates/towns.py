"""The towns that gates look at: the whole demonstration, one in which no round was ever opened, and foreign ones."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import func, select

from portal.db.session import action, db
from portal.demo import ground
from portal.demo.build import build
from portal.demo.organisations import organisations
from portal.mail.models import Letter
from tests import houses, pseudo
from tests.gates.walk import Seen, Stop, prepared, walk
from tests.visits import Page

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
LOOKED_FOR = ("Tea and Tech", "Signing Circle", "Eileen ran it")
"""The words by which tests/pages.py and tests/states.py find two organisations and a request to join."""


@dataclass(frozen=True, slots=True)
class Town:
    """A portal in every state that its pages ask for: what to visit in it, and what a walk saw, by page.

    `failed` is what kept a page from being prepared.
    """

    app: Flask
    stops: list[Stop]
    failed: dict[str, Exception]
    seen: dict[str, Seen]


def walked(app: Flask, pages: list[Page]) -> Iterator[Town]:
    """Prepare a town for these pages, and walk through it; in the end its connections are closed."""
    stops, failed = prepared(app, pages)
    yield Town(app, stops, failed, {seen.page.name: seen for seen in walk(app, stops)})
    with app.app_context():
        db.engine.dispose()


def full_town(database_url: str, instance: Path) -> Flask:
    """The portal with the whole demonstration in it."""
    app = houses.unfurnished(database_url, instance)
    with app.test_request_context():
        upgrade()
        build()
        db.session.remove()
    return app


def empty_town(database_url: str, instance: Path) -> Flask:
    """The portal as a council finds it on its first day: words, places, its people and theirs, and nothing else."""
    app = houses.unfurnished(database_url, instance)
    with app.test_request_context():
        upgrade()
        settle()
        db.session.remove()
    return app


def settle() -> None:
    """Lay the council's words, the places, its people and theirs."""
    with action() as session:
        ground.settle(session, organisations(Random(ground.SEED)))


def hidden_town(folder: Path, lay: Callable[[], object], *, translated: bool = False) -> Flask:
    """A town in which all that people and the council wrote is in other letters, so that ours can be told apart.

    Where it is `translated` the portal speaks the language of tests/pseudo.py, and English else.
    """
    app = houses.unfurnished(f"sqlite:///{folder / 'town.sqlite3'}", folder)
    if translated:
        pseudo.speak(app, folder / "translations")
    with app.test_request_context():
        upgrade()
        lay()
        pseudo.hide(but=LOOKED_FOR)
        app.extensions["letters_before"] = db.session.scalar(select(func.max(Letter.id))) or 0
        db.session.remove()
    return app


def hidden_walk(app: Flask, which: list[Page]) -> Iterator[Town]:
    """A walk through these pages, with all that people wrote in their states put into other letters as well.

    The letters that the portal wrote meanwhile are left as they are.
    """
    stops, failed = prepared(app, which)
    with app.app_context():
        pseudo.hide(tables=frozenset(pseudo.WRITTEN) - {"letters"})
    yield Town(app, stops, failed, {seen.page.name: seen for seen in walk(app, stops)})
    with app.app_context():
        db.engine.dispose()
