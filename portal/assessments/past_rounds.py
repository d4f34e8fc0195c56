"""How rounds went, for the public pages of grants and for whoever changes a round: counts alone, and no names."""

import datetime as dt

from sqlalchemy import func, select

from portal.applications.models import Application
from portal.assessments import report
from portal.assessments.models import Decision
from portal.assessments.report_queries import EVERYBODY, groups, how_long
from portal.db.session import db
from portal.funds.above import LastTime
from portal.funds.models import Round


def started(round_id: int) -> int:
    """How many have started an application to a round and not withdrawn it."""
    question = select(func.count()).where(Application.round_id == round_id, Application.state != "withdrawn")
    return db.session.scalar(question) or 0


def last_time(fund_id: int, before: dt.datetime) -> LastTime | None:
    """The last round of a fund that closed by a moment and whose letters went out; None where there is none yet.

    Its figures are those of the council's own report. `median_days` counts from the closing to the day by which half of
    the letters had gone.
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
    told = {"round": found.id}
    counts = report.in_all(groups(told, EVERYBODY))
    days = how_long(found, told, EVERYBODY)
    return LastTime(
        code=found.code,
        title=found.title,
        applied=counts.applied or 0,
        funded=counts.funded or 0,
        median_days=days.from_closing if days else None,
    )
