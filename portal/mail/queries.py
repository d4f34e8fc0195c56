"""What is in the outbox, and taking letters out of it to send."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import aliased, defer

from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.mail.models import Letter

LEASE = dt.timedelta(minutes=5)
UNREAD = [defer(column, raiseload=True) for column in (Letter.subject, Letter.text, Letter.html)]
"""What the council's screens do not read: an attempt to show it fails."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A letter that this process alone may send, until its lease is over."""

    id: int
    ref: str
    to_address: str
    subject: str
    text: str
    html: str
    secret: bool
    created_at: dt.datetime
    tries: int
    leased_until: dt.datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """How the outbox stands: how many letters are due and since when the oldest is, and how many have failed."""

    due: int
    oldest: dt.datetime | None
    failed: int


def claim(most: int) -> list[Claimed]:
    """Take the oldest letters that are due, for five minutes; nobody else can take them meanwhile.

    A person's letters go in order: one that still waits holds back the later ones to the same address.
    """
    now = utc_now()
    earlier = aliased(Letter)
    held_back = (
        select(earlier.id)
        .where(earlier.to_address == Letter.to_address, earlier.status == "waiting", earlier.id < Letter.id)
        .exists()
    )
    with action() as session:
        rows = session.execute(
            select(Letter.id, Letter.ref, Letter.to_address, Letter.subject, Letter.text, Letter.html, Letter.secret)
            .add_columns(Letter.created_at, (Letter.tries + 1).label("tries"))
            .where(Letter.status == "waiting", Letter.next_try_at <= now)
            .where((Letter.leased_until.is_(None)) | (Letter.leased_until < now))
            .where(~held_back)
            .order_by(Letter.next_try_at, Letter.id)
            .limit(most)
            .with_for_update(skip_locked=True, of=Letter)
        ).all()
        if rows:
            session.execute(
                update(Letter)
                .where(Letter.id.in_([row.id for row in rows]))
                .values(leased_until=now + LEASE, tries=Letter.tries + 1)
                .execution_options(synchronize_session=False)
            )
    return sorted((Claimed(**row._asdict(), leased_until=now + LEASE) for row in rows), key=lambda letter: letter.id)


def keep(letters: Sequence[Claimed]) -> list[Claimed]:
    """Those of a batch that are still ours: asked anew once half the lease is over, so that nobody sends them twice."""
    now = utc_now()
    if not letters or now < letters[0].leased_until - LEASE / 2:
        return list(letters)
    with action() as session:
        ours = session.scalars(
            update(Letter)
            .where(Letter.id.in_([letter.id for letter in letters]), Letter.status == "waiting")
            .where(Letter.leased_until == letters[0].leased_until)
            .values(leased_until=now + LEASE)
            .returning(Letter.id)
            .execution_options(synchronize_session=False)
        ).all()
    return [replace(letter, leased_until=now + LEASE) for letter in letters if letter.id in ours]


def newest(after: str | None = None, size: int = PAGE_SIZE) -> Page[Letter]:
    """The outbox with all that it says, newest first, a page at a time."""
    return paged(select(Letter), after, size)


def outlines(after: str | None = None, size: int = PAGE_SIZE, *, status: str = "", sought: str = "") -> Page[Letter]:
    """The outbox without what letters say, newest first; only those of a status, or with that address or reference."""
    question = select(Letter).options(*UNREAD)
    if status:
        question = question.where(Letter.status == status)
    if sought:
        is_address = Letter.to_address.in_({sought, sought.lower()})
        question = question.where(is_address if "@" in sought else Letter.ref == sought)
    return paged(question, after, size)


def paged(question: Select[Any], after: str | None, size: int) -> Page[Letter]:
    """A page of letters, newest first."""
    key = decode_key(after, 1)
    question = question.order_by(Letter.id.desc()).limit(size + 1)
    if key and isinstance(key[0], int):
        question = question.where(Letter.id < key[0])
    found: Sequence[Letter] = db.session.scalars(question).all()
    return page_of(found, lambda row: encode_key(row.id), came_after=False, came_before=False, size=size)


def outline(ref: str) -> Letter | None:
    """The letter of that reference, without what it says."""
    return db.session.scalar(select(Letter).options(*UNREAD).where(Letter.ref == ref))


def one(ref: str) -> Letter | None:
    """The letter of that reference."""
    return db.session.scalar(select(Letter).where(Letter.ref == ref))


def standing() -> Standing:
    """How many letters should have gone by now, since when the oldest of them waits, and how many have failed."""
    due = select(func.count(), func.min(Letter.created_at)).where(
        Letter.status == "waiting", Letter.next_try_at <= utc_now()
    )
    failed = select(func.count()).where(Letter.status == "failed").scalar_subquery()
    number, oldest, lost = db.session.execute(due.add_columns(failed)).one()
    return Standing(number, oldest, lost)
