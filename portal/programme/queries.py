"""The council's own settings and words. Nearly every page reads them, so each process keeps them for 15 seconds."""

import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, TypeVar, cast

from flask import current_app
from sqlalchemy import select

from portal.db.session import db
from portal.programme.models import Council, Term

KEPT_SECONDS = 15.0
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class CouncilWords:
    """Who runs this portal, as pages and letters say it; this one until the council's own words are loaded."""

    name: str = "Your council"
    programme: str = "Digital inclusion programme"
    team: str = "the programme team"
    place: str = ""
    email: str = ""
    phone: str = ""
    phone_hours: str = ""
    about: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a vocabulary: the code that is kept, and the label that people read."""

    code: str
    label: str


def council() -> CouncilWords:
    """Who runs this portal."""
    return kept("council", read_council)


def terms(kind: str) -> list[Word]:
    """The words of one kind, such as community or income_band, in the council's order."""
    return kept("terms", read_terms).get(kind, [])


def labels(kind: str) -> dict[str, str]:
    """What people read for each code of one kind."""
    return {word.code: word.label for word in terms(kind)}


def forget() -> None:
    """Read everything afresh next time; for whoever has just changed it."""
    shelf().clear()


def kept(name: str, read: Callable[[], Found]) -> Found:
    """What was read less than 15 seconds ago, or else what is read now."""
    now = time.monotonic()
    read_at, value = shelf().get(name, (float("-inf"), None))
    if now - read_at >= KEPT_SECONDS:
        value = read()
        shelf()[name] = (now, value)
    return cast(Found, value)


def shelf() -> dict[str, tuple[float, Any]]:
    """Where this app keeps what it read, and when."""
    found: dict[str, tuple[float, Any]] = current_app.extensions.setdefault("portal_programme", {})
    return found


def read_council() -> CouncilWords:
    """The council's row as a plain value, or the words for a portal that has none yet."""
    columns = (getattr(Council, field.name) for field in fields(CouncilWords))
    row = db.session.execute(select(*columns)).first()
    return CouncilWords(*row) if row else CouncilWords()


def read_terms() -> dict[str, list[Word]]:
    """Every vocabulary, by its kind."""
    found: dict[str, list[Word]] = {}
    for kind, code, label in db.session.execute(
        select(Term.kind, Term.code, Term.label).order_by(Term.kind, Term.position)
    ):
        found.setdefault(kind, []).append(Word(code, label))
    return found
