"""What waits for whoever keeps the portal going."""

from portal.kit.queues import Queue, Waiting
from portal.kit.text import N_
from portal.mail import queries as mail
from portal.mail.rules import kind_of
from portal.permissions import Someone

MOST = 10


def failed_letters(_someone: Someone) -> Queue:
    """E-mails that did not go and could be sent again, the oldest first."""
    rows = mail.failed(MOST)
    waiting = [
        Waiting(kind_of(row.template), "upkeep.letter", {"ref": row.ref}, row.created_at, note=row.to_address)
        for row in rows
    ]
    return Queue(
        "failed_letters", N_("E-mails that failed"), N_("Every e-mail goes."), rows[0].all if rows else 0, waiting
    )
