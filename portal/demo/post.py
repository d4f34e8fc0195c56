"""The demonstration's outbox: receipts that went, two that did not, and one that the mail server put off."""

import datetime as dt

from sqlalchemy.orm import Session

from portal.applications import notices
from portal.demo.sendings import Sent
from portal.kit.dates import utc_now
from portal.mail.models import Letter
from portal.permissions import Someone

LOST = (
    "550 5.1.1 The e-mail account that you tried to reach does not exist",
    "552 5.2.2 The recipient’s mailbox is full",
)
PUT_OFF = "451 4.7.1 Greylisted, please try again later"
TRIES = 3
WENT = 100
"""A place so far from the end that its letter went."""


def receipts(session: Session, sent: list[Sent]) -> None:
    """A receipt for everything that came in, in that order; the last ones met with trouble."""
    came = sorted((one for one in sent if one.row.submitted_at), key=lambda one: one.row.submitted_at or utc_now())
    for place, one in zip(reversed(range(len(came))), came, strict=True):
        lead = Someone(person_id=one.team.lead_id, name=one.team.demo.contact, email=one.team.demo.email)
        notices.receipt(one.row, by=lead)
        for letter in [row for row in session.new if isinstance(row, Letter)]:
            settle(letter, one.row.submitted_at or utc_now(), place)
        session.flush()


def settle(letter: Letter, at: dt.datetime, place: int) -> None:
    """How a receipt fared, by its place from the end: two were refused, one waits for its next try, the others went."""
    letter.created_at = letter.next_try_at = at
    if place < len(LOST):
        letter.status, letter.error, letter.tries = "failed", LOST[place], 1
    elif place == len(LOST):
        letter.error, letter.tries = PUT_OFF, TRIES
        letter.next_try_at = utc_now() + dt.timedelta(minutes=8)
    else:
        letter.status, letter.sent_at, letter.tries = "sent", at, 1
