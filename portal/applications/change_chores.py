"""Whoever can answer what the council asked is reminded once, two days before the day."""

import datetime as dt

from sqlalchemy import select

from portal.applications import change_notices
from portal.applications.change_models import ChangeRequest
from portal.applications.change_queries import IS_OPEN, open_of
from portal.applications.changing import REMINDED_BEFORE, is_overdue, reminder_at
from portal.applications.models import Application
from portal.db.session import action, db, locked
from portal.history.actions import note
from portal.jobs.registry import job
from portal.kit.dates import london_day, utc_now
from portal.kit.text import N_
from portal.permissions import PORTAL

AT_A_TIME = 500


@job("remind_changes", dt.timedelta(minutes=15), N_("Remind people of changes that are due soon"))
def remind_changes() -> int:
    """Send every reminder that is due; how many letters there were. What a run did not reach, the next one does."""
    today = london_day(utc_now())
    ids = db.session.scalars(
        select(ChangeRequest.application_id)
        .where(IS_OPEN, ChangeRequest.due_on.between(today, today + REMINDED_BEFORE))
        .where(ChangeRequest.reminded_at.is_(None))
        .order_by(ChangeRequest.due_on, ChangeRequest.application_id)
        .limit(AT_A_TIME)
    ).all()
    return sum(remind(id) for id in ids)


def remind(id: int) -> int:
    """Remind of one request, in one transaction, unless it has ended just now or its day was set too late for it."""
    now = utc_now()
    with action() as session:
        application = locked(session.get_one(Application, id))
        request = open_of(application.id)
        if request is None or not is_reminder_due(request, now):
            return 0
        request.reminded_at = now
        note(application, "remind_changes", by=PORTAL, number=request.number)
        return change_notices.due(application, request)


def is_reminder_due(request: ChangeRequest, now: dt.datetime) -> bool:
    """Whether the moment has come; whoever was told of the day after it needs no reminder, nor who is late already."""
    at = reminder_at(request.due_on)
    return (
        request.reminded_at is None
        and request.due_set_at < at <= now
        and not is_overdue(request.due_on, london_day(now))
    )
