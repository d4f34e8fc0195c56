"""How rounds went, for the public pages of grants and for whoever changes a round: counts alone, and no names."""

import datetime as dt

from sqlalchemy import func, select

from portal.applications.models import Application
from portal.assessments.models import Decision
from portal.db.session import db
from portal.funds.above import LastTime
from portal.funds.models import Round
from portal.kit.dates import days_between

FUNDED = ("fund", "part_fund")


def started(round_id: int) -> int:
    """How many have started an application to a round and not withdrawn it."""
    question = select(func.count()).where(Application.round_id == round_id, Application.state != "withdrawn")
    return db.session.scalar(question) or 0


def last_time(fund_id: int, before: dt.datetime) -> LastTime | None:
    """The last round of a fund that closed by a moment and whose letters went out; None where there is none yet.

    `median_days` counts from the closing to the day by which half of the letters had gone.
    """
    released = select(Decision.id).where(Decision.round_id == Round.id, Decision.state == "released").exists()
    found = db.session.execute(
        select(Round.id, Round.code, Round.title, Round.closes_at)
        .where(Round.fund_id == fund_id, Round.closes_at <= before, released)
        .order_by(Round.closes_at.desc(), Round.id.desc())
        .limit(1)
    ).first()
    if found is None:
        return None
    sent = select(func.count()).where(Application.round_id == found.id, Application.submitted_at.is_not(None))
    counted = (
        select(Decision.outcome, func.count().label("number"))
        .where(Decision.round_id == found.id, Decision.state == "released")
        .group_by(Decision.outcome)
    )
    outcomes = {row.outcome: row.number for row in db.session.execute(counted)}
    return LastTime(
        code=found.code,
        title=found.title,
        applied=db.session.scalar(sent) or 0,
        funded=sum(outcomes.get(each, 0) for each in FUNDED),
        median_days=days_between(found.closes_at, median_letter(found.id, sum(outcomes.values()))),
    )


def median_letter(round_id: int, number: int) -> dt.datetime:
    """The moment by which half of a round's letters had gone."""
    return db.session.scalars(
        select(Decision.released_at)
        .where(Decision.round_id == round_id, Decision.state == "released")
        .order_by(Decision.released_at, Decision.id)
        .offset((number - 1) // 2)
        .limit(1)
    ).one()  # type: ignore[return-value]
