"""Limits on tries. They are rows, so that a restart forgets none and every process counts the same."""

import datetime as dt
import hashlib
import hmac
from dataclasses import dataclass

from flask import current_app
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from portal.accounts.models import Attempt
from portal.config import Settings
from portal.kit.dates import utc_now
from portal.kit.errors import TooMany


@dataclass(frozen=True, slots=True)
class Limit:
    """So many of one thing within an hour, for one address or one client."""

    what: str
    most: int


LETTERS_TO_ADDRESS = Limit("letters_to_address", 5)
LETTERS_FOR_CLIENT = Limit("letters_for_client", 200)
WRONG_CODES_FOR_ADDRESS = Limit("wrong_codes_for_address", 10)
WRONG_CODES_FROM_CLIENT = Limit("wrong_codes_from_client", 100)
"""A library or a council is one client to us, so a client may do far more than an address."""

WRONG_CODES_OF_APP = Limit("wrong_codes_of_app", 10)
"""For one person. Only who has their e-mailed code can make them; a recovery code goes on working."""
WRONG_RECOVERY_CODES = Limit("wrong_recovery_codes", 10)
"""For one sign-in, so that nobody can use up another's."""

SPAN = dt.timedelta(hours=1)


def keyed(*parts: str) -> str:
    """A digest that nobody can make or try out without this installation's secret: HMAC-SHA-256, in hexadecimal."""
    settings: Settings = current_app.extensions["portal_settings"]
    return hmac.new(settings.secret_key.encode(), "\n".join(parts).encode(), hashlib.sha256).hexdigest()


def one_at_a_time(session: Session, whom: str) -> None:
    """Wait until nobody else acts for the same address, so that sixteen at once are counted one by one.

    SQLite has one writer at a time anyhow.
    """
    if session.get_bind().dialect.name == "postgresql":
        number = int.from_bytes(hashlib.sha256(whom.encode()).digest()[:8], "big", signed=True)
        session.execute(select(func.pg_advisory_xact_lock(number)))


def used_up(session: Session, limit: Limit, whom: str) -> bool:
    """Whether the last hour has seen as many as there may be."""
    count = session.scalar(
        select(func.count())
        .select_from(Attempt)
        .where(Attempt.what == limit.what, Attempt.digest == keyed(limit.what, whom))
        .where(Attempt.at > utc_now() - SPAN)
    )
    return (count or 0) >= limit.most


def check(session: Session, limit: Limit, whom: str) -> None:
    """Raises TooMany where the limit is reached."""
    if used_up(session, limit, whom):
        raise TooMany()


def count(session: Session, limit: Limit, whom: str) -> None:
    """Write one down."""
    session.add(Attempt(what=limit.what, digest=keyed(limit.what, whom), at=utc_now()))


def forget_old(session: Session) -> int:
    """Drop what no limit looks at any more; how many rows went."""
    gone = session.execute(
        delete(Attempt).where(Attempt.at < utc_now() - SPAN).execution_options(synchronize_session=False)
    )
    return int(gone.rowcount)  # type: ignore[attr-defined]
