"""Messages: one, a list, and what a person's own wait for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.orm import aliased

from portal.accounts.models import Person
from portal.accounts.queries import called, what_happened
from portal.db.base import BigKey
from portal.db.session import db
from portal.history.queries import Told, sentences
from portal.kit.errors import NotThere
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.kit.text import Say
from portal.mail.models import Letter
from portal.messages.models import Message
from portal.messages.rules import MESSAGE, MORE_WORDS
from portal.permissions import Someone

WORDS = sentences(MESSAGE, MORE_WORDS)
MESSAGES = Message.__table__
OWN_MOST = 10
COLUMNS = ("id", "ref", "topic", "name", "email", "phone", "organisation", "state")


@dataclass(frozen=True, slots=True)
class Opened:
    """One message as the council reads it: who has it, what happened to it, and how its letters fare."""

    message: Message
    taken_by: str
    answered_by: str
    closed_by: str
    history: Sequence[Told]
    letters: Sequence[Any]


def one(ref: str) -> Message:
    """The message of that reference. Raises NotThere."""
    found = db.session.scalar(select(Message).where(Message.ref == ref))
    if found is None:
        raise NotThere()
    return found


def opened(ref: str) -> Opened:
    """A message with all that stands around it. Raises NotThere."""
    taken, answered, closed = (aliased(Person) for _ in range(3))
    row: Any = db.session.execute(
        select(Message, *(called(who) for who in (taken, answered, closed)))
        .outerjoin(taken, taken.id == Message.claimed_by)
        .outerjoin(answered, answered.id == Message.answered_by)
        .outerjoin(closed, closed.id == Message.closed_by)
        .where(Message.ref == ref)
    ).first()
    if row is None:
        raise NotThere()
    message, taken_by, answered_by, closed_by = row
    happened = [Told(done.at, Say(WORDS[done.verb], who=done.who)) for done in what_happened(message, WORDS)]
    letters = db.session.execute(LETTERS, {"id": message.id}).all()
    return Opened(message, taken_by, answered_by, closed_by, happened, letters)


LETTERS = (
    select(Letter.template, Letter.status, Letter.created_at, Letter.sent_at)
    .where(Letter.about == Message.kind, Letter.about_id == bindparam("id"))
    .order_by(Letter.id)
    .limit(20)
)


def listed(state: str, after: str | None, before: str | None) -> Page[Row[Any]]:
    """A page of the messages, in one state or in all, the newest first, each with who has it."""
    question = (
        select(*(MESSAGES.c[each] for each in COLUMNS))
        .add_columns(MESSAGES.c.at, MESSAGES.c.due_on, func.coalesce(Person.name, "").label("taken_by"))
        .outerjoin(Person, Person.id == MESSAGES.c.claimed_by)
    )
    if state:
        question = question.where(MESSAGES.c.state == state)
    later, earlier = number_in(after), number_in(before)
    if later is not None:
        question = question.where(MESSAGES.c.id < later)
    elif earlier is not None:
        question = question.where(MESSAGES.c.id > earlier)
    backwards = later is None and earlier is not None
    order = MESSAGES.c.id.asc() if backwards else MESSAGES.c.id.desc()
    found = db.session.execute(question.order_by(order).limit(PAGE_SIZE + 1)).all()
    return page_of(
        found, lambda row: encode_key(row.id), came_after=later is not None, came_before=backwards, size=PAGE_SIZE
    )


def number_in(word: str | None) -> int | None:
    """The id that a word in an address names, or None for any other word."""
    match decode_key(word, 1):
        case [int(id)]:
            return id
    return None


def counts() -> dict[str, int]:
    """How many messages are in each state."""
    rows = db.session.execute(select(MESSAGES.c.state, func.count()).group_by(MESSAGES.c.state))
    return dict(rows.all())


WAITING_OF = (
    select(MESSAGES.c.ref, MESSAGES.c.topic, MESSAGES.c.at, MESSAGES.c.due_on)
    .where(MESSAGES.c.person_id == bindparam("person", type_=BigKey), MESSAGES.c.state == "waiting")
    .order_by(MESSAGES.c.id)
    .limit(OWN_MOST)
)


def waiting_of(someone: Someone) -> Sequence[Any]:
    """This person's own messages that wait for an answer, the oldest first."""
    return db.session.execute(WAITING_OF, {"person": someone.person_id}).all()
