"""Changes that were asked for in an application: the open request, the newest, one by its number, and its files."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, bindparam, select

from portal.applications.change_models import ChangeRequest
from portal.applications.changing import PLACE
from portal.applications.models import Application, SectionAnswers
from portal.applications.stops import Question
from portal.db.base import BigKey
from portal.db.session import db
from portal.files.models import File
from portal.files.queries import used_by
from portal.funds.typed import file_in, whole_number
from portal.kit.errors import NotThere

REQUESTS, SECTIONS = ChangeRequest.__table__, SectionAnswers.__table__
OF_ONE = select(ChangeRequest).where(ChangeRequest.application_id == bindparam("application", type_=BigKey))
OPEN = OF_ONE.where(ChangeRequest.ended_at.is_(None))
NEWEST = OF_ONE.order_by(ChangeRequest.number.desc()).limit(1)
NUMBERED = OF_ONE.where(ChangeRequest.number == bindparam("number", type_=BigKey))
NUMBERS_END = 2**31
AS_SENT = (
    select(SECTIONS.c.application_id, SECTIONS.c.answers, REQUESTS.c.before)
    .outerjoin(REQUESTS, and_(REQUESTS.c.application_id == SECTIONS.c.application_id, REQUESTS.c.ended_at.is_(None)))
    .where(SECTIONS.c.application_id.in_(bindparam("applications", expanding=True)))
)
IS_OPEN: ColumnElement[bool] = ChangeRequest.ended_at.is_(None)
"""True of a request that nobody has answered yet, nor taken back."""


def open_of(application_id: int) -> ChangeRequest | None:
    """What is asked of an application now, read afresh; None where nothing is."""
    return db.session.scalar(OPEN, {"application": application_id}, execution_options={"populate_existing": True})


def newest_of(application_id: int) -> ChangeRequest | None:
    """What was asked last, answered or not."""
    return db.session.scalar(NEWEST, {"application": application_id})


def one_of(application_id: int, number: int | None = None) -> ChangeRequest:
    """What was asked the first, second or later time; the last time where none is named. Raises NotThere."""
    if number is None:
        found = newest_of(application_id)
    elif not 0 < number < NUMBERS_END:
        raise NotThere()
    else:
        found = db.session.scalar(NUMBERED, {"application": application_id, "number": number})
    if found is None:
        raise NotThere()
    return found


def question_of(application: Application) -> Question | None:
    """The days of what was asked last, for the way to the decision; None where nothing was."""
    found = newest_of(application.id) if application.submitted_at else None
    return found.days(application.round.checked_by) if found else None


def answers_as_sent(ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """All answers of applications that were sent, by application and question, in one statement.

    What is being written in one of which something is asked is its writers' alone until they send it.
    """
    found, stood = defaultdict[int, dict[str, Any]](dict), {}
    for id, answers, before in db.session.execute(AS_SENT, {"applications": list(ids)}) if ids else ():
        found[id] |= answers
        stood[id] = before or {}
    for id, before in stood.items():
        found[id] |= before
    return found


def due_of(applications: Any) -> ScalarSelect[Any]:
    """The day by which something is answered in each row of a question over this table; None where nothing is asked."""
    mine = REQUESTS.c.application_id == applications.c.id
    return (
        select(REQUESTS.c.due_on).where(mine, REQUESTS.c.ended_at.is_(None)).correlate(applications).scalar_subquery()
    )


def place_of(request: ChangeRequest, code: str) -> str:
    """Where a file is kept that was the answer when it was asked about."""
    return f"{PLACE}{request.number}-{code}"


def file_before(application: Application, place: str) -> File:
    """The file at such a place. Raises NotThere."""
    number, _, code = place.removeprefix(PLACE).partition("-")
    before = one_of(application.id, whole_number(number) or 0).before
    return used_by(Application.kind, application.id, file_in(before.get(code)).get("ref", ""))
