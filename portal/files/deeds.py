"""How deeds to files are told: that they were looked at, and what came of it."""

from sqlalchemy import false, select

from portal.files.models import File
from portal.files.rules import SCANNING
from portal.history.queries import sentences
from portal.history.telling import Kind, sayings
from portal.kit.text import N_

FILES = File.__table__

KINDS = (
    Kind(
        "file",
        N_("File"),
        sayings(sentences(SCANNING)),
        refs=select(FILES.c.id, FILES.c.ref, false().label("is_open")),
        machine=SCANNING,
    ),
)
