"""How deeds to applications are told: by reference, never by title. Who is not told, the area above says."""

from sqlalchemy import select

from portal.applications.models import Application
from portal.applications.rules import MACHINE, MORE_WORDS
from portal.history.queries import sentences
from portal.history.telling import Kind, sayings
from portal.kit.text import N_

APPLICATIONS = Application.__table__

WORDS = sentences(MACHINE, {**MORE_WORDS, "ask_pdf": N_("{who} asked for a PDF of the application")})
APPLICATION = Kind(
    "application",
    N_("Application"),
    sayings(WORDS),
    refs=select(APPLICATIONS.c.id, APPLICATIONS.c.ref, APPLICATIONS.c.submitted_at.is_not(None).label("is_open")),
    machine=MACHINE,
)
