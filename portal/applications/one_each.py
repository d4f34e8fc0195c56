"""What two records that become one organisation mean for applications: one to each round, and whose they are."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.applications.keying import last_to_type
from portal.applications.models import Application
from portal.applications.rules import DECIDED, MACHINE
from portal.db.session import db
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.text import N_, Say
from portal.organisations import merge_queries, merging
from portal.organisations.models import RECORD, STANDS, Organisation
from portal.organisations.one import is_of
from portal.web.words import translated

MOST = 50
BOTH_APPLIED = N_(
    "Both have an application to {round}, and each organisation can have one. "
    "One of the two has to be withdrawn, or found not eligible, before they can be merged."
)


def counts(state: str, closes_at: dt.datetime, now: dt.datetime) -> bool:
    """Whether an application in this state is one that its organisation has in the round, or can still send."""
    if state == "draft":
        return now <= last_to_type(closes_at)
    return state not in ("withdrawn", "not_eligible")


def both_applied(session: Session, stays: Organisation, goes: Organisation) -> list[Say]:
    """The rounds to which both have an application that counts, and of which not both are decided."""
    rows = session.execute(
        select(Application.owner_id, Application.state, Round.title, Round.closes_at, Round.id)
        .join(Round, Round.id == Application.round_id)
        .where(is_of(Application.organisation_id, stays.id) | is_of(Application.organisation_id, goes.id))
        .order_by(Round.closes_at, Round.id)
    ).all()
    now = utc_now()
    there: dict[int, list[Any]] = {}
    for row in rows:
        if counts(row.state, row.closes_at, now):
            there.setdefault(row.id, []).append(row)
    return [Say(BOTH_APPLIED, round=found[0].title) for found in there.values() if is_too_many(found)]


def is_too_many(found: Sequence[Any]) -> bool:
    """Whether both have one of these applications to a round, and one of them can still become something."""
    return len({row.owner_id for row in found}) > 1 and any(row.state not in DECIDED for row in found)


def has(ids: Collection[int]) -> dict[int, list[Say | str]]:
    """The newest applications of these organisations, each in a line; of a draft the council reads no title."""
    theirs = (
        select(
            STANDS.label("stands"), Application.ref, Application.title, Application.state, Round.title.label("round")
        )
        .add_columns(Application.submitted_at)
        .select_from(Application)
        .join(RECORD, RECORD.c.id == Application.organisation_id)
        .join(Round, Round.id == Application.round_id)
        .where(STANDS.in_(ids))
    )
    rows = db.session.execute(merge_queries.of_each(theirs, MOST, STANDS, Application.id.desc())).all()
    return merge_queries.by_organisation([(row.stands, line(row)) for row in rows])


def line(row: Any) -> str:
    """An application in a line: to which round, what it is called, and where it stands."""
    title = row.title if row.submitted_at and row.title else row.ref
    return " · ".join((row.round, title, translated(MACHINE.state(row.state).council)))


def made_since(record: int, since: dt.datetime) -> list[Say]:
    """The applications that were begun for just this record since then."""
    rows = db.session.execute(
        select(Application.ref, Round.title.label("round"))
        .join(Round, Round.id == Application.round_id)
        .where(Application.organisation_id == record, Application.started_at > since)
        .order_by(Application.id)
        .limit(MOST)
    )
    return [Say(N_("Application {ref} to {round}"), ref=row.ref, round=row.round) for row in rows]


def whose(reference: str) -> int | None:
    """The record for which the application of that reference was made."""
    return db.session.scalar(select(Application.owner_id).where(Application.ref == reference.upper()))


merging.OBSTACLES.append(both_applied)
merge_queries.HAS.append((N_("Applications"), has))
merge_queries.MADE.append(made_since)
merge_queries.BY_REFERENCE.append(whose)
