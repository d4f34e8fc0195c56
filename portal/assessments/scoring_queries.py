"""What a reviewer reads and gives: their own readings, their way through the queue, and what all gave in the end."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import joinedload

from portal.accounts.models import Person
from portal.applications.models import Application
from portal.applications.rules import DECIDED
from portal.assessments.access import readable_by
from portal.assessments.models import Assessment, Score
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
class Given:
    """What one reviewer gave on one criterion, and why."""

    reviewer: str
    points: int
    reason: str


def mine(someone: Someone, ref: str) -> Assessment:
    """This person's own reading of that reference, with its application, organisation, round and fund.

    Raises NotThere for anybody else's, one that they stood down from, and one they may not read any more.
    """
    of_application = joinedload(Assessment.application)
    found = db.session.scalar(
        select(Assessment)
        .join(Application)
        .where(Assessment.ref == ref, Assessment.reviewer_id == someone.person_id, Assessment.state != "stood_down")
        .where(readable_by(someone))
        .options(of_application.joinedload(Application.organisation))
        .options(of_application.joinedload(Application.round).joinedload(Round.fund))
    )
    if found is None:
        raise NotThere()
    return found


def waiting(someone: Someone) -> Any:
    """The question for what this person has still to score, the longest waiting first."""
    order = (Assessment.shared_at, Assessment.id)
    return (
        select(
            Assessment.id,
            Assessment.ref,
            func.row_number().over(order_by=order).label("number"),
            func.count().over().label("all"),
            func.lag(Assessment.ref).over(order_by=order).label("previous"),
            func.lead(Assessment.ref).over(order_by=order).label("next"),
        )
        .join(Application, Application.id == Assessment.application_id)
        .where(Assessment.reviewer_id == someone.person_id, Assessment.state == "shared")
        .where(Application.state == "assessing", readable_by(someone))
        .order_by(*order)
    )


def way(someone: Someone, assessment: Assessment) -> Way | None:
    """Where this reading stands in the person's queue; None for one that is not in it (any more)."""
    there = waiting(someone).subquery()
    row = db.session.execute(
        select(there.c.number, there.c.all, there.c.previous, there.c.next).where(there.c.id == assessment.id)
    ).first()
    return Way(*row) if row else None


def next_of(someone: Someone) -> str | None:
    """The reference of what this person should score next, or None when they have scored everything."""
    row: Row[Any] | None = db.session.execute(waiting(someone).limit(1)).first()
    return row.ref if row else None


def all_given(application: Application) -> dict[str, list[Given]]:
    """What every reviewer gave, by criterion, once all scores are in; nothing at all before."""
    if application.state not in OPEN_STATES:
        return {}
    rows = db.session.execute(
        select(Score.criterion, Person.name, Score.points, Score.reason)
        .join(Assessment, Assessment.id == Score.assessment_id)
        .join(Person, Person.id == Assessment.reviewer_id)
        .where(Assessment.application_id == application.id, Assessment.state == "finished")
        .order_by(Assessment.is_third, Assessment.id)
    )
    found: dict[str, list[Given]] = {}
    for criterion, name, points, reason in rows:
        found.setdefault(criterion, []).append(Given(name, points or 0, reason))
    return found
