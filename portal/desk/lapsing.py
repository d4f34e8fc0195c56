"""How a taking ends by itself: with the deed of somebody else, with a role, or because the thing waits no more."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal.accounts.models import CouncilRole, Person
from portal.db.session import action
from portal.desk.claiming import Waits
from portal.desk.filters import Filters
from portal.desk.models import Claim, Opening, SavedView
from portal.desk.queues import BY_CODE, WORK, of, told
from portal.desk.rules import OPEN_KEPT
from portal.history import actions as history
from portal.history.actions import note
from portal.history.models import Deed, Recorded
from portal.jobs.registry import job
from portal.kit.dates import utc_now
from portal.kit.text import N_
from portal.organisations.queries import someone_for
from portal.permissions import BY_CODE as ROLES
from portal.permissions import PORTAL, Permission, Someone

RECORDS = frozenset(work.record for work in WORK if work.claimable)
"""The kinds of records that can be taken."""
TEN_MINUTES = dt.timedelta(minutes=10)
AT_ONCE = 500
IN_PLACE = {"synchronize_session": False}


def end_with_deed(session: Session, deed: Deed, subject: Recorded, by: Someone) -> None:
    """End what was taken of a record, in the deed that moves it on, or that somebody else of the council does to it."""
    if deed.subject == Person.kind and deed.verb == "take_role":
        end_with_role(session, deed.subject_id)
    record, id = subject.waits_as()
    if record not in RECORDS:
        return
    moves = deed.from_state != deed.to_state or record != deed.subject
    if not moves and not by.may(Permission.INBOX_READ):
        return
    its = delete(Claim).where(Claim.record == record, Claim.thing_id == id)
    session.execute(its if moves else its.where(Claim.person_id != by.person_id), execution_options=IN_PLACE)


def end_with_role(session: Session, person_id: int) -> None:
    """End what somebody took who may no longer do that work. With the last role their views go too."""
    held = session.scalars(select(CouncilRole.role).where(CouncilRole.person_id == person_id)).all()
    may = frozenset().union(*(ROLES[code].value.permissions for code in held))
    lost = [work.code for work in WORK if work.needs not in may]
    its = delete(Claim).where(Claim.person_id == person_id, Claim.queue.in_(lost))
    session.execute(its, execution_options=IN_PLACE)
    if not held:
        session.execute(delete(SavedView).where(SavedView.person_id == person_id), execution_options=IN_PLACE)


@job("lapse_claims", TEN_MINUTES, N_("Give back what was taken and no longer waits for who took it"))
def lapse() -> int:
    """End what was taken of things that do not wait for who took them any more, for whatever reason; how many.

    They were decided, or withdrawn, or whoever took them stands back from them now.
    """
    count = 0
    with action() as session:
        takers = session.scalars(
            select(Person.email).where(Person.id.in_(select(Claim.person_id))).limit(AT_ONCE)
        ).all()
        for taker in takers:
            someone = someone_for(taker)
            count += end_lost(session, someone) if someone else 0
        forget = delete(Opening).where(Opening.seen_at < utc_now() - OPEN_KEPT)
        session.execute(forget, execution_options=IN_PLACE)
    return count


def end_lost(session: Session, someone: Someone) -> int:
    """End what somebody took and what is not in their inbox now, or began to wait anew since; how many."""
    rows = session.scalars(select(Claim).where(Claim.person_id == someone.person_id).with_for_update()).all()
    by_queue: dict[str, list[Claim]] = defaultdict(list)
    for row in rows:
        by_queue[row.queue].append(row)
    count = 0
    for queue, claims in by_queue.items():
        since = waiting_since(session, someone, queue, [row.thing_id for row in claims])
        for row in claims:
            if row.thing_id not in since or since[row.thing_id] > row.since:
                note(Waits(row.thing_id), "lapse", by=PORTAL, queue=queue, of=someone.person_id)
                session.delete(row)
                count += 1
    return count


def waiting_since(session: Session, someone: Someone, queue: str, ids: Sequence[int]) -> dict[int, dt.datetime]:
    """Those of these things that wait for somebody in a queue, and since when."""
    work = BY_CODE.get(queue)
    if work is None or work not in of(someone):
        return {}
    there = work.question(someone).subquery()
    rows = session.execute(select(there.c.id, there.c.since).where(there.c.id.in_(ids)), told(someone, Filters()))
    return {row.id: row.since for row in rows}


history.HEARD_BY.append(end_with_deed)
