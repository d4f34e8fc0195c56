"""What a browser carries for a short while and nobody may read on its way: sealed, in its own signed session."""

import json

from flask import session

from portal.accounts.totp import new_secret
from portal.db.sealed import keyring
from portal.kit.sealing import Unreadable
from portal.permissions import Someone

SECRET, CODES = "authenticator", "recovery_codes"
SECONDS = 3600


def put(name: str, someone: Someone, what: object) -> None:
    """Have this browser carry something for this sign-in alone."""
    session[name] = keyring().seal(json.dumps([someone.sign_in_id, what]))


def look(name: str, someone: Someone) -> object:
    """What this browser carries for this sign-in; None for nothing, another's, and what is older than an hour."""
    try:
        sign_in_id, what = json.loads(keyring().open(session.get(name, ""), SECONDS))
    except Unreadable:
        return None
    return what if sign_in_id == someone.sign_in_id else None


def pending_secret(someone: Someone) -> str:
    """The secret of the app that somebody is setting up: the same one until it is done, however often they look."""
    known = look(SECRET, someone)
    if known is None:
        known = new_secret()
        put(SECRET, someone, known)
    return str(known)


def show_once(codes: list[str], someone: Someone) -> None:
    """Have the next page show these recovery codes; the secret that came before them is done with."""
    session.pop(SECRET, None)
    put(CODES, someone, codes)


def shown_once(someone: Someone) -> list[str]:
    """The recovery codes that nobody has seen yet; from now on nobody can."""
    codes = look(CODES, someone)
    session.pop(CODES, None)
    return [str(code) for code in codes] if isinstance(codes, list) else []
