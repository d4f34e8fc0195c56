"""Columns that are kept sealed, and their new keys, on both databases and while people work."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select, text, update

from portal.accounts.models import Authenticator
from portal.config import Settings
from portal.db import sealed
from portal.db.sealed import renew_all, sealed_columns
from portal.db.session import action, db
from portal.kit.sealing import Keyring, Unreadable, new_key

Turn = Callable[[tuple[str, ...]], None]


@pytest.fixture
def keys(app: Flask) -> Iterator[Turn]:
    """Give the portal other keys for a test: keys(("newest", "older"))."""
    before: Settings = app.extensions["portal_settings"]

    def give(found: tuple[str, ...]) -> None:
        app.extensions["portal_settings"] = replace(before, encryption_keys=found)
        db.session.rollback()
        db.session.expunge_all()

    yield give
    app.extensions["portal_settings"] = before


def secrets() -> dict[int, str]:
    """Every secret, opened."""
    db.session.rollback()
    return {
        row.person_id: row.secret for row in db.session.execute(select(Authenticator.person_id, Authenticator.secret))
    }


def kept() -> dict[int, str]:
    """Every secret as the database has it."""
    return {row[0]: row[1] for row in db.session.execute(text("SELECT person_id, secret FROM authenticators"))}


def test_the_portal_knows_its_sealed_columns() -> None:
    assert "authenticators.secret" in [str(column) for column in sealed_columns()]


def test_a_new_key_takes_over_and_the_old_one_can_go(app: Flask, keys: Turn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "BATCH", 3)
    old: tuple[str, ...] = app.extensions["portal_settings"].encryption_keys
    new, before, raw = new_key(), secrets(), kept()
    assert len(before) > 6
    keys((new, *old))

    assert secrets() == before, "both keys open while it is not done"
    assert renew_all() == (len(before), 0)

    keys((new,))
    assert secrets() == before
    assert not set(raw.values()) & set(kept().values())
    keys(old)
    with pytest.raises(Unreadable):
        secrets()


def test_what_changes_meanwhile_is_not_overwritten(app: Flask, keys: Turn, monkeypatch: pytest.MonkeyPatch) -> None:
    old: tuple[str, ...] = app.extensions["portal_settings"].encryption_keys
    keys((new_key(), *old))
    first = min(kept())
    renew = Keyring.renew

    def slowly(ring: Keyring, text: str) -> str:
        """Somebody changes their app between reading a row and writing it."""
        if ring.open(text) != "CHANGED" and not changed:
            changed.append(True)
            db.session.execute(update(Authenticator).where(Authenticator.person_id == first).values(secret="CHANGED"))
        return renew(ring, text)

    changed: list[bool] = []
    monkeypatch.setattr(Keyring, "renew", slowly)
    done, lost = renew_all()
    assert (done, lost) == (len(kept()) - 1, 0)
    assert secrets()[first] == "CHANGED"


def test_what_no_key_opens_is_left_and_counted(app: Flask, keys: Turn) -> None:
    first = min(kept())
    with action() as session:
        session.execute(text("UPDATE authenticators SET secret = 'spoilt' WHERE person_id = :id"), {"id": first})
    old: tuple[str, ...] = app.extensions["portal_settings"].encryption_keys
    keys((new_key(), *old))

    assert renew_all() == (len(kept()) - 1, 1)
    assert kept()[first] == "spoilt"


def test_the_command_says_what_it_did(app: Flask, keys: Turn) -> None:
    old: tuple[str, ...] = app.extensions["portal_settings"].encryption_keys
    keys((new_key(), *old))
    number = len(kept())
    runner = app.test_cli_runner()

    done = runner.invoke(args=["keys", "rotate"])
    assert (done.exit_code, done.output) == (0, f"{number} secrets are sealed with the newest key.\n")
    keys((new_key(),))
    refused = runner.invoke(args=["keys", "rotate"])
    assert refused.exit_code == 1
    assert f"{number} are left as they were, because none of the keys opens them." in refused.output
