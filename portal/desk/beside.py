"""One waiting thing on its own page: in which of this person's queues it waits, who has taken it, who has it open.

It is asked of the queue's own question. So nobody learns anything of a thing that does not wait for them: not of one
that they have a conflict of interest with, and no reviewer of what another one reads.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import String, and_, bindparam, insert, literal, select, union_all, update
from sqlalchemy.exc import IntegrityError

from portal.accounts.models import Person
from portal.accounts.queries import called
from portal.db.base import Utc
from portal.db.session import db
from portal.desk.filters import Filters
from portal.desk.models import Claim, Opening
from portal.desk.queues import arm, told, waiting
from portal.desk.rules import OPEN_KEPT, OPEN_NOW, SEEN_EVERY, VISITS_EVERY
from portal.desk.union import Arm, even, named, with_takers
from portal.kit.dates import utc_now
from portal.kit.queues import Waiting, Work
from portal.permissions import Someone

OPENINGS = Opening.__table__
VISITORS = Person.__table__.alias("visitors")
TARGET = bindparam("target", type_=String)
OPEN_SINCE = bindparam("open_since", type_=Utc)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who has the same page open, since when; or who had it some minutes ago, until when."""

    person_id: int
    name: str
    since: dt.datetime
    seen_at: dt.datetime
    is_here: bool


@dataclass(frozen=True, slots=True)
class Here:
    """A waiting thing as its page shows it to one person: the row of their inbox, and who else has it open."""

    id: int
    row: Waiting
    others: Sequence[Visitor]
    own: Visitor | None

    @property
    def work(self) -> Work:
        """The queue that it waits in."""
        return self.row.work

    @property
    def target(self) -> str:
        """What stands for it in addresses."""
        return self.row.values[self.work.value]


def found(someone: Someone, works: Sequence[Work], target: str) -> Here | None:
    """The thing as it waits for this person in the first of these queues, in one statement; None where it does not."""
    arms = tuple(
        (place, code, narrow(question)) for place, code, question in (arm(*each, someone) for each in enumerate(works))
    )
    if not arms:
        return None
    now = utc_now()
    asked = {**told(someone, Filters()), "target": target, "open_since": now - OPEN_KEPT}
    rows = db.session.execute(here_question(arms, tuple(work.endpoint for work in works)), asked).all()
    if not rows:
        return None
    first = rows[0]
    visitors = [visitor(row, now) for row in rows if row.place == first.place and row.visitor is not None]
    others = [each for each in visitors if each.person_id != someone.person_id]
    own = next((each for each in visitors if each.person_id == someone.person_id), None)
    return Here(first.id, waiting(works[first.place], first), others, own)


def visitor(row: Any, now: dt.datetime) -> Visitor:
    """Who a row says has the page open."""
    return Visitor(row.visitor, row.visitor_name, row.opened_at, row.last_at, now - row.last_at < OPEN_NOW)


@cache
def narrow(question: Any) -> Any:
    """A queue's question for the one thing that stands for TARGET in addresses."""
    return question.where(question.selected_columns["target"].element == TARGET)


@cache
def here_question(arms: tuple[Arm, ...], places: tuple[str, ...]) -> Any:
    """What these questions find, with names, and with a row for each person who has it open since OPEN_SINCE."""
    there = [with_takers(even(*each), each[1]) for each in arms]
    parts = [select(each, literal(place).label("page")) for each, place in zip(there, places, strict=True)]
    some = union_all(*parts).subquery()
    open_now = and_(OPENINGS.c.place == some.c.page, OPENINGS.c.thing_id == some.c.id, OPENINGS.c.seen_at > OPEN_SINCE)
    return (
        named(some)
        .add_columns(OPENINGS.c.person_id.label("visitor"), called(VISITORS.c).label("visitor_name"))
        .add_columns(OPENINGS.c.since.label("opened_at"), OPENINGS.c.seen_at.label("last_at"))
        .outerjoin(OPENINGS, open_now)
        .outerjoin(VISITORS, VISITORS.c.id == OPENINGS.c.person_id)
        .order_by(some.c.place, OPENINGS.c.since, OPENINGS.c.person_id)
    )


def look_in(here: Here, *, by: Someone) -> None:
    """Note that this person has the page open, at most once a minute, and once an hour that they came back to theirs.

    It hangs on nothing that the page does, so it changes nothing in its transaction, and nothing that was decided.
    """
    now, held = utc_now(), here.row.held
    is_theirs = held is not None and held.person_id == by.person_id
    comes_back = is_theirs and held is not None and now - held.seen_at >= VISITS_EVERY
    if here.own is not None and now - here.own.seen_at < SEEN_EVERY and not comes_back:
        return
    if comes_back:
        mine = and_(Claim.queue == here.work.code, Claim.thing_id == here.id, Claim.person_id == by.person_id)
        write(update(Claim).where(mine).values(seen_at=now))
    its = {"place": here.work.endpoint, "thing_id": here.id, "person_id": by.person_id}
    there = update(Opening).where(and_(*(OPENINGS.c[name] == value for name, value in its.items())))
    if here.own is not None:
        write(there.values(seen_at=now))
        return
    try:
        write(insert(Opening).values(**its, since=now, seen_at=now))
    except IntegrityError:  # From longer ago, and not yet swept away; or another window of theirs has just written it.
        write(there.values(since=now, seen_at=now))


def write(statement: Any) -> None:
    """Write something on a connection of its own."""
    with db.engine.begin() as connection:
        connection.execute(statement)
