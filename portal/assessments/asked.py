"""What was asked of an applicant, as the council reads it: for those who check applications, and for nobody else.

A reviewer reads the application as it stands. What stood before counts for nothing, and may hold names.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased

from portal.accounts.models import Person
from portal.accounts.queries import called
from portal.applications import queries as applications
from portal.applications.change_models import ChangeRequest
from portal.applications.change_reading import ComparedPart, asked_of, before_and_after
from portal.applications.changing import STATE, is_overdue
from portal.applications.models import Application
from portal.assessments.access import reads_all
from portal.db.base import BigKey
from portal.db.session import db
from portal.funds.queries import form_of
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import NotThere
from portal.permissions import Someone

ASKERS, ENDERS = aliased(Person), aliased(Person)


REQUESTS = (
    select(ChangeRequest, called(ASKERS), called(ENDERS))
    .join(ASKERS, ASKERS.id == ChangeRequest.asked_by)
    .outerjoin(ENDERS, ENDERS.id == ChangeRequest.ended_by)
    .where(ChangeRequest.application_id == bindparam("application", type_=BigKey))
)
NEWEST = REQUESTS.order_by(ChangeRequest.number.desc()).limit(1)
NUMBERED = REQUESTS.where(ChangeRequest.number == bindparam("number", type_=BigKey))
"""A request with the names of who made it and who ended it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, who made it and who ended it, each answer before and after, and how often was asked in all."""

    request: ChangeRequest
    asker: str
    ender: str
    parts: Sequence[ComparedPart]
    newest: int
    is_late: bool

    @property
    def has_come_back(self) -> bool:
        """Whether there is an answer to it."""
        return self.request.outcome == "answered"


def newest(application: Application, someone: Someone) -> Asked | None:
    """What was asked last of an application that is not checked yet; None for nothing, and for reviewers."""
    is_open = application.state in ("submitted", STATE)
    if not is_open or not reads_all(someone):
        return None
    found = db.session.execute(NEWEST, {"application": application.id}).first()
    return told(application, *found, last=found[0].number) if found else None


def numbered(application: Application, someone: Someone, number: int | None) -> Asked:
    """What was asked the first, second or later time, or the last time. Raises NotThere."""
    if not reads_all(someone):
        raise NotThere()
    last = db.session.execute(NEWEST, {"application": application.id}).first()
    if last is None or (number is not None and not 0 < number <= last[0].number):
        raise NotThere()
    found = last
    if number not in (None, last[0].number):
        found = db.session.execute(NUMBERED, {"application": application.id, "number": number}).one()
    return told(application, *found, last=last[0].number)


def told(application: Application, request: ChangeRequest, asker: str, ender: str, *, last: int) -> Asked:
    """A request with what stands around it. What is being written is nobody's yet but the writer's."""
    form, words = form_of(application.round_id, application.form_number), applications.lists()
    came_back = request.outcome == "answered"
    return Asked(
        request,
        asker,
        ender or asker,
        before_and_after(request, form, words, is_newest=request.number == last)
        if came_back
        else asked_of(request, form, words),
        last,
        request.ended_at is None and is_overdue(request.due_on, london_day(utc_now())),
    )
