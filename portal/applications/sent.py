"""What follows once an application was sent, in the same deed."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from portal.applications.models import Application
from portal.applications.words import keep_words

FOLLOWING: list[Callable[[Session, Application], None]] = []
"""Rooms above put theirs here when imported. Each is quick: whoever sends an application waits for it."""


def follow(session: Session, application: Application) -> None:
    """Do all of it for an application that was sent just now, or sent anew: it is found by what it says now, too."""
    keep_words(application)
    for each in FOLLOWING:
        each(session, application)
