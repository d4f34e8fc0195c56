"""The letters of changes that the council asks for: what is asked, until when, and that the answer has arrived."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from portal.applications.change_models import ChangeRequest
from portal.applications.chores import who_write
from portal.applications.models import Application
from portal.applications.notices import involved, letter, told_of
from portal.db.session import db
from portal.funds.queries import form_of
from portal.permissions import PORTAL, Someone


def asked(application: Application, request: ChangeRequest, *, by: Someone) -> None:
    """Tell everybody who writes in an application, and who it was typed in for, what is asked and until when."""
    tell("changes_asked", application, request, by=by, parts=parts_of(application, request), note=request.note)


def more_time(application: Application, request: ChangeRequest, *, before: dt.date, by: Someone) -> None:
    """Tell them of another day; `before` is the one that they knew."""
    tell("changes_moved", application, request, by=by, before=before)


def taken_back(application: Application, request: ChangeRequest, *, by: Someone) -> None:
    """Tell them that nothing more is asked."""
    tell("changes_taken_back", application, request, by=by)


def due(application: Application, request: ChangeRequest) -> int:
    """Remind them that the day comes near; how many letters there were."""
    return tell("changes_due", application, request, by=PORTAL, parts=parts_of(application, request), note=request.note)


def sent(application: Application, request: ChangeRequest, *, by: Someone) -> None:
    """Tell who sent the changes, or did it for somebody, and every lead that they have arrived."""
    letter("changes_sent", application, to=involved(application, by=by), by=by, check_by=request.check_by)


def tell(template: str, application: Application, request: ChangeRequest, *, by: Someone, **more: Any) -> int:
    """A letter to each of those who can answer, or for whom somebody does; how many there were."""
    people = [person.email for person in who_write(db.session(), application)]
    to = list(dict.fromkeys([*people, *told_of({application.id: application.owner_id})[application.id]]))
    letter(template, application, to=to, by=by, due_on=request.due_on, **more)
    return len(to)


def parts_of(application: Application, request: ChangeRequest) -> Sequence[tuple[str, Sequence[str]]]:
    """The questions that are asked about, as letters name them: the title of each part, and its questions."""
    asked = set(request.questions)
    sections = form_of(application.round_id, application.form_number).sections
    found = [(each.title, [one.label for one in each.questions if one.code in asked]) for each in sections]
    return [(title, labels) for title, labels in found if labels]
