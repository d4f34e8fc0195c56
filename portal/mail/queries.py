"""What is in the outbox."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import aliased

from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.mail.models import Letter

LEASE = dt.timedelta(minutes=5)


def claim(most: int) -> Sequence[Letter]:
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
        ids = session.scalars(
            select(Letter.id)
            .where(Letter.status == "waiting", Letter.next_try_at <= now)
            .where((Letter.leased_until.is_(None)) | (Letter.leased_until < now))
            .where(~held_back)
            .order_by(Letter.next_try_at, Letter.id)
            .limit(most)
            .with_for_update(skip_locked=True, of=Letter)
        ).all()
        if ids:
            session.execute(
                update(Letter)
                .where(Letter.id.in_(ids))
                .values(leased_until=now + LEASE, tries=Letter.tries + 1)
                .execution_options(synchronize_session=False)
            )
    return db.session.scalars(select(Letter).where(Letter.id.in_(ids)).order_by(Letter.id)).all() if ids else []


def newest(before: str | None = None, size: int = PAGE_SIZE) -> Page[Letter]:
    """The outbox, newest first, a page at a time."""
    key = decode_key(before, 1)
    question = select(Letter).order_by(Letter.id.desc()).limit(size + 1)
    if key and isinstance(key[0], int):
        question = question.where(Letter.id < key[0])
    found = db.session.scalars(question).all()
    return page_of(found, lambda row: encode_key(row.id), came_after=bool(key), came_before=False, size=size)


def one(ref: str) -> Letter | None:
    """The letter of that reference."""
    return db.session.scalar(select(Letter).where(Letter.ref == ref))
