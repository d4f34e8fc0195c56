"""How deeds to letters are told: by their reference, and by nothing that they say."""

from sqlalchemy import select, true

from portal.history.telling import Kind, sayings
from portal.kit.text import N_
from portal.mail.models import Letter
from portal.permissions import Permission as P

LETTERS = Letter.__table__

KINDS = (
    Kind(
        "letter",
        N_("E-mail"),
        sayings({"send_again": N_("{who} had an e-mail sent again")}),
        refs=select(LETTERS.c.id, LETTERS.c.ref, true().label("is_open")),
        page=("upkeep.letter", "ref", frozenset({P.OUTBOX_READ})),
    ),
)
