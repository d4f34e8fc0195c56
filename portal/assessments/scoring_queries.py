"""What a reviewer reads and gives: their own readings, their way through the queue, and what all gave in the end."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, and_, func, select
from sqlalchemy.orm import joinedload

from portal.applications.models import Application, Keyed
from portal.applications.rules import DECIDED
from portal.assessments.access import READER, Reads, readable, reads
from portal.assessments.models import Assessment
from portal.assessments.queries import ID, REF
from portal.assessments.tables import APPLICATIONS, ASSESSMENTS, EARLIER, PEOPLE, SCORES
from portal.db.session import db
from portal.funds.models import Round
from portal.kit.errors import NotThere
from portal.permissions import Someone

OPEN_STATES = ("scored", *DECIDED)
"""The states of an application in which all scores are in, and those who read it may see each other's."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where a reading stands in this person's queue: its number of how many, and the ones before and after it."""

    number: int
    all: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Before:
    """What a reviewer had given on a criterion before they took their scores back, and when they had finished then."""

    points: int
    reason: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Given:
    """What one reviewer gave on one criterion, and why; and what they had given before, the newest first."""

    reviewer: str
    points: int
    reason: str
    before: tuple[Before, ...] = ()


def mine(someone: Someone, ref: str) -> Assessment:
    """This person's own reading of that reference, with its application, organisation, round and fund.

    Raises NotThere for anybody else's, one that they stood down from, and one they may not read any more.
    """
    found = db.session.scalar(mine_question(reads(someone)), {"reader": someone.person_id, "ref": ref})
    if found is None:
        raise NotThere()
    return found


@cache
def mine_question(reads: Reads) -> Select[Assessment]:
    """READER's own reading of REF."""
    of_application = joinedload(Assessment.application, innerjoin=True)
    of_round = of_application.joinedload(Application.round, innerjoin=True)
    return (
        select(Assessment)
        .join(Application)
        .where(Assessment.ref == REF, Assessment.reviewer_id == READER, Assessment.state != "stood_down")
        .where(readable(reads, own_reading=True))
        .options(of_application.joinedload(Application.organisation, innerjoin=True))
        .options(of_round.joinedload(Round.fund, innerjoin=True))
        .options(of_application.joinedload(Application.keyed).joinedload(Keyed.officer, innerjoin=True))
    )


def waiting(reads: Reads) -> Select[*tuple[Any, ...]]:
    """The question for what READER has still to score, the longest waiting first."""
    ref, order = ASSESSMENTS.c.ref, (ASSESSMENTS.c.shared_at, ASSESSMENTS.c.id)
    return (
        select(
            ASSESSMENTS.c.id,
            ref,
            func.row_number().over(order_by=order).label("number"),
            func.count().over().label("all"),
            func.lag(ref).over(order_by=order).label("previous"),
            func.lead(ref).over(order_by=order).label("next"),
        )
        .join(APPLICATIONS, APPLICATIONS.c.id == ASSESSMENTS.c.application_id)
        .where(ASSESSMENTS.c.reviewer_id == READER, ASSESSMENTS.c.state == "shared")
        .where(APPLICATIONS.c.state == "assessing", readable(reads, own_reading=True))
        .order_by(*order)
    )


def way(someone: Someone, assessment: Assessment) -> Way | None:
    """Where this reading stands in the person's queue; None for one that is not in it (any more)."""
    told = {"reader": someone.person_id, "id": assessment.id}
    row = db.session.execute(way_question(reads(someone)), told).first()
    return Way(*row) if row else None


@cache
def way_question(reads: Reads) -> Select[*tuple[Any, ...]]:
    """Where the reading of ID stands in READER's queue."""
    there = waiting(reads).subquery()
    return select(there.c.number, there.c.all, there.c.previous, there.c.next).where(there.c.id == ID)


def next_of(someone: Someone) -> str | None:
    """The reference of what this person should score next, or None when they have scored everything."""
    row: Row[Any] | None = db.session.execute(waiting(reads(someone)).limit(1), {"reader": someone.person_id}).first()
    return row.ref if row else None


ALL_GIVEN = (
    select(SCORES.c.criterion, ASSESSMENTS.c.id, PEOPLE.c.name, SCORES.c.points, SCORES.c.reason)
    .add_columns(EARLIER.c.points.label("had"), EARLIER.c.reason.label("because"), EARLIER.c.given_at)
    .join(ASSESSMENTS, ASSESSMENTS.c.id == SCORES.c.assessment_id)
    .join(PEOPLE, PEOPLE.c.id == ASSESSMENTS.c.reviewer_id)
    .outerjoin(
        EARLIER, and_(EARLIER.c.assessment_id == SCORES.c.assessment_id, EARLIER.c.criterion == SCORES.c.criterion)
    )
    .where(ASSESSMENTS.c.application_id == ID, ASSESSMENTS.c.state == "finished")
    .order_by(ASSESSMENTS.c.is_third, ASSESSMENTS.c.id, EARLIER.c.number.desc())
)


def all_given(application: Application) -> dict[str, list[Given]]:
    """What every reviewer gave, by criterion, once all scores are in; nothing at all before."""
    return given_in(application) if application.state in OPEN_STATES else {}


def given_in(application: Application) -> dict[str, list[Given]]:
    """What every reviewer who has finished gave, by criterion, whether all are in or not; never for who is blind.

    Of what they had given before only what they changed since is told.
    """
    found: dict[tuple[str, int], Given] = {}
    for row in db.session.execute(ALL_GIVEN, {"id": application.id}):
        key = (row.criterion, row.id)
        there = found.setdefault(key, Given(row.name, row.points or 0, row.reason))
        after = there.before[-1] if there.before else there
        if row.given_at is not None and (row.had, row.because) != (after.points, after.reason):
            found[key] = replace(there, before=(*there.before, Before(row.had, row.because, row.given_at)))
    given: dict[str, list[Given]] = {}
    for (criterion, _), each in found.items():
        given.setdefault(criterion, []).append(each)
    return given
