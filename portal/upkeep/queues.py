"""What waits for whoever keeps the portal going."""

from typing import Any

from sqlalchemy import Row, Select, select

from portal.kit.queues import Work
from portal.kit.text import N_
from portal.mail.models import Letter
from portal.mail.rules import kind_of
from portal.permissions import Permission as P
from portal.permissions import Someone
from portal.web.words import translated

LETTERS = Letter.__table__.c
FAILED: Select[Any] = select(
    LETTERS.id,
    LETTERS.ref.label("target"),
    LETTERS.to_address.label("title"),
    LETTERS.created_at.label("since"),
    LETTERS.template.label("a"),
).where(LETTERS.status == "failed", LETTERS.secret.is_(False))


def failed(_someone: Someone) -> Select[Any]:
    """E-mails that did not go and could be sent again: the same for everybody."""
    return FAILED


def kind(row: Row[Any]) -> str:
    """What kind of e-mail it was."""
    return translated(kind_of(row.a))


FAILED_LETTERS = Work(
    "failed_letters",
    N_("E-mails that failed"),
    N_("Every e-mail goes."),
    P.OUTBOX_RESEND,
    "upkeep.letter",
    "ref",
    failed,
    kind,
    record="letter",
    claimable=True,
)
