"""The worker looks at each application that was sent for others like it, in the background and a few at a time.

Two that were sent at the same moment find each other: each first leaves its marks for all to see, in a transaction of
its own, and only then looks for others'. Whoever dies over it leaves nothing undone: another worker takes it up.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

import structlog
from sqlalchemy import delete, exists, insert, or_, select, update
from sqlalchemy.orm import Session

from portal.applications import sent
from portal.applications.models import Application
from portal.assessments.alike import STANDING, YEARS_BACK
from portal.assessments.alike_comparing import found_for, hold, put
from portal.assessments.alike_facts import Fact, facts_of, texts_of
from portal.assessments.alike_models import Look, Mark
from portal.assessments.likeness import identity_mark
from portal.db.session import action, db
from portal.jobs.registry import job, pump
from portal.kit.dates import utc_now
from portal.kit.text import N_
from portal.organisations import merging
from portal.organisations.models import Merge, Organisation
from portal.organisations.one import is_of

log = structlog.get_logger()

LEASE = dt.timedelta(minutes=2)
LATEST = dt.timedelta(hours=6)
SETTLED = dt.timedelta(minutes=5)
"""What was sent longer ago than this and is on no list was sent before there were lists."""
AT_A_TIME = 500
BATCHES_MOST = 100


@dataclass(frozen=True, slots=True)
class Taken:
    """An application that this process alone looks at, until `until`."""

    id: int
    until: dt.datetime
    tries: int


def ask(session: Session, application: Application) -> None:
    """Have the worker look at an application that was sent just now, in the deed that sends it."""
    look = session.get(Look, application.id)
    if look is None:
        session.add(Look(application_id=application.id, due_at=utc_now(), tries=0))
    else:
        look.due_at, look.tries = utc_now(), 0


def ask_of_organisation(session: Session, *records: int) -> None:
    """Have the worker look anew at what these organisations sent, because who they are has changed."""
    theirs = or_(*(is_of(Application.organisation_id, record) for record in records))
    recent = session.scalars(select(Application.id).where(theirs, Application.submitted_at > utc_now() - YEARS_BACK))
    ask_for(session, recent.all())


def ask_after_merge(session: Session, stays: Organisation) -> None:
    """Two records are one organisation now: what it sent itself is no copy of another's."""
    ask_of_organisation(session, stays.id)


def ask_after_parting(session: Session, merge: Merge) -> None:
    """And they are two again."""
    ask_of_organisation(session, merge.record_id, merge.into_id)


@job("look_for_alike", dt.timedelta(minutes=10), N_("Find applications that nobody has compared with others yet"))
def ask_for_all() -> int:
    """Put on the list what was sent before there was one, and what was changed since it was looked at; how many."""
    count = 0
    for _ in range(BATCHES_MOST):
        with action() as session:
            put_on = put_on_list(session) + put_back_on_list(session)
        count += put_on
        if put_on < AT_A_TIME:
            break
    return count


def put_on_list(session: Session) -> int:
    """Put some applications on the list that are on none; the oldest wait longest, after all that comes in now."""
    missing = (
        select(Application.id, Application.submitted_at)
        .where(Application.state.in_(STANDING), Application.submitted_at < utc_now() - SETTLED)
        .where(~exists().where(Look.application_id == Application.id))
        .order_by(Application.id)
        .limit(AT_A_TIME)
    )
    rows = session.execute(missing).all()
    if rows:
        session.execute(insert(Look), [{"application_id": id, "due_at": at, "tries": 0} for id, at in rows])
    return len(rows)


def put_back_on_list(session: Session) -> int:
    """Put some back that say something else by now."""
    changed = exists().where(
        Application.id == Look.application_id,
        Application.state.in_(STANDING),
        Application.changed_at > Look.looked_at,
    )
    ids = session.scalars(select(Look.application_id).where(Look.due_at.is_(None), changed).limit(AT_A_TIME)).all()
    ask_for(session, ids)
    return len(ids)


def ask_for(session: Session, ids: Collection[int]) -> None:
    """Have the worker look at these anew."""
    hold(session, ids)
    session.execute(
        update(Look)
        .where(Look.application_id.in_(ids))
        .values(due_at=utc_now(), tries=0)
        .execution_options(synchronize_session=False)
    )


@pump("alike")
def look_at_next() -> int:
    """Look at the application that was sent last of all that wait; 1, or 0 where none does."""
    taken = claim()
    if taken is None:
        return 0
    try:
        look_at(taken)
    except Exception as error:
        log.error("alike", error=type(error).__name__)
        db.session.rollback()
        put_off(taken)
    return 1


def claim() -> Taken | None:
    """Take the next one for two minutes; whoever dies over it lets another take it up then."""
    now = utc_now()
    with action() as session:
        look = session.scalar(
            select(Look)
            .where(Look.due_at <= now)
            .order_by(Look.due_at.desc(), Look.application_id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        if look is None:
            return None
        look.due_at, look.tries = now + LEASE, look.tries + 1
        return Taken(look.application_id, look.due_at, look.tries)


def look_at(taken: Taken) -> None:
    """Leave the marks of one application, find others like it, and write down what was found."""
    began = utc_now()
    with action() as session:
        left = leave_marks(session, taken.id)
    found = found_for(db.session(), taken.id, *left) if left else None
    with action() as session:
        if found is not None:
            put(session, taken.id, found)
        finish(session, taken, began)


def leave_marks(session: Session, id: int) -> tuple[set[Fact], tuple[int, ...]] | None:
    """Put an application's marks in the place of those it had; its facts, and the marks of what it says.

    One that was withdrawn, or is being written in, leaves none (None): nobody has sent what it says.
    """
    application = session.get_one(Application, id)
    session.execute(delete(Mark).where(Mark.application_id == id))
    if application.state not in STANDING:
        return None
    facts, own = facts_of(session, application), texts_of(session, [id])[id].said().marks()
    marks = {*own, *(identity_mark(*fact) for fact in facts)}
    session.execute(insert(Mark), [{"mark": mark, "application_id": id} for mark in sorted(marks)])
    return facts, own


def finish(session: Session, taken: Taken, began: dt.datetime) -> None:
    """It is done, unless somebody asked for another look meanwhile."""
    session.execute(
        update(Look)
        .where(Look.application_id == taken.id)
        .values(looked_at=began, tries=0)
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(Look)
        .where(Look.application_id == taken.id, Look.due_at == taken.until)
        .values(due_at=None)
        .execution_options(synchronize_session=False)
    )


def put_off(taken: Taken) -> None:
    """Try again later, each time after twice as long."""
    wait = min(dt.timedelta(minutes=2 ** min(taken.tries, 10)), LATEST)
    with action() as session:
        session.execute(
            update(Look)
            .where(Look.application_id == taken.id, Look.due_at == taken.until)
            .values(due_at=utc_now() + wait)
            .execution_options(synchronize_session=False)
        )


sent.FOLLOWING.append(ask)
merging.FOLLOWING.append(ask_after_merge)
merging.PARTING.append(ask_after_parting)
